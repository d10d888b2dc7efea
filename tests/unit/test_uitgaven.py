"""The ledger as figures: which release, which rows, and what a hidden count becomes."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import pytest

from macros.bescherming import uitgaven
from macros.issue import Level
from macros.model.basis.datum import Datum
from macros.model.basis.record import Zekerheid
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Afgeschermd, Cijferstatus, teken
from macros.model.monitor.indicator import Indicator, Waarneming
from tests.unit.mini import DATA_MINI, Mini

AUDIT = "macros.bescherming.audit"
EERSTE = "monitor/uitgaven/001"
TWEEDE = "monitor/uitgaven/002"
GEBIEDEN = dict.fromkeys(("heel-mini", "gemeente-dorp", "gemeente-eiland", "gemeente-stad"))
KOP = "gebied;leeftijd;jaar;tabel;aantal\n"

NIEUWER = f"""{KOP}heel-mini;totaal;2023;1;300
heel-mini;jong;2023;1;
heel-mini;oud;2023;1;
"""


def begin(pad: str, loc: object) -> tuple[int, int]:
    return 1, 1


@pytest.fixture
def eigen(regio: Regio) -> Indicator:
    return regio.indicatoren["eigen-telling"]


def cijfers(mini: Mini, *indicatoren: Indicator) -> dict[tuple[str, str, str], str]:
    """The figures as (area, period, part) to the sign of the value."""
    found, issues = uitgaven.waarnemingen(mini.map, indicatoren, GEBIEDEN, begin)
    assert issues == []
    return als_tekens(found)


def als_tekens(found: Iterable[Waarneming]) -> dict[tuple[str, str, str], str]:
    return {(one.gebied, str(one.periode), one.uitsplitsing): teken(one.waarde) for one in found}


def publiceer(mini: Mini, pad: str, publicatie: str, *edits: tuple[str, str]) -> None:
    """One more release, with a definition like that of the first."""
    definitie = mini.lees(f"{EERSTE}/definitie.yml")
    for old, new in edits:
        assert definitie.count(old) == 1, old
        definitie = definitie.replace(old, new)
    mini.schrijf(f"{pad}/definitie.yml", definitie)
    mini.schrijf(f"{pad}/publicatie.csv", publicatie)


def test_every_row_of_the_release_is_a_figure_and_what_is_hidden_stays_hidden(
    mini: Mini, eigen: Indicator
) -> None:
    lines = mini.lees(f"{EERSTE}/publicatie.csv").splitlines()[1:]
    wanted = {}
    for line in lines:
        gebied, leeftijd, jaar, _, aantal = line.split(";")
        wanted[gebied, jaar, leeftijd] = aantal or "x"
    assert len(wanted) == 12
    assert list(wanted.values()).count("x") == 4
    assert cijfers(mini, eigen) == wanted


def test_a_figure_says_where_it_comes_from(mini: Mini, eigen: Indicator) -> None:
    found, _ = uitgaven.waarnemingen(mini.map, [eigen], GEBIEDEN, begin)
    assert {
        (one.indicator, one.bron, one.opgehaald, one.status, one.zekerheid) for one in found
    } == {
        (
            "eigen-telling",
            "verslag",
            Datum(2022, 10, 1),
            Cijferstatus.DEFINITIEF,
            Zekerheid.BEVESTIGD,
        )
    }
    assert {type(one.waarde) for one in found if teken(one.waarde) == "x"} == {Afgeschermd}


def test_the_region_has_the_figures_of_its_ledger(regio: Regio) -> None:
    assert {one.indicator for one in regio.uitgaven} == {"eigen-telling"}
    assert als_tekens(regio.uitgaven)["gemeente-eiland", "2022", "jong"] == "x"
    assert (
        regio.uitgaven
        == uitgaven.waarnemingen(DATA_MINI, regio.indicatoren.values(), GEBIEDEN, begin)[0]
    )


def test_the_newest_release_wins_whole(mini: Mini, eigen: Indicator) -> None:
    """Nothing of an older release is shown beside it; the audit still reads them all."""
    publiceer(mini, TWEEDE, NIEUWER)
    assert cijfers(mini, eigen) == {
        ("heel-mini", "2023", "totaal"): "300",
        ("heel-mini", "2023", "jong"): "x",
        ("heel-mini", "2023", "oud"): "x",
    }
    publiceer(mini, "monitor/uitgaven/010", f"{KOP}heel-mini;totaal;2024;1;400\n")
    assert cijfers(mini, eigen) == {("heel-mini", "2024", "totaal"): "400"}


def test_what_others_published_is_for_the_audit_only(mini: Mini, eigen: Indicator) -> None:
    before = cijfers(mini, eigen)
    publiceer(mini, TWEEDE, NIEUWER, ("nullen: tonen", "nullen: tonen\nelders: een instituut"))
    assert cijfers(mini, eigen) == before


def test_another_domain_does_not_replace_it(mini: Mini, eigen: Indicator) -> None:
    before = cijfers(mini, eigen)
    publiceer(mini, TWEEDE, NIEUWER, ("id: zorgklas", "id: thuis"))
    assert cijfers(mini, eigen) == before
    assert eigen.uitgave is not None
    other = eigen.model_copy(
        update={
            "id": "andere-telling",
            "uitgave": eigen.uitgave.model_copy(update={"domein": "thuis"}),
        }
    )
    assert len(cijfers(mini, eigen, other)) == len(before) + 3


def test_a_dimension_that_is_not_shown_is_at_its_total(mini: Mini, eigen: Indicator) -> None:
    """The indicator shows totals alone: no part of the release is taken for a whole."""
    assert eigen.uitgave is not None
    kort = eigen.model_copy(
        update={"uitgave": eigen.uitgave.model_copy(update={"uitsplitsing": None})}
    )
    assert cijfers(mini, kort) == {
        ("heel-mini", "2022", "totaal"): "200",
        ("gemeente-dorp", "2022", "totaal"): "80",
        ("gemeente-eiland", "2022", "totaal"): "60",
        ("gemeente-stad", "2022", "totaal"): "60",
    }


def test_a_total_with_another_name_is_the_whole(mini: Mini, eigen: Indicator) -> None:
    """``alle`` in the release is ``totaal`` on the site."""
    text = mini.lees(f"{EERSTE}/publicatie.csv").replace(";totaal;", ";alle;")
    publiceer(
        mini,
        TWEEDE,
        text,
        ("totaal: totaal", "totaal: alle"),
        ("      totaal: [jong", "      alle: [jong"),
    )
    assert {part for _, _, part in cijfers(mini, eigen)} == {"totaal", "jong", "oud"}
    assert cijfers(mini, eigen)["gemeente-dorp", "2022", "totaal"] == "80"


def test_nothing_is_zero_when_the_release_shows_zeros(mini: Mini, eigen: Indicator) -> None:
    publiceer(mini, TWEEDE, f"{KOP}gemeente-dorp;totaal;2023;1;0\n")
    assert cijfers(mini, eigen) == {("gemeente-dorp", "2023", "totaal"): "0"}


def test_without_a_ledger_nothing_is_said_of_what_needs_none(mini: Mini, regio: Regio) -> None:
    others = [one for one in regio.indicatoren.values() if one.uitgave is None]
    empty = mini.map / "begrippen"
    assert uitgaven.waarnemingen(empty, others, GEBIEDEN, begin) == ((), [])
    assert uitgaven.gecontroleerd(empty, 10) == []


def test_an_indicator_without_its_release_is_told_also_without_a_ledger(
    mini: Mini, eigen: Indicator
) -> None:
    empty = mini.map / "begrippen"
    found, [issue] = uitgaven.waarnemingen(empty, [eigen], GEBIEDEN, begin)
    assert found == ()
    assert (issue.code, issue.message, issue.tip) == (
        "geen-uitgave",
        "Er is geen uitgave van het domein 'zorgklas'.",
        "Zet de uitgave in monitor/uitgaven.",
    )


def test_the_threshold_of_the_region_is_that_of_the_audit(mini: Mini) -> None:
    assert uitgaven.gecontroleerd(mini.map, 10) == []
    told = uitgaven.gecontroleerd(mini.map, 41)
    assert {one.code for one in told} >= {"klein-aantal"}
    mini.vervang("regio.yml", "drempel: 10", "drempel: 41")
    assert {one.code for one in mini.issues()} >= {"klein-aantal"}


@pytest.mark.parametrize("pakket", ["numpy", "scipy.optimize"])
def test_where_nothing_can_be_counted_with_it_says_that_the_ledger_was_not_audited(
    mini: Mini, pakket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser has no solver; the ledger is shown all the same, and never skipped in silence."""
    for name in [one for one in sys.modules if one.startswith(f"{AUDIT}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, pakket, None)
    mini.schrijf("monitor/uitgaven/ruw.csv", "kind;leeftijd\n")
    found = uitgaven.gecontroleerd(mini.map, 5)
    assert [(one.code, one.level) for one in found] == [
        ("vreemd-bestand", Level.FOUT),
        ("niet-nagerekend", Level.LET_OP),
    ]
    assert found[1].message == "De eigen tellingen zijn hier niet nagerekend."


def test_a_fault_in_the_audit_is_not_taken_for_a_package_that_is_not_there(
    mini: Mini, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, f"{AUDIT}.controle", None)
    with pytest.raises(ModuleNotFoundError):
        uitgaven.gecontroleerd(mini.map, 5)
