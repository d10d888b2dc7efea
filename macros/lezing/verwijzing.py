"""Web addresses that first pass somebody else, tell who pressed them, or name somebody's account.

The lists are data. Not here: whose account it is, which a region says in an exception.
"""

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
_ACCOUNT = re.compile(
    rf"(?:https?://)?(?:www\.|m\.|[a-z]{{2}}\.)?"
    rf"(?:(?P<plek>{een_van(woorden('account_in_pad'))})(?::\d+)?/+(?P<naam>@?[\w-]+(?:\.[\w-]+)*)"
    rf"|(?P<ervoor>[\w-]+)\.(?P<huis>{een_van(woorden('account_ervoor'))})(?![\w.-]))",
    re.IGNORECASE,
)
_GEEN_ACCOUNT = frozenset(woorden("geen_account"))
_ACCOUNT_TIP = (
    "Neem het adres van wie de bron uitgaf, of laat het weg. "
    "Is het account van een organisatie, schrijf dan een uitzondering met de reden."
)
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
        elif account := _ACCOUNT.match(found.group()):
            in_path = account["plek"] is not None
            if (account["naam"] or account["ervoor"]).lower() in _GEEN_ACCOUNT:
                continue
            where = account["plek"] if in_path else account["huis"]
            message = f"Dit adres noemt een account op {where}: dat kan van een mens zijn."
            begin = found.start() + account.start("plek" if in_path else "ervoor")
            yield Gevonden(begin, found.start() + account.end(), "account", message, _ACCOUNT_TIP)


def vervalt(tekst: str, adres: Gevonden) -> Iterator[tuple[int, int]]:
    """What goes when an address that was found is written as it should: whoever is named there goes
    with it.
    """
    if adres.tip == _TIP:
        yield adres.begin, adres.eind
        return
    if adres.code == "account":
        return
    for extra in _WAARDE.finditer(tekst, adres.begin, adres.eind):
        end = tekst.find("&", extra.end(), adres.eind)
        yield extra.start(), adres.eind if end < 0 else end
