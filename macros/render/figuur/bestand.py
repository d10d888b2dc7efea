"""The chart of a figure as a file, for who asks for it in the browser.

Not here: the rows of a figure as tables (``opendata.figuur``), or what the chart is (``plotly``).
"""

from __future__ import annotations

import json

from macros.opendata.adres import FIGUURMAP, GRAFIEK
from macros.opendata.contract import MAP
from macros.render.figuur.maat import check
from macros.render.figuur.plotly import als_plotly
from macros.taal.vertaler import Vertaler
from macros.views.monitor.figuur import Figuur


def grafiek(v: Vertaler, figuur: Figuur) -> tuple[str, bytes]:
    """The chart for Plotly by its path, where ``teken`` links to; in the language of its words."""
    check(figuur)
    words = Vertaler(figuur.terugval) if figuur.terugval else v
    chart = json.dumps(als_plotly(words, figuur), ensure_ascii=False, separators=(",", ":"))
    return f"{MAP}{FIGUURMAP}/{figuur.id}.{GRAFIEK}", f"{chart}\n".encode()
