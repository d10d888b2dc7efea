"""The files of a table: the same cells in each of them, read back by readers of others; nothing that
runs, nothing lost without a word.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.opendata.bestanden import bestanden
from macros.opendata.contract import Veld, Veldsoort
from macros.opendata.gevuld import Gevuld, Waarde
from macros.opendata.leeswijzer import Leeswijzer, leeswijzer
from macros.opendata.overzicht import tabellen
from macros.opendata.vorm.csv import als_csv, ongevaarlijk
from macros.opendata.vorm.json import als_json
from macros.opendata.vorm.ods import MIMETYPE, als_ods
from macros.opendata.vorm.plat import bladnaam
from macros.opendata.vorm.xlsx import als_xlsx
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.langzaam import voorbeelden
from tests.unit.opendata import WORTEL

VASTE_TEKST = ["=1+1", "+31", "-1", "@SOM(A1)", "12", "1,5", "1.5e3", "2021-01-01", "TRUE", "50%"]
CODES = ["1.10", "1e5", "1E5", "2022-h1", "007", "12345678901234567890", "1-2", "3/4", "1a", "1:2"]
LASTIG = [
    "regel een\nregel twee\r\nregel drie\rregel vier",
    'een ; puntkomma, een komma en "een aanhalingsteken"',
    "=SOM(A1:A9)",
    "🎒 en 👩‍👩‍👧",
    "a" * 300,
    "  voor en na  ",
    "a  b   c",
    "tab\ttab",
    "nul\x00 en \x1b en \x0b",
    "half \ud800 paar",
    "\ufffe\uffff",
    "\u202eomgekeerd\u202c en \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "<b>&amp;</b> ]]> <!-- -->",
    "_x0041_ en _x005F_ en _x000d_",
    "\u00a0\u2028\u0085",
    "'=1",
    "-",
    ".",
    "x",
    "%7C en %257C",
]
NS = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "style", "table", "text", "manifest")
} | {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"}


def veld(naam: str, soort: Veldsoort = Veldsoort.TEKST, *, lijst: bool = False) -> Veld:
    return Veld(naam.title(), f"Wat {naam} is.", naam=naam, soort=soort, lijst=lijst)


def tabel(velden: list[Veld], *rijen: tuple[Waarde, ...], titel: str = "Proef") -> Gevuld:
    return Gevuld("proef", titel, "Om te proberen.", tuple(velden), rijen, "proef")


def teksten(*waarden: str) -> Gevuld:
    """A table with a key, and a text in each row."""
    rows = ((str(n), waarde) for n, waarde in enumerate(waarden))
    return tabel([veld("id", Veldsoort.CODE), veld("tekst")], *rows)


def gids(gevuld: Gevuld) -> Leeswijzer:
    heads = ("Kolom", "Wat", "Naam", "Eenheid", "Wie", "Keuze")
    rows = ((one.titel, one.betekenis, one.naam, "", "", "") for one in gevuld.velden)
    return Leeswijzer("leeswijzer", (("Tabel", gevuld.titel),), (heads, *rows))


def ods(gevuld: Gevuld) -> bytes:
    return als_ods(gevuld, gids(gevuld))


def xlsx(gevuld: Gevuld) -> bytes:
    return als_xlsx(gevuld, gids(gevuld))


elk_rekenblad = pytest.mark.parametrize("maak", [ods, xlsx])


def bladen(raw: bytes) -> dict[str, list[list[Any]]]:
    """The sheets by name, each with its rows, as calamine finds them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def rijen(raw: bytes) -> list[list[Any]]:
    """The first sheet without its heads."""
    return next(iter(bladen(raw).values()))[1:]


def regels(gevuld: Gevuld, teken: str = ",") -> list[list[str]]:
    """The cells of the CSV."""
    text = io.StringIO(als_csv(gevuld, teken).decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";" if teken == "," else ",", strict=True))


def uit_json(gevuld: Gevuld) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(als_json({}, gevuld), parse_float=Decimal)["rijen"]
    return found


