"""The figure for plotly.js, which loads when a visitor asks for it.

Not here: what the visitor's browser does with it (``figuur.js``).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from macros.render.figuur.maat import MERKEN, STREPEN, meet, number_of, plain, waarde_van
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.monitor.figuur import Baan, Figuur, Lijn, Punt, Vorm


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
                "range": [0, plain(figuur.einde)],
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
        if waarde_van(punt) is None
    ]


def _balken(figuur: Figuur) -> list[dict[str, Any]]:
    cells = [baan.punten[0] for baan in figuur.banen]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": _html(figuur.reeksen[0]),
            "y": [baan.id for baan in figuur.banen],
            "x": [number_of(punt) for punt in cells],
            "hovertext": [
                _hover(baan.naam, "", punt) for baan, punt in zip(figuur.banen, cells, strict=True)
            ],
            "hoverinfo": "text",
            "text": [_html(punt.tekst) if waarde_van(punt) is not None else "" for punt in cells],
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
        numbers = [number for punt in baan.punten if (number := number_of(punt)) is not None]
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
            "x": [number_of(punt) for punt in cells],
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
        number = number_of(lijn.punt)
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
