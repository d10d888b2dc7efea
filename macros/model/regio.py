"""The area ``regio``: settings, municipalities, parties, sources and terms."""

from __future__ import annotations

from typing import Annotated

from babel import Locale
from babel.localedata import locale_identifiers
from pydantic import Field

from macros.lezing import CODES
from macros.model.basis.adres import Vindadres, Webadres
from macros.model.basis.datum import Datum, Tijdzone
from macros.model.basis.getal import Drempel
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import WIJZIGINGEN, Deel, Herkomst, LaterIngevuld, Record, Wijziging
from macros.model.basis.tekst import TEXT_SCHEMA, Naam, Oudertekst, Titel, Vaktekst, Woorden
from macros.model.basis.verwijzing import ArtikelId, BegripId, GebiedId, GemeenteId, Id
from macros.model.basis.vorm import Keuze, Lijst, Vorm, fout, patroon

CbsCode = Annotated[
    str,
    Vorm(
        patroon(
            r"GM\d{4}",
            "cbs-code",
            "'{waarde}' is geen CBS-code van een gemeente.",
            "Schrijf GM en vier cijfers, zoals GM0228.",
        ),
        {"type": "string", "pattern": r"^GM\d{4}$"},
        "GM en vier cijfers",
    ),
]


Verbandnummer = Annotated[
    str,
    Vorm(
        patroon(
            r"(?:PO|VO)\d{4}",
            "verbandnummer",
            "'{waarde}' is geen nummer van een samenwerkingsverband.",
            "Schrijf PO of VO en vier cijfers, zoals PO2510.",
        ),
        {"type": "string", "pattern": r"^(PO|VO)\d{4}$"},
        "PO of VO en vier cijfers",
    ),
]


class Sector(Keuze):
    """A kind of school, by the abbreviation everyone uses."""

    PO = "PO", "basisschool"
    SBO = "SBO", "speciaal basisonderwijs"
    SO = "SO", "speciaal onderwijs"
    VO = "VO", "middelbare school"
    VSO = "VSO", "voortgezet speciaal onderwijs"
    MBO = "MBO", "middelbaar beroepsonderwijs"


class SoortRegio(Keuze):
    """Is this a real region?"""

    ECHT = "echt", "een bestaande regio; verzonnen feiten worden geweigerd"
    VOORBEELD = "voorbeeld", "een verzonnen regio om mee te oefenen; elke pagina zegt dat"


def _language(value: str) -> str:
    codes = [code.replace("_", "-") for code in locale_identifiers()]
    if value not in codes:
        both = (*Locale("en").languages.items(), *Locale("nl").languages.items())
        names = {name.lower(): code for code, name in both if code in codes}
        near = [code for code in codes if len(code) < 4 or "-" in value.replace("_", "-")]
        tip = "Schrijf de code van de taal, zoals nl of en."
        if value.lower() in names:
            tip, near = f"Bedoel je '{names[value.lower()]}'?", []
        message = "'{waarde}' is geen code van een taal."
        raise fout("taalcode", message, tip, waarde=value[:40], geldig=near)
    return value


Taalcode = Annotated[
    str,
    Vorm(
        _language,
        {"type": "string", "pattern": "^[a-z]{2,3}(-[0-9A-Z][0-9A-Za-z]+)*$"},
        "code van een taal, zoals `nl` of `en`",
    ),
]
"""A language that Babel knows."""


class Inleidingplek(Keuze):
    """Where a page has room for what is true of one region."""

    OVERLEG = "overleg", "op de pagina met de structuur van het overleg"
    KALENDER = "kalender", "op de pagina met de vergaderingen"
    ROUTES = "routes", "op de pagina met de routes van een voorstel"
    SPELREGELS = "spelregels", "op de pagina met de spelregels"
    PRINCIPES = "principes", "op de pagina met de leidende principes"
    REGIO = "regio", "op de pagina over de regio, bij de partijen"
    DOCUMENTEN = "documenten", "op de pagina met de basisdocumenten"
    DOORLOOPTIJD = "doorlooptijd", "op de pagina over hoe lang een voorstel duurt"
    ONDERWERPEN = "onderwerpen", "op de pagina die zegt welk onderwerp waar wordt besproken"
    CIJFERS = "cijfers", "op de eerste pagina met cijfers"
    GEBIEDEN = "gebieden", "daar, zolang er geen cijfers per school of wijk zijn"
    DPIA = "dpia", "boven de lijst met de DPIA van elke gemeente"
    BRONNEN = "bronnen", "bij hoe zeker een feit is, op de pagina over deze site"


