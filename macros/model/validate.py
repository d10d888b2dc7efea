"""One document against one type; every problem in Dutch, at its place, with a tip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import ValidationError

from macros.issue import Issue, nearest
from macros.lezing.plaats import plek
from macros.model.basis.invultekst import zegt_niets
from macros.model.basis.onbekend import ONBEKEND, may_be_unknown
from macros.model.basis.record import GEZOCHT_OP, Deel
from macros.model.basis.verwijzing import Verwijzing
from macros.model.basis.vorm import EMPTY
from macros.model.walk import nested, tekstsoort, verwijzing_in
from macros.source.nodes import Document, Loc, Value

D = TypeVar("D", bound=Deel)


def validate(document: Document, kind: type[D]) -> tuple[D | None, list[Issue]]:
    """The record, or None with what is wrong with it."""
    if not isinstance(document.value, dict):
        message = "Dit bestand moet uit velden bestaan ('naam: waarde')."
        return None, [Issue(document.path, 1, 1, "geen-velden", message)]
    try:
        return kind.model_validate(document.value), []
    except ValidationError as error:
        problems = _problems(error)
        moved = [*_verplaatst(document, kind, problems)]
        found = [
            (one, _issue(document, kind, one))
            for one in problems
            if not any(field.verklaart(one) for field in moved)
        ]
        told = [one.melding(document) for one in moved]
        return None, [*told, *_oorzaken(found)]


@dataclass(frozen=True, slots=True)
class _Verplaatst:
    """Fields that stand in the group at ``van`` and are those of the one at ``naar``."""

    velden: tuple[str, ...]
    van: Loc
    naar: Loc

    def melding(self, document: Document) -> Issue:
        *some, last = [f"'{veld}'" for veld in self.velden]
        many = f"De velden {', '.join(some)} en {last} horen" if some else f"Het veld {last} hoort"
        if len(self.naar) < len(self.van):
            where = f"een niveau hoger, naast '{self.van[len(self.naar)]}'"
            tip = f"Laat de regel even ver inspringen als '{self.van[len(self.naar)]}'."
        else:
            where = f"een niveau lager, bij '{self.naar[-1]}'"
            tip = f"Laat de regel verder inspringen dan '{self.naar[-1]}'."
        line, column = document.where_key((*self.van, self.velden[0]))
        tip = tip.replace("de regel", "deze regels", 1) if some else tip
        return Issue(document.path, line, column, "onbekend-veld", f"{many} {where}.", tip)

    def verklaart(self, problem: Any) -> bool:
        """Whether a problem is only that these fields are here, or not where they belong."""
        loc = problem["loc"]
        if loc == self.naar and problem["input"] is None:
            return True
        there = problem["type"] == "missing" and loc[: len(self.naar)] == self.naar
        return loc[-1:] != () and loc[-1] in self.velden and (there or loc[:-1] == self.van)


def _verplaatst(document: Document, kind: type[Deel], problems: list[Any]) -> Iterator[_Verplaatst]:
    """Fields that are none of the group they stand in, and of one around it or just below it."""
    found: dict[tuple[Loc, Loc], list[str]] = {}
    for problem in problems:
        if problem["type"] == "extra_forbidden":
            *way, name = problem["loc"]
            if (naar := _hoort_bij(document, kind, tuple(way), name)) is not None:
                found.setdefault((tuple(way), naar), []).append(name)
    for (van, naar), velden in found.items():
        yield _Verplaatst(tuple(velden), van, naar)


def _hoort_bij(document: Document, kind: type[Deel], van: Loc, veld: str) -> Loc | None:
    """The group that has this field, when the file has that group."""
    for end in range(len(van) - 1, -1, -1):
        around, there = _type_at(kind, van[:end]), document.op(van[:end])
        if isinstance(there, dict) and around and veld in around.model_fields:
            return None if GEZOCHT_OP in van and veld in there else van[:end]
    here, written = _type_at(kind, van), document.op(van)
    for name, value in written.items() if here and isinstance(written, dict) else ():
        field = here.model_fields.get(name) if here else None
        below = nested(field.annotation) if field else None
        if below and veld in below.model_fields and not isinstance(value, str):
            return (*van, name)
    return None


def _oorzaken(found: list[tuple[Any, Issue]]) -> Iterator[Issue]:
    """A field of which the name is typed wrong is not told as one that is not there as well."""
    meant = {
        (problem["loc"][:-1], issue.tip)
        for problem, issue in found
        if problem["type"] == "extra_forbidden"
    }
    for problem, issue in found:
        loc = problem["loc"]
        typed = (loc[:-1], f"Bedoel je '{loc[-1]}'?") if loc else None
        if problem["type"] != "missing" or typed not in meant:
            yield issue


def _problems(error: ValidationError) -> list[Any]:
    """What pydantic found, but a list is not called short for the values in it that are wrong."""
    found: list[Any] = error.errors()
    inside = {problem["loc"][:depth] for problem in found for depth in range(len(problem["loc"]))}
    return [one for one in found if one["type"] != "too_short" or one["loc"] not in inside]


def _issue(document: Document, kind: type[Deel], problem: Any) -> Issue:
    issue = replace(_verteld(document, kind, problem), loc=problem["loc"])
    typed = problem["input"]
    tip = _onbekend_bedoeld(document, kind, problem["loc"], typed)
    if not tip or issue.code in ("leeg-veld", "invultekst", "stuurteken"):
        return issue
    answer = issue.code == "keuze" and issue.tip and typed.strip().casefold() in _ANTWOORD
    return issue if answer else replace(issue, tip=tip)


_ANTWOORD = {"nee", "false"}
"""What says something where one of some values is asked for."""


WEG = "Haal deze regel weg."


def _bekend_met(document: Document, kind: type[Deel], loc: tuple[Any, ...]) -> str:
    """The field that is known, so that the one at ``loc`` cannot be unknown; empty when it can."""
    owner = _type_at(kind, loc[:-1])
    other = owner.bekend_met.get(str(loc[-1]), "") if owner else ""
    known = document.op((*loc[:-1], other)) if other else None
    return other if known not in (None, ONBEKEND.value) else ""


def _ook_onbekend(veld: str) -> str:
    return f"Weet niemand het? Zet dan ook '{veld}' op onbekend."


def _onbekend_bedoeld(
    document: Document, kind: type[Deel], loc: tuple[Any, ...], typed: Any
) -> str:
    """What to do about ``nvt``, ``?`` or ``null``, where nobody need know or nothing need be."""
    fields = [part for part in loc if isinstance(part, str)]
    owner = _type_at(kind, tuple(fields[:-1]))
    field = owner.model_fields.get(fields[-1]) if owner and fields else None
    if field is None or not isinstance(typed, str) or not zegt_niets(typed):
        return ""
    if not may_be_unknown(field.annotation):
        return "" if field.is_required() else f"Weet niemand het, of is er geen? {WEG}"
    whole = loc[:-1] if isinstance(loc[-1], int) else loc
    if other := _bekend_met(document, kind, whole):
        return _ook_onbekend(other)
    inside = f"bij '{fields[-1]}', in plaats van de lijst: " if isinstance(loc[-1], int) else ""
    return f"Weet niemand het? Schrijf {inside or 'dan: '}onbekend"


def _gekozen(
    kind: type[Deel],
    loc: tuple[Any, ...],
    typed: str,
    geldig: list[str],
    namen: Mapping[str, Iterable[str]] | None,
) -> str:
    """Which of the values was meant, or which there are: ``onbekend`` too, where that may be."""
    owner = _type_at(kind, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    tip = nearest(typed, geldig, namen)
    if tip.startswith("Bedoel") or not field or not may_be_unknown(field.annotation):
        return tip
    meant = nearest(typed, [*geldig, ONBEKEND.value], namen)
    return (
        meant
        if meant.startswith("Bedoel")
        else f"{tip.removesuffix('.')}, {ONBEKEND.value}."
        if tip
        else ""
    )


def _verteld(document: Document, kind: type[Deel], problem: Any) -> Issue:
    loc: tuple[Any, ...] = problem["loc"]
    code: str = problem["type"]
    if code == "extra_forbidden":
        line, column = document.where_key(loc)
        owner = _type_at(kind, loc[:-1])
        tip = nearest(str(loc[-1]), owner.model_fields) if owner else ""
        message = f"Het veld '{loc[-1]}' bestaat niet."
        if loc[-2:-1] == (GEZOCHT_OP,):
            message = f"'{loc[-1]}' is hier geen veld dat onbekend kan zijn."
        return Issue(document.path, line, column, "onbekend-veld", message, tip)
    line, column = document.where(loc)
    if code == "missing":
        owner = _type_at(kind, loc[:-1])
        field = owner.model_fields[str(loc[-1])] if owner else None
        tip = (field.description or "") if field else ""
        if other := _bekend_met(document, kind, loc):
            tip = f"{tip} {_ook_onbekend(other)}"
        elif field and may_be_unknown(field.annotation) and "onbekend" not in tip.lower():
            tip += " Weet niemand het? Vul dan onbekend in."
        message = f"Het veld '{loc[-1]}' ontbreekt."
        return Issue(document.path, line, column, "ontbrekend-veld", message, tip)
    if problem["input"] is None or code == "leeg-veld":
        return Issue(document.path, line, column, "leeg-veld", EMPTY, _fill_in(document, kind, loc))
    if code == "too_short" and problem["ctx"]["min_length"] > 1:
        message = f"Deze lijst is te kort: {problem['ctx']['min_length']} is het minste."
        return Issue(document.path, line, column, "vorm", message, "Vul haar aan.")
    if code in _SHAPES:
        message, tip = _SHAPES[code]
        if code in _GROEP:
            tip = f"{tip} {_te_noemen(kind, loc)}".strip()
        return Issue(document.path, line, column, "vorm", message, tip)
    context = problem.get("ctx", {})
    tip = context.get("tip", "")
    if "woorden" in context:
        line, column = plek(document.raw, (line, column), problem["input"], *context["woorden"])
    elif code in ("invultekst", "stuurteken"):
        tip = _fill_in(document, kind, loc)
    if "geldig" in context:
        typed, names = str(context.get("waarde", "")), context.get("namen")
        tip = _gekozen(kind, loc, typed, context["geldig"], names) or tip
    return Issue(document.path, line, column, code, problem["msg"], tip)


def leeg(document: Document, kind: type[Deel]) -> Iterator[Issue]:
    """A field that may be left out, and stands there with nothing behind it."""
    for loc, value in _values(document.value, ()):
        if value is None:
            line, column = document.where(loc)
            yield Issue(
                document.path, line, column, "leeg-veld", EMPTY, _fill_in(document, kind, loc)
            )


def _values(value: Value, loc: Loc) -> Iterator[tuple[Loc, Value]]:
    yield loc, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _values(inner, (*loc, index))


def _fill_in(document: Document, kind: type[Deel], loc: tuple[Any, ...]) -> str:
    """What to do about a value that is not there: what may be left out need not be filled in."""
    owner = _type_at(kind, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    if other := _bekend_met(document, kind, loc) if loc else "":
        return f"Vul het in. {_ook_onbekend(other)}"
    if field and may_be_unknown(field.annotation):
        return "Vul het in, of schrijf: onbekend"
    if field and field.is_required():
        return "Vul het in."
    return "Vul het in, of haal deze regel weg."


_GROEP = ("model_type", "model_attributes_type")


def _te_noemen(kind: type[Deel], loc: tuple[Any, ...]) -> str:
    """Which fields the group at ``loc`` has: those that it needs first."""
    fields = group.model_fields if (group := _type_at(kind, loc)) else {}
    needed = [name for name, field in fields.items() if field.is_required()]
    more = [name for name in fields if name not in (*needed, GEZOCHT_OP)]
    if not needed:
        return f"Kies uit: {', '.join(more)}." if more else ""
    return f"Nodig: {', '.join(needed)}." + (f" Mag ook: {', '.join(more)}." if more else "")


_SHAPES = {
    "tuple_type": ("Hier hoort een lijst.", "Zet elke waarde op een eigen regel, met '- ' ervoor."),
    "model_type": (
        "Hier hoort een groep velden.",
        "Zet de velden eronder, twee spaties ingesprongen.",
    ),
    "model_attributes_type": (
        "Hier hoort een groep velden.",
        "Zet de velden eronder, ingesprongen.",
    ),
    "too_short": ("Deze lijst is leeg.", "Noem er minstens één."),
}


def _type_at(kind: type[Deel], loc: tuple[Any, ...]) -> type[Deel] | None:
    """The type of the group at ``loc``: follow field names, skip list indexes."""
    current: type[Deel] | None = kind
    for part in loc:
        if isinstance(part, int):
            continue
        if current is None or part not in current.model_fields:
            return None
        current = nested(current.model_fields[part].annotation)
    return current


def telt(kind: type[Deel], loc: tuple[Any, ...]) -> bool:
    """Whether rules may conclude something from the field at ``loc``: not from a text to read."""
    owner, field = _type_at(kind, loc[:-1]), str(loc[-1])
    if owner is None or field not in owner.model_fields:
        return False
    return tekstsoort(owner, field) is None


def verwijst(kind: type[Deel], loc: tuple[Any, ...]) -> Verwijzing | None:
    """Of which kinds the value at ``loc`` is an id, when it is one."""
    fields = [part for part in loc if isinstance(part, str)]
    owner = _type_at(kind, tuple(fields[:-1]))
    if owner is None or not fields or fields[-1] not in owner.model_fields:
        return None
    return verwijzing_in(owner, fields[-1])
