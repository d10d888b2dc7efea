"""Rules of where facts come from and how sure they are.

Not here: what a source itself has to say (``regio``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from macros.issue import nearest
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, may_be_unknown
from macros.model.basis.record import GEZOCHT_OP, Deel, Zekerheid
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.overleg.vergadering import Vergadering
from macros.model.regio import Bron, SoortBron, SoortRegio
from macros.model.validate import WEG
from macros.model.walk import Leaf, gelopen, nested, op_plek
from macros.rules.registry import Problem, dated_rule, rule
from macros.source.nodes import Loc


@rule()
def eigen_bron(regio: Regio) -> Iterator[Problem]:
    """A source of its own is of a field that may be unknown and is known, once a field."""
    for _, pad, record in regio.records():
        seen: set[str] = set()
        for index, item in enumerate(getattr(record, "later_ingevuld", ())):
            loc = ("later_ingevuld", index, "veld")
            fields = later_in_te_vullen(type(record))
            if item.veld not in fields:
                message = f"'{item.veld}' is geen veld dat hier een eigen bron kan hebben."
                yield pad, loc, message, nearest(item.veld, fields)
            elif getattr(record, item.veld) is ONBEKEND:
                message = f"De waarde van '{item.veld}' is onbekend: daar hoort geen bron bij."
                yield pad, loc, message, "Vul de waarde in, of haal deze bron weg."
            elif item.veld in seen:
                yield pad, loc, f"'{item.veld}' staat er twee keer.", "Haal er één weg."
            seen.add(item.veld)


@cache
def later_in_te_vullen(kind: type[Deel]) -> tuple[str, ...]:
    """The fields that may be unknown and have no source inside them."""
    found = []
    for name, field in kind.model_fields.items():
        group = nested(field.annotation)
        own = group is not None and "herkomst" in group.model_fields
        if may_be_unknown(field.annotation) and not own:
            found.append(name)
    return tuple(found)


def is_datum(leaf: Leaf) -> bool:
    """Whether a value is a date."""
    return isinstance(leaf.value, Datum)


def _is_bron(leaf: Leaf) -> bool:
    return leaf.veld == "bron"


def _is_bevestigd(leaf: Leaf) -> bool:
    return leaf.value is Zekerheid.BEVESTIGD


def _is_voorbeeld(leaf: Leaf) -> bool:
    return leaf.value is Zekerheid.VOORBEELD


def bronnen_bij(regio: Regio) -> dict[tuple[str, Loc], str]:
    """The source of each group of fields that names one, by its file and place."""
    return {(pad, leaf.loc[:-1]): leaf.value for pad, leaf in regio.waarden(_is_bron)}


@dated_rule()
def datum_in_toekomst(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """What was seen, read, changed or happened cannot lie in the future."""
    past = {
        "peildatum",
        "stand_peildatum",
        "geraadpleegd",
        "vastgesteld_op",
        "gecontroleerd_op",
        "gezien_op",
        "uitgesproken_op",
        "tekst_van",
        "gewijzigd_op",
        "sinds",
    }
    meetings = f"{soort_van(Vergadering).pad}/"
    for pad, leaf in regio.waarden(is_datum):
        is_past = leaf.veld in past or (leaf.veld == "datum" and not pad.startswith(meetings))
        if not (is_past or _is_gezocht(leaf) or "wijzigingen" in leaf.loc):
            continue
        if leaf.value.begin > vandaag.begin:
            message = f"De datum {leaf.value} ligt in de toekomst."
            yield pad, leaf.loc, message, f"Vandaag is het {vandaag}."


def _is_gezocht(leaf: Leaf) -> bool:
    return leaf.loc[-2:-1] == (GEZOCHT_OP,)


@rule()
def gezocht_en_gevonden(regio: Regio) -> Iterator[Problem]:
    """When something was looked for is said only of what is unknown."""
    for _, pad, record in regio.records():
        for leaf in gelopen(record, _is_gezocht):
            if op_plek(record, (*leaf.loc[:-2], leaf.veld)) is not ONBEKEND:
                message = f"'{leaf.veld}' is niet onbekend: dan hoort hier geen datum."
                yield pad, leaf.loc, message, WEG


@rule()
def voorbeeld_in_echte_regio(regio: Regio) -> Iterator[Problem]:
    """Invented facts stand only in an example region."""
    if regio.instellingen.soort is SoortRegio.VOORBEELD:
        return
    for pad, leaf in regio.waarden(_is_voorbeeld):
        message = "Een voorbeeld kan niet tussen echte gegevens staan."
        yield pad, leaf.loc, message, "Zoek een bron, of zet de waarde op onbekend."


def _is_wettekst(regio: Regio, key: str) -> bool:
    bron = regio.bronnen.get(key)
    return bron is not None and bron.soort is SoortBron.WET


@rule()
def wettekst_even_zeker(regio: Regio) -> Iterator[Problem]:
    """What a law says is as sure where it is explained as at the article itself."""
    sources = bronnen_bij(regio)
    derived = {
        one.herkomst.bron
        for one in regio.artikelen.values()
        if one.herkomst.zekerheid is Zekerheid.AFGELEID and _is_wettekst(regio, one.herkomst.bron)
    }
    for pad, leaf in regio.waarden(_is_bevestigd):
        bron = sources[pad, leaf.loc[:-1]]
        if bron in derived:
            message = f"Dit heet 'bevestigd', en artikelen uit wettekst '{bron}' heten 'afgeleid'."
            yield pad, leaf.loc, message, "Kies voor dezelfde wettekst hetzelfde."


@rule()
def bevestigd_zonder_datum(regio: Regio) -> Iterator[Problem]:
    """Certain means: somebody read the source; so the source says when it was read."""
    sources = bronnen_bij(regio)
    for pad, leaf in regio.waarden(_is_bevestigd):
        bron = regio.bronnen.get(sources[pad, leaf.loc[:-1]])
        if bron and bron.geraadpleegd is ONBEKEND:
            message = (
                f"'bevestigd' kan niet: van bron '{bron.id}' is niet bekend wanneer die is gelezen."
            )
            tip = f"Vul 'geraadpleegd' in bij {pad_van(Bron, bron.id)}, of kies 'afgeleid'."
            yield pad, leaf.loc, message, tip
