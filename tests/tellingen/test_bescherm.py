"""Protecting small counts: what an outsider can compute from the publication alone.

Cases with a name, and the acceptance cases. Random domains: ``test_bescherm_en_audit``.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from macros.bescherming.disclosure.bescherm import bescherm
from macros.bescherming.disclosure.domein import lees_domein
from macros.bescherming.disclosure.eliminatie import geheim_na_eliminatie
from macros.bescherming.disclosure.onderdrukken import geheim
from macros.bescherming.disclosure.primair import maak_stelsel
from macros.bescherming.disclosure.publicatie import als_csv
from tests.langzaam import en_traag, traag
from tests.tellingen.proef import Cel, Proef, Regel, Tellingen, mislukt, te_smal, willekeurig

GEVALLEN = Path(__file__).parent / "gevallen"


@pytest.mark.parametrize("methode", ["onderdrukken", "afronden"])
@pytest.mark.parametrize("seed", en_traag([8], [49]))
def test_the_order_of_the_rows_does_not_matter(seed: int, methode: str, tmp_path: Path) -> None:
    proef = willekeurig(seed, methode)
    assert proef.publiceer(tmp_path, volgorde=1) == proef.publiceer(tmp_path, volgorde=2)


def geval(naam: str) -> tuple[list[Cel], Any, NDArray[np.int64], int]:
    """The cells (tuples of inner cells), their values, inner counts, T and n of a case."""
    case = json.loads((GEVALLEN / f"{naam}.json").read_text(encoding="utf-8"))
    cells = [tuple(one["leaves"]) for one in case["cells"]]
    values = [one["value"] for one in case["cells"]]
    rows, columns = zip(
        *((row, one) for row, cell in enumerate(cells) for one in cell), strict=True
    )
    matrix = csr_array(
        (np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(len(cells), case["n_inner"])
    )
    right = np.array(values, dtype=float)
    found = milp(
        np.zeros(case["n_inner"]),
        constraints=LinearConstraint(matrix, right, right),
        integrality=np.ones(case["n_inner"]),
    )
    return cells, matrix, np.round(found.x).astype(np.int64), case["threshold"]


@pytest.mark.parametrize(
    ("naam", "hooguit"),
    [
        ("textbook_1_primary_only", 3),
        ("s_primary_only", 35),
        pytest.param("s_protected", 35, marks=traag),
        pytest.param("linked_jointly_protected", 75, marks=traag),
    ],
)
def test_the_acceptance_cases_are_protected_from_their_raw_counts(naam: str, hooguit: int) -> None:
    cells, matrix, inner, drempel = geval(naam)
    stelsel = maak_stelsel(matrix, inner, None, drempel)
    secret = geheim(stelsel)[: len(cells)]
    extra = secret & ~stelsel.primair[: len(cells)]
    known = {
        cell: int(sum(inner[list(cell)]))
        for cell, hide in zip(cells, secret, strict=True)
        if not hide
    }
    hidden = {cell for cell, hide in zip(cells, secret, strict=True) if hide}
    assert te_smal(hidden, known, inner.tolist(), [None] * len(inner), Regel(drempel)) == []
    assert extra.sum() <= hooguit


def test_elimination_alone_leaves_intervals_that_are_too_narrow() -> None:
    """Why the repair is there: no cell is recomputed exactly, and still some are narrowed down."""
    cells, matrix, inner, drempel = geval("s_primary_only")
    secret = geheim_na_eliminatie(maak_stelsel(matrix, inner, None, drempel))
    known = {
        cell: int(sum(inner[list(cell)]))
        for cell, hide in zip(cells, secret, strict=True)
        if not hide
    }
    hidden = {cell for cell, hide in zip(cells, secret, strict=True) if hide}
    found = te_smal(hidden, known, inner.tolist(), [None] * len(inner), Regel(drempel))
    assert found
    assert not [one for one in found if exact(one)]


def exact(text: str) -> bool:
    """Whether the interval in a message of ``te_smal`` is one value."""
    low, high = text.split("[")[1].rstrip("]").split(", ")
    return low == high


GEBIED = {"id": "gebied", "totaal": "regio"}
LEEFTIJD = {"id": "leeftijd", "totaal": "totaal", "boom": {"totaal": ["0-11", "12-22"]}}


def rijen(text: str) -> dict[tuple[str, str], dict[str, str]]:
    """The rows of a publication by table and first code."""
    lines = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    first = next(iter(lines[0]))
    return {(one["tabel"], one[first]): one for one in lines}


def test_a_total_minus_its_parts_gives_nothing_away(tmp_path: Path) -> None:
    boom = {"regio": ["ede", "barneveld", "nijkerk"]}
    counts: Tellingen = {("ede",): 3, ("barneveld",): 30, ("nijkerk",): 55}
    proef = Proef([{**GEBIED, "boom": boom}], [["gebied"]], counts)
    text = proef.publiceer(tmp_path)
    assert mislukt(proef, text) == []
    assert [one["aantal"] for one in rijen(text).values()] == ["88", "", "", "55"]


def test_areas_that_differ_by_one_small_municipality_give_nothing_away(tmp_path: Path) -> None:
    boom = {"regio": ["ede", "barneveld", "nijkerk", "scherpenzeel"]}
    counts: Tellingen = {("ede",): 60, ("barneveld",): 30, ("nijkerk",): 55, ("scherpenzeel",): 4}
    groups = [
        {"dimensie": "gebied", "id": "swv", "van": ["ede", "barneveld", "scherpenzeel"]},
        {"dimensie": "gebied", "id": "jeugdregio", "van": ["ede", "barneveld"]},
    ]
    proef = Proef([{**GEBIED, "boom": boom}], [["gebied"]], counts, groepen=groups)
    text = proef.publiceer(tmp_path)
    assert mislukt(proef, text) == []
    shown = rijen(text)
    assert not (shown["1", "swv"]["aantal"] and shown["1", "jeugdregio"]["aantal"])


def test_a_count_that_no_table_names_does_not_follow_either(tmp_path: Path) -> None:
    """Two tables that cross: here the margins alone would give the small inner cell away."""
    boom = {"regio": ["ede", "barneveld"]}
    counts: Tellingen = {
        ("ede", "0-11"): 20,
        ("ede", "12-22"): 0,
        ("barneveld", "0-11"): 4,
        ("barneveld", "12-22"): 30,
    }
    proef = Proef(
        [{**GEBIED, "boom": boom}, LEEFTIJD],
        [["gebied"], ["leeftijd"]],
        counts,
    )
    assert mislukt(proef, proef.publiceer(tmp_path)) == []


def test_a_percentage_times_its_denominator_says_nothing_new(tmp_path: Path) -> None:
    boom = {"regio": ["ede", "barneveld", "nijkerk", "renswoude"]}
    counts: Tellingen = {("ede",): 4, ("barneveld",): 60, ("nijkerk",): 75, ("renswoude",): 20}
    people: Tellingen = {("ede",): 2000, ("barneveld",): 900, ("nijkerk",): 78, ("renswoude",): 99}
    proef = Proef([{**GEBIED, "boom": boom}], [["gebied"]], counts, people)
    text = proef.publiceer(tmp_path)
    assert mislukt(proef, text) == []
    shown = rijen(text)
    assert shown["1", "regio"]["percentage"] == "5.2"
    for one in shown.values():
        allowed = one["aantal"] and int(one["noemer"]) >= 100
        assert bool(one["percentage"]) == bool(allowed)
    assert not shown["1", "nijkerk"]["aantal"], "only 3 of 78 are left: the rest is small"


def test_an_amount_is_hidden_when_its_count_is(tmp_path: Path) -> None:
    boom = {"regio": ["ede", "barneveld", "nijkerk"]}
    (tmp_path / "def.yml").write_text(
        json.dumps(
            Proef(
                [{**GEBIED, "boom": boom}], [["gebied"]], {}, overig={"bedragen": ["euro"]}
            ).definitie()
        ),
        encoding="utf-8",
    )
    (tmp_path / "invoer.csv").write_text(
        "gebied;jongeren;euro\nede;3;1200,5\nbarneveld;30;9000\nnijkerk;55;8000.25\n",
        encoding="utf-8",
    )
    domein, issues = lees_domein(tmp_path / "def.yml", tmp_path / "invoer.csv")
    assert not issues
    assert domein is not None
    shown = rijen(als_csv(domein.definitie, bescherm(domein)))
    assert {code: one["euro"] for (_, code), one in shown.items()} == {
        "regio": "18200.75",
        "ede": "",
        "barneveld": "",
        "nijkerk": "8000.25",
    }


def test_the_same_counts_with_the_previous_release_give_the_same(tmp_path: Path) -> None:
    proef = willekeurig(7)
    text = proef.publiceer(tmp_path)
    assert proef.publiceer(tmp_path, vorige=text) == text


def test_what_was_hidden_stays_hidden(tmp_path: Path) -> None:
    boom = {"regio": ["ede", "barneveld", "nijkerk"]}
    proef = Proef(
        [{**GEBIED, "boom": boom}],
        [["gebied"]],
        {("ede",): 3, ("barneveld",): 30, ("nijkerk",): 55},
    )
    before = "gebied;tabel;aantal\nregio;1;88\nede;1;\nbarneveld;1;30\nnijkerk;1;\n"
    text = proef.publiceer(tmp_path, vorige=before)
    assert text == before
    assert mislukt(proef, text, before) == []


def test_the_check_of_these_tests_sees_a_leak() -> None:
    """The check of this file itself: total minus parts gives the hidden cell away."""
    proef = Proef(
        [{"id": "gebied", "totaal": "regio", "boom": {"regio": ["ede", "barneveld"]}}],
        [["gebied"]],
        {("ede",): 3, ("barneveld",): 30},
    )
    text = "gebied;tabel;aantal\nregio;1;33\nede;1;\nbarneveld;1;30\n"
    assert mislukt(proef, text) == ["(0,): 3 in [3, 3]"]
