"""What the pages about the region itself are given to show: areas, words, sources, gaps."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.basis import gemeenten_van
from macros.views.blik import Blik
from macros.views.regio.begrippen import begrippen, letters, woordgroepen
from macros.views.regio.bronnen import bronnen, bronnenlijst
from macros.views.regio.gebieden import gebieden
from macros.views.regio.leemten import leemten, per_gebied
from macros.views.regio.vertaling import vertaalstand
from tests.unit.mini import DATA_MINI

NL = Vertaler("nl")
VANDAAG = Datum(2023)


def test_areas_and_municipalities_come_down_to_municipalities_once(regio: Regio) -> None:
    assert gemeenten_van(regio, ("gemeente-dorp", "klein-mini", "gemeente-stad")) == (
        "gemeente-dorp",
        "gemeente-stad",
    )


def test_the_own_area_comes_first(regio: Regio) -> None:
    own = replace(
        regio, instellingen=regio.instellingen.model_copy(update={"gebied": "klein-mini"})
    )
    assert [one.id for one in gebieden(Blik(regio, NL, VANDAAG)).gebieden] == [
        "heel-mini",
        "klein-mini",
    ]
    assert [one.id for one in gebieden(Blik(own, NL, VANDAAG)).gebieden] == [
        "klein-mini",
        "heel-mini",
    ]


def test_lists_are_in_the_order_a_reader_expects(regio: Regio) -> None:
    assert [one.term for one in begrippen(Blik(regio, NL, VANDAAG))] == [
        "S(B)O",
        "SBO",
        "SWV",
        "thuiszitter",
    ]
    assert [one.id for one in bronnen(Blik(regio, NL, VANDAAG))] == ["plan", "verslag"]


EN = Vertaler("en", gegevens={"SBO": "special primary school", "SWV": "school partnership (SWV)"})


def test_who_reads_another_language_finds_a_term_under_the_word_of_that_language(
    regio: Regio,
) -> None:
    rows = begrippen(Blik(regio, EN, VANDAAG))
    assert [(str(row.kop), row.kop.taal, row.is_vertaald) for row in rows] == [
        ("S(B)O", "nl", False),
        ("school partnership (SWV)", "en", False),
        ("special primary school", "en", True),
        ("thuiszitter", "nl", False),
    ]
    assert [str(kop) for kop, _ in rows[0].zie_ook] == ["special primary school"]
    assert [(letter, [row.id for row in group]) for letter, group in letters(rows)] == [
        ("S", ["so-en-sbo", "swv", "sbo"]),
        ("T", ["thuiszitter"]),
    ]


def test_a_term_that_begins_with_a_sign_stands_under_its_first_letter(regio: Regio) -> None:
    other = regio.begrippen["thuiszitter"].model_copy(update={"id": "x", "term": "'s Morgens"})
    more = replace(regio, begrippen=MappingProxyType({**regio.begrippen, "x": other}))
    rows = begrippen(Blik(more, NL, VANDAAG))
    assert [letter for letter, _ in letters(rows)] == ["S", "T"]


def test_the_first_sentence_of_an_explanation_is_apart_from_the_rest(regio: Regio) -> None:
    found = {row.id: row for row in begrippen(Blik(regio, NL, VANDAAG))}
    assert str(found["swv"].kort) == "Hier werken scholen samen."
    assert str(found["swv"].meer) == 'Zo is er "plek" voor elk kind.'
    asked = regio.begrippen["swv"].model_copy(
        update={"voor_ouders": "Hulp nodig? Bel dan. 'Meer' volgt, bijv. later. Klaar."}
    )
    here = replace(regio, begrippen=MappingProxyType({"swv": asked, "so-en-sbo": asked}))
    [row, _] = begrippen(Blik(here, NL, VANDAAG))
    assert (str(row.kort), str(row.meer)) == (
        "Hulp nodig? Bel dan.",
        "'Meer' volgt, bijv. later. Klaar.",
    )
    assert found["thuiszitter"].meer is None
    assert str(found["thuiszitter"].kort) == str(found["thuiszitter"].voor_ouders)


def test_sources_stand_by_kind_and_a_kind_without_any_is_left_out(regio: Regio) -> None:
    found = bronnenlijst(Blik(regio, NL, VANDAAG))
    assert found.is_open
    assert [(one.soort, [row.id for row in one.rijen]) for one in found.groepen] == [
        ("beleidsdocument", ["plan"]),
        ("verslag", ["verslag"]),
    ]
    known = {f"b{n}": regio.bronnen["plan"].model_copy(update={"id": f"b{n}"}) for n in range(300)}
    many = bronnenlijst(Blik(replace(regio, bronnen=MappingProxyType(known)), NL, VANDAAG))
    assert not many.is_open
    assert [len(one.rijen) for one in many.groepen] == [300]
    none = bronnenlijst(Blik(replace(regio, bronnen=MappingProxyType({})), NL, VANDAAG))
    assert none.groepen == ()


def test_a_source_says_in_one_sentence_what_is_unknown_of_it(regio: Regio) -> None:
    nothing = regio.bronnen["verslag"].model_copy(
        update=dict.fromkeys(("uitgever", "datum", "adres", "geraadpleegd"), ONBEKEND)
    )
    here = replace(regio, bronnen=MappingProxyType({**regio.bronnen, "verslag": nothing}))
    found = {one.id: one.onbekend for one in bronnen(Blik(here, NL, VANDAAG))}
    assert found["verslag"] == (
        "Niet bekend: wie de bron uitgaf, de datum, waar de bron te vinden is en wanneer de bron is "
        "gelezen."
    )
    assert found["plan"] == ""


def test_gaps_stand_by_area_kind_and_record_and_none_is_lost(regio: Regio) -> None:
    blik = Blik(regio, NL, VANDAAG)
    areas = per_gebied(blik)
    assert [one.id for one in areas][:2] == ["agenda", "samenwerking"]
    kinds = [kind for area in areas for kind in area.soorten]
    shown = [gap for kind in kinds for record in kind.records for gap in record.leemten]
    every = [gap for _, rows in leemten(blik) for gap in rows]
    assert sorted(map(repr, shown)) == sorted(map(repr, every))
    assert [area.aantal for area in areas] == [sum(k.aantal for k in a.soorten) for a in areas]
    assert all(kind.aan_zet for kind in kinds)
    assert all(gap.formulier.startswith("beheer/#/pad/") for gap in shown)


def test_a_source_without_a_date_says_after_which_day_it_was_written(regio: Regio) -> None:
    known, unknown = regio.bronnen["plan"], regio.bronnen["verslag"]
    after = unknown.model_copy(update={"geschreven_na": Datum(2021, 7, 1)})
    for source, said in (
        (known, "15 juni 2021"),
        (unknown, None),
        (after, "onbekend, na 1 juli 2021"),
    ):
        here = replace(regio, bronnen=MappingProxyType({**regio.bronnen, source.id: source}))
        found = {one.id: one.datum for one in bronnen(Blik(here, NL, VANDAAG))}
        assert found[source.id] == said


def test_a_word_of_the_glossary_leads_to_the_articles_about_it(regio: Regio) -> None:
    word = regio.begrippen["sbo"].model_copy(update={"artikelen": ("zorgwet-1",)})
    here = replace(regio, begrippen=MappingProxyType({**regio.begrippen, "sbo": word}))
    found = {one.id: [a.pad for a in one.artikelen] for one in begrippen(Blik(here, NL, VANDAAG))}
    assert found["sbo"] == ["samenwerking/wetten/#zorgwet-1"]
    assert found["swv"] == []


def test_every_gap_says_where_it_is_and_which_file_to_fill_in(regio: Regio) -> None:
    gaps = [gap for _, rows in leemten(Blik(regio, NL, VANDAAG)) for gap in rows]
    assert gaps
    for gap in gaps:
        assert (DATA_MINI / gap.bestand.removeprefix("data/")).is_file()
        assert gap.wat.endswith(".")


def test_every_unknown_in_the_data_is_a_gap(regio: Regio) -> None:
    """Counted in the files themselves, archived records and levels of certainty apart.

    An onderdeel of which only the code is known is one more.
    """
    texts = [file.read_text(encoding="utf-8") for file in sorted(DATA_MINI.rglob("*.yml"))]
    active = [text for text in texts if "status: gearchiveerd" not in text]
    typed = sum(
        len(re.findall(r"(?<!zekerheid): onbekend$", text, re.MULTILINE)) for text in active
    )
    codes = sum(len(thema.onbekende_onderdelen) for thema in regio.actieve_themas)
    assert typed + codes == sum(len(rows) for _, rows in leemten(Blik(regio, NL, VANDAAG)))


def test_words_that_mean_the_same_go_to_the_search_page(regio: Regio) -> None:
    assert ("SWV", "samenwerkingsverband", "samenwerkingsverband", "samenwerkingsverbanden", "scholen samen") in list(woordgroepen(regio))  # fmt: skip


def test_the_state_of_the_translation_counts_each_text_once(regio: Regio) -> None:
    stand = vertaalstand(
        Blik(regio, Vertaler("en", {"blz. 6": "p. 6"}), VANDAAG), frozenset({"blz. 4"}), ()
    )
    assert stand.vertaald == 1
    assert len({tekst for tekst, _, _ in stand.open}) == len(stand.open) == stand.totaal - 1
    [stale] = [one for one in stand.open if one[2]]
    assert stale == ("blz. 4", "data/speerpunten/alles-bekend.yml", True)
