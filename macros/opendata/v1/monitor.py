"""Tables of the area monitor: every figure, what it is of, and what is said of it.

Not here: the files of one figure or one municipality (``figuur``), or how a table becomes files
(``vorm``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Zekerheid
from macros.model.monitor import cijfer
from macros.model.monitor.cijfer import Cijferstatus, Getal, Periode
from macros.model.monitor.duiding import StandDpia, StandDuiding
from macros.model.monitor.gebied import Gebiedsoort
from macros.model.monitor.indicator import TOTAAL, Cijferdeel, Eenheid, Groep, Indicator
from macros.model.monitor.inrichting import SoortGebied
from macros.model.regio import Sector
from macros.opendata.basis import (
    CBS,
    ISO_8601,
    ZEKERHEDEN,
    Kenmerk,
    Losrij,
    MetHerkomst,
    Recordrij,
    code,
    codes,
    herkomstvelden,
    keuzen,
    recordvelden,
    tekst,
)
from macros.opendata.contract import Adres, Code, Rij, Veld, tabel
from macros.opendata.deel import Volgkenmerk, uniek
from macros.opendata.gebied import CBS_CODE, SOORT_GEBIED, cbs_code, gebiedsoort
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.alles import Cijfer, elk_cijfer
from macros.views.monitor.basis import cijfersoort, periodenaam
from macros.views.monitor.figuur import Soort
from macros.views.monitor.kern import toelichtingen as toelichtingen_van
from macros.views.monitor.kern import waarvan
from macros.views.naam import gebiednaam

CBS_TEKENS = N_("CBS, verklaring van tekens")

TEKENS = {
    ".": N_("het cijfer is onbekend, onvoldoende betrouwbaar of geheim"),
    "x": N_("geheim: afgeschermd, omdat het anders iets over te weinig mensen zegt"),
    "-": N_("nihil: er zijn er geen, en de waarde is 0"),
}
"""What the CBS prints where a number is not all there is to say."""

GEHEIM = "onbekend-of-geheim"
"""What the source says with a point: it does not tell which."""
WAARDESOORTEN = {
    Soort.GETAL.value: N_("er is een getal"),
    Soort.AFGESCHERMD.value: N_("afgeschermd, omdat het anders iets over te weinig mensen zegt"),
    GEHEIM: N_("de bron zegt dat het onbekend, onvoldoende betrouwbaar of geheim is"),
    Soort.NIET_VAN_TOEPASSING.value: N_("het kan op logische gronden niet voorkomen"),
    Soort.NIET_TE_BEREKENEN.value: N_(
        "deze site kan het niet berekenen: een van de delen heeft geen getal"
    ),
}
"""Why there is a number or none."""

_STATUSSEN = {one.value: one.uitleg for one in Cijferstatus if one is not Cijferstatus.ONBEKEND}
_VAN_INDICATOR = Veld(N_("Indicator"), N_("Van welk cijfer dit is."), naar="indicatoren")
_VAN_GEMEENTE = Veld(N_("Gemeente"), N_("Over welke gemeente dit gaat."), naar="gemeenten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneming(Rij):
    """A figure: one indicator, area, period and part."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_(
                "Vaste naam van dit cijfer: indicator, gebied, periode en deel, met een schuine "
                "streep ertussen. Die verandert nooit."
            ),
        ),
    ]
    indicator_titel: Annotated[Tekst, Veld(N_("Cijfer"), N_("Hoe de indicator heet."))]
    gebied_naam: Annotated[Tekst, Veld(N_("Naam van het gebied"), N_("Hoe het gebied heet."))]
    periode_naam: Annotated[
        Tekst, Veld(N_("Naam van de periode"), N_("Hoe de periode op de site heet."))
    ]
    deel_naam: Annotated[Tekst, Veld(N_("Naam van het deel"), N_("Hoe het deel heet."))]
    waarde: Annotated[
        Decimal | None,
        Veld(
            N_("Waarde"),
            N_(
                "Het getal, met de decimalen die de bron geeft. Een 0 zonder teken is minder dan "
                "de helft van de eenheid. Leeg betekent: er is geen getal, en de soort waarde zegt "
                "waarom."
            ),
            bron=CBS_TEKENS,
        ),
    ]
    teken: Annotated[
        Code | None,
        Veld(
            N_("Teken"),
            N_(
                "Het teken van het CBS bij dit cijfer. Leeg bij een gewoon getal, en bij wat deze "
                "site niet kan berekenen."
            ),
            bron=CBS_TEKENS,
            keuzen=TEKENS,
        ),
    ]
    waarde_soort: Annotated[
        Code,
        Veld(
            N_("Soort waarde"),
            N_("Of er een getal is, en anders waarom niet."),
            keuzen=WAARDESOORTEN,
        ),
    ]
    eenheid: Annotated[
        Tekst, Veld(N_("Eenheid"), N_("Wat er is geteld, zoals jongeren, of % bij een aandeel."))
    ]
    indicator: Annotated[Code, _VAN_INDICATOR]
    gebied: Annotated[Code, Veld(N_("Gebied"), N_("Van welk gebied het is."), naar="gebieden")]
    gebied_code: Annotated[Code | Onbekend | None, CBS_CODE]
    gebied_soort: Annotated[Code, SOORT_GEBIED]
    periode: Annotated[
        Code,
        Veld(
            N_("Periode"),
            N_(
                "Waarover het gaat: een jaar (2022), een half jaar (2022-h1) of een schooljaar "
                "(2020-2021)."
            ),
        ),
    ]
    periode_van: Annotated[
        datetime.date,
        Veld(
            N_("Eerste dag"),
            N_(
                "De eerste dag van de periode. Een schooljaar begint op 1 augustus. Een cijfer kan "
                "ook op één dag in de periode zijn geteld: dat staat bij de indicator."
            ),
            bron=N_("CBS, begrip schooljaar"),
        ),
    ]
    periode_tot: Annotated[
        datetime.date,
        Veld(
            N_("Laatste dag"),
            N_(
                "De laatste dag van de periode, die er zelf bij hoort. Een schooljaar eindigt op "
                "31 juli."
            ),
            bron=N_("CBS, begrip schooljaar"),
        ),
    ]
    periode_interval: Annotated[
        Code,
        Veld(
            N_("Periode als interval"),
            N_("De eerste en de laatste dag met een schuine streep ertussen."),
            bron=ISO_8601,
        ),
    ]
    uitsplitsing: Annotated[
        Code | None,
        Veld(
            N_("Uitsplitsing"),
            N_("Waarnaar dit deel is uitgesplitst, zoals leeftijd. Leeg bij het totaal."),
        ),
    ]
    deel: Annotated[
        Code,
        Veld(
            N_("Deel"),
            N_(
                "Welk deel van de uitsplitsing, of 'totaal'. Indicator en deel samen vind je in "
                "uitsplitsingen. Totalen en hun delen staan in één tabel, net als gemeenten, regio "
                "en land: tel ze niet bij elkaar op. Delen zijn samen niet altijd het totaal."
            ),
        ),
    ]
    deel_van: Annotated[
        Tekst | Onbekend | None,
        Veld(
            N_("Deel van"),
            N_("Waarvan een percentage een deel is. Leeg bij een aantal."),
        ),
    ]
    status: Annotated[
        Code | Onbekend,
        Veld(
            N_("Definitief of voorlopig"),
            N_(
                "Of de bron het cijfer nog kan bijstellen. Is het berekend, dan geldt het minst "
                "definitieve deel ervan."
            ),
            bron=CBS_TEKENS,
            keuzen=_STATUSSEN,
        ),
    ]
    berekend: Annotated[
        bool,
        Veld(
            N_("Hier berekend"),
            N_(
                "Of deze site het bij het maken heeft uitgerekend uit andere rijen van deze tabel: "
                "een aandeel, of een som van gemeenten."
            ),
        ),
    ]
    opgehaald: Annotated[
        Datum,
        Veld(
            N_("Opgehaald"),
            N_(
                "Wanneer het cijfer bij de bron is gehaald, zo precies als bekend: een dag of een "
                "maand. Is het berekend, dan de oudste datum van de delen."
            ),
            bron=ISO_8601,
        ),
    ]
    bron: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Bron"),
            N_(
                "Uit welke bronnen dit komt: id's in bronnen. Een berekend cijfer heeft er soms "
                "meer."
            ),
            naar="bronnen",
        ),
    ]
    zekerheid: Annotated[
        Code | Onbekend,
        Veld(
            N_("Zekerheid"),
            N_("Hoe zeker het is."),
            keuzen=ZEKERHEDEN,
        ),
    ]
    toelichting: Annotated[
        tuple[Tekst, ...],
        Veld(
            N_("Wat de gemeente zelf zegt"),
            N_("Wat de gemeente bij dit cijfer schrijft. Meer daarover staat in toelichtingen."),
        ),
    ]


