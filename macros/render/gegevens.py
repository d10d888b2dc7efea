"""What a page is about, for a search engine: JSON-LD in the words of schema.org.

Only what the page says itself and what is known: nothing is unknown here, it is left out. The way
to a page is read from its breadcrumbs, so that both are the same. No page is a list of questions
with one answer each, so none says that it is. Not here: how a search engine shows any of it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import adres_van, bijpagina_van, pagina_van
from macros.model.monitor.indicator import Indicator
from macros.model.overleg.vergadering import StandVergadering, Vergadering
from macros.model.regio import Gemeente, Partij
from macros.render.figuur.bestand import MAP
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.pagina import indicatorpagina
from macros.views.naam import heeft_pagina, naam_van
from macros.views.overleg.kalender import BESTANDEN, op_datum

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
            found[pad] = [_dataset(blik, one, wortel, urljoin(wortel, pad))]
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
    if isinstance(settings.beheer, str):
        keeper: Ding = {"@type": "Organization", "name": str(v.tekst(settings.beheer))}
        if isinstance(settings.contact, str):
            contact = {"@type": "ContactPoint", "url": settings.contact}
            keeper["contactPoint"] = contact
        found["publisher"] = keeper
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


def _dataset(blik: Blik, one: Indicator, wortel: str, adres: str) -> Ding:
    v = blik.v
    found: Ding = {
        "@type": "Dataset",
        "name": str(v.tekst(one.titel)),
        "description": f"{v.tekst(one.vraag)} {v.tekst(one.definitie)}",
        "url": adres,
        "inLanguage": v.taal,
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "name": blik.regio.instellingen.naam},
        "variableMeasured": str(v.tekst(one.telt)),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": figure.titel,
                "encodingFormat": kind,
                "contentUrl": f"{wortel}{BESTANDEN}{MAP}/{figure.id}.{end}",
            }
            for figure in indicatorpagina(blik, one.id).figuren
            for end, kind in _SOORTEN.items()
        ],
    }
    periods = [row.periode for row in blik.regio.cijfers if row.indicator == one.id]
    if periods:
        first, last = min(periods).jaar, max(periods)
        years = dict.fromkeys((str(first), str(last.jaar + last.schooljaar)))
        found["temporalCoverage"] = "/".join(years)
    source = blik.regio.bronnen.get(one.herkomst.bron)
    if source and isinstance(source.uitgever, str):
        found["creator"] = {"@type": "Organization", "name": source.uitgever}
    if isinstance(blik.regio.instellingen.licentie_teksten, str):
        name = str(v.tekst(blik.regio.instellingen.licentie_teksten))
        found["license"] = {"@type": "CreativeWork", "name": name}
    return found


_SOORTEN = {
    "csv": "text/csv",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "json": "application/json",
}


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
