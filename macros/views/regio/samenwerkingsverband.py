"""Everything about one samenwerkingsverband on one page.

Not here: the list of all parties (``partijen``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.model.basis.onbekend import Onbekend
from macros.model.overleg.structuur import Overleg
from macros.model.regio import Gemeente, Partij
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.actie import ActieRij
from macros.views.basis import HerkomstRij, Link, adres_label, herkomst, later
from macros.views.blik import Blik, eenmaal
from macros.views.hulp.hulp import Hulprij
from macros.views.monitor.basis import cijferadres
from macros.views.monitor.gebied import met_pagina
from macros.views.monitor.kern import Kerncijfer, kern
from macros.views.naam import naar
from macros.views.overleg.besluit import BesluitRij
from macros.views.overleg.kalender import VergaderingRij
from macros.views.regio import raakvlak
from macros.views.regio.bellen import bij_verband
from macros.views.regio.gebieden import VerbandRij, verbandrij
from macros.views.regio.raakvlak import Aanbod, Bronregel


@dataclass(frozen=True, slots=True)
class VerbandPagina:
    """A samenwerkingsverband: what is known, and in words once what is not."""

    naam: Tekst
    uitleg: Tekst
    verband: VerbandRij
    bellen: tuple[Hulprij, ...]
    gemeenten: tuple[Link, ...]
    website: str | None
    website_label: str
    kern: tuple[Kerncijfer, ...]
    cijferpagina: str | None
    aanbod: tuple[Aanbod, ...]
    acties: tuple[ActieRij, ...]
    besluiten: tuple[BesluitRij, ...]
    overleggen: tuple[Link, ...]
    vergaderingen: tuple[VergaderingRij, ...]
    onbekend: tuple[str, ...]
    bronnen: tuple[Bronregel, ...]


@eenmaal
def samenwerkingsverband(blik: Blik, key: str) -> VerbandPagina:
    """The page of the samenwerkingsverband ``key``."""
    one, regio = blik.regio.partijen[key], blik.regio
    bodies = raakvlak.overleggen(regio, key)
    website = one.website if isinstance(one.website, str) else None
    page = VerbandPagina(
        naam=blik.v.tekst(one.naam),
        uitleg=blik.v.tekst(one.uitleg),
        verband=verbandrij(blik, one),
        bellen=bij_verband(blik, key),
        gemeenten=tuple(naar(blik, Gemeente, other) for other in one.gemeenten)
        if isinstance(one.gemeenten, tuple)
        else (),
        website=website,
        website_label=adres_label(website) if website else "",
        kern=kern(blik, key),
        cijferpagina=cijferadres(blik, key) if key in met_pagina(blik) else None,
        aanbod=raakvlak.aanbod(
            blik,
            lambda other: (
                not isinstance(other.samenwerkingsverbanden, Onbekend)
                and key in other.samenwerkingsverbanden
            ),
        ),
        acties=raakvlak.acties(blik, lambda actie: raakvlak.noemt(actie, key)),
        besluiten=raakvlak.besluiten(blik, bodies, key),
        overleggen=tuple(naar(blik, Overleg, body.id) for body in bodies),
        vergaderingen=raakvlak.vergaderingen(blik, bodies),
        onbekend=(),
        bronnen=(),
    )
    return replace(
        page,
        onbekend=tuple(_onbekend(blik, one, page)),
        bronnen=raakvlak.bronregels(_bronnen(blik, one, page)),
    )


def _onbekend(blik: Blik, one: Partij, page: VerbandPagina) -> Iterator[str]:
    """What nobody knows of it, each thing once."""
    v = blik.v
    if page.bellen and not any(not row.landelijk and row.telefoon for row in page.bellen):
        yield v.ui(N_("het nummer om te bellen"))
    if isinstance(one.nummer, Onbekend):
        yield v.ui(N_("het officiële nummer"))
    if isinstance(one.gemeenten, Onbekend):
        yield v.ui(N_("in welke gemeenten van de regio scholen meedoen"))
    if page.website is None:
        yield v.ui(N_("de website"))


def _bronnen(
    blik: Blik, one: Partij, page: VerbandPagina
) -> Iterator[tuple[Tekst | str, HerkomstRij]]:
    """What on the page comes from where."""
    v, own = blik.v, later(blik, one.later_ingevuld)
    yield page.naam, herkomst(blik, one.herkomst)
    for veld, words in (
        ("nummer", N_("het officiële nummer")),
        ("gemeenten", N_("de gemeenten")),
        ("website", N_("de website")),
    ):
        if veld in own:
            yield v.ui(words), own[veld]
    for offer in page.aanbod:
        yield offer.arrangement.titel, offer.herkomst
    for action in page.acties:
        yield v.ui(N_("actie {nummer}"), nummer=action.nummer), action.herkomst
    for decision in page.besluiten:
        yield decision.titel, decision.herkomst
