"""Figures of the monitor, in a browser: another order, and the chart that is fetched on request."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.load import load
from macros.model.basis.datum import Datum
from macros.render.figuur.pagina import teken, teken_kaart
from macros.render.figuur.plotly import als_plotly
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.browser.meten import violations
from tests.gebouwd import ROOT
from tests.unit.mini import DAG
from tests.voorbeeldfiguren import BALKEN, KAART, PUNTEN

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The policy of every page of the site."""

TWEEDE = replace(BALKEN, id="zorg-nog-eens", titel="Zorg nog eens")
FIGUREN = {one.id: one for one in (BALKEN, TWEEDE, PUNTEN)}
SMAL = {"width": 320, "height": 740}


@pytest.fixture(scope="module")
def inhoud() -> str:
    """A page with every kind of figure, as the build writes it."""
    regio = load(ROOT / "tests" / "data_mini", DAG).regio
    assert regio is not None
    page = Weergave(Blik(regio, Vertaler("nl"), Datum(2026, 11, 2))).pagina("proef/")
    figures = [teken(page, one) for one in FIGUREN.values()]
    return f"""<!doctype html><html lang="nl" class="no-js"><head><meta charset="utf-8">
<title>proef</title><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{CSP}">
<link rel="stylesheet" href="../assets/css/site.css">
<link rel="stylesheet" href="../assets/css/druk.css" media="print">
<script src="../assets/js/thema.js"></script>
<script src="../assets/js/figuur.js" type="module"></script></head>
<body><header><button class="kop__schema">Donker</button></header><main><h1>Proef</h1>
<article class="tekst">{figures[0]}{teken_kaart(page, KAART)}{"".join(figures[1:])}</article>
</main></body></html>"""


@pytest.fixture
def proef(open_pagina: Callable[..., Page], site_url: str, inhoud: str) -> Callable[..., Page]:
    """Opens that page, with its charts, below the site and with the scripts of the site."""

    def open_(query: str = "", **options: Any) -> Page:
        pagina = open_pagina(**options)
        address = f"{site_url}proef/"

        def page(route: Route) -> None:
            route.fulfill(body=inhoud, content_type="text/html; charset=utf-8")

        def chart(route: Route) -> None:
            key = urlsplit(route.request.url).path.rpartition("/")[2].removesuffix(".plotly.json")
            body = json.dumps(als_plotly(Vertaler("nl"), FIGUREN[key]))
            route.fulfill(body=body, content_type="application/json")

        pagina.route(lambda url: url.split("?")[0].split("#")[0] == address, page)
        pagina.route("**/data/v1/monitor/*.plotly.json", chart)
        for pad in {one.pad for one in BALKEN.banen} | {vak.pad for vak in KAART.vakken}:
            pagina.route(f"{site_url}{pad}", page)
        pagina.goto(address + query)
        return pagina

    return open_


def figuur(pagina: Page, key: str = BALKEN.id) -> Locator:
    return pagina.locator(f"figure#{key}")


def knop(pagina: Page, key: str = BALKEN.id) -> Locator:
    return figuur(pagina, key).locator("[data-interactief]")


def scherm(pagina: Page, key: str = BALKEN.id) -> Locator:
    return figuur(pagina, key).locator("[data-scherm]")


def namen(pagina: Page, key: str = BALKEN.id) -> list[str]:
    """The names of the lanes from top to bottom, as they are seen."""
    lanes = figuur(pagina, key).locator(".cf-naam").all()
    places = [(box["y"], lane.inner_text()) for lane in lanes if (box := lane.bounding_box())]
    return [name for _, name in sorted(places)]


def balken(scherm: Locator) -> int:
    """How many bars are seen; plotly.js leaves one without a length for a cell without a number."""
    seen = "all => all.filter((one) => one.getBBox().width > 0).length"
    return int(scherm.locator(".bars .point path").evaluate_all(seen))


def open_grafiek(pagina: Page, key: str = BALKEN.id) -> None:
    knop(pagina, key).click()
    expect(figuur(pagina, key).locator("[data-melding]")).to_have_text(
        "De interactieve figuur is geladen."
    )


