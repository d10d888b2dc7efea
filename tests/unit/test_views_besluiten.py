"""What the pages about meetings, decisions, documents and routes are given, and what is still to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model.agenda import Stand
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.overleg.structuur import Bevoegdheid, Deelnemer, SoortRelatie, Structuur
from macros.model.overleg.vergadering import Doel, StandVergadering, Vervolg
from macros.model.overleg.voorstelroute import Routestap, Staptaak
from macros.render.blokken import all_blokken
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.overleg import besluit, kalender, pagina, voorstelroute
from macros.views.overleg.besluit import VervolgRij
from macros.views.overleg.groepen import VEEL
from macros.views.overleg.kalender import VergaderingRij
from macros.views.overleg.regie import regie
from macros.views.overleg.voorstelroute import RouteRij, Tekort
from tests.unit.test_views_overleg import anders, nog_een, relatie, twee_lokaal

NL = Vertaler("nl")
VANDAAG = Datum(2023)
LATER = Datum(2091)
"""A day after all meetings of data_mini."""
KOMEND = ["buurt-2089-11-10", "kring-2090-02-01", "raad-2090", "buurt-2090-06-01", "kring-2090-06-02"]  # fmt: skip
IDEE, NIEUWS = "idee-uit-de-buurt", "nieuws-van-de-raad"
BESLUITEN, VERGADERINGEN = "besluiten", "vergaderingen"
GEARCHIVEERD = {"status": Status.GEARCHIVEERD}


def html(
    regio: Regio, naam: str, *arguments: str, vandaag: Datum = VANDAAG, v: Vertaler = NL
) -> str:
    """A block as it stands on a page."""
    [block] = [block for block in all_blokken() if block.__name__ == naam]
    return str(block(Weergave(Blik(regio, v, vandaag)).pagina("overleg/x/"), *arguments))


def pads(links: tuple[Link, ...]) -> list[str]:
    return [link.pad for link in links]


def vergadering(regio: Regio, key: str, vandaag: Datum = VANDAAG) -> VergaderingRij:
    return kalender.vergadering(Blik(regio, NL, vandaag), regio.vergaderingen[key])


# ---------------------------------------------------------------- the calendar


def test_what_comes_stands_first_to_last_and_what_was_last_to_first(regio: Regio) -> None:
    found = kalender.kalenderpagina(Blik(regio, NL, VANDAAG))
    assert [one.id for one in found.komend] == KOMEND
    assert [one.id for one in found.geweest] == ["raad-2022", "feest", "raad-2021"]


@pytest.mark.parametrize(
    ("datum", "stand", "vandaag", "comes"),
    [
        (Datum(2023, 5, 4), StandVergadering.GEPLAND, Datum(2023, 5, 3), True),
        (Datum(2023, 5, 4), StandVergadering.GEPLAND, Datum(2023, 5, 4), True),
        (Datum(2023, 5, 4), StandVergadering.GEPLAND, Datum(2023, 5, 5), False),
        (Datum(2023, 5, 4), StandVergadering.AFGELAST, Datum(2023, 5, 3), True),
        (Datum(2023, 5, 4), StandVergadering.GEHOUDEN, Datum(2023, 5, 4), False),
        (Datum(2023, 5), StandVergadering.AANGEKONDIGD, Datum(2023, 5, 31), True),
        (Datum(2023, 5), StandVergadering.AANGEKONDIGD, Datum(2023, 6, 1), False),
        (Datum(2023), StandVergadering.AANGEKONDIGD, Datum(2023, 12, 31), True),
        (Datum(2023), StandVergadering.AANGEKONDIGD, Datum(2024, 1, 1), False),
    ],
)
def test_a_meeting_comes_until_its_last_possible_day_unless_it_is_held(
    regio: Regio, datum: Datum, stand: StandVergadering, vandaag: Datum, comes: bool
) -> None:
    changed = anders(regio, "feest", VERGADERINGEN, datum=datum, stand=stand)
    found = kalender.kalenderpagina(Blik(changed, NL, vandaag))
    shown = ["feest" in [one.id for one in rows] for rows in (found.komend, found.geweest)]
    assert shown == [comes, not comes]


def test_a_meeting_of_a_month_stands_after_those_of_its_days(regio: Regio) -> None:
    """It may still be on the last of them."""
    more = nog_een(regio, "raad-2090", "ergens-in-maart", VERGADERINGEN, datum=Datum(2090, 3))
    more = nog_een(more, "raad-2090", "ergens-in-2090", VERGADERINGEN, datum=Datum(2090))
    last = nog_een(more, "raad-2090", "op-de-laatste", VERGADERINGEN, datum=Datum(2090, 3, 31))
    for regio_, day in ((more, []), (last, ["op-de-laatste"])):
        found = [one.id for one in kalender.kalenderpagina(Blik(regio_, NL, VANDAAG)).komend]
        assert found == [*KOMEND[:3], *day, "ergens-in-maart", *KOMEND[3:], "ergens-in-2090"]


def test_a_meeting_says_when_papers_must_be_in_or_that_nobody_knows(regio: Regio) -> None:
    silent = zonder_termijn(regio)
    assert [vergadering(one, "kring-2090-02-01").stukken for one in (regio, silent)] == [
        "25 januari 2090",
        None,
    ]
    month = anders(regio, "raad-2090", VERGADERINGEN, datum=Datum(2090, 3))
    assert vergadering(month, "raad-2090").stukken is None
    assert vergadering(regio, "feest").stukken is None


def test_papers_are_asked_only_for_a_meeting_of_a_body_that_will_take_place(regio: Regio) -> None:
    def asked(one: Regio, vandaag: Datum = VANDAAG) -> int:
        return html(one, "kalender", vandaag=vandaag).count("stukken uiterlijk")

    assert asked(regio) == len(KOMEND)
    assert asked(regio, LATER) == 0
    off = anders(regio, "raad-2090", VERGADERINGEN, stand=StandVergadering.AFGELAST)
    assert asked(off) == len(KOMEND) - 1
    assert not vergadering(off, "raad-2090").gaat_door
    assert asked(anders(regio, "raad-2090", VERGADERINGEN, overleg=None)) == len(KOMEND) - 1


def test_a_meeting_that_passed_is_not_said_to_be_planned_still(regio: Regio) -> None:
    said = [
        vergadering(regio, "raad-2090", day).stand
        for day in (Datum(2090, 3, 15), Datum(2090, 3, 16))
    ]
    assert said == ["gepland", "stond gepland"]


def test_only_of_an_announced_meeting_that_passed_nobody_knows_if_it_took_place(
    regio: Regio,
) -> None:
    said = [vergadering(regio, "feest", day).stand for day in (Datum(2021, 9, 30), Datum(2021, 10))]
    assert said == ["aangekondigd", "was aangekondigd"]
    nobody_knows = "Of zij doorging, staat niet in onze bronnen."
    for one, count in ((regio, 1), (gehouden(regio), 0)):
        assert html(one, "kalender").count(nobody_knows) == count


def test_a_meeting_of_which_the_time_is_unknown_does_not_say_one(regio: Regio) -> None:
    times = [vergadering(regio, key).tijd for key in ("raad-2021", "raad-2022", "raad-2090")]
    assert times == [None, "vanaf 09:00 uur", "19:30 tot 21:05 uur"]


def test_an_unknown_agenda_is_not_an_empty_one(regio: Regio) -> None:
    assert vergadering(regio, "raad-2022").agenda is None
    known = vergadering(regio, "raad-2021").agenda
    assert known is not None
    assert [(str(one.titel), one.doel) for one in known] == [
        ("De lijst & hoe lang die is", "besluit van het OOGO"),
        ("Wat er nog meer was", None),
    ]
    whom = [one.partijen and [str(naam) for naam in one.partijen] for one in known]
    assert whom == [["Samenwerkingsverband Mini", "gemeente Dorp"], None]
    assert [pads(one.documenten) for one in known] == [["overleg/documenten/#werkplan"], []]
    assert [pads(one.speerpunten) for one in known] == [["agenda/alles-bekend/"], []]


def test_a_gathering_of_no_body_says_so_and_stays_in_view_with_every_choice(regio: Regio) -> None:
    feest, raad = (vergadering(regio, key) for key in ("feest", "raad-2021"))
    assert (feest.overleg, feest.sleutel) == (None, "")
    assert (raad.overleg and raad.overleg.pad, raad.sleutel) == ("overleg/raad/", "raad")
    assert html(regio, "kalender").count("losse bijeenkomst") == 1


def test_a_meeting_leads_to_what_it_decided_and_to_what_happened(regio: Regio) -> None:
    decided = [pads(vergadering(regio, key).besluiten) for key in ("raad-2021", "raad-2090")]
    assert decided == [["overleg/besluiten/lijst-maken/"], []]
    happened = [vergadering(regio, key).mijlpaal for key in ("raad-2021", "raad-2090")]
    assert happened == ["totstandkoming/#begin", None]


def test_a_calendar_offers_the_bodies_that_meet_and_files_of_all(regio: Regio) -> None:
    less = anders(regio, "feest", VERGADERINGEN, **GEARCHIVEERD)
    found = kalender.kalenderpagina(Blik(less, NL, VANDAAG))
    rows = [*found.komend, *found.geweest]
    assert "feest" not in {row.id for row in rows}
    assert {one.waarde for one in found.keuzen} == {row.sleutel for row in rows}
    assert {one.waarde for one in found.keuzen} == {"buurt-dorp", "kring", "raad"}
    assert [one.bestand for one in found.abonnementen] == [
        "data/v1/kalender.ics",
        *(f"data/v1/kalender-{key}.ics" for key in ("buurt-dorp", "kring", "raad")),
    ]


def test_a_calendar_in_which_nothing_stands_is_not_offered(regio: Regio) -> None:
    month = regio
    for key in KOMEND:
        month = anders(month, key, VERGADERINGEN, datum=Datum(2090, 3))
    found = kalender.kalenderpagina(Blik(month, NL, VANDAAG)).abonnementen
    assert [one.bestand for one in found] == [
        "data/v1/kalender.ics",
        "data/v1/kalender-raad.ics",
    ]
    assert pagina.overleg(Blik(month, NL, VANDAAG), "kring").kalenderbestand is None
    assert kalender.kalenderpagina(Blik(leeg(regio), NL, VANDAAG)).abonnementen == ()
    assert "kalender.ics" not in html(leeg(regio), "kalender")


@pytest.mark.parametrize(
    ("soort", "blok", "key"),
    [(VERGADERINGEN, "kalender", "raad-2090"), (BESLUITEN, "besluiten", "lijst-maken")],
)
def test_a_list_has_a_filter_when_there_is_something_to_choose_among(
    regio: Regio, soort: str, blok: str, key: str
) -> None:
    more = regio
    while len(getattr(more, soort)) < VEEL - 1:
        more = nog_een(more, key, f"nog-{len(getattr(more, soort))}", soort)
    assert "data-filter" not in html(more, blok)
    assert "data-filter" in html(nog_een(more, key, "de-laatste", soort), blok)


def test_a_body_shows_its_own_meetings_that_come_and_are_not_cancelled(regio: Regio) -> None:
    more = nog_een(regio, "raad-2090", "raad-2090-5", VERGADERINGEN, datum=Datum(2090, 5))
    gone = nog_een(more, "raad-2090", "weg", VERGADERINGEN, stand=StandVergadering.AFGELAST)
    for one in (more, gone):
        coming = pagina.overleg(Blik(one, NL, VANDAAG), "raad").komend
        assert [(str(link.titel), link.pad) for link in coming] == [
            ("15 maart 2090", "overleg/kalender/#raad-2090"),
            ("mei 2090", "overleg/kalender/#raad-2090-5"),
        ]
    assert pagina.overleg(Blik(regio, NL, VANDAAG), "tafel").komend == ()
    assert html(regio, "overleg", "tafel").count("geen datum bekend") == 1


# ---------------------------------------------------------------- the register of decisions


def test_the_newest_decision_stands_first(regio: Regio) -> None:
    more = nog_een(regio, "lijst-maken", "a-lijst", BESLUITEN, titel="Nog een")
    rows = besluit.besluitenpagina(Blik(more, NL, VANDAAG)).rijen
    assert [(row.id, row.datum) for row in rows] == [
        ("twee-lijsten", "10 maart 2022"),
        ("a-lijst", "4 maart 2021"),
        ("lijst-maken", "4 maart 2021"),
    ]


def test_a_decision_says_what_it_replaces_and_what_replaced_it(regio: Regio) -> None:
    new, old = besluit.besluitenpagina(Blik(regio, NL, VANDAAG)).rijen
    assert (pads(new.vervangt), pads(new.vervangen_door)) == (["overleg/besluiten/lijst-maken/"], [])  # fmt: skip
    assert (pads(old.vervangt), pads(old.vervangen_door)) == ([], ["overleg/besluiten/twee-lijsten/"])  # fmt: skip
    assert [dict(row.kenmerken)["geldigheid"] for row in (new, old)] == ["geldt", "vervangen"]


def test_an_archived_decision_replaces_nothing_and_is_not_in_the_register(regio: Regio) -> None:
    less = anders(regio, "twee-lijsten", BESLUITEN, **GEARCHIVEERD)
    [row] = besluit.besluitenpagina(Blik(less, NL, VANDAAG)).rijen
    assert (row.id, row.vervangen_door) == ("lijst-maken", ())
    assert dict(row.kenmerken)["geldigheid"] == "geldt"
    assert vergadering(less, "raad-2022").besluiten == ()


def vervolg(regio: Regio, vandaag: Datum, **values: Any) -> VervolgRij:
    """The one thing to do of a decision."""
    item: dict[str, Any] = {
        "wat": "Iets doen",
        "wie": ONBEKEND,
        "uiterlijk": ONBEKEND,
        "stand": ONBEKEND,
    }
    todo = Vervolg.model_construct(**(item | values))
    changed = anders(regio, "twee-lijsten", BESLUITEN, vervolg=(todo,))
    found = besluit.besluit(Blik(changed, NL, vandaag), changed.besluiten["twee-lijsten"]).vervolg
    assert found is not None
    [row] = found
    return row


@pytest.mark.parametrize(
    ("uiterlijk", "stand", "vandaag", "late"),
    [
        (Datum(2022, 6), ONBEKEND, Datum(2022, 6, 30), False),
        (Datum(2022, 6), ONBEKEND, Datum(2022, 7, 1), True),
        (Datum(2022, 6, 15), Stand.LOOPT, Datum(2022, 6, 15), False),
        (Datum(2022, 6, 15), Stand.LOOPT, Datum(2022, 6, 16), True),
        (Datum(2022, 6), Stand.NIET_GESTART, Datum(2022, 7, 1), True),
        (Datum(2022, 6), Stand.LOOPT, Datum(2022, 7, 1), True),
        (Datum(2022, 6), Stand.AFGEROND, Datum(2022, 7, 1), False),
        (Datum(2022, 6), Stand.GESTOPT, Datum(2022, 7, 1), False),
        (ONBEKEND, Stand.LOOPT, Datum(2100), False),
    ],
)
def test_what_a_decision_asks_is_late_when_its_time_passed_and_it_is_not_known_to_be_done(
    regio: Regio, uiterlijk: Datum | Onbekend, stand: Stand | Onbekend, vandaag: Datum, late: bool
) -> None:
    assert vervolg(regio, vandaag, uiterlijk=uiterlijk, stand=stand).te_laat is late


def test_what_nobody_knows_about_a_decision_stays_unknown(regio: Regio) -> None:
    new, old = besluit.besluitenpagina(Blik(regio, NL, VANDAAG)).rijen
    assert (old.eigenaar, old.vervolg) == (None, None)
    assert new.vervolg is not None
    assert [(row.wie and str(row.wie), row.uiterlijk, row.stand) for row in new.vervolg] == [
        ("Samenwerkingsverband Mini", "juni 2022", "loopt"),
        (None, None, None),
    ]
    assert html(regio, "besluit", "twee-lijsten").count("De tijd is voorbij.") == 1


def test_what_nobody_knows_about_a_decision_is_said_once(regio: Regio) -> None:
    def said(one: Regio, key: str) -> str:
        return besluit.besluit(Blik(one, NL, VANDAAG), one.besluiten[key]).niet_bekend

    assert said(regio, "twee-lijsten") == ""
    assert said(regio, "lijst-maken") == (
        "Niet bekend: wie zorgt dat het gebeurt en wat erop volgt."
    )
    silent = te_doen(regio, wie=ONBEKEND, uiterlijk=ONBEKEND)
    assert said(silent, "twee-lijsten") == (
        "Niet bekend: wie het vervolg doet en wanneer het vervolg klaar moet zijn."
    )
    page = html(silent, "besluit", "twee-lijsten")
    assert [page.count(word) for word in ("wie: ", "uiterlijk: ", "stand: ")] == [0, 0, 2]
    assert html(regio, "besluit", "twee-lijsten").count("wie: ") == 2


def test_a_decision_gets_date_and_body_from_its_meeting(regio: Regio) -> None:
    moved = anders(regio, "raad-2022", VERGADERINGEN, overleg="kring", datum=Datum(2022, 4, 1))
    row = besluit.besluit(Blik(moved, NL, VANDAAG), moved.besluiten["twee-lijsten"])
    assert (row.overleg.pad, row.datum) == ("overleg/kring/", "1 april 2022")
    assert row.vergadering.pad == "overleg/kalender/#raad-2022"
    shown = {key: pads(pagina.overleg(Blik(moved, NL, VANDAAG), key).besluiten) for key in ("raad", "kring")}  # fmt: skip
    assert shown == {
        "raad": ["overleg/besluiten/lijst-maken/"],
        "kring": ["overleg/besluiten/twee-lijsten/"],
    }


def test_the_register_can_be_filtered_by_what_occurs_and_by_nothing_else(regio: Regio) -> None:
    found = besluit.besluitenpagina(Blik(regio, NL, VANDAAG))
    offered = {
        naam: [one.waarde for one in getattr(found.filter, naam)]
        for naam in ("overleg", "jaar", "speerpunt", "geldigheid")
    }
    assert offered == {
        "overleg": ["raad"],
        "jaar": ["2022", "2021"],
        "speerpunt": ["alles-bekend", "veel-onbekend"],
        "geldigheid": ["geldt", "vervangen"],
    }
    for naam, values in offered.items():
        in_rows = {word for row in found.rijen for word in dict(row.kenmerken)[naam].split()}
        assert in_rows == set(values)
    one_left = anders(regio, "twee-lijsten", BESLUITEN, **GEARCHIVEERD)
    less = besluit.besluitenpagina(Blik(one_left, NL, VANDAAG)).filter
    assert [one.waarde for one in (*less.jaar, *less.speerpunt)] == ["2021", "alles-bekend"]


# ---------------------------------------------------------------- news for a local body


def nieuwspaginas(regio: Regio) -> list[str]:
    pages = [one.pad for one in recordpaginas(Blik(regio, NL, VANDAAG))]
    return [pad for pad in pages if pad.endswith("/nieuws.md")]


def test_a_local_body_to_which_another_reports_has_a_page_with_news(regio: Regio) -> None:
    assert nieuwspaginas(regio) == ["overleg/buurt-dorp/nieuws.md"]
    assert (
        pagina.overleg(Blik(regio, NL, VANDAAG), "buurt-dorp").nieuws
        == "overleg/buurt-dorp/nieuws/"
    )
    two = twee_lokaal(regio)
    assert nieuwspaginas(two) == ["overleg/buurt-dorp/nieuws.md", "overleg/buurt-stad/nieuws.md"]


@pytest.mark.parametrize(
    ("naar", "soort"),
    [("buurt-dorp", SoortRelatie.ADVISEERT), ("kring", SoortRelatie.KOPPELT_TERUG)],
    ids=["no-report", "not-local"],
)
def test_no_other_body_has_news(regio: Regio, naar: str, soort: SoortRelatie) -> None:
    other = anders(regio, "raad", relaties=(relatie(regio, naar, soort),))
    assert nieuwspaginas(other) == []
    assert pagina.overleg(Blik(other, NL, VANDAAG), naar).nieuws is None


@pytest.mark.parametrize("key", ["raad", "buurt-dorp"])
def test_an_archived_body_brings_no_news_and_hears_none(regio: Regio, key: str) -> None:
    assert nieuwspaginas(anders(regio, key, **GEARCHIVEERD)) == []


def test_news_holds_what_was_decided_and_comes_of_those_who_report_and_of_no_other(
    regio: Regio,
) -> None:
    decided = nog_een(regio, "lijst-maken", "van-de-kring", BESLUITEN, vergadering="kring-2090-02-01")  # fmt: skip
    found = besluit.nieuws(Blik(decided, NL, VANDAAG), "buurt-dorp")
    assert pads(found.van) == ["overleg/raad/"]
    assert [one.id for one in found.besluiten] == ["twee-lijsten", "lijst-maken"]
    assert [one.id for one in found.komend] == ["raad-2090"]
    assert str(found.punt) == "Nieuws van de raad"

    tells = (relatie(regio, "buurt-dorp", SoortRelatie.KOPPELT_TERUG),)
    both = besluit.nieuws(Blik(anders(decided, "kring", relaties=tells), NL, VANDAAG), "buurt-dorp")
    assert pads(both.van) == ["overleg/kring/", "overleg/raad/"]
    assert [one.id for one in both.besluiten] == ["van-de-kring", "twee-lijsten", "lijst-maken"]
    assert [one.id for one in both.komend] == ["kring-2090-02-01", "raad-2090", "kring-2090-06-02"]


def test_who_reports_in_both_structures_is_named_once(regio: Regio) -> None:
    ties = [relatie(regio, "buurt-dorp", SoortRelatie.KOPPELT_TERUG, one) for one in Structuur]
    found = besluit.nieuws(
        Blik(anders(regio, "raad", relaties=(*ties,)), NL, VANDAAG), "buurt-dorp"
    )
    assert pads(found.van) == ["overleg/raad/"]


def test_news_tells_of_when_the_last_decision_is_that_we_know(regio: Regio) -> None:
    assert besluit.nieuws(Blik(regio, NL, VANDAAG), "buurt-dorp").laatste == "10 maart 2022"
    less = anders(regio, "twee-lijsten", BESLUITEN, **GEARCHIVEERD)
    assert besluit.nieuws(Blik(less, NL, VANDAAG), "buurt-dorp").laatste == "4 maart 2021"
    none = anders(less, "lijst-maken", BESLUITEN, **GEARCHIVEERD)
    assert besluit.nieuws(Blik(none, NL, VANDAAG), "buurt-dorp").laatste is None
    said = ["Het laatste besluit" in html(one, "nieuws", "buurt-dorp") for one in (regio, none)]
    assert said == [True, False]


def test_news_without_decisions_or_meetings_says_so(regio: Regio) -> None:
    silent = regio
    for key in regio.besluiten:
        silent = anders(silent, key, BESLUITEN, **GEARCHIVEERD)
    for one, day, lines in (
        (regio, VANDAAG, []),
        (silent, LATER, ["In onze bronnen staat geen besluit.", "Geen nieuwe data bekend"]),
    ):
        page = html(one, "nieuws", "buurt-dorp", vandaag=day)
        empty = ("In onze bronnen staat geen besluit.", "Geen nieuwe data bekend")
        assert [line for line in empty if line in page] == lines


# ---------------------------------------------------------------- documents


def test_a_document_says_where_it_is_used_the_newest_decision_first(regio: Regio) -> None:
    more = anders(regio, "lijst-maken", BESLUITEN, documenten=("werkplan",))
    found = besluit.basisdocumenten(Blik(more, NL, VANDAAG))
    assert {one.id: pads(one.gebruikt) for one in found.bekend} == {
        "oude-kaart": ["overleg/besluiten/twee-lijsten/", "overleg/kalender/#raad-2090"],
        "werkplan": [
            "overleg/besluiten/twee-lijsten/",
            "overleg/besluiten/lijst-maken/",
            "overleg/kalender/#raad-2021",
        ],
    }


def test_a_document_leads_to_its_address_or_says_why_not(regio: Regio) -> None:
    lost = nog_een(regio, "oude-kaart", "zoek", "documenten", titel="aantekening", adres=ONBEKEND)
    found = besluit.basisdocumenten(Blik(lost, NL, VANDAAG))
    assert [(one.id, one.adres, one.adres_label) for one in (*found.zoek, *found.bekend)] == [
        ("zoek", None, ""),
        ("oude-kaart", None, "niet openbaar"),
        ("werkplan", "https://voorbeeld.example/werkplan?jaar=2021&deel=2", ""),
    ]
    assert [one.overleg and one.overleg.pad for one in found.bekend] == [None, "overleg/raad/"]


def test_what_is_unknown_of_all_documents_is_said_once(regio: Regio) -> None:
    nowhere = "Waar ze te vinden zijn, is niet bekend"
    dates = "Van welke datum de documenten zijn, is niet bekend."
    assert [html(regio, "documenten").count(zin) for zin in (nowhere, dates)] == [0, 0]
    none = anders(regio, "werkplan", "documenten", datum=ONBEKEND)
    assert html(none, "documenten").count(dates) == 1
    for key in regio.documenten:
        none = anders(none, key, "documenten", adres=ONBEKEND)
    page = html(none, "documenten")
    assert page.count(nowhere) == 1
    assert page.count("is ook niet bekend.") == 1
    assert "onbekend" not in page


# ---------------------------------------------------------------- routes


def routes(regio: Regio, vandaag: Datum = VANDAAG) -> dict[str, RouteRij]:
    return {one.id: one for one in voorstelroute.routes(Blik(regio, NL, vandaag))}


def met_stappen(regio: Regio, *stappen: tuple[str, tuple[str, ...]]) -> Regio:
    """The region with a route of these steps: what happens, and where."""
    found = tuple(
        Routestap(
            id=taak,
            taak=Staptaak(taak),  # type: ignore[call-arg]
            overleggen=bodies,
            daarna=tuple(after for after, _ in stappen[number + 1 : number + 2]),
        )
        for number, (taak, bodies) in enumerate(stappen)
    )
    return anders(regio, IDEE, "routes", stappen=found)


def leeg(regio: Regio, *keys: str) -> Regio:
    """The region without the meetings of these bodies; of all when none is named."""
    for key, one in regio.vergaderingen.items():
        if not keys or one.overleg in keys:
            regio = anders(regio, key, VERGADERINGEN, **GEARCHIVEERD)
    return regio


def test_routes_stand_in_order_of_their_number(regio: Regio) -> None:
    assert list(routes(regio)) == [IDEE, NIEUWS]
    assert list(routes(anders(regio, IDEE, "routes", nummer=3))) == [NIEUWS, IDEE]
    assert list(routes(anders(regio, IDEE, "routes", **GEARCHIVEERD))) == [NIEUWS]


def test_local_bodies_are_one_link_and_one_of_them_has_its_name(regio: Regio) -> None:
    last = routes(regio)[IDEE].stappen[-1]
    assert pads(last.overleggen) == ["overleg/buurt-dorp/", "overleg/kring/"]
    more = met_stappen(twee_lokaal(regio), ("informeren", ("buurt-dorp", "kring", "buurt-stad")))
    [step] = routes(more)[IDEE].stappen
    assert [(str(link.titel), link.pad) for link in step.overleggen] == [
        ("Kring & kern", "overleg/kring/"),
        ("2 lokale overleggen", "overleg/#lokaal-nieuw"),
    ]


def test_of_whom_nobody_knows_if_they_may_the_route_says_so(regio: Regio) -> None:
    unsure = [pads(step.onzeker) for step in routes(regio)[IDEE].stappen]
    assert unsure == [[], [], [], []]
    assert "of dit mag, is onbekend" not in html(regio, "routes")
    silent = anders(regio, "raad", bevoegdheden=ONBEKEND)
    unsure = [pads(step.onzeker) for step in routes(silent)[IDEE].stappen]
    assert unsure == [[], [], ["overleg/raad/"], []]
    assert html(silent, "routes").count("of dit mag, is onbekend:") == 1


@pytest.mark.parametrize(
    ("taak", "mag"),
    [
        ("voorbereiden", None),
        ("adviseren", Bevoegdheid.ADVISEERT),
        ("agenderen", Bevoegdheid.STELT_AGENDA_VAST),
        ("besluiten", Bevoegdheid.BESLIST),
        ("informeren", None),
    ],
)
def test_each_task_asks_for_its_own_authority_or_for_none(
    regio: Regio, taak: str, mag: Bevoegdheid | None
) -> None:
    for one in Bevoegdheid:
        [step] = routes(anders(met_stappen(regio, (taak, ("kring",))), "kring", bevoegdheden=(one,)))[IDEE].stappen  # fmt: skip
        assert bool(step.onzeker) == (mag is not None and mag is not one)


def test_a_row_says_when_to_hand_in_and_when_each_step_can_be(regio: Regio) -> None:
    [row] = routes(regio)[IDEE].vertrekken
    assert (row.iso, row.uiterlijk) == ("2089-11-10", "10 november 2089")
    assert row.stappen == (
        "10 november 2089",
        "1 februari 2090",
        "15 maart 2090",
        "1 juni 2090 tot en met 2 juni 2090",
    )
    assert (row.einde, row.dagen) == ("15 maart 2090", "125 dagen")
    assert [(one.iso, one.einde, one.dagen) for one in routes(regio)[NIEUWS].vertrekken] == [
        ("2089-11-09", "1 februari 2090", "84 dagen"),
        ("2090-05-31", "2 juni 2090", "2 dagen"),
    ]


def test_a_day_that_is_not_in_the_calendar_is_unknown_and_not_left_out(regio: Regio) -> None:
    less = anders(regio, "kring-2090-06-02", VERGADERINGEN, **GEARCHIVEERD)
    [row] = routes(less)[IDEE].vertrekken
    assert row.stappen == ("10 november 2089", "1 februari 2090", "15 maart 2090", None)
    assert (row.einde, row.dagen) == ("15 maart 2090", "125 dagen")


def test_a_row_is_there_until_its_day_and_not_after(regio: Regio) -> None:
    days = [Datum(2089, 11, 9), Datum(2089, 11, 10), Datum(2089, 11, 11)]
    assert [len(routes(regio, day)[IDEE].vertrekken) for day in days] == [1, 1, 0]
    assert [len(routes(regio, day)[NIEUWS].vertrekken) for day in days] == [2, 1, 1]


def zonder_termijn(regio: Regio) -> Regio:
    """The region in which nobody knows when papers must be in, but of the board."""
    return ingevuld("stukken_vooraf", ONBEKEND, "buurt-dorp", "kring")(regio)


def tekorten(rows: tuple[Tekort, ...]) -> list[tuple[str, list[str]]]:
    return [(one.zin, pads(one.wie)) for one in rows]


NIEMAND = "Geen van deze overleggen heeft een komende vergadering in de kalender."
GEEN = "Geen komende vergadering in de kalender:"
STUKKEN = "Hoeveel dagen vooraf de stukken er moeten zijn, is onbekend:"


def test_a_route_says_of_whom_calendar_or_deadline_is_missing(regio: Regio) -> None:
    def missing(one: Regio, vandaag: Datum = VANDAAG) -> list[tuple[str, list[str]]]:
        return tekorten(routes(one, vandaag)[IDEE].tekorten)

    both = (STUKKEN, ["overleg/buurt-dorp/", "overleg/kring/"])
    silent = zonder_termijn(regio)
    assert missing(silent) == [both]
    assert missing(leeg(silent, "buurt-dorp")) == [(GEEN, ["overleg/buurt-dorp/"]), both]
    assert missing(leeg(silent)) == missing(silent, LATER) == [(NIEMAND, []), both]
    assert missing(regio) == []


def test_while_the_deadline_for_papers_is_unknown_no_date_is_named(regio: Regio) -> None:
    for key in ("buurt-dorp", "kring"):
        silent = anders(regio, key, stukken_vooraf=ONBEKEND)
        assert routes(silent)[IDEE].vertrekken == ()
        assert len(routes(silent)[NIEUWS].vertrekken) == 2
        assert routes(silent)[NIEUWS].tekorten == ()


def test_steps_of_more_bodies_are_told_in_the_plural(regio: Regio) -> None:
    for taak in Staptaak:
        one, more = (
            routes(met_stappen(regio, (taak, bodies)))[IDEE].stappen[0].taak
            for bodies in (("raad",), ("raad", "kring"))
        )
        assert (one, more) == (voorstelroute.TAAK[taak], voorstelroute.TAAK_MEER[taak])
    assert [step.taak for step in routes(regio)[IDEE].stappen] == [
        "bereidt voor",
        "adviseert",
        "beslist",
        "horen wat is besloten",
    ]


def test_a_decision_has_one_row_the_last_day_to_hand_in(regio: Regio) -> None:
    earlier = nog_een(regio, "buurt-2089-11-10", "eerder", VERGADERINGEN, datum=Datum(2089, 10, 1))
    for one in (regio, earlier):
        [row] = routes(one)[IDEE].vertrekken
        assert (row.uiterlijk, row.einde) == ("10 november 2089", "15 maart 2090")


def test_without_any_date_the_page_says_once_why(regio: Regio) -> None:
    for day in (VANDAAG, Datum(2089, 11, 11)):
        assert voorstelroute.zonder_data(Blik(regio, NL, day)) == ()
    why = voorstelroute.zonder_data(Blik(regio, NL, LATER))
    assert tekorten(why)[0] == (NIEMAND, [])
    assert why == routes(leeg(regio))[IDEE].tekorten
    some, none = (html(regio, "routes", vandaag=day) for day in (VANDAAG, LATER))
    assert [page.count(NIEMAND) for page in (some, none)] == [0, 1]
    assert ["overleg/planner/" in page for page in (some, none)] == [True, False]
    assert "<table" not in some + none
    assert "<table" in html(regio, "planner")


def test_the_planner_is_there_as_long_as_anything_can_be_planned(regio: Regio) -> None:
    def pages(one: Regio, day: Datum) -> list[str]:
        found = [page.pad for page in recordpaginas(Blik(one, NL, day))]
        return [pad for pad in found if pad == "overleg/planner.md"]

    assert pages(regio, VANDAAG) == pages(regio, Datum(2090, 5, 31)) == ["overleg/planner.md"]
    assert pages(regio, Datum(2090, 6, 1)) == pages(regio, LATER) == []
    assert pages(leeg(regio), VANDAAG) == []
    assert pages(replace(regio, routes={}), VANDAAG) == []


@pytest.mark.parametrize(
    ("block", "arguments"), [("routes", ()), ("doorlooptijd", ()), ("nieuws", ("buurt-dorp",))]
)
def test_a_name_that_is_not_translated_keeps_its_language(
    regio: Regio, block: str, arguments: tuple[str, ...]
) -> None:
    """Also in the middle of a sentence of the interface."""
    silent = anders(anders(regio, "raad", bevoegdheden=ONBEKEND), "raad", stukken_vooraf=ONBEKEND)
    page = LexborHTMLParser(html(leeg(silent, "raad"), block, *arguments, v=Vertaler("en")))
    dutch = {one.naam for one in regio.overleggen.values()} | {"Nieuws van de raad"}
    for node in page.css("body *"):
        own = "".join(
            part.text(deep=False) for part in node.iter(include_text=True) if part.tag == "-text"
        )
        if any(naam in own for naam in dutch):
            assert node.attributes.get("lang") == "nl", node.html


def test_a_body_leads_to_the_routes_it_is_on(regio: Regio) -> None:
    assert {
        key: pads(pagina.overleg(Blik(regio, NL, VANDAAG), key).routes)
        for key in ("buurt-dorp", "raad", "tafel")
    } == {
        "buurt-dorp": [f"overleg/routes/#{IDEE}", f"overleg/routes/#{NIEUWS}"],
        "raad": [f"overleg/routes/#{IDEE}"],
        "tafel": [],
    }


def test_a_body_says_how_many_days_before_the_papers_must_be_in(regio: Regio) -> None:
    said = [
        pagina.overleg(
            Blik(anders(regio, "raad", stukken_vooraf=days), NL, VANDAAG), "raad"
        ).stukken_vooraf
        for days in (ONBEKEND, 1, 14)
    ]
    assert said == [None, "1 dag van tevoren", "14 dagen van tevoren"]


def test_the_lead_time_is_told_in_a_sentence_over_a_year_of_days(regio: Regio) -> None:
    found = voorstelroute.doorlooptijden(Blik(regio, NL, Datum(2089, 11, 1)))
    assert (found.van, found.tot, found.dagen) == ("1 november 2089", "31 oktober 2090", 365)
    [row] = found.rijen
    assert (row.pad, row.zin) == (
        f"overleg/routes/#{IDEE}",
        "De helft van de besluiten valt binnen 129,5 dagen na het indienen: op zijn snelst na 125, "
        "op zijn laatst na 134. Op 10 van de 365 dagen is er een besluit in zicht.",
    )
    assert found.tekorten == routes(regio)[IDEE].tekorten


def test_without_a_calendar_no_lead_time_is_named(regio: Regio) -> None:
    found = voorstelroute.doorlooptijden(Blik(leeg(regio), NL, VANDAAG))
    assert [row.zin for row in found.rijen] == [
        "Met deze kalender komt geen voorstel tot een besluit."
    ]
    page = html(leeg(regio), "doorlooptijd")
    assert "<table" not in page
    assert page.count("Nu valt er niets te berekenen") == 1
    assert page.count(NIEMAND) == 1
    assert "niets te berekenen" not in html(regio, "doorlooptijd", vandaag=Datum(2089, 11, 1))


def test_of_two_routes_that_without_a_decision_says_so_in_the_table(regio: Regio) -> None:
    two = nog_een(regio, IDEE, "stil", "routes", nummer=3)
    silent = anders(two, "stil", "routes", stappen=met_stappen(two, ("besluiten", ("tafel",))).routes[IDEE].stappen)  # fmt: skip
    page = html(silent, "doorlooptijd", vandaag=Datum(2089, 11, 1))
    assert page.count(">niet te berekenen</td>") == 3


# ---------------------------------------------------------------- for the regisseur


def lijsten(regio: Regio, vandaag: Datum) -> dict[str, list[str]]:
    return {
        one.id: [punt.link.pad for punt in one.punten] for one in regie(Blik(regio, NL, vandaag))
    }


def zonder_eigenaar(regio: Regio) -> Regio:
    """Nobody knows who sees to the decision that counts."""
    return anders(regio, "twee-lijsten", BESLUITEN, eigenaar=ONBEKEND)


def bij(regio: Regio, vandaag: Datum, id: str) -> list[tuple[str, str]]:
    """What a list says beside each thing to look at."""
    [found] = [one for one in regie(Blik(regio, NL, vandaag)) if one.id == id]
    return [(re.split("[#/]", punt.link.pad.rstrip("/"))[-1], punt.bij) for punt in found.punten]


def test_of_what_the_region_has_nothing_of_the_regisseur_has_no_list(regio: Regio) -> None:
    bare = replace(regio, vergaderingen={}, besluiten={}, routes={}, speerpunten={}, hulp={})
    bare = replace(bare, voorstellen={})
    bodies = ["bevoegdheid", "voorzitter", "deelnemers", "taak"]
    assert [*lijsten(bare, Datum(2022))] == ["komend", *bodies]
    assert len(lijsten(regio, Datum(2022))) == 13


@pytest.mark.parametrize(
    ("id", "forms"),
    [
        ("trekkers", ["speerpunten/veel-onbekend.yml?veld=bestuurlijk_trekker"]),
        ("over-tijd", ["speerpunten/veel-onbekend.yml?veld=acties.1.stand"]),
    ],
)
def test_each_line_of_the_regisseur_leads_to_the_field_that_is_to_be_filled_in(
    regio: Regio, id: str, forms: list[str]
) -> None:
    [found] = [one for one in regie(Blik(regio, NL, Datum(2023))) if one.id == id]
    shown = [one.formulier.removeprefix("beheer/#/pad/") for one in found.punten]
    assert [one for one in shown if one.startswith("speerpunten/")] == forms


def test_help_that_is_due_for_a_look_is_a_line_of_the_regisseur(regio: Regio) -> None:
    assert bij(regio, Datum(2029, 12, 31), "hulp") == []
    due = bij(regio, Datum(2030, 1, 1), "hulp")
    assert len(due) == len(regio.hulp)
    assert ("consulent", "gezien: juni 2021") in due
    [found] = [one for one in regie(Blik(regio, NL, Datum(2030, 1, 1))) if one.id == "hulp"]
    assert "beheer/#/pad/hulp/consulent.yml?veld=controle_op" in [
        punt.formulier for punt in found.punten
    ]


def test_the_regisseur_sees_six_weeks_ahead_in_order_of_day(regio: Regio) -> None:
    assert bij(regio, Datum(2090, 2, 1), "komend") == [
        ("kring-2090-02-01", "1 februari 2090; de agenda is nog onbekend"),
        ("raad-2090", "1 maart 2090: laatste dag voor de stukken"),
        ("raad-2090", "15 maart 2090"),
    ]


@pytest.mark.parametrize(
    ("vandaag", "seen"),
    [
        (Datum(2090, 1, 31), ["1 maart 2090: laatste dag voor de stukken"]),
        (Datum(2090, 2, 1), ["1 maart 2090: laatste dag voor de stukken", "15 maart 2090"]),
        (Datum(2090, 3, 1), ["1 maart 2090: laatste dag voor de stukken", "15 maart 2090"]),
        (Datum(2090, 3, 2), ["15 maart 2090"]),
        (Datum(2090, 3, 15), ["15 maart 2090"]),
        (Datum(2090, 3, 16), []),
    ],
    ids=str,
)
def test_what_comes_is_listed_from_six_weeks_before_until_its_day(
    regio: Regio, vandaag: Datum, seen: list[str]
) -> None:
    assert [said for key, said in bij(regio, vandaag, "komend") if key == "raad-2090"] == seen


@pytest.mark.parametrize(
    "values",
    [
        {"stand": StandVergadering.AFGELAST},
        {"stand": StandVergadering.GEHOUDEN},
        {"datum": Datum(2090, 3)},
        GEARCHIVEERD,
    ],
    ids=["cancelled", "held", "of-no-day", "archived"],
)
def test_a_meeting_that_does_not_come_on_a_day_is_not_among_what_comes(
    regio: Regio, values: dict[str, Any]
) -> None:
    less = anders(regio, "raad-2090", VERGADERINGEN, **values)
    assert "raad-2090" not in dict(bij(less, Datum(2090, 2, 20), "komend"))


def te_doen(regio: Regio, **values: Any) -> Regio:
    """The first thing to do of the newest decision gets these values."""
    todo = regio.besluiten["twee-lijsten"].vervolg
    assert not isinstance(todo, Onbekend)
    first = todo[0].model_copy(update=values)
    return anders(regio, "twee-lijsten", BESLUITEN, vervolg=(first, *todo[1:]))


def test_what_a_decision_asks_comes_by_its_last_day_with_who_does_it(regio: Regio) -> None:
    day = Datum(2022, 5, 20)
    row = ("twee-lijsten", "30 juni 2022: klaar (Samenwerkingsverband Mini)")
    assert bij(regio, day, "komend") == [row]
    nobody = te_doen(regio, wie=ONBEKEND, uiterlijk=Datum(2022, 5, 20))
    assert bij(nobody, day, "komend") == [("twee-lijsten", "20 mei 2022: klaar (wie: onbekend)")]
    for due, today, said in (
        (Datum(2022), Datum(2022, 12, 1), "31 december 2022: klaar"),
        (Datum(2024, 2), Datum(2024, 2, 29), "29 februari 2024: klaar"),
    ):
        [(_, words)] = bij(te_doen(regio, uiterlijk=due), today, "komend")
        assert words.startswith(said)
    for stand in (Stand.AFGEROND, Stand.GESTOPT):
        assert bij(te_doen(regio, stand=stand), day, "komend") == []


def test_what_is_late_says_since_when_and_who_the_newest_first(regio: Regio) -> None:
    assert bij(regio, LATER, "over-tijd") == [
        ("actie-lijst-delen", "uiterlijk 2023 (Regisseur)"),
        ("twee-lijsten", "uiterlijk juni 2022 (Samenwerkingsverband Mini)"),
        ("actie-opschrijven", "uiterlijk december 2021 (wie: onbekend)"),
    ]
    old = te_doen(regio, uiterlijk=Datum(2021, 7), wie=ONBEKEND)
    assert bij(old, LATER, "over-tijd")[-1] == (
        "twee-lijsten",
        "uiterlijk juli 2021 (wie: onbekend)",
    )


def test_the_regisseur_sees_what_is_late_first_and_then_what_is_missing(regio: Regio) -> None:
    found = lijsten(zonder_eigenaar(zonder_termijn(regio)), LATER)
    assert found == {
        "komend": [],
        "over-tijd": [
            "agenda/alles-bekend/#actie-lijst-delen",
            "overleg/besluiten/twee-lijsten/",
            "agenda/veel-onbekend/#actie-opschrijven",
        ],
        "voorstellen": [],
        "niet-bijgewerkt": [f"overleg/kalender/#{key}" for key in ("feest", *KOMEND)],
        "hulp": [f"hulp/#{key}" for key in regio.hulp],
        "agendapunten": ["overleg/kalender/#raad-2021"],
        "eigenaar": ["overleg/besluiten/twee-lijsten/"],
        "trekkers": ["agenda/veel-onbekend/"],
        "stukken": ["overleg/buurt-dorp/", "overleg/kring/"],
        "bevoegdheid": ["overleg/buurt-dorp/", "overleg/tafel/"],
        "voorzitter": [f"overleg/{key}/" for key in ("ambtenaren", "buurt-dorp", "kring", "tafel")],
        "deelnemers": ["overleg/tafel/"],
        "taak": ["overleg/tafel/"],
    }
    assert list(found)[:4] == ["komend", "over-tijd", "voorstellen", "niet-bijgewerkt"]


def test_what_is_unknown_is_never_listed_as_what_is_not_there(regio: Regio) -> None:
    for one in regie(Blik(zonder_eigenaar(zonder_termijn(regio)), NL, LATER)):
        assert one.id in ("komend", "over-tijd", "voorstellen", "hulp") or "niet bekend" in one.kop
        assert "zonder" not in one.kop


def test_of_a_decision_that_was_replaced_nothing_is_late_or_coming_or_without_owner(
    regio: Regio,
) -> None:
    replaced = nog_een(
        zonder_eigenaar(regio), "twee-lijsten", "drie", BESLUITEN, vervangt=("twee-lijsten",)
    )
    replaced = anders(replaced, "drie", BESLUITEN, vervolg=ONBEKEND, eigenaar="swv-mini")
    for one, here in ((regio, True), (replaced, False)):
        late = besluit.besluit(Blik(one, NL, LATER), one.besluiten["twee-lijsten"]).vervolg
        assert late is not None
        assert [row.te_laat for row in late] == [here, False]
        assert ("twee-lijsten" in dict(bij(one, LATER, "over-tijd"))) is here
        assert ("twee-lijsten" in dict(bij(one, Datum(2022, 5, 20), "komend"))) is here
    assert lijsten(replaced, LATER)["eigenaar"] == []


def test_what_is_still_to_come_is_not_late(regio: Regio) -> None:
    found = lijsten(regio, Datum(2021, 3, 1))
    assert (found["over-tijd"], found["niet-bijgewerkt"]) == ([], [])


def ingevuld(veld: str, value: Any, *keys: str) -> Callable[[Regio], Regio]:
    """These bodies get this value; all when none is named."""

    def fill(regio: Regio) -> Regio:
        for key in keys or regio.overleggen:
            regio = anders(regio, key, **{veld: value})
        return regio

    return fill


def afgerond(regio: Regio) -> Regio:
    """Every action is done."""
    done = {"stand": Stand.AFGEROND}
    for key, one in regio.speerpunten.items():
        acties = tuple(actie.model_copy(update=done) for actie in one.acties)
        regio = anders(regio, key, "speerpunten", acties=acties)
    todo = regio.besluiten["twee-lijsten"].vervolg
    assert not isinstance(todo, Onbekend)
    items = tuple(item.model_copy(update=done) for item in todo)
    return anders(regio, "twee-lijsten", BESLUITEN, vervolg=items)


def gehouden(regio: Regio) -> Regio:
    """Every meeting took place."""
    for key in regio.vergaderingen:
        regio = anders(regio, key, VERGADERINGEN, stand=StandVergadering.GEHOUDEN)
    return regio


def agenda(regio: Regio, **values: object) -> Regio:
    """Both items of a meeting get these values."""
    punten = regio.vergaderingen["raad-2021"].agenda
    assert not isinstance(punten, Onbekend)
    items = tuple(punt.model_copy(update=values) for punt in punten)
    return anders(regio, "raad-2021", VERGADERINGEN, agenda=items)


def nagekeken(regio: Regio) -> Regio:
    """Somebody looked at all help, and shall again in a hundred years."""
    for key in regio.hulp:
        regio = anders(regio, key, "hulp", controle_op=Datum(2100))
    return regio


WAT = {"doel": Doel.TER_INFORMATIE, "partijen": ("regisseur",)}
TREKKERS = {"bestuurlijk_trekker": "regisseur", "ambtelijk_trekker": "regisseur"}
PARTNERS = ("gemeente-dorp", "gemeente-eiland", "gemeente-stad", "swv-mini", "swv-overal")
INGEVULD: dict[str, Callable[[Regio], Regio]] = {
    "over-tijd": afgerond,
    "niet-bijgewerkt": gehouden,
    "hulp": nagekeken,
    "agendapunten": lambda regio: agenda(regio, **WAT),
    "eigenaar": lambda regio: anders(regio, "twee-lijsten", BESLUITEN, eigenaar="swv-mini"),
    "trekkers": lambda regio: anders(regio, "veel-onbekend", "speerpunten", **TREKKERS),
    "stukken": ingevuld("stukken_vooraf", 7),
    "bevoegdheid": ingevuld("bevoegdheden", (Bevoegdheid.INFORMEERT,)),
    "voorzitter": ingevuld("voorzitter", "wethouder"),
    "deelnemers": ingevuld("deelnemers", tuple(Deelnemer(partij=key) for key in PARTNERS)),
    "taak": ingevuld("taak", "Praten."),
}
"""What empties each list."""


@pytest.mark.parametrize("id", INGEVULD)
def test_what_is_filled_in_leaves_its_list_and_no_other(regio: Regio, id: str) -> None:
    silent = zonder_eigenaar(zonder_termijn(regio))
    before, after = (lijsten(one, LATER) for one in (silent, INGEVULD[id](silent)))
    assert before[id]
    assert after == before | {id: []}


def test_every_list_can_be_emptied(regio: Regio) -> None:
    found = [one for one in lijsten(regio, LATER) if one != "voorstellen"]
    assert found == ["komend", *INGEVULD]
    for fill in INGEVULD.values():
        regio = fill(regio)
    assert not any(lijsten(regio, LATER).values())
    page = html(regio, "regie", vandaag=LATER)
    assert page.count("Er is nu niets dat om een hand vraagt.") == 1
    assert [one for one in INGEVULD if f'id="{one}"' in page] == []


def test_what_asks_for_a_hand_comes_first_then_the_tasks_then_what_is_unknown(
    regio: Regio,
) -> None:
    page = LexborHTMLParser(html(zonder_eigenaar(regio), "regie", vandaag=LATER))
    places = [node.attributes["id"] for node in page.css("h2")]
    assert places == ["over-tijd", "niet-bijgewerkt", "hulp", "taken", "onbekend"]
    assert "De komende" not in page.html if page.html else False
    unknown = [node.attributes["id"] for node in page.css("details[id]")]
    assert unknown[:2] == ["agendapunten", "eigenaar"]
    task = page.css_first("#taken")
    assert "Regisseur" in task.text()
    doing = [one.text() for one in page.css("#taken + ul li")]
    assert doing == ["Houdt alles bij elkaar", "Maakt de agenda & de stukken"]


def test_each_thing_to_look_at_opens_the_workbench_and_leads_to_its_place(regio: Regio) -> None:
    page = LexborHTMLParser(html(regio, "regie", vandaag=LATER))
    rows = page.css(".rijen > li")
    assert len(rows) == sum(len(one) for one in lijsten(regio, LATER).values())
    for row in rows:
        form, place, *rest = [node.attributes["href"] or "" for node in row.css("a")]
        assert form.startswith("../../beheer/#/pad/")
        assert place.startswith("../../")
        assert rest == []


@pytest.mark.parametrize("veld", WAT)
def test_an_agenda_item_with_one_of_two_unknown_is_on_the_list(regio: Regio, veld: str) -> None:
    found = lijsten(agenda(regio, **(WAT | {veld: ONBEKEND})), LATER)
    assert found["agendapunten"] == ["overleg/kalender/#raad-2021"] * 2


@pytest.mark.parametrize("trekker", TREKKERS)
def test_a_speerpunt_with_one_of_two_leads_is_still_without_a_lead(
    regio: Regio, trekker: str
) -> None:
    half = anders(regio, "veel-onbekend", "speerpunten", **(TREKKERS | {trekker: ONBEKEND}))
    assert lijsten(half, VANDAAG)["trekkers"] == ["agenda/veel-onbekend/"]


def test_a_body_on_no_route_needs_no_deadline_for_papers(regio: Regio) -> None:
    assert regio.overleggen["tafel"].stukken_vooraf is ONBEKEND
    assert "overleg/tafel/" not in lijsten(regio, VANDAAG)["stukken"]
    on_route = met_stappen(regio, ("voorbereiden", ("tafel",)), ("besluiten", ("raad",)))
    assert lijsten(on_route, VANDAAG)["stukken"] == ["overleg/tafel/"]
    told = met_stappen(regio, ("besluiten", ("raad",)), ("informeren", ("tafel",)))
    assert lijsten(told, VANDAAG)["stukken"] == []
