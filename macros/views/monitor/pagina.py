"""The page of one indicator and the page of one municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import adres_van
from macros.model.monitor.indicator import TOTAAL, Eenheid, Groep, Indicator, Uitsplitsing
from macros.model.regio import Bron
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.basis import GROEP, gebiednaam, periodenaam
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Figuur, Kaart, Punt


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A name, where it links to, and one cell for each column."""

    naam: Tekst
    pad: str | None
    punten: tuple[Punt, ...]
    is_deel: bool = False


@dataclass(frozen=True, slots=True)
class Cijfertabel:
    """A table of figures without a drawing. ``kop`` is above the first column.

    ``terugval``: the language of its words when some have no translation.
    """

    id: str
    titel: str
    kop: str
    kolommen: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]
    terugval: str | None = None


@dataclass(frozen=True, slots=True)
class Deelblok:
    """The figures of the whole, or of one part where there is no whole."""

    naam: Tekst | None
    per_gemeente: Figuur | None
    kaart: Kaart | None
    verandering: tuple[tuple[Figuur, Tekst, HerkomstRij], ...]
    referentie: Figuur | None


@dataclass(frozen=True, slots=True)
class Splitsblok:
    """A split: its parts in the region and beyond, and by municipality in a table."""

    naam: Tekst
    figuren: tuple[Figuur, ...]
    tabel: Cijfertabel | None


@dataclass(frozen=True, slots=True)
class IndicatorPagina:
    """Everything about an indicator. None is unknown; ``noemer`` is for shares only."""

    id: str
    titel: Tekst
    vraag: Tekst
    is_aandeel: bool
    zelf_berekend: Tekst | None
    eigen_telling: bool
    definitie: Tekst
    teller: Tekst | None
    noemer: Tekst | None
    populatie: Tekst | None
    niveau: Tekst
    brontabel: Tekst | None
    publicatieregel: Tekst | None
    leeswijzer: Tekst
    niet_uit_op_te_maken: tuple[Tekst, ...]
    blokken: tuple[Deelblok, ...]
    splitsingen: tuple[Splitsblok, ...]
    herkomst: HerkomstRij

    @property
    def figuren(self) -> tuple[Figuur, ...]:
        """Every figure on the page, for the downloads."""
        return tuple(_figuren(self))


def _figuren(page: IndicatorPagina) -> Iterator[Figuur]:
    for blok in page.blokken:
        found = (blok.per_gemeente, *(one for one, _, _ in blok.verandering), blok.referentie)
        yield from (one for one in found if one is not None)
    for split in page.splitsingen:
        yield from split.figuren


@eenmaal
def indicatorpagina(blik: Blik, key: str) -> IndicatorPagina:
    """The page of an indicator."""
    one = blik.regio.indicatoren[key]
    tekenaar = Tekenaar(cijferboek(blik), blik).voor(one)
    parts = tekenaar.boek.delen(one)
    return IndicatorPagina(
        id=key,
        titel=blik.v.tekst(one.titel),
        vraag=blik.v.tekst(one.vraag),
        is_aandeel=one.eenheid is Eenheid.PROCENT,
        zelf_berekend=blik.v.tekst(one.afleiding.formule) if one.afleiding else None,
        eigen_telling=one.uitgave is not None,
        definitie=blik.v.tekst(one.definitie),
        teller=mogelijk(blik.v, one.teller),
        noemer=mogelijk(blik.v, one.noemer) if one.noemer is not None else None,
        populatie=mogelijk(blik.v, one.populatie),
        niveau=blik.v.tekst(one.niveau),
        brontabel=mogelijk(blik.v, one.brontabel),
        publicatieregel=mogelijk(blik.v, one.publicatieregel),
        leeswijzer=blik.v.tekst(one.leeswijzer),
        niet_uit_op_te_maken=tuple(blik.v.tekst(text) for text in one.niet_uit_op_te_maken),
        blokken=tuple(_deelblok(blik, tekenaar, one, part) for part in parts),
        splitsingen=tuple(
            _splitsblok(blik.v, tekenaar, one, split) for split in one.uitsplitsingen
        ),
        herkomst=herkomst(blik, one.herkomst),
    )


def _deelblok(blik: Blik, tekenaar: Tekenaar, one: Indicator, part: str) -> Deelblok:
    name = next((blik.v.tekst(deel.naam) for deel in one.delen() if deel.id == part), None)
    changes = (
        (figuur, blik.v.tekst(reeks.voorbehoud), herkomst(blik, reeks.herkomst))
        for reeks in one.reeksen
        if (figuur := tekenaar.verandering(one, reeks, part)) is not None
    )
    return Deelblok(
        name,
        tekenaar.per_gemeente(one, part),
        tekenaar.kaart(one, part),
        tuple(changes),
        tekenaar.referentie(one, part),
    )


def _splitsblok(v: Vertaler, tekenaar: Tekenaar, one: Indicator, split: Uitsplitsing) -> Splitsblok:
    table = _splitstabel(tekenaar, one, split)
    return Splitsblok(v.tekst(split.naam), tekenaar.verdelingen(one, split), table)


