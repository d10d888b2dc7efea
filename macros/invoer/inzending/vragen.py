"""The questions to ask about a record, from its type: one list for the form, the sheet, the import.

A new field of the type takes part by itself. Not here: how a question looks (``formulier``,
``invulblad``) or what is done with an answer (``opschonen``).
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model.arrangement import Arrangement
from macros.model.basis.datum import Datum
from macros.model.basis.getal import Percentage
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Deel, Zekerheid
from macros.model.basis.tekst import Oudertekst, Vaktekst
from macros.model.basis.verwijzing import Verwijzing
from macros.model.basis.vorm import Keuze, Vorm
from macros.model.walk import may_be_unknown


class Antwoord(Enum):
    """What one answer is."""

    REGEL = "één regel tekst"
    ALINEAS = "tekst, zo nodig met alinea's"
    KEUZE = "een keuze"
    VERWIJZING = "een naam uit een lijst"
    DATUM = "een datum"
    GROEP = "een keuze, zo nodig met een percentage en een toelichting"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. ``loc`` is the place of its answer in the record, ``meer``: several answers.

    Of a group (``GROEP``) the options are those of its first field; ``aandeel`` and ``toelichting``
    name the fields for a percentage and a remark.
    """

    loc: tuple[str, ...]
    label: str
    uitleg: str
    antwoord: Antwoord
    meer: bool
    verplicht: bool
    mag_onbekend: bool
    opties: tuple[Keuze, ...] = ()
    verwijst_naar: tuple[str, ...] = ()
    hoofd: str = ""
    aandeel: str = ""
    toelichting: str = ""


NIET_GEVRAAGD = frozenset({"id", "status", "wijzigingen"})
"""The id comes from the title; a new record counts and has not changed yet."""


@cache
def vragen(kind: type[Deel] = Arrangement) -> tuple[Vraag, ...]:
    """Every question about a record of this type, in the order of its fields."""
    return tuple(_vragen(kind, ()))


def _vragen(kind: type[Deel], boven: tuple[str, ...]) -> Iterator[Vraag]:
    for name, field in kind.model_fields.items():
        if not boven and name in NIET_GEVRAAGD:
            continue
        found = _kern(list(field.metadata), field.annotation)
        if issubclass(found.type, Deel) and not found.meer:
            yield from _vragen(found.type, (*boven, name))
        else:
            yield _vraag((*boven, name), field, found)


@dataclass(frozen=True, slots=True)
class _Kern:
    """What is left of an annotation: the type of one answer, and the markers around it."""

    type: type[Any]
    markers: tuple[Any, ...]
    meer: bool


def _kern(markers: list[Any], annotation: Any, meer: bool = False) -> _Kern:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kern([*markers, *arguments[1:]], arguments[0], meer)
    if origin in (Union, types.UnionType):
        rest = [one for one in arguments if one not in (type(None), Onbekend)]
        return _kern(markers, rest[0], meer)
    if origin is tuple:
        return _kern(markers, arguments[0], True)
    return _Kern(annotation, tuple(markers), meer)


_ALINEAS = tuple(
    marker
    for kind in (Vaktekst, Oudertekst)
    for marker in get_args(kind)
    if isinstance(marker, Vorm)
)
_NAAR_EEN_ID = re.compile(r"^Id(?:'s)? van (\w)")
_EN_EEN_ID = re.compile(r" Id(?:'s)? van [^.]*\.")


def _vraag(loc: tuple[str, ...], field: FieldInfo, kern: _Kern) -> Vraag:
    target = next((one for one in kern.markers if isinstance(one, Verwijzing)), None)
    uitleg = field.description or ""
    if target:  # who fills this in knows names, not ids
        uitleg = _EN_EEN_ID.sub("", uitleg)
        uitleg = _NAAR_EEN_ID.sub(lambda found: found.group(1).upper(), uitleg)
    hoofd, aandeel, toelichting = "", "", ""
    opties: tuple[Keuze, ...] = ()
    if issubclass(kern.type, Deel):
        hoofd, aandeel, toelichting = _groep(kern.type)
        opties = _opties(_kern([], kern.type.model_fields[hoofd].annotation).type)
    elif issubclass(kern.type, Keuze):
        opties = _opties(kern.type)
    return Vraag(
        loc,
        loc[-1].replace("_", " ").capitalize(),
        uitleg,
        _antwoord(kern),
        kern.meer,
        field.is_required(),
        may_be_unknown(field.annotation),
        opties,
        target.soorten if target else (),
        hoofd,
        aandeel,
        toelichting,
    )


def _antwoord(kern: _Kern) -> Antwoord:
    if issubclass(kern.type, Deel):
        return Antwoord.GROEP
    if issubclass(kern.type, Keuze):
        return Antwoord.KEUZE
    if kern.type is Datum:
        return Antwoord.DATUM
    if any(isinstance(one, Verwijzing) for one in kern.markers):
        return Antwoord.VERWIJZING
    return Antwoord.ALINEAS if any(one in _ALINEAS for one in kern.markers) else Antwoord.REGEL


def _opties(kind: type[Keuze]) -> tuple[Keuze, ...]:
    """What one can choose; nobody is asked for invented facts."""
    return tuple(one for one in kind if one is not Zekerheid.VOORBEELD)


def _groep(kind: type[Deel]) -> tuple[str, str, str]:
    """The fields of a group that fits on one line: a choice, a percentage, a remark."""
    hoofd, *rest = kind.model_fields
    parts = {"": "", "aandeel": "", "toelichting": ""}
    for name in rest:
        role = (
            "aandeel"
            if Percentage in get_args(kind.model_fields[name].annotation)
            else "toelichting"
        )
        if parts[role] or kind.model_fields[name].is_required():
            raise TypeError(f"{kind.__name__}.{name} past niet in één regel")
        parts[role] = name
    return hoofd, parts["aandeel"], parts["toelichting"]


SCHEIDING = "Scheid meer waarden met een puntkomma (;)."
_HOE = {
    Antwoord.REGEL: ("Eén regel.", "Een of meer korte teksten."),
    Antwoord.ALINEAS: ("Een of meer alinea's.", ""),
    Antwoord.KEUZE: ("Kies uit de lijst.", "Een of meer keuzes uit de lijst."),
    Antwoord.VERWIJZING: ("De naam.", "Een of meer namen."),
    Antwoord.DATUM: ("Schrijf 2021, 2021-07 of 2021-07-01.", ""),
    Antwoord.GROEP: (
        "Een keuze. Bekend? Dan ook een percentage en een toelichting: keuze 40% (toelichting).",
        "Een of meer keuzes. Bekend? Dan elk met een percentage en een toelichting: "
        "keuze 40% (toelichting).",
    ),
}


def hoe(vraag: Vraag) -> str:
    """How to write the answer, in a sentence."""
    one, more = _HOE[vraag.antwoord]
    return more or one if vraag.meer else one
