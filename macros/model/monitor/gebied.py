"""The areas inside a municipality or across it that figures can be of: schools and wijken as
records; school boards and samenwerkingsverbanden are parties (``regio``).

Not here: municipalities and the area of the site (``regio``), or areas to hold figures against
(``inrichting``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Herkomst, Record
from macros.model.basis.tekst import Naam
from macros.model.basis.verwijzing import GemeenteId, PartijId
from macros.model.basis.vorm import Keuze, Vorm, patroon
from macros.model.regio import Sector, SoortPartij


class Gebiedsoort(Keuze):
    """A kind of area besides municipalities, the region and what it is held against."""

    SAMENWERKINGSVERBAND = "samenwerkingsverband", "samenwerkingsverband passend onderwijs"
    SCHOOLBESTUUR = "schoolbestuur", "bestuur van een of meer scholen"
    SCHOOL = "school", "een school, of een vestiging daarvan"
    WIJK = "wijk", "een wijk van een gemeente, volgens het CBS"


VAN_PARTIJ = {
    SoortPartij.SAMENWERKINGSVERBAND: Gebiedsoort.SAMENWERKINGSVERBAND,
    SoortPartij.SCHOOLBESTUUR: Gebiedsoort.SCHOOLBESTUUR,
}
"""The parties that figures can be of."""

Brincode = Annotated[
    str,
    Vorm(
        patroon(
            r"\d{2}[A-Z]{2}(?:\d{2})?",
            "brin",
            "'{waarde}' is geen BRIN-nummer van een school.",
            "Schrijf twee cijfers en twee hoofdletters, zoals 00AA; voor een vestiging met twee "
            "cijfers erachter, zoals 00AA01.",
        ),
        {"type": "string", "pattern": r"^\d{2}[A-Z]{2}(\d{2})?$"},
        "BRIN-nummer, zoals `00AA` of `00AA01`",
    ),
]

Wijkcode = Annotated[
    str,
    Vorm(
        patroon(
            r"WK\d{6}",
            "cbs-code",
            "'{waarde}' is geen CBS-code van een wijk.",
            "Schrijf WK en zes cijfers, zoals WK022801.",
        ),
        {"type": "string", "pattern": r"^WK\d{6}$"},
        "WK en zes cijfers",
    ),
]


class School(Record):
    """A school, or a branch of one, that has figures of its own."""

    naam: Naam = Field(description="Naam van de school, zoals zij zichzelf noemt.")
    brin: OfOnbekend[Brincode] = Field(
        description="BRIN-nummer van DUO, of dat van de vestiging. Twee scholen delen het nooit."
    )
    sector: Sector = Field(description="Wat voor school het is.")
    bestuur: OfOnbekend[PartijId] = Field(
        description="Id van het schoolbestuur, uit de map partijen. Een school heeft er één."
    )
    gemeente: GemeenteId = Field(description="Id van de gemeente waarin de school staat.")
    samenwerkingsverband: OfOnbekend[PartijId] = Field(
        description="Id van het samenwerkingsverband van deze school, uit de map partijen."
    )
    herkomst: Herkomst = Field(description="Bron van deze gegevens.")


class Wijk(Record):
    """A wijk of a municipality."""

    naam: Naam = Field(description="Naam van de wijk.")
    cbs_code: Wijkcode = Field(
        description="Code van het CBS: WK, de vier cijfers van de gemeente, en twee van de wijk."
    )
    gemeente: GemeenteId = Field(description="Id van de gemeente.")
    herkomst: Herkomst = Field(description="Bron van de code en de naam.")


@dataclass(frozen=True, slots=True)
class Cijfergebied:
    """An area that figures can be of. ``soort`` is None for a municipality, the region and what it
    is held against: of these every indicator can have figures. ``ligt_in``: the areas that it is
    a part of, as far as is known, near and far. ``namen``: what people call it, its code too.
    """

    soort: Gebiedsoort | None
    ligt_in: tuple[str, ...]
    telt: bool
    namen: tuple[str, ...]
