"""Pages of prose that are left out of the site, for the region has nothing of what they are about.

The Dutch page says in its front matter what that is: ``gebied: monitor``, or with commas between
them areas and kinds of which one is enough (``gebied: gemeente, partij``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.issue import Issue, as_text
from macros.model.geheel import Regio
from macros.taal.proza import in_kop
from macros.views.aanwezig import heeft


def weggelaten(nederlands: Path, regio: Regio) -> frozenset[str]:
    """The paths below ``nederlands``, the folder of the Dutch pages, that are left out.

    Ends the process with every page that names what there is not.
    """
    found, wrong = set(), []
    for file in sorted(nederlands.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        if about := in_kop(text, "gebied"):
            try:
                if not heeft(regio, *re.split(r", *", about.group(1))):
                    found.add(file.relative_to(nederlands).as_posix())
            except ValueError as error:
                line = text.count("\n", 0, about.start()) + 1
                here = file.relative_to(Path.cwd()) if Path.cwd() in file.parents else file
                wrong.append(Issue(here.as_posix(), line, 1, "onbekend-gebied", str(error)))
    if wrong:
        raise SystemExit(as_text(wrong))
    return frozenset(found)


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
