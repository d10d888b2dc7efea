"""What the partners say of the figures each year, what a municipality says of its own, and the
register of DPIA's.

Not here: what follows from the figures themselves (``views.monitor``).
"""

from __future__ import annotations

from pydantic import Field

from macros.model.basis.adres import Webadres
from macros.model.basis.datum import Datum
from macros.model.basis.getal import Jaar
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Deel, Herkomst, Record
from macros.model.basis.tekst import Titel, Vaktekst
from macros.model.basis.verwijzing import GemeenteId, IndicatorId, PartijId
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.monitor.cijfer import PeriodeVeld


class StandDpia(Keuze):
    """How far a municipality is with its data protection impact assessment."""

    NIET_GESTART = "niet-gestart", "nog niet begonnen"
    LOOPT = "loopt", "wordt gemaakt"
    AFGEROND = "afgerond", "is gemaakt en vastgesteld"


class Dpia(Record):
    """The DPIA of one municipality for learning from data."""

    gemeente: GemeenteId = Field(description="Id van de gemeente.")
    stand: OfOnbekend[StandDpia] = Field(description="Hoever de DPIA van deze gemeente is.")
    datum: OfOnbekend[Datum] = Field(description="Wanneer de DPIA is vastgesteld.")
    vindplaats: OfOnbekend[Webadres] = Field(description="Waar de DPIA of de samenvatting staat.")
    herkomst: Herkomst = Field(description="Bron van de stand, of van de opdracht.")


class StandDuiding(Keuze):
    """Whether the partners agreed on what the data say."""

    VOORSTEL = (
        "voorstel",
        "uit de cijfers geschreven, nog niet besproken",
    )
    VASTGESTELD = "vastgesteld", "besproken en vastgesteld door de partijen"


class Constatering(Deel):
    """One thing the data say."""

    sleutel = ("indicator",)

    indicator: IndicatorId = Field(description="Uit welk cijfer dit blijkt.")
    tekst: Vaktekst = Field(description="Wat de cijfers zeggen, en wat niet.")


class Vervolg(Deel):
    """One thing to do about it."""

    wat: Vaktekst = Field(description="Wat we doen, of wat er te beslissen is.")
    wie: OfOnbekend[Lijst[PartijId]] = Field(description="Wie het doet.")
    wanneer: OfOnbekend[Datum] = Field(description="Wanneer het klaar moet zijn.")


class Duiding(Record):
    """The yearly reading: what do the data say, and what do we do about it."""

    jaar: Jaar = Field(description="Het jaar waarin dit is geschreven.")
    stand: StandDuiding = Field(description="Een voorstel, of vastgesteld.")
    titel: Titel = Field(description="Titel van de duiding.")
    samen: Vaktekst = Field(description="Waar het gesprek over zou moeten gaan.")
    wat_zeggen_de_cijfers: Lijst[Constatering] = Field(description="Wat de cijfers zeggen.")
    wat_doen_we: Lijst[Vervolg] = Field(description="Wat we ermee doen, wie en wanneer.")
    herkomst: Herkomst = Field(description="Bron van de duiding.")


class Toelichting(Record):
    """What a municipality itself says of one of its figures."""

    gemeente: GemeenteId = Field(description="Id van de gemeente die dit schrijft.")
    indicator: IndicatorId = Field(description="Bij welk cijfer dit hoort.")
    periode: PeriodeVeld | None = Field(
        default=None, description="Bij welke periode. Weglaten als het voor elke periode geldt."
    )
    tekst: Vaktekst = Field(
        description="Wat de gemeente erover zegt, in twee of drie zinnen. Noem geen personen en "
        "geen kleine aantallen."
    )
    herkomst: Herkomst = Field(description="Waar of wanneer de gemeente dit zei.")
