"""The form of the workbench in a browser: each field told as it is typed, by mouse and by keyboard.

On a page of its own within the site, with the answers of the engine ready, so that no Python has to
start. Not here: the engine, drafts, the list of problems.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.model.basis.datum import Datum, bedoeld
from macros.model.geheel import SOORTEN
from macros.werkbank.formulier import Veld, formulier
from macros.werkbank.gebruik import keuzes
from macros.werkbank.werkbank import Werkbank
from tests.browser.meten import OVERFLOW, violations
from tests.gebouwd import ROOT

WERKBANK = ROOT / "docs" / "werkbank"
PROEF = Path(__file__).with_name("werkbank")
TYPEN = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
PAGINA = """<!doctype html><html lang="nl" dir="ltr"><head><meta charset="utf-8"><title>wacht</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';
 style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'">
<link rel="icon" href="../assets/img/merk.svg"><link rel="stylesheet" href="../assets/css/site.css">
<link rel="stylesheet" href="werkbank.css"><link rel="stylesheet" href="formulier.css">
<script type="module" src="formulierproef.js"></script></head>
<body><main class="breed" id="werkbank"><h1>Proef</h1><div class="inhoud tekst" id="inhoud"></div>
</main></body></html>"""

PUNT = "speerpunten/alles-bekend.yml"
VAN_ALLES = (PUNT, "samenwerking/onderdelen/1a-hulp-in-de-klas.yml", "bronnen/plan.yml")
"""Together these have a field of every sort."""


@pytest.fixture(scope="module")
def alles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The forms of all kinds, what can be referred to, and what the files of a region say."""
    bank = Werkbank(ROOT / "tests" / "data_mini", Datum(2026, 11, 2))
    choices = {soort.naam: keuzes(bank, [soort.naam]) for soort in SOORTEN if soort.is_map}
    choices["kolommen"] = keuzes(bank, ["kolommen"])
    choices["bron"] += [
        {"waarde": f"oud-{n}", "label": f"Oud stuk {n}", "soort": "bron", "gearchiveerd": n == 7}
        for n in range(1, 70)
    ]
    return {
        "formulieren": {soort.naam: formulier(soort.naam) for soort in SOORTEN},
        "keuzes": choices,
        "waarden": {pad: one.value for pad, one in bank.gelezen.documents.items()},
    }


@pytest.fixture
def proef(
    open_pagina: Callable[..., Page], site_url: str, alles: dict[str, Any]
) -> Callable[..., Page]:
    """Opens the page; the options are those of its window."""

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name == "":
            route.fulfill(body=PAGINA, content_type="text/html; charset=utf-8")
        elif name == "alles.json":
            route.fulfill(body=json.dumps(alles), content_type="application/json")
        else:
            file = next(one for one in (PROEF / name, WERKBANK / name) if one.is_file())
            route.fulfill(path=file, content_type=f"{TYPEN[file.suffix]}; charset=utf-8")

    def open_(**options: Any) -> Page:
        page = open_pagina(**options)
        page.route(f"{site_url}proef/*", answer)
        page.goto(f"{site_url}proef/")
        expect(page).to_have_title("klaar")
        return page

    return open_


@pytest.fixture
def pagina(proef: Callable[..., Page]) -> Page:
    return proef()


def toon(pagina: Page, soort: str, waarde: Any = None, nummers: Any = None) -> None:
    pagina.evaluate(
        "([soort, waarde, nummers]) => toon(soort, waarde, nummers)", [soort, waarde, nummers]
    )


def gemeld(pagina: Page) -> list[Any]:
    """What the form told since it was asked last: the place, and the value there."""
    found: list[Any] = pagina.evaluate("gemeld.splice(0)")
    return found


def gezegd(pagina: Page) -> Locator:
    return pagina.get_by_role("status")


def meld(pagina: Page, *meldingen: tuple[list[str | int], str]) -> None:
    pagina.evaluate(
        "list => form.meldingen(list)",
        [
            {"loc": loc, "message": text, "tip": "Doe iets.", "level": "fout"}
            for loc, text in meldingen
        ],
    )


