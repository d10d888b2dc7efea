"""What a change is about: the record as it is today, its area, the municipalities it concerns.

A municipality is concerned by what names it, or a body of its own: of an action, a participant or a
figure that changed by that one alone, and else by the record itself. What is said of the region as
a whole is about none of them in particular. Not here: how a change is said (``regel``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.model.basis.record import Deel
from macros.model.basis.verwijzing import Verwijzing
from macros.model.geheel import SOORT, Regio
from macros.model.monitor.indicator import Waarnemingen
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Vergadering
from macros.model.regio import Gemeente, Werkingsgebied
from macros.model.soort import Soort
from macros.model.walk import gelopen
from macros.views.basis import gemeenten_van
from macros.views.blik import Blik, eenmaal
from macros.wijziging.geschiedenis import (
    Gebeurtenis,
    Gewicht,
    Itemnaam,
    Recordwijziging,
    Veldwijziging,
)
from macros.wijziging.samenvoegen import NIETS
from macros.wijziging.verschil import soort_van_pad
from macros.wijziging.woorden import veld_op


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """What happened to a record on a day; ``nu`` is its file as it is called today."""

    datum: datetime.date
    wijziging: Recordwijziging
    nu: str

    @property
    def soort(self) -> Soort | None:
        """The kind of the record; None when the data have no such kind any more."""
        return soort_van_pad(self.nu)

    @property
    def gebied(self) -> str:
        """The area it is part of."""
        return self.soort.gebied if self.soort else "regio"


@eenmaal
def gebeurd(blik: Blik) -> tuple[Gebeurd, ...]:
    """Everything that happened, the newest day first, by path."""
    found = (one for pad in blik.geschiedenis.per_record for one in van(blik, pad))
    return tuple(sorted(found, key=lambda one: (-one.datum.toordinal(), one.wijziging.pad)))


def van(blik: Blik, pad: str) -> tuple[Gebeurd, ...]:
    """What happened to the record in a file, the newest day first; not that something it refers to
    is called otherwise.
    """
    every = ((day, _zonder_namen(blik, one)) for day, one in blik.geschiedenis.van(pad))
    return tuple(Gebeurd(day, one, pad) for day, one in every if one)


def record(regio: Regio, pad: str) -> Deel | None:
    """The record in a file, if it is there."""
    soort = soort_van_pad(pad)
    if soort is None:
        return None
    found: Deel | None = (
        regio.groep(soort).get(id_van(pad)) if soort.is_map else getattr(regio, soort.veld)
    )
    return found


@eenmaal
def _hernoemd(blik: Blik) -> Mapping[str, str]:
    """Of each file that got another name how it is called today."""
    every = blik.geschiedenis.per_record.items()
    return {one.was: pad for pad, found in every for _, one in found if one.was}


def pad_nu(blik: Blik, pad: str) -> str:
    """How a file is called today; ``pad`` is what it may have been called before."""
    return pad if record(blik.regio, pad) else _hernoemd(blik).get(pad, pad)


def _zonder_namen(blik: Blik, one: Recordwijziging) -> Recordwijziging | None:
    """The same without the fields in which only the id of another record is otherwise; None when
    nothing is left.
    """
    soort = soort_van_pad(one.pad)
    if soort is None or not _hernoemd(blik):
        return one
    left = tuple(veld for veld in one.velden if not _is_naam(blik, soort, veld))
    if len(left) == len(one.velden):
        return one
    same = one.gebeurtenis in (Gebeurtenis.GEWIJZIGD, Gebeurtenis.HERNOEMD)
    if not same or one.toelichting or any(veld.gewicht is one.gewicht for veld in left):
        return replace(one, velden=left)
    if not left and one.was:
        return replace(one, velden=(), gebeurtenis=Gebeurtenis.HERNOEMD, gewicht=Gewicht.KLEIN)
    return replace(one, velden=left, gewicht=Gewicht.KLEIN) if left else None


def _is_naam(blik: Blik, soort: Soort, veld: Veldwijziging) -> bool:
    """Whether a field refers to the same records as before."""
    kind = veld_op(soort.type, veld.loc)
    target = kind.kern.merk(Verwijzing) if kind else None
    if target is None or veld.oud is NIETS or veld.nieuw is NIETS:
        return False
    then, now = (
        sorted(map(str, side if isinstance(side, list) else [side]))
        for side in (veld.oud, veld.nieuw)
    )
    old, new = (
        sorted([pad_nu(blik, SOORT[one].bestand(key)) for one in target.soorten] for key in side)
        for side in (then, now)
    )
    return then != now and old == new


def id_van(pad: str) -> str:
    """The id of the record in a file."""
    return pad.rpartition("/")[2].rpartition(".")[0]


# ---------------------------------------------------------------- whom it concerns


def gemeenten(blik: Blik, een: Gebeurd) -> frozenset[str]:
    """The ids of the municipalities that something concerns."""
    key = gemeenten, een.datum, een.wijziging.pad
    return blik.eens(key, lambda: _gemeenten(blik, een))


def _gemeenten(blik: Blik, een: Gebeurd) -> frozenset[str]:
    found = record(blik.regio, een.nu)
    if found is None:
        return frozenset()
    if isinstance(found, Gemeente):
        return frozenset({found.id})
    if een.wijziging.gebeurtenis is not Gebeurtenis.GEWIJZIGD or not een.wijziging.velden:
        return frozenset(_genoemd(blik.regio, found, diep=True))
    fields = [one for one in een.wijziging.velden if one.gewicht is een.wijziging.gewicht]
    every = (_van_veld(blik.regio, found, one) for one in fields or een.wijziging.velden)
    return frozenset(key for keys in every for key in keys)


def _van_veld(regio: Regio, whole: Deel, one: Veldwijziging) -> set[str]:
    """By the innermost part that names any; a row of figures names its own area."""
    if isinstance(whole, Waarnemingen):
        return {rij_van(one)[1]} & regio.gemeenten.keys()
    for part in reversed([whole, *_onderweg(whole, one)]):
        if found := {*_genoemd(regio, part, diep=part is not whole)}:
            return found
    return set()


def rij_van(one: Veldwijziging) -> tuple[str, str, str]:
    """Of a figure that came or changed: indicator, area and period; empty where not told."""
    found = next(iter(one.namen.values()), None)
    parts = [*(found.sleutel.split("/") if found else ()), "", "", ""]
    return parts[0], parts[1], parts[2]


def _onderweg(whole: Deel, one: Veldwijziging) -> Iterator[Deel]:
    """The parts of the record on the way to a field, as far as they are there today."""
    here: Any = whole
    for depth, step in enumerate(one.loc):
        here = (
            getattr(here, step, None)
            if isinstance(step, str)
            else _item(here, one.namen.get(depth))
        )
        if here is None:
            return
        if isinstance(here, Deel):
            yield here


def _item(items: Any, naam: Itemnaam | None) -> Any:
    """The item of a list that has this key."""
    if not naam or not naam.sleutel or not isinstance(items, tuple):
        return None
    same = (one for one in items if isinstance(one, Deel) and _sleutel(one) == naam.sleutel)
    return next(same, None)


def _sleutel(one: Deel) -> str:
    return "/".join(str(getattr(one, name, "")) for name in one.sleutel)


def _genoemd(regio: Regio, part: Deel, *, diep: bool) -> Iterator[str]:
    """The municipalities that a part names: itself, or also (``diep``) in parts of it."""
    for leaf in gelopen(part):
        if not leaf.verwijzing or not isinstance(leaf.value, str):
            continue
        if diep or sum(isinstance(step, str) for step in leaf.loc) == 1:
            kinds = {SOORT[one].type for one in leaf.verwijzing.soorten}
            if Gemeente in kinds or Werkingsgebied in kinds:
                yield from _plek(regio, leaf.value)
            else:
                yield from _van_overleg(regio, leaf.value, kinds)


def _plek(regio: Regio, key: str) -> Iterable[str]:
    """Of a party, which may stand there too, none; of the whole region neither."""
    is_place = key in regio.gemeenten or key in regio.werkingsgebieden
    return gemeenten_van(regio, (key,)) if is_place and key != regio.gebied else ()


def _van_overleg(regio: Regio, key: str, kinds: set[type[Deel]]) -> Iterator[str]:
    """A body of one municipality is its own, with its meetings and what is decided there."""
    meeting = regio.vergaderingen.get(key) if Vergadering in kinds else None
    body = regio.overleggen.get((meeting.overleg or "") if meeting else key)
    if body and body.gemeente and (meeting or Overleg in kinds):
        yield body.gemeente
