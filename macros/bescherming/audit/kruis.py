"""The inner cells of a domain: every combination of codes that no release goes below.

A code that one release takes as a whole and another divides is the sum of its parts everywhere.
Not here: figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from macros.bescherming.audit.definitie import Definitie, bladen_van, codes_van
from macros.bescherming.audit.publicatie import Codes
from macros.bescherming.audit.uitgaven import Uitgave
from macros.issue import Issue


class Kruis:
    """The inner cells behind ``uitgaven`` (one domain), numbered row by row.

    ``dimensies`` are ids in the order in which releases brought them; ``n`` counts the cells.
    ``issues``: a dimension that is missing where it cannot be summed.
    """

    def __init__(self, uitgaven: Sequence[Uitgave]) -> None:
        self._definities = [one.definitie for one in uitgaven]
        ids = [one.id for each in self._definities for one in each.dimensies]
        self.dimensies = list(dict.fromkeys(ids))
        self.issues = list(self._ontbrekend())
        self._cache: dict[tuple[int, str, str], tuple[int, ...]] = {}
        self._codes: list[list[str]] = []
        for naam in self.dimensies:
            bladen = [
                blad
                for code in _gebruikt(uitgaven, naam)
                for blad in self._bladen(None, naam, code)
            ]
            self._codes.append(list(dict.fromkeys(bladen)))
        self._nummers = [{code: i for i, code in enumerate(codes)} for codes in self._codes]
        self.n = prod(map(len, self._codes))

    def codes(self, cel: int) -> Codes:
        """The codes of one inner cell, in the order of ``dimensies``."""
        found = []
        for codes in reversed(self._codes):
            cel, rest = divmod(cel, len(codes))
            found.append(codes[rest])
        return tuple(reversed(found))

    def cellen(self, definitie: Definitie, codes: Codes) -> tuple[int, ...]:
        """The inner cells that a combination of codes sums, ascending."""
        own = dict(zip((one.id for one in definitie.dimensies), codes, strict=True))
        axes = [
            self._nummers_van(definitie, index, naam, own.get(naam, ""))
            for index, naam in enumerate(self.dimensies)
        ]
        found = [0]
        for axis, codes_ in zip(axes, self._codes, strict=True):
            found = [cel * len(codes_) + one for cel in found for one in axis]
        return tuple(found)

    def omvang(self, definitie: Definitie, codes: Codes) -> int:
        """How many cells that are, without naming them."""
        own = dict(zip((one.id for one in definitie.dimensies), codes, strict=True))
        return prod(
            len(self._nummers_van(definitie, index, naam, own.get(naam, "")))
            for index, naam in enumerate(self.dimensies)
        )

    def _nummers_van(
        self, definitie: Definitie, index: int, naam: str, code: str
    ) -> tuple[int, ...]:
        sleutel = (id(definitie), naam, code)
        if sleutel not in self._cache:
            nummers = self._nummers[index]
            if code:
                bladen = self._bladen(definitie, naam, code)
                self._cache[sleutel] = tuple(sorted({nummers[blad] for blad in bladen}))
            else:
                self._cache[sleutel] = tuple(range(len(nummers)))
        return self._cache[sleutel]

    def _bladen(
        self, eigen: Definitie | None, naam: str, code: str, gezien: frozenset[str] = frozenset()
    ) -> Iterator[str]:
        """The codes that no release divides further; the release itself decides first."""
        order = [one for one in (eigen,) if one] + self._definities
        for definitie in order:
            delen = _delen(definitie, naam, code)
            if delen and code not in gezien:
                for deel in delen:
                    yield from self._bladen(eigen, naam, deel, gezien | {code})
                return
        yield code

    def _ontbrekend(self) -> Iterator[Issue]:
        for definitie in self._definities:
            own = [one.id for one in definitie.dimensies]
            for other in self._definities:
                for dimensie in other.dimensies:
                    if dimensie.id not in own and not dimensie.totaal:
                        message = (
                            f"De dimensie '{dimensie.id}' ontbreekt. Andere uitgaven van "
                            f"'{definitie.id}' hebben haar, en zij heeft geen totaal."
                        )
                        yield Issue(definitie.pad, 1, 1, "definitie", message)


def _delen(definitie: Definitie, naam: str, code: str) -> tuple[str, ...]:
    for groep in definitie.groepen:
        if groep.dimensie == naam and groep.id == code:
            return groep.van
    for dimensie in definitie.dimensies:
        if dimensie.id == naam:
            bladen = bladen_van(dimensie.boom, code)
            return () if bladen == (code,) else bladen
    return ()


def _gebruikt(uitgaven: Sequence[Uitgave], naam: str) -> Iterator[str]:
    """The codes of a dimension in the trees, and those that only the figures mention."""
    for uitgave in uitgaven:
        for index, dimensie in enumerate(uitgave.definitie.dimensies):
            if dimensie.id == naam:
                yield from codes_van(dimensie)
                for regel in (*uitgave.regels, *uitgave.bevolking):
                    yield regel.codes[index]
