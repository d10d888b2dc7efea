"""A table as CSV, in the form that spreadsheets of its language open: semicolons beside decimal
commas, commas beside decimal points. No cell can run as a formula.

Not here: what the cells hold (``plat``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from macros.opendata.contract import Veld
from macros.opendata.gevuld import Gevuld
from macros.opendata.vorm.plat import Celsoort, celsoort, is_dag, kolommen

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may run: also wide signs, and after a space. One sign alone is no formula."""
_LOOKS_COUNTABLE = re.compile(
    r"(?![1-9]\d{0,14}\Z)[\d\s.,:/+-]*\d[\d\s.,:/%-]*|\d+[eE][+-]?\d+", re.ASCII
)
"""A text that a spreadsheet would make another number or a date of; of a year it would not."""
_STRANGE = re.compile(r'[";,\n]|\A\s|\s\Z')


def als_csv(gevuld: Gevuld, decimaalteken: str) -> bytes:
    """The names of the fields, and below them the rows; a byte order mark comes before it."""
    separator = scheider(decimaalteken)
    columns = [
        map(_schrijver(veld, decimaalteken), cells)
        for veld, cells in zip(gevuld.velden, kolommen(gevuld), strict=True)
    ]
    rows = [[_veld(veld.naam) for veld in gevuld.velden], *zip(*columns, strict=True)]
    return "".join(f"{separator.join(row)}\r\n" for row in rows).encode("utf-8-sig")


def scheider(decimaalteken: str) -> str:
    """Between the cells: the sign that spreadsheets of the language expect."""
    return ";" if decimaalteken == "," else ","


def _schrijver(veld: Veld, decimaalteken: str) -> Callable[[str], str]:
    match celsoort(veld):
        case Celsoort.GETAL:
            return partial(_getal, decimaalteken)
        case Celsoort.DAG:
            return _dag
    return _veld


def _getal(decimaalteken: str, text: str) -> str:
    return text.replace(".", decimaalteken)


def _dag(text: str) -> str:
    return text if is_dag(text) else _veld(text)


@cache
def _veld(text: str) -> str:
    """A cell between quotes when it needs them, or when it is a text that looks like a number."""
    text = ongevaarlijk(text)
    quoted = _STRANGE.search(text) or _LOOKS_COUNTABLE.fullmatch(text)
    return '"' + text.replace('"', '""') + '"' if quoted else text


def ongevaarlijk(text: str) -> str:
    """Text that a spreadsheet shows as it is, also when it comes from CSV."""
    return f"'{text}" if _FORMULA.match(text) and len(text.strip()) != 1 else text
