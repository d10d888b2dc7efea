"""What fields are called before people."""

from __future__ import annotations

import pytest

from macros.model.geheel import SOORTEN
from macros.model.label import label
from macros.model.walk import nested_types

GROEPEN = dict.fromkeys(part for one in SOORTEN for part in (one.type, *nested_types(one.type)))


@pytest.mark.parametrize(
    ("naam", "uitleg", "words"),
    [
        ("stand", "Hoe ver de actie is.", "Stand"),
        ("bestuurlijk_trekker", "Functie of partij die trekt.", "Bestuurlijk trekker"),
        ("stand_peildatum", "Van welke datum de stand is.", "Peildatum van de stand"),
        ("wat", "Wat er gebeurt, in één zin met een werkwoord.", "Wat er gebeurt"),
        ("na", "Id van de stap waar deze op volgt. Of niet.", "Stap waar deze op volgt"),
        ("van_vroeger", "", "Van vroeger"),
        ("wat", "", "Wat"),
    ],
)
def test_a_field_has_a_name_in_plain_words(naam: str, uitleg: str, words: str) -> None:
    assert label(naam, uitleg) == words


def test_no_two_fields_of_a_group_have_the_same_name_and_none_is_a_sentence() -> None:
    for group in GROEPEN:
        found = [label(n, field.description or "") for n, field in group.model_fields.items()]
        assert len(found) == len({*found}), group
        assert [one for one in found if "_" in one or len(one) > 55] == [], group
