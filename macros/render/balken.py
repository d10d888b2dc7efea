"""Bars: where each begins and how long it is, as SVG is told.

Across in percent of the drawing, so that it fits every screen; down in px. Not here: what the bars
count (``views``), or those of the monitor, which stand on an axis (``figuur``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

N = TypeVar("N", Decimal, float)

RIJ = 34
"""From one bar to the next: the words above it, the bar, and room."""

REGEL, BALK, DIKTE = 13, 18, 10
"""Within a row: the foot of the words, the top of the bar, and how thick that is."""


def procent(deel: N, geheel: N) -> str:
    """What ``deel`` is of ``geheel``."""
    return f"{100 * deel / geheel:.2f}%"


@dataclass(frozen=True, slots=True)
class Balk:
    """A bar with its words above it, in px from the top."""

    regel: int
    y: int
    dikte: int
    breed: str


@dataclass(frozen=True, slots=True)
class Stapel:
    """Bars below each other; the longest is as wide as the drawing."""

    hoog: int
    balken: tuple[Balk, ...]


def onder_elkaar(aantallen: Sequence[int]) -> Stapel:
    """A bar for each of these numbers, of which one at least is no zero."""
    most = max(aantallen, default=1)
    return Stapel(
        RIJ * len(aantallen),
        tuple(
            Balk(RIJ * n + REGEL, RIJ * n + BALK, DIKTE, procent(aantal, most))
            for n, aantal in enumerate(aantallen)
        ),
    )