@tabel(
    N_("Waarnemingen"),
    N_(
        "Alle cijfers: één rij per indicator, gebied, periode en deel. Ook wat deze site zelf "
        "berekende. Wat verborgen is om mensen te beschermen, heeft een teken en geen waarde."
    ),
    soort="waarnemingen",
)
def waarnemingen(blik: Blik) -> Iterator[Waarneming]:
    """One row a figure, published or computed by us."""
    about = {key: _van_indicator(blik, one) for key, one in blik.regio.indicatoren.items()}
    where: dict[str, dict[str, Any]] = {}
    when: dict[Periode, dict[str, Any]] = {}
    for row in elk_cijfer(blik):
        if row.gebied not in where:
            where[row.gebied] = _van_gebied(blik, row.gebied)
        if row.periode not in when:
            when[row.periode] = _van_periode(blik, row.periode)
        whole, parts = about[row.indicator]
        yield Waarneming(
            id=Code(row.kenmerk),
            **whole,
            **where[row.gebied],
            **when[row.periode],
            **parts[row.deel],
            **_van_vondst(row),
            toelichting=tuple(
                one.tekst for one in toelichtingen_van(blik, row.gebied, row.indicator, row.periode)
            ),
        )


def _van_indicator(blik: Blik, one: Indicator) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """What all figures of an indicator say, and what those of each part do."""
    share = one.eenheid is Eenheid.PROCENT
    whole = {
        "indicator": Code(one.id),
        "indicator_titel": blik.v.tekst(one.titel),
        "eenheid": blik.v.naam("%") if share else blik.v.tekst(one.telt),
        "deel_van": (waarvan(blik, one) or ONBEKEND) if share else None,
    }
    parts: dict[str, dict[str, Any]] = {
        TOTAAL: {
            "uitsplitsing": None,
            "deel": Code(TOTAAL),
            "deel_naam": blik.v.naam(blik.v.ui(N_("totaal"))),
        }
    }
    for split in one.uitsplitsingen:
        for part in split.delen:
            parts[part.id] = {
                "uitsplitsing": Code(split.id),
                "deel": Code(part.id),
                "deel_naam": blik.v.tekst(part.naam),
            }
    return whole, parts


