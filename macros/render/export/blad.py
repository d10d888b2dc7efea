"""One table as an OpenDocument spreadsheet (ODF 1.3), to the byte the same for the same table.

A text is a text, so nothing in it can run as a formula; a figure or a day can be counted with, and
its value says no more than its text. Each row is a ``table:table-row`` of its own: ``ods.js`` takes
rows out of the finished file, and looks no further than that.

Not here: which tables there are and what they hold (``export``).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from macros.render.export.cel import Cel, Dag, Getal

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FOLDED = re.compile("^ +| +$| {2,}")
"""Spaces that a reader of OpenDocument takes together or leaves out."""

_CM_PER_LETTER = 0.21
_NARROWEST, _WIDEST = 1.6, 6.0

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("table", "table"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
    )
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

_MANIFEST = (
    f"{_XML}<manifest:manifest"
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
    f' manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)

_STYLES = (
    f'{_XML}<office:document-styles {_NAMESPACES} office:version="1.3">'
    '<office:automatic-styles><style:page-layout style:name="liggend"><style:page-layout-properties'
    ' fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"'
    ' fo:margin="1cm" style:scale-to-X="1"/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="Default"'
    ' style:page-layout-name="liggend"/></office:master-styles></office:document-styles>'
)

_CELL = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_FIXED_STYLES = (
    '<style:style style:name="blad" style:family="table" style:master-page-name="Default"/>'
    '<style:style style:name="rij" style:family="table-row">'
    '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
    f'<style:style style:name="tekst" style:family="table-cell">{_CELL}</style:style>'
    '<number:date-style style:name="datum"><number:day/><number:text> </number:text>'
    '<number:month number:textual="true" number:style="long"/><number:text> </number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<style:style style:name="dag" style:family="table-cell" style:data-style-name="datum">'
    f"{_CELL}</style:style>"
    f'<style:style style:name="kop" style:family="table-cell">{_CELL}'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def ods(blad: str, koppen: Sequence[str], rijen: Iterable[Sequence[Cel]]) -> bytes:
    """A spreadsheet with one sheet, named ``blad``; the heads are bold and on every printed page.

    Raises ValueError when a row has not as many cells as there are heads.
    """
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        _add(package, "mimetype", MIMETYPE, ZIP_STORED)
        _add(package, "META-INF/manifest.xml", _MANIFEST)
        _add(package, "content.xml", _content(blad, koppen, list(rijen)))
        _add(package, "styles.xml", _STYLES)
    return out.getvalue()


def _add(package: ZipFile, name: str, text: str, compression: int = ZIP_DEFLATED) -> None:
    """A file without the moment or the system of the build."""
    info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.create_system = 0
    package.writestr(info, text.encode(), compression)


def _content(blad: str, koppen: Sequence[str], rijen: Sequence[Sequence[Cel]]) -> str:
    widths = [_width(column) for column in zip(koppen, *rijen, strict=True)]
    styles = "".join(
        f'<style:style style:name="kolom{n}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
        for n, width in enumerate(widths, 1)
    )
    columns = "".join(
        f'<table:table-column table:style-name="kolom{n}" table:default-cell-style-name="tekst"/>'
        for n, _ in enumerate(widths, 1)
    )
    places = sorted({_places(one) for row in rijen for one in row if isinstance(one, Getal)})
    styles += "".join(map(_number_style, places))
    rows = "".join(_row(row, "tekst") for row in rijen)
    return (
        f'{_XML}<office:document-content {_NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{_FIXED_STYLES}{styles}</office:automatic-styles>"
        "<office:body><office:spreadsheet>"
        f'<table:table table:name={quoteattr(_legal(blad))} table:style-name="blad">{columns}'
        f"<table:table-header-rows>{_row(koppen, 'kop')}</table:table-header-rows>{rows}"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )


def _places(cell: Getal) -> int:
    """How many decimals a figure has."""
    exponent = cell.waarde.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _number_style(places: int) -> str:
    """How a figure with so many decimals is shown: with all of them."""
    return (
        f'<number:number-style style:name="decimalen{places}"><number:number'
        f' number:decimal-places="{places}" number:min-integer-digits="1"/></number:number-style>'
        f'<style:style style:name="getal{places}" style:family="table-cell"'
        f' style:data-style-name="decimalen{places}">{_CELL}</style:style>'
    )


def _width(column: Sequence[Cel]) -> float:
    """Centimetres that hold the longest line of a column; a longer one than the widest wraps."""
    longest = max(len(line) for cell in column for line in _LINE_END.split(str(cell)))
    return min(max(_NARROWEST, longest * _CM_PER_LETTER), _WIDEST)


def _row(cells: Sequence[Cel], style: str) -> str:
    filled = "".join(
        f"<table:table-cell {_kind(cell, style)}>{_paragraphs(str(cell))}</table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:style-name="rij">{filled}</table:table-row>'


def _kind(cell: Cel, style: str) -> str:
    match cell:
        case Getal():
            name, value = f"getal{_places(cell)}", f'"float" office:value="{cell.waarde:f}"'
        case Dag():
            name, value = "dag", f'"date" office:date-value="{cell.dag.isoformat()}"'
        case _:
            name, value = style, '"string"'
    return f'table:style-name="{name}" office:value-type={value}'


def _paragraphs(text: str) -> str:
    """Each line is a paragraph. A tab becomes a space: spreadsheets drop the sign for one."""
    lines = _LINE_END.split(_legal(text).replace("\t", " "))
    return "".join(f"<text:p>{_FOLDED.sub(_kept, escape(line))}</text:p>" for line in lines)


def _kept(spaces: re.Match[str]) -> str:
    return "<text:s/>" * len(spaces.group())


def _legal(text: str) -> str:
    """Text without the characters that XML cannot hold; the usual sign stands where one was."""
    return _NOT_IN_XML.sub("\ufffd", text)
