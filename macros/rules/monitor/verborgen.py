"""Rules of what must not be told: small counts, and hidden ones that follow from the rest.

A message never repeats a count that is too small: it may stand in a public log. Not here: the
protection of our own counts (``disclosure``, ``audit``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from decimal import Decimal

from macros.issue import Level
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Cijfer, Getal, NietVanToepassing, Periode
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.rules.monitor.basis import met_indicator
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc


def te_klein(waarde: Cijfer, eenheid: Eenheid, drempel: int) -> tuple[str, str] | None:
    """(message, tip) of a figure that can point at a child."""
    if eenheid is not Eenheid.AANTAL or not isinstance(waarde, Getal):
        return None
    if not 0 < waarde.waarde < drempel:
        return None
    message = f"Dit aantal is kleiner dan {drempel} en kan naar een kind wijzen."
    tip = (
        "Schrijf x. Is het een eigen telling? Bescherm dan de hele tabel: make bescherm. "
        "Staat het al in een commit? Zie de methodepagina."
    )
    return message, tip


@rule()
def klein_cijfer(regio: Regio) -> Iterator[Problem]:
    """A count below the threshold can point at a child."""
    for pad, loc, row, indicator in met_indicator(regio):
        told = te_klein(row.waarde, indicator.eenheid, regio.instellingen.drempel)
        if told:
            yield pad, (*loc, "waarde"), *told


_Cel = tuple[str, str, Periode, str]
"""(indicator, area, period, part)."""


@rule()
def uit_te_rekenen(regio: Regio) -> Iterator[Problem]:
    """A hidden count is not the whole minus the rest, unless the source rounds every count."""
    cells = {
        (row.indicator, row.gebied, row.periode, row.uitsplitsing): (pad, loc, row.waarde)
        for pad, loc, row, one in met_indicator(regio)
        if one.eenheid is Eenheid.AANTAL
    }
    numbers: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for key, (pad, _, value) in cells.items():
        if isinstance(value, Getal):
            numbers[pad, key[0]].append(value.waarde)
    for key, (pad, loc, whole) in cells.items():
        if not isinstance(whole, Getal) or _afgerond(numbers[pad, key[0]]):
            continue
        for parts in _delen_van(regio, key, cells):
            hidden = [one for one in parts if not _bekend(cells, one)]
            if len(hidden) == 1:
                where, place, _ = cells.get(hidden[0], (pad, loc, whole))
                message = "Een verborgen cijfer volgt uit het totaal en de andere delen."
                tip = "Verberg nog een deel of het totaal. Eigen telling? Draai make bescherm."
                yield where, (*place, "waarde"), message, tip


_GENOEG = 10
"""From so many counts on, all of them multiples of five is no chance."""


def _afgerond(numbers: list[Decimal]) -> bool:
    return len(numbers) >= _GENOEG and all(one % 5 == 0 for one in numbers)


@rule(Level.LET_OP)
def niet_afgerond(regio: Regio) -> Iterator[Problem]:
    """Where a source rounds every count to five, one that is not so was typed wrong."""
    counts: dict[tuple[str, str], list[tuple[Loc, Decimal]]] = defaultdict(list)
    for pad, loc, row, indicator in met_indicator(regio):
        if indicator.eenheid is Eenheid.AANTAL and isinstance(row.waarde, Getal):
            counts[pad, row.indicator].append((loc, row.waarde.waarde))
    for (pad, key), found in counts.items():
        odd = [one for one in found if one[1] % 5]
        rest = [number for _, number in found if not number % 5]
        if len(odd) * _GENOEG > len(found) or not _afgerond(rest):
            continue
        for loc, _ in odd:
            message = f"De andere aantallen van '{key}' in dit bestand zijn veelvouden van vijf."
            yield pad, (*loc, "waarde"), message, "Kijk dit aantal na in de bron."


def _delen_van(regio: Regio, key: _Cel, cells: Container[_Cel]) -> Iterator[list[_Cel]]:
    """The cells that add up to a whole: municipalities of the region, areas of one kind within a
    larger one (when all of these are there), or parts of a split.
    """
    indicator, area, period, part = key
    own = regio.gebied
    if area == own:
        yield [(indicator, one, period, part) for one in regio.leden]
    allowed = regio.indicatoren[indicator].ook_per
    for kind, inside in regio.binnen(area).items() if allowed else ():
        parts = [(indicator, one, period, part) for one in inside]
        if kind in allowed and all(one in cells for one in parts):
            yield parts
    if part == TOTAAL:
        for split in regio.indicatoren[indicator].uitsplitsingen:
            yield [(indicator, area, period, one.id) for one in split.delen]


def _bekend(cells: Mapping[_Cel, tuple[str, Loc, Cijfer]], key: _Cel) -> bool:
    return key in cells and isinstance(cells[key][2], Getal | NietVanToepassing)
