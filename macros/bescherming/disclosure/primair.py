"""The rule: which counts are small, and what must then stay possible.

A count n is small when 0 < n < T, or n = 0 where zeros may not be shown. With a known population N
the rest, N - n, is a count too. The interval that an outsider can compute for a small count must
contain [0, T], as far as the population allows.
"""

from __future__ import annotations

import numpy as np

from macros.bescherming.disclosure.stelsel import (
    Bools,
    Floats,
    Ints,
    Sparse,
    Stelsel,
    met_ongenoemde,
    samengevoegd,
)
from macros.drempel import DREMPEL

KLEINSTE_NOEMER = 100
"""No percentage of fewer persons."""


def klein(values: Ints, top: Floats, drempel: int, *, nullen_tonen: bool) -> Bools:
    """Which counts (m) are small; where ``top``, the most it can be, is zero there is no secret."""
    small: Bools = (values < drempel) & (top > 0)
    return small & (values > 0) if nullen_tonen else small


def maak_stelsel(
    matrix: Sparse,
    inner: Ints,
    bevolking: Ints | None,
    drempel: int = DREMPEL,
    *,
    nullen_tonen: bool = True,
    complement: bool = False,
) -> Stelsel:
    """The system of the cells in ``matrix`` (m x n) with the counts ``inner`` (n).

    Its first m cells are those of ``matrix``; inner cells that are not among them follow.
    ``bevolking`` (n): the known population; ``complement``: the rest of it is protected too.
    """
    known = np.full(len(inner), np.inf) if bevolking is None else bevolking.astype(np.float64)
    if bevolking is None:
        matrix, inner, known = samengevoegd(matrix, inner, known)
    named = matrix.shape[0]
    matrix = met_ongenoemde(matrix)
    values, top = matrix @ inner, matrix @ known
    sizes = np.diff(matrix.indptr)
    small = klein(values, top, drempel, nullen_tonen=nullen_tonen)
    reach = np.minimum(top, drempel)
    low, high = np.where(small, 0, values), np.where(small, reach, values)
    if complement and bevolking is not None:
        rest = klein((top - values).astype(np.int64), top, drempel, nullen_tonen=nullen_tonen)
        low = np.where(rest, np.minimum(low, np.maximum(top - drempel, 0)), low)
        high = np.where(rest, np.maximum(high, top), high)
        small |= rest
    return Stelsel(
        matrix=matrix,
        inner=inner,
        boven=known,
        primair=small,
        laag=low.astype(np.int64),
        hoog=high.astype(np.int64),
        breed=reach.astype(np.int64),
        gewicht=1 + np.log2(sizes) / 2,
        ongenoemd=np.arange(matrix.shape[0]) >= named,
    )
