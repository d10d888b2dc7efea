"""What nobody knows, said once: one sentence for a table, a list, a row of counters or bars.

Not here: leaving out the columns of a table (``render.onbekend``), or the list of all gaps
(``regio.leemten``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel
from macros.taal.vertaler import Vertaler
from macros.tekst import N_


def niet_bekend(
    v: Vertaler, wat: Sequence[str], gezocht: Iterable[Datum | None] = (), *, ook: bool = False
) -> str:
    """``Niet bekend: wie het doet en hoe ver het is. Gezocht in november 2026, niets gevonden.``

    ``gezocht`` are the dates on which each unknown value was looked for, None where nobody wrote
    one down: only a date that all share is said. Nothing unknown is an empty sentence. ``ook`` is
    for a sentence after such a one.
    """
    if not wat:
        return ""
    begin = N_("Ook niet bekend: {wat}.") if ook else N_("Niet bekend: {wat}.")
    zin = v.ui(begin, wat=v.opsomming(wat))
    datum = gedeeld(gezocht)
    if datum is None:
        return zin
    wanneer = (
        N_("Gezocht op {datum}, niets gevonden.")
        if datum.dag
        else N_("Gezocht in {datum}, niets gevonden.")
    )
    return f"{zin} {v.ui(wanneer, datum=v.datum(datum))}"


def onbekende_velden(v: Vertaler, deel: Deel, woorden: Mapping[str, str]) -> str:
    """What is unknown of one record; ``woorden``: of each field what it is called (``N_``)."""
    unknown = [field for field in woorden if getattr(deel, field) is ONBEKEND]
    return niet_bekend(v, [v.ui(woorden[field]) for field in unknown], map(deel.gezocht, unknown))


def per_datum(v: Vertaler, wat: Iterable[tuple[str, Iterable[Datum | None]]]) -> tuple[str, ...]:
    """The same for things that were not looked for on the same date: a sentence for each date."""
    groups: dict[Datum | None, list[str]] = defaultdict(list)
    for naam, gezocht in wat:
        groups[gedeeld(gezocht)].append(naam)
    return tuple(
        niet_bekend(v, namen, [datum], ook=bool(at))
        for at, (datum, namen) in enumerate(groups.items())
    )


def gedeeld(datums: Iterable[Datum | None]) -> Datum | None:
    """The date that all of them share: the day, or else the month, or else the year."""
    found = set(datums)
    if not found or None in found:
        return None
    for cut in (_zelf, _maand, _jaar):
        cuts = {cut(one) for one in found if one}
        if len(cuts) == 1:
            return cuts.pop()
    return None


def _zelf(datum: Datum) -> Datum:
    return datum


def _maand(datum: Datum) -> Datum:
    return Datum(datum.jaar, datum.maand)


def _jaar(datum: Datum) -> Datum:
    return Datum(datum.jaar)
