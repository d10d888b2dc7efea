"""What there is to take: the tables of a region, area by area, with how many rows each has now.

Not here: what a table is (``contract``), its files (``bestanden``) or how a page shows any of it.
"""

from __future__ import annotations

from macros.opendata.contract import alle_tabellen
from macros.opendata.gevuld import Gevuld, gevuld
from macros.views.aanwezig import heeft
from macros.views.blik import Blik, eenmaal

ALTIJD = "regio"
"""The area that every region has something of: itself."""


@eenmaal
def alle_gevuld(blik: Blik, wortel: str) -> tuple[Gevuld, ...]:
    """Every table of the region as it is now, filled once; of an area it has nothing of, none."""
    areas = {one.gebied for one in alle_tabellen()}
    there = {area for area in areas if area == ALTIJD or heeft(blik.regio, area)}
    return tuple(gevuld(blik, one, wortel) for one in alle_tabellen() if one.gebied in there)
