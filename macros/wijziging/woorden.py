"""A difference in words for people: the field as it is called, what it was and what it becomes.

Not here: what changed (``verschil``), how much that matters, or how it looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from macros.model.basis.datum import Datum
from macros.model.basis.record import Deel, LaterIngevuld
from macros.model.basis.verwijzing import DeelVan, Verwijzing
from macros.model.basis.vorm import Keuze
from macros.model.geheel import SOORT
from macros.model.label import keuze_in_woorden, label, titelveld
from macros.model.veld import Waarde, waarde
from macros.source.nodes import Loc, Value, op
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Vertaler
from macros.wijziging.paren import Soort, binnen
from macros.wijziging.samenvoegen import NIETS, Misschien
from macros.wijziging.verschil import Aard, Staat, Verandering, soort_van_pad, velden

Titel = Callable[[str], str | None]
"""What the record in a file is called, or behind ``#`` a part of it by its list and id; None when
it is not there.
"""
TUSSEN = ": "
_KORT = 60
_V = Vertaler(BRONTAAL)


class Stuk(NamedTuple):
    """Some words that stay, or that only the one or the other text has."""

    aard: Aard | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Regel:
    """One change of a field. ``oud`` is None for what is new, ``nieuw`` for what goes; ``loc`` is
    its place in the record as it becomes, or else as it was. Of a text that is written otherwise
    ``stukken`` says which words.
    """

    pad: str
    loc: Loc
    label: str
    oud: str | None
    nieuw: str | None
    stukken: tuple[Stuk, ...] = ()


# ---------------------------------------------------------------- what things are called


@cache
def _veld(kind: Soort, naam: str) -> Waarde | None:
    field = kind.model_fields.get(naam) if kind else None
    return waarde(field) if field else None


def _label(kind: Soort, naam: str) -> str:
    field = kind.model_fields.get(naam) if kind else None
    return label(naam, field.description or "" if field else "")


def titels(staat: Staat) -> Titel:
    """What the records of a state are called, by their own fields."""

    def titel(pad: str) -> str | None:
        if "#" in pad:
            return deeltitel(staat.get(pad.partition("#")[0]), pad)
        if pad not in staat:
            return None
        kind, value = soort_van_pad(pad), staat[pad]
        if kind is None or not isinstance(value, dict) or kind.titel not in value:
            return pad.rpartition("/")[2].partition(".")[0]
        return in_woorden(value[kind.titel], _veld(kind.type, kind.titel), titel)

    return titel


def deeltitel(value: Value, pad: str) -> str | None:
    """What a part of a record with this value is called."""
    veld, _, key = pad.partition("#")[2].partition("/")
    parts = op(value, (veld,))
    for one in parts if isinstance(parts, list) else ():
        if op(one, ("id",)) == key:
            name = op(one, ("titel",))
            return name if isinstance(name, str) else None
    return None


def pad_in_woorden(kind: Soort, value: Value, loc: Loc, titel: Titel = lambda pad: None) -> str:
    """The way to a value in a record: "Acties: Doe iets: Stand"."""
    return TUSSEN.join(_stappen(kind, value, loc, titel))


def _stappen(kind: Soort, value: Value, loc: Loc, titel: Titel) -> Iterator[str]:
    for part in loc:
        if isinstance(part, str):
            yield _label(kind, part)
            kind = binnen(kind, part)
            value = value.get(part) if isinstance(value, dict) else None
        else:
            there = isinstance(value, list) and part < len(value)
            value = value[part] if there else None  # type: ignore[index]
            if isinstance(value, dict):
                yield _naam(value, kind, titel) or f"nummer {part + 1}"


def _naam(value: Mapping[str, Value], kind: Soort, titel: Titel) -> str:
    """What a group is called among others."""
    by = titelveld(kind) if kind else "id"
    names = (by, *(kind.sleutel if kind else Deel.sleutel))
    naam = next((name for name in names if value.get(name)), "")
    return ingekort(in_woorden(value.get(naam), _veld(kind, naam), titel)) if naam else ""


def ingekort(text: str) -> str:
    """The first words of a text, to know it by."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _KORT else f"{flat[:_KORT].rpartition(' ')[0] or flat[:_KORT]} …"


