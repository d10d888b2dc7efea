"""Rules of what has to follow when figures of a new year come in: the periods to compare, the
counts that a share is worked out from, the reading. They warn: it need not be all at once.

Not here: whether the figures themselves are right (``waarneming``, ``uitschieter``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from macros.issue import Level
from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van
from macros.model.monitor.cijfer import Getal, Periode
from macros.model.monitor.duiding import Duiding
from macros.model.monitor.indicator import Cijferdeel, Indicator
from macros.rules.monitor.basis import indicatoren, met_indicator
from macros.rules.registry import Problem, rule

_Perioden = Mapping[tuple[str, str], frozenset[Periode]]
"""Of each part of an indicator: the periods of which most municipalities have a number."""


def _perioden(regio: Regio) -> _Perioden:
    areas: dict[tuple[str, str], dict[Periode, set[str]]] = defaultdict(lambda: defaultdict(set))
    leden = frozenset(regio.leden)
    for _, _, row, _ in met_indicator(regio):
        if row.gebied in leden and isinstance(row.waarde, Getal):
            areas[row.indicator, row.uitsplitsing][row.periode].add(row.gebied)
    return {
        key: frozenset(period for period, seen in by.items() if 2 * len(seen) > len(leden))
        for key, by in areas.items()
    }


def _van(indicator: Indicator, known: _Perioden) -> frozenset[Periode]:
    """The periods of an indicator; of one that is worked out, those of which all is known."""
    if indicator.afleiding is None:
        return frozenset().union(*(some for (key, _), some in known.items() if key == indicator.id))
    return _samen(indicator.afleiding.teller, known) & _samen(indicator.afleiding.noemer, known)


def _samen(parts: Iterable[Cijferdeel], known: _Perioden) -> frozenset[Periode]:
    some = [known.get((one.indicator, one.uitsplitsing), frozenset()) for one in parts]
    return some[0].intersection(*some[1:])


def _soort(period: Periode) -> tuple[bool, bool]:
    return bool(period.helft), period.schooljaar


@rule(Level.LET_OP)
def reeks_loopt_achter(regio: Regio) -> Iterator[Problem]:
    """The newest year is among the periods that are compared, or what changed stays behind."""
    known = _perioden(regio)
    for pad, indicator in indicatoren(regio):
        if not indicator.reeksen:
            continue
        last, index = max((one.perioden[-1], at) for at, one in enumerate(indicator.reeksen))
        newer = [
            one for one in _van(indicator, known) if one > last and _soort(one) == _soort(last)
        ]
        if newer:
            new = max(newer)
            message = f"Er zijn cijfers over {new}, en de reeks stopt bij {last}."
            tip = (
                f"Zet {new} erbij, als je het met {last} mag vergelijken: zonder dat blijft "
                "'Wat veranderde er' bij de oude jaren."
            )
            yield pad, ("reeksen", index, "perioden"), message, tip


@rule(Level.LET_OP)
def aandeel_loopt_achter(regio: Regio) -> Iterator[Problem]:
    """A share has both its counts for the newest year."""
    known = _perioden(regio)
    for pad, indicator in indicatoren(regio):
        if indicator.afleiding is None:
            continue
        counted = _samen(indicator.afleiding.teller, known)
        both = _van(indicator, known)
        new = max(counted, default=None)
        if new is not None and both and new > max(both):
            lacking = sorted({part.indicator for part in indicator.afleiding.noemer})
            message = f"Van {new} is er een teller, en nog geen noemer: het aandeel ontbreekt dus."
            tip = f"Voeg cijfers over {new} toe van: {', '.join(lacking)}."
            yield pad, ("afleiding", "noemer"), message, tip


@rule(Level.LET_OP)
def reeks_zonder_cijfers(regio: Regio) -> Iterator[Problem]:
    """Periods to compare are periods of which there are figures."""
    known: dict[str, set[Periode]] = defaultdict(set)
    for _, _, row, _ in met_indicator(regio):
        known[row.indicator].add(row.periode)
    for pad, indicator in indicatoren(regio):
        if indicator.uitgave is not None:
            continue
        sums = indicator.afleiding
        parts = [one.indicator for one in (*sums.teller, *sums.noemer)] if sums else [indicator.id]
        have = set[Periode].intersection(*(known[one] for one in parts))
        for number, reeks in enumerate(indicator.reeksen):
            for at, period in enumerate(reeks.perioden):
                if have and period not in have:
                    message = f"Over {period} zijn er geen cijfers."
                    tip = f"Kijk het jaar na. Er zijn cijfers over {_opsomming(have)}."
                    yield pad, ("reeksen", number, "perioden", at), message, tip


def _opsomming(periods: Iterable[Periode]) -> str:
    return ", ".join(str(one) for one in sorted(periods))


@rule(Level.LET_OP)
def duiding_loopt_achter(regio: Regio) -> Iterator[Problem]:
    """The newest reading is not of before the newest figures that it speaks of."""
    known = _perioden(regio)
    for one in sorted(actief(regio.duidingen), key=lambda one: one.jaar)[-1:]:
        for index, said in enumerate(one.wat_zeggen_de_cijfers):
            indicator = regio.indicatoren.get(said.indicator)
            newest = max(_van(indicator, known), default=None) if indicator else None
            if newest is not None and newest.jaar > one.herkomst.peildatum.jaar:
                message = f"Er zijn cijfers over {newest}; deze duiding gaat tot en met "
                message += f"{one.herkomst.peildatum.jaar}."
                tip = "Lees na of de tekst nog klopt, of maak een nieuwe duiding."
                yield (
                    pad_van(Duiding, one.id),
                    ("wat_zeggen_de_cijfers", index, "indicator"),
                    message,
                    tip,
                )
