"""One value of ``UntypedDataSet`` to a figure.

Text as the service gives it: ``"   183.3"``, ``"       ."``, nothing. Not here: where the value
stands (``inlezen``), what a good figure is (``rules.monitor``).
"""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from macros.model.monitor.cijfer import Cijfer, Getal, lees
from macros.model.monitor.indicator import Eenheid

EENHEID = {Eenheid.AANTAL: "aantal", Eenheid.PROCENT: "%"}
"""What StatLine calls our units; any other (``x 1 000``) is another figure."""


class Afgewezen(ValueError):
    """This value is not taken over; the message says why."""


def cijfer(ruw: str | None, decimalen: int) -> Cijfer:
    """The figure in ``ruw``, of a column with so many decimals; raises Afgewezen."""
    text = (ruw or "").strip()
    try:
        if "," in text:
            raise Afgewezen
        found = lees(text if text == "." else text.replace(".", ","))
    except (Afgewezen, PydanticCustomError):
        raise Afgewezen(f"'{text[:20]}' is geen getal en geen bekend teken") from None
    if isinstance(found, Getal) and len(text.partition(".")[2]) > decimalen:
        raise Afgewezen(f"{text} heeft meer decimalen dan de tabel zegt ({decimalen})")
    return found
