"""The blocks of help: whom to call, by question, municipality and kind of school.

Not here: pages of other areas that show help; their templates take ``hulp/delen.html``.
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.weergave import Pagina
from macros.views.hulp import pagina


@blok
def kind_thuis(p: Pagina) -> Markup:
    """Whom to call when a child is at home, in order. From ``hulp/``."""
    return p.toon("hulp/kind_thuis.html", k=pagina.kind_thuis(p.blik))


@blok
def gemeentekeuze(p: Pagina) -> Markup:
    """The way to whom to call in each municipality. From ``gemeenten/``."""
    return p.toon("hulp/gemeentekeuze.html", gemeenten=pagina.gemeentekeuze(p.blik))


@blok
def situaties(p: Pagina) -> Markup:
    """What can be going on with a child, each with the page that helps. No data."""
    return p.toon("hulp/situaties.html")


@blok
def andere_vragen(p: Pagina) -> Markup:
    """The other questions of parents and young people, to whom to call. From ``hulp/``."""
    return p.toon("hulp/andere_vragen.html", vragen=pagina.andere_vragen(p.blik))


@blok
def hulplijst(p: Pagina) -> Markup:
    """All help by question, with its filter and downloads. From ``hulp/``."""
    found = pagina.hulplijst(p.blik)
    return p.toon("hulp/lijst.html", lijst=found, taal=p.blik.v.taal)


@blok
def belkaart(p: Pagina) -> Markup:
    """Whom do I call, to print: a line for each municipality. From ``hulp/``."""
    taal = p.blik.v.taal
    found = pagina.belkaart(p.blik)
    return p.toon("hulp/belkaart.html", k=found, keuze=pagina.hulplijst(p.blik).gemeente, taal=taal)
