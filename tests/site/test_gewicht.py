"""How much a visitor downloads before a page is complete."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.gebouwd import SITE_URL, Bestand

MOST = 85_000
"""Bytes, compressed as a plain host does it, the face of the site among them."""


@cache
def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def first_load(page: Bestand) -> Iterator[Path]:
    """The page, with every style, script and picture that it names, or that its styles name."""
    yield page.file
    names = {
        node.attributes.get("src") or node.attributes.get("href") or ""
        for node in page.boom.css("link[rel=stylesheet], link[rel=icon], script[src], img[src]")
    }
    for url in sorted({urljoin(page.url, name) for name in names}):
        file = local(page.site, url)
        yield file
        if file.suffix == ".css":
            for name in re.findall(r"url\(['\"]?([^'\")]+)", file.read_text(encoding="utf-8")):
                if not name.startswith(("data:", "#")):
                    yield local(page.site, urljoin(url, name))


def local(site: Path, url: str) -> Path:
    return site / urlsplit(url).path.removeprefix(urlsplit(SITE_URL).path)


def test_first_load_of_every_page_is_light(alle: list[Bestand]) -> None:
    sizes = {page.pad: sum(weight(file) for file in set(first_load(page))) for page in alle}
    assert {pad: size for pad, size in sizes.items() if size > MOST} == {}
    assert min(sizes.values()) > 10_000  # the styles were found and counted
