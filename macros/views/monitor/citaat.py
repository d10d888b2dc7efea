"""How to cite a figure: whose figures they are first, then this site.

Not here: its address, and the day on which somebody reads it (the page).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.basis import bronzinnen
from macros.views.monitor.figuur import Figuur
from macros.views.regio.versies import stand


@dataclass(frozen=True, slots=True)
class Citaat:
    """``bron``: who gave out the figures, with the titles of the sources. ``hier``: this site and
    the title of the figure, without a full stop: more follows. ``stand``: which state of the data
    it is, or that nobody knows.
    """

    bron: str
    hier: str
    stand: str


def citaat(blik: Blik, figuur: Figuur) -> Citaat:
    """In the language of the figure."""
    v = Vertaler(figuur.terugval) if figuur.terugval else blik.v
    told = replace(blik, v=v)
    site = v.tekst(blik.regio.instellingen.titel)
    return Citaat(
        " ".join(f"{one}." for one in bronzinnen(told, figuur.bronnen)),
        v.ui(N_("Via {site}: {titel}"), site=site, titel=figuur.titel),
        " ".join(stand(told)),
    )
