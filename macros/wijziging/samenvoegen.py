"""Two people changed the same record: their changes together, and what one of them must choose.

Field by field, and in a list item by item, whatever its place. A field that both changed to
something else, or that one took away while the other changed it, is told with both values. Not
here: whether the result is right, which the checks of the data say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from macros.source.nodes import Loc, Value
from macros.wijziging.paren import Soort, binnen, blijvend, paren, sleutel
from macros.wijziging.verschil import velden

Kant = Literal["mijn", "hun"]


class Niets(Enum):
    """What stands where nothing is."""

    NIETS = "niets"


NIETS = Niets.NIETS
Misschien = Value | Niets


@dataclass(frozen=True, slots=True)
class Botsing:
    """A value to choose: ``loc`` is where it is in the result, or would be; NIETS is to have none.

    Until somebody chooses, the result has mine, or theirs where I have none.
    """

    loc: Loc
    mijn: Misschien
    hun: Misschien


@dataclass(frozen=True, slots=True)
class Samen:
    """The record with the changes of both, NIETS when it is gone, and what is to choose."""

    waarde: Misschien
    botsingen: tuple[Botsing, ...]


def samengevoegd(
    basis: Misschien,
    mijn: Misschien,
    hun: Misschien,
    kind: Soort,
    keuzen: Sequence[Kant | None] = (),
) -> Samen:
    """Both changes of ``basis`` together. ``keuzen`` are what was chosen of each conflict, in the
    order in which these were told before.
    """
    merge = _Samenvoeging(keuzen)
    return Samen(merge.waarde((), kind, basis, mijn, hun), tuple(merge.botsingen))


class _Samenvoeging:
    def __init__(self, keuzen: Sequence[Kant | None]) -> None:
        self.keuzen = iter(keuzen)
        self.botsingen: list[Botsing] = []

    def waarde(
        self, loc: Loc, kind: Soort, basis: Misschien, mijn: Misschien, hun: Misschien
    ) -> Misschien:
        if mijn == hun or hun == basis:
            return mijn
        if mijn == basis:
            return hun
        if (
            isinstance(mijn, dict)
            and isinstance(hun, dict)
            and self.hetzelfde(loc, mijn, hun, kind)
        ):
            return self.groep(loc, basis if isinstance(basis, dict) else {}, mijn, hun, kind)
        if isinstance(mijn, list) and isinstance(hun, list):
            found = _Lijst(basis if isinstance(basis, list) else [], mijn, hun, kind)
            if found.volgorde is not None:
                return self.lijst(loc, found, found.volgorde, kind)
        return self.kies(loc, mijn, hun)

    @staticmethod
    def hetzelfde(loc: Loc, mijn: Value, hun: Value, kind: Soort) -> bool:
        """Whether both speak of one thing: the pages of another source say nothing of this one."""
        return not loc or sleutel(mijn, kind) == sleutel(hun, kind)

    def kies(self, loc: Loc, mijn: Misschien, hun: Misschien) -> Misschien:
        chosen = next(self.keuzen, None)
        if chosen is None:
            self.botsingen.append(Botsing(loc, mijn, hun))
            return hun if mijn is NIETS else mijn
        return mijn if chosen == "mijn" else hun

    def groep(
        self,
        loc: Loc,
        basis: Mapping[str, Value],
        mijn: Mapping[str, Value],
        hun: Mapping[str, Value],
        kind: Soort,
    ) -> Value:
        result: dict[str, Value] = {}
        for name in velden(kind, basis, mijn, hun):
            found = self.waarde(
                (*loc, name),
                binnen(kind, name),
                basis.get(name, NIETS),
                mijn.get(name, NIETS),
                hun.get(name, NIETS),
            )
            if found is not NIETS:
                result[name] = found
        return result

    def lijst(self, loc: Loc, lists: _Lijst, order: Sequence[_Plek], kind: Soort) -> Value:
        result: list[Value] = []
        for one in order:
            found = self.waarde((*loc, len(result)), kind, *lists.op(one))
            if found is not NIETS:
                result.append(found)
        return result


_Plek = tuple[int | None, int | None, int | None]
"""An item by its index in the base, in mine and in theirs."""


class _Lijst:
    """The items of three states of one list, each item once, in the order of who changed that."""

    def __init__(
        self, basis: list[Value], mijn: list[Value], hun: list[Value], kind: Soort
    ) -> None:
        self.lists = basis, mijn, hun
        mine, theirs = paren(basis, mijn, kind), paren(basis, hun, kind)
        new = [
            [index for index in range(len(items)) if index not in known]
            for items, known in ((mijn, {*mine.values()}), (hun, {*theirs.values()}))
        ]
        both = paren(
            [mijn[index] for index in new[0]],
            [hun[index] for index in new[1]],
            kind,
            geraden=False,
        )
        self.items: list[_Plek] = [(at, mine.get(at), theirs.get(at)) for at in range(len(basis))]
        self.items += [(None, new[0][one], new[1][other]) for one, other in both.items()]
        self.items += [(None, at, None) for one, at in enumerate(new[0]) if one not in both]
        self.items += [
            (None, None, at) for one, at in enumerate(new[1]) if one not in both.values()
        ]
        self.volgorde = self._volgorde(len(blijvend(mine)) < len(mine), theirs, mine)

    def op(self, plek: _Plek) -> tuple[Misschien, Misschien, Misschien]:
        """The three values of an item."""
        basis, mijn, hun = (
            NIETS if at is None else items[at] for items, at in zip(self.lists, plek, strict=True)
        )
        return basis, mijn, hun

    def _volgorde(
        self, moved: bool, theirs: dict[int, int], mine: dict[int, int]
    ) -> list[_Plek] | None:
        """Each item once; None when both put the items in another order."""
        their_move = len(blijvend(theirs)) < len(theirs)
        rows = [
            sorted(
                (one for one in self.items if one[side] is not None), key=lambda one: _at(one, side)
            )
            for side in (1, 2)
        ]
        there = [[one for one in row if None not in one[1:]] for row in rows]
        if there[0] != there[1] and moved and their_move:
            return None
        return ineen(rows[1], rows[0]) if their_move else ineen(rows[0], rows[1])


def _at(plek: _Plek, side: int) -> int:
    found = plek[side]
    return -1 if found is None else found


def ineen(een: Sequence[_Plek], ander: Sequence[_Plek]) -> list[_Plek]:
    """The items of both rows in the order of the first; what only the other has comes behind what
    it stands behind there, and behind what the first put there too.
    """
    result = list(een)
    there, known = {*een}, {*ander}
    at = 0
    for one in ander:
        if one in there:
            at = result.index(one) + 1
            continue
        while at < len(result) and result[at] not in known:
            at += 1
        result.insert(at, one)
        at += 1
    return result
