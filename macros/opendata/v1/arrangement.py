"""Tables of the area arrangement: what there is and who pays for it, what was found missing, and
what helps to set one up.

Not here: where there is what (``views.arrangement.dekking``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.model.agenda import Stand
from macros.model.arrangement import (
    Afwijking,
    Arrangementvorm,
    Capaciteit,
    Deelname,
    Deelvolgorde,
    Doelgroep,
    Geldstroom,
    Inschrijving,
    Lesthema,
    SoortArrangement,
    SoortBevinding,
    ToestandArrangement,
    Verslag,
)
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.regio import Sector
from macros.opendata.basis import (
    GEMEENTENAMEN,
    ISO_8601,
    VERBANDNAMEN,
    Kenmerk,
    Recordrij,
    adres,
    code,
    codes,
    keuzen,
    namen,
    recordvelden,
    tekst,
    teksten,
    titels,
)
from macros.opendata.contract import Adres, Code, Veld, tabel
from macros.opendata.deel import Deelkenmerk, Volgkenmerk, aantal, genoemd
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.arrangement.overzicht import geldstromen
from macros.views.basis import partijnaam, pleknaam
from macros.views.blik import Blik

Volgorde = Annotated[int, Veld(N_("Nummer"), N_("De plaats op de pagina."))]
BijSpeerpunten = Annotated[
    tuple[Code, ...],
    Veld(
        N_("Speerpunten"),
        N_("Bij welke speerpunten dit hoort."),
        naar="speerpunten",
    ),
]
BijArrangementen = Annotated[
    tuple[Code, ...],
    Veld(
        N_("Arrangementen"),
        N_("Over welke arrangementen dit gaat."),
        naar="arrangementen",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement(Recordrij):
    """An arrangement or a pilot."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Arrangement"), N_("Hoe het arrangement heet."))]
    soort: Annotated[
        Code,
        Veld(
            N_("Soort"),
            N_("Of het een arrangement is of een proef."),
            keuzen=keuzen(SoortArrangement),
        ),
    ]
    toestand: Annotated[
        Code | Onbekend,
        Veld(
            N_("Is het er?"),
            N_("Of het er was op de peildatum."),
            keuzen=keuzen(ToestandArrangement),
        ),
    ]
    samen: Annotated[
        Tekst,
        Veld(N_("Wat we samen doen"), N_("Wat onderwijs en zorg hier samen doen, in één zin.")),
    ]
    eerste_stap: Annotated[
        Tekst | Onbekend,
        Veld(N_("Eerste stap"), N_("Wat je als eerste doet om een kind aan te melden.")),
    ]
    voor_ouders: Annotated[
        Tekst, Veld(N_("In gewone taal"), N_("Wat het is en voor wie, in gewone taal."))
    ]
    vorm: Annotated[
        Code | Onbekend,
        Veld(
            N_("Vorm"),
            N_("Hoe onderwijs en zorg samenkomen."),
            keuzen=keuzen(Arrangementvorm),
        ),
    ]
    sectoren: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Sectoren"), N_("Voor welke soorten onderwijs."), keuzen=keuzen(Sector)),
    ]
    gemeenten: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Gemeenten"),
            N_("Uit welke gemeenten kinderen er terechtkunnen."),
            naar="gemeenten",
        ),
    ]
    gemeenten_naam: Annotated[
        tuple[Tekst, ...] | Onbekend,
        GEMEENTENAMEN,
    ]
    locatie: Annotated[
        Tekst | Onbekend, Veld(N_("Locatie"), N_("Waar het is, zoals de bron het zegt."))
    ]
    gemeente_locatie: Annotated[
        Code | Onbekend,
        Veld(
            N_("Gemeente van de locatie"),
            N_("In welke gemeente het is."),
            naar="gemeenten",
        ),
    ]
    gemeente_locatie_naam: Annotated[
        Tekst | Onbekend, Veld(N_("Naam van de gemeente"), N_("Hoe die gemeente heet."))
    ]
    doelgroep: Annotated[Tekst | Onbekend, Veld(N_("Doelgroep"), N_("Voor welke kinderen het is."))]
    doelgroepen: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Doelgroep in vaste woorden"),
            N_("Dezelfde doelgroep, om op te zoeken. Deze indeling is van deze site."),
            keuzen=keuzen(Doelgroep),
        ),
    ]
    leeftijd: Annotated[
        Tekst | Onbekend,
        Veld(N_("Leeftijd"), N_("Voor welke leeftijd, zoals de bron het zegt.")),
    ]
    doelstelling: Annotated[Tekst | Onbekend, Veld(N_("Doelstelling"), N_("Wat het wil bereiken."))]
    inhoud: Annotated[Tekst | Onbekend, Veld(N_("Inhoud"), N_("Wat kinderen er doen en krijgen."))]
    expertise: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(N_("Ingezette expertise"), N_("Welke deskundigen er werken.")),
    ]
    betalers: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Wie betaalt"),
            N_("Waar het geld vandaan komt. Wie welk deel betaalt, staat in financiering."),
            keuzen=keuzen(Geldstroom),
        ),
    ]
    opbrengsten: Annotated[
        Tekst | Onbekend, Veld(N_("Opbrengsten"), N_("Wat het oplevert, volgens een bron."))
    ]
    samenwerkingsverbanden: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Samenwerkingsverbanden"),
            N_("Welke samenwerkingsverbanden meedoen."),
            naar="partijen",
        ),
    ]
    samenwerkingsverbanden_naam: Annotated[
        tuple[Tekst, ...] | Onbekend,
        VERBANDNAMEN,
    ]
    aanbieders: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(N_("Aanbieders"), N_("Welke organisaties het uitvoeren.")),
    ]
    inschrijving: Annotated[
        Code | Onbekend,
        Veld(
            N_("Inschrijving"),
            N_("Of het kind op een school staat ingeschreven."),
            keuzen=keuzen(Inschrijving),
        ),
    ]
    experiment: Annotated[
        bool | Onbekend,
        Veld(
            N_("Experiment"),
            N_("Of het meedoet aan het landelijke experiment onderwijszorgarrangementen."),
        ),
    ]
    afwijkingen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Afwijkingen"),
            N_("Waarin het door dat experiment van de wet afwijkt."),
            keuzen=keuzen(Afwijking),
        ),
    ]
    capaciteit: Annotated[
        Code | Onbekend,
        Veld(
            N_("Capaciteit"),
            N_("Ongeveer hoeveel plaatsen er zijn. Een precies aantal staat hier nooit."),
            keuzen=keuzen(Capaciteit),
        ),
    ]
    contact: Annotated[
        Tekst | Onbekend, Veld(N_("Contact"), N_("Welke functie vragen beantwoordt."))
    ]
    speerpunten: BijSpeerpunten


