"""What a search in one text gives. Not here: searching."""

from __future__ import annotations

from typing import NamedTuple

from macros.issue import Level


class Gevonden(NamedTuple):
    """A finding in a text of ordinary signs."""

    begin: int
    eind: int
    code: str
    message: str
    tip: str
    level: Level = Level.FOUT
