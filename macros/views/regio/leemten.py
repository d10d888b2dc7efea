"""What the pages about the region show: municipalities, parties, sources, terms, unknowns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.adres import NIET_OPENBAAR
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status, actief
from macros.model.geheel import Regio
from macros.model.regio import ORGANISATIES, Begrip, Bron, Partij, SoortBron, SoortPartij
from macros.model.samenwerking.onderdeel import Thema
from macros.model.walk import leaves
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.basis import speerpunt_pad
from macros.views.arrangement.basis import DEKKING, HANDVATTEN, LEREN, arrangement_pad
from macros.views.basis import HerkomstRij, bron_pad, herkomst, mogelijk, mogelijke_datum
from macros.views.blik import Blik
from macros.views.monitor.basis import BESCHERMING, MONITOR, duiding_pad, indicator_pad
from macros.views.overleg.basis import overleg_pad, overlegnaam
from macros.views.overleg.kalender import besluit_pad, document_pad, vergadering_pad
from macros.views.samenwerking.basis import MATRIX, codetitel, onderdeel_pad, wat_ontbreekt, wet_pad
from macros.views.samenwerking.matrix import themanaam

SOORT_PARTIJ = {
    SoortPartij.SAMENWERKINGSVERBAND: N_("Samenwerkingsverbanden passend onderwijs"),
    SoortPartij.SCHOOLBESTUUR: N_("Schoolbesturen"),
    SoortPartij.GROEP: N_("Groepen die de agenda noemt"),
    SoortPartij.OVERLEG: N_("Werkgroepen en overleggen"),
    SoortPartij.FUNCTIE: N_("Functies"),
}
SOORT_BRON = {
    SoortBron.BELEIDSDOCUMENT: N_("beleidsdocument"),
    SoortBron.NIEUWSBERICHT: N_("nieuwsbericht"),
    SoortBron.WEBPAGINA: N_("webpagina"),
    SoortBron.WET: N_("wettekst"),
    SoortBron.UITSPRAAK: N_("uitspraak van een rechter"),
    SoortBron.CIJFERS: N_("cijfers"),
    SoortBron.VERSLAG: N_("verslag"),
    SoortBron.ONDERZOEK: N_("onderzoek"),
}


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """A municipality: in which areas it is, and which samenwerkingsverbanden a source names."""

    id: str
    naam: str
    cbs_code: str
    provincie: str
    gebieden: tuple[bool, ...]
    samenwerkingsverbanden: tuple[tuple[Tekst, str, str], ...]


@dataclass(frozen=True, slots=True)
class GebiedRij:
    """An area in which something holds."""

    id: str
    naam: Tekst
    uitleg: Tekst
    gemeenten: tuple[str, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Gebieden:
    """Municipalities by areas."""

    gebieden: tuple[GebiedRij, ...]
    gemeenten: tuple[GemeenteRij, ...]
    bronnen: tuple[HerkomstRij, ...]


def gebieden(blik: Blik) -> Gebieden:
    """Which municipality belongs to what; the site's own area comes first."""
    own = blik.regio.instellingen.gebied
    areas = sorted(actief(blik.regio.werkingsgebieden), key=lambda one: (one.id != own, one.id))
    sources = (herkomst(blik, one.herkomst) for one in actief(blik.regio.gemeenten))
    return Gebieden(
        bronnen=tuple(dict.fromkeys(sources)),
        gebieden=tuple(
            GebiedRij(
                one.id,
                blik.v.tekst(one.naam),
                blik.v.tekst(one.uitleg),
                tuple(blik.regio.gemeenten[key].naam for key in one.gemeenten),
                herkomst(blik, one.herkomst),
            )
            for one in areas
        ),
        gemeenten=tuple(
            GemeenteRij(
                one.id,
                one.naam,
                one.cbs_code,
                one.provincie,
                tuple(one.id in area.gemeenten for area in areas),
                tuple(
                    (blik.v.tekst(party.naam), f"#{party.id}", ", ".join(party.sectoren))
                    for party in _verbanden(blik.regio)
                    if isinstance(party.gemeenten, tuple) and one.id in party.gemeenten
                ),
            )
            for one in actief(blik.regio.gemeenten)
        ),
    )


