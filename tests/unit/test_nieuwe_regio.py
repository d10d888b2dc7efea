"""``make regio``: the smallest region, whatever it is called, and nothing when it cannot be."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.format import form_issues
from macros.load import load
from macros.model.basis.datum import Datum
from scripts.regio import main
from tests.unit.mini import ROOT

VANDAAG = Datum(2026, 11, 2)
NAMEN = {
    "De Kempen": "de-kempen",
    '\'s-Land: "de Kop" #1': "s-land-de-kop-1",
    "Súdwest-Fryslân": "sudwest-fryslan",
    "- lijst": "lijst",
    "true": "true",
    "123": "123",
    "50% {van} ons": "50-van-ons",
    "@twee": "twee",
    "[een]": "een",
    "a\\nb": "a-nb",
    "東京": "regio",
}


@pytest.mark.parametrize("naam", NAMEN)
def test_a_region_of_any_name_checks_without_a_word_and_is_in_canonical_form(
    naam: str, tmp_path: Path
) -> None:
    data = tmp_path / "regio"
    assert main([str(data), "--naam", f"  {naam} "]) == 0
    loaded = load(data, VANDAAG)
    assert [*loaded.issues, *form_issues(loaded)] == []
    assert loaded.regio is not None
    settings = loaded.regio.instellingen
    assert (settings.naam, settings.id) == (naam, NAMEN[naam])
    assert naam in settings.titel
    assert naam in str(loaded.catalogi["en"].vertaler().tekst(settings.titel))


@pytest.mark.parametrize(
    ("naam", "waarom"),
    [
        ("", "Schrijf de naam zoals mensen de regio noemen"),
        (" '\" ", "Schrijf de naam zoals mensen de regio noemen"),
        ("Onbekend", "Schrijf de naam zoals mensen de regio noemen"),
        ("x" * 81, "De naam is te lang: hooguit 80 tekens."),
        ("zacht\u00adteken", "In de naam staat een teken dat je niet ziet."),
        ("{{ naam }}", "In deze tekst staan dubbele accolades"),
        ("<b>vet</b>", "In deze tekst staat HTML"),
        ("ik@voorbeeld.nl", "Hier staat een e-mailadres (i…@v…)."),
    ],
)
def test_a_name_that_cannot_be_leaves_nothing_behind(
    naam: str, waarom: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "regio"), "--naam", naam]) == 1
    first, why, *_ = capsys.readouterr().err.splitlines()
    assert first == "Deze naam kan niet."
    assert why.startswith(waarom)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.txt").write_text("bewaar mij", encoding="utf-8")
    for map_, why in ((tmp_path, "is niet leeg"), (tmp_path / "brief.txt", "is een bestand")):
        assert main([str(map_), "--naam", "De Kempen"]) == 1
        assert why in capsys.readouterr().err
    assert main([str(tmp_path / "weg" / "regio"), "--naam", "De Kempen"]) == 1
    assert f"De map {tmp_path / 'weg'} bestaat niet." in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["brief.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--naam", "De Kempen"]) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["regio.yml", "vertaling"]
    _, *lines = capsys.readouterr().out.splitlines()
    assert [line[:2] for line in lines] == ["1.", "2.", "3."]


def test_make_hands_on_a_name_as_it_was_typed() -> None:
    name = '\'s-Land "x" `y` $(z) $HOME #1'
    command = ["make", "--dry-run", "regio", "MAP=../een regio", f"NAAM={name}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    run = next(line for line in done.stdout.splitlines() if "scripts.regio" in line)
    shell = ["sh", "-c", f"set -- {run.partition('scripts.regio')[2]}; printf '%s\\n' \"$@\""]
    given = subprocess.run(shell, capture_output=True, text=True, check=True).stdout
    assert given.splitlines() == ["../een regio", f"--naam={name}"]
