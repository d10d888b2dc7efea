"""Tables of the region itself: municipalities and other areas, parties, sources, terms, and the
states of the data that have a name.

Not here: what is asked or said of a record in another area.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from macros.model import regio as model
from macros.model.basis.adres import NIET_OPENBAAR
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import LaterIngevuld, Record
from macros.model.geheel import Regio
from macros.model.regio import Sector, SoortBron, SoortPartij
from macros.opendata.basis import (
    CBS,
    DUO,
    GEMEENTENAMEN,
    ISO_8601,
    Kenmerk,
    Meetellen,
    MetHerkomst,
    Plaats,
    Recordrij,
    adres,
    code,
    codes,
    herkomstvelden,
    keuzen,
    namen,
    plaatsvelden,
    recordvelden,
    tekst,
    teksten,
    titels,
)
from macros.opendata.contract import Adres, Code, Pagina, Rij, Veld, tabel
from macros.opendata.gebied import CBS_CODE, SOORT_GEBIED, cbs_code, gebiedsoort
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import partijnaam, pleknaam
from macros.views.blik import Blik
from macros.views.naam import gebiednaam, naam_van, plek
from macros.views.regio import leemten as leemteviews
from macros.views.regio.begrippen import kop
from macros.wijziging.stand import TAG


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeente(Recordrij):
    """A municipality of the region."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Gemeente"), N_("Hoe de gemeente heet."))]
    cbs_code: Annotated[
        Code,
        Veld(N_("CBS-code"), N_("De code van het CBS: GM en vier cijfers."), bron=CBS),
    ]
    provincie: Annotated[Tekst, Veld(N_("Provincie"), N_("In welke provincie de gemeente ligt."))]


@tabel(N_("Gemeenten"), N_("De gemeenten van de regio."), soort="gemeente")
def gemeenten(blik: Blik) -> Iterator[Gemeente]:
    """One row a municipality."""
    for one in blik.regio.gemeenten.values():
        yield Gemeente(
            id=Code(one.id),
            naam=naam_van(one, blik),
            cbs_code=Code(one.cbs_code),
            provincie=blik.v.titel(one.provincie),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkingsgebied(Recordrij):
    """A set of municipalities in which something holds."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Naam"), N_("Hoe dit gebied heet."))]
    uitleg: Annotated[
        Tekst, Veld(N_("Uitleg"), N_("Waarvoor dit gebied geldt en wie erbuiten valt."))
    ]
    gemeenten: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Gemeenten"),
            N_("Welke gemeenten erbij horen."),
            naar="gemeenten",
        ),
    ]
    gemeenten_naam: Annotated[tuple[Tekst, ...], GEMEENTENAMEN]
    van_de_site: Annotated[
        bool, Veld(N_("Van deze site"), N_("Of dit het gebied is waar deze hele site over gaat."))
    ]


@tabel(
    N_("Werkingsgebieden van de regio"),
    N_("Welke gemeenten samen een gebied vormen, en waarvoor. Niet elk gebied heeft dezelfde."),
    soort="werkingsgebied",
)
def werkingsgebieden(blik: Blik) -> Iterator[Werkingsgebied]:
    """One row a set of municipalities."""
    for one in blik.regio.werkingsgebieden.values():
        yield Werkingsgebied(
            id=Code(one.id),
            naam=blik.v.tekst(one.naam),
            uitleg=blik.v.tekst(one.uitleg),
            gemeenten=codes(one.gemeenten),
            gemeenten_naam=namen(pleknaam, blik, one.gemeenten),
            van_de_site=one.id == blik.regio.gebied,
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebied(Recordrij):
    """An area that something is said of."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Gebied"), N_("Hoe het gebied heet."))]
    soort: Annotated[Code, SOORT_GEBIED]
    code: Annotated[Code | Onbekend | None, CBS_CODE]
    gemeenten: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Gemeenten"),
            N_(
                "Welke gemeenten van deze regio erbij horen. Bij een gemeente "
                "is dat zijzelf, bij een school of een wijk de gemeente waarin die ligt. Leeg bij "
                "een provincie, het land en wat los staat van de gemeente."
            ),
            naar="gemeenten",
        ),
    ]
    gemeenten_naam: Annotated[tuple[Tekst, ...] | Onbekend, GEMEENTENAMEN]


