"""What a table of the contract is: a type of row whose fields say what they mean, and who fills it.

A field is an annotation: ``datum: Annotated[Datum | Onbekend, Veld(N_("Datum"), N_("..."))]``. Its
type says what kind of value it holds. In a row, what nobody knows is ``ONBEKEND`` and what does not
apply is None. In the files both are empty, and the last fields of each row tell them apart.

Not here: which tables there are (``v1``), or how a value is written (``gevuld``, ``vorm``).
"""

from __future__ import annotations

import datetime
import inspect
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from macros.discover import import_all
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik

VERSIE = "1.0"
"""Of the contract: that of the newest entry in its log of changes (``v1.wijzigingen``)."""
MAP = "data/v1/"
"""Where all of it is, below the folder of a language."""

Code = NewType("Code", str)
"""An id, a code or a choice: the same in every language, and nothing to count with."""
Adres = NewType("Adres", str)
"""A whole address on the web."""
Pagina = NewType("Pagina", str)
"""A page of this site by its site path; in the files it is a whole address."""


class Veldsoort(Enum):
    """What one value of a field is."""

    CODE = "code"
    TEKST = "tekst"
    ADRES = "adres"
    GETAL = "getal"
    GEHEEL = "geheel getal"
    JANEE = "ja of nee"
    DAG = "dag"
    DATUM = "datum"
    """A year, a month or a day, as precise as it is known: ``2021``, ``2021-07``."""


_SOORT_VAN: Mapping[Any, Veldsoort] = {
    Code: Veldsoort.CODE,
    Tekst: Veldsoort.TEKST,
    str: Veldsoort.TEKST,
    Adres: Veldsoort.ADRES,
    Pagina: Veldsoort.ADRES,
    Decimal: Veldsoort.GETAL,
    int: Veldsoort.GEHEEL,
    bool: Veldsoort.JANEE,
    datetime.date: Veldsoort.DAG,
    Datum: Veldsoort.DATUM,
}


def _elke() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Veld:
    """What a field means; its texts are Dutch (``N_``), translated where they are shown.

    ``eenheid``: of its numbers. ``bron``: who laid down what it means, when that is not this site.
    ``naar``: the table whose key it holds. ``keuzen``: every value it can have, with what that
    means. ``sinds``: the version of the contract it came with.

    The rest follows from its annotation: ``lijst`` is whether a cell holds more than one value,
    ``verplicht`` whether it always holds one.
    """

    titel: str
    betekenis: str
    eenheid: str = ""
    bron: str = ""
    naar: str = ""
    keuzen: Mapping[str, str] = field(default_factory=_elke)
    sinds: str = "1.0"
    naam: str = ""
    soort: Veldsoort = Veldsoort.TEKST
    lijst: bool = False
    verplicht: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A row. Its first field is its key: no other row of its table has the same."""


STAARTVELDEN = (
    Veld(
        N_("Onbekend"),
        N_(
            "Welke velden van deze rij leeg zijn omdat niemand het weet. Elk ander leeg veld past "
            "hier niet, tenzij een veld ernaast zegt waarom het leeg is."
        ),
        naam="onbekend",
        soort=Veldsoort.CODE,
        lijst=True,
    ),
    Veld(
        N_("Niet vertaald"),
        N_("Welke velden van deze rij nog niet zijn vertaald: die zijn in het Nederlands."),
        naam="onvertaald",
        soort=Veldsoort.CODE,
        lijst=True,
    ),
)
"""The last fields of every row: they follow from what the others hold."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of the contract.

    ``naam``: what its files are called. ``soort``: the kind of record it is of, empty when its rows
    are no records. ``gebied``: the area it is part of; a region without that area has no such file.
    """

    naam: str
    titel: str
    uitleg: str
    velden: tuple[Veld, ...]
    """In their order; the first is its key."""
    maak: Callable[[Blik], Iterable[Rij]]
    soort: str
    gebied: str
    sinds: str


def velden_van(rij: type[Rij]) -> tuple[Veld, ...]:
    """The fields of a type of row: its own, those of the types it extends, the last of every row.

    Raises TypeError where a field does not say what it means, or holds what no file can hold.
    """
    hints = get_type_hints(rij, include_extras=True)
    names = (name for one in rij.__mro__ for name in inspect.get_annotations(one))
    own = (_veld(f"{rij.__name__}.{name}", hints[name]) for name in dict.fromkeys(names))
    return (*own, *STAARTVELDEN)


def _veld(waar: str, hint: Any) -> Veld:
    inside, *said = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    kinds = {*_soorten(inside)}
    (kind, *more) = kinds - {type(None), Onbekend}
    many = get_origin(kind) is tuple
    if many:
        kind = get_args(kind)[0]
    if more or len(said) != 1 or not isinstance(said[0], Veld) or kind not in _SOORT_VAN:
        raise TypeError(f"{waar}: a field is Annotated[kind, Veld(...)], not {hint}")
    return replace(
        said[0],
        naam=waar.rpartition(".")[2],
        soort=_SOORT_VAN[kind],
        lijst=many,
        verplicht=len(kinds) == 1 and not many,
    )


def _soorten(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, types.UnionType):
        for one in get_args(hint):
            yield from _soorten(one)
    else:
        yield hint


R = TypeVar("R", bound=Rij)
_TABELLEN: list[Tabel] = []


def tabel(
    titel: str, uitleg: str, *, soort: str = "", sinds: str = "1.0"
) -> Callable[[Callable[[Blik], Iterable[R]]], Callable[[Blik], Iterable[R]]]:
    """Register what fills a table: its name is that of the function, its type of row is what that
    gives, its area the module that it is in.
    """

    def meld(maak: Callable[[Blik], Iterable[R]]) -> Callable[[Blik], Iterable[R]]:
        (rij,) = get_args(get_type_hints(maak)["return"])
        area = maak.__module__.rpartition(".")[2]
        fields = velden_van(rij)
        _TABELLEN.append(Tabel(maak.__name__, titel, uitleg, fields, maak, soort, area, sinds))
        return maak

    return meld


@cache
def alle_tabellen() -> tuple[Tabel, ...]:
    """Every table of the contract, area by area, whichever was imported first."""
    import_all("macros.opendata.v1")
    return tuple(sorted(_TABELLEN, key=lambda one: one.gebied))


def keuzeteksten() -> Iterator[str]:
    """What every choice in a table means, once: Dutch, to be translated."""
    fields = (one for table in alle_tabellen() for one in table.velden)
    yield from dict.fromkeys(text for one in fields for text in one.keuzen.values())
