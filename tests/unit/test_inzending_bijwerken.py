"""Sending a sheet again: what is there is brought up to date, and nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from macros.invoer.inzending.bijwerken import samengevoegd
from macros.source.nodes import Value
from tests.unit.gevallen import foto
from tests.unit.invulling import KOPPEN, boek, goed
from tests.unit.mini import Mini
from tests.unit.test_inzending_import import voer_uit

KLAS = "arrangement/arrangementen/klas-aan-zee.yml"
KLINIEK = "arrangement/arrangementen/klas-en-kliniek.yml"
NIEUWER = {"Peildatum": "2022"}


@pytest.fixture
def gestuurd(mini: Mini, capsys: pytest.CaptureFixture[str]) -> Mini:
    """The region with a sheet of one row in it."""
    assert voer_uit(mini, boek(goed(Capaciteit="10-24", Locatie="Dorp"))) == 0
    capsys.readouterr()
    return mini


def anders(mini: Mini, pad: str, voor: str) -> list[str]:
    """The lines of a file that are not what they were."""
    return [line for line in mini.lees(pad).splitlines() if line not in voor.splitlines()]


def test_a_row_changes_what_it_fills_in_and_nothing_else(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    gestuurd.vervang(KLAS, "contact: onbekend", "contact: het zorgteam")
    before = gestuurd.lees(KLAS)
    assert voer_uit(gestuurd, boek(goed(Capaciteit="25-49", Vorm="collectief", **NIEUWER))) == 0
    said = capsys.readouterr()
    assert anders(gestuurd, KLAS, before) == [
        "vorm: collectief",
        "capaciteit: 25-49",
        "  peildatum: 2022",
    ]
    assert said.out.startswith(f"--- a/{KLAS}\n+++ b/{KLAS}\n@@ ")
    assert said.err.splitlines()[1:5] == [
        f"Dit verandert in {KLAS}:",
        "  Vorm: onbekend -> collectief",
        "  Capaciteit: 10-24 -> 25-49",
        "  Peildatum: 2021 -> 2022",
    ]
    assert said.err.endswith(f"Geschreven: 1 bijgewerkt in {gestuurd.map}.\n")
    assert gestuurd.load().ok


def test_what_a_row_fills_in_was_not_looked_for_in_vain_any_longer() -> None:
    before: Value = {
        "vorm": "onbekend",
        "capaciteit": "onbekend",
        "gezocht_op": {"vorm": "2022", "capaciteit": "2022-03"},
    }
    after = samengevoegd(before, {("vorm",): "klas"})
    assert after["gezocht_op"] == {"capaciteit": "2022-03"}
    assert "gezocht_op" not in samengevoegd(after, {("capaciteit",): "12"})


def test_a_row_that_says_the_same_changes_nothing(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foto(gestuurd.map)
    assert voer_uit(gestuurd, boek(goed(Capaciteit="10 tot en met 24 plaatsen"))) == 0
    said = capsys.readouterr()
    assert "Ongewijzigd (1): rij 2.\n" in said.err
    assert said.err.endswith("Geen wijzigingen. Er is niets geschreven.\n")
    assert said.out == ""
    assert foto(gestuurd.map) == before


def test_new_rows_and_known_rows_go_together(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = boek(goed(Titel="Geheel iets anders"), goed(Locatie="Stad", **NIEUWER))
    assert voer_uit(gestuurd, raw, "--proef") == 0
    assert capsys.readouterr().err.endswith(
        "Proef met 1 arrangement en 1 bijgewerkt. Er is niets geschreven.\n"
    )
    assert voer_uit(gestuurd, raw) == 0
    assert capsys.readouterr().err.endswith(
        f"Geschreven: 1 arrangement en 1 bijgewerkt in {gestuurd.map}.\n"
    )


def test_fields_that_the_sheet_does_not_ask_stay(mini: Mini) -> None:
    before = mini.lees(KLINIEK)
    raw = boek(
        {
            "Titel": "KLAS & kliniek:  ‘1 + 1 > 2’".replace("‘", '"').replace("’", '"'),
            "Contact": "de balie",
            "Peildatum": "2022",
        }
    )
    assert voer_uit(mini, raw) == 0
    assert anders(mini, KLINIEK, before) == [
        "titel: 'KLAS & kliniek:  \"1 + 1 > 2\"'",
        "contact: de balie",
        "  peildatum: 2022",
    ]
    assert "wijzigingen:" in mini.lees(KLINIEK)


def test_an_arrangement_is_found_by_its_name_when_its_id_is_another(mini: Mini) -> None:
    """People shorten an id; the sheet knows names only."""
    (mini.map / KLAS).write_text(
        mini.lees(KLINIEK).replace("id: klas-en-kliniek", "id: klas-aan-zee"), encoding="utf-8"
    )
    mini.vervang(KLAS, "'Klas & kliniek: \"1 + 1 > 2\"'", "De klas aan zee (’s-Stad)")
    before = mini.lees(KLAS)
    row: dict[str, Any] = {"Titel": "de klas aan zee ('s-stad)", "Contact": "balie"}
    assert voer_uit(mini, boek(row | {"Peildatum": "2022"})) == 0
    assert anders(mini, KLAS, before) == [
        "titel: de klas aan zee ('s-stad)",
        "contact: balie",
        "  peildatum: 2022",
    ]


def test_of_two_with_one_name_the_place_decides(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    for key, gemeente in (("klas-a", "gemeente-dorp"), ("klas-b", "gemeente-stad")):
        text = mini.lees(KLINIEK).replace("id: klas-en-kliniek", f"id: {key}")
        text = text.replace("gemeente_locatie: gemeente-dorp", f"gemeente_locatie: {gemeente}")
        text = text.replace("'Klas & kliniek: \"1 + 1 > 2\"'", "De klas")
        (mini.map / f"arrangement/arrangementen/{key}.yml").write_text(text, encoding="utf-8")
    row = {"Titel": "De klas", "Contact": "balie", "Peildatum": "2022"}
    assert voer_uit(mini, boek(row)) == 1
    assert "Er zijn 2 arrangementen die 'De klas' heten." in capsys.readouterr().err
    assert voer_uit(mini, boek(row | {"Gemeente locatie": "'s-Stad"})) == 0
    assert "contact: balie" in mini.lees("arrangement/arrangementen/klas-b.yml")


def test_a_word_that_says_unknown_makes_it_unknown(gestuurd: Mini) -> None:
    before = gestuurd.lees(KLAS)
    assert voer_uit(gestuurd, boek(goed(Capaciteit="weet niet", **NIEUWER))) == 0
    assert anders(gestuurd, KLAS, before) == ["capaciteit: onbekend", "  peildatum: 2022"]


def test_a_sheet_may_have_fewer_columns_when_all_of_it_is_there(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = ["Titel", "Contact", "Peildatum"]
    row = {"Titel": "Klas aan zee", "Contact": "balie", "Peildatum": "2022"}
    assert voer_uit(gestuurd, boek(row, koppen=heads)) == 0
    said = capsys.readouterr().err
    rest = ", ".join(kop for kop in KOPPEN if kop not in heads)
    assert f"Deze kolommen zijn er niet, en wat daar staat blijft zoals het is: {rest}.\n" in said
    assert voer_uit(gestuurd, boek(row, goed(Titel="Nieuw"), koppen=heads)) == 1
    assert "De kolom 'Soort' ontbreekt." in capsys.readouterr().err


def test_what_is_no_longer_in_the_sheet_is_said_and_stays(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foto(gestuurd.map)
    assert voer_uit(gestuurd, boek(goed())) == 0
    [line] = [one for one in capsys.readouterr().err.splitlines() if "Van deze bron" in one]
    assert line == (
        "Van deze bron, en niet in dit blad: 'Klas & kliniek: \"1 + 1 > 2\"', "
        "'Proef: \"Eerst de klas\"'. Dat blijft zoals het is. Is er een niet meer? "
        "Zet in het bestand 'toestand: gestopt', of archiveer het."
    )
    assert foto(gestuurd.map) == before


@pytest.mark.parametrize(
    ("peildatum", "melding"),
    [
        (
            "2021",
            "Deze rij verandert iets, maar bron en peildatum blijven hetzelfde. "
            "Kloppen die nog? Vul anders in waar en van wanneer het nieuwe is.",
        ),
        (
            "2019-03",
            "Deze rij is ouder (2019-03) dan wat er nu staat (2021). "
            "Is het een oud blad? Neem het dan niet over.",
        ),
        ("2022", ""),
    ],
)
def test_a_change_says_from_when_it_is(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str], peildatum: str, melding: str
) -> None:
    assert voer_uit(gestuurd, boek(goed(Vorm="collectief", Peildatum=peildatum)), "--proef") == 0
    told = [one for one in capsys.readouterr().err.splitlines() if "let op" in one]
    place = "blad Arrangementen, rij 2, kolom AD (Peildatum): let op: "
    assert told == ([f"{place}{melding}"] if melding else [])


def test_a_name_that_is_nearly_that_of_another_is_asked_about(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    assert voer_uit(gestuurd, boek(goed(Titel="Klas aan de zee")), "--proef") == 0
    assert capsys.readouterr().err.startswith(
        "blad Arrangementen, rij 2, kolom A (Titel): let op: Dit wordt een nieuw arrangement, maar "
        "er is al 'Klas aan zee'. Is het hetzelfde? Schrijf de naam dan net zo.\n"
    )
    assert voer_uit(gestuurd, boek(goed(Titel="Klas aan de zee"), goed()), "--proef") == 0
    assert "let op" not in capsys.readouterr().err


def test_an_archived_arrangement_is_not_brought_back_by_a_sheet(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    gestuurd.vervang(KLAS, "id: klas-aan-zee\n", "id: klas-aan-zee\nstatus: gearchiveerd\n")
    before = foto(gestuurd.map)
    assert voer_uit(gestuurd, boek(goed())) == 1
    assert capsys.readouterr().err.startswith(
        "blad Arrangementen, rij 2, kolom A (Titel): Het arrangement 'klas-aan-zee' is "
        f"gearchiveerd. Is het er weer? Zet dan eerst de status in {KLAS} op actief. "
        "Haal anders deze rij weg.\n"
    )
    assert foto(gestuurd.map) == before


def test_two_rows_about_one_arrangement_are_refused(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    assert voer_uit(gestuurd, boek(goed(), goed(Titel="Klas aan Zeé"))) == 1
    assert "rij 3, kolom A (Titel): Rij 2 heeft dezelfde naam" in capsys.readouterr().err


def test_a_wrong_answer_about_a_known_arrangement_is_refused_at_its_cell(
    gestuurd: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foto(gestuurd.map)
    raw = boek(goed(Vorm="kring", Afwijkingen="tijd", Doelgroep="Voor drie kinderen."))
    assert voer_uit(gestuurd, raw) == 1
    places = [
        line.split(": ")[0]
        for line in capsys.readouterr().err.splitlines()
        if "rij 2, kolom" in line
    ]
    assert [one.partition("kolom ")[2] for one in places] == [
        "G (Vorm)",
        "L (Doelgroep)",
        "X (Afwijkingen)",
    ]
    assert foto(gestuurd.map) == before


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    gestuurd: Mini, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = foto(gestuurd.map)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "zo-heet-er-geen.yml":
            raise OSError(28, "vol")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    raw = boek(goed(Vorm="collectief", **NIEUWER), goed(Titel="Zo heet er geen"))
    assert voer_uit(gestuurd, raw) == 1
    assert foto(gestuurd.map) == before
