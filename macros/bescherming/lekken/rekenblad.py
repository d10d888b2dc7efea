"""Spreadsheets of the site: nothing in them but what their two sheets show.

A table has one form as ODS and one as XLSX. Everything in a file is held against it: the package,
the markup, each cell; what is alike is looked at once. Only of a file in another form it is worked
out what is wrong with it.

Not here: whether a cell may hold a number (``figuurbestand``), or what a table should hold.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from struct import Struct
from struct import error as StructError
from typing import NamedTuple, TypeVar
from xml.etree import ElementTree
from zipfile import ZIP_STORED, BadZipFile, ZipFile
from zlib import crc32, decompress
from zlib import error as ZlibError

Rij = tuple[str, ...]
Tabel = list[Rij]
Delen = Mapping[str, str]
"""The files in a package by their names."""


class Gelezen(NamedTuple):
    """The sheet with the rows, its heads first, each cell as the CSV of that language has it; the
    sheet that explains them; what both are called; what is wrong with the file.
    """

    rijen: Tabel
    uitleg: Tabel
    namen: Rij
    gebreken: list[str]


class AndereVormFout(Exception):
    """This is not the form of our spreadsheets; the message says where."""


_ONLEESBAAR = "dit is geen leesbaar rekenblad"
_GETAL = r"-?\d+(?:\.\d+)?"
_DAG = r"\d{4}-\d\d-\d\d"
_NAAM = r"""("[^"<]*"|'[^'<]*')"""
_NUL = datetime.date(1899, 12, 30)
"""The day that is 0 in Excel."""


def lees_ods(raw: bytes, decimaalteken: str) -> Gelezen:
    """What an OpenDocument spreadsheet holds."""
    return _lees(raw, decimaalteken, _ODS_DELEN, _ods, _gebreken_ods)


def lees_xlsx(raw: bytes, decimaalteken: str) -> Gelezen:
    """What a workbook of Excel holds."""
    return _lees(raw, decimaalteken, _XLSX_DELEN, _xlsx, _gebreken_werkmap)


def zelfde(csv_rijen: Sequence[Sequence[str]], blad_rijen: Sequence[Sequence[str]]) -> bool:
    """Whether both have the same cells below the heads (a CSV has names there, a sheet titles); in
    CSV a mark may stand before a text, to not run it.
    """
    return [*map(len, csv_rijen)] == [*map(len, blad_rijen)] and all(
        tuple(row) == others
        or all(one in (other, f"'{other}") for one, other in zip(row, others, strict=True))
        for row, others in zip(csv_rijen[1:], blad_rijen[1:], strict=True)
    )


def _lees(
    raw: bytes,
    decimaalteken: str,
    namen: Sequence[str],
    lees: Callable[[Delen, str], tuple[Tabel, Tabel, Rij]],
    gebreken: Callable[[Delen], Iterator[str]],
) -> Gelezen:
    try:
        parts, around = _uitgepakt(raw)
    except (BadZipFile, ZlibError, UnicodeDecodeError):
        return Gelezen([], [], (), [_ONLEESBAAR])
    if not parts.keys() >= {*namen}:
        return Gelezen([], [], (), [_ONLEESBAAR])
    problems = [
        f"in het bestand zit {name}, en dat hoort er niet" for name in parts if name not in namen
    ]
    if around:
        problems.append("er staat iets in het bestand dat niet in het rekenblad zit")
    try:
        return Gelezen(*lees(parts, decimaalteken), problems)
    except AndereVormFout as error:
        said = [*dict.fromkeys(gebreken(parts))] or [f"dit heeft een andere vorm: {error}"]
        return Gelezen([], [], (), problems + said)


def _uitgepakt(raw: bytes) -> tuple[dict[str, str], bool]:
    """The files in a package, and whether there is more in it than these and where they are."""
    parts = _aaneen(raw)
    if parts is not None:
        return parts, False
    with ZipFile(io.BytesIO(raw)) as package:
        return {one.filename: package.read(one).decode() for one in package.infolist()}, True


_BEGIN, _INGANG, _EINDE = (Struct(form) for form in ("<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"))
"""The head of a file in a package, its place in the list at the end, and the end of that list."""


