"""Indicators, their parts, and the rows of published figures.

Not here: what one figure can be (``cijfer``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.getal import Nummer, Percentage
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Deel, Herkomst, Record, Zekerheid
from macros.model.basis.tekst import Naam, Oudertitel, Titel, Vaktekst
from macros.model.basis.verwijzing import BronId, CijfergebiedId, Id, IndicatorId
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.monitor.cijfer import Cijferstatus, CijferVeld, PeriodeVeld
from macros.model.monitor.gebied import Gebiedsoort

TOTAAL = "totaal"
"""What the column ``uitsplitsing`` holds for a figure that is not split."""


class Eenheid(Keuze):
    """What one unit of an indicator is."""

    AANTAL = "aantal", "een aantal"
    PROCENT = "procent", "een percentage"


class Groep(Keuze):
    """What an indicator is about."""

    JEUGDZORG = "jeugdzorg", "jeugdhulp, jeugdbescherming en jeugdreclassering"
    ONDERWIJS = "onderwijs", "leerlingen, studenten en schoolbezoek"
    BEVOLKING = "bevolking", "inwoners en huishoudens"


class Categorie(Deel):
    """One part of a split."""

    id: Id = Field(description="Korte naam, zoals in de kolom uitsplitsing.")
    naam: Titel = Field(description="Hoe dit deel op de site heet.")


class Uitsplitsing(Deel):
    """One way to split an indicator."""

    id: Id = Field(description="Korte naam van de uitsplitsing.")
    naam: Titel = Field(description="Waarnaar wordt uitgesplitst, zoals 'leeftijd'.")
    delen: Lijst[Categorie] = Field(description="De delen, in volgorde.")


class Reeks(Deel):
    """Periods whose figures may be held against each other."""

    perioden: Lijst[PeriodeVeld] = Field(description="De perioden, van oud naar nieuw.")
    voorbehoud: Vaktekst = Field(description="Waar je op moet letten bij het vergelijken.")
    speling: OfOnbekend[Percentage] = Field(
        description="Een verschil van minder procent zegt niets. Bijvoorbeeld door bijstelling of "
        "afronding."
    )
    herkomst: Herkomst = Field(description="Bron van het voorbehoud.")


class Cijferdeel(Deel):
    """A figure of an indicator, as part of a sum."""

    sleutel = ("indicator", "uitsplitsing")

    indicator: IndicatorId = Field(description="Id van de indicator.")
    uitsplitsing: Id = Field(description="Welk deel: 'totaal' of de id van een deel.")


class Afleiding(Deel):
    """How a percentage follows from figures of other indicators: 100 x teller / noemer."""

    teller: Lijst[Cijferdeel] = Field(description="Wat boven de streep wordt opgeteld.")
    noemer: Lijst[Cijferdeel] = Field(description="Wat onder de streep wordt opgeteld.")
    formule: Titel = Field(description="De berekening in woorden.")


class NietNaast(Deel):
    """A figure that this one must not be laid beside."""

    sleutel = ("indicator",)

    indicator: IndicatorId = Field(description="Id van het andere cijfer.")
    reden: Vaktekst = Field(description="Waarom niet, in een of twee zinnen.")


class Uitgavekoppeling(Deel):
    """Which protected counts of our own an indicator shows: those of a domain in ``uitgaven``."""

    domein: Id = Field(description="De id in definitie.yml van de uitgaven.")
    gebied: Naam = Field(description="De dimensie met gemeenten of gebieden.")
    periode: Naam = Field(description="De dimensie met perioden.")
    uitsplitsing: Naam | None = Field(
        default=None, description="De dimensie met delen. Weglaten als er geen is."
    )
    bron: BronId = Field(description="Id van de bron van de uitgaven.")
    opgehaald: Datum = Field(description="Datum van de nieuwste uitgave.")


class Indicator(Record):
    """A thing that is measured, and how to read it."""

    nummer: Nummer = Field(description="Volgorde op de site.")
    titel: Titel = Field(description="Naam van de indicator.")
    vraag: Oudertitel = Field(description="Welke vraag het cijfer beantwoordt, in gewone taal.")
    groep: Groep = Field(description="Waar het over gaat.")
    telt: Titel = Field(description="Wat er wordt geteld, in het meervoud: 'jongeren'.")
    eenheid: Eenheid = Field(description="Een aantal of een percentage.")
    definitie: Vaktekst = Field(description="Wat het cijfer precies is.")
    teller: OfOnbekend[Titel] = Field(description="Wat er wordt geteld, precies.")
    noemer: OfOnbekend[Titel] | None = Field(
        default=None, description="Waarvan het een deel is. Alleen bij een percentage."
    )
    populatie: OfOnbekend[Titel] = Field(description="Om welke groep mensen het gaat.")
    niveau: Titel = Field(description="Voor welke gebieden de bron het cijfer geeft.")
    ook_per: tuple[Gebiedsoort, ...] = Field(
        default=(),
        description="Van welke gebieden er ook cijfers mogen zijn, naast gemeenten, de regio, "
        "provincies en het land. Weglaten als er geen zijn.",
    )
    brontabel: OfOnbekend[Titel] = Field(description="In welke tabel van de bron het cijfer staat.")
    publicatieregel: OfOnbekend[Vaktekst] = Field(
        description="Hoe de bron afrondt en kleine aantallen weglaat."
    )
    leeswijzer: Vaktekst = Field(description="Hoe je dit cijfer leest.")
    niet_uit_op_te_maken: Lijst[Vaktekst] = Field(description="Wat je hier niet uit kunt opmaken.")
    niet_naast: tuple[NietNaast, ...] = Field(
        default=(),
        description="Naast welke andere cijfers je dit niet mag leggen. Eén kant is genoeg.",
    )
    uitsplitsingen: tuple[Uitsplitsing, ...] = Field(
        default=(), description="Hoe het cijfer wordt uitgesplitst."
    )
    reeksen: tuple[Reeks, ...] = Field(
        default=(), description="Welke perioden je met elkaar mag vergelijken."
    )
    afleiding: Afleiding | None = Field(
        default=None, description="De berekening, als wij het cijfer zelf uitrekenen."
    )
    uitgave: Uitgavekoppeling | None = Field(
        default=None, description="De eigen, beschermde tellingen die deze indicator toont."
    )
    herkomst: Herkomst = Field(description="Bron van de definitie.")

    def delen(self) -> Iterator[Categorie]:
        """Every part of every split."""
        for split in self.uitsplitsingen:
            yield from split.delen


class Waarneming(Deel):
    """One published figure: a row of a file in ``monitor/waarnemingen``."""

    sleutel = ("indicator", "gebied", "periode", "uitsplitsing")

    indicator: IndicatorId = Field(description="Id van de indicator.")
    gebied: CijfergebiedId = Field(
        description="Id van de gemeente, de regio of het referentiegebied; of van de school, de "
        "wijk, het schoolbestuur of het samenwerkingsverband."
    )
    periode: PeriodeVeld = Field(description="Over welke periode het gaat.")
    uitsplitsing: Id = Field(description="'totaal', of de id van een deel van de indicator.")
    waarde: CijferVeld = Field(
        description="Het cijfer zoals de bron het geeft. Geen cijfer: `.` onbekend of geheim, `x` "
        "afgeschermd, `-` nihil, leeg als het niet kan voorkomen."
    )
    status: Cijferstatus = Field(description="Of het cijfer nog kan veranderen.")
    opgehaald: Datum = Field(
        description="Wanneer het cijfer bij de bron is gehaald. Is alleen een kopie gelezen, dan "
        "wanneer die is gelezen."
    )
    bron: BronId = Field(description="Id van de bron.")
    zekerheid: Zekerheid = Field(description="Hoe zeker het is.")


class Waarnemingen(Record):
    """A file of observations: ``monitor/waarnemingen/<id>.csv``. The columns are the fields."""

    rijen: Lijst[Waarneming] = Field(description="De regels, elk een cijfer.")
