"""The area ``agenda``: speerpunten with their acties, milestones and leading principles."""

from __future__ import annotations

from types import MappingProxyType

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.getal import Jaar, Nummer
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Deel, Herkomst, LaterIngevuld, Record, Wijziging
from macros.model.basis.tekst import Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import BronId, Id, PartijId, PlekId
from macros.model.basis.vorm import Keuze, Lijst


class Looptijd(Deel):
    """The first and the last year the agenda is for."""

    van: Jaar = Field(description="Eerste jaar.")
    tot_en_met: Jaar = Field(description="Laatste jaar.")


class Agenda(Deel):
    """The agenda itself: ``agenda.yml``."""

    titel: Titel = Field(description="Naam van de agenda.")
    korte_naam: Titel | None = Field(
        default=None,
        description="Hoe de agenda kort heet, met een hoofdletter en zonder 'de': staat in het "
        "menu en boven haar pagina. Laat je het weg, dan staat daar 'Agenda'.",
    )
    motto: Titel | None = Field(
        default=None,
        description="De zin waaronder de agenda bekendstaat. Weglaten als die er niet is.",
    )
    looptijd: OfOnbekend[Looptijd] = Field(description="De jaren waarvoor de agenda geldt.")
    opvolger: OfOnbekend[BronId] | None = Field(
        default=None,
        description="Welke agenda hierna komt: de bron waarin zij staat. Weglaten zolang deze "
        "loopt en er nog geen volgende is.",
    )
    samen: Vaktekst = Field(
        description="Wat de partijen met de agenda samen willen, voor professionals."
    )
    voor_ouders: Oudertekst = Field(description="Wat de agenda is, in gewone taal.")
    vastgesteld: Titel | None = Field(
        default=None,
        description="Wat er is vastgesteld, als dat niet de hele agenda is, zoals 'Speerpunten'.",
    )
    vastgesteld_op: OfOnbekend[Datum] = Field(description="Wanneer de agenda is vastgesteld.")
    vastgesteld_door: OfOnbekend[Titel] = Field(description="Door welk overleg.")
    leidende_principes: OfOnbekend[Vaktekst] | None = Field(
        default=None,
        description="De leidende principes, zoals vastgesteld. "
        "Wat de tekst wel geeft staat in de map principes. Weglaten als die er niet zijn.",
    )
    actielijnen: OfOnbekend[Vaktekst] | None = Field(
        default=None,
        description="De actielijnen, zoals vastgesteld. Weglaten als die er niet zijn.",
    )
    herkomst: Herkomst = Field(description="Bron van deze gegevens.")


class Fase(Keuze):
    """What a year of a plan is for."""

    VOORBEREIDEN = "voorbereiden", "onderzoeken, inrichten, een voorstel maken"
    UITVOEREN = "uitvoeren", "starten, doorgaan, doen"
    EVALUEREN = "evalueren", "terugkijken en leren"
    AANSCHERPEN = "aanscherpen", "bijstellen na de evaluatie"
    GEEN = "geen", "de bron zet een streepje: in dit jaar is niets gepland"


class Planjaar(Deel):
    """What the source plans for one year."""

    sleutel = ("jaar",)

    jaar: Jaar = Field(description="Het jaar.")
    wat: Titel = Field(description="Wat er voor dit jaar gepland staat.")
    fasen: Lijst[Fase] = Field(
        description="Wat voor werk dit is; door ons ingedeeld om het te kunnen tekenen.",
    )


class Stand(Keuze):
    """How far an action is."""

    NIET_GESTART = "niet-gestart", "nog niet begonnen"
    LOOPT = "loopt", "er wordt aan gewerkt"
    AFGEROND = "afgerond", "klaar, met bewijs"
    GESTOPT = "gestopt", "gaat niet door"


class Herhaling(Keuze):
    """Whether something is to be done over and over."""

    ELK_JAAR = "elk-jaar", "elk jaar opnieuw"