@tabel(
    N_("Gebieden"),
    N_(
        "Elk gebied waarvan hier iets staat: gemeenten, groepen gemeenten, samenwerkingsverbanden, "
        "schoolbesturen, scholen, wijken, provincies en het land."
    ),
)
def gebieden(blik: Blik) -> Iterator[Gebied]:
    """One row an area, whatever kind of record it is."""
    regio = blik.regio
    for key in regio.cijfergebieden:
        one, members = _gebied(regio, key)
        yield Gebied(
            id=Code(key),
            naam=gebiednaam(blik, key),
            soort=gebiedsoort(regio, key),
            code=cbs_code(regio, key),
            gemeenten=codes(members),
            gemeenten_naam=namen(pleknaam, blik, members),
            **recordvelden(blik, one, one.herkomst),
        )


def _gebied(regio: Regio, key: str) -> tuple[Any, tuple[str, ...] | Onbekend]:
    """The record of an area, and the municipalities of the region in it."""
    if key in regio.gemeenten:
        return regio.gemeenten[key], (key,)
    if key in regio.werkingsgebieden:
        return regio.werkingsgebieden[key], regio.werkingsgebieden[key].gemeenten
    if key in regio.partijen:
        return regio.partijen[key], regio.partijen[key].gemeenten or ()
    within = regio.scholen.get(key) or regio.wijken.get(key)
    return (within, (within.gemeente,)) if within else (regio.referentiegebieden[key], ())


PARTIJSOORTEN = {"gemeente": N_("een gemeente"), **keuzen(SoortPartij)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij(Recordrij):
    """Who takes part."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Naam"), N_("Hoe de partij of de functie heet."))]
    soort: Annotated[Code, Veld(N_("Soort"), N_("Wat voor partij het is."), keuzen=PARTIJSOORTEN)]
    uitleg: Annotated[
        Tekst | None,
        Veld(N_("Uitleg"), N_("Wie of wat dit is. Leeg bij een gemeente.")),
    ]
    sectoren: Annotated[
        tuple[Code, ...],
        Veld(N_("Sectoren"), N_("Voor welke soorten onderwijs."), keuzen=keuzen(Sector)),
    ]
    nummer: Annotated[
        Code | Onbekend | None,
        Veld(
            N_("Officieel nummer"),
            N_("Het nummer van een samenwerkingsverband: PO of VO en vier cijfers."),
            bron=DUO,
        ),
    ]
    landelijk_voor: Annotated[
        Tekst | None,
        Veld(
            N_("Landelijk voor"),
            N_(
                "Bij een landelijk samenwerkingsverband: welke scholen erbij horen, waar ze ook "
                "staan."
            ),
        ),
    ]
    gemeenten: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Gemeenten"),
            N_("In welke gemeenten van deze regio een organisatie werkt."),
            naar="gemeenten",
        ),
    ]
    gemeenten_naam: Annotated[tuple[Tekst, ...] | Onbekend, GEMEENTENAMEN]
    website: Annotated[
        Adres | Onbekend | None, Veld(N_("Website"), N_("De website van een organisatie."))
    ]


@tabel(
    N_("Partijen"),
    N_("Wie er meedoen: gemeenten, organisaties, groepen en functies. Nooit een persoon."),
    soort="partij",
)
def partijen(blik: Blik) -> Iterator[Partij]:
    """One row a party; a municipality is one too, wherever a party is named."""
    for town in blik.regio.gemeenten.values():
        yield Partij(
            id=Code(town.id),
            naam=partijnaam(blik, town.id),
            soort=Code("gemeente"),
            uitleg=None,
            sectoren=(),
            nummer=None,
            landelijk_voor=None,
            gemeenten=(Code(town.id),),
            gemeenten_naam=(pleknaam(blik, town.id),),
            website=None,
            **recordvelden(blik, town, town.herkomst),
        )
    for one in blik.regio.partijen.values():
        yield Partij(
            id=Code(one.id),
            naam=blik.v.tekst(one.naam),
            soort=Code(one.soort.value),
            uitleg=blik.v.tekst(one.uitleg),
            sectoren=codes(one.sectoren),
            nummer=code(one.nummer),
            landelijk_voor=tekst(blik, one.landelijk_voor),
            gemeenten=codes(one.gemeenten or ()),
            gemeenten_naam=namen(pleknaam, blik, one.gemeenten or ()),
            website=adres(one.website),
            **_partijplaats(blik, one),
        )


def _partijplaats(blik: Blik, one: model.Partij) -> dict[str, Any]:
    """With the page it has beside its place among the others, if any."""
    found = recordvelden(blik, one, one.herkomst)
    own = Pagina(plek(blik, model.Partij, one.id))
    return found | ({"pagina": own} if found["pagina"] else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron(Rij):
    """A document, page or table that facts were taken from."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Titel"), N_("De titel, zoals gepubliceerd."))]
    soort: Annotated[Code, Veld(N_("Soort"), N_("Wat voor bron het is."), keuzen=keuzen(SoortBron))]
    uitgever: Annotated[
        Tekst | Onbekend, Veld(N_("Uitgever"), N_("Welke organisatie de bron uitgaf."))
    ]
    datum: Annotated[
        Datum | Onbekend,
        Veld(
            N_("Datum"),
            N_("Wanneer de bron is uitgegeven: een jaar, een maand of een dag."),
            bron=ISO_8601,
        ),
    ]
    geschreven_na: Annotated[
        Datum | None,
        Veld(
            N_("Geschreven na"),
            N_(
                "Bij een bron zonder datum: de jongste dag waarvan de bron vertelt dat die voorbij "
                "is."
            ),
            bron=ISO_8601,
        ),
    ]
    adres: Annotated[
        Adres | Onbekend | None,
        Veld(
            N_("Adres"),
            N_("Waar de bron te vinden is. Leeg en niet onbekend: de bron is niet openbaar."),
        ),
    ]
    openbaar: Annotated[bool | Onbekend, Veld(N_("Openbaar"), N_("Of iedereen de bron kan lezen."))]
    geraadpleegd: Annotated[
        Datum | Onbekend,
        Veld(
            N_("Geraadpleegd"),
            N_("Wanneer de bron, of een kopie ervan, voor deze site is gelezen."),
            bron=ISO_8601,
        ),
    ]
    toelichting: Annotated[
        Tekst, Veld(N_("Toelichting"), N_("Wat erin staat en hoe de bron is gelezen."))
    ]
    ontbreekt: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Wat ontbreekt"), N_("Wat er mist in de kopie die is gelezen.")),
    ]
    pagina: Plaats
    status: Meetellen


