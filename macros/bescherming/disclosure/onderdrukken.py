"""Which cells to hide: elimination, then repair of every interval, then showing again what can be.

Each block (cells that share no inner cell with others) stands by itself. The result does not depend
on the clock or on chance.

Not here: the elimination (``eliminatie``), what stays open (``getuigen``), who is primary
(``primair``).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.optimize import Bounds, LinearConstraint  # type: ignore[import-untyped]
from scipy.sparse import csr_array, eye_array, hstack, vstack  # type: ignore[import-untyped]

from macros.bescherming.disclosure.eliminatie import Ladder, geheim_na_eliminatie
from macros.bescherming.disclosure.getuigen import Getuigen, Ruimte, geheel, los_op
from macros.bescherming.disclosure.stelsel import Bools, Floats, Ints, Stelsel, blokken

KLEIN_BLOK = 300
"""A block of no more cells than this is done in several ways, and the best is kept."""

RUIM_OP = 1_500_000
"""How much clean-up a block gets: each attempt counts the inner cells that are open."""


VASTHOUDEN = 20.0
"""How much more it costs to hide what was published before with the same value."""


def geheim(stelsel: Stelsel, verborgen: Bools | None = None, getoond: Bools | None = None) -> Bools:
    """Which of the ``m`` cells to hide, so that all that ``stelsel`` asks stays possible.

    ``verborgen`` (m): hidden in the previous publication, and so again. ``getoond`` (m): published
    then with the value of now, and so again as far as possible.
    """
    m = stelsel.matrix.shape[0]
    before = np.zeros(m, dtype=np.bool_) if verborgen is None else verborgen
    if getoond is not None:
        stelsel = replace(stelsel, gewicht=stelsel.gewicht * np.where(getoond, VASTHOUDEN, 1.0))
    hidden = before | stelsel.ongenoemd
    for cells, block in blokken(stelsel):
        if block.primair.any() or before[cells].any() or block.ongenoemd.any():
            hidden[cells] = _beste(block, before[cells])
    return hidden


def _beste(block: Stelsel, before: Bools) -> Bools:
    """The attempt that hides the fewest cells; the first one when they are as good.

    A large block gets one attempt: elimination first. A small one also those that begin with the
    small cells alone, and that spare large counts.
    """
    always = block.primair | block.ongenoemd | before
    after = geheim_na_eliminatie(block, always)
    found = [_Blok(block, always, after).beschermd()]
    if len(always) <= KLEIN_BLOK and always.any():
        values = block.waarden
        sparing = replace(block, gewicht=block.gewicht * (1 + values / (1 + values.max())))
        found += [_Blok(one, always, always).beschermd() for one in (block, sparing)]
    return min(found, key=lambda hidden: int(hidden.sum()))


class _Blok:
    """The search in one block: ``hidden`` (m) and the witnesses that stand with it."""

    def __init__(self, stelsel: Stelsel, always: Bools, start: Bools) -> None:
        self.stelsel = stelsel
        self.blijft = always
        self.hidden = start.copy()
        self.getuigen = Getuigen(stelsel)
        values = stelsel.waarden
        self.goal: dict[int, Ints] = {
            1: np.where(stelsel.primair, stelsel.hoog - values, 0),
            -1: np.where(stelsel.primair, values - stelsel.laag, 0),
        }

    def beschermd(self) -> Bools:
        for sign in (-1, 1):
            self._herstel_primair(sign)
        self._ruim_op()
        self._maak_breed()
        if (self.getuigen.rijen[:, ~self.hidden] != 0).any() or not self._bereikt():
            raise AssertionError("a witness does not stand")
        return self.hidden

    def _bereikt(self) -> bool:
        found = self.getuigen
        return all(bool((found.bereik(sign) >= self.goal[sign]).all()) for sign in (-1, 1))

    def _herstel_primair(self, sign: int) -> None:
        ruimte = Ruimte.bij(self.stelsel, self.hidden)
        self.getuigen.zoek(ruimte, sign, self.goal[sign], all_or_nothing=False)
        goal = self.goal[sign]
        short = np.flatnonzero(goal > self.getuigen.bereik(sign))
        for cell in short[np.argsort(-goal[short], kind="stable")]:
            self._herstel(int(cell), sign, int(goal[cell]))

    def _herstel(self, cell: int, sign: int, need: int) -> None:
        """Hide the cheapest cells with which ``cell`` can move ``need`` up or down."""
        while self.getuigen.bereik(sign)[cell] < need:
            change = self._goedkoopst(cell, sign, need, whole=False)
            whole = None if change is None else geheel(change)
            if whole is None:
                change = self._goedkoopst(cell, sign, need, whole=True)
                whole = None if change is None else geheel(change)
            if whole is not None:
                self.hidden |= self.stelsel.matrix @ whole != 0
                self.getuigen.voeg_toe(whole)
            else:
                self._verberg_nog_een(cell)

    def _goedkoopst(self, cell: int, sign: int, need: int, *, whole: bool) -> Floats | None:
        """The change (n) that moves ``cell`` by ``need`` and touches little that is shown."""
        stelsel = self.stelsel
        shown = np.flatnonzero(~self.hidden)
        size, count = stelsel.matrix.shape[1], len(shown)
        weight = stelsel.gewicht[shown]
        down = weight / np.clip(stelsel.waarden[shown], 1, need)
        rules = vstack(
            [
                hstack([stelsel.matrix[shown], -eye_array(count), eye_array(count)]),
                hstack([stelsel.matrix[[cell]] * sign, csr_array((1, 2 * count))]),
            ],
            format="csr",
        )
        lowest = np.concatenate([np.zeros(count), [need]])
        highest = np.concatenate([np.zeros(count), [np.inf]])
        bounds = Bounds(
            np.concatenate([-stelsel.inner, np.zeros(2 * count)]),
            np.concatenate([stelsel.boven - stelsel.inner, np.full(2 * count, np.inf)]),
        )
        cost = np.concatenate([np.zeros(size), weight / need, down])
        solution = los_op(
            cost, bounds, LinearConstraint(rules, lowest, highest), size if whole else 0
        )
        return None if solution is None else solution[:size]

    def _verberg_nog_een(self, cell: int) -> None:
        """No whole numbers were found: hide the cheapest cell that has an inner cell in common."""
        matrix = self.stelsel.matrix
        near = (matrix @ (matrix[[cell]].toarray()[0] > 0)) > 0
        choice = np.flatnonzero(near & ~self.hidden)
        if not len(choice):
            choice = np.flatnonzero(~self.hidden)
        self.hidden[choice[np.argmin(self.stelsel.gewicht[choice])]] = True

    def _ruim_op(self) -> None:
        """Show again, the largest first, what can be shown while every primary stays protected."""
        extra = np.flatnonzero(self.hidden & ~self.blijft)
        left = RUIM_OP
        values = self.stelsel.waarden
        ladder = Ladder.met(self.stelsel, ~self.hidden)
        for cell in extra[np.lexsort((extra, -values[extra]))].tolist():
            if left > 0 and not ladder.verraadt(cell):
                left -= self._toon(cell)
                if not self.hidden[cell]:
                    ladder.publiceer(cell)

    def _toon(self, cell: int) -> int:
        """Show ``cell`` if all primaries stay protected; how much work that was."""
        kept = self.getuigen.die_blijven(cell)
        hidden = self.hidden.copy()
        hidden[cell] = False
        work = 1
        if any((self.goal[sign] > kept.bereik(sign)).any() for sign in (-1, 1)):
            ruimte = Ruimte.bij(self.stelsel, hidden)
            work += len(ruimte.free)
            for sign in (-1, 1):
                if kept.zoek(ruimte, sign, self.goal[sign], all_or_nothing=True):
                    return work
        self.hidden, self.getuigen = hidden, kept
        return work

    def _maak_breed(self) -> None:
        """See to it that no other hidden cell can be narrowed down: show it, or hide more."""
        tried = self.blijft.copy()
        while len(narrow := self._smal()):
            cell = int(narrow[0])
            if not tried[cell]:
                tried[cell] = True
                self._toon(cell)
            if self.hidden[cell]:
                self._herstel_breedte(cell)

    def _herstel_breedte(self, cell: int) -> None:
        stelsel = self.stelsel
        room = (stelsel.matrix[[cell]] @ (stelsel.boven - stelsel.inner))[0]
        need = int(min(stelsel.breed[cell] - self.getuigen.omlaag[cell], room))
        self._herstel(cell, 1, need)
        self._herstel(cell, -1, int(stelsel.breed[cell] - self.getuigen.omhoog[cell]))

    def _smal(self) -> Ints:
        """The hidden cells of which the interval is too narrow."""
        ruimte = Ruimte.bij(self.stelsel, self.hidden)
        others = self.hidden & ~self.stelsel.primair
        narrow = self.getuigen.smal(ruimte, others, self.stelsel.breed)
        return np.array(
            [
                cell
                for cell in narrow.tolist()
                if not self.stelsel.ongenoemd[cell]
                or self.getuigen.verdacht(ruimte, cell, int(self.stelsel.breed[cell]))
            ],
            dtype=np.int64,
        )
