"""What a workbook of a kind says: values, each with the cell it came from. Not here: reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from macros.issue import Issue, Level
from macros.model.geheel import SOORT
from macros.source.nodes import Loc, Value, op
from macros.wijziging.paren import Soort as Type
from macros.wijziging.paren import binnen, paren

Plek = tuple[str, int, int]
"""Sheet (or file), row, column; 0 is all of it."""


@dataclass
class Gelezen:
    """What a workbook says. ``waarden``: of each record it is about, by id, the whole value;
    ``mijn`` the same before it was put together with what changed in the data meanwhile. ``nieuw``
    are the ids that were made of a name. ``van`` says of a row of a sheet which record it is of, ""
    when it is of none that can be.
    """

    soort: str = ""
    waarden: dict[str, Value] = field(default_factory=dict)
    mijn: dict[str, Value] = field(default_factory=dict)
    plaatsen: dict[tuple[str, Loc], Plek] = field(default_factory=dict)
    nieuw: set[str] = field(default_factory=set)
    van: dict[tuple[str, int], str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    koppen: dict[str, Mapping[int, str]] = field(default_factory=dict)
    opgeschoond: dict[str, dict[Enum, list[int]]] = field(default_factory=dict)
    niet_gelezen: list[str] = field(default_factory=list)

    def noteer(self, waar: str, regel: Enum, rij: int) -> None:
        """A rule did something in a row of a sheet."""
        self.opgeschoond.setdefault(waar, {}).setdefault(regel, []).append(rij)

    @property
    def ok(self) -> bool:
        """Whether all of it could be read."""
        return all(one.level is not Level.FOUT for one in self.issues)

    @property
    def mis(self) -> set[str]:
        """The records that could not be read whole: all of them when nobody can tell which."""
        rows = {(one.path, one.line) for one in self.issues if one.level is Level.FOUT}
        return {self.van[row] for row in rows} if rows <= self.van.keys() else {*self.waarden}

    def plek(self, key: str, loc: Loc) -> Plek | None:
        """The cell of a value, or of the nearest thing around it."""
        loc = self._in_het_blad(key, loc)
        ends = range(len(loc), -1, -1)
        return next(
            (self.plaatsen[key, loc[:end]] for end in ends if (key, loc[:end]) in self.plaatsen),
            None,
        )

    def _in_het_blad(self, key: str, loc: Loc) -> Loc:
        """Where a value stands among the items of the sheet; as far as it is there."""
        whole, own = self.waarden.get(key), self.mijn.get(key)
        kind: Type = SOORT[self.soort].type if self.soort else None
        found: list[str | int] = []
        for part in loc:
            if isinstance(part, int) and isinstance(whole, list) and isinstance(own, list):
                at = paren(whole, own, kind).get(part) if whole != own else part
                if at is None:
                    break
                found.append(at)
                whole, own = whole[part] if part < len(whole) else None, _item(own, at)
                continue
            found.append(part)
            if isinstance(part, str):
                whole, own, kind = op(whole, (part,)), op(own, (part,)), binnen(kind, part)
        return tuple(found)


def _item(items: list[Value], at: int) -> Value:
    return items[at] if at < len(items) else None
