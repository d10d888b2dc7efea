"""A difference of two states, field by field: what one reader would call one change.

Not here: which of it may be shown (``poort``), what happened to a record (``dag``), or words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from macros.model.basis.record import Deel
from macros.model.label import titelveld
from macros.source.nodes import Loc, Value, op
from macros.wijziging.geschiedenis import Gewicht, Itemnaam, Veldwijziging
from macros.wijziging.paren import Soort, binnen
from macros.wijziging.samenvoegen import NIETS, Misschien
from macros.wijziging.verschil import Aard, Staat, Verandering, soort_van_pad, velden

KORT = 60
"""So many signs are a short value: a list of those is one thing."""


def is_kort(value: Value) -> bool:
    """Whether a value is a few words on one line."""
    return isinstance(value, str) and len(value) <= KORT and "\n" not in value


Weeg = Callable[[Soort, Loc, Misschien, Misschien], Gewicht]
"""How much a change of a field matters, by its type, its place, what it was and what it is."""


def _ongewogen(kind: Soort, loc: Loc, oud: Misschien, nieuw: Misschien) -> Gewicht:
    """For who shows all of it."""
    return Gewicht.BETEKENIS


def veldwijzigingen(
    oud: Staat,
    nieuw: Staat,
    veranderingen: Iterable[Verandering],
    weeg: Weeg = _ongewogen,
) -> Iterator[tuple[Verandering, Veldwijziging]]:
    """Each change of a field with what it was made of; of a record that comes or goes each of its
    fields. A list of short values is one change. A file of another name is one without a place.
    """
    for (in_oud, in_nieuw), found in groupby(veranderingen, lambda one: (one.in_oud, one.in_nieuw)):
        whole = op(oud, in_oud), op(nieuw, in_nieuw)
        for one in found:
            if all(isinstance(side, list) and all(map(is_kort, side)) for side in whole):
                yield one, _wijziging(nieuw, in_nieuw, *whole, weeg)
                break
            yield from ((one, field) for field in _van(oud, nieuw, one, weeg))


def _van(oud: Staat, nieuw: Staat, one: Verandering, weeg: Weeg) -> Iterator[Veldwijziging]:
    staat = {**oud, **nieuw} if one.pad not in nieuw else nieuw
    if one.aard is Aard.VERPLAATST:
        loc = (one.wordt or ())[1:]
        yield Veldwijziging(
            loc, _namen(staat, one.wordt or ()), NIETS, NIETS, Gewicht.KLEIN, verplaatst=True
        )
    elif not one.in_nieuw:
        came = one.aard is Aard.ERBIJ
        value = one.nieuw if came else one.oud
        kind = soort_van_pad(one.pad)
        group = value if isinstance(value, dict) else {}
        for name in velden(kind.type if kind else None, group):
            before, after = (NIETS, group[name]) if came else (group[name], NIETS)
            yield _wijziging(staat, (one.pad, name), before, after, weeg)
    elif one.aard is Aard.WEG and one.was:
        key = one.was[-1]
        place = (*one.in_nieuw, key) if isinstance(key, str) else one.in_nieuw
        yield _wijziging(staat, place, one.oud, NIETS, weeg)
    elif one.wordt:
        before = NIETS if one.aard is Aard.ERBIJ else one.oud
        yield _wijziging(staat, one.wordt, before, one.nieuw, weeg)


def _wijziging(
    staat: Staat, loc: Loc, oud: Misschien, nieuw: Misschien, weeg: Weeg
) -> Veldwijziging:
    kind = soort_van_pad(str(loc[0]))
    weight = weeg(kind.type if kind else None, loc[1:], oud, nieuw)
    return Veldwijziging(loc[1:], _namen(staat, loc), oud, nieuw, weight)


def _namen(staat: Staat, loc: Loc) -> dict[int, Itemnaam]:
    kind = soort_van_pad(str(loc[0]))
    return namen(kind.type if kind else None, staat.get(str(loc[0])), loc[1:])


def namen(kind: Soort, value: Value, loc: Loc) -> dict[int, Itemnaam]:
    """What the groups in lists on the way to a place are called, by their depth in it."""
    found = {}
    for depth, part in enumerate(loc):
        if isinstance(part, str):
            kind = binnen(kind, part)
            value = value.get(part) if isinstance(value, dict) else None
        else:
            value = value[part] if isinstance(value, list) and part < len(value) else None
            if isinstance(value, dict):
                found[depth] = _naam(value, kind)
    return found


def _naam(value: dict[str, Value], kind: Soort) -> Itemnaam:
    keys = kind.sleutel if kind else Deel.sleutel
    texts = [one if isinstance(one := value.get(name), str) else "" for name in keys]
    by = titelveld(kind) if kind else "id"
    naam = next((name for name in (by, *keys) if value.get(name)), "")
    return Itemnaam("/".join(texts) if any(texts) else "", naam, value.get(naam))
