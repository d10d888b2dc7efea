"""What the audit computes with: statements about whole numbers, and the cells it asks about.

An inner cell is a combination of codes that nothing is published below; inner cells are numbered
0..n-1 and hold an unknown whole number of at least 0. Not here: where a statement was printed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """``laag <= sum of the inner cells <= hoog``; ``hoog`` None: no upper end.

    ``cellen`` are numbers of inner cells, ascending, without repetition.
    """

    cellen: tuple[int, ...]
    laag: int
    hoog: int | None


@dataclass(frozen=True, slots=True)
class Cel:
    """A count that must not be worked out: the sum of ``cellen``.

    ``breedte``: how far apart its lowest and highest possible value must be at least.
    ``verborgen``: it was left out on purpose. ``bevolking``: how many there can be, when that is
    public. ``rest``: whether that number minus the count must not be worked out either.
    ``nul_mag``: whether everyone may know that it is 0.
    """

    cellen: tuple[int, ...]
    breedte: int
    verborgen: bool = True
    bevolking: int | None = None
    rest: bool = False
    nul_mag: bool = True


@dataclass(slots=True)
class Grenzen:
    """What is known of the possible values of one sum.

    Proved: every table that agrees with the statements has ``laag <= sum <= hoog`` (None: no upper
    end). Seen: there are such tables, of whole numbers, with the sums ``gezien_laag`` and
    ``gezien_hoog``; None as long as none was found. ``lp_*``: the ends without the knowledge
    that counts are whole, when they were computed.
    """

    laag: int = 0
    hoog: int | None = None
    gezien_laag: int | None = None
    gezien_hoog: int | None = None
    lp_laag: float | None = None
    lp_hoog: float | None = None
    onbegrensd: bool = False
    """Seen: tables with as large a sum as one likes."""

    @property
    def gezien_breedte(self) -> int:
        """How far apart the two whole-number tables are that were found; -1: none was."""
        if self.gezien_laag is None or self.gezien_hoog is None:
            return -1
        return self.gezien_hoog - self.gezien_laag

    @property
    def exact(self) -> bool:
        """Whether both ends are reached by a table of whole numbers."""
        return self.laag == self.gezien_laag and (
            self.onbegrensd or (self.hoog is not None and self.hoog == self.gezien_hoog)
        )


class TegenspraakError(Exception):
    """No table agrees with all statements; ``uitspraken`` are the numbers of some that clash."""

    def __init__(self, uitspraken: frozenset[int]) -> None:
        super().__init__(f"statements {sorted(uitspraken)} contradict each other")
        self.uitspraken = uitspraken
