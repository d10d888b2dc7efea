"""A figure or a map of the monitor as it is drawn, and the same rows as files to download.

Everything comes from one ``Figuur``. A number is read in one place (``_waarde``), which gives none
for a cell that has none: so a hidden cell has no length, no dot and no number in any file.

Not here: which figures there are and what they say (``views.monitor``), how a table becomes a file
(``export``), or what the visitor's browser does with the chart (``figuur.js``).
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.render.export import Tabel, schrijf
from macros.render.weergave import Pagina, Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.monitor.figuur import Baan, Figuur, Kaart, Kaartvak, Lijn, Punt, Soort, Vorm

MAP = "monitor"
"""The folder of these files, below ``data/v1``."""

MERKEN = {"rond": "circle", "vierkant": "square", "ruit": "diamond", "driehoek": "triangle-up"}
"""The shape of each series in turn: its name in our drawing and in Plotly."""

STREPEN = {"vol": "solid", "streep": "dash", "stip": "dot", "streepstip": "dashdot"}
"""The dashes of each reference line in turn: their name in our drawing and in Plotly."""

MEESTE_TEGELS = 8
"""Rows and columns of the map that ``cijfers.css`` has a place for."""

TEKENS = {
    Soort.AFGESCHERMD: N_(
        "weggelaten om kinderen te beschermen; ook een groot getal kan zijn weggelaten"
    ),
    Soort.ONBEKEND: N_(
        "onbekend, niet betrouwbaar genoeg of geheim; welke van de drie zegt de bron niet"
    ),
    Soort.NIET_VAN_TOEPASSING: N_("dit kan niet voorkomen"),
    Soort.NIET_TE_BEREKENEN: N_("van een van de delen is er geen cijfer"),
    Soort.GEEN: N_("de bron noemt hier geen cijfer"),
}
"""What it means that a cell has no number."""


@dataclass(frozen=True, slots=True)
class Merk:
    """A cell on its lane. ``x`` is a percentage of the axis, None without a number."""

    reeks: str
    vorm: str
    punt: Punt
    x: str | None


@dataclass(frozen=True, slots=True)
class Strook:
    """A lane. ``van`` and ``tot`` are the ends of the line that joins its dots.

    ``rang``: its place when lanes are ordered by size, None when they keep their order.
    """

    naam: Tekst
    pad: str | None
    merken: tuple[Merk, ...]
    van: str | None
    tot: str | None
    rang: int | None


@dataclass(frozen=True, slots=True)
class Streep:
    """A reference line, or, where ``x`` is None, only its name and why there is no number."""

    naam: Tekst
    vorm: str
    punt: Punt
    x: str | None


@dataclass(frozen=True, slots=True)
class Tekening:
    """A figure with all places worked out; ``as_`` has the place and number of each tick."""

    figuur: Figuur
    stroken: tuple[Strook, ...]
    strepen: tuple[Streep, ...]
    as_: tuple[tuple[str, int | float], ...]

    @property
    def is_te_ordenen(self) -> bool:
        """Whether its lanes can be put in another order."""
        return all(strook.rang is not None for strook in self.stroken)

    @property
    def merken(self) -> tuple[tuple[str, str, bool], ...]:
        """Shape, name and whether it is provisional, of each series; none when there is one."""
        if len(self.figuur.reeksen) == 1:
            return ()
        return tuple(
            (vorm, reeks, any(baan.punten[n].voorlopig for baan in self.figuur.banen))
            for n, (vorm, reeks) in enumerate(zip(MERKEN, self.figuur.reeksen, strict=False))
        )

    @property
    def heeft_voorlopig(self) -> bool:
        """Whether the legend must explain provisional figures, also when only a line has one."""
        return self.figuur.heeft_voorlopig or any(s.punt.voorlopig for s in self.strepen)


def meet(figuur: Figuur) -> Tekening:
    """Every place in the drawing. Raises ValueError when the figure contradicts itself."""
    _check(figuur)
    order = _rangen(figuur.banen)
    return Tekening(
        figuur,
        tuple(_strook(figuur, baan, order.get(baan.id)) for baan in figuur.banen),
        tuple(
            Streep(lijn.naam, vorm, lijn.punt, _x(figuur, lijn.punt))
            for vorm, lijn in zip(STREPEN, figuur.lijnen, strict=False)
        ),
        tuple((_procent(figuur, tick), _plain(tick)) for tick in _ticks(figuur.einde)),
    )


def _check(figuur: Figuur) -> None:
    wrong = (
        (not figuur.reeksen, "geen reeks"),
        (len(figuur.reeksen) > len(MERKEN), f"meer dan {len(MERKEN)} reeksen"),
        (figuur.vorm is Vorm.BALKEN and len(figuur.reeksen) != 1, "balken van meer dan één reeks"),
        (len(figuur.lijnen) > len(STREPEN), f"meer dan {len(STREPEN)} lijnen"),
        (bool(figuur.lijnen) and len(figuur.reeksen) != 1, "lijnen bij meer dan één reeks"),
        (any(len(b.punten) != len(figuur.reeksen) for b in figuur.banen), "een baan met gaten"),
        (figuur.einde <= 0, "een as zonder einde"),
        (
            any(not 0 <= waarde <= figuur.einde for waarde in _waarden(figuur)),
            "een waarde naast de as",
        ),
    )
    for is_wrong, what in wrong:
        if is_wrong:
            raise ValueError(f"Figuur {figuur.id}: {what}.")


def _waarde(punt: Punt) -> Decimal | None:
    """The number of a cell; None for one that has no number, whatever else it holds."""
    return punt.waarde if punt.soort is Soort.GETAL else None


def _waarden(figuur: Figuur) -> Iterator[Decimal]:
    cells = [punt for baan in figuur.banen for punt in baan.punten]
    for punt in (*cells, *(lijn.punt for lijn in figuur.lijnen)):
        waarde = _waarde(punt)
        if waarde is not None:
            yield waarde


def _strook(figuur: Figuur, baan: Baan, rang: int | None) -> Strook:
    merken = tuple(
        Merk(reeks, vorm, punt, _x(figuur, punt))
        for vorm, reeks, punt in zip(MERKEN, figuur.reeksen, baan.punten, strict=False)
    )
    numbers = [waarde for punt in baan.punten if (waarde := _waarde(punt)) is not None]
    joined = len(numbers) > 1
    return Strook(
        baan.naam,
        baan.pad,
        merken,
        _procent(figuur, min(numbers)) if joined else None,
        _procent(figuur, max(numbers)) if joined else None,
        rang,
    )


def _x(figuur: Figuur, punt: Punt) -> str | None:
    waarde = _waarde(punt)
    return None if waarde is None else _procent(figuur, waarde)


def _procent(figuur: Figuur, waarde: Decimal) -> str:
    return f"{100 * waarde / figuur.einde:.2f}%"


def _rangen(banen: tuple[Baan, ...]) -> dict[str, int]:
    """The place of each lane by size, largest first; empty when a size is not known.

    The size itself is not passed on. Lanes of the same size keep their order.
    """
    sizes = [baan.omvang for baan in banen if baan.omvang is not None]
    if len(sizes) < max(len(banen), 2):
        return {}
    return {baan.id: n for n, baan in enumerate(sorted(banen, key=lambda one: -(one.omvang or 0)))}


_MOST_PARTS = 4


def _ticks(einde: Decimal) -> Iterator[Decimal]:
    """Round numbers from 0 to ``einde``: steps that end there if there are, else what fits."""
    steps = list(_steps(einde))
    step = next((one for one in steps if einde % one == 0), steps[0])
    for n in range(int(einde / step) + 1):
        yield n * step


def _steps(einde: Decimal) -> Iterator[Decimal]:
    """From small to large, the round steps that make two, three or four parts."""
    ten = Decimal(1).scaleb((einde / _MOST_PARTS).adjusted())
    for factor in ("1", "2", "2.5", "3", "4", "5", "10", "20"):
        step = ten * Decimal(factor)
        if 2 <= einde / step <= _MOST_PARTS:
            yield step


def teken(p: Pagina, figuur: Figuur, elders: str | None = None) -> Markup:
    """The figure as it stands on a page: drawing, table, source and downloads.

    With ``elders``, the site path where these are, only the drawing and a link.

    The page needs ``figuur.js`` among its scripts, and ``schrijf_figuur`` for the links to work.
    """
    return _in_taal(p, figuur.terugval).toon(
        "monitor/figuur.html",
        t=meet(figuur),
        f=figuur,
        pad=elders,
        tekens=_betekenissen(p.blik.v, figuur),
        bestand=f"data/v1/{MAP}/{figuur.id}",
    )


def _betekenissen(v: Vertaler, figuur: Figuur) -> dict[str, str]:
    """What the figure says in a cell without a number, with what it means."""
    cells = [punt for baan in figuur.banen for punt in baan.punten]
    cells += [lijn.punt for lijn in figuur.lijnen]
    return {punt.tekst: v.ui(TEKENS[punt.soort]) for punt in cells if punt.soort in TEKENS}


def _in_taal(p: Pagina, terugval: str | None) -> Pagina:
    """The same page in the language that a figure had to fall back to."""
    return p if terugval is None else Pagina(_anders(p.weergave, terugval), p.url)


def _anders(weergave: Weergave, terugval: str) -> Weergave:
    return replace(weergave, blik=replace(weergave.blik, v=Vertaler(terugval)))


def teken_kaart(p: Pagina, kaart: Kaart) -> Markup:
    """The schematic map, its tiles in reading order. Raises ValueError for a place off the map."""
    for vak in kaart.vakken:
        if not (1 <= vak.rij <= MEESTE_TEGELS and 1 <= vak.kolom <= MEESTE_TEGELS):
            raise ValueError(f"Kaart {kaart.id}: {vak.id} ligt buiten de kaart.")
    return _in_taal(p, kaart.terugval).toon(
        "monitor/kaart.html",
        k=kaart,
        vakken=sorted(kaart.vakken, key=_leesvolgorde),
        heeft_voorlopig=any(vak.punt.voorlopig for vak in kaart.vakken),
    )


def _leesvolgorde(vak: Kaartvak) -> tuple[int, int]:
    return vak.rij, vak.kolom


def schrijf_figuur(site: Path, v: Vertaler, figuur: Figuur) -> None:
    """CSV, ODS, JSON and the chart for Plotly, where ``teken`` links to."""
    folder = site / "data" / "v1" / MAP
    folder.mkdir(parents=True, exist_ok=True)
    v = Vertaler(figuur.terugval) if figuur.terugval else v
    schrijf(site, als_tabel(v, figuur))
    _write(folder / f"{figuur.id}.json", als_json(figuur), indent=1)
    _write(folder / f"{figuur.id}.plotly.json", als_plotly(v, figuur))


def _write(file: Path, content: dict[str, Any], indent: int | None = None) -> None:
    separators = (",", ": ") if indent else (",", ":")
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
    file.write_text(f"{text}\n", encoding="utf-8")


def als_tabel(v: Vertaler, figuur: Figuur) -> Tabel:
    """Rows and then reference lines, with the signs of the CBS; ``*`` behind a provisional series.

    Unit and source stand on every row, so that a row that is copied keeps them.
    """
    _check(figuur)
    koppen = (figuur.rijkop, *_reekskoppen(figuur), v.ui(N_("Eenheid")), v.ui(N_("Bron")))
    last = (figuur.eenheid, " | ".join(figuur.herkomst))
    rijen = (
        *((str(baan.naam), *(punt.teken for punt in baan.punten), *last) for baan in figuur.banen),
        *((str(lijn.naam), lijn.punt.teken, *last) for lijn in figuur.lijnen),
    )
    return Tabel(f"{MAP}/{figuur.id}", _bladnaam(figuur.titel), koppen, rijen)


def _reekskoppen(figuur: Figuur) -> Iterator[str]:
    for n, reeks in enumerate(figuur.reeksen):
        has_provisional = any(baan.punten[n].voorlopig for baan in figuur.banen)
        yield f"{reeks}*" if has_provisional else reeks


def _bladnaam(titel: str) -> str:
    """A title as the name of a sheet: no signs that spreadsheets forbid, at most 31 letters."""
    legal = titel.translate({ord(sign): " " for sign in "[]*?:/\\"})
    return textwrap.shorten(legal, 31, placeholder="…")


def als_json(figuur: Figuur) -> dict[str, Any]:
    """The figure for programs.

    ``reeksen`` names the columns. Each of ``rijen`` has ``id``, ``naam`` and ``waarden``, one for
    each column; each of ``lijnen`` has ``id``, ``naam`` and one ``waarde``. A value is a number
    (``waarde``, or null), ``soort`` (``getal``, or why there is none), ``teken`` (as the CBS
    prints it, with a decimal comma) and whether it is ``voorlopig``.
    """
    _check(figuur)
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
        "waarde": _number(punt),
        "soort": punt.soort.value,
        "teken": punt.teken,
        "voorlopig": punt.voorlopig,
    }


def _number(punt: Punt) -> int | float | None:
    waarde = _waarde(punt)
    return None if waarde is None else _plain(waarde)


def _plain(waarde: Decimal) -> int | float:
    """As JSON has numbers; a whole one without a point."""
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)


def als_plotly(v: Vertaler, figuur: Figuur) -> dict[str, Any]:
    """The figure for plotly.js: ``data``, ``layout``, ``config``.

    Its colours and its legend are those of the page. Every word and number in it is one of ours, so
    plotly.js needs no language of its own.
    """
    tekening = meet(figuur)
    rows = [baan.id for baan in figuur.banen]
    return {
        "data": _balken(figuur) if figuur.vorm is Vorm.BALKEN else list(_punten(figuur)),
        "layout": {
            "autosize": True,
            "height": _height(figuur),
            "margin": {"l": 8, "r": 24, "t": 8, "b": 32, "pad": 6},
            "dragmode": False,
            "hovermode": "closest",
            "showlegend": False,
            "xaxis": {
                "range": [0, _plain(figuur.einde)],
                "fixedrange": True,
                "tickvals": [tick for _, tick in tekening.as_],
                "ticktext": [v.getal(tick) for _, tick in tekening.as_],
                "zeroline": True,
            },
            "yaxis": {
                "type": "category",
                "categoryorder": "array",
                "categoryarray": rows,
                "autorange": "reversed",
                "fixedrange": True,
                "tickvals": rows,
                "ticktext": ["<br>".join(_names(baan)) for baan in figuur.banen],
                "automargin": True,
            },
            "shapes": list(_lijnvormen(figuur.lijnen)),
            "annotations": list(_zonder_getal(figuur)),
        },
        "config": {
            "displayModeBar": False,
            "displaylogo": False,
            "showLink": False,
            "responsive": True,
            "doubleClick": False,
        },
    }


def _height(figuur: Figuur) -> int:
    """In px: a lane for each row, as high as the longest name or the most words on it ask."""
    names = max((len(_names(baan)) for baan in figuur.banen), default=1)
    words = max((len(_words(figuur, baan)) for baan in figuur.banen), default=0)
    lane = max(44, 18 * names + 8, 15 * words + 28)
    return 48 + lane * len(figuur.banen)


def _names(baan: Baan) -> list[str]:
    """The name of a row, in lines that leave room for the chart on a phone."""
    return [_html(line) for line in textwrap.wrap(str(baan.naam), 18, break_long_words=False)]


def _words(figuur: Figuur, baan: Baan) -> list[str]:
    """What its cells without a number say; with more series also which one it is."""
    has_one = len(figuur.reeksen) == 1
    return [
        _html(punt.tekst if has_one else f"{reeks}: {punt.tekst}")
        for reeks, punt in zip(figuur.reeksen, baan.punten, strict=True)
        if _waarde(punt) is None
    ]


def _balken(figuur: Figuur) -> list[dict[str, Any]]:
    cells = [baan.punten[0] for baan in figuur.banen]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": _html(figuur.reeksen[0]),
            "y": [baan.id for baan in figuur.banen],
            "x": [_number(punt) for punt in cells],
            "hovertext": [
                _hover(baan.naam, "", punt) for baan, punt in zip(figuur.banen, cells, strict=True)
            ],
            "hoverinfo": "text",
            "text": [_html(punt.tekst) if _waarde(punt) is not None else "" for punt in cells],
            "textposition": "outside",
            "cliponaxis": False,
            "width": 0.5,
            "marker": {"pattern": {"shape": ["/" if punt.voorlopig else "" for punt in cells]}},
        }
    ]


def _punten(figuur: Figuur) -> Iterator[dict[str, Any]]:
    """First the lines that join the dots of a lane, then a series each."""
    joined_x: list[int | float | None] = []
    joined_y: list[str | None] = []
    for baan in figuur.banen:
        numbers = [number for punt in baan.punten if (number := _number(punt)) is not None]
        joined_x += [*numbers, None]
        joined_y += [*(baan.id for _ in numbers), None]
    yield {
        "type": "scatter",
        "mode": "lines",
        "x": joined_x,
        "y": joined_y,
        "hoverinfo": "skip",
    }
    for n, (reeks, symbol) in enumerate(zip(figuur.reeksen, MERKEN.values(), strict=False)):
        cells = [baan.punten[n] for baan in figuur.banen]
        yield {
            "type": "scatter",
            "mode": "markers",
            "name": _html(reeks),
            "y": [baan.id for baan in figuur.banen],
            "x": [_number(punt) for punt in cells],
            "hovertext": [
                _hover(baan.naam, reeks, punt)
                for baan, punt in zip(figuur.banen, cells, strict=True)
            ],
            "hoverinfo": "text",
            "marker": {
                "size": 12,
                "symbol": [f"{symbol}-open" if punt.voorlopig else symbol for punt in cells],
            },
        }


def _lijnvormen(lijnen: Iterable[Lijn]) -> Iterator[dict[str, Any]]:
    for dash, lijn in zip(STREPEN.values(), lijnen, strict=False):
        number = _number(lijn.punt)
        if number is not None:
            yield {
                "type": "line",
                "x0": number,
                "x1": number,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"dash": dash, "width": 2},
            }


def _zonder_getal(figuur: Figuur) -> Iterator[dict[str, Any]]:
    """The words of each cell without a number: on its lane, above it when that has a dot too."""
    for baan in figuur.banen:
        if words := _words(figuur, baan):
            is_empty = len(words) == len(baan.punten)
            yield {
                "x": 0,
                "xanchor": "left",
                "xshift": 4,
                "y": baan.id,
                "yanchor": "middle" if is_empty else "bottom",
                "yshift": 0 if is_empty else 6,
                "text": "<br>".join(words),
                "align": "left",
                "font": {"size": 12},
                "showarrow": False,
            }


def _hover(naam: Tekst, reeks: str, punt: Punt) -> str:
    words = f"{naam}, {reeks}: {punt.tekst}" if reeks else f"{naam}: {punt.tekst}"
    return _html(words) + ("*" if punt.voorlopig else "")


def _html(text: str) -> str:
    """Text as plotly.js shows it: it takes tags for markup."""
    return escape(text, quote=False)
