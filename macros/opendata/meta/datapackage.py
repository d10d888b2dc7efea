"""``datapackage.json``: all tables as one Data Package of Frictionless, version 2.

Not here: files of one figure or one municipality, which hold rows of these tables again.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.basis.onbekend import Onbekend
from macros.opendata.adres import TABELVORMEN, stand
from macros.opendata.contract import VERSIE, Veld, Veldsoort
from macros.opendata.gevuld import Gevuld
from macros.opendata.meta.basis import DATUMVORM, Document, Plaats
from macros.opendata.vorm.csv import scheider
from macros.opendata.vorm.plat import SCHEIDING
from macros.views.regio.licentie import licentie

PROFIEL = "https://datapackage.org/profiles/2.0"
_SOORT: dict[Veldsoort, Document] = {
    Veldsoort.CODE: {"type": "string"},
    Veldsoort.TEKST: {"type": "string"},
    Veldsoort.ADRES: {"type": "string", "format": "uri"},
    Veldsoort.GEHEEL: {"type": "integer"},
    Veldsoort.JANEE: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    Veldsoort.DAG: {"type": "date"},
    Veldsoort.DATUM: {"type": "string"},
}


def documenten(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    """The package, and its name."""
    blik, settings = plaats.blik, plaats.blik.regio.instellingen
    found: Document = {
        "$schema": f"{PROFIEL}/datapackage.json",
        "name": f"{settings.id}-{plaats.taal}".lower(),
        "id": plaats.adres("datapackage.json"),
        "title": plaats.titel,
        "description": plaats.uitleg,
        "homepage": plaats.documentatie,
        "version": VERSIE,
    }
    if day := stand(blik):
        found["created"] = f"{day}T00:00:00Z"
    chosen = licentie(blik)
    if chosen and chosen.bekend:
        found["licenses"] = [
            {
                "name": chosen.bekend.code,
                "path": chosen.bekend.adres,
                "title": str(chosen.naam),
            }
        ]
    if not isinstance(settings.beheer, Onbekend):
        keeper = {"title": str(blik.v.tekst(settings.beheer)), "roles": ["publisher"]}
        if not isinstance(settings.contact, Onbekend):
            keeper["path"] = settings.contact
        found["contributors"] = [keeper]
    found["resources"] = [_tabel(plaats, one) for one in plaats.tabellen]
    yield "datapackage.json", found


def _tabel(plaats: Plaats, tabel: Gevuld) -> Document:
    return {
        "name": tabel.naam,
        "type": "table",
        "path": f"{tabel.naam}.csv",
        "title": tabel.titel,
        "description": tabel.uitleg,
        "homepage": plaats.veldadres(tabel.naam),
        "format": "csv",
        "mediatype": TABELVORMEN["csv"],
        "encoding": "utf-8",
        "dialect": {
            "delimiter": scheider(plaats.blik.v.decimaalteken),
            "lineTerminator": "\r\n",
        },
        "schema": {
            "fields": [_veld(plaats, tabel, one) for one in tabel.velden],
            "missingValues": [""],
            "primaryKey": [plaats.sleutels[tabel.naam]],
            "foreignKeys": [
                {
                    "fields": [one.naam],
                    "reference": {
                        "resource": "" if other == tabel.naam else other,
                        "fields": [plaats.sleutels[other]],
                    },
                }
                for one, other in plaats.verwijzingen(tabel.velden)
            ],
        },
    }


def _veld(plaats: Plaats, tabel: Gevuld, veld: Veld) -> Document:
    kind = _SOORT.get(veld.soort) or {
        "type": "number",
        "decimalChar": plaats.blik.v.decimaalteken,
    }
    demands: Document = {}
    if veld.verplicht:
        demands["required"] = True
    if veld.naam == plaats.sleutels[tabel.naam]:
        demands["unique"] = True
    if veld.lijst:
        kind = {"type": "list", "itemType": "string", "delimiter": SCHEIDING}
    elif veld.keuzen:
        demands["enum"] = [*veld.keuzen]
    elif veld.soort is Veldsoort.DATUM:
        demands["pattern"] = DATUMVORM
    found = {
        "name": veld.naam,
        **kind,
        "title": plaats.ui(veld.titel),
        "description": plaats.uitleg_van(veld),
    }
    return {**found, "constraints": demands} if demands else found
