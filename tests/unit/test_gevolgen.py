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
        "Is partijen/swv-mini.yml of gemeenten/swv-mini.yml weg? Zet het terug met status: gearchiveerd."
    )


@pytest.mark.parametrize(
    ("van", "naar", "wat"),
    [
        ("begrippen/sbo.yml", "bronnen/sbo.yml", "begrip"),
        ("begrippen/sbo.yml", "sbo.yml", "begrip"),
        ("begrippen/sbo.yml", "monitor/sbo.yml", "begrip"),
        ("bronnen/plan.yml", "begrippen/plan.yml", "bron"),
        ("partijen/regisseur.yml", "gemeenten/regisseur.yml", "partij"),
        ("overleg/overleggen/raad.yml", "overleg/besluiten/raad.yml", "overleg"),
    ],
)
def test_a_record_in_the_wrong_folder_is_told_once_and_where_it_belongs(
    van: str, naar: str, wat: str, mini: Mini
) -> None:
    (mini.map / van).rename(mini.map / naar)
    [(pad, _)] = fouten(mini)
    [one] = mini.issues(level=Level.FOUT)
    folder = van.rpartition("/")[0]
    assert (pad, one.message, one.tip) == (
        naar,
        f"Dit lijkt een {wat}, maar het staat niet in {folder}/.",
        f"Zet het in {folder}/.",
    )


@pytest.mark.parametrize(
    ("naar", "tip"),
    [
        ("speerpunten/veel-onbekend.yaml", "Noem het veel-onbekend.yml."),
        ("speerpunten/oud/veel-onbekend.yml", "Zet de bestanden zelf in speerpunten/"),
        ("speerpunten/Veel onbekend.yml", "Noem het bestand veel-onbekend.yml."),
        ("speerpunten/veel_onbekend.yml", "Noem het bestand veel-onbekend.yml."),
        ("speerpunten/.veel-onbekend.yml", "Haal de punt voor de naam weg, of verwijder het."),
    ],
)
def test_a_name_that_cannot_be_is_told_once_with_the_name_it_should_have(
    naar: str, tip: str, mini: Mini
) -> None:
    (mini.map / naar).parent.mkdir(exist_ok=True)
    (mini.map / "speerpunten/veel-onbekend.yml").rename(mini.map / naar)
    [one] = mini.issues(level=Level.FOUT)
    assert one.tip.startswith(tip)


@pytest.mark.parametrize("naam", ["begin (1).yml", "begin - kopie.yml", "Kopie van begin.yml"])
def test_a_copy_is_called_one_and_never_put_in_the_place_of_the_original(
    naam: str, mini: Mini
) -> None:
    mini.schrijf(f"mijlpalen/{naam}", mini.lees("mijlpalen/begin.yml"))
    [one] = mini.issues(level=Level.FOUT)
    assert one.tip.startswith("Is dit een kopie van begin.yml? Verwijder haar.")


@pytest.mark.parametrize("map_", ["", "mijlpalen/", "vertaling/", "overleg/"])
@pytest.mark.parametrize("naam", ["desktop.ini", "Thumbs.db", ".DS_Store", "._begin.yml"])
def test_what_a_system_leaves_behind_is_nothing(naam: str, map_: str, mini: Mini) -> None:
    before = mini.issues()
    mini.schrijf(f"{map_}{naam}", b"\x00")
    assert mini.issues() == before


@pytest.mark.parametrize(
    "naam",
    [
        "begin.yml~",
        "#begin.yml#",
        ".~lock.x.csv#",
        "~$lijst.xlsx",
        "en.mo",
        ".begin.yml.swp",
        "x.bak",
    ],
)
def test_what_a_program_leaves_behind_is_told_and_stops_nothing(naam: str, mini: Mini) -> None:
    for folder in ("mijlpalen", "vertaling"):
        mini.schrijf(f"{folder}/{naam}", b"\x00")
    assert mini.issues(level=Level.FOUT) == []
    assert len(mini.issues("reservekopie")) == 2


