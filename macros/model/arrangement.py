"""The area ``arrangement``: onderwijszorgarrangementen, what is missing, and what others learned.

Not here: how far two records agree with each other (``rules.arrangement``), or where there is what
(``views.arrangement.dekking``).
"""

from __future__ import annotations

from pydantic import Field

from macros.model.agenda import Stand
from macros.model.basis.adres import Webadres
from macros.model.basis.datum import Datum
from macros.model.basis.getal import Nummer, Percentage
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import WIJZIGINGEN, Deel, Herkomst, Record, Wijziging
from macros.model.basis.tekst import Naam, Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import (
    ArrangementId,
    GemeenteId,
    OnderdeelId,
    PartijId,
    SpeerpuntId,
)
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.regio import Sector


class Inventaris(Deel):
    """The inventory as a whole: ``arrangement/inventaris.yml``."""

    titel: Titel = Field(description="Naam van het overzicht.")
    samen: Vaktekst = Field(description="Wat we samen doen met arrangementen, voor professionals.")
    voor_ouders: Oudertekst = Field(description="Wat zo'n arrangement is, in gewone taal.")
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(),
        description="Id's van de speerpunten die om dit overzicht vragen.",
    )
    herkomst: Herkomst = Field(description="Bron van deze gegevens.")


class SoortArrangement(Keuze):
    """Whether it is an onderwijszorgarrangement."""

    OZA = "oza", "een onderwijszorgarrangement"
    PILOT = "pilot", "een proef op een school, die de bron geen arrangement noemt"


class Arrangementvorm(Keuze):
    """In which of the three ways learning and care come together."""

    ZORG_OP_SCHOOL = "zorg-op-school", "zorg toegevoegd aan het onderwijs, op school"
    ONDERWIJS_IN_ZORG = "onderwijs-in-zorg", "onderwijs toegevoegd op een zorglocatie"
    COLLECTIEF = "collectief", "een vaste groep: onderwijs-zorgklas of zorgonderwijsgroep"


class Geldstroom(Keuze):
    """Where money for an arrangement comes from."""

    ONDERWIJS = "onderwijs", "onderwijsbekostiging"
    SWV = "swv", "middelen van het samenwerkingsverband"
    JEUGDWET = "jeugdwet", "Jeugdwet, betaald door de gemeente"
    WLZ = "wlz", "Wet langdurige zorg"
    ZVW = "zvw", "Zorgverzekeringswet"
    OVERIG = "overig", "iets anders, zoals een rijksregeling"


class Financiering(Deel):
    """One stream of money."""

    sleutel = ("stroom",)

    stroom: Geldstroom = Field(description="Waar het geld vandaan komt.")
    aandeel: Percentage | None = Field(
        default=None, description="Deel van het geheel, alleen als een bron het noemt."
    )
    toelichting: Titel | None = Field(default=None, description="Wat ervan wordt betaald.")


class Inschrijving(Keuze):
    """Whether children are enrolled at a school."""

    INGESCHREVEN = "ingeschreven", "het kind staat ingeschreven op een school"
    VRIJSTELLING = "vrijstelling", "het kind heeft een vrijstelling van de leerplicht"
    BEIDE = "beide", "het kan allebei"


class Deelname(Keuze):
    """Whether the arrangement takes part in the national experiment."""

    JA = "ja", "doet mee aan het landelijke experiment"
    NEE = "nee", "doet niet mee"


class Afwijking(Keuze):
    """In what an arrangement may deviate from the law under the national experiment."""

    LOCATIE = "locatie", "waar het onderwijs wordt gegeven"
    BEKOSTIGING = "bekostiging", "waar onderwijsgeld aan wordt uitgegeven"
    INHOUD = "inhoud", "wat kinderen leren"
    TIJD = "tijd", "hoeveel uur onderwijs"


class Capaciteit(Keuze):
    """How many places there are, in classes: an exact small number could point at children."""

    TOT_10 = "tot-10", "minder dan 10 plaatsen"
    TOT_25 = "10-24", "10 tot en met 24 plaatsen"
    TOT_50 = "25-49", "25 tot en met 49 plaatsen"
    VANAF_50 = "vanaf-50", "50 plaatsen of meer"


class ToestandArrangement(Keuze):
    """Whether the arrangement is there."""

    IDEE = "idee", "er wordt over gedacht"
    GEPLAND = "gepland", "het is afgesproken en moet nog beginnen"
    LOPEND = "lopend", "het is er"
    GESTOPT = "gestopt", "het is er niet meer"


