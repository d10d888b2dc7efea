"""Rules of rows of figures: of something that exists, once, at a time, and as the unit allows.

Not here: what can point at a child (``verborgen``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from macros.issue import Level, nearest
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Getal, Periode, afronding, teken
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.rules.monitor.basis import met_indicator, rijen
from macros.rules.registry import Problem, dated_rule, rule
from macros.source.nodes import Loc

_Plek = tuple[str, Loc]
"""(path, place of the row)."""


@rule()
def deel_van_indicator(regio: Regio) -> Iterator[Problem]:
    """A figure is of the whole, or of a part that its indicator names."""
    for pad, loc, row, indicator in met_indicator(regio):
        parts = [TOTAAL, *(deel.id for deel in indicator.delen())]
        if row.uitsplitsing not in parts:
            message = f"De indicator '{row.indicator}' kent geen deel '{row.uitsplitsing}'."
            tip = nearest(row.uitsplitsing, parts)
            yield pad, (*loc, "uitsplitsing"), message, tip


@rule()
def dubbel_cijfer(regio: Regio) -> Iterator[Problem]:
    """There is one figure for each indicator, area, period and part, in all files together."""
    seen: dict[tuple[str, str, Periode, str], str] = {}
    for pad, loc, row in rijen(regio):
        key = (row.indicator, row.gebied, row.periode, row.uitsplitsing)
        here = f"regel {int(loc[1]) + 2} van {pad.rpartition('/')[2]}"
        first = seen.setdefault(key, here)
        if first != here:
            message = f"Dit cijfer staat er twee keer: ook op {first}."
            yield pad, loc, message, "Houd de nieuwste over en haal de andere weg."


@rule()
def gebied_zonder_pagina(regio: Regio) -> Iterator[Problem]:
    """A figure is of a municipality, of the region, or of an area to hold it against."""
    for pad, loc, row in rijen(regio):
        if row.gebied in regio.werkingsgebieden and row.gebied != regio.gebied:
            message = f"Cijfers van het gebied '{row.gebied}' laat de site nergens zien."
            tip = f"Kies een gemeente, een referentiegebied of '{regio.gebied}'."
            yield pad, (*loc, "gebied"), message, tip


@rule()
def cijfer_dat_niet_kan(regio: Regio) -> Iterator[Problem]:
    """A count has no decimals (``10,000`` is no ten thousand); a percentage is 100 at most."""
    for pad, loc, row, indicator in met_indicator(regio):
        value = row.waarde
        if not isinstance(value, Getal):
            continue
        place = (*loc, "waarde")
        if indicator.eenheid is Eenheid.AANTAL and value.waarde.as_tuple().exponent:
            message = "Een aantal is een heel getal."
            yield pad, place, message, "Kijk het na in de bron. Is het een percentage?"
        elif indicator.eenheid is Eenheid.PROCENT and value.waarde > 100:
            message = f"{teken(value)} procent kan niet: 100 is het hoogste."
            yield pad, place, message, "Kijk het na in de bron. Is het een aantal?"


@rule()
def delen_boven_het_totaal(regio: Regio) -> Iterator[Problem]:
    """The parts of a split are together not more than the whole, as far as rounding allows."""
    for where, numbers in _per_cel(regio).items():
        indicator = regio.indicatoren[where[0]]
        whole = numbers.get(TOTAAL)
        if whole is None or indicator.eenheid is not Eenheid.AANTAL:
            continue
        for split in indicator.uitsplitsingen:
            parts = [numbers[deel.id][1] for deel in split.delen if deel.id in numbers]
            slack = sum(map(afronding, [*parts, whole[1]]))
            if sum(parts) > whole[1] + slack:
                pad, loc = whole[0]
                message = f"De delen van '{split.id}' zijn samen meer dan dit totaal."
                tip = "Kijk de regels van dit gebied en deze periode na in de bron."
                yield pad, (*loc, "waarde"), message, tip


def _per_cel(
    regio: Regio,
) -> Mapping[tuple[str, str, Periode], dict[str, tuple[_Plek, Decimal]]]:
    """Numbers by indicator, area and period, and then by part."""
    found: dict[tuple[str, str, Periode], dict[str, tuple[_Plek, Decimal]]] = defaultdict(dict)
    for pad, loc, row, _ in met_indicator(regio):
        if isinstance(row.waarde, Getal):
            key = (row.indicator, row.gebied, row.periode)
            found[key][row.uitsplitsing] = ((pad, loc), row.waarde.waarde)
    return found


@rule()
def aandeel_boven_honderd(regio: Regio) -> Iterator[Problem]:
    """What a share is worked out from is not more than what it is a share of."""
    cells = _per_cel(regio)
    least = regio.instellingen.drempel
    for sums in (one.afleiding for one in regio.indicatoren.values()):
        for area, period in dict.fromkeys((where[1:]) for where in cells) if sums else ():
            assert sums is not None
            top, below = (
                [cells.get((one.indicator, area, period), {}).get(one.uitsplitsing) for one in side]
                for side in (sums.teller, sums.noemer)
            )
            if not all(one and _gaaf(one[1], least) for one in (*top, *below)):
                continue  # not all is known, or is told already
            part, whole = (sum(one[1] for one in side if one) for side in (top, below))
            if part > whole and top[0] and below[0]:
                pad, loc = top[0][0]
                message = "Dit is meer dan het geheel waarvan het een deel is."
                tip = "Kijk beide na in de bron: een aandeel kan niet boven 100 procent zijn."
                yield pad, (*loc, "waarde"), message, tip


def _gaaf(count: Decimal, least: int) -> bool:
    """Whether no other rule has something against a count."""
    return count >= least and not count.as_tuple().exponent


@rule(Level.LET_OP)
def procenten_en_geheel(regio: Regio) -> Iterator[Problem]:
    """Percentages of parts are shares of the whole, or the whole lies between them."""
    for where, numbers in _per_cel(regio).items():
        indicator = regio.indicatoren[where[0]]
        for split in indicator.uitsplitsingen if indicator.eenheid is Eenheid.PROCENT else ():
            parts = [numbers[deel.id] for deel in split.delen if deel.id in numbers]
            shares = [share for _, share in parts]
            slack = sum(map(afronding, shares))
            whole = numbers.get(TOTAAL)
            between = whole is not None and min(shares, default=0) <= whole[1] <= max(shares)
            if len(parts) > 1 and sum(shares) > 100 + slack and not between:
                pad, loc = parts[-1][0]
                message = f"De delen van '{split.id}' zijn samen meer dan 100 procent."
                tip = "Kijk ze na in de bron. Is elk deel een aandeel van iets anders? Dan kan het."
                yield pad, (*loc, "waarde"), message, tip


@rule()
def ontbrekend_totaal(regio: Regio) -> Iterator[Problem]:
    """Parts come with their whole, if the indicator has a whole anywhere."""
    rows = list(met_indicator(regio))
    has_whole = {row.indicator for _, _, row, _ in rows if row.uitsplitsing == TOTAAL}
    wholes = {
        (row.indicator, row.gebied, row.periode)
        for _, _, row, _ in rows
        if row.uitsplitsing == TOTAAL
    }
    told = set()
    for pad, loc, row, _ in rows:
        key = (row.indicator, row.gebied, row.periode)
        if row.indicator in has_whole and key not in wholes and key not in told:
            told.add(key)
            message = f"Voor {row.gebied} en {row.periode} is er geen regel met het totaal."
            tip = "Voeg die toe. Geeft de bron het niet? Schrijf dan een punt als waarde."
            yield pad, (*loc, "uitsplitsing"), message, tip


@rule(Level.LET_OP)
def periode_zonder_cijfers(regio: Regio) -> Iterator[Problem]:
    """A period of hidden figures alone is not shown as the newest: who typed it hears so."""
    numbers: dict[str, set[Periode]] = defaultdict(set)
    first: dict[tuple[str, Periode], _Plek] = {}
    for pad, loc, row in rijen(regio):
        first.setdefault((row.indicator, row.periode), (pad, loc))
        if isinstance(row.waarde, Getal):
            numbers[row.indicator].add(row.periode)
    for (key, period), (pad, loc) in first.items():
        earlier = [one for one in numbers[key] if one < period]
        if earlier and period not in numbers[key]:
            shown = f"De site laat daarom {max(earlier)} zien."
            message = f"Van '{key}' is over {period} nergens een getal. {shown}"
            tip = "Komen de cijfers nog? Haal deze regels dan weg tot zij er zijn."
            yield pad, (*loc, "waarde"), message, tip


@dated_rule()
def periode_in_toekomst(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """A figure is about a time that has begun, and was retrieved after it began."""
    for pad, loc, row in rijen(regio):
        if row.periode.jaar > vandaag.jaar:
            message = f"De periode {row.periode} moet nog komen."
            yield pad, (*loc, "periode"), message, "Kijk het jaar na."
        elif row.opgehaald.jaar < row.periode.jaar:
            message = f"Opgehaald in {row.opgehaald}: toen was {row.periode} er nog niet."
            yield pad, (*loc, "opgehaald"), message, "Kijk de datum en de periode na."


@rule()
def cijfer_op_twee_plaatsen(regio: Regio) -> Iterator[Problem]:
    """A figure that we compute or take from the ledger is not typed in as well."""
    for pad, loc, row, indicator in met_indicator(regio):
        if indicator.afleiding is not None:
            message = f"'{row.indicator}' rekenen we zelf uit; het kan hier niet staan."
            yield pad, (*loc, "indicator"), message, "Haal deze regel weg."
        elif indicator.uitgave is not None:
            message = f"'{row.indicator}' komt uit de eigen uitgaven; het kan hier niet staan."
            yield pad, (*loc, "indicator"), message, "Haal deze regel weg."
