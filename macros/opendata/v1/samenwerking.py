"""Tables of the area samenwerking: the model with its squares, the law around it, the wegwijzer.

Not here: how a table becomes files (``vorm``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Herkomst, Status
from macros.model.geheel import adres_van
from macros.model.hulp import Hulpsoort
from macros.model.regio import Sector
from macros.model.samenwerking import onderdeel as model
from macros.model.samenwerking import wegwijzer as wijzer
from macros.model.samenwerking.onderdeel import Celwaarde, Toestand, codevolgorde
from macros.opendata.basis import (
    ISO_8601,
    ZEKERHEDEN,
    Kenmerk,
    MetHerkomst,
    Recordrij,
    code,
    codes,
    herkomstvelden,
    keuzen,
    recordvelden,
    tekst,
    teksten,
)
from macros.opendata.contract import Adres, Code, Pagina, Rij, Veld, tabel
from macros.opendata.deel import Deelkenmerk, Volgkenmerk, genoemd, genoemd_als, uniek
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import partijnaam, pleknaam
from macros.views.blik import Blik
from macros.views.samenwerking import recht as rechtviews
from macros.views.samenwerking import wegwijzer as wegwijzerviews
from macros.views.samenwerking.basis import instantie, onderdeel_of_kader

SECTOR = keuzen(Sector)
HULP = keuzen(Hulpsoort)

InGewoneTaal = Annotated[Tekst, Veld(N_("In gewone taal"), N_("Hetzelfde in gewone taal."))]
Artikelen = Annotated[
    tuple[Code, ...],
    Veld(N_("Artikelen"), N_("De artikelen van wetten waar het om gaat."), naar="artikelen"),
]
VanOnderdeel = Annotated[
    Code, Veld(N_("Onderdeel"), N_("Bij welk onderdeel dit hoort."), naar="onderdelen")
]
ONDERDEELTITEL = Veld(N_("Titel van het onderdeel"), N_("Hoe dat onderdeel heet, met zijn code."))
OnderdeelTitel = Annotated[Tekst, ONDERDEELTITEL]
"""What an id stands for, beside it, for who reads a table without the others."""

onderdeeltitel = genoemd_als(model.Onderdeel)

Hulp = Annotated[
    tuple[Code, ...],
    Veld(
        N_("Hulp"),
        N_("Welke soort hulp erbij hoort. Wie dat is, staat in de tabel 'hulp'."),
        keuzen=HULP,
    ),
]
LetOp = Annotated[Tekst | None, Veld(N_("Let op"), N_("Wat hier vaak misgaat."))]

# ---------------------------------------------------------------- the model


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenwerking(MetHerkomst):
    """The model as a whole."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Model"), N_("De naam van het model."))]
    samen: Annotated[Tekst, Veld(N_("Samen"), N_("Wat alle partijen bij elke vraag samen doen."))]
    voor_ouders: Annotated[
        Tekst, Veld(N_("In gewone taal"), N_("Wat het model is, in gewone taal."))
    ]
    grijs_gebied: Annotated[
        Tekst,
        Veld(N_("Grijs gebied"), N_("Wat je doet als nog niet duidelijk is wie aan zet is.")),
    ]
    gebied: Annotated[
        Code, Veld(N_("Gebied"), N_("Het gebied waarvoor het model geldt."), naar="gebieden")
    ]
    gebied_naam: Annotated[Tekst, Veld(N_("Naam van het gebied"), N_("Hoe het gebied heet."))]
    geldt_voor: Annotated[
        tuple[Tekst, ...], Veld(N_("Geldt voor"), N_("Voor welke partijen het model geldt."))
    ]
    vastgesteld_op: Annotated[
        Datum | Onbekend,
        Veld(N_("Vastgesteld op"), N_("Wanneer het model is vastgesteld."), bron=ISO_8601),
    ]
    vastgesteld_door: Annotated[
        Tekst | Onbekend,
        Veld(N_("Vastgesteld door"), N_("Welk overleg het model vaststelde.")),
    ]
    eigenaar: Annotated[
        Code | Onbekend,
        Veld(N_("Eigenaar"), N_("De partij die het model bijhoudt."), naar="partijen"),
    ]
    eigenaar_naam: Annotated[
        Tekst | Onbekend, Veld(N_("Naam van de partij"), N_("Hoe die partij heet."))
    ]
    procedure: Annotated[
        Tekst | Onbekend,
        Veld(
            N_("Procedure"),
            N_("De uitgangspunten, en de procedure waar onderwijs en jeugdhulp elkaar raken."),
        ),
    ]
    pagina: Annotated[Pagina, Veld(N_("Pagina"), N_("Het adres waar dit op de site staat."))]


