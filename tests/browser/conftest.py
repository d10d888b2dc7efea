"""A browser on the built site, and a page that is watched: what a page of this site never does fails
the test that opened it.

Opening a window costs more than loading a page, so a test gets one that an earlier test had, with the
same options, emptied: nothing stored, routed, emulated or loaded. What would stay takes a window of its
own (``eigen_venster``), and a shared one refuses it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
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
    expect,
    sync_playwright,
)

from scripts import browser as programs
from tests.browser import bidi
from tests.browser.beheer import LANG, ga
from tests.browser.meten import AXE, AXE_FILE
from tests.gebouwd import bediend, gedeeld

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Both cores are at work already: more threads that draw only wait for each other.
    "--num-raster-threads=1",
]

BREED: ViewportSize = {"width": 1280, "height": 900}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "chromium: asks what cannot be asked of an installed Firefox (no JavaScript, paper, touch, the "
        "settings of the system, a file that a script made), or is of no use a second time",
    )
    config.addinivalue_line(
        "markers",
        "eigen_venster: gets windows that no other test had or gets, to listen to or change",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Who asks for a workbench that has started comes first: what is last goes to the other worker,
    which would have to start it again."""
    items.sort(key=lambda item: "gestart" not in getattr(item, "fixturenames", ()))
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
    with bediend(site, {AXE: AXE_FILE}) as url:
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


@dataclass(frozen=True)
class Venster:
    """A window that one test after another gets, with the options of its context."""

    options: dict[str, Any]
    page: Page

    def leeg(self) -> None:
        """Nothing is left of what was done in it."""
        for storage in ("localStorage", "sessionStorage"):
            with suppress(Error):  # it never went anywhere, or storing is refused
                self.page.evaluate(f"{storage}.clear()")
        self.page.goto("about:blank")
        self.page.unroute_all()
        scheme = self.options.get("color_scheme", "light")
        self.page.emulate_media(media="null", color_scheme=scheme)


@pytest.fixture(scope="session")
def nieuw_venster(
    browser: Browser, site_url: str, alle_klachten: list[str]
) -> Callable[[dict[str, Any]], Page]:
    """A new window with these options, watched. The context with them is made once."""
    contexts: dict[str, BrowserContext] = {}

    def get(options: dict[str, Any]) -> Page:
        key = repr(sorted(options.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(viewport=BREED, **options)
        page = contexts[key].new_page()
        watch(page, site_url, alle_klachten)
        return page

    return get


@pytest.fixture(scope="session")
def vrij() -> list[Venster]:
    """The windows that no test has now."""
    return []


@pytest.fixture(scope="session")
def alle_klachten() -> list[str]:
    """What the watched pages say: those of one test at a time."""
    return []


@pytest.fixture
def klachten(alle_klachten: list[str]) -> list[str]:
    """What went wrong on the pages of this test. One that makes something go wrong empties it."""
    alle_klachten.clear()
    return alle_klachten


@pytest.fixture
def open_pagina(
    request: pytest.FixtureRequest,
    nieuw_venster: Callable[[dict[str, Any]], Page],
    vrij: list[Venster],
    klachten: list[str],
) -> Iterator[Callable[..., Page]]:
    """Opens a watched page that no other part of the test has, with the options of its context."""
    own = request.node.get_closest_marker("eigen_venster") is not None
    used: list[Venster] = []

    def open_(viewport: ViewportSize = BREED, **options: Any) -> Page:
        window = next((one for one in vrij if one.options == options and not own), None)
        if window is None:
            window = Venster(options, nieuw_venster(options))
            for name in () if own else BLIJVEND:
                setattr(window.page, name, _alleen_in_een_eigen)
        else:
            vrij.remove(window)
        used.append(window)
        window.page.set_viewport_size(viewport)
        return window.page

    yield open_
    for window in used:
        window.leeg()
        if own:
            window.page.close()
        else:
            vrij.append(window)
    assert klachten == []


BLIJVEND = ("on", "once", "add_init_script", "expose_function", "expose_binding")
"""What a test adds to a window for good."""


def _alleen_in_een_eigen(*_: object, **__: object) -> None:
    raise AssertionError("this would stay in the window: mark the test eigen_venster")


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


@pytest.fixture(scope="session")
def gestart(nieuw_venster: Callable[[dict[str, Any]], Page], site_url: str) -> Page:
    """A window in which the workbench has Python: that takes seconds, so all tests share it."""
    page = nieuw_venster({"reduced_motion": "reduce"})
    page.goto(f"{site_url}beheer/")
    expect(page.locator(".wb-motor")).to_have_attribute("data-stand", "klaar", timeout=LANG)
    return page


@pytest.fixture
def beheer(gestart: Page, klachten: list[str]) -> Iterator[Page]:
    """The overview, on a wide screen. Nothing may go wrong on the page meanwhile."""
    gestart.set_viewport_size(BREED)
    ga(gestart, "#/")
    yield gestart
    assert klachten == []
