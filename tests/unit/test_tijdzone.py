"""The clocks of calendar files, read by a reader that knows no more of them than Outlook does."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.kalenderbestand import als_ics
from macros.render.tijdzone import tijdzone
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.langzaam import traag
from tests.unit.test_kalenderbestand import met

UTC = datetime.UTC
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Outlook:
    """A VTIMEZONE as Outlook reads it (MS-STANOICAL 2.2.47): of each part only TZID, DTSTART, RRULE
    and the two offsets; one standard and at most one daylight part; of DTSTART only the time.
    """

    def __init__(self, zone: Any) -> None:
        parts = {part.name: part for part in zone.subcomponents}
        assert len(parts) == len(zone.subcomponents) <= 2
        self.standard, self.daylight = parts["STANDARD"], parts.get("DAYLIGHT")

    def onset(self, part: Any, year: int) -> datetime.datetime:
        rule = part["RRULE"]
        assert set(rule) == {"FREQ", "BYDAY", "BYMONTH"}
        assert rule["FREQ"] == ["YEARLY"]
        [month], [day] = rule["BYMONTH"], rule["BYDAY"]
        nth, weekday = int(str(day)[:-2]), DAYS.index(str(day)[-2:])
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        date = datetime.date(year, month, days[nth if nth < 0 else nth - 1])
        return datetime.datetime.combine(date, part.decoded("DTSTART").time())

    def in_utc(self, wall: datetime.datetime) -> datetime.datetime:
        part = self.standard
        if self.daylight is not None:
            onsets = [
                (self.onset(one, year), one)
                for one in (self.standard, self.daylight)
                for year in (wall.year - 1, wall.year)
            ]
            part = max((at, id(one), one) for at, one in onsets if at <= wall)[-1]
        offset: datetime.timedelta = part.decoded("TZOFFSETTO")
        return (wall - offset).replace(tzinfo=UTC)


def lees(content: bytes) -> list[datetime.datetime]:
    """When the events of a file begin, in UTC, as Outlook understands it."""
    found: Any = icalendar.Calendar.from_ical(content)
    zones = {str(zone["TZID"]): Outlook(zone) for zone in found.walk("VTIMEZONE")}
    begins = []
    for event in found.walk("VEVENT"):
        wall = event["DTSTART"].dt
        zone = event["DTSTART"].params.get("TZID")
        begins.append(
            zones[zone].in_utc(wall.replace(tzinfo=None)) if zone else wall.astimezone(UTC)
        )
    return begins


def vergaderingen(zone: str, first: int, last: int) -> list[tuple[Datum, datetime.datetime]]:
    """A meeting at three in the afternoon every eleven days, and the moment that is."""
    days = [
        datetime.date(first, 1, 1) + datetime.timedelta(days=step)
        for step in range(0, 365 * (last - first + 1), 11)
    ]
    at = datetime.time(15)
    return [
        (
            Datum(day.year, day.month, day.day),
            datetime.datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC),
        )
        for day in days
    ]


def bestand(regio: Regio, zone: str, days: list[Datum]) -> bytes:
    regio = met(
        regio,
        *({"id": f"m{n}", "datum": day, "begin": datetime.time(15)} for n, day in enumerate(days)),
    )
    regio = replace(regio, instellingen=regio.instellingen.model_copy(update={"tijdzone": zone}))
    return als_ics(Blik(regio, Vertaler("nl"), Datum(2026, 1, 1)), None, "https://a.example/")


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        ("Europe/Amsterdam", 2026, 2030),
        ("Europe/Amsterdam", 2021, 2021),
        ("Europe/Dublin", 2026, 2027),  # where winter is the exception
        ("America/New_York", 2026, 2027),
        ("America/Paramaribo", 2026, 2027),  # no change at all
        ("America/Santiago", 2026, 2027),  # south of the equator
        ("Australia/Lord_Howe", 2026, 2027),  # half an hour
        ("Africa/Casablanca", 2026, 2027),  # by the moon: no rule a year
        ("Europe/Istanbul", 2014, 2017),  # a rule that was given up
        ("America/Caracas", 2016, 2016),  # one change, for good
        ("Asia/Kathmandu", 2026, 2026),
    ],
)
def test_outlook_shows_every_meeting_at_its_own_time(
    regio: Regio, zone: str, first: int, last: int
) -> None:
    meetings = vergaderingen(zone, first, last)
    shown = lees(bestand(regio, zone, [day for day, _ in meetings]))
    assert sorted(shown) == [moment for _, moment in meetings]


def test_amsterdam_has_the_two_rules_that_every_calendar_program_knows() -> None:
    zone = tijdzone("Europe/Amsterdam", [datetime.date(2026, 12, 10)])
    assert zone is not None
    assert zone.to_ical().decode().split("\r\n")[2:-2] == [
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
    ]


def test_a_zone_without_one_rule_for_its_years_is_told_in_utc(regio: Regio) -> None:
    content = bestand(regio, "Africa/Casablanca", [Datum(2026, 6, 1), Datum(2027, 6, 1)])
    assert b"VTIMEZONE" not in content
    assert b"DTSTART:20260601T140000Z" in content


@traag
def test_every_zone_that_is_written_is_right_in_every_hour_of_three_years() -> None:
    years = [datetime.date(2025, 1, 1), datetime.date(2027, 12, 31)]
    wrong = []
    for name in sorted(available_timezones()):
        zone = tijdzone(name, years)
        if zone is None:
            continue
        reader, real = Outlook(icalendar.Timezone.from_ical(zone.to_ical())), ZoneInfo(name)
        for hours in range(0, 24 * 365 * 3, 5):
            wall = datetime.datetime(2025, 1, 1) + datetime.timedelta(hours=hours)
            moment = wall.replace(tzinfo=real).astimezone(UTC)
            exists = moment.astimezone(real).replace(tzinfo=None) == wall
            twice = wall.replace(tzinfo=real, fold=1).astimezone(UTC) != moment
            if exists and not twice and reader.in_utc(wall) != moment:
                wrong.append((name, wall))
    assert wrong == []
