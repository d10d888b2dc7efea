"""``python -m scripts.invulblad``: the spreadsheet that partners fill in, with the region's names.

python -m scripts.invulblad [--data DIR] [--out FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.invoer.inzending.invulblad import invulblad
from macros.issue import Level, as_text
from macros.klok import vandaag
from macros.load import load
from macros.source.samen import schrijf_samen, waarom


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 when the data are not right."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.invulblad", description="Maak het invulblad voor arrangementen."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument(
        "--out", type=Path, default=Path("oza-invulblad.xlsx"), help="waar het moet komen"
    )
    options = parser.parse_args(arguments)
    loaded = load(options.data, vandaag())
    if loaded.regio is None or not loaded.ok:
        print(as_text([issue for issue in loaded.issues if issue.level is Level.FOUT]))
        return 1
    try:
        schrijf_samen(options.out.parent, {options.out.name: invulblad(loaded.regio)})
    except OSError as error:
        print(f"{waarom(error)} Er is niets geschreven.", file=sys.stderr)
        return 1
    print(f"Gemaakt: {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