def _verbanden(regio: Regio) -> Iterator[Partij]:
    for party in actief(regio.partijen):
        if party.soort is SoortPartij.SAMENWERKINGSVERBAND:
            yield party


@dataclass(frozen=True, slots=True)
class PartijRij:
    """A party. None is unknown."""

    id: str
    naam: Tekst
    uitleg: Tekst
    sectoren: str
    gemeenten: tuple[str, ...] | None
    website: str | None
    website_label: str
    is_organisatie: bool
    herkomst: HerkomstRij


def partijen(blik: Blik) -> tuple[tuple[str, tuple[PartijRij, ...]], ...]:
    """The parties by kind: (heading, rows)."""
    groups = []
    for soort, label in SOORT_PARTIJ.items():
        rows = tuple(
            PartijRij(
                one.id,
                blik.v.tekst(one.naam),
                blik.v.tekst(one.uitleg),
                ", ".join(one.sectoren),
                tuple(blik.regio.gemeenten[key].naam for key in one.gemeenten)
                if isinstance(one.gemeenten, tuple)
                else None,
                one.website if isinstance(one.website, str) else None,
                one.website.split("://", 1)[1].rstrip("/") if isinstance(one.website, str) else "",
                soort in ORGANISATIES,
                herkomst(blik, one.herkomst),
            )
            for one in actief(blik.regio.partijen)
            if one.soort is soort
        )
        if rows:
            groups.append((blik.v.ui(label), rows))
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class BronRij:
    """A source. ``adres`` is None when it is unknown or not public; ``adres_label`` says which."""

    id: str
    titel: Tekst
    soort: str
    uitgever: str | None
    datum: str | None
    adres: str | None
    adres_label: str
    geraadpleegd: str | None
    toelichting: Tekst
    ontbreekt: tuple[Tekst, ...]


def bronnen(blik: Blik) -> tuple[BronRij, ...]:
    """Every source, in alphabetical order of title."""
    return tuple(
        _bron(blik.v, one)
        for one in sorted(actief(blik.regio.bronnen), key=lambda one: one.titel.casefold())
    )


def _bron(v: Vertaler, one: Bron) -> BronRij:
    public = one.adres is not ONBEKEND and one.adres != NIET_OPENBAAR
    return BronRij(
        id=one.id,
        titel=v.titel(one.titel),
        soort=v.ui(SOORT_BRON[one.soort]),
        uitgever=None if one.uitgever is ONBEKEND else str(one.uitgever),
        datum=mogelijke_datum(v, one.datum),
        adres=str(one.adres) if public else None,
        adres_label=v.ui(N_("niet openbaar")) if one.adres == NIET_OPENBAAR else "",
        geraadpleegd=mogelijke_datum(v, one.geraadpleegd),
        toelichting=v.tekst(one.toelichting),
        ontbreekt=tuple(v.tekst(text) for text in one.ontbreekt),
    )


@dataclass(frozen=True, slots=True)
class BegripRij:
    """A term explained. ``voluit`` is None when it is unknown, empty when there is none."""

    id: str
    term: str
    voluit: Tekst | None
    is_afkorting: bool
    uitleg: Tekst
    voor_ouders: Tekst
    zie_ook: tuple[tuple[str, str], ...]
    herkomst: HerkomstRij


def begrippen(blik: Blik) -> tuple[BegripRij, ...]:
    """The glossary, in alphabetical order."""
    return tuple(
        begrip(blik, one)
        for one in sorted(actief(blik.regio.begrippen), key=lambda one: one.term.casefold())
    )


