"""The counts of a domain as arrays: every cell once, all totals that are given add up.

Rows in any order become arrays in the order of the definition. Not here: reading files
(``invoer``), or which sums are published (``cellen``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np

from macros.bescherming.disclosure.definitie import Definitie, Dimensie
from macros.bescherming.disclosure.invoer import Blad, Rij, Veld
from macros.bescherming.disclosure.stelsel import Ints
from macros.issue import Issue, nearest

Codes = tuple[str, ...]
"""A code of each dimension, in the order of the definition."""

_GETAL = re.compile(r"\d{1,12}")
_BEDRAG = re.compile(r"(\d{1,12})(?:[.,](\d{1,2}))?")
_MEESTE = 5
"""So many cells that are missing are named; then it is clear."""


@dataclass(frozen=True, slots=True)
class Tellingen:
    """Per inner cell, in the order of ``bladeren``: the count, and each amount in cents."""

    bladeren: tuple[Codes, ...]
    aantal: Ints
    bedragen: Mapping[str, Ints]


def aparte_codes(blad: Blad, definitie: Definitie) -> dict[str, Codes]:
    """The codes that the input has of each dimension that stands apart, sorted."""
    found = {
        one.id: [row.velden[one.id] for row in blad.rijen]
        for one in definitie.dimensies
        if one.apart
    }
    return {
        name: tuple(sorted({one.tekst for one in fields if one.tekst and not one.probleem}))
        for name, fields in found.items()
    }


def bladcodes(one: Dimensie, apart: Mapping[str, Codes]) -> Codes:
    """The codes of the inner cells in one dimension."""
    return apart[one.id] if one.apart else one.bladeren


def bladcellen(definitie: Definitie, apart: Mapping[str, Codes]) -> tuple[Codes, ...]:
    """The inner cells, in the order of the definition."""
    return tuple(product(*(bladcodes(one, apart) for one in definitie.dimensies)))


def als_aantal(veld: Veld) -> int | None:
    """The whole number in a field; None when it is something else."""
    return None if veld.probleem or not _GETAL.fullmatch(veld.tekst) else int(veld.tekst)


def lees_tellingen(
    blad: Blad, definitie: Definitie, apart: Mapping[str, Codes], aantal: str, bedragen: Codes
) -> tuple[Tellingen | None, list[Issue]]:
    """The counts in the column ``aantal``; None, with every problem, when one row is wrong."""
    reader = _Lezer(blad, definitie, apart, (aantal, *bedragen))
    reader.lees()
    leaves = bladcellen(definitie, apart)
    if not reader.verkeerde_code:  # else what is missing is what has the wrong code
        reader.controleer_volledig(leaves)
    reader.controleer_totalen()
    if reader.issues:
        return None, sorted(reader.issues)
    arrays = [
        np.array([reader.waarden[leaf][place] for leaf in leaves], dtype=np.int64)
        for place in range(1 + len(bedragen))
    ]
    return Tellingen(leaves, arrays[0], dict(zip(bedragen, arrays[1:], strict=True))), []


class _Lezer:
    def __init__(
        self, blad: Blad, definitie: Definitie, apart: Mapping[str, Codes], columns: Codes
    ) -> None:
        self.blad = blad
        self.dimensies = definitie.dimensies
        self.apart = apart
        self.columns = columns
        self.issues: list[Issue] = []
        self.verkeerde_code = False
        self.waarden: dict[Codes, tuple[int, ...]] = {}
        self.rijen: dict[Codes, Rij] = {}
        self.leaves = {one.id: set(bladcodes(one, apart)) for one in definitie.dimensies}

    def lees(self) -> None:
        """Every row: its codes are known, its values are numbers, its cell is new."""
        for row in self.blad.rijen:
            right = {self._code(row, one) for one in self.dimensies} == {True}
            self.verkeerde_code |= not right
            values = [self._waarde(row, place) for place in range(len(self.columns))]
            key = tuple(row.velden[one.id].tekst for one in self.dimensies)
            if right and key in self.rijen:
                message = f"Deze cel staat ook al in rij {self.rijen[key].nummer}."
                tip = "Tel ze zelf op als ze bij elkaar horen."
                self._fout(row, self.columns[0], "dubbele-cel", message, tip)
                self.waarden.pop(key, None)  # which of the two is right, nobody knows
            elif right:
                self.rijen[key] = row
                if None not in values:
                    self.waarden[key] = tuple(one for one in values if one is not None)

    def _fout(self, row: Rij, column: str, code: str, message: str, tip: str = "") -> None:
        self.issues.append(self.blad.fout(row, column, code, message, tip))

    def _code(self, row: Rij, one: Dimensie) -> bool:
        found = row.velden[one.id]
        known = self.apart[one.id] if one.apart else tuple(one.som)
        if found.probleem:
            self._fout(row, one.id, "cel", *found.probleem)
        elif not found.tekst:
            self._fout(row, one.id, "ontbreekt", "Hier ontbreekt de code.")
        elif one.apart and found.tekst not in known:
            message = f"'{found.tekst}' komt bij de aantallen niet voor."
            self._fout(row, one.id, "onbekende-code", message, nearest(found.tekst, known))
        elif found.tekst not in known:
            message = f"De code '{found.tekst}' staat niet in de definitie."
            near = nearest(found.tekst, known)
            tip = f"{near} Kreeg een gemeente een andere code? Pas dan eerst de definitie aan."
            self._fout(row, one.id, "onbekende-code", message, tip.strip())
        else:
            return True
        return False

    def _waarde(self, row: Rij, place: int) -> int | None:
        column = self.columns[place]
        found = row.velden[column]
        if found.probleem:
            self._fout(row, column, "cel", *found.probleem)
            return None
        if place and (amount := _BEDRAG.fullmatch(found.tekst)):
            return int(amount[1]) * 100 + int((amount[2] or "").ljust(2, "0"))
        if not place and (count := als_aantal(found)) is not None:
            return count
        self._fout(row, column, "geen-getal", *_uitleg(found.tekst, bedrag=bool(place)))
        return None

    def controleer_volledig(self, leaves: Iterable[Codes]) -> None:
        """Every inner cell is there; of each kind of total that is given, all are."""
        self._ontbrekend("De cel", [one for one in leaves if one not in self.rijen])
        kinds = Counter(self._soort(key) for key in self.rijen)
        for kind in sorted(kinds, key=str):
            if any(kind):
                every = product(
                    *(
                        (code,) if code else bladcodes(one, self.apart)
                        for one, code in zip(self.dimensies, kind, strict=True)
                    )
                )
                self._ontbrekend("Het totaal", [one for one in every if one not in self.rijen])

    def _soort(self, key: Codes) -> Codes:
        """The key with nothing where it has a leaf."""
        pairs = zip(self.dimensies, key, strict=True)
        return tuple("" if code in self.leaves[one.id] else code for one, code in pairs)

    def _ontbrekend(self, what: str, missing: list[Codes]) -> None:
        for key in missing[:_MEESTE]:
            message = f"{what} ontbreekt: {self._toon(key)}."
            tip = "Is het aantal nul, schrijf dan 0."
            self.issues.append(Issue(self.blad.naam, 0, 0, "ontbreekt", message, tip))
        if len(missing) > _MEESTE:
            message = f"En zo ontbreken er nog {len(missing) - _MEESTE}."
            self.issues.append(Issue(self.blad.naam, 0, 0, "ontbreekt-meer", message))

    def _toon(self, key: Codes) -> str:
        pairs = zip(self.dimensies, key, strict=True)
        return ", ".join(f"{one.id} {code}" for one, code in pairs)

    def controleer_totalen(self) -> None:
        """What is given as a total is the sum of its parts, where all of them can be read."""
        for key, row in self.rijen.items():
            parts = list(self._delen(key))
            if any(self._soort(key)) and all(one in self.waarden for one in (key, *parts)):
                for place, column in enumerate(self.columns):
                    total = sum(self.waarden[part][place] for part in parts)
                    if total != self.waarden[key][place]:
                        given = row.velden[column].tekst
                        shown = total if not place else f"{total / 100:.2f}"
                        message = f"Hier staat {given}, maar de delen tellen op tot {shown}."
                        self._fout(row, column, "totaal", message)

    def _delen(self, key: Codes) -> Iterator[Codes]:
        pairs = zip(self.dimensies, key, strict=True)
        return product(*((code,) if one.apart else one.som[code] for one, code in pairs))


def _uitleg(text: str, *, bedrag: bool) -> tuple[str, str]:
    """(message, tip) for what is not a number."""
    shown = f"'{text}'"
    if not text:
        return "Hier ontbreekt het aantal.", "Is het nul, schrijf dan 0."
    if re.fullmatch(r"-\s*\d.*", text):
        return f"{shown} is kleiner dan nul.", ""
    if re.fullmatch(r"\d{1,3}([.,'’\s]\d{3})+", text):
        tip = "Schrijf het getal zonder punten, komma's of spaties."
        return f"In {shown} staan tekens tussen de duizendtallen.", tip
    if re.match(r"[<>≤≥~]", text):
        tip = "De invoer moet de echte aantallen hebben; het beschermen gebeurt hier."
        return f"{shown} is geen getal.", tip
    if re.fullmatch(r"\d+[.,]\d+", text) and not bedrag:
        return f"{shown} is geen heel aantal.", "Tel hele personen; zet hier geen percentage."
    return f"{shown} is geen getal.", "Schrijf alleen cijfers."
