"""The blocks of the bodies: their structure, meetings, decisions and the way of a proposal.

Not here: the calendars and the feed (``render.kalenderbestand``, ``render.feed``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.structuur import teken_buren, teken_structuur, teken_voorstel
from macros.render.weergave import Pagina
from macros.views.overleg import besluit as besluitviews
from macros.views.overleg import kalender as kalenderviews
from macros.views.overleg import pagina, structuur, tabellen, voorstelduur, voorstelroute
from macros.views.overleg import regie as regieviews
from macros.views.overleg import voorstel as voorstelviews
from macros.views.overleg.basis import bronnen
from macros.views.regio.nieuwsbrief import nieuwsbrief


@blok
def structuren(p: Pagina) -> Markup:
    """The new and the old structure, drawn and as lists. From ``overleg/overleggen/``."""
    found = structuur.structuren(p.blik)
    shown = (found.nieuw, found.oud) if found.voorgesteld else (found.oud,)
    drawn = [(one, teken_structuur(p, one)) for one in shown]
    decided = besluitviews.nieuwste_eerst(p.blik.regio)[:1]
    return p.toon(
        "overleg/structuren.html",
        s=found,
        structuren=drawn,
        laatste=[besluitviews.besluit(p.blik, one) for one in decided],
        kalender=kalenderviews.kalenderpagina(p.blik),
    )


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
    found = besluitviews.besluitenpagina(p.blik)
    return p.toon("overleg/besluiten.html", b=found, taal=p.blik.v.taal)


@blok
def besluit(p: Pagina, key: str) -> Markup:
    """The whole page of one decision. From ``overleg/besluiten/<key>.yml``."""
    found = besluitviews.besluit(p.blik, p.blik.regio.besluiten[key])
    came_from = voorstelviews.van_besluit(p.blik, key)
    return p.toon("overleg/besluit.html", b=found, voorstel=came_from)


@blok
def nieuws(p: Pagina, key: str) -> Markup:
    """What one local body hears of the others. From ``overleg/besluiten/`` and its agendas."""
    found = besluitviews.nieuws(p.blik, key)
    return p.toon("overleg/nieuws.html", n=found)


@blok
def documenten(p: Pagina) -> Markup:
    """The documents everybody works from. From ``overleg/documenten/``."""
    return p.toon("overleg/documenten.html", docs=besluitviews.basisdocumenten(p.blik))


@blok
def routes(p: Pagina) -> Markup:
    """Each route of a proposal, step by step. From ``overleg/routes/``."""
    rows = voorstelroute.routes(p.blik)
    planner = voorstelroute.PLANNER if voorstelroute.planbaar(p.blik) else None
    why = voorstelroute.zonder_data(p.blik)
    return p.toon("overleg/routes.html", routes=rows, planner=planner, zonder_data=why)


@blok
def voorstellen(p: Pagina) -> Markup:
    """Where each proposal lies, and how long steps take. From ``overleg/voorstellen/``."""
    found = voorstelviews.voorstellenlijst(p.blik)
    times = voorstelduur.stapduren(p.blik)
    return p.toon("overleg/voorstellen.html", l=found, s=times, genoeg=voorstelduur.GENOEG)


@blok
def voorstel(p: Pagina, key: str) -> Markup:
    """The whole page of one proposal. From ``overleg/voorstellen/<key>.yml``."""
    found = voorstelviews.voorstel(p.blik, key)
    return p.toon("overleg/voorstel.html", v=found, tekening=teken_voorstel(p, found))


@blok
def planner(p: Pagina) -> Markup:
    """When a proposal must be where, by route. From ``overleg/routes/`` and meetings."""
    rows = voorstelroute.routes(p.blik)
    return p.toon("overleg/planner.html", routes=rows, taal=p.blik.v.taal)


@blok
def doorlooptijd(p: Pagina) -> Markup:
    """How long a proposal takes, over a year of days. From ``overleg/routes/`` and meetings."""
    found = voorstelroute.doorlooptijden(p.blik)
    measured = bool(voorstelduur.stapduren(p.blik).per_taak)
    return p.toon("overleg/doorlooptijd.html", d=found, gemeten=measured)


@blok
def zetels(p: Pagina) -> Markup:
    """Who sits where: party by body. From ``overleg/overleggen/``."""
    return p.toon("overleg/zetels.html", z=tabellen.zetels(p.blik))


@blok
def onderwerpen(p: Pagina) -> Markup:
    """Which subject is discussed where. From ``overleg/onderwerpen/``."""
    rows = tabellen.onderwerpen(p.blik)
    found = bronnen((row.titel, row.herkomst) for row in rows)
    return p.toon("overleg/onderwerpen.html", onderwerpen=rows, bronnen=found)


@blok
def functies(p: Pagina) -> Markup:
    """What the roles between the bodies do and do not do. From ``overleg/functies/``."""
    return p.toon("overleg/functies.html", functies=tabellen.functies(p.blik))


@blok
def spelregels(p: Pagina) -> Markup:
    """Rules of conduct, principles and what went wrong. From ``overleg/spelregels/``."""
    groups = tabellen.spelregels(p.blik)
    found = bronnen((row.titel, row.herkomst) for _, _, rows in groups for row in rows)
    return p.toon("overleg/spelregels.html", groepen=groups, bronnen=found)


@blok
def regie(p: Pagina) -> Markup:
    """What the regisseur has to look at, and the monthly mail. From ``overleg/``, ``speerpunten/``
    and what changed.
    """
    found = regieviews.regiepagina(p.blik)
    brief = nieuwsbrief(p.blik, p.weergave.voluit(""))
    return p.toon("overleg/regie.html", r=found, brief=brief)
