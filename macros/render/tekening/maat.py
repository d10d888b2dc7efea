"""Boxes and arrows as SVG: a route, a structure. Graphviz finds the places, our template draws.

Graphviz runs in Node, one process to each Python process, and is told sizes only: lines are broken
here, and measured in the face of the site. Every length is in px of the page; to Graphviz a px is a
point.

Not here: what there is to draw, and the same facts as a list, which belongs beside every drawing.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.render.letter import breedte
from macros.render.weergave import Pagina
from macros.taal.vertaler import Tekst

PROGRAMMA = Path(__file__).with_name("graphviz.mjs")
"""Node finds its packages from this file upwards, so the current folder does not matter."""

TIMEOUT = 60
"""Seconds to start and answer; thirty boxes take far less than one."""

LETTER = 16
"""Size of the letters; ``tekening.css`` has to say the same."""

REGELHOOGTE = 21
TELEFOON = 329
"""No wider than this, a drawing is whole on a screen of 320 px, with letters of 14 px or more."""

REGELS = (264, 136, 120)
"""The longest line: where one box fits a phone, and, tried in turn, where two stand abreast."""

RAND = 4
"""Room around the drawing, for lines and the focus ring."""


class TekeningFout(Exception):
    """There is no drawing. The message is for the person who builds the site."""


@dataclass(frozen=True, slots=True)
class Knoop:
    """A box. ``boven`` is a line above its text, such as who does it.

    ``soort`` becomes the class ``knoop--<soort>``; ``pad``, a path in the site, makes it a link.
    """

    id: str
    tekst: Tekst | str
    soort: str = ""
    pad: str | None = None
    boven: Tekst | str = ""


@dataclass(frozen=True, slots=True)
class Pijl:
    """An arrow from box to box, by their ids; ``tekst`` stands half-way, on the arrow."""

    van: str
    naar: str
    tekst: Tekst | str = ""


@dataclass(frozen=True, slots=True)
class Tekening:
    """At least one box. Raises ValueError for an id that is there twice, or only in an arrow."""

    knopen: tuple[Knoop, ...]
    pijlen: tuple[Pijl, ...]

    def __post_init__(self) -> None:
        ids = [knoop.id for knoop in self.knopen]
        ends = {end for pijl in self.pijlen for end in (pijl.van, pijl.naar)}
        if not ids or len(set(ids)) < len(ids) or not ends <= set(ids):
            raise ValueError(f"geen tekening: vakken {ids}, pijlen tussen {sorted(ends)}")


def teken(p: Pagina, tekening: Tekening, naam: str, id: str) -> Markup:
    """A ``<figure>`` with this ``id``; ``naam`` is what it is called for who cannot see it.

    Lines get shorter where a phone asks for it; a drawing that is too wide all the same can be
    moved sideways. Links come in the order of reading, from top to bottom. Raises TekeningFout.
    """
    taal = p.blik.v.taal
    for budget in REGELS:
        plaat = _plaat(tekening, taal, budget)
        if not plaat.rolt:
            break
    return p.toon(
        "tekening.html", plaat=plaat, regelhoogte=REGELHOOGTE, taal=taal, naam=naam, id=id
    )


@dataclass(frozen=True, slots=True)
class _Plaat:
    """``blokken`` from top to bottom and left to right, each with the place of its corner."""

    breed: int
    hoog: int
    lijnen: tuple[_Lijn, ...]
    blokken: tuple[tuple[str, _Blok], ...]

    @property
    def venster(self) -> str:
        return f"{-RAND} {-RAND} {self.breed} {self.hoog}"

    @property
    def rolt(self) -> bool:
        return self.breed > TELEFOON

    @property
    def heeft_links(self) -> bool:
        return any(blok.pad is not None for _, blok in self.blokken)


def _plaat(tekening: Tekening, taal: str, budget: int) -> _Plaat:
    blokken = [_vak(knoop, taal, budget) for knoop in tekening.knopen]
    blokken += [_woorden(pijl, taal, budget) for pijl in tekening.pijlen if str(pijl.tekst)]
    found = _plaatsing(_dot(tekening, blokken))
    placed = sorted(zip(found.middens, blokken, strict=True), key=lambda one: one[0][::-1])
    return _Plaat(
        found.breed + 2 * RAND,
        found.hoog + 2 * RAND,
        found.lijnen,
        tuple((blok.hoek(*midden), blok) for midden, blok in placed),
    )


@dataclass(frozen=True, slots=True)
class _Alinea:
    """Lines in one language; the first stands at ``y`` from the top of its block."""

    klasse: str
    taal: str
    regels: tuple[str, ...]
    y: int


@dataclass(frozen=True, slots=True)
class _Blok:
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
        return _punt(x - self.breed / 2, y - self.hoog / 2)


def _vak(knoop: Knoop, taal: str, budget: int) -> _Blok:
    side, top = 12, 10
    boven = _regels(str(knoop.boven), budget, vet=True)
    regels = _regels(str(knoop.tekst), budget)
    begin = top + _EERSTE
    alineas = [_Alinea("knoop__boven", _taal(knoop.boven, taal), boven, begin)] if boven else []
    begin += len(boven) * REGELHOOGTE
    alineas.append(_Alinea("knoop__tekst", _taal(knoop.tekst, taal), regels, begin))
    widest = max(_breedste(regels), _breedste(boven, vet=True))
    return _Blok(
        f"knoop knoop--{knoop.soort}" if knoop.soort else "knoop",
        True,
        knoop.pad,
        tuple(alineas),
        side,
        widest + 2 * side,
        (len(boven) + len(regels)) * REGELHOOGTE + 2 * top,
    )


def _woorden(pijl: Pijl, taal: str, budget: int) -> _Blok:
    side, top = 4, 2
    regels = _regels(str(pijl.tekst), budget)
    alinea = _Alinea("pijl__tekst", _taal(pijl.tekst, taal), regels, top + _EERSTE)
    breed = _breedste(regels) + 2 * side
    hoog = len(regels) * REGELHOOGTE + 2 * top
    return _Blok("pijl", False, None, (alinea,), breed // 2, breed, hoog)


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


@dataclass(frozen=True, slots=True)
class _Lijn:
    """The ``pad`` of a line, and the ``punt`` of its arrow, which may be empty."""

    pad: str
    punt: str


@dataclass(frozen=True, slots=True)
class _Plaatsing:
    """What Graphviz found: the middle of each block, in their order, and the lines."""

    breed: int
    hoog: int
    middens: tuple[tuple[float, float], ...]
    lijnen: tuple[_Lijn, ...]


def _dot(tekening: Tekening, blokken: list[_Blok]) -> str:
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
def _plaatsing(dot: str) -> _Plaatsing:
    """Graphviz is asked once for each drawing. It does not matter which line is of which arrow."""
    found = _graphviz(dot)
    _, hoog, breed, _ = map(float, found["bb"].split(","))
    middens = {int(node["name"]): _xy(node["pos"]) for node in found["objects"]}
    return _Plaatsing(
        math.ceil(breed),
        math.ceil(hoog),
        tuple(middens[i] for i in sorted(middens)),
        tuple(_lijn(edge["pos"]) for edge in found.get("edges", ())),
    )


def _lijn(pos: str) -> _Lijn:
    """From ``x,y`` and control points of a curve, after ``e,x,y``: the tip, if there is one."""
    start, *curve = (_xy(one) for one in pos.split() if not one.startswith("e,"))
    pad = f"M{_punt(*start)}C{' '.join(_punt(*one) for one in curve)}"
    if not pos.startswith("e,"):
        return _Lijn(pad, "")
    tip, base = _xy(pos.split()[0].removeprefix("e,")), curve[-1]
    half = 4.5 / math.dist(tip, base)
    dx, dy = half * (tip[1] - base[1]), half * (base[0] - tip[0])
    corners = (tip, (base[0] + dx, base[1] + dy), (base[0] - dx, base[1] - dy))
    return _Lijn(pad, " ".join(_punt(*one) for one in corners))


def _xy(text: str) -> tuple[float, float]:
    x, y = text.split(",")
    return float(x), float(y)


def _punt(x: float, y: float) -> str:
    """A point with one decimal at most."""
    return " ".join(f"{round(one, 1) + 0:g}" for one in (x, y))


_processen: dict[int, subprocess.Popen[str]] = {}
"""Node, by the Python process that started it: a fork inherits the pipe, but may not use it."""


def _graphviz(dot: str) -> dict[str, Any]:
    process = _processen.get(os.getpid()) or _start()
    assert process.stdin is not None
    assert process.stdout is not None
    alarm = threading.Timer(TIMEOUT, _kill, [process])
    alarm.start()
    try:
        process.stdin.write(f"{json.dumps(dot)}\n")
        process.stdin.flush()
        found: dict[str, Any] = json.loads(process.stdout.readline())
    except (OSError, ValueError) as error:
        sluit()
        raise TekeningFout(
            f"Graphviz gaf binnen {TIMEOUT} seconden geen bruikbaar antwoord. Wat Node daarover "
            "zei, staat hierboven. Ontbreekt er een pakket, draai dan eerst: make build"
        ) from error
    finally:
        alarm.cancel()
        alarm.join()
    return found


def _start() -> subprocess.Popen[str]:
    """Node from the virtual environment, if that carries one, or else the computer's own."""
    folders = (str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))
    node = shutil.which("node", path=os.pathsep.join(folders))
    if node is None:
        raise TekeningFout("Node.js, dat de tekeningen maakt, is er niet. Draai eerst: make build")
    try:
        process = subprocess.Popen(
            [node, str(PROGRAMMA)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
    except OSError as error:
        raise TekeningFout(f"Node.js kon niet starten: {error}") from error
    _processen[os.getpid()] = process
    return process


@atexit.register
def sluit() -> None:
    """End the Node of this Python process, if it has one; the next drawing starts another."""
    process = _processen.pop(os.getpid(), None)
    if process is not None:
        _kill(process)
        with suppress(OSError), process:
            pass  # closes the pipes and waits


def _kill(process: subprocess.Popen[str]) -> None:
    """With what it started itself: the Node of a virtual environment is a child of a script."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
