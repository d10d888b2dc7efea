"""Blocks as Markdown calls them. Their HTML stays out of its way: a mark takes the place of each
until the page is HTML.

Markdown would read through every tag of it and change nothing; on a page made from data that is
most of the work. Short HTML inside a sentence does go through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any, Protocol

from markupsafe import Markup

from macros.render.blokken import all_blokken
from macros.render.weergave import Pagina, Weergave

BLOKKEN = "blokken"
"""Where the ``meta`` of a page has the HTML that is kept."""

_MARK = re.compile(r'<div data-blok="(\d+)"></div>')
_INLINE = ("<button", "<span", "<a ")
_TAG = re.compile(r"(<[^>]*>)")
_TEKEN = re.compile(r"[\\`*_{}\[\]]")
"""What Markdown takes for more than a sign; ``<`` and ``&`` are escaped already."""


class Blad(Protocol):
    """What a call in Markdown is handed as ``page``."""

    url: str
    meta: MutableMapping[str, Any]


def aanroepen(weergave: Weergave) -> dict[str, Callable[..., Any]]:
    """What Markdown can call, by its name: ``heeft``, and each block with its page first.

    Once for each time that pages are made: what a page explained is known by its address.
    """
    pages: dict[str, Pagina] = {}

    def run(block: Any, blad: Blad, *arguments: Any) -> str:
        shown = pages.setdefault(blad.url, weergave.pagina(blad.url))
        return bewaar(blad.meta, block(shown, *arguments), weergave.blik.v.taal)

    found: dict[str, Callable[..., Any]] = {"heeft": weergave.heeft}
    return found | {block.__name__: partial(run, block) for block in all_blokken()}


def bewaar(meta: MutableMapping[str, Any], html: Markup, taal: str) -> str:
    """Keep ``html`` with the page (in its ``meta``) and give the mark to put in the Markdown.

    In prose of another language it says its own.
    """
    if meta.get("inhoud_taal", taal) != taal and html:
        tag = "div" if html.startswith("<") and not html.startswith(_INLINE) else "span"
        html = Markup('<{0} lang="{1}">{2}</{0}>').format(Markup(tag), taal, html)
    if html.startswith(_INLINE) or not html.startswith("<"):
        return _letterlijk(html)
    kept: list[str] = meta.setdefault(BLOKKEN, [])
    kept.append(str(html))
    return f'<div data-blok="{len(kept) - 1}"></div>'


def _letterlijk(html: str) -> str:
    """HTML that goes through Markdown and comes out as it was, whatever somebody typed in it."""
    parts = _TAG.split(html)
    parts[::2] = (_TEKEN.sub(r"\\\g<0>", text) for text in parts[::2])
    return "".join(parts)


def zet_terug(meta: MutableMapping[str, Any], text: str) -> str:
    """``text`` with the kept HTML in the place of each mark."""
    kept: list[str] = meta.get(BLOKKEN, [])
    return _MARK.sub(lambda match: kept[int(match.group(1))], text) if kept else text


def is_blok(text: str) -> bool:
    """Whether Markdown has nothing to do: the whole of it is one mark."""
    return _MARK.fullmatch(text.strip()) is not None
