"""How pages look on screens and with settings of all kinds: nothing falls off, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.meten import CUT, OVERFLOW
from tests.browser.paden import ONDERDEEL
from tests.gebouwd import SPEERPUNTEN, TALEN

# ---------------------------------------------------------------- text

RUIM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("taal", TALEN)
def test_wider_text_spacing_cuts_nothing_off(
    open_pagina: Callable[..., Page], site_url: str, taal: str
) -> None:
    """WCAG 1.4.12."""
    pagina = open_pagina(viewport={"width": 360, "height": 740})
    found = {}
    for pad in ("", "agenda/", SPEERPUNTEN[0], "stand-van-zaken/", "samenwerking/", ONDERDEEL):
        pagina.goto(site_url + TALEN[taal] + pad)
        seen = pagina.evaluate(CUT)
        pagina.evaluate(RUIM)
        spacing = "getComputedStyle(document.querySelector('h1')).letterSpacing"
        assert pagina.evaluate(spacing) != "normal"
        seen += pagina.evaluate(OVERFLOW) + pagina.evaluate(CUT)
        pagina.locator(".kop__smal > summary").click()
        if seen := seen + pagina.evaluate(CUT):
            found[pad] = seen
    assert found == {}


def test_text_twice_as_large_cuts_nothing_off(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    """WCAG 1.4.4: a reader's own text size, not the zoom of the page."""
    pagina = open_pagina(viewport={"width": 640, "height": 740})
    for pad in ("", "agenda/", SPEERPUNTEN[0], "samenwerking/", ONDERDEEL):
        pagina.goto(site_url + pad)
        pagina.evaluate(
            """() => { const sheet = new CSSStyleSheet();
            sheet.replaceSync("html { font-size: 200% !important; }");
            document.adoptedStyleSheets = [sheet]; }"""
        )
        assert pagina.evaluate("getComputedStyle(document.body).fontSize") == "32px"
        assert pagina.evaluate(OVERFLOW) + pagina.evaluate(CUT) == []


# ---------------------------------------------------------------- light and dark

GROND = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}"""
"""How light the ground is: 0 is black, 1 is white."""


def is_dark(pagina: Page) -> bool:
    light: float = pagina.evaluate(GROND)
    assert light < 0.2 or light > 0.8
    return light < 0.2


@pytest.mark.chromium
@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("schema", ["light", "dark"])
def test_scheme_follows_the_system(
    open_pagina: Callable[..., Page], site_url: str, schema: str, javascript: bool
) -> None:
    pagina = open_pagina(color_scheme=schema, java_script_enabled=javascript)
    pagina.goto(site_url)
    assert is_dark(pagina) == (schema == "dark")
    pagina.emulate_media(color_scheme="light" if schema == "dark" else "dark")
    assert is_dark(pagina) == (schema != "dark")


@pytest.mark.chromium
@pytest.mark.parametrize("schema", ["light", "dark"])
def test_chosen_scheme_is_remembered_and_wins(
    open_pagina: Callable[..., Page], site_url: str, schema: str
) -> None:
    pagina = open_pagina(color_scheme=schema)
    pagina.goto(site_url)
    button = pagina.locator(".kop__schema")
    system = schema == "dark"
    expect(button).to_have_attribute("aria-pressed", str(system).lower())
    button.press("Enter")
    for pad in ("agenda/", "en/", "en/zoeken/"):
        assert is_dark(pagina) != system
        expect(pagina.locator(".kop__schema")).to_have_attribute(
            "aria-pressed", str(not system).lower()
        )
        pagina.goto(site_url + pad)
    pagina.locator(".kop__schema").click()
    assert is_dark(pagina) == system
    pagina.emulate_media(color_scheme="light" if system else "dark")
    assert is_dark(pagina) != system  # back to what the system says, whatever that becomes
    assert pagina.evaluate("localStorage.length") == 0


@pytest.mark.eigen_venster
def test_scheme_works_where_nothing_can_be_stored(pagina: Page, site_url: str) -> None:
    pagina.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nee'); } });"
    )
    pagina.goto(site_url)
    pagina.locator(".kop__schema").click()
    assert is_dark(pagina)


@pytest.mark.eigen_venster
def test_page_is_dark_from_the_first_paint(pagina: Page, site_url: str) -> None:
    """The choice is remembered, and made before the body exists, so nothing flashes."""
    pagina.goto(site_url)
    pagina.locator(".kop__schema").click()
    pagina.add_init_script(
        """new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.first = getComputedStyle(document.body).backgroundColor;
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });"""
    )
    pagina.goto(f"{site_url}agenda/")
    assert pagina.evaluate("first === getComputedStyle(document.body).backgroundColor")
    assert is_dark(pagina)


# ---------------------------------------------------------------- other settings


@pytest.mark.chromium
def test_nothing_moves_when_less_motion_is_asked_for(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    pagina = open_pagina(reduced_motion="reduce")
    for pad in ("", "agenda/", SPEERPUNTEN[0], "nog-niet-bekend/"):
        pagina.goto(site_url + pad)
        moving = pagina.evaluate(
            """() => [...document.querySelectorAll("*")].flatMap((el) =>
              [null, "::before", "::after"].map((part) => [el, part, getComputedStyle(el, part)]))
            .filter(([el, part, style]) =>
              style.transitionDuration.split(",").some((time) => parseFloat(time) > 0)
              || style.animationName !== "none" || style.scrollBehavior === "smooth")
            .map(([el, part]) => `${el.localName}.${el.className}${part ?? ""}`)"""
        )
        assert moving == []


@pytest.mark.chromium
def test_shapes_stay_when_the_reader_chooses_the_colours(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    """Forced colours take away grounds and shadows: what has a shape keeps it by a border."""
    pagina = open_pagina(forced_colors="active", viewport={"width": 360, "height": 740})
    shaped = {
        "": ".zoekvak input, .kop",
        "agenda/": ".legenda__vlak",
        "agenda/acties/": ".zoekveld input, .stand",
        SPEERPUNTEN[0]: ".stand, .zekerheid",
        "samenwerking/": ".zoekveld input",
        "samenwerking/wegwijzer/": ".keuzes li",
        ONDERDEEL: ".punten, .toestand",
    }
    for pad, selector in shaped.items():
        pagina.goto(site_url + pad)
        assert pagina.evaluate("matchMedia('(forced-colors: active)').matches")
        pagina.locator(".kop__smal > summary").press("Enter")
        pagina.evaluate(
            "document.querySelectorAll('main details').forEach((d) => { d.open = true; })"
        )
        assert pagina.locator(f":is({selector}):visible").count() > 0
        flat = pagina.evaluate(
            """(selector) => [...document.querySelectorAll(selector)].filter((el) => {
              if (!el.checkVisibility()) return false;
              const edges = (style) => ["Top", "Bottom", "Left"].some((side) =>
                parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none");
              return !edges(getComputedStyle(el)) && !edges(getComputedStyle(el, "::before"));
            }).map((el) => `${el.localName}.${el.className}`)""",
            selector,
        )
        assert flat == []
        pagina.keyboard.press("Tab")
        outline = pagina.evaluate(
            "[getComputedStyle(document.activeElement).outlineStyle, "
            "parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
        )
        assert outline[0] != "none"
        assert outline[1] >= 2
