"""Decisions: the register, the news of it for a local body, and the documents all work from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.agenda import Stand
from macros.model.basis.adres import NIET_OPENBAAR
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van, pad_van
from macros.model.overleg.structuur import Overleg, SoortOverleg, SoortRelatie
from macros.model.overleg.vergadering import Basisdocument, Besluit, Haalbaar, Vergadering, Vervolg
from macros.model.regio import Bron
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.editie import keuzen
from macros.views.basis import (
    STAND,
    HerkomstRij,
    Keus,
    Link,
    herkomst,
    later,
    mogelijke_datum,
    partijnaam,
)
from macros.views.blik import Blik
from macros.views.naam import in_zin, naar, overlegnaam
from macros.views.onbekend import niet_bekend
from macros.views.overleg.basis import Bronnen, bronnen
from macros.views.overleg.groepen import VEEL, Groep, per_jaar
from macros.views.overleg.kalender import (
    VergaderingRij,
    documenten,
    komt,
    op_datum,
    speerpunten,
    vergadering,
)
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record

GELDT, VERVANGEN = "geldt", "vervangen"
ONBEKEND_IN = {
    "eigenaar": N_("wie zorgt dat het gebeurt"),
    "vervolg": N_("wat erop volgt"),
    "wie": N_("wie het vervolg doet"),
    "uiterlijk": N_("wanneer het vervolg klaar moet zijn"),
    "stand": N_("hoe ver het vervolg is"),
}
"""What it is that nobody knows, in a sentence."""
HAALBAAR = {
    Haalbaar.JA: N_("kan het waarmaken"),
    Haalbaar.ONDER_VOORWAARDE: N_("kan het waarmaken onder een voorwaarde"),
    Haalbaar.NEE: N_("kan het niet waarmaken"),
}


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
class HaalbaarRij:
    """Whether a party can do what was decided; None is unknown."""

    partij: Tekst
    haalbaar: str | None
    wat_wel: Tekst | None


@dataclass(frozen=True, slots=True)
class BesluitRij:
    """A decision. ``kenmerken`` are what a filter looks at; None is unknown. ``onbekend`` are the
    fields of which nothing at all is known, and ``niet_bekend`` says so once.
    """

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
    haalbaarheid: tuple[HaalbaarRij, ...]
    speerpunten: tuple[Link, ...]
    documenten: tuple[Link, ...]
    vervangt: tuple[Link, ...]
    vervangen_door: tuple[Link, ...]
    kenmerken: tuple[tuple[str, str], ...]
    onbekend: frozenset[str]
    niet_bekend: str
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Besluitfilter:
    """What the register can be filtered by."""

    overleg: tuple[Keus, ...]
    jaar: tuple[Keus, ...]
    speerpunt: tuple[Keus, ...]
    geldigheid: tuple[Keus, ...]


@dataclass(frozen=True, slots=True)
class Besluitenpagina:
    """The register, newest first; parted by year where there are many. ``kiesbaar``: there are
    enough to choose among.
    """

    filter: Besluitfilter
    kiesbaar: bool
    rijen: tuple[BesluitRij, ...]
    per_jaar: tuple[Groep[BesluitRij], ...]


def nieuwste_eerst(regio: Regio) -> list[Besluit]:
    """The decisions that count, from late to early."""
    rows = sorted(actief(regio.besluiten), key=lambda one: one.id)
    return sorted(rows, key=lambda one: datum(regio, one).begin, reverse=True)


def datum(regio: Regio, one: Besluit) -> Datum:
    """The date of a decision: that of its meeting."""
    return regio.vergaderingen[one.vergadering].datum


def besluitenpagina(blik: Blik) -> Besluitenpagina:
    """Every decision, with what the register can be filtered by."""
    every = nieuwste_eerst(blik.regio)
    bodies = dict.fromkeys(besluitend(blik.regio, one).id for one in every)
    years = dict.fromkeys(str(datum(blik.regio, one).jaar) for one in every)
    rows = [(datum(blik.regio, one), besluit(blik, one)) for one in every]
    named = {key for one in every for key in one.speerpunten}
    return Besluitenpagina(
        Besluitfilter(
            overleg=tuple(
                Keus(key, overlegnaam(blik.v, blik.regio.overleggen[key])) for key in bodies
            ),
            jaar=tuple(Keus(year, blik.v.naam(year)) for year in years),
            speerpunt=keuzen(blik, named),
            geldigheid=(
                Keus(GELDT, blik.v.naam(blik.v.ui(N_("niet vervangen")))),
                Keus(VERVANGEN, blik.v.naam(blik.v.ui(N_("vervangen door een later besluit")))),
            ),
        ),
        len(rows) >= VEEL,
        tuple(row for _, row in rows),
        per_jaar(blik.v, rows),
    )


def besluitend(regio: Regio, one: Besluit) -> Overleg:
    """The body that decided; a rule sees to it that there is one."""
    return regio.overleggen[regio.vergaderingen[one.vergadering].overleg or ""]


def vervangers(regio: Regio, one: Besluit) -> list[Besluit]:
    """The decisions that came in the place of this one."""
    return [other for other in actief(regio.besluiten) if one.id in other.vervangt]


def besluit(blik: Blik, one: Besluit) -> BesluitRij:
    """One decision."""
    meeting = blik.regio.vergaderingen[one.vergadering]
    body = besluitend(blik.regio, one)
    replaced_by = vervangers(blik.regio, one)
    unknown = [*_onbekend(one)]
    return BesluitRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        pad=adres_van(Besluit, one.id),
        overleg=naar(blik, Overleg, body.id),
        vergadering=naar(blik, Vergadering, meeting.id),
        datum=blik.v.datum(meeting.datum),
        tekst=blik.v.tekst(one.tekst),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        eigenaar=None if isinstance(one.eigenaar, Onbekend) else partijnaam(blik, one.eigenaar),
        vervolg=None
        if isinstance(one.vervolg, Onbekend)
        else tuple(_vervolg(blik, one, item) for item in one.vervolg),
        haalbaarheid=tuple(
            HaalbaarRij(
                partijnaam(blik, item.partij),
                None if isinstance(item.haalbaar, Onbekend) else blik.v.ui(HAALBAAR[item.haalbaar]),
                blik.v.tekst(item.wat_wel) if item.wat_wel else None,
            )
            for item in one.haalbaarheid
        ),
        speerpunten=speerpunten(blik, one.speerpunten),
        documenten=documenten(blik, one.documenten),
        vervangt=tuple(_link(blik, key) for key in one.vervangt),
        vervangen_door=tuple(_link(blik, other.id) for other in replaced_by),
        kenmerken=(
            ("overleg", body.id),
            ("jaar", str(meeting.datum.jaar)),
            ("speerpunt", " ".join(one.speerpunten)),
            ("geldigheid", VERVANGEN if replaced_by else GELDT),
        ),
        onbekend=frozenset(unknown),
        niet_bekend=niet_bekend(blik.v, [blik.v.ui(ONBEKEND_IN[veld]) for veld in unknown]),
        herkomst=herkomst(blik, one.herkomst),
        later=later(blik, one.later_ingevuld),
        wijzigingen=verloop_van_record(blik, pad_van(Besluit, one.id), one.wijzigingen),
    )


def _onbekend(one: Besluit) -> Iterator[str]:
    """The fields of a decision, and of all that follows from it, of which nothing is known."""
    if isinstance(one.eigenaar, Onbekend):
        yield "eigenaar"
    if isinstance(one.vervolg, Onbekend):
        yield "vervolg"
        return
    for veld in ("wie", "uiterlijk", "stand"):
        if all(isinstance(getattr(item, veld), Onbekend) for item in one.vervolg):
            yield veld


def _link(blik: Blik, key: str) -> Link:
    return naar(blik, Besluit, key)


def _vervolg(blik: Blik, besluit: Besluit, one: Vervolg) -> VervolgRij:
    return VervolgRij(
        wat=blik.v.tekst(one.wat),
        wie=None if isinstance(one.wie, Onbekend) else partijnaam(blik, one.wie),
        uiterlijk=mogelijke_datum(blik.v, one.uiterlijk),
        stand=None if isinstance(one.stand, Onbekend) else blik.v.ui(STAND[one.stand]),
        bewijs=tuple(naar(blik, Bron, key) for key in one.bewijs),
        te_laat=te_laat(one, blik.vandaag) and not vervangers(blik.regio, besluit),
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
    bronnen: Bronnen
    """Of the meetings to come; a decision has its own."""


def nieuwsbrengers(regio: Regio, one: Overleg) -> list[Overleg]:
    """The bodies that tell a local body what they discussed; none for another body."""
    if one.soort is not SoortOverleg.LOKAAL:
        return []
    return [
        other
        for other in actief(regio.overleggen)
        if any(r.naar == one.id and r.soort is SoortRelatie.KOPPELT_TERUG for r in other.relaties)
    ]


def nieuws(blik: Blik, key: str) -> Nieuws:
    """The news for the local body ``key``: decisions and agendas of those that report to it."""
    one = blik.regio.overleggen[key]
    from_ = nieuwsbrengers(blik.regio, one)
    keys = {other.id for other in from_}
    decisions = [
        found for found in nieuwste_eerst(blik.regio) if besluitend(blik.regio, found).id in keys
    ]
    coming = tuple(
        vergadering(blik, meeting)
        for meeting in op_datum(blik.regio)
        if meeting.overleg in keys and komt(meeting, blik.vandaag)
    )
    return Nieuws(
        overleg=in_zin(blik, key),
        punt=blik.v.tekst(one.vast_agendapunt) if one.vast_agendapunt else None,
        van=tuple(naar(blik, Overleg, other.id) for other in from_),
        laatste=blik.v.datum(datum(blik.regio, decisions[0])) if decisions else None,
        besluiten=tuple(besluit(blik, found) for found in decisions),
        komend=coming,
        bronnen=bronnen((row.titel, row.herkomst) for row in coming),
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


@dataclass(frozen=True, slots=True)
class Documenten:
    """The core documents: those of which it is known where they are, or why not, and the others.
    ``gedateerd``: the date of one of them is known.
    """

    bekend: tuple[DocumentRij, ...]
    zoek: tuple[DocumentRij, ...]
    gedateerd: bool
    bronnen: Bronnen


def basisdocumenten(blik: Blik) -> Documenten:
    """Every core document, in alphabetical order, with where it is used."""
    every = sorted(actief(blik.regio.documenten), key=lambda one: one.titel.casefold())
    rows = [_document(blik, one) for one in every]
    return Documenten(
        bekend=tuple(row for row in rows if row.adres or row.adres_label),
        zoek=tuple(row for row in rows if not (row.adres or row.adres_label)),
        gedateerd=any(row.datum for row in rows),
        bronnen=bronnen((row.titel, row.herkomst) for row in rows),
    )


def _document(blik: Blik, one: Basisdocument) -> DocumentRij:
    public = one.adres is not ONBEKEND and one.adres != NIET_OPENBAAR
    return DocumentRij(
        id=one.id,
        titel=blik.v.titel(one.titel),
        uitleg=blik.v.tekst(one.uitleg),
        datum=mogelijke_datum(blik.v, one.datum),
        overleg=None if isinstance(one.overleg, Onbekend) else naar(blik, Overleg, one.overleg),
        adres=str(one.adres) if public else None,
        adres_label=blik.v.ui(N_("niet openbaar")) if one.adres == NIET_OPENBAAR else "",
        gebruikt=tuple(_gebruikt(blik, one.id)),
        herkomst=herkomst(blik, one.herkomst),
    )


def _gebruikt(blik: Blik, key: str) -> Iterator[Link]:
    for one in nieuwste_eerst(blik.regio):
        if key in one.documenten:
            yield _link(blik, one.id)
    for meeting in op_datum(blik.regio):
        if isinstance(meeting.agenda, Onbekend):
            continue
        if any(key in punt.documenten for punt in meeting.agenda):
            yield naar(blik, Vergadering, meeting.id)
