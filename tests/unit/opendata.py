"""A table of the open data as tests look at it: its rows by their key, each by the names of fields."""

from __future__ import annotations

from macros.opendata.contract import alle_tabellen
from macros.opendata.gevuld import Waarde, gevuld
from macros.views.blik import Blik

WORTEL = "https://voorbeeld.example/"


def rijen(blik: Blik, naam: str) -> dict[Waarde, dict[str, Waarde]]:
    """Every row of the table ``naam``; two with the same key are a mistake."""
    (tabel,) = (one for one in alle_tabellen() if one.naam == naam)
    filled = gevuld(blik, tabel, WORTEL)
    names = [one.naam for one in filled.velden]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in filled.rijen}
    assert len(rows) == len(filled.rijen), f"{naam}: a key is there twice"
    return rows
