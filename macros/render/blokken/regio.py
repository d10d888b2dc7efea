"""The blocks of the region itself: who takes part, words, sources, gaps and the translation.

Not here: the words that are explained inside a text (``render.weergave``).
"""

from __future__ import annotations

from markupsafe import Markup, escape

from macros.model.basis.record import Status
from macros.model.geheel import adres_van
from macros.model.regio import Bron, Inleidingplek, Versie
from macros.opendata import uitleg
from macros.render.blokken.registry import blok
from macros.render.weergave import Pagina
from macros.views.basis import mogelijk
from macros.views.regio import begrippen, bronnen, vertaling
from macros.views.regio import gebieden as gebiedviews
from macros.views.regio import gemeente as gemeentepagina
from macros.views.regio import leemten as leemteviews
from macros.views.regio import partijen as partijviews
from macros.views.regio import samenwerkingsverband as verbandpagina
from macros.views.regio import versies as versieviews
from macros.views.regio import zoeken as zoekviews
from macros.views.regio.inleiding import inleidingen
from macros.views.regio.kanaal import te_volgen
from macros.views.regio.licentie import licentie as voorwaarden
from macros.views.regio.nieuw import dagen


@blok
def gebieden(p: Pagina) -> Markup:
    """Municipalities by area. From ``gemeenten/``, ``werkingsgebieden/`` and ``partijen/``."""
    return p.toon("regio/gebieden.html", g=gebiedviews.gebieden(p.blik))


@blok
def partijen(p: Pagina) -> Markup:
    """Who takes part. From ``partijen/``."""
    return p.toon("regio/partijen.html", groepen=partijviews.partijen(p.blik))


@blok
def gemeente(p: Pagina, key: str) -> Markup:
    """Everything about one municipality. From every folder."""
    return p.toon("regio/gemeente.html", g=gemeentepagina.gemeente(p.blik, key))


@blok
def samenwerkingsverband(p: Pagina, key: str) -> Markup:
    """Everything about one samenwerkingsverband. From every folder."""
    page = verbandpagina.samenwerkingsverband(p.blik, key)
    return p.toon("regio/samenwerkingsverband.html", g=page)


@blok
def begrippenlijst(p: Pagina) -> Markup:
    """The glossary. From ``begrippen/``."""
    rows = begrippen.begrippen(p.blik)
    return p.toon("regio/begrippen.html", begrippen=rows, letters=begrippen.letters(rows))


@blok
def begrip(p: Pagina, key: str, woord: str) -> Markup:
    """A word that explains itself, if the region has that term. From ``begrippen/<key>.yml``."""
    return p.begrip(key, woord)


@blok
def bron(p: Pagina, key: str, woorden: str, zin: str = "") -> Markup:
    """Words that link to a source, if the region has it. From ``bronnen/<key>.yml``.

    ``zin`` is a sentence around them, with ``{bron}`` in their place: without the source it goes.
    """
    found = p.blik.regio.bronnen.get(key)
    if found is None or found.status is not Status.ACTIEF:
        return Markup("") if zin else escape(woorden)
    link = Markup('<a href="{}">{}</a>').format(p.link(adres_van(Bron, key)), woorden)
    return escape(zin).format(bron=link) if zin else link


@blok
def zoekdeuren(p: Pagina) -> Markup:
    """All that the search answers, by letter. From every folder, and ``zoekwoorden.yml``."""
    return p.toon("regio/zoekdeuren.html", letters=zoekviews.op_letter(p.blik))


@blok
def regionaam(p: Pagina) -> Markup:
    """The name of the region, inside a sentence. From ``regio.yml``."""
    return escape(p.blik.regio.instellingen.naam)


@blok
def zoekvak(p: Pagina) -> Markup:
    """A field to search the site with. No data."""
    return p.toon("regio/zoekvak.html")


@blok
def sitetitel(p: Pagina) -> Markup:
    """The name of the site, as a heading. From ``regio.yml``."""
    return p.kaal(p.blik.v.tekst(p.blik.regio.instellingen.titel))


@blok
def drempel(p: Pagina) -> Markup:
    """Below which number a count is not shown, inside a sentence. From ``regio.yml``."""
    return escape(p.blik.regio.instellingen.drempel)


@blok
def nieuw(p: Pagina) -> Markup:
    """What changed on the newest days, and every month. From the history of every folder."""
    return p.toon("regio/nieuw.html", w=dagen.nieuw(p.blik), taal=p.blik.v.taal)


@blok
def volgbaar(p: Pagina) -> Markup:
    """What can be followed: everything, or one subject or municipality. From every folder."""
    everything, *rest = te_volgen(p.blik)
    return p.toon("regio/volgbaar.html", alles=everything, delen=rest)


@blok
def nieuwe_maand(p: Pagina, key: str) -> Markup:
    """All that changed in a month. From the history of every folder."""
    return p.toon("regio/nieuwe_maand.html", m=dagen.maand(p.blik, key), taal=p.blik.v.taal)


@blok
def laatst_gewijzigd(p: Pagina) -> Markup:
    """When something changed last that matters, with the way to it. From the history."""
    last = dagen.laatste(p.blik)
    return p.toon("regio/laatst_gewijzigd.html", datum=last and p.blik.v.datum(last))


