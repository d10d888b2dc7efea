"""Controlled rounding: additive, stable, and no cell can be worked out from all roundings."""

from __future__ import annotations

import csv
import io
import json
import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from macros.bescherming.disclosure.afronden import NietTeBeschermenError, _smal, afgerond
from macros.bescherming.disclosure.bescherm import bescherm
from macros.bescherming.disclosure.domein import lees_domein
from macros.bescherming.disclosure.primair import maak_stelsel
from macros.bescherming.disclosure.publicatie import als_csv
from macros.bescherming.disclosure.vorige import lees_vorige
from tests.langzaam import en_traag

RIJEN, KOLOMMEN = ["a", "b", "c"], ["x", "y", "z"]
DEFINITIE = {
    "id": "proef",
    "naam": "Proef",
    "aantal": "jongeren",
    "dimensies": [
        {"id": "rij", "totaal": "alle", "boom": {"alle": RIJEN}},
        {"id": "kolom", "totaal": "alle", "boom": {"alle": KOLOMMEN}},
    ],
    "tabellen": [["rij", "kolom"]],
    "nullen": "tonen",
    "methode": "afronden",
}
Tabel = dict[tuple[str, str], int]


def willekeurig(seed: int) -> Tabel:
    rng = random.Random(seed)
    return {key: int(rng.expovariate(1 / 9)) for key in product(RIJEN, KOLOMMEN)}


def publiceer(folder: Path, counts: Tabel, vorige: str = "") -> tuple[str, Tabel]:
    (folder / "def.yml").write_text(json.dumps(DEFINITIE), encoding="utf-8")
    lines = [f"{row};{column};{value}\n" for (row, column), value in counts.items()]
    (folder / "invoer.csv").write_text("rij;kolom;jongeren\n" + "".join(lines), encoding="utf-8")
    domein, issues = lees_domein(folder / "def.yml", folder / "invoer.csv")
    assert not issues
    assert domein is not None
    before = None
    if vorige:
        (folder / "vorige.csv").write_text(vorige, encoding="utf-8")
        before, issues = lees_vorige(folder / "vorige.csv", domein.definitie)
        assert not issues
    text = als_csv(domein.definitie, bescherm(domein, 10, before))
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return text, {(one["rij"], one["kolom"]): int(one["aantal"]) for one in rows}


def sommen(counts: Tabel) -> Tabel:
    """Every cell with the totals."""
    return {
        (row, column): sum(
            value
            for (one, other), value in counts.items()
            if row in (one, "alle") and column in (other, "alle")
        )
        for row, column in product([*RIJEN, "alle"], [*KOLOMMEN, "alle"])
    }


@pytest.mark.parametrize("seed", range(20))
def test_everything_is_rounded_to_five_and_all_totals_add_up(seed: int, tmp_path: Path) -> None:
    counts = willekeurig(seed)
    _, rounded = publiceer(tmp_path, counts)
    inner = {key: rounded[key] for key in counts}
    assert rounded == sommen(inner)
    for key, value in sommen(counts).items():
        assert rounded[key] % 5 == 0
        assert abs(rounded[key] - value) < 5


@pytest.mark.parametrize("seed", en_traag(range(8), range(8, 20)))
def test_all_roundings_together_leave_a_small_count_open(seed: int, tmp_path: Path) -> None:
    """An outsider knows that each count is less than five away, and that totals add up."""
    counts = willekeurig(seed)
    _, rounded = publiceer(tmp_path, counts)
    keys = list(counts)
    rows = [[_in(key, cell) for key in keys] for cell in rounded]
    low = np.array([max(value - 4, 0) for value in rounded.values()])
    high = np.array([value + 4 for value in rounded.values()])
    for cell, value in sommen(counts).items():
        if 0 < value < 10:
            cost = np.array([_in(key, cell) for key in keys], dtype=float)
            ends = [
                sign
                * milp(
                    sign * cost,
                    constraints=LinearConstraint(np.array(rows), low, high),
                    integrality=np.ones(len(keys)),
                ).fun
                for sign in (1, -1)
            ]
            assert ends[1] - ends[0] >= 4, (cell, value, ends)


def _in(key: tuple[str, str], cell: tuple[str, str]) -> int:
    return int(all(part in (one, "alle") for one, part in zip(key, cell, strict=True)))


@pytest.mark.parametrize("seed", range(5))
def test_what_does_not_change_keeps_its_rounding(seed: int, tmp_path: Path) -> None:
    counts = willekeurig(seed)
    text, rounded = publiceer(tmp_path, counts)
    assert publiceer(tmp_path, counts, vorige=text)[0] == text
    changed = {**counts, ("a", "x"): counts["a", "x"] + 10}
    _, again = publiceer(tmp_path, changed, vorige=text)
    kept = [key for key in rounded if not _in(("a", "x"), key)]
    assert [again[key] for key in kept] == [rounded[key] for key in kept]


def test_another_rounding_of_before_is_kept_as_well(tmp_path: Path) -> None:
    """Every cell of the previous publication is one of the two multiples; none is the nearest."""
    counts = dict.fromkeys(product(RIJEN, KOLOMMEN), 1)
    _, nearest = publiceer(tmp_path, counts)
    values = dict.fromkeys(counts, 0) | {("a", "x"): 5, ("b", "y"): 5, ("c", "z"): 0}
    before = {**sommen(values)}
    assert before != nearest
    lines = [f"{row};{column};1;{value}\n" for (row, column), value in before.items()]
    _, again = publiceer(tmp_path, counts, vorige="rij;kolom;tabel;aantal\n" + "".join(lines))
    assert again == before


def test_what_cannot_be_done_is_said() -> None:
    """Three of three, twice: the total of six becomes five or ten, and neither part may be five."""
    matrix = csr_array(np.vstack([np.eye(2, dtype=np.int64), np.ones((1, 2), dtype=np.int64)]))
    stelsel = maak_stelsel(matrix, np.array([3, 3]), np.array([3, 3]))
    with pytest.raises(NietTeBeschermenError, match="alle totalen blijven kloppen"):
        afgerond(stelsel, np.full(3, -2), 10)


def test_remainders_of_roundings_give_a_count_away() -> None:
    """Four parts become 0 and the total 20: then each part must be 4, though all seem hidden."""
    matrix = csr_array(np.vstack([np.eye(4, dtype=np.int64), np.ones((1, 4), dtype=np.int64)]))
    stelsel = maak_stelsel(matrix, np.array([4, 4, 4, 4]), None)
    assert _smal(stelsel, np.array([0, 0, 0, 0, 20]), 10).tolist() == [0, 1, 2, 3]
    chosen = afgerond(stelsel, np.full(5, -2), 10)
    assert sorted(chosen.tolist()) in ([0, 5, 5, 5, 15], [5, 5, 5, 5, 20])
    assert _smal(stelsel, chosen, 10).tolist() == []
