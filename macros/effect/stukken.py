"""What a change does, in pieces: texts, numbers and choices, and no markup.

On a pull request whoever sent it may have written these himself. So each has a shape and a bound,
and ``uit_json`` takes all of it or nothing. Not here: how the pieces are found (``maken``) and said
(``tekst``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import Field, asdict, dataclass, field, fields
from typing import Any

MEEST = 256 * 1024
"""So many bytes of JSON at most."""
ADRES = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*(?:[a-z0-9][a-z0-9_.-]*\.html)?", re.ASCII)
"""The address of a page below that of the site; empty is the first page."""
_STAP = r"(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f\x7f\ud800-\udfff]+"
PAD = re.compile(rf"(?:{_STAP}(?:/{_STAP})*)?")
"""A file in a repository, or nothing: no step up, and none that is empty."""

Vorm = Callable[[Any], Any]
"""Makes of a piece of JSON what it stands for. Raises Geweigerd."""


class Geweigerd(Exception):
    """This is not what ``als_json`` writes. Never holds what stood there."""


def _tekst(meest: int, patroon: re.Pattern[str] | None = None) -> Vorm:
    def lees(value: Any) -> str:
        if type(value) is not str or len(value) > meest:
            raise Geweigerd("een tekst")
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise Geweigerd("een teken dat er geen is")
        if patroon is not None and not patroon.fullmatch(value):
            raise Geweigerd("een tekst van een vaste vorm")
        return value

    return lees


def _of_niets(vorm: Vorm) -> Vorm:
    return lambda value: None if value is None else vorm(value)


def _keuze(*waarden: str) -> Vorm:
    def lees(value: Any) -> str:
        if type(value) is not str or value not in waarden:
            raise Geweigerd("een keuze")
        return value

    return lees


def _getal(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= 1_000_000:
        raise Geweigerd("een getal")
    return value


def _waar(value: Any) -> bool:
    if type(value) is not bool:
        raise Geweigerd("ja of nee")
    return value


def _rij(vorm: Vorm, meest: int) -> Vorm:
    def lees(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) > meest:
            raise Geweigerd("een lijst")
        return tuple(map(vorm, value))

    lees.meest = meest  # type: ignore[attr-defined]
    return lees


def _van(soort: type[Any]) -> Vorm:
    def lees(value: Any) -> Any:
        known = {one.name: one for one in fields(soort)}
        if type(value) is not dict or value.keys() != known.keys():
            raise Geweigerd("een groep velden")
        return soort(**{name: _vorm(one)(value[name]) for name, one in known.items()})

    return lees


def _vorm(veld: Field[Any]) -> Vorm:
    found: Vorm = veld.metadata["vorm"]
    return found


def _veld(vorm: Vorm, **more: Any) -> Any:
    return field(metadata={"vorm": vorm}, **more)


KORT, LANG = 200, 2_000
"""So many signs have what something is called, and what it says."""
REGELS, REGEL = 10, 600
"""So many lines of a program that stopped, of so many signs."""


@dataclass(frozen=True, slots=True)
class Probleem:
    """As an ``Issue``. ``pad`` is empty when the name of the file may not be repeated."""

    pad: str = _veld(_tekst(2 * KORT, PAD))
    regel: int = _veld(_getal)
    kolom: int = _veld(_getal)
    fout: bool = _veld(_waar)
    melding: str = _veld(_tekst(LANG))
    tip: str = _veld(_tekst(LANG))


@dataclass(frozen=True, slots=True)
class Stuk:
    """Some words of a text: they stay, go or come."""

    aard: str = _veld(_keuze("", "weg", "erbij"))
    tekst: str = _veld(_tekst(LANG))


@dataclass(frozen=True, slots=True)
class Veld:
    """One field that says something else; ``verborgen`` when not what. ``stukken`` tells of a long
    text which words, and takes the place of ``oud`` and ``nieuw``.
    """

    label: str = _veld(_tekst(2 * KORT))
    oud: str | None = _veld(_of_niets(_tekst(LANG)))
    nieuw: str | None = _veld(_of_niets(_tekst(LANG)))
    stukken: tuple[Stuk, ...] = _veld(_rij(_van(Stuk), 100))
    klein: bool = _veld(_waar)
    verborgen: bool = _veld(_waar)


GEBEURTENISSEN = ("nieuw", "gewijzigd", "vervallen", "terug", "hernoemd")


@dataclass(frozen=True, slots=True)
class Record:
    """What happened to one record. ``meer`` is how many of its fields are not told."""

    titel: str = _veld(_tekst(KORT))
    soort: str = _veld(_tekst(KORT))
    wat: str = _veld(_keuze(*GEBEURTENISSEN))
    klein: bool = _veld(_waar)
    toelichting: tuple[str, ...] = _veld(_rij(_tekst(LANG), 5))
    velden: tuple[Veld, ...] = _veld(_rij(_van(Veld), 40))
    meer: int = _veld(_getal)


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page that readers see otherwise. ``eigen``: it is made from a file that changed."""

    taal: str = _veld(_tekst(3, re.compile("[a-z]{2,3}")))
    adres: str = _veld(_tekst(KORT, ADRES))
    naam: str = _veld(_tekst(KORT))
    wat: str = _veld(_keuze("nieuw", "anders", "weg"))
    eigen: bool = _veld(_waar)


