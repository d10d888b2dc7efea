"""Bodies as a drawing: each a box, each tie or next step an arrow.

Not here: the same bodies, ties and steps as a list, which stands beside it (``templates/overleg``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.tekening.basis import Knoop, Pijl, Tekening
from macros.render.tekening.teken import teken
from macros.render.weergave import Pagina
from macros.tekst import N_
from macros.views.overleg.pagina import OverlegPagina
from macros.views.overleg.structuur import Band, StructuurRij, Vak
from macros.views.overleg.voorstel import VoorstelPagina


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


def teken_voorstel(p: Pagina, voorstel: VoorstelPagina) -> Markup:
    """The route of a proposal, with how far each step is above it and in the line around it.

    Empty for one or two steps: the list beside it is as short.
    """
    if len(voorstel.route) < 3:
        return Markup("")
    v = p.blik.v
    knopen = []
    for rij in voorstel.route:
        bodies = v.opsomming([str(een.titel) for een in rij.overleggen])
        text = v.ui(N_("{overleg}: {taak}"), overleg=bodies, taak=rij.taak)
        pad = rij.overleggen[0].pad if len(rij.overleggen) == 1 else None
        knopen.append(Knoop(rij.id, text, rij.staat, pad, rij.staat_zin))
    pijlen = tuple(Pijl(rij.id, key) for rij in voorstel.route for key in rij.daarna)
    naam = v.ui(N_("De route in beeld: {voor}"), voor=voorstel.titel)
    return teken(p, Tekening(tuple(knopen), pijlen), naam, "tekening-voorstel")


def _teken(
    p: Pagina, vakken: tuple[Vak, ...], banden: tuple[Band, ...], naam: str, id: str
) -> Markup:
    """The kind of a body stands above its name."""
    if not vakken:
        return Markup("")
    knopen = tuple(Knoop(vak.id, vak.naam, vak.soort, vak.pad, vak.soort_label) for vak in vakken)
    pijlen = tuple(Pijl(band.van, band.naar, band.woord) for band in banden)
    return teken(p, Tekening(knopen, pijlen), naam, id)
