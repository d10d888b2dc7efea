"""The wegwijzer: each question and each outcome as a page of its own, and all of it at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.geheel import Regio
from macros.model.samenwerking import Onderdeel, Uitkomst, Uitkomstsoort, Vraag
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.basis import N_, HerkomstRij, herkomst, mogelijk
from macros.views.samenwerking.basis import (
    MATRIX,
    WEGWIJZER,
    EersteStapRij,
    codetitel,
    eerste_stap,
    onderdeel_pad,
    wegwijzer_pad,
)
from macros.views.samenwerking.recht import KaderRij, kader


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
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class UitkomstPagina:
    """The end of a path. ``weg`` is empty when more than one answer leads here.

    ``melding`` is what a report about it is called, in Dutch; empty where there is an agreement.
    """

    titel: Tekst
    tekst: Tekst
    soort: str
    soort_label: str
    melding: str
    onderdelen: tuple[OnderdeelKaart, ...]
    kaders: tuple[KaderRij, ...]
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
    Uitkomstsoort.AFSPRAAK: N_("Hierover staat iets in het model van de regio."),
    Uitkomstsoort.ALLEEN_WET: N_(
        "De regio heeft hierover geen afspraak die wij kennen. "
        "Wel zegt een wet of een rechter er iets over."
    ),
    Uitkomstsoort.GEEN_AFSPRAAK: N_(
        "Wij kennen hierover geen afspraak. "
        "We vonden ook geen wet of uitspraak die zegt wie begint."
    ),
}


def begin(regio: Regio, v: Vertaler) -> WegwijzerKop:
    """The first question and all that follows from it."""
    one = regio.wegwijzer
    eerste = _vraag(regio, one.begin)
    return WegwijzerKop(
        titel=v.tekst(one.titel),
        uitleg=v.tekst(one.uitleg),
        eerste=vraag(regio, v, one.begin),
        takken=_takken(regio, v, eerste),
        herkomst=herkomst(regio, v, one.herkomst),
    )


def vraag(regio: Regio, v: Vertaler, key: str) -> VraagPagina:
    """The page of a question."""
    one = _vraag(regio, key)
    return VraagPagina(
        vraag=v.tekst(one.vraag),
        uitleg=v.tekst(one.uitleg) if one.uitleg else None,
        antwoorden=tuple(
            AntwoordRij(v.tekst(antwoord.tekst), _pad(regio, antwoord.naar))
            for antwoord in one.antwoorden
        ),
        weg=_weg(regio, v, key),
    )


def uitkomst(regio: Regio, v: Vertaler, key: str) -> UitkomstPagina:
    """The page of an outcome."""
    one = _uitkomst(regio, key)
    return UitkomstPagina(
        titel=v.tekst(one.titel),
        tekst=v.tekst(one.tekst),
        soort=str(one.soort),
        soort_label=v.ui(SOORT[one.soort]),
        melding=one.titel if one.soort is Uitkomstsoort.GEEN_AFSPRAAK else "",
        onderdelen=tuple(_kaart(regio, v, regio.onderdelen[other]) for other in one.onderdelen),
        kaders=tuple(kader(regio, v, regio.kaders[other]) for other in one.kaders),
        matrix_pad=f"{MATRIX}?vraag={one.id}#matrix" if one.onderdelen else "",
        weg=_weg(regio, v, key),
        herkomst=herkomst(regio, v, regio.wegwijzer.herkomst),
    )


def _kaart(regio: Regio, v: Vertaler, one: Onderdeel) -> OnderdeelKaart:
    return OnderdeelKaart(
        titel=codetitel(v, one),
        gewone_titel=v.tekst(one.titel_voor_ouders),
        pad=onderdeel_pad(one.id),
        samen=mogelijk(v, one.samen),
        eerste_stap=eerste_stap(regio, v, one.eerste_stap),
        herkomst=herkomst(regio, v, one.herkomst),
    )


def _vraag(regio: Regio, key: str) -> Vraag:
    return next(one for one in regio.wegwijzer.vragen if one.id == key)


def _uitkomst(regio: Regio, key: str) -> Uitkomst:
    return next(one for one in regio.wegwijzer.uitkomsten if one.id == key)


def _pad(regio: Regio, key: str) -> str:
    """The first question is the start of the wegwijzer itself."""
    return WEGWIJZER if key == regio.wegwijzer.begin else wegwijzer_pad(key)


def _weg(regio: Regio, v: Vertaler, key: str) -> tuple[Stapje, ...]:
    """The questions that were answered before ``key``, first one first."""
    to_here = [
        (one, antwoord)
        for one in regio.wegwijzer.vragen
        for antwoord in one.antwoorden
        if antwoord.naar == key
    ]
    if len(to_here) != 1:
        return ()
    [(one, antwoord)] = to_here
    here = Stapje(v.tekst(one.vraag), v.tekst(antwoord.tekst), _pad(regio, one.id))
    return (*_weg(regio, v, one.id), here)


def _takken(regio: Regio, v: Vertaler, one: Vraag) -> tuple[Tak, ...]:
    questions = {vraag.id: vraag for vraag in regio.wegwijzer.vragen}
    takken = []
    for antwoord in one.antwoorden:
        below = questions.get(antwoord.naar)
        titel = below.vraag if below else _uitkomst(regio, antwoord.naar).titel
        takken.append(
            Tak(
                antwoord=v.tekst(antwoord.tekst),
                titel=v.tekst(titel),
                pad=_pad(regio, antwoord.naar),
                takken=_takken(regio, v, below) if below else (),
            )
        )
    return tuple(takken)
