"""Many things on one screen of the workbench: the table of a kind, what is pasted in it, its workbook, and
the texts to translate. Each test takes back what it changed: they share one start of Python.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.beheer import LANG, ga
from tests.browser.meten import OVERFLOW, violations
from tests.gebouwd import records

ACTIES = [actie for one in records("speerpunten").values() for actie in one.get("acties", ())]
OPEN = next(one for one in ACTIES if one["stand"] == "onbekend")
TEKST = next(one["samen"] for one in records("speerpunten").values())
PLAK = """([tekst, plek]) => {
  const data = new DataTransfer();
  data.setData("text/plain", tekst);
  const waar = plek ? document.querySelector(plek) : document.activeElement;
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  if (event.clipboardData !== data) Object.defineProperty(event, "clipboardData", { value: data }); // Firefox takes none from a script
  waar.dispatchEvent(event);
}"""


def tabel(page: Page, soort: str = "actie") -> Locator:
    ga(page, f"#/tabel/{soort}")
    expect(page.locator(".wb-tabel tbody tr").first).to_be_visible(timeout=LANG)
    return page.locator(".wb-tabel")


def stand(page: Page) -> Locator:
    return page.locator(".wb-balk__stand")


def axe(page: Page) -> list[str]:
    """What axe finds. The page of an installed Firefox ends when axe looks at a table of this size, so
    there it is not asked.
    """
    browser = page.context.browser
    return violations(page) if browser and browser.browser_type.name == "chromium" else []


def ongedaan(page: Page) -> None:
    """Take everything back, step by step."""
    button = page.get_by_role("button", name="Ongedaan maken")
    while button.get_attribute("aria-disabled") != "true":
        button.click()
        expect(page.locator(".wb-tabel")).not_to_have_attribute("aria-busy", "true", timeout=LANG)
    expect(page.get_by_role("button", name="Gewijzigd (0)")).to_be_visible(timeout=LANG)


def plak(page: Page, tekst: str, plek: str = "") -> Locator:
    """Paste where the focus is, or at a place; gives the preview."""
    page.evaluate(PLAK, [tekst, plek])
    preview = page.locator(".wb-overname")
    expect(preview.locator("h2").first).to_be_focused(timeout=LANG)
    return preview


def over(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^(Overnemen|Neem de rest over)$")).click()
    expect(page.locator(".melding")).to_be_focused(timeout=LANG)


def test_a_cell_says_what_is_wrong_with_it_and_enter_goes_down(beheer: Page) -> None:
    tabel(beheer)
    cell = beheer.get_by_label(f"Stand: {OPEN['wat']}", exact=True)
    cell.select_option("afgerond")
    expect(stand(beheer)).to_have_text(re.compile("fout"), timeout=LANG)
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(beheer.locator("td.wb-cel", has=cell)).to_contain_text("bewijs")
    expect(beheer.get_by_role("button", name="Met fouten (1)")).to_be_visible()
    beheer.locator(".wb-fouten a").first.click()
    expect(cell).to_be_focused()
    assert axe(beheer) == []
    beheer.get_by_role("button", name="Ongedaan maken").click()
    expect(beheer.get_by_role("button", name="Gewijzigd (0)")).to_be_visible(timeout=LANG)
    expect(cell).to_have_value("onbekend")
    expect(beheer.locator(".wb-fouten")).to_be_hidden()

    days = beheer.get_by_label(re.compile("^Peildatum van de stand: "))
    days.first.focus()
    for key, at in (("Enter", 1), ("ArrowUp", 0), ("ArrowDown", 1), ("Shift+Enter", 0)):
        beheer.keyboard.press(key)
        expect(days.nth(at)).to_be_focused()


def test_rows_are_sorted_found_and_shown_by_the_columns_one_chooses(beheer: Page) -> None:
    table = tabel(beheer)
    beheer.get_by_role("button", name="Naam", exact=True).click()
    names = table.locator("tbody th a")
    expect(table.locator("th[aria-sort='ascending']")).to_have_text("Naam")
    up = names.all_inner_texts()
    beheer.get_by_role("button", name="Naam", exact=True).click()
    expect(names).to_have_text(up[::-1])
    beheer.get_by_role("button", name=re.compile("^Iets onbekend")).click()
    expect(table.locator("tbody tr")).to_have_count(
        sum("onbekend" in one.values() for one in ACTIES)
    )
    beheer.get_by_role("button", name=re.compile("^Alles")).click()
    beheer.get_by_label("Zoek in deze tabel").fill(ACTIES[0]["wat"].upper())
    expect(names).to_have_text([ACTIES[0]["wat"]])
    before = table.locator("thead th").count()
    beheer.get_by_text("Kolommen kiezen").click()
    beheer.get_by_role("checkbox", name="Stand", exact=True).uncheck()
    expect(table.locator("thead th")).to_have_count(before - 1)
    names.first.click()
    expect(beheer).to_have_url(re.compile(r"#/pad/speerpunten/.*veld=acties"))


def test_a_list_in_a_cell_is_opened_and_filled_in(beheer: Page) -> None:
    table = tabel(beheer)
    row = table.locator("tbody tr", has_text=OPEN["wat"])
    cell = row.locator("td", has=beheer.locator("summary", has_text="Bewijs"))
    cell.locator("summary").click()
    cell.get_by_role("checkbox").uncheck()
    cell.get_by_role("button", name=re.compile("toevoegen")).click()
    cell.get_by_role("combobox").select_option("verslag")
    expect(cell.locator("summary")).to_contain_text("Verslag van de proef")
    expect(beheer.get_by_role("button", name="Gewijzigd (1)")).to_be_visible()
    ongedaan(beheer)
    expect(cell.locator("summary")).to_contain_text("onbekend")


def test_what_is_pasted_is_seen_first_goes_into_the_rows_on_the_screen_and_is_one_step(
    beheer: Page,
) -> None:
    table = tabel(beheer)
    beheer.get_by_role("button", name="Naam", exact=True).click()
    expect(table.locator("th[aria-sort]")).to_have_text("Naam")
    names = table.locator("tbody th a").all_inner_texts()
    stands = beheer.get_by_label(re.compile("^Stand: "))
    before = [stands.nth(at).input_value() for at in range(len(names))]
    stands.first.focus()
    preview = plak(beheer, "gestopt\t5 juli 2024\ngestopt\t####\n")
    expect(preview).to_contain_text("Je plakte 2 rijen")
    expect(preview.locator(".wb-fouten")).to_contain_text("Rij 2, kolom 2")
    expect(preview).to_contain_text("5 juli 2024")
    assert axe(beheer) == []
    preview.get_by_role("button", name="Neem niets over").click()
    expect(stands.first).to_be_focused()
    assert stands.first.input_value() == before[0]

    plak(beheer, "gestopt\t5 juli 2024\ngestopt\t2024-07\n")
    over(beheer)
    expect(table.locator("tbody th a")).to_have_text(names)
    for at, value in enumerate(["gestopt", "gestopt", *before[2:]]):
        expect(stands.nth(at)).to_have_value(value)
    beheer.get_by_role("button", name="Maak dit ongedaan").click()
    expect(beheer.get_by_role("button", name="Gewijzigd (0)")).to_be_visible(timeout=LANG)
    for at, value in enumerate(before):
        expect(stands.nth(at)).to_have_value(value)


def test_new_rows_are_pasted_below_and_text_in_a_field_stays_text(beheer: Page) -> None:
    table = tabel(beheer, "bron")
    count = table.locator("tbody tr").count()
    beheer.get_by_text("Nieuwe rijen plakken").click()
    preview = plak(beheer, "Titel\tUitgever\nEen <b>bron</b>\tDorp\n", "#plak-hier")
    expect(preview).to_contain_text("1 onderdeel is nieuw")
    expect(preview).to_contain_text("Een <b>bron</b>")
    over(beheer)
    expect(table.locator("tbody tr")).to_have_count(count + 1)
    beheer.get_by_role("button", name="Maak dit ongedaan").click()
    expect(table.locator("tbody tr")).to_have_count(count, timeout=LANG)
    table.locator("tbody input").first.focus()
    beheer.evaluate(PLAK, ["één woord", ""])
    expect(beheer.locator(".wb-overname")).to_have_count(0)


@pytest.mark.chromium
def test_a_workbook_goes_down_and_up_and_shows_what_it_changes_first(
    beheer: Page, tmp_path: Path
) -> None:
    ga(beheer, "#/soort/bron")
    upload = beheer.locator("input[type=file]")
    with beheer.expect_download() as download:
        beheer.get_by_role("button", name="Download als werkmap").click()
    book = tmp_path / download.value.suggested_filename
    download.value.save_as(book)
    upload.set_input_files(book)
    preview = beheer.locator(".wb-overname")
    expect(preview.locator("h2").first).to_have_text("Er verandert niets", timeout=LANG)
    preview.get_by_role("button", name="Sluit").click()

    sheet = tmp_path / "bronnen.csv"
    sheet.write_text("id;Titel\nverslag;Een andere titel\nweg;Iets\n", encoding="utf-8")
    upload.set_input_files(sheet)
    expect(preview).to_contain_text("rij 3", timeout=LANG)
    expect(preview).to_contain_text("Een andere titel")
    assert axe(beheer) == []
    expect(beheer.locator(".wb-rijen").first).not_to_contain_text("gewijzigd")
    over(beheer)
    expect(beheer.locator(".wb-werkmap")).to_contain_text("rij 3")  # still there to mend
    beheer.get_by_role("button", name="Maak dit ongedaan").click()
    expect(beheer.get_by_text("Het is weer zoals het was.")).to_be_visible(timeout=LANG)
    ga(beheer, "#/concepten")
    expect(beheer.locator("#inhoud")).to_contain_text("Je hebt niets gewijzigd.")


def test_the_next_agenda_begins_with_what_is_not_done_and_shows_that_first(beheer: Page) -> None:
    ga(beheer, "#/soort/agenda")
    beheer.get_by_role("button", name="Begin de volgende agenda").click()
    asked = beheer.locator(".wb-overname")
    asked.get_by_label("Titel").fill("Agenda van later")
    asked.get_by_label("Eerste jaar").fill("2031")
    asked.get_by_label("Laatste jaar").fill("2034")
    asked.get_by_role("button", name="Verder").click()
    expect(asked.locator("[role=alert]")).to_contain_text("heeft een bron nodig", timeout=LANG)
    asked.get_by_label("Bron").select_option("verslag")
    assert axe(beheer) == []
    asked.get_by_role("button", name="Verder").click()
    expect(asked).to_contain_text("Gaat mee naar de nieuwe agenda: Speerpunt", timeout=LANG)
    expect(asked).to_contain_text("onderdelen zijn nieuw")
    over(beheer)
    beheer.get_by_role("button", name="Maak dit ongedaan").click()
    expect(beheer.get_by_text("Het is weer zoals het was.")).to_be_visible(timeout=LANG)
    ga(beheer, "#/concepten")
    expect(beheer.locator("#inhoud")).to_contain_text("Je hebt niets gewijzigd.")


def test_a_file_about_children_is_refused(beheer: Page, tmp_path: Path) -> None:
    ga(beheer, "#/soort/bron")
    sheet = tmp_path / "kinderen.csv"
    sheet.write_text("bsn;naam\n123456782;Jan\n", encoding="utf-8")
    beheer.locator("input[type=file]").set_input_files(sheet)
    expect(beheer.locator(".wb-werkmap [role=alert]")).to_contain_text("één persoon", timeout=LANG)
    expect(beheer.locator("#inhoud")).not_to_contain_text("Jan")


def test_a_text_is_translated_beside_its_dutch_and_a_mistake_is_told_there(beheer: Page) -> None:
    way = beheer.get_by_role("link", name="Vertalen naar het Engels")
    expect(beheer.locator(".wb-taken li", has=way)).to_contain_text(
        re.compile("wacht|Alles is vertaald"), timeout=LANG
    )
    way.click()
    row = beheer.locator(".wb-vertaling", has_text=TEKST)
    beheer.get_by_role("button", name=re.compile("^Alles")).click()
    beheer.get_by_label(re.compile("^Zoek in het Nederlands")).fill(TEKST)
    expect(row).to_have_count(1, timeout=LANG)
    area = row.get_by_role("textbox")
    before = area.input_value()
    area.fill("About {this}")
    expect(area).to_have_attribute("aria-invalid", "true", timeout=LANG)
    expect(row).to_contain_text("invulplaatsen")
    expect(beheer.get_by_role("button", name="Door jou vertaald (1)")).to_be_visible()
    assert axe(beheer) == []
    ga(beheer, "#/concepten")
    expect(beheer.locator(".wb-verschil")).to_contain_text("About {this}", timeout=LANG)
    beheer.locator(".wb-verschil").get_by_role("link", name="Vertaling: Engels").click()
    beheer.get_by_role("button", name="Door jou vertaald (1)").click(timeout=LANG)
    area.fill(before)
    expect(beheer.get_by_role("button", name="Door jou vertaald (0)")).to_be_visible()
    expect(stand(beheer)).to_have_text("Geen fouten", timeout=LANG)
    ga(beheer, "#/")
    expect(beheer.locator(".wb-concepten")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 768])
def test_much_on_one_screen_fits_a_narrow_one(beheer: Page, width: int) -> None:
    beheer.set_viewport_size({"width": width, "height": 800})
    tabel(beheer)
    assert beheer.evaluate(OVERFLOW) == []
    assert axe(beheer) == []
    expect(beheer.locator("thead")).to_be_visible(visible=width > 768)
    ga(beheer, "#/vertalen/en?toon=alles")
    expect(beheer.locator(".wb-vertaling").first).to_be_visible(timeout=LANG)
    assert beheer.evaluate(OVERFLOW) == []
    assert axe(beheer) == []
