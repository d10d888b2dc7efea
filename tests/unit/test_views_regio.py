"""What the pages about the region itself are given to show: areas, words, sources, gaps."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.basis import gemeenten_van
from macros.views.blik import Blik
from macros.views.regio.begrippen import begrippen, woordgroepen
from macros.views.regio.bronnen import bronnen
from macros.views.regio.gebieden import gebieden
from macros.views.regio.leemten import leemten
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
