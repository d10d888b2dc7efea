"""Exact elimination: hide until no hidden cell follows from published ones by adding up.

Gauss over the whole numbers modulo a prime, on sparse rows. It knows nothing of bounds (a count is
at least zero): that is what ``getuigen`` is for.
"""

from __future__ import annotations

import numpy as np

from macros.bescherming.disclosure.stelsel import Bools, Stelsel

PRIEM = 2**31 - 1

_Row = dict[int, int]


def geheim_na_eliminatie(stelsel: Stelsel, verborgen: Bools | None = None) -> Bools:
    """Which of the ``m`` cells to hide; those in ``verborgen`` in any case.

    Cells are published one by one, zeros first and then from large to small, unless a primary cell
    would follow from what is published by then. A cell refused so never follows either: with it,
    the primary would.
    """
    values, sizes = stelsel.waarden, np.diff(stelsel.matrix.indptr)
    ladder = Ladder(stelsel)
    hidden = stelsel.primair.copy() if verborgen is None else stelsel.primair | verborgen
    order = np.lexsort((np.arange(len(values)), -sizes, -values, values > 0))
    for cell in order.tolist():
        if not hidden[cell] and not ladder.publiceer(cell):
            hidden[cell] = True
    return hidden


class Ladder:
    """What follows from the cells published so far, for the primary cells of a system.

    Its rows are in reduced form: no row holds the pivot column of another published row.
    """

    def __init__(self, stelsel: Stelsel) -> None:
        self.matrix = stelsel.matrix
        self.rows: list[_Row] = []
        self.holders: dict[int, set[int]] = {}
        self.pivots: dict[int, int] = {}
        primary = np.flatnonzero(stelsel.primair).tolist()
        self.guarded = {self._add(self._row(cell)) for cell in primary}

    @classmethod
    def met(cls, stelsel: Stelsel, shown: Bools) -> Ladder:
        """With these cells (m) published, of which no primary follows."""
        ladder = cls(stelsel)
        for cell in np.flatnonzero(shown).tolist():
            ladder.publiceer(cell)
        return ladder

    def verraadt(self, cell: int) -> bool:
        """Whether a primary cell would follow when ``cell`` is published as well."""
        row, pivot = self._reduced(cell)
        return pivot is not None and self._exposes(row, pivot)

    def publiceer(self, cell: int) -> bool:
        """Take ``cell`` as known; False, and nothing is changed, when that gives a primary."""
        row, pivot = self._reduced(cell)
        if pivot is None:
            return True
        if self._exposes(row, pivot):
            return False
        for one in list(self.holders.get(pivot, ())):
            self._update(one, row, self.rows[one][pivot])
        self.pivots[pivot] = self._add(row)
        return True

    def _row(self, cell: int) -> _Row:
        begin, end = self.matrix.indptr[cell : cell + 2]
        return dict.fromkeys(self.matrix.indices[begin:end].tolist(), 1)

    def _reduced(self, cell: int) -> tuple[_Row, int | None]:
        """The row without what is known already, 1 in its pivot; None: nothing is left."""
        row = self._row(cell)
        for column in [one for one in row if one in self.pivots]:
            self._subtract(row, self.rows[self.pivots[column]], row[column])
        if not row:
            return row, None
        pivot = min(row, key=lambda column: (len(self.holders.get(column, ())), column))
        inverse = pow(row[pivot], -1, PRIEM)
        return {column: value * inverse % PRIEM for column, value in row.items()}, pivot

    def _exposes(self, row: _Row, pivot: int) -> bool:
        holding = self.guarded.intersection(self.holders.get(pivot, ()))
        return any(self._follows(self.rows[one], row, pivot) for one in holding)

    def _follows(self, guarded: _Row, row: _Row, pivot: int) -> bool:
        if len(guarded) != len(row):
            return False
        factor = guarded[pivot]
        return all(guarded.get(one) == value * factor % PRIEM for one, value in row.items())

    def _add(self, row: _Row) -> int:
        number = len(self.rows)
        self.rows.append(row)
        for column in row:
            self.holders.setdefault(column, set()).add(number)
        return number

    def _subtract(self, row: _Row, other: _Row, factor: int) -> None:
        for column, value in other.items():
            new = (row.get(column, 0) - factor * value) % PRIEM
            if new:
                row[column] = new
            else:
                del row[column]

    def _update(self, number: int, other: _Row, factor: int) -> None:
        row = self.rows[number]
        for column, value in other.items():
            old = row.get(column, 0)
            new = (old - factor * value) % PRIEM
            if new:
                row[column] = new
                if not old:
                    self.holders.setdefault(column, set()).add(number)
            elif old:
                del row[column]
                self.holders[column].discard(number)