def beschreven(field: Locator) -> str:
    """What describes a field to who does not see it."""
    found: str = field.evaluate(
        """field => (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
          .map((id) => document.getElementById(id).innerText).join(" ")"""
    )
    return " ".join(found.split())


PUNT_NU = {"id": "x", "titel": "Titel", "nummer": "1", "bestuurlijk_trekker": "onbekend"}


def test_beside_unknown_stands_when_it_was_looked_for_until_it_is_known(pagina: Page) -> None:
    toon(pagina, "speerpunt", PUNT_NU | {"gezocht_op": {"ambtelijk_trekker": "2022"}})
    board = pagina.get_by_label("Gezocht op: Bestuurlijk trekker")
    official = pagina.get_by_label("Gezocht op: Ambtelijk trekker")
    expect(pagina.get_by_label("Gezocht op: Conclusie")).to_be_hidden()
    expect(official).to_be_visible()  # it should not be there, so somebody can take it away
    board.fill("november 2026")
    assert gemeld(pagina)[-1] == ["gezocht_op.bestuurlijk_trekker", "2026-11"]
    meld(pagina, (["gezocht_op", "bestuurlijk_trekker"], "In de toekomst."))
    assert "In de toekomst." in beschreven(board)
    assert pagina.evaluate("form.toon(['gezocht_op', 'bestuurlijk_trekker'])")
    expect(board).to_be_focused()
    official.fill("")
    expect(official).to_be_hidden()
    assert pagina.evaluate("waarde.gezocht_op") == {"bestuurlijk_trekker": "2026-11"}
    unknown = pagina.get_by_label("Onbekend: Bestuurlijk trekker")
    unknown.uncheck()
    expect(board).to_be_hidden()
    assert "gezocht_op" not in pagina.evaluate("Object.keys(waarde)")
    unknown.check()
    expect(board).to_have_value("2026-11")  # it is as unknown as it was
    assert pagina.evaluate("waarde.gezocht_op") == {"bestuurlijk_trekker": "2026-11"}


def test_a_change_is_told_with_its_place_and_stays_as_it_was_typed(pagina: Page) -> None:
    toon(pagina, "speerpunt", PUNT_NU)
    title = pagina.get_by_label("Titel", exact=True)
    title.fill("  <b>twee</b>  spaties {{ x }} ")
    assert gemeld(pagina) == [["titel", "  <b>twee</b>  spaties {{ x }} "]]
    title.press("Enter")
    assert gemeld(pagina) == []
    title.fill("")
    assert gemeld(pagina) == [["titel", None]]
    assert pagina.evaluate("Object.keys(waarde)") == ["id", "nummer", "bestuurlijk_trekker"]
    assert pagina.evaluate("begin.titel") == "Titel"  # who keeps the old value has it
    pagina.get_by_label("Voor ouders").fill("een\n\ntwee")
    assert gemeld(pagina)[-1] == ["voor_ouders", "een\n\ntwee"]
    expect(pagina.get_by_label("Korte naam (id)")).to_have_count(0)
    title.fill("x" * 90)
    assert beschreven(title).endswith("90 tekens; liefst hooguit 100")


def test_nobody_knows_is_a_choice_and_what_was_typed_comes_back(pagina: Page) -> None:
    toon(pagina, "speerpunt", PUNT_NU | {"conclusie": "Een conclusie."})
    text = pagina.get_by_label("Conclusie", exact=True)
    pagina.get_by_label("Onbekend: Conclusie").check()
    expect(text).to_be_hidden()
    pagina.get_by_label("Onbekend: Conclusie").uncheck()
    expect(text).to_be_focused()
    expect(text).to_have_value("Een conclusie.")
    assert gemeld(pagina) == [["conclusie", "onbekend"], ["conclusie", "Een conclusie."]]
    expect(pagina.get_by_label("Onbekend: Bestuurlijk trekker")).to_be_checked()
    toon(pagina, "bron", {"id": "x", "adres": "niet openbaar"})
    expect(pagina.get_by_label("Niet openbaar: Adres")).to_be_checked()
    pagina.get_by_label("Onbekend: Adres").check()
    expect(pagina.get_by_label("Niet openbaar: Adres")).not_to_be_checked()
    assert gemeld(pagina) == [["adres", "onbekend"]]


