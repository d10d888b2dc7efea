"""The workbook of a kind: its sheets with every record, drop-downs, and what each column is for.

To the byte the same for the same data. Not here: which columns there are (``indeling``), or reading
it back (``lezen``).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from macros.invoer.blad.cellen import in_cellen, rijen
from macros.invoer.blad.indeling import INGEVULD, Kolom, Tabblad, indeling
from macros.invoer.blad.toen import Toen, als_cellen
from macros.invoer.inzending.invulblad import GEMAAKT, KOP, TEKST, kort
from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.vragen import Antwoord, Vraag, hoe
from macros.model.basis.onbekend import Onbekend
from macros.model.geheel import SOORT, Regio
from macros.source.nodes import Value
from macros.source.werkmap import TOEN, kolomletter

EXTRA = 200
"""Rows below the last one that have drop-downs too."""
_LIJSTEN, _UITLEG = "Lijsten", "Uitleg"
_BREED = {Antwoord.ALINEAS: 50, Antwoord.REGEL: 34}
_UITLEG_REGELS = (
    "Elke rij is één onderdeel, elke kolom één veld. Laat de koppen en de kolom 'id' staan. Een "
    "kolom die je niet nodig hebt, mag weg: wat daar staat blijft zoals het is.",
    "Iets nieuws? Vul een rij in en laat 'id' leeg: die maken wij van de naam.",
    "Maak je een cel leeg, dan gaat de waarde weg, of zij wordt 'onbekend' als het veld er moet "
    "zijn. Je ziet elke wijziging voordat er iets wordt opgeslagen.",
    "Haal je een rij van het eerste blad weg, dan verandert er niets. Wat niet meer telt, krijgt "
    "de status 'gearchiveerd'. Een rij die je van een ander blad weghaalt, gaat ook uit de "
    "gegevens.",
    "Beschrijf nooit een kind. Noem geen namen, e-mailadressen of telefoonnummers van personen.",
)


def werkmap(soort: str, regio: Regio, waarden: Mapping[str, Value]) -> bytes:
    """The file with these records, by their id (empty for a kind of one file)."""
    import xlsxwriter  # type: ignore[import-untyped]  # not above: the workbench gets it when asked

    buffer = io.BytesIO()
    called = in_cellen(regio, soort)
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": SOORT[soort].meervoud, "created": GEMAAKT})
        sheets = [(blad, book.add_worksheet(blad.naam)) for blad in indeling(soort)]
        explained, lists = book.add_worksheet(_UITLEG), book.add_worksheet(_LIJSTEN)
        ranges = _lijsten(book, lists, regio, soort)
        for blad, sheet in sheets:
            rows = [
                row for key, value in waarden.items() for row in rijen(blad, key, value, called)
            ]
            _blad(book, sheet, blad, rows, ranges, regio)
        _uitleg(book, explained, soort)
        kept = book.add_worksheet(TOEN)
        kept.very_hidden()
        for row, text in enumerate(als_cellen(Toen(soort, waarden, called))):
            kept.write_string(row, 0, text)
    return buffer.getvalue()


def _lijsten(book: Any, sheet: Any, regio: Regio, soort: str) -> dict[str, str]:
    """Write what one can choose, a column for each list; give the range of each."""
    head, text = book.add_format(KOP), book.add_format(TEKST)
    sheet.freeze_panes(1, 0)
    ranges: dict[str, str] = {}
    for blad in indeling(soort):
        for kolom in blad.kolommen:
            found = _keuzes(kolom, regio)
            key = "\n".join(found)
            if not found or key in ranges:
                continue
            column = len(ranges)
            sheet.set_column(column, column, 34, text)
            sheet.write_string(0, column, kolom.kop, head)
            for row, value in enumerate(found, start=1):
                sheet.write_string(row, column, value, text)
            letter = kolomletter(column + 1)
            ranges[key] = f"={_LIJSTEN}!${letter}$2:${letter}${len(found) + 1}"
    return ranges


def _keuzes(kolom: Kolom, regio: Regio) -> tuple[str, ...]:
    asked = kolom.vraag
    unknown = (Onbekend.ONBEKEND.value,) if kolom.mag_onbekend else ()
    if asked is None:
        return (INGEVULD, *unknown)
    if asked.verwijst_naar:
        return (*(one.keuze for one in namen(regio, asked)), *unknown)
    found = tuple(one.value for one in asked.opties)
    return (*found, *unknown) if found else ()


def _blad(
    book: Any,
    sheet: Any,
    blad: Tabblad,
    rows: Iterable[tuple[str, ...]],
    ranges: Mapping[str, str],
    regio: Regio,
) -> None:
    head, text = book.add_format(KOP), book.add_format(TEKST)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, max(1, len(blad.sleutels)))
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value:
                sheet.write_string(last, column, value, text)
    for column, heading in enumerate(blad.koppen):
        sheet.write_string(0, column, heading, head)
    for column in range(len(blad.sleutels)):
        sheet.set_column(column, column, 24, text)
    for column, kolom in enumerate(blad.kolommen, start=len(blad.sleutels)):
        width = _BREED.get(kolom.vraag.antwoord, 22) if kolom.vraag else 14
        sheet.set_column(column, column, width, text)
        source = ranges.get("\n".join(_keuzes(kolom, regio)), "")
        sheet.data_validation(1, column, last + EXTRA, column, _controle(kolom, source))


def _controle(kolom: Kolom, source: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "validate": "any",
        "input_title": kolom.kop[:32],
        "input_message": kort(f"{kolom.uitleg} {_wijze(kolom)}".strip() or kolom.kop),
    }
    if source:
        found |= {
            "validate": "list",
            "source": source,
            "show_error": not (kolom.vraag and kolom.vraag.meer),
            "error_title": "Dit staat niet in de lijst",
            "error_message": f"Op het blad {_LIJSTEN} staat wat er kan.",
        }
    return found


def _wijze(kolom: Kolom) -> str:
    """How to fill in a cell of this column."""
    asked: Vraag | None = kolom.vraag
    if asked is None:
        where = "Wat erin staat, staat op een eigen blad." if kolom.is_lijst else ""
        return f"'{INGEVULD}' als het er is. {where}".strip()
    parts = [hoe(asked)]
    if asked.meer:
        parts.append(
            "Scheid meer waarden met een puntkomma (;)."
            if asked.antwoord in (Antwoord.KEUZE, Antwoord.VERWIJZING, Antwoord.DATUM)
            else "Zet elke waarde op een eigen regel (Alt+Enter)."
        )
    if asked.verplicht:
        parts.append("Verplicht, of 'onbekend'." if asked.mag_onbekend else "Verplicht.")
    return " ".join(parts)


def _uitleg(book: Any, sheet: Any, soort: str) -> None:
    head, text = book.add_format(KOP), book.add_format(TEKST)
    for column, width in enumerate((24, 30, 60, 50)):
        sheet.set_column(column, column, width, text)
    lines: list[tuple[tuple[str, ...], Any]] = [(("", "", one), text) for one in _UITLEG_REGELS]
    lines.append((("Blad", "Kolom", "Wat", "Hoe"), head))
    lines += [
        ((blad.naam, one.kop, one.uitleg, _wijze(one)), text)
        for blad in indeling(soort)
        for one in blad.kolommen
    ]
    for row, (cells, shape) in enumerate(lines):
        for column, value in enumerate(cells):
            sheet.write_string(row, column, value, shape)
