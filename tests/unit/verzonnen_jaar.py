"""A made-up year: thirty bodies, their meetings in 2027 and twenty routes between them, as objects.

For tests of what is computed over a calendar, and for ``scripts.bench_overleg``. Not here: a region
that a site is built from (``scripts.synthetisch``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from macros.model.basis.record import Record
from macros.model.geheel import Regio
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Vergadering
from macros.model.overleg.voorstelroute import Voorstelroute

JAAR = 2027
OVERLEGGEN = 30
ROUTES = 20

HERKOMST = {"bron": "plan", "peildatum": "2021-06-15", "zekerheid": "voorbeeld"}
BESLIST, AGENDA, ADVIES, WERKGROEP = range(4)
"""What a body is: the first one decides, three set its agenda, ten advise, the others prepare."""
SOORT = ("bestuurlijk", "ambtelijk", "ambtelijk", "werkgroep")
NAAM = (
    "Overleg van alle besturen in de regio",
    "Agendaoverleg",
    "Ambtelijk overleg over jeugd en onderwijs",
    "Werkgroep voor de praktijk",
)
MAG = ("beslist", "stelt-agenda-vast", "adviseert", "informeert")
RELATIE = ("koppelt-terug", "stelt-agenda-vast", "adviseert", "dient-in")
WEKEN = (10, 4, 6, 3)
VOORAF = ("21", "14", "7", "10")
TIJDEN = (("09:00", "11:00"), ("13:30", "15:00"), ("19:30", "onbekend"), ("onbekend", "onbekend"))
ZOMER = (datetime.date(JAAR, 7, 10), datetime.date(JAAR, 8, 22))

R = TypeVar("R", bound=Record)


def verzonnen_jaar(regio: Regio) -> Regio:
    """``regio`` with these bodies, meetings and routes in place of its own.

    It keeps no decision, no proposal and no document, for these were of its own bodies.
    """
    return replace(
        regio,
        overleggen=_op_id(_overleg(number) for number in range(OVERLEGGEN)),
        vergaderingen=_op_id(one for number in range(OVERLEGGEN) for one in _vergaderingen(number)),
        routes=_op_id(_route(number) for number in range(ROUTES)),
        besluiten=MappingProxyType({}),
        voorstellen=MappingProxyType({}),
        documenten=MappingProxyType({}),
    )


def _op_id(records: Iterable[R]) -> MappingProxyType[str, R]:
    """In the order of their ids, as when they are read from files."""
    return MappingProxyType({one.id: one for one in sorted(records, key=lambda one: one.id)})


def _id(number: int) -> str:
    return f"overleg-{number}"


def _wat(number: int) -> int:
    return sum(number >= first for first in (1, 4, 14))


def _overleg(number: int) -> Overleg:
    """Each reports to one above it; the first one tells those that set its agenda."""
    what = _wat(number)
    above = [_id((number - 1) // 3)] if number else [_id(other) for other in (1, 2, 3)]
    return Overleg.model_validate(
        {
            "id": _id(number),
            "naam": f"{NAAM[what]} {number}",
            "soort": SOORT[what],
            "toestand": "actief",
            "structuren": ["nieuw"],
            "taak": "Doet wat in deze test nodig is.",
            "voor_ouders": "Dit overleg is verzonnen.",
            "bevoegdheden": [MAG[what]],
            "voorzitter": "onbekend",
            "deelnemers": "onbekend",
            "stukken_vooraf": VOORAF[number % 4],
            "relaties": [
                {"naar": key, "soort": RELATIE[what], "structuur": "nieuw", "herkomst": HERKOMST}
                for key in above
            ],
            "sinds": "2021",
            "herkomst": HERKOMST,
        }
    )


def _vergaderingen(number: int) -> Iterator[Vergadering]:
    """A meeting every few weeks on the same weekday, but not in summer; some are cancelled."""
    begin, end = TIJDEN[number % 4]
    day = datetime.date(JAAR, 1, 4) + datetime.timedelta(days=number % 5, weeks=number % 3)
    while day.year == JAAR:
        if not ZOMER[0] <= day <= ZOMER[1]:
            yield Vergadering.model_validate(
                {
                    "id": f"{_id(number)}-{day}",
                    "titel": f"{NAAM[_wat(number)]} {number}, {day}",
                    "overleg": _id(number),
                    "datum": str(day),
                    "begin": begin,
                    "einde": end,
                    "plaats": "onbekend",
                    "stand": "afgelast" if (number + day.day) % 17 == 0 else "gepland",
                    "agenda": "onbekend",
                    "herkomst": HERKOMST,
                }
            )
        day += datetime.timedelta(weeks=WEKEN[_wat(number)])


def _route(number: int) -> Voorstelroute:
    """From a working group by way of advice, of two in turn or of one, to a decision and back."""
    group, advice = 14 + number % 16, 4 + number % 10
    also = 4 + (number + 5) % 10
    told = [14 + (number + step) % 16 for step in range(3)]
    steps = [
        _stap("begin", [group], "voorbereiden", ["advies", "ook"] if number % 2 else ["advies"]),
        _stap("advies", [advice, 4 + (number + 1) % 10], "adviseren", ["agenda"]),
        *([_stap("ook", [also], "adviseren", ["agenda"])] if number % 2 else []),
        _stap("agenda", [1 + number % 3], "agenderen", ["besluit"]),
        _stap("besluit", [0], "besluiten", ["terug"]),
        _stap("terug", told, "informeren", []),
    ]
    return Voorstelroute.model_validate(
        {
            "id": f"route-{number}",
            "nummer": str(number + 1),
            "titel": f"Voorstel van soort {number}",
            "soort": "besluit",
            "uitleg": "Deze route is verzonnen.",
            "voor_ouders": "Deze route is verzonnen.",
            "stappen": steps,
            "herkomst": HERKOMST,
        }
    )


def _stap(key: str, numbers: list[int], task: str, after: list[str]) -> dict[str, Any]:
    return {"id": key, "overleggen": [*map(_id, numbers)], "taak": task, "daarna": after}
