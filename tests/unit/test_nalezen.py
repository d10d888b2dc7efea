"""What no text may hold is told wherever people write: at its words, once, with what to do."""

from __future__ import annotations

import pytest

from macros.format import canonical_files
from macros.issue import Level
from macros.model.geheel import SOORTEN
from tests.unit.mini import Mini

DORP = "gemeenten/gemeente-dorp.yml"
SPEERPUNT = "speerpunten/veel-onbekend.yml"
BESTAND = "uitzonderingen.yml"
EN = "vertaling/en.po"
DRIE = (
    "klein-aantal",
    "Hier staat een klein aantal ('3 kinderen').",
    "Dat kan naar een kind wijzen. Noem geen getal.",
)


def uitzondering(waar: str, woorden: str, code: str = "klein-aantal") -> str:
    return (
        f"uitzonderingen:\n  - waar: {waar}\n    code: {code}\n"
        f"    woorden: {woorden}\n    reden: Het is verzonnen.\n"
    )


def gemeld(mini: Mini) -> list[tuple[str, str]]:
    """Every error: where, and its code."""
    return [(mini.waar(one), one.code) for one in mini.issues(level=Level.FOUT)]


TEKSTEN = {
    "a text": (SPEERPUNT, "Zoek het uit.", "Zoek ‸3 kinderen op."),
    "folded over lines": (SPEERPUNT, "Zoek het uit.", ">-\n  Zoek bij het\n  huis ‸3\n  kinderen op."),
    "between quotes": (SPEERPUNT, "Zoek het uit.", '"Zoek \\"het\\" ‸3 kinderen."'),
    "the second time": (SPEERPUNT, "Zoek het uit.", "Wij 13 kinderen, en ‸3 kinderen op."),
    "the name of something": (DORP, "naam: Dorp", "naam: Dorp ‸3 kinderen"),
    "a comment behind a value": (DORP, "naam: Dorp", "naam: Dorp  # van ‸3 kinderen"),
    "a comment on a line": (DORP, "naam: Dorp", "# het zijn ‸3 kinderen\nnaam: Dorp"),
    "a translation": (EN, '"Coordinator"', '"Coordinator of ‸3 kinderen"'),
    "a translation over lines": (EN, '"Coordinator"', '""\n"Coordinator of ‸3 "\n"kinderen"'),
    "what the translator says": (EN, 'msgid "Regisseur"', '# Van ‸3 kinderen.\nmsgid "Regisseur"'),
    "a former text": (EN, 'msgid "Regisseur"', '#| msgid "‸3 kinderen"\nmsgid "Regisseur"'),
}  # fmt: skip


@pytest.mark.parametrize("name", TEKSTEN)
def test_a_small_count_is_told_at_its_words_wherever_it_is_written(name: str, mini: Mini) -> None:
    pad, oud, nieuw = TEKSTEN[name]
    mini.vervang(pad, oud, nieuw)
    found = [one for one in mini.issues(level=Level.FOUT) if one.code == "klein-aantal"]
    assert [(mini.waar(one), one.code, one.message, one.tip) for one in found] == [
        (mini.plaats, *DRIE)
    ]


def test_what_a_catalogue_no_longer_uses_is_read_too(mini: Mini) -> None:
    end = '\n#~ msgid "Het gaat om 3 kinderen"\n#~ msgstr "It is about 3 pupils"\n'
    mini.schrijf(EN, mini.lees(EN).rstrip("\n") + "\n" + end)
    assert [one.message for one in mini.issues("klein-aantal")] == [
        "Hier staat een klein aantal ('3 kinderen').",
        "Hier staat een klein aantal ('3 pupils').",
    ]


def test_a_text_of_the_data_is_not_told_again_in_the_catalogue(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "‸3 kinderen zoeken.")
    mini.schrijf(EN, f'{mini.lees(EN)}\nmsgid "3 kinderen zoeken."\nmsgstr "Children look."\n')
    assert gemeld(mini) == [(mini.plaats, "klein-aantal")]


@pytest.mark.parametrize(
    "naam", ["drie-kinderen.yml", "0612345678.yml", "jan@school.example.yml", "bsn-111222333.yml"]
)
def test_the_name_of_a_file_is_read(naam: str, mini: Mini) -> None:
    mini.schrijf(f"begrippen/{naam}", "id: x\n")
    codes = {one.code for one in mini.issues(level=Level.FOUT) if "In de naam" in one.message}
    assert len(codes) == 1


def test_an_unknown_field_is_read_and_so_is_its_name(mini: Mini) -> None:
    mini.vervang(DORP, "naam: Dorp", "naam: Dorp\nmail ik@dorp.example: vier kinderen")
    told = [(one.code, one.message) for one in mini.issues(level=Level.FOUT)]
    assert sorted(code for code, _ in told) == ["e-mailadres", "klein-aantal", "onbekend-veld"]
    assert not any("dorp.example" in message for _, message in told)


def test_what_is_no_text_keeps_its_own_form(mini: Mini) -> None:
    """A code, a date or an address is not taken for a number of a person."""
    mini.vervang(DORP, "cbs_code: GM9001", "cbs_code: ‸06-12345678")
    [issue] = mini.issues(level=Level.FOUT)
    assert (mini.waar(issue), issue.code) == (mini.plaats, "cbs-code")
    assert "12345678" not in issue.message


