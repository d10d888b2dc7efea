"""Who decides what: pages of bodies, their drawings and lists, against the data files."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborNode

from tests.gebouwd import SITE_URL, TALEN, Bestand, records

STRUCTUUR = "overleg/"
OVERLEGGEN = records("overleg/overleggen")
LOKAAL = {key for key, one in OVERLEGGEN.items() if one["soort"] == "lokaal"}
STRUCTUREN = ("nieuw", "oud")


@pytest.fixture(scope="module")
def per_pad(paginas: list[Bestand]) -> dict[str, Bestand]:
    """Every page by its address."""
    return {page.pad: page for page in paginas}


def leads_to(page: Bestand, below: LexborNode) -> list[str]:
    """Where the links below a node lead: paths in the language of the page."""
    urls = [urljoin(page.url, link.attributes["href"] or "") for link in below.css("a[href]")]
    return [url.removeprefix(SITE_URL).removeprefix(TALEN[page.taal]) for url in urls]


def adres(key: str) -> str:
    return f"{STRUCTUUR}{key}/"


def doel(key: str, structuur: str) -> str:
    """Where a tie to a body leads: all local ones are one place."""
    return f"{STRUCTUUR}#lokaal-{structuur}" if key in LOKAAL else adres(key)


def banden(structuur: str) -> set[tuple[str, str]]:
    """The ties of a structure in the data: from, to."""
    here = {key: one for key, one in OVERLEGGEN.items() if structuur in one["structuren"]}
    ties = {
        (doel(key, structuur), doel(tie["naar"], structuur))
        for key, one in here.items()
        for tie in one.get("relaties", [])
        if tie["structuur"] == structuur
    }
    for key, one in here.items():
        seats = one["deelnemers"] if isinstance(one["deelnemers"], list) else []
        senders = [seat["overleg"] for seat in seats if seat.get("overleg") in here]
        ties |= {(doel(sender, structuur), doel(key, structuur)) for sender in senders}
    return ties


@pytest.mark.parametrize("taal", TALEN)
def test_every_body_is_reached_from_the_structure_and_leads_back(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[TALEN[taal] + STRUCTUUR]
    [main] = page.boom.css("main")
    assert {adres(key) for key in OVERLEGGEN} <= set(leads_to(page, main))
    for key in OVERLEGGEN:
        own = per_pad[TALEN[taal] + adres(key)]
        assert STRUCTUUR in leads_to(own, own.boom.css_first("main") or main), key
        assert taal != "nl" or OVERLEGGEN[key]["naam"] in own.boom.css_first("h1").text()


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("structuur", STRUCTUREN)
def test_the_drawing_has_a_box_for_every_tied_body_and_leads_to_its_page(
    per_pad: dict[str, Bestand], taal: str, structuur: str
) -> None:
    page = per_pad[TALEN[taal] + STRUCTUUR]
    drawn = page.boom.css(f"#tekening-{structuur}")
    boxes = [to for node in drawn for to in leads_to(page, node)]
    assert sorted(boxes) == sorted({end for tie in banden(structuur) for end in tie})
    assert len(drawn) == bool(boxes)


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("structuur", STRUCTUREN)
def test_the_list_tells_the_same_ties_as_the_data(
    per_pad: dict[str, Bestand], taal: str, structuur: str
) -> None:
    page = per_pad[TALEN[taal] + STRUCTUUR]
    [section] = page.boom.css(f"section[aria-labelledby=structuur-{structuur}]")
    told = set()
    for row in section.css("li"):
        here, *others = leads_to(page, row)
        told |= {(here, other) for other in others}
    assert told == banden(structuur)


@pytest.mark.parametrize("taal", TALEN)
def test_the_drawing_of_neighbours_leads_to_those_in_the_list(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    drawings = 0
    for key in OVERLEGGEN:
        page = per_pad[TALEN[taal] + adres(key)]
        for drawing in page.boom.css("#tekening-buren"):
            drawings += 1
            boxes = set(leads_to(page, drawing))
            [near] = page.boom.css(".route")
            told = {to for row in near.css("li") for to in leads_to(page, row)}
            local = {adres(other) for other in LOKAAL - {key}}
            told = {f"{STRUCTUUR}#lokaal-nieuw" if to in local else to for to in told}
            assert boxes - {adres(key)} <= told, key
            assert adres(key) in boxes, key
    assert drawings > 5


@pytest.mark.parametrize("taal", TALEN)
def test_a_seat_nobody_names_is_never_a_no(per_pad: dict[str, Bestand], taal: str) -> None:
    cells = [
        one.text(strip=True) for one in per_pad[f"{TALEN[taal]}overleg/deelnemers/"].boom.css("td")
    ]
    named = {"nl": "niet genoemd", "en": "not named"}[taal]
    assert named in cells
    assert {"", "nee", "no", "-", "x"}.isdisjoint({cell.lower() for cell in cells})


def test_both_languages_have_the_same_links_in_the_text(per_pad: dict[str, Bestand]) -> None:
    for pad in [page for page in per_pad if page.startswith(STRUCTUUR)]:
        links = []
        for taal in TALEN:
            page = per_pad[TALEN[taal] + pad]
            found = [to for node in page.boom.css("main article") for to in leads_to(page, node)]
            links.append(sorted(to for to in set(found) if to.startswith(STRUCTUUR)))
        assert links[0] == links[1], pad


def test_no_page_holds_an_address_or_number_of_a_person(per_pad: dict[str, Bestand]) -> None:
    said = re.compile(r"[\w.]+@[\w-]+\.\w+|\b06[- ]?\d{8}\b|\b(dhr|mevr|drs|mr|ir)\. ")
    for pad, page in per_pad.items():
        if page.eigen_pad.startswith(STRUCTUUR):
            [main] = page.boom.css("main")
            assert said.findall(main.text()) == [], pad
            assert not main.css("a[href^='mailto:'], a[href^='tel:']")
