"""The inventory: every arrangement on a row, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from macros.model.arrangement import Arrangement, Geldstroom, SoortArrangement
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Sector
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.arrangement.basis import DOELGROEP, GELDSTROOM, TOESTAND, VORM
from macros.views.basis import ONBEKENDE_WAARDE, HerkomstRij, Keus, herkomst, mogelijk
from macros.views.blik import Blik

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ArrangementRij:
    """A row of the inventory; None is unknown.

    ``kenmerken`` are what a filter looks at: what is unknown is left out and so fits every choice.
    """

    id: str
    titel: Tekst
    pad: str
    is_pilot: bool
    toestand: str | None
    sectoren: str | None
    gemeenten: str | None
    locatie: Tekst | None
    doelgroep: Tekst | None
    betalers: str | None
    kenmerken: tuple[tuple[str, str], ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class ArrangementFilter:
    """What the inventory can be filtered by."""

    gemeente: tuple[Keus, ...]
    vorm: tuple[Keus, ...]
    doelgroep: tuple[Keus, ...]
    sector: tuple[Keus, ...]
    betaler: tuple[Keus, ...]
    toestand: tuple[Keus, ...]


@dataclass(frozen=True, slots=True)
class Inleiding:
    """What the inventory is about."""

    samen: Tekst
    voor_ouders: Tekst
    herkomst: HerkomstRij


def inleiding(blik: Blik) -> Inleiding | None:
    """What the inventory is about, when that is written down."""
    one = blik.regio.inventaris
    if one is None:
        return None
    return Inleiding(
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        herkomst=herkomst(blik, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class Overzicht:
    """The inventory."""

    filter: ArrangementFilter
    rijen: tuple[ArrangementRij, ...]


def op_titel(regio: Regio) -> list[Arrangement]:
    """The arrangements that count in alphabetical order, pilots last."""
    rows = actief(regio.arrangementen)
    return sorted(rows, key=lambda one: (one.soort is SoortArrangement.PILOT, one.titel.casefold()))


def overzicht(blik: Blik) -> Overzicht:
    """The whole inventory."""
    rows = tuple(_rij(blik, one) for one in op_titel(blik.regio))
    return Overzicht(filter=_filter(blik, rows), rijen=rows)


def _filter(blik: Blik, rijen: Iterable[ArrangementRij]) -> ArrangementFilter:
    """Every value there is, also those no row has: to find nothing is an answer too.

    Not where it is unknown of every row: then no choice would leave anything out.
    """
    known = {name for rij in rijen for name, value in rij.kenmerken if value != ONBEKENDE_WAARDE}

    def keuzen(name: str, labels: Iterable[tuple[str, str]]) -> tuple[Keus, ...]:
        found = labels if name in known else ()
        return tuple(Keus(value, blik.v.naam(label)) for value, label in found)

    def soorten(name: str, labels: Mapping[K, str]) -> tuple[Keus, ...]:
        return keuzen(name, ((str(one), blik.v.ui(label)) for one, label in labels.items()))

    return ArrangementFilter(
        gemeente=keuzen("gemeente", ((g.id, g.naam) for g in actief(blik.regio.gemeenten))),
        vorm=soorten("vorm", VORM),
        doelgroep=soorten("doelgroep", DOELGROEP),
        sector=keuzen("sector", ((str(one), str(one)) for one in Sector)),
        betaler=soorten("betaler", GELDSTROOM),
        toestand=(
            *soorten("toestand", TOESTAND),
            Keus(ONBEKENDE_WAARDE, blik.v.naam(blik.v.ui(N_("onbekend")))),
        ),
    )


def woorden(v: Vertaler, labels: Mapping[K, str], values: Iterable[K] | Onbekend) -> str | None:
    """Choices as a list in words; None is unknown."""
    if isinstance(values, Onbekend):
        return None
    return v.opsomming([v.ui(labels[one]) for one in values])


def sectornamen(v: Vertaler, one: Arrangement) -> str | None:
    """The kinds of school; None is unknown."""
    return None if isinstance(one.sectoren, Onbekend) else v.opsomming(list(one.sectoren))


def _rij(blik: Blik, one: Arrangement) -> ArrangementRij:
    streams = geldstromen(one)
    known: dict[str, Iterable[str] | Onbekend] = {
        "gemeente": one.gemeenten,
        "vorm": one.vorm if isinstance(one.vorm, Onbekend) else (one.vorm,),
        "doelgroep": one.doelgroepen,
        "sector": one.sectoren,
        "betaler": streams,
        "toestand": (
            ONBEKENDE_WAARDE if isinstance(one.toestand, Onbekend) else str(one.toestand),
        ),
    }
    return ArrangementRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        pad=adres_van(Arrangement, one.id),
        is_pilot=one.soort is SoortArrangement.PILOT,
        toestand=toestand(blik.v, one),
        sectoren=sectornamen(blik.v, one),
        gemeenten=gemeentenamen(blik, one),
        locatie=mogelijk(blik.v, one.locatie),
        doelgroep=mogelijk(blik.v, one.doelgroep),
        betalers=woorden(blik.v, GELDSTROOM, streams),
        kenmerken=tuple(
            (name, " ".join(values))
            for name, values in known.items()
            if not isinstance(values, Onbekend)
        ),
        herkomst=herkomst(blik, one.herkomst),
    )


def geldstromen(one: Arrangement) -> tuple[Geldstroom, ...] | Onbekend:
    """The streams of money of an arrangement."""
    if isinstance(one.financiering, Onbekend):
        return ONBEKEND
    return tuple(deel.stroom for deel in one.financiering)


def toestand(v: Vertaler, one: Arrangement) -> str | None:
    """Whether it is there, and as of when; None is unknown."""
    if isinstance(one.toestand, Onbekend):
        return None
    datum = v.datum(one.herkomst.peildatum)
    label = v.ui(TOESTAND[one.toestand])
    return v.ui(N_("{stand} (stand van {datum})"), stand=label, datum=datum)


def gemeentenamen(blik: Blik, one: Arrangement) -> str | None:
    """The municipalities that are served; None is unknown."""
    if isinstance(one.gemeenten, Onbekend):
        return None
    return blik.v.opsomming([blik.regio.gemeenten[key].naam for key in one.gemeenten])
