"""Protecting small counts: what an outsider can compute from the publication alone.

The check here is built from the text of the publication and shares nothing with the library: its
own way from codes to sums, and one linear programme for each cell.
"""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from macros.disclosure.bescherm import bescherm
from macros.disclosure.domein import lees_domein
from macros.disclosure.eliminatie import geheim_na_eliminatie
from macros.disclosure.onderdrukken import geheim
from macros.disclosure.primair import maak_stelsel
from macros.disclosure.publicatie import als_csv
from macros.disclosure.vorige import lees_vorige
from tests.tellingen.langzaam import traag

T = 10
GEWOON = [one for one in range(24) if one not in {0, 5, 10, 11}]
"""Twenty domains for every run; the larger ones are left to the slow set."""

GEVALLEN = Path(__file__).parent / "gevallen"


@dataclass
class Proef:
    """A domain to try: the definition as data, and the inner counts."""

    dimensies: list[dict]
    tabellen: list[list[str]]
    tellingen: dict[tuple[str, ...], int]
    bevolking: dict[tuple[str, ...], int] | None = None
    groepen: list[dict] = field(default_factory=list)
    overig: dict = field(default_factory=dict)

    @property
    def namen(self) -> list[str]:
        return [one["id"] for one in self.dimensies]

    def definitie(self) -> dict:
        found = {
            "id": "proef",
            "naam": "Proef",
            "aantal": "jongeren",
            "dimensies": self.dimensies,
            "groepen": self.groepen,
            "tabellen": self.tabellen,
            "nullen": "tonen",
        }
        if self.bevolking:
            found["noemers"] = {"bestand": "bevolking.csv", "complement": "ja", "percentage": "1"}
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

    def publiceer(self, folder: Path, *, volgorde: int | None = None, vorige: str = "") -> str:
        """The text of the publication, by way of files."""
        rows = list(self.tellingen.items())
        if volgorde is not None:
            random.Random(volgorde).shuffle(rows)
        (folder / "def.yml").write_text(json.dumps(self.definitie(), indent=1), encoding="utf-8")
        _schrijf(folder / "invoer.csv", [*self.namen, "jongeren"], rows)
        if self.bevolking:
            _schrijf(folder / "bevolking.csv", [*self.namen, "aantal"], self.bevolking.items())
        domein, issues = lees_domein(folder / "def.yml", folder / "invoer.csv")
        assert not issues, issues
        before = None
        if vorige:
            (folder / "vorige.csv").write_text(vorige, encoding="utf-8")
            before, issues = lees_vorige(folder / "vorige.csv", domein.definitie)
            assert not issues, issues
        return als_csv(domein.definitie, bescherm(domein, T, before))


def _schrijf(file: Path, header: list[str], rows) -> None:
    lines = [header, *([*key, str(value)] for key, value in rows)]
    file.write_text("".join(";".join(line) + "\n" for line in lines), encoding="utf-8")


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
    return te_smal(hidden, known, counts, most)


def te_smal(hidden, known, counts, most, drempel=T) -> list[str]:
    """Of the ``hidden`` cells those that an outsider narrows down.

    A cell is the numbers of the inner cells it sums. ``known``: the published value by cell;
    ``counts`` and ``most``: the true value and the known upper end (None: none) by inner cell.
    """
    assert all(value == sum(counts[one] for one in cell) for cell, value in known.items())
    return [
        f"{cell}: {value} in [{low:g}, {high:g}]"
        for cell in sorted(hidden)
        for value in [sum(counts[one] for one in cell)]
        for top in [sum(np.inf if most[one] is None else most[one] for one in cell)]
        for low, high in [_interval(cell, known, most)]
        if not _goed(value, low, high, top, len(cell), drempel)
    ]


def _goed(value, low, high, top, size, drempel) -> bool:
    """Whether this interval says little enough of a hidden count."""
    rest = top - value
    if 0 < value < drempel and (low > 1e-6 or high < min(drempel, top) - 1e-6):
        return False
    if 0 < rest < drempel and (low > max(top - drempel, 0) + 1e-6 or high < top - 1e-6):
        return False
    # an inner cell that no table names may be known when it is not small
    unnamed = size == 1 and (value == 0 or value >= drempel) and (rest == 0 or rest >= drempel)
    return high - low > 1e-6 or unnamed


