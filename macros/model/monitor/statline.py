"""How a table of CBS StatLine becomes figures of the monitor: which column is which indicator.

Not here: fetching a table or comparing it with what is known (``macros.invoer.statline``).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.basis.getal import Jaar
from macros.model.basis.record import Deel, Herkomst, Record
from macros.model.basis.tekst import Naam
from macros.model.basis.verwijzing import BronId, Id, IndicatorId, Verwijzing
from macros.model.basis.vorm import Keuze, Lijst, Vorm, patroon
from macros.model.monitor.cijfer import PeriodeVeld

ReferentieId = Annotated[Id, Verwijzing(("referentiegebied",))]

Tabelcode = Annotated[
    str,
    Vorm(
        patroon(
            r"\d{4,5}[A-Za-z0-9_]{0,12}",
            "tabelcode",
            "'{waarde}' is geen code van een tabel in StatLine.",
            "Schrijf alleen de code, zoals in het adres van de tabel: 85984NED of 37789ksz.",
        ),
        {"type": ["string", "integer"], "pattern": r"^\d{4,5}[A-Za-z0-9_]{0,12}$"},
        "code van een tabel, zoals 85984NED",
    ),
]
Kolomcode = Annotated[
    str,
    Vorm(
        patroon(
            r"[A-Za-z][A-Za-z0-9_]*",
            "kolomcode",
            "'{waarde}' is geen naam van een kolom of dimensie in StatLine.",
            "Neem de naam letterlijk over uit de tabel, zoals LeerlingenPo_70.",
        ),
        {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9_]*$"},
        "naam van een kolom of dimensie",
    ),
]
Dimensiecode = Annotated[
    str,
    Vorm(
        patroon(
            r"[A-Za-z0-9][A-Za-z0-9_.-]*",
            "dimensiecode",
            "'{waarde}' is geen code uit een dimensie van StatLine.",
            "Neem de code over zonder de spaties erachter, zoals NL01 of T001038.",
        ),
        {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9_.-]*$"},
        "code uit een dimensie, zonder spaties erachter",
    ),
]


class Periodesoort(Keuze):
    """The kinds of period that the monitor knows."""

    JAAR = "jaar", "een kalenderjaar (bij het CBS: JJ00)"
    HALFJAAR = "halfjaar", "een half jaar (HJ01 en HJ02)"
    SCHOOLJAAR = "schooljaar", "een schooljaar (SJ00)"


class Tabelperioden(Deel):
    """Which periods of a table are taken over."""

    dimensie: Kolomcode = Field(description="Naam van de tijddimensie, meestal Perioden.")
    soorten: Lijst[Periodesoort] = Field(description="Welke soorten perioden worden overgenomen.")
    vanaf: Jaar = Field(description="Het eerste jaar dat wordt overgenomen.")


class Tabelreferentie(Deel):
    """A reference area that stands in a table."""

    sleutel = ("gebied",)

    gebied: ReferentieId = Field(description="Id van het referentiegebied.")
    code: Dimensiecode | None = Field(
        default=None,
        description="De code in deze tabel. Alleen als die anders is dan de cbs_code van het "
        "gebied, of als die onbekend is.",
    )


class Tabelfilter(Deel):
    """The one value that is taken of a dimension besides area and period."""

    sleutel = ("dimensie",)

    dimensie: Kolomcode = Field(description="Naam van de dimensie.")
    waarde: Dimensiecode = Field(description="De code die wordt overgenomen.")


class Tabelkolom(Deel):
    """One column and what it is in the monitor."""

    sleutel = ("kolom",)

    kolom: Kolomcode = Field(
        description="Naam van de kolom in de tabel. Raad haar nooit: neem haar over."
    )
    indicator: IndicatorId = Field(description="Id van de indicator.")
    uitsplitsing: Id = Field(description="'totaal', of de id van een deel van de indicator.")
    eenheid: Naam | None = Field(
        default=None,
        description="Wat de tabel als eenheid geeft, als dat niet 'aantal' of '%' is, zoals '% van "
        "de jongeren'.",
    )


class Statline(Record):
    """One table of StatLine. Two files may name the same table, with other filters."""

    tabel: Tabelcode = Field(description="Code van de tabel in StatLine.")
    bron: BronId = Field(
        description="Id van de bron. De cijfers komen in het bestand met die naam in waarnemingen."
    )
    gebieden: Kolomcode = Field(
        description="Naam van de dimensie met gebieden, zoals RegioS of WijkenEnBuurten."
    )
    referentiegebieden: tuple[Tabelreferentie, ...] = Field(
        default=(), description="De referentiegebieden die in de tabel staan."
    )
    perioden: Tabelperioden | None = Field(
        default=None, description="Welke perioden. Weglaten als de tabel over één periode gaat."
    )
    periode: PeriodeVeld | None = Field(
        default=None,
        description="De periode waarover de tabel gaat. Alleen als er geen tijddimensie in staat.",
    )
    filters: tuple[Tabelfilter, ...] = Field(
        default=(), description="Wat er van elke andere dimensie wordt overgenomen."
    )
    kolommen: Lijst[Tabelkolom] = Field(description="Welke kolommen worden overgenomen.")
    gezien: Naam = Field(description="Waar de namen van de kolommen zijn gezien, en wanneer.")
    herkomst: Herkomst = Field(description="Bron van deze koppeling.")
