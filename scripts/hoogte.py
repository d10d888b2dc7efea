"""``python -m scripts.hoogte``: how long the pages of a built site are on a phone.

    python -m scripts.hoogte [SITE]

What is longer than its kind may be (``macros.engine.hoogte``) is told and stops nothing. Not here:
making the site (``scripts.build``).
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from macros.engine.hoogte import BREEDTE, te_hoog
from macros.render.figuur.gebruik import MAP as FIGUUR
from macros.taal.talen import BRONTAAL, beschikbaar
from macros.werkbank.bundel import MAP as WERKBANK
from scripts import browser as programs
from scripts.bediening import bediend

TEGELIJK = 4
"""Windows at work at the same time: one loads while another is drawn."""
VERWIJST = 'http-equiv="refresh"'


def paden(site: Path) -> list[str]:
    """The address of every page below ``site``, without the workbench, pages that only refer, and
    figures alone, which stand in pages of others.
    """
    found = (
        file
        for file in site.rglob("index.html")
        if file.parent.name != WERKBANK and file.parent.parent.name != FIGUUR
    )
    return sorted(
        "".join(f"{part}/" for part in file.parent.relative_to(site).parts)
        for file in found
        if VERWIJST not in file.read_text(encoding="utf-8")
    )


async def meet(browser: Browser, url: str, adressen: Sequence[str]) -> dict[str, int]:
    """How high each page is, px, with closed what a visitor finds closed."""
    context = await browser.new_context(viewport={"width": BREEDTE, "height": 740})
    todo, found = list(adressen), dict[str, int]()

    async def work() -> None:
        page = await context.new_page()
        while todo:
            pad = todo.pop()
            await page.goto(url + pad)
            found[pad] = await page.evaluate("document.documentElement.scrollHeight")

    await asyncio.gather(*(work() for _ in range(TEGELIJK)))
    return {pad: found[pad] for pad in adressen}


async def gemeten(site: Path, program: Path) -> dict[str, int]:
    """How high each page of ``site`` is, px."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        with bediend(site) as url:
            found = await meet(browser, url, paden(site))
        await browser.close()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell; 1 when nothing could be measured."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.hoogte", description="Meet hoe lang elke pagina op een telefoon is."
    )
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"), help="de gebouwde site")
    site = parser.parse_args(arguments).site
    program = programs.find()
    if program is None or not (site / "index.html").is_file():
        wat = "Er is geen browser" if program is None else f"In {site} staat geen site"
        print(f"{wat}: er is niets gemeten.", file=sys.stderr)
        return 1
    hoogten = asyncio.run(gemeten(site, program))
    for said in te_hoog(hoogten, set(beschikbaar(Path())) - {BRONTAAL}):
        print(f"let op: {said}.")
    midden, most = round(statistics.median(hoogten.values())), max(hoogten.values())
    print(f"{len(hoogten)} pagina's op {BREEDTE} px: middelste {midden} px, langste {most} px.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
