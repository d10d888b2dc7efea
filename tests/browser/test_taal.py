"""The language link: the same page, there and back."""

from __future__ import annotations

from itertools import product

from playwright.sync_api import Page, expect

from tests.gebouwd import GEEN_PAGINA, SPEERPUNTEN


def test_language_link_stays_on_the_page(pagina: Page, site_url: str) -> None:
    """Where it leads on every kind of page: ``test_alle_paginas.py``."""
    for pad in ("", "zoeken/", SPEERPUNTEN[0]):
        pagina.goto(site_url + pad)
        link = pagina.locator("a.kop__taal")
        for folder, taal in (("en/", "en"), ("", "nl")):
            link.click()
            pagina.wait_for_url(site_url + folder + pad)
            expect(pagina.locator("html")).to_have_attribute("lang", taal)
            expect(pagina.locator("h1")).to_be_visible()


def test_unknown_address_leads_on_in_both_languages(pagina: Page, site_url: str) -> None:
    for diep, folder in product(("", "en/", "agenda/", "en/agenda/diep/"), ("", "en/")):
        answer = pagina.goto(site_url + diep + GEEN_PAGINA)
        assert answer is not None
        assert answer.status == 404
        pagina.locator(f"main article a[href$='/focusagenda/{folder}agenda/']").click()
        pagina.wait_for_url(f"{site_url}{folder}agenda/")
