"""Witnesses: other whole-number tables that agree with everything published.

A witness is kept as what it changes: the difference (m) it makes to every published cell, zero
where the cell is shown. What the witnesses reach together is what an outsider cannot rule out. One
solution of HiGHS is a witness for all cells at once, so few are needed.

Not here: which cells are hidden (``onderdrukken``); this module answers what that leaves open.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import csr_array, eye_array, hstack, vstack  # type: ignore[import-untyped]

from macros.bescherming.disclosure.stelsel import Bools, Floats, Ints, Sparse, Stelsel

KNOPEN = 200
"""How far the search for whole numbers goes before a cell counts as not protected."""

_HEEL = 1e-6


def geheel(values: Floats) -> Ints | None:
    """The whole numbers that a solution of HiGHS stands for; None when it is not whole."""
    rounded = np.round(values)
    return None if np.abs(values - rounded).max(initial=0) > _HEEL else rounded.astype(np.int64)


def los_op(cost: Floats, bounds: Bounds, rules: LinearConstraint, whole: int) -> Floats | None:
    """The solution of least ``cost``; its first ``whole`` variables are whole. None: not found."""
    integrality = np.zeros(len(cost))
    integrality[:whole] = 1
    options = {"node_limit": KNOPEN} if whole else {}
    found: Any = milp(
        cost, integrality=integrality, bounds=bounds, constraints=rules, options=options
    )
    solution: Floats | None = found.x
    return solution


class Ruimte:
    """How the inner cells can change while every cell changes no more than an outsider allows.

    ``laag`` and ``hoog`` (m): the least and the most that a cell can differ from what it is.
    """

    def __init__(self, stelsel: Stelsel, laag: Floats, hoog: Floats) -> None:
        matrix = stelsel.matrix
        shown = (laag == 0) & (hoog == 0)
        telling = shown & ((np.diff(matrix.indptr) == 1) | (stelsel.waarden == 0))
        fixed = matrix[np.flatnonzero(telling)].sum(axis=0) > 0
        self.stelsel = stelsel
        self.free: Ints = np.flatnonzero(~fixed)
        self.columns: Sparse = matrix[:, self.free].tocsr()
        said = ~(np.isinf(laag) & np.isinf(hoog))
        binding = np.flatnonzero(said & (np.diff(self.columns.indptr) > 0))
        self.rows: Sparse = self.columns[binding]
        self.laag, self.hoog = laag[binding], hoog[binding]

    @classmethod
    def bij(cls, stelsel: Stelsel, hidden: Bools) -> Ruimte:
        """Where each cell that is not ``hidden`` (m) keeps its value."""
        most = np.where(hidden, np.inf, 0.0)
        return cls(stelsel, -most, most)

    def verst(self, cells: Ints, sign: int, caps: Ints, *, whole: bool) -> Floats | None:
        """The change (n) that brings ``cells`` furthest up (``sign`` 1) or down (-1) together.

        Each of them counts up to its cap, so that one solution serves many. None: not found.
        """
        size, count, said = len(self.free), len(cells), self.rows.shape[0]
        inner = self.stelsel.inner[self.free]
        rules = vstack(
            [
                hstack([self.rows, csr_array((said, count))]),
                hstack([self.columns[cells] * sign, -eye_array(count)]),
            ],
            format="csr",
        )
        lowest = np.concatenate([self.laag, np.zeros(count)])
        highest = np.concatenate([self.hoog, np.full(count, np.inf)])
        bounds = Bounds(
            np.concatenate([-inner, np.zeros(count)]),
            np.concatenate([self.stelsel.boven[self.free] - inner, caps]),
        )
        solution = los_op(
            np.concatenate([np.zeros(size), -np.ones(count)]),
            bounds,
            LinearConstraint(rules, lowest, highest),
            size if whole else 0,
        )
        if solution is None:
            return None
        change = np.zeros(self.stelsel.matrix.shape[1])
        change[self.free] = solution[:size]
        return change

    def kan(self, cell: int, sign: int, far: int) -> bool:
        """Whether ``cell`` may go ``far`` up or down, as far as bounds tell."""
        change = self.verst(np.array([cell]), sign, np.array([far]), whole=False)
        if change is None:
            return True
        reached = sign * (self.stelsel.matrix[[cell]] @ change)[0]
        return bool(reached > far - 1 + _HEEL)


class Getuigen:
    """The witnesses found for one system so far, and how far (m) they bring each cell."""

    def __init__(self, stelsel: Stelsel) -> None:
        self.stelsel = stelsel
        self.rijen: Ints = np.zeros((0, stelsel.matrix.shape[0]), dtype=np.int64)

    @property
    def omhoog(self) -> Ints:
        """How far up each cell goes in some witness (m)."""
        found: Ints = self.rijen.max(axis=0, initial=0)
        return found

    @property
    def omlaag(self) -> Ints:
        """How far down each cell goes in some witness (m)."""
        found: Ints = -self.rijen.min(axis=0, initial=0)
        return found

    def voeg_toe(self, change: Ints) -> None:
        """Keep the witness that changes the inner cells by ``change`` (n)."""
        self.rijen = np.vstack([self.rijen, self.stelsel.matrix @ change])

    def die_blijven(self, cell: int) -> Getuigen:
        """The witnesses that still stand when ``cell`` is shown as well."""
        kept = Getuigen(self.stelsel)
        kept.rijen = self.rijen[self.rijen[:, cell] == 0]
        return kept

    def bereik(self, sign: int) -> Ints:
        """How far each cell goes up (1) or down (-1) in some witness (m)."""
        return self.omhoog if sign > 0 else self.omlaag

    def zoek(self, ruimte: Ruimte, sign: int, goal: Ints, *, all_or_nothing: bool) -> list[int]:
        """Look for witnesses that bring each cell ``goal`` (m) up or down; the cells that fail.

        With ``all_or_nothing`` it stops at the first one that fails.
        """
        failed: list[int] = []
        waiting = np.flatnonzero(goal > self.bereik(sign))
        while len(waiting):
            hard = self._samen(ruimte, waiting, sign, goal)
            if hard is None:
                return failed
            if len(waiting) == 1 or self._samen(ruimte, np.array([hard]), sign, goal) is not None:
                failed.append(hard)
                if all_or_nothing:
                    return failed
            waiting = waiting[(waiting != hard) & (goal > self.bereik(sign))[waiting]]
        return failed

    def _samen(self, ruimte: Ruimte, cells: Ints, sign: int, goal: Ints) -> int | None:
        """Add one witness for ``cells`` together; the one furthest from its goal, None: all reach.

        Without whole numbers nothing is added.
        """
        change = ruimte.verst(cells, sign, goal[cells], whole=False)
        if change is None:
            return int(cells[0])
        reached = sign * (self.stelsel.matrix[cells] @ change) / goal[cells]
        hard = int(cells[np.argmin(reached)])
        whole = geheel(change)
        if whole is None:
            if len(cells) == 1 and reached[0] < 1 - _HEEL:
                return hard
            change = ruimte.verst(cells, sign, goal[cells], whole=True)
            whole = None if change is None else geheel(change)
        if whole is None:
            return hard
        self.voeg_toe(whole)
        short = cells[(goal > self.bereik(sign))[cells]]
        if len(short) == 0:
            return None
        return hard if hard in short else int(short[0])

    def smal(self, ruimte: Ruimte, asked: Bools, width: Ints) -> Ints:
        """Of the cells ``asked`` (m) those that are not seen to span ``width`` (m)."""
        for sign in (1, -1, 1):
            short = width - self.omhoog - self.omlaag
            goal = np.where(asked & (short > 0), self.bereik(sign) + short, 0)
            self.zoek(ruimte, sign, goal, all_or_nothing=False)
        return np.flatnonzero(asked & (self.omhoog + self.omlaag < width))

    def verdacht(self, ruimte: Ruimte, cell: int, drempel: int) -> bool:
        """Whether an outsider may take the narrow ``cell`` for small, though no table shows it."""
        value = int(self.stelsel.waarden[cell])
        if value >= drempel:
            return ruimte.kan(cell, -1, value - drempel + 1)
        return value > 0 or ruimte.kan(cell, 1, 1)
