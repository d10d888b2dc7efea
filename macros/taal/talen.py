"""What is true of a language wherever it is used: its own name, its direction, what it needs here.

Any language that Babel knows will do; one more takes two catalogues, settings of MkDocs and prose,
and no code. Not here: which codes are languages (``model``), reading a catalogue (``catalogus``).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

BRONTAAL = "nl"
MAP = "vertaling"
BRITS = {"en": "en_GB"}
"""``A, B and C``: the English of the site is British."""


def locale(taal: str) -> str:
    """How Babel writes the code: ``pt_BR`` for ``pt-BR``."""
    return taal.replace("-", "_")


def naam_in(taal: str, lezer: str) -> str:
    """What a language is called in the language ``lezer``: ``Engels``, ``English``."""
    return str(Locale.parse(locale(taal)).get_display_name(locale(lezer)))


@cache
def eigen_naam(taal: str) -> str:
    """What the language calls itself: ``Nederlands``, ``English``."""
    return str(Locale.parse(locale(taal)).get_display_name())


@cache
def nederlandse_naam(taal: str) -> str:
    """What it is called in Dutch: ``Engels``."""
    return str(Locale.parse(locale(taal)).get_display_name(BRONTAAL))


@cache
def richting(taal: str) -> str:
    """``ltr``, or ``rtl`` for what is written from right to left."""
    return str(Locale.parse(locale(taal)).text_direction)


@cache
def met_land(taal: str) -> str:
    """The language with the country where most speak it: ``nl_NL``; British for English."""
    likely = str(get_global("likely_subtags").get(locale(taal), locale(taal)))
    parts = BRITS.get(taal, likely).split("_")
    return "_".join((parts[0], parts[-1])) if len(parts) > 1 else parts[0]


def mkdocs_yml(taal: str) -> str:
    """The settings of MkDocs for a language."""
    return "mkdocs.yml" if taal == BRONTAAL else f"mkdocs.{taal}.yml"


def ontbreekt(wortel: Path, taal: str) -> list[str]:
    """What a site in this language needs and is not below ``wortel``, the root of the project."""
    needed = [mkdocs_yml(taal), f"docs/{taal}"]
    if taal != BRONTAAL:
        needed.insert(0, f"macros/{MAP}/{taal}.po")
    return [path for path in needed if not (wortel / path).exists()]


def beschikbaar(wortel: Path) -> list[str]:
    """The languages that have everything."""
    codes = {BRONTAAL, *(file.stem for file in (wortel / "macros" / MAP).glob("*.po"))}
    return sorted(taal for taal in codes if not ontbreekt(wortel, taal))
