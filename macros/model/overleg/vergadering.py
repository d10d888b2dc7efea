"""Meetings with their agenda, decisions with what follows from them, and documents.

Not here: the way of a proposal from body to body (``voorstelroute``).
"""

from __future__ import annotations

from types import MappingProxyType

from pydantic import Field

from macros.model.agenda import Stand
from macros.model.basis.adres import Vindadres
from macros.model.basis.datum import Datum, Tijd
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import WIJZIGINGEN, Deel, Herkomst, LaterIngevuld, Record, Wijziging
from macros.model.basis.tekst import Naam, Oudertekst, Titel, Vaktekst
from macros.model.basis.verwijzing import (
    BesluitId,
    BronId,
    DocumentId,
    Id,
    MijlpaalId,
    OverlegId,
    PartijId,
    SpeerpuntId,
    VergaderingId,
)
from macros.model.basis.vorm import Keuze, Lijst


class StandVergadering(Keuze):
    """Whether a meeting is still to come, and how sure that is."""

    AANGEKONDIGD = "aangekondigd", "een bron kondigt het aan; of het is doorgegaan, staat er niet"
    GEPLAND = "gepland", "het staat in de kalender"
    GEHOUDEN = "gehouden", "het is geweest"
    AFGELAST = "afgelast", "het gaat niet door"


class Doel(Keuze):
    """What a body is asked to do with an agenda item."""

    OOGO_BESLUIT = "oogo-besluit", "het OOGO neemt een besluit"
    TER_VASTSTELLING = "ter-vaststelling", "het overleg stelt iets vast"
    TER_BESPREKING = "ter-bespreking", "het overleg praat erover en besluit nog niet"
    TER_INFORMATIE = "ter-informatie", "het overleg hoort wat er speelt"
    VAST_PUNT = (
        "vast-punt",
        "hoort bij elke vergadering: opening, mededelingen, rondvraag, sluiting",
    )


class Agendapunt(Deel):
    """One thing on the agenda of a meeting: whom it concerns, and to what end."""

    id: Id = Field(description="Korte naam van het agendapunt. Verandert nooit.")
    titel: Titel = Field(description="Waar het over gaat.")
    partijen: OfOnbekend[Lijst[PartijId]] | None = Field(
        default=None,
        description="Welke partijen het betreft. Weglaten bij een vast punt, zoals de rondvraag: "
        "dat is voor iedereen. Onbekend mag, tot de vergadering gepland is.",
    )
    doel: OfOnbekend[Doel] = Field(
        description="Met welk doel het wordt besproken. "
        "Onbekend mag, tot de vergadering gepland is."
    )
    documenten: tuple[DocumentId, ...] = Field(
        default=(), description="Id's van de basisdocumenten die erbij horen."
    )
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(), description="Id's van de speerpunten waar het over gaat."
    )


class Instemming(Keuze):
    """Whether who cannot come agrees with what is proposed."""

    JA = "ja", "stemt in met de inhoud"
    NEE = "nee", "stemt niet in met de inhoud"


class Afmelding(Deel):
    """What a party that cannot come told beforehand: whether it agrees, or who speaks for it."""

    sleutel = ("partij", "gemeld_op")

    partij: PartijId = Field(description="Id van de partij die niet kan komen. Noem geen persoon.")
    agendapunten: tuple[Id, ...] = Field(
        default=(),
        description="Id's van de agendapunten waar het om gaat. Weglaten als het voor de hele "
        "vergadering is.",
    )
    instemming: Instemming | None = Field(
        default=None, description="Of de partij instemt. Weglaten als zij dat niet zei."
    )
    vertegenwoordigd_door: PartijId | None = Field(
        default=None,
        description="Id van de partij die namens haar optreedt. Weglaten als die er niet is.",
    )
    gemeld_op: OfOnbekend[Datum] = Field(description="Op welke dag de partij dit meldde.")


