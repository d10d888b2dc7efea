"""Which data a page is made from: noted while it is made, so that it is made again when they change
and left alone when they do not.

A view is handed the same ``Regio`` and ``Vertaler`` as ever, but their records and texts come from
mappings that note what was asked for. Records are frozen, so what was handed out is all that can
have been read. Who asks for all records of a kind depends on each, and on which there are.

Not here: what is built and when (``voorbeeld``). An ordinary build follows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from typing import Any, TypeVar

from macros.model.basis.record import Deel
from macros.model.geheel import Regio
from macros.render.weergave import Weergave
from macros.views.blik import Blik
from macros.wijziging.geschiedenis import Geschiedenis

T = TypeVar("T")

_WELKE = ""
"""In the place of an id: which things there are, and in what order, whatever they say."""

_HEEL = "."
"""In the place of a path: all that is known of what changed."""

Sleutel = tuple[str, str | None]
"""A group and the id of one thing in it; None is the whole of the group, or what is no group."""

TEKSTEN, VEROUDERD, PROZA, VERLEDEN = "teksten", "verouderd", "proza", "verleden"
"""The groups beside those of ``Regio``: translations, translations that wait, pages of prose, what
happened to each record.
"""


@dataclass
class Volger:
    """``nu`` gets the key of everything that is read, until another set takes its place."""

    nu: set[Sleutel] = field(default_factory=set)

    def apart(self, maak: Callable[[], T]) -> tuple[T, set[Sleutel]]:
        """What ``maak`` gives, and what was read for it."""
        outside, self.nu = self.nu, set()
        try:
            return maak(), self.nu
        finally:
            self.nu = outside


class Groep(Mapping[str, T]):
    """Things by their id, as they are; ``volger`` is told of each that is asked for."""

    __slots__ = ("_alles", "_inhoud", "_naam", "_volger", "_welke")

    def __init__(self, volger: Volger, naam: str, inhoud: Mapping[str, T]) -> None:
        self._volger, self._naam, self._inhoud = volger, naam, inhoud
        self._alles: Sleutel = (naam, None)
        self._welke: Sleutel = (naam, _WELKE)

    def __getitem__(self, key: str) -> T:
        self._volger.nu.add((self._naam, key))
        return self._inhoud[key]

    def get(self, key: str, default: Any = None) -> Any:
        self._volger.nu.add((self._naam, key))
        return self._inhoud.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._volger.nu.add((self._naam, str(key)))
        return key in self._inhoud

    def __iter__(self) -> Iterator[str]:
        self._volger.nu.add(self._welke)
        return iter(self._inhoud)

    def __len__(self) -> int:
        self._volger.nu.add(self._welke)
        return len(self._inhoud)

    def values(self) -> ValuesView[T]:
        self._volger.nu.add(self._alles)
        return self._inhoud.values()

    def items(self) -> ItemsView[str, T]:
        self._volger.nu.add(self._alles)
        return self._inhoud.items()


_AFGELEID = frozenset(name for name, one in vars(Regio).items() if isinstance(one, cached_property))
"""What a region works out once."""


def gevolgd(weergave: Weergave, volger: Volger) -> Weergave:
    """The same, and everything that is read of it is told to ``volger``."""
    return replace(
        weergave,
        blik=_blik(weergave.blik, volger),
        proza=Groep(volger, PROZA, weergave.proza),
        verouderd=Groep(volger, VEROUDERD, dict.fromkeys(weergave.verouderd)),
    )


def _blik(blik: Blik, volger: Volger) -> Blik:
    class Gevolgd(Blik):
        def eens(self, sleutel: Any, maak: Callable[[], T]) -> T:
            if sleutel not in self._bewaard:
                self._bewaard[sleutel] = volger.apart(maak)
            found: tuple[T, set[Sleutel]] = self._bewaard[sleutel]
            value, read = found
            volger.nu |= read  # whoever asks later has read as much as who asked first
            return value

    v = replace(blik.v, gegevens=Groep(volger, TEKSTEN, blik.v.gegevens))
    past = _geschiedenis(blik.geschiedenis, volger)
    return Gevolgd(_regio(blik.regio, volger), v, blik.vandaag, past, blik.stand)


def _geschiedenis(geschiedenis: Geschiedenis, volger: Volger) -> Geschiedenis:
    per_record = Groep(volger, VERLEDEN, geschiedenis.per_record)

    class Gevolgd(Geschiedenis):
        def __getattribute__(self, name: str) -> Any:
            if name == "per_record":
                return per_record
            if name != "van":
                volger.nu.add((VERLEDEN, None))
            return super().__getattribute__(name)

    return Gevolgd(**{one.name: getattr(geschiedenis, one.name) for one in fields(geschiedenis)})


def _regio(regio: Regio, volger: Volger) -> Regio:
    values = {one.name: getattr(regio, one.name) for one in fields(regio)}
    single = frozenset(name for name, one in values.items() if not isinstance(one, Mapping))
    done: dict[tuple[str, str], tuple[Any, set[Sleutel]]] = {}

    class Gevolgd(Regio):
        def __getattribute__(self, name: str) -> Any:
            if name in _AFGELEID:
                key = (super().__getattribute__("editie"), name)
                if key not in done:
                    done[key] = volger.apart(partial(vars(Regio)[name].func, self))
                value, read = done[key]
                volger.nu |= read
                return value
            if name in single:
                volger.nu.add((name, None))
            return super().__getattribute__(name)

    given: dict[str, Any] = {
        name: one if name in single else Groep(volger, name, one) for name, one in values.items()
    }
    return Gevolgd(**given)


def veranderd(oud: Weergave, nieuw: Weergave) -> set[Sleutel]:
    """What is not the same in both: the keys of all who have to read again."""
    found: set[Sleutel] = set()
    before, after = _inhoud(oud), _inhoud(nieuw)
    for name, old in before.items():
        new = after[name]
        if isinstance(old, Mapping):
            found |= groep_veranderd(name, old, new)
        elif not _zelfde(old, new):
            found.add((name, None))
    return found


def groep_veranderd(naam: str, oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> set[Sleutel]:
    """The same of what one ``Groep`` held, and holds now."""
    missing = object()
    if oud is nieuw:
        return set()
    found: set[Sleutel] = {
        (naam, key)
        for key in {**oud, **nieuw}
        if not _zelfde(oud.get(key, missing), nieuw.get(key, missing))
    }
    if list(oud) != list(nieuw):
        found.add((naam, _WELKE))
    if found:
        found.add((naam, None))
    return found


def _inhoud(w: Weergave) -> dict[str, Any]:
    return {
        **{one.name: getattr(w.blik.regio, one.name) for one in fields(w.blik.regio)},
        TEKSTEN: w.blik.v.gegevens,
        PROZA: w.proza,
        VEROUDERD: dict.fromkeys(w.verouderd, True),
        VERLEDEN: {**w.blik.geschiedenis.per_record, _HEEL: w.blik.geschiedenis},
    }


def _zelfde(oud: object, nieuw: object) -> bool:
    """A record is the same when its file is: equal is not enough, for 1,50 is shown as 1,50."""
    if oud is nieuw:
        return True
    if isinstance(oud, Deel) or isinstance(nieuw, Deel):
        return False
    return oud == nieuw and repr(oud) == repr(nieuw)
