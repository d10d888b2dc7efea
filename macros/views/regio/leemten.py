"""Everything that nobody knows yet, by kind of record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import Deel, Status
from macros.model.geheel import SOORT, adres_van
from macros.model.samenwerking.onderdeel import Thema
from macros.model.soort import Soort
from macros.model.walk import Leaf, leaves, op_plek
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import gezocht
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naam_van
from macros.views.samenwerking.basis import wat_ontbreekt


@dataclass(frozen=True, slots=True)
class Leemte:
    """One thing nobody knows: in which record, what the field means, where to fill it in, and that
    it was looked for, or nothing.
    """

    waar: Tekst
    pad: str
    wat: str
    bestand: str
    gezocht: str = ""


@eenmaal
def leemten(blik: Blik) -> tuple[tuple[str, tuple[Leemte, ...]], ...]:
    """Every ``onbekend`` in the data, by kind of record: (heading, gaps)."""
    groups: dict[str, list[Leemte]] = defaultdict(list)
    for soort, path, record in blik.regio.records():
        if getattr(record, "status", Status.ACTIEF) is not Status.ACTIEF:
            continue
        for leaf in leaves(record):
            if leaf.onbekend:
                where, site_path = _plaats(blik, soort, record, leaf)
                what = wat_ontbreekt(blik, record, leaf)
                seen = _gezocht(blik, record, leaf)
                groups[soort.naam].append(Leemte(where, site_path, what, f"data/{path}", seen))
        if isinstance(record, Thema):
            groups[soort.naam] += _alleen_code(blik, record, path)
    found = sorted((SOORT[naam] for naam in groups if groups[naam]), key=lambda one: one.kop_laat)
    return tuple((blik.v.ui(soort.kop), tuple(groups[soort.naam])) for soort in found)


def _gezocht(blik: Blik, record: Deel, leaf: Leaf) -> str:
    part: Deel = op_plek(record, leaf.loc[:-1])
    found = part.gezocht(leaf.veld)
    return gezocht(blik.v, found) if found else ""


def _alleen_code(blik: Blik, thema: Thema, path: str) -> Iterator[Leemte]:
    """The onderdelen of a theme of which only the code is known."""
    for code in thema.onbekende_onderdelen:
        what = blik.v.ui(N_("Alles over onderdeel {code}."), code=code)
        yield Leemte(naam_van(thema, blik), adres_van(Thema, thema.id), what, f"data/{path}")


def _plaats(blik: Blik, soort: Soort, record: Deel, leaf: Leaf) -> tuple[Tekst, str]:
    """The name of the thing that has the gap, and its address on the site.

    A part with a place of its own is such a thing.
    """
    key = str(getattr(record, "id", ""))
    part = getattr(record, str(leaf.loc[0]))
    if soort.deel and isinstance(part, tuple) and hasattr(one := part[int(leaf.loc[1])], "id"):
        return naam_van(one, blik), adres_van(soort.type, key, one.id)
    return naam_van(record, blik), adres_van(soort.type, key)
