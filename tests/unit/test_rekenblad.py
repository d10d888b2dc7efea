"""The one form of a spreadsheet of the site: whatever else is in it, is told."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest

from macros.bescherming.lekken.rekenblad import Gelezen, lees_ods, lees_xlsx
from macros.opendata.contract import Veld, Veldsoort
from macros.opendata.gevuld import Gevuld
from macros.opendata.leeswijzer import Leeswijzer
from macros.opendata.vorm.ods import als_ods
from macros.opendata.vorm.xlsx import als_xlsx

VELDEN = (
    Veld("Kenmerk", "", naam="id", soort=Veldsoort.CODE),
    Veld("Getal", "", naam="getal", soort=Veldsoort.GETAL),
    Veld("Dag", "", naam="dag", soort=Veldsoort.DATUM),
    Veld("Waar", "", naam="waar", soort=Veldsoort.JANEE),
)
TABEL = Gevuld(
    "proef",
    "Cijfers & 'meer'",
    "",
    VELDEN,
    (
        ("a", Decimal("12.5"), "2021-07-01", True),
        ("=1 <b>\n twee", None, "2021", False),
        ("", Decimal(-3), None, None),
    ),
    "proef",
)
GIDS = Leeswijzer(
    "leeswijzer",
    (("Tabel", "Cijfers"),),
    (("Kolom", "Wat", "Naam"), *((one.titel, "", one.naam) for one in VELDEN)),
)
RIJEN = [
    ["Kenmerk", "Getal", "Dag", "Waar"],
    ["a", "12,5", "2021-07-01", "true"],
    ["=1 <b>\n twee", "", "2021", "false"],
    ["", "-3", "", ""],
]
BLAD, GIDSBLAD = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"


def gelezen(raw: bytes) -> Gelezen:
    return (lees_ods if raw[30:38] == b"mimetype" else lees_xlsx)(raw, ",")


def anders(raw: bytes, naam: str, oud: str, nieuw: str) -> bytes:
    """The package with something else in one of its files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.namelist():
            text = before.read(one).decode()
            if one == naam:
                assert oud in text
                text = text.replace(oud, nieuw, 1)
            after.writestr(one, text)
    return out.getvalue()


@pytest.mark.parametrize("raw", [als_ods(TABEL, GIDS), als_xlsx(TABEL, GIDS)], ids=["ods", "xlsx"])
def test_a_spreadsheet_says_the_cells_of_the_csv_and_what_explains_them(raw: bytes) -> None:
    found = gelezen(raw)
    assert [*map(list, found.rijen)] == RIJEN
    assert [*map(list, found.uitleg)] == [
        ["Tabel", "Cijfers"],
        [""],
        ["Kolom", "Wat", "Naam"],
        *([one.titel, "", one.naam] for one in VELDEN),
    ]
    assert not found.gebreken


