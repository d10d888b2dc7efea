"""The blocks that a page can hold: each is one function, one template, one macro in Markdown.

Every function takes the page it stands on first: ``{{ routekaart(page) }}``. Its docstring says
what it makes from which data; ``HACKING.md`` lists them all and a test keeps that list true.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from macros.model.basis import Status
from macros.render.figuur import teken, teken_kaart
from macros.render.formulier import aanmeldformulier, formulier
from macros.render.route import teken_route
from macros.render.structuur import teken_buren, teken_structuur
from macros.render.weergave import Pagina
from macros.views import agenda, regio, vertaling
from macros.views.arrangement import dekking as dekkingviews
from macros.views.arrangement import leren
from macros.views.arrangement import overzicht as arrangementviews
from macros.views.arrangement import pagina as arrangementpagina
from macros.views.arrangement.basis import INVULBLAD
from macros.views.basis import bron_pad, mogelijk
from macros.views.monitor import overzicht as monitorviews
from macros.views.monitor import pagina as monitorpagina
from macros.views.overleg import besluit as besluitviews
from macros.views.overleg import kalender as kalenderviews
from macros.views.overleg import pagina as overlegpagina
from macros.views.overleg import regie as regieviews
from macros.views.overleg import structuur, tabellen, voorstelroute
from macros.views.samenwerking import matrix as matrixviews
from macros.views.samenwerking import onderdeel as onderdeelviews
from macros.views.samenwerking import recht
from macros.views.samenwerking import wegwijzer as wegwijzerviews
from macros.views.samenwerking import werkgroep as werkgroepviews


def deuren(p: Pagina) -> Markup:
    """Three ways in: parent or young person, professional, board. No data."""
    return p.toon("agenda/deuren.html")


def tellers(p: Pagina) -> Markup:
    """The agenda in five numbers. From ``speerpunten/``."""
    return p.toon("agenda/tellers.html", stand=_stand(p))


def agenda_inleiding(p: Pagina) -> Markup:
    """What the agenda is, for professionals. From ``agenda.yml``."""
    return p.toon("agenda/inleiding.html", kop=agenda.agenda(p.blik))


def agenda_voor_ouders(p: Pagina) -> Markup:
    """What the agenda is, in plain language. From ``agenda.yml``."""
    return p.toon("agenda/voor_ouders.html", kop=agenda.agenda(p.blik))


def speerpuntkaarten(p: Pagina, gewone_taal: bool = False) -> Markup:
    """All speerpunten as cards; with ``True`` in plain language. From ``speerpunten/``."""
    rows = agenda.speerpunten(p.blik)
    return p.toon("agenda/kaarten.html", kaarten=rows, gewone_taal=gewone_taal)


def agendafilter(p: Pagina) -> Markup:
    """The form that filters roadmap and actions below it. From ``speerpunten/``."""
    taal = p.blik.v.taal
    return p.toon("agenda/filter.html", filter=agenda.filters(p.blik), taal=taal)


def routekaart(p: Pagina) -> Markup:
    """The table speerpunt by year. From ``speerpunten/`` and ``agenda.yml``."""
    return p.toon("agenda/routekaart.html", kaart=agenda.routekaart(p.blik))


def tijdlijn(p: Pagina) -> Markup:
    """The drawn timeline. From ``speerpunten/`` and ``agenda.yml``."""
    return p.toon("agenda/tijdlijn.html", tijdlijn=agenda.tijdlijn(p.blik))


def actielijst(p: Pagina) -> Markup:
    """The table of all actions, with the download. From ``speerpunten/``."""
    return p.toon("agenda/acties.html", rijen=agenda.acties(p.blik), eigen_bron=None)


def speerpunt(p: Pagina, key: str) -> Markup:
    """The whole page of one speerpunt. From ``speerpunten/<key>.yml``."""
    row = agenda.speerpunt(p.blik, key)
    acties = p.toon("agenda/acties.html", rijen=row.acties, eigen_bron=row.herkomst)
    return p.toon("agenda/speerpunt.html", s=row, acties=acties)


def stand_van_zaken(p: Pagina) -> Markup:
    """The state of things for board members. From ``speerpunten/``."""
    gaps = sum(len(rows) for _, rows in regio.leemten(p.blik))
    return p.toon(
        "agenda/stand_van_zaken.html",
        stand=_stand(p),
        leemten=gaps,
        kop=agenda.agenda(p.blik),
    )


def mijlpalen(p: Pagina) -> Markup:
    """How the agenda was made, step by step. From ``mijlpalen/``."""
    return p.toon("agenda/mijlpalen.html", mijlpalen=agenda.mijlpalen(p.blik))


def koers(p: Pagina) -> Markup:
    """Leading principles as far as known. From ``principes/`` and ``agenda.yml``."""
    return p.toon("agenda/koers.html", koers=agenda.koers(p.blik))


def model_inleiding(p: Pagina) -> Markup:
    """What we do together, and where the model holds. From ``samenwerking/model.yml``."""
    return p.toon("samenwerking/inleiding.html", m=matrixviews.model(p.blik))


def model_gegevens(p: Pagina) -> Markup:
    """What is known about the model itself. From ``samenwerking/model.yml``."""
    return p.toon("samenwerking/gegevens.html", m=matrixviews.model(p.blik))


def matrixfilter(p: Pagina) -> Markup:
    """The form that filters the matrix below it. From ``samenwerking/``."""
    taal = p.blik.v.taal
    return p.toon("samenwerking/filter.html", filter=matrixviews.filters(p.blik), taal=taal)


def matrix(p: Pagina) -> Markup:
    """The matrix: onderdeel by law, with its legend and downloads. From ``samenwerking/``."""
    return p.toon("samenwerking/matrix.html", matrix=matrixviews.matrix(p.blik))


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


def wegwijzer(p: Pagina) -> Markup:
    """The start of the wegwijzer, with all its paths. From ``samenwerking/wegwijzer.yml``."""
    return p.toon("samenwerking/wegwijzer.html", w=wegwijzerviews.begin(p.blik))


def vraag(p: Pagina, key: str) -> Markup:
    """The page of one question. From ``samenwerking/wegwijzer.yml``."""
    return p.toon("samenwerking/vraag.html", q=wegwijzerviews.vraag(p.blik, key))


def uitkomst(p: Pagina, key: str) -> Markup:
    """The page of one outcome. From ``samenwerking/wegwijzer.yml``."""
    row = wegwijzerviews.uitkomst(p.blik, key)
    return p.toon(
        "samenwerking/uitkomst.html",
        u=row,
        model=matrixviews.model(p.blik),
        vastlopen=vastlopen(p, row.melding) if row.melding else "",
    )


def kaders(p: Pagina) -> Markup:
    """What the law says without an agreement of the region. From ``samenwerking/kaders/``."""
    return p.toon("samenwerking/kaders.html", kaders=recht.kaders(p.blik))


def wetten(p: Pagina) -> Markup:
    """Laws, their articles and where these are used. From ``samenwerking/wetten/``."""
    return p.toon("samenwerking/wetten.html", wetten=recht.wetten(p.blik))


def uitspraken(p: Pagina) -> Markup:
    """Rulings and what they mean for the model. From ``samenwerking/uitspraken/``."""
    return p.toon("samenwerking/uitspraken.html", uitspraken=recht.uitspraken(p.blik))


def werkgroep(p: Pagina) -> Markup:
    """What the working group has to look at. From ``samenwerking/``."""
    found = werkgroepviews.werkgroep(p.blik)
    return p.toon("samenwerking/werkgroep.html", w=found)


def modelstand(p: Pagina) -> Markup:
    """How much of the model is known, in a sentence. From ``samenwerking/``."""
    found = werkgroepviews.werkgroep(p.blik)
    return p.toon("samenwerking/stand.html", w=found)


def vastlopen(p: Pagina, onderwerp: str) -> Markup:
    """Where to say that you are stuck, with the subject filled in. From ``regio.yml``."""
    return p.toon(
        "samenwerking/vastlopen.html",
        contact=p.weergave.contact,
        formulier=formulier(p.weergave.meldingen, onderwerp),
    )


def structuren(p: Pagina) -> Markup:
    """The new and the old structure, drawn and as lists. From ``overleg/overleggen/``."""
    found = structuur.structuren(p.blik)
    drawn = [(one, teken_structuur(p, one)) for one in (found.nieuw, found.oud)]
    return p.toon("overleg/structuren.html", s=found, structuren=drawn)


def overleg(p: Pagina, key: str) -> Markup:
    """The whole page of one body. From ``overleg/overleggen/<key>.yml``."""
    row = overlegpagina.overleg(p.blik, key)
    return p.toon("overleg/overleg.html", o=row, tekening=teken_buren(p, row))


def kalender(p: Pagina) -> Markup:
    """Meetings to come and past, and calendars to subscribe to. From ``overleg/vergaderingen/``."""
    found = kalenderviews.kalenderpagina(p.blik)
    return p.toon("overleg/kalender.html", k=found, taal=p.blik.v.taal)


def besluiten(p: Pagina) -> Markup:
    """The register of decisions, with its filter. From ``overleg/besluiten/``."""
    found = besluitviews.besluitenpagina(p.blik)
    return p.toon("overleg/besluiten.html", b=found, taal=p.blik.v.taal)


def nieuws(p: Pagina, key: str) -> Markup:
    """What one local body hears of the others. From ``overleg/besluiten/`` and its agendas."""
    found = besluitviews.nieuws(p.blik, key)
    return p.toon("overleg/nieuws.html", n=found)


def documenten(p: Pagina) -> Markup:
    """The documents everybody works from. From ``overleg/documenten/``."""
    return p.toon("overleg/documenten.html", documenten=besluitviews.basisdocumenten(p.blik))


def routes(p: Pagina) -> Markup:
    """Each route of a proposal, with its coming dates. From ``overleg/routes/`` and meetings."""
    rows = voorstelroute.routes(p.blik)
    empty = voorstelroute.zonder_data(p.blik)
    taal = p.blik.v.taal
    return p.toon("overleg/routes.html", routes=rows, zonder_data=empty, taal=taal)


def doorlooptijd(p: Pagina) -> Markup:
    """How long a proposal takes, over a year of days. From ``overleg/routes/`` and meetings."""
    found = voorstelroute.doorlooptijden(p.blik)
    return p.toon("overleg/doorlooptijd.html", d=found)


def zetels(p: Pagina) -> Markup:
    """Who sits where: party by body. From ``overleg/overleggen/``."""
    return p.toon("overleg/zetels.html", z=tabellen.zetels(p.blik))


def onderwerpen(p: Pagina) -> Markup:
    """Which subject is discussed where. From ``overleg/onderwerpen/``."""
    return p.toon("overleg/onderwerpen.html", onderwerpen=tabellen.onderwerpen(p.blik))


def functies(p: Pagina) -> Markup:
    """What the roles between the bodies do and do not do. From ``overleg/functies/``."""
    return p.toon("overleg/functies.html", functies=tabellen.functies(p.blik))


def spelregels(p: Pagina) -> Markup:
    """Rules of conduct, principles and what went wrong. From ``overleg/spelregels/``."""
    return p.toon("overleg/spelregels.html", groepen=tabellen.spelregels(p.blik))


def regie(p: Pagina) -> Markup:
    """What the regisseur has to look at. From ``overleg/`` and ``speerpunten/``."""
    lijsten = regieviews.regie(p.blik)
    return p.toon("overleg/regie.html", lijsten=lijsten)


def arrangement_inleiding(p: Pagina) -> Markup:
    """What the inventory is, and what an arrangement is. From ``arrangement/inventaris.yml``."""
    return p.toon("arrangement/inleiding.html", o=arrangementviews.overzicht(p.blik))


def arrangementen(p: Pagina) -> Markup:
    """The inventory with its filter and downloads. From ``arrangement/arrangementen/``."""
    found = arrangementviews.overzicht(p.blik)
    return p.toon("arrangement/overzicht.html", o=found, taal=p.blik.v.taal)


def arrangement(p: Pagina, key: str) -> Markup:
    """The whole page of one arrangement. From ``arrangement/arrangementen/<key>.yml``."""
    return p.toon("arrangement/arrangement.html", a=arrangementpagina.arrangement(p.blik, key))


def dekking(p: Pagina) -> Markup:
    """Municipality by form and sector: what is where. From ``arrangement/arrangementen/``."""
    return p.toon("arrangement/dekking.html", t=dekkingviews.dekkingstabel(p.blik))


def betalers(p: Pagina) -> Markup:
    """Who pays what, drawn and as a table. From ``arrangement/arrangementen/``."""
    return p.toon("arrangement/betalers.html", b=dekkingviews.betalers(p.blik))


def bevindingen(p: Pagina) -> Markup:
    """What we have, what is missing, what must change. From ``arrangement/bevindingen/``."""
    return p.toon("arrangement/bevindingen.html", groepen=dekkingviews.bevindingen(p.blik))


def beleidsstappen(p: Pagina) -> Markup:
    """The years towards a policy frame. From ``arrangement/inventaris.yml``, ``speerpunten/``."""
    return p.toon("arrangement/beleidsstappen.html", stappen=leren.beleidsstappen(p.blik))


def handvatten(p: Pagina) -> Markup:
    """National frames that help with an arrangement. From ``arrangement/handvatten/``."""
    rows = leren.handvatten(p.blik)
    return p.toon("arrangement/handvatten.html", handvatten=rows)


def lessen(p: Pagina) -> Markup:
    """What others learned, with its filter. From ``arrangement/lessen/``."""
    taal = p.blik.v.taal
    return p.toon("arrangement/lessen.html", l=leren.lessen(p.blik), taal=taal)


def leergroepen(p: Pagina) -> Markup:
    """Groups in which regions learn together. From ``arrangement/leergroepen/``."""
    return p.toon("arrangement/leergroepen.html", groepen=leren.leergroepen(p.blik))


def aanmelden(p: Pagina) -> Markup:
    """The sheet and the form to add an arrangement. From the fields of an arrangement."""
    form = aanmeldformulier(p.weergave.meldingen)
    contact = p.weergave.contact
    return p.toon(
        "arrangement/aanmelden.html", formulier=form, invulblad=INVULBLAD, contact=contact
    )


def monitor_inleiding(p: Pagina) -> Markup:
    """What we do together with the figures. From ``monitor/monitor.yml``."""
    return p.toon("monitor/inleiding.html", m=monitorviews.inleiding(p.blik))


def dashboard(p: Pagina) -> Markup:
    """The few indicators that the data choose. From ``monitor/``."""
    cards = monitorviews.dashboard(p.blik)
    return p.toon(
        "monitor/dashboard.html",
        kaartjes=[
            (card, [teken(p, one, card.indicator.pad) for one in card.figuren]) for card in cards
        ],
    )


def indicatoren(p: Pagina) -> Markup:
    """All indicators by subject, with the download of everything. From ``monitor/``."""
    return p.toon("monitor/indicatoren.html", groepen=monitorviews.indicatoren(p.blik))


def monitorgemeenten(p: Pagina) -> Markup:
    """The municipalities, each with a page of figures. From ``gemeenten/``."""
    return p.toon("monitor/gemeenten.html", gemeenten=monitorviews.gemeenten(p.blik))


def vergelijking(p: Pagina) -> Markup:
    """Municipalities side by side, without ranking. From ``monitor/``."""
    parts = monitorviews.vergelijking(p.blik)
    drawn = [(link, [teken(p, one) for one in figures]) for link, figures in parts]
    return p.toon("monitor/vergelijking.html", delen=drawn)


def indicator(p: Pagina, key: str) -> Markup:
    """The whole page of one indicator. From ``monitor/``."""
    row = monitorpagina.indicatorpagina(p.blik, key)
    blokken = [
        (
            blok.naam,
            teken(p, blok.per_gemeente) if blok.per_gemeente else "",
            teken_kaart(p, blok.kaart) if blok.kaart else "",
            [(teken(p, figuur), text, h) for figuur, text, h in blok.verandering],
            teken(p, blok.referentie) if blok.referentie else "",
        )
        for blok in row.blokken
    ]
    splits = [
        (split.naam, [teken(p, one) for one in split.figuren], split.tabel)
        for split in row.splitsingen
    ]
    return p.toon("monitor/indicator.html", i=row, blokken=blokken, splitsingen=splits)


def gemeentecijfers(p: Pagina, key: str) -> Markup:
    """All figures of one municipality, to print. From ``monitor/``."""
    row = monitorpagina.gemeentepagina(p.blik, key)
    drawn = [teken(p, one, "#alles") for one in row.figuren]
    return p.toon("monitor/gemeente.html", g=row, figuren=drawn)


def cijferstand(p: Pagina) -> Markup:
    """What the chosen figures say in a sentence each, and the latest reading. From ``monitor/``."""
    return p.toon("monitor/stand.html", c=monitorviews.stand(p.blik))


def duidingen(p: Pagina) -> Markup:
    """What the data say and what we do about it, by year. From ``monitor/duidingen/``."""
    return p.toon("monitor/duidingen.html", duidingen=monitorviews.duidingen(p.blik))


def cijferbronnen(p: Pagina) -> Markup:
    """Whose figures the site shows, and how many are our own. From ``monitor/``."""
    return p.toon("monitor/cijferbronnen.html", c=monitorviews.cijferbronnen(p.blik))


def dpiaregister(p: Pagina) -> Markup:
    """Of which municipality the DPIA is known. From ``monitor/dpia/``."""
    return p.toon("monitor/dpiaregister.html", r=monitorviews.dpiaregister(p.blik))


def gebieden(p: Pagina) -> Markup:
    """Municipalities by area. From ``gemeenten/``, ``werkingsgebieden/`` and ``partijen/``."""
    return p.toon("regio/gebieden.html", g=regio.gebieden(p.blik))


def partijen(p: Pagina) -> Markup:
    """Who takes part. From ``partijen/``."""
    return p.toon("regio/partijen.html", groepen=regio.partijen(p.blik))


def begrippenlijst(p: Pagina) -> Markup:
    """The glossary. From ``begrippen/``."""
    rows = regio.begrippen(p.blik)
    return p.toon("regio/begrippen.html", begrippen=rows, letters=regio.letters(rows))


def begrip(p: Pagina, key: str, woord: str) -> Markup:
    """A word that explains itself, if the region has that term. From ``begrippen/<key>.yml``."""
    return p.begrip(key, woord)


def bron(p: Pagina, key: str, woorden: str) -> Markup:
    """Words that link to a source, if the region has it. From ``bronnen/<key>.yml``."""
    found = p.blik.regio.bronnen.get(key)
    if found is None or found.status is not Status.ACTIEF:
        return escape(woorden)
    return Markup('<a href="{}">{}</a>').format(p.link(bron_pad(key)), woorden)


def regionaam(p: Pagina) -> Markup:
    """The name of the region, inside a sentence. From ``regio.yml``."""
    return escape(p.blik.regio.instellingen.naam)


def bronnenlijst(p: Pagina) -> Markup:
    """All sources. From ``bronnen/``."""
    return p.toon("regio/bronnen.html", bronnen=regio.bronnen(p.blik))


def leemten(p: Pagina) -> Markup:
    """Everything that nobody knows yet. From every ``onbekend`` in the data."""
    groups = regio.leemten(p.blik)
    return p.toon(
        "regio/leemten.html",
        groepen=groups,
        totaal=sum(len(rows) for _, rows in groups),
        gemis=regio.gemis(p.blik),
        melden=melden(p),
    )


def melden(p: Pagina) -> Markup:
    """Where to report something, or that this is not known. From ``regio.yml``."""
    return p.toon(
        "regio/melden.html",
        contact=p.weergave.contact,
        meldingen=p.weergave.meldingen,
    )


def beheer(p: Pagina) -> Markup:
    """Who keeps the data and how they may be used. From ``regio.yml``."""
    one, v = p.blik.regio.instellingen, p.blik.v
    return p.toon(
        "regio/beheer.html",
        beheer=mogelijk(v, one.beheer),
        contact=p.weergave.contact,
        licentie=mogelijk(v, one.licentie_teksten),
    )


def vertaalstand(p: Pagina) -> Markup:
    """How far the translation is. From the catalogue and the pages of prose."""
    w = p.weergave
    stand = vertaling.vertaalstand(p.blik, w.verouderd, w.proza)
    return p.toon("regio/vertaalstand.html", stand=stand)


BLOKKEN: tuple[Callable[..., Markup], ...] = (
    deuren,
    tellers,
    agenda_inleiding,
    agenda_voor_ouders,
    speerpuntkaarten,
    agendafilter,
    routekaart,
    tijdlijn,
    actielijst,
    speerpunt,
    stand_van_zaken,
    mijlpalen,
    koers,
    model_inleiding,
    model_gegevens,
    matrixfilter,
    matrix,
    onderdeel,
    wegwijzer,
    vraag,
    uitkomst,
    kaders,
    wetten,
    uitspraken,
    werkgroep,
    modelstand,
    vastlopen,
    structuren,
    overleg,
    kalender,
    besluiten,
    nieuws,
    documenten,
    routes,
    doorlooptijd,
    zetels,
    onderwerpen,
    functies,
    spelregels,
    regie,
    arrangement_inleiding,
    arrangementen,
    arrangement,
    dekking,
    betalers,
    bevindingen,
    beleidsstappen,
    handvatten,
    lessen,
    leergroepen,
    aanmelden,
    monitor_inleiding,
    dashboard,
    indicatoren,
    monitorgemeenten,
    vergelijking,
    indicator,
    gemeentecijfers,
    cijferstand,
    duidingen,
    cijferbronnen,
    dpiaregister,
    gebieden,
    partijen,
    begrippenlijst,
    begrip,
    bron,
    regionaam,
    bronnenlijst,
    leemten,
    melden,
    beheer,
    vertaalstand,
)


def _stand(p: Pagina) -> agenda.StandVanZaken:
    return agenda.stand_van_zaken(p.blik)
