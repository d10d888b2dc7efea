"""Rules of indicators: what they are a share of, their parts, and the periods to compare.

Not here: their figures (``waarneming``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.issue import Level, nearest
from macros.model.geheel import Regio
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.rules.monitor.basis import indicatoren
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc

MEESTE_PERIODEN = 4
"""As many shapes as a figure has to tell periods apart."""


@rule()
def berekening(regio: Regio) -> Iterator[Problem]:
    """A share is computed from counts that are published."""
    for pad, indicator in indicatoren(regio):
        if indicator.afleiding is None:
            continue
        if indicator.eenheid is not Eenheid.PROCENT or indicator.uitgave is not None:
            message = "Een berekening geeft een percentage, en vervangt elke andere bron."
            tip = "Zet 'eenheid' op procent en haal 'uitgave' weg."
            yield pad, ("afleiding",), message, tip
        for side in ("teller", "noemer"):
            for index, part in enumerate(getattr(indicator.afleiding, side)):
                other = regio.indicatoren.get(part.indicator)
                if other is None:
                    continue
                loc: Loc = ("afleiding", side, index)
                if other.eenheid is not Eenheid.AANTAL:
                    message = f"'{part.indicator}' is geen aantal dat een bron geeft."
                    yield pad, (*loc, "indicator"), message, "Reken met aantallen."
                parts = [TOTAAL, *(deel.id for deel in other.delen())]
                if part.uitsplitsing not in parts:
                    message = f"'{part.indicator}' kent geen deel '{part.uitsplitsing}'."
                    tip = nearest(part.uitsplitsing, parts)
                    yield pad, (*loc, "uitsplitsing"), message, tip


@rule()
def uitgave_is_aantal(regio: Regio) -> Iterator[Problem]:
    """What the ledger holds are counts."""
    for pad, indicator in indicatoren(regio):
        if indicator.uitgave is not None and indicator.eenheid is not Eenheid.AANTAL:
            message = "Eigen tellingen zijn aantallen, geen percentages."
            yield pad, ("eenheid",), message, "Zet 'eenheid' op aantal."


@rule()
def noemer_bij_aandeel(regio: Regio) -> Iterator[Problem]:
    """A percentage says of what, known or not; a count has no denominator."""
    for pad, indicator in indicatoren(regio):
        if indicator.eenheid is Eenheid.PROCENT and indicator.noemer is None:
            message = "Een percentage heeft een noemer: waarvan is het een deel?"
            yield pad, ("eenheid",), message, "Vul 'noemer' in, of schrijf: onbekend"
        if indicator.eenheid is Eenheid.AANTAL and indicator.noemer is not None:
            message = "Een aantal heeft geen noemer."
            yield pad, ("noemer",), message, "Haal 'noemer' weg, of zet 'eenheid' op procent."


_AANDEEL = re.compile(
    r"\b(?:aan)?deel\b|procent|percentage|van de (?:100|honderd)\b", re.IGNORECASE
)
"""How one asks for a share."""


@rule(Level.LET_OP)
def vraag_past_bij_cijfer(regio: Regio) -> Iterator[Problem]:
    """The question of an indicator is the one that its figure answers: a share is no how many."""
    for pad, indicator in indicatoren(regio):
        share = indicator.eenheid is Eenheid.PROCENT
        if share and not _AANDEEL.search(indicator.vraag):
            message = "Het cijfer is een percentage, en deze vraag gaat over iets anders."
            yield pad, ("vraag",), message, "Vraag naar het deel: 'Welk deel van de ...?'"
        elif not share and indicator.vraag.startswith("Welk deel "):
            message = "Het cijfer is een aantal, en deze vraag gaat over een deel."
            yield pad, ("vraag",), message, "Vraag naar het aantal: 'Hoeveel ...?'"


@rule()
def dubbel_deel(regio: Regio) -> Iterator[Problem]:
    """The parts of an indicator have different ids, and none is called ``totaal``."""
    for pad, indicator in indicatoren(regio):
        seen = {TOTAAL}
        for number, split in enumerate(indicator.uitsplitsingen):
            for index, deel in enumerate(split.delen):
                if deel.id in seen:
                    message = f"De id '{deel.id}' is in deze indicator al in gebruik."
                    loc = ("uitsplitsingen", number, "delen", index, "id")
                    yield pad, loc, message, "Kies een andere id."
                seen.add(deel.id)


@rule()
def vergelijkbare_perioden(regio: Regio) -> Iterator[Problem]:
    """Periods to compare are of one length and go from old to new."""
    for pad, indicator in indicatoren(regio):
        for number, reeks in enumerate(indicator.reeksen):
            loc: Loc = ("reeksen", number, "perioden")
            if len(reeks.perioden) > MEESTE_PERIODEN:
                message = f"Een figuur toont hooguit {MEESTE_PERIODEN} perioden naast elkaar."
                yield pad, loc, message, "Noem de belangrijkste, of maak een tweede reeks."
            if len(reeks.perioden) < 2:
                message = "Eén periode valt niet te vergelijken."
                yield pad, loc, message, "Noem er twee of meer, of haal de reeks weg."
            kinds = {(bool(one.helft), one.schooljaar) for one in reeks.perioden}
            if len(kinds) > 1:
                message = "Een jaar, een half jaar en een schooljaar kun je niet vergelijken."
                yield pad, loc, message, "Maak er verschillende reeksen van."
            elif list(reeks.perioden) != sorted(set(reeks.perioden)):
                message = "De perioden staan niet van oud naar nieuw, elk één keer."
                yield pad, loc, message, "Zet ze op volgorde."
