"""A table in JSON: the same cells as in CSV, and nothing beside them.

Not here: spreadsheets (``rekenblad``), which tables there may be (``tabellen``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_KOP = {
    "tabel",
    "titel",
    "uitleg",
    "contract",
    "taal",
    "stand",
    "bron_adres",
    "licentie",
    "velden",
    "rijen",
}
_CONTRACT = re.compile(r"\d+\.\d+", re.ASCII)
_STAND = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SCHEIDING = "|"
_MET_PROCENT = re.compile("%(?=(?:25)*7C)")

Rijen = Sequence[Sequence[str]]


class Getal(str):
    """A number as it is written, with the decimals it has."""

    __slots__ = ()


def lees(raw: bytes) -> Any:
    """What is in a JSON; raises ValueError when a name stands twice in an object, as programs would
    see the last one alone.
    """
    return json.loads(
        raw,
        parse_int=Getal,
        parse_float=Getal,
        parse_constant=_geen_getal,
        object_pairs_hook=eenmaal,
    )


def eenmaal(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of which every name stands there once."""
    found = dict(paren)
    if len(found) != len(paren):
        raise ValueError("a name stands twice")
    return found


def _geen_getal(text: str) -> Any:
    raise ValueError(text)


def gebreken_kop(data: Mapping[str, Any], tabel: str, adres: str) -> Iterator[str]:
    """What is wrong with what a table says of itself: ``tabel`` is its name in the contract, and
    ``adres`` how its own address ends.
    """
    yield from (f"het veld '{name}' hoort er niet" for name in sorted(data.keys() - _KOP))
    yield from gebreken_stand(data)
    if data.get("tabel") != tabel or not str(data.get("bron_adres")).endswith(f"/{adres}"):
        yield "dit bestand zegt dat het een andere tabel is"
    licence = data.get("licentie")
    if licence is not None and licence.keys() != {"naam", "adres"}:
        yield "het veld 'licentie' is anders dan verwacht"


def gebreken_stand(data: Mapping[str, Any]) -> Iterator[str]:
    """What each JSON says of itself: the version of the contract and the day of the data."""
    day = data.get("stand")
    if not _CONTRACT.fullmatch(str(data.get("contract"))):
        yield "het veld 'contract' is geen versie"
    if day is not None and not _STAND.fullmatch(str(day)):
        yield "het veld 'stand' is geen dag"


def zelfde(rijen: Iterable[Mapping[str, Any]], csv: Rijen, teken: str) -> bool:
    """Whether the rows are those of the CSV: the same names in the same order, the same cells."""
    heads = csv[0] if csv else []
    rows = list(rijen)
    return len(rows) == len(csv) - 1 and all(
        list(row) == heads and _zelfde_cellen(row, cells, teken)
        for row, cells in zip(rows, csv[1:], strict=True)
    )


def _zelfde_cellen(rij: Mapping[str, Any], cellen: Sequence[str], teken: str) -> bool:
    """In text a mark may stand before a cell, to not run it."""
    said = [one if type(one) is str else _als_tekst(one, teken) for one in rij.values()]
    return said == cellen or all(
        one in (cell, cell.removeprefix("'")) for one, cell in zip(said, cellen, strict=True)
    )


def _als_tekst(waarde: Any, teken: str) -> str | None:
    """A value as the CSV writes it; None when that cannot be."""
    kind = type(waarde)
    if kind is Getal:
        return str(waarde.replace(".", teken))
    if kind is str:
        return str(waarde)
    if waarde is None:
        return ""
    if kind is bool:
        return "true" if waarde else "false"
    if kind is list and all(type(one) is str for one in waarde):
        return _SCHEIDING.join(
            _MET_PROCENT.sub("%25", one).replace(_SCHEIDING, "%7C") for one in waarde
        )
    return None
