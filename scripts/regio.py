"""``python -m scripts.regio``: the smallest folder of data for another region.

    python -m scripts.regio ../achterhoek --naam Achterhoek

The folder must be new or empty. It appears in one step, checked; when anything is wrong, nothing is
written.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from macros.invoer.nieuwe_regio import nieuwe_regio
from macros.issue import as_text
from macros.klok import vandaag
from macros.load import load


class RegioFout(Exception):
    """There is no new folder; the message is for the person at the keyboard."""


def maak(map_: Path, naam: str) -> None:
    """Write a region called ``naam`` into ``map_``. Raises RegioFout; nothing is then written."""
    if map_.exists() and not map_.is_dir():
        raise RegioFout(f"{map_} is een bestand. Noem een map die nog niet bestaat.")
    if map_.exists() and any(map_.iterdir()):
        raise RegioFout(f"{map_} is niet leeg. Noem een map die nog niet bestaat.")
    target = map_.resolve()
    if not target.parent.is_dir():
        raise RegioFout(
            f"De map {target.parent} bestaat niet. Maak haar eerst, of noem een andere."
        )
    files, wrong = nieuwe_regio(naam)
    if wrong:
        raise RegioFout("\n".join(["Deze naam kan niet.", *wrong]))
    with tempfile.TemporaryDirectory(prefix=".regio-", dir=target.parent) as scratch:
        made = Path(scratch) / "data"
        for path, text in files.items():
            file = made / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        if issues := load(made, vandaag()).issues:
            raise RegioFout(f"Deze naam kan niet.\n{as_text(issues)}")
        made.rename(target)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the folder is there."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.regio", description="Begin een andere regio."
    )
    parser.add_argument("map", type=Path, help="map voor de gegevens; nieuw of leeg")
    parser.add_argument("--naam", required=True, help="naam van de regio, zoals op de site")
    options = parser.parse_args(arguments)
    try:
        maak(options.map, options.naam)
    except (RegioFout, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    data = shlex.quote(str(options.map))
    print(f"De regio staat in {options.map}. Zo ga je verder:")
    print(f"1. Kijk naar de site, en laat dat aanstaan: make serve DATA={data}")
    print("2. Zet er een bron bij en wat daarin staat. Voorbeelden: CONTRIBUTING.md")
    print(f"3. Controleer het en vul het Engels aan: make check vertaal DATA={data}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
