"""``python -m scripts.historie``: did raw data or a small count ever get into the history?

python -m scripts.historie [--drempel 10]

Reads every version of every file that git keeps, in the project it is started in. Prints every
problem; exits 1 when there is one. Without git, or in a project that was downloaded without its
history, it says so and exits 0.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.bescherming.historie.controle import controleer
from macros.drempel import DREMPEL
from macros.issue import as_text, has_errors


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when nothing is found or there is no history, 1 when something is."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.historie",
        description="Zoek ruwe gegevens en kleine aantallen in alles wat ooit is gecommit.",
    )
    parser.add_argument(
        "--drempel", type=int, default=DREMPEL, help="aantallen daaronder zijn klein"
    )
    options = parser.parse_args(arguments)
    if options.drempel < 2:
        parser.error("de drempel is ten minste 2")
    uitslag = controleer(Path.cwd(), options.drempel)
    if uitslag.niet_gekeken:
        print(f"Niet gecontroleerd: {uitslag.niet_gekeken}")
        return 0
    print(f"Versies van bestanden in de geschiedenis: {uitslag.versies}.")
    print(as_text(uitslag.issues))
    return 1 if has_errors(uitslag.issues) else 0


if __name__ == "__main__":
    sys.exit(main())
