"""Every file of the open data, in parts that are made apart from each other.

Not here: how a file is written (``vorm``), or who puts it in the site (``engine.bijbestanden``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from macros.opendata import figuur
from macros.opendata.adres import ALIASSEN, licentiegegeven, stand
from macros.opendata.contract import MAP, VERSIE
from macros.opendata.gevuld import Gevuld
from macros.opendata.leeswijzer import leeswijzer
from macros.opendata.overzicht import gevulde, tabellen
from macros.opendata.vorm.csv import als_csv
from macros.opendata.vorm.json import RIJEN, als_json
from macros.opendata.vorm.ods import als_ods
from macros.opendata.vorm.xlsx import als_xlsx
from macros.views.blik import Blik

Bestand = tuple[str, bytes]
"""A file by its path below the folder of a language."""


def bestanden(blik: Blik, wortel: str) -> Mapping[str, Callable[[], Iterable[Bestand]]]:
    """What makes each part, by its name; the site in this language is at ``wortel``."""
    tables = tabellen(blik)
    parts: dict[str, Callable[[], Iterable[Bestand]]] = {
        f"{one.gebied}.{one.naam}": partial(_tabel, blik, one.naam, wortel) for one in tables
    }
    if any(one.naam == figuur.TABEL for one in tables):
        parts["monitor.per_figuur"] = partial(_figuren, blik, wortel)
        parts["monitor.per_gemeente"] = partial(_gemeenten, blik, wortel)
    return parts


def _tabel(blik: Blik, naam: str, wortel: str) -> Iterator[Bestand]:
    """The files of a table, and those that were called otherwise."""
    before = {new: old for old, new in ALIASSEN.items()}
    for path, content in _vier(blik, gevulde(blik, naam, wortel), wortel):
        yield path, content
        if old := before.get(path.removeprefix(MAP)):
            yield f"{MAP}{old}", content


def _figuren(blik: Blik, wortel: str) -> Iterator[Bestand]:
    for one, rows in figuur.figuurtabellen(blik, gevulde(blik, figuur.TABEL, wortel)):
        head = figuur.figuurkop(blik, one, stand(blik), wortel)
        yield from _vier(blik, rows, wortel, head, figuur.CIJFERS, one.herkomst)


def _gemeenten(blik: Blik, wortel: str) -> Iterator[Bestand]:
    for rows in figuur.gemeentetabellen(blik, gevulde(blik, figuur.TABEL, wortel)):
        yield from _vier(blik, rows, wortel)


def _vier(
    blik: Blik,
    gevuld: Gevuld,
    wortel: str,
    kop: Mapping[str, Any] | None = None,
    rijen: str = RIJEN,
    bronnen: Iterable[str] | None = None,
) -> Iterator[Bestand]:
    """The files of rows. ``kop`` is what their JSON says before them, below the key ``rijen``;
    ``bronnen`` where they come from, if they do not say so themselves.
    """
    file = f"{MAP}{gevuld.naam}"
    guide = leeswijzer(blik, gevuld, wortel, bronnen)
    yield f"{file}.csv", als_csv(gevuld, blik.v.decimaalteken)
    yield f"{file}.json", als_json(kop or _kop(blik, gevuld, wortel), gevuld, rijen)
    yield f"{file}.ods", als_ods(gevuld, guide)
    yield f"{file}.xlsx", als_xlsx(gevuld, guide)


def _kop(blik: Blik, gevuld: Gevuld, wortel: str) -> dict[str, Any]:
    """What the JSON of a table says of itself."""
    return {
        "tabel": gevuld.tabel,
        "titel": gevuld.titel,
        "uitleg": gevuld.uitleg,
        "contract": VERSIE,
        "taal": blik.v.taal,
        "stand": stand(blik),
        "bron_adres": f"{wortel}{MAP}{gevuld.naam}.json",
        "licentie": licentiegegeven(blik),
        "velden": [one.naam for one in gevuld.velden],
    }