class Inleiding(Deel):
    """What is true of this region, on a page that every region has."""

    sleutel = ("bij",)

    bij: Inleidingplek = Field(description="Op welke pagina dit staat.")
    tekst: Vaktekst = Field(description="Wat hier in deze regio geldt, in een of twee zinnen.")
    herkomst: Herkomst = Field(description="Waar dat staat.")


class Instellingen(Deel):
    """What is true for the whole site: ``regio.yml``."""

    id: Id = Field(description="Korte naam van de regio.")
    naam: Naam = Field(description="Naam van de regio, zoals op de site.")
    soort: SoortRegio = Field(description="Een echte regio of een voorbeeldregio.")
    titel: Titel = Field(description="Naam van de site: staat boven elke pagina.")
    ondertitel: Titel = Field(description="Eén regel die zegt wat deze site is.")
    talen: Lijst[Taalcode] = Field(
        description="De talen van de site. De eerste is de taal van de gegevens. De vertaling "
        "daarvan staat in de map vertaling; wat daar niet staat, blijft Nederlands.",
    )
    gebied: GebiedId | None = Field(
        default=None,
        description="Het werkingsgebied van deze site: welke gemeenten erbij horen. "
        "Weglaten zolang er geen cijfers zijn, als het nog niet bekend is.",
    )
    tijdzone: Tijdzone = Field(
        description="De tijdzone van de tijden in de kalender, zoals Europe/Amsterdam."
    )
    drempel: Drempel = Field(
        description="Aantallen onder dit getal kunnen naar een kind wijzen: die komen niet op de "
        "site. Minstens 10."
    )
    beheer: OfOnbekend[Titel] = Field(
        description="Welke functie of organisatie de gegevens bijhoudt. Noem geen persoon."
    )
    contact: OfOnbekend[Webadres] = Field(
        description="De pagina waar je een vraag kunt stellen of iets kunt melden. "
        "Geen e-mailadres."
    )
    licentie_teksten: OfOnbekend[Titel] = Field(
        description="Onder welke voorwaarden anderen de teksten en gegevens mogen gebruiken. Noem "
        "een licentie die programma's kennen, zoals CC BY 4.0 of CC0 1.0, of schrijf het in een "
        "zin. Alleen met een bekende licentie kunnen catalogi de open data vinden."
    )
    inleidingen: tuple[Inleiding, ...] = Field(
        default=(),
        description="Wat alleen in deze regio zo is, en wat een lezer van een pagina moet weten.",
    )


def _code(value: str) -> str:
    if value not in CODES:
        raise fout("keuze", "'{waarde}' kan hier niet.", waarde=value, geldig=sorted(CODES))
    return value


Bevindingscode = Annotated[
    str, Vorm(_code, {"enum": sorted(CODES)}, "code van een melding, zoals `klein-aantal`")
]

Bestandspad = Annotated[
    str,
    Vorm(
        patroon(
            r"[\w.-]+(?:/[\w.-]+)*\.(?:yml|csv|po|md)",
            "pad",
            "'{waarde}' is geen bestand.",
            "Schrijf de map en de naam van het bestand, zoals docs/nl/over.md.",
        ),
        TEXT_SCHEMA,
        "pad van een bestand",
    ),
]


class Uitzondering(Deel):
    """Words that look as if they may not be there, and may."""

    sleutel = ("waar", "code")

    waar: Bestandspad = Field(
        description="Het bestand waarin de woorden staan: het pad onder de map met gegevens. Voor "
        "een pagina, zoals docs/nl/over.md, staan ze in docs/uitzonderingen.yml."
    )
    code: Bevindingscode = Field(description="De code van de melding, zoals klein-aantal.")
    woorden: Woorden = Field(
        description="De woorden precies zoals ze er staan, met minstens wat de melding noemt. "
        "Alleen deze woorden mogen dan."
    )
    reden: Naam = Field(
        description="Waarom het mag: waarom deze woorden niet naar een mens wijzen."
    )


class Uitzonderingen(Deel):
    """What the reading of texts finds in this region, and what is right all the same."""

    uitzonderingen: Lijst[Uitzondering] = Field(
        description="Elke uitzondering, met haar reden. Een uitzondering die niets meer vindt, is "
        "een fout: haal haar dan weg."
    )


class Gemeente(Record):
    """A municipality of the region."""

    naam: Naam = Field(description="Naam van de gemeente.")
    cbs_code: CbsCode = Field(description="Code van het CBS: GM en vier cijfers.")
    provincie: Naam = Field(description="Provincie waarin de gemeente ligt.")
    herkomst: Herkomst = Field(description="Bron van de code en de provincie.")


