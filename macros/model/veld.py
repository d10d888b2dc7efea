"""What the type of a field says to whoever asks a person for it: forms, sheets, the handbook.

Not here: what a field is called (``label``), walking a record (``walk``), or what JSON Schema says
of a field (``schema``).
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Zekerheid
from macros.model.basis.verwijzing import DeelVan, Verwijzing
from macros.model.basis.vorm import Keuze


class Waarde(NamedTuple):
    """What an annotation comes down to: a type, the markers around it, and of a list its items."""

    type: Any
    markers: tuple[Any, ...]
    mag_onbekend: bool
    item: Waarde | None

    @property
    def kern(self) -> Waarde:
        """One value: of a list that of an item."""
        return self.item.kern if self.item else self

    def merken(self) -> Iterator[Any]:
        """The markers on it and on what stands in it."""
        yield from self.markers
        if self.item:
            yield from self.item.merken()

    def merk(self, kind: type[Any]) -> Any:
        """The marker of this type, or None."""
        return next((one for one in self.markers if isinstance(one, kind)), None)


def waarde(field: FieldInfo) -> Waarde:
    """What a field holds."""
    return _ontleed(field.annotation, tuple(field.metadata))


def _ontleed(annotation: Any, markers: tuple[Any, ...] = ()) -> Waarde:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _ontleed(arguments[0], (*markers, *arguments[1:]))
    if origin in (Union, types.UnionType):
        rest = [one for one in arguments if one not in (types.NoneType, Onbekend)]
        found = (
            _ontleed(rest[0], markers)
            if len(rest) == 1
            else Waarde(annotation, markers, False, None)
        )
        return found._replace(mag_onbekend=found.mag_onbekend or Onbekend in arguments)
    if origin is tuple:
        return Waarde(tuple, markers, False, _ontleed(arguments[0]))
    return Waarde(annotation, markers, False, None)


_NAAR_EEN_ID = re.compile(r"^Id(?:'s)? van (\w)")
_EN_EEN_ID = re.compile(r" Id(?:'s)? van [^.]*\.")


def uitleg(field: FieldInfo) -> str:
    """The description for who chooses a record by its name and has no need of ids."""
    found = field.description or ""
    core = waarde(field).kern
    if core.merk(Verwijzing) is None and core.merk(DeelVan) is None:
        return found
    found = _EN_EEN_ID.sub("", found)
    return _NAAR_EEN_ID.sub(lambda start: start.group(1).upper(), found)


def opties(kind: type[Keuze]) -> tuple[Keuze, ...]:
    """What one can choose; nobody is asked for invented facts."""
    return tuple(one for one in kind if one is not Zekerheid.VOORBEELD)
