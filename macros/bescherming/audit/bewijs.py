"""Which published figures give a cell away: a small set from which its interval follows.

Looked for close to the cell first, so that the answer is one that people can follow. Small, not the
smallest: another set may be shorter. What other figures filled in is traced back to them. Not here:
how that is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.bescherming.audit.grenzen import Rekening, Werk
from macros.bescherming.audit.krimp import krimp
from macros.bescherming.audit.oplosser import Deel, OnmogelijkError

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
        return ver_genoeg(found)

    def ver_genoeg(found: int) -> bool:
        return found <= grens if hoogste else found >= grens

    for geheel in (False, True):
        for deel in werk.deel.ringen(cellen):
            if geheel:
                leden, reached = deel.leden, volgt(deel, geheel)
            else:
                found, leden = deel.dragers(deel.gewichten(cellen), hoogste=hoogste)
                reached = ver_genoeg(found)
            if reached:
                if klein:
                    leden = krimp(leden, lambda alleen: volgt(deel, geheel, sorted(alleen)))  # noqa: B023
                return rekening.bronnen(deel, leden)
    return rekening.bronnen(werk.deel, werk.deel.leden)
