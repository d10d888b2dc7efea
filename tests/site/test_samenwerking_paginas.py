"""The Model Passende Samenwerking: what its pages say and where they lead, against the data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborNode

from tests.gebouwd import (
    REPO_URL,
    ROOT,
    TALEN,
    Bestand,
    bestand,
    bestanden,
    records,
    woord,
)
from tests.site.lezen import leads_to, rijen, text

MATRIX = "samenwerking/"
WEGWIJZER = "samenwerking/wegwijzer/"
KADERPAGINA = "samenwerking/zonder-afspraak/"
WETTEN = "samenwerking/wetten/"
UITSPRAKENPAGINA = "samenwerking/uitspraken/"

ONBEKEND = "onbekend"
WOORD = {taal: woord(taal, ONBEKEND) for taal in TALEN}
LEEG = {taal: woord(taal, "staat niet in de bron") for taal in TALEN}
NOOIT_EEN_KIND = {taal: woord(taal, "Beschrijf nooit een kind.") for taal in TALEN}

ONDERDELEN = records("samenwerking/onderdelen")
KADERS = records("samenwerking/kaders")
ARTIKELEN = records("samenwerking/artikelen")
UITSPRAKEN = records("samenwerking/uitspraken")
THEMAS = records("samenwerking/themas")
BOOM = bestand("samenwerking/wegwijzer")
KOLOMMEN = [one["id"] for one in bestand("samenwerking/model")["kolommen"]]

ALLEEN_CODE = {
    code: key for key, one in THEMAS.items() for code in one.get("onbekende_onderdelen", [])
}
"""Each onderdeel of which no more than the code is known, with its theme."""


def artikelen_van(one: dict[str, Any]) -> set[str]:
    """The articles that a record names, also where agreement and law differ."""
    found = set(one.get("artikelen", []))
    for spanning in one.get("spanningen", []):
        found |= set(spanning.get("artikelen", []))
    return found


def uitspraken_over(key: str) -> set[str]:
    return {
        name
        for name, one in UITSPRAKEN.items()
        if key in [gevolg["voor"] for gevolg in one.get("gevolgen", [])]
    }


def plekken(links: list[str], pad: str) -> set[str]:
    """The anchors on one page among links."""
    return {link.removeprefix(f"{pad}#") for link in links if link.startswith(f"{pad}#")}


# ---------------------------------------------------------------- every page is reached


@pytest.mark.parametrize("taal", TALEN)
def test_every_onderdeel_has_its_row_and_its_page(per_pad: dict[str, Bestand], taal: str) -> None:
    page = per_pad[TALEN[taal] + MATRIX]
    rows = {row.attributes["data-sleutel"] or "": row for row in page.boom.css("tr[data-telt]")}
    assert list(rows) == sorted(ONDERDELEN, key=lambda key: ONDERDELEN[key]["code"])
    for key, one in ONDERDELEN.items():
        assert leads_to(page, rows[key]) == [f"{MATRIX}{key}/"]
        title = text(per_pad[f"{TALEN[taal]}{MATRIX}{key}/"].boom.css_first("h1"))
        assert title == text(rows[key].css_first("a"))
        assert title.startswith(f"{one['code']}. ")
        assert taal != "nl" or title == f"{one['code']}. {one['titel']}"
    said = [text(one) for one in page.boom.css("#matrix > p")]
    for code in ALLEEN_CODE:  # no row for what has a code alone: they are named once
        assert [code in one for one in said].count(True) == 1


@pytest.mark.parametrize("taal", TALEN)
def test_every_question_and_outcome_is_reached_from_the_first(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    """And each question leads on by as many links as it has answers."""
    answers = {one["id"]: [a["naar"] for a in one["antwoorden"]] for one in BOOM["vragen"]}
    pads = {key: f"{WEGWIJZER}{key}/" for key in answers}
    pads |= {one["id"]: f"{WEGWIJZER}{one['id']}/" for one in BOOM["uitkomsten"]}
    pads[BOOM["begin"]] = WEGWIJZER
    reached, todo = set(), [BOOM["begin"]]
    while todo:
        key = todo.pop()
        reached.add(key)
        page = per_pad[TALEN[taal] + pads[key]]
        if key in answers:
            below = page.boom.css_first("ul.keuzes") or page.boom.body
            assert below is not None
            found = leads_to(page, below)
            assert found == [pads[naar] for naar in answers[key]]
            todo += [naar for naar in answers[key] if naar not in reached]
    assert reached == set(pads)


@pytest.mark.parametrize("taal", TALEN)
def test_every_outcome_leads_on_or_says_there_is_no_agreement(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    """Only a link to rows of its own leads to the matrix; a legal frame has none."""
    kinds: dict[str, set[str]] = {}
    for one in BOOM["uitkomsten"]:
        page = per_pad[f"{TALEN[taal]}{WEGWIJZER}{one['id']}/"]
        links = [
            link for node in page.boom.css(".uitkomst__op > li") for link in leads_to(page, node)
        ]
        assert links == [
            *(f"{MATRIX}{key}/" for key in one.get("onderdelen", [])),
            *(f"{KADERPAGINA}#{key}" for key in one.get("kaders", [])),
        ]
        below = [link for node in page.boom.css(".onderaan") for link in leads_to(page, node)]
        to_matrix = f"{MATRIX}?vraag={one['id']}#matrix"
        assert (to_matrix in below) == bool(one.get("onderdelen"))
        [said] = page.boom.css(".uitkomst__soort")
        kinds.setdefault(one["soort"], set()).add(text(said))
        assert bool(links) == (one["soort"] != "geen-afspraak")
    assert {soort: len(said) for soort, said in kinds.items()} == {
        "afspraak": 1,
        "alleen-wet": 1,
        "geen-afspraak": 1,
    }
    assert len(set.union(*kinds.values())) == 3


@pytest.mark.parametrize("taal", TALEN)
def test_every_page_of_the_area_is_linked_in_the_text_of_another(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    linked = set()
    for page in per_pad.values():
        for article in page.boom.css("main article") if page.taal == taal else []:
            linked |= {urlsplit(to).path for to in leads_to(page, article)} - {page.eigen_pad}
    own = {page.eigen_pad for page in per_pad.values() if page.eigen_pad.startswith(MATRIX)}
    archived = bestanden("samenwerking/onderdelen").keys() - ONDERDELEN.keys()
    assert own - linked == {f"{MATRIX}{key}/" for key in archived} != set()


# ---------------------------------------------------------------- laws and rulings


@pytest.mark.parametrize("taal", TALEN)
def test_onderdeel_names_its_articles_and_rulings(per_pad: dict[str, Bestand], taal: str) -> None:
    for key, one in ONDERDELEN.items():
        page = per_pad[f"{TALEN[taal]}{MATRIX}{key}/"]
        links = [to for node in page.boom.css("main .onderdeel") for to in leads_to(page, node)]
        assert plekken(links, WETTEN) == artikelen_van(one), key
        assert plekken(links, UITSPRAKENPAGINA) == uitspraken_over(key), key


@pytest.mark.parametrize("taal", TALEN)
def test_legal_frame_names_its_articles_and_rulings(per_pad: dict[str, Bestand], taal: str) -> None:
    page = per_pad[TALEN[taal] + KADERPAGINA]
    frames = {node.attributes["id"] or "": node for node in page.boom.css("article.kader")}
    assert set(frames) == set(KADERS)
    assert all(one.parent and one.parent.tag == "details" for one in frames.values())
    for key, one in KADERS.items():
        links = leads_to(page, frames[key])
        assert plekken(links, WETTEN) == artikelen_van(one), key
        assert plekken(links, UITSPRAKENPAGINA) == uitspraken_over(key), key


@pytest.mark.parametrize("taal", TALEN)
def test_register_of_articles_leads_back(per_pad: dict[str, Bestand], taal: str) -> None:
    page = per_pad[TALEN[taal] + WETTEN]
    rows = {node.attributes["id"] or "": node for node in page.boom.css("ul.register > li")}
    assert set(rows) == set(ARTIKELEN)
    for key, row in rows.items():
        users = [
            f"{MATRIX}{name}/" for name, one in ONDERDELEN.items() if key in artikelen_van(one)
        ]
        users += [
            f"{KADERPAGINA}#{name}" for name, one in KADERS.items() if key in artikelen_van(one)
        ]
        users += [
            f"{UITSPRAKENPAGINA}#{name}"
            for name, one in UITSPRAKEN.items()
            if key in artikelen_van(one)
        ]
        found = [to for to in leads_to(page, row) if to.startswith(MATRIX)]
        assert sorted(found) == sorted(users), key
        assert len(text(row.css("p")[1])) > 10  # one that is used nowhere says so
        above = row
        while above.tag != "details":
            assert above.parent
            above = above.parent


@pytest.mark.parametrize("taal", TALEN)
def test_register_of_rulings_leads_back_and_to_the_official_publication(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    page = per_pad[TALEN[taal] + UITSPRAKENPAGINA]
    cards = {node.attributes["id"] or "": node for node in page.boom.css("details > article")}
    assert set(cards) == set(UITSPRAKEN)
    for key, one in UITSPRAKEN.items():
        links = leads_to(page, cards[key])
        official = f"https://deeplink.rechtspraak.nl/uitspraak?id={one['ecli']}"
        assert links.count(official) == 1, key
        assert one["ecli"] in text(cards[key])
        gevolgen = [gevolg["voor"] for gevolg in one.get("gevolgen", [])]
        assert [to for to in links if to.startswith((KADERPAGINA, MATRIX))] == [
            *(
                [f"{UITSPRAKENPAGINA}#{one['achterhaald_door']}"]
                if "achterhaald_door" in one
                else []
            ),
            *(f"{MATRIX}{to}/" if to in ONDERDELEN else f"{KADERPAGINA}#{to}" for to in gevolgen),
            *(f"{WETTEN}#{artikel}" for artikel in one.get("artikelen", [])),
        ], key


# ---------------------------------------------------------------- the matrix


@pytest.mark.parametrize("taal", TALEN)
def test_what_has_no_agreement_is_never_in_the_matrix(
    per_pad: dict[str, Bestand], site: Path, taal: str
) -> None:
    kaders = per_pad[TALEN[taal] + KADERPAGINA].boom
    titles = {text(node) for node in kaders.css("summary h2")}
    assert len(titles) == len(KADERS)
    told = woord(taal, "In onze bronnen staat geen afspraak van de regio.")
    assert [text(one).count(told) for one in kaders.css("article.kader")] == [1] * len(KADERS)
    page = per_pad[TALEN[taal] + MATRIX]
    [matrix] = page.boom.css("#matrix")
    assert [to for to in leads_to(page, matrix) if to.startswith(KADERPAGINA)] == []
    every = {*bestanden("samenwerking/onderdelen"), *ALLEEN_CODE}
    assert rijen(site, taal, "onderdelen").keys() == every
    whole = text(matrix) + (site / TALEN[taal] / "data" / "v1" / "onderdelen.csv").read_text(
        "utf-8"
    )
    assert [title for title in titles if title in whole] == []


def cellen(per_pad: dict[str, Bestand], taal: str) -> Iterator[tuple[str, str, LexborNode]]:
    """Each square on the page: its onderdeel, its column, the cell."""
    for row in per_pad[TALEN[taal] + MATRIX].boom.css("tr[data-telt]"):
        for column, cell in zip(KOLOMMEN, row.css("td[data-deel]"), strict=True):
            yield row.attributes["data-sleutel"] or "", column, cell


@pytest.mark.parametrize("taal", TALEN)
def test_no_square_says_no(per_pad: dict[str, Bestand], taal: str) -> None:
    """Empty and unknown say that they are; what has a value, says the value."""
    values = {(key, cel["kolom"]): cel for key, one in ONDERDELEN.items() for cel in one["cellen"]}
    seen = set()
    for key, column, cell in cellen(per_pad, taal):
        own = text(cell).removeprefix(LEEG[taal])  # that it is not in the source is no "no"
        said = re.search(r"\b(nee|no|niet|not|geen|none)\b|[✗✕×xX-]$", own)
        assert said is None, (key, column)
        [vak] = cell.css(".vak")
        cel = values[key, column]
        seen.add(cel["waarde"])
        if cel["waarde"] == ONBEKEND:
            assert text(cell) == WOORD[taal]
            assert cell.attributes["data-zekerheid"] == ONBEKEND
        elif cel["waarde"] == "leeg":
            assert text(vak) == LEEG[taal]
        else:
            assert text(vak) not in (WOORD[taal], LEEG[taal])
            assert all(sector in text(vak) for sector in cel.get("sectoren", []))
        if cel["waarde"] != ONBEKEND:
            sure = cel["herkomst"]["zekerheid"]
            assert cell.attributes["data-zekerheid"] == sure
            marked = [one.attributes["class"] for one in cell.css(".zekerheid")]
            assert marked == ([] if sure == "bevestigd" else [f"zekerheid zekerheid--{sure}"])
    assert seen == {"ja", "leeg", ONBEKEND}


@pytest.mark.parametrize("taal", TALEN)
def test_download_has_the_squares_of_the_page(
    per_pad: dict[str, Bestand], site: Path, taal: str
) -> None:
    rows = rijen(site, taal, "vakken")
    words = {"ja": None, "leeg": LEEG[taal], "": WOORD[taal]}
    seen = set()
    for key, column, cell in cellen(per_pad, taal):
        row = rows[f"{key}/{column}"]
        assert (row["onderdeel"], row["kolom"]) == (key, column)
        assert (row["zekerheid"] or ONBEKEND) == cell.attributes["data-zekerheid"]
        assert words[row["waarde"]] in (None, text(cell.css_first(".vak")))
        assert ("waarde" in row["onbekend"].split("|")) == (row["waarde"] == "")
        seen.add(row["id"])
    alone = {f"{code}/{column}" for code in ALLEEN_CODE for column in KOLOMMEN}
    assert {rows[key]["waarde"] for key in alone} == {""}
    active = {f"{key}/{column}" for key in ONDERDELEN for column in KOLOMMEN}
    assert seen == active
    old = bestanden("samenwerking/onderdelen").keys() - ONDERDELEN.keys()
    assert rows.keys() == seen | alone | {f"{key}/{column}" for key in old for column in KOLOMMEN}


@pytest.mark.parametrize("taal", TALEN)
def test_counts_for_the_working_group_add_up_to_the_matrix(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    squares = [
        (row.attributes["data-thema"], cell.attributes["data-zekerheid"], sectoren)
        for row in per_pad[TALEN[taal] + MATRIX].boom.css("tr[data-telt]")
        for cell in row.css("td[data-deel]")
        for sectoren in [(cell.attributes.get("data-sector") or ONBEKEND).split()]
    ]
    squares += [(theme, ONBEKEND, [ONBEKEND]) for theme in ALLEEN_CODE.values() for _ in KOLOMMEN]
    assert len(squares) == len(KOLOMMEN) * (len(ONDERDELEN) + len(ALLEEN_CODE))
    kinds = ("bevestigd", "afgeleid", ONBEKEND, "voorbeeld")

    def counted(found: list[Any]) -> list[int]:
        return [*(found.count(kind) for kind in kinds), len(found)]

    boom = per_pad[f"{TALEN[taal]}{MATRIX}werkgroep/"].boom
    themes, sectors = (
        [[int(cell.text()) for cell in row.css("td")] for row in table.css("tbody tr")]
        for table in boom.css("main table")
    )
    assert themes == [counted([sure for on, sure, _ in squares if on == key]) for key in THEMAS]
    names = ["PO", "SBO", "SO", "VO", "VSO", "MBO", ONBEKEND]
    assert sectors == [counted([sure for _, sure, on in squares if name in on]) for name in names]
    total = counted([sure for _, sure, _ in squares])
    sentence = [int(found) for found in re.findall(r"\d+", text(boom.css_first("#dekking + p")))]
    assert sentence == [len(ONDERDELEN), len(ALLEEN_CODE), total[-1], *total[:3]]
    assert [sum(column) for column in zip(*themes, strict=True)] == total


# ---------------------------------------------------------------- the page of an onderdeel


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", ONDERDELEN)
def test_together_and_the_first_step_come_before_all_else(
    per_pad: dict[str, Bestand], taal: str, key: str
) -> None:
    page = per_pad[f"{TALEN[taal]}{MATRIX}{key}/"].boom
    parts = [(one.tag, one.attributes.get("class")) for one in page.css("main .onderdeel > *")][:3]
    assert parts == [("h1", None), ("p", "onderdeel__gewoon"), ("section", "samen")]
    heads = [one.attributes.get("id") for one in page.css("main .onderdeel :is(h2, dt)")]
    assert heads[:2] == ["samen", "eerste-stap"]
    assert "wie-betaalt" in heads[2:4]  # when, where the source says so, and who pays
    stap = ONDERDELEN[key]["eerste_stap"]
    assert (heads[2] == "wie-betaalt") == (stap == ONBEKEND or "wanneer" not in stap)
    step = page.css(".samen .eerste-stap")
    assert len(step) == (ONDERDELEN[key]["eerste_stap"] != ONBEKEND)
    said = page.css_first("#samen + p")
    assert said is not None
    assert len(text(said)) > 20
    if not step:
        assert text(page.css_first("#eerste-stap + dd")).startswith(f"{WOORD[taal]} ")
    unknown = [one.css_first(".onbekend") is not None for one in page.css(".samen :is(p, dd)")]
    assert any(unknown) == (ONBEKEND in (ONDERDELEN[key]["samen"], ONDERDELEN[key]["eerste_stap"]))


@pytest.mark.parametrize("taal", TALEN)
def test_every_drawing_has_the_same_steps_as_a_list_before_it(
    per_pad: dict[str, Bestand], taal: str
) -> None:
    drawings = 0
    for key, one in ONDERDELEN.items():
        page = per_pad[f"{TALEN[taal]}{MATRIX}{key}/"].boom
        routes = [] if one["routes"] == ONBEKEND else [*one["routes"]]
        routes += [] if one["gemeente"] == ONBEKEND else [one["gemeente"]]
        shown = page.css(".route")
        assert len(shown) == len(routes)
        for route, node in zip(routes, shown, strict=True):
            if len(route["stappen"]) < 3:  # the list is as short
                assert [part.tag for part in node.css(".route > *")] == ["ol"]
                continue
            drawings += 1
            assert [part.tag for part in node.css(".route > *")] == ["ol", "figure"]
            steps = node.css("ol > li")
            boxes = node.css("figure g.knoop:not(.knoop--als)")
            assert len(steps) == len(boxes) == len(route["stappen"])
            drawn = [" ".join(text(one) for one in box.css("text")) for box in boxes]
            assert sorted(drawn) == sorted(text(step.css("p:not(.herkomst)")[-1]) for step in steps)
            arrows = [text(one) for one in node.css("figure .pijl__tekst, figure .knoop--als text")]
            conditions = []
            before = ""
            for stap, step in zip(route["stappen"], steps, strict=True):
                said = [text(one) for one in step.css(".route__als")]
                if stap.get("na", before) != before:  # an arrow, where a list needs words
                    place = [one["id"] for one in route["stappen"]].index(stap["na"]) + 1
                    assert re.findall(r"\d+", said.pop(0)) == [str(place)]
                assert len(said) == ("als" in stap)
                conditions += said
                assert (stap["wie"] == ONBEKEND) == bool(step.css(".onbekend"))
                before = stap["id"]
            assert sorted(arrows) == sorted(conditions)
    assert drawings > 1


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", ONDERDELEN)
def test_form_is_filled_in_and_the_warning_comes_before_it(
    per_pad: dict[str, Bestand], taal: str, key: str
) -> None:
    """In Dutch in both languages, for those who read what is reported."""
    page = per_pad[f"{TALEN[taal]}{MATRIX}{key}/"].boom
    [section] = page.css("section.vastlopen")
    [link] = section.css(f"a[href^='{REPO_URL}']")
    assert text(section.css_first("h2 + p")).startswith(NOOIT_EEN_KIND[taal])
    assert section.html is not None
    assert section.html.index(NOOIT_EEN_KIND[taal]) < section.html.index("<a ")
    address = urlsplit(link.attributes["href"] or "")
    assert address._replace(query="").geturl() == f"{REPO_URL}/issues/new"
    filled = {name: value for name, [value] in parse_qs(address.query).items()}
    file = ROOT / ".github" / "ISSUE_TEMPLATE" / filled.pop("template")
    form = yaml.safe_load(file.read_text(encoding="utf-8"))
    subject = f"{ONDERDELEN[key]['code']}. {ONDERDELEN[key]['titel']}"
    assert filled.pop("title") == f"{form['title']}{subject}"
    assert filled == {"onderwerp": subject}
    assert "onderwerp" in [field.get("id") for field in form["body"]]
    assert NOOIT_EEN_KIND["nl"] in form["body"][0]["attributes"]["value"]


def test_every_search_word_stands_by_itself(per_pad: dict[str, Bestand]) -> None:
    """The index joins what has no space between it: a word glued to its heading is not found."""
    for key, one in records("samenwerking/onderdelen").items():
        body = per_pad[f"samenwerking/{key}/"].boom.body
        assert body is not None
        text = body.text(separator="")
        for word in one.get("synoniemen", []):
            assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text), f"{key}: {word}"
