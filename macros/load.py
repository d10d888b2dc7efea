"""A data folder to a checked ``Regio``: read, validate, apply the rules, report everything at once.

Not here: what is allowed (``model``, ``rules``) or how a catalogue is read (``taal``).
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from macros.bescherming import uitgaven
from macros.issue import NIET_VERTAALD, Issue, Level, has_errors, nearest
from macros.lezing import Lezing, gemaskeerd
from macros.lezing.plaats import plek
from macros.model.agenda import geldend
from macros.model.basis.aanvulling import aangevuld
from macros.model.basis.datum import Datum
from macros.model.basis.record import Deel, Record
from macros.model.basis.verwijzing import als_id
from macros.model.geheel import SOORTEN, Regio, kolommen, pad_van
from macros.model.monitor.indicator import Waarneming
from macros.model.regio import Instellingen, Uitzonderingen
from macros.model.soort import Soort
from macros.model.validate import WEG, leeg, telt, validate, verwijst
from macros.nalezen import Lezingen, Nalezer, Rijen, lezing_van
from macros.rules.elk.verwijzing import bedoeld
from macros.rules.registry import Finding, findings, overal
from macros.source.bytes import Text, read_text
from macros.source.naam import is_reserve, is_van_systeem
from macros.source.nodes import Document, Loc, parse
from macros.source.tabel import SCHEIDING, parse_tabel
from macros.taal.catalogus import HUIS, Bericht, Catalogus, untranslated
from macros.taal.catalogus import interface as interface_van
from macros.taal.catalogus import pad as catalogus_pad
from macros.taal.catalogus import read as catalogus_van
from macros.taal.po import als_tekst
from macros.taal.po import lees as lees_po
from macros.taal.talen import BRONTAAL, MAP, beschikbaar, mkdocs_yml, nederlandse_naam, ontbreekt

T = TypeVar("T")

_KNOWN = {soort.pad for soort in SOORTEN} | {MAP, uitgaven.MAP}
_VOORHEEN = {soort.voorheen: soort for soort in SOORTEN if soort.voorheen}
_BESIDE = "README.md"
_DOCUMENT = frozenset({".doc", ".docx", ".odt", ".pdf", ".ppt", ".pptx", ".rtf"})
_REKENBLAD = frozenset({".csv", ".ods", ".xls", ".xlsm", ".xlsx"})
_SETTINGS = pad_van(Instellingen)
_NAAM = attrgetter("name")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds, as checked on a day.

    ``regio`` is None when too little could be read to look further; ``documents`` has every
    file that is YAML, by its path below the folder.
    """

    folder: Path
    vandaag: Datum
    regio: Regio | None
    issues: tuple[Issue, ...]
    documents: dict[str, Document]
    catalogi: dict[str, Catalogus]
    lezingen: Mapping[str, Rijen]
    """What reading its texts found, as ``nalezen`` keeps it."""

    @property
    def ok(self) -> bool:
        """Whether the site may be built from it."""
        return self.regio is not None and not has_errors(self.issues)


@dataclass
class Geheugen:
    """What was read before, by its file and what that held: the same is not parsed and validated
    again, and stays the very same record.
    """

    bestanden: dict[str, tuple[object, Any]] = field(default_factory=dict)
    teksten: dict[str, Text] = field(default_factory=dict)
    geschreven: set[str] | None = None
    """The files that were written since, for who writes all of them: no other is read again."""

    def van(self, naam: str, inhoud: object, lees: Callable[[], T]) -> T:
        """What ``lees`` gives, as long as ``inhoud`` is the same."""
        before = self.bestanden.get(naam)
        if before is None or before[0] != inhoud:
            before = self.bestanden[naam] = inhoud, lees()
        found: T = before[1]
        return found

    def tekst(self, naam: str, lees: Callable[[], Text]) -> Text:
        """What a file reads."""
        if self.geschreven is None or naam in self.geschreven or naam not in self.teksten:
            self.teksten[naam] = lees()
        return self.teksten[naam]


def load(folder: Path, vandaag: Datum, geheugen: Geheugen | None = None) -> Loaded:
    """Read and check the whole of ``folder``, on the day that it is.

    Who reads it again and again hands over a ``geheugen``.
    """
    with without_collector():
        return _load(folder, vandaag, geheugen or Geheugen())


