"""One cell of mailed figures: the figure as the data write it, or why it is none; a period, a day.

Nothing is guessed: what one can read in two ways is told. Not here: which cell is which figure
(``cijferblad``).
"""

from __future__ import annotations

import re
from enum import Enum

from pydantic_core import PydanticCustomError

from macros.invoer.inzending.namen import vorm
from macros.model.basis.datum import Datum
from macros.model.monitor.cijfer import STATUSTEKEN, Periode, lees
from macros.model.monitor.indicator import Eenheid
from macros.source.werkblad import RAND
from macros.source.werkmap import Cel, Celsoort

Probleem = tuple[str, str, str]
"""(code, message, tip)."""
DUBBELZINNIG = "dubbelzinnig"
PUNT = "punt"
"""The answer to what a point between digits is: ``duizend`` or ``komma``."""


class Regel(Enum):
    """What is done to a figure before it is checked, in words."""

    GRENS = "Een grens als <10 wordt x: afgeschermd."
    DUIZEND = "Een punt, spatie of apostrof tussen duizendtallen gaat weg."
    KOMMA = "Een decimale punt wordt een komma."
    PROCENT = "Een procentteken achter een percentage gaat weg."
    STER = "Een * achter een cijfer wordt de status voorlopig, ** nader-voorlopig."
    WOORD = "'Onbekend' en 'geheim' worden een punt, 'n.v.t.' wordt leeg."


_GEEN_GETAL = ("Hier staat een datum ({waarde}), en geen cijfer.", "Typ het cijfer opnieuw.")
_GRENS = re.compile(r"(?:[<≤]=?|minder dan|tot|max\.?)\s*(?:[1-9]|10)")
"""A bound in the place of a small count: hidden."""
_WOORDEN = {
    "x": "x",
    "": "",
    "nvt": "",
    "n.v.t": "",
    "?": ".",
    "onbekend": ".",
    "geheim": ".",
    "niet bekend": ".",
}
_PUNT_IS = ("duizend", "komma")
_TUSSEN = re.compile("[.' \u00a0\u2009\u202f\u2019]")
_ENKEL = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
_DRIE = r"(?:(?:\.\d{3}){2,}|(?:\.\d{3})+(?=,)|(?:[' \u00a0\u2009\u202f\u2019]\d{3})+)"
_DUIZENDEN = re.compile(rf"[1-9]\d{{0,2}}{_DRIE}(?:,\d+)?", re.ASCII)
_DECIMAAL = re.compile(r"\d+\.\d{1,2}|\d{4,}\.\d+|0\.\d+", re.ASCII)
_MET_STER = {sign: one.value for one, sign in STATUSTEKEN.items() if sign}
_HALF = re.compile(r"(?:(\d{4})\s*[-/ ]?\s*h?([12])(?:e half ?jaar)?|([12])e half ?jaar (\d{4}))")
_SCHOOL = re.compile(r"(\d{4})\s*[-/–]\s*(\d{4}|\d{2})")


def getal(
    cell: Cel, unit: Eenheid | None, punt: str, rules: set[Regel]
) -> tuple[str, Probleem | None, dict[str, str]]:
    """A figure as the data write it, what is wrong with it, and what its sign says. ``punt``
    is what somebody answered about a point between digits; ``rules`` gets what was done.
    """
    text = cell.waarde.strip(RAND)
    if cell.soort is Celsoort.BREUK:
        text = text.replace(".", ",")
    elif cell.soort not in (Celsoort.TEKST, Celsoort.GETAL, Celsoort.PERCENTAGE):
        message, tip = _GEEN_GETAL
        if isinstance(cell.soort.value, tuple):
            message, tip = cell.soort.value
        return "", ("celsoort", message.format(waarde=text), tip), {}
    more = {}
    if status := _MET_STER.get(text[len(text.rstrip("*")) :]):
        rules.add(Regel.STER)
        more = {"status": status}
        text = text.rstrip("* ")
    if _GRENS.fullmatch(text.casefold()):
        rules.add(Regel.GRENS)
        return "x", None, more
    if vorm(text) in _WOORDEN:
        rules |= {Regel.WOORD} if text not in ("x", "X", "", ".") else set()
        return "." if text == "." else _WOORDEN[vorm(text)], None, more
    if text.endswith("%"):
        if unit is not Eenheid.PROCENT:
            message = f"Hier staat een percentage ({text})."
            what = "telt" if unit is Eenheid.AANTAL else "vraagt misschien"
            tip = f"Deze indicator {what} aantallen. Is het de goede kolom of indicator?"
            return "", ("eenheid", message, tip), {}
        rules.add(Regel.PROCENT)
        text = text.rstrip("% ")
    plain = _kaal(text, punt, rules)
    if plain is None:
        bare, comma = text.replace(".", ""), text.replace(".", ",")
        message = f"'{text}' kan {bare} zijn, of {comma}."
        return "", (DUBBELZINNIG, message, "Zeg wat de punt betekent."), {}
    try:
        lees(plain)
    except PydanticCustomError as error:
        tip = str((error.context or {}).get("tip", ""))
        return "", ("cijfer", error.message(), tip), {}
    return plain, None, more


def _kaal(text: str, meant: str, rules: set[Regel]) -> str | None:
    """Digits with nothing between thousands and a decimal comma; None when a point before three
    digits can be both.
    """
    if _ENKEL.fullmatch(text) and meant not in _PUNT_IS:
        return None
    if _DUIZENDEN.fullmatch(text) or (_ENKEL.fullmatch(text) and meant == "duizend"):
        rules.add(Regel.DUIZEND)
        return _TUSSEN.sub("", text)
    if _DECIMAAL.fullmatch(text) or _ENKEL.fullmatch(text):
        rules.add(Regel.KOMMA)
        return text.replace(".", ",")
    return text


def periode_van(text: str) -> tuple[str, str]:
    """A period as the data write it, and the status that a star says; empty when it is none."""
    bare = text.strip(RAND)
    stars = "*" * (len(bare) - len(bare.rstrip("*")))
    bare = bare.rstrip("* ").casefold()
    school, half = _SCHOOL.fullmatch(bare), _HALF.fullmatch(bare)
    if school:
        end = school[2] if len(school[2]) == 4 else school[1][:2] + school[2]
        bare = f"{school[1]}-{end}"
    elif half and (re.search("h", bare)):
        bare = f"{half[1] or half[4]}-h{half[2] or half[3]}"
    try:
        return str(Periode.parse(bare)), _MET_STER.get(stars, "")
    except PydanticCustomError:
        return "", ""


def geen_periode(text: str) -> tuple[str, str]:
    try:
        Periode.parse(text)
    except PydanticCustomError as error:
        return error.message(), str((error.context or {}).get("tip", ""))
    return "", ""


def dag(text: str) -> str:
    """A date in digits as Dutch people write it."""
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text)
    iso = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text
    try:
        return str(Datum.parse(iso))
    except PydanticCustomError:
        return text
