"""The blocks of the bodies: their structure, meetings, decisions and the way of a proposal.

Not here: the calendars and the feed (``render.kalenderbestand``, ``render.feed``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.structuur import teken_buren, teken_structuur
from macros.render.weergave import Pagina
from macros.views.overleg import besluit, pagina, structuur, tabellen, voorstelroute
from macros.views.overleg import kalender as kalenderviews
from macros.views.overleg import regie as regieviews


@blok
def structuren(p: Pagina) -> Markup:
    """The new and the old structure, drawn and as lists. From ``overleg/overleggen/``."""
    found = structuur.structuren(p.blik)
    shown = (found.nieuw, found.oud) if found.voorgesteld else (found.oud,)
    drawn = [(one, teken_structuur(p, one)) for one in shown]
    return p.toon("overleg/structuren.html", s=found, structuren=drawn)


@blok
def overleg(p: Pagina, key: str) -> Markup:
    """The whole page of one body. From ``overleg/overleggen/<key>.yml``."""
    row = pagina.overleg(p.blik, key)
    return p.toon("overleg/overleg.html", o=row, tekening=teken_buren(p, row))


@blok
def kalender(p: Pagina) -> Markup:
    """Meetings to come and past, and calendars to subscribe to. From ``overleg/vergaderingen/``."""
    found = kalenderviews.kalenderpagina(p.blik)
    return p.toon("overleg/kalender.html", k=found, taal=p.blik.v.taal)


@blok
def besluiten(p: Pagina) -> Markup:
    """The register of decisions, with its filter. From ``overleg/besluiten/``."""
    found = besluit.besluitenpagina(p.blik)
    return p.toon("overleg/besluiten.html", b=found, taal=p.blik.v.taal)


@blok
def nieuws(p: Pagina, key: str) -> Markup:
    """What one local body hears of the others. From ``overleg/besluiten/`` and its agendas."""
    found = besluit.nieuws(p.blik, key)
    return p.toon("overleg/nieuws.html", n=found)


@blok
def documenten(p: Pagina) -> Markup:
    """The documents everybody works from. From ``overleg/documenten/``."""
    return p.toon("overleg/documenten.html", documenten=besluit.basisdocumenten(p.blik))


@blok
def routes(p: Pagina) -> Markup:
    """Each route of a proposal, with its coming dates. From ``overleg/routes/`` and meetings."""
    rows = voorstelroute.routes(p.blik)
    empty = voorstelroute.zonder_data(p.blik)
    taal = p.blik.v.taal
    return p.toon("overleg/routes.html", routes=rows, zonder_data=empty, taal=taal)


@blok
def doorlooptijd(p: Pagina) -> Markup:
    """How long a proposal takes, over a year of days. From ``overleg/routes/`` and meetings."""
    found = voorstelroute.doorlooptijden(p.blik)
    return p.toon("overleg/doorlooptijd.html", d=found)


@blok
def zetels(p: Pagina) -> Markup:
    """Who sits where: party by body. From ``overleg/overleggen/``."""
    return p.toon("overleg/zetels.html", z=tabellen.zetels(p.blik))


@blok
def onderwerpen(p: Pagina) -> Markup:
    """Which subject is discussed where. From ``overleg/onderwerpen/``."""
    return p.toon("overleg/onderwerpen.html", onderwerpen=tabellen.onderwerpen(p.blik))


@blok
def functies(p: Pagina) -> Markup:
    """What the roles between the bodies do and do not do. From ``overleg/functies/``."""
    return p.toon("overleg/functies.html", functies=tabellen.functies(p.blik))


@blok
def spelregels(p: Pagina) -> Markup:
    """Rules of conduct, principles and what went wrong. From ``overleg/spelregels/``."""
    return p.toon("overleg/spelregels.html", groepen=tabellen.spelregels(p.blik))


@blok
def regie(p: Pagina) -> Markup:
    """What the regisseur has to look at. From ``overleg/`` and ``speerpunten/``."""
    lijsten = regieviews.regie(p.blik)
    return p.toon("overleg/regie.html", lijsten=lijsten)
