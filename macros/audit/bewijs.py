"""Which published figures give a cell away: a small set from which its interval follows.

Looked for close to the cell first, so that the answer is one that people can follow. Small, not the
smallest: another set may be shorter. What other figures filled in is traced back to them. Not here:
how that is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.audit.grenzen import Rekening, Werk
from macros.audit.krimp import krimp
from macros.audit.oplosser import Deel, OnmogelijkError

TIJD = 2.0
"""Seconds for one step. A step that takes longer keeps a figure that might have been left out."""


def bewijs(rekening: Rekening, index: int, *, klein: bool) -> frozenset[int]:
    """The numbers of statements from which the bounds of cell ``index`` follow.

    ``klein``: nothing can be left out of the set for either end; without it, it may be longer.
    """
    cel = rekening.cellen[index]
    bekend = [one for one in cel.cellen if not rekening.onbekend(one)]
    found = rekening.stelsel.bronnen_van_cellen(bekend)
    for werk, som in rekening.sommen(index):
        if int(werk.laag[som]) > 0:
            found |= _einde(rekening, werk, som, hoogste=False, klein=klein)
        found |= _einde(rekening, werk, som, hoogste=True, klein=klein)
    return found


def _einde(
    rekening: Rekening, werk: Werk, som: int, *, hoogste: bool, klein: bool
) -> frozenset[int]:
    """The statements that force one end of a sum."""
    cellen = werk.sommen[som]
    grens = int((werk.hoog if hoogste else werk.laag)[som])

    def volgt(deel: Deel, geheel: bool, alleen: Sequence[int] | None = None) -> bool:
        try:
            found = deel.uiterste(
                deel.gewichten(cellen), hoogste=hoogste, geheel=geheel, tijd=TIJD, alleen=alleen
            ).geheel(hoogste)
        except OnmogelijkError:
            return True
        return found <= grens if hoogste else found >= grens

    for geheel in (False, True):
        for deel in _ringen(rekening, werk, cellen):
            if volgt(deel, geheel):
                leden = deel.leden
                if not geheel:
                    leden = deel.dragers(deel.gewichten(cellen), hoogste=hoogste)
                if klein:
                    leden = krimp(leden, lambda alleen: volgt(deel, geheel, sorted(alleen)))  # noqa: B023
                return rekening.bronnen(deel, leden)
    return rekening.bronnen(werk.deel, werk.deel.leden)


def _ringen(rekening: Rekening, werk: Werk, cellen: Sequence[int]) -> Iterator[Deel]:
    """Ever larger parts of a connected system: what touches the cells, what touches that, ..."""
    alle = werk.deel.rijen
    bereikt = set(cellen)
    aantal = 0
    while aantal < len(alle):
        rijen = [rij for rij in alle if not bereikt.isdisjoint(rij.cellen)]
        if len(rijen) == aantal:
            return
        aantal = len(rijen)
        bereikt.update(cel for rij in rijen for cel in rij.cellen)
        yield Deel(rekening.stelsel, rijen, rekening.drempel)
