"""``python -m scripts.bescherm``: raw counts in, what may be published of them out.

    python -m scripts.bescherm INVOER.xlsx --definitie DEF.yml --uit publicatie.csv
                               [--vorige publicatie.csv] [--drempel 10 | --data DIR]

Runs on the computer of whoever has the raw counts. Writes the publication, a report and a manifest
next to it; exits 1, and writes nothing, when anything is wrong. The raw file may not be inside a
git work tree, and no copy of it is kept. With ``--data`` the threshold is that of the region, and
its areas add up as they lie: schools to boards, wijken to municipalities.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from macros.bescherming.disclosure.afronden import NietTeBeschermenError
from macros.bescherming.disclosure.bescherm import bescherm
from macros.bescherming.disclosure.domein import lees_domein
from macros.bescherming.disclosure.publicatie import als_csv, manifest, rapport
from macros.bescherming.disclosure.vorige import lees_vorige
from macros.bescherming.uitgaven import Ligging, ligging
from macros.drempel import DREMPEL
from macros.issue import as_text
from macros.klok import vandaag
from macros.load import load
from macros.source.samen import schrijf_samen, waarom

NIETS = "Er is niets geschreven."


def in_werkboom(path: Path) -> Path | None:
    """The git work tree in which ``path`` lies, also by way of a link; None when in none."""
    for way in (path.absolute(), path.resolve()):
        for folder in way.parents:
            if (folder / ".git").exists():
                return folder
    return None


def weigering(invoer: Path, uit: Path) -> str | None:
    """Why these paths cannot be; None when they can."""
    tree = in_werkboom(invoer)
    if tree is not None:
        return (
            f"De invoer staat in een map die git bijhoudt ({tree}). Ruwe aantallen horen daar "
            "niet: zet het bestand in een andere map, en haal het hier weg."
        )
    if uit.suffix != ".csv":
        return f"De uitvoer moet op .csv eindigen, en '{uit.name}' doet dat niet."
    if not uit.parent.is_dir():
        return f"De map voor de uitvoer is er niet: {uit.parent}."
    if uit.resolve() == invoer.resolve():
        return "De uitvoer zou over de invoer heen komen."
    return None


def voer_uit(
    invoer: Path,
    definitie: Path,
    uit: Path,
    vorige: Path | None,
    drempel: int,
    gebieden: Ligging = MappingProxyType({}),
) -> list[str]:
    """Protect and write; ``gebieden`` says which areas lie in which. What is wrong, as lines to
    print; nothing when it is done.
    """
    refused = weigering(invoer, uit)
    if refused:
        return [refused]
    domein, issues = lees_domein(definitie, invoer, gebieden)
    if domein is None:
        return [as_text(issues)]
    before = None
    if vorige is not None:
        before, issues = lees_vorige(vorige, domein.definitie)
        if before is None:
            return [as_text(issues)]
    try:
        regels = bescherm(domein, drempel, before)
    except NietTeBeschermenError as reason:
        return [str(reason)]
    published = als_csv(domein.definitie, regels)
    texts = {
        uit.name: published,
        f"{uit.stem}-rapport.md": rapport(domein.definitie, regels, drempel),
        "manifest.json": manifest(domein.definitie, published, drempel),
    }
    try:
        schrijf_samen(uit.parent, texts)
    except OSError as error:
        return [waarom(error)]
    return []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when it has written, 1 when something is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bescherm", description="Bescherm kleine aantallen."
    )
    parser.add_argument("invoer", type=Path, help="de ruwe aantallen (.xlsx of .csv)")
    parser.add_argument("--definitie", type=Path, required=True, help="definitie van het domein")
    parser.add_argument("--uit", type=Path, required=True, help="publicatie (.csv)")
    parser.add_argument("--vorige", type=Path, help="vorige publicatie van dit domein (.csv)")
    parser.add_argument("--drempel", type=int, default=DREMPEL, help="vanaf hier getoond")
    parser.add_argument("--data", type=Path, help="map van de regio waarvan de drempel geldt")
    options = parser.parse_args(arguments)
    if options.drempel < 2:
        parser.error("de drempel is ten minste 2")
    areas: Ligging = {}
    if options.data:
        loaded = load(options.data, vandaag())
        if loaded.regio is None:
            print(as_text(loaded.issues), NIETS, sep="\n", file=sys.stderr)
            return 1
        options.drempel = loaded.regio.instellingen.drempel
        areas = ligging(loaded.regio.cijfergebieden)
    problems = voer_uit(
        options.invoer, options.definitie, options.uit, options.vorige, options.drempel, areas
    )
    if problems:
        print(*problems, NIETS, sep="\n", file=sys.stderr)
        return 1
    print(f"Geschreven: {options.uit}, met een rapport en een manifest ernaast.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
