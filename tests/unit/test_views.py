"""What the pages are given to show: counts, order, neighbours, filters and gaps."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.blokken.registry import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.agenda import actie, inleiding, kenmerken, routekaart, speerpunt
from macros.views.agenda import stand as standviews
from macros.views.basis import gemeenten_van
from macros.views.blik import Blik
from macros.views.regio.begrippen import begrippen, woordgroepen
from macros.views.regio.bronnen import bronnen
from macros.views.regio.gebieden import gebieden
from macros.views.regio.leemten import leemten
from macros.views.regio.vertaling import vertaalstand
from tests.unit.mini import DATA_MINI
from tests.unit.test_golden import AANROEPEN

NL = Vertaler("nl")
VANDAAG = Datum(2023)


def met_actie(regio: Regio, **values: Any) -> Regio:
    """The region with other values in the first action of the second speerpunt."""
    one = regio.speerpunten["veel-onbekend"]
    actie = one.acties[0].model_copy(update=values)
    changed = one.model_copy(update={"acties": (actie, *one.acties[1:])})
    return replace(regio, speerpunten=MappingProxyType({**regio.speerpunten, one.id: changed}))


def voorbij(regio: Regio, vandaag: Datum) -> int:
    """How many actions of the second speerpunt are past."""
    return standviews.stand_van_zaken(Blik(regio, NL, vandaag)).per_speerpunt[1][1]


def test_an_archived_speerpunt_counts_nowhere(regio: Regio) -> None:
    assert [one.nummer for one in speerpunt.speerpunten(Blik(regio, NL, VANDAAG))] == [1, 2]
    assert [row.nummer for row in routekaart.routekaart(Blik(regio, NL, VANDAAG)).rijen] == [1, 2]
    assert [row.nummer for row in actie.acties(Blik(regio, NL, VANDAAG))] == [
        "1.1",
        "1.2",
        "2.1",
        "2.2",
    ]
    assert standviews.stand_van_zaken(Blik(regio, NL, Datum(2023))).speerpunten == 2
    gaps = [gap.bestand for _, rows in leemten(Blik(regio, NL, VANDAAG)) for gap in rows]
    assert "data/speerpunten/oud-punt.yml" not in gaps


def test_an_archived_speerpunt_keeps_its_page_but_is_nobodys_neighbour(regio: Regio) -> None:
    assert (
        speerpunt.speerpunt(Blik(regio, NL, VANDAAG), "oud-punt").titel.tekst
        == "Een punt van vroeger"
    )
    assert speerpunt.speerpunt(Blik(regio, NL, VANDAAG), "veel-onbekend").volgende is None


def test_an_archived_speerpunt_stands_between_those_with_a_lower_and_a_higher_number(
    regio: Regio,
) -> None:
    numbers = {"alles-bekend": 1, "oud-punt": 2, "veel-onbekend": 3}
    made = {
        key: regio.speerpunten[key].model_copy(update={"nummer": nummer})
        for key, nummer in numbers.items()
    }
    old = speerpunt.speerpunt(
        Blik(replace(regio, speerpunten=MappingProxyType(made)), NL, VANDAAG), "oud-punt"
    )
    assert [one and one[1] for one in (old.vorige, old.volgende)] == [
        "agenda/alles-bekend/",
        "agenda/veel-onbekend/",
    ]


def test_neighbours_follow_the_numbers(regio: Regio) -> None:
    first, second = (
        speerpunt.speerpunt(Blik(regio, NL, VANDAAG), key)
        for key in ("alles-bekend", "veel-onbekend")
    )
    assert first.vorige is None
    assert first.volgende is not None
    assert first.volgende[1] == "agenda/veel-onbekend/"
    assert second.vorige is not None
    assert second.vorige[1] == "agenda/alles-bekend/"


def test_the_state_of_things_counts_what_is_known_and_out_of_how_many(regio: Regio) -> None:
    stand = standviews.stand_van_zaken(Blik(regio, NL, Datum(2022, 9, 15)))
    assert [(teller.getal, teller.van) for teller in stand.tellers] == [
        ("2", "4"),
        ("2", "4"),
        ("3", "4"),
        ("2", "4"),
    ]
    assert [(code, count) for code, _, count in stand.standen] == [
        ("loopt", 1),
        ("afgerond", 1),
        ("onbekend", 2),
    ]
    assert stand.peildatum == "juni 2022"
    assert stand.verstreken == 1


@pytest.mark.parametrize(
    ("wanneer", "vandaag", "past"),
    [
        ((Datum(2021),), Datum(2021, 12, 31), 0),
        ((Datum(2021),), Datum(2022, 1, 1), 1),
        ((Datum(2021, 3),), Datum(2021, 3, 31), 0),
        ((Datum(2021, 3),), Datum(2021, 4, 1), 1),
        ((Datum(2021, 3, 4),), Datum(2021, 3, 4), 0),
        ((Datum(2021, 3, 4),), Datum(2021, 3, 5), 1),
        ((Datum(2021), Datum(2021, 3)), Datum(2021, 6, 1), 0),
        ((Datum(2022), Datum(2021)), Datum(2022, 6, 1), 0),
        (ONBEKEND, Datum(2100), 0),
    ],
)
def test_an_action_is_past_when_its_last_possible_day_is(
    regio: Regio, wanneer: object, vandaag: Datum, past: int
) -> None:
    without = met_actie(regio, wanneer=ONBEKEND)
    others = voorbij(without, vandaag)
    assert voorbij(met_actie(regio, wanneer=wanneer), vandaag) - others == past


def test_a_year_the_source_leaves_out_is_shown_and_not_filled_in(regio: Regio) -> None:
    kaart = routekaart.routekaart(Blik(regio, NL, VANDAAG))
    assert kaart.jaren == (2021, 2022, 2023)
    assert kaart.jaren_zonder_bron == (2023,)
    assert [bool(cel.fasen) for cel in kaart.rijen[1].cellen] == [True, False, False]
    assert kaart.rijen[1].cellen[0].fase_labels == ("niets gepland",)


def test_a_filter_offers_what_occurs_and_unknown_last(regio: Regio) -> None:
    keuzen = kenmerken.filters(Blik(regio, NL, VANDAAG))
    assert [one.waarde for one in keuzen.jaar] == ["2021", "2022", "2023", "onbekend"]
    assert [one.waarde for one in keuzen.gemeente] == [
        "gemeente-dorp",
        "gemeente-eiland",
        "gemeente-stad",
    ]
    assert [one.waarde for one in keuzen.stand] == ["loopt", "afgerond", "onbekend"]
    assert {one.waarde for one in keuzen.trekker} == {
        "gemeente-stad",
        "regisseur",
        "swv-mini",
        "gemeente-dorp",
        "onbekend",
    }


def test_every_row_can_be_found_with_a_choice_of_each_filter(regio: Regio) -> None:
    keuzen = kenmerken.filters(Blik(regio, NL, VANDAAG))
    rows: list[Any] = [
        *actie.acties(Blik(regio, NL, VANDAAG)),
        *routekaart.routekaart(Blik(regio, NL, VANDAAG)).rijen,
    ]
    for naam in ("jaar", "gemeente", "trekker", "stand"):
        offered = {one.waarde for one in getattr(keuzen, naam)}
        for row in rows:
            assert set(getattr(row.kenmerken, naam)) <= offered


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
    assert [one.id for one in inleiding.mijlpalen(Blik(regio, NL, VANDAAG))] == ["begin", "daarna"]
    assert [one.term for one in begrippen(Blik(regio, NL, VANDAAG))] == [
        "S(B)O",
        "SBO",
        "SWV",
        "thuiszitter",
    ]
    assert [one.id for one in bronnen(Blik(regio, NL, VANDAAG))] == ["plan", "verslag"]


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


def kaal(regio: Regio) -> Regio:
    """The region on its first day: an agenda and a model, one area, one municipality, one source."""
    dorp, klein = regio.gemeenten["gemeente-dorp"], regio.werkingsgebieden["klein-mini"]
    plan = regio.bronnen["plan"].model_copy(update={"ontbreekt": ()})
    klein = klein.model_copy(update={"herkomst": dorp.herkomst})
    model = regio.samenwerking.model_copy(update={"eigenaar": ONBEKEND, "oude_woorden": ()})
    wegwijzer = regio.wegwijzer
    anders = wegwijzer.uitkomsten[-1]
    vraag = wegwijzer.vragen[0]
    nergens = vraag.antwoorden[0].model_copy(update={"naar": anders.id})
    vraag = vraag.model_copy(update={"antwoorden": (nergens, nergens)})
    return Regio(
        instellingen=regio.instellingen.model_copy(update={"gebied": klein.id}),
        agenda=regio.agenda,
        samenwerking=model,
        wegwijzer=wegwijzer.model_copy(update={"vragen": (vraag,), "uitkomsten": (anders,)}),
        inventaris=regio.inventaris.model_copy(update={"speerpunten": ()}),
        monitor=regio.monitor.model_copy(
            update={
                "speerpunten": (),
                "dashboard": (),
                "vergelijken": (),
                "omvang": None,
                "kaart": (),
                "herkomst": dorp.herkomst,
            }
        ),
        gemeenten=MappingProxyType({dorp.id: dorp}),
        werkingsgebieden=MappingProxyType({klein.id: klein}),
        bronnen=MappingProxyType({plan.id: plan}),
    )


EEN_RECORD = ("speerpunt", "onderdeel", "overleg", "nieuws", "arrangement", "indicator")
"""Blocks that show a record; a region that has only begun has none."""


@pytest.fixture(scope="module")
def begonnen(regio: Regio) -> Weergave:
    return Weergave(Blik(kaal(regio), NL, Datum(2023)))


def test_every_block_can_be_shown_for_a_region_that_has_only_begun(begonnen: Weergave) -> None:
    there = {"vraag": ("waar",), "uitkomst": ("anders",)}
    wrong = {}
    for block in all_blokken():
        name = block.__name__
        if name not in EEN_RECORD:
            arguments = there.get(name) or AANROEPEN.get(name, [()])[0]
            try:
                html = block(begonnen.pagina("agenda/"), *arguments)
            except Exception as error:
                wrong[name] = repr(error)
            else:
                wrong |= {name: html} if "None" in html else {}
    assert wrong == {}


def test_an_anchor_on_the_page_of_gaps_is_there_when_another_page_links_to_it(
    begonnen: Weergave,
) -> None:
    blocks = {block.__name__: block for block in all_blokken()}
    linked = re.findall(r'nog-niet-bekend/#([\w-]+)"', blocks["koers"](begonnen.pagina("x/")))
    ids = re.findall(r' id="([\w-]+)"', blocks["leemten"](begonnen.pagina("nog-niet-bekend/")))
    assert set(linked) <= set(ids)
