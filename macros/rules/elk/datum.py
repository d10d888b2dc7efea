"""Rules of dates that cannot be: of what was read before it was there, or of another century.

Not here: dates that only one kind of record has (its area), and what lies in the future
(``herkomst``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.regio import Bron, SoortRegio
from macros.model.walk import Leaf
from macros.rules.elk.herkomst import bronnen_bij, is_datum
from macros.rules.monitor.basis import rijen
from macros.rules.registry import Problem, dated_rule, rule

OUDSTE = 1990
VOORUIT = 10
"""So many years ahead nobody plans."""


@dated_rule()
def gelezen_voor_uitgave(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """A source is read, and figures are taken from it, after it came out; a day that is still to
    come is told as such.
    """
    for key, bron in regio.bronnen.items():
        out, read = bron.datum, bron.geraadpleegd
        if not isinstance(out, Datum) or not isinstance(read, Datum):
            continue
        if read.einde < out.begin <= vandaag.einde:
            message = f"Gelezen op {read}: toen was deze bron van {out} er nog niet."
            yield pad_van(Bron, key), ("geraadpleegd",), message, "Kijk beide datums na."
    told = set()
    for pad, loc, row in rijen(regio):
        source = regio.bronnen.get(row.bron)
        came = source.datum if source else None
        if not isinstance(came, Datum) or not row.opgehaald.einde < came.begin <= vandaag.einde:
            continue
        if (pad, row.bron, row.opgehaald) not in told:
            told.add((pad, row.bron, row.opgehaald))
            message = (
                f"Opgehaald op {row.opgehaald}: toen was bron '{row.bron}' er nog niet ({came})."
            )
            tip = (
                f"Verbeter deze datum (ook op andere regels), of die in {pad_van(Bron, row.bron)}."
            )
            yield pad, (*loc, "opgehaald"), message, tip


def _is_peildatum(leaf: Leaf) -> bool:
    return leaf.veld == "peildatum" and is_datum(leaf)


@dated_rule(Level.LET_OP)
def feit_na_het_lezen(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """What a source says holds on a day before the source was read; one still to come is wrong."""
    sources = bronnen_bij(regio)
    for pad, leaf in regio.waarden(_is_peildatum):
        bron = regio.bronnen.get(sources.get((pad, leaf.loc[:-1]), ""))
        read = bron.geraadpleegd if bron else None
        if bron and isinstance(read, Datum) and read.einde < leaf.value.begin <= vandaag.einde:
            message = f"Bron '{bron.id}' is gelezen op {read}, dus voor deze peildatum."
            tip = f"Verbeter de peildatum, of 'geraadpleegd' in {pad_van(Bron, bron.id)}."
            yield pad, leaf.loc, message, tip


@rule()
def feit_voor_het_schrijven(regio: Regio) -> Iterator[Problem]:
    """A source that was written after a day speaks of a later one."""
    sources = bronnen_bij(regio)
    for pad, leaf in regio.waarden(_is_peildatum):
        bron = regio.bronnen.get(sources.get((pad, leaf.loc[:-1]), ""))
        after = bron.geschreven_na if bron else None
        if bron and after and leaf.value.einde <= after.einde:
            message = f"Bron '{bron.id}' is geschreven na {after}: deze peildatum is te vroeg."
            tip = f"Neem een latere, of een minder precieze, zoals {after.jaar}."
            yield pad, leaf.loc, message, tip


@rule()
def bron_met_twee_datums(regio: Regio) -> Iterator[Problem]:
    """Who knows when a source came out need not say after which day."""
    for key, bron in regio.bronnen.items():
        if bron.geschreven_na and isinstance(bron.datum, Datum):
            message = f"De datum van de bron is bekend ({bron.datum})."
            yield pad_van(Bron, key), ("geschreven_na",), message, "Haal dit veld weg."


_VAN_DE_WET = frozenset({"gewijzigd_op", "tekst_van", "uitgesproken_op"})
"""A law or a ruling may be older than any region."""


@dated_rule(Level.LET_OP)
def jaar_valt_op(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """A year is near our own: not that of a birth, and no digits that changed places.

    An invented region may lie in any year.
    """
    if regio.instellingen.soort is SoortRegio.VOORBEELD:
        return
    sources = f"{soort_van(Bron).pad}/"
    for pad, leaf in regio.waarden(is_datum):
        old = leaf.value.jaar < OUDSTE
        if old and (leaf.veld in _VAN_DE_WET or pad.startswith(sources)):
            continue
        if old or leaf.value.jaar > vandaag.jaar + VOORUIT:
            way = "lang geleden" if old else "ver weg"
            message = f"{leaf.value} is wel erg {way}."
            yield pad, leaf.loc, message, "Kijk het jaar na. Klopt het? Dan hoef je niets te doen."
