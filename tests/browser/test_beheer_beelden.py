"""The pictures of CONTRIBUTING.md, made of the workbench of the invented region while somebody changes it.

Beside each picture stands what can be read in it. ``pytest --bless`` writes those words, and makes the
picture anew where they changed; a picture that only looks old is deleted first. No pixel is compared:
faces differ by machine. Not here: whether the page does what it says (``test_beheer.py``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from difflib import unified_diff

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from tests.gebouwd import REPO_URL, ROOT, records

BEELD = ROOT / "docs" / "werkbank" / "beeld"
VENSTER: ViewportSize = {"width": 760, "height": 700}
"""As wide as a picture in a page of GitHub; the areas of the overview are folded here."""
LANG = 60_000
PAD = "speerpunten/veel-onbekend.yml"
REPO = "https://github.com/voorbeeld/site"
OPNIEUW = "pytest --bless tests/browser/test_beheer_beelden.py"

WOORDEN = """
element => {
  const gevonden = [];
  const lees = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return zeg(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return undefined;
    if (node.localName === "select") return zeg(node.selectedOptions[0]?.text);
    if (node.matches("textarea, input:not([type=radio], [type=checkbox])")) return zeg(node.value);
    if (node.localName === "iframe") return [...node.contentDocument.querySelectorAll("main h1, main h2")].forEach((one) => zeg(one.textContent));
    for (const one of node.childNodes) lees(one);
    return undefined;
  };
  const zeg = (text) => {
    const line = (text ?? "").replace(/\\s+/g, " ").trim();
    if (line) gevonden.push(line);
  };
  lees(element);
  return gevonden;
}
"""
"""What one can read in a part of the page, in its order; of a page in a frame its headings."""


def beelden(page: Page) -> Iterator[tuple[str, Locator]]:
    """Each picture by its name, at the moment that it can be taken."""
    one = records("speerpunten")["veel-onbekend"]
    page.locator(".wb-gebied summary").last.click()  # folded like the others
    yield "overzicht", page.locator(".wb-overzicht")

    ga(page, f"#/pad/{PAD}?veld=acties.0.stand")
    expect(page.locator("h1")).to_have_text(one["titel"])
    stand = page.locator("[id='veld-acties.0.stand']")
    stand.locator("input[value=afgerond]").check()
    problems = page.locator(".wb-fouten")
    expect(problems).to_be_visible(timeout=LANG)
    yield "fouten", problems

    stand.locator("input[value=onbekend]").check()
    expect(problems).to_be_hidden(timeout=LANG)
    page.locator("[id='veld-titel'] textarea").fill("Samen naar school")
    page.locator("[id='veld-samen'] textarea").fill("We zoeken samen uit wat een kind nodig heeft.")
    page.get_by_role("button", name="Voorbeeld").click()
    frame = page.frame_locator(".wb-voorbeeld iframe")
    expect(frame.locator("h1")).to_contain_text("Samen naar school", timeout=LANG)
    count = page.locator(".wb-voorbeeld__telling")
    expect(count).to_have_text(re.compile(r"pagina's\.$"), timeout=LANG)  # all were found
    page.locator(".wb-balk").evaluate("bar => { bar.style.display = 'none' }")  # it lies over it
    yield "voorbeeld", page.locator(".wb-voorbeeld")

    page.get_by_role("button", name="Dit verandert er").click()
    expect(page.locator(".wb-verschil dt")).to_have_count(2, timeout=LANG)
    yield "verschil", page.locator(".wb-verschil")

    ga(page, "#/opslaan")
    expect(page.locator(".wb-wegen")).to_be_visible(timeout=LANG)
    yield "bewaren", page.locator(".wb-wegen")


def ga(page: Page, adres: str) -> None:
    page.evaluate("adres => { location.hash = adres }", adres)


def op_github(route: Route) -> None:
    """The page as it is where the files stand on GitHub."""
    found = route.fetch()
    route.fulfill(response=found, body=found.text().replace(json.dumps(REPO_URL), json.dumps(REPO)))


@pytest.mark.chromium
def test_the_pictures_of_the_manual_show_the_page_as_it_is(
    open_pagina: Callable[..., Page], site_url: str, pytestconfig: pytest.Config
) -> None:
    # With options that no other test has: what is kept in its browser is of this test alone.
    pagina = open_pagina(VENSTER, reduced_motion="reduce", locale="nl")
    pagina.route(re.compile(r"/beheer/$"), op_github)
    pagina.goto(f"{site_url}beheer/")
    expect(pagina.locator(".wb-motor")).to_have_attribute("data-stand", "klaar", timeout=LANG)
    bless = pytestconfig.getoption("--bless")
    old: list[str] = []
    names = set()
    for name, part in beelden(pagina):
        names.add(name)
        picture, words = BEELD / f"{name}.png", BEELD / f"{name}.txt"
        seen = "\n".join(part.evaluate(WOORDEN)) + "\n"
        shown = words.read_text(encoding="utf-8") if words.is_file() else ""
        if bless and not (seen == shown and picture.is_file()):
            BEELD.mkdir(exist_ok=True)
            words.write_text(seen, encoding="utf-8")
            part.screenshot(path=picture, animations="disabled")
        elif seen != shown or not picture.is_file():
            old += unified_diff(
                shown.splitlines(), seen.splitlines(), f"{name}.png", "nu", n=1, lineterm=""
            )
    assert not old, f"Een beeld van de handleiding klopt niet meer: {OPNIEUW}\n" + "\n".join(old)
    assert {file.stem for file in BEELD.iterdir()} == names
