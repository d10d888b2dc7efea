"""One published figure: its text and what it means are each other's reverse; wrong text gets advice."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from macros.model.monitor.cijfer import (
    STATUSTEKEN,
    Afgeschermd,
    Cijfer,
    Cijferstatus,
    CijferVeld,
    Getal,
    NietVanToepassing,
    Onbekend,
    Periode,
    PeriodeVeld,
    afronding,
    lees,
    teken,
)
from tests.langzaam import voorbeelden

PROPERTY = voorbeelden(60)

TEKENS: dict[str, Cijfer] = {
    ".": Onbekend(),
    "x": Afgeschermd(),
    "-": Getal(Decimal(0), nihil=True),
    "": NietVanToepassing(),
}
"""The signs as the CBS explains them below each of its tables."""

GETALLEN = st.builds(
    lambda digits, places: Getal(Decimal(digits).scaleb(-places)),
    st.integers(0, 9_999_999_999),
    st.integers(0, 3),
).filter(lambda one: one.waarde < 10**10)
CIJFERS = st.sampled_from([*TEKENS.values()]) | GETALLEN
TEKSTEN = st.sampled_from([*TEKENS]) | st.builds(
    lambda whole, decimals: f"{whole},{decimals}" if decimals else str(whole),
    st.integers(0, 9_999_999_999),
    st.text("0123456789", max_size=3),
)

STER = "Laat het sterretje weg en schrijf bij de status: voorlopig (** is nader-voorlopig)."
SIGNS = "Schrijf alleen cijfers met een decimale komma, of een teken: . x - of niets."
DUIZEND = "Schrijf geen teken tussen duizendtallen: "
GRENS = "Zo'n grens verraadt een klein aantal. Schrijf x: afgeschermd."
NEGATIEF = "Een aantal of percentage kan niet onder nul liggen. Kijk het na in de bron."
FOUT = {
    "1.234": f"{DUIZEND}1234.",
    "1 234": f"{DUIZEND}1234.",
    "1\u00a0234": f"{DUIZEND}1234.",
    "1'234": f"{DUIZEND}1234.",
    "12.345.678": f"{DUIZEND}12345678.",
    "1.234,5": f"{DUIZEND}1234,5.",
    "12.5": "Schrijf een decimale komma: 12,5.",
    "1234.5": "Schrijf een decimale komma: 1234,5.",
    "0.123": "Schrijf een decimale komma: 0,123.",
    "<5": GRENS,
    "≤ 5": GRENS,
    "minder dan 5": GRENS,
    "5%": "Laat het procentteken weg: 5.",
    "12,5 %": "Laat het procentteken weg: 12,5.",
    "-3": NEGATIEF,
    "\u22123": NEGATIEF,
    "3,1415": SIGNS,
    "vijf": SIGNS,
    "05": SIGNS,
    ",5": SIGNS,
    "5,": SIGNS,
    "+5": SIGNS,
    "X": SIGNS,
    "..": SIGNS,
    "1e3": SIGNS,
    "123*": STER,
    "123**": STER,
    "\u2013": "Is het nihil, schrijf dan een gewoon streepje: -",
    "12345678901": SIGNS,
    "1٣": SIGNS,
}
"""What is no figure, and the advice."""


def gezegd(error: PydanticCustomError) -> tuple[str, str, str]:
    """(code, message, tip)."""
    return error.type, error.message(), (error.context or {})["tip"]


@PROPERTY
@given(TEKSTEN)
@example("0")
@example("0,0")
@example("12,50")
@example("9999999999,999")
def test_what_was_read_is_written_as_it_stood(text: str) -> None:
    assert teken(lees(text)) == text


@PROPERTY
@given(CIJFERS)
@example(Getal(Decimal("0")))
@example(Getal(Decimal("0.000")))
def test_what_was_written_is_read_as_it_was(cijfer: Cijfer) -> None:
    found = lees(teken(cijfer))
    assert found == cijfer
    if isinstance(cijfer, Getal):
        assert isinstance(found, Getal)
        assert found.waarde.as_tuple() == cijfer.waarde.as_tuple()


@pytest.mark.parametrize("text", TEKENS, ids=lambda text: text or "empty")
def test_a_sign_of_the_cbs_has_its_own_meaning(text: str) -> None:
    assert lees(text) == TEKENS[text]
    assert teken(TEKENS[text]) == text


def test_no_two_signs_mean_the_same_and_nil_is_not_rounded_to_nothing() -> None:
    assert len({lees(text) for text in (*TEKENS, "0")}) == len(TEKENS) + 1


def test_only_a_number_has_a_value() -> None:
    """So a hidden figure cannot be computed with by accident."""
    assert [lees(text) for text in TEKENS if hasattr(lees(text), "waarde")] == [TEKENS["-"]]


@pytest.mark.parametrize("text", FOUT)
def test_what_is_no_figure_gets_one_advice(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        lees(text)
    assert gezegd(caught.value) == ("cijfer", "Dit is geen cijfer.", FOUT[text])


@pytest.mark.parametrize("text", [text for text in FOUT if FOUT[text].startswith("Schrijf een d")])
def test_what_the_advice_writes_with_a_comma_is_a_figure(text: str) -> None:
    assert teken(lees(FOUT[text].split()[-1].rstrip("."))) == text.replace(".", ",")


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        lees("a" * 200)
    assert gezegd(caught.value)[1] == "Dit is geen cijfer."


@PROPERTY
@given(st.text("0123456789.,x-<% *+e \u00a0", max_size=12))
def test_every_text_is_a_figure_as_it_stands_or_is_refused(text: str) -> None:
    try:
        found = lees(text)
    except PydanticCustomError as error:
        code, message, tip = gezegd(error)
        assert (code, message) == ("cijfer", "Dit is geen cijfer.")
        assert tip.endswith(".")
    else:
        assert teken(found) == text


def test_a_field_takes_text_with_spaces_around_it_and_no_list() -> None:
    field = TypeAdapter(CijferVeld)
    assert field.validate_python(" 12,5 ") == Getal(Decimal("12.5"))
    assert field.validate_python("") == NietVanToepassing()
    for value in (["5"], {"a": "5"}, None):
        with pytest.raises(ValidationError):
            field.validate_python(value)


def test_a_status_has_the_sign_of_the_cbs() -> None:
    assert {str(status): sign for status, sign in STATUSTEKEN.items()} == {
        "definitief": "",
        "voorlopig": "*",
        "nader-voorlopig": "**",
        "onbekend": "",
    }
    assert set(STATUSTEKEN) == set(Cijferstatus)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        *(("12,5", "0.05"), ("0,0", "0.05"), ("12,50", "0.005"), ("10,000", "0.0005")),
        *(("40", "5"), ("1200", "5"), ("0", "5"), ("45", "2.5"), ("41", "0"), ("1", "0")),
    ],
)
def test_a_number_may_be_off_by_half_of_what_its_digits_say(text: str, most: str) -> None:
    found = lees(text)
    assert isinstance(found, Getal)
    assert afronding(found.waarde) == Decimal(most)


# ---------------------------------------------------------------- periods

SCHEMA = TypeAdapter(PeriodeVeld).json_schema()
PERIODEN = st.builds(
    lambda jaar, soort: Periode(jaar, soort if soort < 3 else 0, soort == 3),
    st.integers(1990, 2100),
    st.integers(0, 3),
)


@PROPERTY
@given(PERIODEN)
def test_a_period_is_read_as_it_was_written_and_an_editor_takes_it(periode: Periode) -> None:
    assert Periode.parse(str(periode)) == periode
    assert re.search(SCHEMA["pattern"], str(periode))


@pytest.mark.parametrize(
    ("text", "periode"),
    [
        ("2022", Periode(2022)),
        ("2022-h1", Periode(2022, 1)),
        ("2022-h2", Periode(2022, 2)),
        ("2020-2021", Periode(2020, schooljaar=True)),
        ("1999-2000", Periode(1999, schooljaar=True)),
    ],
)
def test_a_period_is_a_year_half_a_year_or_a_school_year(text: str, periode: Periode) -> None:
    assert Periode.parse(text) == periode
    assert str(periode) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "22", "2022-h3", "2022-h0", "2022-H1", "2022-1", "2022h1", "2022-h1-2023", "2022 "),
        *("2020-2020", "2020-2022", "2021-2020", "2020/2021", "2020-21", "2020-2021-h1"),
        *("1989", "2101", "2022-01-01", "2022*", "٢٠٢٢"),
    ],
)
def test_what_is_no_period_gets_one_advice(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Periode.parse(text)
    assert gezegd(caught.value) == (
        "periode",
        f"'{text}' is geen periode.",
        "Schrijf een jaar (2022), een half jaar (2022-h1) of een schooljaar (2020-2021).",
    )


def test_periods_go_from_what_ends_first_to_what_ends_last() -> None:
    texts = ["2020", "2021-h1", "2020-2021", "2021-h2", "2021", "2022"]
    assert sorted(map(Periode.parse, reversed(texts))) == [Periode.parse(text) for text in texts]