@contextmanager
def without_collector() -> Iterator[None]:
    """Everything that is read stays, so looking for garbage meanwhile costs half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(folder: Path, vandaag: Datum, geheugen: Geheugen) -> Loaded:
    reader = _Reader(folder, geheugen, vandaag)
    regio = reader.regio()
    catalogi: dict[str, Catalogus] = {}
    if regio is not None:
        regio = reader.with_counts(regio)
    for finding in reader.bevonden(regio):
        place = reader.waar(finding)
        reader.issues.append(finding.op(reader.name(finding.pad), *place))
    if regio is not None:
        catalogi = reader.catalogues(regio)
    lezingen = reader.nagelezen(regio)
    issues = tuple(sorted({zonder_persoon(one) for one in reader.issues}))
    return Loaded(folder, vandaag, regio, issues, reader.documents, catalogi, lezingen)


class _Reader:
    def __init__(self, folder: Path, geheugen: Geheugen, vandaag: Datum) -> None:
        self.folder = folder
        self.vandaag = vandaag
        self.geheugen = geheugen
        self.prefix = folder.as_posix()
        self.issues: list[Issue] = []
        self.documents: dict[str, Document] = {}
        self.teksten: dict[str, tuple[str, Soort]] = {}
        self.onleesbaar: set[str] = set()
        self.delen: dict[str, Any] = {}
        self.hernoemd: dict[str, tuple[Soort, Record]] = {}
        self.verdwaald: dict[str, Soort] = {}
        self.oud: set[str] = set()

    def name(self, path: str) -> str:
        """How problems name a file: the folder as it was given, then the path."""
        return f"{self.prefix}/{path}"

    def regio(self) -> Regio | None:
        if not self.folder.is_dir():
            message = "Deze map bestaat niet."
            self.issues.append(Issue(self.folder.as_posix(), 1, 1, "geen-map", message))
            return None
        self.strangers()
        parts = self.delen = {
            soort.veld: MappingProxyType(self.group(soort)) if soort.is_map else self.single(soort)
            for soort in SOORTEN
        }
        broken = [soort for soort in SOORTEN if not soort.is_map and soort.pad in self.onleesbaar]
        if broken or parts["instellingen"] is None:
            return None
        return self.samen(parts)

    def samen(self, parts: Mapping[str, Any], uitgaven: tuple[Waarneming, ...] = ()) -> Regio:
        """The region of these parts, with the agenda that counts today."""
        editie = geldend(parts["agendas"], self.vandaag)
        left = frozenset(self.onleesbaar)
        return Regio(**parts, uitgaven=uitgaven, onleesbaar=left, editie=editie)

    def bevonden(self, regio: Regio | None) -> Iterator[Finding]:
        """What the rules say, without what only follows from a file with mistakes in it.

        Such a file is looked at with something else in the place of each mistake. What is told of
        another file is so with that file and without it.
        """
        if not self.onleesbaar | self.hernoemd.keys() | self.verdwaald.keys():
            yield from findings(regio, self.vandaag) if regio else ()
            return
        whole, touched, moved = self.aangevuld(regio, andersom=False)
        other, *_ = self.aangevuld(regio, andersom=True)
        if whole is None or other is None:
            self.not_all(one for one in SOORTEN if one.pad in self.onleesbaar)
            return
        self.bedoeld(whole, touched)
        single = {one.veld: None for one in SOORTEN if one.pad in self.onleesbaar}
        settings = self.delen["instellingen"] or whole.instellingen
        bare = self.samen({**self.delen, **single, "instellingen": settings})
        without = {(one.pad, one.loc, one.code) for one in findings(regio or bare, self.vandaag)}
        unsure = {
            (path.rpartition("/")[0], loc) for path, locs in touched.items() for loc in locs or ()
        }
        closed = {  # areas with a file of which nothing can be read: what they lack may be in it
            path.partition("/")[0]
            for path, locs in touched.items()
            if locs is None and "/" in path and path not in moved.values()
        }
        either = {(one.pad, one.loc, one.code) for one in findings(other, self.vandaag)}
        for one in findings(whole, self.vandaag):
            pad, where = moved.get(one.pad, one.pad), (one.pad, one.loc, one.code)
            elsewhere = pad not in touched and where in without and not self.noemt_onleesbaar(one)
            elsewhere = elsewhere and (pad.rpartition("/")[0], one.loc) not in unsure
            if one.level is Level.LET_OP and pad.partition("/")[0] in closed:
                continue
            if where in either and (elsewhere or self.los(one, pad, touched.get(pad))):
                yield replace(one, pad=pad)

    def aangevuld(
        self, regio: Regio | None, *, andersom: bool
    ) -> tuple[Regio | None, dict[str, frozenset[Loc] | None], dict[str, str]]:
        """The region as it seems to be meant; of each file that was mended the places, or None when
        nothing of it can be told; and where a file stands that was called otherwise.
        """
        parts: dict[str, Any] = {
            soort.veld: dict(self.delen[soort.veld]) if soort.is_map else self.delen[soort.veld]
            for soort in SOORTEN
        }
        touched: dict[str, frozenset[Loc] | None] = {}
        moved: dict[str, str] = {}
        for path, (soort, known) in self.hernoemd.items():
            group, key = parts[soort.veld], Path(path).stem
            group.pop(key, None)
            touched[path] = frozenset({("id",)})
            if known.id not in group:
                group[known.id] = known
                moved[soort.bestand(known.id)] = path
        for path in sorted({*self.onleesbaar, *self.verdwaald}):
            text, soort = self.teksten.get(path, ("", SOORTEN[0]))
            soort = self.verdwaald.get(path, soort)
            document = self.documents.get(path)
            value = document.value if document else _stukken(text, path, soort)
            others = (
                [
                    other.value
                    for name in parts[soort.veld]
                    if (other := self.documents.get(soort.bestand(name)))
                ]
                if soort.is_map
                else []
            )
            mended = aangevuld(value, soort.type, others[:3], andersom) if text else None
            touched[path] = (
                mended[1] if mended and document and path not in self.verdwaald else None
            )
            if mended is None:
                continue
            record: Deel = mended[0]
            if not soort.is_map:
                parts[soort.veld] = record
            elif isinstance(record, Record):
                key = record.id if path in self.verdwaald else Path(path).stem
                parts[soort.veld].setdefault(key, record.model_copy(update={"id": key}))
                moved[soort.bestand(key)] = path
        if parts["instellingen"] is None:
            return None, touched, moved
        for soort in SOORTEN:
            if soort.is_map:
                parts[soort.veld] = MappingProxyType(dict(sorted(parts[soort.veld].items())))
        return self.samen(parts, regio.uitgaven if regio else ()), touched, moved

    def bedoeld(self, regio: Regio, mended: Mapping[str, frozenset[Loc] | None]) -> None:
        """A reference that is no id gets the id of a record that is called so."""
        tips: dict[tuple[str, int, int], str] = {}
        for path, loc in ((path, loc) for path, locs in mended.items() for loc in locs or ()):
            document, (_, soort) = self.documents.get(path), self.teksten[path]
            points = verwijst(soort.type, loc)
            typed = document.op(loc) if document else None
            if points and isinstance(typed, str):
                tip = bedoeld(regio, points.soorten, typed)
                tips[(self.name(path), *self.where(path, loc))] = tip
        self.issues = [
            replace(one, tip=tips.get((one.path, one.line, one.column), one.tip))
            if one.code == "id-vorm" and not one.tip.endswith(("onbekend", WEG))
            else one
            for one in self.issues
        ]

    def noemt_onleesbaar(self, one: Finding) -> bool:
        """Whether it is about a word that stands in a file of which not all can be read."""
        words = re.findall(r"'([^']+)'", one.message)
        broken = [self.teksten.get(p, ("",))[0] for p in self.onleesbaar - self.documents.keys()]
        return any(word in text for word in words for text in broken)

    def los(self, one: Finding, pad: str, mended: frozenset[Loc] | None) -> bool:
        """Whether what is told of a file with mistakes does not come from one of these."""
        for loc in mended or ():
            if one.loc[: len(loc)] == loc or loc[: len(one.loc)] == one.loc:
                return False
            beside = one.loc[: len(loc) - 1] == loc[:-1] and one.code not in overal()
            if beside and telt(self.teksten[pad][1].type, loc):
                return False
        return mended is not None

    def with_counts(self, regio: Regio) -> Regio:
        """The region with its own protected counts, when nothing can be worked out from them."""
        drempel = regio.instellingen.drempel
        areas = regio.cijfergebieden if (self.folder / uitgaven.MAP).is_dir() else {}
        inside = uitgaven.ligging(areas)
        leaks = self.geheugen.van(
            uitgaven.MAP,
            (drempel, inside, _inhoud(self.folder / uitgaven.MAP)),
            lambda: uitgaven.gecontroleerd(self.folder, drempel, inside),
        )
        self.issues += leaks
        if has_errors(leaks):
            return regio
        unread = dict.fromkeys(Path(path).stem for path in self.onleesbaar)
        counts, issues = uitgaven.waarnemingen(
            self.folder, regio.indicatoren.values(), {**unread, **areas}, self.where
        )
        self.issues += issues
        return replace(regio, uitgaven=counts)

    def where(self, path: str, loc: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of a value; the beginning of a file that could not be read."""
        document = self.documents.get(path)
        return document.where(loc) if document else (1, 1)

    def waar(self, one: Finding) -> tuple[int, int]:
        """Line and column of what a rule found: of the words, when it is about some of a text."""
        place, document = self.where(one.pad, one.loc), self.documents.get(one.pad)
        return plek(document.raw, place, *one.woorden) if document and one.woorden else place

    def strangers(self) -> None:
        """Files nobody reads: a typing error in a name must not make a record disappear."""
        folders = {path.rpartition("/")[0] for path in _KNOWN}
        for folder in sorted(folders):
            known = {
                path.rpartition("/")[2]
                for path in (_KNOWN | folders) - {""}
                if path.rpartition("/")[0] == folder
            }
            inside = self.folder / folder
            for entry in sorted(inside.iterdir(), key=_NAAM) if inside.is_dir() else ():
                path = entry.relative_to(self.folder).as_posix()
                if entry.name in known or path == _BESIDE or self.leeft_ernaast(path, entry):
                    continue
                if path in _VOORHEEN and entry.is_file():
                    self.verhuisd(path, _VOORHEEN[path])
                    continue
                tip = nearest(entry.name, known) or "Verwijder het, of zet het in de goede map."
                message = "Dit wordt door de site niet gelezen."
                self.vreemd(path, entry, message, tip)

    def verhuisd(self, path: str, soort: Soort) -> None:
        """A file of an older folder of data: what it was is a folder of records by now."""
        name = self.name(path)
        text = read_text(self.folder / path, name)
        self.issues += text.issues + tuple(parse(text.text, name)[1] if text.text else ())
        message = f"Dit hoort in een eigen map: {soort.pad}/, met één bestand per {soort.naam}."
        tip = f"Draai make fix: dat zet het daar, en zegt overal bij welke {soort.naam} het hoort."
        if staat_er(self.folder, soort):
            tip = f"De map {soort.pad} is er al: zet het daar, of verwijder dit."
        else:
            self.oud.add(soort.naam)
        self.problem(path, (), "verhuisd", message, tip)

    def leeft_ernaast(self, path: str, entry: Path) -> bool:
        """Whether a system or a program made it: that stops nothing."""
        if is_reserve(entry.name):
            message = "Dit is een reservekopie van een programma. De site leest haar niet."
            tip = "Heb je het niet nodig? Verwijder het dan."
            self.problem(path, (), "reservekopie", message, tip, Level.LET_OP)
            return True
        return is_van_systeem(entry.name)

    def vreemd(self, path: str, entry: Path, message: str, tip: str) -> None:
        """A file or folder where none is read: what stands in it may be meant for elsewhere."""
        inside = sorted(entry.rglob("*")) if entry.is_dir() else [entry]
        for file in inside:
            if file.suffix.lower() in (".yml", ".yaml") and file.is_file():
                own = file.relative_to(self.folder).as_posix()
                soort = self.verdwaald_als(own, file)
                if soort is not None and not entry.is_dir():
                    tip = f"Noem het {file.stem}.yml."
                    if not path.startswith(f"{soort.pad}/"):
                        message, tip = _hoort_elders(soort)
        if entry.name.startswith("."):
            tip = "Haal de punt voor de naam weg, of verwijder het."
        self.problem(path, (), "vreemd-bestand", message, tip)

    def verdwaald_als(self, path: str, file: Path) -> Soort | None:
        """The kind of record that a file seems to be, by its fields."""
        text = read_text(file, self.name(path)).text
        document, _ = parse(text, self.name(path)) if text is not None else (None, [])
        soort = naar_velden(document.value, path) if document else None
        if text is not None and document is not None and soort is not None:
            self.teksten[path] = text, soort
            self.verdwaald[path] = soort
        return soort

    def not_all(self, broken: Iterable[Soort]) -> None:
        """Without these files the others cannot be compared, and the editor should know."""
        for soort in broken:
            message = "Zolang dit bestand niet klopt, is niet nagekeken wat bij elkaar hoort."
            tip = "Herstel dit bestand eerst en controleer dan opnieuw."
            self.problem(soort.pad, (), "nog-niet-alles", message, tip, Level.LET_OP)

    def group(self, soort: Soort) -> dict[str, Record]:
        found: dict[str, Record] = {}
        folder = self.folder / soort.pad
        if folder.is_file():
            message = "Dit moet een map zijn, met één bestand per onderwerp."
            self.problem(
                soort.pad, (), "vreemd-bestand", message, f"Het hoort te bevatten: {soort.uitleg}"
            )
        for file in sorted(folder.iterdir(), key=_NAAM) if folder.is_dir() else ():
            path = f"{soort.pad}/{file.name}"
            if self.leeft_ernaast(path, file):
                continue
            if file.suffix != soort.uitgang or not file.is_file() or file.name.startswith("."):
                message = f"In deze map horen alleen bestanden die op {soort.uitgang} eindigen."
                tip = "Hernoem of verwijder dit."
                if file.stem.endswith(soort.uitgang):
                    tip = f"Noem het {file.stem}."
                elif file.suffix.lower() in _DOCUMENT:
                    tip = "Verwijder dit. Zet wat erin staat in de velden van een eigen bestand."
                elif file.suffix.lower() in _REKENBLAD:
                    tip = "Neem het blad over met make neem-over, en verwijder het hier."
                if file.is_dir():
                    tip = f"Zet de bestanden zelf in {soort.pad}/ en verwijder deze map."
                self.vreemd(path, file, message, tip)
                if file.is_file() and file.stem.endswith(soort.uitgang):
                    self.verdwaald_als(path, file)
                continue
            record = self.read(path, soort)
            self.naam_en_id(path, file, soort)
            if isinstance(record, Record):
                if record.id != file.stem:
                    self.hernoemd[path] = soort, record
                found[file.stem] = record
        return found

    def naam_en_id(self, path: str, file: Path, soort: Soort) -> None:
        """A file is called as its id, also when something else in it is wrong."""
        document, stem = self.documents.get(path), file.stem
        key = document.op(("id",)) if document else None
        if document is None or path in self.verdwaald or key == stem == als_id(stem):
            return
        if not isinstance(key, str):
            if als_id(stem) != stem:
                message = "De naam van dit bestand kan geen id zijn."
                tip = f"Noem het {als_id(stem)}{soort.uitgang}, en geef het die id."
                self.problem(path, (), "naam-en-id", message, tip)
            return
        name = f"{als_id(key)}{soort.uitgang}"
        there = als_id(key) != stem and (file.parent / name).is_file()
        copy = f"Is dit een kopie van {name}? Verwijder haar. "
        copy += "Is het iets nieuws? Geef het een eigen id, en noem het net zo."
        if als_id(key) == key:
            message = f"De id '{key}' is anders dan de bestandsnaam '{stem}'."
            tip = f"Noem het bestand {name}, of maak de id net zo."
            if als_id(stem) != stem:
                tip = f"Noem het bestand {name}."
            self.problem(path, ("id",), "naam-en-id", message, copy if there else tip)
        elif als_id(stem) != stem:
            place = self.name(path), *self.where(path, ("id",))
            also = copy if there else "Geef ook het bestand een naam van zulke tekens."
            if als_id(key) and not there:
                also = f"Noem ook het bestand zo: {name}."
            self.issues = [
                replace(one, tip=f"{one.tip} {also}")
                if one.code == "id-vorm" and (one.path, one.line, one.column) == place
                else one
                for one in self.issues
            ]

    def single(self, soort: Soort) -> Deel | None:
        if not (self.folder / soort.pad).is_file():
            if soort.type is not Instellingen:
                return None
            message = "Dit bestand ontbreekt."
            tip = f"Het hoort te bevatten: {soort.uitleg}"
            self.problem(soort.pad, (), "geen-bestand", message, tip)
            return None
        return self.read(soort.pad, soort)

    def read(self, path: str, soort: Soort) -> Deel | None:
        name = self.name(path)
        text = self.geheugen.tekst(path, partial(read_text, self.folder / path, name))
        self.issues += text.issues
        record: Deel | None = None
        if text.text is not None:
            self.teksten[path] = text.text, soort
            document, record, issues = self.geheugen.van(
                path, text.text, partial(_record, text.text, name, path, soort)
            )
            if document is not None:
                self.documents[path] = document
            other = naar_velden(document.value, path) if document and record is None else None
            if other is not None and other is not soort:
                self.verdwaald[path] = other
                self.onleesbaar.add(path)
                self.problem(path, (), "verkeerde-map", *_hoort_elders(other))
                return None
            # In an older folder none names it yet; that it does is part of moving.
            late = (soort.nummering.veld,) if soort.nummering.veld in self.oud else None
            self.issues += [one for one in issues if one.loc != late]
        if record is None:
            self.onleesbaar.add(path)
        return record

    def catalogues(self, regio: Regio) -> dict[str, Catalogus]:
        """Every language of the site; a text that is not translated is only a warning."""
        found: dict[str, Catalogus] = {}
        self.strange_catalogues([f"{taal}.po" for taal in regio.instellingen.talen])
        for index, taal in enumerate(regio.instellingen.talen):
            if taal == BRONTAAL:
                found[taal] = Catalogus(taal)
                continue
            house = f"{HUIS.name}/{MAP}/{taal}"
            interface, problems = self.geheugen.van(house, None, partial(interface_van, taal))
            file = catalogus_pad(self.folder, taal)
            own, issues = self.geheugen.van(
                f"{MAP}/{taal}",
                file.read_bytes() if file.is_file() else None,
                partial(catalogus_van, self.folder, taal),
            )
            self.issues += (*problems, *issues)
            if lacking := self.lacking(taal):
                name = nederlandse_naam(taal)
                message = f"De site kan nog niet in het {name} ({taal}). Wat ontbreekt: {lacking}."
                tip = nearest(taal, beschikbaar(HUIS.parent))
                tip += " Of voeg de taal toe: zie HACKING.md."
                self.problem(_SETTINGS, ("talen", index), "geen-vertaling", message, tip)
            elif own is None and not issues:
                message = f"De gegevens zijn nog niet vertaald ({MAP}/{taal}.po is er niet)."
                tip = "De site toont ze in het Nederlands. Draai make vertaal en vertaal ze."
                self.problem(
                    _SETTINGS, ("talen", index), "geen-vertaling", message, tip, Level.LET_OP
                )
            if interface is not None:
                found[taal] = replace(own or Catalogus(taal), interface=interface)
                for bericht in untranslated(regio, found[taal].vertaler()) if own else ():
                    self.untranslated(bericht, found[taal])
        return found

    def nagelezen(self, regio: Regio | None) -> Mapping[str, Rijen]:
        """What no text may hold, wherever people wrote one; told once, also where the form of the
        file told it already. Gives what was found in each file, also where it is fine.
        """
        with Lezingen.onthouden(self.folder) as lezingen:
            lezer = _nalezer(self.delen, lezingen)
            found = [
                *self.in_bestanden(lezer),
                *self.in_catalogi(lezer, regio),
                *self.in_uitgaven(lezer),
                *self.in_namen(lezer),
            ]
        told = {(one.path, one.line, one.code) for one in self.issues}
        form = {(one.path, one.line) for one in self.issues if one.code == "yaml"}
        self.issues += [
            one
            for one in found
            if (one.path, one.line, one.code) not in told
            and not (one.code == "opmaak" and (one.path, one.line) in form)
        ]
        exceptions = self.documents.get(pad_van(Uitzonderingen))
        if exceptions and regio is not None:
            self.issues += lezer.lege(exceptions, self.onleesbaar)
        return lezingen.nu

    def in_bestanden(self, lezer: Nalezer) -> Iterator[Issue]:
        for path, (text, soort) in self.teksten.items():
            document = self.documents.get(path)
            if document is None:
                yield from lezer.regels(path, self.name(path), text, soort.type)
            else:
                yield from lezer.document(path, document, soort.type, text)

    def in_catalogi(self, lezer: Nalezer, regio: Regio | None) -> Iterator[Issue]:
        """Of the region and of the interface, which is read as any region would."""
        house = Nalezer(Lezing(), lezingen=lezer.lezingen)
        for taal in regio.instellingen.talen if regio else ():
            path, own, built_in = (
                f"{MAP}/{taal}.po",
                *(catalogus_pad(f, taal) for f in (self.folder, HUIS)),
            )
            yield from _in_catalogus(lezer, own, taal, path, own.as_posix())
            name = f"{HUIS.name}/{path}"
            yield from _in_catalogus(house, built_in, taal, name, name)

    def in_uitgaven(self, lezer: Nalezer) -> Iterator[Issue]:
        """The ledger has its own types; it is read as it stands."""
        for file, raw in _inhoud(self.folder / uitgaven.MAP).items():
            path = Path(file).relative_to(self.folder).as_posix()
            yield from lezer.regels(path, self.name(path), raw.decode(errors="ignore"))

    def in_namen(self, lezer: Nalezer) -> Iterator[Issue]:
        names = {}
        for here, folders, files in os.walk(self.folder):
            above = Path(here).relative_to(self.folder).as_posix()
            for name in (*folders, *files):
                path = name if above == "." else f"{above}/{name}"
                names[path] = self.name(path)
        yield from lezer.namen(names)

    def lacking(self, taal: str) -> str:
        """What the site needs for a language and does not have, if it is the site that is here."""
        root = HUIS.parent
        return ", ".join(ontbreekt(root, taal)) if (root / mkdocs_yml(BRONTAAL)).is_file() else ""

    def strange_catalogues(self, wanted: list[str]) -> None:
        folder = self.folder / MAP
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            path = f"{MAP}/{file.name}"
            if file.name not in wanted and not self.leeft_ernaast(path, file):
                message = "Dit bestand hoort niet bij een taal van de site."
                tip = f"Zet de taal bij 'talen' in {_SETTINGS}, of verwijder het bestand."
                self.problem(f"{MAP}/{file.name}", (), "vreemd-bestand", message, tip)

    def untranslated(self, bericht: Bericht, catalogus: Catalogus) -> None:
        start = " ".join(bericht.tekst.split()[:6])
        if bericht.tekst in catalogus.verouderd:
            message = f"De vertaling ({catalogus.taal}) is van een oudere tekst: '{start} …'"
            tip = "De pagina toont hier Nederlands. Kijk haar na en haal de regel '#, fuzzy' weg."
        else:
            message = f"Deze tekst is nog niet vertaald ({catalogus.taal}): '{start} …'"
            tip = "De pagina toont hier Nederlands. Draai make vertaal en vul de vertaling aan."
        self.problem(bericht.pad, bericht.loc, NIET_VERTAALD, message, tip, Level.LET_OP)

    def problem(
        self,
        path: str,
        loc: tuple[str | int, ...],
        code: str,
        message: str,
        tip: str = "",
        level: Level = Level.FOUT,
    ) -> None:
        line, column = self.where(path, loc)
        self.issues.append(Issue(self.name(path), line, column, code, message, tip, level))


