"""Where the facts come from, and what our copies of the sources lack."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.adres import NIET_OPENBAAR
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import adres_van
from macros.model.regio import Bron, SoortBron
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import mogelijke_datum
from macros.views.blik import Blik

SOORT_BRON = {
    SoortBron.BELEIDSDOCUMENT: N_("beleidsdocument"),
    SoortBron.NIEUWSBERICHT: N_("nieuwsbericht"),
    SoortBron.WEBPAGINA: N_("webpagina"),
    SoortBron.WET: N_("wettekst"),
    SoortBron.UITSPRAAK: N_("uitspraak van een rechter"),
    SoortBron.CIJFERS: N_("cijfers"),
    SoortBron.VERSLAG: N_("verslag"),
    SoortBron.ONDERZOEK: N_("onderzoek"),
}


@dataclass(frozen=True, slots=True)
class BronRij:
    """A source. ``adres`` is None when it is unknown or not public; ``adres_label`` says which."""

    id: str
    titel: Tekst
    soort: str
    uitgever: str | None
    datum: str | None
    adres: str | None
    adres_label: str
    geraadpleegd: str | None
    toelichting: Tekst
    ontbreekt: tuple[Tekst, ...]


def bronnen(blik: Blik) -> tuple[BronRij, ...]:
    """Every source, in alphabetical order of title."""
    return tuple(
        _bron(blik.v, one)
        for one in sorted(actief(blik.regio.bronnen), key=lambda one: one.titel.casefold())
    )


def _bron(v: Vertaler, one: Bron) -> BronRij:
    public = one.adres is not ONBEKEND and one.adres != NIET_OPENBAAR
    return BronRij(
        id=one.id,
        titel=v.titel(one.titel),
        soort=v.ui(SOORT_BRON[one.soort]),
        uitgever=None if one.uitgever is ONBEKEND else str(one.uitgever),
        datum=_datum(v, one),
        adres=str(one.adres) if public else None,
        adres_label=v.ui(N_("niet openbaar")) if one.adres == NIET_OPENBAAR else "",
        geraadpleegd=mogelijke_datum(v, one.geraadpleegd),
        toelichting=v.tekst(one.toelichting),
        ontbreekt=tuple(v.tekst(text) for text in one.ontbreekt),
    )


def _datum(v: Vertaler, one: Bron) -> str | None:
    """When a source came out, or after which day; None is unknown."""
    if one.datum is ONBEKEND and one.geschreven_na:
        return v.ui(N_("onbekend, na {datum}"), datum=v.datum(one.geschreven_na))
    return mogelijke_datum(v, one.datum)


@dataclass(frozen=True, slots=True)
class Gemis:
    """What is missing from a source."""

    bron: Tekst
    pad: str
    punten: tuple[Tekst, ...]


def gemis(blik: Blik) -> tuple[Gemis, ...]:
    """What our copies of the sources lack, such as pictures."""
    return tuple(
        Gemis(one.titel, adres_van(Bron, one.id), one.ontbreekt)
        for one in bronnen(blik)
        if one.ontbreekt
    )
