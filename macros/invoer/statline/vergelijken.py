"""What a table says against what the file of its source says: the changes, and the new file.

A row that the source stopped giving stays, and is reported. Rows that the table was not asked for
are left alone. Not here: fetching (``inlezen``), words (``melden``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from macros.invoer.statline.ingelezen import Ingelezen, Plek, Stand, plek
from macros.model.basis.datum import Datum
from macros.model.basis.record import Zekerheid
from macros.model.monitor.cijfer import Getal, teken
from macros.model.monitor.indicator import Waarneming


class Verandering(Enum):
    """What happened to a figure, in the order in which it is told."""

    NIEUW = "Nieuw"
    BIJGESTELD = "Bijgesteld"
    ZICHTBAAR = "Was verborgen, is nu een getal"
    VERBORGEN = "Was een getal, is nu verborgen"
    STATUS = "Andere status"
    BEVESTIGD = "Nu bevestigd door het CBS zelf"
    VERDWENEN = "Niet meer in de tabel; de regel blijft staan"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One figure that is not what it was."""

    verandering: Verandering
    plek: Plek
    oud: Waarneming | None
    nieuw: Stand | None
    bron: str


def wijzigingen(found: Ingelezen, bestaand: Iterable[Waarneming]) -> list[Wijziging]:
    """Every change against the rows of the file of the source, in the order of the file."""
    bron = found.koppeling.bron
    old = {plek(one): one for one in bestaand}
    changes = []
    for where, new in found.cijfers.items():
        kind = _verandering(old.get(where), new)
        if kind is not None:
            changes.append(Wijziging(kind, where, old.get(where), new, bron))
    for where, one in old.items():
        if where not in found.cijfers and found.gevraagd(one):
            changes.append(Wijziging(Verandering.VERDWENEN, where, one, None, bron))
    return sorted(changes, key=lambda one: one.plek)


def _verandering(old: Waarneming | None, new: Stand) -> Verandering | None:
    if old is None:
        return Verandering.NIEUW
    was, now = isinstance(old.waarde, Getal), isinstance(new.waarde, Getal)
    if was != now:
        return Verandering.ZICHTBAAR if now else Verandering.VERBORGEN
    if old.waarde != new.waarde:
        return Verandering.BIJGESTELD
    if old.status is not new.status:
        return Verandering.STATUS
    if old.zekerheid in (Zekerheid.AFGELEID, Zekerheid.ONBEKEND):
        return Verandering.BEVESTIGD
    return None


def nieuwe_rijen(
    found: Ingelezen,
    changes: Iterable[Wijziging],
    rijen: Iterable[Mapping[str, str]],
    vandaag: Datum,
) -> list[dict[str, str]]:
    """The rows of the new file: those of the old one as they were, but what changed.

    ``rijen`` are those of the old file as they are written there.
    """
    result = {_sleutel(row): dict(row) for row in rijen}
    for change in changes:
        if change.nieuw is None:
            continue
        row = {
            **change.plek._asdict(),
            "periode": str(change.plek.periode),
            "waarde": teken(change.nieuw.waarde),
            "status": change.nieuw.status.value,
            "opgehaald": str(vandaag),
            "bron": found.koppeling.bron,
            "zekerheid": Zekerheid.BEVESTIGD.value,
        }
        result[_sleutel(row)] = row
    return list(result.values())


def _sleutel(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in Plek._fields)
