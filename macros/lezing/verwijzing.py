"""Web addresses that first pass somebody else, or tell who pressed them. The lists are data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.lezing.vondst import Gevonden
from macros.lezing.woorden import een_van, woorden

_ADRES = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)+/[^\s<>\"]*", re.IGNORECASE
)
_VIA = re.compile(
    rf"(?:https?://)?(?:[\w-]+\.)*{een_van(woorden('omleiding'))}(?![\w.-])"
    r"|(?:https?://)?(?:click|clicks|link|links|track|tracking|trk|email)\.[\w.-]+/"
    r"(?:ls/click|track|wf/click|f/a/|e/|c/|ss/c|click)",
    re.IGNORECASE,
)
_DOOR = re.compile(
    r"[?&;](?:url|u|q|to|goto|out|link|dest\w*|target\w*|redirect\w*|return\w*)=https?(?::|%3a)//?",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?([^/?#;]{1,60})", re.IGNORECASE)
_WAARDE = re.compile(rf"[?&;#](?:amp;)?({een_van(woorden('volgwaarde'))})=", re.IGNORECASE)
_TIP = "Open de verwijzing, en neem het gewone adres over dat dan boven in de browser staat."


def zoek(tekst: str) -> Iterator[Gevonden]:
    """Every such address in a text."""
    if "." not in tekst or ("/" not in tekst and "www" not in tekst):
        return
    for found in _ADRES.finditer(tekst):
        if _VIA.match(found.group()) or _DOOR.search(found.group()):
            host = _HOST.match(found.group())
            name = host[1] if host else ""
            message = f"Dit adres gaat eerst langs een ander ('{name}'): neem het gewone adres."
            yield Gevonden(*found.span(), "volgadres", message, _TIP)
        elif extra := _WAARDE.search(found.group()):
            message = f"Dit adres vertelt wie er klikte ('{extra[1]}'): neem het gewone adres."
            tip = f"Haal '{extra[1]}=' weg, met wat erachter staat tot de volgende &."
            yield Gevonden(*found.span(), "volgadres", message, tip)
