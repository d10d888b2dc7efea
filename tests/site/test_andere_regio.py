"""Sites of other regions than the one with everything: of what ``make regio`` writes, and of one that
has no more than an agenda, also in a language that is written from right to left.

That no link on them is dead, and no part empty, every build looks at.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from macros.opendata.adres import TABELVORMEN
from macros.opendata.contract import alle_tabellen
from macros.source.nodes import Value
from macros.source.writer import canonical
from macros.taal.catalogus import als_po, pad
from scripts.regio import main
from tests.gebouwd import WERKBANK, Bestand, bouw, eenmaal
from tests.huis import verbouw

NAAM = '\'s-Land: "de Kop" & om'
ALTIJD = {
    *("", "ouders/", "over/", "nog-niet-bekend/", "vertaling/"),
    *("privacy/", "toegankelijkheid/", "colofon/", "versies/", "nieuw/", "zoeken/"),
    *("open-data/", "open-data/velden/"),
}
"""The pages that every site has."""
HERKOMST: Value = {"bron": "bericht", "peildatum": "2021-04", "zekerheid": "bevestigd"}
AGENDA: dict[str, dict[str, Value]] = {
    "bronnen/bericht": {
        "titel": "Bericht over de agenda",
        "soort": "nieuwsbericht",
        **dict.fromkeys(("uitgever", "datum", "adres"), "onbekend"),
        "geraadpleegd": "2021-05",
        "toelichting": "Een bericht dat wij lazen.",
    },
    "agendas/plan": {
        "titel": "Plan van de streek",
        "looptijd": "onbekend",
        "samen": "De partijen werken samen aan kansen.",
        "voor_ouders": "Scholen en gemeenten werken samen.",
        "vastgesteld_op": "onbekend",
        "vastgesteld_door": "onbekend",
        "leidende_principes": "onbekend",
        "actielijnen": "onbekend",
        "herkomst": HERKOMST,
    },
    "speerpunten/kansen": {
        "agenda": "plan",
        "nummer": "1",
        "titel": "Kansen",
        "samen": "Wij geven elk kind een kans.",
        "voor_ouders": "Elk kind krijgt een kans.",
        **dict.fromkeys(("conclusie", "opdracht"), "onbekend"),
        **dict.fromkeys(("bestuurlijk_trekker", "ambtelijk_trekker"), "onbekend"),
        "herkomst": HERKOMST,
    },
}
"""What one news item tells: no term, no action, no year, no municipality."""


def regio(folder: Path) -> Path:
    data = folder / "data"
    assert main([str(data), "--naam", NAAM]) == 0
    return data


@pytest.fixture(scope="module")
def kaal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a region of which only the name is known."""
    return eenmaal(tmp_path_factory, "kaal", lambda f: bouw(regio(f), f / "site")) / "site"


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a region with an agenda and no more, in Dutch and in Arabic."""

    def maak(folder: Path) -> None:
        huis, data = verbouw(folder / "huis"), regio(folder)
        (huis / "docs" / "ar").mkdir()
        settings = "INHERIT: mkdocs.yml\ndocs_dir: docs/ar\ntheme:\n  language: ar\n"
        (huis / "mkdocs.ar.yml").write_text(settings, encoding="utf-8")
        file = data / "regio.yml"
        file.write_text(file.read_text("utf-8").replace("- en\n", "- ar\n"), encoding="utf-8")
        (data / "vertaling" / "en.po").unlink()
        for words in (huis / "macros", data):
            pad(words, "ar").write_text(als_po(Catalog(locale="ar"), "ar"), encoding="utf-8")
        for name, values in AGENDA.items():
            file = data / f"{name}.yml"
            file.parent.mkdir(exist_ok=True)
            record: dict[str, Value] = {"id": file.stem} if "/" in name else {}
            file.write_text(canonical(record | values), encoding="utf-8")
        bouw(data, folder / "site", huis=huis)

    return eenmaal(tmp_path_factory, "agenda", maak) / "site"


def adressen(site: Path, taal: str = "") -> set[str]:
    """Every page of a language, by its path below the folder of that language."""
    pages = {f"{file.parent.relative_to(site)}/" for file in site.rglob("index.html")}
    own = {page.removeprefix("./") for page in pages} - {WERKBANK}
    if taal:
        return {page.removeprefix(f"{taal}/") for page in own if page.startswith(f"{taal}/")}
    return {page for page in own if not re.match(r"(en|ar)/", page)}


def tabellen(site: Path) -> set[str]:
    """Every table to download, of which there are all kinds of files."""
    folder = site / "data" / "v1"
    found = {kind: {one.stem for one in folder.rglob(f"*.{kind}")} for kind in TABELVORMEN}
    assert found["csv"] == found["ods"] == found["xlsx"]
    assert found["csv"] <= found["json"]
    return found["csv"]


def van_gebied(*gebieden: str) -> set[str]:
    """The tables of the contract of these areas."""
    return {one.naam for one in alle_tabellen() if one.gebied in gebieden}


def test_of_a_region_that_has_only_a_name_every_page_is_there_in_both_languages(
    kaal: Path,
) -> None:
    assert adressen(kaal) == adressen(kaal, "en") == ALTIJD


def test_nothing_of_an_area_that_is_empty_is_downloaded_or_followed(kaal: Path) -> None:
    assert tabellen(kaal) == tabellen(kaal / "en") == van_gebied("regio")
    assert "atom" not in Bestand(kaal, kaal / "index.html").tekst


def test_a_region_with_an_agenda_alone_has_the_pages_and_files_of_that(agenda: Path) -> None:
    own = {"agenda/", "agenda/plan/", "agenda/kansen/", "stand-van-zaken/", "bronnen/"}
    assert adressen(agenda) == adressen(agenda, "ar") == ALTIJD | own
    assert tabellen(agenda) == tabellen(agenda / "ar") == van_gebied("regio", "agenda")
    found = re.findall(r"<loc>\S+?/focusagenda/(\S*?)</loc>", (agenda / "sitemap.xml").read_text())
    assert set(found) == (ALTIJD | own) - {"agenda/plan/"}  # that leads to agenda/
    menu = Bestand(agenda, agenda / "index.html").boom.css("header nav a")
    assert {str(a.attributes["href"]).removeprefix("./") for a in menu} <= ALTIJD | own


def test_what_no_source_says_of_an_agenda_is_unknown_or_left_out(agenda: Path) -> None:
    page = Bestand(agenda, agenda / "agenda/kansen/index.html").boom
    assert page.css_first("#planning") is None
    assert page.css_first("table") is None
    assert len(page.css(".herkomst")) == 1
    [unknown] = page.css(".niet-bekend")
    for what in (
        "wie bestuurlijk en ambtelijk trekt",
        "wat de opdracht is",
        "waarom dit speerpunt is gekozen",
    ):
        assert what in unknown.text()
    whole = Bestand(agenda, agenda / "agenda/index.html").boom
    assert [one.text() for one in whole.css(".rijen a")] == ["1. Kansen"]
    [unknown] = whole.css(".niet-bekend")
    assert "voor welke jaren zij is" in unknown.text()
    assert "De agenda liep" not in (whole.css_first("main").text())
    state = Bestand(agenda, agenda / "stand-van-zaken/index.html").boom
    assert (state.css_first("figure"), state.css_first("table")) == (None, None)


def test_each_door_of_the_start_page_leads_to_a_page_that_is_there(
    kaal: Path, agenda: Path
) -> None:
    doors = {
        site: [
            str(a.attributes["href"])
            for a in Bestand(site, site / "index.html").boom.css(".ingangen a")
        ]
        for site in (kaal, agenda)
    }
    assert [len(found) for found in doors.values()] == [1, 3]
    assert all((site / door).is_dir() for site, found in doors.items() for door in found)


def test_a_language_from_right_to_left_runs_that_way_and_its_dutch_does_not(agenda: Path) -> None:
    page = Bestand(agenda, agenda / "ar/agenda/index.html").boom
    assert page.css_first("html").attributes["lang"] == "ar"
    assert page.css_first("html").attributes["dir"] == "rtl"
    article = page.css_first("article")
    assert (article.attributes["lang"], article.attributes.get("dir")) == ("nl", "ltr")
