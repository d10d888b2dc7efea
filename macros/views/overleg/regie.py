"""What the regisseur has to look at: what a good decision still lacks, and what is late."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from macros.model.agenda import Stand
from macros.model.basis import ONBEKEND, Datum, Onbekend, actief
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.agenda import speerpunt_pad, verstreken
from macros.views.basis import N_, Link
from macros.views.overleg.basis import overleg_link
from macros.views.overleg.besluit import te_laat
from macros.views.overleg.kalender import besluit_pad, op_datum, vergadering_pad, voorbij_en_open


@dataclass(frozen=True, slots=True)
class Regielijst:
    """Something to look at: what it is, and where."""

    id: str
    kop: str
    punten: tuple[Link, ...]


def regie(regio: Regio, v: Vertaler, vandaag: Datum) -> tuple[Regielijst, ...]:
    """One list for each kind of thing; what is late comes first."""

    def lijst(id: str, kop: str, punten: Iterable[Link]) -> Regielijst:
        return Regielijst(id, v.ui(kop), tuple(dict.fromkeys(punten)))

    def without(veld: str, keys: Container[str] = regio.overleggen) -> Iterator[Link]:
        for body in actief(regio.overleggen):
            if body.id in keys and getattr(body, veld) is ONBEKEND:
                yield overleg_link(regio, v, body.id)

    in_route = {
        key for one in actief(regio.routes) for stap in one.stappen for key in stap.overleggen
    }
    return (
        lijst("over-tijd", N_("Acties waarvan de tijd voorbij is"), _late(regio, v, vandaag)),
        lijst(
            "niet-bijgewerkt",
            N_("Vergaderingen die voorbij zijn en nog 'gepland' heten"),
            (
                Link(v.tekst(one.titel), vergadering_pad(one.id))
                for one in op_datum(regio)
                if voorbij_en_open(one, vandaag)
            ),
        ),
        lijst("agendapunten", N_("Agendapunten zonder doel of zonder partijen"), _agenda(regio, v)),
        lijst(
            "eigenaar",
            N_("Besluiten zonder eigenaar"),
            (
                Link(v.tekst(one.titel), besluit_pad(one.id))
                for one in actief(regio.besluiten)
                if one.eigenaar is ONBEKEND
            ),
        ),
        lijst(
            "trekkers",
            N_("Speerpunten zonder trekker"),
            (
                Link(v.tekst(one.titel), speerpunt_pad(one.id))
                for one in regio.actieve_speerpunten
                if ONBEKEND in (one.bestuurlijk_trekker, one.ambtelijk_trekker)
            ),
        ),
        lijst(
            "stukken",
            N_("Overleggen op een route zonder termijn voor de stukken"),
            without("stukken_vooraf", in_route),
        ),
        lijst("bevoegdheid", N_("Overleggen zonder bevoegdheid"), without("bevoegdheden")),
        lijst("voorzitter", N_("Overleggen zonder voorzitter"), without("voorzitter")),
        lijst("deelnemers", N_("Overleggen zonder deelnemers"), without("deelnemers")),
        lijst("taak", N_("Overleggen zonder taak"), without("taak")),
    )


def _late(regio: Regio, v: Vertaler, vandaag: Datum) -> Iterator[Link]:
    """Actions of the agenda and of decisions that should be done, and are not known to be."""
    for one in regio.actieve_speerpunten:
        for actie in one.acties:
            if verstreken(actie, vandaag) and actie.stand not in (Stand.AFGEROND, Stand.GESTOPT):
                yield Link(v.tekst(actie.wat), f"{speerpunt_pad(one.id)}#actie-{actie.id}")
    for besluit in actief(regio.besluiten):
        if not isinstance(besluit.vervolg, Onbekend):
            for item in besluit.vervolg:
                if te_laat(item, vandaag):
                    yield Link(v.tekst(item.wat), besluit_pad(besluit.id))


def _agenda(regio: Regio, v: Vertaler) -> Iterator[Link]:
    for one in op_datum(regio):
        if not isinstance(one.agenda, Onbekend):
            for punt in one.agenda:
                if ONBEKEND in (punt.doel, punt.partijen):
                    yield Link(v.tekst(punt.titel), vergadering_pad(one.id))
