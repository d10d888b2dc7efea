"""An Excel file to the filled cells of one sheet; what would be lost or misread is refused.

The only module that knows openpyxl, and it loads it when there is a file to read: most of what
imports this only wants its types. It says what kind of value a cell holds. Not here: what the value
means, or which columns there should be: that is for who asks.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any
from zipfile import BadZipFile, ZipFile

from macros.issue import Issue

MAX_BYTES = 20 * 1024 * 1024
MAX_XML = 100 * 1024 * 1024
"""What the sheets may be when unpacked: a small file can hold a very large one."""
EIGEN_BLADEN = frozenset({"Uitleg", "Lijsten"})
"""Sheets of the template that hold no answers."""


class Celsoort(Enum):
    """What a cell holds. The value of those from ``BREUK`` on says why it is refused, and a tip."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    BREUK = (
        "Hier staat een getal met cijfers achter de komma ({waarde}).",
        "Zet de cel op Tekst en typ wat er moet staan.",
    )
    FORMULE = (
        "Hier staat een formule ({waarde}).",
        "Typ de tekst zelf, of plak haar als waarde.",
    )
    FOUTWAARDE = ("Hier staat een fout van het rekenblad ({waarde}).", "Typ wat er moet staan.")
    WAARHEID = ("Hier staat WAAR of ONWAAR.", "Zet de cel op Tekst en typ wat er moet staan.")
    TIJD = ("Hier staat een tijd ({waarde}).", "Zet de cel op Tekst en typ wat er moet staan.")


@dataclass(frozen=True, slots=True)
class Cel:
    """One filled cell. A date is as precise as it is shown: ``2021-07`` or ``2021-07-01``."""

    waarde: str
    soort: Celsoort = Celsoort.TEKST


@dataclass(frozen=True, slots=True)
class Blad:
    """The filled cells of a sheet, by row and column (from 1); empty rows are only counted."""

    rijen: Mapping[int, Mapping[int, Cel]]
    lege_rijen: int
    issues: tuple[Issue, ...]
    niet_gelezen: tuple[str, ...]


def lees_blad(raw: bytes, bestand: str, titel: str) -> tuple[Blad | None, list[Issue]]:
    """The sheet called ``titel``; None, with why, when there is nothing to read."""
    refused = _geen_werkmap(raw)
    if refused:
        return None, [Issue(bestand, 0, 0, "werkmap", *refused)]
    import openpyxl  # type: ignore[import-untyped]

    try:
        with warnings.catch_warnings(action="ignore"), ZipFile(io.BytesIO(raw)) as parts:
            names = parts.namelist()
            book: Any = openpyxl.load_workbook(io.BytesIO(raw), keep_links=False)
    except Exception:  # a broken file can fail anywhere in the library, in many ways
        return None, [Issue(bestand, 0, 0, "werkmap", *_BESCHADIGD)]
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if titel not in sheets:
        tip = f"Noem het ingevulde blad zo. Nu staat er: {', '.join(sheets)}."
        message = f"Het blad '{titel}' ontbreekt."
        return None, [Issue(bestand, 0, 0, "geen-blad", message, tip)]
    if sheets[titel].sheet_state != "visible":
        message = f"Het blad '{titel}' is verborgen."
        return None, [Issue(bestand, 0, 0, "verborgen", message, "Maak het zichtbaar.")]
    return _blad(sheets[titel], titel, tuple(_niet_gelezen(sheets, titel, names))), []


_BESCHADIGD = (
    "Dit bestand is beschadigd en kan niet worden gelezen.",
    "Open het in Excel of LibreOffice en bewaar het opnieuw als Excel-werkmap (.xlsx).",
)
_BEWAAR = "Open het en bewaar het als Excel-werkmap (.xlsx)."


def _geen_werkmap(raw: bytes) -> tuple[str, str] | None:
    """(message, tip) when these bytes are not an Excel file that can be read."""
    if len(raw) > MAX_BYTES:
        return "Dit bestand is groter dan 20 MB.", "Haal plaatjes en andere bladen eruit."
    if not raw:
        return "Dit bestand is leeg.", "Vraag het opnieuw op."
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            return "Dit bestand heeft een wachtwoord.", "Haal het wachtwoord eraf en bewaar het."
        return "Dit is een oud Excel-bestand (.xls).", _BEWAAR
    if raw.startswith(b"%PDF"):
        return "Dit is een pdf.", "Vraag om het ingevulde invulblad zelf (.xlsx)."
    if not raw.startswith(b"PK"):
        return "Dit is geen Excel-werkmap (.xlsx), maar bijvoorbeeld een csv-bestand.", _BEWAAR
    try:
        with ZipFile(io.BytesIO(raw)) as parts:
            return _geen_xlsx(parts)
    except (BadZipFile, RuntimeError, OSError, ValueError, NotImplementedError, EOFError):
        return _BESCHADIGD


def _geen_xlsx(parts: ZipFile) -> tuple[str, str] | None:
    names = set(parts.namelist())
    if "mimetype" in names and b"opendocument" in parts.read("mimetype"):
        return "Dit is een OpenDocument-bestand (.ods).", _BEWAAR
    if "xl/vbaProject.bin" in names:
        return "In dit bestand zitten macro's (.xlsm).", "Bewaar het als Excel-werkmap (.xlsx)."
    if "xl/workbook.bin" in names:
        return "Dit is een binaire werkmap (.xlsb).", _BEWAAR
    if "xl/workbook.xml" not in names:
        return "Dit is geen Excel-werkmap (.xlsx).", _BEWAAR
    if sum(one.file_size for one in parts.infolist() if one.filename.endswith(".xml")) > MAX_XML:
        message = "Dit bestand is uitgepakt te groot."
        return message, "Kopieer de ingevulde rijen naar een nieuw invulblad."
    if b"purl.oclc.org/ooxml" in parts.read("xl/workbook.xml"):
        return "Dit is een werkmap in de vorm 'Strict Open XML'.", _BEWAAR
    return None


