"""Under which terms others may use the texts and data, as the region wrote it.

Not here: which licences programs know (``model.basis.licentie``).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.licentie import Licentie, licentie_van
from macros.model.basis.onbekend import Onbekend
from macros.taal.vertaler import Tekst
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class Voorwaarden:
    """``naam`` is what to show; ``bekend`` the licence that it is, when programs know it."""

    naam: Tekst
    bekend: Licentie | None

    @property
    def adres(self) -> str | None:
        """Where its text stands."""
        return self.bekend.adres if self.bekend else None


def licentie(blik: Blik) -> Voorwaarden | None:
    """What the region chose; None is unknown."""
    text = blik.regio.instellingen.licentie_teksten
    if isinstance(text, Onbekend):
        return None
    known = licentie_van(text)
    return Voorwaarden(blik.v.naam(known.naam) if known else blik.v.tekst(text), known)
