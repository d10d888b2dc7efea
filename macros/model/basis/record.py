"""What every record is made of: its parts, where a fact comes from, its state.

Not here: the kinds of record, one file an area.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType, new_class
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import may_be_unknown
from macros.model.basis.tekst import Naam, Titel
from macros.model.basis.verwijzing import BronId, Id
from macros.model.basis.vorm import Keuze


class Zekerheid(Keuze):
    """How sure a fact is."""

    BEVESTIGD = "bevestigd", "staat zo in de bron"
    AFGELEID = "afgeleid", "opgemaakt uit de bron, of de bron is oud of indirect"
    ONBEKEND = "onbekend", "geen bron gevonden"
    VOORBEELD = "voorbeeld", "verzonnen; alleen in tests en in een voorbeeldregio"


class Deel(BaseModel):
    """Base of everything that is written in a data file: frozen, no unknown fields.

    A part with fields that may be ``onbekend`` has one field more, ``gezocht_op``: when each of
    them was looked for.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    sleutel: ClassVar[tuple[str, ...]] = ("id",)
    """The fields that tell it from others of its kind: with another value it is another thing."""

    bekend_met: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The fields that cannot be unknown when another is known: a rule would refuse it."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        fields = cls.__pydantic_fields__
        unknown = [name for name, one in fields.items() if may_be_unknown(one.annotation)]
        if unknown:
            order = [name for name in fields if name != GEZOCHT_OP]
            at = order.index("herkomst") if "herkomst" in order else len(order)
            order.insert(at, GEZOCHT_OP)
            every = {**fields, GEZOCHT_OP: _gezocht_op(cls, unknown)}
            cls.__pydantic_fields__ = {name: every[name] for name in order}
        cls.model_rebuild()  # it was deferred until all fields are there

    def gezocht(self, veld: str) -> Datum | None:
        """When a field that is unknown was looked for, where somebody wrote that down."""
        found: Datum | None = getattr(getattr(self, GEZOCHT_OP, None), veld, None)
        return found


GEZOCHT_OP = "gezocht_op"


class Gezocht(Deel):
    """Of each field of a part that may be unknown: when it was looked for and not found."""


def _gezocht_op(deel: type[Deel], velden: Iterable[str]) -> FieldInfo:
    """The field of a part that may leave these fields unknown."""
    kind: Any = new_class(f"{deel.__name__}{Gezocht.__name__}", (Gezocht,))
    kind.__pydantic_fields__ = {
        name: FieldInfo(annotation=Datum | None, default=None, description=_waarnaar(deel, name))
        for name in velden
    }
    kind.model_rebuild(force=True)
    description = (
        "Wanneer is gezocht naar wat hier onbekend is, en niet gevonden: de naam van het veld, en "
        "een jaar, maand of dag. Zet er niets bij wat bekend is."
    )
    return FieldInfo(annotation=kind | None, default=None, description=description)


def _waarnaar(deel: type[Deel], veld: str) -> str:
    what = deel.__pydantic_fields__[veld].description or ""
    return f"{what} Zet hier wanneer daarnaar is gezocht.".strip()


class Herkomst(Deel):
    """Where a fact comes from, of which date it is, how sure it is."""

    sleutel = ("bron",)

    bron: BronId = Field(description="Id van de bron, uit de map bronnen.")
    vindplaats: Titel | None = Field(
        default=None, description="Waar het in de bron staat, bijvoorbeeld 'deel 1, speerpunt 3'."
    )
    peildatum: Datum = Field(
        description="Tot welke datum het feit klopt volgens de bron: jaar, maand of dag."
    )
    zekerheid: Zekerheid = Field(description="Hoe zeker het is.")


class LaterIngevuld(Deel):
    """The source of one value that became known, or changed, after the rest of its record."""

    sleutel = ("veld",)

    veld: Naam = Field(description="Naam van het veld, zoals 'voorzitter'.")
    herkomst: Herkomst = Field(description="Bron van wat daar nu staat.")


class Wijziging(Deel):
    """A note of the editor on something that changed in a record after its first publication."""

    sleutel = ("datum",)

    datum: Datum = Field(description="Wanneer dit is gewijzigd.")
    wat: Titel = Field(description="Wat er is gewijzigd, in één zin.")


WIJZIGINGEN = (
    "Wat je lezers wilt zeggen bij een wijziging, in één zin. Schrijf er alleen een als zij meer "
    "moeten weten dan welk veld er veranderde: hij staat dan bovenaan bij die dag. Welke velden er "
    "veranderen, houdt de site zelf bij."
)
"""What the editor is asked for in ``wijzigingen``, of whatever record."""


class Status(Keuze):
    """Whether a record still counts."""

    ACTIEF = "actief", "telt mee"
    GEARCHIVEERD = "gearchiveerd", "telt niet meer mee, maar houdt zijn adres"


class Record(Deel):
    """A thing with a file of its own; the file name is the id."""

    id: Id = Field(description="De naam van dit bestand, zonder .yml. Verandert nooit.")
    status: Status = Field(
        default=Status.ACTIEF,
        description="Zet op 'gearchiveerd' wat niet meer telt; verwijder het bestand niet.",
    )


R = TypeVar("R", bound=Record)


def actief(records: Mapping[str, R]) -> tuple[R, ...]:
    """The records that are not archived, in their order."""
    return tuple(one for one in records.values() if one.status is Status.ACTIEF)
