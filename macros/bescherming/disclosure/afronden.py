"""Controlled rounding: every cell a multiple of five next to its count, and all sums still right.

Each published cell becomes one of the two multiples around it, so that sums of rounded cells are
the rounded sums. Which of the two is chosen by a whole-number programme: as in the previous
publication where that is still possible, and else as near as can be. Then it looks, as an outsider
would, whether all roundings together narrow a cell down; such a cell is rounded the other way.

Not here: hiding (``onderdrukken``). No cell is hidden by this method.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import csr_array, eye_array, hstack  # type: ignore[import-untyped]

from macros.bescherming.disclosure.getuigen import Getuigen, Ruimte
from macros.bescherming.disclosure.stelsel import Floats, Ints, Stelsel, blokken

BASIS = 5
POGINGEN = 10
"""How often a rounding that narrows a cell down is tried again."""

_VASTHOUDEN = 100.0
"""What it costs to leave the previous rounding, where one unit of error costs 1."""
_KNOPEN = 5000


class NietTeBeschermenError(Exception):
    """The method has no answer for these counts; the text says so in Dutch."""


def afgerond(stelsel: Stelsel, eerder: Ints, drempel: int) -> Ints:
    """The published value of each cell (m), a multiple of ``BASIS``; sums of cells stay sums.

    ``eerder`` (m): the value published before, or less than zero. Raises ``NietTeBeschermenError``.
    """
    values = np.zeros(stelsel.matrix.shape[0], dtype=np.int64)
    for cells, block in blokken(stelsel):
        values[cells] = _blok(block, eerder[cells], drempel)
    return values


def _blok(stelsel: Stelsel, eerder: Ints, drempel: int) -> Ints:
    floor, rest = stelsel.waarden // BASIS, stelsel.waarden % BASIS
    cost = (BASIS - 2 * rest).astype(np.float64)
    cost += np.where(eerder == floor * BASIS, _VASTHOUDEN, 0)
    cost -= np.where(eerder == (floor + 1) * BASIS, _VASTHOUDEN, 0)
    for _ in range(POGINGEN):
        rounded = _rond_af(stelsel, cost)
        narrow = _smal(stelsel, rounded, drempel)
        if not len(narrow):
            return rounded
        turned = _anders(stelsel, narrow)
        up = rounded[turned] > stelsel.waarden[turned]
        cost[turned] = np.where(up, 1.0, -1.0) * _VASTHOUDEN * 2
    raise NietTeBeschermenError(
        "Afgerond laten deze tabellen samen toch een klein aantal zien. "
        "Kies 'methode: onderdrukken', of publiceer minder tabellen."
    )


def _anders(stelsel: Stelsel, narrow: Ints) -> Ints:
    """The cells to round the other way: those, or the ones above a cell that no table shows."""
    unnamed = narrow[stelsel.ongenoemd[narrow]]
    below = stelsel.matrix[unnamed].sum(axis=0) > 0
    above = (stelsel.matrix @ below > 0) & ~stelsel.ongenoemd
    return np.union1d(narrow[~stelsel.ongenoemd[narrow]], np.flatnonzero(above))


def _rond_af(stelsel: Stelsel, cost: Floats) -> Ints:
    """The cheapest rounding (m); ``cost`` (m) is that of rounding up instead of down."""
    values, top = stelsel.waarden, stelsel.matrix @ stelsel.boven
    floor = values // BASIS
    up = (values % BASIS > 0) & ((floor + 1) * BASIS <= top)
    m, n = stelsel.matrix.shape
    down = np.where(stelsel.ongenoemd, -np.inf, 0.0)
    rules: Any = hstack([csr_array(stelsel.matrix, dtype=np.float64), -eye_array(m)], format="csr")
    found: Any = milp(
        np.concatenate([np.zeros(n), np.where(stelsel.ongenoemd, 0.0, cost)]),
        integrality=np.ones(n + m),
        bounds=Bounds(
            np.concatenate([np.zeros(n), down]),
            np.concatenate([np.full(n, np.inf), np.where(stelsel.ongenoemd, np.inf, up)]),
        ),
        constraints=LinearConstraint(rules, floor, floor),
        options={"node_limit": _KNOPEN, "mip_rel_gap": 1e-6},
    )
    if found.x is None:
        raise NietTeBeschermenError(
            "Deze tabellen kunnen niet zo worden afgerond dat alle totalen blijven kloppen. "
            "Kies 'methode: onderdrukken'."
        )
    chosen: Ints = np.round(found.x[n:]).astype(np.int64)
    return (floor + chosen) * BASIS


def _smal(stelsel: Stelsel, rounded: Ints, drempel: int) -> Ints:
    """The cells that all roundings together narrow down to less than one rounding leaves open."""
    values, top = stelsel.waarden, stelsel.matrix @ stelsel.boven
    reach = BASIS - 1
    low = np.where(stelsel.ongenoemd, -np.inf, np.maximum(rounded - reach, 0) - values)
    high = np.where(stelsel.ongenoemd, np.inf, np.minimum(rounded + reach, top) - values)
    ruimte, found = Ruimte(stelsel, low, high), Getuigen(stelsel)
    asked = (rounded - reach < drempel) | stelsel.primair | stelsel.ongenoemd
    narrow = found.smal(ruimte, asked, np.minimum(stelsel.breed, reach))
    left = [one for one in narrow.tolist() if found.verdacht(ruimte, one, drempel)]
    return np.array(left, dtype=np.int64)
