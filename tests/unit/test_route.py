"""A route as a drawing: every step a box, its condition on the arrow, nothing lost of the list."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.route import teken_route
from macros.render.weergave import Pagina, Weergave
from macros.taal.vertaler import Vertaler
from macros.views.basis import HerkomstRij
from macros.views.blik import Blik
from macros.views.samenwerking.onderdeel import RouteRij, StapRij, onderdeel

NL = Vertaler("nl")


@pytest.fixture(scope="module")
def pagina(regio: Regio) -> Pagina:
    return Weergave(Blik(regio, NL, Datum(2023, 1, 1))).pagina("samenwerking/1a-hulp-in-de-klas/")


@pytest.fixture(scope="module")
def herkomst(regio: Regio) -> HerkomstRij:
    return onderdeel(Blik(regio, NL, Datum(2023)), "1a-hulp-in-de-klas").herkomst


def stap(key: str, wat: str, na: str | None = None, als: str = "") -> StapRij:
    return StapRij(key, None, NL.tekst(als) if als else None, NL.tekst("GGD"), NL.tekst(wat), na)


def getekend(pagina: Pagina, herkomst: HerkomstRij, *stappen: StapRij) -> LexborHTMLParser:
    route = RouteRij("route-1", "PO & VO", stappen, herkomst)
    return LexborHTMLParser(str(teken_route(pagina, route)))


def words(nodes: list[LexborNode]) -> list[str]:
    return sorted(" ".join(node.text().split()) for node in nodes)


def test_every_step_is_a_box_and_its_condition_stands_on_the_arrow(
    pagina: Pagina, herkomst: HerkomstRij
) -> None:
    tree = getekend(
        pagina,
        herkomst,
        stap("een", "praat met de ouders"),
        stap("twee", "geeft advies", "een", "Helpt dat niet?"),
        stap("drie", "helpt mee", "een"),
    )
    assert words(tree.css(".knoop")) == [
        "GGD geeft advies",
        "GGD helpt mee",
        "GGD praat met de ouders",
    ]
    assert words(tree.css(".pijl")) == ["Helpt dat niet?"]
    assert len(tree.css("polygon")) == 2
    assert words(tree.css("title")) == ["De route in beeld: PO & VO"]


def test_the_condition_of_the_first_step_is_a_box_of_its_own(
    pagina: Pagina, herkomst: HerkomstRij
) -> None:
    first = stap("een", "helpt mee", None, "Bij klachten")
    tree = getekend(pagina, herkomst, first, stap("b", "belt", "een"), stap("c", "schrijft", "b"))
    assert words(tree.css(".knoop--als")) == ["Bij klachten"]
    assert words(tree.css(".knoop")) == [
        "Bij klachten",
        "GGD belt",
        "GGD helpt mee",
        "GGD schrijft",
    ]
    assert (words(tree.css(".pijl")), len(tree.css("polygon"))) == ([], 3)


def test_two_steps_are_not_drawn_the_list_is_as_short(
    pagina: Pagina, herkomst: HerkomstRij
) -> None:
    tree = getekend(pagina, herkomst, stap("een", "helpt mee"), stap("twee", "belt", "een"))
    assert tree.css("svg") == []


def test_no_step_can_have_the_id_of_that_box(pagina: Pagina, herkomst: HerkomstRij) -> None:
    first = stap("een", "helpt mee", None, "Bij klachten")
    last = stap("drie", "schrijft", "als-een")
    tree = getekend(pagina, herkomst, first, stap("als-een", "belt", "een"), last)
    assert words(tree.css(".knoop")) == [
        "Bij klachten",
        "GGD belt",
        "GGD helpt mee",
        "GGD schrijft",
    ]


def test_the_drawing_has_all_the_words_of_the_list(pagina: Pagina, regio: Regio) -> None:
    for route in onderdeel(Blik(regio, NL, Datum(2023)), "1a-hulp-in-de-klas").routes[:1]:
        assert len(route.stappen) == 3
        drawn = " ".join(
            words(LexborHTMLParser(str(teken_route(pagina, route))).css(".knoop, .pijl"))
        )
        for one in route.stappen:
            for text in (one.als, one.wie or "wie: onbekend", one.wat):
                assert str(text or "") in drawn
