"""The same mistake is told in the browser as at the command line: code, place, words, tip, level.

A sample of the cases of the data tests in every run; ``TRAAG=1`` takes all of them. Not here: whether
what is told is right (``tests/unit``, ``tests/fouten``).
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from macros.issue import NIET_VERTAALD
from tests.fouten.alle import pogingen
from tests.fouten.werk import Werk
from tests.langzaam import TRAAG
from tests.unit import (
    test_regels_arrangement,
    test_regels_cijfers,
    test_regels_datum,
    test_regels_let_op,
    test_regels_monitor,
    test_regels_overleg,
    test_regels_samenwerking,
    test_regels_vergadering,
    test_regels_voorstelroute,
)
from tests.unit.gevallen import Slecht
from tests.unit.mini import DAG, Mini, kopie
from tests.werkbank import lezer
from tests.werkbank.wasm import Wasm

pytestmark = pytest.mark.usefixtures("zonder_oplosser")

REGELS: tuple[Any, ...] = (
    test_regels_arrangement,
    test_regels_cijfers,
    test_regels_datum,
    test_regels_let_op,
    test_regels_monitor,
    test_regels_overleg,
    test_regels_samenwerking,
    test_regels_vergadering,
    test_regels_voorstelroute,
)
OM_DE = 1 if TRAAG else 14
"""Each so many cases one is tried."""

ALTIJD = (
    "een spatie te veel in de inspringing",
    "een tab aan het eind van een regel",
    "een tekst die met een streepje begint",
    "opgemaakte tekst (een gegevensbestand)",
    "twee waarden achter één streepje",
)
"""What YAML reads in its own way without its compiled part, or Babel without its other languages."""

Bestanden = dict[str, str | None]
"""What stands in which files, in base64; None is no file."""

Lees = Callable[[Bestanden], list[list[Any]]]

DAAR = f"""{Path(lezer.__file__).read_text(encoding="utf-8")}

import json

_lezer = Lezer(Path("data"), {tuple(DAG.begin)})

def lees(bestanden):
    return json.dumps(_lezer.lees(json.loads(bestanden)))

lees
"""


def van_regels(mini: Mini) -> Iterator[tuple[str, Bestanden]]:
    """What the cases of the rules make of the region, each put back before the next."""
    cases = [
        (f"{module.__name__}.{code}-{number}", case.breek if isinstance(case, Slecht) else case)
        for module in REGELS
        for group in (getattr(module, "SLECHT", {}), getattr(module, "GOED", {}))
        for code, some in group.items()
        for number, case in enumerate(some if isinstance(some, Sequence) else [some], start=1)
    ]
    before = inhoud(mini.map)
    for name, breek in cases[::OM_DE]:
        breek(mini)
        after = inhoud(mini.map)
        changed = {one for one in before | after if before.get(one) != after.get(one)}
        yield name, gecodeerd({pad: after.get(pad) for pad in changed})
        for pad in changed:
            if pad in before:
                (mini.map / pad).parent.mkdir(parents=True, exist_ok=True)
                (mini.map / pad).write_bytes(before[pad])
            else:
                (mini.map / pad).unlink()


def van_mensen(folder: Path) -> list[tuple[str, Bestanden]]:
    """The mistakes that people make in files, one of each kind."""
    found = pogingen(Werk(folder), 0, 1)
    cases = [(kind.naam, gecodeerd(done.bestanden)) for kind, _, done in found]
    always = [one for one in cases if one[0] in ALTIJD]
    assert len(always) == len(ALTIJD)
    return [*always, *cases[::OM_DE]]


def inhoud(folder: Path) -> dict[str, bytes]:
    """Every file, by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def gecodeerd(bestanden: Mapping[str, bytes | None]) -> Bestanden:
    """As it goes through JSON."""
    return {
        pad: None if raw is None else base64.b64encode(raw).decode()
        for pad, raw in bestanden.items()
    }


@pytest.fixture(scope="module")
def daar(wasm: Wasm) -> Lees:
    """What is told in the browser."""
    wasm.roep(DAAR, {})
    return lambda bestanden: wasm.roep("lees", bestanden)


@pytest.fixture
def hier(tmp_path: Path) -> Lees:
    """What is told at the command line."""
    return lezer.Lezer(kopie(tmp_path / "hier").map, DAG.begin).lees


def test_what_is_wrong_is_told_in_the_browser_as_at_the_command_line(
    hier: Lees, daar: Lees, tmp_path: Path
) -> None:
    rules = van_regels(kopie(tmp_path / "regels"))
    cases = [*rules, *van_mensen(kopie(tmp_path / "fouten").map)]
    other = []
    for name, bestanden in cases:
        native, there = hier(bestanden), daar(bestanden)
        if native != there:
            less = [one for one in native if one not in there]
            more = [one for one in there if one not in native]
            other.append((name, less, more))
    assert len(cases) > 30
    assert other == []


def test_the_region_itself_is_told_the_same_and_the_ledger_is_not_passed_over(
    hier: Lees, daar: Lees
) -> None:
    found = daar({})
    assert found == hier({})
    assert [one[5] for one in found if one[5] != NIET_VERTAALD] == ["niet-nagerekend"]
