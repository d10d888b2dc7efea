"""The table of every figure, and one for each municipality.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.model.monitor.indicator import Eenheid
from macros.render.export.cel import Cel, cijfer, datum
from macros.render.export.registry import tabel, tabellen
from macros.render.export.tabel import Tabel
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.alles import Cijferrij, alle_cijfers
from macros.views.monitor.kern import toelichtingen, waarvan
from macros.views.regio.gemeente import tabelnaam

KOPPEN = (
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


@tabel
def cijfers(blik: Blik) -> Tabel:
    """One row a figure, published or computed by us; the signs are those of the CBS."""
    rows = (_cijferrij(blik.v, row) for row in alle_cijfers(blik))
    return _cijfertabel(blik.v, "cijfers", KOPPEN, rows)


@tabellen
def cijfers_per_gemeente(blik: Blik) -> Iterator[Tabel]:
    """The same of one municipality, with what it is a share of and what the municipality says."""
    v, regio = blik.v, blik.regio
    koppen = (*KOPPEN, N_("Deel van"), N_("Wat de gemeente zelf zegt"))
    rows: dict[str, list[tuple[Cel, ...]]] = {}
    for row in alle_cijfers(blik):
        if row.plek in regio.gemeenten:
            one = regio.indicatoren[row.indicator]
            said = toelichtingen(blik, row.plek, row.indicator, row.van)
            rows.setdefault(row.plek, []).append(
                (
                    *_cijferrij(v, row),
                    str(waarvan(blik, one) or v.ui(N_("onbekend")))
                    if one.eenheid is Eenheid.PROCENT
                    else "",
                    " ".join(str(item.tekst) for item in said),
                )
            )
    for key, found in rows.items():
        yield _cijfertabel(v, tabelnaam(key), koppen, found)


def _cijfertabel(
    v: Vertaler, naam: str, koppen: Iterable[str], rijen: Iterable[tuple[Cel, ...]]
) -> Tabel:
    return Tabel(
        naam,
        v.ui(N_("Cijfers")),
        tuple(v.ui(kop) for kop in koppen),
        tuple(rijen),
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
