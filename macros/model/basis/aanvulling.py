"""What a file with mistakes says, with something that can be in the place of each mistake.

So that the rest of it is compared too, and nothing is concluded from its absence. Never for the
site: only to look further. Not here: telling the mistakes (``validate``).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from macros.model.basis.record import Deel
from macros.source.nodes import Loc

D = TypeVar("D", bound=Deel)

_PROEF = (
    "onbekend",
    "tekst",
    "2000",
    "2090",
    "1",
    "50",
    "1a",
    "12:00",
    "https://voorbeeld.example",
    "x",
)
"""Some field takes one of these."""

_RONDES = 40


def aangevuld(
    value: object, kind: type[D], voorbeelden: Sequence[object], andersom: bool
) -> tuple[D, frozenset[Loc]] | None:
    """The record, and the places of what was put in or taken out; None when nothing fits.

    ``voorbeelden`` are what files of the same kind say: what stands there can stand here.
    ``andersom`` takes what is tried last first: what is true either way does not come from it.
    """
    work: Any = copy.deepcopy(value)
    if not isinstance(work, dict):
        return None
    tried: dict[Loc, list[Any]] = {}
    for _ in range(_RONDES):
        try:
            return kind.model_validate(work), frozenset(tried)
        except ValidationError as error:
            for problem in error.errors():
                loc: Loc = problem["loc"]
                before = tried.setdefault(loc, [])
                options = [one for one in _opties(problem, loc, voorbeelden) if one not in before]
                option = options[-1 if andersom else 0] if options else before
                if option is before or not _zet(
                    work, loc, option if option is _WEG else copy.deepcopy(option)
                ):
                    return None
                before.append(option)
    return None


_WEG = object()


def _opties(problem: Any, loc: Loc, examples: Sequence[object]) -> Iterator[Any]:
    """What may stand there, the likeliest first."""
    shape = problem["type"]
    if shape == "extra_forbidden":
        yield _WEG
        return
    if shape in ("model_type", "model_attributes_type"):
        yield {}
    if shape == "tuple_type":
        yield []
    if shape == "too_short":
        yield [None] * problem["ctx"]["min_length"]
    if shape not in ("missing", "too_short"):
        yield _WEG
    if loc == ("id",):
        yield "x"
    yield from problem.get("ctx", {}).get("geldig", ())
    for example in examples:
        found = _in(example, loc)
        if found is not None:
            yield found
    yield from _PROEF
    if shape == "missing":
        yield {}
        yield [None]


def _in(value: Any, loc: Loc) -> Any:
    for part in loc:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _zet(work: Any, loc: Loc, value: Any) -> bool:
    """Put ``value`` there; a thing in a list is never taken out, for others would move."""
    parent = _in(work, loc[:-1])
    if not loc or not isinstance(parent, dict | list):
        return False
    if value is not _WEG:
        parent[loc[-1]] = value  # type: ignore[index]
    elif isinstance(parent, dict):
        parent.pop(loc[-1], None)
    else:
        parent[loc[-1]] = None  # type: ignore[index]
    return True
