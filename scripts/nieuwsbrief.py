"""``python -m scripts.nieuwsbrief``: the text of the monthly mail, in every language of the site.

    python -m scripts.nieuwsbrief [--data DIR] [--maand JJJJ-MM] [--uit FILE]

Without a month: the last one, and from halfway on the one that it is. Nothing is sent. Environment:
SITE_URL (where the site stands, for the links).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.engine.bouw import gelezen, weergave
from macros.klok import vandaag
from macros.model.basis.datum import Datum
from macros.source.samen import waarom
from macros.taal.talen import eigen_naam
from macros.views.regio.nieuwsbrief import als_maand, nieuwsbrief

_STREEP = "-" * 40
ZONDER_ADRES = (
    "Let op: het adres van de site is niet bekend, dus de links zijn niet heel. Geef het mee:\n"
    "    make nieuwsbrief SITE_URL=https://adres-van-de-site/"
)


def tekst(data: Path, maand: Datum | None) -> str:
    """The mail in each language, one below the other."""
    parts = []
    for taal in gelezen(data).catalogi:
        shown = weergave(data, taal, Path("docs"))
        brief = nieuwsbrief(shown.blik, shown.voluit(""), maand)
        parts.append(f"{eigen_naam(taal)}\n{_STREEP}\n{brief.onderwerp}\n\n{brief.tekst}\n")
    return "\n\n".join(parts)


def _maand(getypt: str) -> Datum:
    try:
        return als_maand(getypt, vandaag())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.nieuwsbrief", description="Maak de tekst van de maandelijkse mail."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--maand", type=_maand, help="over welke maand, zoals 2026-11")
    parser.add_argument("--uit", type=Path, help="in welk bestand de tekst ook komt")
    options = parser.parse_args(arguments)
    found = tekst(options.data, options.maand)
    print(found, end="")
    if options.uit:
        try:
            options.uit.write_text(found, encoding="utf-8")
        except OSError as error:
            print(waarom(error), file=sys.stderr)
            return 1
        print(f"Gemaakt: {options.uit}", file=sys.stderr)
    if "://" not in found:
        print(ZONDER_ADRES, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
