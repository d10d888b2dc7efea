"""Bodies as a drawing: each a box that leads to its page, each tie an arrow.

Not here: the same bodies and ties as a list, which stands beside it (``templates/overleg``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.tekening.basis import Knoop, Pijl, Tekening
from macros.render.tekening.teken import teken
from macros.render.weergave import Pagina
from macros.tekst import N_
from macros.views.overleg.pagina import OverlegPagina
from macros.views.overleg.structuur import Band, StructuurRij, Vak


def teken_structuur(p: Pagina, structuur: StructuurRij) -> Markup:
    """The drawing of a whole structure; empty without bodies."""
    naam = p.blik.v.ui(N_("De structuur in beeld: {titel}"), titel=structuur.titel)
    return _teken(p, structuur.vakken, structuur.banden, naam, f"tekening-{structuur.id}")


def teken_buren(p: Pagina, overleg: OverlegPagina) -> Markup:
    """The drawing of a body and those it is tied to; empty when it is tied to none."""
    if not overleg.banden:
        return Markup("")
    naam = p.blik.v.ui(N_("De buren in beeld: {naam}"), naam=overleg.naam)
    return _teken(p, overleg.vakken, overleg.banden, naam, "tekening-buren")


def _teken(
    p: Pagina, vakken: tuple[Vak, ...], banden: tuple[Band, ...], naam: str, id: str
) -> Markup:
    """The kind of a body stands above its name."""
    if not vakken:
        return Markup("")
    knopen = tuple(Knoop(vak.id, vak.naam, vak.soort, vak.pad, vak.soort_label) for vak in vakken)
    pijlen = tuple(Pijl(band.van, band.naar, band.woord) for band in banden)
    return teken(p, Tekening(knopen, pijlen), naam, id)
