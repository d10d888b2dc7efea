"""Where what is on the site is made better: the form of a record in the workbench, open at a field.

Not here: the workbench itself, which is a page of its own for all languages.
"""

from __future__ import annotations

from macros.model.geheel import SOORTEN

WERKBANK = "beheer/"
"""Its address, from the root of the site."""


def formulier(pad: str, loc: tuple[str | int, ...] = ()) -> str:
    """The form of a file (its path below the data folder), with the field at ``loc`` in view; of a
    folder of one kind its list; else where the workbench begins.
    """
    if pad and not pad.endswith("/"):
        field = f"?veld={'.'.join(map(str, loc))}" if loc else ""
        return f"{WERKBANK}#/pad/{pad}{field}"
    kinds = [soort.naam for soort in SOORTEN if f"{soort.pad}/" == pad]
    return f"{WERKBANK}#/soort/{kinds[0]}" if kinds else WERKBANK
