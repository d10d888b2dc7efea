"""A good region, the mistakes that people make in it, and what each of them may touch.

A mistake is a function that is handed chance, the region and a file, and gives what then stands in
which files. It has a Dutch name that says what it imitates. Not here: the mistakes themselves
(``fouten_*.py``), and whether what the check says of them is right (``oordeel``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path
from random import Random

from macros.load import Geheugen, Loaded, load
from macros.model.walk import Leaf
from tests.unit.mini import DAG


class Waar(Enum):
    """In which sort of file people make a mistake."""

    YAML = "een gegevensbestand"
    TABEL = "een tabel"
    PO = "een vertaalbestand"
    MAP = "namen en mappen"


class Verwacht(Enum):
    """What must come of a mistake, besides being said at its place."""

    VRIJ = "of alles wat er staat, is overgenomen"
    GELIJK = "of er is niets veranderd"
    GEZEGD = "niets anders"


@dataclass(frozen=True)
class Ingreep:
    """What stands in which files after a mistake; None: the file is gone.

    ``getypt`` is what must be in the model to the letter, when nothing is said. ``ook`` are files
    of which any line will do to tell of it. ``buren``: it is about how a line stands to those
    above and below, so either may be told.
    """

    bestanden: Mapping[str, bytes | None]
    getypt: tuple[str, ...] = ()
    ook: tuple[str, ...] = ()
    buren: bool = False


@dataclass(frozen=True)
class Plek:
    """A value in a file: the line, what stands before it there, itself as it is written."""

    pad: str
    regel: int
    voor: str
    rauw: str
    leaf: Leaf


class Werk:
    """A copy of a region in ``map``, as it was and with a mistake in it."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.geheugen = Geheugen()
        self.inhoud = {
            file.relative_to(map_).as_posix(): file.read_bytes()
            for file in sorted(map_.rglob("*"))
            if file.is_file()
        }
        self.goed = self.lees()
        assert self.goed.ok, "the region to make mistakes in has none of its own"

    def lees(self) -> Loaded:
        return load(self.map, DAG, self.geheugen)

    def tekst(self, pad: str) -> str:
        return self.inhoud[pad].decode("utf-8")

    def paden(self, waar: Waar) -> list[str]:
        """The files of a sort, those of as many kinds as there are first."""
        if waar is Waar.MAP:
            return self.paden(Waar.YAML)
        uitgang = {Waar.YAML: ".yml", Waar.TABEL: ".csv", Waar.PO: ".po"}[waar]
        per_map: dict[str, list[str]] = {}
        for pad in self.inhoud:
            if pad.endswith(uitgang) and (waar is Waar.PO or pad in self.goed.documents):
                per_map.setdefault(pad if "/" not in pad else pad.rpartition("/")[0], []).append(
                    pad
                )
        longest = max(map(len, per_map.values()))
        return [some[n] for n in range(longest) for some in per_map.values() if n < len(some)]

    @cached_property
    def plekken(self) -> Mapping[str, tuple[Plek, ...]]:
        """The values that stand on one line, by file."""
        assert self.goed.regio is not None
        found: dict[str, list[Plek]] = {}
        for pad, leaf in self.goed.regio.bladeren:
            document = self.goed.documents[pad]
            if not pad.endswith(".yml") or leaf.loc not in document.positions:
                continue
            line, column = document.positions[leaf.loc]
            written = self.tekst(pad).split("\n")[line - 1]
            voor, rauw = written[: column - 1], written[column - 1 :]
            if rauw and rauw[0] not in ">|" and re.fullmatch(r" *(?:- )*(?:\w+: )?", voor):
                found.setdefault(pad, []).append(Plek(pad, line, voor, rauw, leaf))
        return {pad: tuple(some) for pad, some in found.items()}

    def kies(self, r: Random, pad: str, goed: Callable[[Plek], object]) -> Plek | None:
        """One of the values in a file that will do."""
        some = [plek for plek in self.plekken.get(pad, ()) if goed(plek)]
        return r.choice(some) if some else None

    def met(self, plek: Plek, waarde: str, *getypt: str) -> Ingreep:
        """Another value in place of one, as it is typed."""
        return self.regel(plek.pad, plek.regel, plek.voor + waarde, *getypt)

    def regel(self, pad: str, regel: int, *nieuw: str) -> Ingreep:
        """Another line in place of one; what follows it is ``getypt``."""
        lines = self.tekst(pad).split("\n")
        lines[regel - 1 : regel] = [nieuw[0]]
        return Ingreep({pad: "\n".join(lines).encode()}, nieuw[1:])

    def bewerkt(self, pad: str, doe: Callable[[list[str]], object]) -> Ingreep:
        """A file of which the lines (without the last line end) were changed."""
        lines = self.tekst(pad).removesuffix("\n").split("\n")
        doe(lines)
        return Ingreep({pad: ("\n".join(lines) + "\n").encode()})


@dataclass(frozen=True)
class Vergissing:
    """A mistake that people make."""

    naam: str
    waar: Waar
    verwacht: Verwacht
    maak: Callable[[Random, Werk, str], Ingreep | None]


VERGISSINGEN: dict[str, Vergissing] = {}
"""All of them, by name."""

Maak = Callable[[Random, Werk, str], Ingreep | None]


def vergissing(naam: str, waar: Waar, verwacht: Verwacht = Verwacht.VRIJ) -> Callable[[Maak], Maak]:
    """Register one."""

    def doe(maak: Maak) -> Maak:
        assert naam not in VERGISSINGEN, naam
        VERGISSINGEN[naam] = Vergissing(naam, waar, verwacht, maak)
        return maak

    return doe


# ---------------------------------------------------------------- which lines a mistake touches

_LINE = re.compile(r"\r\n|\n|\r")
Geraakt = tuple[frozenset[int], frozenset[int]]
"""The lines that were typed; and those of the groups they stand in, where what is missing is told."""


def _lines(raw: bytes) -> list[str]:
    return _LINE.split(raw.decode("utf-8", errors="replace").removeprefix("\ufeff"))


def geraakt(oud: bytes, nieuw: bytes) -> Geraakt:
    """The lines of ``nieuw`` (from 1) between what is as it was, and the lines around them."""
    before, after = _lines(oud), _lines(nieuw)
    if before == after:  # a byte order mark, line ends
        return frozenset(range(1, len(after) + 1)), frozenset()
    top = _same(before, after)
    end = min(_same(before[::-1], after[::-1]), len(before) - top, len(after) - top)
    typed = set(range(top + 1, len(after) - end + 1))
    if not typed:
        typed = {max(top, 1), min(top + 1, len(after))}
    changed = before[top : len(before) - end] + after[top : len(after) - end]
    around = {one for line in changed for one in _around(after, top, _indent(line))}
    return frozenset(typed), frozenset(around)


def _same(one: list[str], other: list[str]) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _indent(line: str) -> int:
    return len(line) - len(re.sub(r"^[ \t\u00a0]*(?:- )*", "", line))


def _around(lines: list[str], index: int, indent: int) -> Iterator[int]:
    """The first lines of the groups around a line, and of the text it is part of."""
    for number in range(min(index, len(lines)), 0, -1):
        line = lines[number - 1]
        if line.strip() and _indent(line) < indent:
            yield from (number, number + 1)
            indent = _indent(line)
        elif line.strip() and line.lstrip().startswith("- ") and _indent(line) == indent:
            yield number
    if indent <= 2:
        yield 1
