"""What a page or a file of the site says, read as the tests of one area after another need it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from tests.gebouwd import SITE_URL, TALEN, Bestand


def text(node: LexborNode | None) -> str:
    """What is read at once, without explanations that pop up or the note that it is in Dutch only."""
    assert node is not None
    beside = node.css("[popover], .alleen-nl")
    hidden = {one.mem_id for aside in beside for one in aside.traverse(include_text=True)}
    parts = [one for one in node.traverse(include_text=True) if one.tag == "-text"]
    return " ".join("".join(one.text() for one in parts if one.mem_id not in hidden).split())


def leads_to(page: Bestand, below: LexborNode) -> list[str]:
    """Where the links below a node lead: paths in the language of the page, others in full."""
    urls = [urljoin(page.url, link.attributes["href"] or "") for link in below.css("a[href]")]
    return [url.removeprefix(SITE_URL).removeprefix(TALEN[page.taal]) for url in urls]


def rijen(site: Path, taal: str, naam: str) -> dict[str, dict[str, str]]:
    """The rows of a table by their key, each by the names of its fields."""
    head, *rows = tabel(site, taal, naam)
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows}


def tabel(site: Path, taal: str, naam: str) -> list[list[str]]:
    """A table to download, as rows of cells; it begins with the sign for UTF-8."""
    raw = (site / TALEN[taal] / "data" / "v1" / f"{naam}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = io.StringIO(raw.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";" if taal == "nl" else ",", strict=True))
