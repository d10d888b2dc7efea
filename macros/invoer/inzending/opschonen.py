"""What is done to an answer before it is checked: the rules of ``Opschoning``, and no others.

Nothing is guessed: what these rules do not cover stays as it was typed, and the checks of the model
then say what is wrong with it. A cell that could be misread is refused here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from babel.dates import get_day_names, get_month_names

from macros.invoer.inzending.namen import Wijzer, vorm
from macros.invoer.inzending.vragen import Antwoord, Vraag
from macros.issue import nearest
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.vorm import Keuze
from macros.source.nodes import Value
from macros.source.werkblad import RAND, Cel, Celsoort


class Opschoning(Enum):
    """A rule by which an answer is changed, in words for who fills in the sheet."""

    LEGE_RIJ = "Een lege rij telt niet mee."
    SPATIES = "Spaties voor en achter een tekst gaan weg, ook harde en onzichtbare."
    TEKENS = (
        "Een los accent wordt één teken met zijn letter. Een zacht afbreekstreepje en andere "
        "onzichtbare tekens gaan weg."
    )
    LEEG = "Een lege cel wordt 'onbekend', in een kolom waar dat mag."
    BLIJFT = "Een lege cel verandert niets aan een arrangement dat er al is."
    ONBEKEND = "'Weet niet', 'niet bekend' en '?' worden 'onbekend'."
    DATUM = (
        "Een datum wordt 2021-07-01, of 2021-07 als de cel alleen de maand laat zien. Dat mag een "
        "datumcel zijn of een tekst: 1-7-2021 (eerst de dag), 7-2021 of 1 juli 2021."
    )
    DELEN = "Een puntkomma of een nieuwe regel scheidt de waarden, in een kolom voor meer waarden."
    GETAL = "Een heel getal wordt de tekst met die cijfers."
    KEUZE = "Een keuze met hoofdletters of een punt, of haar uitleg, wordt het vaste woord."
    NAAM = (
        "De naam van een gemeente, partij, bron of speerpunt wordt de id ervan. Hoofdletters en de "
        "vorm van een apostrof of streepje maken niet uit."
    )


_TUSSEN = re.compile(r"[;\n]")

Probleem = tuple[str, str, str]
"""(code, message, tip)."""


@dataclass(slots=True)
class Schoon:
    """One answer as the model wants it (None: nothing), by which rules, and what is wrong.

    ``leeg``: there was none.
    """

    waarde: Value = None
    leeg: bool = False
    regels: set[Opschoning] = field(default_factory=set)
    problemen: list[Probleem] = field(default_factory=list)


def opgeschoond(
    vraag: Vraag,
    cel: Cel | None,
    wijzers: Mapping[tuple[str, ...], Wijzer],
    tussen: re.Pattern[str] = _TUSSEN,
) -> Schoon:
    """The answer in a cell; ``wijzers`` knows the names of each kind of reference, ``tussen`` is
    what stands between several values.
    """
    result = Schoon()
    text = _tekst(vraag, cel, result) if cel else ""
    if result.problemen:
        return result
    if vorm(text) in _WEET_NIET:
        return _weet_niet(vraag, text, result)
    items = _delen(text, tussen) if vraag.meer else [text] if text else []
    if len(items) > 1:
        result.regels.add(Opschoning.DELEN)
    if not items:
        result.leeg = True
        if vraag.mag_onbekend:
            result.waarde = Onbekend.ONBEKEND.value
        return result
    if any(vorm(one) in _WEET_NIET for one in items):
        message = "'onbekend' kan niet naast andere waarden staan."
        result.problemen.append(("onbekend-en-meer", message, "Laat alleen staan wat bekend is."))
    if told := [*_ineen(vraag, items, wijzers)]:
        result.problemen += told
        return result
    values = [_een(vraag, one, wijzers, result) for one in items]
    result.waarde = values if vraag.meer else values[0]
    return result


_MOBIEL = re.compile(r"(?:31)?6[0-9]{8}")
_STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _tekst(vraag: Vraag, cel: Cel, result: Schoon) -> str:
    """The text of a cell that holds one, each line without spaces around it."""
    if isinstance(cel.soort.value, tuple):
        message, tip = cel.soort.value
        result.problemen.append(("celsoort", message.format(waarde=cel.waarde), tip))
    elif cel.soort is Celsoort.DATUM and vraag.antwoord is not Antwoord.DATUM:
        message = f"Hier staat een datum ({cel.waarde}), en deze kolom vraagt er geen."
        tip = "Excel maakt van tekst soms een datum. Zet de cel op Tekst en typ het opnieuw."
        result.problemen.append(("celsoort", message, tip))
    elif _STUURTEKEN.search(cel.waarde):
        message = "Hier staat een onzichtbaar stuurteken."
        result.problemen.append(
            ("stuurteken", message, "Maak de cel leeg en typ de tekst opnieuw.")
        )
    elif cel.soort is Celsoort.GETAL and _MOBIEL.fullmatch(cel.waarde):
        message = "Hier staat een telefoonnummer; Excel liet de nul weg."
        tip = "Nummers van personen horen niet op de site. Noem de functie of de organisatie."
        result.problemen.append(("telefoonnummer", message, tip))
    elif cel.soort is Celsoort.GETAL and vraag.antwoord is Antwoord.DATUM:
        result.problemen += _dagnummer(cel.waarde)
    if cel.soort is Celsoort.GETAL:
        result.regels.add(Opschoning.GETAL)
    if cel.soort is Celsoort.DATUM:
        result.regels.add(Opschoning.DATUM)
    if cel.gewijzigd:
        result.regels.add(Opschoning.TEKENS)
    lines = (line.strip(RAND) for line in cel.waarde.split("\n"))
    text = "\n".join(lines).strip("\n")
    if text != cel.waarde:
        result.regels.add(Opschoning.SPATIES)
    return text


_BEGIN = datetime.date(1899, 12, 30)


def _dagnummer(digits: str) -> Iterator[Probleem]:
    """A date of which only the number is left that a spreadsheet counts with."""
    if len(digits) == 5 and "20000" < digits < "70000":
        day = _BEGIN + datetime.timedelta(days=int(digits))
        message = f"Hier staat het getal {digits}. Zo telt Excel {day:%Y-%m-%d}."
        yield "dagnummer", message, "Zet de cel op Tekst en typ de datum."


_WEET_NIET = frozenset({Onbekend.ONBEKEND.value, "weet niet", "niet bekend", "?"})


def _weet_niet(vraag: Vraag, text: str, result: Schoon) -> Schoon:
    known = vorm(text) == Onbekend.ONBEKEND.value
    if vraag.mag_onbekend or (known and Onbekend.ONBEKEND.value in vraag.opties):
        result.waarde = Onbekend.ONBEKEND.value
        result.regels |= set() if text == result.waarde else {Opschoning.ONBEKEND}
    else:
        message = "Dit kan niet onbekend zijn."
        result.problemen.append(("niet-onbekend", message, vraag.uitleg))
    return result


def _delen(text: str, tussen: re.Pattern[str]) -> list[str]:
    parts = (part.strip(RAND) for part in tussen.split(text))
    return [part for part in parts if part]


_SCHEIDING = tuple(re.compile(one) for one in (",", "/", r"\ben\b", r"[,/+&|]|\ben\b"))
"""What people write between values, one kind at a time and then all: a name may hold one."""


def _ineen(
    vraag: Vraag, items: Iterable[str], wijzers: Mapping[tuple[str, ...], Wijzer]
) -> Iterator[Probleem]:
    """Values that stand together in one, with another sign between them than asked."""
    for one in items:
        if _bekend(vraag, one, wijzers):
            continue
        for between in _SCHEIDING:
            parts = [part.strip() for part in between.split(one) if part.strip()]
            if len(parts) > 1 and all(_bekend(vraag, part, wijzers) for part in parts):
                message = f"Hier staan {len(parts)} waarden in één: '{one}'."
                tip = f"Zet er een puntkomma tussen: {'; '.join(parts)}."
                if not vraag.meer:
                    tip = f"Hier past er één. Kies: {' of '.join(parts)}."
                yield "scheiding", message, tip
                break


def _bekend(vraag: Vraag, text: str, wijzers: Mapping[tuple[str, ...], Wijzer]) -> bool:
    """Whether this is one of the values that can be chosen."""
    if vraag.antwoord is Antwoord.VERWIJZING:
        return bool(wijzers[vraag.verwijst_naar].ids(text))
    if vraag.antwoord is Antwoord.GROEP:
        found = _EEN_GROEP.fullmatch(text)
        text = found[1] if found else text
    return any(vorm(text) in _vormen(one) for one in vraag.opties)


@cache
def _vormen(keuze: Keuze) -> tuple[str, str]:
    return vorm(keuze.value), vorm(keuze.uitleg)


def _een(
    vraag: Vraag, text: str, wijzers: Mapping[tuple[str, ...], Wijzer], result: Schoon
) -> Value:
    """One value of an answer."""
    if vraag.antwoord is Antwoord.KEUZE:
        return _keuze(vraag.opties, text, result)
    if vraag.antwoord is Antwoord.VERWIJZING:
        return _verwijzing(wijzers[vraag.verwijst_naar], text, result)
    if vraag.antwoord is Antwoord.DATUM:
        return _datum(text, result)
    if vraag.antwoord is Antwoord.GROEP:
        return _groep(vraag, text, result)
    return text


def _keuze(opties: Iterable[Keuze], text: str, result: Schoon) -> str:
    typed = vorm(text)
    for one in opties:
        if typed in _vormen(one):
            if text != one.value:
                result.regels.add(Opschoning.KEUZE)
            return one.value
    return text


def _verwijzing(wijzer: Wijzer, text: str, result: Schoon) -> str:
    ids = wijzer.ids(text)
    if len(ids) == 1:
        if text != ids[0]:
            result.regels.add(Opschoning.NAAM)
        return ids[0]
    if ids:
        message, tip = f"Er is meer dan één '{text}'.", f"Schrijf de id: {' of '.join(ids)}."
    else:
        message = f"Er is geen {wijzer.soort} met de naam of id '{text}'."
        tip = nearest(text, wijzer.bekend)
    result.problemen.append(("verwijzing", message, tip))
    return text


_CIJFERS = re.compile(r"(?:(\d{1,2})[-/. ]+)?(\d{1,2})[-/. ]+(\d{4})")
_JAAR_EERST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_WOORDEN = re.compile(r"(?:(\d{1,2})(?:e|ste|de)? *)?([a-z]+)\.? *(\d{4})")
_OM_NUL = re.compile(r"[ t]0{1,2}:00(?::00)?$")
_MAANDEN = {
    name.rstrip("."): number
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale="nl").items()
}
_WEEKDAG = re.compile(rf"^(?:{'|'.join(get_day_names('wide', locale='nl').values())}),? ")


def _datum(text: str, result: Schoon) -> str:
    """Whether the date exists is for the model to say."""
    typed = _OM_NUL.sub("", _WEEKDAG.sub("", vorm(text)))
    digits, words, turned = (one.fullmatch(typed) for one in (_CIJFERS, _WOORDEN, _JAAR_EERST))
    if digits:
        day, month, year = digits.groups()
    elif words and words[2] in _MAANDEN:
        day, month, year = words[1], str(_MAANDEN[words[2]]), words[3]
    elif turned:
        year, month, day = turned.groups()
    elif re.fullmatch(r"\d{4}", typed):
        year, month, day = typed, None, None
    else:
        return text
    iso = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    if iso != text:
        result.regels.add(Opschoning.DATUM)
    return iso


_EEN_GROEP = re.compile(r"(.*?)(?:\s+(\d[\d.,]*)\s*%)?(?:\s*\((.*)\))?")


def _groep(vraag: Vraag, text: str, result: Schoon) -> Value:
    """``jeugdwet 40% (what for)``; the share and the remark may be left out."""
    found = _EEN_GROEP.fullmatch(text)
    main, share, remark = found.groups() if found else (text, None, None)
    value: dict[str, Value] = {vraag.hoofd: _keuze(vraag.opties, main, result)}
    if share:
        value[vraag.aandeel] = share
    if remark:
        value[vraag.toelichting] = remark.strip(RAND)
    return value
