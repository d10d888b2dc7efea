"""Whether a definition adds up its areas as they lie: schools to boards, wijken to municipalities.

What lies in what is known to everybody. A part that is published beside its whole and does not
count in it is protected as if the two had nothing to do with each other. Not here: protecting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.bescherming.disclosure.definitie import Definitie
from macros.issue import Issue

_GENOEMD = 3


def ontbrekende_sommen(
    definitie: Definitie, pad: str, ligt_in: Mapping[str, tuple[str, ...]]
) -> Iterator[Issue]:
    """Wholes that leave out a part; ``ligt_in``: of each area the larger ones around it."""
    som = {code: leaves for one in definitie.dimensies for code, leaves in one.som.items()}
    axis = {code: one.id for one in definitie.dimensies for code in one.som}
    for whole, leaves in som.items():
        parts = [one for one in som if one != whole and whole in ligt_in.get(one, ())]
        elsewhere = [one for one in parts if axis[one] != axis[whole]]
        if elsewhere:
            message = f"{_lijst(elsewhere)} ligt in '{whole}' en staat in een andere dimensie."
            tip = "Zet alle gebieden in één dimensie, met een boom of met 'groepen'."
            yield Issue(pad, 1, 1, "verband", message, tip)
        out = [
            one
            for one in parts
            if one not in elsewhere
            and not set(som[one]) <= set(leaves)
            and ((one,) == som[one] or (whole,) == leaves)
        ]
        if out:
            message = f"'{whole}' telt {_lijst(out)} niet mee, en ligt er wel om heen."
            tip = "Zet het in de boom onder dat gebied, of maak van dat gebied een groep."
            yield Issue(pad, 1, 1, "verband", message, tip)
        strange = [
            leaf
            for leaf in leaves
            if leaf != whole
            and any(whole in around for around in ligt_in.values())
            and whole not in ligt_in.get(leaf, (whole,))
        ]
        if strange:
            message = f"'{whole}' telt {_lijst(strange)} mee, en dat ligt er volgens de gegevens "
            message += "niet in."
            yield Issue(pad, 1, 1, "verband", message, "Kijk na waar dit gebied bij hoort.")


def _lijst(codes: list[str]) -> str:
    more = len(codes) - _GENOEMD
    named = ", ".join(f"'{one}'" for one in codes[:_GENOEMD])
    return f"{named} (en nog {more})" if more > 0 else named
