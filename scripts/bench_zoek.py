"""``python -m scripts.bench_zoek``: how often the search finds what was meant, first.

    python -m scripts.bench_zoek [--data DIR] [--site DIR]

Two lists of questions: those that editors keep (``zoekvragen.yml``), and one that the search was
not made with (``scripts/bench_zoekvragen.yml``). Both are asked of a built site, as a reader would;
without ``--site`` it is built first. Fails below 90 % of the one and 80 % of the other.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from macros.engine.bouw import gelezen
from macros.engine.zoekvragen import stel
from macros.model.geheel import pad_van
from macros.model.regio import Zoekvraag, Zoekvragen
from macros.model.validate import validate
from macros.source.nodes import parse
from scripts.build import build_site

ANDERE = Path(__file__).with_name("bench_zoekvragen.yml")
EIGEN_DEEL, ANDER_DEEL = 90, 80


def andere() -> tuple[Zoekvraag, ...]:
    """The questions that nobody tuned the search for."""
    document, problems = parse(ANDERE.read_text(encoding="utf-8"), ANDERE.name)
    if document is None:
        raise SystemExit("\n".join(map(str, problems)))
    found, problems = validate(document, Zoekvragen)
    if found is None:
        raise SystemExit("\n".join(map(str, problems)))
    return found.vragen


def meet(naam: str, site: Path, vragen: Sequence[Zoekvraag], minstens: int) -> bool:
    """Ask a list, print how it went and what missed; whether that is enough."""
    asked = stel(site, vragen)
    good = sum(one.goed for one in asked)
    enough = not asked or 100 * good >= minstens * len(asked)
    verdict = "" if enough else f"  TE WEINIG: minstens {minstens} %"
    print(f"{naam}: {good} van {len(asked)} vragen vinden eerst wat bedoeld is{verdict}")
    for one in asked:
        if not one.goed:
            wanted = " of ".join(one.vraag.naar)
            print(f"  {one.vraag.taal}  {one.vraag.vraag} -> {one.gevonden or 'niets'} ({wanted})")
    return enough


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 when too little is found."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench_zoek", description="Hoe vaak vindt de zoekfunctie het goede?"
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--site", type=Path, help="gebouwde site; anders wordt zij gebouwd")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or Path(folder) / "site"
        if options.site is None:
            build_site(options.data, site)
        regio = gelezen(options.data).regio
        own = regio.zoekvragen.vragen if regio and regio.zoekvragen else ()
        enough = meet(pad_van(Zoekvragen), site, own, EIGEN_DEEL)
        if options.data == Path("data"):
            enough = meet("andere woorden", site, andere(), ANDER_DEEL) and enough
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
