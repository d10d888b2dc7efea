"""A rule of the days on which people meet.

Not here: what a meeting decides, and in which order (``vergadering``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from macros.issue import Level
from macros.model.geheel import Regio, pad_van
from macros.model.overleg.vergadering import StandVergadering, Vergadering
from macros.rules.registry import Problem, rule

_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@rule(Level.LET_OP)
def vergadering_op_vrije_dag(regio: Regio) -> Iterator[Problem]:
    """A meeting is planned on a day on which people work."""
    for key, one in regio.vergaderingen.items():
        day = one.datum.dagdatum
        name = vrije_dag(day) if day and one.stand is StandVergadering.GEPLAND else ""
        if name:
            tip = "Kijk de dag en het jaar na. Klopt het? Dan hoef je niets te doen."
            yield pad_van(Vergadering, key), ("datum",), f"{one.datum} is {name}.", tip


def vrije_dag(day: datetime.date) -> str:
    """What the day is called when most people in the Netherlands are free, or nothing."""
    easter = _pasen(day.year)
    king = datetime.date(day.year, 4, 27)
    days = {
        datetime.date(day.year, 1, 1): "Nieuwjaarsdag",
        easter: "eerste paasdag",
        easter + datetime.timedelta(1): "tweede paasdag",
        king - datetime.timedelta(king.weekday() == 6): "Koningsdag",
        easter + datetime.timedelta(39): "Hemelvaartsdag",
        easter + datetime.timedelta(49): "eerste pinksterdag",
        easter + datetime.timedelta(50): "tweede pinksterdag",
        datetime.date(day.year, 12, 25): "eerste kerstdag",
        datetime.date(day.year, 12, 26): "tweede kerstdag",
    }
    return days.get(day) or (f"een {_DAGEN[day.weekday()]}" if day.weekday() > 4 else "")


def _pasen(year: int) -> datetime.date:
    """Easter in the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
