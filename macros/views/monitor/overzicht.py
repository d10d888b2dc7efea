"""The dashboard, the lists, the comparison, the yearly reading and the register of DPIAs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.basis import Onbekend, Zekerheid, actief
from macros.model.cijfer import STATUSTEKEN, Getal
from macros.model.geheel import Regio
from macros.model.monitor import TOTAAL, Dpia, Duiding, Eenheid, Groep, StandDpia, StandDuiding
from macros.model.regio import Gemeente
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.agenda import speerpunt_pad
from macros.views.basis import (
    N_,
    ZEKERHEID,
    HerkomstRij,
    Link,
    bron_pad,
    herkomst,
    mogelijke_datum,
    partijnaam,
)
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
from macros.views.monitor.cijfers import Cijferboek
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


def inleiding(regio: Regio, v: Vertaler) -> Inleiding:
    """What the monitor is, and which priorities ask for it."""
    one = regio.monitor
    return Inleiding(
        v.tekst(one.samen),
        v.tekst(one.voor_ouders),
        tuple(
            Link(v.tekst(regio.speerpunten[key].titel), speerpunt_pad(key))
            for key in one.speerpunten
        ),
        herkomst(regio, v, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class Kaartje:
    """One indicator of the dashboard: a figure by municipality, or else of a larger area."""

    indicator: Link
    vraag: Tekst
    figuren: tuple[Figuur, ...]


def dashboard(regio: Regio, v: Vertaler) -> tuple[Kaartje, ...]:
    """The few indicators that the data choose."""
    tekenaar = Tekenaar(Cijferboek(regio), v)
    return tuple(
        Kaartje(
            _link(regio, v, key),
            v.tekst(regio.indicatoren[key].vraag),
            _hoofdfiguren(tekenaar, key),
        )
        for key in regio.monitor.dashboard
    )


def _link(regio: Regio, v: Vertaler, key: str) -> Link:
    return Link(v.tekst(regio.indicatoren[key].titel), indicator_pad(key))


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


def stand(regio: Regio, v: Vertaler) -> Cijferstand:
    """What a board needs of the figures: the sentences of the dashboard."""
    latest = max(actief(regio.duidingen), key=lambda one: one.jaar, default=None)
    return Cijferstand(
        tuple(
            (
                card.indicator,
                tuple(Tekst(one.zin, one.terugval or v.taal) for one in card.figuren),
            )
            for card in dashboard(regio, v)
        ),
        (Link(v.tekst(latest.titel), duiding_pad(latest.id)), v.ui(STAND_DUIDING[latest.stand]))
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


def indicatoren(regio: Regio, v: Vertaler) -> tuple[tuple[str, tuple[IndicatorRij, ...]], ...]:
    """Every indicator by subject: (heading, rows)."""
    boek = Cijferboek(regio)
    areas = (*boek.gemeenten, *regio.referentiegebieden)
    rows = sorted(actief(regio.indicatoren), key=lambda one: one.nummer)
    found = {
        groep: tuple(
            IndicatorRij(
                _link(regio, v, one.id),
                v.tekst(one.vraag),
                ", ".join(
                    periodenaam(v, period)
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
    return tuple((v.ui(GROEP[groep]), rijen) for groep, rijen in found.items() if rijen)


def gemeenten(regio: Regio, v: Vertaler) -> tuple[Link, ...]:
    """The pages of the municipalities, by name."""
    every = sorted(actief(regio.gemeenten), key=lambda one: one.naam)
    return tuple(Link(v.naam(one.naam), gemeente_pad(one.id)) for one in every)


def vergelijking(regio: Regio, v: Vertaler) -> tuple[tuple[Link, tuple[Figuur, ...]], ...]:
    """The figures to put municipalities side by side with, by name and never by value."""
    tekenaar = Tekenaar(Cijferboek(regio), v)
    found = []
    for key in regio.monitor.vergelijken:
        one = regio.indicatoren[key]
        figures = (tekenaar.voor(one).per_gemeente(one, part) for part in tekenaar.boek.delen(one))
        found.append((_link(regio, v, key), tuple(one for one in figures if one is not None)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Cijferbronnen:
    """Whose figures there are, and how many counts are the region's own.

    ``bronnen``: (source, how many cells, how many of them without a number).
    """

    bronnen: tuple[tuple[Link, int, int], ...]
    eigen: int


def cijferbronnen(regio: Regio, v: Vertaler) -> Cijferbronnen:
    """Where the figures on the site come from."""
    rows = [row for bestand in actief(regio.waarnemingen) for row in bestand.rijen]
    every = Counter(row.bron for row in rows)
    empty = Counter(row.bron for row in rows if not isinstance(row.waarde, Getal))
    return Cijferbronnen(
        tuple(
            (Link(v.titel(regio.bronnen[key].titel), bron_pad(key)), n, empty[key])
            for key, n in every.items()
        ),
        len(regio.uitgaven),
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


def duidingen(regio: Regio, v: Vertaler) -> tuple[DuidingRij, ...]:
    """Every yearly reading, newest first."""
    rows = sorted(actief(regio.duidingen), key=lambda one: one.jaar, reverse=True)
    return tuple(_duiding(regio, v, one) for one in rows)


def _duiding(regio: Regio, v: Vertaler, one: Duiding) -> DuidingRij:
    return DuidingRij(
        id=one.id,
        titel=v.tekst(one.titel),
        is_voorstel=one.stand is StandDuiding.VOORSTEL,
        stand=v.ui(STAND_DUIDING[one.stand]),
        samen=v.tekst(one.samen),
        zeggen=tuple(
            (_link(regio, v, item.indicator), v.tekst(item.tekst))
            for item in one.wat_zeggen_de_cijfers
        ),
        doen=tuple(
            VervolgRij(
                v.tekst(item.wat),
                None
                if isinstance(item.wie, Onbekend)
                else tuple(partijnaam(regio, v, key) for key in item.wie),
                mogelijke_datum(v, item.wanneer),
            )
            for item in one.wat_doen_we
        ),
        herkomst=herkomst(regio, v, one.herkomst),
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


def dpiaregister(regio: Regio, v: Vertaler) -> Dpiaregister:
    """Of which municipality it is known that it did its DPIA; one without a file is unknown."""
    known = {one.gemeente: one for one in actief(regio.dpias)}
    rows = tuple(
        _dpia(regio, v, gemeente, known.get(gemeente.id))
        for gemeente in sorted(actief(regio.gemeenten), key=lambda one: one.naam)
    )
    return Dpiaregister(
        rows,
        sum(one.stand is StandDpia.AFGEROND for one in known.values()),
        sum(row.stand is None for row in rows),
    )


def _dpia(regio: Regio, v: Vertaler, gemeente: Gemeente, one: Dpia | None) -> DpiaRij:
    if one is None:
        return DpiaRij(gemeente.id, gemeente.naam, None, None, None, None)
    return DpiaRij(
        one.id,
        gemeente.naam,
        None if isinstance(one.stand, Onbekend) else v.ui(STAND_DPIA[one.stand]),
        mogelijke_datum(v, one.datum),
        one.vindplaats if isinstance(one.vindplaats, str) else None,
        herkomst(regio, v, one.herkomst),
    )


def alle_figuren(regio: Regio, v: Vertaler) -> dict[str, Figuur]:
    """Every figure of the site by its id, for the files to download."""
    every = [
        figure
        for one in regio.indicatoren.values()
        for figure in indicatorpagina(regio, v, one.id).figuren
    ]
    for gemeente in actief(regio.gemeenten):
        every += gemeentepagina(regio, v, gemeente.id).figuren
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


def alle_cijfers(regio: Regio, v: Vertaler) -> tuple[Cijferrij, ...]:
    """Every figure, by indicator, area, period and part."""
    boek = Cijferboek(regio)
    tekenaar = Tekenaar(boek, v)
    areas = (*sorted(boek.gemeenten), boek.gebied, *regio.referentiegebieden)
    rows = []
    for one in sorted(actief(regio.indicatoren), key=lambda one: one.nummer):
        parts = {TOTAAL: v.ui(N_("totaal"))}
        parts |= {deel.id: str(v.tekst(deel.naam)) for deel in one.delen()}
        unit = "%" if one.eenheid is Eenheid.PROCENT else str(v.tekst(one.telt))
        for area in areas:
            for part, name in parts.items():
                for period in boek.perioden(one, [area], part):
                    found = boek.vind(one, area, period, part)
                    assert found is not None
                    rows.append(
                        Cijferrij(
                            kenmerk=f"{one.id}/{area}/{period}/{part}",
                            titel=str(v.tekst(one.titel)),
                            gebied=str(gebiednaam(regio, v, area)),
                            periode=f"{periodenaam(v, period)}{STATUSTEKEN[found.status]}",
                            deel=name,
                            punt=tekenaar.punt(one, area, period, part),
                            eenheid=unit,
                            stand=v.ui(STATUS[found.status]),
                            opgehaald=_uniek(v.datum(h.opgehaald) for h in found.herkomst),
                            bron=_uniek(regio.bronnen[h.bron].titel for h in found.herkomst),
                            zekerheid=v.ui(ZEKERHEID[Zekerheid.AFGELEID])
                            if found.afgeleid
                            else _uniek(v.ui(ZEKERHEID[h.zekerheid]) for h in found.herkomst),
                        )
                    )
    return tuple(rows)


def _uniek(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))