def _van_gebied(blik: Blik, key: str) -> dict[str, Any]:
    return {
        "gebied": Code(key),
        "gebied_code": cbs_code(blik.regio, key),
        "gebied_naam": gebiednaam(blik, key),
        "gebied_soort": gebiedsoort(blik.regio, key),
    }


def _van_periode(blik: Blik, periode: Periode) -> dict[str, Any]:
    first, last = periode.dagen
    return {
        "periode": Code(str(periode)),
        "periode_naam": blik.v.naam(periodenaam(blik.v, periode)),
        "periode_van": first,
        "periode_tot": last,
        "periode_interval": Code(f"{first}/{last}"),
    }


def _van_vondst(row: Cijfer) -> dict[str, Any]:
    """The figure itself. What has no number here has none in any field."""
    found, origins = row.vondst.cijfer, row.vondst.herkomst
    number = found if isinstance(found, Getal) else None
    kind = cijfersoort(found, afgeleid=row.vondst.afgeleid)
    plain = number is not None and not number.nihil
    sign = None if plain or kind is Soort.NIET_TE_BEREKENEN else cijfer.teken(found)
    sure = Zekerheid.AFGELEID if row.vondst.afgeleid else origins[0].zekerheid
    return {
        "waarde": number.waarde if number else None,
        "teken": Code(sign) if sign else None,
        "waarde_soort": Code(GEHEIM if kind is Soort.ONBEKEND else kind.value),
        "status": ONBEKEND
        if row.vondst.status is Cijferstatus.ONBEKEND
        else Code(row.vondst.status.value),
        "berekend": row.vondst.afgeleid,
        "opgehaald": min((one.opgehaald for one in origins), key=lambda one: one.begin),
        "bron": codes(tuple(dict.fromkeys(one.bron for one in origins))),
        "zekerheid": ONBEKEND if sure is Zekerheid.ONBEKEND else Code(sure.value),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicatorrij(Recordrij):
    """A thing that is measured, and how to read it."""

    id: Kenmerk
    nummer: Annotated[int, Veld(N_("Nummer"), N_("De volgorde op de site."))]
    titel: Annotated[Tekst, Veld(N_("Cijfer"), N_("Hoe de indicator heet."))]
    vraag: Annotated[
        Tekst, Veld(N_("Vraag"), N_("Welke vraag het cijfer beantwoordt, in gewone taal."))
    ]
    groep: Annotated[Code, Veld(N_("Onderwerp"), N_("Waar het over gaat."), keuzen=keuzen(Groep))]
    telt: Annotated[Tekst, Veld(N_("Telt"), N_("Wat er wordt geteld, in het meervoud."))]
    eenheid: Annotated[
        Code,
        Veld(N_("Aantal of aandeel"), N_("Wat één eenheid is."), keuzen=keuzen(Eenheid)),
    ]
    definitie: Annotated[Tekst, Veld(N_("Definitie"), N_("Wat het cijfer precies is."))]
    teller: Annotated[Tekst | Onbekend, Veld(N_("Teller"), N_("Wat er wordt geteld, precies."))]
    noemer: Annotated[
        Tekst | Onbekend | None,
        Veld(N_("Noemer"), N_("Waarvan een percentage een deel is. Leeg bij een aantal.")),
    ]
    populatie: Annotated[
        Tekst | Onbekend, Veld(N_("Populatie"), N_("Om welke groep mensen het gaat."))
    ]
    niveau: Annotated[
        Tekst, Veld(N_("Gebieden"), N_("Voor welke gebieden de bron het cijfer geeft."))
    ]
    ook_per: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Ook per"),
            N_("Van welke soorten gebieden er ook cijfers mogen zijn."),
            keuzen=keuzen(Gebiedsoort),
        ),
    ]
    brontabel: Annotated[
        Tekst | Onbekend,
        Veld(N_("Tabel van de bron"), N_("In welke tabel van de bron het cijfer staat.")),
    ]
    publicatieregel: Annotated[
        Tekst | Onbekend,
        Veld(
            N_("Afronden en weglaten"),
            N_("Hoe de bron afrondt en kleine aantallen weglaat."),
        ),
    ]
    leeswijzer: Annotated[Tekst, Veld(N_("Leeswijzer"), N_("Hoe je dit cijfer leest."))]
    niet_uit_op_te_maken: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Zegt niet"), N_("Wat je niet uit dit cijfer kunt opmaken.")),
    ]
    berekening: Annotated[
        Tekst | None,
        Veld(
            N_("Berekening"),
            N_("Hoe deze site het cijfer berekent, in woorden. Leeg als de bron het zelf geeft."),
        ),
    ]
    berekend_boven: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Boven de streep"),
            N_("Wat bij die berekening de teller is: indicator en deel, met een schuine streep."),
        ),
    ]
    berekend_onder: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Onder de streep"),
            N_("Wat bij die berekening de noemer is: indicator en deel, met een schuine streep."),
        ),
    ]
    eigen_telling: Annotated[
        bool,
        Veld(
            N_("Eigen telling"),
            N_("Of de regio dit zelf telt, met bescherming van kleine aantallen."),
        ),
    ]


