"""Pages of prose that are left out of the site, for the region has nothing of what they are about.

The Dutch page says in its front matter what that is: ``gebied: monitor``, or with commas between
them areas and kinds of which one is enough (``gebied: gemeente, partij``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.issue import Issue, as_text
from macros.model.geheel import Regio
from macros.taal.proza import in_kop
from macros.views.aanwezig import heeft


def weggelaten(nederlands: Mapping[str, str], regio: Regio, folder: Path) -> frozenset[str]:
    """The paths of the Dutch pages, those of ``folder``, that are left out.

    Ends the process with every page that names what there is not.
    """
    found, wrong = set(), []
    for path, text in nederlands.items():
        if about := in_kop(text, "gebied"):
            try:
                if not heeft(regio, *re.split(r", *", about.group(1))):
                    found.add(path)
            except ValueError as error:
                line = text.count("\n", 0, about.start()) + 1
                file = folder / path
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
