"""Who takes part, by kind of party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.regio import ORGANISATIES, Gemeente, Partij, SoortPartij
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, adres_label, herkomst, later
from macros.views.blik import Blik
from macros.views.naam import heeft_pagina, naar, plek

SOORT_PARTIJ = {
    SoortPartij.SAMENWERKINGSVERBAND: N_("Samenwerkingsverbanden passend onderwijs"),
    SoortPartij.SCHOOLBESTUUR: N_("Schoolbesturen"),
    SoortPartij.GROEP: N_("Groepen die de agenda noemt"),
    SoortPartij.OVERLEG: N_("Werkgroepen en overleggen"),
    SoortPartij.FUNCTIE: N_("Functies"),
}


@dataclass(frozen=True, slots=True)
class PartijRij:
    """A party. None is unknown."""

    id: str
    naam: Tekst
    uitleg: Tekst
    pagina: str | None
    sectoren: str
    nummer: str | None
    landelijk: Tekst | None
    gemeenten: tuple[Link, ...] | None
    website: str | None
    website_label: str
    is_organisatie: bool
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]


def partijen(blik: Blik) -> tuple[tuple[str, tuple[PartijRij, ...]], ...]:
    """The parties by kind: (heading, rows)."""
    groups = []
    for soort, label in SOORT_PARTIJ.items():
        rows = tuple(
            PartijRij(
                one.id,
                blik.v.tekst(one.naam),
                blik.v.tekst(one.uitleg),
                plek(blik, Partij, one.id) if heeft_pagina(one) else None,
                ", ".join(one.sectoren),
                one.nummer if isinstance(one.nummer, str) else None,
                blik.v.tekst(one.landelijk_voor) if one.landelijk_voor else None,
                tuple(naar(blik, Gemeente, key) for key in one.gemeenten)
                if isinstance(one.gemeenten, tuple)
                else None,
                one.website if isinstance(one.website, str) else None,
                adres_label(one.website) if isinstance(one.website, str) else "",
                soort in ORGANISATIES,
                herkomst(blik, one.herkomst),
                later(blik, one.later_ingevuld),
            )
            for one in actief(blik.regio.partijen)
            if one.soort is soort
        )
        if rows:
            groups.append((blik.v.ui(label), rows))
    return tuple(groups)
