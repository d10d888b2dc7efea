"""How long the steps of proposals took, beside what the calendar allowed: by task and by body.

Only of steps of which both days are known, and only where there are enough of them to say anything.
Not here: how long a route can take by the calendar alone (``planner``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from macros.model.basis.record import actief
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.voorstelroute import Staptaak
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naar
from macros.views.overleg.voorstel import Duur, duur, loop

GENOEG = 3
"""From as many steps on a median says something."""

TAAK = {
    Staptaak.VOORBEREIDEN: N_("Voorbereiden"),
    Staptaak.ADVISEREN: N_("Adviseren"),
    Staptaak.AGENDEREN: N_("Op de agenda zetten"),
    Staptaak.BESLUITEN: N_("Beslissen"),
    Staptaak.INFORMEREN: N_("Horen wat is besloten"),
}


@dataclass(frozen=True, slots=True)
class Duurrij:
    """Steps of one sort: how many, and days; ``gepland`` is the median of what the calendar allowed
    the ``met_plan`` of them of which that is known, None when these are too few.
    """

    naam: Tekst
    pad: str | None
    aantal: int
    mediaan: float
    langste: int
    met_plan: int
    gepland: float | None


@dataclass(frozen=True, slots=True)
class Stapduren:
    """``aantal`` steps in all; by task and by body those that are enough."""

    aantal: int
    per_taak: tuple[Duurrij, ...]
    per_overleg: tuple[Duurrij, ...]


@eenmaal
def stapduren(blik: Blik) -> Stapduren:
    """How long every step took that was ever taken."""
    every = [*_duren(blik)]
    by_task = [
        (blik.v.naam(blik.v.ui(name)), None, [one for one in every if one.taak is task])
        for task, name in TAAK.items()
    ]
    by_body = [
        (link.titel, link.pad, [one for one in every if one.overleg == key])
        for key, link in ((key, naar(blik, Overleg, key)) for key in blik.regio.overleggen)
    ]
    return Stapduren(len(every), tuple(_rijen(by_task)), tuple(_rijen(by_body)))


def _duren(blik: Blik) -> Iterator[Duur]:
    for one in actief(blik.regio.voorstellen):
        way = loop(blik, one.id)
        for zet in way.zetten:
            if found := duur(blik, way, zet):
                yield found


def _rijen(groups: Iterable[tuple[Tekst, str | None, list[Duur]]]) -> Iterator[Duurrij]:
    for naam, pad, some in groups:
        if len(some) < GENOEG:
            continue
        days = [one.dagen for one in some]
        planned = [one.gepland for one in some if one.gepland is not None]
        yield Duurrij(
            naam,
            pad,
            len(some),
            median(days),
            max(days),
            len(planned),
            median(planned) if len(planned) >= GENOEG else None,
        )
