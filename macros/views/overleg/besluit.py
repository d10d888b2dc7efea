"""Decisions: the register, the news of it for a local body, and the documents all work from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.agenda import Stand
from macros.model.basis import NIET_OPENBAAR, ONBEKEND, Datum, Onbekend, actief
from macros.model.geheel import Regio
from macros.model.overleg import Overleg, SoortOverleg, SoortRelatie
from macros.model.vergadering import Basisdocument, Besluit, Vervolg
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.basis import (
    N_,
    STAND,
    HerkomstRij,
    Keus,
    Link,
    bron_pad,
    herkomst,
    later,
    mogelijke_datum,
    partijnaam,
)
from macros.views.overleg.basis import overleg_link, overleg_pad, overlegnaam
from macros.views.overleg.kalender import (
    VergaderingRij,
    besluit_pad,
    documenten,
    komt,
    op_datum,
    speerpunten,
    vergadering,
    vergadering_pad,
)

GELDT, VERVANGEN = "geldt", "vervangen"


@dataclass(frozen=True, slots=True)
class VervolgRij:
    """What has to happen. None is unknown."""

    wat: Tekst
    wie: Tekst | None
    uiterlijk: str | None
    stand: str | None
    bewijs: tuple[Link, ...]
    te_laat: bool


@dataclass(frozen=True, slots=True)
class BesluitRij:
    """A decision. ``kenmerken`` are what a filter looks at; None is unknown."""

    id: str
    titel: Tekst
    pad: str
    overleg: Link
    vergadering: Link
    datum: str
    tekst: Tekst
    voor_ouders: Tekst
    eigenaar: Tekst | None
    vervolg: tuple[VervolgRij, ...] | None
    speerpunten: tuple[Link, ...]
    documenten: tuple[Link, ...]
    vervangt: tuple[Link, ...]
    vervangen_door: tuple[Link, ...]
    kenmerken: tuple[tuple[str, str], ...]
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[tuple[str, Tekst], ...]


@dataclass(frozen=True, slots=True)
class Besluitfilter:
    """What the register can be filtered by."""

    overleg: tuple[Keus, ...]
    jaar: tuple[Keus, ...]
    speerpunt: tuple[Keus, ...]
    geldigheid: tuple[Keus, ...]


@dataclass(frozen=True, slots=True)
class Besluitenpagina:
    """The register, newest first."""

    filter: Besluitfilter
    rijen: tuple[BesluitRij, ...]


def nieuwste_eerst(regio: Regio) -> list[Besluit]:
    """The decisions that count, from late to early."""
    rows = sorted(actief(regio.besluiten), key=lambda one: one.id)
    return sorted(rows, key=lambda one: datum(regio, one).begin, reverse=True)


def datum(regio: Regio, one: Besluit) -> Datum:
    """The date of a decision: that of its meeting."""
    return regio.vergaderingen[one.vergadering].datum


def besluitenpagina(regio: Regio, v: Vertaler, vandaag: Datum) -> Besluitenpagina:
    """Every decision, with what the register can be filtered by."""
    every = nieuwste_eerst(regio)
    bodies = dict.fromkeys(_overleg(regio, one).id for one in every)
    years = dict.fromkeys(str(datum(regio, one).jaar) for one in every)
    named = {key for one in every for key in one.speerpunten}
    return Besluitenpagina(
        Besluitfilter(
            overleg=tuple(Keus(key, overlegnaam(v, regio.overleggen[key])) for key in bodies),
            jaar=tuple(Keus(year, v.naam(year)) for year in years),
            speerpunt=tuple(
                Keus(one.id, v.tekst(one.titel))
                for one in regio.actieve_speerpunten
                if one.id in named
            ),
            geldigheid=(
                Keus(GELDT, v.naam(v.ui(N_("niet vervangen")))),
                Keus(VERVANGEN, v.naam(v.ui(N_("vervangen door een later besluit")))),
            ),
        ),
        tuple(besluit(regio, v, one, vandaag) for one in every),
    )


def _overleg(regio: Regio, one: Besluit) -> Overleg:
    """The body that decided; a rule sees to it that there is one."""
    return regio.overleggen[regio.vergaderingen[one.vergadering].overleg or ""]


def vervangers(regio: Regio, one: Besluit) -> list[Besluit]:
    """The decisions that came in the place of this one."""
    return [other for other in actief(regio.besluiten) if one.id in other.vervangt]


def besluit(regio: Regio, v: Vertaler, one: Besluit, vandaag: Datum) -> BesluitRij:
    """One decision."""
    meeting = regio.vergaderingen[one.vergadering]
    body = _overleg(regio, one)
    replaced_by = vervangers(regio, one)
    return BesluitRij(
        id=one.id,
        titel=v.tekst(one.titel),
        pad=besluit_pad(one.id),
        overleg=overleg_link(regio, v, body.id),
        vergadering=Link(v.tekst(meeting.titel), vergadering_pad(meeting.id)),
        datum=v.datum(meeting.datum),
        tekst=v.tekst(one.tekst),
        voor_ouders=v.tekst(one.voor_ouders),
        eigenaar=None if isinstance(one.eigenaar, Onbekend) else partijnaam(regio, v, one.eigenaar),
        vervolg=None
        if isinstance(one.vervolg, Onbekend)
        else tuple(_vervolg(regio, v, one, item, vandaag) for item in one.vervolg),
        speerpunten=speerpunten(regio, v, one.speerpunten),
        documenten=documenten(regio, v, one.documenten),
        vervangt=tuple(_link(regio, v, key) for key in one.vervangt),
        vervangen_door=tuple(_link(regio, v, other.id) for other in replaced_by),
        kenmerken=(
            ("overleg", body.id),
            ("jaar", str(meeting.datum.jaar)),
            ("speerpunt", " ".join(one.speerpunten)),
            ("geldigheid", VERVANGEN if replaced_by else GELDT),
        ),
        herkomst=herkomst(regio, v, one.herkomst),
        later=later(regio, v, one.later_ingevuld),
        wijzigingen=tuple((v.datum(w.datum), v.tekst(w.wat)) for w in one.wijzigingen),
    )


def _link(regio: Regio, v: Vertaler, key: str) -> Link:
    return Link(v.tekst(regio.besluiten[key].titel), besluit_pad(key))


def _vervolg(
    regio: Regio, v: Vertaler, besluit: Besluit, one: Vervolg, vandaag: Datum
) -> VervolgRij:
    return VervolgRij(
        wat=v.tekst(one.wat),
        wie=None if isinstance(one.wie, Onbekend) else partijnaam(regio, v, one.wie),
        uiterlijk=mogelijke_datum(v, one.uiterlijk),
        stand=None if isinstance(one.stand, Onbekend) else v.ui(STAND[one.stand]),
        bewijs=tuple(Link(v.titel(regio.bronnen[key].titel), bron_pad(key)) for key in one.bewijs),
        te_laat=te_laat(one, vandaag) and not vervangers(regio, besluit),
    )


def te_laat(one: Vervolg, vandaag: Datum) -> bool:
    """Whether the day has passed and it is not known to be done, or stopped.

    What follows from a decision that was replaced need not be done at all: ask that first.
    """
    due = isinstance(one.uiterlijk, Datum) and one.uiterlijk.einde < vandaag.begin
    return due and not is_klaar(one.stand)


def is_klaar(stand: Stand | Onbekend) -> bool:
    """Whether nothing more has to be done."""
    return stand in (Stand.AFGEROND, Stand.GESTOPT)


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What a local body hears of the bodies that report to it; ``laatste`` decision is of when."""

    overleg: Link
    punt: Tekst | None
    van: tuple[Link, ...]
    laatste: str | None
    besluiten: tuple[BesluitRij, ...]
    komend: tuple[VergaderingRij, ...]