# --- order ----------------------------------------------------------------------------------


def test_order_by_size_moves_lanes_and_rows_of_every_figure(proef: Callable[..., Page]) -> None:
    pagina = proef()
    expect(pagina.locator("form[data-volgorde]:visible")).to_have_count(1)
    assert namen(pagina) == ["Ede", "Renswoude", "Rhenen"]
    pagina.get_by_role("radio", name="op omvang").check()
    for key in (BALKEN.id, TWEEDE.id):
        assert namen(pagina, key) == ["Ede", "Rhenen", "Renswoude"]
        rows = figuur(pagina, key).locator("tbody th")
        assert rows.all_text_contents() == ["Ede", "Rhenen", "Renswoude"]
    assert namen(pagina, PUNTEN.id) == ["Ede", "Renswoude", "Rhenen"]  # these have no size
    lines = figuur(pagina).locator("tfoot th").all_text_contents()
    assert lines == ["Nederland", "Utrecht"]
    pagina.get_by_role("radio", name="op naam").check()
    assert namen(pagina) == ["Ede", "Renswoude", "Rhenen"]


def test_order_is_kept_in_the_address(proef: Callable[..., Page]) -> None:
    pagina = proef("?x=1#zorg-nog-eens")
    pagina.get_by_role("radio", name="op omvang").check()
    assert urlsplit(pagina.url).query == "x=1&volgorde=omvang"
    assert urlsplit(pagina.url).fragment == "zorg-nog-eens"
    pagina.reload()
    expect(pagina.get_by_role("radio", name="op omvang")).to_be_checked()
    assert namen(pagina) == ["Ede", "Rhenen", "Renswoude"]
    pagina.evaluate("location.hash = ''")
    pagina.get_by_role("radio", name="op naam").check()
    assert urlsplit(pagina.url).query == "x=1"
    pagina.go_back()
    expect(pagina.get_by_role("radio", name="op omvang")).to_be_checked()
    assert namen(pagina) == ["Ede", "Rhenen", "Renswoude"]


def test_unknown_order_in_the_address_is_by_name(proef: Callable[..., Page]) -> None:
    pagina = proef("?volgorde=waarde&x=1")
    expect(pagina.get_by_role("radio", name="op naam")).to_be_checked()
    assert namen(pagina) == ["Ede", "Renswoude", "Rhenen"]
    assert urlsplit(pagina.url).query == "x=1"


@pytest.mark.chromium
def test_without_javascript_there_is_the_drawing_the_table_and_no_button(
    proef: Callable[..., Page],
) -> None:
    pagina = proef(java_script_enabled=False)
    expect(pagina.locator("button:visible, form:visible")).to_have_count(0)
    expect(figuur(pagina).locator(".cf-tekening")).to_be_visible()
    figuur(pagina).locator(".cf-tabel > summary").click()
    expect(figuur(pagina).get_by_role("rowheader", name="Ede", exact=True)).to_be_visible()


# --- chart ----------------------------------------------------------------------------------


@pytest.mark.eigen_venster
def test_nothing_of_the_chart_is_fetched_before_the_click(proef: Callable[..., Page]) -> None:
    pagina = proef()
    asked: list[str] = []
    pagina.on("request", lambda request: asked.append(urlsplit(request.url).path))
    pagina.reload()
    expect(knop(pagina)).to_be_visible()
    assert not [path for path in asked if "plotly" in path]
    open_grafiek(pagina)
    assert [path.rpartition("/")[2] for path in asked if "plotly" in path] == [
        "zorg-gemeenten.plotly.json",
        "plotly.js",
    ]


def test_chart_is_what_plotly_understands(proef: Callable[..., Page]) -> None:
    pagina = proef()
    open_grafiek(pagina)  # plotly.js is there now
    for one in FIGUREN.values():
        spec = als_plotly(Vertaler("nl"), one)
        found = pagina.evaluate("s => Plotly.validate(s.data, s.layout) ?? []", spec)
        assert [wrong["msg"] for wrong in found] == [], one.id
        wrong = {**spec, "layout": {**spec["layout"], "dragmode": "no such thing"}}
        assert pagina.evaluate("s => Plotly.validate(s.data, s.layout).length", wrong) == 1


