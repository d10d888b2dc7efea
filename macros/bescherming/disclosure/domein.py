"""A domain read from its files: definition, counts, known population; nothing protected yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from types import MappingProxyType

from macros.bescherming.disclosure.definitie import Definitie
from macros.bescherming.disclosure.invoer import Blad, lees_rijen
from macros.bescherming.disclosure.lezen import lees_definitie
from macros.bescherming.disclosure.stelsel import Ints
from macros.bescherming.disclosure.tellingen import (
    Codes,
    Tellingen,
    als_aantal,
    aparte_codes,
    bladcellen,
    bladcodes,
    lees_tellingen,
)
from macros.bescherming.disclosure.verband import ontbrekende_sommen
from macros.issue import Issue, met_punten

MEESTE_CELLEN = 100_000
"""Inner cells: what no table is published below."""

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


def lees_domein(
    definition: Path, counts: Path, ligt_in: Mapping[str, Codes] = MappingProxyType({})
) -> tuple[Domein | None, list[Issue]]:
    """The domain in two files, and in the file of the population that the definition names.

    ``ligt_in``: of each area the larger ones around it, as everybody knows.
    """
    found, issues = lees_definitie(definition)
    if found is not None:
        issues = list(ontbrekende_sommen(found, definition.name, ligt_in))
    if found is None or issues:
        return None, issues
    dimensions = [one.id for one in found.dimensies]
    sheet, issues = lees_rijen(counts, [*dimensions, found.aantal, *found.bedragen])
    if sheet is None:
        return None, issues
    apart = aparte_codes(sheet, found)
    cells = prod(len(bladcodes(one, apart)) for one in found.dimensies)
    if cells > MEESTE_CELLEN:
        limit = met_punten(MEESTE_CELLEN)
        message = f"Deze dimensies geven samen {met_punten(cells)} cellen: {limit} is het meeste."
        tip = "Deel de tabel op, of maak haar minder fijn."
        return None, [Issue(definition.name, 1, 1, "te-groot", message, tip)]
    numbers, issues = lees_tellingen(sheet, found, apart, found.aantal, found.bedragen)
    population: Ints | None = None
    if found.noemers is not None and all(apart.values()):
        population, more = _bevolking(found, apart)
        issues += more
    if population is not None:
        most = dict(zip(bladcellen(found, apart), population.tolist(), strict=True))
        issues += _boven_de_honderd(sheet, found, most)
    if numbers is None or issues:
        return None, sorted(issues)
    return Domein(found, apart, numbers, population), []


def _bevolking(definitie: Definitie, apart: Mapping[str, Codes]) -> tuple[Ints | None, list[Issue]]:
    assert definitie.noemers is not None
    dimensions = [one.id for one in definitie.dimensies]
    sheet, issues = lees_rijen(definitie.noemers.bestand, [*dimensions, BEVOLKING])
    if sheet is None:
        return None, issues
    found, issues = lees_tellingen(sheet, definitie, apart, BEVOLKING, ())
    return (None if found is None else found.aantal), issues


def _boven_de_honderd(
    sheet: Blad, definitie: Definitie, most: Mapping[Codes, int]
) -> Iterator[Issue]:
    """More than the whole population (``most``, by inner cell): one of the two files is wrong."""
    for row in sheet.rijen:
        top = most.get(tuple(row.velden[one.id].tekst for one in definitie.dimensies))
        count = als_aantal(row.velden[definitie.aantal])
        if top is not None and count is not None and count > top:
            message = f"{count} op een bevolking van {top} is meer dan 100 procent."
            tip = "Horen de aantallen en de noemers bij hetzelfde jaar en dezelfde groep?"
            yield sheet.fout(row, definitie.aantal, "boven-honderd", message, tip)
