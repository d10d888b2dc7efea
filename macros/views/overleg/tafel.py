"""Who is at the table: what the rules of conduct ask the regisseur to look at.

Only of what was written down: of a meeting without a list of who were there nobody was absent, and
before the first decision with feasibility noted nobody noted it. A group of parties that sits
somewhere may stand for any of them, so then it cannot be said of a party that it sits nowhere. Not
here: what was written down wrong (``rules.overleg.vertegenwoordiging``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.overleg.structuur import Overleg, SoortOverleg
from macros.model.overleg.vergadering import Afmelding, Besluit, Vergadering
from macros.model.regio import SoortPartij
from macros.views.overleg.basis import deelnemers
from macros.views.overleg.besluit import datum, nieuwste_eerst, vervangers
from macros.views.overleg.kalender import op_datum


def _is_groep(regio: Regio, partij: str) -> bool:
    one = regio.partijen.get(partij)
    return one is not None and one.soort is SoortPartij.GROEP


def afwezig(regio: Regio) -> Iterator[tuple[Vergadering, tuple[str, ...]]]:
    """Meetings with the parties that sit in the body, were not there and did not say so, newest
    first.
    """
    for one in reversed(op_datum(regio)):
        if not one.aanwezig or one.overleg is None:
            continue
        told = {*one.aanwezig, *(item.partij for item in one.afmeldingen)}
        seats = [item.partij for item in deelnemers(regio.overleggen[one.overleg]) if item.partij]
        gone = [key for key in seats if key not in told and not _is_groep(regio, key)]
        if gone:
            yield one, tuple(dict.fromkeys(gone))


def zonder_bericht(regio: Regio) -> Iterator[tuple[Vergadering, int, Afmelding]]:
    """Who said not to come, and not whether it agrees or who speaks for it; newest first."""
    for one in reversed(op_datum(regio)):
        for index, item in enumerate(one.afmeldingen):
            if item.instemming is None and item.vertegenwoordigd_door is None:
                yield one, index, item


def niet_nagegaan(regio: Regio) -> Iterator[Besluit]:
    """Decisions of which nobody noted whether parties can do what they ask, from the first one of
    which somebody did; newest first.
    """
    every = nieuwste_eerst(regio)
    noted = [one for one in every if one.haalbaarheid]
    if not noted:
        return
    first = datum(regio, noted[-1]).begin
    for one in every:
        if not one.haalbaarheid and datum(regio, one).begin >= first and not vervangers(regio, one):
            yield one


def partners(regio: Regio) -> Iterator[str]:
    """The municipalities, and who work with them on the schools of all of them."""
    yield from (one.id for one in actief(regio.gemeenten))
    for one in actief(regio.partijen):
        if one.soort is SoortPartij.SAMENWERKINGSVERBAND:
            yield one.id


def _tafels(regio: Regio) -> list[Overleg]:
    """The bodies of the region that are there, or may be: not those of one municipality."""
    every = actief(regio.overleggen)
    return [one for one in every if one.soort is not SoortOverleg.LOKAAL and not one.is_weg]


def zonder_tafel(regio: Regio) -> tuple[str, ...]:
    """The partners that sit at no regional table; nothing while that cannot be said."""
    tables = _tafels(regio)
    if not tables or onduidelijk(regio):
        return ()
    seated = {item.partij for one in tables for item in deelnemers(one)}
    return tuple(key for key in partners(regio) if key not in seated)


def onduidelijk(regio: Regio) -> int:
    """Of how many regional tables it is not known which of the partners sit there."""
    return sum(
        one.deelnemers is ONBEKEND
        or any(item.partij and _is_groep(regio, item.partij) for item in deelnemers(one))
        for one in _tafels(regio)
    )
