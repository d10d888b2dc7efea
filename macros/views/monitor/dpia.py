"""The register of DPIA's: of which municipality it is known that it did its own.

Not here: what a DPIA is, which is prose.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.monitor.duiding import StandDpia
from macros.model.regio import Gemeente
from macros.views.basis import HerkomstRij, herkomst, mogelijke_datum
from macros.views.blik import Blik
from macros.views.monitor.basis import STAND_DPIA


@dataclass(frozen=True, slots=True)
class DpiaRij:
    """The DPIA of a municipality; None is unknown."""

    id: str
    gemeente: str
    stand: str | None
    datum: str | None
    vindplaats: str | None
    herkomst: HerkomstRij | None


@dataclass(frozen=True, slots=True)
class Dpiaregister:
    """All municipalities, and how many of them are known to have finished."""

    rijen: tuple[DpiaRij, ...]
    afgerond: int
    onbekend: int


def dpiaregister(blik: Blik) -> Dpiaregister:
    """Of which municipality it is known that it did its DPIA; one without a file is unknown."""
    known = actief(blik.regio.dpias)
    rows = tuple(
        dpia(blik, gemeente)
        for gemeente in sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    )
    return Dpiaregister(
        rows,
        sum(one.stand is StandDpia.AFGEROND for one in known),
        sum(row.stand is None for row in rows),
    )


def dpia(blik: Blik, gemeente: Gemeente) -> DpiaRij:
    """What is known of the DPIA of one municipality; without a file nothing is."""
    found = (one for one in actief(blik.regio.dpias) if one.gemeente == gemeente.id)
    one = next(found, None)
    if one is None:
        return DpiaRij(gemeente.id, gemeente.naam, None, None, None, None)
    return DpiaRij(
        one.id,
        gemeente.naam,
        None if isinstance(one.stand, Onbekend) else blik.v.ui(STAND_DPIA[one.stand]),
        mogelijke_datum(blik.v, one.datum),
        one.vindplaats if isinstance(one.vindplaats, str) else None,
        herkomst(blik, one.herkomst),
    )
