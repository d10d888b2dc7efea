"""Which sheets and columns a kind of record has, from its type.

The first sheet has a row for each record and a column for each value. A list of groups (the acties
of a speerpunt) is a sheet of its own, with a row for each, below the record it is of. A group or
list that may be unknown or left out has a column that says whether it is there, but for the dates
of what was looked for: these speak for themselves. Not here: the
cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from macros.invoer.inzending.vragen import Antwoord, Vraag, vraag_bij
from macros.model.basis.record import Deel, Gezocht
from macros.model.basis.vorm import Invoer, Vorm
from macros.model.geheel import SOORT
from macros.model.label import label
from macros.model.soort import Soort
from macros.model.veld import Waarde, uitleg, waarde

ID = "id"
INGEVULD = "ingevuld"
"""In the column of a group or list that is there."""
_LANGSTE_NAAM = 31
"""Signs in the name of a sheet at most."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: the value at ``loc`` below its row. Without ``vraag`` it says whether a group or
    list is there.
    """

    loc: tuple[str, ...]
    kop: str
    uitleg: str
    vraag: Vraag | None = None
    mag_onbekend: bool = False
    is_lijst: bool = False


@dataclass(frozen=True, slots=True)
class Tabblad:
    """A sheet: the lists on the way from the record to its rows, each below the one before it;
    ``sleutels`` are the headings that say of which record, and which item of each list, a row is.
    """

    naam: str
    weg: tuple[tuple[str, ...], ...]
    sleutels: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    met_nummer: bool = False
    """Whether its rows have sheets below them and no id: they are numbered."""
    los: bool = False
    """Whether a row is a text, and no group of fields."""

    @property
    def koppen(self) -> tuple[str, ...]:
        """Every heading, from left to right."""
        return (*self.sleutels, *(one.kop for one in self.kolommen))


@cache
def indeling(soort: str) -> tuple[Tabblad, ...]:
    """The sheets of a kind, each after the one it is below."""
    kind = SOORT[soort]
    return tuple(_bladen(kind, kind.type, kind.meervoud, (), (ID,) * kind.is_map, set()))


@dataclass
class _Inhoud:
    kolommen: list[Kolom] = field(default_factory=list)
    lijsten: list[tuple[tuple[str, ...], str, Waarde]] = field(default_factory=list)


def _bladen(
    soort: Soort,
    kind: type[Deel] | None,
    naam: str,
    weg: tuple[tuple[str, ...], ...],
    sleutels: tuple[str, ...],
    gebruikt: set[str],
) -> Iterator[Tabblad]:
    naam = _eigen_naam(naam, gebruikt)
    if kind is None:
        asked = Vraag(
            (), naam, "", Antwoord.ALINEAS, meer=False, verplicht=True, mag_onbekend=False
        )
        text = Kolom((), naam, "", asked)
        yield Tabblad(naam, weg, sleutels, (text,), los=True)
        return
    found = _Inhoud()
    _velden(kind, (), "", found)
    columns = [one for one in found.kolommen if weg or one.loc != (ID,) or not soort.is_map]
    numbered = bool(weg and found.lijsten and ID not in kind.model_fields)
    own = (*sleutels, "nummer") if numbered else sleutels
    yield Tabblad(naam, weg, own, tuple(columns), met_nummer=numbered)
    for loc, heading, held in found.lijsten:
        below = held.kern.type
        group = below if isinstance(below, type) and issubclass(below, Deel) else None
        keys = (*sleutels, naam) if weg else sleutels
        yield from _bladen(soort, group, heading, (*weg, loc), keys, gebruikt)


def _velden(kind: type[Deel], boven: tuple[str, ...], kop: str, found: _Inhoud) -> None:
    for name, info in kind.model_fields.items():
        held, loc = waarde(info), (*boven, name)
        heading = f"{kop}{label(name, info.description or '')}"
        group = isinstance(held.kern.type, type) and issubclass(held.kern.type, Deel)
        texts = held.item is not None and _alineas(held.kern)
        if not group and not texts:
            found.kolommen.append(
                Kolom(loc, heading, uitleg(info), vraag_bij(loc, info), held.mag_onbekend)
            )
            continue
        may_miss = held.mag_onbekend or not info.is_required() or held.item is not None
        if may_miss and not (group and issubclass(held.kern.type, Gezocht)):
            there = Kolom(loc, heading, uitleg(info), None, held.mag_onbekend, bool(held.item))
            found.kolommen.append(there)
        if held.item is not None:
            found.lijsten.append((loc, heading, held))
        else:
            _velden(held.kern.type, loc, f"{heading}: ", found)


def _alineas(kern: Waarde) -> bool:
    vorm = kern.merk(Vorm)
    return vorm is not None and vorm.invoer is Invoer.ALINEAS


def _eigen_naam(naam: str, gebruikt: set[str]) -> str:
    """The name of a sheet: short enough, and no other's in any case."""
    short = naam.replace(":", "").replace("/", " ")[:_LANGSTE_NAAM].strip()
    number = 2
    while short.casefold() in gebruikt:
        short = f"{naam[: _LANGSTE_NAAM - 3].strip()} {number}"
        number += 1
    gebruikt.add(short.casefold())
    return short
