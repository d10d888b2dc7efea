"""What a sign is called that an editor does not see, or takes for another.

Not here: which signs may not be in a text (``lezing``), or in the form of a file (``vorm``).
"""

from __future__ import annotations

import unicodedata

_NAMEN = {
    "\t": "een tab",
    "\x85": "een regeleinde van een ander systeem",
    "\u00a0": "een harde spatie",
    "\u00ad": "een zacht afbreekstreepje",
    "\u061c": "een teken voor de leesrichting",
    "\u200b": "een spatie zonder breedte",
    "\u200c": "een verbindingsteken zonder breedte",
    "\u200d": "een verbindingsteken zonder breedte",
    "\u200e": "een teken voor de leesrichting",
    "\u200f": "een teken voor de leesrichting",
    "\u2028": "een regelscheiding",
    "\u2029": "een alineascheiding",
    "\u202f": "een harde spatie",
    "\u2060": "een verbindingsteken zonder breedte",
    "\ufeff": "een byte order mark",
    "\ufffd": "het teken voor een letter die verloren ging",
    "–": "een half kastlijntje",
    "—": "een kastlijntje",
    "−": "een minteken",
    "*": "een sterretje",
}


def onzichtbaar(text: str) -> bool:
    """Nothing in it that can be seen: spaces of any kind, line ends, signs without a form."""
    return all(unicodedata.category(sign)[0] in "ZC" for sign in text)


def naam(sign: str) -> str:
    """The words for a sign, in Dutch."""
    if sign in _NAMEN:
        return _NAMEN[sign]
    if "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069":
        return "een teken voor de leesrichting"
    if sign.isprintable():
        return "een ander teken"
    return {
        "Cc": "een stuurteken",
        "Co": "een teken dat in geen lettertype vast ligt",
        "Zs": "een andere spatie",
    }.get(unicodedata.category(sign), "een teken dat je niet ziet")
