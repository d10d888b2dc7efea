"""The difference of two states of the data: nothing left out, nothing that is not so."""

from __future__ import annotations

import copy
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from macros.source.nodes import Value
from macros.wijziging.paren import blijvend
from macros.wijziging.verschil import Aard, Staat, Verandering, verschillen
from tests.langzaam import voorbeelden
from tests.unit.toepassen import pas_toe
from tests.unit.waarden import STAAT

PAD = "speerpunten/a.yml"


def omgekeerd(value: Value) -> Value:
    """The same with its fields the other way round."""
    if isinstance(value, dict):
        return {name: omgekeerd(value[name]) for name in reversed(value)}
    return [omgekeerd(one) for one in value] if isinstance(value, list) else value


def anders(oud: Any, nieuw: Any) -> tuple[Verandering, ...]:
    """What changed in one speerpunt."""
    return verschillen({PAD: oud}, {PAD: nieuw})


def kort(found: tuple[Verandering, ...]) -> list[tuple[Any, ...]]:
    return [(one.aard.value, one.was and one.was[1:], one.wordt and one.wordt[1:]) for one in found]


@voorbeelden(30)
@given(STAAT)
def test_a_state_with_itself_gives_nothing(staat: Staat) -> None:
    assert verschillen(staat, copy.deepcopy(staat)) == ()


@voorbeelden(70)
@given(STAAT, STAAT)
def test_a_difference_applied_to_the_one_state_gives_the_other(oud: Staat, nieuw: Staat) -> None:
    found = verschillen(oud, nieuw)
    assert pas_toe(oud, found) == nieuw
    assert bool(found) == (oud != nieuw)


@voorbeelden(30)
@given(STAAT, STAAT)
def test_the_order_of_files_and_fields_does_not_matter(oud: Staat, nieuw: Staat) -> None:
    turned: Any = omgekeerd(dict(oud)), omgekeerd(dict(nieuw))
    assert verschillen(*turned) == verschillen(oud, nieuw)


def test_a_record_that_comes_and_one_that_goes() -> None:
    found = verschillen({PAD: {"titel": "Weg"}}, {"speerpunten/b.yml": {"titel": "Nieuw"}})
    assert [(one.aard, one.pad) for one in found] == [
        (Aard.WEG, PAD),
        (Aard.ERBIJ, "speerpunten/b.yml"),
    ]


def test_a_record_under_another_name_is_moved_and_only_what_is_otherwise_is_told() -> None:
    record: Value = {"id": "a", "titel": "Titel", "samen": "Samen", "opdracht": "Doe het."}
    other: Value = {"id": "b", "titel": "Titel", "samen": "Samen verder", "opdracht": "Doe het."}
    found = verschillen({PAD: record}, {"speerpunten/b.yml": other})
    assert [(one.aard, one.wordt) for one in found] == [
        (Aard.VERPLAATST, ("speerpunten/b.yml",)),
        (Aard.ANDERS, ("speerpunten/b.yml", "id")),
        (Aard.ANDERS, ("speerpunten/b.yml", "samen")),
    ]


def test_what_goes_from_a_record_that_moved_is_told_of_its_new_name() -> None:
    record: Value = {"id": "a", "titel": "Titel", "samen": "Samen", "opdracht": "Doe het."}
    found = verschillen(
        {PAD: record}, {"speerpunten/b.yml": {"id": "b", "titel": "Titel", "samen": "Samen"}}
    )
    assert {one.pad for one in found} == {"speerpunten/b.yml"}
    assert [one.aard for one in found][-1] is Aard.WEG


def test_the_one_file_that_a_kind_was_is_a_record_of_it_that_moved() -> None:
    record: dict[str, Value] = {"titel": "Agenda", "motto": "Samen", "samen": "Wij doen dit samen."}
    found = verschillen({"agenda.yml": record}, {"agendas/a.yml": {"id": "a", **record}})
    assert [(one.aard, one.wordt) for one in found] == [
        (Aard.VERPLAATST, ("agendas/a.yml",)),
        (Aard.ERBIJ, ("agendas/a.yml", "id")),
    ]


def test_the_same_in_another_kind_of_record_is_another_record() -> None:
    record: Value = {"id": "a", "titel": "Titel"}
    found = verschillen({PAD: record}, {"principes/a.yml": record})
    assert {one.aard for one in found} == {Aard.ERBIJ, Aard.WEG}


def test_an_item_that_moves_is_one_move() -> None:
    acties = [{"id": one, "wat": f"Doe {one}", "stand": "loopt"} for one in "abcdefghij"]
    assert kort(anders({"acties": acties}, {"acties": [*acties[1:], acties[0]]})) == [
        ("verplaatst", ("acties", 0), ("acties", 9))
    ]
    assert kort(anders({"acties": acties}, {"acties": [acties[9], *acties[:9]]})) == [
        ("verplaatst", ("acties", 9), ("acties", 0))
    ]


@voorbeelden(30)
@given(st.permutations(range(6)))
def test_as_many_items_as_can_be_stay_where_they_are(order: list[int]) -> None:
    stays = [order[index] for index in blijvend(dict(enumerate(order)))]
    assert stays == sorted(stays)
    rows = (row for size in range(7) for row in combinations(order, size))
    assert len(stays) == max(len(row) for row in rows if [*row] == sorted(row))


def test_an_item_that_moves_and_changes_is_found_by_its_id() -> None:
    oud = {"acties": [{"id": "a", "wat": "x"}, {"id": "b", "wat": "y"}, {"id": "c", "wat": "z"}]}
    nieuw = {"acties": [{"id": "c", "wat": "nu"}, {"id": "a", "wat": "x"}, {"id": "b", "wat": "y"}]}
    assert kort(anders(oud, nieuw)) == [
        ("verplaatst", ("acties", 2), ("acties", 0)),
        ("anders", ("acties", 2, "wat"), ("acties", 0, "wat")),
    ]


def test_an_item_without_id_is_known_by_the_field_that_its_type_names() -> None:
    oud = {"planning": [{"jaar": "2021", "wat": "x"}, {"jaar": "2022", "wat": "x"}]}
    nieuw = {"planning": [{"jaar": "2020", "wat": "x"}, {"jaar": "2022", "wat": "y"}]}
    assert kort(anders(oud, nieuw)) == [
        ("weg", ("planning", 0), None),
        ("erbij", None, ("planning", 0)),
        ("anders", ("planning", 1, "wat"), ("planning", 1, "wat")),
    ]


def test_a_sentence_in_a_list_that_is_written_otherwise_is_that_sentence() -> None:
    oud: Value = {"doet": ["Praat met de ouders.", "Belt de school.", "Schrijft het op."]}
    nieuw: Value = {
        "doet": ["Praat met de ouders.", "Mailt de school.", "Schrijft het op.", "Klaar."]
    }
    assert kort(
        verschillen({"overleg/functies/a.yml": oud}, {"overleg/functies/a.yml": nieuw})
    ) == [
        ("anders", ("doet", 1), ("doet", 1)),
        ("erbij", None, ("doet", 3)),
    ]


def test_a_field_with_nothing_behind_it_is_not_a_field_that_is_not_there() -> None:
    assert kort(anders({"titel": None}, {})) == [("weg", ("titel",), None)]
    assert kort(anders({"titel": None}, {"titel": ""})) == [("anders", ("titel",), ("titel",))]
