"""The table of help says what the page says: never a number that the page does not show."""

from __future__ import annotations

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.hulp.hulp import alle_hulp
from tests.unit.mini import met
from tests.unit.opendata import WORTEL, rijen

VANDAAG = Datum(2023, 1, 1)
DORP, EILAND, STAD = "gemeente-dorp", "gemeente-eiland", "gemeente-stad"


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), VANDAAG)


def test_help_stands_in_the_order_of_the_page(blik: Blik) -> None:
    assert list(rijen(blik, "hulp")) == [row.id for row in alle_hulp(blik)]


def test_help_of_a_municipality_has_everything_the_page_says(blik: Blik) -> None:
    row = rijen(blik, "hulp")["steunpunt-dorp"]
    said = {
        "naam": "Steunpunt Dorp & Co",
        "soort": "steunpunt",
        "voor_wie": ("ouders", "professionals"),
        "vragen": ("Wat kan de school doen?", "Hoe komt mijn kind op een plek die past?"),
        "sectoren": ("PO",),
        "landelijk": False,
        "gemeenten": (DORP,),
        "gemeenten_naam": ("Dorp",),
        "telefoon": "088-000 00 01",
        "telefoon_zekerheid": "voorbeeld",
        "website": "https://steunpunt.example/",
        "tijden": "elke ochtend",
        "kosten": "gratis",
        "talen": ("nl", "en"),
        "gezien_op": "2021-06",
        "controle_op": "2030-01",
        "pagina": f"{WORTEL}hulp/#steunpunt-dorp",
        "bron": "plan",
        "peildatum": "2021-06-15",
        "zekerheid": "voorbeeld",
        "onbekend": (),
    }
    assert {name: row[name] for name in said} == said


def test_a_number_has_the_source_it_was_found_in(blik: Blik) -> None:
    row = rijen(blik, "hulp")["consulent"]
    assert (row["bron"], row["telefoon_bron"]) == ("plan", "verslag")


def test_a_number_that_nobody_knows_has_no_source_of_its_own(blik: Blik) -> None:
    row = rijen(blik, "hulp")["school"]
    assert [row[name] for name in ("telefoon", "telefoon_bron", "telefoon_zekerheid")] == [None] * 3
    assert row["onbekend"] == ("telefoon", "website", "kosten", "talen")


def test_national_help_is_there_for_every_municipality(blik: Blik) -> None:
    row = rijen(blik, "hulp")["consulent"]
    assert (row["landelijk"], row["gemeenten"]) == (True, (DORP, EILAND, STAD))


def test_help_of_a_samenwerkingsverband_is_there_where_that_works_and_for_its_schools(
    blik: Blik,
) -> None:
    row = rijen(blik, "hulp")["steunpunt-mini"]
    assert row["samenwerkingsverbanden"] == ("swv-mini",)
    assert row["samenwerkingsverbanden_naam"] == ("Samenwerkingsverband Mini",)
    assert (row["gemeenten"], row["sectoren"]) == ((DORP,), ("PO", "VO"))


def test_where_help_is_may_be_unknown(blik: Blik) -> None:
    row = rijen(blik, "hulp")["leerplicht-overal"]
    assert row["gemeenten"] is None
    assert row["onbekend"] == ("gemeenten", "gemeenten_naam", "telefoon", "kosten", "talen")


def test_hours_are_unknown_only_where_there_is_a_number(blik: Blik) -> None:
    rows = rijen(blik, "hulp")
    unknown = {key for key, row in rows.items() if "tijden" in str(row["onbekend"])}
    assert unknown == {"leerplicht-stad", "consulent"}
    assert rows["school"]["tijden"] is None


def test_help_that_no_longer_counts_comes_last_without_a_way_to_reach_it(regio: Regio) -> None:
    gone = {"status": Status.GEARCHIVEERD}
    for key in ("consulent", "school"):
        regio = met(regio, "hulp", regio.hulp[key].model_copy(update=gone))
    rows = rijen(Blik(regio, Vertaler("nl"), VANDAAG), "hulp")
    assert [*rows][-2:] == ["consulent", "school"]
    ways = ("telefoon", "telefoon_bron", "telefoon_zekerheid", "website", "anders", "tijden")
    for key in ("consulent", "school"):
        assert rows[key]["status"] == "gearchiveerd"
        assert [rows[key][name] for name in (*ways, "pagina")] == [None] * 7
        assert rows[key]["onbekend"] == ("kosten", "talen")
