"""``python -m scripts.bench_bescherm``: how fast small counts are protected, and at what cost.

On made-up counts, the same at every run. For each domain: the published cells, the small ones, the
cells hidden beside them and the seconds; next to it the same by elimination alone, with the small
cells of which an outsider then computes a narrower interval. For the first years-apart domain also
the fewest cells that would do, found by a whole-number programme.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import numpy as np
from scipy.optimize import (  # type: ignore[import-untyped]
    Bounds,
    LinearConstraint,
    milp,
)
from scipy.sparse import block_diag, csr_array, eye_array, hstack, vstack  # type: ignore[import-untyped]

from macros.disclosure.cellen import cellen
from macros.disclosure.definitie import Definitie, Dimensie, Methode
from macros.disclosure.eliminatie import geheim_na_eliminatie
from macros.disclosure.getuigen import Getuigen, Ruimte
from macros.disclosure.onderdrukken import geheim
from macros.disclosure.primair import maak_stelsel
from macros.disclosure.stelsel import Bools, Stelsel, blokken
from macros.disclosure.tellingen import Codes

ZAAD = 20261122


def gebieden(count: int, groups: int) -> Dimensie:
    """Areas below a total; with ``groups`` between them when there are any."""
    leaves = tuple(f"g{number}" for number in range(count))
    parts = {f"groep{one}": leaves[one::groups] for one in range(groups)}
    own = {leaf: (leaf,) for leaf in leaves}
    return Dimensie("gebied", {"regio": leaves, **parts, **own}, "regio", False)


def soorten(count: int) -> Dimensie:
    """Kinds below a total."""
    leaves = tuple(f"s{number}" for number in range(count))
    return Dimensie("soort", {"alle": leaves, **{one: (one,) for one in leaves}}, "alle", False)


def stelsel(areas: Dimensie, years: int, kinds: int, *, apart: bool, mean: float) -> Stelsel:
    """A domain of areas x years x kinds with counts that differ much between areas."""
    codes = tuple(str(2000 + year) for year in range(years))
    every = {"totaal": codes, **{code: (code,) for code in codes}}
    year = Dimensie("jaar", {} if apart else every, None if apart else "totaal", apart)
    dimensions = (areas, year, soorten(kinds))
    names = tuple(one.id for one in dimensions)
    definitie = Definitie(
        "bench", "Bench", "aantal", dimensions, (names,), None, (), True, Methode.ONDERDRUKKEN
    )
    known: dict[str, Codes] = {"jaar": codes} if apart else {}
    rng = np.random.default_rng(ZAAD)
    size = (len(areas.bladeren), years, kinds)
    by_area = rng.lognormal(0, 0.6, (size[0], 1, 1))
    by_kind = rng.lognormal(0, 0.4, (1, 1, kinds))
    counts = rng.poisson(mean * by_area * by_kind * rng.lognormal(0, 0.3, size))
    return maak_stelsel(cellen(definitie, known).matrix, counts.ravel(), None)


def te_smal(found: Stelsel, hidden: Bools) -> int:
    """Of how many small cells the interval does not contain what it must."""
    failed: set[tuple[int, int]] = set()
    for number, (cells, block) in enumerate(blokken(found)):
        ruimte, values = Ruimte.bij(block, hidden[cells]), block.waarden
        for sign, room in ((1, block.hoog - values), (-1, values - block.laag)):
            goal = np.where(block.primair, room, 0)
            short = Getuigen(block).zoek(ruimte, sign, goal, all_or_nothing=False)
            failed |= {(number, cell) for cell in short}
    return len(failed)


def fewest(found: Stelsel) -> int:
    """The fewest cells to hide beside the small ones, by a programme with a table per interval end.

    A cell moves at most ``3 T``: more is never needed in tables of two dimensions.
    """
    total = 0
    for _, block in blokken(found):
        if block.primair.any():
            total += _fewest(block)
    return total


def _fewest(block: Stelsel) -> int:
    m, n = block.matrix.shape
    values, most = block.waarden, 3 * int(block.breed.max())
    ends = [(int(cell), sign) for cell in np.flatnonzero(block.primair) for sign in (1, -1)]
    tables = len(ends)
    sums = block_diag([block.matrix.astype(float)] * tables, format="csr")
    up = csr_array(vstack([eye_array(m) * -most] * tables))
    down = csr_array(vstack([eye_array(m) * 1.0 * np.minimum(values, most)] * tables))
    rules = vstack([hstack([sums, up]), hstack([sums, down])], format="csr")
    low = np.concatenate([np.full(tables * m, -np.inf), np.zeros(tables * m)])
    high = np.concatenate([np.zeros(tables * m), np.full(tables * m, np.inf)])
    rows, need = [], []
    for number, (cell, sign) in enumerate(ends):
        one = np.zeros(tables)
        one[number] = sign
        rows.append(
            hstack([csr_array(np.kron(one, block.matrix[[cell]].toarray())), csr_array((1, m))])
        )
        need.append(
            block.hoog[cell] - values[cell] if sign > 0 else values[cell] - block.laag[cell]
        )
    hide = np.where(block.primair, 0.0, 1.0)
    solution = milp(
        np.concatenate([np.zeros(tables * n), hide]),
        integrality=np.concatenate([np.zeros(tables * n), np.ones(m)]),
        bounds=Bounds(
            np.concatenate([np.tile(-block.inner, tables), block.primair]),
            np.concatenate([np.full(tables * n, np.inf), np.ones(m)]),
        ),
        constraints=[
            LinearConstraint(rules, low, high),
            LinearConstraint(vstack(rows, format="csr"), np.array(need), np.inf),
        ],
    )
    least: float = solution.fun
    return round(least)


@dataclass(frozen=True, slots=True)
class Proef:
    """A domain, and the most that protecting it may take; None: no target."""

    naam: str
    stelsel: Stelsel
    seconden: float
    bij: int | None = None


def proeven() -> list[Proef]:
    """From small to large."""
    return [
        Proef("8x5x4, alle totalen", stelsel(gebieden(8, 0), 5, 4, apart=False, mean=27), 3),
        Proef("8x5x4, jaren apart", stelsel(gebieden(8, 2), 5, 4, apart=True, mean=27), 3),
        Proef(
            "57x10x4, jaren apart", stelsel(gebieden(57, 8), 10, 4, apart=True, mean=20), 10, 800
        ),
        Proef("342x10x4, jaren apart", stelsel(gebieden(342, 42), 10, 4, apart=True, mean=20), 60),
    ]


def meet(proef: Proef) -> bool:
    """Print the figures of one domain; whether they are within the targets."""
    found = proef.stelsel
    begin = time.process_time()
    first = geheim_na_eliminatie(found)
    halfway = time.process_time()
    hidden = geheim(found)
    seconds = time.process_time() - halfway
    small = int(found.primair.sum())
    extra, before = (int((one & ~found.primair).sum()) for one in (hidden, first))
    left = te_smal(found, hidden)
    right = seconds <= proef.seconden and not left and (proef.bij is None or extra <= proef.bij)
    target = f"doel: hooguit {proef.seconden} s" + (f" en {proef.bij} erbij" if proef.bij else "")
    print(
        f"{proef.naam}: {found.matrix.shape[0]} cellen, {small} klein; {extra} erbij verborgen, "
        f"{left} te smal, {seconds:.1f} s; {target}: {'ja' if right else 'nee'}"
    )
    print(
        f"    alleen eliminatie: {before} erbij verborgen, {te_smal(found, first)} te smal, "
        f"{halfway - begin:.2f} s",
        flush=True,
    )
    return right


def vergelijk(proef: Proef) -> bool:
    """Against the fewest cells that would do."""
    hidden = geheim(proef.stelsel)
    extra, least = int((hidden & ~proef.stelsel.primair).sum()), fewest(proef.stelsel)
    right = extra <= 1.1 * least
    print(
        f"{proef.naam}: {extra} erbij verborgen, {least} is het minste; doel: hooguit 1,1 keer: "
        f"{'ja' if right else 'nee'}"
    )
    return right


def main() -> int:
    """Run all; 0 when every target is met. Seconds are those of the processor."""
    every = proeven()
    results = [meet(one) for one in every]
    results.append(vergelijk(every[1]))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
