"""What the pages about arrangements and lessons are given: coverage, filters, payers, what is unknown.

Counts are compared with a recount that is written the other way round, on made-up arrangements.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace
from itertools import product
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.model.agenda import Stand
from macros.model.arrangement import (
    Arrangement,
    Arrangementvorm,
    Doelgroep,
    Financiering,
    Geldstroom,
    Lesthema,
    SoortArrangement,
    SoortBevinding,
    ToestandArrangement,
)
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, may_be_unknown
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.regio import Sector
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.arrangement import leren
from macros.views.arrangement.basis import BEVINDING, LESTHEMA, ONBEKEND_WOORD, VORM
from macros.views.arrangement.dekking import (
    LABEL,
    Dekking,
    betalers,
    bevindingen,
    dekking,
    dekkingstabel,
)
from macros.views.arrangement.overzicht import op_titel, overzicht
from macros.views.arrangement.pagina import ArrangementPagina, arrangement
from macros.views.basis import Link
from macros.views.blik import Blik
from tests.langzaam import voorbeelden
from tests.unit.test_views import kaal
from tests.unit.test_views_overleg import anders, nog_een

NL = Vertaler("nl")
VANDAAG = Datum(2023)
KLAS, ERGENS, EILAND, PROEF = "klas-en-kliniek", "ergens-iets", "oude-zorgklas", "proef-stad"
GEMEENTEN = ("gemeente-dorp", "gemeente-eiland", "gemeente-stad")
GEARCHIVEERD = {"status": Status.GEARCHIVEERD}
PROPERTY = voorbeelden(30)

VAST = {
    "soort": SoortArrangement.OZA,
    "toestand": ToestandArrangement.LOPEND,
    "vorm": Arrangementvorm.COLLECTIEF,
    "sectoren": (Sector.PO,),
    "gemeenten": ("gemeente-dorp",),
}
"""An arrangement that certainly serves one square: Dorp, a fixed group, PO."""


def pads(links: tuple[Link, ...]) -> list[str]:
    return [link.pad for link in links]


def html(regio: Regio, naam: str, *arguments: str, vandaag: Datum = VANDAAG) -> LexborHTMLParser:
    """A block as it stands on a page."""
    [block] = [block for block in all_blokken() if block.__name__ == naam]
    page = Weergave(Blik(regio, NL, vandaag)).pagina("arrangementen/")
    return LexborHTMLParser(str(block(page, *arguments)))


# ---------------------------------------------------------------- made-up arrangements


def of_onbekend(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.just(ONBEKEND) | strategy


def enkele(values: Any) -> st.SearchStrategy[Any]:
    """A list of one or more of them, or unknown."""
    return of_onbekend(st.lists(st.sampled_from(values), min_size=1, unique=True).map(tuple))


VERZONNEN = st.fixed_dictionaries(
    {
        "soort": st.sampled_from(SoortArrangement),
        "status": st.sampled_from((Status.ACTIEF,) * 4 + (Status.GEARCHIVEERD,)),
        "titel": st.sampled_from(("Boom", "aap", "Zon", "wei")),
        "toestand": of_onbekend(st.sampled_from(ToestandArrangement)),
        "vorm": of_onbekend(st.sampled_from(Arrangementvorm)),
        "sectoren": enkele(Sector),
        "gemeenten": enkele(GEMEENTEN),
        "doelgroepen": enkele(Doelgroep),
        "financiering": enkele(Geldstroom).map(
            lambda found: (
                found
                if found is ONBEKEND
                else tuple(Financiering(stroom=stream) for stream in found)
            )
        ),
    }
)


def met_alleen(regio: Regio, *values: dict[str, Any]) -> Regio:
    """The region with these arrangements and no others."""
    one = regio.arrangementen[KLAS]
    made = [
        one.model_copy(update={"id": f"a{number}", **more}) for number, more in enumerate(values)
    ]
    return replace(regio, arrangementen=MappingProxyType({one.id: one for one in made}))


verzonnen = given(soorten=st.lists(VERZONNEN, max_size=6))
Soorten = list[dict[str, Any]]


def tellend(soorten: Soorten) -> Soorten:
    """Those that are active, and arrangements."""
    active = [one for one in soorten if one["status"] is Status.ACTIEF]
    return [one for one in active if one["soort"] is SoortArrangement.OZA]


# ---------------------------------------------------------------- coverage

Vak = tuple[str, Arrangementvorm, Sector]


def vakken(one: dict[str, Any], always: bool) -> set[Vak]:
    """The squares an arrangement serves: certainly, or as far as anyone knows."""

    def among(value: Any, every: Any) -> list[Any]:
        if value is ONBEKEND:
            return [] if always else list(every)
        return list(value) if isinstance(value, tuple) else [value]

    return set(
        product(
            among(one["gemeenten"], GEMEENTEN),
            among(one["vorm"], Arrangementvorm),
            among(one["sectoren"], Sector),
        )
    )


def naverteld(soorten: Soorten) -> dict[Vak, str]:
    """Each square with its answer, from the arrangements to the squares."""
    told = dict.fromkeys(product(GEMEENTEN, Arrangementvorm, Sector), "niet gevonden")
    runs = [one for one in tellend(soorten) if one["toestand"] is ToestandArrangement.LOPEND]
    open_ = (ONBEKEND, ToestandArrangement.GEPLAND)
    may_run = [one for one in tellend(soorten) if one["toestand"] in open_]
    for one in (*runs, *may_run):
        told.update(dict.fromkeys(vakken(one, always=False), "onbekend"))
    for one in runs:
        told.update(dict.fromkeys(vakken(one, always=True), "aanwezig"))
    return told


@PROPERTY
@verzonnen
def test_the_coverage_is_that_of_a_plain_recount(regio: Regio, soorten: Soorten) -> None:
    told = naverteld(soorten)
    found = dekkingstabel(Blik(met_alleen(regio, *soorten), NL, VANDAAG))
    counted = Counter(told.values())
    words = ("aanwezig", "onbekend", "niet gevonden")
    assert found.totalen == tuple((word, counted[word]) for word in words)
    assert found.vakken == len(told) == 3 * 3 * 6
    ids = {regio.gemeenten[key].naam: key for key in GEMEENTEN}
    shown: dict[Vak, str] = {}
    for rij in found.rijen:
        for naam in re.split(", | en ", rij.gemeenten):
            for vorm, cel in zip(Arrangementvorm, rij.cellen, strict=True):
                for _, word, sectoren in cel.sectoren:
                    for sector in sectoren.split(", "):
                        square = (ids[naam], vorm, Sector(sector))  # type: ignore[call-arg]
                        assert square not in shown
                        shown[square] = word
    assert shown == told
    assert len({rij.cellen for rij in found.rijen}) == len(found.rijen)


@PROPERTY
@verzonnen
def test_what_is_not_there_yet_is_planned_or_an_idea_and_no_pilot(
    regio: Regio, soorten: Soorten
) -> None:
    changed = met_alleen(regio, *soorten)
    ahead = (ToestandArrangement.GEPLAND, ToestandArrangement.IDEE)
    wanted = {
        f"arrangementen/a{number}/"
        for number, one in enumerate(soorten)
        if one in tellend(soorten) and one["toestand"] in ahead
    }
    found = pads(dekkingstabel(Blik(changed, NL, VANDAAG)).gepland)
    assert set(found) == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({}, Dekking.AANWEZIG),
        ({"toestand": ONBEKEND}, Dekking.ONBEKEND),
        ({"vorm": ONBEKEND}, Dekking.ONBEKEND),
        ({"sectoren": ONBEKEND}, Dekking.ONBEKEND),
        ({"gemeenten": ONBEKEND}, Dekking.ONBEKEND),
        ({"gemeenten": ("gemeente-stad",)}, Dekking.NIET_GEVONDEN),
        ({"gemeenten": ("gemeente-stad",), "sectoren": ONBEKEND}, Dekking.NIET_GEVONDEN),
        ({"vorm": Arrangementvorm.ZORG_OP_SCHOOL}, Dekking.NIET_GEVONDEN),
        ({"sectoren": (Sector.SBO, Sector.VO)}, Dekking.NIET_GEVONDEN),
        ({"soort": SoortArrangement.PILOT}, Dekking.NIET_GEVONDEN),
        ({"toestand": ToestandArrangement.IDEE}, Dekking.NIET_GEVONDEN),
        ({"toestand": ToestandArrangement.GEPLAND}, Dekking.ONBEKEND),
        ({"toestand": ToestandArrangement.GESTOPT, "vorm": ONBEKEND}, Dekking.NIET_GEVONDEN),
    ],
)
def test_one_arrangement_gives_one_answer(
    regio: Regio, values: dict[str, Any], answer: Dekking
) -> None:
    [one] = met_alleen(regio, {**VAST, **values}).arrangementen.values()
    assert dekking((one,), "gemeente-dorp", Arrangementvorm.COLLECTIEF, Sector.PO) is answer


def test_one_that_is_there_counts_for_more_than_one_that_may_be(regio: Regio) -> None:
    unknown: dict[str, Any] = {**VAST, "vorm": ONBEKEND}
    for order in ([unknown, VAST], [VAST, unknown]):
        both = tuple(met_alleen(regio, *order).arrangementen.values())
        found = dekking(both, "gemeente-dorp", Arrangementvorm.COLLECTIEF, Sector.PO)
        assert found is Dekking.AANWEZIG


def test_the_three_answers_are_told_apart_in_words_and_on_the_page(regio: Regio) -> None:
    assert len({NL.ui(label) for label in LABEL.values()}) == len(Dekking) == 3
    page = html(met_alleen(regio, VAST, {**VAST, "gemeenten": ("gemeente-stad",), "vorm": ONBEKEND}), "dekking")  # fmt: skip
    cells = {
        (row.css_first("th").text(), cell.attributes["data-kop"]): [
            (part.attributes["class"].split("--")[1], part.text()) for part in cell.css("span")
        ]
        for row in page.css("tbody tr")
        for cell in row.css("td")
    }
    rest = "SBO, SO, VO, VSO, MBO"
    group = NL.ui(VORM[Arrangementvorm.COLLECTIEF])
    assert cells["Dorp", group] == [("aanwezig", "aanwezig: PO"), ("niet-gevonden", f"niet gevonden: {rest}")]  # fmt: skip
    assert cells["'s-Stad", group] == [("onbekend", "onbekend: PO"), ("niet-gevonden", f"niet gevonden: {rest}")]  # fmt: skip
    assert cells["Eiland & Wad", group] == [("niet-gevonden", f"niet gevonden: PO, {rest}")]
    numbers = [int(one.text()) for one in page.css_first("details p").css("strong")]
    assert numbers == [1, 3, 50]


def test_where_municipalities_do_not_differ_there_is_no_table(regio: Regio) -> None:
    """One sentence for one answer, else a row for each form."""
    same = met_alleen(regio, {**VAST, "gemeenten": GEMEENTEN})
    page = html(same, "dekking")
    assert page.css("table") == []
    assert [one.text() for one in page.css(".rijen strong:first-child")][:1] == ["zorg op school"]
    assert len(page.css(".rijen > li")) == len(VORM)
    for values, answer in (
        ((), Dekking.NIET_GEVONDEN),
        (({"gemeenten": ONBEKEND, "vorm": ONBEKEND, "sectoren": ONBEKEND},), Dekking.ONBEKEND),
        (
            [
                {**VAST, "gemeenten": GEMEENTEN, "vorm": vorm, "sectoren": tuple(Sector)}
                for vorm in Arrangementvorm
            ],
            Dekking.AANWEZIG,
        ),
    ):
        alike = met_alleen(regio, *[{**VAST, **one} for one in values])
        found = dekkingstabel(Blik(alike, NL, VANDAAG))
        assert found.overal
        assert [count for _, count in found.totalen][list(Dekking).index(answer)] == found.vakken
        assert html(alike, "dekking").css(".rijen, table") == []


# ---------------------------------------------------------------- who pays


@PROPERTY
@verzonnen
def test_who_pays_is_that_of_a_plain_recount(regio: Regio, soorten: Soorten) -> None:
    found = betalers(Blik(met_alleen(regio, *soorten), NL, VANDAAG))
    paid: dict[str, set[str]] = {}
    for number, one in enumerate(soorten):
        if one not in tellend(soorten):
            continue
        pays = one["financiering"]
        names = ["onbekend"] if pays is ONBEKEND else [str(part.stroom) for part in pays]
        for naam in names:
            paid.setdefault(naam, set()).add(f"arrangementen/a{number}/")
    assert {balk.soort: set(pads(balk.arrangementen)) for balk in found.balken} == paid
    for balk in found.balken:
        assert balk.aantal == len(balk.arrangementen) == len(paid[balk.soort])
    order = [*map(str, Geldstroom), "onbekend"]
    assert [balk.soort for balk in found.balken] == [one for one in order if one in paid]
    without = [one for one in Geldstroom if str(one) not in paid]
    assert len(re.split(", | en ", found.geen)) == len(without) or not without
    assert bool(found.geen) == bool(without)
    known = len(tellend(soorten)) - len(paid.get("onbekend", ()))
    assert found.bekend == known
    if known or not tellend(soorten):
        assert [int(one) for one in re.findall(r"\d+", found.zin)] == [known, len(tellend(soorten))]
    else:
        assert found.zin == "Niet bekend: wie de arrangementen betaalt."


def test_the_drawing_and_its_table_say_the_same(regio: Regio) -> None:
    page = html(regio, "betalers")
    drawn = [one.text() for one in page.css("svg text")]
    rows = [
        f"{row.css_first('th').text()}: {row.css_first('td').text()}"
        for row in page.css("tbody tr")
    ]
    assert drawn == rows
    assert drawn == ["onderwijsbekostiging: 1", "Jeugdwet (gemeente): 1", "Zorgverzekeringswet: 1", "onbekend: 1"]  # fmt: skip
    assert len(page.css("svg rect")) == len(drawn)
    assert "onbekend" not in page.css("p")[-1].text()


def test_a_share_is_shown_when_a_source_names_it_and_else_nothing_is_said(regio: Regio) -> None:
    found = arrangement(Blik(regio, NL, VANDAAG), KLAS).betalers
    assert found is not None
    assert [(one.naam, one.aandeel, str(one.toelichting)) for one in found] == [
        ("onderwijsbekostiging", 60, "de leraren & de boeken"),
        ("Jeugdwet (gemeente)", None, "None"),
    ]
    items = [one.text() for one in html(regio, "arrangement", KLAS).css("li")]
    assert "onderwijsbekostiging: 60% (de leraren & de boeken)" in items
    assert "Jeugdwet (gemeente)" in items


# ---------------------------------------------------------------- the inventory

FILTERS = ("gemeente", "vorm", "doelgroep", "sector", "betaler", "toestand")


def waarden(one: Arrangement, naam: str) -> Any:
    """What an arrangement has for a filter: a set of words, or unknown."""
    found = {
        "gemeente": one.gemeenten,
        "vorm": one.vorm,
        "doelgroep": one.doelgroepen,
        "sector": one.sectoren,
        "betaler": one.financiering,
        "toestand": one.toestand,
    }[naam]
    if found is ONBEKEND:
        return ONBEKEND
    every = found if isinstance(found, tuple) else (found,)
    return {str(getattr(part, "stroom", part)) for part in every}


@PROPERTY
@verzonnen
def test_a_choice_keeps_what_fits_and_what_is_unknown(regio: Regio, soorten: Soorten) -> None:
    """Of the state, unknown is a choice of its own."""
    changed = met_alleen(regio, *soorten)
    found = overzicht(Blik(changed, NL, VANDAAG))
    assert [keus.name for keus in fields(found.filter)] == list(FILTERS)
    for rij, naam in product(found.rijen, FILTERS):
        have = waarden(changed.arrangementen[rij.id], naam)
        said = dict(rij.kenmerken).get(naam)
        if naam == "toestand" and have is ONBEKEND:
            have = {"onbekend"}
        assert (said is None) == (have is ONBEKEND)
        for keus in getattr(found.filter, naam):
            shown = said is None or keus.waarde in said.split(" ")
            assert shown == (have is ONBEKEND or keus.waarde in have)


@PROPERTY
@verzonnen
def test_rows_stand_by_title_and_pilots_last(regio: Regio, soorten: Soorten) -> None:
    found = op_titel(met_alleen(regio, *soorten))
    assert {one.id for one in found} == {
        f"a{number}" for number, one in enumerate(soorten) if one["status"] is Status.ACTIEF
    }
    pilots = [one.soort is SoortArrangement.PILOT for one in found]
    assert pilots == sorted(pilots)
    for pilot in (False, True):
        titles = [
            one.titel.lower() for one in found if (one.soort is SoortArrangement.PILOT) is pilot
        ]
        assert titles == sorted(titles)


def test_every_value_can_be_chosen_also_one_that_no_row_has(regio: Regio) -> None:
    keuzen = overzicht(Blik(regio, NL, VANDAAG)).filter
    offered = {naam: [keus.waarde for keus in getattr(keuzen, naam)] for naam in FILTERS}
    assert offered == {
        "gemeente": list(GEMEENTEN),
        "vorm": list(map(str, Arrangementvorm)),
        "doelgroep": list(map(str, Doelgroep)),
        "sector": list(map(str, Sector)),
        "betaler": list(map(str, Geldstroom)),
        "toestand": [*map(str, ToestandArrangement), "onbekend"],
    }
    for naam in FILTERS:
        labels = [keus.label.tekst for keus in getattr(keuzen, naam)]
        assert len(set(labels)) == len(labels)


def test_a_row_says_what_is_known_and_shows_what_is_not(regio: Regio) -> None:
    page = html(regio, "arrangementen")
    rows = {row.attributes["data-sleutel"]: row for row in page.css("li[data-telt]")}
    assert list(rows) == [EILAND, KLAS, ERGENS, PROEF]
    said = {key: row.css_first(".rij-bij").text() for key, row in rows.items()}
    assert said == {
        EILAND: "Eiland & Wad · psychische problemen · VO",
        KLAS: "Dorp · gedrag en niet naar school · 6 tot 12 jaar",
        ERGENS: "",
        PROEF: "proef · 's-Stad · SO en VSO",
    }
    states = {key: [end.text() for end in row.css(".rij-eind")] for key, row in rows.items()}
    assert states[ERGENS] == []
    assert states[KLAS] == ["liep op 15 juni 2021"]
    assert page.css_first(".niet-bekend").text().startswith("Staat er geen stand bij, dan is niet")


def test_what_is_unknown_of_every_arrangement_is_said_once_with_its_date(regio: Regio) -> None:
    blank: dict[str, Any] = {"financiering": ONBEKEND, "toestand": ONBEKEND}
    looked = {
        "gezocht_op": SimpleNamespace(financiering=Datum(2026, 11), toestand=Datum(2026, 11, 2))
    }
    some = met_alleen(regio, *[{**blank, **looked}] * 3)
    found = overzicht(Blik(some, NL, VANDAAG))
    said = "Niet bekend: of het er nu is en wie wat betaalt."
    assert found.onbekend == f"{said} Gezocht in november 2026, niets gevonden."
    one_without = met_alleen(regio, {**blank, **looked}, blank)
    assert overzicht(Blik(one_without, NL, VANDAAG)).onbekend == said
    assert (found.filter.betaler, [keus.waarde for keus in found.filter.toestand]) == (
        (),
        ["onbekend"],
    )
    page = html(some, "arrangementen")
    assert [one.attributes["name"] for one in page.css("select")] == [
        *("gemeente", "doelgroep", "sector", "vorm")
    ]
    known = met_alleen(regio, blank, {**blank, "toestand": ToestandArrangement.LOPEND})
    assert overzicht(Blik(known, NL, VANDAAG)).onbekend == (
        "Staat er geen stand bij, dan is niet bekend of het er nu is. Niet bekend: wie wat betaalt."
    )


@pytest.mark.parametrize("aantal", [0, 1, 300])
def test_the_inventory_holds_none_one_or_many(regio: Regio, aantal: int) -> None:
    page = html(met_alleen(regio, *[VAST] * aantal), "arrangementen")
    assert len(page.css("li[data-telt]")) == aantal
    assert len(page.css("form")) == bool(aantal)
    assert ("Er staan hier nog geen arrangementen." in page.body.text()) == (not aantal)


@pytest.mark.parametrize("key", [KLAS, EILAND])
def test_a_state_says_as_of_when(regio: Regio, key: str) -> None:
    """What ran in the year of the source may not be there today."""
    state = arrangement(Blik(regio, NL, VANDAAG), key).toestand
    assert state is not None
    date = NL.datum(regio.arrangementen[key].herkomst.peildatum)
    [row] = [one for one in overzicht(Blik(regio, NL, VANDAAG)).rijen if one.id == key]
    assert row.toestand is not None
    assert date in state
    assert date in row.toestand


# ---------------------------------------------------------------- the page of an arrangement

OP_DE_PAGINA = {"financiering": "betalers"}
"""Fields that have another name on the page."""
MAG_ONBEKEND = [
    naam for naam, info in Arrangement.model_fields.items() if may_be_unknown(info.annotation)
]


def blijft(one: ArrangementPagina, naam: str) -> Any:
    return getattr(one, OP_DE_PAGINA.get(naam, naam))


@pytest.mark.parametrize("naam", MAG_ONBEKEND)
def test_what_is_unknown_stays_so_on_the_page_and_is_listed(regio: Regio, naam: str) -> None:
    """One field at a time, of an arrangement of which all else is known."""
    known = arrangement(Blik(regio, NL, VANDAAG), KLAS)
    assert blijft(known, naam) not in (None, "", ())
    assert known.onbekend == ""
    found = arrangement(
        Blik(anders(regio, KLAS, "arrangementen", **{naam: ONBEKEND}), NL, VANDAAG), KLAS
    )
    assert blijft(found, naam) is None
    assert found.onbekend == f"Niet bekend: {ONBEKEND_WOORD[naam]}."
    others = {field.name for field in fields(known)} - {OP_DE_PAGINA.get(naam, naam), "onbekend"}
    assert all(getattr(found, other) == getattr(known, other) for other in others)


def test_every_field_that_may_be_unknown_has_words_for_it() -> None:
    assert sorted(ONBEKEND_WOORD) == sorted(MAG_ONBEKEND)
    assert len(set(ONBEKEND_WOORD.values())) == len(ONBEKEND_WOORD)


def test_a_page_on_which_all_is_unknown_says_so_once(regio: Regio) -> None:
    page = html(regio, "arrangement", ERGENS)
    assert (
        page.css_first("#onbekend").text() == arrangement(Blik(regio, NL, VANDAAG), ERGENS).onbekend
    )
    assert all(woord in page.css_first("#onbekend").text() for woord in ONBEKEND_WOORD.values())
    assert [one.text() for one in page.css(".onbekend")] == ["onbekend"]  # whether it is there
    assert page.css("#zeven ~ h3") == []
    assert "None" not in page.html  # type: ignore[operator]


def test_a_page_shows_of_the_seven_what_is_known(regio: Regio) -> None:
    heads = [one.text() for one in html(regio, "arrangement", KLAS).css("#zeven ~ h3")]
    assert heads == ["Doelgroep", "Doelstelling", "Inhoud", "Ingezette expertise", "Financiering", "Opbrengsten"]  # fmt: skip


def test_a_page_leads_to_parties_speerpunten_and_lessons(regio: Regio) -> None:
    found = arrangement(Blik(regio, NL, VANDAAG), KLAS)
    assert found.samenwerkingsverbanden is not None
    assert pads(found.samenwerkingsverbanden) == ["samenwerkingsverband/mini/"]
    assert pads(found.speerpunten) == ["agenda/alles-bekend/"]
    assert pads(found.lessen) == ["arrangementen/leren/#deel-de-kosten"]
    assert arrangement(Blik(regio, NL, VANDAAG), ERGENS).lessen == ()
    retired = anders(regio, "deel-de-kosten", "lessen", **GEARCHIVEERD)
    assert arrangement(Blik(retired, NL, VANDAAG), KLAS).lessen == ()


def test_only_who_takes_part_in_the_experiment_deviates_from_the_law(regio: Regio) -> None:
    assert arrangement(Blik(regio, NL, VANDAAG), KLAS).afwijkingen == "locatie en tijd"
    assert [arrangement(Blik(regio, NL, VANDAAG), key).afwijkingen for key in (EILAND, ERGENS)] == [
        "",
        "",
    ]
    said = [html(regio, "arrangement", key).body.text() for key in (KLAS, EILAND)]
    assert ["wijkt af in" in one for one in said] == [True, False]


def test_a_pilot_is_not_called_an_arrangement(regio: Regio) -> None:
    warned = {
        key: len(html(regio, "arrangement", key).css(".melding")) for key in regio.arrangementen
    }
    assert warned == {KLAS: 0, ERGENS: 0, EILAND: 0, PROEF: 1}


def test_an_archived_arrangement_keeps_its_page_and_counts_nowhere(regio: Regio) -> None:
    retired = anders(regio, KLAS, "arrangementen", **GEARCHIVEERD)
    assert arrangement(Blik(retired, NL, VANDAAG), KLAS) == arrangement(
        Blik(regio, NL, VANDAAG), KLAS
    )
    assert KLAS not in [one.id for one in overzicht(Blik(retired, NL, VANDAAG)).rijen]
    assert dict(dekkingstabel(Blik(retired, NL, VANDAAG)).totalen)["aanwezig"] == 0
    assert "onderwijs" not in [balk.soort for balk in betalers(Blik(retired, NL, VANDAAG)).balken]


# ---------------------------------------------------------------- findings


def test_findings_stand_below_their_question_by_number(regio: Regio) -> None:
    found = bevindingen(Blik(regio, NL, VANDAAG)).groepen
    assert [(soort, [one.id for one in rows]) for soort, _, rows in found] == [
        ("hebben", ["een-klas"]),
        ("mist", ["niets-op-het-eiland", "geen-lijst"]),
        ("anders", ["samen-betalen"]),
    ]
    assert len({vraag for _, vraag, _ in found}) == len(BEVINDING) == len(SoortBevinding)


def test_a_finding_leads_to_its_arrangements_and_says_what_is_unknown(regio: Regio) -> None:
    rows = {
        one.id: one for _, _, some in bevindingen(Blik(regio, NL, VANDAAG)).groepen for one in some
    }
    known, unknown = rows["een-klas"], rows["niets-op-het-eiland"]
    assert pads(known.arrangementen) == [f"arrangementen/{KLAS}/", f"arrangementen/{PROEF}/"]
    assert (str(known.voorstel), known.stand) == ("=Bewaar wat werkt", "afgerond")
    assert (unknown.voorstel, unknown.stand) == (None, None)
    card = html(regio, "bevindingen").css_first("#niets-op-het-eiland")
    assert len(card.css(".onbekend")) == 1


def test_that_no_proposal_has_a_known_state_is_said_once_below_them(regio: Regio) -> None:
    assert bevindingen(Blik(regio, NL, VANDAAG)).onbekend == ""
    never = {
        key: one.model_copy(
            update={"stand": ONBEKEND, "gezocht_op": SimpleNamespace(stand=Datum(2026, 11))}
        )
        for key, one in regio.bevindingen.items()
    }
    here = replace(regio, bevindingen=MappingProxyType(never))
    assert bevindingen(Blik(here, NL, VANDAAG)).onbekend == (
        "Niet bekend: hoe ver de voorstellen zijn. Gezocht in november 2026, niets gevonden."
    )
    assert "Stand" not in html(here, "bevindingen").body.text()
    none = replace(regio, bevindingen=MappingProxyType({}))
    assert bevindingen(Blik(none, NL, VANDAAG)).onbekend == ""


def test_an_archived_finding_is_not_shown(regio: Regio) -> None:
    retired = anders(regio, "een-klas", "bevindingen", **GEARCHIVEERD)
    assert bevindingen(Blik(retired, NL, VANDAAG)).groepen[0][2] == ()


def test_every_state_of_a_proposal_has_words(regio: Regio) -> None:
    said = set()
    for stand in Stand:
        changed = anders(regio, "een-klas", "bevindingen", stand=stand)
        said.add(bevindingen(Blik(changed, NL, VANDAAG)).groepen[0][2][0].stand)
    assert len(said) == len(Stand)


# ---------------------------------------------------------------- frames and steps


@pytest.mark.parametrize(
    ("begint", "eindigt", "vandaag", "text"),
    [
        (None, None, Datum(2023), ""),
        (Datum(2021, 6, 15), ONBEKEND, Datum(2099), "van 15 juni 2021 tot onbekend"),
        (ONBEKEND, Datum(2022), Datum(2022, 12, 31), "van onbekend tot 2022"),
        (ONBEKEND, Datum(2022), Datum(2023, 1, 1), "van onbekend tot 2022 (voorbij)"),
        (ONBEKEND, ONBEKEND, Datum(2099), "van onbekend tot onbekend"),
        (Datum(2021), Datum(2022, 6), Datum(2022, 6, 30), "van 2021 tot juni 2022"),
        (Datum(2021), Datum(2022, 6), Datum(2022, 7, 1), "van 2021 tot juni 2022 (voorbij)"),
        (Datum(2021), Datum(2022, 6, 3), Datum(2022, 6, 3), "van 2021 tot 3 juni 2022"),
        (Datum(2021), Datum(2022, 6, 3), Datum(2022, 6, 4), "van 2021 tot 3 juni 2022 (voorbij)"),
        (Datum(2021), None, Datum(2099), "sinds 2021"),
        (ONBEKEND, None, Datum(2099), "sinds onbekend"),
        (None, Datum(2022), Datum(2022), "tot 2022"),
        (None, Datum(2022), Datum(2023), "tot 2022 (voorbij)"),
    ],
)
def test_a_frame_says_from_when_until_when_and_whether_that_passed(
    regio: Regio, begint: object, eindigt: object, vandaag: Datum, text: str
) -> None:
    """What has no beginning or end is told from one that nobody knows."""
    changed = anders(regio, "drie-stappen", "handvatten", begint=begint, eindigt=eindigt)
    assert leren.handvatten(Blik(changed, NL, vandaag))[0].looptijd == text


def test_frames_stand_by_number_and_their_parts_as_steps_or_side_by_side(regio: Regio) -> None:
    first, second = leren.handvatten(Blik(regio, NL, VANDAAG))
    assert (first.id, second.id) == ("drie-stappen", "praatkaart")
    assert (first.zijn_stappen, second.zijn_stappen) == (True, False)
    assert (first.adres, second.adres) == ("https://voorbeeld.example/stappen?a=1&b=2", None)
    cards = html(regio, "handvatten").css("details")
    assert [len(card.css("ol > li")) for card in cards] == [3, 0]
    assert [[one.text() for one in card.css(".niet-bekend")] for card in cards] == [
        [],
        ["Niet bekend: waar het te vinden is."],
    ]
    turned = anders(regio, "praatkaart", "handvatten", nummer=0)
    assert leren.handvatten(Blik(turned, NL, VANDAAG))[0].id == "praatkaart"
    retired = anders(regio, "praatkaart", "handvatten", **GEARCHIVEERD)
    assert [one.id for one in leren.handvatten(Blik(retired, NL, VANDAAG))] == ["drie-stappen"]


def test_the_steps_are_those_of_the_speerpunten_that_the_inventory_names(regio: Regio) -> None:
    found = leren.beleidsstappen(Blik(regio, NL, VANDAAG))
    assert [one.speerpunt.pad for one in found] == ["agenda/alles-bekend/", "agenda/veel-onbekend/"]
    assert [(year, str(what)) for year, what in found[0].jaren] == [
        (2021, "Lijst maken"),
        (2022, "Lijst nakijken"),
    ]
    one = replace(
        regio, inventaris=regio.inventaris.model_copy(update={"speerpunten": ("veel-onbekend",)})
    )
    assert leren.beleidsstappen(Blik(one, NL, VANDAAG)) == found[1:]


# ---------------------------------------------------------------- lessons and groups


def test_lessons_stand_by_theme_and_then_by_title(regio: Regio) -> None:
    """In the order of the themes, not of the words for them."""
    changed = nog_een(regio, "geen-nul", "wie", "lessen", titel="aap", thema=Lesthema.GELD)
    changed = nog_een(changed, "geen-nul", "zeer", "lessen", thema=Lesthema.ARRANGEMENTEN)
    changed = nog_een(changed, "geen-nul", "eerst", "lessen", thema=Lesthema.SAMENWERKEN)
    changed = nog_een(changed, "geen-nul", "weg", "lessen", **GEARCHIVEERD)
    found = leren.lessen(Blik(changed, NL, VANDAAG))
    assert [one.id for one in found.rijen] == ["eerst", "wie", "deel-de-kosten", "geen-nul", "ouders-eerst", "zeer"]  # fmt: skip
    assert [one.waarde for one in found.thema] == ["samenwerken", "geld", "ouders", "arrangementen"]
    assert len(LESTHEMA) == len(set(LESTHEMA.values())) == len(Lesthema)


def test_a_filter_of_lessons_offers_what_occurs_and_finds_it(regio: Regio) -> None:
    found = leren.lessen(Blik(regio, NL, VANDAAG))
    assert [one.waarde for one in found.thema] == ["geld", "ouders"]
    assert [one.waarde for one in found.speerpunt] == ["alles-bekend", "veel-onbekend"]
    marks = {one.id: dict(one.kenmerken) for one in found.rijen}
    assert marks == {
        "deel-de-kosten": {"thema": "geld", "speerpunt": "alles-bekend"},
        "geen-nul": {"thema": "geld", "speerpunt": ""},
        "ouders-eerst": {"thema": "ouders", "speerpunt": "alles-bekend veel-onbekend"},
    }
    less = anders(regio, "ouders-eerst", "lessen", speerpunten=(), thema=Lesthema.DATA)
    assert [one.waarde for one in leren.lessen(Blik(less, NL, VANDAAG)).speerpunt] == [
        "alles-bekend"
    ]
    assert [one.waarde for one in leren.lessen(Blik(less, NL, VANDAAG)).thema] == ["geld", "data"]


def test_a_lesson_leads_to_all_it_goes_with(regio: Regio) -> None:
    rows = {one.id: one for one in leren.lessen(Blik(regio, NL, VANDAAG)).rijen}
    assert pads(rows["deel-de-kosten"].past_bij) == [
        "agenda/alles-bekend/",
        "samenwerking/1a-hulp-in-de-klas/",
        f"arrangementen/{KLAS}/",
    ]
    assert rows["geen-nul"].past_bij == ()
    assert (rows["geen-nul"].datum, rows["deel-de-kosten"].datum) == (None, "29 februari 2020")
    said = html(regio, "lessen").css_first("#geen-nul .niet-bekend").text()
    assert said == "Niet bekend: wanneer dit is besproken."


def test_a_learning_group_says_when_it_met_and_whether_there_is_a_report(regio: Regio) -> None:
    known, silent = leren.leergroepen(Blik(regio, NL, VANDAAG))
    assert (known.id, silent.id) == ("geldkring", "stille-groep")
    assert known.bijeenkomsten is not None
    assert [(str(when), report) for when, report in known.bijeenkomsten] == [
        ("29 februari, 09.00 tot 9.59 uur", "met verslag"),
        ("later & ergens", "zonder verslag"),
        ("None", "of er een verslag is, is onbekend"),
    ]
    assert (silent.vragen, silent.doelen, silent.voor_wie, silent.bijeenkomsten) == (None,) * 4
    cards = html(regio, "leergroepen").css("details")
    assert [len(card.css(".onbekend")) for card in cards] == [1, 0]
    assert cards[1].css_first(".niet-bekend").text() == (
        "Niet bekend: welke vragen de groep heeft, wat de groep wil bereiken, voor wie de groep is "
        "en wanneer de groep bij elkaar kwam."
    )
    ways = anders(regio, "geldkring", "leergroepen", werkwijze=("Eerst kijken",))
    told = [card.text() for card in html(ways, "leergroepen").css("details")]
    assert ["Eerst kijken" in one for one in told] == [True, False]
    turned = anders(regio, "stille-groep", "leergroepen", nummer=0)
    assert [one.id for one in leren.leergroepen(Blik(turned, NL, VANDAAG))] == [
        "stille-groep",
        "geldkring",
    ]
    retired = anders(regio, "geldkring", "leergroepen", **GEARCHIVEERD)
    assert [one.id for one in leren.leergroepen(Blik(retired, NL, VANDAAG))] == ["stille-groep"]


# ---------------------------------------------------------------- a region that has only begun


@pytest.mark.parametrize(
    ("block", "zinnen"),
    [
        ("arrangementen", ["Er staan hier nog geen arrangementen."]),
        ("betalers", ["Er staan hier nog geen arrangementen."]),
        ("bevindingen", ["Hier staat nog niets."] * 3),
        ("beleidsstappen", ["Hier staat nog niets."]),
        ("handvatten", ["Er staan hier nog geen handvatten."]),
        ("lessen", ["Er staan hier nog geen lessen."]),
        ("leergroepen", ["Er staan hier nog geen groepen."]),
    ],
)
def test_a_page_without_anything_to_show_says_so(
    regio: Regio, block: str, zinnen: list[str]
) -> None:
    page = html(kaal(regio), block)
    outside = [one for one in page.css("p") if not one.css_matches("form p")]
    assert [one.text() for one in outside] == zinnen
    assert page.css("table, svg, article, ol, a[data-download]") == []


def test_without_arrangements_nothing_is_found_and_nothing_is_said_to_be_absent(
    regio: Regio,
) -> None:
    found = dekkingstabel(Blik(kaal(regio), NL, VANDAAG))
    assert found.totalen == (("aanwezig", 0), ("onbekend", 0), ("niet gevonden", 18))
    assert [rij.gemeenten for rij in found.rijen] == ["Dorp"]
    assert found.gepland == ()
