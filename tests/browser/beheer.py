"""The workbench in a browser: the way to its pages. The window itself is a fixture (``conftest.py``)."""

from __future__ import annotations

from playwright.sync_api import Page, expect

LANG = 60_000
"""ms in which Python is there, also on a busy machine."""


def ga(page: Page, adres: str) -> None:
    """To a page of the workbench, by its address; its heading then has the focus, or a field."""
    page.evaluate("adres => { location.hash = adres }", adres)
    expect(page.locator("#inhoud h1")).to_be_visible()
