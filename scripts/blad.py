"""``python -m scripts.blad``: the workbook of a kind, with all of its records.

python -m scripts.blad SOORT [--data DIR] [--uit FILE]

``SOORT`` is a kind (``speerpunt``) or a part with an id (``actie``: the workbook of its kind).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.klok import vandaag
from macros.source.samen import waarom
from macros.werkbank.bladen import maak
from macros.werkbank.werkbank import Afgewezen, Werkbank


def blad(soort: str, data: Path, uit: Path | None) -> int:
    """Write the file; the exit code."""
    try:
        naam, raw = maak(Werkbank(data, vandaag()), soort)
    except Afgewezen as error:
        print(error, file=sys.stderr)
        return 1
    file = uit or Path(naam)
    try:
        file.write_bytes(raw)
    except OSError as error:
        print(waarom(error), file=sys.stderr)
        return 1
    print(f"Gemaakt: {file}", file=sys.stderr)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.blad", description="Maak de werkmap van een soort gegevens."
    )
    parser.add_argument("soort", help="speerpunt, actie, bron, ...")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--uit", type=Path, help="waar de werkmap komt (speerpunten.xlsx)")
    options = parser.parse_args(arguments)
    return blad(options.soort, options.data, options.uit)


if __name__ == "__main__":
    sys.exit(main())
