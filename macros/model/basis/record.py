"""What every record is made of: its parts, where a fact comes from, its state.

Not here: the kinds of record, one file an area.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from macros.model.basis.datum import Datum
from macros.model.basis.tekst import Naam, Titel
from macros.model.basis.verwijzing import BronId, Id
from macros.model.basis.vorm import Keuze


class Zekerheid(Keuze):
    """How sure a fact is."""

    BEVESTIGD = "bevestigd", "staat zo in de bron"
    AFGELEID = "afgeleid", "door ons opgemaakt uit de bron, of de bron is oud of indirect"
    ONBEKEND = "onbekend", "geen bron gevonden"
    VOORBEELD = "voorbeeld", "verzonnen; alleen in tests en in een voorbeeldregio"


class Deel(BaseModel):
    """Base of everything that is written in a data file: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    sleutel: ClassVar[tuple[str, ...]] = ("id",)
    """The fields that tell it from others of its kind: with another value it is another thing."""


class Herkomst(Deel):
    """Where a fact comes from, of which date it is, how sure it is."""

    sleutel = ("bron",)

    bron: BronId = Field(description="Id van de bron, uit de map bronnen.")
    vindplaats: Titel | None = Field(
        default=None, description="Waar het in de bron staat, bijvoorbeeld 'deel 1, speerpunt 3'."
    )
    peildatum: Datum = Field(
        description="Tot welke datum het feit klopt volgens de bron: jaar, maand of dag."
    )
    zekerheid: Zekerheid = Field(description="Hoe zeker het is.")


class LaterIngevuld(Deel):
    """The source of one value that became known, or changed, after the rest of its record."""

    sleutel = ("veld",)

    veld: Naam = Field(description="Naam van het veld, zoals 'voorzitter'.")
    herkomst: Herkomst = Field(description="Bron van wat daar nu staat.")


class Wijziging(Deel):
    """One thing that changed in a record after its first publication."""

    sleutel = ("datum",)

    datum: Datum = Field(description="Wanneer dit is gewijzigd.")
    wat: Titel = Field(description="Wat er is gewijzigd, in één zin.")


class Status(Keuze):
    """Whether a record still counts."""

    ACTIEF = "actief", "telt mee"
    GEARCHIVEERD = "gearchiveerd", "telt niet meer mee, maar houdt zijn adres"


class Record(Deel):
    """A thing with a file of its own; the file name is the id."""

    id: Id = Field(description="De naam van dit bestand, zonder .yml. Verandert nooit.")
    status: Status = Field(
        default=Status.ACTIEF,
        description="Zet op 'gearchiveerd' wat niet meer telt; verwijder het bestand niet.",
    )


R = TypeVar("R", bound=Record)


def actief(records: Mapping[str, R]) -> tuple[R, ...]:
    """The records that are not archived, in their order."""
    return tuple(one for one in records.values() if one.status is Status.ACTIEF)