def _aaneen(raw: bytes) -> dict[str, str] | None:
    """The files of a package that is nothing but these, one behind the other; None of another."""
    try:
        sign, _, _, number, every, size, at, comment = _EINDE.unpack(raw[-_EINDE.size :])
        if sign != b"PK\5\6" or number != every or comment or at + size + _EINDE.size != len(raw):
            return None
        found: dict[str, str] = {}
        here = 0
        for _ in range(number):
            one = _INGANG.unpack_from(raw, at)
            length, extra = one[10], one[11] + one[12]
            name = raw[at + _INGANG.size : at + _INGANG.size + length]
            head = _BEGIN.unpack_from(raw, here)
            begin = here + _BEGIN.size + length
            if (one[0], head[0]) != (b"PK\1\2", b"PK\3\4") or extra or one[-1] != here:
                return None
            if head[1:] != (*one[2:11], 0) or raw[here + _BEGIN.size : begin] != name:
                return None
            here = begin + one[8]
            found[name.decode()] = _tekst(one[4], one[7], raw[begin:here])
            at += _INGANG.size + length
        whole = here + size + _EINDE.size == len(raw) == at + _EINDE.size
        return found if whole and len(found) == number else None
    except StructError:
        return None


@cache
def _tekst(wijze: int, controle: int, inhoud: bytes) -> str:
    """A file of a package as text; many packages have the same ones."""
    plain = inhoud if wijze == ZIP_STORED else decompress(inhoud, wbits=-15)
    if crc32(plain) != controle:
        raise BadZipFile
    return plain.decode()


T = TypeVar("T")


class _Gezien(dict[str, T]):
    """What is made of a piece of a file; each is looked at once."""

    def __init__(self, lees: Callable[[str], T | None]) -> None:
        self._lees = lees

    def __missing__(self, geschreven: str) -> T:
        found = self._lees(geschreven)
        if found is None:
            raise AndereVormFout(geschreven[:80])
        self[geschreven] = found
        return found


@cache
def _vast(naam: str, tekst: str, toegestaan: frozenset[str]) -> None:
    """A part that is the same in every file: markup that is known, and no text in it."""
    try:
        root = ElementTree.fromstring(tekst)
    except ElementTree.ParseError as error:
        raise AndereVormFout(naam) from error
    strange = _namen(root) - toegestaan
    texts = {one.strip() for one in root.itertext()} - {"", "-"}
    if strange or texts or "<!" in tekst or tekst.count("<?") != 1:
        raise AndereVormFout(naam)


def _namen(root: ElementTree.Element) -> set[str]:
    """Every element and attribute that is used, as it is called in the standard."""
    used = {name for element in root.iter() for name in (element.tag, *element.attrib)}
    return {_kort(name) for name in used}


_NAAMRUIMTE = re.compile(r"\{(?:urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0|[^}]*)\}(.+)")


def _kort(name: str) -> str:
    match = _NAAMRUIMTE.fullmatch(name)
    return name if match is None else f"{match[1]}:{match[2]}" if match[1] else match[2]


def _past(patroon: re.Pattern[str], naam: str, tekst: str) -> re.Match[str]:
    match = patroon.fullmatch(tekst)
    if match is None:
        raise AndereVormFout(naam)
    return match


def _in_delen(naam: str, tekst: str, scheiding: str, aantal: int) -> list[str]:
    found = tekst.split(scheiding)
    if len(found) != aantal:
        raise AndereVormFout(naam)
    return found


def _namen_van(*namen: str) -> Rij:
    return tuple(unescape(one[1:-1]) for one in namen)


def _blad(naam: str) -> str:
    """The name of a sheet, as it is in an attribute, as an address has it."""
    return "'" + unescape(naam[1:-1]).replace("'", "''") + "'"


# ---------------------------------------------------------------------------- ODS