def _inhoud(folder: Path) -> dict[str, bytes]:
    """Everything below a folder that need not be there."""
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def bestanden_van(folder: Path, soort: Soort) -> list[Path]:
    """The records of a kind in a folder of data, and not what lives beside them."""
    named = (folder / soort.pad).glob(f"*{soort.uitgang}")
    return sorted(
        one
        for one in named
        if one.is_file() and not (one.name.startswith(".") or is_reserve(one.name))
    )


def staat_er(folder: Path, soort: Soort) -> bool:
    """Whether there are records of it, so that none can come from an older file; an empty folder
    is in nobody's way.
    """
    return (folder / soort.pad).is_file() or bool(bestanden_van(folder, soort))


def nalezer(regio: Regio | None) -> Nalezer:
    """How the texts of a region are read: by its threshold, its places and its exceptions."""
    return _nalezer(vars(regio) if regio else {})


def _nalezer(delen: Mapping[str, Any], lezingen: Lezingen | None = None) -> Nalezer:
    """The same by what of a region could be read: another file with a mistake changes nothing."""
    exceptions = delen.get("uitzonderingen")
    return Nalezer(
        lezing_van(delen.get("instellingen"), delen.get("gemeenten", {}).values()),
        exceptions.uitzonderingen if exceptions else (),
        lezingen,
    )


