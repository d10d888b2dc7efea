"""How the telephone number of an organisation is written, and how a telephone dials it.

These are the only numbers that may stand on a page. Not here: numbers in texts (``persoon``).
"""

from __future__ import annotations

import re

from macros.lezing.tekens import vlak

_KORT_NET = re.compile(r"01[035]|02[0346]|03[03568]|04[0356]|05[0358]|07\d")
"""Area codes of three digits; all others have four."""

VORM = (
    r"112|113"
    r"|14 0[1-9]\d{1,2}"
    r"|0[89]00-(?:\d{4}|\d{3} \d\d \d\d)"
    r"|08[58]-\d{3} \d\d \d\d"
    r"|0[1-57]\d-[1-9]\d\d \d\d \d\d"
    r"|0[1-57]\d{2}-[1-9]\d \d\d \d\d"
)
"""Every number as it is written here."""

_SCHEIDING = re.compile(r"[\s()/.\u2010-\u2015_-]+")
BUITENLAND = re.compile(r"(?:\+|00)(?!\s*31)")
_LAND = re.compile(r"(?:\+|00)\s*31(?:\s*\(0\))?\s*")


def geschreven(getypt: str) -> str:
    """A number as it is written here, from any way in which people write one; else nothing."""
    text, _ = vlak(getypt)
    text = text.strip().removeprefix("tel:")
    national = _LAND.sub("0", text, count=1) if _LAND.match(text) else text
    digits = _SCHEIDING.sub("", national)
    if digits.startswith("00") and national is not text:
        digits = digits[1:]
    if not re.fullmatch(r"\d+", digits, re.ASCII):
        return ""
    found = _ingedeeld(digits)
    return found if re.fullmatch(VORM, found) and not is_mobiel(digits) else ""


def _ingedeeld(digits: str) -> str:
    if len(digits) == 3:
        return digits
    if digits.startswith("14"):
        return f"14 {digits[2:]}"
    if digits.startswith(("0800", "0900")):
        area, rest = digits[:4], digits[4:]
    else:
        size = 3 if _KORT_NET.match(digits) or digits.startswith(("085", "088")) else 4
        area, rest = digits[:size], digits[size:]
    if len(rest) == 7:
        rest = f"{rest[:3]} {rest[3:5]} {rest[5:]}"
    elif len(rest) == 6:
        rest = f"{rest[:2]} {rest[2:4]} {rest[4:]}"
    return f"{area}-{rest}"


def is_mobiel(getypt: str) -> bool:
    """Whether a number begins as one of a telephone that somebody carries."""
    digits = re.sub(r"\D", "", _LAND.sub("0", vlak(getypt)[0].strip(), count=1))
    return digits.startswith(("06", "097"))


def belbaar(nummer: str) -> str:
    """A number as a telephone dials it: what follows ``tel:``.

    Numbers that cannot be called from abroad stay as they are.
    """
    digits = re.sub(r"\D", "", nummer)
    return digits if digits.startswith(("0800", "0900", "1")) else f"+31{digits[1:]}"
