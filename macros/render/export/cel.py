"""What a cell of a table to download is: a text, a figure or a day; each with how it is written.

A spreadsheet counts with figures and days; a text stays what it is, also a code such as ``1.10``.
Not here: the files (``tabel``, ``ods``).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from macros.model.basis.datum import Datum
from macros.taal.vertaler import Vertaler
from macros.views.monitor.figuur import Punt, Soort


@dataclass(frozen=True, slots=True)
class Getal:
    """A figure with the decimals it has; ``tekst`` has no signs between thousands."""

    waarde: Decimal
    tekst: str

    def __str__(self) -> str:
        return self.tekst


@dataclass(frozen=True, slots=True)
class Dag:
    """A date to the day; ``tekst`` is that date in words."""

    dag: datetime.date
    tekst: str

    def __str__(self) -> str:
        return self.tekst


Cel = str | Getal | Dag


def cijfer(v: Vertaler, punt: Punt) -> Cel:
    """A figure, or the sign of the CBS where there is none; ``-`` (none at all) is a sign too."""
    if punt.soort is not Soort.GETAL or punt.teken == "-":
        return punt.teken
    plain = punt.teken.replace(",", ".")
    return Getal(Decimal(plain), plain.replace(".", v.decimaalteken))


def datum(v: Vertaler, waarde: Datum) -> Cel:
    """A day that can be sorted and counted with; a month or a year is words."""
    tekst = v.datum(waarde)
    return Dag(waarde.dagdatum, tekst) if waarde.dagdatum else tekst
