"""Rules of figures that are a factor off: a comma in the wrong place, a digit too many, a column
too far. They warn, as growth can be real.

A message names no count, as it may stand in a public log; a count that is too small is left to the
rule that refuses it. Not here: what a figure cannot be at all (``waarneming``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import log
from statistics import median

from macros.issue import Level
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Getal, Periode
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.rules.monitor.basis import met_indicator
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc

JAREN = 5
"""So many times another year of the same place is no growth: a comma that moved makes it ten."""
PLAATSEN = 3
"""So many times beyond all other places, by size. Places differ more than years do."""
MINSTE_PLAATSEN = 3
"""Fewer other places do not tell what is usual."""
GENOEG: Mapping[Eenheid, Decimal] = {Eenheid.AANTAL: Decimal(50), Eenheid.PROCENT: Decimal("0.9")}
"""When both are smaller than this, chance and rounding make a factor."""
RUIMTE = 2
"""Times what is usual is still like the others, also where these lie close together."""


@dataclass(frozen=True, slots=True)
class _Rij:
    """One number, and where it stands."""

    pad: str
    loc: Loc
    waarde: Decimal


_Tabel = dict[str, dict[Periode, _Rij]]
"""The numbers of one part of one indicator, by area and period."""


def _tabellen(regio: Regio) -> Mapping[tuple[str, str], _Tabel]:
    found: dict[tuple[str, str], _Tabel] = defaultdict(lambda: defaultdict(dict))
    least = {Eenheid.AANTAL: Decimal(regio.instellingen.drempel), Eenheid.PROCENT: Decimal(0)}
    for pad, loc, row, indicator in met_indicator(regio):
        value = row.waarde
        if isinstance(value, Getal) and value.waarde and value.waarde >= least[indicator.eenheid]:
            one = _Rij(pad, loc, value.waarde)
            found[row.indicator, row.uitsplitsing][row.gebied].setdefault(row.periode, one)
    return found


@rule(Level.LET_OP)
def cijfer_valt_op(regio: Regio) -> Iterator[Problem]:
    """A figure is not a factor off: of the other years of its place, or else of other places."""
    tables = _tabellen(regio)
    sizes = {area: _midden(by) for area, by in tables.get((regio.omvang or "", TOTAAL), {}).items()}
    for (key, part), table in tables.items():
        unit = regio.indicatoren[key].eenheid
        size = dict.fromkeys(table, Decimal(1)) if unit is Eenheid.PROCENT else sizes
        whole = (key, part) == (regio.omvang, TOTAAL)
        place = {} if whole else _naast_plaatsen(table, size)
        for area, by in table.items():
            if len(by) > 1:
                yield from _naast_jaren(area, by, place, GENOEG[unit])
            for period, row in by.items() if len(by) == 1 else ():
                beside = place.get((area, period))
                if beside is not None and beside.is_uitschieter(row, unit):
                    yield _melding(row, beside.factor, f"in andere plaatsen{_PER[unit]}")


_PER = {Eenheid.AANTAL: ", naar grootte gerekend", Eenheid.PROCENT: ""}


def _midden(by: Mapping[Periode, _Rij]) -> Decimal:
    return Decimal(median(row.waarde for row in by.values()))


@dataclass(frozen=True, slots=True)
class _Naast:
    """A figure beside those of other places in the same period, each by the size of its place."""

    hier: Decimal
    rest: tuple[Decimal, ...]

    @property
    def factor(self) -> Decimal:
        """How many times what is usual."""
        return self.hier / Decimal(median(self.rest))

    def is_uitschieter(self, row: _Rij, unit: Eenheid) -> bool:
        """Whether it lies beyond all of them, and would not with its comma in another place.

        So a town with a university is none.
        """
        low, usual, high = min(self.rest), Decimal(median(self.rest)), max(self.rest)
        if low / PLAATSEN < self.hier < high * PLAATSEN:
            return False
        steps = (-1, -2, -3) if self.factor > 1 else (1, 2, 3)
        moved = [self.hier.scaleb(step) for step in steps]
        return max(row.waarde, row.waarde / self.factor) >= GENOEG[unit] and any(
            min(low, usual / RUIMTE) <= one <= max(high, usual * RUIMTE) for one in moved
        )


_Plaatsen = dict[tuple[str, Periode], _Naast]


def _naast_plaatsen(table: _Tabel, size: Mapping[str, Decimal]) -> _Plaatsen:
    """Each figure beside those of other places, where these are enough to tell what is usual."""
    found = {}
    for period in {one for by in table.values() for one in by}:
        share = {
            area: by[period].waarde / size[area]
            for area, by in table.items()
            if period in by and area in size
        }
        for area, here in share.items() if len(share) > MINSTE_PLAATSEN else ():
            rest = tuple(one for key, one in share.items() if key != area)
            found[area, period] = _Naast(here, rest)
    return found


def _naast_jaren(
    area: str, by: Mapping[Periode, _Rij], place: _Plaatsen, enough: Decimal
) -> Iterator[Problem]:
    """A figure that is far from every other year; of two, the one that is furthest from others."""
    far = [period for period in sorted(by) if _ver(period, by, enough)]
    if len(by) == 2 and len(far) == 2:
        far = [max(reversed(far), key=lambda one: _afstand(place.get((area, one))))]
    for period in far:
        other = min(
            (one for one in by if one != period), key=lambda one: abs(one.jaar - period.jaar)
        )
        yield _melding(by[period], by[period].waarde / by[other].waarde, f"in {other}")


def _ver(period: Periode, by: Mapping[Periode, _Rij], enough: Decimal) -> bool:
    here = by[period].waarde
    rest = [row.waarde for one, row in by.items() if one != period]
    return max(here, *rest) >= enough and (
        all(here >= JAREN * one for one in rest) or all(JAREN * here <= one for one in rest)
    )


def _afstand(beside: _Naast | None) -> float:
    """How far from what is usual; the later of two that nothing is held against."""
    return abs(log(beside.factor)) if beside else 0.0


_TIP = (
    "Kijk in de bron: staat de komma goed, en is er geen cijfer te veel of te weinig? "
    "Klopt het? Dan hoef je niets te doen."
)


def _melding(row: _Rij, factor: Decimal, beside: str) -> Problem:
    up = factor > 1
    times = f"{round(factor if up else 1 / factor)} keer zo {'hoog' if up else 'laag'} als"
    message = f"Dit is {times} {beside}."
    return row.pad, (*row.loc, "waarde"), message, _TIP
