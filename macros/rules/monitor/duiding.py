"""Rules of the register of DPIA's and of the yearly readings.

Not here: the figures that a reading is about (``waarneming``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Status, actief
from macros.model.geheel import Regio, pad_van
from macros.model.monitor.duiding import Dpia, Duiding, StandDpia
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
