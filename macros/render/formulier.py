"""The addresses of the forms on GitHub: to say where you are stuck, and to add an arrangement.

The forms themselves are in ``.github/ISSUE_TEMPLATE``; they ask nothing about a person.
"""

from __future__ import annotations

from urllib.parse import urlencode

FORMULIER = "waar-loop-je-vast.yml"
AANMELDING = "arrangement.yml"
VELD = "onderwerp"
"""The field of the form that is filled in."""


def formulier(meldingen: str, onderwerp: str) -> str:
    """Empty when the site does not know where issues are reported (``meldingen``)."""
    if not meldingen:
        return ""
    values = {"template": FORMULIER, "title": f"Vastgelopen bij {onderwerp}", VELD: onderwerp}
    return f"{meldingen}/new?{urlencode(values)}"


def aanmeldformulier(meldingen: str) -> str:
    """The form to add an arrangement; empty without ``meldingen``."""
    return f"{meldingen}/new?{urlencode({'template': AANMELDING})}" if meldingen else ""
