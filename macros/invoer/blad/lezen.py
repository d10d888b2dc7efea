"""A workbook of a kind back into values, each with the cell it came from; every problem at once.

A cell that says what was written into it leaves its value as it is. An empty cell is no value. A
column or sheet that is not there changes nothing, and neither does a record that has no row on the
first sheet. What changed in the data since the workbook was made stays, unless the sheet changes
the same value (``toen``); from a sheet that does not remember what it was, nothing goes away. Not
here: whether a value is right (``model``, ``rules``).
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from macros.invoer.blad.cellen import PUNTKOMMA, cel, in_cellen, op
from macros.invoer.blad.indeling import ID, INGEVULD, Kolom, Tabblad, indeling
from macros.invoer.blad.toen import Toen, lees_toen
from macros.invoer.inzending.koppen import Koppen, zoek_koppen
from macros.invoer.inzending.namen import Wijzer, vorm
from macros.invoer.inzending.opschonen import Opschoning, Schoon, opgeschoond
from macros.issue import Issue, Level, nearest
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.verwijzing import naar_id
from macros.model.geheel import SOORT, Regio
from macros.source.nodes import Loc, Value
from macros.source.werkblad import RAND, tekstcel
from macros.source.werkmap import Blad, Cel, Celsoort, Werkmap
from macros.wijziging.paren import Soort as Type
from macros.wijziging.paren import binnen, paren
from macros.wijziging.samenvoegen import NIETS, Misschien, samengevoegd
from macros.wijziging.woorden import ingekort

Plek = tuple[str, int, int]
"""Sheet (or file), row, column; 0 is all of it."""
Wijzers = Mapping[tuple[str, ...], Wijzer]
_NUMMER = "nummer"
_SLEUTEL = "sleutel"
_REGEL = re.compile("\n")


@dataclass
class Gelezen:
    """What a workbook says. ``waarden``: of each record it is about, by id, the whole value;
    ``mijn`` the same before it was put together with what changed in the data meanwhile. ``nieuw``
    are the ids that were made of a name.
    """

    soort: str = ""
    waarden: dict[str, Value] = field(default_factory=dict)
    mijn: dict[str, Value] = field(default_factory=dict)
    plaatsen: dict[tuple[str, Loc], Plek] = field(default_factory=dict)
    nieuw: set[str] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)
    koppen: dict[str, Mapping[int, str]] = field(default_factory=dict)
    opgeschoond: dict[Enum, list[int]] = field(default_factory=dict)
    niet_gelezen: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether it could be read."""
        return all(one.level is not Level.FOUT for one in self.issues)

    def plek(self, key: str, loc: Loc) -> Plek | None:
        """The cell of a value, or of the nearest thing around it."""
        loc = self._in_het_blad(key, loc)
        ends = range(len(loc), -1, -1)
        return next(
            (self.plaatsen[key, loc[:end]] for end in ends if (key, loc[:end]) in self.plaatsen),
            None,
        )

    def _in_het_blad(self, key: str, loc: Loc) -> Loc:
        """Where a value stands among the items of the sheet; as far as it is there."""
        whole, own = self.waarden.get(key), self.mijn.get(key)
        kind: Type = SOORT[self.soort].type if self.soort else None
        found: list[str | int] = []
        for part in loc:
            if isinstance(part, int) and isinstance(whole, list) and isinstance(own, list):
                at = paren(whole, own, kind).get(part) if whole != own else part
                if at is None:
                    break
                found.append(at)
                whole, own = whole[part] if part < len(whole) else None, _item(own, at)
                continue
            found.append(part)
            if isinstance(part, str):
                whole, own, kind = op(whole, (part,)), op(own, (part,)), binnen(kind, part)
        return tuple(found)


def _item(items: list[Value], at: int) -> Value:
    return items[at] if at < len(items) else None


