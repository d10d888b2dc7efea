"""The keyboard on a screen of 320 px wide, which is also a wide screen enlarged to 400 %."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.paden import ONDERDEEL, VRAAG
from tests.gebouwd import SPEERPUNTEN

SMAL = {"width": 320, "height": 640}
MOST = 300
"""More steps than any page has; the walk must end before."""

WAAR = """() => {
  const el = document.activeElement;
  if (!el || el === document.body || el === document.documentElement) return null;
  const box = el.getBoundingClientRect();
  const partly = navigator.userAgent.includes("Firefox");  // it scrolls to what is wholly out of view
  const style = getComputedStyle(el);
  const line = el.getClientRects()[0] ?? box;  // of a link on two lines the middle may be beside both
  const x = Math.min(Math.max(line.left + line.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(line.top + Math.min(line.height / 2, innerHeight / 2), 0), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  const all = [...document.querySelectorAll("*")];
  return {
    name: `<${el.localName}${el.className ? "." + el.className : ""}> `
      + (el.innerText || el.name || "").trim().slice(0, 40),
    order: all.indexOf(el),
    inside: ["header", "main", "footer"].find((tag) => el.closest(tag)) ?? "body",
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.height > 0 && box.left >= -1 && box.right <= innerWidth + 1
      && box.top < innerHeight && box.bottom > 0
      && (partly || box.height > innerHeight || (box.top >= -1 && box.bottom <= innerHeight + 1)),
    covered: !(hit && (el.contains(hit) || hit.contains(el))),
    hidden: el.closest("details:not([open])") !== null && el.localName !== "summary",
  };
}"""


@dataclass(frozen=True)
class Stap:
    """Where the focus is after one press of Tab. ``order`` is the place in the document."""

    name: str
    order: int
    inside: str
    outline: float
    seen: bool
    covered: bool
    hidden: bool


def walk(pagina: Page) -> Iterator[Stap]:
    """Tab through the page until the focus leaves it, or is back at the first stop.

    Past the last stop a browser without a window of its own gives the focus back to the page at
    once: whether a look in between still finds it nowhere is a matter of chance.
    """
    first = None
    for _ in range(MOST):
        pagina.keyboard.press("Tab")
        found = pagina.evaluate(WAAR)
        if found is None or found == first:
            return
        first = first or found
        yield Stap(**found)
    pytest.fail(f"na {MOST} keer Tab nog niet aan het einde van {pagina.url}")


@pytest.fixture
def smal(open_pagina: Callable[..., Page]) -> Page:
    """A page of 320 px wide."""
    return open_pagina(viewport=SMAL)


@pytest.mark.parametrize(
    "pad",
    [
        "",
        "agenda/",
        SPEERPUNTEN[0],
        "zoeken/",
        "nog-niet-bekend/",
        "samenwerking/",
        ONDERDEEL,
        VRAAG,
    ],
)
def test_walk_with_tab_sees_everything_in_order(smal: Page, site_url: str, pad: str) -> None:
    smal.goto(site_url + pad)
    steps = list(walk(smal))
    assert "sla-over" in steps[0].name
    assert [step for step in steps if not step.seen or step.covered] == []
    assert [step for step in steps if step.outline < 2] == []
    assert [step for step in steps if step.hidden] == []
    orders = [step.order for step in steps]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)
    parts = list(dict.fromkeys(step.inside for step in steps))
    assert parts == ["header", "main", "footer"]
    controls = smal.locator("main :is(a[href], button, input, select, summary):visible").count()
    assert sum(step.inside == "main" for step in steps) >= controls


@pytest.mark.chromium
def test_walk_back_passes_the_same_stops(smal: Page, site_url: str) -> None:
    smal.goto(site_url)
    there = [step.order for step in walk(smal)]
    back: list[int] = []
    for _ in range(len(there) + 1):  # once more where the walk ended at its first stop
        smal.keyboard.press("Shift+Tab")
        found = smal.evaluate(WAAR)
        if found is not None and len(back) < len(there):
            back.append(Stap(**found).order)
    assert back == there[::-1]


def test_skip_link_moves_the_focus_past_the_header(smal: Page, site_url: str) -> None:
    smal.goto(f"{site_url}agenda/")
    smal.keyboard.press("Tab")
    expect(smal.locator(".sla-over")).to_be_focused()
    expect(smal.locator(".sla-over")).to_be_in_viewport(ratio=1)
    smal.keyboard.press("Enter")
    assert smal.evaluate("document.activeElement.id") == "inhoud"
    smal.keyboard.press("Tab")
    assert Stap(**smal.evaluate(WAAR)).inside == "main"


def test_menu_opens_and_closes_with_one_key(smal: Page, site_url: str) -> None:
    smal.goto(f"{site_url}ouders/")
    menu, button = smal.locator(".kop__smal"), smal.locator(".kop__smal > summary")
    for key in ("Enter", "Space"):
        button.focus()
        expect(menu.locator("nav")).to_be_hidden()
        smal.keyboard.press(key)
        expect(menu.locator("nav")).to_be_visible()
        expect(button).to_be_focused()
        smal.keyboard.press("Tab")
        expect(menu.locator("input[name=q]")).to_be_focused()
        button.focus()
        smal.keyboard.press(key)
        expect(menu.locator("nav")).to_be_hidden()
        smal.keyboard.press("Tab")
        assert Stap(**smal.evaluate(WAAR)).inside == "main"


def test_escape_closes_the_menu_and_returns_to_its_button(smal: Page, site_url: str) -> None:
    smal.goto(site_url)
    smal.locator(".kop__smal > summary").press("Enter")
    smal.locator(".kop__smal nav a").nth(2).focus()
    smal.keyboard.press("Escape")
    expect(smal.locator(".kop__smal nav")).to_be_hidden()
    expect(smal.locator(".kop__smal > summary")).to_be_focused()


def test_every_page_of_the_menu_can_be_reached(smal: Page, site_url: str) -> None:
    smal.goto(site_url)
    smal.locator(".kop__smal > summary").press("Enter")
    inside = [step for step in walk(smal) if step.inside == "header"]
    assert [step for step in inside if not step.seen or step.covered or step.outline < 2] == []
    names = " ".join(step.name for step in inside)
    for link in smal.locator(".kop__smal nav a").all():
        assert link.inner_text() in names


def test_single_letters_do_nothing(pagina: Page, site_url: str) -> None:
    """WCAG 2.1.4: who speaks to the computer does not jump to another page."""
    state = """() => [location.href, document.activeElement.outerHTML.slice(0, 200), scrollY,
        document.querySelectorAll("[open], :popover-open, dialog").length]"""
    focuses = ("document.activeElement.blur()", "document.querySelector('main a').focus()")
    for pad, focus in product(("", "agenda/", SPEERPUNTEN[1], "begrippen/"), focuses):
        if focus == focuses[0]:
            pagina.goto(site_url + pad)
        pagina.evaluate(focus)
        before = pagina.evaluate(state)
        for key in "npfs/.,?bhjk":
            pagina.keyboard.press(key)
        assert pagina.evaluate(state) == before


# ---------------------------------------------------------------- explained terms


def test_term_is_explained_by_keyboard(smal: Page, site_url: str) -> None:
    smal.goto(site_url + SPEERPUNTEN[0])
    button = smal.locator("main .begrip").first
    text = smal.locator(f"#{button.get_attribute('popovertarget')}")
    for key in ("Enter", "Space"):
        expect(text).to_be_hidden()
        button.focus()
        smal.keyboard.press(key)
        expect(text).to_be_visible()
        expect(text).to_be_in_viewport(ratio=1)
        expect(button).to_be_focused()
        smal.keyboard.press("Tab")
        expect(text.locator("a")).to_be_focused()
        button.focus()
        smal.keyboard.press("Escape")
        expect(text).to_be_hidden()
        expect(button).to_be_focused()


def test_link_in_an_explanation_leads_to_the_word_in_the_glossary(
    smal: Page, site_url: str
) -> None:
    smal.goto(site_url + SPEERPUNTEN[0])
    button = smal.locator("main .begrip").first
    key = (button.get_attribute("popovertarget") or "").removeprefix("b-")
    button.press("Enter")
    smal.keyboard.press("Tab")
    smal.keyboard.press("Enter")
    smal.wait_for_url(f"{site_url}begrippen/#{key}")
    expect(smal.locator(f"[id='{key}']")).to_be_in_viewport()


@pytest.mark.chromium
def test_term_is_explained_by_touch(open_pagina: Callable[..., Page], site_url: str) -> None:
    phone = open_pagina(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    phone.goto(site_url + SPEERPUNTEN[0])
    button = phone.locator("main .begrip").first
    text = phone.locator(f"#{button.get_attribute('popovertarget')}")
    button.tap()
    expect(text).to_be_visible()
    expect(text).to_be_in_viewport(ratio=1)
    phone.touchscreen.tap(180, 30)
    expect(text).to_be_hidden()


def test_every_explanation_fits_on_the_screen(pagina: Page, site_url: str) -> None:
    outside = []
    for pad, breedte in product(("agenda/", SPEERPUNTEN[0]), (320, 360, 768, 1280)):
        pagina.set_viewport_size({"width": breedte, "height": 640})
        pagina.goto(site_url + pad)
        for button in pagina.locator("main .begrip:visible").all():
            button.press("Enter")
            box = pagina.locator(f"#{button.get_attribute('popovertarget')}").bounding_box()
            assert box is not None
            if (
                min(box["x"], box["y"]) < 0
                or box["x"] + box["width"] > breedte
                or box["y"] + box["height"] > 640
            ):
                outside.append(f"{pad}: {button.inner_text()}: {box}")
            pagina.keyboard.press("Escape")
    assert outside == []
