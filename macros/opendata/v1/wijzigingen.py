"""The log of changes of the contract, newest first: what programs that read it can rely on.

Whoever adds a table or a field gives it a newer ``sinds``, raises ``contract.VERSIE`` to that and
tells here what is new. Not here: changes of the data, which readers find on the page with what is
new.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from macros.tekst import N_


class Wijziging(NamedTuple):
    """One version of the contract. ``tekst`` is Dutch (``N_``), translated where it is shown."""

    versie: str
    dag: datetime.date
    tekst: str


WIJZIGINGEN = (
    Wijziging(
        "1.0",
        datetime.date(2026, 11, 30),
        N_(
            "De eerste versie: elke tabel van de site als CSV, JSON, ODS en XLSX, met vaste namen, "
            "codes en datums, en bij elk veld wat het betekent. De bestanden van voor die dag "
            "houden hun adres, en hebben de velden van nu."
        ),
    ),
)
