"""Dates as precise as their source, and texts, dates and numbers in the language of the page."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.basis import stand_op
from macros.views.blik import Blik
from tests.langzaam import voorbeelden

PROPERTY = voorbeelden(100)
DAGEN = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
DATUMS = st.one_of(
    st.integers(1900, 2100).map(Datum),
    DAGEN.map(lambda day: Datum(day.year, day.month)),
    DAGEN.map(lambda day: Datum(day.year, day.month, day.day)),
)

NL = Vertaler("nl")
EN = Vertaler(
    "en", {"kind": "child", "leeg": "", "{n} kind": "{n} child", "{n} kinderen": "{n} children"}
)


@PROPERTY
@given(DATUMS)
def test_a_date_reads_back_as_it_is_written(datum: Datum) -> None:
    assert Datum.parse(str(datum)) == datum


@PROPERTY
@given(DAGEN)
def test_a_date_with_a_day_is_written_as_iso(day: datetime.date) -> None:
    assert str(Datum(day.year, day.month, day.day)) == day.isoformat()


@PROPERTY
@given(DAGEN, DAGEN)
def test_dates_are_ordered_as_days_are(one: datetime.date, other: datetime.date) -> None:
    first, second = (Datum(day.year, day.month, day.day) for day in (one, other))
    assert (first.begin < second.begin) == (one < other)
    assert (first.einde < second.einde) == (one < other)


@PROPERTY
@given(DATUMS)
def test_a_date_begins_before_it_ends_and_within_what_is_less_precise(datum: Datum) -> None:
    year = Datum(datum.jaar)
    assert year.begin <= datum.begin <= datum.einde <= year.einde


@PROPERTY
@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_only_days_that_exist_are_accepted(year: int, month: int, day: int) -> None:
    exists = (
        1900 <= year <= 2100
        and 1 <= month <= 12
        and 1 <= day <= calendar.monthrange(year, month)[1]
    )
    text = f"{year:04d}-{month:02d}-{day:02d}"
    if exists:
        assert Datum.parse(text) == Datum(year, month, day)
    else:
        with pytest.raises(PydanticCustomError):
            Datum.parse(text)


@pytest.mark.parametrize(
    "text",
    ["", "21", "20211", "2021-7", "2021-07-1", "2021/07/01", "1 juli 2021", "2021-", "-2021"],
)
def test_every_other_way_to_write_a_date_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match=r"is geen datum"):
        Datum.parse(text)


@pytest.mark.parametrize(
    ("datum", "nl", "en"),
    [
        (Datum(2021), "2021", "2021"),
        (Datum(2021, 7), "juli 2021", "July 2021"),
        (Datum(2021, 7, 1), "1 juli 2021", "1 July 2021"),
        (Datum(2024, 2, 29), "29 februari 2024", "29 February 2024"),
        (Datum(1900, 12, 31), "31 december 1900", "31 December 1900"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_is_known(datum: Datum, nl: str, en: str) -> None:
    assert (NL.datum(datum), EN.datum(datum)) == (nl, en)


@pytest.mark.parametrize(
    ("getal", "nl", "en"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (1234, "1.234", "1,234"),
        (1234567, "1.234.567", "1,234,567"),
        (2.5, "2,5", "2.5"),
    ],
)
def test_a_number_is_written_as_in_the_language(getal: float, nl: str, en: str) -> None:
    assert (NL.getal(getal), EN.getal(getal)) == (nl, en)


def test_a_translated_text_is_in_the_language_of_the_page() -> None:
    assert EN.tekst("kind") == Tekst("child", "en")


@pytest.mark.parametrize("nederlands", ["school", "leeg"])
def test_a_text_without_translation_stays_dutch_and_says_so(nederlands: str) -> None:
    assert EN.tekst(nederlands) == Tekst(nederlands, "nl")


def test_a_dutch_text_is_never_looked_up() -> None:
    assert Vertaler("nl", {"kind": "child"}).tekst("kind") == Tekst("kind", "nl")


def test_a_name_is_in_every_language_and_a_title_keeps_its_own() -> None:
    assert EN.naam("Ede") == Tekst("Ede", "en")
    assert EN.titel("Plan") == Tekst("Plan", "nl", is_naam=True)


@pytest.mark.parametrize(
    ("getal", "nl", "en"),
    [
        (0, "0 kinderen", "0 children"),
        (1, "1 kind", "1 child"),
        (2, "2 kinderen", "2 children"),
        (1000, "1.000 kinderen", "1,000 children"),
    ],
)
def test_one_is_singular_and_every_other_number_plural(getal: int, nl: str, en: str) -> None:
    assert NL.aantal(getal, "{n} kind", "{n} kinderen") == nl
    assert EN.aantal(getal, "{n} kind", "{n} kinderen") == en


def test_braces_in_a_value_or_in_a_text_without_values_are_left_alone() -> None:
    assert NL.ui("{a} en {b}", a="{b}", b="%s") == "{b} en %s"
    assert NL.ui("{niet gevuld}") == "{niet gevuld}"


@pytest.mark.parametrize(
    ("stand", "op", "zegt"),
    [
        ("loopt", Datum(2026, 3), "loopt (stand van maart 2026)"),
        ("loopt", Datum(2025, 11, 2), "loopt (stand van 2 november 2025)"),
        ("loopt", Datum(2025, 11, 1), "liep op 1 november 2025"),
        ("gepland", Datum(2021), "was gepland in 2021"),
        ("niet gestart", Datum(2021, 7), "was niet gestart in juli 2021"),
        ("gestopt", Datum(2021), "gestopt (stand van 2021)"),
    ],
)
def test_what_ran_long_ago_is_not_said_to_run_now(
    regio: Regio, stand: str, op: Datum, zegt: str
) -> None:
    assert stand_op(Blik(regio, Vertaler("nl"), Datum(2026, 11, 2)), stand, op) == zegt