def _in_catalogus(lezer: Nalezer, file: Path, taal: str, waar: str, naam: str) -> Iterator[Issue]:
    if file.is_file() and (text := als_tekst(raw := file.read_bytes())) is not None:
        entries, _ = lees_po(raw, taal, naam)
        if entries is not None:  # line by line a sentence would say something else
            yield from lezer.catalogus(waar, naam, text, entries)


def zonder_persoon(issue: Issue) -> Issue:
    """What is printed may be read by anyone: no message repeats an address or a number."""
    message, tip = gemaskeerd(issue.message), gemaskeerd(issue.tip)
    return issue if message == issue.message else replace(issue, message=message, tip=tip)


def _record(
    text: str, name: str, path: str, soort: Soort
) -> tuple[Document | None, Deel | None, list[Issue]]:
    """One file: its nodes, what it says when that can be trusted, and what is wrong with it."""
    document, issues = _parse(text, name, path, soort)
    if document is None:
        return None, None, issues
    record, more = validate(document, soort.type)
    if record is not None and (empty := [*leeg(document, soort.type)]):
        record, more = None, empty
    # A sign that says nobody knows needs no quotes; of any other such line the value is a guess.
    unknown = {one.line for one in more if "onbekend" in one.tip or one.code == "invultekst"}
    issues = [one for one in issues if one.code != "yaml" or one.line not in unknown]
    told = {one.line for one in issues if one.level is Level.FOUT}
    more = [one for one in more if one.line not in told]
    return document, None if has_errors(issues) else record, [*issues, *more]


