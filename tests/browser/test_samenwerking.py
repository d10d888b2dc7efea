"""The Model Passende Samenwerking: the wegwijzer by keyboard, the matrix and its filter, and paper."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect
from python_calamine import CalamineWorkbook

from tests.browser.meten import OVERFLOW, rust
from tests.browser.paden import BOOM, ONDERDEEL, ONDERDELEN
from tests.browser.papier import is_a3_landscape, is_a4, paper
from tests.gebouwd import TALEN, bestand, records

MATRIX = "samenwerking/"
WEGWIJZER = "samenwerking/wegwijzer/"
ONBEKEND = "onbekend"

VRAGEN = {one["id"]: one for one in BOOM["vragen"]}
UITKOMSTEN = {one["id"]: one for one in BOOM["uitkomsten"]}

# ---------------------------------------------------------------- wegwijzer


def paden(vraag: str, weg: tuple[tuple[str, int], ...] = ()) -> Iterator[tuple[Any, str]]:
    """Every way down: the questions, each with the number of its answer, and the outcome."""
    for nummer, antwoord in enumerate(VRAGEN[vraag]["antwoorden"]):
        verder = (*weg, (vraag, nummer))
        if antwoord["naar"] in VRAGEN:
            yield from paden(antwoord["naar"], verder)
        else:
            yield verder, antwoord["naar"]


LANGST, EINDE = max(paden(BOOM["begin"]), key=lambda pad: len(pad[0]))
"""The longest way, and where it ends."""


ANTWOORD = """nr => {
  const link = document.querySelectorAll(".keuzes a")[nr];
  const stops = [...document.querySelectorAll("#inhoud :is(a[href], button, summary, [tabindex='0'])")]
    .filter((one) => one.checkVisibility());
  return [link.href, stops.indexOf(link) + 1];
}"""


def geef_antwoord(pagina: Page, nummer: int) -> None:
    """Choose an answer with Tab and Enter alone; the first stop is the link past the header."""
    naar, stops = pagina.evaluate(ANTWOORD, nummer)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#inhoud")).to_be_focused()
    for _ in range(stops):
        pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.href") == naar
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(naar)


def outcomes(pagina: Page, vraag: str) -> Iterator[str]:
    """Give each answer to a question, and to the questions that follow from it; stops at each outcome."""
    here = pagina.url
    for nummer, antwoord in enumerate(VRAGEN[vraag]["antwoorden"]):
        if nummer:
            pagina.goto(here)
        geef_antwoord(pagina, nummer)
        if antwoord["naar"] in VRAGEN:
            yield from outcomes(pagina, antwoord["naar"])
        else:
            yield antwoord["naar"]


UITKOMST = """() => ({
  titel: document.querySelector("h1").innerText,
  soort: document.querySelector(".uitkomst__soort").innerText,
  links: [...document.querySelectorAll(".uitkomst__op > li > a")].filter((a) => a.checkVisibility())
    .map((a) => a.href),
})"""


@pytest.mark.chromium
def test_every_outcome_is_reached_by_keyboard_without_javascript(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    kaal = open_pagina(java_script_enabled=False)
    kaal.goto(site_url + WEGWIJZER)
    reached = set()
    for key in outcomes(kaal, BOOM["begin"]):
        assert kaal.url == f"{site_url}{WEGWIJZER}{key}/"
        uitkomst, shown = UITKOMSTEN[key], kaal.evaluate(UITKOMST)
        naar = [f"{one}/" for one in uitkomst.get("onderdelen", [])]
        naar += [f"zonder-afspraak/#{one}" for one in uitkomst.get("kaders", [])]
        assert shown["titel"] == uitkomst["titel"]
        assert shown["links"] == [site_url + MATRIX + one for one in naar]
        assert bool(naar) == (uitkomst["soort"] != "geen-afspraak")
        assert ("niet afgesproken" in shown["soort"]) == (uitkomst["soort"] != "afspraak")
        reached.add(key)
    assert reached == set(UITKOMSTEN)


@pytest.mark.eigen_venster
def test_walk_asks_for_pages_alone_and_leaves_nothing_behind(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    """With JavaScript: no answer is stored, and none is sent. In a context of its own: drafts of
    the workbench stay in the other one.
    """
    pagina = open_pagina(locale="nl-NL")
    asked: list[Request] = []
    pagina.on("request", lambda request: asked.append(request))
    pagina.goto(site_url + WEGWIJZER)
    for _, nummer in LANGST:
        geef_antwoord(pagina, nummer)
    rust(pagina)
    assert {one.method for one in asked} == {"GET"}
    kinds = {"document", "stylesheet", "script", "image", "font", "other"}  # the last is the icon
    assert [one.url for one in asked if one.resource_type not in kinds] == []
    assert [one.url for one in asked if urlsplit(one.url).query] == []
    documents = [one.url for one in asked if one.resource_type == "document"]
    later = [*(vraag for vraag, _ in LANGST[1:]), EINDE]
    assert documents == [site_url + WEGWIJZER, *(f"{site_url}{WEGWIJZER}{key}/" for key in later)]
    left = """async () => [localStorage.length, sessionStorage.length, document.cookie, window.name,
      (await indexedDB.databases()).length, (await caches.keys()).length]"""
    assert pagina.evaluate(left) == [0, 0, "", "", 0, 0]
    assert pagina.context.cookies() == []


def test_other_choice_leads_back_to_each_question(pagina: Page, site_url: str) -> None:
    """From the outcome to any of them, and from each to the one before it."""
    end = f"{site_url}{WEGWIJZER}{EINDE}/"
    adressen = [site_url + WEGWIJZER]
    adressen += [f"{site_url}{WEGWIJZER}{vraag}/" for vraag, _ in LANGST[1:]]
    for nummer, adres in enumerate(adressen):
        pagina.goto(end)
        chosen = pagina.locator("nav.weg a:visible")
        expect(chosen).to_have_count(len(LANGST))
        chosen.nth(nummer).press("Enter")
        pagina.wait_for_url(adres)
        back = pagina.locator(".terug a:visible")
        expect(back).to_have_count(1 if nummer else 0)
        if nummer:
            back.press("Enter")
            pagina.wait_for_url(adressen[nummer - 1])


ZICHTBAAR = """() => [...document.querySelectorAll(".rol")].filter((one) => one.checkVisibility())
  .map((one) => one.innerText.trim()).filter(Boolean)"""


@pytest.mark.chromium
def test_who_works_with_children_reads_their_own_words_to_the_end_without_javascript(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    """The choice stands in the address: each link carries it along, and it can be undone."""
    kaal = open_pagina(java_script_enabled=False)
    kaal.goto(site_url + WEGWIJZER)
    kaal.locator(".rolkeuze a").last.click()
    for vraag, nummer in LANGST:
        kaal.locator(".keuzes a:visible").nth(nummer).click()
        assert urlsplit(kaal.url).fragment == "professional", vraag
    assert kaal.url == f"{site_url}{WEGWIJZER}{EINDE}/#professional"
    ouders, vak = (
        UITKOMSTEN[EINDE][one].partition(".")[0] for one in ("tekst", "voor_professionals")
    )
    for choice, own, other in ((None, vak, ouders), (0, ouders, vak)):
        if choice is not None:
            kaal.locator(".rolkeuze a").nth(choice).click()
        seen = " ".join(kaal.evaluate(ZICHTBAAR))
        assert own in seen
        assert other not in seen


def test_a_child_at_home_has_words_for_parents_for_the_young_and_for_who_works_with_them(
    pagina: Page, site_url: str
) -> None:
    route = bestand("samenwerking/thuis")
    woorden = ["antwoord", "voor_jongeren", "voor_professionals"]
    for anker, eigen in zip(["", "#jongeren", "#professional"], woorden, strict=True):
        pagina.goto("about:blank")
        pagina.goto(f"{site_url}thuis/{anker}")
        seen = pagina.evaluate(ZICHTBAAR)
        assert [one for one in woorden if route[one] in seen] == [eigen]
    pagina.goto(f"{site_url}thuis/")
    # which desk it is depends on the place
    expect(pagina.locator(".thuis__stappen a[href^='tel:']:visible")).to_have_count(0)
    places = pagina.locator(".thuis__stappen a[href*='gemeente/']:visible")
    expect(places).to_have_count(len(records("gemeenten")))
    pagina.locator("main .knop[href$='gesprek/']:visible").click()
    pagina.wait_for_url(f"{site_url}thuis/gesprek/")
    for vraag in route["gesprek"]:
        expect(pagina.locator(".gesprekblad")).to_contain_text(vraag)


def test_whole_tree_is_on_the_first_page(pagina: Page, site_url: str) -> None:
    for anker in ("", "#professional"):
        pagina.goto(f"{site_url}{WEGWIJZER}{anker}")
        pagina.locator("main details > summary:visible").press("Enter")
        links = pagina.locator("main details li a:visible")
        found = links.evaluate_all("all => all.map((a) => a.href.split('/').slice(-2))")
        assert {key for key, _ in found} == set(UITKOMSTEN) | set(VRAGEN) - {BOOM["begin"]}
        assert {rest for _, rest in found} == {anker}


# ---------------------------------------------------------------- the matrix, from the data files


@dataclass(frozen=True)
class Vak:
    """A square."""

    kolom: str
    waarde: str
    zekerheid: str
    sectoren: list[str] | None


@dataclass(frozen=True)
class Rij:
    """An onderdeel in the matrix."""

    thema: str
    toestand: str
    vragen: list[str]
    vakken: list[Vak]


def rijen() -> dict[str, Rij]:
    """Every row by its id, in order; what has a code alone has none."""
    kolommen = [one["id"] for one in bestand("samenwerking/model")["kolommen"]]
    found = {}
    for key, one in ONDERDELEN.items():
        cells = {cel["kolom"]: cel for cel in one["cellen"]}
        vragen = [u["id"] for u in UITKOMSTEN.values() if key in u.get("onderdelen", [])]
        vakken = [
            Vak(
                kolom,
                cells[kolom]["waarde"],
                cells[kolom].get("herkomst", {"zekerheid": ONBEKEND})["zekerheid"],
                cells[kolom].get(
                    "sectoren", None if one["sectoren"] == ONBEKEND else one["sectoren"]
                ),
            )
            for kolom in kolommen
        ]
        found[key] = Rij(one["thema"], one["toestand"], vragen, vakken)
    return dict(sorted(found.items()))


RIJEN = rijen()
SECTOREN = ("PO", "SBO", "SO", "VO", "VSO", "MBO")


def past(vak: Vak, wet: str = "", zekerheid: str = "", sector: str = "") -> bool:
    """Whether a square has all that is asked; what is unknown may have it, what is empty has no law."""
    return (
        (not wet or (vak.kolom == wet and vak.waarde != "leeg"))
        and (not zekerheid or vak.zekerheid == zekerheid)
        and (not sector or vak.sectoren is None or sector in vak.sectoren)
    )


EEN_VAK = next(
    {"thema": rij.thema, "wet": vak.kolom, "zekerheid": vak.zekerheid, "sector": vak.sectoren[0]}
    for rij in RIJEN.values()
    for vak in rij.vakken
    if vak.waarde == "ja" and vak.sectoren
)
"""A choice that at least one square meets."""


def verwacht(
    thema: str = "", toestand: str = "", vraag: str = "", **vak: str
) -> dict[str, list[int]]:
    """The rows to be shown, each with the places of the squares that match."""
    return {
        key: inside
        for key, rij in RIJEN.items()
        if thema in ("", rij.thema)
        and toestand in ("", rij.toestand)
        and (not vraag or vraag in rij.vragen)
        and (inside := [i for i, one in enumerate(rij.vakken) if past(one, **vak)])
    }


GETOOND = """() => Object.fromEntries([...document.querySelectorAll("tr[data-telt]")]
  .filter((row) => row.checkVisibility()).map((row) => [row.dataset.sleutel,
    [...row.querySelectorAll("[data-deel]")].flatMap((part, i) => "buiten" in part.dataset ? [] : [i])]))"""

THEMAS = """() => [...document.querySelectorAll(".matrix__thema")]
  .filter((row) => row.checkVisibility()).map((row) => row.id)"""


FILTER = "form[data-filter=onderdelen]"


def kies(pagina: Page, **keuze: str) -> None:
    """Choose in the filter, by the names of its controls, which are folded."""
    pagina.locator(f"{FILTER} details").evaluate("fold => { fold.open = true; }")
    for naam, waarde in keuze.items():
        pagina.locator(f"{FILTER} select[name={naam}]").select_option(waarde)


def opties(pagina: Page, naam: str) -> list[str]:
    """What can be chosen in a control."""
    values: list[str] = pagina.locator(f"{FILTER} select[name={naam}] option").evaluate_all(
        "all => all.map((one) => one.value)"
    )
    return [value for value in values if value]


@pytest.mark.parametrize("taal", TALEN)
def test_every_choice_shows_what_the_data_say(pagina: Page, site_url: str, taal: str) -> None:
    pagina.goto(site_url + TALEN[taal] + MATRIX)
    assert pagina.evaluate(GETOOND) == verwacht()
    assert sorted(set(opties(pagina, "sector"))) == sorted(SECTOREN)
    for naam in ("vraag", "sector", "wet", "thema", "zekerheid", "toestand"):
        keuzen = opties(pagina, naam)
        assert len(keuzen) > 1
        for waarde in keuzen:
            kies(pagina, **{naam: waarde})
            shown = verwacht(**{naam: waarde})
            assert pagina.evaluate(GETOOND) == shown, (naam, waarde)
            # a theme of which nothing is left is gone
            assert pagina.evaluate(THEMAS) == sorted({RIJEN[key].thema for key in shown})
        kies(pagina, **{naam: ""})
    assert pagina.evaluate(GETOOND) == verwacht()


def test_law_certainty_and_sector_must_meet_in_one_square(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url + MATRIX)
    apart = set()
    for wet in opties(pagina, "wet"):
        for zekerheid in opties(pagina, "zekerheid"):
            kies(pagina, wet=wet, zekerheid=zekerheid)
            shown = verwacht(wet=wet, zekerheid=zekerheid)
            assert pagina.evaluate(GETOOND) == shown, (wet, zekerheid)
            apart |= (set(verwacht(wet=wet)) & set(verwacht(zekerheid=zekerheid))) - set(shown)
        for sector in SECTOREN:
            kies(pagina, zekerheid="", sector=sector)
            assert pagina.evaluate(GETOOND) == verwacht(wet=wet, sector=sector), (wet, sector)
        kies(pagina, sector="")
    assert apart  # rows that have both, yet never in one square


def test_unknown_square_stays_with_a_law_and_an_empty_one_goes(pagina: Page, site_url: str) -> None:
    kept: set[str] = set()
    gone: set[str] = set()
    pagina.goto(site_url + MATRIX)
    for wet in opties(pagina, "wet"):
        kies(pagina, wet=wet)
        shown = set(pagina.evaluate(GETOOND))
        for key, rij in RIJEN.items():
            [waarde] = [vak.waarde for vak in rij.vakken if vak.kolom == wet]
            assert (key in shown) == (waarde != "leeg"), (wet, key)
            (kept if waarde == ONBEKEND else gone if waarde == "leeg" else set()).add(key)
    assert kept
    assert gone


def test_choice_is_counted_in_the_address_and_there_again_after_loading(
    pagina: Page, site_url: str
) -> None:
    pagina.goto(site_url + MATRIX)
    status = pagina.locator(FILTER).get_by_role("status")
    expect(status).to_have_text("")  # nothing is chosen
    kies(pagina, **EEN_VAK)
    shown = verwacht(**EEN_VAK)
    assert 0 < len(shown) < len(RIJEN)
    expect(status).to_have_text(f"{len(shown)} van {len(RIJEN)} onderdelen")
    assert parse_qs(urlsplit(pagina.url).query) == {naam: [one] for naam, one in EEN_VAK.items()}
    pagina.reload()
    expect(status).to_have_text(f"{len(shown)} van {len(RIJEN)} onderdelen")
    assert pagina.evaluate(GETOOND) == shown
    for naam, waarde in EEN_VAK.items():  # unfolded, for what was chosen can be undone
        expect(pagina.locator(f"select[name={naam}]")).to_be_visible()
        expect(pagina.locator(f"select[name={naam}]")).to_have_value(waarde)
    pagina.locator(f"{FILTER} button[type=reset]").press("Enter")
    expect(status).to_have_text("")
    assert pagina.evaluate(GETOOND) == verwacht()
    assert urlsplit(pagina.url).query == ""


def test_words_that_are_typed_find_rows_by_what_people_call_it(pagina: Page, site_url: str) -> None:
    """Also words that the row does not show, whatever their accents and capitals; with the choices."""
    found, word = next(
        (key, one["synoniemen"][-1]) for key, one in ONDERDELEN.items() if "synoniemen" in one
    )
    pagina.goto(site_url + MATRIX)
    field = pagina.locator(f"{FILTER} input[type=search]")
    field.fill(word.upper().replace("E", "É"))
    assert list(pagina.evaluate(GETOOND)) == [found]
    assert parse_qs(urlsplit(pagina.url).query).keys() == {"zoek"}
    pagina.reload()
    assert list(pagina.evaluate(GETOOND)) == [found]
    kies(pagina, thema=next(rij.thema for rij in RIJEN.values() if rij.thema != RIJEN[found].thema))
    assert pagina.evaluate(GETOOND) == {}
    field.fill("  ")
    assert list(pagina.evaluate(GETOOND)) != []
    pagina.locator(f"{FILTER} button[type=reset]").click()
    field.fill("woorddatnergensstaat")
    assert pagina.evaluate(GETOOND) == {}


def test_finding_nothing_does_not_say_there_is_nothing(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url + MATRIX)
    wet, zekerheid, thema = next(
        keuze
        for keuze in product(*(opties(pagina, naam) for naam in ("wet", "zekerheid", "thema")))
        if not verwacht(**dict(zip(("wet", "zekerheid", "thema"), keuze, strict=True)))
    )
    kies(pagina, wet=wet, zekerheid=zekerheid, thema=thema)
    assert pagina.evaluate(GETOOND) == {}
    assert pagina.evaluate(THEMAS) == []
    status = pagina.locator(FILTER).get_by_role("status")
    expect(status).to_contain_text("Dat zegt niet dat er niets is")


@pytest.mark.parametrize("taal", TALEN)
def test_outcome_opens_the_matrix_with_its_own_onderdelen(
    pagina: Page, site_url: str, taal: str
) -> None:
    amount = {key: len(one["onderdelen"]) for key, one in UITKOMSTEN.items() if "onderdelen" in one}
    for key in (min(amount, key=amount.__getitem__), max(amount, key=amount.__getitem__)):
        pagina.goto("about:blank")
        pagina.goto(f"{site_url}{TALEN[taal]}{WEGWIJZER}{key}/#professional")
        pagina.locator("main a[href*='vraag=']:visible").press("Enter")
        pagina.wait_for_url(f"{site_url}{TALEN[taal]}{MATRIX}?vraag={key}#matrix")
        expect(pagina.locator("select[name=vraag]")).to_have_value(key)
        assert list(pagina.evaluate(GETOOND)) == sorted(UITKOMSTEN[key]["onderdelen"])
        expect(pagina.locator("#matrix")).to_be_in_viewport()


# ---------------------------------------------------------------- downloads


def table(file: Path, taal: str) -> list[list[Any]]:
    """The rows of a download, as a reader of others finds them."""
    if file.suffix == ".ods":
        return CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=SCHEIDING[taal]))


SCHEIDING = {"nl": ";", "en": ","}


@pytest.mark.chromium
@pytest.mark.parametrize("taal", TALEN)
def test_download_holds_the_rows_that_are_shown(
    pagina: Page, site_url: str, site: Path, taal: str, tmp_path: Path
) -> None:
    pagina.goto(f"{site_url}{TALEN[taal]}{MATRIX}")
    leeg = dict.fromkeys(EEN_VAK, "")
    for keuze in (leeg, {**EEN_VAK, "thema": ""}, {**leeg, "thema": RIJEN[max(RIJEN)].thema}):
        kies(pagina, **keuze)
        shown = pagina.evaluate(GETOOND)
        assert len(shown) == len(verwacht(**keuze)) > 0
        for naam in ("onderdelen.csv", "onderdelen.ods"):
            head, *rows = table(site / TALEN[taal] / "data" / "v1" / naam, taal)
            with pagina.expect_download() as started:
                pagina.locator(f"a[data-download='{naam}']").press("Enter")
            keus = (
                naam
                if keuze == leeg
                else naam.replace(".", "-keuze." if taal == "nl" else "-selection.")
            )
            assert started.value.suggested_filename == keus
            started.value.save_as(tmp_path / naam)
            found = table(tmp_path / naam, taal)
            if keuze == leeg:  # the whole file, also what has a code alone
                assert found == [head, *rows]
                assert shown.keys() < {row[0] for row in rows}
            else:
                assert found == [head, *(row for row in rows if row[0] in shown)]
                assert list(shown) == [row[0] for row in found[1:]]


# ---------------------------------------------------------------- other ways to look at it


@pytest.mark.chromium
def test_matrix_is_complete_without_javascript(
    open_pagina: Callable[..., Page], site_url: str
) -> None:
    kaal = open_pagina(java_script_enabled=False)
    kaal.goto(f"{site_url}{MATRIX}?wet={EEN_VAK['wet']}&thema={EEN_VAK['thema']}")
    expect(kaal.locator(FILTER)).to_be_hidden()
    assert kaal.evaluate(GETOOND) == verwacht()
    assert kaal.evaluate(THEMAS) == sorted(records("samenwerking/themas"))


@pytest.mark.parametrize("javascript", [True, False])
def test_matrix_is_rows_on_a_narrow_screen_and_shows_its_squares_when_asked(
    open_pagina: Callable[..., Page], site_url: str, javascript: bool
) -> None:
    smal = open_pagina(viewport={"width": 320, "height": 640}, java_script_enabled=javascript)
    smal.goto(f"{site_url}{MATRIX}")
    assert smal.evaluate(OVERFLOW) == []
    squares = smal.locator(".matrix td[data-deel]")
    assert squares.count() == sum(len(rij.vakken) for rij in RIJEN.values())
    assert not any(one.is_visible() for one in squares.all())
    rows = smal.locator("tr[data-telt]")
    for row in rows.all():  # who begins and who pays below its name, and the whole row leads there
        boxes = [one.bounding_box() for one in row.locator("> :not([data-deel])").all()]
        assert len(boxes) == 3
        tops = [box["y"] for box in boxes if box]
        assert tops == sorted(set(tops))
    rows.last.click(position={"x": 200, "y": 5})
    smal.wait_for_url(f"{site_url}{MATRIX}*-*/")
    smal.go_back()
    smal.locator(".matrix__vakken input").check()
    assert all(one.is_visible() for one in squares.all())
    named = """cells => cells.every((cell) => [cell.dataset.kop, "attr(data-kop)"].some((one) =>
      getComputedStyle(cell, "::before").content.includes(one)))"""
    assert squares.evaluate_all(named)
    assert smal.evaluate(OVERFLOW) == []


# ---------------------------------------------------------------- the page of an onderdeel


@pytest.mark.parametrize(("breedte", "hoogte"), [(360, 740), (1280, 900)])
def test_together_and_the_first_step_are_seen_without_scrolling(
    open_pagina: Callable[..., Page], site_url: str, breedte: int, hoogte: int
) -> None:
    pagina = open_pagina(viewport={"width": breedte, "height": hoogte})
    for key in ONDERDELEN:
        pagina.goto(f"{site_url}{MATRIX}{key}/")
        expect(pagina.locator("#samen + p")).to_be_in_viewport()
        expect(pagina.locator("#eerste-stap")).to_be_in_viewport()


def test_drawing_stands_beside_its_steps_and_a_phone_has_the_steps_alone(
    pagina: Page, site_url: str
) -> None:
    pagina.goto(site_url + ONDERDEEL)
    route = pagina.locator(".route").first
    for width in (1280, 960):
        pagina.set_viewport_size({"width": width, "height": 740})
        steps = route.locator("ol").bounding_box()
        drawing = route.locator("figure").bounding_box()
        assert steps is not None
        assert drawing is not None
        assert drawing["x"] >= steps["x"] + steps["width"]
    pagina.set_viewport_size({"width": 360, "height": 740})
    expect(route.locator("ol")).to_be_visible()
    expect(route.locator("figure")).to_be_hidden()


@pytest.mark.parametrize("javascript", [True, False])
def test_link_into_a_register_unfolds_what_it_leads_to(
    open_pagina: Callable[..., Page], site_url: str, javascript: bool
) -> None:
    pagina = open_pagina(java_script_enabled=javascript)
    for pad, soort in (
        ("wetten", "artikelen"),
        ("wetten", "wetten"),
        ("uitspraken", "uitspraken"),
        ("zonder-afspraak", "kaders"),
    ):
        for key in records(f"samenwerking/{soort}"):
            pagina.goto("about:blank")
            pagina.goto(f"{site_url}{MATRIX}{pad}/#{key}")
            expect(pagina.locator(f"#{key}")).to_be_in_viewport()


# ---------------------------------------------------------------- paper


@pytest.mark.chromium
def test_matrix_prints_on_a3_on_its_side(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url + MATRIX)
    sheets = paper(pagina)
    assert len(sheets) <= 3
    assert all(map(is_a3_landscape, sheets))


@pytest.mark.chromium
def test_no_column_of_the_matrix_is_cut_off_on_paper(pagina: Page, site_url: str) -> None:
    """At the width of such a sheet between its margins: 396 mm."""
    pagina.goto(site_url + MATRIX)
    pagina.set_viewport_size({"width": 1496, "height": 1040})
    pagina.emulate_media(media="print")
    assert pagina.evaluate("document.scrollingElement.scrollWidth") <= 1496
    table = pagina.locator(".matrix table").bounding_box()
    assert table is not None
    assert table["width"] > 1400  # nothing stands beside it
    heads = pagina.locator(".matrix thead th")
    expect(heads).to_have_count(3 + len(bestand("samenwerking/model")["kolommen"]))
    cut = pagina.evaluate(
        """() => [...document.querySelectorAll(".matrix :is(th, td)")].filter((cell) => {
          const box = cell.getBoundingClientRect();
          return !box.width || box.left < 0 || box.right > innerWidth || cell.scrollWidth > cell.clientWidth + 1;
        }).map((cell) => cell.innerText)"""
    )
    assert cut == []


@pytest.mark.chromium
@pytest.mark.parametrize("javascript", [True, False])
def test_onderdeel_prints_with_its_folds_open(
    open_pagina: Callable[..., Page], site_url: str, javascript: bool
) -> None:
    pagina = open_pagina(java_script_enabled=javascript)
    pagina.goto(site_url + ONDERDEEL)
    fold = pagina.locator("main details")
    expect(fold.locator("li").first).to_be_hidden()
    sheets = paper(pagina)
    assert all(map(is_a4, sheets))
    assert len(sheets) <= 4
    pagina.emulate_media(media="print")
    folded = "all => all.filter((one) => !one.checkVisibility()).length"
    assert fold.locator("li").evaluate_all(folded) == 0
    assert fold.locator("li").count() > 1


@pytest.mark.chromium
def test_outcome_prints_on_one_a4_with_its_address(pagina: Page, site_url: str) -> None:
    for key in UITKOMSTEN:
        pagina.goto(f"{site_url}{WEGWIJZER}{key}/")
        pagina.emulate_media(media="null")
        [sheet] = paper(pagina)
        assert is_a4(sheet)
        pagina.emulate_media(media="print")
        expect(pagina.locator(".druk-adres")).to_contain_text(f"{WEGWIJZER}{key}/")
