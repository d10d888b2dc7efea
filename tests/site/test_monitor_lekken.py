"""Hidden figures: where they would stand on the site, and that nothing of ours narrows them.

Recounted from the data files, without the code that makes the pages.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import ceil, floor
from pathlib import Path

import pytest

from macros.bescherming.audit.grenzen import Rekening
from macros.bescherming.audit.uitspraak import Cel, Uitspraak
from macros.bescherming.lekken.controle import Lekken
from macros.bescherming.lekken.vakken import verborgen
from macros.load import load
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Afgeschermd, Getal, Onbekend, Periode
from macros.model.monitor.indicator import TOTAAL, Waarneming
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.alles import elk_cijfer
from macros.views.monitor.cijfers import Cijferboek
from macros.views.monitor.figuur import Soort
from scripts.build import main
from tests.gebouwd import TALEN, bestand, records
from tests.site.lezen import tabel
from tests.unit.mini import DAG, Mini, kopie

Rij = dict[str, str]
Sleutel = tuple[str, str, str, str]
VERBORGEN = (".", "x")
OPENBAAR = (Soort.GETAL, Soort.GEEN, Soort.NIET_VAN_TOEPASSING)
"""What a cell is when nothing is hidden in it, nor behind it."""

REGIO = bestand("regio")["gebied"]
INDICATOREN = records("monitor/indicatoren")
AANTALLEN = {key for key, one in INDICATOREN.items() if one["eenheid"] == "aantal"}
HULP = "hulp"
AANDEEL = "hulp-per-honderd"
INWONERS = "inwoners"

AFRONDING = 2
"""To the nearest five: the count is at most two away."""


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    """The invented region, to break."""
    return kopie(tmp_path)


@pytest.fixture(scope="module")
def rijen(data: Path) -> list[Rij]:
    """Every published figure, as it stands in the data; a release has codes for the same things."""
    found = []
    for file in sorted((data / "monitor" / "waarnemingen").glob("*.csv")):
        found += _lees(file)
    for key, one in INDICATOREN.items():
        if own := one.get("uitgave"):
            [file] = (data / "monitor" / "uitgaven").glob("*/publicatie.csv")
            found += [
                {
                    "indicator": key,
                    "gebied": row[own["gebied"]],
                    "periode": row[own["periode"]],
                    "uitsplitsing": row[own["uitsplitsing"]],
                    "waarde": row["aantal"] or "x",
                }
                for row in _lees(file)
            ]
    return found


def _lees(file: Path) -> list[Rij]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.fixture(scope="module")
def regio(data: Path) -> Regio:
    found = load(data, DAG).regio
    assert found is not None
    return found


def sleutel(row: Rij) -> Sleutel:
    return row["indicator"], row["gebied"], row["periode"], row["uitsplitsing"]


def cijfers(site: Path, taal: str) -> dict[str, Rij]:
    """The download with every figure, by its key."""
    heads, *rows = tabel(site, taal, "waarnemingen")
    return {row[0]: dict(zip(heads, row, strict=True)) for row in rows}


# --- what is hidden, and where --------------------------------------------------------------


@pytest.mark.parametrize("taal", TALEN)
def test_every_hidden_figure_is_in_the_download_with_a_sign(
    site: Path, rijen: list[Rij], taal: str
) -> None:
    shown = cijfers(site, taal)
    hidden = [row for row in rijen if row["waarde"] in VERBORGEN]
    assert {row["waarde"] for row in hidden} == set(VERBORGEN)
    for row in hidden:
        found = shown["/".join(sleutel(row))]
        assert (found["waarde"], found["teken"]) == ("", row["waarde"])


@pytest.mark.parametrize("taal", TALEN)
def test_no_sum_of_the_region_has_a_hidden_part(site: Path, rijen: list[Rij], taal: str) -> None:
    """Else the total minus the parts that are shown would tell it."""
    shown = cijfers(site, taal)
    published = {sleutel(row): row for row in rijen}
    members = records("gemeenten")
    wrong, checked = [], 0
    for (indicator, area, period, part), row in published.items():
        if row["waarde"] in VERBORGEN and area in members:
            total = shown.get("/".join((indicator, REGIO, period, part)))
            if (indicator, REGIO, period, part) in published or total is None:
                continue
            checked += 1
            if total["waarde"] or total["waarde_soort"] not in ("afgeschermd", "niet-te-berekenen"):
                wrong.append(total)
    assert wrong == []
    assert checked


def test_what_the_scanner_takes_for_hidden_is_what_the_data_hide(
    regio: Regio, rijen: list[Rij]
) -> None:
    """Figures of the source, and of ours: the sums of the region, and the shares."""
    published = {sleutel(row): row["waarde"] for row in rijen}
    own = {key for key, value in published.items() if value in VERBORGEN}
    sums = {
        (indicator, REGIO, period, part)
        for indicator, area, period, part in own
        if area in records("gemeenten") and indicator in AANTALLEN
    } - published.keys()
    shares = {
        (AANDEEL, area, period, part)
        for indicator, area, period, part in own | sums
        if (indicator, part) == (HULP, TOTAAL)
    }
    assert sums
    assert shares
    assert verborgen(regio) == own | sums | shares


def test_the_scanner_and_the_pages_work_out_the_same_hidden_figures(regio: Regio) -> None:
    """Each in its own way."""
    rows = elk_cijfer(_blik(regio))
    shown = {row.kenmerk for row in rows if isinstance(row.vondst.cijfer, Afgeschermd | Onbekend)}
    assert {"/".join(one) for one in verborgen(regio)} == shown


@pytest.mark.parametrize("taal", TALEN)
def test_the_scanner_knows_each_place_of_a_hidden_figure(
    site: Path, regio: Regio, taal: str
) -> None:
    """Every cell of a figure that hides something is one that the data hide, and the reverse."""
    lekken = Lekken(site, verborgen(regio))
    folder = site / TALEN[taal] / "data" / "v1" / "monitor"
    expected, found = set(), set()
    for file in folder.glob("*.json"):
        if file.name.endswith(".plotly.json"):
            continue
        data = json.loads(file.read_text(encoding="utf-8"))
        for row in data["rijen"]:
            for series, cell in zip(data["reeksen"], row["waarden"], strict=True):
                if cell["soort"] not in OPENBAAR:
                    expected.add((file.stem, row["id"], series))
        rows = {row["id"] for row in data["rijen"]}
        for one in lekken.verborgen[TALEN[taal]]:
            place = one.rij(file.stem, data["titel"])
            if place in rows and one.periode in data["reeksen"]:
                found.add((file.stem, place, one.periode))
    assert found == expected
    assert found


# --- what we add to the figures of others ---------------------------------------------------


def _met(regio: Regio, waarde: Decimal) -> Regio:
    """The region with a number in every cell that has none."""

    def vul(row: Waarneming) -> Waarneming:
        return (
            row
            if isinstance(row.waarde, Getal)
            else row.model_copy(update={"waarde": Getal(waarde)})
        )

    files = {
        key: file.model_copy(update={"rijen": tuple(map(vul, file.rijen))})
        for key, file in regio.waarnemingen.items()
    }
    return replace(regio, waarnemingen=files)


def _blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), Datum(2023))


def _boek(regio: Regio) -> Cijferboek:
    return Cijferboek(_blik(regio))


def test_a_figure_of_ours_follows_from_published_figures_alone(regio: Regio) -> None:
    """Whatever is behind a sign, 3 or 40,000: each sum and share that is shown stays what it is."""
    boeken = [_boek(_met(regio, Decimal(n))) for n in (3, 40_000)]
    echt = _boek(regio)
    areas = (*echt.gemeenten, echt.gebied, *regio.referentiegebieden)
    ours, changed = 0, 0
    for indicator in regio.indicatoren.values():
        for area, part in product(areas, (TOTAAL, *(one.id for one in indicator.delen()))):
            for period in echt.perioden(indicator, [area], part):
                found = echt.vind(indicator, area, period, part)
                others = [one.vind(indicator, area, period, part) for one in boeken]
                assert found is not None
                if isinstance(found.cijfer, Getal):
                    ours += found.afgeleid
                    assert [one and one.cijfer for one in others] == [found.cijfer] * 2
                else:
                    changed += others[0] != others[1]
    assert ours
    assert changed


Som = Callable[..., tuple[int, ...]]


@pytest.mark.parametrize("jaar", ["2021", "2022"])
def test_what_we_add_does_not_narrow_a_figure_that_the_source_hides(
    regio: Regio, rijen: list[Rij], jaar: str
) -> None:
    """The bounds of each hidden figure of the municipalities, with and without our figures.

    The source rounds each number to five by itself. Ours: the sums of the region and the shares; a
    share is of the rounded number, and is read as widely as that allows.
    """
    source_rows = {
        (row["gebied"], row["uitsplitsing"]): row["waarde"]
        for row in rijen
        if (row["indicator"], row["periode"]) == (HULP, jaar) and row["gebied"] in regio.gemeenten
    }
    areas = sorted({area for area, _ in source_rows})
    splits = [[part.id for part in one.delen] for one in regio.indicatoren[HULP].uitsplitsingen]
    inner = list(product(areas, *splits))

    def som(*gebieden: str, deel: str = TOTAAL) -> tuple[int, ...]:
        return tuple(
            number
            for number, (area, *parts) in enumerate(inner)
            if area in gebieden and deel in (TOTAAL, *parts)
        )

    source = [
        _ongeveer(som(area, deel=part), int(value), AFRONDING)
        for (area, part), value in source_rows.items()
        if value not in VERBORGEN
    ]
    hidden = [
        Cel(som(area, deel=part), 10)
        for (area, part), value in source_rows.items()
        if value in VERBORGEN
    ]
    assert hidden
    boek, period = _boek(regio), Periode.parse(jaar)
    parts = [TOTAAL, *(part for split in splits for part in split)]
    sums = [*_sommen(boek, period, areas, parts, som)]
    shares = [*_aandelen(boek, period, areas, som)]
    assert sums
    assert shares
    ours = [*sums, *shares]
    before = Rekening(len(inner), source, hidden, 10, exact=True)
    after = Rekening(len(inner), [*source, *ours], hidden, 10, exact=True)
    for number in range(len(hidden)):
        one, two = before.grenzen(number), after.grenzen(number)
        assert one.exact
        assert two.exact
        assert (one.laag, one.hoog) == (two.laag, two.hoog)


def _ongeveer(cellen: tuple[int, ...], aantal: int, ruimte: int) -> Uitspraak:
    return Uitspraak(cellen, max(aantal - ruimte, 0), aantal + ruimte)


def _sommen(
    boek: Cijferboek, periode: Periode, areas: list[str], parts: list[str], som: Som
) -> Iterator[Uitspraak]:
    """The sums of the region, each a sum of numbers that were rounded by themselves."""
    for part in parts:
        found = boek.vind(boek.regio.indicatoren[HULP], boek.gebied, periode, part)
        if found is not None and isinstance(found.cijfer, Getal):
            assert found.afgeleid
            ruimte = AFRONDING * len(areas)
            yield _ongeveer(som(*areas, deel=part), int(found.cijfer.waarde), ruimte)


def _aandelen(
    boek: Cijferboek, periode: Periode, areas: list[str], som: Som
) -> Iterator[Uitspraak]:
    """The shares: a rounded number that prints like that is a multiple of five."""
    share, people = (boek.regio.indicatoren[one] for one in (AANDEEL, INWONERS))
    half = Fraction(1, 20)
    for area in (*areas, boek.gebied):
        found, whole = boek.vind(share, area, periode), boek.vind(people, area, periode)
        if found is None or not isinstance(found.cijfer, Getal):
            continue
        assert whole is not None
        assert isinstance(whole.cijfer, Getal)
        below = int(whole.cijfer.waarde)
        rate = Fraction(found.cijfer.waarde)
        low, high = (rate - half) * below / 100, (rate + half) * below / 100
        parts = areas if area == boek.gebied else [area]
        slack = AFRONDING * len(parts)
        yield Uitspraak(som(*parts), max(ceil(low / 5) * 5 - slack, 0), floor(high / 5) * 5 + slack)


# --- what stops the build -------------------------------------------------------------------

PUBLICATIE = "monitor/uitgaven/001/publicatie.csv"


@pytest.fixture
def oud(tmp_path: Path) -> Path:
    """A site that was built before."""
    for name in ("index.html", "en/index.html", "pagefind/pagefind.js"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(f"De oude {name}.", encoding="utf-8")
    return tmp_path / "site"


def inhoud(site: Path) -> dict[str, bytes]:
    return {
        one.relative_to(site).as_posix(): one.read_bytes()
        for one in site.rglob("*")
        if one.is_file()
    }


def test_a_leaking_release_stops_the_build_and_the_old_site_stays(
    mini: Mini, oud: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the table, the cell, and the published figures that give it away."""
    before = inhoud(oud)
    mini.vervang(PUBLICATIE, "gemeente-stad;oud;2022;1;", "gemeente-stad;oud;2022;1;53")
    assert main(["--data", str(mini.map), "--out", str(oud)]) == 1
    said = capsys.readouterr().err
    assert "De site is niet gebouwd: de gegevens hebben fouten. De oude site blijft staan." in said
    [line] = [one for one in said.splitlines() if "gemeente-stad / jong / 2022: " in one]
    assert line.startswith(f"{mini.map}/{PUBLICATIE}:12:1: fout: Uitgave 001, tabel 1, ")
    _, _, why = line.partition(", door: ")
    assert "tabel 1, gemeente-stad / totaal / 2022: 60" in why
    assert "tabel 1, gemeente-stad / oud / 2022: 53" in why
    assert inhoud(oud) == before


