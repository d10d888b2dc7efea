"""The model: the matrix with its columns and themes, and each onderdeel with its routes.

Not here: the law around it (``recht``) and the questions that lead to it (``wegwijzer``).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.getal import Nummer
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import (
    WIJZIGINGEN,
    Deel,
    Herkomst,
    LaterIngevuld,
    Record,
    Wijziging,
    Zekerheid,
)
from macros.model.basis.tekst import Naam, Oudertekst, Oudertitel, Titel, Vaktekst
from macros.model.basis.verwijzing import (
    ArtikelId,
    GebiedId,
    Id,
    KolomId,
    OnderdeelId,
    PartijId,
    ThemaId,
)
from macros.model.basis.vorm import Keuze, Lijst, Vorm, patroon
from macros.model.regio import Sector

Onderdeelcode = Annotated[
    str,
    Vorm(
        patroon(
            r"[1-9][0-9]?[a-z]",
            "onderdeelcode",
            "'{waarde}' is geen code van een onderdeel.",
            "Schrijf het nummer van het thema en een kleine letter, zoals 1a.",
        ),
        {"type": "string", "pattern": r"^[1-9][0-9]?[a-z]$"},
        "nummer van het thema en een kleine letter",
    ),
]


def codevolgorde(code: str) -> tuple[int, str]:
    """What to sort a code by: 2a before 10a."""
    return int(code[:-1]), code[-1]


class Betaling(Deel):
    """Who pays where the source fills in a column."""

    sleutel = ("zin",)

    wie: Titel = Field(description="Wie dan betaalt, in een paar woorden, zoals 'de gemeente'.")
    zin: Oudertitel = Field(
        description="Wie betaalt als de bron dit vak invult, in één gewone zin voor iedereen."
    )
    herkomst: Herkomst = Field(description="Waaruit dat blijkt.")


class Kolom(Deel):
    """A column of the matrix: a law, or a kind of support."""

    id: Id = Field(description="Korte naam van de kolom. Verandert nooit.")
    titel: Titel = Field(description="De kop boven de kolom.")
    kort: Titel = Field(description="De kop in een paar letters of woorden, voor een telefoon.")
    uitleg: Titel = Field(description="Wat een vak in deze kolom zegt.")
    voor_ouders: Oudertitel = Field(description="Hetzelfde in gewone taal.")
    betaalt: Betaling | None = Field(
        default=None,
        description="Wie betaalt als dit vak is ingevuld. Weglaten als geen bron dat zegt.",
    )


class OudWoord(Deel):
    """A word that the agreements still use and the field no longer does."""

    sleutel = ("woord",)

    woord: Naam = Field(description="Het oude woord, zoals het nog in onderdelen staat.")
    nieuw: Naam = Field(description="Het woord van nu.")
    sinds: Datum = Field(description="Sinds wanneer het nieuwe woord geldt.")
    uitleg: Titel = Field(description="Wat er veranderde, in één zin.")
    herkomst: Herkomst = Field(description="Bron van de verandering.")


class Samenwerking(Deel):
    """The model as a whole: ``samenwerking/model.yml``."""

    naam: Titel = Field(description="Naam van het model.")
    samen: Titel = Field(description="Wat alle partijen bij elke vraag samen doen, in één zin.")
    voor_ouders: Oudertekst = Field(description="Wat het model is, in gewone taal.")
    grijs_gebied: Titel = Field(
        description="Wat je doet als nog niet duidelijk is wie aan zet is, in één zin."
    )
    gebied: GebiedId = Field(description="Het werkingsgebied waarvoor het model geldt.")
    geldt_voor: Lijst[Titel] = Field(description="Voor welke partijen het model geldt.")
    vastgesteld_op: OfOnbekend[Datum] = Field(description="Wanneer het model is vastgesteld.")
    vastgesteld_door: OfOnbekend[Titel] = Field(description="Door welk overleg.")
    eigenaar: OfOnbekend[PartijId] = Field(description="Welke partij het model bijhoudt.")
    procedure: OfOnbekend[Vaktekst] = Field(
        description="De uitgangspunten, en de procedure waar onderwijs en jeugdhulp elkaar raken."
    )
    kolommen: tuple[Kolom, ...] = Field(
        default=(), description="De kolommen van de matrix, van links naar rechts."
    )
    oude_woorden: tuple[OudWoord, ...] = Field(
        default=(), description="Woorden in het model die het veld niet meer gebruikt."
    )
    herkomst: Herkomst = Field(description="Bron van het model.")


class Thema(Record):
    """A group of onderdelen."""

    nummer: Nummer = Field(description="Nummer van het thema.")
    titel: OfOnbekend[Titel] = Field(description="Naam van het thema.")
    voor_ouders: OfOnbekend[Oudertitel] = Field(description="De naam in gewone taal.")
    onbekende_onderdelen: tuple[Onderdeelcode, ...] = Field(
        default=(),
        description="Codes die volgens de nummering bestaan, terwijl we er verder niets van weten. "
        "Haal een code hier weg als je het onderdeel maakt.",
    )
    volledigheid: Titel | None = Field(
        default=None, description="Wat niet bekend is over hoeveel onderdelen er zijn."
    )
    herkomst: Herkomst = Field(description="Bron van het thema.")


class Celwaarde(Keuze):
    """What the source has in one square of the matrix."""

    JA = "ja", "de bron zet hier een kruisje, een sector of een naam"
    LEEG = "leeg", "de bron laat dit vak leeg; dat is nog geen nee"


class Cel(Deel):
    """One square: an onderdeel under a column."""

    sleutel = ("kolom",)

    kolom: KolomId = Field(description="Id van de kolom, uit samenwerking/model.yml.")
    waarde: OfOnbekend[Celwaarde] = Field(description="Wat er in het vak staat.")
    sectoren: tuple[Sector, ...] = Field(
        default=(), description="De sectoren die de bron in het vak zet. Alleen bij 'ja'."
    )
    wie: Titel | None = Field(
        default=None, description="De partij die de bron in het vak noemt. Alleen bij 'ja'."
    )
    toelichting: Titel | None = Field(
        default=None, description="Wat je bij dit vak moet weten, in één zin."
    )
    herkomst: Herkomst | None = Field(
        default=None, description="Bron en zekerheid. Alleen weglaten als de waarde onbekend is."
    )

    @property
    def zekerheid(self) -> Zekerheid:
        """How sure the square is; without a source it is unknown."""
        return self.herkomst.zekerheid if self.herkomst else Zekerheid.ONBEKEND


class Stap(Deel):
    """One step of a route."""

    id: Id = Field(description="Korte naam van de stap, binnen deze route.")
    als: Titel | None = Field(
        default=None, description="Wanneer je deze stap zet, als dat niet altijd is."
    )
    wie: OfOnbekend[Titel] = Field(description="Wie de stap zet. Noem een functie, geen persoon.")
    wat: Titel = Field(description="Wat die doet. Begin met een werkwoord: 'praat met de ouders'.")
    na: Id | None = Field(
        default=None,
        description="Id van de stap waar deze op volgt. Weglaten als dat de vorige in de lijst is.",
    )
    herkomst: Herkomst | None = Field(
        default=None, description="Bron van deze stap, als dat een andere is dan die van de route."
    )


class Sectorroute(Deel):
    """How it goes at schools of these sectors."""

    sectoren: Lijst[Sector] = Field(description="Voor welke sectoren deze route is.")
    stappen: Lijst[Stap] = Field(description="De stappen, de eerste bovenaan.")
    herkomst: Herkomst = Field(description="Bron van de route.")


class Gemeenteroute(Deel):
    """How it goes at the municipality."""

    stappen: Lijst[Stap] = Field(description="De stappen, de eerste bovenaan.")
    herkomst: Herkomst = Field(description="Bron van de route.")


class EersteStap(Deel):
    """Who begins, and how."""

    wie: Titel = Field(description="Wie begint. Noem een functie, geen persoon.")
    wat: Titel = Field(description="Wat die doet. Begin met een werkwoord: 'praat met de ouders'.")
    wanneer: Titel | None = Field(
        default=None,
        description="Wanneer deze stap aan de beurt is, als de bron dat zegt: 'bij vragen over "
        "lezen'.",
    )
    herkomst: Herkomst = Field(description="Bron van de eerste stap.")


class Spanning(Deel):
    """A place where the agreement and the law do not say the same."""

    afspraak: Titel = Field(description="Wat de afspraak zegt.")
    wet: Titel = Field(description="Wat de wet zegt.")
    artikelen: tuple[ArtikelId, ...] = Field(default=(), description="Id's van de artikelen.")
    herkomst: Herkomst = Field(description="Waaruit de spanning blijkt.")


class Verzonnen(Keuze):
    """Marks an example: only what was made up may be told about a child."""

    JA = "ja", "dit voorbeeld is bedacht; er bestaat geen kind dat erop lijkt"


class Voorbeeld(Deel):
    """A made-up case that explains the agreement."""

    verzonnen: Verzonnen = Field(
        description="Staat er altijd bij. Een echt kind beschrijf je hier nooit."
    )
    tekst: Vaktekst = Field(description="Het voorbeeld.")


class Toestand(Keuze):
    """What is agreed about an onderdeel."""

    VASTGESTELD = "vastgesteld", "de partijen hebben deze afspraak vastgesteld"
    GRIJS_GEBIED = "grijs-gebied", "nog niet duidelijk wie aan zet is"
    IN_HERZIENING = "in-herziening", "de afspraak wordt aangepast"


class Onderdeel(Record):
    """A situation of a child: what we do together, the first step, the law, what is not known."""

    code: Onderdeelcode = Field(description="De code in de matrix, zoals 1a.")
    thema: ThemaId = Field(description="Id van het thema.")
    titel: Titel = Field(description="Naam van het onderdeel, voor professionals.")
    titel_voor_ouders: Oudertitel = Field(description="De naam in gewone taal.")
    synoniemen: tuple[Naam, ...] = Field(
        default=(), description="Woorden waarmee mensen dit zoeken."
    )
    toestand: OfOnbekend[Toestand] = Field(description="Wat er is afgesproken over dit onderdeel.")
    sectoren: OfOnbekend[Lijst[Sector]] = Field(description="Voor welke sectoren het geldt.")
    samen: OfOnbekend[Titel] = Field(description="Wat we samen doen, in één zin.")
    eerste_stap: OfOnbekend[EersteStap] = Field(description="Wie begint, en hoe.")
    voor_ouders: Oudertekst = Field(
        description="Wat dit voor ouders en jongeren betekent, in gewone taal."
    )
    waar_gaat_het_over: OfOnbekend[Vaktekst] = Field(description="Waar het onderdeel over gaat.")
    routes: OfOnbekend[Lijst[Sectorroute]] = Field(description="Hoe het gaat, per sector.")
    gemeente: OfOnbekend[Gemeenteroute] = Field(description="Hoe het gaat bij de gemeente.")
    cellen: tuple[Cel, ...] = Field(
        default=(), description="Eén vak voor elke kolom van de matrix."
    )
    wet: OfOnbekend[Vaktekst] = Field(description="Wat de wet zegt, in eigen woorden.")
    artikelen: tuple[ArtikelId, ...] = Field(default=(), description="Id's van de artikelen.")
    spanningen: tuple[Spanning, ...] = Field(
        default=(), description="Waar de afspraak en de wet niet hetzelfde zeggen."
    )
    voorbeelden: tuple[Voorbeeld, ...] = Field(default=(), description="Verzonnen voorbeelden.")
    vragen: tuple[Titel, ...] = Field(
        default=(), description="Wat de werkgroep nog moet uitzoeken, één vraag per regel."
    )
    verwant: tuple[OnderdeelId, ...] = Field(default=(), description="Id's van andere onderdelen.")
    vastgesteld_op: OfOnbekend[Datum] = Field(description="Wanneer de afspraak is vastgesteld.")
    gecontroleerd_op: OfOnbekend[Datum] = Field(
        description="Wanneer de werkgroep de afspraak voor het laatst naliep op wet en rechtspraak."
    )
    geldig_tot: OfOnbekend[Datum] = Field(description="Tot wanneer de afspraak geldt.")
    herkomst: Herkomst = Field(description="Bron van het onderdeel.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Velden die later bekend werden dan de rest, met hun eigen bron."
    )
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)
