"""macros: from data to HTML. ``define_env`` is where mkdocs-macros meets it; no logic here.

The way of the data, each layer knowing only those before it: ``source`` (files to values),
``model`` (types), ``rules`` (checks between records), ``taal`` (languages), ``views`` (rows),
``render`` (HTML); ``load`` runs the first three. Beside it ``invoer`` (what comes in),
``bescherming`` (what must not get out) and ``site`` (finished HTML). ``engine`` is the edge to
MkDocs.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give every block of ``render.blokken`` to Markdown as a macro: ``{{ name(page, ...) }}``."""
    from macros.engine.bouw import weergave_van
    from macros.render.plaats import aanroepen

    for name, call in aanroepen(weergave_van(env.conf)).items():
        env.macro(call, name)
