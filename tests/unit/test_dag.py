"""What happened to records between two states: all of it, and nothing that may not be shown."""

from __future__ import annotations

import copy
import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.lezing import Lezing
from macros.source.nodes import Value
from macros.wijziging.dag import recordwijzigingen
from macros.wijziging.geschiedenis import (
    NIETS,
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Recordwijziging,
)
from macros.wijziging.geschiedenisbestand import als_tekst, uit_tekst
from macros.wijziging.poort import Poort, bekend
from macros.wijziging.verschil import Staat, soort_toen, verschillen
from tests.langzaam import voorbeelden
from tests.unit.test_wijziging import omgekeerd
from tests.unit.waarden import STAAT

POORT = Poort(Lezing())
PAD = "speerpunten/a.yml"


@voorbeelden(30)
@given(STAAT)
def test_nothing_happened_between_a_state_and_itself(staat: Staat) -> None:
    assert recordwijzigingen(staat, copy.deepcopy(staat), POORT) == ()


@voorbeelden(40)
@given(STAAT, STAAT)
def test_what_is_told_is_what_is_not_the_same_and_in_no_order_of_files(
    oud: Staat, nieuw: Staat
) -> None:
    found = recordwijzigingen(oud, nieuw, POORT)
    turned: list[Any] = [omgekeerd(dict(one)) for one in (oud, nieuw)]
    assert recordwijzigingen(turned[0], turned[1], POORT) == found
    known = [
        {
            pad: bekend(pad, one)
            for pad, one in staat.items()
            if soort_toen(pad) and isinstance(one, dict)
        }
        for staat in (oud, nieuw)
    ]
    changed = {one.pad for one in verschillen(known[0], known[1])}
    assert {one.pad for one in found} <= changed
    assert [one.pad for one in found] == sorted(one.pad for one in found)


@voorbeelden(40)
@given(STAAT, STAAT)
def test_every_value_that_is_told_was_there_and_fits_where_it_was(oud: Staat, nieuw: Staat) -> None:
    for one in recordwijzigingen(oud, nieuw, POORT):
        for field in one.velden:
            assert field.loc
            for side in (field.oud, field.nieuw):
                assert side is NIETS or POORT.waarde(one.pad, field.loc, side)
            assert not (field.verborgen and (field.oud, field.nieuw) != (NIETS, NIETS))


@voorbeelden(30)
@given(st.lists(STAAT, min_size=2, max_size=3))
def test_a_history_is_kept_as_a_text_and_read_back(staten: list[Staat]) -> None:
    days = tuple(
        Dag(datetime.date(2026, 1, number), recordwijzigingen(oud, nieuw, POORT))
        for number, (oud, nieuw) in enumerate(pairwise(staten), 1)
    )
    whole = Geschiedenis(days, datetime.date(2026, 1, 1), "", True, {"a": 1}, 2)
    assert uit_tekst(als_tekst(whole)) == whole


def een(oud: Value, nieuw: Value, pad: str = PAD) -> Recordwijziging:
    """What happened to one record."""
    before, after = ({pad: one} if one is not None else {} for one in (oud, nieuw))
    [found] = recordwijzigingen(before, after, POORT)
    return found


A: dict[str, Value] = {"id": "a", "titel": "Samen"}


@pytest.mark.parametrize(
    ("oud", "nieuw", "gebeurtenis", "telt"),
    [
        (None, A, Gebeurtenis.NIEUW, True),
        (None, {**A, "status": "gearchiveerd"}, Gebeurtenis.NIEUW, False),
        (A, None, Gebeurtenis.VERVALLEN, True),
        ({**A, "status": "gearchiveerd"}, None, Gebeurtenis.VERVALLEN, False),
        (A, {**A, "status": "gearchiveerd"}, Gebeurtenis.VERVALLEN, True),
        ({**A, "status": "gearchiveerd"}, A, Gebeurtenis.TERUG, True),
        (A, {**A, "nummer": "2"}, Gebeurtenis.GEWIJZIGD, False),
        (A, {**A, "titel": "Heel anders dan het was"}, Gebeurtenis.GEWIJZIGD, True),
    ],
)
def test_what_happened_to_a_record_and_whether_it_matters(
    oud: Value, nieuw: Value, gebeurtenis: Gebeurtenis, telt: bool
) -> None:
    found = een(oud, nieuw)
    assert (found.gebeurtenis, found.gewicht is Gewicht.BETEKENIS) == (gebeurtenis, telt)
    assert found.titel


@pytest.mark.parametrize("pad", ["bronnen/a.yml", "zoekwoorden.yml", "monitor/statline/a.yml"])
def test_what_serves_the_site_comes_and_goes_without_weight(pad: str) -> None:
    assert een(None, {"id": "a", "titel": "Samen"}, pad).gewicht is Gewicht.KLEIN


def test_a_field_that_the_type_does_not_know_is_not_there() -> None:
    other: dict[str, Value] = {**A, "geheim": "x", "acties": [{"id": "b", "geheim": "y"}]}
    found = een({**A, "geheim": "w", "acties": [{"id": "b"}]}, {**other, "nummer": "2"})
    assert [field.loc for field in found.velden] == [("nummer",)]
    assert recordwijzigingen({PAD: A}, {PAD: {**A, "geheim": "x"}}, POORT) == ()
    assert recordwijzigingen({}, {"elders/a.yml": A, "los.yml": A}, POORT) == ()


def test_words_that_were_an_exception_once_are_not_told() -> None:
    """They stand in another file, and are judged there: here nobody reads them."""
    one: dict[str, Value] = {"waar": "partijen/a.yml", "code": "persoonsnaam", "reden": "Straat."}
    states: list[dict[str, Value]] = [
        {"uitzonderingen": [{**one, "woorden": words}]} for words in ("Karin Bakker", "Jan Bakker")
    ]
    found = een(states[0], states[1], "uitzonderingen.yml")
    assert [(field.loc, field.verborgen) for field in found.velden] == [
        (("uitzonderingen", 0, "woorden"), True)
    ]
    more = een({"uitzonderingen": []}, states[0], "uitzonderingen.yml")
    assert "Bakker" not in repr((found, more))


def test_a_number_in_an_address_is_a_number() -> None:
    before, after = ({"website": f"https://hulp.test/{one}"} for one in ("", "?tel=0612345678"))
    [field] = een(dict(before), dict(after), "hulp/a.yml").velden
    assert field.verborgen


def test_what_tells_an_item_from_others_is_read_as_any_value() -> None:
    pad = "arrangement/leergroepen/a.yml"
    for when, shown in (("elk najaar", True), ("bel mevrouw Jansen", False), ("a/b", False)):
        states: list[Value] = [
            {"bijeenkomsten": [{"wanneer": when, "verslag": one}]} for one in ("ja", "nee")
        ]
        [field] = een(states[0], states[1], pad).velden
        assert field.namen[1].sleutel == (when if shown else "")
        assert field.namen[1].naam == (None if when.startswith("bel") else when)


@pytest.mark.parametrize("naam", ["a b", "A", "caf\u00e9", "a.b", ".a", "con", "a" * 90, "a--b"])
def test_a_file_with_a_name_that_no_record_can_have_is_none(naam: str) -> None:
    assert recordwijzigingen({}, {f"speerpunten/{naam}.yml": A}, POORT) == ()
