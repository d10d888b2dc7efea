"""The blocks of the model of cooperation: matrix, law, routes and the wegwijzer.

Not here: what is arranged where (``arrangement``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.formulier import formulier
from macros.render.route import teken_route
from macros.render.weergave import Pagina
from macros.views.samenwerking import matrix as matrixviews
from macros.views.samenwerking import onderdeel as onderdeelviews
from macros.views.samenwerking import recht
from macros.views.samenwerking import thuis as thuisviews
from macros.views.samenwerking import wegwijzer as wegwijzerviews
from macros.views.samenwerking import werkgroep as werkgroepviews
from macros.views.samenwerking.basis import rollen


@blok
def model_inleiding(p: Pagina) -> Markup:
    """What we do together, and where the model holds. From ``samenwerking/model.yml``."""
    return p.toon("samenwerking/inleiding.html", m=matrixviews.model(p.blik))


@blok
def model_gegevens(p: Pagina) -> Markup:
    """What is known about the model itself. From ``samenwerking/model.yml``."""
    return p.toon("samenwerking/gegevens.html", m=matrixviews.model(p.blik))


@blok
def matrix(p: Pagina) -> Markup:
    """The matrix: who begins, who pays and each law, to look in and to download. From
    ``samenwerking/``."""
    return p.toon(
        "samenwerking/matrix.html",
        matrix=matrixviews.matrix(p.blik),
        filter=matrixviews.filters(p.blik),
        model=matrixviews.model(p.blik),
        taal=p.blik.v.taal,
    )


@blok
def onderdeel(p: Pagina, key: str) -> Markup:
    """The whole page of one onderdeel. From ``samenwerking/onderdelen/<key>.yml``."""
    row = onderdeelviews.onderdeel(p.blik, key)
    return p.toon(
        "samenwerking/onderdeel.html",
        o=row,
        model=matrixviews.model(p.blik),
        routes=[(route, teken_route(p, route)) for route in row.routes],
        vastlopen=vastlopen(p, row.melding),
    )


@blok
def wegwijzer(p: Pagina) -> Markup:
    """The start of the wegwijzer, with all its paths. From ``samenwerking/wegwijzer.yml``."""
    w = wegwijzerviews.begin(p.blik)
    return p.toon("samenwerking/wegwijzer.html", w=w, rollen=rollen(p.blik.v))


@blok
def vraag(p: Pagina, key: str) -> Markup:
    """The page of one question. From ``samenwerking/wegwijzer.yml``."""
    q = wegwijzerviews.vraag(p.blik, key)
    return p.toon("samenwerking/vraag.html", q=q, rollen=rollen(p.blik.v))


@blok
def uitkomst(p: Pagina, key: str) -> Markup:
    """The page of one outcome. From ``samenwerking/wegwijzer.yml``."""
    row = wegwijzerviews.uitkomst(p.blik, key)
    return p.toon(
        "samenwerking/uitkomst.html",
        u=row,
        model=matrixviews.model(p.blik),
        rollen=rollen(p.blik.v),
        contact=p.weergave.contact,
        vastlopen=vastlopen(p, row.melding) if row.melding else "",
    )


@blok
def thuis(p: Pagina) -> Markup:
    """What to do when a child is not at school. From ``samenwerking/thuis.yml``."""
    t = thuisviews.thuis(p.blik)
    return p.toon("samenwerking/thuis.html", t=t, rollen=rollen(p.blik.v, jongeren=True))


@blok
def plichten(p: Pagina) -> Markup:
    """What the school must do for a child at home, in short. From ``samenwerking/thuis.yml``."""
    t = thuisviews.thuis(p.blik)
    return p.toon("samenwerking/plichten.html", plichten=t.plichten if t else ())


@blok
def thuisgesprek(p: Pagina) -> Markup:
    """What to take along to the talk at school, on one sheet. From ``samenwerking/thuis.yml``."""
    return p.toon("samenwerking/gesprek.html", t=thuisviews.thuis(p.blik))


@blok
def kaders(p: Pagina) -> Markup:
    """What the law says without an agreement of the region, and where to say that you are stuck.
    From ``samenwerking/kaders/`` and ``regio.yml``."""
    return p.toon(
        "samenwerking/kaders.html",
        kaders=recht.kaders(p.blik),
        model=matrixviews.model(p.blik),
        vastlopen=vastlopen(p, "Zonder afspraak"),
    )


@blok
def wetten(p: Pagina) -> Markup:
    """Laws, their articles and where these are used. From ``samenwerking/wetten/``."""
    return p.toon("samenwerking/wetten.html", wetten=recht.wetten(p.blik))


@blok
def uitspraken(p: Pagina) -> Markup:
    """Rulings and what they mean for the model. From ``samenwerking/uitspraken/``."""
    return p.toon("samenwerking/uitspraken.html", uitspraken=recht.uitspraken(p.blik))


@blok
def werkgroep(p: Pagina) -> Markup:
    """What the working group has to look at. From ``samenwerking/``."""
    found = werkgroepviews.werkgroep(p.blik)
    return p.toon("samenwerking/werkgroep.html", w=found)


@blok
def modelstand(p: Pagina) -> Markup:
    """How much of the model is known, in a sentence. From ``samenwerking/``."""
    found = werkgroepviews.werkgroep(p.blik)
    return p.toon("samenwerking/stand.html", w=found)


@blok
def vastlopen(p: Pagina, onderwerp: str) -> Markup:
    """Where to say that you are stuck, with the subject filled in. From ``regio.yml``."""
    return p.toon(
        "samenwerking/vastlopen.html",
        contact=p.weergave.contact,
        formulier=formulier(p.weergave.meldingen, onderwerp),
    )
