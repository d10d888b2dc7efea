"""How one record changed, and what changed for one municipality: the newest lines for their pages.

The notes of editors stand among what the history tells, on the day that they name. Not here:
all of a day (``dagen``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from macros.model.basis.datum import Datum
from macros.model.basis.record import Wijziging
from macros.model.geheel import pad_van
from macros.model.monitor.indicator import Indicator, Waarnemingen
from macros.taal.vertaler import Tekst
from macros.views.blik import Blik, eenmaal
from macros.views.regio.nieuw.betreft import Gebeurd, gebeurd, gemeenten, van
from macros.views.regio.nieuw.maand import maand_van
from macros.views.regio.nieuw.regel import Recordrij, rijen
from macros.wijziging.geschiedenis import Gewicht

MEEST = 5
"""So many lines stand on a page that is about something else."""
VELDEN = 3
"""So many fields are told in a line."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A line: when, and what happened, or what an editor wrote of it (``noot``). ``pad`` is where
    all of it stands; ``meer`` how many fields it has beside those of the line.
    """

    datum: str
    rij: Recordrij | None = None
    pad: str = ""
    meer: int = 0
    noot: Tekst | None = None


def verloop_van_record(blik: Blik, pad: str, noten: Iterable[Wijziging] = ()) -> tuple[Regel, ...]:
    """How the record in a file changed, the newest line first; ``noten`` are its own."""
    happened = van(blik, pad)
    told = {text for one in happened for text in one.wijziging.toelichting}
    notes = (
        (one.datum, Regel(blik.v.datum(one.datum), noot=blik.v.tekst(one.wat)))
        for one in noten
        if one.wat not in told
    )
    return _nieuwste([*_regels(blik, happened), *notes])


def verloop_van_cijfer(blik: Blik, key: str) -> tuple[Regel, ...]:
    """The same of an indicator, with the days on which figures of it came."""
    figures = (line for line in _cijfers(blik) if line[1].rij and line[1].rij.sleutel == key)
    return _nieuwste([*figures, *_regels(blik, van(blik, pad_van(Indicator, key)))])


def verloop_in_gemeente(blik: Blik, key: str) -> tuple[Regel, ...]:
    """The newest of what changed for a municipality; each line names its record."""
    happened = (one for one in gebeurd(blik) if key in gemeenten(blik, one))
    return tuple(line for _, line in islice(_regels(blik, happened, key), MEEST))


@eenmaal
def _cijfers(blik: Blik) -> tuple[tuple[Datum, Regel], ...]:
    """A line for each indicator of which figures came, and each day."""
    kinds = (one for one in gebeurd(blik) if one.soort and one.soort.type is Waarnemingen)
    return tuple(_regels(blik, kinds))


def _regels(
    blik: Blik, happened: Iterable[Gebeurd], gemeente: str = ""
) -> Iterator[tuple[Datum, Regel]]:
    """A line for each row of what matters."""
    for one in happened:
        if one.wijziging.gewicht is Gewicht.BETEKENIS:
            date = Datum.van(one.datum)
            for row in rijen(blik, one, gemeente):
                yield (
                    date,
                    Regel(
                        blik.v.datum(date),
                        replace(row, velden=row.velden[:VELDEN]),
                        f"{maand_van(one.datum).adres}#{row.anker}",
                        len(row.velden[VELDEN:]),
                    ),
                )


def _nieuwste(found: Iterable[tuple[Datum, Regel]]) -> tuple[Regel, ...]:
    newest = sorted(found, key=lambda one: one[0].begin, reverse=True)
    return tuple(line for _, line in newest[:MEEST])
