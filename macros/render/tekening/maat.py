"""Words broken into lines and measured in the face of the site, and the blocks these fill.

Not here: where a block stands (``plaatsing``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from macros.render.letter import breedte
from macros.render.tekening.basis import Knoop, Pijl, TekeningFout
from macros.taal.vertaler import Tekst

LETTER = 16
"""Size of the letters; ``tekening.css`` has to say the same."""

REGELHOOGTE = 21


@dataclass(frozen=True, slots=True)
class _Alinea:
    """Lines in one language; the first stands at ``y`` from the top of its block."""

    klasse: str
    taal: str
    regels: tuple[str, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Blok:
    """A box, or the words on an arrow."""

    klasse: str
    is_vak: bool
    pad: str | None
    alineas: tuple[_Alinea, ...]
    tekst_x: int
    breed: int
    hoog: int

    def hoek(self, x: float, y: float) -> str:
        """Where its corner is when ``x`` and ``y`` are its middle."""
        return punt(x - self.breed / 2, y - self.hoog / 2)


def vak(knoop: Knoop, taal: str, budget: int) -> Blok:
    """A box with its words; no line is longer than ``budget``, unless a word is."""
    side, top = 12, 10
    boven = _regels(str(knoop.boven), budget, vet=True)
    regels = _regels(str(knoop.tekst), budget)
    begin = top + _EERSTE
    alineas = [_Alinea("knoop__boven", _taal(knoop.boven, taal), boven, begin)] if boven else []
    begin += len(boven) * REGELHOOGTE
    alineas.append(_Alinea("knoop__tekst", _taal(knoop.tekst, taal), regels, begin))
    widest = max(_breedste(regels), _breedste(boven, vet=True))
    return Blok(
        f"knoop knoop--{knoop.soort}" if knoop.soort else "knoop",
        True,
        knoop.pad,
        tuple(alineas),
        side,
        widest + 2 * side,
        (len(boven) + len(regels)) * REGELHOOGTE + 2 * top,
    )


def opschrift(pijl: Pijl, taal: str, budget: int) -> Blok:
    """The words on an arrow."""
    side, top = 4, 2
    regels = _regels(str(pijl.tekst), budget)
    alinea = _Alinea("pijl__tekst", _taal(pijl.tekst, taal), regels, top + _EERSTE)
    breed = _breedste(regels) + 2 * side
    hoog = len(regels) * REGELHOOGTE + 2 * top
    return Blok("pijl", False, None, (alinea,), breed // 2, breed, hoog)


_EERSTE = 16
"""From the top of a line to the foot of its letters."""


def _taal(tekst: Tekst | str, taal: str) -> str:
    return tekst.taal if isinstance(tekst, Tekst) else taal


def _regels(tekst: str, budget: int, *, vet: bool = False) -> tuple[str, ...]:
    """As few lines as fit in ``budget``, or in the longest word; those as even as they can be."""
    woorden = re.findall(r"[^ \t\r\n]+", tekst)  # a space that may not break is no such space
    longest = _breedste(woorden, vet=vet)
    regels = _gevuld(woorden, max(budget, longest), vet=vet)
    while (widest := _breedste(regels, vet=vet)) > longest:
        even = _gevuld(woorden, widest - 1, vet=vet)
        if len(even) > len(regels):
            break
        regels = even
    return tuple(regels)


def _gevuld(woorden: list[str], budget: int, *, vet: bool) -> list[str]:
    """Each line as full as it can be."""
    regels: list[str] = []
    for woord in woorden:
        if regels and _breedste([f"{regels[-1]} {woord}"], vet=vet) <= budget:
            regels[-1] += f" {woord}"
        else:
            regels.append(woord)
    return regels


def _breedste(regels: Iterable[str], *, vet: bool = False) -> int:
    """Width of the longest one."""
    return math.ceil(max((_ems(regel, vet) for regel in regels), default=0) * LETTER)


@cache
def _ems(regel: str, vet: bool) -> float:
    """The same beginnings of lines are measured many times."""
    try:
        return breedte(regel, vet=vet)
    except OSError as error:
        raise TekeningFout(
            f"De letter van de site is er niet ({error}). Draai eerst: make build"
        ) from error


def punt(x: float, y: float) -> str:
    """A point with one decimal at most."""
    return " ".join(f"{round(one, 1) + 0:g}" for one in (x, y))
