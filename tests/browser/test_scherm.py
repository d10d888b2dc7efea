"""How pages look on screens and with settings of all kinds: nothing falls off, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import GEEN_PAGINA, PAGINAS, SPEERPUNTEN, TALEN

ALLE = [*PAGINAS, GEEN_PAGINA]
ONDERDEEL = "samenwerking/1d-diagnose-en-behandeling/"

# ---------------------------------------------------------------- width

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const root = document.scrollingElement;
  if (root.scrollWidth <= width) return null;
  const wide = [...document.querySelectorAll("body *")]
    .filter((el) => el.checkVisibility() && el.getBoundingClientRect().right > width + 1)
    .map((el) => `${el.localName}.${el.className}`);
  return `${root.scrollWidth} > ${width}: ${wide.slice(0, 5).join(", ")}`;
}"""


@pytest.mark.parametrize("taal", TALEN)
def test_no_page_scrolls_sideways(
    open_pagina: Callable[..., Page], site_url: str, taal: str
) -> None:
    pagina = open_pagina()
    found = {}
    for pad in dict.fromkeys([*ALLE, *SPEERPUNTEN]):
        pagina.goto(site_url + TALEN[taal] + pad)
        for width in (1280, 768, 360, 320):
            pagina.set_viewport_size({"width": width, "height": 740})
            if overflow := pagina.evaluate(OVERFLOW):
                found[pad] = overflow
    assert found == {}


CUT = """() => {
  const found = [];
  for (const el of document.querySelectorAll("body *")) {
    if (!el.checkVisibility() || el.closest("svg, .onzichtbaar, .gegevens--kaarten thead")) continue;
    const style = getComputedStyle(el);
    const name = `${el.localName}.${el.className} "${el.innerText?.slice(0, 30)}"`;
    const clips = (value) => value === "hidden" || value === "clip";
    if (style.clipPath !== "none" || !el.innerText?.trim()) continue;
    if (clips(style.overflowX) && el.scrollWidth > el.clientWidth + 1) found.push(`${name}: in de breedte`);
    if (clips(style.overflowY) && el.scrollHeight > el.clientHeight + 1) found.push(`${name}: in de hoogte`);
    if (!el.matches("a, button, summary, label, legend, th, dt, dd, h1, h2, h3, p, li")) continue;
    const own = el.getBoundingClientRect();
    const control = el.matches("button, summary, .kop a, .voet a") && style.display !== "inline";
    const texts = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (getComputedStyle(texts.currentNode.parentElement).clipPath !== "none") continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) {
        if (!box.width) continue;
        if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name}: buiten beeld`);
        if (control && (box.bottom > own.bottom + 1 || box.top < own.top - 1
            || box.right > own.right + 1)) found.push(`${name}: steekt uit`);
      }
    }
  }
  return [...new Set(found)];
}"""

RUIM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize(
    "pad", ["", "agenda/", SPEERPUNTEN[0], "stand-van-zaken/", "samenwerking/", ONDERDEEL]
)
def test_wider_text_spacing_cuts_nothing_off(
    open_pagina: Callable[..., Page], site_url: str, taal: str, pad: str
) -> None:
    """WCAG 1.4.12."""
    pagina = open_pagina(viewport={"width": 360, "height": 740})
    pagina.goto(site_url + TALEN[taal] + pad)
    assert pagina.evaluate(CUT) == []
    pagina.evaluate(RUIM)
    assert (
        pagina.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != "normal"
    )
    assert pagina.evaluate(OVERFLOW) is None
    assert pagina.evaluate(CUT) == []
    pagina.locator(".kop__smal > summary").click()
    assert pagina.evaluate(CUT) == []


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
        assert pagina.evaluate(OVERFLOW) is None
        assert pagina.evaluate(CUT) == []


# ---------------------------------------------------------------- targets and order

