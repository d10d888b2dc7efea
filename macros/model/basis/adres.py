"""Addresses on the web. Not here: whether the page is still there."""

from __future__ import annotations

import re
from typing import Annotated

from macros.model.basis.vorm import Invoer, Vorm, patroon

_LOKAAL = re.compile(r"[a-z]:[\\/]|file:|\\\\|~?/|\.\.?/", re.IGNORECASE)


def _raad(text: str) -> str:
    """What is wrong with what people take for an address."""
    if text.lower().startswith("mailto:") or ("@" in text and "/" not in text):
        return "Dit is een e-mailadres. Neem het adres van een pagina, of laat dit veld weg."
    if _LOKAAL.match(text):
        return "Dit staat op een eigen computer. Neem het adres van de pagina op internet."
    if re.match(r"https?://", text) and re.search(r"\s", text.strip()):
        return "In een adres staat geen spatie. Neem het over uit de adresbalk van de browser."
    return ""


_WEB_ADDRESS = patroon(
    r"https?://[^\s<>\"'@]+\.[^\s<>\"'@]+",
    "webadres",
    "'{waarde}' is geen webadres.",
    "Schrijf het hele adres, met https:// ervoor.",
    lambda text: _raad(text),
)

NIET_OPENBAAR = "niet openbaar"

Webadres = Annotated[
    str,
    Vorm(_WEB_ADDRESS, {"type": "string", "pattern": "^https?://"}, "webadres", Invoer.ADRES),
]

Vindadres = Annotated[
    str,
    Vorm(
        lambda value: value if value == NIET_OPENBAAR else _WEB_ADDRESS(value),
        {"type": "string", "pattern": f"^(https?://|{NIET_OPENBAAR}$)"},
        f"webadres, of `{NIET_OPENBAAR}`",
        Invoer.ADRES,
        ook=NIET_OPENBAAR,
    ),
]
"""A web address, or ``niet openbaar`` for a source that is not on the web."""
