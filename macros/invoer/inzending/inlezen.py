"""A filled-in spreadsheet to arrangements, or to everything that is wrong with it at once.

The checks are those of the data folder: ``validate`` for each row, and all rules over the region
with the records of the sheet in it. A row about an arrangement that is there changes what it fills
in (``bijwerken``). Not here: reading the file (``source.werkmap``), the rules of cleaning
(``opschonen``), writing (``schrijven``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from macros.invoer.inzending.bijwerken import (
    Bestaand,
    Wijziging,
    gearchiveerd,
    ouder,
    samengevoegd,
    wijzigingen,
    zelfde_herkomst,
)
from macros.invoer.inzending.koppen import zoek_koppen
from macros.invoer.inzending.namen import Wijzer
from macros.invoer.inzending.opschonen import Opschoning, opgeschoond
from macros.invoer.inzending.vragen import Antwoord, Vraag, vragen
from macros.issue import Issue, Level
from macros.load import nalezer, zonder_persoon
from macros.model.arrangement import Arrangement
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.verwijzing import naar_id
from macros.model.geheel import SOORT, Regio, pad_van
from macros.model.validate import validate
from macros.rules.registry import Finding, findings
from macros.source.nodes import Document, Loc, Value
from macros.source.werkmap import Blad, Cel, blad_van_csv, open_werkmap

BLAD = "Arrangementen"
_PLAATS = f"blad {BLAD}"


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What a sheet holds. ``documenten`` has the values of each file to write, by its path.

    Of an issue the line is the row and the column the column; 0 is the whole row, or the sheet.
    ``gewijzigd`` says what changes in files that are there, ``hetzelfde`` which rows change
    nothing, ``geen_kolom`` what the sheet leaves alone, ``ontbreekt`` which arrangements it lacks.
    """

    documenten: Mapping[str, Document] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    koppen: Mapping[int, str] = field(default_factory=dict)
    opgeschoond: Mapping[Opschoning, tuple[int, ...]] = field(default_factory=dict)
    niet_gelezen: tuple[str, ...] = ()
    geen_kolom: tuple[str, ...] = ()
    gewijzigd: Mapping[str, tuple[Wijziging, ...]] = field(default_factory=dict)
    hetzelfde: tuple[int, ...] = ()
    ontbreekt: tuple[str, ...] = ()

    @property
    def fouten(self) -> int:
        """How many problems there are that must be solved first."""
        return sum(issue.level is Level.FOUT for issue in self.issues)

    @property
    def ok(self) -> bool:
        """Whether all of it may be written."""
        return not self.fouten

    @property
    def nieuw(self) -> frozenset[str]:
        """The paths of the files that are not there yet."""
        return frozenset(self.documenten.keys() - self.gewijzigd.keys())


def lees_in(
    raw: bytes, bestand: str, regio: Regio, vandaag: Datum, nu: Mapping[str, Document]
) -> Ingelezen:
    """Read and check the bytes of a file, on the day that it is.

    ``nu`` has the values of the files of the region, by their path.
    """
    blad, issues = _blad(raw, bestand)
    if blad is None:
        return Ingelezen(issues=tuple(issues))
    return _Lezer(blad, regio, vandaag, nu).alles()


def _blad(raw: bytes, bestand: str) -> tuple[Blad | None, list[Issue]]:
    """The sheet of a workbook, or the whole of a file that calls itself CSV and is no workbook."""
    book, issues = open_werkmap(raw, bestand)
    if book:
        return book.lees(BLAD)
    if not bestand.lower().endswith((".csv", ".txt", ".tsv")) or raw.startswith(b"PK"):
        return None, issues
    return blad_van_csv(raw, bestand)


@dataclass(frozen=True, slots=True)
class _Rij:
    """A row that was looked at. ``ingevuld`` is what it says; ``fout`` are the columns in which
    something is wrong; ``record`` is missing when anything is.
    """

    nummer: int
    ingevuld: Mapping[Loc, Value]
    plaatsen: Mapping[Loc, tuple[int, int]]
    oud: Arrangement | None
    fout: frozenset[int] = frozenset()
    record: Arrangement | None = None


