"""What somebody can follow as an Atom feed (RFC 4287), newest first.

A strict reader takes it: each thing has an id of its own that stays, each text says its language,
and no sign is in it that XML does not know. Not here: what is told (``views.regio.kanaal``).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from macros.model.basis.datum import Datum
from macros.taal.vertaler import Tekst
from macros.views.blik import Blik
from macros.views.regio.kanaal import Bericht, Kanaal, berichten, kanalen

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_VERBODEN = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that may not be in XML, escaped or not, or only against advice."""


def feeds(blik: Blik, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every feed: its site path and its content; also one that has nothing to tell yet."""
    for kanaal in kanalen(blik):
        yield kanaal.bestand, als_atom(blik, kanaal, site_url)


def als_atom(blik: Blik, kanaal: Kanaal, site_url: str) -> bytes:
    """A feed; ``site_url`` is the address of the site in this language and ends in ``/``."""
    v, settings = blik.v, blik.regio.instellingen
    rows = berichten(blik, kanaal)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": v.taal})
    _tekst(feed, "title", kanaal.kop)
    if kanaal.uitleg:
        _tekst(feed, "subtitle", kanaal.uitleg)
    _tekst(feed, "id", _urn(settings.id, f"{kanaal.sleutel}/{v.taal}"))
    begin = blik.geschiedenis.begin
    changed = [one.gewijzigd for one in rows] or [Datum.van(begin) if begin else blik.vandaag]
    _tekst(feed, "updated", _moment(max(changed, key=lambda day: day.begin)))
    _tekst(ET.SubElement(feed, "author"), "name", str(v.tekst(settings.titel)))
    ET.SubElement(feed, "link", {"rel": "self", "href": f"{site_url}{kanaal.bestand}"})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": f"{site_url}{kanaal.pagina}"})
    for one in rows:
        _bericht(ET.SubElement(feed, "entry"), blik, one, site_url)
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _bericht(entry: ET.Element, blik: Blik, one: Bericht, site_url: str) -> None:
    _tekst(entry, "title", one.titel.tekst, one.titel.taal)
    _tekst(entry, "id", _urn(blik.regio.instellingen.id, one.sleutel))
    _tekst(entry, "published", _moment(one.op))
    _tekst(entry, "updated", _moment(one.gewijzigd))
    ET.SubElement(entry, "link", {"rel": "alternate", "href": f"{site_url}{one.pad}"})
    match one.regels:
        case ():
            pass
        case ((piece,),):
            _tekst(entry, "summary", piece.tekst, piece.taal)
        case _:
            _opgemaakt(entry, blik.v.taal, one.regels)
    for pad in one.verwant:
        ET.SubElement(entry, "link", {"rel": "related", "href": f"{site_url}{pad}"})


def _opgemaakt(entry: ET.Element, taal: str, regels: tuple[tuple[Tekst, ...], ...]) -> None:
    """Lines of which a piece may be in another language: a paragraph each."""
    summary = ET.SubElement(entry, "summary", {"type": "xhtml"})
    div = ET.SubElement(summary, "div", {"xmlns": XHTML})
    for regel in regels:
        line = ET.SubElement(div, "p")
        if all(piece.taal == taal for piece in regel):
            line.text = _veilig("".join(piece.tekst for piece in regel))
            continue
        for piece in regel:
            part = ET.SubElement(line, "span", {"lang": piece.taal, "xml:lang": piece.taal})
            part.text = _veilig(piece.tekst)


def _urn(regio: str, naam: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{regio}/{naam}").urn


def _moment(day: Datum) -> str:
    year, month, number = day.begin
    return f"{year:04d}-{month:02d}-{number:02d}T00:00:00Z"


def _tekst(parent: ET.Element, tag: str, text: str, taal: str = "") -> None:
    """An element with a text, with its language where that may be another one."""
    found = ET.SubElement(parent, tag, {"xml:lang": taal} if taal else {})
    found.text = _veilig(text)


def _veilig(text: str) -> str:
    return _VERBODEN.sub("\ufffd", text)
