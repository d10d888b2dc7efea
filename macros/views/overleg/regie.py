"""What the regisseur has to look at: what is coming, what is late, what a good decision lacks."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from macros.model.agenda import Speerpunt
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Record, actief
from macros.model.geheel import adres_van, pad_van
from macros.model.hulp import Hulp
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Besluit, Vergadering, Vervolg
from macros.model.overleg.voorstel import Voorstel
from macros.model.regio import Gemeente, Partij
from macros.tekst import N_
from macros.views.aanwezig import heeft
from macros.views.agenda.actie import verstreken
from macros.views.basis import Link, partijnaam
from macros.views.blik import Blik
from macros.views.naam import naar, naar_partij
from macros.views.overleg import tafel
from macros.views.overleg.besluit import is_klaar, te_laat, vervangers
from macros.views.overleg.kalender import (
    gaat_door,
    op_datum,
    voorbij_en_open,
)
from macros.views.overleg.komend import Moment, komend, vervolgen
from macros.views.overleg.planner import vraagt_stukken
from macros.views.overleg.tabellen import FunctieRij, functies
from macros.views.overleg.voorstel import VolgendeStap, volgende_stappen
from macros.views.verbeteren import formulier

VOORUIT = datetime.timedelta(weeks=6)
"""How far ahead the regisseur looks."""
TREKKERS = ("bestuurlijk_trekker", "ambtelijk_trekker")
KOMEND = {
    Moment.VERGADERING: N_("{datum}"),
    Moment.STUKKEN: N_("{datum}: laatste dag voor de stukken"),
    Moment.VERVOLG: N_("{datum}: klaar ({wie})"),
    Moment.STAP: N_("{datum}: {overleg} {taak}, op zijn vroegst"),
}
"""What the regisseur is told of what comes; of an action only that it is late."""


@dataclass(frozen=True, slots=True)
class Regiepunt:
    """One thing to look at; ``bij`` says when, and who, as far as that is known. ``formulier`` is
    where it can be filled in (``views.verbeteren``).
    """

    link: Link
    formulier: str
    bij: str = ""


@dataclass(frozen=True, slots=True)
class Regielijst:
    """Things of a kind to look at."""

    id: str
    kop: str
    punten: tuple[Regiepunt, ...]

    @property
    def vraagt_hand(self) -> bool:
        """Whether it has something to do or to find out, rather than a field that is unknown."""
        return self.id in HAND


HAND = (
    "komend",
    "over-tijd",
    "voorstellen",
    "niet-bijgewerkt",
    "afwezig",
    "afgemeld",
    "haalbaar",
    "geen-tafel",
    "hulp",
)
"""The lists that ask for a hand."""


@dataclass(frozen=True, slots=True)
class Regiepagina:
    """First what asks for a hand, then what is unknown, each list with something on it; and what
    the roles between the bodies do, of which the first in number is the one who reads this.

    ``agenda``: there are meetings to come at all. ``tafels`` says that it is not known whether
    every partner sits at a table, where that is so.
    """

    agenda: bool
    tafels: str
    hand: tuple[Regielijst, ...]
    onbekend: tuple[Regielijst, ...]
    functies: tuple[FunctieRij, ...]


def regiepagina(blik: Blik) -> Regiepagina:
    """What the page of the regisseur shows."""
    filled = [one for one in regie(blik) if one.punten]
    return Regiepagina(
        agenda=any(gaat_door(one, blik.vandaag) for one in op_datum(blik.regio)),
        tafels=_tafels(blik),
        hand=tuple(one for one in filled if one.vraagt_hand),
        onbekend=tuple(one for one in filled if not one.vraagt_hand),
        functies=functies(blik),
    )


def regie(blik: Blik) -> tuple[Regielijst, ...]:
    """One list for each kind of thing; what is coming and what is late come first.

    Of what the region has nothing of there is no list: it would say that all is in order.
    """

    def lijst(id: str, kop: str, punten: Iterable[Regiepunt], *over: str) -> Iterator[Regielijst]:
        if heeft(blik.regio, *over or ("overleg",)):
            yield Regielijst(id, blik.v.ui(kop), tuple(dict.fromkeys(punten)))

    def genoteerd(id: str, kop: str, punten: Iterable[Regiepunt]) -> Iterator[Regielijst]:
        """What follows from notes that not every region keeps: no list where it finds nothing."""
        yield from (one for one in lijst(id, kop, punten) if one.punten)

    def unknown_in(veld: str, keys: Container[str] = blik.regio.overleggen) -> Iterator[Regiepunt]:
        for body in actief(blik.regio.overleggen):
            if body.id in keys and getattr(body, veld) is ONBEKEND:
                yield _punt(blik, Overleg, body.id, veld)

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
            "voorstellen",
            N_("Voorstellen waarvan de volgende stap al kon"),
            _laat_voorstel(blik),
            "voorstel",
        ),
        *lijst(
            "niet-bijgewerkt",
            N_("Vergaderingen die voorbij zijn en waarvan niet bekend is of ze doorgingen"),
            (
                _punt(blik, Vergadering, one.id, "stand")
                for one in op_datum(blik.regio)
                if voorbij_en_open(one, blik.vandaag)
            ),
            "vergadering",
        ),
        *genoteerd(
            "afwezig",
            N_("Vergaderingen waar een partij er zonder bericht niet was"),
            (
                replace(_punt(blik, Vergadering, one.id, "afmeldingen"), bij=_namen(blik, gone))
                for one, gone in tafel.afwezig(blik.regio)
            ),
        ),
        *genoteerd(
            "afgemeld",
            N_("Afmeldingen zonder instemming of vertegenwoordiger"),
            _afgemeld(blik),
        ),
        *genoteerd(
            "haalbaar",
            N_("Besluiten waarvan niet is opgeschreven of het haalbaar is"),
            (
                _punt(blik, Besluit, one.id, "haalbaarheid")
                for one in tafel.niet_nagegaan(blik.regio)
            ),
        ),
        *genoteerd(
            "geen-tafel",
            N_("Partners die aan geen regionale tafel zitten"),
            (_partner(blik, key) for key in tafel.zonder_tafel(blik.regio)),
        ),
        *lijst("hulp", N_("Hulp om na te kijken"), _hulp(blik), "hulp"),
        *lijst(
            "agendapunten",
            N_("Agendapunten waarvan het doel of de partijen niet bekend zijn"),
            _agenda(blik),
            "vergadering",
        ),
        *lijst(
            "eigenaar",
            N_("Besluiten waarvan de eigenaar niet bekend is"),
            (
                _punt(blik, Besluit, one.id, "eigenaar")
                for one in actief(blik.regio.besluiten)
                if one.eigenaar is ONBEKEND and not vervangers(blik.regio, one)
            ),
            "besluit",
        ),
        *lijst(
            "trekkers",
            N_("Speerpunten waarvan een trekker niet bekend is"),
            (
                _punt(blik, Speerpunt, one.id, unknown[0])
                for one in blik.regio.actieve_speerpunten
                if (unknown := [veld for veld in TREKKERS if getattr(one, veld) is ONBEKEND])
            ),
            "speerpunt",
        ),
        *lijst(
            "stukken",
            N_("Overleggen op een route waarvan de termijn voor de stukken niet bekend is"),
            unknown_in("stukken_vooraf", on_route),
            "voorstelroute",
        ),
        *lijst(
            "bevoegdheid",
            N_("Overleggen waarvan niet bekend is wat ze mogen"),
            unknown_in("bevoegdheden"),
        ),
        *lijst(
            "voorzitter",
            N_("Overleggen waarvan de voorzitter niet bekend is"),
            unknown_in("voorzitter"),
        ),
        *lijst(
            "deelnemers",
            N_("Overleggen waarvan de deelnemers niet bekend zijn"),
            unknown_in("deelnemers"),
        ),
        *lijst("taak", N_("Overleggen waarvan de taak niet bekend is"), unknown_in("taak")),
    )


def _punt(blik: Blik, kind: type[Record], key: str, veld: str) -> Regiepunt:
    """A record to look at, and the field in it."""
    return Regiepunt(naar(blik, kind, key), formulier(pad_van(kind, key), (veld,)))


def _komend(blik: Blik) -> Iterator[Regiepunt]:
    """Meetings, last days for papers, what must be done because of a decision, and the next steps
    of proposals, by day.
    """
    for one in komend(blik, datetime.date(*blik.vandaag.begin) + VOORUIT):
        if one.moment not in KOMEND:
            continue
        zin, who = KOMEND[one.moment], {}
        loc: tuple[str | int, ...] = ("agenda",)
        if isinstance(one.deel, Vervolg):
            loc, who = ("vervolg", one.plaats, "stand"), {"wie": _wie(blik, one.deel.wie)}
        elif isinstance(one.deel, VolgendeStap):
            loc = ("stappen",)
            who = {"overleg": str(one.deel.overleg.titel), "taak": one.deel.taak}
        elif one.moment is Moment.VERGADERING and one.agenda_onbekend:
            zin = N_("{datum}; de agenda is nog onbekend")
        words = blik.v.ui(zin, datum=blik.v.datum(Datum.van(one.dag)), **who)
        yield Regiepunt(one.link, formulier(one.pad, loc), words)


def _late(blik: Blik) -> Iterator[Regiepunt]:
    """What should be done and is not known to be: of decisions and of the agenda, newest first."""
    found: list[tuple[tuple[int, int, int], Regiepunt]] = []
    zin = N_("uiterlijk {datum} ({wie})")
    for punt, item in _vervolg(blik):
        if isinstance(item.uiterlijk, Datum) and te_laat(item, blik.vandaag):
            words = blik.v.ui(zin, datum=blik.v.datum(item.uiterlijk), wie=_wie(blik, item.wie))
            found.append((item.uiterlijk.einde, replace(punt, bij=words)))
    for one in blik.regio.actieve_speerpunten:
        for index, actie in enumerate(one.acties):
            if verstreken(actie, blik.vandaag) and not is_klaar(actie.stand):
                assert not isinstance(actie.wanneer, Onbekend)
                last = max(actie.wanneer, key=lambda datum: datum.einde)
                doers = () if isinstance(actie.door, Onbekend) else actie.door
                wie = blik.v.opsomming([_wie(blik, key) for key in doers or (ONBEKEND,)])
                link = Link(blik.v.tekst(actie.wat), adres_van(Speerpunt, one.id, actie.id))
                form = formulier(pad_van(Speerpunt, one.id), ("acties", index, "stand"))
                words = blik.v.ui(zin, datum=blik.v.datum(last), wie=wie)
                found.append((last.einde, Regiepunt(link, form, words)))
    for _, punt in sorted(found, key=lambda row: row[0], reverse=True):
        yield punt


def _laat_voorstel(blik: Blik) -> Iterator[Regiepunt]:
    """Proposals of which the planner's day is past, longest ago first."""
    late = [step for step in volgende_stappen(blik) if step.te_laat and step.gepland]
    for step in sorted(late, key=lambda step: step.gepland or datetime.date.max):
        assert step.gepland
        words = blik.v.ui(
            N_("{overleg} {taak}: kon op {datum}"),
            overleg=str(step.overleg.titel),
            taak=step.taak,
            datum=blik.v.datum(Datum.van(step.gepland)),
        )
        yield replace(_punt(blik, Voorstel, step.key, "stappen"), bij=words)


