"""``python -m scripts.audit``: can an outsider work out a small count from what was published?

python -m scripts.audit UITGAVEN_MAP [--drempel 10 | --data DIR]

Reads the releases alone, never raw figures. Prints every leak; exits 1 when there is one, or when
a file is broken. With ``--data`` the threshold is that of the region, and it is known which areas
lie in which.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.bescherming.audit.controle import controleer
from macros.bescherming.uitgaven import Ligging, ligging
from macros.drempel import DREMPEL
from macros.issue import as_text, has_errors
from macros.klok import vandaag
from macros.load import load


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when nothing leaks, 1 when something does or cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.audit",
        description="Controleer of uit gepubliceerde cijfers een klein aantal te herleiden is.",
    )
    parser.add_argument("uitgaven", type=Path, help="map met alle uitgaven, elk in een eigen map")
    parser.add_argument(
        "--drempel", type=_drempel, default=DREMPEL, help="aantallen daaronder zijn klein"
    )
    parser.add_argument("--data", type=Path, help="map van de regio waarvan de gebieden zijn")
    options = parser.parse_args(arguments)
    areas: Ligging = {}
    if options.data:
        loaded = load(options.data, vandaag())
        if loaded.regio is None:
            print(as_text(loaded.issues))
            return 1
        options.drempel = loaded.regio.instellingen.drempel
        areas = ligging(loaded.regio.cijfergebieden)
    issues = controleer(options.uitgaven, options.drempel, areas)
    print(as_text(issues))
    return 1 if has_errors(issues) else 0


def _drempel(text: str) -> int:
    if text.isascii() and text.isdigit() and 2 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError("de drempel is een heel getal van 2 tot en met 1000")


if __name__ == "__main__":
    sys.exit(main())
