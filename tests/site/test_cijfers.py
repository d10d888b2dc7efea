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

from tests.gebouwd import LAGEN, TALEN, VANDAAG, Bestand, bestand, bestanden, records, woord
from tests.site.lezen import rijen

ONBEKEND = "onbekend"
WOORD = {taal: woord(taal, ONBEKEND) for taal in TALEN}
LOS = [
    "regio",
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


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("key", records("speerpunten"))
def test_what_is_unknown_of_a_speerpunt_is_said(
    paginas: list[Bestand], taal: str, key: str
) -> None:
    """Once for all of its actions, or that it is not known of each; what is known is not named."""
    record = records("speerpunten")[key]
    leads = {kind: record[f"{kind}_trekker"] == ONBEKEND for kind in ("bestuurlijk", "ambtelijk")}
    asked = {
        "wie bestuurlijk en ambtelijk trekt": all(leads.values()),
        "wie bestuurlijk trekt": leads["bestuurlijk"] and not leads["ambtelijk"],
        "wie ambtelijk trekt": leads["ambtelijk"] and not leads["bestuurlijk"],
    }
    for field, of_all, of_some in (
        ("door", "wie de acties doet", "wie het doet"),
        (
            "resultaat",
            "waaraan je ziet dat de acties klaar zijn",
            "waaraan je ziet dat het klaar is",
        ),
        ("stand", "hoe ver de acties zijn (laatste bron: {datum})", "hoe ver het is"),
    ):
        unknown = [actie[field] for actie in record["acties"]].count(ONBEKEND)
        asked[of_all] = unknown == len(record["acties"])
        asked[of_some] = 0 < unknown < len(record["acties"])
    boom = page(paginas, taal, f"agenda/{key}/").boom
    said = " ".join(one.text() for one in boom.css("main p.niet-bekend"))
    words = {one: woord(taal, one).partition("{")[0] for one in asked}
    assert {one: words[one] in said for one in asked} == asked


# ---------------------------------------------------------------- counts


def counts(text: str) -> dict[str, int]:
    """``loopt 1, afgerond 2`` as it is."""
    return {words: int(n) for words, n in re.findall(r"([^\W\d][^,\d]*) (\d+)", text)}


def recount(alle: list[dict[str, Any]], taal: str) -> dict[str, int]:
    """How many of these actions are how far, in words."""
    states = [woord(taal, actie["stand"].replace("-", " ")) for actie in alle]
    return {state: states.count(state) for state in states}


@pytest.mark.parametrize("taal", TALEN)
def test_states_are_a_plain_recount(paginas: list[Bestand], taal: str) -> None:
    alle = acties()
    known = [actie for actie in alle if actie["stand"] != ONBEKEND]
    late = sum(map(late_unknown, alle))
    assert known, "the invented region knows something"
    assert late == 1, "and has one that is late"
    text = page(paginas, taal, "stand-van-zaken/").boom.css_first("#standen + p").text()
    for zin, values in (
        (
            "Van {n} van de {totaal} acties is bekend hoe ver ze zijn: {standen}.",
            {"n": len(known), "totaal": len(alle), "standen": ""},
        ),
        ("hoe ver de andere {n} acties zijn", {"n": len(alle) - len(known)}),
        (
            "Van {n} actie is de geplande tijd voorbij. Dat zegt niet of zij is gedaan.",
            {"n": late},
        ),
    ):
        assert woord(taal, zin).format(**values).removesuffix(".") in text
    assert counts(text.partition(": ")[2].partition(".")[0]) == recount(known, taal)


@pytest.mark.parametrize("taal", TALEN)
def test_states_per_speerpunt_are_a_plain_recount(paginas: list[Bestand], taal: str) -> None:
    found = page(paginas, taal, "stand-van-zaken/")
    shown = {
        urljoin(found.pad, row.css_first("a").attributes["href"] or ""): counts(
            row.css_first(".rij-bij").text()
        )
        for row in found.boom.css("#per-speerpunt > li")
    }
    assert shown == {
        f"{TALEN[taal]}agenda/{key}/": recount(one["acties"], taal)
        for key, one in records("speerpunten").items()
    }


@pytest.mark.parametrize("taal", TALEN)
def test_roadmap_fills_in_no_year_that_the_source_leaves_out(
    paginas: list[Bestand], taal: str
) -> None:
    found = page(paginas, taal, "agenda/")
    shown = {
        year.css_first("summary").text(strip=True): [
            urljoin(found.pad, link.attributes["href"] or "") for link in year.css("li > a")
        ]
        for year in found.boom.css("main details:has(.fase)")
    }
    expected: dict[str, list[str]] = {}
    for key, one in records("speerpunten").items():
        for plan in one["planning"]:
            expected.setdefault(plan["jaar"], []).append(f"{TALEN[taal]}agenda/{key}/")
    assert shown == expected


# ---------------------------------------------------------------- files beside the pages


@pytest.mark.parametrize("taal", TALEN)
def test_download_has_every_action_and_says_which_cell_nobody_knows(site: Path, taal: str) -> None:
    rows = rijen(site, taal, "acties")
    every = {
        f"{key}/{actie['id']}": actie
        for key, one in bestanden("speerpunten").items()
        for actie in one["acties"]
    }
    assert rows.keys() == every.keys()
    assert len(rows) > len(acties())  # what no longer counts, and says so
    for key, row in rows.items():
        assert [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
        for field in ("resultaat", "door", "wanneer", "stand"):
            unknown = every[key][field] == ONBEKEND
            assert (row[field] == "") == unknown == (field in row["onbekend"].split("|"))


@pytest.mark.parametrize("taal", TALEN)
def test_table_on_the_page_has_the_same_actions(
    site: Path, paginas: list[Bestand], taal: str
) -> None:
    rows = rijen(site, taal, "acties")
    shown = page(paginas, taal, "agenda/acties/").boom.css("tbody tr[data-telt]")
    keys = [one.attributes["data-sleutel"] or "" for one in shown]
    assert keys == [key for key, row in rows.items() if row["status"] == "actief"]
    for key, one in zip(keys, shown, strict=True):
        head = one.css_first("th")
        assert head is not None
        assert head.text(strip=True).split()[0] == rows[key]["nummer"]


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
