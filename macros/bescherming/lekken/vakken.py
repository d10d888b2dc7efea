"""Which figures are hidden, worked out from the published rows alone.

On purpose a second way, beside ``cijfers``: the built site is held against it (``controle``), so
that a mistake there cannot show what was hidden. And the words of the region in which no figure can
hide, as they were checked before anything was made of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from macros.bescherming.lekken.verborgen import Vak
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Afgeschermd, Onbekend
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.taal.vertaler import Vertaler


def eigen_teksten(regio: Regio, vertalers: Iterable[Vertaler]) -> frozenset[str]:
    """What an editor wrote that may be said of tables and figures, whatever it holds: what the site
    is called in each language, its licence, and the titles of sources, also behind whose they are.
    """
    own = regio.instellingen
    said = [one for one in (own.titel, own.licentie_teksten) if isinstance(one, str)]
    sources = [(one.uitgever, one.titel) for one in regio.bronnen.values()]
    found = {*said, *(titel for _, titel in sources)}
    for v in vertalers:
        found |= {v.tekst(one).tekst for one in said}
        found |= {f"{v.tekst(who)}: {titel}" for who, titel in sources if isinstance(who, str)}
    return frozenset(found)


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
