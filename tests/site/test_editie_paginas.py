"""The site of a region whose second agenda counts: both are there, each at its addresses; one counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import opvolger
from tests.gebouwd import SITE_URL, Bestand, bouw, eenmaal, stel_samen
from tests.opvolger import DAARNA, EERST, PRINCIPE, PUNT
from tests.site.lezen import rijen


@pytest.fixture(scope="module")
def na(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site. That it was built says that every link and anchor leads somewhere."""

    def maak(folder: Path) -> None:
        data = stel_samen(folder / "data")
        opvolger.schrijf(data)
        bouw(data, folder / "site")

    return eenmaal(tmp_path_factory, "opvolger", maak) / "site"


def pagina(site: Path, pad: str) -> Bestand:
    return Bestand(site, site / pad / "index.html")


def test_the_address_of_the_agenda_that_counts_leads_to_the_root(na: Path) -> None:
    page = pagina(na, f"agenda/{DAARNA}/").boom
    [refresh] = page.css("meta[http-equiv=refresh]")
    assert refresh.attributes["content"] == "0; url=../../agenda/"
    [canonical] = page.css("link[rel=canonical]")
    assert canonical.attributes["href"] == f"{SITE_URL}agenda/"
    assert page.css("meta[name=robots][content=noindex]")
    assert page.css("article a[href='../../agenda/']")
    assert not page.css("[data-pagefind-body]")


def test_both_agendas_are_in_the_map_of_the_site_once(na: Path) -> None:
    places = (na / "sitemap.xml").read_text(encoding="utf-8")
    for pad in ("", f"{EERST}/", f"{EERST}/acties/", f"{PUNT}/", "alles-bekend/"):
        assert places.count(f"<loc>{SITE_URL}agenda/{pad}</loc>") == 1, pad
    assert f"agenda/{DAARNA}/" not in places


def test_what_is_of_before_is_found_behind_the_rest(na: Path) -> None:
    weight = {
        pad: page.attributes.get("data-pagefind-weight")
        for pad in (f"agenda/{EERST}/", "agenda/alles-bekend/", f"agenda/{PUNT}/")
        for page in pagina(na, pad).boom.css("[data-pagefind-body]")
    }
    assert weight == {
        f"agenda/{EERST}/": "0.3",
        "agenda/alles-bekend/": "0.3",
        f"agenda/{PUNT}/": None,
    }


def test_menus_lists_and_files_are_of_the_agenda_that_counts(na: Path) -> None:
    start = pagina(na, "").boom
    every = " ".join(one.attributes.get("href") or "" for one in start.css("header a, main a"))
    assert "agenda/alles-bekend/" not in every
    assert "Plan twee" in start.css_first("header").text()
    agendas = {row["actie"]: row["agenda"] for row in rijen(na, "nl", "acties").values()}
    assert agendas["De lijst bewaren"] == DAARNA
    assert agendas["Uitzoeken wat er is"] == EERST
    feed = (na / "nieuw.atom").read_text(encoding="utf-8")
    assert "agenda/veel-onbekend/" not in feed
    assert pagina(na, "leidende-principes/").boom.css_first(f"#{PRINCIPE}")
    assert pagina(na, f"agenda/{EERST}/leidende-principes/").boom.css_first("#samen-doen")
