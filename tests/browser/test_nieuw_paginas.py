"""What is new since somebody was here before, and the choice of what to see."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

EERST, EERDER, DAARVOOR, LAATST = "2026-09-20", "2026-10-07", "2026-10-20", "2026-11-01"
"""The days of the invented region; on each of them 2, 2, 3 and 2 changes matter."""
SLEUTEL = "regioagenda.nieuw"


def kom_terug(pagina: Page, gezien: str) -> str:
    """What the page says to who saw this the last time."""
    pagina.evaluate(
        "([key, seen]) => { localStorage.clear(); localStorage.setItem(key, seen); }",
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
    assert pagina.evaluate("(key) => localStorage.getItem(key)", SLEUTEL) == f"{LAATST} 2"
    pagina.reload()
    expect(line).to_have_text("")

    assert kom_terug(pagina, f"{DAARVOOR} 3").endswith(": 2.")
    assert gemerkt(pagina) == [LAATST]
    pagina.reload()  # the same day
    assert line.inner_text().endswith(": 2.")
    assert kom_terug(pagina, f"{DAARVOOR} 1").endswith(": 4.")
    assert kom_terug(pagina, f"{LAATST} 1").endswith(": 1.")
    assert kom_terug(pagina, "2020-01-01 1").endswith(": 9.")
    assert gemerkt(pagina) == [LAATST, DAARVOOR, EERDER, EERST]
    assert kom_terug(pagina, f"{LAATST} 2") == line.get_attribute("data-geen")
    assert kom_terug(pagina, "<b>stuk</b>") == ""
    assert gemerkt(pagina) == []


@pytest.mark.eigen_venster
def test_what_is_new_stays_new_for_the_day_in_every_tab(pagina: Page, site_url: str) -> None:
    pagina.context.clock.set_fixed_time("2026-12-01T12:00:00")
    pagina.goto(f"{site_url}nieuw/")
    assert kom_terug(pagina, f"{DAARVOOR} 3").endswith(": 2.")
    beside = pagina.context.new_page()
    beside.goto(f"{site_url}nieuw/")
    assert beside.locator("[data-sinds]").inner_text().endswith(": 2.")
    assert gemerkt(beside) == [LAATST]
    pagina.context.clock.set_fixed_time("2026-12-02T12:00:00")
    for tab in (beside, pagina):
        tab.reload()
        line = tab.locator("[data-sinds]")
        expect(line).to_have_text(line.get_attribute("data-geen") or "?")
        assert gemerkt(tab) == []


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
    pagina.goto(f"{site_url}nieuw/?soort=speerpunt")
    expect(pagina.locator("[role=status].filter__telling")).to_have_text(re.compile("^2 "))
    expect(pagina.locator(f"section[data-dag='{LAATST}']")).to_be_hidden()
    expect(pagina.locator(f"section[data-dag='{DAARVOOR}'] section:visible > h3")).to_have_count(1)
    pagina.locator("select[name=soort]").select_option("")
    pagina.locator("select[name=gewicht]").select_option("klein")
    assert urlsplit(pagina.url).query == "gewicht=klein"
    small = pagina.locator(f"section[data-dag='{EERDER}'] details")
    expect(small).to_have_attribute("open", "")
    expect(pagina.locator("li[data-rij]:visible")).to_have_count(2)
