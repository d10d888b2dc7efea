"""What the build says of the questions of a region, on a site that it did not have to build."""

from __future__ import annotations

import pytest

from macros.engine import zoekvragen
from macros.issue import Level
from macros.site.zoekproef import ZoekproefFout
from tests.unit.mini import Mini


def bouw(mini: Mini) -> None:
    """The pages that the questions and words of the region name, as far as they need to be there."""
    for pad, text in (
        ("thuis", ""),
        ("overleg/kalender", ""),
        ("hulp", '<li id="consulent">'),
        ("begrippen", '<p id="swv">'),
    ):
        for folder in ("", "en/"):
            page = mini.map / "site" / folder / pad / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")


GOED = {
    "nl": ["thuis/", "overleg/kalender/", "begrippen/#swv"],
    "en": ["thuis/", "overleg/kalender/"],
}


@pytest.fixture
def antwoord(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What the search says; a test changes it."""
    found = {taal: [*first] for taal, first in GOED.items()}
    monkeypatch.setattr(zoekvragen, "eerste", lambda site, vragen: found)
    return found


def test_questions_that_find_what_is_meant_are_not_told(
    mini: Mini, antwoord: dict[str, list[str]]
) -> None:
    loaded = mini.load()
    bouw(mini)
    assert zoekvragen.gebreken(loaded, mini.map / "site") == []


def test_a_question_that_finds_something_else_is_worth_a_look(
    mini: Mini, antwoord: dict[str, list[str]]
) -> None:
    antwoord["nl"][1] = "overleg/"
    antwoord["en"][0] = ""
    loaded = mini.load()
    bouw(mini)
    one, two = zoekvragen.gebreken(loaded, mini.map / "site")
    assert (one.line, one.level, one.code) == (6, Level.LET_OP, "zoekvraag-mist")
    assert one.message == (
        "'wanneer is het volgende overleg?' (nl) vindt eerst overleg/, en niet overleg/kalender/."
    )
    assert one.tip.startswith("Zet woorden bij het goede adres in zoekwoorden.yml.")
    assert two.message == "'skipping school' (en) vindt niets, en niet thuis/."


def test_an_address_that_the_site_does_not_have_is_an_error(
    mini: Mini, antwoord: dict[str, list[str]]
) -> None:
    loaded = mini.load()
    bouw(mini)
    (mini.map / "site/hulp/index.html").write_text("<p>", encoding="utf-8")
    (mini.map / "site/en/overleg/kalender/index.html").unlink()
    found = zoekvragen.gebreken(loaded, mini.map / "site")
    assert [(one.level, one.message) for one in found] == [
        (Level.FOUT, "Op de site is geen pagina 'overleg/kalender/'."),
        (Level.FOUT, "Op de pagina 'hulp/' is geen plek 'consulent'."),
    ]


def test_a_question_in_a_language_that_the_site_lacks_is_told(
    mini: Mini, antwoord: dict[str, list[str]]
) -> None:
    mini.vervang(
        "zoekvragen.yml", "vraag: skipping school\n    taal: en", "vraag: weg\n    taal: ‸de"
    )
    antwoord["en"].pop(0)
    loaded = mini.load()
    bouw(mini)
    [one] = zoekvragen.gebreken(loaded, mini.map / "site")
    assert (one.level, one.tip) == (Level.LET_OP, "Kies uit: en, nl.")
    assert one.message == "'weg' is niet gevraagd: de site is er niet in de taal 'de'."


def test_when_nothing_can_be_asked_that_is_told(
    mini: Mini, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> dict[str, list[str]]:
        raise ZoekproefFout("Node.js is er niet.")

    monkeypatch.setattr(zoekvragen, "eerste", none)
    loaded = mini.load()
    bouw(mini)
    [one] = zoekvragen.gebreken(loaded, mini.map / "site")
    assert (one.level, one.message) == (
        Level.LET_OP,
        "De zoekvragen zijn niet gesteld: Node.js is er niet.",
    )


def test_a_region_without_questions_is_not_asked(mini: Mini) -> None:
    for name in ("zoekvragen.yml", "zoekwoorden.yml"):
        (mini.map / name).unlink()
    assert zoekvragen.gebreken(mini.load(), mini.map / "site") == []
