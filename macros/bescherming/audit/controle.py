"""The audit of a ledger: every release alone and all together. What the build and the command call.

Not here: reading files, solving, wording; only the order in which that happens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from macros.bescherming.audit import melding
from macros.bescherming.audit.bewijs import bewijs
from macros.bescherming.audit.grenzen import TIJD, Rekening
from macros.bescherming.audit.kruis import Kruis
from macros.bescherming.audit.oordeel import lek, lekt
from macros.bescherming.audit.opgave import Opgave, stel_op
from macros.bescherming.audit.oplosser import TeLangError, geduld
from macros.bescherming.audit.uitgaven import Uitgave, lees_uitgaven
from macros.bescherming.audit.uitspraak import TegenspraakError, Uitspraak
from macros.bescherming.audit.verband import Ligging, verbanden
from macros.drempel import DREMPEL
from macros.issue import Issue

LAAGSTE_NOEMER = 100
"""No rate is printed under a smaller denominator."""

MEESTE_CELLEN = 100_000
"""Inner cells of one domain. So many take one to three minutes and 700 MB."""

MEESTE_SOMMEN = 10_000_000
"""Inner cells in all published sums together."""

GEDULD = 600.0
"""Seconds for one domain: few cells that hang together closely can take for ever."""

UITGEBREID = 20
"""Leaks whose figures are brought down to a set without one too many; the others name more."""


def controleer(
    map_: Path,
    drempel: int = DREMPEL,
    ligging: Ligging = MappingProxyType({}),
    *,
    tijd: float = TIJD,
    wacht: float = GEDULD,
) -> list[Issue]:
    """Every leak and every other problem in the ledger ``map_``; empty when all is well.

    ``drempel`` is the threshold T, ``ligging`` says which areas lie in which, ``tijd`` the seconds
    that one cell may take, ``wacht`` those of a domain. A domain that is too large to audit is not
    safe: that is a problem too. A ledger with a broken file is not audited: only what is broken
    comes back.
    """
    uitgaven, issues = lees_uitgaven(map_)
    if issues:
        return sorted(issues)
    domeinen: dict[str, list[Uitgave]] = {}
    for uitgave in uitgaven:
        domeinen.setdefault(uitgave.definitie.id, []).append(uitgave)
    issues += verbanden(domeinen, ligging)
    for samen in domeinen.values():
        try:
            with geduld(wacht):
                issues += controleer_domein(samen, drempel, tijd=tijd)
        except TeLangError:
            issues.append(melding.te_lang(samen[-1].pad, wacht))
    return sorted(set(issues))


def controleer_domein(
    uitgaven: Sequence[Uitgave], drempel: int, *, tijd: float = TIJD
) -> list[Issue]:
    """The same for the releases of one domain, oldest first."""
    kruis = Kruis(uitgaven)
    if kruis.issues:
        return kruis.issues
    if issues := _te_groot(uitgaven, kruis):
        return issues
    opgave = stel_op(uitgaven, kruis, drempel)
    issues = [*_open(opgave, drempel), *_regels(opgave), *_afronding(opgave, drempel)]
    if any(one.code == "telt-niet-op" for one in issues):
        return issues
    weg = _herzien(opgave)
    while True:
        try:
            rekening = _reken(opgave, weg, drempel, tijd)
            break
        except TegenspraakError as error:
            more = _oudste(opgave, error.uitspraken)
            if not more:
                return [*issues, melding.tegenspraak(opgave, error.uitspraken)]
            weg |= more
    issues += _lekken(opgave, rekening, weg, drempel)
    for index, aantal in Counter(opgave.cijfers[one].uitgave for one in weg).items():
        issues.append(melding.herzien(opgave, index, aantal))
        if not uitgaven[index].definitie.elders:
            issues += controleer_domein([uitgaven[index]], drempel, tijd=tijd)
    return issues


def _te_groot(uitgaven: Sequence[Uitgave], kruis: Kruis) -> list[Issue]:
    """Said before any of it is worked out."""
    pad = uitgaven[-1].pad
    if kruis.n > MEESTE_CELLEN:
        return [melding.te_groot(pad, kruis.n, MEESTE_CELLEN, "cellen")]
    sommen = sum(
        kruis.omvang(one.definitie, regel.codes)
        for one in uitgaven
        for regel in (*one.regels, *one.bevolking)
    )
    if sommen > MEESTE_SOMMEN:
        return [melding.te_groot(pad, sommen, MEESTE_SOMMEN, "optellingen")]
    return []


def _over(opgave: Opgave, weg: frozenset[int]) -> list[int]:
    return [one for one in range(len(opgave.uitspraken)) if one not in weg]


def _reken(opgave: Opgave, weg: frozenset[int], drempel: int, tijd: float) -> Rekening:
    """The bounds without the statements in ``weg``."""
    over = _over(opgave, weg)
    uitspraken = [opgave.uitspraken[one] for one in over]
    try:
        return Rekening(opgave.n, uitspraken, opgave.cellen, drempel, tijd=tijd)
    except TegenspraakError as error:
        raise TegenspraakError(frozenset(over[one] for one in error.uitspraken)) from None


def _herzien(opgave: Opgave) -> frozenset[int]:
    """Counts that a later release replaced: the same cell, and no number that fits both."""
    weg = set()
    for numbers in opgave.aantallen.values():
        last = opgave.uitspraken[numbers[-1]]
        new = opgave.cijfers[numbers[-1]].uitgave
        for one in numbers[:-1]:
            old = opgave.uitspraken[one]
            if opgave.cijfers[one].uitgave != new and not _samen(old, last):
                weg.add(one)
    return frozenset(weg)


def _samen(een: Uitspraak, ander: Uitspraak) -> bool:
    laag = max(een.laag, ander.laag)
    return all(one.hoog is None or laag <= one.hoog for one in (een, ander))


def _oudste(opgave: Opgave, botsing: frozenset[int]) -> frozenset[int]:
    """What to leave out of a clash between releases; nothing when it is within one.

    Figures of others give way to our own, old ones to new ones.
    """
    uitgaven = {opgave.cijfers[one].uitgave for one in botsing}
    if len(uitgaven) < 2:
        return frozenset()
    oudste = min(uitgaven, key=lambda one: (not opgave.uitgaven[one].definitie.elders, one))
    return frozenset(one for one in botsing if opgave.cijfers[one].uitgave == oudste)


def _open(opgave: Opgave, drempel: int) -> list[Issue]:
    """Small counts, and counts with a small complement, that are simply printed."""
    return [
        melding.open_en_klein(opgave, aantal, plaats, drempel)
        for cel, aantal, plaats in opgave.open_cellen
        if lekt(cel, aantal, aantal, drempel)
    ]


def _regels(opgave: Opgave) -> list[Issue]:
    """What may not stand beside a count: rules that need no computation."""
    issues = [melding.zonder_noemer(opgave, one) for one in opgave.zonder_noemer]
    issues += [
        melding.kleine_noemer(opgave, plaats, LAAGSTE_NOEMER)
        for plaats, noemer in opgave.noemers
        if noemer < LAAGSTE_NOEMER
    ]
    issues += [melding.bedrag(opgave, plaats, kolommen) for plaats, kolommen in opgave.bedragen]
    return issues


def _afronding(opgave: Opgave, drempel: int) -> list[Issue]:
    """Whether controlled rounding is what it says: parts and totals match."""
    issues = []
    for index, uitgave in enumerate(opgave.uitgaven):
        numbers = [
            one
            for found in opgave.aantallen.values()
            for one in found
            if uitgave.definitie.afronden and opgave.cijfers[one].uitgave == index
        ]
        gedrukt = [opgave.gedrukt[one] for one in numbers]
        exact = [
            Uitspraak(opgave.uitspraken[one].cellen, aantal, aantal)
            for one, aantal in zip(numbers, gedrukt, strict=True)
        ]
        try:
            Rekening(opgave.n, exact, [], drempel)
        except TegenspraakError as error:
            door = [numbers[one] for one in error.uitspraken]
            issues.append(melding.telt_niet_op(opgave, door))
    return issues


def _lekken(opgave: Opgave, rekening: Rekening, weg: frozenset[int], drempel: int) -> list[Issue]:
    over = _over(opgave, weg)
    found = [
        index
        for index, cel in enumerate(opgave.cellen)
        if lek(cel, rekening.grenzen(index), drempel)
    ]
    found = _toegevoegd(opgave, rekening, found, over, drempel)
    issues = []
    for rang, index in enumerate(found):
        grenzen = rekening.grenzen(index)
        klein = rang < UITGEBREID
        door = bewijs(rekening, index, klein=klein) if grenzen.exact else frozenset()
        issues.append(
            melding.lek(
                opgave,
                opgave.plaatsen[index],
                grenzen,
                [over[one] for one in door],
            )
        )
    return issues


def _toegevoegd(
    opgave: Opgave, rekening: Rekening, lekken: list[int], over: Sequence[int], drempel: int
) -> list[int]:
    """The leaks that follow from our releases: not those that others published without us."""
    elders = [
        opgave.uitspraken[one]
        for one in over
        if opgave.uitgaven[opgave.cijfers[one].uitgave].definitie.elders
    ]
    if not elders or not lekken:
        return lekken
    cellen = [opgave.cellen[one] for one in lekken]
    zonder_ons = Rekening(opgave.n, elders, cellen, drempel, exact=True)
    return [
        one
        for rang, one in enumerate(lekken)
        if (zonder_ons.grenzen(rang).laag, zonder_ons.grenzen(rang).hoog)
        != (rekening.grenzen(one).laag, rekening.grenzen(one).hoog)
    ]
