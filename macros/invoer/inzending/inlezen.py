"""A filled-in spreadsheet to arrangements, or to everything that is wrong with it at once.

The checks are those of the data folder: ``validate`` for each row, and all rules over the region
with the new records in it. Not here: reading the file (``source.werkmap``), the rules of cleaning
(``opschonen``), writing (``schrijven``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from macros.invoer.inzending.namen import Wijzer
from macros.invoer.inzending.opschonen import Opschoning, opgeschoond
from macros.invoer.inzending.vragen import vragen
from macros.issue import Issue, Level, nearest
from macros.model.arrangement import Arrangement
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio, pad_van
from macros.model.validate import validate
from macros.rules.registry import findings
from macros.source.nodes import Document, Loc, Value
from macros.source.werkmap import Blad, Cel, open_werkmap

BLAD = "Arrangementen"
_PLAATS = f"blad {BLAD}"


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What a sheet holds. ``documenten`` has the values of each new file, by its path.

    Of an issue the line is the row and the column the column; 0 is the whole row, or the sheet.
    """

    documenten: Mapping[str, Document] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    koppen: Mapping[int, str] = field(default_factory=dict)
    opgeschoond: Mapping[Opschoning, tuple[int, ...]] = field(default_factory=dict)
    niet_gelezen: tuple[str, ...] = ()

    @property
    def fouten(self) -> int:
        """How many problems there are that must be solved first."""
        return sum(issue.level is Level.FOUT for issue in self.issues)

    @property
    def ok(self) -> bool:
        """Whether all of it may be written."""
        return not self.fouten


def lees_in(raw: bytes, bestand: str, regio: Regio, vandaag: Datum) -> Ingelezen:
    """Read and check the bytes of a file, on the day that it is."""
    werkmap, issues = open_werkmap(raw, bestand)
    blad, issues = werkmap.lees(BLAD) if werkmap else (None, issues)
    if blad is None:
        return Ingelezen(issues=tuple(issues))
    return _Lezer(blad, regio, vandaag).alles()