def test_a_broken_file_is_read_line_by_line(mini: Mini) -> None:
    mini.vervang(DORP, "naam: Dorp", "naam: 'Bel ‸06-12345678")
    assert (mini.plaats, "telefoonnummer") in gemeld(mini)


def test_everything_in_a_text_is_told(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Bel 06-12345678 of mail ik@dorp.example, <b>nu</b>.")
    assert [code for _, code in gemeld(mini)] == ["telefoonnummer", "e-mailadres", "html"]


def test_a_record_with_such_a_text_is_there_for_the_others(mini: Mini) -> None:
    """What refers to it is right, so nothing else is told; and make fix leaves it as it is."""
    mini.vervang(DORP, "naam: Dorp", "naam:   <b>Dorp</b>")
    loaded = mini.load()
    assert [one.code for one in loaded.issues if one.level is Level.FOUT] == ["html"]
    assert not loaded.ok
    assert loaded.regio
    assert "gemeente-dorp" in loaded.regio.gemeenten
    assert [*canonical_files(loaded)] == []


def test_a_name_behind_a_title_is_only_a_warning(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Vraag het ‸wethouder Jansen.")
    [issue] = mini.issues("persoonsnaam")
    assert (mini.waar(issue), issue.level) == (mini.plaats, Level.LET_OP)
    assert mini.load().ok


def test_the_region_says_what_is_small_and_which_places_there_are(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "12 kinderen, en bij Dorp een jongen van 9 jaar.")
    assert [code for _, code in gemeld(mini)] == ["herkenbaar-kind"]
    mini.vervang("regio.yml", "drempel: 10", "drempel: 15")
    assert [code for _, code in gemeld(mini)] == ["klein-aantal", "herkenbaar-kind"]


# ---------------------------------------------------------------- exceptions


def test_an_exception_lets_its_words_be_in_its_file(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Zoek 3 kinderen op.")
    mini.schrijf(BESTAND, uitzondering(SPEERPUNT, "3 kinderen"))
    assert gemeld(mini) == []


@pytest.mark.parametrize(
    ("pad", "oud"), [("regio.yml", "naam: Mini"), ("samenwerking/wegwijzer.yml", "begin: ")]
)
def test_an_exception_holds_beside_another_file_with_a_mistake(
    pad: str, oud: str, mini: Mini
) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Zoek 3 kinderen op.")
    mini.schrijf(BESTAND, uitzondering(SPEERPUNT, "3 kinderen"))
    mini.vervang(pad, oud, f"verkeerd_{oud}")
    assert {one.path.removeprefix(f"{mini.map}/") for one in mini.issues(level=Level.FOUT)} == {pad}


@pytest.mark.parametrize(
    "tekst",
    ["Zoek 4 kinderen op.", "Zoek 3 leerlingen op.", "Zoek 3 kleine kinderen op.", "Zoek 3 op."],
)
def test_an_exception_covers_no_other_words_and_must_find_its_own(tekst: str, mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", tekst)
    mini.schrijf(BESTAND, uitzondering(SPEERPUNT, "‸3 kinderen"))
    empty = [one for one in mini.issues() if one.code == "lege-uitzondering"]
    assert [(mini.waar(one), one.message) for one in empty] == [
        (mini.plaats, f"Deze uitzondering vindt niets (meer) in {SPEERPUNT}.")
    ]
    assert [one.code for one in mini.issues("klein-aantal")] == ["klein-aantal"] * (
        "kinderen" in tekst or "leerlingen" in tekst
    )


@pytest.mark.parametrize(
    ("waar", "code"), [(DORP, "klein-aantal"), (SPEERPUNT, "telefoonnummer"), (EN, "klein-aantal")]
)
def test_an_exception_is_for_one_file_and_one_kind(waar: str, code: str, mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Zoek 3 kinderen op.")
    mini.schrijf(BESTAND, uitzondering(waar, "3 kinderen", code))
    assert sorted(code for _, code in gemeld(mini)) == ["klein-aantal", "lege-uitzondering"]


def test_an_exception_in_words_around_it_covers_them_there_alone(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Stel, 3 kinderen. Er zijn ‸3 kinderen.")
    mini.schrijf(BESTAND, uitzondering(SPEERPUNT, "Stel, 3 kinderen."))
    assert gemeld(mini) == [(mini.plaats, "klein-aantal")]


def test_an_exception_of_a_kind_that_is_not_there_is_refused(mini: Mini) -> None:
    mini.schrijf(BESTAND, uitzondering(SPEERPUNT, "3 kinderen", "‸klein-antal"))
    [issue] = mini.issues(level=Level.FOUT)
    assert (mini.waar(issue), issue.tip) == (mini.plaats, "Bedoel je 'klein-aantal'?")


def test_the_words_of_an_exception_are_no_finding_themselves(mini: Mini) -> None:
    mini.vervang(SPEERPUNT, "Zoek het uit.", "Bel 06-12345678.")
    mini.schrijf(BESTAND, uitzondering(SPEERPUNT, "06-12345678", "telefoonnummer"))
    assert gemeld(mini) == []


def test_a_region_without_exceptions_needs_no_file(mini: Mini) -> None:
    assert any(soort.pad == BESTAND for soort in SOORTEN)
    assert gemeld(mini) == []
