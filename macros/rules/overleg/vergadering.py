"""Rules of meetings and decisions: who may decide, what an agenda needs, what comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.issue import Level
from macros.model.agenda import Stand
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van
from macros.model.overleg.structuur import Bevoegdheid, ToestandOverleg
from macros.model.overleg.vergadering import Besluit, Doel, StandVergadering, Vergadering
from macros.model.overleg.voorstelroute import Voorstelroute
from macros.rules.registry import Problem, dated_rule, rule
from macros.rules.rondje import rondjes


def _vergaderingen(regio: Regio) -> Iterator[tuple[str, Vergadering]]:
    for key, vergadering in regio.vergaderingen.items():
        yield pad_van(Vergadering, key), vergadering


def _besluiten(regio: Regio) -> Iterator[tuple[str, Besluit, Vergadering | None]]:
    for key, besluit in regio.besluiten.items():
        vergadering = regio.vergaderingen.get(besluit.vergadering)
        yield pad_van(Besluit, key), besluit, vergadering


@rule()
def besluit_zonder_bevoegdheid(regio: Regio) -> Iterator[Problem]:
    """Only a body that may decide takes a decision."""
    for pad, _, vergadering in _besluiten(regio):
        if vergadering is None:
            continue
        if vergadering.overleg is None:
            message = f"'{vergadering.id}' is niet van een overleg. Daar valt dus geen besluit."
            yield pad, ("vergadering",), message, "Kies de vergadering waarin het besluit viel."
            continue
        overleg = regio.overleggen.get(vergadering.overleg)
        if overleg and not overleg.mag(Bevoegdheid.BESLIST):
            message = f"Bij het overleg '{overleg.id}' staat niet dat het mag beslissen."
            tip = f"Kies een andere vergadering, of zet 'beslist' erbij in {overleg.id}.yml."
            yield pad, ("vergadering",), message, tip


@rule()
def besluit_voor_de_vergadering(regio: Regio) -> Iterator[Problem]:
    """A decision of a body falls in a meeting that took place."""
    for pad, _, vergadering in _besluiten(regio):
        if vergadering is None or vergadering.overleg is None:
            continue
        if vergadering.stand is not StandVergadering.GEHOUDEN:
            message = f"'{vergadering.id}' heeft de stand '{vergadering.stand}', niet 'gehouden'."
            tip = "Kies een andere vergadering, of verbeter daar de stand."
            yield pad, ("vergadering",), message, tip


@rule(Level.LET_OP)
def besluit_ouder_dan_de_vergadering(regio: Regio) -> Iterator[Problem]:
    """What is known of a decision is of after the meeting in which it fell."""
    for pad, besluit, vergadering in _besluiten(regio):
        known = besluit.herkomst.peildatum
        if vergadering and known.einde < vergadering.datum.begin:
            message = f"De vergadering was op {vergadering.datum}, na deze peildatum."
            tip = "Kies een andere vergadering, of verbeter een van de datums."
            yield pad, ("herkomst", "peildatum"), message, tip


@rule()
def besluiten_in_een_rondje(regio: Regio) -> Iterator[Problem]:
    """A decision does not replace one that replaces it, by whatever detour."""
    replaces = {key: one.vervangt for key, one in regio.besluiten.items()}
    for key, index, message, tip in rondjes(replaces):
        yield pad_van(Besluit, key), ("vervangt", index), message, tip


@rule()
def vervangt_een_later_besluit(regio: Regio) -> Iterator[Problem]:
    """What is replaced was decided before; of decisions in a circle only the circle is told."""
    circle = {(pad, loc) for pad, loc, *_ in besluiten_in_een_rondje(regio)}
    for pad, besluit, vergadering in _besluiten(regio):
        for index, key in enumerate(besluit.vervangt):
            before = _datum(regio, key)
            if not vergadering or not before or (pad, ("vervangt", index)) in circle:
                continue
            if before.begin > vergadering.datum.einde:
                message = f"'{key}' is van {before}, dus van na dit besluit ({vergadering.datum})."
                tip = "Zet 'vervangt' bij het latere besluit, of verbeter een van de datums."
                yield pad, ("vervangt", index), message, tip


def _datum(regio: Regio, besluit: str) -> Datum | None:
    found = regio.besluiten.get(besluit)
    vergadering = regio.vergaderingen.get(found.vergadering) if found else None
    return vergadering.datum if vergadering else None


@rule()
def vergadering_voor_het_begin(regio: Regio) -> Iterator[Problem]:
    """A body does not meet before it existed."""
    for pad, vergadering in _vergaderingen(regio):
        overleg = regio.overleggen.get(vergadering.overleg or "")
        if overleg is None or not isinstance(overleg.sinds, Datum):
            continue
        if vergadering.datum.einde < overleg.sinds.begin:
            message = f"Het overleg '{overleg.id}' bestaat pas sinds {overleg.sinds}."
            tip = f"Verbeter deze datum, of 'sinds' in {overleg.id}.yml."
            yield pad, ("datum",), message, tip


@dated_rule()
def stand_en_datum(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """A meeting that was held lies in the past; one in the calendar has a day."""
    for pad, vergadering in _vergaderingen(regio):
        if (
            vergadering.stand is StandVergadering.GEHOUDEN
            and vergadering.datum.begin > vandaag.begin
        ):
            message = f"Deze vergadering is 'gehouden', maar {vergadering.datum} moet nog komen."
            tip = f"Kies een andere stand, of verbeter de datum. Vandaag is het {vandaag}."
            yield pad, ("stand",), message, tip
        if vergadering.stand is StandVergadering.GEPLAND and not vergadering.datum.dag:
            message = "Een geplande vergadering heeft een hele datum nodig."
            tip = "Schrijf een dag, zoals 2027-03-18. Nog geen dag? Kies de stand 'aangekondigd'."
            yield pad, ("datum",), message, tip


@rule()
def einde_voor_begin(regio: Regio) -> Iterator[Problem]:
    """A meeting ends after it begins, and has no end without a beginning."""
    for pad, vergadering in _vergaderingen(regio):
        begin, end = vergadering.begin, vergadering.einde
        if end is ONBEKEND:
            continue
        if begin is ONBEKEND:
            message = "Het einde is bekend, maar het begin niet."
            yield pad, ("begin",), message, "Vul het begin in, of maak het einde ook onbekend."
        elif end <= begin:
            message = f"Het einde ({end:%H:%M}) ligt niet na het begin ({begin:%H:%M})."
            yield pad, ("einde",), message, "Verbeter een van de twee tijden."


@rule()
def agendapunt_compleet(regio: Regio) -> Iterator[Problem]:
    """Of a planned meeting, each agenda item says whom it concerns and to what end."""
    for pad, vergadering in _vergaderingen(regio):
        if vergadering.agenda is ONBEKEND:
            continue
        for index, punt in enumerate(vergadering.agenda):
            if vergadering.stand is StandVergadering.GEPLAND:
                for veld, tip in _NODIG.items():
                    if getattr(punt, veld) is ONBEKEND:
                        message = f"De vergadering is gepland, maar '{veld}' is hier nog onbekend."
                        yield pad, ("agenda", index, veld), message, tip
            if punt.partijen is None and punt.doel is not Doel.VAST_PUNT:
                message = "Bij dit agendapunt staat niet voor wie het is."
                tip = "Noem de partijen bij 'partijen', of kies als doel 'vast-punt'."
                yield pad, ("agenda", index, "partijen"), message, tip


_NODIG: Mapping[str, str] = {
    "partijen": "Noem de partijen die het betreft.",
    "doel": f"Kies uit: {', '.join(Doel)}.",
}


@rule()
def vervolg_zonder_bewijs(regio: Regio) -> Iterator[Problem]:
    """That something is done, or will not be, is only shown with a source that shows it."""
    for pad, besluit, _ in _besluiten(regio):
        for index, vervolg in enumerate(() if besluit.vervolg is ONBEKEND else besluit.vervolg):
            if vervolg.stand in (Stand.AFGEROND, Stand.GESTOPT) and not vervolg.bewijs:
                message = f"De stand is '{vervolg.stand}', maar er staat geen bewijs bij."
                tip = "Noem bij 'bewijs' de bron waaruit dit blijkt, of zet de stand op onbekend."
                yield pad, ("vervolg", index, "stand"), message, tip


@rule()
def mijlpaal_van_dezelfde_dag(regio: Regio) -> Iterator[Problem]:
    """A meeting and the milestone that tells of it have the same date."""
    for pad, vergadering in _vergaderingen(regio):
        mijlpaal = regio.mijlpalen.get(vergadering.mijlpaal or "")
        if mijlpaal and mijlpaal.datum != vergadering.datum:
            message = (
                f"De mijlpaal is van {mijlpaal.datum}, de vergadering van {vergadering.datum}."
            )
            tip = "Kies een andere mijlpaal, of verbeter een van de twee datums."
            yield pad, ("mijlpaal",), message, tip


@rule()
def dubbel_agendapunt(regio: Regio) -> Iterator[Problem]:
    """Within a meeting an agenda item has an id of its own."""
    for pad, vergadering in _vergaderingen(regio):
        if vergadering.agenda is ONBEKEND:
            continue
        seen: set[str] = set()
        for index, punt in enumerate(vergadering.agenda):
            if punt.id in seen:
                message = f"De id '{punt.id}' staat twee keer op deze agenda."
                yield pad, ("agenda", index, "id"), message, "Geef een van de twee een andere id."
            seen.add(punt.id)


@rule()
def twee_op_een_dag(regio: Regio) -> Iterator[Problem]:
    """A body meets once a day; a meeting that moved keeps its id."""
    seen: dict[tuple[str | None, Datum], str] = {}
    for pad, vergadering in _vergaderingen(regio):
        if vergadering.overleg is None or not vergadering.datum.dag:
            continue
        other = seen.setdefault((vergadering.overleg, vergadering.datum), vergadering.id)
        if other != vergadering.id:
            message = f"Op deze dag vergadert '{vergadering.overleg}' al: '{other}'."
            yield pad, ("datum",), message, "Verbeter de datum, of voeg de twee samen."


@rule()
def gepland_en_vervallen(regio: Regio) -> Iterator[Problem]:
    """A body that no longer exists has no meetings to come and takes no step of a route."""
    for pad, vergadering in _vergaderingen(regio):
        if vergadering.stand is StandVergadering.GEPLAND and _vervallen(regio, vergadering.overleg):
            message = f"Het overleg '{vergadering.overleg}' is vervallen en vergadert niet meer."
            yield pad, ("overleg",), message, _LEEFT
    for route in actief(regio.routes):
        for index, stap in enumerate(route.stappen):
            for place, overleg in enumerate(stap.overleggen):
                if _vervallen(regio, overleg):
                    message = f"Het overleg '{overleg}' is vervallen en kan geen stap zetten."
                    loc = ("stappen", index, "overleggen", place)
                    yield pad_van(Voorstelroute, route.id), loc, message, _LEEFT


_LEEFT = "Kies een ander overleg, of verbeter daar de toestand."


def _vervallen(regio: Regio, key: str | None) -> bool:
    overleg = regio.overleggen.get(key or "")
    return overleg is not None and overleg.toestand is ToestandOverleg.VERVALLEN


@rule()
def klaar_voor_het_besluit(regio: Regio) -> Iterator[Problem]:
    """What follows from a decision is not due before it."""
    for pad, besluit, vergadering in _besluiten(regio):
        if vergadering is None or besluit.vervolg is ONBEKEND:
            continue
        for index, vervolg in enumerate(besluit.vervolg):
            due = vervolg.uiterlijk
            if isinstance(due, Datum) and due.einde < vergadering.datum.begin:
                message = f"{due} ligt voor het besluit zelf ({vergadering.datum})."
                yield pad, ("vervolg", index, "uiterlijk"), message, "Verbeter een van de datums."
