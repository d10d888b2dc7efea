"""``python -m scripts.bench_import``: how fast spreadsheets are read, full ones and empty ones.

1,000 arrangements on the region of the tests, every column filled in: counted is the whole
command, reading the data, the file and its checks, writing 1,000 files. And a sheet of which
130,000 rows hold nothing but a format, as copying a column leaves them. Part of ``make bench``.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from macros.invoer.inzending.inlezen import BLAD, lees_in
from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.vragen import Antwoord, Vraag, vragen
from macros.load import load
from macros.model.geheel import Regio
from scripts.bench_overleg import Cijfer
from scripts.importeer import importeer
from tests.unit.invulling import boek
from tests.unit.mini import DAG, DATA_MINI

AANTAL = 1000
LEEG = 130_000
ZIN = "School en zorg werken hier samen, zodat kinderen weer leren en rust vinden."


def rij(regio: Regio, number: int) -> dict[str, str]:
    """A row with an answer in every column."""
    answers = {vraag.label: antwoord(regio, vraag) for vraag in vragen()}
    return answers | {"Titel": f"Klas nummer {number}", "Experiment": "ja", "Bron": "plan"}


def antwoord(regio: Regio, vraag: Vraag) -> str:
    """The first choice there is, or a text."""
    if vraag.verwijst_naar:
        return namen(regio, vraag)[0].keuze
    if vraag.opties:
        return vraag.opties[0].value
    if vraag.antwoord is Antwoord.DATUM:
        return "1 juli 2021"
    return f"{ZIN}\n\n{ZIN}" if vraag.antwoord is Antwoord.ALINEAS else ZIN


def leeg() -> bytes:
    """A sheet with a format in every cell of very many rows."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet, text = book.add_worksheet(BLAD), book.add_format({"num_format": "@"})
        for row in range(LEEG + 1):
            for column, vraag in enumerate(vragen()):
                sheet.write(row, column, "" if row else vraag.label, text)
    return buffer.getvalue()


def main() -> int:
    """Run the benchmark and print it."""
    regio = load(DATA_MINI, DAG).regio
    assert regio is not None
    raw = boek(*(rij(regio, number) for number in range(AANTAL)))
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        file, data = Path(scratch, "blad.xlsx"), Path(scratch, "data")
        file.write_bytes(raw)
        shutil.copytree(DATA_MINI, data)
        said = io.StringIO()
        begin = time.perf_counter()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = importeer(file, data, proef=False)
        seconds = time.perf_counter() - begin
    if code:
        raise SystemExit(f"De import is geweigerd:\n{said.getvalue()}")
    print(Cijfer(f"import van {AANTAL} rijen", seconds, 3, "s"))
    raw = leeg()
    begin = time.perf_counter()
    lees_in(raw, "leeg.xlsx", regio, DAG, {})
    print(Cijfer(f"{LEEG} lege rijen met opmaak", time.perf_counter() - begin, 10, "s"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
