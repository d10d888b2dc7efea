"""A domain read from its files: definition, counts, known population; nothing protected yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.disclosure.definitie import Definitie, lees_definitie
from macros.disclosure.invoer import Blad, lees_rijen
from macros.disclosure.stelsel import Ints
from macros.disclosure.tellingen import Codes, Tellingen, aparte_codes, lees_tellingen
from macros.issue import Issue

BEVOLKING = "aantal"
"""The column with the number in the file of the known population."""


@dataclass(frozen=True, slots=True)
class Domein:
    """The counts of one definition. ``apart``: the codes of each dimension that stands apart.

    ``bevolking``: per inner cell, in the order of ``tellingen.bladeren``; None when not known.
    """

    definitie: Definitie
    apart: Mapping[str, Codes]
    tellingen: Tellingen
    bevolking: Ints | None


def lees_domein(definition: Path, counts: Path) -> tuple[Domein | None, list[Issue]]:
    """The domain in two files, and in the file of the population that the definition names."""
    found, issues = lees_definitie(definition)
    if found is None:
        return None, issues
    dimensions = [one.id for one in found.dimensies]
    sheet, issues = lees_rijen(counts, [*dimensions, found.aantal, *found.bedragen])
    if sheet is None:
        return None, issues
    apart = aparte_codes(sheet, found)
    numbers, issues = lees_tellingen(sheet, found, apart, found.aantal, found.bedragen)
    population: Ints | None = None
    if found.noemers is not None:
        population, more = _bevolking(found, apart)
        issues += more
    if numbers is None or issues:
        return None, issues
    if population is not None:
        issues = _boven_de_honderd(sheet, found, numbers, population)
    return (None, issues) if issues else (Domein(found, apart, numbers, population), [])


def _bevolking(definitie: Definitie, apart: Mapping[str, Codes]) -> tuple[Ints | None, list[Issue]]:
    assert definitie.noemers is not None
    dimensions = [one.id for one in definitie.dimensies]
    sheet, issues = lees_rijen(definitie.noemers.bestand, [*dimensions, BEVOLKING])
    if sheet is None:
        return None, issues
    found, issues = lees_tellingen(sheet, definitie, apart, BEVOLKING, ())
    return (None if found is None else found.aantal), issues


def _boven_de_honderd(
    sheet: Blad, definitie: Definitie, numbers: Tellingen, population: Ints
) -> list[Issue]:
    """More than the whole population: one of the two files is wrong."""
    most = dict(zip(numbers.bladeren, population.tolist(), strict=True))
    issues = []
    for row in sheet.rijen:
        key = tuple(row.velden[one.id].tekst for one in definitie.dimensies)
        count = int(row.velden[definitie.aantal].tekst)
        if key in most and count > most[key]:
            message = f"{count} op een bevolking van {most[key]} is meer dan 100 procent."
            tip = "Horen de aantallen en de noemers bij hetzelfde jaar en dezelfde groep?"
            issues.append(sheet.fout(row, definitie.aantal, "boven-honderd", message, tip))
    return issues
