"""A row about an arrangement that is there already: which one it is, what the row changes in it.

What the row leaves empty or does not ask stays as it was. Not here: reading the row (``inlezen``).
"""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.invoer.gezocht import gevonden
from macros.invoer.inzending.namen import vorm
from macros.invoer.inzending.vragen import Vraag, vragen
from macros.model.arrangement import Arrangement
from macros.model.basis.datum import Datum
from macros.model.basis.record import Herkomst, Status, actief
from macros.model.geheel import Regio
from macros.source.nodes import Loc, Value

LIJKT = 0.85
"""How alike two names are, from 0 to 1, when one may be a slip of the other."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One answer that becomes another."""

    veld: str
    was: str
    wordt: str


class Bestaand:
    """The arrangements of the region, to be found by what a row calls them."""

    def __init__(self, regio: Regio) -> None:
        self._arrangementen = regio.arrangementen
        self._op_titel: dict[str, list[Arrangement]] = {}
        for one in regio.arrangementen.values():
            self._op_titel.setdefault(vorm(one.titel), []).append(one)

    def zoek(self, titel: str, key: str, gemeente: Value) -> list[Arrangement]:
        """Those that a row can be about: by its id, else by its name, else by name and place."""
        if key in self._arrangementen:
            return [self._arrangementen[key]]
        found = self._op_titel.get(vorm(titel), [])
        here = [one for one in found if one.gemeente_locatie == gemeente]
        return here if len(found) > 1 and len(here) == 1 else found

    def lijkt_op(self, titel: str, gehad: set[str]) -> Arrangement | None:
        """One that no row is about, and of which the name is nearly the same."""
        names = {vorm(one.titel): one for one in actief(self._arrangementen) if one.id not in gehad}
        close = difflib.get_close_matches(vorm(titel), names, n=1, cutoff=LIJKT)
        return names[close[0]] if close else None

    def ontbreekt(self, gehad: set[str]) -> Iterator[Arrangement]:
        """Those that no row is about, though they come from a source of those that are."""
        sources = {self._arrangementen[one].herkomst.bron for one in gehad}
        for one in actief(self._arrangementen):
            if one.id not in gehad and one.herkomst.bron in sources:
                yield one


def gearchiveerd(record: Arrangement) -> bool:
    """Whether it does not count any more."""
    return record.status is Status.GEARCHIVEERD


def samengevoegd(oud: Value, antwoorden: Mapping[Loc, Value]) -> dict[str, Value]:
    """The values of a file with these answers in them."""
    result = copy.deepcopy(oud)
    assert isinstance(result, dict)
    for loc, value in antwoorden.items():
        group = result
        for part in loc[:-1]:
            inner = group.setdefault(str(part), {})
            assert isinstance(inner, dict)
            group = inner
        group[str(loc[-1])] = value
    gevonden(result, oud)
    return result


def wijzigingen(oud: Value, antwoorden: Mapping[Loc, Value]) -> Iterator[tuple[Loc, Wijziging]]:
    """Which answers are not what stands there now."""
    for vraag in vragen():
        if vraag.loc not in antwoorden:
            continue
        before, after = _op(oud, vraag.loc), antwoorden[vraag.loc]
        if before != after:
            yield vraag.loc, Wijziging(vraag.label, _kort(vraag, before), _kort(vraag, after))


def _op(value: Value, loc: Loc) -> Value:
    for part in loc:
        value = value.get(str(part)) if isinstance(value, dict) else None
    return value


_LENGTE = 60


def _kort(vraag: Vraag, value: Value) -> str:
    """An answer in so many signs as fit in a line."""
    if value is None:
        return "niets"
    if isinstance(value, list):
        text = "; ".join(_kort(vraag, one) for one in value)
    elif isinstance(value, dict):
        text = " ".join(str(one) for one in value.values())
    else:
        text = " ".join(value.split())
    return text if len(text) <= _LENGTE else f"{text[:_LENGTE].rpartition(' ')[0]} …"


def zelfde_herkomst(oud: Herkomst, nieuw: Herkomst) -> bool:
    """Whether a change says nothing of where and from when it is."""
    return (oud.bron, oud.peildatum) == (nieuw.bron, nieuw.peildatum)


def ouder(oud: Datum, nieuw: Datum) -> bool:
    """Whether the whole of ``nieuw`` lies before ``oud``."""
    return nieuw.einde < oud.begin
