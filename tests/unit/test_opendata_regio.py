"""The tables of the region itself, to which those of every other area refer."""

from __future__ import annotations

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.record import Status
from macros.model.geheel import SOORTEN, Regio
from macros.model.monitor.gebied import School, Wijk
from macros.model.regio import Sector
from macros.opendata.contract import alle_tabellen
from macros.rules.elk.herkomst import later_in_te_vullen
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.leemten import leemten
from macros.wijziging.stand import TAG
from tests.unit.mini import met
from tests.unit.opendata import WORTEL, rijen

VANDAAG = Datum(2023, 1, 1)
DORP, EILAND, STAD = "gemeente-dorp", "gemeente-eiland", "gemeente-stad"


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), VANDAAG)


def test_a_municipality_has_its_code_of_the_cbs(blik: Blik) -> None:
    row = rijen(blik, "gemeenten")[STAD]
    told = ("naam", "cbs_code", "provincie", "pagina")
    assert [row[name] for name in told] == ["'s-Stad", "GM9002", "Noord", f"{WORTEL}gemeente/stad/"]


def test_one_set_of_municipalities_is_that_of_the_site(blik: Blik) -> None:
    rows = rijen(blik, "werkingsgebieden")
    assert {key: (row["gemeenten"], row["van_de_site"]) for key, row in rows.items()} == {
        "heel-mini": ((DORP, EILAND, STAD), True),
        "klein-mini": ((DORP,), False),
    }


def test_every_area_that_anything_is_said_of_has_a_row(blik: Blik) -> None:
    rows = rijen(blik, "gebieden")
    assert {key: (row["soort"], row["code"], row["gemeenten"]) for key, row in rows.items()} == {
        DORP: ("gemeente", "GM9001", (DORP,)),
        EILAND: ("gemeente", "GM9003", (EILAND,)),
        STAD: ("gemeente", "GM9002", (STAD,)),
        "land": ("land", None, ()),
        "heel-mini": ("werkingsgebied", None, (DORP, EILAND, STAD)),
        "klein-mini": ("werkingsgebied", None, (DORP,)),
        "schoolbestuur-mini": ("schoolbestuur", None, None),
        "swv-mini": ("samenwerkingsverband", None, (DORP,)),
        "swv-overal": ("samenwerkingsverband", None, None),
    }
    assert rows["land"]["onbekend"] == ("code",)


def test_a_school_and_a_wijk_lie_in_one_municipality(regio: Regio) -> None:
    origin = regio.gemeenten[DORP].herkomst
    school = School(
        id="de-boom",
        naam="De Boom",
        brin="00AA",
        sector=Sector.PO,
        bestuur="schoolbestuur-mini",
        gemeente=DORP,
        samenwerkingsverband="swv-mini",
        herkomst=origin,
    )
    wijk = Wijk(id="haven", naam="Haven", cbs_code="WK900101", gemeente=DORP, herkomst=origin)
    regio = met(met(regio, "scholen", school), "wijken", wijk)
    rows = rijen(Blik(regio, Vertaler("nl"), VANDAAG), "gebieden")
    told = ("soort", "code", "gemeenten", "pagina")
    assert [[rows[key][name] for name in told] for key in ("de-boom", "haven")] == [
        ["school", None, (DORP,), f"{WORTEL}monitor/school/de-boom/"],
        ["wijk", "WK900101", (DORP,), f"{WORTEL}monitor/wijk/haven/"],
    ]


def test_a_party_that_is_a_municipality_has_a_row_as_any_party(blik: Blik) -> None:
    rows = rijen(blik, "partijen")
    assert [*rows] == [*blik.regio.gemeenten, *blik.regio.partijen]
    town = rows[STAD]
    assert (town["naam"], town["soort"]) == ("gemeente 's-Stad", "gemeente")
    assert (town["uitleg"], town["onbekend"]) == (None, ())


def test_what_is_unknown_of_a_party_is_told_from_what_does_not_fit_it(blik: Blik) -> None:
    rows = rijen(blik, "partijen")
    assert {key: row["onbekend"] for key, row in rows.items() if row["onbekend"]} == {
        "schoolbestuur-mini": ("gemeenten", "gemeenten_naam", "website", "zekerheid"),
        "swv-overal": ("nummer", "gemeenten", "gemeenten_naam"),
    }
    role = rows["regisseur"]
    fits_not = ("nummer", "gemeenten", "website")
    assert [role[name] for name in fits_not] == [None, (), None]


def test_a_samenwerkingsverband_leads_to_its_own_page_and_another_party_to_its_place(
    blik: Blik,
) -> None:
    rows = rijen(blik, "partijen")
    assert rows["swv-mini"]["pagina"] == f"{WORTEL}samenwerkingsverband/mini/"
    assert rows["regisseur"]["pagina"] == f"{WORTEL}regio/#regisseur"


def test_an_archived_party_has_no_page(regio: Regio) -> None:
    gone = regio.partijen["swv-mini"].model_copy(update={"status": Status.GEARCHIVEERD})
    blik = Blik(met(regio, "partijen", gone), Vertaler("nl"), VANDAAG)
    assert rijen(blik, "partijen")["swv-mini"]["pagina"] is None


