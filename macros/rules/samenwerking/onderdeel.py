"""Rules of the model: the matrix, codes, routes, dates.

Not here: the law around it (``recht``) and the questions that lead to it (``wegwijzer``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import Level, nearest
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Zekerheid
from macros.model.geheel import Regio, pad_van
from macros.model.regio import Sector
from macros.model.samenwerking.onderdeel import (
    Cel,
    Celwaarde,
    Onderdeel,
    Samenwerking,
    Stap,
    Thema,
    codevolgorde,
)
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc

_MODEL = pad_van(Samenwerking)


def _onderdelen(regio: Regio) -> Iterator[tuple[str, Onderdeel]]:
    for key, onderdeel in regio.onderdelen.items():
        yield pad_van(Onderdeel, key), onderdeel


def _cellen(regio: Regio) -> Iterator[tuple[str, Onderdeel, Loc, Cel]]:
    for pad, onderdeel in _onderdelen(regio):
        for index, cel in enumerate(onderdeel.cellen):
            yield pad, onderdeel, ("cellen", index), cel


@rule()
def geen_bestand(regio: Regio) -> Iterator[Problem]:
    """The squares of a matrix stand in columns, and these are in the file of the model."""
    if regio.samenwerking is None and any(True for _ in _cellen(regio)):
        tip = "Het hoort te bevatten: de kolommen van de matrix, en wat het model is."
        yield _MODEL, (), "Dit bestand ontbreekt.", tip


@rule()
def dubbele_kolom(regio: Regio) -> Iterator[Problem]:
    """A column has an id of its own."""
    ids = [kolom.id for kolom in regio.kolommen]
    for index, key in enumerate(ids):
        if key in ids[:index]:
            loc = ("kolommen", index, "id")
            yield _MODEL, loc, f"De kolom '{key}' is er al.", "Geef deze kolom een andere id."


@rule()
def kolom_bestaat(regio: Regio) -> Iterator[Problem]:
    """A square stands in a column of the matrix."""
    if regio.samenwerking is None:
        return
    ids = [kolom.id for kolom in regio.kolommen]
    for pad, _, loc, cel in _cellen(regio):
        if cel.kolom not in ids:
            message = f"De kolom '{cel.kolom}' bestaat niet."
            yield pad, (*loc, "kolom"), message, nearest(cel.kolom, ids)


@rule()
def elke_kolom_een_keer(regio: Regio) -> Iterator[Problem]:
    """An onderdeel has one square for every column: what nobody knows is said, not left out."""
    ids = [kolom.id for kolom in regio.kolommen]
    for pad, onderdeel in _onderdelen(regio):
        used = [cel.kolom for cel in onderdeel.cellen]
        for index, key in enumerate(used):
            if key in used[:index]:
                message = f"Het vak voor de kolom '{key}' staat er twee keer."
                yield pad, ("cellen", index, "kolom"), message, "Haal er één weg."
        for key in ids:
            if key not in used:
                message = f"Het vak voor de kolom '{key}' ontbreekt."
                tip = "Voeg het toe. Weet niemand het? Schrijf dan: waarde: onbekend"
                yield pad, ("cellen",), message, tip


@rule()
def cel_zonder_zekerheid(regio: Regio) -> Iterator[Problem]:
    """A square with a value says where that comes from and how sure it is; the two agree."""
    for pad, _, loc, cel in _cellen(regio):
        unsure = cel.zekerheid is Zekerheid.ONBEKEND
        if cel.waarde is not ONBEKEND and unsure:
            message = f"Dit vak heeft een waarde ('{cel.waarde}'), maar geen zekerheid."
            tip = (
                "Vul bij 'herkomst' de bron, peildatum en zekerheid in, of maak de waarde onbekend."
            )
            yield pad, (*loc, "waarde"), message, tip
        elif cel.waarde is ONBEKEND and not unsure:
            message = "De waarde is onbekend, maar bij 'herkomst' staat een zekerheid."
            tip = "Vul de waarde in, of haal 'herkomst' weg."
            yield pad, (*loc, "waarde"), message, tip


@rule()
def alleen_bij_ja(regio: Regio) -> Iterator[Problem]:
    """Only a filled square names sectors or a party."""
    for pad, _, loc, cel in _cellen(regio):
        for veld in ("sectoren", "wie") if cel.waarde is not Celwaarde.JA else ():
            if getattr(cel, veld):
                message = f"'{veld}' kan alleen als de waarde 'ja' is."
                yield pad, (*loc, veld), message, "Maak de waarde 'ja', of haal dit veld weg."


@rule(Level.LET_OP)
def leeg_zonder_matrix(regio: Regio) -> Iterator[Problem]:
    """Only who saw the matrix can say that it leaves a square empty."""
    matrix = regio.samenwerking.herkomst.bron if regio.samenwerking else ""
    for pad, _, loc, cel in _cellen(regio):
        if cel.waarde is Celwaarde.LEEG and cel.herkomst and cel.herkomst.bron != matrix:
            message = (
                f"'leeg' zegt dat de matrix dit vak leeg laat, en bron '{cel.herkomst.bron}' "
                "is de matrix niet."
            )
            tip = "Niet in de matrix zelf gezien? Maak er 'onbekend' van, met een toelichting."
            yield pad, (*loc, "waarde"), message, tip


@rule()
def zelfde_stap_even_zeker(regio: Regio) -> Iterator[Problem]:
    """The first step is as sure as the same step of a route: each goes by its own source."""
    for pad, onderdeel in _onderdelen(regio):
        first = onderdeel.eerste_stap
        if first is ONBEKEND or onderdeel.routes is ONBEKEND:
            continue
        for index, route in enumerate(onderdeel.routes):
            for at, stap in enumerate(route.stappen):
                if (stap.wie, stap.wat) != (first.wie, first.wat):
                    continue
                sure = (stap.herkomst or route.herkomst).zekerheid
                if sure is not first.herkomst.zekerheid:
                    message = (
                        f"Deze stap heet hier '{sure}', en dezelfde stap heet "
                        f"'{first.herkomst.zekerheid}' als eerste stap."
                    )
                    tip = "Geef deze stap een eigen herkomst, of verander die van de eerste stap."
                    yield pad, ("routes", index, "stappen", at), message, tip


@rule()
def sector_van_onderdeel(regio: Regio) -> Iterator[Problem]:
    """Squares and routes are for sectors of their onderdeel."""
    for pad, onderdeel in _onderdelen(regio):
        if onderdeel.sectoren is ONBEKEND:
            continue
        for loc, sectoren in _sectoren(onderdeel):
            for index, sector in enumerate(sectoren):
                if sector not in onderdeel.sectoren:
                    message = f"'{sector}' staat niet bij de sectoren van dit onderdeel."
                    tip = nearest(sector, [str(one) for one in onderdeel.sectoren])
                    yield pad, (*loc, "sectoren", index), message, tip


def _sectoren(onderdeel: Onderdeel) -> Iterator[tuple[Loc, tuple[Sector, ...]]]:
    for index, cel in enumerate(onderdeel.cellen):
        yield ("cellen", index), cel.sectoren
    if onderdeel.routes is not ONBEKEND:
        for index, route in enumerate(onderdeel.routes):
            yield ("routes", index), route.sectoren


@rule()
def code_past_bij_thema(regio: Regio) -> Iterator[Problem]:
    """A code begins with the number of its theme, and the id with the code: it is the address."""
    for pad, onderdeel in _onderdelen(regio):
        thema = regio.themas.get(onderdeel.thema)
        if thema and codevolgorde(onderdeel.code)[0] != thema.nummer:
            message = f"De code '{onderdeel.code}' past niet bij thema {thema.nummer}."
            yield pad, ("code",), message, "Verander de code of het thema."
        if onderdeel.id.split("-")[0] != onderdeel.code:
            message = f"De id '{onderdeel.id}' begint niet met de code '{onderdeel.code}'."
            yield pad, ("id",), message, f"Begin de id met '{onderdeel.code}-'."


@rule()
def dubbele_code(regio: Regio) -> Iterator[Problem]:
    """A code is of one onderdeel, and of none as long as nothing is known of it."""
    seen: dict[str, str] = {}
    for onderdeel in regio.actieve_onderdelen:
        pad = pad_van(Onderdeel, onderdeel.id)
        other = seen.setdefault(onderdeel.code, onderdeel.id)
        if other != onderdeel.id:
            message = f"De code '{onderdeel.code}' is al van '{other}'."
            yield pad, ("code",), message, "Kies een code die nog vrij is."
    for key, thema in regio.themas.items():
        for index, code in enumerate(thema.onbekende_onderdelen):
            pad, loc = pad_van(Thema, key), ("onbekende_onderdelen", index)
            if code in seen:
                message = f"'{code}' heet hier onbekend, maar het onderdeel '{seen[code]}' is er."
                yield pad, loc, message, "Haal deze regel weg."
            elif codevolgorde(code)[0] != thema.nummer:
                message = f"De code '{code}' past niet bij thema {thema.nummer}."
                yield pad, loc, message, "Zet de code bij het goede thema."


@rule()
def stappen_op_volgorde(regio: Regio) -> Iterator[Problem]:
    """A step follows on one that stands above it, so a route cannot go round in circles."""
    for pad, onderdeel in _onderdelen(regio):
        for loc, stappen in _routes(onderdeel):
            ids = [stap.id for stap in stappen]
            for index, stap in enumerate(stappen):
                if stap.id in ids[:index]:
                    message = f"De stap '{stap.id}' is er al in deze route."
                    yield pad, (*loc, index, "id"), message, "Geef de stap een andere id."
                if stap.na is None or stap.na in ids[:index]:
                    continue
                if stap.na in ids:
                    message = f"De stap '{stap.na}' staat niet boven deze stap."
                    tip = "Zet de stappen in de volgorde waarin ze gebeuren."
                else:
                    message = f"De stap '{stap.na}' is er niet in deze route."
                    tip = nearest(stap.na, ids[:index])
                yield pad, (*loc, index, "na"), message, tip


def _routes(onderdeel: Onderdeel) -> Iterator[tuple[Loc, tuple[Stap, ...]]]:
    if onderdeel.routes is not ONBEKEND:
        for index, route in enumerate(onderdeel.routes):
            yield ("routes", index, "stappen"), route.stappen
    if onderdeel.gemeente is not ONBEKEND:
        yield ("gemeente", "stappen"), onderdeel.gemeente.stappen


@rule()
def datums_in_volgorde(regio: Regio) -> Iterator[Problem]:
    """An agreement is adopted before it is checked, and before it ends."""
    for pad, onderdeel in _onderdelen(regio):
        adopted = onderdeel.vastgesteld_op
        for veld in ("gecontroleerd_op", "geldig_tot"):
            later = getattr(onderdeel, veld)
            if not isinstance(adopted, Datum) or not isinstance(later, Datum):
                continue
            if later.einde < adopted.begin:
                message = f"{later} ligt voor de datum van vaststelling ({adopted})."
                yield pad, (veld,), message, "Kijk beide datums na."
