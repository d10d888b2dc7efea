"""The words of ``woorden.yml`` and patterns made of them. Not here: what the words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, cast

from macros.source.nodes import parse

_FILE = Path(__file__).with_name("woorden.yml")


@cache
def _alle() -> dict[str, Any]:
    document, issues = parse(_FILE.read_text(encoding="utf-8"), _FILE.name)
    assert document is not None, issues
    assert isinstance(document.value, dict)
    return document.value


def woorden(naam: str) -> list[str]:
    """The list that is called ``naam``."""
    found: list[str] = _alle()[naam]
    return found


def getallen() -> dict[str, int]:
    """Each number in words, with what it is."""
    return {word: int(number) for number, words in _alle()["getal"].items() for word in words}


def ontraden() -> dict[str, str]:
    """Each word that is advised against, with what is plainer."""
    found: dict[str, str] = _alle()["ontraden"]
    return found


def een_van(words: Iterable[str]) -> str:
    """A pattern for one of these words, longest first; spaces of any number, ``*`` for letters."""
    parts = [_woord(one) for one in sorted(words, key=lambda one: (-len(one), one))]
    return f"(?:{'|'.join(parts)})"


def _woord(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")


def kenmerk(words: Iterable[str]) -> frozenset[str]:
    """The longest word of each, in small letters: without one of them there is nothing to find."""
    return frozenset(max(re.findall(r"[\w']+", one.lower()), key=len) for one in words)


def vorm(pattern: str, *, exact: bool = False) -> re.Pattern[str]:
    """A pattern over more lines; capitals count only when ``exact``."""
    flags = re.VERBOSE | (re.NOFLAG if exact else re.IGNORECASE)
    return cast("re.Pattern[str]", _Later(pattern, flags))


class _Later:
    """A pattern that is put together when something is looked for: that takes long, and what was
    read before (``kast``) is looked at with none.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._of), name)
        setattr(self, name, found)
        return found
