"""One child: an age and a place in the same sentence are enough to know who is meant.

Not here: how many children there are (``aantal``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.lezing.vondst import Gevonden, Tekst
from macros.lezing.woorden import een_van, getallen, kenmerk, vorm, woorden

_WOORDEN = [word for word, number in getallen().items() if " " not in word and number > 1]
_KIND = een_van(woorden("een_kind"))
_N = rf"(?:1?\d|2[0-3]|{een_van(_WOORDEN)})"
_JAAR = r"(?:jaar|jr\.?|years?(?:\s+old|\s+of\s+age)?)"
_LEEFTIJD = vorm(rf"""
    \b{_KIND}\b (?: \s+(?={_N}\s+{_JAAR}\b)
        | [^.;!?\n]{{0,25}}? (?: \b(?:van|is|was|aged|of) \s+ | [,(]\s* ) )
        (?:(?:nu|net|bijna|ongeveer|pas|only|just|almost) \s+)? (?<!\d) {_N}
        (?: \s*{_JAAR}\b (?!\s+(?:en|of|and|or)\s)
          | (?= \s*[,();!?] | \s*\.(?!\d) | \s*$
              | \s+(?:uit|in|te|from|near|bij|op|die|dat|who|zit|woont|gaat|is|thuis|met|zonder|naar
                  |niet|al|heeft|kan|moet|wil|aan|voor|with|at|has|lives)\b ) )
    | \b{_N} [\s-]? (?: jarige? | years?[\s-]old | year-old ) \b
        (?: (?:\s+[a-z]+e)? \s+ {_KIND}\b
          | (?= \s+(?:uit|in|te|from|near|bij|die|zit|woont|gaat)\b | \s*[,.(] ) )
    | \b(?:hij|zij|ze|he|she) \s+ (?:is|was) \s+ {_N} \s+ {_JAAR}\b
    | (?-i:\b[A-Z][a-zà-ÿ]+) \s* (?:
        \(\s*{_N}\s*{_JAAR}\s*\) | ,\s*{_N}\s+{_JAAR}\s*,
        | \(\s*{_N}\s*\)(?=\s*,?\s*(?:uit|in|te|from|near)\b) )
    """)
_KENMERK = frozenset(woorden("een_kind"))
_TELT = kenmerk(_WOORDEN)
_JARIG = re.compile(r"jarig|year|jaar|\(\s*\d")
_CIJFER = re.compile(r"\d")
_PLAATS = vorm(
    r"\b(?:[Ii]n|[Uu]it|[Tt]e|[Ff]rom|[Nn]ear|[Bb]ij|[Aa]t) \s+"
    r"((?:(?:'t|den|de|het)\s+)? [A-ZÀ-Ý][a-zà-ÿ'-]+ (?:[ -][A-Z][a-z'-]+)?)",
    exact=True,
)
_ERVOOR = vorm(r"\s* ([A-Z][a-z'-]+ (?:[ -][A-Z][a-z'-]+)?) :", exact=True)
_ERACHTER = vorm(r"\s* \)? \s* [,(]? \s* ([A-Z][a-z'-]+ (?:[ -][A-Z][a-z'-]+)?)", exact=True)
_GEEN_PLAATS = frozenset(woorden("geen_plaats"))
_VOOR_IEDER = vorm(
    r"\s+ (?:is|zijn) \s+ (?:ook\s+)? (?:leerplichtig|kwalificatieplichtig|meerderjarig)\b"
)
"""What the law says of every child."""
_VER = 200
"""What is further away in a sentence is not said of this child."""
_ZIN = re.compile(r"[.!?]\s|\n|;")


def zoek(tekst: Tekst, plaatsen: frozenset[str]) -> Iterator[Gevonden]:
    """Each sentence with the age of one child and a place."""
    if tekst.woorden.isdisjoint(_KENMERK) and not _JARIG.search(tekst.lower):
        return
    if (
        tekst.woorden.isdisjoint(_TELT)
        and not _CIJFER.search(tekst.plain)
        and "jarig" not in tekst.lower
    ):
        return
    plain = tekst.plain
    for found in _LEEFTIJD.finditer(plain):
        if _VOOR_IEDER.match(plain, found.end()):
            continue
        early = max(0, found.start() - _VER)
        begin = max(
            (one.end() for one in _ZIN.finditer(plain, early, found.start())), default=early
        )
        end = _ZIN.search(plain, found.end(), found.end() + _VER)
        after = plain[found.end() : end.start() if end else found.end() + _VER]
        if _plaats(plain[begin : found.end()], after, plaatsen):
            words = " ".join(found.group().split())
            message = f"Hier staan de leeftijd van één kind en een plaats ('{words}')."
            tip = "Samen wijzen ze naar dat kind. Laat een van de twee weg."
            yield Gevonden(*found.span(), "herkenbaar-kind", message, tip)


def _plaats(before: str, after: str, plaatsen: frozenset[str]) -> bool:
    """Whether the rest of the sentence names one of these places, or one behind 'in' or 'uit'."""
    whole = f"{before} | {after}"
    if any(one in whole and re.search(rf"\b{re.escape(one)}\b", whole) for one in plaatsen):
        return True
    found = [*_PLAATS.finditer(before[-80:]), *_PLAATS.finditer(after[:80])]
    beside = (_ERVOOR.match(before), _ERACHTER.match(after))
    found += [one for one in beside if one]
    return any(one[1].split()[-1] not in _GEEN_PLAATS for one in found)
