"""Rules of the area ``monitor``: figures that can be true, that fit their indicator, that point at
nobody. A message never repeats a count that is too small: it may stand in a public log.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from macros.issue import Level, nearest
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Status, actief
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Cijfer, Getal, NietVanToepassing, Periode, afronding, teken
from macros.model.monitor.duiding import StandDpia
from macros.model.monitor.indicator import TOTAAL, Eenheid, Indicator, Waarneming
from macros.rules.registry import Problem, dated_rule, rule
from macros.source.nodes import Loc

MEESTE_PERIODEN = 4
"""As many shapes as a figure has to tell periods apart."""

MEESTE_REFERENTIES = 3
"""With the region: as many dashes as a figure has to tell lines apart."""

_Plek = tuple[str, Loc]
"""(path, place of the row)."""


def _indicatoren(regio: Regio) -> Iterator[tuple[str, Indicator]]:
    for key, indicator in regio.indicatoren.items():
        yield f"monitor/indicatoren/{key}.yml", indicator


def _rijen(regio: Regio) -> Iterator[tuple[str, Loc, Waarneming]]:
    for key, bestand in regio.waarnemingen.items():
        for index, row in enumerate(bestand.rijen):
            yield f"monitor/waarnemingen/{key}.csv", ("rijen", index), row


def _met_indicator(regio: Regio) -> Iterator[tuple[str, Loc, Waarneming, Indicator]]:
    """Rows of an indicator that exists; that of others is another rule."""
    for pad, loc, row in _rijen(regio):
        indicator = regio.indicatoren.get(row.indicator)
        if indicator is not None:
            yield pad, loc, row, indicator


@rule()
def deel_van_indicator(regio: Regio) -> Iterator[Problem]:
    """A figure is of the whole, or of a part that its indicator names."""
    for pad, loc, row, indicator in _met_indicator(regio):
        parts = [TOTAAL, *(deel.id for deel in indicator.delen())]
        if row.uitsplitsing not in parts:
            message = f"De indicator '{row.indicator}' kent geen deel '{row.uitsplitsing}'."
            tip = nearest(row.uitsplitsing, parts)
            yield pad, (*loc, "uitsplitsing"), message, tip


@rule()
def dubbel_cijfer(regio: Regio) -> Iterator[Problem]:
    """There is one figure for each indicator, area, period and part, in all files together."""
    seen: dict[tuple[str, str, Periode, str], str] = {}
    for pad, loc, row in _rijen(regio):
        key = (row.indicator, row.gebied, row.periode, row.uitsplitsing)
        here = f"regel {int(loc[1]) + 2} van {pad.rpartition('/')[2]}"
        first = seen.setdefault(key, here)
        if first != here:
            message = f"Dit cijfer staat er twee keer: ook op {first}."
            yield pad, loc, message, "Houd de nieuwste over en haal de andere weg."


@rule()
def gebied_zonder_pagina(regio: Regio) -> Iterator[Problem]:
    """A figure is of a municipality, of the region, or of an area to hold it against."""
    for pad, loc, row in _rijen(regio):
        if row.gebied in regio.werkingsgebieden and row.gebied != regio.instellingen.gebied:
            message = f"Cijfers van het gebied '{row.gebied}' laat de site nergens zien."
            tip = f"Kies een gemeente, een referentiegebied of '{regio.instellingen.gebied}'."
            yield pad, (*loc, "gebied"), message, tip


@rule()
def klein_cijfer(regio: Regio) -> Iterator[Problem]:
    """A count below the threshold can point at a child."""
    drempel = regio.instellingen.drempel
    for pad, loc, row, indicator in _met_indicator(regio):
        if indicator.eenheid is not Eenheid.AANTAL or not isinstance(row.waarde, Getal):
            continue
        if 0 < row.waarde.waarde < drempel:
            message = f"Dit aantal is kleiner dan {drempel} en kan naar een kind wijzen."
            tip = (
                "Schrijf x. Is het een eigen telling? Bescherm dan de hele tabel: make bescherm. "
                "Staat het al in een commit? Zie de methodepagina."
            )
            yield pad, (*loc, "waarde"), message, tip


@rule()
def cijfer_dat_niet_kan(regio: Regio) -> Iterator[Problem]:
    """A count has no decimals (``10,000`` is no ten thousand); a percentage is 100 at most."""
    for pad, loc, row, indicator in _met_indicator(regio):
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
    for pad, loc, row, _ in _met_indicator(regio):
        if isinstance(row.waarde, Getal):
            key = (row.indicator, row.gebied, row.periode)
            found[key][row.uitsplitsing] = ((pad, loc), row.waarde.waarde)
    return found


@rule()
def ontbrekend_totaal(regio: Regio) -> Iterator[Problem]:
    """Parts come with their whole, if the indicator has a whole anywhere."""
    rows = list(_met_indicator(regio))
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


@dated_rule()
def periode_in_toekomst(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """A figure is about a time that has begun, and was retrieved after it began."""
    for pad, loc, row in _rijen(regio):
        if row.periode.jaar > vandaag.jaar:
            message = f"De periode {row.periode} moet nog komen."
            yield pad, (*loc, "periode"), message, "Kijk het jaar na."
        elif row.opgehaald.jaar < row.periode.jaar:
            message = f"Opgehaald in {row.opgehaald}: toen was {row.periode} er nog niet."
            yield pad, (*loc, "opgehaald"), message, "Kijk de datum en de periode na."


@rule()
def cijfer_op_twee_plaatsen(regio: Regio) -> Iterator[Problem]:
    """A figure that we compute or take from the ledger is not typed in as well."""
    for pad, loc, row, indicator in _met_indicator(regio):
        if indicator.afleiding is not None:
            message = f"'{row.indicator}' rekenen we zelf uit; het kan hier niet staan."
            yield pad, (*loc, "indicator"), message, "Haal deze regel weg."
        elif indicator.uitgave is not None:
            message = f"'{row.indicator}' komt uit de eigen uitgaven; het kan hier niet staan."
            yield pad, (*loc, "indicator"), message, "Haal deze regel weg."


@rule()
def berekening(regio: Regio) -> Iterator[Problem]:
    """A share is computed from counts that are published."""
    for pad, indicator in _indicatoren(regio):
        if indicator.afleiding is None:
            continue
        if indicator.eenheid is not Eenheid.PROCENT or indicator.uitgave is not None:
            message = "Een berekening geeft een percentage, en vervangt elke andere bron."
            tip = "Zet 'eenheid' op procent en haal 'uitgave' weg."
            yield pad, ("afleiding",), message, tip
        for side in ("teller", "noemer"):
            for index, part in enumerate(getattr(indicator.afleiding, side)):
                other = regio.indicatoren.get(part.indicator)
                if other is None:
                    continue
                loc: Loc = ("afleiding", side, index)
                if other.eenheid is not Eenheid.AANTAL:
                    message = f"'{part.indicator}' is geen aantal dat een bron geeft."
                    yield pad, (*loc, "indicator"), message, "Reken met aantallen."
                parts = [TOTAAL, *(deel.id for deel in other.delen())]
                if part.uitsplitsing not in parts:
                    message = f"'{part.indicator}' kent geen deel '{part.uitsplitsing}'."
                    tip = nearest(part.uitsplitsing, parts)
                    yield pad, (*loc, "uitsplitsing"), message, tip


@rule()
def uitgave_is_aantal(regio: Regio) -> Iterator[Problem]:
    """What the ledger holds are counts."""
    for pad, indicator in _indicatoren(regio):
        if indicator.uitgave is not None and indicator.eenheid is not Eenheid.AANTAL:
            message = "Eigen tellingen zijn aantallen, geen percentages."
            yield pad, ("eenheid",), message, "Zet 'eenheid' op aantal."


@rule()
def noemer_bij_aandeel(regio: Regio) -> Iterator[Problem]:
    """A percentage says of what, known or not; a count has no denominator."""
    for pad, indicator in _indicatoren(regio):
        if indicator.eenheid is Eenheid.PROCENT and indicator.noemer is None:
            message = "Een percentage heeft een noemer: waarvan is het een deel?"
            yield pad, ("eenheid",), message, "Vul 'noemer' in, of schrijf: onbekend"
        if indicator.eenheid is Eenheid.AANTAL and indicator.noemer is not None:
            message = "Een aantal heeft geen noemer."
            yield pad, ("noemer",), message, "Haal 'noemer' weg, of zet 'eenheid' op procent."


@rule()
def te_veel_referentiegebieden(regio: Regio) -> Iterator[Problem]:
    """More reference lines than a figure can tell apart."""
    keys = [one.id for one in actief(regio.referentiegebieden)]
    for key in keys[MEESTE_REFERENTIES:]:
        message = f"Een figuur heeft hooguit {MEESTE_REFERENTIES} gebieden om naast te leggen."
        yield (
            f"monitor/referentiegebieden/{key}.yml",
            ("id",),
            message,
            "Zet er een op gearchiveerd.",
        )


@rule()
def dubbel_deel(regio: Regio) -> Iterator[Problem]:
    """The parts of an indicator have different ids, and none is called ``totaal``."""
    for pad, indicator in _indicatoren(regio):
        seen = {TOTAAL}
        for number, split in enumerate(indicator.uitsplitsingen):
            for index, deel in enumerate(split.delen):
                if deel.id in seen:
                    message = f"De id '{deel.id}' is in deze indicator al in gebruik."
                    loc = ("uitsplitsingen", number, "delen", index, "id")
                    yield pad, loc, message, "Kies een andere id."
                seen.add(deel.id)


@rule()
def vergelijkbare_perioden(regio: Regio) -> Iterator[Problem]:
    """Periods to compare are of one length and go from old to new."""
    for pad, indicator in _indicatoren(regio):
        for number, reeks in enumerate(indicator.reeksen):
            loc: Loc = ("reeksen", number, "perioden")
            if len(reeks.perioden) > MEESTE_PERIODEN:
                message = f"Een figuur toont hooguit {MEESTE_PERIODEN} perioden naast elkaar."
                yield pad, loc, message, "Noem de belangrijkste, of maak een tweede reeks."
            if len(reeks.perioden) < 2:
                message = "Eén periode valt niet te vergelijken."
                yield pad, loc, message, "Noem er twee of meer, of haal de reeks weg."
            kinds = {(bool(one.helft), one.schooljaar) for one in reeks.perioden}
            if len(kinds) > 1:
                message = "Een jaar, een half jaar en een schooljaar kun je niet vergelijken."
                yield pad, loc, message, "Maak er verschillende reeksen van."
            elif list(reeks.perioden) != sorted(set(reeks.perioden)):
                message = "De perioden staan niet van oud naar nieuw, elk één keer."
                yield pad, loc, message, "Zet ze op volgorde."


@rule()
def vergelijken_met_aandelen(regio: Regio) -> Iterator[Problem]:
    """Municipalities are put side by side by share: counts would only show who is larger."""
    for index, key in enumerate(regio.monitor.vergelijken):
        indicator = regio.indicatoren.get(key)
        if indicator is not None and indicator.eenheid is not Eenheid.PROCENT:
            message = f"'{key}' is een aantal. Dan lijkt een grote gemeente altijd meer te hebben."
            yield (
                "monitor/monitor.yml",
                ("vergelijken", index),
                message,
                "Kies indicatoren met 'eenheid: procent'.",
            )
    size = regio.indicatoren.get(regio.monitor.omvang or "")
    if size is not None and size.eenheid is not Eenheid.AANTAL:
        message = f"'{size.id}' is een percentage en zegt niet hoe groot een gemeente is."
        tip = "Kies een indicator met 'eenheid: aantal'."
        yield "monitor/monitor.yml", ("omvang",), message, tip


@rule()
def plaats_op_de_kaart(regio: Regio) -> Iterator[Problem]:
    """Each municipality has one place on the map, and no two have the same."""
    places: dict[tuple[int, int], str] = {}
    for index, tegel in enumerate(regio.monitor.kaart):
        loc: Loc = ("kaart", index)
        if tegel.gemeente in list(places.values()):
            message = f"'{tegel.gemeente}' staat al op de kaart."
            yield "monitor/monitor.yml", (*loc, "gemeente"), message, "Houd er één over."
        other = places.setdefault((tegel.rij, tegel.kolom), tegel.gemeente)
        if other != tegel.gemeente:
            message = f"Op deze plaats ligt '{other}' al."
            yield "monitor/monitor.yml", (*loc, "kolom"), message, "Kies een andere plaats."
        for side, number in (("rij", tegel.rij), ("kolom", tegel.kolom)):
            if number > 8:
                message = f"De kaart heeft 8 rijen en 8 kolommen; {number} ligt erbuiten."
                yield "monitor/monitor.yml", (*loc, side), message, "Kies 1 tot en met 8."


@rule()
def gemeente_niet_op_de_kaart(regio: Regio) -> Iterator[Problem]:
    """A map shows every municipality, or there is none."""
    drawn = {tegel.gemeente for tegel in regio.monitor.kaart}
    missing = [one.id for one in actief(regio.gemeenten) if one.id not in drawn]
    if drawn and missing:
        message = f"Niet op de kaart: {', '.join(missing)}."
        yield (
            "monitor/monitor.yml",
            ("kaart",),
            message,
            "Geef elke gemeente een plaats, of laat 'kaart' weg.",
        )


@rule()
def dpia_per_gemeente(regio: Regio) -> Iterator[Problem]:
    """The register has a municipality once; only a finished DPIA has a date."""
    seen: dict[str, str] = {}
    for key, one in regio.dpias.items():
        pad = f"monitor/dpia/{key}.yml"
        first = seen.setdefault(one.gemeente, key)
        if first != key:
            message = f"De DPIA van '{one.gemeente}' staat al in {first}.yml."
            yield pad, ("gemeente",), message, "Houd er één over."
        gemeente = regio.gemeenten.get(one.gemeente)
        is_over = gemeente is not None and gemeente.status is Status.GEARCHIVEERD
        if is_over and one.status is Status.ACTIEF:
            message = f"'{one.gemeente}' is gearchiveerd, en deze DPIA nog niet."
            yield pad, ("gemeente",), message, "Zet ook hier 'status: gearchiveerd'."
        if one.stand is not StandDpia.AFGEROND and not isinstance(one.datum, Onbekend):
            message = "Er is een datum, maar de stand is niet 'afgerond'."
            yield pad, ("datum",), message, "Schrijf: onbekend, of pas de stand aan."


@rule(Level.LET_OP)
def gemeente_zonder_dpia(regio: Regio) -> Iterator[Problem]:
    """A register of DPIA's has every municipality, if only to say that nobody knows."""
    have = {one.gemeente for one in actief(regio.dpias)}
    for one in actief(regio.gemeenten) if have else ():
        if one.id not in have:
            message = f"{one.naam} staat niet in het register van DPIA's."
            tip = f"Maak monitor/dpia/{one.id}.yml. Weet niemand het? Schrijf: stand: onbekend"
            yield f"gemeenten/{one.id}.yml", ("id",), message, tip


