"""What a change does, as it is found: problems, records, translations, pages, and what is left out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from macros.effect.maken import Bestanden, Bevonden, Stand, effect, kenmerk
from macros.effect.stukken import Effect, Pagina, Terugval, als_json, uit_json
from macros.effect.tekst import als_tekst, verteld
from macros.issue import Issue
from macros.load import Loaded, load
from macros.site.verschil import Paginaverschil, Siteverschil
from macros.taal.proza import stempel
from tests.unit.mini import DAG, DATA_MINI, Mini

PARTIJ = "partijen/regisseur.yml"
GEEN_SITE = Siteverschil((), 10, 0)
PERSOON = "mevrouw Jansen"
GEHEIM = {
    "a name": f"Bel {PERSOON} even.",
    "an address": "Mail naar k.jansen@school.nl voor meer.",
    "a number": "Bel 06-12345678 voor meer.",
    "a small count": "Er zijn 3 leerlingen die thuis zitten.",
}


@pytest.fixture(scope="module")
def was(onthouden: None) -> Loaded:
    return load(DATA_MINI, DAG)


def doet(was: Loaded, mini: Mini, sites: Siteverschil | None = GEEN_SITE) -> Effect:
    """What the changes in ``mini`` do; there is no prose."""
    now, docs = mini.load(), mini.map / "geen"
    before, issues = (
        [
            replace(one, path=one.path.replace(f"{loaded.folder.as_posix()}/", "data/"))
            for one in loaded.issues
        ]
        for loaded in (was, now)
    )
    found = effect(
        Stand(was, docs),
        Stand(now, docs),
        Bevonden(issues, frozenset(map(kenmerk, before))),
        Bestanden(1, 0, 0),
        sites,
        "data",
    )
    als_json(found)  # everything fits
    return found


def test_a_folder_beside_itself_changes_nothing(was: Loaded, mini: Mini) -> None:
    assert doet(was, mini) == Effect(gegevens=1, sites="vergeleken", alle_paginas=10)


def test_a_changed_field_is_told_by_its_label_and_in_words(was: Loaded, mini: Mini) -> None:
    mini.vervang(PARTIJ, "naam: Regisseur", "naam: Voorzitter")
    (record,) = doet(was, mini).records
    (field,) = record.velden
    assert (record.titel, record.soort, record.wat) == ("Voorzitter", "partij", "gewijzigd")
    assert (field.label, field.oud, field.nieuw) == ("Naam", "Regisseur", "Voorzitter")


def test_of_a_long_text_only_the_words_around_a_change_are_told(was: Loaded, mini: Mini) -> None:
    long = " ".join(f"woord{at}" for at in range(200))
    mini.vervang(PARTIJ, "De rol die alles bij elkaar houdt.", f"De rol die {long} houdt.")
    (field,) = doet(was, mini).records[0].velden
    assert field.oud is None
    said = [(one.aard, one.tekst) for one in field.stukken]
    assert said[0] == ("", "De rol die")
    assert said[-1] == ("", "houdt.")
    assert len(str(said)) < 1500


def test_a_record_that_comes_or_goes_is_told_by_its_title(was: Loaded, mini: Mini) -> None:
    text = mini.lees(PARTIJ)
    (mini.map / PARTIJ).unlink()
    mini.schrijf(
        "bronnen/brief.yml",
        mini.lees("bronnen/verslag.yml")
        .replace("id: verslag", "id: brief")
        .replace("Verslag van de proef", "Heel iets anders")
        .replace("Verslag zonder datum.", "Nieuw binnengekomen."),
    )
    assert text
    found = {one.titel: one.wat for one in doet(was, mini).records}
    assert found["Heel iets anders"] == "nieuw"
    assert found["Regisseur"] == "vervallen"


def test_a_file_that_cannot_be_read_is_a_problem_and_not_a_record_that_went(
    was: Loaded, mini: Mini
) -> None:
    mini.schrijf(PARTIJ, "id: [\n")
    found = doet(was, mini)
    assert [one for one in found.problemen if one.fout and one.pad == f"data/{PARTIJ}"]
    assert found.records == ()


def test_a_file_that_can_be_read_again_is_not_a_new_record(was: Loaded, mini: Mini) -> None:
    text = mini.lees(PARTIJ)
    mini.schrijf(PARTIJ, "id: [\n")
    before = mini.load()
    mini.schrijf(PARTIJ, text)
    assert doet(before, mini).records == ()


def test_when_the_region_cannot_be_read_there_are_problems_alone(was: Loaded, mini: Mini) -> None:
    mini.schrijf("regio.yml", "id: [\n")
    mini.vervang(PARTIJ, "naam: Regisseur", "naam: Voorzitter")
    found = doet(was, mini, None)
    assert not found.vergeleken
    assert found.records == ()
    assert found.terugval == ()
    assert found.sites == "geen"
    assert any(one.fout for one in found.problemen)


@pytest.mark.parametrize("naam", GEHEIM)
def test_what_a_text_may_not_hold_is_not_repeated_wherever_it_stands(
    naam: str, was: Loaded, mini: Mini
) -> None:
    text = GEHEIM[naam]
    mini.vervang(PARTIJ, "De rol die alles bij elkaar houdt.", text)
    mini.vervang("bronnen/verslag.yml", "titel: Verslag van de proef", f"titel: {text}")
    mini.vervang("speerpunten/alles-bekend.yml", "wat: Lijst nakijken", f"wat: {text}")
    mini.vervang(
        "speerpunten/alles-bekend.yml", "      - plan\n      - verslag\n", "      - verslag\n"
    )
    mini.vervang("vertaling/en.po", 'msgstr "Small but ‘fine’"', f'msgstr "Small {text}"')
    page = Paginaverschil("bronnen/", "nl", text, "anders", "data/bronnen/verslag.yml")
    found = doet(was, mini, Siteverschil((page,), 10, 0))
    for secret in ("Jansen", "jansen", "school.nl", "12345678", "3 leerlingen"):
        assert secret not in als_json(found)
    assert found.verzwegen >= 3
    assert found.problemen
    assert found.paginas == (Pagina("nl", "bronnen/", "", "anders", True),)


@pytest.mark.parametrize("naam", GEHEIM)
def test_what_an_older_state_held_and_may_not_be_said_is_not_repeated(
    naam: str, was: Loaded, mini: Mini
) -> None:
    mini.vervang(PARTIJ, "De rol die alles bij elkaar houdt.", GEHEIM[naam])
    before = load(mini.map, DAG)
    mini.vervang(PARTIJ, GEHEIM[naam], "De rol die alles bij elkaar houdt.")
    found = doet(before, mini)
    (field,) = found.records[0].velden
    assert field.verborgen
    assert (field.oud, field.nieuw, field.stukken) == (None, None, ())
    assert found.verzwegen == 1


def test_of_figures_is_told_where_and_when_and_never_which(was: Loaded, mini: Mini) -> None:
    (file,) = (mini.map / "monitor/waarnemingen").glob("*.csv")
    pad = f"monitor/waarnemingen/{file.name}"
    head, *rows = mini.lees(pad).splitlines()
    other = [row.replace(";25;", ";8771;").replace(";15;", ";8772;") for row in rows]
    mini.schrijf(pad, "\n".join([head, *other, ""]))
    found = doet(was, mini)
    (record,) = found.records
    assert (record.titel, record.soort, record.wat) == ("Cijfers", "waarnemingen", "gewijzigd")
    assert any("Dorp (2021)" in (one.nieuw or "") for one in record.velden)
    assert all(one.oud is None for one in record.velden)
    assert "877" not in str(found.records)
    assert found.verzwegen == 0


def test_a_file_called_after_a_person_is_not_named(was: Loaded, mini: Mini) -> None:
    mini.schrijf("bronnen/bel-06-12345678.yml", "titel: [\n")
    pages = (Paginaverschil("bronnen/bel-06-12345678/", "nl", "Bron", "nieuw", ""),)
    found = doet(was, mini, Siteverschil(pages, 10, 0))
    assert "345678" not in als_json(found)
    assert found.paginas == ()
    assert any(one.fout and not one.pad for one in found.problemen)


def test_what_was_worth_a_look_before_is_not_told_again(mini: Mini) -> None:
    mini.vervang("bronnen/verslag.yml", "Verslag zonder datum.", f"Van {PERSOON}.")
    before = mini.load()
    mini.vervang("bronnen/verslag.yml", "id: verslag\n", "\nid: verslag\n")  # every line moves
    mini.vervang("bronnen/plan.yml", "gelezen op papier", "gelezen met de heer Bakker")
    (one,) = doet(before, mini).problemen
    assert (one.fout, one.pad) == (False, "data/bronnen/plan.yml")
    assert one.melding == "Hier lijkt een naam te staan ('…')."


def test_problems_that_stop_it_come_first(was: Loaded, mini: Mini) -> None:
    mini.vervang("bronnen/plan.yml", "gelezen op papier", "gelezen met de heer Bakker")
    mini.vervang(
        "speerpunten/alles-bekend.yml", "ambtelijk_trekker: regisseur", "ambtelijk_trekker: wie"
    )
    assert [one.fout for one in doet(was, mini).problemen] == [True, False]


def test_a_text_without_its_translation_is_told_for_the_language_that_shows_it_in_dutch(
    was: Loaded, mini: Mini
) -> None:
    mini.vervang(PARTIJ, "De rol die alles bij elkaar houdt.", "Een heel nieuwe rol.")
    assert doet(was, mini).terugval == (Terugval("Engels", "Een heel nieuwe rol."),)


def test_a_translation_that_is_otherwise_is_told_beside_the_records(
    was: Loaded, mini: Mini
) -> None:
    mini.vervang("vertaling/en.po", 'msgstr "Small but ‘fine’"', 'msgstr "Little and ‘fine’"')
    (record,) = doet(was, mini).records
    (field,) = record.velden
    assert record.titel == "Vertaling in het Engels"
    assert (field.label, field.oud, field.nieuw) == (
        "Klein maar ‘fijn’",
        "Small but ‘fine’",
        "Little and ‘fine’",
    )


def test_a_page_of_prose_that_is_new_or_is_newer_than_its_translation_is_told(
    was: Loaded, tmp_path: Path
) -> None:
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    for docs in (old, new):
        for taal in ("nl", "en"):
            (docs / taal).mkdir(parents=True)
    dutch = "---\ntitle: Over\n---\n\n# Over\n"
    for docs in (old, new):
        (docs / "nl" / "over.md").write_text(dutch)
        (docs / "en" / "over.md").write_text(stempel(dutch, dutch.replace("Over", "About")))
    (new / "nl" / "over.md").write_text(f"{dutch}\nMeer dan één zin staat hier nu.\n")
    (new / "nl" / "extra.md").write_text(dutch)
    pages = (
        Paginaverschil("over/", "nl", "Over", "anders", "docs/nl/over.md"),
        Paginaverschil("colofon/", "nl", "Colofon", "anders", "docs/nl/colofon.md"),
    )
    found = effect(
        Stand(was, old),
        Stand(was, new),
        Bevonden([], frozenset()),
        Bestanden(0, 2, 0),
        Siteverschil(pages, 10, 0),
        "data",
    )
    assert [one.tekst for one in found.terugval] == [
        "de hele pagina extra.md",
        "de pagina over.md: boven de vertaling staat dat het Nederlands nieuwer is",
    ]
    assert [one.eigen for one in found.paginas] == [True, False]
    extra, over = found.records
    assert (extra.titel, extra.soort, extra.wat) == ("Over", "pagina in het Nederlands", "nieuw")
    (field,) = over.velden
    assert [(one.aard, one.tekst) for one in field.stukken] == [
        ("", "# Over"),
        ("erbij", "\n\nMeer dan één zin staat hier nu."),
    ]
    (new / "nl" / "over.md").write_text(dutch.replace("# Over", f"# Over {PERSOON} en anderen"))
    again = effect(
        Stand(was, old),
        Stand(was, new),
        Bevonden([], frozenset()),
        Bestanden(0, 2, 0),
        None,
        "data",
    )
    assert "Jansen" not in als_json(again)
    assert again.verzwegen == 1


@pytest.mark.parametrize(
    ("bouw", "fout", "sites"),
    [
        ([], False, "geen-oude"),
        (["index.html: de titel ontbreekt"], False, "geen"),
        ([], True, "geen"),
    ],
)
def test_why_the_pages_could_not_be_compared_is_known(
    bouw: list[str], fout: bool, sites: str, was: Loaded, tmp_path: Path
) -> None:
    issues = [Issue("data/x.yml", 1, 1, "x", "Fout.")] if fout else []
    same = Stand(was, tmp_path)
    found = effect(
        same, same, Bevonden(issues, frozenset(), bouw), Bestanden(0, 0, 0), None, "data"
    )
    assert found.sites == sites
    assert found.bouw == tuple(bouw)


def test_an_address_that_is_none_of_ours_is_left_out(was: Loaded, mini: Mini) -> None:
    pages = (Paginaverschil("a`b/", "nl", "A", "nieuw", ""),)
    found = doet(was, mini, Siteverschil(pages, 10, 0))
    assert (found.paginas, found.verzwegen) == ((), 1)


@pytest.mark.parametrize(
    "pad",
    [
        "data/speerpunten/a\\b.yml",
        "data/speerpunten/a\nb.yml",
        "data/speerpunten/a\x1bb.yml",
        "data/speerpunten/a\udcffb.yml",
        "/data/speerpunten/ab.yml",
        "data/speerpunten/",
        "data/../ab.yml",
        "data//ab.yml",
        f"data/{'a' * 400}.yml",
        "",
    ],
)
def test_a_problem_of_a_file_that_no_repository_can_name_is_told_without_its_name(
    pad: str, was: Loaded, tmp_path: Path
) -> None:
    same = Stand(was, tmp_path)
    issues = [Issue(pad, 1, 1, "x", f"Het bestand '{pad}' heet raar.")]
    bevonden = Bevonden(issues, frozenset())
    found = effect(same, same, bevonden, Bestanden(1, 0, 0), None, "data")
    assert uit_json(als_json(found).encode()).problemen == found.problemen
    (one,) = found.problemen
    assert (one.pad, one.fout) == ("", True)
    assert one.melding.startswith("Het bestand '")
    assert "- Een bestand met een naam die we hier niet herhalen: Het bestand " in als_tekst(
        verteld(found)
    )


def test_of_a_program_that_stopped_the_last_lines_are_told_and_the_others_counted(
    was: Loaded, tmp_path: Path
) -> None:
    same = Stand(was, tmp_path)
    lines = [*(f"regel {at}" for at in range(30)), "\x1b[31m" * 500]
    bevonden = Bevonden([], frozenset(), lines)
    found = effect(same, same, bevonden, Bestanden(0, 0, 0), None, "data")
    assert uit_json(als_json(found).encode()) == found
    assert (found.bouw[:2], found.meer_bouw) == (("regel 21", "regel 22"), 21)
    assert found.bouw[-1].startswith("\u27e8U+001B\u27e9[31m")
    assert len(found.bouw[-1]) <= 600
    assert "Dit zijn de laatste regels. Nog 21 regels passen hier niet." in als_tekst(
        verteld(found)
    )


def test_a_file_whose_name_is_no_text_is_a_problem_too(was: Loaded, mini: Mini) -> None:
    file = os.fsencode(mini.map) + b"/partijen/e\xff.yml"
    try:
        Path(os.fsdecode(file)).touch()
    except OSError:
        pytest.skip("a disk that takes no such name")
    found = doet(was, mini, None)
    assert {(one.pad, one.fout) for one in found.problemen} == {("", True)}
