"""A time zone as calendar programs read it (RFC 5545, VTIMEZONE): one rule a year for each change.

Outlook looks at the yearly rule and the two offsets and at nothing else, so a list of dates would
show half of the meetings an hour off. A zone without one rule for all years that count is not
written: times are then in UTC, which everybody reads alike. Not here: the meetings.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = datetime.timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BEGIN = 1970
"""The year in which each rule begins: before any meeting, as calendar programs write it too."""
_CYCLE = 28
"""After so many years the days of the week fall on the same dates again."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A moment at which the clocks change: what they show just before, and their offsets."""

    wall: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta
    name: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """A change that comes back: on the ``nth`` (1 to 4, or -1: the last) ``weekday`` (from 0:
    Monday) of ``month``.
    """

    month: int
    nth: int
    weekday: int
    time: datetime.time
    before: datetime.timedelta
    after: datetime.timedelta
    name: str

    def in_year(self, year: int) -> _Change:
        weeks = calendar.monthcalendar(year, self.month)
        days = [week[self.weekday] for week in weeks if week[self.weekday]]
        day = datetime.date(year, self.month, days[self.nth - (self.nth > 0)])
        return _Change(
            datetime.datetime.combine(day, self.time), self.before, self.after, self.name
        )


def tijdzone(naam: str, dagen: Sequence[datetime.date]) -> Timezone | None:
    """The zone for meetings on ``dagen`` (at least one); None when no rule fits all their years."""
    return _tijdzone(naam, min(dagen).year, max(dagen).year)


@cache
def _tijdzone(naam: str, eerste: int, laatste: int) -> Timezone | None:
    """The same of these years and those between; many calendars are of the same."""
    zone = ZoneInfo(naam)
    years = range(eerste, laatste + 1)
    by_year = {year: _changes(zone, year) for year in range(years[0], years[-1] + _CYCLE)}
    if not any(by_year[year] for year in years):
        now = datetime.datetime(years[0], 1, 1, tzinfo=zone)
        offset, name = now.utcoffset() or datetime.timedelta(), now.tzname() or ""
        weekday = calendar.weekday(_BEGIN, 1, 1)
        always = _Rule(1, 1, weekday, datetime.time(), offset, offset, name)
        return _zone(naam, [TimezoneStandard()], [always])
    rules = [rule for one in by_year[years[0]] if (rule := _rule(one, years, by_year))]
    if len(rules) != 2 or any(len(by_year[year]) != 2 for year in years):
        return None
    if rules[0].before != rules[1].after:
        return None
    rules.sort(key=lambda rule: rule.after)
    return _zone(naam, [TimezoneStandard(), TimezoneDaylight()], rules)


@cache
def _changes(zone: ZoneInfo, year: int) -> tuple[_Change, ...]:
    """Every change of the clocks in a year; all calendars of a site ask for the same."""
    return tuple(_find_changes(zone, year))


def _find_changes(zone: ZoneInfo, year: int) -> Iterator[_Change]:
    """By halving the day in which one lies."""
    moment = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    while moment.year == year:
        low, high = moment, moment + _DAY
        before, after = low.astimezone(zone).utcoffset(), high.astimezone(zone).utcoffset()
        moment = high
        if before is None or after is None or before == after:
            continue
        while high - low > datetime.timedelta(minutes=1):
            middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
            is_before = middle.astimezone(zone).utcoffset() == before
            low, high = (middle, high) if is_before else (low, middle)
        name = high.astimezone(zone).tzname() or ""
        yield _Change((high + before).replace(tzinfo=None), before, after, name)


def _rule(
    one: _Change, years: Sequence[int], by_year: dict[int, tuple[_Change, ...]]
) -> _Rule | None:
    """The rule by which ``one`` comes back in all ``years``; the one that holds longest after."""
    wall = one.wall
    possible = [
        _Rule(wall.month, nth, wall.weekday(), wall.time(), one.before, one.after, one.name)
        for nth in (-1, 1, 2, 3, 4)
    ]
    held = {
        rule: [rule.in_year(year) in changes for year, changes in by_year.items()]
        for rule in possible
    }
    fits = [rule for rule in possible if all(held[rule][: len(years)])]
    return max(fits, key=lambda rule: sum(held[rule]), default=None)


def _zone(
    naam: str, parts: Sequence[TimezoneStandard | TimezoneDaylight], rules: Sequence[_Rule]
) -> Timezone:
    zone = Timezone()
    zone.add("tzid", naam)
    for part, rule in zip(parts, rules, strict=True):
        part.add("dtstart", rule.in_year(_BEGIN).wall)
        part.add("tzname", rule.name)
        part.add("tzoffsetfrom", rule.before)
        part.add("tzoffsetto", rule.after)
        if rule.before != rule.after:
            day = f"{rule.nth}{_WEEKDAYS[rule.weekday]}"
            part.add("rrule", {"freq": "yearly", "bymonth": rule.month, "byday": day})
        zone.add_component(part)
    return zone
