"""Rules of the area ``agenda``: years, progress that can be shown, plain language.

Not here: agendas beside each other (``editie``), the numbers of speerpunten and others
(``elk.nummer``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.issue import Level
from macros.model.agenda import Agenda, Looptijd, Mijlpaal, Principe, Speerpunt
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio, pad_van
from macros.model.regio import Begrip
from macros.model.walk import first_sentence
from macros.rules.registry import Problem, Woorden, rule


@rule()
def mijlpaal_op_volgorde(regio: Regio) -> Iterator[Problem]:
    """A later milestone on the way to an agenda never lies wholly before an earlier one."""
    ordered = sorted(regio.mijlpalen.values(), key=lambda one: (one.agenda, one.nummer))
    for before, after in pairwise(ordered):
        if after.agenda != before.agenda:
            continue
        if after.datum.einde < before.datum.begin:
            message = f"{after.datum} ligt voor {before.datum} van '{before.id}'."
            yield (
                pad_van(Mijlpaal, after.id),
                ("datum",),
                message,
                "Pas de datum of het nummer aan.",
            )


@rule()
def dubbele_actie(regio: Regio) -> Iterator[Problem]:
    """The id of an action is used once in all agendas: it is part of its address."""
    seen: dict[str, str] = {}
    for key, speerpunt in regio.speerpunten.items():
        for index, actie in enumerate(speerpunt.acties):
            if actie.id in seen:
                message = f"De actie-id '{actie.id}' is al gebruikt bij '{seen[actie.id]}'."
                loc = ("acties", index, "id")
                yield pad_van(Speerpunt, key), loc, message, "Kies een andere id."
            seen.setdefault(actie.id, key)


def _looptijd(regio: Regio, one: Speerpunt) -> Looptijd | None:
    """The years of its agenda, when there are any between its first and its last."""
    agenda = regio.agendas.get(one.agenda)
    looptijd = agenda.jaren if agenda else None
    return looptijd if looptijd and looptijd.van <= looptijd.tot_en_met else None


def _in_bestand(one: Speerpunt) -> str:
    return f"de looptijd in {pad_van(Agenda, one.agenda)}"


@rule(Level.LET_OP)
def woord_met_twee_uitleggen(regio: Regio) -> Iterator[Problem]:
    """A direction that is a word of the glossary begins as it is explained there."""
    terms = {one.term.casefold(): one for one in regio.begrippen.values()}
    for key, principe in regio.principes.items():
        term = terms.get(principe.titel.casefold())
        begin = first_sentence(principe.voor_ouders)
        if term and begin not in term.voor_ouders:
            message = f"'{principe.titel}' is bij de begrippen anders uitgelegd."
            tip = f"Begin met dezelfde zin als 'voor_ouders' in {pad_van(Begrip, term.id)}."
            yield pad_van(Principe, key), ("voor_ouders",), message, tip


@rule()
def planjaar_in_looptijd(regio: Regio) -> Iterator[Problem]:
    """Every planned year lies within the agenda, once, in order."""
    for key, speerpunt in regio.speerpunten.items():
        looptijd = _looptijd(regio, speerpunt)
        pad = pad_van(Speerpunt, key)
        previous = 0
        for index, jaar in enumerate(speerpunt.planning):
            loc = ("planning", index, "jaar")
            if looptijd and not looptijd.van <= jaar.jaar <= looptijd.tot_en_met:
                message = (
                    f"{jaar.jaar} ligt buiten de looptijd ({looptijd.van}-{looptijd.tot_en_met})."
                )
                yield pad, loc, message, f"Verander het jaar, of {_in_bestand(speerpunt)}."
            elif jaar.jaar == previous:
                yield pad, loc, f"{jaar.jaar} staat er twee keer.", "Voeg de twee samen."
            elif jaar.jaar < previous:
                yield pad, loc, f"{jaar.jaar} staat na {previous}.", "Zet de jaren op volgorde."
            previous = max(previous, jaar.jaar)


@rule()
def actie_in_looptijd(regio: Regio) -> Iterator[Problem]:
    """An action is planned within the years of the agenda."""
    for key, speerpunt in regio.speerpunten.items():
        looptijd = _looptijd(regio, speerpunt)
        for index, actie in enumerate(speerpunt.acties):
            if actie.wanneer is ONBEKEND or looptijd is None:
                continue
            for at, datum in enumerate(actie.wanneer):
                if not looptijd.van <= datum.jaar <= looptijd.tot_en_met:
                    span = f"{looptijd.van}-{looptijd.tot_en_met}"
                    message = f"{datum} ligt buiten de looptijd ({span})."
                    loc = ("acties", index, "wanneer", at)
                    tip = f"Verander de datum, of {_in_bestand(speerpunt)}."
                    yield pad_van(Speerpunt, key), loc, message, tip


@rule()
def stand_zonder_bewijs(regio: Regio) -> Iterator[Problem]:
    """Progress is only shown with a source that shows it."""
    for key, speerpunt in regio.speerpunten.items():
        for index, actie in enumerate(speerpunt.acties):
            if actie.stand is not ONBEKEND and actie.bewijs is ONBEKEND:
                message = f"De stand is '{actie.stand}', maar het bewijs is onbekend."
                tip = "Noem bij 'bewijs' de bron waaruit dit blijkt, of zet de stand op onbekend."
                yield pad_van(Speerpunt, key), ("acties", index, "stand"), message, tip


_WETEN_WE_NIET = re.compile(
    r"\bOf\b[^.!?]*\b(?:weten we (?:nog )?niet|is (?:nog )?niet bekend|is onbekend|"
    r"staat (?:nog )?(?:niet in onze bronnen|in geen bron))\b"
)
"""How a text for parents says that nobody knows whether it happened."""


@rule(Level.LET_OP)
def ouders_weten_het_niet(regio: Regio) -> Iterator[Problem]:
    """What parents read is not behind what the actions say."""
    for key, speerpunt in regio.speerpunten.items():
        said = _WETEN_WE_NIET.search(speerpunt.voor_ouders)
        known = [actie.id for actie in speerpunt.acties if actie.stand is not ONBEKEND]
        if said and known:
            words = " ".join(said.group().split())
            message = f"Hier staat '{words}', maar van de actie '{known[0]}' is de stand bekend."
            tip = "Lees deze tekst na: klopt zij nog?"
            where = Woorden(speerpunt.voor_ouders, *said.span())
            yield pad_van(Speerpunt, key), ("voor_ouders",), message, tip, where


@rule()
def fase_geen_alleen(regio: Regio) -> Iterator[Problem]:
    """``geen`` means that nothing is planned, so it does not go with another phase."""
    for key, speerpunt in regio.speerpunten.items():
        for index, jaar in enumerate(speerpunt.planning):
            if "geen" in jaar.fasen and len(jaar.fasen) > 1:
                message = "'geen' kan niet samen met een andere fase."
                loc = ("planning", index, "fasen")
                yield pad_van(Speerpunt, key), loc, message, "Haal 'geen' weg, of de andere."
