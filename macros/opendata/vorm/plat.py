"""The cells of a table as texts that every kind of file can hold: the same text in each of them.

Not here: how a file writes them (``csv``, ``json``, ``ods``, ``xlsx``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from macros.opendata.contract import Veld, Veldsoort
from macros.opendata.gevuld import Gevuld

SCHEIDING = "|"
"""Between the values of one cell. Inside a value it is ``%7C``, as in an address on the web."""

_NOT_IN_XML = re.compile("[^\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n?")
_ESCAPED = re.compile("%(?=(?:25)*7C)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_DAY = "1900-03-01"
"""Spreadsheets do not agree on the number of a day before this one."""

_MOST, _MORE = 32_767, "… (CSV, JSON)"
"""Units of UTF-16 that a cell of Excel holds, and what stands at the end of more."""
_NAME = 31
"""Units of UTF-16 that the name of a sheet has at most."""
_NARROWEST, _WIDEST = 8, 29
BREEDTEN = range(_NARROWEST, _WIDEST + 1)
"""How many letters wide a column can be."""
LEESBREED = 80
"""The same of one that has sentences."""
_KEY = 12
"""The same of the keys, which are for programs: a longer one is not seen whole."""
HOOGST = 27
"""How many lines high a row of Excel can be."""
_SHEET = 210
"""So many letters beside each other can be read on a printed page."""


class Celsoort(Enum):
    """What a spreadsheet holds in the cells of a field."""

    TEKST = "tekst"
    SLEUTEL = "sleutel"
    GETAL = "getal"
    JANEE = "ja of nee"
    DAG = "dag"


def celsoort(veld: Veld) -> Celsoort:
    """More than one value in a cell is a text; a date is a day only where ``is_dag`` says so."""
    if veld.lijst:
        return Celsoort.TEKST
    match veld.soort:
        case Veldsoort.GETAL | Veldsoort.GEHEEL:
            return Celsoort.GETAL
        case Veldsoort.JANEE:
            return Celsoort.JANEE
        case Veldsoort.DAG | Veldsoort.DATUM:
            return Celsoort.DAG
    return Celsoort.TEKST


def kolommen(gevuld: Gevuld) -> list[list[str]]:
    """Each field with its cells, from the first row to the last; nothing is an empty text."""
    if not gevuld.rijen:
        return [[] for _ in gevuld.velden]
    columns = zip(gevuld.velden, zip(*gevuld.rijen, strict=True), strict=True)
    return [[*map(_plat(veld), values)] for veld, values in columns]


Schrijf = Mapping[Celsoort, Callable[[str], str]]
"""How a kind of spreadsheet writes a cell."""


def geschreven(
    gevuld: Gevuld, kolommen: Iterable[Iterable[str]], schrijf: Schrijf
) -> Iterator[tuple[str, ...]]:
    """The cells of each row as a kind of spreadsheet has them; the first one is the key."""
    kinds = (Celsoort.SLEUTEL, *map(celsoort, gevuld.velden[1:]))
    columns = zip(kinds, kolommen, strict=True)
    return zip(*(map(schrijf[kind], cells) for kind, cells in columns), strict=True)


def _plat(veld: Veld) -> Callable[[Any], str]:
    if veld.lijst:
        return _lijst
    match veld.soort:
        case Veldsoort.GETAL:
            return getal
        case Veldsoort.GEHEEL | Veldsoort.JANEE:
            return woord
    return _tekst


def schoon(text: str) -> str:
    """Text without what a file cannot hold: line ends are alike, a tab is a space, and where a sign
    was that no XML can have stands the usual one for that.
    """
    if text.isprintable():
        return text
    return _NOT_IN_XML.sub("\ufffd", _LINE_END.sub("\n", text).replace("\t", " "))


@cache
def _tekst(waarde: str | None) -> str:
    return "" if waarde is None else schoon(waarde)


@cache
def _lijst(waarde: Sequence[str] | None) -> str:
    """Values with a sign between them; they can be split by it without a thought."""
    return SCHEIDING.join(
        _ESCAPED.sub("%25", schoon(one)).replace(SCHEIDING, "%7C") for one in waarde or ()
    )


def getal(waarde: Decimal | None) -> str:
    """A number with the decimals it has."""
    return "" if waarde is None else f"{waarde:f}"


def decimalen(getal: str) -> int:
    """How many decimals a number has."""
    return len(getal.partition(".")[2])


def woord(waarde: bool | int | None) -> str:
    """A whole number, or what is true."""
    return "" if waarde is None else str(waarde).lower()


def in_cel(text: str) -> str:
    """As much of a text as a cell of a spreadsheet holds; the rest is in the files it names."""
    if len(text) <= _MOST // 2 or len(text.encode("utf-16-le")) <= 2 * _MOST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_MOST - len(_MORE))]
    return kept.decode("utf-16-le", "ignore") + _MORE


def breedte(kop: str, cellen: Iterable[str]) -> int:
    """How many letters wide a column is: as its longest line, within bounds."""
    return min(max(_NARROWEST, *map(_langste, {kop, *cellen})), _WIDEST)


def breedten(koppen: Sequence[str], kolommen: Sequence[Sequence[str]]) -> list[int]:
    """The same of all columns of a table; the first one has its keys."""
    first, *rest = map(breedte, koppen, kolommen)
    return [min(first, _KEY), *map(_ruim, rest, kolommen[1:])]


def _ruim(letters: int, cellen: Iterable[str]) -> int:
    """The width of a column, or that of sentences where a row would be too high otherwise."""
    return LEESBREED if any(regels(text, letters) > HOOGST for text in cellen) else letters


def bladen_breed(breedten: Iterable[int]) -> int:
    """How many printed pages stand beside each other, for letters that can be read."""
    return min(-(-sum(letters + 2 for letters in breedten) // _SHEET), 9)


@cache
def regels(text: str, letters: int) -> int:
    """How many lines a text takes in a column so many letters wide; what is longer is broken."""
    if len(text) <= letters and "\n" not in text:
        return 1
    total = 0
    for line in text.split("\n"):
        total += 1
        room = letters
        for size in map(len, line.split(" ")):
            if size > room and room < letters:
                total += 1
                room = letters
            broken = (size - 1) // letters if size > letters else 0
            total += broken
            room -= size - broken * letters + 1
    return total


def leesbreedten(velden: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The same of each column of a table with its heads; the second one has sentences."""
    heads, *rows = velden
    widths = [breedte(*one) for one in zip(heads, zip(*rows, strict=True), strict=True)]
    return widths[0], LEESBREED, *widths[2:]


@cache
def _langste(text: str) -> int:
    return max(map(len, text.split("\n")))


def bladnaam(titel: str, naam: str, niet: str) -> str:
    """A title as the name of a sheet, or else ``naam``: at most 31 units, without the signs that
    spreadsheets forbid; ``niet`` is the name of the other sheet.
    """
    legal = schoon(titel).translate({ord(sign): " " for sign in "[]*?:/\\"}).strip("' ")
    short = " ".join(legal.split())
    if len(short.encode("utf-16-le")) > 2 * _NAME:
        kept = short.encode("utf-16-le")[: 2 * (_NAME - 1)].decode("utf-16-le", "ignore")
        short = f"{kept.rpartition(' ')[0] or kept}…"
    taken = {"", niet.casefold(), "history"}
    return short.strip("' ") if short.strip("' ").casefold() not in taken else naam[:_NAME]


def is_dag(text: str) -> bool:
    """Whether a date is one to count with: known to the day, and in the time of spreadsheets."""
    return _DAY.fullmatch(text) is not None and text >= _FIRST_DAY
