"""Tables of the area overleg: bodies, meetings, decisions, proposals and their routes.

Not here: how a table becomes files (``vorm``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.model.agenda import Stand
from macros.model.basis.adres import NIET_OPENBAAR
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.overleg.structuur import (
    Afspraak,
    Bevoegdheid,
    SoortOverleg,
    SoortRelatie,
    SoortSpelregel,
    Structuur,
    ToestandOverleg,
)
from macros.model.overleg.structuur import Overleg as Lichaam
from macros.model.overleg.vergadering import Besluit as Genomen
from macros.model.overleg.vergadering import (
    Doel,
    Haalbaar,
    Instemming,
    StandVergadering,
)
from macros.model.overleg.verloop import datum_van
from macros.model.overleg.voorstel import Handeling
from macros.model.overleg.voorstelroute import SoortRoute, Staptaak, Voorstelroute
from macros.model.regio import Gemeente
from macros.opendata.basis import (
    ISO_8601,
    Kenmerk,
    Losrij,
    MetHerkomst,
    Recordrij,
    adres,
    code,
    codes,
    herkomstvelden,
    keuzen,
    namen,
    recordvelden,
    tekst,
    teksten,
)
from macros.opendata.contract import Adres, Code, Rij, Veld, tabel
from macros.opendata.deel import (
    Deelkenmerk,
    Volgkenmerk,
    genoemd,
    genoemd_als,
    herkomst_van,
    uniek,
)
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import partijnaam
from macros.views.blik import Blik
from macros.views.overleg import besluit as besluitviews
from macros.views.overleg import voorstel as voorstelviews
from macros.views.overleg.basis import deelnemernaam
from macros.views.overleg.planner import stukken_uiterlijk

DAGEN = N_("dagen")

Speerpunten = Annotated[
    tuple[Code, ...],
    Veld(N_("Speerpunten"), N_("De speerpunten waar dit over gaat."), naar="speerpunten"),
]
Documenten = Annotated[
    tuple[Code, ...],
    Veld(N_("Documenten"), N_("De basisdocumenten die hierbij horen."), naar="documenten"),
]
InGewoneTaal = Annotated[Tekst, Veld(N_("In gewone taal"), N_("Hetzelfde in gewone taal."))]
OVERLEGNAAM = Veld(N_("Naam van het overleg"), N_("Hoe dat overleg heet."))
OverlegNaam = Annotated[Tekst, OVERLEGNAAM]
OverlegNamen = Annotated[
    tuple[Tekst, ...],
    Veld(N_("Namen van de overleggen"), N_("Hoe die overleggen heten, in dezelfde volgorde.")),
]
PARTIJNAAM = Veld(N_("Naam van de partij"), N_("Hoe die partij heet."))
PartijNaam = Annotated[Tekst, PARTIJNAAM]
PARTIJNAMEN = Veld(N_("Namen van de partijen"), N_("Hoe die partijen heten, in dezelfde volgorde."))
PartijNamen = Annotated[tuple[Tekst, ...], PARTIJNAMEN]
GEMEENTENAAM = Veld(N_("Naam van de gemeente"), N_("Hoe die gemeente heet."))
VergaderingTitel = Annotated[
    Tekst, Veld(N_("Titel van de vergadering"), N_("Hoe die vergadering heet."))
]
BESLUITTITEL = Veld(N_("Titel van het besluit"), N_("Hoe dat besluit heet."))
BesluitTitel = Annotated[Tekst, BESLUITTITEL]
RouteTitel = Annotated[Tekst, Veld(N_("Titel van de route"), N_("Hoe die route heet."))]
"""What an id stands for, beside it, for who reads a table without the others."""

overlegnaam = genoemd_als(Lichaam)
gemeentenaam = genoemd_als(Gemeente)
routetitel = genoemd_als(Voorstelroute)
besluittitel = genoemd_als(Genomen)

VanBesluit = Annotated[
    Code, Veld(N_("Besluit"), N_("Bij welk besluit dit hoort."), naar="besluiten")
]


# ---------------------------------------------------------------- bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleg(Recordrij):
    """A body."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Overleg"), N_("De naam van het overleg."))]
    afkorting: Annotated[
        Code | None, Veld(N_("Afkorting"), N_("De afkorting, als die gangbaar is."))
    ]
    soort: Annotated[
        Code, Veld(N_("Soort overleg"), N_("Wie er zitten."), keuzen=keuzen(SoortOverleg))
    ]
    toestand: Annotated[
        Code | Onbekend,
        Veld(
            N_("Toestand"),
            N_("Of het overleg er is. Hoe zeker dat is, staat bij de zekerheid."),
            keuzen=keuzen(ToestandOverleg),
        ),
    ]
    structuren: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Structuren"), N_("In welke structuur het overleg staat."), keuzen=keuzen(Structuur)
        ),
    ]
    taak: Annotated[Tekst | Onbekend, Veld(N_("Taak"), N_("Wat het overleg doet."))]
    voor_ouders: InGewoneTaal
    bevoegdheden: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Bevoegdheden"),
            N_("Wat het overleg mag met een voorstel."),
            keuzen=keuzen(Bevoegdheid),
        ),
    ]
    voorzitter: Annotated[
        Tekst | Onbekend, Veld(N_("Voorzitter"), N_("Welke functie voorzit. Nooit een persoon."))
    ]
    deelnemers: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(
            N_("Deelnemers"), N_("Wie er zitten. Met hun functie staan zij in de tabel 'zetels'.")
        ),
    ]
    stukken_vooraf: Annotated[
        int | Onbekend,
        Veld(
            N_("Stukken vooraf"),
            N_("Hoeveel dagen voor een vergadering de stukken er moeten zijn."),
            eenheid=DAGEN,
        ),
    ]
    gemeente: Annotated[
        Code | None,
        Veld(N_("Gemeente"), N_("De gemeente van een lokaal overleg."), naar="gemeenten"),
    ]
    gemeente_naam: Annotated[Tekst | None, GEMEENTENAAM]
    vast_agendapunt: Annotated[
        Tekst | None,
        Veld(N_("Vast agendapunt"), N_("Wat er elke vergadering op de agenda staat.")),
    ]
    onderwerpen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Onderwerpen"),
            N_("Waarover het overleg gaat, volgens de bron."),
            naar="onderwerpen",
        ),
    ]
    vervangt: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Vervangt"),
            N_("De overleggen die hierin opgaan of hierdoor vervallen."),
            naar="overleggen",
        ),
    ]
    sinds: Annotated[
        Datum | Onbekend,
        Veld(N_("Sinds"), N_("Sinds wanneer het overleg bestaat."), bron=ISO_8601),
    ]


