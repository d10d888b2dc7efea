"""The calendars to subscribe to, read back by a parser that shares no code with what wrote them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Status, Wijziging, actief
from macros.model.geheel import Regio
from macros.model.overleg.vergadering import StandVergadering
from macros.render.kalenderbestand import als_ics, kalenderbestanden, uid
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.langzaam import voorbeelden
from tests.unit.test_views_overleg import anders
from tests.unit.verzonnen_jaar import verzonnen_jaar

SITE = "https://voorbeeld.example/map/"
VANDAAG = Datum(2023, 1, 1)


def blik(regio: Regio, taal: str = "nl") -> Blik:
    return Blik(regio, Vertaler(taal), VANDAAG)


def met(regio: Regio, *meetings: Mapping[str, Any]) -> Regio:
    """The region with meetings like that of the raad in 2090, each with other values."""
    like = regio.vergaderingen["raad-2090"]
    made = [like.model_copy(update=dict(one)) for one in meetings]
    return replace(regio, vergaderingen=MappingProxyType({one.id: one for one in made}))


def ics(regio: Regio, overleg: str = "") -> bytes:
    return als_ics(blik(regio), regio.overleggen[overleg] if overleg else None, SITE)


def gelezen(content: bytes) -> Calendar:
    """As a strict parser reads it; it refuses what is not according to the standard."""
    return IcsCalendarStream.calendar_from_ics(content.decode("utf-8"))


def enige(regio: Regio, **anders: Any) -> Event:
    """The event of the only meeting, with other values."""
    [event] = gelezen(ics(met(regio, anders))).events
    return event


def naam(calendar: Calendar) -> str:
    """What a calendar program calls it; the parser leaves a name with X as it stands in the file."""
    [found] = [one.value for one in calendar.extras if one.name == "x-wr-calname"]
    return re.sub(r"\\([\\;,])", r"\1", found)


# ---- when


@pytest.mark.parametrize(
    ("dag", "begin", "utc"),
    [
        (Datum(2026, 1, 15), datetime.time(14), "2026-01-15 13:00"),
        (Datum(2026, 7, 1), datetime.time(14), "2026-07-01 12:00"),
        (Datum(2026, 3, 28), datetime.time(19, 30), "2026-03-28 18:30"),  # the clock goes forward
        (Datum(2026, 3, 29), datetime.time(19, 30), "2026-03-29 17:30"),
        (Datum(2026, 10, 24), datetime.time(19, 30), "2026-10-24 17:30"),  # and back
        (Datum(2026, 10, 25), datetime.time(19, 30), "2026-10-25 18:30"),
        (Datum(2100, 7, 1), datetime.time(0, 30), "2100-06-30 22:30"),
    ],
    ids=str,
)
def test_a_meeting_is_at_the_same_moment_for_who_knows_amsterdam_and_who_reads_the_file(
    regio: Regio, dag: Datum, begin: datetime.time, utc: str
) -> None:
    content = ics(met(regio, {"datum": dag, "begin": begin, "einde": ONBEKEND}))
    elsewhere = content.replace(b"Europe/Amsterdam", b"Nergens/Bekend")
    for calendar in map(gelezen, (content, elsewhere)):
        [event] = calendar.events
        assert isinstance(event.dtstart, datetime.datetime)
        assert f"{event.dtstart.astimezone(datetime.UTC):%Y-%m-%d %H:%M}" == utc
        assert event.dtend is None


def test_a_meeting_in_january_and_one_in_july_in_one_file(regio: Regio) -> None:
    winter = {"id": "winter", "datum": Datum(2026, 1, 15)}
    content = ics(met(regio, winter, {"id": "zomer", "datum": Datum(2026, 7, 1)}))
    elsewhere = content.replace(b"Europe/Amsterdam", b"Nergens/Bekend")
    [first, second] = gelezen(elsewhere).events
    assert [
        str(moment.astimezone(datetime.UTC))
        for event in (first, second)
        for moment in (event.dtstart, event.dtend)
        if isinstance(moment, datetime.datetime)
    ] == [
        "2026-01-15 18:30:00+00:00",
        "2026-01-15 20:05:00+00:00",
        "2026-07-01 17:30:00+00:00",
        "2026-07-01 19:05:00+00:00",
    ]


def test_the_file_says_when_clocks_change_in_amsterdam(regio: Regio) -> None:
    [zone] = gelezen(ics(regio)).timezones
    assert zone.tz_id == "Europe/Amsterdam"
    offsets = {
        (str(one.tz_offset_from.offset), str(one.tz_offset_to.offset), *one.tz_name)
        for one in zone.daylight
    }
    assert offsets == {("1:00:00", "2:00:00", "CEST")}
    assert {name for one in zone.standard for name in one.tz_name} == {"CET"}


def test_a_meeting_of_an_unknown_time_takes_a_day_and_keeps_nobody_busy(regio: Regio) -> None:
    event = enige(regio, begin=ONBEKEND, einde=ONBEKEND)
    assert type(event.dtstart) is datetime.date
    assert event.dtstart == datetime.date(2090, 3, 15)
    assert (event.dtend, event.transparency) == (None, "TRANSPARENT")
    assert enige(regio).transparency == "OPAQUE"


# ---- what


def test_an_event_tells_what_the_meeting_is(regio: Regio) -> None:
    event = enige(regio)
    assert event.summary == 'Raad; de laatste, van "later" <2100'
    assert event.location == 'Zaal "De Kom", 2e deur; achter C:\\raad & co'
    assert event.description == (
        "Stukken uiterlijk: 1 maart 2090\n"
        "1. Terugblik: 1 < 2 & meer (ter informatie)\n2. Hoe nu verder? (ter vaststelling)\n"
        "3. Rondvraag (vast punt)"
    )
    assert str(event.url) == f"{SITE}overleg/kalender/#raad-2090"


def test_what_is_unknown_is_left_out(regio: Regio) -> None:
    silent = anders(regio, "raad", stukken_vooraf=ONBEKEND)
    event = enige(silent, plaats=ONBEKEND, agenda=ONBEKEND)
    assert (event.location, event.description) == (None, None)
    assert (enige(silent).description or "").startswith("1. Terugblik")
    assert enige(regio, agenda=ONBEKEND).description == "Stukken uiterlijk: 1 maart 2090"
    assert enige(regio, agenda=ONBEKEND, overleg=None).description is None


def test_who_may_hand_in_on_the_day_itself_is_told_that_day(regio: Regio) -> None:
    said = enige(anders(regio, "raad", stukken_vooraf=0), agenda=ONBEKEND).description
    assert said == "Stukken uiterlijk: 15 maart 2090"


LANG = "Bestuurlijke ontwikkelingen én coördinatie rondom jeugdhulpvoorzieningen, " * 4
TEKST = st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip)


@pytest.fixture(scope="module")
def bestand(regio: Regio) -> Callable[[str], bytes]:
    """A file in which everything has the same text."""

    def schrijf(text: str) -> bytes:
        agenda = regio.vergaderingen["raad-2021"].agenda
        assert not isinstance(agenda, Onbekend)
        punt = agenda[0].model_copy(update={"titel": text})
        names = {"naam": text, "afkorting": None, "stukken_vooraf": ONBEKEND}
        body = regio.overleggen["raad"].model_copy(update=names)
        what = replace(
            met(regio, {"titel": text, "plaats": text, "agenda": (punt, punt)}),
            overleggen=MappingProxyType({"raad": body}),
        )
        return ics(what, "raad")

    return schrijf


@voorbeelden(60)
@given(text=TEKST)
@example(text="komma, puntkomma; dubbele punt: \"aanhaling\" en 'enkel'")
@example(text="C:\\nieuw, C:\\Nieuw, \\; \\, en aan het eind \\")
@example(text="👩\u200d👧 €, ë en \u00a0harde spatie " + "👩" * 30)
@example(text=LANG)
@example(text="é" * 200)
@example(text="BEGIN:VEVENT")
@example(text="x" * 200 + " " * 80 + "y")
def test_any_text_comes_back_as_it_was(bestand: Callable[[str], bytes], text: str) -> None:
    content = bestand(text)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = gelezen(content)
    [event] = calendar.events
    assert (event.summary, event.location) == (text, text)
    assert event.description == (
        f"1. {text} (besluit van het OOGO)\n2. {text} (besluit van het OOGO)"
    )
    assert naam(calendar) == f"Samen in 't klein: {text}"


@pytest.mark.parametrize(
    ("stand", "status"),
    [
        ("aangekondigd", "TENTATIVE"),
        ("gepland", "CONFIRMED"),
        ("gehouden", "CONFIRMED"),
        ("afgelast", "CANCELLED"),
    ],
)
def test_calendar_programs_know_how_sure_a_meeting_is(
    regio: Regio, stand: str, status: str
) -> None:
    found = enige(regio, stand=StandVergadering(stand)).status  # type: ignore[call-arg]
    assert found is not None
    assert found.value == status


def test_every_state_of_a_meeting_can_be_written(regio: Regio) -> None:
    assert all(enige(regio, stand=one).status for one in StandVergadering)


# ---- the same event, whatever changes


def wijziging(datum: Datum) -> Wijziging:
    like = Wijziging.model_validate({"datum": "2021", "wat": "De dag is anders."})
    return like.model_copy(update={"datum": datum})


def test_an_event_keeps_its_uid_in_every_language_and_whatever_changes(regio: Regio) -> None:
    before = enige(regio)
    after = enige(
        regio,
        titel="Anders",
        datum=Datum(2089, 1, 1),
        begin=ONBEKEND,
        einde=ONBEKEND,
        overleg="kring",
        stand=StandVergadering.AFGELAST,
        wijzigingen=(wijziging(Datum(2022, 1, 1)),),
    )
    english = als_ics(blik(met(regio, {}), "en"), None, f"{SITE}en/")
    assert before.uid == after.uid == gelezen(english).events[0].uid
    assert before.summary != after.summary


def test_each_meeting_of_each_region_has_a_uid_of_its_own(regio: Regio) -> None:
    settings_ = regio.instellingen.model_copy(update={"id": "andere-regio"})
    other = replace(regio, instellingen=settings_)
    every = [
        uid(blik(which), one) for which in (regio, other) for one in which.vergaderingen.values()
    ]
    assert len(set(every)) == len(every)


def test_each_change_has_a_higher_number_and_a_later_stamp(regio: Regio) -> None:
    changes = [wijziging(Datum(2022, 5)), wijziging(Datum(2022, 6, 2)), wijziging(Datum(2023))]
    events = [enige(regio, wijzigingen=tuple(changes[:number])) for number in range(4)]
    assert [event.sequence for event in events] == [0, 1, 2, 3]
    assert [str(event.dtstamp) for event in events] == [
        "2021-06-15 00:00:00+00:00",
        "2022-05-01 00:00:00+00:00",
        "2022-06-02 00:00:00+00:00",
        "2023-01-01 00:00:00+00:00",
    ]


def test_a_cancelled_meeting_stays_where_subscribers_have_it(regio: Regio) -> None:
    before, after = enige(regio), enige(regio, stand=StandVergadering.AFGELAST)
    assert (after.uid, after.dtstart) == (before.uid, before.dtstart)


def test_a_cancelled_meeting_says_so_keeps_nobody_busy_and_asks_no_papers(regio: Regio) -> None:
    before, after = enige(regio), enige(regio, stand=StandVergadering.AFGELAST)
    assert after.summary == f"Afgelast: {before.summary}"
    assert [one.transparency for one in (before, after)] == ["OPAQUE", "TRANSPARENT"]
    described = [one.description or "" for one in (before, after)]
    assert ["Stukken uiterlijk" in one for one in described] == [True, False]
    assert described[1].startswith("1. Terugblik")


def test_a_file_is_a_calendar_and_no_invitation(regio: Regio) -> None:
    """With a METHOD some programs ask for an answer instead of keeping the calendar up to date."""
    off = ics(met(regio, {}, {"id": "af", "stand": StandVergadering.AFGELAST}))
    assert off.count(b"BEGIN:VEVENT") == 2
    assert b"METHOD" not in off


# ---- the files


def test_there_is_a_file_of_all_and_one_of_each_body_also_of_one_that_is_archived(
    regio: Regio,
) -> None:
    found = dict(kalenderbestanden(blik(regio), SITE))
    assert set(found) == {"data/v1/kalender.ics"} | {
        f"data/v1/kalender-{key}.ics"
        for key in ("ambtenaren", "buurt-dorp", "kring", "raad", "tafel", "vroeger")
    }
    assert all(gelezen(content) for content in found.values())


def test_a_file_has_the_meetings_of_its_body_alone(regio: Regio) -> None:
    what = met(
        regio,
        {"id": "van-de-raad"},
        {"id": "van-de-kring", "overleg": "kring"},
        {"id": "van-niemand", "overleg": None},
        {"id": "alleen-de-maand", "datum": Datum(2090, 3)},
        {"id": "telt-niet-meer", "status": Status.GEARCHIVEERD},
    )
    found = {
        path.removeprefix("data/v1/"): [
            str(event.url).partition("#")[2] for event in gelezen(content).events
        ]
        for path, content in kalenderbestanden(blik(what), SITE)
    }
    assert {path: ids for path, ids in found.items() if ids} == {
        "kalender.ics": ["van-de-kring", "van-de-raad", "van-niemand"],
        "kalender-kring.ics": ["van-de-kring"],
        "kalender-raad.ics": ["van-de-raad"],
    }


def test_a_body_without_meetings_has_a_calendar_to_subscribe_to(regio: Regio) -> None:
    calendar = gelezen(ics(regio, "tafel"))
    assert calendar.events == []
    assert [one.tz_id for one in calendar.timezones] == ["Europe/Amsterdam"]
    assert naam(calendar) == 'Samen in \'t klein: Tafel "zonder naam"'
    assert (calendar.version, calendar.prodid) == ("2.0", "-//Mini & Co//Samen in 't klein//NL")


def test_lines_end_and_break_as_the_standard_says(regio: Regio) -> None:
    content = ics(met(regio, {"titel": LANG, "plaats": "é" * 200}))
    *lines, last = content.split(b"\r\n")
    assert last == b""
    assert all(0 < len(line) <= 75 for line in lines)
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert [line.decode("utf-8") for line in lines][:1] == ["BEGIN:VCALENDAR"]


def test_two_builds_give_the_same_bytes(regio: Regio) -> None:
    assert [*kalenderbestanden(blik(regio), SITE)] == [*kalenderbestanden(blik(regio), SITE)]
    later = replace(blik(regio), vandaag=Datum(2024, 2, 29))
    assert als_ics(later, None, SITE) == ics(regio)


def test_text_is_in_the_language_of_the_site(regio: Regio) -> None:
    catalogue = {"Samen in 't klein": "Small", "Hoe nu verder?": "What now?"}
    english = Blik(met(regio, {}), Vertaler("en", catalogue), VANDAAG)
    calendar = gelezen(als_ics(english, None, f"{SITE}en/"))
    [event] = calendar.events
    assert naam(calendar) == "Small"
    assert "What now?" in (event.description or "")
    assert str(event.url) == f"{SITE}en/overleg/kalender/#raad-2090"


# ---- a whole year, and all there is


def test_a_whole_year_of_meetings_comes_back(regio: Regio) -> None:
    what = verzonnen_jaar(regio)
    found = {str(one.url).partition("#")[2]: one for one in gelezen(ics(what)).events}
    assert len(found) == len(what.vergaderingen) > 300
    for key, meeting in what.vergaderingen.items():
        start = found[key].dtstart
        assert start is not None
        assert Datum(start.year, start.month, start.day) == meeting.datum
        begin = start.time() if isinstance(start, datetime.datetime) else ONBEKEND
        assert begin == meeting.begin


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_meeting_that_has_a_day_can_be_subscribed_to(
    geladen: Loaded, regio: Regio, taal: str
) -> None:
    what = Blik(regio, geladen.catalogi[taal].vertaler(), VANDAAG)
    files = dict(kalenderbestanden(what, SITE))
    assert all(len(line) <= 75 for content in files.values() for line in content.split(b"\r\n"))
    found = {
        path: {
            str(one.url).partition("#")[2]: str(one.dtstart)[:10] for one in gelezen(content).events
        }
        for path, content in files.items()
    }
    meetings = [one for one in actief(regio.vergaderingen) if one.datum.dag]
    assert found["data/v1/kalender.ics"] == {one.id: str(one.datum) for one in meetings}
    for body in actief(regio.overleggen):
        own = {one.id for one in meetings if one.overleg == body.id}
        assert set(found[f"data/v1/kalender-{body.id}.ics"]) == own