@tabel(
    N_("Het samenwerkingsmodel"),
    N_("Wat het model van wie de eerste stap zet is, en waar het geldt: één rij."),
    soort="samenwerking",
)
def samenwerking(blik: Blik) -> Iterator[Samenwerking]:
    """One row, when there is a model."""
    if one := blik.regio.samenwerking:
        yield Samenwerking(
            id=Code("model"),
            naam=blik.v.tekst(one.naam),
            samen=blik.v.tekst(one.samen),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            grijs_gebied=blik.v.tekst(one.grijs_gebied),
            gebied=Code(one.gebied),
            gebied_naam=pleknaam(blik, one.gebied),
            geldt_voor=teksten(blik, one.geldt_voor),
            vastgesteld_op=one.vastgesteld_op,
            vastgesteld_door=tekst(blik, one.vastgesteld_door),
            eigenaar=code(one.eigenaar),
            eigenaar_naam=genoemd(partijnaam, blik, one.eigenaar),
            procedure=tekst(blik, one.procedure),
            pagina=Pagina(adres_van(type(one))),
            **herkomstvelden(blik, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom(MetHerkomst):
    """A column of the matrix."""

    id: Kenmerk
    nummer: Annotated[
        int, Veld(N_("Nummer"), N_("De hoeveelste kolom van de matrix het is, van links af."))
    ]
    titel: Annotated[Tekst, Veld(N_("Kolom"), N_("De kop boven de kolom."))]
    kort: Annotated[Tekst, Veld(N_("Kort"), N_("De kop in een paar letters of woorden."))]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wat een vak in deze kolom zegt."))]
    voor_ouders: InGewoneTaal
    wie_betaalt: Annotated[
        Tekst | None,
        Veld(
            N_("Wie betaalt"),
            N_("Wie betaalt als een vak is ingevuld. Leeg als geen bron dat zegt."),
        ),
    ]
    betaling: Annotated[
        Tekst | None, Veld(N_("Betaling"), N_("Hetzelfde in één zin voor iedereen."))
    ]
    betaling_bron: Annotated[
        Code | None,
        Veld(N_("Bron van de betaling"), N_("Waaruit blijkt wie betaalt."), naar="bronnen"),
    ]
    betaling_vindplaats: Annotated[
        Tekst | None,
        Veld(N_("Vindplaats van de betaling"), N_("Waar dat in die bron staat.")),
    ]
    betaling_peildatum: Annotated[
        Datum | None,
        Veld(
            N_("Peildatum van de betaling"),
            N_("Tot welke datum dat klopt volgens die bron."),
            bron=ISO_8601,
        ),
    ]
    betaling_zekerheid: Annotated[
        Code | Onbekend | None,
        Veld(N_("Zekerheid van de betaling"), N_("Hoe zeker dat is."), keuzen=ZEKERHEDEN),
    ]


@tabel(
    N_("Kolommen"),
    N_("De kolommen van de matrix: een wet of een soort hulp. De bron is die van het model."),
)
def kolommen(blik: Blik) -> Iterator[Kolom]:
    """One row a column of the matrix, from left to right."""
    whole = blik.regio.samenwerking
    for number, one in enumerate(whole.kolommen if whole else (), start=1):
        assert whole is not None
        pays = one.betaalt
        yield Kolom(
            id=Code(one.id),
            nummer=number,
            titel=blik.v.tekst(one.titel),
            kort=blik.v.tekst(one.kort),
            uitleg=blik.v.tekst(one.uitleg),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            wie_betaalt=tekst(blik, pays.wie) if pays else None,
            betaling=tekst(blik, pays.zin) if pays else None,
            **_los(blik, "betaling_", pays.herkomst if pays else None),
            **herkomstvelden(blik, whole.herkomst),
        )


NERGENS: Mapping[str, Any] = dict.fromkeys(("bron", "vindplaats", "peildatum", "zekerheid"))


def _los(blik: Blik, voor: str, herkomst: Herkomst | None) -> dict[str, Any]:
    """Where one value comes from, in fields that begin with ``voor``; empty where there is none."""
    found = herkomstvelden(blik, herkomst) if herkomst else NERGENS
    return {f"{voor}{name}": value for name, value in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class OudWoord(MetHerkomst):
    """A word that nobody uses any more."""

    woord: Annotated[
        Code, Veld(N_("Woord"), N_("Het oude woord, zoals het nog in onderdelen staat."))
    ]
    nieuw: Annotated[Code, Veld(N_("Nieuw woord"), N_("Het woord van nu."))]
    sinds: Annotated[
        Datum, Veld(N_("Sinds"), N_("Sinds wanneer het nieuwe woord geldt."), bron=ISO_8601)
    ]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Wat er veranderde."))]


@tabel(N_("Oude woorden"), N_("Woorden in het model die het veld niet meer gebruikt."))
def oude_woorden(blik: Blik) -> Iterator[OudWoord]:
    """One row an old word."""
    words = blik.regio.oude_woorden
    for key, one in zip(uniek(word.woord for word in words), words, strict=True):
        yield OudWoord(
            woord=key,
            nieuw=Code(one.nieuw),
            sinds=one.sinds,
            uitleg=blik.v.tekst(one.uitleg),
            **herkomstvelden(blik, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Thema(Recordrij):
    """A group of onderdelen."""

    id: Kenmerk
    nummer: Annotated[int, Veld(N_("Nummer"), N_("Het nummer van het thema in het model."))]
    titel: Annotated[Tekst | Onbekend, Veld(N_("Thema"), N_("De naam van het thema."))]
    voor_ouders: Annotated[
        Tekst | Onbekend, Veld(N_("In gewone taal"), N_("De naam in gewone taal."))
    ]
    onbekende_onderdelen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Onbekende onderdelen"),
            N_("Codes die volgens de nummering bestaan, en waar verder niets van bekend is."),
        ),
    ]
    volledigheid: Annotated[
        Tekst | None,
        Veld(N_("Volledigheid"), N_("Wat niet bekend is over hoeveel onderdelen er zijn.")),
    ]


@tabel(N_("Thema's"), N_("De thema's van het model."), soort="thema")
def themas(blik: Blik) -> Iterator[Thema]:
    """One row a theme."""
    for one in blik.regio.themas.values():
        yield Thema(
            id=Code(one.id),
            nummer=one.nummer,
            titel=tekst(blik, one.titel),
            voor_ouders=tekst(blik, one.voor_ouders),
            onbekende_onderdelen=codes(one.onbekende_onderdelen),
            volledigheid=tekst(blik, one.volledigheid),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel(Recordrij):
    """A situation of a child; of some only the code is known."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_(
                "Vaste naam van deze rij: die verandert nooit. Alleen een code: verder is van dit "
                "onderdeel niets bekend."
            ),
        ),
    ]
    code: Annotated[Code, Veld(N_("Code"), N_("De code in de matrix, zoals 1a."))]
    thema: Annotated[Code, Veld(N_("Thema"), N_("Bij welk thema het hoort."), naar="themas")]
    thema_titel: Annotated[
        Tekst | Onbekend, Veld(N_("Titel van het thema"), N_("Hoe dat thema heet."))
    ]
    titel: Annotated[Tekst | Onbekend, Veld(N_("Onderdeel"), N_("De naam van het onderdeel."))]
    titel_voor_ouders: Annotated[
        Tekst | Onbekend, Veld(N_("Naam in gewone taal"), N_("De naam in gewone taal."))
    ]
    toestand: Annotated[
        Code | Onbekend,
        Veld(
            N_("Afspraak"), N_("Wat er is afgesproken over dit onderdeel."), keuzen=keuzen(Toestand)
        ),
    ]
    sectoren: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Sectoren"), N_("Voor welke soorten scholen het geldt."), keuzen=SECTOR),
    ]
    samen: Annotated[Tekst | Onbekend, Veld(N_("Samen"), N_("Wat alle partijen samen doen."))]
    eerste_stap_wie: Annotated[
        Tekst | Onbekend, Veld(N_("Wie begint"), N_("Wie de eerste stap zet."))
    ]
    eerste_stap_wat: Annotated[Tekst | Onbekend, Veld(N_("Eerste stap"), N_("Wat die dan doet."))]
    eerste_stap_wanneer: Annotated[
        Tekst | None,
        Veld(
            N_("Wanneer de eerste stap"),
            N_("Wanneer deze stap aan de beurt is, als de bron dat zegt."),
        ),
    ]
    eerste_stap_bron: Annotated[
        Code | None,
        Veld(N_("Bron van de eerste stap"), N_("Waaruit de eerste stap blijkt."), naar="bronnen"),
    ]
    eerste_stap_vindplaats: Annotated[
        Tekst | None,
        Veld(N_("Vindplaats van de eerste stap"), N_("Waar dat in die bron staat.")),
    ]
    eerste_stap_peildatum: Annotated[
        Datum | None,
        Veld(
            N_("Peildatum van de eerste stap"),
            N_("Tot welke datum dat klopt volgens die bron."),
            bron=ISO_8601,
        ),
    ]
    eerste_stap_zekerheid: Annotated[
        Code | Onbekend | None,
        Veld(N_("Zekerheid van de eerste stap"), N_("Hoe zeker dat is."), keuzen=ZEKERHEDEN),
    ]
    voor_ouders: Annotated[
        Tekst | Onbekend,
        Veld(N_("In gewone taal"), N_("Wat dit voor ouders en jongeren betekent.")),
    ]
    waar_gaat_het_over: Annotated[
        Tekst | Onbekend, Veld(N_("Waar gaat het over"), N_("Waar het onderdeel over gaat."))
    ]
    routes: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Routes voor scholen"),
            N_("De routes voor scholen, naar hun sectoren: zie de tabel 'onderdeelstappen'."),
        ),
    ]
    gemeenteroute: Annotated[
        bool | Onbekend,
        Veld(
            N_("Route bij de gemeente"),
            N_("Of er een route bij de gemeente is: zie de tabel 'onderdeelstappen'."),
        ),
    ]
    wet: Annotated[Tekst | Onbekend, Veld(N_("Wet"), N_("Wat de wet zegt, in eigen woorden."))]
    artikelen: Artikelen
    voorbeelden: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Voorbeelden"), N_("Verzonnen voorbeelden: er bestaat geen kind dat erop lijkt.")),
    ]
    vragen: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Vragen"), N_("Wat de werkgroep van het model nog moet uitzoeken.")),
    ]
    verwant: Annotated[
        tuple[Code, ...],
        Veld(N_("Verwant"), N_("Andere onderdelen die erop lijken."), naar="onderdelen"),
    ]
    vastgesteld_op: Annotated[
        Datum | Onbekend,
        Veld(N_("Vastgesteld op"), N_("Wanneer de afspraak is vastgesteld."), bron=ISO_8601),
    ]
    gecontroleerd_op: Annotated[
        Datum | Onbekend,
        Veld(
            N_("Gecontroleerd op"),
            N_("Wanneer de afspraak voor het laatst is nagelopen op wet en rechtspraak."),
            bron=ISO_8601,
        ),
    ]
    geldig_tot: Annotated[
        Datum | Onbekend,
        Veld(N_("Geldig tot"), N_("Tot wanneer de afspraak geldt."), bron=ISO_8601),
    ]


@tabel(
    N_("Onderdelen"),
    N_("De onderdelen van het model: een situatie van een kind, en wie dan begint."),
    soort="onderdeel",
)
def onderdelen(blik: Blik) -> Iterator[Onderdeel]:
    """One row an onderdeel, also one of which only the code is known; in the order of the codes."""
    rows = [_onderdeel(blik, one) for one in blik.regio.onderdelen.values()]
    rows += (_alleen_code(blik, *one) for one in _codes(blik))
    yield from sorted(rows, key=lambda row: (codevolgorde(row.code), row.id))


def _codes(blik: Blik) -> Iterator[tuple[str, str, Herkomst]]:
    """Each code of which no more is known than its theme; no onderdeel is called so."""
    for theme in blik.regio.actieve_themas:
        for key in theme.onbekende_onderdelen:
            if key not in blik.regio.onderdelen:
                yield key, theme.id, theme.herkomst


def _onderdeel(blik: Blik, one: model.Onderdeel) -> Onderdeel:
    first = one.eerste_stap
    known = None if isinstance(first, Onbekend) else first
    return Onderdeel(
        id=Code(one.id),
        code=Code(one.code),
        thema=Code(one.thema),
        thema_titel=tekst(blik, blik.regio.themas[one.thema].titel),
        titel=blik.v.tekst(one.titel),
        titel_voor_ouders=blik.v.tekst(one.titel_voor_ouders),
        toestand=code(one.toestand),
        sectoren=codes(one.sectoren),
        samen=tekst(blik, one.samen),
        eerste_stap_wie=tekst(blik, known.wie) if known else ONBEKEND,
        eerste_stap_wat=tekst(blik, known.wat) if known else ONBEKEND,
        eerste_stap_wanneer=tekst(blik, known.wanneer) if known else None,
        **_los(blik, "eerste_stap_", known.herkomst if known else None),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        waar_gaat_het_over=tekst(blik, one.waar_gaat_het_over),
        routes=one.routes
        if isinstance(one.routes, Onbekend)
        else tuple(uniek(_naam(way) for way in one.routes)),
        gemeenteroute=ONBEKEND if isinstance(one.gemeente, Onbekend) else True,
        wet=tekst(blik, one.wet),
        artikelen=codes(one.artikelen),
        voorbeelden=tuple(blik.v.tekst(item.tekst) for item in one.voorbeelden),
        vragen=teksten(blik, one.vragen),
        verwant=codes(one.verwant),
        vastgesteld_op=one.vastgesteld_op,
        gecontroleerd_op=one.gecontroleerd_op,
        geldig_tot=one.geldig_tot,
        **recordvelden(blik, one, one.herkomst),
    )


def _alleen_code(blik: Blik, key: str, thema: str, herkomst: Herkomst) -> Onderdeel:
    return Onderdeel(
        id=Code(key),
        code=Code(key),
        thema=Code(thema),
        thema_titel=tekst(blik, blik.regio.themas[thema].titel),
        titel=ONBEKEND,
        titel_voor_ouders=ONBEKEND,
        toestand=ONBEKEND,
        sectoren=ONBEKEND,
        samen=ONBEKEND,
        eerste_stap_wie=ONBEKEND,
        eerste_stap_wat=ONBEKEND,
        eerste_stap_wanneer=None,
        **_los(blik, "eerste_stap_", None),
        voor_ouders=ONBEKEND,
        waar_gaat_het_over=ONBEKEND,
        routes=ONBEKEND,
        gemeenteroute=ONBEKEND,
        wet=ONBEKEND,
        artikelen=(),
        voorbeelden=(),
        vragen=(),
        verwant=(),
        vastgesteld_op=ONBEKEND,
        gecontroleerd_op=ONBEKEND,
        geldig_tot=ONBEKEND,
        pagina=None,
        status=Code(Status.ACTIEF.value),
        **herkomstvelden(blik, herkomst),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak(Rij):
    """One square of the matrix."""

    id: Deelkenmerk
    onderdeel: VanOnderdeel
    onderdeel_titel: Annotated[Tekst | Onbekend, ONDERDEELTITEL]
    kolom: Annotated[
        Code, Veld(N_("Kolom"), N_("Onder welke kolom het vak staat."), naar="kolommen")
    ]
    kolom_titel: Annotated[Tekst, Veld(N_("Titel van de kolom"), N_("De kop boven die kolom."))]
    waarde: Annotated[
        Code | Onbekend,
        Veld(N_("Waarde"), N_("Wat er in het vak staat."), keuzen=keuzen(Celwaarde)),
    ]
    sectoren: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Sectoren"),
            N_("De soorten scholen die de bron in het vak zet. Leeg: die van het onderdeel."),
            keuzen=SECTOR,
        ),
    ]
    wie: Annotated[Tekst | None, Veld(N_("Wie"), N_("De partij die de bron in het vak noemt."))]
    toelichting: Annotated[
        Tekst | None, Veld(N_("Toelichting"), N_("Wat je bij dit vak moet weten."))
    ]
    bron: Annotated[
        Code | None,
        Veld(
            N_("Bron"),
            N_("Uit welke bron dit komt. Leeg als de waarde onbekend is."),
            naar="bronnen",
        ),
    ]
    vindplaats: Annotated[Tekst | None, Veld(N_("Vindplaats"), N_("Waar het in die bron staat."))]
    peildatum: Annotated[
        Datum | None,
        Veld(
            N_("Peildatum"),
            N_("Tot welke datum het klopt volgens de bron: een jaar, een maand of een dag."),
            bron=ISO_8601,
        ),
    ]
    zekerheid: Annotated[
        Code | Onbekend, Veld(N_("Zekerheid"), N_("Hoe zeker het is."), keuzen=ZEKERHEDEN)
    ]


@tabel(
    N_("Vakken"),
    N_("De matrix van het model: één rij per onderdeel en kolom, ook als het vak onbekend is."),
)
def vakken(blik: Blik) -> Iterator[Vak]:
    """One row a square; every square of an onderdeel of which only the code is known is unknown."""
    known = blik.regio.onderdelen
    for key in (*known, *(code_only for code_only, _, _ in _codes(blik))):
        squares = {cel.kolom: cel for cel in known[key].cellen} if key in known else {}
        for kolom in blik.regio.kolommen:
            cel = squares.get(kolom.id)
            origin = cel.herkomst if cel else None
            yield Vak(
                id=Code(f"{key}/{kolom.id}"),
                onderdeel=Code(key),
                onderdeel_titel=onderdeeltitel(blik, key) if key in known else ONBEKEND,
                kolom=Code(kolom.id),
                kolom_titel=blik.v.tekst(kolom.titel),
                waarde=code(cel.waarde) if cel else ONBEKEND,
                sectoren=codes(cel.sectoren) if cel else (),
                wie=tekst(blik, cel.wie) if cel else None,
                toelichting=tekst(blik, cel.toelichting) if cel else None,
                **(herkomstvelden(blik, origin) if origin else {**NERGENS, "zekerheid": ONBEKEND}),
            )


SCHOOL, GEMEENTE = "school", "gemeente"
VOOR = {SCHOOL: N_("hoe het gaat op school"), GEMEENTE: N_("hoe het gaat bij de gemeente")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeelstap(MetHerkomst):
    """A step of a route of an onderdeel."""

    id: Deelkenmerk
    onderdeel: VanOnderdeel
    onderdeel_titel: OnderdeelTitel
    voor: Annotated[Code, Veld(N_("Voor"), N_("Van welke route dit een stap is."), keuzen=VOOR)]
    sectoren: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Sectoren"),
            N_("Voor welke soorten scholen de route is. Leeg bij de gemeente."),
            keuzen=SECTOR,
        ),
    ]
    nummer: Annotated[int, Veld(N_("Nummer"), N_("De plaats in de lijst; stap 1 is het begin."))]
    na: Annotated[
        Code | None,
        Veld(
            N_("Na"),
            N_("De stap waar deze op volgt. Leeg bij de eerste."),
            naar="onderdeelstappen",
        ),
    ]
    als: Annotated[
        Tekst | None, Veld(N_("Als"), N_("Wanneer je deze stap zet, als dat niet altijd is."))
    ]
    wie: Annotated[Tekst | Onbekend, Veld(N_("Wie"), N_("Wie de stap zet."))]
    wat: Annotated[Tekst, Veld(N_("Wat"), N_("Wat die doet."))]


@tabel(
    N_("Onderdeelstappen"),
    N_(
        "De stappen van elk onderdeel, op school en bij de gemeente. Van een onderdeel waarvan de "
        "route niet bekend is, staat hier niets."
    ),
)
def onderdeelstappen(blik: Blik) -> Iterator[Onderdeelstap]:
    """One row a step of a route."""
    for one in blik.regio.onderdelen.values():
        ways: list[model.Sectorroute | model.Gemeenteroute] = []
        ways += () if isinstance(one.routes, Onbekend) else one.routes
        ways += () if isinstance(one.gemeente, Onbekend) else (one.gemeente,)
        for key, way in zip(uniek(f"{one.id}/{_naam(way)}" for way in ways), ways, strict=True):
            yield from _stappen(blik, one.id, key, way)


def _sectoren(way: model.Sectorroute | model.Gemeenteroute) -> tuple[Sector, ...]:
    return way.sectoren if isinstance(way, model.Sectorroute) else ()


def _naam(way: model.Sectorroute | model.Gemeenteroute) -> str:
    """What tells a route from the others of its onderdeel: ``po-sbo``."""
    return "-".join(_sectoren(way)).lower() or GEMEENTE


def _stappen(
    blik: Blik, onderdeel: str, route: str, way: model.Sectorroute | model.Gemeenteroute
) -> Iterator[Onderdeelstap]:
    above: str | None = None
    for number, item in enumerate(way.stappen, start=1):
        after = item.na or above
        above = item.id
        yield Onderdeelstap(
            id=Code(f"{route}/{item.id}"),
            onderdeel=Code(onderdeel),
            onderdeel_titel=onderdeeltitel(blik, onderdeel),
            voor=Code(SCHOOL if _sectoren(way) else GEMEENTE),
            sectoren=codes(_sectoren(way)),
            nummer=number,
            na=Code(f"{route}/{after}") if after else None,
            als=tekst(blik, item.als),
            wie=tekst(blik, item.wie),
            wat=blik.v.tekst(item.wat),
            **herkomstvelden(blik, item.herkomst or way.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spanning(MetHerkomst):
    """Where the agreement and the law do not say the same."""

    id: Volgkenmerk
    onderdeel: VanOnderdeel
    onderdeel_titel: OnderdeelTitel
    afspraak: Annotated[Tekst, Veld(N_("Afspraak"), N_("Wat de afspraak zegt."))]
    wet: Annotated[Tekst, Veld(N_("Wet"), N_("Wat de wet zegt."))]
    artikelen: Artikelen


@tabel(N_("Spanningen"), N_("Waar de afspraak en de wet niet hetzelfde zeggen."))
def spanningen(blik: Blik) -> Iterator[Spanning]:
    """One row a tension in an onderdeel."""
    for one in blik.regio.onderdelen.values():
        for number, item in enumerate(one.spanningen, start=1):
            yield Spanning(
                id=Code(f"{one.id}/{number}"),
                onderdeel=Code(one.id),
                onderdeel_titel=onderdeeltitel(blik, one.id),
                afspraak=blik.v.tekst(item.afspraak),
                wet=blik.v.tekst(item.wet),
                artikelen=codes(item.artikelen),
                **herkomstvelden(blik, item.herkomst),
            )


# ---------------------------------------------------------------- the law


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader(Recordrij):
    """What the law says where there is no agreement."""

    id: Kenmerk
    onderwerp: Annotated[Tekst, Veld(N_("Onderwerp"), N_("Waar het over gaat."))]
    onderwerp_voor_ouders: Annotated[
        Tekst, Veld(N_("Onderwerp in gewone taal"), N_("Hetzelfde in gewone taal."))
    ]
    wijst_naar: Annotated[
        Tekst, Veld(N_("Wijst naar"), N_("Wie volgens wet of rechter aan zet is."))
    ]
    uitleg: Annotated[Tekst, Veld(N_("Uitleg"), N_("Waarop dat steunt, in eigen woorden."))]
    voor_ouders: Annotated[
        Tekst, Veld(N_("In gewone taal"), N_("Wat dit voor ouders en jongeren betekent."))
    ]
    artikelen: Artikelen
    let_op: LetOp
    meer_bronnen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Meer bronnen"), N_("Andere bronnen waar een deel ervan op steunt."), naar="bronnen"
        ),
    ]


@tabel(
    N_("Wettelijke kaders"),
    N_("Wat de wet zegt waar de regio geen afspraak heeft."),
    soort="kader",
)
def kaders(blik: Blik) -> Iterator[Kader]:
    """One row a legal frame."""
    for one in blik.regio.kaders.values():
        yield Kader(
            id=Code(one.id),
            onderwerp=blik.v.tekst(one.onderwerp),
            onderwerp_voor_ouders=blik.v.tekst(one.onderwerp_voor_ouders),
            wijst_naar=blik.v.tekst(one.wijst_naar),
            uitleg=blik.v.tekst(one.uitleg),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            artikelen=codes(one.artikelen),
            let_op=tekst(blik, one.let_op),
            meer_bronnen=codes(tuple(dict.fromkeys(other.bron for other in one.meer_bronnen))),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wet(Recordrij):
    """A law."""

    id: Kenmerk
    naam: Annotated[
        Tekst, Veld(N_("Wet"), N_("De officiële naam van de wet: in elke taal de Nederlandse."))
    ]
    afkorting: Annotated[
        Code | None, Veld(N_("Afkorting"), N_("De afkorting, als die gangbaar is."))
    ]
    bwb: Annotated[
        Code,
        Veld(
            N_("BWB-nummer"),
            N_("Het nummer van de wet in het Basiswettenbestand."),
            bron=N_("wetten.overheid.nl"),
        ),
    ]
    adres: Annotated[Adres, Veld(N_("Adres"), N_("Waar de tekst van de wet staat."))]
    waarover: Annotated[Tekst, Veld(N_("Waarover"), N_("Waar de wet over gaat."))]
    voor_ouders: InGewoneTaal
    tekst_van: Annotated[
        Datum,
        Veld(N_("Tekst van"), N_("Van welke datum de tekst is die wij lazen."), bron=ISO_8601),
    ]
    gewijzigd_op: Annotated[
        Datum | Onbekend,
        Veld(
            N_("Gewijzigd op"),
            N_("De laatste wijziging van de wet die bekend is."),
            bron=ISO_8601,
        ),
    ]
    let_op: Annotated[Tekst | None, Veld(N_("Let op"), N_("Wat je bij deze wet moet weten."))]


@tabel(N_("Wetten"), N_("De wetten die op de site worden gebruikt."), soort="wet")
def wetten(blik: Blik) -> Iterator[Wet]:
    """One row a law."""
    for one in blik.regio.wetten.values():
        yield Wet(
            id=Code(one.id),
            naam=blik.v.titel(one.naam),
            afkorting=code(one.afkorting),
            bwb=Code(one.bwb),
            adres=Adres(rechtviews.wetadres(one)),
            waarover=blik.v.tekst(one.waarover),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            tekst_van=one.tekst_van,
            gewijzigd_op=one.gewijzigd_op,
            let_op=tekst(blik, one.let_op),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Artikel(Recordrij):
    """An article of a law."""

    id: Kenmerk
    wet: Annotated[Code, Veld(N_("Wet"), N_("Van welke wet het een artikel is."), naar="wetten")]
    wet_naam: Annotated[
        Tekst,
        Veld(
            N_("Naam van de wet"),
            N_("De officiële naam van de wet: in elke taal de Nederlandse."),
        ),
    ]
    nummer: Annotated[Code, Veld(N_("Nummer"), N_("Het nummer, zoals '1.2 lid 2'."))]
    kern: Annotated[Tekst, Veld(N_("Kern"), N_("Wat er staat, in eigen woorden."))]
    let_op: LetOp


@tabel(N_("Artikelen"), N_("De artikelen van wetten waar de site naar verwijst."), soort="artikel")
def artikelen(blik: Blik) -> Iterator[Artikel]:
    """One row an article."""
    for one in blik.regio.artikelen.values():
        yield Artikel(
            id=Code(one.id),
            wet=Code(one.wet),
            wet_naam=blik.v.titel(blik.regio.wetten[one.wet].naam),
            nummer=Code(one.nummer),
            kern=blik.v.tekst(one.kern),
            let_op=tekst(blik, one.let_op),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak(Recordrij):
    """A ruling of a court."""

    id: Kenmerk
    ecli: Annotated[
        Code,
        Veld(N_("ECLI"), N_("Het nummer van de uitspraak."), bron=N_("Raad voor de rechtspraak")),
    ]
    adres: Annotated[Adres, Veld(N_("Adres"), N_("Waar de uitspraak staat."))]
    instantie: Annotated[Tekst, Veld(N_("Rechter"), N_("Welke rechter besliste."))]
    uitgesproken_op: Annotated[
        Datum, Veld(N_("Uitgesproken op"), N_("De datum van de uitspraak."), bron=ISO_8601)
    ]
    onderwerp: Annotated[Tekst, Veld(N_("Onderwerp"), N_("Waar het over ging."))]
    kern: Annotated[Tekst, Veld(N_("Kern"), N_("Wat de rechter besliste, in eigen woorden."))]
    voor_ouders: InGewoneTaal
    artikelen: Artikelen
    achterhaald_door: Annotated[
        Code | None,
        Veld(
            N_("Achterhaald door"),
            N_("Een latere uitspraak die anders besliste."),
            naar="uitspraken",
        ),
    ]


@tabel(N_("Uitspraken"), N_("Uitspraken van rechters die ertoe doen."), soort="uitspraak")
def uitspraken(blik: Blik) -> Iterator[Uitspraak]:
    """One row a ruling."""
    for one in blik.regio.uitspraken.values():
        yield Uitspraak(
            id=Code(one.id),
            ecli=Code(one.ecli),
            adres=Adres(rechtviews.uitspraakadres(one)),
            instantie=instantie(blik.v, one),
            uitgesproken_op=one.uitgesproken_op,
            onderwerp=blik.v.tekst(one.onderwerp),
            kern=blik.v.tekst(one.kern),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            artikelen=codes(one.artikelen),
            achterhaald_door=code(one.achterhaald_door),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraakgevolg(Rij):
    """What a ruling means for an onderdeel or a legal frame."""

    id: Deelkenmerk
    uitspraak: Annotated[
        Code, Veld(N_("Uitspraak"), N_("Van welke uitspraak dit een gevolg is."), naar="uitspraken")
    ]
    onderdeel: Annotated[
        Code | None,
        Veld(
            N_("Onderdeel"),
            N_("Voor welk onderdeel het gevolgen heeft. Leeg als het om een kader gaat."),
            naar="onderdelen",
        ),
    ]
    kader: Annotated[
        Code | None,
        Veld(
            N_("Kader"),
            N_("Voor welk wettelijk kader. Leeg als het om een onderdeel gaat."),
            naar="kaders",
        ),
    ]
    voor: Annotated[Tekst, Veld(N_("Voor"), N_("Hoe dat onderdeel of dat kader heet."))]
    wat: Annotated[
        Tekst, Veld(N_("Wat"), N_("Wat de uitspraak daarvoor betekent, zoals wij die lezen."))
    ]


@tabel(
    N_("Gevolgen van uitspraken"),
    N_("Wat een uitspraak betekent voor een onderdeel of een kader. De bron is de uitspraak."),
)
def uitspraakgevolgen(blik: Blik) -> Iterator[Uitspraakgevolg]:
    """One row a ruling and what it has consequences for."""
    for one in blik.regio.uitspraken.values():
        keys = uniek(f"{one.id}/{item.voor}" for item in one.gevolgen)
        for key, item in zip(keys, one.gevolgen, strict=True):
            of_model = item.voor in blik.regio.onderdelen
            yield Uitspraakgevolg(
                id=key,
                uitspraak=Code(one.id),
                onderdeel=Code(item.voor) if of_model else None,
                kader=None if of_model else Code(item.voor),
                voor=onderdeel_of_kader(blik, item.voor).titel,
                wat=blik.v.tekst(item.wat),
            )


# ---------------------------------------------------------------- the wegwijzer, a child at home

OpDeSite = Annotated[Pagina, Veld(N_("Pagina"), N_("Het adres waar dit op de site staat."))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wegwijzervraag(MetHerkomst):
    """A question of the wegwijzer."""

    id: Kenmerk
    vraag: Annotated[Tekst, Veld(N_("Vraag"), N_("De vraag, in gewone taal."))]
    uitleg: Annotated[Tekst | None, Veld(N_("Uitleg"), N_("Wat helpt om te kiezen."))]
    begin: Annotated[bool, Veld(N_("Begin"), N_("Of dit de eerste vraag is."))]
    pagina: OpDeSite


@tabel(
    N_("Vragen van de wegwijzer"),
    N_("De vragen die naar het goede onderdeel leiden. De bron is die van de wegwijzer."),
    soort="wegwijzer",
)
def wegwijzervragen(blik: Blik) -> Iterator[Wegwijzervraag]:
    """One row a question."""
    whole = blik.regio.wegwijzer
    for one in whole.vragen if whole else ():
        assert whole is not None
        yield Wegwijzervraag(
            id=Code(one.id),
            vraag=blik.v.tekst(one.vraag),
            uitleg=tekst(blik, one.uitleg),
            begin=one.id == whole.begin,
            pagina=Pagina(wegwijzerviews.adres(blik.regio, one.id)),
            **herkomstvelden(blik, whole.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wegwijzerantwoord(Rij):
    """An answer to a question, and where it leads."""

    id: Deelkenmerk
    vraag: Annotated[
        Code,
        Veld(N_("Vraag"), N_("Op welke vraag dit een antwoord is."), naar="wegwijzervragen"),
    ]
    tekst: Annotated[Tekst, Veld(N_("Antwoord"), N_("Het antwoord, in een paar woorden."))]
    naar_vraag: Annotated[
        Code | None,
        Veld(
            N_("Naar vraag"),
            N_("De vraag die dan volgt. Leeg als er een uitkomst is."),
            naar="wegwijzervragen",
        ),
    ]
    naar_uitkomst: Annotated[
        Code | None,
        Veld(
            N_("Naar uitkomst"),
            N_("De uitkomst. Leeg als er nog een vraag volgt."),
            naar="wegwijzeruitkomsten",
        ),
    ]


@tabel(
    N_("Antwoorden van de wegwijzer"),
    N_("Wat je op elke vraag kunt antwoorden, en waar dat heen leidt."),
)
def wegwijzerantwoorden(blik: Blik) -> Iterator[Wegwijzerantwoord]:
    """One row an answer."""
    questions = blik.regio.wegwijzer.vragen if blik.regio.wegwijzer else ()
    asked = {one.id for one in questions}
    for one in questions:
        keys = uniek(f"{one.id}/{item.naar}" for item in one.antwoorden)
        for key, item in zip(keys, one.antwoorden, strict=True):
            further = item.naar in asked
            yield Wegwijzerantwoord(
                id=key,
                vraag=Code(one.id),
                tekst=blik.v.tekst(item.tekst),
                naar_vraag=Code(item.naar) if further else None,
                naar_uitkomst=None if further else Code(item.naar),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wegwijzeruitkomst(MetHerkomst):
    """The end of a path through the questions."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Uitkomst"), N_("Het onderwerp, in gewone taal."))]
    soort: Annotated[
        Code,
        Veld(
            N_("Soort uitkomst"),
            N_("Waar de uitkomst op steunt."),
            keuzen=keuzen(wijzer.Uitkomstsoort),
        ),
    ]
    tekst: Annotated[
        Tekst,
        Veld(
            N_("Voor ouders"),
            N_("Wat een ouder nu het beste kan doen: eerst dit, en na elke regel het volgende."),
        ),
    ]
    voor_professionals: Annotated[
        Tekst,
        Veld(
            N_("Voor professionals"),
            N_("Wat wie op school, bij de gemeente of in de zorg werkt dan doet."),
        ),
    ]
    onderdelen: Annotated[
        tuple[Code, ...],
        Veld(N_("Onderdelen"), N_("Op welke onderdelen het steunt."), naar="onderdelen"),
    ]
    kaders: Annotated[
        tuple[Code, ...],
        Veld(N_("Kaders"), N_("Op welke wettelijke kaders het steunt."), naar="kaders"),
    ]
    uitspraken: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Uitspraken"),
            N_("Uitspraken die erbij horen, naast die van de onderdelen en kaders."),
            naar="uitspraken",
        ),
    ]
    arrangementen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Arrangementen"),
            N_("Arrangementen die een mogelijkheid kunnen zijn."),
            naar="arrangementen",
        ),
    ]
    hulp: Hulp
    gesprek: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Gesprek"), N_("Vragen om mee te nemen naar het gesprek op school.")),
    ]
    pagina: OpDeSite


