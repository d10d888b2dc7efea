"""What is new since somebody was here before, and the choice of what to see."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import DAGEN

EERST, LAATST = (day.isoformat() for day in DAGEN[1:])
SLEUTEL = "regioagenda.nieuw"


def kom_terug(pagina: Page, gezien: str) -> str:
    """What the page says to who saw this the last time."""
    pagina.evaluate(
        "([key, seen]) => { localStorage.setItem(key, seen); sessionStorage.clear(); }",
        [SLEUTEL, gezien],
    )
    pagina.reload()
    return pagina.locator("[data-sinds]").inner_text()


def gemerkt(pagina: Page) -> list[str]:
    """The days that are marked as new."""
    marks = pagina.locator("h2:has(.aantal)")
    return [mark.get_attribute("id") or "" for mark in marks.all()]


def test_who_was_here_before_reads_what_changed_since(pagina: Page, site_url: str) -> None:
    pagina.goto(f"{site_url}nieuw/")
    line = pagina.locator("[data-sinds]")
    expect(line).to_have_text("")
    assert pagina.evaluate("(key) => localStorage.getItem(key)", SLEUTEL) == f"{LAATST} 5"
    pagina.reload()
    expect(line).to_have_text("")

    assert kom_terug(pagina, f"{EERST} 6").endswith(": 5.")
    assert gemerkt(pagina) == [LAATST]
    pagina.reload()  # the same visit
    assert line.inner_text().endswith(": 5.")
    assert kom_terug(pagina, f"{EERST} 4").endswith(": 7.")
    assert kom_terug(pagina, f"{LAATST} 2").endswith(": 3.")
    assert kom_terug(pagina, "2020-01-01 1").endswith(": 11.")
    assert gemerkt(pagina) == [LAATST, EERST]
    assert kom_terug(pagina, f"{LAATST} 5") == line.get_attribute("data-geen")
    assert kom_terug(pagina, "<b>stuk</b>") == ""
    assert gemerkt(pagina) == []


@pytest.mark.eigen_venster
def test_a_browser_that_keeps_nothing_shows_the_page_as_it_is(pagina: Page, site_url: str) -> None:
    pagina.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no'); } });"
    )
    pagina.goto(f"{site_url}nieuw/")
    expect(pagina.locator("[data-sinds]")).to_have_text("")
    expect(pagina.locator(f"section[data-dag='{LAATST}']")).to_be_visible()


def test_a_choice_leaves_the_days_and_areas_that_have_it_and_stands_in_the_address(
    pagina: Page, site_url: str
) -> None:
    pagina.goto(f"{site_url}nieuw/?soort=begrip")
    expect(pagina.locator("[role=status].filter__telling")).to_have_text(re.compile("^4 "))
    expect(pagina.locator(f"section[data-dag='{LAATST}']")).to_be_hidden()
    group = pagina.locator(f"section[data-dag='{EERST}'] details")
    expect(group).to_have_attribute("open", "")
    pagina.locator("select[name=soort]").select_option("")
    pagina.locator("select[name=gemeente]").select_option("gemeente-dorp")
    assert urlsplit(pagina.url).query == "gemeente=gemeente-dorp"
    expect(pagina.locator(f"section[data-dag='{LAATST}']")).to_be_visible()
    expect(pagina.locator("li[data-rij]:visible")).to_have_count(3)
    headings = pagina.locator("section section:visible > h3")
    expect(headings).to_have_count(3)


def test_an_address_of_a_record_on_a_day_opens_its_fold(pagina: Page, site_url: str) -> None:
    pagina.goto(f"{site_url}nieuw/{EERST[:7]}/#{EERST}-begrippen-swv")
    expect(pagina.locator(f"[id='{EERST}-begrippen-swv']")).to_be_visible()