SMALL = """() => {
  const controls = [...document.querySelectorAll(
    "button:not(.begrip), select, summary, input, nav a, .kop a, .voet a, .knop, .deur")];
  return controls.filter((el) => el.checkVisibility({ visibilityProperty: true })
      && !el.closest(".gegevens--kaarten thead"))
    .map((el) => [el, el.getBoundingClientRect()])
    .filter(([el, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([el, box]) => `${el.localName}.${el.className} "${el.innerText}": ${box.width} × ${box.height}`);
}"""


@pytest.mark.parametrize("breedte", [320, 1280])
def test_every_control_is_large_enough_to_hit(
    open_pagina: Callable[..., Page], site_url: str, breedte: int
) -> None:
    """WCAG 2.5.8: 24 by 24 at least; words that explain themselves stand in a sentence."""
    pagina = open_pagina(viewport={"width": breedte, "height": 740})
    found = {}
    for pad in ALLE:
        pagina.goto(site_url + pad)
        if breedte == 320:
            pagina.locator(".kop__smal > summary").click()
        if small := pagina.evaluate(SMALL):
            found[pad] = small
    assert found == {}


ORDER = """() => {
  const blocks = [...document.querySelectorAll(
    "header, main, footer, article :is(h1, h2, h3, h4, p, li, dt, dd, .teller, figure, caption, tbody th, td, summary)")]
    .filter((el) => el.checkVisibility() && !el.closest("[popover], .teller > *"))
    .map((el) => [el, el.getBoundingClientRect()])
    .filter(([el, box]) => box.height > 1 && box.width > 1);
  const found = [];
  for (let i = 1; i < blocks.length; i += 1) {
    const [before, above] = blocks[i - 1];
    const [el, box] = blocks[i];
    if (box.top < above.top - 1) found.push(
      `${el.localName}.${el.className} "${el.innerText.slice(0, 40)}" staat boven wat ervoor komt, `
      + `${before.localName}.${before.className} "${before.innerText.slice(0, 40)}"`);
  }
  return found;
}"""


def test_reading_order_is_the_order_on_the_screen(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    """On a narrow screen all stands below each other, so each thing is lower than what it follows.

    Inside a counter the number stands above what it counts; each of the two can come first.
    """
    pagina = open_pagina(viewport={"width": 360, "height": 740})
    found = {}
    for pad in ALLE:
        pagina.goto(site_url + pad)
        if wrong := pagina.evaluate(ORDER):
            found[pad] = wrong
    assert found == {}


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


def test_scheme_works_where_nothing_can_be_stored(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    pagina = open_pagina(color_scheme="light")
    pagina.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nee'); } });"
    )
    pagina.goto(site_url)
    pagina.locator(".kop__schema").click()
    assert is_dark(pagina)


def test_page_is_dark_from_the_first_paint(open_pagina: Callable[..., Page], site_url: str) -> None:
    """The choice is made before the body exists, so nothing flashes."""
    pagina = open_pagina(color_scheme="light")
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


def test_shapes_stay_when_the_reader_chooses_the_colours(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    """Forced colours take away grounds and shadows: what has a shape keeps it by a border."""
    pagina = open_pagina(forced_colors="active", viewport={"width": 360, "height": 740})
    shaped = {
        "": ".deur, .kaart, .teller, .kop__zoek input, .kop",
        "agenda/": ".filter select, .filter button, .stand, .fase, .legenda__vlak",
        SPEERPUNTEN[0]: ".voor-ouders, .stand, .onbekend, .zekerheid",
        "samenwerking/": ".vak--onbekend, .toestand",
        "samenwerking/zonder-afspraak/": ".kader, .kader__mark",
        "samenwerking/wegwijzer/": ".keuzes a",
        ONDERDEEL: ".samen, .vastlopen, .toestand",
    }
    for pad, selector in shaped.items():
        pagina.goto(site_url + pad)
        assert pagina.evaluate("matchMedia('(forced-colors: active)').matches")
        pagina.locator(".kop__smal > summary").press("Enter")
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
