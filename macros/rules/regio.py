"""Rules of the area ``regio``: references, names, dates, municipalities, terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.issue import Level, nearest
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel, Record, Status, Zekerheid, actief
from macros.model.geheel import SOORTEN, Regio
from macros.model.regio import ORGANISATIES, SoortRegio
from macros.model.walk import may_be_unknown, nested
from macros.rules.registry import Problem, dated_rule, rule
from macros.source.nodes import Loc

_SOORT = {soort.naam: soort for soort in SOORTEN}


@rule()
def verwijzing(regio: Regio) -> Iterator[Problem]:
    """A reference names a record that exists; what a page links to is not archived."""
    retired = dict(_retired(regio))
    for pad, leaf in regio.bladeren:
        if leaf.verwijzing is None or leaf.onbekend:
            continue
        soorten = leaf.verwijzing.soorten
        if _find(regio, soorten, leaf.value):
            if pad.startswith(_GESCHIEDENIS) and "bron" not in soorten:
                continue
            if retired.get(pad, True) and _archived(regio, soorten, leaf.value, pad in retired):
                message = f"'{leaf.value}' is gearchiveerd en staat dus niet meer op de site."
                yield pad, leaf.loc, message, "Kies een andere, of haal daar 'gearchiveerd' weg."
            continue
        where = " of ".join(_SOORT[soort].pad for soort in soorten)
        valid = [key for soort in soorten for key in _group(regio, soort)]
        message = f"Er is geen {' of '.join(soorten)} met de id '{leaf.value}'."
        tip = nearest(leaf.value, valid) or f"Maak het bestand eerst aan in de map {where}."
        yield pad, leaf.loc, message, tip


_EIGEN_PAGINA = {"speerpunt", "onderdeel", "overleg", "arrangement", "indicator"}
"""Kinds whose records keep a page when they are archived."""


_GESCHIEDENIS = ("monitor/waarnemingen/", "monitor/duidingen/", "monitor/statline/")
"""What was published stays, also of an indicator or area that is archived since."""


def _retired(regio: Regio) -> Iterator[tuple[str, bool]]:
    """The path of every archived record, and whether it still has a page."""
    for soort, pad, record in regio.records():
        if isinstance(record, Record) and record.status is Status.GEARCHIVEERD:
            yield pad, soort.naam in _EIGEN_PAGINA


def _group(regio: Regio, soort: str) -> Mapping[str, Record]:
    group: Mapping[str, Record] = getattr(regio, _SOORT[soort].veld)
    return group


def _find(regio: Regio, soorten: tuple[str, ...], key: str) -> bool:
    return any(
        key in _group(regio, soort) or f"{_SOORT[soort].pad}/{key}.yml" in regio.onleesbaar
        for soort in soorten
    )


_ALLEEN_GENOEMD = {"partij", "gemeente", "werkingsgebied"}
"""What is only named; the rest is linked to, so it must be on a page."""


def _archived(regio: Regio, soorten: tuple[str, ...], key: str, retired: bool) -> bool:
    """An archived onderdeel only names its theme; one that counts needs it for the matrix."""
    named = _ALLEEN_GENOEMD | {"thema"} if retired else _ALLEEN_GENOEMD
    groups = [_group(regio, soort) for soort in soorten if soort not in named]
    return any(key in group and group[key].status is Status.GEARCHIVEERD for group in groups)


_SAMEN_OP_EEN_PAGINA = (
    ("gemeenten", "partijen", "werkingsgebieden"),
    ("wetten", "artikelen"),
    ("onderdelen", "kaders"),
)
"""Fields of ``Regio`` whose records share a page, or are referred to alike: no id in common."""


@rule()
def dubbele_id(regio: Regio) -> Iterator[Problem]:
    """Records that share a page or are referred to alike have no id in common."""
    pads = {soort.veld: soort.pad for soort in SOORTEN}
    for group in _SAMEN_OP_EEN_PAGINA:
        seen: dict[str, str] = {}
        for veld in group:
            for key in getattr(regio, veld):
                other = seen.setdefault(key, veld)
                if other != veld:
                    message = f"De id '{key}' bestaat al in de map {pads[other]}."
                    yield f"{pads[veld]}/{key}.yml", ("id",), message, "Geef dit een andere id."


_PAGINAS = {
    "overleggen": (
        "index",
        "kalender",
        "besluiten",
        "routes",
        "doorlooptijd",
        "documenten",
        "deelnemers",
        "onderwerpen",
        "spelregels",
        "regie",
    ),
    "arrangementen": ("index", "dekking", "handvatten", "leren", "aanmelden"),
    "indicatoren": (
        "index",
        "vergelijken",
        "duiding",
        "hoe-lees-je-dit",
        "bescherming",
        "methode",
        "gemeente",
    ),
}
"""Fields of ``Regio`` whose records have a page, and the other pages in the same folder."""


@rule()
def adres_van_een_pagina(regio: Regio) -> Iterator[Problem]:
    """The id of a record is its address, and that is not the address of another page."""
    pads = {soort.veld: soort.pad for soort in SOORTEN}
    for veld, pages in _PAGINAS.items():
        for key in getattr(regio, veld):
            if key in pages:
                message = f"De id '{key}' kan niet: dat adres is van een andere pagina."
                tip = "Kies een andere id, en noem het bestand net zo."
                yield f"{pads[veld]}/{key}.yml", ("id",), message, tip


@rule()
def dubbel_in_lijst(regio: Regio) -> Iterator[Problem]:
    """A list names each thing once."""
    seen: set[tuple[str, Loc, object]] = set()
    for pad, leaf in regio.bladeren:
        if not isinstance(leaf.loc[-1], int):
            continue
        here = (pad, leaf.loc[:-1], leaf.value)
        if here in seen:
            yield pad, leaf.loc, f"'{leaf.value}' staat er twee keer.", "Haal er één weg."
        seen.add(here)


@rule()
def organisatie_zonder_gegevens(regio: Regio) -> Iterator[Problem]:
    """An organisation says where it works and where its website is, or that this is unknown."""
    for key, partij in regio.partijen.items():
        if partij.soort not in ORGANISATIES:
            continue
        for veld in ("gemeenten", "website"):
            if getattr(partij, veld) is None:
                message = f"Bij een {partij.soort} hoort het veld '{veld}'."
                tip = f"Vul het in, of schrijf: {veld}: onbekend"
                yield f"partijen/{key}.yml", ("soort",), message, tip


_TITELS = (
    ("gemeenten", "naam"),
    ("speerpunten", "titel"),
    ("overleggen", "naam"),
    ("arrangementen", "titel"),
    ("indicatoren", "titel"),
)
"""Kinds whose records have a page of their own, with this field as its title."""


@rule(Level.LET_OP)
def zelfde_titel(regio: Regio) -> Iterator[Problem]:
    """Two records of a kind that both count are told apart by the titles of their pages."""
    pads = {soort.veld: soort.pad for soort in SOORTEN}
    for veld, naam in _TITELS:
        seen: dict[str, str] = {}
        for one in actief(getattr(regio, veld)):
            titel = getattr(one, naam)
            other = seen.setdefault(titel.casefold(), one.id)
            if other != one.id:
                message = f"'{titel}' is ook de {naam} van '{other}'."
                tip = f"Geef een van beide een andere {naam}: zo houden lezers ze uit elkaar."
                yield f"{pads[veld]}/{one.id}.yml", (naam,), message, tip


@rule()
def dubbele_cbs_code(regio: Regio) -> Iterator[Problem]:
    """Two municipalities never share a CBS code."""
    seen: dict[str, str] = {}
    for key, gemeente in regio.gemeenten.items():
        other = seen.setdefault(gemeente.cbs_code, key)
        if other != key:
            message = f"De code {gemeente.cbs_code} is al van {regio.gemeenten[other].naam}."
            yield f"gemeenten/{key}.yml", ("cbs_code",), message, "Zoek de code op bij het CBS."


@rule(Level.LET_OP)
def gemeente_buiten_het_gebied(regio: Regio) -> Iterator[Problem]:
    """Every municipality that counts lies in the area of this site."""
    own = regio.werkingsgebieden.get(regio.instellingen.gebied)
    if own is None:
        return
    for one in actief(regio.gemeenten):
        if one.id not in own.gemeenten:
            message = f"{one.naam} hoort niet bij het gebied van deze site: '{own.id}'."
            tip = (
                "Zonder dat staat de gemeente niet op elke pagina. "
                f"Zet '{one.id}' bij 'gemeenten' in werkingsgebieden/{own.id}.yml."
            )
            yield f"gemeenten/{one.id}.yml", ("id",), message, tip


_UITLEG = 3
"""Fewer words than these say nothing of what a source holds and how it was read."""


@rule(Level.LET_OP)
def bron_zonder_uitleg(regio: Regio) -> Iterator[Problem]:
    """A source says what it holds and how it was read."""
    for key, bron in regio.bronnen.items():
        if len(bron.toelichting.split()) < _UITLEG:
            message = "Deze toelichting is te kort om er iets aan te hebben."
            tip = "Vertel in een zin wat erin staat en hoe je de bron las."
            yield f"bronnen/{key}.yml", ("toelichting",), message, tip


@rule()
def eigen_bron(regio: Regio) -> Iterator[Problem]:
    """A source of its own is of a field that may be unknown and is known, once a field."""
    for _, pad, record in regio.records():
        seen: set[str] = set()
        for index, item in enumerate(getattr(record, "later_ingevuld", ())):
            loc = ("later_ingevuld", index, "veld")
            fields = list(later_in_te_vullen(record))
            if item.veld not in fields:
                message = f"'{item.veld}' is geen veld dat hier een eigen bron kan hebben."
                yield pad, loc, message, nearest(item.veld, fields)
            elif getattr(record, item.veld) is ONBEKEND:
                message = f"De waarde van '{item.veld}' is onbekend: daar hoort geen bron bij."
                yield pad, loc, message, "Vul de waarde in, of haal deze bron weg."
            elif item.veld in seen:
                yield pad, loc, f"'{item.veld}' staat er twee keer.", "Haal er één weg."
            seen.add(item.veld)


def later_in_te_vullen(record: Deel) -> Iterator[str]:
    """The fields that may be unknown and have no source inside them."""
    for name, field in type(record).model_fields.items():
        group = nested(field.annotation)
        own = group is not None and "herkomst" in group.model_fields
        if may_be_unknown(field.annotation) and not own:
            yield name


@dated_rule()
def datum_in_toekomst(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """What was seen, read or changed cannot lie in the future."""
    past = {
        "peildatum",
        "stand_peildatum",
        "geraadpleegd",
        "vastgesteld_op",
        "gecontroleerd_op",
        "uitgesproken_op",
        "tekst_van",
        "gewijzigd_op",
        "sinds",
    }
    for pad, leaf in regio.bladeren:
        if leaf.veld not in past and "wijzigingen" not in leaf.loc:
            continue
        if isinstance(leaf.value, Datum) and leaf.value.begin > vandaag.begin:
            message = f"De datum {leaf.value} ligt in de toekomst."
            yield pad, leaf.loc, message, f"Vandaag is het {vandaag}."


@rule()
def voorbeeld_in_echte_regio(regio: Regio) -> Iterator[Problem]:
    """Invented facts stand only in an example region."""
    if regio.instellingen.soort is SoortRegio.VOORBEELD:
        return
    for pad, leaf in regio.bladeren:
        if leaf.value is Zekerheid.VOORBEELD:
            message = "Een voorbeeld kan niet tussen echte gegevens staan."
            yield pad, leaf.loc, message, "Zoek een bron, of zet de waarde op onbekend."


@rule()
def bevestigd_zonder_datum(regio: Regio) -> Iterator[Problem]:
    """Certain means: somebody read the source; so the source says when it was read."""
    sources = {
        (pad, leaf.loc[:-1]): leaf.value for pad, leaf in regio.bladeren if leaf.veld == "bron"
    }
    for pad, leaf in regio.bladeren:
        if leaf.value is not Zekerheid.BEVESTIGD:
            continue
        bron = regio.bronnen.get(sources[pad, leaf.loc[:-1]])
        if bron and bron.geraadpleegd is ONBEKEND:
            message = (
                f"'bevestigd' kan niet: van bron '{bron.id}' is niet bekend wanneer die is gelezen."
            )
            tip = f"Vul 'geraadpleegd' in bij bronnen/{bron.id}.yml, of kies 'afgeleid'."
            yield pad, leaf.loc, message, tip


@rule()
def dubbel_begrip(regio: Regio) -> Iterator[Problem]:
    """A word is explained in one place, so that a text links to one explanation."""
    seen: dict[str, str] = {}
    for key, begrip in regio.begrippen.items():
        spellings: list[tuple[Loc, str]] = [(("term",), begrip.term)]
        spellings += [
            (("ook_geschreven_als", index), word)
            for index, word in enumerate(begrip.ook_geschreven_als)
        ]
        for loc, word in spellings:
            form = word if word.isupper() else word.lower()
            other = seen.setdefault(form, key)
            if other != key:
                message = f"'{word}' wordt al uitgelegd bij '{other}'."
                yield (
                    f"begrippen/{key}.yml",
                    loc,
                    message,
                    "Haal het op een van de twee plaatsen weg.",
                )


@rule()
def verwijst_naar_zichzelf(regio: Regio) -> Iterator[Problem]:
    """A record does not refer the reader to itself."""
    own = {pad: soort.naam for soort, pad, _ in regio.records() if soort.is_map}
    for pad, leaf in regio.bladeren:
        if leaf.verwijzing is None or own.get(pad) not in leaf.verwijzing.soorten:
            continue
        if pad.endswith(f"/{leaf.value}.yml"):
            message = "Dit verwijst naar zichzelf."
            yield pad, leaf.loc, message, "Haal deze regel weg, of kies een andere."


@rule()
def nederlands_eerst(regio: Regio) -> Iterator[Problem]:
    """The data are written in the first language: Dutch."""
    if regio.instellingen.talen[0] != "nl":
        message = "De eerste taal moet nl zijn: de gegevens zijn in het Nederlands."
        yield "regio.yml", ("talen", 0), message, "Zet nl bovenaan."
