"""The workbench as an editor uses it: find a record, change it, see what is wrong, mend it, see the page.

Python starts in the browser here, which takes seconds: one start serves all tests of a process, each on
records of its own. Not here: the engine without a browser (``tests/werkbank``), and saving.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, ViewportSize, expect

from tests.browser.beheer import LANG, ga
from tests.browser.meten import OVERFLOW, violations
from tests.browser.test_toetsenbord import walk
from tests.gebouwd import bestanden, records, woord

SPEERPUNT, ANDER = records("speerpunten")
GOED = re.compile("^Geen fouten")
SMAL: ViewportSize = {"width": 320, "height": 640}

BEWAARD = """async () => {
  const store = await caches.open("beheer-geheugen");
  while (!(await store.keys()).length) await new Promise((resolve) => setTimeout(resolve, 50));
}"""
"""Waits until something is kept."""

NOG_EENS = """async () => {
  const app = document.querySelector("script[src$='/app.js']").src;
  const { Motor } = await import(new URL("motor.js", app));
  const motor = new Motor(JSON.parse(document.getElementById("manifest").textContent));
  await motor.klaar;
  const { fouten } = await motor.vraag("controleer");
  motor.stop();
  return [motor.weer, fouten];
}"""
"""Whether another start went on from what was kept, and the number of mistakes it finds."""

VERANDERD = """async (changed) => {
  const app = document.querySelector("script[src$='/app.js']").src;
  const { haalGeheugen } = await import(new URL("geheugen.js", app));
  const store = await caches.open("beheer-geheugen");
  const [{ url }] = await store.keys();
  const kept = await store.match(url);
  const headers = { ...Object.fromEntries(kept.headers), ...changed };
  await store.put(url, new Response(await kept.arrayBuffer(), { headers }));
  return haalGeheugen(url).then((found) => found && found.geheugen.length);
}"""
"""Changes what is said of what was kept; gives the size of what a start then finds."""


def open_(page: Page, pad: str, titel: str) -> None:
    ga(page, f"#/pad/{pad}")
    expect(page.locator("h1")).to_have_text(titel)
    expect(stand(page)).to_have_text(GOED, timeout=LANG)


def stand(page: Page) -> Locator:
    return page.locator(".wb-balk__stand")


def veld(page: Page, naam: str) -> Locator:
    return page.locator(f"[id='veld-{naam}']").locator("input, textarea").first


def kader(page: Page) -> FrameLocator:
    return page.frame_locator(".wb-voorbeeld iframe")


def vergeet(page: Page) -> None:
    """Throw the change away: the record is as published again."""
    page.get_by_text("Gooi mijn wijziging weg", exact=True).click()
    page.get_by_text("Ja, gooi mijn wijziging weg").click()
    expect(stand(page)).to_have_text(GOED, timeout=LANG)


def test_a_mistake_is_told_at_once_and_the_page_shows_what_is_mended(beheer: Page) -> None:
    pad = f"speerpunten/{SPEERPUNT}.yml"
    record = records("speerpunten")[SPEERPUNT]
    open_(beheer, pad, record["titel"])
    expect(beheer).to_have_title(re.compile(rf"^{re.escape(record['titel'])} - "))
    naar = kader(beheer).locator("h1")
    expect(naar).to_contain_text(record["titel"], timeout=LANG)

    veld(beheer, "titel").fill("")
    problems = beheer.locator(".wb-fouten")
    expect(problems).to_contain_text("titel")
    expect(stand(beheer)).to_have_text("1 fout")
    expect(beheer).to_have_title(re.compile("^Fout: "))
    expect(veld(beheer, "titel")).to_be_focused()  # the list appears and takes nothing away
    expect(veld(beheer, "titel")).to_have_attribute("aria-invalid", "true")

    beheer.get_by_role("button", name="Voorstellen").click()
    expect(problems).to_be_focused()
    assert "#/pad/" in beheer.url  # with a mistake it stays here
    problems.get_by_role("link").click()
    expect(veld(beheer, "titel")).to_be_focused()
    assert beheer.url.endswith("?veld=titel")

    veld(beheer, "titel").fill("<img src=x onerror=alert(1)>")
    expect(problems).to_contain_text("HTML")  # and nothing of it is HTML on this page
    veld(beheer, "titel").fill('Wat we nu "anders" noemen & doen')
    expect(problems).to_be_hidden()
    expect(beheer).to_have_title(re.compile("^(?!Fout: )"))
    expect(naar).to_contain_text('Wat we nu "anders" noemen & doen', timeout=LANG)
    beheer.get_by_role("button", name="Dit verandert er").click()
    change = beheer.locator(".wb-verschil")
    expect(change.locator("dt")).to_have_text(["Titel"])
    expect(change).to_contain_text(f"Was: {record['titel']}")
    expect(change).to_contain_text('Wordt: Wat we nu "anders" noemen & doen')

    beheer.get_by_role("button", name="Ongedaan maken").click()
    expect(veld(beheer, "titel")).not_to_have_value('Wat we nu "anders" noemen & doen')
    beheer.get_by_role("button", name="Opnieuw").click()
    expect(veld(beheer, "titel")).to_have_value('Wat we nu "anders" noemen & doen')
    assert violations(beheer) == []

    ga(beheer, "#/")
    box = beheer.locator(".wb-concepten")
    expect(box.get_by_role("heading")).to_have_text("1 wijziging nog niet voorgesteld")
    box.get_by_role("link").first.click()
    vergeet(beheer)
    expect(veld(beheer, "titel")).to_have_value(record["titel"])
    ga(beheer, "#/")
    expect(box).to_be_hidden()


def test_the_preview_is_each_page_in_each_language_as_wide_as_asked(beheer: Page) -> None:
    pad = f"speerpunten/{ANDER}.yml"
    open_(beheer, pad, records("speerpunten")[ANDER]["titel"])
    veld(beheer, "titel").fill("Een naam voor het voorbeeld")
    expect(kader(beheer).locator("h1")).to_contain_text("Een naam voor", timeout=LANG)
    pages = beheer.locator(".wb-voorbeeld select option")
    expect(pages.nth(1)).to_be_attached(timeout=LANG)  # others name it too
    frame = beheer.locator(".wb-voorbeeld iframe")
    inside = "frame => ({lang: frame.contentDocument.documentElement.lang, width: frame.contentWindow.innerWidth})"
    assert frame.evaluate(inside) == {"lang": "nl", "width": 360}
    beheer.get_by_role("button", name="Engels").click()
    expect(kader(beheer).locator(".kop__zoek button").first).to_have_text(
        woord("en", "Zoek"), timeout=LANG
    )
    beheer.get_by_role("button", name="Breed").click()
    assert frame.evaluate(inside) == {"lang": "en", "width": 1280}
    # Links open the real page beside, scripts do not run, and what is near stays in the frame.
    links = frame.evaluate(
        """frame => [...frame.contentDocument.querySelectorAll("a[href]")].filter((a) =>
             !(a.href.startsWith("about:srcdoc#") || (a.target === "_blank" && /^https?:/.test(a.href)))
           ).map((a) => a.outerHTML)"""
    )
    assert links == []
    assert frame.evaluate("frame => frame.contentDocument.querySelectorAll('script').length") == 0
    past = beheer.get_by_role("button", name="Sla het voorbeeld over")
    past.focus()
    past.press("Enter")
    expect(beheer.get_by_role("button", name="Voorstellen")).to_be_focused()
    colour = "getComputedStyle(document.body).backgroundColor"
    beheer.locator(".kop__schema").click()
    dark = beheer.evaluate(colour)
    expect(kader(beheer).locator("body")).to_have_css("background-color", dark)
    assert violations(beheer) == []
    beheer.locator(".kop__schema").click()
    vergeet(beheer)


def test_what_a_change_breaks_elsewhere_is_told_with_the_way_there(beheer: Page) -> None:
    key, one = next((key, one) for key, one in records("bronnen").items() if key == "plan")
    open_(beheer, f"bronnen/{key}.yml", one["titel"])
    beheer.get_by_text("Archiveren", exact=True).click()
    used = beheer.locator(".wb-gebruikt a")
    expect(used.first).to_be_visible(timeout=LANG)
    beheer.get_by_role("button", name="Archiveer", exact=True).click()
    elsewhere = beheer.locator(".wb-elders")
    expect(elsewhere.get_by_role("heading").first).to_have_text("Dit raakt ook", timeout=LANG)
    expect(elsewhere).to_contain_text("gearchiveerd")
    assert "?veld=" in (elsewhere.get_by_role("link").first.get_attribute("href") or "")
    beheer.get_by_role("button", name="Voorstellen").click()
    expect(beheer.locator("h1")).to_have_text("Voorstellen")
    expect(beheer.locator(".wb-elders")).to_be_visible(timeout=LANG)
    beheer.go_back()
    expect(beheer.locator("h1")).to_have_text(one["titel"])
    vergeet(beheer)


def test_what_can_be_done_is_found_by_area_and_by_title(beheer: Page) -> None:
    # Every kind is there, and a part that has a state by what one does with it.
    beheer.get_by_role("link", name="Stand van een actie bijwerken").click()
    heading = beheer.locator("h1")
    expect(heading).to_be_focused()
    first = beheer.locator(".wb-rijen a").first
    expect(first).to_have_attribute("href", re.compile(r"\?veld=acties\.0\.stand$"))
    first.click()
    expect(beheer.locator("[id='veld-acties.0']")).to_be_in_viewport()
    assert beheer.evaluate("document.activeElement.closest(`[id='veld-acties.0']`) !== null")
    beheer.go_back()
    expect(heading).to_have_text("Stand van een actie bijwerken")
    ga(beheer, "#/")
    old = next(
        one for one in bestanden("speerpunten").values() if one.get("status") == "gearchiveerd"
    )
    beheer.get_by_label("Zoek op titel").fill(old["titel"].split()[-1].upper())
    hit = beheer.locator(".wb-rijen li", has_text=old["titel"])
    expect(hit).to_contain_text("gearchiveerd")
    assert "zoek=" in beheer.url
    beheer.get_by_label("Zoek op titel").fill("zoiets is er niet")
    expect(beheer.locator(".wb-gevonden")).to_contain_text("Niets gevonden")
    for wrong in (
        "#/soort/niets",
        "#/pad/begrippen/niets.yml",
        "#/pad/%2e%2e/x.yml",
        "#/onzin",
        "#/nieuw/regio",
    ):
        ga(beheer, wrong)
        expect(heading).to_have_text("Hier is niets te vinden")


def test_a_new_record_begins_with_its_title(beheer: Page) -> None:
    ga(beheer, "#/nieuw/begrip")
    expect(beheer.locator("h1")).to_have_text("Begrip toevoegen")
    beheer.get_by_role("button", name="Verder").click()
    expect(beheer.locator("#nieuw-fout")).to_be_visible()
    expect(beheer.locator("#nieuw-titel")).to_be_focused()
    beheer.locator("#nieuw-titel").fill("proefballon")
    beheer.keyboard.press("Enter")
    expect(beheer.locator(".wb-fouten")).to_be_visible(timeout=LANG)
    assert beheer.url.endswith("#/pad/begrippen/proefballon.yml")
    ga(beheer, "#/")
    expect(beheer.locator(".wb-concepten")).to_contain_text("proefballon")
    beheer.locator(".wb-concepten").get_by_role("link", name="proefballon").click()
    beheer.get_by_text("Gooi dit weg", exact=True).click()
    beheer.get_by_text("Ja, gooi dit weg").click()
    expect(beheer.locator("h1")).to_have_text("Begrippen")


def test_a_new_record_leads_back_to_the_field_that_asked_for_it(beheer: Page) -> None:
    pad, titel = f"speerpunten/{SPEERPUNT}.yml", records("speerpunten")[SPEERPUNT]["titel"]
    open_(beheer, pad, titel)
    ga(beheer, f"#/pad/{pad}?veld=herkomst.bron")
    field = beheer.locator("[id='veld-herkomst.bron']")
    for _ in ("it is made", "it is there already"):
        field.get_by_role("link", name="Nieuw: bron").click()
        beheer.locator("#nieuw-titel").fill("Proefbron")
        beheer.keyboard.press("Enter")
        beheer.get_by_role("button", name=re.compile("^(Terug naar|Kies) '")).click(timeout=LANG)
        expect(field.get_by_role("combobox")).to_be_focused(timeout=LANG)
        expect(field.locator("option:checked")).to_have_text("Proefbron")
    expect(beheer.locator("h1")).to_have_text(titel)
    ga(beheer, "#/pad/bronnen/proefbron.yml?voor=" + quote(f"#/pad/{pad}?veld=herkomst.bron"))
    beheer.get_by_text("Gooi dit weg", exact=True).click()
    beheer.get_by_text("Ja, gooi dit weg").click()
    expect(field.get_by_role("combobox")).to_have_value("")
    vergeet(beheer)


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_all_of_it_can_be_used_on_a_small_screen(beheer: Page, schema: Any) -> None:
    beheer.set_viewport_size(SMAL)
    beheer.emulate_media(color_scheme=schema)
    found = violations(beheer) + beheer.evaluate(OVERFLOW)
    for address in ("#/soort/begrip", "#/nieuw/begrip", "#/concepten", "#/opslaan"):
        ga(beheer, address)
        found += violations(beheer) + beheer.evaluate(OVERFLOW)
    key, one = next(iter(records("begrippen").items()))
    open_(beheer, f"begrippen/{key}.yml", one["term"])
    for view in ("Invullen", "Voorbeeld", "Dit verandert er"):
        beheer.get_by_role("button", name=view).click()
        found += violations(beheer) + beheer.evaluate(OVERFLOW)
    beheer.emulate_media(color_scheme="light")
    assert found == []


@pytest.mark.chromium
def test_the_keyboard_reaches_all_of_a_record_and_nothing_covers_it(beheer: Page) -> None:
    beheer.set_viewport_size(SMAL)
    key, one = next(iter(records("begrippen").items()))
    open_(beheer, f"begrippen/{key}.yml", one["term"])
    beheer.locator(".sla-over").focus()
    steps = list(walk(beheer))
    assert [step for step in steps if step.covered or step.hidden or step.outline < 2] == []
    orders = [step.order for step in steps]
    assert orders == sorted(orders)
    assert steps[-1].name.endswith("Voorstellen")


@pytest.mark.chromium
@pytest.mark.eigen_venster
def test_without_webassembly_one_can_still_fill_in_and_keep(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    page = open_pagina(viewport=SMAL)
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"{site_url}beheer/#/pad/speerpunten/{SPEERPUNT}.yml")
    expect(page.locator(".wb-motor")).to_contain_text("Invullen en bewaren wel")
    veld(page, "titel").fill("Zonder nakijken")
    expect(page.locator(".wb-balk")).to_contain_text("Bewaard")
    expect(stand(page)).not_to_contain_text("Geen fouten")  # nobody looked
    page.get_by_role("button", name="Voorbeeld", exact=True).click()
    expect(page.locator(".wb-voorbeeld")).to_contain_text("Er is nu geen voorbeeld.")
    page.get_by_role("button", name="Invullen", exact=True).click()
    assert violations(page) + page.evaluate(OVERFLOW) == []
    page.reload()
    expect(veld(page, "titel")).to_have_value("Zonder nakijken")
    page.get_by_text("Gooi mijn wijziging weg", exact=True).click()
    page.get_by_text("Ja, gooi mijn wijziging weg").click()
    expect(veld(page, "titel")).to_have_value(records("speerpunten")[SPEERPUNT]["titel"])


def test_the_next_start_goes_on_from_what_was_kept_if_that_is_whole_and_fits(beheer: Page) -> None:
    beheer.evaluate(BEWAARD)
    assert beheer.evaluate(NOG_EENS) == [True, 0]
    assert beheer.evaluate(VERANDERD, {"x-plaats": "1 1"}) is not None
    assert beheer.evaluate(NOG_EENS) == [False, 0]
    beheer.evaluate(BEWAARD)
    assert beheer.evaluate(VERANDERD, {"x-sha-256": "0"}) is None
