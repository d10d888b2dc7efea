"""JSON Schema (2020-12) of each JSON file: of every table, of a figure, of the index.

A later version of the contract adds fields, so a schema asks for what there is and forbids nothing
more. Not here: the files (``vorm``, ``figuur``, ``index``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.opendata.contract import VERSIE, Veld, Veldsoort
from macros.opendata.figuur import CIJFERS, ROL, TABEL
from macros.opendata.gevuld import Gevuld
from macros.opendata.meta.basis import DATUMVORM, Document, Plaats
from macros.tekst import N_

FIGUURSCHEMA = "schema/figuur.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SOORT: dict[Veldsoort, Document] = {
    Veldsoort.CODE: {"type": "string"},
    Veldsoort.TEKST: {"type": "string"},
    Veldsoort.ADRES: {"type": "string", "format": "uri"},
    Veldsoort.GETAL: {"type": "number"},
    Veldsoort.GEHEEL: {"type": "integer"},
    Veldsoort.JANEE: {"type": "boolean"},
    Veldsoort.DAG: {"type": "string", "format": "date"},
    Veldsoort.DATUM: {"type": "string", "pattern": f"^{DATUMVORM}$"},
}
_TEKST = {"type": "string"}
_ADRES = {"type": "string", "format": "uri"}
_AANTAL = {"type": "integer", "minimum": 0}
_OF_NIETS = {"type": ["string", "null"]}
_DAG = {"type": ["string", "null"], "format": "date"}


def documenten(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    """Every schema, and its name."""
    for one in plaats.tabellen:
        name = f"schema/{one.naam}.json"
        yield name, _begin(plaats, name, one.titel, one.uitleg) | _tabel(plaats, one)
    if plaats.figuren:
        name = FIGUURSCHEMA
        title, said = plaats.ui(N_("Een figuur")), plaats.ui(N_("De cijfers van één figuur."))
        yield name, _begin(plaats, name, title, said) | _figuur(plaats)
    name = "schema/index.json"
    yield name, _begin(plaats, name, plaats.titel, plaats.uitleg) | _INDEX


def _begin(plaats: Plaats, naam: str, titel: str, uitleg: str) -> Document:
    return {
        "$schema": DRAFT,
        "$id": plaats.adres(naam),
        "title": titel,
        "description": uitleg,
    }


def _ding(velden: Document, *niet_altijd: str) -> Document:
    """An object that has all of these, and may have more."""
    needed = [name for name in velden if name not in niet_altijd]
    return {"type": "object", "required": needed, "properties": velden}


def _lijst(wat: Document) -> Document:
    return {"type": "array", "items": wat}


def _verwijzing(naar: str) -> Document:
    return {"$ref": naar}


_CONTRACT = {"type": "string", "pattern": rf"^{VERSIE.partition('.')[0]}\.[0-9]+$"}
_LICENTIE = {
    "type": ["object", "null"],
    "required": ["naam", "adres"],
    "properties": {"naam": _TEKST, "adres": {"type": ["string", "null"], "format": "uri"}},
}
_KEUZE = _ding({"adres": _ADRES, "keuze": {"type": "object", "additionalProperties": _TEKST}})
"""Of rows that somebody chose on a page: which page, and what was chosen there."""


def _tabel(plaats: Plaats, tabel: Gevuld) -> Document:
    head: Document = {
        "tabel": {"const": tabel.tabel},
        "titel": _TEKST,
        "uitleg": _TEKST,
        "contract": _CONTRACT,
        "taal": _TEKST,
        "stand": _DAG,
        "bron_adres": _ADRES,
        "licentie": _LICENTIE,
        "velden": _lijst(_TEKST),
        "rijen": _lijst(_verwijzing("#/$defs/rij")),
        "filter": _KEUZE,
    }
    row = _ding({one.naam: _veld(plaats, one) for one in tabel.velden})
    return {**_ding(head, "filter"), "$defs": {"rij": row}}


def _veld(plaats: Plaats, veld: Veld) -> Document:
    one: Document = dict(_SOORT[veld.soort])
    if veld.keuzen:
        one["enum"] = [*veld.keuzen]
    if veld.lijst:
        one = {"type": "array", "items": one}
    if not veld.verplicht:
        one["type"] = [one["type"], "null"]
        if "enum" in one:
            one["enum"] = [*one["enum"], None]
    said: Document = {"title": plaats.ui(veld.titel), "description": plaats.uitleg_van(veld)}
    if veld.naar in plaats.sleutels:
        said["$comment"] = f"{veld.naar}.{plaats.sleutels[veld.naar]}"
    return {**said, **one}


_CEL: dict[str, Any] = {
    "waarde": {"type": ["number", "null"]},
    "soort": _TEKST,
    "teken": _TEKST,
    "voorlopig": {"type": "boolean"},
}


def _figuur(plaats: Plaats) -> Document:
    more = _ding({ROL.naam: _veld(plaats, ROL)})
    return _ding(
        {
            "id": _TEKST,
            "titel": _TEKST,
            "zin": _TEKST,
            "indicator": _TEKST,
            "contract": _CONTRACT,
            "taal": _TEKST,
            "stand": _DAG,
            "adres": _ADRES,
            "eenheid": _TEKST,
            "reeksen": _lijst(_TEKST),
            "rijen": _lijst(_ding({"id": _TEKST, "naam": _TEKST, "waarden": _lijst(_ding(_CEL))})),
            "lijnen": _lijst(_ding({"id": _TEKST, "naam": _TEKST, **_CEL})),
            "herkomst": _lijst(_TEKST),
            "onvertaald": _lijst(_TEKST),
            CIJFERS: _lijst({"allOf": [_verwijzing(f"{TABEL}.json#/$defs/rij"), more]}),
        }
    )


_BESTANDEN = _lijst(_ding({"adres": _ADRES, "mediatype": _TEKST}))
_INDEX = _ding(
    {
        "contract": _CONTRACT,
        "taal": _TEKST,
        "titel": _TEKST,
        "uitleg": _TEKST,
        "regio": _ding({"id": _TEKST, "naam": _TEKST}),
        "stand": _DAG,
        "bron_adres": _ADRES,
        "site": _ADRES,
        "documentatie": _ADRES,
        "licentie": _LICENTIE,
        "licentie_uitleg": _OF_NIETS,
        "uitgever": _OF_NIETS,
        "contact": {"type": ["string", "null"], "format": "uri"},
        "andere_talen": _lijst(_ding({"taal": _TEKST, "adres": _ADRES})),
        "beschrijvingen": {"type": "object", "additionalProperties": _ADRES},
        "wijzigingen": _lijst(
            _ding(
                {"versie": _TEKST, "datum": {"type": "string", "format": "date"}, "tekst": _TEKST}
            )
        ),
        "tabellen": _lijst(
            _ding(
                {
                    "tabel": _TEKST,
                    "titel": _TEKST,
                    "uitleg": _TEKST,
                    "rijen": _AANTAL,
                    "sleutel": _TEKST,
                    "velden": _lijst(_TEKST),
                    "sinds": _TEKST,
                    "schema": _ADRES,
                    "csvw": _ADRES,
                    "documentatie": _ADRES,
                    "bestanden": _BESTANDEN,
                }
            )
        ),
        "figuren": _lijst(
            _ding(
                {
                    "figuur": _TEKST,
                    "titel": _TEKST,
                    "indicator": _TEKST,
                    "pagina": _ADRES,
                    "bestanden": _BESTANDEN,
                }
            )
        ),
        "gemeenten": _lijst(
            _ding({"gemeente": _TEKST, "naam": _TEKST, "code": _TEKST, "bestanden": _BESTANDEN})
        ),
        "overige": _lijst(
            _ding({"soort": _TEKST, "titel": _TEKST, "adres": _ADRES, "mediatype": _TEKST})
        ),
        "aliassen": _lijst(_ding({"adres": _ADRES, "nu": _ADRES})),
    }
)
