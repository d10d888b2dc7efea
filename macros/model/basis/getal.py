"""Whole numbers that are written as text: years, places in a list, days, shares, and T.

Not here: counts and rates that may be hidden (``monitor``).
"""

from __future__ import annotations

from typing import Annotated

from macros.model.basis.vorm import Invoer, Vorm, enig_getal, patroon

_YEAR = patroon(
    r"(?:19|20)\d{2}|2100", "jaar", "'{waarde}' is geen jaar.", "Schrijf vier cijfers, zoals 2021."
)

_NUMBER = patroon(
    r"[1-9]\d{0,3}",
    "nummer",
    "'{waarde}' is geen volgnummer.",
    "Schrijf een heel getal vanaf 1.",
    enig_getal(r"[1-9]\d{0,3}"),
)

_DAYS = patroon(
    r"0|[1-9]\d{0,2}",
    "dagen",
    "'{waarde}' is geen aantal dagen.",
    "Schrijf een heel getal, zoals 14.",
    enig_getal(r"0|[1-9]\d{0,2}"),
)

_PERCENTAGE = patroon(
    r"100|[1-9]?\d",
    "percentage",
    "'{waarde}' is geen percentage.",
    "Schrijf een heel getal van 0 tot en met 100, zonder procentteken.",
    enig_getal(r"100|[1-9]?\d"),
)

_THRESHOLD = patroon(
    r"[1-9]\d{1,2}",
    "drempel",
    "'{waarde}' kan niet als grens voor kleine aantallen.",
    "Schrijf een heel getal van 10 tot en met 999.",
)

_DIGITS = {"type": "string"}

Jaar = Annotated[int, Vorm(lambda value: int(_YEAR(value)), _DIGITS, "jaar", Invoer.GETAL)]
Nummer = Annotated[
    int, Vorm(lambda value: int(_NUMBER(value)), _DIGITS, "volgnummer vanaf 1", Invoer.GETAL)
]

Dagen = Annotated[int, Vorm(lambda value: int(_DAYS(value)), _DIGITS, "aantal dagen", Invoer.GETAL)]
"""A number of calendar days: 0 up to 999."""

Drempel = Annotated[
    int, Vorm(lambda value: int(_THRESHOLD(value)), _DIGITS, "heel getal vanaf 10", Invoer.GETAL)
]
"""T: a count of 1 to T-1 points to children."""

Percentage = Annotated[
    int, Vorm(lambda value: int(_PERCENTAGE(value)), _DIGITS, "heel percentage", Invoer.GETAL)
]
