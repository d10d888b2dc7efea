"""Made-up domains for the tests, and a check of what an outsider can compute of a publication.

The check is built from the text of the publication and shares nothing with the library: its own way
from codes to sums, and two whole-number programmes for each cell.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from scripts.bescherm import main

Tellingen = dict[tuple[str, ...], int]
Cel = tuple[int, ...]
"""The numbers of the inner cells that a cell adds up."""

T = 10
RUIM = 1000
"""How far above its value an end is looked for: as good as no end."""


@dataclass
class Proef:
    """A domain to try: the definition as data, and the inner counts."""

    dimensies: list[dict[str, Any]]
    tabellen: list[list[str]]
    tellingen: Tellingen
    bevolking: Tellingen | None = None
    groepen: list[dict[str, Any]] = field(default_factory=list)
    overig: dict[str, Any] = field(default_factory=dict)
    complement: bool = True

    @property
    def namen(self) -> list[str]:
        return [one["id"] for one in self.dimensies]

    def definitie(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "id": "proef",
            "naam": "Proef",
            "aantal": "jongeren",
            "dimensies": self.dimensies,
            "groepen": self.groepen,
            "tabellen": self.tabellen,
            "nullen": "tonen",
        }
        if self.bevolking:
            found["noemers"] = {
                "bestand": "bevolking.csv",
                "complement": "ja" if self.complement else "nee",
                "percentage": "1",
            }
        return found | self.overig

    def bladeren_onder(self, name: str, code: str) -> set[str]:
        """The leaves that a code of a dimension adds up."""
        dimension = next(one for one in self.dimensies if one["id"] == name)
        for group in self.groepen:
            if (group["dimensie"], group["id"]) == (name, code):
                return set().union(*(self.bladeren_onder(name, one) for one in group["van"]))
        below = dimension.get("boom", {}).get(code)
        if not below:
            return {code}
        return set().union(*(self.bladeren_onder(name, one) for one in below))

    def bescherm(
        self, folder: Path, uitgave: Path, *, volgorde: int | None = None, vorige: str = ""
    ) -> int:
        """Run the command on raw counts in ``folder``; it writes a release into ``uitgave``."""
        rows = list(self.tellingen.items())
        if volgorde is not None:
            random.Random(volgorde).shuffle(rows)
        uitgave.mkdir(parents=True, exist_ok=True)
        definition = uitgave / "definitie.yml"
        definition.write_text(json.dumps(self.definitie(), indent=1), encoding="utf-8")
        schrijf(folder / "invoer.csv", [*self.namen, "jongeren"], rows)
        if self.bevolking:
            schrijf(uitgave / "bevolking.csv", [*self.namen, "aantal"], self.bevolking.items())
        more = []
        if vorige:
            (folder / "vorige.csv").write_text(vorige, encoding="utf-8")
            more = ["--vorige", str(folder / "vorige.csv")]
        out = ["--definitie", str(definition), "--uit", str(uitgave / "publicatie.csv")]
        return main([str(folder / "invoer.csv"), *out, *more])

    def publiceer(self, folder: Path, *, volgorde: int | None = None, vorige: str = "") -> str:
        """The text of the publication, by way of files."""
        assert self.bescherm(folder, folder / "uit", volgorde=volgorde, vorige=vorige) == 0
        return (folder / "uit" / "publicatie.csv").read_text(encoding="utf-8")


def schrijf(file: Path, header: list[str], rows: Iterable[tuple[tuple[str, ...], int]]) -> None:
    lines = [header, *([*key, str(value)] for key, value in rows)]
    file.write_text("".join(";".join(line) + "\n" for line in lines), encoding="utf-8")


def willekeurig(seed: int, methode: str = "onderdrukken") -> Proef:
    """A small domain of 2-5 dimensions, each with something that makes protecting it harder.

    Perhaps districts below a municipality, years apart, overlapping groups, tables that cross, a
    known population with or without its rest, many zeros, zeros that may not be shown.
    """
    rng = random.Random(seed)
    size = rng.choice((2, 2, 3, 3, 4, 5))
    dimensions: list[dict[str, Any]] = []
    leaves: list[list[str]] = []
    for number in range(size):
        most = (5, 4, 3, 2)[size - 2] if number else 4
        codes: list[str] = [
            f"{'abcde'[number]}{one}" for one in range(rng.randint(2, max(2, most)))
        ]
        boom = {"totaal": codes}
        if number == 0 and rng.random() < 0.5:
            boom = {"totaal": [*codes, "gemeente"], "gemeente": ["wijk0", "wijk1"]}
        dimensions.append({"id": f"dim{number}", "totaal": "totaal", "boom": boom})
        leaves.append([one for below in boom.values() for one in below if one not in boom])
    names = [one["id"] for one in dimensions]
    tables = [names]
    if size > 3 or (size == 3 and rng.random() < 0.5):
        pairs = [list(one) for one in combinations(names, 2)]
        tables = rng.sample(pairs, min(len(pairs), rng.randint(2, 4)))
    if rng.random() < 0.4:
        dimensions.append({"id": "jaar", "apart": "ja"})
        leaves.append(["2021", "2022"])
        tables = [[*one, "jaar"] for one in tables]
    groups = []
    if rng.random() < 0.5:
        first = leaves[0]
        groups = [{"dimensie": "dim0", "id": "groep0", "van": first[:2]}]
        groups += [{"dimensie": "dim0", "id": "groep1", "van": first[1:3]}] if first[2:] else []
    below = [len(leaf) for name, leaf in zip(names, leaves, strict=False) if name not in tables[0]]
    mean, empty = rng.choice((6, 12, 25)) / prod(below), rng.choice((0, 0.15, 0.5))
    counts = {
        key: 0 if rng.random() < empty else int(rng.expovariate(1 / mean))
        for key in product(*leaves)
    }
    people = None
    if rng.random() < 0.4:
        people = {key: value + int(rng.expovariate(1 / 40)) for key, value in counts.items()}
    zeros = "verbergen" if rng.random() < 0.2 else "tonen"
    more = {"nullen": zeros, "methode": methode}
    return Proef(dimensions, tables, counts, people, groups, more, rng.random() < 0.7)


def mislukt(proef: Proef, *teksten: str) -> list[str]:
    """The cells that ``teksten`` (publications of the same counts, read together) give away."""
    leaves = {key: place for place, key in enumerate(proef.tellingen)}
    known: dict[tuple[int, ...], int] = {}
    hidden: set[tuple[int, ...]] = {(place,) for place in leaves.values()}
    for text in teksten:
        for row in csv.DictReader(io.StringIO(text), delimiter=";"):
            below = [proef.bladeren_onder(name, row[name]) for name in proef.namen]
            cell = tuple(sorted(leaves[key] for key in product(*below)))
            hidden.add(cell)
            if row["aantal"]:
                known[cell] = int(row["aantal"])
    hidden -= known.keys()
    counts = list(proef.tellingen.values())
    most = [proef.bevolking[key] if proef.bevolking else None for key in leaves]
    regel = Regel(T, proef.definitie()["nullen"] == "tonen", proef.complement)
    return te_smal(hidden, known, counts, most, regel)


@dataclass(frozen=True)
class Regel:
    """What makes a count small: below ``drempel``, and 0 where it may not be shown."""

    drempel: int = T
    nullen_tonen: bool = True
    complement: bool = True

    def klein(self, value: float) -> bool:
        return value < self.drempel and (value > 0 or not self.nullen_tonen)

    def nodig(self, value: int, top: float) -> tuple[float, float] | None:
        """What the interval of a small count, or of a small rest of ``top``, must contain."""
        need: list[tuple[float, float]] = []
        if self.klein(value) and top > 0:
            need.append((0, min(self.drempel, top)))
        if self.complement and self.klein(top - value) and top > 0:
            need.append((max(top - self.drempel, 0), top))
        return (min(need)[0], max(one[1] for one in need)) if need else None


def te_smal(
    hidden: Iterable[Cel],
    known: Mapping[Cel, int],
    counts: Sequence[int],
    most: Sequence[int | None],
    regel: Regel,
) -> list[str]:
    """Of the ``hidden`` cells those that an outsider narrows down.

    A cell is the numbers of the inner cells it sums. ``known``: the published value by cell;
    ``counts`` and ``most``: the true value and the known upper end (None: none) by inner cell. An
    inner cell that is not small may be known: perhaps no table names it.
    """
    assert all(value == sum(counts[one] for one in cell) for cell, value in known.items())
    found = []
    for cell in sorted(hidden):
        value = sum(counts[one] for one in cell)
        tops = [most[one] for one in cell]
        top = sum(np.inf if one is None else one for one in tops)
        need = regel.nodig(value, top)
        if need is None and len(cell) == 1:
            continue
        low, high = _interval(cell, known, counts, most)
        if low == high or (need is not None and (low > need[0] or high < need[1])):
            found.append(f"{cell}: {value} in [{low}, {high}]")
    return found


def _interval(
    cell: Cel, known: Mapping[Cel, int], counts: Sequence[int], most: Sequence[int | None]
) -> tuple[int, int]:
    """The lowest and highest sum of ``cell`` in all tables of whole numbers that agree."""
    matrix = np.zeros((max(len(known), 1), len(most)))
    for row, sums in enumerate(known):
        matrix[row, list(sums)] = 1
    right = np.array(list(known.values()) or [0], dtype=float)
    tops = [own + RUIM if end is None else end for own, end in zip(counts, most, strict=True)]
    cost = np.zeros(len(most))
    cost[list(cell)] = 1
    ends = []
    for sign in (1, -1):
        found = milp(
            sign * cost,
            integrality=np.ones(len(most)),
            bounds=Bounds(0, tops),
            constraints=LinearConstraint(csr_array(matrix), right, right),
        )
        assert found.status == 0, found.message
        ends.append(round(sign * found.fun))
    return ends[0], ends[1]
