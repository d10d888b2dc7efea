"""The list of blocks and how they are found. Not here: the blocks themselves, one file an area."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from macros.discover import import_all

Blok = Callable[..., Markup]
"""Its first argument is the ``Pagina`` it stands on."""

BLOKKEN: list[Blok] = []


def blok(block: Blok) -> Blok:
    """Register a function as a block; its name is that of the macro."""
    BLOKKEN.append(block)
    return block


def all_blokken() -> list[Blok]:
    """Every block, area by area; importing the area registers its blocks."""
    import_all("macros.render.blokken")
    return sorted(BLOKKEN, key=lambda block: block.__module__)
