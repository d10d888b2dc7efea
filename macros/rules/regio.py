"""Rules of the area ``regio``: references, names, dates, municipalities, terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from macros.issue import Level, nearest
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Deel, Record, Status, Zekerheid, actief
from macros.model.geheel import SOORT, SOORTEN, Regio, pad_van
from macros.model.regio import (
    ORGANISATIES,
    Begrip,
    Bron,
    Gemeente,
    Instellingen,
    Partij,
    SoortRegio,
    Werkingsgebied,
)
from macros.model.samenwerking.onderdeel import Thema
from macros.model.soort import Soort
from macros.model.walk import may_be_unknown, nested, verwijzingen
from macros.rules.registry import Problem, dated_rule, rule
from macros.source.nodes import Loc


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
        where = " of ".join(SOORT[soort].pad for soort in soorten)
        valid = [key for soort in soorten for key in regio.groep(SOORT[soort])]
        message = f"Er is geen {' of '.join(soorten)} met de id '{leaf.value}'."
        tip = nearest(leaf.value, valid) or f"Maak het bestand eerst aan in de map {where}."
        yield pad, leaf.loc, message, tip


_GESCHIEDENIS = tuple(f"{soort.pad}/" for soort in SOORTEN if soort.geschiedenis)
"""What was published stays, also of an indicator or area that is archived since."""


def _retired(regio: Regio) -> Iterator[tuple[str, bool]]:
    """The path of every archived record, and whether it still has a page."""
    for soort, pad, record in regio.records():
        if isinstance(record, Record) and record.status is Status.GEARCHIVEERD:
            yield pad, soort.eigen_pagina


def _find(regio: Regio, soorten: tuple[str, ...], key: str) -> bool:
    return any(
        key in regio.groep(soort) or soort.bestand(key) in regio.onleesbaar
        for soort in map(SOORT.__getitem__, soorten)
    )


def _archived(regio: Regio, soorten: tuple[str, ...], key: str, retired: bool) -> bool:
    """An archived onderdeel only names its theme; one that counts needs it for the matrix."""
    groups = [
        regio.groep(SOORT[soort])
        for soort in soorten
        if not SOORT[soort].genoemd and not (retired and SOORT[soort].type is Thema)
    ]
    return any(key in group and group[key].status is Status.GEARCHIVEERD for group in groups)


@cache
def _samen() -> tuple[tuple[Soort, ...], ...]:
    """Kinds whose records stand on one page by their id, or are referred to alike."""
    places: dict[str, list[str]] = defaultdict(list)
    for soort in SOORTEN:
        if "#" in soort.adres:
            places[soort.adres].append(soort.naam)
    alike = {mark.soorten: None for soort in SOORTEN for mark in verwijzingen(soort.type)}
    groups = [names for names in (*places.values(), *alike) if len(names) > 1]
    return tuple(tuple(one for one in SOORTEN if one.naam in names) for names in groups)


@rule()
def dubbele_id(regio: Regio) -> Iterator[Problem]:
    """Records that share a page or are referred to alike have no id in common."""
    told: set[str] = set()
    for group in _samen():
        seen: dict[str, Soort] = {}
        for soort in group:
            for key in regio.groep(soort):
                other = seen.setdefault(key, soort)
                if other is not soort and soort.bestand(key) not in told:
                    told.add(soort.bestand(key))
                    message = f"De id '{key}' bestaat al in de map {other.pad}."
                    yield soort.bestand(key), ("id",), message, "Geef dit een andere id."


@rule()
def adres_van_een_pagina(regio: Regio) -> Iterator[Problem]:
    """The id of a record is its address, and that is not the address of another page."""
    for soort in SOORTEN:
        for key in regio.groep(soort) if soort.eigen_pagina else ():
            if key in soort.bezet or key == "index":
                message = f"De id '{key}' kan niet: dat adres is van een andere pagina."
                tip = "Kies een andere id, en noem het bestand net zo."
                yield soort.bestand(key), ("id",), message, tip


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
                yield pad_van(Partij, key), ("soort",), message, tip


@rule(Level.LET_OP)
def zelfde_titel(regio: Regio) -> Iterator[Problem]:
    """Two records of a kind that both count are told apart by the titles of their pages."""
    for soort in SOORTEN:
        if soort.code or not (soort.eigen_pagina or soort.bijpagina):
            continue
        naam, seen = soort.titel, dict[str, str]()
        for one in actief(regio.groep(soort)):
            titel = getattr(one, naam)
            other = seen.setdefault(titel.casefold(), one.id)
            if other != one.id:
                message = f"'{titel}' is ook de {naam} van '{other}'."
                tip = f"Geef een van beide een andere {naam}: zo houden lezers ze uit elkaar."
                yield soort.bestand(one.id), (naam,), message, tip


@rule()
def dubbele_cbs_code(regio: Regio) -> Iterator[Problem]:
    """Two municipalities never share a CBS code."""
    seen: dict[str, str] = {}
    for key, gemeente in regio.gemeenten.items():
        other = seen.setdefault(gemeente.cbs_code, key)
        if other != key:
            message = f"De code {gemeente.cbs_code} is al van {regio.gemeenten[other].naam}."
            yield pad_van(Gemeente, key), ("cbs_code",), message, "Zoek de code op bij het CBS."


@rule(Level.LET_OP)
def gemeente_buiten_het_gebied(regio: Regio) -> Iterator[Problem]:
    """Every municipality that counts lies in the area of this site."""
    own = regio.werkingsgebieden.get(regio.gebied)
    if own is None:
        return
    for one in actief(regio.gemeenten):
        if one.id not in own.gemeenten:
            message = f"{one.naam} hoort niet bij het gebied van deze site: '{own.id}'."
            tip = (
                "Zonder dat staat de gemeente niet op elke pagina. "
                f"Zet '{one.id}' bij 'gemeenten' in {pad_van(Werkingsgebied, own.id)}."
            )
            yield pad_van(Gemeente, one.id), ("id",), message, tip


_UITLEG = 3
"""Fewer words than these say nothing of what a source holds and how it was read."""


@rule(Level.LET_OP)
def bron_zonder_uitleg(regio: Regio) -> Iterator[Problem]:
    """A source says what it holds and how it was read."""
    for key, bron in regio.bronnen.items():
        if len(bron.toelichting.split()) < _UITLEG:
            message = "Deze toelichting is te kort om er iets aan te hebben."
            tip = "Vertel in een zin wat erin staat en hoe je de bron las."
            yield pad_van(Bron, key), ("toelichting",), message, tip


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
            tip = f"Vul 'geraadpleegd' in bij {pad_van(Bron, bron.id)}, of kies 'afgeleid'."
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
                    pad_van(Begrip, key),
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
        yield pad_van(Instellingen), ("talen", 0), message, "Zet nl bovenaan."
