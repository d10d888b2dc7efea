"""What programs read about the open data, held against the files and pages of the built site."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from macros.opendata.contract import MAP
from tests.gebouwd import SITE_URL, TALEN, Bestand

_ADRES = re.compile(rf'"{re.escape(SITE_URL)}([^"\\]*)"')


def beschrijvingen(folder: Path) -> list[Path]:
    """Every document in the folder of the open data of one language."""
    names = ("index.json", "datapackage.json", "openapi.json", "*csv-metadata.json")
    return [file for name in (*names, "schema/*.json") for file in folder.glob(name)]


@pytest.mark.parametrize("taal", TALEN)
def test_every_address_that_a_description_names_is_there(
    site: Path, per_pad: dict[str, Bestand], taal: str
) -> None:
    files = beschrijvingen(site / TALEN[taal] / MAP)
    assert {"index.json", "csv-metadata.json", "besluiten.csv-metadata.json"} <= {
        file.name for file in files
    }
    named = {one for file in files for one in _ADRES.findall(file.read_text("utf-8"))}
    # Where they stand, and what the paths of OpenAPI are put behind: no pages.
    named -= {f"{TALEN[taal]}{MAP}", TALEN[taal].rstrip("/")}
    missing = [one for one in named if not (is_plek(one, per_pad) or (site / one).is_file())]
    assert sorted(missing) == []


@pytest.mark.parametrize("taal", TALEN)
def test_every_file_is_in_the_index_or_is_said_to_be_no_part_of_the_contract(
    site: Path, taal: str
) -> None:
    """Who takes all files of the folder is told of each what it is."""
    folder = site / TALEN[taal] / MAP
    index = (folder / "index.json").read_text("utf-8")
    outside = [one["patroon"] for one in json.loads(index)["buiten_contract"]]
    left = {one for pattern in outside for one in folder.glob(pattern)}
    assert left
    files = {one for one in folder.rglob("*") if one.is_file()} - left
    here = f"{SITE_URL}{TALEN[taal]}{MAP}"
    named = {one for one in files if f'"{here}{one.relative_to(folder)}"' in index}
    assert sorted(str(one.relative_to(folder)) for one in files - named) == []


def is_plek(adres: str, per_pad: dict[str, Bestand]) -> bool:
    """Whether a page has this address, and the place on it that it names."""
    path, _, key = adres.partition("#")
    return path in per_pad and (not key or key in plekken(per_pad[path]))


@cache
def plekken(page: Bestand) -> frozenset[str | None]:
    return frozenset(node.attributes.get("id") for node in page.boom.css("[id]"))
