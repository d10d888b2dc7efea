"""How long the audit takes when much leaks: ``python -m scripts.bench_audit``.

Writes ledgers with generated counts (nobody's), hides small ones and one more in each sum, which is
no protection, and audits the files: for each leak the figures that give it away are looked for.
What nothing leaks from is quicker, see ``bench_bescherm``. Processor time stands beside the time on
the clock, which counts what else the machine does.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from macros.bescherming.audit.controle import controleer
from macros.bescherming.audit.uitgaven import DEFINITIE, PUBLICATIE
from macros.drempel import DREMPEL
from macros.issue import Issue

Tijd = tuple[float, float]
"""Seconds on the clock and of the processor."""


@dataclass(frozen=True, slots=True)
class Maat:
    """A table to generate: sizes of its dimensions, years apart, its target in seconds."""

    naam: str
    gebieden: int
    groepen: int
    soorten: int
    jaren: int
    per_gebied: float
    doel: float


MATEN = (
    Maat("8x5x4, alle marges", 8, 5, 4, 1, 25.0, 3),
    Maat("3.300 cellen, jaren apart", 24, 10, 2, 4, 30.0, 10),
    Maat("342x10x4, jaren apart", 342, 10, 1, 4, 40.0, 30),
)


def boom(naam: str, aantal: int) -> dict[str, tuple[str, ...]]:
    """Codes ``naam1..n`` under ``naam-T``; more than 100 of them with two levels between."""
    codes = [f"{naam}{one}" for one in range(1, aantal + 1)]
    takken: dict[str, tuple[str, ...]] = {}
    for niveau, breed in enumerate((4, 11) if aantal > 100 else ()):
        ouders = [f"{naam}{'pq'[niveau]}{one}" for one in range(1, -(-len(codes) // breed) + 1)]
        for index, ouder in enumerate(ouders):
            takken[ouder] = tuple(codes[index * breed : (index + 1) * breed])
        codes = ouders
    takken[f"{naam}-T"] = tuple(codes)
    return takken


class Tabel:
    """A generated table: all its counts, with margins, and the sums that tie them together."""

    def __init__(self, maat: Maat) -> None:
        self.maat = maat
        self.bomen = [boom("g", maat.gebieden), boom("l", maat.groepen)]
        if maat.soorten > 1:
            self.bomen.append(boom("s", maat.soorten))
        toeval = np.random.default_rng(6)
        bladen = [_bladen(one, list(one)[-1]) for one in self.bomen]
        groot = toeval.gamma(0.9, maat.per_gebied, size=[len(one) for one in bladen])
        self.aantallen: dict[tuple[str, ...], int] = {}
        codes = [[*blad, *one] for blad, one in zip(bladen, self.bomen, strict=True)]
        for jaar in range(2021, 2021 + maat.jaren):
            tellingen = toeval.poisson(groot)
            for cel in product(*codes):
                axes = [
                    [blad.index(one) for one in _bladen(tak, code)]
                    for blad, tak, code in zip(bladen, self.bomen, cel, strict=True)
                ]
                self.aantallen[(*cel, str(jaar))] = int(tellingen[np.ix_(*axes)].sum())
        self.sommen = [
            [(*cel[:as_], code, *cel[as_:]) for code in (ouder, *kinderen)]
            for as_, tak in enumerate(self.bomen)
            for cel in product(
                *(one for other, one in enumerate(codes) if other != as_),
                [str(jaar) for jaar in range(2021, 2021 + maat.jaren)],
            )
            for ouder, kinderen in tak.items()
        ]

    def verberg(self) -> set[tuple[str, ...]]:
        """Every count of 1..T-1, and in each sum with one hidden cell one more."""
        verborgen = {cel for cel, aantal in self.aantallen.items() if 0 < aantal < DREMPEL}
        while True:
            before = len(verborgen)
            for som in self.sommen:
                over = [cel for cel in som if cel not in verborgen and self.aantallen[cel]]
                if len(verborgen.intersection(som)) == 1 and over:
                    verborgen.add(min(over, key=lambda cel: (self.aantallen[cel], cel)))
            if len(verborgen) == before:
                return verborgen

    def schrijf(self, map_: Path, verborgen: set[tuple[str, ...]]) -> None:
        """A ledger with one release of this table."""
        folder = map_ / "001"
        folder.mkdir(parents=True, exist_ok=True)
        namen = ["gebied", "groep", "soort"][: len(self.bomen)]
        dimensies = "".join(
            f"  - id: {naam}\n    totaal: {list(tak)[-1]}\n    boom:\n"
            + "".join(f"      {ouder}: [{', '.join(kids)}]\n" for ouder, kids in tak.items())
            for naam, tak in zip(namen, self.bomen, strict=True)
        )
        text = (
            f"id: bench\naantal: jongeren\ndimensies:\n{dimensies}  - {{id: jaar, apart: ja}}\n"
            f"tabellen:\n  - [{', '.join(namen)}, jaar]\n"
        )
        (folder / DEFINITIE).write_text(text, encoding="utf-8")
        rows = [";".join([*namen, "jaar", "tabel", "aantal"])]
        rows += [
            ";".join([*cel, "1", "" if cel in verborgen else str(aantal)])
            for cel, aantal in self.aantallen.items()
        ]
        (folder / PUBLICATIE).write_text("\n".join([*rows, ""]), encoding="utf-8")


def _bladen(tak: dict[str, tuple[str, ...]], code: str) -> list[str]:
    kinderen = tak.get(code)
    if kinderen is None:
        return [code]
    return [blad for kind in kinderen for blad in _bladen(tak, kind)]


def meet(map_: Path, tabel: Tabel, verborgen: set[tuple[str, ...]]) -> tuple[Tijd, list[Issue]]:
    """Write, and audit the files: the time of the audit alone, and what it found."""
    tabel.schrijf(map_, verborgen)
    start, processor = time.perf_counter(), time.process_time()
    issues = controleer(map_)
    return (time.perf_counter() - start, time.process_time() - processor), issues


def main() -> int:
    """Print one line for each table; 0 when every target is met."""
    results = []
    for maat in MATEN:
        tabel = Tabel(maat)
        verborgen = tabel.verberg()
        with tempfile.TemporaryDirectory() as scratch:
            (clock, processor), issues = meet(Path(scratch), tabel, verborgen)
        results.append(processor <= maat.doel)
        print(
            f"{maat.naam}: {len(tabel.aantallen)} cellen, {len(verborgen)} verborgen, "
            f"{len(issues)} lekken, controle {clock:.1f} s, processor {processor:.1f} s; "
            f"doel: hooguit {maat.doel} s: {'ja' if results[-1] else 'nee'}",
            flush=True,
        )
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
