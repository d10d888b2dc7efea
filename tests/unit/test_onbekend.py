"""Unknown, said once: the sentence, and the columns that leave a table."""

from __future__ import annotations

import re

import pytest

from macros.model.basis.datum import Datum
from macros.render.onbekend import zonder_onbekend
from macros.taal.vertaler import Vertaler
from macros.views.onbekend import gedeeld, niet_bekend

NL = Vertaler("nl")
EN = Vertaler(
    "en",
    {
        "Niet bekend: {wat}.": "Not known: {wat}.",
        "Gezocht in {datum}, niets gevonden.": "Looked for in {datum}, nothing found.",
    },
)
WEG = '<span class="onbekend">onbekend</span>'
DEZE_MAAND = '<span class="onbekend" data-gezocht="2026-11">onbekend</span>'
_KAAL = re.compile("<[^>]*>")
STAND = '<span class="stand stand--onbekend">onbekend</span>'


def tabel(*rijen: tuple[str, ...], koppen: tuple[str, ...] = ("Actie", "Wie", "Stand")) -> str:
    """As templates write one: a heading for each row, cells with the heading of their column."""
    head = " ".join(f'<th scope="col">{kop}</th>' for kop in koppen)
    body = "\n".join(
        f'<tr id="r{n}"><th scope="row">{rij[0]}</th> '
        + " ".join(
            f'<td data-kop="{_KAAL.sub("", kop)}">{cel}</td>'
            for kop, cel in zip(koppen[1:], rij[1:], strict=True)
        )
        + "</tr>"
        for n, rij in enumerate(rijen)
    )
    return (
        f'<p>Voor.</p>\n<div class="tabel" role="region">\n<table class="gegevens">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n<p>Na.</p>"
    )


@pytest.mark.parametrize("aantal", [1, 2, 40])
def test_a_column_of_which_nothing_is_known_is_said_once_below_the_table(aantal: int) -> None:
    rows = [(f"a{n}", WEG, "loopt") for n in range(aantal)]
    found = zonder_onbekend(tabel(*rows), NL)
    expected = tabel(*((a, s) for a, _, s in rows), koppen=("Actie", "Stand"))
    zin = '</div>\n<p class="niet-bekend">Niet bekend: wie.</p>\n<p>Na.</p>'
    assert found == expected.replace("</div>\n<p>Na.</p>", zin)


def test_one_known_value_brings_the_column_back() -> None:
    table = tabel(*([("a", WEG, "loopt")] * 39), ("b", "gemeente Ede", WEG))
    assert zonder_onbekend(table, NL) == table


def test_a_table_without_rows_stays_as_it_is() -> None:
    table = tabel() + WEG
    assert zonder_onbekend(table, NL) == table


def test_every_column_but_the_names_can_go_at_once() -> None:
    found = zonder_onbekend(tabel(("a", WEG, STAND), ("b", WEG, STAND)), NL)
    assert "<td" not in found
    assert found.count('<th scope="col"') == 1
    assert "Niet bekend: wie en stand." in found


def test_the_column_of_names_never_goes() -> None:
    table = tabel((WEG, "x", "y"))
    assert zonder_onbekend(table, NL) == table


@pytest.mark.parametrize(
    "cel",
    [
        "",
        "onbekend",
        "geen",
        "0",
        f"{WEG} <small>Bron: wet</small>",
        f"{WEG}, {WEG}",
        '<span class="niet-in-bron">staat niet in de bron</span>',
        '<span class="zekerheid zekerheid--afgeleid">afgeleid</span>',
    ],
)
def test_what_is_more_than_unknown_or_not_unknown_stays(cel: str) -> None:
    table = tabel(("a", cel, "loopt"), ("b", WEG, "loopt"))
    assert zonder_onbekend(table, NL) == table


@pytest.mark.parametrize(
    ("kop", "woorden"),
    [
        ('<th scope="col" data-onbekend="wie het doet">', "wie het doet"),
        (
            '<th data-onbekend="hoe &#34;ver&#34; &amp; waar" scope="col">',
            "hoe &#34;ver&#34; &amp; waar",
        ),
        ('<th scope="col">', "wie"),
    ],
)
def test_a_heading_may_say_how_its_column_is_called_and_no_reader_sees_that(
    kop: str, woorden: str
) -> None:
    table = tabel(("a", WEG, "loopt")).replace('<th scope="col">Wie', f"{kop}Wie")
    found = zonder_onbekend(table, NL)
    assert f"Niet bekend: {woorden}." in found
    assert "data-onbekend" not in found
    known = zonder_onbekend(table.replace(WEG, "Ede"), NL)
    assert "data-onbekend" not in known
    assert "niet-bekend" not in known