def test_chart_takes_the_place_of_the_drawing_and_shows_the_same(
    proef: Callable[..., Page],
) -> None:
    pagina = proef()
    open_grafiek(pagina)
    expect(figuur(pagina).locator("[data-banen]")).to_be_hidden()
    chart = scherm(pagina)
    assert balken(chart) == 2
    words = chart.locator("text").all_text_contents()
    assert {"Ede", "Renswoude", "Rhenen", "0", "20", "afgeschermd"} <= set(words)
    expect(chart.locator(".modebar, a")).to_have_count(0)
    open_grafiek(pagina, PUNTEN.id)
    expect(scherm(pagina, PUNTEN.id).locator(".scatterlayer .point")).to_have_count(3)


def test_chart_is_walked_with_the_keyboard(proef: Callable[..., Page]) -> None:
    pagina = proef()
    knop(pagina).focus()
    pagina.keyboard.press("Enter")
    expect(scherm(pagina)).to_be_focused()
    status = figuur(pagina).locator("[data-melding]")
    said = []
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp", "Home", "End"):
        pagina.keyboard.press(key)
        said.append(status.inner_text())
    ede, renswoude, rhenen = "Ede: 12,5%*", "Renswoude: afgeschermd", "Rhenen: 5%"
    assert said == [ede, renswoude, rhenen, rhenen, renswoude, ede, rhenen]
    expect(scherm(pagina).locator(".hovertext")).to_have_text("Rhenen: 5%")
    pagina.keyboard.press("ArrowUp")
    expect(scherm(pagina).locator(".hovertext")).to_have_count(0)  # nothing stands there
    pagina.keyboard.press("Escape")
    expect(knop(pagina)).to_be_focused()
    expect(knop(pagina)).to_have_text("Interactief bekijken (Zorg per gemeente)")
    expect(figuur(pagina).locator("[data-banen]")).to_be_visible()
    expect(scherm(pagina)).to_be_hidden()
    expect(status).to_have_text("De tekening staat er weer.")


def test_button_opens_closes_and_opens_again(proef: Callable[..., Page]) -> None:
    pagina = proef()
    for _ in range(2):
        open_grafiek(pagina)
        assert balken(scherm(pagina)) == 2
        expect(knop(pagina)).to_have_text("Terug naar de tekening")
        knop(pagina).click()
        expect(figuur(pagina).locator("[data-banen]")).to_be_visible()


@pytest.mark.parametrize("weg", ["**/plotly.js", "**/zorg-gemeenten.plotly.json"])
def test_failure_is_told_and_the_drawing_stays_and_a_next_click_tries_again(
    proef: Callable[..., Page], klachten: list[str], weg: str
) -> None:
    pagina = proef()
    pagina.route(weg, lambda route: route.abort())
    knop(pagina).click()
    status = figuur(pagina).locator("[data-melding]")
    expect(status).to_have_text(
        "De interactieve figuur kon niet worden geladen. De tekening en de tabel zeggen hetzelfde."
    )
    expect(figuur(pagina).locator("[data-banen]")).to_be_visible()
    expect(knop(pagina)).to_have_text("Interactief bekijken (Zorg per gemeente)")
    assert klachten
    pagina.unroute(weg)
    open_grafiek(pagina)
    klachten.clear()


