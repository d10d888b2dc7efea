"""The table filter, in a browser: on a page of its own, and on the agenda of the site."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Download, Page, expect
from python_calamine import CalamineWorkbook

from macros.opendata.contract import Veld, Veldsoort
from macros.opendata.gevuld import Gevuld
from macros.opendata.leeswijzer import Leeswijzer
from macros.opendata.vorm.csv import als_csv
from macros.opendata.vorm.json import als_json
from macros.opendata.vorm.ods import MIMETYPE, als_ods
from macros.opendata.vorm.xlsx import als_xlsx
from tests.browser.meten import rust
from tests.gebouwd import TALEN

AGENDA = "agenda/acties/"
CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"

RIJEN = """
<tr data-rij="acties" data-telt data-sleutel="1.1" data-jaar="2021 2022" data-gemeente="ede" data-stand="klaar">
  <th scope="row">Één; "twee"<button popovertarget="u">TLV</button><span popover id="u">uitleg
  </span></th>
  <td data-waarde="10">tien</td><td>1.000,5</td><td>zee</td></tr>
<tr data-rij="acties" data-telt data-sleutel="1.2" data-jaar="2022" data-gemeente="ede rhenen" data-stand="loopt">
  <th scope="row">=SOM(A1)</th><td data-waarde="9">negen</td><td>2,5</td>
  <td><ul><li>Élan</li><li>Ede</li></ul></td></tr>
<tr data-rij="acties" data-telt data-jaar="2023" data-stand="loopt">
  <th scope="row">Drie<br>vier</th><td data-waarde="">onbekend</td><td>-</td><td></td></tr>
<tr data-rij="acties" data-telt data-jaar="2023" data-gemeente="rhenen" data-stand="klaar">
  <th scope="row">Plan 10</th><td data-waarde="-1">min</td><td>30</td><td>ede</td></tr>
"""

PAGINA = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>proef</title>
<meta http-equiv="Content-Security-Policy" content="{csp}">
<script type="module" src="../assets/js/filter.js"></script></head><body>
<form data-filter="acties" data-telling="{{zichtbaar}} van {{totaal}}" data-geen="Geen" data-weg="Weg." hidden>
<label>Jaar <select name="jaar"><option value="">Alle</option><option>2021</option>
<option>2022</option><option>2023</option></select></label>
<label>Gemeente <select name="gemeente"><option value="">Alle</option><option>ede</option>
<option>rhenen</option></select></label>
<label>Stand <select name="stand"><option value="">Alle</option><option>klaar</option>
<option>loopt</option></select></label>
<button type="reset">Wis</button><p role="status"></p></form>
<ul><li data-rij="acties" data-jaar="2021" id="groep">Groep</li></ul>
<table><thead><tr><th data-sorteer="actie">Actie</th><th data-sorteer="rang">Rang</th>
<th>Kosten</th><th data-sorteer="plaats">Plaats</th></tr></thead>
<tbody>{rijen}</tbody></table>
<p data-keuze="keuze"><a data-download="acties.csv" href="alles.csv">CSV</a>
<a data-download="acties.ods" href="alles.ods">ODS</a>
<a data-download="acties.xlsx" href="alles.xlsx">XLSX</a>
<a data-download="acties.json" href="alles.json">JSON</a></p></body></html>
"""

DELEN = """
<tr data-rij="acties" data-telt data-jaar="2021" id="kruis"><th scope="row">kruis</th>
  <td data-deel data-gemeente="ede" data-stand="klaar"></td>
  <td data-deel data-gemeente="rhenen" data-stand="loopt"></td></tr>
<tr data-rij="acties" data-telt data-jaar="2022" id="recht"><th scope="row">recht</th>
  <td data-deel data-gemeente="ede" data-stand="loopt"></td>
  <td data-deel data-gemeente="rhenen" data-stand="klaar"></td></tr>
<tr data-rij="acties" data-telt data-jaar="2022" data-stand="klaar" id="eigen"><th scope="row">eigen</th>
  <td data-deel data-gemeente="ede" data-stand="loopt"></td>
  <td data-deel data-gemeente="ede rhenen"></td></tr>
<tr data-rij="acties" data-telt id="open"><th scope="row">open</th>
  <td data-deel data-gemeente="rhenen"></td><td data-deel></td></tr>
<tr data-rij="acties" data-telt id="zonder"><th scope="row">zonder</th><td data-gemeente="ede"></td></tr>
"""
"""Rows with parts: crosswise, straight, with a value of its own, with an open part, without parts."""

