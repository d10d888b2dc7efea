"""A table of the contract with its rows, as plain values: what every file of it is written from.

Not here: how a file writes them (``vorm``).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urljoin

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.opendata.contract import (
    STAARTVELDEN,
    Rij,
    Tabel,
    Veld,
    Veldsoort,
    alle_tabellen,
)
from macros.taal.vertaler import Tekst
from macros.views.blik import Blik, eenmaal

Waarde = str | int | Decimal | bool | tuple[str, ...] | None
"""One cell: a day or a date is its ISO text, a list its texts, None an empty cell."""


@dataclass(frozen=True, slots=True)
class Gevuld:
    """Rows with a cell for each field, in the language of the look.

    ``naam``: what its files are called, also with a folder before it. ``tabel``: the table of the
    contract that its rows are of.
    """

    naam: str
    titel: str
    uitleg: str
    velden: tuple[Veld, ...]
    rijen: tuple[tuple[Waarde, ...], ...]
    tabel: str


def gevuld(blik: Blik, tabel: Tabel, wortel: str) -> Gevuld:
    """A table as it is now; the site in this language is at ``wortel``."""
    rows = tuple(cellen(blik, tabel.velden, row, wortel) for row in rijen(blik, tabel.naam))
    ui = blik.v.ui
    return Gevuld(tabel.naam, ui(tabel.titel), ui(tabel.uitleg), tabel.velden, rows, tabel.naam)


@eenmaal
def rijen(blik: Blik, naam: str) -> tuple[Rij, ...]:
    """The rows of the table ``naam`` as they are now, found once."""
    (table,) = (one for one in alle_tabellen() if one.naam == naam)
    return tuple(table.maak(blik))


def cellen(blik: Blik, velden: Sequence[Veld], rij: Rij, wortel: str) -> tuple[Waarde, ...]:
    """The cells of a row, with the last ones that follow from the others."""
    found: list[Waarde] = []
    unknown: list[str] = []
    dutch: list[str] = []
    for one in velden[: -len(STAARTVELDEN)]:
        value = getattr(rij, one.naam)
        if value is ONBEKEND:
            unknown.append(one.naam)
        if value is None or value is ONBEKEND:
            found.append(None)
            continue
        parts = value if one.lijst else (value,)
        if any(isinstance(part, Tekst) and not _in_taal(part, blik.v.taal) for part in parts):
            dutch.append(one.naam)
        plain = [_waarde(one, part, wortel) for part in parts]
        found.append(tuple(map(str, plain)) if one.lijst else plain[0])
    return (*found, tuple(unknown), tuple(dutch))


def _in_taal(tekst: Tekst, taal: str) -> bool:
    return tekst.is_naam or tekst.taal == taal or not tekst.tekst


def _waarde(veld: Veld, waarde: Any, wortel: str) -> Waarde:
    match waarde:
        case str() if veld.soort is not Veldsoort.ADRES:
            return waarde
        case Tekst() | Datum() | datetime.date():
            return str(waarde)
        case str():
            return waarde if "://" in waarde else urljoin(wortel, waarde)
        case bool() | int() | Decimal():
            return waarde
    raise TypeError(f"{veld.naam}: no cell can hold {waarde!r}")
