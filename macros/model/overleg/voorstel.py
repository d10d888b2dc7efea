"""A proposal on its way: who brought it, along which route, and what each body did with it.

Where it lies now is no field: that follows from its route and its steps (``verloop``). Not here:
the routes themselves (``voorstelroute``), and when a next step can be (``views.overleg``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import WIJZIGINGEN, Deel, Herkomst, LaterIngevuld, Record, Wijziging
from macros.model.basis.tekst import Oudertekst, Titel
from macros.model.basis.verwijzing import (
    BesluitId,
    DocumentId,
    Id,
    OverlegToenId,
    PartijId,
    SpeerpuntId,
    VergaderingId,
    VoorstelrouteToenId,
)
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.overleg.voorstelroute import Staptaak


class Handeling(Keuze):
    """What a body did with a proposal."""

    BEREIDDE_VOOR = "bereidde-voor", "maakte het voorstel of werkte het uit"
    ADVISEERDE_POSITIEF = "adviseerde-positief", "gaf een positief advies"
    ADVISEERDE_NEGATIEF = "adviseerde-negatief", "gaf een negatief advies"
    ADVISEERDE_MET_VRAGEN = "adviseerde-met-vragen", "gaf een advies met vragen erbij"
    AGENDEERDE = "agendeerde", "zette het op de agenda van het overleg dat beslist"
    BESLOOT = "besloot", "nam het voorstel aan"
    WEES_AF = "wees-af", "nam het voorstel niet aan"
    HOORDE = "hoorde", "hoorde wat er is besloten"
    HIELD_AAN = "hield-aan", "stelde het uit tot een volgende vergadering"
    STUURDE_TERUG = "stuurde-terug", "stuurde het terug naar een eerdere stap"


VERRICHT: Mapping[Staptaak, tuple[Handeling, ...]] = MappingProxyType(
    {
        Staptaak.VOORBEREIDEN: (Handeling.BEREIDDE_VOOR,),
        Staptaak.ADVISEREN: (
            Handeling.ADVISEERDE_POSITIEF,
            Handeling.ADVISEERDE_NEGATIEF,
            Handeling.ADVISEERDE_MET_VRAGEN,
        ),
        Staptaak.AGENDEREN: (Handeling.AGENDEERDE,),
        Staptaak.BESLUITEN: (Handeling.BESLOOT, Handeling.WEES_AF),
        Staptaak.INFORMEREN: (Handeling.HOORDE,),
    }
)
"""What a body does to be done with a step of the route."""
BESLIST = VERRICHT[Staptaak.BESLUITEN]


def kan(taak: Staptaak) -> tuple[Handeling, ...]:
    """What a body can do with a proposal in a step; what was decided, it only hears."""
    if taak is Staptaak.INFORMEREN:
        return VERRICHT[taak]
    return (*VERRICHT[taak], Handeling.HIELD_AAN, Handeling.STUURDE_TERUG)


class Voorstelstap(Deel):
    """What one body did with a proposal, and when."""

    sleutel = ("overleg", "vergadering", "datum")

    overleg: OverlegToenId = Field(description="Id van het overleg dat iets met het voorstel deed.")
    vergadering: VergaderingId | None = Field(
        default=None,
        description="Id van de vergadering waarin dat was: geeft de dag. "
        "Staat zij niet in de kalender? Laat dit weg en vul 'datum' in.",
    )
    datum: OfOnbekend[Datum] | None = Field(
        default=None, description="Op welke dag, als er geen vergadering bij staat."
    )
    handeling: Handeling = Field(description="Wat het overleg deed.")
    terug_naar: Id | None = Field(
        default=None,
        description="Alleen bij 'stuurde-terug': de id van de stap van de route waar het voorstel "
        "weer begint.",
    )
    advies: Titel | None = Field(
        default=None,
        description="Wat het overleg adviseerde of vroeg, of waarom het dit deed, in één zin. "
        "Noem geen persoon.",
    )
    herkomst: Herkomst = Field(description="Bron van deze stap.")


class Intrekking(Deel):
    """That who brought a proposal took it back."""

    op: OfOnbekend[Datum] = Field(description="Op welke dag het is ingetrokken.")
    waarom: Titel | None = Field(default=None, description="Waarom, in één zin. Noem geen persoon.")
    herkomst: Herkomst = Field(description="Bron van het intrekken.")


class Voorstel(Record):
    """A proposal that goes along the bodies of a route until one of them decides."""

    titel: Titel = Field(description="Het voorstel in een paar woorden.")
    voor_ouders: Oudertekst = Field(description="Wat er wordt voorgesteld, in gewone taal.")
    route: VoorstelrouteToenId = Field(
        description="Id van de route die het gaat. Waar het nu ligt, volgt daaruit en uit de "
        "stappen."
    )
    ingediend_door: OfOnbekend[Lijst[PartijId]] = Field(
        description="Welke partijen het voorstel indienden. Noem geen persoon."
    )
    ingediend_op: OfOnbekend[Datum] = Field(description="Op welke dag het is ingediend.")
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(), description="Id's van de speerpunten waar het over gaat."
    )
    stappen: tuple[Voorstelstap, ...] = Field(
        default=(),
        description="Wat er met het voorstel is gedaan, van vroeg naar laat. Weglaten als het net "
        "is ingediend.",
    )
    besluit: BesluitId | None = Field(
        default=None,
        description="Id van het besluit dat eruit kwam. Weglaten zolang dat er niet is.",
    )
    ingetrokken: Intrekking | None = Field(
        default=None, description="Alleen als het voorstel is ingetrokken: wanneer en waarom."
    )
    documenten: tuple[DocumentId, ...] = Field(
        default=(), description="Id's van de basisdocumenten die erbij horen."
    )
    herkomst: Herkomst = Field(description="Bron van het voorstel.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Velden die later bekend werden dan de rest, met hun eigen bron."
    )
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)
