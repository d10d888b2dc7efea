"""The next agenda, begun from what is unfinished in the one that counts.

It is a beginning and no agenda: what its source has to say yet is ``onbekend``, and as long as
nobody fills in that it was adopted it is only being prepared. Not here: writing it
(``scripts.nieuwe_agenda``, the workbench), or whether it may be (``rules``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from itertools import count

from pydantic import ValidationError

from macros.issue import nearest
from macros.model.agenda import Actie, Agenda, Looptijd, Speerpunt, Stand, agenda_id, opvolger_van
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import GEZOCHT_OP, Zekerheid
from macros.model.basis.verwijzing import LANGSTE_ID
from macros.model.geheel import Regio, pad_van, soort_van
from macros.model.overleg.vergadering import Besluit, Vergadering
from macros.model.regio import Bron
from macros.model.walk import Leaf, gelopen
from macros.source.nodes import Value, op

Velden = dict[str, Value]
ONBEKENDE = ONBEKEND.value
KLAAR = (Stand.AFGEROND, Stand.GESTOPT)
"""What is done does not go along."""
MEE = ("titel", "samen", "voor_ouders")
NOG_NIET = ("conclusie", "opdracht", "bestuurlijk_trekker", "ambtelijk_trekker")
"""What of a speerpunt goes along beside its actions, and what is for the next agenda to say."""


class AgendaFout(Exception):
    """There is no next agenda; the message is for the person who asked."""


@dataclass(frozen=True)
class Vraag:
    """What has to be known: what it is called, its first and last year, and its source."""

    naam: str
    van: str
    tot: str
    bron: str = ""


@dataclass
class Volgende:
    """The files that are written, by their path, and in words what goes along, what stays with the
    agenda before, and what changes besides. ``pad`` is that of the agenda itself.
    """

    pad: str
    bestanden: dict[str, Velden] = field(default_factory=dict)
    mee: list[str] = field(default_factory=list)
    blijft: list[str] = field(default_factory=list)
    verandert: list[str] = field(default_factory=list)

    def delen(self) -> Iterator[tuple[str, list[str]]]:
        """All of it, each part with its heading."""
        yield "Gaat mee naar de nieuwe agenda", self.mee
        yield "Blijft bij de oude agenda", self.blijft
        yield "Verder", self.verandert


def nieuwe_agenda(
    regio: Regio, waarde: Callable[[str], Value], vraag: Vraag, vandaag: Datum
) -> Volgende:
    """The next agenda; ``waarde`` gives what a file says. Raises AgendaFout when there can be
    none.
    """
    now = regio.agenda
    if now is None:
        raise AgendaFout(
            f"Er is geen agenda die geldt. Maak er eerst een, in {soort_van(Agenda).pad}/."
        )
    if coming := opvolger_van(regio.agendas, now.id):
        pad = pad_van(Agenda, coming.id)
        message = f"De volgende agenda is er al: '{coming.titel}', in {pad}."
        raise AgendaFout(f"{message} Vul die verder aan. Er is er één tegelijk in voorbereiding.")
    years = _jaren(vraag, now)
    key = agenda_id(vraag.naam, years)
    if not any(letter.isalnum() for letter in vraag.naam) or vraag.naam == ONBEKENDE:
        raise AgendaFout("Zeg hoe de nieuwe agenda heet, bijvoorbeeld: Agenda 2026-2030.")
    if key in regio.agendas or key in regio.speerpunten:
        raise AgendaFout(f"De id '{key}' is er al. Geef de nieuwe agenda een andere naam.")
    source = _bron(regio, vraag, now)
    found = Volgende(pad_van(Agenda, key))
    found.bestanden[found.pad] = {
        "id": key,
        "titel": vraag.naam,
        "looptijd": {"van": str(years.van), "tot_en_met": str(years.tot_en_met)},
        "vervangt": now.id,
        "samen": ONBEKENDE,
        "voor_ouders": ONBEKENDE,
        "herkomst": {
            "bron": source.id,
            "peildatum": str(_dag(source, vandaag)),
            "zekerheid": str(Zekerheid.AFGELEID),
        },
    }
    _oude(now, waarde, found)
    _Mee(regio, found, key, years).neem(waarde)
    _rest(regio, found)
    return found


def _jaren(vraag: Vraag, now: Agenda) -> Looptijd:
    try:
        years = Looptijd.model_validate({"van": vraag.van, "tot_en_met": vraag.tot})
    except ValidationError:
        message = (
            "Zeg van welk jaar tot en met welk jaar de nieuwe agenda geldt, zoals 2026 en 2030."
        )
        raise AgendaFout(message) from None
    if years.tot_en_met < years.van:
        raise AgendaFout(f"Het laatste jaar ({years.tot_en_met}) ligt voor {years.van}.")
    if now.jaren and (years.van < now.jaren.tot_en_met or years.van == now.jaren.van):
        message = f"De agenda van nu is voor {now.jaren}: de nieuwe begint daarna."
        raise AgendaFout(f"{message} Houdt de oude eerder op? Kort dan eerst haar looptijd in.")
    return years


def _bron(regio: Regio, vraag: Vraag, now: Agenda) -> Bron:
    """The source of the new agenda: named, or that of ``opvolger``."""
    key = vraag.bron or (now.opvolger if isinstance(now.opvolger, str) else "")
    if not key:
        where = f"in de map {soort_van(Bron).pad} of in het beheer"
        raise AgendaFout(
            "Een agenda heeft een bron nodig: het stuk waarin zij staat, ook als dat nog een opzet "
            f"is. Voeg die bron eerst toe, {where}, en noem dan haar id."
        )
    if key not in regio.bronnen:
        tip = nearest(key, regio.bronnen)
        raise AgendaFout(f"Er is geen bron met de id '{key}'. {tip}".strip())
    if key == now.herkomst.bron:
        raise AgendaFout(f"'{key}' is de bron van de agenda van nu. Noem die van de nieuwe.")
    return regio.bronnen[key]


def _dag(source: Bron, vandaag: Datum) -> Datum:
    """Until when what the source says holds; today, when nobody knows that."""
    known = (source.datum, source.geraadpleegd, source.geschreven_na)
    return next((one for one in known if isinstance(one, Datum)), vandaag)


def _oude(now: Agenda, waarde: Callable[[str], Value], found: Volgende) -> None:
    """The agenda of now no longer says what comes after it: the next one does."""
    pad = pad_van(Agenda, now.id)
    value = waarde(pad)
    if not isinstance(value, dict) or "opvolger" not in value:
        return
    rest = {name: one for name, one in value.items() if name != "opvolger"}
    looked = rest.get(GEZOCHT_OP)
    if isinstance(looked, dict):
        rest[GEZOCHT_OP] = {name: one for name, one in looked.items() if name != "opvolger"}
        if not rest[GEZOCHT_OP]:
            del rest[GEZOCHT_OP]
    found.bestanden[pad] = rest
    found.verandert.append(f"In {pad} gaat 'opvolger' weg: de nieuwe noemt deze bij 'vervangt'.")


class _Mee:
    """What is not done, under new ids: these were never used before."""

    def __init__(self, regio: Regio, found: Volgende, agenda: str, years: Looptijd) -> None:
        self.regio, self.found, self.agenda, self.years = regio, found, agenda, years
        self.taken = {*regio.speerpunten, *regio.agendas, agenda}
        self.acts = {actie.id for one in regio.speerpunten.values() for actie in one.acties}

    def neem(self, waarde: Callable[[str], Value]) -> None:
        """Each speerpunt that has something to do yet; of the others, that they stay behind."""
        number = 0
        for one in self.regio.actieve_speerpunten:
            if one.acties and all(actie.stand in KLAAR for actie in one.acties):
                self.found.blijft.append(f"Speerpunt '{one.titel}': alles is klaar of gestopt.")
                continue
            number += 1
            value = waarde(pad_van(Speerpunt, one.id))
            assert isinstance(value, dict)
            self.speerpunt(one, value, number)

    def speerpunt(self, one: Speerpunt, value: Velden, number: int) -> None:
        key = self.vrij(one.id, self.taken)
        bare = "" if one.acties else " Er staan geen acties bij: niets zegt dat het klaar is."
        self.found.mee.append(f"Speerpunt '{one.titel}', als {key}.{bare}")
        acties = [*self.acties(one, value)]
        later = value.get("later_ingevuld")
        kept = (
            [item for item in later if op(item, ("veld",)) in MEE]
            if isinstance(later, list)
            else []
        )
        self.found.bestanden[pad_van(Speerpunt, key)] = {
            "id": key,
            "agenda": self.agenda,
            "nummer": str(number),
            **{name: value[name] for name in MEE},
            **dict.fromkeys(NOG_NIET, ONBEKENDE),
            **({"acties": [*acties]} if acties else {}),
            "herkomst": _afgeleid(value["herkomst"]),
            **({"later_ingevuld": [*kept]} if kept else {}),
        }

    def acties(self, one: Speerpunt, value: Velden) -> Iterator[Value]:
        """Those that are not done; when each is planned, the next agenda has to say."""
        for index, actie in enumerate(one.acties):
            line = f"Actie '{actie.wat}': {_stand(self.regio, actie)}."
            if actie.stand in KLAAR:
                self.found.blijft.append(line)
                continue
            self.found.mee.append(line)
            item = op(value, ("acties", index))
            assert isinstance(item, dict)
            made = {**item, "id": self.vrij(actie.id, self.acts), "wanneer": ONBEKENDE}
            yield {**made, "herkomst": _afgeleid(made["herkomst"])}

    def vrij(self, key: str, taken: set[str]) -> str:
        """The old id, with the first year of the new agenda in the place of that of the old one."""
        bare = re.sub(r"-(?:19|20)\d\d(?:-\d+)?$", "", key)
        for number in count(1):
            tail = f"-{self.years.van}" + (f"-{number}" if number > 1 else "")
            made = bare[: LANGSTE_ID - len(tail)].rstrip("-") + tail
            if made not in taken:
                taken.add(made)
                return made
        raise AssertionError


def _afgeleid(herkomst: Value) -> Value:
    """That it goes on stands in no source: somebody concludes it from what is not done."""
    assert isinstance(herkomst, dict)
    sure = herkomst["zekerheid"] == Zekerheid.BEVESTIGD.value
    return {**herkomst, "zekerheid": Zekerheid.AFGELEID.value} if sure else herkomst


def _stand(regio: Regio, actie: Actie) -> str:
    """How far it is, and what shows it."""
    if isinstance(actie.stand, Onbekend):
        return f"hoe ver is onbekend (laatste bron: {actie.stand_peildatum})"
    shown = () if isinstance(actie.bewijs, Onbekend) else actie.bewijs
    proof = f"; bewijs: {', '.join(regio.bronnen[key].titel for key in shown)}" if shown else ""
    return f"{actie.stand} (stand van {actie.stand_peildatum}{proof})"


def _rest(regio: Regio, found: Volgende) -> None:
    """What stays behind, what is unknown by now, and who still names a speerpunt of before."""
    for number, one, more in (
        (len(regio.actieve_principes), "leidend principe", "leidende principes"),
        (len(regio.actieve_mijlpalen), "mijlpaal", "mijlpalen"),
    ):
        if number:
            found.blijft.append(f"{number} {one if number == 1 else more}.")
    if found.mee:
        found.verandert.append(
            "Nog onbekend en aan te vullen uit de bron: waarom elk speerpunt is gekozen, de "
            "opdracht, wie trekt, en wanneer een actie is gepland."
        )
    found.verandert.append("Zij geldt pas als je invult wanneer en door wie zij is vastgesteld.")
    named = Counter(_genoemd(regio, {one.id for one in regio.actieve_speerpunten}))
    if named:
        where = ", ".join(f"{pad} ({number} keer)" for pad, number in named.items())
        found.verandert.append(f"Een speerpunt van de oude agenda staat nog in: {where}.")


def _genoemd(regio: Regio, keys: Container[str]) -> Iterator[str]:
    """Where these speerpunten are named, apart from what was said in a meeting: a file or a folder,
    once for each record.
    """
    for soort, _, record in regio.records():
        told = soort.type in (Besluit, Vergadering)
        if not told and any(leaf.value in keys for leaf in gelopen(record, _naar_speerpunt)):
            yield soort.pad


def _naar_speerpunt(leaf: Leaf) -> bool:
    return leaf.verwijzing is not None and soort_van(Speerpunt).naam in leaf.verwijzing.soorten