def test_a_choice_says_what_it_means_and_the_default_need_not_be_written(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"acties": [{"id": "a", "wat": "Iets doen"}]})
    pagina.get_by_role("button", name="1. Iets doen", exact=True).click()
    done = pagina.get_by_role("radio", name="afgerond klaar, met bewijs")
    done.check()
    pagina.get_by_role("radio", name="onbekend niemand weet het (nog)").check()
    assert gemeld(pagina) == [["acties.0.stand", "afgerond"], ["acties.0.stand", "onbekend"]]
    toon(pagina, "bron", {"soort": "webpagina"})
    kind = pagina.get_by_label("Soort", exact=True)
    expect(kind).to_have_value("webpagina")
    kind.select_option("wet")
    assert gemeld(pagina) == [["soort", "wet"]]
    assert "wettekst" in beschreven(kind)


def test_choices_of_which_more_can_be_stay_in_their_order(pagina: Page) -> None:
    toon(pagina, "partij", {"sectoren": ["VO", "iets"]})
    pagina.get_by_role("checkbox", name="PO basisschool", exact=True).check()
    pagina.get_by_role("checkbox", name="iets").uncheck()
    pagina.get_by_role("checkbox", name="VO middelbare school").uncheck()
    pagina.get_by_role("checkbox", name="PO basisschool", exact=True).uncheck()
    assert gemeld(pagina) == [
        ["sectoren", ["PO", "VO", "iets"]],
        ["sectoren", ["PO", "VO"]],
        ["sectoren", ["PO"]],
        ["sectoren", None],
    ]


def test_a_record_is_found_by_a_part_of_its_title_with_the_keyboard(pagina: Page) -> None:
    toon(pagina, "gemeente", {"herkomst": {"bron": "oud-3"}})
    source = pagina.get_by_role("combobox", name="Bron")
    expect(source).to_have_value("Oud stuk 3")
    source.fill("STÚK 6")
    expect(gezegd(pagina)).to_have_text("16 gevonden")
    source.press("ArrowDown")
    source.press("ArrowDown")
    chosen = source.evaluate(
        "one => document.getElementById(one.ariaActiveDescendantElement.id).innerText"
    )
    assert chosen == "Oud stuk 16"
    source.press("Enter")
    expect(source).to_have_value("Oud stuk 16")
    expect(source).to_have_attribute("aria-expanded", "false")
    assert gemeld(pagina) == [["herkomst.bron", "oud-16"]]
    source.fill("stuk 7")
    assert "Oud stuk 7" not in pagina.get_by_role("option").all_inner_texts()  # archived
    source.press("Escape")
    expect(source).to_have_value("Oud stuk 16")
    source.fill("oud stuk 21")
    source.press("Tab")
    assert gemeld(pagina) == [["herkomst.bron", "oud-21"]]
    source.fill("geen van deze")
    expect(gezegd(pagina)).to_have_text("Niets gevonden")
    source.press("Tab")
    assert gemeld(pagina) == [["herkomst.bron", "geen van deze"]]  # the checks say what is wrong
    source.click()
    source.fill("")
    pagina.get_by_role("option", name="Oud stuk 2", exact=True).click()
    expect(source).to_be_focused()
    assert gemeld(pagina) == [["herkomst.bron", "oud-2"]]
    link = pagina.get_by_role("link", name="Nieuw: bron")
    expect(link).to_have_attribute("href", "#/nieuw/bron")


def test_a_short_list_is_the_browsers_own_with_the_kinds_apart(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"bestuurlijk_trekker": "weg", "ambtelijk_trekker": "regisseur"})
    first = pagina.get_by_label("Bestuurlijk trekker", exact=True)
    expect(first).to_have_value("weg")  # there is no such record, and it is not lost
    assert first.evaluate("one => [...one.querySelectorAll('optgroup')].map((g) => g.label)") == [
        "partij",
        "gemeente",
    ]
    first.select_option("regisseur")
    assert gemeld(pagina) == [["bestuurlijk_trekker", "regisseur"]]


