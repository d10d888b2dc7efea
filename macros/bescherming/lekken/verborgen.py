"""A hidden figure as the files and pages of one language name it, and what may stand in its place.

Not here: which figures are hidden (``vakken``), or looking at files and pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Vak = tuple[str, str, str, str]
"""Indicator, area, period and part, by their ids."""

GEHEEL = "totaal"
"""The part of a figure that is not split."""

TEKENS = ("x", ".")
"""What a table has in a hidden cell."""

_GEMEENTEFIGUREN = ("gemeenten", "verandering", "referentie")
"""Figures with a row for each area."""

_CIJFER = re.compile(r"\d")


def heeft_cijfer(text: str, *behalve: str) -> bool:
    """Whether a digit is left in ``text`` without the names in ``behalve``."""
    for name in sorted(filter(None, behalve), key=len, reverse=True):
        text = text.replace(name, " ")
    return _CIJFER.search(text) is not None


@dataclass(frozen=True, slots=True)
class Verborgen:
    """A hidden figure, and the words for it in one language."""

    vak: Vak
    titel: str
    gebied: str
    periode: str
    deel: str

    @property
    def kop(self) -> str:
        """How a heading calls it."""
        return self.titel if self.vak[3] == GEHEEL else f"{self.titel}, {self.deel}"

    def rij(self, figuur: str, titel: str) -> str | None:
        """The row of a figure, by its id, on which it would stand; None when it is not in there."""
        indicator, gebied, _, deel = self.vak
        stem = indicator if deel == GEHEEL else f"{indicator}-{deel}"
        if figuur in {f"{stem}-{what}" for what in _GEMEENTEFIGUREN}:
            return gebied
        is_split = figuur.startswith(f"{indicator}-") and figuur.endswith(f"-{gebied}")
        if is_split and deel != GEHEEL and titel.startswith(f"{self.titel}, "):
            return deel
        return None


def kenmerk(vak: Vak) -> str:
    """The key of a figure in the table with every figure."""
    return "/".join(vak)
