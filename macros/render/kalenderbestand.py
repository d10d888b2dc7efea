"""Meetings as an iCalendar file (RFC 5545) that people subscribe to.

An event keeps its UID whatever changes about it, so that a calendar program replaces what it has. A
meeting of which the day is unknown is not in it. Not here: which calendars there are
(``views.overleg.kalender``).
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.geheel import adres_van
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import StandVergadering, Vergadering
from macros.render.tijdzone import tijdzone
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.naam import overlegnaam
from macros.views.overleg.kalender import DOEL, kalenderbestand, op_datum
from macros.views.overleg.planner import stukken_uiterlijk

STATUS = {
    StandVergadering.AANGEKONDIGD: "TENTATIVE",
    StandVergadering.GEPLAND: "CONFIRMED",
    StandVergadering.GEHOUDEN: "CONFIRMED",
    StandVergadering.AFGELAST: "CANCELLED",
}


class _Tekst(vText):
    r"""A text in which ``\N`` stays what it is: the library takes it for a new line."""

    def to_ical(self) -> bytes:
        return rb"\\".join(vText(part).to_ical() for part in self.split("\\"))


def kalenderbestanden(blik: Blik, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every calendar file: its site path and its content. ``site_url`` ends in ``/``.

    An archived body keeps its file, for people may be subscribed to it.
    """
    yield kalenderbestand(None), als_ics(blik, None, site_url)
    for overleg in blik.regio.overleggen.values():
        yield kalenderbestand(overleg), als_ics(blik, overleg, site_url)


def als_ics(blik: Blik, overleg: Overleg | None, site_url: str) -> bytes:
    """The meetings of one body, or all; also without meetings a file that can be subscribed to."""
    v, settings = blik.v, blik.regio.instellingen
    meetings = [
        one
        for one in op_datum(blik.regio)
        if one.datum.dagdatum and (overleg is None or one.overleg == overleg.id)
    ]
    titel = str(v.tekst(settings.titel))
    naam = f"{titel}: {overlegnaam(v, overleg)}" if overleg else titel
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.naam}//{titel}//{v.taal.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _Tekst(naam))
    calendar.add("x-wr-timezone", settings.tijdzone)
    days = [day for one in meetings if (day := one.datum.dagdatum)] or [_dag(blik.vandaag)]
    zone = tijdzone(settings.tijdzone, days)
    if zone is not None:
        calendar.add_component(zone)
    for one in meetings:
        calendar.add_component(_event(blik, one, site_url, utc=zone is None))
    return bytes(calendar.to_ical())


def _event(blik: Blik, one: Vergadering, site_url: str, *, utc: bool) -> Event:
    v = blik.v
    event = Event()
    event.add("uid", uid(blik, one))
    event.add("dtstamp", _gewijzigd(one))
    event.add("sequence", len(one.wijzigingen))
    event.add("summary", _Tekst(_titel(v, one)))
    event.add("status", STATUS[one.stand])
    is_free = isinstance(one.begin, Onbekend) or one.stand is StandVergadering.AFGELAST
    event.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    for key, moment in _wanneer(blik, one, utc=utc):
        event.add(key, moment)
    if not isinstance(one.plaats, Onbekend):
        event.add("location", _Tekst(v.tekst(one.plaats).tekst))
    if text := _agenda(blik, one):
        event.add("description", _Tekst(text))
    event.add("url", f"{site_url}{adres_van(Vergadering, one.id)}")
    return event


def _titel(v: Vertaler, one: Vergadering) -> str:
    """Not every program shows the status, so the title says what does not take place."""
    titel = v.tekst(one.titel).tekst
    is_off = one.stand is StandVergadering.AFGELAST
    return v.ui(N_("Afgelast: {titel}"), titel=titel) if is_off else titel


def uid(blik: Blik, one: Vergadering) -> str:
    """The name of a meeting for calendar programs: of its id alone, in every language."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{blik.regio.instellingen.id}/vergadering/{one.id}"))


def _wanneer(
    blik: Blik, one: Vergadering, *, utc: bool
) -> Iterator[tuple[str, datetime.date | datetime.datetime]]:
    """A whole day while the time is unknown."""
    day = _dag(one.datum)
    if isinstance(one.begin, Onbekend):
        yield "dtstart", day
        return
    zone = ZoneInfo(blik.regio.instellingen.tijdzone)
    for key, time in (("dtstart", one.begin), ("dtend", one.einde)):
        if not isinstance(time, Onbekend):
            moment = datetime.datetime.combine(day, time, zone)
            yield key, moment.astimezone(datetime.UTC) if utc else moment


def _agenda(blik: Blik, one: Vergadering) -> str:
    """The last day for papers and the agenda, as far as they are known."""
    v = blik.v
    lines = []
    last = stukken_uiterlijk(blik.regio, one)
    if last and one.stand is not StandVergadering.AFGELAST:
        day = v.datum(Datum.van(last))
        lines.append(v.ui(N_("Stukken uiterlijk: {datum}"), datum=day))
    if isinstance(one.agenda, Onbekend):
        return "\n".join(lines)
    for number, punt in enumerate(one.agenda, start=1):
        doel = N_("doel onbekend") if isinstance(punt.doel, Onbekend) else DOEL[punt.doel]
        lines.append(f"{number}. {v.tekst(punt.titel)} ({v.ui(doel)})")
    return "\n".join(lines)


def _gewijzigd(one: Vergadering) -> datetime.datetime:
    """When the data of a meeting changed last: the same in every build."""
    dates = [one.herkomst.peildatum, *(change.datum for change in one.wijzigingen)]
    last = max(_dag(datum) for datum in dates)
    return datetime.datetime.combine(last, datetime.time(), datetime.UTC)


def _dag(datum: Datum) -> datetime.date:
    return datetime.date(*datum.begin)