@rule()
def een_duiding_per_jaar(regio: Regio) -> Iterator[Problem]:
    """There is one yearly reading a year."""
    seen: dict[int, str] = {}
    for key, one in regio.duidingen.items():
        first = seen.setdefault(one.jaar, key)
        if first != key:
            message = f"Over {one.jaar} is er al een duiding: {first}.yml."
            yield f"monitor/duidingen/{key}.yml", ("jaar",), message, "Voeg de twee samen."


_Cel = tuple[str, str, Periode, str]
"""(indicator, area, period, part)."""


@rule()
def uit_te_rekenen(regio: Regio) -> Iterator[Problem]:
    """A hidden count is not the whole minus the rest, unless the source rounds every count."""
    cells = {
        (row.indicator, row.gebied, row.periode, row.uitsplitsing): (pad, loc, row.waarde)
        for pad, loc, row, one in _met_indicator(regio)
        if one.eenheid is Eenheid.AANTAL
    }
    numbers: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for key, (pad, _, value) in cells.items():
        if isinstance(value, Getal):
            numbers[pad, key[0]].append(value.waarde)
    for key, (pad, loc, whole) in cells.items():
        if not isinstance(whole, Getal) or _afgerond(numbers[pad, key[0]]):
            continue
        for parts in _delen_van(regio, key):
            hidden = [one for one in parts if not _bekend(cells, one)]
            if len(hidden) == 1:
                where, place, _ = cells.get(hidden[0], (pad, loc, whole))
                message = "Een verborgen cijfer volgt uit het totaal en de andere delen."
                tip = "Verberg nog een deel of het totaal. Eigen telling? Draai make bescherm."
                yield where, (*place, "waarde"), message, tip


