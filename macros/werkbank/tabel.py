"""The table of a kind, or of its parts that have an id: many records on one screen, by cell.

A column is a field that fits in a cell: a choice, a date, a reference, a line of text, or a list of
those. Not here: how it looks (``docs/werkbank/tabel.js``), or what somebody pastes (``plakken``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from macros.invoer.blad.indeling import Kolom, Tabblad, indeling
from macros.invoer.cijfercel import PUNT
from macros.invoer.inzending.vragen import Antwoord
from macros.model.basis.record import Status
from macros.model.geheel import adres_van
from macros.model.geheel import soort_van as soort_van_type
from macros.model.label import titelveld
from macros.model.monitor.indicator import Waarnemingen
from macros.model.soort import Soort
from macros.model.walk import nested
from macros.source.nodes import Value, op
from macros.source.tabel import RIJEN
from macros.werkbank.bladen import soort_van
from macros.werkbank.formulier import Veld, formulier
from macros.werkbank.werkbank import Werkbank

_LAATST = ("herkomst", "status")


def sleutel(kolom: Kolom) -> str:
    """What a column is called in the answers: its place with points between."""
    return ".".join(kolom.loc)


@cache
def kolommen(naam: str) -> tuple[Kolom, ...]:
    """The columns of a table: what a row is known by, its state with date and evidence, the rest;
    of lines of a file in the order that they have there.
    """
    soort, veld = plek(naam)
    blad = _blad(soort, veld)
    fits = [
        one
        for one in blad.kolommen
        if one.vraag
        and one.vraag.antwoord is not Antwoord.ALINEAS
        and one.loc != ("id",)
        and (len(one.loc) == 1 or one.loc[0] in _LAATST)
    ]
    if soort.tabellen:
        return tuple(fits)
    title = titel_van(naam)
    state = next((one.loc[0] for one in fits if _is_stand(one)), "")

    def rang(kolom: Kolom) -> int:
        first = kolom.loc[0]
        if first == title:
            return 0
        if first in _LAATST:
            return 6 + _LAATST.index(first)
        if state and (first == state or first.startswith(f"{state}_")):
            return 1
        if first == "bewijs":
            return 2
        assert kolom.vraag is not None
        order = {Antwoord.KEUZE: 3, Antwoord.DATUM: 3, Antwoord.VERWIJZING: 4}
        return order.get(kolom.vraag.antwoord, 5)

    return tuple(sorted(fits, key=rang))


def _is_stand(kolom: Kolom) -> bool:
    asked = kolom.vraag
    choice = asked is not None and asked.antwoord is Antwoord.KEUZE and not asked.meer
    return choice and kolom.loc[0] not in _LAATST


def plek(naam: str) -> tuple[Soort, str]:
    """The kind, and the field of which each item is a row; of tables that is each line."""
    soort, veld = soort_van(naam)
    return soort, RIJEN if soort.tabellen else veld


def _blad(soort: Soort, veld: str) -> Tabblad:
    wanted = ((veld,),) if veld else ()
    return next(one for one in indeling(soort.naam) if one.weg == wanted)


def titel_van(naam: str) -> str:
    """The field by which people know a row."""
    soort, veld = plek(naam)
    if not veld:
        return soort.titel
    part = nested(soort.type.model_fields[veld].annotation)
    assert part is not None
    return titelveld(part)


def veld_van(naam: str, kolom: Kolom) -> Veld:
    """The field of the form that a column is of."""
    soort, veld = plek(naam)
    found: Veld = formulier(soort.naam)
    for part in (*((veld,) if veld else ()), *kolom.loc):
        found = found.get("item", found)
        found = next(one for one in found["velden"] if one["naam"] == part)
    return found


def cijfervragen(velden: Iterable[str]) -> Iterator[Veld]:
    """What is asked of figures that somebody mailed, as fields of a form."""
    known = {one.loc[-1]: one for one in kolommen(_CIJFERS)}
    for name in velden:
        yield veld_van(_CIJFERS, known[name]) if name in known else _PUNT_VRAAG


_CIJFERS = soort_van_type(Waarnemingen).naam
_PUNT_VRAAG: Veld = {
    "naam": PUNT,
    "label": "Punt in een getal",
    "uitleg": "Wat betekent de punt in een getal als 1.234?",
    "soort": "keuze",
    "verplicht": True,
    "mag_onbekend": False,
    "keuzes": [
        {"waarde": "duizend", "label": "1234", "uitleg": "de punt staat tussen duizendtallen"},
        {"waarde": "komma", "label": "1,234", "uitleg": "de punt is een decimale komma"},
    ],
}


def tabel(bank: Werkbank, naam: str) -> dict[str, Any]:
    """``{soort, kop, deel_van, kolommen: [{sleutel, loc, kop, uitleg, veld}], rijen: [{pad, loc,
    id, titel, van, gearchiveerd, adres, waarden}]}``; ``waarden`` by the key of the column, without
    those that are not there. A cell is at the place of its row and that of its column together.
    """
    soort, veld = plek(naam)
    return {
        "soort": naam,
        "kop": _blad(soort, veld).naam,
        "deel_van": soort.naam if veld else "",
        "kolommen": [
            {
                "sleutel": sleutel(one),
                "loc": list(one.loc),
                "kop": one.kop,
                "uitleg": one.uitleg,
                "veld": veld_van(naam, one),
            }
            for one in kolommen(naam)
        ],
        "rijen": list(rijen(bank, naam)),
    }


def rijen(bank: Werkbank, naam: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, record by record."""
    soort, veld = plek(naam)
    columns, title = kolommen(naam), titel_van(naam)
    for pad in bank.paden(soort):
        whole = bank.waarde(pad)
        if not isinstance(whole, dict):
            continue
        key = PurePosixPath(pad).stem if soort.is_map else ""
        beside = {
            "pad": pad,
            "gearchiveerd": whole.get("status") == Status.GEARCHIVEERD.value,
            "adres": adres_van(soort.type, key) if soort.adres else "",
        }
        name = bank.titel(pad)
        if not veld:
            values = _cellen(whole, columns)
            yield {**beside, "loc": [], "id": key, "titel": name, "van": "", "waarden": values}
            continue
        items = whole.get(veld)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            said = op(item, (title,))
            own = op(item, ("id",))
            yield {
                **beside,
                "loc": [veld, index],
                "id": own if isinstance(own, str) else "",
                "titel": said if isinstance(said, str) else own or "",
                "van": name,
                "waarden": _cellen(item, columns),
            }


def _cellen(item: Value, columns: Iterable[Kolom]) -> dict[str, Value]:
    found = {sleutel(one): op(item, one.loc) for one in columns}
    return {name: value for name, value in found.items() if value is not None}