class _Lezer:
    def __init__(
        self, blad: Blad, regio: Regio, vandaag: Datum, nu: Mapping[str, Document]
    ) -> None:
        self.blad = blad
        self.regio = regio
        self.vandaag = vandaag
        self.nu = nu
        self.nalezer = nalezer(regio)
        self.plaats = blad.bestand or _PLAATS
        self.koppen = zoek_koppen(blad, {vraag.loc: vraag.label for vraag in vragen()})
        self.issues = [
            *blad.issues,
            *(Issue(self.plaats, *problem) for problem in self.koppen.problemen),
        ]
        self.wijzers = {
            vraag.verwijst_naar: Wijzer(regio, vraag.verwijst_naar)
            for vraag in vragen()
            if vraag.verwijst_naar
        }
        self.bestaand = Bestaand(regio)
        self.documenten: dict[str, Document] = {}
        self.gewijzigd: dict[str, tuple[Wijziging, ...]] = {}
        self.rij_van: dict[str, tuple[int, int]] = {}
        self.hetzelfde: list[int] = []
        self.gehad: set[str] = set()
        self.nieuwe: list[_Rij] = []
        self.regels: defaultdict[Opschoning, list[int]] = defaultdict(list)

    def alles(self) -> Ingelezen:
        """Every row, then what must hold between all records."""
        rows = {
            row: cells for row, cells in sorted(self.blad.rijen.items()) if row > self.koppen.rij
        }
        if not rows and (self.koppen.kolommen or not self.blad.rijen):
            message = "Er staat geen enkel arrangement in."
            self.probleem(0, 0, "leeg-blad", message, "Vul een rij in.")
        read = [
            self.rij(row, cells)
            for row, cells in rows.items()
            if self.koppen.kolommen and self.is_rij(row, cells)
        ]
        without = self.koppen.ontbreekt if read and all(rij.oud for rij in read) else ()
        for label in () if without else self.koppen.ontbreekt:
            message = f"De kolom '{label}' ontbreekt."
            tip = "Neem de koppen van het invulblad over."
            self.probleem(self.koppen.rij, 0, "geen-kolom", message, tip)
        self.tussen_records(read)
        self.nog_eens_gestuurd()
        if self.blad.lege_rijen:
            self.regels[Opschoning.LEGE_RIJ] = [0] * self.blad.lege_rijen
        gone = self.bestaand.ontbreekt(self.gehad) if self.gehad else ()
        return Ingelezen(
            MappingProxyType(self.documenten),
            tuple(sorted({zonder_persoon(one) for one in self.issues})),
            self.koppen.namen,
            {rule: tuple(self.regels[rule]) for rule in Opschoning if rule in self.regels},
            (*self.boven_de_koppen(), *self.blad.niet_gelezen),
            without,
            self.gewijzigd,
            tuple(self.hetzelfde),
            tuple(one.titel for one in gone),
        )

    def boven_de_koppen(self) -> Iterator[str]:
        """What stands there is not read."""
        for row, cells in sorted(self.blad.rijen.items()):
            if row < self.koppen.rij:
                first = " ".join(next(iter(cells.values())).waarde.split())
                yield f"Rij {row}, boven de koppen ('{first[:40]}')"

    def probleem(
        self,
        row: int,
        column: int,
        code: str,
        message: str,
        tip: str = "",
        level: Level = Level.FOUT,
    ) -> None:
        self.issues.append(Issue(self.plaats, row, column, code, message, tip, level))

    def is_rij(self, row: int, cells: Mapping[int, Cel]) -> bool:
        """Whether a row can be about an arrangement; if not, what it is is said once."""
        if self.koppen.staan_in(cells):
            message = "Hier staan de koppen nog een keer."
            tip = "Haal deze rij weg: alle arrangementen horen onder één rij met koppen."
            self.probleem(row, 0, "koppen-nog-eens", message, tip)
            return False
        [(column, cel), *more] = cells.items()
        text = " ".join(cel.waarde.split())
        if (
            more
            or column not in self.koppen.kolommen.values()
            or self.bestaand.zoek(text, "", None)
        ):
            return True
        message = f"In deze rij staat alleen '{text[:40]}'."
        tip = "Is het een opmerking of een totaal? Haal de rij weg. Zo niet, vul haar verder in."
        self.probleem(row, column, "losse-tekst", message, tip)
        return False

    def rij(self, row: int, cells: Mapping[int, Cel]) -> _Rij:
        """What a row says, with the record that it makes if that is right."""
        before = len(self.issues)
        for column in cells.keys() - self.koppen.namen.keys():
            message = "Boven deze cel staat geen kop."
            self.probleem(
                row, column, "geen-kop", message, "Zet de tekst in een kolom met een kop."
            )
        found = self.antwoorden(row, cells)
        document = Document(self.plaats, self.waarde(found), dict(found.plaatsen), {})
        record, issues = validate(document, Arrangement)
        said = {(one.line, one.column) for one in self.issues[before:]}
        self.issues += [one for one in issues if one.column and (one.line, one.column) not in said]
        path = pad_van(Arrangement, record.id) if record else self.plaats
        texts = self.nalezer.document(path, document, Arrangement)
        self.issues += [one for one in texts if one.column]
        wrong = [one for one in self.issues[before:] if one.level is Level.FOUT]
        if record is None or wrong:
            return replace(found, fout=frozenset(one.column for one in wrong))
        return replace(found, record=record) if self.neem_op(record, found, document) else found

    def neem_op(self, record: Arrangement, rij: _Rij, document: Document) -> bool:
        """Put a right record with those to write; whether there was no other for the same file."""
        path = pad_van(Arrangement, record.id)
        row, column = rij.plaatsen["titel",]
        if path in self.rij_van:
            first = self.rij_van[path][0]
            message = f"Rij {first} heeft dezelfde naam, en dus dezelfde id ('{record.id}')."
            self.probleem(row, column, "dubbele-titel", message, "Geef elk een eigen naam.")
            return False
        self.rij_van[path] = row, column
        if rij.oud is None:
            self.nieuwe.append(rij)
            self.documenten[path] = document
            return True
        self.gehad.add(record.id)
        changes = dict(wijzigingen(self.nu[path].value, rij.ingevuld))
        if not changes:
            self.hetzelfde.append(row)
            return True
        self.documenten[path] = document
        self.gewijzigd[path] = tuple(changes.values())
        self.eerlijk(record, rij, changes.keys())
        return True

    def eerlijk(self, record: Arrangement, rij: _Rij, changed: Iterable[Loc]) -> None:
        """A change says from when it is."""
        assert rij.oud is not None
        row, column = rij.plaatsen["herkomst", "peildatum"]
        old, new = rij.oud.herkomst, record.herkomst
        if ouder(old.peildatum, new.peildatum):
            message = f"Deze rij is ouder ({new.peildatum}) dan wat er nu staat ({old.peildatum})."
            tip = "Is het een oud blad? Neem het dan niet over."
            self.probleem(row, column, "ouder", message, tip, Level.LET_OP)
        elif zelfde_herkomst(old, new) and any(loc[0] != "herkomst" for loc in changed):
            message = "Deze rij verandert iets, maar bron en peildatum blijven hetzelfde."
            tip = "Kloppen die nog? Vul anders in waar en van wanneer het nieuwe is."
            self.probleem(row, column, "zelfde-herkomst", message, tip, Level.LET_OP)

    def antwoorden(self, row: int, cells: Mapping[int, Cel]) -> _Rij:
        """What the cells of a row say; nothing for those that are empty, if it is there already."""
        values: dict[Loc, Value] = {}
        places: dict[Loc, tuple[int, int]] = {(): (row, 0)}
        empty: list[tuple[Vraag, Value]] = []
        for vraag in vragen():
            column = self.koppen.kolommen.get(vraag.loc, 0)
            places[vraag.loc] = (row, column)
            if not column:
                continue
            answer = opgeschoond(vraag, cells.get(column), self.wijzers)
            for code, message, tip in answer.problemen:
                self.probleem(row, column, code, message, tip)
            if answer.leeg:
                empty.append((vraag, answer.waarde))
                continue
            for rule in answer.regels:
                self.regels[rule].append(row)
            values[vraag.loc] = answer.waarde
        places["id",] = places["titel",]
        old = self.oud(row, values, places)
        for vraag, value in empty:
            if old is not None:
                self.regels[Opschoning.BLIJFT].append(row)
            elif value is not None:
                self.regels[Opschoning.LEEG].append(row)
                values[vraag.loc] = value
        return _Rij(row, values, places, old)

    def oud(
        self, row: int, values: Mapping[Loc, Value], places: Mapping[Loc, tuple[int, int]]
    ) -> Arrangement | None:
        """The arrangement that a row is about, when it is there already."""
        titel = values.get(("titel",))
        if not isinstance(titel, str):
            return None
        column = places["titel",][1]
        key = naar_id(titel)
        found = self.bestaand.zoek(titel, key, values.get(("gemeente_locatie",)))
        if len(found) > 1:
            message = f"Er zijn {len(found)} arrangementen die '{titel}' heten."
            tip = "Vul in 'Gemeente locatie' in welk van de twee dit is."
            self.probleem(row, column, "welk-arrangement", message, tip)
            return None
        if found:
            [one] = found
            if gearchiveerd(one):
                message = f"Het arrangement '{one.id}' is gearchiveerd."
                path = pad_van(Arrangement, one.id)
                tip = f"Is het er weer? Zet dan eerst de status in {path} op actief. "
                tip += "Haal anders deze rij weg."
                self.probleem(row, column, "gearchiveerd", message, tip)
            return one
        if not key:
            message = "Van deze naam kan geen id worden gemaakt."
            tip = "Gebruik gewone letters of cijfers in de naam."
            self.probleem(row, column, "id-vorm", message, tip)
        return None

    def waarde(self, rij: _Rij) -> Value:
        """The answers of a row as the fields of a record, in their order."""
        if rij.oud is not None:
            now = self.nu[pad_van(Arrangement, rij.oud.id)].value
            return samengevoegd(now, rij.ingevuld)
        titel = rij.ingevuld.get(("titel",))
        result: dict[str, Value] = {"id": naar_id(titel)} if isinstance(titel, str) else {}
        result |= {vraag.loc[0]: {} for vraag in vragen() if len(vraag.loc) > 1}
        filled = {loc: value for loc, value in rij.ingevuld.items() if value is not None}
        return samengevoegd(result, filled)

    # ------------------------------------------------------------ all rows together

    def tussen_records(self, rijen: Sequence[_Rij]) -> None:
        """What the rules say of the region with these records in it, and did not say before.

        A row with something wrong takes part too, so that all of it is said at once. What stands
        there in place of the wrong answers may break a rule by itself: it is tried in several ways,
        and only what the rules say of each of them is said.
        """
        before = {(one.pad, one.loc, one.code) for one in findings(self.regio, self.vandaag)}
        changed = {
            path: {loc[:1] for loc in dict(wijzigingen(self.nu[path].value, rij.ingevuld))}
            for rij in rijen
            if rij.oud and (path := pad_van(Arrangement, rij.oud.id))
        }
        wrong = any(rij.fout for rij in rijen)
        said: dict[tuple[str, Loc, str], tuple[Finding, int]] = {}
        places: dict[str, Mapping[Loc, tuple[int, int]]] = {}
        for poging in range(_POGINGEN if wrong else 1):
            records = {}
            for rij in rijen:
                record = rij.record or self.invaller(rij, poging)
                if record is not None:
                    records[record.id] = record
                    places[pad_van(Arrangement, record.id)] = rij.plaatsen
            more = MappingProxyType({**self.regio.arrangementen, **records})
            for one in findings(replace(self.regio, arrangementen=more), self.vandaag):
                key = one.pad, one.loc, one.code
                if key not in before or one.loc[:1] in changed.get(one.pad, ()):
                    said[key] = one, said.get(key, (one, 0))[1] + 1
        told = {(one.line, one.column) for one in self.issues if one.level is Level.FOUT}
        for finding, often in said.values():
            if often < (_POGINGEN if wrong else 1):
                continue
            rows = places.get(finding.pad)
            row, column = _plek(rows, finding.loc) if rows else (0, 0)
            if rows is None or (row, column) not in told:
                path = self.plaats if rows else finding.pad
                self.issues.append(finding.op(path, row, column))

    def invaller(self, rij: _Rij, poging: int) -> Arrangement | None:
        """A record for a row with something wrong, in which other answers stand in for those."""
        if not rij.fout:
            return None
        values = dict(rij.ingevuld)
        if rij.oud is not None:
            right = {
                loc: one for loc, one in values.items() if rij.plaatsen[loc][1] not in rij.fout
            }
            value = self.waarde(replace(rij, ingevuld=right))
            return validate(Document(self.plaats, value, {}, {}), Arrangement)[0]
        for vraag in vragen():
            if rij.plaatsen[vraag.loc][1] in rij.fout or (
                vraag.verplicht and vraag.loc not in values
            ):
                values[vraag.loc] = self.antwoord(vraag, poging)
        titel = values["titel",]
        if ("titel",) not in rij.ingevuld or not naar_id(str(titel)):
            values["titel",] = f"Rij {rij.nummer}"
        value = self.waarde(replace(rij, ingevuld=values))
        record, _ = validate(Document(self.plaats, value, {}, {}), Arrangement)
        if record is None or pad_van(Arrangement, record.id) in self.rij_van:
            return None
        return record

    def antwoord(self, vraag: Vraag, poging: int) -> Value:
        """One of the answers that a question can have."""
        unknown: list[Value] = [Onbekend.ONBEKEND.value] if vraag.mag_onbekend else []
        found: list[Value]
        if vraag.antwoord is Antwoord.GROEP or (not vraag.verplicht and not unknown):
            return unknown[0] if unknown else None
        if vraag.opties:
            found = [one.value for one in vraag.opties]
        elif vraag.verwijst_naar:
            found = [key for soort in vraag.verwijst_naar for key in self.regio.groep(SOORT[soort])]
        else:
            found = [str(self.vandaag) if vraag.antwoord is Antwoord.DATUM else "Tekst."]
        options = [*unknown, *([one] if vraag.meer else one for one in found)]
        return options[poging % len(options)] if options else None

    def nog_eens_gestuurd(self) -> None:
        """A new name that is nearly that of an arrangement that is there."""
        for rij in self.nieuwe:
            titel = str(rij.ingevuld["titel",])
            other = self.bestaand.lijkt_op(titel, self.gehad)
            if other is not None:
                row, column = rij.plaatsen["titel",]
                message = f"Dit wordt een nieuw arrangement, maar er is al '{other.titel}'."
                tip = "Is het hetzelfde? Schrijf de naam dan net zo."
                self.probleem(row, column, "lijkt-op", message, tip, Level.LET_OP)


_POGINGEN = 4


def _plek(places: Mapping[Loc, tuple[int, int]], loc: Loc) -> tuple[int, int]:
    return next(
        (places[loc[:end]] for end in range(len(loc), -1, -1) if loc[:end] in places), (0, 0)
    )
