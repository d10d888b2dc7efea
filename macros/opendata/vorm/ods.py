"""A table as an OpenDocument spreadsheet (ODF 1.3): one sheet has its rows, one explains them.

A text is a text, so nothing in it can run as a formula; a number, a day and yes or no are what they
are, and a value says no more than its text. Each row is a ``table:table-row`` of its own: the
scripts of the site take rows out of the finished file, and look no further than that.

Not here: what the cells hold (``plat``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from macros.opendata.gevuld import Gevuld
from macros.opendata.leeswijzer import Leeswijzer, Velden
from macros.opendata.vorm.pakket import Stuk, deel, open_deel, pakket, stuk, vast
from macros.opendata.vorm.plat import (
    BREEDTEN,
    LEESBREED,
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
)

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

_FOLDED = re.compile("^ +| +$| {2,}")
"""Spaces that a reader of OpenDocument takes together or leaves out."""

_CM_PER_LETTER = 0.21
_MEESTE = 15
"""Decimals that a spreadsheet shows at most."""

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("table", "table"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
        ("config", "config"),
    )
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

_MANIFEST = (
    f"{_XML}<manifest:manifest"
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
    f' manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "styles", "settings")
    )
    + "</manifest:manifest>"
)

_CELL = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'


def _style(name: str, kind: str, properties: str, more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{kind}"{more}>{properties}</style:style>'
    )


def _numbers(places: int) -> str:
    """How a number with so many decimals is shown: with all of them."""
    return (
        f'<number:number-style style:name="decimalen{places}"><number:number'
        f' number:decimal-places="{places}" number:min-integer-digits="1"/></number:number-style>'
        + _style(
            f"getal{places}", "table-cell", _CELL, f' style:data-style-name="decimalen{places}"'
        )
    )


def _width(letters: int) -> str:
    size = f'style:column-width="{(letters + 2) * _CM_PER_LETTER:.2f}cm"'
    return _style(f"breed{letters}", "table-column", f"<style:table-column-properties {size}/>")


_DATE = "<number:text>-</number:text>".join(
    f'<number:{part} number:style="long"/>' for part in ("year", "month", "day")
)
_CELL_STYLES = "".join(
    (
        _style("blad", "table", "", ' style:master-page-name="Default"'),
        _style(
            "rij", "table-row", '<style:table-row-properties style:use-optimal-row-height="true"/>'
        ),
        _style("tekst", "table-cell", _CELL),
        _style("sleutel", "table-cell", _CELL.replace(' fo:wrap-option="wrap"', "")),
        f'<number:date-style style:name="datum">{_DATE}</number:date-style>',
        _style("dag", "table-cell", _CELL, ' style:data-style-name="datum"'),
        '<number:boolean-style style:name="waarheid"><number:boolean/></number:boolean-style>',
        _style("janee", "table-cell", _CELL, ' style:data-style-name="waarheid"'),
        _style("kop", "table-cell", f'{_CELL}<style:text-properties fo:font-weight="bold"/>'),
        *map(_numbers, range(_MEESTE + 1)),
        *map(_width, (*BREEDTEN, LEESBREED)),
    )
)


@cache
def _styles(bladen: int) -> Stuk:
    """Pages lie down, and so many of them stand beside each other."""
    return stuk(
        f'{_XML}<office:document-styles {_NAMESPACES} office:version="1.3">'
        '<office:automatic-styles><style:page-layout style:name="liggend">'
        '<style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm"'
        f' style:print-orientation="landscape" fo:margin="1cm" style:scale-to-X="{bladen}"/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="liggend"/>'
        "</office:master-styles></office:document-styles>"
    )


def als_ods(gevuld: Gevuld, leeswijzer: Leeswijzer) -> bytes:
    """A spreadsheet. The heads stay in sight, are on every printed page and can filter."""
    blad = bladnaam(gevuld.titel, gevuld.tabel, leeswijzer.blad)
    columns = kolommen(gevuld)
    widths = breedten(leeswijzer.koppen, columns)
    return pakket(
        (
            open_deel("mimetype", MIMETYPE),
            deel("META-INF/manifest.xml", vast(_MANIFEST)),
            deel("content.xml", *_content(blad, gevuld, leeswijzer, columns, widths)),
            deel("styles.xml", _styles(bladen_breed(widths))),
            deel("settings.xml", stuk(_settings(blad))),
        )
    )


def _settings(blad: str) -> str:
    """The first sheet is the one that is open, and its first row stays where it is."""
    split = _items(
        ("HorizontalSplitMode", "short", 0),
        ("VerticalSplitMode", "short", 2),
        ("VerticalSplitPosition", "int", 1),
        ("ActiveSplitRange", "short", 2),
        ("PositionBottom", "int", 1),
    )
    return (
        f'{_XML}<office:document-settings {_NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{_items(('ViewId', 'string', 'view1'))}"
        '<config:config-item-map-named config:name="Tables">'
        f"<config:config-item-map-entry config:name={quoteattr(blad)}>{split}"
        "</config:config-item-map-entry></config:config-item-map-named>"
        f"{_items(('ActiveTable', 'string', escape(blad)))}"
        "</config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )


def _items(*items: tuple[str, str, object]) -> str:
    return "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}'
        "</config:config-item>"
        for name, kind, value in items
    )


def _content(
    blad: str,
    gevuld: Gevuld,
    leeswijzer: Leeswijzer,
    kolommen: Iterable[Iterable[str]],
    breedten: Iterable[int],
) -> Iterator[Stuk]:
    """Both sheets, in pieces: many tables have their first and their fourth in common."""
    heads = leeswijzer.koppen
    yield vast(
        f'{_XML}<office:document-content {_NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{_CELL_STYLES}</office:automatic-styles>"
        "<office:body><office:spreadsheet>"
    )
    yield stuk(
        f"{_begin(blad, breedten)}<table:table-header-rows>{_rijen([map(_kop, heads)])}"
        f"</table:table-header-rows>{_rijen(geschreven(gevuld, kolommen, _SCHRIJF))}</table:table>"
    )
    before, fields = _velden(leeswijzer.blad, leeswijzer.velden)
    above = _rijen((_kop(name), _tekst(text)) for name, text in leeswijzer.boven)
    yield stuk(before + above)
    yield fields
    yield stuk(
        _bereik(blad, len(heads), len(gevuld.rijen) + 1)
        + "</office:spreadsheet></office:body></office:document-content>"
    )


@cache
def _velden(blad: str, velden: Velden) -> tuple[str, Stuk]:
    """What the second sheet begins with, and what it ends with."""
    heads, *fields = velden
    rows = _rijen(([_LEEG], map(_kop, heads), *(map(_tekst, row) for row in fields)))
    return _begin(blad, leesbreedten(velden)), stuk(f"{rows}</table:table>")


def _begin(blad: str, breedten: Iterable[int]) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="breed{letters}"'
        ' table:default-cell-style-name="tekst"/>'
        for letters in breedten
    )
    return f'<table:table table:name={quoteattr(blad)} table:style-name="blad">{columns}'


def _bereik(blad: str, kolommen: int, rijen: int) -> str:
    """The heads have buttons to filter with."""
    sheet = "'" + blad.replace("'", "''") + "'"
    address = f"{sheet}.A1:{sheet}.{xl_col_to_name(kolommen - 1)}{rijen}"
    return (
        '<table:database-ranges><table:database-range table:name="rijen"'
        f" table:target-range-address={quoteattr(address)}"
        ' table:display-filter-buttons="true"/></table:database-ranges>'
    )


def _rijen(rijen: Iterable[Iterable[str]]) -> str:
    return "".join(
        f'<table:table-row table:style-name="rij">{"".join(row)}</table:table-row>' for row in rijen
    )


_LEEG = "<table:table-cell/>"


def _cel(soort: str, text: str, stijl: str = "") -> str:
    """A cell; each line of its text is a paragraph."""
    styled = f' table:style-name="{stijl}"' if stijl else ""
    lines = "".join(f"<text:p>{_spaties(escape(line))}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell{styled} office:value-type={soort}>{lines}</table:table-cell>"


def _spaties(regel: str) -> str:
    """A line with all its spaces."""
    as_it_is = "  " not in regel and regel == regel.strip(" ")
    return regel if as_it_is else _FOLDED.sub(_kept, regel)


def _kept(spaces: re.Match[str]) -> str:
    return "<text:s/>" * len(spaces.group())


@cache
def _kop(text: str) -> str:
    return _cel('"string"', in_cel(text), "kop")


@cache
def _tekst(text: str) -> str:
    return _cel('"string"', in_cel(text)) if text else _LEEG


@cache
def _sleutel(text: str) -> str:
    return _cel('"string"', in_cel(text), "sleutel") if text else _LEEG


@cache
def _getal(text: str) -> str:
    if not text:
        return _LEEG
    return _cel(f'"float" office:value="{text}"', text, f"getal{min(decimalen(text), _MEESTE)}")


@cache
def _janee(text: str) -> str:
    return _cel(f'"boolean" office:boolean-value="{text}"', text, "janee") if text else _LEEG


@cache
def _dag(text: str) -> str:
    return _cel(f'"date" office:date-value="{text}"', text, "dag") if is_dag(text) else _tekst(text)


_SCHRIJF: Schrijf = {
    Celsoort.TEKST: _tekst,
    Celsoort.SLEUTEL: _sleutel,
    Celsoort.GETAL: _getal,
    Celsoort.JANEE: _janee,
    Celsoort.DAG: _dag,
}
