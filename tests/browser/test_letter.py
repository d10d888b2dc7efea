"""The site's own face in a browser: drawings measured well. That every page uses it and nothing else:
``test_alle_paginas.py``.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.render.letter import GEWICHTEN, breedte, letterbreedten
from macros.render.tekening.maat import LETTER
from tests.gebouwd import Bestand


def test_words_in_drawings_are_as_wide_as_was_measured(
    pagina: Page, site_url: str, tekeningen: list[str]
) -> None:
    """Within 3 %, for pairs of letters that stand closer and machines that round each letter; and each
    box holds its words. A sign that the face lacks is as wide as the machine has it: not asked.
    """
    assert len(tekeningen) > 5
    for pad in tekeningen:
        pagina.goto(site_url + pad)
        pagina.evaluate("document.fonts.ready")
        for line in pagina.evaluate(LINES):
            bold = line["weight"] > 500
            expected = breedte(line["text"], vet=bold) * LETTER
            if not set(line["text"]) <= set(letterbreedten(min(GEWICHTEN))):
                continue
            assert line["width"] == pytest.approx(expected, rel=0.03, abs=1.5), (pad, line)
            assert line["free"] >= -0.03 * line["width"], (pad, line)


LINES = """
() => [...document.querySelectorAll(".tekening tspan")].map((line) => {
  const text = line.closest("text");
  const size = parseFloat(getComputedStyle(text).fontSize);
  const box = line.closest(".knoop")?.querySelector("rect");
  return {
    text: line.textContent,
    width: line.getComputedTextLength() * 16 / size,
    weight: Number(getComputedStyle(text).fontWeight),
    free: box ? box.width.baseVal.value - 2 * line.getAttribute("x") - line.getComputedTextLength() + 1 : 0,
  };
})
"""


@pytest.fixture(scope="module")
def tekeningen(site: Any) -> list[str]:
    """Every page with a drawing, in all languages."""
    pages = (Bestand(site, file) for file in sorted(site.rglob("index.html")))
    return [page.pad for page in pages if re.search(r'class="figuur tekening"', page.tekst)]
