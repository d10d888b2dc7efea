"""What of the other areas touches one municipality or one party: actions, bodies, decisions,
meetings and arrangements.

Not here: the page it stands on (``gemeente``, ``samenwerkingsverband``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from macros.model.agenda import Actie
from macros.model.arrangement import Arrangement, SoortArrangement
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Besluit
from macros.taal.vertaler import Tekst
from macros.views.agenda.actie import ActieRij, actierijen
from macros.views.arrangement.overzicht import sectornamen, toestand
from macros.views.basis import HerkomstRij, Link, gemeenten_van, herkomst
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.overleg.basis import deelnemers
from macros.views.overleg.besluit import BesluitRij, besluit, nieuwsbrengers, nieuwste_eerst
from macros.views.overleg.kalender import VergaderingRij, gaat_door, op_datum, vergadering


@dataclass(frozen=True, slots=True)
class Aanbod:
    """An arrangement or pilot in a line. None is unknown."""

    arrangement: Link
    is_pilot: bool
    sectoren: str | None
    toestand: str | None
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Bronregel:
    """What on the page comes from a source."""

    waarover: tuple[Tekst | str, ...]
    herkomst: HerkomstRij


def acties(blik: Blik, welke: Callable[[Actie], bool]) -> tuple[ActieRij, ...]:
    """The actions that ``welke`` chooses, by number."""
    return tuple(
        row
        for one in blik.regio.actieve_speerpunten
        for actie, row in zip(one.acties, actierijen(blik, one), strict=True)
        if welke(actie)
    )


def noemt(actie: Actie, key: str) -> bool:
    """Whether an action names a municipality or party itself."""
    return any(not isinstance(one, Onbekend) and key in one for one in (actie.waar, actie.door))


def geldt_in(regio: Regio, actie: Actie, gemeente: str) -> bool:
    """Whether an action is meant for an area that the municipality is in."""
    return not isinstance(actie.waar, Onbekend) and gemeente in gemeenten_van(regio, actie.waar)


def overleggen(regio: Regio, key: str) -> tuple[Overleg, ...]:
    """The bodies that a municipality or party sits in; first its own local one."""
    local = [one for one in actief(regio.overleggen) if one.gemeente == key]
    named = [
        one
        for one in actief(regio.overleggen)
        if one not in local and any(item.partij == key for item in deelnemers(one))
    ]
    return (*local, *named)


def met_nieuws(regio: Regio, bodies: Iterable[Overleg]) -> tuple[Overleg, ...]:
    """These bodies, and those that report to them."""
    found = {one.id: one for one in bodies}
    for one in tuple(found.values()):
        found.update((other.id, other) for other in nieuwsbrengers(regio, one))
    return tuple(found.values())


def rondom(regio: Regio, key: str) -> tuple[Overleg, ...]:
    """The bodies that a municipality or party hears of: its own, and those that report to them."""
    return met_nieuws(regio, overleggen(regio, key))


def besluiten(blik: Blik, bodies: Iterable[Overleg], key: str) -> tuple[BesluitRij, ...]:
    """What these bodies decided and what the municipality or party has to do, newest first."""
    bodies, regio = tuple(bodies), blik.regio
    return tuple(
        besluit(blik, one)
        for one in nieuwste_eerst(regio)
        if besluit_raakt(regio, one, bodies, key)
    )


def besluit_raakt(regio: Regio, one: Besluit, bodies: Iterable[Overleg], key: str) -> bool:
    """Whether one of these bodies decided it, or the municipality or party has to do it."""
    body = regio.vergaderingen[one.vergadering].overleg
    return any(other.id == body for other in bodies) or key in _wie(one)


def _wie(one: Besluit) -> Iterator[object]:
    yield one.eigenaar
    if not isinstance(one.vervolg, Onbekend):
        yield from (item.wie for item in one.vervolg)


def vergaderingen(blik: Blik, bodies: Iterable[Overleg]) -> tuple[VergaderingRij, ...]:
    """The meetings to come of these bodies, the first one first."""
    keys = {one.id for one in bodies}
    return tuple(
        vergadering(blik, one)
        for one in op_datum(blik.regio)
        if one.overleg in keys and gaat_door(one, blik.vandaag)
    )


def aanbod(blik: Blik, welke: Callable[[Arrangement], bool]) -> tuple[Aanbod, ...]:
    """The arrangements that ``welke`` chooses, by title."""
    found = [one for one in actief(blik.regio.arrangementen) if welke(one)]
    return tuple(
        Aanbod(
            naar(blik, Arrangement, one.id),
            one.soort is SoortArrangement.PILOT,
            sectornamen(blik.v, one),
            toestand(blik, one),
            herkomst(blik, one.herkomst),
        )
        for one in sorted(found, key=lambda one: one.titel.casefold())
    )


def bronregels(gevonden: Iterable[tuple[Tekst | str, HerkomstRij]]) -> tuple[Bronregel, ...]:
    """Each source once for each date and certainty, with all that comes from it."""
    by_source: dict[HerkomstRij, dict[Tekst | str, None]] = {}
    for what, origin in gevonden:
        by_source.setdefault(replace(origin, vindplaats=None), {})[what] = None
    return tuple(Bronregel(tuple(what), origin) for origin, what in by_source.items())
