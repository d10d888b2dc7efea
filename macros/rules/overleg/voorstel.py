"""Rules of proposals: steps that their route allows, days that can be, an outcome with its step.

A mistake is told once: a step that the route does not allow is told as such, and a reference to
nothing by the rule for all references. Not here: how far one got (``model.overleg.verloop``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.issue import Level, nearest
from macros.model.basis.datum import Datum
from macros.model.basis.record import Status, actief
from macros.model.geheel import Regio, pad_van
from macros.model.overleg.vergadering import Besluit, StandVergadering, Vergadering
from macros.model.overleg.verloop import Misstap, Reden, Verloop, datum_van, verloop
from macros.model.overleg.voorstel import BESLIST, Handeling, Voorstel, Voorstelstap, kan
from macros.model.overleg.voorstelroute import Routestap, SoortRoute, Voorstelroute
from macros.rules.overleg import vergadering, voorstelroute
from macros.rules.registry import Problem, dated_rule, rule


class _Onderweg(NamedTuple):
    pad: str
    voorstel: Voorstel
    route: Voorstelroute
    verloop: Verloop


def _voorstellen(regio: Regio) -> Iterator[tuple[str, Voorstel]]:
    for key, one in regio.voorstellen.items():
        yield pad_van(Voorstel, key), one


def _onderweg(regio: Regio) -> Iterator[_Onderweg]:
    """The proposals of which the route is right, each with the way it went."""
    if not regio.voorstellen:
        return
    wrong = {pad for check in _ROUTE_EERST for pad, *_ in check(regio)}
    for pad, one in _voorstellen(regio):
        route = regio.routes.get(one.route)
        if route is None or route.soort is not SoortRoute.BESLUIT:
            continue
        if pad_van(Voorstelroute, route.id) not in wrong:
            yield _Onderweg(pad, one, route, verloop(regio, one))


_ROUTE_EERST = (
    voorstelroute.dubbele_stap,
    voorstelroute.stap_van_de_route,
    voorstelroute.route_in_een_rondje,
    voorstelroute.nieuws_zonder_besluit,
    voorstelroute.route_zonder_einde,
    voorstelroute.stap_zonder_bevoegdheid,
    voorstelroute.een_besluit_per_route,
)


def _besluit_eerst(regio: Regio) -> set[str]:
    """The decisions about which another rule says that they did not fall in that meeting."""
    if not regio.voorstellen:
        return set()
    checks = (vergadering.besluit_zonder_bevoegdheid, vergadering.besluit_voor_de_vergadering)
    wrong = {pad for check in checks for pad, *_ in check(regio)}
    return {key for key in regio.besluiten if pad_van(Besluit, key) in wrong}


def _missers(regio: Regio, *redenen: Reden) -> Iterator[tuple[_Onderweg, Misstap, Voorstelstap]]:
    for way in _onderweg(regio):
        for mis in way.verloop.missers:
            step = way.voorstel.stappen[mis.nummer]
            if mis.reden in redenen and step.overleg in regio.overleggen:
                yield way, mis, step


@rule()
def voorstel_op_een_nieuwsroute(regio: Regio) -> Iterator[Problem]:
    """A proposal goes along a route on which is decided."""
    good = [one.id for one in actief(regio.routes) if one.soort is SoortRoute.BESLUIT]
    for pad, one in _voorstellen(regio):
        route = regio.routes.get(one.route)
        if route and route.soort is SoortRoute.NIEUWS:
            message = f"De route '{route.id}' is voor nieuws: daar wordt niets besloten."
            yield pad, ("route",), message, nearest(route.id, good) or "Kies een andere route."


@rule()
def stap_naast_de_route(regio: Regio) -> Iterator[Problem]:
    """A body that did something with a proposal is on its route."""
    for way, mis, step in _missers(regio, Reden.NIET_OP_ROUTE):
        bodies = dict.fromkeys(key for one in way.route.stappen for key in one.overleggen)
        message = f"Het overleg '{step.overleg}' staat niet op de route '{way.route.id}'."
        tip = nearest(step.overleg, bodies) or "Kies een overleg dat op de route staat."
        yield way.pad, ("stappen", mis.nummer, "overleg"), message, tip


@rule()
def handeling_zonder_taak(regio: Regio) -> Iterator[Problem]:
    """A body does what is its task on the route: only who advises gives advice."""
    for way, mis, step in _missers(regio, Reden.ANDERE_TAAK):
        tasks = " en ".join(dict.fromkeys(str(one.taak) for one in mis.stappen))
        message = (
            f"Op deze route is de taak van '{step.overleg}': {tasks}. "
            f"Daar past '{step.handeling}' niet bij."
        )
        able = dict.fromkeys(word for one in mis.stappen for word in kan(one.taak))
        tip = f"Kies uit: {', '.join(able)}."
        yield way.pad, ("stappen", mis.nummer, "handeling"), message, tip


@rule()
def stap_buiten_de_volgorde(regio: Regio) -> Iterator[Problem]:
    """A body takes its step after those before it, and once; what comes of an earlier mistake is
    not told again.
    """
    for way, mis, step in _missers(regio, Reden.TE_VROEG, Reden.AL_GEZET):
        if mis != way.verloop.missers[0]:
            continue
        if mis.reden is Reden.AL_GEZET:
            message = f"'{step.overleg}' was al klaar met deze stap."
            tip = (
                "Haal deze stap weg. Is het voorstel teruggestuurd? Zet dan die stap hier nog voor."
            )
        else:
            message = f"'{step.overleg}' is nog niet aan de beurt: eerst komt {_wie(mis.stappen)}."
            tip = "Zet daarvoor eerst een stap, of kijk de volgorde na."
        yield way.pad, ("stappen", mis.nummer, "overleg"), message, tip


def _wie(stappen: Iterable[Routestap]) -> str:
    named = (f"{' of '.join(repr(key) for key in one.overleggen)} ({one.taak})" for one in stappen)
    return ", ".join(named)


@rule()
def terug_naar_een_stap(regio: Regio) -> Iterator[Problem]:
    """Who sends a proposal back says to which earlier step of the route; nobody else does."""
    for pad, one in _voorstellen(regio):
        for index, step in enumerate(one.stappen):
            if step.terug_naar and step.handeling is not Handeling.STUURDE_TERUG:
                message = f"Bij '{step.handeling}' gaat een voorstel niet terug."
                tip = "Haal 'terug_naar' weg, of kies als handeling 'stuurde-terug'."
                yield pad, ("stappen", index, "terug_naar"), message, tip
    for way, mis, step in _missers(regio, Reden.NIET_EERDER):
        earlier = [one.id for one in mis.stappen]
        loc = ("stappen", mis.nummer, "terug_naar")
        if not earlier:
            message = "Dit is de eerste stap: verder terug kan een voorstel niet."
            tip = "Kies 'hield-aan', of laat het voorstel intrekken."
            yield way.pad, (*loc[:2], "handeling"), message, tip
        elif step.terug_naar is None:
            message = "Het voorstel is teruggestuurd, maar er staat niet bij waarheen."
            yield way.pad, (*loc[:2], "handeling"), message, f"Vul 'terug_naar' in: {_of(earlier)}."
        else:
            message = f"'{step.terug_naar}' is geen eerdere stap van de route '{way.route.id}'."
            called = {one.id: (*one.overleggen, str(one.taak)) for one in mis.stappen}
            yield way.pad, loc, message, nearest(step.terug_naar, earlier, called)


def _of(woorden: list[str]) -> str:
    return " of ".join(woorden)


@rule()
def dag_van_een_stap(regio: Regio) -> Iterator[Problem]:
    """A step has its day from a meeting, or from a date of its own: one of the two."""
    for pad, one in _voorstellen(regio):
        for index, step in enumerate(one.stappen):
            if step.vergadering and step.datum is not None:
                message = "De vergadering geeft de dag al."
                yield pad, ("stappen", index, "datum"), message, "Haal 'datum' weg."
            elif not step.vergadering and step.datum is None:
                message = "Bij deze stap staat niet wanneer het was."
                tip = "Noem de vergadering, of vul 'datum' in (desnoods: onbekend)."
                yield pad, ("stappen", index, "overleg"), message, tip


@dated_rule()
def stap_in_een_vergadering(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """What a body did, it did in a meeting of its own that was held."""
    wrong = _besluit_eerst(regio)
    for pad, one in _voorstellen(regio):
        for index, step in enumerate(one.stappen):
            meeting = regio.vergaderingen.get(step.vergadering or "")
            if meeting is None or step.overleg not in regio.overleggen:
                continue
            if step.handeling in BESLIST and one.besluit in wrong:
                continue
            loc = ("stappen", index, "vergadering")
            if meeting.overleg != step.overleg:
                whose = f"van '{meeting.overleg}'" if meeting.overleg else "van geen overleg"
                message = f"'{meeting.id}' is {whose}, niet van '{step.overleg}'."
                own = [m.id for m in actief(regio.vergaderingen) if m.overleg == step.overleg]
                tip = nearest(meeting.id, own) or "Kies een vergadering van dit overleg."
                yield pad, loc, message, tip
            elif meeting.datum.begin > vandaag.begin:
                message = f"De vergadering van {meeting.datum} moet nog komen."
                yield pad, loc, message, f"Kies een andere vergadering. Vandaag is het {vandaag}."
            elif meeting.stand is not StandVergadering.GEHOUDEN:
                message = f"'{meeting.id}' heeft de stand '{meeting.stand}', niet 'gehouden'."
                tip = "Kies een andere vergadering, of verbeter daar de stand."
                yield pad, loc, message, tip


@dated_rule()
def voorstel_in_de_tijd(regio: Regio, vandaag: Datum) -> Iterator[Problem]:
    """A proposal is handed in, then goes its steps in order, and none of that is still to come."""
    for pad, one in _voorstellen(regio):
        handed = one.ingediend_op
        last, what = (handed, "het indienen") if isinstance(handed, Datum) else (None, "")
        if last and last.begin > vandaag.begin:
            yield pad, ("ingediend_op",), _KOMT.format(last), _VANDAAG.format(vandaag)
            continue
        for index, step in enumerate(one.stappen):
            meeting = regio.vergaderingen.get(step.vergadering or "")
            day = datum_van(regio, step)
            if day is None or (meeting and meeting.overleg != step.overleg):
                continue
            veld = "vergadering" if step.vergadering else "datum"
            loc = ("stappen", index, veld)
            if day.begin > vandaag.begin:
                if not step.vergadering:
                    yield pad, loc, _KOMT.format(day), _VANDAAG.format(vandaag)
                break
            if last and day.einde < last.begin:
                message = f"Deze stap is van {day}, en dat is voor {what} ({last})."
                yield (
                    pad,
                    loc,
                    message,
                    "Verbeter een van de datums, of de volgorde van de stappen.",
                )
            if last is None or day.einde >= last.begin:
                last, what = day, "de stap ervoor"
        taken = one.ingetrokken
        if taken is None or not isinstance(taken.op, Datum):
            continue
        if taken.op.begin > vandaag.begin:
            yield pad, ("ingetrokken", "op"), _KOMT.format(taken.op), _VANDAAG.format(vandaag)
        elif isinstance(handed, Datum) and taken.op.einde < handed.begin:
            message = f"Ingetrokken op {taken.op}: toen was het nog niet ingediend ({handed})."
            yield pad, ("ingetrokken", "op"), message, "Verbeter een van de datums."


def _gehouden_door(meeting: Vergadering, step: Voorstelstap) -> bool:
    return meeting.overleg == step.overleg and meeting.stand is StandVergadering.GEHOUDEN


_KOMT = "{} moet nog komen."
_VANDAAG = "Verbeter de datum. Vandaag is het {}."


@rule()
def stap_na_het_intrekken(regio: Regio) -> Iterator[Problem]:
    """With a proposal that was withdrawn nothing is done any more, and nothing was decided."""
    for pad, one in _voorstellen(regio):
        if one.ingetrokken is None:
            continue
        gone, handed = one.ingetrokken.op, one.ingediend_op
        if isinstance(gone, Datum) and isinstance(handed, Datum) and gone.einde < handed.begin:
            continue
        for index, step in enumerate(one.stappen):
            day = datum_van(regio, step)
            loc = ("stappen", index, "handeling")
            if step.handeling in BESLIST:
                message = "Dit voorstel is ingetrokken, en toch is er over beslist."
                yield pad, loc, message, "Haal deze stap weg, of haal 'ingetrokken' weg."
            elif day and isinstance(gone, Datum) and day.begin > gone.einde:
                message = f"Deze stap is van {day}. Toen was het voorstel al ingetrokken ({gone})."
                yield pad, loc, message, "Haal deze stap weg, of verbeter een van de datums."


@rule()
def uitkomst_met_besluit(regio: Regio) -> Iterator[Problem]:
    """A proposal has a decision when a body decided, and a body that said yes made one."""
    for way in _onderweg(regio):
        decided = way.verloop.beslist
        if way.verloop.missers:
            continue
        if way.voorstel.besluit and decided is None:
            message = "Er staat een besluit bij, maar geen stap waarin het viel."
            body = next(
                (one.overleggen[0] for one in way.route.stappen if BESLIST[0] in kan(one.taak)), ""
            )
            tip = f"Zet bij 'stappen' dat '{body}' besloot, of haal 'besluit' weg."
            yield way.pad, ("besluit",), message, tip
        elif decided and decided.handeling is Handeling.BESLOOT and not way.voorstel.besluit:
            message = "Het voorstel is aangenomen, maar er staat geen besluit bij."
            step = way.voorstel.stappen[decided.nummer]
            there = [
                one.id for one in actief(regio.besluiten) if one.vergadering == step.vergadering
            ]
            tip = "Vul 'besluit' in" + (f": {_of(there)}." if there else ". Maak het eerst aan.")
            yield way.pad, ("stappen", decided.nummer, "handeling"), message, tip


@rule()
def besluit_uit_dezelfde_vergadering(regio: Regio) -> Iterator[Problem]:
    """The decision on a proposal fell in the meeting of the step in which was decided."""
    wrong = _besluit_eerst(regio)
    for way in _onderweg(regio):
        decided = way.verloop.beslist
        besluit = regio.besluiten.get(way.voorstel.besluit or "")
        if decided is None or besluit is None or besluit.id in wrong:
            continue
        step = way.voorstel.stappen[decided.nummer]
        if step.vergadering == besluit.vergadering:
            continue
        meeting = regio.vergaderingen.get(step.vergadering or "")
        if step.vergadering is None:
            message = f"Het besluit '{besluit.id}' viel in een vergadering; noem die ook hier."
            tip = f"Schrijf 'vergadering: {besluit.vergadering}' in plaats van 'datum'."
            yield way.pad, ("stappen", decided.nummer, "overleg"), message, tip
        elif meeting and _gehouden_door(meeting, step):
            message = f"'{besluit.id}' is een besluit van '{besluit.vergadering}', niet van hier."
            there = [
                one.id for one in actief(regio.besluiten) if one.vergadering == step.vergadering
            ]
            tip = (
                nearest(besluit.id, there) or "Kies een ander besluit, of verbeter de vergadering."
            )
            yield way.pad, ("besluit",), message, tip


@rule()
def twee_voorstellen_een_besluit(regio: Regio) -> Iterator[Problem]:
    """A decision is the outcome of one proposal."""
    seen: dict[str, str] = {}
    for pad, one in _voorstellen(regio):
        if one.besluit and seen.setdefault(one.besluit, one.id) != one.id:
            message = f"Dit besluit is al de uitkomst van het voorstel '{seen[one.besluit]}'."
            tip = "Kies een ander besluit. Is het één voorstel? Maak er dan één van."
            yield pad, ("besluit",), message, tip


@rule(Level.LET_OP)
def voorstel_ligt_nergens(regio: Regio) -> Iterator[Problem]:
    """A proposal waits for a body that is there; of one that is past, what it did stays."""
    for way in _onderweg(regio):
        if way.voorstel.status is Status.GEARCHIVEERD or way.verloop.beslist:
            continue
        for wait in way.verloop.wacht:
            for key in wait.overleggen:
                if key in regio.overleggen and regio.overleggen[key].is_weg:
                    message = f"Dit voorstel wacht op '{key}', en dat overleg is er niet meer."
                    tip = "Kies een andere route, of vul in dat het voorstel is ingetrokken."
                    yield way.pad, ("route",), message, tip
