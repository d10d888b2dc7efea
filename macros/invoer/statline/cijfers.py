"""One value of ``UntypedDataSet`` to a figure, and which units it may be in.

Text as the service gives it: ``"   183.3"``, ``"       ."``, nothing. Not here: where the value
stands (``inlezen``), what a good figure is (``rules.monitor``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from pydantic_core import PydanticCustomError

from macros.model.monitor.cijfer import Cijfer, Getal, NietVanToepassing, Onbekend, lees
from macros.model.monitor.indicator import Eenheid

EENHEID = {Eenheid.AANTAL: "aantal", Eenheid.PROCENT: "%"}
"""What StatLine calls our units; it writes ``Aantal`` too."""
_ANDERE_MAAT = re.compile(r"[\d%‰€]|\b(per|euro|procent|tekst)\b", re.IGNORECASE)
"""In the unit of a number that is no count: ``x 1 000``, ``per 1 000 inwoners``, ``%``."""
_PROCENT = re.compile(r"%|procent\b", re.IGNORECASE)


class Afgewezen(ValueError):
    """This value is not taken over; the message says why."""


def zelfde_eenheid(een: str, ander: str) -> bool:
    """Whether two units are one: capitals and spaces make no other unit."""
    return een.casefold().split() == ander.casefold().split()


def past(eenheid: str, bij: Eenheid) -> bool:
    """Whether a number in ``eenheid`` can be such a figure: ``personen`` is a count."""
    if bij is Eenheid.PROCENT:
        return _PROCENT.match(eenheid.strip()) is not None
    return _ANDERE_MAAT.search(eenheid) is None


def cijfer(ruw: str | None, decimalen: int, leeg: str = "") -> Cijfer:
    """The figure in ``ruw``, of a column with so many decimals; raises Afgewezen.

    ``leeg`` is what the column says of a cell without anything in it (``Kolominfo.leeg``).
    """
    text = (ruw or "").strip()
    if not text:
        if leeg == "Zero":
            return Getal(Decimal(0).scaleb(-decimalen))
        return Onbekend() if leeg == "Missing" else NietVanToepassing()
    try:
        if "," in text:
            raise Afgewezen
        found = lees(text if text == "." else text.replace(".", ","))
    except (Afgewezen, PydanticCustomError):
        raise Afgewezen(f"'{text[:20]}' is geen getal en geen bekend teken") from None
    if isinstance(found, Getal) and len(text.partition(".")[2]) > decimalen:
        raise Afgewezen(f"{text} heeft meer decimalen dan de tabel zegt ({decimalen})")
    return found
