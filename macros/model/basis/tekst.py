"""Building blocks of every record: text, dates, choices, references, unknowns, provenance.

Messages are for editors, so in Dutch. Each type explains itself in the JSON Schema as well, and the
markers (``Tekstsoort``, ``Verwijzing``) let one walk over a record find its texts and references.
"""

from __future__ import annotations

import calendar
import datetime
import re
import types
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Annotated, Any, Self, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# ---------------------------------------------------------------- unknown


class Onbekend(Enum):
    """The value ``onbekend``: nobody knows it (yet). Never the same as no, zero or empty."""

    ONBEKEND = "onbekend"


ONBEKEND = Onbekend.ONBEKEND


class _MagOnbekend:
    """Lets a field hold ``onbekend`` besides its own type, without a union in error places."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        inner = handler.generate_schema(_without_onbekend(source))
        return core_schema.no_info_wrap_validator_function(_accept_onbekend, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"const": Onbekend.ONBEKEND.value}, handler(schema)]}


def _without_onbekend(source: Any) -> Any:
    if get_origin(source) in (Union, types.UnionType):
        rest = [arg for arg in get_args(source) if arg is not Onbekend]
        return rest[0] if len(rest) == 1 else Union[tuple(rest)]  # noqa: UP007
    return source


def _accept_onbekend(value: Any, inner: Callable[[Any], Any]) -> Any:
    if value == Onbekend.ONBEKEND.value or value is Onbekend.ONBEKEND:
        return Onbekend.ONBEKEND
    return inner(value)


T = TypeVar("T")
OfOnbekend = Annotated[T | Onbekend, _MagOnbekend()]
"""``OfOnbekend[Datum]``: a date, or honestly unknown."""
Lijst = Annotated[tuple[T, ...], Field(min_length=1)]
"""A list with at least one value: to have none is to leave the field out, or ``onbekend``."""


# ---------------------------------------------------------------- text


class Tekstsoort(Enum):
    """Marker on a text field: is it translated, and for whom is it written?"""

    VAKTAAL = "vertaald, voor professionals"
    GEWONE_TAAL = "vertaald, voor iedereen: B1"
    NAAM = "niet vertaald"


_TAG = re.compile(r"</?[A-Za-z!][^>]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
TELEFOONNUMMER = re.compile(
    r"(?<![\w.:/-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ ()-]{0,2}\d){8}(?!\d)"
)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

_FORBIDDEN = (
    (
        _CONTROL,
        "stuurteken",
        "In deze tekst staat een teken dat je niet ziet en dat niet kan.",
        "Typ deze regel opnieuw, of plak haar als gewone tekst.",
    ),
    (
        _TAG,
        "html",
        "In deze tekst staat HTML ('{gevonden}'). Dat kan niet.",
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    (
        _BRACES,
        "accolades",
        "In deze tekst staan dubbele accolades ('{gevonden}'). Die zijn voor de bouw van de site.",
        "Haal ze weg.",
    ),
    (
        _EMAIL,
        "e-mailadres",
        "Hier staat een e-mailadres. Adressen van personen horen niet op de site.",
        "Noem de functie of de organisatie.",
    ),
    (
        TELEFOONNUMMER,
        "telefoonnummer",
        "Hier staat een telefoonnummer. Nummers van personen horen niet op de site.",
        "Noem de functie of de organisatie.",
    ),
)


def fout(code: str, message: str, tip: str = "", **context: Any) -> PydanticCustomError:
    """A problem with one value, in words for the editor."""
    return PydanticCustomError(code, message, {**context, "tip": tip})


class Vorm:
    """One scalar: how it is checked and how the JSON Schema tells it."""

    def __init__(
        self, check: Callable[[str], Any], json_schema: dict[str, Any], uitleg: str = "tekst"
    ) -> None:
        self.check = check
        self.json_schema = json_schema
        self.uitleg = uitleg

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda value: self.check(scalar(value)))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(self.json_schema)


EMPTY = "Dit veld is leeg."


def scalar(value: Any) -> str:
    """The text of one value; a list, a group or nothing at all is a problem."""
    if isinstance(value, str) and value.strip():
        return value
    if value is None or isinstance(value, str):
        raise fout("leeg-veld", EMPTY)
    raise fout("een-waarde", "Hier hoort één waarde te staan, geen lijst of groep velden.")


_SUSPECT = re.compile(rf"[<&{{}}@]|[%#]\}}|[0+(][\d(]|{_CONTROL.pattern}")
"""What every pattern above has somewhere; one quick look tells that a text is fine."""


def forbidden(value: str) -> tuple[str, str, str] | None:
    """(code, message, tip) when ``value`` holds what no text on the site may hold."""
    if not _SUSPECT.search(value):
        return None
    for pattern, code, message, tip in _FORBIDDEN:
        found = pattern.search(value)
        if found:
            return code, message.format(gevonden=found.group()[:40]), tip
    return None


def _text(value: str) -> str:
    problem = forbidden(value)
    if problem:
        code, message, tip = problem
        raise fout(code, "{bericht}", tip, bericht=message)
    return value.strip()


def _line(value: str) -> str:
    if "\n" in value.strip():
        raise fout("een-regel", "Dit veld is één regel.", "Haal de nieuwe regels weg.")
    return _text(value)


def patroon(pattern: str, code: str, message: str, tip: str) -> Callable[[str], str]:
    """A check that the whole text has this form."""
    form = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise fout(code, message, tip, waarde=value[:60])
        return value

    return check


_TEXT_SCHEMA = {"type": "string", "minLength": 1}

Vaktekst = Annotated[str, Vorm(_text, _TEXT_SCHEMA), Tekstsoort.VAKTAAL]
"""One or more paragraphs (an empty line between them) for professionals."""
Oudertekst = Annotated[str, Vorm(_text, _TEXT_SCHEMA), Tekstsoort.GEWONE_TAAL]
"""One or more paragraphs in plain Dutch (B1), for parents and young people."""
Oudertitel = Annotated[str, Vorm(_line, _TEXT_SCHEMA), Tekstsoort.GEWONE_TAAL]
"""One line in plain Dutch."""
Titel = Annotated[str, Vorm(_line, _TEXT_SCHEMA), Tekstsoort.VAKTAAL]
"""One line that is translated."""
Naam = Annotated[str, Vorm(_line, _TEXT_SCHEMA), Tekstsoort.NAAM]
"""One line that is not translated: a proper name, a spelling, a title as published."""

# ---------------------------------------------------------------- identifiers and references

_ID_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID_GOED = re.compile(_ID_FORM, re.ASCII)


def _id(value: str) -> str:
    if not _ID_GOED.fullmatch(value):
        tip = "Gebruik kleine letters, cijfers en streepjes, zoals 'leren-van-data'."
        near = re.sub(r"[^a-z0-9]+", "-", value[:60].lower()).strip("-")
        tip = f"Bedoel je '{near}'? {tip}" if near else tip
        raise fout("id-vorm", "'{waarde}' is geen goede id.", tip, waarde=value[:60])
    return value


_ID = Vorm(
    _id,
    {"type": "string", "pattern": f"^{_ID_FORM}$"},
    "id: kleine letters, cijfers en streepjes",
)

Id = Annotated[str, _ID]
"""Kebab-case; the same as the file name; never used again for something else."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Marker: the text is the id of a record of one of these kinds."""

    soorten: tuple[str, ...]


