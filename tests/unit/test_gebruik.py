"""What somebody takes along of a figure: the citation, the code to embed, and the page that shows."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.figuur.gebruik import figuurpad, gebruik
from macros.render.figuur.insluiten import figuurpagina
from macros.render.weergave import Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from macros.views.monitor.citaat import citaat
from macros.views.monitor.figuur import Figuur
from tests.voorbeeldfiguren import BALKEN, PUNTEN, getal
from tests.voorbeeldfiguren import ONBEKEND as ONBEKENDE_CEL

ADRES = "https://kind.example/"
NAAR = 'Zorg "hier" & <daar> ' * 15


@pytest.fixture(scope="module")
def weergave(regio: Regio) -> Weergave:
    return Weergave(Blik(regio, Vertaler("nl"), Datum(2026, 11, 2)), adres=ADRES)


def boom(weergave: Weergave, figuur: Figuur, **anders: bool) -> LexborHTMLParser:
    return LexborHTMLParser(figuurpagina(weergave, figuur, ADRES, **anders))


def test_who_gave_the_figures_comes_first_then_this_site_and_the_state(regio: Regio) -> None:
    of = (("a", "CBS"), ("b", ONBEKEND), ("c", "CBS"))
    sources = {
        key: one.model_copy(update={"uitgever": who, "titel": key.upper()})
        for one, (key, who) in zip(regio.bronnen.values(), of, strict=False)
    }
    known = replace(regio, bronnen=sources, versies={})
    blik = Blik(known, Vertaler("nl"), Datum(2026, 11, 2))
    said = citaat(blik, replace(BALKEN, bronnen=("a", "b", "c")))
    assert said.bron == "CBS: A; C. B."
    assert said.hier == f"Via {regio.instellingen.titel}: {BALKEN.titel}"
    assert said.stand == "Van welke dag de gegevens zijn, is niet bekend."


def test_the_code_to_embed_is_whole_and_holds_any_title(weergave: Weergave) -> None:
    figuur = replace(BALKEN, titel=NAAR)
    code = gebruik(weergave.pagina("monitor/zorg/"), figuur).insluiting
    frame = LexborHTMLParser(code).css_first("iframe")
    assert frame.attributes["src"] == f"{ADRES}{figuurpad(figuur)}"
    assert frame.attributes["title"] == NAAR
    page = LexborHTMLParser(str(boom(weergave, figuur).html))
    shown = page.css_first(f"#code-{figuur.id}").text()
    assert unescape(shown) == unescape(code)


def test_without_an_address_there_is_no_code(weergave: Weergave) -> None:
    nowhere = replace(weergave, adres="")
    tree = boom(nowhere, BALKEN)
    assert tree.css("[id^=code-]") == []
    assert "None" not in tree.css_first(".cf-gebruik").text()


def test_the_state_changes_with_a_cell_and_not_with_a_word() -> None:
    [first, *rest] = BALKEN.banen
    changed = [
        replace(BALKEN, banen=(replace(first, punten=(punt,)), *rest))
        for punt in (
            getal("12.6", voorlopig=True),
            getal("12.5"),
            ONBEKENDE_CEL,
            replace(first.punten[0], kenmerk="zorg/dorp/2023/totaal"),
        )
    ]
    changed += [replace(BALKEN, lijnen=()), PUNTEN]
    assert len({one.stand for one in (BALKEN, *changed)}) == len(changed) + 1
    words = replace(
        BALKEN, titel="Iets anders", zin="Anders gezegd.", herkomst=(), reeksen=("In 2022",)
    )
    names = replace(BALKEN, banen=tuple(replace(b, naam=Tekst("X", "nl")) for b in BALKEN.banen))
    assert words.stand == names.stand == BALKEN.stand


@pytest.mark.parametrize("figuur", [BALKEN, PUNTEN, replace(BALKEN, titel=NAAR, zin=NAAR)])
def test_the_page_is_whole_and_has_the_place_of_its_state_before_the_notice(
    weergave: Weergave, figuur: Figuur
) -> None:
    tree = boom(weergave, figuur)
    assert tree.css_first(f"main#stand-{figuur.stand} .figuurblad__nieuwer")
    assert tree.css_first("h1").text() == figuur.titel
    assert len(tree.css_first("title").text()) <= 70
    assert len(tree.css_first("meta[name=description]").attributes["content"] or "") <= 160
    assert len(tree.css("tbody tr")) == len(figuur.banen)
    assert [one.text() for one in tree.css("figure > .herkomst")] == list(figuur.herkomst)
    assert tree.css_first("link[rel=canonical]").attributes["href"] == f"{ADRES}monitor/zorg/"


def test_the_preview_has_no_policy(weergave: Weergave) -> None:
    assert boom(weergave, BALKEN).css("meta[http-equiv]") != []
    assert boom(weergave, BALKEN, beleid=False).css("meta[http-equiv]") == []


def test_a_figure_in_another_language_says_so_and_keeps_the_address_of_the_page(
    regio: Regio,
) -> None:
    english = Weergave(Blik(regio, Vertaler("en"), Datum(2026, 11, 2)), adres=ADRES)
    tree = boom(english, replace(BALKEN, terugval="nl"))
    assert tree.css_first("html").attributes["lang"] == "en"
    assert tree.css_first("main").attributes["lang"] == "nl"
    assert f"{ADRES}en/figuur/" in tree.css_first("[id^=code-]").text()
