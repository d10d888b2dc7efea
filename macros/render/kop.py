"""What a page says of itself: to a search engine and beside a shared link, short, and plain text;
and to the browser, what it may load.

Not here: what stands on the page, its own heading included.
"""

from __future__ import annotations

BELEID = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page: nothing from elsewhere, and nothing in the page."""
TITEL, OMSCHRIJVING = 70, 160
"""So many signs are shown; of a longer text only the beginning."""


def paginatitel(titel: str, site: str) -> str:
    """The title of a page with the name of the site behind it, as far as there is room."""
    whole = f"{titel} - {site}"
    return whole if len(whole) <= TITEL else ingekort(titel, TITEL)


def ingekort(tekst: str, plaats: int) -> str:
    """A text that fits: whole sentences where that leaves half, or else words and an ellipsis."""
    text = " ".join(tekst.split())
    if len(text) <= plaats:
        return text
    start = text[: plaats + 1]
    end = max(start.rfind(f"{mark} ") for mark in ".!?")
    if end >= plaats // 2:
        return start[: end + 1]
    words = start[:plaats].rpartition(" ")[0] or start[: plaats - 1]
    return f"{words.rstrip(' ,.;:-–(')}…"
