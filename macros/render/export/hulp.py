"""The table of help.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.export.cel import Cel, datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel, tabel_van
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.hulp.hulp import alle_hulp


@tabel
def hulp(blik: Blik) -> Tabel:
    """One row a place of help, in the order of the page."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Naam"),
        N_("Waarvoor"),
        N_("Voor wie"),
        N_("Wat je kunt vragen"),
        N_("Voorwaarde"),
        N_("Sectoren"),
        N_("Waar"),
        N_("Telefoon"),
        N_("Zekerheid van het nummer"),
        N_("Website"),
        N_("Tijden"),
        N_("Kosten"),
        N_("Talen"),
        N_("Gezien"),
        N_("Opnieuw nakijken"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )
    rijen: list[tuple[Tekst | Cel | None, ...]] = [
        (
            row.id,
            row.naam,
            row.soort_label,
            row.voor_wie_label,
            "; ".join(map(str, row.vragen)),
            row.voorwaarde or "-",
            ", ".join(row.sectoren) or v.ui(N_("alle")),
            row.waar or v.ui(N_("heel Nederland")),
            row.telefoon,
            row.zekerheid_telefoon.zekerheid_label if row.telefoon else "-",
            row.website,
            row.tijden if row.telefoon else "-",
            row.kosten,
            row.talen,
            row.gezien,
            row.controle,
            row.herkomst.bron,
            datum(v, row.herkomst.op),
            row.herkomst.zekerheid_label,
        )
        for row in alle_hulp(blik)
    ]
    return tabel_van(v, "hulp", N_("Hulp"), koppen, rijen)