def herken(boek: Werkmap) -> str:
    """The kind that a workbook is of, by its sheets; empty when it can be more than one."""
    made = lees_toen(boek)
    if made and made.soort in SOORT:
        return made.soort
    there = {vorm(one.titel) for one in boek.bladen}
    fits = {
        soort: (vorm(first.naam) in there, sum(vorm(one.naam) in there for one in (first, *rest)))
        for soort in SOORT
        for first, *rest in (indeling(soort),)
    }
    best = max(fits.values())
    found = [soort for soort, fit in fits.items() if fit == best]
    return found[0] if len(found) == 1 and best[1] else ""


def herken_koppen(blad: Blad, soorten: Iterable[str]) -> tuple[str, str]:
    """The kind and the sheet whose headings stand in one; empty when it can be more than one."""
    seen = [{vorm(one.waarde) for one in cells.values()} for _, cells in sorted(blad.rijen.items())]
    fits: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for soort in soorten:
        for sheet in indeling(soort):
            heads = {*map(vorm, sheet.koppen)}
            best = max((len(heads & row) for row in seen[:50]), default=0)
            fits[best].append((soort, sheet.naam))
    most = max(fits, default=0)
    return fits[most][0] if most > 1 and len(fits[most]) == 1 else ("", "")


def lees_werkmap(boek: Werkmap, soort: str, regio: Regio, nu: Mapping[str, Value]) -> Gelezen:
    """The values in a workbook; ``nu`` are those that there are, by id."""
    sheets = {vorm(one.titel): one.titel for one in boek.bladen}
    names = {one.naam: vorm(one.naam) for one in indeling(soort)}
    asked = {name: sheets[one] for name, one in names.items() if one in sheets}
    found: dict[str, Blad] = {}
    result = Gelezen(soort)
    for name, title in asked.items():
        read, issues = boek.lees(title, tuple(asked.values()))
        result.issues += issues
        if read is not None:
            found[name] = read
    if not asked:
        wanted = ", ".join(f"'{one}'" for one in names)
        message = f"In deze werkmap staat geen blad van {SOORT[soort].veld}."
        tip = f"Er hoort een blad te zijn dat zo heet: {wanted}."
        result.issues.append(Issue("werkmap", 0, 0, "geen-blad", message, tip))
    made = lees_toen(boek)
    made = made if made and made.soort == soort else None
    return lees_bladen(found, soort, regio, nu, made, result)


def lees_bladen(
    bladen: Mapping[str, Blad],
    soort: str,
    regio: Regio,
    nu: Mapping[str, Value],
    toen: Toen | None = None,
    result: Gelezen | None = None,
) -> Gelezen:
    """The same of sheets that were read, by their name; ``toen`` is None when nobody knows."""
    reader = _Lezer(soort, regio, nu, toen, result or Gelezen(soort))
    for blad in indeling(soort):
        if blad.naam in bladen:
            reader.blad(blad, bladen[blad.naam])
    return reader.klaar()


def wijzers(regio: Regio, soort: str) -> Wijzers:
    """From what is typed to an id, for each kind of reference in the cells of a kind."""
    asked = (kolom.vraag for blad in indeling(soort) for kolom in blad.kolommen)
    kinds = {one.verwijst_naar for one in asked if one and one.verwijst_naar}
    return {one: Wijzer(regio, one) for one in kinds}


def lees_cel(kolom: Kolom, cell: Cel | None, known: Wijzers) -> Schoon:
    """The value in a cell of a column that asks for one."""
    assert kolom.vraag is not None
    if cell and cell.soort is Celsoort.LIJKT_FORMULE:
        cell = replace(cell, soort=Celsoort.TEKST)
    if kolom.vraag.antwoord in PUNTKOMMA:
        return opgeschoond(kolom.vraag, cell, known)
    return opgeschoond(kolom.vraag, cell, known, _REGEL)


@dataclass(frozen=True)
class _Rij:
    """A row of a sheet: its cells, and what its first columns say it is of."""

    nummer: int
    cellen: Mapping[int, Cel]
    sleutels: tuple[str, ...]


