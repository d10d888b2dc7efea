"""Rules of bodies: who sits where, what replaces what, and which are tied.

Not here: what they do over time (``vergadering``, ``voorstelroute``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.overleg.structuur import (
    Overleg,
    SoortOverleg,
    SoortSpelregel,
    Spelregel,
    Structuur,
)
from macros.model.regio import Gemeente
from macros.rules.registry import Problem, rule
from macros.rules.rondje import rondjes


def _overleggen(regio: Regio) -> Iterator[tuple[str, Overleg]]:
    for key, overleg in regio.overleggen.items():
        yield pad_van(Overleg, key), overleg


@rule()
def deelnemer_is_partij_of_overleg(regio: Regio) -> Iterator[Problem]:
    """Who sits in a body is a party, or somebody whom another body sends."""
    for pad, overleg in _overleggen(regio):
        if overleg.deelnemers is ONBEKEND:
            continue
        for index, deelnemer in enumerate(overleg.deelnemers):
            loc = ("deelnemers", index)
            if deelnemer.partij and deelnemer.overleg:
                message = "Een deelnemer is een partij of een overleg, niet allebei."
                yield pad, (*loc, "overleg"), message, "Maak er twee deelnemers van."
            elif not deelnemer.partij and not deelnemer.overleg:
                message = "Bij deze deelnemer staat niet wie het is."
                yield pad, loc, message, "Vul 'partij' in, of 'overleg'."


@rule()
def gemeente_bij_lokaal(regio: Regio) -> Iterator[Problem]:
    """A local body is of one municipality, another body of none."""
    for pad, overleg in _overleggen(regio):
        is_local = overleg.soort is SoortOverleg.LOKAAL
        if is_local and overleg.gemeente is None:
            message = "Bij een lokaal overleg hoort een gemeente."
            yield pad, ("soort",), message, "Vul 'gemeente' in, of kies een andere soort."
        elif overleg.gemeente and not is_local:
            message = "Alleen een lokaal overleg heeft een gemeente."
            yield pad, ("gemeente",), message, "Haal dit veld weg, of maak de soort 'lokaal'."


@rule(Level.LET_OP)
def gemeente_zonder_lokaal_overleg(regio: Regio) -> Iterator[Problem]:
    """When most municipalities have a local body, one without may have been forgotten."""
    have = {one.gemeente for one in actief(regio.overleggen) if one.gemeente}
    every = actief(regio.gemeenten)
    missing = [one for one in every if one.id not in have]
    for one in missing if 2 * len(missing) < len(every) else ():
        message = f"{one.naam} heeft geen lokaal overleg; de meeste gemeenten wel."
        tip = (
            f"Maak het aan in {soort_van(Overleg).pad}. Is het er niet? Dan hoef je niets te doen."
        )
        yield pad_van(Gemeente, one.id), ("id",), message, tip


@rule()
def vervangt_in_een_rondje(regio: Regio) -> Iterator[Problem]:
    """A body does not replace one that replaces it, by whatever detour."""
    replaces = {key: one.vervangt for key, one in regio.overleggen.items()}
    for key, index, message, tip in rondjes(replaces):
        yield pad_van(Overleg, key), ("vervangt", index), message, tip


@rule()
def vervangen_en_toch_nieuw(regio: Regio) -> Iterator[Problem]:
    """What is replaced has no place in the new structure; what replaces it has."""
    for pad, overleg in _overleggen(regio):
        for index, key in enumerate(overleg.vervangt):
            other = regio.overleggen.get(key)
            if other and Structuur.NIEUW in other.structuren:
                message = f"'{key}' staat zelf ook in de nieuwe structuur."
                tip = f"Haal 'nieuw' weg bij {key}.yml, of haal deze regel weg."
                yield pad, ("vervangt", index), message, tip
        if overleg.vervangt and Structuur.NIEUW not in overleg.structuren:
            message = "Dit overleg vervangt een ander, maar staat niet in de nieuwe structuur."
            yield pad, ("structuren",), message, "Voeg 'nieuw' toe, of haal 'vervangt' weg."


@rule()
def relatie_binnen_structuur(regio: Regio) -> Iterator[Problem]:
    """Bodies are tied in a structure in which both stand."""
    for pad, overleg in _overleggen(regio):
        for index, relatie in enumerate(overleg.relaties):
            other = regio.overleggen.get(relatie.naar)
            for one in (overleg, other):
                if one and relatie.structuur not in one.structuren:
                    message = f"'{one.id}' staat niet in de structuur '{relatie.structuur}'."
                    tip = "Kies de andere structuur, of vul 'structuren' aan."
                    yield pad, ("relaties", index, "structuur"), message, tip
                    break


@rule()
def voorstel_of_afspraak(regio: Regio) -> Iterator[Problem]:
    """A rule of conduct says whether it was agreed: no proposal is taken for an agreement."""
    for key, one in regio.spelregels.items():
        is_rule = one.soort is SoortSpelregel.GEDRAGSREGEL
        if is_rule and one.afspraak is None:
            message = "Bij deze gedragsregel staat niet of hij is voorgesteld of afgesproken."
            tip = "Schrijf bij 'afspraak': voorstel of afgesproken."
            yield pad_van(Spelregel, key), ("soort",), message, tip
        elif one.afspraak is not None and not is_rule:
            message = "'afspraak' hoort alleen bij een gedragsregel."
            yield pad_van(Spelregel, key), ("afspraak",), message, "Haal dit veld weg."
