"""What is true of this region alone at a place of the prose, with where it comes from."""

from __future__ import annotations

from macros.model.regio import Inleidingplek
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, herkomst
from macros.views.blik import Blik


def inleidingen(blik: Blik, bij: Inleidingplek) -> tuple[tuple[Tekst, HerkomstRij], ...]:
    """Each text of that place, with its source."""
    return tuple(
        (blik.v.tekst(one.tekst), herkomst(blik, one.herkomst))
        for one in blik.regio.instellingen.inleidingen
        if one.bij is bij
    )
