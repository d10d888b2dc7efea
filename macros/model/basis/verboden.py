"""What no text on the site may hold: markup, addresses of persons, signs that nobody sees.

Not here: what a page of prose may hold, which goes through Markdown.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"</?[A-Za-z!][^>]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")

TELEFOONNUMMER = re.compile(
    r"(?<![\w.:/-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ ()-]{0,2}\d){8}(?!\d)"
)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

_FORBIDDEN = (
    (
        _CONTROL,
        "stuurteken",
        "In deze tekst staat een teken dat je niet ziet en dat niet kan.",
        "Typ deze regel opnieuw, of plak haar als gewone tekst.",
    ),
    (
        _TAG,
        "html",
        "In deze tekst staat HTML ('{gevonden}'). Dat kan niet.",
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    (
        _BRACES,
        "accolades",
        "In deze tekst staan dubbele accolades ('{gevonden}'). Die zijn voor de bouw van de site.",
        "Haal ze weg.",
    ),
    (
        _EMAIL,
        "e-mailadres",
        "Hier staat een e-mailadres. Adressen van personen horen niet op de site.",
        "Noem de functie of de organisatie.",
    ),
    (
        TELEFOONNUMMER,
        "telefoonnummer",
        "Hier staat een telefoonnummer. Nummers van personen horen niet op de site.",
        "Noem de functie of de organisatie.",
    ),
)

_SUSPECT = re.compile(rf"[<&{{}}@]|[%#]\}}|[0+(][\d(]|{_CONTROL.pattern}")
"""What every pattern above has somewhere; one quick look tells that a text is fine."""


def forbidden(value: str) -> tuple[str, str, str] | None:
    """(code, message, tip) when ``value`` holds what no text on the site may hold."""
    if not _SUSPECT.search(value):
        return None
    for pattern, code, message, tip in _FORBIDDEN:
        found = pattern.search(value)
        if found:
            return code, message.format(gevonden=found.group()[:40]), tip
    return None
