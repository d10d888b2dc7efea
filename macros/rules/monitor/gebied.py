"""Rules of the areas that figures are of: where they lie, their codes, and what an indicator may
have figures of.

Not here: the figures of our own counts, whose lines stand in the ledger (``bescherming.uitgaven``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.basis.verwijzing import Verwijzing
from macros.model.geheel import SOORT, Regio, pad_van
from macros.model.monitor.cijfer import Periode
from macros.model.monitor.gebied import VAN_PARTIJ, Gebiedsoort, School, Wijk
from macros.model.monitor.indicator import Eenheid, Waarneming
from macros.model.regio import Partij
from macros.model.soort import Soort
from macros.rules.monitor.basis import indicatoren, met_indicator, rijen
from macros.rules.registry import Problem, rule


@rule()
def dubbele_gebiedscode(regio: Regio) -> Iterator[Problem]:
    """Two schools never share a BRIN, two wijken never a code of the CBS."""
    seen: dict[object, str] = {}
    for key, school in regio.scholen.items():
        if not isinstance(school.brin, Onbekend) and seen.setdefault(school.brin, key) != key:
            message = f"De code {school.brin} is al van '{seen[school.brin]}'."
            tip = "Is het een andere vestiging? Zet haar twee cijfers erachter, zoals 00AA01."
            yield pad_van(School, key), ("brin",), message, tip
    for key, wijk in regio.wijken.items():
        if seen.setdefault(wijk.cbs_code, key) != key:
            message = f"De code {wijk.cbs_code} is al van '{seen[wijk.cbs_code]}'."
            yield pad_van(Wijk, key), ("cbs_code",), message, "Zoek de code op bij het CBS."


_GEBIEDEN = next(
    mark.soorten
    for mark in Waarneming.model_fields["gebied"].metadata
    if isinstance(mark, Verwijzing)
)
"""The kinds of records that a figure can be of."""


@rule()
def id_van_twee_gebieden(regio: Regio) -> Iterator[Problem]:
    """A figure names its area by its id alone: no two areas of whatever kind have the same."""
    seen: dict[str, Soort] = {}
    for soort in map(SOORT.__getitem__, _GEBIEDEN):
        for key in regio.groep(soort):
            other = seen.setdefault(key, soort)
            if other is not soort:
                message = f"De id '{key}' is al van een {other.naam}: {other.bestand(key)}."
                tip = f"Noem dit bestand anders, bijvoorbeeld {soort.naam}-{key}."
                yield soort.bestand(key), ("id",), message, tip


@rule()
def school_bij_de_goede_partij(regio: Regio) -> Iterator[Problem]:
    """The board of a school is a board, and its samenwerkingsverband is one."""
    for key, school in regio.scholen.items():
        for field in (Gebiedsoort.SCHOOLBESTUUR, Gebiedsoort.SAMENWERKINGSVERBAND):
            name = "bestuur" if field is Gebiedsoort.SCHOOLBESTUUR else str(field)
            party = getattr(school, name)
            found = regio.partijen.get(party) if not isinstance(party, Onbekend) else None
            if found is not None and VAN_PARTIJ.get(found.soort) is field:
                continue
            if found is not None or party in regio.gemeenten:
                message = f"'{party}' is een {found.soort if found else 'gemeente'}, geen {field}."
                tip = f"Kies een partij met 'soort: {field}', of schrijf: {name}: onbekend"
                yield pad_van(School, key), (name,), message, tip


@rule(Level.LET_OP)
def school_buiten_haar_samenwerkingsverband(regio: Regio) -> Iterator[Problem]:
    """A school stands in a municipality of its samenwerkingsverband."""
    for key, school in regio.scholen.items():
        party = regio.partijen.get(str(school.samenwerkingsverband))
        if party is None or not isinstance(party.gemeenten, tuple):
            continue
        if school.gemeente not in party.gemeenten:
            message = f"Volgens {pad_van(Partij, party.id)} werkt '{party.id}' niet in "
            message += f"'{school.gemeente}'."
            tip = "Klopt de gemeente van de school, en haar samenwerkingsverband?"
            yield pad_van(School, key), ("samenwerkingsverband",), message, tip


@rule(Level.LET_OP)
def deel_van_gearchiveerd_gebied(regio: Regio) -> Iterator[Problem]:
    """A school or wijk that counts lies in areas that count: who stopped has a successor."""
    retired = {key for key, one in regio.cijfergebieden.items() if not one.telt}
    for kind, group in ((School, regio.scholen), (Wijk, regio.wijken)):
        for one in actief(group) if retired else ():
            for field in ("bestuur", "samenwerkingsverband", "gemeente"):
                key = getattr(one, field, "")
                if isinstance(key, str) and key in retired:
                    message = f"'{key}' is gearchiveerd."
                    tip = f"Bij welk ander {field} hoort dit nu? Of schrijf: {field}: onbekend"
                    if field == "gemeente":
                        tip = "In welke gemeente ligt dit nu?"
                    yield pad_van(kind, one.id), (field,), message, tip


@rule()
def wijk_van_een_andere_gemeente(regio: Regio) -> Iterator[Problem]:
    """The code of a wijk begins with that of its municipality."""
    for key, wijk in regio.wijken.items():
        gemeente = regio.gemeenten.get(wijk.gemeente)
        if gemeente is None or wijk.cbs_code[2:6] == gemeente.cbs_code[2:]:
            continue
        digits = wijk.cbs_code[2:6]
        right = [one.id for one in regio.gemeenten.values() if one.cbs_code[2:] == digits]
        message = f"Een wijk van {gemeente.naam} heeft een code die begint met "
        message += f"WK{gemeente.cbs_code[2:]}."
        tip = f"Bedoel je '{right[0]}'?" if right else "Zoek de code op bij het CBS."
        yield pad_van(Wijk, key), ("gemeente",), message, tip


@rule()
def gebied_zonder_soort(regio: Regio) -> Iterator[Problem]:
    """A party that is no area has no figures."""
    for pad, loc, row in rijen(regio):
        party = regio.partijen.get(row.gebied)
        if party is not None and row.gebied not in regio.cijfergebieden:
            message = f"'{row.gebied}' is een {party.soort}: daar zijn geen cijfers van."
            kinds = " of een ".join(VAN_PARTIJ[one] for one in VAN_PARTIJ)
            yield pad, (*loc, "gebied"), message, f"Van een partij kan het een {kinds} zijn."


def niet_per(soort: Gebiedsoort | None, ook_per: tuple[Gebiedsoort, ...]) -> tuple[str, str] | None:
    """(message, tip) of an area of a kind that an indicator has no figures of."""
    if soort is None or soort in ook_per:
        return None
    message = f"Deze indicator heeft geen cijfers per {soort}."
    return message, f"Mag dat wel? Zet dan bij 'ook_per' van de indicator: {soort}."


@rule()
def gebied_past_niet_bij_indicator(regio: Regio) -> Iterator[Problem]:
    """Figures are of the kinds of areas that their indicator allows."""
    for pad, loc, row, indicator in met_indicator(regio):
        area = regio.cijfergebieden.get(row.gebied)
        told = niet_per(area.soort, indicator.ook_per) if area else None
        if told:
            yield pad, (*loc, "gebied"), *told


@rule()
def percentage_van_een_school(regio: Regio) -> Iterator[Problem]:
    """A share of so few pupils tells a small count: it is only worked out here, of counts that are
    protected.
    """
    for pad, indicator in indicatoren(regio):
        if indicator.eenheid is not Eenheid.PROCENT or indicator.afleiding is not None:
            continue
        if Gebiedsoort.SCHOOL in indicator.ook_per:
            message = "Een percentage van een school verraadt een klein aantal: 2 procent van 200 "
            message += "leerlingen zijn er 4."
            tip = "Geef teller en noemer als aantallen, en de berekening bij 'afleiding'."
            at = indicator.ook_per.index(Gebiedsoort.SCHOOL)
            yield pad, ("ook_per", at), message, tip


@rule(Level.LET_OP)
def cijfers_van_gearchiveerd_gebied(regio: Regio) -> Iterator[Problem]:
    """The newest figures are not of an area that no longer counts."""
    retired = {key for key, one in regio.cijfergebieden.items() if not one.telt}
    newest: dict[str, Periode] = {}
    for _, _, row in rijen(regio) if retired else ():
        newest[row.indicator] = max(newest.get(row.indicator, row.periode), row.periode)
    told: set[tuple[str, str]] = set()
    for pad, loc, row in rijen(regio) if retired else ():
        if row.gebied not in retired or newest[row.indicator] != row.periode:
            continue
        if (pad, row.gebied) not in told:
            told.add((pad, row.gebied))
            message = f"'{row.gebied}' is gearchiveerd, en hier staan cijfers over {row.periode}."
            tip = "Klopt de id, of telt dit gebied weer mee?"
            yield pad, (*loc, "gebied"), message, tip
