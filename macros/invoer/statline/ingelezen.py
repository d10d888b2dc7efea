"""What a table of StatLine gave of what was asked: figures, each at its place, or problems.

Not here: the reading (``inlezen``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.invoer.statline.odata import Tabelinfo
from macros.invoer.statline.perioden import soort_van
from macros.issue import Issue
from macros.model.monitor.cijfer import Cijfer, Cijferstatus, Periode
from macros.model.monitor.indicator import Waarneming
from macros.model.monitor.statline import Statline


class Plek(NamedTuple):
    """Which figure: the first columns of an observation."""

    indicator: str
    gebied: str
    periode: Periode
    uitsplitsing: str


def plek(one: Waarneming) -> Plek:
    """The place of an observation."""
    return Plek(one.indicator, one.gebied, one.periode, one.uitsplitsing)


class Stand(NamedTuple):
    """What the table gives at one place."""

    waarde: Cijfer
    status: Cijferstatus


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What a table holds of what was asked. Nothing of it may be written when there are issues.

    ``gevraagd`` has the columns, areas and periods that were asked: what else stands in the file of
    the source is left alone.
    """

    koppeling: Statline
    info: Tabelinfo | None = None
    cijfers: Mapping[Plek, Stand] = field(default_factory=dict)
    gebieden: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()
    notities: tuple[str, ...] = ()

    def gevraagd(self, one: Waarneming) -> bool:
        """Whether the table was asked for this figure."""
        link = self.koppeling
        if link.perioden is None:
            asked = one.periode == link.periode
        else:
            kind = soort_van(one.periode)
            asked = kind in link.perioden.soorten and one.periode.jaar >= link.perioden.vanaf
        columns = {(column.indicator, column.uitsplitsing) for column in link.kolommen}
        wanted = (one.indicator, one.uitsplitsing) in columns
        return asked and wanted and one.gebied in self.gebieden