GEVOUWEN = """<tr><td><details data-groep open id="jaar-1"><summary>2021</summary>
<div data-rij="acties" data-telt data-jaar="2021" id="een">een</div></details>
<details data-groep id="jaar-2"><summary>2022</summary><details data-groep id="maand">
<summary>mei</summary><div data-rij="acties" data-telt data-jaar="2022" id="twee">twee</div>
</details></details></td></tr>
"""
"""Rows that are folded away, one of them twice."""

KOPIE = """</tbody></table><p><button data-kopieer data-gelukt="Gekopieerd." data-mislukt="Doe het zelf: {adres}" hidden>
Kopieer</button><span role="status"></span></p>"""
"""A button that copies the address of the page."""

VELDEN = (
    Veld("Kenmerk", "Vaste naam.", naam="id", soort=Veldsoort.CODE),
    Veld("Een kop die breder is dan wat eronder staat", "", naam="actie"),
    Veld("Kosten", "", naam="kosten", soort=Veldsoort.GETAL),
    Veld("Op welke dag", "", naam="op", soort=Veldsoort.DAG),
    Veld("Wie", "", naam="wie", soort=Veldsoort.CODE, lijst=True),
)
GEVULD = Gevuld(
    "acties",
    "Acties",
    "Wat er gebeurt.",
    VELDEN,
    (
        ("1.1", 'Één; <b>, "drie"\n\n=SOM(A1)', Decimal("8.0"), "2026-11-30", ("a", "b")),
        ("1.10", "Nee", None, None, ()),
        ("1.2", "  =1+1 & 🎒", Decimal("-0.10"), "2021", None),
    ),
    "acties",
)
LEESWIJZER = Leeswijzer(
    "leeswijzer",
    (("Tabel", "Acties"),),
    (("Kolom", "Wat"), *((one.titel, one.betekenis) for one in VELDEN)),
)


def als_bestand(vorm: str, gevuld: Gevuld = GEVULD, **keuze: object) -> bytes:
    """A table as the site writes it; ``en.csv`` is that of English."""
    match vorm:
        case "csv" | "en.csv":
            return als_csv(gevuld, "." if vorm == "en.csv" else ",")
        case "json":
            return als_json({"velden": [one.naam for one in gevuld.velden], **keuze}, gevuld)
        case "ods":
            return als_ods(gevuld, LEESWIJZER)
    return als_xlsx(gevuld, LEESWIJZER)


@pytest.fixture
def proef(pagina: Page, site_url: str) -> str:
    """Address of a small page that uses the script of the built site."""
    return serve(pagina, site_url, RIJEN)


def serve(pagina: Page, site_url: str, rijen: str) -> str:
    address = f"{site_url.rstrip('/')}/proef-filter/"
    html = PAGINA.format(csp=CSP, rijen=rijen)
    pagina.route(
        lambda url: url.split("?")[0].split("#")[0] == address,
        lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
    )
    return address


def visible(pagina: Page) -> list[str]:
    """The text of the first column of the rows that are shown."""
    rows = pagina.locator("tbody tr:visible th")
    return [text.split("TLV")[0].strip() for text in rows.all_text_contents()]


def query(pagina: Page) -> str:
    return urlsplit(pagina.url).query


