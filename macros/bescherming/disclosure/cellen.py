"""What is published: the cells of every table, and the one matrix that sums them all.

Tables, margins, hierarchies and overlapping groups are rows of the same 0/1 matrix. Two published
cells that add up the same inner cells are one row, so they are shown or hidden together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.sparse import csr_array, kron, vstack  # type: ignore[import-untyped]

from macros.bescherming.disclosure.definitie import Definitie, Dimensie
from macros.bescherming.disclosure.stelsel import Ints, Sparse
from macros.bescherming.disclosure.tellingen import Codes, bladcodes


@dataclass(frozen=True, slots=True)
class Cellen:
    """``tabellen``: for each table its cells, as codes and row number in ``matrix``.

    ``matrix`` (m x n, csr, 0/1): the inner cells, in the order of the leaves, that each row sums.
    """

    tabellen: tuple[tuple[tuple[Codes, int], ...], ...]
    matrix: Sparse


def cellen(definitie: Definitie, apart: Mapping[str, Codes]) -> Cellen:
    """All published cells, in the order of the definition."""
    keys: list[list[Codes]] = []
    parts = []
    for table in definitie.tabellen:
        matrix = csr_array(np.ones((1, 1), dtype=np.int64))
        codes: list[Codes] = []
        for one in definitie.dimensies:
            shown = _getoond(one, apart, whole=one.id in table)
            codes.append(shown)
            matrix = csr_array(kron(matrix, _sommen(one, shown, apart), format="csr"))
        keys.append(list(product(*codes)))
        parts.append(matrix)
    every = csr_array(vstack(parts, format="csr"))
    every.sort_indices()
    number, first = _verschillende(every)
    tables, begin = [], 0
    for table_keys in keys:
        rows = number[begin : begin + len(table_keys)].tolist()
        tables.append(tuple(zip(table_keys, rows, strict=True)))
        begin += len(table_keys)
    return Cellen(tuple(tables), every[first].tocsr())


def _getoond(one: Dimensie, apart: Mapping[str, Codes], *, whole: bool) -> Codes:
    """The codes of a dimension in a table: all of them, or only its total."""
    if whole:
        return apart[one.id] if one.apart else tuple(one.som)
    assert one.totaal is not None
    return (one.totaal,)


def _sommen(one: Dimensie, shown: Codes, apart: Mapping[str, Codes]) -> Sparse:
    """Which leaves (columns) each shown code (rows) adds up."""
    leaves = {code: place for place, code in enumerate(bladcodes(one, apart))}
    pairs = [
        (row, leaves[leaf])
        for row, code in enumerate(shown)
        for leaf in ((code,) if one.apart else one.som[code])
    ]
    rows, columns = zip(*pairs, strict=True)
    ones = np.ones(len(pairs), dtype=np.int64)
    return csr_array((ones, (rows, columns)), shape=(len(shown), len(leaves)))


def _verschillende(matrix: Sparse) -> tuple[Ints, Ints]:
    """Of each row the number of its first equal, counted among the different ones; those rows."""
    seen: dict[bytes, int] = {}
    first: list[int] = []
    number = np.empty(matrix.shape[0], dtype=np.int64)
    for row in range(matrix.shape[0]):
        key = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tobytes()
        if key not in seen:
            seen[key] = len(first)
            first.append(row)
        number[row] = seen[key]
    return number, np.array(first, dtype=np.int64)
