"""The feed of decisions, held against what RFC 4287 asks of a feed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.basis.record import Status, Wijziging, actief
from macros.model.geheel import Regio
from macros.render.feed import als_atom
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.kanaal import besluitenkanaal
from tests.atom import gebreken
from tests.langzaam import voorbeelden

SITE = "https://voorbeeld.example/map/"
VANDAAG = Datum(2023, 1, 1)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CATALOGUS = {
    "Er komt één lijst": "There will be one list",
    "Besluiten: {titel}": "Decided: {titel}",
    "Vervangen: {titel}": "Replaced: {titel}",
}


def besluiten(what: Blik, site: str = SITE) -> bytes:
    """The feed of the decisions, which a strict reader takes."""
    raw = als_atom(what, besluitenkanaal(what), site)
    assert gebreken(raw) == []
    return raw


def feed(regio: Regio, taal: str = "nl", site: str = SITE) -> ET.Element:
    catalogus = CATALOGUS if taal == "en" else {}
    return ET.fromstring(besluiten(Blik(regio, Vertaler(taal, catalogus), VANDAAG), site))


def met(regio: Regio, *besluiten: Mapping[str, Any]) -> Regio:
    """The region with decisions like ``lijst-maken`` of 4 March 2021, each with other values."""
    like = regio.besluiten["lijst-maken"]
    made = [like.model_copy(update=dict(one)) for one in besluiten]
    return replace(regio, besluiten=MappingProxyType({one.id: one for one in made}))


def alle(parent: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in parent.findall(path, ATOM)]


def een(parent: ET.Element, path: str) -> str:
    """The text of an element that stands there exactly once."""
    [found] = alle(parent, path)
    return found


def entries(parent: ET.Element) -> list[ET.Element]:
    return parent.findall("a:entry", ATOM)


def links(parent: ET.Element) -> dict[str, str]:
    """Address by relation; each stands there once, but for those of ``gerelateerd``."""
    found = [
        (one.attrib["rel"], one.attrib["href"])
        for one in parent.findall("a:link", ATOM)
        if one.attrib["rel"] != "related"
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def gerelateerd(entry: ET.Element) -> list[str]:
    """The decisions that came in the place of this one."""
    found = [one.attrib for one in entry.findall("a:link", ATOM)]
    return [one["href"] for one in found if one["rel"] == "related"]


def test_a_feed_has_all_it_must_have(regio: Regio) -> None:
    found = feed(regio)
    assert found.tag == f"{{{ATOM['a']}}}feed"
    assert een(found, "a:title") == "Besluiten: Samen in 't klein"
    assert een(found, "a:author/a:name") == "Samen in 't klein"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", een(found, "a:id"))
    assert links(found) == {
        "self": f"{SITE}data/v1/besluiten.atom",
        "alternate": f"{SITE}overleg/besluiten/",
    }


def test_an_entry_has_all_it_must_have(regio: Regio) -> None:
    newest, oldest = entries(feed(regio))
    assert een(newest, "a:title") == 'Toch twee lijsten: "PO" & "VO"'
    assert een(newest, "a:summary") == "Er komen twee lijsten. Dan vind je je school sneller."
    assert een(newest, "a:published") == "2022-03-10T00:00:00Z"
    assert links(newest) == {"alternate": f"{SITE}overleg/besluiten/twee-lijsten/"}
    assert een(oldest, "a:title") == "Vervangen: Er komt één lijst"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", een(oldest, "a:id"))


def test_every_moment_is_one_of_the_standard(regio: Regio) -> None:
    what = met(regio, {"wijzigingen": (wijziging(Datum(2022)), wijziging(Datum(2022, 4)))})
    for found in map(feed, (regio, what)):
        moments = [*alle(found, ".//a:updated"), *alle(found, ".//a:published")]
        assert len(moments) == 1 + 2 * len(entries(found))
        for one in moments:
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one)
            assert datetime.datetime.fromisoformat(one).tzinfo is datetime.UTC


# ---- what changes, and what does not


def wijziging(datum: Datum) -> Wijziging:
    like = Wijziging.model_validate({"datum": "2021", "wat": "Het staat er anders."})
    return like.model_copy(update={"datum": datum})


def test_ids_are_of_one_thing_each(regio: Regio) -> None:
    ids = alle(feed(regio), ".//a:id")
    settings_ = regio.instellingen.model_copy(update={"id": "andere-regio"})
    ids += alle(feed(replace(regio, instellingen=settings_)), ".//a:id")
    assert len(ids) == len(set(ids)) == 6


def test_ids_stay_whatever_changes_and_wherever_the_site_moves(regio: Regio) -> None:
    moved = met(
        regio,
        {
            "titel": "Anders",
            "vergadering": "raad-2022",
            "wijzigingen": (wijziging(Datum(2022, 9)),),
        },
    )
    before = alle(feed(met(regio, {})), ".//a:id")
    assert alle(feed(moved, site="https://elders.example/"), ".//a:id") == before
    assert alle(feed(met(regio, {}, {"id": "nog-een"})), ".//a:id")[:2] == before


def test_each_language_is_a_feed_of_its_own_with_the_same_entries(regio: Regio) -> None:
    dutch, english = feed(regio), feed(regio, "en")
    assert een(dutch, "a:id") != een(english, "a:id")
    assert alle(dutch, "a:entry/a:id") == alle(english, "a:entry/a:id")


def test_a_replaced_decision_says_so_and_leads_to_what_replaced_it(regio: Regio) -> None:
    newest, oldest = entries(feed(regio))
    assert gerelateerd(newest) == []
    assert gerelateerd(oldest) == [f"{SITE}overleg/besluiten/twee-lijsten/"]
    assert [(een(one, "a:published"), een(one, "a:updated")) for one in (newest, oldest)] == [
        ("2022-03-10T00:00:00Z", "2022-04-01T00:00:00Z"),
        ("2021-03-04T00:00:00Z", "2022-03-10T00:00:00Z"),
    ]
    assert een(entries(feed(regio, "en"))[1], "a:title") == "Replaced: There will be one list"


def test_an_archived_decision_replaced_nothing(regio: Regio) -> None:
    gone = {
        "id": "weg",
        "vergadering": "raad-2022",
        "vervangt": ("lijst-maken",),
        "status": Status.GEARCHIVEERD,
    }
    [entry] = entries(feed(met(regio, {}, gone)))
    assert een(entry, "a:title") == "Er komt één lijst"
    assert een(entry, "a:updated") == "2021-03-04T00:00:00Z"
    assert gerelateerd(entry) == []


@pytest.mark.parametrize(
    ("dagen", "gewijzigd"),
    [
        ([], "2021-03-04"),
        ([Datum(2022, 4)], "2022-04-01"),
        ([Datum(2022, 4, 2), Datum(2021, 12, 31)], "2022-04-02"),
        ([Datum(2021)], "2021-03-04"),  # not before it was taken
    ],
    ids=str,
)
def test_a_decision_is_as_new_as_its_last_change(
    regio: Regio, dagen: list[Datum], gewijzigd: str
) -> None:
    found = feed(met(regio, {"wijzigingen": tuple(map(wijziging, dagen))}))
    [entry] = entries(found)
    assert een(entry, "a:updated") == een(found, "a:updated") == f"{gewijzigd}T00:00:00Z"
    assert een(entry, "a:published") == "2021-03-04T00:00:00Z"


def test_the_feed_is_as_new_as_its_newest_entry_wherever_that_stands(regio: Regio) -> None:
    what = met(
        regio,
        {"id": "oud-maar-gewijzigd", "wijzigingen": (wijziging(Datum(2022, 12, 31)),)},
        {"id": "nieuw", "vergadering": "raad-2022"},
    )
    found = feed(what)
    assert [links(one)["alternate"].rstrip("/").rpartition("/")[2] for one in entries(found)] == [
        "nieuw",
        "oud-maar-gewijzigd",
    ]
    assert een(found, "a:updated") == "2022-12-31T00:00:00Z"


def test_the_newest_is_first_and_of_one_day_the_order_is_fixed(regio: Regio) -> None:
    what = met(
        regio,
        {"id": "c"},
        {"id": "b", "vergadering": "raad-2022"},
        {"id": "a"},
        {"id": "d", "vergadering": "raad-2022"},
        {"id": "telt-niet", "status": Status.GEARCHIVEERD},
    )
    order = [links(one)["alternate"].rstrip("/").rpartition("/")[2] for one in entries(feed(what))]
    assert order == ["b", "d", "a", "c"]


def test_without_decisions_there_is_a_feed_to_follow(regio: Regio) -> None:
    found = feed(met(regio))
    assert entries(found) == []
    assert een(found, "a:updated") == "2023-01-01T00:00:00Z"
    assert een(found, "a:id") == een(feed(regio), "a:id")
    assert een(found, "a:title")
    assert een(found, "a:author/a:name")
    assert "self" in links(found)


# ---- language and signs


def test_each_text_says_in_which_language_it_is(regio: Regio) -> None:
    found = feed(met(regio, {}, {"id": "nog-een", "titel": "Alleen zo"}), "en", f"{SITE}en/")
    texts = [
        (one.attrib[LANG], one.text)
        for entry in entries(found)
        for name in ("title", "summary")
        for one in entry.findall(f"a:{name}", ATOM)
    ]
    assert (found.attrib[LANG], een(found, "a:title")) == ("en", "Decided: Samen in 't klein")
    assert texts == [
        ("en", "There will be one list"),
        ("nl", "Er komt een lijst met alle scholen."),
        ("nl", "Alleen zo"),
        ("nl", "Er komt een lijst met alle scholen."),
    ]
    assert links(found)["self"] == f"{SITE}en/data/v1/besluiten.atom"
    assert links(entries(found)[0])["alternate"] == f"{SITE}en/overleg/besluiten/lijst-maken/"
    assert feed(regio).attrib[LANG] == "nl"


@pytest.fixture(scope="module")
def teksten(regio: Regio) -> Callable[[str], list[str]]:
    """A feed in which everything has the same text, read back."""

    def lees(text: str) -> list[str]:
        settings_ = regio.instellingen.model_copy(update={"titel": text})
        what = met(regio, {"titel": text, "voor_ouders": text})
        found = feed(replace(what, instellingen=settings_))
        [entry] = entries(found)
        assert {one.tag.partition("}")[2] for one in found.iter()} == {
            *("feed", "title", "id", "updated", "author", "name", "link"),
            *("entry", "published", "summary"),
        }
        return [een(found, "a:author/a:name"), een(entry, "a:title"), een(entry, "a:summary")]

    return lees


@voorbeelden(60)
@given(text=st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip))
@example(text='<b title="x">1 < 2 & 3 > 2</b>')
@example(text="]]> &amp; &#8364; <!-- -- --> <?php ?>")
@example(text="👩\u200d👧 €, ë en een \u00a0harde spatie")
@example(text="eerste alinea\n\n  tweede alinea")
def test_any_text_comes_back_as_it_was(teksten: Callable[[str], list[str]], text: str) -> None:
    assert teksten(text) == [text, text, text]


def test_two_builds_give_the_same_bytes(regio: Regio) -> None:
    what = Blik(regio, Vertaler("nl"), VANDAAG)
    later = replace(what, vandaag=Datum(2024, 2, 29))
    assert besluiten(what) == besluiten(what) == besluiten(later)
    assert besluiten(what).startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<feed ")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_decision_can_be_followed(geladen: Loaded, regio: Regio, taal: str) -> None:
    what = Blik(regio, geladen.catalogi[taal].vertaler(), VANDAAG)
    found = ET.fromstring(besluiten(what))
    assert {links(one)["alternate"].rstrip("/").rpartition("/")[2] for one in entries(found)} == {
        one.id for one in actief(regio.besluiten)
    }
    texts = [*found.iterfind("a:entry/a:title", ATOM), *found.iterfind("a:entry/a:summary", ATOM)]
    assert {one.attrib[LANG] for one in texts} == {taal}
