"""The values of records as the rows of their sheets, and a cell back into a value.

Not here: how a sheet looks (``werkmap``), or which row is which record (``lezen``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from macros.invoer.blad.indeling import ID, INGEVULD, Kolom, Tabblad, indeling
from macros.invoer.inzending.namen import Wijzer, namen
from macros.invoer.inzending.opschonen import Schoon, opgeschoond
from macros.invoer.inzending.vragen import Antwoord
from macros.model.geheel import Regio
from macros.source.nodes import Loc, Value, op
from macros.source.werkblad import RAND
from macros.source.werkmap import Cel, Celsoort
from macros.wijziging.samenvoegen import Misschien
from macros.wijziging.woorden import ingekort

Namen = Mapping[tuple[str, ...], Mapping[str, str]]
"""Of each kind of reference what an id is called in a cell."""

Wijzers = Mapping[tuple[str, ...], Wijzer]
"""From what is typed to an id, for each kind of reference."""

_REGEL = re.compile("\n")
PUNTKOMMA = (Antwoord.KEUZE, Antwoord.VERWIJZING, Antwoord.DATUM)
"""Of these several stand in a cell with a semicolon between them; a text has a line."""


def in_cellen(regio: Regio, soort: str) -> Namen:
    """What the references of a kind are called in its cells."""
    found: dict[tuple[str, ...], Mapping[str, str]] = {}
    for blad in indeling(soort):
        for kolom in blad.kolommen:
            asked = kolom.vraag
            if asked and asked.verwijst_naar and asked.verwijst_naar not in found:
                found[asked.verwijst_naar] = {
                    one.id: one.keuze for one in namen(regio, asked, alles=True)
                }
    return found


def rijen(blad: Tabblad, key: str, waarde: Value, called: Namen) -> Iterator[tuple[str, ...]]:
    """The rows of a record on this sheet: a text for each heading."""
    first = (key,) if blad.sleutels[:1] == (ID,) else ()
    for number, (keys, item) in enumerate(onderdelen(blad.weg, waarde), start=1):
        own = (*first, *keys, str(number)) if blad.met_nummer else (*first, *keys)
        yield (*own, *(cel(one, op(item, one.loc), called) for one in blad.kolommen))


def onderdelen(weg: tuple[tuple[str, ...], ...], waarde: Value) -> Iterator[tuple[Loc, Value]]:
    """What a sheet has a row for: the items it is below (by id, else by number), and its value."""
    if not weg:
        yield (), waarde
        return
    found = op(waarde, weg[0])
    for number, item in enumerate(found if isinstance(found, list) else (), start=1):
        if len(weg) == 1:
            yield (), item
            continue
        own = op(item, (ID,))
        for keys, below in onderdelen(weg[1:], item):
            yield (str(own or number), *keys), below


def cel(kolom: Kolom, waarde: Value, called: Namen) -> str:
    """What stands in the cell of a value."""
    if kolom.vraag is None:
        return INGEVULD if isinstance(waarde, dict | list) else waarde or ""
    names = called.get(kolom.vraag.verwijst_naar, {})
    parts = [str(one) for one in (waarde if isinstance(waarde, list) else [waarde]) if one]
    return tussen(kolom).join(names.get(one, one) for one in parts)


def tussen(kolom: Kolom) -> str:
    """What stands between the values in a cell."""
    return "; " if kolom.vraag and kolom.vraag.antwoord in PUNTKOMMA else "\n"


def wijzers(regio: Regio, soort: str) -> Wijzers:
    """From what is typed to an id, for each kind of reference in the cells of a kind."""
    asked = (kolom.vraag for blad in indeling(soort) for kolom in blad.kolommen)
    kinds = {one.verwijst_naar for one in asked if one and one.verwijst_naar}
    return {one: Wijzer(regio, one) for one in kinds}


def lees_cel(kolom: Kolom, cell: Cel | None, known: Wijzers) -> Schoon:
    """The value in a cell of a column that asks for one."""
    assert kolom.vraag is not None
    if cell and cell.soort is Celsoort.LIJKT_FORMULE:
        cell = replace(cell, soort=Celsoort.TEKST)
    if kolom.vraag.antwoord in PUNTKOMMA:
        return opgeschoond(kolom.vraag, cell, known)
    return opgeschoond(kolom.vraag, cell, known, _REGEL)


def tekst_in(cell: Cel | None) -> str:
    """What a cell says, without spaces around its lines."""
    if cell is None:
        return ""
    return "\n".join(line.strip(RAND) for line in cell.waarde.split("\n")).strip("\n")


def naam_in(cell: Cel | None) -> str:
    """A cell by which another is known."""
    return " ".join(cell.waarde.split()) if cell else ""


def zet(value: Value, loc: tuple[str, ...], new: Value) -> None:
    """Put a value at its place in a group; None takes it away."""
    group = value
    for part in loc[:-1]:
        if not isinstance(group, dict):
            return
        inner = group.get(part)
        if not isinstance(inner, dict):
            if new is None:
                return
            inner = group[part] = {}
        group = inner
    if not isinstance(group, dict):
        return
    if new is None:
        group.pop(loc[-1], None)
    else:
        group[loc[-1]] = new


def zet_op(value: Value, loc: Loc, new: Value) -> None:
    """The same at a place that may go through lists."""
    found: Any = value
    for part in loc[:-1]:
        found = found[part]
    if new is None:
        found.pop(loc[-1], None)
    else:
        found[loc[-1]] = new


def kort(value: Misschien) -> str:
    """A value in so many signs as fit in a message."""
    parts = _bladeren(value)
    return ingekort("; ".join(" ".join(one.split()) for one in parts)) or "niets"


def _bladeren(value: Misschien) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _bladeren(one)