def test_two_releases_that_are_safe_apart_and_not_together_stop_the_build(
    mini: Mini, oud: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second one shows by age what the first one hid, and hides two other cells."""
    assert mini.issues("lek") == []
    text = mini.lees(PUBLICATIE)
    for old, new in (
        ("gemeente-eiland;jong;2022;1;", "gemeente-eiland;jong;2022;1;30"),
        ("gemeente-eiland;oud;2022;1;", "gemeente-eiland;oud;2022;1;30"),
        ("gemeente-dorp;jong;2022;1;40", "gemeente-dorp;jong;2022;1;"),
        ("gemeente-dorp;oud;2022;1;40", "gemeente-dorp;oud;2022;1;"),
    ):
        assert old in text
        text = text.replace(old, new)
    definition = mini.lees("monitor/uitgaven/001/definitie.yml")
    (mini.map / "monitor/uitgaven/002").mkdir()
    mini.schrijf("monitor/uitgaven/002/definitie.yml", definition)
    mini.schrijf("monitor/uitgaven/002/publicatie.csv", text)
    before = inhoud(oud)
    assert main(["--data", str(mini.map), "--out", str(oud)]) == 1
    said = capsys.readouterr().err
    [line] = [one for one in said.splitlines() if "gemeente-stad / jong / 2022: " in one]
    assert "uitgave 001" in line.casefold()
    assert "uitgave 002" in line.casefold()
    assert inhoud(oud) == before


def test_a_site_that_gives_something_away_does_not_replace_the_old_one(
    mini: Mini, oud: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure that the data hide and the pages show: as a mistake in the pages would make."""
    monkeypatch.setenv("SITE_URL", "https://voorbeeld.test/")
    monkeypatch.setenv("SITE_DATA", str(mini.map))  # what the build sets, so that it is undone
    before = inhoud(oud)
    monkeypatch.setattr(
        "scripts.build.verborgen",
        lambda regio: verborgen(regio) | {("hulp", "gemeente-stad", "2022", TOTAAL)},
    )
    assert main(["--data", str(mini.map), "--out", str(oud)]) == 1
    said = capsys.readouterr().err.partition("De gebouwde site klopt niet:")[2].splitlines()
    for begin in (
        "data/v1/waarnemingen.csv: rij hulp/gemeente-stad/2022/totaal: dit cijfer is verborgen",
        "en/data/v1/monitor/hulp-verandering.json: 's-Stad, 2022: dit cijfer is verborgen",
        "monitor/gemeente/gemeente-stad/index.html (data/gemeenten/gemeente-stad.yml): tabel gemeente-",
    ):
        assert any(one.startswith(begin) for one in said), said
    assert inhoud(oud) == before
