"""Rules of the area ``regio``: settings, municipalities, parties, sources, terms.

Not here: what holds for the records of every area (``elk``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level, gevouwen, nearest
from macros.model.basis.licentie import bedoelde_licentie, licentie_van
from macros.model.basis.record import Status, actief
from macros.model.geheel import SOORTEN, Regio, adres_van, pad_van
from macros.model.regio import (
    ORGANISATIES,
    Begrip,
    Bron,
    Gemeente,
    Instellingen,
    Partij,
    SoortPartij,
    Versie,
    Werkingsgebied,
    Zoekvragen,
    Zoekwoorden,
)
from macros.model.samenwerking.wegwijzer import Wegwijzer
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc


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


@rule()
def veld_van_een_samenwerkingsverband(regio: Regio) -> Iterator[Problem]:
    """Only a samenwerkingsverband has an official number, or schools all over the country."""
    for key, partij in regio.partijen.items():
        for veld in ("nummer", "landelijk_voor"):
            is_one = partij.soort is SoortPartij.SAMENWERKINGSVERBAND
            if not is_one and getattr(partij, veld) is not None:
                message = f"Het veld '{veld}' hoort alleen bij een samenwerkingsverband."
                yield pad_van(Partij, key), (veld,), message, "Haal het weg, of pas de soort aan."


@rule()
def dubbel_verbandnummer(regio: Regio) -> Iterator[Problem]:
    """An official number is of one samenwerkingsverband, and says for which schools it is."""
    seen: dict[str, str] = {}
    for key, partij in regio.partijen.items():
        if not isinstance(partij.nummer, str):
            continue
        other = seen.setdefault(partij.nummer, key)
        if other != key:
            message = f"Het nummer {partij.nummer} is al van '{other}'."
            yield pad_van(Partij, key), ("nummer",), message, "Zoek het nummer op in de regeling."
        kinds = [str(one) for one in partij.sectoren]
        begin = partij.nummer[:2]
        if kinds and begin not in kinds:
            message = f"Een nummer met {begin} is niet van een verband voor {' en '.join(kinds)}."
            tip = "Zoek het nummer op in de regeling, of pas de sectoren aan."
            yield pad_van(Partij, key), ("nummer",), message, tip


@rule()
def dubbele_cbs_code(regio: Regio) -> Iterator[Problem]:
    """Two municipalities never share a CBS code."""
    seen: dict[str, str] = {}
    for key, gemeente in regio.gemeenten.items():
        other = seen.setdefault(gemeente.cbs_code, key)
        if other != key:
            message = f"De code {gemeente.cbs_code} is al van {regio.gemeenten[other].naam}."
            yield pad_van(Gemeente, key), ("cbs_code",), message, "Zoek de code op bij het CBS."


def geen_verband(regio: Regio, key: str) -> bool:
    """Whether this is something else than a samenwerkingsverband; what is nobody's id is told."""
    partij = regio.partijen.get(key)
    other = partij is not None and partij.soort is not SoortPartij.SAMENWERKINGSVERBAND
    return other or key in regio.gemeenten


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
def nederlands_eerst(regio: Regio) -> Iterator[Problem]:
    """The data are written in the first language: Dutch."""
    if regio.instellingen.talen[0] != "nl":
        message = "De eerste taal moet nl zijn: de gegevens zijn in het Nederlands."
        yield pad_van(Instellingen), ("talen", 0), message, "Zet nl bovenaan."


@rule(Level.LET_OP)
def onbekende_licentie(regio: Regio) -> Iterator[Problem]:
    """The terms of use are a licence that programs know, or unknown."""
    text = regio.instellingen.licentie_teksten
    if isinstance(text, str) and licentie_van(text) is None:
        message = f"'{text[:60]}' is geen licentie die programma's kennen."
        tip = (
            f"{bedoelde_licentie(text)} Een zin mag ook: die staat dan op de site, maar zonder "
            "bekende licentie is er geen beschrijving voor catalogi (DCAT)."
        )
        yield pad_van(Instellingen), ("licentie_teksten",), message, tip


@rule()
def zoekadres(regio: Regio) -> Iterator[Problem]:
    """Words and questions for the search lead to a record that is there.

    Which pages of prose there are, the data do not know: the build looks (``engine.zoekvragen``).
    """
    pages, places = _adressen(regio)
    folders = {page.rstrip("/").rpartition("/")[0] for page, own in pages.items() if own} - {""}
    for pad, loc, adres in _zoekadressen(regio):
        page, _, key = adres.partition("#")
        if page not in pages and page.rstrip("/").rpartition("/")[0] in folders:
            message = f"Op de site is geen pagina '{page}'."
            yield pad, loc, message, nearest(page, pages) or "Kijk in de adresbalk hoe zij heet."
        elif key and page in places and key not in places[page]:
            message = f"Op de pagina '{page}' staat geen '{key}'."
            tip = (
                nearest(key, places[page]) or f"Kies een id van wat daar staat, of schrijf: {page}"
            )
            yield pad, loc, message, tip


