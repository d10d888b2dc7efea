"""What is on its way: meetings, last days for papers, what must be done by a day, and the day on
which a proposal can be taken up.

Not here: what the regisseur (``regie``) or who follows the site (``regio.kanaal``) is told of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from macros.model.agenda import Actie, Speerpunt
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Record, actief
from macros.model.geheel import adres_van, pad_van
from macros.model.overleg.vergadering import Besluit, Vergadering, Vervolg
from macros.model.overleg.voorstel import Voorstel
from macros.views.agenda.actie import verstreken
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.overleg.besluit import is_klaar, vervangers
from macros.views.overleg.kalender import gaat_door, op_datum
from macros.views.overleg.planner import stukken_uiterlijk
from macros.views.overleg.voorstel import VolgendeStap, volgende_stappen


class Moment(Enum):
    """What a day is the day of."""

    VERGADERING = "vergadering"
    STUKKEN = "stukken"
    VERVOLG = "vervolg"
    ACTIE = "actie"
    STAP = "stap"


@dataclass(frozen=True, slots=True)
class Komend:
    """Something on its way. ``dag`` is the last day it can be, ``op`` the same as precise as it is
    known. ``van`` is the record it stands in, in the file ``pad``, and ``deel`` the part of it.
    """

    dag: datetime.date
    op: Datum
    moment: Moment
    link: Link
    pad: str
    van: Record
    deel: Vervolg | Actie | VolgendeStap | None = None
    plaats: int = 0
    """Of ``deel`` among the others."""

    @property
    def agenda_onbekend(self) -> bool:
        """Whether it is of a meeting of which nobody knows the agenda."""
        return isinstance(self.van, Vergadering) and isinstance(self.van.agenda, Onbekend)


def komend(blik: Blik, tot: datetime.date) -> tuple[Komend, ...]:
    """What comes from today to ``tot``, both included, in order of day."""
    first = datetime.date(*blik.vandaag.begin)
    every = (*_vergaderingen(blik), *_vervolg(blik), *_acties(blik), *_stappen(blik))
    return tuple(sorted((one for one in every if first <= one.dag <= tot), key=lambda one: one.dag))


def _vergaderingen(blik: Blik) -> Iterator[Komend]:
    for one in op_datum(blik.regio):
        if not gaat_door(one, blik.vandaag):
            continue
        link, pad = naar(blik, Vergadering, one.id), pad_van(Vergadering, one.id)
        if day := one.datum.dagdatum:
            yield Komend(day, one.datum, Moment.VERGADERING, link, pad, one)
        if last := stukken_uiterlijk(blik.regio, one):
            yield Komend(last, Datum.van(last), Moment.STUKKEN, link, pad, one)


def _vervolg(blik: Blik) -> Iterator[Komend]:
    """What is still to be done, of decisions that no later one replaced."""
    for one, index, item in vervolgen(blik):
        if isinstance(item.uiterlijk, Datum) and not is_klaar(item.stand):
            link = Link(blik.v.tekst(item.wat), adres_van(Besluit, one.id))
            due, pad = datetime.date(*item.uiterlijk.einde), pad_van(Besluit, one.id)
            yield Komend(due, item.uiterlijk, Moment.VERVOLG, link, pad, one, item, index)


def vervolgen(blik: Blik) -> Iterator[tuple[Besluit, int, Vervolg]]:
    """What follows from each decision that no later one replaced, with its place among the rest."""
    for one in actief(blik.regio.besluiten):
        if isinstance(one.vervolg, Onbekend) or vervangers(blik.regio, one):
            continue
        for index, item in enumerate(one.vervolg):
            yield one, index, item


def _acties(blik: Blik) -> Iterator[Komend]:
    """Actions that are not done, by the last moment they are planned for."""
    for one in blik.regio.actieve_speerpunten:
        for index, actie in enumerate(one.acties):
            if isinstance(actie.wanneer, Onbekend) or is_klaar(actie.stand):
                continue
            if not verstreken(actie, blik.vandaag):
                last = max(actie.wanneer, key=lambda datum: datum.einde)
                link = Link(blik.v.tekst(actie.wat), adres_van(Speerpunt, one.id, actie.id))
                due, pad = datetime.date(*last.einde), pad_van(Speerpunt, one.id)
                yield Komend(due, last, Moment.ACTIE, link, pad, one, actie, index)


def _stappen(blik: Blik) -> Iterator[Komend]:
    """The next step of each proposal, on the first day it can be taken; one that is late has none
    of its own: it can be taken up in any meeting now.
    """
    for step in volgende_stappen(blik):
        if step.gepland and not step.te_laat:
            one, pad = blik.regio.voorstellen[step.key], pad_van(Voorstel, step.key)
            day = Datum.van(step.gepland)
            yield Komend(step.gepland, day, Moment.STAP, step.voorstel, pad, one, step)
