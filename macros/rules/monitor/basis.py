"""What the rules of the monitor go through: indicators, and rows of figures. Not here: a rule."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.geheel import Regio, pad_van
from macros.model.monitor.indicator import Indicator, Waarneming, Waarnemingen
from macros.source.nodes import Loc


def indicatoren(regio: Regio) -> Iterator[tuple[str, Indicator]]:
    """Every indicator, with its path."""
    for key, indicator in regio.indicatoren.items():
        yield pad_van(Indicator, key), indicator


def rijen(regio: Regio) -> Iterator[tuple[str, Loc, Waarneming]]:
    """Every row, with its path and place."""
    for key, bestand in regio.waarnemingen.items():
        for index, row in enumerate(bestand.rijen):
            yield pad_van(Waarnemingen, key), ("rijen", index), row


def met_indicator(regio: Regio) -> Iterator[tuple[str, Loc, Waarneming, Indicator]]:
    """Rows of an indicator that exists; that of others is another rule."""
    for pad, loc, row in rijen(regio):
        indicator = regio.indicatoren.get(row.indicator)
        if indicator is not None:
            yield pad, loc, row, indicator
