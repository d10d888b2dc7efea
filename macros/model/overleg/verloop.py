"""How far a proposal got: its steps laid along its route, and what waits.

Pure: the same for who checks a proposal and for who shows it. A step that the route does not allow
is a ``Misstap`` and moves nothing. A proposal that was sent back passes again what comes after the
step it was sent back to. Not here: when a next step can be (``views.overleg.planner``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.overleg.voorstel import BESLIST, VERRICHT, Handeling, Voorstel, Voorstelstap, kan
from macros.model.overleg.voorstelroute import Routestap, Voorstelroute


class Reden(Enum):
    """Why a step cannot be as it is written."""

    NIET_OP_ROUTE = "the route does not pass this body"
    ANDERE_TAAK = "the body has another task on this route"
    TE_VROEG = "a step before it was not taken"
    AL_GEZET = "the body is done with its step"
    NIET_EERDER = "it is not sent back to a step before"


@dataclass(frozen=True, slots=True)
class Misstap:
    """The step with this number is not possible; ``stappen``: those of the route that would be."""

    nummer: int
    reden: Reden
    stappen: tuple[Routestap, ...] = ()


@dataclass(frozen=True, slots=True)
class Zet:
    """A step that was taken: which one of the route, since when it waited, and on which day it was.

    None is a day that is not known.
    """

    nummer: int
    stap: Routestap
    overleg: str
    handeling: Handeling
    sinds: datetime.date | None
    dag: datetime.date | None

    @property
    def klaar(self) -> bool:
        """Whether the body was then done with the step."""
        return self.handeling in VERRICHT[self.stap.taak]


@dataclass(frozen=True, slots=True)
class Wacht:
    """A step of the route that waits for these bodies, since a day (None is not known).

    ``vanaf``: the day after which it can be taken, which is later when it was held over.
    ``opnieuw``: it was taken before, and the proposal was sent back.
    """

    stap: Routestap
    overleggen: tuple[str, ...]
    sinds: datetime.date | None
    vanaf: datetime.date | None
    opnieuw: bool


@dataclass(frozen=True, slots=True)
class Verloop:
    """``klaar`` are the steps of the route that are done, each with its day; ``wacht`` those that
    can be taken now. A proposal that was withdrawn waits for nothing.
    """

    zetten: tuple[Zet, ...]
    missers: tuple[Misstap, ...]
    klaar: Mapping[str, datetime.date | None]
    wacht: tuple[Wacht, ...]

    @property
    def beslist(self) -> Zet | None:
        """The step in which was decided, yes or no."""
        return next((one for one in self.zetten if one.handeling in BESLIST), None)


def datum_van(regio: Regio, stap: Voorstelstap) -> Datum | None:
    """The date of a step: that of its meeting, or its own; None is unknown."""
    meeting = regio.vergaderingen.get(stap.vergadering or "")
    if meeting:
        return meeting.datum
    return stap.datum if isinstance(stap.datum, Datum) else None


def _laatste(dagen: list[datetime.date | None]) -> datetime.date | None:
    """The last of all, when all are known."""
    known = [one for one in dagen if one is not None]
    return max(known) if len(known) == len(dagen) else None


def _dag(datum: object) -> datetime.date | None:
    return datum.dagdatum if isinstance(datum, Datum) else None


def verloop(regio: Regio, voorstel: Voorstel) -> Verloop:
    """The way of a proposal; its route is there, and has no circle."""
    way = _Weg(regio.routes[voorstel.route], _dag(voorstel.ingediend_op))
    for nummer, stap in enumerate(voorstel.stappen):
        way.zet(nummer, stap, _dag(datum_van(regio, stap)))
    waiting = () if voorstel.ingetrokken else tuple(way.wachtend())
    return Verloop(tuple(way.zetten), tuple(way.missers), way.klaar, waiting)


@dataclass(slots=True)
class _Weg:
    """The route with what has been done so far."""

    route: Voorstelroute
    ingediend: datetime.date | None
    zetten: list[Zet] = field(default_factory=list)
    missers: list[Misstap] = field(default_factory=list)
    klaar: dict[str, datetime.date | None] = field(default_factory=dict)
    deden: dict[str, dict[str, datetime.date | None]] = field(default_factory=dict)
    terug: dict[str, datetime.date | None] = field(default_factory=dict)
    """When the proposal was sent back to a step."""
    aangehouden: dict[str, datetime.date | None] = field(default_factory=dict)

    def voor(self, stap: Routestap) -> list[Routestap]:
        return [one for one in self.route.stappen if stap.id in one.daarna]

    def is_open(self, stap: Routestap) -> bool:
        return stap.id not in self.klaar and all(one.id in self.klaar for one in self.voor(stap))

    def sinds(self, stap: Routestap) -> datetime.date | None:
        """Since when a step waits: the last of the days before it."""
        if stap.id in self.terug:
            return self.terug[stap.id]
        return _laatste([self.klaar.get(one.id) for one in self.voor(stap)] or [self.ingediend])

    def wachtend(self) -> Iterator[Wacht]:
        for stap in self.route.stappen:
            if self.is_open(stap):
                did = self.deden.get(stap.id, {})
                left = tuple(key for key in stap.overleggen if key not in did)
                ever = [one for one in self.zetten if one.stap == stap and one.klaar]
                since = self.sinds(stap)
                yield Wacht(
                    stap, left, since, self.aangehouden.get(stap.id, since), len(ever) > len(did)
                )

    def zet(self, nummer: int, one: Voorstelstap, dag: datetime.date | None) -> None:
        """Take a step, or note why it cannot be."""
        here = [stap for stap in self.route.stappen if one.overleg in stap.overleggen]
        able = [stap for stap in here if one.handeling in kan(stap.taak)]
        ready = [stap for stap in able if self.is_open(stap)]
        left = [stap for stap in ready if one.overleg not in self.deden.get(stap.id, ())]
        if not left:
            self.missers.append(self._mis(nummer, here, able, one.overleg))
            return
        stap = left[0]
        if one.handeling is Handeling.STUURDE_TERUG:
            earlier = tuple(self.ervoor(stap))
            if one.terug_naar not in {other.id for other in earlier}:
                self.missers.append(Misstap(nummer, Reden.NIET_EERDER, earlier))
                return
        since = self.sinds(stap)
        self.zetten.append(Zet(nummer, stap, one.overleg, one.handeling, since, dag))
        if one.handeling is Handeling.HIELD_AAN:
            self.aangehouden[stap.id] = dag
        elif one.handeling is Handeling.STUURDE_TERUG:
            self._terug(str(one.terug_naar), dag)
        else:
            did = self.deden.setdefault(stap.id, {})
            did[one.overleg] = dag
            if did.keys() >= set(stap.overleggen):
                self.klaar[stap.id] = _laatste([*did.values()])

    def _mis(
        self, nummer: int, here: list[Routestap], able: list[Routestap], overleg: str
    ) -> Misstap:
        if not here:
            return Misstap(nummer, Reden.NIET_OP_ROUTE)
        if not able:
            return Misstap(nummer, Reden.ANDERE_TAAK, tuple(here))
        done = [one for one in able if overleg in self.deden.get(one.id, ())]
        if done:
            return Misstap(nummer, Reden.AL_GEZET, tuple(done))
        waits = (other for one in able for other in self.voor(one) if other.id not in self.klaar)
        return Misstap(nummer, Reden.TE_VROEG, tuple(dict.fromkeys(waits)))

    def ervoor(self, stap: Routestap) -> Iterator[Routestap]:
        """The steps from which a proposal comes to this one, in the order of the route."""
        seen: set[str] = set()
        ahead = self.voor(stap)
        while ahead:
            one = ahead.pop()
            if one.id not in seen:
                seen.add(one.id)
                ahead += self.voor(one)
        yield from (one for one in self.route.stappen if one.id in seen)

    def _terug(self, naar: str, dag: datetime.date | None) -> None:
        """What comes after the step that it goes back to has to be done again, and so has that."""
        again = [
            stap
            for stap in self.route.stappen
            if stap.id == naar or naar in {one.id for one in self.ervoor(stap)}
        ]
        for stap in again:
            self.klaar.pop(stap.id, None)
            self.deden.pop(stap.id, None)
            self.terug.pop(stap.id, None)
            self.aangehouden.pop(stap.id, None)
        self.terug[naar] = dag
