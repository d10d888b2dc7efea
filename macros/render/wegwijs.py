"""The files at the root that programs ask for: robots.txt, the index of site maps, what a phone
asks of a site that somebody keeps (the manifest), and where to report a leak (RFC 9116).

Not here: the site maps themselves (MkDocs), or the pictures that are named (``deelbeeld``).
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from macros.render.deelbeeld import ICOON, MATEN, MERKKLEUR
from macros.render.weergave import Weergave
from macros.taal.talen import BRONTAAL, richting

ROBOTS, SITEMAPS, SECURITY = "robots.txt", "sitemap-index.xml", ".well-known/security.txt"
MANIFEST = "site.webmanifest"
GROND = "#fbfaf6"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_JAAR = 364
"""Days that an address to report a leak holds: less than a year, by the standard."""


def wegwijs(weergave: Weergave, adres: str) -> Iterator[tuple[str, bytes]]:
    """Every such file of a site in one language at ``adres``; all but the manifest stand at the
    root, which is that of the first language.
    """
    yield MANIFEST, _manifest(weergave)
    if weergave.blik.v.taal != BRONTAAL:
        return
    talen = [str(taal) for taal in weergave.blik.regio.instellingen.talen]
    yield SITEMAPS, _sitemaps(adres, talen)
    yield ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {adres}{SITEMAPS}\n".encode()
    if weergave.contact:
        yield SECURITY, _security(weergave, weergave.contact, adres, talen)


def _manifest(weergave: Weergave) -> bytes:
    v, settings = weergave.blik.v, weergave.blik.regio.instellingen
    icons = [
        {"src": ICOON.format(maat=maat), "sizes": f"{maat}x{maat}", "type": "image/png"}
        for maat in MATEN
    ]
    found = {
        "name": str(v.tekst(settings.titel)),
        "description": str(v.tekst(settings.ondertitel)),
        "lang": v.taal,
        "dir": richting(v.taal),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": MERKKLEUR,
        "background_color": GROND,
        "icons": icons,
    }
    return f"{json.dumps(found, ensure_ascii=False, indent=2)}\n".encode()


def _sitemaps(adres: str, talen: Sequence[str]) -> bytes:
    index = ET.Element("sitemapindex", {"xmlns": _SITEMAP})
    for taal in talen:
        folder = "" if taal == BRONTAAL else f"{taal}/"
        ET.SubElement(ET.SubElement(index, "sitemap"), "loc").text = f"{adres}{folder}sitemap.xml"
    ET.indent(index)
    return bytes(ET.tostring(index, encoding="utf-8", xml_declaration=True)) + b"\n"


def _security(weergave: Weergave, contact: str, adres: str, talen: Sequence[str]) -> bytes:
    day = datetime.date(*weergave.blik.vandaag.begin) + datetime.timedelta(days=_JAAR)
    return (
        f"Contact: {contact}\nExpires: {day.isoformat()}T00:00:00Z\n"
        f"Preferred-Languages: {', '.join(talen)}\nCanonical: {adres}{SECURITY}\n"
    ).encode()