@tabel(N_("Bronnen"), N_("Waar de feiten op deze site vandaan komen."), soort="bron")
def bronnen(blik: Blik) -> Iterator[Bron]:
    """One row a source."""
    for one in blik.regio.bronnen.values():
        public = one.adres if one.adres is ONBEKEND else one.adres != NIET_OPENBAAR
        yield Bron(
            id=Code(one.id),
            titel=blik.v.titel(one.titel),
            soort=Code(one.soort.value),
            uitgever=one.uitgever
            if isinstance(one.uitgever, Onbekend)
            else blik.v.titel(one.uitgever),
            datum=one.datum,
            geschreven_na=one.geschreven_na,
            adres=None if public is False else adres(one.adres),
            openbaar=public,
            geraadpleegd=one.geraadpleegd,
            toelichting=blik.v.tekst(one.toelichting),
            ontbreekt=teksten(blik, one.ontbreekt),
            **plaatsvelden(blik, one),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip(Recordrij):
    """A word of the trade, explained."""

    id: Kenmerk
    term: Annotated[
        Tekst,
        Veld(N_("Begrip"), N_("Het woord waaronder je het in deze taal zoekt.")),
    ]
    nederlands: Annotated[
        Tekst, Veld(N_("In het Nederlands"), N_("Het woord of de afkorting, zoals je het leest."))
    ]
    voluit: Annotated[
        Tekst | Onbekend | None,
        Veld(
            N_("Voluit"),
            N_("Waar de afkorting voor staat. Leeg en niet onbekend: het is geen afkorting."),
        ),
    ]
    ook_geschreven_als: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Ook geschreven als"), N_("Andere vormen van hetzelfde woord.")),
    ]
    synoniemen: Annotated[
        tuple[Tekst, ...], Veld(N_("Synoniemen"), N_("Woorden waarmee mensen dit zoeken."))
    ]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wat het betekent, voor professionals."))]
    voor_ouders: Annotated[
        Tekst, Veld(N_("In gewone taal"), N_("Wat het betekent, in gewone taal."))
    ]
    zie_ook: Annotated[
        tuple[Code, ...],
        Veld(N_("Zie ook"), N_("Verwante begrippen."), naar="begrippen"),
    ]
    artikelen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Artikelen"),
            N_("De artikelen van een wet die hierover gaan."),
            naar="artikelen",
        ),
    ]


