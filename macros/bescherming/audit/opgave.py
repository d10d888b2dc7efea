"""From releases to the question: which statements did they make, which counts must stay unknown?

Each statement keeps the printed figure it comes from. Not here: answering the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from macros.bescherming.audit.definitie import BASIS, Definitie
from macros.bescherming.audit.kruis import Kruis
from macros.bescherming.audit.publicatie import Codes, Percentage, Regel
from macros.bescherming.audit.uitgaven import Uitgave
from macros.bescherming.audit.uitspraak import Cel, Uitspraak

Cellen = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A place in what was published: a figure, or a cell that was left out.

    ``uitgave`` counts from 0, oldest first. ``tabel`` 0 is the population, -1 no table at all.
    ``codes``: those that say which cell it is. ``tekst``: what stands there.
    """

    uitgave: int
    tabel: int
    codes: Codes
    regel: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Opgave:
    """What was published of one domain, and what must not follow from it.

    ``cijfers[i]`` is where ``uitspraken[i]`` was printed; ``plaatsen[i]`` where ``cellen[i]``
    stands or would stand. ``aantallen``: the statements that are counts, by inner cells.
    """

    uitgaven: tuple[Uitgave, ...]
    n: int
    uitspraken: tuple[Uitspraak, ...]
    cijfers: tuple[Cijfer, ...]
    cellen: tuple[Cel, ...]
    plaatsen: tuple[Cijfer, ...]
    open_cellen: tuple[tuple[Cel, int, Cijfer], ...]
    """Cells that show their exact count, with that count."""

    aantallen: dict[Cellen, list[int]]
    zonder_noemer: tuple[Cijfer, ...]
    """Rates of which nobody knows the denominator."""

    noemers: tuple[tuple[Cijfer, int], ...]
    """Rates and their denominators."""

    bedragen: tuple[tuple[Cijfer, tuple[str, ...]], ...]
    """Hidden counts with an amount beside them, and its columns."""

    gedrukt: dict[int, int]
    """The count as it was printed, by the number of its statement."""


def stel_op(uitgaven: Sequence[Uitgave], kruis: Kruis, drempel: int) -> Opgave:
    """The statements and the cells of one domain. ``drempel`` is the threshold T."""
    werk = _Werk(uitgaven, kruis, drempel)
    for index in range(len(uitgaven)):
        werk.lees(index)
    for index, uitgave in enumerate(uitgaven):
        for regel in uitgave.regels:
            werk.toets(index, regel)
    werk.niet_genoemd()
    cellen = [one for one in werk.te_toetsen.items() if one[0] not in werk.getoond]
    return Opgave(
        tuple(uitgaven),
        kruis.n,
        tuple(werk.uitspraken),
        tuple(werk.cijfers),
        tuple(cel for _, (cel, _) in cellen),
        tuple(plaats for _, (_, plaats) in cellen),
        tuple(werk.open_cellen),
        werk.aantallen,
        tuple(werk.zonder_noemer),
        tuple(werk.noemers),
        tuple(werk.bedragen),
        werk.gedrukt,
    )


