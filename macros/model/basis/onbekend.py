"""The value ``onbekend``, and how a field holds it besides its own type.

Not here: where it may stand, which each type says of its fields.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class Onbekend(Enum):
    """The value ``onbekend``: nobody knows it (yet). Never the same as no, zero or empty."""

    ONBEKEND = "onbekend"


ONBEKEND = Onbekend.ONBEKEND


class _MagOnbekend:
    """Lets a field hold ``onbekend`` besides its own type, without a union in error places."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        inner = handler.generate_schema(_without_onbekend(source))
        return core_schema.no_info_wrap_validator_function(_accept_onbekend, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"const": Onbekend.ONBEKEND.value}, handler(schema)]}


def _without_onbekend(source: Any) -> Any:
    if get_origin(source) in (Union, types.UnionType):
        rest = [arg for arg in get_args(source) if arg is not Onbekend]
        return rest[0] if len(rest) == 1 else Union[tuple(rest)]  # noqa: UP007
    return source


def _accept_onbekend(value: Any, inner: Callable[[Any], Any]) -> Any:
    if value == Onbekend.ONBEKEND.value or value is Onbekend.ONBEKEND:
        return Onbekend.ONBEKEND
    return inner(value)


T = TypeVar("T")


def may_be_unknown(annotation: Any) -> bool:
    """Whether a field accepts ``onbekend``."""
    return annotation is Onbekend or any(map(may_be_unknown, get_args(annotation)))


OfOnbekend = Annotated[T | Onbekend, _MagOnbekend()]
"""``OfOnbekend[Datum]``: a date, or honestly unknown."""
