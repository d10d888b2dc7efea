"""The dashboard, the lists, the comparison, the yearly reading and the register of DPIAs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Zekerheid, actief
from macros.model.monitor.cijfer import STATUSTEKEN, Getal
from macros.model.monitor.duiding import Dpia, Duiding, StandDpia, StandDuiding
from macros.model.monitor.indicator import TOTAAL, Eenheid, Groep
from macros.model.regio import Gemeente
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.basis import speerpunt_pad
from macros.views.basis import (
    ZEKERHEID,
    HerkomstRij,
    Link,
    bron_pad,
    herkomst,
    mogelijke_datum,
    partijnaam,
)
from macros.views.blik import Blik
from macros.views.monitor.basis import (
    GROEP,
    STAND_DPIA,
    STAND_DUIDING,
    STATUS,
    duiding_pad,
    gebiednaam,
    gemeente_pad,
    indicator_pad,
    periodenaam,
)
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Figuur, Punt
from macros.views.monitor.pagina import gemeentepagina, indicatorpagina


@dataclass(frozen=True, slots=True)
class Inleiding:
    """What the monitor is."""

    samen: Tekst
    voor_ouders: Tekst
    speerpunten: tuple[Link, ...]
    herkomst: HerkomstRij


def inleiding(blik: Blik) -> Inleiding:
    """What the monitor is, and which priorities ask for it."""
    one = blik.regio.monitor
    return Inleiding(
        blik.v.tekst(one.samen),
        blik.v.tekst(one.voor_ouders),
        tuple(
            Link(blik.v.tekst(blik.regio.speerpunten[key].titel), speerpunt_pad(key))
            for key in one.speerpunten
        ),
        herkomst(blik, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class Kaartje:
    """One indicator of the dashboard: a figure by municipality, or else of a larger area."""

    indicator: Link
    vraag: Tekst
    figuren: tuple[Figuur, ...]


def dashboard(blik: Blik) -> tuple[Kaartje, ...]:
    """The few indicators that the data choose."""
    tekenaar = Tekenaar(cijferboek(blik), blik)
    return tuple(
        Kaartje(
            _link(blik, key),
            blik.v.tekst(blik.regio.indicatoren[key].vraag),
            _hoofdfiguren(tekenaar, key),
        )
        for key in blik.regio.monitor.dashboard
    )


def _link(blik: Blik, key: str) -> Link:
    return Link(blik.v.tekst(blik.regio.indicatoren[key].titel), indicator_pad(key))


def _hoofdfiguren(tekenaar: Tekenaar, key: str) -> tuple[Figuur, ...]:
    """A split shows where it lies; without one, each municipality; else a larger area."""
    one = tekenaar.boek.regio.indicatoren[key]
    tekenaar = tekenaar.voor(one)
    for split in one.uitsplitsingen:
        found = tekenaar.verdelingen(one, split)
        if found:
            return found[:1]
    figures = (tekenaar.per_gemeente(one, part) for part in tekenaar.boek.delen(one))
    return tuple(figure for figure in figures if figure is not None)


@dataclass(frozen=True, slots=True)
class Cijferstand:
    """The state of things in sentences: (indicator, sentences); the latest reading, its state."""

    zinnen: tuple[tuple[Link, tuple[Tekst, ...]], ...]
    duiding: tuple[Link, str] | None


def stand(blik: Blik) -> Cijferstand:
    """What a board needs of the figures: the sentences of the dashboard."""
    latest = max(actief(blik.regio.duidingen), key=lambda one: one.jaar, default=None)
    return Cijferstand(
        tuple(
            (
                card.indicator,
                tuple(Tekst(one.zin, one.terugval or blik.v.taal) for one in card.figuren),
            )
            for card in dashboard(blik)
        ),
        (
            Link(blik.v.tekst(latest.titel), duiding_pad(latest.id)),
            blik.v.ui(STAND_DUIDING[latest.stand]),
        )
        if latest
        else None,
    )


@dataclass(frozen=True, slots=True)
class IndicatorRij:
    """An indicator in the list: its periods in words, and whether the figure is ours."""

    indicator: Link
    vraag: Tekst
    perioden: str
    is_aandeel: bool
    zelf_berekend: bool


def indicatoren(blik: Blik) -> tuple[tuple[str, tuple[IndicatorRij, ...]], ...]:
    """Every indicator by subject: (heading, rows)."""
    boek = cijferboek(blik)
    areas = (*boek.gemeenten, *blik.regio.referentiegebieden)
    rows = sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer)
    found = {
        groep: tuple(
            IndicatorRij(
                _link(blik, one.id),
                blik.v.tekst(one.vraag),
                ", ".join(
                    periodenaam(blik.v, period)
                    for period in sorted(
                        {p for part in boek.delen(one) for p in boek.perioden(one, areas, part)}
                    )
                ),
                one.eenheid is Eenheid.PROCENT,
                one.afleiding is not None,
            )
            for one in rows
            if one.groep is groep
        )
        for groep in Groep
    }
    return tuple((blik.v.ui(GROEP[groep]), rijen) for groep, rijen in found.items() if rijen)


def gemeenten(blik: Blik) -> tuple[Link, ...]:
    """The pages of the municipalities, by name."""
    every = sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    return tuple(Link(blik.v.naam(one.naam), gemeente_pad(one.id)) for one in every)


def vergelijking(blik: Blik) -> tuple[tuple[Link, tuple[Figuur, ...]], ...]:
    """The figures to put municipalities side by side with, by name and never by value."""
    tekenaar = Tekenaar(cijferboek(blik), blik)
    found = []
    for key in blik.regio.monitor.vergelijken:
        one = blik.regio.indicatoren[key]
        figures = (tekenaar.voor(one).per_gemeente(one, part) for part in tekenaar.boek.delen(one))
        found.append((_link(blik, key), tuple(one for one in figures if one is not None)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Cijferbronnen:
    """Whose figures there are, and how many counts are the region's own.

    ``bronnen``: (source, how many cells, how many of them without a number).
    """

    bronnen: tuple[tuple[Link, int, int], ...]
    eigen: int


def cijferbronnen(blik: Blik) -> Cijferbronnen:
    """Where the figures on the site come from."""
    rows = [row for bestand in actief(blik.regio.waarnemingen) for row in bestand.rijen]
    every = Counter(row.bron for row in rows)
    empty = Counter(row.bron for row in rows if not isinstance(row.waarde, Getal))
    return Cijferbronnen(
        tuple(
            (Link(blik.v.titel(blik.regio.bronnen[key].titel), bron_pad(key)), n, empty[key])
            for key, n in every.items()
        ),
        len(blik.regio.uitgaven),
    )


@dataclass(frozen=True, slots=True)
class VervolgRij:
    """What to do; None is unknown."""

    wat: Tekst
    wie: tuple[Tekst, ...] | None
    wanneer: str | None


@dataclass(frozen=True, slots=True)
class DuidingRij:
    """A yearly reading."""

    id: str
    titel: Tekst
    is_voorstel: bool
    stand: str
    samen: Tekst
    zeggen: tuple[tuple[Link, Tekst], ...]
    doen: tuple[VervolgRij, ...]
    herkomst: HerkomstRij


def duidingen(blik: Blik) -> tuple[DuidingRij, ...]:
    """Every yearly reading, newest first."""
    rows = sorted(actief(blik.regio.duidingen), key=lambda one: one.jaar, reverse=True)
    return tuple(_duiding(blik, one) for one in rows)


def _duiding(blik: Blik, one: Duiding) -> DuidingRij:
    return DuidingRij(
        id=one.id,
        titel=blik.v.tekst(one.titel),
        is_voorstel=one.stand is StandDuiding.VOORSTEL,
        stand=blik.v.ui(STAND_DUIDING[one.stand]),
        samen=blik.v.tekst(one.samen),
        zeggen=tuple(
            (_link(blik, item.indicator), blik.v.tekst(item.tekst))
            for item in one.wat_zeggen_de_cijfers
        ),
        doen=tuple(
            VervolgRij(
                blik.v.tekst(item.wat),
                None
                if isinstance(item.wie, Onbekend)
                else tuple(partijnaam(blik, key) for key in item.wie),
                mogelijke_datum(blik.v, item.wanneer),
            )
            for item in one.wat_doen_we
        ),
        herkomst=herkomst(blik, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class DpiaRij:
    """The DPIA of a municipality; None is unknown."""

    id: str
    gemeente: str
    stand: str | None
    datum: str | None
    vindplaats: str | None
    herkomst: HerkomstRij | None


@dataclass(frozen=True, slots=True)
class Dpiaregister:
    """All municipalities, and how many of them are known to have finished."""

    rijen: tuple[DpiaRij, ...]
    afgerond: int
    onbekend: int


def dpiaregister(blik: Blik) -> Dpiaregister:
    """Of which municipality it is known that it did its DPIA; one without a file is unknown."""
    known = {one.gemeente: one for one in actief(blik.regio.dpias)}
    rows = tuple(
        _dpia(blik, gemeente, known.get(gemeente.id))
        for gemeente in sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    )
    return Dpiaregister(
        rows,
        sum(one.stand is StandDpia.AFGEROND for one in known.values()),
        sum(row.stand is None for row in rows),
    )


def _dpia(blik: Blik, gemeente: Gemeente, one: Dpia | None) -> DpiaRij:
    if one is None:
        return DpiaRij(gemeente.id, gemeente.naam, None, None, None, None)
    return DpiaRij(
        one.id,
        gemeente.naam,
        None if isinstance(one.stand, Onbekend) else blik.v.ui(STAND_DPIA[one.stand]),
        mogelijke_datum(blik.v, one.datum),
        one.vindplaats if isinstance(one.vindplaats, str) else None,
        herkomst(blik, one.herkomst),
    )


def alle_figuren(blik: Blik) -> dict[str, Figuur]:
    """Every figure of the site by its id, for the files to download."""
    every = [
        figure
        for one in blik.regio.indicatoren.values()
        for figure in indicatorpagina(blik, one.id).figuren
    ]
    for gemeente in actief(blik.regio.gemeenten):
        every += gemeentepagina(blik, gemeente.id).figuren
    return {figure.id: figure for figure in every}


@dataclass(frozen=True, slots=True)
class Cijferrij:
    """One figure with everything that belongs to it, in words; ``kenmerk`` is its key."""

    kenmerk: str
    titel: str
    gebied: str
    periode: str
    deel: str
    punt: Punt
    eenheid: str
    stand: str
    opgehaald: str
    bron: str
    zekerheid: str


def alle_cijfers(blik: Blik) -> tuple[Cijferrij, ...]:
    """Every figure, by indicator, area, period and part."""
    boek = cijferboek(blik)
    tekenaar = Tekenaar(boek, blik)
    areas = (*sorted(boek.gemeenten), boek.gebied, *blik.regio.referentiegebieden)
    rows = []
    for one in sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer):
        parts = {TOTAAL: blik.v.ui(N_("totaal"))}
        parts |= {deel.id: str(blik.v.tekst(deel.naam)) for deel in one.delen()}
        unit = "%" if one.eenheid is Eenheid.PROCENT else str(blik.v.tekst(one.telt))
        for area in areas:
            for part, name in parts.items():
                for period in boek.perioden(one, [area], part):
                    found = boek.vind(one, area, period, part)
                    assert found is not None
                    rows.append(
                        Cijferrij(
                            kenmerk=f"{one.id}/{area}/{period}/{part}",
                            titel=str(blik.v.tekst(one.titel)),
                            gebied=str(gebiednaam(blik, area)),
                            periode=f"{periodenaam(blik.v, period)}{STATUSTEKEN[found.status]}",
                            deel=name,
                            punt=tekenaar.punt(one, area, period, part),
                            eenheid=unit,
                            stand=blik.v.ui(STATUS[found.status]),
                            opgehaald=_uniek(blik.v.datum(h.opgehaald) for h in found.herkomst),
                            bron=_uniek(blik.regio.bronnen[h.bron].titel for h in found.herkomst),
                            zekerheid=blik.v.ui(ZEKERHEID[Zekerheid.AFGELEID])
                            if found.afgeleid
                            else _uniek(blik.v.ui(ZEKERHEID[h.zekerheid]) for h in found.herkomst),
                        )
                    )
    return tuple(rows)


def _uniek(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))
