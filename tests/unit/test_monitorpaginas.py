"""The pages of the monitor as a reader meets them: first the answer, each thing once, the rest folded.

Not here: what the figures say (``test_views_monitor``) or how one is drawn (``test_figuur``).
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import lees
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import met

NL = Vertaler("nl")
VANDAAG = Datum(2023)
LEEG = MappingProxyType[str, object]({})
BLOKKEN = {one.__name__: one for one in all_blokken()}
OVERZICHT = ("monitorgemeenten", "dashboard", "indicatoren", "vergelijking", "cijferstand")
VEEL = 40


def boom(regio: Regio, blok: str, *wat: str) -> LexborHTMLParser:
    page = Weergave(Blik(regio, NL, VANDAAG)).pagina("monitor/x/")
    return LexborHTMLParser(str(BLOKKEN[blok](page, *wat)))


def met_waarde(regio: Regio, teken: str) -> Regio:
    """Every figure with this sign."""
    file = regio.waarnemingen["verslag"]
    rows = tuple(row.model_copy(update={"waarde": lees(teken)}) for row in file.rijen)
    hidden = met(regio, "waarnemingen", file.model_copy(update={"rijen": rows}))
    return replace(hidden, uitgaven=())


def zonder(regio: Regio) -> Regio:
    """No figure, no indicator and nothing that speaks of one."""
    gone = dict.fromkeys(("indicatoren", "waarnemingen", "duidingen", "toelichtingen"), LEEG)
    return replace(regio, **gone, uitgaven=(), monitor=None)  # type: ignore[arg-type]


def met_veel(regio: Regio) -> Regio:
    """Forty municipalities, each with the figures of one."""
    one = regio.gemeenten["gemeente-dorp"]
    more = {
        f"gemeente-{n:02}": one.model_copy(
            update={"id": f"gemeente-{n:02}", "naam": f"Lange Gemeentenaam {n:02}"}
        )
        for n in range(VEEL)
    }
    file = regio.waarnemingen["verslag"]
    rows = [row for row in file.rijen if row.gebied == one.id]
    copied = [row.model_copy(update={"gebied": key}) for key in more for row in rows]
    made = met(regio, "waarnemingen", file.model_copy(update={"rijen": (*file.rijen, *copied)}))
    return replace(made, gemeenten=MappingProxyType({**regio.gemeenten, **more}))


def woorden(boom: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(one.text().split()) for one in boom.css(selector)]


def test_a_page_of_a_figure_begins_with_its_question_and_the_answer(regio: Regio) -> None:
    for key, one in regio.indicatoren.items():
        page = boom(regio, "indicator", key)
        assert woorden(page, "h1") == [str(one.vraag)]
        first = page.css_first("figure.cijfers")
        assert first is not None
        folded = {node.attributes["id"] for node in page.css("details figure.cijfers")}
        assert first.attributes["id"] not in folded
        assert len(page.css(".inleiding")) <= 1
        assert page.css_first("details #lezen") is not None
        assert len(page.css(".terzijde > ul > li")) <= 3


def test_no_fold_stands_in_a_fold(regio: Regio) -> None:
    pages = [boom(regio, "indicator", key) for key in regio.indicatoren]
    pages += [boom(regio, "gebiedcijfers", key) for key in regio.gemeenten]
    pages += [boom(regio, blok) for blok in OVERZICHT]
    assert any(page.css("details") for page in pages)
    assert not any(page.css("details details") for page in pages)


def test_a_sentence_of_a_figure_is_on_its_page_once(regio: Regio) -> None:
    for key in regio.indicatoren:
        page = boom(regio, "indicator", key)
        text = " ".join(page.text().split())
        for caption in woorden(page, "figcaption"):
            assert text.count(caption) == 1


def test_every_figure_of_a_municipality_folds_by_subject_and_signs_are_told_once(
    regio: Regio,
) -> None:
    page = boom(regio, "gebiedcijfers", "gemeente-stad")
    files = [one.attributes["href"] for one in page.css(".bestanden a")]
    forms = ("csv", "json", "ods", "xlsx")
    assert [str(one).rpartition("data/v1/")[2] for one in files] == [
        f"gemeente/stad.{form}" for form in forms
    ]
    assert page.css_matches(".bestanden [data-kopieer]")
    drawn = page.css("figure.cijfers")
    assert len(drawn) == len(page.css("details figure.cijfers")) > 0
    assert page.css("figure .legenda") == []
    assert sum("bijstellen" in text for text in woorden(page, ".legenda__deel")) == 1
    tables = {node.attributes["id"] for node in page.css("table.gegevens")}
    linked = {(link.attributes["href"] or "").removeprefix("#") for link in page.css(".cf-meer a")}
    assert set() < linked <= tables


def test_a_tile_has_a_number_and_what_to_hold_it_against(regio: Regio) -> None:
    page = boom(regio, "gebiedcijfers", "gemeente-dorp")
    tiles = page.css(".tegels.kerncijfers > div")
    assert tiles
    assert all(tile.css(".ernaast") and not tile.css(".niet-in-bron") for tile in tiles)
    hidden = boom(met_waarde(regio, "x"), "gebiedcijfers", "gemeente-dorp")
    assert hidden.css(".tegels") == []
    assert woorden(hidden, ".kernrijen strong")


def test_the_overview_draws_one_figure_and_the_rest_of_the_dashboard_opens(regio: Regio) -> None:
    page = boom(regio, "dashboard")
    assert len(page.css("figure")) - len(page.css("details figure")) == 1
    assert page.css("form") == []
    assert len(page.css("details")) == len(regio.dashboard) - 1


@pytest.mark.parametrize("blok", OVERZICHT)
def test_a_region_without_figures_has_no_empty_part(regio: Regio, blok: str) -> None:
    page = boom(zonder(regio), blok)
    assert page.css("ul:empty, dl:empty, table, figure") == []
    assert not [one for one in page.css("details") if not one.css("li")]


@pytest.mark.parametrize("teken", ["x", "."])
def test_where_every_figure_is_hidden_each_page_says_so_and_draws_nothing(
    regio: Regio, teken: str
) -> None:
    hidden = met_waarde(regio, teken)
    for key in regio.indicatoren:
        page = boom(hidden, "indicator", key)
        assert woorden(page, "h1")
        assert page.css(".cf-tekening, [data-interactief]") == []
        assert all(one.css("table") for one in page.css("figure"))
    for key in regio.gemeenten:
        assert woorden(boom(hidden, "gebiedcijfers", key), "h1")
    rows = boom(hidden, "indicatoren")
    assert rows.css(".rij-eind, .spreiding") == []
    assert set(woorden(rows, ".rij-bij")) == {"geen cijfer"}


def test_one_municipality_and_forty_are_drawn_alike(regio: Regio) -> None:
    many = met_veel(regio)
    count = len(many.gemeenten)
    page = boom(many, "indicator", "inwoners")
    first = page.css_first("figure.cijfers")
    assert first is not None
    assert len(first.css(".cf-baan")) == count
    assert len(boom(many, "monitorgemeenten").css("details li")) == count
    share = next(key for key in regio.dashboard if key == "hulp-per-honderd")
    dots = boom(many, "indicatoren").css(f'li:has(a[href$="/{share}/"]) .spreiding circle')
    assert len(dots) > VEEL

    one = MappingProxyType({"gemeente-dorp": regio.gemeenten["gemeente-dorp"]})
    alone = replace(regio, gemeenten=one, hulp=MappingProxyType({}))
    page = boom(alone, "indicator", "inwoners")
    first = page.css_first("figure.cijfers")
    assert first is not None
    assert len(first.css(".cf-baan")) == 1
    assert "Per gemeente: 1,5% in 2022." in " ".join(
        woorden(boom(alone, "indicator", share), ".inleiding")
    )


def test_sources_are_said_with_who_gave_them_out(regio: Regio) -> None:
    told = regio.bronnen["verslag"].model_copy(update={"uitgever": "Het bureau"})
    known = replace(regio, bronnen=MappingProxyType({**regio.bronnen, "verslag": told}))
    for block, key, where in (
        ("gebiedcijfers", "gemeente-stad", "details.vouw > ul > li"),
        ("indicator", "hulp", "#bron + dl dd"),
    ):
        page = boom(known, block, key)
        assert [one for one in woorden(page, where) if f"Het bureau: {told.titel}" in one]
    assert "Het bureau" not in boom(regio, "gebiedcijfers", "gemeente-stad").text()
