"""What a board sees first: what was decided, what comes, what is asked of it and what is open.

Not here: how far the actions are (``stand``), the registers themselves (``views.overleg``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.agenda import Agenda
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import adres_van, pagina_van
from macros.model.overleg.structuur import Overleg, ToestandOverleg
from macros.model.overleg.vergadering import Besluit, Doel, Vergadering, Vervolg
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.inleiding import voorbij
from macros.views.basis import STAND, partijnaam
from macros.views.blik import Blik
from macros.views.naam import naam_van
from macros.views.overleg.besluit import datum, is_klaar, nieuwste_eerst, te_laat, vervangers
from macros.views.overleg.kalender import DOEL, gaat_door, op_datum
from macros.views.overleg.planner import stukken_uiterlijk

TE_BESLUITEN = (Doel.OOGO_BESLUIT, Doel.TER_VASTSTELLING)
"""Why something stands on an agenda when the meeting has to decide on it."""
GENOEG, VEEL = 3, 5
"""So many decisions and meetings, and so many questions stand on the page: the others are one tap
away.
"""


@dataclass(frozen=True, slots=True)
class Regel:
    """A line that leads on; ``bij`` are the parts of the line below it."""

    titel: Tekst
    pad: str
    bij: tuple[Tekst | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bestuur:
    """Decisions (newest first), meetings to come (first one first), what stands on their agendas to
    be decided, and the questions that no source answers. ``kort`` says it in a few words, with how
    many questions there are in all.
    """

    kort: tuple[str, ...]
    vragen: int
    besloten: tuple[Regel, ...]
    komt: tuple[Regel, ...]
    gevraagd: tuple[Regel, ...]
    open: tuple[Regel, ...]


def bestuur(blik: Blik) -> Bestuur:
    """The first screen of a board."""
    valid = [one for one in nieuwste_eerst(blik.regio) if not vervangers(blik.regio, one)]
    meetings = [one for one in op_datum(blik.regio) if gaat_door(one, blik.vandaag)]
    asked = list(_gevraagd(blik, meetings))
    follow = list(_vervolg(blik, valid))
    questions = (
        *_opvolger(blik),
        *_voorstel(blik),
        *_trekkers(blik),
        *_eigenaren(blik, valid),
    )
    return Bestuur(
        kort=tuple(_kort(blik, valid, meetings)),
        vragen=len(asked) + len(questions) + len(follow),
        besloten=tuple(_besluit(blik, one) for one in valid[:GENOEG]),
        komt=tuple(_vergadering(blik, one) for one in meetings[:GENOEG]),
        gevraagd=_eerste(blik, asked, pagina_van(Vergadering)),
        open=(*questions, *_eerste(blik, follow, pagina_van(Besluit))),
    )


def _kort(blik: Blik, besluiten: list[Besluit], meetings: list[Vergadering]) -> Iterator[str]:
    """The last decision and the next meeting by their dates, as far as there are any."""
    if besluiten:
        when = blik.v.datum(datum(blik.regio, besluiten[0]))
        yield blik.v.ui(N_("Laatste besluit: {datum}."), datum=when)
    if meetings:
        when = blik.v.datum(meetings[0].datum)
        yield blik.v.ui(N_("Volgende bijeenkomst: {datum}."), datum=when)
    elif blik.regio.overleggen:
        yield blik.v.ui(N_("Volgende bijeenkomst: geen datum bekend."))


def _besluit(blik: Blik, one: Besluit) -> Regel:
    meeting = blik.regio.vergaderingen[one.vergadering]
    return Regel(
        naam_van(one, blik),
        adres_van(Besluit, one.id),
        (blik.v.datum(meeting.datum), *_overleg(blik, meeting)),
    )


def _overleg(blik: Blik, one: Vergadering) -> tuple[Tekst, ...]:
    """Its body, by the abbreviation people use if there is one."""
    if not one.overleg:
        return ()
    body = blik.regio.overleggen[one.overleg]
    return (blik.v.titel(body.afkorting) if body.afkorting else naam_van(body, blik),)


def _vergadering(blik: Blik, one: Vergadering) -> Regel:
    due = stukken_uiterlijk(blik.regio, one)
    zin = N_("stukken uiterlijk {datum}")
    papers = (blik.v.ui(zin, datum=blik.v.datum(Datum.van(due))),) if due else ()
    return Regel(
        naam_van(one, blik),
        adres_van(Vergadering, one.id),
        (blik.v.datum(one.datum), *_overleg(blik, one), *papers),
    )


def _gevraagd(blik: Blik, meetings: list[Vergadering]) -> Iterator[Regel]:
    """What has to be decided in a meeting to come, as far as its agenda is known."""
    for one in meetings:
        for punt in () if isinstance(one.agenda, Onbekend) else one.agenda:
            if punt.doel in TE_BESLUITEN:
                goal = blik.v.ui(DOEL[punt.doel])
                when = blik.v.datum(one.datum)
                where = adres_van(Vergadering, one.id)
                yield Regel(blik.v.tekst(punt.titel), where, (when, *_overleg(blik, one), goal))


def _eerste(blik: Blik, regels: list[Regel], pad: str) -> tuple[Regel, ...]:
    """The first few, and how many more there are."""
    rest = len(regels) - VEEL
    if rest <= 0:
        return tuple(regels)
    return (*regels[:VEEL], Regel(blik.v.naam(blik.v.aantal(rest, "Nog {n}", "Nog {n}")), pad))


def _vraag(blik: Blik, vraag: str, pad: str, *bij: str) -> Regel:
    return Regel(blik.v.naam(blik.v.ui(vraag)), pad, bij)


def _opvolger(blik: Blik) -> Iterator[Regel]:
    """An agenda that is over, and nobody knows what comes after it."""
    over, looptijd = voorbij(blik), blik.regio.looptijd
    if over and looptijd and looptijd.tot_en_met < blik.vandaag.jaar and not over.opvolger:
        yield _vraag(blik, N_("Wat komt er na de agenda?"), pagina_van(Agenda), *over.zinnen[1:])


def _voorstel(blik: Blik) -> Iterator[Regel]:
    """Bodies that were proposed; that somebody decided on them would show in what they are."""
    found = [o for o in actief(blik.regio.overleggen) if o.toestand is ToestandOverleg.VOORSTEL]
    if found:
        zin = blik.v.aantal(
            len(found), "{n} overleg is voorgesteld.", "{n} overleggen zijn voorgesteld."
        )
        geen = blik.v.ui(N_("Een besluit daarover staat in geen bron."))
        vraag = N_("Komt er een nieuwe overlegstructuur?")
        yield _vraag(blik, vraag, pagina_van(Overleg), f"{zin} {geen}")


def _trekkers(blik: Blik) -> Iterator[Regel]:
    every = blik.regio.actieve_speerpunten
    number = sum(one.bestuurlijk_trekker is ONBEKEND for one in every)
    if number:
        zin = (
            N_("Bij geen enkel speerpunt staat een bestuurlijk trekker in onze bronnen.")
            if number == len(every)
            else N_("Bij {n} van de {totaal} speerpunten staat geen bestuurlijk trekker.")
        )
        words = blik.v.ui(zin, n=blik.v.getal(number), totaal=blik.v.getal(len(every)))
        yield _vraag(blik, N_("Wie trekt de speerpunten?"), pagina_van(Agenda), words)


def _eigenaren(blik: Blik, besluiten: list[Besluit]) -> Iterator[Regel]:
    number = sum(one.eigenaar is ONBEKEND for one in besluiten)
    if number:
        words = blik.v.aantal(
            number,
            "Van {n} besluit staat dat niet in onze bronnen.",
            "Van {n} besluiten staat dat niet in onze bronnen.",
        )
        vraag = N_("Wie zorgt dat een besluit wordt uitgevoerd?")
        yield _vraag(blik, vraag, pagina_van(Besluit), words)


def _vervolg(blik: Blik, besluiten: list[Besluit]) -> Iterator[Regel]:
    """What had to follow from a decision and is not known to be done; what is late first."""
    found = [
        (not te_laat(item, blik.vandaag), one, item)
        for one in besluiten
        if not isinstance(one.vervolg, Onbekend)
        for item in one.vervolg
        if not is_klaar(item.stand)
    ]
    found.sort(key=lambda row: row[0])
    for _, one, item in found:
        yield Regel(blik.v.tekst(item.wat), adres_van(Besluit, one.id), _hoe(blik, item))


def _hoe(blik: Blik, item: Vervolg) -> tuple[Tekst | str, ...]:
    v = blik.v
    who = v.ui(N_("wie: onbekend")) if item.wie is ONBEKEND else partijnaam(blik, item.wie)
    how = v.ui(N_("hoe ver: onbekend")) if item.stand is ONBEKEND else v.ui(STAND[item.stand])
    late = (v.ui(N_("de tijd is voorbij")),) if te_laat(item, blik.vandaag) else ()
    return (who, how, *late)
