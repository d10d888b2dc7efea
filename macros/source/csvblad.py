"""A CSV file as a spreadsheet writes it, to rows of text: any separator, any line ends.

What is certain is read (``sep=;``, UTF-16 with its mark, the line ends of an old Mac); where only
guessing would help, the file is refused and called by its name. Not here: the tables of the data
folder, which have one form (``tabel``), and what the columns mean.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from macros.issue import Issue

_SEP = re.compile(r'\ufeff?"?sep=(.|\t)"?', re.IGNORECASE)
_TEKENS = ";\t,"


@dataclass(frozen=True, slots=True)
class Regel:
    """One row: the line where it begins, and its cells as they are written."""

    nummer: int
    cellen: tuple[str, ...]


def lees_csv(raw: bytes, bestand: str) -> tuple[list[Regel], list[Issue]]:
    """Every row that has something in it; nothing, with why, when it cannot be read."""
    text, issues = _tekst(raw, bestand)
    if text is None:
        return [], issues
    lines = re.split("\r\n|\r|\n", text)
    said = _SEP.fullmatch(lines[0].strip())
    skip = 1 if said else 0
    mark = said[1] if said else _teken(lines[0])
    reader = csv.reader((f"{line}\n" for line in lines[skip:]), delimiter=mark, strict=True)
    rows: list[Regel] = []
    begin = skip + 1
    try:
        for cells in reader:
            if any(one.strip() for one in cells):
                rows.append(Regel(begin, tuple(cells)))
            begin = skip + reader.line_num + 1
    except csv.Error:
        message = "Deze regel is geen goede CSV: staat er een los aanhalingsteken?"
        tip = "Zet er een tweede aanhalingsteken naast, of haal het weg."
        return [], [Issue(bestand, begin, 1, "csv", message, tip)]
    return rows, []


def _tekst(raw: bytes, bestand: str) -> tuple[str | None, list[Issue]]:
    """The text, in the coding that its first bytes name; else it must be UTF-8."""
    tip = "Bewaar het als 'CSV UTF-8'."
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        coding, name = "utf-16", "UTF-16"
    else:
        coding, name = "utf-8-sig", "UTF-8"
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f"Dit bestand is niet in {name} opgeslagen."
        if name == "UTF-8":
            sign = raw[error.start : error.start + 1].decode("cp1252", errors="replace")
            tip = f"Waarschijnlijk komt het uit Windows (regel {line}: '{sign}'). {tip}"
        return None, [Issue(bestand, 0, 0, "geen-utf8", message, tip)]
    if "\0" in text:
        message = "Dit is geen CSV: er staan tekens in die geen tekst zijn."
        return None, [Issue(bestand, 0, 0, "geen-csv", message, tip)]
    if not text.strip():
        return None, [Issue(bestand, 0, 0, "leeg", "Dit bestand is leeg.", "Vraag het opnieuw op.")]
    return text, []


def _teken(head: str) -> str:
    """The sign that stands between the names of the columns most often."""
    bare = re.sub(r'"[^"]*"', "", head)
    return max(_TEKENS, key=bare.count)
