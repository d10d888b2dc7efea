"""A table in text: which columns hold counts or point to one person, and where a count is small.

Reads whatever separator, encoding and title lines a table came with. Tells the line and the column
(from 1), never what stands there. Not here: whether a table may be where it is (``controle``).
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PROCENT = "procent"
_INDICATOR, _WAARDE = "indicator", "waarde"

_AANTAL = re.compile(
    r".*aantal.*|noemer|teller|waarde|totaal|n|count|frequentie|inwoners|personen|kinderen|jongeren"
    r"|jeugdigen|leerlingen|clienten|huishoudens|trajecten"
)
"""A word in the name of a column that holds counts."""
_ANDERE_MAAT = re.compile(r"percentage|procent|pct|bedrag|kosten|euro")
"""A word in the name of a column with rates or amounts."""
_SLEUTEL = re.compile(
    r"indicator|gebied|periode|jaar|uitsplitsing|status|opgehaald|bron|zekerheid|tabel"
)
"""The name of a column that says what is counted, or where a count comes from."""
_WIE = "kind|leerling|jeugdige|jongere|client|patient|persoons?|ouder|moeder|vader"
_PERSOON = re.compile(
    rf"burgerservicenummer|bsnnummer|sofinummer|onderwijsnummer|dossiernummer|persoonsgebonden"
    rf"|({_WIE})(nummer|nr|naam|id$)|(naam|nummer|nr|id)(van)?(de|het)?({_WIE})$"
    r"|geb(oorte)?dat(um)?|dateofbirth|birthdate|(voor|achter|roep|familie)na(am|men)"
    r"|voorletters|tussenvoegsel|(first|last|sur)name"
)
"""Somewhere in the name of a column, written as one word."""
_PERSOON_KORT = re.compile(r"bsn|pgn|eckid|dob")
"""A word by itself, or the whole name."""
_GEHEEL = re.compile(r"\+?0*([1-9][0-9]{0,8})([.,]0+)?\*{0,2}", re.ASCII)
_HUISNUMMER = re.compile(r"huisn(umme)?r")
_REGELEINDE = re.compile(r"\r\n?|\n")
_WOORD = re.compile(r"[A-Z]*[a-z0-9]+|[A-Z]+")
_KOP_BINNEN = 10
"""Below more title lines than this no header is looked for."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """The rows with their lines; the first has the names of the columns, if any row has."""

    rijen: tuple[tuple[int, list[str]], ...]

    @property
    def namen(self) -> list[list[str]]:
        """For each column the plain words of its name."""
        return [_woorden(cell) for cell in self.rijen[0][1]] if self.rijen else []

    @property
    def kop_regel(self) -> int:
        """The line of the header."""
        return self.rijen[0][0] if self.rijen else 1


def lees(raw: bytes) -> Tabel:
    """The table in ``raw``, from the first row that has at least two filled cells."""
    lines = _REGELEINDE.split(_tekst(raw))
    begin = "\n".join(lines[:_KOP_BINNEN])
    separator = max(";,\t|", key=begin.count)
    rows = [(at, _cellen(line, separator)) for at, line in enumerate(lines, 1)]
    start = next((at for at, (_, row) in enumerate(rows[:_KOP_BINNEN]) if _is_kop(row)), 0)
    return Tabel(tuple(rows[start:]))


def persoonskolommen(tabel: Tabel) -> Iterator[tuple[int, str]]:
    """The columns that point to one person, each with the word that says so."""
    whole = ["".join(words) for words in tabel.namen]
    with_postcode = any("postcode" in name for name in whole)
    for column, (name, words) in enumerate(zip(whole, tabel.namen, strict=True), 1):
        somewhere = _PERSOON.search(name)
        if somewhere:
            yield column, somewhere.group()
        elif short := next(filter(_PERSOON_KORT.fullmatch, (*words, name)), None):
            yield column, short
        elif with_postcode and _HUISNUMMER.search(name):
            yield column, "postcode en huisnummer"


def kleine_aantallen(
    tabel: Tabel, drempel: int, eenheden: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """Line and column of every whole number from 1 to below ``drempel`` that may be a count.

    When no name of a column says 'count', every column may hold them. ``eenheden`` is the unit of
    each indicator: a ``waarde`` in ``procent`` is no count, one of an unknown indicator is.
    """
    names = ["".join(words) for words in tabel.namen]
    counts = [at for at, words in enumerate(tabel.namen) if _is_aantal(words)]
    others = [at for at, words in enumerate(tabel.namen) if not _is_iets_anders(words)]
    own = names.index(_INDICATOR) if _INDICATOR in names else None
    for line, row in tabel.rijen[1:] if counts else tabel.rijen:
        rate = own is not None and own < len(row) and eenheden.get(row[own].strip()) == PROCENT
        for at in counts or others:
            if (
                at < len(row)
                and not (rate and names[at] == _WAARDE)
                and _is_klein(row[at], drempel)
            ):
                yield line, at + 1


def _tekst(raw: bytes) -> str:
    """The text, also as Excel and Windows write it."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _cellen(line: str, separator: str) -> list[str]:
    """A cell ends with its line, so that a forgotten quote cannot hide the rows below it."""
    if line.count('"') % 2 == 0:
        with contextlib.suppress(csv.Error):  # a cell longer than any table has
            return next(csv.reader([line], delimiter=separator), [])
    return line.replace('"', "").split(separator)


def _is_kop(row: list[str]) -> bool:
    return sum(bool(cell.strip()) for cell in row) > 1


def _woorden(cell: str) -> list[str]:
    """``geboorteDatum``, ``Geboorte-datum`` and ``GEBOORTE DATUM`` are the same two words."""
    plain = unicodedata.normalize("NFKD", cell).encode("ascii", "ignore").decode()
    return [word.casefold() for word in _WOORD.findall(plain)]


def _is_aantal(words: list[str]) -> bool:
    return any(map(_AANTAL.fullmatch, words)) and not any(map(_ANDERE_MAAT.fullmatch, words))


def _is_iets_anders(words: list[str]) -> bool:
    return any(_ANDERE_MAAT.fullmatch(one) or _SLEUTEL.fullmatch(one) for one in words)


def _is_klein(cell: str, drempel: int) -> bool:
    number = _GEHEEL.fullmatch(cell.strip().strip("'\"").strip())
    return number is not None and int(number.group(1)) < drempel