@tabel(
    N_("Overleggen"),
    N_("De overleggen over jeugd en onderwijs: zoals ze zijn, en zoals ze zijn voorgesteld."),
    soort="overleg",
)
def overleggen(blik: Blik) -> Iterator[Overleg]:
    """One row a body."""
    for one in blik.regio.overleggen.values():
        yield Overleg(
            id=Code(one.id),
            naam=blik.v.tekst(one.naam),
            afkorting=code(one.afkorting),
            soort=Code(one.soort.value),
            toestand=code(one.toestand),
            structuren=codes(one.structuren),
            taak=tekst(blik, one.taak),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            bevoegdheden=codes(one.bevoegdheden),
            voorzitter=tekst(blik, one.voorzitter),
            deelnemers=one.deelnemers
            if isinstance(one.deelnemers, Onbekend)
            else tuple(deelnemernaam(blik, item) for item in one.deelnemers),
            stukken_vooraf=one.stukken_vooraf,
            gemeente=code(one.gemeente),
            gemeente_naam=genoemd(gemeentenaam, blik, one.gemeente),
            vast_agendapunt=tekst(blik, one.vast_agendapunt),
            onderwerpen=codes(one.onderwerpen),
            vervangt=codes(one.vervangt),
            sinds=one.sinds,
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Zetel(MetHerkomst):
    """A party in a body, or somebody whom another body sends."""

    id: Deelkenmerk
    overleg: Annotated[
        Code, Veld(N_("Overleg"), N_("In welk overleg dit een zetel is."), naar="overleggen")
    ]
    overleg_naam: OverlegNaam
    partij: Annotated[
        Code | None,
        Veld(
            N_("Partij"),
            N_("De partij die er zit. Leeg als een ander overleg iemand stuurt."),
            naar="partijen",
        ),
    ]
    afvaardiging_van: Annotated[
        Code | None,
        Veld(
            N_("Afvaardiging van"),
            N_("Het overleg dat er iemand naartoe stuurt. Leeg als er een partij zit."),
            naar="overleggen",
        ),
    ]
    naam: Annotated[
        Tekst,
        Veld(
            N_("Naam van de deelnemer"),
            N_("Hoe die partij heet, of het overleg dat iemand stuurt."),
        ),
    ]
    functie: Annotated[
        Tekst | None,
        Veld(N_("Functie"), N_("In welke functie, als de bron dat zegt. Nooit een persoon.")),
    ]


@tabel(
    N_("Zetels"),
    N_(
        "Wie waar zit: één rij per partij in een overleg. Van een overleg waarvan niet bekend is "
        "wie er zitten, staat hier niets."
    ),
)
def zetels(blik: Blik) -> Iterator[Zetel]:
    """One row a party in a body."""
    for one in blik.regio.overleggen.values():
        if isinstance(one.deelnemers, Onbekend):
            continue
        keys = uniek(f"{one.id}/{item.partij or item.overleg}" for item in one.deelnemers)
        for key, item in zip(keys, one.deelnemers, strict=True):
            yield Zetel(
                id=key,
                overleg=Code(one.id),
                overleg_naam=overlegnaam(blik, one.id),
                partij=code(item.partij),
                afvaardiging_van=code(item.overleg),
                naam=deelnemernaam(blik, item),
                functie=tekst(blik, item.functie),
                **herkomstvelden(blik, herkomst_van(one, "deelnemers")),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatie(MetHerkomst):
    """What one body does for another."""

    id: Deelkenmerk
    van: Annotated[Code, Veld(N_("Van"), N_("Het overleg dat iets doet."), naar="overleggen")]
    van_naam: OverlegNaam
    soort: Annotated[
        Code,
        Veld(
            N_("Soort relatie"),
            N_("Wat het ene overleg voor het andere doet."),
            keuzen=keuzen(SoortRelatie),
        ),
    ]
    naar: Annotated[
        Code, Veld(N_("Naar"), N_("Het overleg waarvoor het dat doet."), naar="overleggen")
    ]
    naar_naam: Annotated[
        Tekst, Veld(N_("Naam van het andere overleg"), N_("Hoe dat andere overleg heet."))
    ]
    structuur: Annotated[
        Code,
        Veld(N_("Structuur"), N_("In welke structuur dat zo is."), keuzen=keuzen(Structuur)),
    ]


@tabel(N_("Relaties"), N_("Wat het ene overleg voor het andere doet."))
def relaties(blik: Blik) -> Iterator[Relatie]:
    """One row a tie between two bodies in a structure."""
    for one in blik.regio.overleggen.values():
        keys = uniek(f"{one.id}/{r.soort}/{r.naar}/{r.structuur}" for r in one.relaties)
        for key, item in zip(keys, one.relaties, strict=True):
            yield Relatie(
                id=key,
                van=Code(one.id),
                van_naam=overlegnaam(blik, one.id),
                soort=Code(item.soort.value),
                naar=Code(item.naar),
                naar_naam=overlegnaam(blik, item.naar),
                structuur=Code(item.structuur.value),
                **herkomstvelden(blik, item.herkomst),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerp(Recordrij):
    """A subject that bodies discuss."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Onderwerp"), N_("Waar overleggen over gaan."))]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wat eronder valt."))]


@tabel(
    N_("Onderwerpen"),
    N_("Waar overleggen over gaan. Welk overleg waarover gaat, staat in de tabel 'overleggen'."),
    soort="onderwerp",
)
def onderwerpen(blik: Blik) -> Iterator[Onderwerp]:
    """One row a subject."""
    for one in blik.regio.onderwerpen.values():
        yield Onderwerp(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            uitleg=blik.v.tekst(one.uitleg),
            **recordvelden(blik, one, one.herkomst),
        )


AFSPRAAK = keuzen(Afspraak)


@dataclass(frozen=True, slots=True, kw_only=True)
class Functie(Recordrij):
    """A role between the bodies."""

    id: Kenmerk
    partij: Annotated[
        Code,
        Veld(N_("Partij"), N_("De functie, zoals die bij de partijen staat."), naar="partijen"),
    ]
    partij_naam: PartijNaam
    afspraak: Annotated[
        Code | None,
        Veld(
            N_("Afspraak"),
            N_("Of de functie is voorgesteld of afgesproken. Leeg als zij er gewoon is."),
            keuzen=AFSPRAAK,
        ),
    ]
    doet: Annotated[tuple[Tekst, ...], Veld(N_("Doet"), N_("Wat de functie doet."))]
    doet_niet: Annotated[tuple[Tekst, ...], Veld(N_("Doet niet"), N_("Wat de functie niet doet."))]
    voor_ouders: InGewoneTaal


@tabel(N_("Functies"), N_("Wat functies tussen de overleggen wel en niet doen."), soort="functie")
def functies(blik: Blik) -> Iterator[Functie]:
    """One row a role."""
    for one in blik.regio.functies.values():
        yield Functie(
            id=Code(one.id),
            partij=Code(one.partij),
            partij_naam=partijnaam(blik, one.partij),
            afspraak=code(one.afspraak),
            doet=teksten(blik, one.doet),
            doet_niet=teksten(blik, one.doet_niet),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Buurnetwerk(Losrij):
    """A network of a neighbouring region."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Buurnetwerk"), N_("De naam van het netwerk of de regio."))]
    gemeente: Annotated[
        Code, Veld(N_("Gemeente"), N_("De gemeente die er ook bij hoort."), naar="gemeenten")
    ]
    gemeente_naam: Annotated[Tekst, GEMEENTENAAM]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Waarom dat ertoe doet."))]


