"""What actions can be filtered by, and the choices above them.

Not here: the filtering itself, which the reader's browser does.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.agenda import Actie
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.basis import agendajaren
from macros.views.basis import ONBEKENDE_WAARDE, STAND, Keus, gemeenten_van, partijnaam
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What a row can be filtered by: ids or values, ``onbekend`` among them."""

    jaar: tuple[str, ...]
    gemeente: tuple[str, ...]
    trekker: tuple[str, ...]
    stand: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """The options of each filter, only those that occur."""

    jaar: tuple[Keus, ...]
    gemeente: tuple[Keus, ...]
    trekker: tuple[Keus, ...]
    stand: tuple[Keus, ...]


def actie_kenmerken(regio: Regio, actie: Actie) -> Kenmerken:
    unknown = (ONBEKENDE_WAARDE,)
    return Kenmerken(
        jaar=unknown
        if actie.wanneer is ONBEKEND
        else tuple(dict.fromkeys(str(datum.jaar) for datum in actie.wanneer)),
        gemeente=unknown if actie.waar is ONBEKEND else gemeenten_van(regio, actie.waar),
        trekker=unknown if actie.door is ONBEKEND else actie.door,
        stand=unknown if actie.stand is ONBEKEND else (str(actie.stand),),
    )


def _once(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group))


def filters(blik: Blik) -> Filter:
    """What can be chosen above the actions."""
    parts = [
        actie_kenmerken(blik.regio, actie)
        for one in blik.regio.actieve_speerpunten
        for actie in one.acties
    ]
    onbekend = Keus(ONBEKENDE_WAARDE, blik.v.naam(blik.v.ui(N_("onbekend"))))

    def keuzen(values: tuple[str, ...], label: dict[str, Tekst]) -> tuple[Keus, ...]:
        known = [Keus(value, label[value]) for value in label if value in values]
        return (*known, onbekend) if ONBEKENDE_WAARDE in values else tuple(known)

    trekkers = _once(*(part.trekker for part in parts))
    return Filter(
        jaar=keuzen(
            _once(*(part.jaar for part in parts)),
            {str(jaar): blik.v.naam(str(jaar)) for jaar in agendajaren(blik.regio)},
        ),
        gemeente=keuzen(
            _once(*(part.gemeente for part in parts)),
            {one.id: blik.v.naam(one.naam) for one in actief(blik.regio.gemeenten)},
        ),
        trekker=keuzen(
            trekkers,
            {key: partijnaam(blik, key) for key in trekkers if key != ONBEKENDE_WAARDE},
        ),
        stand=keuzen(
            _once(*(part.stand for part in parts)),
            {str(stand): blik.v.naam(blik.v.ui(label)) for stand, label in STAND.items()},
        ),
    )
