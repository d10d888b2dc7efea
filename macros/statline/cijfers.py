"""One value of ``UntypedDataSet`` to a figure, and hidden figures that follow from others.

Text as the service gives it: ``"   183.3"``, ``"       ."``, nothing. Not here: where the value
stands (``inlezen``), what a good figure is (``rules.monitor``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic_core import PydanticCustomError

from macros.model.cijfer import Afgeschermd, Cijfer, Getal, Onbekend, lees
from macros.model.monitor import TOTAAL, Eenheid, Indicator, Waarneming

EENHEID = {Eenheid.AANTAL: "aantal", Eenheid.PROCENT: "%"}
"""What StatLine calls our units; any other (``x 1 000``) is another figure."""

_AFRONDING = 5
"""When all are multiples of this, totals and parts were rounded apart: what is left is no count."""


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


def verraden(
    indicator: Indicator, cijfers: Mapping[str, Waarneming], drempel: int
) -> Iterator[str]:
    """Parts that are hidden, and yet follow from the total and the other parts as a small count.

    ``cijfers`` are those of one area and one period, by ``uitsplitsing``.
    """
    total = cijfers.get(TOTAAL)
    if indicator.eenheid is not Eenheid.AANTAL or total is None:
        return
    for split in indicator.uitsplitsingen:
        parts = [cijfers[one.id] for one in split.delen if one.id in cijfers]
        hidden = [one for one in parts if isinstance(one.waarde, Onbekend | Afgeschermd)]
        shown = [
            one.waarde.waarde
            for one in (total, *parts)
            if one not in hidden and isinstance(one.waarde, Getal)
        ]
        complete = len(shown) == len(parts) == len(split.delen)
        if len(hidden) != 1 or not complete:
            continue
        rest = 2 * shown[0] - sum(shown)
        if 0 < rest < drempel and any(one % _AFRONDING for one in shown):
            yield hidden[0].uitsplitsing
