"""Blocks and arrows as Graphviz is told of them, sizes only, and the places it finds.

Not here: the process it runs in (``graphviz``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.render.tekening.basis import Tekening
from macros.render.tekening.graphviz import ask
from macros.render.tekening.maat import Blok, punt


@dataclass(frozen=True, slots=True)
class Lijn:
    """The ``pad`` of a line, and the ``punt`` of its arrow, which may be empty."""

    pad: str
    punt: str


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """What Graphviz found: the middle of each block, in their order, and the lines."""

    breed: int
    hoog: int
    middens: tuple[tuple[float, float], ...]
    lijnen: tuple[Lijn, ...]


def plaats(tekening: Tekening, blokken: list[Blok]) -> Plaatsing:
    """``blokken``: first the boxes of ``tekening``, then the words on its arrows."""
    return _gevonden(_dot(tekening, blokken))


def _dot(tekening: Tekening, blokken: list[Blok]) -> str:
    """Boxes by number, then the words on arrows: these are nodes too, so that a line has room for
    them. Every arrow then spans two ranks, and boxes that are as far along stand as low.
    """
    inch = 72
    nodes = (
        f"{i}[width={blok.breed / inch:.4f} height={blok.hoog / inch:.4f}]"
        for i, blok in enumerate(blokken)
    )
    has_words = len(blokken) > len(tekening.knopen)
    gap = 19 if has_words else 34
    return "\n".join(
        (
            f"digraph{{nodesep={14 / inch:.4f} ranksep={gap / inch:.4f}",
            'node[shape=box fixedsize=true label=""]edge[arrowsize=.9]',
            *nodes,
            *_bogen(tekening, 2 if has_words else 1),
            "}",
        )
    )


def _bogen(tekening: Tekening, ranks: int) -> Iterator[str]:
    nummer = {knoop.id: i for i, knoop in enumerate(tekening.knopen)}
    words = len(nummer)
    for pijl in tekening.pijlen:
        van, naar = nummer[pijl.van], nummer[pijl.naar]
        if str(pijl.tekst):
            yield f"{van}->{words}[dir=none];{words}->{naar}"
            words += 1
        else:
            yield f"{van}->{naar}[minlen={ranks}]"


@cache
def _gevonden(dot: str) -> Plaatsing:
    """Graphviz is asked once for each drawing. It does not matter which line is of which arrow."""
    found = ask(dot)
    _, hoog, breed, _ = map(float, found["bb"].split(","))
    middens = {int(node["name"]): _xy(node["pos"]) for node in found["objects"]}
    return Plaatsing(
        math.ceil(breed),
        math.ceil(hoog),
        tuple(middens[i] for i in sorted(middens)),
        tuple(_lijn(edge["pos"]) for edge in found.get("edges", ())),
    )


def _lijn(pos: str) -> Lijn:
    """From ``x,y`` and control points of a curve, after ``e,x,y``: the tip, if there is one."""
    start, *curve = (_xy(one) for one in pos.split() if not one.startswith("e,"))
    pad = f"M{punt(*start)}C{' '.join(punt(*one) for one in curve)}"
    if not pos.startswith("e,"):
        return Lijn(pad, "")
    tip, base = _xy(pos.split()[0].removeprefix("e,")), curve[-1]
    half = 4.5 / math.dist(tip, base)
    dx, dy = half * (tip[1] - base[1]), half * (base[0] - tip[0])
    corners = (tip, (base[0] + dx, base[1] + dy), (base[0] - dx, base[1] - dy))
    return Lijn(pad, " ".join(punt(*one) for one in corners))


def _xy(text: str) -> tuple[float, float]:
    x, y = text.split(",")
    return float(x), float(y)
