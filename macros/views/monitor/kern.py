"""The few figures that a page of an area begins with, each with what it is a share of and what a
municipality itself says of it.

Not here: all of its figures (``pagina``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import adres_van
from macros.model.monitor.cijfer import Periode
from macros.model.monitor.duiding import Toelichting
from macros.model.monitor.indicator import TOTAAL, Eenheid, Indicator
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk
from macros.views.blik import Blik
from macros.views.monitor.basis import periodenaam
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Lijn, Punt
from macros.views.naam import gebiednaam, naar


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What a municipality says of a figure; without ``periode`` of every year."""

    tekst: Tekst
    periode: str | None
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Kerncijfer:
    """A figure, the same for the region and beyond, and what the municipality says of it.

    ``is_aandeel``: a share says of whom; without ``waarvan`` nobody knows.
    """

    indicator: Link
    punt: Punt
    naast: tuple[Lijn, ...]
    is_aandeel: bool
    waarvan: Tekst | None
    uitleg: tuple[Uitleg, ...]
    bronnen: tuple[str, ...]

    @property
    def is_tegel(self) -> bool:
        """A number with something to hold it against is a tile; anything else is a row."""
        return self.punt.waarde is not None and bool(self.naast)


@dataclass(frozen=True, slots=True)
class Los:
    """Two figures that must not be laid side by side, and why."""

    een: Link
    ander: Link
    reden: Tekst


def kern(blik: Blik, gebied: str) -> tuple[Kerncijfer, ...]:
    """What stands first: of a municipality what they are compared by and how large it is, of an
    area within the region its newest wholes.
    """
    tekenaar = Tekenaar(cijferboek(blik), blik)
    inside = blik.regio.cijfergebieden[gebied].soort is not None
    return tuple((_kern_van if inside else _kern_gemeente)(tekenaar, gebied))


def _kern_gemeente(tekenaar: Tekenaar, key: str) -> Iterator[Kerncijfer]:
    regio = tekenaar.boek.regio
    size = [regio.omvang] if regio.omvang else []
    for name in dict.fromkeys((*regio.vergelijken, *size)):
        one = regio.indicatoren[name]
        for part in tekenaar.boek.delen(one):
            figure = tekenaar.voor(one).per_gemeente(one, part)
            period = tekenaar.laatste(one, part)
            if figure is not None and period is not None:
                yield _kerncijfer(tekenaar, one, key, period, part, figure.lijnen)


def _kern_van(tekenaar: Tekenaar, key: str) -> Iterator[Kerncijfer]:
    """A share stands beside those of the areas that this one lies in, and of larger ones."""
    boek = tekenaar.boek
    area = boek.regio.cijfergebieden[key]
    around = (*area.ligt_in, *tekenaar.grotere())
    for one in sorted(actief(boek.regio.indicatoren), key=lambda one: one.nummer):
        periods = boek.gevuld(one, [key]) if area.soort in one.ook_per else ()
        if not periods:
            continue
        wide = around if one.eenheid is Eenheid.PROCENT else ()
        beside = (
            Lijn(near, gebiednaam(tekenaar.blik, near), found)
            for near, found in ((near, tekenaar.punt(one, near, periods[-1])) for near in wide)
            if found.waarde is not None
        )
        yield _kerncijfer(tekenaar, one, key, periods[-1], TOTAAL, tuple(beside))


def _kerncijfer(
    tekenaar: Tekenaar,
    one: Indicator,
    key: str,
    period: Periode,
    part: str,
    naast: tuple[Lijn, ...],
) -> Kerncijfer:
    blik = tekenaar.blik
    found = tekenaar.boek.vind(one, key, period, part)
    sources = dict.fromkeys(origin.bron for origin in found.herkomst) if found else ()
    return Kerncijfer(
        Link(
            blik.v.naam(tekenaar.kop(one, part, periodenaam(blik.v, period))),
            adres_van(Indicator, one.id),
        ),
        tekenaar.punt(one, key, period, part),
        naast,
        one.eenheid is Eenheid.PROCENT,
        waarvan(blik, one),
        toelichtingen(blik, key, one.id, period),
        tuple(sources),
    )


def waarvan(blik: Blik, one: Indicator) -> Tekst | None:
    """Of whom a share is; None is unknown."""
    group = mogelijk(blik.v, one.noemer) if one.noemer is not None else None
    return group or mogelijk(blik.v, one.populatie)


def toelichtingen(
    blik: Blik, gemeente: str, indicator: str, periode: Periode | None = None
) -> tuple[Uitleg, ...]:
    """What a municipality says of a figure, of this period and of every one."""
    return tuple(
        _uitleg(blik, one)
        for one in actief(blik.regio.toelichtingen)
        if (one.gemeente, one.indicator) == (gemeente, indicator)
        and periode in (None, one.periode or periode)
    )


def _uitleg(blik: Blik, one: Toelichting) -> Uitleg:
    return Uitleg(
        blik.v.tekst(one.tekst),
        periodenaam(blik.v, one.periode) if one.periode else None,
        herkomst(blik, one.herkomst),
    )


def los(blik: Blik, indicatoren: Iterable[str]) -> tuple[Los, ...]:
    """What of these figures must not be laid side by side."""
    shown = set(indicatoren)
    return tuple(_los(blik, pair) for pair in blik.regio.niet_naast if pair <= shown)


def los_van(blik: Blik, indicator: str) -> tuple[Los, ...]:
    """What must not be laid beside one figure."""
    return tuple(_los(blik, pair, indicator) for pair in blik.regio.niet_naast if indicator in pair)


def _los(blik: Blik, pair: frozenset[str], eerst: str = "") -> Los:
    one, other = sorted(pair, key=lambda key: (key != eerst, blik.regio.indicatoren[key].nummer))
    return Los(
        naar(blik, Indicator, one),
        naar(blik, Indicator, other),
        blik.v.tekst(blik.regio.niet_naast[pair]),
    )