def _afgemeld(blik: Blik) -> Iterator[Regiepunt]:
    for one, index, item in tafel.zonder_bericht(blik.regio):
        link = naar(blik, Vergadering, one.id)
        loc = ("afmeldingen", index, "instemming")
        form = formulier(pad_van(Vergadering, one.id), loc)
        yield Regiepunt(link, form, str(partijnaam(blik, item.partij)))


def _partner(blik: Blik, key: str) -> Regiepunt:
    kind = Gemeente if key in blik.regio.gemeenten else Partij
    return Regiepunt(naar_partij(blik, key), formulier(pad_van(kind, key)))


def _namen(blik: Blik, keys: Iterable[str]) -> str:
    return blik.v.opsomming([str(partijnaam(blik, key)) for key in keys])


def _tafels(blik: Blik) -> str:
    """That it cannot be said of every partner whether it sits at a table, and why."""
    number = tafel.onduidelijk(blik.regio)
    if not number:
        return ""
    return blik.v.aantal(
        number,
        "Of elke partner aan een regionale tafel zit, is niet te zeggen: van {n} overleg is niet "
        "bekend welke partners er zitten.",
        "Of elke partner aan een regionale tafel zit, is niet te zeggen: van {n} overleggen is "
        "niet bekend welke partners er zitten.",
    )


