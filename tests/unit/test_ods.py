"""The spreadsheet, read back by a reader of others (calamine), and the package it is in."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from macros.render.export.blad import ods
from tests.langzaam import voorbeelden

KOPPEN = ("Nummer", "Wat")
RIJEN = [("1.1", 'Één; "twee" & <drie>'), ("1.2", "=SOM(A1:A9)")]
NS = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "style", "table", "text", "manifest")
} | {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"}


def gelezen(spreadsheet: bytes) -> dict[str, list[list[Any]]]:
    """The sheets by name, each with its rows, as calamine finds them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(spreadsheet))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def inhoud(spreadsheet: bytes, name: str = "content.xml") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(spreadsheet)) as package:
        return ET.fromstring(package.read(name))


def attribute(element: ET.Element, name: str) -> str | None:
    prefix, local = name.split(":")
    return element.get(f"{{{NS[prefix]}}}{local}")


def zoals_een_cel_hem_bewaart(text: str) -> str:
    """XML has no control characters, a paragraph no line end of its own, a cell no tab."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def test_sheet_has_the_heads_and_the_rows() -> None:
    assert gelezen(ods("Acties & meer", KOPPEN, RIJEN)) == {
        "Acties & meer": [list(KOPPEN), *map(list, RIJEN)]
    }


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-1", "@SOM(A1)", "12", "1,5", "1.5e3", "2021-01-01", "TRUE", "50%", ""]
)
def test_what_looks_like_something_else_stays_text(text: str) -> None:
    made = ods("Blad", KOPPEN, [("1", text)])
    assert gelezen(made)["Blad"][1] == ["1", text]
    cells = inhoud(made).findall(".//table:table-cell", NS)
    assert len(cells) == 4
    assert {attribute(cell, "office:value-type") for cell in cells} == {"string"}
    assert b"formula" not in zipfile.ZipFile(io.BytesIO(made)).read("content.xml")


@voorbeelden(100)
@given(st.lists(st.text(st.characters()), min_size=1, max_size=6))
@example(["  voor", "na  ", "a  b", "a \t b", " ", "\n", "\r\n\r", "a\x00b\x1b", "\ud800", "]]>"])
@example(["&amp;", "<text:p>", "\u00a0", "\u0085\u2028", "\ufffe\uffff", "🎒", "'", '"'])
def test_any_text_comes_back(texts: list[str]) -> None:
    rows = [(str(n), text) for n, text in enumerate(texts)]
    expected = [[key, zoals_een_cel_hem_bewaart(text)] for key, text in rows]
    assert gelezen(ods("Blad", KOPPEN, rows))["Blad"][1:] == expected


def test_name_of_the_sheet_cannot_break_it() -> None:
    [name] = gelezen(ods("a\"b'c<&>\x07", KOPPEN, RIJEN))
    assert name == "a\"b'c<&>\ufffd"


def test_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        ods("Blad", KOPPEN, [("1.1",)])


def test_every_row_is_an_element_of_its_own_and_the_head_is_apart() -> None:
    same = [("1", "zelfde")] * 5
    root = inhoud(ods("Blad", KOPPEN, same))
    [table] = root.findall(".//table:table", NS)
    assert len(table.findall("table:table-header-rows/table:table-row", NS)) == 1
    assert len(table.findall("table:table-row", NS)) == len(same)
    assert not [name for node in root.iter() for name in node.attrib if "repeated" in name]


def test_head_is_bold() -> None:
    root = inhoud(ods("Blad", KOPPEN, RIJEN))
    bold = {
        attribute(style, "style:name")
        for style in root.findall(".//style:style", NS)
        for text in style.findall("style:text-properties", NS)
        if attribute(text, "fo:font-weight") == "bold"
    }
    cells = {
        where: {attribute(cell, "table:style-name") for cell in root.findall(path, NS)}
        for where, path in (
            ("head", ".//table:table-header-rows//table:table-cell"),
            ("body", ".//table:table/table:table-row/table:table-cell"),
        )
    }
    assert cells["head"] == bold
    assert cells["body"].isdisjoint(bold)


def test_column_is_as_wide_as_its_longest_line_within_bounds() -> None:
    def widths(*cells: str) -> list[float]:
        root = inhoud(ods("Blad", [""] * len(cells), [cells]))
        columns = root.findall(".//style:table-column-properties", NS)
        found = [attribute(column, "style:column-width") or "" for column in columns]
        assert all(re.fullmatch(r"\d\.\d\dcm", width) for width in found)
        return [float(width.removesuffix("cm")) for width in found]

    narrow, middle, lines, wide, wider = widths(
        "1", "x" * 20, "x\n" + "y" * 20, "x" * 100, "x" * 900
    )
    assert narrow < middle == lines < wide == wider


def test_package_says_what_it_is_before_anything_else() -> None:
    """The first bytes are what a program knows a spreadsheet by: a stored file, no extra field."""
    made = ods("Blad", KOPPEN, RIJEN)
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    assert made.startswith(b"PK\x03\x04")
    assert made[30:].startswith(b"mimetype" + mimetype + b"PK")


def test_package_lists_every_file_and_each_is_xml() -> None:
    made = ods("Blad", KOPPEN, RIJEN)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    listed = [
        attribute(entry, "manifest:full-path") or ""
        for entry in inhoud(made, "META-INF/manifest.xml").findall("manifest:file-entry", NS)
    ]
    assert sorted(listed) == sorted({"/", *names} - {"mimetype", "META-INF/manifest.xml"})
    for name in ("content.xml", "styles.xml"):
        assert attribute(inhoud(made, name), "office:version") == "1.3"


def test_package_holds_no_moment_and_no_machine() -> None:
    made = ods("Blad", KOPPEN, RIJEN)
    for info in zipfile.ZipFile(io.BytesIO(made)).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert info.create_system == 0
    assert made == ods("Blad", list(KOPPEN), iter(RIJEN))
