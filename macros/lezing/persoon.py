"""What points to a person: addresses, numbers, a date of birth, a name behind a title.

The text is one of ordinary signs (``tekens.vlak``). Not here: a child of which not the name but
age and place are told (``kind``), and counts (``aantal``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.issue import Level
from macros.lezing.nummer import geschreven
from macros.lezing.tekens import vlak
from macros.lezing.vondst import Gevonden, Tekst
from macros.lezing.woorden import een_van, kenmerk, vorm, woorden

GEHEIM = frozenset({"e-mailadres", "telefoonnummer", "bsn", "geboortedatum", "woonadres"})
"""What is not repeated in a message."""

_NOEM = "Noem de functie of de organisatie."


def zoek(tekst: Tekst) -> Iterator[Gevonden]:
    """Everything in the text that points to a person; findings may share words."""
    plain = tekst.plain
    yield from _emails(tekst)
    if _CIJFER.search(plain):
        yield from _geboortedatums(tekst)
        yield from _woonadressen(plain)
        if _ACHT.search(plain):
            yield from _bsns_met_woord(plain)
            yield from _telefoonnummers(plain)
            yield from _bsns(plain)
    yield from _uitgeschreven(tekst)
    yield from _namen(tekst)


def masker(tekst: str) -> str:
    """Enough of it to know which is meant, and too little to use: ``j…@g…``, ``06…``."""
    if "@" in tekst:
        name, _, host = tekst.partition("@")
        return f"{name.strip().removeprefix('mailto:')[:1]}…@{host.strip()[:1]}…"
    return f"{tekst.strip()[:2]}…"


_CIJFER = re.compile(r"\d")
_ACHT = re.compile(r"\d(?:[\W_]{0,4}\d){7}")

# ---------------------------------------------------------------- e-mail

_EINDE = r"[A-Za-z\u00c0-\uffff]{2,}(?![\w-])"
_PUNT = r"""(?: \. | \s\.\s? | \.\s(?=[a-z]{2,4}\b) | \s+(?:dot|punt)\s+
    | \s*[(\[{<]\s*(?:dot|punt|\.)\s*[)\]}>]\s* )"""
_EMAIL = vorm(rf"""
    mailto:\s*[^\s<>"]+
    | [\w.+'&/=-]{{0,64}}[\w+-] [\s\\]{{0,2}}@\s{{0,2}} [\w-]+ (?:{_PUNT}[\w-]+)* {_PUNT}{_EINDE}
    | (?:[\w.]\s){{2,64}} @ (?:\s[\w.]){{4,}}
    """)
_STAART = r"(?:apen?staart(?:je)?|apenstrtje|a-staart|aapje|arroba)"
_AT = rf"(?:at|@|{_STAART})"
_DOT = r"(?: \s*[(\[{<*_-]+\s*(?:dot|punt|\.)\s*[)\]}>*_-]+\s* | \s+(?:dot|punt)\s+ | \s?\.\s? )"
_GEMASKEERD = vorm(rf"""
    [\w.+-]{{0,64}}\w \s* (?: [(\[{{<*]+\s*{_AT}\s*[)\]}}>*]+ | \s[-_]{_AT}[-_]\s | _{_AT}_ ) \s*
        \w[\w-]* (?:{_DOT}[\w-]+)*
    | [\w.+-]{{0,64}}\w \s* [(\[{{]\s*a\s*[)\]}}] \s* [\w-]+ (?:\.[\w-]+)* \.{_EINDE}
    | [\w.+-]{{0,64}}\w \s+ {_AT} \s+ \w[\w-]* (?: \s*[(\[]?\s*(?:dot|punt)\s*[)\]]?\s* [\w-]+ )+
    | [\w.+-]{{0,64}}\w \s+ {_STAART} \s+ [\w-]+ (?:{_DOT}[\w-]+)+
    | (?<![\w.]) \w{{1,64}} ([-_.]) at \1 [\w-]+? (?: \1 (?:dot|punt) \1 [\w-]+? )+ (?![\w-])
    | (?<!\w) \w{{1,64}} \s+at\s+ {een_van(woorden("postbus"))} \.{_EINDE}
    | (?<![\w.]) (?: [a-z\d]+[._+]\w[\w.+]* | [a-z]+\d+ ) \s+at\s+ [\w-]+ (?:\.[\w-]+)* \.{_EINDE}
    """)
_AT_WOORD = frozenset(
    ("at", "apenstaart", "apenstaartje", "apestaart", "apestaartje", "staart", "aapje", "arroba")
)
_AT_TEKEN = re.compile(r"[_.-]at[_.-]|[(\[{<*]\s?[a@]\s?[)\]}>*]|apen?staart")


def _emails(tekst: Tekst) -> Iterator[Gevonden]:
    forms = [_EMAIL] if "@" in tekst.plain or "mailto:" in tekst.lower else []
    if not tekst.woorden.isdisjoint(_AT_WOORD) or _AT_TEKEN.search(tekst.lower):
        forms.append(_GEMASKEERD)
    for form in forms:
        for found in form.finditer(tekst.plain):
            message = (
                f"Hier staat een e-mailadres ({masker(found.group())}). "
                "Adressen van personen horen niet op de site."
            )
            yield Gevonden(*found.span(), "e-mailadres", message, _NOEM)


def heeft_emailadres(tekst: str) -> bool:
    """Whether an address stands in a text of any kind, HTML too; not the masked ones."""
    if "mailto:" in tekst:
        return True
    at = tekst.find("@")
    while at >= 0:
        known = tekst.startswith(_GEEN_ADRES, at - 1)
        if not known and _EMAIL.search(tekst, max(0, at - _LANGST), at + _LANGST):
            return True
        at = tekst.find("@", at + 1)
    return False


_GEEN_ADRES = ('"@context"', '"@graph"', '"@id"', '"@type"')
"""What a page tells a search engine."""
_LANGST = 320
"""No address is longer."""


# ---------------------------------------------------------------- telephone

_T = r"(?: [\s()\[\]{}./\\*·•_|~:'\"=+<>\#!-] | ,(?!\s) ){0,4}"
_NUL = r"(?: \(0\) | 0 )?"
_TELEFOON = vorm(rf"""
    (?<![\d.,]) 0\s?6 \s*[,;]\s* \d{{8}} (?!\d)
    | (?<!\d) \+\s? (?: 31 {_T}{_NUL} (?:{_T}\d){{9}} | [1-9](?:[\s()./-]{{0,3}}\d){{7,14}} ) (?!\d)
    | (?<![\d.,]) 00{_T}[1-9]{_T}\d (?:{_T}\d){{7,11}} (?!\d)
    | (?<![\d.,]) 31{_T}{_NUL}{_T}6 (?:{_T}\d){{8}} (?!\d)
    | (?<!\d) (?<!\d[.,]) \(? (?: 0 | (?<!\w)O(?=6) ){_T}[1-9] (?:{_T}\d){{8}} (?!\d)
    | (?<!\d) (?<!\d[.,]) \(? 0{_T}[89]{_T}0{_T}0 (?:{_T}\d){{7}} (?!\d)
    """)
_APP = vorm(r"(?: wa\.me/ | (?:phone|tel|telefoon)[=:]\s* ) \+?\d{9,15}")
_TEL_WOORD = vorm(rf"""
    (?<!\w) {een_van(woorden("telefoon"))} \W{{0,4}} (?:nr\.?|nummer|is|op|me|ons|naar)? \W{{0,4}}
    (\d(?:{_T}\d){{8,12}}) (?!\d)
    """)
_GEEN_TELEFOON = vorm(r"""
    [0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)\d\d          # a date, and more
    | [0-2]?\d[:.][0-5]\d \s*-?\s* [0-2]?\d[:.][0-5]\d  # two times of day
    | 0[.,]\d+$                                       # a fraction
    """)
_LOOPT_DOOR = re.compile(r"\d[-.:]$")
_CODE_ERVOOR = vorm(
    r"(?: (?:https?://|www\.)\S* | (?:[A-Z]{4,}|\b[A-Z]{2,3})[-:]? "
    r"| (?i:\b(?:isbn|issn|doi|ecli|kvk|rsin|iban)\W*[\d-]*) )$",
    exact=True,
)


def _telefoonnummers(plain: str) -> Iterator[Gevonden]:
    for found in _TELEFOON.finditer(plain):
        if not _ander_getal(found.group(), plain[max(0, found.start() - 200) : found.start()]):
            yield _telefoon(*found.span(), found.group())
    for found in _APP.finditer(plain):
        yield _telefoon(*found.span())
    for found in _TEL_WOORD.finditer(plain):
        yield _telefoon(*found.span(1))


_KAN_TELEFOON = re.compile(r"(?<![\d.,])(?:\+|0|\uff10|31|O\s?6)(?:\W{0,4}\d){8}")
"""How every number begins, quick to look for; after a word such as bel it may begin otherwise."""
_CIJFERS = re.compile(r"\d(?:\W{0,4}\d){7,}")
_ERVOOR = 6
"""So many signs before its digits a number begins at most."""


def kan_telefoonnummer(tekst: str) -> bool:
    """Whether one may stand in a text: the quick half of the question, for what is long or much."""
    return "wa.me" in tekst or any(
        _KAN_TELEFOON.search(tekst, max(0, digits.start() - _ERVOOR), digits.end())
        for digits in _CIJFERS.finditer(tekst)
    )


def heeft_telefoonnummer(tekst: str) -> bool:
    """Whether a telephone number stands in a text of any signs: a net, for long texts."""
    if not kan_telefoonnummer(tekst):
        return False
    plain, _ = vlak(tekst)
    return _ACHT.search(plain) is not None and any(_telefoonnummers(plain))


def _telefoon(begin: int, eind: int, nummer: str = "") -> Gevonden:
    message = "Hier staat een telefoonnummer. Nummers van personen horen niet op de site."
    return Gevonden(
        begin, eind, "telefoonnummer", message, _BIJ_HULP if geschreven(nummer) else _NOEM
    )


_BIJ_HULP = f"{_NOEM} Is het nummer van een organisatie? Dan hoort het in 'telefoon', bij hulp."


def _ander_getal(found: str, before: str) -> bool:
    """A date with a time, a fraction, a row of numbers, the code of a law: no telephone number."""
    if before.lower().endswith("tel:"):
        return False
    if _LOOPT_DOOR.search(before) or _GEEN_TELEFOON.match(found):
        return True
    if found[0] != "(" and _CODE_ERVOOR.search(before):
        return True
    numbers = [int(one) for one in re.findall(r"\d+", found)]
    climbs = all(one < other for one, other in pairwise(numbers))
    return len(numbers) > 3 and numbers[0] == 0 and climbs


_CIJFERWOORD = een_van(woorden("cijfer"))
_UITGESCHREVEN = vorm(rf"\b{_CIJFERWOORD} (?: [\s,.-]+ {_CIJFERWOORD} ){{7,}} \b")


def _uitgeschreven(tekst: Tekst) -> Iterator[Gevonden]:
    """A number in words: nul zes een twee ..."""
    if not tekst.woorden.isdisjoint(("nul", "zero", "oh")):
        for found in _UITGESCHREVEN.finditer(tekst.plain):
            yield _telefoon(*found.span())


# ---------------------------------------------------------------- BSN

_S = r"[\s./_·•-]{0,3}"
_NEGEN = vorm(rf"""
    (?<![\w.,/=%-]) (?<!\d\s) (?<!\w\#) \d(?:{_S}\d){{8}} (?! [\w/%] | [.,-]\d | \s\d )
    """)
_BSN_WOORD = vorm(rf"""
    (?<!\w){een_van(woorden("bsn"))}(?![a-z]) \W{{0,4}} (?:nr\.?|nummer|is|van\s+\w+)? \W{{0,4}}
    (\d(?:{_S}\d){{7,8}}) (?!\d)
    """)
_GEEN_BSN = vorm(rf"(?<!\w){een_van(woorden('geen_bsn'))} [\s:.#-]* $ | https?://\S*$")
_CODE = re.compile(r"[A-Z]{2,}[:.#-]?$")
_BEDRAG = vorm(r"\s* (?: euro | eur\b | € | % | m2 | inwoners | miljoen )")


def _bsns_met_woord(plain: str) -> Iterator[Gevonden]:
    for found in _BSN_WOORD.finditer(plain):
        yield _bsn(*found.span(1))


def _bsns(plain: str) -> Iterator[Gevonden]:
    for found in _NEGEN.finditer(plain):
        begin, eind = found.span()
        near = plain[max(0, begin - 40) : begin]
        if (
            _elfproef(found.group())
            and not (_GEEN_BSN.search(near) or _CODE.search(near) or _BEDRAG.match(plain, eind))
            and not re.search(r"\d(?:\D+\d){5}|(?:^|\D)(?:19|20)\d\d(?:\D|$)", found.group())
        ):
            yield _bsn(begin, eind)


def _bsn(begin: int, eind: int) -> Gevonden:
    message = "Hier staat een nummer dat een burgerservicenummer kan zijn."
    tip = "Haal het weg: zo'n nummer is van één mens. Is het iets anders, zeg dan wat."
    return Gevonden(begin, eind, "bsn", message, tip)


def _elfproef(text: str) -> bool:
    digits = [int(one) for one in text if one.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(a * b for a, b in zip(digits, weights, strict=True))
    return total % 11 == 0 and len(set(digits)) > 2


# ---------------------------------------------------------------- date of birth

_MAAND = een_van(woorden("maand"))
_DATUM = rf"""(?:
    [0-3]?\d (?:e|de|ste|st|nd|rd|th)? [\s./-]{{1,3}} (?:of\s+)? (?:[01]?\d|{_MAAND}\.?)
        [\s./,-]{{1,3}} ['’]? (?:\d{{4}}|\d\d) (?!\d)
    | {_MAAND}\.? \s+ [0-3]?\d (?:st|nd|rd|th)? ,?\s+ \d{{4}}
    | (?:19|20)\d\d [\s./-] [01]?\d [\s./-] [0-3]?\d
    | (?:19|20)\d\d[01]\d[0-3]\d | [0-3]\d[01]\d(?:19|20)\d\d )"""
_GEBOREN = vorm(rf"""
    \b{een_van(woorden("geboren"))}(?!\w) (?:\s+van\s+\w+(?:\s+\w+)?)? [\s:=.(]{{0,4}}
        (?: (?:is|op|was|on|the|te\s+[\w-]+,?|in\s+[\w-]+,?|[a-z]+(?:dag|day),?)
            [\s:=.(]{{1,4}} ){{0,3}}
        {_DATUM}
    | {_DATUM} [\s,(]{{0,3}} (?:(?:is|werd|was)\s+\w+\s+)? (?: geboren | geb\. | born ) \b
    | \b(?: jarig\s+op | verjaardag | verjaart\s+op | birthday ) \b \W{{0,4}} (?:is|op|on)? \s*
        (?: [0-3]?\d\s+{_MAAND} | {_MAAND}\s+[0-3]?\d ) \b
    """)
_GEBOORTE = re.compile(r"geb|born|birth|jarig|verjaar|dob|d\.o\.b")


def _geboortedatums(tekst: Tekst) -> Iterator[Gevonden]:
    if not _GEBOORTE.search(tekst.lower):
        return
    for found in _GEBOREN.finditer(tekst.plain):
        message = "Hier staat een geboortedatum. Die wijst naar één mens."
        yield Gevonden(*found.span(), "geboortedatum", message, "Haal die weg.")


# ---------------------------------------------------------------- address

_NR = r"(?: (?!(?:19|20)\d\d\b) [1-9]\d{0,3} (?:\s?-?[a-zA-Z]{1,2})? (?![\w%]|[.,]\d) )"
_TUSSEN = r"(?:van|de|der|den|ten|ter|te|het|'t|el|al|ben|la|le|von|op)"
_DEEL = r"(?: [A-Z][\w.'-]{0,40} )"
_LETTERS = r"(?: (?!SA|SD|SS)[A-Z]{2} )"
_WOONADRES = vorm(
    rf"""
    \b (?: {_DEEL}\s+ (?:(?:{_TUSSEN}|{_DEEL})\s+){{0,4}} )?
        {_DEEL}(?i:{een_van(woorden("straat"))})(?:-{_DEEL})?\s+{_NR}
        (?: [\s,]+ [1-9]\d{{3}}\s?{_LETTERS}\b )?
    | \b [a-z]+{een_van(woorden("straat"))} \s+ {_NR} (?=\s*,\s*[A-Z][a-z])
    | (?i:\b(?:woont|wonen|woonachtig|wonend|adres|woonadres|lives|living|address)\b) \W{{0,3}}
        (?:(?:is|op|aan|in|at)\s+)? (?:(?:de|het|'t|the)\s+)? (?:{_DEEL}\s+){{1,3}}{_NR}
    | \b (?:Laan|Plein|Weg|Hof|Dijk|Kade|Straat) \s+ (?:{_TUSSEN}\s+)+
        {_DEEL} (?:\s+{_DEEL})? \s+{_NR}
    | \b {_NR} \s+ (?:{_DEEL}\s+){{1,3}} (?:Street|Lane|Avenue|Road) \b
    | \b (?:{_NR}[\s,]+)? [1-9]\d{{3}}\s?{_LETTERS}\b [\s,]+ (?:nr\.?\s*|huisnummer\s*)? {_NR}
    | (?<=[a-z]\s) {_NR} [\s,]+ [1-9]\d{{3}}\s?{_LETTERS}\b
    | (?i:\b(?:postcode|zip|postal\s+code)) \W{{1,4}} [1-9]\d{{3}}\s?[A-Za-z]{{2}}\b
    | \b (?!(?:19|20)\d\d) [1-9]\d{{3}}\s?{_LETTERS} \s+ [A-Z][a-z]{{2,}}
    """,
    exact=True,
)
_VIER = re.compile(r"\d{4}\s?[A-Za-z]{2}\b")
_STRAAT = tuple(woorden("straat"))
_STRATEN = (*_STRAAT, "road", "woon", "wonen", "adres", "lives", "living", "address")


def _woonadressen(plain: str) -> Iterator[Gevonden]:
    lower = plain.lower()
    if not (_VIER.search(plain) or any(one in lower for one in _STRATEN)):
        return
    for found in _WOONADRES.finditer(plain):
        message = "Hier staat een adres met een huisnummer of een postcode."
        tip = "Noem de plaats of de organisatie; een huis wijst naar wie er woont."
        yield Gevonden(*found.span(), "woonadres", message, tip)


# ---------------------------------------------------------------- names

_WOORD = r"(?: [A-Z\u00c0-\u00de\u0100-\u017f][a-z\u00df-\u017f]+ (?:[-'][A-Z][a-z]+)* )"
_NAAM = rf"""(?:
    (?:[A-Z\u00c0-\u00de]\.\s?){{1,4}} (?:{_TUSSEN}\s+){{0,3}} {_WOORD}
    | {_WOORD} (?: \s+ (?:{_TUSSEN}\s+){{0,3}} {_WOORD} )? )"""
_VOLUIT = rf"""(?:
    {_WOORD} \s+ (?:{_TUSSEN}\s+){{0,3}} {_WOORD}
    | (?:[A-Z\u00c0-\u00de]\.\s?){{1,4}} (?:{_TUSSEN}\s+){{0,3}} {_WOORD} )"""
_TITEL = (
    rf"(?: (?i:{een_van(woorden('aanspreking'))}) | {een_van(woorden('met_hoofdletter'))} )(?!\w)"
)
_TITEL_EN_NAAM = vorm(
    rf"""
    (?<![\w.]) (?:{_TITEL}\s+){{1,4}} ((?:{_TUSSEN}\s+){{0,3}} {_NAAM}) (?![\w-])
    | (?<![\w-]) (?i:{een_van(woorden("functie"))}) (?![\w-]) (?:,|:|\s+is)? \s+
        (?: (?:{_TITEL}|{een_van(woorden("geen_naam"))}) \s+ ){{0,4}} ({_NAAM}) (?![\w-])
    | (?<![\w-]) (?i:{een_van(woorden("zegsman"))}) \s+ ({_VOLUIT}) (?![\w-])
    """,
    exact=True,
)
_TITELS = kenmerk(
    [
        word
        for name in ("aanspreking", "met_hoofdletter", "functie", "zegsman")
        for word in woorden(name)
    ]
)
_GEEN_NAAM = frozenset(woorden("geen_naam"))


def _namen(tekst: Tekst) -> Iterator[Gevonden]:
    if tekst.woorden.isdisjoint(_TITELS):
        return
    for found in _TITEL_EN_NAAM.finditer(tekst.plain):
        name = found[1] or found[2] or found[3]
        street = name.lower().endswith(_STRAAT)
        if not street and _GEEN_NAAM.isdisjoint(re.findall(r"[\w'-]+", name)):
            message = f"Hier lijkt een naam te staan ('{' '.join(found.group().split())}')."
            tip = "Namen van personen horen niet op de site. Noem de functie of de organisatie."
            yield Gevonden(*found.span(), "persoonsnaam", message, tip, Level.LET_OP)
