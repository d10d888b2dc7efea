"""A text in the language of the page, or honestly still in Dutch."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from macros.model.basis.datum import Datum
from macros.taal.talen import BRITS, BRONTAAL, locale


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text and the language it is really in. A name stays as it is in every language."""

    tekst: str
    taal: str
    is_naam: bool = False

    def __str__(self) -> str:
        return self.tekst

    def alineas(self) -> tuple[Tekst, ...]:
        """Its paragraphs."""
        parts = re.split(r"\n\s*\n|\n", self.tekst)
        return tuple(replace(self, tekst=part) for part in parts if part.strip())

    def met_nummer(self, nummer: object) -> Tekst:
        """``1. Title``: the number belongs to the title, also on a page that runs the other way."""
        return replace(self, tekst=f"{nummer}. {self.tekst}")


def niets() -> Mapping[str, str]:
    """Nothing translated."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Vertaler:
    """Translates into ``taal``: Dutch text to translation, for the code and for the data."""

    taal: str
    interface: Mapping[str, str] = field(default_factory=niets)
    gegevens: Mapping[str, str] = field(default_factory=niets)

    def vertaling(self, nederlands: str) -> str | None:
        """Data text: what the region made of it, or else what the interface calls it."""
        return self.gegevens.get(nederlands) or self.interface.get(nederlands)

    def tekst(self, nederlands: str) -> Tekst:
        """Data text: the translation, or the Dutch with its own language mark."""
        if self.taal == BRONTAAL:
            return Tekst(nederlands, BRONTAAL)
        found = self.vertaling(nederlands)
        return Tekst(found, self.taal) if found else Tekst(nederlands, BRONTAAL)

    def naam(self, naam: str) -> Tekst:
        """What is the same in every language, such as the name of a place."""
        return Tekst(naam, self.taal)

    def titel(self, nederlands: str) -> Tekst:
        """A Dutch title or term that is not translated; it keeps its language."""
        return Tekst(nederlands, BRONTAAL, is_naam=True)

    def ui(self, nederlands: str, **values: object) -> str:
        """Interface text with ``{name}`` filled in; always translated (a test sees to it)."""
        found = self.interface.get(nederlands, nederlands)
        return found.format(**values) if values else found

    def aantal(self, getal: int, enkel: str, meer: str, **values: object) -> str:
        """Interface text by number: ``aantal(2, "{n} actie", "{n} acties")``."""
        return self.ui(enkel if getal == 1 else meer, n=self.getal(getal), **values)

    @property
    def decimaalteken(self) -> str:
        """Before the decimals in a table: a comma, or else a point."""
        from babel.numbers import get_decimal_symbol

        return "," if get_decimal_symbol(locale(self.taal)) == "," else "."

    def getal(self, getal: int | float) -> str:
        """A number as written in this language."""
        return _getal(str(getal), None, self.taal)

    def decimaal(self, waarde: Decimal) -> str:
        """A number with the decimals it has: ``12,50`` stays ``12,50``."""
        exponent = waarde.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return _getal(str(waarde), "#,##0" + ("." + "0" * places if places else ""), self.taal)

    def opsomming(self, woorden: Sequence[str]) -> str:
        """``PO, SBO en SO``."""
        from babel.lists import format_list

        return str(format_list(woorden, locale=BRITS.get(self.taal, locale(self.taal))))

    def datum(self, datum: Datum) -> str:
        """``1 juli 2021``, ``juli 2021`` or ``2021``, as precise as it is."""
        return _datum(datum, self.taal)


@cache
def _getal(getal: str, form: str | None, taal: str) -> str:
    """So are numbers; as text, because ``12,5`` and ``12,50`` are equal and not written alike."""
    from babel.numbers import format_decimal

    return str(format_decimal(Decimal(getal), format=form, locale=locale(taal)))


@cache
def _datum(datum: Datum, taal: str) -> str:
    """Few dates are written many times."""
    if datum.maand is None:
        return str(datum.jaar)
    from babel.dates import format_date

    form = "d MMMM y" if datum.dag else "MMMM y"
    return str(format_date(datetime.date(*datum.begin), form, locale=locale(taal)))
