# ruff: noqa: E501
"""Small counts of children and families in words or digits: they could point to a child.

Not a small count: an age, a rule with a lower bound, one in five, the third group, one child one
plan. Not here: counts in tables (``macros.bescherming``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.lezing.vondst import Gevonden
from macros.lezing.woorden import een_van, getallen, woorden

_WOORD = getallen()
_ENKELE = een_van(woorden("enkele"))
_N = rf"(?:\d{{1,3}}|{een_van(_WOORD)})"
_GETELD = een_van(woorden("geteld"))
_STOP = een_van(woorden("breuk"))
_BIJVOEGLIJK = rf"(?!{_STOP}\b)(?!{_GETELD}(?![\w-]))(?:[a-zà-ÿ-]+e|(?:very\s+)?[a-z-]+(?:ed|ing|ic|al|ful|less|ive|ous|ant|ent|ary|y|ng|ld|ll|ish|le))"
_TUSSEN = rf"(?:(?:{een_van(woorden('ertussen'))}|{_BIJVOEGLIJK})\s+){{0,3}}"
_BEREIK = r"(?:\s*[-/]\s*|\s+(?:a|à|á|tot|tot en met|t/m|of|en|or|to|and)\s+)"
_AANTAL = re.compile(
    rf"(?<![\w.,:/€$+-])(?<!\d\s)(?:(?P<van>{_N}){_BEREIK}(?:de\s+)?)?(?P<n>{_N}|{_ENKELE})"
    rf"(?:\s*[-x×]\s*(?=[a-zA-Z]{{4}})|\s+){_TUSSEN}(?P<wat>{_GETELD})(?![\w-])",
    re.IGNORECASE,
)
_DAARNA = re.compile(
    rf"(?:\b(?:aantal(?:len)?|number\s+of|hoeveelheid|totaal(?:\s+aantal)?)\s+(?:{_BIJVOEGLIJK}\s+){{0,2}}{_GETELD}"
    rf"(?:[^.;:!?\n\d]{{0,40}}?)\s*(?:[:=(]|\b(?:is|was|bedraagt|bedroeg|blijft|stands\s+at|:)\b)"
    rf"|\b{_GETELD}(?:\s+\w+){{0,3}}\s*[:=(])\s*(?:nu\s+|maar\s+|slechts\s+|circa\s+|ca\.\s*|±\s*|only\s+)?"
    rf"(?:(?P<van>{_N}){_BEREIK})?(?P<n>{_N})(?=\s*(?:$|[;,!?)\n]|[.](?!\d)|\s(?:en|and|in|op|sinds|since)\b))(?!\)\s*\w+ing)",
    re.IGNORECASE | re.MULTILINE,
)
_TELWOORD = re.compile(
    rf"(?<!\w)(?:{een_van(w for w in _WOORD if w not in ('een',))}|{_ENKELE}|\d{{1,3}})(?!\w)",
    re.IGNORECASE,
)
_NOEMT = re.compile(rf"(?<![\w-])(?:{_GETELD})(?![\w-])", re.IGNORECASE)
_GENUMMERD = re.compile(rf"(?<!\w){een_van(woorden('genummerd'))}\s*$", re.IGNORECASE)
_ONDERGRENS = re.compile(rf"(?<!\w){een_van(woorden('ondergrens'))}\s*$", re.IGNORECASE)
_OP_DE = re.compile(rf"(?<!\w)(?:{_N}|een)\s+(?:op|in|out\s+of|per)\s+(?:de\s+|elke\s+|every\s+)?$", re.IGNORECASE)  # fmt: skip
_OP = re.compile(r"(?<!\w)(?:op|in|at|over|verspreid\s+over)\s+(?:de\s+|die\s+|deze\s+|these\s+|the\s+)?$", re.IGNORECASE)  # fmt: skip
_GROEP_VAN = re.compile(
    r"\b(?:groep(?:en)?|klas(?:sen)?|group|groups|class|classes)\s+(?:van|of|with|met)\s+"
    r"(?:maximaal|hoogstens|ten\s+hoogste|niet\s+meer\s+dan|max\.?|gemiddeld|at\s+most|up\s+to|no\s+more\s+than|a\s+maximum\s+of)\s+$"
    r"|\b(?:groepen|klassen|groups|classes)\s+(?:van|of)\s+(?:\w+\s+){0,2}$|\b(?:groeps|klassen)grootte\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_PER_GROEP = re.compile(
    r"\s+(?:per|in\s+(?:een|elke|iedere|a|each|every)|for\s+each|voor\s+elke)\s+"
    r"(?:groep|klas|leraar|leerkracht|docent|begeleider|group|class|teacher)\b",
    re.IGNORECASE,
)
_MEER_OF_MINDER = re.compile(
    r"\s+(?:meer\s+of\s+minder|more\s+or\s+(?:fewer|less))\b", re.IGNORECASE
)
_GEEN = re.compile(r"(?<!\w)(?:geen|niet|no|not\s+a)\s+$", re.IGNORECASE)
_EEN = ("één", "eén", "one")
_OVER = re.compile(
    r"(?<!\w)(?:over|aan|om|rond|rondom|per|about|around|think\s+of)\s+$", re.IGNORECASE
)
_OF_MEER = re.compile(r"\s+(?:of|or)\b", re.IGNORECASE)
_LEUS = re.compile(r"(?<!\w)(?:één|eén|one)\s+([a-z]+)", re.IGNORECASE)
_PLEK = frozenset(woorden("plek"))
_TIP = "Dat kan naar een kind wijzen. Noem geen getal{}."


def zoek(tekst: str, drempel: int) -> Iterator[Gevonden]:
    """Each count of one up to the threshold; the threshold itself is no small count."""
    if not _TELWOORD.search(tekst) or not _NOEMT.search(tekst):
        return
    end = 0
    for found in sorted([*_AANTAL.finditer(tekst), *_DAARNA.finditer(tekst)], key=re.Match.start):
        if found.start() < end or not _klein(found, drempel) or _anders(found, tekst):
            continue
        end = found.end()
        words = " ".join(found.group().split())
        what = (found.groupdict().get("wat") or "").lower()
        extra = "; plaatsen staan bij 'capaciteit'" if what.startswith(("pla", "plek")) else ""
        message = f"Hier staat een klein aantal ('{words}')."
        yield Gevonden(*found.span(), "klein-aantal", message, _TIP.format(extra))


def _klein(found: re.Match[str], drempel: int) -> bool:
    number = _waarde(found["n"])
    return number is None or 0 < number < drempel


def _waarde(text: str) -> int | None:
    """What a number is; None for a few."""
    if text.isdigit():
        return int(text)
    return _WOORD.get(" ".join(text.lower().split()))


def _anders(found: re.Match[str], tekst: str) -> bool:
    """A number that says something else than how many children there are."""
    before, after = tekst[: found.start()], tekst[found.end() :]
    near = before[-80:]
    what = (found.groupdict().get("wat") or "").lower()
    if _ONDERGRENS.search(near) or _OP_DE.search(near) or _GROEP_VAN.search(near):
        return True
    if found.group()[0].isdigit() and _GENUMMERD.search(near):
        return True
    if what in _PLEK and (_OP.search(near) or found["n"].lower() in _EEN):
        return True
    if _PER_GROEP.match(after) or _MEER_OF_MINDER.match(after) or _GEEN.search(near):
        return True
    if found["n"].lower() in _EEN and (_OVER.search(near) or _OF_MEER.match(after)):
        return True
    return _waarde(found["n"]) == 1 and bool(what) and _is_leus(tekst, found)


def _is_leus(tekst: str, found: re.Match[str]) -> bool:
    """One child, one plan: another 'one' of something else, close by."""
    around = (
        tekst[max(0, found.start() - 40) : found.start()],
        tekst[found.end() : found.end() + 40],
    )
    return any(not _NOEMT.match(one[1]) for part in around for one in _LEUS.finditer(part))
