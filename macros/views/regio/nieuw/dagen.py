"""What changed, day by day: the newest days, and all of a month.

Of each day the areas in the order of the menu, and in an area its kinds; what is small is apart.
Not here: what happened to one record (``regel``).
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from macros.model.basis.datum import Datum
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import Keus
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naam_van
from macros.views.regio.leemten import GEBIED
from macros.views.regio.nieuw.betreft import Gebeurd, gebeurd, gemeenten
from macros.views.regio.nieuw.maand import Maand, dagplek, maand_van, maanden
from macros.views.regio.nieuw.regel import Recordrij, rijen
from macros.wijziging.geschiedenis import Gebeurtenis, Gewicht

MEEST = 40
"""So many rows stand on the page of the newest days."""
PER_GEBIED = 3
"""So many of an area, on a day that has more than that."""
SAMEN = 3
"""From more new records of a kind on, they stand together."""
OPEN = 12
"""So many rows of a day stand open on the page of its month."""


GEWICHTEN = {
    Gewicht.BETEKENIS: N_("wat ertoe doet"),
    Gewicht.KLEIN: N_("kleine aanpassingen"),
}


@dataclass(frozen=True, slots=True)
class Rij:
    """A row, and by what it is chosen."""

    record: Recordrij
    een: Gebeurd
    gemeenten: tuple[str, ...]

    @property
    def soort(self) -> str:
        """The kind of its record, as an address has it."""
        return self.een.soort.naam if self.een.soort else ""

    @property
    def gewicht(self) -> str:
        """Whether readers would want to know, as an address has it."""
        gewicht = Gewicht.KLEIN if self.record.is_klein else Gewicht.BETEKENIS
        return str(gewicht.value)


@dataclass(frozen=True, slots=True)
class Groep:
    """Rows that are folded together."""

    naam: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Gebied:
    """What changed in an area on a day."""

    id: str
    naam: str
    rijen: tuple[Rij, ...]
    groepen: tuple[Groep, ...] = ()

    @property
    def regels(self) -> int:
        """How many lines that takes."""
        return len(self.rijen) + len(self.groepen)


@dataclass(frozen=True, slots=True)
class Dag:
    """A day. ``aantal`` is how many changes of it matter; ``klein`` are those that do not, and
    ``klein_elders`` how many of these stand on the page of the month, at ``klein_plek``.
    """

    id: str
    naam: str
    klein_plek: str
    aantal: int
    gebieden: tuple[Gebied, ...]
    klein: tuple[Rij, ...] = ()
    klein_elders: int = 0


@dataclass(frozen=True, slots=True)
class Keuzen:
    """What rows can be chosen by; nothing where there is no choice."""

    gebied: tuple[Keus, ...]
    gemeente: tuple[Keus, ...]
    soort: tuple[Keus, ...]
    gewicht: tuple[Keus, ...]


@dataclass(frozen=True, slots=True)
class Maandlink:
    """A month to go to, with how many of its changes matter."""

    naam: str
    pad: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Nieuw:
    """The newest days, and whether there are more. ``laatst`` says when something happened last
    that matters, how much and where most of it.
    """

    begin: str | None
    onvolledig: bool
    laatst: str
    dagen: tuple[Dag, ...]
    meer: bool
    keuzen: Keuzen
    maanden: tuple[tuple[str, tuple[Maandlink, ...]], ...]


@dataclass(frozen=True, slots=True)
class Maandpagina:
    """All of a month, and the months around it that had any change."""

    naam: str
    dagen: tuple[Dag, ...]
    keuzen: Keuzen
    vorige: Maandlink | None
    volgende: Maandlink | None


@eenmaal
def nieuw(blik: Blik) -> Nieuw:
    """The page of what is new."""
    v, history = blik.v, blik.geschiedenis
    days = tuple(_nieuwste(blik))
    per_year = groupby(maanden(blik), key=lambda one: one.id[:4])
    return Nieuw(
        begin=v.datum(Datum.van(history.begin)) if history.begin else None,
        onvolledig=history.onvolledig,
        laatst=_laatst(blik),
        dagen=days,
        meer=len(days) < len({one.datum for one in gebeurd(blik)}),
        keuzen=_keuzen(blik, days),
        maanden=tuple(
            (year, tuple(_maandlink(blik, one) for one in every)) for year, every in per_year
        ),
    )


def laatste(blik: Blik) -> Datum | None:
    """The last day on which something happened that matters."""
    return next(
        (
            Datum.van(one.datum)
            for one in gebeurd(blik)
            if one.wijziging.gewicht is Gewicht.BETEKENIS
        ),
        None,
    )


def _laatst(blik: Blik) -> str:
    """When something happened last that matters, how much, and what most of it is about."""
    v, last = blik.v, laatste(blik)
    if last is None:
        return ""
    areas = Counter(
        row.een.gebied
        for row in _rijen(blik, (one for one in gebeurd(blik) if Datum.van(one.datum) == last))
        if not row.record.is_klein
    )
    many = v.aantal(areas.total(), "{n} wijziging", "{n} wijzigingen")
    line = N_("Op {datum} veranderde er voor het laatst iets: {aantal}.")
    said = v.ui(line, datum=v.datum(last), aantal=many)
    (area, most), *others = areas.most_common()
    if others and most > max(others[0][1], SAMEN):
        said += " " + v.ui(N_("De meeste horen bij: {gebied}."), gebied=v.ui(GEBIED[area]))
    return said


def maand(blik: Blik, key: str) -> Maandpagina:
    """The page of a month."""
    every = [one for one in gebeurd(blik) if maand_van(one.datum).id == key]
    days = tuple(_volledig(blik, list(day)) for _, day in groupby(every, key=lambda one: one.datum))
    around = maanden(blik)
    at = [one.id for one in around].index(key)
    return Maandpagina(
        naam=blik.v.datum(around[at].datum),
        dagen=days,
        keuzen=_keuzen(blik, days),
        vorige=_maandlink(blik, around[at + 1]) if at + 1 < len(around) else None,
        volgende=_maandlink(blik, around[at - 1]) if at else None,
    )


def _maandlink(blik: Blik, one: Maand) -> Maandlink:
    number = sum(many for day, many in per_dag(blik).items() if maand_van(day) == one)
    return Maandlink(blik.v.datum(one.datum), one.adres, number)


@eenmaal
def per_dag(blik: Blik) -> Mapping[datetime.date, int]:
    """How many changes of a day matter, as many as have a row."""
    matters = (one for one in gebeurd(blik) if one.wijziging.gewicht is Gewicht.BETEKENIS)
    return Counter(one.datum for one in matters for _ in rijen(blik, one))


# ---------------------------------------------------------------- a day


def _rijen(blik: Blik, day: Iterable[Gebeurd]) -> list[Rij]:
    """By area in the order of the menu, then by kind and file."""
    order = list(GEBIED)
    return [
        Rij(row, one, tuple(sorted(gemeenten(blik, one))))
        for one in sorted(day, key=lambda one: (order.index(one.gebied), one.nu))
        for row in rijen(blik, one)
    ]


def _nieuwste(blik: Blik) -> Iterator[Dag]:
    """The newest days, as long as there is room."""
    left = MEEST
    for _, day in groupby(gebeurd(blik), key=lambda one: one.datum):
        found = _in_het_kort(blik, list(day))
        lines = sum(one.regels for one in found.gebieden) + bool(found.klein)
        if lines > left and left < MEEST:
            return
        left -= lines
        yield found


def _in_het_kort(blik: Blik, day: Sequence[Gebeurd]) -> Dag:
    """A day beside others: what matters, and below it what is small."""
    rows = _rijen(blik, day)
    small = tuple(row for row in rows if row.record.is_klein)
    large = [row for row in rows if not row.record.is_klein]
    large.sort(key=lambda row: (list(GEBIED).index(_gebied_van(row)), row.record.alleen_tekst))
    areas = [_gebied(blik, key, list(every)) for key, every in groupby(large, key=_gebied_van)]
    if sum(one.regels for one in areas) > MEEST:
        areas = [_begin(blik, one) for one in areas]
    few = len(small) <= OPEN
    return _dag(blik, day, tuple(areas), len(large), small if few else (), 0 if few else len(small))


def _volledig(blik: Blik, day: Sequence[Gebeurd]) -> Dag:
    """All of a day; of one with much, folded by kind."""
    rows = sorted(_rijen(blik, day), key=lambda row: list(GEBIED).index(_gebied_van(row)))
    large = sum(not row.record.is_klein for row in rows)
    per_area = [(key, list(every)) for key, every in groupby(rows, key=_gebied_van)]
    if len(rows) <= OPEN:
        areas = [_gebied(blik, key, _groot_eerst(every)) for key, every in per_area]
    else:
        areas = [_gevouwen(blik, key, every) for key, every in per_area]
    return _dag(blik, day, tuple(areas), large)


def _dag(
    blik: Blik,
    day: Sequence[Gebeurd],
    areas: tuple[Gebied, ...],
    aantal: int,
    klein: tuple[Rij, ...] = (),
    klein_elders: int = 0,
) -> Dag:
    date = day[0].datum
    name = blik.v.datum(Datum.van(date))
    return Dag(
        str(date), name, dagplek(date, Gewicht.KLEIN.value), aantal, areas, klein, klein_elders
    )


def _gebied_van(row: Rij) -> str:
    return row.een.gebied


def _groot_eerst(rows: Iterable[Rij]) -> list[Rij]:
    return sorted(rows, key=lambda row: row.record.is_klein)


def _gebied(blik: Blik, key: str, rows: Sequence[Rij]) -> Gebied:
    """Its rows, of which many new ones of one kind stand together."""
    new = Counter(row.soort for row in rows if _is_nieuw(row))
    many = {kind for kind, number in new.items() if number > SAMEN}
    together = [row for row in rows if _is_nieuw(row) and row.soort in many]
    groups = (
        Groep(blik.v.ui(N_("Nieuw: {soort}"), soort=_meervoud(blik, row)), rows)
        for row, rows in _per_soort(together)
    )
    apart = tuple(row for row in rows if row not in together)
    return Gebied(key, blik.v.ui(GEBIED[key]), apart, tuple(groups))


def _gevouwen(blik: Blik, key: str, rows: Sequence[Rij]) -> Gebied:
    groups = (
        Groep(_meervoud(blik, row), tuple(_groot_eerst(every))) for row, every in _per_soort(rows)
    )
    return Gebied(key, blik.v.ui(GEBIED[key]), (), tuple(groups))


def _is_nieuw(row: Rij) -> bool:
    return row.record.gebeurtenis is Gebeurtenis.NIEUW


def _per_soort(rows: Sequence[Rij]) -> Iterator[tuple[Rij, tuple[Rij, ...]]]:
    """The rows of each kind, and the first of them."""
    found: dict[str, list[Rij]] = {}
    for row in rows:
        found.setdefault(row.soort, []).append(row)
    for every in found.values():
        yield every[0], tuple(every)


def _meervoud(blik: Blik, row: Rij) -> str:
    soort = row.een.soort
    return blik.v.ui(soort.meervoud) if soort else row.record.soort


def _begin(blik: Blik, one: Gebied) -> Gebied:
    """The first rows of an area open, and the others folded together."""
    first, others = one.rijen[:PER_GEBIED], one.rijen[PER_GEBIED:]
    if len(others) <= 1:
        return one
    name = blik.v.ui(N_("Meer in dit onderwerp"))
    return replace(one, rijen=first, groepen=(Groep(name, others), *one.groepen))


# ---------------------------------------------------------------- what can be chosen


def _keuzen(blik: Blik, days: Iterable[Dag]) -> Keuzen:
    """Of each choice the values that a row has; nothing where all rows have the same."""
    v = blik.v
    rows = [row for day in days for row in _getoond(day)]
    areas = {row.een.gebied for row in rows}
    kinds = {row.soort: row.record.soort for row in rows if row.soort}
    places = {key for row in rows for key in row.gemeenten}
    names = {key: naam_van(blik.regio.gemeenten[key], blik) for key in places}
    return Keuzen(
        gebied=_keus((key, v.naam(v.ui(name))) for key, name in GEBIED.items() if key in areas),
        gemeente=_keus(sorted(names.items(), key=lambda one: one[1].tekst), 0),
        soort=_keus(
            (key, v.naam(name)) for key, name in sorted(kinds.items(), key=lambda one: one[1])
        ),
        gewicht=_keus(
            (one.value, v.naam(v.ui(text)))
            for one, text in GEWICHTEN.items()
            if any(row.gewicht == one.value for row in rows)
        ),
    )


def _getoond(day: Dag) -> Iterator[Rij]:
    for area in day.gebieden:
        yield from area.rijen
        for group in area.groepen:
            yield from group.rijen
    yield from day.klein


def _keus(found: Iterable[tuple[str, Tekst]], meer_dan: int = 1) -> tuple[Keus, ...]:
    every = tuple(Keus(key, name) for key, name in found)
    return every if len(every) > meer_dan else ()
