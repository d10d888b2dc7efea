"""Another region's folder becomes a site too; this one is invented, and every page says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.gebouwd import ROOT, Bestand, bouw, records

MINI = ROOT / "tests" / "data_mini"


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Bestand]:
    """The pages of the site of the smallest region, by address."""
    site: Path = tmp_path_factory.mktemp("mini") / "site"
    bouw(MINI, site)
    return {one.pad: one for one in (Bestand(site, file) for file in site.rglob("*.html"))}


def test_every_page_says_that_the_region_is_invented(mini: dict[str, Bestand]) -> None:
    silent = [
        pad
        for pad, page in mini.items()
        if not re.search(
            "voorbeeld|example", " ".join(p.text() for p in page.boom.css("p.melding"))
        )
    ]
    assert silent == []


def test_site_bears_the_name_of_that_region(mini: dict[str, Bestand]) -> None:
    settings = yaml.load((MINI / "regio.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    name = mini[""].boom.css_first(".kop__naam").text(strip=True)
    assert name == settings["titel"]
    assert name in mini[""].boom.css_first("head > title").text()


def test_archived_speerpunt_keeps_its_page_and_is_listed_nowhere(mini: dict[str, Bestand]) -> None:
    files = {file.stem for file in (MINI / "speerpunten").glob("*.yml")}
    active = set(records("speerpunten", MINI))
    assert active < files
    for key in files:
        assert f"agenda/{key}/" in mini
        listed = [
            link
            for link in mini["agenda/"].boom.css("main a")
            if f"/{key}/" in f"/{link.attributes['href']}"
        ]
        assert bool(listed) == (key in active)
