"""Where the facts come from, and what our copies of the sources lack."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.adres import NIET_OPENBAAR
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import adres_van
from macros.model.regio import Bron, SoortBron
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import mogelijke_datum
from macros.views.blik import Blik
from macros.views.onbekend import onbekende_velden

SOORT_BRON = {
    SoortBron.BELEIDSDOCUMENT: N_("Plannen en nota's"),
    SoortBron.WET: N_("Wetten en regels"),
    SoortBron.UITSPRAAK: N_("Uitspraken van rechters"),
    SoortBron.CIJFERS: N_("Cijfers"),
    SoortBron.ONDERZOEK: N_("Onderzoeken"),
    SoortBron.VERSLAG: N_("Verslagen"),
    SoortBron.NIEUWSBERICHT: N_("Nieuwsberichten"),
    SoortBron.WEBPAGINA: N_("Webpagina's"),
}
"""The kinds, in the order of the page: what carries most comes first."""

_WEINIG = 12
"""With no more sources than these, no kind is folded."""


@dataclass(frozen=True, slots=True)
class BronRij:
    """A source. None is unknown, which ``onbekend`` says in a sentence; an ``adres`` that is not
    public is None too.
    """

    id: str
    titel: Tekst
    soort: SoortBron
    uitgever: str | None
    jaar: str | None
    datum: str | None
    adres: str | None
    is_openbaar: bool
    geraadpleegd: str | None
    toelichting: Tekst
    onbekend: str
    ontbreekt: tuple[Tekst, ...]


@dataclass(frozen=True, slots=True)
class Brongroep:
    """The sources of one kind."""

    soort: str
    kop: str
    rijen: tuple[BronRij, ...]


@dataclass(frozen=True, slots=True)
class Bronnenlijst:
    """All sources, by kind. ``is_open``: there are so few that nothing needs to be folded."""

    groepen: tuple[Brongroep, ...]
    is_open: bool


def bronnenlijst(blik: Blik) -> Bronnenlijst:
    """Every source by kind; a kind without sources is left out."""
    rows = bronnen(blik)
    groups = (
        Brongroep(str(kind), blik.v.ui(label), tuple(row for row in rows if row.soort is kind))
        for kind, label in SOORT_BRON.items()
    )
    return Bronnenlijst(tuple(one for one in groups if one.rijen), len(rows) <= _WEINIG)


def bronnen(blik: Blik) -> tuple[BronRij, ...]:
    """Every source, in alphabetical order of title."""
    return tuple(
        _bron(blik.v, one)
        for one in sorted(actief(blik.regio.bronnen), key=lambda one: one.titel.casefold())
    )


def _bron(v: Vertaler, one: Bron) -> BronRij:
    asked = {
        "uitgever": N_("wie de bron uitgaf"),
        "datum": N_("de datum"),
        "adres": N_("waar de bron te vinden is"),
        "geraadpleegd": N_("wanneer de bron is gelezen"),
    }
    if one.geschreven_na:  # that says something of the date
        del asked["datum"]
    return BronRij(
        id=one.id,
        titel=v.titel(one.titel),
        soort=one.soort,
        uitgever=None if one.uitgever is ONBEKEND else str(one.uitgever),
        jaar=str(one.datum.jaar) if isinstance(one.datum, Datum) else None,
        datum=_datum(v, one),
        adres=None if one.adres in (ONBEKEND, NIET_OPENBAAR) else str(one.adres),
        is_openbaar=one.adres != NIET_OPENBAAR,
        geraadpleegd=mogelijke_datum(v, one.geraadpleegd),
        toelichting=v.tekst(one.toelichting),
        onbekend=onbekende_velden(v, one, asked),
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
