"""Dates as precise as their source, times of the day, time zones.

Not here: which day it is, which only an edge asks.
"""

from __future__ import annotations

import calendar
import datetime
import re
import zoneinfo
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from macros.model.basis.tekst import TEXT_SCHEMA
from macros.model.basis.vorm import Invoer, Vorm, fout, patroon, scalar

_DATE_TIP = "Schrijf 2021, 2021-07 of 2021-07-01."

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})", re.ASCII)
"""As a spreadsheet writes a date."""
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]{1,2}(\d{1,2})(?:[-/. ]{1,2}(\d{1,2}))?", re.ASCII)
_DIGITS_ALONE = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_IN_WORDS = re.compile(
    r"(?:[a-z]+dag )?(?:(\d{1,2})(?:e|ste|de)?[-. ]{1,2})?([a-z]+)[-. ]{1,2}(\d{4})"
)
_MAANDEN = (
    "januari jan january",
    "februari feb february",
    "maart mrt march mar",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sep sept",
    "oktober okt october oct",
    "november nov",
    "december dec",
)

_DATE_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def bedoeld(text: str) -> str:
    """The date that people typed in their own way, when it can be only one; it need not exist."""
    typed = " ".join(text.replace(",", " ").lower().split())
    if found := _DAY_FIRST.fullmatch(typed):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(typed) or _DIGITS_ALONE.fullmatch(typed):
        year, month, day = found.groups()
    elif found := _IN_WORDS.fullmatch(typed):
        day, word, year = found.groups()
        known = [n for n, names in enumerate(_MAANDEN, 1) if word in names.split()]
        month = str(known[0]) if known else ""
    else:
        return ""
    if not month or int(month) > 12:
        return ""
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


@dataclass(frozen=True, slots=True)
class Datum:
    """A year, a month or a day, as precise as the source is."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.jaar:04d}"]
        if self.maand:
            parts.append(f"{self.maand:02d}")
        if self.dag:
            parts.append(f"{self.dag:02d}")
        return "-".join(parts)

    @property
    def begin(self) -> tuple[int, int, int]:
        """The first day it can be, to sort and compare by."""
        return self.jaar, self.maand or 1, self.dag or 1

    @classmethod
    def van(cls, day: datetime.date) -> Datum:
        """A day as a date of the data; ``dagdatum`` is the way back."""
        return cls(day.year, day.month, day.day)

    @property
    def dagdatum(self) -> datetime.date | None:
        """The day, when it is known to the day."""
        return datetime.date(*self.begin) if self.dag else None

    @property
    def einde(self) -> tuple[int, int, int]:
        """The last day it can be, to compare by; ``datetime.date(*einde)`` is that day."""
        month = self.maand or 12
        return self.jaar, month, self.dag or calendar.monthrange(self.jaar, month)[1]

    @classmethod
    def parse(cls, value: str) -> Datum:
        """From ``2021``, ``2021-07`` or ``2021-07-01``; raises PydanticCustomError."""
        match = _DATE_FORM.fullmatch(value)
        if not match:
            turned = _DAY_FIRST.fullmatch(value)
            meant = bedoeld(value)
            tip = f"Schrijf: {meant}" if meant else _DATE_TIP
            if meant and turned:
                tip = f"Schrijf {meant}: eerst het jaar."
            if meant:
                cls.parse(meant)
            raise fout("datum-vorm", "'{waarde}' is geen datum.", tip, waarde=value[:40])
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not 1900 <= year <= 2100:
            tip = "Kijk het jaar na: misschien zijn er cijfers verwisseld."
            raise fout("datum-bereik", "Het jaar {waarde} ligt buiten 1900-2100.", tip, waarde=year)
        if month is not None and not 1 <= month <= 12:
            raise fout("datum-bestaat-niet", "Maand {waarde} bestaat niet.", waarde=month)
        if day is not None:
            assert month is not None
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                tip = f"Deze maand heeft {last} dagen."
                raise fout(
                    "datum-bestaat-niet", "De datum '{waarde}' bestaat niet.", tip, waarde=value
                )
        return cls(year, month, day)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda value: cls.parse(scalar(value)))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        form = r"^\d{4}(-\d{2}(-\d{2})?)?$"
        return {"type": "string", "pattern": form, "errorMessage": _DATE_TIP}


_TYPED_TIME = re.compile(r"(?:om )?(\d{1,2})(?:[.:uh, ]{1,2}(\d{2}))?[ .]?(?:u|h|uur)?", re.ASCII)


def _als_tijd(text: str) -> str:
    found = _TYPED_TIME.fullmatch(text.lower().strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return ""
    return f"Schrijf: {found[1]:0>2}:{found[2] or '00'}"


_TIME = patroon(
    r"([01]\d|2[0-3]):[0-5]\d",
    "tijd",
    "'{waarde}' is geen tijd.",
    "Schrijf uren en minuten, zoals 09:30.",
    lambda text: _als_tijd(text),
)

Tijd = Annotated[
    datetime.time,
    Vorm(
        lambda value: datetime.time.fromisoformat(_TIME(value)),
        {"type": "string", "pattern": r"^\d{2}:\d{2}$"},
        "tijd, zoals `09:30`",
        Invoer.TIJD,
    ),
]
"""A time of the day, in the time zone of the region."""


def _time_zone(value: str) -> str:
    try:
        zoneinfo.ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        zones = sorted(zoneinfo.available_timezones())
        tip = "Schrijf werelddeel en stad, zoals Europe/Amsterdam."
        raise fout(
            "tijdzone", "'{waarde}' is geen tijdzone.", tip, waarde=value[:40], geldig=zones
        ) from None
    return value


Tijdzone = Annotated[str, Vorm(_time_zone, TEXT_SCHEMA, "tijdzone, zoals `Europe/Amsterdam`")]
"""The name of a time zone in the IANA database."""
