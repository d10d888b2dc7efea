"""What the monitor is: what it puts side by side, its map, and the areas to hold figures against.

Not here: the figures (``indicator``).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.basis.getal import Nummer
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Deel, Herkomst, Record
from macros.model.basis.tekst import Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import GemeenteId, IndicatorId, SpeerpuntId
from macros.model.basis.vorm import Keuze, Vorm, patroon


class Tegel(Deel):
    """The place of a municipality on the schematic map."""

    sleutel = ("gemeente",)

    gemeente: GemeenteId = Field(description="Id van de gemeente.")
    rij: Nummer = Field(description="Rij op de kaart; 1 is het noorden.")
    kolom: Nummer = Field(description="Kolom op de kaart; 1 is het westen.")


class Monitor(Deel):
    """The monitor as a whole: ``monitor/monitor.yml``."""

    samen: Vaktekst = Field(description="Wat we samen doen met de cijfers, voor professionals.")
    voor_ouders: Oudertekst = Field(description="Wat de cijfers zijn, in gewone taal.")
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(), description="Id's van de speerpunten die om de monitor vragen."
    )
    dashboard: tuple[IndicatorId, ...] = Field(
        default=(), description="De indicatoren op het overzicht, in volgorde. Kies er weinig."
    )
    vergelijken: tuple[IndicatorId, ...] = Field(
        default=(),
        description="De indicatoren waarmee gemeenten naast elkaar staan. Alleen aandelen.",
    )
    omvang: IndicatorId | None = Field(
        default=None,
        description="De indicator die zegt hoe groot een gemeente is, om op te ordenen.",
    )
    kaart: tuple[Tegel, ...] = Field(
        default=(), description="Waar elke gemeente op de schematische kaart staat."
    )
    herkomst: Herkomst = Field(description="Bron van deze gegevens.")


class SoortGebied(Keuze):
    """What a reference area is."""

    LAND = "land", "heel Nederland"
    PROVINCIE = "provincie", "een provincie"


Referentiecode = Annotated[
    str,
    Vorm(
        patroon(
            r"(?:NL|PV)\d{2}",
            "cbs-code",
            "'{waarde}' is geen CBS-code van een land of provincie.",
            "Schrijf NL of PV en twee cijfers, zoals NL01 of PV25.",
        ),
        {"type": "string", "pattern": r"^(NL|PV)\d{2}$"},
        "NL of PV en twee cijfers",
    ),
]


class Referentiegebied(Record):
    """An area outside the region to hold its figures against."""

    naam: Titel = Field(description="Naam van het gebied.")
    soort: SoortGebied = Field(description="Wat voor gebied het is.")
    cbs_code: OfOnbekend[Referentiecode] = Field(
        description="Code van het CBS: NL of PV en twee cijfers."
    )
    herkomst: Herkomst = Field(description="Bron van dit gebied.")
