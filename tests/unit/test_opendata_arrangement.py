"""The tables of arrangements say what their pages say; who pays which share has one of its own."""

from __future__ import annotations

import pytest

from macros.model.basis.datum import Datum
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


def test_an_arrangement_has_the_seven_fields_of_the_agenda(blik: Blik) -> None:
    row = rijen(blik, "arrangementen")["klas-en-kliniek"]
    seven = {
        "locatie": "’t Zorghuis, Dorp (2e verdieping; links)",
        "doelgroep": "Kinderen met veel zorg & weinig rust; leeftijd 6 < 12.\n\n"
        'Ook "thuiszitters" uit ’s-Stad.',
        "doelstelling": "+Meer leren, -minder uitval; C:\\doel\\nieuw",
        "inhoud": '’s Ochtends rekenen & taal, ’s middags "bewegen" 🤸.',
        "expertise": ("leraar (SBO)", "orthopedagoog & coach"),
        "betalers": ("onderwijs", "jeugdwet"),
        "opbrengsten": "50% van de kinderen ging terug naar school, zegt het verslag.",
    }
    assert {name: row[name] for name in seven} == seven


def test_an_arrangement_has_all_else_that_its_page_says(blik: Blik) -> None:
    row = rijen(blik, "arrangementen")["klas-en-kliniek"]
    said = {
        "soort": "oza",
        "toestand": "lopend",
        "vorm": "onderwijs-in-zorg",
        "sectoren": ("PO", "SBO"),
        "gemeenten": ("gemeente-dorp", "gemeente-stad"),
        "gemeenten_naam": ("Dorp", "'s-Stad"),
        "gemeente_locatie": "gemeente-dorp",
        "doelgroepen": ("gedrag", "thuiszittend"),
        "leeftijd": "6 tot 12 jaar",
        "samenwerkingsverbanden": ("swv-mini",),
        "samenwerkingsverbanden_naam": ("Samenwerkingsverband Mini",),
        "aanbieders": ('’t Zorghuis "Noord" & Co', "Stichting <3"),
        "inschrijving": "ingeschreven",
        "experiment": True,
        "afwijkingen": ("locatie", "tijd"),
        "capaciteit": "10-24",
        "contact": "het zorgteam (@ school)",
        "speerpunten": ("alles-bekend",),
        "pagina": f"{WORTEL}arrangementen/klas-en-kliniek/",
        "bron": "plan",
        "vindplaats": "blz. 9",
        "peildatum": "2021-06-15",
        "onbekend": (),
    }
    assert {name: row[name] for name in said} == said


def test_of_an_arrangement_nearly_everything_may_be_unknown(blik: Blik) -> None:
    row = rijen(blik, "arrangementen")["ergens-iets"]
    unknown = row["onbekend"]
    assert isinstance(unknown, tuple)
    assert len(unknown) == 24
    assert {row[name] for name in unknown} == {None}
    assert {"toestand", "gemeenten", "gemeenten_naam", "betalers", "experiment"} <= {*unknown}


def test_not_taking_part_in_the_experiment_is_not_unknown(blik: Blik) -> None:
    rows = rijen(blik, "arrangementen")
    assert {key: row["experiment"] for key, row in rows.items()} == {
        "ergens-iets": None,
        "klas-en-kliniek": True,
        "oude-zorgklas": False,
        "proef-stad": None,
    }


def test_an_archived_arrangement_keeps_its_page(regio: Regio) -> None:
    gone = regio.arrangementen["proef-stad"].model_copy(update={"status": Status.GEARCHIVEERD})
    row = rijen(Blik(met(regio, "arrangementen", gone), Vertaler("nl"), VANDAAG), "arrangementen")
    assert row["proef-stad"]["status"] == "gearchiveerd"
    assert row["proef-stad"]["pagina"] == f"{WORTEL}arrangementen/proef-stad/"


def test_each_payer_of_an_arrangement_has_a_row_with_its_share(blik: Blik) -> None:
    rows = rijen(blik, "financiering")
    told = ("arrangement", "betaler", "aandeel", "toelichting", "onbekend")
    assert {key: tuple(row[name] for name in told) for key, row in rows.items()} == {
        "klas-en-kliniek/onderwijs": (
            "klas-en-kliniek",
            "onderwijs",
            60,
            "de leraren & de boeken",
            (),
        ),
        "klas-en-kliniek/jeugdwet": ("klas-en-kliniek", "jeugdwet", None, None, ("aandeel",)),
        "oude-zorgklas/zvw": ("oude-zorgklas", "zvw", None, None, ("aandeel",)),
    }


def test_a_finding_tells_an_unknown_proposal_and_progress(blik: Blik) -> None:
    rows = rijen(blik, "bevindingen")
    assert (rows["een-klas"]["soort"], rows["een-klas"]["stand"]) == ("hebben", "afgerond")
    assert rows["een-klas"]["arrangementen"] == ("klas-en-kliniek", "proef-stad")
    assert rows["niets-op-het-eiland"]["onbekend"] == ("voorstel", "stand")


def test_a_frame_without_an_end_is_told_from_one_whose_end_is_unknown(blik: Blik) -> None:
    rows = rijen(blik, "handvatten")
    steps, card = rows["drie-stappen"], rows["praatkaart"]
    assert (steps["begint"], steps["eindigt"], steps["onbekend"]) == (
        "2021-06-15",
        None,
        ("eindigt",),
    )
    assert (card["begint"], card["eindigt"], card["onbekend"]) == (None, None, ("adres",))
    assert (steps["delen_zijn"], card["delen_zijn"]) == ("stappen", "onderdelen")


def test_a_lesson_leads_to_what_it_fits(blik: Blik) -> None:
    row = rijen(blik, "lessen")["deel-de-kosten"]
    assert [row[name] for name in ("speerpunten", "onderdelen", "arrangementen")] == [
        ("alles-bekend",),
        ("1a-hulp-in-de-klas",),
        ("klas-en-kliniek",),
    ]
    assert (row["datum"], row["thema"]) == ("2020-02-29", "geld")


def test_a_learning_group_counts_its_meetings_and_each_has_a_row(blik: Blik) -> None:
    groups, meetings = rijen(blik, "leergroepen"), rijen(blik, "leerbijeenkomsten")
    assert (groups["geldkring"]["aantal_leerbijeenkomsten"], len(meetings)) == (3, 3)
    assert groups["stille-groep"]["aantal_leerbijeenkomsten"] is None
    assert groups["stille-groep"]["onbekend"] == (
        "vragen",
        "doelen",
        "voor_wie",
        "aantal_leerbijeenkomsten",
    )
    told = [(row["wanneer"], row["verslag"], row["onbekend"]) for row in meetings.values()]
    assert told == [
        ("29 februari, 09.00 tot 9.59 uur", True, ()),
        ("later & ergens", False, ()),
        (None, None, ("wanneer", "verslag")),
    ]


def test_what_is_not_translated_is_named_and_a_name_needs_no_translation(regio: Regio) -> None:
    english = Vertaler("en", {}, {'Klas & kliniek: "1 + 1 > 2"': "Class & clinic"})
    row = rijen(Blik(regio, english, VANDAAG), "arrangementen")["klas-en-kliniek"]
    assert row["titel"] == "Class & clinic"
    waiting = row["onvertaald"]
    assert isinstance(waiting, tuple)
    assert {"samen", "doelgroep", "expertise"} <= {*waiting}
    assert not {"titel", "aanbieders", "gemeenten_naam"} & {*waiting}
