"""Rules about plain language in the texts for parents. They warn; they never stop the build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.tekst import Tekstsoort
from macros.model.geheel import Regio
from macros.model.walk import Leaf
from macros.rules.registry import Problem, Woorden, rule

MAX_WORDS = 18
"""A sentence of more words is hard to read at level B1."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")


@rule(Level.LET_OP)
def lange_zin(regio: Regio) -> Iterator[Problem]:
    """A sentence for parents has at most 18 words."""
    tip = f"Maak er twee zinnen van (hooguit {MAX_WORDS} woorden)."
    for pad, loc, text in _plain_texts(regio):
        begin = 0
        for sentence in _SENTENCE.split(text):
            begin = text.index(sentence, begin)
            words = len(sentence.split())
            if words > MAX_WORDS:
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


def _plain_texts(regio: Regio) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    for pad, leaf in regio.waarden(_is_gewone_taal):
        yield pad, leaf.loc, leaf.value


def _is_gewone_taal(leaf: Leaf) -> bool:
    return leaf.tekst is Tekstsoort.GEWONE_TAAL and isinstance(leaf.value, str)