_BIJZAKEN = {
    "xl/comments": "Opmerkingen bij cellen",
    "xl/threadedComments": "Opmerkingen bij cellen",
    "xl/pivot": "Draaitabellen",
    "xl/media": "Afbeeldingen",
    "xl/drawings/drawing": "Tekeningen en tekstvakken",
    "xl/charts": "Grafieken",
}
"""Parts of the file by the begin of their name."""


def _niet_gelezen(sheets: Mapping[str, Any], titel: str, names: list[str]) -> Iterator[str]:
    """What else is in the file."""
    yield from dict.fromkeys(
        what for name in names for begin, what in _BIJZAKEN.items() if name.startswith(begin)
    )
    for other, sheet in sheets.items():
        if other != titel and other not in EIGEN_BLADEN:
            filled = any(cell.value is not None for cell in _cellen(sheet))
            yield from (f"Het blad '{other}'",) if filled else ()
    if any(cell.hyperlink for cell in _cellen(sheets[titel])):
        yield "Koppelingen achter een tekst"


def kolomletter(column: int) -> str:
    """How a spreadsheet names its column: 1 is A."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cellen(sheet: Any) -> Iterator[Any]:
    """The cells that are in the file; ``iter_rows`` would make all those in between as well."""
    from openpyxl.cell.cell import Cell  # type: ignore[import-untyped]

    for cell in sheet._cells.values():
        if isinstance(cell, Cell):  # the rest of a merged area holds nothing
            yield cell


def _blad(sheet: Any, titel: str, niet_gelezen: tuple[str, ...]) -> Blad:
    rows: dict[int, dict[int, Cel]] = {}
    for cell in _cellen(sheet):
        found = _cel(cell)
        if found is not None:
            rows.setdefault(cell.row, {})[cell.column] = found
    issues = [
        Issue(f"blad {titel}", row, column, code, message, tip)
        for row, column, code, message, tip in (*_samengevoegd(sheet), *_verborgen(sheet, rows))
    ]
    empty = sheet.max_row - len(rows) - (1 not in rows)
    return Blad(rows, empty, tuple(issues), niet_gelezen)


_Probleem = tuple[int, int, str, str, str]
"""Row, column, code, message, tip."""


def _samengevoegd(sheet: Any) -> Iterator[_Probleem]:
    for area in sheet.merged_cells.ranges:
        message = f"De cellen {area.coord.replace(':', ' tot en met ')} zijn samengevoegd."
        tip = "Splits ze en zet in elke cel wat erin hoort."
        yield area.min_row, area.min_col, "samengevoegd", message, tip


def _verborgen(sheet: Any, rows: Mapping[int, Mapping[int, Cel]]) -> Iterator[_Probleem]:
    """Hidden cells with something in it: the sender may not know that it is there."""
    tip = "Maak haar zichtbaar (haal ook een filter weg) en kijk of zij erbij hoort."
    for row in rows:
        if sheet.row_dimensions[row].hidden:
            yield row, 0, "verborgen", "Deze rij is verborgen en er staat iets in.", tip
    used = {column for cells in rows.values() for column in cells}
    for size in list(sheet.column_dimensions.values()):
        for column in sorted(used) if size.hidden else ():
            if size.min <= column <= size.max:
                message = f"Kolom {kolomletter(column)} is verborgen en er staat iets in."
                yield 1, column, "verborgen", message, tip


_FOUT = re.compile(r"#(?:N/[AB]|[A-Z/0]+[!?])")
_NIEUWE_REGEL = re.compile("\r\n?|\u2028|\u2029")
_ONZICHTBAAR = "\u200b\u2060\ufeff"
_HARD = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " ", **dict.fromkeys(_ONZICHTBAAR, "")})


def _cel(cell: Any) -> Cel | None:
    """None when nothing is in it."""
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        text = getattr(value, "text", value)
        return Cel(str(text)[:40], Celsoort.FORMULE)
    if cell.data_type == "e":
        return Cel(str(value), Celsoort.FOUTWAARDE)
    if isinstance(value, str):
        return _tekst(value)
    if isinstance(value, bool):
        return Cel("", Celsoort.WAARHEID)
    if isinstance(value, int | float):
        whole = float(value).is_integer()
        return Cel(str(int(value) if whole else value), Celsoort.GETAL if whole else Celsoort.BREUK)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return Cel(_zoals_getoond(value, cell.number_format), Celsoort.DATUM)
    return Cel(str(value), Celsoort.TIJD)


def _tekst(value: str) -> Cel | None:
    """Text as Excel means it: line ends are one sign, hard spaces are spaces."""
    from openpyxl.utils.escape import unescape  # type: ignore[import-untyped]

    text: str = unescape(value) if "_x" in value else value
    text = _NIEUWE_REGEL.sub("\n", text)
    plain = text.translate(_HARD).strip()
    if not plain:
        return None
    if plain.startswith("="):
        return Cel(plain[:40], Celsoort.FORMULE)
    if _FOUT.fullmatch(plain):
        return Cel(plain, Celsoort.FOUTWAARDE)
    return Cel(text)


_LETTERLIJK = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def _zoals_getoond(value: datetime.datetime, opmaak: str) -> str:
    """Typing 'juli 2021' gives a cell with 1 July that shows only the month: then that is meant."""
    shown = _LETTERLIJK.sub("", opmaak).casefold()
    if "d" in shown or ("m" not in shown and "y" not in shown):
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
