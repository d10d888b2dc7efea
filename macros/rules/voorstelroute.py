"""Rules of the routes of proposals: steps that exist, bodies that may, an end in a decision."""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import nearest
from macros.model.basis import ONBEKEND
from macros.model.geheel import Regio
from macros.model.vergadering import NODIG, Routestap, SoortRoute, Staptaak, Voorstelroute
from macros.rules.registry import Problem, rule
from macros.rules.rondje import keten


def _routes(regio: Regio) -> Iterator[tuple[str, Voorstelroute]]:
    for key, route in regio.routes.items():
        yield f"overleg/routes/{key}.yml", route


def _volgt(route: Voorstelroute) -> dict[str, tuple[str, ...]]:
    return {stap.id: stap.daarna for stap in route.stappen}


@rule()
def stap_van_de_route(regio: Regio) -> Iterator[Problem]:
    """Steps have ids of their own, name steps of the same route, and follow from the first."""
    for pad, route in _routes(regio):
        follows = _volgt(route)
        reached = keten(follows, route.stappen[0].id) | {route.stappen[0].id}
        seen: set[str] = set()
        for index, stap in enumerate(route.stappen):
            if stap.id in seen:
                message = f"De id '{stap.id}' staat twee keer in deze route."
                yield pad, ("stappen", index, "id"), message, "Geef een van de twee een andere id."
            elif stap.id not in reached:
                message = f"Geen stap leidt naar '{stap.id}'."
                tip = "Zet deze id bij 'daarna' van de stap ervoor, of haal de stap weg."
                yield pad, ("stappen", index, "id"), message, tip
            seen.add(stap.id)
            for place, key in enumerate(stap.daarna):
                if key not in follows:
                    message = f"Deze route heeft geen stap '{key}'."
                    tip = nearest(key, follows) or "Noem de id van een stap van deze route."
                    yield pad, ("stappen", index, "daarna", place), message, tip


@rule()
def route_in_een_rondje(regio: Regio) -> Iterator[Problem]:
    """A proposal never comes back where it was."""
    for pad, route in _routes(regio):
        follows = _volgt(route)
        for index, stap in enumerate(route.stappen):
            for place, key in enumerate(stap.daarna):
                if key == stap.id or stap.id in keten(follows, key):
                    message = f"Na '{key}' komt het voorstel weer bij '{stap.id}': een rondje."
                    tip = "Haal deze stap bij 'daarna' weg, of kies een andere."
                    yield pad, ("stappen", index, "daarna", place), message, tip


@rule()
def route_zonder_einde(regio: Regio) -> Iterator[Problem]:
    """A route for a decision ends in one, and after it is only told; news is only told."""
    for pad, route in _routes(regio):
        follows = _volgt(route)
        decided = _na_besluit(route)
        for index, stap in enumerate(route.stappen):
            if route.soort is SoortRoute.NIEUWS:
                if stap.taak is not Staptaak.INFORMEREN:
                    message = f"In een route voor nieuws kan een stap niet '{stap.taak}' zijn."
                    tip = "Kies 'informeren', of maak de soort van de route 'besluit'."
                    yield pad, ("stappen", index, "taak"), message, tip
            elif stap.id in decided:
                if stap.taak is not Staptaak.INFORMEREN:
                    message = f"Na het besluit kan een stap niet '{stap.taak}' zijn."
                    tip = "Kies 'informeren', of zet deze stap voor het besluit."
                    yield pad, ("stappen", index, "taak"), message, tip
            elif stap.taak is not Staptaak.BESLUITEN and not follows[stap.id]:
                message = f"De route eindigt bij '{stap.id}', en daar wordt niet besloten."
                tip = "Zet bij 'daarna' de stap die volgt, tot en met het overleg dat beslist."
                yield pad, ("stappen", index, "id"), message, tip


def _na_besluit(route: Voorstelroute) -> set[str]:
    """The ids of the steps that come after a decision."""
    follows = _volgt(route)
    decide = (stap.id for stap in route.stappen if stap.taak is Staptaak.BESLUITEN)
    return set().union(*(keten(follows, key) for key in decide))


@rule()
def stap_zonder_bevoegdheid(regio: Regio) -> Iterator[Problem]:
    """A body has the authority that its step needs; who decides must be known for certain."""
    for pad, route in _routes(regio):
        for index, stap in enumerate(route.stappen):
            for place, key in enumerate(stap.overleggen):
                overleg = regio.overleggen.get(key)
                needed = NODIG.get(stap.taak)
                if overleg is None or needed is None or overleg.mag(needed):
                    continue
                if overleg.bevoegdheden is ONBEKEND and stap.taak is not Staptaak.BESLUITEN:
                    continue
                message = f"'{key}' kan deze stap niet zetten: daar staat geen '{needed}'."
                tip = f"Kies een ander overleg of een andere taak, of vul {key}.yml aan."
                yield pad, ("stappen", index, "overleggen", place), message, tip


@rule()
def een_besluit_per_route(regio: Regio) -> Iterator[Problem]:
    """One body decides, in one step: otherwise nobody knows whose word counts."""
    for pad, route in _routes(regio):
        found = [(i, stap) for i, stap in enumerate(route.stappen) if _beslist(stap)]
        for index, _ in found[1:]:
            message = f"Er wordt al besloten bij '{found[0][1].id}'."
            tip = "Laat één stap besluiten; maak van deze 'informeren'."
            yield pad, ("stappen", index, "taak"), message, tip
        for index, stap in found:
            if len(stap.overleggen) > 1:
                message = "Meer dan één overleg beslist in deze stap."
                tip = "Laat één overleg besluiten."
                yield pad, ("stappen", index, "overleggen", 1), message, tip


def _beslist(stap: Routestap) -> bool:
    return stap.taak is Staptaak.BESLUITEN
