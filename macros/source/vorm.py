"""What people and their programs type that YAML reads otherwise, line by line.

Each such line is told with its cause and mended in a copy, of the same lines, that is read further:
so one round tells everything that is wrong with a file. The file itself stays as it is. Not here:
what YAML itself refuses (``nodes``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.issue import Issue
from macros.source.teken import naam

_BREAKS = "\x85\u2028\u2029"
"""What YAML takes for the end of a line, and an editor does not."""
_SUSPECT = re.compile(
    rf"[\t{_BREAKS}\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff：﹕꞉∶–—‐−•·●▪‣*`“”„‘’‚«»]"
    r"|^[<=>|]{7}|^ *(?:- +)*[a-z_]\w*(?::[^\s]| *[=;] )|^ *-[^\s-]|^[%+]|^\.\.\.|^#",
    re.MULTILINE,
)
"""One quick look: what none of this is in needs no second one."""

_CONFLICT = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)|={7}$")
_KEY = re.compile(r"( *(?:- +)*)([A-Za-z_][\w-]*) *:(?= |$)")
_LIST = re.compile(r"( *)- ")
_ANY = re.compile(r" *- |" + _KEY.pattern)
_BLOCK = re.compile(r"(?:^|: +|- +)[|>][-+0-9]* *(?:#.*)?$")
_NO_SPACE = re.compile(r"( *(?:- +)*)([a-z_][a-z0-9_]*):(?!//)([^\s:].*)$")
_OTHER_SIGN = re.compile(r"( *(?:- +)*)([a-z_][a-z0-9_]*) *([=;]) +(\S.*)$")
_ODD_SPACE = re.compile(
    r" *(?:(?:- +)*[A-Za-z_][\w-]*:|-)([\t\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff])"
)
_WIDE_COLON = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*\s*([：﹕꞉∶])")
_MARKED = re.compile(r"( *(?:- +)*)(\*{1,3}|`)([a-z_]\w*)(?:\2 *:|:\2)(?= |$)")
_BULLET = re.compile(r"( *)([–—‐−•·●▪‣*])(?=\s)")
_TIGHT = re.compile(r" *-(?=[^\s-])")
_CURLY = re.compile(r"( *(?:- +)*(?:[A-Za-z_][\w-]*: +)?)([“”„‘’‚«»])(.*)([“”„‘’‚«»])\s*$")

CONFLICT = (
    "Twee mensen wijzigden deze regels. Er staan nu twee versies.",
    "Houd één versie over en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
)
"""The message and the tip, whatever kind of file it is in."""


@dataclass(slots=True)
class _Pass:
    path: str
    lines: list[str]
    issues: list[Issue] = field(default_factory=list)
    block: int | None = None
    """How far the field of the running ``>`` or ``|`` is indented."""
    quote: str = ""
    """The sign that must still close a text that began on a line before."""
    plain: int | None = None
    """How far the field is indented of which the text, without quotes, may go on."""
    before: str = ""
    """The last line that was no blank."""

    def tell(self, line: int, column: int, code: str, message: str, tip: str) -> None:
        self.issues.append(Issue(self.path, line + 1, column + 1, code, message, tip))

    def run(self) -> None:
        for number in range(len(self.lines)):
            line = self.lines[number]
            if not line.strip():
                continue
            line = self.lines[number] = self.indentation(number, line)
            if self.left_a_text(number, line):
                line = self.lines[number] = " " * ((self.block or 0) + 2) + line
            if not self.is_text(line):
                line = self.lines[number] = self.structure(number, line)
                self.opens(line)
            self.before = line

    def left_a_text(self, number: int, line: str) -> bool:
        """A # at the margin ends a running text for YAML, though that goes on below it."""
        if self.block is None or not line.startswith("#"):
            return False
        below = next((one for one in self.lines[number + 1 :] if one.strip()), "")
        if len(below) - len(below.lstrip(" ")) <= self.block:
            return False
        message = "Deze regel staat midden in een tekst en springt niet in."
        self.tell(number, 0, "inspringing", message, "Spring even ver in als de regel erboven.")
        return True

    def is_text(self, line: str) -> bool:
        """Whether the line goes on with a text, in which everything may stand."""
        indent = len(line) - len(line.lstrip(" "))
        if self.block is not None:
            if indent > self.block:
                return True
            self.block = None
        if self.quote:
            if _closes(line, self.quote):
                self.quote = ""
            return True
        if self.plain is not None and indent > self.plain:
            return True
        self.plain = None
        return False

    def opens(self, line: str) -> None:
        """Whether a text begins here that goes on below."""
        key = _KEY.match(line)
        item = _LIST.match(line)
        start = key.end() if key else item.end() if item else len(line)
        value = line[start:].strip()
        indent = len(key[1]) if key else len(item[1]) if item else 0
        if _BLOCK.search(line):
            self.block = indent
        elif value[:1] in ("'", '"'):
            self.quote = "" if _closes(value[1:], value[0]) else value[0]
        elif value:
            self.plain = indent

    def indentation(self, number: int, line: str) -> str:
        """Only ordinary spaces count; in a running text what stands beyond them is text."""
        at = len(line) - len(line.lstrip(" "))
        if not _is_odd(line[at : at + 1]) or (self.block is not None and at > self.block):
            return line
        end = at
        while end < len(line) and (line[end] == " " or _is_odd(line[end])):
            end += 1
        sign = line[at]
        if sign == "\t":
            said = ("tab", "Hier staat een tab. YAML kent alleen spaties.")
            self.tell(number, at, *said, "Vervang de tab door twee spaties.")
        else:
            message = f"Deze regel springt in met {_naam(sign)}, en niet met gewone spaties."
            self.tell(number, at, "inspringing", message, "Typ de inspringing met de spatiebalk.")
        wide = "".join("  " if one == "\t" else " " * (not _is_zero(one)) for one in line[at:end])
        return line[:at] + wide + line[end:]

    def structure(self, number: int, line: str) -> str:
        """A line that has a field or an item of a list: everything in it that is not as typed."""
        if line[0] == "%" or re.fullmatch(r"\.\.\.\s*", line):
            message = f"Een regel met '{line.split()[0][:10]}' leest de site niet."
            self.tell(number, 0, "yaml", message, "Haal deze regel weg.")
            return ""
        if line[0] == "+" and _ANY.match(line[1:]):
            message = "Deze regel begint met een plus, zoals in een overzicht van wijzigingen."
            self.tell(number, 0, "yaml", message, "Haal de plus weg.")
            line = line[1:]
        if marked := _MARKED.match(line):
            message = f"De veldnaam '{marked[3]}' staat tussen tekens van opmaak."
            self.tell(number, marked.start(2), "yaml", message, f"Schrijf: {marked[3]}:")
            line = f"{marked[1]}{marked[3]}:{line[marked.end() :]}"
        if odd := self.wants_item(line) and _BULLET.match(line):
            message = f"Dit is {_naam(odd[2])} en geen gewoon streepje, dus geen lijst."
            tip = "Typ een gewoon streepje (-) met een spatie erachter."
            self.tell(number, odd.start(2), "yaml", message, tip)
            line = f"{odd[1]}- {line[odd.end() :].strip()}"
        if tight := self.wants_item(line) and _TIGHT.match(line):
            message = "Na het streepje hoort een spatie."
            self.tell(number, tight.end(), "yaml", message, f"Schrijf: - {line[tight.end() :]}")
            line = f"{line[: tight.end()]} {line[tight.end() :]}"
        if wide := _WIDE_COLON.match(line):
            message = f"Dit is {_naam(wide[1])} en geen gewone dubbele punt."
            tip = "Typ een gewone dubbele punt (:) met een spatie erachter."
            self.tell(number, wide.start(1), "yaml", message, tip)
            line = f"{line[: wide.start(1)].rstrip()}: {line[wide.end() :].lstrip()}"
        if other := _OTHER_SIGN.match(line):
            message = f"Na een veldnaam hoort een dubbele punt, geen '{other[3]}'."
            tip = f"Schrijf: {other[2]}: {other[4]}"
            self.tell(number, other.start(3), "yaml", message, tip)
            line = f"{other[1]}{other[2]}: {other[4]}"
        if odd_space := _ODD_SPACE.match(line):
            sign = odd_space[1]
            message = f"Hier staat {_naam(sign)}, en geen gewone spatie."
            self.tell(number, odd_space.start(1), "yaml", message, "Typ een gewone spatie.")
            line = f"{line[: odd_space.start(1)]} {line[odd_space.end() :].lstrip()}"
        if tied := self.is_field(number, line) and _NO_SPACE.match(line):
            message = "Na de dubbele punt hoort een spatie."
            tip = f"Schrijf: {tied[2]}: {tied[3]}"
            self.tell(number, tied.start(3) - 1, "yaml", message, tip)
            line = f"{tied[1]}{tied[2]}: {tied[3]}"
        return self.quotes(number, line)

    def wants_item(self, line: str) -> bool:
        """Below a field without a value, or below another item."""
        before = self.before.rstrip()
        indent = len(line) - len(line.lstrip(" "))
        item = _LIST.match(self.before)
        return before.endswith(":") or (item is not None and len(item[1]) == indent)

    def is_field(self, number: int, line: str) -> bool:
        """Text may hold 'po:vo'; in a list it is a field only with others below it."""
        item = _LIST.match(line)
        if item is None:
            return True
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        key = _KEY.match(below)
        return key is not None and key[1] == " " * (len(item[1]) + 2)

    def quotes(self, number: int, line: str) -> str:
        """Quotes of Word around a text are part of it, but then they keep no colon apart."""
        found = _CURLY.match(line)
        if found is None or not re.search(r": | #|:$", found[3]):
            return line
        message = "Deze aanhalingstekens zijn krom (uit Word)."
        tip = 'Gebruik rechte: " voor en achter de tekst.'
        self.tell(number, found.start(2), "yaml", message, tip)
        return f"{found[1]}{aangehaald(found[3])}"


