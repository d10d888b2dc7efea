"""The routes of proposals: their steps, the coming dates, and how long a proposal takes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van, pad_van, pagina_van
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.voorstelroute import NODIG, Routestap, SoortRoute, Staptaak, Voorstelroute
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst
from macros.views.blik import Blik, eenmaal
from macros.views.overleg.planner import (
    JAAR,
    Doorlooptijd,
    Kalender,
    Plan,
    doorlooptijd,
    kalender,
    op_volgorde,
    vertrekken,
    vraagt_stukken,
)
from macros.views.overleg.structuur import naar_samen
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record

TAAK = {
    Staptaak.VOORBEREIDEN: N_("bereidt voor"),
    Staptaak.ADVISEREN: N_("adviseert"),
    Staptaak.AGENDEREN: N_("zet op de agenda"),
    Staptaak.BESLUITEN: N_("beslist"),
    Staptaak.INFORMEREN: N_("hoort wat is besloten"),
}
TAAK_MEER = {
    Staptaak.VOORBEREIDEN: N_("bereiden voor"),
    Staptaak.ADVISEREN: N_("adviseren"),
    Staptaak.AGENDEREN: N_("zetten op de agenda"),
    Staptaak.BESLUITEN: N_("beslissen"),
    Staptaak.INFORMEREN: N_("horen wat is besloten"),
}
"""The same for more than one body."""


@dataclass(frozen=True, slots=True)
class StapRij:
    """A step: which bodies do what. ``onzeker``: those of which nobody knows if they may."""

    overleggen: tuple[Link, ...]
    taak: str
    onzeker: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class VertrekRij:
    """Hand in by ``uiterlijk`` (``iso`` the same, for a script) and this is what follows."""

    iso: str
    uiterlijk: str
    stappen: tuple[str | None, ...]
    einde: str
    dagen: str


@dataclass(frozen=True, slots=True)
class Tekort:
    """What is missing to name a date that is right, and of whom; of nobody when it is of all."""

    zin: str
    wie: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteRij:
    """A route with its coming dates. ``tekorten`` says why dates are missing or may be later."""

    id: str
    titel: Tekst
    is_nieuws: bool
    uitleg: Tekst
    voor_ouders: Tekst
    stappen: tuple[StapRij, ...]
    vertrekken: tuple[VertrekRij, ...]
    tekorten: tuple[Tekort, ...]
    herkomst: HerkomstRij
    wijzigingen: tuple[Regel, ...]


@eenmaal
def routes(blik: Blik) -> tuple[RouteRij, ...]:
    """Every route, with what the calendar says from ``vandaag`` on."""
    rounds = kalender(blik.regio)
    return tuple(_route(blik, one, rounds) for one in op_nummer(blik.regio))


def op_nummer(regio: Regio) -> list[Voorstelroute]:
    """The routes that count, in their order."""
    return sorted(actief(regio.routes), key=lambda one: one.nummer)


def _route(blik: Blik, route: Voorstelroute, rounds: Kalender) -> RouteRij:
    ahead = vertrekken(route, rounds, datetime.date(*blik.vandaag.begin))
    return RouteRij(
        id=route.id,
        titel=blik.v.tekst(route.titel),
        is_nieuws=route.soort is SoortRoute.NIEUWS,
        uitleg=blik.v.tekst(route.uitleg),
        voor_ouders=blik.v.tekst(route.voor_ouders),
        stappen=tuple(_stap(blik, stap) for stap in op_volgorde(route)),
        vertrekken=tuple(_vertrek(blik.v, route, one) for one in ahead),
        tekorten=tuple(_tekorten(blik, [route], rounds)),
        herkomst=herkomst(blik, route.herkomst),
        wijzigingen=verloop_van_record(blik, pad_van(Voorstelroute, route.id), route.wijzigingen),
    )


def _stap(blik: Blik, stap: Routestap) -> StapRij:
    needed = NODIG.get(stap.taak)
    unsure = [
        key for key in stap.overleggen if needed and not blik.regio.overleggen[key].mag(needed)
    ]
    return StapRij(
        _links(blik, stap.overleggen),
        blik.v.ui((TAAK_MEER if len(stap.overleggen) > 1 else TAAK)[stap.taak]),
        _links(blik, unsure),
    )


def _vertrek(v: Vertaler, route: Voorstelroute, one: Plan) -> VertrekRij:
    assert one.besluit is not None
    cells = []
    for stap in op_volgorde(route):
        days = [day.dag for day in one.dagen if day.stap == stap.id]
        known = sorted({day for day in days if day is not None})
        words = [v.datum(Datum.van(day)) for day in known]
        if len(words) > 1:
            words = [v.ui(N_("{van} tot en met {tot}"), van=words[0], tot=words[-1])]
        cells.append(words[0] if words and None not in days else None)
    return VertrekRij(
        iso=one.ingediend.isoformat(),
        uiterlijk=_dag(v, one.ingediend),
        stappen=tuple(cells),
        einde=_dag(v, one.besluit),
        dagen=v.aantal(one.doorlooptijd or 0, "{n} dag", "{n} dagen"),
    )


def _dag(v: Vertaler, day: datetime.date) -> str:
    return v.datum(Datum.van(day))


def _tekorten(blik: Blik, routes: Iterable[Voorstelroute], rounds: Kalender) -> Iterator[Tekort]:
    """Of which bodies on these routes the calendar or the deadline for papers is missing."""
    today = datetime.date(*blik.vandaag.begin)
    steps = [stap for route in routes for stap in op_volgorde(route)]
    keys = dict.fromkeys(key for stap in steps for key in stap.overleggen)
    empty = [key for key in keys if not any(r.dag >= today for r in rounds.get(key, ()))]
    if len(empty) == len(keys):
        zin = N_("Geen van deze overleggen heeft een komende vergadering in de kalender.")
        yield Tekort(blik.v.ui(zin))
    elif empty:
        zin = N_("Geen komende vergadering in de kalender:")
        yield Tekort(blik.v.ui(zin), _links(blik, empty))
    asked = dict.fromkeys(
        key for stap in steps if vraagt_stukken(stap.taak) for key in stap.overleggen
    )
    late = [key for key in asked if isinstance(blik.regio.overleggen[key].stukken_vooraf, Onbekend)]
    if late:
        zin = N_("Hoeveel dagen vooraf de stukken er moeten zijn, is onbekend:")
        yield Tekort(blik.v.ui(zin), _links(blik, late))


def _links(blik: Blik, keys: Iterable[str]) -> tuple[Link, ...]:
    return naar_samen(blik, [blik.regio.overleggen[key] for key in keys])


PLANNER = f"{pagina_van(Overleg)}planner/"
"""Where the dates of the routes stand, as long as there is one."""


@eenmaal
def planbaar(blik: Blik) -> bool:
    """Whether the calendar gives a date for any route."""
    return any(row.vertrekken for row in routes(blik))


def zonder_data(blik: Blik) -> tuple[Tekort, ...]:
    """Why no route at all has a date; nothing when one of them has."""
    if planbaar(blik):
        return ()
    return tuple(_tekorten(blik, op_nummer(blik.regio), kalender(blik.regio)))


@dataclass(frozen=True, slots=True)
class DoorlooptijdRij:
    """How long a route takes, over a year of days on which a proposal is handed in."""

    titel: Tekst
    pad: str
    cijfers: Doorlooptijd
    zin: str


@dataclass(frozen=True, slots=True)
class Doorlooptijden:
    """The routes to a decision; ``van`` and ``tot`` are the days of submission that were tried."""

    van: str
    tot: str
    dagen: int
    rijen: tuple[DoorlooptijdRij, ...]
    tekorten: tuple[Tekort, ...]


def doorlooptijden(blik: Blik) -> Doorlooptijden:
    """Each route to a decision, simulated over the calendar."""
    rounds, today = kalender(blik.regio), datetime.date(*blik.vandaag.begin)
    routes = [one for one in op_nummer(blik.regio) if one.soort is SoortRoute.BESLUIT]
    rows = []
    for route in routes:
        found = doorlooptijd(route, rounds, today)
        pad = adres_van(Voorstelroute, route.id)
        rows.append(DoorlooptijdRij(blik.v.tekst(route.titel), pad, found, _zin(blik.v, found)))
    last = today + datetime.timedelta(days=JAAR - 1)
    shortages = tuple(_tekorten(blik, routes, rounds)) if routes else ()
    return Doorlooptijden(_dag(blik.v, today), _dag(blik.v, last), JAAR, tuple(rows), shortages)


def _zin(v: Vertaler, found: Doorlooptijd) -> str:
    if found.mediaan is None or found.kortste is None or found.langste is None:
        return v.ui(N_("Met deze kalender komt geen voorstel tot een besluit."))
    return v.ui(
        N_(
            "De helft van de besluiten valt binnen {mediaan} dagen na het indienen: "
            "op zijn snelst na {kortste}, op zijn laatst na {langste}. "
            "Op {met} van de {alle} dagen is er een besluit in zicht."
        ),
        mediaan=v.getal(found.mediaan),
        kortste=v.getal(found.kortste),
        langste=v.getal(found.langste),
        met=v.getal(found.met_besluit),
        alle=v.getal(found.dagen),
    )