class Doelgroep(Keuze):
    """For which children, in broad lines: to search by, never to label a child."""

    AUTISME = "autisme", "kinderen met autisme"
    GEDRAG = "gedrag", "kinderen van wie het gedrag hulp vraagt"
    PSYCHISCH = "psychisch", "kinderen met psychische problemen"
    VERSTANDELIJK = "verstandelijk", "kinderen met een verstandelijke beperking"
    LICHAMELIJK = "lichamelijk", "kinderen met een lichamelijke beperking of ziekte"
    MEERVOUDIG = "meervoudig", "kinderen met een ernstige meervoudige beperking"
    THUISZITTEND = "thuiszittend", "kinderen die niet naar school gaan"
    ANDERS = "anders", "andere kinderen, of kinderen in het algemeen"


class Arrangement(Record):
    """An arrangement in which learning and care come together for children."""

    titel: Titel = Field(description="Naam van het arrangement.")
    soort: SoortArrangement = Field(description="Een arrangement, of een proef die er geen is.")
    samen: Titel = Field(description="Wat onderwijs en zorg hier samen doen, in één zin.")
    eerste_stap: OfOnbekend[Titel] = Field(
        description="Wat een professional of ouder als eerste doet om een kind aan te melden."
    )
    voor_ouders: Oudertekst = Field(description="Wat het is en voor wie, in gewone taal.")
    toestand: OfOnbekend[ToestandArrangement] = Field(description="Of het arrangement er (nog) is.")
    vorm: OfOnbekend[Arrangementvorm] = Field(description="Welke van de drie vormen het is.")
    sectoren: OfOnbekend[Lijst[Sector]] = Field(description="Voor welke soorten onderwijs.")
    gemeenten: OfOnbekend[Lijst[GemeenteId]] = Field(
        description="Uit welke gemeenten kinderen hier terechtkunnen. Id's van gemeenten."
    )
    locatie: OfOnbekend[Titel] = Field(description="Waar het is, zoals de bron het zegt.")
    gemeente_locatie: OfOnbekend[GemeenteId] = Field(
        description="In welke gemeente de locatie is. Id van de gemeente."
    )
    doelgroep: OfOnbekend[Vaktekst] = Field(description="Voor welke kinderen het is.")
    doelgroepen: OfOnbekend[Lijst[Doelgroep]] = Field(
        description="Dezelfde doelgroep in vaste woorden, voor deze site ingedeeld om te zoeken."
    )
    leeftijd: OfOnbekend[Titel] = Field(
        description="Voor welke leeftijd, zoals de bron het zegt: '4 tot en met 7 jaar' of "
        "'basisschool'."
    )
    doelstelling: OfOnbekend[Vaktekst] = Field(description="Wat het wil bereiken.")
    inhoud: OfOnbekend[Vaktekst] = Field(description="Wat kinderen er doen en krijgen.")
    expertise: OfOnbekend[Lijst[Titel]] = Field(
        description="Welke deskundigen worden ingezet. Noem geen personen."
    )
    financiering: OfOnbekend[Lijst[Financiering]] = Field(description="Wie wat betaalt.")
    opbrengsten: OfOnbekend[Vaktekst] = Field(description="Wat het oplevert, volgens een bron.")
    samenwerkingsverbanden: OfOnbekend[Lijst[PartijId]] = Field(
        description="Welke samenwerkingsverbanden meedoen. Id's van partijen."
    )
    aanbieders: OfOnbekend[Lijst[Naam]] = Field(
        description="Namen van de organisaties die het uitvoeren. Noem geen personen."
    )
    inschrijving: OfOnbekend[Inschrijving] = Field(
        description="Of het kind op een school staat ingeschreven."
    )
    experiment: OfOnbekend[Deelname] = Field(
        description="Of het meedoet aan het landelijke experiment onderwijszorgarrangementen."
    )
    afwijkingen: tuple[Afwijking, ...] = Field(
        default=(), description="Waarin het door het experiment van de wet afwijkt."
    )
    capaciteit: OfOnbekend[Capaciteit] = Field(
        description="Ongeveer hoeveel plaatsen er zijn. Nooit een precies aantal kinderen."
    )
    contact: OfOnbekend[Titel] = Field(
        description="Welke functie vragen beantwoordt. Noem geen persoon."
    )
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(), description="Id's van de speerpunten waar het bij hoort."
    )
    herkomst: Herkomst = Field(description="Bron van het arrangement.")
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)


class SoortBevinding(Keuze):
    """Which of the three questions of the agenda a finding answers."""

    HEBBEN = "hebben", "wat hebben we"
    MIST = "mist", "wat mist er"
    ANDERS = "anders", "wat moet anders"


class Bevinding(Record):
    """What was observed about the arrangements as a whole, and what is proposed."""

    soort: SoortBevinding = Field(description="Welke vraag het beantwoordt.")
    nummer: Nummer = Field(description="Volgorde binnen de soort.")
    titel: Titel = Field(description="De bevinding in een paar woorden.")
    tekst: Vaktekst = Field(description="Wat er is gezien, in eigen woorden.")
    voorstel: OfOnbekend[Titel] = Field(description="Wat er wordt voorgesteld.")
    stand: OfOnbekend[Stand] = Field(description="Hoe ver het voorstel is.")
    arrangementen: tuple[ArrangementId, ...] = Field(
        default=(), description="Id's van de arrangementen waar het over gaat."
    )
    herkomst: Herkomst = Field(description="Bron van de bevinding.")


