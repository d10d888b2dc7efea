"""What the pages of the agenda are given to show: counts, order, neighbours and filters."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup

from macros.model.agenda import Herhaling, Looptijd
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.blokken.agenda import agenda_voorbij
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.aanwezig import heeft
from macros.views.agenda import actie, inleiding, kenmerken, routekaart, speerpunt
from macros.views.agenda import stand as standviews
from macros.views.blik import Blik
from macros.views.regio.leemten import leemten

NL = Vertaler("nl")
VANDAAG = Datum(2023)


def met_actie(regio: Regio, **values: Any) -> Regio:
    """The region with other values in the first action of the second speerpunt."""
    one = regio.speerpunten["veel-onbekend"]
    actie = one.acties[0].model_copy(update=values)
    changed = one.model_copy(update={"acties": (actie, *one.acties[1:])})
    return replace(regio, speerpunten=MappingProxyType({**regio.speerpunten, one.id: changed}))


def zonder_stand(regio: Regio, gezocht: Datum) -> Regio:
    """The region in which nobody knows how far any action is, and somebody looked for it."""
    looked = SimpleNamespace(stand=gezocht)
    nothing = {"stand": ONBEKEND, "bewijs": ONBEKEND, "gezocht_op": looked}
    made = {
        key: one.model_copy(
            update={"acties": tuple(actie.model_copy(update=nothing) for actie in one.acties)}
        )
        for key, one in regio.speerpunten.items()
    }
    return replace(regio, speerpunten=MappingProxyType(made))


def voorbij(regio: Regio, vandaag: Datum) -> int:
    """How many actions are past while nobody knows how far they are, as the page says it."""
    said = standviews.stand_van_zaken(Blik(regio, NL, vandaag)).zinnen
    return sum(int(one.split()[1]) for one in said if "de geplande tijd voorbij" in one)


def test_an_archived_speerpunt_counts_nowhere(regio: Regio) -> None:
    assert [one.nummer for one in speerpunt.speerpunten(Blik(regio, NL, VANDAAG))] == [1, 2]
    assert [row.nummer for row in routekaart.routekaart(Blik(regio, NL, VANDAAG)).rijen] == [1, 2]
    assert [row.nummer for row in actie.acties(Blik(regio, NL, VANDAAG))] == [
        "1.1",
        "1.2",
        "2.1",
        "2.2",
    ]
    assert standviews.stand_van_zaken(Blik(regio, NL, Datum(2023))).acties == 4
    gaps = [gap.bestand for _, rows in leemten(Blik(regio, NL, VANDAAG)) for gap in rows]
    assert "data/speerpunten/oud-punt.yml" not in gaps


def test_an_archived_speerpunt_keeps_its_page_but_is_nobodys_neighbour(regio: Regio) -> None:
    assert (
        speerpunt.speerpunt(Blik(regio, NL, VANDAAG), "oud-punt").titel.tekst
        == "Een punt van vroeger"
    )
    assert speerpunt.speerpunt(Blik(regio, NL, VANDAAG), "veel-onbekend").volgende is None


def test_an_archived_speerpunt_stands_between_those_with_a_lower_and_a_higher_number(
    regio: Regio,
) -> None:
    numbers = {"alles-bekend": 1, "oud-punt": 2, "veel-onbekend": 3}
    made = {
        key: regio.speerpunten[key].model_copy(update={"nummer": nummer})
        for key, nummer in numbers.items()
    }
    old = speerpunt.speerpunt(
        Blik(replace(regio, speerpunten=MappingProxyType(made)), NL, VANDAAG), "oud-punt"
    )
    assert [one and one[1] for one in (old.vorige, old.volgende)] == [
        "agenda/alles-bekend/",
        "agenda/veel-onbekend/",
    ]


def test_neighbours_follow_the_numbers(regio: Regio) -> None:
    first, second = (
        speerpunt.speerpunt(Blik(regio, NL, VANDAAG), key)
        for key in ("alles-bekend", "veel-onbekend")
    )
    assert first.vorige is None
    assert first.volgende is not None
    assert first.volgende[1] == "agenda/veel-onbekend/"
    assert second.vorige is not None
    assert second.vorige[1] == "agenda/alles-bekend/"


def test_the_state_of_things_counts_what_is_known_and_out_of_how_many(regio: Regio) -> None:
    stand = standviews.stand_van_zaken(Blik(regio, NL, Datum(2022, 9, 15)))
    assert stand.acties == 4
    assert stand.zinnen == (
        "Van 2 van de 4 acties is bekend hoe ver ze zijn: loopt 1, afgerond 1.",
        "Niet bekend: hoe ver de andere 2 acties zijn.",
        "De jongste bron erover is van 15 juni 2021.",
        "Van 1 actie is de geplande tijd voorbij. Dat zegt niet of zij is gedaan.",
    )
    assert [(link.pad, how) for link, how in stand.per_speerpunt] == [
        ("agenda/alles-bekend/", "loopt 1, afgerond 1"),
        ("agenda/veel-onbekend/", "onbekend 2"),
    ]


def test_where_no_progress_is_known_it_is_said_once_and_not_for_each_speerpunt(
    regio: Regio,
) -> None:
    stand = standviews.stand_van_zaken(Blik(zonder_stand(regio, Datum(2022, 2)), NL, Datum(2021)))
    assert stand.per_speerpunt == ()
    assert stand.zinnen[0] == (
        "Niet bekend: hoe ver de 4 acties zijn. Gezocht in februari 2022, niets gevonden."
    )


@pytest.mark.parametrize(
    ("wanneer", "vandaag", "past"),
    [
        ((Datum(2021),), Datum(2021, 12, 31), 0),
        ((Datum(2021),), Datum(2022, 1, 1), 1),
        ((Datum(2021, 3),), Datum(2021, 3, 31), 0),
        ((Datum(2021, 3),), Datum(2021, 4, 1), 1),
        ((Datum(2021, 3, 4),), Datum(2021, 3, 4), 0),
        ((Datum(2021, 3, 4),), Datum(2021, 3, 5), 1),
        ((Datum(2021), Datum(2021, 3)), Datum(2021, 6, 1), 0),
        ((Datum(2022), Datum(2021)), Datum(2022, 6, 1), 0),
        (ONBEKEND, Datum(2100), 0),
    ],
)
def test_an_action_is_past_when_its_last_possible_day_is(
    regio: Regio, wanneer: object, vandaag: Datum, past: int
) -> None:
    without = met_actie(regio, wanneer=ONBEKEND)
    others = voorbij(without, vandaag)
    assert voorbij(met_actie(regio, wanneer=wanneer), vandaag) - others == past


@pytest.mark.parametrize(
    ("wanneer", "herhaling", "zin"),
    [
        ((Datum(2021), Datum(2022)), None, "2021, 2022"),
        ((Datum(2021),), Herhaling.ELK_JAAR, "elk jaar (2021)"),
        (ONBEKEND, Herhaling.ELK_JAAR, "elk jaar (begin onbekend)"),
        (ONBEKEND, None, None),
    ],
)
def test_what_is_done_every_year_says_so_also_when_its_first_year_is_unknown(
    regio: Regio, wanneer: object, herhaling: Herhaling | None, zin: str | None
) -> None:
    here = met_actie(regio, wanneer=wanneer, herhaling=herhaling)
    [first, *_] = actie.actierijen(Blik(here, NL, VANDAAG), here.speerpunten["veel-onbekend"])
    assert first.wanneer == zin


def test_a_year_the_source_leaves_out_is_shown_and_not_filled_in(regio: Regio) -> None:
    kaart = routekaart.routekaart(Blik(regio, NL, VANDAAG))
    assert kaart.jaren == (2021, 2022, 2023)
    assert kaart.jaren_zonder_bron == (2023,)
    assert [bool(cel.fasen) for cel in kaart.rijen[1].cellen] == [True, False, False]
    assert kaart.rijen[1].cellen[0].fase_labels == ("niets gepland",)


def test_the_year_of_today_is_open_and_one_the_source_says_nothing_of_is_not_there(
    regio: Regio,
) -> None:
    def shown(jaar: int) -> list[tuple[int, bool]]:
        plan = routekaart.per_jaar(Blik(regio, NL, Datum(jaar, 5, 1)))
        return [(one.jaar, one.open) for one in plan]

    assert shown(2022) == [(2021, False), (2022, True)]
    assert shown(2030) == [(2021, False), (2022, False)]
    first, _ = routekaart.per_jaar(Blik(regio, NL, VANDAAG))
    assert [(str(rij.titel), str(cel.wat)) for rij, cel in first.rijen] == [
        ('Samen & sterk: "2 > 1"', "Lijst maken"),
        ("Wat we nog uitzoeken", "Niets gepland"),
    ]


@pytest.mark.parametrize(
    ("looptijd", "zin"),
    [
        ((2021, 2023), "De bron geeft een planning voor 2021–2022. Over 2023 zegt de bron niets."),
        (
            (2019, 2025),
            "De bron geeft een planning voor 2021–2022. Over 2019–2020, 2023–2025 zegt de bron "
            "niets.",
        ),
        ((2021, 2022), "De bron geeft een planning voor 2021–2022."),
    ],
)
def test_the_timeline_says_of_which_years_the_source_speaks(
    regio: Regio, looptijd: tuple[int, int], zin: str
) -> None:
    van, tot = map(str, looptijd)
    here = met_agenda(regio, looptijd=Looptijd.model_validate({"van": van, "tot_en_met": tot}))
    assert routekaart.tijdlijn(Blik(here, NL, VANDAAG)).zin == zin


def test_what_nobody_knows_of_a_speerpunt_is_said_once(regio: Regio) -> None:
    def said(**values: Any) -> tuple[str, ...]:
        one = regio.speerpunten["veel-onbekend"].model_copy(update=values)
        here = replace(regio, speerpunten=MappingProxyType({one.id: one}))
        return speerpunt.speerpunt(Blik(here, NL, VANDAAG), one.id).opmerkingen

    leads = "wie bestuurlijk en ambtelijk trekt"
    assert said() == (
        "De acties zijn voor de hele regio.",
        f"Niet bekend: {leads}, wie de acties doet, waaraan je ziet dat de acties klaar zijn en "
        "hoe ver de acties zijn (laatste bron: 15 juni 2021).",
        "Niet bij elke actie bekend: wanneer.",
    )
    assert said(acties=(), bestuurlijk_trekker="regisseur", conclusie=ONBEKEND) == (
        "Niet bekend: wie ambtelijk trekt en waarom dit speerpunt is gekozen.",
    )
    looked = SimpleNamespace(bestuurlijk_trekker=Datum(2022, 5), ambtelijk_trekker=Datum(2022, 5))
    assert said(acties=(), gezocht_op=looked) == (
        f"Niet bekend: {leads}. Gezocht in mei 2022, niets gevonden.",
    )
    assert said(acties=(), gezocht_op=looked, opdracht=ONBEKEND)[1] == (
        "Ook niet bekend: wat de opdracht is."
    )


def test_what_belongs_to_a_speerpunt_elsewhere_leads_there(regio: Regio) -> None:
    def paths(key: str) -> list[str]:
        found = speerpunt.speerpunt(Blik(regio, NL, VANDAAG), key).verwant
        return [one.link.pad for one in found]

    assert paths("oud-punt") == []
    assert paths("veel-onbekend") == [
        "overleg/besluiten/twee-lijsten/",
        "arrangementen/oude-zorgklas/",
        "arrangementen/proef-stad/",
        "arrangementen/leren/",
    ]
    assert [pad for pad in paths("alles-bekend") if pad.startswith("monitor/")] == [
        "monitor/hulp-per-honderd/",
        "monitor/hulp/",
    ]


def test_a_filter_offers_what_occurs_and_unknown_last(regio: Regio) -> None:
    keuzen = kenmerken.filters(Blik(regio, NL, VANDAAG))
    assert [one.waarde for one in keuzen.jaar] == ["2021", "2022", "2023", "onbekend"]
    assert [one.waarde for one in keuzen.gemeente] == [
        "gemeente-dorp",
        "gemeente-eiland",
        "gemeente-stad",
    ]
    assert [one.waarde for one in keuzen.stand] == ["loopt", "afgerond", "onbekend"]
    assert {one.waarde for one in keuzen.trekker} == {
        "regisseur",
        "swv-mini",
        "gemeente-dorp",
        "onbekend",
    }


def test_every_row_can_be_found_with_a_choice_of_each_filter(regio: Regio) -> None:
    keuzen = kenmerken.filters(Blik(regio, NL, VANDAAG))
    rows = actie.acties(Blik(regio, NL, VANDAAG))
    for naam in ("jaar", "gemeente", "trekker", "stand"):
        offered = {one.waarde for one in getattr(keuzen, naam)}
        for row in rows:
            assert set(getattr(row.kenmerken, naam)) <= offered


def test_milestones_are_in_the_order_of_their_number(regio: Regio) -> None:
    assert [one.id for one in inleiding.mijlpalen(Blik(regio, NL, VANDAAG))] == ["begin", "daarna"]


def test_what_nobody_adopted_is_not_called_unknown(regio: Regio) -> None:
    def adopted(**values: Any) -> Regio:
        none = {"leidende_principes": None, "actielijnen": None}
        return replace(met_agenda(regio, **{**none, **values}), principes=MappingProxyType({}))

    for one, unknown, shown, page in (
        (adopted(), False, (), False),
        (adopted(actielijnen=ONBEKEND), False, ("de vastgestelde actielijnen",), False),
        (
            adopted(leidende_principes=ONBEKEND),
            True,
            ("de vastgestelde leidende principes",),
            False,
        ),
        (replace(adopted(), principes=regio.principes), False, (), True),
        (zonder_agenda(adopted()), False, (), False),
    ):
        koers = inleiding.koers(Blik(one, NL, VANDAAG))
        said = tuple(f"Niet bekend: {what}." for what in shown)
        assert koers.vastgesteld == ()
        assert (koers.onbekend, koers.niet_bekend, heeft(one, "koers")) == (unknown, said, page)


@pytest.mark.parametrize(("jaar", "looptijd"), [(2023, "2021–2023"), (2024, "2021–2023 (voorbij)")])
def test_an_agenda_whose_last_year_is_gone_says_so(regio: Regio, jaar: int, looptijd: str) -> None:
    found = inleiding.agenda(Blik(regio, NL, Datum(jaar)))
    assert found is not None
    assert ("Looptijd", looptijd) in found.feiten


def met_agenda(regio: Regio, **values: Any) -> Regio:
    """The region with other values in its agenda."""
    assert regio.agenda
    changed = {regio.editie: regio.agenda.model_copy(update=values)}
    return replace(regio, agendas=MappingProxyType({**regio.agendas, **changed}))


def zonder_agenda(regio: Regio) -> Regio:
    """The region without any."""
    return replace(regio, agendas=MappingProxyType({}), editie="")


def gezegd(regio: Regio, jaar: int) -> str:
    """What every page of the agenda says in a year of whether it is over, without its HTML."""
    page = Weergave(Blik(regio, NL, Datum(jaar, 7, 1))).pagina("agenda/alles-bekend/")
    return Markup(agenda_voorbij(page)).striptags()


@pytest.mark.parametrize(
    ("jaar", "opvolger", "zin"),
    [
        (2020, None, "De agenda begint in 2021."),
        (2021, None, ""),
        (2023, None, ""),
        (2023, ONBEKEND, ""),
        (
            2023,
            "plan",
            'De agenda loopt tot en met 2023. De opvolger heet Plan van Mini: "samen" <3.',
        ),
        (2024, None, "De agenda liep tot en met 2023. In onze bronnen staat geen opvolger."),
        (2024, ONBEKEND, "De agenda liep tot en met 2023. In onze bronnen staat geen opvolger."),
        (
            2024,
            "plan",
            'De agenda liep tot en met 2023. De opvolger heet Plan van Mini: "samen" <3.',
        ),
    ],
)
def test_an_agenda_says_that_it_is_over_or_has_not_begun_and_what_comes_after_it(
    regio: Regio, jaar: int, opvolger: object, zin: str
) -> None:
    assert gezegd(met_agenda(regio, opvolger=opvolger), jaar) == zin


@pytest.mark.parametrize(
    ("gezocht", "zin"),
    [
        (Datum(2025), "(gezocht in 2025)"),
        (Datum(2025, 3), "(gezocht in maart 2025)"),
        (Datum(2025, 3, 1), "(gezocht op 1 maart 2025)"),
    ],
)
def test_when_was_looked_for_a_successor_is_told(regio: Regio, gezocht: Datum, zin: str) -> None:
    looked = SimpleNamespace(opvolger=gezocht)
    here = met_agenda(regio, opvolger=ONBEKEND, gezocht_op=looked)
    assert gezegd(here, 2026).endswith(f"In onze bronnen staat geen opvolger {zin}.")


def test_an_agenda_without_years_or_a_region_without_one_does_not_say_that_it_is_over(
    regio: Regio,
) -> None:
    for here in (met_agenda(regio, looptijd=ONBEKEND), zonder_agenda(regio)):
        assert gezegd(here, 2100) == ""
