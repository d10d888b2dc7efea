"""A route as a drawing: each step a box, from top to bottom, with the condition on the arrow.

Not here: the same steps as a list, which stands beside it (``templates/samenwerking``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.tekening.basis import Knoop, Pijl, Tekening
from macros.render.tekening.teken import teken
from macros.render.weergave import Pagina
from macros.tekst import N_
from macros.views.samenwerking.onderdeel import RouteRij


def teken_route(p: Pagina, route: RouteRij) -> Markup:
    """The drawing of ``route``; the condition of a first step is a box of its own.

    Empty for one or two steps: the list beside it is as short.
    """
    if len(route.stappen) < 3:
        return Markup("")
    v = p.blik.v
    knopen, pijlen = [], []
    for stap in route.stappen:
        before = stap.na
        if before is None and stap.als:
            before = f"als {stap.id}"
            knopen.append(Knoop(before, stap.als, soort="als"))
        knopen.append(Knoop(stap.id, stap.wat, boven=stap.wie or v.ui(N_("wie: onbekend"))))
        if before is not None:
            pijlen.append(Pijl(before, stap.id, (stap.na and stap.als) or ""))
    naam = v.ui(N_("De route in beeld: {voor}"), voor=route.kop)
    tekening = Tekening(tuple(knopen), tuple(pijlen))
    return teken(p, tekening, naam, f"tekening-{route.naam}")
