"""Who decides what and when: pages of bodies and meetings, and files to follow them, against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from tests.gebouwd import SITE_URL, TALEN, VANDAAG, Bestand, bestanden, records, woord
from tests.site.lezen import leads_to, tabel

STRUCTUUR = "overleg/"
OVERLEGGEN = records("overleg/overleggen")
LOKAAL = {key for key, one in OVERLEGGEN.items() if one["soort"] == "lokaal"}
STRUCTUREN = ("nieuw", "oud")
VERGADERINGEN = records("overleg/vergaderingen")
BESLUITEN = records("overleg/besluiten")
DOCUMENTEN = records("overleg/documenten")
ROUTES = records("overleg/routes")
ROUTES_OOK_OUD = bestanden("overleg/routes")
VOORSTELLEN = records("overleg/voorstellen")
ATOM = "{http://www.w3.org/2005/Atom}"


def adres(key: str) -> str:
    return f"{STRUCTUUR}{key}/"


def doel(key: str, structuur: str, among: set[str]) -> str:
    """Where a tie to a body leads: two or more local ones are one place."""
    together = key in LOKAAL and len(LOKAAL & among) > 1
    return f"{STRUCTUUR}#lokaal-{structuur}" if together else adres(key)


def banden(structuur: str) -> set[tuple[str, str]]:
    """The ties of a structure in the data: from, to."""
    here = {key: one for key, one in OVERLEGGEN.items() if structuur in one["structuren"]}
    ties = {
        (doel(key, structuur, {*here}), doel(tie["naar"], structuur, {*here}))
        for key, one in here.items()
        for tie in one.get("relaties", [])
        if tie["structuur"] == structuur
    }
    for key, one in here.items():
        seats = one["deelnemers"] if isinstance(one["deelnemers"], list) else []
        senders = [seat["overleg"] for seat in seats if seat.get("overleg") in here]
        ties |= {
            (doel(sender, structuur, {*here}), doel(key, structuur, {*here})) for sender in senders
        }
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
    local_boxes = set()
    for key in OVERLEGGEN:
        page = per_pad[TALEN[taal] + adres(key)]
        for drawing in page.boom.css("#tekening-buren"):
            boxes = set(leads_to(page, drawing))
            [near] = page.boom.css(".route")
            told = {to for row in near.css("li") for to in leads_to(page, row)}
            others = {other for other in OVERLEGGEN if other != key and adres(other) in told}
            expected = {doel(other, "nieuw", others) for other in others}
            assert boxes - {adres(key)} <= expected, key
            assert adres(key) in boxes, key
            local_boxes |= boxes & {doel(other, "nieuw", others) for other in others & LOKAAL}
    assert f"{STRUCTUUR}#lokaal-nieuw" in local_boxes
    assert len(local_boxes) > 1


@pytest.mark.parametrize("taal", TALEN)
def test_a_seat_nobody_names_is_never_a_no(per_pad: dict[str, Bestand], taal: str) -> None:
    page = per_pad[f"{TALEN[taal]}overleg/deelnemers/"]
    rows = page.boom.css(".zetels li")
    named = {to for row in rows for to in leads_to(page, row)}
    seats = {
        adres(key)
        for key, one in OVERLEGGEN.items()
        if key not in LOKAAL and isinstance(one["deelnemers"], list)
    }
    assert seats
    assert seats <= named
    assert {"nee", "no", "-", "x"}.isdisjoint(
        {part.strip().lower() for row in rows for part in row.text(separator="|").split("|")}
    )
    assert NIET_ER_BIJ[taal] in page.boom.css_first(".zetels").text()


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


# ---------------------------------------------------------------- meetings and decisions


NIET_ER_BIJ = {
    taal: woord(taal, "Staat een partij er niet bij, dan noemt de bron haar niet. Dat is geen nee.")
    for taal in TALEN
}


def komt(one: dict[str, Any]) -> bool:
    """Whether a meeting may still come; of a month or a year as long as that lasts."""
    datum: str = one["datum"]
    return one["stand"] != "gehouden" and datum >= str(VANDAAG)[: len(datum)]


KOMEND = {key for key, one in VERGADERINGEN.items() if komt(one)}
BRENGERS = {
    key: {
        other
        for other, one in OVERLEGGEN.items()
        for tie in one.get("relaties", [])
        if tie["naar"] == key and tie["soort"] == "koppelt-terug"
    }
    for key in LOKAAL
}
"""Of each local body those that report to it."""
LEEG = "Geen nieuwe data bekend: in onze bronnen staat geen bijeenkomst die nog moet komen."
WAAROM = "Geen van deze overleggen heeft een komende vergadering in de kalender."
NIETS_TE_BEREKENEN = (
    "Nu valt er niets te berekenen: met deze kalender komt geen voorstel tot een besluit."
)


def besloten_door(key: str) -> str:
    """The body that took a decision."""
    found: str = VERGADERINGEN[BESLUITEN[key]["vergadering"]]["overleg"]
    return found


def onder(page: Bestand, kop: str) -> tuple[set[str | None], str]:
    """What stands below a heading, up to the next: the ids of its rows, and its text."""
    rows, text = set(), ""
    node = page.boom.css_first(f"h2#{kop}")
    while node is not None and (node := node.next) and node.tag != "h2":
        text += node.text()
        rows |= {row.attributes["id"] for row in node.css("li[id]")}
    return rows, text


@pytest.mark.parametrize("taal", TALEN)
def test_the_calendar_tells_what_comes_or_that_it_is_empty(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[f"{TALEN[taal]}overleg/kalender/"]
    coming, text = onder(page, "komend")
    assert coming == KOMEND
    assert (woord(taal, LEEG) in text) == (not KOMEND)
    assert onder(page, "geweest")[0] == VERGADERINGEN.keys() - KOMEND


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize(
    ("pad", "rij", "soort"),
    [
        ("kalender", "li[id]", VERGADERINGEN),
        ("besluiten", "li[id]", BESLUITEN),
        ("documenten", "li[id]", DOCUMENTEN),
        ("routes", "section[id]", ROUTES),
        ("planner", "section[id]", ROUTES),
    ],
)
def test_every_record_has_a_place_on_the_page_of_its_kind(
    per_pad: dict[str, Bestand], taal: str, pad: str, rij: str, soort: dict[str, Any]
) -> None:
    page = per_pad[f"{TALEN[taal]}overleg/{pad}/"]
    rows = [node.attributes["id"] for node in page.boom.css(f"main {rij}")]
    assert sorted(str(one) for one in rows) == sorted(soort)
    assert soort


@pytest.mark.parametrize("taal", TALEN)
def test_a_decision_has_a_page_and_keeps_its_place_in_the_list(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    listed = per_pad[f"{TALEN[taal]}overleg/besluiten/"]
    for key in BESLUITEN:
        assert f"{TALEN[taal]}overleg/besluiten/{key}/" in per_pad
        [row] = listed.boom.css(f"main li[id='{key}']")
        assert leads_to(listed, row)[0] == f"overleg/besluiten/{key}/"


@pytest.mark.parametrize("taal", TALEN)
def test_a_proposal_has_a_page_a_place_in_the_list_and_a_row_to_download(
    site: Path, per_pad: dict[str, Bestand], taal: str
) -> None:
    """Twelve, of which each is somewhere else on its way."""
    listed = per_pad[f"{TALEN[taal]}overleg/voorstellen/"]
    for key, one in VOORSTELLEN.items():
        here = f"overleg/voorstellen/{key}/"
        rows = listed.boom.css(f"main li[data-sleutel='{key}']")
        assert {leads_to(listed, row)[0] for row in rows} == {here}
        page = per_pad[TALEN[taal] + here]
        [steps] = [page.boom.css("#stappen + .rijen > li")] if "stappen" in one else [[]]
        assert len(steps) == len(one.get("stappen", []))
        route = ROUTES_OOK_OUD[one["route"]]
        assert len(page.boom.css(".route ol li")) == len(route["stappen"])
    assert len(VOORSTELLEN) == 12
    assert [row[0] for row in tabel(site, taal, "voorstellen")[1:]] == sorted(VOORSTELLEN)


@pytest.mark.parametrize("taal", TALEN)
def test_from_every_page_about_the_bodies_decisions_and_calendar_are_two_taps_away(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    wanted = {"overleg/besluiten/", "overleg/kalender/"}
    structure = per_pad[TALEN[taal] + STRUCTUUR]
    [main] = structure.boom.css("main")
    assert wanted <= set(leads_to(structure, main))
    for page in per_pad.values():
        if page.taal == taal and page.eigen_pad.startswith(STRUCTUUR):
            [body] = page.boom.css("body")
            linked = {to.partition("#")[0] for to in leads_to(page, body)}
            assert STRUCTUUR in linked or wanted <= linked, page.pad


@pytest.mark.parametrize("taal", TALEN)
def test_a_decision_is_reached_from_its_body_its_meeting_and_its_documents(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    def linked(pad: str, below: str) -> list[str]:
        page = per_pad[TALEN[taal] + pad]
        return [to for node in page.boom.css(f"main {below}") for to in leads_to(page, node)]

    for key, one in BESLUITEN.items():
        here, meeting = f"overleg/besluiten/{key}/", one["vergadering"]
        assert here in linked(adres(besloten_door(key)), ".rijen"), key
        assert here in linked("overleg/kalender/", f"#{meeting}"), key
        assert f"overleg/kalender/#{meeting}" in linked(here, "dl"), key
        for document in one.get("documenten", []):
            assert here in linked("overleg/documenten/", f"#{document}"), key


@pytest.mark.parametrize("taal", TALEN)
def test_a_local_body_to_which_others_report_has_news_of_them_alone(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    with_news = {f"{TALEN[taal]}{adres(key)}nieuws/" for key, who in BRENGERS.items() if who}
    pages = {pad for pad, page in per_pad.items() if page.taal == taal and pad.endswith("/nieuws/")}
    assert pages == with_news
    assert pages
    for key, who in BRENGERS.items():
        own = per_pad[TALEN[taal] + adres(key)]
        main = own.boom.css_first("main")
        assert main is not None
        assert (f"{adres(key)}nieuws/" in leads_to(own, main)) == bool(who)
        if who:
            news = per_pad[f"{TALEN[taal]}{adres(key)}nieuws/"]
            decided, _ = onder(news, "besluiten")
            coming, text = onder(news, "komend")
            assert decided == {one for one in BESLUITEN if besloten_door(one) in who}
            assert coming == {one for one in KOMEND if VERGADERINGEN[one].get("overleg") in who}
            assert (woord(taal, LEEG) in text) == (not coming)


@pytest.mark.parametrize("taal", TALEN)
def test_no_date_of_a_route_is_named_without_a_calendar(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    """Bodies on a route that have a meeting to come are what makes a date possible."""
    meet = {VERGADERINGEN[one].get("overleg") for one in KOMEND}
    routes = [
        {key for stap in one["stappen"] for key in stap["overleggen"]} for one in ROUTES.values()
    ]
    silent = [bodies for bodies in routes if not bodies & meet]
    possible = len(silent) < len(routes)
    planner, times = (f"{TALEN[taal]}overleg/{pad}/" for pad in ("planner", "doorlooptijd"))
    assert (planner in per_pad) == possible
    main = per_pad[f"{TALEN[taal]}overleg/routes/"].boom.css_first("main .voorstelroutes")
    assert main is not None
    assert main.text().count(woord(taal, WAAROM)) == (not possible)
    if possible:
        dates = per_pad[planner].boom.css_first("main .planner")
        assert dates is not None
        assert dates.text().count(woord(taal, WAAROM)) == len(silent)
    article = per_pad[times].boom.css_first("main article")
    assert article is not None
    cells = len(per_pad[times].boom.css("main td"))
    assert (woord(taal, NIETS_TE_BEREKENEN) in article.text()) == (not cells)
    if cells:
        assert cells == 4 * sum(one["soort"] == "besluit" for one in ROUTES.values())
    assert possible or (not cells and woord(taal, WAAROM) in article.text())


# ---------------------------------------------------------------- files to follow them


def kalenderbestand(key: str | None) -> str:
    return f"data/v1/kalender-{key}.ics" if key else "data/v1/kalender.ics"


@pytest.mark.parametrize("taal", TALEN)
def test_there_is_a_calendar_file_of_every_body_and_of_all(
    site: Path, per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[f"{TALEN[taal]}overleg/kalender/"]
    linked = {to for node in page.boom.css("main") for to in leads_to(page, node) if ".ics" in to}
    wanted = {kalenderbestand(key): key for key in (None, *OVERLEGGEN)}
    dated = {one.get("overleg") for one in VERGADERINGEN.values() if len(one["datum"]) == 10}
    assert linked == {name for name, key in wanted.items() if key is None or key in dated}
    there = {f"data/v1/{one.name}" for one in (site / TALEN[taal] / "data" / "v1").glob("*.ics")}
    every = {kalenderbestand(key) for key in (None, *bestanden("overleg/overleggen"))}
    assert there == every  # somebody may be subscribed to one that is empty, or no longer counts
    assert every > wanted.keys() > linked
    for name, key in wanted.items():
        text = (site / TALEN[taal] / name).read_bytes().decode("utf-8")
        meetings = {
            f"URL:{SITE_URL}{TALEN[taal]}overleg/kalender/#{one}"
            for one, meeting in VERGADERINGEN.items()
            if key in (None, meeting.get("overleg")) and len(meeting["datum"]) == 10
        }
        unfolded = text.replace("\r\n ", "").split("\r\n")
        assert {line for line in unfolded if line.startswith("URL")} == meetings
        assert unfolded.count("BEGIN:VEVENT") == len(meetings)
        if key:
            own = per_pad[TALEN[taal] + adres(key)]
            offered = [to for node in own.boom.css("main") for to in leads_to(own, node)]
            assert (name in offered) == bool(meetings)


def test_every_page_points_at_the_feed_of_its_own_language(paginas: list[Bestand]) -> None:
    for page in paginas:
        links = page.boom.css("head link[type='application/atom+xml']")
        found = [urljoin(page.url, link.attributes["href"] or "") for link in links]
        assert found.count(f"{SITE_URL}{TALEN[page.taal]}data/v1/besluiten.atom") == 1, page.pad


@pytest.mark.parametrize("taal", TALEN)
def test_the_feed_has_every_decision_newest_first_with_its_own_place(site: Path, taal: str) -> None:
    def links(node: ElementTree.Element) -> Iterator[str]:
        for link in node.iter(f"{ATOM}link"):
            if link.get("rel") == "alternate":
                yield link.get("href") or ""

    feed = ElementTree.fromstring((site / TALEN[taal] / "data/v1/besluiten.atom").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    found = [link for entry in entries for link in links(entry)]
    place = f"{SITE_URL}{TALEN[taal]}overleg/besluiten/"
    assert sorted(found) == sorted(f"{place}{key}/" for key in BESLUITEN)
    published = [entry.findtext(f"{ATOM}published") or "" for entry in entries]
    assert published == sorted(published, reverse=True)
    ids = [node.text for node in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == len(BESLUITEN) + 1
