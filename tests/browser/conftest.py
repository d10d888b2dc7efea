"""A browser on the built site, and a page that is watched: what a page of this site never does fails
the test that opened it.

Opening a context costs more than loading a page, so tests share one for each set of options. Each
test still has a window of its own, and what a page stored is gone with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from scripts import browser as programs
from tests.browser import bidi
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

BREED: ViewportSize = {"width": 1280, "height": 900}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "chromium: asks what cannot be asked of an installed Firefox (no JavaScript, paper, touch, the "
        "settings of the system, a file that a script made), or is of no use a second time",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--browser") == "firefox":
        marked = [item for item in items if item.get_closest_marker("chromium")]
        config.hook.pytest_deselected(items=marked)
        items[:] = [item for item in items if item not in marked]


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
def browser(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """The browser of ``--browser``, one per worker."""
    name = pytestconfig.getoption("--browser")
    program = programs.find(name)
    if program is None:
        pytest.fail(
            f"Geen browser; wat nodig is, zegt: python -m scripts.browser {name}", pytrace=False
        )
    with sync_playwright() as playwright:
        if name == "firefox":
            running = bidi.launch(playwright, program, tmp_path_factory.mktemp("firefox"))
        else:
            running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def contexten(browser: Browser) -> Callable[[dict[str, Any]], BrowserContext]:
    """The context with these options; made once, and closed with the browser."""
    made: dict[str, BrowserContext] = {}

    def get(options: dict[str, Any]) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(**options)
        return made[key]

    return get


@pytest.fixture
def klachten() -> list[str]:
    """What went wrong on the pages of this test. One that makes something go wrong empties it."""
    return []


@pytest.fixture
def open_pagina(
    contexten: Callable[[dict[str, Any]], BrowserContext], site_url: str, klachten: list[str]
) -> Iterator[Callable[..., Page]]:
    """Opens a watched page of its own, with the options of its context."""
    pages: list[Page] = []

    def open_(viewport: ViewportSize = BREED, **options: Any) -> Page:
        page = contexten({"viewport": BREED, **options}).new_page()
        if viewport != BREED:
            page.set_viewport_size(viewport)
        pages.append(page)
        watch(page, site_url, klachten)
        return page

    yield open_
    for page in pages:
        with suppress(Error):  # nothing can be stored where it never went, or where that is refused
            page.evaluate("localStorage.clear()")
        page.close()
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
