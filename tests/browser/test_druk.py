"""Paper: a speerpunt on one A4, nothing folded, nothing that only works on a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.papier import is_a4, paper
from tests.gebouwd import PAGINAS, SPEERPUNTEN, TALEN

pytestmark = pytest.mark.chromium

INDICATOR = "monitor/eigen-telling/"
GEBIED = "monitor/gemeente/gemeente-dorp/"
FIGUUR = "figuur/eigen-telling-gemeenten/"


def test_speerpunt_prints_on_one_a4(pagina: Page, site_url: str) -> None:
    found = {}
    for pad in [folder + pad for folder in TALEN.values() for pad in SPEERPUNTEN]:
        pagina.goto(site_url + pad)
        found[pad] = [is_a4(sheet) for sheet in paper(pagina)]
    assert {pad: sheets for pad, sheets in found.items() if sheets != [True]} == {}


def test_other_pages_print_on_few_sheets(pagina: Page, site_url: str) -> None:
    found = {}
    for pad in ("", "agenda/", "stand-van-zaken/"):
        pagina.goto(site_url + pad)
        found[pad] = [is_a4(sheet) for sheet in paper(pagina)]
    assert {pad: sheets for pad, sheets in found.items() if not all(sheets)} == {}
    assert {pad: len(sheets) for pad, sheets in found.items() if len(sheets) > 4} == {}


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("javascript", [True, False])
def test_paper_is_black_on_white(
    open_pagina: Callable[..., Page], site_url: str, schema: str, javascript: bool
) -> None:
    pagina = open_pagina(color_scheme=schema, java_script_enabled=javascript)
    pagina.goto(f"{site_url}agenda/")
    if javascript and schema == "light":
        pagina.locator(".kop__schema").click()  # dark by choice
    pagina.emulate_media(media="print")
    style = "getComputedStyle(document.body)"
    assert pagina.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert pagina.evaluate(f"{style}.color") == "rgb(0, 0, 0)"


def test_paper_has_no_controls_and_says_where_it_comes_from(pagina: Page, site_url: str) -> None:
    """Words that explain themselves and heads that sort stay, as the words they are."""
    pagina.emulate_media(media="print")
    buttons = "button:not(.begrip, th button)"
    for pad in (*PAGINAS[:4], "nog-niet-bekend/"):
        pagina.goto(site_url + pad)
        for control in ("header.kop", "footer.voet", "form", buttons, "select", "input"):
            expect(pagina.locator(control).locator("visible=true")).to_have_count(0)
        expect(pagina.locator("h1")).to_be_visible()
        expect(pagina.locator(".druk-adres")).to_be_visible()
        expect(pagina.locator(".druk-adres")).to_contain_text(f"voorbeeld.test/focusagenda/{pad}")


def test_open_explanation_is_not_printed(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url + SPEERPUNTEN[0])
    button = pagina.locator("main .begrip").first
    button.press("Enter")
    text = pagina.locator(f"#{button.get_attribute('popovertarget')}")
    expect(text).to_be_visible()
    pagina.emulate_media(media="print")
    expect(text).to_be_hidden()
    expect(button).to_be_visible()  # the word itself stays in its sentence


@pytest.mark.parametrize("javascript", [True, False])
def test_closed_folds_are_printed_open(
    open_pagina: Callable[..., Page], site_url: str, javascript: bool
) -> None:
    pagina = open_pagina(java_script_enabled=javascript)
    pagina.goto(f"{site_url}nog-niet-bekend/")
    screen = len(paper(pagina))
    pagina.emulate_media(media="print")
    flat = pagina.evaluate(
        """() => [...document.querySelectorAll("main details li")]
          .filter((el) => !el.checkVisibility()).length"""
    )
    assert flat == 0
    assert pagina.locator("main details li").count() > 30
    assert screen > 1


def test_folds_are_as_they_were_after_printing(pagina: Page, site_url: str) -> None:
    pagina.goto(f"{site_url}nog-niet-bekend/")
    pagina.locator("main summary").nth(1).click()
    opened = "[...document.querySelectorAll('main details')].map((one) => one.open)"
    before = pagina.evaluate(opened)
    pagina.evaluate(f"addEventListener('beforeprint', () => {{ window.during = {opened}; }})")
    paper(pagina)
    assert pagina.evaluate("during") == [True] * len(before)
    assert pagina.evaluate(opened) == before


def test_no_row_and_no_card_is_cut_in_two(pagina: Page, site_url: str) -> None:
    pagina.goto(f"{site_url}agenda/acties/")
    pagina.emulate_media(media="print")
    cut = pagina.evaluate(
        """() => [...document.querySelectorAll("main :is(tr, .rijen > li, .figuur)")]
          .filter((el) => el.checkVisibility() && getComputedStyle(el).breakInside !== "avoid")
          .map((el) => `${el.localName}.${el.className}`)"""
    )
    assert cut == []
    head = "getComputedStyle(document.querySelector('main table thead')).display"
    assert pagina.evaluate(head) == "table-header-group"  # again on every sheet


def test_figures_print_as_a_memo(pagina: Page, site_url: str) -> None:
    """Drawing, table and source stand on paper, none of them cut, with the address and no more."""
    seen = """() => {
      const cut = [...document.querySelectorAll("main :is(.figuur, .tabel, tr)")]
        .filter((one) => one.checkVisibility() && getComputedStyle(one).breakInside !== "avoid")
        .map((one) => `${one.localName}.${one.className} kan worden doorgesneden`);
      const gone = [...document.querySelectorAll("main :is(figcaption, .cf-tekening, table, figure .herkomst)")]
        .filter((one) => !one.checkVisibility()).map((one) => `${one.className || one.localName} ontbreekt`);
      const extra = [...document.querySelectorAll("main :is(.cf-gebruik, .cf-halen, .cf-meer, .figuurblad__nieuwer)")]
        .filter((one) => one.checkVisibility()).map((one) => `${one.className} hoort niet op papier`);
      return [...cut, ...gone, ...extra];
    }"""
    found: dict[str, list[str]] = {}
    for pad, sheets in ((INDICATOR, 4), (GEBIED, 3), (FIGUUR, 1)):
        pagina.goto(site_url + pad)
        pagina.emulate_media(media="print")
        found[pad] = pagina.evaluate(seen)
        expect(pagina.locator(".druk-adres")).to_contain_text("voorbeeld.test/focusagenda/monitor/")
        pagina.emulate_media(media="null")
        size = [is_a4(sheet) for sheet in paper(pagina)]
        if not all(size) or len(size) > sheets:
            found[pad].append(f"{len(size)} bladen")
    assert found == {INDICATOR: [], GEBIED: [], FIGUUR: []}
