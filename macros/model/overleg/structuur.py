"""Bodies, how they hang together, who does what, and the rules of the game.

Not here: what happens over time: meetings, decisions (``vergadering``), routes (``voorstelroute``).
"""

from __future__ import annotations

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.getal import Dagen, Nummer
from macros.model.basis.onbekend import OfOnbekend, Onbekend
from macros.model.basis.record import (
    WIJZIGINGEN,
    Deel,
    Herkomst,
    LaterIngevuld,
    Record,
    Status,
    Wijziging,
)
from macros.model.basis.tekst import Naam, Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import GemeenteId, OnderwerpId, OverlegId, PartijId
from macros.model.basis.vorm import Keuze, Lijst


class SoortOverleg(Keuze):
    """Who sit in a body."""

    BESTUURLIJK = "bestuurlijk", "bestuurders: wethouders en bestuurders van het onderwijs"
    AMBTELIJK = "ambtelijk", "ambtenaren en beleidsmedewerkers"
    LOKAAL = "lokaal", "partijen van één gemeente"
    WERKGROEP = "werkgroep", "mensen uit de praktijk, met een opdracht"


class Bevoegdheid(Keuze):
    """What a body may do with a proposal."""

    BESLIST = "beslist", "neemt besluiten"
    STELT_AGENDA_VAST = "stelt-agenda-vast", "bepaalt wat een ander overleg bespreekt"
    ADVISEERT = "adviseert", "geeft advies voordat een ander beslist"
    INFORMEERT = "informeert", "deelt en bespreekt informatie"


class ToestandOverleg(Keuze):
    """Whether a body is there."""

    ACTIEF = "actief", "het overleg bestaat"
    IN_OPRICHTING = "in-oprichting", "het overleg wordt opgezet"
    VOORSTEL = "voorstel", "het overleg is voorgesteld"
    VERVALLEN = "vervallen", "het overleg bestaat niet meer"


class Structuur(Keuze):
    """In which structure a body stands."""

    OUD = "oud", "de structuur van voor het voorstel, of zoals het is als er geen voorstel is"
    NIEUW = "nieuw", "de voorgestelde structuur"


class Deelnemer(Deel):
    """Who sits in a body: a party, or the chair of another body."""

    sleutel = ("partij", "overleg")

    partij: PartijId | None = Field(
        default=None, description="Id van de partij, gemeente of functie."
    )
    overleg: OverlegId | None = Field(
        default=None, description="Id van het overleg dat iemand afvaardigt. In plaats van partij."
    )
    functie: Titel | None = Field(
        default=None, description="In welke functie, zoals 'voorzitter'. Noem geen persoon."
    )


class SoortRelatie(Keuze):
    """What one body does for another."""

    IS_DEEL_VAN = "is-deel-van", "is een deel van het andere overleg"
    STELT_AGENDA_VAST = "stelt-agenda-vast", "bepaalt de agenda van het andere overleg"
    DIENT_IN = "dient-in", "brengt voorstellen in bij het andere overleg"
    ADVISEERT = "adviseert", "geeft het andere overleg advies"
    GEEFT_OPDRACHT = "geeft-opdracht", "geeft het andere overleg een opdracht"
    KOPPELT_TERUG = "koppelt-terug", "vertelt het andere overleg wat er is besproken of besloten"


class Relatie(Deel):
    """How a body is tied to another."""

    sleutel = ("naar", "soort")

    naar: OverlegId = Field(description="Id van het andere overleg.")
    soort: SoortRelatie = Field(description="Wat het ene overleg voor het andere doet.")
    structuur: Structuur = Field(description="In welke structuur dat zo is.")
    herkomst: Herkomst = Field(description="Bron van deze relatie.")


