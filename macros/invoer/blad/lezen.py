"""A workbook of a kind back into values, each with the cell it came from; every problem at once.

An empty cell is no value. A column or sheet that is not there changes nothing, and neither does a
record that has no row on the first sheet. Not here: whether a value is right (``model``,
``rules``).
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.invoer.blad.cellen import PUNTKOMMA, op
from macros.invoer.blad.indeling import ID, INGEVULD, Kolom, Tabblad, indeling
from macros.invoer.inzending.koppen import Koppen, zoek_koppen
from macros.invoer.inzending.namen import Wijzer, vorm
from macros.invoer.inzending.opschonen import opgeschoond
from macros.issue import Issue, Level, nearest
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.verwijzing import naar_id
from macros.model.geheel import SOORT, Regio
from macros.source.nodes import Loc, Value
from macros.source.werkmap import Blad, Cel, Werkmap

Waarden = dict[str, Value]
Plek = tuple[str, int, int]
"""Sheet, row, column."""
_NUMMER = "nummer"
_SLEUTEL = "sleutel"


@dataclass
class Gelezen:
    """What a workbook says. ``waarden``: of each record it is about, by id, the whole value; the
    cells by record and place. ``nieuw`` are the ids that were made of a name.
    """

    waarden: Waarden = field(default_factory=dict)
    plaatsen: dict[tuple[str, Loc], Plek] = field(default_factory=dict)
    nieuw: set[str] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)
    koppen: dict[str, Mapping[int, str]] = field(default_factory=dict)
    niet_gelezen: list[str] = field(default_factory=list)

    def plek(self, key: str, loc: Loc) -> Plek | None:
        """The cell of a value, or of the nearest thing around it."""
        ends = range(len(loc), -1, -1)
        return next(
            (self.plaatsen[key, loc[:end]] for end in ends if (key, loc[:end]) in self.plaatsen),
            None,
        )


def lees_werkmap(boek: Werkmap, soort: str, regio: Regio, nu: Mapping[str, Value]) -> Gelezen:
    """The values in a workbook; ``nu`` are those that there are, by id."""
    sheets = {vorm(one.titel): one.titel for one in boek.bladen}
    found: dict[str, Blad] = {}
    result = Gelezen()
    for blad in indeling(soort):
        title = sheets.get(vorm(blad.naam))
        if title is None:
            continue
        read, issues = boek.lees(title)
        result.issues += issues
        if read is not None:
            found[blad.naam] = read
    if not found and not result.issues:
        names = ", ".join(f"'{one.naam}'" for one in indeling(soort))
        message = f"In deze werkmap staat geen blad van {SOORT[soort].veld}."
        result.issues.append(
            Issue(
                "werkmap",
                0,
                0,
                "geen-blad",
                message,
                f"Er hoort een blad te zijn dat zo heet: {names}.",
            )
        )
    return lees_bladen(found, soort, regio, nu, result)


def lees_bladen(
    bladen: Mapping[str, Blad],
    soort: str,
    regio: Regio,
    nu: Mapping[str, Value],
    result: Gelezen | None = None,
) -> Gelezen:
    """The same of sheets that were read, by their name."""
    reader = _Lezer(soort, regio, nu, result or Gelezen())
    for blad in indeling(soort):
        if blad.naam in bladen:
            reader.blad(blad, bladen[blad.naam])
    return reader.klaar()


class _Lezer:
    def __init__(self, soort: str, regio: Regio, nu: Mapping[str, Value], result: Gelezen) -> None:
        self.soort = SOORT[soort]
        self.nu = nu
        self.result = result
        self.wijzers = {
            kolom.vraag.verwijst_naar: Wijzer(regio, kolom.vraag.verwijst_naar)
            for blad in indeling(soort)
            for kolom in blad.kolommen
            if kolom.vraag and kolom.vraag.verwijst_naar
        }
        self.aanwezig: dict[tuple[str, Loc], tuple[str, Plek]] = {}
        self.gevuld: dict[tuple[str, Loc], Plek] = {}
        self.lijsten: set[tuple[str, ...]] = set()
        self.items: dict[tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]], list[Any]] = {}
        self.op_naam: dict[str, str] = {}

    # ------------------------------------------------------------ one sheet

    def blad(self, blad: Tabblad, read: Blad) -> None:
        """Every row of a sheet."""
        self.result.issues += read.issues
        self.result.niet_gelezen += read.niet_gelezen
        labels: dict[Loc, str] = {(_SLEUTEL, index): one for index, one in enumerate(blad.sleutels)}
        labels |= {one.loc: one.kop for one in blad.kolommen}
        heads = zoek_koppen(read, labels, f"het blad '{blad.naam}'")
        self.result.koppen[blad.naam] = heads.namen
        for row, column, code, message, tip in heads.problemen:
            self.probleem(blad, row, column, code, message, tip)
        if not heads.kolommen:
            return
        if blad.weg:
            self.lijsten.add(tuple(part for step in blad.weg for part in step))
        for row, cells in sorted(read.rijen.items()):
            if row > heads.rij and not heads.staan_in(cells):
                self.rij(blad, heads, row, cells)

    def rij(self, blad: Tabblad, heads: Koppen, row: int, cells: Mapping[int, Cel]) -> None:
        for column in cells.keys() - heads.namen.keys():
            message = "Boven deze cel staat geen kop."
            tip = "Zet de tekst in een kolom met een kop."
            self.probleem(blad, row, column, "geen-kop", message, tip)
        keys = [
            " ".join(cells[at].waarde.split())
            if (at := heads.kolommen.get((_SLEUTEL, index), 0)) in cells
            else ""
            for index in range(len(blad.sleutels))
        ]
        if not blad.weg:
            self.record(blad, heads, row, cells, keys[0] if keys else "")
        else:
            self.onderdeel(blad, heads, row, cells, keys)

    def record(
        self, blad: Tabblad, heads: Koppen, row: int, cells: Mapping[int, Cel], key: str
    ) -> None:
        at = heads.kolommen.get((_SLEUTEL, 0), 0)
        if self.soort.is_map and not key:
            key = self.nieuw(blad, heads, row, cells)
            if not key:
                return
        elif self.soort.is_map and key not in self.nu:
            message = f"Er is geen {self.soort.naam} met de id '{key}'."
            tip = nearest(key, self.nu) or "Is het iets nieuws? Laat de id dan leeg."
            self.probleem(blad, row, at, "verwijzing", message, tip)
            return
        if key in self.result.waarden:
            message = f"'{key}' staat er twee keer in."
            self.probleem(blad, row, at, "dubbele-rij", message, "Houd één rij over.")
            return
        value = copy.deepcopy(self.nu.get(key)) or {}
        if self.soort.is_map:
            value = {**value, ID: key} if isinstance(value, dict) else {ID: key}
        self.result.waarden[key] = value
        self.result.plaatsen[key, ()] = (blad.naam, row, 0)
        self.result.plaatsen[key, (ID,)] = (blad.naam, row, at)
        title = op(value, (self.soort.titel,))
        self.waarden(blad, heads, row, cells, key, (), value)
        for name in (key, title, op(value, (self.soort.titel,))):
            if isinstance(name, str):
                self.op_naam.setdefault(vorm(name), key)

    def nieuw(self, blad: Tabblad, heads: Koppen, row: int, cells: Mapping[int, Cel]) -> str:
        """The id of a new record, from its name; empty when there can be none."""
        at = heads.kolommen.get((self.soort.titel,), 0)
        key = naar_id(cells[at].waarde) if at in cells else ""
        if not key:
            message = "Van deze rij kan geen id worden gemaakt: er staat geen naam in."
            tip = (
                f"Vul '{heads.labels.get((self.soort.titel,), ID)}' in, of de id van wat er al is."
            )
            self.probleem(blad, row, at, "id-vorm", message, tip)
        elif key in self.nu or key in self.result.waarden:
            message = f"Er is al een {self.soort.naam} die zo heet ('{key}')."
            tip = f"Is dit hetzelfde? Zet '{key}' in de kolom 'id'. Geef het anders een eigen naam."
            self.probleem(blad, row, at, "dubbele-titel", message, tip)
            key = ""
        else:
            self.result.nieuw.add(key)
        return key

    def onderdeel(
        self, blad: Tabblad, heads: Koppen, row: int, cells: Mapping[int, Cel], keys: list[str]
    ) -> None:
        """An item of a list: of which record, and of which item of the list around it."""
        numbered = keys.pop() if blad.met_nummer else ""
        first = keys.pop(0) if self.soort.is_map else ""
        at = heads.kolommen.get((_SLEUTEL, 0), 0)
        key = self.op_naam.get(vorm(first)) or (first if first in self.nu else "")
        if self.soort.is_map and not key:
            message = (
                f"Er is geen {self.soort.naam} '{first}'."
                if first
                else "Hier staat niet waar dit bij hoort."
            )
            tip = (
                nearest(first, {**self.nu, **self.result.waarden})
                or "Vul in de eerste kolom de id in."
            )
            self.probleem(blad, row, at, "verwijzing", message, tip)
            return
        if key not in self.result.waarden:
            self.result.waarden[key] = copy.deepcopy(self.nu.get(key)) or {}
            self.result.plaatsen[key, ()] = (blad.naam, row, 0)
        holder, where = self.houder(blad, key, keys)
        if holder is None:
            column = heads.kolommen.get((_SLEUTEL, len(keys)), 0)
            message = f"Op het blad hierboven staat bij '{first}' geen '{keys[-1]}'."
            self.probleem(blad, row, column, "verwijzing", message, "Neem over wat daar staat.")
            return
        items, loc = self.lijst(holder, where, blad, key, keys)
        old = self.oude(key, loc, cells, heads, len(items))
        value: Value = "" if blad.los else copy.deepcopy(old)
        items.append(value)
        place = (*loc, len(items) - 1)
        self.result.plaatsen[key, place] = (blad.naam, row, 0)
        self.gevuld.setdefault((key, loc), (blad.naam, row, 0))
        if blad.los:
            read = self.lees(blad, blad.kolommen[0], heads, row, cells)
            items[-1] = read if read is not None else ""
        else:
            self.waarden(blad, heads, row, cells, key, place, value)
        names = {str(op(value, (ID,)) or numbered or len(items)), str(len(items))}
        for name in names:
            self.items[key, blad.weg, (*keys, name)] = [value, place]

    def houder(self, blad: Tabblad, key: str, keys: list[str]) -> tuple[Value, Loc]:
        """The value that holds the list of a row, with its place; None when there is none."""
        if len(blad.weg) == 1:
            return self.result.waarden[key], ()
        found = self.items.get((key, blad.weg[:-1], tuple(keys)))
        if found:
            return found[0], found[1]
        return None, ()

    def lijst(
        self, holder: Value, where: Loc, blad: Tabblad, key: str, keys: list[str]
    ) -> tuple[list[Value], Loc]:
        """The list of a row; begun anew at its first row."""
        loc = (*where, *blad.weg[-1])
        group = holder
        for part in blad.weg[-1][:-1]:
            assert isinstance(group, dict)
            if not isinstance(group.get(part), dict):
                group[part] = {}
            group = group[part]
        assert isinstance(group, dict)
        if (key, loc) not in self.gevuld:
            group[blad.weg[-1][-1]] = []
        found = group[blad.weg[-1][-1]]
        assert isinstance(found, list)
        return found, loc

    def oude(
        self, key: str, loc: Loc, cells: Mapping[int, Cel], heads: Koppen, number: int
    ) -> Value:
        """The item that a row is about, as it was: by its id, else by its place in the list."""
        before = op_plek(self.nu.get(key), loc)
        items = before if isinstance(before, list) else []
        at = heads.kolommen.get((ID,), 0)
        if at:
            own = cells[at].waarde if at in cells else ""
            return next((one for one in items if op(one, (ID,)) == own), {})
        return items[number] if number < len(items) else {}

    # ------------------------------------------------------------ the cells of a row

    def waarden(
        self,
        blad: Tabblad,
        heads: Koppen,
        row: int,
        cells: Mapping[int, Cel],
        key: str,
        begin: Loc,
        value: Value,
    ) -> None:
        """What the cells say, into the value of the row."""
        for kolom in blad.kolommen:
            column = heads.kolommen.get(kolom.loc, 0)
            place = (*begin, *kolom.loc)
            self.result.plaatsen.setdefault((key, place), (blad.naam, row, column))
            if not column:
                continue
            if kolom.vraag is None:
                said = cells[column].waarde.strip() if column in cells else ""
                self.aanwezig[key, place] = said, (blad.naam, row, column)
                self.groep(kolom, said, value)
                continue
            read = self.lees(blad, kolom, heads, row, cells)
            zet(value, kolom.loc, read)
            if read is not None:
                for end in range(1, len(kolom.loc)):
                    self.gevuld.setdefault(
                        (key, (*begin, *kolom.loc[:end])), (blad.naam, row, column)
                    )

    def groep(self, kolom: Kolom, said: str, value: Value) -> None:
        """A group or list that is there begins empty, so that its cells fill it."""
        now = op(value, kolom.loc)
        if vorm(said) == INGEVULD:
            if not isinstance(now, dict | list):
                zet(value, kolom.loc, [] if kolom.is_lijst else {})
        elif said:
            zet(
                value,
                kolom.loc,
                said if vorm(said) != Onbekend.ONBEKEND.value else Onbekend.ONBEKEND.value,
            )
        else:
            zet(value, kolom.loc, None)

    def lees(
        self, blad: Tabblad, kolom: Kolom, heads: Koppen, row: int, cells: Mapping[int, Cel]
    ) -> Value:
        """The value in a cell; None when it is empty."""
        column = heads.kolommen.get(kolom.loc, 0)
        asked = kolom.vraag
        assert asked is not None
        cell = cells.get(column)
        unknown = cell and vorm(cell.waarde) == Onbekend.ONBEKEND.value
        if cell and asked.meer and asked.antwoord not in PUNTKOMMA and not unknown:
            return [line.strip() for line in cell.waarde.split("\n") if line.strip()]
        answer = opgeschoond(asked, cell, self.wijzers)
        for code, message, tip in answer.problemen:
            self.probleem(blad, row, column, code, message, tip)
        if answer.leeg:
            return answer.waarde if asked.verplicht else None
        return answer.waarde

    # ------------------------------------------------------------ all of it

    def klaar(self) -> Gelezen:
        """What the columns say that tell whether a list is there, against the rows there are."""
        for (key, place), (said, where) in self.aanwezig.items():
            filled = self.gevuld.get((key, place))
            typed = vorm(said)
            way = tuple(one for one in place if isinstance(one, str))
            if typed == INGEVULD and not filled and way in self.lijsten:
                zet_op(self.result.waarden[key], place, [])
            if filled and said and typed != INGEVULD:
                message = f"Hier staat '{said}', en toch is er iets ingevuld: op het blad "
                message += f"'{filled[0]}', rij {filled[1]}."
                tip = f"Zet hier '{INGEVULD}', of haal dat weg."
                self.probleem_op(where, "onbekend-en-meer", message, tip)
        return self.result

    def probleem(
        self, blad: Tabblad, row: int, column: int, code: str, message: str, tip: str = ""
    ) -> None:
        self.probleem_op((blad.naam, row, column), code, message, tip)

    def probleem_op(self, plek: Plek, code: str, message: str, tip: str) -> None:
        name, row, column = plek
        self.result.issues.append(
            Issue(f"blad {name}", row, column, code, message, tip, Level.FOUT)
        )


def zet(value: Value, loc: tuple[str, ...], new: Value) -> None:
    """Put a value at its place in a group; None takes it away."""
    group = value
    for part in loc[:-1]:
        if not isinstance(group, dict):
            return
        inner = group.get(part)
        if not isinstance(inner, dict):
            if new is None:
                return
            inner = group[part] = {}
        group = inner
    if not isinstance(group, dict):
        return
    if new is None:
        group.pop(loc[-1], None)
    else:
        group[loc[-1]] = new


def zet_op(value: Value, loc: Loc, new: Value) -> None:
    """The same at a place that may go through lists."""
    holder = op_plek(value, loc[:-1])
    if isinstance(holder, dict):
        holder[str(loc[-1])] = new


def op_plek(value: Value, loc: Loc) -> Value:
    """The value at a place that may go through lists."""
    found: Any = value
    for part in loc:
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return None
    return found  # type: ignore[no-any-return]