def test_choice_hides_rows_and_is_counted(pagina: Page, proef: str) -> None:
    pagina.goto(proef)
    status = pagina.get_by_role("status")
    expect(status).to_have_text("4 van 4")
    pagina.get_by_label("Jaar").select_option("2022")
    assert visible(pagina) == ['Één; "twee"', "=SOM(A1)"]
    expect(pagina.locator("#groep")).to_be_hidden()
    expect(status).to_have_text("2 van 4")
    pagina.get_by_label("Stand").select_option("loopt")
    assert visible(pagina) == ["=SOM(A1)"]
    expect(status).to_have_text("1 van 4")


def test_row_that_does_not_know_a_filter_stays(pagina: Page, proef: str) -> None:
    pagina.goto(proef)
    pagina.get_by_label("Gemeente").select_option("rhenen")
    assert visible(pagina) == ["=SOM(A1)", "Drievier", "Plan 10"]
    expect(pagina.locator("#groep")).to_be_visible()


def test_what_is_folded_away_opens_when_a_choice_or_an_address_shows_some_of_it(
    pagina: Page, site_url: str
) -> None:
    address = serve(pagina, site_url, GEVOUWEN)
    pagina.goto(address)
    expect(pagina.get_by_role("status")).to_have_text("2 van 2")
    expect(pagina.locator("#een")).to_be_visible()
    expect(pagina.locator("#twee")).to_be_hidden()
    pagina.get_by_label("Jaar").select_option("2022")
    expect(pagina.locator("#twee")).to_be_visible()
    expect(pagina.locator("#jaar-1")).to_be_hidden()
    pagina.get_by_role("button", name="Wis").click()
    expect(pagina.locator("#een")).to_be_visible()
    expect(pagina.locator("#twee")).to_be_hidden()
    pagina.evaluate("location.hash = 'twee'")
    expect(pagina.locator("#twee")).to_be_visible()
    pagina.goto("about:blank")
    pagina.goto(f"{address}#twee")
    expect(pagina.locator("#twee")).to_be_visible()


def test_count_is_said_once_per_burst_of_choices(pagina: Page, proef: str) -> None:
    pagina.goto(proef)
    pagina.evaluate(
        """() => { window.said = [];
        new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent))
        .observe(document.querySelector('[role=status]'), {childList: true}); }"""
    )
    pagina.get_by_label("Jaar").focus()
    for _ in range(3):
        pagina.keyboard.press("ArrowDown")
    expect(pagina.get_by_role("status")).to_have_text("2 van 4")
    assert pagina.get_by_label("Jaar").input_value() == "2023"
    assert len(pagina.evaluate("said")) == 1


def test_state_is_in_the_address_and_back(pagina: Page, proef: str) -> None:
    pagina.goto(f"{proef}?bron=brief&stand=loopt#groep")
    assert visible(pagina) == ["=SOM(A1)", "Drievier"]
    expect(pagina.get_by_role("status")).to_have_text("2 van 4")
    pagina.get_by_label("Jaar").select_option("2022")
    assert query(pagina) == "bron=brief&stand=loopt&jaar=2022"
    assert pagina.url.endswith("#groep")
    pagina.get_by_label("Stand").select_option("")
    assert query(pagina) == "bron=brief&jaar=2022"
    pagina.reload()
    assert pagina.get_by_label("Jaar").input_value() == "2022"
    pagina.get_by_role("button", name="Wis").click()
    assert query(pagina) == "bron=brief"
    assert len(visible(pagina)) == 4


def test_unknown_id_in_the_address_is_no_choice_is_said_and_goes_no_further(
    pagina: Page, proef: str
) -> None:
    pagina.goto(f"{proef}?bron=brief&jaar=1999&stand=klaar#groep")
    assert visible(pagina) == ['Één; "twee"', "Plan 10"]
    assert pagina.get_by_label("Jaar").input_value() == ""
    expect(pagina.get_by_role("status")).to_have_text("Weg. 2 van 4")
    assert query(pagina) == "bron=brief&stand=klaar"
    assert pagina.url.endswith("#groep")
    pagina.get_by_label("Stand").select_option("loopt")
    expect(pagina.get_by_role("status")).to_have_text("2 van 4")


