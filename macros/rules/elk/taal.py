"""Rules about plain language in the texts for parents. They warn; they never stop the build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.issue import Level
from macros.lezing.stijl import WOORDEN_PER_ZIN, aangehaald, zinnen
from macros.model.basis.tekst import Tekstsoort
from macros.model.geheel import Regio
from macros.model.walk import Leaf
from macros.rules.registry import Problem, Woorden, rule

_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")


@rule(Level.LET_OP)
def lange_zin(regio: Regio) -> Iterator[Problem]:
    """A sentence for parents has at most 18 words."""
    tip = f"Maak er twee zinnen van (hooguit {WOORDEN_PER_ZIN} woorden)."
    for pad, loc, text in _plain_texts(regio):
        begin = 0
        for sentence in zinnen(text):
            begin = text.index(sentence, begin)
            words = len(sentence.split())
            if words > WOORDEN_PER_ZIN:
                start = " ".join(sentence.split()[:6])
                message = f"Deze zin heeft {words} woorden: '{start} …'"
                yield pad, loc, message, tip, Woorden(text, begin, begin + len(sentence))


@rule(Level.LET_OP)
def onverklaarde_afkorting(regio: Regio) -> Iterator[Problem]:
    """An abbreviation in a text for parents is explained in the glossary."""
    known = {
        word
        for begrip in regio.begrippen.values()
        for word in (begrip.term, *begrip.ook_geschreven_als)
    }
    for pad, loc, text in _plain_texts(regio):
        told = set(known)
        for found in _ABBREVIATION.finditer(text):
            if (word := found.group()) not in told:
                told.add(word)
                message = f"De afkorting '{word}' wordt nergens uitgelegd."
                tip = "Schrijf het uit, of maak er een begrip van."
                yield pad, loc, message, tip, Woorden(text, *found.span())


@rule(Level.LET_OP)
def een_spelling(regio: Regio) -> Iterator[Problem]:
    """A name and a term are spelled one way: with the same capitals, hyphens and spaces."""
    better = dict(_spellingen(regio))
    words = sorted(better, key=lambda one: (-len(one), one))
    search = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
    for pad, leaf in regio.waarden(_is_tekst):
        for found in search.finditer(leaf.value):
            word, good = found.group(), better[found.group().lower()]
            same = word[0].lower() + word[1:] == good[0].lower() + good[1:]
            if not same and not aangehaald(leaf.value, found.start()):
                message = f"'{word}' staat op de site als '{good}'."
                yield pad, leaf.loc, message, _SPELLING, Woorden(leaf.value, *found.span())


_SPELLING = (
    "Schrijf het overal zo. Zijn het woorden van een ander? Zet die tussen aanhalingstekens."
)
_LIJM = re.compile(r"[-\s]+")


def _spellingen(regio: Regio) -> Iterator[tuple[str, str]]:
    """Each other spelling in small letters, with the one of this site: of the region's name, and of
    terms that are told to be written in more ways with the same letters."""
    name = regio.instellingen.naam
    yield name.lower(), name
    for begrip in regio.begrippen.values():
        own = [one for one in (begrip.term, begrip.voluit) if isinstance(one, str)]
        letters: dict[str, list[str]] = {}
        for one in (*own, *begrip.ook_geschreven_als):
            letters.setdefault(_LIJM.sub("", one).lower(), []).append(one)
        for same in letters.values():
            if good := next((one for one in same if one.startswith(tuple(own))), None):
                yield from ((one.lower(), good) for one in same if one != good)


def _is_tekst(leaf: Leaf) -> bool:
    """A text of this site; where something stands in a source, is in the words of that source."""
    of_readers = (Tekstsoort.VAKTAAL, Tekstsoort.GEWONE_TAAL)
    own = leaf.tekst in of_readers and leaf.loc[-1:] != ("vindplaats",)
    return own and isinstance(leaf.value, str)


def _plain_texts(regio: Regio) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    for pad, leaf in regio.waarden(_is_gewone_taal):
        yield pad, leaf.loc, leaf.value


def _is_gewone_taal(leaf: Leaf) -> bool:
    return leaf.tekst is Tekstsoort.GEWONE_TAAL and isinstance(leaf.value, str)