class Actie(Deel):
    """One thing to do: what, by whom, when, where, how far, and what shows it."""

    bekend_met = MappingProxyType({"bewijs": "stand"})

    id: Id = Field(description="Korte naam van de actie. Verandert nooit.")
    wat: Titel = Field(description="Wat er gebeurt, in één zin met een werkwoord.")
    resultaat: OfOnbekend[Titel] = Field(
        description="Waaraan je ziet dat het klaar is, volgens de bron."
    )
    door: OfOnbekend[Lijst[PartijId]] = Field(description="Wie het doen, volgens de bron.")
    wanneer: OfOnbekend[Lijst[Datum]] = Field(
        description="Wanneer het gepland is. Een jaar, maand of dag; meer dan één mag."
    )
    waar: OfOnbekend[Lijst[PlekId]] = Field(
        description="In welke gemeenten, of in welk werkingsgebied als geheel."
    )
    stand: OfOnbekend[Stand] = Field(description="Hoe ver de actie is.")
    stand_peildatum: Datum = Field(
        description="Van welke datum de stand is. Is de stand onbekend: van wanneer de "
        "laatste bron is."
    )
    bewijs: OfOnbekend[Lijst[BronId]] = Field(
        description="Bronnen die laten zien dat de stand klopt."
    )
    herhaling: Herhaling | None = Field(
        default=None, description="Of het steeds opnieuw gebeurt. Weglaten als het één keer is."
    )
    herkomst: Herkomst = Field(description="Waar de actie in de bron staat.")


class Speerpunt(Record):
    """One of the points the partners work on together."""

    nummer: Nummer = Field(description="Volgnummer in de agenda.")
    titel: Titel = Field(description="Naam van het speerpunt.")
    samen: Titel = Field(description="Wat we samen doen, in één zin.")
    voor_ouders: Oudertekst = Field(
        description="Hetzelfde in gewone taal, voor ouders en jongeren."
    )
    conclusie: OfOnbekend[Vaktekst] = Field(description="Wat de partners samen vaststelden.")
    opdracht: OfOnbekend[Vaktekst] = Field(description="Wat ze elkaar opdroegen.")
    bestuurlijk_trekker: OfOnbekend[PartijId] = Field(
        description="Functie of partij die bestuurlijk trekt. Noem geen persoon."
    )
    ambtelijk_trekker: OfOnbekend[PartijId] = Field(
        description="Functie of partij die ambtelijk trekt. Noem geen persoon."
    )
    acties: tuple[Actie, ...] = Field(
        default=(),
        description="De opdracht in stappen; de eerste actie is de eerste stap. "
        "Weglaten als de bron er geen noemt.",
    )
    planning: tuple[Planjaar, ...] = Field(
        default=(),
        description="Wat de bron per jaar plant. Een jaar dat de bron niet noemt, laat je weg.",
    )
    herkomst: Herkomst = Field(description="Bron van het speerpunt.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Velden die later bekend werden dan de rest, met hun eigen bron."
    )
    wijzigingen: tuple[Wijziging, ...] = Field(
        default=(), description="Wat er na de eerste publicatie is gewijzigd."
    )


class Mijlpaal(Record):
    """A moment on the way to the agenda."""

    nummer: Nummer = Field(description="Volgorde op de pagina.")
    datum: Datum = Field(description="Wanneer: jaar, maand of dag.")
    titel: Titel = Field(description="Wat er gebeurde, kort.")
    wat: Vaktekst = Field(description="Wat er gebeurde, in een paar zinnen.")
    herkomst: Herkomst = Field(description="Bron van deze mijlpaal.")


class Principe(Record):
    """A direction the partners chose, as far as the text of the source gives it."""

    nummer: Nummer = Field(description="Volgorde op de pagina.")
    titel: Titel = Field(description="De richting in een paar woorden.")
    uitleg: Vaktekst = Field(description="Wat ermee bedoeld is, voor zover de bron dat zegt.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    herkomst: Herkomst = Field(description="Bron van deze richting.")
