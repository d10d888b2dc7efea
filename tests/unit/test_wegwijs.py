"""The files at the root that programs ask for, and what a page says of itself in few signs."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from macros.engine.weggelaten import weggelaten
from macros.issue import Level
from macros.model.geheel import Regio
from macros.render.kop import OMSCHRIJVING, TITEL, ingekort, paginatitel
from macros.render.weergave import Weergave
from macros.render.wegwijs import MANIFEST, ROBOTS, SECURITY, SITEMAPS, wegwijs
from macros.site import controle
from macros.taal.talen import met_land
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import DAG, Mini

ADRES = "https://voorbeeld.test/mini/"


def bestanden(regio: Regio, taal: str = "nl") -> dict[str, str]:
    shown = Weergave(Blik(regio, Vertaler(taal), DAG))
    return {path: content.decode() for path, content in wegwijs(shown, ADRES)}


def test_one_index_has_the_site_map_of_each_language(regio: Regio) -> None:
    found = bestanden(regio)
    urls = [one.text for one in ET.fromstring(found[SITEMAPS]).iter() if one.tag.endswith("}loc")]
    assert urls == [f"{ADRES}sitemap.xml", f"{ADRES}en/sitemap.xml"]
    assert found[ROBOTS].splitlines()[-1] == f"Sitemap: {ADRES}{SITEMAPS}"


def test_other_languages_have_a_manifest_only(regio: Regio) -> None:
    found = bestanden(regio, "en")
    assert list(found) == [MANIFEST]
    manifest = json.loads(found[MANIFEST])
    assert manifest["lang"] == "en"
    assert manifest["start_url"] == "./"
    assert [one["sizes"] for one in manifest["icons"]] == ["180x180", "192x192", "512x512"]


def test_where_to_report_a_leak_is_told_for_less_than_a_year(regio: Regio) -> None:
    lines = dict(line.split(": ", 1) for line in bestanden(regio)[SECURITY].splitlines())
    assert lines == {
        "Contact": regio.instellingen.contact,
        "Expires": "2027-11-01T00:00:00Z",
        "Preferred-Languages": "nl, en",
        "Canonical": f"{ADRES}{SECURITY}",
    }


VELDEN = {
    "beheer": "Regiobureau",
    "contact": "https://voorbeeld.example/contact?a=1&b=2",
    "licentie_teksten": "CC BY 4.0",
}


@pytest.mark.parametrize(
    ("veld", "zonder"),
    [
        ("contact", "geen .well-known/security.txt en geen beschrijving van de open data"),
        ("beheer", "geen beschrijving van de open data voor catalogi (DCAT-AP-NL): die noemt wie"),
        ("licentie_teksten", "geen beschrijving van de open data voor catalogi (DCAT-AP-NL): die"),
    ],
)
def test_what_goes_without_for_want_of_a_field_is_told_at_that_field(
    mini: Mini, veld: str, zonder: str
) -> None:
    mini.vervang("regio.yml", "beheer: onbekend", f"beheer: {VELDEN['beheer']}")
    mini.vervang("regio.yml", "licentie_teksten: onbekend", "licentie_teksten: CC BY 4.0")
    assert weggelaten(mini.load()) == []
    mini.vervang("regio.yml", f"{veld}: {VELDEN[veld]}", f"{veld}: ‸onbekend")
    loaded = mini.load()
    assert loaded.regio is not None
    assert (SECURITY in bestanden(loaded.regio)) is (veld != "contact")
    [issue] = weggelaten(loaded)
    assert mini.waar(issue) == mini.plaats
    assert issue.level is Level.LET_OP
    assert issue.message.startswith(f"Zonder '{veld}' is er {zonder}")


LANG = "Een titel van tweehonderd tekens " * 6


@pytest.mark.parametrize(
    ("titel", "hele"),
    [
        ("Kalender", "Kalender - Samen"),
        ("x" * 62, f"{'x' * 62} - Samen"),
        ("x" * 63, "x" * 63),
        (LANG, "Een titel van tweehonderd tekens Een titel van tweehonderd tekens Een…"),
        ("x" * 200, f"{'x' * 69}…"),
    ],
)
def test_a_title_has_the_name_of_the_site_where_there_is_room(titel: str, hele: str) -> None:
    found = paginatitel(titel, "Samen")
    assert found == hele
    assert len(found) <= TITEL


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("Kort.", "Kort."),
        ("", ""),
        (f"{'a' * 90}. {'b' * 90}.", f"{'a' * 90}."),
        (f"Zo. {'woord ' * 40}", f"Zo. {'woord ' * 25}woord…"),
        ("x" * 300, f"{'x' * 159}…"),
        ("\n  twee\n regels ", "twee regels"),
    ],
)
def test_a_description_ends_with_a_sentence_or_a_word(tekst: str, kort: str) -> None:
    assert ingekort(tekst, OMSCHRIJVING) == kort
    assert len(kort) <= OMSCHRIJVING


def test_a_language_has_a_land() -> None:
    assert [met_land(one) for one in ("nl", "en", "fy", "pt-BR")] == [
        *("nl_NL", "en_GB", "fy_NL", "pt_BR")
    ]


def test_what_is_written_in_the_head_is_as_long_as_the_check_of_the_site_allows() -> None:
    assert (TITEL, OMSCHRIJVING) == (controle.TITEL, controle.OMSCHRIJVING)
