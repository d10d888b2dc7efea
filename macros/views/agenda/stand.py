"""How the agenda stands, in numbers: what is known, what is done, whose time is past.

Not here: what the figures of the monitor say (``views.monitor``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.model.agenda import Actie
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.agenda.actie import verstreken
from macros.views.agenda.speerpunt import SpeerpuntKaart, kaart
from macros.views.basis import ONBEKENDE_WAARDE, STAND, mogelijke_datum
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class Teller:
    """A number with what it counts: ``getal`` of ``van``."""

    label: str
    getal: str
    van: str


@dataclass(frozen=True, slots=True)
class StandVanZaken:
    """The whole agenda in numbers; ``per_speerpunt`` has the actions whose time is past unknown.

    ``peildatum`` is that of the newest source, ``gezocht`` when was looked for newer ones.
    """

    speerpunten: int
    acties: int
    tellers: tuple[Teller, ...]
    standen: tuple[tuple[str, str, int], ...]
    per_speerpunt: tuple[tuple[SpeerpuntKaart, int], ...]
    peildatum: str | None
    gezocht: str | None
    verstreken: int


def stand_van_zaken(blik: Blik) -> StandVanZaken:
    """Counts of what is known and what is not; ``vandaag`` decides which planned dates are past."""
    active = blik.regio.actieve_speerpunten
    all_actions = [actie for one in active for actie in one.acties]
    known = [actie for actie in all_actions if actie.stand is not ONBEKEND]
    counts = Counter(str(actie.stand) for actie in known)
    trekkers = [t for one in active for t in (one.bestuurlijk_trekker, one.ambtelijk_trekker)]
    total = len(all_actions)
    dates = [actie.stand_peildatum for actie in all_actions]
    looked = [found for actie in all_actions if (found := actie.gezocht("stand"))]
    return StandVanZaken(
        speerpunten=len(active),
        acties=total,
        tellers=tuple(
            Teller(blik.v.ui(label), blik.v.getal(getal), blik.v.getal(van))
            for label, getal, van in (
                (N_("Acties waarvan de stand bekend is"), len(known), total),
                (
                    N_("Acties waarvan bekend is wie ze doen"),
                    sum(actie.door is not ONBEKEND for actie in all_actions),
                    total,
                ),
                (
                    N_("Acties met een gepland jaar"),
                    sum(actie.wanneer is not ONBEKEND for actie in all_actions),
                    total,
                ),
                (
                    N_("Trekkers die bekend zijn"),
                    sum(trekker is not ONBEKEND for trekker in trekkers),
                    len(trekkers),
                ),
            )
            if van
        ),
        standen=_standen(blik.v, counts, total - len(known)),
        per_speerpunt=tuple(
            (kaart(blik.v, one), sum(_overdue(actie, blik.vandaag) for actie in one.acties))
            for one in active
        ),
        peildatum=_jongste(blik.v, dates),
        gezocht=_jongste(blik.v, looked),
        verstreken=sum(_overdue(actie, blik.vandaag) for actie in all_actions),
    )


def _jongste(v: Vertaler, dates: list[Datum]) -> str | None:
    return mogelijke_datum(v, max(dates, key=lambda one: one.begin, default=ONBEKEND))


def _standen(v: Vertaler, counts: Counter[str], onbekend: int) -> tuple[tuple[str, str, int], ...]:
    """(value, label, number) of each progress that occurs, the unknown ones last."""
    rows = [(str(stand), v.ui(label), counts[str(stand)]) for stand, label in STAND.items()]
    rows.append((ONBEKENDE_WAARDE, v.ui(N_("onbekend")), onbekend))
    return tuple(row for row in rows if row[2])


def _overdue(actie: Actie, vandaag: Datum) -> bool:
    """Whether the planned moment is past while nobody knows the progress."""
    return actie.stand is ONBEKEND and verstreken(actie, vandaag)