@tabel(
    N_("Buurnetwerken"),
    N_("Netwerken van buurregio's waar een gemeente ook bij hoort."),
    soort="buurnetwerk",
)
def buurnetwerken(blik: Blik) -> Iterator[Buurnetwerk]:
    """One row a network of neighbours."""
    for one in blik.regio.buurnetwerken.values():
        yield Buurnetwerk(
            id=Code(one.id),
            naam=blik.v.tekst(one.naam),
            gemeente=Code(one.gemeente),
            gemeente_naam=gemeentenaam(blik, one.gemeente),
            uitleg=blik.v.tekst(one.uitleg),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelregel(Recordrij):
    """A finding, a principle or a rule of conduct."""

    id: Kenmerk
    soort: Annotated[
        Code,
        Veld(N_("Soort punt"), N_("Wat voor punt het is."), keuzen=keuzen(SoortSpelregel)),
    ]
    nummer: Annotated[
        int, Veld(N_("Nummer"), N_("De volgorde binnen de soort. Kan later anders zijn."))
    ]
    afspraak: Annotated[
        Code | None,
        Veld(
            N_("Afspraak"),
            N_("Of een gedragsregel is voorgesteld of afgesproken. Leeg bij de andere soorten."),
            keuzen=AFSPRAAK,
        ),
    ]
    titel: Annotated[Tekst, Veld(N_("Punt"), N_("Het punt in een paar woorden."))]
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Het punt, in eigen woorden."))]


@tabel(
    N_("Spelregels"),
    N_("Wat er niet goed ging, de uitgangspunten en de gedragsregels."),
    soort="spelregel",
)
def spelregels(blik: Blik) -> Iterator[Spelregel]:
    """One row a finding, a principle or a rule."""
    for one in blik.regio.spelregels.values():
        yield Spelregel(
            id=Code(one.id),
            soort=Code(one.soort.value),
            nummer=one.nummer,
            afspraak=code(one.afspraak),
            titel=blik.v.tekst(one.titel),
            tekst=blik.v.tekst(one.tekst),
            **recordvelden(blik, one, one.herkomst),
        )


# ---------------------------------------------------------------- meetings


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadering(Recordrij):
    """A meeting."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Vergadering"), N_("De naam van de bijeenkomst."))]
    overleg: Annotated[
        Code | None,
        Veld(
            N_("Overleg"),
            N_("Het overleg dat vergadert. Leeg bij een losse bijeenkomst."),
            naar="overleggen",
        ),
    ]
    overleg_naam: Annotated[Tekst | None, OVERLEGNAAM]
    datum: Annotated[Datum, Veld(N_("Datum"), N_("Wanneer de vergadering is."), bron=ISO_8601)]
    begin: Annotated[
        Code | Onbekend,
        Veld(N_("Begin"), N_("Hoe laat het begint, in de tijd van de regio."), bron=ISO_8601),
    ]
    einde: Annotated[
        Code | Onbekend,
        Veld(N_("Einde"), N_("Hoe laat het eindigt, in de tijd van de regio."), bron=ISO_8601),
    ]
    plaats: Annotated[Tekst | Onbekend, Veld(N_("Plaats"), N_("Waar de vergadering is."))]
    stand: Annotated[
        Code,
        Veld(
            N_("Stand van de vergadering"),
            N_(
                "Of het nog komt of is geweest, zoals het het laatst is ingevuld. Dat kan van voor "
                "de dag zelf zijn."
            ),
            keuzen=keuzen(StandVergadering),
        ),
    ]
    stukken_uiterlijk: Annotated[
        datetime.date | Onbekend | None,
        Veld(
            N_("Stukken uiterlijk"),
            N_("De laatste dag om stukken in te leveren. Leeg bij een losse bijeenkomst."),
            bron=ISO_8601,
        ),
    ]
    agendapunten: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(
            N_("Agendapunten"),
            N_("Wat er op de agenda staat. Voor wie en waarom: zie de tabel 'agendapunten'."),
        ),
    ]
    aanwezig: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Aanwezig"),
            N_("De partijen die er waren. Leeg als dat niet is opgeschreven."),
            naar="partijen",
        ),
    ]
    aanwezig_naam: PartijNamen
    mijlpaal: Annotated[
        Code | None,
        Veld(
            N_("Mijlpaal"),
            N_("De mijlpaal van de agenda die vertelt wat er gebeurde."),
            naar="mijlpalen",
        ),
    ]


@tabel(
    N_("Vergaderingen"),
    N_("Vergaderingen en bijeenkomsten, die komen en die waren."),
    soort="vergadering",
)
def vergaderingen(blik: Blik) -> Iterator[Vergadering]:
    """One row a meeting."""
    for one in blik.regio.vergaderingen.values():
        yield Vergadering(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            overleg=code(one.overleg),
            overleg_naam=genoemd(overlegnaam, blik, one.overleg),
            datum=one.datum,
            begin=_tijd(one.begin),
            einde=_tijd(one.einde),
            plaats=tekst(blik, one.plaats),
            stand=Code(one.stand.value),
            stukken_uiterlijk=(stukken_uiterlijk(blik.regio, one) or ONBEKEND)
            if one.overleg
            else None,
            agendapunten=one.agenda
            if isinstance(one.agenda, Onbekend)
            else tuple(blik.v.tekst(item.titel) for item in one.agenda),
            aanwezig=codes(one.aanwezig),
            aanwezig_naam=namen(partijnaam, blik, one.aanwezig),
            mijlpaal=code(one.mijlpaal),
            **recordvelden(blik, one, one.herkomst),
        )


def _tijd(tijd: datetime.time | Onbekend) -> Code | Onbekend:
    return tijd if isinstance(tijd, Onbekend) else Code(f"{tijd:%H:%M}")


VanVergadering = Annotated[
    Code,
    Veld(N_("Vergadering"), N_("Bij welke vergadering dit hoort."), naar="vergaderingen"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt(Rij):
    """An item on the agenda of a meeting."""

    id: Deelkenmerk
    vergadering: VanVergadering
    vergadering_titel: VergaderingTitel
    titel: Annotated[Tekst, Veld(N_("Agendapunt"), N_("Waar het over gaat."))]
    partijen: Annotated[
        tuple[Code, ...] | Onbekend | None,
        Veld(
            N_("Partijen"),
            N_("Welke partijen het betreft. Leeg bij een vast punt: dat is voor iedereen."),
            naar="partijen",
        ),
    ]
    partijen_naam: Annotated[tuple[Tekst, ...] | Onbekend | None, PARTIJNAMEN]
    doel: Annotated[
        Code | Onbekend,
        Veld(N_("Doel"), N_("Met welk doel het wordt besproken."), keuzen=keuzen(Doel)),
    ]
    speerpunten: Speerpunten
    documenten: Documenten


@tabel(
    N_("Agendapunten"),
    N_("Wat er op de agenda van een vergadering staat. De bron is die van de vergadering."),
)
def agendapunten(blik: Blik) -> Iterator[Agendapunt]:
    """One row an item on an agenda that is known."""
    for one in blik.regio.vergaderingen.values():
        for item in () if isinstance(one.agenda, Onbekend) else one.agenda:
            yield Agendapunt(
                id=Code(f"{one.id}/{item.id}"),
                vergadering=Code(one.id),
                vergadering_titel=blik.v.tekst(one.titel),
                titel=blik.v.tekst(item.titel),
                partijen=codes(item.partijen),
                partijen_naam=namen(partijnaam, blik, item.partijen),
                doel=code(item.doel),
                speerpunten=codes(item.speerpunten),
                documenten=codes(item.documenten),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Afmelding(Rij):
    """What a party that cannot come told beforehand."""

    id: Deelkenmerk
    vergadering: VanVergadering
    vergadering_titel: VergaderingTitel
    partij: Annotated[
        Code, Veld(N_("Partij"), N_("De partij die niet kan komen."), naar="partijen")
    ]
    partij_naam: PartijNaam
    agendapunten: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Agendapunten"),
            N_("Om welke agendapunten het gaat. Leeg als het voor de hele vergadering is."),
            naar="agendapunten",
        ),
    ]
    instemming: Annotated[
        Code | None,
        Veld(
            N_("Instemming"),
            N_("Of de partij instemt. Leeg als zij dat niet zei."),
            keuzen=keuzen(Instemming),
        ),
    ]
    vertegenwoordigd_door: Annotated[
        Code | None,
        Veld(
            N_("Vertegenwoordigd door"),
            N_("De partij die namens haar optreedt. Leeg als die er niet is."),
            naar="partijen",
        ),
    ]
    gemeld_op: Annotated[
        Datum | Onbekend,
        Veld(N_("Gemeld op"), N_("Op welke dag de partij dit meldde."), bron=ISO_8601),
    ]


@tabel(
    N_("Afmeldingen"),
    N_(
        "Welke partijen vooraf zeiden dat zij niet konden komen. De bron is die van de vergadering."
    ),
)
def afmeldingen(blik: Blik) -> Iterator[Afmelding]:
    """One row a party that said not to come, for the whole meeting or for some items."""
    for one in blik.regio.vergaderingen.values():
        told = one.afmeldingen
        keys = uniek("/".join((one.id, item.partij, *item.agendapunten[:1])) for item in told)
        for key, item in zip(keys, told, strict=True):
            yield Afmelding(
                id=key,
                vergadering=Code(one.id),
                vergadering_titel=blik.v.tekst(one.titel),
                partij=Code(item.partij),
                partij_naam=partijnaam(blik, item.partij),
                agendapunten=codes(tuple(f"{one.id}/{punt}" for punt in item.agendapunten)),
                instemming=code(item.instemming),
                vertegenwoordigd_door=code(item.vertegenwoordigd_door),
                gemeld_op=item.gemeld_op,
            )


# ---------------------------------------------------------------- decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit(Recordrij):
    """A decision."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Besluit"), N_("Het besluit in een paar woorden."))]
    datum: Annotated[Datum, Veld(N_("Datum"), N_("De dag van de vergadering."), bron=ISO_8601)]
    vergadering: Annotated[
        Code,
        Veld(N_("Vergadering"), N_("In welke vergadering het viel."), naar="vergaderingen"),
    ]
    overleg: Annotated[Code, Veld(N_("Overleg"), N_("Het overleg dat besloot."), naar="overleggen")]
    overleg_naam: OverlegNaam
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Wat er is besloten."))]
    voor_ouders: InGewoneTaal
    eigenaar: Annotated[
        Code | Onbekend,
        Veld(N_("Wie zorgt dat het gebeurt"), N_("De partij die het uitvoert."), naar="partijen"),
    ]
    eigenaar_naam: Annotated[Tekst | Onbekend, PARTIJNAAM]
    vervolg: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(
            N_("Wat erop volgt"),
            N_("Wat er nu moet gebeuren. Wie, wanneer en hoe ver: zie de tabel 'vervolgstappen'."),
        ),
    ]
    vervangt: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Vervangt"), N_("Eerdere besluiten die hierdoor niet meer gelden."), naar="besluiten"
        ),
    ]
    vervangen_door: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Vervangen door"),
            N_("Latere besluiten waardoor dit niet meer geldt. Leeg als het nog geldt."),
            naar="besluiten",
        ),
    ]
    speerpunten: Speerpunten
    documenten: Documenten


