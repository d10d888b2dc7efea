"""The figures of the built site: what can be downloaded is what is drawn."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from tests.gebouwd import TALEN, Bestand, records
from tests.site.lezen import tabel

INDICATOREN = list(records("monitor/indicatoren"))


def figuren(site: Path, taal: str) -> dict[str, dict[str, Any]]:
    """The JSON of every figure of a language, by its name."""
    folder = site / TALEN[taal] / "data" / "v1" / "monitor"
    files = [file for file in folder.glob("*.json") if not file.name.endswith(".plotly.json")]
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def waarden(figuur: dict[str, Any]) -> list[list[float | None]]:
    """The numbers of a figure, a list for each series."""
    return [
        [row["waarden"][n]["waarde"] for row in figuur["rijen"]]
        for n in range(len(figuur["reeksen"]))
    ]


@pytest.mark.parametrize("taal", TALEN)
def test_the_interactive_chart_is_a_valid_one_and_has_the_numbers_of_the_download(
    site: Path, taal: str
) -> None:
    found = figuren(site, taal)
    assert found
    for name, figuur in found.items():
        file = site / TALEN[taal] / "data" / "v1" / "monitor" / f"{name}.plotly.json"
        spec = json.loads(file.read_text(encoding="utf-8"))
        chart = go.Figure(data=spec["data"], layout=spec["layout"])  # refuses what plotly lacks
        drawn = [list(trace.x) for trace in chart.data if trace.name]
        assert drawn == waarden(figuur), name


@pytest.mark.parametrize("taal", TALEN)
def test_the_table_to_download_has_the_signs_of_the_same_cells(site: Path, taal: str) -> None:
    for name, figuur in figuren(site, taal).items():
        heads, *rows = tabel(site, taal, f"monitor/{name}")
        shown = [dict(zip(heads, row, strict=True)) for row in rows]
        for role, cells in (
            ("rij", [cell for row in figuur["rijen"] for cell in row["waarden"]]),
            ("lijn", figuur["lijnen"]),
        ):
            known = [cell for cell in cells if cell["soort"] != "geen"]
            own = [row for row in shown if row["rol"] == role]
            kinds = [row["waarde_soort"].removesuffix("-of-geheim") for row in own]
            assert kinds == [cell["soort"] for cell in known], name
            signs = [
                "" if cell["soort"] == "niet-te-berekenen" else cell["teken"] for cell in known
            ]
            found = [row["teken"] or row["waarde"] for row in own]
            assert [one.replace(".", ",") if one != "." else one for one in found] == signs, name


def test_both_languages_have_the_same_figures_and_the_same_numbers(site: Path) -> None:
    dutch, english = figuren(site, "nl"), figuren(site, "en")
    assert {k: waarden(v) for k, v in dutch.items()} == {k: waarden(v) for k, v in english.items()}


@pytest.mark.parametrize("taal", TALEN)
def test_every_figure_on_a_page_says_its_sentence_and_has_its_files(
    paginas: list[Bestand], site: Path, taal: str
) -> None:
    found = figuren(site, taal)
    seen = set()
    for page in paginas:
        if not page.pad.startswith(f"{TALEN[taal]}monitor/"):
            continue
        for figure in page.boom.css("figure.cijfers"):
            if figure.css_first(".cf-tekening") is None:
                continue  # the map
            name = figure.attributes["id"]
            caption = figure.css_first("figcaption")
            assert name in found, f"{page.pad}: {name}"
            assert caption is not None
            text = " ".join(caption.text().split())
            assert text == " ".join(found[name]["zin"].split()), page.pad
            seen.add(name)
    assert seen == set(found)


@pytest.mark.parametrize("taal", TALEN)
def test_every_figure_of_the_sources_stands_in_the_file_with_all_figures(
    site: Path, data: Path, taal: str
) -> None:
    heads, *rows = tabel(site, taal, "waarnemingen")
    shown = [dict(zip(heads, row, strict=True)) for row in rows]
    values = {row["id"]: row["teken"] or row["waarde"].replace(".", ",") for row in shown}
    for source in (data / "monitor" / "waarnemingen").glob("*.csv"):
        lines = source.read_text(encoding="utf-8").splitlines()
        for row in csv.DictReader(lines, delimiter=";"):
            key = "/".join((row["indicator"], row["gebied"], row["periode"], row["uitsplitsing"]))
            assert values[key] == row["waarde"], key


@pytest.mark.parametrize("key", INDICATOREN)
def test_an_indicator_has_a_page_in_both_languages_with_its_unknowns(
    per_pad: dict[str, Bestand], key: str
) -> None:
    for folder in TALEN.values():
        page = per_pad[f"{folder}monitor/{key}/"]
        headings = [heading.text().strip() for heading in page.boom.css("h2")]
        assert len(headings) > 2
        assert page.boom.css_first("#lezen") is not None
