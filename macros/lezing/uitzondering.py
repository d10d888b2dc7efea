"""Findings that were looked at and are right all the same: each with its place, words and reason.

An exception covers its own words in its own file and nothing else, and it must go on finding them:
one that finds nothing is a problem itself. Not here: the file they stand in (the model).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from macros.lezing.lezing import Vondst


class Uitzondering(Protocol):
    """What an exception says: the file, the code of the finding, the words that are right."""

    @property
    def waar(self) -> str: ...

    @property
    def code(self) -> str: ...

    @property
    def woorden(self) -> str: ...


class Uitzonderingen:
    """The exceptions of a region, and which of them found their words."""

    def __init__(self, alle: Iterable[Uitzondering] = ()) -> None:
        self._bij: dict[tuple[str, str], list[tuple[int, str]]] = {}
        self._over: dict[int, str] = {}
        for index, one in enumerate(alle):
            words = " ".join(one.woorden.split())
            self._bij.setdefault((one.waar, one.code), []).append((index, words))
            self._over[index] = one.waar

    def zonder(self, waar: str, tekst: str, vondsten: Iterable[Vondst]) -> Iterator[Vondst]:
        """The findings in a text of the file ``waar`` that no exception covers."""
        for vondst in vondsten:
            for index, words in self._bij.get((waar, vondst.code), ()):
                if _dekt(words, tekst, vondst):
                    self._over.pop(index, None)
                    break
            else:
                yield vondst

    def ongebruikt(self) -> Iterator[tuple[int, str]]:
        """Those that found nothing: their number, and the file they speak of."""
        yield from sorted(self._over.items())


def _dekt(words: str, tekst: str, vondst: Vondst) -> bool:
    """Whether the finding is in these words, as they stand there."""
    before = " ".join(tekst[: vondst.begin].split())
    begin = len(before) + (1 if before and tekst[vondst.begin - 1].isspace() else 0)
    whole = " ".join(tekst.split())
    eind = begin + len(" ".join(tekst[vondst.begin : vondst.eind].split()))
    at = whole.find(words)
    while at >= 0:
        if at <= begin and eind <= at + len(words):
            return True
        at = whole.find(words, at + 1)
    return False
