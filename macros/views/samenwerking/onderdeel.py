"""The page of one onderdeel: together and the first step first, what is not known last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Status
from macros.model.geheel import pad_van
from macros.model.samenwerking.onderdeel import Onderdeel, Stap, Toestand
from macros.model.walk import first_sentence, gelopen
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, later, mogelijk, mogelijke_datum
from macros.views.blik import Blik
from macros.views.naam import naar, themanaam
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record
from macros.views.samenwerking.basis import (
    ArtikelLink,
    Betaalt,
    CelRij,
    EersteStapRij,
    UitspraakLink,
    artikelen,
    betaalt,
    bronadres,
    cellen,
    eerste_stap,
    sectoren_label,
    sitenaam,
    toestand_label,
    uitspraken,
    wat_ontbreekt,
)
from macros.views.samenwerking.herziening import te_herzien


@dataclass(frozen=True, slots=True)
class StapRij:
    """A step. ``na`` is the id of the step it follows; the first has none.

    ``volgt_op`` is the number of that step, when it is not the one just above.
    """

    id: str
    volgt_op: int | None
    als: Tekst | None
    wie: Tekst | None
    wat: Tekst
    na: str | None
    herkomst: HerkomstRij | None = None


@dataclass(frozen=True, slots=True)
class RouteRij:
    """A route: ``kop`` says for whom; ``naam`` is its name inside the page."""

    naam: str
    kop: str
    stappen: tuple[StapRij, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class SpanningRij:
    """Where agreement and law do not say the same."""

    afspraak: Tekst
    wet: Tekst
    artikelen: tuple[ArtikelLink, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class OnderdeelPagina:
    """Everything on the page of one onderdeel. None is unknown.

    ``melding`` is what a report about it is called: in Dutch, for who reads the reports. ``adres``
    is where the model itself has it, and ``later`` has what became known later, each in words.
    """

    code: str
    melding: str
    titel: Tekst
    gewone_titel: Tekst
    thema: Tekst
    toestand: str | None
    is_grijs: bool
    sectoren: str | None
    samen: Tekst | None
    eerste_stap: EersteStapRij | None
    voor_ouders: Tekst
    waar_gaat_het_over: Tekst | None
    routes: tuple[RouteRij, ...]
    scholen_bekend: bool
    gemeente_bekend: bool
    cellen: tuple[CelRij, ...]
    betaalt: Betaalt
    wet: Tekst | None
    artikelen: tuple[ArtikelLink, ...]
    spanningen: tuple[SpanningRij, ...]
    uitspraken: tuple[UitspraakLink, ...]
    voorbeelden: tuple[Tekst, ...]
    synoniemen: tuple[str, ...]
    verwant: tuple[Link, ...]
    vastgesteld_op: str | None
    gecontroleerd_op: str | None
    geldig_tot: str | None
    herzien: tuple[str, ...]
    herkomst: HerkomstRij
    adres: str
    adres_label: str
    later: tuple[tuple[str, HerkomstRij], ...]
    wijzigingen: tuple[Regel, ...]
    onbekend: tuple[str, ...]
    vragen: tuple[Tekst, ...]


def onderdeel(blik: Blik, key: str) -> OnderdeelPagina:
    """The page of the onderdeel ``key``."""
    one = blik.regio.onderdelen[key]
    adres = bronadres(blik, one.herkomst)
    return OnderdeelPagina(
        code=one.code,
        melding=f"{one.code}. {one.titel}",
        titel=blik.v.tekst(one.titel),
        gewone_titel=blik.v.tekst(one.titel_voor_ouders),
        thema=themanaam(blik.v, blik.regio.themas[one.thema]),
        toestand=None
        if isinstance(one.toestand, Onbekend)
        else toestand_label(blik.v, one.toestand),
        is_grijs=one.toestand is Toestand.GRIJS_GEBIED,
        sectoren=sectoren_label(blik.v, one.sectoren),
        samen=mogelijk(blik.v, one.samen),
        eerste_stap=eerste_stap(blik, one.eerste_stap),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        waar_gaat_het_over=mogelijk(blik.v, one.waar_gaat_het_over),
        routes=tuple(_routes(blik, one)),
        scholen_bekend=not isinstance(one.routes, Onbekend),
        gemeente_bekend=not isinstance(one.gemeente, Onbekend),
        cellen=cellen(blik, one),
        betaalt=betaalt(blik, one),
        wet=mogelijk(blik.v, one.wet),
        artikelen=artikelen(blik, one.artikelen),
        spanningen=spanningen(blik, one),
        uitspraken=uitspraken(blik, key),
        voorbeelden=tuple(blik.v.tekst(example.tekst) for example in one.voorbeelden),
        synoniemen=one.synoniemen,
        verwant=tuple(naar(blik, Onderdeel, other) for other in one.verwant),
        vastgesteld_op=mogelijke_datum(blik.v, one.vastgesteld_op),
        gecontroleerd_op=mogelijke_datum(blik.v, one.gecontroleerd_op),
        geldig_tot=mogelijke_datum(blik.v, one.geldig_tot),
        herzien=te_herzien(blik, one) if one.status is Status.ACTIEF else (),
        herkomst=herkomst(blik, one.herkomst),
        adres=adres,
        adres_label=sitenaam(adres),
        later=tuple(
            (blik.v.ui(first_sentence(Onderdeel.model_fields[veld].description or "")), bron)
            for veld, bron in later(blik, one.later_ingevuld).items()
        ),
        wijzigingen=verloop_van_record(blik, pad_van(Onderdeel, one.id), one.wijzigingen),
        onbekend=tuple(wat_ontbreekt(blik, one, leaf) for leaf in gelopen(one) if leaf.onbekend),
        vragen=tuple(blik.v.tekst(text) for text in one.vragen),
    )


def _routes(blik: Blik, one: Onderdeel) -> Iterator[RouteRij]:
    """The routes of the schools, then that of the municipality."""
    for index, route in enumerate(() if isinstance(one.routes, Onbekend) else one.routes, start=1):
        kop = blik.v.opsomming([str(sector) for sector in route.sectoren])
        found = herkomst(blik, route.herkomst)
        yield RouteRij(f"route-{index}", kop, _stappen(blik, route.stappen), found)
    if not isinstance(one.gemeente, Onbekend):
        found = herkomst(blik, one.gemeente.herkomst)
        stappen = _stappen(blik, one.gemeente.stappen)
        yield RouteRij("route-gemeente", blik.v.ui(N_("De gemeente")), stappen, found)


def _stappen(blik: Blik, stappen: tuple[Stap, ...]) -> tuple[StapRij, ...]:
    """A step without ``na`` follows the one above it."""
    ids = [stap.id for stap in stappen]
    rows = []
    for index, stap in enumerate(stappen):
        above = ids[index - 1] if index else None
        rows.append(
            StapRij(
                id=stap.id,
                volgt_op=ids.index(stap.na) + 1 if stap.na and stap.na != above else None,
                als=blik.v.tekst(stap.als) if stap.als else None,
                wie=mogelijk(blik.v, stap.wie),
                wat=blik.v.tekst(stap.wat),
                na=stap.na or above,
                herkomst=herkomst(blik, stap.herkomst) if stap.herkomst else None,
            )
        )
    return tuple(rows)


def spanningen(blik: Blik, one: Onderdeel) -> tuple[SpanningRij, ...]:
    """Where the agreement and the law do not say the same."""
    return tuple(
        SpanningRij(
            blik.v.tekst(item.afspraak),
            blik.v.tekst(item.wet),
            artikelen(blik, item.artikelen),
            herkomst(blik, item.herkomst),
        )
        for item in one.spanningen
    )
