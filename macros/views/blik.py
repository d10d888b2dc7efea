"""What every view is a function of: this region, in this language, on this day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.wijziging.geschiedenis import GEEN, Geschiedenis
from macros.wijziging.stand import ONBEKEND, Stand

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, eq=False)
class Blik:
    """A look at ``regio`` in the language of ``v``, when it is ``vandaag`` and ``geschiedenis`` is
    behind it. ``stand`` is which state of the data it is.

    Two of them are never equal, so that what is worked out once can be kept with the one it is of.
    """

    regio: Regio
    v: Vertaler
    vandaag: Datum
    geschiedenis: Geschiedenis = GEEN
    stand: Stand = ONBEKEND
    _bewaard: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    def eens(self, sleutel: Any, maak: Callable[[], R]) -> R:
        """What ``maak`` gives, worked out once."""
        if sleutel not in self._bewaard:
            self._bewaard[sleutel] = maak()
        found: R = self._bewaard[sleutel]
        return found


def eenmaal(view: Callable[Concatenate[Blik, P], R]) -> Callable[Concatenate[Blik, P], R]:
    """Work a view out once for a look and its other arguments; what is kept goes with the look."""

    @wraps(view)
    def kept(blik: Blik, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (view, args, *kwargs.items())
        return blik.eens(key, partial(view, blik, *args, **kwargs))

    return kept
