"""The rule: which possible values of a count are too few. Not here: computing them.

With T the threshold (a count of 1..T-1 points to children), an outsider who knows that a count lies
between ``laag`` and ``hoog`` knows too much when

1. it was hidden and both ends are equal: it is published after all, whatever its size;
2. it may be below T (``laag < T``) and the ends are less than ``breedte`` apart.

``breedte`` is T for a count that was hidden. A protector gives every small count an interval that
contains [0, T]. The auditor cannot tell a small count from one hidden beside it, and both look
like [4, 20] from outside; so it asks of every hidden count what it can see: that the interval is as
wide as [0, T]. A count that is certainly T or more needs no width.
"""

from __future__ import annotations

from macros.bescherming.audit.uitspraak import Cel, Grenzen


def lekt(cel: Cel, laag: int, hoog: int | None, drempel: int) -> bool:
    """Whether the interval ``[laag, hoog]`` (None: no upper end) of ``cel`` says too much."""
    if hoog is None:
        return False
    breed = hoog - laag
    bevolking = cel.bevolking
    genoeg = cel.breedte if bevolking is None else min(cel.breedte, bevolking)
    if breed >= max(genoeg, 1) or (bevolking == 0 and laag == hoog == 0):
        return False
    if breed == 0 and cel.verborgen:
        return True
    if _klein(laag, hoog, drempel, cel.nul_mag):
        return True
    return (
        cel.rest
        and bevolking is not None
        and _klein(bevolking - hoog, bevolking - laag, drempel, cel.nul_mag)
    )


def _klein(laag: int, hoog: int, drempel: int, nul_mag: bool) -> bool:
    """Whether a count known to be in a narrow interval may be one that points to children."""
    return laag < drempel and not (nul_mag and laag == hoog == 0)


def veilig(cel: Cel, grenzen: Grenzen, drempel: int) -> bool:
    """Whether what was seen and proved so far is enough to say that ``cel`` does not leak.

    A proof of width rests on two tables of whole numbers; nothing rests on a bound alone except
    that a count is at least the threshold.
    """
    if grenzen.onbegrensd:
        return True
    gezien = grenzen.gezien_breedte
    bevolking = cel.bevolking
    genoeg = cel.breedte if bevolking is None else min(cel.breedte, bevolking)
    if gezien >= max(genoeg, 1):
        return True
    if gezien < (1 if cel.verborgen else 0) or grenzen.laag < drempel:
        return False
    return not cel.rest or (
        bevolking is not None and grenzen.hoog is not None and bevolking - grenzen.hoog >= drempel
    )


def lek(cel: Cel, grenzen: Grenzen, drempel: int) -> bool:
    """The verdict: whether ``cel`` leaks, or could not be shown not to."""
    if veilig(cel, grenzen, drempel):
        return False
    return not grenzen.exact or lekt(cel, grenzen.laag, grenzen.hoog, drempel)
