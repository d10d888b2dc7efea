"""The roadmap, speerpunt by year: a year at a time and as the timeline that is drawn.

Not here: the actions of a year (``actie``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.model.agenda import Fase, Planjaar, Speerpunt
from macros.model.geheel import adres_van
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.basis import agendajaren
from macros.views.basis import FASE
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class Cel:
    """One year of one speerpunt. ``wat`` is None when the source has nothing for that year."""

    jaar: int
    wat: Tekst | None
    fasen: tuple[Fase, ...]
    fase_labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoutekaartRij:
    """A speerpunt over the years."""

    nummer: int
    titel: Tekst
    pad: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Routekaart:
    """Speerpunt by year, over the whole life of the agenda."""

    jaren: tuple[int, ...]
    jaren_zonder_bron: tuple[int, ...]
    rijen: tuple[RoutekaartRij, ...]


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """The roadmap to draw; ``fasen`` are the phases that occur, with their labels."""

    kaart: Routekaart
    zin: str
    fasen: tuple[tuple[Fase, str], ...]


def routekaart(blik: Blik) -> Routekaart:
    """The planning of all speerpunten; a year the source leaves out stays visibly empty."""
    jaren = agendajaren(blik.regio)
    speerpunten = blik.regio.actieve_speerpunten
    planned = {jaar.jaar for one in speerpunten for jaar in one.planning}
    return Routekaart(
        jaren=jaren,
        jaren_zonder_bron=tuple(jaar for jaar in jaren if jaar not in planned),
        rijen=tuple(
            RoutekaartRij(
                nummer=one.nummer,
                titel=blik.v.tekst(one.titel),
                pad=adres_van(Speerpunt, one.id),
                cellen=cellen(blik.v, one, jaren),
            )
            for one in speerpunten
        ),
    )


@dataclass(frozen=True, slots=True)
class Jaarplan:
    """What is planned for a year; the page shows that of today at once."""

    jaar: int
    open: bool
    rijen: tuple[tuple[RoutekaartRij, Cel], ...]


def per_jaar(blik: Blik) -> tuple[Jaarplan, ...]:
    """The roadmap a year at a time; a year the source says nothing of is left to ``tijdlijn``."""
    kaart = routekaart(blik)
    found = (
        (jaar, tuple((rij, rij.cellen[at]) for rij in kaart.rijen if rij.cellen[at].wat))
        for at, jaar in enumerate(kaart.jaren)
    )
    return tuple(Jaarplan(jaar, jaar == blik.vandaag.jaar, rijen) for jaar, rijen in found if rijen)


def tijdlijn(blik: Blik) -> Tijdlijn:
    """The roadmap as it is drawn, with the sentence that is true of it and the phases it uses."""
    kaart = routekaart(blik)
    gepland = [jaar for jaar in kaart.jaren if jaar not in kaart.jaren_zonder_bron]
    used = {fase for rij in kaart.rijen for cel in rij.cellen for fase in cel.fasen}
    zinnen = [
        blik.v.ui(zin, jaren=_jaren(jaren))
        for zin, jaren in (
            (N_("De bron geeft een planning voor {jaren}."), gepland),
            (N_("Over {jaren} zegt de bron niets."), kaart.jaren_zonder_bron),
        )
        if jaren
    ]
    fasen = tuple((fase, blik.v.ui(FASE[fase])) for fase in Fase if fase in used)
    return Tijdlijn(kaart, " ".join(zinnen), fasen)


def _jaren(jaren: Sequence[int]) -> str:
    """``2021, 2023–2025``: years that follow each other as one."""
    parts = []
    for _, run in groupby(enumerate(jaren), key=lambda row: row[1] - row[0]):
        years = [jaar for _, jaar in run]
        parts.append(str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}")
    return ", ".join(parts)


def cellen(v: Vertaler, speerpunt: Speerpunt, jaren: tuple[int, ...]) -> tuple[Cel, ...]:
    by_year = {jaar.jaar: jaar for jaar in speerpunt.planning}
    return tuple(_cel(v, jaar, by_year.get(jaar)) for jaar in jaren)


def _cel(v: Vertaler, jaar: int, plan: Planjaar | None) -> Cel:
    if plan is None:
        return Cel(jaar, None, (), ())
    return Cel(jaar, v.tekst(plan.wat), plan.fasen, tuple(v.ui(FASE[f]) for f in plan.fasen))
