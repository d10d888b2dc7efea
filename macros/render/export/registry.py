"""The list of tables and how they are found. Not here: the tables themselves, one file an area."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.discover import import_all
from macros.render.export.tabel import Tabel
from macros.views.blik import Blik

MaakTabel = Callable[[Blik], Tabel]
MaakTabellen = Callable[[Blik], Iterable[Tabel]]

TABELLEN: list[MaakTabel] = []
REEKSEN: list[MaakTabellen] = []
"""What makes a table for each of some records."""


def tabel(maak: MaakTabel) -> MaakTabel:
    """Register what makes a table to download."""
    TABELLEN.append(maak)
    return maak


def tabellen(maak: MaakTabellen) -> MaakTabellen:
    """Register what makes many tables of one kind to download."""
    REEKSEN.append(maak)
    return maak


def all_reeksen() -> list[tuple[str, MaakTabellen]]:
    """The same of what makes many tables."""
    import_all("macros.render.export")
    return [(maak.__module__.rpartition(".")[2], maak) for maak in REEKSEN]


def all_tabellen() -> list[tuple[str, MaakTabel]]:
    """Every table with its area, the file it is in; importing the area registers its table."""
    import_all("macros.render.export")
    return [(maak.__module__.rpartition(".")[2], maak) for maak in TABELLEN]