BronId = Annotated[str, _ID, Verwijzing(("bron",))]
BegripId = Annotated[str, _ID, Verwijzing(("begrip",))]
GemeenteId = Annotated[str, _ID, Verwijzing(("gemeente",))]
GebiedId = Annotated[str, _ID, Verwijzing(("werkingsgebied",))]
PlekId = Annotated[str, _ID, Verwijzing(("gemeente", "werkingsgebied"))]
PartijId = Annotated[str, _ID, Verwijzing(("partij", "gemeente"))]
ThemaId = Annotated[str, _ID, Verwijzing(("thema",))]
OnderdeelId = Annotated[str, _ID, Verwijzing(("onderdeel",))]
KaderId = Annotated[str, _ID, Verwijzing(("kader",))]
OnderdeelOfKaderId = Annotated[str, _ID, Verwijzing(("onderdeel", "kader"))]
WetId = Annotated[str, _ID, Verwijzing(("wet",))]
ArtikelId = Annotated[str, _ID, Verwijzing(("artikel",))]
OverlegId = Annotated[str, _ID, Verwijzing(("overleg",))]
OnderwerpId = Annotated[str, _ID, Verwijzing(("onderwerp",))]
SpeerpuntId = Annotated[str, _ID, Verwijzing(("speerpunt",))]
MijlpaalId = Annotated[str, _ID, Verwijzing(("mijlpaal",))]
VergaderingId = Annotated[str, _ID, Verwijzing(("vergadering",))]
BesluitId = Annotated[str, _ID, Verwijzing(("besluit",))]
ArrangementId = Annotated[str, _ID, Verwijzing(("arrangement",))]
DocumentId = Annotated[str, _ID, Verwijzing(("document",))]
UitspraakId = Annotated[str, _ID, Verwijzing(("uitspraak",))]
IndicatorId = Annotated[str, _ID, Verwijzing(("indicator",))]
CijfergebiedId = Annotated[str, _ID, Verwijzing(("gemeente", "referentiegebied", "werkingsgebied"))]