@pytest.mark.parametrize(
    ("kop", "woord"),
    [
        ("Is het er?", "is het er"),
        ("TLV", "TLV"),
        ("<b>Wat <i>nu</i></b>", "wat nu"),
        ("A &lt;b", "a &lt;b"),
    ],
)
def test_without_that_a_column_is_called_by_its_heading(kop: str, woord: str) -> None:
    found = zonder_onbekend(tabel(("a", WEG), koppen=("Actie", kop)), NL)
    assert f"Niet bekend: {woord}." in found


def test_the_date_is_said_when_every_unknown_value_shares_it() -> None:
    rows = tabel(("a", DEZE_MAAND, DEZE_MAAND), ("b", DEZE_MAAND, DEZE_MAAND))
    found = zonder_onbekend(rows, NL)
    assert "Niet bekend: wie en stand. Gezocht in november 2026, niets gevonden." in found
    one_without = rows.replace(DEZE_MAAND, WEG, 1)
    assert "Niet bekend: wie en stand.</p>" in zonder_onbekend(one_without, NL)


def test_a_date_that_only_one_column_has_is_not_that_of_the_other() -> None:
    found = zonder_onbekend(tabel(("a", DEZE_MAAND, STAND)), NL)
    assert "Niet bekend: wie en stand.</p>" in found


def test_a_date_is_for_this_sentence_alone() -> None:
    found = zonder_onbekend(tabel(("a", DEZE_MAAND, "x"), ("b", "Ede", "x")), NL)
    assert found == tabel(("a", WEG, "x"), ("b", "Ede", "x"))


def test_it_is_said_in_the_language_of_the_page() -> None:
    found = zonder_onbekend(tabel(("a", DEZE_MAAND), koppen=("Action", "Who")), EN)
    assert "Not known: who. Looked for in November 2026, nothing found." in found


def test_a_row_across_the_columns_gets_narrower_and_says_nothing_about_them() -> None:
    across = '<tr><th colspan="3" scope="rowgroup">Thema 1</th></tr>'
    part = '<tr><th scope="row">x</th><td colspan="2">Meer weten we niet.</td></tr>'
    table = tabel(("a", WEG, "loopt")).replace("<tbody>", f"<tbody>{across}{part}")
    found = zonder_onbekend(table, NL)
    assert '<th colspan="2" scope="rowgroup">Thema 1' in found
    assert '<td colspan="1">Meer' in found
    assert "Niet bekend: wie." in found


@pytest.mark.parametrize(
    "anders",
    [
        ("<thead>", "<thead><tr><th>nog een rij</th></tr>"),
        ('<td data-kop="Wie">', '<td rowspan="2" data-kop="Wie">'),
        ('<th scope="col">Wie', '<th scope="col" colspan="2">Wie'),
    ],
)
def test_a_table_of_another_build_stays_as_it_is(anders: tuple[str, str]) -> None:
    table = tabel(("a", WEG, "loopt")).replace(*anders)
    assert zonder_onbekend(table, NL) == table


def test_the_sentence_stands_right_below_a_table_without_a_region_around_it() -> None:
    table = tabel(("a", WEG, "x")).replace('<div class="tabel" role="region">', "<div>")
    assert '</table>\n<p class="niet-bekend">' in zonder_onbekend(table, NL)


def test_each_table_of_a_page_has_its_own_sentence_and_twice_is_once() -> None:
    page = tabel(("a", WEG, "x")) + tabel(("a", "y", STAND)) + tabel(("a", "y", "x"))
    found = zonder_onbekend(page, NL)
    assert found.count("niet-bekend") == 2
    assert zonder_onbekend(found, NL) == found


@pytest.mark.parametrize(
    ("datums", "samen"),
    [
        ([], None),
        ([None], None),
        ([Datum(2026, 11, 29)] * 3, Datum(2026, 11, 29)),
        ([Datum(2026, 11, 29), Datum(2026, 11, 2)], Datum(2026, 11)),
        ([Datum(2026, 11, 29), Datum(2026, 11)], Datum(2026, 11)),
        ([Datum(2026, 11), Datum(2026, 1)], Datum(2026)),
        ([Datum(2026, 11), Datum(2026)], Datum(2026)),
        ([Datum(2026), Datum(2025)], None),
        ([Datum(2026), None], None),
    ],
)
def test_dates_share_the_day_the_month_or_the_year(
    datums: list[Datum | None], samen: Datum | None
) -> None:
    assert gedeeld(datums) == samen


def test_nothing_unknown_is_nothing_said() -> None:
    assert niet_bekend(NL, []) == ""


def test_a_day_reads_as_a_day() -> None:
    zin = niet_bekend(NL, ["wie het doet", "waar", "hoe ver het is"], [Datum(2026, 11, 29)])
    assert zin == (
        "Niet bekend: wie het doet, waar en hoe ver het is. "
        "Gezocht op 29 november 2026, niets gevonden."
    )