def test_a_date_is_typed_as_people_do_and_shown_in_words(pagina: Page) -> None:
    toon(pagina, "mijlpaal", {"datum": "2021-07"})
    date = pagina.get_by_label("Datum", exact=True)
    assert beschreven(date) == "Wanneer: jaar, maand of dag. juli 2021"
    date.fill("")
    date.press_sequentially("5 juli 2021")
    expect(date).to_have_value("5 juli 2021")
    assert gemeld(pagina)[-1] == ["datum", "2021-07-05"]
    assert beschreven(date).endswith("maandag 5 juli 2021")
    date.press("Tab")
    expect(date).to_have_value("2021-07-05")
    date.fill("begin juli")
    date.press("Tab")
    expect(date).to_have_value("begin juli")
    assert gemeld(pagina) == [["datum", "begin juli"]]


def test_a_time_is_typed_as_people_do(pagina: Page) -> None:
    toon(pagina, "vergadering", {"begin": "09:30"})
    time = pagina.get_by_label("Hoe laat het begint", exact=True)
    expect(time).to_have_value("09:30")
    for typed, told in (("14.00", "14:00"), ("14u30", "14:30"), ("9 uur", "09:00"), ("25u", "25u")):
        time.fill("")
        time.press_sequentially(typed)
        expect(time).to_have_value(typed)
        assert gemeld(pagina)[-1] == ["begin", told]
        time.press("Tab")
        expect(time).to_have_value(told)


def test_a_date_is_read_as_the_checks_read_it(pagina: Page) -> None:
    months = [
        "januari",
        "feb",
        "mrt",
        "april",
        "mei",
        "june",
        "juli",
        "aug",
        "sept",
        "oct",
        "november",
        "dec",
        "iets",
    ]
    typed = [
        *(
            "2021",
            "2021-07",
            "2021-7",
            "2021-07-05",
            "20210705",
            "5-7-2021",
            "05/07/2021",
            "5.7.21",
        ),
        *("7-13-2021", "2021-13", "zondag 4 juli 2021", "4e juli, 2021", "1ste mei 2020", "", " "),
        *("31-02-2021", "2021 07 05", "juli", "in 2021", "2021-07-05-", "٢٠٢١", "0021-07"),
        *chain.from_iterable((f"{m} 2021", f"3 {m.upper()} 2021", f"{m}-2021") for m in months),
    ]
    read = pagina.evaluate("list => list.map(readDate)", typed)
    assert read == [bedoeld(one) or one.strip() or one for one in typed]
    assert pagina.evaluate("['2021', '2021-02-30', '2021-13', 'x', '2024-02-29'].map(inWords)") == [
        "het jaar 2021",
        "",
        "",
        "",
        "donderdag 29 februari 2024",
    ]


ACTIES = [{"id": f"a{n}", "wat": f"Actie nummer {n}"} for n in range(1, 5)]


def knop(pagina: Page, name: str) -> Locator:
    return pagina.get_by_role("button", name=name, exact=True)


def volgorde(pagina: Page) -> list[str]:
    found: list[str] = pagina.evaluate("(waarde.acties ?? []).map(({ id }) => id)")
    return found


def test_a_list_is_put_in_another_order_with_the_keyboard(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"acties": ACTIES})
    knop(pagina, "2. Actie nummer 2").click()
    text = pagina.get_by_label("Wat er gebeurt")
    down = knop(pagina, "Actie 2, Actie nummer 2 omlaag")
    down.press("Enter")
    assert volgorde(pagina) == ["a1", "a3", "a2", "a4"]
    expect(gezegd(pagina)).to_have_text("Actie 3, Actie nummer 2 staat nu op plaats 3 van 4")
    down = knop(pagina, "Actie 3, Actie nummer 2 omlaag")
    expect(down).to_be_focused()
    down.press("Enter")
    down = knop(pagina, "Actie 4, Actie nummer 2 omlaag")
    expect(down).to_have_attribute("aria-disabled", "true")
    expect(down).to_be_focused()
    gemeld(pagina)
    down.press("Enter")
    assert gemeld(pagina) == []
    expect(text).to_be_visible()  # what was open stays open
    text.fill("Anders")
    assert gemeld(pagina) == [["acties.3.wat", "Anders"]]
    expect(knop(pagina, "Actie 4, Anders verwijderen")).to_be_visible()
    expect(pagina.locator("[id='veld-acties.3.wat']").get_by_label("Wat er gebeurt")).to_have_value(
        "Anders"
    )