# ---------------------------------------------------------------- numbers and addresses

_YEAR = patroon(r"\d{4}", "jaar", "'{waarde}' is geen jaar.", "Schrijf vier cijfers, zoals 2021.")
_NUMBER = patroon(
    r"[1-9]\d{0,3}", "nummer", "'{waarde}' is geen volgnummer.", "Schrijf een heel getal vanaf 1."
)

_DAYS = patroon(
    r"0|[1-9]\d{0,2}",
    "dagen",
    "'{waarde}' is geen aantal dagen.",
    "Schrijf een heel getal, zoals 14.",
)

_PERCENTAGE = patroon(
    r"100|[1-9]?\d",
    "percentage",
    "'{waarde}' is geen percentage.",
    "Schrijf een heel getal van 0 tot en met 100, zonder procentteken.",
)

# An editor's YAML reads 2021 as a number; here it is text like everything else.
_DIGITS = {"type": ["string", "integer"]}

Jaar = Annotated[int, Vorm(lambda value: int(_YEAR(value)), _DIGITS, "jaar")]
Nummer = Annotated[int, Vorm(lambda value: int(_NUMBER(value)), _DIGITS, "volgnummer vanaf 1")]
Dagen = Annotated[int, Vorm(lambda value: int(_DAYS(value)), _DIGITS, "aantal dagen")]
"""A number of calendar days: 0 up to 999."""
_THRESHOLD = patroon(
    r"[1-9]\d{1,2}",
    "drempel",
    "'{waarde}' kan niet als grens voor kleine aantallen.",
    "Schrijf een heel getal van 10 tot en met 999.",
)
Drempel = Annotated[int, Vorm(lambda value: int(_THRESHOLD(value)), _DIGITS, "heel getal vanaf 10")]
"""T: a count of 1 to T-1 points to children."""
Percentage = Annotated[int, Vorm(lambda value: int(_PERCENTAGE(value)), _DIGITS, "heel percentage")]
_WEB_ADDRESS = patroon(
    r"https?://[^\s<>\"'@]+\.[^\s<>\"'@]+",
    "webadres",
    "'{waarde}' is geen webadres.",
    "Schrijf het hele adres, met https:// ervoor.",
)
NIET_OPENBAAR = "niet openbaar"

Webadres = Annotated[
    str, Vorm(_WEB_ADDRESS, {"type": "string", "pattern": "^https?://"}, "webadres")
]
Vindadres = Annotated[
    str,
    Vorm(
        lambda value: value if value == NIET_OPENBAAR else _WEB_ADDRESS(value),
        {"type": "string", "pattern": f"^(https?://|{NIET_OPENBAAR}$)"},
        f"webadres, of `{NIET_OPENBAAR}`",
    ),
]
"""A web address, or ``niet openbaar`` for a source that is not on the web."""
CbsCode = Annotated[
    str,
    Vorm(
        patroon(
            r"GM\d{4}",
            "cbs-code",
            "'{waarde}' is geen CBS-code van een gemeente.",
            "Schrijf GM en vier cijfers, zoals GM0228.",
        ),
        {"type": "string", "pattern": r"^GM\d{4}$"},
        "GM en vier cijfers",
    ),
]

# ---------------------------------------------------------------- choices


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

        def check(value: Any) -> Keuze:
            found = by_value.get(scalar(value))
            if found is None:
                raise fout(
                    "keuze", "'{waarde}' kan hier niet.", waarde=value, geldig=list(by_value)
                )
            return found

        return core_schema.no_info_plain_validator_function(check)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"enum": [member.value for member in cls]}


class Zekerheid(Keuze):
    """How sure a fact is."""

    BEVESTIGD = "bevestigd", "staat zo in de bron"
    AFGELEID = "afgeleid", "door ons opgemaakt uit de bron, of de bron is oud of indirect"
    ONBEKEND = "onbekend", "geen bron gevonden"
    VOORBEELD = "voorbeeld", "verzonnen; alleen in tests en in een voorbeeldregio"


