"""What the regisseur has to look at: what is coming, what is late, what a good decision lacks."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from macros.model.agenda import Speerpunt
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Besluit, Vergadering, Vervolg
from macros.tekst import N_
from macros.views.aanwezig import heeft
from macros.views.agenda.actie import verstreken
from macros.views.basis import Link, partijnaam
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.overleg.besluit import is_klaar, te_laat, vervangers
from macros.views.overleg.kalender import (
    gaat_door,
    op_datum,
    voorbij_en_open,
)
from macros.views.overleg.planner import stukken_uiterlijk, vraagt_stukken

VOORUIT = datetime.timedelta(weeks=6)
"""How far ahead the regisseur looks."""


@dataclass(frozen=True, slots=True)
class Regiepunt:
    """One thing to look at; ``bij`` says when, and who, as far as that is known."""

    link: Link
    bij: str = ""


@dataclass(frozen=True, slots=True)
class Regielijst:
    """Things of a kind to look at."""

    id: str
    kop: str
    punten: tuple[Regiepunt, ...]


def regie(blik: Blik) -> tuple[Regielijst, ...]:
    """One list for each kind of thing; what is coming and what is late come first.

    Of what the region has nothing of there is no list: it would say that all is in order.
    """

    def lijst(
        id: str, kop: str, punten: Iterable[Regiepunt | Link], *over: str
    ) -> Iterator[Regielijst]:
        if heeft(blik.regio, *over or ("overleg",)):
            rows = (Regiepunt(one) if isinstance(one, Link) else one for one in punten)
            yield Regielijst(id, blik.v.ui(kop), tuple(dict.fromkeys(rows)))

    def without(veld: str, keys: Container[str] = blik.regio.overleggen) -> Iterator[Link]:
        for body in actief(blik.regio.overleggen):
            if body.id in keys and getattr(body, veld) is ONBEKEND:
                yield naar(blik, Overleg, body.id)

    on_route = {
        key
        for one in actief(blik.regio.routes)
        for stap in one.stappen
        if vraagt_stukken(stap.taak)
        for key in stap.overleggen
    }
    return (
        *lijst("komend", N_("Komende zes weken"), _komend(blik)),
        *lijst(
            "over-tijd", N_("Acties waarvan de tijd voorbij is"), _late(blik), "actie", "besluit"
        ),
        *lijst(
            "niet-bijgewerkt",
            N_("Vergaderingen die voorbij zijn en nog 'gepland' heten"),
            (
                naar(blik, Vergadering, one.id)
                for one in op_datum(blik.regio)
                if voorbij_en_open(one, blik.vandaag)
            ),
            "vergadering",
        ),
        *lijst(
            "agendapunten",
            N_("Agendapunten zonder doel of zonder partijen"),
            _agenda(blik),
            "vergadering",
        ),
        *lijst(
            "eigenaar",
            N_("Besluiten zonder eigenaar"),
            (
                naar(blik, Besluit, one.id)
                for one in actief(blik.regio.besluiten)
                if one.eigenaar is ONBEKEND and not vervangers(blik.regio, one)
            ),
            "besluit",
        ),
        *lijst(
            "trekkers",
            N_("Speerpunten zonder trekker"),
            (
                naar(blik, Speerpunt, one.id)
                for one in blik.regio.actieve_speerpunten
                if ONBEKEND in (one.bestuurlijk_trekker, one.ambtelijk_trekker)
            ),
            "speerpunt",
        ),
        *lijst(
            "stukken",
            N_("Overleggen op een route zonder termijn voor de stukken"),
            without("stukken_vooraf", on_route),
            "voorstelroute",
        ),
        *lijst("bevoegdheid", N_("Overleggen zonder bevoegdheid"), without("bevoegdheden")),
        *lijst("voorzitter", N_("Overleggen zonder voorzitter"), without("voorzitter")),
        *lijst("deelnemers", N_("Overleggen zonder deelnemers"), without("deelnemers")),
        *lijst("taak", N_("Overleggen zonder taak"), without("taak")),
    )


def _komend(blik: Blik) -> Iterator[Regiepunt]:
    """Meetings, last days for papers and what must be done, in order of day."""
    first = datetime.date(*blik.vandaag.begin)
    found: list[tuple[datetime.date, Regiepunt]] = []

    def noteer(day: datetime.date | None, link: Link, zin: str, **waarden: str) -> None:
        if day and first <= day <= first + VOORUIT:
            words = blik.v.ui(zin, datum=blik.v.datum(Datum.van(day)), **waarden)
            found.append((day, Regiepunt(link, words)))

    for one in op_datum(blik.regio):
        if gaat_door(one, blik.vandaag):
            link = naar(blik, Vergadering, one.id)
            open_ = one.agenda is ONBEKEND
            zin = N_("{datum}; de agenda is nog onbekend") if open_ else N_("{datum}")
            noteer(one.datum.dagdatum, link, zin)
            noteer(
                stukken_uiterlijk(blik.regio, one), link, N_("{datum}: laatste dag voor de stukken")
            )
    for besluit, item in _vervolg(blik.regio):
        if isinstance(item.uiterlijk, Datum) and not is_klaar(item.stand):
            link = Link(blik.v.tekst(item.wat), adres_van(Besluit, besluit.id))
            who = _wie(blik, item.wie)
            due = datetime.date(*item.uiterlijk.einde)
            noteer(due, link, N_("{datum}: klaar ({wie})"), wie=who)
    for _, punt in sorted(found, key=lambda row: row[0]):
        yield punt


def _late(blik: Blik) -> Iterator[Regiepunt]:
    """What should be done and is not known to be: of decisions and of the agenda, newest first."""
    found: list[tuple[tuple[int, int, int], Regiepunt]] = []
    zin = N_("uiterlijk {datum} ({wie})")
    for besluit, item in _vervolg(blik.regio):
        if isinstance(item.uiterlijk, Datum) and te_laat(item, blik.vandaag):
            link = Link(blik.v.tekst(item.wat), adres_van(Besluit, besluit.id))
            words = blik.v.ui(zin, datum=blik.v.datum(item.uiterlijk), wie=_wie(blik, item.wie))
            found.append((item.uiterlijk.einde, Regiepunt(link, words)))
    for one in blik.regio.actieve_speerpunten:
        for actie in one.acties:
            if verstreken(actie, blik.vandaag) and not is_klaar(actie.stand):
                assert not isinstance(actie.wanneer, Onbekend)
                last = max(actie.wanneer, key=lambda datum: datum.einde)
                doers = () if isinstance(actie.door, Onbekend) else actie.door
                wie = blik.v.opsomming([_wie(blik, key) for key in doers or (ONBEKEND,)])
                link = Link(blik.v.tekst(actie.wat), adres_van(Speerpunt, one.id, actie.id))
                found.append(
                    (last.einde, Regiepunt(link, blik.v.ui(zin, datum=blik.v.datum(last), wie=wie)))
                )
    for _, punt in sorted(found, key=lambda row: row[0], reverse=True):
        yield punt


def _vervolg(regio: Regio) -> Iterator[tuple[Besluit, Vervolg]]:
    """What has to be done, of decisions that no later one replaced."""
    for besluit in actief(regio.besluiten):
        if not isinstance(besluit.vervolg, Onbekend) and not vervangers(regio, besluit):
            for item in besluit.vervolg:
                yield besluit, item


def _wie(blik: Blik, key: str | Onbekend) -> str:
    unknown = blik.v.ui(N_("wie: onbekend"))
    return unknown if isinstance(key, Onbekend) else str(partijnaam(blik, key))


def _agenda(blik: Blik) -> Iterator[Link]:
    for one in op_datum(blik.regio):
        if not isinstance(one.agenda, Onbekend):
            for punt in one.agenda:
                if ONBEKEND in (punt.doel, punt.partijen):
                    yield Link(blik.v.tekst(punt.titel), adres_van(Vergadering, one.id))
