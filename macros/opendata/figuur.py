"""The files of one figure and of one municipality: rows of the table with every figure.

Whatever is not in that table is in none of them. Not here: that table (``v1.monitor``), how a table
becomes a file (``vorm``), or the picture and the chart of a figure (``render``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from macros.opendata.adres import FIGUURMAP
from macros.opendata.contract import STAARTVELDEN, VERSIE, Veld, Veldsoort
from macros.opendata.gevuld import Gevuld, Waarde
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.alles import alle_figuren
from macros.views.monitor.figuur import Figuur, Punt, Soort
from macros.views.naam import gebiednaam
from macros.views.regio.gemeente import tabelnaam

TABEL = "waarnemingen"
"""The table that the rows are of."""
CIJFERS = "cijfers"
"""The rows in the JSON of a figure."""

ROL = Veld(
    N_("Rol"),
    N_("Wat dit cijfer is in de figuur."),
    keuzen={
        "rij": N_("een rij van de figuur"),
        "lijn": N_("een lijn om mee te vergelijken"),
    },
    naam="rol",
    soort=Veldsoort.CODE,
    verplicht=True,
)
"""The one field that a figure has more."""

_VERTAALD = ("titel", "zin", "eenheid", "rijen", "lijnen", "herkomst")
"""What has words in the JSON of a figure."""


def figuurtabellen(blik: Blik, waarnemingen: Gevuld) -> Iterator[tuple[Figuur, Gevuld]]:
    """Every figure of the site with its rows, and then its reference lines."""
    by_key = {str(row[0]): row for row in waarnemingen.rijen}
    fields = figuurvelden(waarnemingen.velden)
    for figuur in alle_figuren(blik).values():
        rows = tuple(figuurrijen(figuur, by_key))
        yield (
            figuur,
            Gevuld(f"{FIGUURMAP}/{figuur.id}", figuur.titel, figuur.zin, fields, rows, TABEL),
        )


def figuurvelden(velden: Iterable[Veld]) -> tuple[Veld, ...]:
    """The fields of a row of a figure."""
    return (*(one for one in velden if one not in STAARTVELDEN), ROL, *STAARTVELDEN)


def figuurrijen(
    figuur: Figuur, rijen: Mapping[str, tuple[Waarde, ...]]
) -> Iterator[tuple[Waarde, ...]]:
    """Its cells as rows, and then its lines; where the source has no row, there is none."""
    tail = len(STAARTVELDEN)
    for role, points in (
        ("rij", [point for lane in figuur.banen for point in lane.punten]),
        ("lijn", [line.punt for line in figuur.lijnen]),
    ):
        for point in points:
            if point.soort is not Soort.GEEN:
                row = rijen[point.kenmerk]
                yield (*row[:-tail], role, *row[-tail:])


def gemeentetabellen(blik: Blik, waarnemingen: Gevuld) -> Iterator[Gevuld]:
    """Every figure of one municipality, for each that has any."""
    (at,) = (n for n, one in enumerate(waarnemingen.velden) if one.naam == "gebied")
    found: dict[str, list[tuple[Waarde, ...]]] = {}
    for row in waarnemingen.rijen:
        found.setdefault(str(row[at]), []).append(row)
    for key in (one for one in found if one in blik.regio.gemeenten):
        title = blik.v.ui(N_("Cijfers van {gemeente}"), gemeente=gebiednaam(blik, key))
        yield Gevuld(
            tabelnaam(key),
            title,
            waarnemingen.uitleg,
            waarnemingen.velden,
            tuple(found[key]),
            TABEL,
        )


def figuurkop(blik: Blik, figuur: Figuur, stand: str | None, wortel: str) -> dict[str, Any]:
    """What stands before the rows in the JSON of a figure.

    ``reeksen`` names the columns. Each of ``rijen`` has ``id``, ``naam`` and ``waarden``, one for
    each column; each of ``lijnen`` has ``id``, ``naam`` and one ``waarde``. A value is a number
    (``waarde``, or null), ``soort`` (``getal``, or why there is none), ``teken`` (as the CBS
    prints it, with a decimal comma) and whether it is ``voorlopig``.
    """
    return {
        "id": figuur.id,
        "indicator": figuur.indicator,
        "titel": figuur.titel,
        "zin": figuur.zin,
        "eenheid": figuur.eenheid,
        "contract": VERSIE,
        "taal": blik.v.taal,
        "stand": stand,
        "adres": urljoin(wortel, figuur.pad),
        "reeksen": list(figuur.reeksen),
        "rijen": [
            {
                "id": baan.id,
                "naam": str(baan.naam),
                "waarden": [_cel(punt) for punt in baan.punten],
            }
            for baan in figuur.banen
        ],
        "lijnen": [
            {"id": lijn.id, "naam": str(lijn.naam), **_cel(lijn.punt)} for lijn in figuur.lijnen
        ],
        "herkomst": list(figuur.herkomst),
        "onvertaald": list(_VERTAALD) if figuur.terugval else [],
    }


def _cel(punt: Punt) -> dict[str, Any]:
    """A cell that is no number has none, whatever else it holds."""
    value = punt.waarde if punt.soort is Soort.GETAL else None
    whole = value is not None and value == value.to_integral_value()
    return {
        "waarde": value if value is None else int(value) if whole else float(value),
        "soort": punt.soort.value,
        "teken": punt.teken,
        "voorlopig": punt.voorlopig,
    }
