"""The actions, each with what is known and not known about it.

Not here: the counts over all of them (``stand``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.agenda import Actie, Speerpunt, Stand
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import adres_van
from macros.model.regio import Bron
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.kenmerken import Kenmerken, actie_kenmerken
from macros.views.basis import (
    STAND,
    HerkomstRij,
    herkomst,
    mogelijk,
    partijnaam,
    plek_in_zin,
    pleknaam,
    stand_op,
)
from macros.views.blik import Blik

VELDEN = ("resultaat", "door", "wanneer", "waar", "stand")
"""What people ask of an action, and may not be known."""


@dataclass(frozen=True, slots=True)
class ActieRij:
    """An action with everything that is known and not known about it. None is unknown.

    ``sleutel`` is its name among all actions, which stays. ``plekken`` is ``waar`` as it is called
    in a sentence; ``overal`` is in the whole region, and ``gezocht`` when each unknown field was
    looked for.
    """

    nummer: str
    id: str
    sleutel: str
    wat: Tekst
    resultaat: Tekst | None
    speerpunt: Tekst
    pad: str
    door: tuple[Tekst, ...]
    wanneer: str | None
    sorteer: str
    waar: tuple[Tekst, ...]
    plekken: tuple[Tekst, ...]
    overal: bool
    stand: Stand | None
    stand_label: str
    bewijs: tuple[tuple[Tekst, str], ...]
    gezocht: Mapping[str, Datum | None]
    herkomst: HerkomstRij
    kenmerken: Kenmerken


def acties(blik: Blik) -> tuple[ActieRij, ...]:
    """Every action of every active speerpunt."""
    return tuple(row for one in blik.regio.actieve_speerpunten for row in actierijen(blik, one))


def actierijen(blik: Blik, speerpunt: Speerpunt) -> tuple[ActieRij, ...]:
    return tuple(
        _actierij(blik, speerpunt, actie, f"{speerpunt.nummer}.{index}")
        for index, actie in enumerate(speerpunt.acties, start=1)
    )


def _actierij(blik: Blik, speerpunt: Speerpunt, actie: Actie, nummer: str) -> ActieRij:
    return ActieRij(
        nummer=nummer,
        id=actie.id,
        sleutel=f"{speerpunt.id}/{actie.id}",
        wat=blik.v.tekst(actie.wat),
        resultaat=mogelijk(blik.v, actie.resultaat),
        speerpunt=blik.v.tekst(speerpunt.titel),
        pad=adres_van(Speerpunt, speerpunt.id, actie.id),
        door=() if actie.door is ONBEKEND else tuple(partijnaam(blik, k) for k in actie.door),
        sorteer=""
        if actie.wanneer is ONBEKEND
        else ", ".join(str(datum) for datum in actie.wanneer),
        wanneer=_wanneer(blik.v, actie),
        waar=() if actie.waar is ONBEKEND else tuple(pleknaam(blik, key) for key in actie.waar),
        plekken=()
        if actie.waar is ONBEKEND
        else tuple(plek_in_zin(blik, key) for key in actie.waar),
        overal=actie.waar == (blik.regio.instellingen.gebied,),
        stand=None if actie.stand is ONBEKEND else actie.stand,
        stand_label=_stand_label(blik, actie),
        bewijs=()
        if actie.bewijs is ONBEKEND
        else tuple(
            (blik.v.titel(blik.regio.bronnen[key].titel), adres_van(Bron, key))
            for key in actie.bewijs
        ),
        gezocht={veld: actie.gezocht(veld) for veld in VELDEN},
        herkomst=herkomst(blik, actie.herkomst),
        kenmerken=actie_kenmerken(blik.regio, actie),
    )


def _wanneer(v: Vertaler, actie: Actie) -> str | None:
    if actie.wanneer is ONBEKEND:
        return v.ui(N_("elk jaar (begin onbekend)")) if actie.herhaling else None
    dates = ", ".join(v.datum(datum) for datum in actie.wanneer)
    return v.ui(N_("elk jaar ({jaren})"), jaren=dates) if actie.herhaling else dates


def _stand_label(blik: Blik, actie: Actie) -> str:
    if actie.stand is ONBEKEND:
        datum = blik.v.datum(actie.stand_peildatum)
        return blik.v.ui(N_("hoe ver: onbekend (laatste bron: {datum})"), datum=datum)
    return stand_op(blik, STAND[actie.stand], actie.stand_peildatum)


def verstreken(actie: Actie, vandaag: Datum) -> bool:
    """Whether the last planned moment of an action lies wholly before today."""
    if actie.wanneer is ONBEKEND:
        return False
    return max(datum.einde for datum in actie.wanneer) < vandaag.begin
