"""A table, and the files it becomes. No cell can run as a formula.

Not here: which tables there are, or how a spreadsheet is made (``ods``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros import bestand
from macros.render.ods import ods
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of texts. The first cell of a row is its key: no other row begins with it.

    ``naam`` is what its files are called, ``blad`` what the sheet is called: at most 31 letters,
    none of them one of ``[]*?:/\\``.
    """

    naam: str
    blad: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def tabel_van(
    v: Vertaler,
    naam: str,
    blad: str,
    koppen: Iterable[str],
    rijen: Iterable[Iterable[Tekst | str | None]],
) -> Tabel:
    """A table in the language of ``v``; what is not there is unknown."""
    unknown = v.ui(N_("onbekend"))
    return Tabel(
        naam,
        v.ui(blad),
        tuple(v.ui(kop) for kop in koppen),
        tuple(tuple(str(cell) if cell else unknown for cell in row) for row in rijen),
    )


def schrijf(site: Path, tabel: Tabel) -> None:
    """Both files of a table, where the pages look for them."""
    folder = site / "data" / "v1"
    folder.mkdir(parents=True, exist_ok=True)
    bestand.schrijf(folder / f"{tabel.naam}.csv", als_csv(tabel).encode("utf-8-sig"))
    bestand.schrijf(folder / f"{tabel.naam}.ods", als_ods(tabel))


def als_csv(tabel: Tabel) -> str:
    """Semicolons, as Dutch Excel opens it; in the file a byte order mark comes before it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(tabel.koppen)
    writer.writerows(map(cel, row) for row in tabel.rijen)
    return out.getvalue()


def als_ods(tabel: Tabel) -> bytes:
    """A spreadsheet, in which a text is a text and needs no mark before it."""
    return ods(tabel.blad, tabel.koppen, tabel.rijen)


def cel(text: str) -> str:
    """Text that a spreadsheet shows as it is, also when it comes from CSV."""
    return f"'{text}" if text.startswith(_FORMULA) else text