@tabel(N_("Besluiten"), N_("Wat de overleggen hebben besloten."), soort="besluit")
def besluiten(blik: Blik) -> Iterator[Besluit]:
    """One row a decision."""
    for one in blik.regio.besluiten.values():
        meeting = blik.regio.vergaderingen[one.vergadering]
        body = besluitviews.besluitend(blik.regio, one)
        later = besluitviews.vervangers(blik.regio, one)
        yield Besluit(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            datum=meeting.datum,
            vergadering=Code(meeting.id),
            overleg=Code(body.id),
            overleg_naam=overlegnaam(blik, body.id),
            tekst=blik.v.tekst(one.tekst),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            eigenaar=code(one.eigenaar),
            eigenaar_naam=genoemd(partijnaam, blik, one.eigenaar),
            vervolg=one.vervolg
            if isinstance(one.vervolg, Onbekend)
            else tuple(blik.v.tekst(item.wat) for item in one.vervolg),
            vervangt=codes(one.vervangt),
            vervangen_door=codes(tuple(other.id for other in later)),
            speerpunten=codes(one.speerpunten),
            documenten=codes(one.documenten),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervolgstap(MetHerkomst):
    """What has to happen because of a decision."""

    id: Volgkenmerk
    besluit: VanBesluit
    besluit_titel: BesluitTitel
    wat: Annotated[Tekst, Veld(N_("Wat"), N_("Wat er moet gebeuren."))]
    wie: Annotated[Code | Onbekend, Veld(N_("Wie"), N_("De partij die het doet."), naar="partijen")]
    wie_naam: Annotated[Tekst | Onbekend, PARTIJNAAM]
    uiterlijk: Annotated[
        Datum | Onbekend,
        Veld(N_("Uiterlijk"), N_("Wanneer het klaar moet zijn."), bron=ISO_8601),
    ]
    stand: Annotated[
        Code | Onbekend, Veld(N_("Stand"), N_("Hoe ver het is."), keuzen=keuzen(Stand))
    ]
    bewijs: Annotated[
        tuple[Code, ...],
        Veld(N_("Bewijs"), N_("De bronnen die laten zien dat de stand klopt."), naar="bronnen"),
    ]


@tabel(
    N_("Vervolgstappen"),
    N_(
        "Wat er moet gebeuren na een besluit. Van een besluit waarvan het vervolg niet bekend is, "
        "staat hier niets."
    ),
)
def vervolgstappen(blik: Blik) -> Iterator[Vervolgstap]:
    """One row a thing that follows from a decision."""
    for one in blik.regio.besluiten.values():
        steps = () if isinstance(one.vervolg, Onbekend) else one.vervolg
        for number, item in enumerate(steps, start=1):
            yield Vervolgstap(
                id=Code(f"{one.id}/{number}"),
                besluit=Code(one.id),
                besluit_titel=blik.v.tekst(one.titel),
                wat=blik.v.tekst(item.wat),
                wie=code(item.wie),
                wie_naam=genoemd(partijnaam, blik, item.wie),
                uiterlijk=item.uiterlijk,
                stand=code(item.stand),
                bewijs=codes(item.bewijs),
                **herkomstvelden(blik, herkomst_van(one, "vervolg")),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Haalbaarheid(MetHerkomst):
    """Whether one party can do what was decided."""

    id: Deelkenmerk
    besluit: VanBesluit
    besluit_titel: BesluitTitel
    partij: Annotated[Code, Veld(N_("Partij"), N_("De partij waar het om gaat."), naar="partijen")]
    partij_naam: PartijNaam
    haalbaar: Annotated[
        Code | Onbekend,
        Veld(N_("Haalbaar"), N_("Of de partij het kan waarmaken."), keuzen=keuzen(Haalbaar)),
    ]
    wat_wel: Annotated[
        Tekst | None,
        Veld(N_("Wat wel"), N_("Wat de partij wel kan, of onder welke voorwaarde.")),
    ]


@tabel(N_("Haalbaarheid"), N_("Of een partij een besluit kan waarmaken."))
def haalbaarheid(blik: Blik) -> Iterator[Haalbaarheid]:
    """One row a party and a decision."""
    for one in blik.regio.besluiten.values():
        for item in one.haalbaarheid:
            yield Haalbaarheid(
                id=Code(f"{one.id}/{item.partij}"),
                besluit=Code(one.id),
                besluit_titel=blik.v.tekst(one.titel),
                partij=Code(item.partij),
                partij_naam=partijnaam(blik, item.partij),
                haalbaar=code(item.haalbaar),
                wat_wel=tekst(blik, item.wat_wel),
                **herkomstvelden(blik, herkomst_van(one, "haalbaarheid")),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Recordrij):
    """A document everybody works from."""

    id: Kenmerk
    titel: Annotated[
        Tekst, Veld(N_("Document"), N_("De titel van het document, zoals gepubliceerd."))
    ]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wat erin staat."))]
    datum: Annotated[
        Datum | Onbekend, Veld(N_("Datum"), N_("De datum van het document."), bron=ISO_8601)
    ]
    overleg: Annotated[
        Code | Onbekend,
        Veld(
            N_("Overleg"),
            N_("Het overleg dat het document vaststelde of beheert."),
            naar="overleggen",
        ),
    ]
    overleg_naam: Annotated[Tekst | Onbekend, OVERLEGNAAM]
    openbaar: Annotated[
        bool | Onbekend,
        Veld(N_("Openbaar"), N_("Of iedereen het document kan vinden.")),
    ]
    adres: Annotated[
        Adres | Onbekend | None,
        Veld(N_("Adres"), N_("Waar het document staat. Leeg als het niet openbaar is.")),
    ]


@tabel(
    N_("Basisdocumenten"),
    N_("De documenten waar iedereen mee werkt, en waar ze te vinden zijn."),
    soort="document",
)
def documenten(blik: Blik) -> Iterator[Document]:
    """One row a document."""
    for one in blik.regio.documenten.values():
        known, public = one.adres is not ONBEKEND, one.adres != NIET_OPENBAAR
        yield Document(
            id=Code(one.id),
            titel=blik.v.titel(one.titel),
            uitleg=blik.v.tekst(one.uitleg),
            datum=one.datum,
            overleg=code(one.overleg),
            overleg_naam=genoemd(overlegnaam, blik, one.overleg),
            openbaar=public if known else ONBEKEND,
            adres=adres(one.adres) if public else None,
            **recordvelden(blik, one, one.herkomst),
        )


# ---------------------------------------------------------------- proposals

STAND = {
    voorstelviews.ONDERWEG: N_("er is nog niet over beslist"),
    voorstelviews.AANGENOMEN: N_("een overleg nam het voorstel aan"),
    voorstelviews.AFGEWEZEN: N_("een overleg nam het voorstel niet aan"),
    voorstelviews.INGETROKKEN: N_("wie het indiende, trok het in"),
}
"""What became of a proposal, as a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel(Recordrij):
    """A proposal on its way."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Voorstel"), N_("Het voorstel in een paar woorden."))]
    voor_ouders: Annotated[
        Tekst, Veld(N_("In gewone taal"), N_("Wat er wordt voorgesteld, in gewone taal."))
    ]
    route: Annotated[Code, Veld(N_("Route"), N_("Langs welke overleggen het gaat."), naar="routes")]
    route_titel: RouteTitel
    ingediend_door: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Ingediend door"), N_("De partijen die het indienden."), naar="partijen"),
    ]
    ingediend_door_naam: Annotated[tuple[Tekst, ...] | Onbekend, PARTIJNAMEN]
    ingediend_op: Annotated[
        Datum | Onbekend,
        Veld(N_("Ingediend op"), N_("Op welke dag het is ingediend."), bron=ISO_8601),
    ]
    stand: Annotated[
        Code,
        Veld(
            N_("Stand van het voorstel"),
            N_("Wat er tot nu toe van het voorstel is geworden."),
            keuzen=STAND,
        ),
    ]
    ligt_bij: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Ligt nu bij"),
            N_("De overleggen die nu aan zet zijn. Leeg als het voorstel klaar is."),
            naar="overleggen",
        ),
    ]
    ligt_bij_naam: OverlegNamen
    volgende_stap_op: Annotated[
        datetime.date | Onbekend | None,
        Veld(
            N_("Volgende stap op zijn vroegst"),
            N_(
                "De eerste dag waarop de volgende stap kan, volgens de kalender en de dagen die de "
                "stukken vooraf moeten zijn. Leeg als het voorstel klaar is."
            ),
            bron=ISO_8601,
        ),
    ]
    klaar_op: Annotated[
        Datum | Onbekend | None,
        Veld(
            N_("Klaar op"),
            N_("Wanneer erover is beslist of het is ingetrokken. Leeg als het nog onderweg is."),
            bron=ISO_8601,
        ),
    ]
    besluit: Annotated[
        Code | None, Veld(N_("Besluit"), N_("Het besluit dat eruit kwam."), naar="besluiten")
    ]
    besluit_titel: Annotated[Tekst | None, BESLUITTITEL]
    waarom_ingetrokken: Annotated[
        Tekst | None,
        Veld(N_("Waarom ingetrokken"), N_("Waarom het is ingetrokken, als de bron dat zegt.")),
    ]
    speerpunten: Speerpunten
    documenten: Documenten


