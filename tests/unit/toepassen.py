"""A state with changes applied to it: what proves that a difference is all there is, and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from macros.source.nodes import Loc, Value
from macros.wijziging.verschil import Aard, Staat, Verandering


def pas_toe(oud: Staat, veranderingen: Iterable[Verandering]) -> dict[str, Value]:
    """The state that ``oud`` becomes by these changes."""
    return _Toepassing(veranderingen).groep(dict(oud), (), ())


class _Toepassing:
    def __init__(self, veranderingen: Iterable[Verandering]) -> None:
        self.oud: dict[Loc, list[Verandering]] = defaultdict(list)
        self.erbij: dict[Loc, list[tuple[str | int, Value]]] = defaultdict(list)
        for one in veranderingen:
            if one.was is not None:
                self.oud[one.was].append(one)
            elif one.wordt is not None:
                self.erbij[one.wordt[:-1]].append((one.wordt[-1], one.nieuw))

    def op(self, was: Loc, aard: Aard) -> Verandering | None:
        return next((one for one in self.oud.get(was, ()) if one.aard is aard), None)

    def waarde(self, value: Value, was: Loc, wordt: Loc) -> Value:
        if other := self.op(was, Aard.ANDERS):
            return other.nieuw
        if isinstance(value, dict):
            return self.groep(value, was, wordt)
        return self.lijst(value, was, wordt) if isinstance(value, list) else value

    def groep(self, value: dict[str, Value], was: Loc, wordt: Loc) -> dict[str, Value]:
        found = {}
        for name, one in value.items():
            moved = self.op((*was, name), Aard.VERPLAATST)
            after = str(moved.wordt[-1]) if moved and moved.wordt else name
            if not self.op((*was, name), Aard.WEG):
                found[after] = self.waarde(one, (*was, name), (*wordt, after))
        return found | {str(name): one for name, one in self.erbij.get(wordt, ())}

    def lijst(self, value: list[Value], was: Loc, wordt: Loc) -> list[Value]:
        placed: dict[int, Value] = {}
        rest: list[int] = []
        for index, one in enumerate(value):
            moved = self.op((*was, index), Aard.VERPLAATST)
            if moved and moved.wordt:
                at = moved.wordt[-1]
                placed[int(at)] = self.waarde(one, (*was, index), moved.wordt)
            elif not self.op((*was, index), Aard.WEG):
                rest.append(index)
        placed |= {int(at): one for at, one in self.erbij.get(wordt, ())}
        free = (at for at in range(len(placed) + len(rest)) if at not in placed)
        for at, index in zip([*free], rest, strict=True):
            placed[at] = self.waarde(value[index], (*was, index), (*wordt, at))
        return [placed[at] for at in sorted(placed)]
