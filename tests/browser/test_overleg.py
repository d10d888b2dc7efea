"""The drawing of the structure by keyboard, and the planner of a proposal."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import TALEN, records, woord

PLANNER_PAD = "overleg/planner/"
PLANNER = {
    "geen": "Voor deze datum staat er geen besluit in de kalender.",
    "leeg": "Voor deze route is nog geen datum te noemen. Bij de route staat wat er ontbreekt.",
}
IDEE, NIEUWS = "idee-uit-de-buurt", "nieuws-van-de-raad"


@pytest.mark.parametrize("taal", TALEN)
def test_every_box_of_the_drawing_is_a_stop_and_opens_its_page(
    pagina: Page, site_url: str, taal: str
) -> None:
    pagina.goto(f"{site_url}{TALEN[taal]}overleg/")
    boxes = pagina.locator("#tekening-nieuw a.knoop")
    bodies = [one for one in records("overleg/overleggen").values() if "nieuw" in one["structuren"]]
    kinds = [one["soort"] for one in bodies]
    count = len(kinds) - kinds.count("lokaal") + 1  # what is local stands in one box
    assert count > 3
    expect(boxes).to_have_count(count)
    boxes.first.focus()
    for number in range(count):
        expect(boxes.nth(number)).to_be_focused()
        expect(boxes.nth(number)).to_be_in_viewport()
        if number + 1 < count:
            pagina.keyboard.press("Tab")
    target = boxes.nth(0).get_attribute("href") or ""
    boxes.first.focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(f"**/{target.removeprefix('../').removeprefix('./')}")
    expect(pagina.locator("h1")).to_be_visible()


def test_a_kind_of_proposal_and_a_day_give_the_row_that_follows(
    pagina: Page, site_url: str
) -> None:
    pagina.goto(site_url + PLANNER_PAD)
    kind, day = pagina.get_by_label("Wat voor voorstel"), pagina.get_by_label("Ik dien in op")
    status, chosen = pagina.get_by_role("status").first, pagina.locator("tr[data-gekozen]")
    day.fill("2089-11-11")
    expect(status).to_have_text("Kies ook wat voor voorstel het is.")
    kind.select_option(NIEUWS)
    expect(status).to_have_text("Dan weet iedereen het op 2 juni 2090.")
    expect(chosen).to_have_attribute("data-uiterlijk", "2090-05-31")
    expect(pagina.locator(f"#{IDEE}")).to_be_hidden()
    expect(pagina.locator(f"#{NIEUWS}")).to_be_visible()
    day.fill("2089-11-09")
    expect(status).to_have_text("Dan weet iedereen het op 1 februari 2090.")
    expect(chosen).to_have_attribute("data-uiterlijk", "2089-11-09")

    day.fill("2089-11-10")
    kind.select_option(IDEE)
    answer = "Dan kan het besluit vallen op 15 maart 2090. Dien daarvoor in op uiterlijk 10 november 2089."
    state = {"route": [IDEE], "datum": ["2089-11-10"]}
    expect(status).to_have_text(answer)
    assert parse_qs(urlsplit(pagina.url).query) == state
    pagina.reload()
    expect(status).to_have_text(answer)
    assert (kind.input_value(), day.input_value()) == (IDEE, "2089-11-10")
    expect(pagina.locator(f"#{NIEUWS}")).to_be_hidden()

    day.fill("2089-11-11")
    expect(status).to_have_text("Voor deze datum staat er geen besluit in de kalender.")
    expect(chosen).to_have_count(0)
    pagina.get_by_role("button", name="Wis keuze").click()
    expect(pagina.locator(f"#{NIEUWS}")).to_be_visible()
    assert urlsplit(pagina.url).query == ""
    pagina.evaluate(f"location.hash = '{NIEUWS}'")
    kind.select_option(IDEE)
    pagina.go_back()
    expect(kind.locator("option:checked")).to_have_text("alles")
    expect(pagina.locator(f"#{NIEUWS}")).to_be_visible()

    pagina.goto(f"{site_url}{PLANNER_PAD}?route=bestaat-niet&datum=2089-11-10")
    gone = "Een keuze uit de link bestaat niet meer."
    expect(status).to_have_text(f"{gone} Kies ook wat voor voorstel het is.")
    assert urlsplit(pagina.url).query == "datum=2089-11-10"
    expect(kind.locator("option:checked")).to_have_text("alles")
    for route in (IDEE, NIEUWS):
        expect(pagina.locator(f"#{route}")).to_be_visible()


def test_without_a_calendar_the_planner_says_so_and_gives_no_date(
    pagina: Page, site_url: str
) -> None:
    """On a day after any calendar, for a route with dates; and for one that has none."""
    pagina.goto(f"{site_url}en/{PLANNER_PAD}?datum=2100-01-01")
    texts = pagina.locator("[data-planner-teksten]")
    says = {name: texts.get_attribute(f"data-{name}") or "" for name in ("geen", "leeg")}
    assert says == {name: woord("en", text) for name, text in PLANNER.items()}
    seen = set()
    for route in pagina.locator("[data-route]").all():
        pagina.locator("form[data-planner] select").select_option(route.get_attribute("data-route"))
        name = "geen" if route.locator("tr[data-uiterlijk]").count() else "leeg"
        expect(pagina.get_by_role("status").first).to_have_text(says[name])
        seen.add(name)
    assert seen == set(says)


def test_the_mail_of_the_month_is_copied_as_text_or_else_selected(
    pagina: Page, site_url: str
) -> None:
    pagina.goto(f"{site_url}overleg/regie/#nieuwsbrief")
    mail = "\n\n".join(pagina.locator("#mailtekst p").all_inner_texts())
    assert mail.startswith("Hallo allemaal,\n\n")
    fold = pagina.locator("#nieuwsbrief")
    for refuses, said in (
        (False, "De tekst is gekopieerd."),
        (True, "De tekst is geselecteerd: kopieer hem met Ctrl en C."),
    ):
        pagina.evaluate(
            "(refuses) => { navigator.clipboard.writeText = async (text) => {"
            " if (refuses) throw new Error(); window.gekopieerd = text; }; }",
            refuses,
        )
        fold.get_by_role("button", name="Kopieer de tekst").click()
        expect(fold.get_by_role("status")).to_have_text(said)
    assert pagina.evaluate("gekopieerd") == mail
    chosen = pagina.evaluate("getSelection().toString().trim()")
    assert chosen.split() == mail.split()