class Deelvolgorde(Keuze):
    """Whether the parts of a frame come one after the other."""

    STAPPEN = "stappen", "stappen, na elkaar"
    ONDERDELEN = "onderdelen", "onderdelen, naast elkaar"


class Handvat(Record):
    """A national frame that helps to set up or judge an arrangement."""

    nummer: Nummer = Field(description="Volgorde op de pagina.")
    titel: Titel = Field(description="Naam van het handvat.")
    uitleg: Vaktekst = Field(description="Wat het is en wanneer je het gebruikt.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    delen: Lijst[Titel] = Field(description="De stappen of onderdelen, één per regel.")
    delen_zijn: Deelvolgorde = Field(description="Of het stappen of onderdelen zijn.")
    begint: OfOnbekend[Datum] | None = Field(
        default=None, description="Sinds wanneer het geldt. Weglaten als er geen begin is."
    )
    eindigt: OfOnbekend[Datum] | None = Field(
        default=None, description="Tot wanneer het geldt. Weglaten als er geen einde is."
    )
    grenzen: tuple[Titel, ...] = Field(default=(), description="Wat er niet kan of mag.")
    adres: OfOnbekend[Webadres] = Field(description="Waar je het vindt.")
    herkomst: Herkomst = Field(description="Bron van het handvat.")


class Lesthema(Keuze):
    """What a lesson is about."""

    SAMENWERKEN = "samenwerken", "samenwerken en vertrouwen"
    STUREN = "sturen", "sturen en besluiten"
    GRIJS_GEBIED = "grijs-gebied", "het grijze gebied en de grenzen van de wet"
    GELD = "geld", "geld en budgetten"
    OUDERS = "ouders", "ouders en kinderen"
    DATA = "data", "cijfers en leren"
    ARRANGEMENTEN = "arrangementen", "onderwijszorgarrangementen"


class Les(Record):
    """What another region or a network learned, and what it means for us."""

    thema: Lesthema = Field(description="Waar de les over gaat.")
    titel: Titel = Field(description="De les in één zin.")
    waar: Titel = Field(description="Welke regio of welk netwerk dit leerde. Noem geen persoon.")
    datum: OfOnbekend[Datum] = Field(description="Wanneer het is besproken of opgeschreven.")
    wat: Vaktekst = Field(description="Wat zij zagen of deden.")
    dus: Vaktekst = Field(description="Wat dat voor ons kan betekenen, volgens ons.")
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(), description="Id's van de speerpunten waar het bij past."
    )
    onderdelen: tuple[OnderdeelId, ...] = Field(
        default=(), description="Id's van de onderdelen van het model waar het bij past."
    )
    arrangementen: tuple[ArrangementId, ...] = Field(
        default=(), description="Id's van de arrangementen waar het bij past."
    )
    herkomst: Herkomst = Field(description="Bron van de les.")


class Verslag(Keuze):
    """Whether there is a report of a meeting."""

    JA = "ja", "er is een verslag"
    NEE = "nee", "er is geen verslag"


class Leerbijeenkomst(Deel):
    """One meeting of a learning group."""

    sleutel = ("wanneer",)

    wanneer: OfOnbekend[Titel] = Field(
        description="Wanneer, zoals de bron het zegt: '11 mei, 15.00 tot 17.00 uur'."
    )
    verslag: OfOnbekend[Verslag] = Field(description="Of er een verslag is.")


class Leergroep(Record):
    """A community of practice: people from several regions who learn together."""

    nummer: Nummer = Field(description="Volgorde op de pagina.")
    titel: Titel = Field(description="Waar de groep over gaat.")
    netwerk: Titel = Field(description="Van welk netwerk of programma de groep is.")
    vragen: OfOnbekend[Lijst[Titel]] = Field(description="Kernvragen, in eigen woorden.")
    doelen: OfOnbekend[Lijst[Titel]] = Field(description="Wat de groep wil bereiken.")
    werkwijze: tuple[Titel, ...] = Field(
        default=(), description="Hoe de groep werkt, één punt per regel."
    )
    voor_wie: OfOnbekend[Titel] = Field(description="Voor wie de groep is.")
    bijeenkomsten: OfOnbekend[Lijst[Leerbijeenkomst]] = Field(
        description="Wanneer de groep bij elkaar kwam."
    )
    thema: Lesthema = Field(description="Bij welk thema van de lessen het hoort.")
    herkomst: Herkomst = Field(description="Bron van de groep.")
