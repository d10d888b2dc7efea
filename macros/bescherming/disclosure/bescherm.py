"""From a domain to what may be published of it."""

from __future__ import annotations

import numpy as np

from macros.bescherming.disclosure.afronden import afgerond
from macros.bescherming.disclosure.cellen import Cellen, cellen
from macros.bescherming.disclosure.definitie import Methode
from macros.bescherming.disclosure.domein import Domein
from macros.bescherming.disclosure.onderdrukken import geheim
from macros.bescherming.disclosure.primair import maak_stelsel
from macros.bescherming.disclosure.publicatie import Regel
from macros.bescherming.disclosure.stelsel import Ints
from macros.bescherming.disclosure.vorige import Vorige
from macros.drempel import DREMPEL


def bescherm(
    domein: Domein, drempel: int = DREMPEL, vorige: Vorige | None = None
) -> tuple[Regel, ...]:
    """The rows to publish, in the order of the definition.

    Raises ``NietTeBeschermenError`` when the method has no answer for these counts.
    """
    found = cellen(domein.definitie, domein.apart)
    noemers = domein.definitie.noemers
    stelsel = maak_stelsel(
        found.matrix,
        domein.tellingen.aantal,
        domein.bevolking,
        drempel,
        nullen_tonen=domein.definitie.nullen_tonen,
        complement=noemers is not None and noemers.complement,
    )
    before = _eerder(found, vorige, stelsel.matrix.shape[0])
    shown: list[int | None]
    if domein.definitie.methode is Methode.AFRONDEN:
        shown = [*afgerond(stelsel, before, drempel).tolist()]
    else:
        values = stelsel.waarden
        hidden = geheim(stelsel, verborgen=before == -1, getoond=before == values)
        shown = [
            None if secret else int(value) for value, secret in zip(values, hidden, strict=True)
        ]
    return _regels(domein, found, shown)


def _eerder(found: Cellen, vorige: Vorige | None, size: int) -> Ints:
    """What was published of each cell of the system (``size``): -1 hidden, -2 not published."""
    before = np.full(size, -2, dtype=np.int64)
    if vorige is not None:
        for cells in found.tabellen:
            for codes, row in cells:
                if codes in vorige.aantal:
                    value = vorige.aantal[codes]
                    before[row] = -1 if value is None else value
    return before


def _regels(domein: Domein, found: Cellen, shown: list[int | None]) -> tuple[Regel, ...]:
    amounts = [
        (found.matrix @ domein.tellingen.bedragen[name]).tolist()
        for name in domein.definitie.bedragen
    ]
    known = None if domein.bevolking is None else (found.matrix @ domein.bevolking).tolist()
    return tuple(
        Regel(
            tabel=number,
            codes=codes,
            aantal=shown[row],
            bedragen=tuple(one[row] for one in amounts),
            noemer=None if known is None else known[row],
        )
        for number, cells in enumerate(found.tabellen, 1)
        for codes, row in cells
    )
