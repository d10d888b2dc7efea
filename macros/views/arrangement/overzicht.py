"""The inventory: every arrangement on a row, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from macros.model.arrangement import Arrangement, Doelgroep, Geldstroom, SoortArrangement
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Sector
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.arrangement.basis import (
    DOELGROEP,
    GELDSTROOM,
    ONBEKEND_WOORD,
    TOESTAND,
    VORM,
)
from macros.views.basis import ONBEKENDE_WAARDE, HerkomstRij, Keus, herkomst, mogelijk, stand_op
from macros.views.blik import Blik
from macros.views.onbekend import niet_bekend

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ArrangementRij:
    """A row of the inventory; None is unknown. ``bij``: where it is, for whom and for what age, as
    far as that is known.

    ``kenmerken`` are what a filter looks at: what is unknown is left out and so fits every choice.
    """

    id: str
    titel: Tekst
    pad: str
    is_pilot: bool
    toestand: str | None
    bij: tuple[Tekst, ...]
    kenmerken: tuple[tuple[str, str], ...]


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
    """What the inventory is about. ``kort`` is the first paragraph of the plain text, ``meer`` the
    rest of it.
    """

    samen: Tekst
    kort: Tekst
    meer: Tekst
    herkomst: HerkomstRij


def inleiding(blik: Blik) -> Inleiding | None:
    """What the inventory is about, when that is written down."""
    one = blik.regio.inventaris
    if one is None:
        return None
    plain = blik.v.tekst(one.voor_ouders)
    first, _, rest = plain.tekst.partition("\n")
    return Inleiding(
        samen=blik.v.tekst(one.samen),
        kort=Tekst(first, plain.taal),
        meer=Tekst(rest.strip(), plain.taal),
        herkomst=herkomst(blik, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class Overzicht:
    """The inventory. ``onbekend``: what is unknown of every one, and what a silent row means."""

    filter: ArrangementFilter
    rijen: tuple[ArrangementRij, ...]
    onbekend: str


def op_titel(regio: Regio) -> list[Arrangement]:
    """The arrangements that count in alphabetical order, pilots last."""
    rows = actief(regio.arrangementen)
    return sorted(rows, key=lambda one: (one.soort is SoortArrangement.PILOT, one.titel.casefold()))


def overzicht(blik: Blik) -> Overzicht:
    """The whole inventory."""
    every = op_titel(blik.regio)
    rows = tuple(_rij(blik, one) for one in every)
    never = [name for name in _GEVRAAGD if all(getattr(one, name) is ONBEKEND for one in every)]
    unknown = niet_bekend(
        blik.v,
        [blik.v.ui(ONBEKEND_WOORD[name]) for name in never] if every else [],
        [one.gezocht(name) for name in never for one in every],
    )
    if "toestand" not in never and not all(row.toestand for row in rows):
        silent = N_("Staat er geen stand bij, dan is niet bekend of het er nu is.")
        unknown = f"{blik.v.ui(silent)} {unknown}".strip()
    return Overzicht(filter=_filter(blik, rows), rijen=rows, onbekend=unknown)


_GEVRAAGD = ("toestand", "gemeente_locatie", "doelgroepen", "leeftijd", "gemeenten", "financiering")
"""What somebody who looks for an arrangement asks first."""


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
        toestand=toestand(blik, one, N_("{stand} ({datum})")),
        bij=tuple(_bij(blik, one)),
        kenmerken=tuple(
            (name, " ".join(values))
            for name, values in known.items()
            if not isinstance(values, Onbekend)
        ),
    )


def _bij(blik: Blik, one: Arrangement) -> Iterator[Tekst]:
    """Where, for whom, for what age (or else what kind of school): what is known of it."""
    place = plaats(blik, one)
    if place:
        yield blik.v.naam(place)
    children = _kinderen(blik.v, one)
    if children:
        yield blik.v.naam(children)
    age = mogelijk(blik.v, one.leeftijd)
    schools = sectornamen(blik.v, one)
    if age or schools:
        yield age or blik.v.naam(str(schools))


def _kinderen(v: Vertaler, one: Arrangement) -> str | None:
    """For which children, in short; children in general say nothing."""
    if isinstance(one.doelgroepen, Onbekend):
        return None
    kinds = [kind for kind in one.doelgroepen if kind is not Doelgroep.ANDERS]
    return woorden(v, DOELGROEP, kinds) if kinds else None


def plaats(blik: Blik, one: Arrangement) -> str | None:
    """The municipality it is in; None is unknown."""
    if isinstance(one.gemeente_locatie, Onbekend):
        return None
    return blik.regio.gemeenten[one.gemeente_locatie].naam


def geldstromen(one: Arrangement) -> tuple[Geldstroom, ...] | Onbekend:
    """The streams of money of an arrangement."""
    if isinstance(one.financiering, Onbekend):
        return ONBEKEND
    return tuple(deel.stroom for deel in one.financiering)


def toestand(blik: Blik, one: Arrangement, *zin: str) -> str | None:
    """Whether it is there, and as of when; None is unknown."""
    if isinstance(one.toestand, Onbekend):
        return None
    return stand_op(blik, TOESTAND[one.toestand], one.herkomst.peildatum, *zin)


def gemeentenamen(blik: Blik, one: Arrangement) -> str | None:
    """The municipalities that are served; None is unknown."""
    if isinstance(one.gemeenten, Onbekend):
        return None
    return blik.v.opsomming([blik.regio.gemeenten[key].naam for key in one.gemeenten])
