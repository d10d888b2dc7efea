"""Rules of what tells records apart: ids, addresses and titles.

Not here: the form of an id, which the type checks; numbers (``nummer``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from macros.issue import Level
from macros.model.basis.record import actief
from macros.model.basis.tekst import Tekstsoort
from macros.model.geheel import SOORTEN, Regio
from macros.model.soort import Soort
from macros.model.walk import Leaf, verwijzingen
from macros.rules.registry import Problem, rule


@cache
def samen() -> tuple[tuple[Soort, ...], ...]:
    """Kinds whose addresses are made of the id alike, or that are referred to alike."""
    places: dict[str, list[str]] = defaultdict(list)
    for soort in SOORTEN:
        if "{" in soort.adres:
            places[soort.adres].append(soort.naam)
    alike = {mark.soorten: None for soort in SOORTEN for mark in verwijzingen(soort.type)}
    groups = [names for names in (*places.values(), *alike) if len(names) > 1]
    return tuple(tuple(one for one in SOORTEN if one.naam in names) for names in groups)


@rule()
def dubbele_id(regio: Regio) -> Iterator[Problem]:
    """Records that stand in one place or are referred to alike have no id in common."""
    told: set[str] = set()
    for group in samen():
        seen: dict[str, Soort] = {}
        for soort in group:
            for key in regio.groep(soort):
                other = seen.setdefault(key, soort)
                if other is not soort and soort.bestand(key) not in told:
                    told.add(soort.bestand(key))
                    message = f"De id '{key}' bestaat al in de map {other.pad}."
                    yield soort.bestand(key), ("id",), message, "Geef dit een andere id."


@rule()
def adres_van_een_pagina(regio: Regio) -> Iterator[Problem]:
    """The id of a record is its address, and that is not the address of another page."""
    for soort in SOORTEN:
        seen: dict[str, str] = {}
        for key in regio.groep(soort) if soort.eigen_pagina or soort.voorvoegsel else ():
            naam = soort.naam_in_adres(key)
            other = seen.setdefault(naam, key)
            if naam in soort.bezet or naam == "index" or other != key:
                owner = "een andere pagina" if other == key else f"'{other}'"
                message = f"De id '{key}' kan niet: dat adres is van {owner}."
                tip = "Kies een andere id, en noem het bestand net zo."
                yield soort.bestand(key), ("id",), message, tip


@rule(Level.LET_OP)
def zelfde_titel(regio: Regio) -> Iterator[Problem]:
    """Two records of a kind that both count are told apart by the titles of their pages."""
    for soort in SOORTEN:
        if soort.code or not (soort.eigen_pagina or soort.bijpagina):
            continue
        naam, seen = soort.titel, dict[tuple[str, str], str]()
        for one in actief(regio.groep(soort)):
            titel = getattr(one, naam)
            # Of another agenda a page says so in its title.
            where = str(getattr(one, "agenda", ""))
            other = seen.setdefault((titel.casefold(), where), one.id)
            if other != one.id:
                message = f"'{titel}' is ook de {naam} van '{other}'."
                tip = f"Geef een van beide een andere {naam}: zo houden lezers ze uit elkaar."
                yield soort.bestand(one.id), (naam,), message, tip


LANGSTE: Mapping[str, int] = MappingProxyType({"korte_naam": 30, "term": 60})
"""Where there is little room: in the menu, and in the list of words."""
LANGSTE_TITEL = 100
"""Of our own titles the longest has 75 signs: more does not fit on two lines of a phone."""


def ruimte(veld: str, tekst: Tekstsoort | None) -> int:
    """How many signs a field should have at most; 0 is as many as it needs."""
    own = veld in ("titel", "naam") and tekst is not Tekstsoort.NAAM
    return LANGSTE.get(veld, LANGSTE_TITEL if own else 0)


def _te_lang(leaf: Leaf) -> bool:
    room = ruimte(leaf.veld, leaf.tekst)
    return room > 0 and isinstance(leaf.value, str) and len(leaf.value) > room


@rule(Level.LET_OP)
def lange_titel(regio: Regio) -> Iterator[Problem]:
    """What stands above a page, in a menu or on a card is short."""
    for pad, leaf in regio.waarden(_te_lang):
        room = ruimte(leaf.veld, leaf.tekst)
        message = f"Dit is lang voor een {leaf.veld.replace('_', ' ')}: {len(leaf.value)} tekens."
        yield pad, leaf.loc, message, f"Maak er hooguit {room} van; de rest kan in de tekst."
