"""How far the actions are: what is known, what is not, and whose time is past.

Not here: what a board is asked (``bestuur``), what the figures of the monitor say
(``views.monitor``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from macros.model.agenda import Actie, Speerpunt
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.agenda.actie import verstreken
from macros.views.basis import STAND, Link
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.onbekend import niet_bekend


@dataclass(frozen=True, slots=True)
class StandVanZaken:
    """How far all actions are, in sentences; ``per_speerpunt`` only if something is known."""

    acties: int
    zinnen: tuple[str, ...]
    per_speerpunt: tuple[tuple[Link, str], ...]


def stand_van_zaken(blik: Blik) -> StandVanZaken:
    """What is known and what is not; ``vandaag`` decides which planned dates are past."""
    active = blik.regio.actieve_speerpunten
    every = [actie for one in active for actie in one.acties]
    known = any(actie.stand is not ONBEKEND for actie in every)
    past = sum(_overdue(actie, blik.vandaag) for actie in every)
    return StandVanZaken(
        acties=len(every),
        zinnen=tuple(_zinnen(blik.v, every, past)),
        per_speerpunt=tuple(
            (naar(blik, Speerpunt, one.id), _standen(blik.v, one.acties))
            for one in active
            if known and one.acties
        ),
    )


def _zinnen(v: Vertaler, acties: list[Actie], voorbij: int) -> list[str]:
    """What is known in a sentence, what is not in another, and what that does not mean."""
    unknown = [actie for actie in acties if actie.stand is ONBEKEND]
    found = []
    if len(unknown) < len(acties):
        zin = N_("Van {n} van de {totaal} acties is bekend hoe ver ze zijn: {standen}.")
        n = v.getal(len(acties) - len(unknown))
        standen = _standen(v, [actie for actie in acties if actie.stand is not ONBEKEND])
        found.append(v.ui(zin, n=n, totaal=v.getal(len(acties)), standen=standen))
    if unknown:
        what = _hoe_ver_andere(v, len(unknown)) if found else _hoe_ver(v, len(unknown))
        found.append(niet_bekend(v, [what], [actie.gezocht("stand") for actie in unknown]))
        newest = max((actie.stand_peildatum for actie in unknown), key=lambda one: one.begin)
        found.append(v.ui(N_("De jongste bron erover is van {datum}."), datum=v.datum(newest)))
    if voorbij:
        found.append(
            v.aantal(
                voorbij,
                "Van {n} actie is de geplande tijd voorbij. Dat zegt niet of zij is gedaan.",
                "Van {n} acties is de geplande tijd voorbij. Dat zegt niet of ze zijn gedaan.",
            )
        )
    return found


def _hoe_ver(v: Vertaler, n: int) -> str:
    return v.aantal(n, "hoe ver de actie is", "hoe ver de {n} acties zijn")


def _hoe_ver_andere(v: Vertaler, n: int) -> str:
    return v.aantal(n, "hoe ver de andere actie is", "hoe ver de andere {n} acties zijn")


def _standen(v: Vertaler, acties: Sequence[Actie]) -> str:
    """How many actions are how far, the unknown ones last: ``loopt 1, afgerond 2, onbekend 3``."""
    counts = Counter(actie.stand for actie in acties)
    rows = [(label, counts[stand]) for stand, label in STAND.items()]
    rows.append((N_("onbekend"), counts[ONBEKEND]))
    return ", ".join(f"{v.ui(label)} {v.getal(number)}" for label, number in rows if number)


def _overdue(actie: Actie, vandaag: Datum) -> bool:
    """Whether the planned moment is past while nobody knows the progress."""
    return actie.stand is ONBEKEND and verstreken(actie, vandaag)
