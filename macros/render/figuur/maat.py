"""Where everything in a figure stands: lanes, dots, reference lines, ticks.

Not here: how it is drawn (``pagina``, ``plotly``) or written (``bestand``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.render.balken import procent
from macros.taal.vertaler import Tekst
from macros.views.monitor.figuur import Baan, Figuur, Punt, Soort, Vorm

MERKEN = {"rond": "circle", "vierkant": "square", "ruit": "diamond", "driehoek": "triangle-up"}
"""The shape of each series in turn: its name in our drawing and in Plotly."""

STREPEN = {"vol": "solid", "streep": "dash", "stip": "dot", "streepstip": "dashdot"}
"""The dashes of each reference line in turn: their name in our drawing and in Plotly."""


@dataclass(frozen=True, slots=True)
class Merk:
    """A cell on its lane. ``x`` is a percentage of the axis, None without a number."""

    reeks: str
    vorm: str
    punt: Punt
    x: str | None


@dataclass(frozen=True, slots=True)
class Strook:
    """A lane. ``van`` and ``tot`` are the ends of the line that joins its dots.

    ``rang``: its place when lanes are ordered by size, None when they keep their order.
    """

    naam: Tekst
    pad: str | None
    merken: tuple[Merk, ...]
    van: str | None
    tot: str | None
    rang: int | None


@dataclass(frozen=True, slots=True)
class Streep:
    """A reference line, or, where ``x`` is None, only its name and why there is no number."""

    naam: Tekst
    vorm: str
    punt: Punt
    x: str | None


@dataclass(frozen=True, slots=True)
class Tekening:
    """A figure with all places worked out; ``as_`` has the place and number of each tick."""

    figuur: Figuur
    stroken: tuple[Strook, ...]
    strepen: tuple[Streep, ...]
    as_: tuple[tuple[str, int | float], ...]

    @property
    def is_leeg(self) -> bool:
        """Whether there is no number to draw: the sentence then says it all."""
        return all(merk.x is None for strook in self.stroken for merk in strook.merken)

    @property
    def is_te_ordenen(self) -> bool:
        """Whether its lanes can be put in another order."""
        return not self.is_leeg and all(strook.rang is not None for strook in self.stroken)

    @property
    def merken(self) -> tuple[tuple[str, str, bool], ...]:
        """Shape, name and whether it is provisional, of each series; none when there is one."""
        if len(self.figuur.reeksen) == 1:
            return ()
        return tuple(
            (vorm, reeks, any(baan.punten[n].voorlopig for baan in self.figuur.banen))
            for n, (vorm, reeks) in enumerate(zip(MERKEN, self.figuur.reeksen, strict=False))
        )


def meet(figuur: Figuur) -> Tekening:
    """Every place in the drawing. Raises ValueError when the figure contradicts itself."""
    check(figuur)
    order = _rangen(figuur.banen)
    return Tekening(
        figuur,
        tuple(_strook(figuur, baan, order.get(baan.id)) for baan in figuur.banen),
        tuple(
            Streep(lijn.naam, vorm, lijn.punt, _x(figuur, lijn.punt))
            for vorm, lijn in zip(STREPEN, figuur.lijnen, strict=False)
        ),
        tuple((procent(tick, figuur.einde), plain(tick)) for tick in _ticks(figuur.einde)),
    )


def check(figuur: Figuur) -> None:
    wrong = (
        (not figuur.reeksen, "geen reeks"),
        (len(figuur.reeksen) > len(MERKEN), f"meer dan {len(MERKEN)} reeksen"),
        (figuur.vorm is Vorm.BALKEN and len(figuur.reeksen) != 1, "balken van meer dan één reeks"),
        (len(figuur.lijnen) > len(STREPEN), f"meer dan {len(STREPEN)} lijnen"),
        (bool(figuur.lijnen) and len(figuur.reeksen) != 1, "lijnen bij meer dan één reeks"),
        (any(len(b.punten) != len(figuur.reeksen) for b in figuur.banen), "een baan met gaten"),
        (figuur.einde <= 0, "een as zonder einde"),
        (
            any(not 0 <= waarde <= figuur.einde for waarde in _waarden(figuur)),
            "een waarde naast de as",
        ),
    )
    for is_wrong, what in wrong:
        if is_wrong:
            raise ValueError(f"Figuur {figuur.id}: {what}.")


def waarde_van(punt: Punt) -> Decimal | None:
    """The number of a cell; None for one that has no number, whatever else it holds."""
    return punt.waarde if punt.soort is Soort.GETAL else None


def _waarden(figuur: Figuur) -> Iterator[Decimal]:
    cells = [punt for baan in figuur.banen for punt in baan.punten]
    for punt in (*cells, *(lijn.punt for lijn in figuur.lijnen)):
        waarde = waarde_van(punt)
        if waarde is not None:
            yield waarde


def _strook(figuur: Figuur, baan: Baan, rang: int | None) -> Strook:
    merken = tuple(
        Merk(reeks, vorm, punt, _x(figuur, punt))
        for vorm, reeks, punt in zip(MERKEN, figuur.reeksen, baan.punten, strict=False)
    )
    numbers = [waarde for punt in baan.punten if (waarde := waarde_van(punt)) is not None]
    joined = len(numbers) > 1
    return Strook(
        baan.naam,
        baan.pad,
        merken,
        procent(min(numbers), figuur.einde) if joined else None,
        procent(max(numbers), figuur.einde) if joined else None,
        rang,
    )


def _x(figuur: Figuur, punt: Punt) -> str | None:
    waarde = waarde_van(punt)
    return None if waarde is None else procent(waarde, figuur.einde)


def _rangen(banen: tuple[Baan, ...]) -> dict[str, int]:
    """The place of each lane by size, largest first; empty when a size is not known.

    The size itself is not passed on. Lanes of the same size keep their order.
    """
    sizes = [baan.omvang for baan in banen if baan.omvang is not None]
    if len(sizes) < max(len(banen), 2):
        return {}
    return {baan.id: n for n, baan in enumerate(sorted(banen, key=lambda one: -(one.omvang or 0)))}


_MOST_PARTS = 4


def _ticks(einde: Decimal) -> Iterator[Decimal]:
    """Round numbers from 0 to ``einde``: steps that end there if there are, else what fits."""
    steps = list(_steps(einde))
    step = next((one for one in steps if einde % one == 0), steps[0])
    for n in range(int(einde / step) + 1):
        yield n * step


def _steps(einde: Decimal) -> Iterator[Decimal]:
    """From small to large, the round steps that make two, three or four parts."""
    ten = Decimal(1).scaleb((einde / _MOST_PARTS).adjusted())
    for factor in ("1", "2", "2.5", "3", "4", "5", "10", "20"):
        step = ten * Decimal(factor)
        if 2 <= einde / step <= _MOST_PARTS:
            yield step


def number_of(punt: Punt) -> int | float | None:
    waarde = waarde_van(punt)
    return None if waarde is None else plain(waarde)


def plain(waarde: Decimal) -> int | float:
    """As JSON has numbers; a whole one without a point."""
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
