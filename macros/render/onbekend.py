"""Tables without the columns that say nothing: what is unknown in every row is said once, below.

Every template passes here (``weergave.Pagina.toon``), so it is true of every table and no template
asks for it. A cell is unknown when it holds ``delen.onbekend()``, or a state (``stand--onbekend``)
that is, and nothing else. A heading may say with ``data-onbekend`` how the sentence calls its
column; else it is called by its own words.

Not here: downloads, which keep every column, and the sentence itself (``views.onbekend``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.model.basis.datum import Datum
from macros.taal.vertaler import Vertaler
from macros.views.onbekend import niet_bekend

_TABEL = re.compile(
    r'(?P<om><div class="tabel"[^>]*>\s*)?'
    r"<table\b[^<]*(?:<(?!/table>)[^<]*)*</table>(?(om)\s*</div>)"
)
_RIJ = re.compile(r"(?P<begin><tr\b[^>]*>)(?P<cellen>.*?)(?P<einde></tr>)", re.S)
_CEL = re.compile(r"\s*<(?P<soort>t[hd])\b(?P<kenmerken>[^>]*)>(?P<inhoud>.*?)</(?P=soort)>", re.S)
_BREED = re.compile(r'colspan="(\d+)"')
_WAT = re.compile(r'\s+data-onbekend="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_ONBEKEND = re.compile(
    r'\s*<span class="(?:[^"]*[\s-])?onbekend"(?: data-gezocht="(?P<gezocht>[^"]*)")?>'
    r"[^<]*</span>\s*"
)
_ALLEEN_HIER = re.compile(r'\s+data-(?:onbekend|gezocht)="[^"]*"')
"""What templates tell this module, and no reader needs."""


@dataclass(frozen=True, slots=True)
class _Cel:
    """A cell as it is written, and the columns it is in."""

    html: str
    is_kop: bool
    kenmerken: str
    inhoud: str
    eerste: int
    breed: int


def zonder_onbekend(html: str, v: Vertaler) -> str:
    """``html`` with, below each table, one sentence for the columns of which nothing is known."""
    if "<table" in html and 'onbekend"' in html:
        html = _TABEL.sub(lambda match: _tabel(match.group(), v), html)
    told = any(one in html for one in ('data-onbekend="', 'data-gezocht="'))
    return _ALLEEN_HIER.sub("", html) if told else html


def _tabel(table: str, v: Vertaler) -> str:
    """One table; one that is not plain rows below one row of headings stays as it is."""
    head, _mark, body = table.partition("</thead>")
    headings = [list(_cellen(row["cellen"])) for row in _RIJ.finditer(head)]
    rows = [list(_cellen(row["cellen"])) for row in _RIJ.finditer(body)]
    if len(headings) != 1 or not rows or "rowspan=" in table:
        return table
    found = {
        cell.eerste: dates
        for cell in headings[0]
        if (dates := _gezocht(rows, cell.eerste)) is not None and cell.breed == 1
    }
    if not found:
        return table
    html = _RIJ.sub(lambda match: _rij(match, found), table)
    names = [_wat(cell) for cell in headings[0] if cell.eerste in found]
    zin = niet_bekend(v, names, [date for dates in found.values() for date in dates])
    return f'{html}\n<p class="niet-bekend">{escape(zin)}</p>'


def _gezocht(rows: Sequence[Sequence[_Cel]], column: int) -> list[Datum | None] | None:
    """When each value of a column that is unknown throughout was looked for; None: not so."""
    cells = [c for row in rows for c in row if c.eerste == column and c.breed == 1]
    dates: list[Datum | None] = []
    for cell in cells:
        match = None if cell.is_kop else _ONBEKEND.fullmatch(cell.inhoud)
        if match is None:
            return None
        dates.append(Datum.parse(match["gezocht"]) if match["gezocht"] else None)
    return dates or None


def _cellen(html: str) -> Iterator[_Cel]:
    column = 0
    for match in _CEL.finditer(html):
        wide = _BREED.search(match["kenmerken"])
        breed = int(wide[1]) if wide else 1
        is_kop = match["soort"] == "th"
        yield _Cel(match.group(), is_kop, match["kenmerken"], match["inhoud"], column, breed)
        column += breed


def _rij(row: re.Match[str], weg: dict[int, list[Datum | None]]) -> str:
    """A row without the cells of columns that go; a cell across them gets narrower."""
    kept = ""
    for cell in _cellen(row["cellen"]):
        gone = sum(column in weg for column in range(cell.eerste, cell.eerste + cell.breed))
        if gone == cell.breed:
            continue
        kept += _BREED.sub(f'colspan="{cell.breed - gone}"', cell.html, 1) if gone else cell.html
    return f"{row['begin']}{kept}{row['einde']}"


def _wat(heading: _Cel) -> str:
    """How a sentence calls a column: in its own words, which begin small unless they are a name."""
    given = _WAT.search(heading.kenmerken)
    text = Markup(given[1] if given else _TAG.sub("", heading.inhoud)).unescape()
    words = " ".join(text.split()).rstrip("?")
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
