"""A folder of data with somebody's changes in it that are not published: read, changed, checked.

The folder is the workbench's own copy; a change is written into it, and what stood there is kept,
so that it can be told apart and taken back. Not here: how a value is written (``schrijven``), what
is allowed (``model``, ``rules``), or who asks (``deur``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.issue import Issue, has_errors
from macros.load import Geheugen, Loaded, load
from macros.model.basis.datum import Datum
from macros.model.basis.record import Deel
from macros.model.basis.verwijzing import Verwijzing
from macros.model.geheel import SOORT, soort_van
from macros.model.regio import Bron
from macros.model.soort import Soort
from macros.model.walk import verwijzing_in
from macros.source.nodes import Document, Loc, Value
from macros.source.writer import replace_file
from macros.taal.talen import BRONTAAL
from macros.views.blik import Blik
from macros.views.naam import naam_van
from macros.werkbank.schrijven import geschreven
from macros.wijziging.verschil import soort_van_pad


class Afgewezen(Exception):
    """What was asked cannot be done; the message, in Dutch, is for the editor."""


@dataclass(frozen=True, slots=True)
class Melding:
    """A problem with the place in the record that it is about, for a form."""

    issue: Issue
    pad: str
    loc: Loc


class Werkbank:
    """The folder ``folder``, on the day that it is; its changes are lost with the object."""

    def __init__(self, folder: Path, vandaag: Datum, gelezen: Loaded | None = None) -> None:
        """``gelezen`` is the folder as somebody read it already."""
        self.folder = folder
        self.vandaag = vandaag
        self._geheugen = Geheugen()
        self._was: dict[str, str | None] = {}
        self._paden: dict[str, list[str]] = {}
        self._blik: Blik | None = None
        self.gelezen: Loaded
        self.vertaald: dict[str, dict[str, str]] = {}
        self.basis = self._neem(gelezen) if gelezen else self.lees()

    def paden(self, soort: Soort) -> list[str]:
        """Every file of a kind, below the folder; that of a kind of one file also when it is not
        there.
        """
        folder = self.folder / soort.pad
        if not soort.is_map:
            return [soort.pad]
        if soort.pad not in self._paden:
            files = sorted(folder.glob(f"*{soort.uitgang}")) if folder.is_dir() else []
            self._paden[soort.pad] = [f"{soort.pad}/{file.name}" for file in files]
        return list(self._paden[soort.pad])

    def titel(self, pad: str) -> str:
        """What the site calls a record; as it was typed when it cannot be read."""
        soort = soort_op(pad)
        if not soort.is_map:
            return soort.meervoud
        if other := self._genoemd_naar(soort, pad):
            return self.titel(other)
        record = self._record(self.gelezen, pad)
        if record is not None and self._blik and soort.titel in soort.type.model_fields:
            return str(naam_van(record, self._blik))
        return getypt(self.gelezen, pad)

    def _genoemd_naar(self, soort: Soort, pad: str) -> str:
        """The file of the record by which another is known: the municipality of a DPIA; of what has
        no name of its own the source.
        """
        key: Value = PurePosixPath(pad).stem
        document = self.gelezen.documents.get(pad)
        target = Verwijzing((soort_van(Bron).naam,))
        if soort.titel in soort.type.model_fields:
            found = verwijzing_in(soort.type, soort.titel)
            if found is None:
                return ""
            target, key = found, document.op((soort.titel,)) if document else None
        elif document:
            key = document.op(("bron",)) or key
        paths = (SOORT[one].bestand(str(key)) for one in target.soorten)
        return next((one for one in paths if self.waarde(one) is not None), "")

    @staticmethod
    def _record(gelezen: Loaded, pad: str) -> Deel | None:
        soort = soort_op(pad)
        if gelezen.regio is None:
            return None
        if not soort.is_map:
            found: Deel | None = getattr(gelezen.regio, soort.veld)
            return found
        return gelezen.regio.groep(soort).get(PurePosixPath(pad).stem)

    def waarde(self, pad: str) -> Value:
        """What the file says now; None when it is not there or is no YAML."""
        document = self.gelezen.documents.get(pad)
        return document.value if document else None

    def tekst(self, pad: str) -> str | None:
        """The file as it is now, None when it is not there."""
        return _lees(self.folder / pad)

    def was(self, pad: str) -> str | None:
        """The file as it was published, None when it was not there."""
        return self._was[pad] if pad in self._was else self.tekst(pad)

    def zet(self, pad: str, waarde: Value) -> tuple[str, ...]:
        """Let a file say this; gives the comments in it that had to go. Raises Afgewezen when it
        can be no file of the data.
        """
        soort = soort_op(pad)
        if not isinstance(waarde, dict):
            raise Afgewezen("Dit zijn geen velden met een waarde.")
        found = geschreven(self.was(pad), waarde, soort, pad)
        if found.tekst is None:
            raise Afgewezen(
                " ".join(f"{one.message} {one.tip}".strip() for _, one in found.bezwaren)
            )
        self.schrijf(pad, found.tekst)
        return found.kwijt

    def neem_terug(self, pad: str) -> None:
        """Let a file be as it was published."""
        soort_op(pad)
        if pad in self._was:
            self.schrijf(pad, self._was[pad])

    def gepubliceerd(self, pad: str, tekst: str | None) -> None:
        """What a file holds in the meantime where the site is made from; its change stays."""
        soort_op(pad)
        self._was[pad] = tekst
        self.schrijf(pad, self.tekst(pad))

    def schrijf(self, pad: str, tekst: str | None) -> None:
        """Let a file hold this text; None is no file."""
        file = self.folder / pad
        self._was.setdefault(pad, _lees(file))
        self._paden.clear()
        if self._geheugen.geschreven is not None:
            self._geheugen.geschreven.add(pad)
        if tekst is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, tekst)
        if tekst == self._was[pad]:
            del self._was[pad]

    @contextmanager
    def even(self) -> Iterator[None]:
        """What is set and read meanwhile is undone at the end."""
        before, read = self.gewijzigd(), (self.gelezen, self._blik)
        try:
            yield
        finally:
            for pad in before.keys() | self._was.keys():
                old = before[pad] if pad in before else self._was[pad]
                if old != self.tekst(pad):
                    self.schrijf(pad, old)
            self.gelezen, self._blik = read

    def lees(self) -> Loaded:
        """The whole, read and checked again if anything was written since the last time."""
        self._paden.clear()
        if self._geheugen.geschreven == set():
            return self.gelezen
        return self._neem(load(self.folder, self.vandaag, self._geheugen))

    def op_dag(self, vandaag: Datum) -> None:
        """What was read is looked at on another day; nothing may have been changed yet."""
        if vandaag != self.vandaag:
            self.vandaag = vandaag
            self.basis = self._neem(load(self.folder, vandaag, self._geheugen))

    def _neem(self, gelezen: Loaded) -> Loaded:
        self.gelezen, self._geheugen.geschreven = gelezen, set()
        regio, dutch = self.gelezen.regio, self.gelezen.catalogi.get(BRONTAAL)
        self._blik = Blik(regio, dutch.vertaler(), self.vandaag) if regio and dutch else None
        return self.gelezen

    def meldingen(self) -> tuple[Melding, ...]:
        """Every problem that was found when it was read last, with its place in the record."""
        prefix = f"{self.folder.as_posix()}/"
        found = []
        for issue in self.gelezen.issues:
            pad = issue.path.removeprefix(prefix)
            document = self.gelezen.documents.get(pad)
            loc = issue.loc or (plaats(document, issue) if document else ())
            found.append(Melding(issue, pad, loc))
        return tuple(found)

    @property
    def mag_weg(self) -> bool:
        """Whether a proposal may be made of it."""
        return self.gelezen.ok and not has_errors(self.gelezen.issues)

    def gewijzigd(self) -> Mapping[str, str | None]:
        """The files that are not as published, with what they say now."""
        return {pad: self.tekst(pad) for pad in sorted(self._was)}


def _lees(file: Path) -> str | None:
    """The text of a file to the letter, its line ends too."""
    try:
        return file.read_bytes().decode() if file.is_file() else None
    except UnicodeDecodeError as error:
        raise Afgewezen(f"{file.name} is geen gewone tekst; dat kan hier niet open.") from error


def soort_op(pad: str) -> Soort:
    """The kind of the file at a path. Raises Afgewezen when no file of the data can be there."""
    soort = soort_van_pad(pad)
    if soort is None:
        raise Afgewezen(f"'{pad}' is geen bestand van de gegevens.")
    return soort


def getypt(gelezen: Loaded, pad: str) -> str:
    """The title in a file, as it was typed; its id when there is none."""
    document = gelezen.documents.get(pad)
    typed = document.op((soort_op(pad).titel,)) if document else None
    return typed if isinstance(typed, str) and typed else PurePosixPath(pad).stem


def plaats(document: Document, issue: Issue) -> Loc:
    """The value that a problem is about: at its line and column, or the last one before these."""
    where = issue.line, issue.column
    places = [*document.positions.items(), *document.keys.items()]
    before = [(place, len(loc), loc) for loc, place in places if place <= where]
    return max(before, key=lambda one: one[:2])[2] if before else ()
