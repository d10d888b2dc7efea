"""The definition of a domain: which counts there are, how they add up, and what is published.

Not here: the file that it is read from (``lezen``), the counts (``invoer``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Methode(StrEnum):
    """How small counts are protected."""

    ONDERDRUKKEN = "onderdrukken"
    AFRONDEN = "afronden"


@dataclass(frozen=True, slots=True)
class Dimensie:
    """One way to split the counts.

    ``som``: of every code that is published, in order, the leaves it adds up; empty for a dimension
    that stands ``apart`` (years), whose codes are those of the input.
    """

    id: str
    som: Mapping[str, tuple[str, ...]]
    totaal: str | None
    apart: bool

    @property
    def bladeren(self) -> tuple[str, ...]:
        """The codes that the input must have, in order."""
        return tuple(dict.fromkeys(leaf for leaves in self.som.values() for leaf in leaves))


@dataclass(frozen=True, slots=True)
class Noemers:
    """A known population: where it is, and what is made with it.

    ``decimalen``: of the published percentage; None when no percentage is published.
    """

    bestand: Path
    complement: bool
    decimalen: int | None


@dataclass(frozen=True, slots=True)
class Definitie:
    """A domain. ``tabellen``: for each table the dimensions that it splits by."""

    id: str
    naam: str
    aantal: str
    dimensies: tuple[Dimensie, ...]
    tabellen: tuple[tuple[str, ...], ...]
    noemers: Noemers | None
    bedragen: tuple[str, ...]
    nullen_tonen: bool
    methode: Methode


GERESERVEERD = ("tabel", "aantal", "percentage", "noemer")
"""Columns of the publication; a dimension or amount cannot be called so."""
