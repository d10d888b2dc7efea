"""The one shape in which every problem with the data is reported.

Not here: finding problems (``source``, ``model``, ``rules``) or printing them (``scripts.check``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache


class Level(StrEnum):
    """How bad: an error stops the build, a warning is only shown."""

    FOUT = "fout"
    LET_OP = "let op"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One problem, at one place, for a person who is not a programmer.

    ``path`` is as the caller named it; ``line`` and ``column`` count from 1. ``message`` says in
    plain Dutch what is wrong, ``tip`` what to do about it (may be empty). ``code`` is stable.
    ``loc`` is the field it is about, for a form; empty when only its place in the file is known.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    tip: str = ""
    level: Level = Level.FOUT
    loc: tuple[str | int, ...] = field(default=(), compare=False)


def met_punten(aantal: int) -> str:
    """A number as a Dutch message writes it: ``1.234``."""
    return f"{aantal:,}".replace(",", ".")


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether any of the problems must stop the build."""
    return any(issue.level is Level.FOUT for issue in issues)


SHORT = 4
"""In a word of so few letters one other letter makes another word: ``cop`` is not meant by opp."""

APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bb-\u02bd\u02c8\u2018-\u201b\u2032\u275b\u275c\uff07]")
"""Every sign that people and their programs type for one."""


@lru_cache(maxsize=10_000)
def gevouwen(text: str) -> str:
    """What people take for the same: without case, accents, apostrophes and signs nobody sees; each
    other sign that is no letter or digit only parts two words.
    """
    signs = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text).casefold())
    kept = (one for one in signs if unicodedata.category(one) not in ("Mn", "Cf", "Cc"))
    return " ".join(re.findall(r"[^\W_]+", "".join(kept)))


def nearest(
    value: str, valid: Iterable[str], namen: Mapping[str, Iterable[str]] | None = None
) -> str:
    """A tip with the valid value that was meant, or the list when it is short.

    ``namen`` has what each value is called besides: titles, abbreviations, other words.
    """
    options = sorted(set(valid))
    meant = _meant(value, options, namen or {})
    if meant:
        *some, last = [f"'{one}'" for one in meant]
        tip = f"Bedoel je {', '.join(some)}{' of ' if some else ''}{last}?"
        if len(meant) == 1 and _seen(value) == _seen(meant[0]):
            tip += " Typ het over: hier staat een teken dat er alleen hetzelfde uitziet."
        return tip
    if 0 < len(options) <= 12:
        return "Kies uit: " + ", ".join(options) + "."
    return ""


def _seen(text: str) -> str:
    """How a text looks on the screen."""
    signs = unicodedata.normalize("NFKC", APOSTROPHES.sub("'", text))
    return "".join(one for one in signs if unicodedata.category(one) not in ("Cf", "Cc")).strip()


def _meant(value: str, options: list[str], namen: Mapping[str, Iterable[str]]) -> list[str]:
    """The options it may be: the same, called so, with these words in it, or typed wrong."""
    typed = gevouwen(value)
    if not typed:
        return []
    known = [(one, [gevouwen(one), *map(gevouwen, namen.get(one, ()))]) for one in options]
    same = [one for one, names in known if typed == names[0]]
    called = [one for one, names in known if typed in names]
    within = [
        one for one, names in known if f" {typed} " in f" {names[0]} " and not typed.isdigit()
    ]
    for found in (same[:1], called, within):
        if 0 < len(found) <= 3:
            return found
    close = [(_likeness(typed, name), one) for one, names in known for name in names]
    best = max((likeness for likeness, _ in close), default=0.0)
    return [next(one for likeness, one in close if likeness == best)] if best else []


def _likeness(typed: str, other: str) -> float:
    """How much a slip of the finger makes one of the other; 0 when it is another word.

    Words they begin or end with in common say nothing: towns are not alike for ``gemeente`` before
    their names. Other digits are another thing.
    """
    import difflib  # only a mistake needs it, and it takes long to bring in

    if re.sub(r"\D", "", typed) != re.sub(r"\D", "", other):
        return 0.0
    one, two = typed.split(), other.split()
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    rest, change = " ".join(one), " ".join(two)
    if typed.replace(" ", "") == other.replace(" ", ""):
        return 0.9
    if not rest or not change:
        return 0.8 if rest and len(other.split()) > 1 else 0.0
    alike = difflib.SequenceMatcher(None, typed, other, autojunk=False).ratio()
    if alike >= 0.9 and min(typed.count(" "), other.count(" ")) >= 2:
        return alike
    short, long = sorted((rest, change), key=len)
    if len(short) >= 3 and len(long) <= 2 * len(short) and long.startswith(short):
        return 0.7
    if len(long) > len(short) + 2:
        return 0.0
    if len(short) <= SHORT and (rest[0] != change[0] or len(long) > len(short) + 1):
        return 0.0
    likeness = difflib.SequenceMatcher(None, rest, change, autojunk=False).ratio()
    return likeness if likeness >= (0.6 if len(short) <= SHORT else 0.65) else 0.0


def op_volgorde(issues: Iterable[Issue]) -> list[Issue]:
    """Errors first, then what is worth a look; texts without translation in one line a language."""
    rest: list[Issue] = []
    waiting: dict[str, list[Issue]] = defaultdict(list)
    for issue in sorted(issues):
        taal = _TAAL.search(issue.message) if issue.code == NIET_VERTAALD else None
        (waiting[taal[1]] if taal else rest).append(issue)
    for name, texts in sorted(waiting.items()):
        number = met_punten(len(texts))
        message = f"{number} teksten zijn nog niet vertaald ({name}): "
        message += "de site toont daar Nederlands."
        few = len(texts) <= _WEINIG
        rest += texts if few else [replace(texts[0], message=message, tip=_VERTAAL)]
    return sorted(rest, key=lambda one: (one.level is not Level.FOUT, one.code == NIET_VERTAALD))


NIET_VERTAALD = "niet-vertaald"
_TAAL = re.compile(r"\((\S+)\):? ")
_VERTAAL = (
    "Ze staan op de pagina 'vertaling' van de site. Draai make vertaal en vul ze aan in het "
    "vertaalbestand."
)
_WEINIG = 3
"""So many are told one by one: the texts that were changed just now."""


def as_text(issues: Iterable[Issue]) -> str:
    """One problem a line, with its tip below it, in the order to mend them, and a total."""
    issues = op_volgorde(issues)
    lines = []
    for issue in issues:
        lines.append(f"{issue.path}:{issue.line}:{issue.column}: {issue.level}: {issue.message}")
        if issue.tip:
            lines.append(f"    {issue.tip}")
    wrong = sum(issue.level is Level.FOUT for issue in issues)
    notes = len(issues) - wrong
    total = "Geen fouten gevonden" if not wrong else f"{wrong} {'fout' if wrong == 1 else 'fouten'}"
    lines.append(f"{total}." if not notes else f"{total}; {notes} keer 'let op'.")
    return "\n".join(lines)
