"""What happened to each record between two states, as far as it may be shown.

Not here: where the states come from (``gitdagen``), or words for it (``woorden``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from macros.model.basis.record import Status
from macros.model.basis.verwijzing import kan_id_zijn
from macros.model.geheel import SOORTEN
from macros.model.monitor.indicator import Waarneming
from macros.model.soort import Soort
from macros.source.nodes import Loc, Value, op
from macros.source.tabel import RIJEN
from macros.taal.vertaler import Tekst
from macros.wijziging.geschiedenis import (
    Gebeurtenis,
    Gewicht,
    Itemnaam,
    Recordwijziging,
    Veldwijziging,
)
from macros.wijziging.gewicht import KLEINE_TYPEN, gewicht
from macros.wijziging.poort import Poort, bekend
from macros.wijziging.samenvoegen import NIETS
from macros.wijziging.veldwijziging import veldwijzigingen
from macros.wijziging.verschil import Aard, Staat, Verandering, soort_toen, verschillen
from macros.wijziging.woorden import NEDERLANDS, Titel, Zegger, titels, veld_op

NOTITIES = "wijzigingen"
"""The field of the notes of the editor."""
_STATUS = "status"
_VAST = frozenset(("id", _STATUS))
"""Fields of a record that say which one it is and whether it counts, and not what it says."""


def recordwijzigingen(
    oud: Staat, nieuw: Staat, poort: Poort, genoemd: Staat = MappingProxyType({})
) -> tuple[Recordwijziging, ...]:
    """Of every record that is not the same in both, by path; a file without fields, or with a name
    that no record can have, is none. ``genoemd`` has records that others are called after, where
    the states do not hold them.
    """
    before, after = (
        {
            pad: bekend(pad, one)
            for pad, one in staat.items()
            if soort_van_record(pad) and isinstance(one, dict)
        }
        for staat in (oud, nieuw)
    )
    figures = sorted(pad for pad in {*before, *after} if _is_tabel(pad))
    rest = [
        {pad: one for pad, one in staat.items() if not _is_tabel(pad)} for staat in (before, after)
    ]
    found = [*_records(rest[0], rest[1], poort, genoemd)]
    found += (_cijfers(pad, before.get(pad), after.get(pad), poort) for pad in figures)
    return tuple(sorted((one for one in found if one), key=lambda one: one.pad))


_SOORTEN_MET_TABEL = frozenset(soort.pad for soort in SOORTEN if soort.tabellen)


def soort_van_record(pad: str) -> Soort | None:
    """The kind of record at a path, when a file can be called so today."""
    soort = soort_toen(pad)
    stem = pad.rpartition("/")[2].removesuffix(soort.uitgang) if soort else ""
    one = soort is not None and (not soort.is_map or soort.voorheen == pad or kan_id_zijn(stem))
    return soort if one else None


def _is_tabel(pad: str) -> bool:
    return pad.rpartition("/")[0] in _SOORTEN_MET_TABEL


def _records(
    oud: Staat, nieuw: Staat, poort: Poort, genoemd: Staat
) -> Iterator[Recordwijziging | None]:
    titel = _titels({**oud, **genoemd, **nieuw}, poort)
    for pad, found in groupby(verschillen(oud, nieuw), lambda one: one.pad):
        yield _Record(oud, nieuw, pad, tuple(found), poort).wijziging(titel)


def _titels(staat: Staat, poort: Poort) -> Titel:
    """What records are called, as far as that may be shown."""
    titel = titels(staat)

    def getoond(pad: str) -> Tekst | None:
        soort, value = soort_toen(pad), staat.get(pad)
        name = op(value, (soort.titel,)) if soort else None
        return titel(pad) if soort and name and poort.waarde(pad, (soort.titel,), name) else None

    return getoond


class _Record:
    """One record that is not the same."""

    def __init__(
        self,
        oud: Staat,
        nieuw: Staat,
        pad: str,
        changes: tuple[Verandering, ...],
        poort: Poort,
    ) -> None:
        self.oud, self.nieuw, self.pad, self.changes, self.poort = oud, nieuw, pad, changes, poort
        moved = next((one for one in changes if not one.in_nieuw and one.wordt and one.was), None)
        self.was = str((moved.was or ("",))[0]) if moved else pad
        self.telde, self.telt = _telt(oud, self.was), _telt(nieuw, pad)

    def wijziging(self, titel: Titel) -> Recordwijziging | None:
        """What happened to it; None when that is nothing, or its very name may not be shown."""
        if not self.poort.pad(self.pad):
            return None
        name = self.titel(titel)
        if name is None and not self.poort.is_er(self.pad):
            return None
        event, notes = self.gebeurtenis(), self.toelichting()
        there = self.pad in self.nieuw and self.was in self.oud
        fields = tuple(self.velden()) if there else ()
        matters = bool(notes) or any(one.gewicht is Gewicht.BETEKENIS for one in fields)
        if event is Gebeurtenis.HERNOEMD and matters:
            event = Gebeurtenis.GEWIJZIGD
        if event is Gebeurtenis.GEWIJZIGD and not fields and not notes:
            return None
        if event in (Gebeurtenis.NIEUW, Gebeurtenis.VERVALLEN, Gebeurtenis.TERUG):
            soort = soort_toen(self.pad)
            served = soort is not None and issubclass(soort.type, KLEINE_TYPEN)
            matters = matters or (self.telde is not self.telt and not served)
        weight = Gewicht.BETEKENIS if matters else Gewicht.KLEIN
        was = self.was if self.was != self.pad and self.poort.pad(self.was) else None
        return Recordwijziging(self.pad, event, weight, name or "", fields, notes, was)

    def gebeurtenis(self) -> Gebeurtenis:
        if self.was not in self.oud:
            return Gebeurtenis.NIEUW
        if self.pad not in self.nieuw or (self.telde and not self.telt):
            return Gebeurtenis.VERVALLEN
        if self.telt and not self.telde:
            return Gebeurtenis.TERUG
        return Gebeurtenis.HERNOEMD if self.was != self.pad else Gebeurtenis.GEWIJZIGD

    def titel(self, titel: Titel) -> str | None:
        """What it is called, or was; empty when it has no name, None when that may not be shown."""
        soort = soort_toen(self.pad)
        value = self.nieuw.get(self.pad, self.oud.get(self.was))
        name = op(value, (soort.titel,)) if soort else None
        if soort is None or not name:
            return ""
        if not self.poort.waarde(self.pad, (soort.titel,), name):
            return None
        return str(Zegger(NEDERLANDS, titel).waarde(name, veld_op(soort.type, (soort.titel,))))

    def velden(self) -> Iterator[Veldwijziging]:
        """Each field that says something else."""
        inside = (one for one in self.changes if one.in_nieuw)
        for one, found in veldwijzigingen(self.oud, self.nieuw, inside, gewicht):
            if found.loc[0] not in _VAST and not _is_notitie(one):
                yield self.getoond(found)

    def getoond(self, one: Veldwijziging) -> Veldwijziging:
        """The same with what may be shown of it."""
        shown = all(self.poort.waarde(self.pad, one.loc, side) for side in (one.oud, one.nieuw))
        namen = {depth: self.naam(one.loc[: depth + 1], name) for depth, name in one.namen.items()}
        if shown:
            return replace(one, namen=namen)
        return replace(one, namen=namen, oud=NIETS, nieuw=NIETS, verborgen=True)

    def naam(self, loc: Loc, one: Itemnaam) -> Itemnaam:
        sleutel = one.sleutel if self.poort.sleutel(self.pad, loc, one.sleutel) else ""
        shown = one.veld and self.poort.waarde(self.pad, (*loc, one.veld), one.naam)
        return Itemnaam(sleutel, one.veld, one.naam) if shown else Itemnaam(sleutel)

    def toelichting(self) -> tuple[str, ...]:
        """The notes that came, in their order."""
        came = [one.nieuw for one in self.changes if _is_notitie(one)]
        if self.was not in self.oud:
            came = [op(self.nieuw, (self.pad, NOTITIES))]
        notes = [note for one in came for note in (one if isinstance(one, list) else [one])]
        said = ((note, op(note, ("wat",))) for note in notes if note)
        return tuple(
            what
            for note, what in said
            if isinstance(what, str) and self.poort.waarde(self.pad, (NOTITIES,), [note])
        )


def _telt(staat: Staat, pad: str) -> bool:
    """Whether a record is there and counts."""
    status = op(staat.get(pad), (_STATUS,))
    return pad in staat and status != Status.GEARCHIVEERD.value


def _is_notitie(one: Verandering) -> bool:
    """Whether it is a note that came, or the first ones: those are told above all."""
    loc = one.wordt or ()
    return one.aard is Aard.ERBIJ and loc[1:2] == (NOTITIES,) and len(loc) <= 3


# ---------------------------------------------------------------- figures

_PLAATS = ("indicator", "gebied", "periode")
"""What a figure is of; how it is broken down is for the page of the figure to show."""
_TELT = (*_PLAATS, "uitsplitsing", "waarde", "status")
"""What a figure says; the rest is where it is from."""


def _cijfers(pad: str, oud: Value, nieuw: Value, poort: Poort) -> Recordwijziging | None:
    """That there are figures: of which indicator, area and period, and never which."""
    if not poort.pad(pad):
        return None
    known = {_rij(row, (*_TELT, *_HERKOMST)) for row in _rijen(oud)}
    said = {_rij(row, _TELT) for row in _rijen(oud)}
    found: dict[str, Veldwijziging] = {}
    for index, row in enumerate(_rijen(nieuw)):
        if _rij(row, (*_TELT, *_HERKOMST)) in known or not _is_cijfer(row):
            continue
        parts = _rij(row, _PLAATS)
        key = "/".join(parts)
        right = all(
            poort.waarde(pad, (RIJEN, index, name), one)
            for name, one in zip(_PLAATS, parts, strict=True)
        )
        weight = Gewicht.KLEIN if _rij(row, _TELT) in said else Gewicht.BETEKENIS
        if not right or (key in found and weight is Gewicht.KLEIN):
            continue
        loc: Loc = (RIJEN, index)
        names = {1: Itemnaam(key, "indicator", parts[0])}
        found[key] = Veldwijziging(loc, names, NIETS, NIETS, weight, verborgen=True)
    if oud is None:
        event = Gebeurtenis.NIEUW
    else:
        event = Gebeurtenis.VERVALLEN if nieuw is None else Gebeurtenis.GEWIJZIGD
    fields = tuple(found.values())
    if event is Gebeurtenis.GEWIJZIGD and not fields:
        return None
    matters = nieuw is None or any(one.gewicht is Gewicht.BETEKENIS for one in fields)
    weight = Gewicht.BETEKENIS if matters else Gewicht.KLEIN
    return Recordwijziging(pad, event, weight, "", fields)


def _is_cijfer(row: dict[str, Value]) -> bool:
    """Whether it says a figure: that one is hidden now would tell where to look for it."""
    return any(sign.isdigit() for sign in str(row.get("waarde") or ""))


_HERKOMST = tuple(name for name in Waarneming.model_fields if name not in _TELT)


def _rijen(value: Value) -> list[dict[str, Value]]:
    rows = op(value, (RIJEN,))
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _rij(row: dict[str, Value], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(row.get(name) or "") for name in names)