def deel(raw: bytes, naam: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return ET.fromstring(package.read(naam))


def bewaard(text: str) -> str:
    """XML has no control characters; lines end in one way, and a cell has no tab."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


# --- the same cells in every file ---------------------------------------------------------------


@voorbeelden(60)
@given(st.lists(st.text(st.characters()), min_size=1, max_size=6))
@example(["  voor", "na  ", "a  b", "a \t b", " ", "\n", "\r\n\r", "a\x00b\x1b", "\ud800", "]]>"])
@example(["&amp;", "<text:p>", "\u00a0", "\u0085\u2028", "\ufffe\uffff", "🎒", "'", '"'])
@example(LASTIG)
def test_any_text_comes_back_from_every_file(texts: list[str]) -> None:
    table = teksten(*texts)
    expected = [bewaard(text) for text in texts]
    assert [row["tekst"] or "" for row in uit_json(table)] == expected
    assert [row[1] for row in regels(table)[1:]] == [*map(ongevaarlijk, expected)]
    assert [row[1] for row in rijen(ods(table))] == expected
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(table))).worksheets[0]
    read = [sheet.cell(n, 2).value or "" for n in range(2, len(texts) + 2)]
    assert [re.sub("_x005F_", "_", one) for one in read] == expected


@pytest.mark.parametrize("text", [*VASTE_TEKST, *CODES, ".", "x", "-"])
@elk_rekenblad
def test_what_looks_like_something_else_stays_text(
    maak: Callable[[Gevuld], bytes], text: str
) -> None:
    made = maak(teksten(text))
    assert rijen(made) == [["0", text]]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        markup = b"".join(map(package.read, package.namelist()))
    assert b"formula" not in markup
    assert b"<f>" not in markup


def test_a_spreadsheet_knows_a_text_that_excel_would_read_as_a_sign() -> None:
    """Excel makes an A of _x0041_, unless the first line of it is written as its own number."""
    markup = zipfile.ZipFile(io.BytesIO(xlsx(teksten("_x0041_ _x_ x0041_"))))
    assert b">_x005F_x0041_ _x_ x0041_<" in markup.read("xl/worksheets/sheet1.xml")


SOORTEN = [
    veld("id", Veldsoort.CODE),
    veld("getal", Veldsoort.GETAL),
    veld("geheel", Veldsoort.GEHEEL),
    veld("waar", Veldsoort.JANEE),
    veld("dag", Veldsoort.DAG),
    veld("datum", Veldsoort.DATUM),
    veld("lijst", lijst=True),
]
GEMENGD = tabel(
    SOORTEN,
    ("1.9", Decimal("12.50"), 3, True, "2021-07-01", "2021-07-01", ("po", "vo")),
    ("1.10", Decimal(-5), 0, False, "1999-12-31", "2021-07", ("een",)),
    ("x", None, None, None, None, "2021", ()),
    ("007", Decimal("1E+3"), -1, True, "1899-12-31", "1850-01-01", None),
    ("-", Decimal("0.000"), 12, False, "1900-03-01", None, ("a|b", "c")),
)


def test_every_kind_of_value_is_what_it_is_in_json() -> None:
    assert [list(row.values()) for row in uit_json(GEMENGD)] == [
        ["1.9", Decimal("12.50"), 3, True, "2021-07-01", "2021-07-01", ["po", "vo"]],
        ["1.10", -5, 0, False, "1999-12-31", "2021-07", ["een"]],
        ["x", None, None, None, None, "2021", []],
        ["007", 1000, -1, True, "1899-12-31", "1850-01-01", None],
        ["-", Decimal("0.000"), 12, False, "1900-03-01", None, ["a|b", "c"]],
    ]


def test_every_kind_of_value_is_what_it_is_in_csv() -> None:
    assert als_csv(GEMENGD, ",").decode("utf-8-sig").split("\r\n") == [
        "id;getal;geheel;waar;dag;datum;lijst",
        '"1.9";12,50;3;true;2021-07-01;2021-07-01;po|vo',
        '"1.10";-5;0;false;1999-12-31;"2021-07";een',
        "x;;;;;2021;",
        '"007";1000;-1;true;"1899-12-31";"1850-01-01";',
        "-;0,000;12;false;1900-03-01;;a%7Cb|c",
        "",
    ]
    english = als_csv(GEMENGD, ".").decode("utf-8-sig").split("\r\n")
    assert english[1] == '"1.9",12.50,3,true,2021-07-01,2021-07-01,po|vo'


@elk_rekenblad
def test_every_kind_of_value_is_what_it_is_in_a_spreadsheet(
    maak: Callable[[Gevuld], bytes],
) -> None:
    day = datetime.date
    assert rijen(maak(GEMENGD)) == [
        ["1.9", 12.5, 3.0, True, day(2021, 7, 1), day(2021, 7, 1), "po|vo"],
        ["1.10", -5.0, 0.0, False, day(1999, 12, 31), "2021-07", "een"],
        ["x", "", "", "", "", "2021", ""],
        ["007", 1000.0, -1.0, True, "1899-12-31", "1850-01-01", ""],
        ["-", 0.0, 12.0, False, day(1900, 3, 1), "", "a%7Cb|c"],
    ]


def test_a_number_shows_the_decimals_it_has() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(GEMENGD))).worksheets[0]
    forms = [sheet.cell(row, 2).number_format for row in (2, 3, 5, 6)]
    assert forms == ["0.00", "0", "0", "0.000"]
    assert [sheet.cell(2, n).number_format for n in (1, 3, 5)] == ["@", "0", "yyyy\\-mm\\-dd"]
    cells = deel(ods(GEMENGD), "content.xml").findall(".//table:table-cell", NS)
    style, value = f"{{{NS['table']}}}style-name", f"{{{NS['office']}}}value"
    assert [one.get(style) for one in cells if one.get(value)][:4:2] == ["getal2", "getal0"]


@pytest.mark.parametrize("waarde", [Decimal("0." + "1" * 20), Decimal("1E-9"), Decimal(10**20)])
@elk_rekenblad
def test_a_number_with_more_decimals_than_a_program_shows_is_a_number(
    maak: Callable[[Gevuld], bytes], waarde: Decimal
) -> None:
    made = maak(tabel([veld("id"), veld("n", Veldsoort.GETAL)], ("a", waarde)))
    assert rijen(made) == [["a", float(waarde)]]


@voorbeelden(40)
@given(st.lists(st.text("|%7C25a", min_size=1), min_size=1))
@example(["a|b", "c"])
@example(["|", "||", "%7C", "%257C", "%25257C"])
def test_values_in_one_cell_can_be_told_apart_and_read_back(values: list[str]) -> None:
    """Who only splits has as many values; who turns %7C back has each as it was."""
    table = tabel([veld("id"), veld("v", lijst=True)], ("1", tuple(values)))
    cell = rijen(xlsx(table))[0][1]
    assert regels(table)[1][1].removeprefix("'") == cell

    def back(text: str) -> str:
        return re.sub("%25(?=(?:25)*7C)", "%", text.replace("%7C", "|"))

    assert [back(one) for one in cell.split("|")] == values


def test_pandas_reads_the_table_of_each_language_with_the_types_it_has() -> None:
    for teken, separator in ((",", ";"), (".", ",")):
        raw = io.BytesIO(als_csv(GEMENGD, teken))
        read = pd.read_csv(raw, sep=separator, decimal=teken, encoding="utf-8-sig")
        assert read["getal"].dtype == "float64"
        assert read["getal"].sum() == 12.5 - 5 + 1000
        assert read["geheel"].sum() == 14
        assert set(read["waar"].dropna()) == {True, False}
    for made, engine in ((ods(GEMENGD), "calamine"), (xlsx(GEMENGD), "openpyxl")):
        read = pd.read_excel(io.BytesIO(made), engine=engine)
        assert read["Getal"].sum() == 12.5 - 5 + 1000
        assert read["Id"].tolist() == ["1.9", "1.10", "x", "007", "-"]


def test_a_table_without_rows_has_its_heads() -> None:
    empty = tabel(SOORTEN)
    names, titles = [one.naam for one in SOORTEN], [one.titel for one in SOORTEN]
    assert regels(empty) == [names]
    assert uit_json(empty) == []
    for made in (ods(empty), xlsx(empty)):
        assert bladen(made)["Proef"] == [titles]


def test_a_text_that_is_too_long_for_a_cell_says_where_the_whole_of_it_is() -> None:
    """Excel takes 32,767 units in a cell, and calls a file with more broken."""
    for long in ("a" * 40_000, "🎒" * 20_000):
        table = teksten(long)
        for made in (ods(table), xlsx(table)):
            [[_, cell]] = rijen(made)
            assert len(cell.encode("utf-16-le")) <= 2 * 32_767
            assert cell.endswith("… (CSV, JSON)")
            assert long.startswith(cell.removesuffix("… (CSV, JSON)"))
        assert uit_json(table)[0]["tekst"] == regels(table)[1][1] == long
    fits = "a" * 32_767
    assert rijen(xlsx(teksten(fits))) == [["0", fits]]


# --- nothing runs -------------------------------------------------------------------------------


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
    assert ongevaarlijk(text) == cell


@pytest.mark.parametrize("kop", ["=1+1", "+hulp", "-min", "@school", "\tkop", "\rkop", "\uff1d1"])
def test_a_head_can_no_more_run_as_a_formula_than_a_cell(kop: str) -> None:
    table = tabel([veld("code"), veld(kop)], ("1a", "ja"))
    assert regels(table)[0][1].startswith("'")
    assert b"formula" not in zipfile.ZipFile(io.BytesIO(ods(table))).read("content.xml")
    assert b"<f" not in zipfile.ZipFile(io.BytesIO(xlsx(table))).read("xl/worksheets/sheet1.xml")


def test_values_in_one_cell_can_run_no_more_than_one() -> None:
    table = tabel([veld("id"), veld("v", lijst=True)], ("1", ("=1", "=2")), ("2", ("-",)))
    assert [row[1] for row in regels(table)[1:]] == ["'=1|=2", "-"]


def test_a_negative_number_is_a_number() -> None:
    table = tabel([veld("id"), veld("n", Veldsoort.GETAL)], ("a", Decimal("-1.5")))
    assert regels(table)[1] == ["a", "-1,5"]


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("1.10", '"1.10"'),
        ("007", '"007"'),
        ("3-4", '"3-4"'),
        ("1/2", '"1/2"'),
        ("12e3", '"12e3"'),
        ("1E5", '"1E5"'),
        ("12345678901234567890", '"12345678901234567890"'),
        ("2021", "2021"),
        ("1a", "1a"),
    ],
)
def test_a_text_that_would_become_another_number_stands_between_quotes(
    code: str, field: str
) -> None:
    assert als_csv(tabel([veld("nr")], (code,)), ",") == f"nr\r\n{field}\r\n".encode("utf-8-sig")


def test_csv_begins_with_a_mark_and_its_lines_end_as_spreadsheets_want() -> None:
    raw = als_csv(teksten("een\r\ntwee"), ",")
    assert raw == b'\xef\xbb\xbfid;tekst\r\n"0";"een\ntwee"\r\n'


# --- the form of a spreadsheet ------------------------------------------------------------------


@elk_rekenblad
def test_the_second_sheet_says_what_the_columns_of_the_first_are(
    maak: Callable[[Gevuld], bytes],
) -> None:
    table = teksten("a")
    first, second = bladen(maak(table)).items()
    assert first == ("Proef", [["Id", "Tekst"], ["0", "a"]])
    assert second[0] == "leeswijzer"
    assert second[1][0][:2] == ["Tabel", "Proef"]
    assert [row[0] for row in second[1][3:]] == first[1][0]


def test_heads_stay_in_sight_and_can_filter() -> None:
    table = teksten("a", "b")
    book = openpyxl.load_workbook(io.BytesIO(xlsx(table)))
    sheet = book.worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert sheet.print_title_rows == "$1:$1"
    assert [one.font.b for one in sheet[1]] == [True, True]
    assert [one.font.b for one in sheet[2]] == [False, False]
    content = deel(ods(table), "content.xml")
    [filters] = content.findall(".//table:database-range", NS)
    assert filters.get(f"{{{NS['table']}}}target-range-address") == "'Proef'.A1:'Proef'.B3"
    settings = deel(ods(table), "settings.xml")
    name = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}name"
    told = {node.get(name): node.text for node in settings.iter() if node.text}
    assert (told["VerticalSplitMode"], told["VerticalSplitPosition"]) == ("2", "1")


def test_a_row_is_as_high_as_the_lines_of_its_cells_on_both_sheets() -> None:
    long = "tien letters, en dat een keer of vijf, is meer dan op een regel van deze kolom past"
    table = teksten("kort", long, "een\ntwee\ndrie", "x" * 100)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(table))).worksheets[0]
    heights = [sheet.row_dimensions[n].height for n in range(1, 6)]
    assert heights[:2] == [None, None]
    assert heights[2:] == [45, 45, 60]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(teksten("y " * 900)))).worksheets[0]
    assert (sheet.column_dimensions["B"].width, sheet.row_dimensions[2].height) == (82, 23 * 15)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(teksten("y " * 5_000)))).worksheets[0]
    assert sheet.row_dimensions[2].height == 405
    guide = als_xlsx(table, Leeswijzer("gids", (("Site", "een\ntwee"), ("Wat", "a")), GIDSVELDEN))
    sheet = openpyxl.load_workbook(io.BytesIO(guide)).worksheets[1]
    assert [sheet.row_dimensions[n].height for n in range(1, 7)] == [30, None, None, None, 60, None]


GIDSVELDEN = (
    ("Kolom", "Wat", "Keuze"),
    ("Id", "kort", "a = een\nb = twee\nc = drie\nd = vier"),
    ("Tekst", "zo lang als in een kolom met zinnen past, en dat is tachtig letters", ""),
)


@elk_rekenblad
def test_keys_are_narrow_and_on_one_line_and_wide_tables_print_on_pages_side_by_side(
    maak: Callable[[Gevuld], bytes],
) -> None:
    wide = [veld("id"), *(veld(f"veld{n}") for n in range(12))]
    table = tabel(wide, tuple("een kenmerk of tekst van dertig" for _ in wide))
    made = maak(table)
    if maak is xlsx:
        sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
        assert sheet.column_dimensions["A"].width < sheet.column_dimensions["B"].width
        assert [sheet["A2"].alignment.wrap_text, sheet["B2"].alignment.wrap_text] == [False, True]
        assert sheet.row_dimensions[2].height == 30
        assert sheet.page_setup.fitToWidth == 2
    else:
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert 'style:scale-to-X="2"' in package.read("styles.xml").decode()
            content = package.read("content.xml").decode()
        assert '<table:table-column table:style-name="breed12"' in content
        [style] = re.findall('<style:style style:name="sleutel".*?</style:style>', content)
        assert "wrap" not in style
    assert [row[0] for row in rijen(made)] == ["een kenmerk of tekst van dertig"]


@pytest.mark.parametrize(
    "titel",
    [
        "Jeugd [2022]: alles / niets?",
        "a" * 40,
        "Woorden die samen te lang zijn voor een blad",
        "🎒" * 40,
        "'aan het begin en het eind'",
        "een\nregel\ten\x07meer",
        "History",
        "LEESWIJZER",
        "",
        "[]*?:/\\",
        "a\"b'c<&>",
    ],
)
def test_any_title_makes_a_name_that_a_sheet_may_have(titel: str) -> None:
    name = bladnaam(titel, "proef", "leeswijzer")
    assert 0 < len(name.encode("utf-16-le")) <= 62
    assert not set(name) & set("[]*?:/\\\n\t\x07")
    assert not name.startswith("'")
    assert not name.endswith("'")
    assert name.casefold() not in ("leeswijzer", "history")
    table = tabel([veld("id")], ("a",), titel=titel)
    for made in (ods(table), xlsx(table)):
        assert [*bladen(made)] == [name, "leeswijzer"]


@elk_rekenblad
def test_a_package_holds_no_moment_no_machine_and_nobody(maak: Callable[[Gevuld], bytes]) -> None:
    made = maak(GEMENGD)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.testzip() is None
        for info in package.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.create_system == 0
            assert not info.extra
        assert not any(name.startswith(("docProps", "meta")) for name in package.namelist())
        for name in package.namelist():
            if name != "mimetype":
                ET.fromstring(package.read(name))
    assert made == maak(GEMENGD)


def test_an_ods_says_what_it_is_before_anything_else() -> None:
    """The first bytes are what a program knows a spreadsheet by: a stored file, no extra field."""
    made, mimetype = ods(GEMENGD), MIMETYPE.encode()
    assert made[:2] == b"PK"
    assert made[8:10] == b"\0\0"
    assert made[26:30] == b"\x08\0\0\0"
    assert made[30:].startswith(b"mimetype" + mimetype + b"PK")


def test_an_ods_lists_every_file_and_each_is_of_its_version() -> None:
    made = ods(GEMENGD)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    listed = [
        one.get(f"{{{NS['manifest']}}}full-path") or ""
        for one in deel(made, "META-INF/manifest.xml").findall("manifest:file-entry", NS)
    ]
    assert sorted(listed) == sorted({"/", *names} - {"mimetype", "META-INF/manifest.xml"})
    for name in ("content.xml", "styles.xml", "settings.xml"):
        assert deel(made, name).get(f"{{{NS['office']}}}version") == "1.3"


def test_every_row_is_an_element_of_its_own_and_the_head_is_apart() -> None:
    same = teksten(*["zelfde"] * 5)
    root = deel(ods(same), "content.xml")
    table, _ = root.findall(".//table:table", NS)
    assert len(table.findall("table:table-header-rows/table:table-row", NS)) == 1
    assert len(table.findall("table:table-row", NS)) == 5
    assert not [name for node in root.iter() for name in node.attrib if "repeated" in name]
    sheet = zipfile.ZipFile(io.BytesIO(xlsx(same))).read("xl/worksheets/sheet1.xml")
    assert sheet.count(b"<row ") == 6


def test_a_column_is_as_wide_as_its_longest_line_within_bounds() -> None:
    fields = [veld(name) for name in "abcde"]
    row = ("1", "x" * 20, "x\n" + "y" * 20, "x" * 100, "x" * 700)
    table = tabel(fields, row)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(table))).worksheets[0]
    letters = [sheet.column_dimensions[one].width for one in "ABCDE"]
    root = deel(ods(table), "content.xml")
    style = f"{{{NS['style']}}}"
    widths = {
        one.get(f"{style}name"): float(props.get(f"{style}column-width", "").removesuffix("cm"))
        for one in root.findall(".//style:style", NS)
        for props in one.findall("style:table-column-properties", NS)
    }
    first = root.findall(".//table:table", NS)[0]
    names = [
        one.get(f"{{{NS['table']}}}style-name") for one in first.findall("table:table-column", NS)
    ]
    for narrow, middle, lines, wide, wider in (letters, [widths[one] for one in names]):
        assert narrow < middle == lines < wide == wider


# --- the tables of a region ---------------------------------------------------------------------


@pytest.fixture(scope="module", params=["nl", "en"])
def blik(request: pytest.FixtureRequest, regio: Regio) -> Blik:
    return Blik(regio, Vertaler(request.param), Datum(2023, 1, 1))


def test_every_table_has_four_files_and_an_old_name_is_the_very_same(blik: Blik) -> None:
    files = dict(file for make in bestanden(blik, WORTEL).values() for file in make())
    for one in tabellen(blik):
        for kind in ("csv", "json", "ods", "xlsx"):
            assert files[f"data/v1/{one.naam}.{kind}"]
    for kind in ("csv", "ods"):
        assert files[f"data/v1/cijfers.{kind}"] == files[f"data/v1/waarnemingen.{kind}"]
    assert {name.rpartition(".")[0] for name in files if name.startswith("data/v1/gemeente/")} == {
        f"data/v1/gemeente/{key.removeprefix('gemeente-')}" for key in blik.regio.gemeenten
    }


def test_json_of_a_table_says_what_it_is(blik: Blik) -> None:
    [file] = [
        json.loads(content)
        for path, content in bestanden(blik, WORTEL)["overleg.besluiten"]()
        if path.endswith(".json")
    ]
    assert list(file) == [
        "tabel", "titel", "uitleg", "contract", "taal", "stand", "bron_adres", "licentie",
        "velden", "rijen",
    ]  # fmt: skip
    assert file["bron_adres"] == f"{WORTEL}data/v1/besluiten.json"
    assert file["taal"] == blik.v.taal
    assert all(list(row) == file["velden"] for row in file["rijen"])


def test_no_head_stands_above_two_columns(blik: Blik) -> None:
    for one in tabellen(blik):
        titles = [blik.v.ui(veld.titel) for veld in one.velden]
        assert len(set(titles)) == len(titles), one.naam


def test_the_guide_tells_where_the_rows_come_from_and_what_may_be_done_with_them(
    regio: Regio,
) -> None:
    blik = Blik(regio, Vertaler("nl"), Datum(2023, 1, 1))
    table = tabel([veld("id"), veld("bron", Veldsoort.CODE)], ("1", "verslag"), ("2", None))
    told = dict(leeswijzer(blik, table, WORTEL).boven)
    assert told["Bronnen"] == str(blik.regio.bronnen["verslag"].titel)
    assert told["Adres"].split("\n") == [
        f"{WORTEL}data/v1/proef.{kind}" for kind in ("csv", "json", "ods", "xlsx")
    ]
    assert told["Licentie"]
    given = dict(leeswijzer(blik, table, WORTEL, ("Bron: het CBS.",)).boven)
    assert given["Bronnen"] == "Bron: het CBS."


def test_the_guide_lists_every_choice_and_the_table_a_key_is_of(regio: Regio) -> None:
    blik = Blik(regio, Vertaler("nl"), Datum(2023, 1, 1))
    field = Veld(
        "Stand", "Hoe ver.", eenheid="%", bron="CBS", naar="bronnen", keuzen={"x": "geheim"}
    )
    [_, row] = leeswijzer(blik, tabel([field]), WORTEL).velden
    assert row == (
        "Stand",
        "Hoe ver.",
        "",
        "%",
        "CBS",
        "x = geheim\neen kenmerk uit de tabel bronnen",
    )
