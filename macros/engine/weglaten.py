"""Pages of prose that are left out of the site, for the region has nothing of what they are about.

The Dutch page says in its front matter what that is: ``gebied: monitor``, or with commas between
them areas and kinds of which one is enough (``gebied: gemeente, partij``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.model.geheel import Regio
from macros.views.aanwezig import heeft

_FRONT = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_GEBIED = re.compile(r"^gebied: *(.+?) *$", re.MULTILINE)


def weggelaten(nederlands: Path, regio: Regio) -> frozenset[str]:
    """The paths below ``nederlands``, the folder of the Dutch pages, that are left out."""
    return frozenset(
        file.relative_to(nederlands).as_posix()
        for file in nederlands.rglob("*.md")
        if (front := _FRONT.match(file.read_text(encoding="utf-8")))
        and (about := _GEBIED.search(front.group(1)))
        and not heeft(regio, *re.split(r", *", about.group(1)))
    )


def menu_zonder(menu: Iterable[Any], weg: frozenset[str]) -> list[Any]:
    """``nav`` of the configuration without these pages, and without a part that has none left."""
    kept: list[Any] = []
    for item in menu:
        if isinstance(item, dict):
            [(title, inside)] = item.items()
            left = menu_zonder(inside if isinstance(inside, list) else [inside], weg)
            if left:
                kept.append({title: left if isinstance(inside, list) else inside})
        elif item not in weg:
            kept.append(item)
    return kept