_ODS_DELEN = ("mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "settings.xml")
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMEN = {
    "manifest": "manifest file-entry full-path version media-type",
    "office": (
        "document-content document-styles automatic-styles master-styles body spreadsheet version"
        " value-type value date-value boolean-value"
    ),
    "style": (
        "style table-row-properties table-cell-properties table-column-properties text-properties"
        " name family master-page-name use-optimal-row-height vertical-align column-width"
        " data-style-name page-layout page-layout-properties print-orientation scale-to-X"
        " master-page page-layout-name"
    ),
    "table": (
        "table table-column table-header-rows table-row table-cell name style-name"
        " default-cell-style-name database-ranges database-range target-range-address"
        " display-filter-buttons"
    ),
    "text": "p s",
    "xsl-fo-compatible": "wrap-option font-weight page-width page-height margin",
    "datastyle": (
        "number-style number date-style day month year text boolean-style boolean"
        " decimal-places min-integer-digits style"
    ),
}
"""Elements and attributes of a sheet of ours; with any other it could hide something."""
_ODS_TOEGESTAAN = frozenset(
    f"{space}:{name}" for space, names in _ODS_NAMEN.items() for name in names.split()
)
_PLAATSEN = re.compile(r'decimalen(\d+)"><number:number number:decimal-places="(\d+)"')

_ODS_BREED = re.compile(
    r'<style:style style:name="breed\d\d?" style:family="table-column">'
    r'<style:table-column-properties style:column-width="\d{1,2}\.\d\dcm"/></style:style>'
)
"""How wide a column is differs from file to file."""

_ODS_BLADEN = "<office:body><office:spreadsheet>"
_ODS_VOOR = re.compile(
    f'<table:table table:name={_NAAM} table:style-name="blad">(?:<table:table-column'
    r' table:style-name="breed\d\d?" table:default-cell-style-name="tekst"/>)+'
)
_ODS_RIJ = '<table:table-row table:style-name="rij">'
_ODS_NA = re.compile(
    '<table:database-ranges><table:database-range table:name="rijen"'
    f' table:target-range-address={_NAAM} table:display-filter-buttons="true"/>'
    "</table:database-ranges></office:spreadsheet></office:body></office:document-content>"
)
_ODS_CEL = re.compile(
    r'/>|(?: table:style-name="(?:kop|sleutel)")? office:value-type="string">'
    r"(?P<tekst>(?:<text:p>[^<]*(?:<text:s/>[^<]*)*</text:p>)+)</table:table-cell>"
    r'| table:style-name="getal(?P<plaatsen>\d+)" office:value-type="float"'
    rf' office:value="(?P<getal>{_GETAL})"><text:p>(?P=getal)</text:p></table:table-cell>'
    rf'| table:style-name="dag" office:value-type="date" office:date-value="(?P<dag>{_DAG})">'
    r"<text:p>(?P=dag)</text:p></table:table-cell>"
    r'| table:style-name="janee" office:value-type="boolean"'
    r' office:boolean-value="(?P<ja>true|false)"><text:p>(?P=ja)</text:p></table:table-cell>'
)
_ODS_ITEM = r'<config:config-item config:name="[A-Za-z]+" config:type="{}">{}</config:config-item>'
_ODS_BEELD = re.compile(
    r'<\?xml version="1\.0" encoding="UTF-8"\?>\n<office:document-settings'
    r'(?: xmlns:\w+="[\w:.-]+")+ office:version="1\.3"><office:settings>'
    r'<config:config-item-set config:name="ooo:view-settings">'
    r'<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
    + _ODS_ITEM.format("string", "view1")
    + '<config:config-item-map-named config:name="Tables"><config:config-item-map-entry'
    f" config:name={_NAAM}>(?:{_ODS_ITEM.format('(?:short|int)', '[012]')})+"
    "</config:config-item-map-entry></config:config-item-map-named>"
    + _ODS_ITEM.format("string", "([^<]*)")
    + "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
    "</office:settings></office:document-settings>"
)


def _ods(delen: Delen, decimaalteken: str) -> tuple[Tabel, Tabel, Rij]:
    if delen["mimetype"] != _MIMETYPE:
        raise AndereVormFout("mimetype")
    head, body = _in_delen("content.xml", delen["content.xml"], _ODS_BLADEN, 2)
    _vast("manifest.xml", delen["META-INF/manifest.xml"], _ODS_TOEGESTAAN)
    _vast("styles.xml", delen["styles.xml"], _ODS_TOEGESTAAN)
    _ods_stijlen(_ODS_BREED.sub("", head))
    sheet, guide, after = _in_delen("content.xml", body, "</table:table>", 3)
    heads, rows = _in_delen("content.xml", sheet, "</table:table-header-rows>", 2)
    before, header = _in_delen("content.xml", heads, "<table:table-header-rows>", 2)
    name = _past(_ODS_VOOR, "content.xml", before)[1]
    data = _ods_rijen(f"{header}{rows}", decimaalteken)
    above, mark, below = guide.partition(_ODS_RIJ)
    other = _past(_ODS_VOOR, "content.xml", above)[1]
    address = unescape(_past(_ODS_NA, "content.xml", after)[1][1:-1])
    sheet = f"{_blad(name)}."
    letters = address.removeprefix(f"{sheet}A1:{sheet}").removesuffix(str(len(data)))
    if not (letters.isascii() and letters.isalpha()):
        raise AndereVormFout("content.xml")
    shown = _past(_ODS_BEELD, "settings.xml", delen["settings.xml"])
    if _blad(shown[1]) != _blad(name) or unescape(shown[2]) != unescape(name[1:-1]):
        raise AndereVormFout("settings.xml")
    return data, _ods_rijen(f"{mark}{below}", decimaalteken), _namen_van(name, other)


@cache
def _ods_stijlen(tekst: str) -> None:
    """Each style shows a number with the decimals that its name says."""
    _vast("content.xml", f"{tekst}</office:document-content>", _ODS_TOEGESTAAN)
    if any(one != other for one, other in _PLAATSEN.findall(tekst)):
        raise AndereVormFout("content.xml")


def _ods_rijen(tekst: str, decimaalteken: str) -> Tabel:
    before, *rows = tekst.split(_ODS_RIJ)
    if before:
        raise AndereVormFout(before[:80])
    seen = _ods_gezien(decimaalteken)
    return [seen[row] for row in rows]


@cache
def _ods_gezien(decimaalteken: str) -> _Gezien[Rij]:
    def cel(geschreven: str) -> str | None:
        match = _ODS_CEL.fullmatch(geschreven)
        if match is None:
            return None
        if number := match["getal"]:
            fits = len(number.partition(".")[2]) <= int(match["plaatsen"])
            return number.replace(".", decimaalteken) if fits else None
        if match["tekst"]:
            lines = match["tekst"].removesuffix("</text:p>").replace("<text:s/>", " ")
            return unescape(lines.removeprefix("<text:p>").replace("</text:p><text:p>", "\n"))
        return match["dag"] or match["ja"] or ""

    def rij(geschreven: str) -> Rij | None:
        inside, end, after = geschreven.partition("</table:table-row>")
        start, *written = inside.split("<table:table-cell")
        whole = end and not start and not after
        return tuple(map(cells.__getitem__, written)) if whole else None

    cells = _Gezien(cel)
    return _Gezien(rij)


_ODS_VERBODEN = {
    "table:visibility": "een verborgen rij of kolom",
    "table:display": "een verborgen blad",
    "table:data-pilot-tables": "een draaitabel met de gegevens erachter",
    "table:table-source": "een koppeling naar een ander bestand",
    "office:annotation": "een opmerking",
}


def _gebreken_ods(delen: Delen) -> Iterator[str]:
    """What is wrong with a spreadsheet that is in another form."""
    content = delen["content.xml"]
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError:
        yield _ONLEESBAAR
        return
    for name in sorted(_namen(root) - _ODS_TOEGESTAAN):
        yield f"hier zit {_ODS_VERBODEN.get(name, name)} in"
    if "<!--" in content:
        yield "hier staat een opmerking van een programma in"
    sheets = content.count("<table:table ")
    if sheets != 2:
        yield f"er zijn {sheets} bladen, en twee horen er te zijn"
    if any(
        text != value
        for cell in root.iter()
        for text in ["".join(cell.itertext())]
        for name, value in cell.attrib.items()
        if _kort(name) in ("office:value", "office:date-value", "office:boolean-value")
    ):
        yield "hier zit een getal achter de tekst van een cel in"


# ---------------------------------------------------------------------------- XLSX

_BLADEN = ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
_XLSX_DELEN = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    *_BLADEN,
)
_XLSX_NAMEN = (
    "Types Default Override Extension ContentType PartName Relationships Relationship Id Type"
    " Target styleSheet numFmts count numFmt numFmtId formatCode fonts font b sz val name fills"
    " fill patternFill patternType borders border left right top bottom diagonal cellStyleXfs"
    " cellXfs xf fontId fillId borderId xfId applyNumberFormat applyFont applyAlignment"
    " alignment vertical wrapText cellStyles cellStyle builtinId"
)
_XLSX_TOEGESTAAN = frozenset(_XLSX_NAMEN.split())
_CODES = re.compile(r'<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/>')
_STIJLEN = re.compile(r'<xf numFmtId="(\d+)"')
_EERSTE_GETAL = 5
"""The style of numbers without decimals; the next one is for one decimal, and so on."""

