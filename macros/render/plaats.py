"""Finished HTML stays out of the way of Markdown: a mark takes its place until the page is HTML.

Markdown would read through every tag of it and change nothing; on a page made from data that is
most of the work. Short HTML inside a sentence does go through.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from markupsafe import Markup

BLOKKEN = "blokken"
"""Where the ``meta`` of a page has the HTML that is kept."""

_MARK = re.compile(r'<div data-blok="(\d+)"></div>')
_INLINE = ("<button", "<span", "<a ")


def bewaar(meta: MutableMapping[str, Any], html: Markup, taal: str) -> str:
    """Keep ``html`` with the page (in its ``meta``) and give the mark to put in the Markdown.

    In prose of another language it says its own.
    """
    if meta.get("inhoud_taal", taal) != taal and html:
        tag = "div" if html.startswith("<") and not html.startswith(_INLINE) else "span"
        html = Markup('<{0} lang="{1}">{2}</{0}>').format(Markup(tag), taal, html)
    if html.startswith(_INLINE) or not html.startswith("<"):
        return str(html)
    kept: list[str] = meta.setdefault(BLOKKEN, [])
    kept.append(str(html))
    return f'<div data-blok="{len(kept) - 1}"></div>'


def zet_terug(meta: MutableMapping[str, Any], text: str) -> str:
    """``text`` with the kept HTML in the place of each mark."""
    kept: list[str] = meta.get(BLOKKEN, [])
    return _MARK.sub(lambda match: kept[int(match.group(1))], text) if kept else text


def is_blok(text: str) -> bool:
    """Whether Markdown has nothing to do: the whole of it is one mark."""
    return _MARK.fullmatch(text.strip()) is not None