class Overleg(Record):
    """A body in which parties meet."""

    naam: Titel = Field(description="Naam van het overleg.")
    afkorting: Naam | None = Field(default=None, description="Afkorting, als die gangbaar is.")
    in_zin: Titel | None = Field(
        default=None,
        description="Hoe het in een zin heet, met lidwoord, zoals 'de stuurgroep'. "
        "Weglaten als dat gewoon de naam is.",
    )
    soort: SoortOverleg = Field(description="Wie er zitten.")
    toestand: OfOnbekend[ToestandOverleg] = Field(description="Of het overleg er is.")
    structuren: Lijst[Structuur] = Field(description="In welke structuur het overleg staat.")
    taak: OfOnbekend[Vaktekst] = Field(description="Wat het overleg doet.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    bevoegdheden: OfOnbekend[Lijst[Bevoegdheid]] = Field(description="Wat het overleg mag.")
    voorzitter: OfOnbekend[Titel] = Field(description="Welke functie voorzit. Noem geen persoon.")
    deelnemers: OfOnbekend[Lijst[Deelnemer]] = Field(description="Wie er zitten.")
    stukken_vooraf: OfOnbekend[Dagen] = Field(
        description="Hoeveel dagen voor een vergadering de stukken er moeten zijn."
    )
    gemeente: GemeenteId | None = Field(
        default=None, description="De gemeente van een lokaal overleg."
    )
    vast_agendapunt: Titel | None = Field(
        default=None, description="Wat er elke vergadering op de agenda staat."
    )
    onderwerpen: tuple[OnderwerpId, ...] = Field(
        default=(), description="Waarover het overleg gaat, volgens de bron."
    )
    vervangt: tuple[OverlegId, ...] = Field(
        default=(), description="Id's van overleggen die hierin opgaan of hierdoor vervallen."
    )
    relaties: tuple[Relatie, ...] = Field(
        default=(), description="Wat dit overleg voor andere overleggen doet."
    )
    sinds: OfOnbekend[Datum] = Field(description="Sinds wanneer het overleg bestaat.")
    herkomst: Herkomst = Field(description="Bron van het overleg.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Velden die later bekend werden dan de rest, met hun eigen bron."
    )
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)

    @property
    def is_weg(self) -> bool:
        """Whether it was there and is no longer."""
        return self.status is Status.GEARCHIVEERD or self.toestand is ToestandOverleg.VERVALLEN

    def mag(self, bevoegdheid: Bevoegdheid) -> bool:
        """Whether it is known that the body may do this."""
        return self.bevoegdheden is not Onbekend.ONBEKEND and bevoegdheid in self.bevoegdheden


class Onderwerp(Record):
    """A subject that bodies discuss."""

    titel: Titel = Field(description="Het onderwerp.")
    uitleg: Titel = Field(description="Wat eronder valt, in één zin.")
    herkomst: Herkomst = Field(description="Bron van het onderwerp.")


class Afspraak(Keuze):
    """Whether something was agreed."""

    VOORSTEL = "voorstel", "het is voorgesteld; dat het is afgesproken, zegt de bron niet"
    AFGESPROKEN = "afgesproken", "de partijen hebben het afgesproken"


class Functie(Record):
    """A role between the bodies: what it does and what it does not do."""

    partij: PartijId = Field(description="Id van de functie bij de partijen.")
    nummer: Nummer = Field(description="Volgorde op de pagina.")
    afspraak: Afspraak | None = Field(
        default=None,
        description="Of de functie is voorgesteld of afgesproken. Weglaten als zij er gewoon is.",
    )
    doet: Lijst[Titel] = Field(description="Wat de functie doet, één taak per regel.")
    doet_niet: tuple[Titel, ...] = Field(default=(), description="Wat de functie niet doet.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    herkomst: Herkomst = Field(description="Bron van de taken.")


class Buurnetwerk(Record):
    """A network of a neighbouring region with which a municipality also has to agree."""

    naam: Titel = Field(description="Naam van het netwerk of de regio.")
    gemeente: GemeenteId = Field(description="De gemeente die er ook bij hoort.")
    uitleg: Titel = Field(description="Waarom dat ertoe doet, in één zin.")
    herkomst: Herkomst = Field(description="Bron.")


class SoortSpelregel(Keuze):
    """What a line of the agreement about working together is."""

    ANALYSE = "analyse", "wat er niet goed ging"
    UITGANGSPUNT = "uitgangspunt", "waar de nieuwe structuur aan moet voldoen"
    GEDRAGSREGEL = "gedragsregel", "hoe partijen met elkaar omgaan"


class Spelregel(Record):
    """A finding, a principle or a rule of conduct."""

    soort: SoortSpelregel = Field(description="Wat voor punt het is.")
    nummer: Nummer = Field(description="Volgorde binnen de soort.")
    afspraak: Afspraak | None = Field(
        default=None,
        description="Of de regel is voorgesteld of afgesproken. Alleen bij een gedragsregel.",
    )
    titel: Titel = Field(description="Het punt in een paar woorden.")
    tekst: Vaktekst = Field(description="Het punt, in eigen woorden.")
    herkomst: Herkomst = Field(description="Bron van het punt.")
