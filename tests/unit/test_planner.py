"""When a proposal gets through: examples to check by hand, and what holds for every route and calendar."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from statistics import median
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from macros.model.basis.datum import Datum
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.overleg.vergadering import StandVergadering
from macros.model.overleg.voorstelroute import Staptaak, Voorstelroute
from macros.rules.registry import findings
from macros.views.overleg.planner import (
    JAAR,
    Doorlooptijd,
    Kalender,
    Plan,
    Ronde,
    Stapdag,
    doorlooptijd,
    kalender,
    op_volgorde,
    plan,
    vertrekken,
)
from tests.langzaam import voorbeelden
from tests.unit import verzonnen_jaar as verzonnen

DAG = datetime.timedelta(days=1)


def dag(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def stap(key: str, overleggen: str, taak: str, daarna: str = "") -> dict[str, Any]:
    """A step; bodies and following steps as words in a text."""
    after = daarna.split()
    return {"id": key, "overleggen": overleggen.split(), "taak": taak, "daarna": after}


def route(*stappen: dict[str, Any], soort: str = "besluit") -> Voorstelroute:
    return Voorstelroute.model_validate(
        {
            "id": "route",
            "nummer": "1",
            "titel": "Een voorstel",
            "soort": soort,
            "uitleg": "Verzonnen.",
            "voor_ouders": "Verzonnen.",
            "stappen": list(stappen),
            "herkomst": verzonnen.HERKOMST,
        }
    )


def rondes(*dagen: str, vooraf: int = 0) -> tuple[Ronde, ...]:
    return tuple(Ronde(dag(one), dag(one) - vooraf * DAG) for one in dagen)


def dagen(found: Plan) -> list[tuple[str, str]]:
    """Each body with its day, as text."""
    return [(one.overleg, str(one.dag)) for one in found.dagen]


ALLEEN_RAAD = route(stap("besluit", "raad", "besluiten"))
VIA_KRING = route(
    stap("advies", "kring", "adviseren", "besluit"), stap("besluit", "raad", "besluiten")
)


# ---- examples


@pytest.mark.parametrize(
    ("ingediend", "besluit"),
    [
        ("2026-02-26", "2026-03-12"),  # fourteen days before: exactly the last day
        ("2026-02-27", "2026-04-09"),
        ("2026-03-26", "2026-04-09"),
        ("2026-03-27", "None"),
    ],
)
def test_papers_that_are_late_by_a_day_wait_for_the_next_meeting(
    ingediend: str, besluit: str
) -> None:
    calendar = {"raad": rondes("2026-03-12", "2026-04-09", vooraf=14)}
    assert str(plan(ALLEEN_RAAD, dag(ingediend), calendar).besluit) == besluit


def test_papers_can_be_handed_in_on_the_day_of_the_step_before() -> None:
    calendar = {
        "kring": rondes("2026-03-12"),
        "raad": rondes("2026-03-25", "2026-03-26", vooraf=14),
    }
    found = plan(VIA_KRING, dag("2026-03-01"), calendar)
    assert dagen(found) == [("kring", "2026-03-12"), ("raad", "2026-03-26")]
    assert found.doorlooptijd == 25


def test_a_meeting_on_the_day_of_the_step_before_is_too_early() -> None:
    calendar = {"kring": rondes("2026-03-12"), "raad": rondes("2026-03-12", "2026-03-13")}
    found = plan(VIA_KRING, dag("2026-03-12"), calendar)
    assert dagen(found) == [("kring", "2026-03-12"), ("raad", "2026-03-13")]


def test_a_step_of_more_bodies_is_done_when_the_last_of_them_is() -> None:
    what = route(
        stap("advies", "kring buurt", "adviseren", "besluit"), stap("besluit", "raad", "besluiten")
    )
    calendar = {
        "kring": rondes("2026-03-12"),
        "buurt": rondes("2026-04-01"),
        "raad": rondes("2026-03-20", "2026-04-02"),
    }
    assert plan(what, dag("2026-03-01"), calendar).besluit == dag("2026-04-02")


def test_without_a_meeting_of_one_body_there_is_no_decision() -> None:
    found = plan(VIA_KRING, dag("2026-03-01"), {"kring": rondes("2026-03-12")})
    assert dagen(found) == [("kring", "2026-03-12"), ("raad", "None")]
    assert (found.besluit, found.doorlooptijd) == (None, None)


def test_who_hears_of_a_decision_does_not_hold_it_up() -> None:
    what = route(
        stap("besluit", "raad", "besluiten", "horen"), stap("horen", "buurt", "informeren")
    )
    found = plan(what, dag("2026-03-01"), {"raad": rondes("2026-03-12")})
    assert dagen(found) == [("raad", "2026-03-12"), ("buurt", "None")]
    assert found.doorlooptijd == 11


def test_of_news_the_last_to_hear_counts() -> None:
    what = route(
        stap("buurt", "buurt", "informeren", "kring raad"),
        stap("kring", "kring", "informeren"),
        stap("raad", "raad", "informeren"),
        soort="nieuws",
    )
    calendar = {
        "buurt": rondes("2026-03-02"),
        "kring": rondes("2026-05-01"),
        "raad": rondes("2026-04-01"),
    }
    assert plan(what, dag("2026-03-01"), calendar).besluit == dag("2026-05-01")
    assert plan(what, dag("2026-03-01"), {**calendar, "raad": ()}).besluit is None


def test_the_days_to_hand_in_begin_today_and_end_with_the_last_decision() -> None:
    calendar = {
        "kring": rondes("2026-03-12", "2026-04-09", "2026-05-07", "2026-06-04", vooraf=7),
        "raad": rondes("2026-04-01", "2026-05-30"),
    }
    found = vertrekken(VIA_KRING, calendar, dag("2026-03-06"))
    assert [(str(one.ingediend), str(one.besluit)) for one in found] == [
        ("2026-04-30", "2026-05-30"),  # 2 April leads to the same decision
    ]
    [today, *_] = vertrekken(VIA_KRING, calendar, dag("2026-03-05"))
    assert (str(today.ingediend), str(today.besluit)) == ("2026-03-05", "2026-04-01")


@pytest.mark.parametrize(
    ("vergadering", "cijfers"),
    [
        ("2026-01-31", (31, 0, 15, 30)),
        ("2026-02-01", (32, 0, 15.5, 31)),
        ("2026-12-31", (365, 0, 182, 364)),
        ("2027-01-01", (365, 1, 183, 365)),
    ],
)
def test_a_year_with_one_meeting(vergadering: str, cijfers: tuple[int, int, float, int]) -> None:
    found = doorlooptijd(ALLEEN_RAAD, {"raad": rondes(vergadering)}, dag("2026-01-01"))
    assert found == Doorlooptijd(365, *cijfers)


def test_a_year_without_a_meeting_has_no_lead_times() -> None:
    nothing = Doorlooptijd(dagen=365, met_besluit=0, kortste=None, mediaan=None, langste=None)
    assert doorlooptijd(ALLEEN_RAAD, {}, dag("2026-01-01")) == nothing
    past = {"raad": rondes("2025-12-31")}
    assert doorlooptijd(ALLEEN_RAAD, past, dag("2026-01-01")) == nothing


# ---- the calendar of a region


def met(regio: Regio, **anders: Mapping[str, Any]) -> Regio:
    """The region with meetings like that of the raad in 2090, by id, each with other values."""
    like = regio.vergaderingen["raad-2090"]
    meetings = {key: like.model_copy(update={"id": key, **new}) for key, new in anders.items()}
    return replace(regio, vergaderingen=MappingProxyType(meetings))


def test_the_calendar_knows_each_meeting_and_the_last_day_for_its_papers(regio: Regio) -> None:
    assert kalender(regio)["raad"] == (
        Ronde(dag("2021-03-04"), dag("2021-02-18")),
        Ronde(dag("2022-03-10"), dag("2022-02-24")),
        Ronde(dag("2090-03-15"), dag("2090-03-01")),
    )


def test_meetings_are_in_order_of_day_whatever_they_are_called(regio: Regio) -> None:
    what = met(regio, a={"datum": Datum(2090, 5, 1)}, b={"datum": Datum(2090, 4, 1)})
    assert [str(one.dag) for one in kalender(what)["raad"]] == ["2090-04-01", "2090-05-01"]


def test_of_an_unknown_number_of_days_for_papers_no_last_day_is_made_up(regio: Regio) -> None:
    what = met(regio, een={"overleg": "tafel"})
    assert kalender(what) == {"tafel": (Ronde(dag("2090-03-15"), None),)}


def test_without_a_last_day_for_papers_there_is_no_date_unless_one_is_only_told() -> None:
    what = route(
        stap("besluit", "raad", "besluiten", "horen"), stap("horen", "buurt", "informeren")
    )
    unknown = (Ronde(dag("2026-03-12"), None),)
    found = plan(what, dag("2026-03-01"), {"raad": unknown, "buurt": unknown})
    assert dagen(found) == [("raad", "None"), ("buurt", "None")]
    calendar = {"raad": rondes("2026-03-11"), "buurt": unknown}
    found = plan(what, dag("2026-03-01"), calendar)
    assert dagen(found) == [("raad", "2026-03-11"), ("buurt", "2026-03-12")]
    assert vertrekken(what, {"raad": unknown}, dag("2026-03-01")) == ()


@pytest.mark.parametrize(
    "anders",
    [
        {"stand": StandVergadering.AFGELAST},
        {"datum": Datum(2090, 3)},
        {"datum": Datum(2090)},
        {"overleg": None},
        {"status": Status.GEARCHIVEERD},
    ],
    ids=str,
)
def test_a_meeting_that_takes_up_no_proposal_is_not_in_the_calendar(
    regio: Regio, anders: dict[str, Any]
) -> None:
    assert kalender(met(regio, een={})) != {}
    assert kalender(met(regio, een=anders)) == {}


# ---- properties

VAN = dag("2023-11-01")
"""The year from here on has a 29 February."""
OVERLEGGEN = ("a", "b", "c", "d")


def eigenschap(aantal: int) -> settings:
    """Without the phase that explains a failure: here it takes minutes."""
    return voorbeelden(aantal, phases=(Phase.generate, Phase.shrink))


SNEL = eigenschap(25)

DAGEN = st.integers(0, 150).map(lambda number: VAN + number * DAG)
VERGADERDAGEN = st.builds(
    lambda week, later: VAN + (7 * week + later) * DAG, st.integers(0, 30), st.integers(0, 1)
)
"""Two days of the week, so that bodies often meet on the same day, and papers are due on one."""


@st.composite
def kalenders(draw: st.DrawFn, meest: int = 8) -> Kalender:
    """Most bodies meet ``meest`` times, some less or never."""
    found = {}
    for key in OVERLEGGEN:
        vooraf = draw(st.sampled_from([0, 7, 10, 14, 28])) * DAG
        least = draw(st.sampled_from([meest, meest, meest, 0]))
        days = sorted(draw(st.lists(VERGADERDAGEN, min_size=least, max_size=meest)))
        found[key] = tuple(Ronde(day, day - vooraf) for day in days)
    return found


@st.composite
def routes(draw: st.DrawFn, meest: int = 3, samen: int = 3) -> Voorstelroute:
    """A route that obeys the rules: steps before and after a decision, or only news.

    At most ``meest`` steps before the decision and after it, each of at most ``samen`` bodies.
    """
    nieuws = draw(st.integers(0, 5)) == 0
    before = [] if nieuws else [f"voor-{n}" for n in range(draw(st.integers(0, meest)))]
    after = [f"na-{n}" for n in range(draw(st.integers(int(nieuws), meest)))]
    keys = [*before, *([] if nieuws else ["besluit"]), *after]
    follows: dict[str, set[str]] = {key: set() for key in keys}
    for at, key in enumerate(keys[1:], start=1):
        if key != "besluit":
            earlier = keys[len(before) if key in after else 0 : at]
            for one in draw(st.sets(st.sampled_from(earlier), min_size=1, max_size=2)):
                follows[one].add(key)
    for key in before:
        if not follows[key] or draw(st.booleans()):
            follows[key].add("besluit")
    body = st.lists(st.sampled_from(OVERLEGGEN), min_size=1, max_size=samen, unique=True)
    tasks = st.sampled_from(["voorbereiden", "adviseren", "agenderen", "informeren"])
    steps = []
    for key in keys:
        bodies, task = draw(body), draw(tasks) if key in before else "informeren"
        if key == "besluit":
            bodies, task = bodies[:1], "besluiten"
        steps.append(stap(key, " ".join(bodies), task, " ".join(sorted(follows[key]))))
    rest = draw(st.permutations(steps[1:]))
    return route(steps[0], *rest, soort="nieuws" if nieuws else "besluit")


def grens(what: Voorstelroute, key: str, ronde: Ronde) -> datetime.date:
    """The last day for a meeting to take the step ``key``: to be told needs no papers."""
    [taak] = [one.taak for one in what.stappen if one.id == key]
    assert ronde.uiterlijk is not None
    return ronde.dag - DAG if taak is Staptaak.INFORMEREN else ronde.uiterlijk


def ervoor(what: Voorstelroute, key: str) -> list[str]:
    return [one.id for one in what.stappen if key in one.daarna]


def klaar(found: Plan) -> dict[str, datetime.date]:
    """The day each step is done; a step that is never done is not there."""
    steps: dict[str, list[datetime.date | None]] = {}
    for one in found.dagen:
        steps.setdefault(one.stap, []).append(one.dag)
    return {key: max(d for d in days if d) for key, days in steps.items() if None not in days}


def aan_de_beurt(
    what: Voorstelroute, found: Plan
) -> Iterator[tuple[Stapdag, datetime.date, datetime.date]]:
    """Each step that can begin, with the first day of its papers and of its meeting."""
    done = klaar(found)
    for one in found.dagen:
        before = ervoor(what, one.stap)
        if not before:
            yield one, found.ingediend, found.ingediend
        elif all(key in done for key in before):
            last = max(done[key] for key in before)
            yield one, last, last + DAG


@pytest.fixture(scope="module")
def klachten(regio: Regio) -> Callable[[Voorstelroute], set[str]]:
    """What the rules have to say about a route, by code."""

    def zoek(what: Voorstelroute) -> set[str]:
        made_up = replace(regio, routes=MappingProxyType({what.id: what}))
        return {
            one.code
            for one in findings(made_up, Datum(2026, 11, 2))
            if one.pad.startswith("overleg/routes/")
        }

    return zoek


@eigenschap(12)
@given(what=routes())
def test_the_routes_of_these_tests_obey_the_rules(
    klachten: Callable[[Voorstelroute], set[str]], what: Voorstelroute
) -> None:
    assert klachten(what) == {"verwijzing"}  # the bodies a, b, c and d are nobody


@SNEL
@given(what=routes())
def test_each_step_comes_once_and_after_those_it_waits_for(what: Voorstelroute) -> None:
    order = [one.id for one in op_volgorde(what)]
    assert sorted(order) == sorted(one.id for one in what.stappen)
    for key in order:
        assert all(order.index(other) < order.index(key) for other in ervoor(what, key))


@SNEL
@given(what=routes(), calendar=kalenders(), day=DAGEN)
def test_nothing_happens_before_the_proposal_is_handed_in(
    what: Voorstelroute, calendar: Kalender, day: datetime.date
) -> None:
    found = plan(what, day, calendar)
    assert all(one.dag >= day for one in found.dagen if one.dag)
    assert found.doorlooptijd is None or found.doorlooptijd >= 0


@SNEL
@given(what=routes(), calendar=kalenders(), day=DAGEN)
def test_each_step_is_on_a_later_day_than_those_before_it(
    what: Voorstelroute, calendar: Kalender, day: datetime.date
) -> None:
    found = plan(what, day, calendar)
    done = klaar(found)
    for one in found.dagen:
        for key in ervoor(what, one.stap):
            assert one.dag is None or done[key] < one.dag


@SNEL
@given(what=routes(), calendar=kalenders(), day=DAGEN)
def test_each_day_is_a_meeting_of_that_body_with_its_papers_on_time(
    what: Voorstelroute, calendar: Kalender, day: datetime.date
) -> None:
    for one, papers, _ in aan_de_beurt(what, plan(what, day, calendar)):
        meetings = [ronde for ronde in calendar[one.overleg] if ronde.dag == one.dag]
        assert one.dag is None or any(grens(what, one.stap, ronde) >= papers for ronde in meetings)


@SNEL
@given(what=routes(), calendar=kalenders(), day=DAGEN)
def test_no_body_lets_a_meeting_pass_in_which_it_could_take_the_step(
    what: Voorstelroute, calendar: Kalender, day: datetime.date
) -> None:
    for one, papers, begin in aan_de_beurt(what, plan(what, day, calendar)):
        passed = [ronde for ronde in calendar[one.overleg] if ronde.dag < _of_nooit(one.dag)]
        ready = [ronde for ronde in passed if grens(what, one.stap, ronde) >= papers]
        assert not any(ronde.dag >= begin for ronde in ready)


@SNEL
@given(what=routes(), calendar=kalenders(), one=DAGEN, other=DAGEN)
def test_whoever_hands_in_earlier_never_gets_a_later_day(
    what: Voorstelroute, calendar: Kalender, one: datetime.date, other: datetime.date
) -> None:
    early, late = (plan(what, day, calendar) for day in sorted((one, other)))
    for before, after in zip(early.dagen, late.dagen, strict=True):
        assert _of_nooit(before.dag) <= _of_nooit(after.dag)
    assert _of_nooit(early.besluit) <= _of_nooit(late.besluit)


def _of_nooit(day: datetime.date | None) -> datetime.date:
    return day or datetime.date.max


def elke_keuze(
    what: Voorstelroute, day: datetime.date, calendar: Kalender
) -> Iterator[datetime.date]:
    """The decision of every choice of meetings that obeys the rules: all choices are tried.

    Only of the steps that a decision waits for, or of all when there is none.
    """
    ends = {one.id for one in what.stappen if one.taak is Staptaak.BESLUITEN}
    ends = ends or {one.id for one in what.stappen}
    needed = set(ends)
    for _ in what.stappen:
        needed |= {one.id for one in what.stappen if needed & set(one.daarna)}
    steps = [one for one in what.stappen if one.id in needed]
    seats = [(one.id, key) for one in steps for key in one.overleggen]
    for choice in product(*(calendar.get(key, ()) for _, key in seats)):
        chosen: dict[str, list[Ronde]] = {one.id: [] for one in steps}
        for (key, _), meeting in zip(seats, choice, strict=True):
            chosen[key].append(meeting)
        last = {key: max(one.dag for one in meetings) for key, meetings in chosen.items()}
        if all(_mag(what, key, meetings, last, day) for key, meetings in chosen.items()):
            yield max(last[key] for key in ends)


def _mag(
    what: Voorstelroute,
    key: str,
    meetings: list[Ronde],
    last: Mapping[str, datetime.date],
    day: datetime.date,
) -> bool:
    before = [last[other] for other in ervoor(what, key)]
    if not before:
        return all(grens(what, key, one) >= day for one in meetings)
    return all(one.dag > end and grens(what, key, one) >= end for one in meetings for end in before)


@eigenschap(60)
@given(what=routes(meest=2, samen=2), calendar=kalenders(meest=3), day=DAGEN)
def test_the_decision_is_the_first_of_all_that_any_choice_of_meetings_gives(
    what: Voorstelroute, calendar: Kalender, day: datetime.date
) -> None:
    assert plan(what, day, calendar).besluit == min(elke_keuze(what, day, calendar), default=None)


@eigenschap(12)
@given(what=routes(), calendar=kalenders(), van=DAGEN)
def test_whoever_hands_in_in_between_follows_the_next_of_the_days_to_hand_in(
    what: Voorstelroute, calendar: Kalender, van: datetime.date
) -> None:
    ahead = vertrekken(what, calendar, van)
    assert all(one.besluit and one.ingediend >= van for one in ahead)
    for number in range(260):
        day = van + number * DAG
        follows = next((one for one in ahead if one.ingediend >= day), None)
        found = plan(what, day, calendar)
        assert found.besluit == (follows.besluit if follows else None)
    assert [one.besluit for one in ahead] == sorted({one.besluit for one in ahead if one.besluit})


def nagerekend(what: Voorstelroute, calendar: Kalender, van: datetime.date) -> Doorlooptijd:
    """The same by a plan for each day."""
    plans = (plan(what, van + number * DAG, calendar) for number in range(JAAR))
    found = [one.doorlooptijd for one in plans if one.doorlooptijd is not None]
    if not found:
        return Doorlooptijd(JAAR, 0, None, None, None)
    return Doorlooptijd(JAAR, len(found), min(found), median(found), max(found))


@eigenschap(8)
@given(what=routes(), calendar=kalenders(), van=DAGEN)
def test_lead_times_are_those_of_a_plan_for_each_day(
    what: Voorstelroute, calendar: Kalender, van: datetime.date
) -> None:
    assert doorlooptijd(what, calendar, van) == nagerekend(what, calendar, van)


def test_the_made_up_year_obeys_the_rules_and_every_route_gets_through(regio: Regio) -> None:
    what = verzonnen.verzonnen_jaar(regio)
    assert (len(what.overleggen), len(what.routes)) == (30, 20)
    told = {one.code for one in findings(what, Datum(2026, 11, 2))}
    assert told <= {"vergadering-op-vrije-dag"}  # every so many days, whatever day that is
    calendar, van = kalender(what), datetime.date(verzonnen.JAAR, 1, 1)
    for one in what.routes.values():
        found = doorlooptijd(one, calendar, van)
        assert found == nagerekend(one, calendar, van)
        assert 0 < found.met_besluit < found.dagen