def test_sorting_keeps_unknown_last(pagina: Page, proef: str) -> None:
    rising = ["Plan 10", "=SOM(A1)", 'Één; "twee"', "Drievier"]
    falling = ['Één; "twee"', "=SOM(A1)", "Plan 10", "Drievier"]
    words = ["=SOM(A1)", "Drievier", 'Één; "twee"', "Plan 10"]
    for kop, op, af in (("Actie", words, words[::-1]), ("Rang", rising, falling)):
        pagina.goto(proef)
        button = pagina.get_by_role("button", name=kop)
        header = pagina.locator("th", has=button)
        button.press("Enter")
        expect(header).to_have_attribute("aria-sort", "ascending")
        assert visible(pagina) == op
        button.press("Enter")
        expect(header).to_have_attribute("aria-sort", "descending")
        expect(pagina.locator("[aria-sort]")).to_have_count(1)
        assert visible(pagina) == af
        expect(button).to_be_focused()
    pagina.get_by_role("button", name="Plaats").press("Enter")
    assert visible(pagina) == rising


def test_sorting_keeps_the_order_of_equals(pagina: Page, site_url: str) -> None:
    rows = "".join(f"<tr><th>{n}</th><td>{n % 2}</td><td></td><td></td></tr>" for n in range(40))
    pagina.goto(serve(pagina, site_url, rows))
    pagina.get_by_role("button", name="Rang").click()
    even, odd = range(0, 40, 2), range(1, 40, 2)
    assert visible(pagina) == [str(n) for n in (*even, *odd)]
    pagina.get_by_role("button", name="Rang").click()
    assert visible(pagina) == [str(n) for n in (*odd, *even)]


def test_order_is_in_the_address_beside_the_choice_and_back(pagina: Page, proef: str) -> None:
    falling = ['Één; "twee"', "=SOM(A1)", "Plan 10", "Drievier"]
    pagina.goto(f"{proef}?stand=loopt&sorteer=rang-af#groep")
    header = pagina.locator("th", has=pagina.get_by_role("button", name="Rang"))
    expect(header).to_have_attribute("aria-sort", "descending")
    assert visible(pagina) == falling[1:4:2]
    pagina.get_by_role("button", name="Wis").click()
    assert query(pagina) == "sorteer=rang-af"
    assert visible(pagina) == falling
    pagina.get_by_role("button", name="Rang").press("Enter")
    assert query(pagina) == "sorteer=rang"
    assert pagina.url.endswith("#groep")
    pagina.reload()
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert visible(pagina) == ["Plan 10", "=SOM(A1)", 'Één; "twee"', "Drievier"]


@pytest.mark.parametrize("waarde", ["", "kosten", "-af", "rang-af-af", "Rang", "__proto__", "<b>"])
def test_order_that_is_not_there_is_none(pagina: Page, proef: str, waarde: str) -> None:
    pagina.goto(f"{proef}?sorteer={waarde}&jaar=2022")
    assert visible(pagina) == ['Één; "twee"', "=SOM(A1)"]
    expect(pagina.locator("[aria-sort]")).to_have_count(0)
    assert query(pagina) == "jaar=2022"


def test_order_that_somebody_chose_is_said(pagina: Page, site_url: str) -> None:
    said = '<p role="status" data-op="{kolom} op" data-af="{kolom} af"></p>'
    pagina.goto(serve(pagina, site_url, f"{RIJEN}</tbody></table>{said}"))
    status = pagina.get_by_role("status").last
    for text in ("Rang op", "Rang af", "Rang op"):
        pagina.get_by_role("button", name="Rang").press("Enter")
        expect(status).to_have_text(text)


