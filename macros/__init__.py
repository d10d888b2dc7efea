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
    from functools import partial

    from macros.engine.bouw import weergave_van
    from macros.render.blokken import all_blokken
    from macros.render.plaats import bewaar
    from macros.render.weergave import Pagina

    weergave = weergave_van(env.conf)
    pages: dict[str, Pagina] = {}

    def run(block: Any, page: Any, *arguments: Any) -> str:
        """One ``Pagina`` per page, so that a term is explained once however many blocks use it."""
        shown = pages.setdefault(page.url, weergave.pagina(page.url))
        return bewaar(page.meta, block(shown, *arguments), weergave.blik.v.taal)

    env.macro(weergave.heeft, "heeft")
    for block in all_blokken():
        env.macro(partial(run, block), block.__name__)