def test_after_a_removal_the_focus_goes_on(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"acties": ACTIES})
    knop(pagina, "Actie 2, Actie nummer 2 verwijderen").press("Enter")
    expect(knop(pagina, "2. Actie nummer 3")).to_be_focused()
    expect(gezegd(pagina)).to_have_text("Actie 2, Actie nummer 2 verwijderd. Nog 3.")
    knop(pagina, "Actie 3, Actie nummer 4 verwijderen").press("Enter")
    expect(knop(pagina, "2. Actie nummer 3")).to_be_focused()
    knop(pagina, "Actie 2, Actie nummer 3 verwijderen").press("Enter")
    knop(pagina, "Actie 1, Actie nummer 1 verwijderen").press("Enter")
    expect(knop(pagina, "Actie toevoegen aan Acties")).to_be_focused()
    assert gemeld(pagina)[-1] == ["acties", None]
    assert pagina.evaluate("'acties' in waarde") is False


def test_a_new_part_has_the_focus_and_gets_an_id_from_its_name(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"acties": [{"id": "eerste-stap", "wat": "Eerste stap"}]})
    knop(pagina, "Actie toevoegen aan Acties").press("Enter")
    expect(gezegd(pagina)).to_have_text("Actie 2 toegevoegd")
    text = pagina.get_by_label("Wat er gebeurt")
    expect(text).to_be_focused()
    text.fill("Eérste  stap!")
    text.press("Tab")
    assert pagina.evaluate("waarde.acties[1]") == {"wat": "Eérste  stap!", "id": "eerste-stap-2"}
    text.fill("Heel anders")
    text.press("Tab")
    assert pagina.evaluate("waarde.acties[1].id") == "eerste-stap-2"  # an id does not change


def test_a_list_of_lines_is_a_list_of_fields(pagina: Page) -> None:
    toon(pagina, "begrip", {"synoniemen": ["een", "twee"]})
    assert pagina.get_by_label("Synoniemen: regel 2").input_value() == "twee"
    knop(pagina, "Regel 2, twee omhoog").press("Enter")
    knop(pagina, "Regel toevoegen aan Synoniemen").click()
    expect(pagina.get_by_label("Synoniemen: regel 3")).to_be_focused()
    pagina.keyboard.type("drie")
    assert pagina.evaluate("waarde.synoniemen") == ["twee", "een", "drie"]
    pagina.get_by_label("Synoniemen: regel 1").fill("")
    assert pagina.evaluate("waarde.synoniemen") == ["", "een", "drie"]


def test_what_may_be_left_out_and_is_empty_is_folded_away(pagina: Page) -> None:
    toon(pagina, "begrip", {"synoniemen": ["een"]})
    expect(pagina.locator("[id='veld-synoniemen']")).to_be_visible()
    expect(pagina.locator("[id='veld-zie_ook']")).to_be_hidden()
    pagina.get_by_text("Meer velden").click()
    expect(pagina.locator("[id='veld-zie_ook']")).to_be_visible()
    toon(pagina, "vergadering", {})  # whose meeting it is stands among what has to be filled in
    expect(pagina.locator("[id='veld-overleg']")).to_be_visible()
    expect(pagina.locator("[id='veld-mijlpaal']")).to_be_visible()
    toon(pagina, "voorstelroute", {})  # one field alone needs no fold
    expect(pagina.locator("[id='veld-wijzigingen']")).to_be_visible()


