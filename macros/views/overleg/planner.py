"""When a proposal gets through: the first possible dates of a route, and how long it takes.

Pure arithmetic on a route, a calendar and a day. A body takes up a proposal in its first meeting
for which the papers were in on time. Where it is unknown how early the papers must be in, no day is
named: the step has none, and ``views.overleg.voorstelroute`` says why. Who is only told needs no
papers, and hears it on a later day.

Not here: which routes are allowed (``rules.overleg.voorstelroute``) or how a page shows them.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.overleg.vergadering import StandVergadering, Vergadering
from macros.model.overleg.voorstelroute import Routestap, Staptaak, Voorstelroute

_DAG = datetime.timedelta(days=1)
JAAR = 365
"""Days of submission that a simulation tries."""


@dataclass(frozen=True, slots=True)
class Ronde:
    """A meeting that can take up a proposal: its day, and the last day to hand in the papers.

    Of all meetings of a body the last day is known, or of none of them.
    """

    dag: datetime.date
    uiterlijk: datetime.date | None

    def grens(self, taak: Staptaak) -> datetime.date:
        """The last day on which a proposal can be ready for this meeting; unknown is never.

        Who is only told hears it in a meeting on a later day.
        """
        if not vraagt_stukken(taak):
            return self.dag - _DAG
        return self.uiterlijk or datetime.date.min


def vraagt_stukken(taak: Staptaak) -> bool:
    """Whether a body needs papers for this; not to hear what was decided."""
    return taak is not Staptaak.INFORMEREN


Kalender = Mapping[str, tuple[Ronde, ...]]
"""The meetings of each body, in order of day; so also in order of the last day for papers."""


@dataclass(frozen=True, slots=True)
class Stapdag:
    """When a body takes a step; None: its calendar has no meeting for it."""

    stap: str
    overleg: str
    dag: datetime.date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal handed in on ``ingediend``, and its decision; None when none is in sight.

    Of a route for news, which has no decision, the last step counts.
    """

    ingediend: datetime.date
    dagen: tuple[Stapdag, ...]
    besluit: datetime.date | None

    @property
    def doorlooptijd(self) -> int | None:
        """Days from handing in to the decision."""
        return None if self.besluit is None else (self.besluit - self.ingediend).days


@dataclass(frozen=True, slots=True)
class Doorlooptijd:
    """Lead times in days over ``dagen`` days of submission; ``met_besluit`` get a decision.

    The three are None when not one of them does.
    """

    dagen: int
    met_besluit: int
    kortste: int | None
    mediaan: float | None
    langste: int | None


def kalender(regio: Regio) -> Kalender:
    """Every meeting that is known to the day and not cancelled, by body."""
    found: dict[str, list[Ronde]] = {}
    for one in actief(regio.vergaderingen):
        day = one.datum.dagdatum
        if day is None or one.overleg is None or one.stand is StandVergadering.AFGELAST:
            continue
        papers = stukken_uiterlijk(regio, one)
        found.setdefault(one.overleg, []).append(Ronde(day, papers))
    return {key: tuple(sorted(rounds, key=lambda r: r.dag)) for key, rounds in found.items()}


def stukken_uiterlijk(regio: Regio, one: Vergadering) -> datetime.date | None:
    """The last day to hand in papers for a meeting; None is unknown."""
    early = regio.overleggen[one.overleg].stukken_vooraf if one.overleg else Onbekend.ONBEKEND
    day = one.datum.dagdatum
    return None if isinstance(early, Onbekend) or day is None else day - early * _DAG


@dataclass(frozen=True, slots=True)
class Begin:
    """A step that waits: for which bodies, since which day, and whether it was another step that
    ended on that day.
    """

    overleggen: tuple[str, ...]
    vanaf: datetime.date
    na_een_stap: bool