def nieuwsbrengers(regio: Regio, one: Overleg) -> list[Overleg]:
    """The bodies that tell a local body what they discussed; none for another body."""
    if one.soort is not SoortOverleg.LOKAAL:
        return []
    return [
        other
        for other in actief(regio.overleggen)
        if any(r.naar == one.id and r.soort is SoortRelatie.KOPPELT_TERUG for r in other.relaties)
    ]


def nieuws_pad(key: str) -> str:
    """The address of the page with news for a local body."""
    return f"{overleg_pad(key)}nieuws/"


def nieuws(regio: Regio, v: Vertaler, key: str, vandaag: Datum) -> Nieuws:
    """The news for the local body ``key``: decisions and agendas of those that report to it."""
    one = regio.overleggen[key]
    from_ = nieuwsbrengers(regio, one)
    keys = {other.id for other in from_}
    decisions = [found for found in nieuwste_eerst(regio) if _overleg(regio, found).id in keys]
    return Nieuws(
        overleg=overleg_link(regio, v, key),
        punt=v.tekst(one.vast_agendapunt) if one.vast_agendapunt else None,
        van=tuple(overleg_link(regio, v, other.id) for other in from_),
        laatste=v.datum(datum(regio, decisions[0])) if decisions else None,
        besluiten=tuple(besluit(regio, v, found, vandaag) for found in decisions),
        komend=tuple(
            vergadering(regio, v, meeting, vandaag)
            for meeting in op_datum(regio)
            if meeting.overleg in keys and komt(meeting, vandaag)
        ),
    )


@dataclass(frozen=True, slots=True)
class DocumentRij:
    """A document everybody works from. Without ``adres`` its label says why; empty is unknown."""

    id: str
    titel: Tekst
    uitleg: Tekst
    datum: str | None
    overleg: Link | None
    adres: str | None
    adres_label: str
    gebruikt: tuple[Link, ...]
    herkomst: HerkomstRij


def basisdocumenten(regio: Regio, v: Vertaler) -> tuple[DocumentRij, ...]:
    """Every core document, in alphabetical order, with where it is used."""
    rows = sorted(actief(regio.documenten), key=lambda one: one.titel.casefold())
    return tuple(_document(regio, v, one) for one in rows)


def _document(regio: Regio, v: Vertaler, one: Basisdocument) -> DocumentRij:
    public = one.adres is not ONBEKEND and one.adres != NIET_OPENBAAR
    return DocumentRij(
        id=one.id,
        titel=v.titel(one.titel),
        uitleg=v.tekst(one.uitleg),
        datum=mogelijke_datum(v, one.datum),
        overleg=None if isinstance(one.overleg, Onbekend) else overleg_link(regio, v, one.overleg),
        adres=str(one.adres) if public else None,
        adres_label=v.ui(N_("niet openbaar")) if one.adres == NIET_OPENBAAR else "",
        gebruikt=tuple(_gebruikt(regio, v, one.id)),
        herkomst=herkomst(regio, v, one.herkomst),
    )


def _gebruikt(regio: Regio, v: Vertaler, key: str) -> Iterator[Link]:
    for one in nieuwste_eerst(regio):
        if key in one.documenten:
            yield _link(regio, v, one.id)
    for meeting in op_datum(regio):
        if isinstance(meeting.agenda, Onbekend):
            continue
        if any(key in punt.documenten for punt in meeting.agenda):
            yield Link(v.tekst(meeting.titel), vergadering_pad(meeting.id))
