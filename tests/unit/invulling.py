"""Filled-in spreadsheets for the tests of the import, and what the import says of them.

Made with openpyxl from plain values; ``boek`` has the columns of the template and nothing else of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from macros.invoer.inzending.inlezen import BLAD, Ingelezen, lees_in
from macros.invoer.inzending.melden import meldingen
from macros.invoer.inzending.vragen import vragen
from macros.issue import has_errors
from macros.model.geheel import Regio
from macros.source.nodes import Value
from macros.source.werkmap import kolomletter
from tests.unit.mini import DAG

KOPPEN = [vraag.label for vraag in vragen()]
GOED: dict[str, Any] = {
    "Titel": "Klas aan zee",
    "Soort": "oza",
    "Samen": "School en zorg geven samen les.",
    "Voor ouders": "Je kind krijgt les en hulp op één plek.",
    "Bron": "plan",
    "Peildatum": "2021",
    "Zekerheid": "afgeleid",
}
"""A row with only what must be filled in."""

Rij = dict[str, Any]
Bewerking = Callable[[Worksheet], object]


def kolom(kop: str) -> str:
    """The letter of a column."""
    return kolomletter(KOPPEN.index(kop) + 1)


def boek(*rijen: Rij, blad: Bewerking | None = None, koppen: list[str] | None = None) -> bytes:
    """A file with these rows; ``blad`` changes the sheet before it is saved."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = BLAD
    heads = KOPPEN if koppen is None else koppen
    sheet.append(heads)
    for rij in rijen:
        sheet.append([rij.get(kop) for kop in heads])
    if blad:
        blad(sheet)
    return als_bytes(book)


def als_bytes(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def goed(**anders: Any) -> Rij:
    """A good row with these answers changed; an underscore stands for a space."""
    return GOED | {name.replace("_", " "): value for name, value in anders.items()}


def ingelezen(raw: bytes, regio: Regio) -> Ingelezen:
    return lees_in(raw, "blad.xlsx", regio, DAG, {})


def gezegd(raw: bytes, regio: Regio) -> list[str]:
    """Every problem, as the editor reads it; with any, nothing may be written."""
    found = ingelezen(raw, regio)
    assert found.ok == (not has_errors(found.issues)), found.issues
    return list(meldingen(found))


def waarden(raw: bytes, regio: Regio) -> dict[str, Value]:
    """The values of the only row, which must be good."""
    found = ingelezen(raw, regio)
    assert list(meldingen(found)) == []
    [document] = found.documenten.values()
    assert isinstance(document.value, dict)
    return document.value