def test_going_back_brings_choice_and_order_of_that_step(pagina: Page, proef: str) -> None:
    pagina.goto(proef)
    pagina.get_by_label("Jaar").select_option("2022")
    pagina.evaluate("location.hash = 'groep'")
    pagina.get_by_label("Jaar").select_option("2023")
    pagina.get_by_role("button", name="Rang").press("Enter")
    assert visible(pagina) == ["Plan 10", "Drievier"]
    pagina.go_back()
    expect(pagina.get_by_label("Jaar")).to_have_value("2022")
    expect(pagina.locator("[aria-sort]")).to_have_count(0)
    assert visible(pagina) == ['Één; "twee"', "=SOM(A1)"]
    pagina.go_forward()
    expect(pagina.locator("[aria-sort=ascending]")).to_have_text("Rang")
    assert visible(pagina) == ["Plan 10", "Drievier"]


@pytest.mark.parametrize("mag", [True, False])
def test_address_as_it_is_is_copied_or_else_said(pagina: Page, site_url: str, mag: bool) -> None:
    pagina.goto(serve(pagina, site_url, RIJEN + KOPIE) + "?bron=brief#groep")
    pagina.evaluate(
        "(mag) => { navigator.clipboard.writeText = async (text) => {"
        " if (!mag) throw new Error(); window.gekopieerd = text; }; }",
        mag,
    )
    pagina.get_by_label("Jaar").select_option("2022")
    pagina.get_by_role("button", name="Rang").press("Enter")
    pagina.get_by_role("button", name="Kopieer").press("Enter")
    said = "Gekopieerd." if mag else f"Doe het zelf: {pagina.url}"
    expect(pagina.get_by_role("status").last).to_have_text(said)
    assert query(pagina) == "bron=brief&jaar=2022&sorteer=rang"
    assert pagina.evaluate("window.gekopieerd") == (pagina.url if mag else None)


@pytest.mark.chromium
@pytest.mark.parametrize("vorm", ["csv", "en.csv", "json", "ods", "xlsx"])
def test_file_of_a_choice_is_as_if_only_the_rows_that_are_shown_were_written_in_their_order(
    pagina: Page, proef: str, tmp_path: Path, vorm: str
) -> None:
    geef(pagina, als_bestand(vorm), vorm)
    for keuze, keys in (
        ({"jaar": "2022"}, ("1.1", "1.2")),
        ({"jaar": "2022", "sorteer": "rang"}, ("1.2", "1.1")),
        ({"sorteer": "rang-af"}, ("1.1", "1.2")),
        ({"jaar": "2021", "stand": "loopt"}, ()),
    ):
        pagina.goto(f"{proef}?{urlencode(keuze)}")
        with pagina.expect_download() as started:
            pagina.get_by_role("link", name=vorm.removeprefix("en.").upper(), exact=True).click()
        file = bewaard(started.value, tmp_path)
        assert file.name == f"acties-keuze.{vorm.removeprefix('en.')}"
        rows = {row[0]: row for row in GEVULD.rijen}
        chosen = replace(GEVULD, rijen=tuple(rows[key] for key in keys))
        wanted = als_bestand(vorm, chosen, filter={"adres": pagina.url, "keuze": keuze})
        assert delen_van(file.read_bytes()) == delen_van(wanted)
    if vorm == "ods":  # it is to be recognised by its first bytes
        assert file.read_bytes()[30:].startswith(b"mimetype" + MIMETYPE.encode() + b"PK")


def delen_van(content: bytes) -> list[tuple[str, str]]:
    """The files in a package in their order, or the one that it is."""
    if not content.startswith(b"PK"):
        return [("", content.decode())]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return [(name, package.read(name).decode()) for name in package.namelist()]


def test_without_a_choice_the_whole_file_is_followed(pagina: Page, proef: str) -> None:
    pagina.goto(proef)
    with pagina.expect_request("**/alles.csv"):
        pagina.get_by_role("link", name="CSV").click()


def bewaard(download: Download, folder: Path) -> Path:
    file = folder / download.suggested_filename
    download.save_as(file)
    return file