def in_woorden(value: Value, veld: Waarde | None, titel: Titel) -> str:
    """A value as people say it: a date in words, a record by its title."""
    if isinstance(value, str):
        return _tekst(value, veld.kern if veld else None, titel)
    if isinstance(value, list):
        item = veld.item or veld if veld else None
        between = " \u00b7 " if any(isinstance(one, dict) for one in value) else ", "
        return between.join(in_woorden(one, item, titel) for one in value) or "niets"
    if value is None:
        return "leeg"
    kind = veld.kern.type if veld else None
    group = kind if isinstance(kind, type) and issubclass(kind, Deel) else None
    said = dict(value)
    if group is LaterIngevuld and isinstance(name_of := value.get("veld"), str):
        said["veld"] = label(name_of)
    return "; ".join(
        f"{_label(group, name)}: {in_woorden(said[name], _veld(group, name), titel)}"
        for name in velden(group, value)
        if name != "id" or len(value) == 1
    )


def _tekst(value: str, veld: Waarde | None, titel: Titel) -> str:
    if veld is None:
        return value
    target = veld.merk(Verwijzing)
    if target:
        names = (titel(SOORT[kind].bestand(value)) for kind in target.soorten)
        return next((name for name in names if name), value)
    if part := veld.merk(DeelVan):
        return titel(f"{SOORT[part.soort].bestand()}#{part.veld}/{value}") or value
    if veld.type is Datum:
        try:
            return _V.datum(Datum.parse(value))
        except PydanticCustomError:
            return value
    is_choice = isinstance(veld.type, type) and issubclass(veld.type, Keuze)
    return keuze_in_woorden(value) if is_choice else value


# ---------------------------------------------------------------- a difference


def regels(
    oud: Staat,
    nieuw: Staat,
    veranderingen: Iterable[Verandering],
    titel: Titel | None = None,
) -> Iterator[Regel]:
    """Each change in words, record by record; of a new record each of its fields. A list of short
    values is told as one. ``titel`` knows the records as they become, where the states do not.
    """
    yield from _Woorden(oud, nieuw, titel).regels(veranderingen)


