"""The page of one indicator, and every figure of one area.

Not here: where an area lies and what lies in it (``gebied``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.monitor.gebied import Gebiedsoort
from macros.model.monitor.indicator import TOTAAL, Eenheid, Groep, Indicator, Uitsplitsing
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, eerste_zin, herkomst, mogelijk
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.antwoord import antwoord, nieuwste
from macros.views.monitor.basis import (
    GEBIEDSOORT,
    GROEP,
    STATUS,
    Bronlijst,
    bronlijst,
    cijferadres,
    periodenaam,
)
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Figuur, Kaart, Punt
from macros.views.monitor.kern import Kerncijfer, Los, kern, los, los_van, waarvan
from macros.views.naam import gebiednaam, naar
from macros.views.regio.nieuw.verloop import Regel, verloop_van_cijfer


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
class Bronvak:
    """Where the newest figures come from: of when, what kind, when fetched, whether final."""

    bronnen: Bronlijst
    perioden: str
    eenheid: Tekst | None
    opgehaald: str
    stand: str


@dataclass(frozen=True, slots=True)
class IndicatorPagina:
    """Everything about an indicator. None is unknown; ``noemer`` is for shares only.

    ``weten`` is what matters most of ``niet_uit_op_te_maken``, in a few words each.
    """

    id: str
    titel: Tekst
    vraag: Tekst
    antwoord: Tekst | None
    weten: tuple[Tekst, ...]
    bronvak: Bronvak | None
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
    los: tuple[Los, ...]
    blokken: tuple[Deelblok, ...]
    splitsingen: tuple[Splitsblok, ...]
    gebieden: tuple[tuple[str, Cijfertabel], ...]
    herkomst: HerkomstRij
    wijzigingen: tuple[Regel, ...]

    @property
    def figuren(self) -> tuple[Figuur, ...]:
        """Every figure on the page, for the downloads."""
        return tuple(_figuren(self))

    @property
    def hoofd(self) -> Figuur | None:
        """The figure that the page begins with."""
        return next(_figuren(self), None)


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
        antwoord=antwoord(blik, key),
        weten=tuple(_kort(blik, one)),
        bronvak=_bronvak(blik, one),
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
        los=los_van(blik, key),
        blokken=tuple(_deelblok(blik, tekenaar, one, part) for part in parts),
        splitsingen=tuple(
            _splitsblok(blik.v, tekenaar, one, split) for split in one.uitsplitsingen
        ),
        gebieden=tuple(_per_gebiedsoort(blik, one)),
        herkomst=herkomst(blik, one.herkomst),
        wijzigingen=verloop_van_cijfer(blik, one.id),
    )


MEESTE_WETEN = 3
MEESTE_WOORDEN = 20


def _kort(blik: Blik, one: Indicator) -> Iterator[Tekst]:
    """The first sentence of each thing that the figure does not tell; the whole stands below it.

    What must not be laid beside it counts among the things to know.
    """
    room = MEESTE_WETEN - len(los_van(blik, one.id))
    first = (eerste_zin(blik.v.tekst(text)) for text in one.niet_uit_op_te_maken)
    short = (text for text in first if len(text.tekst.split()) <= MEESTE_WOORDEN)
    yield from islice(short, max(room, 0))


def _bronvak(blik: Blik, one: Indicator) -> Bronvak | None:
    """What the newest figures are made from; None without any."""
    boek, newest = cijferboek(blik), nieuwste(blik, one.id)
    areas = (*boek.gemeenten, boek.gebied, *blik.regio.referentiegebieden)
    parts = boek.delen(one)
    periods = {row.periode for row in newest}
    origins = dict.fromkeys(
        origin
        for area, period, part in product(areas, sorted(periods), parts)
        if (found := boek.vind(one, area, period, part)) is not None
        for origin in found.herkomst
    )
    if not origins:
        return None
    v = blik.v
    fetched = sorted({h.opgehaald for h in origins}, key=lambda one: one.begin)
    every = boek.gevuld(one, areas, parts)
    return Bronvak(
        bronnen=bronlijst(blik, dict.fromkeys(h.bron for h in origins)),
        perioden=v.opsomming([periodenaam(v, period) for period in every]),
        eenheid=None if one.eenheid is Eenheid.PROCENT else v.tekst(one.telt),
        opgehaald=v.opsomming([v.datum(one) for one in fetched]),
        stand="; ".join(dict.fromkeys(v.ui(STATUS[h.status]) for h in origins)),
    )


def _per_gebiedsoort(blik: Blik, one: Indicator) -> Iterator[tuple[str, Cijfertabel]]:
    """The areas that are no municipality: (kind, table), as far as there are figures."""
    boek = cijferboek(blik)
    for kind in one.ook_per:
        keys = [key for key in boek.andere if blik.regio.cijfergebieden[key].soort is kind]
        if table := naast_elkaar(blik, one, kind, keys):
            yield blik.v.ui(GEBIEDSOORT[kind][1]), table


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


def naast_elkaar(
    blik: Blik, one: Indicator, kind: Gebiedsoort, keys: Sequence[str], waar: str = ""
) -> Cijfertabel | None:
    """Areas of one kind by name, in their newest period; None without figures. ``waar`` tells the
    table apart from that of other areas.
    """
    tekenaar = Tekenaar(cijferboek(blik), blik).voor(one)
    boek, v = tekenaar.boek, tekenaar.blik.v
    parts = (TOTAAL, *(deel.id for deel in one.delen()))
    periods = boek.gevuld(one, keys, parts)
    if not periods:
        return None
    period = periods[-1]
    shown = [part for part in parts if any(boek.vind(one, key, period, part) for key in keys)]
    names = {TOTAAL: v.ui(N_("totaal"))} | {
        deel.id: str(v.tekst(deel.naam)) for deel in one.delen()
    }
    single, _, each = (v.ui(word) for word in GEBIEDSOORT[kind])
    rows = sorted((str(gebiednaam(blik, key)).casefold(), key) for key in keys)
    return Cijfertabel(
        id="-".join(filter(None, (one.id, kind, waar))),
        titel=f"{tekenaar.kop(one, TOTAAL, periodenaam(v, period))}, {each}",
        kop=single,
        kolommen=tuple(names[part] for part in shown),
        rijen=tuple(
            Tabelrij(
                gebiednaam(blik, key),
                cijferadres(blik, key),
                tuple(tekenaar.punt(one, key, period, part) for part in shown),
            )
            for _, key in rows
        ),
        terugval=tekenaar.terugval,
    )


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """The figures of an area about one subject: a few drawings, and tables of all of them."""

    naam: str
    figuren: tuple[Figuur, ...]
    tabellen: tuple[Cijfertabel, ...]
    aantal: int


@dataclass(frozen=True, slots=True)
class Gebiedcijfers:
    """All figures of one area: a few that stand first, and the rest by subject."""

    id: str
    naam: Tekst
    kern: tuple[Kerncijfer, ...]
    los: tuple[Los, ...]
    noemers: tuple[tuple[Link, Tekst | None], ...]
    onderwerpen: tuple[Onderwerp, ...]
    bronnen: Bronlijst
    heeft_geen_cijfer: bool

    @property
    def aantal_bronnen(self) -> int:
        """How many sources there are."""
        return sum(len(links) for _, links in self.bronnen)

    @property
    def figuren(self) -> tuple[Figuur, ...]:
        """Every drawing, for the downloads."""
        return tuple(figure for one in self.onderwerpen for figure in one.figuren)

    @property
    def tabellen(self) -> tuple[Cijfertabel, ...]:
        """Every table."""
        return tuple(table for one in self.onderwerpen for table in one.tabellen)

    @property
    def leeg(self) -> bool:
        """Whether there is no figure of it at all."""
        return not self.onderwerpen


_TE_KLEIN = (Gebiedsoort.SCHOOL, Gebiedsoort.WIJK)
"""Of so few people a drawing of parts would mostly say what is hidden."""


@eenmaal
def gebiedcijfers(blik: Blik, key: str) -> Gebiedcijfers:
    """Everything the monitor knows of a municipality, a school or an area of another kind."""
    tekenaar = Tekenaar(cijferboek(blik), blik)
    kind = blik.regio.cijfergebieden[key].soort
    indicators = [
        one
        for one in sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer)
        if kind is None or kind in one.ook_per
    ]
    shown = [one for one in indicators if tekenaar.boek.heeft(one, key)]
    subjects = (
        _onderwerp(tekenaar, groep, [one for one in indicators if one.groep is groep], key)
        for groep in Groep
    )
    told = tuple(one for one in subjects if one.tabellen)
    return Gebiedcijfers(
        id=key,
        naam=gebiednaam(blik, key),
        kern=kern(blik, key),
        los=los(blik, (one.id for one in shown)),
        noemers=tuple(
            (naar(blik, Indicator, one.id), waarvan(blik, one))
            for one in shown
            if one.eenheid is Eenheid.PROCENT
        ),
        onderwerpen=told,
        bronnen=bronlijst(blik, _bronnen(blik.regio, key)),
        heeft_geen_cijfer=any(
            point.waarde is None
            for one in told
            for table in one.tabellen
            for row in table.rijen
            for point in row.punten
        ),
    )


def _onderwerp(
    tekenaar: Tekenaar, groep: Groep, indicators: list[Indicator], key: str
) -> Onderwerp:
    name = tekenaar.blik.v.ui(GROEP[groep])
    small = tekenaar.blik.regio.cijfergebieden[key].soort in _TE_KLEIN
    figures = (
        tekenaar.voor(one).verdeling(one, split, key)
        for one in indicators
        for split in one.uitsplitsingen
        if not small
    )
    tables = tuple(_gebiedtabellen(tekenaar, indicators, key, name))
    return Onderwerp(
        name,
        tuple(one for one in figures if one is not None),
        tables,
        sum(point.waarde is not None for t in tables for row in t.rijen for point in row.punten),
    )


def _gebiedtabellen(
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


def _bronnen(regio: Regio, key: str) -> Iterable[str]:
    used: dict[str, None] = {}
    for bestand in actief(regio.waarnemingen):
        used.update(dict.fromkeys(row.bron for row in bestand.rijen if row.gebied == key))
    used.update(dict.fromkeys(row.bron for row in regio.uitgaven if row.gebied == key))
    return used