@pytest.mark.parametrize("naam", ["con", "aux", "nul", "prn", "com1", "lpt9", "a" * 245])
def test_an_id_that_is_no_name_of_a_file_everywhere_is_refused(naam: str, mini: Mini) -> None:
    pad = f"mijlpalen/{naam}.yml"
    text = mini.lees("mijlpalen/begin.yml").replace("nummer: 1", "nummer: 3")
    mini.schrijf(pad, text.replace("id: begin", f"id: {naam}"))
    [one] = mini.issues(level=Level.FOUT)
    assert (mini.waar(one), one.code) == (f"{pad}:1:5", "te-lang" if "aa" in naam else "id-vorm")
    assert one.tip.startswith("Kies een ")


@pytest.mark.parametrize("naam", ["con-1", "console", "com", "com10", "null"])
def test_an_id_that_only_begins_so_is_fine(naam: str, mini: Mini) -> None:
    pad = f"mijlpalen/{naam}.yml"
    text = mini.lees("mijlpalen/begin.yml").replace("nummer: 1", "nummer: 3")
    mini.schrijf(pad, text.replace("id: begin", f"id: {naam}"))
    assert mini.issues(level=Level.FOUT) == []


@pytest.mark.parametrize(
    "typed", ["Dorp", "gemeente Dorp", "Gemeente-Dorp", "gemeente_dorp", "dorp"]
)
def test_a_name_where_an_id_is_wanted_gets_the_id_of_who_is_called_so(
    typed: str, mini: Mini
) -> None:
    mini.vervang("werkingsgebieden/heel-mini.yml", "- gemeente-dorp", f"- ‸{typed}")
    [one] = mini.issues(level=Level.FOUT)
    assert (mini.waar(one), one.tip) == (mini.plaats, "Bedoel je 'gemeente-dorp'?")


def test_a_word_of_a_file_that_cannot_be_read_is_not_called_unexplained(mini: Mini) -> None:
    before = gewaarschuwd(mini)
    mini.vervang("begrippen/swv.yml", "term:", "term")
    assert {one[:2] for one in gewaarschuwd(mini) - before} == {("begrippen/swv.yml", "yaml")}


def test_a_table_with_a_wrong_head_leaves_no_figures_missing(mini: Mini) -> None:
    pad = "monitor/waarnemingen/verslag.csv"
    before = gewaarschuwd(mini)
    mini.schrijf(pad, mini.lees(pad).replace("indicator;", "aindicator;", 1))
    assert {one[:2] for one in gewaarschuwd(mini) - before} == {(pad, "tabelkop")}


def test_a_number_that_is_none_does_not_make_the_others_skip_one(mini: Mini) -> None:
    mini.vervang("mijlpalen/begin.yml", "nummer: 1", "nummer: een")
    assert mini.issues("nummer-overgeslagen") == []
    assert fouten(mini) == [("mijlpalen/begin.yml", "nummer")]


def test_a_name_of_a_field_that_is_typed_wrong_is_told_once(mini: Mini) -> None:
    mini.vervang("speerpunten/veel-onbekend.yml", "samen: We", "‸samne: We")
    [one] = mini.issues(level=Level.FOUT)
    assert (mini.waar(one), one.tip) == (mini.plaats, "Bedoel je 'samen'?")


def test_a_file_that_windows_called_otherwise_is_not_missed_elsewhere(mini: Mini) -> None:
    before = gewaarschuwd(mini)
    file = mini.map / "partijen/swv-mini.yml"
    file.rename(file.with_name("swv-mini.yml.txt"))
    new = gewaarschuwd(mini) - before
    assert {one[:2] for one in new} == {("partijen/swv-mini.yml.txt", "vreemd-bestand")}


def test_of_a_table_that_cannot_be_read_no_figure_is_missed(mini: Mini) -> None:
    pad = "monitor/waarnemingen/verslag.csv"
    head, *rows = mini.lees(pad).splitlines(keepends=True)
    older = [row for row in rows if ";2021;" in row]
    mini.schrijf("monitor/waarnemingen/ouder.csv", "".join([head, *older]))
    mini.schrijf(pad, "".join([head, *(row for row in rows if row not in older)]))
    before = gewaarschuwd(mini)
    mini.schrijf(pad, mini.lees(pad).replace(";", ","))
    assert {one[:2] for one in gewaarschuwd(mini) - before} == {(pad, "tabelkop")}
