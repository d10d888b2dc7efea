"""``python -m scripts.bench_bescherm``: what protecting small counts and its audit cost.

On made-up counts, the same at every run. For each domain: the published cells, the small ones, the
cells hidden beside them, the small ones that are too narrow all the same (none), the seconds that
protecting takes and those that the audit of the written files takes, and the leaks it finds (none).
Below it the same by elimination alone: there an outsider finds leaks. For one domain also the
fewest cells that would do, found by a whole-number programme. Seconds are those of the processor.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import (  # type: ignore[import-untyped]
    Bounds,
    LinearConstraint,
    milp,
)
from scipy.sparse import block_diag, csr_array, eye_array, hstack, vstack  # type: ignore[import-untyped]

from macros.bescherming.audit.controle import controleer
from macros.bescherming.audit.uitgaven import DEFINITIE, PUBLICATIE
from macros.bescherming.disclosure.bescherm import bescherm
from macros.bescherming.disclosure.cellen import cellen
from macros.bescherming.disclosure.domein import Domein
from macros.bescherming.disclosure.eliminatie import geheim_na_eliminatie
from macros.bescherming.disclosure.getuigen import Getuigen, Ruimte
from macros.bescherming.disclosure.lezen import lees_definitie
from macros.bescherming.disclosure.primair import maak_stelsel
from macros.bescherming.disclosure.publicatie import Regel, als_csv
from macros.bescherming.disclosure.stelsel import Bools, Stelsel, blokken
from macros.bescherming.disclosure.tellingen import Tellingen, bladcellen

ZAAD = 20261122


@dataclass(frozen=True, slots=True)
class Proef:
    """A domain of areas x years x kinds, and the most that it may take; None: no target.

    ``gemiddeld``: of the counts. ``samen``: seconds of protecting and auditing together.
    ``minste``: whether the fewest cells that would do are looked for.
    """

    gebieden: int
    groepen: int
    jaren: int
    soorten: int
    apart: bool
    gemiddeld: float
    bescherming: float | None = None
    controle: float | None = None
    samen: float | None = None
    erbij: int | None = None
    minste: bool = False

    @property
    def naam(self) -> str:
        years = "jaren apart" if self.apart else "alle totalen"
        return f"{self.gebieden}x{self.jaren}x{self.soorten}, {years}"


PROEVEN = (
    Proef(8, 0, 5, 4, apart=False, gemiddeld=27, samen=3),
    Proef(8, 2, 5, 4, apart=True, gemiddeld=27, samen=3, minste=True),
    Proef(57, 8, 10, 4, apart=True, gemiddeld=20, bescherming=10, controle=10, erbij=800),
    Proef(342, 42, 10, 4, apart=True, gemiddeld=20, bescherming=60, controle=30),
)


def definitie(proef: Proef) -> dict[str, object]:
    """The definition as data: areas below groups below a total, years, kinds below a total."""
    leaves = [f"g{number}" for number in range(proef.gebieden)]
    parts = {f"groep{one}": leaves[one :: proef.groepen] for one in range(proef.groepen)}
    areas = {"regio": list(parts) or leaves, **parts}
    years = [str(2000 + year) for year in range(proef.jaren)]
    kinds = [f"s{number}" for number in range(proef.soorten)]
    return {
        "id": "bench",
        "naam": "Bench",
        "aantal": "jongeren",
        "dimensies": [
            {"id": "gebied", "totaal": "regio", "boom": areas},
            {"id": "jaar", "apart": "ja"}
            if proef.apart
            else {"id": "jaar", "totaal": "alle jaren", "boom": {"alle jaren": years}},
            {"id": "soort", "totaal": "alle", "boom": {"alle": kinds}},
        ],
        "tabellen": [["gebied", "jaar", "soort"]],
        "nullen": "tonen",
    }


def domein(proef: Proef, folder: Path) -> Domein:
    """The domain, its definition written in ``folder``; counts differ much between areas."""
    file = folder / DEFINITIE
    file.write_text(json.dumps(definitie(proef)), encoding="utf-8")
    found, issues = lees_definitie(file)
    assert found is not None, issues
    years = tuple(str(2000 + year) for year in range(proef.jaren))
    apart = {"jaar": years} if proef.apart else {}
    rng = np.random.default_rng(ZAAD)
    size = (proef.gebieden, proef.jaren, proef.soorten)
    by_area = rng.lognormal(0, 0.6, (size[0], 1, 1))
    by_kind = rng.lognormal(0, 0.4, (1, 1, size[2]))
    counts = rng.poisson(proef.gemiddeld * by_area * by_kind * rng.lognormal(0, 0.3, size))
    return Domein(found, apart, Tellingen(bladcellen(found, apart), counts.ravel(), {}), None)


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
class Uitkomst:
    """What one way of hiding gives: seconds, cells, and what an outsider makes of it."""

    hoe: str
    bescherming: float
    controle: float
    erbij: int
    te_smal: int
    lekken: int


def uitkomst(
    hoe: str, seconds: float, found: Stelsel, here: Domein, regels: Sequence[Regel], map_: Path
) -> Uitkomst:
    """Write a publication into the ledger ``map_``, audit it, and count; ``seconds`` it took."""
    (map_ / "001" / PUBLICATIE).write_text(als_csv(here.definitie, regels), encoding="utf-8")
    begin = time.process_time()
    issues = controleer(map_)
    audit = time.process_time() - begin
    hidden = np.array([one.aantal is None for one in regels])
    extra = int((hidden & ~found.primair).sum())
    return Uitkomst(hoe, seconds, audit, extra, te_smal(found, hidden), len(issues))


def meet(proef: Proef, map_: Path) -> bool:
    """Print the figures of one domain; whether they are within the targets."""
    (map_ / "001").mkdir()
    here = domein(proef, map_ / "001")
    begin = time.process_time()
    regels = bescherm(here)
    seconds = time.process_time() - begin
    found = maak_stelsel(
        cellen(here.definitie, here.apart).matrix, here.tellingen.aantal, here.bevolking
    )
    begin = time.process_time()
    hidden = geheim_na_eliminatie(found)
    halfway = time.process_time() - begin
    first = [
        replace(one, aantal=None if hide else int(value))
        for one, hide, value in zip(regels, hidden, found.waarden, strict=True)
    ]
    best = uitkomst("beschermd", seconds, found, here, regels, map_)
    least = fewest(found) if proef.minste else None
    right = _gehaald(proef, best, least)
    for one in (best, uitkomst("alleen eliminatie", halfway, found, here, first, map_)):
        goals = _doelen(proef, least, right) if one is best else ""
        print(
            f"{proef.naam:24} {len(regels):6} {int(found.primair.sum()):6}  {one.hoe:17} "
            f"{one.erbij:6} {one.te_smal:8} {one.bescherming:10.2f} {one.controle:8.2f} "
            f"{one.lekken:7}  {goals}".rstrip(),
            flush=True,
        )
    return right


def _gehaald(proef: Proef, one: Uitkomst, least: int | None) -> bool:
    limits = (
        (one.bescherming, proef.bescherming),
        (one.controle, proef.controle),
        (one.bescherming + one.controle, proef.samen),
        (one.erbij, proef.erbij),
        (one.erbij, None if least is None else 1.1 * least),
    )
    within = all(most is None or value <= most for value, most in limits)
    return within and not one.te_smal and not one.lekken


def _doelen(proef: Proef, least: int | None, right: bool) -> str:
    goals = [
        f"beschermen {proef.bescherming} s" if proef.bescherming else "",
        f"controle {proef.controle} s" if proef.controle else "",
        f"samen {proef.samen} s" if proef.samen else "",
        f"erbij {proef.erbij}" if proef.erbij else "",
        f"erbij 1,1 keer het minste ({least})" if least is not None else "",
    ]
    return f"hooguit {', '.join(one for one in goals if one)}: {'ja' if right else 'nee'}"


def main() -> int:
    """Run all; 0 when every target is met."""
    print(
        f"{'tabel':24} {'cellen':>6} {'klein':>6}  {'hoe':17} {'erbij':>6} {'te smal':>8} "
        f"{'beschermen':>10} {'controle':>8} {'lekken':>7}  doel"
    )
    results = []
    for proef in PROEVEN:
        with tempfile.TemporaryDirectory() as scratch:
            results.append(meet(proef, Path(scratch)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