class Vergadering(Record):
    """A meeting of a body, or another gathering with a date."""

    bekend_met = MappingProxyType({"begin": "einde"})

    titel: Titel = Field(description="Naam van de bijeenkomst, zoals 'OOGO van juli 2021'.")
    overleg: OverlegId | None = Field(
        default=None,
        description="Id van het overleg dat vergadert. Weglaten bij een losse bijeenkomst.",
    )
    datum: Datum = Field(description="Wanneer. Alleen een hele datum komt in de agenda van mensen.")
    begin: OfOnbekend[Tijd] = Field(description="Hoe laat het begint.")
    einde: OfOnbekend[Tijd] = Field(description="Hoe laat het eindigt.")
    plaats: OfOnbekend[Titel] = Field(description="Waar het is. Geen adres van een persoon.")
    stand: StandVergadering = Field(description="Of het nog komt of is geweest.")
    agenda: OfOnbekend[Lijst[Agendapunt]] = Field(description="Wat er op de agenda staat.")
    afmeldingen: tuple[Afmelding, ...] = Field(
        default=(),
        description="Welke partijen vooraf meldden dat ze niet konden komen. Weglaten als dat niet "
        "is opgeschreven.",
    )
    aanwezig: tuple[PartijId, ...] = Field(
        default=(),
        description="Id's van alle partijen die er waren. Weglaten als dat niet is opgeschreven. "
        "Noem geen persoon.",
    )
    mijlpaal: MijlpaalId | None = Field(
        default=None, description="Id van de mijlpaal die vertelt wat er gebeurde."
    )
    herkomst: Herkomst = Field(description="Bron van de datum.")
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)


class Vervolg(Deel):
    """What has to happen because of a decision."""

    wat: Titel = Field(description="Wat er moet gebeuren, in één zin met een werkwoord.")
    wie: OfOnbekend[PartijId] = Field(description="Wie het doet. Noem geen persoon.")
    uiterlijk: OfOnbekend[Datum] = Field(description="Wanneer het klaar moet zijn.")
    stand: OfOnbekend[Stand] = Field(description="Hoe ver het is.")
    bewijs: tuple[BronId, ...] = Field(
        default=(),
        description="Bronnen die laten zien dat de stand klopt. Nodig als het afgerond of gestopt "
        "is.",
    )


class Haalbaar(Keuze):
    """Whether a party can do what was decided."""

    JA = "ja", "de partij kan het waarmaken"
    ONDER_VOORWAARDE = "onder-voorwaarde", "de partij kan het waarmaken als er iets bij komt"
    NEE = "nee", "de partij kan het niet waarmaken"


class Haalbaarheid(Deel):
    """Whether one party can do what was decided, and otherwise what it can."""

    sleutel = ("partij",)

    partij: PartijId = Field(description="Id van de partij. Noem geen persoon.")
    haalbaar: OfOnbekend[Haalbaar] = Field(description="Of de partij het kan waarmaken.")
    wat_wel: Titel | None = Field(
        default=None,
        description="Wat de partij wel kan, of onder welke voorwaarde, in één zin. Nodig bij 'nee' "
        "en 'onder-voorwaarde'.",
    )


class Besluit(Record):
    """What a body decided, so that it need not be weighed again."""

    titel: Titel = Field(description="Het besluit in een paar woorden.")
    vergadering: VergaderingId = Field(
        description="Id van de vergadering waarin het besluit viel: geeft datum en overleg."
    )
    tekst: Vaktekst = Field(description="Wat er is besloten, in eigen woorden.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    eigenaar: OfOnbekend[PartijId] = Field(
        description="Wie zorgt dat het besluit wordt uitgevoerd. Noem geen persoon."
    )
    vervolg: OfOnbekend[Lijst[Vervolg]] = Field(description="Wat er nu moet gebeuren.")
    haalbaarheid: tuple[Haalbaarheid, ...] = Field(
        default=(),
        description="Of elke partij het kan waarmaken. Weglaten als dat niet is opgeschreven.",
    )
    speerpunten: tuple[SpeerpuntId, ...] = Field(
        default=(), description="Id's van de speerpunten waar het over gaat."
    )
    documenten: tuple[DocumentId, ...] = Field(
        default=(), description="Id's van de basisdocumenten die erbij horen."
    )
    vervangt: tuple[BesluitId, ...] = Field(
        default=(), description="Id's van eerdere besluiten die hierdoor niet meer gelden."
    )
    herkomst: Herkomst = Field(description="Bron van het besluit.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Velden die later bekend werden dan de rest, met hun eigen bron."
    )
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)


class Basisdocument(Record):
    """A document everybody works from: one place to find it, instead of mail."""

    titel: Naam = Field(description="Titel van het document, zoals gepubliceerd.")
    uitleg: Titel = Field(description="Wat erin staat, in één zin.")
    datum: OfOnbekend[Datum] = Field(description="Datum van het document.")
    overleg: OfOnbekend[OverlegId] = Field(
        description="Welk overleg het vaststelde of beheert. Id van het overleg."
    )
    adres: OfOnbekend[Vindadres] = Field(description="Waar het document te vinden is.")
    herkomst: Herkomst = Field(description="Bron die het document noemt.")