_KOP = r'<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n'
_RUIMTE = r' xmlns="http://schemas\.openxmlformats\.org/spreadsheetml/2006/main"'
_XLSX_BOEK = re.compile(
    rf"{_KOP}<workbook{_RUIMTE}"
    r' xmlns:r="http://schemas\.openxmlformats\.org/officeDocument/2006/relationships"><bookViews><workbookView/>'
    r"</bookViews><sheets>"
    rf'<sheet name={_NAAM} sheetId="1" r:id="rId1"/><sheet name={_NAAM} sheetId="2" r:id="rId2"/>'
    r'</sheets><definedNames><definedName name="_xlnm\._FilterDatabase" localSheetId="0"'
    r' hidden="1">([^<]*)</definedName><definedName name="_xlnm\.Print_Titles" localSheetId="0">'
    r"([^<]*)</definedName></definedNames></workbook>"
)
_XLSX_VOOR = re.compile(
    rf'{_KOP}<worksheet{_RUIMTE}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>(?:<sheetViews>'
    r'<sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
    r' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>)?'
    r'<cols>(?:<col min="\d+" max="\d+" width="\d\d" customWidth="1"/>)+</cols>'
)
_LIGGEND = r'<pageSetup paperSize="9" orientation="landscape" fitToWidth="[1-9]" fitToHeight="0"/>'
_XLSX_EINDE = re.compile(rf"{_LIGGEND}</worksheet>")
_XLSX_NA = re.compile(
    rf'<autoFilter ref="(A1:[A-Z]+\d+)"/>{_LIGGEND}<ignoredErrors><ignoredError'
    r' sqref="(A1:[A-Z]+\d+)" numberStoredAsText="1"/></ignoredErrors></worksheet>'
)
_XLSX_CEL = re.compile(
    r' s="2"/>|/>| s="[123]" t="inlineStr"><is><t(?: xml:space="preserve")?>'
    rf'(?P<tekst>[^<]*)</t></is></c>| s="(?P<stijl>\d+)"><v>(?P<getal>{_GETAL})</v></c>'
    r'| t="b"><v>(?P<ja>[01])</v></c>'
)
_XLSX_RIJ = re.compile(r'<row r="([1-9]\d*)"(?: ht="(?:[3-9]\d|[1-4]\d\d)")?>')
"""A row is as high as two lines or more, or as a program makes it: never so low that it hides."""
_PLAATS = re.compile(r'<c r="([A-Z]+\d+)"')
_TEKEN = re.compile("_x005F_")


