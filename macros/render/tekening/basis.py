"""What there is to draw: boxes, arrows, and that there can be no drawing.

Not here: sizes and places.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.taal.vertaler import Tekst


class TekeningFout(Exception):
    """There is no drawing. The message is for the person who builds the site."""


@dataclass(frozen=True, slots=True)
class Knoop:
    """A box. ``boven`` is a line above its text, such as who does it.

    ``soort`` becomes the class ``knoop--<soort>``; ``pad``, a path in the site, makes it a link.
    """

    id: str
    tekst: Tekst | str
    soort: str = ""
    pad: str | None = None
    boven: Tekst | str = ""


@dataclass(frozen=True, slots=True)
class Pijl:
    """An arrow from box to box, by their ids; ``tekst`` stands half-way, on the arrow."""

    van: str
    naar: str
    tekst: Tekst | str = ""


@dataclass(frozen=True, slots=True)
class Tekening:
    """At least one box. Raises ValueError for an id that is there twice, or only in an arrow."""

    knopen: tuple[Knoop, ...]
    pijlen: tuple[Pijl, ...]

    def __post_init__(self) -> None:
        ids = [knoop.id for knoop in self.knopen]
        ends = {end for pijl in self.pijlen for end in (pijl.van, pijl.naar)}
        if not ids or len(set(ids)) < len(ids) or not ends <= set(ids):
            raise ValueError(f"geen tekening: vakken {ids}, pijlen tussen {sorted(ends)}")
