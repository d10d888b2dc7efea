"""The form to say where you are stuck: what the address fills in, and that it asks about no person."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.render.formulier import FORMULIER, VELD, formulier
from tests.unit.mini import ROOT

PERSOON = r"naam|name|e-?mail|tele|phone|adres|address|leeftijd|age|geboorte|birth|contact|kind"
"""In the id or the type of a field: it would ask who somebody is."""


@pytest.fixture(scope="module")
def velden() -> list[dict[str, Any]]:
    """The parts of the form, from top to bottom."""
    text = (ROOT / ".github" / "ISSUE_TEMPLATE" / FORMULIER).read_text(encoding="utf-8")
    return list(yaml.safe_load(text)["body"])


@pytest.mark.parametrize(
    "onderwerp", ['1a. Hulp "in" de klas', "2b. A & B? #3 = 100%", "4g. ‘ë’ 🎒 +1"]
)
def test_the_address_opens_the_form_with_the_subject_filled_in(
    velden: list[dict[str, Any]], onderwerp: str
) -> None:
    address = urlsplit(formulier("https://voorbeeld.test/meldingen", onderwerp))
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        "https://voorbeeld.test/meldingen/new"
    )
    assert address.fragment == ""
    assert parse_qs(address.query, strict_parsing=True) == {
        "template": [FORMULIER],
        "title": [f"Vastgelopen bij {onderwerp}"],
        VELD: [onderwerp],
    }
    assert [one["type"] for one in velden if one.get("id") == VELD] == ["input"]


def test_there_is_no_address_when_nobody_knows_where_to_report() -> None:
    assert formulier("", "1a. Hulp") == ""


def test_the_form_asks_nothing_about_a_person(velden: list[dict[str, Any]]) -> None:
    asked = [one for one in velden if one["type"] in ("input", "textarea", "dropdown")]
    assert [one["id"] for one in asked] == [VELD, "onduidelijk", "helpt"]
    for one in asked:
        for text in (one["id"], one["attributes"]["label"]):
            assert not re.search(rf"\b({PERSOON})\b", text, re.IGNORECASE), text


def test_the_form_begins_with_a_warning_and_ends_with_a_promise(
    velden: list[dict[str, Any]],
) -> None:
    first, *_, last = velden
    assert first["type"] == "markdown"
    assert "Beschrijf nooit een kind." in first["attributes"]["value"]
    assert "Never describe a child." in first["attributes"]["value"]
    [option] = last["attributes"]["options"]
    assert (last["type"], option["required"]) == ("checkboxes", True)
    assert option["label"].startswith("Ik beschrijf geen kind")
