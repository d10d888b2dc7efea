"""Everything the monitor computes, computed once more by pandas from the files themselves."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import isnan
from typing import TYPE_CHECKING

import pytest

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Getal, Periode
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.cijfers import Cijferboek
from tests.unit.mini import DATA_MINI

if TYPE_CHECKING:
    import pandas as pd

KEY = ["indicator", "gebied", "periode", "uitsplitsing"]


@pytest.fixture(scope="module")
def cijfers() -> pd.Series[float]:
    """Every number in the files by its key; what has a sign instead of a number is NaN."""
    import pandas as pd  # takes longer than all that it is used for: only where these tests run

    files = (DATA_MINI / "monitor" / "waarnemingen").glob("*.csv")
    every = pd.concat(pd.read_csv(file, sep=";", dtype=str) for file in files)
    values = pd.to_numeric(every["waarde"].str.replace(",", "."), errors="coerce")
    return pd.Series(values.to_numpy(), index=pd.MultiIndex.from_frame(every[KEY]))


def leden(regio: Regio) -> list[str]:
    return list(regio.leden)


def test_the_files_hold_figures_and_some_without_a_number(cijfers: pd.Series[float]) -> None:
    assert 0 < cijfers.isna().sum() < len(cijfers) / 5
    assert cijfers.index.is_unique


def test_the_region_is_the_sum_of_its_municipalities_or_nothing(
    regio: Regio, cijfers: pd.Series[float]
) -> None:
    boek = Cijferboek(Blik(regio, Vertaler("nl"), Datum(2023)))
    seen = 0
    of_members = cijfers[cijfers.index.get_level_values("gebied").isin(leden(regio))]
    for (key, period, part), group in of_members.groupby(["indicator", "periode", "uitsplitsing"]):
        indicator = regio.indicatoren[key]
        found = boek.vind(indicator, boek.gebied, Periode.parse(period), part)
        if indicator.eenheid is not Eenheid.AANTAL or len(group) < len(leden(regio)):
            assert found is None
            continue
        assert found is not None
        assert found.afgeleid
        if group.isna().any():
            assert not isinstance(found.cijfer, Getal)
        else:
            assert isinstance(found.cijfer, Getal)
            assert found.cijfer.waarde == int(group.sum())
            seen += 1
    assert seen == 4


def test_each_share_follows_from_its_counts(regio: Regio, cijfers: pd.Series[float]) -> None:
    boek = Cijferboek(Blik(regio, Vertaler("nl"), Datum(2023)))
    seen = 0
    for indicator in regio.indicatoren.values():
        if indicator.afleiding is None:
            continue
        for period in ("2021", "2022"):
            for area in (*leden(regio), "land"):
                above, below = (
                    sum(
                        cijfers.get((part.indicator, area, period, part.uitsplitsing), float("nan"))
                        for part in parts
                    )
                    for parts in (indicator.afleiding.teller, indicator.afleiding.noemer)
                )
                found = boek.vind(indicator, area, Periode.parse(period), TOTAAL)
                if isnan(above) or isnan(below):
                    assert found is None or not isinstance(found.cijfer, Getal)
                    continue
                exact = Decimal(int(above)) * 100 / Decimal(int(below))
                assert found is not None
                expected = exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
                assert found.cijfer == Getal(expected)
                seen += 1
    assert seen == 6