def _interval(cell, known, most) -> tuple[float, float]:
    matrix = np.zeros((max(len(known), 1), len(most)))
    for row, sums in enumerate(known):
        matrix[row, list(sums)] = 1
    right = np.array(list(known.values()) or [0], dtype=float)
    bounds = [(0, one) for one in most]
    cost = np.zeros(len(most))
    cost[list(cell)] = 1
    ends = []
    for sign in (1, -1):
        found = linprog(sign * cost, A_eq=csr_array(matrix), b_eq=right, bounds=bounds)
        assert found.status in (0, 3), found.message
        ends.append(sign * found.fun if found.status == 0 else -sign * np.inf)
    return ends[0], ends[1]


def willekeurig(seed: int) -> Proef:
    """A small domain: 2-4 dimensions, perhaps a hierarchy, years, a group, several tables."""
    rng = random.Random(seed)
    dimensions = []
    size = rng.choice((2, 2, 3, 3, 4))
    for number in range(size):
        codes = [f"{'abcd'[number]}{one}" for one in range(rng.randint(2, 6 - size))]
        boom = {"totaal": codes}
        if number == 0 and rng.random() < 0.5:
            boom = {"totaal": [*codes, "wijken"], "wijken": ["w0", "w1"]}
        dimensions.append({"id": f"dim{number}", "totaal": "totaal", "boom": boom})
    names = [one["id"] for one in dimensions]
    leaves = [
        [leaf for below in one["boom"].values() for leaf in below if leaf not in one["boom"]]
        for one in dimensions
    ]
    tables = [names]
    if len(names) > 2 and rng.random() < 0.5:
        tables = [[names[0], one] for one in names[1:]]
    if rng.random() < 0.4:
        dimensions.append({"id": "jaar", "apart": "ja"})
        leaves.append(["2021", "2022"])
        tables = [[*one, "jaar"] for one in tables]
    groups = []
    if rng.random() < 0.4:
        groups = [{"dimensie": "dim0", "id": "groep", "van": leaves[0][:2]}]
    mean, empty = rng.choice((6, 12, 25)), rng.choice((0, 0.15, 0.5))
    counts = {
        key: 0 if rng.random() < empty else int(rng.expovariate(1 / mean))
        for key in product(*leaves)
    }
    people = None
    if rng.random() < 0.3:
        people = {key: value + int(rng.expovariate(1 / 40)) for key, value in counts.items()}
    return Proef(dimensions, tables, counts, people, groups)


@pytest.mark.parametrize("seed", GEWOON)
def test_an_outsider_learns_no_small_count(seed, tmp_path):
    proef = willekeurig(seed)
    assert mislukt(proef, proef.publiceer(tmp_path)) == []


@traag
@pytest.mark.parametrize("seed", sorted({*range(220)} - {*GEWOON}))
def test_nor_in_many_other_tables(seed, tmp_path):
    proef = willekeurig(seed)
    assert mislukt(proef, proef.publiceer(tmp_path)) == []


@pytest.mark.parametrize("seed", [1, 17])
def test_the_order_of_the_rows_does_not_matter(seed, tmp_path):
    proef = willekeurig(seed)
    assert proef.publiceer(tmp_path, volgorde=1) == proef.publiceer(tmp_path, volgorde=2)


def geval(naam: str):
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
def test_the_acceptance_cases_are_protected_from_their_raw_counts(naam, hooguit):
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
    assert te_smal(hidden, known, inner.tolist(), [None] * len(inner), drempel) == []
    assert extra.sum() <= hooguit


def test_elimination_alone_leaves_intervals_that_are_too_narrow():
    """Why the repair is there: no cell is recomputed exactly, and still some are narrowed down."""
    cells, matrix, inner, drempel = geval("s_primary_only")
    secret = geheim_na_eliminatie(maak_stelsel(matrix, inner, None, drempel))
    known = {
        cell: int(sum(inner[list(cell)]))
        for cell, hide in zip(cells, secret, strict=True)
        if not hide
    }
    hidden = {cell for cell, hide in zip(cells, secret, strict=True) if hide}
    found = te_smal(hidden, known, inner.tolist(), [None] * len(inner), drempel)
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


