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
        elif extra := [one[1] for one in _WAARDE.finditer(found.group())]:
            message = f"Dit adres vertelt wie er klikte ('{extra[0]}'): neem het gewone adres."
            *some, last = [f"'{one}='" for one in dict.fromkeys(extra)]
            names = f"{', '.join(some)} en {last}" if some else last
            tip = f"Haal {names} weg, met wat erachter staat tot de volgende &."
            yield Gevonden(*found.span(), "volgadres", message, tip)


def vervalt(tekst: str, adres: Gevonden) -> Iterator[tuple[int, int]]:
    """What goes when an address that was found is written as it should: whoever is named there goes
    with it.
    """
    if adres.tip == _TIP:
        yield adres.begin, adres.eind
        return
    for extra in _WAARDE.finditer(tekst, adres.begin, adres.eind):
        end = tekst.find("&", extra.end(), adres.eind)
        yield extra.start(), adres.eind if end < 0 else end
