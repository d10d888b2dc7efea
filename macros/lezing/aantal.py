"""Small counts of children and families in words or digits: they could point to a child.

Not a small count: an age, a rule with a lower bound, one in five, the third group, one child one
plan. Not here: counts in tables (``macros.bescherming``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.lezing.vondst import Gevonden, Tekst
from macros.lezing.woorden import een_van, getallen, kenmerk, vorm, woorden

_WOORD = getallen()
_EEN = frozenset(word for word, number in _WOORD.items() if number == 1)
_PLEK = frozenset(woorden("plek"))
_ENKELVOUD = frozenset(woorden("een_kind")) | {"gezin", "family", "household", "casus", "case"}

_N = rf"(?:\d{{1,3}}(?:-?tal)?|{een_van(_WOORD)})"
_ENKELE = een_van(woorden("enkele"))
_GETELD = een_van(woorden("geteld"))
_MEERVOUD = een_van(one for one in woorden("geteld") if one not in _ENKELVOUD)
_EN = r"(?: \s*[-/]\s* | \s+(?:a|à|á|tot|tot\s+en\s+met|t/m|of|en|or|to|and)\s+ )"
_BIJVOEGLIJK = rf"""(?: (?!{een_van(woorden("breuk"))}\b) (?!{_GETELD}(?![\w-])) [a-zà-ÿ][a-zà-ÿ-]*
    (?: e | ed | ing | ic | al | ful | less | ive | ous | ant | ent | ary | y | ng | ld | ll | ish )
    )"""
_ERTUSSEN = rf"(?: \(?(?:{een_van(woorden('ertussen'))}|{_BIJVOEGLIJK})\)? \s+ )"

_AANTAL = vorm(rf"""
    (?<![\w.,:/€$+-]) (?<!\d\s)
    (?: (?P<van>{_N}) {_EN} (?:de\s+)? )?
    (?P<n>{_N}|{_ENKELE}) (?: \s*\(\s*{_N}\s*\) )?
    (?: \s*[-x×]\s*(?=[a-z]{{3}}) | \s+ | (?<=\d) )
    (?: (?:van\s+de|out\s+of|of\s+the) \s+ (?!100?\b)\d{{2,3}} \s+ )?
    (?P<tussen>{_ERTUSSEN}{{0,3}}) (?P<wat>{_GETELD}) (?![\w-])
    """)
_DAARNA = vorm(rf"""
    (?: \b(?: aantal(?:len)? | number\s+of | hoeveelheid | totaal(?:\s+aantal)? ) \s+
        {_ERTUSSEN}{{0,2}} {_GETELD} (?![\w-]) [^.;:!?\n\d=(]{{0,40}}?
        (?: \s(?:op|per|on)\s+\d{{1,2}}\s+[a-z]+(?:\s+\d{{4}})? )?
        (?: \s*[:=(] | \s(?:is|was|bedraagt|bedroeg|blijft|stands\s+at)\b ) \s*
      | (?<![\w-]){_MEERVOUD} (?:\s+[a-z]+){{0,3}} \s*[:=(]\s*
      | \bn\s*=\s* )
    (?: (?:nu|maar|slechts|circa|ca\.|±|only|about|ongeveer) \s* )?
    (?: (?P<van>{_N}) {_EN} )? (?P<n>{_N}) (?P<wat>)
    (?= \s*$ | \s*[;,!?)\n] | \s*\.(?!\d) | \s(?:en|and|in|op|sinds|since)\b )
    """)
_TERUG = vorm(rf"""
    (?<![\w-]){_MEERVOUD}(?![\w-]) [^.!?\n]{{0,60}}? \s (?:er|there\s+(?:are|were)) \s+
        (?P<van>) (?P<n>{_N}) (?P<wat>)
        (?= \s*[.,;] | \s+(?:ge|uit|af|terug|thuis|of\s+them)[a-z]*\b )
    """)
"""'Of the pupils there are three ...'"""
_TELT = kenmerk([*_WOORD, *woorden("enkele")])
_CIJFER = re.compile(r"\d")
_OPMAAK = re.compile(r"</?[a-zA-Z][^<>\n]*>|[*`\[\]]|(?<!\w)_+|_+(?!\w)")
"""What only makes a word bold, or a link."""
_NOEMT = vorm(rf"(?<![a-z-]) {_GETELD} (?![\w-])")
_LOS = frozenset({"n"}) | frozenset(
    re.findall(r"[\w']+", one)[-1] for one in woorden("geteld") if "*" not in one
)
_VAST = tuple(one.strip("*") for one in woorden("geteld") if "*" in one)

_NUMMER = vorm(rf"(?<!\w) {een_van(woorden('genummerd'))} \s*$")
_ONDERGRENS = vorm(rf"(?<!\w) {een_van(woorden('ondergrens'))} \s*$")
_BOVENGRENS = vorm(r"(?<!\w) (?:niet|no|not) \s+ (?:meer\s+dan|more\s+than) \s+ $")
_GEEN = vorm(r"(?<!\w) (?:geen|niet|no|not\s+a) \s+ $")
_VERHOUDING = vorm(rf"(?<!\w) (?:{_N}|een) \s+ (?:op|in|out\s+of|per) \s+ (?:de|elke|every)? \s* $")
_OP = vorm(r"(?<!\w) (?:op|in|at|over) \s+ (?:(?:de|die|deze|these|the) \s+)? $")
_OVER = vorm(r"(?<!\w) (?:over|aan|om|rond|rondom|per|about|around|think\s+of) \s+ $")
_GROOTTE = vorm(r"""
    \b(?:groep|klas|group|class) (?:en|sen|s|es)?
      \s+ (?:van|of|with|met|heeft|telt|zijn|zitten|bestaat\s+uit|has) \s+
    (?: maximaal | hoogstens | ten\s+hoogste | niet\s+meer\s+dan | max\.? | gemiddeld
      | at\s+most | up\s+to | no\s+more\s+than | a\s+maximum\s+of ) \s+ $
    | \b(?:groepen|klassen|groups|classes) \s+ (?:van|of) \s+ (?:\w+\s+){0,2} $
    | \b(?:groeps|klassen)grootte\b [^.;]{0,20} $
    """)
_PER_GROEP = vorm(r"""
    \s+ (?: per | in\s+(?:een|elke|iedere|a|each|every) | for\s+each | voor\s+elke ) \s+
    (?:groep|klas|leraar|leerkracht|docent|begeleider|gezin|group|class|teacher|family)\b
    """)
_PER_LERAAR = vorm(r"""
    \bper \s+ (?:groep|klas|leraar|leerkracht|docent|begeleider|group|class|teacher) \s+ $
    | \b(?:leraar|leerkracht|docent|begeleider) \s+ op \s+ (?:elke|iedere)?\s* $
    | \bteacher \s+ (?:for|to) \s+ (?:every)?\s* $
    """)
_OP_DE = vorm(rf"""
    \s+ (?: op\s+(?:de|elke) | (?:in|out\s+of)\s+every ) \s+ {_N}
    (?= \s*[.,;)] | \s+(?:heeft|krijgt|is|has|gets)\b )
    """)
_VAN_GEZINNEN = vorm(r"""
    \b(?:gezinnen|huishoudens|ouders|families|households|parents) \s+ (?:met|with) \s+ $
    """)
_ZETEL = vorm(r"""
    \s+ (?:in|van|on) \s+ (?:de|het|een|the) \s+
    (?: (?:stuur|werk|project|kern|klankbord)groep | bestuur | commissie | raad
      | board | committee | steering\s+group )\b
    """)
_MEER_OF_MINDER = vorm(r"\s+ (?: meer\s+of\s+minder | more\s+or\s+(?:fewer|less) ) \b")
_OF_MEER = vorm(r"\s+ (?:of|or) \b")
_ERVOOR = (_ONDERGRENS, _VERHOUDING, _GROOTTE, _GEEN, _PER_LERAAR, _VAN_GEZINNEN)
"""What stands before a number that counts no children."""
_LEUS = vorm(r"(?<!\w) (?:één|eén|one) \s+ ([a-z]+)")
_TIP = "Dat kan naar een kind wijzen. Noem geen getal{}."


def zoek(tekst: Tekst, drempel: int) -> Iterator[Gevonden]:
    """Each count of one up to the threshold; the threshold itself is no small count."""
    if not (_CIJFER.search(tekst.plain) or not tekst.woorden.isdisjoint(_TELT)):
        return
    if tekst.woorden.isdisjoint(_LOS) and not any(one in tekst.lower for one in _VAST):
        return
    plain, end = _OPMAAK.sub(lambda found: " " * len(found.group()), tekst.plain), 0
    forms = (_AANTAL, _DAARNA, _TERUG)
    counts = [found for form in forms for found in form.finditer(plain)]
    for found in sorted(counts, key=re.Match.start):
        if found.start() < end or not _klein(found["n"], drempel) or _anders(found, plain):
            continue
        end = found.end()
        words = " ".join(found.group().split())
        place = found["wat"].lower() in _PLEK or found["wat"].lower().endswith(
            ("plaatsen", "plekken")
        )
        extra = "; plaatsen staan bij 'capaciteit'" if place else ""
        message = f"Hier staat een klein aantal ('{words}')."
        yield Gevonden(*found.span(), "klein-aantal", message, _TIP.format(extra))


def _klein(number: str, drempel: int) -> bool:
    """A few is a small count too."""
    value = _waarde(number)
    return value is None or 0 < value < drempel


def _waarde(number: str) -> int | None:
    digits = re.match(r"\d+", number)
    return int(digits.group()) if digits else _WOORD.get(" ".join(number.lower().split()))


def _anders(found: re.Match[str], tekst: str) -> bool:
    """A number that says something else than how many children there are."""
    near, after = (
        tekst[max(0, found.start() - 80) : found.start()],
        tekst[found.end() : found.end() + 80],
    )
    what = found["wat"].lower()
    if _BOVENGRENS.search(near):
        return False
    if any(form.search(near) for form in _ERVOOR):
        return True
    if any(form.match(after) for form in (_PER_GROEP, _MEER_OF_MINDER, _OP_DE)):
        return True
    if found.group()[0].isdigit() and _NUMMER.search(near):
        return True
    if what in _PLEK and (_OP.search(near) or _ZETEL.match(after) or found["n"].lower() in _EEN):
        return True
    if not what or _waarde(found["n"]) != 1:
        return False
    if found["tussen"] and what not in _ENKELVOUD:
        return True  # "in één gemeente jongeren": one of something else
    if found["n"].lower() in _EEN and (_OVER.search(near) or _OF_MEER.match(after)):
        return True  # "over één kind": any child
    around = (
        tekst[max(0, found.start() - 40) : found.start()],
        tekst[found.end() : found.end() + 40],
    )
    return any(not _NOEMT.match(one[1]) for part in around for one in _LEUS.finditer(part))