@tabel(N_("Begrippen"), N_("Woorden en afkortingen, uitgelegd."), soort="begrip")
def begrippen(blik: Blik) -> Iterator[Begrip]:
    """One row a term."""
    for one in blik.regio.begrippen.values():
        yield Begrip(
            id=Code(one.id),
            term=kop(blik, one),
            nederlands=blik.v.titel(one.term),
            voluit=tekst(blik, one.voluit),
            ook_geschreven_als=titels(blik, one.ook_geschreven_als),
            synoniemen=titels(blik, one.synoniemen),
            uitleg=blik.v.tekst(one.uitleg),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            zie_ook=codes(one.zie_ook),
            artikelen=codes(one.artikelen),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie(Rij):
    """A state of the data that has a name."""

    id: Annotated[
        Code,
        Veld(N_("Kenmerk"), N_("Het nummer van deze versie: dat verandert nooit.")),
    ]
    titel: Annotated[Tekst, Veld(N_("Versie"), N_("Hoe deze stand van de gegevens heet."))]
    datum: Annotated[
        Datum,
        Veld(N_("Datum"), N_("Op welke dag de stand haar naam kreeg."), bron=ISO_8601),
    ]
    waarom: Annotated[Tekst | None, Veld(N_("Waarom"), N_("Waar deze stand voor is."))]
    tag: Annotated[
        Code,
        Veld(N_("Git-tag"), N_("De tag in git waaronder de bestanden van toen staan.")),
    ]
    pagina: Plaats
    status: Meetellen


@tabel(
    N_("Versies"),
    N_("De standen van de gegevens die een naam hebben, zodat je ze kunt citeren zoals ze waren."),
    soort="versie",
)
def versies(blik: Blik) -> Iterator[Versie]:
    """One row a named state."""
    for one in blik.regio.versies.values():
        yield Versie(
            id=Code(one.id),
            titel=naam_van(one, blik),
            datum=one.datum,
            waarom=tekst(blik, one.waarom),
            tag=Code(f"{TAG}{one.id}"),
            **plaatsvelden(blik, one),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldbron(MetHerkomst):
    """The source of one value, where it is another than that of its row."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_("Vaste naam van deze rij: tabel, rij en veld, met een schuine streep ertussen."),
        ),
    ]
    tabel: Annotated[Code, Veld(N_("Tabel"), N_("In welke tabel de waarde staat."))]
    rij: Annotated[Code, Veld(N_("Rij"), N_("In welke rij van die tabel: het kenmerk van de rij."))]
    veld: Annotated[Code, Veld(N_("Veld"), N_("In welk veld van die rij."))]


@tabel(
    N_("Bronnen van losse velden"),
    N_(
        "Waarden die uit een andere bron komen dan de rest van hun rij. De bron, de peildatum en "
        "de zekerheid die hier staan, gelden dan voor die ene waarde."
    ),
)
def veldbronnen(blik: Blik) -> Iterator[Veldbron]:
    """One row a value with a source of its own, of whatever table."""
    for soort, _, record in blik.regio.records():
        if not isinstance(record, Record):
            continue
        own: tuple[LaterIngevuld, ...] = getattr(record, "later_ingevuld", ())
        for item in own:
            yield Veldbron(
                id=Code(f"{soort.veld}/{record.id}/{item.veld}"),
                tabel=Code(soort.veld),
                rij=Code(record.id),
                veld=Code(item.veld),
                **herkomstvelden(blik, item.herkomst),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leemte(Rij):
    """One thing nobody knows."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_(
                "De weg naar wat onbekend is: tabel, rij, en de velden en delen daarbinnen, met "
                "een schuine streep ertussen."
            ),
        ),
    ]
    waar: Annotated[Tekst, Veld(N_("Waarvan"), N_("Waarvan het onbekend is."))]
    wat: Annotated[str, Veld(N_("Wat"), N_("Wat er dan zou staan."))]
    gezocht_op: Annotated[
        Datum | Onbekend,
        Veld(
            N_("Gezocht op"),
            N_(
                "Wanneer ernaar is gezocht, zonder iets te vinden. Onbekend: dat is niet "
                "opgeschreven."
            ),
            bron=ISO_8601,
        ),
    ]
    aan_zet: Annotated[str, Veld(N_("Wie het kan weten"), N_("Wie dit kan aanvullen."))]
    pagina: Plaats


@tabel(
    N_("Nog niet bekend"),
    N_("Alles wat over deze regio nog niemand weet, voor zover het meetelt. Eén rij per veld."),
)
def leemten(blik: Blik) -> Iterator[Leemte]:
    """One row a value that is unknown, as the page of all of them has it."""
    for soort, rows in leemteviews.leemten(blik):
        for one in rows:
            yield Leemte(
                id=Code(one.kenmerk),
                waar=one.waar,
                wat=one.wat,
                gezocht_op=one.gezocht or ONBEKEND,
                aan_zet=blik.v.ui(soort.aan_zet),
                pagina=Pagina(one.pad) if one.pad else None,
            )
