"""Who sits where, which subject is discussed where, what roles do, and the rules of the game."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.overleg.structuur import Overleg, SoortOverleg, SoortSpelregel
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, partijnaam
from macros.views.blik import Blik
from macros.views.naam import naar, naar_partij
from macros.views.overleg.basis import afspraak, deelnemers, is_voorstel


@dataclass(frozen=True, slots=True)
class Zetel:
    """A body in which somebody sits, in which role if that is named; ``voorstel``: so it is
    proposed.
    """

    overleg: Link
    functie: Tekst | None
    voorstel: bool


@dataclass(frozen=True, slots=True)
class ZetelRij:
    """A party, or a body that sends somebody, and where it sits."""

    naam: Tekst
    pad: str
    zetels: tuple[Zetel, ...]


@dataclass(frozen=True, slots=True)
class Zetels:
    """Who sits where; bodies of which nobody knows who sit there stand apart."""

    rijen: tuple[ZetelRij, ...]
    onbekend: tuple[Link, ...]


def zetels(blik: Blik) -> Zetels:
    """Who sits where, for the bodies that are not of one municipality."""
    bodies = [one for one in actief(blik.regio.overleggen) if one.soort is not SoortOverleg.LOKAAL]
    known = [one for one in bodies if one.deelnemers is not ONBEKEND]
    parties: dict[Link, list[Zetel]] = {}
    senders: dict[Link, list[Zetel]] = {}
    for one in known:
        for item in deelnemers(one):
            who = parties if item.partij else senders
            link = (
                naar_partij(blik, item.partij)
                if item.partij
                else naar(blik, Overleg, item.overleg or "")
            )
            role = blik.v.tekst(item.functie) if item.functie else None
            seat = Zetel(naar(blik, Overleg, one.id), role, is_voorstel(one))
            who.setdefault(link, []).append(seat)
    return Zetels(
        rijen=tuple(
            ZetelRij(link.titel, link.pad, tuple(seats))
            for link, seats in (*parties.items(), *senders.items())
        ),
        onbekend=tuple(naar(blik, Overleg, one.id) for one in bodies if one not in known),
    )


@dataclass(frozen=True, slots=True)
class OnderwerpRij:
    """A subject and the bodies that discuss it; local bodies count as one."""

    id: str
    titel: Tekst
    uitleg: Tekst
    overleggen: tuple[Link, ...]
    lokaal: int
    herkomst: HerkomstRij

    @property
    def plekken(self) -> int:
        """In how many kinds of places it is discussed."""
        return len(self.overleggen) + bool(self.lokaal)


def onderwerpen(blik: Blik) -> tuple[OnderwerpRij, ...]:
    """Every subject, those discussed in most places first."""
    rows = []
    for one in actief(blik.regio.onderwerpen):
        where = [body for body in actief(blik.regio.overleggen) if one.id in body.onderwerpen]
        local = [body for body in where if body.soort is SoortOverleg.LOKAAL]
        rows.append(
            OnderwerpRij(
                one.id,
                blik.v.tekst(one.titel),
                blik.v.tekst(one.uitleg),
                tuple(naar(blik, Overleg, body.id) for body in where if body not in local),
                len(local),
                herkomst(blik, one.herkomst),
            )
        )
    return tuple(sorted(rows, key=lambda row: -row.plekken))


@dataclass(frozen=True, slots=True)
class FunctieRij:
    """A role: what it does and what it does not do; ``afspraak`` says when it is a proposal."""

    id: str
    naam: Tekst
    afspraak: str
    voor_ouders: Tekst
    doet: tuple[Tekst, ...]
    doet_niet: tuple[Tekst, ...]
    herkomst: HerkomstRij


def functies(blik: Blik) -> tuple[FunctieRij, ...]:
    """The roles between the bodies."""
    return tuple(
        FunctieRij(
            one.id,
            partijnaam(blik, one.partij),
            afspraak(blik.v, one.afspraak),
            blik.v.tekst(one.voor_ouders),
            tuple(blik.v.tekst(text) for text in one.doet),
            tuple(blik.v.tekst(text) for text in one.doet_niet),
            herkomst(blik, one.herkomst),
        )
        for one in sorted(actief(blik.regio.functies), key=lambda one: one.nummer)
    )


@dataclass(frozen=True, slots=True)
class SpelregelRij:
    """A finding, a principle or a rule of conduct; ``afspraak`` says when it is a proposal."""

    id: str
    titel: Tekst
    afspraak: str
    tekst: Tekst
    herkomst: HerkomstRij


SPELREGELS = {
    SoortSpelregel.GEDRAGSREGEL: N_("Gedragsregels"),
    SoortSpelregel.UITGANGSPUNT: N_("Waar de structuur aan moet voldoen"),
    SoortSpelregel.ANALYSE: N_("Wat er niet goed ging"),
}


def spelregels(blik: Blik) -> tuple[tuple[SoortSpelregel, str, tuple[SpelregelRij, ...]], ...]:
    """The lines by kind: (kind, heading, rows); rules of conduct first."""
    rows = sorted(actief(blik.regio.spelregels), key=lambda one: one.nummer)
    groups = []
    for soort, kop in SPELREGELS.items():
        found = tuple(
            SpelregelRij(
                one.id,
                blik.v.tekst(one.titel),
                afspraak(blik.v, one.afspraak),
                blik.v.tekst(one.tekst),
                herkomst(blik, one.herkomst),
            )
            for one in rows
            if one.soort is soort
        )
        if found:
            groups.append((soort, blik.v.ui(kop), found))
    return tuple(groups)
