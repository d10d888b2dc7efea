"""Spreadsheets of the site: nothing in them but what the sheet shows.

Not here: whether a cell may hold a number (``figuurbestand``).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

_ODS_DELEN = {"mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml"}

_ODS_NAMEN = {
    "office": (
        "document-content automatic-styles body spreadsheet version value-type value date-value"
    ),
    "style": (
        "style table-row-properties table-cell-properties table-column-properties text-properties"
        " name family master-page-name use-optimal-row-height vertical-align column-width"
        " data-style-name"
    ),
    "table": (
        "table table-column table-header-rows table-row table-cell"
        " name style-name default-cell-style-name"
    ),
    "text": "p s",
    "xsl-fo-compatible": "wrap-option font-weight",
    "datastyle": (
        "number-style number date-style day month year text"
        " decimal-places min-integer-digits textual style"
    ),
}
"""Elements and attributes of a sheet of ours; with any other it could hide something."""

_NAAMRUIMTE = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0\}(.+)")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CIJFERS = re.compile(r"\d+")
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TABEL = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TOEGESTAAN = {f"{space}:{name}" for space, names in _ODS_NAMEN.items() for name in names.split()}

_ODS_VERBODEN = {
    "table:visibility": "een verborgen rij of kolom",
    "table:display": "een verborgen blad",
    "table:data-pilot-tables": "een draaitabel met de gegevens erachter",
    "table:table-source": "een koppeling naar een ander bestand",
    "office:annotation": "een opmerking",
}

_XLSX_VERBODEN = {
    r"xl/pivot(Cache|Tables)/.*": "een draaitabel met de gegevens erachter",
    r"xl/externalLinks/.*|xl/connections\.xml|xl/queryTables/.*": (
        "een koppeling naar andere gegevens"
    ),
    r"xl/(threadedC|c)omments.*|xl/persons/.*": "een opmerking",
    r"xl/(embeddings|media|printerSettings|model)/.*|xl/vbaProject\.bin": "een ingesloten bestand",
    r"docProps/custom\.xml|customXml/.*": "eigen eigenschappen",
}
_VERSTOPT = re.compile(r'\s(?:state="(?:hidden|veryHidden)"|hidden="(?:1|true)")')
_MAKER = re.compile(
    r"<(?:\w+:)?(creator|lastModifiedBy|Company|Manager|description|keywords|HyperlinkBase)"
    r"(?:\s[^>]*)?>\s*[^<\s]"
)
_PAD = re.compile(r"absPath|[A-Za-z]:\\|file:/|/(?:home|Users)/")

Tabel = list[list[str]]


def lees_ods(raw: bytes) -> tuple[Tabel, list[str]]:
    """The rows of the one sheet, and what is wrong with the file."""
    try:
        with ZipFile(io.BytesIO(raw)) as package:
            names = set(package.namelist())
            content = package.read("content.xml")
        root = ElementTree.fromstring(content)
    except (BadZipFile, KeyError, ElementTree.ParseError):
        return [], ["dit is geen leesbaar rekenblad"]
    problems = [f"in het bestand zit {name}, en dat hoort er niet" for name in names - _ODS_DELEN]
    used = {name for element in root.iter() for name in (element.tag, *element.attrib)}
    found = {_kort(name) for name in used}
    problems += [
        f"hier zit {_ODS_VERBODEN.get(name, name)} in" for name in sorted(found - _TOEGESTAAN)
    ]
    if b"<!--" in content:
        problems.append("hier staat een opmerking van een programma in")
    sheets = sum(1 for _ in root.iter(f"{{{_TABEL}}}table"))
    if sheets != 1:
        problems.append(f"er zijn {sheets} bladen, en één hoort er te zijn")
    found_rows = [list(row) for row in root.iter(f"{{{_TABEL}}}table-row")]
    rows = [["\n".join(map(_alinea, cell)) for cell in row] for row in found_rows]
    if any(
        _zegt_meer(cell, text)
        for row, texts in zip(found_rows, rows, strict=True)
        for cell, text in zip(row, texts, strict=True)
    ):
        problems.append("hier zit een getal achter de tekst van een cel in")
    return rows, problems


def _zegt_meer(cell: ElementTree.Element, text: str) -> bool:
    """Whether what a program counts with in a cell is something else than its text."""
    value = cell.get(f"{{{_OFFICE}}}value")
    if value is not None:
        return value != text.replace(",", ".")
    day = cell.get(f"{{{_OFFICE}}}date-value")
    if day is None:
        return False
    said = {int(number) for number in _CIJFERS.findall(text)}
    if not _DAG.fullmatch(day):
        return True
    year, month, number = map(int, day.split("-"))
    return not {year, number} <= said <= {year, month, number}


def _kort(name: str) -> str:
    match = _NAAMRUIMTE.fullmatch(name)
    return f"{match.group(1)}:{match.group(2)}" if match else name


def _alinea(paragraph: ElementTree.Element) -> str:
    """The text of a line; an element inside stands for a space."""
    text = paragraph.text or ""
    return text + "".join(f" {inside.tail or ''}" for inside in paragraph)


def gebreken_xlsx(raw: bytes) -> Iterator[str]:
    """What is wrong with a workbook: no sheet, row or column of ours is hidden."""
    try:
        with ZipFile(io.BytesIO(raw)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except BadZipFile:
        yield "dit is geen leesbaar rekenblad"
        return
    for name, content in parts.items():
        for pattern, what in _XLSX_VERBODEN.items():
            if re.fullmatch(pattern, name):
                yield f"hier zit {what} in ({name})"
        text = content.decode("utf-8", "replace")
        if name == "xl/workbook.xml" or name.startswith("xl/worksheets/"):
            if _VERSTOPT.search(text):
                yield f"hier is een blad, rij of kolom verborgen ({name})"
        elif name.startswith("docProps/") and (match := _MAKER.search(text)):
            yield f"de eigenschap {match.group(1)} is ingevuld, en die kan een persoon noemen"
        if name.startswith(("docProps/", "xl/workbook")) and _PAD.search(text):
            yield f"hier staat een pad van een computer in ({name})"
