"""The values of records as the rows of their sheets. Not here: how a sheet looks (``werkmap``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.invoer.blad.indeling import ID, INGEVULD, Kolom, Tabblad, indeling
from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.vragen import Antwoord
from macros.model.geheel import Regio
from macros.source.nodes import Loc, Value

Namen = Mapping[tuple[str, ...], Mapping[str, str]]
"""Of each kind of reference what an id is called in a cell."""

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


def op(waarde: Value, loc: Loc) -> Value:
    """The value at a place; None when it is not there."""
    for part in loc:
        if not isinstance(waarde, dict):
            return None
        waarde = waarde.get(str(part))
    return waarde


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
