"""From many to few: a set that still proves something and loses the proof without any one member.

Not here: what is proved; the caller brings the test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from macros.bescherming.audit.oplosser import Deel, OnmogelijkError


def krimp(leden: Sequence[int], bewijst: Callable[[Sequence[int]], bool]) -> list[int]:
    """A part of ``leden`` that still passes ``bewijst``, and from which nothing can be left out.

    ``bewijst`` must hold for ``leden`` and for every set that contains one for which it holds. The
    number of tests is about k times the logarithm of ``len(leden)``, with k members left.
    """

    def zoek(vast: list[int], open_: list[int], getoetst: bool) -> list[int]:
        if not getoetst and bewijst(vast):
            return []
        if len(open_) == 1:
            return open_
        half = len(open_) // 2
        links, rechts = open_[:half], open_[half:]
        uit_rechts = zoek(vast + links, rechts, False)
        uit_links = zoek(vast + uit_rechts, links, not uit_rechts)
        return uit_links + uit_rechts

    return sorted(zoek([], list(leden), False)) if leden else []


def botsende_leden(deel: Deel, tijd: float) -> list[int]:
    """The ``leden`` that no table of whole numbers satisfies together, none too many.

    ``tijd``: seconds for one attempt. The system as a whole must have no table.
    """
    nul = deel.gewichten([])

    def botst(alleen: Sequence[int]) -> bool:
        try:
            deel.uiterste(nul, hoogste=False, geheel=True, tijd=tijd, alleen=sorted(alleen))
        except OnmogelijkError:
            return True
        return False

    return krimp(deel.leden, botst)
