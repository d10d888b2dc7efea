"""Which state of the data is looked at, and what git keeps of the states that have a name.

Not here: what git says (``gitstand``), or what a page makes of it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from macros.model.regio import Versie

TAG = "data/"
"""What the git tag of a named state begins with; the id of its record follows."""


@dataclass(frozen=True, slots=True)
class Benoemd:
    """What git keeps of a named state: ``map`` is where its data lay, ``aantallen`` how many files
    there were of each kind, by the folder of the kind, and ``totaal`` of all of them.
    """

    map: str
    aantallen: Mapping[str, int]
    totaal: int


@dataclass(frozen=True, slots=True)
class Stand:
    """``dag`` is the day of the newest commit that the data are of; None when nobody knows, and
    ``waarom_niet`` says in Dutch why. ``los``: there are changes that no commit has.

    ``benoemd`` are the named states of which git has the tag here, ``gelijk`` those that read as
    the data do now.
    """

    dag: datetime.date | None = None
    los: bool = False
    benoemd: Mapping[str, Benoemd] = field(default_factory=lambda: MappingProxyType({}))
    gelijk: frozenset[str] = frozenset()
    waarom_niet: str = ""


ONBEKEND = Stand()
"""Of data that are not looked at through git."""


def als_tekst(stand: Stand) -> str:
    """The same for who has no git: a browser."""
    named = {key: [one.map, dict(one.aantallen), one.totaal] for key, one in stand.benoemd.items()}
    day = stand.dag.isoformat() if stand.dag else ""
    return json.dumps([day, stand.los, named, sorted(stand.gelijk), stand.waarom_niet])


def uit_tekst(tekst: str) -> Stand:
    """What ``als_tekst`` made of it; nothing is known of an empty text."""
    if not tekst:
        return ONBEKEND
    day, los, named, same, why = json.loads(tekst)
    return Stand(
        dag=datetime.date.fromisoformat(day) if day else None,
        los=los,
        benoemd={key: Benoemd(map_, counts, total) for key, (map_, counts, total) in named.items()},
        gelijk=frozenset(same),
        waarom_niet=why,
    )


def op_volgorde(versies: Iterable[Versie]) -> tuple[Versie, ...]:
    """The newest first; of a day the one with the highest number (``2026-10``)."""
    return tuple(sorted(versies, key=lambda one: (one.datum.einde, _nummers(one.id)), reverse=True))


def _nummers(key: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(one), "") if one.isdigit() else (-1, one) for one in re.split("-", key))
