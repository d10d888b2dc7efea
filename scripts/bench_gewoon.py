"""``python -m scripts.bench_gewoon``: what the whole build costs beside the usual stack.

    python -m scripts.bench_gewoon [--data DIR] [--runs 5]

The usual stack is MkDocs with Material, its own search and mkdocs-static-i18n, on the same pages as
finished HTML: it reads no data, checks nothing, draws nothing and writes no downloads. Both build a
site that is there already, in turn, so that what else the computer does hits both. The figure is
the median of their ratios in CPU seconds; the exit code is 1 when it is above the target.

Needs ``.cache/gewoon`` with the packages of requirements-gewoon.txt; ``make bench`` sees to it.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from macros.engine.bouw import gelezen
from macros.render.figuur.gebruik import MAP
from macros.taal.talen import BRONTAAL
from scripts.bench import run_once

MKDOCS = Path(".cache/gewoon/bin/mkdocs")
TARGET = 0.8
QUIET = {"NO_MKDOCS_2_WARNING": "1"}

_LEGE_REGELS = re.compile(r"\n\s*\n+")


def settings(talen: Sequence[str]) -> dict[str, object]:
    """The configuration of the usual stack, as its own documents have it."""
    languages = [
        {"locale": taal, "name": taal, "default": taal == BRONTAAL, "build": True} for taal in talen
    ]
    return {
        "site_name": "De gewone stapel",
        "theme": {"name": "material", "features": ["navigation.tabs", "navigation.indexes"]},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
    }


def write_pages(site: Path, docs: Path, talen: Sequence[str]) -> int:
    """Each page of ``site`` as Markdown that holds its main part; how many there are.

    The pages of figures alone are not among them: they are files beside the pages.
    """
    every = sorted(site.rglob("index.html"))
    files = [file for file in every if MAP not in file.relative_to(site).parts[:-2]]
    for file in files:
        below = file.parent.relative_to(site)
        taal = below.parts[0] if below.parts and below.parts[0] in talen else BRONTAAL
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        main, title = tree.css_first("main"), tree.css_first("title")
        assert main is not None
        assert title is not None
        main.strip_tags(["script", "form"])
        page = docs / taal / (below.relative_to(taal) if taal != BRONTAAL else below) / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {json.dumps(title.text())}\n---\n\n"
        page.write_text(f"{head}{_LEGE_REGELS.sub(chr(10), main.html or '')}\n", encoding="utf-8")
    return len(files)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print it; 1 when the build costs more than it may."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench_gewoon", description="Meet de bouw naast de gewone stapel."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--runs", type=int, default=5, help="hoe vaak elk van de twee bouwt")
    options = parser.parse_args(arguments)
    regio = gelezen(options.data).regio
    if regio is None:
        raise SystemExit(f"De gegevens in {options.data} kloppen niet; draai eerst make check.")
    talen = [str(taal) for taal in regio.instellingen.talen]
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        ours, usual = Path(scratch) / "ours", Path(scratch) / "usual"
        build = [sys.executable, "-m", "scripts.build", "--data", str(options.data)]
        build += ["--out", str(ours)]
        run_once(build)
        pages = write_pages(ours, usual / "docs", talen)
        config = usual / "mkdocs.yml"
        config.write_text(json.dumps(settings(talen)), encoding="utf-8")
        stack = [str(MKDOCS), "build", "--quiet", "--config-file", str(config)]
        run_once(stack, QUIET)
        pairs = [(run_once(build).cpu, run_once(stack, QUIET).cpu) for _ in range(options.runs)]
    ratio = statistics.median(one / other for one, other in pairs)
    own, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{pages} pages: ours {own:.2f} s CPU, the usual stack {other:.2f} s")
    print(f"ratio {ratio:.2f}; target: at most {TARGET}")
    return 1 if ratio > TARGET else 0


if __name__ == "__main__":
    sys.exit(main())
