"""The commands for many records at once: a workbook made, and taken over whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import blad, neem_over
from tests.unit.mini import Mini
from tests.unit.werkbladen import Bewerking, bewerkt, voeg_toe, zet

PUNT = "speerpunten/alles-bekend.yml"
STAND = zet("Acties", "lijst-delen", "Stand", "Afgerond", bij="Korte naam (id)")
DATUM = zet("Acties", "lijst-delen", "Peildatum van de stand", "1-11-2022", bij="Korte naam (id)")


def maak(mini: Mini, *stappen: Bewerking, soort: str = "actie") -> Path:
    """The workbook of a kind after these steps."""
    file = mini.map.parent / "blad.xlsx"
    assert blad.main([soort, "--data", str(mini.map), "--uit", str(file)]) == 0
    if stappen:
        file.write_bytes(bewerkt(file.read_bytes(), lambda book: [one(book) for one in stappen]))
    return file


def neem(mini: Mini, file: Path, *opties: str) -> int:
    return neem_over.main([str(file), "--data", str(mini.map), *opties])


def alles(mini: Mini) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in mini.map.rglob("*") if one.is_file()}


def test_what_a_workbook_changes_is_shown_and_written(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = mini.lees(PUNT)
    file = maak(mini, STAND, DATUM)
    assert neem(mini, file, "--proef") == 0
    assert mini.lees(PUNT) == before
    said = capsys.readouterr()
    assert f"+++ b/{PUNT}\n" in said.out
    changes = {one for one in said.out.splitlines() if one.startswith(("+ ", "- "))}
    assert changes == {
        "-    stand: loopt",
        "-    stand_peildatum: 2022-06",
        "+    stand: afgerond",
        "+    stand_peildatum: 2022-11-01",
    }
    assert said.err.endswith("Proef met 1 bestand. Er is niets geschreven.\n")
    assert neem(mini, file) == 0
    changed = before.replace("stand: loopt", "stand: afgerond")
    assert mini.lees(PUNT) == changed.replace("2022-06\n", "2022-11-01\n")
    assert neem(mini, file) == 0
    assert capsys.readouterr().err.endswith("Geen wijzigingen. Er is niets geschreven.\n")


@pytest.mark.parametrize(
    ("stap", "zin"),
    [
        (
            zet("Acties", "lijst-delen", "Stand", "klaar", bij="Korte naam (id)"),
            "blad Acties, rij 3, kolom H (Stand): 'klaar' ",
        ),
        (
            zet("Acties", "lijst-delen", "Wie het doen", "niemand hier", bij="Korte naam (id)"),
            "blad Acties, rij 3, kolom E (Wie het doen): Er is geen partij of gemeente",
        ),
        (
            voeg_toe("Speerpunten", Titel="Nieuw", Nummer="9"),
            "blad Speerpunten, rij 5, kolom R (Herkomst: Bron): Het veld 'herkomst' ontbreekt.",
        ),
    ],
)
def test_nothing_is_written_when_anything_is_wrong(
    mini: Mini, capsys: pytest.CaptureFixture[str], stap: Bewerking, zin: str
) -> None:
    before = alles(mini)
    assert neem(mini, maak(mini, STAND, stap)) == 1
    assert alles(mini) == before
    said = capsys.readouterr().err
    assert zin in said
    assert said.endswith("Er is niets geschreven.\n")


def test_a_comment_that_cannot_stay_is_told(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    pad = "begrippen/sbo.yml"
    fields = ("id: sbo", "term: SBO", "uitleg: Een vorm.", "voor_ouders: Een school.")
    source = "herkomst: {bron: plan, peildatum: 2021-06-15, zekerheid: voorbeeld}"
    mini.schrijf(pad, "{\n# afgesproken in mei\n" + ",\n".join((*fields, source)) + "}\n")
    step = zet("Begrippen", "sbo", "Uitleg", "Een andere vorm.", bij="id")
    assert neem(mini, maak(mini, step, soort="begrip")) == 0
    assert "uitleg: Een andere vorm.\n" in mini.lees(pad)
    assert "\nDit commentaar verdwijnt: # afgesproken in mei\n" in f"\n{capsys.readouterr().err}"


def test_an_error_that_it_makes_in_another_file_is_one_too(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures still name the part of an indicator that is called otherwise."""
    before = alles(mini)
    step = zet("Delen", "groot", "Korte naam (id)", "ouder", bij="Korte naam (id)")
    assert neem(mini, maak(mini, step, soort="indicator")) == 1
    assert alles(mini) == before
    assert f"{mini.map.as_posix()}/monitor/waarnemingen/verslag.csv:" in capsys.readouterr().err


def test_data_that_are_wrong_already_are_mended_first(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    file = maak(mini, STAND)
    mini.vervang("principes/samen-doen.yml", "nummer: 1", "nummer: een")
    assert neem(mini, file) == 1
    said = capsys.readouterr()
    assert f"{mini.map.as_posix()}/principes/samen-doen.yml" in said.out
    assert "Herstel eerst de gegevens" in said.err


def test_mailed_figures_are_taken_over_once_all_is_known(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    file = mini.map.parent / "mail.csv"
    file.write_text("Gemeente;2020\nDorp;35\nEiland & Wad;<10\n's-Stad;1.200\n", encoding="utf-8")
    assert neem(mini, file) == 1
    said = capsys.readouterr().err
    assert "Nodig: ANTWOORDEN='bron=...'." in said
    assert "Nodig: ANTWOORDEN='punt=...'. Wat betekent de punt in een getal als 1.234?" in said
    answers = ("indicator=hulp", "bron=verslag", "opgehaald=2022-11-01", "status=definitief")
    more = ("zekerheid=afgeleid", "punt=duizend")
    options = [one for answer in (*answers, *more) for one in ("--antwoord", answer)]
    assert neem(mini, file, *options) == 0
    text = mini.lees("monitor/waarnemingen/verslag.csv")
    assert "hulp;gemeente-stad;2020;totaal;1200;definitief;2022-11-01;verslag;afgeleid\n" in text
    assert "hulp;gemeente-eiland;2020;totaal;x;" in text


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        (lambda mini: blad.main(["akties", "--data", str(mini.map)]), "Bedoel je 'acties'?"),
        (
            lambda mini: blad.main(
                ["actie", "--data", str(mini.map), "--uit", str(mini.map / "nergens/blad.xlsx")]
            ),
            "De map om in te schrijven is er niet.",
        ),
        (lambda mini: neem(mini, mini.map / "weg.xlsx"), "kan niet worden gelezen"),
        (lambda mini: neem(Mini(mini.map / "weg"), maak(mini)), "Deze map is er niet."),
        (lambda mini: neem(mini, maak(mini), "--soort", "onzin"), "'onzin' is geen soort"),
    ],
)
def test_a_mistake_in_the_command_is_told(
    mini: Mini, capsys: pytest.CaptureFixture[str], opdracht: object, zin: str
) -> None:
    assert callable(opdracht)
    assert opdracht(mini) == 1
    assert zin in capsys.readouterr().err
