"""The site's own text face: its files, and how wide its letters are.

A drawing needs widths before any browser is there, so they are read from the files themselves. The
pairs that the face sets closer together (kerning) are left out: a line is never wider for it than a
pixel or so.

Not here: how the face is used (``docs/theme/assets/css/letter.css``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

PAKKET = "@fontsource/atkinson-hyperlegible-next"
GEWICHTEN = (400, 700)
"""Plain and bold; a weight between them is shown as the nearest of both."""

_PAKKETTEN = Path(__file__).parents[2] / "node_modules"


def letterbestand(gewicht: int, soort: str = "woff2") -> str:
    """A file of the package; ``woff`` has the letters of ``woff2`` and opens without Brotli."""
    return f"files/{PAKKET.split('/')[1]}-latin-{gewicht}-normal.{soort}"


def letterinhoud(gewicht: int) -> bytes:
    """A file of the face. Raises OSError when the package is not there."""
    return (_PAKKETTEN / PAKKET / letterbestand(gewicht)).read_bytes()


def breedte(tekst: str, *, vet: bool = False) -> float:
    """Width of a line as a part of its size; a letter that the face lacks counts as a whole one."""
    widths = letterbreedten(max(GEWICHTEN) if vet else min(GEWICHTEN))
    return sum(widths.get(letter, 1.0) for letter in tekst)


def regels(tekst: str, plaats: float, *, vet: bool = False) -> list[str]:
    """Lines of at most so many times the size; a word that is longer by itself is broken."""
    lines: list[str] = []
    room, space = 0.0, breedte(" ", vet=vet)
    for word in re.findall(r"\S+", tekst):
        wide = breedte(word, vet=vet)
        if lines and wide + space <= room:
            lines[-1] += f" {word}"
            room -= wide + space
            continue
        while wide > plaats and len(word) > 1:
            fits = (n for n in range(len(word) - 1, 0, -1) if breedte(word[:n], vet=vet) <= plaats)
            at = next(fits, 1)
            lines, word = [*lines, word[:at]], word[at:]
            wide = breedte(word, vet=vet)
        lines.append(word)
        room = plaats - wide
    return lines


overgenomen: dict[int, Mapping[str, float]] = {}
"""What ``letterbreedten`` gives; the workbench hands it over, for it has no files of the face."""


@cache
def letterbreedten(gewicht: int) -> Mapping[str, float]:
    """Each letter of the face with its width. Raises OSError when the package is not there."""
    if gewicht in overgenomen:
        return overgenomen[gewicht]
    with _lettertype(gewicht) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): widths[name][0] / em for code, name in font.getBestCmap().items()}


@cache
def lettertype(vet: bool) -> Any:
    """The face itself, for its outlines. Raises OSError when the package is not there."""
    return _lettertype(max(GEWICHTEN) if vet else min(GEWICHTEN))


def _lettertype(gewicht: int) -> Any:
    try:
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # only for a drawing
    except ImportError as error:
        raise OSError(str(error)) from error
    return TTFont(_PAKKETTEN / PAKKET / letterbestand(gewicht, "woff"), lazy=True)
