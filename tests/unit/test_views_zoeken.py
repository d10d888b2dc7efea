"""What the search answers before it lists pages, of the invented region."""

from __future__ import annotations

from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.zoeken import afkortingen, antwoorden, op_letter
from tests.unit.mini import DAG, Mini

NL = Vertaler("nl")


def test_each_place_answers_once_with_the_words_people_type_for_it(regio: Regio) -> None:
    found = {one.pad: one for one in antwoorden(Blik(regio, NL, DAG))}
    assert len(found) == len(antwoorden(Blik(regio, NL, DAG)))
    assert {"thuisblijver", "skipping school"} <= set(found["thuis/"].woorden)
    assert found["thuis/"].tekst.tekst == "Bel de school."
    assert found["hulp/#consulent"].woorden[-1] == "OCO"
    assert found["begrippen/#swv"].titel.tekst == "SWV (samenwerkingsverband)"
    assert found["overleg/kalender/"].titel.tekst == ""  # a page of prose says itself what it is


def test_what_is_archived_and_an_answer_that_says_yes_lead_nowhere(regio: Regio) -> None:
    found = {one.pad: one for one in antwoorden(Blik(regio, NL, DAG))}
    assert "begrippen/#klassenboek" not in found
    assert "Ja" not in found["samenwerking/wegwijzer/leren/"].woorden


def test_an_abbreviation_is_what_was_written_in_capitals(regio: Regio) -> None:
    assert afkortingen(Blik(regio, NL, DAG)) == ("oco", "sbo", "swv")


def test_letters_have_each_answer_that_has_a_name(regio: Regio) -> None:
    blik = Blik(regio, NL, DAG)
    letters = op_letter(blik)
    assert [letter for letter, _ in letters] == sorted(letter for letter, _ in letters)
    shown = [row.pad for _, rows in letters for row in rows]
    assert sorted(shown) == sorted(one.pad for one in antwoorden(blik) if one.titel.tekst)
    assert dict(letters)["S"][0].trefwoord.tekst == "'s-Stad"


def test_a_region_of_which_little_is_known_has_few_answers(mini: Mini) -> None:
    for pad in ("samenwerking/thuis.yml", "samenwerking/wegwijzer.yml", "zoekwoorden.yml"):
        (mini.map / pad).unlink()
    regio = mini.load().regio
    assert regio is not None
    found = antwoorden(Blik(regio, NL, DAG))
    assert not [one.pad for one in found if one.pad.startswith(("thuis/", "samenwerking/weg"))]
