"""Protector and auditor together: raw counts in, a ledger out in which nobody finds a leak.

Random domains go through the command into a ledger of releases. The auditor sees only that; the
check of ``proef`` knows the raw counts too, and asks for what no auditor can: [0, T].
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.bescherming.audit.controle import controleer
from tests.langzaam import en_traag
from tests.tellingen.proef import Proef, mislukt, willekeurig

GEWOON = (1, 3, 6, 15, 24, 36, 43, 46, 49, 57)
"""Ten domains for every run, of every kind; those that take longer are left to the slow set."""

VEEL = sorted({*range(220)} - {*GEWOON})


def test_the_ten_domains_are_of_every_kind() -> None:
    proeven = [willekeurig(one) for one in GEWOON]
    apart = [any("apart" in one for one in proef.dimensies) for proef in proeven]
    assert {len(one.dimensies) - year for one, year in zip(proeven, apart, strict=True)} == {
        2,
        3,
        4,
        5,
    }
    assert any(len(one.tabellen) > 1 for one in proeven), "tables that cross"
    assert any("gemeente" in one.dimensies[0]["boom"] for one in proeven), "a hierarchy"
    assert any(len(one.groepen) > 1 for one in proeven), "regions that overlap"
    assert {bool(one.bevolking) and one.complement for one in proeven} == {True, False}
    assert {one.overig["nullen"] for one in proeven} == {"tonen", "verbergen"}
    assert set(apart) == {True, False}, "years apart"
    zeros = [list(one.tellingen.values()).count(0) / len(one.tellingen) for one in proeven]
    assert max(zeros) > 0.4, "many zeros"


def beschermd(proef: Proef, folder: Path, naam: str = "001", vorige: str = "") -> str:
    """Add a release to the ledger in ``folder``; the text of its publication."""
    uitgave = folder / "uitgaven" / naam
    assert proef.bescherm(folder, uitgave, vorige=vorige) == 0
    return (uitgave / "publicatie.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", en_traag(GEWOON, VEEL))
def test_nobody_finds_a_small_count_in_what_was_hidden(seed: int, tmp_path: Path) -> None:
    proef = willekeurig(seed)
    text = beschermd(proef, tmp_path)
    assert mislukt(proef, text) == []
    assert controleer(tmp_path / "uitgaven") == []


@pytest.mark.parametrize("seed", en_traag(range(1, 10), [0, *range(10, 220)]))
def test_nobody_finds_a_small_count_in_what_was_rounded(seed: int, tmp_path: Path) -> None:
    beschermd(willekeurig(seed, "afronden"), tmp_path)
    assert controleer(tmp_path / "uitgaven") == []


@pytest.mark.parametrize("methode", ["onderdrukken", "afronden"])
@pytest.mark.parametrize("seed", en_traag([1, 8], [49]))
def test_a_year_that_is_added_later_gives_nothing_away(
    seed: int, methode: str, tmp_path: Path
) -> None:
    both = willekeurig(seed, methode)
    assert "apart" in both.dimensies[-1]
    first = {key: value for key, value in both.tellingen.items() if key[-1] == "2021"}
    people = both.bevolking and {key: both.bevolking[key] for key in first}
    before = beschermd(replace(both, tellingen=first, bevolking=people), tmp_path, "001")
    text = beschermd(both, tmp_path, "002", vorige=before)
    assert set(before.splitlines()) < set(text.splitlines())
    assert controleer(tmp_path / "uitgaven") == []
