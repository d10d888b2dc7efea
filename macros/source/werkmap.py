"""An Excel file to the filled cells of one sheet; what would be lost or misread is refused.

Only what is asked for is unpacked, within the bounds of ``pakket``, and it is read as it streams by
(``werkblad``). It says what kind of value a cell holds. Not here: what the value means, or which
columns there should be: that is for who asks.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath

from macros.issue import Issue
from macros.source.csvblad import lees_csv
from macros.source.pakket import BESCHADIGD, WACHTWOORD, Pakket, PakketFout
from macros.source.werkblad import (
    Cel,
    Celsoort,
    Gelezen,
    Omgeving,
    iets_ingevuld,
    lees_opmaak,
    lees_teksten,
    lees_werkblad,
    tekstcel,
    verborgen_kolommen,
)

__all__ = [
    "MAX_BYTES",
    "TOEN",
    "Blad",
    "Cel",
    "Celsoort",
    "Werkmap",
    "blad_van_csv",
    "kolomletter",
    "open_werkmap",
]

MAX_BYTES = 20 * 1024 * 1024
TOEN = "Toen"
"""The hidden sheet that keeps what stood there when a workbook was made."""
EIGEN_BLADEN = frozenset({"Uitleg", "Lijsten", TOEN})
"""Sheets of our own that hold no answers."""
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Blad:
    """The filled cells of a sheet, by row and column (from 1); empty rows are only counted.

    ``bestand``: its name, when it is no sheet of a workbook.
    """

    rijen: Mapping[int, Mapping[int, Cel]]
    lege_rijen: int
    issues: tuple[Issue, ...]
    niet_gelezen: tuple[str, ...]
    bestand: str = ""


@dataclass(frozen=True, slots=True)
class Bladnaam:
    """A sheet that the file says it has. ``deel`` is where it stands; empty for a chart."""

    titel: str
    zichtbaar: bool
    deel: str


def open_werkmap(raw: bytes, bestand: str) -> tuple[Werkmap | None, list[Issue]]:
    """The file, as far as its list of sheets; None, with why, when it is no workbook."""
    try:
        refused = _geen_werkmap(raw)
        if not refused:
            return Werkmap(Pakket(raw), bestand), []
    except PakketFout as reason:
        refused = reason.melding
    return None, [Issue(bestand, 0, 0, "werkmap", *refused)]


_BEWAAR = "Open het en bewaar het als Excel-werkmap (.xlsx)."


def _geen_werkmap(raw: bytes) -> tuple[str, str] | None:
    """(message, tip) when these bytes are no zip."""
    if len(raw) > MAX_BYTES:
        return "Dit bestand is groter dan 20 MB.", "Haal plaatjes en andere bladen eruit."
    if not raw:
        return "Dit bestand is leeg.", "Vraag het opnieuw op."
    if raw.startswith(b"PK"):
        return None
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            return WACHTWOORD
        return "Dit is een oud Excel-bestand (.xls).", _BEWAAR
    begin = raw[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith(b"%pdf"):
        return "Dit is een pdf.", "Vraag om het ingevulde invulblad zelf (.xlsx)."
    if begin.startswith((b"<!doctype html", b"<html", b"<table")) or b"<html" in begin:
        return "Dit is een webpagina met de naam van een Excel-bestand.", _BEWAAR
    if begin.startswith(b"<?xml") and b"excel.sheet" in begin:
        return "Dit is een Excel-bestand in een oude vorm (XML 2003).", _BEWAAR
    if b"\0" in raw[:2000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "Dit is geen Excel-werkmap (.xlsx).", _BEWAAR
    return "Dit is geen Excel-werkmap (.xlsx), maar bijvoorbeeld een csv-bestand.", _BEWAAR


class Werkmap:
    """An Excel file of which nothing but the list of sheets was read. Raises ``PakketFout``."""

    def __init__(self, pakket: Pakket, bestand: str) -> None:
        self._pakket = pakket
        self._bestand = bestand
        self._boek = self._vind_boek()
        self._delen = self._verwijzingen(self._boek)
        self._epoche = datetime.datetime(1899, 12, 30)
        self.bladen: list[Bladnaam] = []
        pakket.lees(self._boek, self._hoor)
        if not self.bladen:
            raise PakketFout(*BESCHADIGD)

    @property
    def delen(self) -> Sequence[str]:
        """The names of all that is in the file."""
        return self._pakket.namen

    def _vind_boek(self) -> str:
        names = self._pakket
        if "mimetype" in names and b"opendocument" in names.begin("mimetype", 200):
            raise PakketFout("Dit is een OpenDocument-bestand (.ods).", _BEWAAR)
        if "xl/vbaProject.bin" in names:
            tip = "Bewaar het als Excel-werkmap (.xlsx)."
            raise PakketFout("In dit bestand zitten macro's (.xlsm).", tip)
        if "xl/workbook.bin" in names:
            raise PakketFout("Dit is een binaire werkmap (.xlsb).", _BEWAAR)
        if "word/document.xml" in names:
            tip = "Vraag om het ingevulde invulblad zelf (.xlsx)."
            raise PakketFout("Dit is een Word-document.", tip)
        if "index/document.iwa" in names:
            tip = "Kies in Numbers: Exporteer naar Excel (.xlsx)."
            raise PakketFout("Dit is een bestand van Numbers.", tip)
        for kind, part in self._verwijzingen("").values():
            if kind == "officeDocument" and part in names:
                return part
        if "xl/workbook.xml" in names:
            return "xl/workbook.xml"
        raise PakketFout("Dit is geen Excel-werkmap (.xlsx).", _BEWAAR)

    def _verwijzingen(self, deel: str) -> dict[str, tuple[str, str]]:
        """Of each id in a part: the kind of thing that it points to, and where that is."""
        folder = dirname(deel)
        rels = join(folder, "_rels", f"{deel.rpartition('/')[2]}.rels")
        found: dict[str, tuple[str, str]] = {}
        if rels not in self._pakket:
            return found

        def begin(name: str, attributes: dict[str, str]) -> None:
            if name.endswith(" Relationship") and attributes.get("TargetMode") != "External":
                target = attributes["Target"].replace("\\", "/")
                path = target if target.startswith("/") else normpath(join(folder, target))
                kind = attributes["Type"].rpartition("/")[2]
                found[attributes["Id"]] = kind, path.lstrip("/")

        self._pakket.lees(rels, begin)
        return found

    def _hoor(self, name: str, attributes: dict[str, str]) -> None:
        if name.startswith("http://purl.oclc.org/ooxml"):
            raise PakketFout("Dit is een werkmap in de vorm 'Strict Open XML'.", _BEWAAR)
        if name == _NS + "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self._epoche = datetime.datetime(1904, 1, 1)
        elif name == _NS + "sheet":
            kind, part = self._delen[attributes[f"{_REL} id"]]
            visible = attributes.get("state", "visible") == "visible"
            sheet = part if kind == "worksheet" else ""
            self.bladen.append(Bladnaam(attributes["name"], visible, sheet))

    @cached_property
    def _omgeving(self) -> Omgeving:
        by_kind = dict(self._delen.values())
        texts = by_kind.get("sharedStrings")
        styles = by_kind.get("styles")
        return Omgeving(
            lees_teksten(self._pakket, texts) if texts else (),
            lees_opmaak(self._pakket, styles) if styles else (),
            self._epoche,
        )

    def lees(
        self, titel: str, naast: Collection[str] = (), *, ook_verborgen: bool = False
    ) -> tuple[Blad | None, list[Issue]]:
        """The sheet called ``titel``; None, with why, when there is nothing to read. Those of
        ``naast`` are read as well, so what stands there is not left out.
        """
        try:
            return self._lees(titel, naast, ook_verborgen)
        except PakketFout as reason:
            return None, [Issue(self._bestand, 0, 0, "werkmap", *reason.melding)]

    def _lees(
        self, titel: str, naast: Collection[str], ook_verborgen: bool
    ) -> tuple[Blad | None, list[Issue]]:
        sheet = next((one for one in self.bladen if one.titel == titel), None)
        sheet = sheet or next((one for one in self.bladen if _gelijk(one.titel, titel)), None)
        if sheet is None or not sheet.deel:
            there = ", ".join(one.titel for one in self.bladen)
            tip = f"Noem het ingevulde blad zo. Nu staat er: {there}."
            message = f"Het blad '{titel}' ontbreekt."
            return None, [Issue(self._bestand, 0, 0, "geen-blad", message, tip)]
        if not (sheet.zichtbaar or ook_verborgen):
            message = f"Het blad '{titel}' is verborgen."
            return None, [Issue(self._bestand, 0, 0, "verborgen", message, "Maak het zichtbaar.")]
        found = lees_werkblad(self._pakket, sheet.deel, self._omgeving)
        issues = [
            Issue(f"blad {titel}", row, column, code, message, tip)
            for row, column, code, message, tip in (*_samengevoegd(found), *_verborgen(found))
        ]
        empty = found.laatste - len(found.rijen) - (1 not in found.rijen)
        beside = tuple(self._niet_gelezen((titel, *naast), found))
        return Blad(found.rijen, max(empty, 0), tuple(issues), beside), []

    def _niet_gelezen(self, gevraagd: Collection[str], gelezen: Gelezen) -> Iterator[str]:
        """What else is in the file."""
        yield from dict.fromkeys(
            what
            for name in self._pakket.namen
            for begin, what in _BIJZAKEN.items()
            if name.startswith(begin)
        )
        for other in self.bladen:
            asked = any(_gelijk(other.titel, one) for one in gevraagd)
            if asked or not other.deel or other.titel in EIGEN_BLADEN:
                continue
            if iets_ingevuld(self._pakket, other.deel, self._omgeving):
                hidden = "" if other.zichtbaar else "verborgen "
                yield f"Het {hidden}blad '{other.titel}'"
        if gelezen.kop_of_voettekst:
            yield "De kop- of voettekst van het blad"
        if gelezen.koppelingen:
            yield "Koppelingen achter een tekst"


def _gelijk(een: str, ander: str) -> bool:
    return een.split() == ander.split() or een.strip().casefold() == ander.casefold()


_BIJZAKEN = {
    "xl/comments": "Opmerkingen bij cellen",
    "xl/threadedcomments": "Opmerkingen bij cellen",
    "xl/pivot": "Draaitabellen",
    "xl/media": "Afbeeldingen",
    "xl/drawings/drawing": "Tekeningen en tekstvakken",
    "xl/charts": "Grafieken",
    "xl/embeddings": "Ingesloten bestanden",
    "xl/ctrlprops": "Knoppen en keuzevakjes",
    "xl/activex": "Knoppen en keuzevakjes",
}
"""Parts of the file by the begin of their name."""


def blad_van_csv(raw: bytes, bestand: str) -> tuple[Blad | None, list[Issue]]:
    """The whole of a CSV file as one sheet."""
    lines, issues = lees_csv(raw, bestand)
    rows = {
        line.nummer: {
            column: cel
            for column, text in enumerate(line.cellen, 1)
            if (cel := tekstcel(text)) is not None
        }
        for line in lines
    }
    return (None, issues) if issues else (Blad(rows, 0, (), (), bestand), [])


def kolomletter(column: int) -> str:
    """How a spreadsheet names its column: 1 is A."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_Probleem = tuple[int, int, str, str, str]
"""Row, column, code, message, tip."""


def _samengevoegd(gelezen: Gelezen) -> Iterator[_Probleem]:
    for area, row, column in gelezen.samengevoegd:
        message = f"De cellen {area.replace(':', ' tot en met ')} zijn samengevoegd."
        tip = "Splits ze en zet in elke cel wat erin hoort."
        yield row, column, "samengevoegd", message, tip


def _verborgen(gelezen: Gelezen) -> Iterator[_Probleem]:
    """Hidden cells with something in it: the sender may not know that it is there."""
    tip = "Maak haar zichtbaar (haal ook een filter weg) en kijk of zij erbij hoort."
    for row in gelezen.rijen:
        if row in gelezen.verborgen_rijen:
            yield row, 0, "verborgen", "Deze rij is verborgen en er staat iets in.", tip
    for column in verborgen_kolommen(gelezen):
        message = f"Kolom {kolomletter(column)} is verborgen en er staat iets in."
        yield 1, column, "verborgen", message, tip
