"""Two built sites beside each other: which pages a reader sees otherwise, which come and which go.

A page is what can be read in it: its words, and where its links and pictures lead. How it looks is
no part of that, so what changes the style of a page changes nothing here. Not here: why a page is
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.site.controle import bestanden

Wat = Literal["nieuw", "anders", "weg"]
_NIET = re.compile(r"(?:pagefind|assets|beheer)/|404\.html$")
"""What is made of the rest of the site, or is no page of it."""
_GEZIEN = ("href", "src", "alt", "lang", "title", "aria-label", "placeholder", "value")
"""Attributes that a reader sees, hears or follows."""
_BESTAND = re.compile(r"\.(?:csv|ods|xlsx|ics|atom|json)$")


@dataclass(frozen=True, slots=True)
class Paginaverschil:
    """A page at ``adres`` below that of the site, in ``taal``, called ``naam``. ``bron`` is the
    file that it says it is made from.
    """

    adres: str
    taal: str
    naam: str
    wat: Wat
    bron: str


@dataclass(frozen=True, slots=True)
class Siteverschil:
    """The pages that are not the same, by address; how many there are now; and how many files to
    download, to subscribe to or for programs are not the same.
    """

    paginas: tuple[Paginaverschil, ...]
    alle: int
    bestanden: int


def vergeleken(oud: Path, nieuw: Path) -> Siteverschil:
    """What is not the same in the site at ``nieuw`` as in that at ``oud``."""
    before, after = ({*bestanden(site)} for site in (oud, nieuw))
    pages: list[Paginaverschil] = []
    files = 0
    for path in sorted(before | after):
        old, new = (
            (site / path).read_bytes() if path in there else None
            for site, there in ((oud, before), (nieuw, after))
        )
        if old == new or _NIET.match(path):
            continue
        if not path.endswith(".html"):
            files += bool(_BESTAND.search(path))
        elif found := _pagina(path, old, new):
            pages.append(found)
    every = sum(path.endswith(".html") and not _NIET.match(path) for path in after)
    return Siteverschil(tuple(pages), every, files)


def _pagina(path: str, oud: bytes | None, nieuw: bytes | None) -> Paginaverschil | None:
    trees = [LexborHTMLParser(raw) if raw is not None else None for raw in (oud, nieuw)]
    old, new = trees
    if old and new and [*_gelezen(old)] == [*_gelezen(new)]:
        return None
    shown = new or old
    assert shown is not None
    html, head = shown.css_first("html"), shown.css_first("h1") or shown.css_first("title")
    foot = shown.css_first("footer[data-bestand]")
    return Paginaverschil(
        path.removesuffix("index.html"),
        (html.attributes.get("lang") if html else None) or "",
        " ".join(head.text().split()) if head else "",
        "anders" if old and new else "nieuw" if new else "weg",
        (foot.attributes.get("data-bestand") if foot else None) or "",
    )


def _gelezen(tree: LexborHTMLParser) -> Iterator[str]:
    """Everything that a reader gets of a page, in order; the frame around it is of every page."""
    main = tree.css_first("main") or tree.body
    if main is None:
        return
    for node in main.traverse(include_text=True):
        if node.tag == "-text":
            yield from (node.text_content or "").split()
        else:
            yield from _kenmerken(node)


def _kenmerken(node: LexborNode) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name in _GEZIEN:
            yield f"{name}={value}"
