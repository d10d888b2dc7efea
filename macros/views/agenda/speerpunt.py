"""The speerpunten: as cards on a list, and the page of each.

Not here: the rows of its actions (``actie``) and of its years (``routekaart``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.agenda import Speerpunt
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status
from macros.model.geheel import adres_van
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.agenda.actie import ActieRij, actierijen
from macros.views.agenda.basis import agendajaren
from macros.views.agenda.routekaart import Cel, cellen
from macros.views.basis import HerkomstRij, gezocht, herkomst, later, mogelijk, partijnaam
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class SpeerpuntKaart:
    """A speerpunt on a list."""

    nummer: int
    titel: Tekst
    pad: str
    samen: Tekst
    voor_ouders: Tekst
    acties: int
    onbekend: int

    @property
    def bekend(self) -> int:
        """Of how many actions the progress is known."""
        return self.acties - self.onbekend


@dataclass(frozen=True, slots=True)
class SpeerpuntPagina:
    """Everything on the page of one speerpunt."""

    nummer: int
    titel: Tekst
    samen: Tekst
    voor_ouders: Tekst
    eerste_stap: ActieRij | None
    conclusie: Tekst | None
    opdracht: Tekst | None
    bestuurlijk_trekker: Tekst | None
    ambtelijk_trekker: Tekst | None
    acties: tuple[ActieRij, ...]
    gezocht: tuple[str, ...]
    cellen: tuple[Cel, ...]
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[tuple[str, Tekst], ...]
    vorige: tuple[Tekst, str] | None
    volgende: tuple[Tekst, str] | None


def speerpunten(blik: Blik) -> tuple[SpeerpuntKaart, ...]:
    """All active speerpunten, in short."""
    return tuple(kaart(blik.v, one) for one in blik.regio.actieve_speerpunten)


def kaart(v: Vertaler, one: Speerpunt) -> SpeerpuntKaart:
    return SpeerpuntKaart(
        nummer=one.nummer,
        titel=v.tekst(one.titel),
        pad=adres_van(Speerpunt, one.id),
        samen=v.tekst(one.samen),
        voor_ouders=v.tekst(one.voor_ouders),
        acties=len(one.acties),
        onbekend=sum(actie.stand is ONBEKEND for actie in one.acties),
    )


def speerpunt(blik: Blik, key: str) -> SpeerpuntPagina:
    """The page of one speerpunt; archived ones keep their page."""
    one = blik.regio.speerpunten[key]
    rows = actierijen(blik, one)
    vorige, volgende = _buren(blik, one)
    return SpeerpuntPagina(
        nummer=one.nummer,
        titel=blik.v.tekst(one.titel),
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        eerste_stap=rows[0] if rows else None,
        conclusie=mogelijk(blik.v, one.conclusie),
        opdracht=mogelijk(blik.v, one.opdracht),
        bestuurlijk_trekker=_trekker(blik, one.bestuurlijk_trekker),
        ambtelijk_trekker=_trekker(blik, one.ambtelijk_trekker),
        acties=rows,
        gezocht=tuple(_gezocht(blik.v, one)),
        cellen=cellen(blik.v, one, agendajaren(blik.regio)),
        herkomst=herkomst(blik, one.herkomst),
        later=later(blik, one.later_ingevuld),
        wijzigingen=tuple((blik.v.datum(w.datum), blik.v.tekst(w.wat)) for w in one.wijzigingen),
        vorige=vorige,
        volgende=volgende,
    )


def _gezocht(v: Vertaler, one: Speerpunt) -> Iterator[str]:
    """Of how many actions was looked for in vain how far they are, and when: once for each date."""
    dates = [actie.gezocht("stand") for actie in one.acties if actie.stand is ONBEKEND]
    counts = Counter(date for date in dates if date)
    for date in sorted(counts, key=lambda found: found.begin):
        yield v.aantal(
            counts[date],
            "Hoe ver {n} actie is: {gezocht}.",
            "Hoe ver {n} acties zijn: {gezocht}.",
            gezocht=gezocht(v, date),
        )


def _trekker(blik: Blik, key: object) -> Tekst | None:
    return None if key is ONBEKEND else partijnaam(blik, str(key))


def _buren(blik: Blik, one: Speerpunt) -> tuple[tuple[Tekst, str] | None, tuple[Tekst, str] | None]:
    """The speerpunt before and after by number."""
    active = blik.regio.actieve_speerpunten
    at = bisect_left(active, one.nummer, key=lambda other: other.nummer)
    after = active[at:] if one.status is Status.GEARCHIVEERD else active[at + 1 :]

    def link(found: Speerpunt | None) -> tuple[Tekst, str] | None:
        return (blik.v.tekst(found.titel), adres_van(Speerpunt, found.id)) if found else None

    return (
        link(active[at - 1] if at else None),
        link(after[0] if after else None),
    )
