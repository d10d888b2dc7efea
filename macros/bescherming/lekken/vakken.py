"""Which figures are hidden, worked out from the published rows alone.

On purpose a second way, beside ``cijfers``: the built site is held against it (``controle``), so
that a mistake there cannot show what was hidden. Not here: words.
"""

from __future__ import annotations

from macros.bescherming.lekken.verborgen import Vak
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Afgeschermd, Onbekend
from macros.model.monitor.indicator import TOTAAL, Eenheid


def verborgen(regio: Regio) -> frozenset[Vak]:
    """Every hidden figure, and every sum or share of ours that a hidden figure is part of."""
    rows = [row for file in actief(regio.waarnemingen) for row in file.rijen]
    rows += regio.uitgaven
    figures = {
        (row.indicator, row.gebied, str(row.periode), row.uitsplitsing): row.waarde for row in rows
    }
    hidden = {key for key, one in figures.items() if isinstance(one, Afgeschermd | Onbekend)}
    region = regio.gebied
    hidden |= {
        (indicator, region, period, part)
        for indicator, area, period, part in hidden
        if area in regio.leden and regio.indicatoren[indicator].eenheid is Eenheid.AANTAL
    } - figures.keys()
    shares: set[Vak] = set()
    for one in regio.indicatoren.values():
        if one.afleiding is None:
            continue
        uses = {
            (d.indicator, d.uitsplitsing) for d in (*one.afleiding.teller, *one.afleiding.noemer)
        }
        shares |= {
            (one.id, area, period, TOTAAL)
            for indicator, area, period, part in hidden
            if (indicator, part) in uses
        }
    return frozenset(hidden | (shares - figures.keys()))