def geef(pagina: Page, content: bytes, vorm: str) -> None:
    """What the link of this kind of file leads to."""
    address = f"**/alles.{vorm.removeprefix('en.')}"
    pagina.route(address, lambda route: route.fulfill(body=content, content_type=MIMETYPE))


@pytest.mark.eigen_venster
@pytest.mark.chromium
def test_nothing_for_spreadsheets_is_loaded_before_it_is_asked_for(
    pagina: Page, proef: str
) -> None:
    seen: list[str] = []
    pagina.on("request", lambda request: seen.append(request.url.rsplit("/", 1)[1]))
    geef(pagina, als_bestand("ods"), "ods")
    pagina.goto(proef)
    pagina.get_by_label("Jaar").select_option("2022")
    expect(pagina.get_by_role("status")).to_have_text("2 van 4")
    rust(pagina)
    assert "filter.js" in seen
    assert {"bestand.js", "rekenblad.js", "fflate.js", "alles.ods"}.isdisjoint(seen)
    with pagina.expect_download():
        pagina.get_by_role("link", name="ODS").click()
    assert {"bestand.js", "rekenblad.js", "fflate.js", "alles.ods"} <= set(seen)


@pytest.mark.eigen_venster
def test_without_a_choice_the_whole_spreadsheet_is_followed(
    pagina: Page, proef: str, tmp_path: Path
) -> None:
    seen: list[str] = []
    pagina.on("request", lambda request: seen.append(request.url.rsplit("/", 1)[1]))
    full = als_bestand("ods")
    geef(pagina, full, "ods")
    pagina.goto(proef)
    with pagina.expect_download() as started:
        pagina.get_by_role("link", name="ODS").click()
    assert bewaard(started.value, tmp_path).read_bytes() == full
    assert {"bestand.js", "rekenblad.js", "fflate.js"}.isdisjoint(seen)


def met_inhoud(xml: str) -> bytes:
    """A package whose content is ``xml``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", MIMETYPE)
        package.writestr("content.xml", xml)
    return out.getvalue()


@pytest.mark.chromium
@pytest.mark.parametrize(
    "full",
    [b"geen zip", als_bestand("ods")[:-30], met_inhoud("<a><b></a>")],
    ids=["no zip", "half a zip", "no xml"],
)
def test_spreadsheet_that_cannot_be_read_is_given_as_it_is(
    pagina: Page, proef: str, tmp_path: Path, full: bytes, klachten: list[str]
) -> None:
    geef(pagina, full, "ods")
    pagina.goto(f"{proef}?jaar=2022")
    with pagina.expect_download() as started:
        pagina.get_by_role("link", name="ODS").click()
    assert started.value.suggested_filename == "alles.ods"
    assert bewaard(started.value, tmp_path).read_bytes() == full
    # Chromium styles its own message about XML that is wrong, though nobody gets to see it
    klachten[:] = [one for one in klachten if "inline style" not in one]


@pytest.fixture
def delen(pagina: Page, site_url: str) -> str:
    """Address of the small page, with rows that have parts."""
    return serve(pagina, site_url, DELEN)


def outside(pagina: Page) -> dict[str, list[int]]:
    """Of each row that is shown: which of its parts do not match."""
    found: dict[str, list[int]] = pagina.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("tbody tr:not([hidden])")].map(
        (row) => [row.id, [...row.querySelectorAll("[data-deel]")].flatMap(
        (part, i) => "buiten" in part.dataset ? [i] : [])]))"""
    )
    return found


PASSEND: dict[str, dict[str, list[int]]] = {
    "": {"kruis": [], "recht": [], "eigen": [], "open": [], "zonder": []},
    "gemeente=ede": {"kruis": [1], "recht": [1], "eigen": [], "open": [0], "zonder": []},
    # one part has both: the two values in two parts are no match
    "gemeente=ede&stand=klaar": {"kruis": [1], "eigen": [], "open": [0], "zonder": []},
    # a value of the row itself is not looked for in its parts
    "gemeente=rhenen&stand=klaar": {"recht": [0], "eigen": [0], "open": [], "zonder": []},
    "stand=loopt": {"kruis": [0], "recht": [1], "open": [], "zonder": []},
    "jaar=2022": {"recht": [], "eigen": [], "open": [], "zonder": []},
    "jaar=2022&gemeente=rhenen": {"recht": [0], "eigen": [0], "open": [], "zonder": []},
}
"""Of each choice: the rows that are shown, each with its parts that do not match."""


