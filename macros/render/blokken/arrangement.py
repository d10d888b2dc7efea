"""The blocks of the arrangements: the inventory, who pays, what is missing and what we learn.

Not here: the form and the sheet to add one (``macros.invoer.inzending``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.balken import onder_elkaar
from macros.render.blokken.registry import blok
from macros.render.formulier import aanmeldformulier
from macros.render.weergave import Pagina
from macros.views.arrangement import dekking as dekkingviews
from macros.views.arrangement import leren, overzicht, pagina
from macros.views.arrangement.basis import INVULBLAD


@blok
def arrangement_inleiding(p: Pagina) -> Markup:
    """What an arrangement is, in a sentence or two. From ``arrangement/inventaris.yml``."""
    return p.toon("arrangement/inleiding.html", o=overzicht.inleiding(p.blik))


@blok
def arrangement_achtergrond(p: Pagina) -> Markup:
    """What more there is to say of them, and why there is an inventory. From the same file."""
    return p.toon("arrangement/achtergrond.html", o=overzicht.inleiding(p.blik))


@blok
def arrangementen(p: Pagina) -> Markup:
    """The inventory with its filter and downloads. From ``arrangement/arrangementen/``."""
    found = overzicht.overzicht(p.blik)
    return p.toon("arrangement/overzicht.html", o=found, taal=p.blik.v.taal)


@blok
def arrangement(p: Pagina, key: str) -> Markup:
    """The whole page of one arrangement. From ``arrangement/arrangementen/<key>.yml``."""
    return p.toon("arrangement/arrangement.html", a=pagina.arrangement(p.blik, key))


@blok
def dekking(p: Pagina) -> Markup:
    """Municipality by form and sector: what is where. From ``arrangement/arrangementen/``."""
    return p.toon("arrangement/dekking.html", t=dekkingviews.dekkingstabel(p.blik))


@blok
def betalers(p: Pagina) -> Markup:
    """Who pays what, drawn and as a table. From ``arrangement/arrangementen/``."""
    found = dekkingviews.betalers(p.blik)
    stapel = onder_elkaar([balk.aantal for balk in found.balken])
    return p.toon("arrangement/betalers.html", b=found, stapel=stapel)


@blok
def bevindingen(p: Pagina) -> Markup:
    """What we have, what is missing, what must change. From ``arrangement/bevindingen/``."""
    return p.toon("arrangement/bevindingen.html", b=dekkingviews.bevindingen(p.blik))


@blok
def beleidsstappen(p: Pagina) -> Markup:
    """The years towards a policy frame. From ``arrangement/inventaris.yml``, ``speerpunten/``."""
    return p.toon("arrangement/beleidsstappen.html", stappen=leren.beleidsstappen(p.blik))


@blok
def handvatten(p: Pagina) -> Markup:
    """National frames that help with an arrangement. From ``arrangement/handvatten/``."""
    rows = leren.handvatten(p.blik)
    return p.toon("arrangement/handvatten.html", handvatten=rows)


@blok
def lessen(p: Pagina) -> Markup:
    """What others learned, with its filter. From ``arrangement/lessen/``."""
    taal = p.blik.v.taal
    return p.toon("arrangement/lessen.html", l=leren.lessen(p.blik), taal=taal)


@blok
def leergroepen(p: Pagina) -> Markup:
    """Groups in which regions learn together. From ``arrangement/leergroepen/``."""
    return p.toon("arrangement/leergroepen.html", groepen=leren.leergroepen(p.blik))


@blok
def aanmelden(p: Pagina) -> Markup:
    """The sheet and the form to add an arrangement. From the fields of an arrangement."""
    form = aanmeldformulier(p.weergave.meldingen)
    contact = p.weergave.contact
    return p.toon(
        "arrangement/aanmelden.html", formulier=form, invulblad=INVULBLAD, contact=contact
    )
