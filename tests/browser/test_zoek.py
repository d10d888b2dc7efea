"""The search page of the built site, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.meten import rust
from tests.browser.paden import ONDERDELEN, WOORD
from tests.gebouwd import TALEN

UNKNOWN = "xyzzyq"
FREQUENT = {"nl": "de", "en": "the"}
"""A word of the language, on more pages than are shown at a time."""


def zoekpagina(site_url: str, taal: str = "nl", vraag: str = "") -> str:
    return f"{site_url}{TALEN[taal]}zoeken/" + (f"?q={vraag}" if vraag else "")


def ask(pagina: Page, vraag: str) -> list[str]:
    """Search, wait for the answer, and return the addresses that were found and are shown."""
    pagina.locator("#zoek-q").fill(vraag)
    pagina.locator("#zoek-q").press("Enter")
    return answer(pagina, vraag)


def answer(pagina: Page, vraag: str) -> list[str]:
    expect(pagina.locator('[data-zoek="status"]')).to_contain_text(f"‘{vraag}’")
    links = pagina.locator('[data-zoek="resultaten"] > li > a')
    return [str(link.evaluate("link => link.href")) for link in links.all()]


@pytest.mark.eigen_venster
@pytest.mark.parametrize("taal", TALEN)
def test_nothing_is_loaded_before_the_first_search_and_the_policy_is_kept(
    pagina: Page, site_url: str, taal: str
) -> None:
    """What is asked elsewhere, or goes wrong on the console, fails any test."""
    seen: list[str] = []
    said: list[str] = []
    pagina.on("request", lambda request: seen.append(request.url))
    pagina.on("console", lambda message: said.append(message.text))
    pagina.goto(zoekpagina(site_url, taal))
    rust(pagina)
    assert not [url for url in seen if "pagefind" in url or "synoniemen" in url]
    policy = pagina.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert policy is not None
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    pagina.locator("#zoek-q").press_sequentially(WOORD[taal])
    assert answer(pagina, WOORD[taal])
    assert [url for url in seen if url.endswith("/pagefind/pagefind.js")]
    assert said == []


@pytest.mark.parametrize("taal", TALEN)
def test_typing_is_enough_and_the_focus_stays(pagina: Page, site_url: str, taal: str) -> None:
    pagina.goto(zoekpagina(site_url, taal))
    pagina.locator("#zoek-q").press_sequentially(WOORD[taal])
    assert answer(pagina, WOORD[taal])
    expect(pagina.locator("#zoek-q")).to_be_focused()
    assert urlsplit(pagina.url).query == f"q={WOORD[taal]}"
    expect(pagina.locator('[data-zoek="resultaten"] mark').first).to_be_visible()


@pytest.mark.parametrize("taal", TALEN)
def test_question_in_the_address_finds_pages_of_this_language(
    pagina: Page, site_url: str, taal: str
) -> None:
    pagina.goto(zoekpagina(site_url, taal, FREQUENT[taal]))
    found = answer(pagina, FREQUENT[taal])
    assert found
    for url in found:
        assert url.startswith(site_url)
        assert url.removeprefix(site_url).startswith("en/") == (taal == "en")
        assert "404" not in urlsplit(url).path  # the port may well hold these digits
        assert "/zoeken/" not in url
        assert pagina.request.get(url).ok


def test_forms_of_a_dutch_word_find_the_same(pagina: Page, site_url: str) -> None:
    pagina.goto(zoekpagina(site_url))
    assert set(ask(pagina, "school")) == set(ask(pagina, "scholen")) != set()


@pytest.mark.parametrize("taal", TALEN)
def test_abbreviation_finds_the_full_name(pagina: Page, site_url: str, taal: str) -> None:
    pagina.goto(zoekpagina(site_url, taal))
    assert ask(pagina, "zw")  # begrippen/zw.yml
    also = pagina.locator('[data-zoek="ook"]')
    expect(also).to_be_visible()
    expect(also).to_contain_text("zorgwet")


@pytest.mark.parametrize("taal", TALEN)
def test_nothing_found_says_so_and_helps(pagina: Page, site_url: str, taal: str) -> None:
    """Pagefind itself would show what begins with the first letters."""
    pagina.goto(zoekpagina(site_url, taal))
    assert ask(pagina, WOORD[taal])
    expect(pagina.locator('[data-zoek="niets"]')).to_be_hidden()
    assert ask(pagina, UNKNOWN) == []
    expect(pagina.locator('[data-zoek="niets"]')).to_be_visible()


def test_emptying_the_field_empties_the_page(pagina: Page, site_url: str) -> None:
    pagina.goto(zoekpagina(site_url, "nl", WOORD["nl"]))
    assert answer(pagina, WOORD["nl"])
    pagina.locator("#zoek-q").fill("")
    expect(pagina.locator('[data-zoek="resultaten"] > li')).to_have_count(0)
    expect(pagina.locator('[data-zoek="status"]')).to_be_empty()
    assert urlsplit(pagina.url).query == ""


def test_more_results_move_the_focus_to_the_first_new_one(pagina: Page, site_url: str) -> None:
    pagina.goto(zoekpagina(site_url))
    assert len(ask(pagina, FREQUENT["nl"])) == 10
    pagina.locator('[data-zoek="meer"]').press("Enter")
    links = pagina.locator('[data-zoek="resultaten"] > li > a')
    expect(links.nth(10)).to_be_focused()
    urls = [link.get_attribute("href") for link in links.all()]
    assert len(urls) == len(set(urls)) > 10


def test_by_keyboard_from_the_header_to_a_page(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url)
    pagina.locator("header input[name=q]:visible").focus()
    pagina.keyboard.type(WOORD["nl"])
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(f"{site_url}zoeken/?q={WOORD['nl']}")
    found = answer(pagina, WOORD["nl"])
    pagina.locator("#zoek-q").focus()
    for _ in range(5):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.closest('[data-zoek=resultaten]') !== null"):
            break
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(found[0])


@pytest.mark.chromium
def test_going_back_shows_the_answers_again(pagina: Page, site_url: str) -> None:
    """Of a page that Firefox brings back as it was, Playwright is not told."""
    pagina.goto(zoekpagina(site_url, "nl", WOORD["nl"]))
    found = answer(pagina, WOORD["nl"])
    pagina.locator('[data-zoek="resultaten"] > li > a').first.click()
    pagina.wait_for_url(found[0])
    pagina.go_back()
    assert answer(pagina, WOORD["nl"]) == found


def test_markup_in_a_question_is_text(pagina: Page, site_url: str) -> None:
    pagina.goto(zoekpagina(site_url, "nl", "%3Cimg%20src=x%20id=kwaad%3E"))
    answer(pagina, "<img src=x id=kwaad>")
    expect(pagina.locator("#kwaad")).to_have_count(0)


def test_failure_is_said_and_the_next_search_tries_again(
    pagina: Page, site_url: str, klachten: list[str]
) -> None:
    pagina.route("**/zoeken/synoniemen.json", lambda route: route.abort())
    pagina.goto(zoekpagina(site_url, "nl", WOORD["nl"]))
    status = pagina.locator('[data-zoek="status"]')
    message = pagina.locator("form[data-fout]").get_attribute("data-fout")
    assert message
    expect(status).to_have_text(message)
    pagina.unroute("**/zoeken/synoniemen.json")
    assert ask(pagina, WOORD["nl"])
    klachten.clear()


@pytest.mark.chromium
@pytest.mark.parametrize("taal", TALEN)
def test_without_javascript_there_are_other_ways(
    open_pagina: Callable[..., Page], site_url: str, taal: str
) -> None:
    page = open_pagina(java_script_enabled=False)
    page.goto(zoekpagina(site_url, taal, WOORD[taal]))
    expect(page.locator("main noscript p")).to_be_visible()
    expect(page.locator("form[data-pagefind]")).to_be_hidden()
    for naam in ("agenda", "begrippen"):
        link = page.locator(f"[data-zoekpagina] ~ ul a[href$='{naam}/']")
        address = str(link.evaluate("link => link.href"))
        assert page.request.get(address).ok
        assert ("/en/" in urlsplit(address).path) == (taal == "en")


@pytest.mark.parametrize("taal", TALEN)
def test_a_word_people_use_finds_the_situation_of_a_child(
    pagina: Page, site_url: str, taal: str
) -> None:
    """A word that stands in ``synoniemen`` alone."""
    key, woord = next(
        (key, one["synoniemen"][-1]) for key, one in ONDERDELEN.items() if "synoniemen" in one
    )
    pagina.goto(zoekpagina(site_url, taal, woord))
    assert f"{site_url}{TALEN[taal]}samenwerking/{key}/" in answer(pagina, woord)
