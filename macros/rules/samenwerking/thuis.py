"""Rules of the route for a child at home, and of the words and the help on outcomes.

Not here: the tree of the wegwijzer (``wegwijzer``), or what a place of help has to say (``hulp``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.issue import Level, nearest
from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.hulp import Hulp, Hulpsoort
from macros.model.samenwerking.thuis import Thuis
from macros.model.samenwerking.wegwijzer import Wegwijzer
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc

_THUIS = pad_van(Thuis)
_WEGWIJZER = pad_van(Wegwijzer)
_HULP = f"{soort_van(Hulp).pad}/"


@rule()
def thuis_kent_de_uitkomst(regio: Regio) -> Iterator[Problem]:
    """The route for a child at home names outcomes that exist."""
    if _WEGWIJZER in regio.onleesbaar:
        return
    known = [one.id for one in regio.uitkomsten]
    for index, key in enumerate(regio.thuis.uitkomsten if regio.thuis else ()):
        if key not in known:
            message = f"De wegwijzer heeft geen uitkomst '{key}'."
            tip = nearest(key, known) or "Haal deze regel weg."
            yield _THUIS, ("uitkomsten", index), message, tip


@rule()
def stap_twee_keer(regio: Regio) -> Iterator[Problem]:
    """Steps and times of the route for a child at home have an id of their own."""
    if regio.thuis is None:
        return
    for veld in ("stappen", "jongeren", "termijnen"):
        seen: set[str] = set()
        for index, one in enumerate(getattr(regio.thuis, veld)):
            if one.id in seen:
                message = f"De id '{one.id}' staat er twee keer."
                yield _THUIS, (veld, index, "id"), message, "Kies een andere id."
            seen.add(one.id)


@rule()
def kader_op_twee_plekken(regio: Regio) -> Iterator[Problem]:
    """What the school must do is not also something that can be."""
    must = regio.thuis.plichten if regio.thuis else ()
    for index, key in enumerate(regio.thuis.mogelijkheden if regio.thuis else ()):
        if key in must:
            message = f"'{key}' staat ook bij 'plichten'."
            yield _THUIS, ("mogelijkheden", index), message, "Houd er één over."


@rule(Level.LET_OP)
def hulp_ontbreekt(regio: Regio) -> Iterator[Problem]:
    """Of each kind of help that is named, there is some to show. Told once a kind."""
    if any(path.startswith(_HULP) for path in regio.onleesbaar):
        return  # what that file is for nobody knows yet
    known = {one.soort for one in actief(regio.hulp)}
    told: set[Hulpsoort] = set()
    for pad, loc, soorten in _hulp(regio):
        for index, soort in enumerate(soorten):
            if soort not in known and soort not in told:
                told.add(soort)
                message = f"Er is geen hulp van de soort '{soort}': lezers zien hier geen nummer."
                tip = f"Maak die in de map hulp ({soort.uitleg}), of haal '{soort}' hier weg."
                yield pad, (*loc, index), message, tip


@rule(Level.LET_OP)
def uitkomst_loopt_dood(regio: Regio) -> Iterator[Problem]:
    """Where there is help to name, an outcome leads on: to an onderdeel, a legal frame, a place of
    help or a route of its own.
    """
    if not regio.hulp:
        return
    route = regio.thuis.uitkomsten if regio.thuis else ()
    for index, one in enumerate(regio.uitkomsten):
        if not (one.onderdelen or one.kaders or one.hulp or one.id in route):
            message = f"De uitkomst '{one.id}' leidt nergens heen: wie hier komt, kan niet verder."
            tip = "Noem bij 'hulp' wie je kunt bellen, of noem een onderdeel of een kader."
            yield _WEGWIJZER, ("uitkomsten", index, "id"), message, tip


@rule(Level.LET_OP)
def zelfde_woorden(regio: Regio) -> Iterator[Problem]:
    """Parents and professionals each get words of their own."""
    for index, one in enumerate(regio.uitkomsten):
        if one.tekst.split() == one.voor_professionals.split():
            message = "Deze tekst is dezelfde als die voor ouders."
            tip = "Schrijf wat iemand doet die met het kind werkt: die is zelf de school."
            yield _WEGWIJZER, ("uitkomsten", index, "voor_professionals"), message, tip


def _hulp(regio: Regio) -> Iterator[tuple[str, Loc, Sequence[Hulpsoort]]]:
    """Every list of kinds of help, with its place."""
    for index, one in enumerate(regio.uitkomsten):
        yield _WEGWIJZER, ("uitkomsten", index, "hulp"), one.hulp
    if regio.thuis:
        yield _THUIS, ("hulp",), regio.thuis.hulp
        for veld in ("stappen", "jongeren"):
            for index, stap in enumerate(getattr(regio.thuis, veld)):
                yield _THUIS, (veld, index, "hulp"), stap.hulp
