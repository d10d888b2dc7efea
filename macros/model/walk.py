"""One walk over a record that finds every value with its place, description and markers.

References, unknowns and texts to translate are all found by it, so a new field takes part in all
three by its type alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple, get_args
from weakref import ref

from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel
from macros.model.basis.tekst import Letterlijk, Tekstsoort
from macros.model.basis.verwijzing import Verwijzing
from macros.model.veld import waarde
from macros.source.nodes import Loc


class Leaf(NamedTuple):
    """One value: ``veld`` and ``uitleg`` are those of the field it stands in."""

    loc: Loc
    value: Any
    veld: str
    uitleg: str
    tekst: Tekstsoort | None
    verwijzing: Verwijzing | None

    @property
    def onbekend(self) -> bool:
        """Whether the editor wrote ``onbekend`` here."""
        return self.value is ONBEKEND


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    uitleg: str
    tekst: Tekstsoort | None
    verwijzing: Verwijzing | None
    letterlijk: bool


def leaves(part: Deel, loc: Loc = ()) -> Iterator[Leaf]:
    """Every value in ``part`` that is not itself a list or a group, in field order."""
    for field in _fields(type(part)):
        yield from _below(getattr(part, field.name), (*loc, field.name), field)


Welke = Callable[[Leaf], bool]
"""Which values somebody asks for: a function that is the same each time."""

_GELOPEN: dict[int, tuple[ref[Deel], dict[Welke | None, tuple[Leaf, ...]]]] = {}


def gelopen(record: Deel, welke: Welke | None = None) -> tuple[Leaf, ...]:
    """The same, or those of them that ``welke`` chooses: once for as long as there is this very
    record (one that is equal is not).
    """
    key = id(record)
    found = _GELOPEN.get(key)
    if found is None or found[0]() is not record:
        gone = partial(_vergeten, key)
        found = _GELOPEN[key] = ref(record, gone), {None: tuple(leaves(record))}
    known = found[1]
    if welke not in known:
        assert welke is not None
        known[welke] = tuple(filter(welke, known[None]))
    return known[welke]


def _vergeten(key: int, gone: ref[Deel]) -> None:
    if (found := _GELOPEN.get(key)) and found[0] is gone:
        del _GELOPEN[key]


def _below(value: Any, loc: Loc, field: _Field) -> Iterator[Leaf]:
    if value is None:
        return
    if isinstance(value, Deel):
        yield from leaves(value, loc)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _below(item, (*loc, index), field)
    else:
        yield Leaf(loc, value, field.name, field.uitleg, field.tekst, field.verwijzing)


@cache
def _fields(kind: type[Deel]) -> tuple[_Field, ...]:
    found = []
    for name, info in kind.model_fields.items():
        markers = [*waarde(info).merken()]
        found.append(
            _Field(
                name,
                info.description or "",
                next((m for m in markers if isinstance(m, Tekstsoort)), None),
                next((m for m in markers if isinstance(m, Verwijzing)), None),
                any(isinstance(m, Letterlijk) for m in markers),
            )
        )
    return tuple(found)


def op_plek(part: Deel, loc: Loc) -> Any:
    """What stands at a place in ``part``."""
    found: Any = part
    for step in loc:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return found


def first_sentence(description: str) -> str:
    """What a field means; what follows is advice to the editor."""
    return description.split(". ", 1)[0].rstrip(".") + "."


def nested_types(kind: type[Deel]) -> Iterator[type[Deel]]:
    """The groups of fields inside ``kind``, at any depth."""
    for field in kind.model_fields.values():
        inner = nested(field.annotation)
        if inner is not None:
            yield inner
            yield from nested_types(inner)


def nested(annotation: Any) -> type[Deel] | None:
    """The group of fields that a field (or each item of its list) consists of, if it does."""
    if isinstance(annotation, type) and issubclass(annotation, Deel):
        return annotation
    for arg in get_args(annotation):
        found = nested(arg)
        if found:
            return found
    return None


def tekstsoort(kind: type[Deel], veld: str) -> Tekstsoort | None:
    """Whether a field is a text, and of which sort."""
    return next(field.tekst for field in _fields(kind) if field.name == veld)


def letterlijk(kind: type[Deel], veld: str) -> bool:
    """Whether a field repeats words of another file, right or wrong."""
    return any(field.letterlijk for field in _fields(kind) if field.name == veld)


def verwijzing_in(kind: type[Deel], veld: str) -> Verwijzing | None:
    """The records that a field points to, when it does."""
    return next(field.verwijzing for field in _fields(kind) if field.name == veld)


def verwijzingen(kind: type[Deel]) -> Iterator[Verwijzing]:
    """The references that a record may hold, by the fields that hold them."""
    for part in (kind, *nested_types(kind)):
        yield from (field.verwijzing for field in _fields(part) if field.verwijzing)
