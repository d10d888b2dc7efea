"""The page of one onderdeel: together and the first step first, what is not known last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis import Datum, Onbekend, actief
from macros.model.geheel import Regio
from macros.model.samenwerking import Onderdeel, Stap, Uitspraak
from macros.model.walk import leaves
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.basis import N_, HerkomstRij, herkomst, mogelijk, mogelijke_datum
from macros.views.samenwerking.basis import (
    ArtikelLink,
    CelRij,
    EersteStapRij,
    Verwijzing,
    artikelen,
    cellen,
    eerste_stap,
    instantie,
    onderdeel_link,
    sectoren_label,
    toestand_label,
    uitspraak_pad,
    wat_ontbreekt,
)
from macros.views.samenwerking.matrix import themanaam


@dataclass(frozen=True, slots=True)
class StapRij:
    """A step. ``na`` is the id of the step it follows; the first has none."""

    id: str
    als: Tekst | None
    wie: Tekst | None
    wat: Tekst
    na: str | None


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
class UitspraakLink:
    """A ruling where it has a consequence."""

    ecli: str
    instantie: Tekst
    datum: str
    onderwerp: Tekst
    wat: Tekst
    pad: str
    achterhaald: bool


@dataclass(frozen=True, slots=True)
class OnderdeelPagina:
    """Everything on the page of one onderdeel. None is unknown."""

    code: str
    titel: Tekst
    gewone_titel: Tekst
    thema: Tekst
    toestand: str
    toestand_label: str
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
    wet: Tekst | None
    artikelen: tuple[ArtikelLink, ...]
    spanningen: tuple[SpanningRij, ...]
    uitspraken: tuple[UitspraakLink, ...]
    voorbeelden: tuple[Tekst, ...]
    synoniemen: tuple[str, ...]
    verwant: tuple[Verwijzing, ...]
    vastgesteld_op: str | None
    gecontroleerd_op: str | None
    geldig_tot: str | None
    herzien: tuple[str, ...]
    herkomst: HerkomstRij
    wijzigingen: tuple[tuple[str, Tekst], ...]
    onbekend: tuple[str, ...]
    vragen: tuple[Tekst, ...]


def onderdeel(regio: Regio, v: Vertaler, key: str, vandaag: Datum) -> OnderdeelPagina:
    """The page of the onderdeel ``key``."""
    one = regio.onderdelen[key]
    return OnderdeelPagina(
        code=one.code,
        titel=v.tekst(one.titel),
        gewone_titel=v.tekst(one.titel_voor_ouders),
        thema=themanaam(v, regio.themas[one.thema]),
        toestand=str(one.toestand.value),
        toestand_label=toestand_label(v, one.toestand),
        is_grijs=one.toestand == "grijs-gebied",
        sectoren=sectoren_label(v, one.sectoren),
        samen=mogelijk(v, one.samen),
        eerste_stap=eerste_stap(regio, v, one.eerste_stap),
        voor_ouders=v.tekst(one.voor_ouders),
        waar_gaat_het_over=mogelijk(v, one.waar_gaat_het_over),
        routes=tuple(_routes(regio, v, one)),
        scholen_bekend=not isinstance(one.routes, Onbekend),
        gemeente_bekend=not isinstance(one.gemeente, Onbekend),
        cellen=cellen(regio, v, one),
        wet=mogelijk(v, one.wet),
        artikelen=artikelen(regio, v, one.artikelen),
        spanningen=spanningen(regio, v, one),
        uitspraken=tuple(_uitspraken(regio, v, key)),
        voorbeelden=tuple(v.tekst(example.tekst) for example in one.voorbeelden),
        synoniemen=one.synoniemen,
        verwant=tuple(onderdeel_link(regio, v, other) for other in one.verwant),
        vastgesteld_op=mogelijke_datum(v, one.vastgesteld_op),
        gecontroleerd_op=mogelijke_datum(v, one.gecontroleerd_op),
        geldig_tot=mogelijke_datum(v, one.geldig_tot),
        herzien=te_herzien(regio, v, one, vandaag),
        herkomst=herkomst(regio, v, one.herkomst),
        wijzigingen=tuple((v.datum(w.datum), v.tekst(w.wat)) for w in one.wijzigingen),
        onbekend=tuple(wat_ontbreekt(regio, v, one, leaf) for leaf in leaves(one) if leaf.onbekend),
        vragen=tuple(v.tekst(text) for text in one.vragen),
    )


def _routes(regio: Regio, v: Vertaler, one: Onderdeel) -> Iterator[RouteRij]:
    """The routes of the schools, then that of the municipality."""
    for index, route in enumerate(() if isinstance(one.routes, Onbekend) else one.routes, start=1):
        kop = v.opsomming([str(sector) for sector in route.sectoren])
        found = herkomst(regio, v, route.herkomst)
        yield RouteRij(f"route-{index}", kop, _stappen(v, route.stappen), found)
    if not isinstance(one.gemeente, Onbekend):
        found = herkomst(regio, v, one.gemeente.herkomst)
        stappen = _stappen(v, one.gemeente.stappen)
        yield RouteRij("route-gemeente", v.ui(N_("De gemeente")), stappen, found)


def _stappen(v: Vertaler, stappen: tuple[Stap, ...]) -> tuple[StapRij, ...]:
    """A step without ``na`` follows the one above it."""
    before: tuple[str | None, ...] = (None, *(stap.id for stap in stappen))
    return tuple(
        StapRij(
            id=stap.id,
            als=v.tekst(stap.als) if stap.als else None,
            wie=mogelijk(v, stap.wie),
            wat=v.tekst(stap.wat),
            na=stap.na or previous,
        )
        for stap, previous in zip(stappen, before, strict=False)
    )


def spanningen(regio: Regio, v: Vertaler, one: Onderdeel) -> tuple[SpanningRij, ...]:
    """Where the agreement and the law do not say the same."""
    return tuple(
        SpanningRij(
            v.tekst(item.afspraak),
            v.tekst(item.wet),
            artikelen(regio, v, item.artikelen),
            herkomst(regio, v, item.herkomst),
        )
        for item in one.spanningen
    )


def artikelen_bij(one: Onderdeel) -> tuple[str, ...]:
    """The id of every article that an onderdeel names, also where agreement and law differ."""
    return (*one.artikelen, *(key for item in one.spanningen for key in item.artikelen))


def uitspraken_over(regio: Regio, key: str) -> Iterator[tuple[Uitspraak, str]]:
    """Every ruling with a consequence for an onderdeel or legal frame, newest first."""
    rulings = sorted(actief(regio.uitspraken), key=lambda u: u.uitgesproken_op.begin, reverse=True)
    for uitspraak in rulings:
        for gevolg in uitspraak.gevolgen:
            if gevolg.voor == key:
                yield uitspraak, gevolg.wat


def _uitspraken(regio: Regio, v: Vertaler, key: str) -> Iterator[UitspraakLink]:
    for uitspraak, wat in uitspraken_over(regio, key):
        yield UitspraakLink(
            ecli=uitspraak.ecli,
            instantie=v.titel(instantie(uitspraak)),
            datum=v.datum(uitspraak.uitgesproken_op),
            onderwerp=v.tekst(uitspraak.onderwerp),
            wat=v.tekst(wat),
            pad=uitspraak_pad(uitspraak.id),
            achterhaald=uitspraak.achterhaald_door is not None,
        )


def te_herzien(regio: Regio, v: Vertaler, one: Onderdeel, vandaag: Datum) -> tuple[str, ...]:
    """Why an onderdeel must be looked at again; empty when there is no reason.

    A law or ruling counts as newer than the last check or, when nobody knows that, than the source.
    """
    checked = one.gecontroleerd_op
    redenen = []
    if isinstance(checked, Onbekend):
        since = one.herkomst.peildatum
        zin = N_("Niet bekend is wanneer dit voor het laatst is nagekeken; de bron is van {datum}.")
        redenen.append(v.ui(zin, datum=v.datum(since)))
    else:
        since = checked
    for uitspraak, _ in uitspraken_over(regio, one.id):
        if uitspraak.uitgesproken_op.begin > since.einde:
            zin = N_("Uitspraak {ecli} van {datum} is nieuwer.")
            datum = v.datum(uitspraak.uitgesproken_op)
            redenen.append(v.ui(zin, ecli=uitspraak.ecli, datum=datum))
    for key in dict.fromkeys(regio.artikelen[artikel].wet for artikel in artikelen_bij(one)):
        wet = regio.wetten[key]
        if isinstance(wet.gewijzigd_op, Datum) and wet.gewijzigd_op.begin > since.einde:
            zin = N_("De {wet} is daarna gewijzigd, op {datum}.")
            redenen.append(v.ui(zin, wet=wet.naam, datum=v.datum(wet.gewijzigd_op)))
    if isinstance(one.geldig_tot, Datum) and one.geldig_tot.einde < vandaag.begin:
        zin = N_("De afspraak gold tot {datum}.")
        redenen.append(v.ui(zin, datum=v.datum(one.geldig_tot)))
    return tuple(redenen)
