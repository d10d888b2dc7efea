"""Addresses, labels and small pieces that the pages of this area share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Deel, Herkomst, Zekerheid
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Sector
from macros.model.samenwerking.onderdeel import (
    Cel,
    Celwaarde,
    EersteStap,
    Kolom,
    Onderdeel,
    Toestand,
)
from macros.model.samenwerking.recht import INSTANTIES, Artikel, Kader, Uitspraak, ecli_delen
from macros.model.walk import Leaf, first_sentence
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import (
    ONBEKENDE_WAARDE,
    ZEKERHEID,
    ZEKERHEID_UITLEG,
    HerkomstRij,
    Link,
    herkomst,
)
from macros.views.blik import Blik
from macros.views.naam import artikelnaam, naar

TOESTAND = {
    Toestand.VASTGESTELD: N_("vastgesteld"),
    Toestand.GRIJS_GEBIED: N_("grijs gebied"),
    Toestand.IN_HERZIENING: N_("in herziening"),
}


def toestand_waarde(toestand: Toestand | Onbekend) -> str:
    """What a filter calls it."""
    return ONBEKENDE_WAARDE if isinstance(toestand, Onbekend) else str(toestand)


def toestand_label(v: Vertaler, toestand: Toestand | Onbekend) -> str:
    """What is agreed, in a few words."""
    if isinstance(toestand, Onbekend):
        return v.ui(N_("toestand onbekend"))
    return v.ui(TOESTAND[toestand])


def sectoren_label(v: Vertaler, sectoren: tuple[Sector, ...] | Onbekend) -> str | None:
    """``PO, SBO en SO``, or None when it is unknown."""
    return None if isinstance(sectoren, Onbekend) else v.opsomming([str(s) for s in sectoren])


@dataclass(frozen=True, slots=True)
class Rol:
    """For whom a page is read. ``id`` is what follows # in its address; the first needs none."""

    id: str
    label: str
    anker: str


def rollen(v: Vertaler, *, jongeren: bool = False) -> tuple[Rol, ...]:
    """Who can choose to read a page in their own words; the first one reads it without choosing."""
    ouders = N_("Ouders") if jongeren else N_("Ouders en jongeren")
    zelf = [("jongeren", N_("Jongeren zelf"))] if jongeren else []
    every = [("ouders", ouders), *zelf, ("professional", N_("School, gemeente of zorg"))]
    return tuple(
        Rol(key, v.ui(label), f"#{key}" if index else "")
        for index, (key, label) in enumerate(every)
    )


@dataclass(frozen=True, slots=True)
class UitspraakLink:
    """A ruling where it is used. ``wat`` is what it means there."""

    ecli: str
    instantie: Tekst
    datum: str
    onderwerp: Tekst
    wat: Tekst
    pad: str
    achterhaald: bool


def uitspraken_over(regio: Regio, key: str) -> Iterator[tuple[Uitspraak, str]]:
    """Every ruling with a consequence for an onderdeel or legal frame, newest first."""
    for uitspraak in regio.actieve_uitspraken:
        for gevolg in uitspraak.gevolgen:
            if gevolg.voor == key:
                yield uitspraak, gevolg.wat


def uitspraken(blik: Blik, key: str) -> tuple[UitspraakLink, ...]:
    """The rulings about an onderdeel or legal frame."""
    return tuple(
        _uitspraak(blik, uitspraak, wat) for uitspraak, wat in uitspraken_over(blik.regio, key)
    )


def uitspraak_links(
    blik: Blik, genoemd: tuple[str, ...], over: tuple[str, ...] = ()
) -> tuple[UitspraakLink, ...]:
    """Rulings that are named, and those about these onderdelen and legal frames, each once."""
    found = {
        uitspraak.id: _uitspraak(blik, uitspraak, wat)
        for key in over
        for uitspraak, wat in uitspraken_over(blik.regio, key)
    }
    for key in genoemd:
        one = blik.regio.uitspraken[key]
        found.setdefault(key, _uitspraak(blik, one, one.voor_ouders))
    return tuple(found.values())


def _uitspraak(blik: Blik, one: Uitspraak, wat: str) -> UitspraakLink:
    return UitspraakLink(
        ecli=one.ecli,
        instantie=instantie(blik.v, one),
        datum=blik.v.datum(one.uitgesproken_op),
        onderwerp=blik.v.tekst(one.onderwerp),
        wat=blik.v.tekst(wat),
        pad=adres_van(Uitspraak, one.id),
        achterhaald=one.achterhaald_door is not None,
    )


