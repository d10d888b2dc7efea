"""The forms of the workbench, a new record, and where one is used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.model.basis.onbekend import may_be_unknown
from macros.model.basis.record import Deel, Zekerheid
from macros.model.basis.verwijzing import LANGSTE_ID, id_zoals
from macros.model.geheel import SOORTEN
from macros.model.soort import Soort
from macros.model.veld import waarde
from macros.model.walk import nested
from macros.source.nodes import Loc
from macros.werkbank.formulier import VELDSOORTEN, Veld, formulier
from macros.werkbank.gebruik import gebruikt, keuzes
from macros.werkbank.nieuw import nieuw
from macros.werkbank.werkbank import Werkbank
from tests.unit.mini import DAG, DATA_MINI, Mini

ELKE_SOORT = pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.naam)


def velden(veld: Veld, loc: Loc = ()) -> Iterator[tuple[Loc, Veld]]:
    """Every field of a form, what stands in a list too."""
    yield loc, veld
    for one in veld.get("velden", ()):
        yield from velden(one, (*loc, one["naam"]))
    if "item" in veld:
        yield from velden(veld["item"], (*loc, 0))


def op(veld: Veld, *loc: str | int) -> Veld:
    return next(one for place, one in velden(veld) if place == loc)


@ELKE_SOORT
def test_every_field_of_a_kind_is_in_its_form(soort: Soort) -> None:
    def vergelijk(veld: Veld, kind: type[Deel]) -> None:
        fields = {naam: field for naam, field in kind.model_fields.items() if naam != "status"}
        shown = {one["naam"]: one for one in veld["velden"] if one["naam"] != "status"}
        assert list(shown) == list(fields)
        for naam, field in fields.items():
            one = shown[naam]
            assert one["verplicht"] == field.is_required()
            assert one["mag_onbekend"] == may_be_unknown(field.annotation)
            assert ("item" in one) == (waarde(field).item is not None)
            if inside := nested(field.annotation):
                vergelijk(one.get("item", one), inside)

    vergelijk(formulier(soort.naam), soort.type)
    has_status = any(one["naam"] == "status" for one in formulier(soort.naam)["velden"])
    assert has_status == ("status" in soort.type.model_fields and not soort.tabellen)


@ELKE_SOORT
def test_every_field_has_a_label_and_is_of_a_sort_that_the_page_knows(soort: Soort) -> None:
    form = formulier(soort.naam)
    json.dumps(form)
    for loc, veld in velden(form):
        assert veld["label"].strip(), loc
        assert "_" not in veld["label"], loc
        assert veld["soort"] in VELDSOORTEN, loc
        assert veld["uitleg"].strip() or isinstance(loc[-1], int), loc
        needs = {"keuze": "keuzes", "ja_nee": "keuzes", "verwijzing": "soorten", "lijst": "item"}
        need = needs.get(veld["soort"])
        assert need is None or veld[need], loc
        if "velden" in veld and veld["titel"]:
            assert veld["titel"] in {one["naam"] for one in veld["velden"]}, loc


@ELKE_SOORT
def test_what_files_say_can_be_shown_in_the_form(soort: Soort, mini: Mini) -> None:
    def past(veld: Veld, value: Any, loc: Loc) -> Iterator[Loc]:
        if veld["mag_onbekend"] and value == "onbekend":
            return
        if "velden" in veld:
            known = {one["naam"]: one for one in veld["velden"]}
            for key, inner in value.items():
                yield from past(known[key], inner, (*loc, key)) if key in known else [(*loc, key)]
        elif "item" in veld:
            for index, inner in enumerate(value):
                yield from past(veld["item"], inner, (*loc, index))
        else:
            choices = {Zekerheid.VOORBEELD, *(one["waarde"] for one in veld.get("keuzes", ()))}
            if not isinstance(value, str) or ("keuzes" in veld and value not in choices):
                yield loc

    for path, found in mini.load().documents.items():
        if path.startswith(f"{soort.pad}/") or path == soort.pad:
            assert list(past(formulier(soort.naam), found.value, ())) == []


def test_a_field_says_what_its_type_says() -> None:
    form = formulier("speerpunt")
    assert op(form, "id")["vast"]
    assert op(form, "status")["standaard"] == "actief"
    assert op(form, "nummer")["soort"] == "getal"
    assert (op(form, "titel")["langst"], op(form, "titel")["liefst"]) == (400, 100)
    assert op(form, "conclusie")["soort"] == "lang"
    assert op(form, "bestuurlijk_trekker")["soorten"] == ["partij", "gemeente"]
    assert op(form, "acties", 0, "wanneer", 0)["soort"] == "datum"
    assert op(form, "acties", 0, "wanneer")["minstens"] == 1
    assert op(form, "acties", 0)["titel"] == "wat"
    assert op(form, "acties", 0, "door", 0)["label"] == "partij of gemeente"
    assert op(form, "acties", 0, "stand")["keuzes"][0] == {
        "waarde": "niet-gestart",
        "label": "niet gestart",
        "uitleg": "nog niet begonnen",
    }
    assert op(form, "herkomst")["soort"] == "herkomst"
    assert op(form, "herkomst", "bron")["uitleg"] == "De bron, uit de map bronnen."
    assert op(formulier("bron"), "adres")["ook"] == "niet openbaar"
    assert op(formulier("vergadering"), "begin")["soort"] == "tijd"
    assert op(formulier("arrangement"), "experiment")["soort"] == "ja_nee"
    assert op(formulier("wegwijzer"), "vragen", 0, "antwoorden")["minstens"] == 2


def test_a_date_is_asked_for_each_field_that_may_be_unknown_and_for_no_other() -> None:
    for loc, veld in velden(formulier("speerpunt")):
        beside = {one["naam"]: one for one in veld.get("velden", ())}
        unknown = {naam: "datum" for naam, one in beside.items() if one["mag_onbekend"]}
        asked = beside.get("gezocht_op", {"velden": (), "soort": "gezocht"})
        assert asked["soort"] == "gezocht"
        assert {one["naam"]: one["soort"] for one in asked["velden"]} == unknown, loc
        assert [one["label"] for one in asked["velden"]] == [
            beside[naam]["label"] for naam in unknown
        ]


def test_nobody_is_asked_for_invented_facts() -> None:
    choices = op(formulier("bron"), "soort")["keuzes"]
    assert "beleidsdocument" in {one["waarde"] for one in choices}
    sure = {one["waarde"] for one in op(formulier("gemeente"), "herkomst", "zekerheid")["keuzes"]}
    assert sure == {"bevestigd", "afgeleid", "onbekend"}


def test_what_became_known_later_is_one_of_the_fields_that_may_be_unknown() -> None:
    choices = op(formulier("speerpunt"), "later_ingevuld", 0, "veld")["keuzes"]
    assert [(one["waarde"], one["label"]) for one in choices] == [
        ("conclusie", "Conclusie"),
        ("opdracht", "Opdracht"),
        ("bestuurlijk_trekker", "Bestuurlijk trekker"),
        ("ambtelijk_trekker", "Ambtelijk trekker"),
    ]


def test_a_table_is_a_list_of_rows() -> None:
    form = formulier("waarnemingen")
    assert [one["naam"] for one in form["velden"]] == ["id", "rijen"]
    assert op(form, "rijen")["tabel"]
    assert op(form, "rijen", 0, "bron")["soorten"] == ["bron"]


def test_a_new_record_has_an_id_that_no_other_has_and_nothing_invented(mini: Mini) -> None:
    mini.vervang("speerpunten/veel-onbekend.yml", "nummer: 2", "nummer: twee")  # a mistake
    mini.schrijf("bronnen/stuk.yml", "titel: Heel iets anders\n")
    bank = Werkbank(mini.map, DAG)

    def begin(soort: str, titel: str) -> Any:
        return nieuw(bank, soort, titel)["waarde"]

    assert begin("speerpunt", "  Café & 'zo'  ") == {
        "id": "cafe-zo",
        "titel": "Café & 'zo'",
        "agenda": "plan-2021-2023",
        "nummer": "4",
    }
    assert begin("bron", "Stuk!")["id"] == "stuk-2"
    assert begin("overleg", "Kalender") == {"id": "kalender-overleg", "naam": "Kalender"}
    assert begin("overleg", "Index")["id"] == "index-overleg"
    assert begin("begrip", "CON")["id"] == "con-begrip"
    assert begin("waarnemingen", "CBS 1") == {"id": "cbs-1", "rijen": []}
    long = begin("bron", "woord " * 40)["id"]
    assert len(long) <= LANGSTE_ID
    mini.schrijf(f"bronnen/{long}.yml", "titel: Iets anders\n")
    bank.lees()
    second = begin("bron", "woord " * 40)["id"]
    assert second.endswith("-2")
    assert len(second) <= LANGSTE_ID


def test_a_new_id_is_made_as_the_others_of_its_kind_are(mini: Mini) -> None:
    def pad(soort: str, titel: str) -> Any:
        found = nieuw(Werkbank(mini.map, DAG), soort, titel)
        return found.get("melding") or found["pad"]

    found = pad("uitspraak", "ECLI:NL:RBGEL:2023:12")
    assert found == "samenwerking/uitspraken/rbgel-2023-12.yml"
    names = {"gemeente-dorp": "Dorp", "gemeente-stad": "Stad", "gemeente-wad": "'t Wad"}
    assert id_zoals("Nieuw Zand", names) == "gemeente-nieuw-zand"
    assert id_zoals("Gemeente Zand", names) == "gemeente-zand"
    assert id_zoals("Zand", {"gemeente-dorp": "Dorp", "stad": "Stad"}) == "zand"
    assert id_zoals("Zand", {"gemeente-dorp": "Dorp"}) == "zand"
    assert pad("artikel", "1 lid 2").endswith("is er al. Open het, of kies een andere naam.")
    other = mini.lees("samenwerking/artikelen/zorgwet-1.yml").replace("zorgwet-1", "jeugd-1")
    mini.schrijf("samenwerking/artikelen/jeugd-1.yml", other)
    assert pad("artikel", "1 lid 2") == "samenwerking/artikelen/1-lid-2.yml"  # each law has one
    assert pad("artikel", "9") == "samenwerking/artikelen/artikel-9.yml"


def test_a_new_record_where_each_sort_has_numbers_of_its_own(mini: Mini) -> None:
    found = nieuw(Werkbank(mini.map, DAG), "spelregel", "Luister")
    assert found["nummers"] == {"analyse": "2", "uitgangspunt": "2", "gedragsregel": "2"}
    assert found["waarde"] == {"id": "luister", "titel": "Luister"}


def test_a_record_that_is_known_by_another_is_begun_with_that(mini: Mini) -> None:
    bank = Werkbank(mini.map, DAG)
    (mini.map / "monitor/dpia/gemeente-dorp.yml").unlink()
    found = nieuw(bank, "dpia", "dorp")
    assert found["pad"] == "monitor/dpia/gemeente-dorp.yml"
    assert found["waarde"] == {"id": "gemeente-dorp", "gemeente": "gemeente-dorp"}


@pytest.mark.parametrize(
    ("soort", "titel", "melding", "pad"),
    [
        ("bron", " ", "Geef het eerst een naam: daar maken we het adres van.", ""),
        (
            "bron",
            "???",
            "Van deze naam kan geen adres worden gemaakt. Gebruik letters of cijfers.",
            "",
        ),
        (
            "speerpunt",
            "EEN PUNT, van vroeger!",
            "'Een punt van vroeger' is er al, maar telt niet meer mee (gearchiveerd). "
            "Open het, en zet de status op actief.",
            "speerpunten/oud-punt.yml",
        ),
        (
            "begrip",
            "swv",
            "'SWV' is er al. Open het, of kies een andere naam.",
            "begrippen/swv.yml",
        ),
        (
            "thuis",
            "",
            "Dit is er al, en er kan er maar één van zijn.",
            "samenwerking/thuis.yml",
        ),
        ("dpia", "Elders", "Kies een gemeente die er is: 'Elders' is er niet.", ""),
        (
            "partij",
            "Gemeente Stad",
            "''s-Stad' is er al, als gemeente. Kies een andere naam.",
            "gemeenten/gemeente-stad.yml",
        ),
    ],
)
def test_a_new_record_that_cannot_be_is_told_why(
    mini: Mini, soort: str, titel: str, melding: str, pad: str
) -> None:
    assert nieuw(Werkbank(mini.map, DAG), soort, titel) == {"melding": melding, "pad": pad}


def test_a_kind_of_one_file_can_begin_when_it_is_not_there(mini: Mini) -> None:
    (mini.map / "samenwerking/thuis.yml").unlink()
    found = nieuw(Werkbank(mini.map, DAG), "thuis", "Samen")
    assert found == {"pad": "samenwerking/thuis.yml", "waarde": {"titel": "Samen"}}


def test_where_a_record_is_used_is_told_for_every_reference_to_it(mini: Mini) -> None:
    """Held against the model: of each reference that can be read the place is told."""
    bank = Werkbank(mini.map, DAG)
    regio = bank.gelezen.regio
    assert regio is not None
    for soort, pad, record in regio.records():
        key = getattr(record, "id", "")
        expected = {
            other
            for other, leaf in regio.bladeren
            if leaf.verwijzing and leaf.value == key and soort.naam in leaf.verwijzing.soorten
        }
        found = gebruikt(bank, pad) if soort.is_map else []
        assert {one["pad"] for one in found} == expected - {pad}, pad


def test_where_a_record_is_used_is_said_in_words_also_of_a_file_with_a_mistake(mini: Mini) -> None:
    mini.vervang("speerpunten/alles-bekend.yml", "nummer: 1", "nummer: een")
    found = gebruikt(Werkbank(mini.map, DAG), "partijen/swv-mini.yml")
    own = {(one["veld"], one["adres"]) for one in found if "alles-bekend" in one["pad"]}
    assert own == {
        (
            'Acties: =SOM(alle lijsten) van S(B)O & SBO maken; "compleet": Wie het doen',
            "agenda/alles-bekend/",
        )
    }


def test_what_can_be_referred_to_is_named_and_says_whether_it_still_counts(mini: Mini) -> None:
    mini.schrijf("bronnen/stuk.yml", "titel: Een stuk\nsoort: iets\n")
    bank = Werkbank(mini.map, DAG)
    parts = [(one["waarde"], one["label"]) for one in keuzes(bank, ["kolommen"])]
    assert parts == [("zorgwet", "Zorgwet & zorg"), ("school", "School")]
    square = op(formulier("onderdeel"), "cellen", 0, "kolom")
    assert (square["soorten"], square["deel_van"]) == (["kolommen"], "samenwerking")
    found = keuzes(bank, ["speerpunt", "bron"])
    assert {one["soort"] for one in found} == {"speerpunt", "bron"}
    assert {
        "waarde": "oud-punt",
        "label": "Een punt van vroeger",
        "soort": "speerpunt",
        "gearchiveerd": True,
    } in found
    assert ("stuk", "Een stuk") in {(one["waarde"], one["label"]) for one in found}
    assert (
        len(found)
        == sum(len(list((DATA_MINI / folder).iterdir())) for folder in ("speerpunten", "bronnen"))
        + 1
    )
