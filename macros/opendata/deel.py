"""Rows that are a part of a record: their keys, what they belong to, and where they come from.

Not here: the tables (``v1``), or the fields of rows that are a record (``basis``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Annotated, Any

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Herkomst, Record
from macros.model.geheel import soort_van
from macros.opendata.basis import Leeg
from macros.opendata.contract import Code, Veld
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.naam import naam_van

Deelkenmerk = Annotated[
    Code,
    Veld(
        N_("Kenmerk"),
        N_(
            "Vaste naam van deze rij, met een schuine streep: waar zij bij hoort, en dan wat haar "
            "daarbinnen onderscheidt."
        ),
    ),
]
Volgkenmerk = Annotated[
    Code,
    Veld(
        N_("Kenmerk"),
        N_(
            "Naam van deze rij, met een schuine streep: waar zij bij hoort, en dan de hoeveelste "
            "zij daar is. Het nummer verandert als er een rij voor komt of weggaat."
        ),
    ),
]


def uniek(kenmerken: Iterable[str]) -> Iterator[Code]:
    """Each of them once: what comes again gets a number, from 2 on."""
    seen: Counter[str] = Counter()
    for one in kenmerken:
        seen[one] += 1
        yield Code(one if seen[one] == 1 else f"{one}/{seen[one]}")


def herkomst_van(record: Any, veld: str) -> Herkomst:
    """Where what a field of a record holds comes from: it may have become known later."""
    own: list[Herkomst] = [one.herkomst for one in record.later_ingevuld if one.veld == veld]
    whole: Herkomst = record.herkomst
    return [whole, *own][-1]


def aantal(waarden: Sized | Onbekend) -> int | Onbekend:
    """How many there are."""
    return waarden if isinstance(waarden, Onbekend) else len(waarden)


def genoemd(noem: Callable[[Blik, str], Tekst], blik: Blik, key: str | Leeg) -> Tekst | Leeg:
    """What a record is called, by its id, where there is one."""
    return noem(blik, key) if isinstance(key, str) else key


def genoemd_als(kind: type[Record]) -> Callable[[Blik, str], Tekst]:
    """What the site calls a record of a kind, by its id."""

    def noem(blik: Blik, key: str) -> Tekst:
        return naam_van(blik.regio.groep(soort_van(kind))[key], blik)

    return noem
