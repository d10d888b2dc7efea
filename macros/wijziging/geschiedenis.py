"""What changed in the data, day by day, as a value that pages are made of.

A day is a day in the time zone of the region; what changed on it is the difference between its last
state and the last state before it, so what came and went on one day never happened. Values are as
they were written: what they are called in a language, ``woorden`` says. Only what today's rules
let pass is in it: a value they refuse is left out, and that it changed is told.

Not here: where the states come from (``macros.wijziging.gitdagen``), or what a page makes of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from macros.source.nodes import Loc, Value
from macros.wijziging.samenvoegen import NIETS, Misschien


class Gewicht(Enum):
    """Whether a reader would want to know of a change."""

    BETEKENIS = "betekenis"
    KLEIN = "klein"


class Gebeurtenis(Enum):
    """What happened to a record."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    """It was archived, or its file is gone."""
    TERUG = "terug"
    """It was archived and counts again."""
    HERNOEMD = "hernoemd"
    """Its file has another name, and nothing that counts is otherwise."""


class Itemnaam(NamedTuple):
    """Which item of a list it is: its id, or the fields that tell it from others with ``/`` between
    (``sleutel``); and the field that people know it by, with what that says. Each may be empty.
    """

    sleutel: str = ""
    veld: str = ""
    naam: Value = None


@dataclass(frozen=True, slots=True)
class Veldwijziging:
    """One field that says something else. ``loc`` is its place in the record as it became that day;
    of what went the place where it would be. ``namen`` are of the items of lists on the way, by
    their depth in ``loc``. ``oud`` is NIETS for what came, ``nieuw`` for what went; both are NIETS
    when the values may not be shown (``verborgen``), and for an item that only moved
    (``verplaatst``). Of figures there is one for each indicator, area and period that has new ones,
    and no value.
    """

    loc: Loc
    namen: Mapping[int, Itemnaam]
    oud: Misschien
    nieuw: Misschien
    gewicht: Gewicht
    verborgen: bool = False
    verplaatst: bool = False


@dataclass(frozen=True, slots=True)
class Recordwijziging:
    """What happened to one record on a day. ``pad`` is its file below the data folder, as it is
    called afterwards; ``was`` how it was called before, when that is another name. ``titel`` is
    what the record was called then, in Dutch; empty when that may not be shown. Of a new record
    there are no fields. ``toelichting`` is what the editor wrote about it (``wijzigingen``).
    """

    pad: str
    gebeurtenis: Gebeurtenis
    gewicht: Gewicht
    titel: str
    velden: tuple[Veldwijziging, ...] = ()
    toelichting: tuple[str, ...] = ()
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Dag:
    """Everything that changed on a day, by path."""

    datum: datetime.date
    records: tuple[Recordwijziging, ...]


@dataclass(frozen=True)
class Geschiedenis:
    """The days on which something changed, newest first. ``begin`` is the day of the first state,
    of which nothing is told; None when there is no history, and ``waarom_niet`` says in Dutch why.
    ``onvolledig``: git fetched the newest commits only. ``overgeslagen`` are the versions of files
    that could not be read, by path: these days count as if nothing happened to the file.
    ``vreemde_data`` are the states dated before there was git or after today: each counts on the
    day of the one before it.
    """

    dagen: tuple[Dag, ...] = ()
    begin: datetime.date | None = None
    waarom_niet: str = ""
    onvolledig: bool = False
    overgeslagen: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    vreemde_data: int = 0

    def van(self, pad: str) -> tuple[tuple[datetime.date, Recordwijziging], ...]:
        """What happened to a record, under every name its file had, newest first."""
        return self.per_record.get(pad, ())

    @cached_property
    def per_record(self) -> Mapping[str, tuple[tuple[datetime.date, Recordwijziging], ...]]:
        """The same of every record that changed, by the name its file had last."""
        found: dict[str, list[tuple[datetime.date, Recordwijziging]]] = {}
        now: dict[str, str | None] = {}
        for dag in self.dagen:
            moved: dict[str, str | None] = {}
            for one in dag.records:
                last = now.get(one.pad, one.pad)
                if last is None:
                    continue
                found.setdefault(last, []).append((dag.datum, one))
                if one.was:
                    moved = {one.pad: None, **moved, one.was: last}
            now |= moved
        return {pad: tuple(changes) for pad, changes in found.items()}


GEEN = Geschiedenis()
"""Of a region that is not looked at through git."""

__all__ = [
    "GEEN",
    "NIETS",
    "Dag",
    "Gebeurtenis",
    "Geschiedenis",
    "Gewicht",
    "Itemnaam",
    "Recordwijziging",
    "Veldwijziging",
]
