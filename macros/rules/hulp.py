"""Rules of the area ``hulp``: a place of help works in one kind of place, and can be reached.

Not here: how a number is written (its type), or whether an address still answers (``scripts``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Herkomst, Zekerheid, actief
from macros.model.geheel import Regio, pad_van
from macros.model.hulp import Hulp
from macros.rules.regio import geen_verband
from macros.rules.registry import Problem, dated_rule, rule
from macros.source.nodes import Loc

_PLEKKEN = ("landelijk", "samenwerkingsverbanden", "gemeenten")


@rule()
def hulp_op_een_plek(regio: Regio) -> Iterator[Problem]:
    """Help is national, of samenwerkingsverbanden, or of municipalities: one of these."""
    for key, one in regio.hulp.items():
        given = [veld for veld in _PLEKKEN if getattr(one, veld)]
        if len(given) > 1:
            message = f"Deze hulp is er op twee soorten plekken: '{given[0]}' en '{given[1]}'."
            tip = "Kies er één. Is het voor allebei anders? Maak er dan twee bestanden van."
            yield pad_van(Hulp, key), (given[1],), message, tip
        elif not given:
            message = "Hier staat niet waar deze hulp er is."
            tip = f"Vul één van deze velden in: {', '.join(_PLEKKEN)}."
            yield pad_van(Hulp, key), ("soort",), message, tip


@rule()
def hulp_van_samenwerkingsverband(regio: Regio) -> Iterator[Problem]:
    """What help says to be of a samenwerkingsverband, is of one."""
    for key, one in regio.hulp.items():
        for index, party in enumerate(one.samenwerkingsverbanden):
            if geen_verband(regio, party):
                message = f"'{party}' is geen samenwerkingsverband."
                tip = "Kies een ander. Een gemeente hoort bij 'gemeenten'."
                yield pad_van(Hulp, key), ("samenwerkingsverbanden", index), message, tip


@rule()
def hulp_onbereikbaar(regio: Regio) -> Iterator[Problem]:
    """Help can be reached: by a number, on a page, or otherwise."""
    for key, one in regio.hulp.items():
        if one.telefoon is ONBEKEND and one.website is ONBEKEND and one.anders is None:
            message = "Zo kan niemand deze hulp bereiken: nummer en website zijn onbekend."
            tip = "Schrijf in 'anders' hoe het wel kan, of haal deze hulp weg."
            yield pad_van(Hulp, key), ("telefoon",), message, tip


@rule()
def hulp_te_onzeker(regio: Regio) -> Iterator[Problem]:
    """Somebody who is in need does not call a number that no source gives."""
    for key, one in regio.hulp.items():
        sources: list[tuple[Loc, Herkomst]] = [(("herkomst", "zekerheid"), one.herkomst)]
        sources += [
            (("later_ingevuld", index, "herkomst", "zekerheid"), item.herkomst)
            for index, item in enumerate(one.later_ingevuld)
        ]
        for loc, source in sources:
            if source.zekerheid is Zekerheid.ONBEKEND:
                message = (
                    "Hulp zonder bron hoort niet op de site: wie nood heeft, belt dan vergeefs."
                )
                tip = "Bel het nummer na of zoek een bron. Zet de waarde tot dan op onbekend."
                yield pad_van(Hulp, key), loc, message, tip


@rule()
def hulp_controle_na_gezien(regio: Regio) -> Iterator[Problem]:
    """The next look comes after the last."""
    for key, one in regio.hulp.items():
        if one.controle_op.begin <= one.gezien_op.begin:
            message = f"De volgende controle ({one.controle_op}) komt niet na de laatste."
            tip = f"Kies een datum na {one.gezien_op}."
            yield pad_van(Hulp, key), ("controle_op",), message, tip


@rule()
def bellen_zonder_nummer(regio: Regio) -> Iterator[Problem]:
    """Hours belong to a number, and a number has hours, known or not."""
    for key, one in regio.hulp.items():
        if one.tijden is None and one.telefoon is not ONBEKEND:
            message = "Hier staat een nummer, en niet wanneer je kunt bellen."
            yield pad_van(Hulp, key), ("telefoon",), message, "Schrijf: tijden: onbekend"
        if one.tijden is not None and one.telefoon is ONBEKEND:
            message = "Hier staan tijden, en er is geen nummer om te bellen."
            tip = "Vul het nummer in, of haal 'tijden' weg."
            yield pad_van(Hulp, key), ("tijden",), message, tip


@dated_rule(Level.LET_OP)
def hulp_nakijken(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """Help is looked at again when it said it would be."""
    for one in actief(regio.hulp):
        if one.moet_nagekeken(vandaag):
            message = f"Deze hulp moet worden nagekeken: dat stond voor {one.controle_op}."
            tip = "Klopt alles nog? Zet 'gezien_op' op vandaag en kies een nieuwe 'controle_op'."
            yield pad_van(Hulp, one.id), ("controle_op",), message, tip
