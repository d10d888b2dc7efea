"""What every view is a function of: this region, in this language, on this day."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler


@dataclass(frozen=True, eq=False)
class Blik:
    """A look at ``regio`` in the language of ``v``, when it is ``vandaag``.

    Two of them are never equal, so that what is worked out once can be kept with the one it is of.
    """

    regio: Regio
    v: Vertaler
    vandaag: Datum