def naar_velden(value: object, path: str) -> Soort | None:
    """The kind of record of which a file has all the fields that must be there, and no other."""
    if not isinstance(value, dict):
        return None
    fits = []
    for soort in SOORTEN:
        fields = soort.type.model_fields
        needed = {name for name, field in fields.items() if field.is_required()}
        if soort.is_map and not soort.tabellen and needed <= value.keys() <= fields.keys():
            fits.append((path.startswith(f"{soort.pad}/"), len(needed), soort))
    return max(fits, key=lambda one: one[:2])[2] if fits else None


def _hoort_elders(soort: Soort) -> tuple[str, str]:
    message = f"Dit lijkt een {soort.naam}, maar het staat niet in {soort.pad}/."
    return message, f"Zet het in {soort.pad}/."


def _stukken(text: str, path: str, soort: Soort) -> Any:
    """The fields of a file that cannot be read as a whole, as far as each can be read by itself;
    the rows of a table below a head that is not right.
    """
    if soort.tabellen:
        rows = text.split("\n")[1:]
        head = SCHEIDING.join(kolommen(soort))
        table, _ = parse_tabel("\n".join([head, *rows]), path, Path(path).stem, kolommen(soort))
        return table.value if table else None
    found: dict[str, Any] = {}
    for piece in re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE):
        document, _ = parse(piece, "")
        if document is not None and isinstance(document.value, dict):
            found = {**document.value, **found}
    return found


def _parse(text: str, name: str, path: str, soort: Soort) -> tuple[Document | None, list[Issue]]:
    """YAML, or a table whose columns are the fields of a row."""
    if not soort.tabellen:
        return parse(text, name)
    return parse_tabel(text, name, Path(path).stem, kolommen(soort))
