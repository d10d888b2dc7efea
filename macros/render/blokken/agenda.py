"""The blocks of the agenda: speerpunten, actions, roadmap and how it stands.

Not here: the bodies that decide on it (``overleg``), what the figures say (``monitor``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.model.agenda import Actie, Agenda, Mijlpaal, Principe
from macros.render.blokken.registry import blok
from macros.render.tijdlijn import meet
from macros.render.weergave import Pagina
from macros.views.agenda import actie, inleiding, kenmerken, naam, stand
from macros.views.agenda import bestuur as bestuurviews
from macros.views.agenda import editie as editieviews
from macros.views.agenda import routekaart as routekaartviews
from macros.views.agenda import speerpunt as speerpuntviews


@blok
def deuren(p: Pagina) -> Markup:
    """Three ways in: parent or young person, professional, board. No data."""
    return p.toon("agenda/deuren.html")


@blok
def taken(p: Pagina) -> Markup:
    """What most people come for: a link each, to what the region has. No data."""
    return p.toon("agenda/taken.html")


@blok
def agendanaam(p: Pagina) -> Markup:
    """What the agenda is called, as a heading. From ``agendas/``."""
    return p.kaal(naam.agendanaam(p.blik))


@blok
def agenda_inleiding(p: Pagina) -> Markup:
    """What the agenda is, for professionals. From ``agendas/``."""
    return p.toon("agenda/inleiding.html", kop=inleiding.agenda(p.blik))


@blok
def agendafeiten(p: Pagina) -> Markup:
    """The facts of the agenda, beside the text. From ``agendas/``."""
    other = editieviews.edities(p.blik)
    return p.toon("agenda/feiten.html", kop=inleiding.agenda(p.blik), andere=other)


@blok
def agenda_voorbij(p: Pagina) -> Markup:
    """Whether the agenda is over, and what comes after it. From ``agendas/``."""
    return p.toon("agenda/voorbij.html", voorbij=inleiding.voorbij(p.blik))


@blok
def agenda_voor_ouders(p: Pagina) -> Markup:
    """What the agenda is, in plain language. From ``agendas/``."""
    return p.toon("agenda/voor_ouders.html", kop=inleiding.agenda(p.blik))


@blok
def speerpuntrijen(p: Pagina, kort: bool = False) -> Markup:
    """All speerpunten, a row each; ``kort``: on a phone by name alone. From ``speerpunten/``."""
    return p.toon("agenda/rijen.html", kaarten=speerpuntviews.speerpunten(p.blik), kort=kort)


@blok
def agendafilter(p: Pagina) -> Markup:
    """The form that filters the actions below it. From ``speerpunten/``."""
    taal = p.blik.v.taal
    return p.toon("agenda/filter.html", filter=kenmerken.filters(p.blik), taal=taal)


@blok
def routekaart(p: Pagina) -> Markup:
    """What is planned, a year at a time. From ``speerpunten/`` and ``agendas/``."""
    return p.toon("agenda/routekaart.html", jaren=routekaartviews.per_jaar(p.blik))


@blok
def tijdlijn(p: Pagina) -> Markup:
    """The drawn timeline. From ``speerpunten/`` and ``agendas/``."""
    found = routekaartviews.tijdlijn(p.blik)
    return p.toon("agenda/tijdlijn.html", tijdlijn=found, tekening=meet(found))


@blok
def actielijst(p: Pagina) -> Markup:
    """The table of all actions, with the download. From ``speerpunten/``."""
    return p.toon("agenda/acties.html", rijen=actie.acties(p.blik), download=True)


@blok
def speerpunt(p: Pagina, key: str) -> Markup:
    """The whole page of one speerpunt. From ``speerpunten/<key>.yml``."""
    row, merk = speerpuntviews.speerpunt(p.blik, key), speerpuntviews.merk_van(p.blik, key)
    over = None if merk else inleiding.voorbij(p.blik)
    return p.toon("agenda/speerpunt.html", s=row, merk=merk, voorbij=over)


@blok
def editie(p: Pagina, key: str) -> Markup:
    """The whole page of an agenda; the one that counts leads on. From ``agendas/<key>.yml``."""
    blik = editieviews.van(p.blik, key)
    found = routekaartviews.tijdlijn(blik)
    return p.toon(
        "agenda/editie.html",
        kop=inleiding.agenda(blik),
        merk=editieviews.merk(p.blik, key, Agenda),
        naam=naam.agendanaam(p.blik),
        kaarten=speerpuntviews.speerpunten(blik),
        kort=False,
        delen=editieviews.delen(p.blik, key),
        tijdlijn=found,
        tekening=meet(found),
        jaren=routekaartviews.per_jaar(blik),
        andere=(),
    )


@blok
def editie_acties(p: Pagina, key: str) -> Markup:
    """The actions of an agenda that does not count now. From ``speerpunten/``."""
    rows = actie.acties(editieviews.van(p.blik, key))
    return _van_editie(p, key, Actie, "acties", rijen=rows, download=False)


@blok
def editie_koers(p: Pagina, key: str) -> Markup:
    """The principles of an agenda that does not count now. From ``principes/``."""
    found = inleiding.koers(editieviews.van(p.blik, key))
    return _van_editie(p, key, Principe, "koers", koers=found, eerder=())


@blok
def editie_mijlpalen(p: Pagina, key: str) -> Markup:
    """How an agenda that does not count now was made. From ``mijlpalen/``."""
    rows = inleiding.mijlpalen(editieviews.van(p.blik, key))
    return _van_editie(p, key, Mijlpaal, "mijlpalen", mijlpalen=rows, eerder=())


def _van_editie(
    p: Pagina, key: str, wat: type[editieviews.Inhoud], template: str, **values: object
) -> Markup:
    return p.toon(
        "agenda/van_editie.html",
        titel=editieviews.deeltitel(p.blik, key, wat),
        merk=editieviews.merk(p.blik, key, wat),
        deel=template,
        **values,
    )


@blok
def bestuur(p: Pagina) -> Markup:
    """What was decided, what comes, what is asked of a board. From ``overleg/`` and the agenda."""
    return p.toon("agenda/bestuur.html", b=bestuurviews.bestuur(p.blik))


@blok
def stand_van_zaken(p: Pagina) -> Markup:
    """How far the actions are, as far as a source says. From ``speerpunten/``."""
    return p.toon("agenda/stand_van_zaken.html", stand=stand.stand_van_zaken(p.blik))


@blok
def mijlpalen(p: Pagina) -> Markup:
    """How the agenda was made, step by step. From ``mijlpalen/``."""
    before = editieviews.verhuisd(p.blik, Mijlpaal)
    return p.toon("agenda/mijlpalen.html", mijlpalen=inleiding.mijlpalen(p.blik), eerder=before)


@blok
def koers(p: Pagina) -> Markup:
    """Leading principles as far as known. From ``principes/`` and ``agendas/``."""
    before = editieviews.verhuisd(p.blik, Principe)
    return p.toon("agenda/koers.html", koers=inleiding.koers(p.blik), eerder=before)
