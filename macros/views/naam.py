"""What a record is called where a page names it, and a link to it.

A record is called by the field that the table of kinds names; what is called otherwise stands here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, singledispatch

from macros.model.agenda import Actie, Agenda, Speerpunt
from macros.model.basis.record import Deel, Status
from macros.model.basis.tekst import Tekstsoort
from macros.model.geheel import adres_van, bijpagina_van, pagina_van, soort_van
from macros.model.monitor.duiding import Dpia
from macros.model.overleg.structuur import Overleg
from macros.model.regio import Gemeente, Partij, SoortPartij
from macros.model.samenwerking.onderdeel import Onderdeel, Thema
from macros.model.samenwerking.recht import Artikel, Uitspraak
from macros.model.walk import tekstsoort
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import Link, mogelijk, partijnaam
from macros.views.blik import Blik


@singledispatch
def naam_van(record: Deel, blik: Blik) -> Tekst:
    """What the site calls a record."""
    soort = soort_van(type(record))
    text = str(getattr(record, soort.titel))
    return blik.v.tekst(text) if _vertaald(soort.type, soort.titel) else blik.v.titel(text)


@cache
def _vertaald(kind: type[Deel], veld: str) -> bool:
    return tekstsoort(kind, veld) is not Tekstsoort.NAAM


def naar(blik: Blik, kind: type[Deel], key: str) -> Link:
    """A link to a record by its id."""
    return Link(naam_van(blik.regio.groep(soort_van(kind))[key], blik), plek(blik, kind, key))


def plek(blik: Blik, kind: type[Deel], key: str) -> str:
    """Where readers find most about a record: its page, if it has one beside a place on a list."""
    if kind is Partij and heeft_pagina(blik.regio.partijen[key]):
        return bijpagina_van(Partij, key)
    if kind is Agenda and key == blik.regio.editie:
        return pagina_van(Agenda)
    return adres_van(kind, key)


def heeft_pagina(one: Partij) -> bool:
    """Whether a party has a page beside its place among the others."""
    return one.soort is SoortPartij.SAMENWERKINGSVERBAND and one.status is Status.ACTIEF


@naam_van.register
def _(one: Gemeente, blik: Blik) -> Tekst:
    return blik.v.naam(one.naam)


@naam_van.register
def _(one: Dpia, blik: Blik) -> Tekst:
    return naam_van(blik.regio.gemeenten[one.gemeente], blik)


@naam_van.register
def _(one: Speerpunt, blik: Blik) -> Tekst:
    """With the years of its agenda, when that is not the one that counts."""
    titel = blik.v.tekst(one.titel)
    other = blik.regio.agendas.get(one.agenda) if one.agenda != blik.regio.editie else None
    if other is None:
        return titel
    return replace(titel, tekst=f"{titel.tekst} ({editienaam(other, blik)})")


def editienaam(one: Agenda, blik: Blik) -> str:
    """An agenda in a few signs: its years, or else its name."""
    return str(one.jaren) if one.jaren else str(naam_van(one, blik))


@naam_van.register
def _(one: Actie, blik: Blik) -> Tekst:
    return blik.v.tekst(one.wat)


@naam_van.register
def _(one: Overleg, blik: Blik) -> Tekst:
    return overlegnaam(blik.v, one)


def overlegnaam(v: Vertaler, one: Overleg) -> Tekst:
    """The name, with the abbreviation people use unless it holds that already."""
    naam = v.tekst(one.naam)
    if not one.afkorting or one.afkorting in naam.tekst:
        return naam
    return Tekst(f"{naam.tekst} ({one.afkorting})", naam.taal)


def overlegzin(v: Vertaler, one: Overleg) -> Tekst:
    """What it is called in a sentence, with its article."""
    return v.tekst(one.in_zin) if one.in_zin else overlegnaam(v, one)


def in_zin(blik: Blik, key: str, *, vooraan: bool = False) -> Link:
    """A link to a body in a sentence, or at its beginning."""
    found = overlegzin(blik.v, blik.regio.overleggen[key])
    if vooraan:
        found = replace(found, tekst=f"{found.tekst[:1].upper()}{found.tekst[1:]}")
    return Link(found, plek(blik, Overleg, key))


@naam_van.register
def _(one: Onderdeel, blik: Blik) -> Tekst:
    return codetitel(blik.v, one)


def codetitel(v: Vertaler, onderdeel: Onderdeel) -> Tekst:
    """``1a. Title``."""
    return v.tekst(onderdeel.titel).met_nummer(onderdeel.code)


@naam_van.register
def _(one: Thema, blik: Blik) -> Tekst:
    return themanaam(blik.v, one)


def themanaam(v: Vertaler, thema: Thema) -> Tekst:
    """``1. Title``, or only that it is theme 3."""
    titel = mogelijk(v, thema.titel)
    if titel is None:
        return v.naam(v.ui(N_("Thema {nummer} (naam onbekend)"), nummer=thema.nummer))
    return titel.met_nummer(thema.nummer)


@naam_van.register
def _(one: Artikel, blik: Blik) -> Tekst:
    return blik.v.naam(artikelnaam(blik, one.id))


def artikelnaam(blik: Blik, key: str) -> str:
    """The law and the number of an article."""
    artikel = blik.regio.artikelen[key]
    wet = blik.regio.wetten[artikel.wet]
    naam = wet.afkorting or wet.naam
    return blik.v.ui(N_("{wet}, artikel {nummer}"), wet=naam, nummer=artikel.nummer)


@naam_van.register
def _(one: Uitspraak, blik: Blik) -> Tekst:
    return blik.v.naam(one.ecli)


def naar_partij(blik: Blik, key: str) -> Link:
    """A link to a party or, as one that takes part, a municipality."""
    kind = Gemeente if key in blik.regio.gemeenten else Partij
    return Link(partijnaam(blik, key), plek(blik, kind, key))


def gebiednaam(blik: Blik, key: str) -> Tekst:
    """The name of an area that figures can be of."""
    regio = blik.regio
    for own in (regio.gemeenten, regio.scholen, regio.wijken):
        if key in own:
            return blik.v.naam(own[key].naam)
    for called in (regio.referentiegebieden, regio.partijen, regio.werkingsgebieden):
        if key in called:
            return blik.v.tekst(called[key].naam)
    raise KeyError(key)
