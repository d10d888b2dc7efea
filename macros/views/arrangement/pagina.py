"""The page of one arrangement: the seven fields of the agenda, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.arrangement import SoortArrangement
from macros.model.basis import Onbekend, actief
from macros.model.geheel import Regio
from macros.model.walk import first_sentence, leaves
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.agenda import speerpunt_pad
from macros.views.arrangement.basis import (
    AFWIJKING,
    CAPACITEIT,
    DEELNAME,
    DOELGROEP,
    GELDSTROOM,
    INSCHRIJVING,
    LEREN,
    SOORT,
    VORM,
)
from macros.views.arrangement.overzicht import K, gemeentenamen, sectornamen, toestand, woorden
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk, partijnaam


@dataclass(frozen=True, slots=True)
class BetalerRij:
    """A stream of money; ``aandeel`` in percent, None when no source tells."""

    naam: str
    aandeel: int | None
    toelichting: Tekst | None


@dataclass(frozen=True, slots=True)
class ArrangementPagina:
    """Everything on the page of one arrangement; None is unknown."""

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
    onbekend: tuple[str, ...]
    herkomst: HerkomstRij
    wijzigingen: tuple[tuple[str, Tekst], ...]


def _woord(v: Vertaler, labels: Mapping[K, str], value: K | Onbekend) -> str | None:
    return None if isinstance(value, Onbekend) else v.ui(labels[value])


def arrangement(regio: Regio, v: Vertaler, key: str) -> ArrangementPagina:
    """The page of the arrangement ``key``."""
    one = regio.arrangementen[key]
    return ArrangementPagina(
        titel=v.tekst(one.titel),
        soort=v.ui(SOORT[one.soort]),
        is_pilot=one.soort is SoortArrangement.PILOT,
        samen=v.tekst(one.samen),
        eerste_stap=mogelijk(v, one.eerste_stap),
        voor_ouders=v.tekst(one.voor_ouders),
        toestand=toestand(v, one),
        locatie=mogelijk(v, one.locatie),
        gemeente_locatie=None
        if isinstance(one.gemeente_locatie, Onbekend)
        else regio.gemeenten[one.gemeente_locatie].naam,
        doelgroep=mogelijk(v, one.doelgroep),
        doelgroepen=woorden(v, DOELGROEP, one.doelgroepen),
        doelstelling=mogelijk(v, one.doelstelling),
        inhoud=mogelijk(v, one.inhoud),
        expertise=None
        if isinstance(one.expertise, Onbekend)
        else tuple(v.tekst(text) for text in one.expertise),
        betalers=None
        if isinstance(one.financiering, Onbekend)
        else tuple(
            BetalerRij(
                v.ui(GELDSTROOM[deel.stroom]),
                deel.aandeel,
                v.tekst(deel.toelichting) if deel.toelichting else None,
            )
            for deel in one.financiering
        ),
        opbrengsten=mogelijk(v, one.opbrengsten),
        vorm=_woord(v, VORM, one.vorm),
        sectoren=sectornamen(v, one),
        gemeenten=gemeentenamen(regio, v, one),
        samenwerkingsverbanden=None
        if isinstance(one.samenwerkingsverbanden, Onbekend)
        else tuple(
            Link(partijnaam(regio, v, item), f"regio/#{item}")
            for item in one.samenwerkingsverbanden
        ),
        aanbieders=None
        if isinstance(one.aanbieders, Onbekend)
        else v.opsomming(list(one.aanbieders)),
        inschrijving=_woord(v, INSCHRIJVING, one.inschrijving),
        experiment=_woord(v, DEELNAME, one.experiment),
        afwijkingen=woorden(v, AFWIJKING, one.afwijkingen) or "",
        capaciteit=_woord(v, CAPACITEIT, one.capaciteit),
        contact=mogelijk(v, one.contact),
        speerpunten=tuple(
            Link(v.tekst(regio.speerpunten[item].titel), speerpunt_pad(item))
            for item in one.speerpunten
        ),
        lessen=tuple(
            Link(v.tekst(les.titel), f"{LEREN}#{les.id}")
            for les in actief(regio.lessen)
            if key in les.arrangementen
        ),
        onbekend=tuple(v.ui(first_sentence(leaf.uitleg)) for leaf in leaves(one) if leaf.onbekend),
        herkomst=herkomst(regio, v, one.herkomst),
        wijzigingen=tuple((v.datum(w.datum), v.tekst(w.wat)) for w in one.wijzigingen),
    )