def test_the_source_that_was_used_last_can_be_used_again(pagina: Page) -> None:
    toon(pagina, "gemeente", {"herkomst": {"bron": "oud-3", "zekerheid": "bevestigd"}})
    again = knop(pagina, "Zelfde bron als net")
    expect(again).to_be_hidden()
    pagina.get_by_label("Peildatum").fill("2020")
    expect(pagina.locator(".herkomst__kort")).to_have_text("Oud stuk 3, het jaar 2020, bevestigd")
    toon(pagina, "begrip", {"term": "X"})
    again.click()
    assert gemeld(pagina) == [
        ["herkomst", {"bron": "oud-3", "peildatum": "2020", "zekerheid": "bevestigd"}]
    ]
    expect(pagina.get_by_role("combobox", name="Bron")).to_have_value("Oud stuk 3")
    expect(pagina.get_by_role("radio", name="bevestigd")).to_be_checked()
    expect(again).to_be_hidden()


def test_each_sort_has_its_own_next_number(pagina: Page) -> None:
    toon(pagina, "spelregel", {"id": "x"}, {"analyse": "16", "uitgangspunt": "5"})
    pagina.get_by_role("radio", name="analyse").check()
    expect(pagina.get_by_label("Nummer")).to_have_value("16")
    pagina.get_by_role("radio", name="uitgangspunt").check()
    assert pagina.evaluate("waarde.nummer") == "5"
    pagina.get_by_label("Nummer").fill("7")
    pagina.get_by_role("radio", name="analyse").check()
    assert pagina.evaluate("waarde.nummer") == "7"


def test_a_problem_stands_at_its_field_and_goes_when_it_is_mended(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"titel": "Iets", "acties": ACTIES})
    title = pagina.get_by_label("Titel", exact=True)
    meld(
        pagina,
        (["titel"], "Niet goed."),
        (["acties", 1, "stand"], "Verkeerd."),
        (["wijzigingen", 0, "wat"], "Leeg."),
        (["bestaat-niet"], "Onbekend veld."),
        ([], "Het hele bestand."),
    )
    expect(title).to_have_attribute("aria-invalid", "true")
    assert beschreven(title) == "Naam van het speerpunt. Fout: Niet goed. Doe iets."
    expect(pagina.get_by_text("Het hele bestand.")).to_be_visible()
    expect(pagina.get_by_text("Onbekend veld.")).to_be_visible()
    expect(knop(pagina, "2. Actie nummer 2 1 fout")).to_be_visible()
    expect(pagina.locator("summary").filter(has_text="Meer velden")).to_contain_text("1 fout")
    knop(pagina, "2. Actie nummer 2 1 fout").click()
    state = pagina.get_by_role("radiogroup", name="Stand")
    expect(state).to_have_attribute("aria-invalid", "true")
    assert "Verkeerd." in beschreven(state)
    meld(pagina)
    expect(title).not_to_have_attribute("aria-invalid", "true")
    assert beschreven(title) == "Naam van het speerpunt."
    expect(pagina.get_by_text("fout", exact=False)).to_have_count(0)


def test_that_a_text_waits_for_a_translation_is_not_told_at_each_field(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"titel": "Iets"})
    pagina.evaluate(
        """() => form.meldingen([
          { loc: ["titel"], message: "Wacht.", tip: "", level: "let op", code: "niet-vertaald" },
          { loc: ["titel"], message: "Lang.", tip: "", level: "let op", code: "lange-titel" },
        ])"""
    )
    expect(pagina.get_by_text("Lang.")).to_be_visible()
    expect(pagina.get_by_text("Wacht.")).to_have_count(0)


def test_whoever_is_sent_to_a_field_gets_there(pagina: Page) -> None:
    many = [{"id": f"a{n}", "wat": f"Nummer {n}"} for n in range(120)]
    toon(pagina, "speerpunt", {"acties": many})
    expect(pagina.locator(".lijst__een")).to_have_count(50)
    show = "loc => form.toon(loc)"
    assert pagina.evaluate(show, ["acties", 110, "herkomst", "peildatum"])
    expect(
        pagina.locator("[id='veld-acties.110.herkomst']").get_by_label("Peildatum")
    ).to_be_focused()
    assert pagina.evaluate(show, ["wijzigingen"])
    expect(knop(pagina, "Wijziging toevoegen aan Wijzigingen")).to_be_focused()
    assert pagina.evaluate(show, ["titel"])
    expect(pagina.get_by_label("Titel", exact=True)).to_be_focused()
    assert not pagina.evaluate(show, ["bestaat-niet"])
    assert not pagina.evaluate(show, ["acties", 500])


