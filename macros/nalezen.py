"""Every text in a folder of data, read for what no text may hold; each finding at its words.

That is all that people write there: values and unknown fields, comments, translations, the names of
files. What is not a text (an id, a date, a code) has a form of its own and is left to it. Not here:
what may not be in a text (``lezing``), and the exceptions a region makes (``model.regio``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from macros import kast, lezing
from macros.drempel import DREMPEL
from macros.issue import Issue, Level
from macros.lezing import Lezing, Vondst, spaties
from macros.lezing.plaats import commentaar_po, plek
from macros.lezing.uitzondering import Uitzondering, Uitzonderingen
from macros.model.basis.record import Deel
from macros.model.geheel import SOORTEN
from macros.model.regio import Gemeente, Instellingen
from macros.model.walk import letterlijk, nested, tekstsoort
from macros.source.nodes import Document, Loc, Value, commentaar, place, regelbegin
from macros.taal.po import Ingang

_VORM = frozenset({"stuurteken", "e-mailadres", "volgadres", "account", "conflict"})
"""What is told of a value that is no text: all else is for its own form to say."""
_VERDACHT = re.compile(r"[^ -~]|[@%(\[<>/]|apen|at")
"""What a value of a fixed form does not hold, unless it is an address."""
_WOORDEN = Path(lezing.__file__).with_name("woorden.yml")
GEEN_TEKST = frozenset({"html", "accolades", "opmaak"})
"""What says nothing about raw lines, or about the name of a file."""


class Gelezen(NamedTuple):
    """A finding at its place in a file. ``tekst`` is the whole text it was found in."""

    tekst: str
    line: int
    column: int
    vondst: Vondst


Rijen = list[list[Any]]
"""What was found in a text, as JSON: of each finding its text, line, column and ``Vondst``."""

eerder: Mapping[str, Rijen] = {}
"""What was found where these same files were read before: what ``Lezingen.nu`` was there."""


class Lezingen:
    """What was found in each file, by all that decides it. Where it is nothing, that is kept from
    run to run; what was found is not, for it holds words.
    """

    def __init__(self, bekend: Mapping[str, Rijen] = MappingProxyType({})) -> None:
        self.bekend = bekend
        self.nu: dict[str, Rijen] = {}

    @classmethod
    @contextmanager
    def onthouden(cls, folder: Path) -> Iterator[Lezingen]:
        """What was found in this folder before; afterwards, what is clean now."""
        parts = (
            kast.code("source", "model", "lezing", "taal/po.py", "nalezen.py"),
            str(folder.resolve()).encode(),
        )
        key = kast.sleutel((*parts, _WOORDEN.read_bytes()))
        kept = frozenset((kast.lees("lezing", key) or "").split())
        lezingen = cls({**eerder, **{one: [] for one in kept}})
        yield lezingen
        clean = {one for one, rows in lezingen.nu.items() if not rows}
        if clean != kept:
            kast.schrijf("lezing", key, "\n".join(sorted(clean)))

    def lees(
        self, waarvan: tuple[str, ...], lezing: Lezing, lees: Callable[[], tuple[Gelezen, ...]]
    ) -> tuple[Gelezen, ...]:
        """What ``lees`` finds in what these parts say."""
        key = kast.sleutel(
            part.encode("utf-8", "surrogatepass") for part in (*waarvan, lezing.kenmerk)
        )
        known = self.bekend.get(key)
        found = lees() if known is None else tuple(map(_uit_rij, known))
        self.nu[key] = [_als_rij(one) for one in found]
        return found


def _als_rij(one: Gelezen) -> list[Any]:
    vondst = one.vondst
    fields = vondst.begin, vondst.eind, vondst.code, vondst.level.value, vondst.message, vondst.tip
    return [one.tekst, one.line, one.column, *fields]


def _uit_rij(rij: list[Any]) -> Gelezen:
    tekst, line, column, begin, eind, code, level, message, tip = rij
    return Gelezen(tekst, line, column, Vondst(begin, eind, code, Level(level), message, tip))


class Nalezer:
    """Reads texts as one region does, and knows which of its exceptions were of use."""

    def __init__(
        self,
        lezing: Lezing,
        uitzonderingen: Iterable[Uitzondering] = (),
        lezingen: Lezingen | None = None,
    ) -> None:
        self.lezing = lezing
        self.lezingen = lezingen or Lezingen()
        self.uitzonderingen = Uitzonderingen(uitzonderingen)
        self.gemeld: set[str] = set()
        """The texts of the data in which something was found: not to be told of a catalogue too."""

    def document(
        self, waar: str, document: Document, kind: type[Deel], raw: str = ""
    ) -> Iterator[Issue]:
        """Everything in one file; ``raw`` is what it reads, when it is one that can be searched."""
        if raw:
            file = _Bestand(raw, kind, self.lezing, document)
            found = self.lezingen.lees((kind.__name__, raw), self.lezing, lambda: _document(file))
        else:
            found = tuple(_waarden(document, kind, self.lezing, raw))
        self.gemeld.update(one.tekst.strip() for one in found)
        yield from self._issues(waar, document.path, found)

    def regels(
        self, waar: str, naam: str, raw: str, kind: type[Deel] | None = None
    ) -> Iterator[Issue]:
        """A file that cannot be read as what it is: its lines, as they stand there. Of a ``kind``
        are the names of fields; what is no text there is left to its own form.
        """
        lines = [*zip(regelbegin(raw), raw.split("\n"), strict=True)]
        for one in _los(raw, lines, self.lezing):
            codes = _codes_van_regel(kind, one.tekst) if kind else None
            if codes is None or one.vondst.code in codes:
                yield from self._issues(waar, naam, [one])

    def catalogus(
        self, waar: str, naam: str, raw: str, ingangen: tuple[Ingang, ...]
    ) -> Iterator[Issue]:
        """A catalogue: what is no text of the data, the translations, the comments."""
        for one in self.lezingen.lees(
            ("po", raw), self.lezing, lambda: _catalogus(raw, ingangen, self.lezing)
        ):
            if one.tekst not in self.gemeld:
                yield from self._issues(waar, naam, [one])

    def pagina(self, waar: str, naam: str, raw: str) -> Iterator[Issue]:
        """A page in Markdown, its front matter too; links, HTML and macros are fine there."""
        lezing = replace(self.lezing, opmaak=True)
        found = self.lezingen.lees(
            ("md", raw),
            lezing,
            lambda: tuple(Gelezen(raw, *place(raw, v.begin), v) for v in lezing.vondsten(raw)),
        )
        yield from self._issues(waar, naam, found)

    def naam(self, waar: str, naam: str) -> Iterator[Issue]:
        """The name of a file or folder, as words."""
        words = als_woorden(waar)
        for vondst in self.uitzonderingen.zonder(waar, words, self.lezing.vondsten(words)):
            if vondst.code not in GEEN_TEKST:
                message = f"In de naam van dit bestand: {vondst.message}"
                yield Issue(naam, 1, 1, vondst.code, message, vondst.tip, vondst.level)

    def namen(self, namen: Mapping[str, str]) -> Iterator[Issue]:
        """As ``naam``, of all files and folders that there are: their paths, and how each is
        called in a message.
        """
        words = sorted({als_woorden(waar) for waar in namen})
        found = self.lezingen.lees(
            ("namen", *words), self.lezing, lambda: _los_gelezen(words, self.lezing)
        )
        if found:
            for waar, naam in namen.items():
                yield from self.naam(waar, naam)

    def lege(self, document: Document, behalve: Container[str] = ()) -> Iterator[Issue]:
        """The exceptions, in the file they stand in, that found nothing; not those about files
        of which that is not known.
        """
        for index, waar in self.uitzonderingen.ongebruikt():
            if waar not in behalve:
                place = document.where(("uitzonderingen", index, "woorden"))
                message = f"Deze uitzondering vindt niets (meer) in {waar}."
                tip = "Haal haar weg, of neem de woorden precies over zoals ze er staan."
                yield Issue(document.path, *place, "lege-uitzondering", message, tip)

    def _issues(self, waar: str, naam: str, found: Iterable[Gelezen]) -> Iterator[Issue]:
        for one in found:
            for vondst in self.uitzonderingen.zonder(waar, one.tekst, [one.vondst]):
                yield Issue(
                    naam,
                    one.line,
                    one.column,
                    vondst.code,
                    vondst.message,
                    vondst.tip,
                    _ernst(waar, vondst),
                )


_VAN_ANDEREN = tuple(f"{soort.pad}/" for soort in SOORTEN if soort.van_anderen)


def _ernst(waar: str, vondst: Vondst) -> Level:
    """A name is worth a second look, and has no place at all in what others hand in."""
    is_name = vondst.code == "persoonsnaam"
    return Level.FOUT if is_name and waar.startswith(_VAN_ANDEREN) else vondst.level


_LOS_WOORD = str.maketrans("-_", "  ")


def als_woorden(waar: str) -> str:
    """The name of a file, or an id, as words."""
    return waar.rpartition("/")[2].translate(_LOS_WOORD)


def _los_gelezen(teksten: Iterable[str], lezing: Lezing) -> tuple[Gelezen, ...]:
    return tuple(Gelezen(one, 1, 1, found) for one in teksten for found in lezing.vondsten(one))


@dataclass(frozen=True)
class _Bestand:
    """A file and how it is read; what it reads decides what it holds."""

    raw: str
    kind: type[Deel]
    lezing: Lezing
    document: Document = field(compare=False)


@lru_cache(maxsize=4096)
def _document(bestand: _Bestand) -> tuple[Gelezen, ...]:
    raw, document = bestand.raw, bestand.document
    comments = () if document.path.endswith(".csv") else commentaar(raw)
    return (
        *_waarden(document, bestand.kind, bestand.lezing, raw),
        *_los(raw, comments, bestand.lezing),
    )


def _waarden(document: Document, kind: type[Deel], lezing: Lezing, raw: str) -> Iterator[Gelezen]:
    lees = (lambda text: (*lezing.vondsten(text), *spaties(text))) if raw else lezing.vondsten
    for loc, text, key, vondst in _in_waarde(document.value, kind, (), lees):
        line, column = document.where_key(loc) if key else document.where(loc)
        where = plek(raw, (line, column), text, vondst.begin, vondst.eind)
        yield Gelezen(text, *where, vondst)


def in_waarde(
    waarde: Value, kind: type[Deel], namen: tuple[str, ...], lezing: Lezing
) -> Iterator[tuple[str, Vondst]]:
    """What is found in a value by itself, at the fields ``namen`` of a record of a ``kind``, each
    with the whole text.
    """
    for _, text, _, vondst in _in_waarde(waarde, kind, namen, lezing.vondsten):
        yield text, vondst


def _in_waarde(
    waarde: Value,
    kind: type[Deel],
    namen: tuple[str, ...],
    lees: Callable[[str], Iterable[Vondst]],
) -> Iterator[tuple[Loc, str, bool, Vondst]]:
    for loc, names, text, key in _teksten(waarde, (), namen):
        codes = _codes(kind, names, key)
        if codes is not None and not (codes and _VERDACHT.search(text)):
            continue
        for vondst in lees(text):
            if codes is None or vondst.code in codes:
                yield loc, text, key, vondst


def lezing_van(instellingen: Instellingen | None, gemeenten: Iterable[Gemeente]) -> Lezing:
    """How a region reads its texts."""
    drempel = instellingen.drempel if instellingen else DREMPEL
    return Lezing(drempel, frozenset(one.naam for one in gemeenten))


@lru_cache(maxsize=16)
def _catalogus(raw: str, ingangen: tuple[Ingang, ...], lezing: Lezing) -> tuple[Gelezen, ...]:
    found = [
        Gelezen(text, *plek(raw, (one.regel, 1), text, v.begin, v.eind), v)
        for one in ingangen
        for text in (one.nederlands, one.vertaling)
        for v in lezing.vondsten(text)
    ]
    return (*found, *_los(raw, commentaar_po(raw), lezing))


def _los(raw: str, teksten: Iterable[tuple[int, str]], lezing: Lezing) -> Iterator[Gelezen]:
    """Words that stand in a file just as they are."""
    for offset, text in teksten:
        for vondst in lezing.vondsten(text):
            if vondst.code not in GEEN_TEKST:
                yield Gelezen(text, *place(raw, offset + vondst.begin), vondst)


@cache
def _codes(kind: type[Deel], names: tuple[str, ...], key: bool) -> frozenset[str] | None:
    """What is told of a value, or of its name (``key``); None is everything.

    A text is read whole, and so is what stands where no field is.
    """
    owner: type[Deel] | None = kind
    for name in names[:-1]:
        field = owner.model_fields.get(name) if owner else None
        owner = nested(field.annotation) if field else None
    field = owner.model_fields.get(names[-1]) if owner and names else None
    if owner is None or field is None:
        return None
    if key or letterlijk(owner, names[-1]):
        return frozenset()
    whole = nested(field.annotation) is not None or tekstsoort(owner, names[-1]) is not None
    return None if whole else _VORM


_VELD = re.compile(r"\s*(?:- )?([a-z_]+):\s")


def _codes_van_regel(kind: type[Deel], regel: str) -> frozenset[str] | None:
    """The same for a line that says what one field of the record itself is."""
    found = _VELD.match(regel)
    return _codes(kind, (found[1],), False) if found else None


def _teksten(
    value: Value, loc: Loc, names: tuple[str, ...]
) -> Iterator[tuple[Loc, tuple[str, ...], str, bool]]:
    """Every value that is one text, and every key (True): its place, and that without numbers."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield (*loc, key), (*names, key), key, True
            yield from _teksten(below, (*loc, key), (*names, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _teksten(below, (*loc, index), names)
    elif value:
        yield loc, names, value, False
