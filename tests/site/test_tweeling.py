"""Twins: other counts that agree with all that is published make the same site, to the byte.

Raw counts are invented, protected by the command, put in the ledger of the invented region and
built. Then three other tables of whole numbers are looked for that give every published figure and
differ where it is hidden. What they publish, and the site, must be the same: then nothing that a
visitor gets can depend on what is hidden.
"""

from __future__ import annotations

import csv
import filecmp
import hashlib
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from macros.disclosure import bescherm as bescherming
from macros.disclosure.cellen import cellen
from macros.disclosure.domein import Domein, lees_domein
from scripts.bescherm import main
from tests.gebouwd import bouw
from tests.unit.mini import Mini, kopie

TWEELINGEN = 3
GEBIEDEN = ("gemeente-dorp", "gemeente-eiland", "gemeente-stad")
DELEN = {"leeftijd": ("jong", "oud"), "soort": ("dag", "deeltijd", "nacht")}
JAREN = ("2021", "2022")
CENTEN_PER_KIND = 12_550
UITGAVE = "monitor/uitgaven/001"
GESCHREVEN = ("publicatie.csv", "publicatie-rapport.md", "manifest.json")

DEFINITIE = {
    "id": "zorgklas",
    "naam": "Kinderen in de zorgklas",
    "aantal": "kinderen",
    "dimensies": [
        {"id": "gebied", "totaal": "heel-mini", "boom": {"heel-mini": GEBIEDEN}},
        *(
            {"id": name, "totaal": "totaal", "boom": {"totaal": parts}}
            for name, parts in DELEN.items()
        ),
        {"id": "jaar", "apart": "ja"},
    ],
    "tabellen": [["gebied", "leeftijd", "jaar"], ["gebied", "soort", "jaar"]],
    "noemers": {"bestand": "bevolking.csv", "complement": "ja", "percentage": "1"},
    "bedragen": ["kosten"],
    "nullen": "tonen",
}
SLEUTELS = list(product(GEBIEDEN, *DELEN.values(), JAREN))
NAMEN = ["gebied", *DELEN, "jaar"]


