"""The figures that the data choose: on the dashboard, in sentences, and side by side.

Not here: how a figure is made (``figuren``).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.monitor.duiding import Duiding
from macros.model.monitor.indicator import Indicator
from macros.taal.vertaler import Tekst
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.monitor.antwoord import antwoord
from macros.views.monitor.basis import STAND_DUIDING
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Figuur
from macros.views.monitor.kern import waarvan
from macros.views.naam import naar


@dataclass(frozen=True, slots=True)
class Kaartje:
    """One indicator of the dashboard: a figure by municipality, or else of a larger area."""

    indicator: Link
    vraag: Tekst
    figuren: tuple[Figuur, ...]


def dashboard(blik: Blik) -> tuple[Kaartje, ...]:
    """The few indicators that the data choose."""
    tekenaar = Tekenaar(cijferboek(blik), blik)
    return tuple(
        Kaartje(
            naar(blik, Indicator, key),
            blik.v.tekst(blik.regio.indicatoren[key].vraag),
            _hoofdfiguren(tekenaar, key),
        )
        for key in blik.regio.dashboard
    )


def _hoofdfiguren(tekenaar: Tekenaar, key: str) -> tuple[Figuur, ...]:
    """A split shows where it lies; without one, each municipality; else a larger area."""
    one = tekenaar.boek.regio.indicatoren[key]
    tekenaar = tekenaar.voor(one)
    for split in one.uitsplitsingen:
        found = tekenaar.verdelingen(one, split)
        if found:
            return found[:1]
    figures = (tekenaar.per_gemeente(one, part) for part in tekenaar.boek.delen(one))
    return tuple(figure for figure in figures if figure is not None)


MEESTE_ZINNEN = 2
"""A board reads the state of things in a minute; the rest is a link away."""


@dataclass(frozen=True, slots=True)
class Cijferstand:
    """The state of things in sentences: (indicator, sentence); the latest reading, its state."""

    zinnen: tuple[tuple[Link, Tekst], ...]
    duiding: tuple[Link, str] | None


def stand(blik: Blik) -> Cijferstand:
    """What a board needs of the figures: the answers of the first of the dashboard."""
    latest = max(actief(blik.regio.duidingen), key=lambda one: one.jaar, default=None)
    answers = ((key, antwoord(blik, key)) for key in blik.regio.dashboard)
    told = [(naar(blik, Indicator, key), text) for key, text in answers if text is not None]
    return Cijferstand(
        tuple(told[:MEESTE_ZINNEN]),
        (
            naar(blik, Duiding, latest.id),
            blik.v.ui(STAND_DUIDING[latest.stand]),
        )
        if latest
        else None,
    )


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A share to put municipalities side by side with; of whom it is one, None is unknown."""

    indicator: Link
    waarvan: Tekst | None
    figuren: tuple[Figuur, ...]


def vergelijking(blik: Blik) -> tuple[Vergelijking, ...]:
    """The figures to put municipalities side by side with, by name and never by value."""
    tekenaar = Tekenaar(cijferboek(blik), blik)
    found = []
    for key in blik.regio.vergelijken:
        one = blik.regio.indicatoren[key]
        figures = (tekenaar.voor(one).per_gemeente(one, part) for part in tekenaar.boek.delen(one))
        shown = tuple(one for one in figures if one is not None)
        found.append(Vergelijking(naar(blik, Indicator, key), waarvan(blik, one), shown))
    return tuple(found)
