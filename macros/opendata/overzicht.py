"""What there is to take: the tables of a region, area by area, with how many rows each has now.

Not here: what a table is (``contract``), its files (``bestanden``) or how a page shows any of it.
"""

from __future__ import annotations

from macros.opendata.contract import Tabel, alle_tabellen
from macros.opendata.gevuld import Gevuld, gevuld
from macros.views.aanwezig import heeft
from macros.views.blik import Blik, eenmaal

ALTIJD = "regio"
"""The area that every region has something of: itself."""


def tabellen(blik: Blik) -> tuple[Tabel, ...]:
    """The tables of the region; of an area it has nothing of, none."""
    areas = {one.gebied for one in alle_tabellen()}
    there = {area for area in areas if area == ALTIJD or heeft(blik.regio, area)}
    return tuple(one for one in alle_tabellen() if one.gebied in there)


@eenmaal
def gevulde(blik: Blik, naam: str, wortel: str) -> Gevuld:
    """The table of that name as it is now, filled once."""
    [one] = [one for one in alle_tabellen() if one.naam == naam]
    return gevuld(blik, one, wortel)


@eenmaal
def alle_gevuld(blik: Blik, wortel: str) -> tuple[Gevuld, ...]:
    """Every table of the region as it is now."""
    return tuple(gevulde(blik, one.naam, wortel) for one in tabellen(blik))