def test_a_total_minus_its_parts_gives_nothing_away(tmp_path):
    boom = {"regio": ["ede", "barneveld", "nijkerk"]}
    counts = {("ede",): 3, ("barneveld",): 30, ("nijkerk",): 55}
    proef = Proef([{**GEBIED, "boom": boom}], [["gebied"]], counts)
    text = proef.publiceer(tmp_path)
    assert mislukt(proef, text) == []
    assert [one["aantal"] for one in rijen(text).values()] == ["88", "", "", "55"]


def test_areas_that_differ_by_one_small_municipality_give_nothing_away(tmp_path):
    boom = {"regio": ["ede", "barneveld", "nijkerk", "scherpenzeel"]}
    counts = {("ede",): 60, ("barneveld",): 30, ("nijkerk",): 55, ("scherpenzeel",): 4}
    groups = [
        {"dimensie": "gebied", "id": "swv", "van": ["ede", "barneveld", "scherpenzeel"]},
        {"dimensie": "gebied", "id": "jeugdregio", "van": ["ede", "barneveld"]},
    ]
    proef = Proef([{**GEBIED, "boom": boom}], [["gebied"]], counts, groepen=groups)
    text = proef.publiceer(tmp_path)
    assert mislukt(proef, text) == []
    shown = rijen(text)
    assert not (shown["1", "swv"]["aantal"] and shown["1", "jeugdregio"]["aantal"])


def test_a_count_that_no_table_names_does_not_follow_either(tmp_path):
    """Two tables that cross: here the margins alone would give the small inner cell away."""
    boom = {"regio": ["ede", "barneveld"]}
    counts = {
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


def test_a_percentage_times_its_denominator_says_nothing_new(tmp_path):
    boom = {"regio": ["ede", "barneveld", "nijkerk", "renswoude"]}
    counts = {("ede",): 4, ("barneveld",): 60, ("nijkerk",): 75, ("renswoude",): 20}
    people = {("ede",): 2000, ("barneveld",): 900, ("nijkerk",): 78, ("renswoude",): 99}
    proef = Proef([{**GEBIED, "boom": boom}], [["gebied"]], counts, people)
    text = proef.publiceer(tmp_path)
    assert mislukt(proef, text) == []
    shown = rijen(text)
    assert shown["1", "regio"]["percentage"] == "5.2"
    for one in shown.values():
        allowed = one["aantal"] and int(one["noemer"]) >= 100
        assert bool(one["percentage"]) == bool(allowed)
    assert not shown["1", "nijkerk"]["aantal"], "only 3 of 78 are left: the rest is small"


def test_an_amount_is_hidden_when_its_count_is(tmp_path):
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
    shown = rijen(als_csv(domein.definitie, bescherm(domein)))
    assert {code: one["euro"] for (_, code), one in shown.items()} == {
        "regio": "18200.75",
        "ede": "",
        "barneveld": "",
        "nijkerk": "8000.25",
    }


def test_the_same_counts_with_the_previous_release_give_the_same(tmp_path):
    proef = willekeurig(7)
    text = proef.publiceer(tmp_path)
    assert proef.publiceer(tmp_path, vorige=text) == text


def test_what_was_hidden_stays_hidden(tmp_path):
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


def test_the_check_of_these_tests_sees_a_leak():
    """The check of this file itself: total minus parts gives the hidden cell away."""
    proef = Proef(
        [{"id": "gebied", "totaal": "regio", "boom": {"regio": ["ede", "barneveld"]}}],
        [["gebied"]],
        {("ede",): 3, ("barneveld",): 30},
    )
    text = "gebied;tabel;aantal\nregio;1;33\nede;1;\nbarneveld;1;30\n"
    assert mislukt(proef, text) == ["(0,): 3 in [3, 3]"]
