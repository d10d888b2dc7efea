"""The registers: laws with their articles, rulings, and the legal frames without an agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import adres_van
from macros.model.regio import Begrip
from macros.model.samenwerking.onderdeel import Onderdeel
from macros.model.samenwerking.recht import Artikel, Kader, Uitspraak, Wet
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijke_datum
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.samenwerking.basis import (
    ArtikelLink,
    UitspraakLink,
    artikelen,
    artikelen_bij,
    instantie,
    onderdeel_of_kader,
)
from macros.views.samenwerking.basis import uitspraken as uitspraaklinks
from macros.views.samenwerking.herziening import oude_tekst


@dataclass(frozen=True, slots=True)
class ArtikelRij:
    """An article and where it is used."""

    id: str
    nummer: str
    kern: Tekst
    let_op: Tekst | None
    gebruikt: tuple[Link, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class WetRij:
    """A law with its articles. ``gewijzigd_op`` is None when it is unknown.

    ``oude_tekst``: the law was changed after the text that was read.
    """

    id: str
    naam: Tekst
    afkorting: str
    adres: str
    waarover: Tekst
    voor_ouders: Tekst
    tekst_van: str
    gewijzigd_op: str | None
    oude_tekst: bool
    let_op: Tekst | None
    artikelen: tuple[ArtikelRij, ...]
    herkomst: HerkomstRij


def wetten(blik: Blik) -> tuple[WetRij, ...]:
    """Every law, in alphabetical order."""
    rows = sorted(actief(blik.regio.wetten), key=lambda one: one.naam.casefold())
    return tuple(_wet(blik, one) for one in rows)


def wetadres(one: Wet) -> str:
    """Where the text of a law stands."""
    return f"https://wetten.overheid.nl/{one.bwb}/"


def _wet(blik: Blik, one: Wet) -> WetRij:
    return WetRij(
        id=one.id,
        naam=blik.v.titel(one.naam),
        afkorting=one.afkorting or "",
        adres=wetadres(one),
        waarover=blik.v.tekst(one.waarover),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        tekst_van=blik.v.datum(one.tekst_van),
        gewijzigd_op=mogelijke_datum(blik.v, one.gewijzigd_op),
        oude_tekst=oude_tekst(one),
        let_op=blik.v.tekst(one.let_op) if one.let_op else None,
        artikelen=tuple(
            _artikel(blik, artikel)
            for artikel in sorted(actief(blik.regio.artikelen), key=_nummer)
            if artikel.wet == one.id
        ),
        herkomst=herkomst(blik, one.herkomst),
    )


def _nummer(artikel: Artikel) -> tuple[tuple[int, str], ...]:
    """What to sort articles by: 8 before 18a, 2.3 before 2.6 lid 1."""
    return tuple((int(number), rest) for number, rest in re.findall(r"(\d+)(\D*)", artikel.nummer))


def _artikel(blik: Blik, one: Artikel) -> ArtikelRij:
    return ArtikelRij(
        id=one.id,
        nummer=one.nummer,
        kern=blik.v.tekst(one.kern),
        let_op=blik.v.tekst(one.let_op) if one.let_op else None,
        gebruikt=_gebruik(blik, one.id),
        herkomst=herkomst(blik, one.herkomst),
    )


def _gebruik(blik: Blik, key: str) -> tuple[Link, ...]:
    """Every onderdeel, legal frame, ruling and term that names an article."""
    found = [
        naar(blik, Onderdeel, one.id)
        for one in blik.regio.actieve_onderdelen
        if key in artikelen_bij(one)
    ]
    found += [
        onderdeel_of_kader(blik, one.id)
        for one in actief(blik.regio.kaders)
        if key in one.artikelen
    ]
    found += [
        naar(blik, Uitspraak, one.id)
        for one in blik.regio.actieve_uitspraken
        if key in one.artikelen
    ]
    found += [
        naar(blik, Begrip, one.id) for one in actief(blik.regio.begrippen) if key in one.artikelen
    ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class GevolgRij:
    """What a ruling means for one onderdeel or legal frame."""

    waar: Link
    wat: Tekst


@dataclass(frozen=True, slots=True)
class UitspraakRij:
    """A ruling. ``adres`` is the official publication."""

    id: str
    ecli: str
    adres: str
    instantie: Tekst
    datum: str
    onderwerp: Tekst
    kern: Tekst
    voor_ouders: Tekst
    artikelen: tuple[ArtikelLink, ...]
    gevolgen: tuple[GevolgRij, ...]
    achterhaald_door: Link | None
    herkomst: HerkomstRij


def uitspraken(blik: Blik) -> tuple[UitspraakRij, ...]:
    """Every ruling, newest first."""
    return tuple(_uitspraak(blik, one) for one in blik.regio.actieve_uitspraken)


def uitspraakadres(one: Uitspraak) -> str:
    """Where a ruling is officially published."""
    return f"https://deeplink.rechtspraak.nl/uitspraak?id={one.ecli}"


def _uitspraak(blik: Blik, one: Uitspraak) -> UitspraakRij:
    later = blik.regio.uitspraken.get(one.achterhaald_door or "")
    return UitspraakRij(
        id=one.id,
        ecli=one.ecli,
        adres=uitspraakadres(one),
        instantie=instantie(blik.v, one),
        datum=blik.v.datum(one.uitgesproken_op),
        onderwerp=blik.v.tekst(one.onderwerp),
        kern=blik.v.tekst(one.kern),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        artikelen=artikelen(blik, one.artikelen),
        gevolgen=tuple(
            GevolgRij(onderdeel_of_kader(blik, gevolg.voor), blik.v.tekst(gevolg.wat))
            for gevolg in one.gevolgen
        ),
        achterhaald_door=naar(blik, Uitspraak, later.id) if later else None,
        herkomst=herkomst(blik, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class KaderRij:
    """What the law says where there is no agreement."""

    id: str
    onderwerp: Tekst
    gewone_titel: Tekst
    synoniemen: tuple[str, ...]
    wijst_naar: Tekst
    uitleg: Tekst
    voor_ouders: Tekst
    artikelen: tuple[ArtikelLink, ...]
    uitspraken: tuple[UitspraakLink, ...]
    let_op: Tekst | None
    pad: str
    herkomst: HerkomstRij
    meer_bronnen: tuple[HerkomstRij, ...]


def kaders(blik: Blik) -> tuple[KaderRij, ...]:
    """Every legal frame, in alphabetical order."""
    rows = sorted(actief(blik.regio.kaders), key=lambda one: one.onderwerp.casefold())
    return tuple(kader(blik, one) for one in rows)


def kader(blik: Blik, one: Kader) -> KaderRij:
    """One legal frame."""
    return KaderRij(
        id=one.id,
        onderwerp=blik.v.tekst(one.onderwerp),
        gewone_titel=blik.v.tekst(one.onderwerp_voor_ouders),
        synoniemen=one.synoniemen,
        wijst_naar=blik.v.tekst(one.wijst_naar),
        uitleg=blik.v.tekst(one.uitleg),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        artikelen=artikelen(blik, one.artikelen),
        uitspraken=uitspraaklinks(blik, one.id),
        let_op=blik.v.tekst(one.let_op) if one.let_op else None,
        pad=adres_van(Kader, one.id),
        herkomst=herkomst(blik, one.herkomst),
        meer_bronnen=tuple(herkomst(blik, other) for other in one.meer_bronnen),
    )
