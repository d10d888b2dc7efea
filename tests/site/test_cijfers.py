"""What the site counts and shows, against a plain recount from the data files."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.gebouwd import LAGEN, TALEN, VANDAAG, Bestand, bestand, records, woord
from tests.site.lezen import tabel

ONBEKEND = "onbekend"
WOORD = {taal: woord(taal, ONBEKEND) for taal in TALEN}
LOS = [
    "regio",
    "agenda",
    "arrangement/inventaris",
    "monitor/monitor",
    "samenwerking/model",
    "samenwerking/wegwijzer",
    "zoekvragen",
    "zoekwoorden",
]
"""Files that are no record of a folder."""
MAPPEN = sorted(
    {
        file.parent.relative_to(data).as_posix()
        for data in LAGEN
        for file in data.rglob("*.yml")
        if file.relative_to(data).with_suffix("").as_posix() not in LOS
    }
    - {"monitor/uitgaven/001"}
)


def acties() -> list[dict[str, Any]]:
    """Every action of every active speerpunt."""
    return [actie for one in records("speerpunten").values() for actie in one["acties"]]


def past(actie: dict[str, Any]) -> bool:
    """Whether the last planned moment lies wholly before the day of the build."""
    return actie["wanneer"] != ONBEKEND and max(map(end, actie["wanneer"])) < VANDAAG


def late_unknown(actie: dict[str, Any]) -> bool:
    """Whether its time is over while nobody knows how far it is."""
    return past(actie) and actie["stand"] == ONBEKEND


def end(moment: str) -> datetime.date:
    """The last day of a year, a month or a day."""
    year, month, day = (*map(int, moment.split("-")), 0, 0)[:3]
    if day:
        return datetime.date(year, month, day)
    following = datetime.date(year + (month in (0, 12)), (month or 12) % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def page(paginas: list[Bestand], taal: str, pad: str) -> Bestand:
    [found] = [one for one in paginas if one.pad == TALEN[taal] + pad]
    return found


def number(text: str) -> int:
    """The first number in a text, as it is written in either language."""
    match = re.search(r"\d[\d.,]*", text)
    assert match, text
    return int(re.sub(r"[.,]", "", match.group()))


# ---------------------------------------------------------------- what is not known


def unknowns(value: Any, key: str = "") -> Iterator[str]:
    """Every ``onbekend``; as a certainty it is an answer, not a gap. And every code without more."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from below if name == "onbekende_onderdelen" else unknowns(below, name)
    elif isinstance(value, list):
        for below in value:
            yield from unknowns(below, key)
    elif value == ONBEKEND and key != "zekerheid":
        yield key


def per_file() -> dict[str, int]:
    """How many gaps each data file has, for files that have any."""
    found = {}
    for name in LOS:
        found[f"data/{name}.yml"] = len(list(unknowns(bestand(name))))
    for folder in MAPPEN:
        for key, record in records(folder).items():
            found[f"data/{folder}/{key}.yml"] = len(list(unknowns(record)))
    return {file: gaps for file, gaps in found.items() if gaps}


INVULLEN = 'main details a[href*="#/pad/"]'
"""The links of the list of gaps to where an answer belongs."""


@pytest.mark.parametrize("taal", TALEN)
def test_every_gap_in_the_data_is_listed(paginas: list[Bestand], taal: str) -> None:
    """Each with a link to the field of the workbench where the answer belongs."""
    boom = page(paginas, taal, "nog-niet-bekend/").boom
    fields = [
        (link.attributes["href"] or "").split("#/pad/")[1].split("?veld=")
        for link in boom.css(INVULLEN)
    ]
    assert all(field for _, field in fields)
    assert Counter(f"data/{file}" for file, _ in fields) == per_file()


@pytest.mark.parametrize("taal", TALEN)
def test_numbers_of_gaps_are_the_gaps(paginas: list[Bestand], taal: str) -> None:
    total = sum(per_file().values())
    boom = page(paginas, taal, "nog-niet-bekend/").boom
    for part, head in (("main section", "h2"), ("main section details", "summary")):
        groups = [
            (number(group.css_first(f"{head} .aantal").text()), len(group.css(INVULLEN)))
            for group in boom.css(part)
            if group.css(INVULLEN)
        ]
        assert [said for said, _ in groups] == [shown for _, shown in groups]
        assert sum(shown for _, shown in groups) == total
    said = woord(taal, "{n} keer staat er 'onbekend' in de gegevens.").format(n=total)
    assert said in [p.text() for p in boom.css("main p")]
    stand = page(paginas, taal, "stand-van-zaken/").boom
    [link] = [
        a for a in stand.css("main p > a") if "nog-niet-bekend" in (a.attributes["href"] or "")
    ]
    assert link.parent is not None
    assert number(link.parent.text()) == total


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", records("speerpunten"))
def test_what_is_unknown_of_a_speerpunt_is_said(
    paginas: list[Bestand], taal: str, key: str
) -> None:
    """Who leads; of each action what, who, when and how far; and again of the first step."""
    record = records("speerpunten")[key]
    fields = [record["bestuurlijk_trekker"], record["ambtelijk_trekker"]]
    for actie in record["acties"]:
        fields += [actie["resultaat"], actie["door"], actie["wanneer"]]
    states = [record["acties"][0]["stand"], *(actie["stand"] for actie in record["acties"])]
    boom = page(paginas, taal, f"agenda/{key}/").boom
    assert [one.text(strip=True) for one in boom.css("main .onbekend")] == [
        WOORD[taal]
    ] * fields.count(ONBEKEND)
    shown = [one.text() for one in boom.css("main .stand--onbekend")]
    assert len(shown) == states.count(ONBEKEND)
    assert all(WOORD[taal] in text for text in shown)


