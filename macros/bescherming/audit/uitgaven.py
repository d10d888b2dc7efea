"""The ledger: every release ever published, oldest first, each in its own folder.

``UITGAVEN/NNN/{definitie.yml,publicatie.csv}``, and the file with the population when the
definition names one. Other files in such a folder say nothing to the audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.bescherming.audit.definitie import Definitie, lees_definitie
from macros.bescherming.audit.publicatie import Regel, lees_bevolking, lees_publicatie
from macros.issue import Issue

DEFINITIE = "definitie.yml"
PUBLICATIE = "publicatie.csv"


@dataclass(frozen=True, slots=True)
class Uitgave:
    """One release. ``pad`` and ``bevolking_pad`` are how problems name its files."""

    naam: str
    definitie: Definitie
    pad: str
    regels: tuple[Regel, ...]
    bevolking_pad: str
    bevolking: tuple[Regel, ...]


def lees_uitgaven(map_: Path) -> tuple[list[Uitgave], list[Issue]]:
    """All releases in ``map_``, by name; with problems the list is not complete."""
    if not map_.is_dir():
        return [], [Issue(str(map_), 1, 1, "uitgaven", "Deze map met uitgaven bestaat niet.")]
    uitgaven, issues = [], []
    for folder in sorted(one for one in map_.iterdir() if one.is_dir()):
        uitgave, found = _lees(folder)
        issues += found
        if uitgave:
            uitgaven.append(uitgave)
    return uitgaven, issues


def _lees(folder: Path) -> tuple[Uitgave | None, list[Issue]]:
    issues = [
        Issue(str(folder / naam), 1, 1, "uitgaven", "Dit bestand ontbreekt in de uitgave.")
        for naam in (DEFINITIE, PUBLICATIE)
        if not (folder / naam).is_file()
    ]
    if issues:
        return None, issues
    definitie, issues = lees_definitie(folder / DEFINITIE, str(folder / DEFINITIE))
    if definitie is None:
        return None, issues
    pad = folder / PUBLICATIE
    regels, issues = lees_publicatie(pad, str(pad), definitie)
    bevolking: list[Regel] = []
    bevolking_pad = folder / definitie.noemers.bestand if definitie.noemers else folder
    if definitie.noemers:
        if bevolking_pad.is_file():
            bevolking, found = lees_bevolking(bevolking_pad, str(bevolking_pad), definitie)
            issues += found
        else:
            message = "Dit bestand ontbreekt; definitie.yml noemt het bij 'noemers'."
            issues.append(Issue(str(bevolking_pad), 1, 1, "uitgaven", message))
    if issues:
        return None, issues
    return Uitgave(
        folder.name, definitie, str(pad), tuple(regels), str(bevolking_pad), tuple(bevolking)
    ), []
