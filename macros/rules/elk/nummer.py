"""Rules of the numbers that give records their order.

Not here: which kinds have one (``model.geheel``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from macros.issue import Level
from macros.model.geheel import SOORTEN, Regio
from macros.model.soort import Nummering, Soort
from macros.rules.registry import Problem, rule


def _genummerd(regio: Regio) -> Iterator[tuple[Soort, dict[str, int]]]:
    """The number of each record by its id, for all that are numbered together."""
    for soort in SOORTEN:
        if soort.nummering is Nummering.GEEN:
            continue
        together: dict[str, dict[str, int]] = defaultdict(dict)
        record: Any
        for key, record in regio.groep(soort).items():
            part = str(getattr(record, soort.nummering.veld)) if soort.nummering.veld else ""
            together[part][key] = record.nummer
        for numbers in together.values():
            yield soort, numbers


@rule()
def dubbel_nummer(regio: Regio) -> Iterator[Problem]:
    """Two records of which the number gives the order never have the same number."""
    for soort, numbers in _genummerd(regio):
        seen: dict[int, str] = {}
        for key, number in numbers.items():
            other = seen.setdefault(number, key)
            if other != key:
                message = f"Nummer {number} is al van '{other}'."
                tip = "Kies een nummer dat nog vrij is."
                yield soort.bestand(key), ("nummer",), message, tip


@rule(Level.LET_OP)
def nummer_overgeslagen(regio: Regio) -> Iterator[Problem]:
    """Numbers that give the order follow each other; a gap may be a record that was lost."""
    for soort, numbers in _genummerd(regio):
        by_number = {number: key for key, number in numbers.items()}
        unread = any(path.startswith(f"{soort.pad}/") for path in regio.onleesbaar)
        if unread or len(by_number) < len(numbers):
            continue  # the number that is skipped is that of a file with another mistake
        for before, number in pairwise([0, *sorted(by_number)]):
            if number > before + 1:
                begin = (
                    f"Nummer {number} volgt op {before}"
                    if before
                    else f"Nummer {number} is het eerste"
                )
                message = f"{begin}: er is een nummer overgeslagen."
                tip = "Is er een bestand weg? Zet het terug met status: gearchiveerd."
                yield soort.bestand(by_number[number]), ("nummer",), message, tip
