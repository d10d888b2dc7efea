"""Rules of agendas beside each other: what breaks each, and what comes near."""

from __future__ import annotations

import pytest

from macros.issue import Level
from macros.rules.registry import all_rules
from tests.unit.gevallen import Slecht, gemeld, gemeld_als_rondje, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

RULES = {rule.code: rule for rule in all_rules()}
EERST = "agendas/plan-2021-2023.yml"
NAAM = "korte_naam: Plan & co\n"
PUNT = "speerpunten/veel-onbekend.yml"
VANAF = (
    "looptijd:\n  van: 2021\n  tot_en_met: 2023\n",
    "looptijd:\n  van: 2024\n  tot_en_met: 2027\nvervangt: plan-2021-2023\n",
)
OP_EN_DOOR = ("vastgesteld_op: 2021-06\nvastgesteld_door: onbekend\n", "")


def nog_een_agenda(key: str, *meer: tuple[str, str]) -> Breek:
    """An agenda after the first one, adopted for 2024 to 2027."""
    return nog_een(EERST, "plan-2021-2023", key, VANAF, *meer)


def jaren(van: int, tot: int, eerst: str = "") -> tuple[str, str]:
    """Other years; ``eerst`` is the sign of a place, before the first of them."""
    return (
        VANAF[1],
        f"looptijd:\n  van: {eerst}{van}\n  tot_en_met: {tot}\nvervangt: plan-2021-2023\n",
    )


SLECHT: dict[str, list[Slecht]] = {
    "opvolger-heeft-een-bestand": [
        Slecht(
            samen(
                nog_een_agenda("plan-2"),
                bewerk(EERST, "samen: De", "opvolger: ‸onbekend\nsamen: De"),
            ),
            "Wat hierna komt, is hier al: 'plan-2' vervangt deze agenda.",
            "Haal 'opvolger' hier weg, en ook bij 'gezocht_op'.",
        )
    ],
    "een-opvolger": [
        Slecht(
            samen(
                nog_een_agenda("plan-2"),
                nog_een_agenda("plan-3", ("vervangt: plan", "vervangt: ‸plan")),
            ),
            "'plan-2021-2023' is al vervangen, door 'plan-2'.",
            "Kies een andere agenda, of zet een van de twee op gearchiveerd.",
        )
    ],
    "een-eerste-agenda": [
        Slecht(
            nog_een_agenda("‸plan-2", ("vervangt: plan-2021-2023\n", "")),
            "Er geldt één agenda tegelijk, en 'plan-2021-2023' is er ook.",
            "Zet erbij welke agenda hiervoor gold, zoals: vervangt: plan-2021-2023",
        )
    ],
    "looptijden-na-elkaar": [
        Slecht(
            nog_een_agenda("plan-2", jaren(2022, 2026, "‸")),
            "De looptijd begint binnen die van 'plan-2021-2023' (2021–2023).",
            "Verbeter een van beide. Geldt de oude korter dan gepland? Kort haar dan in.",
        ),
        Slecht(
            nog_een_agenda("plan-2", jaren(2021, 2023, "‸")),
            "De looptijd begint binnen die van 'plan-2021-2023' (2021–2023).",
            "Verbeter een van beide. Geldt de oude korter dan gepland? Kort haar dan in.",
        ),
    ],
    "vervangt-een-eerdere": [
        Slecht(
            nog_een_agenda("plan-2", jaren(2016, 2020), ("vervangt: plan", "vervangt: ‸plan")),
            "'plan-2021-2023' begint pas in 2021, dus na deze agenda.",
            "Draai de twee om.",
        )
    ],
    "vastgesteld-wanneer-en-door-wie": [
        Slecht(
            bewerk(EERST, "op: 2021-06\nvastgesteld_door: onbekend\n", "op: ‸2021-06\n"),
            "Bij 'vastgesteld_op' hoort ook 'vastgesteld_door'.",
            "Vul het in, of schrijf: vastgesteld_door: onbekend. Niet vastgesteld? Haal weg.",
        ),
        Slecht(
            bewerk(EERST, "vastgesteld_op: 2021-06\nvastgesteld_door: ", "vastgesteld_door: ‸"),
            "Bij 'vastgesteld_door' hoort ook 'vastgesteld_op'.",
            "Vul het in, of schrijf: vastgesteld_op: onbekend. Niet vastgesteld? Haal weg.",
        ),
    ],
    "een-agenda-geldt": [
        Slecht(
            bewerk(EERST, NAAM, f"{NAAM}status: ‸gearchiveerd\n"),
            "Nu geldt er geen agenda: wie moet gelden, is gearchiveerd.",
            "Haal 'status' weg. Een agenda die vervangen is, hoef je niet te archiveren.",
        )
    ],
}
LET_OP: dict[str, list[Slecht]] = {
    "begonnen-en-niet-vastgesteld": [
        Slecht(
            nog_een_agenda("plan-2", jaren(2024, 2027, "‸"), OP_EN_DOOR),
            "De looptijd is begonnen en de agenda is niet vastgesteld: "
            "daarom geldt 'plan-2021-2023' nog.",
            "Is zij vastgesteld? Vul 'vastgesteld_op' en 'vastgesteld_door' in.",
        )
    ],
}
SLECHT |= LET_OP

