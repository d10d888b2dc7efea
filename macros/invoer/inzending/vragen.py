"""The questions to ask about a record, from its type: one list for the form, the sheet, the import.

A new field of the type takes part by itself. Not here: how a question looks (``formulier``,
``invulblad``) or what is done with an answer (``opschonen``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import get_args

from pydantic.fields import FieldInfo

from macros.model.arrangement import Arrangement
from macros.model.basis.datum import Datum
from macros.model.basis.getal import Percentage
from macros.model.basis.record import GEZOCHT_OP, Deel
from macros.model.basis.verwijzing import Verwijzing
from macros.model.basis.vorm import Invoer, Keuze, Vorm
from macros.model.veld import Waarde, opties, uitleg, waarde


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


NIET_GEVRAAGD = frozenset({"id", "status", "wijzigingen", GEZOCHT_OP})
"""The id comes from the title; a new record counts and has not changed yet; who fills in a form
knows, or leaves it to us to look.
"""


@cache
def vragen(kind: type[Deel] = Arrangement) -> tuple[Vraag, ...]:
    """Every question about a record of this type, in the order of its fields."""
    return tuple(_vragen(kind, ()))


def _vragen(kind: type[Deel], boven: tuple[str, ...]) -> Iterator[Vraag]:
    for name, field in kind.model_fields.items():
        if not boven and name in NIET_GEVRAAGD:
            continue
        found = waarde(field)
        if found.item is None and issubclass(found.type, Deel):
            yield from _vragen(found.type, (*boven, name))
        else:
            yield vraag_bij((*boven, name), field)


def vraag_bij(loc: tuple[str, ...], field: FieldInfo) -> Vraag:
    """What is asked for a field that holds one value, or several that fit in a cell."""
    found = waarde(field)
    target = found.kern.merk(Verwijzing)
    kind = found.kern.type if isinstance(found.kern.type, type) else object
    hoofd, aandeel, toelichting = "", "", ""
    keuzes: tuple[Keuze, ...] = ()
    if issubclass(kind, Deel):
        hoofd, aandeel, toelichting = _groep(kind)
        keuzes = opties(waarde(kind.model_fields[hoofd]).type)
    elif issubclass(kind, Keuze):
        keuzes = opties(kind)
    return Vraag(
        loc,
        loc[-1].replace("_", " ").capitalize(),
        uitleg(field),
        _antwoord(found.kern),
        found.item is not None,
        field.is_required(),
        found.mag_onbekend,
        keuzes,
        target.soorten if target else (),
        hoofd,
        aandeel,
        toelichting,
    )


def _antwoord(kern: Waarde) -> Antwoord:
    kind = kern.type if isinstance(kern.type, type) else object
    if issubclass(kind, Deel):
        return Antwoord.GROEP
    if issubclass(kind, Keuze):
        return Antwoord.KEUZE
    if kern.type is Datum:
        return Antwoord.DATUM
    if kern.merk(Verwijzing):
        return Antwoord.VERWIJZING
    vorm = kern.merk(Vorm)
    return Antwoord.ALINEAS if vorm and vorm.invoer is Invoer.ALINEAS else Antwoord.REGEL


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