def test_one_part_of_a_row_must_match_all_that_the_row_leaves_to_it(
    pagina: Page, delen: str
) -> None:
    found = {}
    for keuze, shown in PASSEND.items():
        pagina.goto(f"{delen}?{keuze}")
        expect(pagina.get_by_role("status")).to_have_text(f"{len(shown)} van 5")
        found[keuze] = outside(pagina)
    assert found == PASSEND


def test_parts_are_marked_anew_at_every_choice(pagina: Page, delen: str) -> None:
    pagina.goto(delen)
    pagina.get_by_label("Gemeente").select_option("ede")
    assert outside(pagina)["kruis"] == [1]
    pagina.get_by_label("Gemeente").select_option("rhenen")
    assert outside(pagina)["kruis"] == [0]
    pagina.get_by_label("Stand").select_option("klaar")
    assert "kruis" not in outside(pagina)
    pagina.get_by_role("button", name="Wis").click()
    assert outside(pagina)["kruis"] == []
    expect(pagina.locator("[data-buiten]")).to_have_count(0)


@pytest.mark.chromium
@pytest.mark.parametrize("taal", TALEN)
def test_agenda_gives_the_actions_that_it_shows_in_every_form(
    pagina: Page, site_url: str, site: Path, taal: str, tmp_path: Path
) -> None:
    pagina.goto(f"{site_url}{TALEN[taal]}{AGENDA}?sorteer=wanneer-af")
    pagina.locator("form[data-filter] summary").click()
    pagina.locator("select[name=jaar]").select_option(index=1)
    rows = pagina.locator("[data-sleutel]")
    total = rows.count()
    shown = rows.and_(pagina.locator(":not([hidden])")).evaluate_all(
        "rows => rows.map((row) => row.dataset.sleutel)"
    )
    assert 1 < len(shown) < total
    for link in pagina.locator(".bestanden a").all():
        whole = site / TALEN[taal] / "data" / "v1" / str(link.get_attribute("data-download"))
        with pagina.expect_download() as started:
            link.press("Enter")
        file = bewaard(started.value, tmp_path)
        head, *found = lees(file, taal)
        known = {row[0]: row for row in lees(whole, taal)}
        assert [head, *found] == [lees(whole, taal)[0], *(known[key] for key in shown)]
    assert {file.suffix for file in tmp_path.iterdir()} == {".csv", ".json", ".ods", ".xlsx"}


def lees(file: Path, taal: str) -> list[list[Any]]:
    """The rows of a file below their heads, as a reader of others finds them."""
    match file.suffix:
        case ".csv":
            text = io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")
            return list(csv.reader(text, delimiter=";" if taal == "nl" else ","))
        case ".json":
            table = json.loads(file.read_text("utf-8"))
            return [table["velden"], *(list(row.values()) for row in table["rijen"])]
        case ".xlsx":
            sheet = openpyxl.load_workbook(file).worksheets[0]
            assert sheet.auto_filter.ref == sheet.dimensions
            return [list(row) for row in sheet.values]
    return CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()


def test_a_choice_in_an_old_address_leads_to_where_the_filter_is(
    pagina: Page, site_url: str
) -> None:
    pagina.goto(f"{site_url}agenda/?jaar=2022&stand=loopt")
    pagina.wait_for_url(f"{site_url}agenda/acties/?jaar=2022&stand=loopt")
    pagina.goto(f"{site_url}agenda/?iets=anders")
    assert pagina.url == f"{site_url}agenda/?iets=anders"


