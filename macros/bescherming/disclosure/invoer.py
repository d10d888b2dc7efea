"""A file with counts, as rows of text that know their place. CSV or Excel; read strictly.

What could hold more than it shows (hidden sheets, the records behind a pivot table) is refused.
Not here: what the values mean (``domein``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros.issue import Issue, nearest
from macros.source.csvblad import lees_csv
from macros.source.werkblad import leesbaar
from macros.source.werkmap import MAX_BYTES, Celsoort, Werkmap, kolomletter, open_werkmap


@dataclass(frozen=True, slots=True)
class Veld:
    """The text of one cell; ``probleem`` (message, tip) when the kind of cell is already wrong."""

    tekst: str
    kolom: int
    probleem: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: its number in the file (from 1) and its fields by column name."""

    nummer: int
    velden: Mapping[str, Veld]


@dataclass(frozen=True, slots=True)
class Blad:
    """The rows of one file. ``naam`` is how problems name it, ``letters`` whether columns do."""

    naam: str
    rijen: tuple[Rij, ...]
    letters: bool

    def fout(self, rij: Rij, kolom: str, code: str, message: str, tip: str = "") -> Issue:
        """A problem in one cell."""
        place = rij.velden[kolom].kolom
        shown = f"{kolom}, {kolomletter(place)}" if self.letters else kolom
        return Issue(
            self.naam, rij.nummer, place, code, f"Rij {rij.nummer}, kolom {shown}: {message}", tip
        )


def lees_rijen(file: Path, columns: Sequence[str]) -> tuple[Blad | None, list[Issue]]:
    """The rows of ``file``, which must have exactly ``columns``; None, with why, when it cannot."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        return None, [_bestand(file, "geen-bestand", "Dit bestand kan niet worden gelezen.")]
    if len(raw) > MAX_BYTES:
        return None, [_bestand(file, "te-groot", "Dit bestand is groter dan 20 MB.")]
    if file.suffix.lower() == ".csv" and not raw.startswith(b"PK"):
        return _csv(raw, file, columns)
    return _werkmap(raw, file, columns)


def _bestand(file: Path, code: str, message: str, tip: str = "") -> Issue:
    return Issue(file.name, 0, 0, code, message, tip)


def _csv(raw: bytes, file: Path, columns: Sequence[str]) -> tuple[Blad | None, list[Issue]]:
    rows, issues = lees_csv(raw, file.name)
    if issues:
        return None, issues
    lines = [
        (row.nummer, [Veld(leesbaar(one), place) for place, one in enumerate(row.cellen, 1)])
        for row in rows
    ]
    return _blad(file.name, lines, columns, letters=False)


_DATUM = (
    "Excel heeft hier een datum van gemaakt ({waarde}).",
    "Zet de kolom op Tekst en typ de code opnieuw.",
)


def _werkmap(raw: bytes, file: Path, columns: Sequence[str]) -> tuple[Blad | None, list[Issue]]:
    book, issues = open_werkmap(raw, file.name)
    if book is None:
        return None, issues
    issues = _meer_dan_het_toont(book, file)
    if issues:
        return None, issues
    sheet = book.bladen[0].titel
    found, issues = book.lees(sheet)
    name = f"{file.name}, blad '{sheet}'"
    if found is None or found.issues:
        return None, [
            replace(one, path=name) for one in (*issues, *(found.issues if found else ()))
        ]
    lines = []
    for number in sorted(found.rijen):
        fields = []
        for place, cell in sorted(found.rijen[number].items()):
            problem: tuple[str, str] | None = None
            if cell.soort is Celsoort.DATUM:
                problem = _DATUM
            elif not isinstance(cell.soort.value, str) and cell.soort not in _GETALLEN:
                problem = cell.soort.value
            shown = (problem[0].format(waarde=cell.waarde), problem[1]) if problem else None
            fields.append(Veld(leesbaar(cell.waarde), place, shown))
        lines.append((number, fields))
    return _blad(name, lines, columns, letters=True)


_GETALLEN = (Celsoort.BREUK, Celsoort.BEDRAG)
"""What is a number, also where it does not count children."""


def _meer_dan_het_toont(book: Werkmap, file: Path) -> list[Issue]:
    """What a workbook could hold beside the one sheet that one sees."""
    issues = []
    tip = "Kopieer de aantallen naar een nieuwe werkmap (plakken als waarde) en gebruik die."
    if any(name.startswith("xl/pivotcache/") for name in book.delen):
        message = "In deze werkmap zit een draaitabel, met de rijen waaruit zij gemaakt is."
        issues.append(_bestand(file, "draaitabel", message, tip))
    for one in book.bladen:
        if not one.zichtbaar:
            message = f"In deze werkmap zit een verborgen blad: '{one.titel}'."
            issues.append(_bestand(file, "verborgen-blad", message, tip))
    if not issues and len(book.bladen) != 1:
        titles = ", ".join(one.titel for one in book.bladen)
        message = f"Deze werkmap heeft meer bladen: {titles}."
        issues.append(
            _bestand(file, "meer-bladen", message, "Eén blad met de aantallen is genoeg.")
        )
    return issues


def _blad(
    name: str,
    lines: Sequence[tuple[int, Sequence[Veld]]],
    columns: Sequence[str],
    *,
    letters: bool,
) -> tuple[Blad | None, list[Issue]]:
    """Rows by column name; the first line holds the names."""
    if len(lines) < 2:
        message = "Hier staan geen aantallen: er zijn kolomnamen nodig en daaronder rijen."
        return None, [Issue(name, 1, 1, "leeg", message)]
    header = {one.kolom: one.tekst for one in lines[0][1] if one.tekst}
    issues = _kop(name, lines[0][0], header, columns)
    if issues:
        return None, issues
    rows = []
    for number, cells in lines[1:]:
        for one in cells:
            if one.kolom not in header and one.tekst:
                message = "Hier staat iets in een kolom zonder naam."
                issues.append(Issue(name, number, one.kolom, "kolom", message))
        filled = {header[one.kolom]: one for one in cells if one.kolom in header}
        empty = {title: Veld("", place) for place, title in header.items()}
        rows.append(Rij(number, {**empty, **filled}))
    return (None, issues) if issues else (Blad(name, tuple(rows), letters), [])


def _kop(name: str, number: int, header: Mapping[int, str], columns: Sequence[str]) -> list[Issue]:
    issues = []
    for place, title in header.items():
        if title not in columns:
            message = f"De kolom '{title}' hoort niet bij deze definitie."
            tip = nearest(title, columns)
            issues.append(Issue(name, number, place, "onbekende-kolom", message, tip))
        elif list(header.values()).count(title) > 1:
            issues.append(
                Issue(name, number, place, "dubbel", f"De kolom '{title}' staat er twee keer.")
            )
    for title in columns:
        if title not in header.values():
            issues.append(Issue(name, number, 1, "kolom", f"De kolom '{title}' ontbreekt."))
    return issues