@dataclass(frozen=True, slots=True)
class Onderweg:
    """A proposal that got somewhere: the steps that are done, and those that wait."""

    klaar: Collection[str]
    wacht: Mapping[str, Begin]


def plan(
    route: Voorstelroute,
    ingediend: datetime.date,
    kalender: Kalender,
    onderweg: Onderweg = Onderweg((), MappingProxyType({})),
) -> Plan:
    """The first possible day of each step that is not done, for a proposal that is handed in on
    ``ingediend``.

    A step begins when all steps before it are done; its papers can be handed in on the day the last
    of these was taken, and its meeting is on a later day than that.
    """
    klaar: dict[str, datetime.date | None] = {}
    dagen: list[Stapdag] = []
    besluit: datetime.date | None = None
    for stap in op_volgorde(route):
        if stap.id in onderweg.klaar:
            continue
        before = [klaar[o.id] for o in route.stappen if stap.id in o.daarna and o.id in klaar]
        last = _laatste(before) if before else ingediend
        start = onderweg.wacht.get(stap.id) or (last and Begin(stap.overleggen, last, bool(before)))
        keys = start.overleggen if start else stap.overleggen
        days = [eerste_ronde(kalender, key, stap.taak, start) if start else None for key in keys]
        dagen += (Stapdag(stap.id, key, d) for key, d in zip(keys, days, strict=True))
        klaar[stap.id] = _laatste(days)
        if stap.taak is Staptaak.BESLUITEN:
            besluit = klaar[stap.id]
    if not any(stap.taak is Staptaak.BESLUITEN for stap in route.stappen):
        besluit = _laatste(list(klaar.values()))
    return Plan(ingediend, tuple(dagen), besluit)


def eerste_ronde(
    kalender: Kalender, overleg: str, taak: Staptaak, begin: Begin
) -> datetime.date | None:
    """The first meeting in which a body can take its step."""
    rounds = kalender.get(overleg, ())
    at = bisect_left(rounds, begin.vanaf, key=lambda r: r.grens(taak))
    if begin.na_een_stap:
        at = max(at, bisect_left(rounds, begin.vanaf + _DAG, key=lambda r: r.dag))
    return rounds[at].dag if at < len(rounds) else None


def _laatste(days: list[datetime.date | None]) -> datetime.date | None:
    """The last of all, when there are all of them."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def op_volgorde(route: Voorstelroute) -> Iterator[Routestap]:
    """The steps of a route, each after those it waits for; otherwise as they are written."""
    left = list(route.stappen)
    while left:
        waits = {key for stap in left for key in stap.daarna}
        ready = next(stap for stap in left if stap.id not in waits)
        left.remove(ready)
        yield ready


def vertrekken(route: Voorstelroute, kalender: Kalender, van: datetime.date) -> tuple[Plan, ...]:
    """For each decision that is possible from ``van`` on: the last day to hand in for it.

    Whoever hands in on another day gets the decision of the first of these that is not earlier.
    """
    first = route.stappen[0]
    rounds = (ronde for key in first.overleggen for ronde in kalender.get(key, ()))
    limits = {ronde.grens(first.taak) for ronde in rounds}
    plans = (plan(route, day, kalender) for day in sorted(limits) if day >= van)
    last = {one.besluit: one for one in plans if one.besluit is not None}
    return tuple(last.values())


def doorlooptijd(route: Voorstelroute, kalender: Kalender, van: datetime.date) -> Doorlooptijd:
    """The lead times of a proposal handed in on each day of the year from ``van`` on."""
    ahead = vertrekken(route, kalender, van)
    found = []
    for number in range(JAAR):
        day = van + number * _DAG
        at = bisect_left(ahead, day, key=lambda one: one.ingediend)
        if at < len(ahead) and (decided := ahead[at].besluit):
            found.append((decided - day).days)
    if not found:
        return Doorlooptijd(JAAR, 0, None, None, None)
    return Doorlooptijd(JAAR, len(found), min(found), median(found), max(found))
