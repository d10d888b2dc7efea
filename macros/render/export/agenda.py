"""The table of actions.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.export.cel import datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel, tabel_van
from macros.tekst import N_
from macros.views.agenda import actie
from macros.views.blik import Blik


@tabel
def acties(blik: Blik) -> Tabel:
    """One row an action; ``onbekend`` is written out, never left empty."""
    v = blik.v
    koppen = (
        N_("Nummer"),
        N_("Actie"),
        N_("Speerpunt"),
        N_("Klaar als"),
        N_("Wie"),
        N_("Wanneer"),
        N_("Waar"),
        N_("Stand"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid van de opdracht"),
    )
    rijen = (
        (
            row.nummer,
            row.wat,
            row.speerpunt,
            row.resultaat,
            ", ".join(map(str, row.door)),
            row.wanneer,
            ", ".join(map(str, row.waar)),
            row.stand_label,
            row.herkomst.bron,
            datum(v, row.herkomst.op),
            row.herkomst.zekerheid_label,
        )
        for row in actie.acties(blik)
    )
    return tabel_van(v, "acties", N_("Acties"), koppen, rijen)
