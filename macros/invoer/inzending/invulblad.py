"""The spreadsheet that partners fill in: one row an arrangement, one column a question.

To the byte the same for the same region. There is no example row: an invented arrangement that
looks real would be sent back. Not here: reading it back (``inlezen``).
"""

from __future__ import annotations

import datetime
import io
from typing import Any

from macros.invoer.inzending.inlezen import BLAD
from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.opschonen import Opschoning
from macros.invoer.inzending.vragen import SCHEIDING, Antwoord, Vraag, hoe, vragen
from macros.model.basis.onbekend import Onbekend
from macros.model.geheel import Regio
from macros.source.werkmap import kolomletter

RIJEN = 200
"""Rows with drop-downs; the import reads any number."""
GEMAAKT = datetime.datetime(2026, 1, 1)
KOP = {"bold": True, "bg_color": "#E6EEF5", "border": 1, "text_wrap": True, "valign": "top"}
TEKST = {"num_format": "@", "text_wrap": True, "valign": "top"}
_BREEDTE = {Antwoord.ALINEAS: 50, Antwoord.REGEL: 30, Antwoord.GROEP: 30}
_MELDING = 255
"""Signs that Excel shows beside a cell at most."""

Lijst = tuple[tuple[str, str], ...]
"""What one can choose, each with what it means (or, of a record, its id)."""


def invulblad(regio: Regio) -> bytes:
    """The file, with the names of this region in its drop-downs."""
    import xlsxwriter  # type: ignore[import-untyped]  # not above: the workbench gets it when asked

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": f"Invulblad {BLAD.lower()}", "created": GEMAAKT})
        answers, help_sheet, lists = (
            book.add_worksheet(name) for name in (BLAD, "Uitleg", "Lijsten")
        )
        ranges = _lijsten(book, lists, regio)
        _antwoorden(book, answers, ranges)
        _uitleg(book, help_sheet)
    return buffer.getvalue()


def _lijsten(book: Any, sheet: Any, regio: Regio) -> dict[Vraag, str]:
    """Write every list in two columns of its own; give the range of the values."""
    head, text = book.add_format(KOP), book.add_format(TEKST)
    ranges = {}
    sheet.freeze_panes(1, 0)
    column = 0
    for vraag in vragen():
        found = _lijst(regio, vraag)
        if not found:
            continue
        sheet.set_column(column, column + 1, 34, text)
        sheet.write_string(0, column, vraag.label, head)
        sheet.write_string(0, column + 1, "id" if vraag.verwijst_naar else "wat het is", head)
        for row, (value, meaning) in enumerate(found, start=1):
            sheet.write_string(row, column, value, text)
            sheet.write_string(row, column + 1, meaning, text)
        letter = kolomletter(column + 1)
        ranges[vraag] = f"=Lijsten!${letter}$2:${letter}${len(found) + 1}"
        column += 2
    return ranges


def _lijst(regio: Regio, vraag: Vraag) -> Lijst:
    if vraag.verwijst_naar:
        found = tuple((one.keuze, one.id) for one in namen(regio, vraag))
    else:
        found = tuple((one.value, one.uitleg) for one in vraag.opties)
    if found and vraag.mag_onbekend:
        found += ((Onbekend.ONBEKEND.value, "niemand weet het (nog)"),)
    return found


def _antwoorden(book: Any, sheet: Any, ranges: dict[Vraag, str]) -> None:
    head, text = book.add_format(KOP), book.add_format(TEKST)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)
    for column, vraag in enumerate(vragen()):
        # As text, or Excel makes a date of '10-24'.
        sheet.set_column(column, column, _BREEDTE.get(vraag.antwoord, 22), text)
        sheet.write_string(0, column, vraag.label, head)
        sheet.data_validation(1, column, RIJEN, column, _controle(vraag, ranges.get(vraag, "")))


def _controle(vraag: Vraag, source: str) -> dict[str, Any]:
    """The help beside a cell; a drop-down that refuses other values only where one is asked."""
    found: dict[str, Any] = {
        "validate": "any",
        "input_title": vraag.label[:32],
        "input_message": kort(f"{vraag.uitleg} {invulwijze(vraag)}"),
    }
    if source:
        found |= {
            "validate": "list",
            "source": source,
            "show_error": not vraag.meer,
            "error_title": "Dit staat niet in de lijst",
            "error_message": f"{hoe(vraag)} Op het blad Lijsten staat wat er kan.",
        }
    return found


def invulwijze(vraag: Vraag) -> str:
    """How to fill in a cell of this column."""
    parts = [hoe(vraag)]
    if vraag.meer:
        parts.append(SCHEIDING)
    if vraag.mag_onbekend:
        parts.append("Niet bekend? Laat leeg.")
    elif vraag.verplicht:
        parts.append("Verplicht.")
    return " ".join(parts)


def kort(text: str) -> str:
    """As much of a text as Excel shows beside a cell."""
    if len(text) <= _MELDING:
        return text
    return text[: _MELDING - 1].rpartition(" ")[0] + "…"


_VOORAF = (
    "Eén rij is één arrangement. Laat de koppen staan. Voeg geen cellen samen en gebruik geen "
    "formules.",
    "Beschrijf nooit een kind. Noem geen namen, e-mailadressen of telefoonnummers van personen: "
    "noem de functie of de organisatie.",
    "Schrijf alleen op wat een bron zegt: een document, een website, een verslag. Weet je het "
    "niet? Laat de cel leeg. Raad niet.",
    "Staat je bron niet op het blad Lijsten? Stuur haar mee en vraag of zij eerst wordt "
    "toegevoegd.",
    "Stuur je het blad later nog eens? Houd dan de naam van elk arrangement gelijk. Een lege cel "
    "verandert niets aan wat er al is; schrijf 'onbekend' als wij iets niet meer moeten noemen.",
)
_ACHTERAF = (
    "Wat wordt geweigerd: samengevoegde cellen, verborgen rijen of kolommen waar iets in staat, "
    "formules, fouten zoals #N/B, koppen die anders heten of ontbreken, en een datum in een kolom "
    "die er geen vraagt.",
    "Is er één rij fout, dan wordt er niets overgenomen. Je krijgt alle fouten tegelijk.",
)


def _uitleg(book: Any, sheet: Any) -> None:
    head, text = book.add_format(KOP), book.add_format(TEKST)
    title = book.add_format({"bold": True, "font_size": 14})
    for column, width in enumerate((26, 60, 60, 44)):
        sheet.set_column(column, column, width, text)
    lines: list[tuple[tuple[str, ...], Any]] = [(("Hoe vul je dit in?",), title)]
    lines += [(("", line), text) for line in _VOORAF]
    lines += [((), None), (("De kolommen",), title)]
    lines.append((("Kolom", "Wat", "Hoe", "Wat er kan"), head))
    lines += [
        ((vraag.label, vraag.uitleg, invulwijze(vraag), _wat_er_kan(vraag)), text)
        for vraag in vragen()
    ]
    lines += [((), None), (("Wat wij bij het inlezen veranderen",), title)]
    lines += [(("", rule.value), text) for rule in Opschoning]
    lines += [((), None), (("Wat niet kan",), title)]
    lines += [(("", line), text) for line in _ACHTERAF]
    for row, (cells, shape) in enumerate(lines):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, shape)


def _wat_er_kan(vraag: Vraag) -> str:
    if vraag.verwijst_naar:
        return "Zie het blad Lijsten."
    return "\n".join(f"{one.value}: {one.uitleg}" for one in vraag.opties)
