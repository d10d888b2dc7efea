"""Without JavaScript: every page can be read, and what cannot work is not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import GEEN_PAGINA, PAGINAS, SPEERPUNTEN, TALEN

pytestmark = pytest.mark.chromium

DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button]")]
  .filter((el) => el.checkVisibility({ visibilityProperty: true }))
  .filter((el) => {
    if (el.matches("[popovertarget], .matrix__vakken input")) return false;
    const form = el.closest("form");
    const goes = form && form.getAttribute("action") && form.querySelector("[type=submit]");
    return !(goes && el.matches("input[name], select[name], [type=submit]"));
  })
  .map((el) => `${el.localName}.${el.className} "${el.innerText || el.name}"`)"""
"""Of each control that does nothing what it is; the box of the matrix works by its style alone."""

KOP = """() => [...document.querySelectorAll("h1")].map((el) => {
  const box = el.getBoundingClientRect();
  return el.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
})"""
"""Of each heading of a page whether it is seen."""

TEXT = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"


@pytest.fixture
def kaal(open_pagina: Callable[..., Page]) -> Page:
    """A page without JavaScript on a phone."""
    return open_pagina(java_script_enabled=False, viewport={"width": 360, "height": 740})


@pytest.mark.parametrize("taal", TALEN)
def test_every_kind_of_page_is_there_without_dead_controls(
    kaal: Page, site_url: str, taal: str
) -> None:
    dead = {}
    for pad in [*PAGINAS, GEEN_PAGINA]:
        kaal.goto(site_url + TALEN[taal] + pad)
        assert kaal.evaluate(KOP) == [True], pad
        answers = kaal.locator("main .keuzes a").count()  # who asks one question is short
        assert len(kaal.evaluate(TEXT)) > 200 or answers > 1, pad
        if found := kaal.evaluate(DEAD):
            dead[pad] = found
    assert dead == {}


def test_script_adds_no_content(
    kaal: Page, open_pagina: Callable[..., Page], site_url: str
) -> None:
    """Apart from the filter, the button that copies and what is said of a choice."""
    full = open_pagina(viewport={"width": 360, "height": 740})
    without_filter = """(() => { document.querySelectorAll("form[data-filter], [data-kopieer], .bestanden__kies").forEach((f) => f.hidden = true); })()"""
    for pad in ("", "agenda/", SPEERPUNTEN[0], "stand-van-zaken/", "begrippen/"):
        full.goto(site_url + pad)
        kaal.goto(site_url + pad)
        full.evaluate(without_filter)
        assert kaal.evaluate(TEXT) == full.evaluate(TEXT), pad


@pytest.mark.parametrize("taal", TALEN)
def test_term_is_explained(kaal: Page, site_url: str, taal: str) -> None:
    kaal.goto(site_url + TALEN[taal] + SPEERPUNTEN[0])
    button = kaal.locator("main .begrip").first
    text = kaal.locator(f"#{button.get_attribute('popovertarget')}")
    expect(text).to_be_hidden()
    button.click()
    expect(text).to_be_visible()
    kaal.keyboard.press("Escape")
    expect(text).to_be_hidden()


def test_menu_opens_and_leads_on(kaal: Page, site_url: str) -> None:
    kaal.goto(site_url)
    kaal.locator(".kop__smal > summary").click()
    kaal.locator(".kop__smal nav a[href$='overleg/']").click()
    kaal.wait_for_url(f"{site_url}overleg/")


def test_folds_open(kaal: Page, site_url: str) -> None:
    kaal.goto(f"{site_url}nog-niet-bekend/")
    fold = kaal.locator("main details").first
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("li").first).to_be_visible()


def test_filter_and_scheme_are_not_offered(kaal: Page, site_url: str) -> None:
    kaal.goto(f"{site_url}agenda/acties/")
    expect(kaal.locator("form[data-filter]")).to_be_hidden()
    expect(kaal.locator(".kop__schema")).to_be_hidden()
    expect(kaal.locator("th button:not(.begrip)")).to_have_count(0)
    for download in kaal.locator("a[data-download]").all():
        expect(download).to_be_visible()


def test_whole_download_comes_when_asked_for(kaal: Page, site_url: str) -> None:
    kaal.goto(f"{site_url}agenda/acties/")
    for soort, begin in (("csv", b"\xef\xbb\xbf"), ("ods", b"PK\x03\x04")):
        link = kaal.locator(f"a[data-download='acties.{soort}']")
        answer = kaal.request.get(f"{site_url}agenda/acties/{link.get_attribute('href')}")
        assert answer.ok
        assert answer.body().startswith(begin)


@pytest.mark.parametrize("taal", TALEN)
def test_search_from_any_page_leads_to_an_explanation(kaal: Page, site_url: str, taal: str) -> None:
    kaal.goto(f"{site_url}{TALEN[taal]}ouders/")
    kaal.locator(".kop__smal > summary").click()
    kaal.locator(".kop__smal input[name=q]").fill("oza")
    kaal.keyboard.press("Enter")
    kaal.wait_for_url(f"{site_url}{TALEN[taal]}zoeken/?q=oza")
    expect(kaal.locator("main noscript p")).to_be_visible()
    assert kaal.locator("main article a:visible").count() >= 2
