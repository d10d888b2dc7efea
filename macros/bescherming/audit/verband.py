"""Whether releases say how their areas hang together: a school in its board, a wijk in its
municipality.

Counts of parts and of their whole are one system of statements. A definition that names both and
not the sum, or two domains that each hold one of them, would hide that from the audit: then it
proves nothing, so it is refused. Not here: what follows from the sums (``kruis``, ``grenzen``), or
how areas lie, which is asked for: for each area those that it lies in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from macros.bescherming.audit.definitie import Definitie, bladen_van, codes_van
from macros.bescherming.audit.uitgaven import Uitgave
from macros.issue import Issue, nearest

Ligging = Mapping[str, tuple[str, ...]]
"""Of each area those that it lies in."""

_MEEST = 3
"""Areas named in one message; more are counted."""


def verbanden(domeinen: Mapping[str, Sequence[Uitgave]], ligging: Ligging) -> Iterator[Issue]:
    """Every sum that the releases leave unsaid, and every one that is not so."""
    own = {
        key: [one for one in samen if not one.definitie.elders] for key, samen in domeinen.items()
    }
    for key, samen in domeinen.items():
        for uitgave in own[key][-1:]:
            yield from _in_domein(samen, uitgave.definitie, ligging)
            yield from _onbekend(uitgave.definitie, domeinen)
    codes = {key: _gebieden(samen, ligging) for key, samen in own.items()}
    for een, ander in combinations(own, 2):
        if own[een] and own[ander]:
            yield from _tussen(own[een], own[ander], codes[een], codes[ander], ligging)


def _onbekend(definitie: Definitie, domeinen: Iterable[str]) -> Iterator[Issue]:
    """A promise about a domain that is not there is about another."""
    others = [one for one in domeinen if one != definitie.id]
    for other in definitie.anders_dan:
        if other not in others:
            message = f"Er is geen ander domein '{other}' onder de uitgaven."
            yield _issue(definitie, "anders_dan", message, nearest(other, others))


def _in_domein(samen: Sequence[Uitgave], laatste: Definitie, ligging: Ligging) -> Iterator[Issue]:
    """Within one domain: in some definition a whole is the sum of the areas that lie in it."""
    where: dict[str, set[str]] = defaultdict(set)
    for code, dimensie in (pair for one in samen for pair in _codes(one)):
        where[code].add(dimensie)
    bladen = [_bladen(one.definitie) for one in samen]
    lacking: dict[str, list[str]] = defaultdict(list)
    apart: dict[str, list[str]] = defaultdict(list)
    for deel in where.keys() & ligging.keys():
        for geheel in ligging[deel]:
            if geheel in where and not where[deel] & where[geheel]:
                apart[geheel].append(deel)
            elif geheel in where and not any(_gezien(one, deel, geheel) for one in bladen):
                lacking[geheel].append(deel)
    for geheel, delen in sorted(lacking.items()):
        message = f"'{geheel}' is hier geen som waarin {_noem(delen)} meetelt, en ligt er wel om "
        message += "heen: de controle ziet dan niet wat er uit het verschil volgt."
        tip = "Zet dat in de boom of bij 'groepen', en bescherm alles samen opnieuw."
        yield _issue(laatste, geheel, message, tip)
    for geheel, delen in sorted(apart.items()):
        message = f"{_noem(delen)} ligt in '{geheel}', en staat hier in een andere dimensie: dat "
        message += "zij bij elkaar horen, ziet de controle dan niet."
        tip = "Maak er één dimensie van, met een boom of met 'groepen'."
        yield _issue(laatste, geheel, message, tip)
    wholes = {geheel for inside in ligging.values() for geheel in inside}
    wrong: dict[str, list[str]] = defaultdict(list)
    for geheel, below in _bladen(laatste).items():
        for deel in below - {geheel} if geheel in wholes else ():
            if ligging.get(deel) and geheel not in ligging[deel]:
                wrong[geheel].append(deel)
    for geheel, delen in sorted(wrong.items()):
        message = f"Hier telt {_noem(delen)} mee in '{geheel}'. Volgens de gegevens ligt het daar "
        message += "niet in."
        tip = "Een van beide klopt niet: kijk na waar dit gebied bij hoort."
        yield _issue(laatste, min(delen), message, tip)


def _tussen(
    een: Sequence[Uitgave],
    ander: Sequence[Uitgave],
    codes: frozenset[str],
    others: frozenset[str],
    ligging: Ligging,
) -> Iterator[Issue]:
    """Two domains about the same areas and time: one system, unless they count something else."""
    last, first = ander[-1].definitie, een[-1].definitie
    if last.id in first.anders_dan or first.id in last.anders_dan or not _zelfde_tijd(een, ander):
        return
    for hier in sorted(others):
        daar = next((one for one in sorted(codes) if _raakt(hier, one, ligging)), None)
        if daar is None:
            continue
        message = f"Dit domein en '{first.id}' gaan over gebieden die samenhangen ('{hier}' en "
        message += f"'{daar}'), en zijn los van elkaar beschermd: dan is niets bewezen."
        tip = "Bescherm ze samen, in één definitie. Tellen zij iets anders? Schrijf dan in "
        tip += f"definitie.yml: anders_dan: [{first.id}]"
        yield _issue(last, "id", message, tip)
        return


def _raakt(een: str, ander: str, ligging: Ligging) -> bool:
    return een == ander or een in ligging.get(ander, ()) or ander in ligging.get(een, ())


def _zelfde_tijd(een: Sequence[Uitgave], ander: Sequence[Uitgave]) -> bool:
    """Whether no dimension that is never summed (years) keeps them apart."""
    here, there = _aparte_codes(een), _aparte_codes(ander)
    return all(here[name] & there[name] for name in here.keys() & there.keys())


def _aparte_codes(uitgaven: Iterable[Uitgave]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for uitgave in uitgaven:
        for index, dimensie in enumerate(uitgave.definitie.dimensies):
            if dimensie.apart:
                found[dimensie.id] |= {regel.codes[index] for regel in uitgave.regels}
    return found


def _gebieden(uitgaven: Iterable[Uitgave], ligging: Ligging) -> frozenset[str]:
    """The areas that a domain is about."""
    known = {*ligging, *(geheel for inside in ligging.values() for geheel in inside)}
    return frozenset(code for one in uitgaven for code, _ in _codes(one) if code in known)


def _codes(uitgave: Uitgave) -> Iterator[tuple[str, str]]:
    """Every code of a release, also of rows that no tree names, with its dimension."""
    definitie = uitgave.definitie
    yield from ((groep.id, groep.dimensie) for groep in definitie.groepen)
    for index, dimensie in enumerate(definitie.dimensies):
        yield from ((code, dimensie.id) for code in codes_van(dimensie))
        if not dimensie.boom:
            yield from {(regel.codes[index], dimensie.id) for regel in uitgave.regels}


def _bladen(definitie: Definitie) -> dict[str, frozenset[str]]:
    """Of each code in the trees and groups what it sums that is divided no further."""
    trees = {one.id: one for one in definitie.dimensies}
    found = {
        code: frozenset(bladen_van(one.boom, code))
        for one in definitie.dimensies
        for code in codes_van(one)
    }
    for groep in definitie.groepen:
        boom = trees[groep.dimensie].boom
        found[groep.id] = frozenset(blad for code in groep.van for blad in bladen_van(boom, code))
    return found


def _gezien(bladen: Mapping[str, frozenset[str]], deel: str, geheel: str) -> bool:
    """Whether a definition says how two areas hang together: the one sums the other, or both are
    sums of the same smaller ones.
    """
    here, there = bladen.get(deel), bladen.get(geheel)
    if here is None or there is None:
        return False
    return here <= there or (here != {deel} and there != {geheel})


def _noem(codes: Sequence[str]) -> str:
    named = [f"'{one}'" for one in sorted(codes)[:_MEEST]]
    rest = len(codes) - len(named)
    return ", ".join(named) + (f" (en nog {rest})" if rest else "")


def _issue(definitie: Definitie, code: str, message: str, tip: str) -> Issue:
    """At the first line that names the code."""
    word = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    lines = Path(definitie.pad).read_text(encoding="utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if word.search(text)), 1)
    return Issue(definitie.pad, line, 1, "verband", message, tip)