@tabel(
    N_("Indicatoren"),
    N_("Wat er wordt gemeten, en hoe je het leest."),
    soort="indicator",
)
def indicatoren(blik: Blik) -> Iterator[Indicatorrij]:
    """One row an indicator."""
    v = blik.v
    for one in sorted(blik.regio.indicatoren.values(), key=lambda one: one.nummer):
        formula = one.afleiding
        yield Indicatorrij(
            id=Code(one.id),
            nummer=one.nummer,
            titel=v.tekst(one.titel),
            vraag=v.tekst(one.vraag),
            groep=Code(one.groep.value),
            telt=v.tekst(one.telt),
            eenheid=Code(one.eenheid.value),
            definitie=v.tekst(one.definitie),
            teller=tekst(blik, one.teller),
            noemer=None if one.noemer is None else tekst(blik, one.noemer),
            populatie=tekst(blik, one.populatie),
            niveau=v.tekst(one.niveau),
            ook_per=codes(one.ook_per),
            brontabel=tekst(blik, one.brontabel),
            publicatieregel=tekst(blik, one.publicatieregel),
            leeswijzer=v.tekst(one.leeswijzer),
            niet_uit_op_te_maken=tuple(v.tekst(text) for text in one.niet_uit_op_te_maken),
            berekening=v.tekst(formula.formule) if formula else None,
            berekend_boven=_delen(formula.teller) if formula else (),
            berekend_onder=_delen(formula.noemer) if formula else (),
            eigen_telling=one.uitgave is not None,
            **recordvelden(blik, one, one.herkomst),
        )


