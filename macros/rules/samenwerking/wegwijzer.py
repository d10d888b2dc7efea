"""Rules of the wegwijzer: every path through the questions ends, and says honestly where."""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level, nearest
from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.samenwerking.onderdeel import Onderdeel
from macros.model.samenwerking.recht import Kader
from macros.model.samenwerking.wegwijzer import Antwoord, Uitkomst, Uitkomstsoort, Wegwijzer
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc

_PAD = pad_van(Wegwijzer)


def _antwoorden(wegwijzer: Wegwijzer) -> Iterator[tuple[str, Loc, Antwoord]]:
    """Every answer, with the id of its question and its place."""
    for index, vraag in enumerate(wegwijzer.vragen):
        for at, antwoord in enumerate(vraag.antwoorden):
            yield vraag.id, ("vragen", index, "antwoorden", at, "naar"), antwoord


def _adressen(wegwijzer: Wegwijzer) -> Iterator[tuple[Loc, str]]:
    for index, vraag in enumerate(wegwijzer.vragen):
        yield ("vragen", index, "id"), vraag.id
    for index, uitkomst in enumerate(wegwijzer.uitkomsten):
        yield ("uitkomsten", index, "id"), uitkomst.id


@rule()
def dubbel_adres(regio: Regio) -> Iterator[Problem]:
    """Questions and outcomes have an address each: no two share an id, and none is ``index``."""
    seen: set[str] = set()
    for loc, key in _adressen(regio.wegwijzer) if regio.wegwijzer else ():
        if key == "index":
            yield (
                _PAD,
                loc,
                "De id 'index' kan niet: dat adres is van de wegwijzer zelf.",
                "Kies een andere id.",
            )
        elif key in seen:
            message = f"De id '{key}' is al van een andere vraag of uitkomst."
            yield _PAD, loc, message, "Kies een andere id."
        seen.add(key)


@rule()
def antwoord_loopt_dood(regio: Regio) -> Iterator[Problem]:
    """The first question exists, and every answer leads to a question or an outcome."""
    wegwijzer = regio.wegwijzer
    if wegwijzer is None:
        return
    questions = [vraag.id for vraag in wegwijzer.vragen]
    if wegwijzer.begin not in questions:
        message = f"Er is geen vraag met de id '{wegwijzer.begin}'."
        yield _PAD, ("begin",), message, nearest(wegwijzer.begin, questions)
    known = [key for _, key in _adressen(wegwijzer)]
    for _, loc, antwoord in _antwoorden(wegwijzer):
        if antwoord.naar not in known:
            message = f"Dit antwoord loopt dood: er is geen vraag of uitkomst '{antwoord.naar}'."
            tip = "Kies de id van een vraag of uitkomst, of maak die lager in dit bestand."
            yield _PAD, loc, message, nearest(antwoord.naar, known) or tip


@rule()
def vraag_twee_keer(regio: Regio) -> Iterator[Problem]:
    """One answer leads to a question, and none back to the first: so nobody goes in circles, and a
    page can say how the reader came there.
    """
    wegwijzer = regio.wegwijzer
    if wegwijzer is None:
        return
    questions = {vraag.id for vraag in wegwijzer.vragen}
    seen = {wegwijzer.begin: "het begin"}
    for question, loc, antwoord in _antwoorden(wegwijzer):
        if antwoord.naar not in questions:
            continue
        if antwoord.naar in seen:
            message = (
                f"De vraag '{antwoord.naar}' wordt al gesteld na {seen[antwoord.naar]}. "
                "Zo kan iemand in een rondje lopen."
            )
            tip = "Laat het antwoord naar een andere vraag of naar een uitkomst gaan."
            yield _PAD, loc, message, tip
        seen.setdefault(antwoord.naar, f"'{question}'")


@rule()
def onbereikbaar(regio: Regio) -> Iterator[Problem]:
    """Every question and every outcome can be reached from the first question.

    What an answer that leads nowhere leaves behind is not reported as well.
    """
    wegwijzer = regio.wegwijzer
    if wegwijzer is None or any(antwoord_loopt_dood(regio)):
        return
    to: dict[str, set[str]] = {}
    for question, _, antwoord in _antwoorden(wegwijzer):
        to.setdefault(question, set()).add(antwoord.naar)
    reached: set[str] = set()
    ahead = [wegwijzer.begin]
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead += to.get(here, ())
    for loc, key in _adressen(wegwijzer):
        if key not in reached:
            message = f"Vanaf de eerste vraag kom je nooit bij '{key}'."
            yield _PAD, loc, message, f"Laat een antwoord naar '{key}' gaan, of haal het weg."


@rule()
def uitkomst_zegt_waarop(regio: Regio) -> Iterator[Problem]:
    """An outcome names what it rests on, or says that there is nothing."""
    for index, uitkomst in enumerate(regio.uitkomsten):
        expected = _rests_on(uitkomst)
        if uitkomst.soort is not expected:
            message = (
                f"De soort is '{uitkomst.soort}', maar wat eronder staat past bij '{expected}'."
            )
            tip = "Noem onderdelen bij 'afspraak', alleen kaders bij 'alleen-wet', anders niets."
            yield _PAD, ("uitkomsten", index, "soort"), message, tip


def _rests_on(uitkomst: Uitkomst) -> Uitkomstsoort:
    if uitkomst.onderdelen:
        return Uitkomstsoort.AFSPRAAK
    return Uitkomstsoort.ALLEEN_WET if uitkomst.kaders else Uitkomstsoort.GEEN_AFSPRAAK


@rule(Level.LET_OP)
def niet_in_de_wegwijzer(regio: Regio) -> Iterator[Problem]:
    """An outcome leads to every onderdeel and every kader."""
    if regio.wegwijzer is None:
        return
    ends = regio.uitkomsten
    named = {key for end in ends for key in (*end.onderdelen, *end.kaders)}
    for kind in (Onderdeel, Kader):
        for one in actief(regio.groep(soort_van(kind))):
            if one.id not in named:
                message = "Geen uitkomst van de wegwijzer noemt dit. Ouders vinden het zo niet."
                tip = f"Zet '{one.id}' bij een uitkomst in {_PAD}."
                yield pad_van(kind, one.id), ("id",), message, tip
