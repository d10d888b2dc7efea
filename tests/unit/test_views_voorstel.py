"""How far a proposal got and when its next step can be: by hand, and for every route of a made-up year.

Not here: what a proposal may not be (``test_regels_voorstel.py``).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.overleg.structuur import Deelnemer, ToestandOverleg
from macros.model.overleg.vergadering import StandVergadering
from macros.model.overleg.verloop import Verloop, verloop
from macros.model.overleg.voorstel import Handeling, Voorstel, kan
from macros.model.overleg.voorstelroute import Staptaak
from macros.model.regio import SoortPartij
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.overleg import tafel
from macros.views.overleg import voorstel as views
from macros.views.overleg.komend import Moment, komend
from macros.views.overleg.planner import kalender, plan
from macros.views.overleg.regie import regie, regiepagina
from macros.views.overleg.voorstelduur import GENOEG, stapduren
from tests.langzaam import voorbeelden
from tests.unit import verzonnen_jaar as verzonnen
from tests.unit.mini import met
from tests.unit.opendata import rijen

NL = Vertaler("nl")
HERKOMST = {"bron": "verslag", "peildatum": "2022", "zekerheid": "voorbeeld"}
VANDAAG = Datum(2089, 11, 1)
"""Just before the meetings to come in data_mini; its circle meets on 1 February 2090."""
DAG = datetime.timedelta(days=1)
IDEE = "idee-uit-de-buurt"


def stap(
    overleg: str, handeling: str, datum: str = "onbekend", terug_naar: str = ""
) -> dict[str, Any]:
    back = {"terug_naar": terug_naar} if terug_naar else {}
    return {
        "overleg": overleg,
        "datum": datum,
        "handeling": handeling,
        **back,
        "herkomst": HERKOMST,
    }


def voorstel(*stappen: Mapping[str, Any], **anders: Any) -> Voorstel:
    return Voorstel.model_validate(
        {
            "id": "idee",
            "titel": "Een idee",
            "voor_ouders": "Verzonnen.",
            "route": IDEE,
            "ingediend_door": ["swv-mini"],
            "ingediend_op": "2089-10-01",
            "stappen": list(stappen),
            "herkomst": HERKOMST,
            **anders,
        }
    )


def alleen(regio: Regio, *voorstellen: Voorstel) -> Regio:
    """The region with these proposals and no other."""
    return replace(regio, voorstellen=MappingProxyType({one.id: one for one in voorstellen}))


def blik(regio: Regio, one: Voorstel, vandaag: Datum = VANDAAG) -> Blik:
    return Blik(alleen(regio, one), NL, vandaag)


def wacht(way: Verloop) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.stap.id, one.overleggen, str(one.sinds)) for one in way.wacht]


# ---------------------------------------------------------------- how far it got


def test_a_proposal_that_was_handed_in_waits_for_the_first_step(regio: Regio) -> None:
    way = verloop(regio, voorstel())
    assert wacht(way) == [("idee", ("buurt-dorp",), "2089-10-01")]
    assert (way.klaar, way.beslist, way.missers) == ({}, None, ())


def test_each_step_waits_since_the_one_before_it(regio: Regio) -> None:
    way = verloop(
        regio,
        voorstel(
            stap("buurt-dorp", "bereidde-voor", "2089-10-10"),
            stap("kring", "adviseerde-negatief", "2089-10-20"),
        ),
    )
    assert wacht(way) == [("besluit", ("raad",), "2089-10-20")]
    assert [str(day) for day in way.klaar.values()] == ["2089-10-10", "2089-10-20"]
    assert [str(one.sinds) for one in way.zetten] == ["2089-10-01", "2089-10-10"]


def test_what_was_sent_back_passes_again_from_there(regio: Regio) -> None:
    before = (
        stap("buurt-dorp", "bereidde-voor", "2089-10-02"),
        stap("kring", "adviseerde-positief", "2089-10-03"),
    )
    one = verloop(regio, voorstel(*before, stap("raad", "stuurde-terug", "2089-10-04", "advies")))
    assert wacht(one) == [("advies", ("kring",), "2089-10-04")]
    assert [step.opnieuw for step in one.wacht] == [True]
    assert [*one.klaar] == ["idee"]
    whole = verloop(regio, voorstel(*before, stap("raad", "stuurde-terug", "2089-10-04", "idee")))
    assert wacht(whole) == [("idee", ("buurt-dorp",), "2089-10-04")]
    twice = verloop(
        regio,
        voorstel(
            *before,
            stap("raad", "stuurde-terug", "2089-10-04", "advies"),
            stap("kring", "adviseerde-positief", "2089-10-05"),
            stap("raad", "stuurde-terug", "2089-10-06", "idee"),
            stap("buurt-dorp", "bereidde-voor", "2089-10-07"),
        ),
    )
    assert wacht(twice) == [("advies", ("kring",), "2089-10-07")]
    assert twice.missers == ()


def test_what_was_held_over_waits_on_and_can_be_taken_up_later(regio: Regio) -> None:
    way = verloop(
        regio,
        voorstel(
            stap("buurt-dorp", "bereidde-voor", "2089-10-02"),
            stap("kring", "hield-aan", "2089-10-20"),
        ),
    )
    assert wacht(way) == [("advies", ("kring",), "2089-10-02")]
    assert [str(one.vanaf) for one in way.wacht] == ["2089-10-20"]
    assert [one.opnieuw for one in way.wacht] == [False]


def test_after_a_decision_who_must_hear_it_waits_each_by_itself(regio: Regio) -> None:
    way = verloop(
        regio,
        voorstel(
            stap("buurt-dorp", "bereidde-voor"),
            stap("kring", "adviseerde-positief"),
            stap("raad", "wees-af", "2089-10-20"),
            stap("kring", "hoorde"),
        ),
    )
    assert way.beslist is not None
    assert way.beslist.handeling is Handeling.WEES_AF
    assert wacht(way) == [("horen", ("buurt-dorp",), "2089-10-20")]


def test_a_proposal_that_was_withdrawn_waits_for_nothing(regio: Regio) -> None:
    gone = {"op": "onbekend", "herkomst": HERKOMST}
    assert verloop(regio, voorstel(ingetrokken=gone)).wacht == ()


def _jaar(regio: Regio) -> Regio:
    return verzonnen.verzonnen_jaar(regio)


@given(data=st.data())
@voorbeelden(40)
def test_what_may_be_done_is_what_waits_and_nothing_else_moves_a_proposal(
    regio: Regio, data: st.DataObject
) -> None:
    """Over routes with branches: any allowed step is taken, and what is not allowed changes nothing."""
    year = _jaar(regio)
    route = year.routes[data.draw(st.sampled_from(sorted(year.routes)))]
    steps: list[dict[str, Any]] = []
    for _ in range(data.draw(st.integers(0, 8))):
        way = verloop(year, voorstel(*steps, route=route.id))
        done = set(way.klaar)
        ready = [
            one
            for one in route.stappen
            if one.id not in done and all(p.id in done for p in route.stappen if one.id in p.daarna)
        ]
        assert [one.stap for one in way.wacht] == ready
        assert way.missers == ()
        if not way.wacht:
            break
        wrong = data.draw(st.sampled_from(sorted(year.overleggen)))
        deed = data.draw(st.sampled_from(sorted(Handeling)))
        if not any(wrong in one.overleggen and deed in kan(one.stap.taak) for one in way.wacht):
            moved = verloop(year, voorstel(*steps, stap(wrong, deed), route=route.id))
            assert len(moved.missers) == 1
            assert (moved.klaar, moved.wacht) == (way.klaar, way.wacht)
        wait = data.draw(st.sampled_from(way.wacht))
        body = data.draw(st.sampled_from(wait.overleggen))
        does = data.draw(st.sampled_from(kan(wait.stap.taak)))
        back = ""
        if does is Handeling.STUURDE_TERUG:
            earlier = [*_ervoor(route, wait.stap.id)]
            if not earlier:
                continue
            back = data.draw(st.sampled_from(earlier))
        steps.append(stap(body, does, terug_naar=back))


def _ervoor(route: Any, key: str) -> set[str]:
    """By hand: whatever leads to a step, however far."""
    before = {one.id for one in route.stappen if key in one.daarna}
    return before.union(*(_ervoor(route, one) for one in before))


# ---------------------------------------------------------------- when the next step can be


@given(number=st.integers(0, verzonnen.ROUTES - 1), after=st.integers(0, 120))
@voorbeelden(25)
def test_who_follows_the_plan_gets_the_days_of_the_plan(
    regio: Regio, number: int, after: int
) -> None:
    """Handed in, and then each step taken on the planner's day: the next one is the planner's too."""
    year = _jaar(regio)
    route, handed = year.routes[f"route-{number}"], datetime.date(2027, 1, 1) + after * DAG
    expected = plan(route, handed, kalender(year))
    tasks = {one.id: one.taak for one in route.stappen}
    left = sorted(
        ((one.dag, one.stap, one.overleg) for one in expected.dagen if one.dag),
        key=lambda row: row[0],
    )
    steps: list[dict[str, Any]] = []
    today = handed
    for day, key, body in left:
        one = voorstel(*steps, route=route.id, ingediend_op=str(handed))
        look = blik(year, one, Datum.van(today))
        if not verloop(look.regio, one).beslist:
            planned = {(step.overleg_id, step.taak): step for step in views.volgende_stappen(look)}
            found = [step.gepland for (who, _), step in planned.items() if who == body]
            assert day in found
            can = views.voorstel(look, one.id).besluit_kan
            if can and expected.besluit:
                assert can.endswith(f" {NL.datum(Datum.van(expected.besluit))}.")
        does = next(iter(kan(tasks[key])))
        steps.append(stap(body, does, str(day)))
        today = day
    if expected.besluit:
        one = voorstel(*steps, route=route.id, ingediend_op=str(handed))
        decided = verloop(year, one).beslist
        assert decided is not None
        assert decided.dag == expected.besluit


def volgende(
    regio: Regio, one: Voorstel, vandaag: Datum = VANDAAG
) -> list[tuple[str, str, str, bool]]:
    found = views.volgende_stappen(blik(regio, one, vandaag))
    return [(s.overleg_id, str(s.gepland), str(s.eerst), s.te_laat) for s in found]


def pagina(regio: Regio, one: Voorstel, vandaag: Datum = VANDAAG) -> LexborHTMLParser:
    return LexborHTMLParser(_html(blik(regio, one, vandaag), "voorstel", one.id))


def _html(look: Blik, naam: str, *arguments: str) -> str:
    [block] = [block for block in all_blokken() if block.__name__ == naam]
    return str(block(Weergave(look).pagina("overleg/x/"), *arguments))


def tekst(boom: LexborHTMLParser, css: str) -> str:
    node = boom.css_first(css)
    assert node is not None, css
    return " ".join(node.text().split())


def test_the_next_step_is_in_the_first_meeting_for_which_papers_are_on_time(regio: Regio) -> None:
    """The neighbourhood wants its papers on the day itself."""
    assert volgende(regio, voorstel()) == [("buurt-dorp", "2089-11-10", "2089-11-10", False)]
    on_the_day = volgende(regio, voorstel(), Datum(2089, 11, 10))
    assert on_the_day == [("buurt-dorp", "2089-11-10", "2089-11-10", False)]


def test_a_step_that_could_have_been_taken_is_late_and_the_next_day_is_told_beside_it(
    regio: Regio,
) -> None:
    late = Datum(2089, 11, 11)
    assert volgende(regio, voorstel(), late) == [("buurt-dorp", "2089-11-10", "2090-06-01", True)]
    said = tekst(pagina(regio, voorstel(), late), ".rijen .rij-bij")
    assert said == (
        "Sinds 1 oktober 2089. Dat kon al op 10 november 2089. Of dat toen is gebeurd, staat niet "
        "in onze bronnen. Nu kan het op zijn vroegst op 1 juni 2090."
    )


def test_papers_that_come_after_the_last_day_wait_for_a_later_meeting(regio: Regio) -> None:
    """The circle meets on 1 February and 2 June, and wants its papers a week before."""
    for day, meeting in (("2090-01-25", "2090-02-01"), ("2090-01-26", "2090-06-02")):
        one = voorstel(stap("buurt-dorp", "bereidde-voor", day))
        [(who, planned, *_)] = volgende(regio, one, Datum(2090, 1, 31))
        assert (who, planned) == ("kring", meeting)


def test_two_steps_are_not_planned_on_one_day_and_handing_in_may_be(regio: Regio) -> None:
    """The circle meets on the day of the neighbourhood too, and wants no papers before."""
    circle = regio.overleggen["kring"].model_copy(update={"stukken_vooraf": 0})
    meeting = regio.vergaderingen["kring-2090-02-01"].model_copy(
        update={"id": "kring-ook", "datum": Datum(2089, 11, 10)}
    )
    both = met(met(regio, "overleggen", circle), "vergaderingen", meeting)
    one = voorstel(stap("buurt-dorp", "bereidde-voor", "2089-11-10"))
    assert [row[:2] for row in volgende(both, one, Datum(2089, 11, 10))] == [
        ("kring", "2090-02-01")
    ]
    handed = voorstel(ingediend_op="2089-11-10")
    assert [row[:2] for row in volgende(both, handed)] == [("buurt-dorp", "2089-11-10")]


def test_what_was_held_over_is_planned_after_that_meeting(regio: Regio) -> None:
    one = voorstel(
        stap("buurt-dorp", "bereidde-voor", "2089-11-10"), stap("kring", "hield-aan", "2090-02-01")
    )
    assert volgende(regio, one, Datum(2090, 2, 2)) == [("kring", "2090-06-02", "2090-06-02", False)]


def test_since_when_it_waits_may_be_unknown_and_then_the_first_day_from_now_counts(
    regio: Regio,
) -> None:
    one = voorstel(stap("buurt-dorp", "bereidde-voor"))
    assert volgende(regio, one) == [("kring", "2090-02-01", "2090-02-01", False)]
    assert volgende(regio, voorstel(ingediend_op="onbekend"), Datum(2089, 12)) == [
        ("buurt-dorp", "2090-06-01", "2090-06-01", False)
    ]


@pytest.mark.parametrize(
    ("anders", "why"),
    [
        (
            {"stukken_vooraf": ONBEKEND},
            "hoeveel dagen vooraf de stukken er moeten zijn, is onbekend.",
        ),
        (
            {"stukken_vooraf": 999},
            "voor geen vergadering in de kalender zijn de stukken nog op tijd.",
        ),
        ({"toestand": ToestandOverleg.VERVALLEN}, "Dit overleg is er niet meer."),
        ({"status": Status.GEARCHIVEERD}, "Dit overleg is er niet meer."),
    ],
)
def test_where_no_day_can_be_named_the_page_says_why(
    regio: Regio, anders: dict[str, Any], why: str
) -> None:
    body = regio.overleggen["buurt-dorp"].model_copy(update=anders)
    less = met(regio, "overleggen", body)
    assert volgende(less, voorstel()) == [("buurt-dorp", "None", "None", False)]
    assert why in tekst(pagina(less, voorstel()), ".rijen .rij-bij")


def test_without_a_meeting_to_come_the_page_says_so(regio: Regio) -> None:
    none = replace(regio, vergaderingen=MappingProxyType({}))
    said = tekst(pagina(none, voorstel()), ".rijen .rij-bij")
    assert "er staat geen komende vergadering in de kalender." in said


def test_what_is_decided_or_withdrawn_or_archived_has_no_next_step(regio: Regio) -> None:
    decided = regio.voorstellen["lijst-per-sector"]
    gone = voorstel(ingetrokken={"op": "2089-10-05", "herkomst": HERKOMST})
    old = voorstel(status="gearchiveerd")
    for one in (decided, gone, old):
        assert views.volgende_stappen(blik(regio, one)) == ()


def test_the_regisseur_and_who_follows_the_site_hear_of_the_same_day(regio: Regio) -> None:
    look = blik(regio, voorstel())
    [step] = [one for one in komend(look, datetime.date(2089, 12, 1)) if one.moment is Moment.STAP]
    assert (step.dag.isoformat(), step.link.pad) == ("2089-11-10", "overleg/voorstellen/idee/")
    lists = {one.id: [punt.bij for punt in one.punten] for one in regie(look)}
    assert "10 november 2089: Buurt Dorp bereidt het voor, op zijn vroegst" in lists["komend"]
    late = {one.id: one for one in regie(blik(regio, voorstel(), Datum(2089, 12, 1)))}
    assert [punt.bij for punt in late["voorstellen"].punten] == [
        "Buurt Dorp bereidt het voor: kon op 10 november 2089"
    ]


# ---------------------------------------------------------------- pages


HALVERWEGE = (
    stap("buurt-dorp", "bereidde-voor", "2089-10-10"),
    stap("kring", "adviseerde-met-vragen", "2089-10-20"),
    stap("raad", "stuurde-terug", "2089-10-25", "advies"),
)


def test_a_page_begins_with_where_it_lies_what_comes_and_when_a_decision_can_be(
    regio: Regio,
) -> None:
    page = pagina(regio, voorstel(*HALVERWEGE))
    assert tekst(page, "#nu") == "Ligt bij Kring & kern."
    rows = [" ".join(row.text().split()) for row in page.css("h1 + div > .rijen li")]
    assert rows == [
        "Nu: Kring & kern adviseert Sinds 25 oktober 2089. Dat kan op zijn vroegst op 1 februari "
        "2090: de eerste vergadering waarvoor de stukken op tijd kunnen zijn.",
        'Daarna: Raad van Mini: "samen" & verder (RvM) beslist',
    ]
    assert "kan het besluit vallen op 15 maart 2090." in (page.body.text() if page.body else "")


def test_how_far_each_step_is_stands_in_words_in_the_list_and_in_the_drawing(regio: Regio) -> None:
    page = pagina(regio, voorstel(*HALVERWEGE))
    states = ["gedaan op 10 oktober 2089", "nu, opnieuw", "komt nog", "komt nog"]
    assert [node.text() for node in page.css(".route ol strong")] == states
    boxes = [node.text() for node in page.css("svg .knoop__boven")]
    assert boxes == states
    kinds = [node.attributes["class"] for node in page.css("svg .knoop")]
    assert kinds == [f"knoop knoop--{one}" for one in ("gedaan", "nu", "straks", "straks")]
    assert [li.attributes.get("aria-current") for li in page.css(".route ol li")] == [
        None,
        "step",
        None,
        None,
    ]


def test_the_steps_say_what_was_done_when_and_how_long_it_took(regio: Regio) -> None:
    page = pagina(regio, voorstel(*HALVERWEGE, stap("kring", "hield-aan")))
    rows = [" ".join(row.text().split()) for row in page.css("#stappen + .rijen li")]
    assert rows == [
        "Buurt Dorp bereidde het voor 10 oktober 2089 · duurde 9 dagen: zo snel als de kalender toeliet",
        "Kring & kern adviseerde, met vragen 20 oktober 2089 · duurde 10 dagen: zo snel als de "
        "kalender toeliet",
        'Raad van Mini: "samen" & verder (RvM) stuurde het terug naar Kring & kern 25 oktober 2089 '
        "· duurde 5 dagen: zo snel als de kalender toeliet",
        "Kring & kern stelde het uit dag onbekend",
    ]


def test_a_step_is_held_against_what_the_calendar_allowed(regio: Regio) -> None:
    one = voorstel(stap("buurt-dorp", "bereidde-voor", "2090-06-01"))
    [row] = pagina(regio, one).css("#stappen + .rijen li")
    assert "duurde 243 dagen; volgens de kalender kon het in 40 dagen" in row.text()
    same = voorstel(stap("buurt-dorp", "bereidde-voor", "2089-10-01"))
    assert "op dezelfde dag" in pagina(regio, same).css("#stappen + .rijen li")[0].text()


def test_what_came_of_it_is_said_first(regio: Regio) -> None:
    page = pagina(regio, regio.voorstellen["lijst-per-sector"])
    assert tekst(page, "#nu").startswith("Aangenomen op 10 maart 2022. Lees het besluit")
    gone = voorstel(
        HALVERWEGE[0],
        ingetrokken={"op": "2089-11", "waarom": "Het geld is op.", "herkomst": HERKOMST},
    )
    page = pagina(regio, gone)
    assert tekst(page, "#nu") == "Ingetrokken in november 2089."
    assert "Het geld is op." in (page.body.text() if page.body else "")
    assert [node.text() for node in page.css(".route ol strong")][1:] == ["gaat niet door"] * 3
    no = voorstel(*HALVERWEGE[:2], stap("raad", "wees-af"))
    assert tekst(pagina(regio, no), "#nu") == "Afgewezen."


def test_what_nobody_knows_of_a_proposal_is_said_once(regio: Regio) -> None:
    page = pagina(regio, voorstel(ingediend_door="onbekend", ingediend_op="onbekend"))
    said = "Niet bekend: wie het indiende en wanneer het is ingediend."
    assert (page.html or "").count(said) == 1


def test_an_archived_route_is_named_and_leads_nowhere(regio: Regio) -> None:
    route = regio.routes[IDEE].model_copy(update={"status": Status.GEARCHIVEERD})
    page = pagina(met(regio, "routes", route), voorstel())
    assert "(deze route is er niet meer)" in (page.html or "")
    assert f"#{IDEE}" not in (page.html or "")


def lijst(regio: Regio, *some: Voorstel, vandaag: Datum = VANDAAG) -> LexborHTMLParser:
    return LexborHTMLParser(_html(Blik(alleen(regio, *some), NL, vandaag), "voorstellen"))


def test_without_any_proposal_the_list_says_what_will_stand_there_and_how_to_bring_one_in(
    regio: Regio,
) -> None:
    page = lijst(regio)
    assert len(page.css(".voorstellen > *")) == 1
    assert "In onze bronnen staat nog geen voorstel dat onderweg is." in tekst(page, ".inleiding")
    assert [a.attributes["href"] for a in page.css("a")] == ["../../overleg/routes/"]
    less = LexborHTMLParser(
        _html(Blik(replace(alleen(regio), routes=MappingProxyType({})), NL, VANDAAG), "voorstellen")
    )
    assert less.css("a") == []


def test_the_list_goes_by_where_they_lie_and_then_by_the_year_they_were_done(regio: Regio) -> None:
    page = lijst(
        regio,
        voorstel(*HALVERWEGE),
        voorstel(id="nieuw"),
        voorstel(id="ook", ingediend_op="onbekend"),
        voorstel(id="weg", ingetrokken={"op": "onbekend", "herkomst": HERKOMST}),
        regio.voorstellen["lijst-per-sector"],
        voorstel(id="oud", status="gearchiveerd"),
    )
    assert tekst(page, ".inleiding") == "Er zijn 3 voorstellen onderweg."
    heads = [" ".join(node.text().split()) for node in page.css("h2, h3")]
    assert heads == [
        "Ligt nu bij Buurt Dorp",
        "Ligt nu bij Kring & kern",
        "Klaar",
        "2022",
        "Jaar onbekend",
        "Hoe lang stappen duren",
    ]
    rows = [li.attributes["data-sleutel"] for li in page.css("li")]
    assert rows == ["nieuw", "ook", "idee", "lijst-per-sector", "weg"]


def test_times_of_steps_are_shown_from_enough_cases_on_and_say_of_how_many(regio: Regio) -> None:
    def some(number: int) -> list[Voorstel]:
        return [
            voorstel(stap("buurt-dorp", "bereidde-voor", f"2089-10-{day:02}"), id=f"idee-{day}")
            for day in range(11, 11 + number)
        ]

    few, enough = (
        stapduren(Blik(alleen(regio, *some(number)), NL, VANDAAG))
        for number in (GENOEG - 1, GENOEG)
    )
    assert (few.aantal, few.per_taak, few.per_overleg) == (2, (), ())
    [task], [body] = enough.per_taak, enough.per_overleg
    assert (str(task.naam), task.aantal, task.mediaan, task.langste, task.gepland) == (
        "Voorbereiden",
        3,
        11,
        12,
        11,
    )
    assert (str(body.naam), body.pad, body.met_plan) == ("Buurt Dorp", "overleg/buurt-dorp/", 3)
    assert "van 2 is bekend hoe lang die duurden." in (lijst(regio, *some(2)).html or "")


def test_what_is_not_known_or_not_over_is_not_counted(regio: Regio) -> None:
    held = voorstel(HALVERWEGE[0], stap("kring", "hield-aan", "2089-10-20"))
    assert stapduren(blik(regio, held)).aantal == 1
    assert stapduren(blik(regio, voorstel(stap("buurt-dorp", "bereidde-voor")))).aantal == 0
    month = voorstel(stap("buurt-dorp", "bereidde-voor", "2089-10"), ingediend_op="2089-09")
    assert stapduren(blik(regio, month)).aantal == 0


def test_a_body_a_speerpunt_and_a_decision_lead_to_their_proposals(regio: Regio) -> None:
    look = blik(regio, voorstel(*HALVERWEGE, speerpunten=["alles-bekend"]))
    for key, said in (("kring", "ligt nu hier"), ("raad", "ligt bij Kring & kern")):
        page = LexborHTMLParser(_html(look, "overleg", key))
        assert tekst(page, "#voorstellen + ul") == f"Een idee {said}"
    assert "voorstel, ligt bij Kring &amp; kern" in _html(look, "speerpunt", "alles-bekend")
    whole = Blik(regio, NL, VANDAAG)
    assert "overleg/voorstellen/lijst-per-sector/" in _html(
        whole, "besluit", "twee-lijsten"
    ).replace("../voorstellen", "overleg/voorstellen")


def test_the_table_has_a_row_a_proposal_with_where_it_lies(regio: Regio) -> None:
    some = (voorstel(*HALVERWEGE), regio.voorstellen["lijst-per-sector"])
    found = rijen(Blik(alleen(regio, *some), NL, VANDAAG), "voorstellen")
    told = ("titel", "ingediend_op", "stand", "ligt_bij", "volgende_stap_op", "klaar_op", "besluit")
    assert {key: [row[name] for name in told] for key, row in found.items()} == {
        "idee": ["Een idee", "2089-10-01", "onderweg", ("kring",), "2090-02-01", None, None],
        "lijst-per-sector": [
            'Een lijst per sector: "PO" & VO',
            "2021-09-01",
            "aangenomen",
            (),
            None,
            "2022-03-10",
            "twee-lijsten",
        ],
    }


# ---------------------------------------------------------------- who is at the table


def vergadering(regio: Regio, **anders: Any) -> Regio:
    one = regio.vergaderingen["raad-2022"]
    return met(regio, "vergaderingen", type(one).model_validate({**_ruw(one), **anders}))


def _ruw(one: Any) -> dict[str, Any]:
    return {
        "id": one.id,
        "titel": one.titel,
        "overleg": one.overleg,
        "datum": str(one.datum),
        "begin": "onbekend",
        "einde": "onbekend",
        "plaats": "onbekend",
        "stand": str(one.stand),
        "agenda": "onbekend",
        "herkomst": HERKOMST,
    }


def afmelding(partij: str, **anders: str) -> dict[str, str]:
    return {"partij": partij, "gemeld_op": "2022-03-01", **anders}


def test_nobody_was_absent_where_nobody_wrote_down_who_was_there(regio: Regio) -> None:
    assert list(tafel.afwezig(regio)) == []
    assert list(tafel.afwezig(vergadering(regio, afmeldingen=[afmelding("swv-mini")]))) == []


def test_who_sits_in_a_body_and_was_not_there_without_a_word_is_on_the_list(regio: Regio) -> None:
    """In the council sit Dorp and the partnership."""
    held = vergadering(regio, aanwezig=["regisseur"])
    [(one, gone)] = tafel.afwezig(held)
    assert (one.id, gone) == ("raad-2022", ("gemeente-dorp", "swv-mini"))
    told = vergadering(regio, aanwezig=["gemeente-dorp"], afmeldingen=[afmelding("swv-mini")])
    assert list(tafel.afwezig(told)) == []
    group = regio.partijen["swv-mini"].model_copy(update={"soort": SoortPartij.GROEP})
    [(_, gone)] = tafel.afwezig(met(held, "partijen", group))
    assert gone == ("gemeente-dorp",)
    lists = {one.id: [punt.bij for punt in one.punten] for one in regie(Blik(held, NL, VANDAAG))}
    assert lists["afwezig"] == ["gemeente Dorp en Samenwerkingsverband Mini"]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, True),
        ({"instemming": "ja"}, False),
        ({"instemming": "nee"}, False),
        ({"vertegenwoordigd_door": "gemeente-dorp"}, False),
    ],
)
def test_who_cannot_come_says_whether_it_agrees_or_who_speaks_for_it(
    regio: Regio, said: dict[str, str], missing: bool
) -> None:
    less = vergadering(regio, afmeldingen=[afmelding("swv-mini", **said)])
    lists = {one.id: [punt.bij for punt in one.punten] for one in regie(Blik(less, NL, VANDAAG))}
    assert lists.get("afgemeld", []) == (["Samenwerkingsverband Mini"] if missing else [])


def test_the_calendar_tells_who_was_there_and_what_who_was_not_said_before(regio: Regio) -> None:
    less = vergadering(
        regio,
        aanwezig=["gemeente-dorp"],
        afmeldingen=[
            afmelding("swv-mini", instemming="ja", vertegenwoordigd_door="gemeente-dorp"),
            afmelding("schoolbestuur-mini"),
        ],
    )
    page = LexborHTMLParser(_html(Blik(less, NL, VANDAAG), "kalender"))
    rows = [" ".join(row.text().split()) for row in page.css("#raad-2022 .rij-bij")]
    assert "Aanwezig: gemeente Dorp." in rows
    assert (
        "Vooraf afgemeld: Samenwerkingsverband Mini (stemt in; gemeente Dorp spreekt namens deze "
        'partij), Stichting "De Brug".'
    ) in rows


def haalbaar(regio: Regio, key: str, *some: dict[str, str]) -> Regio:
    one = regio.besluiten[key]
    part = type(one).model_validate(
        {
            "id": one.id,
            "titel": one.titel,
            "vergadering": one.vergadering,
            "tekst": one.tekst,
            "voor_ouders": one.voor_ouders,
            "eigenaar": "onbekend",
            "vervolg": "onbekend",
            "haalbaarheid": list(some),
            "herkomst": HERKOMST,
        }
    )
    return met(regio, "besluiten", part)


def test_feasibility_is_asked_for_from_the_first_decision_it_was_noted_with(regio: Regio) -> None:
    assert list(tafel.niet_nagegaan(regio)) == []
    noted = {"partij": "swv-mini", "haalbaar": "ja"}
    free = haalbaar(regio, "twee-lijsten")  # it replaces nothing now
    last = haalbaar(free, "twee-lijsten", noted)
    assert list(tafel.niet_nagegaan(last)) == []
    first = haalbaar(free, "lijst-maken", noted)
    assert [one.id for one in tafel.niet_nagegaan(first)] == ["twee-lijsten"]


def test_a_decision_says_of_each_party_whether_it_can_and_otherwise_what_it_can(
    regio: Regio,
) -> None:
    noted = haalbaar(
        regio,
        "twee-lijsten",
        {"partij": "swv-mini", "haalbaar": "nee", "wat_wel": "Eén lijst."},
        {"partij": "gemeente-dorp", "haalbaar": "onbekend"},
    )
    page = LexborHTMLParser(_html(Blik(noted, NL, VANDAAG), "besluit", "twee-lijsten"))
    assert [" ".join(li.text().split()) for li in page.css("#haalbaar + ul li")] == [
        "Samenwerkingsverband Mini: kan het niet waarmaken. Eén lijst.",
        "gemeente Dorp: onbekend",
    ]


def aan_tafel(regio: Regio, *partijen: str) -> Regio:
    """These sit in every body, and nobody else does."""
    seats = tuple(Deelnemer(partij=key) for key in partijen)
    bodies = (one.model_copy(update={"deelnemers": seats}) for one in regio.overleggen.values())
    return met(regio, "overleggen", *bodies)


def test_a_partner_sits_at_no_table_only_when_that_is_sure(regio: Regio) -> None:
    """Of one body nobody knows who sit there; so of nobody it can be said."""
    assert (tafel.zonder_tafel(regio), tafel.onduidelijk(regio)) == ((), 1)
    assert "van 1 overleg is niet bekend" in regiepagina(Blik(regio, NL, VANDAAG)).tafels
    known = aan_tafel(regio, "gemeente-dorp", "swv-mini")
    others = ("gemeente-eiland", "gemeente-stad", "swv-overal")
    assert (tafel.zonder_tafel(known), tafel.onduidelijk(known)) == (others, 0)
    assert regiepagina(Blik(known, NL, VANDAAG)).tafels == ""
    group = known.partijen["swv-mini"].model_copy(update={"soort": SoortPartij.GROEP})
    maybe = met(known, "partijen", group)
    assert tafel.zonder_tafel(maybe) == ()
    assert tafel.onduidelijk(maybe) > 0


def test_a_local_body_and_one_that_is_gone_are_no_regional_table(regio: Regio) -> None:
    known = aan_tafel(regio, "gemeente-dorp")
    gone = {"toestand": ToestandOverleg.VERVALLEN}
    left = met(
        known,
        "overleggen",
        *(known.overleggen[key].model_copy(update=gone) for key in ("kring", "raad", "tafel")),
    )
    assert tafel.zonder_tafel(left) == ()
    assert {one.stand for one in left.vergaderingen.values()} >= {StandVergadering.GEPLAND}


def test_every_deed_of_every_task_has_words_of_its_own() -> None:
    assert views.HANDELING.keys() == set(Handeling)
    assert {deed for task in Staptaak for deed in kan(task)} == set(Handeling)
