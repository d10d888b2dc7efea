"""The table of decisions.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.cel import datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel, tabel_van
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.overleg import besluit as besluitviews


@tabel
def besluiten(blik: Blik) -> Tabel:
    """One row a decision; what has to happen because of it in one cell."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Besluit"),
        N_("Datum"),
        N_("Overleg"),
        N_("Tekst"),
        N_("Wie zorgt dat het gebeurt"),
        N_("Wat erop volgt"),
        N_("Vervangen door"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )
    none = v.ui(N_("geen"))
    rijen = (
        (
            row.id,
            row.titel,
            datum(v, besluitviews.datum(blik.regio, blik.regio.besluiten[row.id])),
            row.overleg.titel,
            row.tekst,
            row.eigenaar,
            "; ".join(str(item.wat) for item in row.vervolg or ()),
            "; ".join(str(other.titel) for other in row.vervangen_door) or none,
            row.herkomst.bron,
            datum(v, row.herkomst.op),
            row.herkomst.zekerheid_label,
        )
        for row in besluitviews.besluitenpagina(blik).rijen
    )
    return tabel_van(v, "besluiten", N_("Besluiten"), koppen, rijen)