_VELD = re.compile(r"( *(?:- +)*(?:[A-Za-z_][\w-]* *: +)?)(\S.*?)\s*$")


def tussen_aanhaling(lines: list[str], number: int) -> tuple[str, str] | None:
    """The line of a field or item with its value between quotes, and that value; None without, or
    when the value goes on below.
    """
    found = _VELD.match(lines[number])
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if found is None or not found[1].strip() or re.match(rf" {{{_indent(found[1]) + 1}}}", below):
        return None
    return f"{found[1]}{aangehaald(found[2])}", found[2]


def open_aanhaling(lines: list[str], number: int) -> tuple[int, int] | None:
    """Line and column (from 0) of a quote that opens before line ``number`` and that is closed, at
    or before it, only after another field has begun.
    """
    opened: tuple[int, int] | None = None
    sign, indent, other = "", 0, False
    for at, line in enumerate(lines[: number + 1]):
        key = _KEY.match(line)
        if opened is not None:
            other = other or (key is not None and len(key[1]) <= indent)
            if _closes(line, sign):
                if key or other:
                    return opened
                opened = None
        elif key and line[key.end() :].lstrip()[:1] in ("'", '"'):
            value = line[key.end() :].lstrip()
            if not _closes(value[1:], value[0]):
                sign, indent, other = value[0], len(key[1]), False
                opened = at, len(line) - len(value)
    return None