def test_a_source_that_is_not_public_is_told_from_one_nobody_can_find(blik: Blik) -> None:
    rows = rijen(blik, "bronnen")
    told = ("adres", "openbaar", "onbekend")
    assert {key: [row[name] for name in told] for key, row in rows.items()} == {
        "oude-brief": [
            None,
            None,
            ("uitgever", "datum", "adres", "openbaar", "geraadpleegd"),
        ],
        "plan": [None, False, ()],
        "verslag": [
            "https://voorbeeld.example/verslag?jaar=2022&deel=1",
            True,
            ("uitgever", "datum", "geraadpleegd"),
        ],
    }
    assert rows["plan"]["ontbreekt"] == ("De kaart op blz. 3 ontbreekt.",)


def test_an_archived_source_and_term_are_there_without_a_page(blik: Blik) -> None:
    for name, key in (("bronnen", "oude-brief"), ("begrippen", "klassenboek")):
        row = rijen(blik, name)[key]
        assert (row["status"], row["pagina"]) == ("gearchiveerd", None)


def test_a_term_that_is_no_abbreviation_is_told_from_one_nobody_can_write_out(blik: Blik) -> None:
    rows = rijen(blik, "begrippen")
    assert (rows["sbo"]["voluit"], rows["sbo"]["onbekend"]) == ("speciaal basisonderwijs", ())
    assert rows["so-en-sbo"]["onbekend"] == ("voluit", "zekerheid")
    assert (rows["klassenboek"]["voluit"], rows["klassenboek"]["onbekend"]) == (None, ())


def test_a_term_keeps_its_dutch_word_in_every_language(regio: Regio) -> None:
    english = Vertaler("en", {}, {"thuiszitter": "child at home"})
    rows = rijen(Blik(regio, english, VANDAAG), "begrippen")
    assert (rows["thuiszitter"]["term"], rows["thuiszitter"]["nederlands"]) == (
        "child at home",
        "thuiszitter",
    )
    assert (rows["sbo"]["term"], rows["sbo"]["nederlands"]) == ("SBO", "SBO")
    assert not {"term", "nederlands"} & {*rows["sbo"]["onvertaald"]}  # type: ignore[misc]


def test_a_named_state_has_its_tag_and_keeps_its_place_when_withdrawn(regio: Regio) -> None:
    gone = regio.versies["2022-1"].model_copy(update={"status": Status.GEARCHIVEERD})
    row = rijen(Blik(met(regio, "versies", gone), Vertaler("nl"), VANDAAG), "versies")["2022-1"]
    assert (row["datum"], row["tag"]) == ("2022-06-01", f"{TAG}2022-1")
    assert (row["status"], row["pagina"]) == ("gearchiveerd", f"{WORTEL}versies/#2022-1")


def test_a_value_from_another_source_than_its_row_says_from_which(blik: Blik) -> None:
    rows = rijen(blik, "veldbronnen")
    row = rows["partijen/swv-mini/nummer"]
    told = ("tabel", "rij", "veld", "bron", "peildatum", "zekerheid")
    assert [row[name] for name in told] == [
        "partijen",
        "swv-mini",
        "nummer",
        "verslag",
        "2022",
        "afgeleid",
    ]
    assert {"hulp/consulent/telefoon", "speerpunten/alles-bekend/ambtelijk_trekker"} <= {*rows}


def test_a_value_that_can_have_a_source_of_its_own_is_a_field_of_its_table() -> None:
    every = {one.naam: {veld.naam for veld in one.velden} for one in alle_tabellen()}
    kinds = [one for one in SOORTEN if "later_ingevuld" in one.type.model_fields]
    assert kinds
    elsewhere = {
        veld
        for soort in kinds
        for veld in later_in_te_vullen(soort.type)
        if veld not in every[soort.veld]
    }
    assert elsewhere == set()


def test_everything_that_nobody_knows_has_a_row_as_on_its_page(blik: Blik) -> None:
    rows = rijen(blik, "leemten")
    assert len(rows) == sum(len(found) for _, found in leemten(blik))
    row = rows["speerpunten/veel-onbekend/acties/uitzoeken/stand"]
    assert row == {
        "id": "speerpunten/veel-onbekend/acties/uitzoeken/stand",
        "waar": "Uitzoeken wat er is",
        "wat": "Hoe ver de actie is.",
        "gezocht_op": "2022-02",
        "aan_zet": "de trekker van het speerpunt",
        "pagina": f"{WORTEL}agenda/veel-onbekend/#actie-uitzoeken",
        "onbekend": (),
        "onvertaald": (),
    }


def test_when_something_was_looked_for_may_be_unknown_too(blik: Blik) -> None:
    row = rijen(blik, "leemten")["speerpunten/veel-onbekend/acties/uitzoeken/door"]
    assert (row["gezocht_op"], row["onbekend"]) == (None, ("gezocht_op",))


def test_a_part_without_a_name_of_its_own_goes_by_its_number(blik: Blik) -> None:
    rows = rijen(blik, "leemten")
    assert "leergroepen/geldkring/bijeenkomsten/3/verslag" in rows
    assert not any(key.startswith("begrippen/klassenboek") for key in map(str, rows))
