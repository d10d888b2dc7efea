"""Rules of the area ``arrangement``: money that adds up, who is who."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.arrangement import Arrangement, Deelname, Handvat
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio, pad_van
from macros.rules.regio import geen_verband
from macros.rules.registry import Problem, rule


def _arrangementen(regio: Regio) -> Iterator[tuple[str, Arrangement]]:
    for key, arrangement in regio.arrangementen.items():
        yield pad_van(Arrangement, key), arrangement


@rule()
def dubbele_geldstroom(regio: Regio) -> Iterator[Problem]:
    """Each stream of money stands once, and the shares are not more than the whole."""
    for pad, arrangement in _arrangementen(regio):
        if arrangement.financiering is ONBEKEND:
            continue
        seen: set[str] = set()
        total = 0
        told = False
        for index, deel in enumerate(arrangement.financiering):
            if deel.stroom in seen:
                message = f"De geldstroom '{deel.stroom}' staat er twee keer."
                tip = "Voeg de twee samen."
                yield pad, ("financiering", index, "stroom"), message, tip
            seen.add(deel.stroom)
            total += deel.aandeel or 0
            if total > 100 and not told:
                told = True
                message = f"De aandelen tellen op tot {total} procent."
                tip = "Samen kunnen ze niet meer zijn dan 100. Kijk ze na in de bron."
                yield pad, ("financiering", index, "aandeel"), message, tip


@rule()
def afwijking_zonder_experiment(regio: Regio) -> Iterator[Problem]:
    """Only within the national experiment may an arrangement deviate from the law."""
    for pad, arrangement in _arrangementen(regio):
        if arrangement.afwijkingen and arrangement.experiment is not Deelname.JA:
            message = "Afwijken van de wet kan alleen binnen het experiment."
            tip = "Zet 'experiment' op ja, of haal 'afwijkingen' weg."
            yield pad, ("afwijkingen",), message, tip


@rule()
def geen_samenwerkingsverband(regio: Regio) -> Iterator[Problem]:
    """What is called a samenwerkingsverband is one."""
    for pad, arrangement in _arrangementen(regio):
        if arrangement.samenwerkingsverbanden is ONBEKEND:
            continue
        for index, key in enumerate(arrangement.samenwerkingsverbanden):
            if geen_verband(regio, key):
                message = f"'{key}' is geen samenwerkingsverband."
                tip = "Kies een ander, of zet de organisatie bij 'aanbieders'."
                yield pad, ("samenwerkingsverbanden", index), message, tip


@rule()
def handvat_in_volgorde(regio: Regio) -> Iterator[Problem]:
    """A frame ends after it begins."""
    for key, handvat in regio.handvatten.items():
        begin, end = handvat.begint, handvat.eindigt
        if isinstance(begin, Datum) and isinstance(end, Datum) and end.einde < begin.begin:
            message = f"Het einde ({end}) ligt voor het begin ({begin})."
            pad = pad_van(Handvat, key)
            yield pad, ("eindigt",), message, "Verbeter een van de twee datums."
