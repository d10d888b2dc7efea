"""Where the questions stand in a filled-in sheet: the row with the headings, the column of each.

Not here: what stands below them (``inlezen``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.invoer.inzending.namen import vorm
from macros.issue import nearest
from macros.source.nodes import Loc
from macros.source.werkmap import Blad, Cel

Plek = tuple[int, int, str, str, str]
"""Row, column, code, message, tip."""
_ZOEK = 50
"""The headings stand in one of so many rows with something in them."""


@dataclass(frozen=True, slots=True)
class Koppen:
    """The headings of a sheet: their row, their texts by column, the column of each question."""

    rij: int
    namen: Mapping[int, str]
    kolommen: Mapping[Loc, int]
    problemen: tuple[Plek, ...]
    labels: Mapping[Loc, str]

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """The questions without a column; none when there are no headings at all."""
        if not self.kolommen:
            return ()
        return tuple(label for loc, label in self.labels.items() if loc not in self.kolommen)

    def staan_in(self, cells: Mapping[int, Cel]) -> bool:
        """Whether a row repeats the headings."""
        known = self.kolommen.values()
        same = (
            _kop(cel.waarde) == _kop(self.namen[at]) for at, cel in cells.items() if at in known
        )
        return sum(same) > 1


def zoek_koppen(blad: Blad, labels: Mapping[Loc, str], van: str = "het invulblad") -> Koppen:
    """The first row with most of the headings: there may be a title above them. ``labels`` is what
    each column is called, ``van`` whose columns they are.
    """
    known = {*map(vorm, labels.values())}
    often = {
        row: len(known & {_kop(cel.waarde) for cel in blad.rijen[row].values()})
        for row in sorted(blad.rijen)[:_ZOEK]
    }
    row = max(often, key=lambda one: often[one]) if any(often.values()) else 1
    names = {
        column: " ".join(cel.waarde.split())
        for column, cel in sorted(blad.rijen.get(row, {}).items())
    }
    columns: dict[Loc, int] = {}
    problems = tuple(_kolommen(row, names, labels, columns, van)) if blad.rijen else ()
    return Koppen(row, names, columns, problems, labels)


def _kolommen(
    row: int,
    names: Mapping[int, str],
    labels: Mapping[Loc, str],
    found: dict[Loc, int],
    van: str,
) -> Iterator[Plek]:
    """Fill in the column of each question; what is strange or there twice is a problem."""
    by_label = {vorm(label): loc for loc, label in labels.items()}
    if not any(_kop(label) in by_label for label in names.values()):
        tip = f"Zet ze in één rij boven de antwoorden: kopieer ze uit {van}."
        yield row, 0, "geen-koppen", f"De koppen van {van} staan hier niet.", tip
        return
    for column, label in names.items():
        loc = by_label.get(_kop(label))
        if loc is None:
            tip = nearest(label, labels.values()) or "Haal haar weg."
            message = f"De kolom '{label}' hoort niet in {van}."
            yield row, column, "vreemde-kolom", message, tip
        elif loc in found:
            message = f"De kolom '{label}' staat er twee keer."
            yield row, column, "dubbele-kolom", message, "Houd er één over."
        else:
            found[loc] = column


def _kop(text: str) -> str:
    """A heading, without the star or colon that people put after it."""
    return vorm(text.rstrip(" *:"))
