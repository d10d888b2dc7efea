"""The drawing of the structure by keyboard, and the planner of a proposal."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.load import load
from macros.model.basis import Datum
from macros.render.blokken import routes
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from tests.gebouwd import ROOT, TALEN

ROUTES = "overleg/routes/"
IDEE, NIEUWS = "idee-uit-de-buurt", "nieuws-van-de-raad"


@pytest.mark.parametrize("taal", TALEN)
def test_every_box_of_the_drawing_is_a_stop_and_opens_its_page(
    pagina: Page, site_url: str, taal: str
) -> None:
    pagina.goto(f"{site_url}{TALEN[taal]}overleg/")
    boxes = pagina.locator("#tekening-nieuw a.knoop")
    count = boxes.count()
    assert count > 5
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


@pytest.fixture
def met_kalender(pagina: Page, site: Path, site_url: str) -> str:
    """Address of the page of routes as it is for ``tests/data_mini``, where bodies have meetings."""
    regio = load(ROOT / "tests" / "data_mini").regio
    assert regio is not None
    page = LexborHTMLParser((site / ROUTES / "index.html").read_text(encoding="utf-8"))
    block = routes(Weergave(regio, Vertaler("nl"), Datum(2023)).pagina(ROUTES))
    [place], [own] = page.css(".voorstelroutes"), LexborHTMLParser(block).css(".voorstelroutes")
    place.replace_with(own)
    html, address = page.html, f"{site_url}{ROUTES}"
    pagina.route(
        lambda url: url.split("?")[0] == address,
        lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
    )
    return address


def test_a_kind_of_proposal_and_a_day_give_the_row_that_follows(
    pagina: Page, met_kalender: str
) -> None:
    pagina.goto(met_kalender)
    kind, day = pagina.get_by_label("Wat voor voorstel"), pagina.get_by_label("Ik dien in op")
    status, chosen = pagina.get_by_role("status"), pagina.locator("tr[data-gekozen]")
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

    pagina.goto(f"{met_kalender}?route=bestaat-niet&datum=2089-11-10")
    expect(status).to_have_text("Kies ook wat voor voorstel het is.")
    expect(kind.locator("option:checked")).to_have_text("alles")
    for route in (IDEE, NIEUWS):
        expect(pagina.locator(f"#{route}")).to_be_visible()


def test_without_a_calendar_the_planner_says_so_and_gives_no_date(
    pagina: Page, site_url: str
) -> None:
    """On a day after any calendar; once a route has dates, there is just no decision any more."""
    pagina.goto(f"{site_url}en/{ROUTES}?datum=2100-01-01")
    texts = pagina.locator("[data-planner-teksten]")
    first = pagina.locator("[data-route]").first
    pagina.locator("form[data-planner] select").select_option(first.get_attribute("data-route"))
    known = first.locator("tr[data-uiterlijk]").count()
    says = texts.get_attribute("data-geen" if known else "data-leeg") or ""
    assert ("holds no decision" if known else "No date") in says
    expect(pagina.get_by_role("status")).to_have_text(says)
