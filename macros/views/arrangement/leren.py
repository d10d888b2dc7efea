"""What helps and what others learned: national frames, steps to a policy frame, lessons, groups."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.agenda import Speerpunt
from macros.model.arrangement import Deelvolgorde, Handvat, Leergroep, Les, Verslag
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.samenwerking.onderdeel import Onderdeel
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.editie import keuzen
from macros.views.arrangement.basis import LESTHEMA, arrangement_links
from macros.views.basis import (
    HerkomstRij,
    Keus,
    Link,
    herkomst,
    mogelijk,
    mogelijke_datum,
    zin_en_rest,
)
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.onbekend import onbekende_velden


@dataclass(frozen=True, slots=True)
class HandvatRij:
    """A national frame. ``looptijd`` empty: it has no beginning or end. ``kort`` and ``meer`` are
    the plain explanation: its first sentence, the rest.
    """

    id: str
    titel: Tekst
    uitleg: Tekst
    kort: Tekst
    meer: Tekst | None
    delen: tuple[Tekst, ...]
    zijn_stappen: bool
    looptijd: str
    grenzen: tuple[Tekst, ...]
    adres: str | None
    onbekend: str
    herkomst: HerkomstRij


def handvatten(blik: Blik) -> tuple[HandvatRij, ...]:
    """The national frames."""
    rows = sorted(actief(blik.regio.handvatten), key=lambda one: one.nummer)
    return tuple(_handvat(blik, one) for one in rows)


def _handvat(blik: Blik, one: Handvat) -> HandvatRij:
    short, more = zin_en_rest(blik.v.tekst(one.voor_ouders))
    return HandvatRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        uitleg=blik.v.tekst(one.uitleg),
        kort=short,
        meer=more,
        delen=tuple(blik.v.tekst(text) for text in one.delen),
        zijn_stappen=one.delen_zijn is Deelvolgorde.STAPPEN,
        looptijd=_looptijd(blik, one),
        grenzen=tuple(blik.v.tekst(text) for text in one.grenzen),
        adres=None if isinstance(one.adres, Onbekend) else one.adres,
        onbekend=onbekende_velden(blik.v, one, {"adres": N_("waar het te vinden is")}),
        herkomst=herkomst(blik, one.herkomst),
    )


def _looptijd(blik: Blik, one: Handvat) -> str:
    """What is left out is not there, which is not the same as unknown."""
    if one.begint is None and one.eindigt is None:
        return ""
    unknown = blik.v.ui(N_("onbekend"))
    begin = blik.v.datum(one.begint) if isinstance(one.begint, Datum) else unknown
    end = blik.v.datum(one.eindigt) if isinstance(one.eindigt, Datum) else unknown
    if one.eindigt is None:
        text = blik.v.ui(N_("sinds {datum}"), datum=begin)
    elif one.begint is None:
        text = blik.v.ui(N_("tot {datum}"), datum=end)
    else:
        text = blik.v.ui(N_("van {begin} tot {einde}"), begin=begin, einde=end)
    past = isinstance(one.eindigt, Datum) and one.eindigt.einde < blik.vandaag.begin
    return blik.v.ui(N_("{looptijd} (voorbij)"), looptijd=text) if past else text


@dataclass(frozen=True, slots=True)
class Beleidsstap:
    """What a year brings on the way to the policy frame."""

    speerpunt: Link
    jaren: tuple[tuple[int, Tekst], ...]
    herkomst: HerkomstRij


def beleidsstappen(blik: Blik) -> tuple[Beleidsstap, ...]:
    """The planning of the speerpunten that ask for the inventory and the frame."""
    whole = blik.regio.inventaris
    points = [blik.regio.speerpunten[key] for key in whole.speerpunten] if whole else []
    return tuple(
        Beleidsstap(
            naar(blik, Speerpunt, one.id),
            tuple((plan.jaar, blik.v.tekst(plan.wat)) for plan in one.planning),
            herkomst(blik, one.herkomst),
        )
        for one in points
    )


@dataclass(frozen=True, slots=True)
class LesRij:
    """A lesson; ``kenmerken`` are what a filter looks at."""

    id: str
    titel: Tekst
    thema: str
    waar: Tekst
    datum: str | None
    wat: Tekst
    dus: Tekst
    past_bij: tuple[Link, ...]
    kenmerken: tuple[tuple[str, str], ...]
    onbekend: str
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class LeergroepRij:
    """A learning group; None is unknown. ``bijeenkomsten``: (when, whether there is a report)."""

    id: str
    titel: Tekst
    netwerk: Tekst
    vragen: tuple[Tekst, ...] | None
    doelen: tuple[Tekst, ...] | None
    werkwijze: tuple[Tekst, ...]
    voor_wie: Tekst | None
    bijeenkomsten: tuple[tuple[Tekst | None, str], ...] | None
    thema: str
    onbekend: str
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Lessen:
    """All lessons by theme, and what they can be filtered by."""

    thema: tuple[Keus, ...]
    speerpunt: tuple[Keus, ...]
    rijen: tuple[LesRij, ...]


def lessen(blik: Blik) -> Lessen:
    """Every lesson, in the order of the themes."""
    order = list(LESTHEMA)
    every = sorted(
        actief(blik.regio.lessen), key=lambda one: (order.index(one.thema), one.titel.casefold())
    )
    used = {one.thema for one in every}
    named = {key for one in every for key in one.speerpunten}
    return Lessen(
        thema=tuple(
            Keus(str(one), blik.v.naam(blik.v.ui(label)))
            for one, label in LESTHEMA.items()
            if one in used
        ),
        speerpunt=keuzen(blik, named),
        rijen=tuple(_les(blik, one) for one in every),
    )


def _les(blik: Blik, one: Les) -> LesRij:
    points = tuple(naar(blik, Speerpunt, key) for key in one.speerpunten)
    parts = tuple(naar(blik, Onderdeel, key) for key in one.onderdelen)
    return LesRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        thema=blik.v.ui(LESTHEMA[one.thema]),
        waar=blik.v.tekst(one.waar),
        datum=mogelijke_datum(blik.v, one.datum),
        wat=blik.v.tekst(one.wat),
        dus=blik.v.tekst(one.dus),
        past_bij=(*points, *parts, *arrangement_links(blik, one.arrangementen)),
        kenmerken=(("thema", str(one.thema)), ("speerpunt", " ".join(one.speerpunten))),
        onbekend=onbekende_velden(blik.v, one, {"datum": N_("wanneer dit is besproken")}),
        herkomst=herkomst(blik, one.herkomst),
    )


def leergroepen(blik: Blik) -> tuple[LeergroepRij, ...]:
    """The learning groups, in their order."""
    rows = sorted(actief(blik.regio.leergroepen), key=lambda one: one.nummer)
    return tuple(_leergroep(blik, one) for one in rows)


def _leergroep(blik: Blik, one: Leergroep) -> LeergroepRij:
    def teksten(values: tuple[str, ...] | Onbekend) -> tuple[Tekst, ...] | None:
        return (
            None if isinstance(values, Onbekend) else tuple(blik.v.tekst(text) for text in values)
        )

    return LeergroepRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        netwerk=blik.v.tekst(one.netwerk),
        vragen=teksten(one.vragen),
        doelen=teksten(one.doelen),
        werkwijze=teksten(one.werkwijze) or (),
        voor_wie=mogelijk(blik.v, one.voor_wie),
        bijeenkomsten=None
        if isinstance(one.bijeenkomsten, Onbekend)
        else tuple(
            (mogelijk(blik.v, item.wanneer), blik.v.ui(VERSLAG[item.verslag]))
            for item in one.bijeenkomsten
        ),
        thema=blik.v.ui(LESTHEMA[one.thema]),
        onbekend=onbekende_velden(
            blik.v,
            one,
            {
                "vragen": N_("welke vragen de groep heeft"),
                "doelen": N_("wat de groep wil bereiken"),
                "voor_wie": N_("voor wie de groep is"),
                "bijeenkomsten": N_("wanneer de groep bij elkaar kwam"),
            },
        ),
        herkomst=herkomst(blik, one.herkomst),
    )


VERSLAG: dict[Verslag | Onbekend, str] = {
    Verslag.JA: N_("met verslag"),
    Verslag.NEE: N_("zonder verslag"),
    Onbekend.ONBEKEND: N_("of er een verslag is, is onbekend"),
}
