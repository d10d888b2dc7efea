"""Every kind of page, in each language, visited once: at each width, and by axe.

Loading a page and starting a browser's window is most of the work, so all that can be seen of a page
without doing anything on it is looked at in one visit.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

import pytest
from playwright.sync_api import Page

from tests.browser.meten import ANDERE_LETTER, GELADEN, ORDER, OVERFLOW, SMALL, violations
from tests.gebouwd import GEEN_PAGINA, PAGINAS, SPEERPUNTEN, TALEN

pytestmark = pytest.mark.chromium

ALLE = list(dict.fromkeys([*PAGINAS, *SPEERPUNTEN, GEEN_PAGINA]))
ANDERE = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}
"""The other language, and its own name for itself."""

VORMEN = {
    "nl": ((360, "light"), (1280, "light"), (360, "dark"), (1280, "dark")),
    "en": ((1280, "dark"), (360, "dark"), (1280, "light"), (360, "light")),
}
"""How axe sees a page, in turn: each page in both languages, widths and schemes, in two visits. All
eight for each page would take minutes; over four pages all eight have been there."""

FRAME = """(good) => {
  const link = document.querySelector("a.kop__taal");
  const found = [document.querySelector("h1").checkVisibility(), document.documentElement.lang,
    link.innerText.trim(), link.href];
  return found.flatMap((one, i) => one === good[i] ? [] : [`${one} in plaats van ${good[i]}`]);
}"""
"""Whether there is a heading, the language of the page, and the link to the other one."""

TWICE = """() => {
  const root = document.documentElement;
  root.style.setProperty("font-size", "200%");
  const over = root.scrollWidth - root.clientWidth;
  root.style.removeProperty("font-size");
  return over > 0 ? [`met letters twee keer zo groot ${over} px te breed`] : [];
}"""

OPEN = """() => document.querySelectorAll("main details").forEach((one) => { one.open = true; })"""
"""What is folded is on the page too. Each page is seen as it is found, and in another language open."""

LETTERS = [f"Atkinson Hyperlegible Next {weight}" for weight in (400, 700)]

DELEN = 4
"""In so many parts, so that no worker waits long for the other."""


@pytest.mark.parametrize("deel", range(DELEN))
@pytest.mark.parametrize("taal", TALEN)
def test_every_kind_of_page_holds_on_every_screen(
    open_pagina: Callable[..., Page], site_url: str, taal: str, deel: int
) -> None:
    """It is in its language, with a link to the same page in the other; it is set in the face of the
    site, so it breaks its lines the same on every machine; nothing scrolls sideways;
    controls can be hit (WCAG 2.5.8: 24 by 24, but for words in a sentence); axe is silent.
    Letters twice as large never make a phone scroll sideways (WCAG 1.4.4 and 1.4.10, together).

    On a narrow screen all stands below each other, so each thing is lower than what it follows.
    Facts and tiles stand beside each other, also there.
    """
    pagina = open_pagina()
    found = []
    for pad, (axe, schema) in list(zip(ALLE, cycle(VORMEN[taal]), strict=False))[deel::DELEN]:
        pagina.emulate_media(color_scheme="dark" if schema == "dark" else "light")
        pagina.set_viewport_size({"width": 1280, "height": 740})
        pagina.goto(site_url + TALEN[taal] + pad)
        frame = [True, taal, ANDERE[taal][1], site_url + TALEN[ANDERE[taal][0]] + pad]
        seen = [] if pad == GEEN_PAGINA else pagina.evaluate(FRAME, frame)
        assert pagina.evaluate(GELADEN) == LETTERS, pad
        seen += pagina.evaluate(ANDERE_LETTER)
        pagina.emulate_media(media="print")
        seen += [f"op papier: {one}" for one in pagina.evaluate(ANDERE_LETTER)]
        pagina.emulate_media(media="null")
        if taal != "nl":
            pagina.evaluate(OPEN)
        for width in (1280, 768, 360, 320):
            pagina.set_viewport_size({"width": width, "height": 740})
            seen += pagina.evaluate(OVERFLOW)
            if width == 320:
                pagina.evaluate("document.querySelector('.kop__smal').open = true")
            if width in (320, 1280):
                seen += pagina.evaluate(SMALL)
            if width == 360:
                seen += pagina.evaluate(ORDER)
            if width == axe:
                seen += violations(pagina)
            if width == 360:
                seen += pagina.evaluate(TWICE)
        found += [f"{taal}/{pad}: {one}" for one in seen]
    assert found == []