def _xlsx(delen: Delen, decimaalteken: str) -> tuple[Tabel, Tabel, Rij]:
    for name in ("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"):
        _vast(name, delen[name], _XLSX_TOEGESTAAN)
    _stijlen(delen["xl/styles.xml"])
    first, second = (delen[one] for one in _BLADEN)
    data, after = _xlsx_rijen(first, decimaalteken)
    guide, nothing = _xlsx_rijen(second, decimaalteken)
    filtered, numbers = _past(_XLSX_NA, _BLADEN[0], after).groups()
    book = _past(_XLSX_BOEK, "xl/workbook.xml", delen["xl/workbook.xml"])
    sheet = _blad(book[1])
    letters = filtered.removeprefix("A1:").removesuffix(str(len(data)))
    if (
        _XLSX_EINDE.fullmatch(nothing) is None
        or numbers != filtered
        or not letters.isalpha()
        or unescape(book[3]) != f"{sheet}!$A$1:${letters}${len(data)}"
        or unescape(book[4]) != f"{sheet}!$1:$1"
    ):
        raise AndereVormFout("xl/workbook.xml")
    return data, guide, _namen_van(book[1], book[2])


@cache
def _stijlen(tekst: str) -> None:
    """Each style shows a number as it is."""
    _vast("xl/styles.xml", tekst, _XLSX_TOEGESTAAN)
    codes = dict(_CODES.findall(tekst))
    _, used = _in_delen("xl/styles.xml", tekst, "<cellXfs", 2)
    kinds = [codes.get(one, one) for one in _STIJLEN.findall(used)]
    numbers = ["0", *("0." + "0" * places for places in range(1, len(kinds) - _EERSTE_GETAL))]
    if kinds != ["0", "0", "49", "49", "yyyy\\-mm\\-dd", *numbers]:
        raise AndereVormFout("xl/styles.xml")


