"""How pages hold when an answer comes late, and when a word is explained."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import PAGINAS

SCHUIVEN = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.eigen_venster
def test_answer_to_a_question_in_the_address_pushes_nothing_away(
    pagina: Page, site_url: str
) -> None:
    pagina.set_viewport_size({"width": 412, "height": 823})
    pagina.add_init_script(SCHUIVEN)
    pagina.goto(f"{site_url}zoeken/?q=overleg")
    expect(pagina.locator(".zoekresultaten > li").first).to_be_visible()
    pagina.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    assert sum(pagina.evaluate("shifts")) < 0.05


def test_explained_word_is_closed_by_its_button(pagina: Page, site_url: str) -> None:
    for pad in PAGINAS:
        pagina.goto(site_url + pad)
        words = pagina.locator("main .begrip:visible")
        if not words.count():
            continue
        words.first.click()
        explained = pagina.locator(".begrip-uitleg:popover-open")
        expect(explained).to_be_visible()
        explained.get_by_role("button").click()
        expect(explained).to_have_count(0)
        return
    raise AssertionError("geen pagina legt een woord uit")
