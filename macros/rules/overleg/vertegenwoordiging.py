"""Rules of who was at a meeting, who said beforehand not to come, and what a party can do.

They speak only of what was written down: that nothing was is no mistake. Not here: what the
regisseur has to look at (``views.overleg.tafel``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.issue import nearest
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio, pad_van
from macros.model.overleg.vergadering import (
    Afmelding,
    Besluit,
    Haalbaar,
    StandVergadering,
    Vergadering,
)
from macros.rules.registry import Problem, dated_rule, rule


def _afmeldingen(regio: Regio) -> Iterator[tuple[str, Vergadering, int, Afmelding]]:
    for key, meeting in regio.vergaderingen.items():
        for index, one in enumerate(meeting.afmeldingen):
            yield pad_van(Vergadering, key), meeting, index, one


@rule()
def afmelding_voor_een_agendapunt(regio: Regio) -> Iterator[Problem]:
    """An item that a party cannot come for is on the agenda of that meeting."""
    for pad, meeting, index, one in _afmeldingen(regio):
        items = () if meeting.agenda is ONBEKEND else meeting.agenda
        keys = {item.id: (item.titel,) for item in items}
        for place, key in enumerate(one.agendapunten):
            if key not in keys:
                message = f"Op de agenda van deze vergadering staat geen punt '{key}'."
                tip = nearest(key, keys, keys) or "Laat dit weg: dan geldt het voor alles."
                yield pad, ("afmeldingen", index, "agendapunten", place), message, tip


@rule()
def afmelding_achteraf(regio: Regio) -> Iterator[Problem]:
    """Who cannot come says so beforehand."""
    for pad, meeting, index, one in _afmeldingen(regio):
        if isinstance(one.gemeld_op, Datum) and one.gemeld_op.begin > meeting.datum.einde:
            message = f"Gemeld op {one.gemeld_op}: dat is na de vergadering ({meeting.datum})."
            tip = "Verbeter de datum. Meldde zij het pas later? Dan is dit geen afmelding."
            yield pad, ("afmeldingen", index, "gemeld_op"), message, tip


@dated_rule()
def afmelding_nog_niet_gedaan(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """What a party said, it said by now; after the meeting is told as such."""
    for pad, meeting, index, one in _afmeldingen(regio):
        told = one.gemeld_op
        if isinstance(told, Datum) and vandaag.begin < told.begin <= meeting.datum.einde:
            message = f"{told} moet nog komen."
            tip = f"Verbeter de datum. Vandaag is het {vandaag}."
            yield pad, ("afmeldingen", index, "gemeld_op"), message, tip


@rule()
def dubbele_afmelding(regio: Regio) -> Iterator[Problem]:
    """A party says once of an item that it cannot come, and of the whole meeting all at once."""
    seen: dict[tuple[str, str], set[str]] = {}
    for pad, _, index, one in _afmeldingen(regio):
        items = set(one.agendapunten) or {"*"}
        before = seen.setdefault((pad, one.partij), set())
        if before and (items & before or "*" in items | before):
            message = f"'{one.partij}' meldde zich hier al voor af."
            yield pad, ("afmeldingen", index, "partij"), message, "Voeg de twee samen."
        before |= items


@rule()
def vertegenwoordigd_door_een_ander(regio: Regio) -> Iterator[Problem]:
    """Who speaks for a party that cannot come is another party, and one that comes."""
    for pad, meeting, index, one in _afmeldingen(regio):
        loc = ("afmeldingen", index, "vertegenwoordigd_door")
        if one.vertegenwoordigd_door == one.partij:
            message = "Een partij treedt niet namens zichzelf op als zij er niet is."
            yield pad, loc, message, "Kies een andere partij, of haal deze regel weg."
        elif one.vertegenwoordigd_door in {
            other.partij for other in meeting.afmeldingen if not other.agendapunten
        }:
            message = f"'{one.vertegenwoordigd_door}' meldde zich zelf ook af."
            yield pad, loc, message, "Kies een andere partij, of haal een van de twee weg."


@rule()
def aanwezig_en_afgemeld(regio: Regio) -> Iterator[Problem]:
    """Who said not to come to a meeting at all was not there."""
    for key, meeting in regio.vergaderingen.items():
        away = {one.partij for one in meeting.afmeldingen if not one.agendapunten}
        for index, partij in enumerate(meeting.aanwezig):
            if partij in away:
                message = f"'{partij}' staat ook bij 'afmeldingen'."
                tip = "Haal een van de twee weg. Was het voor één punt? Noem dat bij de afmelding."
                yield pad_van(Vergadering, key), ("aanwezig", index), message, tip


@rule()
def aanwezig_waar_niets_was(regio: Regio) -> Iterator[Problem]:
    """Parties were at a meeting that was held."""
    for key, meeting in regio.vergaderingen.items():
        if meeting.aanwezig and meeting.stand is not StandVergadering.GEHOUDEN:
            message = f"De stand is '{meeting.stand}', en toch staat er wie er waren."
            tip = "Kies als stand 'gehouden', of haal 'aanwezig' weg."
            yield pad_van(Vergadering, key), ("stand",), message, tip


@rule()
def haalbaarheid_van_een_partij(regio: Regio) -> Iterator[Problem]:
    """Of each party once whether it can do it; who cannot says what it can."""
    for key, besluit in regio.besluiten.items():
        seen: set[str] = set()
        for index, one in enumerate(besluit.haalbaarheid):
            loc = ("haalbaarheid", index)
            if one.partij in seen:
                message = f"'{one.partij}' staat er twee keer."
                yield pad_van(Besluit, key), (*loc, "partij"), message, "Haal er één weg."
            seen.add(one.partij)
            if one.haalbaar in (Haalbaar.NEE, Haalbaar.ONDER_VOORWAARDE) and not one.wat_wel:
                message = f"Er staat '{one.haalbaar}', maar niet wat wel kan."
                tip = "Schrijf bij 'wat_wel' wat de partij wel kan, of wat er nodig is."
                yield pad_van(Besluit, key), (*loc, "haalbaar"), message, tip
            elif one.haalbaar is Haalbaar.JA and one.wat_wel:
                message = "De partij kan het waarmaken. Dan staat er niets bij 'wat_wel'."
                tip = "Haal 'wat_wel' weg, of kies 'onder-voorwaarde'."
                yield pad_van(Besluit, key), (*loc, "wat_wel"), message, tip