@blok
def inleiding(p: Pagina, bij: str) -> Markup:
    """What is true of this region at this place of a page, or nothing. From ``regio.yml``."""
    rows = inleidingen(p.blik, Inleidingplek[bij.upper()])
    return p.toon("regio/inleiding.html", teksten=rows)


@blok
def bronnenlijst(p: Pagina) -> Markup:
    """All sources. From ``bronnen/``."""
    return p.toon("regio/bronnen.html", lijst=bronnen.bronnenlijst(p.blik))


@blok
def leemten(p: Pagina) -> Markup:
    """Everything that nobody knows yet. From every ``onbekend`` in the data."""
    areas = leemteviews.per_gebied(p.blik)
    return p.toon(
        "regio/leemten.html",
        gebieden=areas,
        totaal=sum(area.aantal for area in areas),
        gemis=bronnen.gemis(p.blik),
        melden=melden(p, True),
    )


@blok
def melden(p: Pagina, github: bool = False) -> Markup:
    """Where to report something. From ``regio.yml``.

    GitHub asks for an account and is read by anyone: it stands beside an address where that is not
    so, and by itself only (``github``) where who keeps the data reads.
    """
    contact = p.weergave.contact
    meldingen = p.weergave.meldingen if contact or github else ""
    return p.toon("regio/melden.html", contact=contact, meldingen=meldingen)


@blok
def beheer(p: Pagina) -> Markup:
    """Who keeps the data and how they may be used. From ``regio.yml``."""
    one, v = p.blik.regio.instellingen, p.blik.v
    return p.toon(
        "regio/beheer.html",
        beheer=mogelijk(v, one.beheer),
        contact=p.weergave.contact,
        licentie=voorwaarden(p.blik),
    )


@blok
def versies(p: Pagina) -> Markup:
    """The states of the data that have a name. From ``versies/``, and what git keeps of them."""
    return p.toon(
        "regio/versies.html",
        versies=versieviews.versies(p.blik),
        bron=p.weergave.broncode,
        hier=p.weergave.voluit(adres_van(Versie).partition("#")[0]),
    )


@blok
def gegevensstand(p: Pagina) -> Markup:
    """Which state of the data the site shows. From git, and ``versies/``."""
    return p.toon("regio/stand.html", zinnen=versieviews.stand(p.blik))


@blok
def vertaalstand(p: Pagina) -> Markup:
    """How far the translation is. From the catalogue and the pages of prose."""
    w = p.weergave
    stand = vertaling.vertaalstand(p.blik, w.verouderd, w.proza.values())
    return p.toon("regio/vertaalstand.html", stand=stand)


@blok
def opendata_tabellen(p: Pagina) -> Markup:
    """What can be taken as a file, with how many rows. From every folder."""
    return p.toon("regio/opendata_tabellen.html", o=uitleg.lijst(p.blik))


@blok
def opendata_voorbeelden(p: Pagina) -> Markup:
    """How a program takes a file, with addresses of this site. No data."""
    root = p.weergave.voluit("")
    return p.toon(
        "regio/opendata_voorbeelden.html",
        patroon=uitleg.patroon(p.blik, root),
        voorbeelden=uitleg.voorbeelden(p.blik, root),
    )


@blok
def opendata_tekens(p: Pagina) -> Markup:
    """The signs of the CBS in the files with figures. From the contract."""
    return p.toon("regio/opendata_tekens.html", tekens=uitleg.tekens(p.blik))


@blok
def opendata_wijzigingen(p: Pagina) -> Markup:
    """What changed in the contract. From its log."""
    return p.toon("regio/opendata_wijzigingen.html", wijzigingen=uitleg.wijzigingen(p.blik))


@blok
def opendata_oud(p: Pagina) -> Markup:
    """Addresses of before the contract, and where it is now. From the contract."""
    return p.toon("regio/opendata_oud.html", adressen=uitleg.oude_adressen(p.blik))


@blok
def opendata_licentie(p: Pagina) -> Markup:
    """On which terms the data may be used. From ``regio.yml``."""
    terms = voorwaarden(p.blik)
    return p.toon("regio/opendata_licentie.html", licentie=terms, contact=p.weergave.contact)


@blok
def opendata_citaat(p: Pagina) -> Markup:
    """How to cite a file. From ``regio.yml`` and git."""
    said = uitleg.citaat(p.blik, p.weergave.voluit(""))
    return p.toon("regio/opendata_citaat.html", citaat=said)


@blok
def opendata_programmas(p: Pagina) -> Markup:
    """Files that describe the others, for a catalogue or a program. From the contract."""
    return p.toon("regio/opendata_programmas.html", bestanden=uitleg.beschrijvingen(p.blik))


@blok
def opendata_velden(p: Pagina) -> Markup:
    """Every table with what each field means. From the contract."""
    return p.toon("regio/opendata_velden.html", lijst=uitleg.velden(p.blik))


@blok
def opendata_zonder(p: Pagina) -> Markup:
    """Which kinds have no table, and why. From the contract."""
    return p.toon("regio/opendata_zonder.html", soorten=uitleg.zonder(p.blik))