def test_a_value_from_elsewhere_is_shown_and_the_focus_stays(pagina: Page) -> None:
    toon(pagina, "speerpunt", {"titel": "Een", "acties": ACTIES})
    knop(pagina, "1. Actie nummer 1").click()
    text = pagina.get_by_label("Wat er gebeurt")
    text.focus()
    now = {"titel": "Twee", "conclusie": "onbekend", "acties": [{"id": "z", "wat": "Z"}, *ACTIES]}
    pagina.evaluate("now => form.zet(now)", now)
    expect(pagina.get_by_label("Titel", exact=True)).to_have_value("Twee")
    expect(pagina.get_by_label("Onbekend: Conclusie")).to_be_checked()
    expect(text).to_have_value("Z")
    expect(text).to_be_focused()
    assert gemeld(pagina) == []


def gevuld(veld: Veld, text: str) -> Any:
    """A value with a text in every field."""
    if "velden" in veld:
        return {one["naam"]: gevuld(one, text) for one in veld["velden"]}
    return [gevuld(veld["item"], text)] if "item" in veld else text


def test_any_text_is_only_text_and_any_value_can_be_shown(pagina: Page) -> None:
    """Code in every field of every kind, and lists where a text belongs and the other way round."""
    bad = "<script>gehackt = 1</script><img src=x onerror='gehackt = 1'>{{ x }} javascript:alert(1)"
    values = [(soort.naam, gevuld(formulier(soort.naam), bad)) for soort in SOORTEN]
    form = formulier("onderdeel")
    strange: tuple[Any, ...] = (None, "x", ["x"], {"x": {}})
    for odd in strange:
        values.append(("onderdeel", {one["naam"]: odd for one in form["velden"]}))
    told = pagina.evaluate(
        """([values, message]) => values.flatMap(([soort, value]) => {
          toon(soort, value);
          form.meldingen([[], [Object.keys(value)[1]]].map((loc) => ({ loc, message, tip: message, level: "fout" })));
          document.querySelectorAll(".lijst__open").forEach((one) => one.click());
          return gemeld;
        })""",
        [values, bad],
    )
    assert told == []
    assert pagina.locator("#inhoud :is(script, img)").count() == 0
    assert pagina.evaluate("typeof gehackt") == "undefined"


def alles_open(pagina: Page, alles: dict[str, Any]) -> Iterator[str]:
    """The forms of records that together have a field of every sort, with all of it open."""
    for pad in VAN_ALLES:
        soort = next(one.naam for one in SOORTEN if pad.startswith(f"{one.pad}/"))
        toon(pagina, soort, alles["waarden"][pad])
        meld(pagina, ([], "Alles."), (["titel"], "Iets."), (["acties", 0, "stand"], "Iets."))
        pagina.evaluate(
            "document.querySelectorAll('.lijst__open[aria-expanded=false]').forEach((b) => b.click());"
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        yield pad


@pytest.mark.chromium
@pytest.mark.parametrize("schema", ["light", "dark"])
def test_axe_finds_nothing_in_a_form(
    proef: Callable[..., Page], alles: dict[str, Any], schema: str
) -> None:
    pagina = proef(color_scheme=schema)
    for _ in alles_open(pagina, alles):
        assert violations(pagina) == []
        if schema == "dark":  # other colours, and nothing but colours
            break
    toon(pagina, "gemeente", {})
    pagina.get_by_role("combobox", name="Bron").click()
    pagina.keyboard.press("ArrowDown")
    assert violations(pagina) == []


@pytest.mark.chromium
def test_a_form_fits_on_the_smallest_screen(
    proef: Callable[..., Page], alles: dict[str, Any]
) -> None:
    pagina = proef(viewport={"width": 320, "height": 640})
    for _ in alles_open(pagina, alles):
        assert pagina.evaluate(OVERFLOW) == []
        small = pagina.evaluate(
            """() => [...document.querySelectorAll("#inhoud :is(button, input, select, textarea, summary, a)")]
              .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
              .map((one) => one.outerHTML)"""
        )
        assert small == []
