"""One value: how it is checked, how its problem is told to an editor, and how the schema tells it.

Messages are for editors, so in Dutch. Not here: which forms of value there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.model.basis.synoniem import SYNONIEMEN
from macros.source.teken import naam, onzichtbaar


def fout(code: str, message: str, tip: str = "", **context: Any) -> PydanticCustomError:
    """A problem with one value, in words for the editor."""
    return PydanticCustomError(code, message, {**context, "tip": tip})


class Invoer(Enum):
    """What somebody who fills it in has to type."""

    REGEL = "one line"
    ALINEAS = "one or more paragraphs"
    GETAL = "digits"
    TIJD = "a time of the day"
    ADRES = "a web address"
    ID = "a short name in an address"


class Vorm:
    """One scalar: how it is checked, how the JSON Schema tells it, how it is asked for.

    ``langst``: so many signs fit. ``ook`` is the one word that may stand there besides.
    """

    def __init__(
        self,
        check: Callable[[str], Any],
        json_schema: dict[str, Any],
        uitleg: str = "tekst",
        invoer: Invoer = Invoer.REGEL,
        *,
        langst: int = 0,
        ook: str = "",
    ) -> None:
        self.check = check
        self.json_schema = json_schema
        self.uitleg = uitleg
        self.invoer = invoer
        self.langst = langst
        self.ook = ook

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda value: self.check(scalar(value)))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**self.json_schema, "errorMessage": f"Hier hoort: {self.uitleg}."}


EMPTY = "Dit veld is leeg."


def scalar(value: Any) -> str:
    """The text of one value; a list, a group or nothing at all is a problem."""
    if isinstance(value, str) and value.strip():
        if not value[0].isalnum() and onzichtbaar(value):
            sign = value.strip()[0]
            message = "Dit veld is leeg: er staat alleen {teken} (U+{nummer})."
            raise fout("stuurteken", message, teken=naam(sign), nummer=f"{ord(sign):04X}")
        return value
    if not value or isinstance(value, str):
        raise fout("leeg-veld", EMPTY)
    message = "Hier hoort één waarde te staan, geen lijst of groep velden."
    raise fout("een-waarde", message, "Zet de waarde achter de dubbele punt, op één regel.")


def patroon(
    pattern: str, code: str, message: str, tip: str, raad: Callable[[str], str] | None = None
) -> Callable[[str], str]:
    """A check that the whole text has this form; ``raad`` may know what was meant."""
    form = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise fout(code, message, (raad and raad(value)) or tip, waarde=value[:60])
        return value

    return check


def enig_getal(pattern: str) -> Callable[[str], str]:
    """The number of this form among other signs: ``50 %``, ``nr. 2``; no guess at ``1.234``."""
    form = re.compile(pattern, re.ASCII)

    def raad(text: str) -> str:
        numbers = re.findall(r"\d+", text, re.ASCII)
        sole = len(numbers) == 1 and numbers[0] != text and not re.search(r"-\d", text)
        return f"Schrijf: {numbers[0]}" if sole and form.fullmatch(numbers[0]) else ""

    return raad


class Keuze(StrEnum):
    """A closed list of values; each member says what it means: ``LOOPT = "loopt", "er is ..."``."""

    uitleg: str

    def __new__(cls, value: str, uitleg: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.uitleg = uitleg
        return member

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        by_value = {member.value: member for member in cls}
        namen = {
            member.value: (member.uitleg, *SYNONIEMEN.get(member.value.lower(), ()))
            for member in cls
        }

        def check(value: Any) -> Keuze:
            found = by_value.get(scalar(value))
            if found is None:
                message = "'{waarde}' kan hier niet."
                parts = [one.strip() for one in _TUSSEN.split(value)]
                if len(parts) > 1 and all(one in by_value for one in parts):
                    raise fout("keuze", message, _EIGEN_REGEL, waarde=value)
                raise fout("keuze", message, waarde=value, geldig=list(by_value), namen=namen)
            return found

        return core_schema.no_info_plain_validator_function(check)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        values = [member.value for member in cls]
        return {"enum": values, "errorMessage": f"Kies uit: {', '.join(values)}."}


_TUSSEN = re.compile(r"[,;/+&]|\ben\b|\bof\b")
_EIGEN_REGEL = (
    "Dit zijn er meer. Is het een lijst? Zet elke waarde op een eigen regel, met '- ' ervoor."
)


T = TypeVar("T")
Lijst = Annotated[tuple[T, ...], Field(min_length=1)]
"""A list with at least one value: to have none is to leave the field out, or ``onbekend``."""
