"""A PO file as its entries, every problem at its line.

Any form in which translation programs write one is read: Windows line ends, a byte order mark,
wrapped or indented lines, whatever dates and plural forms its header has. What would get lost in
silence is refused: a text that stands there twice, a second translation, a conflict of git.

Not here: which entries count, or how a catalogue is kept current (``catalogus``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from macros.issue import Issue
from macros.source.teken import onzichtbaar
from macros.source.vorm import CONFLICT, conflicten

_TEKEN = re.compile(r"\\([\\trn\"])")
_BEDOELD = {"t": "\t", "r": "\r", "n": "\n"}
MAX_BYTES = 16 * 1024 * 1024
FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Ingang:
    """A Dutch text and its translation, empty when there is only blank.

    ``regel`` is the line of its msgid. ``vervallen``: kept, but no longer used (``#~``).
    """

    regel: int
    nederlands: str
    vertaling: str
    vlaggen: frozenset[str]
    opmerkingen: tuple[str, ...]
    vervallen: bool


def _bedoeld(quoted: str) -> str:
    """The text between quotation marks, as Babel reads it; it takes long to bring that in."""
    return _TEKEN.sub(lambda sign: _BEDOELD.get(sign[1], sign[1]), quoted[1:-1])


@lru_cache(maxsize=8)
def lees(raw: bytes, taal: str, name: str) -> tuple[tuple[Ingang, ...] | None, list[Issue]]:
    """The entries of the catalogue of ``taal``; None with the problems when it cannot be used.

    ``name`` is how problems name the file.
    """
    if len(raw) > MAX_BYTES:
        message = "Dit vertaalbestand is te groot."
        return None, [Issue(name, 1, 1, "bestand-te-groot", message)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = "Dit teken is niet in UTF-8 opgeslagen."
        tip = "Sla het bestand op met codering UTF-8."
        return None, [Issue(name, line, 1, "geen-utf8", message, tip)]
    lines = _regeleinden(text).split("\n")
    reader = _Reader()
    problems = [*_conflict(lines)] or [*reader.read(lines)]
    entries = reader.entries
    head = next((one for one in entries if not (one.nederlands or one.vervallen)), None)
    problems = problems or [*_header(head, lines, taal)] or [*_twice(entries)]
    if problems:
        return None, [Issue(name, line, 1, *said) for line, said in problems]
    return tuple(one for one in entries if one.nederlands), []


def als_tekst(raw: bytes) -> str | None:
    """What a catalogue reads, with the lines that problems count; None when it cannot be read."""
    with suppress(UnicodeDecodeError):
        return _regeleinden(raw.decode("utf-8-sig")) if len(raw) <= MAX_BYTES else None
    return None


def _regeleinden(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


Probleem = tuple[int, tuple[str, str, str]]
"""The line; the code, message and tip of an ``Issue``."""


def _conflict(lines: list[str]) -> Iterator[Probleem]:
    for begin, _ in conflicten(lines):
        yield begin + 1, ("conflict", *CONFLICT)
        return


_LINE = re.compile(r'(?:(msgid|msgstr)[ \t]+)?("(?:[^"\\]|\\.)*")')
_BEGUN = re.compile(r"(msgid|msgstr)\b")
_UNUSED = re.compile(r"(msgctxt|msgid_plural|msgstr\[\d+\])[ \t]")


class _Reader:
    """One pass over the lines. A line that cannot be is told, and what follows in it skipped."""

    def __init__(self) -> None:
        self.entries: list[Ingang] = []
        self.flags: set[str] = set()
        self.comments: list[str] = []
        self.new(0, False)

    def new(self, line: int, old: bool) -> None:
        """From here on another entry; what stood above it is its own."""
        self.start, self.old = line, old
        self.above = (frozenset(self.flags - {""}), tuple(filter(None, self.comments)))
        self.texts: dict[str, str] = {}
        self.word = ""
        self.broken = False

    def read(self, lines: Iterable[str]) -> Iterator[Probleem]:
        for number, line in enumerate(lines, start=1):
            yield from self.line(number, line.strip())
        yield from self.finish()

    def line(self, number: int, line: str, old: bool = False) -> Iterator[Probleem]:
        if line.startswith("#~"):
            yield from self.line(number, line[2:].strip(), old=True)
        elif line.startswith("#") or (old and line.startswith("|")):
            yield from self.finish()
            self.comment(line)
        elif line:
            yield from self.part(number, line, old)

    def comment(self, line: str) -> None:
        """Flags and what people wrote stay; places and former texts are made anew."""
        if line.startswith("#,"):
            self.flags.update(flag.strip() for flag in line[2:].split(","))
        elif not line.startswith(("#:", "#|", "#.", "|")):
            self.comments.append(line[1:].strip())

    def part(self, number: int, line: str, old: bool) -> Iterator[Probleem]:
        found = _LINE.fullmatch(line)
        word, text = found.groups() if found else (None, "")
        if word == "msgid":
            yield from self.finish()
            self.new(number, old)
            self.flags, self.comments = set(), []
        if self.broken and found:
            return
        problem = self.cannot(line, found is not None, word, old)
        if problem:
            self.broken = True
            yield number, ("po-vorm", *problem)
            return
        self.word = word or self.word
        self.texts[self.word] = self.texts.get(self.word, "") + _bedoeld(text)

    def cannot(self, line: str, form: bool, word: str | None, old: bool) -> tuple[str, str] | None:
        """Why this line cannot stand here, and what to do."""
        unused = _UNUSED.match(line)
        if unused:
            return f"{unused[1]} wordt hier niet gebruikt.", "Haal deze regel weg."
        if form and word == "msgstr" and word in self.texts:
            return "Deze tekst heeft al een vertaling, hierboven.", "Houd er één over."
        if not form and (begun := _BEGUN.match(line)) and old == self.old:
            message = f"De tekst achter {begun[1]} staat niet goed tussen aanhalingstekens."
            tip = f'Schrijf: {begun[1]} "…". Een aanhalingsteken in de tekst schrijf je als \\".'
            return message, tip
        if (
            not form
            or old != self.old
            or not (word or self.word)
            or (word == "msgstr" and not self.texts)
        ):
            tip = 'Een regel is: msgid "…", msgstr "…", een vervolg "…", of uitleg met #.'
            return "Deze regel hoort niet in een vertaalbestand.", tip
        return None

    def finish(self) -> Iterator[Probleem]:
        """The end of an entry, if there is one."""
        if len(self.texts) == 1 and not self.broken:
            tip = 'Zet eronder: msgstr "" (met de vertaling tussen de aanhalingstekens).'
            yield self.start, ("po-vorm", "Bij deze tekst ontbreekt msgstr.", tip)
        elif self.texts and not self.broken:
            dutch, translation = self.texts["msgid"], self.texts["msgstr"]
            translation = "" if onzichtbaar(translation) else translation
            self.entries.append(Ingang(self.start, dutch, translation, *self.above, self.old))
        self.texts, self.word = {}, ""


def _header(head: Ingang | None, lines: list[str], taal: str) -> Iterator[Probleem]:
    """It must name UTF-8 and the right language; dates and all the rest play no part."""
    fields = {}
    for field in head.vertaling.split("\n") if head else ():
        name, _, value = field.partition(":")
        fields[name.strip().lower()] = value.strip()

    def line(name: str) -> int:
        begin = head.regel if head else 1
        return next((n for n, text in enumerate(lines[begin:], begin + 1) if name in text), begin)

    _, _, charset = fields.get("content-type", "").partition("charset=")
    if not charset:
        message = "De kop van dit vertaalbestand ontbreekt of is beschadigd."
        tip = 'Bovenaan hoort: msgid "", en "Content-Type: text/plain; charset=utf-8\\n".'
        yield 1, ("po-kop", message, tip)
    elif charset.lower().replace("-", "") != "utf8":
        message = f"De kop noemt codering '{charset}'."
        yield line("charset="), ("po-kop", message, "Maak er charset=utf-8 van.")
    elif fields.get("language") != taal:
        said = fields.get("language") or "geen taal"
        message = f"De kop noemt {said}, en dit bestand is voor '{taal}'."
        yield line("Language:"), ("po-kop", message, f"Schrijf: Language: {taal}")


def _twice(entries: Iterable[Ingang]) -> Iterator[Probleem]:
    """A text that is translated in two places: which of the two holds, nobody can tell."""
    seen: dict[str, list[int]] = {}
    for entry in entries:
        if not entry.vervallen:
            seen.setdefault(entry.nederlands, []).append(entry.regel)
    for text, lines in seen.items():
        if len(lines) > 1:
            *some, last = lines
            often = "twee keer" if len(lines) == 2 else f"{len(lines)} keer"
            where = f"op regel {', '.join(map(str, some))} en {last}"
            message = f"{'Deze tekst' if text else 'De kop'} staat er {often} in: {where}."
            yield last, ("po-vorm", message, "Houd er één over.")
