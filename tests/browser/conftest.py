"""A browser on the built site, and a page that is watched: what a page of this site never does fails
the test that opened it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

from scripts import chromium
from tests.gebouwd import bediend, gedeeld

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

BREED = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built site."""
    return gedeeld(tmp_path_factory).site


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Where the built site is served, ending in a slash."""
    with bediend(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome, one per worker."""
    program = chromium.find()
    if program is None:
        pytest.fail("Geen browser; wat nodig is, zegt: python -m scripts.chromium", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def klachten() -> list[str]:
    """What went wrong on the pages of this test. One that makes something go wrong empties it."""
    return []


@pytest.fixture
def open_pagina(
    browser: Browser, site_url: str, klachten: list[str]
) -> Iterator[Callable[..., Page]]:
    """Opens a watched page in a context of its own, with the options of that context."""
    contexts: list[BrowserContext] = []

    def open_(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": BREED, **options})
        contexts.append(context)
        page = context.new_page()
        watch(page, site_url, klachten)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert klachten == []


@pytest.fixture
def pagina(open_pagina: Callable[..., Page]) -> Page:
    """A watched page on a wide screen."""
    return open_pagina()


def watch(page: Page, site_url: str, klachten: list[str]) -> None:
    """Note every error on the console (a broken policy is one) and every request elsewhere."""
    host = urlsplit(site_url).netloc

    def on_console(message: ConsoleMessage) -> None:
        own_404 = "404" in message.text and message.location["url"] == page.url
        if message.type in ("error", "warning") and not own_404:
            klachten.append(f"{page.url}: {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url.removeprefix("blob:"))
        if parts.scheme != "data" and parts.netloc != host:
            klachten.append(f"{page.url}: haalt iets van elders: {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: klachten.append(f"{page.url}: {error}"))
