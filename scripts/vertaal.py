"""``python -m scripts.vertaal``: bring the catalogues up to date with every text there is.

    python -m scripts.vertaal [--data DIR]
    python -m scripts.vertaal --vertaald docs/en/over.md ...

The first form brings the texts of the code to ``macros/vertaling/<taal>.po`` and those of the data
to ``vertaling/<taal>.po`` of the region: new ones are added (empty), changed ones marked (fuzzy),
and what is no longer used is dropped. Where no text changed, it changes nothing. The second marks
pages of prose as made from the Dutch of today.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from macros.invoer.inzending.formulier import form_texts
from macros.issue import as_text
from macros.klok import vandaag
from macros.load import load
from macros.opendata.contract import keuzeteksten
from macros.source.samen import gemeld
from macros.source.writer import replace_file
from macros.taal.catalogus import (
    Bericht,
    data_texts,
    field_texts,
    interface_texts,
    model_texts,
    pad,
    read,
    update,
)
from macros.taal.proza import stempel
from macros.taal.talen import BRONTAAL, MAP

HUIS = Path("macros")
CODE = (HUIS, Path("docs/theme"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 when the data or a catalogue cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.vertaal", description="Werk vertalingen bij."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--vertaald", type=Path, nargs="+", help="pagina's die nu bijgewerkt zijn")
    options = parser.parse_args(arguments)
    if options.vertaald:
        return mark(options.vertaald)
    loaded = load(options.data, vandaag())
    if loaded.regio is None:
        print(as_text(loaded.issues), file=sys.stderr)
        return 1
    talen = {*loaded.regio.instellingen.talen} - {BRONTAAL}
    texts = list(code_texts())
    for taal in sorted({file.stem for file in (HUIS / MAP).glob("*.po")} | talen):
        if not write(HUIS, taal, texts):
            return 1
    texts = list(data_texts(loaded.regio))
    for taal in sorted(talen):
        interface, _ = read(HUIS, taal)
        if not write(options.data, taal, texts, interface.vertaald if interface else {}):
            return 1
    return 0


def code_texts() -> Iterator[Bericht]:
    """Every text of the interface."""
    yield from interface_texts(*CODE)
    yield from field_texts()
    yield from model_texts()
    yield from form_texts()
    yield from (Bericht(one, "macros/opendata") for one in keuzeteksten())


def write(folder: Path, taal: str, texts: Iterable[Bericht], elders: Container[str] = ()) -> bool:
    """Bring one catalogue up to date; False, having said why, when it cannot be read."""
    file = pad(folder, taal)
    catalogue, issues = update(folder, taal, texts, elders)
    if catalogue is None:
        print(as_text(issues), file=sys.stderr)
        return False
    if file.is_file() and file.read_text(encoding="utf-8") == catalogue:
        print(f"klopt al: {file}")
    else:
        with gemeld():
            file.parent.mkdir(exist_ok=True)
            replace_file(file, catalogue)
        print(f"bijgewerkt: {file}")
    return True


def mark(pages: Sequence[Path]) -> int:
    """Stamp each translated page with the fingerprint of its Dutch page."""
    for page in pages:
        if len(page.parts) < 3 or page.is_absolute() or not page.is_file():
            print(f"{page}: noem een vertaalde pagina, zoals docs/en/over.md.", file=sys.stderr)
            return 1
        docs, taal, *rest = page.parts
        dutch = Path(docs, BRONTAAL, *rest)
        if taal == BRONTAAL or not dutch.is_file():
            print(f"{page}: er is geen Nederlandse pagina {dutch}.", file=sys.stderr)
            return 1
        text = stempel(dutch.read_text(encoding="utf-8"), page.read_text(encoding="utf-8"))
        with gemeld():
            replace_file(page, text)
        print(f"bijgewerkt: {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
