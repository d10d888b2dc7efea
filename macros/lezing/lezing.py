"""One text read once: every finding in it, by place.

Each kind of finding is a file of its own. Not here: files, lines
and exceptions (``plaats``, ``uitzondering``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from macros.drempel import DREMPEL
from macros.issue import Level
from macros.lezing.tekens import andere_spaties, ongewenst, vlak
from macros.lezing.vondst import Gevonden, Tekst

# The words it looks for take long to make patterns of: only who reads a text needs them.

CODES = frozenset(
    {
        "accolades",
        "account",
        "bsn",
        "conflict",
        "e-mailadres",
        "geboortedatum",
        "herkenbaar-kind",
        "html",
        "klein-aantal",
        "ontraden-woord",
        "opmaak",
        "persoonsnaam",
        "stuurteken",
        "telefoonnummer",
        "volgadres",
        "woonadres",
    }
)
"""Every kind of finding."""


@dataclass(frozen=True, slots=True, order=True)
class Vondst:
    """What one text holds and may not: from ``begin`` up to ``eind``; the rest as in an Issue.

    The message repeats no address, number or date of a person: logs are public.
    """

    begin: int
    eind: int
    code: str
    level: Level
    message: str
    tip: str


@dataclass(frozen=True, slots=True)
class Lezing:
    """How a region reads its texts: what a small count is, and which places it knows.

    ``opmaak``: the text is a page in Markdown, where links, headings, HTML and macros are fine.
    """

    drempel: int = DREMPEL
    plaatsen: frozenset[str] = field(default_factory=frozenset)
    opmaak: bool = False

    @property
    def kenmerk(self) -> str:
        """The same for the same way of reading, also in another run."""
        return f"{self.drempel} {self.opmaak} {' '.join(sorted(self.plaatsen))}"

    def vondsten(self, tekst: str) -> Iterator[Vondst]:
        """Everything in ``tekst``, in the order in which it stands there."""
        return iter(_gelezen(self, tekst))

    def _zoek(self, tekst: str) -> Iterator[Vondst]:
        from macros.lezing import opmaak

        for at, sign in ongewenst(tekst):
            yield Vondst(at, at + 1, "stuurteken", Level.FOUT, *_teken(tekst, at, sign))
        conflict = [*opmaak.conflict(tekst, opmaak=self.opmaak)]
        for one in conflict or (() if self.opmaak else opmaak.zoek(tekst)):
            yield _vondst(one, None)
        plain, places = vlak(tekst)
        for offset, part in _alineas(plain):
            for one in _mensen(part, self):
                begin, eind = one.begin + offset, one.eind + offset
                yield _vondst(one._replace(begin=begin, eind=eind), places)


@lru_cache(maxsize=32768)
def _gelezen(lezing: Lezing, tekst: str) -> tuple[Vondst, ...]:
    """The same text stands in the data and in each catalogue."""
    return tuple(sorted(lezing._zoek(tekst)))


def _mensen(plain: str, lezing: Lezing) -> Iterator[Gevonden]:
    """What is found in one paragraph: addresses, persons, children and how many there are."""
    from macros.lezing import aantal, kind, persoon, stijl, verwijzing

    for address in [*verwijzing.zoek(plain)]:
        yield address
        for begin, eind in verwijzing.vervalt(plain, address):
            plain = plain[:begin] + " " * (eind - begin) + plain[eind:]
    tekst = Tekst(plain)
    taken = bytearray(len(plain))
    for one in persoon.zoek(tekst):
        if not any(taken[one.begin : one.eind]):
            taken[one.begin : one.eind] = b"x" * (one.eind - one.begin)
            yield one
    yield from kind.zoek(tekst, lezing.plaatsen)
    yield from aantal.zoek(tekst, lezing.drempel)
    yield from stijl.zoek(tekst)


_GRENS = re.compile(r"\n[ \t]*\n|^ {0,3}#{1,6} .*$", re.MULTILINE)


def _alineas(tekst: str) -> Iterator[tuple[int, str]]:
    """Each paragraph and heading with its place: no sentence goes on in the next."""
    if "\n" not in tekst:
        yield 0, tekst
        return
    begin = 0
    for found in _GRENS.finditer(tekst):
        yield begin, tekst[begin : found.start()]
        if found.group().strip():
            yield found.start(), found.group()
        begin = found.end()
    yield begin, tekst[begin:]


def _vondst(one: Gevonden, places: Sequence[int] | None) -> Vondst:
    begin, eind = (one.begin, one.eind) if places is None else (places[one.begin], places[one.eind])
    return Vondst(begin, eind, one.code, one.level, one.message, one.tip)


def spaties(tekst: str) -> Iterator[Vondst]:
    """Spaces of another kind of Word: seen nowhere, and no reason to refuse a text."""
    for at, sign in andere_spaties(tekst):
        message = f"Hier staat {sign}{_na(tekst, at)}, en geen gewone spatie."
        tip = "Typ een gewone spatie. Moeten deze woorden bij elkaar blijven? Dan kan zij zo staan."
        yield Vondst(at, at + 1, "andere-spatie", Level.LET_OP, message, tip)


def _na(tekst: str, at: int) -> str:
    before = tekst[:at].split()
    return f", na '{before[-1][-20:]}'" if before and before[-1].isalnum() else ""


def _teken(tekst: str, at: int, sign: str) -> tuple[str, str]:
    return (
        f"Hier staat een teken dat je niet ziet: {sign}{_na(tekst, at)}.",
        "Typ deze woorden opnieuw, of plak ze als gewone tekst.",
    )


_GEWOON = Lezing()


def vondsten(tekst: str) -> Iterator[Vondst]:
    """Everything in ``tekst`` that no text may hold."""
    return _GEWOON.vondsten(tekst)


def gemaskeerd(tekst: str) -> str:
    """The text with every address and number of a person made unreadable: for what is printed."""
    from macros.lezing import persoon

    plain, places = vlak(tekst)
    for one in sorted(persoon.zoek(Tekst(plain)), reverse=True):
        if one.code in persoon.GEHEIM:
            begin, eind = (places[one.begin], places[one.eind]) if places else (one.begin, one.eind)
            tekst = tekst[:begin] + persoon.masker(tekst[begin:eind]) + tekst[eind:]
    return tekst
