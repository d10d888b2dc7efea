"""The wegwijzer: each question and each outcome as a page of its own, and all of it at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.model.arrangement import Arrangement
from macros.model.geheel import Regio, adres_van
from macros.model.samenwerking.onderdeel import Onderdeel, Samenwerking
from macros.model.samenwerking.wegwijzer import Uitkomst, Uitkomstsoort, Vraag, Wegwijzer
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk
from macros.views.blik import Blik
from macros.views.hulp.pagina import HulpErbij, hulp_bij
from macros.views.naam import codetitel, naar
from macros.views.samenwerking.basis import (
    ArtikelLink,
    Betaalt,
    EersteStapRij,
    UitspraakLink,
    artikelen,
    betaalt,
    bronadres,
    eerste_stap,
    uitspraak_links,
)
from macros.views.samenwerking.recht import KaderRij, kader
from macros.views.samenwerking.thuis import route_bij


@dataclass(frozen=True, slots=True)
class AntwoordRij:
    """An answer and the page it leads to."""

    tekst: Tekst
    pad: str


@dataclass(frozen=True, slots=True)
class Stapje:
    """A question that was answered on the way here."""

    vraag: Tekst
    antwoord: Tekst
    pad: str


@dataclass(frozen=True, slots=True)
class VraagPagina:
    """A question with its answers, and the way to it from the first question."""

    vraag: Tekst
    uitleg: Tekst | None
    antwoorden: tuple[AntwoordRij, ...]
    weg: tuple[Stapje, ...]


@dataclass(frozen=True, slots=True)
class OnderdeelKaart:
    """An onderdeel on an outcome. ``samen`` and ``eerste_stap`` are None when they are unknown."""

    titel: Tekst
    gewone_titel: Tekst
    pad: str
    samen: Tekst | None
    eerste_stap: EersteStapRij | None
    betaalt: Betaalt
    artikelen: tuple[ArtikelLink, ...]
    herkomst: HerkomstRij
    adres: str


@dataclass(frozen=True, slots=True)
class Advies:
    """What to do: first this, and then one thing after the other."""

    eerst: Tekst
    daarna: tuple[Tekst, ...]


@dataclass(frozen=True, slots=True)
class UitkomstPagina:
    """The end of a path. ``weg`` is empty when more than one answer leads here.

    ``melding`` is what a report about it is called, in Dutch; empty where there is an agreement.
    """

    titel: Tekst
    voor_ouders: Advies
    voor_professionals: Advies
    soort: str
    soort_label: str
    melding: str
    onderdelen: tuple[OnderdeelKaart, ...]
    kaders: tuple[KaderRij, ...]
    uitspraken: tuple[UitspraakLink, ...]
    arrangementen: tuple[Link, ...]
    hulp: HulpErbij
    route: Link | None
    gesprek: tuple[Tekst, ...]
    matrix_pad: str
    weg: tuple[Stapje, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Tak:
    """A question with everything below it, or an outcome without anything below it."""

    antwoord: Tekst
    titel: Tekst
    pad: str
    takken: tuple[Tak, ...]


@dataclass(frozen=True, slots=True)
class WegwijzerKop:
    """The start: the first question, and the whole tree."""

    titel: Tekst
    uitleg: Tekst
    eerste: VraagPagina
    takken: tuple[Tak, ...]
    herkomst: HerkomstRij


SOORT = {
    Uitkomstsoort.AFSPRAAK: N_("Dit staat in het model van de regio."),
    Uitkomstsoort.ALLEEN_WET: N_(
        "Voor zover bekend is dit niet afgesproken in de regio. "
        "Wel zegt een wet of een rechter er iets over."
    ),
    Uitkomstsoort.GEEN_AFSPRAAK: N_(
        "Voor zover bekend is dit niet afgesproken in de regio. "
        "In onze bronnen staat ook geen wet of uitspraak die zegt wie begint."
    ),
}


def begin(blik: Blik) -> WegwijzerKop | None:
    """The first question and all that follows from it."""
    one = blik.regio.wegwijzer
    if one is None:
        return None
    eerste = _vraag(blik.regio, one.begin)
    return WegwijzerKop(
        titel=blik.v.tekst(one.titel),
        uitleg=blik.v.tekst(one.uitleg),
        eerste=vraag(blik, one.begin),
        takken=_takken(blik, eerste),
        herkomst=herkomst(blik, one.herkomst),
    )


def vraag(blik: Blik, key: str) -> VraagPagina:
    """The page of a question."""
    one = _vraag(blik.regio, key)
    return VraagPagina(
        vraag=blik.v.tekst(one.vraag),
        uitleg=blik.v.tekst(one.uitleg) if one.uitleg else None,
        antwoorden=tuple(
            AntwoordRij(blik.v.tekst(antwoord.tekst), adres(blik.regio, antwoord.naar))
            for antwoord in one.antwoorden
        ),
        weg=_weg(blik, key),
    )


def uitkomst(blik: Blik, key: str) -> UitkomstPagina:
    """The page of an outcome."""
    whole, one = _wegwijzer(blik.regio), _uitkomst(blik.regio, key)
    return UitkomstPagina(
        titel=blik.v.tekst(one.titel),
        voor_ouders=advies(blik.v.tekst(one.tekst)),
        voor_professionals=advies(blik.v.tekst(one.voor_professionals)),
        soort=str(one.soort),
        soort_label=blik.v.ui(SOORT[one.soort]),
        melding=one.titel if one.soort is Uitkomstsoort.GEEN_AFSPRAAK else "",
        onderdelen=tuple(_kaart(blik, blik.regio.onderdelen[other]) for other in one.onderdelen),
        kaders=tuple(kader(blik, blik.regio.kaders[other]) for other in one.kaders),
        uitspraken=uitspraak_links(blik, one.uitspraken, (*one.onderdelen, *one.kaders)),
        arrangementen=tuple(naar(blik, Arrangement, other) for other in one.arrangementen),
        hulp=hulp_bij(blik, one.hulp),
        route=route_bij(blik, one.id),
        gesprek=tuple(blik.v.tekst(text) for text in (*one.gesprek, *whole.gesprek)),
        matrix_pad=f"{adres_van(Samenwerking)}?vraag={one.id}#matrix" if one.onderdelen else "",
        weg=_weg(blik, key),
        herkomst=herkomst(blik, one.herkomst or whole.herkomst),
    )


_ZIN = re.compile(r"(?<=[.!?])\s+")


def advies(text: Tekst) -> Advies:
    """The first sentence is what to do first; what follows it and each paragraph is a next step."""
    first, *paragraphs = [part for part in text.tekst.splitlines() if part.strip()]
    head, *rest = _ZIN.split(first, maxsplit=1)
    return Advies(
        Tekst(head, text.taal),
        tuple(Tekst(part, text.taal) for part in (*rest, *paragraphs)),
    )


def _kaart(blik: Blik, one: Onderdeel) -> OnderdeelKaart:
    return OnderdeelKaart(
        titel=codetitel(blik.v, one),
        gewone_titel=blik.v.tekst(one.titel_voor_ouders),
        pad=adres_van(Onderdeel, one.id),
        samen=mogelijk(blik.v, one.samen),
        eerste_stap=eerste_stap(blik, one.eerste_stap),
        betaalt=betaalt(blik, one),
        artikelen=artikelen(blik, one.artikelen),
        herkomst=herkomst(blik, one.herkomst),
        adres=bronadres(blik, one.herkomst),
    )


def _wegwijzer(regio: Regio) -> Wegwijzer:
    """Who asks for a question or an outcome has seen that there is a wegwijzer."""
    assert regio.wegwijzer is not None
    return regio.wegwijzer


def _vraag(regio: Regio, key: str) -> Vraag:
    return next(one for one in _wegwijzer(regio).vragen if one.id == key)


def _uitkomst(regio: Regio, key: str) -> Uitkomst:
    return next(one for one in _wegwijzer(regio).uitkomsten if one.id == key)


def adres(regio: Regio, key: str) -> str:
    """The first question is the start of the wegwijzer itself."""
    return (
        adres_van(Wegwijzer) if key == _wegwijzer(regio).begin else adres_van(Wegwijzer, deel=key)
    )


def _weg(blik: Blik, key: str) -> tuple[Stapje, ...]:
    """The questions that were answered before ``key``, first one first."""
    to_here = [
        (one, antwoord)
        for one in _wegwijzer(blik.regio).vragen
        for antwoord in one.antwoorden
        if antwoord.naar == key
    ]
    if len(to_here) != 1:
        return ()
    [(one, antwoord)] = to_here
    here = Stapje(blik.v.tekst(one.vraag), blik.v.tekst(antwoord.tekst), adres(blik.regio, one.id))
    return (*_weg(blik, one.id), here)


def _takken(blik: Blik, one: Vraag) -> tuple[Tak, ...]:
    questions = {vraag.id: vraag for vraag in _wegwijzer(blik.regio).vragen}
    takken = []
    for antwoord in one.antwoorden:
        below = questions.get(antwoord.naar)
        titel = below.vraag if below else _uitkomst(blik.regio, antwoord.naar).titel
        takken.append(
            Tak(
                antwoord=blik.v.tekst(antwoord.tekst),
                titel=blik.v.tekst(titel),
                pad=adres(blik.regio, antwoord.naar),
                takken=_takken(blik, below) if below else (),
            )
        )
    return tuple(takken)