# ---------------------------------------------------------------- counts


@pytest.mark.parametrize("pad", ["", "stand-van-zaken/"])
@pytest.mark.parametrize("taal", TALEN)
def test_counters_are_a_plain_recount(paginas: list[Bestand], taal: str, pad: str) -> None:
    alle = acties()
    speerpunten = records("speerpunten").values()
    trekkers = [
        one[f"{kind}_trekker"] for one in speerpunten for kind in ("bestuurlijk", "ambtelijk")
    ]

    def known(field: str) -> int:
        return sum(actie[field] != ONBEKEND for actie in alle)

    boom = page(paginas, taal, pad).boom
    counted = [
        [int(found) for found in re.findall(r"\d+", one.text())] for one in boom.css(".teller dd")
    ]
    assert counted == [
        [len(speerpunten)],
        [known("stand"), len(alle)],
        [known("door"), len(alle)],
        [known("wanneer"), len(alle)],
        [sum(one != ONBEKEND for one in trekkers), len(trekkers)],
    ]


@pytest.mark.parametrize("taal", TALEN)
def test_states_are_a_plain_recount(paginas: list[Bestand], taal: str) -> None:
    alle = acties()
    boom = page(paginas, taal, "stand-van-zaken/").boom
    said = re.findall(r"(\d+)\D+(\d+)", boom.css_first("#standen-zin").text())
    states = [actie["stand"] for actie in alle]
    assert sorted(int(count) for count, _ in said) == sorted(
        {state: states.count(state) for state in {*states, ONBEKEND}}.values()
    )
    assert {int(total) for _, total in said} == {len(alle)}
    late = sum(map(late_unknown, alle))
    assert [number(one.text()) for one in boom.css("main .let-op")] == [late] * bool(late)


@pytest.mark.parametrize("taal", TALEN)
def test_table_per_speerpunt_is_a_plain_recount(paginas: list[Bestand], taal: str) -> None:
    boom = page(paginas, taal, "stand-van-zaken/").boom
    shown = [
        [number(row.css_first("th").text()), *(int(cell.text()) for cell in row.css("td"))]
        for row in boom.css("table tbody tr")
    ]
    records_by_number = sorted(records("speerpunten").values(), key=lambda one: int(one["nummer"]))
    assert shown == [
        [
            int(one["nummer"]),
            len(one["acties"]),
            sum(actie["stand"] != ONBEKEND for actie in one["acties"]),
            sum(map(late_unknown, one["acties"])),
        ]
        for one in records_by_number
    ]


@pytest.mark.parametrize("taal", TALEN)
def test_roadmap_fills_in_no_year_that_the_source_leaves_out(
    paginas: list[Bestand], taal: str
) -> None:
    agenda = bestand("agenda")
    van, tot = (int(agenda["looptijd"][name]) for name in ("van", "tot_en_met"))
    expected = {
        f"agenda/{key}/": [
            str(year) in {plan["jaar"] for plan in one["planning"]} for year in range(van, tot + 1)
        ]
        for key, one in records("speerpunten").items()
    }
    shown = {}
    for row in page(paginas, taal, "agenda/").boom.css("tbody tr[data-rij]:not([data-telt])"):
        link = urljoin("agenda/", row.css_first("th a").attributes["href"])
        shown[link] = [not cell.css(".niet-in-bron") for cell in row.css("td")]
    assert shown == expected


# ---------------------------------------------------------------- files beside the pages


@pytest.mark.parametrize("taal", TALEN)
def test_download_has_every_action_and_no_empty_cell(site: Path, taal: str) -> None:
    rows = tabel(site, taal, "acties")
    assert len(rows) == 1 + len(acties())
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if not cell.strip()] == []
    assert [cell for row in rows for cell in row if cell[0] in "=+-@\t\r"] == []
    assert len({row[0] for row in rows}) == len(rows)
    gaps = sum(
        actie[field] == ONBEKEND for actie in acties() for field in ("resultaat", "door", "wanneer")
    )
    assert sum(cell == WOORD[taal] for row in rows[1:] for cell in row) == gaps


@pytest.mark.parametrize("taal", TALEN)
def test_table_on_the_page_has_the_same_actions(
    site: Path, paginas: list[Bestand], taal: str
) -> None:
    rows = tabel(site, taal, "acties")[1:]
    shown = page(paginas, taal, "agenda/").boom.css("tbody tr[data-telt] th")
    assert [one.text(strip=True).split()[0] for one in shown] == [row[0] for row in rows]


@pytest.mark.parametrize("taal", TALEN)
def test_synonyms_are_words_that_lead_to_each_other(site: Path, taal: str) -> None:
    text = (site / "pagefind" / f"antwoorden.{taal}.json").read_text(encoding="utf-8")
    words = json.loads(text)["synoniemen"]
    assert words
    assert list(words) == sorted(words)
    for word, others in words.items():
        assert word == " ".join(word.lower().split())
        assert others
        assert word not in others
        assert [one for one in others if word not in words[one]] == []
    for key, record in records("begrippen").items():
        if record.get("synoniemen"):
            assert record["term"].lower() in words, key
