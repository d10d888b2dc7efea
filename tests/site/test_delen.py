"""What every page says of itself beside a shared link, to a search engine and to a phone."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.gebouwd import SITE_URL, SUBPAD, TALEN, Bestand
from tests.unit.test_gegevens import fouten


def meta(page: Bestand, name: str) -> str:
    [node] = page.boom.css(f"meta[property='{name}'], meta[name='{name}']")
    return node.attributes["content"] or ""


def test_a_shared_page_has_its_title_and_the_picture_of_its_language(
    site: Path, paginas: list[Bestand]
) -> None:
    for page in paginas:
        canonical = page.boom.css_first("link[rel=canonical]").attributes["href"]
        assert meta(page, "og:url") == canonical
        title = page.boom.css_first("title").text()
        assert meta(page, "og:title") == title
        assert meta(page, "og:description") == meta(page, "description")
        assert 0 < len(title) <= 70, page.pad
        assert 0 < len(meta(page, "description")) <= 160, page.pad
        image = urlsplit(meta(page, "og:image")).path.removeprefix(SUBPAD)
        assert image.removesuffix("assets/img/deelbeeld.png") == TALEN[page.taal]
        assert (site / image).is_file()


def test_what_a_page_is_about_is_in_the_words_of_the_vocabulary(paginas: list[Bestand]) -> None:
    kinds = set()
    for page in paginas:
        for node in page.boom.css("script[type='application/ld+json']"):
            thing = json.loads(node.text())
            kinds.add(thing["@type"])
            assert [*fouten(thing)] == [], page.pad
            if thing["@type"] == "BreadcrumbList":
                steps = [one["name"] for one in thing["itemListElement"]]
                crumbs = [one.text(strip=True) for one in page.boom.css(".kruimels li")]
                assert steps[: len(crumbs)] == crumbs
                assert thing["itemListElement"][-1]["item"] == meta(page, "og:url")
    assert {"WebSite", "BreadcrumbList", "Organization", "Dataset", "Event"} <= kinds


@pytest.mark.parametrize("taal", TALEN)
def test_a_phone_finds_the_name_and_the_icons(site: Path, taal: str) -> None:
    folder = site / TALEN[taal]
    manifest = json.loads((folder / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["lang"] == taal
    for icon in manifest["icons"]:
        assert (folder / icon["src"]).read_bytes().startswith(b"\x89PNG")


def test_programs_find_what_they_ask_for_at_the_root(site: Path) -> None:
    assert f"Sitemap: {SITE_URL}sitemap-index.xml" in (site / "robots.txt").read_text("utf-8")
    index = (site / "sitemap-index.xml").read_text(encoding="utf-8")
    for folder in TALEN.values():
        assert f"<loc>{SITE_URL}{folder}sitemap.xml</loc>" in index
        assert (site / folder / "sitemap.xml").is_file()
    assert "Contact: https://" in (site / ".well-known/security.txt").read_text(encoding="utf-8")
    assert not (site / "en" / "robots.txt").exists()
