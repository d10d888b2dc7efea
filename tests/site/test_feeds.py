"""The feeds of the built site: a strict reader takes each, and pages and feeds lead to each other."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from tests.atom import gebreken
from tests.gebouwd import SITE_URL, TALEN, Bestand, bestanden

ATOM = "{http://www.w3.org/2005/Atom}"
BESLUITEN = "data/v1/besluiten.atom"
VAN = {
    "nieuw.atom": "nieuw/",
    BESLUITEN: "overleg/besluiten/",
    "nieuw/agenda.atom": "agenda/",
    "nieuw/samenwerking.atom": "samenwerking/",
    "nieuw/arrangement.atom": "arrangementen/",
    "nieuw/monitor.atom": "monitor/",
    "nieuw/overleg.atom": "overleg/",
    "nieuw/hulp.atom": "hulp/",
    "nieuw/regio.atom": "regio/",
    **{
        f"nieuw/{key}.atom": f"gemeente/{key.removeprefix('gemeente-')}/"
        for key in bestanden("gemeenten")
    },
}
"""Each feed with the page it belongs to."""


@pytest.mark.parametrize("taal", TALEN)
def test_a_strict_reader_takes_every_feed(site: Path, taal: str) -> None:
    folder = site / TALEN[taal]
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*.atom")}
    assert {one for one in files if one.split("/")[0] not in TALEN} == VAN.keys()
    for one, page in VAN.items():
        raw = (folder / one).read_bytes()
        assert gebreken(raw) == [], one
        feed = ElementTree.fromstring(raw)
        found = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        root = f"{SITE_URL}{TALEN[taal]}"
        assert found == {"self": f"{root}{one}", "alternate": f"{root}{page}"}


def test_every_feed_is_named_by_the_page_it_belongs_to(paginas: list[Bestand]) -> None:
    for page in paginas:
        links = page.boom.css("head link[type='application/atom+xml']")
        found = {urljoin(page.url, link.attributes["href"] or "") for link in links}
        own = {BESLUITEN, *(one for one, of in VAN.items() if of == page.eigen_pad)}
        assert found == {f"{SITE_URL}{TALEN[page.taal]}{one}" for one in own}, page.pad


def test_every_entry_leads_to_a_page_that_is_there(site: Path, per_pad: dict[str, Bestand]) -> None:
    for file in sorted(site.rglob("*.atom")):
        feed = ElementTree.fromstring(file.read_bytes())
        for link in feed.iter(f"{ATOM}link"):
            pad, _, anchor = (link.get("href") or "").removeprefix(SITE_URL).partition("#")
            if link.get("rel") == "self":
                assert (site / pad).is_file()
                continue
            page = per_pad[pad]
            assert not anchor or page.boom.css_first(f'[id="{anchor}"]'), f"{file}: {pad}#{anchor}"
