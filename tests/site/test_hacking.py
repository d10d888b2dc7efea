"""HACKING.md's changes, step by step, work as they stand there: made on a copy, built, looked at.

Not here: what CONTRIBUTING.md tells editors (``tests/unit/test_handleiding.py``).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gebouwd import MINI, Bestand, bouw, eenmaal
from tests.huis import verbouw
from tests.unit.mini import ROOT

TEKST = (ROOT / "HACKING.md").read_text(encoding="utf-8")
PARTIJ = "swv-mini"
VELD, OPENDATA, PAGINA = "veld", "opendata", "pagina"
PROEVEN = (VELD, OPENDATA, PAGINA)

_BLOK = re.compile(r"<!-- proef: (\w+) -->\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blokken(proef: str, taal: str) -> list[str]:
    """What stands in the blocks of one change, in one language."""
    found = [text for name, kind, text in _BLOK.findall(TEKST) if (name, kind) == (proef, taal)]
    assert found, f"HACKING.md has no {taal} for {proef}"
    return found


def wijzigingen(proef: str) -> Iterator[tuple[str, str, str]]:
    """Each piece of a change: the file, what stands there, what must; the first is "" if new."""
    for text in blokken(proef, "diff"):
        for sign, file, body in re.findall(
            r"^(---|\+\+\+) (\S+)\n((?:(?!--- |\+\+\+ ).*\n)*)", text, re.MULTILINE
        ):
            for piece in body.split("@@\n"):
                lines = piece.splitlines(keepends=True)
                old = "".join(line[1:] for line in lines if line[0] in " -")
                new = "".join(line[1:] for line in lines if line[0] in " +")
                assert (sign == "+++") == (old == ""), piece
                yield file, old, new


def wijzig(huis: Path, proef: str) -> None:
    """Make a change in the copy; each piece fits in one place."""
    for name, old, new in wijzigingen(proef):
        file = huis / name
        text = file.read_text(encoding="utf-8") if old else ""
        assert not old or text.count(old) == 1, f"{name} has this {text.count(old)} times:\n{old}"
        file.write_text(text.replace(old, new) if old else new, encoding="utf-8")


def vertaal(huis: Path, data: Path) -> None:
    """``make vertaal``, and then what the changes put into the catalogue of the interface."""
    run = [sys.executable, "-m", "scripts.vertaal", "--data", str(data)]
    subprocess.run(run, cwd=huis, check=True, capture_output=True)
    catalogue = huis / "macros/vertaling/en.po"
    text = catalogue.read_text(encoding="utf-8")
    entries = "\n".join(text for proef in PROEVEN for text in blokken(proef, "po"))
    for entry in entries.strip().split("\n\n"):
        key, _ = entry.split("\n")
        empty = f'{key}\nmsgstr ""\n'
        assert text.count(empty) == 1, f"make vertaal did not add {key}"
        text = text.replace(empty, f"{entry}\n")
    catalogue.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of data_mini, built by the house in which all changes were made."""

    def maak(folder: Path) -> None:
        huis, data = verbouw(folder / "huis"), folder / "data"
        shutil.copytree(MINI, data, copy_function=shutil.copyfile)
        for proef in PROEVEN:
            wijzig(huis, proef)
        vertaal(huis, data)
        with (data / f"partijen/{PARTIJ}.yml").open("a", encoding="utf-8") as file:
            file.writelines(blokken(VELD, "yaml"))
        bouw(data, folder / "site", huis=huis)

    return eenmaal(tmp_path_factory, "hacking", maak) / "site"


@pytest.mark.parametrize(
    ("map", "label", "dag"),
    [("", "Bestaat sinds", "1 augustus 2014"), ("en/", "Founded", "1 August 2014")],
)
def test_a_new_field_is_on_the_page_of_its_record(
    site: Path, map: str, label: str, dag: str
) -> None:
    page = Bestand(site, site / map / "regio/index.html")
    rows = [row.text() for row in page.boom.css(f"#{PARTIJ} dl > div")]
    assert [row for row in rows if label in row] == [f"{label} {dag}"]


@pytest.mark.parametrize("map", ["", "en/"])
def test_a_new_field_of_open_data_is_in_its_files_and_explained(site: Path, map: str) -> None:
    table = json.loads((site / map / "data/v1/partijen.json").read_bytes())
    assert table["contract"] == "1.1"
    founded = {row["id"]: row["opgericht"] for row in table["rijen"] if row["opgericht"]}
    assert founded == {PARTIJ: "2014-08-01"}
    page = Bestand(site, site / map / "open-data/velden/index.html")
    (row,) = page.boom.css('[id="partijen.opgericht"]')
    assert "1.1" in row.css("td")[0].text()


@pytest.mark.parametrize("map", ["", "en/"])
def test_a_new_kind_of_page_is_there_for_every_record_and_leads_back(site: Path, map: str) -> None:
    names = {file.parent.name for file in (site / map / "regio").glob("*/index.html")}
    assert names == {file.stem for file in (MINI / "partijen").glob("*.yml")}
    page = Bestand(site, site / map / f"regio/{PARTIJ}/index.html")
    assert [a.attributes["href"] for a in page.boom.css(".kruimels a")][-1] == "../../regio/"
    assert page.boom.css_first("h1").text() in page.boom.css_first("title").text()


def test_a_change_names_few_files() -> None:
    """A field of a party once took 25 files and a page for parties 16: at most half of that.

    Beside the code: the catalogue, two golden files, for a field also data here and in the tests.
    """
    named = {proef: {file for file, _, _ in wijzigingen(proef)} for proef in (VELD, PAGINA)}
    assert len(named[VELD]) + 5 <= 25 / 2
    assert len(named[PAGINA]) + 3 <= 16 / 2
