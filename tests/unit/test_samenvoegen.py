"""Two people change one record: nothing that either of them typed gets lost without a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from macros.model.agenda import Speerpunt
from macros.source.nodes import Value
from macros.wijziging.paren import inhoud
from macros.wijziging.samenvoegen import NIETS, Botsing, Misschien, Samen, samengevoegd
from tests.langzaam import voorbeelden
from tests.unit.waarden import RECORD

BASIS: Any = {
    "titel": "Titel",
    "samen": "Samen",
    "acties": [
        {"id": "a", "wat": "Doe a", "stand": "onbekend"},
        {"id": "b", "wat": "Doe b", "stand": "onbekend"},
        {"id": "c", "wat": "Doe c", "stand": "onbekend"},
    ],
    "herkomst": {"bron": "x", "vindplaats": "deel 1", "peildatum": "2021"},
}


def samen(basis: Any, mijn: Any, hun: Any, keuzen: Any = ()) -> Samen:
    return samengevoegd(basis, mijn, hun, Speerpunt, keuzen)


def met(**velden: Any) -> Any:
    """The base with some fields otherwise; None is a field taken away."""
    return {name: one for name, one in {**BASIS, **velden}.items() if one is not None}


def actie(index: int, **velden: Any) -> list[Any]:
    """The actions of the base, one of them changed."""
    return [{**one, **velden} if at == index else one for at, one in enumerate(BASIS["acties"])]


def bladen(value: Misschien) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, dict):
        for one in value.values():
            yield from bladen(one)
    elif isinstance(value, list):
        for one in value:
            yield from bladen(one)
    elif isinstance(value, str):
        yield value


@voorbeelden(30)
@given(RECORD, RECORD)
def test_where_only_one_changed_something_it_is_as_that_one_left_it(
    basis: Value, ander: Value
) -> None:
    assert samen(basis, basis, ander) == Samen(ander, ())
    assert samen(basis, ander, basis) == Samen(ander, ())
    assert samen(basis, ander, ander) == Samen(ander, ())


@voorbeelden(70)
@given(RECORD, RECORD, RECORD)
def test_who_is_first_makes_no_difference_for_what_must_be_chosen(
    basis: Value, mijn: Value, hun: Value
) -> None:
    one, other = samen(basis, mijn, hun).botsingen, samen(basis, hun, mijn).botsingen

    def pairs(found: tuple[Botsing, ...], turned: bool) -> list[str]:
        """Without places: where both add to a list, who is first stands first."""
        values = [(b.hun, b.mijn) if turned else (b.mijn, b.hun) for b in found]
        return sorted(repr([v if v is NIETS else inhoud(v) for v in both]) for both in values)

    assert pairs(one, False) == pairs(other, True)


@voorbeelden(70)
@given(RECORD, RECORD, RECORD)
def test_every_text_that_somebody_typed_is_in_the_result_or_to_be_chosen(
    basis: Value, mijn: Value, hun: Value
) -> None:
    found = samen(basis, mijn, hun)
    there = {*bladen(found.waarde)}
    for one in found.botsingen:
        there |= {*bladen(one.mijn), *bladen(one.hun)}
    typed = {*bladen(mijn), *bladen(hun)} - {*bladen(basis)}
    assert typed <= there


@voorbeelden(30)
@given(RECORD, RECORD, RECORD)
def test_a_conflict_stands_where_it_says_and_is_solved_by_a_choice(
    basis: Value, mijn: Value, hun: Value
) -> None:
    found = samen(basis, mijn, hun)
    for one in found.botsingen:
        at: Any = found.waarde
        for part in one.loc:
            at = at[part]
        assert at == (one.hun if one.mijn is NIETS else one.mijn)
    for kant in ("mijn", "hun"):
        assert samen(basis, mijn, hun, [kant] * len(found.botsingen)).botsingen == ()


def test_changes_to_other_fields_and_other_items_are_put_together() -> None:
    mijn = met(titel="Nieuw", acties=actie(0, stand="loopt"))
    hun = met(samen="Anders", acties=[*actie(2, wat="Doe iets"), {"id": "d", "wat": "Doe d"}])
    assert samen(BASIS, mijn, hun) == Samen(
        met(
            titel="Nieuw",
            samen="Anders",
            acties=[
                *actie(0, stand="loopt")[:2],
                {**BASIS["acties"][2], "wat": "Doe iets"},
                {"id": "d", "wat": "Doe d"},
            ],
        ),
        (),
    )


def test_both_change_one_item_and_one_of_them_moves_it() -> None:
    a, b, c = BASIS["acties"]
    mijn = met(acties=[c, {**a, "stand": "loopt"}, b])
    hun = met(acties=[{**a, "wat": "Doe anders"}, b, c])
    expected = [c, {**a, "stand": "loopt", "wat": "Doe anders"}, b]
    assert samen(BASIS, mijn, hun) == Samen(met(acties=expected), ())


def test_both_add_an_item_and_both_are_there() -> None:
    a, b, c = BASIS["acties"]
    mijn, hun = {"id": "m", "wat": "Mijn"}, {"id": "h", "wat": "Hun"}
    found = samen(BASIS, met(acties=[a, mijn, b, c]), met(acties=[a, hun, b, c]))
    assert found == Samen(met(acties=[a, mijn, hun, b, c]), ())


def test_both_add_a_sentence_in_one_place_and_both_are_there() -> None:
    first = "Praat met de ouders."
    found = samen({"doet": [first]}, {"doet": [first, "Belt."]}, {"doet": [first, "Mailt."]})
    assert found == Samen({"doet": [first, "Belt.", "Mailt."]}, ())


@pytest.mark.parametrize(
    ("mijn", "hun", "loc", "values"),
    [
        (met(titel="M"), met(titel="H"), ("titel",), ("M", "H")),
        (met(samen=None), met(samen="H"), ("samen",), (NIETS, "H")),
        (met(samen="M"), met(samen=None), ("samen",), ("M", NIETS)),
        (
            met(acties=actie(1, wat="M")),
            met(acties=actie(1, wat="H")),
            ("acties", 1, "wat"),
            ("M", "H"),
        ),
        (
            met(acties=BASIS["acties"][1:]),
            met(acties=actie(0, wat="H")),
            ("acties", 0),
            (NIETS, actie(0, wat="H")[0]),
        ),
        (NIETS, met(titel="H"), (), (NIETS, met(titel="H"))),
        (
            met(voorbeelden=["M"]),
            met(voorbeelden="onbekend"),
            ("voorbeelden",),
            (["M"], "onbekend"),
        ),
    ],
)
def test_what_both_changed_to_something_else_is_to_be_chosen(
    mijn: Any, hun: Any, loc: Any, values: Any
) -> None:
    assert samen(BASIS, mijn, hun).botsingen == (Botsing(loc, *values),)
    assert samen(BASIS, mijn, hun, ["mijn"]).botsingen == ()


def test_one_value_of_a_list_that_both_replaced_is_to_be_chosen() -> None:
    found = samen({"door": ["gemeente-a"]}, {"door": ["gemeente-b"]}, {"door": ["gemeente-c"]})
    assert found.botsingen == (Botsing(("door", 0), "gemeente-b", "gemeente-c"),)


def test_both_put_a_list_in_another_order() -> None:
    a, b, c = BASIS["acties"]
    mijn, hun = [c, a, b], [b, a, c]
    found = samen(BASIS, met(acties=mijn), met(acties=hun))
    assert found.botsingen == (Botsing(("acties",), mijn, hun),)


def test_the_place_in_one_source_is_not_put_beside_another_source() -> None:
    """The pages that somebody looked up are those of the source that he had before him."""
    other: Value = {"bron": "y", "vindplaats": "deel 1", "peildatum": "2021"}
    pages = {**BASIS["herkomst"], "vindplaats": "deel 2"}
    found = samen(BASIS, met(herkomst=other), met(herkomst=pages))
    assert found.botsingen == (Botsing(("herkomst",), other, pages),)
    date = {**BASIS["herkomst"], "peildatum": "2022"}
    found = samen(BASIS, met(herkomst=date), met(herkomst=pages))
    assert found == Samen(met(herkomst={**pages, "peildatum": "2022"}), ())


def test_the_same_record_made_by_two_people_is_put_together_field_by_field() -> None:
    found = samen(NIETS, {"id": "x", "titel": "M", "samen": "S"}, {"id": "x", "titel": "H"})
    assert found.waarde == {"id": "x", "titel": "M", "samen": "S"}
    assert found.botsingen == (Botsing(("titel",), "M", "H"),)


def test_a_record_that_both_took_away_is_gone() -> None:
    assert samen(BASIS, NIETS, NIETS) == Samen(NIETS, ())
    assert samen(BASIS, NIETS, BASIS) == Samen(NIETS, ())
