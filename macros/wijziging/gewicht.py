"""How much a change matters to a reader: of each field of each kind of record, in one place.

A choice, a date, a number or a reference matters or does not, as the table says. A text matters
when more of it is otherwise than how some words are spelled, unless the table says that it always
does, or never. That nobody knows something, where nothing was said of it before, is no news. A
field that the table does not know matters; a test asks for its place in it. Not here: what happened
to a record (``dag``), or what changed (``verschil``).
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from functools import cache

from macros.model import agenda, arrangement, hulp, regio
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel, Gezocht, Herkomst, LaterIngevuld, Wijziging
from macros.model.monitor import duiding, gebied, indicator, inrichting, statline
from macros.model.overleg import structuur, vergadering, voorstel, voorstelroute
from macros.model.samenwerking import onderdeel, recht, thuis, wegwijzer
from macros.model.walk import tekstsoort
from macros.source.nodes import Loc, Value
from macros.wijziging.geschiedenis import Gewicht
from macros.wijziging.paren import Soort, binnen
from macros.wijziging.samenvoegen import NIETS, Misschien


class Weging(Enum):
    """How the weight of a field is found."""

    BETEKENIS = "a change of it matters"
    KLEIN = "no change of it matters"
    TEKST = "as much as is written otherwise"
    GROEP = "as much as the fields in it do"


KLEINE_TYPEN: tuple[type[Deel], ...] = (
    *(Gezocht, Herkomst, LaterIngevuld, Wijziging),
    *(regio.Bron, regio.Uitzonderingen, regio.Zoekvragen, regio.Zoekwoorden),
    *(regio.Versie, statline.Statline, indicator.Uitgavekoppeling, inrichting.Tegel),
)
"""What tells where a fact is from or serves the site: no change in it matters, nor a new one."""

OVERAL = {
    **dict.fromkeys(("id", "nummer"), Weging.KLEIN),
    **dict.fromkeys(("afkorting", "in_zin", "korte_naam", "kort", "synoniemen"), Weging.KLEIN),
    "status": Weging.BETEKENIS,
}
"""Fields that are the same thing in every type: which one it is, what it is called in a sentence or
by who looks for it, whether it counts.
"""

VELDEN: dict[type[Deel], tuple[str, str]] = {
    agenda.Actie: ("door wanneer waar stand", "stand_peildatum bewijs herhaling"),
    agenda.Agenda: ("vervangt opvolger vastgesteld_op vastgesteld_door", ""),
    agenda.Looptijd: ("van tot_en_met", ""),
    agenda.Mijlpaal: ("datum", "agenda"),
    agenda.Planjaar: ("jaar fasen", ""),
    agenda.Principe: ("", "agenda"),
    agenda.Speerpunt: ("bestuurlijk_trekker ambtelijk_trekker", "agenda"),
    arrangement.Arrangement: (
        "soort toestand vorm sectoren gemeenten gemeente_locatie doelgroepen inschrijving contact "
        "samenwerkingsverbanden experiment afwijkingen capaciteit aanbieders eerste_stap",
        "speerpunten",
    ),
    arrangement.Bevinding: ("stand", "soort arrangementen"),
    arrangement.Financiering: ("stroom aandeel", ""),
    arrangement.Handvat: ("begint eindigt", "delen_zijn adres"),
    arrangement.Inventaris: ("", "speerpunten"),
    arrangement.Leerbijeenkomst: ("wanneer", "verslag"),
    arrangement.Leergroep: ("", "thema"),
    arrangement.Les: ("", "thema datum speerpunten onderdelen arrangementen"),
    duiding.Constatering: ("indicator", ""),
    duiding.Dpia: ("gemeente stand datum", "vindplaats"),
    duiding.Duiding: ("jaar stand", ""),
    duiding.Toelichting: ("gemeente indicator periode", ""),
    duiding.Vervolg: ("wie wanneer", ""),
    gebied.School: ("sector bestuur gemeente samenwerkingsverband", "brin"),
    gebied.Wijk: ("gemeente", "cbs_code"),
    hulp.Hulp: (
        "soort voor_wie sectoren landelijk samenwerkingsverbanden gemeenten telefoon website "
        "anders tijden kosten talen",
        "gezien_op controle_op",
    ),
    indicator.Cijferdeel: ("indicator uitsplitsing", ""),
    indicator.Indicator: ("eenheid", "groep telt ook_per brontabel"),
    indicator.NietNaast: ("indicator", ""),
    indicator.Reeks: ("perioden", "speling"),
    indicator.Waarneming: (
        "indicator gebied periode uitsplitsing waarde",
        "opgehaald bron zekerheid",
    ),
    inrichting.Monitor: ("", "speerpunten dashboard vergelijken omvang"),
    inrichting.Referentiegebied: ("", "soort cbs_code"),
    onderdeel.Cel: ("kolom waarde sectoren wie", ""),
    onderdeel.EersteStap: ("wie wat wanneer", ""),
    onderdeel.Onderdeel: (
        "thema toestand sectoren vastgesteld_op geldig_tot",
        "code artikelen verwant gecontroleerd_op",
    ),
    onderdeel.OudWoord: ("", "sinds"),
    onderdeel.Samenwerking: ("gebied eigenaar vastgesteld_op vastgesteld_door", ""),
    onderdeel.Sectorroute: ("sectoren", ""),
    onderdeel.Spanning: ("", "artikelen"),
    onderdeel.Stap: ("wie", "na"),
    onderdeel.Thema: ("", "onbekende_onderdelen"),
    onderdeel.Voorbeeld: ("", "verzonnen"),
    onderdeel.Betaling: ("wie", "zin"),
    recht.Artikel: ("wet", ""),
    recht.Gevolg: ("voor", ""),
    recht.Kader: ("wijst_naar", "artikelen"),
    recht.Uitspraak: ("uitgesproken_op achterhaald_door", "ecli artikelen"),
    recht.Wet: ("gewijzigd_op", "bwb tekst_van"),
    regio.Begrip: ("", "ook_geschreven_als zie_ook artikelen"),
    regio.Gemeente: ("", "cbs_code"),
    regio.Inleiding: ("", "bij"),
    regio.Instellingen: ("beheer contact talen gebied", "soort tijdzone drempel"),
    regio.Partij: ("sectoren gemeenten website", "soort"),
    regio.Werkingsgebied: ("gemeenten", ""),
    structuur.Buurnetwerk: ("gemeente", ""),
    structuur.Deelnemer: ("partij overleg functie", ""),
    structuur.Functie: ("partij afspraak", ""),
    structuur.Overleg: (
        "soort toestand structuren bevoegdheden voorzitter stukken_vooraf gemeente onderwerpen "
        "vervangt sinds",
        "",
    ),
    structuur.Relatie: ("naar soort structuur", ""),
    structuur.Spelregel: ("afspraak", "soort"),
    thuis.Jongerenstap: ("hulp", ""),
    thuis.Termijn: ("hoe_lang", ""),
    thuis.Thuis: (
        "hulp",
        "plichten mogelijkheden arrangementen uitspraken uitkomsten",
    ),
    thuis.Thuisstap: ("wie wanneer hulp", ""),
    vergadering.Afmelding: ("partij instemming vertegenwoordigd_door", "agendapunten gemeld_op"),
    vergadering.Agendapunt: ("partijen doel documenten", "speerpunten"),
    vergadering.Basisdocument: ("datum overleg", "adres"),
    vergadering.Besluit: ("vergadering tekst eigenaar vervangt", "speerpunten documenten"),
    vergadering.Haalbaarheid: ("partij haalbaar", ""),
    vergadering.Vergadering: ("overleg datum begin einde plaats stand", "aanwezig mijlpaal"),
    vergadering.Vervolg: ("wie uiterlijk stand", "bewijs"),
    voorstel.Intrekking: ("op", ""),
    voorstel.Voorstel: (
        "route ingediend_door ingediend_op besluit ingetrokken",
        "speerpunten documenten",
    ),
    voorstel.Voorstelstap: ("overleg vergadering datum handeling terug_naar", ""),
    voorstelroute.Routestap: ("overleggen taak daarna", ""),
    voorstelroute.Voorstelroute: ("soort", ""),
    wegwijzer.Antwoord: ("naar", ""),
    wegwijzer.Uitkomst: ("soort onderdelen kaders hulp", "uitspraken arrangementen"),
    wegwijzer.Wegwijzer: ("", "begin"),
}
"""Of each type the fields of which every change matters, and those of which none does. A text that
is in neither matters by how much of it is otherwise.
"""


@cache
def weging(kind: type[Deel], veld: str) -> Weging | None:
    """How the weight of a field is found; None when nobody said so."""
    if issubclass(kind, KLEINE_TYPEN):
        return Weging.KLEIN
    matters, small = VELDEN.get(kind, ("", ""))
    if veld in matters.split():
        return Weging.BETEKENIS
    inner = binnen(kind, veld)
    if veld in small.split() or (inner and issubclass(inner, KLEINE_TYPEN)):
        return Weging.KLEIN
    if veld in OVERAL:
        return OVERAL[veld]
    if inner:
        return Weging.GROEP
    return Weging.TEKST if tekstsoort(kind, veld) else None


def gewicht(kind: Soort, loc: Loc, oud: Misschien, nieuw: Misschien) -> Gewicht:
    """Of a change at a place in a record; NIETS is what was not there, or is not any more."""
    how: Weging | None = None
    if (kind and issubclass(kind, KLEINE_TYPEN)) or (_zegt_niets(oud) and _zegt_niets(nieuw)):
        return Gewicht.KLEIN
    for part in loc:
        if isinstance(part, str):
            how = weging(kind, part) if kind and part in kind.model_fields else None
            kind = binnen(kind, part)
            if how is Weging.KLEIN:
                return Gewicht.KLEIN
    if how is Weging.TEKST and is_spelling(oud, nieuw):
        return Gewicht.KLEIN
    if how is Weging.GROEP and not any(_telt(one, kind) for one in (oud, nieuw)):
        return Gewicht.KLEIN
    return Gewicht.BETEKENIS


def _zegt_niets(value: Misschien) -> bool:
    """Whether nobody knows it, or nothing is there: that somebody wrote so is no news."""
    return value is NIETS or value is None or value == ONBEKEND.value


def _telt(value: Misschien, kind: Soort) -> bool:
    """Whether anything in a group, or in a list of them, matters by itself."""
    if isinstance(value, list):
        return any(_telt(one, kind) for one in value)
    if not isinstance(value, dict):
        return not _zegt_niets(value)
    if kind and issubclass(kind, KLEINE_TYPEN):
        return False
    for name, one in value.items():
        how = weging(kind, name) if kind and name in kind.model_fields else None
        inner = binnen(kind, name)
        if how is Weging.KLEIN or _zegt_niets(one):
            continue
        if how is not Weging.GROEP or _telt(one, inner):
            return True
    return False


_WOORD = re.compile(r"\w+")
_DEEL = 10
"""One word in so many may be another one, and it is the same text."""
_ZEGT_ANDERS = frozenset(("altijd", "geen", "moet", "moeten", "niet", "nooit", "niemand", "wel"))
"""Small words that make another thing of a sentence."""


def is_spelling(oud: Misschien, nieuw: Misschien) -> bool:
    """Whether two texts say the same, with some words spelled otherwise or in another order; so too
    two lists of them. Another number is another thing.
    """
    if oud is NIETS or nieuw is NIETS:
        return False
    texts = [_tekst(side).casefold() for side in (oud, nieuw)]
    if len({"".join(_WOORD.findall(text)) for text in texts}) == 1:
        return True
    one, other = (Counter(_WOORD.findall(text)) for text in texts)
    gone, came = one - other, other - one
    words = {*gone, *came}
    if words & _ZEGT_ANDERS or any(any(map(str.isdigit, word)) for word in words):
        return False
    count = max(gone.total(), came.total())
    return count * _DEEL <= max(one.total(), other.total()) or (
        gone.total() == came.total() and _lijken(gone, came)
    )


def _lijken(gone: Counter[str], came: Counter[str]) -> bool:
    """Whether each word that went is one that came, a letter or two otherwise."""
    left = list(came.elements())
    for word in gone.elements():
        found = next((one for one in left if _bijna(word, one)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _bijna(een: str, ander: str) -> bool:
    """Whether two words are one with a letter or two otherwise."""
    begin = _gelijk(een, ander)
    rest = min(len(een), len(ander)) - begin
    same = begin + min(rest, _gelijk(een[::-1], ander[::-1]))
    longest = max(len(een), len(ander))
    return longest - same <= 2 and longest >= _LANG_GENOEG


_LANG_GENOEG = 4
"""Of shorter words another letter makes another word."""


def _gelijk(een: str, ander: str) -> int:
    """With how many of the same letters two words begin."""
    pairs = zip(een, ander, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one != other), min(len(een), len(ander))
    )


def _tekst(value: Value) -> str:
    if isinstance(value, list):
        return " ".join(map(_tekst, value))
    return value if isinstance(value, str) else ""