def _zoekadressen(regio: Regio) -> Iterator[tuple[str, Loc, str]]:
    for index, row in enumerate(regio.zoekwoorden.woorden if regio.zoekwoorden else ()):
        yield pad_van(Zoekwoorden), ("woorden", index, "naar"), row.naar
    for index, asked in enumerate(regio.zoekvragen.vragen if regio.zoekvragen else ()):
        for at, adres in enumerate(asked.naar):
            yield pad_van(Zoekvragen), ("vragen", index, "naar", at), adres


def _adressen(regio: Regio) -> tuple[dict[str, bool], dict[str, set[str]]]:
    """Every page that the table of kinds knows, with whether it is of one record; and the records
    on each page that holds little else. What could not be read counts as there.
    """
    pages: dict[str, bool] = {}
    places: dict[str, set[str]] = {}
    for soort in SOORTEN:
        if not soort.adres:
            continue
        pages.setdefault(soort.pagina, False)
        folder = soort.adres.partition("{")[0]
        pages.update((f"{folder}{name}/", False) for name in soort.bezet)
        unread = {
            path.rpartition("/")[2].removesuffix(soort.uitgang)
            for path in regio.onleesbaar
            if soort.is_map and path.startswith(f"{soort.pad}/")
        }
        keys = {*regio.groep(soort), *unread}
        if soort.eigen_pagina:
            pages.update((soort.op(soort.adres, key), True) for key in keys)
        elif soort.lijst:
            gone = {key for key, one in regio.groep(soort).items() if one.status != Status.ACTIEF}
            places.setdefault(soort.pagina, set()).update(keys - gone)
        if soort.bijpagina:
            pages.update((soort.op(soort.bijpagina, key), True) for key in keys)
    if regio.wegwijzer:
        parts = [one.id for one in regio.wegwijzer.vragen]
        parts += [one.id for one in regio.wegwijzer.uitkomsten]
        pages.update((adres_van(Wegwijzer, deel=key), True) for key in parts)
    return pages, places


@rule()
def zoekvraag_twee_keer(regio: Regio) -> Iterator[Problem]:
    """A question is asked once in a language."""
    seen: dict[tuple[str, str], int] = {}
    for index, asked in enumerate(regio.zoekvragen.vragen if regio.zoekvragen else ()):
        first = seen.setdefault((asked.taal, gevouwen(asked.vraag)), index)
        if first != index:
            message = f"De vraag '{asked.vraag}' staat er al: het is vraag {first + 1}."
            loc = ("vragen", index, "vraag")
            yield pad_van(Zoekvragen), loc, message, "Haal een van de twee weg."


@rule()
def zoekplek_twee_keer(regio: Regio) -> Iterator[Problem]:
    """A place has its words in one list."""
    places: dict[str, int] = {}
    for index, row in enumerate(regio.zoekwoorden.woorden if regio.zoekwoorden else ()):
        first = places.setdefault(row.naar, index)
        if first != index:
            message = f"'{row.naar}' heeft al woorden: dat is rij {first + 1}."
            loc = ("woorden", index, "naar")
            yield pad_van(Zoekwoorden), loc, message, "Zet ze bij elkaar in één rij."


@rule()
def zoekwoord_twee_keer(regio: Regio) -> Iterator[Problem]:
    """In the words of a place each stands once; accents and capitals make no other word."""
    for index, row in enumerate(regio.zoekwoorden.woorden if regio.zoekwoorden else ()):
        seen: dict[str, str] = {}
        for at, word in enumerate(row.woorden):
            first = seen.setdefault(gevouwen(word), word)
            if row.woorden.index(first) != at:
                message = f"'{word}' staat hier al: '{first}'."
                loc = ("woorden", index, "woorden", at)
                yield pad_van(Zoekwoorden), loc, message, "Haal een van de twee weg."


@rule()
def versie_op_een_dag(regio: Regio) -> Iterator[Problem]:
    """A state of the data got its name on a day: a month holds more than one state."""
    for key, versie in regio.versies.items():
        if versie.datum.dagdatum is None:
            message = f"'{versie.datum}' zegt niet op welke dag deze stand haar naam kreeg."
            yield pad_van(Versie, key), ("datum",), message, "Schrijf jaar, maand en dag."
