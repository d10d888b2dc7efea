"""The months in which something changed: each has a lasting page, on which each day, and each
record on that day, has a place.

Not here: what stands on it (``pagina``).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from macros.model.basis.datum import Datum
from macros.views.blik import Blik, eenmaal
from macros.views.regio.nieuw.betreft import Gebeurd, gebeurd

NIEUW = "nieuw/"
"""The page of the newest days, and above those of the months."""


@dataclass(frozen=True, slots=True)
class Maand:
    """A month; ``id`` is as in its address."""

    id: str

    @property
    def datum(self) -> Datum:
        """As a date without a day."""
        return Datum.parse(self.id)

    @property
    def adres(self) -> str:
        """Where it stands on the site."""
        return f"{NIEUW}{self.id}/"


@eenmaal
def maanden(blik: Blik) -> tuple[Maand, ...]:
    """The months in which anything changed, the newest first."""
    return tuple(dict.fromkeys(maand_van(one.datum) for one in gebeurd(blik)))


def maand_van(datum: datetime.date) -> Maand:
    """The month of a day."""
    return Maand(f"{datum:%Y-%m}")


def dagplek(datum: datetime.date, gewicht: str = "") -> str:
    """Where a day stands, with only what is as small or large as this."""
    choice = f"?gewicht={gewicht}" if gewicht else ""
    return f"{maand_van(datum).adres}{choice}#{datum}"


def anker(one: Gebeurd) -> str:
    """The anchor of what happened to a record: the day, and its file as it was called then."""
    name = one.wijziging.pad.rpartition(".")[0].replace("/", "-")
    return f"{one.datum}-{name}"
