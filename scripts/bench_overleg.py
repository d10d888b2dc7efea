"""``python -m scripts.bench_overleg``: how fast the planner and the drawing of bodies are.

On the made-up year of the tests, with its 30 bodies and 20 routes. ``make bench`` runs it after
``scripts.bench``.

* simulation: the page of lead times, every route handed in on each day of a year
* drawing: the 30 bodies, with the start of Node, and their HTML compressed
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from macros.load import load
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio, pagina_van
from macros.model.overleg.structuur import Overleg
from macros.render.structuur import teken_structuur
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.overleg.structuur import structuren
from macros.views.overleg.voorstelroute import doorlooptijden
from tests.unit.mini import DATA_MINI
from tests.unit.verzonnen_jaar import JAAR, verzonnen_jaar

NL = Vertaler("nl")
BEGIN = Datum(JAAR, 1, 1)


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure, and the most it may be."""

    wat: str
    gemeten: float
    doel: float
    eenheid: str

    def __str__(self) -> str:
        verdict = "ja" if self.gemeten <= self.doel else "nee"
        measured, target = NL.getal(round(self.gemeten, 3)), NL.getal(self.doel)
        return f"{self.wat}: {measured} {self.eenheid}; doel: hooguit {target}: {verdict}"


def simulatie(regio: Regio) -> Iterator[Cijfer]:
    """The seconds of a year for all routes."""
    begin = time.perf_counter()
    found = doorlooptijden(Blik(regio, NL, BEGIN))
    seconds = time.perf_counter() - begin
    if not all(row.cijfers.met_besluit for row in found.rijen):
        raise SystemExit("Niet elke route komt tot een besluit.")
    yield Cijfer(f"simulatie van een jaar, {len(found.rijen)} routes", seconds, 1, "s")


def tekening(regio: Regio) -> Iterator[Cijfer]:
    """The seconds of the first drawing in this process, and its kB (1,000 bytes)."""
    page = Weergave(Blik(regio, NL, BEGIN)).pagina(pagina_van(Overleg))
    what = structuren(Blik(regio, NL, BEGIN)).nieuw
    begin = time.perf_counter()
    html = teken_structuur(page, what)
    seconds = time.perf_counter() - begin
    weight = len(gzip.compress(html.encode(), 6, mtime=0)) / 1000
    naam = f"tekening van {len(what.vakken)} overleggen"
    yield Cijfer(f"{naam}, met het starten van Node", seconds, 0.5, "s")
    yield Cijfer(f"{naam}, gecomprimeerd", weight, 12, "kB")


def main() -> int:
    """Run the benchmark and print it."""
    mini = load(DATA_MINI, BEGIN).regio
    assert mini is not None
    regio = verzonnen_jaar(mini)
    for cijfer in (*simulatie(regio), *tekening(regio)):
        print(cijfer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