def letters(rows: tuple[BegripRij, ...]) -> tuple[tuple[str, str], ...]:
    """Each first letter with the id of its first term."""
    first = {row.term[0].upper(): row.id for row in reversed(rows)}
    return tuple(sorted(first.items()))


def begrip(blik: Blik, one: Begrip) -> BegripRij:
    """One term."""
    return BegripRij(
        id=one.id,
        term=one.term,
        voluit=None if one.voluit is None else mogelijk(blik.v, one.voluit),
        is_afkorting=one.voluit is not None,
        uitleg=blik.v.tekst(one.uitleg),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        zie_ook=tuple((blik.regio.begrippen[key].term, key) for key in one.zie_ook),
        herkomst=herkomst(blik, one.herkomst),
    )


def woordgroepen(regio: Regio) -> Iterator[tuple[str, ...]]:
    """Words that mean the same, for the search: term, full form, spellings, synonyms."""
    for one in actief(regio.begrippen):
        full = (one.voluit,) if isinstance(one.voluit, str) else ()
        words = (one.term, *full, *one.ook_geschreven_als, *one.synoniemen)
        if len(words) > 1:
            yield words


@dataclass(frozen=True, slots=True)
class Leemte:
    """One thing nobody knows: in which record, what the field means, where to fill it in."""

    waar: Tekst
    pad: str
    wat: str
    bestand: str


def leemten(blik: Blik) -> tuple[tuple[str, tuple[Leemte, ...]], ...]:
    """Every ``onbekend`` in the data, by kind of record: (heading, gaps)."""
    groups: dict[str, list[Leemte]] = {}
    for soort, path, record in blik.regio.records():
        if getattr(record, "status", Status.ACTIEF) is not Status.ACTIEF:
            continue
        for leaf in leaves(record):
            if not leaf.onbekend:
                continue
            where, site_path = _plaats(blik, soort.naam, record, leaf.loc)
            what = wat_ontbreekt(blik, record, leaf)
            gap = Leemte(where, site_path, what, f"data/{path}")
            groups.setdefault(soort.naam, []).append(gap)
        if isinstance(record, Thema):
            groups.setdefault(soort.naam, []).extend(_alleen_code(blik.v, record, path))
    order = list(KOP)
    return tuple((blik.v.ui(KOP[n]), tuple(groups[n])) for n in sorted(groups, key=order.index))


def _alleen_code(v: Vertaler, thema: Thema, path: str) -> Iterator[Leemte]:
    """The onderdelen of a theme of which only the code is known."""
    for code in thema.onbekende_onderdelen:
        what = v.ui(N_("Alles over onderdeel {code}."), code=code)
        yield Leemte(themanaam(v, thema), f"{MATRIX}#{thema.id}", what, f"data/{path}")


# Only the kinds with a field that may be unknown; another kind fails here and is not lost.
KOP = {
    "agenda": N_("Over de agenda als geheel"),
    "speerpunt": N_("Over de speerpunten en hun acties"),
    "samenwerking": N_("Over het model"),
    "thema": N_("Over de thema's van het model"),
    "onderdeel": N_("Over de onderdelen van het model"),
    "wet": N_("Over de wetten"),
    "overleg": N_("Over de overleggen"),
    "vergadering": N_("Over de vergaderingen"),
    "besluit": N_("Over de besluiten"),
    "document": N_("Over de basisdocumenten"),
    "arrangement": N_("Over de arrangementen"),
    "bevinding": N_("Over wat we hebben en missen"),
    "handvat": N_("Over de handvatten"),
    "les": N_("Over de lessen"),
    "leergroep": N_("Over de leergroepen"),
    "indicator": N_("Over de cijfers"),
    "referentiegebied": N_("Over de gebieden om mee te vergelijken"),
    "dpia": N_("Over de DPIA per gemeente"),
    "duiding": N_("Over wat we met de cijfers doen"),
    "partij": N_("Over de partijen"),
    "begrip": N_("Over de begrippen"),
    "regio": N_("Over deze site"),
    "bron": N_("Over de bronnen"),
}


