"""The yearly readings: what the data say, and what we do about it.

Not here: the figures that they speak of.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.monitor.duiding import Duiding, StandDuiding
from macros.model.monitor.indicator import Indicator
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijke_datum, partijnaam
from macros.views.blik import Blik
from macros.views.monitor.basis import STAND_DUIDING
from macros.views.naam import naar


@dataclass(frozen=True, slots=True)
class VervolgRij:
    """What to do; None is unknown."""

    wat: Tekst
    wie: tuple[Tekst, ...] | None
    wanneer: str | None


@dataclass(frozen=True, slots=True)
class DuidingRij:
    """A yearly reading."""

    id: str
    titel: Tekst
    is_voorstel: bool
    stand: str
    samen: Tekst
    zeggen: tuple[tuple[Link, Tekst], ...]
    doen: tuple[VervolgRij, ...]
    herkomst: HerkomstRij


def duidingen(blik: Blik) -> tuple[DuidingRij, ...]:
    """Every yearly reading, newest first."""
    rows = sorted(actief(blik.regio.duidingen), key=lambda one: one.jaar, reverse=True)
    return tuple(_duiding(blik, one) for one in rows)


def _duiding(blik: Blik, one: Duiding) -> DuidingRij:
    return DuidingRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        is_voorstel=one.stand is StandDuiding.VOORSTEL,
        stand=blik.v.ui(STAND_DUIDING[one.stand]),
        samen=blik.v.tekst(one.samen),
        zeggen=tuple(
            (naar(blik, Indicator, item.indicator), blik.v.tekst(item.tekst))
            for item in one.wat_zeggen_de_cijfers
        ),
        doen=tuple(
            VervolgRij(
                blik.v.tekst(item.wat),
                None
                if isinstance(item.wie, Onbekend)
                else tuple(partijnaam(blik, key) for key in item.wie),
                mogelijke_datum(blik.v, item.wanneer),
            )
            for item in one.wat_doen_we
        ),
        herkomst=herkomst(blik, one.herkomst),
    )