ODS = [
    ("content.xml", 'number:decimal-places="1"', 'number:decimal-places="0"'),
    ("content.xml", 'table:style-name="getal1"', 'table:style-name="getal0"'),
    ("content.xml", "<number:text>-</number:text>", "<number:text>7</number:text>"),
    ("content.xml", ".A1:", ".A7:"),
    ("content.xml", ".D4", ".D7"),
    ("content.xml", "<text:p>a</text:p>", "<text:p><text:span>a</text:span></text:p>"),
    ("content.xml", "<text:p>a</text:p>", "<text:p>a</text:p>7"),
    ("content.xml", "<text:p>a</text:p>", "<text:p><![CDATA[a]]></text:p>"),
    ("content.xml", '"true"><text:p>true<', '"true"><text:p>7<'),
    ("content.xml", "<table:table-header-rows>", "<table:table-header-rows>7"),
    ("content.xml", "</table:table-row>", "</table:table-row>7"),
    ("content.xml", "<office:body>", "<!-- 7 --><office:body>"),
    ("content.xml", "?>\n", '?>\n<!DOCTYPE x [<!ENTITY y "7">]>'),
    ("content.xml", 'table:style-name="breed8"', 'table:style-name="breed8" table:x="7"'),
    ("settings.xml", ">view1<", ">7<"),
    ("settings.xml", "Cijfers", "Zeven"),
    ("settings.xml", "</office:settings>", "<!-- 7 --></office:settings>"),
    ("styles.xml", "</office:master-styles>", "7</office:master-styles>"),
    ("styles.xml", 'style:name="Default"', 'style:name="Default" style:display-name="7"'),
    ("META-INF/manifest.xml", "</manifest:manifest>", "7</manifest:manifest>"),
    ("mimetype", "spreadsheet", "spreadsheet7"),
]
XLSX = [
    (BLAD, "<v>12.5</v>", "<v>12.5</v><f>7</f>"),
    (BLAD, '<c r="A2"', '<c r="A7"'),
    (BLAD, '<c r="A2"', '<c r="A2" cm="7"'),
    (BLAD, '<row r="3">', '<row r="7">'),
    (BLAD, '<row r="3">', '<row r="3" ht="0">'),
    (BLAD, ">a</t>", '>a</t><rPh sb="0" eb="1"><t>7</t></rPh>'),
    (BLAD, "<v>44378</v>", "<v>44378.7</v>"),
    (BLAD, 's="6"><v>12.5', 's="5"><v>12.5'),
    (BLAD, '<row r="1">', '<row r="1" ht="1">'),
    (BLAD, '<row r="1">', '<row r="1" ht="30" hidden="1">'),
    (BLAD, 'fitToWidth="1"', 'fitToWidth="0"'),
    (BLAD, 'width="10"', 'width="0"'),
    (BLAD, 'min="1"', 'min="1" hidden="1"'),
    (BLAD, '<autoFilter ref="A1:D4"/>', '<autoFilter ref="A1:D3"/>'),
    (
        BLAD,
        '<autoFilter ref="A1:D4"/>',
        '<autoFilter ref="A1:D4"><filterColumn colId="7"/></autoFilter>',
    ),
    (BLAD, "</worksheet>", "<extLst>7</extLst></worksheet>"),
    (BLAD, "?>\n", '?>\n<!DOCTYPE x [<!ENTITY y "7">]>'),
    (GIDSBLAD, "</worksheet>", "<extLst>7</extLst></worksheet>"),
    ("xl/workbook.xml", "</definedNames>", '<definedName name="x">7</definedName></definedNames>'),
    ("xl/workbook.xml", "$D$4", "$D$7"),
    ("xl/workbook.xml", 'sheetId="1"', 'sheetId="1" state="veryHidden"'),
    ("xl/styles.xml", 'formatCode="0.0"', 'formatCode="0"'),
    ("xl/styles.xml", 'formatCode="0.0"', 'formatCode=";;;"'),
    ("xl/styles.xml", "<b/>", '<b/><color rgb="FFFFFFFF"/>'),
    ("xl/_rels/workbook.xml.rels", "/>", ' TargetMode="External"/>'),
    ("[Content_Types].xml", "</Types>", "7</Types>"),
]


@pytest.mark.parametrize(("naam", "oud", "nieuw"), ODS)
def test_anything_else_in_an_ods_is_told(naam: str, oud: str, nieuw: str) -> None:
    assert gelezen(anders(als_ods(TABEL, GIDS), naam, oud, nieuw)).gebreken


@pytest.mark.parametrize(("naam", "oud", "nieuw"), XLSX)
def test_anything_else_in_an_xlsx_is_told(naam: str, oud: str, nieuw: str) -> None:
    assert gelezen(anders(als_xlsx(TABEL, GIDS), naam, oud, nieuw)).gebreken


@pytest.mark.parametrize("raw", [als_ods(TABEL, GIDS), als_xlsx(TABEL, GIDS)], ids=["ods", "xlsx"])
def test_anything_around_the_files_of_a_package_is_told(raw: bytes) -> None:
    kind = lees_ods if raw[30:38] == b"mimetype" else lees_xlsx
    for made in (raw + b"7", b"7" + raw, raw[:-2] + b"\x01\x007", raw[:100], b""):
        assert kind(made, ",").gebreken
    more = io.BytesIO(raw)
    with zipfile.ZipFile(more, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(package.namelist()[1], "7")
    assert kind(more.getvalue(), ",").gebreken
    more = io.BytesIO(raw)
    with zipfile.ZipFile(more, "a") as package:
        package.writestr("docProps/thumbnail.png", "7")
    assert kind(more.getvalue(), ",").gebreken
