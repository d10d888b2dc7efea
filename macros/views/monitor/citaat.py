"""How to cite a figure: whose figures they are first, then this site.

Not here: its address, and the day on which somebody reads it (the page).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.basis import mogelijk
from macros.views.blik import Blik
from macros.views.monitor.figuur import Figuur
from macros.views.regio.versies import stand


@dataclass(frozen=True, slots=True)
class Citaat:
    """``bron``: who gave out the figures, with the titles of the sources. ``hier``: this site and
    the title of the figure. ``stand``: which state of the data it is, or that nobody knows.
    """

    bron: str
    hier: str
    stand: str


def citaat(blik: Blik, figuur: Figuur) -> Citaat:
    """In the language of the figure."""
    v = Vertaler(figuur.terugval) if figuur.terugval else blik.v
    site = v.tekst(blik.regio.instellingen.titel)
    return Citaat(
        _bronnen(blik, v, figuur),
        v.ui(N_("Via {site}: {titel}."), site=site, titel=figuur.titel),
        " ".join(stand(replace(blik, v=v))),
    )


def _bronnen(blik: Blik, v: Vertaler, figuur: Figuur) -> str:
    """Each provider once, with its sources; a source without a known provider by its title."""
    titles: dict[str, list[str]] = {}
    for key in figuur.bronnen:
        one = blik.regio.bronnen[key]
        who = mogelijk(v, one.uitgever)
        titles.setdefault(str(who) if who else "", []).append(one.titel)
    parts = (
        f"{who}: {'; '.join(some)}" if who else "; ".join(some) for who, some in titles.items()
    )
    return " ".join(f"{part}." for part in parts)