def _plaats(
    blik: Blik, soort: str, record: object, loc: tuple[str | int, ...]
) -> tuple[Tekst, str]:
    """The name of the thing that has the gap, and its address on the site."""
    key = str(getattr(record, "id", ""))
    if soort == "speerpunt":
        one = blik.regio.speerpunten[key]
        if loc[0] == "acties":
            actie = one.acties[int(loc[1])]
            return blik.v.tekst(actie.wat), f"{speerpunt_pad(key)}#actie-{actie.id}"
        return blik.v.tekst(one.titel), speerpunt_pad(key)
    if soort == "samenwerking":
        return blik.v.tekst(blik.regio.samenwerking.naam), MATRIX
    if soort == "thema":
        return themanaam(blik.v, blik.regio.themas[key]), f"{MATRIX}#{key}"
    if soort == "onderdeel":
        return codetitel(blik.v, blik.regio.onderdelen[key]), onderdeel_pad(key)
    if soort == "wet":
        return blik.v.titel(blik.regio.wetten[key].naam), wet_pad(key)
    if soort == "overleg":
        return overlegnaam(blik.v, blik.regio.overleggen[key]), overleg_pad(key)
    if soort == "vergadering":
        return blik.v.tekst(blik.regio.vergaderingen[key].titel), vergadering_pad(key)
    if soort == "besluit":
        return blik.v.tekst(blik.regio.besluiten[key].titel), besluit_pad(key)
    if soort == "document":
        return blik.v.titel(blik.regio.documenten[key].titel), document_pad(key)
    if soort == "arrangement":
        return blik.v.tekst(blik.regio.arrangementen[key].titel), arrangement_pad(key)
    if soort == "indicator":
        return blik.v.tekst(blik.regio.indicatoren[key].titel), indicator_pad(key)
    if soort == "referentiegebied":
        return blik.v.tekst(blik.regio.referentiegebieden[key].naam), MONITOR
    if soort == "dpia":
        gemeente = blik.regio.gemeenten[blik.regio.dpias[key].gemeente]
        return blik.v.naam(gemeente.naam), f"{BESCHERMING}#dpia-{key}"
    if soort == "duiding":
        return blik.v.tekst(blik.regio.duidingen[key].titel), duiding_pad(key)
    if soort == "bevinding":
        return blik.v.tekst(blik.regio.bevindingen[key].titel), f"{DEKKING}#{key}"
    if soort == "handvat":
        return blik.v.tekst(blik.regio.handvatten[key].titel), f"{HANDVATTEN}#{key}"
    if soort == "les":
        return blik.v.tekst(blik.regio.lessen[key].titel), f"{LEREN}#{key}"
    if soort == "leergroep":
        return blik.v.tekst(blik.regio.leergroepen[key].titel), f"{LEREN}#{key}"
    if soort == "begrip":
        return blik.v.titel(blik.regio.begrippen[key].term), f"begrippen/#{key}"
    if soort == "bron":
        return blik.v.titel(blik.regio.bronnen[key].titel), bron_pad(key)
    if soort == "partij":
        return blik.v.tekst(blik.regio.partijen[key].naam), f"regio/#{key}"
    if soort == "agenda":
        return blik.v.tekst(blik.regio.agenda.titel), "agenda/"
    return blik.v.tekst(blik.regio.instellingen.titel), "over/"


@dataclass(frozen=True, slots=True)
class Gemis:
    """What is missing from a source."""

    bron: Tekst
    pad: str
    punten: tuple[Tekst, ...]


def gemis(blik: Blik) -> tuple[Gemis, ...]:
    """What our copies of the sources lack, such as pictures."""
    return tuple(
        Gemis(one.titel, bron_pad(one.id), one.ontbreekt) for one in bronnen(blik) if one.ontbreekt
    )
