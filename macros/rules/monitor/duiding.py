"""Rules of the register of DPIA's, of the yearly readings, and of what municipalities explain.

Not here: the figures that a reading is about (``waarneming``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Status, Zekerheid, actief
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.monitor.cijfer import Periode
from macros.model.monitor.duiding import Dpia, Duiding, StandDpia, Toelichting
from macros.model.monitor.indicator import Waarnemingen
from macros.model.regio import Gemeente
from macros.rules.registry import Problem, rule


@rule()
def dpia_per_gemeente(regio: Regio) -> Iterator[Problem]:
    """The register has a municipality once; only a finished DPIA has a date."""
    seen: dict[str, str] = {}
    for key, one in regio.dpias.items():
        pad = pad_van(Dpia, key)
        first = seen.setdefault(one.gemeente, key)
        if first != key:
            message = f"De DPIA van '{one.gemeente}' staat al in {first}.yml."
            yield pad, ("gemeente",), message, "Houd er één over."
        gemeente = regio.gemeenten.get(one.gemeente)
        is_over = gemeente is not None and gemeente.status is Status.GEARCHIVEERD
        if is_over and one.status is Status.ACTIEF:
            message = f"'{one.gemeente}' is gearchiveerd, en deze DPIA nog niet."
            yield pad, ("gemeente",), message, "Zet ook hier 'status: gearchiveerd'."
        if one.stand is not StandDpia.AFGEROND and not isinstance(one.datum, Onbekend):
            message = "Er is een datum, maar de stand is niet 'afgerond'."
            yield pad, ("datum",), message, "Schrijf: onbekend, of pas de stand aan."


@rule(Level.LET_OP)
def gemeente_zonder_dpia(regio: Regio) -> Iterator[Problem]:
    """A register of DPIA's has every municipality, if only to say that nobody knows."""
    have = {one.gemeente for one in actief(regio.dpias)}
    for one in actief(regio.gemeenten) if have else ():
        if one.id not in have:
            message = f"{one.naam} staat niet in het register van DPIA's."
            tip = f"Maak {pad_van(Dpia, one.id)}. Weet niemand het? Schrijf: stand: onbekend"
            yield pad_van(Gemeente, one.id), ("id",), message, tip


@rule()
def een_duiding_per_jaar(regio: Regio) -> Iterator[Problem]:
    """There is one yearly reading a year."""
    seen: dict[int, str] = {}
    for key, one in regio.duidingen.items():
        first = seen.setdefault(one.jaar, key)
        if first != key:
            message = f"Over {one.jaar} is er al een duiding: {first}.yml."
            yield pad_van(Duiding, key), ("jaar",), message, "Voeg de twee samen."


@rule()
def toelichting_bij_een_cijfer(regio: Regio) -> Iterator[Problem]:
    """A municipality explains a figure that there is of it, and does so once."""
    given = {(row.indicator, row.gebied, row.periode) for row in regio.cijfers}
    unread = any(path.startswith(f"{soort_van(Waarnemingen).pad}/") for path in regio.onleesbaar)
    seen: dict[tuple[str, str, Periode | None], str] = {}
    for key, one in regio.toelichtingen.items():
        pad = pad_van(Toelichting, key)
        indicator = regio.indicatoren.get(one.indicator)
        first = seen.setdefault((one.gemeente, one.indicator, one.periode), key)
        if first != key:
            message = f"Bij dit cijfer van '{one.gemeente}' is er al een toelichting: {first}.yml."
            yield pad, ("indicator",), message, "Voeg de twee samen."
        if indicator is None or one.gemeente not in regio.gemeenten or unread:
            continue  # what there is nobody knows, while a file of figures has a mistake
        formula = indicator.afleiding
        parts = {part.indicator for part in formula.teller} if formula else {one.indicator}
        periods = {period for name, area, period in given if name in parts and area == one.gemeente}
        if not periods:
            message = f"Van '{one.gemeente}' is er bij '{one.indicator}' geen cijfer."
            yield pad, ("indicator",), message, "Kies het cijfer waar de toelichting bij hoort."
        elif one.periode is not None and one.periode not in periods:
            message = f"Van '{one.gemeente}' is er over {one.periode} geen cijfer."
            tip = f"Er is een cijfer over {', '.join(map(str, sorted(periods)))}."
            yield pad, ("periode",), message, tip


@rule()
def toelichting_in_eigen_woorden(regio: Regio) -> Iterator[Problem]:
    """What a municipality explains is what it says itself: nobody works that out for it."""
    for key, one in regio.toelichtingen.items():
        if one.herkomst.zekerheid in (Zekerheid.AFGELEID, Zekerheid.ONBEKEND):
            message = (
                "Een toelichting is wat de gemeente zelf zegt. "
                f"Dat kan niet '{one.herkomst.zekerheid}' zijn."
            )
            tip = "Noem waar de gemeente dit zegt, met 'bevestigd', of haal dit bestand weg."
            yield pad_van(Toelichting, key), ("herkomst", "zekerheid"), message, tip
