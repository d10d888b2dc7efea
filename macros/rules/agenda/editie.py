"""Rules of agendas beside each other: which one replaced which, for which years, and that one of
them counts.

Not here: what stands in one agenda (``speerpunt``); which one counts (``model.agenda.geldend``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from macros.issue import Level
from macros.model.agenda import Agenda, eerdere
from macros.model.basis.datum import Datum
from macros.model.basis.record import Status, actief
from macros.model.geheel import Regio, pad_van
from macros.rules.registry import Problem, dated_rule, rule
from macros.rules.rondje import rondjes


@rule()
def looptijd_in_volgorde(regio: Regio) -> Iterator[Problem]:
    """An agenda ends after it begins."""
    for key, one in regio.agendas.items():
        looptijd = one.jaren
        if looptijd and looptijd.tot_en_met < looptijd.van:
            message = (
                f"De looptijd eindigt ({looptijd.tot_en_met}) voordat zij begint ({looptijd.van})."
            )
            loc = ("looptijd", "tot_en_met")
            yield pad_van(Agenda, key), loc, message, "Draai de jaren om."


@rule()
def opvolger_is_een_andere(regio: Regio) -> Iterator[Problem]:
    """What comes after an agenda does not stand in the source of the agenda itself."""
    for key, one in regio.agendas.items():
        if one.opvolger == one.herkomst.bron:
            message = "Dit is de bron van deze agenda zelf, en niet van een opvolger."
            tip = "Noem de bron van de volgende agenda, of zet 'opvolger' op onbekend."
            yield pad_van(Agenda, key), ("opvolger",), message, tip


@rule()
def opvolger_heeft_een_bestand(regio: Regio) -> Iterator[Problem]:
    """What comes after an agenda is said in one place: by the agenda that replaces it."""
    for one in actief(regio.agendas):
        before = regio.agendas.get(one.vervangt or "")
        if before and before.opvolger is not None:
            message = f"Wat hierna komt, is hier al: '{one.id}' vervangt deze agenda."
            tip = "Haal 'opvolger' hier weg, en ook bij 'gezocht_op'."
            yield pad_van(Agenda, before.id), ("opvolger",), message, tip


@rule()
def agendas_in_een_rondje(regio: Regio) -> Iterator[Problem]:
    """No agenda replaces what replaced it."""
    replaces = {key: (one.vervangt,) if one.vervangt else () for key, one in regio.agendas.items()}
    for key, _, message, tip in rondjes(replaces):
        yield pad_van(Agenda, key), ("vervangt",), message, tip


@rule()
def een_opvolger(regio: Regio) -> Iterator[Problem]:
    """One agenda at most comes after another."""
    first: dict[str, str] = {}
    for one in actief(regio.agendas):
        if one.vervangt and first.setdefault(one.vervangt, one.id) != one.id:
            message = f"'{one.vervangt}' is al vervangen, door '{first[one.vervangt]}'."
            tip = "Kies een andere agenda, of zet een van de twee op gearchiveerd."
            yield pad_van(Agenda, one.id), ("vervangt",), message, tip


@rule()
def een_eerste_agenda(regio: Regio) -> Iterator[Problem]:
    """Only the first agenda comes after no other."""
    found = _op_volgorde(regio, lambda one: one.vervangt is None)
    for one in found[1:]:
        message = f"Er geldt één agenda tegelijk, en '{found[0].id}' is er ook."
        tip = f"Zet erbij welke agenda hiervoor gold, zoals: vervangt: {found[0].id}"
        yield pad_van(Agenda, one.id), ("id",), message, tip


@rule()
def looptijden_na_elkaar(regio: Regio) -> Iterator[Problem]:
    """Two agendas are not for the same years; in the year that one gives way there may be both."""
    for one, other in combinations(_op_volgorde(regio, lambda one: one.jaren), 2):
        assert one.jaren
        assert other.jaren
        if other.jaren.van == one.jaren.van or other.jaren.van < one.jaren.tot_en_met:
            message = f"De looptijd begint binnen die van '{one.id}' ({one.jaren})."
            tip = "Verbeter een van beide. Geldt de oude korter dan gepland? Kort haar dan in."
            yield pad_van(Agenda, other.id), ("looptijd", "van"), message, tip


@rule()
def vervangt_een_eerdere(regio: Regio) -> Iterator[Problem]:
    """An agenda begins after the one that it replaces."""
    for key, one in regio.agendas.items():
        before = regio.agendas.get(one.vervangt or "")
        if before and one.jaren and before.jaren and one.jaren.van < before.jaren.van:
            message = f"'{before.id}' begint pas in {before.jaren.van}, dus na deze agenda."
            yield pad_van(Agenda, key), ("vervangt",), message, "Draai de twee om."


@rule()
def vastgesteld_wanneer_en_door_wie(regio: Regio) -> Iterator[Problem]:
    """Of an agenda that was adopted stands both when and by whom; of another neither."""
    for key, one in regio.agendas.items():
        for here, missing in (
            ("vastgesteld_op", "vastgesteld_door"),
            ("vastgesteld_door", "vastgesteld_op"),
        ):
            if getattr(one, here) is not None and getattr(one, missing) is None:
                message = f"Bij '{here}' hoort ook '{missing}'."
                tip = f"Vul het in, of schrijf: {missing}: onbekend. Niet vastgesteld? Haal weg."
                yield pad_van(Agenda, key), (here,), message, tip


@rule()
def een_agenda_geldt(regio: Regio) -> Iterator[Problem]:
    """Where there are agendas, one of them counts: what does is not archived."""
    for key, one in regio.agendas.items():
        if regio.editie or one.status is not Status.GEARCHIVEERD:
            continue
        message = "Nu geldt er geen agenda: wie moet gelden, is gearchiveerd."
        tip = "Haal 'status' weg. Een agenda die vervangen is, hoef je niet te archiveren."
        yield pad_van(Agenda, key), ("status",), message, tip


@dated_rule(Level.LET_OP)
def begonnen_en_niet_vastgesteld(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """An agenda whose years have begun is adopted; until it is, the one before it counts."""
    for one in actief(regio.agendas):
        begun = one.jaren and one.jaren.van <= vandaag.jaar
        if begun and one.in_voorbereiding and one.id != regio.editie:
            message = "De looptijd is begonnen en de agenda is niet vastgesteld: "
            message += f"daarom geldt '{regio.editie}' nog."
            tip = "Is zij vastgesteld? Vul 'vastgesteld_op' en 'vastgesteld_door' in."
            yield pad_van(Agenda, one.id), ("looptijd", "van"), message, tip


def _op_volgorde(regio: Regio, welke: Callable[[Agenda], object]) -> list[Agenda]:
    """Agendas that are not archived, as they come after each other."""

    def begin(one: Agenda) -> tuple[int, int, str]:
        return (one.jaren.van if one.jaren else 0, len([*eerdere(regio.agendas, one)]), one.id)

    return sorted(filter(welke, actief(regio.agendas)), key=begin)
