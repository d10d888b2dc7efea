"""Addresses and labels that the pages of this area share."""

from __future__ import annotations

from macros.model.arrangement import (
    Afwijking,
    Arrangement,
    Arrangementvorm,
    Capaciteit,
    Deelname,
    Doelgroep,
    Geldstroom,
    Inschrijving,
    Lesthema,
    SoortArrangement,
    SoortBevinding,
    ToestandArrangement,
)
from macros.tekst import N_
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.naam import naar

INVULBLAD = "data/v1/arrangement-invulblad.xlsx"

SOORT = {
    SoortArrangement.OZA: N_("onderwijszorgarrangement"),
    SoortArrangement.PILOT: N_("proef (pilot), geen arrangement"),
}
VORM = {
    Arrangementvorm.ZORG_OP_SCHOOL: N_("zorg op school"),
    Arrangementvorm.ONDERWIJS_IN_ZORG: N_("onderwijs op een zorglocatie"),
    Arrangementvorm.COLLECTIEF: N_("vaste groep voor onderwijs en zorg"),
}
TOESTAND = {
    ToestandArrangement.IDEE: N_("idee"),
    ToestandArrangement.GEPLAND: N_("gepland"),
    ToestandArrangement.LOPEND: N_("loopt"),
    ToestandArrangement.GESTOPT: N_("gestopt"),
}
DOELGROEP = {
    Doelgroep.AUTISME: N_("autisme"),
    Doelgroep.GEDRAG: N_("gedrag"),
    Doelgroep.PSYCHISCH: N_("psychische problemen"),
    Doelgroep.VERSTANDELIJK: N_("verstandelijke beperking"),
    Doelgroep.LICHAMELIJK: N_("lichamelijke beperking of ziekte"),
    Doelgroep.MEERVOUDIG: N_("ernstige meervoudige beperking"),
    Doelgroep.THUISZITTEND: N_("niet naar school"),
    Doelgroep.ANDERS: N_("anders of algemeen"),
}
GELDSTROOM = {
    Geldstroom.ONDERWIJS: N_("onderwijsbekostiging"),
    Geldstroom.SWV: N_("samenwerkingsverband"),
    Geldstroom.JEUGDWET: N_("Jeugdwet (gemeente)"),
    Geldstroom.WLZ: N_("Wet langdurige zorg"),
    Geldstroom.ZVW: N_("Zorgverzekeringswet"),
    Geldstroom.OVERIG: N_("overig"),
}
INSCHRIJVING = {
    Inschrijving.INGESCHREVEN: N_("het kind staat ingeschreven op een school"),
    Inschrijving.VRIJSTELLING: N_("het kind heeft een vrijstelling"),
    Inschrijving.BEIDE: N_("het kan allebei"),
}
DEELNAME = {Deelname.JA: N_("doet mee"), Deelname.NEE: N_("doet niet mee")}
AFWIJKING = {
    Afwijking.LOCATIE: N_("locatie"),
    Afwijking.BEKOSTIGING: N_("bekostiging"),
    Afwijking.INHOUD: N_("inhoud"),
    Afwijking.TIJD: N_("tijd"),
}
CAPACITEIT = {
    Capaciteit.TOT_10: N_("minder dan 10 plaatsen"),
    Capaciteit.TOT_25: N_("10 tot en met 24 plaatsen"),
    Capaciteit.TOT_50: N_("25 tot en met 49 plaatsen"),
    Capaciteit.VANAF_50: N_("50 plaatsen of meer"),
}
BEVINDING = {
    SoortBevinding.HEBBEN: N_("Wat hebben we?"),
    SoortBevinding.MIST: N_("Wat mist er?"),
    SoortBevinding.ANDERS: N_("Wat moet anders?"),
}
LESTHEMA = {
    Lesthema.SAMENWERKEN: N_("Samenwerken en vertrouwen"),
    Lesthema.STUREN: N_("Sturen en besluiten"),
    Lesthema.GRIJS_GEBIED: N_("Het grijze gebied"),
    Lesthema.GELD: N_("Geld"),
    Lesthema.OUDERS: N_("Ouders en kinderen"),
    Lesthema.DATA: N_("Cijfers en leren"),
    Lesthema.ARRANGEMENTEN: N_("Onderwijszorgarrangementen"),
}

ONBEKEND_WOORD = {
    "eerste_stap": N_("hoe je een kind aanmeldt"),
    "toestand": N_("of het er nu is"),
    "vorm": N_("welke vorm het heeft"),
    "sectoren": N_("voor welke scholen het is"),
    "gemeenten": N_("uit welke gemeenten kinderen er terechtkunnen"),
    "locatie": N_("waar het is"),
    "gemeente_locatie": N_("in welke gemeente het is"),
    "doelgroep": N_("voor wie het is"),
    "doelgroepen": N_("voor welke kinderen het is"),
    "leeftijd": N_("voor welke leeftijd het is"),
    "doelstelling": N_("wat het wil bereiken"),
    "inhoud": N_("wat kinderen er doen"),
    "expertise": N_("welke deskundigen er werken"),
    "financiering": N_("wie wat betaalt"),
    "opbrengsten": N_("wat het oplevert"),
    "samenwerkingsverbanden": N_("welke samenwerkingsverbanden meedoen"),
    "aanbieders": N_("wie het uitvoert"),
    "inschrijving": N_("of het kind op een school staat ingeschreven"),
    "experiment": N_("of het meedoet aan het landelijke experiment"),
    "capaciteit": N_("hoeveel plaatsen er zijn"),
    "contact": N_("wie er meer van weet"),
}
"""How a sentence calls what is unknown, by field."""


def arrangement_links(blik: Blik, keys: tuple[str, ...]) -> tuple[Link, ...]:
    """Links to arrangements."""
    return tuple(naar(blik, Arrangement, key) for key in keys)