def springt_te_ver_in(lines: list[str], number: int) -> bool:
    """Whether a field stands further in than the one above it, which has its value already."""
    here = _KEY.match(lines[number])
    above = next((one for one in reversed(lines[:number]) if one.strip()), "")
    key = _KEY.match(above)
    is_full = key is not None and above[key.end() :].strip()
    return bool(here and key and is_full and len(here[1]) > len(key[1]))


def streepje_voor_veld(lines: list[str], number: int) -> bool:
    """Whether a field has a dash before it, and the field above it, as far in, has none."""
    here = _KEY.match(lines[number])
    above = _KEY.match(next((one for one in reversed(lines[:number]) if one.strip()), ""))
    return bool(here and above and here[1].strip() == "-" and here[1].partition("-")[0] == above[1])


def _indent(begin: str) -> int:
    """Where the name of a field stands, or the dash of an item without one."""
    key = _KEY.match(begin)
    return len(key[1]) if key else len(begin) - len(begin.lstrip(" "))


def zonder_veld(lines: list[str], number: int) -> int | None:
    """The line above ``number`` (from 0), when a field should begin there and none does."""
    above = [at for at in range(number) if lines[at].strip()][-2:]
    if not above or _ANY.match(lines[above[-1]]):
        return None
    first = lines[above[-1]][0] != " " or lines[above[0]].rstrip().endswith(":")
    return above[-1] if first else None


