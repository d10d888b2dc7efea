"""``python -m scripts.dia``: the figures of one municipality as slides, in one PDF.

    python -m scripts.dia [--data DIR] [--taal TAAL] [--uit FILE] GEMEENTE

Chromium prints them (``scripts.browser`` finds it): tagged, with an outline and a language.
Environment: SITE_URL (where the site stands, for the addresses on the slides).
"""

from __future__ import annotations

import argparse
import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from macros.engine.bouw import gelezen, weergave
from macros.issue import as_text
from macros.render.figuur.dia import DiaFout, dias, welk_gebied
from macros.source.samen import waarom
from macros.taal.talen import BRONTAAL
from scripts import browser

VLAGGEN = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)
SECONDEN = 120
"""After so long the browser has stopped."""


def druk(program: Path, html: str, folder: Path) -> bytes:
    """A page as PDF, by way of files in ``folder``. Raises DiaFout."""
    folder = folder.resolve()  # the browser takes whole paths alone
    page, pdf = folder / "dia.html", folder / "dia.pdf"
    page.write_text(html, encoding="utf-8")
    # As root Chromium starts without its sandbox only; the page is our own, and asks for nothing.
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [str(program), *VLAGGEN, *root, f"--user-data-dir={folder / 'profiel'}"]
    try:
        done = subprocess.run(
            [*command, f"--print-to-pdf={pdf}", page.as_uri()],
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=SECONDEN,
            check=False,
        )
        found = pdf.read_bytes() if pdf.is_file() else b""
    except subprocess.TimeoutExpired as error:
        raise DiaFout(
            f"{program} was na {SECONDEN} seconden niet klaar. Probeer het nog eens."
        ) from error
    except OSError as error:
        raise DiaFout(f"{program} kon niet worden gestart. {waarom(error)}") from error
    if not found.startswith(b"%PDF"):
        said = done.stderr.strip().splitlines()[-1:]
        raise DiaFout("\n".join([f"{program} maakte er geen PDF van.", *said]))
    return found


def maak(data: Path, getypt: str, taal: str, uit: Path | None) -> Path:
    """The PDF, whole or not at all; gives where it is. Raises DiaFout."""
    program = browser.find()
    if program is None:
        raise DiaFout(f"Voor een PDF is Chromium of Google Chrome nodig. {browser.advies()}")
    loaded = gelezen(data)
    if not loaded.ok or loaded.regio is None:
        raise DiaFout(as_text(loaded.issues))
    talen = list(loaded.catalogi)
    if taal not in talen:
        raise DiaFout(f"De site is er niet in de taal '{taal}'. Kies uit: {', '.join(talen)}.")
    shown = weergave(data, taal, Path("docs"))
    key = welk_gebied(shown.blik, getypt)
    html = dias(shown, key)
    target = uit or Path(f"{key.removeprefix('gemeente-')}.pdf")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(target))
        with tempfile.TemporaryDirectory(
            prefix=".dia-", dir=target.parent, ignore_cleanup_errors=True
        ) as folder:
            made = druk(program, html, Path(folder))
            whole = Path(folder) / "heel.pdf"
            whole.write_bytes(made)
            whole.replace(target)
    except OSError as error:
        raise DiaFout(waarom(error)) from error
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.dia",
        description="Maak dia's (PDF) van de figuren van een gemeente.",
    )
    parser.add_argument("gemeente", help="naam of id, zoals ede")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--taal", default=BRONTAAL, help="taal van de dia's (nl)")
    parser.add_argument("--uit", type=Path, help="waar de PDF komt (ede.pdf)")
    options = parser.parse_args(arguments)
    try:
        target = maak(options.data, options.gemeente, options.taal, options.uit)
    except DiaFout as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Gemaakt: {target}", file=sys.stderr)
    if not os.environ.get("SITE_URL"):
        print(
            "Let op: het adres van de site is niet bekend, dus het staat niet op de dia's. Geef "
            f"het mee:\n    make dia GEMEENTE={options.gemeente} SITE_URL=https://adres-van-de-site/",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
