"""``index.json``: where a program begins. Every file that there is, and under which terms.

Not here: the form of the files (``schema``), or what fields mean (``datapackage``, ``csvw``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from macros.model.basis.onbekend import Onbekend
from macros.opendata.adres import (
    ALIASSEN,
    FIGUURMAP,
    FIGUURVORMEN,
    GRAFIEK,
    INDEX,
    TABELVORMEN,
    licentiegegeven,
    stand,
)
from macros.opendata.contract import MAP, VERSIE
from macros.opendata.gevuld import Gevuld
from macros.opendata.meta.basis import Document, Plaats
from macros.opendata.meta.dcat import uitgave
from macros.opendata.meta.schema import FIGUURSCHEMA
from macros.opendata.v1.wijzigingen import WIJZIGINGEN
from macros.tekst import N_
from macros.views.aanwezig import heeft
from macros.views.arrangement.basis import INVULBLAD
from macros.views.naam import overlegnaam
from macros.views.overleg.kalender import kalenderbestand
from macros.views.regio.kanaal import kanalen


def documenten(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    """The index, and its name."""
    blik, settings = plaats.blik, plaats.blik.regio.instellingen
    yield (
        INDEX,
        {
            "$schema": plaats.adres("schema/index.json"),
            "contract": VERSIE,
            "taal": plaats.taal,
            "titel": plaats.titel,
            "uitleg": plaats.uitleg,
            "regio": {"id": str(settings.id), "naam": settings.naam},
            "stand": stand(blik),
            "bron_adres": plaats.adres(INDEX),
            "site": plaats.wortel,
            "documentatie": plaats.documentatie,
            "licentie": licentiegegeven(blik),
            "licentie_uitleg": _licentie_uitleg(plaats),
            "uitgever": _bekend(plaats, settings.beheer),
            "contact": None if isinstance(settings.contact, Onbekend) else settings.contact,
            "andere_talen": [
                {"taal": one, "adres": f"{plaats.in_taal(one)}{MAP}{INDEX}"}
                for one in plaats.andere_talen
            ],
            "beschrijvingen": {
                what: plaats.adres(name) for what, name in beschrijvingen(plaats).items()
            },
            "wijzigingen": [
                {"versie": one.versie, "datum": one.dag.isoformat(), "tekst": plaats.ui(one.tekst)}
                for one in WIJZIGINGEN
            ],
            "tabellen": [_tabel(plaats, one) for one in plaats.tabellen],
            "figuren": [
                {
                    "figuur": one.id,
                    "titel": one.titel,
                    "indicator": one.indicator,
                    "pagina": urljoin(plaats.wortel, one.pad),
                    "bestanden": plaats.vormen(f"{FIGUURMAP}/{one.id}", FIGUURVORMEN),
                }
                for one in plaats.figuren
            ],
            "gemeenten": [
                {
                    "gemeente": one.id,
                    "naam": one.naam,
                    "code": one.cbs_code,
                    "bestanden": plaats.vormen(name, TABELVORMEN),
                }
                for one, name in plaats.gemeenten
            ],
            "overige": [*_overige(plaats)],
            "aliassen": [
                {"adres": plaats.adres(old), "nu": plaats.adres(new)}
                for old, new in ALIASSEN.items()
                if new.partition(".")[0] in plaats.sleutels
            ],
            "buiten_contract": [*_buiten_contract(plaats)],
        },
    )


def beschrijvingen(plaats: Plaats) -> dict[str, str]:
    """The documents that describe all of it, each in the way of some programs."""
    found = {
        "json_schema_index": "schema/index.json",
        "datapackage": "datapackage.json",
        "csvw": "csv-metadata.json",
        "openapi": "openapi.json",
    }
    if plaats.figuren:
        found["json_schema_figuur"] = FIGUURSCHEMA
    if uitgave(plaats.blik):
        found |= {"dcat_jsonld": "dcat.jsonld", "dcat_turtle": "dcat.ttl"}
    return found


def _tabel(plaats: Plaats, tabel: Gevuld) -> Document:
    return {
        "tabel": tabel.naam,
        "titel": tabel.titel,
        "uitleg": tabel.uitleg,
        "rijen": len(tabel.rijen),
        "sleutel": plaats.sleutels[tabel.naam],
        "velden": [one.naam for one in tabel.velden],
        "sinds": plaats.soorten[tabel.naam].sinds,
        "schema": plaats.adres(f"schema/{tabel.naam}.json"),
        "csvw": plaats.adres(f"{tabel.naam}.csv-metadata.json"),
        "documentatie": plaats.veldadres(tabel.naam),
        "bestanden": plaats.vormen(tabel.naam, TABELVORMEN),
    }


def _overige(plaats: Plaats) -> Iterator[Document]:
    """What is no table: calendars and feeds to follow, and what is there to be filled in."""
    blik, ui = plaats.blik, plaats.ui
    if heeft(blik.regio, "overleg"):
        for one in (None, *blik.regio.overleggen.values()):
            name = str(overlegnaam(blik.v, one)) if one else ui(N_("alle overleggen"))
            yield {
                "soort": "kalender",
                "titel": ui(N_("Kalender: {naam}"), naam=name),
                "adres": f"{plaats.wortel}{kalenderbestand(one)}",
                "mediatype": "text/calendar",
            }
    for kanaal in kanalen(blik):
        yield {
            "soort": "feed",
            "titel": kanaal.kop,
            "adres": f"{plaats.wortel}{kanaal.bestand}",
            "mediatype": "application/atom+xml",
        }
    if heeft(blik.regio, "arrangement"):
        yield {
            "soort": "invulblad",
            "titel": ui(N_("Blad om een arrangement mee te beschrijven")),
            "adres": f"{plaats.wortel}{INVULBLAD}",
            "mediatype": TABELVORMEN["xlsx"],
        }


def _buiten_contract(plaats: Plaats) -> Iterator[Document]:
    """What stands among the files and is none of them, for who takes a whole folder."""
    if plaats.figuren:
        yield {
            "patroon": f"{FIGUURMAP}/*.{GRAFIEK}",
            "uitleg": plaats.ui(
                N_(
                    "Tekeningen van de figuren voor de pagina's van deze site zelf. Ze horen niet "
                    "bij het contract en kunnen zonder bericht veranderen. Dezelfde cijfers staan "
                    "in de bestanden van elke figuur."
                )
            ),
        }


def _licentie_uitleg(plaats: Plaats) -> str | None:
    """What somebody must know who finds no licence."""
    found = licentiegegeven(plaats.blik)
    if found is None:
        return plaats.ui(
            N_(
                "De regio heeft nog geen licentie gekozen. Of je de gegevens mag hergebruiken, is "
                "dus onbekend."
            )
        )
    if found["adres"] is None:
        return plaats.ui(N_("De regio schreef zelf op wat mag: zie de naam van de licentie."))
    return None


def _bekend(plaats: Plaats, tekst: Any) -> str | None:
    return None if isinstance(tekst, Onbekend) else str(plaats.blik.v.tekst(tekst))
