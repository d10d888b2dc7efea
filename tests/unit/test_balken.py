"""Where bars begin and end: parts add up to the whole, and nothing lies outside the drawing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.model.agenda import Fase
from macros.render.balken import BALK, DIKTE, RIJ, onder_elkaar, procent
from macros.render.tijdlijn import KIER, NIET_IN_BRON, Vlak, meet
from macros.taal.vertaler import Tekst
from macros.views.agenda.routekaart import Cel, Routekaart, RoutekaartRij, Tijdlijn
from tests.langzaam import voorbeelden

PROPERTY = voorbeelden(40)
FIJN = 0.011
"""Two places that were rounded to hundredths of a percent may be so far apart."""

AANTALLEN = st.lists(st.integers(1, 400), min_size=1, max_size=12)
FASEN = st.lists(st.sampled_from(Fase), unique=True, max_size=3)


def getal(percent: str) -> float:
    assert percent.endswith("%")
    return float(percent[:-1])


def einde(begin: str, breed: str) -> float:
    return getal(begin) + getal(breed)


def test_a_part_is_told_in_hundredths_of_a_percent() -> None:
    assert [procent(1, 3), procent(2, 2), procent(0, 7)] == ["33.33%", "100.00%", "0.00%"]


def test_without_anything_to_count_there_is_no_bar() -> None:
    assert onder_elkaar([]).hoog == 0


@PROPERTY
@given(AANTALLEN)
def test_bars_below_each_other_keep_apart_and_inside_the_drawing(aantallen: list[int]) -> None:
    found = onder_elkaar(aantallen)
    most = max(aantallen)
    for one, aantal in zip(found.balken, aantallen, strict=True):
        assert getal(one.breed) == pytest.approx(100 * aantal / most, abs=FIJN)
        assert 0 < one.regel < one.y
    for one, after in pairwise(found.balken):
        assert one.y + one.dikte < after.regel
        assert after.y - one.y == RIJ
    assert found.balken[-1].y + DIKTE <= found.hoog == found.balken[-1].y - BALK + RIJ


def tijdlijn(*jaren: list[Fase]) -> tuple[list[float], list[list[Vlak]]]:
    """The middle of each year, and the bars of each: of one speerpunt with these phases."""
    cellen = tuple(
        Cel(2020 + n, None, tuple(fasen), tuple(str(fase) for fase in fasen))
        for n, fasen in enumerate(jaren)
    )
    rij = RoutekaartRij(1, Tekst("Samen", "nl"), "agenda/samen/", cellen)
    kaart = Routekaart(tuple(cel.jaar for cel in cellen), (), (rij,))
    found = meet(Tijdlijn(kaart, "", ()))
    [strook] = found.stroken
    bars = iter(strook.vlakken)
    per_year = [[next(bars) for _ in range(max(1, len(fasen)))] for fasen in jaren]
    assert list(bars) == []
    assert [jaar for jaar, _ in found.jaren] == [cel.jaar for cel in cellen]
    return [getal(midden) for _, midden in found.jaren], per_year


@PROPERTY
@given(st.lists(FASEN, min_size=1, max_size=60))
def test_the_bars_of_a_year_begin_and_end_where_the_year_does(jaren: list[list[Fase]]) -> None:
    middens, per_year = tijdlijn(*jaren)
    breed = 100 / len(jaren)
    for n, (midden, vlakken) in enumerate(zip(middens, per_year, strict=True)):
        deel = breed / len(vlakken)
        kier = min(KIER, deel / 4)
        assert midden == pytest.approx((n + 0.5) * breed, abs=FIJN)
        assert getal(vlakken[0].x) == pytest.approx(n * breed + kier, abs=FIJN)
        last = einde(vlakken[-1].x, vlakken[-1].breed)
        assert last == pytest.approx((n + 1) * breed - kier, abs=2 * FIJN)
        assert sum(getal(one.breed) + 2 * kier for one in vlakken) == pytest.approx(
            breed, abs=len(vlakken) * FIJN
        )


@PROPERTY
@given(st.lists(FASEN, min_size=1, max_size=60))
@example([[*Fase][:3]] * 60)
def test_no_bar_covers_another_or_leaves_the_drawing(jaren: list[list[Fase]]) -> None:
    _, per_year = tijdlijn(*jaren)
    bars = [vlak for vlakken in per_year for vlak in vlakken]
    for one in bars:
        assert getal(one.breed) > 0
        assert getal(one.x) < getal(one.midden) < einde(one.x, one.breed)
    for one, after in pairwise(bars):
        assert einde(one.x, one.breed) < getal(after.x)
    assert getal(bars[0].x) > 0
    assert einde(bars[-1].x, bars[-1].breed) < 100


def test_without_years_there_is_nothing_to_draw() -> None:
    assert tijdlijn() == ([], [])


def test_a_phase_has_its_letter_and_what_is_not_planned_has_none() -> None:
    _, [plan, nothing, unknown] = tijdlijn([Fase.UITVOEREN, Fase.EVALUEREN], [Fase.GEEN], [])
    assert [(one.soort, one.letter) for one in plan] == [("uitvoeren", "U"), ("evalueren", "E")]
    assert [(one.soort, one.letter) for one in (*nothing, *unknown)] == [
        ("geen", ""),
        (NIET_IN_BRON, ""),
    ]
