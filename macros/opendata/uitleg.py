"""What pages say of the open data: the tables by area with how many rows each has now, what each
field means, how a program reads a file.

Not here: which tables a region has (``overzicht``), their files (``bestanden``), or the words of a
page (``docs``, ``templates``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.model.basis.datum import Datum
from macros.model.geheel import SOORT as KIND
from macros.opendata.adres import ALIASSEN, TABELVORMEN
from macros.opendata.contract import MAP, Tabel, Veld, Veldsoort
from macros.opendata.gevuld import rijen
from macros.opendata.meta.dcat import uitgave
from macros.opendata.overzicht import tabellen
from macros.opendata.v1.wijzigingen import WIJZIGINGEN
from macros.opendata.v1.zonder import ZONDER
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.regio.leemten import GEBIED

EERST = "waarnemingen"
"""The table with all figures: what most people come for."""
BESTANDEN = sorted(TABELVORMEN, key=("xlsx", "ods", "csv", "json").index)
"""The files of a table, that for most people first."""

SOORT: Mapping[Veldsoort, tuple[str, str]] = {
    Veldsoort.CODE: (N_("code"), N_("codes")),
    Veldsoort.TEKST: (N_("tekst"), N_("teksten")),
    Veldsoort.ADRES: (N_("adres"), N_("adressen")),
    Veldsoort.GETAL: (N_("getal"), N_("getallen")),
    Veldsoort.GEHEEL: (N_("geheel getal"), N_("gehele getallen")),
    Veldsoort.JANEE: (N_("ja of nee"), N_("ja of nee")),
    Veldsoort.DAG: (N_("dag"), N_("dagen")),
    Veldsoort.DATUM: (N_("jaar, maand of dag"), N_("jaren, maanden of dagen")),
}
"""What a reader calls one value of a field, and more of them."""


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A table with its files (what they are called, site path) and how many rows it has."""

    naam: str
    titel: str
    uitleg: str
    aantal: int
    bestanden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gebiedrij:
    """The tables of an area."""

    kop: str
    tabellen: tuple[Tabelrij, ...]


@dataclass(frozen=True, slots=True)
class Lijst:
    """All that can be taken; ``eerst`` stands apart from its area, when the region has it."""

    eerst: Tabelrij | None
    gebieden: tuple[Gebiedrij, ...]


@dataclass(frozen=True, slots=True)
class Veldrij:
    """A field as readers are told of it. ``naar`` is the table it refers to (name, title)."""

    naam: str
    titel: str
    betekenis: str
    soort: str
    eenheid: str
    bron: str
    naar: tuple[str, str] | None
    keuzen: tuple[tuple[str, str], ...]
    sinds: str


@dataclass(frozen=True, slots=True)
class Veldtabel:
    """A table with the fields that are its own; ``ook`` are those that it shares with many."""

    naam: str
    titel: str
    uitleg: str
    sinds: str
    velden: tuple[Veldrij, ...]
    ook: tuple[str, ...]

    @property
    def aantal(self) -> int:
        """How many fields it has."""
        return len(self.velden) + len(self.ook)


@dataclass(frozen=True, slots=True)
class Veldenlijst:
    """Every table with its fields, area by area. ``gedeeld`` are the fields of many tables,
    ``begin`` is the version that the contract began with.
    """

    begin: str
    gedeeld: tuple[Veldrij, ...]
    gebieden: tuple[tuple[str, tuple[Veldtabel, ...]], ...]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """How a program takes the table ``tabel``, in the words of that program."""

    programma: str
    regels: tuple[str, ...]


def _per_gebied(blik: Blik) -> Iterator[tuple[str, Iterable[Tabel]]]:
    """The tables there are, area by area, as the menu has them."""
    order = {area: place for place, area in enumerate(GEBIED)}
    tables = sorted(tabellen(blik), key=lambda one: order[one.gebied])
    for area, found in groupby(tables, key=lambda one: one.gebied):
        yield blik.v.ui(GEBIED[area]), found