def _delen(parts: tuple[Cijferdeel, ...]) -> tuple[Code, ...]:
    return codes(tuple(f"{one.indicator}/{one.uitsplitsing}" for one in parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsplitsing(Rij):
    """A part of a split."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_("Vaste naam van deze rij: indicator en deel, met een schuine streep ertussen."),
        ),
    ]
    indicator: Annotated[Code, _VAN_INDICATOR]
    uitsplitsing: Annotated[Code, Veld(N_("Uitsplitsing"), N_("Korte naam van de uitsplitsing."))]
    uitsplitsing_naam: Annotated[
        Tekst,
        Veld(N_("Naam van de uitsplitsing"), N_("Waarnaar wordt uitgesplitst, zoals leeftijd.")),
    ]
    deel: Annotated[Code, Veld(N_("Deel"), N_("Korte naam van het deel, zoals in waarnemingen."))]
    deel_naam: Annotated[Tekst, Veld(N_("Naam van het deel"), N_("Hoe het deel heet."))]
    volgorde: Annotated[
        int, Veld(N_("Volgorde"), N_("Het hoeveelste deel van de uitsplitsing het is."))
    ]


@tabel(N_("Uitsplitsingen"), N_("De delen waarin een cijfer is uitgesplitst, zoals leeftijden."))
def uitsplitsingen(blik: Blik) -> Iterator[Uitsplitsing]:
    """One row a part."""
    for one in blik.regio.indicatoren.values():
        for split in one.uitsplitsingen:
            for number, part in enumerate(split.delen, 1):
                yield Uitsplitsing(
                    id=Code(f"{one.id}/{part.id}"),
                    indicator=Code(one.id),
                    uitsplitsing=Code(split.id),
                    uitsplitsing_naam=blik.v.tekst(split.naam),
                    deel=Code(part.id),
                    deel_naam=blik.v.tekst(part.naam),
                    volgorde=number,
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks(MetHerkomst):
    """Periods whose figures may be held against each other."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_("Vaste naam van deze rij: de indicator, en de eerste periode van de reeks."),
        ),
    ]
    indicator: Annotated[Code, _VAN_INDICATOR]
    perioden: Annotated[
        tuple[Code, ...],
        Veld(N_("Perioden"), N_("Welke perioden je mag vergelijken, van oud naar nieuw.")),
    ]
    voorbehoud: Annotated[
        Tekst, Veld(N_("Voorbehoud"), N_("Waar je op moet letten bij het vergelijken."))
    ]
    speling: Annotated[
        int | Onbekend,
        Veld(
            N_("Speling"),
            N_("Een verschil dat kleiner is, zegt niets."),
            eenheid="%",
        ),
    ]