class Sector(Keuze):
    """A kind of school, by the abbreviation everyone uses."""

    PO = "PO", "basisschool"
    SBO = "SBO", "speciaal basisonderwijs"
    SO = "SO", "speciaal onderwijs"
    VO = "VO", "middelbare school"
    VSO = "VSO", "voortgezet speciaal onderwijs"
    MBO = "MBO", "middelbaar beroepsonderwijs"


# ---------------------------------------------------------------- dates


_DATE_TIP = "Schrijf 2021, 2021-07 of 2021-07-01."
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
"""As a spreadsheet writes a date."""
_DATE_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Datum:
    """A year, a month or a day, as precise as the source is."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.jaar:04d}"]
        if self.maand:
            parts.append(f"{self.maand:02d}")
        if self.dag:
            parts.append(f"{self.dag:02d}")
        return "-".join(parts)

    @property
    def begin(self) -> tuple[int, int, int]:
        """The first day it can be, to sort and compare by."""
        return self.jaar, self.maand or 1, self.dag or 1

    @classmethod
    def van(cls, day: datetime.date) -> Datum:
        """A day as a date of the data; ``dagdatum`` is the way back."""
        return cls(day.year, day.month, day.day)

    @property
    def dagdatum(self) -> datetime.date | None:
        """The day, when it is known to the day."""
        return datetime.date(*self.begin) if self.dag else None

    @property
    def einde(self) -> tuple[int, int, int]:
        """The last day it can be, to compare by; ``datetime.date(*einde)`` is that day."""
        month = self.maand or 12
        return self.jaar, month, self.dag or calendar.monthrange(self.jaar, month)[1]

    @classmethod
    def parse(cls, value: str) -> Datum:
        """From ``2021``, ``2021-07`` or ``2021-07-01``; raises PydanticCustomError."""
        match = _DATE_FORM.fullmatch(value)
        if not match:
            turned = _DAY_FIRST.fullmatch(value)
            tip = _DATE_TIP
            if turned:
                day, month, year = turned.groups()
                tip = f"Schrijf {year}-{month:0>2}-{day:0>2}: eerst het jaar."
            raise fout("datum-vorm", "'{waarde}' is geen datum.", tip, waarde=value[:40])
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not 1900 <= year <= 2100:
            raise fout("datum-bereik", "Het jaar {waarde} ligt buiten 1900-2100.", waarde=year)
        if month is not None and not 1 <= month <= 12:
            raise fout("datum-bestaat-niet", "Maand {waarde} bestaat niet.", waarde=month)
        if day is not None:
            assert month is not None
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                tip = f"Deze maand heeft {last} dagen."
                raise fout(
                    "datum-bestaat-niet", "De datum '{waarde}' bestaat niet.", tip, waarde=value
                )
        return cls(year, month, day)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda value: cls.parse(scalar(value)))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


_TIME = patroon(
    r"([01]\d|2[0-3]):[0-5]\d",
    "tijd",
    "'{waarde}' is geen tijd.",
    "Schrijf uren en minuten, zoals 09:30.",
)
Tijd = Annotated[
    datetime.time,
    Vorm(
        lambda value: datetime.time.fromisoformat(_TIME(value)),
        {"type": "string", "pattern": r"^\d{2}:\d{2}$"},
        "tijd, zoals `09:30`",
    ),
]
"""A time of the day, in the time zone of the region."""


def _time_zone(value: str) -> str:
    try:
        zoneinfo.ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        zones = sorted(zoneinfo.available_timezones())
        tip = "Schrijf werelddeel en stad, zoals Europe/Amsterdam."
        raise fout(
            "tijdzone", "'{waarde}' is geen tijdzone.", tip, waarde=value[:40], geldig=zones
        ) from None
    return value


Tijdzone = Annotated[str, Vorm(_time_zone, _TEXT_SCHEMA, "tijdzone, zoals `Europe/Amsterdam`")]
"""The name of a time zone in the IANA database."""


# ---------------------------------------------------------------- records


class Deel(BaseModel):
    """Base of everything that is written in a data file: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Herkomst(Deel):
    """Where a fact comes from, of which date it is, how sure it is."""

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

    veld: Naam = Field(description="Naam van het veld, zoals 'voorzitter'.")
    herkomst: Herkomst = Field(description="Bron van wat daar nu staat.")


class Wijziging(Deel):
    """One thing that changed in a record after its first publication."""

    datum: Datum = Field(description="Wanneer dit is gewijzigd.")
    wat: Titel = Field(description="Wat er is gewijzigd, in één zin.")


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
