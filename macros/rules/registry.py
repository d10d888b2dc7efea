"""The list of rules and how they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, wraps
from typing import NamedTuple

from macros.discover import import_all
from macros.issue import Issue, Level
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.source.nodes import Loc


class Woorden(NamedTuple):
    """The words in a text that a problem is about: that is where it is told."""

    tekst: str
    begin: int
    eind: int


Problem = tuple[str, Loc, str, str] | tuple[str, Loc, str, str, Woorden]
"""(path below the data folder, place in the file, message, tip), and of which words it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that a rule found, still without line and column."""

    pad: str
    loc: Loc
    code: str
    message: str
    tip: str
    level: Level
    woorden: Woorden | None = None

    def op(self, path: str, line: int, column: int) -> Issue:
        """The problem at its place, in a file that is called ``path``."""
        return Issue(path, line, column, self.code, self.message, self.tip, self.level, self.loc)


Check = Callable[[Regio], Iterator[Problem]]
DatedCheck = Callable[[Regio, Datum], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code is the function's name with dashes, its explanation the docstring."""

    code: str
    level: Level
    check: DatedCheck


RULES: list[Rule] = []


def rule(level: Level = Level.FOUT) -> Callable[[Check], Check]:
    """Register a function as a rule."""

    def register(check: Check) -> Check:
        @wraps(check)
        def any_day(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
            return check(regio)

        dated_rule(level)(any_day)
        return check

    return register


def dated_rule(level: Level = Level.FOUT) -> Callable[[DatedCheck], DatedCheck]:
    """Register a function as a rule that depends on what day it is."""

    def register(check: DatedCheck) -> DatedCheck:
        RULES.append(Rule(check.__name__.replace("_", "-"), level, check))
        return check

    return register


@cache
def all_rules() -> list[Rule]:
    """Every rule of every area; importing the area registers its rules."""
    import_all("macros.rules")
    return RULES


@cache
def overal() -> frozenset[str]:
    """The codes of the rules for records of every area: they look at one value at a time."""
    return frozenset(one.code for one in all_rules() if ".elk." in one.check.__module__)


def findings(regio: Regio, vandaag: Datum) -> Iterator[Finding]:
    """Everything the rules have to say about ``regio`` on this day."""
    for one in all_rules():
        for problem in one.check(regio, vandaag):
            pad, loc, message, tip = problem[:4]
            words = problem[4] if len(problem) == 5 else None
            yield Finding(pad, loc, one.code, message, tip, one.level, words)