def _xlsx_rijen(tekst: str, decimaalteken: str) -> tuple[Tabel, str]:
    """The rows of a sheet, and what stands behind them."""
    before, inside = _in_delen("sheet.xml", tekst, "<sheetData>", 2)
    _past(_XLSX_VOOR, "sheet.xml", before)
    rows, after = _in_delen("sheet.xml", inside, "</sheetData>", 2)
    seen = _xlsx_gezien(decimaalteken)
    *found, end = rows.split("</row>")
    data = [seen[row] for row in found]
    if end or [n for n, _ in data] != [*range(1, len(found) + 1)]:
        raise AndereVormFout(end[:80])
    return [row for _, row in data], after


@cache
def _letters(aantal: int) -> tuple[str, ...]:
    """The names of the first columns."""
    one = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    return (*one, *(first + second for first in one for second in one))[:aantal]


@cache
def _xlsx_gezien(decimaalteken: str) -> _Gezien[tuple[int, Rij]]:
    """Rows with their number."""

    def cel(geschreven: str) -> str | None:
        match = _XLSX_CEL.fullmatch(geschreven)
        if match is None:
            return None
        if match["ja"]:
            return "true" if match["ja"] == "1" else "false"
        if number := match["getal"]:
            style = int(match["stijl"]) - _EERSTE_GETAL
            if style == -1 and number.isdecimal():
                return (_NUL + datetime.timedelta(int(number))).isoformat()
            fits = len(number.partition(".")[2]) <= style
            return number.replace(".", decimaalteken) if fits else None
        return _TEKEN.sub("_", unescape(match["tekst"] or ""))

    def rij(geschreven: str) -> tuple[int, Rij] | None:
        start, *parts = _PLAATS.split(geschreven)
        match = _XLSX_RIJ.fullmatch(start)
        if match is None or parts[::2] != [one + match[1] for one in _letters(len(parts) // 2)]:
            return None
        return int(match[1]), tuple(map(cells.__getitem__, parts[1::2]))

    cells = _Gezien(cel)
    return _Gezien(rij)


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


def gebreken_xlsx(raw: bytes) -> Iterator[str]:
    """What is wrong with a workbook that is no table: no sheet, row or column of ours is hidden."""
    try:
        with ZipFile(io.BytesIO(raw)) as package:
            parts = {
                name: package.read(name).decode("utf-8", "replace") for name in package.namelist()
            }
    except (BadZipFile, ZlibError):
        yield _ONLEESBAAR
        return
    yield from _gebreken_xlsx(parts)


def _gebreken_xlsx(delen: Delen) -> Iterator[str]:
    for name, text in delen.items():
        for pattern, what in _XLSX_VERBODEN.items():
            if re.fullmatch(pattern, name):
                yield f"hier zit {what} in ({name})"
        if name == "xl/workbook.xml" or name.startswith("xl/worksheets/"):
            if _VERSTOPT.search(text):
                yield f"hier is een blad, rij of kolom verborgen ({name})"
        elif name.startswith("docProps/") and (match := _MAKER.search(text)):
            yield f"de eigenschap {match.group(1)} is ingevuld, en die kan een persoon noemen"
        if name.startswith(("docProps/", "xl/workbook")) and _PAD.search(text):
            yield f"hier staat een pad van een computer in ({name})"


_FILTER = re.compile(r'(<definedName name="_xlnm\._FilterDatabase" localSheetId="0") hidden="1"')


def _gebreken_werkmap(delen: Delen) -> Iterator[str]:
    """What is wrong with a table as a workbook that is in another form."""
    book = _FILTER.sub(r"\1", delen["xl/workbook.xml"])
    yield from _gebreken_xlsx({**delen, "xl/workbook.xml": book})
    cells = [one for name in _BLADEN for one in delen[name].split("</c>")]
    if any("<f" in one for one in cells):
        yield "hier zit een formule in"
    if any("<v>" in one and "<is>" in one for one in cells):
        yield "hier zit een getal achter de tekst van een cel in"
