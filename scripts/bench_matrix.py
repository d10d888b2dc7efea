"""The matrix with many onderdelen, in Chromium: how fast it filters and how heavy its page is.

Part of ``scripts.bench``. A filter takes from the choice until the page has its new layout. Weight
is what a first visit to the page loads, compressed.
"""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from macros.bouw import DATA
from scripts import chromium
from scripts.synthetisch import maak_matrix

TARGET = "Targets: a filter of 500 onderdelen <= 50 ms; its page <= 100 kB"
PAGE = "samenwerking/"

CHOOSE = """async ([name, index]) => {
  const select = document.querySelector(`.filter select[name=${name}]`);
  await new Promise(requestAnimationFrame);
  const begin = performance.now();
  select.selectedIndex = index;
  select.dispatchEvent(new Event("input", { bubbles: true }));
  document.documentElement.getBoundingClientRect(); // the new layout, now
  return performance.now() - begin;
}"""
CHOICES = [("sector", 1), ("wet", 1), ("thema", 2), ("zekerheid", 3), ("toestand", 1), ("wet", 0)]


@dataclass(frozen=True, slots=True)
class Matrixmeting:
    """Milliseconds per choice, and kB (1,000 bytes) of the first visit."""

    aantal: int
    middelste: float
    langste: float
    kilobytes: float

    def __str__(self) -> str:
        return (
            f"matrix of {self.aantal}: filter {self.middelste:.0f} ms (median), "
            f"{self.langste:.0f} ms (longest); page {self.kilobytes:.1f} kB\n{TARGET}"
        )


def measure(bron: Path, scratch: Path, aantal: int = 500) -> Matrixmeting:
    """Build one language of a region with ``aantal`` onderdelen and filter its matrix."""
    data, site = scratch / "matrix-data", scratch / "matrix"
    maak_matrix(bron, data, aantal)
    code = (
        "from pathlib import Path; from scripts.taalbouw import bouw_taal; "
        f"bouw_taal('nl', Path({str(site)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], env={**os.environ, DATA: str(data)}, check=True)
    handler = partial(_Silent, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        return _in_browser(f"http://127.0.0.1:{server.server_address[1]}/", site, aantal)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


def _in_browser(url: str, site: Path, aantal: int) -> Matrixmeting:
    loaded: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: loaded.append(request.url))
        page.goto(url + PAGE, wait_until="load")
        weight = sum(_compressed(site, one.removeprefix(url)) for one in loaded)
        rows = page.locator("[data-rij][data-telt]").count()
        if rows != aantal:
            raise SystemExit(f"De matrix heeft {rows} rijen en geen {aantal}.")
        times = [page.evaluate(CHOOSE, list(choice)) for _ in range(3) for choice in CHOICES]
        browser.close()
    return Matrixmeting(aantal, statistics.median(times), max(times), weight / 1000)


def _compressed(site: Path, path: str) -> int:
    file = site / (f"{path}index.html" if path.endswith("/") or not path else path)
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))
