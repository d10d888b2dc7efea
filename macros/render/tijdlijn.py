"""The timeline of the agenda: where each year and each phase stands, in percent of its width.

Not here: what was planned (``views.agenda.routekaart``), how it looks (``templates/agenda``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.agenda import Fase
from macros.render.balken import procent
from macros.views.agenda.routekaart import Cel, RoutekaartRij, Tijdlijn

KIER = 0.4
"""Room on either side of a bar, in percent; less where bars are very narrow."""

NIET_IN_BRON = "niet-in-bron"


@dataclass(frozen=True, slots=True)
class Vlak:
    """A bar: one phase of one year. ``letter`` stands in its middle, and may be empty."""

    soort: str
    x: str
    breed: str
    midden: str
    letter: str


@dataclass(frozen=True, slots=True)
class Strook:
    """A speerpunt over the years."""

    rij: RoutekaartRij
    vlakken: tuple[Vlak, ...]


@dataclass(frozen=True, slots=True)
class Tekening:
    """``jaren``: each year with where its name stands, in the middle of its part."""

    jaren: tuple[tuple[int, str], ...]
    stroken: tuple[Strook, ...]


def meet(tijdlijn: Tijdlijn) -> Tekening:
    """Every place in the drawing. Years are of one width; so are the phases within a year."""
    jaren = tijdlijn.kaart.jaren
    return Tekening(
        tuple((jaar, procent(n + 0.5, len(jaren))) for n, jaar in enumerate(jaren)),
        tuple(
            Strook(
                rij,
                tuple(
                    vlak
                    for n, cel in enumerate(rij.cellen)
                    for vlak in _vlakken(cel, 100 * n / len(jaren), 100 / len(jaren))
                ),
            )
            for rij in tijdlijn.kaart.rijen
        ),
    )


def _vlakken(cel: Cel, begin: float, breed: float) -> Iterator[Vlak]:
    """The bars of one year, which begins at ``begin``."""
    soorten = [str(fase) for fase in cel.fasen] or [NIET_IN_BRON]
    labels = cel.fase_labels or ("",)
    deel = breed / len(soorten)
    kier = min(KIER, deel / 4)
    for n, (soort, label) in enumerate(zip(soorten, labels, strict=True)):
        x = begin + n * deel
        yield Vlak(
            soort,
            procent(x + kier, 100),
            procent(deel - 2 * kier, 100),
            procent(x + deel / 2, 100),
            "" if soort == Fase.GEEN else label[:1].upper(),
        )
