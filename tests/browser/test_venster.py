"""A window that tests share is as new for each of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import BLIJVEND, Venster

LEFT = """() => [localStorage.length, sessionStorage.length, document.querySelector("h1").innerText,
  document.querySelectorAll(":hover").length > 2]"""


def test_nothing_of_a_test_is_left_for_the_next(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url)
    new = pagina.evaluate(LEFT)
    pagina.evaluate("localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b')")
    body = "<!doctype html><h1>x</h1>" + "<p>y</p>" * 99
    pagina.route("**", lambda route: route.fulfill(body=body, content_type="text/html"))
    pagina.goto(site_url)
    pagina.locator("p").nth(9).hover()
    used = pagina.evaluate(LEFT)
    assert all(one != before for one, before in zip(used, new, strict=True))
    Venster({}, pagina).leeg()
    pagina.goto(site_url)
    assert pagina.evaluate(LEFT) == new


@pytest.mark.chromium
def test_nor_is_what_was_emulated(open_pagina: Callable[..., Page]) -> None:
    media = "[matchMedia('print').matches, matchMedia('(prefers-color-scheme: dark)').matches]"
    for options, dark in (({}, False), ({"color_scheme": "dark"}, True)):
        pagina = open_pagina(**options)
        pagina.emulate_media(media="print", color_scheme="light" if dark else "dark")
        assert pagina.evaluate(media) == [True, not dark]
        Venster(options, pagina).leeg()
        assert pagina.evaluate(media) == [False, dark]


@pytest.mark.parametrize("naam", BLIJVEND)
def test_what_would_stay_is_refused(pagina: Page, naam: str) -> None:
    with pytest.raises(AssertionError, match="eigen_venster"):
        getattr(pagina, naam)("request", print)
