"""Municipalities by the areas they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.regio import Partij, SoortPartij
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, herkomst
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """A municipality: in which areas it is, and which samenwerkingsverbanden a source names."""

    id: str
    naam: str
    cbs_code: str
    provincie: str
    gebieden: tuple[bool, ...]
    samenwerkingsverbanden: tuple[tuple[Tekst, str, str], ...]


@dataclass(frozen=True, slots=True)
class GebiedRij:
    """An area in which something holds."""

    id: str
    naam: Tekst
    uitleg: Tekst
    gemeenten: tuple[str, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Gebieden:
    """Municipalities by areas."""

    gebieden: tuple[GebiedRij, ...]
    gemeenten: tuple[GemeenteRij, ...]
    bronnen: tuple[HerkomstRij, ...]


def gebieden(blik: Blik) -> Gebieden:
    """Which municipality belongs to what; the site's own area comes first."""
    own = blik.regio.gebied
    areas = sorted(actief(blik.regio.werkingsgebieden), key=lambda one: (one.id != own, one.id))
    sources = (herkomst(blik, one.herkomst) for one in actief(blik.regio.gemeenten))
    return Gebieden(
        bronnen=tuple(dict.fromkeys(sources)),
        gebieden=tuple(
            GebiedRij(
                one.id,
                blik.v.tekst(one.naam),
                blik.v.tekst(one.uitleg),
                tuple(blik.regio.gemeenten[key].naam for key in one.gemeenten),
                herkomst(blik, one.herkomst),
            )
            for one in areas
        ),
        gemeenten=tuple(
            GemeenteRij(
                one.id,
                one.naam,
                one.cbs_code,
                one.provincie,
                tuple(one.id in area.gemeenten for area in areas),
                tuple(
                    (blik.v.tekst(party.naam), f"#{party.id}", ", ".join(party.sectoren))
                    for party in _verbanden(blik.regio)
                    if isinstance(party.gemeenten, tuple) and one.id in party.gemeenten
                ),
            )
            for one in actief(blik.regio.gemeenten)
        ),
    )


def _verbanden(regio: Regio) -> Iterator[Partij]:
    for party in actief(regio.partijen):
        if party.soort is SoortPartij.SAMENWERKINGSVERBAND:
            yield party
