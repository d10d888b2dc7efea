"""What a board is given to see: decisions, meetings, what is asked of it and what is open."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.model.overleg.structuur import ToestandOverleg
from macros.model.overleg.vergadering import Doel
from macros.taal.vertaler import Vertaler
from macros.views.agenda.bestuur import Bestuur, bestuur
from macros.views.blik import Blik

NIETS: MappingProxyType[str, Any] = MappingProxyType({})
TOEN = Datum(2022, 9, 15)
NA_DE_AGENDA = Datum(2026, 11, 2)


def gezien(regio: Regio, vandaag: Datum = TOEN) -> Bestuur:
    return bestuur(Blik(regio, Vertaler("nl"), vandaag))


def titels(regels: tuple[Any, ...]) -> list[str]:
    return [str(regel.titel) for regel in regels]


def met(regio: Regio, soort: str, key: str, **values: Any) -> Regio:
    """The region with other values in one record."""
    group = getattr(regio, soort)
    made = {**group, key: group[key].model_copy(update=values)}
    changed: dict[str, Any] = {soort: MappingProxyType(made)}
    return replace(regio, **changed)


def test_the_newest_decision_comes_first_and_one_that_was_replaced_does_not(regio: Regio) -> None:
    assert titels(gezien(regio).besloten) == ['Toch twee lijsten: "PO" & "VO"']
    both = gezien(met(regio, "besluiten", "twee-lijsten", vervangt=()))
    assert titels(both.besloten) == ['Toch twee lijsten: "PO" & "VO"', "Er komt één lijst"]
    assert [str(part) for part in both.besloten[1].bij] == [
        "4 maart 2021",
        "RvM",
    ]


def test_the_first_lines_tell_the_last_decision_the_next_meeting_and_how_much_is_asked(
    regio: Regio,
) -> None:
    def told(regio: Regio, vandaag: Datum = TOEN) -> tuple[tuple[str, ...], int]:
        found = gezien(regio, vandaag)
        return found.kort, found.vragen

    last = "Laatste besluit: 10 maart 2022."
    assert told(regio) == ((last, "Volgende bijeenkomst: 10 november 2089."), 5)
    later = Datum(2100, 1, 1)
    assert told(regio, later)[0] == (last, "Volgende bijeenkomst: geen datum bekend.")
    without = replace(regio, besluiten=NIETS, overleggen=NIETS, vergaderingen=NIETS)
    assert told(without) == ((), 1)
    one = regio.besluiten["twee-lijsten"]
    assert one.vervolg is not ONBEKEND
    many = met(regio, "besluiten", "twee-lijsten", vervolg=(*one.vervolg * 20,))
    assert told(many)[1] == 5 + 38


def test_meetings_that_were_or_are_cancelled_do_not_come(regio: Regio) -> None:
    found = gezien(regio).komt
    assert [regel.pad.partition("#")[2] for regel in found] == [
        "buurt-2089-11-10",
        "kring-2090-02-01",
        "raad-2090",
    ]
    assert "stukken uiterlijk 25 januari 2090" in found[1].bij
    assert gezien(regio, Datum(2100, 1, 1)).komt == ()


def test_what_a_meeting_to_come_has_to_decide_on_is_asked(regio: Regio) -> None:
    [asked] = gezien(regio).gevraagd
    assert str(asked.titel) == "Hoe nu verder?"
    assert asked.pad == "overleg/kalender/#raad-2090"
    assert str(asked.bij[-1]) == "ter vaststelling"
    meeting = regio.vergaderingen["raad-2090"]
    assert meeting.agenda is not ONBEKEND
    for doel in (Doel.TER_INFORMATIE, Doel.TER_BESPREKING, Doel.VAST_PUNT, ONBEKEND):
        agenda = tuple(punt.model_copy(update={"doel": doel}) for punt in meeting.agenda)
        assert gezien(met(regio, "vergaderingen", "raad-2090", agenda=agenda)).gevraagd == ()
    assert gezien(met(regio, "vergaderingen", "raad-2090", agenda=ONBEKEND)).gevraagd == ()


def test_what_is_open_is_a_question_that_no_source_answers(regio: Regio) -> None:
    assert titels(gezien(regio, NA_DE_AGENDA).open) == [
        "Wat komt er na de agenda?",
        "Komt er een nieuwe overlegstructuur?",
        "Wie trekt de speerpunten?",
        "De lijsten maken & delen",
        'Vragen of "twee" genoeg is',
    ]


@pytest.mark.parametrize(
    ("vandaag", "opvolger", "asked"),
    [
        (Datum(2020), ONBEKEND, False),
        (Datum(2023, 12, 31), ONBEKEND, False),
        (Datum(2024, 1, 1), ONBEKEND, True),
        (Datum(2024, 1, 1), None, True),
        (Datum(2024, 1, 1), "verslag", False),
    ],
)
def test_what_comes_after_the_agenda_is_asked_once_it_is_over_and_nobody_knows(
    regio: Regio, vandaag: Datum, opvolger: object, asked: bool
) -> None:
    found = titels(gezien(met(regio, "agendas", regio.editie, opvolger=opvolger), vandaag).open)
    assert ("Wat komt er na de agenda?" in found) is asked


def test_a_question_goes_when_it_is_answered(regio: Regio) -> None:
    answered = met(regio, "overleggen", "kring", toestand=ToestandOverleg.ACTIEF)
    answered = met(answered, "speerpunten", "veel-onbekend", bestuurlijk_trekker="regisseur")
    answered = met(answered, "besluiten", "twee-lijsten", vervolg=ONBEKEND)
    assert gezien(answered).open == ()
    without = met(answered, "besluiten", "twee-lijsten", eigenaar=ONBEKEND)
    assert titels(gezien(without).open) == ["Wie zorgt dat een besluit wordt uitgevoerd?"]


def test_of_thirty_things_that_have_to_follow_a_few_are_named_and_the_rest_counted(
    regio: Regio,
) -> None:
    one = regio.besluiten["twee-lijsten"]
    assert one.vervolg is not ONBEKEND
    late, unknown = one.vervolg
    many = met(regio, "besluiten", "twee-lijsten", vervolg=(*[unknown] * 29, late))
    found = gezien(many).open[2:]
    assert titels(found) == [
        "De lijsten maken & delen",
        *['Vragen of "twee" genoeg is'] * 4,
        "Nog 25",
    ]
    assert found[-1].pad == "overleg/besluiten/"


def test_of_a_region_of_which_nothing_is_known_nothing_is_asked(regio: Regio) -> None:
    empty = Regio(instellingen=regio.instellingen)
    assert gezien(empty, NA_DE_AGENDA) == Bestuur((), 0, (), (), (), ())
