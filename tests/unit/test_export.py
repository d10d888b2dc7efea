"""The tables to download: the same cells in both files, nothing that runs, nothing left empty."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.export import all_tabellen
from macros.render.export.agenda import acties
from macros.render.export.arrangement import arrangementen
from macros.render.export.cel import Cel, Dag, Getal, cijfer, datum
from macros.render.export.overleg import besluiten
from macros.render.export.tabel import Tabel, als_csv, als_ods, cel, schrijf
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Punt, Soort

elke_tabel = pytest.mark.parametrize(
    "maak", [maak for _, maak in all_tabellen()], ids=lambda maak: maak.__name__
)


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), Datum(2023, 1, 1))


def regels(tabel: Tabel) -> list[list[str]]:
    """The cells of the CSV."""
    text = io.StringIO(als_csv(tabel), newline="")
    return list(csv.reader(text, delimiter=";", strict=True))


def in_blad(cell: Cel) -> object:
    """A cell as a spreadsheet has it."""
    match cell:
        case Getal():
            return float(cell.waarde)
        case Dag():
            return cell.dag
        case _:
            return cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=SOM(A1)", "'=SOM(A1)"),
        ("+31", "'+31"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        (" =1", "' =1"),
        ("\u00a0+1", "'\u00a0+1"),
        ("\uff1dSOM(A1)", "'\uff1dSOM(A1)"),
        ("-", "-"),
        ("+", "+"),
        (".", "."),
        ("x", "x"),
        ("--1", "'--1"),
        ("2 = 2", "2 = 2"),
        ("'=1", "'=1"),
        ("gewoon", "gewoon"),
        ("", ""),
    ],
)
def test_no_cell_can_run_as_a_formula(text: str, cell: str) -> None:
    assert cel(text) == cell


def test_no_cell_of_the_actions_begins_as_a_formula(blik: Blik) -> None:
    rows = regels(acties(blik))
    assert all(not one.startswith(("=", "+", "-", "@")) for row in rows for one in row)
    assert [row[1] for row in rows[1:3]] == [
        '\'=SOM(alle lijsten) van S(B)O & SBO maken; "compleet"',
        "'-Delen met ouders @ school",
    ]


def test_every_cell_of_the_actions_says_something(blik: Blik) -> None:
    tabel = acties(blik)
    assert len(tabel.rijen) == 4
    assert all(one for row in tabel.rijen for one in row)
    assert tabel.rijen[2][tabel.koppen.index("Wie")] == "onbekend"


def test_a_decision_that_nothing_replaced_is_told_from_what_is_unknown(blik: Blik) -> None:
    tabel = besluiten(blik)
    told = ("Kenmerk", "Wie zorgt dat het gebeurt", "Wat erop volgt", "Vervangen door")
    columns = [tabel.koppen.index(kop) for kop in told]
    assert [[row[column] for column in columns] for row in tabel.rijen] == [
        [
            "twee-lijsten",
            "Samenwerkingsverband Mini",
            'De lijsten maken & delen; Vragen of "twee" genoeg is',
            "geen",
        ],
        ["lijst-maken", "onbekend", "onbekend", 'Toch twee lijsten: "PO" & "VO"'],
    ]


def test_an_arrangement_has_its_seven_fields_and_says_what_is_unknown(blik: Blik) -> None:
    tabel = arrangementen(blik)
    rows = {row[0]: dict(zip(tabel.koppen, row, strict=True)) for row in tabel.rijen}
    assert list(rows) == ["oude-zorgklas", "klas-en-kliniek", "ergens-iets", "proef-stad"]
    known, nothing = rows["klas-en-kliniek"], rows["ergens-iets"]
    seven = {
        "Locatie": "’t Zorghuis, Dorp (2e verdieping; links)",
        "Doelgroep": 'Kinderen met veel zorg & weinig rust; leeftijd 6 < 12.\n\nOok "thuiszitters" uit ’s-Stad.',
        "Doelstelling": "+Meer leren, -minder uitval; C:\\doel\\nieuw",
        "Inhoud": '’s Ochtends rekenen & taal, ’s middags "bewegen" 🤸.',
        "Ingezette expertise": "leraar (SBO); orthopedagoog & coach",
        "Financiering": "onderwijsbekostiging 60%; Jeugdwet (gemeente)",
        "Opbrengsten": "50% van de kinderen ging terug naar school, zegt het verslag.",
    }
    assert {kop: known[kop] for kop in seven} == seven
    assert {nothing[kop] for kop in (*seven, "Vorm", "Sectoren", "Gemeenten")} == {"onbekend"}
    assert nothing["Zekerheid"] == "voorbeeld"
    assert all(cell for row in tabel.rijen for cell in row)


@elke_tabel
def test_both_files_hold_the_same_cells(blik: Blik, maak: Callable[[Blik], Tabel]) -> None:
    tabel = maak(blik)
    assert regels(tabel) == [
        list(tabel.koppen),
        *([cel(str(one)) for one in row] for row in tabel.rijen),
    ]
    book = CalamineWorkbook.from_filelike(io.BytesIO(als_ods(tabel)))
    assert book.sheet_names == [tabel.blad]
    assert book.get_sheet_by_index(0).to_python() == [
        list(tabel.koppen),
        *([in_blad(one) for one in row] for row in tabel.rijen),
    ]


@elke_tabel
def test_first_cell_is_a_key_that_a_page_can_name(
    blik: Blik, maak: Callable[[Blik], Tabel]
) -> None:
    keys = [row[0] for row in maak(blik).rijen]
    assert keys
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if not re.fullmatch(r"\w[\w./-]*", str(key))] == []


@elke_tabel
def test_name_of_a_sheet_is_one_that_spreadsheets_take(
    blik: Blik, maak: Callable[[Blik], Tabel]
) -> None:
    assert re.fullmatch(r"[^\[\]*?:/\\']{1,31}", maak(blik).blad)


def test_files_are_where_the_pages_look_for_them(blik: Blik, tmp_path: Path) -> None:
    tabel = acties(blik)
    schrijf(tmp_path, tabel)
    raw = (tmp_path / "data" / "v1" / "acties.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfNummer;Actie;")
    assert raw.count(b"\r\n") == 5
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.decode("utf-8-sig") == als_csv(tabel)
    assert (tmp_path / "data" / "v1" / "acties.ods").read_bytes() == als_ods(tabel)


def punt(waarde: str | None, teken: str, soort: Soort = Soort.GETAL) -> Punt:
    return Punt(soort, Decimal(waarde) if waarde else None, "", teken, voorlopig=False)


PUNTEN = (
    punt("12.5", "12,5"),
    punt("1730", "1730"),
    punt("0", "0"),
    punt("0", "-"),
    punt("2.50", "2,50"),
    punt(None, ".", Soort.ONBEKEND),
    punt(None, "x", Soort.AFGESCHERMD),
    punt(None, "", Soort.NIET_VAN_TOEPASSING),
)


def met_cijfers(taal: str) -> Tabel:
    v = Vertaler(taal)
    rows = tuple((f"1.{n}", cijfer(v, one)) for n, one in enumerate(PUNTEN, 9))
    return Tabel("cijfers", "Cijfers", ("Nummer", "Aantal; deel"), rows, v.decimaalteken)


def test_the_signs_of_the_cbs_are_published_as_they_are() -> None:
    rows = regels(met_cijfers("nl"))
    assert [row[1] for row in rows[1:]] == ["12,5", "1730", "0", "-", "2,50", ".", "x", ""]


def test_dutch_tables_have_semicolons_and_english_ones_commas_with_decimal_points() -> None:
    dutch = als_csv(met_cijfers("nl")).split("\r\n")
    english = als_csv(met_cijfers("en")).split("\r\n")
    assert dutch[:3] == ['Nummer;"Aantal; deel"', '"1.9";12,5', '"1.10";1730']
    assert english[:3] == ["Nummer,Aantal; deel", '"1.9",12.5', '"1.10",1730']
    assert english[5] == '"1.13",2.50'


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_spreadsheet_can_sum_figures_and_leaves_codes_and_signs_alone(taal: str) -> None:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(als_ods(met_cijfers(taal))))
    rows = sheet.get_sheet_by_index(0).to_python()[1:]
    assert [row[0] for row in rows] == [f"1.{n}" for n in range(9, 17)]
    cells = [row[1] for row in rows]
    assert cells == [12.5, 1730.0, 0.0, "-", 2.5, ".", "x", ""]
    assert sum(one for one in cells if isinstance(one, float)) == 1745


def test_a_hidden_cell_is_its_sign_whatever_stands_behind_it() -> None:
    assert cijfer(Vertaler("nl"), punt("7", "x", Soort.AFGESCHERMD)) == "x"


@pytest.mark.parametrize(
    ("waarde", "cell"),
    [
        (Datum(2021, 7, 1), Dag(datetime.date(2021, 7, 1), "1 juli 2021")),
        (Datum(2021, 7), "juli 2021"),
        (Datum(2021), "2021"),
    ],
)
def test_only_a_date_to_the_day_is_one_a_spreadsheet_counts_with(waarde: Datum, cell: Cel) -> None:
    assert datum(Vertaler("nl"), waarde) == cell


@pytest.mark.parametrize("kop", ["=1+1", "+hulp", "-min", "@school", "\tkop", "\rkop", "\uff1d1"])
def test_a_head_can_no_more_run_as_a_formula_than_a_cell(kop: str) -> None:
    table = Tabel("onderdelen", "Onderdelen", ("Code", kop), (("1a", "ja"),))
    assert regels(table)[0] == ["Code", f"'{kop}"]
    assert b"formula" not in als_ods(table)


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("1.10", '"1.10"'),
        ("007", '"007"'),
        ("3-4", '"3-4"'),
        ("1/2", '"1/2"'),
        ("12e3", '"12e3"'),
        ("2021", "2021"),
        ("1a", "1a"),
    ],
)
def test_a_text_that_would_become_another_number_stands_between_quotes(
    code: str, field: str
) -> None:
    assert als_csv(Tabel("acties", "Acties", ("Nr",), ((code,),))) == f"Nr\r\n{field}\r\n"
