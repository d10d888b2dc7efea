"""What a page is about, for a search engine: JSON-LD in the words of schema.org.

Only what the page says itself and what is known: nothing is unknown here, it is left out. The way
to a page is read from its breadcrumbs, so that both are the same. No page is a list of questions
with one answer each, so none says that it is. Not here: how a search engine shows any of it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import adres_van, bijpagina_van, pagina_van
from macros.model.monitor.cijfer import Periode
from macros.model.monitor.indicator import TOTAAL, Indicator
from macros.model.overleg.vergadering import StandVergadering, Vergadering
from macros.model.regio import Gemeente, Partij
from macros.opendata.adres import (
    FIGUURMAP,
    FIGUURVORMEN,
    INDEX,
    OPEN_DATA,
    TABELVORMEN,
    stand,
    titel,
    uitleg,
    veldadres,
)
from macros.opendata.contract import MAP, VERSIE, Tabel
from macros.opendata.figuur import TABEL
from macros.opendata.overzicht import tabellen
from macros.tekst import N_
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.pagina import indicatorpagina
from macros.views.naam import heeft_pagina, naam_van
from macros.views.overleg.kalender import op_datum
from macros.views.regio.licentie import licentie

CONTEXT = "https://schema.org"
Ding = dict[str, Any]
"""A thing of schema.org: what it is (``@type``) and what is known of it."""

_KRUIMELS = re.compile(r'<nav class="kruimels".*?</nav>', re.DOTALL)
_KRUIMEL = re.compile(r'<li>(?:<a href="([^"]*)"[^>]*>)?(.*?)(?:</a>)?</li>', re.DOTALL)
_KOP = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_STATUS = {
    StandVergadering.AFGELAST: f"{CONTEXT}/EventCancelled",
    StandVergadering.GEPLAND: f"{CONTEXT}/EventScheduled",
    StandVergadering.GEHOUDEN: f"{CONTEXT}/EventScheduled",
    StandVergadering.AANGEKONDIGD: f"{CONTEXT}/EventScheduled",
}


def met_gegevens(html: str, blik: Blik, wortel: str, pad: str) -> str:
    """A page with what it is about in its head; the site in this language is at ``wortel``."""
    things = [*dingen(blik, wortel).get(pad, ()), *_weg(html, urljoin(wortel, pad))]
    found = "".join(
        f'<script type="application/ld+json">{_json({"@context": CONTEXT, **one})}</script>\n'
        for one in things
    )
    if pad == OPEN_DATA:
        found += (
            f'<link rel="alternate" type="application/json" href="{escape(wortel)}{MAP}{INDEX}">\n'
        )
    return html.replace("</head>", f"{found}</head>", 1) if found else html


def _json(thing: Ding) -> str:
    """No text can end the script it stands in."""
    return json.dumps(thing, ensure_ascii=False).replace("<", "\\u003c")


def _weg(html: str, adres: str) -> Iterator[Ding]:
    """The breadcrumbs of a page, with the page itself at the end."""
    crumbs, head = _KRUIMELS.search(html), _KOP.search(html)
    if crumbs is None or head is None:
        return
    steps = [(urljoin(adres, to or adres), _plat(name)) for to, name in _KRUIMEL.findall(crumbs[0])]
    steps = [*(step for step in steps if step[0] != adres), (adres, _plat(head[1]))]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": to}
            for number, (to, name) in enumerate(steps, start=1)
        ],
    }


def _plat(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).split())


@eenmaal
def dingen(blik: Blik, wortel: str) -> Mapping[str, Sequence[Ding]]:
    """The things of each page that is about one, by its site path."""
    found: dict[str, list[Ding]] = {"": [_site(blik, wortel)]}
    for gemeente in actief(blik.regio.gemeenten):
        pad = adres_van(Gemeente, gemeente.id)
        found[pad] = [_gemeente(gemeente, urljoin(wortel, pad))]
    for partij in actief(blik.regio.partijen):
        if heeft_pagina(partij):
            pad = bijpagina_van(Partij, partij.id)
            found[pad] = [_organisatie(blik, partij, urljoin(wortel, pad))]
    if blik.regio.monitor:
        for one in actief(blik.regio.indicatoren):
            pad = adres_van(Indicator, one.id)
            found[pad] = [_indicator(blik, one, wortel, urljoin(wortel, pad))]
    found[OPEN_DATA] = [_catalogus(blik, wortel)]
    if events := [*_bijeenkomsten(blik, wortel)]:
        found[pagina_van(Vergadering)] = events
    return found


def _site(blik: Blik, adres: str) -> Ding:
    v, settings = blik.v, blik.regio.instellingen
    places = [_plaats(one) for one in actief(blik.regio.gemeenten)]
    region: Ding = {"@type": "Place", "name": settings.naam}
    if places:
        region["containsPlace"] = places
    found: Ding = {
        "@type": "WebSite",
        "name": str(v.tekst(settings.titel)),
        "description": str(v.tekst(settings.ondertitel)),
        "url": adres,
        "inLanguage": v.taal,
        "about": region,
    }
    if keeper := _beheerder(blik):
        found["publisher"] = keeper
    return found


def _beheerder(blik: Blik) -> Ding | None:
    """Who keeps the data, with where to ask; None is unknown."""
    settings = blik.regio.instellingen
    if not isinstance(settings.beheer, str):
        return None
    found: Ding = {"@type": "Organization", "name": str(blik.v.tekst(settings.beheer))}
    if isinstance(settings.contact, str):
        found["contactPoint"] = {"@type": "ContactPoint", "url": settings.contact}
    return found


def _plaats(one: Gemeente) -> Ding:
    return {"@type": "AdministrativeArea", "name": one.naam}


def _gemeente(one: Gemeente, adres: str) -> Ding:
    return {
        **_plaats(one),
        "identifier": one.cbs_code,
        "containedInPlace": {"@type": "AdministrativeArea", "name": one.provincie},
        "url": adres,
    }


def _organisatie(blik: Blik, one: Partij, adres: str) -> Ding:
    found: Ding = {
        "@type": "Organization",
        "name": str(naam_van(one, blik)),
        "description": str(blik.v.tekst(one.uitleg)),
        "mainEntityOfPage": adres,
    }
    if isinstance(one.website, str):
        found["url"] = one.website
    if isinstance(one.nummer, str):
        found["identifier"] = one.nummer
    if isinstance(one.gemeenten, tuple):
        found["areaServed"] = [_plaats(blik.regio.gemeenten[key]) for key in one.gemeenten]
    return found


def _indicator(blik: Blik, one: Indicator, wortel: str, adres: str) -> Ding:
    """The figures of an indicator as a data set."""
    v, regio = blik.v, blik.regio
    files = [
        _bestand(f"{wortel}{MAP}{FIGUURMAP}/{figure.id}.{end}", kind, figure.titel)
        for figure in indicatorpagina(blik, one.id).figuren
        for end, kind in FIGUURVORMEN.items()
    ]
    found: Ding = {
        **_dataset(blik, str(v.tekst(one.titel)), f"{v.tekst(one.vraag)} {v.tekst(one.definitie)}"),
        "url": adres,
        "includedInDataCatalog": {"@type": "DataCatalog", "url": f"{wortel}{OPEN_DATA}"},
        "variableMeasured": str(v.tekst(one.telt)),
    }
    if files:
        found["distribution"] = files
    boek = cijferboek(blik)
    areas = (*boek.gemeenten, *boek.andere, boek.gebied, *regio.referentiegebieden)
    parts = (TOTAAL, *(part.id for part in one.delen()))
    found |= _tijd(period for part in parts for period in boek.perioden(one, areas, part))
    source = regio.bronnen.get(one.herkomst.bron)
    if source and isinstance(source.uitgever, str):
        found["creator"] = {"@type": "Organization", "name": source.uitgever}
    return found


def _dataset(blik: Blik, naam: str, uitleg: str) -> Ding:
    """What every data set says of itself."""
    return {
        "@type": "Dataset",
        "name": naam,
        "description": _beschrijving(blik, naam, uitleg),
        "inLanguage": blik.v.taal,
        "isAccessibleForFree": True,
        **_gewijzigd(blik),
        "spatialCoverage": {
            "@type": "Place",
            "name": blik.regio.instellingen.naam,
            "containsPlace": [
                {**_plaats(one), "identifier": one.cbs_code} for one in actief(blik.regio.gemeenten)
            ],
        },
        **_voorwaarden(blik),
    }


def _beschrijving(blik: Blik, naam: str, uitleg: str) -> str:
    """What a data set is and what it is part of: a search engine refuses a few words."""
    settings = blik.regio.instellingen
    return blik.v.ui(
        N_("{tabel}: {uitleg} Uit de open data van {titel} ({naam})."),
        tabel=naam,
        uitleg=uitleg,
        titel=blik.v.tekst(settings.titel),
        naam=settings.naam,
    )


def _voorwaarden(blik: Blik) -> Ding:
    """Who publishes and what is allowed, as far as it is known."""
    found: Ding = {}
    if chosen := licentie(blik):
        own = {"@type": "CreativeWork", "name": str(chosen.naam)}
        found["license"] = chosen.adres or own
    if keeper := _beheerder(blik):
        found["publisher"] = keeper
    return found


def _tijd(perioden: Iterable[Periode]) -> Ding:
    """From the first year to the last that figures are of."""
    every = list(perioden)
    if not every:
        return {}
    first, last = min(every).jaar, max(every)
    years = dict.fromkeys((str(first), str(last.jaar + last.schooljaar)))
    return {"temporalCoverage": "/".join(years)}


def _bestand(adres: str, soort: str, naam: str = "") -> Ding:
    found: Ding = {"@type": "DataDownload", "encodingFormat": soort, "contentUrl": adres}
    return {**found, "name": naam} if naam else found


def _catalogus(blik: Blik, wortel: str) -> Ding:
    """All open data: each table is a data set. What they share is said once, of the whole."""
    v, settings = blik.v, blik.regio.instellingen
    adres = f"{wortel}{OPEN_DATA}"
    return {
        "@type": "DataCatalog",
        "name": titel(blik),
        "description": uitleg(blik),
        "url": adres,
        "inLanguage": v.taal,
        "isAccessibleForFree": True,
        "version": VERSIE,
        "spatialCoverage": {"@type": "Place", "name": settings.naam},
        **_voorwaarden(blik),
        **_gewijzigd(blik),
        "dataset": [_tabel(blik, one, wortel) for one in tabellen(blik)],
    }


def _gewijzigd(blik: Blik) -> Ding:
    day = stand(blik)
    return {"dateModified": day} if day else {}


def _tabel(blik: Blik, tabel: Tabel, wortel: str) -> Ding:
    v = blik.v
    chosen = _voorwaarden(blik).get("license")
    found: Ding = {
        "@type": "Dataset",
        "name": v.ui(tabel.titel),
        "description": _beschrijving(blik, v.ui(tabel.titel), v.ui(tabel.uitleg)),
        **_gewijzigd(blik),
        "url": veldadres(wortel, tabel.naam),
        "distribution": [
            _bestand(f"{wortel}{MAP}{tabel.naam}.{end}", kind) for end, kind in TABELVORMEN.items()
        ],
    }
    if tabel.naam == TABEL:
        found |= _tijd(row.periode for row in blik.regio.cijfers)
    return {**found, "license": chosen} if chosen else found


def _bijeenkomsten(blik: Blik, wortel: str) -> Iterator[Ding]:
    """Meetings of which the day is known."""
    v, zone = blik.v, ZoneInfo(blik.regio.instellingen.tijdzone)
    for one in op_datum(blik.regio):
        day = one.datum.dagdatum
        if day is None:
            continue
        found: Ding = {
            "@type": "Event",
            "name": str(v.tekst(one.titel)),
            "url": urljoin(wortel, adres_van(Vergadering, one.id)),
            "startDate": day.isoformat(),
            "eventStatus": _STATUS[one.stand],
        }
        for key, time in (("startDate", one.begin), ("endDate", one.einde)):
            if not isinstance(time, Onbekend):
                found[key] = datetime.datetime.combine(day, time, zone).isoformat()
        if isinstance(one.plaats, str):
            found["location"] = {"@type": "Place", "name": str(v.tekst(one.plaats))}
        if one.overleg:
            body = blik.regio.overleggen[one.overleg]
            found["organizer"] = {"@type": "Organization", "name": str(naam_van(body, blik))}
        yield found
