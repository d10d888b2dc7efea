"""The routes of a proposal: which bodies it passes, in what order, to do what.

Not here: when it gets through (``views.overleg.planner``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from macros.model.basis.getal import Nummer
from macros.model.basis.record import WIJZIGINGEN, Deel, Herkomst, Record, Wijziging
from macros.model.basis.tekst import Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import Id, OverlegId
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.overleg.structuur import Bevoegdheid


class SoortRoute(Keuze):
    """What a route is for."""

    BESLUIT = "besluit", "een voorstel dat een besluit vraagt"
    NIEUWS = "nieuws", "een besluit dat anderen moeten horen"


class Staptaak(Keuze):
    """What a body does with a proposal in one step."""

    VOORBEREIDEN = "voorbereiden", "maakt het voorstel of werkt het uit"
    ADVISEREN = "adviseren", "geeft advies over het voorstel"
    AGENDEREN = "agenderen", "zet het voorstel op de agenda van het overleg dat beslist"
    BESLUITEN = "besluiten", "beslist over het voorstel"
    INFORMEREN = "informeren", "hoort wat er is besloten"


NODIG: Mapping[Staptaak, Bevoegdheid] = MappingProxyType(
    {
        Staptaak.ADVISEREN: Bevoegdheid.ADVISEERT,
        Staptaak.AGENDEREN: Bevoegdheid.STELT_AGENDA_VAST,
        Staptaak.BESLUITEN: Bevoegdheid.BESLIST,
    }
)
"""What a body must be allowed to do for a step; the other steps ask for nothing."""


class Routestap(Deel):
    """One step of a route. More than one body means: each of them, on its own day."""

    id: Id = Field(description="Korte naam van de stap. Verandert nooit.")
    overleggen: Lijst[OverlegId] = Field(description="Id's van de overleggen die de stap zetten.")
    taak: Staptaak = Field(description="Wat een overleg hier met het voorstel doet.")
    daarna: tuple[Id, ...] = Field(
        default=(), description="Id's van de stappen die hierop volgen. Weglaten bij het einde."
    )


class Voorstelroute(Record):
    """How one kind of proposal gets to a decision, or a decision to those who must know it."""

    nummer: Nummer = Field(description="Volgorde op de pagina.")
    titel: Titel = Field(description="Wat voor voorstel het is.")
    soort: SoortRoute = Field(description="Waar de route voor is.")
    uitleg: Vaktekst = Field(description="Wanneer je deze route neemt, voor professionals.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    stappen: Lijst[Routestap] = Field(description="De stappen; de eerste is het begin.")
    herkomst: Herkomst = Field(description="Bron van de route.")
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)
