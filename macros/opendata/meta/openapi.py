"""``openapi.json``: the addresses of the files in the words of OpenAPI 3.1, for who makes a client.

They are files, so nothing can be asked of them but to be fetched. Not here: what is in them
(``schema``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.opendata.adres import FIGUURMAP, FIGUURVORMEN, TABELVORMEN
from macros.opendata.contract import MAP, VERSIE
from macros.opendata.figuur import TABEL
from macros.opendata.meta.basis import BELOFTE, Document, Plaats
from macros.opendata.meta.schema import FIGUURSCHEMA
from macros.tekst import N_
from macros.views.regio.licentie import licentie


def documenten(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    """The description, and its name."""
    yield (
        "openapi.json",
        {
            "openapi": "3.1.0",
            "info": _info(plaats),
            "servers": [{"url": plaats.wortel.rstrip("/")}],
            "externalDocs": {"url": plaats.documentatie},
            "paths": dict(_paden(plaats)),
            "components": {
                "responses": {
                    "weg": {"description": plaats.ui(N_("Dit bestand is er niet."))},
                }
            },
        },
    )


def _info(plaats: Plaats) -> Document:
    settings = plaats.blik.regio.instellingen
    found: Document = {
        "title": plaats.titel,
        "version": VERSIE,
        "description": f"{plaats.uitleg} {plaats.ui(BELOFTE)}",
    }
    if isinstance(settings.contact, str):
        found["contact"] = {"url": settings.contact}
        if isinstance(settings.beheer, str):
            found["contact"]["name"] = str(plaats.blik.v.tekst(settings.beheer))
    if chosen := licentie(plaats.blik):
        found["license"] = {"name": str(chosen.naam)}
        if chosen.bekend:
            found["license"]["url"] = chosen.bekend.adres
    return found


def _paden(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    ui = plaats.ui
    yield _json("index", plaats.titel, "index.json", "schema/index.json")
    for one in plaats.tabellen:
        yield _json(one.naam, one.titel, f"{one.naam}.json", f"schema/{one.naam}.json", one.uitleg)
    names = list(plaats.sleutels)
    for end, kind in TABELVORMEN.items():
        if end != "json":  # of which each has a schema, and so an address, of its own
            said = ui(N_("Een tabel als {vorm}"), vorm=end.upper())
            yield _reeks(f"tabel_{end}", said, "", end, kind, "tabel", names)
    if plaats.figuren:
        figures = [one.id for one in plaats.figuren]
        for end, kind in FIGUURVORMEN.items():
            said = ui(N_("Een figuur als {vorm}"), vorm=end.upper())
            schema = FIGUURSCHEMA if end == "json" else ""
            yield _reeks(f"figuur_{end}", said, FIGUURMAP, end, kind, "figuur", figures, schema)
    if plaats.gemeenten:
        folder = plaats.gemeenten[0][1].rpartition("/")[0]
        towns = [name.rpartition("/")[2] for _, name in plaats.gemeenten]
        for end, kind in TABELVORMEN.items():
            said = ui(N_("De cijfers van een gemeente als {vorm}"), vorm=end.upper())
            schema = f"schema/{TABEL}.json" if end == "json" else ""
            yield _reeks(f"gemeente_{end}", said, folder, end, kind, "gemeente", towns, schema)


def _json(naam: str, titel: str, pad: str, schema: str, uitleg: str = "") -> tuple[str, Document]:
    content = {TABELVORMEN["json"]: {"schema": {"$ref": schema}}}
    return f"/{MAP}{pad}", {"get": _vraag(naam, titel, content, uitleg)}


def _reeks(
    naam: str,
    titel: str,
    map_: str,
    end: str,
    mediatype: str,
    wat: str,
    waarden: list[str],
    schema: str = "",
) -> tuple[str, Document]:
    """Files of one kind, of which a part of the name can be any of ``waarden``."""
    parameter = {
        "name": wat,
        "in": "path",
        "required": True,
        "schema": {"type": "string", "enum": waarden},
        "example": waarden[0],
    }
    content: Document = {mediatype: {"schema": {"$ref": schema}} if schema else {}}
    asked = _vraag(naam, titel, content)
    return f"/{MAP}{map_ and f'{map_}/'}{{{wat}}}.{end}", {"parameters": [parameter], "get": asked}


def _vraag(naam: str, titel: str, inhoud: Document, uitleg: str = "") -> Document:
    found: Document = {"operationId": naam, "summary": titel}
    if uitleg:
        found["description"] = uitleg
    found["responses"] = {
        "200": {"description": titel, "content": inhoud},
        "404": {"$ref": "#/components/responses/weg"},
    }
    return found
