"""``python3 -m scripts.publicatie``: what the workflow that publishes decides, and what it tells.

    python3 -m scripts.publicatie weg COMMIT [--data DIR]
    python3 -m scripts.publicatie uitleg --gegevens FILE --site FILE

The first says whether anything but data and prose changed since COMMIT, the last one for which all
tests passed: ``kort=true`` or ``kort=false``, as a job of GitHub hands it on. The second turns what
``make check FORMAT=github`` and ``make build`` printed into what an editor has to do, as Markdown.

Uses nothing but Python and git: it runs before anything is installed, and when that failed.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

_PROZA = re.compile(r"docs/(?!adr/|theme/)[a-z]+/.+\.md")
"""In any language. Not the page frame, the decisions, or a script beside a page."""


def alleen_inhoud(paden: Iterable[str], data: str = "data") -> bool:
    """Whether all of these files are data (in the folder ``data``) or prose; also of none."""
    return all(pad.startswith(f"{data.rstrip('/')}/") or _PROZA.fullmatch(pad) for pad in paden)


def gewijzigd(basis: str) -> list[str] | None:
    """The files that differ from commit ``basis``; None when it is not behind the present one."""
    if (
        not re.fullmatch(r"[0-9a-f]{40}", basis)
        or _git("merge-base", "--is-ancestor", basis, "HEAD") is None
    ):
        return None
    names = _git("diff", "--name-only", "--no-renames", "-z", basis, "HEAD")
    return None if names is None else names.split("\0")[:-1]


def _git(*arguments: str) -> str | None:
    done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


_MELDING = re.compile(r"::error file=([^,]*),line=(\d+),[^:]*::(.*)")


def uitleg(gegevens: str | None, site: str | None, adres: str, commit: str | None) -> str:
    """What is wrong and what to do. None: that step was not reached. ``adres`` is where we are.

    ``commit`` is the change that somebody just made; None for a run that nobody's change began.
    """
    fouten = [_melding(found, adres) for found in _MELDING.finditer(gegevens or "")]
    if fouten:
        wat = ["Deze regels kloppen niet:", "", *fouten, "", _HERSTEL]
    elif gegevens is not None and "De site staat in" not in (site or ""):
        laatste = (gegevens if site is None else site).strip().splitlines()[-30:]
        wat = ["De site kon niet worden gemaakt:", "", "~~~~text", *laatste, "~~~~", "", _PAGINA]
    else:
        return "\n".join([_KOP, "", _NIET_JIJ, ""])
    return "\n".join([_KOP, "", *wat, "", *([_terug(adres, commit), ""] if commit else ())])


_KOP = (
    "## De site is niet bijgewerkt\n\nDe vorige site blijft staan. Bezoekers merken er niets van."
)
_HERSTEL = (
    "Klik op een regel, dan op het potlood. Verbeter haar en kies **Commit changes**. "
    "De controle begint vanzelf opnieuw."
)
_PAGINA = (
    "Staat hierboven een bestand of een pagina die je net veranderde? Verbeter die en kies "
    "**Commit changes**. De controle begint vanzelf opnieuw. Begrijp je het niet, draai je "
    "wijziging dan terug en vraag wie de code onderhoudt om te kijken."
)
_NIET_JIJ = (
    "Het ligt niet aan je wijziging: GitHub kon niet alles klaarzetten. Kies rechtsboven "
    "**Re-run jobs > Re-run failed jobs**. Gaat het weer mis, vraag dan wie de code onderhoudt om "
    "te kijken."
)


def _melding(found: re.Match[str], adres: str) -> str:
    path, line, text = (_gewoon(part) for part in found.groups())
    text = re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)  # Markdown then leaves it as it is
    return f"- [{path}, regel {line}]({adres}/blob/main/{quote(path)}#L{line}): {text}"


def _gewoon(text: str) -> str:
    """A part of a workflow command as it was."""
    for code, sign in (("%0D", " "), ("%0A", " "), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def _terug(adres: str, commit: str) -> str:
    return (
        "### Liever terug naar hoe het was?\n\n"
        f"1. Open [je wijziging]({adres}/commit/{commit}). Links staat hoe het was.\n"
        "2. Zet die tekst terug in het bestand en kies **Commit changes**.\n\n"
        f"Werk je op je eigen computer: `git revert --no-edit {commit[:10]}` en dan `git push`."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; what it decides is in what it prints."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts.publicatie")
    commands = parser.add_subparsers(dest="opdracht", required=True)
    weg = commands.add_parser("weg", help="kan dit meteen gepubliceerd worden?")
    weg.add_argument("commit", help="de laatste commit waarvoor alles slaagde; leeg is onbekend")
    weg.add_argument("--data", default="data", help="map met de gegevens")
    vertel = commands.add_parser("uitleg", help="wat te doen nu het niet lukte")
    vertel.add_argument("--gegevens", type=Path, required=True, help="wat make check zei")
    vertel.add_argument("--site", type=Path, required=True, help="wat make build zei")
    options = parser.parse_args(arguments)
    if options.opdracht == "weg":
        changed = gewijzigd(options.commit)
        print(f"kort={str(changed is not None and alleen_inhoud(changed, options.data)).lower()}")
        return 0
    adres = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}"
    commit = os.environ["GITHUB_SHA"] if os.environ["GITHUB_EVENT_NAME"] == "push" else None
    print(uitleg(_tekst(options.gegevens), _tekst(options.site), adres, commit))
    return 0


def _tekst(file: Path) -> str | None:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
