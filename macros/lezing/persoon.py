# ruff: noqa: E501
"""What points to a person: addresses, numbers, a date of birth, a name behind a title.

The text is one of ordinary signs (``tekens.vlak``). Not here: a child of which not the name but
age and place are told (``kind``), and counts (``aantal``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.issue import Level
from macros.lezing.vondst import Gevonden
from macros.lezing.woorden import een_van, woorden

GEHEIM = ("e-mailadres", "telefoonnummer", "bsn", "geboortedatum", "woonadres")
"""What is not repeated in a message."""

_NOEM = "Noem de functie of de organisatie."


def zoek(tekst: str) -> Iterator[Gevonden]:
    """Everything in the text that points to a person; findings may share words."""
    lower = tekst.lower()
    yield from _emails(tekst, lower)
    if _CIJFERS.search(tekst):
        yield from _geboortedatums(tekst, lower)
        yield from _woonadressen(tekst)
    if _LANG.search(tekst):
        yield from _nummers_met_woord(tekst)
        yield from _telefoonnummers(tekst)
        yield from _bsns(tekst)
    yield from _uitgeschreven(tekst, lower)
    yield from _namen(tekst, lower)


def masker(tekst: str) -> str:
    """Enough of it to know which is meant, and too little to use: ``j…@g…``, ``06…``."""
    if "@" in tekst:
        name, _, host = tekst.partition("@")
        return f"{name.strip().removeprefix('mailto:')[:1]}…@{host.strip()[:1]}…"
    return f"{tekst.strip()[:2]}…"


# ---------------------------------------------------------------- e-mail

_END = r"[A-Za-z\u00c0-\uffff]{2,}"
_PUNT = r"(?:\.|\s\.\s?|\.\s(?=[a-z]{2,4}\b))"
_HOST = rf"[\w-]+(?:{_PUNT}[\w-]+)*{_PUNT}{_END}(?![\w-])"
_EMAIL = re.compile(
    rf"mailto:\s*[^\s<>\"]+|[\w.+'&/=-]*[\w+-]\s{{0,2}}@\s{{0,2}}{_HOST}", re.IGNORECASE
)
_AT = r"(?:at|@|apenstaartje|apenstaart|apestaartje|apestaart|a-staart|aapje|arroba|klammeraffe)"
_DOT = r"(?:\s*[(\[{<*_-]+\s*(?:dot|punt|\.)\s*[)\]}>*_-]+\s*|\s+(?:dot|punt)\s+|\s?\.\s?)"
_MASKED = re.compile(
    # jan(at)ede.nl, jan [at] ede [dot] nl, jan (apenstaartje) ede
    rf"[\w.+-]*\w\s*(?:[(\[{{<*]+\s*{_AT}\s*[)\]}}>*]+|\s[-_]{_AT}[-_]\s|_{_AT}_)\s*"
    rf"\w[\w-]*(?:{_DOT}[\w-]+)*"
    # jan (a) ede.nl
    rf"|[\w.+-]*\w\s*[(\[{{]\s*a\s*[)\]}}]\s*[\w-]+(?:{_DOT}[\w-]+)*{_DOT}{_END}(?![\w-])"
    # jan at ede dot nl
    rf"|[\w.+-]*\w\s+{_AT}\s+\w[\w-]*(?:\s*[(\[]?\s*(?:dot|punt)\s*[)\]]?\s*[\w-]+)+"
    # jan apenstaartje ede.nl
    rf"|[\w.+-]*\w\s+(?:apen?staart(?:je)?|a-staart)\s+[\w-]+(?:{_DOT}[\w-]+)+"
    # j.jansen at ede.nl: what stands before it is no word
    rf"|(?<![\w.])(?:\w+[._+]\w[\w.+]*|[a-z]+\d+)\s+at\s+[\w-]+(?:\.[\w-]+)*\.{_END}(?![\w-])",
    re.IGNORECASE,
)
_MASK = re.compile(rf"[(\[{{<*_-]\s*(?:a|{_AT})\s*[)\]}}>*_-]|apen?staart|a-staart|\bat\b")


def _emails(tekst: str, lower: str) -> Iterator[Gevonden]:
    forms = []
    if "@" in tekst or "mailto:" in lower:
        forms.append(_EMAIL)
    if _MASK.search(lower):
        forms.append(_MASKED)
    for form in forms:
        for found in form.finditer(tekst):
            message = (
                f"Hier staat een e-mailadres ({masker(found.group())}). "
                "Adressen van personen horen niet op de site."
            )
            yield Gevonden(*found.span(), "e-mailadres", message, _NOEM)


# ---------------------------------------------------------------- telephone

_CIJFERS = re.compile(r"\d")
_LANG = re.compile(r"\d(?:[\W_]{0,4}\d){7}")
_T = r"(?:[\s()./\\*·•_,|~:'-]|\(0\)){0,4}"
_BUITENLAND = re.compile(rf"(?<!\d)\+\s?(?:31{_T}(?:\(0\)|0)?(?:{_T}\d){{9}}|[1-9](?:[\s()./-]{{0,3}}\d){{7,14}})(?!\d)")  # fmt: skip
_LAND = re.compile(rf"(?<![\d.,])(?:00{_T}[1-9]{_T}\d(?:{_T}\d){{7,11}}|31{_T}(?:\(0\)|0)?{_T}6(?:{_T}\d){{8}})(?!\d)")  # fmt: skip
_LANDELIJK = re.compile(rf"(?<!\d)(?<!\d[.,])\(?[0Oo]{_T}[1-9](?:{_T}\d){{8}}(?!\d)")
_APP = re.compile(r"(?:wa\.me/|(?:phone|tel|telefoon)[=:]\s*)\+?\d{9,15}", re.IGNORECASE)
_DATUM_VOORAAN = re.compile(
    r"(?:[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)\d\d|(?:19|20)\d\d[-./ ][01]?\d[-./ ][0-3]?\d)"
)
_BREUK = re.compile(r"0[.,]\d+$")
_AFZONDERLIJK = re.compile(r"\d(?:[\s,;|/-]+\d){9}$")
_MET_WOORD = re.compile(
    rf"(?<!\w)(?:{een_van(woorden('telefoon'))})\W{{0,4}}(?:nr\.?|nummer|is|op|me|ons|naar)?\W{{0,4}}"
    rf"(\d(?:{_T}\d){{8,12}})(?!\d)",
    re.IGNORECASE,
)


def _telefoonnummers(tekst: str) -> Iterator[Gevonden]:
    for form in (_BUITENLAND, _LAND, _LANDELIJK, _APP):
        for found in form.finditer(tekst):
            if not _ander_getal(found.group(), tekst[: found.start()]):
                yield _telefoon(*found.span())
    for found in _MET_WOORD.finditer(tekst):
        yield _telefoon(*found.span(1))


def _telefoon(begin: int, eind: int) -> Gevonden:
    message = "Hier staat een telefoonnummer. Nummers van personen horen niet op de site."
    return Gevonden(begin, eind, "telefoonnummer", message, _NOEM)


_NUMMER_VAN = re.compile(
    rf"(?i:{een_van(woorden('geen_bsn'))})[\s:.#-]*$|[A-Z]{{2,}}[:.#-]*$|https?://\S*$"
)
_CODE_EXACT = re.compile(r"(?:https?://|www\.)\S*$|(?:[A-Z]{4,}|\b[A-Z]{2,3})[-:]?$|(?i:\b(?:isbn|issn|doi|ecli|kvk|rsin|iban)\W*[\d-]*)$")  # fmt: skip


def _ander_getal(found: str, before: str) -> bool:
    """A date with a time, a fraction, a row of numbers, the code of a law: no telephone number."""
    return bool(
        _DATUM_VOORAAN.match(found)
        or _BREUK.match(found)
        or (_AFZONDERLIJK.match(found) and not found.startswith("0 6"))
        or _CODE_EXACT.search(before[-200:])
    )


_WOORDCIJFER = re.compile(
    rf"\b{een_van(woorden('cijfer'))}(?:[\s,.-]+{een_van(woorden('cijfer'))}){{7,}}\b",
    re.IGNORECASE,
)


def _uitgeschreven(tekst: str, lower: str) -> Iterator[Gevonden]:
    """A number in words: nul zes een twee ..."""
    if "nul" in lower or "zero" in lower or "oh " in lower:
        for found in _WOORDCIJFER.finditer(tekst):
            if len(set(found.group().lower().split())) > 2:
                yield _telefoon(*found.span())


# ---------------------------------------------------------------- BSN

_S = r"[\s./_-]{0,3}"
_NEGEN = re.compile(rf"(?<![\w.,/=%-])(?<!\d\s)\d{{8,9}}(?![\w/%]|[.,-]\d|\s\d)|(?<![\w.,/=%-])(?<!\d\s)\d(?:{_S}\d){{8}}(?![\w/%]|[.,-]\d|\s\d)")  # fmt: skip
_BSN = re.compile(
    rf"\b{een_van(woorden('bsn'))}\b\W{{0,4}}(?:nr\.?|nummer|is|van\s+\w+|:|=)?\W{{0,4}}(\d(?:{_S}\d){{7,8}})(?!\d)",
    re.IGNORECASE,
)


def _nummers_met_woord(tekst: str) -> Iterator[Gevonden]:
    for found in _BSN.finditer(tekst):
        yield _bsn(*found.span(1))


def _bsns(tekst: str) -> Iterator[Gevonden]:
    for found in _NEGEN.finditer(tekst):
        if _elfproef(found.group()) and not _ander_nummer(tekst, *found.span()):
            yield _bsn(*found.span())


def _bsn(begin: int, eind: int) -> Gevonden:
    message = "Hier staat een nummer dat een burgerservicenummer kan zijn."
    tip = "Haal het weg: zo'n nummer is van één mens. Is het iets anders, zeg dan wat."
    return Gevonden(begin, eind, "bsn", message, tip)


def _elfproef(text: str) -> bool:
    digits = [int(one) for one in text if one.isdigit()]
    if len(digits) == 8:
        digits.insert(0, 0)
    if len(digits) != 9 or len(set(digits)) < 3:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(a * b for a, b in zip(digits, weights, strict=True)) % 11 == 0


def _ander_nummer(tekst: str, begin: int, eind: int) -> bool:
    """The number of an organisation, of a book, an amount, two years, a date."""
    found = tekst[begin:eind]
    return bool(
        _NUMMER_VAN.search(tekst[max(0, begin - 40) : begin])
        or re.match(
            r"\s*(?:euro|eur\b|€|%|m2|inwoners|miljoen)", tekst[eind : eind + 12], re.IGNORECASE
        )
        or re.match(r"(?:19|20)\d\d\D", found)
        or re.search(r"\D(?:19|20)\d\d$", found)
        or (len(found) == 8 and re.match(r"(?:19|20)\d\d[01]\d[0-3]\d$", found))
        or len([one for one in found if one.isdigit()]) == 8
        or re.search(r"\d(?:\D+\d){5}", found)
    )


# ---------------------------------------------------------------- date of birth

_MAAND = een_van(woorden("maand"))
_DAG = (
    rf"(?:[0-3]?\d(?:e|de|ste|st|nd|rd|th)?[\s./-]{{1,3}}(?:[01]?\d|{_MAAND}\.?)[\s./,-]{{1,3}}['’]?(?:\d{{4}}|\d\d)(?!\d)"
    rf"|{_MAAND}\.?\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+\d{{4}}|(?:19|20)\d\d[\s./-][01]?\d[\s./-][0-3]?\d|(?:19|20)\d\d[01]\d[0-3]\d)"
)
_GEBOREN = re.compile(
    rf"\b{een_van(woorden('geboren'))}(?!\w)[\s:=.(]{{0,4}}(?:is|op|was|te\s+[\w-]+,?|in\s+[\w-]+,?)?[\s:=.(]{{0,4}}(?:op\s+)?({_DAG})"
    rf"|({_DAG})[\s,(]{{0,3}}(?:geboren|geb\.|born)\b",
    re.IGNORECASE,
)
_JARIG = re.compile(
    rf"\b(?:jarig\s+op|verjaardag|verjaart\s+op|birthday)\b\W{{0,4}}(?:is|op|on)?\s*([0-3]?\d\s+{_MAAND}|{_MAAND}\s+[0-3]?\d)\b",
    re.IGNORECASE,
)
_GEBOORTE = ("geb", "born", "birth", "jarig", "verjaar", "dob", "d.o.b")


def _geboortedatums(tekst: str, lower: str) -> Iterator[Gevonden]:
    if not any(sign in lower for sign in _GEBOORTE):
        return
    for form in (_GEBOREN, _JARIG):
        for found in form.finditer(tekst):
            message = "Hier staat een geboortedatum. Die wijst naar één mens."
            yield Gevonden(*found.span(), "geboortedatum", message, "Haal haar weg.")


# ---------------------------------------------------------------- address

_NR = r"(?!(?:19|20)\d\d\b)[1-9]\d{0,3}(?:\s?-?[a-zA-Z]{1,2})?(?![\w%]|[.,]\d)"
_STRAAT = re.compile(
    rf"\b(?:[A-Z][\w.'-]*\s+(?:(?:van|de|der|den|het|ten|ter|'t|[A-Z][\w.'-]*)\s+){{0,4}})?"
    rf"[A-Z][\w.'-]*(?i:{een_van(woorden('straat'))})\s+{_NR}"
    rf"|\b(?:Laan|Plein|Weg|Hof|Dijk|Kade|Straat)\s+(?:van|der|de|den|het|'t|\s)+\s*[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*)?\s+{_NR}"
    rf"|\b{_NR}\s+(?:[A-Z][\w'-]+\s+){{1,3}}(?:Street|Lane|Avenue|Road)\b"
)
_LETTERS = r"(?!SA|SD|SS)[A-Z]{2}"
_POSTCODE = re.compile(
    rf"\b(?:{_NR}[\s,]+)?[1-9]\d{{3}}\s?{_LETTERS}\b[\s,]+(?:nr\.?\s*|huisnummer\s*|no\.?\s*)?{_NR}"
    rf"|(?<=[a-z]\s){_NR}[\s,]+[1-9]\d{{3}}\s?{_LETTERS}\b"
    rf"|(?i:postcode|zip|postal\s+code)\W{{1,4}}[1-9]\d{{3}}\s?[A-Za-z]{{2}}\b"
    rf"|\b(?!(?:19|20)\d\d)[1-9]\d{{3}}\s?{_LETTERS}\s+[A-Z][a-z]{{2,}}"
)


def _woonadressen(tekst: str) -> Iterator[Gevonden]:
    for form in (_STRAAT, _POSTCODE):
        for found in form.finditer(tekst):
            message = "Hier staat een adres met een huisnummer of een postcode."
            tip = "Noem de plaats of de organisatie; een huis wijst naar wie er woont."
            yield Gevonden(*found.span(), "woonadres", message, tip)


# ---------------------------------------------------------------- names

_NAAM = r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+(?:[-'][A-Z][a-z]+)*"
_TUSSEN = r"(?:van|de|der|den|ten|ter|te|het|'t|el|al|ben|la|le|von|op)"
_LETTER = r"(?:[A-Z]\.\s?){1,4}"
_HEEL = (
    rf"(?:{_LETTER}(?:{_TUSSEN}\s+){{0,3}}{_NAAM}|{_NAAM}(?:\s+(?:{_TUSSEN}\s+){{0,3}}{_NAAM})?)"
)
_VOLUIT = rf"(?:(?:{_TUSSEN}\s+){{0,3}}{_HEEL})"
_TITEL = re.compile(
    rf"(?<![\w.])(?:(?i:{een_van(woorden('aanspreking'))})(?!\w)\s+)+({_VOLUIT})(?![\w-])"
)
_FUNCTIE = re.compile(
    rf"(?<![\w-])(?i:{een_van(woorden('functie'))})(?![\w-])(?:,|:|\s+is)?\s+"
    rf"(?:(?i:{een_van(woorden('aanspreking'))})\s+)?({_HEEL})(?![\w-])"
)
_VOORAAN = tuple({one.split()[0].lower().rstrip(".") for one in woorden("aanspreking") + woorden("functie")})  # fmt: skip
_TITELS = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _VOORAAN), key=lambda one: -len(one)))})\b")  # fmt: skip
_GEEN_NAAM = frozenset(woorden("geen_naam"))


def _namen(tekst: str, lower: str) -> Iterator[Gevonden]:
    if not _TITELS.search(lower):
        return
    for form in (_TITEL, _FUNCTIE):
        for found in form.finditer(tekst):
            if _GEEN_NAAM.isdisjoint(re.findall(r"[\w'-]+", found[1])):
                message = f"Hier lijkt een naam te staan ('{found.group()}')."
                tip = "Namen van personen horen niet op de site. Noem de functie of de organisatie."
                yield Gevonden(*found.span(), "persoonsnaam", message, tip, Level.LET_OP)
