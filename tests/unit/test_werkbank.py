"""The workbench, asked as the browser asks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from macros.model.geheel import SOORTEN
from macros.werkbank.deur import Deur
from tests.unit.mini import DAG, Mini

Vraag = Callable[..., Any]
PUNT = "speerpunten/alles-bekend.yml"


@pytest.fixture
def vraag(mini: Mini) -> Vraag:
    """Asks the workbench on a copy of the smallest region; a refusal is its text."""
    deur = Deur(mini.map, str(DAG))

    def ask(naam: str, **argumenten: Any) -> Any:
        answer = json.loads(deur.vraag(naam, json.dumps(argumenten)))
        return answer["afgewezen"] if "afgewezen" in answer else answer["antwoord"]

    return ask


def met(vraag: Vraag, pad: str, **velden: Any) -> Any:
    """The value of a file with some of its fields otherwise."""
    return {**vraag("record", pad=pad)["waarde"], **velden}


def test_it_begins_with_every_kind_and_all_its_records(vraag: Vraag, mini: Mini) -> None:
    found = vraag("begin")
    kinds = [one["naam"] for one in found["soorten"] if "deel_van" not in one]
    assert kinds == [soort.naam for soort in SOORTEN]
    [punten] = [one for one in found["soorten"] if one["naam"] == "speerpunt"]
    assert {one["pad"]: one["gearchiveerd"] for one in punten["records"]} == {
        f"speerpunten/{file.name}": file.stem == "oud-punt"
        for file in (mini.map / "speerpunten").iterdir()
    }
    assert all(one["titel"] for soort in found["soorten"] for one in soort["records"])


def test_a_part_of_a_record_with_an_id_is_found_by_itself(vraag: Vraag) -> None:
    [acties] = [one for one in vraag("begin")["soorten"] if one["naam"] == "actie"]
    assert (acties["deel_van"], acties["kop"], acties["keuze"]) == ("speerpunt", "Acties", "Stand")
    first = acties["records"][0]
    assert (first["pad"], first["loc"], first["nu"]) == (PUNT, ["acties", 0], "afgerond")
    assert first["titel"].startswith("=SOM(alle lijsten)")


def test_a_record_says_what_its_file_says_to_the_letter(vraag: Vraag, mini: Mini) -> None:
    found = vraag("record", pad=PUNT)
    assert found["tekst"] == found["basis"] == mini.lees(PUNT)
    assert found["waarde"]["acties"][0]["wanneer"] == ["2021", "2022-03-01"]
    assert found["adres"] == "agenda/alles-bekend/"
    assert not found["nieuw"]


def test_the_problems_are_those_of_make_check_with_their_place_in_the_record(
    vraag: Vraag, mini: Mini
) -> None:
    assert vraag("controleer")["fouten"] == 0
    value = met(vraag, PUNT, titel="")
    value["acties"][0]["stand"] = "bezig?"
    vraag("zet", pad=PUNT, waarde=value)
    found = vraag("controleer")
    errors = [one for one in found["meldingen"] if one["level"] == "fout"]
    assert [(one["pad"], one["loc"]) for one in errors] == [
        (PUNT, ["titel"]),
        (PUNT, ["acties", 0, "stand"]),
    ]
    assert found["fouten"] == 2
    assert {(one["regel"], one["kolom"], one["message"]) for one in found["meldingen"]} == {
        (one.line, one.column, one.message) for one in mini.load().issues
    }


def test_errors_come_first(vraag: Vraag) -> None:
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, titel="", conclusie="Nog niet vertaald."))
    levels = [one["level"] for one in vraag("controleer")["meldingen"]]
    assert "let op" in levels
    assert levels == sorted(levels, key=["fout", "let op"].index)


def test_what_changed_is_known_and_can_be_taken_back(vraag: Vraag, mini: Mini) -> None:
    before = mini.lees(PUNT)
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, conclusie="Anders."))
    [(pad, text)] = vraag("bestanden").items()
    assert pad == f"data/{PUNT}"
    assert text == before.replace(
        'De lijst "oud" mist 50% van de ‘kinderen’; dat is {te} veel.', "Anders."
    )
    vraag("zet", pad=PUNT, waarde=None)
    assert vraag("bestanden") == {}
    assert mini.lees(PUNT) == before


def test_a_change_that_is_typed_back_is_none(vraag: Vraag) -> None:
    value = vraag("record", pad=PUNT)["waarde"]
    vraag("zet", pad=PUNT, waarde={**value, "titel": "Iets anders"})
    vraag("zet", pad=PUNT, waarde=value)
    assert vraag("bestanden") == {}


def test_a_new_record_is_there_and_forgotten_again(vraag: Vraag, mini: Mini) -> None:
    pad = "speerpunten/nieuw-punt.yml"
    value = met(vraag, PUNT, id="nieuw-punt", nummer="3", titel="Nieuw punt")
    vraag("zet", pad=pad, waarde=value)
    vraag("controleer")
    assert vraag("record", pad=pad)["nieuw"]
    assert vraag("record", pad=pad)["titel"] == "Nieuw punt"
    vraag("zet", pad=pad, waarde=None)
    assert not (mini.map / pad).exists()


@pytest.mark.parametrize(
    "pad",
    [
        "../regio.yml",
        "/etc/passwd",
        "speerpunten/../regio.yml",
        "speerpunten/./x.yml",
        "speerpunten/x.txt",
        "speerpunten/x/y.yml",
        "onzin/x.yml",
        "speerpunten",
        "",
    ],
)
def test_nothing_is_read_or_written_where_no_file_of_the_data_can_be(
    vraag: Vraag, mini: Mini, pad: str
) -> None:
    before = {file: file.read_bytes() for file in mini.map.rglob("*") if file.is_file()}
    assert "geen bestand van de gegevens" in vraag("zet", pad=pad, waarde={"id": "x"})
    assert "geen bestand van de gegevens" in vraag("record", pad=pad)
    assert {file: file.read_bytes() for file in mini.map.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("waarde", ["tekst", ["lijst"], 3, True])
def test_what_is_no_record_is_refused(vraag: Vraag, waarde: object) -> None:
    assert vraag("zet", pad=PUNT, waarde=waarde) == "Dit zijn geen velden met een waarde."
    assert vraag("bestanden") == {}


def test_text_stays_text_whatever_it_looks_like(vraag: Vraag) -> None:
    texts = [
        "0344",
        "NO",
        "0000008",
        "15:00",
        "a: b",
        "a #b",
        "<script>",
        "{{ x }}",
        "'",
        '"',
        "é🙂",
    ]
    for text in texts:
        vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, conclusie=text))
        vraag("controleer")
        assert vraag("record", pad=PUNT)["waarde"]["conclusie"] == text
