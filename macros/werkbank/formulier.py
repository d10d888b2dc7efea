"""The form of a kind of record, as a tree of fields: everything in it follows from the types.

Not here: how a field looks (``docs/werkbank/formulier.js``), or whether a value is right (``model``
and ``rules``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from macros.model.basis.datum import Datum
from macros.model.basis.record import Deel, Gezocht, Herkomst, LaterIngevuld
from macros.model.basis.verwijzing import DeelVan, Verwijzing
from macros.model.basis.vorm import Invoer, Keuze, Vorm
from macros.model.geheel import SOORT
from macros.model.label import keuze_in_woorden, label, titelveld
from macros.model.soort import Soort
from macros.model.veld import Waarde, opties, uitleg, waarde
from macros.model.walk import tekstsoort
from macros.rules.elk.herkomst import later_in_te_vullen
from macros.rules.elk.kenmerk import ruimte
from macros.source.tabel import RIJEN

Veld = dict[str, Any]

_INVOER = {
    Invoer.REGEL: "tekst",
    Invoer.ALINEAS: "lang",
    Invoer.GETAL: "getal",
    Invoer.TIJD: "tijd",
    Invoer.ADRES: "adres",
    Invoer.ID: "id",
}
VELDSOORTEN = frozenset(
    (
        *_INVOER.values(),
        *("datum", "gezocht", "groep", "herkomst", "ja_nee", "keuze", "lijst", "verwijzing"),
    )
)
"""What a field can be; the page in the browser knows each of them."""


@cache
def formulier(soort: str) -> Veld:
    """The fields of a kind. Of each ``{naam, label, uitleg, soort, verplicht, mag_onbekend}``, and:

    ``keuze`` and ``ja_nee`` have ``keuzes`` (``{waarde, label, uitleg}``), ``verwijzing`` has
    ``soorten`` (or the name of a list in the one file of the kind ``deel_van``), ``lijst`` has
    ``item`` and ``minstens``, ``groep`` and ``herkomst`` have ``velden`` and ``titel`` (the field
    by which one is known), ``gezocht`` has a date in its ``velden`` for each field beside it that
    may be unknown. Where it is so: ``standaard``, ``langst`` (no more signs fit), ``liefst`` (more
    signs are too many), ``ook`` (a word that may stand there besides), ``vast`` (never changed),
    ``tabel`` (a list with short values only).
    """
    kind = SOORT[soort]
    return {
        "naam": kind.naam,
        "label": kind.enkelvoud,
        "uitleg": kind.uitleg,
        "soort": "groep",
        "verplicht": True,
        "mag_onbekend": False,
        "titel": kind.titel if kind.titel in kind.type.model_fields else "",
        "velden": _record(kind),
    }


def _record(soort: Soort) -> list[Veld]:
    """The fields of a file; that of a table holds its name and its rows."""
    found = list(_velden(soort.type))
    if soort.tabellen:
        found = [one for one in found if one["naam"] in ("id", RIJEN)]
        found[-1]["tabel"] = True
    if soort.is_map:
        found[0]["vast"] = True
    return found


def _velden(kind: type[Deel]) -> Iterator[Veld]:
    for naam, field in kind.model_fields.items():
        yield _veld(kind, naam, field)


def _veld(kind: type[Deel], naam: str, field: FieldInfo) -> Veld:
    found = waarde(field)
    result = {
        "naam": naam,
        "label": label(naam, field.description or ""),
        "uitleg": uitleg(field),
        "verplicht": field.is_required(),
        "mag_onbekend": found.mag_onbekend,
        **_waarde(kind, naam, found),
    }
    if isinstance(field.default, Keuze):
        result["standaard"] = field.default.value
    if room := ruimte(naam, tekstsoort(kind, naam)):
        result["liefst"] = room
    return result


def _waarde(kind: type[Deel], naam: str, found: Waarde) -> Veld:
    """What somebody fills in: one value, a list of them, or a group of fields."""
    if found.item is None:
        return _een(kind, naam, found)
    if found.kern.type is LaterIngevuld:
        item = _groep(LaterIngevuld)
        item["velden"][0] = item["velden"][0] | _keuze_uit(_velden_van(kind))
    else:
        item = _een(kind, naam, found.item)
    item = {
        "naam": "",
        "label": _enkelvoud(found.item.type, item),
        "uitleg": "",
        "verplicht": True,
        "mag_onbekend": found.item.mag_onbekend,
        **item,
    }
    least = (getattr(one, "min_length", 0) for one in _beperkingen(found))
    return {"soort": "lijst", "item": item, "minstens": max(least, default=0)}


def _beperkingen(found: Waarde) -> Iterator[Any]:
    """What pydantic is told of a list."""
    for one in found.markers:
        yield from one.metadata if isinstance(one, FieldInfo) else (one,)


def _een(kind: type[Deel], naam: str, found: Waarde) -> Veld:
    if isinstance(found.type, type) and issubclass(found.type, Deel):
        return _groep(found.type)
    if isinstance(found.type, type) and issubclass(found.type, Keuze):
        return _keuze(found.type)
    if found.type is Datum:
        return {"soort": "datum"}
    target = found.merk(Verwijzing)
    if target:
        return {"soort": "verwijzing", "soorten": list(target.soorten)}
    part = found.merk(DeelVan)
    if part:
        return {"soort": "verwijzing", "soorten": [part.veld], "deel_van": part.soort}
    vorm = found.merk(Vorm)
    if vorm is None:  # a figure, which is one sign or a number
        return {"soort": "tekst"}
    if "enum" in vorm.json_schema:
        return _keuze_uit({one: (one, "") for one in vorm.json_schema["enum"]})
    result: Veld = {"soort": _INVOER[vorm.invoer]}
    if vorm.langst:
        result["langst"] = vorm.langst
    if vorm.ook:
        result["ook"] = vorm.ook
    return result


def _groep(kind: type[Deel]) -> Veld:
    sort = "herkomst" if kind is Herkomst else "gezocht" if issubclass(kind, Gezocht) else "groep"
    return {"soort": sort, "titel": titelveld(kind), "velden": list(_velden(kind))}


def _keuze(kind: type[Keuze]) -> Veld:
    found = _keuze_uit(
        {one.value: (keuze_in_woorden(one.value), one.uitleg) for one in opties(kind)}
    )
    return {**found, "soort": "ja_nee"} if {*kind} == {"ja", "nee"} else found


def _keuze_uit(choices: Mapping[str, tuple[str, str]]) -> Veld:
    """From values, each with its label and what it means."""
    found = [
        {"waarde": value, "label": words, "uitleg": meaning}
        for value, (words, meaning) in choices.items()
    ]
    return {"soort": "keuze", "keuzes": found}


def _velden_van(kind: type[Deel]) -> dict[str, tuple[str, str]]:
    """The fields of a record that can become known later, to choose one."""
    fields = kind.model_fields
    return {
        naam: (label(naam, fields[naam].description or ""), uitleg(fields[naam]))
        for naam in later_in_te_vullen(kind)
    }


_EEN = {
    "tekst": "regel",
    "lang": "tekst",
    "adres": "adres",
    "datum": "datum",
    "getal": "getal",
    "id": "korte naam",
    "keuze": "keuze",
    "tijd": "tijd",
}
_EIGEN = {"Cel": "vak", "Tegel": "plek op de kaart", "Reeks": "reeks perioden"}


def _enkelvoud(kind: Any, item: Veld) -> str:
    """What one of a list is called: "actie", "partij of gemeente", "regel"."""
    if "soorten" in item:
        return " of ".join(item["soorten"])
    if "velden" in item:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
        return _EIGEN.get(kind.__name__, words)
    return _EEN[item["soort"]]
