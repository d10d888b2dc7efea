"""Every file of the open data, in parts that are made apart from each other.

Not here: how a file is written (``vorm``), or who puts it in the site (``engine.bijbestanden``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

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

ALIASSEN: Mapping[str, str] = {
    "cijfers.csv": "waarnemingen.csv",
    "cijfers.ods": "waarnemingen.ods",
}
"""Files that were here before the contract: each holds the very bytes of another."""


def bestanden(blik: Blik, wortel: str) -> Mapping[str, Callable[[], Iterable[Bestand]]]:
    """What makes each part, by its name; the site in this language is at ``wortel``."""
    return {
        f"{tabel.gebied}.{tabel.naam}": partial(_tabel, blik, tabel.naam, wortel)
        for tabel in tabellen(blik)
    }


def _tabel(blik: Blik, naam: str, wortel: str) -> Iterator[Bestand]:
    """The files of a table, and those that are called otherwise."""
    old = {new: name for name, new in ALIASSEN.items()}
    for path, content in bestanden_van(blik, gevulde(blik, naam, wortel), wortel):
        yield path, content
        if also := old.get(path.removeprefix(MAP)):
            yield f"{MAP}{also}", content


def bestanden_van(
    blik: Blik,
    gevuld: Gevuld,
    wortel: str,
    *,
    kop: Mapping[str, Any] | None = None,
    rijen: str = RIJEN,
    bronnen: Iterable[str] | None = None,
) -> Iterator[Bestand]:
    """The four files of rows. ``kop`` is what its JSON says before them, below the key ``rijen``;
    ``bronnen`` where they come from, if they do not say so themselves.
    """
    file = f"{MAP}{gevuld.naam}"
    said = kop_van(blik, gevuld, wortel) if kop is None else kop
    guide = leeswijzer(blik, gevuld, wortel, bronnen)
    yield f"{file}.csv", als_csv(gevuld, blik.v.decimaalteken)
    yield f"{file}.json", als_json(said, gevuld, rijen)
    yield f"{file}.ods", als_ods(gevuld, guide)
    yield f"{file}.xlsx", als_xlsx(gevuld, guide)


def kop_van(blik: Blik, gevuld: Gevuld, wortel: str) -> dict[str, Any]:
    """What the JSON of a table says of itself."""
    day = blik.stand.dag
    return {
        "tabel": gevuld.tabel,
        "titel": gevuld.titel,
        "uitleg": gevuld.uitleg,
        "contract": VERSIE,
        "taal": blik.v.taal,
        "stand": day.isoformat() if day else None,
        "bron_adres": f"{wortel}{MAP}{gevuld.naam}.json",
        "licentie": None,
        "velden": [one.naam for one in gevuld.velden],
    }
