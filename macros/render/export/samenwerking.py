"""The table of the model: onderdelen and their squares.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.export.cel import datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel, tabel_van
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.samenwerking import matrix
from macros.views.samenwerking.basis import CelRij


@tabel
def onderdelen(blik: Blik) -> Tabel:
    """One row an onderdeel, also one of which only the code is known; three cells a column."""
    v = blik.v
    found = matrix.matrix(blik)
    zekerheid, bron = v.ui(N_("zekerheid")), v.ui(N_("bron"))
    koppen = [N_("Code"), N_("Onderdeel"), N_("Thema"), N_("Sectoren"), N_("Afspraak")]
    for kolom in found.kolommen:
        koppen += [str(kolom.titel), f"{kolom.titel}: {zekerheid}", f"{kolom.titel}: {bron}"]
    koppen += [N_("Eerste stap"), N_("Bron van het onderdeel"), N_("Peildatum van het onderdeel")]
    unknown: tuple[None, ...] = (None, None, None) * len(found.kolommen)
    rijen = (
        (
            row.code,
            row.titel,
            thema.naam,
            row.sectoren,
            row.toestand_label,
            *(cell for cel in row.cellen for cell in _vak(cel)),
            *(() if row.cellen else unknown),
            f"{row.eerste_stap.wie} {row.eerste_stap.wat}" if row.eerste_stap else None,
            row.herkomst.bron,
            datum(v, row.herkomst.op),
        )
        for thema in found.themas
        for row in thema.rijen
    )
    return tabel_van(v, "onderdelen", N_("Onderdelen"), koppen, rijen)


def _vak(cel: CelRij) -> tuple[Tekst | str | None, ...]:
    """What a square holds, how sure that is, and where it comes from."""
    h = cel.herkomst
    return cel.label, cel.zekerheid_label, f"{h.bron}, {h.peildatum}" if h else None
