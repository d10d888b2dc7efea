"""The area ``agenda``: its editions, speerpunten with their acties, milestones and principles.

Which edition counts on a day, ``geldend`` decides, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.getal import Jaar, Nummer
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import (
    WIJZIGINGEN,
    Deel,
    Herkomst,
    LaterIngevuld,
    Record,
    Wijziging,
    actief,
)
from macros.model.basis.tekst import Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import AgendaId, BronId, Id, PartijId, PlekId, naar_id
from macros.model.basis.vorm import Keuze, Lijst


class Looptijd(Deel):
    """The first and the last year the agenda is for."""

    van: Jaar = Field(description="Eerste jaar.")
    tot_en_met: Jaar = Field(description="Laatste jaar.")

    def __str__(self) -> str:
        return f"{self.van}–{self.tot_en_met}"


class Agenda(Record):
    """An agenda as a whole: one edition."""

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
    vervangt: AgendaId | None = Field(
        default=None,
        description="De agenda die hiervoor gold. Weglaten bij de eerste.",
    )
    opvolger: OfOnbekend[BronId] | None = Field(
        default=None,
        description="Welke agenda hierna komt: de bron waarin zij staat. Weglaten zolang deze "
        "loopt en er nog geen volgende is, en ook zodra de volgende een eigen bestand heeft: die "
        "noemt deze bij 'vervangt'.",
    )
    samen: OfOnbekend[Vaktekst] = Field(
        description="Wat de partijen met de agenda samen willen, voor professionals."
    )
    voor_ouders: OfOnbekend[Oudertekst] = Field(description="Wat de agenda is, in gewone taal.")
    vastgesteld: Titel | None = Field(
        default=None,
        description="Wat er is vastgesteld, als dat niet de hele agenda is, zoals 'Speerpunten'.",
    )
    vastgesteld_op: OfOnbekend[Datum] | None = Field(
        default=None,
        description="Wanneer de agenda is vastgesteld. Weglaten zolang dat niet is gebeurd: dan "
        "is zij in voorbereiding, en geldt de vorige.",
    )
    vastgesteld_door: OfOnbekend[Titel] | None = Field(
        default=None,
        description="Door welk overleg. Weglaten zolang zij niet is vastgesteld.",
    )
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

    @property
    def in_voorbereiding(self) -> bool:
        """Whether it is not adopted yet."""
        return self.vastgesteld_op is None

    @property
    def jaren(self) -> Looptijd | None:
        """Its years, when these are known."""
        return self.looptijd if isinstance(self.looptijd, Looptijd) else None

    def geldt(self, vandaag: Datum) -> bool:
        """Whether it is adopted and its years have begun; of years that nobody knows, adopting it
        is the beginning.
        """
        begun = self.jaren is None or self.jaren.van <= vandaag.jaar
        return begun and not self.in_voorbereiding


def geldend(agendas: Mapping[str, Agenda], vandaag: Datum) -> str:
    """The id of the agenda that counts on a day: the one that no other replaced which is adopted
    and has begun. As long as there is none such the first one counts. Empty without any.
    """
    every = actief(agendas)
    begun = [one for one in every if one.geldt(vandaag)]
    gone = {key for one in begun for key in eerdere(agendas, one)}
    left = [one for one in begun if one.id not in gone] or [
        one for one in every if one.vervangt not in agendas
    ]
    # Of data with a mistake in them, where more than one is left, it is the last one.
    return max(((one.jaren.van if one.jaren else 0, one.id) for one in left), default=(0, ""))[1]


def eerdere(agendas: Mapping[str, Agenda], one: Agenda) -> Iterator[str]:
    """Which agendas one replaced, the last one first."""
    seen = {one.id}
    while (key := one.vervangt) and key in agendas and key not in seen:
        seen.add(key)
        yield key
        one = agendas[key]


def opvolger_van(agendas: Mapping[str, Agenda], key: str) -> Agenda | None:
    """The agenda that is to replace another."""
    return next((one for one in actief(agendas) if one.vervangt == key), None)


def agenda_id(naam: str, jaren: Looptijd | None) -> str:
    """What the file of an agenda is called: its name with its years, once."""
    made = naar_id(naam) or "agenda"
    years = [str(jaren.van), str(jaren.tot_en_met)] if jaren else []
    return made if all(one in made for one in years) else naar_id(" ".join([made, *years]))


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

    agenda: AgendaId = Field(
        description="De agenda waar het speerpunt bij hoort: een bestand uit de map agendas."
    )
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
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)


class Mijlpaal(Record):
    """A moment on the way to an agenda."""

    agenda: AgendaId = Field(
        description="De agenda die zo tot stand kwam: een bestand uit de map agendas."
    )
    nummer: Nummer = Field(description="Volgorde op de pagina.")
    datum: Datum = Field(description="Wanneer: jaar, maand of dag.")
    titel: Titel = Field(description="Wat er gebeurde, kort.")
    wat: Vaktekst = Field(description="Wat er gebeurde, in een paar zinnen.")
    herkomst: Herkomst = Field(description="Bron van deze mijlpaal.")


class Principe(Record):
    """A direction the partners chose, as far as the text of the source gives it."""

    agenda: AgendaId = Field(
        description="De agenda waarvoor de partijen deze richting kozen: een bestand uit de map "
        "agendas."
    )
    nummer: Nummer = Field(description="Volgorde op de pagina.")
    titel: Titel = Field(description="De richting in een paar woorden.")
    uitleg: Vaktekst = Field(description="Wat ermee bedoeld is, voor zover de bron dat zegt.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    herkomst: Herkomst = Field(description="Bron van deze richting.")
