"""Everything about one municipality on one page.

Not here: all its figures (``monitor.pagina``), or the table of all municipalities (``gebieden``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.model.arrangement import Arrangement
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van, bijpagina_van
from macros.model.hulp import Hulpsoort
from macros.model.overleg.structuur import Overleg
from macros.model.regio import Gemeente, Partij, SoortPartij
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.actie import ActieRij
from macros.views.basis import HerkomstRij, Link, herkomst
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.basis import Bronlijst, bronlijst
from macros.views.monitor.dpia import DpiaRij, dpia
from macros.views.monitor.kern import Kerncijfer, kern
from macros.views.naam import naar
from macros.views.overleg.besluit import BesluitRij
from macros.views.overleg.kalender import VergaderingRij
from macros.views.regio import raakvlak
from macros.views.regio.bellen import Bellen, in_gemeente, zonder_nummer
from macros.views.regio.gebieden import (
    GemeenteRij,
    VerbandRij,
    gemeenterij,
    landelijke_verbanden,
    verbanden,
)
from macros.views.regio.kanaal import van_gemeente
from macros.views.regio.nieuw.verloop import Regel, verloop_in_gemeente
from macros.views.regio.raakvlak import Aanbod, Bronregel

GEEN_NUMMER = {
    Hulpsoort.LEERPLICHT: N_("het nummer van leerplicht"),
    Hulpsoort.LOKAAL_TEAM: N_("het nummer van het lokale team"),
}


@dataclass(frozen=True, slots=True)
class Buurnetwerk:
    """A network of a neighbouring region that the municipality is part of too."""

    naam: Tekst
    uitleg: Tekst
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class GemeentePagina:
    """A municipality: what is known, and in words once what is not.

    ``cijferpagina``: where all its figures are; ``tabel``: the file with them. ``elders``: of how
    many arrangements nobody knows whether they are for children from here. ``feed``: the file by
    which it can be followed.
    """

    naam: Tekst
    bellen: Bellen | None
    plaats: GemeenteRij
    landelijk: tuple[VerbandRij, ...]
    besturen: tuple[Link, ...]
    buurnetwerken: tuple[Buurnetwerk, ...]
    kern: tuple[Kerncijfer, ...]
    cijferpagina: str | None
    tabel: str | None
    aanbod: tuple[Aanbod, ...]
    elders: int
    acties: tuple[ActieRij, ...]
    acties_in_gebied: tuple[ActieRij, ...]
    besluiten: tuple[BesluitRij, ...]
    overleggen: tuple[Link, ...]
    vergaderingen: tuple[VergaderingRij, ...]
    dpia: DpiaRij | None
    onbekend: tuple[str, ...]
    bronnen: tuple[Bronregel, ...]
    cijferbronnen: Bronlijst
    wijzigingen: tuple[Regel, ...]
    feed: str


@eenmaal
def gemeente(blik: Blik, key: str) -> GemeentePagina:
    """The page of the municipality ``key``."""
    one, regio = blik.regio.gemeenten[key], blik.regio
    bodies = raakvlak.overleggen(regio, key)
    around = raakvlak.rondom(regio, key)
    has_figures = any(row.gebied == key for row in regio.cijfers)
    page = GemeentePagina(
        naam=blik.v.naam(one.naam),
        bellen=in_gemeente(blik, key),
        plaats=gemeenterij(blik, one),
        landelijk=landelijke_verbanden(blik),
        besturen=tuple(naar(blik, Partij, board.id) for board in _besturen(blik.regio, key)),
        buurnetwerken=tuple(
            Buurnetwerk(
                blik.v.tekst(other.naam), blik.v.tekst(other.uitleg), herkomst(blik, other.herkomst)
            )
            for other in actief(regio.buurnetwerken)
            if other.gemeente == key
        ),
        kern=kern(blik, key) if has_figures else (),
        cijferpagina=bijpagina_van(Gemeente, key) if has_figures else None,
        tabel=tabelnaam(key) if has_figures else None,
        aanbod=raakvlak.aanbod(blik, lambda other: _is_hier(other, key)),
        elders=sum(
            isinstance(other.gemeenten, Onbekend) and not _is_hier(other, key)
            for other in actief(regio.arrangementen)
        ),
        acties=raakvlak.acties(blik, lambda actie: raakvlak.noemt(actie, key)),
        acties_in_gebied=raakvlak.acties(
            blik,
            lambda actie: raakvlak.geldt_in(regio, actie, key) and not raakvlak.noemt(actie, key),
        ),
        besluiten=raakvlak.besluiten(blik, around, key),
        overleggen=tuple(naar(blik, Overleg, body.id) for body in bodies),
        vergaderingen=raakvlak.vergaderingen(blik, around),
        dpia=dpia(blik, one) if regio.dpias else None,
        onbekend=(),
        bronnen=(),
        cijferbronnen=(),
        wijzigingen=verloop_in_gemeente(blik, key),
        feed=van_gemeente(key),
    )
    return replace(
        page,
        onbekend=tuple(_onbekend(blik, page)),
        bronnen=raakvlak.bronregels(_bronnen(blik, one, page)),
        cijferbronnen=bronlijst(
            blik, dict.fromkeys(key for row in page.kern for key in row.bronnen)
        ),
    )


def _onbekend(blik: Blik, page: GemeentePagina) -> Iterator[str]:
    """What nobody knows of this municipality, of what the region does have."""
    v, regio = blik.v, blik.regio
    for soort in zonder_nummer(blik, page.plaats.id):
        yield v.ui(GEEN_NUMMER[soort])
    if not page.plaats.verbanden and any(verbanden(regio)):
        yield v.ui(N_("welk samenwerkingsverband hier werkt"))
    if not page.besturen and any(
        one.soort is SoortPartij.SCHOOLBESTUUR for one in actief(regio.partijen)
    ):
        yield v.ui(N_("welke schoolbesturen hier scholen hebben"))
    if page.kern and not any(row.uitleg for row in page.kern):
        yield v.ui(N_("wat de gemeente zelf over deze cijfers zegt"))
    for row in page.kern:
        if row.is_aandeel and row.waarvan is None:
            yield v.ui(N_("waarvan {cijfer} een deel is"), cijfer=f"'{row.indicator.titel}'")
    if regio.indicatoren and not page.kern:
        yield v.ui(N_("cijfers over deze gemeente"))
    if page.elders:
        yield v.aantal(
            page.elders,
            "of kinderen van hier terechtkunnen bij {n} arrangement ergens anders",
            "of kinderen van hier terechtkunnen bij {n} arrangementen ergens anders",
        )
    if regio.overleggen and not page.vergaderingen:
        yield v.ui(N_("wanneer de volgende vergadering is"))
    if page.dpia and page.dpia.stand is None:
        yield v.ui(N_("hoe ver de gemeente is met de DPIA"))


def _bronnen(
    blik: Blik, one: Gemeente, page: GemeentePagina
) -> Iterator[tuple[Tekst | str, HerkomstRij]]:
    """What on the page comes from where."""
    v = blik.v
    yield v.ui(N_("code en provincie")), herkomst(blik, one.herkomst)
    for row in (*page.plaats.verbanden, *page.landelijk):
        yield row.verband.titel, row.herkomst
        if row.nummer_herkomst and row.nummer_herkomst != row.herkomst:
            yield v.ui(N_("nummer {nummer}"), nummer=row.nummer or ""), row.nummer_herkomst
    for area in actief(blik.regio.werkingsgebieden):
        yield v.tekst(area.naam), herkomst(blik, area.herkomst)
    for board in _besturen(blik.regio, one.id):
        yield v.tekst(board.naam), herkomst(blik, board.herkomst)
    for near in page.buurnetwerken:
        yield near.naam, near.herkomst
    for offer in page.aanbod:
        yield offer.arrangement.titel, offer.herkomst
    for action in page.acties:
        yield v.ui(N_("actie {nummer}"), nummer=action.nummer), action.herkomst
    for decision in page.besluiten:
        yield decision.titel, decision.herkomst
    if page.dpia and page.dpia.herkomst:
        yield v.ui(N_("de DPIA")), page.dpia.herkomst


def tabelnaam(key: str) -> str:
    """What the files with the figures of a municipality are called."""
    return adres_van(Gemeente, key).removesuffix("/")


def _besturen(regio: Regio, key: str) -> list[Partij]:
    """The school boards that a source names here."""
    return [
        one
        for one in actief(regio.partijen)
        if one.soort is SoortPartij.SCHOOLBESTUUR
        and isinstance(one.gemeenten, tuple)
        and key in one.gemeenten
    ]


def _is_hier(one: Arrangement, key: str) -> bool:
    """Whether an arrangement stands in the municipality, or is for children from it."""
    for_it = not isinstance(one.gemeenten, Onbekend) and key in one.gemeenten
    return for_it or one.gemeente_locatie == key
