"""Record pages: a page per record, made from data. Markdown with one macro call, so that any engine
that runs the macros (or gets them expanded) can build it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis import Status
from macros.render.weergave import Weergave
from macros.views.basis import N_


@dataclass(frozen=True, slots=True)
class Recordpagina:
    """A page to build: its path below the docs folder, and its Markdown."""

    pad: str
    markdown: str


def recordpaginas(weergave: Weergave) -> Iterator[Recordpagina]:
    """Every record page; archived records keep theirs."""
    v = weergave.vertaler
    agenda_titel = v.ui(N_("Focusagenda"))
    for key, one in weergave.regio.speerpunten.items():
        front: dict[str, object] = {
            "title": str(v.tekst(one.titel)),
            "description": str(v.tekst(one.samen)),
            "kruimels": [{"titel": agenda_titel, "pad": "agenda/"}],
            "bewerk_pad": f"data/speerpunten/{key}.yml",
            "render_macros": True,
        }
        if one.status is Status.GEARCHIVEERD:
            front["melding"] = v.ui(N_("Dit speerpunt is gearchiveerd: het telt niet meer mee."))
            front["niet_zoeken"] = True
        yield Recordpagina(
            f"agenda/{key}.md", _front_matter(front) + f'\n{{{{ speerpunt(page, "{key}") }}}}\n'
        )


def _front_matter(values: dict[str, object]) -> str:
    """JSON is YAML: no title can break out of it."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])
