"""Questions put to the search of a built site, as it answers its readers.

Node runs the very script of the search page on the answers and the index of the site
(``zoekproef.mjs``). Not here: where the questions are written, or what is said of a miss.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros import node
from macros.kast import bewaard

PROGRAMMA = Path(__file__).with_name("zoekproef.mjs")
MOTOR = "assets/js/zoekmotor.js"
TIMEOUT = 120
"""Seconds; two hundred questions take two."""


class ZoekproefFout(Exception):
    """The questions could not be asked."""


def eerste(site: Path, vragen: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What comes first for each question of each language: a site path, or nothing.

    ``vragen`` has the questions by language. Asked once of what is the same. Raises ZoekproefFout.
    """
    talen = {
        taal: {"map": f"{taal}/" if (site / taal).is_dir() else "", "vragen": [*asked]}
        for taal, asked in vragen.items()
        if (site / "pagefind" / f"antwoorden.{taal}.json").is_file()
    }
    read = [
        site / MOTOR,
        *(site / "pagefind").glob("*.js*"),
        PROGRAMMA,
    ]  # with the hash of the index
    parts = [file.read_bytes() for file in sorted(read) if file.is_file()]
    asked_of = [json.dumps(talen).encode(), *parts]
    found: dict[str, list[str]] = json.loads(
        bewaard("zoekproef", asked_of, lambda: _vraag(site, talen))
    )
    return found


def _vraag(site: Path, talen: Mapping[str, object]) -> str:
    program = node.programma()
    if program is None:
        raise ZoekproefFout("Node.js is er niet. Draai eerst: make build")
    try:
        done = subprocess.run(
            [program, str(PROGRAMMA)],
            input=json.dumps({"site": str(site.resolve()), "talen": talen}),
            capture_output=True,
            encoding="utf-8",
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ZoekproefFout(f"Node.js kon niet draaien: {error}") from error
    if done.returncode != 0:
        raise ZoekproefFout(f"Node.js stopte met code {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout


def klopt(gevonden: str, goed: Sequence[str]) -> bool:
    """Whether what comes first is right: one of the addresses, or a place on such a page."""
    return gevonden in goed or gevonden.partition("#")[0] in goed