@dataclass(frozen=True, slots=True)
class Terugval:
    """A text, or a page of prose, that another language now shows in Dutch."""

    taal: str = _veld(_tekst(KORT))
    tekst: str = _veld(_tekst(KORT))


@dataclass(frozen=True, slots=True)
class Effect:
    """All of it. ``gegevens``, ``proza`` and ``overig`` are how many files changed. What is not in
    a list for want of room, its ``meer`` counts; ``verzwegen`` is what today's rules keep silent.
    """

    gegevens: int = _veld(_getal, default=0)
    proza: int = _veld(_getal, default=0)
    overig: int = _veld(_getal, default=0)
    problemen: tuple[Probleem, ...] = _veld(_rij(_van(Probleem), 100), default=())
    meer_problemen: int = _veld(_getal, default=0)
    bouw: tuple[str, ...] = _veld(_rij(_tekst(REGEL), REGELS), default=())
    """Why no site could be made of it, when the data are right."""
    meer_bouw: int = _veld(_getal, default=0)
    vergeleken: bool = _veld(_waar, default=True)
    """Whether the data of before and after could be compared."""
    records: tuple[Record, ...] = _veld(_rij(_van(Record), 300), default=())
    meer_records: int = _veld(_getal, default=0)
    verzwegen: int = _veld(_getal, default=0)
    sites: str = _veld(_keuze("vergeleken", "geen", "geen-oude"), default="geen")
    """Whether the pages could be compared: there may be no site, or none of before."""
    paginas: tuple[Pagina, ...] = _veld(_rij(_van(Pagina), 600), default=())
    meer_paginas: int = _veld(_getal, default=0)
    alle_paginas: int = _veld(_getal, default=0)
    """How many pages the site has in all."""
    bestanden: int = _veld(_getal, default=0)
    """How many tables, calendars and feeds are otherwise."""
    terugval: tuple[Terugval, ...] = _veld(_rij(_van(Terugval), 100), default=())
    meer_terugval: int = _veld(_getal, default=0)


_LIJSTEN = ("problemen", "bouw", "records", "paginas", "terugval")
"""Of these there may be more than there is room for."""


def als_json(effect: Effect) -> str:
    """The pieces as ``uit_json`` takes them; of a list with more than there is room for the first
    ones, and how many more there are. Raises Geweigerd when a piece itself is of no shape.
    """
    whole = asdict(effect)
    for name in _LIJSTEN:
        _hoogstens(whole, name, _meest(name))
    while len(text := _als_bytes(whole)) > MEEST and any(whole[name] for name in _LIJSTEN):
        longest = max(_LIJSTEN, key=lambda name: len(_als_bytes(whole[name])))
        _hoogstens(whole, longest, len(whole[longest]) // 2)
    uit_json(text)
    return text.decode()


def _als_bytes(value: object) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Geweigerd("een teken dat er geen is") from None


def _hoogstens(whole: dict[str, Any], naam: str, meest: int) -> None:
    whole[f"meer_{naam}"] += max(0, len(whole[naam]) - meest)
    whole[naam] = whole[naam][:meest]


def _meest(naam: str) -> int:
    (found,) = (one for one in fields(Effect) if one.name == naam)
    most: int = _vorm(found).meest  # type: ignore[attr-defined]
    return most


def uit_json(raw: bytes) -> Effect:
    """The pieces; raises Geweigerd when anything is otherwise than ``als_json`` writes it."""
    if len(raw) > MEEST:
        raise Geweigerd("te groot")
    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=_eenmaal)
    except (ValueError, RecursionError):
        raise Geweigerd("geen JSON") from None
    found: Effect = _van(Effect)(value)
    return found


def _eenmaal(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Geweigerd("een veld dat er twee keer staat")
    return found


def geknipt(tekst: str, meest: int) -> str:
    """The text as far as there is room for it, by whole words; half a sign is none."""
    tekst = tekst.encode("utf-8", "replace").decode()
    if len(tekst) <= meest:
        return tekst
    begin = tekst[: meest - 2]
    return f"{begin.rpartition(' ')[0] or begin} …"