@tabel(
    N_("Voorstellen"),
    N_("Voorstellen onderweg: wie ze indiende, waar ze liggen en wat ervan is geworden."),
    soort="voorstel",
)
def voorstellen(blik: Blik) -> Iterator[Voorstel]:
    """One row a proposal: how far it is, where it lies and when its next step can be."""
    for one in blik.regio.voorstellen.values():
        state = voorstelviews.stand_van(blik, one)
        waits = [step for step in voorstelviews.volgende_stappen(blik) if step.key == one.id]
        days = [step.verwacht for step in waits if step.verwacht]
        gone = one.ingetrokken
        yield Voorstel(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            route=Code(one.route),
            route_titel=routetitel(blik, one.route),
            ingediend_door=codes(one.ingediend_door),
            ingediend_door_naam=namen(partijnaam, blik, one.ingediend_door),
            ingediend_op=one.ingediend_op,
            stand=Code(state),
            ligt_bij=codes(tuple(step.overleg_id for step in waits)),
            ligt_bij_naam=tuple(overlegnaam(blik, step.overleg_id) for step in waits),
            volgende_stap_op=min(days) if days else ONBEKEND if waits else None,
            klaar_op=None
            if state == voorstelviews.ONDERWEG
            else voorstelviews.klaar_op(blik, one) or ONBEKEND,
            besluit=code(one.besluit),
            besluit_titel=genoemd(besluittitel, blik, one.besluit),
            waarom_ingetrokken=tekst(blik, gone.waarom) if gone else None,
            speerpunten=codes(one.speerpunten),
            documenten=codes(one.documenten),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstelstap(MetHerkomst):
    """What one body did with a proposal."""

    id: Volgkenmerk
    voorstel: Annotated[
        Code, Veld(N_("Voorstel"), N_("Bij welk voorstel dit hoort."), naar="voorstellen")
    ]
    voorstel_titel: Annotated[
        Tekst, Veld(N_("Titel van het voorstel"), N_("Hoe dat voorstel heet."))
    ]
    nummer: Annotated[int, Veld(N_("Nummer"), N_("De hoeveelste stap van het voorstel het was."))]
    overleg: Annotated[
        Code,
        Veld(N_("Overleg"), N_("Het overleg dat iets met het voorstel deed."), naar="overleggen"),
    ]
    overleg_naam: OverlegNaam
    routestap: Annotated[
        Code | None,
        Veld(N_("Routestap"), N_("Welke stap van de route dat was."), naar="routestappen"),
    ]
    vergadering: Annotated[
        Code | None,
        Veld(
            N_("Vergadering"),
            N_("In welke vergadering. Leeg als die niet in de kalender staat."),
            naar="vergaderingen",
        ),
    ]
    datum: Annotated[
        Datum | Onbekend, Veld(N_("Datum"), N_("Op welke dag dat was."), bron=ISO_8601)
    ]
    handeling: Annotated[
        Code, Veld(N_("Handeling"), N_("Wat het overleg deed."), keuzen=keuzen(Handeling))
    ]
    terug_naar: Annotated[
        Code | None,
        Veld(
            N_("Terug naar"),
            N_("De stap van de route waar het voorstel weer begint, als het is teruggestuurd."),
            naar="routestappen",
        ),
    ]
    dagen: Annotated[
        int | None,
        Veld(
            N_("Dagen"),
            N_(
                "Hoe lang de stap duurde, vanaf de dag dat het voorstel er lag. Leeg als een van "
                "de twee dagen niet bekend is, of als het overleg de stap uitstelde."
            ),
            eenheid=DAGEN,
        ),
    ]
    advies: Annotated[
        Tekst | None,
        Veld(
            N_("Advies"),
            N_("Wat het overleg adviseerde of vroeg, of waarom het dit deed."),
        ),
    ]


@tabel(N_("Voorstelstappen"), N_("Wat elk overleg met een voorstel deed, en wanneer."))
def voorstelstappen(blik: Blik) -> Iterator[Voorstelstap]:
    """One row a thing that a body did with a proposal."""
    for one in blik.regio.voorstellen.values():
        way = voorstelviews.loop(blik, one.id)
        taken = {zet.nummer: zet for zet in way.zetten}
        for number, item in enumerate(one.stappen):
            zet = taken.get(number)
            took = voorstelviews.duur(blik, way, zet) if zet else None
            yield Voorstelstap(
                id=Code(f"{one.id}/{number + 1}"),
                voorstel=Code(one.id),
                voorstel_titel=blik.v.tekst(one.titel),
                nummer=number + 1,
                overleg=Code(item.overleg),
                overleg_naam=overlegnaam(blik, item.overleg),
                routestap=Code(f"{one.route}/{zet.stap.id}") if zet else None,
                vergadering=code(item.vergadering),
                datum=datum_van(blik.regio, item) or ONBEKEND,
                handeling=Code(item.handeling.value),
                terug_naar=Code(f"{one.route}/{item.terug_naar}") if item.terug_naar else None,
                dagen=took.dagen if took else None,
                advies=tekst(blik, item.advies),
                **herkomstvelden(blik, item.herkomst),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Recordrij):
    """How one kind of proposal gets to a decision."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Route"), N_("Wat voor voorstel het is."))]
    soort: Annotated[
        Code, Veld(N_("Soort route"), N_("Waar de route voor is."), keuzen=keuzen(SoortRoute))
    ]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wanneer je deze route neemt."))]
    voor_ouders: InGewoneTaal


@tabel(
    N_("Routes"),
    N_("Langs welke overleggen een voorstel gaat, en hoe anderen van een besluit horen."),
    soort="voorstelroute",
)
def routes(blik: Blik) -> Iterator[Route]:
    """One row a route."""
    for one in blik.regio.routes.values():
        yield Route(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            soort=Code(one.soort.value),
            uitleg=blik.v.tekst(one.uitleg),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Routestap(MetHerkomst):
    """One step of a route."""

    id: Deelkenmerk
    route: Annotated[Code, Veld(N_("Route"), N_("Bij welke route dit hoort."), naar="routes")]
    route_titel: RouteTitel
    nummer: Annotated[int, Veld(N_("Nummer"), N_("De plaats in de lijst; stap 1 is het begin."))]
    overleggen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Overleggen"),
            N_("De overleggen die de stap zetten: elk van hen, op een eigen dag."),
            naar="overleggen",
        ),
    ]
    overleggen_naam: OverlegNamen
    taak: Annotated[
        Code,
        Veld(
            N_("Taak"),
            N_("Wat een overleg hier met het voorstel doet."),
            keuzen=keuzen(Staptaak),
        ),
    ]
    daarna: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Daarna"),
            N_("De stappen die hierop volgen. Leeg bij het einde."),
            naar="routestappen",
        ),
    ]


@tabel(N_("Routestappen"), N_("De stappen van elke route: welk overleg wat doet, en wat dan komt."))
def routestappen(blik: Blik) -> Iterator[Routestap]:
    """One row a step of a route."""
    for one in blik.regio.routes.values():
        for number, item in enumerate(one.stappen, start=1):
            yield Routestap(
                id=Code(f"{one.id}/{item.id}"),
                route=Code(one.id),
                route_titel=blik.v.tekst(one.titel),
                nummer=number,
                overleggen=codes(item.overleggen),
                overleggen_naam=namen(overlegnaam, blik, item.overleggen),
                taak=Code(item.taak.value),
                daarna=codes(tuple(f"{one.id}/{key}" for key in item.daarna)),
                **herkomstvelden(blik, one.herkomst),
            )