class _Werk:
    def __init__(self, uitgaven: Sequence[Uitgave], kruis: Kruis, drempel: int) -> None:
        self.uitgaven = uitgaven
        self.kruis = kruis
        self.drempel = drempel
        self.uitspraken: list[Uitspraak] = []
        self.cijfers: list[Cijfer] = []
        self.aantallen: dict[Cellen, list[int]] = {}
        self.te_toetsen: dict[Cellen, tuple[Cel, Cijfer]] = {}
        self.open_cellen: list[tuple[Cel, int, Cijfer]] = []
        self.getoond: set[Cellen] = set()
        self.bevolking: dict[Cellen, int] = {}
        self.zonder_noemer: list[Cijfer] = []
        self.noemers: list[tuple[Cijfer, int]] = []
        self.bedragen: list[tuple[Cijfer, tuple[str, ...]]] = []
        self.gedrukt: dict[int, int] = {}
        own = [one.definitie for one in uitgaven if not one.definitie.elders]
        self.breedte = BASIS - 1 if any(one.afronden for one in own) else drempel
        self.rest = any(one.noemers and one.noemers.complement for one in own)
        self.nul_mag = all(one.nullen_tonen for one in own)

    def lees(self, index: int) -> None:
        """The counts and the population of one release."""
        uitgave = self.uitgaven[index]
        for regel in uitgave.regels:
            self._regel(index, regel)
        for regel in uitgave.bevolking:
            if regel.aantal is not None:
                cellen = self.kruis.cellen(uitgave.definitie, regel.codes)
                plaats = Cijfer(index, 0, regel.codes, regel.regel, str(regel.aantal))
                self.bevolking[cellen] = regel.aantal
                self._stel(cellen, 0, regel.aantal, plaats)

    def _stel(self, cellen: Cellen, laag: int, hoog: int | None, plaats: Cijfer) -> None:
        self.uitspraken.append(Uitspraak(cellen, laag, hoog))
        self.cijfers.append(plaats)

    def _regel(self, index: int, regel: Regel) -> None:
        definitie = self.uitgaven[index].definitie
        cellen = self.kruis.cellen(definitie, regel.codes)
        plaats = Cijfer(index, regel.tabel, _kern(definitie, regel), regel.regel, "")
        if regel.aantal is not None:
            laag, hoog = aantal_tussen(regel.aantal, definitie)
            tekst = str(regel.aantal) if laag == hoog else f"afgerond {regel.aantal}"
            self.aantallen.setdefault(cellen, []).append(len(self.uitspraken))
            self.gedrukt[len(self.uitspraken)] = regel.aantal
            self._stel(cellen, laag, hoog, replace(plaats, tekst=tekst))
        if regel.noemer is not None:
            tekst = f"noemer {regel.noemer}"
            self.bevolking.setdefault(cellen, regel.noemer)
            self._stel(cellen, 0, regel.noemer, replace(plaats, tekst=tekst))

    def toets(self, index: int, regel: Regel) -> None:
        """The rate of a row, now that every denominator is known, and what must not follow."""
        definitie = self.uitgaven[index].definitie
        cellen = self.kruis.cellen(definitie, regel.codes)
        plaats = Cijfer(index, regel.tabel, _kern(definitie, regel), regel.regel, "")
        noemer = self._noemer(cellen) if regel.noemer is None else regel.noemer
        if regel.percentage and noemer is None:
            self.zonder_noemer.append(replace(plaats, tekst=f"{regel.percentage.tekst}%"))
        elif regel.percentage and noemer is not None:
            tekst = f"{regel.percentage.tekst}% van {noemer}"
            if not definitie.elders:
                self.noemers.append((replace(plaats, tekst=tekst), noemer))
            if not _van_afgerond(regel, noemer, definitie):
                laag, hoog = teller_tussen(regel.percentage, noemer)
                self._stel(cellen, laag, hoog, replace(plaats, tekst=tekst))
        if definitie.elders:
            return
        nul_mag = definitie.nullen_tonen
        rest = definitie.noemers is not None and definitie.noemers.complement
        cel = Cel(cellen, self.drempel, regel.aantal is None, noemer, rest, nul_mag)
        if regel.aantal is None:
            self._voeg_toe(cel, plaats)
            if regel.bedragen:
                self.bedragen.append((plaats, regel.bedragen))
            return
        laag, hoog = aantal_tussen(regel.aantal, definitie)
        if laag == hoog:
            self.getoond.add(cellen)
            self.open_cellen.append((cel, laag, plaats))
        elif laag < self.drempel or rest:
            self._voeg_toe(replace(cel, breedte=BASIS - 1), plaats)

    def _voeg_toe(self, cel: Cel, plaats: Cijfer) -> None:
        """The strictest of what the releases ask of one cell; it stands where it stood last."""
        found = self.te_toetsen.get(cel.cellen)
        if found:
            old = found[0]
            cel = Cel(
                cel.cellen,
                max(cel.breedte, old.breedte),
                cel.verborgen or old.verborgen,
                old.bevolking if cel.bevolking is None else cel.bevolking,
                cel.rest or old.rest,
                cel.nul_mag and old.nul_mag,
            )
        self.te_toetsen[cel.cellen] = cel, plaats

    def niet_genoemd(self) -> None:
        """The inner cells that no table names: they must not be worked out either."""
        last = len(self.uitgaven) - 1
        for index in range(self.kruis.n):
            cellen = (index,)
            if cellen not in self.te_toetsen and cellen not in self.getoond:
                cel = Cel(
                    cellen, self.breedte, False, self._noemer(cellen), self.rest, self.nul_mag
                )
                self.te_toetsen[cellen] = cel, Cijfer(last, -1, self.kruis.codes(index), 1, "")

    def _noemer(self, cellen: Cellen) -> int | None:
        """The population of a cell: as it was given, or as the sum of its inner cells."""
        if cellen in self.bevolking or not self.bevolking:
            return self.bevolking.get(cellen)
        total = 0
        for cel in cellen:
            own = self.bevolking.get((cel,))
            if own is None:
                return None
            total += own
        return total


def aantal_tussen(aantal: int, definitie: Definitie) -> tuple[int, int]:
    """What a printed count says: itself, or the interval that its rounding leaves.

    Controlled rounding may go to the multiple below or above; a figure that was rounded by itself
    went to the nearest one.
    """
    ruimte = BASIS - 1 if definitie.afronden else definitie.afgerond_op // 2
    return max(aantal - ruimte, 0), aantal + ruimte


def teller_tussen(percentage: Percentage, noemer: int) -> tuple[int, int]:
    """The numerators that print as this rate of ``noemer``, whichever way a half is rounded."""
    half = Fraction(1, 2 * 10**percentage.decimalen)
    laag = ceil((percentage.waarde - half) * noemer / 100)
    hoog = floor((percentage.waarde + half) * noemer / 100)
    return max(laag, 0), min(hoog, noemer)


def _van_afgerond(regel: Regel, noemer: int, definitie: Definitie) -> bool:
    """Whether the rate can come from the rounded count beside it, and so adds nothing to it."""
    if regel.percentage is None or regel.aantal is None:
        return False
    laag, hoog = aantal_tussen(regel.aantal, definitie)
    teller = teller_tussen(regel.percentage, noemer)
    return laag < hoog and teller[0] <= regel.aantal <= teller[1]


def _kern(definitie: Definitie, regel: Regel) -> Codes:
    """The codes of the dimensions that the table is about."""
    tabel = definitie.tabellen[regel.tabel - 1]
    return tuple(_codes(definitie, regel, tabel)) or regel.codes


def _codes(definitie: Definitie, regel: Regel, tabel: Sequence[str]) -> Iterator[str]:
    for dimensie, code in zip(definitie.dimensies, regel.codes, strict=True):
        if dimensie.id in tabel:
            yield code
