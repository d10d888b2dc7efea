"""A text of ordinary signs, and what a search in it gives. Not here: searching."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.issue import Level

_WOORD = re.compile(r"[\w']+")


class Gevonden(NamedTuple):
    """A finding in a text of ordinary signs."""

    begin: int
    eind: int
    code: str
    message: str
    tip: str
    level: Level = Level.FOUT


@dataclass(slots=True)
class Tekst:
    """A paragraph, and what tells in one look that there is nothing to find in it."""

    plain: str
    lower: str = field(init=False)
    woorden: set[str] = field(init=False)
    """In small letters."""

    def __post_init__(self) -> None:
        self.lower = self.plain.lower()
        self.woorden = set(_WOORD.findall(self.lower))