@tabel(
    N_("Reeksen"),
    N_("Welke perioden van een cijfer je met elkaar mag vergelijken, en met welk voorbehoud."),
)
def reeksen(blik: Blik) -> Iterator[Reeks]:
    """One row a series."""
    for one in blik.regio.indicatoren.values():
        keys = uniek(f"{one.id}/{series.perioden[0]}" for series in one.reeksen)
        for key, series in zip(keys, one.reeksen, strict=True):
            yield Reeks(
                id=key,
                indicator=Code(one.id),
                perioden=codes(tuple(map(str, series.perioden))),
                voorbehoud=blik.v.tekst(series.voorbehoud),
                speling=series.speling,
                **herkomstvelden(blik, series.herkomst),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class NietNaast(Rij):
    """Two figures that must not be laid side by side."""

    id: Annotated[
        Code,
        Veld(N_("Kenmerk"), N_("Vaste naam van deze rij: de twee indicatoren, op alfabet.")),
    ]
    indicator: Annotated[Code, Veld(N_("Indicator"), N_("Het ene cijfer."), naar="indicatoren")]
    ander: Annotated[
        Code, Veld(N_("Andere indicator"), N_("Het andere cijfer."), naar="indicatoren")
    ]
    reden: Annotated[Tekst, Veld(N_("Reden"), N_("Waarom niet, in een of twee zinnen."))]


@tabel(
    N_("Niet naast elkaar"),
    N_("Welke cijfers je niet naast elkaar mag leggen, en waarom niet."),
)
def niet_naast(blik: Blik) -> Iterator[NietNaast]:
    """One row a pair."""
    for pair, reason in blik.regio.niet_naast.items():
        one, other = sorted(pair)
        yield NietNaast(
            id=Code(f"{one}/{other}"),
            indicator=Code(one),
            ander=Code(other),
            reden=blik.v.tekst(reason),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Referentiegebied(Recordrij):
    """An area outside the region to hold its figures against."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Naam"), N_("Hoe het gebied heet."))]
    soort: Annotated[
        Code, Veld(N_("Soort gebied"), N_("Wat voor gebied het is."), keuzen=keuzen(SoortGebied))
    ]
    cbs_code: Annotated[
        Code | Onbekend,
        Veld(N_("CBS-code"), N_("De code van het CBS: NL of PV en twee cijfers."), bron=CBS),
    ]


@tabel(
    N_("Referentiegebieden"),
    N_("De provincies en het land, om cijfers mee te vergelijken."),
    soort="referentiegebied",
)
def referentiegebieden(blik: Blik) -> Iterator[Referentiegebied]:
    """One row an area."""
    for one in blik.regio.referentiegebieden.values():
        yield Referentiegebied(
            id=Code(one.id),
            naam=blik.v.tekst(one.naam),
            soort=Code(one.soort.value),
            cbs_code=code(one.cbs_code),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Recordrij):
    """A school, or a branch of one, that has figures of its own."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Naam"), N_("Hoe de school zichzelf noemt."))]
    brin: Annotated[
        Code | Onbekend,
        Veld(
            N_("BRIN-nummer"),
            N_("Het nummer van de school, of van de vestiging."),
            bron=N_("DUO"),
        ),
    ]
    sector: Annotated[
        Code, Veld(N_("Soort onderwijs"), N_("Wat voor school het is."), keuzen=keuzen(Sector))
    ]
    bestuur: Annotated[
        Code | Onbekend,
        Veld(N_("Schoolbestuur"), N_("Bij welk schoolbestuur de school hoort."), naar="partijen"),
    ]
    gemeente: Annotated[
        Code,
        Veld(N_("Gemeente"), N_("In welke gemeente de school staat."), naar="gemeenten"),
    ]
    samenwerkingsverband: Annotated[
        Code | Onbekend,
        Veld(
            N_("Samenwerkingsverband"),
            N_("Bij welk samenwerkingsverband de school hoort."),
            naar="partijen",
        ),
    ]


