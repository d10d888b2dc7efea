"""Telephone numbers: one way of writing, what is meant by any other, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from macros.lezing.nummer import belbaar, geschreven
from macros.model.basis.telefoon import Telefoon

SOORT = TypeAdapter(Telefoon)
VASTE = "Neem het vaste nummer van de organisatie. Is dat er niet? Schrijf: telefoon: onbekend"


def melding(text: str) -> tuple[str, str, str]:
    """The code, the message and the tip for what somebody typed."""
    with pytest.raises(ValidationError) as caught:
        SOORT.validate_python(text)
    [error] = caught.value.errors()
    return error["type"], error["msg"], error["ctx"]["tip"]


@pytest.mark.parametrize(
    ("nummer", "tel"),
    [
        ("0318-12 34 56", "+31318123456"),
        ("033-123 45 67", "+31331234567"),
        ("088-012 34 56", "+31880123456"),
        ("085-012 34 56", "+31850123456"),
        ("0800-0432", "08000432"),
        ("0800-123 45 67", "08001234567"),
        ("0900-1234", "09001234"),
        ("14 0318", "140318"),
        ("14 033", "14033"),
        ("112", "112"),
        ("113", "113"),
    ],
)
def test_a_number_of_an_organisation_is_written_and_dialled_in_one_way(
    nummer: str, tel: str
) -> None:
    assert SOORT.validate_python(nummer) == nummer
    assert belbaar(nummer) == tel


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("0318-123456", "0318-12 34 56"),
        ("0318 123456", "0318-12 34 56"),
        ("0318123456", "0318-12 34 56"),
        ("(0318) 12 34 56", "0318-12 34 56"),
        ("+31 318 123 456", "0318-12 34 56"),
        ("+31 (0)318 123456", "0318-12 34 56"),
        ("0031318123456", "0318-12 34 56"),
        ("0318‑12 34 56", "0318-12 34 56"),  # noqa: RUF001
        ("0318.12.34.56", "0318-12 34 56"),
        ("tel:0318123456", "0318-12 34 56"),
        ("033 - 123 45 67", "033-123 45 67"),
        ("0900-123 4 567", "0900-123 45 67"),
        ("08000432", "0800-0432"),
        ("140318", "14 0318"),
        ("14-0318", "14 0318"),
    ],
)
def test_another_notation_is_told_how_to_write_it(getypt: str, bedoeld: str) -> None:
    code, message, tip = melding(getypt)
    assert (code, message) == ("telefoon", "Dit nummer is anders geschreven dan de rest.")
    assert tip == f"Schrijf: {bedoeld}"
    assert SOORT.validate_python(bedoeld) == bedoeld


@pytest.mark.parametrize(
    "getypt",
    ["06-12345678", "06 12 34 56 78", "+31612345678", "0031 6 12345678", "(06) 1234 5678", "06123"],
)
def test_a_mobile_number_is_of_a_person(getypt: str) -> None:
    assert melding(getypt) == (
        "mobiel",
        "Dit is een mobiel nummer: dat is van een mens.",
        VASTE,
    )


@pytest.mark.parametrize(
    ("getypt", "message", "tip"),
    [
        ("0318-12 34 5O", "een letter: 'O'", "Schrijf alleen het nummer: 0318-12 34 50"),
        ("0318-12 34 5x", "een letter: 'x'", "Gebruik cijfers."),
        ("0318-123456 (balie)", "staan letters", "Schrijf alleen het nummer: 0318-12 34 56"),
        ("tel. 0318-123456", "staan letters", "Schrijf alleen het nummer: 0318-12 34 56"),
        ("0800-HULP", "staan letters", "Gebruik cijfers."),
        ("balie", "staan letters", "Gebruik cijfers."),
        ("0318-123456 / 033-1234567", "twee nummers", "Schrijf: 0318-12 34 56"),
        ("0318-123456 of 033-1234567", "twee nummers", "Schrijf: 0318-12 34 56"),
        ("123456", "6 cijfers", "Een vast nummer heeft 10 cijfers, met het netnummer erbij."),
        ("0318-1234567", "11 cijfers", "Een vast nummer heeft 10 cijfers"),
        ("0906-1234", "8 cijfers", "Een vast nummer heeft 10 cijfers"),
        ("0000000000", "geen nummer in Nederland", "Schrijf een nummer zoals"),
        ("+32 2 123 45 67", "geen nummer in Nederland", "Schrijf een nummer zoals"),
    ],
)
def test_what_is_no_number_says_why_and_what_to_do(getypt: str, message: str, tip: str) -> None:
    code, said, todo = melding(getypt)
    assert code == "telefoon"
    assert message in said
    assert tip in todo


@given(st.text(alphabet="0123456789 -()+/.O", min_size=1, max_size=20))
def test_what_is_meant_is_always_a_number_that_may_stand_there(getypt: str) -> None:
    found = geschreven(getypt)
    if found:
        assert geschreven(found) == found
        assert SOORT.validate_python(found) == found
        assert belbaar(found).removeprefix("+").isdigit()
