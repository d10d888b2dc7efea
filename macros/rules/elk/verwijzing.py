"""Rules of references and lists: what is named exists, counts, and is named once.

Not here: what one kind may refer to, which its type says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.issue import nearest
from macros.model.agenda import Agenda
from macros.model.basis.record import Record, Status
from macros.model.geheel import SOORT, SOORTEN, Regio
from macros.model.samenwerking.onderdeel import Thema
from macros.model.walk import Leaf
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc


def _verwijst(leaf: Leaf) -> bool:
    return leaf.verwijzing is not None and not leaf.onbekend


def _in_lijst(leaf: Leaf) -> bool:
    return isinstance(leaf.loc[-1], int)


@rule()
def verwijzing(regio: Regio) -> Iterator[Problem]:
    """A reference names a record that exists; what a page links to is not archived."""
    retired = dict(_retired(regio))
    gone = {PurePosixPath(pad).stem for pad in retired}
    lost: dict[str, list[_Plaats]] = defaultdict(list)
    for pad, leaf in regio.waarden(_verwijst):
        assert leaf.verwijzing is not None
        soorten = leaf.verwijzing.soorten
        if _find(regio, soorten, leaf.value):
            if (pad.startswith(_GESCHIEDENIS) and "bron" not in soorten) or leaf.verwijzing.toen:
                continue
            if leaf.value not in gone or not retired.get(pad, True):
                continue
            if _archived(regio, soorten, leaf.value, pad in retired):
                message = f"'{leaf.value}' is gearchiveerd en staat dus niet meer op de site."
                yield pad, leaf.loc, message, "Kies een andere, of haal daar 'gearchiveerd' weg."
            continue
        lost[leaf.value].append((pad, leaf.loc, soorten))
    none: dict[tuple[str, ...], dict[str, list[_Plaats]]] = defaultdict(dict)
    for key, places in lost.items():
        for soorten, same in _samen(places):
            if not any(regio.groep(SOORT[soort]) for soort in soorten):
                none[soorten][key] = same
    for soorten, keys in none.items():
        if len(keys) > 1:
            where = [place for same in keys.values() for place in same]
            message = (
                f"Er is geen enkele {' of '.join(soorten)}. {_ook([pad for pad, *_ in where])}"
            )
            folders = " of ".join(SOORT[soort].pad for soort in soorten)
            yield *where[0][:2], message, f"Is de map {folders} weg? Zet haar terug."
    for key, places in lost.items():
        for soorten, same in _samen(places):
            if len(none.get(soorten, ())) > 1:
                continue
            message = f"Er is geen {' of '.join(soorten)} met de id '{key}'."
            if len(same) > 1:
                message += f" {_ook([pad for pad, *_ in same])}"
            yield *same[0][:2], message, bedoeld(regio, soorten, key, len(same) > 1)


_Plaats = tuple[str, Loc, tuple[str, ...]]


def _samen(places: list[_Plaats]) -> Iterator[tuple[tuple[str, ...], list[_Plaats]]]:
    """The places that may all mean one record, with the kinds it can be of."""
    first = min((soorten for *_, soorten in places), key=len)
    common = tuple(one for one in first if all(one in soorten for *_, soorten in places))
    if common:
        yield common, places
        return
    apart: dict[tuple[str, ...], list[_Plaats]] = defaultdict(list)
    for place in places:
        apart[place[2]].append(place)
    yield from apart.items()


def _ook(paden: list[str]) -> str:
    """Where the same is missing: told at the first place, with the files of the others."""
    others = [pad for pad in dict.fromkeys(paden) if pad != paden[0]]
    named = ", ".join(others[:3]) + (f" en nog {len(others) - 3}" if others[3:] else "")
    return f"Zo staat het op {len(paden)} plaatsen" + (f": ook in {named}." if named else ".")


_GEEN_PERSOON = "Noem een functie of organisatie, geen persoon."


def bedoeld(regio: Regio, soorten: tuple[str, ...], key: str, vaker: bool = False) -> str:
    """What to do about a reference to nothing; what stood in several places was once there."""
    namen = {
        one: tuple(_namen(record))
        for soort in soorten
        for one, record in regio.groep(SOORT[soort]).items()
    }
    tip = nearest(key, namen, namen)
    if vaker and not tip.endswith("hetzelfde uitziet."):
        files = " of ".join(SOORT[soort].bestand(key) for soort in soorten)
        meant = f" {tip}" if tip.startswith("Bedoel") else ""
        return f"Is {files} weg? Zet het terug met status: gearchiveerd.{meant}"
    if tip.startswith("Bedoel"):
        return tip
    nobody = f"{_GEEN_PERSOON} " if {"partij", "gemeente"}.issuperset(soorten) else ""
    where = " of ".join(SOORT[soort].pad for soort in soorten)
    look = f"Kijk in de map {where} welke er zijn, of maak het bestand daar eerst aan."
    return f"{nobody}{tip or look}"


_NAAMVELDEN = (
    "titel",
    "naam",
    "term",
    "korte_naam",
    "afkorting",
    "voluit",
    "code",
    "ook_geschreven_als",
    "brin",
    "cbs_code",
)
"""The fields by which people know a record; each kind has some of them."""


def _namen(record: Record) -> Iterator[str]:
    for veld in _NAAMVELDEN:
        found = getattr(record, veld, ())
        yield from (found,) if isinstance(found, str) else found if isinstance(found, tuple) else ()


_GESCHIEDENIS = tuple(f"{soort.pad}/" for soort in SOORTEN if soort.geschiedenis)
"""What was published stays, also of an indicator or area that is archived since."""


def _retired(regio: Regio) -> Iterator[tuple[str, bool]]:
    """The path of every archived record, and whether it still has a page."""
    for soort, pad, record in regio.records():
        if isinstance(record, Record) and record.status is Status.GEARCHIVEERD:
            yield pad, soort.eigen_pagina


def _find(regio: Regio, soorten: tuple[str, ...], key: str) -> bool:
    for soort in soorten:
        if key in regio.groep(SOORT[soort]):
            return True
    return any(SOORT[soort].bestand(key) in regio.onleesbaar for soort in soorten)


def _archived(regio: Regio, soorten: tuple[str, ...], key: str, retired: bool) -> bool:
    """What is archived only names its theme or agenda; what counts stands on a page with it."""
    groups = [
        regio.groep(SOORT[soort])
        for soort in soorten
        if not SOORT[soort].genoemd and not (retired and SOORT[soort].type in (Thema, Agenda))
    ]
    return any(key in group and group[key].status is Status.GEARCHIVEERD for group in groups)


@rule()
def dubbel_in_lijst(regio: Regio) -> Iterator[Problem]:
    """A list names each thing once."""
    seen: set[tuple[str, Loc, object]] = set()
    for pad, leaf in regio.waarden(_in_lijst):
        here = (pad, leaf.loc[:-1], leaf.value)
        if here in seen:
            yield pad, leaf.loc, f"'{leaf.value}' staat er twee keer.", "Haal er één weg."
        seen.add(here)


@rule()
def verwijst_naar_zichzelf(regio: Regio) -> Iterator[Problem]:
    """A record does not refer the reader to itself."""
    own = {pad: soort.naam for soort, pad, _ in regio.records() if soort.is_map}
    for pad, leaf in regio.waarden(_verwijst):
        if leaf.verwijzing is None or own.get(pad) not in leaf.verwijzing.soorten:
            continue
        if pad.endswith(f"/{leaf.value}.yml"):
            message = "Dit verwijst naar zichzelf."
            yield pad, leaf.loc, message, "Haal deze regel weg, of kies een andere."
