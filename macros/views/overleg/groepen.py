"""A long list parted by year and month, so that its page stays short until somebody opens a part.

Not here: what stands in the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from macros.model.basis.datum import Datum
from macros.taal.vertaler import Vertaler

VEEL = 10
"""From as many on there is something to choose among."""
GENOEG = 12
"""As many stand on a page as they are."""
WEINIG = 2
"""As many stand open at once where there are more."""

R = TypeVar("R")
Gedateerd = tuple[Datum, R]


@dataclass(frozen=True, slots=True)
class Groep(Generic[R]):
    """A part of a list: rows, or smaller parts. ``open`` is whether the page shows it at once."""

    naam: str
    aantal: int
    open: bool
    rijen: tuple[R, ...]
    groepen: tuple[Groep[R], ...]


def per_maand(v: Vertaler, rijen: Iterable[Gedateerd[R]]) -> tuple[Groep[R], ...]:
    """The rows by month, in their order, the first one open if it is short; nothing for few."""
    return _groepen(v, list(rijen), [_maand], eerste=True)


def per_jaar(v: Vertaler, rijen: Iterable[Gedateerd[R]]) -> tuple[Groep[R], ...]:
    """The rows by year, and a full year by month; nothing for few."""
    return _groepen(v, list(rijen), [_jaar, _maand])


def _jaar(datum: Datum) -> Datum:
    return Datum(datum.jaar)


def _maand(datum: Datum) -> Datum:
    return Datum(datum.jaar, datum.maand)


def _groepen(
    v: Vertaler,
    rijen: Sequence[Gedateerd[R]],
    perioden: Sequence[Callable[[Datum], Datum]],
    *,
    eerste: bool = False,
) -> tuple[Groep[R], ...]:
    if len(rijen) <= GENOEG or not perioden:
        return ()
    period, *smaller = perioden
    found: list[Groep[R]] = []
    for name, part in groupby(rijen, key=lambda row: period(row[0])):
        rows = list(part)
        found.append(
            Groep(
                v.datum(name),
                len(rows),
                eerste and not found and len(rows) <= WEINIG,
                tuple(row for _, row in rows),
                _groepen(v, rows, smaller),
            )
        )
    return tuple(found)