@dataclass(frozen=True)
class Tweeling:
    """What one table of counts led to: its data folder, and the site."""

    tellingen: np.ndarray
    data: Path
    site: Path

    def uitgave(self) -> dict[str, bytes]:
        """The release, as it would be committed."""
        folder = self.data / UITGAVE
        return {one.name: one.read_bytes() for one in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def tweelingen(tmp_path_factory: pytest.TempPathFactory) -> list[Tweeling]:
    """The invented counts first, then their twins; each protected, published and built."""
    base = tmp_path_factory.mktemp("tweeling")
    raw = np.random.default_rng(6).negative_binomial(1, 0.15, len(SLEUTELS))
    found = []
    with pytest.MonkeyPatch.context() as patch:
        pattern: list[np.ndarray] = []
        protect = bescherming.geheim
        patch.setattr(
            bescherming, "geheim", lambda *a, **k: pattern.append(protect(*a, **k)) or pattern[0]
        )
        found.append(_publiceer(base / "0", raw))
        # The same cells hidden, whatever is in them now: that is what a twin is.
        patch.setattr(bescherming, "geheim", lambda *a, **k: pattern[0])
        for number, counts in enumerate(_tweelingen(found[0], raw), 1):
            found.append(_publiceer(base / str(number), counts))
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done in [pool.submit(bouw, one.data, one.site) for one in found]:
            done.result()
    return found


def _publiceer(folder: Path, counts: np.ndarray) -> Tweeling:
    """Run the command on counts outside the data folder; it writes the release into it."""
    mini = kopie(folder)
    _toon_soort(mini)
    uitgave = mini.map / UITGAVE
    for old in uitgave.iterdir():
        old.unlink()
    definition = uitgave / "definitie.yml"
    definition.write_text(json.dumps(DEFINITIE, indent=1) + "\n", encoding="utf-8")
    _schrijf(uitgave / "bevolking.csv", ["aantal"], ([400 + 10 * n] for n in range(len(SLEUTELS))))
    input_ = folder / "tellingen.csv"
    rows = ([n, f"{n * CENTEN_PER_KIND / 100:.2f}"] for n in counts.tolist())
    _schrijf(input_, ["kinderen", "kosten"], rows)
    out = uitgave / "publicatie.csv"
    assert main([str(input_), "--definitie", str(definition), "--uit", str(out)]) == 0
    return Tweeling(counts, mini.map, folder / "site")


def _toon_soort(mini: Mini) -> None:
    """A second indicator, with the same counts by the other dimension."""
    text = mini.lees("monitor/indicatoren/eigen-telling.yml")
    for old, new in (
        ("id: eigen-telling", "id: eigen-soort"),
        ("nummer: 4", "nummer: 5"),
        ("titel: Kinderen in", "titel: Dagdelen in"),
        ("leeftijd", "soort"),
        ("- id: jong\n        naam: tot 8 jaar", "- id: dag\n        naam: hele dag"),
        ("- id: oud\n        naam: vanaf 8 jaar", "- id: nacht\n        naam: ook 's nachts"),
    ):
        assert old in text
        text = text.replace(old, new)
    text = text.replace(
        "      - id: nacht",
        "      - id: deeltijd\n        naam: deel van de dag\n      - id: nacht",
    )
    mini.schrijf("monitor/indicatoren/eigen-soort.yml", text)


def _schrijf(file: Path, columns: list[str], values: Iterator[list]) -> None:
    lines = [
        [*NAMEN, *columns],
        *([*key, *map(str, one)] for key, one in zip(SLEUTELS, values, strict=True)),
    ]
    file.write_text("".join(";".join(one) + "\n" for one in lines), encoding="utf-8")


def _domein(one: Tweeling) -> Domein:
    found, issues = lees_domein(
        one.data / UITGAVE / "definitie.yml", one.data.parent / "tellingen.csv"
    )
    assert found is not None, issues
    return found


def _gepubliceerd(one: Tweeling) -> list[dict[str, str]]:
    text = (one.data / UITGAVE / "publicatie.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _tweelingen(echt: Tweeling, raw: np.ndarray) -> list[np.ndarray]:
    """Whole numbers that agree with every published figure, and differ in every hidden row of it."""
    domein = _domein(echt)
    found = cellen(domein.definitie, domein.apart)
    shown = {tuple(row[name] for name in NAMEN): row["aantal"] for row in _gepubliceerd(echt)}
    cells = [cell for table in found.tabellen for cell in table]
    matrix = found.matrix[[row for codes, row in cells if shown[codes]]]
    hidden = found.matrix[[row for codes, row in cells if not shown[codes]]]
    order = [domein.tellingen.bladeren.index(key) for key in SLEUTELS]
    assert domein.bevolking is not None
    rng = np.random.default_rng(7)
    twins: list[np.ndarray] = []
    for _ in range(40):
        done = milp(
            rng.normal(size=len(raw)),
            constraints=LinearConstraint(matrix, *([matrix @ domein.tellingen.aantal] * 2)),
            bounds=Bounds(0, domein.bevolking),
            integrality=np.ones(len(raw)),
        )
        counts = np.rint(done.x).astype(np.int64)
        assert (matrix @ counts == matrix @ domein.tellingen.aantal).all()
        others = [raw, *twins]
        if len(twins) < TWEELINGEN and all((counts[order] != one).any() for one in others):
            twins.append(counts[order])
    moved = np.array([hidden @ _terug(one, order) for one in (raw, *twins)])
    assert (moved.min(axis=0) < moved.max(axis=0)).all(), (
        "een verborgen cel is in elke tweeling gelijk"
    )
    return twins


def _terug(counts: np.ndarray, order: list[int]) -> np.ndarray:
    """Counts in the order of the domain."""
    found = np.empty_like(counts)
    found[order] = counts
    return found


def test_twins_differ_in_what_is_hidden(tweelingen: list[Tweeling]) -> None:
    assert len(tweelingen) == 1 + TWEELINGEN
    tables = {tuple(one.tellingen.tolist()) for one in tweelingen}
    assert len(tables) == len(tweelingen)
    hidden = [row for row in _gepubliceerd(tweelingen[0]) if not row["aantal"]]
    assert len(hidden) >= 20
    assert any(0 < count < 10 for one in tweelingen for count in one.tellingen.tolist())


def test_twins_publish_the_same(tweelingen: list[Tweeling]) -> None:
    """Table, report, manifest: what the command writes says nothing of what it hides."""
    assert sorted(tweelingen[0].uitgave()) == sorted(
        [*GESCHREVEN, "definitie.yml", "bevolking.csv"]
    )
    for other in tweelingen[1:]:
        assert other.uitgave() == tweelingen[0].uitgave()


def test_twins_make_the_same_site(tweelingen: list[Tweeling]) -> None:
    first, *others = (one.site for one in tweelingen)
    names = _bestanden(first)
    assert any(name.startswith("en/data/v1/monitor/eigen-soort") for name in names)
    for other in others:
        assert _bestanden(other) == names
        _, different, unread = filecmp.cmpfiles(first, other, names, shallow=False)
        assert (different, unread) == ([], [])


def _bestanden(site: Path) -> list[str]:
    """Every file; the search index is Pagefind's own affair, made of the pages that are compared."""
    found = (one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file())
    return sorted(one for one in found if not one.startswith("pagefind/"))


def test_the_site_shows_the_release_and_hides_what_it_hides(tweelingen: list[Tweeling]) -> None:
    """So that the twins are compared on something."""
    first = tweelingen[0]
    text = (first.site / "data" / "v1" / "cijfers.csv").read_text(encoding="utf-8-sig")
    shown = {
        row["Kenmerk"]: row["Waarde"] for row in csv.DictReader(io.StringIO(text), delimiter=";")
    }
    for indicator, name, other in (
        ("eigen-telling", "leeftijd", "soort"),
        ("eigen-soort", "soort", "leeftijd"),
    ):
        for row in _gepubliceerd(first):
            if row[other] == "totaal":
                key = f"{indicator}/{row['gebied']}/{row['jaar']}/{row[name]}"
                assert shown[key] == (row["aantal"] or "x"), key
    assert sum(shown[key] == "x" for key in shown if key.startswith("eigen-")) >= 8


def test_manifest_and_report_of_a_release_stay_out_of_the_site(tweelingen: list[Tweeling]) -> None:
    first = tweelingen[0]
    published = (first.data / UITGAVE / "publicatie.csv").read_bytes()
    signs = [
        hashlib.sha256(published).hexdigest(),
        "regelversie",
        "publicatie_sha256",
        "Regelversie",
    ]
    manifest = (first.data / UITGAVE / "manifest.json").read_text(encoding="utf-8")
    assert [sign in manifest for sign in signs] == [True, True, True, False]
    for file in first.site.rglob("*"):
        if file.is_file():
            assert file.name not in (*GESCHREVEN, "definitie.yml", "bevolking.csv")
            raw = file.read_bytes()
            assert [sign for sign in signs if sign.encode() in raw] == [], file