@tabel(
    N_("Uitkomsten van de wegwijzer"),
    N_("Waar de vragen heen leiden: wat je dan het beste kunt doen, en waar dat op steunt."),
)
def wegwijzeruitkomsten(blik: Blik) -> Iterator[Wegwijzeruitkomst]:
    """One row an outcome."""
    whole = blik.regio.wegwijzer
    for one in whole.uitkomsten if whole else ():
        assert whole is not None
        yield Wegwijzeruitkomst(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            soort=Code(one.soort.value),
            tekst=blik.v.tekst(one.tekst),
            voor_professionals=blik.v.tekst(one.voor_professionals),
            onderdelen=codes(one.onderdelen),
            kaders=codes(one.kaders),
            uitspraken=codes(one.uitspraken),
            arrangementen=codes(one.arrangementen),
            hulp=codes(one.hulp),
            gesprek=teksten(blik, (*one.gesprek, *whole.gesprek)),
            pagina=Pagina(wegwijzerviews.adres(blik.regio, one.id)),
            **herkomstvelden(blik, one.herkomst or whole.herkomst),
        )


OUDERS, JONGEREN = "ouders", "jongeren"
LEZER = {OUDERS: N_("ouders en verzorgers"), JONGEREN: N_("een jongere zelf")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thuisstap(MetHerkomst):
    """One thing to do for a child that is not at school."""

    id: Deelkenmerk
    voor: Annotated[Code, Veld(N_("Voor"), N_("Wie de stap zet."), keuzen=LEZER)]
    nummer: Annotated[int, Veld(N_("Nummer"), N_("De plaats in de lijst; stap 1 is het begin."))]
    titel: Annotated[Tekst, Veld(N_("Stap"), N_("Wie je belt of spreekt, of wat je kunt doen."))]
    wanneer: Annotated[
        Tekst | None, Veld(N_("Wanneer"), N_("Wanneer je dat doet. Leeg bij jongeren."))
    ]
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Wat je vraagt en wat je mag verwachten."))]
    voor_professionals: Annotated[
        Tekst | None,
        Veld(
            N_("Voor professionals"),
            N_("Wat wie met het kind werkt dan doet. Leeg bij jongeren."),
        ),
    ]
    hulp: Hulp


@tabel(
    N_("Stappen als een kind thuiszit"),
    N_("Wie je belt en wat je doet als een kind niet naar school gaat."),
    soort="thuis",
)
def thuisstappen(blik: Blik) -> Iterator[Thuisstap]:
    """One row a step: those of parents, then those of young people."""
    whole = blik.regio.thuis
    if whole is None:
        return
    for number, one in enumerate(whole.stappen, start=1):
        yield Thuisstap(
            id=Code(f"{OUDERS}/{one.id}"),
            voor=Code(OUDERS),
            nummer=number,
            titel=blik.v.tekst(one.wie),
            wanneer=blik.v.tekst(one.wanneer),
            tekst=blik.v.tekst(one.tekst),
            voor_professionals=blik.v.tekst(one.voor_professionals),
            hulp=codes(one.hulp),
            **herkomstvelden(blik, one.herkomst),
        )
    for number, item in enumerate(whole.jongeren, start=1):
        yield Thuisstap(
            id=Code(f"{JONGEREN}/{item.id}"),
            voor=Code(JONGEREN),
            nummer=number,
            titel=blik.v.tekst(item.kop),
            wanneer=None,
            tekst=blik.v.tekst(item.tekst),
            voor_professionals=None,
            hulp=codes(item.hulp),
            **herkomstvelden(blik, item.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn(MetHerkomst):
    """A time that counts."""

    id: Kenmerk
    hoe_lang: Annotated[Tekst, Veld(N_("Termijn"), N_("De termijn zelf, zoals '6 weken'."))]
    wat: Annotated[Tekst, Veld(N_("Waarvoor"), N_("Waarvoor die geldt."))]


@tabel(N_("Termijnen"), N_("Termijnen die tellen als een kind niet naar school gaat."))
def termijnen(blik: Blik) -> Iterator[Termijn]:
    """One row a time that counts."""
    for one in blik.regio.thuis.termijnen if blik.regio.thuis else ():
        yield Termijn(
            id=Code(one.id),
            hoe_lang=blik.v.tekst(one.hoe_lang),
            wat=blik.v.tekst(one.wat),
            **herkomstvelden(blik, one.herkomst),
        )
