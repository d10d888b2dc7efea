"""The page of one arrangement: the seven fields of the agenda, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.agenda import Speerpunt
from macros.model.arrangement import Arrangement, Les, SoortArrangement
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import pad_van
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.arrangement.basis import (
    AFWIJKING,
    CAPACITEIT,
    DEELNAME,
    DOELGROEP,
    GELDSTROOM,
    INSCHRIJVING,
    ONBEKEND_WOORD,
    SOORT,
    VORM,
)
from macros.views.arrangement.overzicht import (
    K,
    gemeentenamen,
    plaats,
    sectornamen,
    toestand,
    woorden,
)
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk
from macros.views.blik import Blik
from macros.views.naam import naar, naar_partij
from macros.views.onbekend import onbekende_velden
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record


@dataclass(frozen=True, slots=True)
class BetalerRij:
    """A stream of money; ``aandeel`` in percent, None when no source tells."""

    naam: str
    aandeel: int | None
    toelichting: Tekst | None


@dataclass(frozen=True, slots=True)
class ArrangementPagina:
    """Everything on the page of one arrangement; None is unknown, and ``onbekend`` says it all in
    one sentence.
    """

    titel: Tekst
    soort: str
    is_pilot: bool
    samen: Tekst
    eerste_stap: Tekst | None
    voor_ouders: Tekst
    toestand: str | None
    locatie: Tekst | None
    gemeente_locatie: str | None
    doelgroep: Tekst | None
    doelgroepen: str | None
    leeftijd: Tekst | None
    doelstelling: Tekst | None
    inhoud: Tekst | None
    expertise: tuple[Tekst, ...] | None
    betalers: tuple[BetalerRij, ...] | None
    opbrengsten: Tekst | None
    vorm: str | None
    sectoren: str | None
    gemeenten: str | None
    samenwerkingsverbanden: tuple[Link, ...] | None
    aanbieders: str | None
    inschrijving: str | None
    experiment: str | None
    afwijkingen: str
    capaciteit: str | None
    contact: Tekst | None
    speerpunten: tuple[Link, ...]
    lessen: tuple[Link, ...]
    onbekend: str
    herkomst: HerkomstRij
    wijzigingen: tuple[Regel, ...]


def _woord(v: Vertaler, labels: Mapping[K, str], value: K | Onbekend) -> str | None:
    return None if isinstance(value, Onbekend) else v.ui(labels[value])


def arrangement(blik: Blik, key: str) -> ArrangementPagina:
    """The page of the arrangement ``key``."""
    one = blik.regio.arrangementen[key]
    return ArrangementPagina(
        titel=blik.v.tekst(one.titel),
        soort=blik.v.ui(SOORT[one.soort]),
        is_pilot=one.soort is SoortArrangement.PILOT,
        samen=blik.v.tekst(one.samen),
        eerste_stap=mogelijk(blik.v, one.eerste_stap),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        toestand=toestand(blik, one),
        locatie=mogelijk(blik.v, one.locatie),
        gemeente_locatie=plaats(blik, one),
        doelgroep=mogelijk(blik.v, one.doelgroep),
        doelgroepen=woorden(blik.v, DOELGROEP, one.doelgroepen),
        leeftijd=mogelijk(blik.v, one.leeftijd),
        doelstelling=mogelijk(blik.v, one.doelstelling),
        inhoud=mogelijk(blik.v, one.inhoud),
        expertise=None
        if isinstance(one.expertise, Onbekend)
        else tuple(blik.v.tekst(text) for text in one.expertise),
        betalers=None
        if isinstance(one.financiering, Onbekend)
        else tuple(
            BetalerRij(
                blik.v.ui(GELDSTROOM[deel.stroom]),
                deel.aandeel,
                blik.v.tekst(deel.toelichting) if deel.toelichting else None,
            )
            for deel in one.financiering
        ),
        opbrengsten=mogelijk(blik.v, one.opbrengsten),
        vorm=_woord(blik.v, VORM, one.vorm),
        sectoren=sectornamen(blik.v, one),
        gemeenten=gemeentenamen(blik, one),
        samenwerkingsverbanden=None
        if isinstance(one.samenwerkingsverbanden, Onbekend)
        else tuple(naar_partij(blik, item) for item in one.samenwerkingsverbanden),
        aanbieders=None
        if isinstance(one.aanbieders, Onbekend)
        else blik.v.opsomming(list(one.aanbieders)),
        inschrijving=_woord(blik.v, INSCHRIJVING, one.inschrijving),
        experiment=_woord(blik.v, DEELNAME, one.experiment),
        afwijkingen=woorden(blik.v, AFWIJKING, one.afwijkingen) or "",
        capaciteit=_woord(blik.v, CAPACITEIT, one.capaciteit),
        contact=mogelijk(blik.v, one.contact),
        speerpunten=tuple(naar(blik, Speerpunt, item) for item in one.speerpunten),
        lessen=tuple(
            naar(blik, Les, les.id) for les in actief(blik.regio.lessen) if key in les.arrangementen
        ),
        onbekend=onbekende_velden(blik.v, one, ONBEKEND_WOORD),
        herkomst=herkomst(blik, one.herkomst),
        wijzigingen=verloop_van_record(blik, pad_van(Arrangement, one.id), one.wijzigingen),
    )
