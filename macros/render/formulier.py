"""The address of the form on GitHub to say where you are stuck, with the subject filled in.

The form itself is ``.github/ISSUE_TEMPLATE/waar-loop-je-vast.yml``; it asks nothing about a person.
"""

from __future__ import annotations

from urllib.parse import urlencode

FORMULIER = "waar-loop-je-vast.yml"
VELD = "onderwerp"
"""The field of the form that is filled in."""


def formulier(meldingen: str, onderwerp: str) -> str:
    """Empty when the site does not know where issues are reported (``meldingen``)."""
    if not meldingen:
        return ""
    values = {"template": FORMULIER, "title": f"Vastgelopen bij {onderwerp}", VELD: onderwerp}
    return f"{meldingen}/new?{urlencode(values)}"
