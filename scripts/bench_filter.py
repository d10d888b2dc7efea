"""``python -m scripts.bench_filter``: how fast pages with 500 rows filter, and how heavy they are.

    python -m scripts.bench_filter [--data DIR]

The matrix with 500 onderdelen and the inventory with 500 arrangements, all made up, in Chromium. A
filter takes from the choice until the page has its new layout; told is the longest of all choices.
Weight is what a first visit to the page loads, compressed. ``make bench`` runs it after
``scripts.bench``.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.engine.bouw import DATA
from macros.model.arrangement import Arrangement
from macros.model.geheel import pagina_van
from macros.model.samenwerking.onderdeel import Onderdeel
from scripts import browser as programs
from scripts.bediening import bediend
from scripts.bench_overleg import Cijfer
from scripts.synthetisch import maak_arrangementen, maak_matrix

AANTAL = 500
ROUNDS = 3

CHOOSE = """async ([name, value]) => {
  const select = document.querySelector(`form[data-filter] select[name=${name}]`);
  if (![...select.options].some((option) => option.value === value)) throw new Error(value);
  await new Promise(requestAnimationFrame);
  const begin = performance.now();
  select.value = value;
  select.dispatchEvent(new Event("input", { bubbles: true }));
  document.documentElement.getBoundingClientRect(); // the new layout, now
  return performance.now() - begin;
}"""


@dataclass(frozen=True, slots=True)
class Filterpagina:
    """A page with rows: who makes its data, what is chosen one after the other, and its targets."""

    wat: str
    pad: str
    maak: Callable[[Path, Path, int], None]
    keuzes: tuple[tuple[str, str], ...]
    kilobytes: float


PAGINAS = (
    Filterpagina(
        "onderdelen",
        pagina_van(Onderdeel),
        maak_matrix,
        (
            ("sector", "PO"),
            ("wet", "jeugdwet"),
            ("thema", "thema-2"),
            ("zekerheid", "onbekend"),
            ("toestand", "vastgesteld"),
            ("wet", ""),
        ),
        100,
    ),
    Filterpagina(
        "arrangementen",
        pagina_van(Arrangement),
        maak_arrangementen,
        (
            ("gemeente", "gemeente-ede"),
            ("doelgroep", "autisme"),
            ("sector", "PO"),
            ("betaler", "jeugdwet"),
            ("toestand", "onbekend"),
            ("vorm", "collectief"),
            ("gemeente", ""),
        ),
        150,
    ),
)


def measure(pagina: Filterpagina, bron: Path, scratch: Path) -> Iterator[Cijfer]:
    """Build one language of a made-up region and filter its page."""
    data, site = scratch / f"{pagina.wat}-data", scratch / pagina.wat
    pagina.maak(bron, data, AANTAL)
    code = (
        "from pathlib import Path; from macros.engine.taalbouw import bouw_taal; "
        f"bouw_taal('nl', Path({str(site)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], env={**os.environ, DATA: str(data)}, check=True)
    with bediend(site) as url:
        times, weight = _in_browser(pagina, url, site)
    middle = f"middelste {statistics.median(times):.0f} ms"
    yield Cijfer(f"filter van {AANTAL} {pagina.wat}, langste ({middle})", max(times), 50, "ms")
    yield Cijfer(
        f"pagina met {AANTAL} {pagina.wat}, gecomprimeerd",
        weight / 1000,
        pagina.kilobytes,
        "kB",
    )


def _in_browser(pagina: Filterpagina, url: str, site: Path) -> tuple[list[float], int]:
    """Milliseconds of each choice, and the bytes of the first visit."""
    loaded: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=programs.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: loaded.append(request.url))
        page.goto(url + pagina.pad, wait_until="load")
        weight = sum(_compressed(site, one.removeprefix(url)) for one in loaded)
        rows = page.locator("[data-rij][data-telt]").count()
        if rows != AANTAL:
            raise SystemExit(f"De pagina heeft {rows} rijen en geen {AANTAL}.")
        times = [
            page.evaluate(CHOOSE, list(choice)) for _ in range(ROUNDS) for choice in pagina.keuzes
        ]
        browser.close()
    return times, weight


def _compressed(site: Path, path: str) -> int:
    file = site / (f"{path}index.html" if path.endswith("/") or not path else path)
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench_filter", description="Meet de filters."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="regio als uitgangspunt")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        for pagina in PAGINAS:
            for cijfer in measure(pagina, options.data, Path(scratch)):
                print(cijfer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