class Werkingsgebied(Record):
    """A set of municipalities in which something holds; not every "region" has the same."""

    naam: Titel = Field(description="Naam van dit gebied.")
    in_zin: Titel | None = Field(
        default=None,
        description="Hoe deze gemeenten samen heten in een zin, zoals 'de zeven gemeenten van het "
        "model'. Laat je het weg, dan staat daar de naam.",
    )
    uitleg: Vaktekst = Field(description="Waarvoor dit gebied geldt en wie erbuiten valt.")
    gemeenten: Lijst[GemeenteId] = Field(description="De gemeenten die erbij horen.")
    herkomst: Herkomst = Field(description="Bron van deze indeling.")


class SoortPartij(Keuze):
    """What kind of party."""

    SAMENWERKINGSVERBAND = "samenwerkingsverband", "samenwerkingsverband passend onderwijs"
    SCHOOLBESTUUR = "schoolbestuur", "bestuur van een of meer scholen"
    GROEP = "groep", "partijen die samen worden genoemd, zoals 'alle gemeenten'"
    FUNCTIE = "functie", "een rol, geen persoon"
    OVERLEG = "overleg", "een overleg dat in de agenda een taak heeft"


ORGANISATIES = frozenset({SoortPartij.SAMENWERKINGSVERBAND, SoortPartij.SCHOOLBESTUUR})
"""Kinds of parties that have municipalities and a website, known or not."""


class Partij(Record):
    """Who takes part, apart from the municipalities: organisations, groups and functions."""

    naam: Titel = Field(description="Naam van de partij of de functie.")
    soort: SoortPartij = Field(description="Wat voor partij het is.")
    uitleg: Vaktekst = Field(description="Wie of wat dit is, in één of twee zinnen.")
    sectoren: tuple[Sector, ...] = Field(
        default=(), description="Onderwijssectoren. Weglaten als het niet past."
    )
    nummer: OfOnbekend[Verbandnummer] | None = Field(
        default=None,
        description="Officieel nummer, zoals PO2510. Alleen bij een samenwerkingsverband.",
    )
    landelijk_voor: Titel | None = Field(
        default=None,
        description="Alleen bij een landelijk samenwerkingsverband: welke scholen erbij horen, "
        "waar ze ook staan, zoals 'reformatorische basisscholen'. Dan hangt het niet af van de "
        "gemeente.",
    )
    gemeenten: OfOnbekend[Lijst[GemeenteId]] | None = Field(
        default=None,
        description="In welke gemeenten van de regio de organisatie werkt. "
        "Alleen bij organisaties.",
    )
    website: OfOnbekend[Webadres] | None = Field(
        default=None, description="Website van de organisatie. Alleen bij organisaties."
    )
    herkomst: Herkomst = Field(description="Bron van deze partij.")
    later_ingevuld: tuple[LaterIngevuld, ...] = Field(
        default=(), description="Velden die uit een andere bron komen dan de rest."
    )


class SoortBron(Keuze):
    """What kind of source."""

    BELEIDSDOCUMENT = "beleidsdocument", "plan of nota"
    NIEUWSBERICHT = "nieuwsbericht", "bericht of nieuwsbrief"
    WEBPAGINA = "webpagina", "pagina van een website"
    WET = "wet", "wettekst"
    UITSPRAAK = "uitspraak", "uitspraak van een rechter"
    CIJFERS = "cijfers", "tabel of gegevensbestand"
    VERSLAG = "verslag", "verslag van een bijeenkomst"
    ONDERZOEK = "onderzoek", "onderzoeksrapport"


class Bron(Record):
    """A document, page or table that facts were taken from."""

    titel: Naam = Field(description="Titel, zoals gepubliceerd.")
    soort: SoortBron = Field(description="Wat voor bron het is.")
    uitgever: OfOnbekend[Naam] = Field(
        description="Organisatie die de bron uitgaf. Noem geen persoon."
    )
    datum: OfOnbekend[Datum] = Field(description="Datum van uitgave.")
    geschreven_na: Datum | None = Field(
        default=None,
        description="Is de datum onbekend: de jongste dag waarvan de bron vertelt dat hij voorbij "
        "is. Wat de bron zegt, geldt dan voor later.",
    )
    adres: OfOnbekend[Vindadres] = Field(description="Waar de bron te vinden is.")
    geraadpleegd: OfOnbekend[Datum] = Field(
        description="Wanneer (een kopie van) de bron is gelezen."
    )
    toelichting: Vaktekst = Field(description="Wat erin staat en hoe de bron is gelezen.")
    ontbreekt: tuple[Titel, ...] = Field(
        default=(), description="Wat er mist in het exemplaar dat wij hebben, één zin per punt."
    )


