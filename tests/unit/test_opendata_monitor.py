"""Open data of the monitor, as an analyst reads the rows: numbers, signs, periods, where it is from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status, Zekerheid
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Cijferstatus, Periode, lees
from macros.model.monitor.indicator import Waarneming
from macros.opendata.contract import alle_tabellen
from macros.opendata.figuur import figuurkop, figuurtabellen, gemeentetabellen
from macros.opendata.gevuld import Gevuld, gevuld
from macros.opendata.v1.monitor import waarnemingen
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.alles import alle_figuren
from macros.views.monitor.figuur import Soort
from tests.unit.opendata import WORTEL, rijen

VAN = "hulp/gemeente-dorp/2022/totaal"


def gezien(regio: Regio, taal: str = "nl") -> Blik:
    return Blik(regio, Vertaler(taal), Datum(2023))


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return gezien(regio)


def met_rij(regio: Regio, kenmerk: str, **anders: Any) -> Regio:
    """The region with one row of a figure otherwise, or one more."""
    [file] = regio.waarnemingen.values()
    indicator, area, period, part = kenmerk.split("/")
    key = (indicator, area, period, part)
    row = Waarneming.model_construct(
        **{
            "indicator": indicator,
            "gebied": area,
            "periode": Periode.parse(period),
            "uitsplitsing": part,
            "waarde": lees("12"),
            "status": Cijferstatus.DEFINITIEF,
            "opgehaald": Datum(2022, 11, 1),
            "bron": file.rijen[0].bron,
            "zekerheid": Zekerheid.AFGELEID,
            **anders,
        }
    )
    others = tuple(
        one
        for one in file.rijen
        if (one.indicator, one.gebied, str(one.periode), one.uitsplitsing) != key
    )
    changed = file.model_copy(update={"rijen": (*others, row)})
    return replace(regio, waarnemingen={file.id: changed})


def rij(regio: Regio, kenmerk: str = VAN, **anders: Any) -> dict[str, Any]:
    return rijen(gezien(met_rij(regio, kenmerk, **anders)), "waarnemingen")[kenmerk]


def test_a_figure_is_a_number_with_codes_days_and_where_it_is_from(blik: Blik) -> None:
    row = rijen(blik, "waarnemingen")[VAN]
    assert row["id"] == "/".join(
        str(row[one]) for one in ("indicator", "gebied", "periode", "deel")
    )
    assert (row["waarde"], row["teken"], row["eenheid"]) == (Decimal(60), None, "kinderen")
    assert (row["gebied_naam"], row["gebied_soort"]) == ("Dorp", "gemeente")
    assert str(row["gebied_code"]).startswith("GM")
    assert (row["periode_van"], row["periode_tot"]) == ("2022-01-01", "2022-12-31")
    assert row["periode_interval"] == "2022-01-01/2022-12-31"
    assert (row["uitsplitsing"], row["deel_naam"]) == (None, "totaal")
    assert (row["status"], row["berekend"], row["bron"]) == ("voorlopig", False, ("verslag",))
    assert row["opgehaald"] == "2022-11-01"


@pytest.mark.parametrize(
    ("printed", "value", "sign", "kind"),
    [
        ("12,50", Decimal("12.50"), None, "getal"),
        ("0", Decimal(0), None, "getal"),
        ("-", Decimal(0), "-", "getal"),
        (".", None, ".", "onbekend-of-geheim"),
        ("x", None, "x", "afgeschermd"),
        ("", None, None, "niet-van-toepassing"),
    ],
)
def test_a_sign_of_the_source_stands_apart_from_the_number(
    regio: Regio, printed: str, value: Decimal | None, sign: str | None, kind: str
) -> None:
    row = rij(regio, waarde=lees(printed))
    assert row["waarde_soort"] == kind
    assert (row["waarde"], row["teken"]) == (value, sign)
    assert str(row["waarde"]) == str(value), "with the decimals that it has"
    assert "waarde" not in row["onbekend"]


@pytest.mark.parametrize(
    ("period", "first", "last", "called"),
    [
        ("2022", "2022-01-01", "2022-12-31", "2022"),
        ("2022-h1", "2022-01-01", "2022-06-30", "eerste halfjaar 2022"),
        ("2022-h2", "2022-07-01", "2022-12-31", "tweede halfjaar 2022"),
        ("2023-2024", "2023-08-01", "2024-07-31", "schooljaar 2023-2024"),
    ],
)
def test_a_period_is_a_first_and_a_last_day(
    regio: Regio, period: str, first: str, last: str, called: str
) -> None:
    row = rij(regio, f"hulp/gemeente-dorp/{period}/totaal")
    assert (row["periode"], row["periode_naam"]) == (period, called)
    assert (row["periode_van"], row["periode_tot"]) == (first, last)
    assert row["periode_interval"] == f"{first}/{last}"


@pytest.mark.parametrize("year", [2020, 2023])
def test_periods_follow_each_other_without_a_day_between(year: int) -> None:
    half, other = (Periode(year, n).dagen for n in (1, 2))
    one, two = (Periode(n, schooljaar=True).dagen for n in (year, year + 1))
    day = datetime.timedelta(1)
    assert (half[0], other[1]) == Periode(year).dagen
    assert half[1] + day == other[0]
    assert one[1] + day == two[0]


def test_what_nobody_knows_is_empty_and_said_so(regio: Regio) -> None:
    row = rij(regio, status=Cijferstatus.ONBEKEND, zekerheid=Zekerheid.ONBEKEND)
    assert (row["status"], row["zekerheid"]) == (None, None)
    assert row["onbekend"] == ("status", "zekerheid")
    share = regio.indicatoren["hulp-per-honderd"]
    plain = share.model_copy(update={"noemer": ONBEKEND, "populatie": ONBEKEND})
    rows = rijen(
        gezien(replace(regio, indicatoren={**regio.indicatoren, share.id: plain})), "waarnemingen"
    )
    assert rows["hulp-per-honderd/gemeente-dorp/2022/totaal"]["onbekend"] == ("deel_van",)


def test_a_share_of_ours_says_so_and_is_as_old_as_its_oldest_part(regio: Regio) -> None:
    older = met_rij(regio, VAN, waarde=lees("60"), opgehaald=Datum(2021, 5), bron="ander")
    row = rijen(gezien(older), "waarnemingen")["hulp-per-honderd/gemeente-dorp/2022/totaal"]
    assert row["berekend"] is True
    assert (row["waarde"], row["eenheid"]) == (Decimal("1.5"), "%")
    assert row["opgehaald"] == "2021-05"
    assert row["bron"] == ("ander", "verslag")
    assert row["zekerheid"] == "afgeleid"
    assert row["deel_van"]


def test_what_follows_from_a_hidden_figure_has_no_number_either(blik: Blik) -> None:
    rows = rijen(blik, "waarnemingen")
    for key in ("hulp-per-honderd/gemeente-eiland/2022/totaal", "hulp/heel-mini/2022/klein"):
        row = rows[key]
        assert row["berekend"] is True
        assert (row["waarde"], row["teken"]) == (None, None)
        assert row["waarde_soort"] == "niet-te-berekenen"


def test_what_a_municipality_says_stands_with_its_figure_alone(blik: Blik) -> None:
    rows = rijen(blik, "waarnemingen")
    said = {key: row["toelichting"] for key, row in rows.items() if row["toelichting"]}
    [text] = {row["tekst"] for row in rijen(blik, "toelichtingen").values()}
    assert said == {"hulp-per-honderd/gemeente-dorp/2022/totaal": (text,)}


def test_a_figure_that_is_archived_keeps_its_rows_as_it_keeps_its_page(regio: Regio) -> None:
    one = regio.indicatoren["hulp"].model_copy(update={"status": Status.GEARCHIVEERD})
    retired = gezien(replace(regio, indicatoren={**regio.indicatoren, "hulp": one}))
    assert rijen(retired, "waarnemingen").keys() == rijen(gezien(regio), "waarnemingen").keys()
    assert rijen(retired, "indicatoren")["hulp"]["status"] == "gearchiveerd"


def test_a_split_has_a_row_for_each_part_and_a_series_its_caveat(blik: Blik) -> None:
    parts = rijen(blik, "uitsplitsingen")
    assert [key for key in parts if str(key).startswith("hulp/")] == ["hulp/klein", "hulp/groot"]
    assert parts["hulp/klein"]["volgorde"] == 1
    for key, row in rijen(blik, "waarnemingen").items():
        known = parts.get(f"{row['indicator']}/{row['deel']}")
        assert (
            row["deel"] == "totaal" if known is None else known["deel_naam"] == row["deel_naam"]
        ), key
    series = rijen(blik, "reeksen")["hulp/2021"]
    assert series["perioden"] == ("2021", "2022")
    assert series["voorbehoud"]


def test_two_figures_that_must_not_be_laid_side_by_side_are_one_row(regio: Regio) -> None:
    """Also when both sides say it, in whatever order."""
    pairs = {"hulp": "inwoners", "inwoners": "hulp"}
    told = {}
    for key, other in pairs.items():
        item = type("Niet", (), {"indicator": other, "reden": "Zomaar."})()
        told[key] = regio.indicatoren[key].model_copy(update={"niet_naast": (item,)})
    rows = rijen(gezien(replace(regio, indicatoren={**regio.indicatoren, **told})), "niet_naast")
    assert list(rows) == ["hulp/inwoners"]
    assert rows["hulp/inwoners"]["reden"] == "Zomaar."


def test_a_formula_names_the_figures_that_it_is_made_of(blik: Blik) -> None:
    row = rijen(blik, "indicatoren")["hulp-per-honderd"]
    assert row["berekend_boven"] == ("hulp/totaal",)
    assert row["berekend_onder"] == ("inwoners/totaal",)
    assert row["berekening"]
    assert rijen(blik, "indicatoren")["hulp"]["berekening"] is None


def test_a_reading_of_the_figures_says_what_they_say_and_what_to_do(blik: Blik) -> None:
    said, todo = rijen(blik, "constateringen"), rijen(blik, "duidingafspraken")
    [reading] = rijen(blik, "duidingen").values()
    assert {row["duiding"] for row in (*said.values(), *todo.values())} == {reading["id"]}
    assert all(key == f"{row['duiding']}/{row['indicator']}" for key, row in said.items())


# --- the files of one figure and of one municipality


def alles(blik: Blik) -> Gevuld:
    [table] = (one for one in alle_tabellen() if one.maak is waarnemingen)
    return gevuld(blik, table, WORTEL)


def per_rol(gevuld: Gevuld) -> Iterator[tuple[str, str]]:
    names = [one.naam for one in gevuld.velden]
    at = names.index("rol")
    for row in gevuld.rijen:
        yield str(row[0]), str(row[at])


def test_the_rows_of_a_figure_are_those_of_the_table_with_every_figure(blik: Blik) -> None:
    whole = alles(blik)
    every = {row[0]: row for row in whole.rijen}
    tables = [*figuurtabellen(blik, whole)]
    assert [figure.id for figure, _ in tables] == list(alle_figuren(blik))
    for figure, table in tables:
        assert (table.naam, table.titel) == (f"monitor/{figure.id}", figure.titel)
        for row in table.rijen:
            assert (*row[:-3], *row[-2:]) == every[row[0]]
        cells = [point for lane in figure.banen for point in lane.punten]
        lines = [line.punt for line in figure.lijnen]
        assert [*per_rol(table)] == [
            *((one.kenmerk, "rij") for one in cells if one.soort is not Soort.GEEN),
            *((one.kenmerk, "lijn") for one in lines),
        ]


def test_where_the_source_has_no_row_a_figure_has_none_either(regio: Regio) -> None:
    [file] = regio.waarnemingen.values()
    fewer = tuple(one for one in file.rijen if one.gebied != "gemeente-eiland")
    less = replace(regio, waarnemingen={file.id: file.model_copy(update={"rijen": fewer})})
    look = gezien(less)
    tables = {figure.id: (figure, table) for figure, table in figuurtabellen(look, alles(look))}
    figure, table = tables["hulp-gemeenten"]
    assert Soort.GEEN in figure.soorten
    assert {str(row[0]).split("/")[1] for row in table.rijen} == {"gemeente-dorp", "gemeente-stad"}


def test_a_municipality_has_all_of_its_rows_and_no_other(blik: Blik) -> None:
    whole = alles(blik)
    tables = [*gemeentetabellen(blik, whole)]
    assert {one.naam for one in tables} == {"gemeente/dorp", "gemeente/eiland", "gemeente/stad"}
    rows = [row for one in tables for row in one.rijen]
    assert sorted(map(str, rows)) == sorted(
        str(row) for row in whole.rijen if str(row[0]).split("/")[1] in blik.regio.gemeenten
    )


def test_the_head_of_a_figure_says_what_and_where_it_is(blik: Blik) -> None:
    figure = alle_figuren(blik)["hulp-gemeenten"]
    head = figuurkop(blik, figure, "2022-11-01", WORTEL)
    assert (head["id"], head["indicator"], head["taal"]) == ("hulp-gemeenten", "hulp", "nl")
    assert head["adres"] == f"{WORTEL}monitor/hulp/#hulp-gemeenten"
    assert (head["stand"], head["onvertaald"]) == ("2022-11-01", [])
    hidden = [row["waarden"][0] for row in head["rijen"] if row["id"] == "gemeente-eiland"]
    assert hidden == [{"waarde": None, "soort": "onbekend", "teken": ".", "voorlopig": False}]


def test_a_figure_without_a_translation_says_what_is_still_dutch(regio: Regio) -> None:
    look = gezien(regio, "en")
    head = figuurkop(look, alle_figuren(look)["hulp-gemeenten"], None, WORTEL)
    assert head["taal"] == "en"
    assert set(head["onvertaald"]) == {"titel", "zin", "eenheid", "rijen", "lijnen", "herkomst"}
    assert set(head["onvertaald"]) <= head.keys()
