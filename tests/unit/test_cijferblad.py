"""Figures as people mail them: what becomes of them in the monitor, and what is asked or refused."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest

from macros.invoer.cijfercel import periode_van
from tests.unit.invulling import als_bytes
from tests.unit.mini import Mini
from tests.unit.werkbladen import Vraag, neem_over, werkbank

BESTAND = "monitor/waarnemingen/verslag.csv"
ALLE = {
    "indicator": "Kinderen met hulp",
    "bron": "verslag",
    "opgehaald": "1-11-2024",
    "status": "Voorlopig",
    "zekerheid": "afgeleid",
}
KOP = "indicator;gebied;periode;uitsplitsing;waarde;status;opgehaald;bron;zekerheid\n"


@pytest.fixture
def vraag(mini: Mini) -> Vraag:
    return werkbank(mini.map)


def lees(vraag: Vraag, tekst: str | bytes, naam: str = "cijfers.csv", **antwoorden: str) -> Any:
    """What comes of a file; what is good in it is taken over, as on the page."""
    raw = tekst if isinstance(tekst, bytes) else tekst.encode()
    found = neem_over(vraag, raw, naam, antwoorden={**ALLE, **antwoorden})
    for one in found["gewijzigd"] if isinstance(found, dict) else ():
        vraag("zet", pad=one["pad"], waarde=one["waarde"])
    vraag("controleer")
    return found


def cijfers(vraag: Vraag, periode: str = "2023", pad: str = BESTAND) -> dict[str, str]:
    """The figures of a period that the monitor has now, by area."""
    rows = vraag("record", pad=pad)["waarde"]["rijen"]
    return {one["gebied"]: one["waarde"] for one in rows if one["periode"] == periode}


def fouten(found: Any) -> list[tuple[int, str, str]]:
    return [
        (one["rij"], one["letter"], one["code"])
        for one in found["meldingen"]
        if one["level"] == "fout"
    ]


def test_areas_below_each_other_and_periods_beside_each_other(vraag: Vraag) -> None:
    text = "Gemeente;2023;2024*\nDorp;60;65\nEiland & Wad;<10;x\ngemeente 's-Stad;1.250.000;.\n"
    found = lees(vraag, text)
    assert fouten(found) == []
    assert found["vragen"] == []
    assert cijfers(vraag) == {
        "gemeente-dorp": "60",
        "gemeente-eiland": "x",
        "gemeente-stad": "1250000",
    }
    assert cijfers(vraag, "2024") == {
        "gemeente-dorp": "65",
        "gemeente-eiland": "x",
        "gemeente-stad": ".",
    }
    rows = vraag("record", pad=BESTAND)["waarde"]["rijen"]
    [row] = [one for one in rows if (one["gebied"], one["periode"]) == ("gemeente-dorp", "2024")]
    assert row == {
        "indicator": "hulp",
        "gebied": "gemeente-dorp",
        "periode": "2024",
        "uitsplitsing": "totaal",
        "waarde": "65",
        "status": "voorlopig",
        "opgehaald": "2024-11-01",
        "bron": "verslag",
        "zekerheid": "afgeleid",
    }
    assert found["opgeschoond"] == [
        "cijfers.csv: Opgeschoond (1 keer: rij 3). Een grens als <10 wordt x: afgeschermd.",
        "cijfers.csv: Opgeschoond (1 keer: rij 4). "
        "Een punt, spatie of apostrof tussen duizendtallen gaat weg.",
    ]


def test_a_row_a_figure_with_the_fields_beside_it(vraag: Vraag) -> None:
    text = f"{KOP}Kinderen met hulp;Dorp;2023;8 tot 18 jaar;1 234;Voorlopig;1-1-2024;Verslag;afgeleid\n"
    found = neem_over(vraag, text.encode(), "cijfers.csv")
    assert found["vragen"] == []
    assert fouten(found) == [(2, "D", "ontbrekend-totaal")]
    [changed] = found["gewijzigd"]
    [one] = [row for row in changed["waarde"]["rijen"] if row["periode"] == "2023"]
    assert (one["uitsplitsing"], one["waarde"], one["opgehaald"]) == ("groot", "1234", "2024-01-01")


def test_indicators_or_parts_may_stand_beside_each_other(vraag: Vraag) -> None:
    found = lees(
        vraag, "Gemeente\tKinderen met hulp\tinwoners\nDorp\t60\t2.000.000\n", periode="2023"
    )
    assert fouten(found) == []
    rows = vraag("record", pad=BESTAND)["waarde"]["rijen"]
    assert {one["indicator"]: one["waarde"] for one in rows if one["periode"] == "2023"} == {
        "hulp": "60",
        "inwoners": "2000000",
    }
    text = "Gemeente;totaal;tot 8 jaar;groot\nDorp;60;20;40\nEiland & Wad;x;x;x\n"
    asked = neem_over(vraag, text.replace("totaal;", "").replace(";60", "").encode(), "x.csv")
    assert [one["naam"] for one in asked["vragen"]] == ["indicator"]
    found = lees(vraag, text, periode="2020")
    assert fouten(found) == []
    rows = vraag("record", pad=BESTAND)["waarde"]["rijen"]
    assert {
        one["uitsplitsing"]: one["waarde"]
        for one in rows
        if one["periode"] == "2020" and one["waarde"] != "x"
    } == {
        "totaal": "60",
        "klein": "20",
        "groot": "40",
    }


def test_a_figure_that_is_there_is_replaced_where_it_stands(vraag: Vraag) -> None:
    before = len(vraag("record", pad=BESTAND)["waarde"]["rijen"])
    lees(vraag, "Gemeente;2022\nDorp;65\n", status="definitief")
    rows = vraag("record", pad=BESTAND)["waarde"]["rijen"]
    assert len(rows) == before
    [one] = [
        one
        for one in rows
        if (one["indicator"], one["gebied"]) == ("hulp", "gemeente-dorp")
        and (one["periode"], one["uitsplitsing"]) == ("2022", "totaal")
    ]
    assert (one["waarde"], one["status"]) == ("65", "definitief")


def test_a_source_without_a_file_gets_one(vraag: Vraag) -> None:
    assert fouten(lees(vraag, "Gemeente;2023\nDorp;65\n", bron="plan")) == []
    assert cijfers(vraag, pad="monitor/waarnemingen/plan.csv") == {"gemeente-dorp": "65"}


def test_what_the_file_does_not_say_is_asked(vraag: Vraag) -> None:
    found = neem_over(vraag, b"Gemeente;2023\nDorp;60\n", "x.csv")
    assert [one["naam"] for one in found["vragen"]] == [
        "indicator",
        "status",
        "opgehaald",
        "bron",
        "zekerheid",
    ]
    assert found["vragen"][0]["soorten"] == ["indicator"]
    assert (found["gewijzigd"], vraag("bestanden")) == ([], {})


def test_a_point_that_can_mean_two_things_is_asked(vraag: Vraag) -> None:
    text = "Gemeente;2023\nDorp;1.234\n"
    found = lees(vraag, text)
    assert [one["naam"] for one in found["vragen"]] == ["punt"]
    assert fouten(found) == [(2, "B", "dubbelzinnig")]
    assert vraag("bestanden") == {}
    assert lees(vraag, text, punt="duizend")["vragen"] == []
    assert cijfers(vraag) == {"gemeente-dorp": "1234"}


def test_a_count_that_is_too_small_is_not_even_kept(vraag: Vraag) -> None:
    found = lees(vraag, "Gemeente;2023\nDorp;5\nEiland & Wad;60\n")
    assert fouten(found) == [(2, "B", "klein-cijfer")]
    [one] = found["meldingen"]
    assert one["message"] == "Dit aantal is kleiner dan 10 en kan naar een kind wijzen."
    assert (found["gewijzigd"], vraag("bestanden")) == ([], {})


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("60", "60"),
        (" 60 ", "60"),
        ("1 234", "1234"),
        ("1\u00a0234", "1234"),
        ("1'234'567", "1234567"),
        ("1.234.567", "1234567"),
        ("X", "x"),
        (".", "."),
        ("-", "-"),
        ("0", "0"),
        ("geheim", "."),
        ("n.v.t.", ""),
        ("< 10", "x"),
        ("≤ 5", "x"),
        ("minder dan 10", "x"),
        ("60*", "60"),
    ],
)
def test_a_figure_is_written_as_the_monitor_writes_it(vraag: Vraag, cel: str, waarde: str) -> None:
    assert fouten(lees(vraag, f"Gemeente;2023\nDorp;{cel}\n")) == []
    assert cijfers(vraag) == {"gemeente-dorp": waarde}


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        ("12,5%", "eenheid"),
        ("-60", "cijfer"),
        ("\u2013", "cijfer"),
        ("zestig", "cijfer"),
        ("<5000", "cijfer"),
        ("1.23.456", "cijfer"),
        ("=1+1", "celsoort"),
        ("#N/B", "celsoort"),
    ],
)
def test_what_is_no_figure_is_told_at_its_cell(vraag: Vraag, cel: str, code: str) -> None:
    found = lees(vraag, f"Gemeente;2023\nDorp;{cel}\n")
    assert fouten(found) == [(2, "B", code)]
    assert vraag("bestanden") == {}


@pytest.mark.parametrize(
    ("tekst", "plek"),
    [
        ("Gemeente;2023\nDorpp;60\n", (2, "A", "gebied")),
        ("Gemeente;2023;Wat\nDorp;60;12\n", (1, "C", "vreemde-kolom")),
        ("Gemeente;2023\nDorp;60\nDorp;65\n", (3, "B", "dubbel-cijfer")),
        ("Gemeente;Jaar;Aantal\nDorp;2023-3;60\n", (2, "B", "periode")),
        ("Gemeente;Jaar;Aantal;Status\nDorp;2023;60;concept\n", (2, "D", "status")),
        ("Gemeente;2023\nDorp;60\n;65\n", (0, "", "")),
    ],
)
def test_what_nobody_can_place_is_told(
    vraag: Vraag, tekst: str, plek: tuple[int, str, str]
) -> None:
    found = lees(vraag, tekst)
    if plek[0]:
        assert fouten(found) == [plek]
        assert vraag("bestanden") == {}
    else:
        assert found["niet_gelezen"] == ["Rij 3 ('65')"]


def test_a_remark_and_a_line_below_are_named_and_not_read(vraag: Vraag) -> None:
    text = "Kinderen met hulp in Mini\nGemeente;2023;Opmerking\nDorp;60;klopt\nEiland & Wad;;\n\nBron: x\n"
    found = lees(vraag, text)
    assert fouten(found) == []
    assert found["niet_gelezen"] == [
        "De kolom 'Opmerking'",
        "Rij 1 ('Kinderen met hulp in Mini')",
        "Rij 4 ('Eiland & Wad')",
        "Rij 6 ('Bron: x')",
    ]


def test_the_check_of_the_data_speaks_of_the_cells(vraag: Vraag) -> None:
    """The file has its rows in an order of its own."""
    found = lees(vraag, "Gemeente;2023\nDorp;60\n's-Stad;700,5\nEiland & Wad;40\n")
    assert fouten(found) == [(3, "B", "cijfer-dat-niet-kan")]


def test_a_sheet_may_have_numbers_percentages_and_a_blank_corner(vraag: Vraag) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([None, 2023, "2024**"])
    sheet.append(["Dorp", 1234, 60.0])
    sheet.append(["'s-Stad", 700, "x"])
    assert fouten(lees(vraag, als_bytes(book), "x.xlsx")) == []
    assert cijfers(vraag) == {"gemeente-dorp": "1234", "gemeente-stad": "700"}
    rows = vraag("record", pad=BESTAND)["waarde"]["rijen"]
    assert {one["status"] for one in rows if one["periode"] == "2024"} == {"nader-voorlopig"}
    sheet["B2"].number_format = "0.0%"
    assert fouten(lees(vraag, als_bytes(book), "x.xlsx")) == [(2, "B", "eenheid")]


def test_a_file_without_areas_is_no_file_of_figures(vraag: Vraag) -> None:
    found = lees(vraag, "Fruit;2023\nAppel;60\n")
    assert found.startswith("Van welke soort dit bestand is, is niet te zien aan de koppen.")


@pytest.mark.parametrize(
    ("tekst", "periode"),
    [
        ("2022", ("2022", "")),
        ("2022*", ("2022", "voorlopig")),
        ("2022 **", ("2022", "nader-voorlopig")),
        ("2020-2021", ("2020-2021", "")),
        ("2020/21", ("2020-2021", "")),
        ("2022-h1", ("2022-h1", "")),
        ("2022 1e halfjaar", ("2022-h1", "")),
        ("2e half jaar 2022", ("2022-h2", "")),
        ("2022-12", ("", "")),
        ("1889", ("", "")),
        ("2020-2025", ("", "")),
        ("2022a", ("", "")),
    ],
)
def test_a_period_is_known_however_it_is_written(tekst: str, periode: tuple[str, str]) -> None:
    assert periode_van(tekst) == periode


SCHOOL = (
    "id: {id}\nnaam: {naam}\nbrin: {brin}\nsector: PO\nbestuur: schoolbestuur-mini\n"
    "gemeente: gemeente-dorp\nsamenwerkingsverband: swv-mini\nherkomst:\n  bron: plan\n"
    "  peildatum: 2021\n  zekerheid: voorbeeld\n"
)
SCHOLEN = {
    "de-eik": ("De Eik", "01XX"),
    "de-linde": ("De Linde", "02XX"),
    "de-beuk-west": ("De Beuk", "03XX"),
    "de-beuk-oost": ("De Beuk", "04XX"),
}
WIJK = (
    "id: markt\nnaam: Markt\ncbs_code: WK900101\ngemeente: gemeente-dorp\nherkomst:\n  bron: plan\n"
    "  peildatum: 2021\n  zekerheid: voorbeeld\n"
)


@pytest.fixture
def scholen(mini: Mini) -> Vraag:
    """The workbench on a region with four schools and a wijk, of which there may be figures."""
    for key, (naam, brin) in SCHOLEN.items():
        text = SCHOOL.format(id=key, naam=naam, brin=brin)
        mini.schrijf(f"monitor/scholen/{key}.yml", text)
    mini.schrijf("monitor/wijken/markt.yml", WIJK)
    kinds = "ook_per:\n  - schoolbestuur\n  - school\n  - wijk\n"
    mini.vervang("monitor/indicatoren/hulp.yml", "brontabel:", f"{kinds}brontabel:")
    return werkbank(mini.map)


@pytest.mark.parametrize("kop", ["School", "naam school", "BRIN-nummer", "gebied"])
def test_a_mailed_sheet_of_schools_by_name_or_code(scholen: Vraag, kop: str) -> None:
    """The municipality in the column before is that of the school, and no area of its own."""
    names = ("01XX", "02xx") if kop.startswith("BRIN") else ("De Eik", "de-linde")
    text = f"Gemeente;{kop};2023\nDorp;{names[0]};60\nDorp;{names[1]};55\n"
    found = lees(scholen, text if kop != "gebied" else text.replace("Gemeente", "Plaats"))
    assert fouten(found) == []
    assert cijfers(scholen) == {"de-eik": "60", "de-linde": "55"}


def test_a_mailed_workbook_of_boards_and_wijken(scholen: Vraag) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Gebied", "2023"), ('Stichting "De Brug"', 140), ("WK900101", 35)):
        book.active.append(row)
    assert fouten(lees(scholen, als_bytes(book), "cijfers.xlsx")) == []
    assert cijfers(scholen) == {"schoolbestuur-mini": "140", "markt": "35"}


@pytest.mark.parametrize(
    ("regel", "fout", "zin"),
    [
        ("De Eiek;60", (2, "A", "gebied"), "Bedoel je 'De Eik'?"),
        ("De Beuk;60", (2, "A", "gebied"), "Schrijf de id: de-beuk-oost of de-beuk-west."),
        ("De Eik;4", (2, "B", "klein-cijfer"), "make bescherm"),
        ("Regisseur;60", (2, "A", "gebied-zonder-soort"), "een samenwerkingsverband of een schoo"),
        ("swv-mini;60", (2, "A", "gebied-past-niet-bij-indicator"), "samenwerkingsverband."),
    ],
    ids=["typed wrong", "two of the name", "a small count", "no area", "a kind not allowed"],
)
def test_what_is_wrong_with_a_school_is_told_at_its_cell(
    scholen: Vraag, regel: str, fout: tuple[int, str, str], zin: str
) -> None:
    found = lees(scholen, f"School;2023\n{regel}\n")
    assert fout in fouten(found)
    told = [one for one in found["meldingen"] if (one["rij"], one["letter"], one["code"]) == fout]
    assert any(zin in f"{one['message']} {one['tip']}" for one in told)
    # What the checks of the data say comes with the figures that were read.
    assert bool(cijfers(scholen)) == fout[2].startswith("gebied-")