_GENOEG = 10
"""From so many counts on, all of them multiples of five is no chance."""


def _afgerond(numbers: list[Decimal]) -> bool:
    return len(numbers) >= _GENOEG and all(one % 5 == 0 for one in numbers)


@rule(Level.LET_OP)
def niet_afgerond(regio: Regio) -> Iterator[Problem]:
    """Where a source rounds every count to five, one that is not so was typed wrong."""
    counts: dict[tuple[str, str], list[tuple[Loc, Decimal]]] = defaultdict(list)
    for pad, loc, row, indicator in _met_indicator(regio):
        if indicator.eenheid is Eenheid.AANTAL and isinstance(row.waarde, Getal):
            counts[pad, row.indicator].append((loc, row.waarde.waarde))
    for (pad, key), found in counts.items():
        odd = [one for one in found if one[1] % 5]
        rest = [number for _, number in found if not number % 5]
        if len(odd) * _GENOEG > len(found) or not _afgerond(rest):
            continue
        for loc, _ in odd:
            message = f"De andere aantallen van '{key}' in dit bestand zijn veelvouden van vijf."
            yield pad, (*loc, "waarde"), message, "Kijk dit aantal na in de bron."


def _delen_van(regio: Regio, key: _Cel) -> Iterator[list[_Cel]]:
    """The cells that add up to a whole: municipalities of the region, or parts of a split."""
    indicator, area, period, part = key
    own = regio.instellingen.gebied
    if area == own and own in regio.werkingsgebieden:
        yield [(indicator, one, period, part) for one in regio.werkingsgebieden[own].gemeenten]
    if part == TOTAAL:
        for split in regio.indicatoren[indicator].uitsplitsingen:
            yield [(indicator, area, period, one.id) for one in split.delen]


def _bekend(cells: Mapping[_Cel, tuple[str, Loc, Cijfer]], key: _Cel) -> bool:
    return key in cells and isinstance(cells[key][2], Getal | NietVanToepassing)
