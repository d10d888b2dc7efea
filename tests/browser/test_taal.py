"""The language link: the same page, there and back, from every kind of page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import GEEN_PAGINA, PAGINAS, SPEERPUNTEN

WEGEN = sorted({*PAGINAS, *SPEERPUNTEN})


@pytest.mark.parametrize("helft", [0, 1])
def test_language_link_stays_on_the_page(pagina: Page, site_url: str, helft: int) -> None:
    for pad in WEGEN[helft::2]:  # in one window: a new one for each page takes longer than the page
        pagina.goto(site_url + pad)
        link = pagina.locator("a.kop__taal")
        expect(link).to_have_text("English")
        link.click()
        pagina.wait_for_url(f"{site_url}en/{pad}")
        expect(pagina.locator("html")).to_have_attribute("lang", "en")
        expect(pagina.locator("h1")).to_be_visible()
        expect(link).to_have_text("Nederlands")
        link.click()
        pagina.wait_for_url(site_url + pad)
        expect(pagina.locator("html")).to_have_attribute("lang", "nl")


@pytest.mark.parametrize("diep", ["", "en/", "agenda/", "en/agenda/diep/"])
def test_unknown_address_leads_on_in_both_languages(pagina: Page, site_url: str, diep: str) -> None:
    answer = pagina.goto(site_url + diep + GEEN_PAGINA)
    assert answer is not None
    assert answer.status == 404
    for folder in ("", "en/"):
        pagina.goto(site_url + diep + GEEN_PAGINA)
        pagina.locator(f"main article a[href$='/focusagenda/{folder}agenda/']").click()
        pagina.wait_for_url(f"{site_url}{folder}agenda/")