class _Woorden:
    def __init__(self, oud: Staat, nieuw: Staat, titel: Titel | None) -> None:
        self.oud, self.nieuw = oud, nieuw
        before, after = titels(oud), titel or titels(nieuw)
        self.titel: Titel = lambda pad: after(pad) or before(pad)

    def regels(self, veranderingen: Iterable[Verandering]) -> Iterator[Regel]:
        for (in_oud, in_nieuw), found in groupby(
            veranderingen, lambda one: (one.in_oud, one.in_nieuw)
        ):
            whole = op(self.oud, in_oud), op(self.nieuw, in_nieuw)
            if all(isinstance(one, list) and all(map(_is_kort, one)) for one in whole):
                yield self.regel(in_nieuw, *whole)
            else:
                for one in found:
                    yield from self.verandering(one)

    def verandering(self, one: Verandering) -> Iterator[Regel]:
        if not one.in_nieuw and one.aard is not Aard.VERPLAATST:
            yield from self.record(one)
        elif one.aard is Aard.VERPLAATST:
            yield self.verplaatst(one)
        elif one.aard is Aard.WEG and one.was:
            key = one.was[-1]
            place = (*one.in_nieuw, key) if isinstance(key, str) else one.in_nieuw
            yield self.regel(place, one.oud, NIETS)
        elif one.wordt:
            yield self.regel(one.wordt, NIETS if one.aard is Aard.ERBIJ else one.oud, one.nieuw)

    def record(self, one: Verandering) -> Iterator[Regel]:
        """A file that comes or goes: each of its fields."""
        kind = soort_van_pad(one.pad)
        value = one.nieuw if one.aard is Aard.ERBIJ else one.oud
        group = value if isinstance(value, dict) else {}
        for name in velden(kind.type if kind else None, group):
            if one.aard is Aard.ERBIJ:
                yield self.regel((one.pad, name), NIETS, group[name])
            else:
                yield self.regel((one.pad, name), group[name], NIETS)

    def verplaatst(self, one: Verandering) -> Regel:
        """Another place in a list, or another name of the file."""
        was, wordt = one.was or (), one.wordt or ()
        if not one.in_nieuw:
            return Regel(one.pad, (), "Bestand", str(was[-1]), str(wordt[-1]))
        before, after = (f"plaats {int(loc[-1]) + 1}" for loc in (was, wordt))
        return Regel(one.pad, wordt[1:], self.label(wordt), before, after)

    def label(self, loc: Loc) -> str:
        pad = str(loc[0])
        kind = soort_van_pad(pad)
        value = self.nieuw.get(pad, self.oud.get(pad))
        return pad_in_woorden(kind.type if kind else None, value, loc[1:], self.titel)

    def regel(self, loc: Loc, oud: Misschien, nieuw: Misschien) -> Regel:
        pad = str(loc[0])
        veld = self.veld(loc)
        before, after = (
            None if one is NIETS else in_woorden(one, veld, self.titel) for one in (oud, nieuw)
        )
        if isinstance(oud, str) and isinstance(nieuw, str):
            return tekstregel(pad, loc[1:], self.label(loc), before, after)
        return Regel(pad, loc[1:], self.label(loc), before, after)

    def veld(self, loc: Loc) -> Waarde | None:
        """What the type says of a place."""
        found = soort_van_pad(str(loc[0]))
        kind: Soort = found.type if found else None
        veld: Waarde | None = None
        for part in loc[1:]:
            if isinstance(part, str):
                veld = _veld(kind, part)
                kind = binnen(kind, part)
            else:
                veld = veld.item if veld else None
        return veld


def _is_kort(value: Value) -> bool:
    return isinstance(value, str) and len(value) <= _KORT and "\n" not in value


# ---------------------------------------------------------------- two texts


def tekstregel(pad: str, loc: Loc, naam: str, oud: str | None, nieuw: str | None) -> Regel:
    """A text that is written otherwise, with the words when it is long."""
    both = oud is not None and nieuw is not None and not _is_kort(oud + nieuw)
    return Regel(pad, loc, naam, oud, nieuw, tuple(stukken(oud or "", nieuw or "")) if both else ())


_MEEST = 2_000
"""So many words that are between what two texts begin and end with are compared one by one."""


def stukken(oud: str, nieuw: str) -> Iterator[Stuk]:
    """Which words stay, which go and which come, in the order of reading."""
    one, other = (re.findall(r"\s+|\S+", text) for text in (oud, nieuw))
    begin = _zelfde(one, other)
    end = _zelfde(one[begin:][::-1], other[begin:][::-1])
    middle = one[begin : len(one) - end], other[begin : len(other) - end]
    yield from _stuk(None, one[:begin])
    if max(map(len, middle)) > _MEEST:
        yield from _stuk(Aard.WEG, middle[0])
        yield from _stuk(Aard.ERBIJ, middle[1])
    else:
        import difflib  # half a start of the workbench is imports

        matcher = difflib.SequenceMatcher(None, *middle, autojunk=False)
        for what, a, b, c, d in matcher.get_opcodes():
            if what == "equal":
                yield from _stuk(None, middle[0][a:b])
            else:
                yield from _stuk(Aard.WEG, middle[0][a:b])
                yield from _stuk(Aard.ERBIJ, middle[1][c:d])
    yield from _stuk(None, one[len(one) - end :])


def _zelfde(een: Sequence[str], ander: Sequence[str]) -> int:
    """How many words two texts begin with are the same."""
    return next(
        (at for at, (one, other) in enumerate(zip(een, ander, strict=False)) if one != other),
        min(len(een), len(ander)),
    )


def _stuk(aard: Aard | None, words: Sequence[str]) -> Iterator[Stuk]:
    if words:
        yield Stuk(aard, "".join(words))
