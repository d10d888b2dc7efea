"""One connected system in the shape that HiGHS (through scipy) takes. The only module with scipy.

What HiGHS says is taken in two ways: its best value, rounded outwards, bounds a sum; its table
counts as a witness only after it was checked here in whole numbers.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import (  # type: ignore[import-untyped]
    Bounds,
    LinearConstraint,
    linprog,
    milp,
)
from scipy.sparse import csr_array, vstack  # type: ignore[import-untyped]

from macros.bescherming.audit.stelsel import Rij, Stelsel

RUIMTE = 1e-6
"""How far from a whole number HiGHS may end: its own tolerances are ten times smaller."""
GEEN_EINDE = 1 << 40
RINGEN = ((16, 1), (16, 2), (64, 3))
"""The parts that are tried before the whole: rows of at most so many cells, so many steps away."""
_OPTIMAAL, _TIJD_OP, _ONMOGELIJK = 0, 1, 2

Getallen = NDArray[np.int64]


class OnmogelijkError(Exception):
    """No table satisfies the rows."""


class TeLangError(Exception):
    """All of it together takes longer than anybody waits."""


_EINDE: ContextVar[float] = ContextVar("einde", default=inf)


@contextmanager
def geduld(seconden: float) -> Iterator[None]:
    """So long may all that is computed inside take; then ``TeLangError`` is raised."""
    token = _EINDE.set(min(time.monotonic() + seconden, _EINDE.get()))
    try:
        yield
    finally:
        _EINDE.reset(token)


def _over(tijd: float) -> float:
    """The seconds that one problem may take; there must be some."""
    left = _EINDE.get() - time.monotonic()
    if left <= 0:
        raise TeLangError
    return min(tijd, left)


@dataclass(frozen=True, slots=True)
class Uiterste:
    """The lowest or highest sum: ``waarde`` bounds it, ``tabel`` is a checked witness or None."""

    waarde: float
    tabel: Getallen | None

    def geheel(self, hoogste: bool) -> int:
        """The bound as a whole number, on the safe side of rounding errors."""
        return floor(self.waarde + RUIMTE) if hoogste else ceil(self.waarde - RUIMTE)


class Deel:
    """Rows that hang together, over the inner cells ``cellen`` (its columns, ascending).

    ``onbegrensd``: the columns that no row and no bound keeps from growing. They get an upper end
    all the same, which no lowest sum and no other cell needs to exceed.
    """

    def __init__(self, stelsel: Stelsel, rijen: Sequence[Rij], marge: int) -> None:
        self._stelsel, self._marge = stelsel, marge
        self.rijen = list(rijen)
        self.cellen = sorted({cel for rij in rijen for cel in rij.cellen})
        self.kolom = {cel: index for index, cel in enumerate(self.cellen)}
        self._matrix = self.matrix([rij.cellen for rij in rijen])
        self._rij_laag: Getallen = np.array([rij.laag for rij in rijen], dtype=np.int64)
        top = int(self._rij_laag.max(initial=0)) + marge
        hoog = [GEEN_EINDE if rij.hoog is None else rij.hoog for rij in rijen]
        self._rij_hoog: Getallen = np.array(hoog, dtype=np.int64)
        self.laag: Getallen = np.array([stelsel.laag[cel] for cel in self.cellen], dtype=np.int64)
        self.hoog, self.onbegrensd = self._bovengrenzen(stelsel, top)

    def _bovengrenzen(self, stelsel: Stelsel, top: int) -> tuple[Getallen, frozenset[int]]:
        own = [stelsel.hoog[cel] for cel in self.cellen]
        begrensd = {
            self.kolom[cel] for rij in self.rijen if rij.hoog is not None for cel in rij.cellen
        }
        vrij = frozenset(
            index for index, hoog in enumerate(own) if hoog is None and index not in begrensd
        )
        self._met_einde = np.array([one is not None for one in own])
        ends = [one for one in own if one is not None]
        ends += [rij.hoog for rij in self.rijen if rij.hoog is not None]
        self._ruim = max(ends, default=0) + top
        hoog = [self._ruim if one is None else one for one in own]
        return np.array(hoog, dtype=np.int64), vrij

    @cached_property
    def _rijen_van(self) -> dict[int, list[int]]:
        """The rows (their numbers) that hold an inner cell."""
        found: dict[int, list[int]] = {cel: [] for cel in self.cellen}
        for index, rij in enumerate(self.rijen):
            for cel in rij.cellen:
                found[cel].append(index)
        return found

    def ringen(self, cellen: Sequence[int]) -> Iterator[Deel]:
        """Ever larger parts around ``cellen``: first short rows and few steps; the whole is last.

        Every table of the whole is one of each part, so a bound found there holds here.
        """
        before = 0
        for breed, stappen in RINGEN:
            rijen = self._rond(cellen, breed, stappen)
            if before < len(rijen) < len(self.rijen):
                before = len(rijen)
                deel = Deel(self._stelsel, [self.rijen[one] for one in rijen], self._marge)
                if all(cel in deel.kolom and self._begrensd_in(deel, cel) for cel in cellen):
                    yield deel
        yield self

    def _rond(self, cellen: Sequence[int], breed: int, stappen: int) -> list[int]:
        """The rows of at most ``breed`` cells that are so many steps away, or fewer."""
        rijen: set[int] = set()
        bereikt = nieuw = set(cellen)
        for _ in range(stappen):
            more = {one for cel in nieuw for one in self._rijen_van[cel]} - rijen
            more = {one for one in more if len(self.rijen[one].cellen) <= breed}
            rijen |= more
            nieuw = {cel for one in more for cel in self.rijen[one].cellen} - bereikt
            bereikt = bereikt | nieuw
        return sorted(rijen)

    def _begrensd_in(self, deel: Deel, cel: int) -> bool:
        """Whether a part has an upper end for an inner cell when the whole has one.

        Without it the end that the part gives it by itself would pass for a proof.
        """
        return deel.kolom[cel] not in deel.onbegrensd or self.kolom[cel] in self.onbegrensd

    def matrix(self, sommen: Sequence[Sequence[int]]) -> Any:
        """A sparse 0/1 matrix (len(sommen) x columns) of sums of inner cells."""
        kolommen = [self.kolom[cel] for som in sommen for cel in som]
        start = np.cumsum([0, *(len(som) for som in sommen)])
        data = np.ones(len(kolommen))
        return csr_array((data, kolommen, start), shape=(len(sommen), len(self.cellen)))

    def gewichten(self, som: Sequence[int]) -> NDArray[np.float64]:
        """One weight per column: 1 for the inner cells in ``som``, 0 for the others."""
        doel = np.zeros(len(self.cellen))
        doel[[self.kolom[cel] for cel in som]] = 1.0
        return doel

    def uiterste(
        self,
        doel: NDArray[np.float64],
        *,
        hoogste: bool,
        geheel: bool,
        tijd: float,
        alleen: Sequence[int] | None = None,
    ) -> Uiterste:
        """The lowest or highest value of ``doel`` (one weight per column) over all tables.

        ``geheel``: only tables of whole numbers; ``tijd``: seconds it may take; ``alleen``: with
        these of ``leden`` only. Raises ``OnmogelijkError`` when no table satisfies them.
        """
        matrix, laag, hoog = self._matrix, self._rij_laag, self._rij_hoog
        grenzen = Bounds(self.laag, self.hoog)
        if alleen is not None:
            rijen = [one for one in alleen if one < len(self.rijen)]
            matrix, laag, hoog = matrix[rijen], laag[rijen], hoog[rijen]
            grenzen = self._grenzen([one - len(self.rijen) for one in alleen[len(rijen) :]])
        teken = -1.0 if hoogste else 1.0
        found = milp(
            teken * doel,
            integrality=np.full(len(doel), 1 if geheel else 0),
            bounds=grenzen,
            constraints=[LinearConstraint(matrix, laag, _einde(hoog))] if len(laag) else None,
            options={"mip_rel_gap": 0.0, "time_limit": _over(tijd)},
        )
        if found.status == _ONMOGELIJK:
            raise OnmogelijkError
        if found.status not in (_OPTIMAAL, _TIJD_OP):
            raise RuntimeError(f"HiGHS: {found.message}")
        if found.status == _OPTIMAAL:
            waarde = teken * float(found.fun)
        else:
            bound = getattr(found, "mip_dual_bound", None)
            ends = doel @ (self.hoog if hoogste else self.laag)
            waarde = float(ends) if bound is None or not np.isfinite(bound) else teken * bound
        tabel = None if found.x is None else self._getuige(found.x)
        if geheel and found.status == _OPTIMAAL and tabel is not None:
            waarde = float(doel @ tabel)
        return Uiterste(waarde, tabel)

    @property
    def leden(self) -> list[int]:
        """What a proof can leave out, by number: the rows, then the columns.

        A column stands for what was published of its inner cell alone; without that it is no part.
        """
        kolommen = np.flatnonzero((self.laag > 0) | self._met_einde) + len(self.rijen)
        return [*range(len(self.rijen)), *(int(one) for one in kolommen)]

    def _grenzen(self, kolommen: Sequence[int]) -> Bounds:
        """Bounds in which only these columns keep what was published of them alone."""
        laag, hoog = np.zeros_like(self.laag), np.full_like(self.hoog, self._ruim)
        laag[kolommen], hoog[kolommen] = self.laag[kolommen], self.hoog[kolommen]
        return Bounds(laag, hoog)

    def _getuige(self, x: NDArray[np.float64]) -> Getallen | None:
        """The table as whole numbers, when it is one that satisfies every row exactly."""
        y: Getallen = np.rint(x).astype(np.int64)
        if np.abs(x - y).max(initial=0.0) > 1e-4 or (y < self.laag).any() or (y > self.hoog).any():
            return None
        sommen = np.rint(self._matrix @ y).astype(np.int64)
        if (sommen < self._rij_laag).any() or (sommen > self._rij_hoog).any():
            return None
        return y

    def dragers(self, doel: NDArray[np.float64], *, hoogste: bool) -> tuple[int, list[int]]:
        """The bound of the lowest or highest value, counts not known to be whole, and by what.

        A safe whole number, and the ``leden`` that carry weight in the dual of the linear
        programme; all of them when it has none.
        """
        teken = -1.0 if hoogste else 1.0
        vast = self._rij_laag == self._rij_hoog
        onder = np.flatnonzero(~vast & (self._rij_laag > 0))
        boven = np.flatnonzero(~vast & (self._rij_hoog < GEEN_EINDE))
        gelijk = np.flatnonzero(vast)
        found = linprog(
            teken * doel,
            A_ub=vstack([self._matrix[boven], -self._matrix[onder]], format="csr"),
            b_ub=np.concatenate([self._rij_hoog[boven], -self._rij_laag[onder]]),
            A_eq=self._matrix[gelijk],
            b_eq=self._rij_laag[gelijk],
            bounds=np.column_stack([self.laag, self.hoog]),
            method="highs",
            options={"time_limit": _over(inf)},
        )
        if found.status != _OPTIMAAL:
            ends = float(doel @ (self.hoog if hoogste else self.laag))
            return Uiterste(ends, None).geheel(hoogste), list(self.leden)
        rijen = np.zeros(len(self.rijen))
        np.add.at(rijen, np.concatenate([boven, onder]), np.abs(found.ineqlin.marginals))
        rijen[gelijk] += np.abs(found.eqlin.marginals)
        kolommen = np.abs(found.lower.marginals) * (self.laag > 0)
        kolommen += np.abs(found.upper.marginals)
        leden = np.flatnonzero(np.concatenate([rijen, kolommen]) > RUIMTE)
        waarde = Uiterste(teken * float(found.fun), None).geheel(hoogste)
        return waarde, [int(one) for one in leden]


def _einde(hoog: Getallen) -> NDArray[np.float64]:
    return np.where(hoog >= GEEN_EINDE, np.inf, hoog)
