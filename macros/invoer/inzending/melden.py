"""What the import says, in Dutch: each problem by sheet, row and column; what it changed or left.

Not here: finding problems (``inlezen``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.invoer.inzending.inlezen import Ingelezen
from macros.invoer.inzending.opschonen import Opschoning
from macros.issue import Issue, Level
from macros.source.werkmap import kolomletter
from macros.taal.vertaler import Vertaler

_NL = Vertaler("nl")
_NOEM = 5
"""So many rows are named; the rest is counted."""


def meldingen(ingelezen: Ingelezen) -> Iterator[str]:
    """Every problem, a line each."""
    for issue in ingelezen.issues:
        level = f"{issue.level}: " if issue.level is Level.LET_OP else ""
        yield f"{plaats(issue, ingelezen.koppen)}: {level}{issue.message} {issue.tip}".rstrip()


def plaats(issue: Issue, koppen: Mapping[int, str]) -> str:
    """Sheet or file, row and column in words; ``koppen`` are the headings by column."""
    parts = [issue.path]
    if issue.line:
        parts.append(
            f"rij {issue.line}" if issue.path.startswith("blad ") else f"regel {issue.line}"
        )
    if issue.column:
        label = koppen.get(issue.column)
        parts.append(f"kolom {kolomletter(issue.column)}" + (f" ({label})" if label else ""))
    return ", ".join(parts)


def notities(ingelezen: Ingelezen) -> Iterator[str]:
    """What was changed by a rule, and what in the file was left alone."""
    yield from opgeschoond(ingelezen.opgeschoond)
    for what in ingelezen.niet_gelezen:
        yield f"Niet gelezen: {what}."


def opgeschoond(regels: Mapping[Any, Sequence[int]]) -> Iterator[str]:
    """What each rule (whose value says it in words) did, and in which rows."""
    for rule, rows in regels.items():
        where = "" if rule is Opschoning.LEGE_RIJ else f": {_rijen(rows)}"
        yield f"Opgeschoond ({_NL.getal(len(rows))} keer{where}). {rule.value}"


def gevolgen(ingelezen: Ingelezen) -> Iterator[str]:
    """What happens to the arrangements that are there already."""
    for path, changes in sorted(ingelezen.gewijzigd.items()):
        yield f"Dit verandert in {path}:"
        for one in changes:
            yield f"  {one.veld}: {one.was} -> {one.wordt}"
    if ingelezen.geen_kolom:
        labels = ", ".join(ingelezen.geen_kolom)
        yield f"Deze kolommen zijn er niet, en wat daar staat blijft zoals het is: {labels}."
    if ingelezen.hetzelfde:
        rows = ingelezen.hetzelfde
        yield f"Ongewijzigd ({_NL.getal(len(rows))}): {_rijen(rows)}."
    if ingelezen.ontbreekt:
        names = ", ".join(f"'{one}'" for one in ingelezen.ontbreekt[:_NOEM])
        rest = len(ingelezen.ontbreekt) - _NOEM
        more = f" en nog {_NL.getal(rest)}" if rest > 0 else ""
        yield (
            f"Van deze bron, en niet in dit blad: {names}{more}. Dat blijft zoals het is. Is er "
            "een niet meer? Zet in het bestand 'toestand: gestopt', of archiveer het."
        )


def _rijen(rows: Sequence[int]) -> str:
    different = sorted(set(rows))
    named = ", ".join(str(row) for row in different[:_NOEM])
    rest = len(different) - _NOEM
    return f"rij {named}" + (f" en nog {_NL.getal(rest)}" if rest > 0 else "")
