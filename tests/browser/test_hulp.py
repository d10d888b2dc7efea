"""A parent in need, on a phone: the number is there, large, and it calls; the card is one sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.papier import is_a4, paper
from tests.gebouwd import TALEN

TELEFOON = {"width": 360, "height": 740}


@pytest.mark.chromium
@pytest.mark.parametrize("taal", TALEN)
def test_a_parent_has_a_number_two_taps_from_home_without_scrolling(
    open_pagina: Callable[..., Page], site_url: str, taal: str
) -> None:
    pagina = open_pagina(TELEFOON, java_script_enabled=False)
    pagina.goto(site_url + TALEN[taal])
    pagina.locator("main a[href$='ouders/']").first.click()
    number = pagina.locator("main a[href^='tel:']").first
    box = number.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= TELEFOON["height"]
    assert box["height"] >= 44
    assert number.get_attribute("href") == "tel:+31880000002"


def test_help_is_chosen_by_municipality_and_school(pagina: Page, site_url: str) -> None:
    pagina.goto(f"{site_url}hulp/")
    status = pagina.locator("form[data-filter]").get_by_role("status")
    expect(status).to_contain_text("7 van 7")
    pagina.locator("select[name=gemeente]").select_option("gemeente-stad")
    expect(pagina.locator("#leerplicht-stad")).to_be_visible()
    expect(pagina.locator("#steunpunt-dorp")).to_be_hidden()
    expect(pagina.locator("#consulent")).to_be_visible()
    expect(status).to_contain_text("4 van 7")


@pytest.mark.chromium
def test_the_card_prints_on_one_a4_also_for_one_municipality(pagina: Page, site_url: str) -> None:
    for taal in TALEN.values():
        pagina.goto(f"{site_url}{taal}wie-bel-ik/")
        assert [is_a4(sheet) for sheet in paper(pagina)] == [True]
    pagina.goto(f"{site_url}wie-bel-ik/")
    pagina.locator("select[name=gemeente]").select_option("gemeente-dorp")
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("row")).to_have_count(2)
