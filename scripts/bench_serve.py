"""``python -m scripts.bench_serve``: how soon an edit is to be seen in ``make serve``.

    python -m scripts.bench_serve [--data DIR]

On a copy of the data. Ten kinds of records, one record of each: a word of it is changed and saved,
and the page that shows it is asked for over HTTP until it has the new word. The clock runs from the
moment that the file is saved. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import queue
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from macros.klok import vandaag
from macros.load import load
from macros.model.basis.record import actief
from macros.model.geheel import SOORT, adres_van, pad_van
from macros.model.walk import leaves

DOEL = 1.0
"""Seconds, as the median of all edits."""

SOORTEN = (
    "speerpunt",
    "onderdeel",
    "uitspraak",
    "overleg",
    "besluit",
    "arrangement",
    "les",
    "indicator",
    "bron",
    "partij",
)
"""Some records have a page of their own, some are one of a list, some are named all over."""

TEVEEL = 60
"""Seconds after which something is wrong."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A word in a file, and the page that shows it."""

    bestand: Path
    woord: str
    pagina: str


def wijzigingen(data: Path) -> Iterator[Wijziging]:
    """One of each kind, as far as the region has it."""
    regio = load(data, vandaag()).regio
    if regio is None:
        raise SystemExit("De gegevens hebben fouten; draai make check.")
    for soort in (SOORT[naam] for naam in SOORTEN):
        for record in actief(getattr(regio, soort.veld))[:1]:
            file = data / pad_van(soort.type, record.id)
            raw = file.read_text(encoding="utf-8")
            texts = (str(one.value) for one in leaves(record) if one.tekst and not one.onbekend)
            words = (word for text in texts for word in re.findall(r"[a-z]{4,}", text))
            word = next((one for one in words if len(re.findall(one, raw)) == 1), None)
            if word:
                page = adres_van(soort.type, record.id).partition("#")[0]
                yield Wijziging(file, word, page)


class Voorbeeld:
    """``make serve`` of a folder, in a process of its own."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "scripts.serve", "--data", str(data), "--port", "0"]
        self.proces = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.regels: queue.Queue[str] = queue.Queue()
        self.lezer = threading.Thread(target=self._lees, daemon=True)
        self.lezer.start()
        self.adres = self.wacht_op(r"http://\S+")

    def _lees(self) -> None:
        for line in self.proces.stdout or ():
            self.regels.put(line)

    def wacht_op(self, patroon: str) -> str:
        """What it says that fits, as soon as it says so."""
        end = time.monotonic() + TEVEEL
        while time.monotonic() < end:
            try:
                found = re.search(patroon, self.regels.get(timeout=0.1))
            except queue.Empty:
                if self.proces.poll() is not None:
                    break
                continue
            if found:
                return found[0]
        raise SystemExit(f"make serve zegt niet: {patroon}")

    def lees(self, pad: str) -> str:
        """A page as a browser gets it."""
        with urlopen(self.adres + pad) as answer:
            text: str = answer.read().decode()
            return text

    def seconden(self, een: Wijziging) -> float:
        """From the moment that the change is saved until the page has it."""
        new = f"{een.woord}xq"
        text = een.bestand.read_text(encoding="utf-8").replace(een.woord, new)
        een.bestand.write_text(text, encoding="utf-8")
        begin = time.perf_counter()
        while time.perf_counter() - begin < TEVEEL:
            if new in self.lees(een.pagina):
                return time.perf_counter() - begin
            time.sleep(0.01)
        raise SystemExit(f"{een.pagina} toont na {TEVEEL} s nog niet: {new}")

    def stop(self) -> None:
        """As Ctrl-C does."""
        self.proces.send_signal(signal.SIGINT)
        self.lezer.join()
        with self.proces:
            pass


def meet(data: Path) -> list[float]:
    """Every edit in turn, when the site has been looked through after the one before it."""
    found = []
    begin = time.perf_counter()
    voorbeeld = Voorbeeld(data)
    try:
        voorbeeld.wacht_op("Klaar")
        print(f"start: {time.perf_counter() - begin:.2f} s")
        for een in wijzigingen(data):
            voorbeeld.wacht_op("nagekeken")
            seconds = voorbeeld.seconden(een)
            print(f"{een.bestand.relative_to(data)} op {een.pagina}: {seconds:.2f} s", flush=True)
            found.append(seconds)
    finally:
        voorbeeld.stop()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print it; 1 when an edit takes too long."""
    name = "python -m scripts.bench_serve"
    parser = argparse.ArgumentParser(prog=name, description="Meet make serve.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        copy = Path(scratch).resolve() / "data"
        shutil.copytree(options.data, copy)
        found = meet(copy)
    median = statistics.median(found)
    verdict = "ja" if median <= DOEL else "nee"
    print(f"serve: mediaan van {len(found)} wijzigingen {median:.2f} s; hooguit {DOEL}: {verdict}")
    return 0 if median <= DOEL else 1


if __name__ == "__main__":
    sys.exit(main())
