"""The text of a page as MkDocs makes it HTML: calls run, Markdown converted, links led to pages.

MkDocs itself is not there in a browser. What it is told to do stands in ``mkdocs.yml``; a test
holds both side by side, page by page. Not here: which pages there are (``voorbeeld``).
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from jinja2 import DictLoader, Environment, StrictUndefined
from markdown import Markdown  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]
from markdown.util import AMP_SUBSTITUTE  # type: ignore[import-untyped]
from markupsafe import Markup, escape

from macros.render.plaats import is_blok, zet_terug
from macros.render.sjabloon import bewaar
from macros.render.vouw import gevouwen

UITBREIDINGEN = ("toc", "tables", "fenced_code", "attr_list")
"""Of Python-Markdown: those of MkDocs itself, and of ``mkdocs.yml``."""

_ADRES = {"a": "href", "img": "src"}


@dataclass
class Blad:
    """A page to MkDocs: ``pad`` is its file below the folder of prose."""

    pad: str
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Its address below the folder of a language, empty for the start."""
        return adres_op(self.pad)

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.meta.get("title", ""))

    @property
    def is_homepage(self) -> bool:
        """Whether it is the start."""
        return not self.url


def adres_op(pad: str) -> str:
    """Where MkDocs puts a page: ``over.md`` at ``over/``, ``agenda/index.md`` at ``agenda/``."""
    folder, name = posixpath.split(pad)
    stem = name.removesuffix(".md")
    parts = [folder] if stem in ("index", "README") else [folder, stem]
    return "".join(f"{one}/" for one in parts if one)


def met_aanroepen(
    tekst: str, blad: Blad, aanroepen: Mapping[str, Any], bladen: Mapping[str, str]
) -> str:
    """``tekst`` with what its calls make; ``bladen`` are the pages that it may take in."""
    env = Environment(loader=DictLoader(bladen), undefined=StrictUndefined)
    bewaar(env)
    env.globals.update(aanroepen)
    return env.from_string(tekst).render(**blad.meta, page=blad)


def als_html(tekst: str, blad: Blad, is_pagina: Callable[[str], bool]) -> str:
    """What stands in the page: Markdown converted, blocks put back, a title above it.

    ``is_pagina`` tells whether a path is a file of the site, so that a link to it leads there.
    """
    html = tekst.strip() if is_blok(tekst) else _markdown(tekst, blad, is_pagina)
    html = zet_terug(blad.meta, gevouwen(html))
    if "<h1" in html:
        return html
    return f"<h1>{escape(Markup(blad.title).striptags())}</h1>\n{html}"


def _markdown(tekst: str, blad: Blad, is_pagina: Callable[[str], bool]) -> str:
    md = Markdown(extensions=[f"markdown.extensions.{name}" for name in UITBREIDINGEN])
    md.treeprocessors.register(_Links(blad, is_pagina), "links", 0)
    return str(md.convert(tekst))


class _Links(Treeprocessor):  # type: ignore[misc]
    """A link to a file of the site leads to its page, seen from this one."""

    def __init__(self, blad: Blad, is_pagina: Callable[[str], bool]) -> None:
        super().__init__()
        self.blad, self.is_pagina = blad, is_pagina

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = _ADRES.get(element.tag, "")
            if key and (url := element.get(key)):
                element.set(key, self.naar(url))

    def naar(self, url: str) -> str:
        scheme, host, path, query, anchor = urlsplit(url)
        if scheme or host or not path or url.startswith(("/", "\\")) or AMP_SUBSTITUTE in url:
            return url
        here = posixpath.dirname(self.blad.pad)
        target = posixpath.normpath(posixpath.join(here, unquote(path)))
        if not self.is_pagina(target):
            return url
        there = adres_op(target) if target.endswith(".md") else target
        found = posixpath.relpath(there or ".", self.blad.url or ".")
        return urlunsplit(("", "", found + "/" * target.endswith(".md"), query, anchor))