@dataclass(frozen=True)
class _Houder:
    """What holds the list of a row: the value, where it is, and what it was."""

    waarde: Value
    loc: Loc
    oud: Value


class _Lezer:
    def __init__(
        self,
        soort: str,
        regio: Regio,
        nu: Mapping[str, Value],
        toen: Toen | None,
        result: Gelezen,
    ) -> None:
        self.soort = SOORT[soort]
        self.nu = nu
        self.toen = toen
        self.was = {**nu, **(toen.waarden if toen else {})}
        self.namen = {**in_cellen(regio, soort), **(toen.namen if toen else {})}
        self.result = result
        self.wijzers = wijzers(regio, soort)
        self.waar = ""
        self.aanwezig: dict[tuple[str, Loc], tuple[str, Plek]] = {}
        self.gevuld: dict[tuple[str, Loc], Plek] = {}
        self.lijsten: set[tuple[str, ...]] = set()
        self.items: dict[tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]], _Houder] = {}
        self.op_naam: dict[str, str] = {}
        self.titels = {
            vorm(title): key
            for key, value in nu.items()
            if isinstance(title := op(value, (self.soort.titel,)), str)
        }

    # ------------------------------------------------------------ one sheet

    def blad(self, blad: Tabblad, read: Blad) -> None:
        """Every row of a sheet."""
        self.waar = read.bestand or f"blad {blad.naam}"
        self.result.issues += read.issues
        self.result.niet_gelezen += (
            one for one in read.niet_gelezen if one not in self.result.niet_gelezen
        )
        labels: dict[Loc, str] = {(_SLEUTEL, index): one for index, one in enumerate(blad.sleutels)}
        labels |= {one.loc: one.kop for one in blad.kolommen}
        heads = zoek_koppen(read, labels, f"het blad '{blad.naam}'")
        self.result.koppen[self.waar] = heads.namen
        for row, column, code, message, tip in heads.problemen:
            self.probleem(row, column, code, message, tip)
        if not heads.kolommen:
            return
        if blad.weg:
            self.lijsten.add(tuple(part for step in blad.weg for part in step))
        rows = []
        for row, cells in sorted(read.rijen.items()):
            if row <= heads.rij:
                if row < heads.rij:
                    self.result.niet_gelezen.append(f"Rij {row}, boven de koppen ({self.waar})")
                continue
            if not heads.staan_in(cells):
                rows.append(self.rij(blad, heads, row, cells))
        if blad.weg:
            self.onderdelen(blad, heads, rows)
        else:
            for one in rows:
                self.record(blad, heads, one)

    def rij(self, blad: Tabblad, heads: Koppen, row: int, cells: Mapping[int, Cel]) -> _Rij:
        for column in cells.keys() - heads.namen.keys():
            message = "Boven deze cel staat geen kop."
            tip = "Zet de tekst in een kolom met een kop."
            self.probleem(row, column, "geen-kop", message, tip)
        keys = (heads.kolommen.get((_SLEUTEL, index), 0) for index in range(len(blad.sleutels)))
        return _Rij(row, cells, tuple(_naam(cells.get(at)) for at in keys))

    def record(self, blad: Tabblad, heads: Koppen, rij: _Rij) -> None:
        key = rij.sleutels[0] if rij.sleutels else ""
        row, at = rij.nummer, heads.kolommen.get((_SLEUTEL, 0), 0)
        if self.soort.is_map and not key:
            key = self.nieuw(heads, rij)
            if not key:
                return
        elif self.soort.is_map and key not in self.nu:
            self.probleem(row, at, "verwijzing", *self.is_er_niet(key))
            return
        if key in self.result.mijn:
            message = f"'{key}' staat er twee keer in." if key else "Hier hoort maar één rij."
            self.probleem(row, at, "dubbele-rij", message, "Houd één rij over.")
            return
        before = self.was.get(key)
        value: Value = copy.deepcopy(before) if isinstance(before, dict) else {}
        if self.soort.is_map:
            zet(value, (ID,), key)
        self.result.mijn[key] = value
        self.result.plaatsen[key, ()] = (self.waar, row, 0)
        self.result.plaatsen[key, (ID,)] = (self.waar, row, at)
        self.waarden(blad, heads, rij, key, (), value, before)
        for name in (key, op(before, (self.soort.titel,)), op(value, (self.soort.titel,))):
            if isinstance(name, str):
                self.op_naam.setdefault(vorm(name), key)

    def is_er_niet(self, key: str) -> tuple[str, str]:
        """(message, tip) of an id that no record has."""
        if key in self.was:
            message = f"'{key}' is er niet meer: het is weg sinds deze werkmap is gemaakt."
            return message, "Haal deze rij weg, of laat de id leeg en geef het een nieuwe naam."
        message = f"Er is geen {self.soort.naam} met de id '{key}'."
        return message, nearest(key, self.nu) or "Is het iets nieuws? Laat de id dan leeg."

    def nieuw(self, heads: Koppen, rij: _Rij) -> str:
        """The id of a new record, from its name; empty when there can be none."""
        at = heads.kolommen.get((self.soort.titel,), 0)
        title = rij.cellen[at].waarde if at in rij.cellen else ""
        key = self.titels.get(vorm(title)) or naar_id(title)
        if not key:
            message = "Van deze rij kan geen id worden gemaakt: er staat geen naam in."
            label = heads.labels.get((self.soort.titel,), ID)
            tip = f"Vul '{label}' in, of de id van wat er al is."
            self.probleem(rij.nummer, at, "id-vorm", message, tip)
        elif key in self.result.nieuw:
            message = f"Een rij hierboven heet ook zo ('{key}')."
            self.probleem(rij.nummer, at, "dubbele-titel", message, "Geef elk een eigen naam.")
            key = ""
        elif key in self.nu or key in self.result.mijn:
            message = f"Er is al een {self.soort.naam} die zo heet ('{key}')."
            tip = f"Is dit hetzelfde? Zet '{key}' in de kolom 'id'. Geef het anders een eigen naam."
            self.probleem(rij.nummer, at, "dubbele-titel", message, tip)
            key = ""
        else:
            self.result.nieuw.add(key)
        return key

    # ------------------------------------------------------------ a sheet below another

    def onderdelen(self, blad: Tabblad, heads: Koppen, rows: Iterable[_Rij]) -> None:
        """Items of lists, each with the item that it was: also when it moved."""
        groups: dict[tuple[str, Loc], list[tuple[_Rij, tuple[str, ...]]]] = defaultdict(list)
        holders: dict[tuple[str, Loc], _Houder] = {}
        for rij in rows:
            found = self.houder(blad, heads, rij)
            if found is not None:
                key, keys, holder = found
                groups[key, holder.loc].append((rij, keys))
                holders[key, holder.loc] = holder
        for (key, where), group in groups.items():
            holder = holders[key, where]
            before = op(holder.oud, blad.weg[-1])
            old = before if isinstance(before, list) else []
            pairs = self.paren(blad, heads, old, [rij for rij, _ in group])
            items, loc = self.lijst(holder, blad, key, group[0][0])
            for index, was in self.volgorde(len(group), old, pairs):
                if index is None:
                    items.append(copy.deepcopy(was))
                else:
                    rij, keys = group[index]
                    self.onderdeel(blad, heads, rij, key, keys, (items, loc), was)

    def volgorde(
        self, aantal: int, old: Sequence[Value], pairs: Mapping[int, int]
    ) -> list[tuple[int | None, Value]]:
        """The items of a list: the row of each (None without one) and what it was. Where nobody
        knows what stood there, an item without a row stays, in its place.
        """
        rows = [(index, pairs.get(index, -1)) for index in range(aantal)]
        found: list[tuple[int | None, int]] = [*rows]
        for at in range(len(old)) if self.toen is None else ():
            if at not in pairs.values():
                behind = (place for place, (_, was) in enumerate(found) if was > at)
                found.insert(next(behind, len(found)), (None, at))
        return [(index, old[was] if was >= 0 else None) for index, was in found]

    def houder(
        self, blad: Tabblad, heads: Koppen, rij: _Rij
    ) -> tuple[str, tuple[str, ...], _Houder] | None:
        """The record and the item that a row is below, and the way there; None when it is lost."""
        keys = list(rij.sleutels[:-1] if blad.met_nummer else rij.sleutels)
        first = keys.pop(0) if self.soort.is_map else ""
        key = self.op_naam.get(vorm(first)) or (first if first in self.nu else "")
        if self.soort.is_map and not key:
            message, tip = "Hier staat niet waar dit bij hoort.", "Vul in de eerste kolom de id in."
            if first:
                message = f"Er is geen {self.soort.naam} '{first}'."
                tip = nearest(first, {**self.nu, **self.result.mijn}) or tip
            column = heads.kolommen.get((_SLEUTEL, 0), 0)
            self.probleem(rij.nummer, column, "verwijzing", message, tip)
            return None
        if key not in self.result.mijn:
            self.result.mijn[key] = copy.deepcopy(self.was.get(key)) or {}
            self.result.plaatsen[key, ()] = (self.waar, rij.nummer, 0)
        if len(blad.weg) == 1:
            return key, (), _Houder(self.result.mijn[key], (), self.was.get(key))
        found = self.items.get((key, blad.weg[:-1], tuple(keys)))
        if found is None:
            column = heads.kolommen.get((_SLEUTEL, len(blad.sleutels[: len(keys)])), 0)
            said = f"geen '{keys[-1]}'" if keys[-1] else "niet waar dit bij hoort"
            message = f"Op het blad hierboven staat bij '{first or self.soort.naam}' {said}."
            if not keys[-1]:
                message = "Hier staat niet waar dit bij hoort."
            self.probleem(rij.nummer, column, "verwijzing", message, "Neem over wat daar staat.")
            return None
        return key, tuple(keys), found

    def paren(
        self, blad: Tabblad, heads: Koppen, old: Sequence[Value], rows: Sequence[_Rij]
    ) -> dict[int, int]:
        """Of each row the item that it was, judged by the columns that there are."""
        there = [one for one in blad.kolommen if one.loc in heads.kolommen]
        before: list[Value] = [
            {_sleutel(one): text for one in there if (text := self.geschreven(one, item))}
            for item in old
        ]
        after: list[Value] = [
            {
                _sleutel(one): _tekst(rij.cellen[at])
                for one in there
                if (at := heads.kolommen[one.loc]) in rij.cellen
            }
            for rij in rows
        ]
        kind: Type = self.soort.type
        for part in (part for step in blad.weg for part in step):
            kind = binnen(kind, part)
        return {new: index for index, new in paren(before, after, kind).items()}

    def geschreven(self, kolom: Kolom, item: Value) -> str:
        """What a workbook has in the cell of a value."""
        value = op(item, kolom.loc) if kolom.loc else item
        return _tekst(tekstcel(cel(kolom, value, self.namen)))

    def lijst(
        self, holder: _Houder, blad: Tabblad, key: str, first: _Rij
    ) -> tuple[list[Value], Loc]:
        """The list of rows, begun anew, and where it is."""
        loc = (*holder.loc, *blad.weg[-1])
        items: list[Value] = []
        zet(holder.waarde, blad.weg[-1], items)
        self.gevuld.setdefault((key, loc), (self.waar, first.nummer, 0))
        self.result.plaatsen.setdefault((key, loc), (self.waar, first.nummer, 0))
        return items, loc

    def onderdeel(
        self,
        blad: Tabblad,
        heads: Koppen,
        rij: _Rij,
        key: str,
        keys: tuple[str, ...],
        into: tuple[list[Value], Loc],
        was: Value,
    ) -> None:
        """One item of a list, from its row."""
        items, loc = into
        place = (*loc, len(items))
        self.result.plaatsen[key, place] = (self.waar, rij.nummer, 0)
        if blad.los:
            read = self.lees(blad.kolommen[0], heads, rij, was)
            items.append(read if read is not None else "")
            return
        value: Value = copy.deepcopy(was) if isinstance(was, dict) else {}
        items.append(value)
        self.waarden(blad, heads, rij, key, place, value, was)
        number = rij.sleutels[-1] if blad.met_nummer else ""
        own, old = (_naam(tekstcel(str(op(one, (ID,)) or ""))) for one in (value, was))
        name = own or number or str(len(items))
        if blad.met_nummer and (key, blad.weg, (*keys, name)) in self.items:
            column = heads.kolommen.get((_SLEUTEL, len(blad.sleutels) - 1), 0)
            message = f"Het nummer {name} staat er twee keer."
            self.probleem(rij.nummer, column, "dubbele-rij", message, "Geef elk een eigen nummer.")
        found = self.items[key, blad.weg, (*keys, name)] = _Houder(value, place, was)
        if old:
            self.items.setdefault((key, blad.weg, (*keys, old)), found)

    # ------------------------------------------------------------ the cells of a row

    def waarden(
        self,
        blad: Tabblad,
        heads: Koppen,
        rij: _Rij,
        key: str,
        begin: Loc,
        value: Value,
        was: Value,
    ) -> None:
        """What the cells say, into the value of the row; ``was`` is None when it is new."""
        for kolom in blad.kolommen:
            column = heads.kolommen.get(kolom.loc, 0)
            place = (*begin, *kolom.loc)
            where = (self.waar, rij.nummer, column)
            for end in range(1, len(kolom.loc) + 1):
                self.result.plaatsen.setdefault((key, (*begin, *kolom.loc[:end])), where)
            if not column:
                continue
            if kolom.vraag is None:
                said = rij.cellen[column].waarde.strip(RAND) if column in rij.cellen else ""
                self.aanwezig[key, place] = said, where
                if was is None or said != self.geschreven(kolom, was):
                    self.groep(kolom, said, value)
                continue
            read = self.lees(kolom, heads, rij, was)
            zet(value, kolom.loc, read)
            if read is not None:
                for end in range(1, len(kolom.loc)):
                    self.gevuld.setdefault((key, (*begin, *kolom.loc[:end])), where)

    def groep(self, kolom: Kolom, said: str, value: Value) -> None:
        """A group or list that is there begins empty, so that its cells fill it."""
        now = op(value, kolom.loc)
        if vorm(said) == INGEVULD:
            if not isinstance(now, dict | list):
                zet(value, kolom.loc, [] if kolom.is_lijst else {})
        elif vorm(said) == Onbekend.ONBEKEND.value:
            zet(value, kolom.loc, Onbekend.ONBEKEND.value)
        else:
            zet(value, kolom.loc, said or None)

    def lees(self, kolom: Kolom, heads: Koppen, rij: _Rij, was: Value) -> Value:
        """The value in a cell; None when there is none."""
        column = heads.kolommen.get(kolom.loc, 0)
        cell = rij.cellen.get(column)
        if was is not None and _tekst(cell) == self.geschreven(kolom, was):
            return op(was, kolom.loc) if kolom.loc else was
        answer = lees_cel(kolom, cell, self.wijzers)
        for code, message, tip in answer.problemen:
            self.probleem(rij.nummer, column, code, message, tip)
        for rule in answer.regels:
            self.result.opgeschoond.setdefault(rule, []).append(rij.nummer)
        if answer.leeg and not (kolom.vraag and kolom.vraag.verplicht):
            return None
        if answer.leeg and answer.waarde is not None:
            self.result.opgeschoond.setdefault(Opschoning.LEEG, []).append(rij.nummer)
        return answer.waarde

    # ------------------------------------------------------------ all of it

    def klaar(self) -> Gelezen:
        """What the columns say that tell whether a list is there, against the rows there are; then
        what changed meanwhile.
        """
        for (key, place), (said, where) in self.aanwezig.items():
            filled = self.gevuld.get((key, place))
            typed = vorm(said)
            way = tuple(one for one in place if isinstance(one, str))
            if typed == INGEVULD and not filled and way in self.lijsten:
                zet_op(self.result.mijn[key], place, [])
            if filled and said and typed != INGEVULD:
                name, row, _ = filled
                message = f"Hier staat '{said}', en toch is er iets ingevuld ({name}, rij {row})."
                tip = f"Zet hier '{INGEVULD}', of haal dat weg."
                self.probleem_op(where, "onbekend-en-meer", message, tip)
        self.result.waarden = dict(self.result.mijn)
        for key in self.result.mijn:
            self.intussen(key)
        if self.toen is None and any(
            key in self.nu and value != self.nu[key] for key, value in self.result.mijn.items()
        ):
            message = "Hier is niet aan te zien wat er stond toen dit blad werd gemaakt."
            tip = "Kijk bij elke wijziging of zij van jou is, of van een oud blad komt. "
            tip += "Wat er niet in staat, blijft staan."
            sheet = next(iter(self.result.koppen), "werkmap")
            self.probleem_op((sheet, 0, 0), "geen-toen", message, tip, Level.LET_OP)
        return self.result

    def intussen(self, key: str) -> None:
        """Put the value of a record together with what changed since the workbook was made."""
        made = self.toen.waarden if self.toen else {}
        if key not in made or made[key] == self.nu.get(key):
            return
        own = self.result.mijn[key]
        found = samengevoegd(made[key], own, self.nu.get(key, NIETS), self.soort.type)
        self.result.waarden[key] = None if found.waarde is NIETS else found.waarde
        for one in found.botsingen:
            where = self.result.plek(key, one.loc) or (self.waar, 0, 0)
            if one.mijn is NIETS:
                message = f"Dit haalde je weg, maar het is intussen gewijzigd: {_kort(one.hun)}"
                message, tip = f"{message}.", "Het blijft staan. Haal het anders opnieuw weg."
            else:
                message = "Dit is gewijzigd sinds deze werkmap is gemaakt."
                tip = f"Nu staat er: {_kort(one.hun)}. Kies welke van de twee het moet zijn."
            self.probleem_op(where, "intussen-gewijzigd", message, tip, Level.LET_OP)

    def probleem(self, row: int, column: int, code: str, message: str, tip: str = "") -> None:
        self.probleem_op((self.waar, row, column), code, message, tip)

    def probleem_op(
        self, plek: Plek, code: str, message: str, tip: str, level: Level = Level.FOUT
    ) -> None:
        self.result.issues.append(Issue(*plek, code, message, tip, level))


def _sleutel(kolom: Kolom) -> str:
    return ".".join(kolom.loc)


def _tekst(cell: Cel | None) -> str:
    """What a cell says, without spaces around its lines."""
    if cell is None:
        return ""
    return "\n".join(line.strip(RAND) for line in cell.waarde.split("\n")).strip("\n")


def _naam(cell: Cel | None) -> str:
    """A cell by which another is known."""
    return " ".join(cell.waarde.split()) if cell else ""


def _kort(value: Misschien) -> str:
    """A value in so many signs as fit in a message."""
    if value is NIETS:
        return "niets"
    if isinstance(value, list):
        text = "; ".join(_kort(one) for one in value)
    elif isinstance(value, dict):
        text = " ".join(_kort(one) for one in value.values())
    else:
        text = str(value)
    return ingekort(text)


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
    found: Any = value
    for part in loc[:-1]:
        found = found[part]
    if new is None:
        found.pop(loc[-1], None)
    else:
        found[loc[-1]] = new
