"""Of which kind a workbook or a CSV is, by what it remembers, its sheets or its headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from macros.invoer.blad.indeling import indeling
from macros.invoer.blad.toen import lees_toen
from macros.invoer.inzending.namen import vorm
from macros.model.geheel import SOORT
from macros.source.werkmap import Blad, Werkmap


def herken(boek: Werkmap) -> str:
    """The kind that a workbook is of, by its sheets; empty when it can be more than one."""
    made = lees_toen(boek)
    if made and made.soort in SOORT:
        return made.soort
    there = {vorm(one.titel) for one in boek.bladen}
    fits = {
        soort: (vorm(first.naam) in there, sum(vorm(one.naam) in there for one in (first, *rest)))
        for soort in SOORT
        for first, *rest in (indeling(soort),)
    }
    best = max(fits.values())
    found = [soort for soort, fit in fits.items() if fit == best]
    return found[0] if len(found) == 1 and best[1] else ""


def herken_koppen(blad: Blad, soorten: Iterable[str]) -> tuple[str, str]:
    """The kind and the sheet whose headings stand in one; empty when it can be more than one."""
    seen = [{vorm(one.waarde) for one in cells.values()} for _, cells in sorted(blad.rijen.items())]
    fits: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for soort in soorten:
        for sheet in indeling(soort):
            heads = {*map(vorm, sheet.koppen)}
            best = max((len(heads & row) for row in seen[:50]), default=0)
            fits[best].append((soort, sheet.naam))
    most = max(fits, default=0)
    return fits[most][0] if most > 1 and len(fits[most]) == 1 else ("", "")