def instantie(v: Vertaler, uitspraak: Uitspraak) -> Tekst:
    """The court that gave a ruling; its name is not translated."""
    return v.titel(INSTANTIES[ecli_delen(uitspraak.ecli)[0]])


def bronadres(blik: Blik, bron: Herkomst) -> str:
    """Where the source of a fact stands itself; empty when that is unknown."""
    adres = blik.regio.bronnen[bron.bron].adres
    return adres if isinstance(adres, str) and adres.startswith("http") else ""


def sitenaam(adres: str) -> str:
    """The site an address is on, as people name it."""
    return adres.split("://", 1)[-1].split("/", 1)[0].removeprefix("www.")


def onderdeel_of_kader(blik: Blik, key: str) -> Link:
    """An onderdeel or a legal frame by its id."""
    if key in blik.regio.onderdelen:
        return naar(blik, Onderdeel, key)
    return naar(blik, Kader, key)


@dataclass(frozen=True, slots=True)
class ArtikelLink:
    """An article where it is used."""

    naam: Tekst
    pad: str
    kern: Tekst


def artikelen(blik: Blik, keys: tuple[str, ...]) -> tuple[ArtikelLink, ...]:
    """Articles by their ids: ``Jeugdwet, artikel 1.1``."""
    return tuple(
        ArtikelLink(
            blik.v.naam(artikelnaam(blik, key)), adres_van(Artikel, key), blik.v.tekst(one.kern)
        )
        for key in keys
        for one in (blik.regio.artikelen[key],)
    )


def artikelen_bij(one: Onderdeel) -> tuple[str, ...]:
    """The id of every article that an onderdeel names, also where agreement and law differ."""
    return (*one.artikelen, *(key for item in one.spanningen for key in item.artikelen))


@dataclass(frozen=True, slots=True)
class EersteStapRij:
    """Who begins, and how. ``wanneer`` is None where the source does not say when."""

    wie: Tekst
    wat: Tekst
    wanneer: Tekst | None
    herkomst: HerkomstRij


def eerste_stap(blik: Blik, stap: EersteStap | Onbekend) -> EersteStapRij | None:
    """The first step, or None when it is unknown."""
    if isinstance(stap, Onbekend):
        return None
    return EersteStapRij(
        blik.v.tekst(stap.wie),
        blik.v.tekst(stap.wat),
        blik.v.tekst(stap.wanneer) if stap.wanneer else None,
        herkomst(blik, stap.herkomst),
    )


@dataclass(frozen=True, slots=True)
class CelRij:
    """One square. ``soort`` is ja, leeg or onbekend; ``sectoren`` is None when it may be any.

    ``wet`` is the column to filter by, empty where the source leaves the square empty.
    """

    kolom: Tekst
    kort: Tekst
    uitleg: Tekst
    soort: str
    label: Tekst
    zekerheid: Zekerheid
    zekerheid_label: str
    zekerheid_uitleg: str
    toelichting: Tekst | None
    herkomst: HerkomstRij | None
    wet: str
    sectoren: tuple[str, ...] | None


def cellen(blik: Blik, onderdeel: Onderdeel) -> tuple[CelRij, ...]:
    """The squares of an onderdeel, in the order of the columns."""
    by_column = {cel.kolom: cel for cel in onderdeel.cellen}
    return tuple(_cel(blik, onderdeel, kolom, by_column[kolom.id]) for kolom in blik.regio.kolommen)


def _cel(blik: Blik, onderdeel: Onderdeel, kolom: Kolom, cel: Cel) -> CelRij:
    zekerheid = cel.zekerheid
    return CelRij(
        kolom=blik.v.tekst(kolom.titel),
        kort=blik.v.tekst(kolom.kort),
        uitleg=blik.v.tekst(kolom.uitleg),
        soort=ONBEKENDE_WAARDE if cel.waarde is ONBEKEND else str(cel.waarde),
        label=_label(blik.v, cel),
        zekerheid=zekerheid,
        zekerheid_label=blik.v.ui(ZEKERHEID[zekerheid]),
        zekerheid_uitleg=blik.v.ui(ZEKERHEID_UITLEG[zekerheid]),
        toelichting=blik.v.tekst(cel.toelichting) if cel.toelichting else None,
        herkomst=herkomst(blik, cel.herkomst) if cel.herkomst else None,
        wet="" if cel.waarde is Celwaarde.LEEG else kolom.id,
        sectoren=celsectoren(onderdeel, cel),
    )


