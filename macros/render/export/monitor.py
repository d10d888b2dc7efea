"""The table of every figure.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.cel import Cel, cijfer, datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel
from macros.taal.vertaler import Vertaler
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
        tuple(_cijferrij(v, rij) for rij in alle_cijfers(blik)),
        v.decimaalteken,
    )


def _cijferrij(v: Vertaler, rij: Cijferrij) -> tuple[Cel, ...]:
    return (
        rij.kenmerk,
        rij.titel,
        rij.gebied,
        rij.periode,
        rij.deel,
        cijfer(v, rij.punt),
        "" if rij.punt.waarde is not None else rij.punt.tekst,
        rij.eenheid,
        rij.stand,
        datum(v, rij.opgehaald[0])
        if len(rij.opgehaald) == 1
        else "; ".join(map(v.datum, rij.opgehaald)),
        rij.bron,
        rij.zekerheid,
    )
