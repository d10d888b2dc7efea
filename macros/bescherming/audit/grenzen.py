"""The lowest and highest possible value of each cell, as far as the rule needs them.

In this order, and no further than needed: tables of whole numbers that serve many cells at once;
the linear programme of each cell still open (its best table is a witness for all others); the same
over whole numbers. Systems that do not hang together are solved apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from macros.bescherming.audit.krimp import botsende_leden
from macros.bescherming.audit.oordeel import veilig
from macros.bescherming.audit.oplosser import Deel, Getallen, OnmogelijkError
from macros.bescherming.audit.stelsel import Stelsel
from macros.bescherming.audit.uitspraak import Cel, Grenzen, TegenspraakError, Uitspraak

TIJD = 20.0
"""Seconds for one problem over whole numbers. A cell that stays open counts as one that leaks."""
_ZAAD = 20261122
Getal = TypeVar("Getal", int, float)


class Werk:
    """One connected system and the sums (``sommen``: inner cells each) that are asked of it.

    Four numbers per sum: ``laag`` and ``hoog`` proved, ``gezien_laag`` and ``gezien_hoog`` seen in
    a table of whole numbers (from the wrong end while there is none).
    """

    def __init__(self, deel: Deel, sommen: Sequence[tuple[int, ...]], tijd: float) -> None:
        self.deel = deel
        self.tijd = tijd
        self.sommen = sommen
        self._matrix = deel.matrix(sommen)
        self.laag: Getallen = np.rint(self._matrix @ deel.laag).astype(np.int64)
        self.hoog: Getallen = np.rint(self._matrix @ deel.hoog).astype(np.int64)
        self.gezien_laag: Getallen = self.hoog + 1
        self.gezien_hoog: Getallen = self.laag - 1
        self.lp: NDArray[np.float64] = np.full((len(sommen), 2), np.nan)
        self.onbegrensd = [any(deel.kolom[cel] in deel.onbegrensd for cel in som) for som in sommen]

    def doel(self, som: int) -> NDArray[np.float64]:
        """The weights of one sum, one per column."""
        return self.deel.gewichten(self.sommen[som])

    def zoek(self, doel: NDArray[np.float64], *, hoogste: bool, geheel: bool) -> tuple[float, int]:
        """The highest or lowest value of ``doel``, as found and as a safe whole number.

        The table that reaches it is a witness for every sum.
        """
        found = self.deel.uiterste(doel, hoogste=hoogste, geheel=geheel, tijd=self.tijd)
        if found.tabel is not None:
            sommen = np.rint(self._matrix @ found.tabel).astype(np.int64)
            self.gezien_laag = np.minimum(self.gezien_laag, sommen)
            self.gezien_hoog = np.maximum(self.gezien_hoog, sommen)
        return found.waarde, found.geheel(hoogste)

    def begrens(self, som: int, *, hoogste: bool, geheel: bool) -> None:
        """Prove the upper or lower end of one sum."""
        waarde, grens = self.zoek(self.doel(som), hoogste=hoogste, geheel=geheel)
        if not geheel:
            self.lp[som, int(hoogste)] = waarde
        if hoogste:
            self.hoog[som] = min(self.hoog[som], grens)
        else:
            self.laag[som] = max(self.laag[som], grens)

    def begrens_dichtbij(self, som: int, *, hoogste: bool) -> None:
        """The same from the rows around it: little work, and enough when a table reaches it."""
        cellen = self.sommen[som]
        for deel in self.deel.ringen(cellen):
            if deel is self.deel or self.bereikt(som, hoogste=hoogste):
                return
            doel = deel.gewichten(cellen)
            found = deel.uiterste(doel, hoogste=hoogste, geheel=False, tijd=self.tijd)
            if hoogste:
                self.hoog[som] = min(self.hoog[som], found.geheel(hoogste))
            else:
                self.laag[som] = max(self.laag[som], found.geheel(hoogste))

    def bereikt(self, som: int, *, hoogste: bool) -> bool:
        """Whether a table that was seen reaches the upper or lower end of one sum."""
        if hoogste:
            return bool(self.hoog[som] == self.gezien_hoog[som])
        return bool(self.laag[som] == self.gezien_laag[som])

    def verken(self, open_sommen: Sequence[int], toeval: np.random.Generator) -> None:
        """Two tables far apart in many open sums at once; nothing when they are not whole."""
        tekens = toeval.choice([-1.0, 1.0], size=len(open_sommen))
        weights = np.zeros(self._matrix.shape[0])
        weights[list(open_sommen)] = tekens
        doel = np.asarray(weights @ self._matrix, dtype=np.float64)
        for hoogste in (True, False):
            self.zoek(doel, hoogste=hoogste, geheel=False)

    def grenzen(self, som: int) -> Grenzen:
        """What is known of one sum."""
        seen = self.gezien_laag[som] <= self.gezien_hoog[som]
        vrij = self.onbegrensd[som]
        lp_laag, lp_hoog = (None if np.isnan(one) else float(one) for one in self.lp[som])
        return Grenzen(
            laag=int(self.laag[som]),
            hoog=None if vrij else int(self.hoog[som]),
            gezien_laag=int(self.gezien_laag[som]) if seen else None,
            gezien_hoog=int(self.gezien_hoog[som]) if seen else None,
            lp_laag=lp_laag,
            lp_hoog=None if vrij else lp_hoog,
            onbegrensd=vrij,
        )


@dataclass(slots=True)
class _Vraag:
    """A cell taken apart: what is known outright, and the sums asked of connected systems."""

    cel: Cel
    laag: int = 0
    hoog: int | None = 0
    sommen: list[tuple[int, int]] = field(default_factory=list)


class Rekening:
    """The bounds of ``cellen``, given ``uitspraken`` over ``n`` inner cells.

    ``drempel`` is the threshold T. ``exact``: compute both ends of every cell, also where the rule
    needs less. Raises ``TegenspraakError`` when no table of whole numbers agrees with all.
    """

    def __init__(
        self,
        n: int,
        uitspraken: Sequence[Uitspraak],
        cellen: Sequence[Cel],
        drempel: int,
        *,
        exact: bool = False,
        tijd: float = TIJD,
    ) -> None:
        self.stelsel = Stelsel(n, uitspraken)
        self.drempel = drempel
        self.cellen = cellen
        self.werken: list[Werk] = []
        self._exact = exact
        self._vragen = [_Vraag(cel) for cel in cellen]
        self._vragers: dict[tuple[int, int], list[int]] = {}
        self._splits(tijd)
        for index in range(len(self.werken)):
            self._los_op(index)

    def grenzen(self, index: int) -> Grenzen:
        """What was found for the cell with this number."""
        vraag = self._vragen[index]
        total = Grenzen(vraag.laag, vraag.hoog, vraag.laag, vraag.hoog, vraag.laag, vraag.hoog)
        if vraag.hoog is None:
            total.onbegrensd = True
        for werk, som in vraag.sommen:
            total = _plus(total, self.werken[werk].grenzen(som))
        return total

    def sommen(self, index: int) -> list[tuple[Werk, int]]:
        """The sums, each with its connected system, that make up a cell."""
        return [(self.werken[werk], som) for werk, som in self._vragen[index].sommen]

    def onbekend(self, cel: int) -> bool:
        """Whether an inner cell is tied to others by what was published."""
        return cel in self._deel_van

    def _splits(self, tijd: float) -> None:
        delen = self.stelsel.delen()
        self._deel_van = deel_van = {
            cel: index
            for index, rijen in enumerate(delen)
            for rij in rijen
            for cel in self.stelsel.rijen[rij].cellen
        }
        sommen: list[dict[tuple[int, ...], int]] = [{} for _ in delen]
        for index, vraag in enumerate(self._vragen):
            apart: dict[int, list[int]] = {}
            for cel in vraag.cel.cellen:
                if cel in deel_van:
                    apart.setdefault(deel_van[cel], []).append(cel)
                else:
                    vraag.laag += self.stelsel.laag[cel]
                    hoog = self.stelsel.hoog[cel]
                    vraag.hoog = None if hoog is None or vraag.hoog is None else vraag.hoog + hoog
            for deel, cellen in apart.items():
                som = sommen[deel].setdefault(tuple(cellen), len(sommen[deel]))
                vraag.sommen.append((deel, som))
                self._vragers.setdefault((deel, som), []).append(index)
        for index, rijen in enumerate(delen):
            stuk = Deel(self.stelsel, [self.stelsel.rijen[one] for one in rijen], self.drempel)
            self.werken.append(Werk(stuk, list(sommen[index]), tijd))

    def _los_op(self, index: int) -> None:
        werk = self.werken[index]
        try:
            werk.zoek(np.zeros(len(werk.deel.cellen)), hoogste=True, geheel=True)
            self._verken(index)
            for som in range(len(werk.laag)):
                self._bepaal(index, som)
        except OnmogelijkError:
            leden = botsende_leden(werk.deel, werk.tijd)
            raise TegenspraakError(self.bronnen(werk.deel, leden)) from None

    def bronnen(self, deel: Deel, leden: Sequence[int]) -> frozenset[int]:
        """The statements behind ``leden`` of a connected system, or of a part of one."""
        rijen = deel.rijen
        kolommen = [deel.cellen[one - len(rijen)] for one in leden if one >= len(rijen)]
        return self.stelsel.bronnen_van_cellen(kolommen).union(
            *(self.stelsel.bronnen_van_rij(rijen[one]) for one in leden if one < len(rijen))
        )

    def _verken(self, index: int) -> None:
        werk = self.werken[index]
        toeval = np.random.default_rng(_ZAAD)
        before = self._open(index)
        while len(before) > 4 and not self._exact:
            werk.verken(before, toeval)
            after = self._open(index)
            if len(before) - len(after) < max(2, len(before) // 50):
                return
            before = after

    def _open(self, index: int) -> list[int]:
        return [som for som in range(len(self.werken[index].laag)) if not self._klaar(index, som)]

    def _klaar(self, index: int, som: int) -> bool:
        """Whether no more needs to be known of a sum."""
        werk = self.werken[index]
        if werk.grenzen(som).exact and not self._exact:
            return True
        return not self._exact and all(
            veilig(self._vragen[one].cel, self.grenzen(one), self.drempel)
            for one in self._vragers[index, som]
        )

    def _bepaal(self, index: int, som: int) -> None:
        werk = self.werken[index]
        ends = (False,) if werk.onbegrensd[som] else (True, False)
        for geheel in (False, True):
            for hoogste in ends:
                if not geheel and not self._exact and not self._klaar(index, som):
                    werk.begrens_dichtbij(som, hoogste=hoogste)
                needless = (geheel or not self._exact) and werk.bereikt(som, hoogste=hoogste)
                if not needless and not self._klaar(index, som):
                    werk.begrens(som, hoogste=hoogste, geheel=geheel)


def _plus(een: Grenzen, ander: Grenzen) -> Grenzen:
    """The bounds of a sum of two sums that have nothing to do with each other."""
    return Grenzen(
        een.laag + ander.laag,
        _som(een.hoog, ander.hoog),
        _som(een.gezien_laag, ander.gezien_laag),
        _som(een.gezien_hoog, ander.gezien_hoog),
        _som(een.lp_laag, ander.lp_laag),
        _som(een.lp_hoog, ander.lp_hoog),
        een.onbegrensd or ander.onbegrensd,
    )


def _som(een: Getal | None, ander: Getal | None) -> Getal | None:
    return None if een is None or ander is None else een + ander