def _splitstabel(tekenaar: Tekenaar, one: Indicator, split: Uitsplitsing) -> Cijfertabel | None:
    """Municipalities by part, newest period; the whole in the first column when there is one."""
    boek, v = tekenaar.boek, tekenaar.blik.v
    parts = [deel.id for deel in split.delen]
    periods = boek.gevuld(one, boek.gemeenten, parts)
    if not periods or boek.delen(one) != (TOTAAL,):
        return None
    period = periods[-1]
    names = [v.ui(N_("totaal")), *(str(v.tekst(deel.naam)) for deel in split.delen)]
    keys = sorted(boek.gemeenten, key=lambda key: boek.regio.gemeenten[key].naam)
    return Cijfertabel(
        id=f"{one.id}-{split.id}",
        titel=v.ui(
            N_("{kop}, naar {uitsplitsing}"),
            kop=tekenaar.kop(one, TOTAAL, periodenaam(v, period)),
            uitsplitsing=v.tekst(split.naam),
        ),
        kop=v.ui(N_("Gemeente")),
        kolommen=tuple(names),
        rijen=tuple(
            Tabelrij(
                gebiednaam(tekenaar.blik, key),
                None,
                tuple(tekenaar.punt(one, key, period, part) for part in (TOTAAL, *parts)),
            )
            for key in keys
        ),
        terugval=tekenaar.terugval,
    )


@dataclass(frozen=True, slots=True)
class Gebiedcijfers:
    """All figures of one municipality: a sentence, a few drawings, and tables by subject."""

    id: str
    naam: str
    kern: tuple[tuple[Link, Punt, str], ...]
    figuren: tuple[Figuur, ...]
    tabellen: tuple[Cijfertabel, ...]
    bronnen: tuple[Link, ...]
    heeft_geen_cijfer: bool


@eenmaal
def gebiedcijfers(blik: Blik, key: str) -> Gebiedcijfers:
    """Everything the monitor knows of a municipality."""
    tekenaar = Tekenaar(cijferboek(blik), blik)
    indicators = sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer)
    tables = tuple(
        table
        for groep in Groep
        for table in _gemeentetabellen(
            tekenaar,
            [one for one in indicators if one.groep is groep],
            key,
            blik.v.ui(GROEP[groep]),
        )
    )
    figures = (
        tekenaar.voor(one).verdeling(one, split, key)
        for one in indicators
        for split in one.uitsplitsingen
    )
    return Gebiedcijfers(
        id=key,
        naam=blik.regio.gemeenten[key].naam,
        kern=tuple(_kern(tekenaar, key)),
        figuren=tuple(one for one in figures if one is not None),
        tabellen=tables,
        bronnen=tuple(_bronnen(tekenaar, key)),
        heeft_geen_cijfer=any(
            one.waarde is None for table in tables for row in table.rijen for one in row.punten
        ),
    )


def _kern(tekenaar: Tekenaar, key: str) -> Iterator[tuple[Link, Punt, str]]:
    """What stands first: (indicator, value here, the same for the region and beyond)."""
    regio, v = tekenaar.boek.regio, tekenaar.blik.v
    size = [regio.omvang] if regio.omvang else []
    for name in dict.fromkeys((*regio.vergelijken, *size)):
        one = regio.indicatoren[name]
        for part in tekenaar.boek.delen(one):
            figure = tekenaar.voor(one).per_gemeente(one, part)
            if figure is None:
                continue
            lane = next(baan for baan in figure.banen if baan.id == key)
            beside = [f"{line.naam} {line.punt.tekst}" for line in figure.lijnen]
            link = Link(
                v.naam(f"{tekenaar.kop(one, part)}, {figure.reeksen[0]}"),
                adres_van(Indicator, name),
            )
            yield link, lane.punten[0], "; ".join(beside)


def _gemeentetabellen(
    tekenaar: Tekenaar, indicators: list[Indicator], key: str, titel: str
) -> Iterator[Cijfertabel]:
    """One table for each set of periods, so that no column is empty; parts below their whole."""
    v, boek = tekenaar.blik.v, tekenaar.boek
    groups: dict[tuple[str, ...], list[Tabelrij]] = {}
    whole: set[tuple[str, tuple[str, ...]]] = set()
    for one in indicators:
        delen = {deel.id: v.tekst(deel.naam) for deel in one.delen()}
        for part in (TOTAAL, *(deel.id for deel in one.delen())):
            periods = boek.perioden(one, [key], part)
            if not periods:
                continue
            names = tuple(periodenaam(v, period) for period in periods)
            inside = (one.id, names) in whole
            row = Tabelrij(
                delen[part] if inside else _rijnaam(tekenaar.voor(one), one, part),
                None if inside else adres_van(Indicator, one.id),
                tuple(tekenaar.punt(one, key, period, part) for period in periods),
                is_deel=inside,
            )
            if part == TOTAAL:
                whole.add((one.id, names))
            groups.setdefault(names, []).append(row)
    for number, (names, rows) in enumerate(groups.items(), 1):
        yield Cijfertabel(
            f"{key}-{indicators[0].groep}-{number}",
            f"{titel}, {v.opsomming(names)}",
            v.ui(N_("Cijfer")),
            names,
            tuple(rows),
        )


def _rijnaam(tekenaar: Tekenaar, one: Indicator, part: str) -> Tekst:
    return Tekst(tekenaar.kop(one, part), tekenaar.blik.v.taal)


def _bronnen(tekenaar: Tekenaar, key: str) -> Iterator[Link]:
    regio, v = tekenaar.boek.regio, tekenaar.blik.v
    used: dict[str, None] = {}
    for bestand in actief(regio.waarnemingen):
        used.update(dict.fromkeys(row.bron for row in bestand.rijen if row.gebied == key))
    used.update(dict.fromkeys(row.bron for row in regio.uitgaven if row.gebied == key))
    for name in used:
        yield Link(v.titel(regio.bronnen[name].titel), adres_van(Bron, name))
