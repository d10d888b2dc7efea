"""``python -m scripts.bench_werkbank``: how much the workbench asks of a browser, in Chromium.

    python -m scripts.bench_werkbank [--site DIR] [--runs 5]

* download: what the first visit gets, as a server sends it (gzip), and what other pages get of it
* plain: Pyodide alone, from its own files; ready: until the first question is answered, at a first
  visit and at a next one, which goes on from the memory that the first kept; each run is a new
  profile, with the files fetched before, so that no network is in it
* messages, preview: from a changed field until every problem is told, until its page is made

The exit code is 1 when one of them is above its target. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from macros.werkbank.bundel import MAP
from scripts import browser as browsers
from scripts.bediening import bediend
from scripts.build import build_site
from scripts.serve import SOORTEN

FLAGS = ["--no-sandbox", "--disable-gpu"]
DOWNLOAD, START, MESSAGES, PREVIEW = 9.0, 2.0, 300, 500
"""Targets: megabytes, times the plain start, milliseconds."""

PLAIN = """async ([map, lock]) => {
  const code = `onmessage = async ({ data }) => {
    const { loadPyodide } = await import(data + "pyodide.mjs");
    const begin = performance.now();
    await loadPyodide({ indexURL: data, lockFileContents: ${lock}, checkAPIVersion: false });
    postMessage(performance.now() - begin);
  }`;
  const script = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(script, { type: "module" });
  const begin = performance.now();
  return new Promise((resolve) => {
    worker.onmessage = () => { resolve(performance.now() - begin); worker.terminate(); };
    worker.postMessage(map);
  });
}"""

READY = """async ([basis, app, manifest]) => {
  const { Motor } = await import(`${basis}${app}/motor.js`);
  const begin = performance.now();
  window.motor = new Motor({ ...manifest, formulieren: "" }, { basis });
  await motor.klaar;
  await motor.vraag("begin");
  return [performance.now() - begin, motor.weer];
}"""

KEPT = """async () => {
  for (;;) {
    for (const name of await caches.keys()) {
      if ((await (await caches.open(name)).keys()).length) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""

CHANGE = """async ([pad, veld, runs, adres]) => {
  const record = await motor.vraag("record", { pad });
  const times = { messages: [], preview: [] };
  for (let n = 0; n < runs; n += 1) {
    const waarde = { ...record.waarde, [veld]: `${record.waarde[veld]} ${n}` };
    const begin = performance.now();
    await motor.vraag("zet", { pad, waarde });
    await motor.vraag("controleer");
    times.messages.push(performance.now() - begin);
    await motor.vraag("pagina", { adres, taal: "nl" });
    times.preview.push(performance.now() - begin);
  }
  await motor.vraag("zet", { pad, waarde: null });
  return times;
}"""


def packed(file: Path) -> int:
    """How many bytes a server sends of it."""
    raw = file.read_bytes()
    return len(raw) if file.suffix == ".zip" else len(gzip.compress(raw, 6))


def download(site: Path, manifest: dict[str, Any]) -> float:
    """Megabytes of the first visit: the page, its scripts, what Python takes, and the forms."""
    folder = site / MAP
    first = [folder / one["pad"] for one in manifest["bestanden"] if not one["later"]]
    app = [file for file in folder.glob("app-*/*") if file.is_file()]
    return (
        sum(map(packed, [*first, *app, folder / "index.html", folder / manifest["formulieren"]]))
        / 1e6
    )


def elsewhere(site: Path) -> int:
    """How many other pages load something of the workbench."""
    loads = re.compile(r'(?:src|<link[^>]*href)="[^"]*\bbeheer/')
    pages = (one for one in site.rglob("*.html") if MAP not in one.relative_to(site).parts)
    return sum(bool(loads.search(page.read_text(encoding="utf-8"))) for page in pages)


def started(
    browser: Browser, root: str, manifest: dict[str, Any], app: str, runs: int
) -> dict[str, list[float]]:
    """How long each kind of start takes, in milliseconds."""
    basis = f"{root}{MAP}/"
    python = next(one["pad"] for one in manifest["bestanden"] if one["naam"] == "pyodide.mjs")
    lock = json.dumps({"info": {"abi_version": "2026_0", "arch": "wasm32"}, "packages": {}})
    found: dict[str, list[float]] = {"plain": [], "first": [], "next": []}
    for _ in range(runs):
        with browser.new_context(bypass_csp=True) as context:
            page = context.new_page()
            page.goto(root)
            for one in manifest["bestanden"]:
                page.evaluate("(url) => fetch(url).then((one) => one.blob())", basis + one["pad"])
            for _ in range(2):  # a browser that has just begun is slower, at what comes first
                plain = page.evaluate(PLAIN, [f"{basis}{Path(python).parent}/", lock])
            found["plain"].append(plain)
            for visit, expected in (("first", False), ("next", True)):
                took, again = page.evaluate(READY, [basis, app, manifest])
                assert again == expected, f"{visit}: went on from what was kept: {again}"
                found[visit].append(took)
                if not again:
                    page.evaluate(KEPT)
                page.evaluate("motor.stop()")
    return found


def changed(
    browser: Browser, root: str, manifest: dict[str, Any], app: str
) -> dict[str, list[float]]:
    """How long a change takes, in milliseconds."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(root)
        page.evaluate(READY, [f"{root}{MAP}/", app, manifest])
        records = page.evaluate("motor.vraag('begin')")["soorten"]
        soort = next(one for one in records if one["naam"] == "speerpunt")
        one = soort["records"][0]
        found: dict[str, list[float]] = page.evaluate(
            CHANGE, [one["pad"], "titel", 20, one["adres"]]
        )
        return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print it; 1 when something is above its target."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench_werkbank", description="Meet de werkbank in een browser."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--site", type=Path, help="een site die er al is")
    parser.add_argument("--runs", type=int, default=5, help="hoe vaak Python start")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        site = options.site or Path(scratch) / "site"
        if not options.site:
            build_site(options.data, site)
        page_text = (site / MAP / "index.html").read_text(encoding="utf-8")
        [app] = re.findall(r'src="(app-\w+)/app\.js"', page_text)
        [text] = re.findall(r'id="manifest">(.*?)</script>', page_text)
        manifest = json.loads(text)
        with bediend(site, SOORTEN) as root, sync_playwright() as program:
            browser = program.chromium.launch(executable_path=browsers.find(), args=FLAGS)
            found = started(browser, root, manifest, app, options.runs)
            found |= changed(browser, root, manifest, app)
            browser.close()
        size, other = download(site, manifest), elsewhere(site)
    middle = {name: statistics.median(times) for name, times in found.items()}
    times = {
        visit: statistics.median(b / a for a, b in zip(found["plain"], found[visit], strict=True))
        for visit in ("first", "next")
    }
    print(f"first download {size:.2f} MB; other pages with any of it: {other}")
    print(f"plain {middle['plain']:.0f} ms")
    for visit, ratio in times.items():
        print(f"ready, {visit} visit: {middle[visit]:.0f} ms, {ratio:.2f} times")
    print(
        f"messages {middle['messages']:.0f} ms, preview {middle['preview']:.0f} ms after a change"
    )
    print(f"targets: {START} times, {MESSAGES} ms, {PREVIEW} ms")
    wrong = size > DOWNLOAD or other > 0 or max(times.values()) > START
    return int(wrong or middle["messages"] > MESSAGES or middle["preview"] > PREVIEW)


if __name__ == "__main__":
    sys.exit(main())