def lijst(blik: Blik) -> Lijst:
    """What there is now."""
    rows = {one.naam: _tabelrij(blik, one) for one in tabellen(blik)}
    first = rows.get(EERST)
    areas = (
        Gebiedrij(head, tuple(rows[one.naam] for one in tables if one.naam != EERST))
        for head, tables in _per_gebied(blik)
    )
    return Lijst(first, tuple(area for area in areas if area.tabellen))


def _tabelrij(blik: Blik, one: Tabel) -> Tabelrij:
    files = tuple((kind.upper(), f"{MAP}{one.naam}.{kind}") for kind in BESTANDEN)
    ui, many = blik.v.ui, len(rijen(blik, one.naam))
    return Tabelrij(one.naam, ui(one.titel), ui(one.uitleg), many, files)


def velden(blik: Blik) -> Veldenlijst:
    """Every table with its fields. One that many tables have is explained once."""
    tables = tabellen(blik)
    titles = {one.naam: blik.v.ui(one.titel) for one in tables}
    shared = _gedeeld(tables)
    return Veldenlijst(
        WIJZIGINGEN[-1].versie,
        tuple(_veldrij(blik, veld, titles) for veld in shared.values()),
        tuple(
            (head, tuple(_veldtabel(blik, one, titles, shared) for one in found))
            for head, found in _per_gebied(blik)
        ),
    )


def _gedeeld(tables: Sequence[Tabel]) -> Mapping[str, Veld]:
    """The fields that a third of the tables have, by name; a key is of its own table."""
    every = [veld for one in tables for veld in one.velden[1:]]
    times = Counter(map(_gezegd, every))
    most = max(1, len(tables) / 3)
    return {veld.naam: veld for veld in every if times[_gezegd(veld)] > most}


def _gezegd(veld: Veld) -> Hashable:
    """All that the page says of a field."""
    return (
        *(veld.naam, veld.titel, veld.betekenis, veld.eenheid, veld.bron, veld.naar, veld.sinds),
        *(veld.soort, veld.lijst, *veld.keuzen.items()),
    )


def _veldtabel(
    blik: Blik, one: Tabel, titels: Mapping[str, str], gedeeld: Mapping[str, Veld]
) -> Veldtabel:
    shared = {_gezegd(veld) for veld in gedeeld.values()}
    also = [veld.naam for veld in one.velden[1:] if _gezegd(veld) in shared]
    own = (veld for veld in one.velden if veld.naam not in also)
    return Veldtabel(
        one.naam,
        titels[one.naam],
        blik.v.ui(one.uitleg),
        one.sinds,
        tuple(_veldrij(blik, veld, titels) for veld in own),
        tuple(also),
    )


def _veldrij(blik: Blik, veld: Veld, titels: Mapping[str, str]) -> Veldrij:
    ui = blik.v.ui
    one, more = SOORT[veld.soort]
    return Veldrij(
        naam=veld.naam,
        titel=ui(veld.titel),
        betekenis=ui(veld.betekenis),
        soort=ui(N_("lijst van {wat}"), wat=ui(more)) if veld.lijst else ui(one),
        eenheid=ui(veld.eenheid) if veld.eenheid else "",
        bron=ui(veld.bron) if veld.bron else "",
        naar=(veld.naar, titels[veld.naar]) if veld.naar in titels else None,
        keuzen=tuple((value, ui(meaning)) for value, meaning in veld.keuzen.items()),
        sinds=veld.sinds,
    )


def _map(blik: Blik, wortel: str) -> str:
    """The address below which all files are; where nobody knows that of the site, its place."""
    return (wortel or blik.v.ui(N_("https://[adres van de site]/"))) + MAP


def _eerste(blik: Blik) -> Tabel:
    """The table of the examples: all figures, or what there is without them."""
    tables = tabellen(blik)
    return next((one for one in tables if one.naam == EERST), tables[0])


