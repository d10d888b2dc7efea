"""Municipalities by the areas they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.regio import Gemeente, Partij, Sector, Werkingsgebied
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, Link, herkomst, later
from macros.views.blik import Blik
from macros.views.naam import heeft_pagina, naar


@dataclass(frozen=True, slots=True)
class VerbandRij:
    """A samenwerkingsverband: who it is for, and how sure it is that it works here.

    ``landelijk``: for which schools, wherever they are; it does not depend on the municipality.
    """

    verband: Link
    sectoren: str
    nummer: str | None
    nummer_herkomst: HerkomstRij | None
    landelijk: Tekst | None
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """A municipality: in which areas it is, and which samenwerkingsverbanden a source names."""

    id: str
    gemeente: Link
    cbs_code: str
    provincie: str
    hoort_bij: tuple[Link, ...]
    niet_genoemd: tuple[Link, ...]
    verbanden: tuple[VerbandRij, ...]


@dataclass(frozen=True, slots=True)
class GebiedRij:
    """An area in which something holds."""

    id: str
    naam: Tekst
    uitleg: Tekst
    gemeenten: tuple[Link, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Gebieden:
    """Municipalities by areas. ``bronnen`` are of code and province alone; each area and each
    samenwerkingsverband has its own.
    """

    gebieden: tuple[GebiedRij, ...]
    gemeenten: tuple[GemeenteRij, ...]
    landelijk: tuple[VerbandRij, ...]
    bronnen: tuple[HerkomstRij, ...]
    verbandbronnen: tuple[tuple[tuple[Link, ...], HerkomstRij], ...]


def gebieden(blik: Blik) -> Gebieden:
    """Which municipality belongs to what; the site's own area comes first."""
    rows = tuple(gemeenterij(blik, one) for one in actief(blik.regio.gemeenten))
    origins: dict[HerkomstRij, dict[Link, None]] = {}
    for row in rows:
        for one in row.verbanden:
            origins.setdefault(one.herkomst, {})[one.verband] = None
    return Gebieden(
        gebieden=tuple(
            GebiedRij(
                one.id,
                blik.v.tekst(one.naam),
                blik.v.tekst(one.uitleg),
                tuple(naar(blik, Gemeente, key) for key in one.gemeenten),
                herkomst(blik, one.herkomst),
            )
            for one in _gebieden(blik.regio)
        ),
        gemeenten=rows,
        landelijk=landelijke_verbanden(blik),
        bronnen=tuple(
            dict.fromkeys(herkomst(blik, one.herkomst) for one in actief(blik.regio.gemeenten))
        ),
        verbandbronnen=tuple((tuple(links), origin) for origin, links in origins.items()),
    )


def gemeenterij(blik: Blik, one: Gemeente) -> GemeenteRij:
    """To what one municipality belongs, and where no source names it."""
    areas = _gebieden(blik.regio)
    return GemeenteRij(
        one.id,
        naar(blik, Gemeente, one.id),
        one.cbs_code,
        one.provincie,
        tuple(naar(blik, Werkingsgebied, area.id) for area in areas if one.id in area.gemeenten),
        tuple(
            naar(blik, Werkingsgebied, area.id) for area in areas if one.id not in area.gemeenten
        ),
        tuple(verbandrij(blik, party) for party in verbanden_van(blik.regio, one.id)),
    )


def _gebieden(regio: Regio) -> list[Werkingsgebied]:
    own = regio.gebied
    return sorted(actief(regio.werkingsgebieden), key=lambda one: (one.id != own, one.id))


def verbandrij(blik: Blik, party: Partij) -> VerbandRij:
    """One samenwerkingsverband; where it works may have another source than the rest."""
    own = later(blik, party.later_ingevuld)
    rest = herkomst(blik, party.herkomst)
    return VerbandRij(
        naar(blik, Partij, party.id),
        ", ".join(party.sectoren),
        party.nummer if isinstance(party.nummer, str) else None,
        own.get("nummer", rest) if isinstance(party.nummer, str) else None,
        blik.v.tekst(party.landelijk_voor) if party.landelijk_voor else None,
        own.get("gemeenten", rest),
    )


def landelijke_verbanden(blik: Blik) -> tuple[VerbandRij, ...]:
    """Those for some schools all over the country."""
    return tuple(verbandrij(blik, one) for one in verbanden(blik.regio) if one.landelijk_voor)


def verbanden_van(regio: Regio, gemeente: str) -> tuple[Partij, ...]:
    """The samenwerkingsverbanden that work in a municipality because it is there, by sector."""
    found = [
        one
        for one in verbanden(regio)
        if not one.landelijk_voor and isinstance(one.gemeenten, tuple) and gemeente in one.gemeenten
    ]
    order = list(Sector)
    return tuple(sorted(found, key=lambda one: [order.index(kind) for kind in one.sectoren]))


def verbanden(regio: Regio) -> Iterator[Partij]:
    """Every samenwerkingsverband that counts."""
    return (one for one in actief(regio.partijen) if heeft_pagina(one))
