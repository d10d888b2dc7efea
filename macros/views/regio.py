"""What the pages about the region show: municipalities, parties, sources, terms, unknowns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis import NIET_OPENBAAR, ONBEKEND, Status, actief
from macros.model.geheel import Regio
from macros.model.regio import ORGANISATIES, Begrip, Bron, Partij, SoortBron, SoortPartij
from macros.model.samenwerking import Thema
from macros.model.walk import leaves
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.agenda import speerpunt_pad
from macros.views.arrangement.basis import DEKKING, HANDVATTEN, LEREN, arrangement_pad
from macros.views.basis import N_, HerkomstRij, bron_pad, herkomst, mogelijk, mogelijke_datum
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


def gebieden(regio: Regio, v: Vertaler) -> Gebieden:
    """Which municipality belongs to what; the site's own area comes first."""
    own = regio.instellingen.gebied
    areas = sorted(actief(regio.werkingsgebieden), key=lambda one: (one.id != own, one.id))
    sources = (herkomst(regio, v, one.herkomst) for one in actief(regio.gemeenten))
    return Gebieden(
        bronnen=tuple(dict.fromkeys(sources)),
        gebieden=tuple(
            GebiedRij(
                one.id,
                v.tekst(one.naam),
                v.tekst(one.uitleg),
                tuple(regio.gemeenten[key].naam for key in one.gemeenten),
                herkomst(regio, v, one.herkomst),
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
                    (v.tekst(party.naam), f"#{party.id}", ", ".join(party.sectoren))
                    for party in _verbanden(regio)
                    if isinstance(party.gemeenten, tuple) and one.id in party.gemeenten
                ),
            )
            for one in actief(regio.gemeenten)
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


def partijen(regio: Regio, v: Vertaler) -> tuple[tuple[str, tuple[PartijRij, ...]], ...]:
    """The parties by kind: (heading, rows)."""
    groups = []
    for soort, label in SOORT_PARTIJ.items():
        rows = tuple(
            PartijRij(
                one.id,
                v.tekst(one.naam),
                v.tekst(one.uitleg),
                ", ".join(one.sectoren),
                tuple(regio.gemeenten[key].naam for key in one.gemeenten)
                if isinstance(one.gemeenten, tuple)
                else None,
                one.website if isinstance(one.website, str) else None,
                one.website.split("://", 1)[1].rstrip("/") if isinstance(one.website, str) else "",
                soort in ORGANISATIES,
                herkomst(regio, v, one.herkomst),
            )
            for one in actief(regio.partijen)
            if one.soort is soort
        )
        if rows:
            groups.append((v.ui(label), rows))
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


def bronnen(regio: Regio, v: Vertaler) -> tuple[BronRij, ...]:
    """Every source, in alphabetical order of title."""
    return tuple(
        _bron(v, one) for one in sorted(actief(regio.bronnen), key=lambda one: one.titel.casefold())
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


def begrippen(regio: Regio, v: Vertaler) -> tuple[BegripRij, ...]:
    """The glossary, in alphabetical order."""
    return tuple(
        begrip(regio, v, one)
        for one in sorted(actief(regio.begrippen), key=lambda one: one.term.casefold())
    )


def letters(rows: tuple[BegripRij, ...]) -> tuple[tuple[str, str], ...]:
    """Each first letter with the id of its first term."""
    first = {row.term[0].upper(): row.id for row in reversed(rows)}
    return tuple(sorted(first.items()))


def begrip(regio: Regio, v: Vertaler, one: Begrip) -> BegripRij:
    """One term."""
    return BegripRij(
        id=one.id,
        term=one.term,
        voluit=None if one.voluit is None else mogelijk(v, one.voluit),
        is_afkorting=one.voluit is not None,
        uitleg=v.tekst(one.uitleg),
        voor_ouders=v.tekst(one.voor_ouders),
        zie_ook=tuple((regio.begrippen[key].term, key) for key in one.zie_ook),
        herkomst=herkomst(regio, v, one.herkomst),
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


def leemten(regio: Regio, v: Vertaler) -> tuple[tuple[str, tuple[Leemte, ...]], ...]:
    """Every ``onbekend`` in the data, by kind of record: (heading, gaps)."""
    groups: dict[str, list[Leemte]] = {}
    for soort, path, record in regio.records():
        if getattr(record, "status", Status.ACTIEF) is not Status.ACTIEF:
            continue
        for leaf in leaves(record):
            if not leaf.onbekend:
                continue
            where, site_path = _plaats(regio, v, soort.naam, record, leaf.loc)
            what = wat_ontbreekt(regio, v, record, leaf)
            gap = Leemte(where, site_path, what, f"data/{path}")
            groups.setdefault(soort.naam, []).append(gap)
        if isinstance(record, Thema):
            groups.setdefault(soort.naam, []).extend(_alleen_code(v, record, path))
    order = list(KOP)
    return tuple((v.ui(KOP[n]), tuple(groups[n])) for n in sorted(groups, key=order.index))


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
    regio: Regio, v: Vertaler, soort: str, record: object, loc: tuple[str | int, ...]
) -> tuple[Tekst, str]:
    """The name of the thing that has the gap, and its address on the site."""
    key = str(getattr(record, "id", ""))
    if soort == "speerpunt":
        one = regio.speerpunten[key]
        if loc[0] == "acties":
            actie = one.acties[int(loc[1])]
            return v.tekst(actie.wat), f"{speerpunt_pad(key)}#actie-{actie.id}"
        return v.tekst(one.titel), speerpunt_pad(key)
    if soort == "samenwerking":
        return v.tekst(regio.samenwerking.naam), MATRIX
    if soort == "thema":
        return themanaam(v, regio.themas[key]), f"{MATRIX}#{key}"
    if soort == "onderdeel":
        return codetitel(v, regio.onderdelen[key]), onderdeel_pad(key)
    if soort == "wet":
        return v.titel(regio.wetten[key].naam), wet_pad(key)
    if soort == "overleg":
        return overlegnaam(v, regio.overleggen[key]), overleg_pad(key)
    if soort == "vergadering":
        return v.tekst(regio.vergaderingen[key].titel), vergadering_pad(key)
    if soort == "besluit":
        return v.tekst(regio.besluiten[key].titel), besluit_pad(key)
    if soort == "document":
        return v.titel(regio.documenten[key].titel), document_pad(key)
    if soort == "arrangement":
        return v.tekst(regio.arrangementen[key].titel), arrangement_pad(key)
    if soort == "indicator":
        return v.tekst(regio.indicatoren[key].titel), indicator_pad(key)
    if soort == "referentiegebied":
        return v.tekst(regio.referentiegebieden[key].naam), MONITOR
    if soort == "dpia":
        gemeente = regio.gemeenten[regio.dpias[key].gemeente]
        return v.naam(gemeente.naam), f"{BESCHERMING}#dpia-{key}"
    if soort == "duiding":
        return v.tekst(regio.duidingen[key].titel), duiding_pad(key)
    if soort == "bevinding":
        return v.tekst(regio.bevindingen[key].titel), f"{DEKKING}#{key}"
    if soort == "handvat":
        return v.tekst(regio.handvatten[key].titel), f"{HANDVATTEN}#{key}"
    if soort == "les":
        return v.tekst(regio.lessen[key].titel), f"{LEREN}#{key}"
    if soort == "leergroep":
        return v.tekst(regio.leergroepen[key].titel), f"{LEREN}#{key}"
    if soort == "begrip":
        return v.titel(regio.begrippen[key].term), f"begrippen/#{key}"
    if soort == "bron":
        return v.titel(regio.bronnen[key].titel), bron_pad(key)
    if soort == "partij":
        return v.tekst(regio.partijen[key].naam), f"regio/#{key}"
    if soort == "agenda":
        return v.tekst(regio.agenda.titel), "agenda/"
    return v.tekst(regio.instellingen.titel), "over/"


@dataclass(frozen=True, slots=True)
class Gemis:
    """What is missing from a source."""

    bron: Tekst
    pad: str
    punten: tuple[Tekst, ...]


def gemis(regio: Regio, v: Vertaler) -> tuple[Gemis, ...]:
    """What our copies of the sources lack, such as pictures."""
    return tuple(
        Gemis(one.titel, bron_pad(one.id), one.ontbreekt)
        for one in bronnen(regio, v)
        if one.ontbreekt
    )
