"""Meetings to come and those that were, with their agenda, and the calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.agenda import Mijlpaal, Speerpunt
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van, pad_van
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import (
    Afmelding,
    Agendapunt,
    Basisdocument,
    Besluit,
    Doel,
    Instemming,
    StandVergadering,
    Vergadering,
)
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Keus, Link, herkomst, mogelijk, partijnaam
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naar, overlegnaam
from macros.views.onbekend import niet_bekend
from macros.views.overleg.basis import Bronnen, bronnen
from macros.views.overleg.groepen import VEEL, Groep, per_jaar, per_maand
from macros.views.overleg.planner import stukken_uiterlijk
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record

BESTANDEN = "data/v1/"

DOEL = {
    Doel.OOGO_BESLUIT: N_("besluit van het OOGO"),
    Doel.TER_VASTSTELLING: N_("ter vaststelling"),
    Doel.TER_BESPREKING: N_("ter bespreking"),
    Doel.TER_INFORMATIE: N_("ter informatie"),
    Doel.VAST_PUNT: N_("vast punt"),
}
STAND = {
    StandVergadering.AANGEKONDIGD: N_("aangekondigd"),
    StandVergadering.GEPLAND: N_("gepland"),
    StandVergadering.GEHOUDEN: N_("gehouden"),
    StandVergadering.AFGELAST: N_("afgelast"),
}
VOORBIJ = {
    StandVergadering.AANGEKONDIGD: N_("was aangekondigd"),
    StandVergadering.GEPLAND: N_("stond gepland"),
}
"""The same when the day has passed, and nobody filled in whether it took place."""
INSTEMMING = {
    Instemming.JA: N_("stemt in"),
    Instemming.NEE: N_("stemt niet in"),
}


@dataclass(frozen=True, slots=True)
class AgendapuntRij:
    """An agenda item. None is unknown; no ``partijen`` at all: it is for everybody."""

    titel: Tekst
    partijen: tuple[Tekst, ...] | None
    doel: str | None
    speerpunten: tuple[Link, ...]
    documenten: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AfmeldingRij:
    """A party that said not to come; ``bij`` is what it said besides, and for which items."""

    partij: Tekst
    bij: str


@dataclass(frozen=True, slots=True)
class VergaderingRij:
    """A meeting. None is unknown, but ``overleg`` None is a loose gathering.

    ``stukken`` is the last day to hand in papers; that matters only when the meeting ``gaat_door``,
    and then ``niet_bekend`` says what nobody knows about it.
    """

    id: str
    titel: Tekst
    overleg: Link | None
    sleutel: str
    datum: str
    tijd: str | None
    plaats: Tekst | None
    stukken: str | None
    gaat_door: bool
    stand: str
    agenda: tuple[AgendapuntRij, ...] | None
    aanwezig: tuple[Tekst, ...]
    afmeldingen: tuple[AfmeldingRij, ...]
    niet_bekend: str
    besluiten: tuple[Link, ...]
    mijlpaal: str | None
    herkomst: HerkomstRij
    wijzigingen: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Abonnement:
    """A calendar to subscribe to."""

    naam: Tekst
    bestand: str


@dataclass(frozen=True, slots=True)
class Kalenderpagina:
    """Meetings to come (first one first) and those that were (last one first).

    Where there are many, they are parted: those to come by month, those that were by year;
    ``kiesbaar``: there are enough to choose among. ``misschien``: of some that were nobody knows
    whether they took place. ``abonnementen`` begins with that of all; one in which nothing stands
    is not offered.
    """

    komend: tuple[VergaderingRij, ...]
    komend_per_maand: tuple[Groep[VergaderingRij], ...]
    geweest: tuple[VergaderingRij, ...]
    geweest_per_jaar: tuple[Groep[VergaderingRij], ...]
    misschien: bool
    abonnementen: tuple[Abonnement, ...]
    kiesbaar: bool
    keuzen: tuple[Keus, ...]
    bronnen: Bronnen


@eenmaal
def kalenderpagina(blik: Blik) -> Kalenderpagina:
    """All meetings, with a calendar for everything and one for each body."""
    every = op_datum(blik.regio)
    keys = dict.fromkeys(one.overleg for one in every if one.overleg)
    bodies = [blik.regio.overleggen[key] for key in keys]
    rows = [(one.datum, vergadering(blik, one)) for one in every if komt(one, blik.vandaag)]
    past = [
        (one.datum, vergadering(blik, one))
        for one in reversed(every)
        if not komt(one, blik.vandaag)
    ]
    return Kalenderpagina(
        komend=tuple(row for _, row in rows),
        komend_per_maand=per_maand(blik.v, rows),
        geweest=tuple(row for _, row in past),
        geweest_per_jaar=per_jaar(blik.v, past),
        misschien=any(voorbij_en_open(one, blik.vandaag) for one in every),
        abonnementen=tuple(_abonnementen(blik, every)),
        kiesbaar=len(every) >= VEEL,
        keuzen=tuple(Keus(one.id, overlegnaam(blik.v, one)) for one in bodies),
        bronnen=bronnen((row.titel, row.herkomst) for _, row in (*rows, *past)),
    )


def _abonnementen(blik: Blik, every: Iterable[Vergadering]) -> Iterator[Abonnement]:
    if not any(one.datum.dagdatum for one in every):
        return
    yield Abonnement(blik.v.naam(blik.v.ui(N_("Alle overleggen"))), kalenderbestand(None))
    for body in sorted(actief(blik.regio.overleggen), key=lambda one: one.naam.casefold()):
        if in_kalender(blik.regio, body.id):
            yield Abonnement(overlegnaam(blik.v, body), kalenderbestand(body))


def kalenderbestand(overleg: Overleg | None) -> str:
    """The site path of the calendar file of a body, or of all."""
    return f"{BESTANDEN}kalender-{overleg.id}.ics" if overleg else f"{BESTANDEN}kalender.ics"


def in_kalender(regio: Regio, key: str) -> bool:
    """Whether the calendar file of a body holds anything: a meeting that is known to the day."""
    return any(one.overleg == key and one.datum.dagdatum for one in actief(regio.vergaderingen))


def op_datum(regio: Regio) -> list[Vergadering]:
    """The meetings that count, from early to late; one of a month after those of its days."""

    def plaats(one: Vergadering) -> tuple[tuple[int, int, int], bool, str]:
        return one.datum.einde, not one.datum.dag, one.id

    return sorted(actief(regio.vergaderingen), key=plaats)


def komt(one: Vergadering, vandaag: Datum) -> bool:
    """Whether a meeting is today or later; one of an imprecise date as long as it can be."""
    return one.datum.einde >= vandaag.begin and one.stand is not StandVergadering.GEHOUDEN


def gaat_door(one: Vergadering, vandaag: Datum) -> bool:
    """Whether a meeting comes and is not cancelled."""
    return komt(one, vandaag) and one.stand is not StandVergadering.AFGELAST


def vergadering(blik: Blik, one: Vergadering) -> VergaderingRij:
    """One meeting."""
    return VergaderingRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        overleg=naar(blik, Overleg, one.overleg) if one.overleg else None,
        sleutel=one.overleg or "",
        datum=blik.v.datum(one.datum),
        tijd=_tijd(blik.v, one),
        plaats=mogelijk(blik.v, one.plaats),
        stukken=_stukken(blik, one),
        gaat_door=gaat_door(one, blik.vandaag),
        stand=_stand(blik, one),
        agenda=None
        if isinstance(one.agenda, Onbekend)
        else tuple(_agendapunt(blik, punt) for punt in one.agenda),
        aanwezig=tuple(partijnaam(blik, key) for key in one.aanwezig),
        afmeldingen=tuple(_afmelding(blik, one, item) for item in one.afmeldingen),
        niet_bekend=niet_bekend(blik.v, [blik.v.ui(wat) for wat in _onbekend(blik, one)]),
        besluiten=tuple(
            naar(blik, Besluit, besluit.id)
            for besluit in actief(blik.regio.besluiten)
            if besluit.vergadering == one.id
        ),
        mijlpaal=adres_van(Mijlpaal, one.mijlpaal) if one.mijlpaal else None,
        herkomst=herkomst(blik, one.herkomst),
        wijzigingen=verloop_van_record(blik, pad_van(Vergadering, one.id), one.wijzigingen),
    )


def _afmelding(blik: Blik, one: Vergadering, item: Afmelding) -> AfmeldingRij:
    v = blik.v
    parts = [v.ui(INSTEMMING[item.instemming])] if item.instemming else []
    if item.vertegenwoordigd_door:
        who = partijnaam(blik, item.vertegenwoordigd_door)
        parts.append(v.ui(N_("{partij} spreekt namens deze partij"), partij=who))
    if item.agendapunten and not isinstance(one.agenda, Onbekend):
        titles = {punt.id: str(v.tekst(punt.titel)) for punt in one.agenda}
        about = v.opsomming([titles[key] for key in item.agendapunten])
        parts.append(v.ui(N_("alleen voor: {wat}"), wat=about))
    return AfmeldingRij(partijnaam(blik, item.partij), "; ".join(parts))


def _onbekend(blik: Blik, one: Vergadering) -> Iterator[str]:
    """What nobody knows of a meeting that comes."""
    if not gaat_door(one, blik.vandaag):
        return
    if isinstance(one.begin, Onbekend):
        yield N_("hoe laat")
    if isinstance(one.plaats, Onbekend):
        yield N_("waar")
    if one.overleg and stukken_uiterlijk(blik.regio, one) is None:
        yield N_("wanneer de stukken er moeten zijn")
    if isinstance(one.agenda, Onbekend):
        yield N_("de agenda")


def _stukken(blik: Blik, one: Vergadering) -> str | None:
    last = stukken_uiterlijk(blik.regio, one)
    return blik.v.datum(Datum.van(last)) if last else None


def _tijd(v: Vertaler, one: Vergadering) -> str | None:
    if isinstance(one.begin, Onbekend):
        return None
    begin = f"{one.begin:%H:%M}"
    if isinstance(one.einde, Onbekend):
        return v.ui(N_("vanaf {begin} uur"), begin=begin)
    return v.ui(N_("{begin} tot {einde} uur"), begin=begin, einde=f"{one.einde:%H:%M}")


def _stand(blik: Blik, one: Vergadering) -> str:
    """What stands in the data, which may be from before the day of the meeting."""
    words = VOORBIJ if voorbij_en_open(one, blik.vandaag) else STAND
    return blik.v.ui(words[one.stand])


def voorbij_en_open(one: Vergadering, vandaag: Datum) -> bool:
    """Whether a meeting is past, and nobody filled in whether it was held."""
    return one.stand in VOORBIJ and not komt(one, vandaag)


def _agendapunt(blik: Blik, punt: Agendapunt) -> AgendapuntRij:
    return AgendapuntRij(
        titel=blik.v.tekst(punt.titel),
        partijen=None
        if isinstance(punt.partijen, Onbekend)
        else tuple(partijnaam(blik, key) for key in punt.partijen or ()),
        doel=None if isinstance(punt.doel, Onbekend) else blik.v.ui(DOEL[punt.doel]),
        speerpunten=speerpunten(blik, punt.speerpunten),
        documenten=documenten(blik, punt.documenten),
    )


def speerpunten(blik: Blik, keys: tuple[str, ...]) -> tuple[Link, ...]:
    """Links to speerpunten."""
    return tuple(naar(blik, Speerpunt, key) for key in keys)


def documenten(blik: Blik, keys: tuple[str, ...]) -> tuple[Link, ...]:
    """Links to core documents."""
    return tuple(naar(blik, Basisdocument, key) for key in keys)
