"""A table as a workbook of Excel (Office Open XML): one sheet has its rows, one explains them.

A text is a text, so nothing in it can run as a formula; a number, a day and yes or no are what they
are. It is written here and not by xlsxwriter, which takes ten times as long for small tables. The
scripts of the site take rows out of the finished file: the texts stand in the cells.

Not here: what the cells hold (``plat``).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from macros.opendata.gevuld import Gevuld
from macros.opendata.leeswijzer import Leeswijzer, Velden
from macros.opendata.vorm.pakket import Stuk, deel, pakket, stuk, vast
from macros.opendata.vorm.plat import (
    HOOGST,
    Celsoort,
    Schrijf,
    bladen_breed,
    bladnaam,
    breedten,
    decimalen,
    geschreven,
    in_cel,
    is_dag,
    kolommen,
    leesbreedten,
    regels,
)

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BLADEN = ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")

_GEWOON, _KOP, _TEKST, _SLEUTEL, _DAG, _GETAL = range(6)
"""Styles of cells; from ``_GETAL`` on one for each number of decimals. A key is on one line."""
_REGEL = 15
"""Points that a line is high."""
_MEESTE = 15
_LEEG = "/>"
_NUL = datetime.date(1899, 12, 30)
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel reads as a sign by its number; the sign before it is then written so itself."""
_EIGEN = 164
"""The first number of a format that is not built in."""

_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET}.styles+xml"/>'
    + "".join(
        f'<Override PartName="/{one}" ContentType="{_SHEET}.worksheet+xml"/>' for one in _BLADEN
    )
    + "</Types>"
)
_RELS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
_WORKBOOK_RELS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>"
)


_VASTE_KOP = (
    '<sheetViews><sheetView tabSelected="1"'
    ' workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
    ' state="frozen"/></sheetView></sheetViews>'
)

_PASSEND = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'


def _liggend(bladen: int = 1) -> str:
    return (
        f'<pageSetup paperSize="9" orientation="landscape" fitToWidth="{bladen}" fitToHeight="0"/>'
    )


def _formats() -> Iterator[str]:
    yield "yyyy\\-mm\\-dd"
    for places in range(_MEESTE + 1):
        yield "0." + "0" * places if places else "0"


def _styles() -> str:
    formats = list(_formats())
    kinds = [(0, 0), (0, 1), (49, 0), (49, 0), *((_EIGEN + at, 0) for at in range(len(formats)))]
    return (
        f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(formats)}">'
        + "".join(
            f'<numFmt numFmtId="{_EIGEN + at}" formatCode="{one}"/>'
            for at, one in enumerate(formats)
        )
        + '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0">'
        '<alignment vertical="top"/></xf>'
        f'</cellStyleXfs><cellXfs count="{len(kinds)}">'
        + "".join(
            f'<xf numFmtId="{form}" fontId="{font}" fillId="0" borderId="0" xfId="0"'
            f' applyNumberFormat="{int(form > 0)}" applyFont="1" applyAlignment="1">'
            f'<alignment vertical="top" wrapText="{int(style != _SLEUTEL)}"/></xf>'
            for style, (form, font) in enumerate(kinds)
        )
        + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    )


_STYLES = _styles()


def als_xlsx(gevuld: Gevuld, leeswijzer: Leeswijzer) -> bytes:
    """A workbook. The heads stay in sight, are on every printed page and can filter."""
    blad = bladnaam(gevuld.titel, gevuld.tabel, leeswijzer.blad)
    book = _workbook(blad, leeswijzer.blad, len(gevuld.velden), len(gevuld.rijen) + 1)
    return pakket(
        (
            deel("[Content_Types].xml", vast(_TYPES)),
            deel("_rels/.rels", vast(_RELS)),
            deel("xl/workbook.xml", stuk(book)),
            deel("xl/_rels/workbook.xml.rels", vast(_WORKBOOK_RELS)),
            deel("xl/styles.xml", vast(_STYLES)),
            deel(_BLADEN[0], stuk(_rijen(gevuld, leeswijzer.koppen))),
            deel(_BLADEN[1], *_uitleg(leeswijzer)),
        )
    )


def _workbook(blad: str, leeswijzer: str, kolommen: int, rijen: int) -> str:
    """Which sheets there are; programs ask for the name that the filter goes by."""
    sheet = escape("'" + blad.replace("'", "''") + "'")
    last = xl_col_to_name(kolommen - 1)
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/>'
        "</bookViews><sheets>"
        f'<sheet name={quoteattr(blad)} sheetId="1" r:id="rId1"/>'
        f'<sheet name={quoteattr(leeswijzer)} sheetId="2" r:id="rId2"/></sheets><definedNames>'
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'
        f"{sheet}!$A$1:${last}${rijen}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{sheet}!$1:$1</definedName>'
        "</definedNames></workbook>"
    )


