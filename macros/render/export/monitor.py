"""The table of every figure.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.alles import Cijferrij, alle_cijfers


@tabel
def cijfers(blik: Blik) -> Tabel:
    """One row a figure, published or computed by us; the signs are those of the CBS."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Cijfer"),
        N_("Gebied"),
        N_("Periode"),
        N_("Deel"),
        N_("Waarde"),
        N_("Betekenis"),
        N_("Eenheid"),
        N_("Definitief of voorlopig"),
        N_("Opgehaald"),
        N_("Bron"),
        N_("Zekerheid"),
    )
    return Tabel(
        "cijfers",
        v.ui(N_("Cijfers")),
        tuple(v.ui(kop) for kop in koppen),
        tuple(map(_cijferrij, alle_cijfers(blik))),
    )


def _cijferrij(rij: Cijferrij) -> tuple[str, ...]:
    return (
        rij.kenmerk,
        rij.titel,
        rij.gebied,
        rij.periode,
        rij.deel,
        rij.punt.teken,
        "" if rij.punt.waarde is not None else rij.punt.tekst,
        rij.eenheid,
        rij.stand,
        rij.opgehaald,
        rij.bron,
        rij.zekerheid,
    )
