"""The rows of a figure as files to download: CSV, ODS, JSON, and the chart.

Not here: how a table becomes a file (``render.export``).
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros import bestand
from macros.render.export.cel import cijfer
from macros.render.export.tabel import Tabel, schrijf
from macros.render.figuur.maat import check, number_of
from macros.render.figuur.plotly import als_plotly
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.monitor.figuur import Figuur, Punt

MAP = "monitor"
"""The folder of these files, below ``data/v1``."""


def schrijf_figuur(site: Path, v: Vertaler, figuur: Figuur) -> None:
    """CSV, ODS, JSON and the chart for Plotly, where ``teken`` links to."""
    folder = site / "data" / "v1" / MAP
    folder.mkdir(parents=True, exist_ok=True)
    schrijf(site, als_tabel(v, figuur))
    _write(folder / f"{figuur.id}.json", als_json(figuur), indent=1)
    _write(folder / f"{figuur.id}.plotly.json", als_plotly(_in_taal(v, figuur), figuur))


def _in_taal(v: Vertaler, figuur: Figuur) -> Vertaler:
    """What speaks the language of the figure's own words."""
    return Vertaler(figuur.terugval) if figuur.terugval else v


def _write(file: Path, content: dict[str, Any], indent: int | None = None) -> None:
    separators = (",", ": ") if indent else (",", ":")
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
    bestand.schrijf(file, f"{text}\n".encode())


def als_tabel(v: Vertaler, figuur: Figuur) -> Tabel:
    """Rows and then reference lines, with the signs of the CBS; ``*`` behind a provisional series.

    Unit and source stand on every row, so that a row that is copied keeps them. Figures are written
    as in the language of ``v``, whatever that of the words.
    """
    check(figuur)
    ui = _in_taal(v, figuur).ui
    koppen = (figuur.rijkop, *_reekskoppen(figuur), ui(N_("Eenheid")), ui(N_("Bron")))
    last = (figuur.eenheid, " | ".join(figuur.herkomst))
    rijen = (
        *(
            (str(baan.naam), *(cijfer(v, punt) for punt in baan.punten), *last)
            for baan in figuur.banen
        ),
        *((str(lijn.naam), cijfer(v, lijn.punt), *last) for lijn in figuur.lijnen),
    )
    blad = _bladnaam(figuur.titel)
    return Tabel(f"{MAP}/{figuur.id}", blad, koppen, rijen, v.decimaalteken)


def _reekskoppen(figuur: Figuur) -> Iterator[str]:
    for n, reeks in enumerate(figuur.reeksen):
        has_provisional = any(baan.punten[n].voorlopig for baan in figuur.banen)
        yield f"{reeks}*" if has_provisional else reeks


def _bladnaam(titel: str) -> str:
    """A title as the name of a sheet: no signs that spreadsheets forbid, at most 31 letters."""
    legal = titel.translate({ord(sign): " " for sign in "[]*?:/\\"}).strip("' ")
    return textwrap.shorten(legal, 31, placeholder="…").strip("' ")


def als_json(figuur: Figuur) -> dict[str, Any]:
    """The figure for programs.

    ``reeksen`` names the columns. Each of ``rijen`` has ``id``, ``naam`` and ``waarden``, one for
    each column; each of ``lijnen`` has ``id``, ``naam`` and one ``waarde``. A value is a number
    (``waarde``, or null), ``soort`` (``getal``, or why there is none), ``teken`` (as the CBS
    prints it, with a decimal comma) and whether it is ``voorlopig``.
    """
    check(figuur)
    return {
        "titel": figuur.titel,
        "zin": figuur.zin,
        "eenheid": figuur.eenheid,
        "reeksen": list(figuur.reeksen),
        "rijen": [
            {
                "id": baan.id,
                "naam": str(baan.naam),
                "waarden": [_json_cel(punt) for punt in baan.punten],
            }
            for baan in figuur.banen
        ],
        "lijnen": [
            {"id": lijn.id, "naam": str(lijn.naam), **_json_cel(lijn.punt)}
            for lijn in figuur.lijnen
        ],
        "herkomst": list(figuur.herkomst),
    }


def _json_cel(punt: Punt) -> dict[str, Any]:
    return {
        "waarde": number_of(punt),
        "soort": punt.soort.value,
        "teken": punt.teken,
        "voorlopig": punt.voorlopig,
    }
