"""``python -m scripts.nieuwe_agenda``: begin the next agenda from what is unfinished.

    python -m scripts.nieuwe_agenda --naam "Agenda 2026-2030" --van 2026 --tot 2030
        [--bron ID] [--data DIR] [--proef]

Says what goes along, what stays with the agenda of now and what changes besides, and writes it;
with ``--proef`` it only says so. Exits 1, and writes nothing, when there can be no next agenda or
when a check has something against it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.format import vaste_vorm
from macros.invoer.bezwaar import bezwaren
from macros.invoer.nieuwe_agenda import AgendaFout, Volgende, Vraag, nieuwe_agenda
from macros.issue import Level, as_text
from macros.klok import vandaag
from macros.load import load
from macros.source.samen import schrijf_samen, waarom
from macros.wijziging.verschil import soort_van_pad

NIETS = "Er is niets geschreven."


def begin(data: Path, vraag: Vraag, *, proef: bool) -> int:
    """Begin it in a folder of data; the exit code."""
    day = vandaag()
    loaded = load(data, day)
    if not loaded.ok or loaded.regio is None:
        print(as_text(one for one in loaded.issues if one.level is Level.FOUT))
        print(f"Herstel eerst de gegevens in {data}. {NIETS}", file=sys.stderr)
        return 1
    documents = loaded.documents
    try:
        found = nieuwe_agenda(loaded.regio, lambda pad: documents[pad].value, vraag, day)
    except AgendaFout as error:
        print(f"{error} {NIETS}", file=sys.stderr)
        return 1
    texts = teksten(found)
    for head, lines in found.delen():
        if lines:
            print("\n- ".join([f"{head}:", *lines]))
    if wrong := bezwaren(data, texts, day):
        print(as_text(wrong), file=sys.stderr)
        print(NIETS, file=sys.stderr)
        return 1
    files = f"{len(texts)} {'bestand' if len(texts) == 1 else 'bestanden'}"
    if proef:
        print(f"Proef met {files}. {NIETS}", file=sys.stderr)
        return 0
    try:
        schrijf_samen(data, texts, [pad for pad in texts if pad not in documents])
    except OSError as error:
        print(f"{waarom(error)} {NIETS}", file=sys.stderr)
        return 1
    print(f"Geschreven: {files} in {data}.", file=sys.stderr)
    print(f"Vul nu aan wat onbekend is, te beginnen bij {data / found.pad}.", file=sys.stderr)
    return 0


def teksten(found: Volgende) -> dict[str, str]:
    """The files in canonical form, by their path below the data folder."""
    made = {}
    for pad, value in found.bestanden.items():
        soort = soort_van_pad(pad)
        assert soort is not None
        made[pad] = vaste_vorm({**value}, soort)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.nieuwe_agenda", description="Begin de volgende agenda."
    )
    parser.add_argument("--naam", required=True, help="hoe de nieuwe agenda heet")
    parser.add_argument("--van", required=True, help="haar eerste jaar")
    parser.add_argument("--tot", required=True, help="haar laatste jaar")
    parser.add_argument("--bron", default="", help="id van de bron waarin zij staat")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--proef", action="store_true", help="laat alleen zien wat er zou gebeuren")
    options = parser.parse_args(arguments)
    asked = Vraag(options.naam.strip(), options.van, options.tot, options.bron.strip())
    return begin(options.data, asked, proef=options.proef)


if __name__ == "__main__":
    sys.exit(main())
