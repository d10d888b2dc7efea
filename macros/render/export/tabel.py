"""A table, and the files it becomes. No cell can run as a formula.

Not here: which tables there are, or how a spreadsheet is made (``ods``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros import bestand
from macros.render.export.blad import ods
from macros.render.export.cel import Cel, Dag, Getal
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may run: also wide signs, and after a space. One sign alone is no formula."""
_LOOKS_COUNTABLE = re.compile(
    r"(?![1-9]\d{0,14}\Z)[\d\s.,:/+-]*\d[\d\s.,:/%-]*|\d+[eE]\d+", re.ASCII
)
"""A text that a spreadsheet would make another number or a date of; of a year it would not."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. The first cell of a row is its key: no other row begins with it.

    ``naam`` is what its files are called, for some with a folder before it; ``blad`` what the sheet
    is called: at most 31 letters, none of them one of ``[]*?:/\\``. ``decimaalteken`` is that of
    its figures.
    """

    naam: str
    blad: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    decimaalteken: str = ","


def tabel_van(
    v: Vertaler,
    naam: str,
    blad: str,
    koppen: Iterable[str],
    rijen: Iterable[Iterable[Tekst | Cel | None]],
) -> Tabel:
    """A table in the language of ``v``; what is not there is unknown."""
    unknown = v.ui(N_("onbekend"))
    return Tabel(
        naam,
        v.ui(blad),
        tuple(v.ui(kop) for kop in koppen),
        tuple(tuple(_cel(cell) or unknown for cell in row) for row in rijen),
        v.decimaalteken,
    )


def _cel(cell: Tekst | Cel | None) -> Cel:
    return cell if isinstance(cell, Getal | Dag) else str(cell or "")


def schrijf(site: Path, tabel: Tabel) -> None:
    """Both files of a table, where the pages look for them."""
    file = site / "data" / "v1" / tabel.naam
    file.parent.mkdir(parents=True, exist_ok=True)
    bestand.schrijf(file.with_suffix(".csv"), als_csv(tabel).encode("utf-8-sig"))
    bestand.schrijf(file.with_suffix(".ods"), als_ods(tabel))


def als_csv(tabel: Tabel) -> str:
    """Semicolons beside decimal commas, commas beside decimal points: so spreadsheets open it.

    In the file a byte order mark comes before it.
    """
    separator = ";" if tabel.decimaalteken == "," else ","
    rows = (tabel.koppen, *tabel.rijen)
    return "".join(separator.join(_veld(cell, separator) for cell in row) + "\r\n" for row in rows)


def _veld(cell: Cel, separator: str) -> str:
    """A cell between quotes when it needs them, or when it is a text that looks like a number."""
    text = str(cell) if isinstance(cell, Getal) else cel(str(cell))
    strange = any(sign in text for sign in (separator, '"', "\r", "\n"))
    code = isinstance(cell, str) and _LOOKS_COUNTABLE.fullmatch(text)
    return '"' + text.replace('"', '""') + '"' if strange or code else text


def als_ods(tabel: Tabel) -> bytes:
    """A spreadsheet, in which a text is a text and needs no mark before it."""
    return ods(tabel.blad, tabel.koppen, tabel.rijen)


def cel(text: str) -> str:
    """Text that a spreadsheet shows as it is, also when it comes from CSV."""
    return f"'{text}" if _FORMULA.match(text) and len(text.strip()) != 1 else text
