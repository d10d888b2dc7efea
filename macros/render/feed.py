"""The decisions as an Atom feed (RFC 4287), newest first, for whoever wants to follow them."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

from macros.model.basis.datum import Datum
from macros.model.geheel import adres_van, pagina_van
from macros.model.overleg.vergadering import Besluit
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.overleg.besluit import datum, nieuwste_eerst, vervangers
from macros.views.overleg.kalender import BESTANDEN

ATOM = "http://www.w3.org/2005/Atom"
FEED = f"{BESTANDEN}besluiten.atom"


def als_atom(blik: Blik, site_url: str) -> bytes:
    """The feed; ``site_url`` is the address of the site in this language and ends in ``/``."""
    v, settings = blik.v, blik.regio.instellingen
    titel = str(v.tekst(settings.titel))
    rows = nieuwste_eerst(blik.regio)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": v.taal})
    _tekst(feed, "title", v.ui(N_("Besluiten: {titel}"), titel=titel))
    _tekst(feed, "id", _urn(settings.id, f"besluiten/{v.taal}"))
    changed = [_gewijzigd(blik, one) for one in rows] or [blik.vandaag]
    _tekst(feed, "updated", _moment(max(changed, key=lambda day: day.begin)))
    _tekst(ET.SubElement(feed, "author"), "name", titel)
    ET.SubElement(feed, "link", {"rel": "self", "href": f"{site_url}{FEED}"})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": f"{site_url}{pagina_van(Besluit)}"})
    for one in rows:
        entry = ET.SubElement(feed, "entry")
        titel_, samenvatting = v.tekst(one.titel), v.tekst(one.voor_ouders)
        is_old = bool(vervangers(blik.regio, one))
        shown = v.ui(N_("Vervangen: {titel}"), titel=titel_.tekst) if is_old else titel_.tekst
        _tekst(entry, "title", shown, titel_.taal)
        _tekst(entry, "id", _urn(settings.id, f"besluit/{one.id}"))
        _tekst(entry, "published", _moment(datum(blik.regio, one)))
        _tekst(entry, "updated", _moment(_gewijzigd(blik, one)))
        ET.SubElement(
            entry, "link", {"rel": "alternate", "href": site_url + adres_van(Besluit, one.id)}
        )
        _tekst(entry, "summary", samenvatting.tekst, samenvatting.taal)
        for other in vervangers(blik.regio, one):
            ET.SubElement(
                entry, "link", {"rel": "related", "href": site_url + adres_van(Besluit, other.id)}
            )
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _gewijzigd(blik: Blik, one: Besluit) -> Datum:
    """When a decision last changed here: the day it was taken or replaced, or later."""
    dates = [datum(blik.regio, one), *(change.datum for change in one.wijzigingen)]
    dates += [datum(blik.regio, other) for other in vervangers(blik.regio, one)]
    return max(dates, key=lambda day: day.begin)


def _urn(regio: str, naam: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{regio}/{naam}").urn


def _moment(day: Datum) -> str:
    year, month, number = day.begin
    return f"{year:04d}-{month:02d}-{number:02d}T00:00:00Z"


def _tekst(parent: ET.Element, tag: str, text: str, taal: str = "") -> None:
    """An element with a text, with its language where that may be another one."""
    ET.SubElement(parent, tag, {"xml:lang": taal} if taal else {}).text = text