def aangehaald(text: str) -> str:
    """A text in one line between quotes, so that every sign in it is text."""
    return "'" + text.strip().replace("'", "''") + "'"


def hersteld(text: str, path: str) -> tuple[str, list[Issue]]:
    """``text`` as it is probably meant, with every line where that is not what it says."""
    if not _SUSPECT.search(text):
        return text, []
    text, breaks = _line_ends(text, path)
    text, conflicts = een_versie(text, path)
    todo = _Pass(path, text.split("\n"), [*breaks, *conflicts])
    todo.run()
    return "\n".join(todo.lines), todo.issues


def _line_ends(text: str, path: str) -> tuple[str, list[Issue]]:
    issues = []
    for found in re.finditer(f"[{_BREAKS}]", text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        message = f"Hier staat {_naam(found.group())}. Dat kan niet."
        tip = "Verwijder het teken: zet de cursor erachter en druk op Backspace."
        issues.append(Issue(path, line, column, "stuurteken", message, tip))
    return re.sub(f"[{_BREAKS}]", " ", text), issues


def conflicten(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line (from 0) of each piece that git could not join."""
    begin: int | None = None
    for number, line in enumerate(lines):
        found = _CONFLICT.match(line)
        if found and begin is None:
            begin = number
        if found and line.startswith(">") and begin is not None:
            yield begin, number
            begin = None
    if begin is not None:
        last = max(n for n, line in enumerate(lines) if _CONFLICT.match(line))
        yield begin, last


def een_versie(text: str, path: str) -> tuple[str, list[Issue]]:
    """Each conflict is told once, and the first of both versions is read further."""
    lines, issues = text.split("\n"), []
    for begin, last in conflicten(lines):
        issues.append(Issue(path, begin + 1, 1, "conflict", *CONFLICT))
        drop = False
        for number in range(begin, last + 1):
            mark = _CONFLICT.match(lines[number])
            drop = lines[number][0] in "|=" if mark else drop
            if mark or drop:
                lines[number] = ""
    return "\n".join(lines), issues


def _closes(text: str, sign: str) -> bool:
    """Whether a text between quotes ends here; a doubled or escaped sign does not end it."""
    rest = text.replace("''", "") if sign == "'" else re.sub(r"\\.", "", text)
    return sign in rest


def _is_odd(sign: str) -> bool:
    return bool(sign) and sign != " " and (sign.isspace() or _is_zero(sign))


def _is_zero(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


def _naam(sign: str) -> str:
    """What an editor calls it, with the sign itself or its number."""
    if sign.isspace() and sign not in _BREAKS:
        return naam(sign)
    return f"{naam(sign)} ({sign if sign.isprintable() else f'U+{ord(sign):04X}'})"