def tekens(blik: Blik) -> tuple[tuple[str, str], ...]:
    """The signs that stand where a figure has no number, with what each means."""
    signs = (field.keuzen for field in _eerste(blik).velden if field.naam == "teken")
    return tuple((sign, blik.v.ui(said)) for one in signs for sign, said in one.items())


def voorbeelden(blik: Blik, wortel: str) -> tuple[Voorbeeld, ...]:
    """How programs take a table, as files in this language are written."""
    name = _eerste(blik).naam
    address = f"{_map(blik, wortel)}{name}.csv"
    comma = blik.v.decimaalteken == ","
    r, pandas = ("read.csv2", ', sep=";", decimal=","') if comma else ("read.csv", "")
    lees = f'{name} <- {r}(url, fileEncoding = "UTF-8-BOM", na.strings = "")'
    return (
        Voorbeeld("R", (f'url <- "{address}"', lees)),
        Voorbeeld("Python", ("import pandas as pd", f'{name} = pd.read_csv("{address}"{pandas})')),
        Voorbeeld("curl", (f"curl -O {address}",)),
    )


def citaat(blik: Blik, wortel: str) -> str:
    """How to cite a table as it is now; who made the figure and the day it is taken stay open."""
    v, settings, table = blik.v, blik.regio.instellingen, _eerste(blik)
    day = blik.stand.dag
    return v.ui(
        N_("[bron], via {site} ({regio}): {tabel}, {stand}, opgehaald op [datum], {adres}")
        if day
        else N_("[bron], via {site} ({regio}): {tabel}, opgehaald op [datum], {adres}"),
        site=v.tekst(settings.titel),
        regio=settings.naam,
        tabel=v.ui(table.titel),
        stand=day and v.ui(N_("gegevens van {datum}"), datum=v.datum(Datum.van(day))),
        adres=f"{_map(blik, wortel)}{table.naam}.csv",
    )


def patroon(blik: Blik, wortel: str) -> str:
    """How every address of a table is put together."""
    return blik.v.ui(N_("{map}[tabel].[soort]"), map=_map(blik, wortel))


def wijzigingen(blik: Blik) -> tuple[tuple[str, str, str], ...]:
    """What changed in the contract: version, day and what; the newest first."""
    v = blik.v
    return tuple((one.versie, v.datum(Datum.van(one.dag)), v.ui(one.tekst)) for one in WIJZIGINGEN)


def oude_adressen(blik: Blik) -> tuple[tuple[str, str], ...]:
    """Old site paths that keep answering, and where the same is now."""
    names = {one.naam for one in tabellen(blik)}
    found = ((old, new) for old, new in ALIASSEN.items() if new.partition(".")[0] in names)
    return tuple((f"{MAP}{old}", f"{MAP}{new}") for old, new in found)


def zonder(blik: Blik) -> tuple[tuple[str, str], ...]:
    """The kinds of record that have no table, and why."""
    return tuple((blik.v.ui(KIND[kind].meervoud), blik.v.ui(why)) for kind, why in ZONDER.items())


def beschrijvingen(blik: Blik) -> tuple[tuple[str, str], ...]:
    """Files that say what the others are: path and what it is for."""
    name = _eerste(blik).naam
    found = [
        ("index.json", N_("Alle bestanden met hun velden en de stand van de gegevens.")),
        ("datapackage.json", N_("Hetzelfde als Data Package, van Frictionless.")),
        (f"{name}.csv-metadata.json", N_("Wat elke kolom is, naast elk CSV-bestand (CSVW).")),
        (f"schema/{name}.json", N_("Hoe elk JSON-bestand in elkaar zit (JSON Schema).")),
        ("openapi.json", N_("Alle adressen, voor een programma dat OpenAPI leest.")),
    ]
    if uitgave(blik):
        found.append(("dcat.jsonld", N_("De gegevens als catalogus, in DCAT-AP-NL (JSON-LD).")))
        found.append(("dcat.ttl", N_("Dezelfde catalogus als Turtle.")))
    return tuple((f"{MAP}{path}", blik.v.ui(said)) for path, said in found)
