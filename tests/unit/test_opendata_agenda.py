"""The tables of the agenda say what its pages say, and tell unknown from not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import met
from tests.unit.opendata import WORTEL, rijen

VANDAAG = Datum(2023, 1, 1)


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), VANDAAG)


@pytest.fixture(scope="module")
def ander(regio: Regio) -> Blik:
    """A look at a region with an agenda that comes next, to which everything of it belongs."""
    next_one = regio.agendas["plan-2021-2023"].model_copy(
        update={
            "id": "plan-2024",
            "looptijd": ONBEKEND,
            "vastgesteld_op": None,
            "vastgesteld_door": None,
            "vervangt": "plan-2021-2023",
        }
    )
    same = {"agenda": "plan-2024"}
    regio = met(regio, "agendas", next_one)
    for field, key in (
        ("speerpunten", "veel-onbekend"),
        ("mijlpalen", "daarna"),
        ("principes", "samen-doen"),
    ):
        regio = met(regio, field, getattr(regio, field)[key].model_copy(update=same))
    return Blik(regio, Vertaler("nl"), VANDAAG)


def test_an_action_is_known_by_its_speerpunt_and_its_own_name(blik: Blik) -> None:
    rows = rijen(blik, "acties")
    assert [(key, row["nummer"]) for key, row in rows.items()] == [
        ("alles-bekend/lijst-maken", "1.1"),
        ("alles-bekend/lijst-delen", "1.2"),
        ("veel-onbekend/uitzoeken", "2.1"),
        ("veel-onbekend/opschrijven", "2.2"),
        ("oud-punt/afronden", "3.1"),
    ]


def test_an_action_tells_who_when_where_and_how_far(blik: Blik) -> None:
    row = rijen(blik, "acties")["alles-bekend/lijst-maken"]
    assert row == {
        "id": "alles-bekend/lijst-maken",
        "nummer": "1.1",
        "actie": '=SOM(alle lijsten) van S(B)O & SBO maken; "compleet"',
        "resultaat": "+1 lijst per gemeente, met <3 punten",
        "door": ("swv-mini", "gemeente-dorp"),
        "door_naam": ("Samenwerkingsverband Mini", "gemeente Dorp"),
        "wanneer": ("2021", "2022-03-01"),
        "herhaling": None,
        "waar": ("gemeente-dorp", "gemeente-stad"),
        "waar_naam": ("Dorp", "'s-Stad"),
        "stand": "afgerond",
        "stand_peildatum": "2022-03-01",
        "bewijs": ("verslag",),
        "speerpunt": "alles-bekend",
        "speerpunt_titel": 'Samen & sterk: "2 > 1"',
        "agenda": "plan-2021-2023",
        "pagina": f"{WORTEL}agenda/alles-bekend/#actie-lijst-maken",
        "status": "actief",
        "bron": "verslag",
        "vindplaats": "blz. 4",
        "peildatum": "2022",
        "zekerheid": "afgeleid",
        "onbekend": (),
        "onvertaald": (),
    }


def test_what_nobody_knows_of_an_action_is_empty_and_named(blik: Blik) -> None:
    row = rijen(blik, "acties")["veel-onbekend/uitzoeken"]
    unknown = ("resultaat", "door", "door_naam", "wanneer", "stand", "bewijs")
    assert row["onbekend"] == unknown
    assert [row[name] for name in unknown] == [None] * len(unknown)
    assert row["herhaling"] is None


def test_an_action_of_what_no_longer_counts_is_there_and_says_so(blik: Blik) -> None:
    rows = rijen(blik, "acties")
    assert {key: row["status"] for key, row in rows.items() if row["status"] != "actief"} == {
        "oud-punt/afronden": "gearchiveerd"
    }


def test_an_action_that_is_repeated_says_so_apart_from_when(regio: Regio) -> None:
    point = regio.speerpunten["veel-onbekend"]
    yearly = point.acties[0].model_copy(update={"herhaling": "elk-jaar"})
    point = point.model_copy(update={"acties": (yearly, *point.acties[1:])})
    again = Blik(met(regio, "speerpunten", point), Vertaler("nl"), VANDAAG)
    row = rijen(again, "acties")["veel-onbekend/uitzoeken"]
    assert row["herhaling"] == "elk-jaar"
    assert "wanneer" in row["onbekend"]  # type: ignore[operator]


def test_a_speerpunt_names_who_leads_it(blik: Blik) -> None:
    rows = rijen(blik, "speerpunten")
    assert list(rows) == ["alles-bekend", "veel-onbekend", "oud-punt"]
    known = rows["alles-bekend"]
    assert (known["nummer"], known["bestuurlijk_trekker"]) == (1, "gemeente-stad")
    assert known["bestuurlijk_trekker_naam"] == "gemeente 's-Stad"
    assert rows["veel-onbekend"]["onbekend"] == (
        "bestuurlijk_trekker",
        "bestuurlijk_trekker_naam",
        "ambtelijk_trekker",
        "ambtelijk_trekker_naam",
    )


def test_the_planning_has_a_row_for_each_speerpunt_and_year(blik: Blik) -> None:
    rows = rijen(blik, "planning")
    assert {key: (row["jaar"], row["fasen"]) for key, row in rows.items()} == {
        "alles-bekend/2021": (2021, ("voorbereiden", "uitvoeren")),
        "alles-bekend/2022": (2022, ("evalueren", "aanscherpen")),
        "veel-onbekend/2021": (2021, ("geen",)),
        "oud-punt/2021": (2021, ("uitvoeren",)),
    }


def test_an_agenda_says_whether_it_is_the_one_that_counts(ander: Blik) -> None:
    rows = rijen(ander, "agendas")
    now, later = rows["plan-2021-2023"], rows["plan-2024"]
    assert (now["geldt"], now["van"], now["tot_en_met"]) == (True, 2021, 2023)
    assert (later["geldt"], later["van"], later["vervangt"]) == (False, None, "plan-2021-2023")


def test_an_agenda_that_is_prepared_has_no_date_and_one_without_known_years_says_so(
    ander: Blik,
) -> None:
    rows = rijen(ander, "agendas")
    assert rows["plan-2024"]["vastgesteld_op"] is None
    assert rows["plan-2024"]["onbekend"] == ("van", "tot_en_met", "leidende_principes")
    assert rows["plan-2021-2023"]["onbekend"] == ("vastgesteld_door", "leidende_principes")


def test_what_is_of_another_agenda_leads_to_its_place_there(ander: Blik) -> None:
    assert rijen(ander, "mijlpalen")["daarna"]["pagina"] == (
        f"{WORTEL}agenda/plan-2024/totstandkoming/#daarna"
    )
    assert rijen(ander, "principes")["samen-doen"]["pagina"] == (
        f"{WORTEL}agenda/plan-2024/leidende-principes/#samen-doen"
    )
    assert rijen(ander, "mijlpalen")["begin"]["pagina"] == f"{WORTEL}totstandkoming/#begin"


def test_the_number_of_an_action_is_that_of_its_own_agenda(ander: Blik) -> None:
    rows = rijen(ander, "acties")
    assert rows["veel-onbekend/uitzoeken"]["nummer"] == "2.1"
    assert rows["veel-onbekend/uitzoeken"]["agenda"] == "plan-2024"


def test_what_is_archived_on_a_page_that_others_share_has_no_page(regio: Regio) -> None:
    gone = regio.principes["samen-doen"].model_copy(update={"status": Status.GEARCHIVEERD})
    blik = Blik(met(regio, "principes", gone), Vertaler("nl"), VANDAAG)
    assert rijen(blik, "principes")["samen-doen"]["pagina"] is None


def test_a_text_without_translation_is_named_in_english(regio: Regio) -> None:
    english = Vertaler("en", {}, {"Lijst maken": "Make a list"})
    rows = rijen(Blik(regio, english, VANDAAG), "planning")
    done, waiting = rows["alles-bekend/2021"], rows["alles-bekend/2022"]
    assert (done["wat"], done["onvertaald"]) == (
        "Make a list",
        ("speerpunt_titel", "vindplaats"),
    )
    assert waiting["onvertaald"] == ("wat", "speerpunt_titel", "vindplaats")


def test_a_region_without_an_agenda_has_empty_tables(regio: Regio) -> None:
    empty = replace(regio, agendas={}, speerpunten={}, mijlpalen={}, principes={}, editie="")
    blik = Blik(empty, Vertaler("nl"), VANDAAG)
    names = ("agendas", "speerpunten", "acties", "planning", "mijlpalen", "principes")
    assert [rijen(blik, name) for name in names] == [{}] * len(names)