class Begrip(Record):
    """A word of the trade, explained."""

    term: Titel = Field(
        description="Het woord of de afkorting, zoals je het leest. De vertaling is het woord "
        "waaronder wie die taal leest het zoekt."
    )
    voluit: OfOnbekend[Titel] | None = Field(
        default=None,
        description="Waar de afkorting voor staat. Weglaten als het geen afkorting is.",
    )
    ook_geschreven_als: tuple[Naam, ...] = Field(
        default=(),
        description="Andere vormen die in een tekst als dit begrip worden herkend.",
    )
    synoniemen: tuple[Naam, ...] = Field(
        default=(), description="Woorden waarmee mensen dit zoeken."
    )
    uitleg: Vaktekst = Field(description="Uitleg voor professionals, hooguit drie zinnen.")
    voor_ouders: Oudertekst = Field(description="Uitleg in gewone taal.")
    zie_ook: tuple[BegripId, ...] = Field(default=(), description="Id's van verwante begrippen.")
    artikelen: tuple[ArtikelId, ...] = Field(
        default=(), description="Id's van de artikelen van een wet die hierover gaan."
    )
    herkomst: Herkomst = Field(description="Bron van de betekenis.")
    wijzigingen: tuple[Wijziging, ...] = Field(default=(), description=WIJZIGINGEN)


Siteadres = Annotated[
    str,
    Vorm(
        patroon(
            r"(?:[a-z0-9-]+/)+(?:#[\w.-]+)?",
            "siteadres",
            "'{waarde}' is geen adres op deze site.",
            "Neem over wat in de adresbalk achter de naam van de site staat, zoals ouders/ of "
            "ouders/#kop. Zonder en/ vooraan: het adres is in elke taal hetzelfde.",
        ),
        {"type": "string", "pattern": r"^([a-z0-9-]+/)+(#[\w.-]+)?$"},
        "adres op deze site, zoals `ouders/` of `ouders/#kop`",
    ),
]


class Zoekwoord(Deel):
    """Words that people type, and the place they lead to."""

    sleutel = ("naar",)

    naar: Siteadres = Field(description="Waar deze woorden heen leiden: een adres op deze site.")
    woorden: Lijst[Naam] = Field(
        description="Wat mensen typen, in hun eigen woorden en in welke taal ook: losse woorden of "
        "een korte zin. Accenten en meervoud maken niet uit. Schrijf alleen een afkorting in "
        "hoofdletters, zoals SMW: dan vindt zij geen woorden die zo beginnen."
    )
    herkomst: Herkomst = Field(
        description="Waar staat dat deze woorden hetzelfde betekenen; 'afgeleid' als dat alleen "
        "vakkennis is."
    )


class Zoekwoorden(Deel):
    """What people type beside the synonyms that records have: ``zoekwoorden.yml``."""

    woorden: Lijst[Zoekwoord] = Field(
        description="De woorden, per plek op de site. Woorden die bij een begrip, onderdeel of "
        "wettelijk kader horen, kunnen ook daar staan, bij 'synoniemen'."
    )


class Zoekvraag(Deel):
    """A question to the search, with what must come first."""

    sleutel = ("vraag", "taal")

    vraag: Naam = Field(description="Wat iemand typt, met typefouten en al.")
    taal: Taalcode = Field(description="Op de site in welke taal dit wordt gevraagd.")
    naar: Lijst[Siteadres] = Field(
        description="Het goede eerste antwoord: een adres op deze site. Zijn er meer goed, zet ze "
        "er dan allemaal: elk ervan telt."
    )


class Zoekvragen(Deel):
    """What the search is tried with each time the site is built: ``zoekvragen.yml``."""

    vragen: Lijst[Zoekvraag] = Field(
        description="De vragen. De bouw stelt ze aan de zoekpagina, en zegt welke iets anders "
        "vindt."
    )


class Versie(Record):
    """A state of the data that has a name, so that it can be cited as it was.

    Which state that is, the git tag of the same name says (``data/<id>``).
    """

    titel: Naam = Field(
        description="Hoe deze stand heet. Zo wordt zij geciteerd, ook in het Engels."
    )
    datum: Datum = Field(description="Op welke dag de stand haar naam kreeg: jaar, maand en dag.")
    waarom: Titel | None = Field(
        default=None,
        description="Waar deze stand voor is, in één zin, zoals de raad die er cijfers uit kreeg. "
        "Weglaten als de titel genoeg zegt.",
    )
