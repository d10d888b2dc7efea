"""Workbooks of a kind of the smallest region, as somebody changed them in a spreadsheet program."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from macros.invoer.blad.gelezen import Gelezen
from macros.invoer.blad.lezen import lees_werkmap
from macros.invoer.blad.werkmap import werkmap
from macros.invoer.inzending.melden import plaats
from macros.load import load
from macros.model.geheel import SOORT
from macros.source.nodes import Value
from macros.source.werkmap import open_werkmap
from macros.werkbank.deur import Deur
from tests.unit.invulling import als_bytes
from tests.unit.mini import DAG, DATA_MINI

LOADED = load(DATA_MINI, DAG)
assert LOADED.regio is not None
REGIO = LOADED.regio

Bewerking = Callable[[openpyxl.Workbook], object]


Vraag = Callable[..., Any]


def werkbank(folder: Path) -> Vraag:
    """Asks the workbench on a folder; a refusal is its text."""
    deur = Deur(folder, str(DAG))

    def vraag(gesteld: str, **argumenten: Any) -> Any:
        answer = json.loads(deur.vraag(gesteld, json.dumps(argumenten)))
        return answer["afgewezen"] if "afgewezen" in answer else answer["antwoord"]

    return vraag


def neem_over(vraag: Vraag, raw: bytes, naam: str = "blad.xlsx", **anders: Any) -> Any:
    """What the workbench says of a file."""
    return vraag("neem_over", naam=naam, inhoud=base64.b64encode(raw).decode(), **anders)


def waarden(soort: str) -> dict[str, Value]:
    """The records of a kind as their files say, by id."""
    kind = SOORT[soort]
    if not kind.is_map:
        return {"": LOADED.documents[kind.pad].value} if kind.pad in LOADED.documents else {}
    return {
        PurePosixPath(pad).stem: document.value
        for pad, document in LOADED.documents.items()
        if pad.startswith(f"{kind.pad}/")
    }


def gemaakt(soort: str, nu: Mapping[str, Value] | None = None) -> bytes:
    return werkmap(soort, REGIO, waarden(soort) if nu is None else nu)


def bewerkt(raw: bytes, doe: Bewerking) -> bytes:
    """The workbook after somebody did something in it."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    doe(book)
    return als_bytes(book)


def gelezen(raw: bytes, soort: str, nu: Mapping[str, Value] | None = None) -> Gelezen:
    book, issues = open_werkmap(raw, "blad.xlsx")
    assert book is not None, issues
    return lees_werkmap(book, soort, REGIO, waarden(soort) if nu is None else nu)


def gezegd(found: Gelezen) -> list[str]:
    """Every problem with its place, as the editor reads it."""
    return [
        f"{plaats(one, found.koppen.get(one.path, {}))}: {one.message} {one.tip}".strip()
        for one in found.issues
    ]


def kolom(sheet: Worksheet, kop: str) -> int:
    """The column below a heading."""
    return 1 + [one.value for one in sheet[1]].index(kop)


def rij(sheet: Worksheet, text: str, kop: str = "") -> int:
    """The row with this text below a heading, or in the first column."""
    at = kolom(sheet, kop) if kop else 1
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == text)


def zet(blad: str, text: str, kop: str, value: Any, bij: str = "") -> Bewerking:
    """Type a value in the cell below ``kop`` of the row that has ``text`` (below ``bij``)."""

    def doe(book: openpyxl.Workbook) -> None:
        sheet = book[blad]
        sheet.cell(rij(sheet, text, bij), kolom(sheet, kop)).value = value

    return doe


def voeg_toe(blad: str, **cellen: Any) -> Bewerking:
    """A row below the others; an underscore in a heading is a space."""

    def doe(book: openpyxl.Workbook) -> None:
        sheet = book[blad]
        row = sheet.max_row + 1
        for kop, value in cellen.items():
            sheet.cell(row, kolom(sheet, kop.replace("_", " "))).value = value

    return doe