@tabel(
    N_("Arrangementen"),
    N_(
        "Onderwijszorgarrangementen en proeven die erop lijken, voor zover ze bekend zijn. Wat "
        "hier niet staat, kan er wel zijn."
    ),
    soort="arrangement",
)
def arrangementen(blik: Blik) -> Iterator[Arrangement]:
    """One row an arrangement or pilot."""
    for one in blik.regio.arrangementen.values():
        yield Arrangement(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            soort=Code(one.soort.value),
            toestand=code(one.toestand),
            samen=blik.v.tekst(one.samen),
            eerste_stap=tekst(blik, one.eerste_stap),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            vorm=code(one.vorm),
            sectoren=codes(one.sectoren),
            gemeenten=codes(one.gemeenten),
            gemeenten_naam=namen(pleknaam, blik, one.gemeenten),
            locatie=tekst(blik, one.locatie),
            gemeente_locatie=code(one.gemeente_locatie),
            gemeente_locatie_naam=genoemd(pleknaam, blik, one.gemeente_locatie),
            doelgroep=tekst(blik, one.doelgroep),
            doelgroepen=codes(one.doelgroepen),
            leeftijd=tekst(blik, one.leeftijd),
            doelstelling=tekst(blik, one.doelstelling),
            inhoud=tekst(blik, one.inhoud),
            expertise=teksten(blik, one.expertise),
            betalers=codes(geldstromen(one)),
            opbrengsten=tekst(blik, one.opbrengsten),
            samenwerkingsverbanden=codes(one.samenwerkingsverbanden),
            samenwerkingsverbanden_naam=namen(partijnaam, blik, one.samenwerkingsverbanden),
            aanbieders=titels(blik, one.aanbieders),
            inschrijving=code(one.inschrijving),
            experiment=one.experiment
            if isinstance(one.experiment, Onbekend)
            else one.experiment is Deelname.JA,
            afwijkingen=codes(one.afwijkingen),
            capaciteit=code(one.capaciteit),
            contact=tekst(blik, one.contact),
            speerpunten=codes(one.speerpunten),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Financiering(Recordrij):
    """A stream of money for an arrangement."""

    id: Deelkenmerk
    arrangement: Annotated[
        Code,
        Veld(
            N_("Arrangement"),
            N_("Welk arrangement dit betaalt."),
            naar="arrangementen",
        ),
    ]
    arrangement_titel: Annotated[
        Tekst, Veld(N_("Titel van het arrangement"), N_("Hoe dat arrangement heet."))
    ]
    betaler: Annotated[
        Code,
        Veld(N_("Wie betaalt"), N_("Waar het geld vandaan komt."), keuzen=keuzen(Geldstroom)),
    ]
    aandeel: Annotated[
        int | Onbekend,
        Veld(
            N_("Aandeel"),
            N_("Welk deel van het geheel dit is, als een bron het noemt."),
            eenheid=N_("procent"),
        ),
    ]
    toelichting: Annotated[Tekst | None, Veld(N_("Toelichting"), N_("Wat ervan wordt betaald."))]


@tabel(
    N_("Financiering van arrangementen"),
    N_(
        "Wie welk deel van een arrangement betaalt. Eén rij per arrangement en betaler; is niet "
        "bekend wie er betaalt, dan is er geen rij."
    ),
)
def financiering(blik: Blik) -> Iterator[Financiering]:
    """One row an arrangement and stream of money."""
    for one in blik.regio.arrangementen.values():
        whole = recordvelden(blik, one, one.herkomst)
        for part in () if isinstance(one.financiering, Onbekend) else one.financiering:
            yield Financiering(
                id=Code(f"{one.id}/{part.stroom}"),
                arrangement=Code(one.id),
                arrangement_titel=blik.v.tekst(one.titel),
                betaler=Code(part.stroom.value),
                aandeel=ONBEKEND if part.aandeel is None else part.aandeel,
                toelichting=tekst(blik, part.toelichting),
                **whole,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding(Recordrij):
    """What was observed about the arrangements as a whole."""

    id: Kenmerk
    soort: Annotated[
        Code,
        Veld(N_("Vraag"), N_("Welke vraag dit beantwoordt."), keuzen=keuzen(SoortBevinding)),
    ]
    nummer: Annotated[int, Veld(N_("Nummer"), N_("De plaats bij die vraag."))]
    titel: Annotated[Tekst, Veld(N_("Bevinding"), N_("De bevinding in een paar woorden."))]
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Wat er is gezien."))]
    voorstel: Annotated[Tekst | Onbekend, Veld(N_("Voorstel"), N_("Wat er wordt voorgesteld."))]
    stand: Annotated[
        Code | Onbekend,
        Veld(
            N_("Stand"),
            N_("Hoe ver het voorstel was op de peildatum."),
            keuzen=keuzen(Stand),
        ),
    ]
    arrangementen: BijArrangementen


@tabel(
    N_("Bevindingen"),
    N_("Wat er is gezien over het aanbod als geheel: wat er is, wat er mist en wat anders moet."),
    soort="bevinding",
)
def bevindingen(blik: Blik) -> Iterator[Bevinding]:
    """One row a finding."""
    for one in blik.regio.bevindingen.values():
        yield Bevinding(
            id=Code(one.id),
            soort=Code(one.soort.value),
            nummer=one.nummer,
            titel=blik.v.tekst(one.titel),
            tekst=blik.v.tekst(one.tekst),
            voorstel=tekst(blik, one.voorstel),
            stand=code(one.stand),
            arrangementen=codes(one.arrangementen),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Handvat(Recordrij):
    """A national frame."""

    id: Kenmerk
    nummer: Volgorde
    titel: Annotated[Tekst, Veld(N_("Handvat"), N_("Hoe het handvat heet."))]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wat het is en wanneer je het gebruikt."))]
    voor_ouders: Annotated[Tekst, Veld(N_("In gewone taal"), N_("Hetzelfde in gewone taal."))]
    delen: Annotated[
        tuple[Tekst, ...], Veld(N_("Delen"), N_("De stappen of onderdelen, in hun volgorde."))
    ]
    delen_zijn: Annotated[
        Code,
        Veld(
            N_("Wat de delen zijn"),
            N_("Of de delen na elkaar komen."),
            keuzen=keuzen(Deelvolgorde),
        ),
    ]
    begint: Annotated[
        Datum | Onbekend | None,
        Veld(
            N_("Begint"),
            N_("Sinds wanneer het geldt. Leeg en niet onbekend: er is geen begin."),
            bron=ISO_8601,
        ),
    ]
    eindigt: Annotated[
        Datum | Onbekend | None,
        Veld(
            N_("Eindigt"),
            N_("Tot wanneer het geldt. Leeg en niet onbekend: er is geen einde."),
            bron=ISO_8601,
        ),
    ]
    grenzen: Annotated[tuple[Tekst, ...], Veld(N_("Grenzen"), N_("Wat er niet kan of mag."))]
    adres: Annotated[Adres | Onbekend, Veld(N_("Adres"), N_("Waar je het vindt."))]


@tabel(
    N_("Handvatten"),
    N_("Landelijke kaders die helpen om een arrangement op te zetten of te beoordelen."),
    soort="handvat",
)
def handvatten(blik: Blik) -> Iterator[Handvat]:
    """One row a national frame."""
    for one in blik.regio.handvatten.values():
        yield Handvat(
            id=Code(one.id),
            nummer=one.nummer,
            titel=blik.v.tekst(one.titel),
            uitleg=blik.v.tekst(one.uitleg),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            delen=teksten(blik, one.delen),
            delen_zijn=Code(one.delen_zijn.value),
            begint=one.begint,
            eindigt=one.eindigt,
            grenzen=teksten(blik, one.grenzen),
            adres=adres(one.adres),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Les(Recordrij):
    """What another region or a network learned."""

    id: Kenmerk
    thema: Annotated[Code, Veld(N_("Thema"), N_("Waar de les over gaat."), keuzen=keuzen(Lesthema))]
    titel: Annotated[Tekst, Veld(N_("Les"), N_("De les in één zin."))]
    waar: Annotated[Tekst, Veld(N_("Van wie"), N_("Welke regio of welk netwerk dit leerde."))]
    datum: Annotated[
        Datum | Onbekend,
        Veld(N_("Datum"), N_("Wanneer het is besproken of opgeschreven."), bron=ISO_8601),
    ]
    wat: Annotated[Tekst, Veld(N_("Wat zij zagen"), N_("Wat zij zagen of deden."))]
    dus: Annotated[
        Tekst,
        Veld(
            N_("Wat dat hier kan betekenen"),
            N_("Wat wij eruit opmaken voor deze regio. De bron zegt dit niet."),
        ),
    ]
    speerpunten: BijSpeerpunten
    onderdelen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Onderdelen"),
            N_("Bij welke onderdelen van het model dit past."),
            naar="onderdelen",
        ),
    ]
    arrangementen: BijArrangementen


@tabel(
    N_("Lessen"),
    N_("Wat andere regio's en netwerken leerden, en wat dat hier kan betekenen."),
    soort="les",
)
def lessen(blik: Blik) -> Iterator[Les]:
    """One row a lesson."""
    for one in blik.regio.lessen.values():
        yield Les(
            id=Code(one.id),
            thema=Code(one.thema.value),
            titel=blik.v.tekst(one.titel),
            waar=blik.v.tekst(one.waar),
            datum=one.datum,
            wat=blik.v.tekst(one.wat),
            dus=blik.v.tekst(one.dus),
            speerpunten=codes(one.speerpunten),
            onderdelen=codes(one.onderdelen),
            arrangementen=codes(one.arrangementen),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leergroep(Recordrij):
    """People from several regions who learn together."""

    id: Kenmerk
    nummer: Volgorde
    titel: Annotated[Tekst, Veld(N_("Leergroep"), N_("Waar de groep over gaat."))]
    thema: Annotated[
        Code,
        Veld(N_("Thema"), N_("Bij welk thema van de lessen dit hoort."), keuzen=keuzen(Lesthema)),
    ]
    netwerk: Annotated[Tekst, Veld(N_("Netwerk"), N_("Van welk netwerk of programma de groep is."))]
    vragen: Annotated[
        tuple[Tekst, ...] | Onbekend, Veld(N_("Vragen"), N_("De vragen van de groep."))
    ]
    doelen: Annotated[
        tuple[Tekst, ...] | Onbekend, Veld(N_("Doelen"), N_("Wat de groep wil bereiken."))
    ]
    werkwijze: Annotated[tuple[Tekst, ...], Veld(N_("Werkwijze"), N_("Hoe de groep werkt."))]
    voor_wie: Annotated[Tekst | Onbekend, Veld(N_("Voor wie"), N_("Voor wie de groep is."))]
    aantal_leerbijeenkomsten: Annotated[
        int | Onbekend,
        Veld(
            N_("Aantal bijeenkomsten"),
            N_("Hoeveel rijen de tabel 'leerbijeenkomsten' heeft van deze groep."),
        ),
    ]


@tabel(
    N_("Leergroepen"),
    N_("Groepen waarin mensen uit meer regio's samen leren."),
    soort="leergroep",
)
def leergroepen(blik: Blik) -> Iterator[Leergroep]:
    """One row a group."""
    for one in blik.regio.leergroepen.values():
        yield Leergroep(
            id=Code(one.id),
            nummer=one.nummer,
            titel=blik.v.tekst(one.titel),
            thema=Code(one.thema.value),
            netwerk=blik.v.tekst(one.netwerk),
            vragen=teksten(blik, one.vragen),
            doelen=teksten(blik, one.doelen),
            werkwijze=teksten(blik, one.werkwijze),
            voor_wie=tekst(blik, one.voor_wie),
            aantal_leerbijeenkomsten=aantal(one.bijeenkomsten),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerbijeenkomst(Recordrij):
    """One meeting of a learning group."""

    id: Volgkenmerk
    leergroep: Annotated[
        Code,
        Veld(N_("Leergroep"), N_("Van welke groep."), naar="leergroepen"),
    ]
    leergroep_titel: Annotated[
        Tekst, Veld(N_("Titel van de leergroep"), N_("Waar die groep over gaat."))
    ]
    wanneer: Annotated[
        Tekst | Onbekend, Veld(N_("Wanneer"), N_("Wanneer het was, zoals de bron het zegt."))
    ]
    verslag: Annotated[bool | Onbekend, Veld(N_("Verslag"), N_("Of er een verslag van is."))]


@tabel(
    N_("Bijeenkomsten van leergroepen"),
    N_("Wanneer een leergroep bij elkaar kwam. Eén rij per bijeenkomst die een bron noemt."),
)
def leerbijeenkomsten(blik: Blik) -> Iterator[Leerbijeenkomst]:
    """One row a meeting."""
    for one in blik.regio.leergroepen.values():
        whole = recordvelden(blik, one, one.herkomst)
        met = () if isinstance(one.bijeenkomsten, Onbekend) else one.bijeenkomsten
        for number, meeting in enumerate(met, start=1):
            yield Leerbijeenkomst(
                id=Code(f"{one.id}/{number}"),
                leergroep=Code(one.id),
                leergroep_titel=blik.v.tekst(one.titel),
                wanneer=tekst(blik, meeting.wanneer),
                verslag=meeting.verslag
                if isinstance(meeting.verslag, Onbekend)
                else meeting.verslag is Verslag.JA,
                **whole,
            )
