"""What somebody pasted from a spreadsheet program, as cells of a table, new rows and what is wrong.

Nothing is set, filled in or left out in silence: who pastes sees first what becomes of it, and what
the checks have against it. Not here: the table itself (``tabel``).
"""

from __future__ import annotations

import copy
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.invoer.blad.cellen import Wijzers, lees_cel, wijzers, zet
from macros.invoer.blad.indeling import Kolom
from macros.invoer.gezocht import gevonden
from macros.invoer.inzending.namen import vorm
from macros.issue import Issue, Level, met_punten, nearest
from macros.lezing import gemaskeerd
from macros.model.basis.verwijzing import naar_id
from macros.source.nodes import Loc, Value, op
from macros.source.werkblad import tekstcel
from macros.werkbank.bladen import geen_persoon, in_de_rijen, kenmerk, regio_van, schrijf
from macros.werkbank.nieuw import nieuw as begin_record
from macros.werkbank.tabel import kolommen, plek, rijen, sleutel, titel_van, veld_van
from macros.werkbank.werkbank import Afgewezen, Werkbank

MEESTE_RIJEN = 5_000
_EINDE = re.compile("\r\n?|\n")
_HEKJES = re.compile("#{3,}")
_PUNT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_PROCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%")


def ontleed(tekst: str) -> list[list[str]]:
    """Rows of cells. Excel and LibreOffice put quotes around a cell only when there is a tab or a
    line end in it; any other quote is one that somebody typed.
    """
    text = _EINDE.sub("\n", tekst.replace("\ufeff", "")).rstrip("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cel(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1


def _cel(text: str, at: int) -> tuple[str, int]:
    """A cell, and where it ends."""
    if text[at : at + 1] == '"' and (found := _tussen_tekens(text, at)):
        return found
    ends = (one for one in (text.find("\t", at), text.find("\n", at)) if one >= 0)
    end = min(ends, default=len(text))
    return text[at:end], end


def _tussen_tekens(text: str, at: int) -> tuple[str, int] | None:
    """A cell between quotes; None when the quote is of the text itself."""
    end = at + 1
    while (end := text.find('"', end)) >= 0:
        if text[end + 1 : end + 2] == '"':
            end += 2
            continue
        if text[end + 1 : end + 2] not in ("", "\t", "\n"):
            return None
        inner = text[at + 1 : end].replace('""', '"')
        return (inner, end + 1) if "\t" in inner or "\n" in inner else None
    return None


@dataclass
class _Plakken:
    """What becomes of it, as the answer has it."""

    cellen: list[dict[str, Any]] = field(default_factory=list)
    nieuw: list[dict[str, Any]] = field(default_factory=list)
    meldingen: list[dict[str, Any]] = field(default_factory=list)


def plak(
    bank: Werkbank,
    naam: str,
    tekst: str,
    rij: int,
    kolommen_daar: Sequence[str] | None = None,
    eerste: int = 0,
    rijen_daar: Sequence[Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """``{cellen: [{pad, loc, waarde, rij, kolom}], nieuw: [{pad, waarde, titel}], waarden: {pad:
    waarde}, koppen, rijen, meldingen: [{rij, kolom, kop, code, message, tip, level, tekst,
    mee}]}``; ``waarden`` are the whole records with all of that, ``mee`` is whether what is told
    goes along all the same.

    ``rij`` is the row of the table where it begins (behind the last: below it), ``kolommen_daar``
    the keys of the columns as they stand there, of which the one at ``eerste`` is the first. Where
    rows are hidden or sorted, ``rijen_daar`` has those that are seen, each ``{pad, loc}``. With
    headings each column finds its own place, and a row with an id or a known name its own row. The
    rows and columns of messages are those of what was pasted, from 1.
    """
    rows = ontleed(tekst)
    if len(rows) > MEESTE_RIJEN:
        raise Afgewezen(
            f"Dit zijn {met_punten(len(rows))} rijen, en dat is te veel om te plakken. "
            "Neem er minder, of gebruik een werkmap."
        )
    heads = (row for row in rows if sum(bool(cell.strip()) for cell in row) > 1)
    geen_persoon(1, next(heads, rows[0]))  # below titles, as in a file
    return _Plakker(bank, naam, kolommen_daar, eerste, rijen_daar).alles(rows, rij)


@dataclass(frozen=True, slots=True)
class _Cel:
    """What a pasted cell says: its row, column, heading and text are ``plek``."""

    kolom: Kolom
    waarde: Value
    plek: tuple[int, int, str, str]


class _Plakker:
    def __init__(
        self,
        bank: Werkbank,
        naam: str,
        kolommen_daar: Sequence[str] | None,
        eerste: int,
        rijen_daar: Sequence[Mapping[str, Any]] | None,
    ) -> None:
        self.bank, self.naam = bank, naam
        self.soort, self.veld = plek(naam)
        self.titel = titel_van(naam)
        known = {sleutel(one): one for one in kolommen(naam)}
        shown = [*known] if kolommen_daar is None else kolommen_daar
        self.daar = [known[one] for one in shown[max(eerste, 0) :] if one in known]
        self.bekend = known
        self.wijzers: Wijzers = wijzers(regio_van(bank), self.soort.naam)
        self.rijen = list(rijen(bank, naam))
        self.gezien = self.rijen if rijen_daar is None else self.zoals(rijen_daar)
        self.index = {"id": self.op("id"), "titel": self.op("titel")}
        self.uit = _Plakken()
        self.plaatsen: dict[tuple[str, Loc], tuple[int, int, str, str]] = {}
        self.vrij: dict[str, int] = {}
        self.leeg: defaultdict[str, list[int]] = defaultdict(list)
        self.namen = Counter[str]()

    def zoals(self, seen: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The rows in the order in which they are seen."""
        known = {(one["pad"], *one["loc"]): one for one in self.rijen}
        places = [(one["pad"], *one["loc"]) for one in seen]
        return [known[place] for place in places if place in known]

    def op(self, name: str) -> dict[str, list[dict[str, Any]]]:
        """The rows of the table by what they are called."""
        found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for one in self.rijen:
            typed = one["waarden"].get(self.titel) if name == "titel" else None
            for said in {vorm(one[name]), vorm(typed) if isinstance(typed, str) else ""} - {""}:
                found[said].append(one)
        return found

    def alles(self, rows: list[list[str]], begin: int) -> dict[str, Any]:
        heads = self.koppen(rows)
        first = 1 if heads else 0
        columns: list[Kolom | None] = heads[0] if heads else [*self.daar]
        keys = heads[1] if heads else {}
        width = Counter(map(len, rows)).most_common(1)[0][0]
        for number, row in enumerate(rows[first:], first + 1):
            if not any(one.strip() for one in row):
                self.meld(number, 0, "lege-rij", "Deze rij is leeg.", "", level=Level.LET_OP)
                continue
            if len(row) < width:
                cells = "1 cel" if len(row) == 1 else f"{len(row)} cellen"
                message = f"Deze rij heeft {cells}, en de andere {width}."
                self.meld(
                    number,
                    0,
                    "ongelijk",
                    message,
                    "Kijk of alles in zijn kolom staat.",
                    level=Level.LET_OP,
                )
            target = self.doel(row, keys, number, begin + number - first - 1)
            self.rij(number, row, columns, target)
        self.lege_cellen(columns)
        new = self.waarden()
        self.nagekeken(new)
        found = self.uit
        found.meldingen.sort(key=lambda one: (one["level"] != Level.FOUT.value, one["rij"]))
        return {
            "cellen": found.cellen,
            "nieuw": found.nieuw,
            "waarden": new,
            "koppen": bool(heads),
            "rijen": len(rows) - first,
            "meldingen": found.meldingen,
        }

    # ------------------------------------------------------------ headings and rows

    def koppen(self, rows: list[list[str]]) -> tuple[list[Kolom | None], dict[str, int]] | None:
        """The column of each heading, and where the id and the title stand; None without them."""
        named = {vorm(one.kop): one for one in self.bekend.values()}
        named |= {vorm(key): one for key, one in self.bekend.items()}
        heads = [vorm(one.rstrip(" *:")) for one in rows[0]]
        ours = [one for one in heads if one in named or one in _IDS]
        if len(rows) < 2 or not ours or (len(ours) < 2 and len(ours) < len([*filter(None, heads)])):
            return None
        columns: list[Kolom | None] = []
        keys: dict[str, int] = {}
        for at, head in enumerate(heads):
            kolom = named.get(head)
            if head in _IDS:
                keys.setdefault(_IDS[head], at)
            elif kolom is None and (head or any(len(row) > at and row[at] for row in rows[1:])):
                filled = sum(len(row) > at and bool(row[at].strip()) for row in rows[1:])
                message = f"De kolom '{rows[0][at]}' hoort niet in deze tabel."
                tip = nearest(rows[0][at], [one.kop for one in self.bekend.values()])
                cells = "1 cel is" if filled == 1 else f"{filled} cellen zijn"
                tip = f"{tip} {cells} niet gelezen.".strip()
                self.meld(1, at + 1, "vreemde-kolom", message, tip, rows[0][at])
            elif kolom in columns:
                message = f"De kolom '{rows[0][at]}' staat er twee keer."
                self.meld(1, at + 1, "dubbele-kolom", message, "Houd er één over.", rows[0][at])
                kolom = None
            if kolom and kolom.loc == (self.titel,):
                keys["titel"] = at
            columns.append(kolom)
        return columns, keys

    def doel(
        self, row: list[str], keys: Mapping[str, int], number: int, place: int
    ) -> dict[str, Any] | None:
        """The row of the table that a pasted one is about; None when it is new."""
        if not keys:
            return self.gezien[place] if 0 <= place < len(self.gezien) else None
        said = {name: vorm(row[at]) if at < len(row) else "" for name, at in keys.items()}
        names = {"id": "deel", "titel": "titel"} if self.veld else {"id": "id", "titel": "titel"}
        record = said.get("id", "") if self.veld else ""
        for name, column in names.items():
            wanted = said.get(column, "")
            found = self.index[name].get(wanted, []) if wanted else []
            fits = [one for one in found if not record or self.van(one) == record]
            if len(fits) == 1:
                return fits[0]
            if len(fits) > 1:
                message = f"Er zijn {len(fits)} rijen die zo heten."
                tip = "Zet er een kolom 'id' bij, zodat te zien is welke je bedoelt."
                self.meld(number, keys[column] + 1, "welke-rij", message, tip, wanted)
                return _GEEN
            if wanted and name == "id":
                message = f"Er is geen rij met de id '{row[keys[column]].strip()}'."
                tip = nearest(wanted, [one["id"] for one in self.rijen])
                tip = tip or "Is het iets nieuws? Laat de id dan leeg."
                self.meld(number, keys[column] + 1, "verwijzing", message, tip, wanted)
                return _GEEN
        return None

    @staticmethod
    def van(row: Mapping[str, Any]) -> str:
        """The id of the record that a row is of."""
        return vorm(str(row["pad"]).rpartition("/")[2].rpartition(".")[0])

    def rij(
        self,
        number: int,
        row: list[str],
        columns: Sequence[Kolom | None],
        target: dict[str, Any] | None,
    ) -> None:
        if target is _GEEN:
            return
        read: list[_Cel] = []
        for at, text in enumerate(row):
            kolom = columns[at] if at < len(columns) else None
            if at >= len(columns) and text.strip():
                message = "Deze cel valt buiten de tabel."
                tip = "Begin meer naar links, of plak minder kolommen."
                self.meld(number, at + 1, "buiten", message, tip, text)
            if kolom is None:
                continue
            if not text.strip():
                self.leeg[sleutel(kolom)].append(number)
                continue
            found = self.lees(kolom, text, number, at + 1)
            if found is not None:
                read.append(_Cel(kolom, found, (number, at + 1, kolom.kop, text)))
        if target is None:
            self.nieuwe(number, row, columns, read)
            return
        for one in read:
            if target["waarden"].get(sleutel(one.kolom)) == one.waarde:
                continue
            pad, loc = target["pad"], [*target["loc"], *one.kolom.loc]
            self.plaatsen[pad, tuple(loc)] = one.plek
            place = {"rij": number, "kolom": sleutel(one.kolom)}
            self.uit.cellen.append({"pad": pad, "loc": loc, "waarde": one.waarde, **place})

    def lees(self, kolom: Kolom, text: str, number: int, at: int) -> Value:
        """The value of a cell; None, and why, when it cannot be taken over as it is."""
        cell = tekstcel(text)
        if told := self.twijfel(kolom, text.strip()):
            self.meld(number, at, *told, text, kop=kolom.kop)
            return None
        answer = lees_cel(kolom, cell, self.wijzers)
        for code, message, tip in answer.problemen:
            self.meld(number, at, code, message, tip, text, kop=kolom.kop)
        return None if answer.problemen else answer.waarde

    def twijfel(self, kolom: Kolom, text: str) -> tuple[str, str, str] | None:
        """(code, message, tip) of a cell that can mean two things."""
        if _HEKJES.fullmatch(text):
            message = "Hier staan alleen hekjes: de kolom was te smal."
            return "hekjes", message, "Maak haar breder en kopieer opnieuw."
        if veld_van(self.naam, kolom)["soort"] != "getal" and kolom.loc[-1] != "waarde":
            return None
        if _PUNT.fullmatch(text):
            message = f"'{text}' kan {text.replace('.', '')} zijn, of {text.replace('.', ',')}."
            return "dubbelzinnig", message, "Typ het getal zonder punt."
        if _PROCENT.fullmatch(text):
            message = f"Hier staat een percentage ({text})."
            return "eenheid", message, "Vraagt deze kolom een percentage? Typ het zonder %-teken."
        return None

    # ------------------------------------------------------------ what is new

    def nieuwe(
        self,
        number: int,
        row: list[str],
        columns: Sequence[Kolom | None],
        read: Sequence[_Cel],
    ) -> None:
        """A row below the others: a record, or one more part of the record above it."""
        at = next((i for i, one in enumerate(columns) if one and one.loc == (self.titel,)), None)
        title = " ".join(row[at].split()) if at is not None and at < len(row) else ""
        if self.veld:
            self.nieuw_deel(number, title, read)
            return
        if self.namen[vorm(title)]:
            message = "Een rij hierboven heet ook zo."
            self.meld(
                number, (at or 0) + 1, "dubbele-titel", message, "Geef elk een eigen naam.", title
            )
            return
        made = begin_record(self.bank, self.soort.naam, title)
        if "melding" in made:
            self.meld(number, (at or 0) + 1, "nieuw", made["melding"], "", title)
            return
        self.namen[vorm(title)] += 1
        value: dict[str, Value] = made["waarde"]
        value.pop("nummer", None)  # that of the first of more than one
        for one in read:
            zet(value, one.kolom.loc, one.waarde)
            self.plaatsen[made["pad"], one.kolom.loc] = one.plek
        there = [self.bank.waarde(pad) for pad in self.bank.paden(self.soort)]
        self.soort.genummerd(value, [*there, *(one["waarde"] for one in self.uit.nieuw)])
        self.uit.nieuw.append({"pad": made["pad"], "waarde": value, "titel": title})

    def nieuw_deel(self, number: int, title: str, read: Sequence[_Cel]) -> None:
        pads = {one["pad"]: None for one in self.rijen}
        value: Value = {}
        for one in read:
            zet(value, one.kolom.loc, one.waarde)
        assert isinstance(value, dict)
        file = self.soort.bestand(str(value.get("bron", ""))) if self.soort.tabellen else ""
        if len(pads) != 1 and file not in pads:
            message = "Van deze nieuwe rij is niet te zien waar zij bij hoort."
            tip = "Open het record en voeg haar daar toe, of gebruik een werkmap."
            self.meld(number, 0, "waarbij", message, tip, title)
            return
        pad = file if file in pads else next(iter(pads))
        if not self.soort.tabellen:
            value = {"id": naar_id(title), **value}
        held = [one for one in self.rijen if one["pad"] == pad]
        index = self.vrij.setdefault(pad, len(held))
        self.vrij[pad] += 1
        for one in read:
            self.plaatsen[pad, (self.veld, index, *one.kolom.loc)] = one.plek
        place = {"rij": number, "kolom": ""}
        self.uit.cellen.append({"pad": pad, "loc": [self.veld, index], "waarde": value, **place})

    # ------------------------------------------------------------ what is told

    def waarden(self) -> dict[str, Value]:
        """The records as they would be, by the paths of their files."""
        found: dict[str, Value] = {one["pad"]: one["waarde"] for one in self.uit.nieuw}
        for one in self.uit.cellen:
            pad, loc, was = one["pad"], one["loc"], self.bank.waarde(one["pad"])
            now = found[pad] if pad in found else copy.deepcopy(was)
            found[pad] = now = _gezet(now, loc, one["waarde"])
            gevonden(op(now, loc[:-1]), op(was, loc[:-1]))
        return found

    def nagekeken(self, new: Mapping[str, Value]) -> None:
        """What the checks have against what was pasted: it goes along, and is told at its cell."""
        known = {kenmerk(one) for one in self.bank.meldingen()}
        with self.bank.even():
            refused, _ = schrijf(self.bank, new)
            self.bank.lees()
            for one in self.bank.meldingen():
                if one.pad in new and one.issue.level is Level.FOUT and kenmerk(one) not in known:
                    loc = in_de_rijen(self.bank.waarde(one.pad), new[one.pad], one.loc)
                    self.bij_cel(one.pad, loc, one.issue)
        for pad, why in refused.items():
            row = next(place[0] for (other, _), place in self.plaatsen.items() if other == pad)
            self.meld(row, 0, "schrijven", why, "")

    def bij_cel(self, pad: str, loc: Loc, issue: Issue) -> None:
        """Tell a problem at the cell that was pasted there, if one was."""
        for end in range(len(loc), 0, -1):
            if (pad, loc[:end]) in self.plaatsen:
                row, column, kop, text = self.plaatsen[pad, loc[:end]]
                told = issue.code, issue.message, issue.tip
                self.meld(row, column, *told, text, kop=kop, mee=True)
                return

    def lege_cellen(self, columns: Iterable[Kolom | None]) -> None:
        """Cells that were joined in the spreadsheet leave gaps: nothing is filled in for them."""
        for at, kolom in enumerate(columns, 1):
            numbers = self.leeg.get(sleutel(kolom), []) if kolom else []
            if kolom and numbers:
                some = ", ".join(map(str, numbers[:5])) + (" …" if len(numbers) > 5 else "")
                said = "is 1 cel" if len(numbers) == 1 else f"zijn {len(numbers)} cellen"
                message = f"In '{kolom.kop}' {said} leeg (rij {some}): daar verandert niets."
                tip = "Waren ze samengevoegd? Vul dan zelf in wat er hoort."
                self.meld(numbers[0], at, "leeg", message, tip, kop=kolom.kop, level=Level.LET_OP)

    def meld(
        self,
        row: int,
        column: int,
        code: str,
        message: str,
        tip: str,
        text: str = "",
        *,
        kop: str = "",
        level: Level = Level.FOUT,
        mee: bool = False,
    ) -> None:
        masked = gemaskeerd(message)
        self.uit.meldingen.append(
            {
                "rij": row,
                "kolom": column,
                "kop": kop,
                "code": code,
                "message": masked,
                "tip": tip if masked == message else gemaskeerd(tip),
                "level": level.value,
                "tekst": text,
                "mee": mee or level is not Level.FOUT,
            }
        )


_IDS = {"id": "id", "korte naam (id)": "deel"}
_GEEN: dict[str, Any] = {}
"""The row that a pasted one is about cannot be told."""


def _gezet(value: Value, loc: Sequence[str | int], new: Value) -> Value:
    """A value with another one at a place; what is around that begins where it is not there."""
    if not loc:
        return new
    part, *rest = loc
    if isinstance(part, int):
        items = [*value] if isinstance(value, list) else []
        items[part : part + 1] = [_gezet(items[part] if part < len(items) else None, rest, new)]
        return items
    group = {**value} if isinstance(value, dict) else {}
    group[part] = _gezet(group.get(part), rest, new)
    return group
