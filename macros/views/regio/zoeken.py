"""What the search answers before it lists pages: each place that answers a question, by the words
people use for it, and the words that mean the same.

Not here: how a question is matched with them (``zoekmotor.js``), or the index of pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.model.agenda import Speerpunt
from macros.model.arrangement import Arrangement
from macros.model.basis.record import Record, actief
from macros.model.geheel import adres_van, bijpagina_van, soort_van
from macros.model.monitor.indicator import Indicator
from macros.model.overleg.structuur import Onderwerp, Overleg
from macros.model.overleg.vergadering import Basisdocument, Besluit
from macros.model.overleg.voorstel import Voorstel
from macros.model.regio import Begrip, Gemeente, Partij
from macros.model.samenwerking.onderdeel import Onderdeel
from macros.model.samenwerking.recht import Kader
from macros.model.samenwerking.thuis import Thuis
from macros.model.samenwerking.wegwijzer import Wegwijzer
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import eerste_zin
from macros.views.blik import Blik, eenmaal
from macros.views.hulp.hulp import alle_hulp
from macros.views.naam import heeft_pagina, naam_van, plek
from macros.views.regio.begrippen import woordgroepen


@dataclass(frozen=True, slots=True)
class Antwoord:
    """A place that answers a question. ``titel`` is empty for a page of prose: that says itself
    what it is called. ``gewicht`` decides between two that fit as well; ``trefwoord`` is how it
    stands in a list by letter.
    """

    pad: str
    titel: Tekst
    soort: str
    tekst: Tekst
    woorden: tuple[str, ...]
    gewicht: float
    trefwoord: Tekst


_DOEN, _BEL, _WAAR, _AFSPRAAK, _UITLEG, _VERDER = 1.1, 1.05, 1.05, 1.02, 1.0, 0.95
_PAGINA = N_("Pagina")


@eenmaal
def antwoorden(blik: Blik) -> tuple[Antwoord, ...]:
    """Every place that answers, with what people type added to it; one for each address."""
    found: dict[str, Antwoord] = {}
    for one in _antwoorden(blik):
        found.setdefault(one.pad, one)
    typed = blik.regio.zoekwoorden.woorden if blik.regio.zoekwoorden else ()
    for row in typed:
        none = blik.v.naam("")
        page = Antwoord(row.naar, none, blik.v.ui(_PAGINA), none, (), _AFSPRAAK, none)
        known = found.get(row.naar, page)
        found[row.naar] = replace(known, woorden=(*known.woorden, *row.woorden))
    return tuple(found.values())


def _antwoorden(blik: Blik) -> Iterator[Antwoord]:
    yield from _thuis_en_wegwijzer(blik)
    yield from _hulp(blik)
    yield from _waar(blik)
    yield from _afspraken(blik)
    yield from _begrippen(blik)
    yield from _verder(blik)


def op_letter(blik: Blik) -> tuple[tuple[str, tuple[Antwoord, ...]], ...]:
    """The same by the letter they begin with, for whoever cannot search."""
    found: dict[str, list[Antwoord]] = {}
    for one in sorted(antwoorden(blik), key=lambda one: _plat(one.trefwoord.tekst)):
        if first := re.search(r"\w", _plat(one.trefwoord.tekst)):
            found.setdefault("0-9" if first[0].isdigit() else first[0].upper(), []).append(one)
    return tuple((letter, tuple(rows)) for letter, rows in sorted(found.items()))


def _plat(text: str) -> str:
    """As an alphabet has it: no accents, no capitals."""
    split = unicodedata.normalize("NFD", text)
    return "".join(one for one in split if not unicodedata.combining(one)).casefold()


def _antwoord(
    blik: Blik,
    pad: str,
    titel: Tekst,
    soort: str,
    gewicht: float,
    woorden: Iterable[object] = (),
    tekst: Tekst | None = None,
    trefwoord: Tekst | None = None,
) -> Antwoord:
    sentence = eerste_zin(tekst or blik.v.naam(""))
    words = tuple(dict.fromkeys(str(one) for one in (titel, *woorden)))
    return Antwoord(pad, titel, soort, sentence, words, gewicht, trefwoord or titel)


def _thuis_en_wegwijzer(blik: Blik) -> Iterator[Antwoord]:
    v = blik.v
    thuis, wegwijzer = blik.regio.thuis, blik.regio.wegwijzer
    if thuis:
        label = v.ui(N_("Wat je doet"))
        words, text = thuis.synoniemen, v.tekst(thuis.antwoord)
        yield _antwoord(blik, adres_van(Thuis), v.tekst(thuis.titel), label, _DOEN, words, text)
    if wegwijzer is None:
        return
    label = v.ui(N_("Wegwijzer"))
    start = v.tekst(wegwijzer.titel)
    yield _antwoord(blik, adres_van(Wegwijzer), start, label, _DOEN, (), v.tekst(wegwijzer.uitleg))
    for one in wegwijzer.uitkomsten:
        chosen = (
            v.tekst(answer.tekst)
            for question in wegwijzer.vragen
            for answer in question.antwoorden
            if answer.naar == one.id and " " in answer.tekst  # "yes" is no word to search with
        )
        pad, titel = adres_van(Wegwijzer, deel=one.id), v.tekst(one.titel)
        yield _antwoord(blik, pad, titel, label, _DOEN, chosen, v.tekst(one.tekst))


def _hulp(blik: Blik) -> Iterator[Antwoord]:
    label = blik.v.ui(N_("Hulp"))
    for row in alle_hulp(blik):
        near = () if row.landelijk else (row.gemeenten or ())
        places = (f"{row.soort_label} {blik.regio.gemeenten[key].naam}" for key in near)
        words = (*row.vragen, row.soort_label if row.landelijk else row.naam, *places)
        text = blik.v.naam(row.waar) if row.waar else row.wanneer
        yield _antwoord(blik, row.pad, row.naam, label, _BEL, words, text)


def _waar(blik: Blik) -> Iterator[Antwoord]:
    v = blik.v
    label, figures = v.ui(N_("Gemeente")), v.ui(N_("Cijfers"))
    for one in actief(blik.regio.gemeenten):
        words = [f"{label} {one.naam}"]
        text = v.naam(v.ui(N_("Wie je er belt, wat er is afgesproken en wat de cijfers zeggen.")))
        name = naam_van(one, blik)
        yield _antwoord(blik, adres_van(Gemeente, one.id), name, label, _WAAR, words, text)
        if blik.regio.monitor:
            pad = bijpagina_van(Gemeente, one.id)
            title = v.naam(v.ui(N_("Cijfers van {gemeente}"), gemeente=one.naam))
            yield _antwoord(blik, pad, title, figures, _WAAR)
    label = v.ui(N_("Samenwerkingsverband"))
    for party in actief(blik.regio.partijen):
        if heeft_pagina(party):
            pad, name = plek(blik, Partij, party.id), naam_van(party, blik)
            words = [] if label in name.tekst else [f"{label} {name}"]
            yield _antwoord(blik, pad, name, label, _WAAR, words, v.tekst(party.uitleg))


def _afspraken(blik: Blik) -> Iterator[Antwoord]:
    v = blik.v
    label = v.ui(N_("Wie doet wat"))
    for one in blik.regio.actieve_onderdelen:
        name = v.tekst(one.titel)
        words = (name, one.code, *one.synoniemen)
        pad, title = adres_van(Onderdeel, one.id), v.tekst(one.titel_voor_ouders)
        yield _antwoord(blik, pad, title, label, _AFSPRAAK, words, None, name)
    label = v.ui(N_("Wat de wet zegt"))
    for kader in actief(blik.regio.kaders):
        name, text = v.tekst(kader.onderwerp), v.tekst(kader.voor_ouders)
        words = (name, *kader.synoniemen)
        pad, title = adres_van(Kader, kader.id), v.tekst(kader.onderwerp_voor_ouders)
        yield _antwoord(blik, pad, title, label, _AFSPRAAK, words, text, name)


def _begrippen(blik: Blik) -> Iterator[Antwoord]:
    v = blik.v
    label = v.ui(N_("Uitleg van een woord"))
    for one in actief(blik.regio.begrippen):
        full = (one.voluit, v.tekst(one.voluit)) if isinstance(one.voluit, str) else ()
        words = (one.term, *full, *one.ook_geschreven_als, *one.synoniemen)
        name, text = naam_van(one, blik), v.tekst(one.voor_ouders)
        title = replace(name, tekst=f"{name} ({one.voluit})") if full else name
        pad = adres_van(Begrip, one.id)
        yield _antwoord(blik, pad, title, label, _UITLEG, (name, *words), text, name)


_OOK: tuple[tuple[type[Record], str], ...] = (
    (Speerpunt, N_("Speerpunt")),
    (Overleg, N_("Overleg")),
    (Onderwerp, N_("Onderwerp van overleg")),
    (Besluit, N_("Besluit")),
    (Voorstel, N_("Voorstel")),
    (Basisdocument, N_("Basisdocument")),
    (Arrangement, N_("Arrangement")),
    (Indicator, N_("Cijfers")),
)
"""What has a place of its own, and no words beside its name."""


def _verder(blik: Blik) -> Iterator[Antwoord]:
    for kind, label in _OOK:
        records: Iterable[Record] = actief(blik.regio.groep(soort_van(kind)))
        for one in filter(blik.regio.van_nu, records):
            name = naam_van(one, blik)
            yield _antwoord(blik, adres_van(kind, one.id), name, blik.v.ui(label), _VERDER)


def afkortingen(blik: Blik) -> tuple[str, ...]:
    """Words that are no beginning of another word: a page that has Soest is not about SO."""
    words = {word for group in woordgroepen(blik.regio) for word in group}
    words |= {word for one in antwoorden(blik) for word in one.woorden}
    return tuple(sorted(word.lower() for word in words if _AFKORTING.fullmatch(word)))


_AFKORTING = re.compile("[A-Z][A-Z0-9]{1,5}")
