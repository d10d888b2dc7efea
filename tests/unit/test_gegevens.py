"""What a page says of itself to a search engine, held against the words of schema.org."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from macros.model.geheel import Regio, adres_van
from macros.model.monitor.indicator import Indicator
from macros.opendata.adres import FIGUURVORMEN, TABELVORMEN
from macros.opendata.overzicht import tabellen
from macros.render.gegevens import CONTEXT, Ding, dingen, met_gegevens
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.wijziging.stand import Stand
from tests.unit.mini import DAG, ROOT, Mini

WORTEL = "https://voorbeeld.test/mini/"
NL = Vertaler("nl")
TEKST = {"Text", "URL", "DateTime", "Date", "Thing"}
"""What a text can be: of a thing its address says which."""


@cache
def woorden() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "tests/schema_org.yml").read_text("utf-8"))
    return found


def soorten(kind: str) -> set[str]:
    """A type and all that it is a kind of."""
    return {kind}.union(*(soorten(one) for one in woorden()[kind]["is"]))


def fouten(thing: Any, waar: str = "") -> Iterator[str]:
    """What of a thing is no word of the vocabulary, or something else than it may be."""
    kind = thing.get("@type")
    if kind not in woorden():
        yield f"{waar}: geen soort {kind}"
        return
    known = {
        name: set(may) for one in soorten(kind) for name, may in woorden()[one]["heeft"].items()
    }
    for name, value in thing.items():
        if name in ("@type", "@context"):
            continue
        here = f"{waar}/{kind}.{name}"
        if name not in known:
            yield f"{here}: geen woord"
        for one in value if isinstance(value, list) else [value]:
            may = known.get(name, set())
            if isinstance(one, dict):
                if not soorten(one["@type"]) & may:
                    yield f"{here}: geen {one['@type']}"
                yield from fouten(one, here)
            elif isinstance(one, bool):
                if "Boolean" not in may:
                    yield f"{here}: geen ja of nee"
            elif isinstance(one, int):
                if not may & {"Integer", "Number"}:
                    yield f"{here}: geen getal"
            elif not may & TEKST and not (
                name == "eventStatus"
                and re.fullmatch(rf"{CONTEXT}/Event(Scheduled|Cancelled)", one)
            ):
                yield f"{here}: geen tekst"


def alle(blik: Blik) -> list[tuple[str, Ding]]:
    return [(pad, one) for pad, some in dingen(blik, WORTEL).items() for one in some]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_thing_is_in_the_words_of_the_vocabulary(regio: Regio, taal: str) -> None:
    things = alle(Blik(regio, Vertaler(taal), DAG))
    kinds = {one["@type"] for _, one in things}
    assert kinds == {
        *("WebSite", "AdministrativeArea", "Organization", "Dataset", "DataCatalog", "Event")
    }
    assert [said for pad, one in things for said in fouten(one, pad)] == []


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ({"@type": "Figuur"}, ": geen soort Figuur"),
        ({"@type": "Event", "begin": "x"}, "/Event.begin: geen woord"),
        ({"@type": "Event", "organizer": {"@type": "Place"}}, "/Event.organizer: geen Place"),
        ({"@type": "Event", "eventStatus": "gepland"}, "/Event.eventStatus: geen tekst"),
        ({"@type": "Dataset", "name": True}, "/Dataset.name: geen ja of nee"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_found(thing: Ding, said: str) -> None:
    assert said in [*fouten(thing)]


def test_addresses_are_whole_and_days_are_days(regio: Regio) -> None:
    for _, one in alle(Blik(regio, NL, DAG)):
        if one["@type"] == "Event":
            datetime.datetime.fromisoformat(one["startDate"])
            assert one["url"].startswith(f"{WORTEL}overleg/kalender/#")
        for download in one.get("distribution", ()):
            assert download["contentUrl"].startswith(f"{WORTEL}data/v1/monitor/")


def test_a_meeting_has_the_time_and_place_that_are_known_and_no_other(regio: Regio) -> None:
    events = dingen(Blik(regio, NL, DAG), WORTEL)["overleg/kalender/"]
    known = [one for one in regio.vergaderingen.values() if one.datum.dagdatum]
    assert len(events) == len([one for one in known if one.status == "actief"])
    assert {"T" in one["startDate"] for one in events} == {True, False}
    assert any("location" not in one for one in events)
    assert "onbekend" not in json.dumps(events)


PAGINA = (
    '<html><head><title>x</title></head><body><nav class="kruimels"><ol>'
    '<li><a href="../../">Start</a></li>\n<li><a href="../">A &amp; <em>b</em></a></li>'
    "</ol></nav><h1>Kop <span>hier</span></h1></body></html>"
)


def gegevens(html: str) -> list[Ding]:
    """What stands in the head of a page."""
    head = html.partition("</head>")[0]
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    return [json.loads(one) for one in found]


def test_the_way_to_a_page_is_that_of_its_breadcrumbs(regio: Regio) -> None:
    [crumbs] = gegevens(met_gegevens(PAGINA, Blik(regio, NL, DAG), WORTEL, "a/b/"))
    steps = [(one["position"], one["name"], one["item"]) for one in crumbs["itemListElement"]]
    assert steps == [
        (1, "Start", WORTEL),
        (2, "A & b", f"{WORTEL}a/"),
        (3, "Kop hier", f"{WORTEL}a/b/"),
    ]
    assert [*fouten(crumbs)] == []


def test_a_page_without_a_way_and_about_nothing_stays_as_it_is(regio: Regio) -> None:
    html = "<html><head></head><body><h1>x</h1></body></html>"
    assert met_gegevens(html, Blik(regio, NL, DAG), WORTEL, "x/") == html


def test_no_text_ends_the_script_it_stands_in(mini: Mini) -> None:
    mini.vervang("regio.yml", "titel: Samen in 't klein", 'titel: "</script><b>x"')
    regio = mini.load().regio
    assert regio is not None
    html = met_gegevens("<head></head>", Blik(regio, NL, DAG), WORTEL, "")
    assert html.count("</script>") == 1
    assert gegevens(html)[0]["name"] == "</script><b>x"


def test_who_keeps_the_site_is_told_with_where_to_ask_as_soon_as_it_is_known(mini: Mini) -> None:
    regio = mini.load().regio
    assert regio is not None
    assert "publisher" not in dingen(Blik(regio, NL, DAG), WORTEL)[""][0]
    mini.vervang("regio.yml", "beheer: onbekend", "beheer: Bureau Mini")
    regio = mini.load().regio
    assert regio is not None
    site = dingen(Blik(regio, NL, DAG), WORTEL)[""][0]
    assert site["publisher"]["name"] == "Bureau Mini"
    assert site["publisher"]["contactPoint"]["url"] == regio.instellingen.contact
    assert [*fouten(site)] == []


def test_figures_have_all_their_files_and_the_codes_of_their_municipalities(regio: Regio) -> None:
    for one in regio.indicatoren:
        (found,) = dingen(Blik(regio, NL, DAG), WORTEL)[adres_van(Indicator, one)]
        towns = found["spatialCoverage"]["containsPlace"]
        assert {town["identifier"] for town in towns} == {
            town.cbs_code for town in regio.gemeenten.values()
        }
        ends = [file["contentUrl"].rpartition(".")[2] for file in found.get("distribution", ())]
        assert ends == list(FIGUURVORMEN) * (len(ends) // len(FIGUURVORMEN))
        assert ("distribution" in found) is ("temporalCoverage" in found)


def test_the_page_of_the_open_data_is_a_catalogue_of_every_table(regio: Regio) -> None:
    blik = Blik(regio, NL, DAG)
    [found] = dingen(blik, WORTEL)["open-data/"]
    assert [one["name"] for one in found["dataset"]] == [one.titel for one in tabellen(blik)]
    files = [file for one in found["dataset"] for file in one["distribution"]]
    assert [file["contentUrl"] for file in files] == [
        f"{WORTEL}data/v1/{one.naam}.{end}" for one in tabellen(blik) for end in TABELVORMEN
    ]
    assert ("license" in found, "publisher" in found, "dateModified" in found) == (False,) * 3
    day = datetime.date(2026, 10, 31)
    [found] = dingen(Blik(regio, NL, DAG, stand=Stand(dag=day)), WORTEL)["open-data/"]
    assert found["dateModified"] == "2026-10-31"


@pytest.mark.parametrize(
    ("tekst", "licentie"),
    [
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("Vraag het eerst.", {"@type": "CreativeWork", "name": "Vraag het eerst."}),
    ],
)
def test_a_licence_is_its_address_and_other_terms_are_as_they_are_written(
    mini: Mini, tekst: str, licentie: object
) -> None:
    mini.vervang("regio.yml", "beheer: onbekend", "beheer: Bureau Mini")
    mini.vervang("regio.yml", "licentie_teksten: onbekend", f"licentie_teksten: {tekst}")
    regio = mini.load().regio
    assert regio is not None
    things = [one for _, one in alle(Blik(regio, NL, DAG)) if one["@type"].startswith("Data")]
    [catalogue] = [one for one in things if one["@type"] == "DataCatalog"]
    assert [one["license"] for one in (*things, *catalogue["dataset"])] == [licentie] * (
        len(things) + len(catalogue["dataset"])
    )
    assert {one["publisher"]["name"] for one in things} == {"Bureau Mini"}
    assert [said for one in things for said in fouten(one)] == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_data_set_says_enough_for_a_catalogue_and_when_it_changed(
    regio: Regio, taal: str
) -> None:
    """A description of fewer than 50 characters is refused by Google Dataset Search."""
    blik = Blik(regio, Vertaler(taal), DAG, stand=Stand(dag=datetime.date(2026, 10, 31)))
    own = [one for _, one in alle(blik) if one["@type"] == "Dataset"]
    [catalogue] = [one for _, one in alle(blik) if one["@type"] == "DataCatalog"]
    short = min((*own, *catalogue["dataset"]), key=lambda one: len(one["description"]))
    assert len(short["description"]) >= 50, short["description"]
    assert {one["dateModified"] for one in (*own, *catalogue["dataset"])} == {"2026-10-31"}
    for one in (*own, *catalogue["dataset"]):
        assert one["name"] in one["description"]
        assert regio.instellingen.naam in one["description"]


def test_only_the_page_about_open_data_leads_a_program_to_the_index(regio: Regio) -> None:
    blik = Blik(regio, NL, DAG)
    led = f'<link rel="alternate" type="application/json" href="{WORTEL}data/v1/index.json">'
    page = "<head></head><h1>Open data</h1>"
    assert met_gegevens(page, blik, WORTEL, "open-data/").count(led) == 1
    assert led not in met_gegevens(page, blik, WORTEL, "over/")
