"""Arrangements and lessons: what their pages, downloads and the empty sheet hold, against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborNode

from macros.opendata.adres import TABELVORMEN
from macros.views.arrangement.basis import ONBEKEND_WOORD
from tests.gebouwd import TALEN, Bestand, bestand, records, woord
from tests.site.lezen import leads_to, tabel, text

DAG = re.compile(r"(\d{1,2}) \w+ (\d{4})")
"""A date in words."""

OVERZICHT = "arrangementen/"
DEKKING = "arrangementen/dekking/"
HANDVATTEN = "arrangementen/handvatten/"
LEREN = "arrangementen/leren/"
AANMELDEN = "arrangementen/aanmelden/"

ONBEKEND = "onbekend"
WOORD = {taal: woord(taal, ONBEKEND) for taal in TALEN}

ARRANGEMENTEN = records("arrangement/arrangementen")
BEVINDINGEN = records("arrangement/bevindingen")
HANDVATTENLIJST = records("arrangement/handvatten")
LESSEN = records("arrangement/lessen")
LEERGROEPEN = records("arrangement/leergroepen")
GEMEENTEN = records("gemeenten")
SPEERPUNTEN = records("speerpunten")

ZEVEN = {
    "locatie": "Locatie",
    "doelgroep": "Doelgroep",
    "doelstelling": "Doelstelling",
    "inhoud": "Inhoud",
    "expertise": "Ingezette expertise",
    "financiering": "Financiering",
    "opbrengsten": "Opbrengsten",
}
"""What the agenda wants to know of each arrangement, in its order, and how it is called."""
OP_DE_PAGINA = {
    HANDVATTEN: HANDVATTENLIJST,
    LEREN: {**LESSEN, **LEERGROEPEN},
    DEKKING: BEVINDINGEN,
}
"""Each page with the records it has a row for."""


def eigen(one: dict[str, Any], veld: str) -> list[str]:
    """A list in the data; left out or unknown is none."""
    found = one.get(veld, [])
    return [] if found == ONBEKEND else list(found)


def onder(head: LexborNode) -> str:
    """What is read below a heading, up to the next."""
    said, after = [], head.next
    while after is not None and after.tag not in ("h2", "h3"):
        said += [text(after)] if after.tag != "-text" else []
        after = after.next
    assert said
    return " ".join(said)


# ---------------------------------------------------------------- the page of an arrangement


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", ARRANGEMENTEN)
def test_an_arrangement_has_a_page_with_what_is_known_of_the_seven_fields(
    per_pad: dict[str, Bestand], taal: str, key: str
) -> None:
    """Where it is stands among the facts; what is unknown is in the sentence alone."""
    page, one = per_pad[f"{TALEN[taal]}{OVERZICHT}{key}/"], ARRANGEMENTEN[key]
    assert taal != "nl" or text(page.boom.css_first("h1")) == one["titel"]
    facts = [text(fact) for fact in page.boom.css("main .feiten dd")]
    if one["locatie"] != ONBEKEND and taal == "nl":
        assert " ".join(one["locatie"].split()) in facts
    answers = {text(head): onder(head) for head in page.boom.css("#zeven ~ h3")}
    known = [veld for veld in ZEVEN if veld != "locatie" and one[veld] != ONBEKEND]
    assert list(answers) == [woord(taal, ZEVEN[veld]) for veld in known]
    for veld, said in zip(known, answers.values(), strict=True):
        assert WOORD[taal] not in said.split()
        if taal == "nl" and isinstance(one[veld], str):
            assert said.startswith(" ".join(one[veld].split()))


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", ARRANGEMENTEN)
def test_a_page_counts_every_unknown_and_names_its_source(
    per_pad: dict[str, Bestand], taal: str, key: str
) -> None:
    page, one = per_pad[f"{TALEN[taal]}{OVERZICHT}{key}/"], ARRANGEMENTEN[key]
    unknown = [veld for veld, value in one.items() if value == ONBEKEND]
    said = text(page.boom.css_first("#onbekend"))
    words = [woord(taal, ONBEKEND_WOORD[veld]) for veld in unknown]
    assert [word for word in words if word not in said] == []
    assert len(page.boom.css("main .arrangement .onbekend")) == ("toestand" in unknown)
    [source] = page.boom.css("main .herkomst")
    assert leads_to(page, source) == [f"bronnen/#{one['herkomst']['bron']}"]


@pytest.mark.parametrize("taal", TALEN)
def test_a_pilot_is_told_from_an_arrangement(per_pad: dict[str, Bestand], taal: str) -> None:
    pilots = {key for key, one in ARRANGEMENTEN.items() if one["soort"] == "pilot"}
    assert pilots
    marked = {
        key
        for key in ARRANGEMENTEN
        if per_pad[f"{TALEN[taal]}{OVERZICHT}{key}/"].boom.css("main .arrangement > .melding")
    }
    rows = per_pad[TALEN[taal] + OVERZICHT].boom.css("li[data-telt]")
    proef = woord(taal, "proef")
    said = {
        row.attributes["data-sleutel"]
        for row in rows
        if text(row.css_first(".rij-bij")).startswith(f"{proef} · ")
    }
    assert marked == pilots == said


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", ARRANGEMENTEN)
def test_an_arrangement_leads_to_speerpunten_parties_and_lessons(
    per_pad: dict[str, Bestand], taal: str, key: str
) -> None:
    page, one = per_pad[f"{TALEN[taal]}{OVERZICHT}{key}/"], ARRANGEMENTEN[key]
    found = [to for node in page.boom.css("main dl.feiten") for to in leads_to(page, node)]
    lessons = [les for les, it in LESSEN.items() if key in eigen(it, "arrangementen")]
    assert sorted(found) == sorted(
        [
            *(
                f"samenwerkingsverband/{partij.removeprefix('swv-')}/"
                for partij in eigen(one, "samenwerkingsverbanden")
            ),
            *(f"agenda/{punt}/" for punt in eigen(one, "speerpunten")),
            *(f"{LEREN}#{les}" for les in lessons),
        ]
    )


# ---------------------------------------------------------------- the inventory and its files


@pytest.mark.parametrize("taal", TALEN)
def test_every_arrangement_has_its_row_and_each_row_leads_to_its_page(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[TALEN[taal] + OVERZICHT]
    rows = {row.attributes["data-sleutel"] or "": row for row in page.boom.css("li[data-telt]")}
    assert set(rows) == set(ARRANGEMENTEN)
    for key, row in rows.items():
        assert leads_to(page, row) == [f"{OVERZICHT}{key}/"]
        title = text(per_pad[f"{TALEN[taal]}{OVERZICHT}{key}/"].boom.css_first("h1"))
        assert text(row.css_first("a")) == title
        one = ARRANGEMENTEN[key]
        assert row.attributes["data-toestand"] == one["toestand"]
        for naam, veld in (("gemeente", "gemeenten"), ("sector", "sectoren")):
            wanted = None if one[veld] == ONBEKEND else " ".join(one[veld])
            assert row.attributes.get(f"data-{naam}") == wanted


@pytest.mark.parametrize("taal", TALEN)
def test_the_files_to_download_hold_one_row_for_each_arrangement(
    per_pad: dict[str, Bestand], site: Path, taal: str
) -> None:
    head, *rows = tabel(site, taal, "arrangementen")
    page = per_pad[TALEN[taal] + OVERZICHT].boom
    shown = [row.attributes["data-sleutel"] for row in page.css("li[data-telt]")]
    assert {row[0] for row in rows} >= {*shown} == ARRANGEMENTEN.keys()
    assert len(rows) == len({row[0] for row in rows})
    velden = ZEVEN.keys() - {"financiering"}  # who pays has a table of its own
    for row in (dict(zip(head, row, strict=True)) for row in rows):
        unknown = {veld for veld in velden if ARRANGEMENTEN[row["id"]][veld] == ONBEKEND}
        assert unknown == velden & {*row["onbekend"].split("|")}
        assert not any(row[veld] for veld in unknown)


@pytest.mark.parametrize("taal", TALEN)
def test_the_files_and_the_empty_sheet_are_where_their_links_lead(
    per_pad: dict[str, Bestand], site: Path, taal: str
) -> None:
    page = per_pad[TALEN[taal] + OVERZICHT]
    files = {
        to
        for node in page.boom.css("main p:has([data-download])")
        for to in leads_to(page, node)
        if (site / TALEN[taal] / to).is_file()
    }
    assert files == {f"data/v1/arrangementen.{vorm}" for vorm in TABELVORMEN}
    page = per_pad[TALEN[taal] + AANMELDEN]
    [link] = page.boom.css("main a[download]")
    assert link.parent is not None
    sheet = site / TALEN[taal] / leads_to(page, link.parent)[0]
    book = CalamineWorkbook.from_path(sheet)
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert len([cell for cell in head if cell]) > len(ZEVEN)
    assert not any(cell for row in rows for cell in row)


# ---------------------------------------------------------------- coverage


@pytest.mark.parametrize("taal", TALEN)
def test_coverage_names_every_municipality_once_and_its_counts_add_up(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    boom = per_pad[TALEN[taal] + DEKKING].boom
    table = boom.css_first("table.dekking")
    heads = " ".join(text(one) for one in table.css("tbody th"))
    assert {one["naam"]: heads.count(one["naam"]) for one in GEMEENTEN.values()} == {
        one["naam"]: 1 for one in GEMEENTEN.values()
    }
    counted: dict[str, int] = {}
    for row in table.css("tbody tr"):
        served = [
            one["naam"] for one in GEMEENTEN.values() if one["naam"] in text(row.css_first("th"))
        ]
        for cell in row.css("td"):
            sectors = []
            for part in cell.css(".dekking__deel"):
                word, _, some = text(part).partition(": ")
                sectors += some.split(", ")
                counted[word] = counted.get(word, 0) + len(served) * len(some.split(", "))
            assert sorted(sectors) == sorted(["PO", "SBO", "SO", "VO", "VSO", "MBO"])
    sentence = boom.css_first("table.dekking").parent.parent.css_first("details p")
    found = re.findall(r"([^\d,.(]+): (\d+)", text(sentence))
    assert {word.strip(): int(n) for word, n in found if n != "0"} == counted
    assert sum(counted.values()) == len(GEMEENTEN) * 3 * 6
    assert text(sentence).count(str(sum(counted.values()))) >= 1


@pytest.mark.parametrize("taal", TALEN)
def test_nothing_is_present_as_long_as_no_source_says_that_it_runs(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    certain = [
        one
        for one in ARRANGEMENTEN.values()
        if one["soort"] == "oza"
        and one["toestand"] == "lopend"
        and ONBEKEND not in (one["vorm"], one["sectoren"], one["gemeenten"])
    ]
    boom = per_pad[TALEN[taal] + DEKKING].boom
    assert bool(boom.css(".dekking__deel--aanwezig")) == bool(certain)
    assert boom.css(".dekking__deel--onbekend")
    assert boom.css(".dekking__deel--niet-gevonden")


@pytest.mark.parametrize("taal", TALEN)
def test_who_pays_counts_each_arrangement_and_says_which(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[TALEN[taal] + DEKKING]
    paid: dict[str, set[str]] = {}
    for key, one in ARRANGEMENTEN.items():
        if one["soort"] == "oza":
            unknown = one["financiering"] == ONBEKEND
            streams = [ONBEKEND] if unknown else [part["stroom"] for part in one["financiering"]]
            for stream in streams:
                paid.setdefault(stream, set()).add(f"{OVERZICHT}{key}/")
    [figure] = page.boom.css("figure.betalers")
    bars = [
        re.sub(r".*betaler--", "", one.attributes["class"] or "") for one in figure.css("svg rect")
    ]
    rows = figure.css("tbody tr")
    assert set(bars) == set(paid)
    assert {bar: set(leads_to(page, row)) for bar, row in zip(bars, rows, strict=True)} == paid
    assert [text(row.css("td")[0]) for row in rows] == [str(len(paid[bar])) for bar in bars]
    assert [text(one) for one in figure.css("svg text")] == [
        f"{text(row.css_first('th'))}: {len(paid[bar])}"
        for bar, row in zip(bars, rows, strict=True)
    ]


@pytest.mark.parametrize("taal", TALEN)
def test_the_way_to_a_policy_frame_is_that_of_its_speerpunten(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[TALEN[taal] + DEKKING]
    points = bestand("arrangement/inventaris")["speerpunten"]
    steps = page.boom.css("ol.stappen")
    years = [[int(text(one)) for one in step.css("li > strong")] for step in steps]
    assert years == [[int(jaar["jaar"]) for jaar in SPEERPUNTEN[key]["planning"]] for key in points]
    leads = [to for node in page.boom.css("ol.stappen + p") for to in leads_to(page, node)]
    assert leads == [f"agenda/{key}/" for key in points]


# ---------------------------------------------------------------- rows that open


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("pad", OP_DE_PAGINA)
def test_every_record_has_a_place_of_its_own_with_its_source(
    per_pad: dict[str, Bestand], taal: str, pad: str
) -> None:
    page = per_pad[TALEN[taal] + pad]
    rows = page.boom.css("main .rijen details")
    found = {row.css_first("div").attributes["id"] or "": row for row in rows}
    assert set(found) == set(OP_DE_PAGINA[pad])
    assert len(rows) == len(found)
    for key, one in OP_DE_PAGINA[pad].items():
        assert len(page.boom.css(f'[id="{key}"]')) == 1
        title = text(found[key].css_first("summary strong"))
        assert len(title) > 4
        assert taal != "nl" or title == one["titel"]
        [source] = found[key].css(".herkomst")
        assert leads_to(page, source) == [f"bronnen/#{one['herkomst']['bron']}"]


@pytest.mark.parametrize("taal", TALEN)
def test_a_lesson_leads_to_what_it_goes_with_and_can_be_found(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[TALEN[taal] + LEREN]
    offered = {
        select.attributes["name"]: {one.attributes["value"] for one in select.css("option")} - {""}
        for select in page.boom.css("form[data-filter=lessen] select")
    }
    assert offered == {
        "thema": {one["thema"] for one in LESSEN.values()},
        "speerpunt": {punt for one in LESSEN.values() for punt in eigen(one, "speerpunten")},
    }
    for key, one in LESSEN.items():
        [card] = page.boom.css(f'[data-rij=lessen][data-telt]:has([id="{key}"])')
        assert card.attributes["data-thema"] == one["thema"]
        assert (card.attributes["data-speerpunt"] or "").split() == eigen(one, "speerpunten")
        links = [to for to in leads_to(page, card) if to.startswith(("agenda/", "samenwerking/", OVERZICHT))]  # fmt: skip
        assert links == [
            *(f"agenda/{punt}/" for punt in eigen(one, "speerpunten")),
            *(f"samenwerking/{deel}/" for deel in eigen(one, "onderdelen")),
            *(f"{OVERZICHT}{oza}/" for oza in eigen(one, "arrangementen")),
        ]


@pytest.mark.parametrize("taal", TALEN)
def test_a_finding_stands_below_its_question(per_pad: dict[str, Bestand], taal: str) -> None:
    boom = per_pad[TALEN[taal] + DEKKING].boom
    for soort in ("hebben", "mist", "anders"):
        [section] = boom.css(f"section[aria-labelledby={soort}]")
        found = [row.attributes["id"] or "" for row in section.css("details > div")]
        own = {key: one for key, one in BEVINDINGEN.items() if one["soort"] == soort}
        assert found == sorted(own, key=lambda key: int(own[key]["nummer"]))


# ---------------------------------------------------------------- the area as a whole


@pytest.mark.parametrize("taal", TALEN)
def test_every_page_of_the_area_is_reached_from_the_inventory(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    """By links in the text, not those of the menu."""
    linked = {OVERZICHT}
    todo = [OVERZICHT]
    while todo:
        page = per_pad[TALEN[taal] + todo.pop()]
        [article] = page.boom.css("main article.tekst")
        found = {to.partition("#")[0] for to in leads_to(page, article)} - linked
        linked |= found
        todo += [to for to in found if to.startswith(OVERZICHT)]
    own = {
        page.eigen_pad
        for page in per_pad.values()
        if page.taal == taal and page.eigen_pad.startswith(OVERZICHT)
    }
    assert own == {
        *(f"{OVERZICHT}{key}/" for key in ARRANGEMENTEN),
        *(OVERZICHT, DEKKING, HANDVATTEN, LEREN, AANMELDEN),
    }
    assert own - linked == set()


GETAL = {
    "nl": "[1-9]|[ée]én|twee|drie|vier|vijf|zes|zeven|acht|negen",
    "en": "[1-9]|one|two|three|four|five|six|seven|eight|nine",
}
KINDEREN = {
    "nl": "kind|kinderen|leerlingen?|leerlingplaatsen|jongeren?|plaatsen|plekken",
    "en": "child|children|pupils?|students?|young people|places",
}


def kleine_aantallen(said: str, taal: str) -> Iterator[str]:
    pattern = rf"(?<![\w.,:-])(?:{GETAL[taal]}) (?:\w+ )?(?:{KINDEREN[taal]})\b"
    yield from re.findall(pattern, said, re.IGNORECASE)


@pytest.mark.parametrize("taal", TALEN)
def test_no_page_of_the_area_gives_a_small_count_of_children(
    per_pad: dict[str, Bestand], site: Path, taal: str
) -> None:
    """Also with a word between, and of places: the classes of the filter say more than nine."""
    told = {
        page.pad: list(kleine_aantallen(text(page.boom.css_first("main")), taal))
        for page in per_pad.values()
        if page.taal == taal and page.eigen_pad.startswith(OVERZICHT)
    }
    assert len(told) == len(ARRANGEMENTEN) + 5
    assert {pad: found for pad, found in told.items() if found} == {}
    cells = " | ".join(cell for row in tabel(site, taal, "arrangementen") for cell in row)
    assert list(kleine_aantallen(cells, taal)) == []


@pytest.mark.parametrize(
    ("said", "taal"),
    [("Er zijn 6 kinderen.", "nl"), ("Zeven jonge kinderen", "nl"), ("for 4 pupils", "en")],
)
def test_a_small_count_would_be_seen(said: str, taal: str) -> None:
    assert list(kleine_aantallen(said, taal))
