"""``python -m scripts.neem_over``: a workbook or CSV of many records, or figures, into the data.

    python -m scripts.neem_over FILE [--data DIR] [--soort SOORT] [--antwoord X=Y]... [--proef]

Prints what changes as a diff and writes it; with ``--proef`` it only prints. Exits 1, and writes
nothing, when one cell cannot be read, when a check has something against the result, or when there
is something to ask about figures (``--antwoord bron=cbs``).
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from macros.invoer.inzending.melden import plaats
from macros.invoer.inzending.schrijven import verschil
from macros.issue import Issue, Level, as_text
from macros.klok import vandaag
from macros.source.samen import schrijf_samen, waarom
from macros.source.werkmap import MAX_BYTES
from macros.werkbank.bladen import Celmelding, Overname
from macros.werkbank.bladen import neem_over as neem_over_in
from macros.werkbank.tabel import cijfervragen
from macros.werkbank.werkbank import Afgewezen, Werkbank

NIETS = "Er is niets geschreven."


def neem_over(
    bestand: Path, data: Path, soort: str, antwoorden: Mapping[str, str], *, proef: bool
) -> int:
    """Take over one file; the exit code."""
    try:
        with bestand.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        print(f"{bestand}: Dit bestand kan niet worden gelezen. {NIETS}", file=sys.stderr)
        return 1
    if not data.is_dir():
        print(f"{data}: Deze map is er niet. {NIETS}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "data"
        shutil.copytree(data, copy)
        bank = Werkbank(copy, vandaag())
        if not bank.mag_weg:
            print(as_text(_fouten(bank, data)))
            print(f"Herstel eerst de gegevens in {data}. {NIETS}", file=sys.stderr)
            return 1
        try:
            found = neem_over_in(bank, bestand.name, raw, soort, antwoorden)
        except Afgewezen as error:
            print(f"{error} {NIETS}", file=sys.stderr)
            return 1
        return _schrijf(bank, found, data, proef=proef)


def _schrijf(bank: Werkbank, found: Overname, data: Path, *, proef: bool) -> int:
    for line in (*map(_regel, found.meldingen), *found.opgeschoond):
        print(line, file=sys.stderr)
    for what in found.niet_gelezen:
        print(f"Niet gelezen: {what}.", file=sys.stderr)
    if found.vragen:
        for field in cijfervragen(found.vragen):
            name, said = field["naam"], field["uitleg"]
            options = ", ".join(one["waarde"] for one in field.get("keuzes", ()))
            more = f" ({options})" if options else ""
            print(f"Nodig: ANTWOORDEN='{name}=...'. {said}{more}", file=sys.stderr)
    told = {(one.pad, one.issue.code, one.loc) for one in found.meldingen}
    elsewhere = [
        replace(one.issue, path=f"{data.as_posix()}/{one.pad}")
        for one in bank.meldingen()
        if one.issue.level is Level.FOUT and (one.pad, one.issue.code, one.loc) not in told
    ]
    if found.ok and elsewhere:
        print(as_text(elsewhere), file=sys.stderr)
    if not found.ok or elsewhere:
        number = sum(one.issue.level is Level.FOUT for one in found.meldingen) + len(elsewhere)
        said = f"{number} {'fout' if number == 1 else 'fouten'}. " if number else ""
        print(f"{said}{NIETS}", file=sys.stderr)
        return 1
    texts = {pad: text for pad, text in bank.gewijzigd().items() if text is not None}
    new = [pad for pad in texts if bank.was(pad) is None]
    print(verschil(data, texts, new), end="")
    count = f"{len(texts)} {'bestand' if len(texts) == 1 else 'bestanden'}"
    if proef or not texts:
        said = f"Proef met {count}." if texts else "Geen wijzigingen."
        print(f"{said} {NIETS}", file=sys.stderr)
        return 0
    try:
        schrijf_samen(data, texts, new)
    except OSError as error:
        print(f"{waarom(error)} {NIETS}", file=sys.stderr)
        return 1
    print(f"Geschreven: {count} in {data}.", file=sys.stderr)
    return 0


def _fouten(bank: Werkbank, data: Path) -> Iterator[Issue]:
    """What is wrong with the data themselves, by the path that the editor knows."""
    for one in bank.meldingen():
        if one.issue.level is Level.FOUT:
            yield replace(one.issue, path=f"{data.as_posix()}/{one.pad}")


def _regel(one: Celmelding) -> str:
    issue = one.issue
    level = f"{issue.level}: " if issue.level is Level.LET_OP else ""
    where = plaats(issue, {issue.column: one.kop})
    return f"{where}: {level}{issue.message} {issue.tip}".rstrip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.neem_over", description="Neem een werkmap of CSV over."
    )
    parser.add_argument("bestand", type=Path, help="de werkmap (.xlsx) of het CSV-bestand")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--soort", default="", help="van welke soort het is, als dat niet blijkt")
    parser.add_argument(
        "--antwoord", action="append", default=[], help="bij cijfers: veld=waarde, zoals bron=plan"
    )
    parser.add_argument("--proef", action="store_true", help="laat alleen zien wat er zou gebeuren")
    options = parser.parse_args(arguments)
    answers = dict(one.partition("=")[::2] for one in options.antwoord)
    return neem_over(options.bestand, options.data, options.soort, answers, proef=options.proef)


if __name__ == "__main__":
    sys.exit(main())