@pytest.mark.chromium  # another browser does not tell what moved
@pytest.mark.parametrize("pad", ["agenda/acties/", "samenwerking/", "bronnen/", "begrippen/"])
def test_nothing_moves_when_a_filter_appears(pagina: Page, site_url: str, pad: str) -> None:
    pagina.goto(f"{site_url}{pad}")
    pagina.locator("[data-filter]").first.wait_for()
    moved = pagina.evaluate(
        """() => new Promise((resolve) => {
          new PerformanceObserver((list) => resolve(
            list.getEntries().reduce((sum, one) => sum + one.value, 0),
          )).observe({ type: "layout-shift", buffered: true });
          setTimeout(resolve, 300, 0);
        })"""
    )
    assert moved < 0.005


@pytest.mark.parametrize("taal", TALEN)
def test_agenda_can_be_filtered(pagina: Page, site_url: str, taal: str) -> None:
    pagina.goto(site_url + TALEN[taal] + AGENDA)
    form = pagina.locator("form[data-filter]")
    expect(form).to_be_visible()
    counted = pagina.locator("[data-rij][data-telt]")
    total = counted.count()
    form.locator("summary").click()
    choice = form.locator("select[name=jaar]")
    choice.select_option(index=1)
    year = choice.input_value()
    shown = pagina.locator(f"[data-rij][data-telt][data-jaar~='{year}']").count()
    assert 0 < shown < total
    expect(pagina.locator("[data-rij][data-telt]:not([hidden])")).to_have_count(shown)
    expect(form.get_by_role("status")).to_contain_text(str(shown))
    expect(form.get_by_role("status")).to_contain_text(str(total))
    assert query(pagina) == f"jaar={year}"
    expect(pagina.locator(".bestanden__kies")).to_be_visible()
    pagina.emulate_media(media="print")
    pagina.evaluate("dispatchEvent(new Event('beforeprint'))")
    said = form.get_by_role("status")
    expect(said).to_be_visible()
    expect(choice).to_be_hidden()
    assert f": {year} · {pagina.url}" in said.evaluate("p => p.dataset.druk")
    pagina.emulate_media(media="screen")


@pytest.mark.chromium
@pytest.mark.parametrize("taal", TALEN)
def test_choice_that_leaves_nothing_can_be_undone_beside_what_is_said_of_it(
    pagina: Page, site_url: str, taal: str
) -> None:
    pagina.goto(f"{site_url}{TALEN[taal]}{AGENDA}?jaar=1999")
    form = pagina.locator("form[data-filter]")
    clear = form.locator("[type=reset]")
    status = form.get_by_role("status")
    weg = str(form.get_attribute("data-weg"))
    expect(status).to_contain_text(weg)
    expect(clear).to_be_hidden()
    assert query(pagina) == ""
    form.get_by_role("searchbox").fill("geen enkele")
    expect(status).to_have_text(str(form.get_attribute("data-geen")))
    expect(pagina.locator("main table")).to_be_hidden()
    clear.press("Enter")
    expect(pagina.locator("main tbody [data-rij]:visible")).to_have_count(
        pagina.locator("[data-telt]").count()
    )
    expect(clear).to_be_hidden()
    expect(status).to_be_empty()
    expect(form.get_by_role("searchbox")).to_be_focused()
    assert query(pagina) == ""


@pytest.mark.chromium
@pytest.mark.parametrize("taal", TALEN)
def test_agenda_is_complete_without_javascript(
    open_pagina: Callable[..., Page], site_url: str, taal: str
) -> None:
    page = open_pagina(java_script_enabled=False)
    page.goto(f"{site_url}{TALEN[taal]}{AGENDA}?jaar=2021")
    expect(page.locator("form[data-filter]")).to_be_hidden()
    assert page.locator("[data-rij]").count() > 0
    expect(page.locator("[data-rij][hidden]")).to_have_count(0)
    expect(page.locator(".bestanden__kies")).to_be_hidden()
