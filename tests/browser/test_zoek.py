"""The search page of the built site, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.site.zoekproef import eerste
from tests.browser.meten import rust
from tests.browser.paden import ONDERDELEN, WOORD
from tests.gebouwd import SUBPAD, TALEN, bestand

UNKNOWN = "xyzzyq"
FREQUENT = {"nl": "de", "en": "the"}
"""A word of the language, on more pages than are shown at a time."""


def zoekpagina(site_url: str, taal: str = "nl", vraag: str = "") -> str:
    return f"{site_url}{TALEN[taal]}zoeken/" + (f"?q={vraag}" if vraag else "")


def ask(pagina: Page, vraag: str, said: str = "") -> list[str]:
    """Search, wait for the answer, and return the addresses that were found and are shown."""
    pagina.locator("#zoek-q").fill(vraag)
    pagina.locator("#zoek-q").press("Enter")
    return answer(pagina, said or vraag)


def answer(pagina: Page, vraag: str) -> list[str]:
    expect(pagina.locator('[data-zoek="status"]')).to_contain_text(f"‘{vraag}’")
    links = pagina.locator('[data-zoek="resultaten"] > li > a')
    return [str(link.evaluate("link => link.href")) for link in links.all()]


def answers(pagina: Page) -> list[str]:
    """The site paths of the answers that are shown above the pages."""
    return [
        urlsplit(str(link.evaluate("link => link.href"))).path.removeprefix(SUBPAD)
        + str(link.evaluate("link => link.hash"))
        for link in pagina.locator('[data-zoek="antwoorden"] > li > a').all()
    ]


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
    assert not [url for url in seen if "pagefind" in url]
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
    pagina.goto(f"{site_url}over/")
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
    pagina.route("**/pagefind/antwoorden.*.json", lambda route: route.abort())
    pagina.goto(zoekpagina(site_url, "nl", WOORD["nl"]))
    status = pagina.locator('[data-zoek="status"]')
    message = pagina.locator("form[data-fout]").get_attribute("data-fout")
    assert message
    expect(status).to_have_text(message)
    pagina.unroute("**/pagefind/antwoorden.*.json")
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
    expect(page.locator("form[data-map]")).to_be_hidden()
    letter = page.locator("[data-zoek=deuren] details").first
    letter.locator("summary").click()
    assert page.request.get(str(letter.locator("a").first.evaluate("link => link.href"))).ok
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
    pages = answer(pagina, woord)
    found = [*pages, *(f"{site_url}{one}" for one in answers(pagina))]
    assert f"{site_url}{TALEN[taal]}samenwerking/{key}/" in found


@pytest.mark.parametrize("taal", TALEN)
def test_the_page_shows_first_what_the_build_was_told(
    pagina: Page, site: Path, site_url: str, taal: str
) -> None:
    """The build asks in Node what a reader asks in a browser: for each question the same comes first."""
    asked = [one["vraag"] for one in bestand("zoekvragen")["vragen"] if one["taal"] == taal]
    asked += [WOORD[taal], FREQUENT[taal], UNKNOWN, "zw", "<b>", "a" * 300]
    told = eerste(site, {taal: asked})[taal]
    pagina.goto(zoekpagina(site_url, taal))
    for vraag, first in zip(asked, told, strict=True):
        said = {"samenwerkngsverband": "samenwerkingsverband", "a" * 300: "a" * 80 + "…"}
        pages = ask(pagina, vraag, said.get(vraag, ""))
        shown = [*answers(pagina), *(one.removeprefix(site_url) for one in pages)]
        found = shown[0].removeprefix(TALEN[taal]) if shown else ""
        assert found == first, vraag


def test_an_answer_stands_above_the_pages_and_is_no_page_again(pagina: Page, site_url: str) -> None:
    pagina.goto(zoekpagina(site_url))
    pages = ask(pagina, "komt niet meer op school")
    assert answers(pagina)[0] == "thuis/"
    assert f"{site_url}thuis/" not in pages
    first = pagina.locator('[data-zoek="antwoorden"] > li').first
    expect(first.locator("p").first).not_to_be_empty()
    expect(pagina.locator("[data-zoek=deuren]")).to_be_hidden()


def test_a_slip_of_the_finger_shows_what_was_meant_and_says_so(pagina: Page, site_url: str) -> None:
    pagina.goto(zoekpagina(site_url))
    ask(pagina, "samenwerkngsverband", "samenwerkingsverband")
    assert answers(pagina)
    meant = pagina.locator('[data-zoek="bedoeld"] a')
    expect(meant).to_have_text("samenwerkingsverband")
    found = answers(pagina)
    meant.click()
    expect(pagina.locator('[data-zoek="status"]')).to_contain_text("‘samenwerkingsverband’")
    assert answers(pagina) == found
    expect(pagina.locator('[data-zoek="bedoeld"]')).to_be_hidden()


@pytest.mark.chromium
@pytest.mark.parametrize("vraag", ["", "komt niet meer op school", "samenwerkngsverband", UNKNOWN])
def test_nothing_moves_while_the_answers_come(pagina: Page, site_url: str, vraag: str) -> None:
    pagina.goto(zoekpagina(site_url, "nl", quote(vraag)))
    if vraag:
        expect(pagina.locator('[data-zoek="status"]')).to_contain_text("‘")
    rust(pagina)
    moved = pagina.evaluate(
        """() => new Promise((done) => {
          const seen = new PerformanceObserver((list) => done(list.getEntries().reduce((sum, one) => sum + one.value, 0)));
          seen.observe({ type: "layout-shift", buffered: true });
          setTimeout(done, 50, 0);
        })"""
    )
    assert moved < 0.05
