"""The workbench, asked as the browser asks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from macros.load import load
from macros.model.basis.datum import Datum
from macros.model.geheel import SOORTEN
from macros.werkbank.deur import Deur
from macros.werkbank.werkbank import Werkbank
from scripts import vertaal
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


def test_what_was_published_is_known_of_a_catalogue_too(vraag: Vraag, mini: Mini) -> None:
    was = {pad: (mini.map / pad).read_text(encoding="utf-8") for pad in (PUNT, "vertaling/en.po")}
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, titel="Een heel andere titel"))
    assert {f"data/{pad}" for pad in was} <= set(vraag("bestanden"))
    assert {pad: vraag("basis", pad=pad) for pad in was} == was
    assert vraag("basis", pad="speerpunten/is-er-niet.yml") is None


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
    seen = [one for one in found["meldingen"] if one["code"] != "zelfde-bron"]
    assert {(one["regel"], one["kolom"], one["message"]) for one in seen} == {
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
    assert vraag("bestanden")[f"data/{PUNT}"] == before.replace(
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


def test_a_text_that_changed_waits_for_its_translation_and_gets_it(
    vraag: Vraag, mini: Mini
) -> None:
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, conclusie="Iets heel anders."))
    waiting = [one for one in vraag("vertalingen", taal="en") if one["staat"] != "klaar"]
    [row] = [one for one in waiting if one["nederlands"] == "Iets heel anders."]
    assert row["plaatsen"] == [{"pad": PUNT, "loc": ["conclusie"]}]
    vraag("vertaal", taal="en", vertalingen={"Iets heel anders.": "Something else."})
    every = vraag("vertalingen", taal="en")
    [row] = [one for one in every if one["nederlands"] == "Iets heel anders."]
    assert (row["vertaling"], row["staat"]) == ("Something else.", "klaar")
    assert 'msgstr "Something else."' in vraag("bestanden")["data/vertaling/en.po"]
    assert vertaal.main(["--data", str(mini.map)]) == 0
    assert vraag("bestanden")["data/vertaling/en.po"] == mini.lees("vertaling/en.po")


def test_a_translation_that_is_taken_back_leaves_the_catalogue_as_it_was(
    vraag: Vraag, mini: Mini
) -> None:
    before = mini.lees("vertaling/en.po")
    text = vraag("record", pad=PUNT)["waarde"]["conclusie"]
    vraag("vertaal", taal="en", vertalingen={text: "Otherwise."})
    assert list(vraag("bestanden")) == ["data/vertaling/en.po"]
    vraag("vertaal", taal="en", vertalingen={})
    assert vraag("bestanden") == {}
    assert mini.lees("vertaling/en.po") == before


def test_a_text_says_how_its_translation_is_published(vraag: Vraag) -> None:
    text = vraag("record", pad=PUNT)["waarde"]["conclusie"]

    def row() -> Any:
        return next(one for one in vraag("vertalingen", taal="en") if one["nederlands"] == text)

    before = {name: row()[name] for name in ("vertaling", "staat")}
    assert row()["was"] == before
    vraag("vertaal", taal="en", vertalingen={text: ""})
    assert (row()["vertaling"], row()["staat"]) == ("", "ontbreekt")
    assert row()["was"] == before


def test_what_is_wrong_with_a_translation_is_told_at_its_dutch(vraag: Vraag) -> None:
    text = vraag("record", pad=PUNT)["waarde"]["conclusie"]
    for wrong, code in (("About {x}.", "po-invulplaats"), ("TODO", "po-invultekst")):
        vraag("vertaal", taal="en", vertalingen={text: wrong})
        found = {one["code"]: one["loc"] for one in vraag("controleer")["meldingen"]}
        assert found[code] == [text]


def test_what_other_values_would_change_is_told_of_the_records_as_they_are_now(
    vraag: Vraag,
) -> None:
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, titel="Mijn titel"))
    vraag("controleer")
    other = {PUNT: met(vraag, PUNT, nummer="9"), "begrippen/nieuw.yml": {"term": "Nieuw"}}
    changed, new = vraag("verschil", waarden=other)
    assert (changed["pad"], changed["nieuw"]) == (PUNT, False)
    assert [(one["oud"], one["nieuw"]) for one in changed["velden"]] == [("1", "9")]
    assert (new["pad"], new["nieuw"], new["titel"]) == ("begrippen/nieuw.yml", True, "nieuw")
    assert [one["pad"] for one in vraag("verschil")] == [PUNT]


def test_nothing_is_translated_into_a_language_that_the_site_does_not_have(vraag: Vraag) -> None:
    assert vraag("vertaal", taal="../nl", vertalingen={}) == "De site is niet in een taal '../nl'."


def test_the_texts_of_a_record_that_cannot_be_read_stay_translated(vraag: Vraag) -> None:
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, titel="", conclusie="Anders."))
    assert list(vraag("bestanden")) == [f"data/{PUNT}"]


def test_a_change_is_told_from_what_was_published_in_the_meantime(vraag: Vraag, mini: Mini) -> None:
    value = met(vraag, PUNT, conclusie="Mijn tekst.")
    since = mini.lees(PUNT).replace("nummer: 1", "nummer: 7")
    vraag("zet", pad=PUNT, waarde={**value, "nummer": "7"}, basis=since)
    assert vraag("record", pad=PUNT)["basis"] == since
    assert "nummer: 7" in vraag("bestanden")[f"data/{PUNT}"]
    vraag("zet", pad=PUNT, waarde=None)
    assert mini.lees(PUNT) == since
    assert vraag("bestanden") == {}


def test_what_somebody_else_published_to_the_letter_is_no_change_any_more(mini: Mini) -> None:
    bank = Werkbank(mini.map, DAG)
    value: Any = bank.waarde(PUNT)
    bank.zet(PUNT, {**value, "titel": "Anders"})
    bank.gepubliceerd(PUNT, bank.tekst(PUNT))
    assert bank.gewijzigd() == {}


def test_a_field_that_is_not_there_is_told_as_that_field(vraag: Vraag) -> None:
    value = vraag("record", pad=PUNT)["waarde"]
    del value["titel"], value["acties"][1]["wat"]
    vraag("zet", pad=PUNT, waarde=value)
    locs = [one["loc"] for one in vraag("controleer")["meldingen"] if one["level"] == "fout"]
    assert locs == [["titel"], ["acties", 1, "wat"]]


def test_a_comment_in_a_file_stays_when_something_else_changes(vraag: Vraag, mini: Mini) -> None:
    before = mini.lees(PUNT).replace("nummer: 1\n", "# besproken in mei\nnummer: 1\n")
    vraag("zet", pad=PUNT, waarde=met(vraag, PUNT, conclusie="Anders."), basis=before)
    assert "# besproken in mei\nnummer: 1\n" in vraag("record", pad=PUNT)["tekst"]


def test_after_each_change_it_reads_as_one_that_reads_everything(mini: Mini) -> None:
    """Only what was written is read again, and what only that can change is looked at again."""
    bank = Werkbank(mini.map, DAG)
    value: Any = bank.waarde(PUNT)
    steps: list[tuple[str, Any]] = [
        (PUNT, {**value, "titel": "Anders"}),
        (PUNT, {**value, "nummer": "geen getal"}),
        ("partijen/regisseur.yml", {"id": "regisseur"}),
        (PUNT, {**value, "acties": value["acties"][:1]}),
        ("speerpunten/nieuw.yml", {**value, "id": "nieuw", "nummer": "9"}),
        ("bronnen/plan.yml", None),
        ("speerpunten/nieuw.yml", None),
        ("partijen/regisseur.yml", None),
        (PUNT, None),
    ]
    seen = set()
    for pad, step in steps:
        if step is None:
            bank.neem_terug(pad)
        else:
            bank.zet(pad, step)
        now, fresh = bank.lees(), load(mini.map, DAG)
        assert now.issues == fresh.issues
        assert now.regio == fresh.regio
        assert bank.lees() is now
        seen.add(now.issues)
    assert len(seen) > 4


def test_on_another_day_it_says_what_one_that_reads_everything_then_says(mini: Mini) -> None:
    before, later = Datum(2020, 1, 1), DAG
    bank = Werkbank(mini.map, before)
    known: Any = bank.waarde(PUNT)
    told = bank.gelezen.issues
    bank.op_dag(later)
    assert bank.gelezen.issues == load(mini.map, later).issues != told
    assert bank.gelezen is bank.basis is bank.lees()
    bank.zet(PUNT, {**known, "titel": "Anders"})
    assert bank.lees().issues == load(mini.map, later).issues
