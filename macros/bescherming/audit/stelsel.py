"""Statements made small: what is known outright is filled in, and what hangs together is split off.

Nothing is approximated: the tables that agree with the small system are exactly those that agree
with the statements. Each remaining row still knows which statements it comes from. Not here:
solving it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.bescherming.audit.uitspraak import TegenspraakError, Uitspraak

NOOIT = 1 << 60
"""A moment after every step; the moment of a cell that was not filled in."""
_NIETS = (-1, 0)


@dataclass(frozen=True, slots=True)
class Rij:
    """``laag <= sum of the unknown inner cells <= hoog``, and the statement behind each end."""

    cellen: tuple[int, ...]
    laag: int
    hoog: int | None
    bron_laag: int
    bron_hoog: int


class Stelsel:
    """The system behind ``uitspraken`` over ``n`` inner cells.

    ``laag`` and ``hoog`` (None: no end) bound each inner cell; ``rijen`` tie the unknown ones
    together. Raises ``TegenspraakError`` when filling in already shows that no table agrees.
    """

    def __init__(self, n: int, uitspraken: Sequence[Uitspraak]) -> None:
        self.uitspraken = uitspraken
        self.laag = [0] * n
        self.hoog: list[int | None] = [None] * n
        self._vast_op = [NOOIT] * n
        # The statement behind each bound, and the moment: it used what was filled in before.
        self._bron_laag = [_NIETS] * n
        self._bron_hoog = [_NIETS] * n
        self._vul_in()
        self.rijen = self._rijen()

    def vast(self, cel: int) -> bool:
        """Whether the value of an inner cell is known."""
        return self._vast_op[cel] != NOOIT

    def _vul_in(self) -> None:
        self._over = [len(one.cellen) for one in self.uitspraken]
        self._som = [0] * len(self.uitspraken)
        self._van: list[list[int]] = [[] for _ in self.laag]
        for index, one in enumerate(self.uitspraken):
            for cel in one.cellen:
                self._van[cel].append(index)
        # Sums of few cells first: of two ways to know the same, the shorter is kept.
        self._volgorde = sorted(
            range(len(self.uitspraken)), key=lambda one: len(self.uitspraken[one].cellen)
        )
        self._wachtrij = deque(self._volgorde)
        self._moment = 0
        while self._wachtrij:
            self._verwerk(self._wachtrij.popleft())

    def _verwerk(self, index: int) -> None:
        one = self.uitspraken[index]
        laag = one.laag - self._som[index]
        hoog = None if one.hoog is None else one.hoog - self._som[index]
        if (hoog is not None and hoog < max(laag, 0)) or (not self._over[index] and laag > 0):
            raise TegenspraakError(self.herleid([(index, NOOIT)]))
        if not self._over[index] or not (self._over[index] == 1 or hoog == 0):
            return
        self._moment += 1
        for cel in [cel for cel in one.cellen if not self.vast(cel)]:
            self._begrens(cel, laag if self._over[index] == 1 else 0, hoog, index)

    def _begrens(self, cel: int, laag: int, hoog: int | None, index: int) -> None:
        bron = (index, self._moment)
        if laag > self.laag[cel]:
            self.laag[cel], self._bron_laag[cel] = laag, bron
        own = self.hoog[cel]
        if hoog is not None and (own is None or hoog < own):
            self.hoog[cel], self._bron_hoog[cel] = hoog, bron
        own = self.hoog[cel]
        if own is None or self.laag[cel] < own:
            return
        if self.laag[cel] > own:
            raise TegenspraakError(self.herleid([self._bron_laag[cel], self._bron_hoog[cel]]))
        self._vast_op[cel] = self._moment
        for other in self._van[cel]:
            self._over[other] -= 1
            self._som[other] += own
            self._wachtrij.append(other)

    def _rijen(self) -> list[Rij]:
        """One row for each set of unknown cells, with the tightest ends anybody stated."""
        found: dict[tuple[int, ...], Rij] = {}
        for index in self._volgorde:
            one = self.uitspraken[index]
            if self._over[index] < 2:
                continue
            cellen = tuple(cel for cel in one.cellen if not self.vast(cel))
            laag = max(one.laag - self._som[index], 0)
            hoog = None if one.hoog is None else one.hoog - self._som[index]
            if laag == 0 and (hoog is None or self._ruim(cellen, hoog)):
                continue
            new = Rij(cellen, laag, hoog, index, index)
            old = found.get(cellen)
            found[cellen] = new if old is None else _strengste(old, new)
        for rij in found.values():
            if rij.hoog is not None and rij.laag > rij.hoog:
                raise TegenspraakError(self.bronnen_van_rij(rij))
        return list(found.values())

    def _ruim(self, cellen: Iterable[int], hoog: int) -> bool:
        """Whether the cells' own upper ends already keep their sum at or below ``hoog``."""
        total = 0
        for cel in cellen:
            own = self.hoog[cel]
            if own is None or (total := total + own) > hoog:
                return False
        return True

    def delen(self) -> list[list[int]]:
        """The rows (their numbers) that hang together by their unknown cells."""
        ouder: dict[int, int] = {}

        def top(cel: int) -> int:
            while ouder.setdefault(cel, cel) != cel:
                ouder[cel] = ouder[ouder[cel]]
                cel = ouder[cel]
            return cel

        for rij in self.rijen:
            eerste = top(rij.cellen[0])
            for cel in rij.cellen[1:]:
                ouder[top(cel)] = eerste
        delen: dict[int, list[int]] = {}
        for index, rij in enumerate(self.rijen):
            delen.setdefault(top(rij.cellen[0]), []).append(index)
        return list(delen.values())

    def bronnen_van_rij(self, rij: Rij) -> frozenset[int]:
        """The statements behind both ends of a row."""
        return self.herleid([(rij.bron_laag, NOOIT), (rij.bron_hoog, NOOIT)])

    def bronnen_van_cellen(self, cellen: Iterable[int]) -> frozenset[int]:
        """The statements behind the bounds of inner cells."""
        return self.herleid(
            [bron for cel in cellen for bron in (self._bron_laag[cel], self._bron_hoog[cel])]
        )

    def herleid(self, bronnen: Iterable[tuple[int, int]]) -> frozenset[int]:
        """The statements, and those that filled in what they used, all the way back."""
        stack = [one for one in bronnen if one[0] >= 0]
        done: set[int] = set()
        found: set[int] = set()
        while stack:
            index, moment = stack.pop()
            found.add(index)
            for cel in self.uitspraken[index].cellen:
                if self._vast_op[cel] < moment and cel not in done:
                    done.add(cel)
                    sources = (self._bron_laag[cel], self._bron_hoog[cel])
                    stack.extend(one for one in sources if one[0] >= 0)
        return frozenset(found)


def _strengste(een: Rij, ander: Rij) -> Rij:
    hoog, bron_hoog = een.hoog, een.bron_hoog
    if ander.hoog is not None and (hoog is None or ander.hoog < hoog):
        hoog, bron_hoog = ander.hoog, ander.bron_hoog
    laag, bron_laag = een.laag, een.bron_laag
    if ander.laag > laag:
        laag, bron_laag = ander.laag, ander.bron_laag
    return Rij(een.cellen, laag, hoog, bron_laag, bron_hoog)
