"""``python -m scripts.audit``: can an outsider work out a small count from what was published?

python -m scripts.audit UITGAVEN_MAP [--drempel 10]

Reads the releases alone, never raw figures. Prints every leak; exits 1 when there is one, or when
a file is broken.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.bescherming.audit.controle import controleer
from macros.drempel import DREMPEL
from macros.issue import as_text, has_errors


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
    options = parser.parse_args(arguments)
    issues = controleer(options.uitgaven, options.drempel)
    print(as_text(issues))
    return 1 if has_errors(issues) else 0


def _drempel(text: str) -> int:
    if text.isascii() and text.isdigit() and 2 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError("de drempel is een heel getal van 2 tot en met 1000")


if __name__ == "__main__":
    sys.exit(main())
