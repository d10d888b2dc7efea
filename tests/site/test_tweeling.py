"""Twins: other counts that agree with all that is published make the same site, to the byte.

Raw counts are invented, protected by the command, put in the ledger of the invented region and
built. Then three other tables of whole numbers are looked for that give every published figure and
differ where it is hidden. What they publish must be the same, and so must the site: then nothing
that a visitor gets can depend on what is hidden. The data of all twins are then the same bytes, so
two sites will do; one is built in another order of sets, and so nothing depends on that either.
"""

from __future__ import annotations

import csv
import filecmp
import hashlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from macros.bescherming.disclosure import bescherm as bescherming
from macros.bescherming.disclosure.cellen import cellen
from macros.bescherming.disclosure.domein import Domein, lees_domein
from macros.bescherming.disclosure.onderdrukken import geheim
from scripts.bescherm import main
from tests.gebouwd import Gedeeld, bouw, eenmaal
from tests.unit.mini import Mini

Tellingen = np.ndarray[Any, np.dtype[np.int64]]

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


class Tweeling(Gedeeld):
    """What one table of counts led to."""

    @property
    def tellingen(self) -> list[str]:
        """The counts, in the order of ``SLEUTELS``; they lie outside the data."""
        lines = (self.folder / "tellingen.csv").read_text(encoding="utf-8").splitlines()
        return [row["kinderen"] for row in csv.DictReader(lines, delimiter=";")]

    def gegevens(self) -> dict[str, bytes]:
        """Every file that would be committed."""
        files = sorted(one for one in self.data.rglob("*") if one.is_file())
        return {one.relative_to(self.data).as_posix(): one.read_bytes() for one in files}


@pytest.fixture(scope="module")
def tweelingen(tmp_path_factory: pytest.TempPathFactory, data: Path) -> list[Tweeling]:
    """The invented counts first, then their twins; each protected and put in the data. The first
    and the last have a site.
    """

    def maak(base: Path) -> None:
        raw = np.random.default_rng(6).negative_binomial(1, 0.15, len(SLEUTELS))
        with pytest.MonkeyPatch.context() as patch:
            # The same cells hidden, whatever is in them now: that is what a twin is.
            patch.setattr(bescherming, "geheim", _alleen_eerste(geheim))
            first = _publiceer(base / "0", raw, data)
            for number, counts in enumerate(_tweelingen(first, raw), 1):
                last = _publiceer(base / str(number), counts, data)
        for seed, one in enumerate((first, last), 1):
            bouw(one.data, one.site, PYTHONHASHSEED=str(seed))

    base = eenmaal(tmp_path_factory, "tweelingen", maak)
    return [Tweeling(folder) for folder in sorted(base.iterdir())]


def _alleen_eerste(protect: Callable[..., Any]) -> Callable[..., Any]:
    """The answer to the first question, whatever is asked."""
    found: list[Any] = []

    def eerste(*args: Any, **kwargs: Any) -> Any:
        if not found:
            found.append(protect(*args, **kwargs))
        return found[0]

    return eerste


def _publiceer(folder: Path, counts: Tellingen, data: Path) -> Tweeling:
    """Run the command on counts outside the data folder; it writes the release into it."""
    mini = Mini(folder / "data")
    shutil.copytree(data, mini.map)
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
    return Tweeling(folder)


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


def _schrijf(file: Path, columns: list[str], values: Iterator[list[Any]]) -> None:
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


def _tweelingen(echt: Tweeling, raw: Tellingen) -> list[Tellingen]:
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
    twins: list[Tellingen] = []
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


def _terug(counts: Tellingen, order: list[int]) -> Tellingen:
    """Counts in the order of the domain."""
    found = np.empty_like(counts)
    found[order] = counts
    return found


def test_twins_differ_in_what_is_hidden(tweelingen: list[Tweeling]) -> None:
    assert len(tweelingen) == 1 + TWEELINGEN
    tables = {tuple(one.tellingen) for one in tweelingen}
    assert len(tables) == len(tweelingen)
    hidden = [row for row in _gepubliceerd(tweelingen[0]) if not row["aantal"]]
    assert len(hidden) >= 20
    assert any(0 < int(count) < 10 for one in tweelingen for count in one.tellingen)


def test_twins_publish_the_same(tweelingen: list[Tweeling]) -> None:
    """Table, report, manifest: what the command writes says nothing of what it hides."""
    first, *others = (one.gegevens() for one in tweelingen)
    assert {f"{UITGAVE}/{name}" for name in GESCHREVEN} <= first.keys()
    for other in others:
        assert other == first


def test_twins_make_the_same_site(tweelingen: list[Tweeling]) -> None:
    """In another folder, with other counts beside it, and with another order of sets."""
    first, other = tweelingen[0].site, tweelingen[-1].site
    names = _bestanden(first)
    assert any(name.startswith("en/data/v1/monitor/eigen-soort") for name in names)
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
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    shown = {row["id"]: row["teken"] or row["waarde"] for row in rows}
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
