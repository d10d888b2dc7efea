"""Cases of what is wrong, and what the check says about them; each area has its own list.

Not here: the cases. Those of rules are in ``test_regels*.py``, of broken files in
``test_slechte_invoer*.py``.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from macros.issue import Level
from scripts.build import main as build
from scripts.check import main as check
from tests.unit.mini import DAG, Breek, Mini

Melding = tuple[str, str, str, Level]
"""(place, message, tip, level)."""
VANDAAG = datetime.date(*DAG.begin)
TODAY = VANDAAG.isoformat()
NIET_GEBOUWD = "De site is niet gebouwd: de gegevens hebben fouten. De oude site blijft staan.\n"


@dataclass(frozen=True)
class Slecht:
    """One thing that is wrong; ``‸`` in the edit is where the message must point."""

    breek: Breek
    melding: str
    tip: str


def genummerd(cases: Mapping[str, Sequence[Slecht]]) -> list[Any]:
    """The cases as parameters ``(code, case)``."""
    return [
        pytest.param(code, case, id=f"{code}-{number}")
        for code, some in cases.items()
        for number, case in enumerate(some, start=1)
    ]


def gemeld(mini: Mini, code: str) -> list[Melding]:
    """What one rule says."""
    return [(mini.waar(one), one.message, one.tip, one.level) for one in mini.issues(code)]


def gemeld_als_rondje(mini: Mini, code: str, folder: str, wie: Mapping[str, str]) -> None:
    """``code`` is told of every file in ``folder`` that replaces another, at the line of that other.

    ``wie`` says of each file which other, in the order of the files.
    """
    found = gemeld(mini, code)
    assert [said for _, *said in found] == [
        [
            f"'{other}' vervangt zelf '{one}', al dan niet via een omweg.",
            "Haal een van de twee weg.",
            Level.FOUT,
        ]
        for one, other in wie.items()
    ]
    for (place, *_), (one, other) in zip(found, wie.items(), strict=True):
        pad, line, column = place.split(":")
        assert pad == f"{folder}/{one}.yml"
        typed = mini.lees(pad).splitlines()[int(line) - 1]
        assert typed in (f"  - {other}", f"vervangt: {other}")
        assert column == str(typed.index(other) + 1)


def fouten(text: str, folder: Path) -> list[str]:
    """The errors in what the check printed, each with its tip on the same line."""
    lines = text.replace(f"{folder.as_posix()}/", "").split("\n    ")
    joined = "\n".join(lines[:1]) + "".join(f" | {line}" for line in lines[1:])
    return [line for line in joined.split("\n") if f": {Level.FOUT}: " in line]


def gecontroleerd(mini: Mini, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, list[str]]:
    """The check as an editor runs it: exit code, what went to stderr, the errors."""
    code = check(["--data", str(mini.map)])
    said = capsys.readouterr()
    return code, said.err, fouten(said.out, mini.map)


def een_fout(mini: Mini, case: Slecht) -> tuple[int, str, list[str]]:
    """What ``gecontroleerd`` gives when ``case`` is all that is wrong."""
    tip = f" | {case.tip}" if case.tip else ""
    return 1, "", [f"{mini.plaats}: fout: {case.melding}{tip}"]


def foto(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


@dataclass(frozen=True)
class Bouw:
    """A build into a folder where a site stood: exit code, output, whether all stayed as it was."""

    code: int
    out: str
    err: str
    onaangeroerd: bool


def gebouwd(mini: Mini, capsys: pytest.CaptureFixture[str]) -> Bouw:
    """Build beside the data."""
    folder = mini.map.parent
    site = folder / "gepubliceerd" / "site"
    (site / "agenda").mkdir(parents=True)
    (site / "index.html").write_bytes(b"<!doctype html>\r\noud\xff")
    (site / "agenda" / "index.html").write_bytes(b"oud")
    before = foto(folder)
    code = build(["--data", str(mini.map), "--out", str(site)])
    said = capsys.readouterr()
    return Bouw(code, said.out, said.err, foto(folder) == before)
