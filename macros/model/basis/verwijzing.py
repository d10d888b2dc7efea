"""Ids, and the ids that point to a record of some kind.

Not here: whether that record is there, which is a rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from macros.issue import gevouwen
from macros.model.basis.invultekst import zegt_niets
from macros.model.basis.vorm import Invoer, Vorm, fout

_ID_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID_GOED = re.compile(_ID_FORM, re.ASCII)
_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")


LANGSTE_ID = 80
"""It is the name of a file, and part of an address."""


def als_id(tekst: str) -> str:
    """The id that is most like a text; the same when it is one, empty when there is none."""
    if _ID_GOED.fullmatch(tekst):
        return tekst
    return re.sub(r"[^a-z0-9]+", "-", gevouwen(tekst[:60])).strip("-")


def _id(value: str) -> str:
    if not _ID_GOED.fullmatch(value):
        tip = "Gebruik kleine letters, cijfers en streepjes, zoals 'leren-van-data'."
        near = als_id(value)
        tip = f"Bedoel je '{near}'? {tip}" if near else tip
        raise fout("id-vorm", "'{waarde}' is geen goede id.", tip, waarde=value[:60])
    if _WINDOWS.fullmatch(value):
        message = "'{waarde}' kan geen id zijn: op Windows kan een bestand niet zo heten."
        raise fout("id-vorm", message, f"Kies een langere naam, zoals '{value}-1'.", waarde=value)
    if len(value) > LANGSTE_ID:
        message = "Deze id is te lang: {lengte} tekens, en {plaats} is het meeste."
        tip = "Kies een korte naam: hij staat in het adres van de pagina."
        raise fout("te-lang", message, tip, lengte=len(value), plaats=LANGSTE_ID)
    return value


def kan_id_zijn(value: str) -> bool:
    """Whether a file can be called so."""
    try:
        return _id(value) == value
    except PydanticCustomError:
        return False


def naar_id(titel: str) -> str:
    """Kebab-case without accents: the id, and so the file name and the address on the site."""
    plain = unicodedata.normalize("NFKD", titel.lower().translate(_LIGATUREN))
    plain = plain.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:LANGSTE_ID]
        if len(longer) > LANGSTE_ID:
            break
        result = longer
    return result


def id_zoals(titel: str, andere: Mapping[str, str]) -> str:
    """The same, made as most ids of its kind were of their titles: they begin with the same word
    (``gemeente-dorp``), or leave the same words out (``crvb-2017-1477``).
    """
    made, others = naar_id(titel), [(key, naar_id(one)) for key, one in andere.items()]
    more = Counter(key.removesuffix(f"-{one}") for key, one in others if key.endswith(f"-{one}"))
    less = Counter(one.removesuffix(f"-{key}") for key, one in others if one.endswith(f"-{key}"))
    for counts in (more, less):
        for word, count in counts.most_common(1) if made and len(others) > 1 else ():
            if 2 * count > len(others):
                short = made.removeprefix(f"{word}-")
                return short if counts is less else f"{word}-{short}"
    return made


_LIGATUREN = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe"})

_ID = Vorm(
    _id,
    {"type": "string", "pattern": f"^{_ID_FORM}$"},
    "id: kleine letters, cijfers en streepjes",
    Invoer.ID,
    langst=LANGSTE_ID,
)


def _verwezen(value: str) -> str:
    if zegt_niets(value):
        raise fout("id-vorm", "'{waarde}' is geen goede id.", waarde=value[:60])
    return _id(value)


_NAAR = Vorm(_verwezen, _ID.json_schema, _ID.uitleg, Invoer.ID, langst=LANGSTE_ID)

Id = Annotated[str, _ID]
"""Kebab-case; the same as the file name; never used again for something else."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Marker: the text is the id of a record of one of these kinds.

    ``toen``: it says how things were, so what it names may be archived since.
    """

    soorten: tuple[str, ...]
    toen: bool = False

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), SOORTEN: list(self.soorten)}


@dataclass(frozen=True, slots=True)
class DeelVan:
    """Marker: the text is the id of one of the parts in a field of the one file of a kind."""

    soort: str
    veld: str


SOORTEN = "x-soorten"
"""In a schema: of which kinds of record the ids can stand here."""

KolomId = Annotated[str, _NAAR, DeelVan("samenwerking", "kolommen")]
BronId = Annotated[str, _NAAR, Verwijzing(("bron",))]
BegripId = Annotated[str, _NAAR, Verwijzing(("begrip",))]
GemeenteId = Annotated[str, _NAAR, Verwijzing(("gemeente",))]
GebiedId = Annotated[str, _NAAR, Verwijzing(("werkingsgebied",))]
PlekId = Annotated[str, _NAAR, Verwijzing(("gemeente", "werkingsgebied"))]
PartijId = Annotated[str, _NAAR, Verwijzing(("partij", "gemeente"))]
ThemaId = Annotated[str, _NAAR, Verwijzing(("thema",))]
OnderdeelId = Annotated[str, _NAAR, Verwijzing(("onderdeel",))]
KaderId = Annotated[str, _NAAR, Verwijzing(("kader",))]
OnderdeelOfKaderId = Annotated[str, _NAAR, Verwijzing(("onderdeel", "kader"))]
WetId = Annotated[str, _NAAR, Verwijzing(("wet",))]
ArtikelId = Annotated[str, _NAAR, Verwijzing(("artikel",))]
OverlegId = Annotated[str, _NAAR, Verwijzing(("overleg",))]
OverlegToenId = Annotated[str, _NAAR, Verwijzing(("overleg",), toen=True)]
VoorstelrouteToenId = Annotated[str, _NAAR, Verwijzing(("voorstelroute",), toen=True)]
OnderwerpId = Annotated[str, _NAAR, Verwijzing(("onderwerp",))]
AgendaId = Annotated[str, _NAAR, Verwijzing(("agenda",))]
SpeerpuntId = Annotated[str, _NAAR, Verwijzing(("speerpunt",))]
MijlpaalId = Annotated[str, _NAAR, Verwijzing(("mijlpaal",))]
VergaderingId = Annotated[str, _NAAR, Verwijzing(("vergadering",))]
BesluitId = Annotated[str, _NAAR, Verwijzing(("besluit",))]
ArrangementId = Annotated[str, _NAAR, Verwijzing(("arrangement",))]
DocumentId = Annotated[str, _NAAR, Verwijzing(("document",))]
UitspraakId = Annotated[str, _NAAR, Verwijzing(("uitspraak",))]
IndicatorId = Annotated[str, _NAAR, Verwijzing(("indicator",))]
CijfergebiedId = Annotated[
    str,
    _NAAR,
    Verwijzing(("gemeente", "referentiegebied", "werkingsgebied", "partij", "school", "wijk")),
]
