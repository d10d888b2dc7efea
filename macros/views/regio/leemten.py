"""Everything that nobody knows yet, by area, kind and record: for who keeps the data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel, Record, Status
from macros.model.geheel import SOORT, adres_van
from macros.model.samenwerking.onderdeel import Thema
from macros.model.soort import Soort
from macros.model.walk import Leaf, gelopen, op_plek
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import gezocht
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naam_van, plek
from macros.views.onbekend import gedeeld
from macros.views.samenwerking.basis import wat_ontbreekt
from macros.views.verbeteren import formulier

GEBIED = {
    "agenda": N_("De agenda"),
    "samenwerking": N_("Wie doet wat"),
    "arrangement": N_("Het aanbod"),
    "monitor": N_("De cijfers"),
    "overleg": N_("Het overleg"),
    "hulp": N_("Hulp"),
    "regio": N_("De regio, de bronnen en de begrippen"),
}
"""The areas of the data, in the order of the menu."""


@dataclass(frozen=True, slots=True)
class Leemte:
    """One thing nobody knows: in which record, what the field means, where to fill it in (a file,
    and the form of the workbench at that field), and when it was looked for, or None. ``kenmerk``
    is its name among all of them.
    """

    kenmerk: str
    waar: Tekst
    pad: str
    wat: str
    bestand: str
    formulier: str
    gezocht: Datum | None = None
    gezocht_zin: str = ""


@dataclass(frozen=True, slots=True)
class Recordleemten:
    """What is unknown of one record."""

    waar: Tekst
    pad: str
    leemten: tuple[Leemte, ...]


@dataclass(frozen=True, slots=True)
class Soortleemten:
    """What is unknown of one kind; ``gezocht`` says when, where that is so of all of it."""

    kop: str
    aan_zet: str
    aantal: int
    gezocht: str
    records: tuple[Recordleemten, ...]


@dataclass(frozen=True, slots=True)
class Gebiedleemten:
    """What is unknown in one area."""

    id: str
    kop: str
    aantal: int
    soorten: tuple[Soortleemten, ...]


@eenmaal
def leemten(blik: Blik) -> tuple[tuple[Soort, tuple[Leemte, ...]], ...]:
    """Every ``onbekend`` in the data, by kind of record."""
    groups: dict[str, list[Leemte]] = defaultdict(list)
    for soort, path, record in blik.regio.records():
        counts = getattr(record, "status", Status.ACTIEF) is Status.ACTIEF
        if not counts or not blik.regio.van_nu(record):
            continue
        for leaf in gelopen(record):
            if leaf.onbekend:
                where, site_path = _plaats(blik, soort, record, leaf)
                part: Deel = op_plek(record, leaf.loc[:-1])
                date = part.gezocht(leaf.veld)
                groups[soort.naam].append(
                    Leemte(
                        _kenmerk(soort, record, leaf.loc),
                        where,
                        site_path,
                        wat_ontbreekt(blik, record, leaf),
                        f"data/{path}",
                        formulier(path, leaf.loc),
                        date,
                        gezocht(blik.v, date) if date else "",
                    )
                )
        if isinstance(record, Thema):
            groups[soort.naam] += _alleen_code(blik, record, path)
    found = sorted((SOORT[naam] for naam in groups if groups[naam]), key=lambda one: one.kop_laat)
    return tuple((soort, tuple(groups[soort.naam])) for soort in found)


def per_gebied(blik: Blik) -> tuple[Gebiedleemten, ...]:
    """All of it as the page shows it; an area without gaps is left out."""
    areas: dict[str, list[tuple[Soort, tuple[Leemte, ...]]]] = {area: [] for area in GEBIED}
    for soort, rows in leemten(blik):
        areas[soort.gebied].append((soort, rows))
    return tuple(
        Gebiedleemten(
            area,
            blik.v.ui(GEBIED[area]),
            sum(len(rows) for _, rows in kinds),
            tuple(_soort(blik, soort, rows) for soort, rows in kinds),
        )
        for area, kinds in areas.items()
        if kinds
    )


def _soort(blik: Blik, soort: Soort, rows: tuple[Leemte, ...]) -> Soortleemten:
    date = gedeeld(one.gezocht for one in rows)
    return Soortleemten(
        blik.v.ui(soort.kop),
        blik.v.ui(soort.aan_zet),
        len(rows),
        gezocht(blik.v, date) if date else "",
        tuple(_records(rows)),
    )


def _records(rows: Iterable[Leemte]) -> Iterator[Recordleemten]:
    for pad, found in groupby(rows, key=lambda one: one.pad):
        gaps = tuple(found)
        yield Recordleemten(gaps[0].waar, pad, gaps)


def _alleen_code(blik: Blik, thema: Thema, path: str) -> Iterator[Leemte]:
    """The onderdelen of a theme of which only the code is known."""
    for code in thema.onbekende_onderdelen:
        what = blik.v.ui(N_("Alles over onderdeel {code}."), code=code)
        yield Leemte(
            f"{_kenmerk(SOORT['thema'], thema, ('onbekende_onderdelen',))}/{code}",
            naam_van(thema, blik),
            adres_van(Thema, thema.id),
            what,
            f"data/{path}",
            formulier(path, ("onbekende_onderdelen",)),
        )


def _kenmerk(soort: Soort, record: Deel, loc: tuple[str | int, ...]) -> str:
    """The way to a value: the kind, the record, and each field or part by its own name, or else by
    its number among its like.
    """
    found = [soort.veld, *([record.id] if isinstance(record, Record) else [])]
    here: Any = record
    for step in loc:
        around, here = here, op_plek(here, (step,))
        found.append(step if isinstance(step, str) else _deelnaam(around, step))
    return "/".join(found)


def _deelnaam(around: tuple[Any, ...], index: int) -> str:
    """What tells a part from the others, when that is a name for it."""
    keys = [[getattr(one, name, "") for name in one.sleutel] for one in around]
    names = ["" if ONBEKEND in key else "-".join(map(str, key)) for key in keys]
    own = names[index]
    return own if _NAAM.fullmatch(own) and names.count(own) == 1 else str(index + 1)


_NAAM = re.compile(r"[\w.-]+", re.ASCII)


def _plaats(blik: Blik, soort: Soort, record: Deel, leaf: Leaf) -> tuple[Tekst, str]:
    """The name of the thing that has the gap, and its address on the site.

    A part with a place of its own is such a thing.
    """
    key = str(getattr(record, "id", ""))
    part = getattr(record, str(leaf.loc[0]))
    if soort.deel and isinstance(part, tuple) and hasattr(one := part[int(leaf.loc[1])], "id"):
        return naam_van(one, blik), adres_van(soort.type, key, one.id)
    return naam_van(record, blik), (
        plek(blik, soort.type, key) if soort.eigen_pagina else adres_van(soort.type, key)
    )
