"""The pages about open data: what they lead to is there, and what they tell to type works.

Not here: what stands in the files (``tests/unit/test_opendata_*``). The example in R is held to its
form alone: R is no part of the tests.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pandas as pd
import pytest

from macros.opendata.adres import ALIASSEN
from tests.gebouwd import SITE_URL, TALEN, Bestand, bediend

TABEL = "waarnemingen"


@pytest.fixture(scope="module")
def adres(site: Path) -> Iterator[str]:
    """The site as its host gives it."""
    with bediend(site) as url:
        yield url


def voorbeeld(page: Bestand, programma: str, adres: str) -> str:
    """What the page tells to type, with the address at which the site is now."""
    (node,) = page.boom.css(f"#{programma}-regels")
    text = node.text()
    assert text.count(SITE_URL) == 1
    return text.replace(SITE_URL, adres)


def gegevens(site: Path, taal: str) -> list[dict[str, Any]]:
    """The rows of the table, from its JSON."""
    file = site / TALEN[taal] / f"data/v1/{TABEL}.json"
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["rijen"]
    return rows


@pytest.mark.parametrize("taal", TALEN)
def test_the_lines_in_python_give_the_figures_as_numbers(
    taal: str, per_pad: dict[str, Bestand], adres: str, site: Path
) -> None:
    names: dict[str, Any] = {}
    exec(voorbeeld(per_pad[f"{TALEN[taal]}open-data/"], "python", adres), names)
    found, rows = names[TABEL], gegevens(site, taal)
    assert list(found.columns) == list(rows[0])
    assert found["id"].tolist() == [row["id"] for row in rows]
    assert found["waarde"].dtype == float
    assert [None if pd.isna(one) else one for one in found["waarde"]] == [
        row["waarde"] for row in rows
    ]


@pytest.mark.parametrize("taal", TALEN)
def test_the_lines_in_r_name_a_file_and_read_it_as_it_is_written(
    taal: str, per_pad: dict[str, Bestand], site: Path
) -> None:
    text = voorbeeld(per_pad[f"{TALEN[taal]}open-data/"], "r", "")
    told = re.fullmatch(
        r'url <- "(?P<file>[\w/.-]+)"\n'
        rf'{TABEL} <- (?P<read>read\.csv2?)\(url, fileEncoding = "UTF-8-BOM", na\.strings = ""\)',
        text,
    )
    assert told is not None, text
    content = (site / told["file"]).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    separator, decimal = {"read.csv": (",", "."), "read.csv2": (";", ",")}[told["read"]]
    found = pd.read_csv(io.BytesIO(content), sep=separator, decimal=decimal)
    assert found["waarde"].dtype == float
    assert len(found) == len(gegevens(site, taal))


@pytest.mark.parametrize("taal", TALEN)
def test_the_line_for_curl_fetches_the_file(
    taal: str, per_pad: dict[str, Bestand], adres: str, site: Path, tmp_path: Path
) -> None:
    """Without curl the address in it is held against the file alone."""
    program, option, url = voorbeeld(per_pad[f"{TALEN[taal]}open-data/"], "curl", adres).split()
    assert (program, option) == ("curl", "-O")
    file = site / url.removeprefix(adres)
    assert file.is_file()
    if shutil.which(program):
        subprocess.run([program, "-sS", option, url], cwd=tmp_path, check=True)
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("taal", TALEN)
def test_every_file_of_a_table_is_in_the_list_under_its_name_of_now(
    taal: str, per_pad: dict[str, Bestand], site: Path
) -> None:
    page = per_pad[f"{TALEN[taal]}open-data/"]
    offered = {
        Path(node.attributes["href"] or "").name for node in page.boom.css(".vormen a[download]")
    }
    folder = site / TALEN[taal] / "data/v1"
    made = {
        file.name
        for file in folder.iterdir()
        if file.suffix in (".csv", ".json", ".ods", ".xlsx")
        and (folder / f"{file.stem}.csv").is_file()
    }
    (fold,) = page.boom.css("details:has(#oude-adressen)")
    old = {Path(node.text()).name for node in fold.css("ul code")}
    assert len(old) == len(ALIASSEN)
    assert offered
    assert offered == made - old


@pytest.mark.parametrize("taal", TALEN)
def test_every_field_of_every_table_has_an_anchor_in_the_fold_of_its_table(
    taal: str, per_pad: dict[str, Bestand], site: Path
) -> None:
    page = per_pad[f"{TALEN[taal]}open-data/velden/"]
    told = {
        table.attributes["id"]: {node.attributes["id"] for node in table.css("[id]")}
        for table in page.boom.css("details > div[id]")
    }
    folder = site / TALEN[taal] / "data/v1"
    assert told
    for name, found in told.items():
        fields = json.loads((folder / f"{name}.json").read_bytes())["velden"]
        assert found - {name} == {f"{name}.{field}" for field in fields}


def test_every_page_leads_there_from_its_foot(paginas: list[Bestand]) -> None:
    for page in paginas:
        links = [
            urljoin(page.url, one.attributes["href"] or "") for one in page.boom.css(".voet a")
        ]
        assert f"{SITE_URL}{TALEN[page.taal]}open-data/" in links, page.pad