GOED: dict[str, Breek] = {
    "agendas-in-een-rondje": samen(
        nog_een_agenda("plan-2"),
        nog_een_agenda("plan-3", ("vervangt: plan-2021-2023", "vervangt: plan-2")),
    ),
    "opvolger-heeft-een-bestand": nog_een_agenda(
        "plan-2", ("samen: De", "opvolger: onbekend\nsamen: De")
    ),
    "een-opvolger": samen(
        nog_een_agenda("plan-2"),
        nog_een_agenda("plan-3", jaren(2024, 2027), (NAAM, f"{NAAM}status: gearchiveerd\n")),
    ),
    "een-eerste-agenda": nog_een_agenda("plan-2"),
    "looptijden-na-elkaar": nog_een_agenda("plan-2", jaren(2023, 2026)),
    "vervangt-een-eerdere": nog_een_agenda("plan-2", jaren(2021, 2023)),
    "vastgesteld-wanneer-en-door-wie": bewerk(EERST, *OP_EN_DOOR),
    "een-agenda-geldt": bewerk(EERST, *OP_EN_DOOR),
    "begonnen-en-niet-vastgesteld": nog_een_agenda("plan-2", jaren(2027, 2030), OP_EN_DOOR),
}

RONDJES = frozenset({"agendas-in-een-rondje"})


def test_agendas_that_replace_each_other_are_told_wherever_one_begins(mini: Mini) -> None:
    nog_een_agenda("plan-2")(mini)
    nog_een_agenda("plan-3", ("vervangt: plan-2021-2023", "vervangt: plan-2"))(mini)
    bewerk(EERST, "looptijd:", "vervangt: plan-3\nlooptijd:")(mini)
    wie = {"plan-2": "plan-2021-2023", "plan-2021-2023": "plan-3", "plan-3": "plan-2"}
    gemeld_als_rondje(mini, "agendas-in-een-rondje", "agendas", wie)


def test_an_agenda_does_not_replace_itself_nor_one_that_is_not_there(mini: Mini) -> None:
    nog_een_agenda("plan-2", ("vervangt: plan-2021-2023", "vervangt: plan-2"))(mini)
    assert [one.message for one in mini.issues("verwijst-naar-zichzelf")] == [
        "Dit verwijst naar zichzelf."
    ]
    mini.vervang("agendas/plan-2.yml", "vervangt: plan-2", "vervangt: plan-9")
    [found] = mini.issues("verwijzing")
    assert found.message == "Er is geen agenda met de id 'plan-9'."


def test_a_speerpunt_is_of_an_agenda_that_is_there(mini: Mini) -> None:
    mini.vervang(PUNT, "agenda: plan-2021-2023", "agenda: ‸plan-2021")
    [found] = mini.issues("verwijzing")
    assert (mini.waar(found), found.message, found.tip) == (
        mini.plaats,
        "Er is geen agenda met de id 'plan-2021'.",
        "Bedoel je 'plan-2021-2023'?",
    )
    mini.vervang(PUNT, "agenda: plan-2021\n", "")
    assert [one.message for one in mini.issues(level=Level.FOUT)] == [
        "Het veld 'agenda' ontbreekt."
    ]


def test_numbers_are_of_one_agenda_alone(mini: Mini) -> None:
    nog_een_agenda("plan-2")(mini)
    moved = ("agenda: plan-2021-2023", "agenda: plan-2")
    nog_een("principes/samen-doen.yml", "samen-doen", "weer-samen", moved)(mini)
    assert not mini.issues(level=Level.FOUT)
    mini.vervang("principes/weer-samen.yml", "agenda: plan-2\n", "agenda: plan-2021-2023\n")
    assert [one.code for one in mini.issues(level=Level.FOUT)] == ["dubbel-nummer"]


def test_an_id_of_an_agenda_is_the_address_of_no_speerpunt(mini: Mini) -> None:
    nog_een_agenda("veel-onbekend")(mini)
    [found] = mini.issues("dubbele-id")
    assert found.message == "De id 'veel-onbekend' bestaat al in de map agendas."


def test_what_is_retired_may_be_of_a_retired_agenda_and_what_counts_may_not(mini: Mini) -> None:
    nog_een_agenda("plan-2", (NAAM, f"{NAAM}status: gearchiveerd\n"), OP_EN_DOOR)(mini)
    moved = ("agenda: plan-2021-2023", "agenda: plan-2")
    nog_een(
        "speerpunten/oud-punt.yml",
        "oud-punt",
        "nooit",
        moved,
        ("id: afronden", "id: nooit"),
        ("jaar: 2021", "jaar: 2024"),
    )(mini)
    assert not mini.issues(level=Level.FOUT)
    mini.vervang("speerpunten/nooit.yml", "status: gearchiveerd\n", "")
    assert "verwijzing" in {one.code for one in mini.issues(level=Level.FOUT)}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, RULES[code].level)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []
