"""One system of counts: which inner cells each published cell sums, and what must stay possible.

Not here: where the counts come from (``domein``) or which cells are hidden (``onderdrukken``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, eye_array, vstack  # type: ignore[import-untyped]
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Sparse = Any
"""A scipy ``csr_array``; scipy has no types."""


@dataclass(frozen=True, slots=True)
class Stelsel:
    """``m`` published cells over ``n`` inner cells, with what an outsider may not work out.

    ``matrix`` (m x n, csr, 0/1): row i sums the inner cells of cell i. ``inner`` (n): the counts.
    ``boven`` (n): what is publicly known as the most an inner cell can be (inf: nothing).
    ``primair`` (m): cells that must be hidden; then the interval that an outsider can compute must
    contain [``laag``, ``hoog``] (m). ``breed`` (m): how wide the interval of another hidden cell
    must be. ``gewicht`` (m, > 0): what it costs to hide a cell. ``ongenoemd`` (m): inner cells that
    no table shows; they can be worked out all the same, so they are cells that are always hidden.
    """

    matrix: Sparse
    inner: Ints
    boven: Floats
    primair: Bools
    laag: Ints
    hoog: Ints
    breed: Ints
    gewicht: Floats
    ongenoemd: Bools

    @property
    def waarden(self) -> Ints:
        """The count of each published cell (m)."""
        found: Ints = self.matrix @ self.inner
        return found


def samengevoegd(matrix: Sparse, inner: Ints, boven: Floats) -> tuple[Sparse, Ints, Floats]:
    """The same cells with inner cells that always go together added up: fewer columns."""
    columns = matrix.tocsc()
    columns.sort_indices()
    groups: dict[bytes, int] = {}
    group = np.empty(matrix.shape[1], dtype=np.int64)
    for j in range(matrix.shape[1]):
        rows = columns.indices[columns.indptr[j] : columns.indptr[j + 1]]
        group[j] = groups.setdefault(rows.tobytes(), len(groups))
    _, first = np.unique(group, return_index=True)
    summed = np.zeros(len(groups), dtype=np.int64)
    np.add.at(summed, group, inner)
    top = np.zeros(len(groups))
    np.add.at(top, group, boven)
    return columns[:, first].tocsr(), summed, top


def met_ongenoemde(matrix: Sparse) -> Sparse:
    """The cells, and below them a row for each inner cell (column) that is none of the cells."""
    single = np.flatnonzero(np.diff(matrix.indptr) == 1)
    named = np.zeros(matrix.shape[1], dtype=np.bool_)
    named[matrix.indices[matrix.indptr[single]]] = True
    own = eye_array(matrix.shape[1], dtype=np.int64, format="csr")[np.flatnonzero(~named)]
    return vstack([matrix, own], format="csr")


def blokken(stelsel: Stelsel) -> Iterator[tuple[Ints, Stelsel]]:
    """The parts that share no inner cell (years, for instance), each with its cell numbers."""
    m, n = stelsel.matrix.shape
    entries = stelsel.matrix.tocoo()
    square = csr_array(
        (np.ones(len(entries.row), dtype=np.int8), (entries.row, entries.col + m)),
        shape=(m + n, m + n),
    )
    count, label = connected_components(square, directed=False)
    order_m, order_n = np.argsort(label[:m], kind="stable"), np.argsort(label[m:], kind="stable")
    cut_m = np.searchsorted(label[:m][order_m], np.arange(count + 1))
    cut_n = np.searchsorted(label[m:][order_n], np.arange(count + 1))
    for block in range(count):
        cells = order_m[cut_m[block] : cut_m[block + 1]]
        columns = order_n[cut_n[block] : cut_n[block + 1]]
        if len(cells):
            yield cells, _deel(stelsel, cells, columns)


def _deel(stelsel: Stelsel, cells: Ints, columns: Ints) -> Stelsel:
    return Stelsel(
        matrix=stelsel.matrix[cells][:, columns].tocsr(),
        inner=stelsel.inner[columns],
        boven=stelsel.boven[columns],
        primair=stelsel.primair[cells],
        laag=stelsel.laag[cells],
        hoog=stelsel.hoog[cells],
        breed=stelsel.breed[cells],
        gewicht=stelsel.gewicht[cells],
        ongenoemd=stelsel.ongenoemd[cells],
    )
