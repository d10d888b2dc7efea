"""Addresses on the web. Not here: whether the page is still there."""

from __future__ import annotations

from typing import Annotated

from macros.model.basis.vorm import Vorm, patroon

_WEB_ADDRESS = patroon(
    r"https?://[^\s<>\"'@]+\.[^\s<>\"'@]+",
    "webadres",
    "'{waarde}' is geen webadres.",
    "Schrijf het hele adres, met https:// ervoor.",
)

NIET_OPENBAAR = "niet openbaar"

Webadres = Annotated[
    str, Vorm(_WEB_ADDRESS, {"type": "string", "pattern": "^https?://"}, "webadres")
]

Vindadres = Annotated[
    str,
    Vorm(
        lambda value: value if value == NIET_OPENBAAR else _WEB_ADDRESS(value),
        {"type": "string", "pattern": f"^(https?://|{NIET_OPENBAAR}$)"},
        f"webadres, of `{NIET_OPENBAAR}`",
    ),
]
"""A web address, or ``niet openbaar`` for a source that is not on the web."""
