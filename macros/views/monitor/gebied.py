"""Where an area lies, what lies in it, and the areas that have a page with their figures.

Not here: its figures (``pagina``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.monitor.gebied import VAN_PARTIJ, Gebiedsoort, School, Wijk
from macros.model.regio import Gemeente, Partij
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.basis import GEBIEDSOORT, cijferadres
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.pagina import Cijfertabel, naast_elkaar
from macros.views.naam import gebiednaam, naar


@dataclass(frozen=True, slots=True)
class Gebied:
    """What a page says of an area besides its figures.

    ``feiten``: (what, its words or a link; None is unknown). ``tabellen``: the schools in it side
    by side. ``binnen``: the other areas in it, by kind.
    """

    feiten: tuple[tuple[str, Link | str | None], ...]
    binnen: tuple[tuple[str, tuple[Link, ...]], ...]
    tabellen: tuple[Cijfertabel, ...]
    is_gemeente: bool
    herkomst: HerkomstRij | None


@eenmaal
def gebied(blik: Blik, key: str) -> Gebied:
    """An area that has a page with figures."""
    regio = blik.regio
    kind = regio.cijfergebieden[key].soort
    record = regio.scholen.get(key) or regio.wijken.get(key)
    tables = tuple(_tabellen(blik, key)) if kind is not None else ()
    told = {row.pad for table in tables for row in table.rijen}
    return Gebied(
        feiten=tuple(_feiten(blik, record)) if record else (),
        binnen=tuple(
            (name, rest)
            for name, links in _binnen(blik, key)
            if (rest := tuple(link for link in links if link.pad not in told))
        ),
        tabellen=tables,
        is_gemeente=kind is None,
        herkomst=herkomst(blik, record.herkomst) if record else None,
    )


def _feiten(blik: Blik, one: School | Wijk) -> Iterator[tuple[str, Link | str | None]]:
    """A school and a wijk lie in areas, each with a page; their codes are for who looks them up."""
    if isinstance(one, School):
        yield blik.v.ui(N_("Schoolbestuur")), _naar(blik, one.bestuur)
        yield blik.v.ui(N_("Samenwerkingsverband")), _naar(blik, one.samenwerkingsverband)
    yield blik.v.ui(N_("Gemeente")), _naar(blik, one.gemeente)
    if isinstance(one, School):
        yield blik.v.ui(N_("Soort onderwijs")), str(one.sector)
        yield blik.v.ui(N_("BRIN-nummer")), None if isinstance(one.brin, Onbekend) else one.brin
    else:
        yield blik.v.ui(N_("CBS-code")), one.cbs_code


def _naar(blik: Blik, key: str | Onbekend) -> Link | str | None:
    """Its page with figures, when there is one; else its name, where the region tells of it. Of an
    area that no longer counts there is no page.
    """
    if isinstance(key, Onbekend):
        return None
    if not blik.regio.cijfergebieden[key].telt:
        return str(gebiednaam(blik, key))
    if key in met_pagina(blik):
        return Link(gebiednaam(blik, key), cijferadres(blik, key))
    return naar(blik, Gemeente if key in blik.regio.gemeenten else Partij, key)


@eenmaal
def met_pagina(blik: Blik) -> frozenset[str]:
    """The areas with a page of their figures: municipalities, schools and wijken, and parties that
    have figures or schools.
    """
    regio = blik.regio
    if not regio.indicatoren:
        return frozenset()
    found = {one.id for one in actief(regio.gemeenten)}
    found |= {*regio.scholen, *regio.wijken, *cijferboek(blik).andere}
    return frozenset(found | {one.id for one in actief(regio.partijen) if _scholen(blik, one.id)})


def _scholen(blik: Blik, key: str) -> tuple[str, ...]:
    return blik.regio.binnen(key).get(Gebiedsoort.SCHOOL, ())


def cijferpartijen(blik: Blik, kind: Gebiedsoort) -> tuple[Partij, ...]:
    """The parties of a kind with such a page."""
    every = actief(blik.regio.partijen)
    return tuple(
        one for one in every if VAN_PARTIJ.get(one.soort) is kind and one.id in met_pagina(blik)
    )


def _op_naam(blik: Blik, keys: tuple[str, ...]) -> tuple[Link, ...]:
    links = (Link(gebiednaam(blik, key), cijferadres(blik, key)) for key in keys)
    return tuple(sorted(links, key=lambda link: str(link.titel).casefold()))


def _binnen(blik: Blik, key: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    pages = met_pagina(blik)
    inside = blik.regio.binnen(key)
    for kind in GEBIEDSOORT:
        keys = tuple(one for one in inside.get(kind, ()) if one in pages)
        if keys:
            yield blik.v.ui(GEBIEDSOORT[kind][1]), _op_naam(blik, keys)


def _tabellen(blik: Blik, key: str) -> Iterator[Cijfertabel]:
    """The schools of a board or a samenwerkingsverband side by side, one table an indicator."""
    for one in sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer):
        if Gebiedsoort.SCHOOL in one.ook_per:
            keys = [name for name in _scholen(blik, key) if name in cijferboek(blik).andere]
            if table := naast_elkaar(blik, one, Gebiedsoort.SCHOOL, keys, key):
                yield table


def gebieden(blik: Blik) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The areas besides municipalities that have a page with their figures: (kind, links)."""
    pages = met_pagina(blik)
    every = blik.regio.cijfergebieden.items()
    found = (
        (kind, tuple(key for key, one in every if one.soort is kind and one.telt and key in pages))
        for kind in Gebiedsoort
    )
    return tuple(
        (blik.v.ui(GEBIEDSOORT[kind][1]), _op_naam(blik, keys)) for kind, keys in found if keys
    )