@pytest.mark.chromium
def test_open_chart_follows_order_and_scheme(proef: Callable[..., Page]) -> None:
    pagina = proef()
    open_grafiek(pagina)
    ticks = scherm(pagina).locator(".ytick text")
    assert rows(ticks) == ["Ede", "Renswoude", "Rhenen"]
    pagina.get_by_role("radio", name="op omvang").check()
    assert rows(ticks) == ["Ede", "Rhenen", "Renswoude"]
    scherm(pagina).press("ArrowDown")
    scherm(pagina).press("ArrowDown")
    expect(figuur(pagina).locator("[data-melding]")).to_have_text("Rhenen: 5%")
    colour = "el => getComputedStyle(el).fill"
    light = ticks.first.evaluate(colour)
    pagina.locator(".kop__schema").click()
    assert light != ticks.first.evaluate(colour) == "rgb(232, 238, 236)"
    pagina.emulate_media(color_scheme="dark")
    pagina.locator(".kop__schema").click()
    assert ticks.first.evaluate(colour) == light


def rows(ticks: Locator) -> list[str]:
    places = [
        (box["y"], one.text_content() or "") for one in ticks.all() if (box := one.bounding_box())
    ]
    return [name for _, name in sorted(places)]


@pytest.mark.chromium
def test_paper_has_the_drawing_and_its_table_also_when_the_chart_is_open(
    proef: Callable[..., Page],
) -> None:
    pagina = proef()
    open_grafiek(pagina)
    pagina.emulate_media(media="print")
    expect(figuur(pagina).locator("[data-banen]")).to_be_visible()
    expect(scherm(pagina)).to_be_hidden()
    expect(pagina.locator("button:visible, form:visible, summary:visible")).to_have_count(1)
    expect(figuur(pagina).get_by_role("rowheader", name="Ede", exact=True)).to_be_visible()
    expect(figuur(pagina).get_by_text("Bron: het CBS.")).to_be_visible()
    small = pagina.locator(
        "figure :is(td, th, p, text, figcaption, .cf-tekst):visible"
    ).evaluate_all(
        "all => all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 12).length"
    )
    assert small == 0  # 9 points
    broken = pagina.locator("figure").evaluate_all(
        "all => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').length"
    )
    assert broken == 0


@pytest.mark.chromium
@pytest.mark.parametrize(
    ("scherm_", "schema"), [(SMAL, "dark"), ({"width": 1280, "height": 900}, "light")]
)
def test_no_violation_in_drawing_table_map_and_chart(
    proef: Callable[..., Page], schema: str, scherm_: Any
) -> None:
    pagina = proef(viewport=scherm_, color_scheme=schema)
    for fold in pagina.locator(".cf-tabel > summary").all():
        fold.click()
    found = violations(pagina)
    for key in FIGUREN:
        open_grafiek(pagina, key)
    assert found + violations(pagina) == []


def test_everything_fits_a_narrow_screen(proef: Callable[..., Page]) -> None:
    pagina = proef(viewport=SMAL)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert pagina.evaluate(wide) == 0
    for key in FIGUREN:
        open_grafiek(pagina, key)
    assert pagina.evaluate(wide) == 0
    too_wide = pagina.locator("figure").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.id)"
    )
    assert too_wide == []


def test_letters_of_a_drawing_are_as_large_as_those_of_the_page(
    proef: Callable[..., Page],
) -> None:
    """No scaling: what is 13 px on a wide screen is 13 px on a phone."""
    for width in (320, 1280):
        pagina = proef(viewport={"width": width, "height": 740})
        size = "el => parseFloat(getComputedStyle(el).fontSize) * (el.getScreenCTM?.().a ?? 1)"
        sizes = (
            figuur(pagina)
            .locator(".cf-as text, .cf-naam, .cf-waarde")
            .evaluate_all(f"all => all.map({size})")
        )
        assert min(sizes) >= 13


# --- the monitor itself ---------------------------------------------------------------------


def test_chart_of_the_monitor_opens(pagina: Page, site_url: str) -> None:
    pagina.goto(f"{site_url}monitor/vergelijken/")
    one = pagina.locator("figure:has([data-interactief])").first
    numbers = one.locator(".cf-spoor rect.cf-balk").count()
    one.locator("[data-interactief]").click()
    expect(one.locator("[data-melding]")).to_have_text("De interactieve figuur is geladen.")
    assert balken(one.locator("[data-scherm]")) == numbers
    assert numbers > 1
