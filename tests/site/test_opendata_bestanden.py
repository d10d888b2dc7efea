"""Each table, figure and municipality in four files, in both languages: the same cells with their
types, as programs of others read them.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from macros.opendata.contract import Veld, Veldsoort, alle_tabellen
from macros.opendata.figuur import ROL, TABEL
from tests.gebouwd import TALEN

KOMMA = {"nl": ",", "en": "."}
PUNTKOMMA = {"nl": ";", "en": ","}
_DAG = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FORMULE = re.compile(r"[\t\r\n]|\s*[=+\-@]")

elke_taal = pytest.mark.parametrize("taal", TALEN)


def velden(naam: str) -> tuple[Veld, ...]:
    """The fields of a table by the name of its files; figures and municipalities have those of
    their rows.
    """
    tables = {one.naam: one.velden for one in alle_tabellen()}
    if naam.startswith("monitor/"):
        rows = tables[TABEL]
        return (*rows[:-2], ROL, *rows[-2:])
    return tables[TABEL if naam.startswith("gemeente/") else naam]


@cache
def namen(site: Path, taal: str) -> tuple[str, ...]:
    """Everything that has rows, by its path below ``data/v1``."""
    folder = site / TALEN[taal] / "data" / "v1"
    files = (one.relative_to(folder).with_suffix("").as_posix() for one in folder.rglob("*.csv"))
    return tuple(sorted({*files} - {"cijfers"}))


def bestand(site: Path, taal: str, naam: str, soort: str) -> bytes:
    return (site / TALEN[taal] / "data" / "v1" / f"{naam}.{soort}").read_bytes()


@cache
def rijen(site: Path, taal: str, naam: str) -> tuple[dict[str, Any], ...]:
    """The rows as the JSON has them; numbers as they are written there."""
    data = json.loads(bestand(site, taal, naam, "json"), parse_float=Decimal)
    return tuple(data["cijfers" if naam.startswith("monitor/") else "rijen"])


def in_csv(waarde: Any, taal: str) -> str:
    match waarde:
        case None:
            return ""
        case bool():
            return str(waarde).lower()
        case int() | Decimal():
            return str(waarde).replace(".", KOMMA[taal])
    text = in_een(waarde)
    return f"'{text}" if _FORMULE.match(text) and len(text) > 1 else text


def in_een(waarde: str | list[str]) -> str:
    if isinstance(waarde, str):
        return waarde
    return "|".join(one.replace("|", "%7C") for one in waarde)


def in_blad(waarde: Any, veld: Veld) -> Any:
    match waarde:
        case None:
            return ""
        case bool():
            return waarde
        case int() | Decimal():
            return float(waarde)
    text = in_een(waarde)
    a_day = veld.soort in (Veldsoort.DAG, Veldsoort.DATUM) and not veld.lijst
    return datetime.date.fromisoformat(text) if a_day and _DAG.fullmatch(text) else text


def is_soort(waarde: Any, veld: Veld) -> bool:
    """Whether a value of the JSON is of the kind that the contract says."""
    if waarde is None:
        return not veld.verplicht
    if veld.lijst:
        return isinstance(waarde, list) and all(isinstance(one, str) for one in waarde)
    kinds: dict[Veldsoort, tuple[type, ...]] = {
        Veldsoort.GETAL: (int, Decimal),
        Veldsoort.GEHEEL: (int,),
        Veldsoort.JANEE: (bool,),
    }
    wanted = kinds.get(veld.soort, (str,))
    return isinstance(waarde, wanted) and isinstance(waarde, bool) == (wanted == (bool,))


@elke_taal
def test_every_value_is_of_the_kind_that_the_contract_says(site: Path, taal: str) -> None:
    wrong = [
        (naam, veld.naam, row[veld.naam])
        for naam in namen(site, taal)
        for veld in velden(naam)
        for row in rijen(site, taal, naam)
        if not is_soort(row[veld.naam], veld)
    ]
    assert wrong == []
    assert len(namen(site, taal)) > len(alle_tabellen())


@elke_taal
def test_csv_has_the_cells_of_the_json(site: Path, taal: str) -> None:
    for naam in namen(site, taal):
        raw = bestand(site, taal, naam, "csv")
        assert raw.startswith(b"\xef\xbb\xbf")
        text = io.StringIO(raw.decode("utf-8-sig"), newline="")
        head, *rows = csv.reader(text, delimiter=PUNTKOMMA[taal], strict=True)
        assert head == [one.naam for one in velden(naam)], naam
        assert rows == [
            [in_csv(row[name], taal) for name in head] for row in rijen(site, taal, naam)
        ], naam


@elke_taal
@pytest.mark.parametrize("soort", ["ods", "xlsx"])
def test_a_spreadsheet_has_the_cells_of_the_json(site: Path, taal: str, soort: str) -> None:
    for naam in namen(site, taal):
        fields = velden(naam)
        book = CalamineWorkbook.from_filelike(io.BytesIO(bestand(site, taal, naam, soort)))
        sheet, guide = (book.get_sheet_by_name(one).to_python() for one in book.sheet_names)
        assert book.sheet_names[1] == {"nl": "leeswijzer", "en": "read me"}[taal]
        assert len(set(sheet[0])) == len(fields), naam  # no head stands above two columns
        assert sheet[1:] == [
            [in_blad(row[one.naam], one) for one in fields] for row in rijen(site, taal, naam)
        ], naam
        at = [row[0] for row in guide].index({"nl": "Kolom", "en": "Column"}[taal])
        told = [(row[0], row[2]) for row in guide[at + 1 :]]
        assert told == list(zip(sheet[0], (one.naam for one in fields), strict=True)), naam


@elke_taal
def test_what_the_page_of_a_table_was_called_before_is_the_very_same_file(
    site: Path, taal: str
) -> None:
    for soort in ("csv", "ods"):
        assert bestand(site, taal, "cijfers", soort) == bestand(site, taal, TABEL, soort)


@elke_taal
def test_pandas_reads_every_csv_with_its_types(site: Path, taal: str) -> None:
    for naam in namen(site, taal):
        frame = pd.read_csv(
            io.BytesIO(bestand(site, taal, naam, "csv")),
            sep=PUNTKOMMA[taal],
            decimal=KOMMA[taal],
            encoding="utf-8-sig",
        )
        assert len(frame) == len(rijen(site, taal, naam))
        for veld in velden(naam):
            values = [row[veld.naam] for row in rijen(site, taal, naam)]
            if veld.soort in (Veldsoort.GETAL, Veldsoort.GEHEEL) and any(
                one is not None for one in values
            ):
                assert pd.api.types.is_numeric_dtype(frame[veld.naam]), (naam, veld.naam)
                assert frame[veld.naam].dropna().tolist() == [
                    float(one) for one in values if one is not None
                ]


@elke_taal
def test_excel_of_another_maker_reads_numbers_days_and_codes(site: Path, taal: str) -> None:
    """With openpyxl, which knows how a cell is shown."""
    for naam in (TABEL, "acties", "vergaderingen"):
        fields = velden(naam)
        book = openpyxl.load_workbook(io.BytesIO(bestand(site, taal, naam, "xlsx")))
        sheet = book.worksheets[0]
        assert sheet.freeze_panes == "A2"
        for row, cells in zip(rijen(site, taal, naam), sheet.iter_rows(min_row=2), strict=True):
            for veld, cell in zip(fields, cells, strict=True):
                wanted = in_blad(row[veld.naam], veld)
                found = cell.value.date() if cell.is_date and cell.value else cell.value
                assert (found if found is not None else "") == wanted
                if cell.data_type == "n" and cell.value is not None and not cell.is_date:
                    decimals = cell.number_format.partition(".")[2]
                    assert len(decimals) == len(str(row[veld.naam]).partition(".")[2])
