"""CSV on the Web: beside each CSV what its columns are, and of all tables together how they refer
to each other.

A row has no address of its own, so none is made up for it (``aboutUrl``); a field has the place
where it is explained. Not here: other forms of the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.model.basis.onbekend import Onbekend
from macros.opendata.adres import stand
from macros.opendata.contract import Veld, Veldsoort
from macros.opendata.gevuld import Gevuld
from macros.opendata.meta.basis import DATUMVORM, Document, Plaats
from macros.opendata.vorm.csv import scheider
from macros.opendata.vorm.plat import SCHEIDING
from macros.tekst import N_
from macros.views.regio.licentie import licentie

_SOORT = {
    Veldsoort.CODE: "string",
    Veldsoort.TEKST: "string",
    Veldsoort.ADRES: "anyURI",
    Veldsoort.GEHEEL: "integer",
    Veldsoort.JANEE: "boolean",
    Veldsoort.DAG: "date",
}


def documenten(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    """The document of each table, and that of all of them."""
    head = {"@context": ["http://www.w3.org/ns/csvw", {"@language": plaats.taal}]}
    origin = _herkomst(plaats)
    dialect = {
        "delimiter": scheider(plaats.blik.v.decimaalteken),
        "encoding": "utf-8",
        "header": True,
    }
    tables = [(one, _tabel(plaats, one)) for one in plaats.tabellen]
    for one, found in tables:
        yield f"{one.naam}.csv-metadata.json", {**head, **found, **origin, "dialect": dialect}
    yield (
        "csv-metadata.json",
        {
            **head,
            "dc:title": plaats.titel,
            "dc:description": plaats.uitleg,
            **origin,
            "dialect": dialect,
            "tables": [_met_verwijzingen(plaats, one, found) for one, found in tables],
        },
    )


def _herkomst(plaats: Plaats) -> Document:
    blik, settings = plaats.blik, plaats.blik.regio.instellingen
    found: Document = {
        "dc:language": plaats.taal,
        "dc:isPartOf": {"@id": plaats.adres("datapackage.json")},
        "dc:provenance": plaats.ui(
            N_("Elke rij noemt haar bron: het veld bron is een id in de tabel bronnen.")
        ),
    }
    if day := stand(blik):
        found["dc:modified"] = {"@value": day, "@type": "xsd:date"}
    if not isinstance(settings.beheer, Onbekend):
        found["dc:publisher"] = str(blik.v.tekst(settings.beheer))
    if chosen := licentie(blik):
        found["dc:rights"] = str(chosen.naam)
        if chosen.adres:
            found["dc:license"] = {"@id": chosen.adres}
    return found


def _tabel(plaats: Plaats, tabel: Gevuld) -> Document:
    return {
        "url": f"{tabel.naam}.csv",
        "dc:title": tabel.titel,
        "dc:description": tabel.uitleg,
        "tableSchema": {
            "columns": [_kolom(plaats, tabel, one) for one in tabel.velden],
            "primaryKey": plaats.sleutels[tabel.naam],
        },
    }


def _met_verwijzingen(plaats: Plaats, tabel: Gevuld, gevonden: Document) -> Document:
    """Only where the other table is described too may one refer to it."""
    keys = [
        {
            "columnReference": one.naam,
            "reference": {"resource": f"{other}.csv", "columnReference": plaats.sleutels[other]},
        }
        for one, other in plaats.verwijzingen(tabel.velden)
    ]
    return {**gevonden, "tableSchema": {**gevonden["tableSchema"], "foreignKeys": keys}}


def _kolom(plaats: Plaats, tabel: Gevuld, veld: Veld) -> Document:
    found: Document = {
        "name": veld.naam,
        "titles": veld.naam,
        "dc:title": plaats.ui(veld.titel),
        "dc:description": plaats.uitleg_van(veld),
        "datatype": _soort(plaats, veld),
        "propertyUrl": plaats.veldadres(tabel.tabel, veld.naam),
    }
    if veld.verplicht:
        found["required"] = True
    if veld.lijst:
        found["separator"] = SCHEIDING
    if veld.naar in plaats.sleutels:
        found["dc:relation"] = {"@id": plaats.veldadres(veld.naar)}
    return found


def _soort(plaats: Plaats, veld: Veld) -> Any:
    if veld.keuzen:
        return {"base": "string", "format": "|".join(map(_letterlijk, veld.keuzen))}
    if veld.soort is Veldsoort.DATUM:
        return {"base": "string", "format": DATUMVORM}
    if veld.soort is Veldsoort.GETAL:
        sign = plaats.blik.v.decimaalteken
        return {"base": "decimal", "format": {"decimalChar": sign}} if sign != "." else "decimal"
    return _SOORT[veld.soort]


def _letterlijk(tekst: str) -> str:
    """In a pattern that programs of any kind read."""
    return re.sub(r"[.^$*+?()\[\]{}|\\]", r"\\\g<0>", tekst)
