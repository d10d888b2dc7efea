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
class ZetelRij:
    """A party and, for each body, in which roles it sits there (none: not named)."""

    naam: Tekst
    pad: str
    zetels: tuple[tuple[Tekst, ...], ...]


@dataclass(frozen=True, slots=True)
class Zetels:
    """Party by body; bodies of which nobody knows who sit there stand apart.

    ``voorstel`` says of each of the bodies whether it is only a proposal.
    """

    overleggen: tuple[Link, ...]
    voorstel: tuple[bool, ...]
    rijen: tuple[ZetelRij, ...]
    onbekend: tuple[Link, ...]


def zetels(blik: Blik) -> Zetels:
    """Who sits where, for the bodies that are not of one municipality."""
    bodies = [one for one in actief(blik.regio.overleggen) if one.soort is not SoortOverleg.LOKAAL]
    known = [one for one in bodies if one.deelnemers is not ONBEKEND]
    parties = dict.fromkeys(item.partij for one in known for item in deelnemers(one) if item.partij)
    senders = dict.fromkeys(
        item.overleg for one in known for item in deelnemers(one) if item.overleg
    )
    seat = blik.v.naam(blik.v.ui(N_("zit erin")))

    def row(naam: Tekst, pad: str, veld: str, key: str) -> ZetelRij:
        cells = []
        for one in known:
            found = [item for item in deelnemers(one) if getattr(item, veld) == key]
            cells.append(
                tuple(blik.v.tekst(item.functie) if item.functie else seat for item in found)
            )
        return ZetelRij(naam, pad, tuple(cells))

    rows = []
    for key in parties:
        link = naar_partij(blik, key)
        rows.append(row(link.titel, link.pad, "partij", key))
    for key in senders:
        link = naar(blik, Overleg, key)
        rows.append(row(link.titel, link.pad, "overleg", key))
    return Zetels(
        overleggen=tuple(naar(blik, Overleg, one.id) for one in known),
        voorstel=tuple(is_voorstel(one) for one in known),
        rijen=tuple(rows),
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


def spelregels(blik: Blik) -> tuple[tuple[str, str, tuple[SpelregelRij, ...]], ...]:
    """The lines by kind: (id, heading, rows); rules of conduct first."""
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
            groups.append((str(soort), blik.v.ui(kop), found))
    return tuple(groups)
