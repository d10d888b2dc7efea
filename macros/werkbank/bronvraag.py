"""A fact that was changed while the source below it stayed: does it come from there?

Only who knows what it was can see it, so it is no rule of the data. A text that is written
otherwise says the same thing, and is not asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from macros.issue import Issue, Level
from macros.model.basis.record import GEZOCHT_OP, Deel
from macros.model.label import label
from macros.model.walk import nested, tekstsoort
from macros.rules.elk.herkomst import later_in_te_vullen
from macros.source.nodes import Loc, Value, op
from macros.werkbank.vergelijk import gelezen_waarde
from macros.werkbank.werkbank import Melding, Werkbank, soort_op
from macros.wijziging.verschil import Verandering, soort_van_pad, verschillen

_BRON = "herkomst"
_LATER = "later_ingevuld"
_GEEN_FEIT = frozenset(
    {"bewijs", GEZOCHT_OP, "herkomst", "id", "later_ingevuld", "nummer", "status", "wijzigingen"}
)
_DATUM = "_peildatum"
"""What ends so is of which date the field before it is."""


def bronvragen(bank: Werkbank) -> Iterator[Melding]:
    """One for each field, of the records that are not as published and were there."""
    for pad in bank.gewijzigd():
        kind = soort_van_pad(pad)
        before, after = bank.was(pad), bank.waarde(pad)
        if kind is None or kind.tabellen or before is None or after is None:
            continue
        old: dict[str, Value] = {pad: _zoals_het_was(pad, before)}
        new: dict[str, Value] = {pad: after}
        asked: set[Loc] = set()
        for one in verschillen(old, new):
            found = _vraag(kind.type, old, new, one)
            if found and found[0] not in asked:
                asked.add(found[0])
                yield _melding(bank, pad, *found)


@lru_cache(maxsize=32)
def _zoals_het_was(pad: str, tekst: str) -> Value:
    """Read once, however often a change in it is looked at."""
    return gelezen_waarde(pad, tekst)


def _vraag(
    kind: type[Deel], oud: dict[str, Value], nieuw: dict[str, Value], one: Verandering
) -> tuple[Loc, str] | None:
    """The field that changed, and where its source can be said; None when that changed too."""
    if one.was is None and len(one.in_oud) == 0:
        return None
    there = one.wordt or (*one.in_nieuw, (one.was or ("",))[-1])
    holder, owner = _met_bron(kind, there[1:])
    if owner is None or len(there) <= 1 + len(holder):
        return None
    veld = str(there[1 + len(holder)])
    field = owner.model_fields.get(veld)
    if field is None or veld in _GEEN_FEIT or veld.endswith(_DATUM):
        return None
    group = nested(field.annotation)
    if (group and _BRON in group.model_fields) or _is_tekst(owner, there[1 + len(holder) :]):
        return None
    was, wordt = _groepen(oud, nieuw, one, there, holder)
    if was is None or wordt is None or _BRON not in wordt:  # new, or nothing says where it is from
        return None
    changed = {
        name
        for name in {*was, *wordt}
        if was.get(name) != wordt.get(name) and (name in (_BRON, _LATER, "bewijs", veld + _DATUM))
    }
    if changed:
        return None
    later = _LATER in owner.model_fields and veld in later_in_te_vullen(owner)
    return (*holder, veld), _LATER if later else _BRON


def _met_bron(kind: type[Deel], loc: Loc) -> tuple[Loc, type[Deel] | None]:
    """The innermost group around a place that says where it comes from."""
    found: tuple[Loc, type[Deel] | None] = ((), kind if _BRON in kind.model_fields else None)
    current: type[Deel] | None = kind
    for end, part in enumerate(loc[:-1], start=1):
        if isinstance(part, str):
            field = current.model_fields.get(part) if current else None
            current = nested(field.annotation) if field else None
            in_list = end < len(loc) and isinstance(loc[end], int)
            if current and not in_list and _BRON in current.model_fields:
                found = loc[:end], current
        elif current and _BRON in current.model_fields:
            found = loc[:end], current
    return found


def _is_tekst(owner: type[Deel], loc: Loc) -> bool:
    """Whether a text stands at a place below a group, alone or in a list of texts."""
    *way, veld = [part for part in loc if isinstance(part, str)]
    current: type[Deel] | None = owner
    for part in way:
        field = current.model_fields.get(part) if current else None
        current = nested(field.annotation) if field else None
    return bool(current and veld in current.model_fields and tekstsoort(current, veld))


def _groepen(
    oud: dict[str, Value], nieuw: dict[str, Value], one: Verandering, there: Loc, holder: Loc
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The group that holds the source, before and after: an item of a list may have moved."""
    depth = 1 + len(holder)
    before = (one.was or one.in_oud)[:depth]
    was, wordt = op(oud, before), op(nieuw, there[:depth])
    return (
        was if isinstance(was, dict) and len(before) == depth else None,
        wordt if isinstance(wordt, dict) else None,
    )


def _melding(bank: Werkbank, pad: str, loc: Loc, waar: str) -> Melding:
    owner: type[Deel] | None = soort_op(pad).type
    for part in loc[:-1]:
        if isinstance(part, str) and owner is not None:
            owner = nested(owner.model_fields[part].annotation)
    veld = str(loc[-1])
    name = label(veld, (owner.model_fields[veld].description or "") if owner else "")
    document = bank.gelezen.documents.get(pad)
    line, column = document.where(loc) if document else (1, 1)
    message = f"Je wijzigde '{name}', en de bron eronder bleef dezelfde."
    tip = "Komt het uit een andere bron, of van een andere datum? "
    tip += (
        "Zet die bij 'Later ingevuld'."
        if waar == _LATER
        else "Pas dan ook de herkomst aan die erbij staat."
    )
    path = f"{bank.folder.as_posix()}/{pad}"
    issue = Issue(path, line, column, "zelfde-bron", message, tip, Level.LET_OP, loc)
    return Melding(issue, pad, loc)
