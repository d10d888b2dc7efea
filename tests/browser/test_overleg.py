"""The drawing of the structure by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import TALEN


@pytest.mark.parametrize("taal", TALEN)
def test_every_box_of_the_drawing_is_a_stop_and_opens_its_page(
    pagina: Page, site_url: str, taal: str
) -> None:
    pagina.goto(f"{site_url}{TALEN[taal]}overleg/")
    boxes = pagina.locator("#tekening-nieuw a.knoop")
    count = boxes.count()
    assert count > 5
    boxes.first.focus()
    for number in range(count):
        expect(boxes.nth(number)).to_be_focused()
        expect(boxes.nth(number)).to_be_in_viewport()
        if number + 1 < count:
            pagina.keyboard.press("Tab")
    target = boxes.nth(0).get_attribute("href") or ""
    boxes.first.focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(f"**/{target.removeprefix('../').removeprefix('./')}")
    expect(pagina.locator("h1")).to_be_visible()
