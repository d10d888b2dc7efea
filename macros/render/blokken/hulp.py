"""The blocks of help: whom to call, by question, municipality and kind of school.

Not here: pages of other areas that show help; their templates take ``hulp/delen.html``.
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.weergave import Pagina
from macros.views.hulp import hulp as hulpviews


@blok
def hulplijst(p: Pagina) -> Markup:
    """All help, by question. From ``hulp/``."""
    return p.toon("hulp/lijst.html", groepen=hulpviews.per_soort(p.blik))
