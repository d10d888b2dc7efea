"""Signs: those that nobody sees, and a text as it reads when every sign is an ordinary one.

``vlak`` makes of any form of a text the form in which the patterns look for something: one kind of
digit, of space and of dash, nothing invisible, ``%40`` and ``&#64;`` as what they stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from macros.source.teken import naam

_NIET = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\uffff\U000e0000-\U0010ffff"
    + "".join(f"{chr(end - 1)}{chr(end)}" for end in range(0x1FFFF, 0xE0000, 0x10000))
)
ONZICHTBAAR = re.compile(f"[{_NIET}]")
"""Every sign that is not seen, or is no sign at all; also those that some languages need."""

_EERSTE_RECHTS = "\u0590"
"""Latin, Greek and Cyrillic come before it, and they need no signs that nobody sees."""


_ANDERE_SPATIE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def ongewenst(tekst: str) -> Iterator[tuple[int, str]]:
    """The place and the words for each sign that may not be there; each kind of sign once."""
    yield from _soorten(
        one for one in ONZICHTBAAR.finditer(tekst) if not _hoort(tekst, one.start())
    )


def andere_spaties(tekst: str) -> Iterator[tuple[int, str]]:
    """The place and the words for each kind of space that looks like an ordinary one."""
    yield from _soorten(_ANDERE_SPATIE.finditer(tekst))


def _soorten(gevonden: Iterable[re.Match[str]]) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for found in gevonden:
        sign = found.group()
        first.setdefault(sign, found.start())
        count[sign] = count.get(sign, 0) + 1
    for sign, at in first.items():
        more = f", {count[sign]} keer" if count[sign] > 1 else ""
        yield at, f"{naam(sign)} (U+{ord(sign):04X}{more})"


def _hoort(tekst: str, at: int) -> bool:
    """Whether the language of the text needs this sign here."""
    sign, before, after = tekst[at], tekst[at - 1 : at], tekst[at + 1 : at + 2]
    if sign in "\u200c\u200d":
        joins = _schrift(before) and _schrift(after)
        return joins or (sign == "\u200d" and _beeld(before) and _beeld(after))
    if sign in "\ufe0e\ufe0f":
        return _beeld(before) or before in tuple("#*0123456789")
    if sign in "\u200e\u200f\u061c" or "\u2066" <= sign <= "\u2069":
        return any(one.isalpha() and unicodedata.bidirectional(one) in ("R", "AL") for one in tekst)
    return False


def _schrift(sign: str) -> bool:
    """A letter of a script in which letters join (Arabic, Indian), or a mark on one."""
    return bool(sign) and sign > _EERSTE_RECHTS and unicodedata.category(sign)[0] in "LM"


def _beeld(sign: str) -> bool:
    return bool(sign) and (
        unicodedata.category(sign) in ("So", "Sk", "Sm") or sign in "\ufe0f\u203c"
    )


_GEWOON = re.compile(r"[^\t\n -~À-ÖØ-öø-ÿŒœŠšŽžŸ’‘“”„…€•·×÷°§©«»→←↔✓≥≤]|[%&][#\w]")
_CODE = re.compile(r"%(?:25)*([0-9A-Fa-f]{2})|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});")


def vlak(tekst: str) -> tuple[str, Sequence[int] | None]:
    """The text in ordinary signs, and of each the place where it came from (None: the same)."""
    if not _GEWOON.search(tekst):
        return tekst, None
    signs: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(tekst):
        other = _GEWOON.search(tekst, at)
        begin = other.start() if other else len(tekst)
        if other and begin > at and unicodedata.combining(tekst[begin]):
            begin -= 1  # an accent goes with the letter before it
        signs += tekst[at:begin]
        places += range(at, begin)
        at = begin
        if not other:
            break
        coded = _CODE.match(tekst, at) if tekst[at] in "%&" else None
        if coded:
            import html  # it brings in the names of all signs

            end = coded.end()
            plain = chr(int(coded[1], 16)) if coded[1] else html.unescape(coded.group())
            plain = "".join(one if one.isprintable() else " " for one in plain)
        else:
            end = at + 1
            while end < len(tekst) and unicodedata.combining(tekst[end]):
                end += 1
            plain = _gewoon(tekst[at:end])
        signs += plain
        places += [at] * len(plain)
        at = end
    places.append(len(tekst))
    return "".join(signs), places


@lru_cache(maxsize=4096)
def _gewoon(sign: str) -> str:
    """A sign (with the accents after it) as it would be typed; nothing for one that is not seen."""
    if len(sign) == 1:
        if not _GEWOON.match(sign):
            return sign
        if sign == "\u3002":
            return "."
        if ONZICHTBAAR.match(sign) and not sign.isspace():
            return ""
        digit = unicodedata.decimal(sign, None)
        if digit is not None:
            return str(digit)
        category = unicodedata.category(sign)
        if category == "Pd" or sign in "\u2212\u2043\u00af\u30fc":
            return "-"
        if sign in "\u2044\u2215\u29f8":
            return "/"
        if category[0] == "Z" or sign.isspace():
            return " "
        if category in ("Cc", "Cf", "Mn", "Me"):
            return ""
        if unicodedata.decomposition(sign).startswith(("<super>", "<sub>")):
            return " "  # a note, or a power: no part of a word or a number
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain.strip() else " "
