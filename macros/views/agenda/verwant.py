"""What of the other areas belongs to one speerpunt: decisions, proposals, figures, arrangements and
lessons.

Not here: its page (``speerpunt``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.arrangement import Arrangement, Les
from macros.model.basis.record import actief
from macros.model.geheel import pagina_van
from macros.model.monitor.indicator import Indicator
from macros.model.overleg.vergadering import Besluit
from macros.model.overleg.voorstel import Voorstel
from macros.tekst import N_
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.overleg.besluit import datum, nieuwste_eerst
from macros.views.overleg.voorstel import stand_zin


@dataclass(frozen=True, slots=True)
class Verwant:
    """Something to go on to; ``bij`` says what it is."""

    link: Link
    bij: str


def verwant(blik: Blik, key: str) -> Iterator[Verwant]:
    """What names the speerpunt ``key``: what was decided first."""
    regio, v = blik.regio, blik.v
    for besluit in nieuwste_eerst(regio):
        if key in besluit.speerpunten:
            when = v.datum(datum(regio, besluit))
            yield Verwant(naar(blik, Besluit, besluit.id), v.ui(N_("besluit, {datum}"), datum=when))
    for voorstel in actief(regio.voorstellen):
        if key in voorstel.speerpunten:
            how = v.ui(N_("voorstel, {stand}"), stand=stand_zin(blik, voorstel))
            yield Verwant(naar(blik, Voorstel, voorstel.id), how)
    if regio.monitor and key in regio.monitor.speerpunten:
        for indicator in regio.dashboard:
            yield Verwant(naar(blik, Indicator, indicator), v.ui(N_("cijfer")))
    for one in actief(regio.arrangementen):
        if key in one.speerpunten:
            yield Verwant(naar(blik, Arrangement, one.id), v.ui(N_("arrangement")))
    lessen = [one for one in actief(regio.lessen) if key in one.speerpunten]
    if lessen:
        titel = v.naam(v.ui(N_("Leren van elkaar")))
        bij = v.aantal(len(lessen), "{n} les van andere regio's", "{n} lessen van andere regio's")
        yield Verwant(Link(titel, pagina_van(Les)), bij)