@tabel(N_("Scholen"), N_("De scholen waarvan cijfers zijn."), soort="school")
def scholen(blik: Blik) -> Iterator[School]:
    """One row a school."""
    for one in blik.regio.scholen.values():
        yield School(
            id=Code(one.id),
            naam=blik.v.naam(one.naam),
            brin=code(one.brin),
            sector=Code(one.sector.value),
            bestuur=code(one.bestuur),
            gemeente=Code(one.gemeente),
            samenwerkingsverband=code(one.samenwerkingsverband),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijk(Recordrij):
    """A wijk of a municipality."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Naam"), N_("Hoe de wijk heet."))]
    cbs_code: Annotated[
        Code, Veld(N_("CBS-code"), N_("De code van het CBS: WK en zes cijfers."), bron=CBS)
    ]
    gemeente: Annotated[
        Code, Veld(N_("Gemeente"), N_("In welke gemeente de wijk ligt."), naar="gemeenten")
    ]


@tabel(N_("Wijken"), N_("De wijken waarvan cijfers zijn."), soort="wijk")
def wijken(blik: Blik) -> Iterator[Wijk]:
    """One row a wijk."""
    for one in blik.regio.wijken.values():
        yield Wijk(
            id=Code(one.id),
            naam=blik.v.naam(one.naam),
            cbs_code=Code(one.cbs_code),
            gemeente=Code(one.gemeente),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dpia(Recordrij):
    """The DPIA of one municipality."""

    id: Kenmerk
    gemeente: Annotated[Code, _VAN_GEMEENTE]
    stand: Annotated[
        Code | Onbekend,
        Veld(
            N_("Stand"),
            N_("Hoever de DPIA van deze gemeente is."),
            keuzen=keuzen(StandDpia),
        ),
    ]
    datum: Annotated[
        Datum | Onbekend,
        Veld(N_("Datum"), N_("Wanneer de DPIA is vastgesteld."), bron=ISO_8601),
    ]
    document: Annotated[
        Adres | Onbekend,
        Veld(N_("Document"), N_("Waar de DPIA of de samenvatting ervan staat.")),
    ]


@tabel(
    N_("DPIA's"),
    N_("Per gemeente: is onderzocht of de privacy goed is geregeld?"),
    soort="dpia",
)
def dpias(blik: Blik) -> Iterator[Dpia]:
    """One row a municipality of which something is known."""
    for one in blik.regio.dpias.values():
        yield Dpia(
            id=Code(one.id),
            gemeente=Code(one.gemeente),
            stand=code(one.stand),
            datum=one.datum,
            document=one.vindplaats
            if isinstance(one.vindplaats, Onbekend)
            else Adres(one.vindplaats),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Duiding(Recordrij):
    """The yearly reading of the figures."""

    id: Kenmerk
    jaar: Annotated[int, Veld(N_("Jaar"), N_("Het jaar waarin het is geschreven."))]
    titel: Annotated[Tekst, Veld(N_("Titel"), N_("Hoe de duiding heet."))]
    stand: Annotated[
        Code,
        Veld(
            N_("Stand"),
            N_("Of de partijen het erover eens zijn."),
            keuzen=keuzen(StandDuiding),
        ),
    ]
    samen: Annotated[Tekst, Veld(N_("Samen"), N_("Waar het gesprek over zou moeten gaan."))]


@tabel(
    N_("Duidingen"),
    N_("Elk jaar: wat zeggen de cijfers, en wat doen we ermee?"),
    soort="duiding",
)
def duidingen(blik: Blik) -> Iterator[Duiding]:
    """One row a year."""
    for one in blik.regio.duidingen.values():
        yield Duiding(
            id=Code(one.id),
            jaar=one.jaar,
            titel=blik.v.tekst(one.titel),
            stand=Code(one.stand.value),
            samen=blik.v.tekst(one.samen),
            **recordvelden(blik, one, one.herkomst),
        )


_VAN_DUIDING = Veld(N_("Duiding"), N_("Bij welke duiding het hoort."), naar="duidingen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Constatering(Rij):
    """One thing the data say, according to a yearly reading."""

    id: Annotated[
        Code,
        Veld(
            N_("Kenmerk"),
            N_("Vaste naam van deze rij: duiding en indicator, met een schuine streep ertussen."),
        ),
    ]
    duiding: Annotated[Code, _VAN_DUIDING]
    indicator: Annotated[
        Code, Veld(N_("Indicator"), N_("Uit welk cijfer het blijkt."), naar="indicatoren")
    ]
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Wat de cijfers zeggen, en wat niet."))]


@tabel(N_("Constateringen"), N_("Wat de cijfers zeggen, volgens een duiding."))
def constateringen(blik: Blik) -> Iterator[Constatering]:
    """One row a thing that is said."""
    for year in blik.regio.duidingen.values():
        for one in year.wat_zeggen_de_cijfers:
            yield Constatering(
                id=Code(f"{year.id}/{one.indicator}"),
                duiding=Code(year.id),
                indicator=Code(one.indicator),
                tekst=blik.v.tekst(one.tekst),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervolg(Rij):
    """One thing to do, according to a yearly reading."""

    id: Volgkenmerk
    duiding: Annotated[Code, _VAN_DUIDING]
    wat: Annotated[Tekst, Veld(N_("Wat"), N_("Wat we doen, of wat er te beslissen is."))]
    wie: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Wie"), N_("Wie het doet: id's in partijen."), naar="partijen"),
    ]
    wanneer: Annotated[
        Datum | Onbekend,
        Veld(N_("Wanneer"), N_("Wanneer het klaar moet zijn."), bron=ISO_8601),
    ]


@tabel(N_("Vervolg op duidingen"), N_("Wat we met de cijfers doen, volgens een duiding."))
def duidingafspraken(blik: Blik) -> Iterator[Vervolg]:
    """One row a thing to do."""
    for year in blik.regio.duidingen.values():
        for number, one in enumerate(year.wat_doen_we, 1):
            yield Vervolg(
                id=Code(f"{year.id}/{number}"),
                duiding=Code(year.id),
                wat=blik.v.tekst(one.wat),
                wie=one.wie if isinstance(one.wie, Onbekend) else codes(one.wie),
                wanneer=one.wanneer,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelichting(Losrij):
    """What a municipality itself says of one of its figures."""

    id: Kenmerk
    gemeente: Annotated[
        Code, Veld(N_("Gemeente"), N_("Welke gemeente dit schrijft."), naar="gemeenten")
    ]
    indicator: Annotated[Code, _VAN_INDICATOR]
    periode: Annotated[
        Code | None,
        Veld(N_("Periode"), N_("Bij welke periode het hoort. Leeg is bij elke periode.")),
    ]
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Wat de gemeente erover zegt."))]


@tabel(
    N_("Toelichtingen"),
    N_("Wat een gemeente zelf zegt bij een cijfer over die gemeente."),
    soort="toelichting",
)
def toelichtingen(blik: Blik) -> Iterator[Toelichting]:
    """One row a remark."""
    for one in blik.regio.toelichtingen.values():
        yield Toelichting(
            id=Code(one.id),
            gemeente=Code(one.gemeente),
            indicator=Code(one.indicator),
            periode=Code(str(one.periode)) if one.periode else None,
            tekst=blik.v.tekst(one.tekst),
            **recordvelden(blik, one, one.herkomst),
        )
