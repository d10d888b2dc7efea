"""A fact that changes below the source it had: who changed it is asked whether it comes from there."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from macros.werkbank.bronvraag import bronvragen
from macros.werkbank.werkbank import Werkbank
from tests.unit.mini import DAG, Mini

PUNT = "speerpunten/alles-bekend.yml"


@pytest.fixture
def vragen(mini: Mini) -> Callable[[Callable[[Any], None]], list[Any]]:
    """Where is asked, after an edit of the value of a record."""
    bank = Werkbank(mini.map, DAG)

    def ask(edit: Callable[[Any], None], pad: str = PUNT) -> list[Any]:
        value: Any = deepcopy(bank.waarde(pad))
        edit(value)
        bank.zet(pad, value)
        bank.lees()
        return [list(one.loc) for one in bronvragen(bank)]

    return ask


def zet(*loc: Any, op: Any) -> Callable[[Any], None]:
    def edit(value: Any) -> None:
        for part in loc[:-1]:
            value = value[part]
        value[loc[-1]] = op

    return edit


@pytest.mark.parametrize(
    ("edit", "asked"),
    [
        (zet("bestuurlijk_trekker", op="gemeente-dorp"), [["bestuurlijk_trekker"]]),
        (zet("acties", 0, "stand", op="loopt"), [["acties", 0, "stand"]]),
        (zet("acties", 0, "door", op=["swv-mini"]), [["acties", 0, "door"]]),
        (zet("conclusie", op="Anders gezegd."), []),
        (zet("acties", 0, "wat", op="Anders gezegd."), []),
        (zet("nummer", op="9"), []),
        (zet("status", op="gearchiveerd"), []),
        (lambda value: value["acties"].reverse(), []),
        (lambda value: None, []),
    ],
)
def test_it_is_asked_of_facts_alone(vragen: Any, edit: Any, asked: list[Any]) -> None:
    assert vragen(edit) == asked


@pytest.mark.parametrize(
    "bron",
    [
        zet("acties", 0, "herkomst", "peildatum", op="2023"),
        zet("acties", 0, "stand_peildatum", op="2023"),
        zet("acties", 0, "bewijs", op=["verslag", "agenda"]),
    ],
)
def test_who_says_where_it_comes_from_is_not_asked(vragen: Any, bron: Any) -> None:
    def edit(value: Any) -> None:
        zet("acties", 0, "stand", op="loopt")(value)
        bron(value)

    assert vragen(edit) == []


def test_a_source_of_its_own_is_an_answer_and_the_message_says_where_it_goes(mini: Mini) -> None:
    bank = Werkbank(mini.map, DAG)
    value: Any = deepcopy(bank.waarde(PUNT))
    value["ambtelijk_trekker"] = "gemeente-dorp"
    bank.zet(PUNT, value)
    bank.lees()
    [asked] = bronvragen(bank)
    assert (
        asked.issue.message == "Je wijzigde 'Ambtelijk trekker', en de bron eronder bleef dezelfde."
    )
    assert asked.issue.tip.endswith("Zet die bij 'Later ingevuld'.")
    source = {**value["herkomst"], "peildatum": "2026"}
    value["later_ingevuld"] = [{"veld": "ambtelijk_trekker", "herkomst": source}]
    bank.zet(PUNT, value)
    bank.lees()
    assert [*bronvragen(bank)] == []


def test_a_new_record_and_a_new_part_bring_their_own_source(mini: Mini) -> None:
    bank = Werkbank(mini.map, DAG)
    value: Any = deepcopy(bank.waarde(PUNT))
    value["acties"].append({**value["acties"][0], "id": "nog-een", "stand": "loopt"})
    bank.zet(PUNT, value)
    bank.zet("speerpunten/nieuw.yml", {**value, "id": "nieuw", "nummer": "3"})
    bank.lees()
    assert [*bronvragen(bank)] == []
