"""The one shape in which every problem with the data is reported.

Not here: finding problems (``source``, ``model``, ``rules``) or printing them (``scripts.check``).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad: an error stops the build, a warning is only shown."""

    FOUT = "fout"
    LET_OP = "let op"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One problem, at one place, for a person who is not a programmer.

    ``path`` is as the caller named it; ``line`` and ``column`` count from 1. ``message`` says in
    plain Dutch what is wrong, ``tip`` what to do about it (may be empty). ``code`` is stable.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    tip: str = ""
    level: Level = Level.FOUT


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether any of the problems must stop the build."""
    return any(issue.level is Level.FOUT for issue in issues)


SHORT = 4
"""In a word of so few letters one other letter makes another word: ``cop`` is not meant by opp."""


def _looks_like(typed: str, other: str) -> bool:
    same_size = abs(len(typed) - len(other)) <= 1
    return other.startswith(typed) or (typed[:1] == other[:1] and same_size)


def nearest(value: str, valid: Iterable[str]) -> str:
    """A tip with the valid value nearest to what was typed, or the list when it is short."""
    options = sorted(set(valid))
    lower = {option.lower(): option for option in reversed(options)}
    typed = value.lower()
    alike = [one for one in lower if len(typed) > SHORT or _looks_like(typed, one)]
    close = difflib.get_close_matches(typed, alike, n=1, cutoff=0.6)
    if close:
        return f"Bedoel je '{lower[close[0]]}'?"
    if 0 < len(options) <= 12:
        return "Kies uit: " + ", ".join(options) + "."
    return ""


def as_text(issues: Sequence[Issue]) -> str:
    """One problem a line, with its tip below it, and a total."""
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
