"""The area ``hulp``: whom to call or ask, with the number and the address of an organisation.

Not here: which help is there for whom (``views.hulp``), or whether an address still answers
(``scripts.adressen``).
"""

from __future__ import annotations

from pydantic import Field

from macros.model.basis.adres import Webadres
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import WIJZIGINGEN, Herkomst, LaterIngevuld, Record, Wijziging
from macros.model.basis.tekst import Oudertekst, Oudertitel, Titel
from macros.model.basis.telefoon import Telefoon
from macros.model.basis.verwijzing import GemeenteId, PartijId
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.regio import Sector, Taalcode


class Hulpsoort(Keuze):
    """What a place of help is for, in the order in which somebody tries them."""

    SCHOOL = "school", "de school zelf: leerkracht, mentor, directie, bestuur"
    STEUNPUNT = "steunpunt", "steunpunt of loket van een samenwerkingsverband"
    LEERPLICHT = "leerplicht", "leerplicht of leerrecht"
    LOKAAL_TEAM = "lokaal-team", "lokaal team, CJG of gebiedsteam: hulp thuis"
    GEMEENTE = "gemeente", "de gemeente in het algemeen: zij verbindt door"
    ONDERWIJSCONSULENT = "onderwijsconsulent", "onafhankelijk advies als er geen plek op school is"
    UITLEG_RECHTEN = "uitleg-rechten", "uitleg over rechten en regels"
    GESCHIL = "geschil", "oneens met de school over toelating, verwijdering of het plan"
    BEMIDDELING = "bemiddeling", "samen praten met iemand die niet kiest"
    KLACHT = "klacht", "een klacht over de school"
    GELIJKE_BEHANDELING = "gelijke-behandeling", "anders behandeld om een beperking of ziekte"
    KINDEROMBUDSMAN = "kinderombudsman", "de rechten van kinderen"
    VERTROUWENSPERSOON = "vertrouwenspersoon", "een vraag of klacht over jeugdhulp"
    LEERLINGENVERVOER = "leerlingenvervoer", "vervoer naar school"
    JEUGDGEZONDHEID = "jeugdgezondheid", "jeugdgezondheidszorg: jeugdarts en jeugdverpleegkundige"
    DYSLEXIE = "dyslexie", "ernstige dyslexie"
    ZIEKE_LEERLING = "zieke-leerling", "onderwijs aan een kind dat lang ziek is"
    WEGWIJS_IN_ZORG = "wegwijs-in-zorg", "niet weten welke wet of instantie"
    LUISTERLIJN_KIND = "luisterlijn-kind", "praten, zonder je naam: voor kinderen en jongeren"
    BELANG_LEERLINGEN = "belang-leerlingen", "opkomen voor scholieren en studenten"
    VEILIG_THUIS = "veilig-thuis", "zorgen over veiligheid thuis"
    NOOD = "nood", "direct gevaar"
    INSPECTIE = "inspectie", "een signaal over een school"
    VERTROUWENSINSPECTEUR = "vertrouwensinspecteur", "geweld of misbruik op school"
    VERZUIM_MELDEN = "verzuim-melden", "verzuim melden: voor scholen"
    STEUNPUNT_SCHOLEN = "steunpunt-scholen", "vragen van scholen over passend onderwijs"


class Hulpvrager(Keuze):
    """Who can ask."""

    OUDERS = "ouders", "ouders en verzorgers"
    JONGEREN = "jongeren", "kinderen en jongeren zelf"
    PROFESSIONALS = "professionals", "wie met kinderen werkt"


class Landelijk(Keuze):
    """That help is there for the whole country."""

    JA = "ja", "voor heel Nederland"


class Hulp(Record):
    """An organisation that people can call or ask."""

    naam: Titel = Field(description="Naam van de organisatie of het loket. Noem geen persoon.")
    soort: Hulpsoort = Field(description="Waar deze hulp voor is.")
    voor_wie: Lijst[Hulpvrager] = Field(description="Wie er iets kan vragen.")
    vragen: Lijst[Oudertitel] = Field(
        description="Wat je er kunt vragen, in gewone taal, één per regel."
    )
    wanneer: Oudertitel | None = Field(
        default=None, description="Wanneer je hier belt, in een zin zoals 'Je kind zit thuis'."
    )
    voorwaarde: Oudertitel | None = Field(
        default=None,
        description="Voor wie deze hulp alleen is, in een zin zoals 'Je kind zit op zo'n school'.",
    )
    let_op: Oudertekst | None = Field(
        default=None, description="Wat je vooraf moet weten: een termijn, of wat er niet kan."
    )
    sectoren: tuple[Sector, ...] = Field(
        default=(), description="Voor welke soorten onderwijs. Weglaten als het voor alle is."
    )
    landelijk: Landelijk | None = Field(
        default=None,
        description="Alleen 'ja', voor hulp in heel Nederland. Vul dit, de "
        "samenwerkingsverbanden of de gemeenten in: precies één van de drie.",
    )
    samenwerkingsverbanden: tuple[PartijId, ...] = Field(
        default=(), description="Van welke samenwerkingsverbanden deze hulp is. Id's van partijen."
    )
    gemeenten: OfOnbekend[Lijst[GemeenteId]] | None = Field(
        default=None, description="In welke gemeenten deze hulp er is. Id's van gemeenten."
    )
    telefoon: OfOnbekend[Telefoon] = Field(
        description="Nummer van de organisatie. Nooit dat van een persoon, en geen mobiel nummer."
    )
    website: OfOnbekend[Webadres] = Field(
        description="Pagina waar je verder komt. Geen e-mailadres."
    )
    anders: Oudertitel | None = Field(
        default=None,
        description="Hoe je deze hulp bereikt als er geen nummer en geen pagina is.",
    )
    tijden: OfOnbekend[Titel] | None = Field(
        default=None, description="Wanneer je kunt bellen. Weglaten als er geen nummer is."
    )
    kosten: OfOnbekend[Titel] = Field(description="Wat het kost, zoals 'gratis'.")
    talen: OfOnbekend[Lijst[Taalcode]] = Field(
        description="In welke talen je er terechtkunt: codes, zoals nl en en."
    )
    herkomst: Herkomst = Field(description="Bron van deze hulp.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Bron van een waarde die uit een andere bron komt dan de rest."
    )
    gezien_op: Datum = Field(description="Wanneer dit voor het laatst is nagekeken.")
    controle_op: Datum = Field(description="Wanneer dit opnieuw moet worden nagekeken.")
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)

    def moet_nagekeken(self, vandaag: Datum) -> bool:
        """Whether the day has come on which this must be looked at again."""
        return self.controle_op.begin <= vandaag.begin