def _hulp(blik: Blik) -> Iterator[Regiepunt]:
    """Help of which the day has come to look whether all of it holds, longest waiting first."""
    due = [one for one in actief(blik.regio.hulp) if one.moet_nagekeken(blik.vandaag)]
    for one in sorted(due, key=lambda one: one.controle_op.begin):
        punt = _punt(blik, Hulp, one.id, "controle_op")
        yield replace(punt, bij=blik.v.ui(N_("gezien: {datum}"), datum=blik.v.datum(one.gezien_op)))


def _vervolg(blik: Blik) -> Iterator[tuple[Regiepunt, Vervolg]]:
    """What has to be done because of a decision."""
    for besluit, index, item in vervolgen(blik):
        form = formulier(pad_van(Besluit, besluit.id), ("vervolg", index, "stand"))
        yield Regiepunt(Link(blik.v.tekst(item.wat), adres_van(Besluit, besluit.id)), form), item


def _wie(blik: Blik, key: str | Onbekend) -> str:
    unknown = blik.v.ui(N_("wie: onbekend"))
    return unknown if isinstance(key, Onbekend) else str(partijnaam(blik, key))


def _agenda(blik: Blik) -> Iterator[Regiepunt]:
    for one in op_datum(blik.regio):
        for index, item in enumerate(() if isinstance(one.agenda, Onbekend) else one.agenda):
            unknown = [veld for veld in ("doel", "partijen") if getattr(item, veld) is ONBEKEND]
            if unknown:
                link = Link(blik.v.tekst(item.titel), adres_van(Vergadering, one.id))
                loc = ("agenda", index, unknown[0])
                yield Regiepunt(link, formulier(pad_van(Vergadering, one.id), loc))
