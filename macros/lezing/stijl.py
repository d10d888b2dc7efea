"""Plain Dutch: how long a sentence may be, and words that guides advise against.

Each of these has a plainer one. Told, never refused. Not here: which texts are for parents
(``rules.elk.taal``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.issue import Level
from macros.lezing.vondst import Gevonden, Tekst
from macros.lezing.woorden import een_van, kenmerk, ontraden

WOORDEN_PER_ZIN = 18
"""A sentence of more words is hard to read at level B1."""

_ZIN = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_BETER = ontraden()
_WOORD = re.compile(rf"\b{een_van(_BETER)}\b", re.IGNORECASE)
_KENMERK = kenmerk(_BETER)
_CITAAT = re.compile(r"‘[^’\n]*’|“[^”\n]*”|\"[^\"\n]*\"|(?<!\w)'[^'\n]*'(?!\w)")


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text, in its order."""
    return _ZIN.split(tekst)


def aangehaald(tekst: str, begin: int) -> bool:
    """Whether what begins there are the words of somebody else, between quotation marks."""
    return any(one.start() <= begin < one.end() for one in _CITAAT.finditer(tekst))


def zoek(tekst: Tekst) -> Iterator[Gevonden]:
    """Each such word, but not where somebody is quoted."""
    if _KENMERK.isdisjoint(tekst.woorden):
        return
    for found in _WOORD.finditer(tekst.plain):
        if not aangehaald(tekst.plain, found.start()):
            word = " ".join(found.group().lower().split())
            message = f"'{found.group()}' is geen gewone taal."
            tip = f"Liever: {_BETER[word]}."
            yield Gevonden(*found.span(), "ontraden-woord", message, tip, Level.LET_OP)
