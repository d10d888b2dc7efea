"""Which item of a list is which item of the same list in another state.

By the id, or by the fields that tell it from others of its kind (``Deel.sleutel``); without these
by what it says, and else by where it stands between items that are there in both. Not here: what
is then the difference.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache

from macros.model.basis.record import Deel
from macros.model.walk import nested
from macros.source.nodes import Value

Soort = type[Deel] | None
"""The type of a group of fields, None where a state has something that no type knows."""
_LIJKT = 0.5
"""So much of two texts is the same when the one is the other, changed."""


@cache
def binnen(kind: Soort, veld: str) -> Soort:
    """The type of the group, or of each item of the list, in a field."""
    field = kind.model_fields.get(veld) if kind else None
    return nested(field.annotation) if field else None


def sleutel(item: Value, kind: Soort) -> tuple[str, ...] | None:
    """What tells an item from the others in its list, if there is such a thing."""
    if not isinstance(item, dict):
        return None
    found = [item.get(name) for name in (kind.sleutel if kind else Deel.sleutel)]
    texts = tuple(one if isinstance(one, str) else "" for one in found)
    return texts if any(texts) else None


def inhoud(item: Value) -> str:
    """What an item says, to find the same again; the order of its fields is no difference."""
    return json.dumps(item, sort_keys=True)


def paren(
    oud: Sequence[Value], nieuw: Sequence[Value], kind: Soort, *, geraden: bool = True
) -> dict[int, int]:
    """The index in ``nieuw`` of each item of ``oud`` that is still there.

    ``geraden``: also an item without a key that stands in the place of another, or looks like it.
    """
    found: dict[int, int] = {}
    keys = [[sleutel(item, kind) for item in items] for items in (oud, nieuw)]
    known: list[list[Hashable]] = [list(map(inhoud, items)) for items in (oud, nieuw)]
    for before, after in (known, keys):
        _zelfde(before, after, found)
    if geraden:
        _op_de_plaats(oud, nieuw, keys, found)
    return found


def _zelfde(
    before: Sequence[Hashable | None], after: Sequence[Hashable | None], found: dict[int, int]
) -> None:
    """Join what is the same on both sides and not joined yet, in order."""
    taken = {*found.values()}
    there: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(range(len(after))):
        if index not in taken:
            there[after[index]].append(index)
    for index, key in enumerate(before):
        if key is not None and index not in found and there[key]:
            found[index] = there[key].pop()


def _op_de_plaats(
    oud: Sequence[Value],
    nieuw: Sequence[Value],
    keys: Sequence[Sequence[Hashable | None]],
    found: dict[int, int],
) -> None:
    """Join what has no key: the only change in its place, or what looks like it there."""
    stays = blijvend(found)
    left = [index for index in range(len(oud)) if index not in found and keys[0][index] is None]
    taken = {*found.values()}
    right = [index for index in range(len(nieuw)) if index not in taken and keys[1][index] is None]
    fixed = [found[index] for index in stays]
    gaps: dict[int, list[int]] = defaultdict(list)
    for index in right:
        gaps[bisect_left(fixed, index)].append(index)
    for gap, before in _per_gat(left, lambda index: bisect_left(stays, index)):
        after = gaps[gap]
        if len(before) == len(after):
            found.update(
                (one, other)
                for one, other in zip(before, after, strict=True)
                if type(oud[one]) is type(nieuw[other])
            )
            continue
        for one in before:
            alike = [(gelijkenis(oud[one], nieuw[other]), -other) for other in after]
            best = max(alike, default=(0.0, 0))
            if best[0] >= _LIJKT:
                found[one] = -best[1]
                after.remove(-best[1])


def _per_gat(indexes: Iterable[int], gap: Callable[[int], int]) -> Iterator[tuple[int, list[int]]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index in indexes:
        found[gap(index)].append(index)
    yield from found.items()


def blijvend(found: dict[int, int]) -> list[int]:
    """The items, by their old index, that need not move: as many as can be (longest rising row)."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for index in sorted(found):
        at = bisect_left(ends, found[index])
        ends[at : at + 1] = [found[index]]
        last[at : at + 1] = [index]
        before[index] = last[at - 1] if at else None
    row: list[int] = []
    here = last[-1] if last else None
    while here is not None:
        row.append(here)
        here = before[here]
    return row[::-1]


def gelijkenis(een: Value, ander: Value) -> float:
    """How much of the words of two values is the same, from 0 to 1."""
    if type(een) is not type(ander):
        return 0.0
    one, other = Counter(_woorden(een)), Counter(_woorden(ander))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _woorden(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split()
    elif value is not None:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _woorden(one)
