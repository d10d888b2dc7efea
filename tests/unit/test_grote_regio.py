"""A region of forty municipalities with many records of every kind is checked and stays readable.

With ``TRAAG=1`` it has 300 of each, and its whole site is built and held to what holds of any site.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.issue import Level
from macros.load import load
from macros.model.basis.datum import Datum
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.overleg.groepen import GENOEG, WEINIG, Groep, per_jaar, per_maand
from scripts.build import main as bouw
from scripts.synthetisch import maak_groot
from tests.langzaam import traag, voorbeelden
from tests.unit.mini import ROOT

HANDLEIDING = ROOT / "tests" / "data_handleiding"
VANDAAG = Datum(2030, 6, 1)
"""Between the meetings that were and those to come."""
NL = Vertaler("nl")


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Weergave:
    """A region large enough for every list to be parted."""
    folder = tmp_path_factory.mktemp("groot") / "data"
    maak_groot(HANDLEIDING, folder, 2 * GENOEG + 4)
    loaded = load(folder, VANDAAG)
    assert [one for one in loaded.issues if one.level is Level.FOUT] == []
    assert loaded.regio is not None
    assert len(loaded.regio.gemeenten) == 40
    return Weergave(Blik(loaded.regio, NL, VANDAAG))


@pytest.mark.parametrize(
    ("blok", "adres", "rij"),
    [
        ("kalender", "overleg/kalender/", "vergaderingen"),
        ("besluiten", "overleg/besluiten/", "besluiten"),
    ],
)
def test_a_long_list_is_whole_in_the_page_and_folded_away(
    groot: Weergave, blok: str, adres: str, rij: str
) -> None:
    show = next(one for one in all_blokken() if one.__name__ == blok)
    page = LexborHTMLParser(str(show(groot.pagina(adres))))
    assert len(page.css(f"[data-rij={rij}]")) == 2 * GENOEG + 4
    for closed in page.css("details[data-groep]:not([open])"):
        closed.decompose()
    assert len(page.css(f"[data-rij={rij}]")) <= WEINIG


def test_each_of_forty_municipalities_has_a_page_that_stays_short(groot: Weergave) -> None:
    """What is there for the whole region is folded away, and nothing grows with the others."""
    show = next(one for one in all_blokken() if one.__name__ == "gemeente")
    sizes = set()
    for key, one in groot.blik.regio.gemeenten.items():
        page = LexborHTMLParser(str(show(groot.pagina(f"gemeente/{key}/"), key)))
        assert page.css_first("h1").text() == one.naam
        for closed in page.css("details:not([open])"):
            closed.decompose()
        sizes.add(len(page.css("main, li, dd, p")))
    assert len(sizes) < 10
    assert max(sizes) < 100


DATUMS = st.lists(
    st.builds(Datum, st.integers(2020, 2022), st.none() | st.integers(1, 12)), max_size=40
).map(lambda dates: sorted(dates, key=lambda one: one.begin))


def rijen(groepen: tuple[Groep[int], ...]) -> list[int]:
    """The rows as a reader finds them, part by part."""
    found: list[int] = []
    for one in groepen:
        own = rijen(one.groepen) if one.groepen else list(one.rijen)
        assert len(own) == one.aantal
        found += own
    return found


@voorbeelden(60)
@given(DATUMS)
def test_parting_a_list_loses_no_row_and_keeps_the_order(datums: list[Datum]) -> None:
    rows = list(zip(datums, range(len(datums)), strict=True))
    for found in (per_maand(NL, rows), per_jaar(NL, rows)):
        assert rijen(found) == (list(range(len(rows))) if len(rows) > GENOEG else [])


@traag
def test_a_site_of_three_hundred_of_each_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1906545600")
    maak_groot(HANDLEIDING, tmp_path / "data", 300)
    assert bouw(["--data", str(tmp_path / "data"), "--out", str(tmp_path / "site")]) == 0
    pages = {file.parent.name for file in (tmp_path / "site").rglob("index.html")}
    for kind in ("speerpunt", "arrangement"):
        assert {f"{kind}-{number}" for number in range(1, 301)} <= pages
