"""One published figure: a number, or the reason why there is none, with the signs of the CBS.

Reading and writing are each other's reverse: what the source printed is what the site prints. Not
here: how a figure is written for a reader (``views.monitor``).
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from macros.model.basis.vorm import Keuze, Vorm, fout, scalar


@dataclass(frozen=True, slots=True)
class Getal:
    """A number as it was printed: the decimals of ``waarde`` are those of the source.

    ``nihil``: the source printed ``-``, "there are none", and not ``0``, "less than half a unit".
    """

    waarde: Decimal
    nihil: bool = False


@dataclass(frozen=True, slots=True)
class Afgeschermd:
    """Hidden to protect small counts: ``x``. It need not be small itself."""


@dataclass(frozen=True, slots=True)
class Onbekend:
    """Unknown, not reliable enough or secret; the source does not tell which: ``.``."""


@dataclass(frozen=True, slots=True)
class NietVanToepassing:
    """Cannot occur on logical grounds: an empty field."""


Cijfer = Getal | Afgeschermd | Onbekend | NietVanToepassing
"""What stands in one cell."""

_TEKENS: dict[str, Cijfer] = {
    ".": Onbekend(),
    "x": Afgeschermd(),
    "-": Getal(Decimal(0), nihil=True),
    "": NietVanToepassing(),
}
_GETAL = re.compile(r"(?:0|[1-9]\d{0,9})(?:,\d{1,3})?", re.ASCII)
_DUIZEND = re.compile(r"[1-9]\d{0,2}(?:[. \u00a0\u202f']\d{3})+(?:,\d+)?", re.ASCII)
_PUNT = re.compile(r"\d+\.\d+", re.ASCII)


def teken(cijfer: Cijfer) -> str:
    """The text of a figure in a data file, with a decimal comma; reverse of ``lees``."""
    if isinstance(cijfer, Getal) and not cijfer.nihil:
        return str(cijfer.waarde).replace(".", ",")
    return next(text for text, one in _TEKENS.items() if one == cijfer)


def lees(text: str) -> Cijfer:
    """The figure in ``text``; raises PydanticCustomError with a message for the editor."""
    if text in _TEKENS:
        return _TEKENS[text]
    if _GETAL.fullmatch(text):
        return Getal(Decimal(text.replace(",", ".")))
    raise fout("cijfer", "Dit is geen cijfer.", _raad(text))


def _raad(text: str) -> str:
    """What was probably meant; never a guess at a hidden number."""
    signs = "Schrijf alleen cijfers met een decimale komma, of een teken: . x - of niets."
    if _DUIZEND.fullmatch(text):
        bare = re.sub(r"[. \u00a0\u202f']", "", text)
        return f"Schrijf geen teken tussen duizendtallen: {bare}."
    if _PUNT.fullmatch(text):
        return f"Schrijf een decimale komma: {text.replace('.', ',')}."
    if text.startswith(("<", ">", "≤", "minder", "tot")):
        return "Zo'n grens verraadt een klein aantal. Schrijf x: afgeschermd."
    if text.endswith("*"):
        return "Laat het sterretje weg en schrijf bij de status: voorlopig (** is nader-voorlopig)."
    if text in ("\u2013", "\u2014", "\u2212"):
        return "Is het nihil, schrijf dan een gewoon streepje: -"
    if text.endswith("%"):
        return f"Laat het procentteken weg: {text.rstrip('% ')}."
    if text.startswith(("-", "\u2212")):
        return "Een aantal of percentage kan niet onder nul liggen. Kijk het na in de bron."
    return signs


class _Cijfervorm:
    uitleg = "getal met decimale komma, of `.` `x` `-` of leeg"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def check(value: Any) -> Cijfer:
            if isinstance(value, str):
                return lees(value.strip())
            return lees(scalar(value))

        return core_schema.no_info_plain_validator_function(check)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "number"]}


CijferVeld = Annotated[Cijfer, _Cijfervorm()]


class Cijferstatus(Keuze):
    """How final the source calls a figure."""

    DEFINITIEF = "definitief", "de bron verandert dit cijfer niet meer"
    VOORLOPIG = "voorlopig", "de bron kan dit cijfer nog bijstellen (bij het CBS: *)"
    NADER_VOORLOPIG = "nader-voorlopig", "al een keer bijgesteld, nog niet definitief (**)"
    ONBEKEND = "onbekend", "of het cijfer definitief is, staat er niet bij"


STATUSTEKEN = {
    Cijferstatus.DEFINITIEF: "",
    Cijferstatus.VOORLOPIG: "*",
    Cijferstatus.NADER_VOORLOPIG: "**",
    Cijferstatus.ONBEKEND: "",
}
"""What the CBS prints behind the period; nothing when final, or when nobody says."""


_PERIODE = re.compile(r"(\d{4})(?:-(h[12])|-(\d{4}))?", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class Periode:
    """A year (``2022``), half a year (``2022-h1``) or a school year (``2020-2021``).

    ``helft`` is 0, 1 or 2; ``schooljaar`` means that it runs into the next year.
    """

    jaar: int
    helft: int = 0
    schooljaar: bool = False

    def __lt__(self, other: Periode) -> bool:
        """Earlier is what ends earlier; of two that end together, the shorter one."""
        return self._einde() < other._einde()

    def _einde(self) -> tuple[int, int, int]:
        """Year and month of the end, and the length in months."""
        if self.schooljaar:
            return self.jaar + 1, 7, 12
        return self.jaar, 6 if self.helft == 1 else 12, 6 if self.helft else 12

    @property
    def dagen(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day. A school year is from August to July, as the CBS has it."""
        year, month, length = self._einde()
        first = datetime.date(year - 1, 8, 1)
        if not self.schooljaar:
            first = datetime.date(year, month - length + 1, 1)
        return first, datetime.date(year, month, calendar.monthrange(year, month)[1])

    def __str__(self) -> str:
        if self.schooljaar:
            return f"{self.jaar}-{self.jaar + 1}"
        return f"{self.jaar}-h{self.helft}" if self.helft else str(self.jaar)

    @classmethod
    def parse(cls, text: str) -> Periode:
        """The reverse of ``str``; raises PydanticCustomError."""
        match = _PERIODE.fullmatch(text)
        year = int(match.group(1)) if match else 0
        wrong = not match or not 1990 <= year <= 2100
        if match and match.group(3):
            wrong = wrong or int(match.group(3)) != year + 1
        if match is None or wrong:
            tip = "Schrijf een jaar (2022), een half jaar (2022-h1) of een schooljaar (2020-2021)."
            raise fout("periode", "'{waarde}' is geen periode.", tip, waarde=text[:20])
        return cls(year, int((match.group(2) or "0")[-1]), bool(match.group(3)))


PeriodeVeld = Annotated[
    Periode,
    Vorm(
        Periode.parse,
        {"type": "string", "pattern": r"^\d{4}(-h[12]|-\d{4})?$"},
        "periode: `2022`, `2022-h1` of `2020-2021`",
    ),
]


def afronding(waarde: Decimal) -> Decimal:
    """How far a printed number can be from what it was, judging by its digits: half of its unit.

    A whole number that ends in 0 or 5 may have been rounded to tens or fives.
    """
    exponent = waarde.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent) / 2
    return next((Decimal(base) / 2 for base in (10, 5) if waarde % base == 0), Decimal(0))
