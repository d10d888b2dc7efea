"""A fold opens for a link that leads into it, with and without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PAGINA = """<!doctype html><html lang="nl" class="no-js"><title>Vouwen</title>
<link rel="stylesheet" href="../assets/css/site.css"><script src="../assets/js/thema.js"></script>
<main id="inhoud"><article class="tekst"><h1>Vouwen</h1>
<a href="#diep">naar diep</a> <a href="#zelf">naar zelf</a> <a href="#met%20spatie">naar spatie</a>
<details><summary>Buiten</summary><p>Ernaast.</p>
<details><summary>Binnen</summary><p id="diep">Diep.</p></details></details>
<details id="zelf"><summary>Zelf</summary><p class="inhoud-van-zelf">Wat erin staat.</p></details>
<details><summary>Nog een</summary><p id="met spatie">Spatie.</p></details>
<details><summary>Blijft dicht</summary><p class="dicht">Dicht.</p></details>
</article></main></html>"""

WAT = {"diep": "#diep", "zelf": ".inhoud-van-zelf", "met%20spatie": "[id='met spatie']"}


@pytest.fixture
def vouwen(site_url: str) -> Callable[[Page], str]:
    """The address of a page of folds with the style and the script of the site."""

    def make(pagina: Page) -> str:
        pagina.route(
            "**/vouwen/", lambda route: route.fulfill(body=PAGINA, content_type="text/html")
        )
        return f"{site_url}vouwen/"

    return make


@pytest.mark.parametrize("anker", WAT)
def test_fold_that_holds_what_the_address_leads_to_is_open_on_arrival(
    pagina: Page, vouwen: Callable[[Page], str], anker: str
) -> None:
    pagina.goto(f"{vouwen(pagina)}#{anker}")
    expect(pagina.locator(WAT[anker])).to_be_visible()
    expect(pagina.locator(".dicht")).to_be_hidden()


def test_fold_opens_for_a_link_on_its_own_page_again_and_again(
    pagina: Page, vouwen: Callable[[Page], str]
) -> None:
    pagina.goto(vouwen(pagina))
    for anker, what in WAT.items():
        expect(pagina.locator(what)).to_be_hidden()
        for _ in range(2):
            pagina.locator(f"a[href='#{anker}']").click()
            expect(pagina.locator(what)).to_be_visible()
            # What the browser tells the page of a new address comes after the click.
            pagina.evaluate(
                "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
                ".then(() => document.querySelectorAll('details').forEach((o) => o.open = false))"
            )
            expect(pagina.locator(what)).to_be_hidden()


@pytest.mark.chromium
@pytest.mark.parametrize("anker", WAT)
def test_fold_shows_what_the_address_leads_to_without_a_script(
    open_pagina: Callable[..., Page], vouwen: Callable[[Page], str], anker: str
) -> None:
    kaal = open_pagina(java_script_enabled=False)
    kaal.goto(f"{vouwen(kaal)}#{anker}")
    expect(kaal.locator(WAT[anker])).to_be_visible()
    expect(kaal.locator(".dicht")).to_be_hidden()