def _rijen(gevuld: Gevuld, koppen: Sequence[str]) -> str:
    columns = kolommen(gevuld)
    rows = [[*map(_kop, koppen)], *geschreven(gevuld, columns, _SCHRIJF)]
    widths = breedten(koppen, columns)
    wrapped = ([""] * len(gevuld.rijen), *columns[1:])
    lines = _regels(((kop, *cells) for kop, cells in zip(koppen, wrapped, strict=True)), widths)
    everything = f"A1:{xl_col_to_name(len(koppen) - 1)}{len(rows)}"
    return (
        f"{_begin(widths, _VASTE_KOP)}{_genummerd(rows, lines)}</sheetData>"
        f'<autoFilter ref="{everything}"/>{_liggend(bladen_breed(widths))}<ignoredErrors>'
        f'<ignoredError sqref="{everything}" numberStoredAsText="1"/>'
        "</ignoredErrors></worksheet>"
    )


def _uitleg(leeswijzer: Leeswijzer) -> tuple[Stuk, Stuk]:
    """What the table is; and then what its fields are, which many tables have in common."""
    before, fields = _velden(leeswijzer.velden, len(leeswijzer.boven) + 1)
    above = [[_kop(name), _tekst(text)] for name, text in leeswijzer.boven]
    lines = _regels(zip(*leeswijzer.boven, strict=True), leesbreedten(leeswijzer.velden)[:2])
    return stuk(before + _genummerd(above, lines)), fields


@cache
def _velden(velden: Velden, vanaf: int) -> tuple[str, Stuk]:
    """What that sheet begins with, and what it ends with from row ``vanaf`` on."""
    heads, *fields = velden
    rows = [[_LEEG], [*map(_kop, heads)], *([*map(_tekst, row)] for row in fields)]
    widths = leesbreedten(velden)
    lines = [1, *_regels(zip(*velden, strict=True), widths)]
    below = f"{_genummerd(rows, lines, vanaf)}</sheetData>{_liggend()}</worksheet>"
    return _begin(widths), stuk(below)


def _regels(kolommen: Iterable[Sequence[str]], breedten: Iterable[int]) -> list[int]:
    """How many lines each row has: as many as the highest of its cells."""
    columns = [
        [regels(text, letters) for text in cells]
        for cells, letters in zip(kolommen, breedten, strict=True)
    ]
    return [max(cells) for cells in zip(*columns, strict=True)]


def _begin(breedten: Iterable[int], eerst: str = "") -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{letters + 2}" customWidth="1"/>'
        for n, letters in enumerate(breedten, 1)
    )
    return f'{_XML}<worksheet xmlns="{_MAIN}">{_PASSEND}{eerst}<cols>{columns}</cols><sheetData>'


def _genummerd(rijen: Iterable[Sequence[str]], regels: Iterable[int], vanaf: int = 1) -> str:
    """Rows and cells with their place, as high as their lines: not every program works that out
    when it opens a file. In a text there can be no NUL.
    """
    found = []
    for n, (row, lines) in enumerate(zip(rijen, regels, strict=True), vanaf):
        cells = "".join(chain.from_iterable(zip(_plaatsen(len(row)), row, strict=True)))
        high = f' ht="{min(lines, HOOGST) * _REGEL}"' if lines > 1 else ""
        found.append(f'<row r="{n}"{high}>{cells}</row>'.replace("\0", str(n)))
    return "".join(found)


@cache
def _plaatsen(aantal: int) -> tuple[str, ...]:
    """How each cell of a row begins: its column, and NUL where the number of the row comes."""
    return tuple(f'<c r="{xl_col_to_name(n)}\0"' for n in range(aantal))


def _cel(stijl: int, text: str) -> str:
    if not text:
        return f' s="{stijl}"/>'
    keep = "" if text == text.strip() and "\n" not in text else ' xml:space="preserve"'
    shown = escape(_CODE.sub("_x005F_", in_cel(text)))
    return f' s="{stijl}" t="inlineStr"><is><t{keep}>{shown}</t></is></c>'


@cache
def _kop(text: str) -> str:
    return _cel(_KOP, text)


@cache
def _tekst(text: str) -> str:
    return _cel(_TEKST, text)


@cache
def _sleutel(text: str) -> str:
    return _cel(_SLEUTEL, text) if text else _LEEG


@cache
def _getal(text: str) -> str:
    return f' s="{_GETAL + min(decimalen(text), _MEESTE)}"><v>{text}</v></c>' if text else _LEEG


@cache
def _janee(text: str) -> str:
    return f' t="b"><v>{int(text == "true")}</v></c>' if text else _LEEG


@cache
def _dag(text: str) -> str:
    """A day is a number: how many days it is after the last one but one of 1899."""
    if not is_dag(text):
        return _tekst(text)
    number = (datetime.date.fromisoformat(text) - _NUL).days
    return f' s="{_DAG}"><v>{number}</v></c>'


_SCHRIJF: Schrijf = {
    Celsoort.TEKST: _tekst,
    Celsoort.SLEUTEL: _sleutel,
    Celsoort.GETAL: _getal,
    Celsoort.JANEE: _janee,
    Celsoort.DAG: _dag,
}
