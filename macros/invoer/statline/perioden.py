"""Keys of periods and words for their status, as StatLine writes them.

Not here: which periods a table is asked for (``inlezen``).
"""

from __future__ import annotations

import re

from macros.model.monitor.cijfer import Cijferstatus, Periode
from macros.model.monitor.statline import Periodesoort

_SLEUTEL = re.compile(r"(\d{4})(JJ|HJ|SJ)(0[0-2])", re.ASCII)
_SOORT = {
    ("JJ", 0): Periodesoort.JAAR,
    ("HJ", 1): Periodesoort.HALFJAAR,
    ("HJ", 2): Periodesoort.HALFJAAR,
    ("SJ", 0): Periodesoort.SCHOOLJAAR,
}
_STATUS = {
    "": Cijferstatus.ONBEKEND,
    "definitief": Cijferstatus.DEFINITIEF,
    "voorlopig": Cijferstatus.VOORLOPIG,
    "nadervoorlopig": Cijferstatus.NADER_VOORLOPIG,
}
_REGEL = re.compile(r"Definitief,\s+tenzij\s+in\s+de\s+toelichting\s+bij\s+het\s+onderwerp")
"""How a table without periods says where its provisional figures are."""
_VOORLOPIG = re.compile(r"\b(nader\s+)?voorlopige\s+cijfers\b", re.IGNORECASE)


def periode(sleutel: str) -> tuple[Periode, Periodesoort] | None:
    """The period of a key: ``2022JJ00``, ``2022HJ01``, ``2022SJ00``; None for months and such."""
    match = _SLEUTEL.fullmatch(sleutel.strip())
    soort = _SOORT.get((match.group(2), int(match.group(3)))) if match else None
    if match is None or soort is None:
        return None
    half = int(match.group(3))
    return Periode(int(match.group(1)), half, soort is Periodesoort.SCHOOLJAAR), soort


_WOORD = {
    "JJ": "jaren",
    "HJ": "halve jaren",
    "SJ": "schooljaren",
    "KW": "kwartalen",
    "MM": "maanden",
    "W1": "weken",
}


def andere_soort(sleutel: str, vanaf: int) -> str | None:
    """What a key from this year on is, in words: ``kwartalen (2022KW01)``; None when older."""
    key = sleutel.strip()
    if not re.match(r"\d{4}", key, re.ASCII) or int(key[:4]) < vanaf:
        return None
    return f"{_WOORD.get(key[4:6], 'andere perioden')} ({key})"


def soort_van(one: Periode) -> Periodesoort:
    """The kind of a period of the monitor."""
    if one.schooljaar:
        return Periodesoort.SCHOOLJAAR
    return Periodesoort.HALFJAAR if one.helft else Periodesoort.JAAR


def status(woord: str) -> Cijferstatus | None:
    """The status of a period; None for a word that the CBS did not use before."""
    return _STATUS.get("".join(woord.casefold().split()))


def status_uit_tekst(tabel: str, onderwerp: str) -> Cijferstatus:
    """The status of a column of a table without periods, from what the table and the column say.

    Unknown when the table does not say that figures are final unless it is said otherwise.
    """
    if not _REGEL.search(tabel):
        return Cijferstatus.ONBEKEND
    match = _VOORLOPIG.search(onderwerp)
    if match is None:
        return Cijferstatus.DEFINITIEF
    return Cijferstatus.NADER_VOORLOPIG if match.group(1) else Cijferstatus.VOORLOPIG
