"""``python -m scripts.importeer_cbs``: what is new at the CBS, on request into the data.

    python -m scripts.importeer_cbs [TABEL ...] [--data DIR] [--proef | --schrijf]
                                    [--format text|markdown] [--opname MAP]

Asks StatLine for every table in ``monitor/statline`` (or those named), prints the differences to
review and writes nothing without ``--schrijf``. Exits 1, and writes nothing at all, when a table
cannot be fetched, is not what the file says, or holds what may not come on the site. ``--opname``
keeps the answers in a folder, as material for tests.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.invoer.statline.client import Client, GeenVerbinding
from macros.invoer.statline.inlezen import lees_in
from macros.invoer.statline.melden import als_markdown, als_tekst, totaal
from macros.invoer.statline.odata import Haal, Statlinetabel
from macros.invoer.statline.opname import opgenomen
from macros.invoer.statline.overnemen import overname, schrijf
from macros.issue import Level, as_text, nearest
from macros.klok import vandaag
from macros.load import load
from macros.model.basis.record import actief
from macros.model.geheel import Regio, soort_van
from macros.model.monitor.statline import Statline

NIETS = "Er is niets geschreven."
FORMATS = {"text": als_tekst, "markdown": als_markdown}
_KOPPELING = soort_van(Statline)


def importeer(
    data: Path,
    tabellen: Sequence[str],
    haal: Haal,
    dienst: str,
    *,
    schrijven: bool,
    vorm: str = "text",
) -> int:
    """Import the tables named (all when none is); the exit code."""
    loaded = load(data, vandaag())
    if loaded.regio is None or not loaded.ok:
        print(as_text([issue for issue in loaded.issues if issue.level is Level.FOUT]))
        print(f"Herstel eerst de gegevens in {data}. {NIETS}", file=sys.stderr)
        return 1
    links = _gekozen(loaded.regio, tabellen)
    if isinstance(links, str):
        print(f"{links} {NIETS}", file=sys.stderr)
        return 1
    read = []
    for link in links:
        document = loaded.documents[_KOPPELING.bestand(link.id)]
        try:
            table = Statlinetabel(haal, dienst, link.tabel)
            read.append(lees_in(link, document, loaded.regio, table))
        except GeenVerbinding as problem:
            print(f"{problem} {NIETS}", file=sys.stderr)
            return 1
    found = overname(loaded, loaded.regio, read, loaded.vandaag)
    if found.issues:
        # And not the news: a figure in it may be one that must not be in a public log.
        print(as_text(found.issues), file=sys.stderr)
        print(NIETS, file=sys.stderr)
        return 1
    print(FORMATS[vorm](found.nieuws, loaded.regio), end="")
    print(totaal(found.nieuws), file=sys.stderr)
    if not schrijven or not found.teksten:
        print(NIETS, file=sys.stderr)
        return 0
    schrijf(data, found.teksten)
    print(f"Geschreven: {', '.join(found.teksten)}.", file=sys.stderr)
    return 0


def _gekozen(regio: Regio, tabellen: Sequence[str]) -> list[Statline] | str:
    """The files to work through; a sentence when one that was named does not exist."""
    active = {one.id: one for one in actief(regio.statline)}
    if not active:
        return (
            f"Er is geen enkele tabel gekoppeld: {_KOPPELING.pad} heeft geen bestand dat meedoet."
        )
    found = []
    for name in tabellen or active:
        known = [one for key, one in active.items() if name.lower() in (key, one.tabel.lower())]
        if not known:
            tip = nearest(name.lower(), active)
            return f"De tabel '{name}' is niet gekoppeld. {tip}".rstrip()
        found += known
    return list(dict.fromkeys(found))


def main(arguments: Sequence[str] | None = None, client: Client | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.importeer_cbs",
        description="Vergelijk de cijfers van de monitor met StatLine van het CBS.",
    )
    parser.add_argument("tabel", nargs="*", help="welke tabellen, zoals 85984NED (anders alle)")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--proef", action="store_true", help="laat alleen zien wat er nieuw is (de standaard)"
    )
    how.add_argument("--schrijf", action="store_true", help="neem het nieuws over in de gegevens")
    parser.add_argument("--format", choices=FORMATS, default="text", help="vorm van het verslag")
    parser.add_argument("--opname", type=Path, help="bewaar de antwoorden van het CBS in deze map")
    options = parser.parse_args(arguments)
    service = client or Client()
    haal = opgenomen(service.haal, options.opname) if options.opname else service.haal
    return importeer(
        options.data,
        options.tabel,
        haal,
        service.dienst,
        schrijven=options.schrijf,
        vorm=options.format,
    )


if __name__ == "__main__":
    sys.exit(main())
