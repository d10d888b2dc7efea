"""What only follows from another mistake is not told; the rest of a file with a mistake is."""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.mini import Mini


def fouten(mini: Mini) -> list[tuple[str, str]]:
    """The errors: file and code."""
    return [(mini.waar(one).split(":")[0], one.code) for one in mini.issues(level=Level.FOUT)]


def gewaarschuwd(mini: Mini) -> set[tuple[str, str, str]]:
    """Everything but the translations: file, code and message."""
    return {
        (mini.waar(one).split(":")[0], one.code, one.message)
        for one in mini.issues()
        if one.code != "niet-vertaald"
    }


def test_a_renamed_file_is_told_once_and_not_at_every_reference(mini: Mini) -> None:
    old = mini.map / "speerpunten/veel-onbekend.yml"
    old.rename(old.with_name("iets-anders.yml"))
    assert fouten(mini) == [("speerpunten/iets-anders.yml", "naam-en-id")]


def test_a_copy_that_kept_its_id_is_told_at_the_copy_alone(mini: Mini) -> None:
    pad = "gemeenten/gemeente-dorp.yml"
    mini.schrijf("gemeenten/gemeente-kopie.yml", mini.lees(pad))
    assert fouten(mini) == [("gemeenten/gemeente-kopie.yml", "naam-en-id")]


@pytest.mark.parametrize(
    "pad",
    [
        "begrippen/swv.yml",
        "bronnen/plan.yml",
        "gemeenten/gemeente-dorp.yml",
        "monitor/dpia/gemeente-eiland.yml",
        "monitor/indicatoren/hulp.yml",
        "overleg/overleggen/raad.yml",
        "overleg/routes/idee-uit-de-buurt.yml",
        "partijen/regisseur.yml",
        "samenwerking/onderdelen/1a-hulp-in-de-klas.yml",
        "samenwerking/themas/thema-1.yml",
        "samenwerking/wegwijzer.yml",
        "speerpunten/alles-bekend.yml",
    ],
)
@pytest.mark.parametrize("how", ["a field too many", "a line that is no field"])
def test_a_file_with_one_mistake_gives_one_error_and_no_word_more(
    pad: str, how: str, mini: Mini
) -> None:
    before = {one for one in gewaarschuwd(mini) if one[0] != pad}
    mini.schrijf(pad, mini.lees(pad) + ("extra: x\n" if how == "a field too many" else "extra\n"))
    assert {one[0] for one in fouten(mini)} == {pad}
    assert {one for one in gewaarschuwd(mini) if one[0] != pad} <= before


def test_a_record_with_one_mistake_has_its_references_looked_at_in_the_same_round(
    mini: Mini,
) -> None:
    pad = "mijlpalen/begin.yml"
    mini.vervang(pad, "datum: 2021-03-04", "datum: ooit")
    mini.vervang(pad, "bron: plan", "bron: weg")
    assert fouten(mini) == [(pad, "datum-vorm"), (pad, "verwijzing")]


def test_two_mistakes_in_two_files_are_both_told(mini: Mini) -> None:
    mini.vervang("mijlpalen/begin.yml", "datum: 2021-03-04", "datum: ooit")
    mini.vervang("gemeenten/gemeente-stad.yml", "bron: plan", "bron: weg")
    assert fouten(mini) == [
        ("gemeenten/gemeente-stad.yml", "verwijzing"),
        ("mijlpalen/begin.yml", "datum-vorm"),
    ]


def test_an_id_that_is_gone_is_told_once_with_the_number_of_places(mini: Mini) -> None:
    (mini.map / "partijen/swv-mini.yml").unlink()
    [one] = mini.issues("verwijzing")
    assert "Zo staat het op " in one.message
    assert one.tip == (
        "Is partijen/swv-mini.yml of gemeenten/swv-mini.yml weg? "
        "Zet het terug met status: gearchiveerd."
    )
