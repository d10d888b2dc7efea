"""The difference of two states of the data: what came, what went, what is otherwise, what moved.

A state is the value of each file by its path below the data folder. Not here: words for people
(``woorden``), or what it means for a page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from macros.model.geheel import SOORTEN
from macros.model.soort import Soort
from macros.source.nodes import Loc, Value
from macros.wijziging.paren import Soort as Type
from macros.wijziging.paren import binnen, blijvend, paren

Staat = Mapping[str, Value]
_ZELFDE = 2 / 3
"""So many values of a record are found in another when it is that one under another name."""


class Aard(Enum):
    """What happened to a value."""

    ERBIJ = "erbij"
    WEG = "weg"
    ANDERS = "anders"
    VERPLAATST = "verplaatst"


@dataclass(frozen=True, slots=True)
class Verandering:
    """One thing that changed. ``was`` is its place in the old state, ``wordt`` in the new one: a
    path, then keys and indexes; None where it is not there. ``in_oud`` and ``in_nieuw`` are the
    places of what it is part of, which is there in both.
    """

    aard: Aard
    in_oud: Loc
    in_nieuw: Loc
    was: Loc | None
    wordt: Loc | None
    oud: Value = None
    nieuw: Value = None

    @property
    def pad(self) -> str:
        """The file it is in now, or was in."""
        return str((self.wordt or self.in_nieuw or self.was or ("",))[0])


_MAPPEN = {soort.pad: soort for soort in SOORTEN if soort.is_map}
_LOS = {soort.pad: soort for soort in SOORTEN if not soort.is_map}
_VOORHEEN = {soort.voorheen: soort for soort in SOORTEN if soort.voorheen}


@lru_cache(maxsize=4096)
def soort_van_pad(pad: str) -> Soort | None:
    """The kind of record a file holds; None when no file of the data can be there."""
    folder, _, name = pad.rpartition("/")
    found = _MAPPEN.get(folder)
    if found is None:
        return _LOS.get(pad)
    return found if name.endswith(found.uitgang) and name != found.uitgang else None


def soort_toen(pad: str) -> Soort | None:
    """The kind of record that a file holds, or held when all of its kind was in that one file."""
    return soort_van_pad(pad) or _VOORHEEN.get(pad)


def verschillen(oud: Staat, nieuw: Staat) -> tuple[Verandering, ...]:
    """Everything that changed, by path; nothing when the states say the same."""
    moved = _hernoemd(oud, nieuw)
    origin = {to: before for before, to in moved.items()}
    found: list[Verandering] = []
    for path in sorted({*oud, *nieuw} - moved.keys()):
        before = origin.get(path, path)
        kind = soort_van_pad(path)
        if before not in oud:
            found.append(_erbij((), (), path, nieuw[path]))
        elif path not in nieuw:
            found.append(_weg((), (), path, oud[path]))
        else:
            if before != path:
                found.append(_op((before,), (path,)))
            type_ = kind.type if kind else None
            found += _waarde(oud[before], nieuw[path], type_, (before,), (path,))
    return tuple(found)


def _erbij(in_oud: Loc, in_nieuw: Loc, key: str | int, value: Value) -> Verandering:
    return Verandering(Aard.ERBIJ, in_oud, in_nieuw, None, (*in_nieuw, key), nieuw=value)


def _weg(in_oud: Loc, in_nieuw: Loc, key: str | int, value: Value) -> Verandering:
    return Verandering(Aard.WEG, in_oud, in_nieuw, (*in_oud, key), None, oud=value)


def _op(was: Loc, wordt: Loc) -> Verandering:
    return Verandering(Aard.VERPLAATST, was[:-1], wordt[:-1], was, wordt)


def _waarde(oud: Value, nieuw: Value, kind: Type, was: Loc, wordt: Loc) -> Iterator[Verandering]:
    if oud == nieuw:
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        yield from _velden(oud, nieuw, kind, was, wordt)
    elif isinstance(oud, list) and isinstance(nieuw, list):
        yield from _lijst(oud, nieuw, kind, was, wordt)
    else:
        yield replace(_op(was, wordt), aard=Aard.ANDERS, oud=oud, nieuw=nieuw)


def velden(kind: Type, *groepen: Mapping[str, Value]) -> list[str]:
    """The fields that are in any of these groups, in the order of the model, the others behind."""
    order = {name: index for index, name in enumerate(kind.model_fields if kind else ())}
    there = {name for group in groepen for name in group}
    return sorted(there, key=lambda name: (order.get(name, len(order)), name))


def _velden(
    oud: dict[str, Value], nieuw: dict[str, Value], kind: Type, was: Loc, wordt: Loc
) -> Iterator[Verandering]:
    for name in velden(kind, oud, nieuw):
        before, after = (*was, name), (*wordt, name)
        if name not in oud:
            yield _erbij(was, wordt, name, nieuw[name])
        elif name not in nieuw:
            yield _weg(was, wordt, name, oud[name])
        else:
            yield from _waarde(oud[name], nieuw[name], binnen(kind, name), before, after)


def _lijst(
    oud: list[Value], nieuw: list[Value], kind: Type, was: Loc, wordt: Loc
) -> Iterator[Verandering]:
    pairs = paren(oud, nieuw, kind)
    stays = {*blijvend(pairs)}
    for index, item in enumerate(oud):
        if index not in pairs:
            yield _weg(was, wordt, index, item)
    origin = {after: before for before, after in pairs.items()}
    for index, item in enumerate(nieuw):
        if index not in origin:
            yield _erbij(was, wordt, index, item)
            continue
        before, after = (*was, origin[index]), (*wordt, index)
        if origin[index] not in stays:
            yield _op(before, after)
        yield from _waarde(oud[origin[index]], item, kind, before, after)


def _hernoemd(oud: Staat, nieuw: Staat) -> dict[str, str]:
    """The new path of each record that says nearly the same in a file of another name."""
    gone = {path: _bladeren(oud[path]) for path in sorted(oud.keys() - nieuw.keys())}
    came = {path: _bladeren(nieuw[path]) for path in sorted(nieuw.keys() - oud.keys())}
    if not gone or not came:
        return {}
    where: dict[object, set[str]] = defaultdict(set)
    for path, leaves in came.items():
        for leaf in leaves:
            where[leaf].add(path)
    pairs = []
    for before, leaves in gone.items():
        candidates = Counter(path for leaf in leaves for path in where[leaf])
        for after in candidates:
            most = max(leaves.total(), came[after].total())
            shared = (leaves & came[after]).total()
            kind = soort_toen(before)
            same_kind = kind == soort_toen(after)
            alone = kind is not None and kind.voorheen == before
            if same_kind and (alone or shared >= _ZELFDE * most):
                pairs.append((-shared / most, before, after))
    moved: dict[str, str] = {}
    for _, before, after in sorted(pairs):
        if before not in moved and after not in moved.values():
            moved[before] = after
    return moved


def _bladeren(value: Value) -> Counter[object]:
    """Every text in a record with the names of its fields, except the id of the record itself."""
    if not isinstance(value, dict):
        return Counter(_blad(value, ()))
    return Counter(
        leaf for name, one in value.items() if name != "id" for leaf in _blad(one, (name,))
    )


def _blad(value: Value, names: tuple[str, ...]) -> Iterator[object]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _blad(one, (*names, name))
    elif isinstance(value, list):
        for one in value:
            yield from _blad(one, names)
    else:
        yield names, value
