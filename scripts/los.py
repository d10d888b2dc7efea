"""``python -m scripts.los SITE``: let a built site be read from its folder, without a server.

For the site of a pull request, which somebody unpacks to look at. Not here: what that takes
(``macros.site.los``).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.site.los import los


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.los", description="Maak een gebouwde site te openen zonder server."
    )
    parser.add_argument("site", type=Path, help="map met de site; zij wordt veranderd")
    los(parser.parse_args(arguments).site)
    return 0


if __name__ == "__main__":
    sys.exit(main())
