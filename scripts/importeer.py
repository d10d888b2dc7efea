"""``python -m scripts.importeer``: a filled-in spreadsheet into the data, or all that is wrong.

    python -m scripts.importeer FILE.xlsx [--data DIR] [--proef]

Prints what changes as a diff and writes it; with ``--proef`` it only prints. A row about an
arrangement that is there changes it. Exits 1, and writes nothing, when one row is not right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.invoer.inzending.inlezen import Ingelezen, lees_in
from macros.invoer.inzending.melden import gevolgen, meldingen, notities
from macros.invoer.inzending.schrijven import teksten, verschil
from macros.issue import Level, as_text
from macros.klok import vandaag
from macros.load import load, without_collector
from macros.source.samen import schrijf_samen, waarom
from macros.source.werkmap import MAX_BYTES

NIETS = "Er is niets geschreven."


def importeer(bestand: Path, data: Path, *, proef: bool) -> int:
    """Import one file; the exit code."""
    with without_collector():
        return _importeer(bestand, data, proef)


def _importeer(bestand: Path, data: Path, proef: bool) -> int:
    loaded = load(data, vandaag())
    if loaded.regio is None or not loaded.ok:
        print(as_text([issue for issue in loaded.issues if issue.level is Level.FOUT]))
        print(f"Herstel eerst de gegevens in {data}. {NIETS}", file=sys.stderr)
        return 1
    try:
        with bestand.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        print(f"{bestand}: Dit bestand kan niet worden gelezen. {NIETS}", file=sys.stderr)
        return 1
    found = lees_in(raw, bestand.name, loaded.regio, loaded.vandaag, loaded.documents)
    for line in (*meldingen(found), *notities(found)):
        print(line, file=sys.stderr)
    if not found.ok:
        print(
            f"{found.fouten} {'fout' if found.fouten == 1 else 'fouten'}. {NIETS}", file=sys.stderr
        )
        return 1
    for line in gevolgen(found):
        print(line, file=sys.stderr)
    texts = teksten(found)
    print(verschil(data, texts, found.nieuw), end="")
    if proef or not texts:
        print(f"{'Proef met ' if proef else ''}{_aantal(found)}. {NIETS}", file=sys.stderr)
        return 0
    try:
        schrijf_samen(data, texts, found.nieuw)
    except OSError as error:
        print(f"{waarom(error)} {NIETS}", file=sys.stderr)
        return 1
    print(f"Geschreven: {_aantal(found)} in {data}.", file=sys.stderr)
    return 0


def _aantal(found: Ingelezen) -> str:
    new, changed = len(found.nieuw), len(found.gewijzigd)
    parts = [f"{new} {'arrangement' if new == 1 else 'arrangementen'}"] if new else []
    parts += [f"{changed} bijgewerkt"] if changed else []
    return " en ".join(parts) or "Geen wijzigingen"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.importeer", description="Neem een ingevuld invulblad over."
    )
    parser.add_argument("bestand", type=Path, help="het ingevulde invulblad (.xlsx)")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--proef", action="store_true", help="laat alleen zien wat er zou gebeuren")
    options = parser.parse_args(arguments)
    return importeer(options.bestand, options.data, proef=options.proef)


if __name__ == "__main__":
    sys.exit(main())
