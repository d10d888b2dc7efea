"""A difference in words for people: the field as it is called, what it was and what it becomes.

In the language of a ``Vertaler``: labels and choices are texts of the interface, a text of the data
has its translation or stays Dutch, and says so. Not here: what changed (``verschil``), how much
that matters (``gewicht``), or how it looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel, LaterIngevuld
from macros.model.basis.tekst import Tekstsoort
from macros.model.basis.verwijzing import DeelVan, Verwijzing
from macros.model.basis.vorm import Keuze
from macros.model.geheel import SOORT
from macros.model.label import keuze_in_woorden, label
from macros.model.veld import Waarde, waarde
from macros.source.nodes import Loc, Value, op
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.wijziging.geschiedenis import Itemnaam, Veldwijziging
from macros.wijziging.paren import Soort, binnen
from macros.wijziging.samenvoegen import NIETS
from macros.wijziging.veldwijziging import KORT, is_kort, namen, veldwijzigingen
from macros.wijziging.verschil import Aard, Staat, Verandering, soort_van_pad, velden

Titel = Callable[[str], Tekst | None]
"""What the record in a file is called, or behind ``#`` a part of it by its list and id; None when
it is not there.
"""
TUSSEN = ": "
NEDERLANDS = Vertaler(BRONTAAL)


class Stuk(NamedTuple):
    """Some words that stay, or that only the one or the other text has."""

    aard: Aard | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Woorden:
    """Words in a row, some of which may be in another language than the others."""

    delen: tuple[Tekst, ...]

    def __str__(self) -> str:
        return "".join(one.tekst for one in self.delen)

    @property
    def taal(self) -> str | None:
        """The language of all of it; None when there are more."""
        found = {one.taal for one in self.delen}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Regel:
    """One change of a field. ``stappen`` is the way to it, field by field and item by item. ``oud``
    is None for what is new, ``nieuw`` for what goes, and both for what may not be shown; ``loc`` is
    its place in the record as it becomes, or else as it was. Of a text that is written otherwise
    ``stukken`` says which words.
    """

    pad: str
    loc: Loc
    stappen: tuple[Woorden, ...]
    oud: Woorden | None
    nieuw: Woorden | None
    stukken: tuple[Stuk, ...] = ()

    @property
    def label(self) -> str:
        """The way in one line."""
        return TUSSEN.join(map(str, self.stappen))


# ---------------------------------------------------------------- what things are called


@cache
def _veld(kind: Soort, naam: str) -> Waarde | None:
    field = kind.model_fields.get(naam) if kind else None
    return waarde(field) if field else None


def _label(kind: Soort, naam: str) -> str:
    field = kind.model_fields.get(naam) if kind else None
    return label(naam, field.description or "" if field else "")


def titels(staat: Staat) -> Titel:
    """What the records of a state are called, by their own fields, in Dutch."""
    zegt = Zegger(NEDERLANDS, lambda pad: titel(pad))

    def titel(pad: str) -> Tekst | None:
        if "#" in pad:
            return deeltitel(staat.get(pad.partition("#")[0]), pad)
        if pad not in staat:
            return None
        kind, value = soort_van_pad(pad), staat[pad]
        if kind is None or not isinstance(value, dict) or kind.titel not in value:
            return Tekst(pad.rpartition("/")[2].partition(".")[0], BRONTAAL)
        found = zegt.waarde(value[kind.titel], _veld(kind.type, kind.titel))
        return Tekst(str(found), BRONTAAL)

    return titel


def deeltitel(value: Value, pad: str) -> Tekst | None:
    """What a part of a record with this value is called, in Dutch."""
    veld, _, key = pad.partition("#")[2].partition("/")
    parts = op(value, (veld,))
    for one in parts if isinstance(parts, list) else ():
        if op(one, ("id",)) == key:
            name = op(one, ("titel",))
            return Tekst(name, BRONTAAL) if isinstance(name, str) else None
    return None


def pad_in_woorden(kind: Soort, value: Value, loc: Loc, titel: Titel = lambda pad: None) -> str:
    """The way to a value in a record: "Acties: Doe iets: Stand"."""
    steps = Zegger(NEDERLANDS, titel).stappen(kind, loc, namen(kind, value, loc))
    return TUSSEN.join(map(str, steps))


def ingekort(text: str) -> str:
    """The first words of a text, to know it by."""
    flat = " ".join(text.split())
    return flat if len(flat) <= KORT else f"{flat[:KORT].rpartition(' ')[0] or flat[:KORT]} …"


@dataclass(frozen=True, slots=True)
class Zegger:
    """Says values as people do, in the language of ``v``; ``titel`` knows the records by name."""

    v: Vertaler
    titel: Titel

    def waarde(self, value: Value, veld: Waarde | None) -> Woorden:
        """A value as people say it: a date in words, a record by its title."""
        return Woorden(tuple(self._waarde(value, veld)))

    def stappen(self, kind: Soort, loc: Loc, names: Mapping[int, Itemnaam]) -> tuple[Woorden, ...]:
        """The way to a place in a record, of which ``names`` has the items of lists."""
        return tuple(self._stappen(kind, loc, names))

    def _stappen(self, kind: Soort, loc: Loc, names: Mapping[int, Itemnaam]) -> Iterator[Woorden]:
        for depth, part in enumerate(loc):
            if isinstance(part, str):
                yield Woorden((self._ui(_label(kind, part)),))
                kind = binnen(kind, part)
            elif depth in names:
                yield self._naam(names[depth], kind) or self._los(N_("nummer {n}"), n=part + 1)

    def _naam(self, item: Itemnaam, kind: Soort) -> Woorden | None:
        """What a group is called among others."""
        if not item.naam:
            return None
        found = self.waarde(item.naam, _veld(kind, item.veld))
        short = ingekort(str(found))
        return found if short == str(found) else Woorden((Tekst(short, found.taal or BRONTAAL),))

    def _ui(self, text: str, **values: object) -> Tekst:
        return Tekst(self.v.ui(text, **values), self.v.taal)

    def _los(self, text: str, **values: object) -> Woorden:
        return Woorden((self._ui(text, **values),))

    def _waarde(self, value: Value, veld: Waarde | None) -> Iterator[Tekst]:
        if isinstance(value, str):
            unknown = value == ONBEKEND.value and veld is not None and veld.mag_onbekend
            yield self._ui(value) if unknown else self._tekst(value, veld.kern if veld else None)
        elif isinstance(value, list):
            item = veld.item or veld if veld else None
            between = " \u00b7 " if any(isinstance(one, dict) for one in value) else ", "
            said = (self._waarde(one, item) for one in value)
            yield from self._aaneen(said, between, N_("niets"))
        elif value is None:
            yield self._ui(N_("leeg"))
        else:
            yield from self._aaneen(self._velden(value, veld), "; ", "")

    def _aaneen(
        self, parts: Iterable[Iterable[Tekst]], between: str, anders: str
    ) -> Iterator[Tekst]:
        any_ = False
        for part in parts:
            if any_:
                yield Tekst(between, self.v.taal)
            any_ = True
            yield from part
        if not any_ and anders:
            yield self._ui(anders)

    def _velden(self, value: Mapping[str, Value], veld: Waarde | None) -> Iterator[Iterator[Tekst]]:
        kind = veld.kern.type if veld else None
        group = kind if isinstance(kind, type) and issubclass(kind, Deel) else None
        for name in velden(group, value):
            if name == "id" and len(value) > 1:
                continue
            begin = Tekst(f"{self.v.ui(_label(group, name))}{TUSSEN}", self.v.taal)
            said: Iterable[Tekst] = self._waarde(value[name], _veld(group, name))
            if group is LaterIngevuld and name == "veld" and isinstance(value[name], str):
                said = [self._ui(label(str(value[name])))]
            yield chain([begin], said)

    def _tekst(self, value: str, veld: Waarde | None) -> Tekst:
        if veld is None:
            return Tekst(value, BRONTAAL)
        if target := veld.merk(Verwijzing):
            names = (self.titel(SOORT[kind].bestand(value)) for kind in target.soorten)
            return next((name for name in names if name), Tekst(value, self.v.taal))
        if part := veld.merk(DeelVan):
            place = f"{SOORT[part.soort].bestand()}#{part.veld}/{value}"
            return self.titel(place) or Tekst(value, self.v.taal)
        if veld.type is Datum:
            try:
                return Tekst(self.v.datum(Datum.parse(value)), self.v.taal)
            except PydanticCustomError:
                return Tekst(value, self.v.taal)
        if isinstance(veld.type, type) and issubclass(veld.type, Keuze):
            return self._ui(keuze_in_woorden(value))
        kind = veld.merk(Tekstsoort)
        if kind is None:
            return Tekst(value, self.v.taal)
        return self.v.titel(value) if kind is Tekstsoort.NAAM else self.v.tekst(value)


# ---------------------------------------------------------------- a difference


def regels(
    oud: Staat,
    nieuw: Staat,
    veranderingen: Iterable[Verandering],
    titel: Titel | None = None,
) -> Iterator[Regel]:
    """Each change in Dutch, record by record; of a new record each of its fields. A list of short
    values is told as one. ``titel`` knows the records as they become, where the states do not.
    """
    before, after = titels(oud), titel or titels(nieuw)
    for one, found in veldwijzigingen(oud, nieuw, veranderingen):
        line = veldregel(NEDERLANDS, one.pad, found, lambda pad: after(pad) or before(pad))
        yield _verplaatst(line, one) if found.verplaatst else line


def _verplaatst(line: Regel, one: Verandering) -> Regel:
    """Another place in a list, or another name of the file."""
    was, wordt = (one.was or ())[-1], (one.wordt or ())[-1]
    if isinstance(was, str):
        file = (_los(NEDERLANDS, N_("Bestand")),)
        return replace(line, stappen=file, oud=_dutch(was), nieuw=_dutch(str(wordt)))
    return replace(line, oud=_los(NEDERLANDS, PLAATS, n=was + 1))


PLAATS = N_("plaats {n}")


def veldregel(v: Vertaler, pad: str, wijziging: Veldwijziging, titel: Titel) -> Regel:
    """A change of a field of the record at ``pad``, in the language of ``v``. Of an item that moved
    only where it stands now.
    """
    kind = soort_van_pad(pad)
    group: Soort = kind.type if kind else None
    zegt = Zegger(v, titel)
    loc, old, new = wijziging.loc, wijziging.oud, wijziging.nieuw
    steps = zegt.stappen(group, loc, wijziging.namen)
    if wijziging.verplaatst:
        place = _los(v, PLAATS, n=loc[-1] + 1) if loc and isinstance(loc[-1], int) else None
        return Regel(pad, loc, steps, None, place)
    veld = veld_op(group, loc)
    before, after = (None if one is NIETS else zegt.waarde(one, veld) for one in (old, new))
    line = Regel(pad, loc, steps, before, after)
    texts = isinstance(old, str) and isinstance(new, str)
    return met_stukken(line) if texts else line


def veld_op(kind: Soort, loc: Loc) -> Waarde | None:
    """What the type says of a place."""
    veld: Waarde | None = None
    for part in loc:
        if isinstance(part, str):
            veld = _veld(kind, part)
            kind = binnen(kind, part)
        else:
            veld = veld.item if veld else None
    return veld


def _los(v: Vertaler, text: str, **values: object) -> Woorden:
    return Woorden((Tekst(v.ui(text, **values), v.taal),))


def _dutch(text: str) -> Woorden:
    return Woorden((Tekst(text, BRONTAAL),))


# ---------------------------------------------------------------- two texts


def met_stukken(line: Regel) -> Regel:
    """The same with the words that are otherwise, of a text that is long and in one language."""
    if line.oud is None or line.nieuw is None or line.oud.taal != line.nieuw.taal:
        return line
    old, new = str(line.oud), str(line.nieuw)
    return line if is_kort(old + new) else replace(line, stukken=tuple(stukken(old, new)))


def tekstregel(pad: str, loc: Loc, naam: str, oud: str | None, nieuw: str | None) -> Regel:
    """A text called ``naam`` that is written otherwise."""
    before, after = (None if one is None else _dutch(one) for one in (oud, nieuw))
    return met_stukken(Regel(pad, loc, (_dutch(naam),), before, after))


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
