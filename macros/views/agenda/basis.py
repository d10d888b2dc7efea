"""What the views of the agenda share: its years. Not here: what it is called (``naam``)."""

from __future__ import annotations

from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio


def agendajaren(regio: Regio) -> tuple[int, ...]:
    """Every year the agenda is for, or else the years that are planned."""
    if regio.looptijd is None:
        return _geplande_jaren(regio)
    return tuple(range(regio.looptijd.van, regio.looptijd.tot_en_met + 1))


def _geplande_jaren(regio: Regio) -> tuple[int, ...]:
    """The years that the sources plan something for, where the agenda names none."""
    speerpunten = regio.actieve_speerpunten
    years = {jaar.jaar for one in speerpunten for jaar in one.planning}
    for actie in (actie for one in speerpunten for actie in one.acties):
        if actie.wanneer is not ONBEKEND:
            years.update(datum.jaar for datum in actie.wanneer)
    return tuple(range(min(years), max(years) + 1)) if years else ()
