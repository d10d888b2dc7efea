# ruff: noqa: E501
"""One child: an age and a place in the same sentence are enough to know who is meant.

Not here: how many children there are (``aantal``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from macros.lezing.vondst import Gevonden
from macros.lezing.woorden import een_van, getallen, woorden

_KIND = een_van(woorden("een_kind"))
_GETAL = rf"(?:1?\d|{een_van(word for word, number in getallen().items() if ' ' not in word and number > 1)})"
_LEEFTIJD = re.compile(
    rf"\b{_KIND}\b[^.;!?\n]{{0,25}}?(?:\b(?:van|is|aged|of)\s+|[,(]\s*)(?:nu\s+|net\s+|bijna\s+|ongeveer\s+)?{_GETAL}"
    rf"(?!\s*(?:[-/]|tot\b|t/m|en\b|of\b|to\b|and\b|or\b|[\d.,]*\d|%|uur|dagen|weken|maanden|hours|days|weeks|months))\b"
    rf"|\b(?:een|de|het|a|an|the|zijn|haar|hun|ons|onze|mijn|1|één|one)\s+(?:\w+\s+)?{_GETAL}[\s-]?(?:jarige?|years?[\s-]old|year-old)\b"
    rf"(?!\s*(?:leeftijd))"
    rf"|\b(?:is|was)\s+{_GETAL}\s+(?:jaar|years\s+old|years\s+of\s+age)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s*(?:leerlingen|kinderen|jongeren|\w+s\b\s+(?:in|from))", re.IGNORECASE)
_PLAATS = re.compile(r"\b(?:in|uit|te|from|near|bij|at)\s+((?:[A-Z][a-z'-]+|'t|den|de|het|aan|op)(?:[ -](?:[A-Z][a-z'-]+|aan|den|de|der|op))*)")  # fmt: skip
_NA_KOMMA = re.compile(
    r"^\s*(?:jaar|years?(?:\s+old)?)?\)?\s*[,(]\s*([A-Z][a-z'-]+(?:[ -][A-Z][a-z'-]+)?)"
)
_GEEN_PLAATS = frozenset(woorden("geen_plaats"))
_JONG = re.compile(r"jarig|year|jaar|\bvan\b|\bis\b|\baged\b|\bof\b|[(,]", re.IGNORECASE)
_ZIN = re.compile(r"[.!?]\s|\n|;")


def zoek(tekst: str, plaatsen: Collection[str]) -> Iterator[Gevonden]:
    """Each sentence with the age of one child and a place."""
    if not re.search(_CIJFER_OF_JARIG, tekst):
        return
    for found in _LEEFTIJD.finditer(tekst):
        begin = max((one.end() for one in _ZIN.finditer(tekst, 0, found.start())), default=0)
        end = _ZIN.search(tekst, found.end())
        eind = end.start() if end else len(tekst)
        if _plaats(tekst[begin : found.start()], tekst[found.end() : eind], plaatsen):
            words = " ".join(found.group().split())
            message = f"Hier staan de leeftijd van één kind en een plaats ('{words}')."
            tip = "Samen wijzen ze naar dat kind. Laat een van de twee weg."
            yield Gevonden(*found.span(), "herkenbaar-kind", message, tip)


_CIJFER_OF_JARIG = re.compile(rf"\b{_KIND}\b|jarig|year", re.IGNORECASE)


def _plaats(before: str, after: str, plaatsen: Collection[str]) -> bool:
    if any(re.search(rf"\b{re.escape(one)}\b", before + " | " + after) for one in plaatsen):
        return True
    found = [*_PLAATS.finditer(before[-80:]), *_PLAATS.finditer(after[:80])]
    after_comma = _NA_KOMMA.match(after)
    words = [one[1] for one in (*found, *([after_comma] if after_comma else []))]
    return any(
        word[-1:].islower()
        and any(part[:1].isupper() for part in word.split())
        and word.split()[0] not in _GEEN_PLAATS
        for word in words
    )
