"""The files of one figure, each held against which of its cells have no number.

The JSON of the figure says which cells these are; that list is itself held against the hidden
figures. Not here: the page that shows the figure (``figuurpagina``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from macros.bescherming.lekken.tabelbestand import eenmaal, gebreken_stand
from macros.bescherming.lekken.verborgen import Verborgen, heeft_cijfer

_VELDEN = {
    "id",
    "indicator",
    "titel",
    "zin",
    "eenheid",
    "contract",
    "taal",
    "stand",
    "adres",
    "reeksen",
    "rijen",
    "lijnen",
    "herkomst",
    "onvertaald",
    "cijfers",
}
_RIJVELDEN = {"id", "naam", "waarden"}
_CELVELDEN = {"waarde", "soort", "teken", "voorlopig"}
_LIJNVELDEN = {"id", "naam", *_CELVELDEN}
_GETAL = "getal"

_GRAFIEK = {"data", "layout", "config"}
_OPMAAK = frozenset(
    [
        "autosize",
        "height",
        "margin",
        "dragmode",
        "hovermode",
        "showlegend",
        "xaxis",
        "yaxis",
        "shapes",
        "annotations",
    ]
)
_SPOOR = frozenset(
    [
        "type",
        "mode",
        "orientation",
        "name",
        "x",
        "y",
        "text",
        "textposition",
        "hovertext",
        "hoverinfo",
        "cliponaxis",
        "width",
        "marker",
        "customdata",
    ]
)
"""What a chart, its layout and a trace have; ``customdata`` is looked at row by row."""

Cel = tuple[int, int]
"""The number of a row and of a series, from 0."""


@dataclass(frozen=True, slots=True)
class Figuur:
    """A figure as its JSON has it: rows and series in their order, and the cells without number.
    ``lijnen`` are what rows are held against, each with its number; ``pad`` is the page it is on.
    """

    id: str
    titel: str
    zin: str
    eenheid: str
    reeksen: tuple[str, ...]
    rijen: tuple[str, ...]
    namen: tuple[str, ...]
    leeg: frozenset[Cel]
    lijnen: tuple[tuple[str, str], ...]
    herkomst: tuple[str, ...]
    adres: str

    def lege_reeksen(self, rij: int) -> list[int]:
        """The series in which a row has no number."""
        return [reeks for reeks in range(len(self.reeksen)) if (rij, reeks) in self.leeg]

    def plaats(self, cel: Cel) -> str:
        """How a problem names a cell."""
        return f"{self.namen[cel[0]]}, {self.reeksen[cel[1]]}"


def lees_figuur(
    key: str, data: Mapping[str, Any], verborgen: Iterable[Verborgen], wortel: str
) -> tuple[Figuur | None, list[str]]:
    """The figure, and what is wrong with its JSON; None when it is no figure.

    Its rows as they are in the table with every figure (``cijfers``) are looked at with that table.
    """
    try:
        figuur = _figuur(key, data)
        problems = [*_over(figuur, data, wortel), *_cellen(figuur, data)]
    except (KeyError, TypeError, AttributeError):
        return None, ["dit is geen leesbare figuur"]
    problems += _verborgen(figuur, verborgen)
    problems += [f"de zin noemt een getal bij {name}" for name in in_zin(figuur, figuur.zin)]
    return figuur, problems


def _over(figuur: Figuur, data: Mapping[str, Any], wortel: str) -> Iterator[str]:
    """What it says of itself."""
    yield from (f"het veld '{name}' hoort er niet" for name in sorted(data.keys() - _VELDEN))
    yield from gebreken_stand(data)
    if data["id"] != figuur.id or not figuur.id.startswith(f"{data['indicator']}-"):
        yield "dit bestand zegt dat het een andere figuur is"
    if not (figuur.adres.startswith(wortel) and figuur.adres.endswith(f"/#{figuur.id}")):
        yield "het veld 'adres' is niet dat van deze figuur"
    if not set(data["onvertaald"]) <= _VELDEN or not re.fullmatch("[a-z]{2,3}", data["taal"]):
        yield "de velden 'taal' en 'onvertaald' zijn anders dan verwacht"


def _cellen(figuur: Figuur, data: Mapping[str, Any]) -> Iterator[str]:
    for number, row in enumerate(data["rijen"]):
        strange = row.keys() - _RIJVELDEN
        strange |= {name for cell in row["waarden"] for name in cell.keys() - _CELVELDEN}
        for reeks, cell in enumerate(row["waarden"]):
            yield from _cel(figuur, (number, reeks), cell)
        yield from (f"{row['naam']}: het veld '{name}' hoort er niet" for name in sorted(strange))
    for line in data["lijnen"]:
        strange = line.keys() - _LIJNVELDEN
        yield from (f"{line['naam']}: het veld '{name}' hoort er niet" for name in sorted(strange))
        if line["soort"] != _GETAL and (line["waarde"] is not None or heeft_cijfer(line["teken"])):
            yield f"{line['naam']}: deze lijn heeft geen cijfer, en hier staat een getal"


def _figuur(key: str, data: Mapping[str, Any]) -> Figuur:
    """Raises TypeError where something else than a text stands in the place of one."""
    cells = [cell for row in data["rijen"] for cell in row["waarden"]]
    if any(type(one["voorlopig"]) is not bool for one in (*cells, *data["lijnen"])):
        raise TypeError
    return Figuur(
        key,
        _tekst(data["titel"]),
        _tekst(data["zin"]),
        _tekst(data["eenheid"]),
        tuple(map(_tekst, data["reeksen"])),
        tuple(_tekst(row["id"]) for row in data["rijen"]),
        tuple(_tekst(row["naam"]) for row in data["rijen"]),
        frozenset(
            (rij, reeks)
            for rij, row in enumerate(data["rijen"])
            for reeks, cell in enumerate(row["waarden"])
            if _tekst(cell["soort"]) != _GETAL
        ),
        tuple((_tekst(line["naam"]), _tekst(line["teken"])) for line in data["lijnen"]),
        tuple(map(_tekst, data["herkomst"])),
        _tekst(data["adres"]),
    )


def _tekst(waarde: Any) -> str:
    if type(waarde) is not str:
        raise TypeError
    return waarde


def _cel(figuur: Figuur, cel: Cel, cell: Mapping[str, Any]) -> Iterator[str]:
    if cel in figuur.leeg and (cell["waarde"] is not None or heeft_cijfer(str(cell["teken"]))):
        yield f"{figuur.plaats(cel)}: hier hoort geen getal, en er staat er een"
    if cel not in figuur.leeg and cell["waarde"] is None:
        yield f"{figuur.plaats(cel)}: hier hoort een getal, en er staat er geen"


def _verborgen(figuur: Figuur, verborgen: Iterable[Verborgen]) -> Iterator[str]:
    """Hidden figures that this one shows."""
    for one in verborgen:
        rij = one.rij(figuur.id, figuur.titel)
        if rij not in figuur.rijen or one.periode not in figuur.reeksen:
            continue
        cel = (figuur.rijen.index(rij), figuur.reeksen.index(one.periode))
        if cel not in figuur.leeg:
            yield f"{figuur.plaats(cel)}: dit cijfer is verborgen, en hier staat een getal"


def in_zin(figuur: Figuur, zin: str) -> Iterator[str]:
    """Rows without any number that the sentence says a number of, a few words further at most."""
    for rij, name in enumerate(figuur.namen):
        if len(figuur.lege_reeksen(rij)) < len(figuur.reeksen):
            continue
        rest = zin
        for other in {*figuur.reeksen, *figuur.namen} - {name}:
            rest = rest.replace(other, "")
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w):?[^\d.;:]{{0,30}}\d", rest):
            yield name


def gebreken_plotly(figuur: Figuur, raw: bytes) -> Iterator[str]:
    """What the chart for the browser gives away."""
    try:
        chart = json.loads(raw, object_pairs_hook=eenmaal)
        traces, layout = chart["data"], chart["layout"]
        for part, allowed in (
            (chart, _GRAFIEK),
            (layout, _OPMAAK),
            *((one, _SPOOR) for one in traces),
        ):
            strange = sorted(part.keys() - allowed)
            yield from (f"het veld '{name}' hoort er niet" for name in strange)
        yield from _sporen(figuur, traces)
        yield from _woorden(figuur, layout.get("annotations", []))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        yield "dit is geen leesbare grafiek"


def _sporen(figuur: Figuur, traces: list[dict[str, Any]]) -> Iterator[str]:
    reeks = 0
    for trace in traces:
        rows = trace["y"]
        if rows == list(figuur.rijen):
            if reeks >= len(figuur.reeksen):
                yield "er zijn meer reeksen dan de figuur heeft"
                return
            for rij in range(len(rows)):
                if (rij, reeks) in figuur.leeg:
                    yield from _op_plaats(figuur, (rij, reeks), trace)
            reeks += 1
        else:
            yield from _verbinding(figuur, rows)
    if reeks < len(figuur.reeksen):
        yield "er zijn minder reeksen dan de figuur heeft"


def _op_plaats(figuur: Figuur, cel: Cel, trace: Mapping[str, Any]) -> Iterator[str]:
    """Every list with one element for each row may hold only names for this one."""
    names = _namen(figuur, cel[0])
    for name, values in _lijsten(trace):
        if name == "y" or len(values) != len(figuur.rijen):
            continue
        value = values[cel[0]]
        said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if value is not None and heeft_cijfer(said, *names):
            yield f"{figuur.plaats(cel)}: hier hoort geen getal, en '{name}' heeft er een"


def _lijsten(values: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    for name, value in values.items():
        if isinstance(value, list):
            yield name, value
        elif isinstance(value, dict):
            yield from _lijsten(value)


def _verbinding(figuur: Figuur, rows: list[str | None]) -> Iterator[str]:
    """The lines that join dots have as many points as there are numbers."""
    for rij, key in enumerate(figuur.rijen):
        numbers = len(figuur.reeksen) - len(figuur.lege_reeksen(rij))
        if rows.count(key) > numbers:
            yield f"{figuur.namen[rij]}: hier lopen lijnen naar een cel zonder getal"


def _woorden(figuur: Figuur, notes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for note in notes:
        rij = figuur.rijen.index(note["y"])
        if note["x"] != 0 or heeft_cijfer(str(note["text"]), *_namen(figuur, rij)):
            yield f"{figuur.namen[rij]}: hier hoort alleen een woord, en er staat een getal bij"


def _namen(figuur: Figuur, rij: int) -> tuple[str, ...]:
    """What a text about a row may say, also as a chart writes it."""
    names = (figuur.namen[rij], *figuur.reeksen)
    return (*names, *(escape(one, quote=False) for one in names))
