"""Addresses: every link and anchor leads somewhere, under any sub-path, and the sitemap has them all."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.gebouwd import (
    REPO_URL,
    ROOT,
    SITE_URL,
    SUBPAD,
    TALEN,
    WERKBANK,
    Bestand,
    bestanden,
    records,
)


def addresses(page: Bestand) -> set[str]:
    """Everything a page refers to, as it is written."""
    return {
        node.attributes.get(name) or ""
        for name in ("href", "src", "action")
        for node in page.boom.css(f"[{name}]")
    }


def test_every_link_and_anchor_leads_somewhere(
    site: Path, data: Path, alle: list[Bestand], figuurpaginas: list[Bestand]
) -> None:
    alle = [*alle, *figuurpaginas]
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    ids = {page.pad: {node.attributes["id"] for node in page.boom.css("[id]")} for page in alle}
    dead = []
    for page in alle:
        for address in addresses(page):
            url, anchor = urldefrag(urljoin(page.url, address))
            if not url.startswith(SITE_URL):
                continue
            pad = unquote(urlsplit(url).path.removeprefix(SUBPAD))
            file = f"{pad}index.html" if pad == "" or pad.endswith("/") else pad
            if pad == WERKBANK and anchor.startswith("/pad/"):
                record = anchor.removeprefix("/pad/").partition("?")[0]
                if not (data / unquote(record)).exists():
                    dead.append(f"{page.pad}: {address}")
            elif pad == WERKBANK and anchor.startswith("/soort/"):
                continue
            elif file not in files or (anchor and unquote(anchor) not in ids[pad]):
                dead.append(f"{page.pad}: {address}")
    assert dead == []


def test_relations_between_elements_hold(alle: list[Bestand]) -> None:
    """What a label, a button or a name points at is on the page, once."""
    wrong = []
    for page in alle:
        ids = [node.attributes["id"] or "" for node in page.boom.css("[id]")]
        wrong += [f"{page.pad}: #{one} dubbel" for one in set(ids) if ids.count(one) > 1]
        for name in (
            "for",
            "popovertarget",
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
        ):
            for node in page.boom.css(f"[{name}]"):
                wrong += [
                    f"{page.pad}: {name}={one}"
                    for one in (node.attributes[name] or "").split()
                    if one not in ids
                ]
    assert wrong == []


def test_pages_can_stand_under_any_sub_path(paginas: list[Bestand]) -> None:
    absolute = [
        f"{page.pad}: {node.tag} {address}"
        for page in paginas
        for name in ("href", "src", "action")
        for node in page.boom.css(f"[{name}]:not([rel=canonical], [rel=alternate])")
        if (address := node.attributes.get(name) or "").startswith(("/", SITE_URL))
    ]
    assert absolute == []


def test_page_for_an_unknown_address_works_at_any_depth(alle: list[Bestand]) -> None:
    [page] = [page for page in alle if page.pad == "404.html"]
    relative = [
        address
        for address in addresses(page)
        if not address.startswith((SUBPAD, "#", "https://", "data:"))
    ]
    assert relative == []


def test_every_active_speerpunt_has_its_page(paginas: list[Bestand]) -> None:
    by_path = {page.pad: page for page in paginas}
    for key, record in records("speerpunten").items():
        page = by_path[f"agenda/{key}/"]
        [title] = page.boom.css("h1")
        assert title.text(strip=True) == f"{record['nummer']}. {record['titel']}"
        assert f"en/agenda/{key}/" in by_path


def test_archived_speerpunt_keeps_its_page_and_is_listed_nowhere(
    per_pad: dict[str, Bestand],
) -> None:
    active, every = records("speerpunten"), bestanden("speerpunten")
    assert active.keys() < every.keys()
    listed = [link.attributes["href"] or "" for link in per_pad["agenda/"].boom.css("main a")]
    for key in every:
        assert f"agenda/{key}/" in per_pad
        assert any(f"/{key}/" in f"/{link}" for link in listed) == (key in active)


def test_every_record_can_be_pointed_at(paginas: list[Bestand]) -> None:
    """Terms, sources, parties and milestones have a place of their own on the page of their kind."""
    pages = {
        "begrippen": "begrippen/",
        "bronnen": "bronnen/",
        "partijen": "regio/",
        "gemeenten": "regio/",
        "werkingsgebieden": "regio/",
        "mijlpalen": "totstandkoming/",
        "principes": "leidende-principes/",
    }
    by_path = {page.pad: page for page in paginas}
    for folder in TALEN.values():
        for kind, path in pages.items():
            ids = {node.attributes["id"] for node in by_path[folder + path].boom.css("[id]")}
            assert set(records(kind)) - ids == set()


def test_sitemaps_have_every_page(site: Path, paginas: list[Bestand]) -> None:
    found = set()
    for folder in TALEN.values():
        text = (site / folder / "sitemap.xml").read_bytes()
        assert gzip.decompress((site / folder / "sitemap.xml.gz").read_bytes()) == text
        found |= {
            node.text for node in ElementTree.fromstring(text).iter() if node.tag.endswith("loc")
        }
    assert found == {page.url for page in paginas}


def test_every_page_says_where_to_improve_it(paginas: list[Bestand], data: Path) -> None:
    """A file or folder of the data, or a page of prose; the data of the build are elsewhere."""
    edit, show = f"{REPO_URL}/edit/main/", f"{REPO_URL}/tree/main/"
    for page in paginas:
        [link] = [
            a.attributes["href"] or ""
            for a in page.boom.css("a[href]")
            if (a.attributes["href"] or "").startswith((edit, show))
        ]
        folder, _, below = link.removeprefix(edit).removeprefix(show).partition("/")
        source = {"data": data, "docs": ROOT / "docs"}[folder] / below
        assert source.is_dir() if link.startswith(show) else source.is_file(), page.pad
        if page.eigen_pad.removeprefix("agenda/").removesuffix("/") in bestanden("speerpunten"):
            assert f"{folder}/{below}" == f"data/speerpunten/{page.eigen_pad.split('/')[1]}.yml"


@pytest.mark.parametrize("part", ["pagefind/pagefind.js", "pagefind/pagefind-entry.json"])
def test_search_index_is_part_of_the_site(site: Path, part: str) -> None:
    assert (site / part).stat().st_size > 0