class _Lezer:
    def __init__(self, blad: Blad, regio: Regio, vandaag: Datum) -> None:
        self.blad = blad
        self.regio = regio
        self.vandaag = vandaag
        self.issues = list(blad.issues)
        self.koppen = {
            column: " ".join(cel.waarde.split())
            for column, cel in sorted(blad.rijen.get(1, {}).items())
        }
        self.kolommen = self.zoek_kolommen()
        self.wijzers = {
            vraag.verwijst_naar: Wijzer(regio, vraag.verwijst_naar)
            for vraag in vragen()
            if vraag.verwijst_naar
        }
        self.documenten: dict[str, Document] = {}
        self.regels: defaultdict[Opschoning, list[int]] = defaultdict(list)

    def alles(self) -> Ingelezen:
        """Every row, then what must hold between all records."""
        rows = {row: cells for row, cells in sorted(self.blad.rijen.items()) if row > 1}
        if not rows:
            self.probleem(
                0, 0, "leeg-blad", "Er staat geen enkel arrangement in.", "Vul een rij in."
            )
        records = [record for row, cells in rows.items() for record in self.rij(row, cells)]
        self.tussen_records(records)
        if self.blad.lege_rijen:
            self.regels[Opschoning.LEGE_RIJ] = [0] * self.blad.lege_rijen
        return Ingelezen(
            MappingProxyType(self.documenten),
            tuple(sorted(set(self.issues))),
            self.koppen,
            {rule: tuple(self.regels[rule]) for rule in Opschoning if rule in self.regels},
            self.blad.niet_gelezen,
        )

    def probleem(self, row: int, column: int, code: str, message: str, tip: str = "") -> None:
        self.issues.append(Issue(_PLAATS, row, column, code, message, tip))

    def zoek_kolommen(self) -> dict[Loc, int]:
        """Where each question stands; a column that is missing or strange is a problem."""
        by_label = {vraag.label.casefold(): vraag for vraag in vragen()}
        found: dict[Loc, int] = {}
        for column, label in self.koppen.items():
            vraag = by_label.get(label.casefold())
            if vraag is None:
                tip = nearest(label, (one.label for one in vragen()))
                message = f"De kolom '{label}' hoort niet in het invulblad."
                self.probleem(1, column, "vreemde-kolom", message, tip or "Haal haar weg.")
            elif vraag.loc in found:
                message = f"De kolom '{label}' staat er twee keer."
                self.probleem(1, column, "dubbele-kolom", message, "Houd er één over.")
            else:
                found[vraag.loc] = column
        for vraag in vragen():
            if vraag.loc not in found:
                message = f"De kolom '{vraag.label}' ontbreekt."
                self.probleem(1, 0, "geen-kolom", message, "Neem de koppen van het invulblad over.")
        return found

    def rij(self, row: int, cells: Mapping[int, Cel]) -> Iterator[Arrangement]:
        """The record of a row, if it is right."""
        for column in cells.keys() - self.koppen.keys():
            message = "Boven deze cel staat geen kop."
            self.probleem(
                row, column, "geen-kop", message, "Zet de tekst in een kolom met een kop."
            )
        before = len(self.issues)
        document = self.document(row, cells)
        record, issues = validate(document, Arrangement)
        said = {(one.line, one.column) for one in self.issues[before:]}
        self.issues += [one for one in issues if one.column and (one.line, one.column) not in said]
        if record is None or len(self.issues) > before:
            return
        path = pad_van(Arrangement, record.id)
        if record.id in self.regio.arrangementen:
            column = document.where(("titel",))[1]
            message = f"Het arrangement '{record.id}' bestaat al."
            tip = f"Haal deze rij weg en verander het bestand {path}."
            self.probleem(row, column, "bestaat-al", message, tip)
        elif path in self.documenten:
            first, column = self.documenten[path].where(("titel",))
            message = f"Rij {first} heeft dezelfde naam, en dus dezelfde id ('{record.id}')."
            self.probleem(row, column, "dubbele-titel", message, "Geef elk een eigen naam.")
        else:
            self.documenten[path] = document
            yield record

    def document(self, row: int, cells: Mapping[int, Cel]) -> Document:
        """A row as if it were a file, in which line and column are those of the sheet."""
        values: dict[Loc, Value] = {}
        places: dict[Loc, tuple[int, int]] = {(): (row, 0)}
        for vraag in vragen():
            column = self.kolommen.get(vraag.loc, 0)
            places[vraag.loc] = (row, column)
            if not column:
                continue
            answer = opgeschoond(vraag, cells.get(column), self.wijzers)
            for rule in answer.regels:
                self.regels[rule].append(row)
            for code, message, tip in answer.problemen:
                self.probleem(row, column, code, message, tip)
            values[vraag.loc] = answer.waarde
        titel = values.get(("titel",))
        if isinstance(titel, str) and not naar_id(titel):
            message = "Van deze naam kan geen id worden gemaakt."
            tip = "Gebruik gewone letters of cijfers in de naam."
            self.probleem(row, places["titel",][1], "id-vorm", message, tip)
        return Document(_PLAATS, self.waarde(values, places), places, {})

    def waarde(self, values: Mapping[Loc, Value], places: dict[Loc, tuple[int, int]]) -> Value:
        """The answers as the fields of a record, in their order; without those that are empty."""
        titel = values.get(("titel",))
        result: dict[str, Value] = {}
        if isinstance(titel, str):
            result["id"] = naar_id(titel)
            places["id",] = places["titel",]
        for vraag in vragen():
            group = result
            for part in vraag.loc[:-1]:
                inner = group.setdefault(part, {})
                assert isinstance(inner, dict)
                group = inner
            if values.get(vraag.loc) is not None:
                group[vraag.loc[-1]] = values[vraag.loc]
        return result

    def tussen_records(self, records: Iterable[Arrangement]) -> None:
        """What the rules say of the region with these records in it, and did not say before."""
        new = {record.id: record for record in records}
        records_too = MappingProxyType({**self.regio.arrangementen, **new})
        together = replace(self.regio, arrangementen=records_too)
        before = {(one.pad, one.loc, one.code) for one in findings(self.regio, self.vandaag)}
        for finding in findings(together, self.vandaag):
            if (finding.pad, finding.loc, finding.code) in before:
                continue
            document = self.documenten.get(finding.pad)
            path = document.path if document else finding.pad
            row, column = document.where(finding.loc) if document else (0, 0)
            self.issues.append(finding.op(path, row, column))


_LANGSTE_ID = 80


def naar_id(titel: str) -> str:
    """Kebab-case without accents: the id, and so the file name and the address on the site."""
    plain = unicodedata.normalize("NFKD", titel.lower().translate(_LIGATUREN))
    plain = plain.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:_LANGSTE_ID]
        if len(longer) > _LANGSTE_ID:
            break
        result = longer
    return result


_LIGATUREN = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe"})
