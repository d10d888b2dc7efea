"""Rules of the routes of proposals: steps that exist, bodies that may, an end in a decision.

A mistake is told once: a rule skips the routes of which another rule says what comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.issue import nearest
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio, pad_van
from macros.model.overleg.voorstelroute import NODIG, SoortRoute, Staptaak, Voorstelroute
from macros.rules.registry import Problem, rule
from macros.rules.rondje import keten


def _routes(
    regio: Regio, *eerst: Callable[[Regio], Iterator[Problem]]
) -> Iterator[tuple[str, Voorstelroute]]:
    """The routes about which the rules in ``eerst`` have nothing to say."""
    wrong = {pad for check in eerst for pad, *_ in check(regio)}
    for key, route in regio.routes.items():
        pad = pad_van(Voorstelroute, key)
        if pad not in wrong:
            yield pad, route


def _volgt(route: Voorstelroute) -> dict[str, tuple[str, ...]]:
    return {stap.id: stap.daarna for stap in route.stappen}


@rule()
def dubbele_stap(regio: Regio) -> Iterator[Problem]:
    """Within a route a step has an id of its own."""
    for pad, route in _routes(regio):
        seen: set[str] = set()
        for index, stap in enumerate(route.stappen):
            if stap.id in seen:
                message = f"De id '{stap.id}' staat twee keer in deze route."
                yield pad, ("stappen", index, "id"), message, "Geef een van de twee een andere id."
            seen.add(stap.id)


@rule()
def stap_van_de_route(regio: Regio) -> Iterator[Problem]:
    """A step names steps of the same route, and each but the first is named by one."""
    for pad, route in _routes(regio, dubbele_stap):
        follows = _volgt(route)
        named = {key for keys in follows.values() for key in keys}
        for index, stap in enumerate(route.stappen):
            for place, key in enumerate(stap.daarna):
                if key not in follows:
                    message = f"Deze route heeft geen stap '{key}'."
                    tip = nearest(key, follows) or "Noem de id van een stap van deze route."
                    yield pad, ("stappen", index, "daarna", place), message, tip
            if index and stap.id not in named and named <= follows.keys():
                message = f"Geen stap leidt naar '{stap.id}'."
                tip = "Zet deze id bij 'daarna' van de stap ervoor, of haal de stap weg."
                yield pad, ("stappen", index, "id"), message, tip


@rule()
def route_in_een_rondje(regio: Regio) -> Iterator[Problem]:
    """A proposal never comes back where it was; told of the step that sends it back."""
    for pad, route in _routes(regio):
        follows = _volgt(route)
        before: set[str] = set()
        for index, stap in enumerate(route.stappen):
            before.add(stap.id)
            for place, key in enumerate(stap.daarna):
                if key in before and stap.id in keten(follows, key):
                    message = f"Zo komt het voorstel weer bij '{key}': een rondje."
                    tip = "Haal deze regel weg, of kies een latere stap."
                    yield pad, ("stappen", index, "daarna", place), message, tip


@rule()
def nieuws_zonder_besluit(regio: Regio) -> Iterator[Problem]:
    """News is only told: a route for it has no other task."""
    for pad, route in _routes(regio):
        for index, stap in enumerate(route.stappen):
            if route.soort is SoortRoute.NIEUWS and stap.taak is not Staptaak.INFORMEREN:
                message = f"De taak '{stap.taak}' past niet in een route voor nieuws."
                tip = "Kies 'informeren', of maak de soort van de route 'besluit'."
                yield pad, ("stappen", index, "taak"), message, tip


@rule()
def route_zonder_einde(regio: Regio) -> Iterator[Problem]:
    """A route for a decision ends in one, and after it is only told."""
    for pad, route in _routes(regio, dubbele_stap, stap_van_de_route, route_in_een_rondje):
        if route.soort is not SoortRoute.BESLUIT:
            continue
        decided = _na_besluit(route)
        for index, stap in enumerate(route.stappen):
            if stap.taak is Staptaak.BESLUITEN:
                continue
            if stap.id in decided and stap.taak is not Staptaak.INFORMEREN:
                message = f"De taak '{stap.taak}' kan niet na het besluit."
                tip = "Kies 'informeren', of zet deze stap voor het besluit."
                yield pad, ("stappen", index, "taak"), message, tip
            elif stap.id not in decided and not stap.daarna:
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
    for pad, route in _routes(regio, nieuws_zonder_besluit):
        for index, stap in enumerate(route.stappen):
            for place, key in enumerate(stap.overleggen):
                overleg = regio.overleggen.get(key)
                needed = NODIG.get(stap.taak)
                if overleg is None or needed is None or overleg.mag(needed):
                    continue
                if overleg.bevoegdheden is ONBEKEND and stap.taak is not Staptaak.BESLUITEN:
                    continue
                message = f"Bij '{key}' staat geen '{needed}'. Dat is nodig voor '{stap.taak}'."
                tip = f"Kies een ander overleg of een andere taak, of vul {key}.yml aan."
                yield pad, ("stappen", index, "overleggen", place), message, tip


@rule()
def een_besluit_per_route(regio: Regio) -> Iterator[Problem]:
    """One body decides, in one step: otherwise nobody knows whose word counts."""
    for pad, route in _routes(regio, nieuws_zonder_besluit):
        steps = enumerate(route.stappen)
        decide = [(index, stap) for index, stap in steps if stap.taak is Staptaak.BESLUITEN]
        for index, _ in decide[1:]:
            message = f"Bij de stap '{decide[0][1].id}' wordt al besloten."
            tip = "Laat één stap besluiten. Kies hier een andere taak."
            yield pad, ("stappen", index, "taak"), message, tip
        for index, stap in decide:
            if len(set(stap.overleggen)) > 1:
                message = "In deze stap beslist meer dan één overleg."
                tip = "Laat één overleg besluiten."
                yield pad, ("stappen", index, "overleggen", 1), message, tip