def _label(v: Vertaler, cel: Cel) -> Tekst:
    """What stands in the square; an empty square never reads as no."""
    if cel.waarde is ONBEKEND:
        return v.naam(v.ui(N_("onbekend")))
    if cel.waarde is Celwaarde.LEEG:
        return v.naam(v.ui(N_("staat niet in de bron")))
    sectoren = v.opsomming([str(sector) for sector in cel.sectoren])
    if cel.wie:
        wie = v.tekst(cel.wie)
        return Tekst(f"{wie.tekst} ({sectoren})", wie.taal) if sectoren else wie
    return v.naam(sectoren or v.ui(N_("ja")))


def celsectoren(onderdeel: Onderdeel, cel: Cel) -> tuple[str, ...] | None:
    """The sectors a square is about: its own, else those of the onderdeel; None is unknown."""
    if cel.sectoren:
        return tuple(str(sector) for sector in cel.sectoren)
    if isinstance(onderdeel.sectoren, Onbekend):
        return None
    return tuple(str(sector) for sector in onderdeel.sectoren)


@dataclass(frozen=True, slots=True)
class BetaalZin:
    """Who pays by one square, in a sentence; without ``herkomst`` no source says who does."""

    zin: Tekst
    sectoren: str
    herkomst: HerkomstRij | None


@dataclass(frozen=True, slots=True)
class Betaalt:
    """Who pays, as far as the squares of an onderdeel say it; ``kort`` names each payer once.

    ``leeg`` and ``onbekend`` name the columns that do not: empty in the source, or never seen.
    ``zeker`` is whether every square that does is there in the source as we show it.
    """

    kort: tuple[Tekst, ...]
    zinnen: tuple[BetaalZin, ...]
    leeg: str
    onbekend: str
    zeker: bool


def betaalt(blik: Blik, onderdeel: Onderdeel) -> Betaalt:
    """Who pays for what an onderdeel is about."""
    by_column = {cel.kolom: cel for cel in onderdeel.cellen}
    rows = [
        (kolom, row, by_column[kolom.id])
        for kolom, row in zip(blik.regio.kolommen, cellen(blik, onderdeel), strict=True)
    ]
    filled = [(kolom, row, cel) for kolom, row, cel in rows if row.soort == Celwaarde.JA]

    def zonder(soort: str) -> str:
        return blik.v.opsomming([str(row.kort) for _, row, _ in rows if row.soort == soort])

    payers = dict.fromkeys(kolom.betaalt.wie for kolom, _, _ in filled if kolom.betaalt)
    return Betaalt(
        kort=tuple(blik.v.tekst(wie) for wie in payers),
        zinnen=tuple(_betaalzin(blik, kolom, row, cel) for kolom, row, cel in filled),
        leeg=zonder(Celwaarde.LEEG),
        onbekend=zonder(ONBEKENDE_WAARDE),
        zeker=all(row.zekerheid is Zekerheid.BEVESTIGD for _, row, _ in filled),
    )


def _betaalzin(blik: Blik, kolom: Kolom, row: CelRij, cel: Cel) -> BetaalZin:
    if kolom.betaalt is None:
        zin = N_("{kolom} ({vak}): wie dan betaalt, staat er niet bij.")
        return BetaalZin(blik.v.naam(blik.v.ui(zin, kolom=row.kort, vak=row.label)), "", None)
    sectoren = blik.v.opsomming([str(sector) for sector in cel.sectoren])
    found = herkomst(blik, kolom.betaalt.herkomst)
    return BetaalZin(blik.v.tekst(kolom.betaalt.zin), sectoren, found)


def wat_ontbreekt(blik: Blik, record: Deel, leaf: Leaf) -> str:
    """What an unknown value would have said; a square is named by its column, a step by itself."""
    if isinstance(record, Onderdeel) and leaf.loc[0] == "cellen":
        cel = record.cellen[int(leaf.loc[1])]
        kolom = next(one for one in blik.regio.kolommen if one.id == cel.kolom)
        return blik.v.ui(N_("Het vak '{kolom}'."), kolom=blik.v.tekst(kolom.titel))
    if isinstance(record, Onderdeel) and "stappen" in leaf.loc:
        number = int(leaf.loc[-2]) + 1
        return blik.v.ui(
            N_("Wie stap {n} zet ({voor})."), n=number, voor=_voor(blik.v, record, leaf)
        )
    return blik.v.ui(first_sentence(leaf.uitleg))


def _voor(v: Vertaler, onderdeel: Onderdeel, leaf: Leaf) -> str:
    """For whom the route is that a value stands in."""
    if leaf.loc[0] == "routes" and not isinstance(onderdeel.routes, Onbekend):
        return v.opsomming([str(sector) for sector in onderdeel.routes[int(leaf.loc[1])].sectoren])
    return v.ui(N_("De gemeente"))
