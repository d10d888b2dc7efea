"""A workbook of a kind back into values, each with the cell it came from; every problem at once.

A cell that says what was written into it leaves its value as it is. An empty cell is no value. A
column or sheet that is not there changes nothing, and neither does a record that has no row on the
first sheet. What changed in the data since the workbook was made stays, unless the sheet changes
the same value (``toen``); from a sheet that does not remember what it was, nothing goes away. Not
here: whether a value is right (``model``, ``rules``).
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.invoer.blad.cellen import (
    cel,
    in_cellen,
    kort,
    lees_cel,
    naam_in,
    tekst_in,
    wijzers,
    zet,
    zet_op,
)
from macros.invoer.blad.gelezen import Gelezen, Plek
from macros.invoer.blad.indeling import ID, INGEVULD, Kolom, Tabblad, indeling
from macros.invoer.blad.toen import Toen, lees_toen
from macros.invoer.gezocht import gevonden
from macros.invoer.inzending.koppen import Koppen, zoek_koppen
from macros.invoer.inzending.namen import vorm
from macros.invoer.inzending.opschonen import Opschoning
from macros.issue import Issue, Level, nearest
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.verwijzing import id_zoals, kan_id_zijn
from macros.model.geheel import SOORT, Regio
from macros.model.walk import verwijzing_in
from macros.source.nodes import Loc, Value, op
from macros.source.werkblad import RAND, tekstcel
from macros.source.werkmap import Blad, Cel, Werkmap
from macros.wijziging.paren import Soort as Type
from macros.wijziging.paren import binnen, paren
from macros.wijziging.samenvoegen import NIETS, samengevoegd

_NUMMER = "nummer"
_SLEUTEL = "sleutel"


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
        self.kwijt: dict[tuple[str, ...], str] = {}
        self.genoemd = {
            key: title
            for key, value in nu.items()
            if isinstance(title := op(value, (self.soort.titel,)), str)
        }
        self.titels = {vorm(title): key for key, title in self.genoemd.items()}

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
            self.lijsten.add(_weg(blad))
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
        return _Rij(row, cells, tuple(naam_in(cells.get(at)) for at in keys))

    def record(self, blad: Tabblad, heads: Koppen, rij: _Rij) -> None:
        key = rij.sleutels[0] if rij.sleutels else ""
        row, at = rij.nummer, heads.kolommen.get((_SLEUTEL, 0), 0)
        self.result.van[self.waar, row] = ""
        if self.soort.is_map and not key:
            key = self.nieuw(heads, rij)
            if not key:
                return
        elif self.soort.is_map and key not in self.nu:
            nameless = self.soort.titel not in self.soort.type.model_fields
            if not nameless or key in self.was or not kan_id_zijn(key):
                self.probleem(row, at, "verwijzing", *self.is_er_niet(key))
                self.kwijt[()] = f"{self.waar}, rij {row}"
                return
            self.result.nieuw.add(key)
        self.result.van[self.waar, row] = key
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
        known = verwijzing_in(self.soort.type, self.soort.titel) if title else None
        ids = self.wijzers[known.soorten].ids(title) if known else []
        title = ids[0] if len(ids) == 1 else title
        made = title if known else id_zoals(title, self.genoemd)
        key = self.titels.get(vorm(title)) or made
        if known and len(ids) != 1:
            message = f"Er is geen {' of '.join(known.soorten)} '{title}'."
            tip = nearest(title, self.wijzers[known.soorten].bekend)
            self.probleem(rij.nummer, at, "verwijzing", message, tip)
            key = ""
        elif not key:
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
            if found is None:
                self.kwijt.setdefault(_weg(blad), f"{self.waar}, rij {rij.nummer}")
            else:
                key, keys, holder = found
                groups[key, holder.loc].append((rij, keys))
                holders[key, holder.loc] = holder
        for (key, where), group in groups.items():
            holder = holders[key, where]
            before = op(holder.oud, blad.weg[-1])
            old = before if isinstance(before, list) else []
            pairs = self.paren(blad, heads, old, [rij for rij, _ in group])
            if len(pairs) < len(old):
                self.misschien_half(key, _weg(blad))
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
        self.result.van[self.waar, rij.nummer] = key
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
                _sleutel(one): tekst_in(rij.cellen[at])
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
        return tekst_in(tekstcel(cel(kolom, value, self.namen)))

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
        own, old = (naam_in(tekstcel(str(op(one, (ID,)) or ""))) for one in (value, was))
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
        gevonden(value, was)

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
        if was is not None and tekst_in(cell) == self.geschreven(kolom, was):
            return op(was, kolom.loc) if kolom.loc else was
        answer = lees_cel(kolom, cell, self.wijzers)
        for code, message, tip in answer.problemen:
            self.probleem(rij.nummer, column, code, message, tip)
        for rule in Opschoning if not answer.problemen else ():
            if rule in answer.regels:
                self.result.noteer(self.waar, rule, rij.nummer)
        if answer.leeg and not (kolom.vraag and kolom.vraag.verplicht):
            return None
        if answer.leeg and answer.waarde is not None:
            self.result.noteer(self.waar, Opschoning.LEEG, rij.nummer)
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
                self.misschien_half(key, way)
            if filled and said and typed != INGEVULD:
                name, row, _ = filled
                message = f"Hier staat '{said}', en toch is er iets ingevuld ({name}, rij {row})."
                tip = f"Zet hier '{INGEVULD}', of haal dat weg."
                self.probleem_op(where, "onbekend-en-meer", message, tip)
        for key in self.result.mijn:
            if (key, (ID,)) not in self.result.plaatsen and self.soort.is_map:
                self.misschien_half(key, ())
        for key, value in self.result.mijn.items():
            if key in self.result.nieuw:
                self.soort.genummerd(value, [*self.nu.values(), *self.result.mijn.values()])
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

    def misschien_half(self, key: str, weg: tuple[str, ...]) -> None:
        """A record that misses a row, on a sheet with a row of which nobody knows whose it is."""
        if weg in self.kwijt:
            name, row, _ = self.result.plaatsen[key, ()]
            message = f"Van '{key}' ontbreekt een rij. Hoort die van {self.kwijt[weg]} hierbij?"
            self.probleem_op((name, row, 0), "half", message, "Verbeter eerst die rij.")

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
                message = f"Dit haalde je weg, maar het is intussen gewijzigd: {kort(one.hun)}"
                message, tip = f"{message}.", "Het blijft staan. Haal het anders opnieuw weg."
            else:
                message = "Dit is gewijzigd sinds deze werkmap is gemaakt."
                tip = f"Nu staat er: {kort(one.hun)}. Kies welke van de twee het moet zijn."
            self.probleem_op(where, "intussen-gewijzigd", message, tip, Level.LET_OP)

    def probleem(self, row: int, column: int, code: str, message: str, tip: str = "") -> None:
        self.probleem_op((self.waar, row, column), code, message, tip)

    def probleem_op(
        self, plek: Plek, code: str, message: str, tip: str, level: Level = Level.FOUT
    ) -> None:
        self.result.issues.append(Issue(*plek, code, message, tip, level))


def _weg(blad: Tabblad) -> tuple[str, ...]:
    """The fields on the way to the rows of a sheet."""
    return tuple(part for step in blad.weg for part in step)


def _sleutel(kolom: Kolom) -> str:
    return ".".join(kolom.loc)
