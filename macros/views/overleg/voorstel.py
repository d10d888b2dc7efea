"""Proposals on their way: where each lies now, what comes next and when, and how it went so far.

The day of a next step is the planner's: the first meeting for which the papers can be in on time,
counted from the day on which the step before it was taken. Is that day past, and nothing was told
of it, then the step is late, and the first day from now on is told beside it. Not here: how long
steps take in general (``voorstelduur``), or which steps a route allows (``model.overleg.verloop``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Status, actief
from macros.model.geheel import adres_van, pad_van
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Besluit, Vergadering
from macros.model.overleg.verloop import Verloop, Wacht, Zet, datum_van, verloop
from macros.model.overleg.voorstel import Handeling, Voorstel
from macros.model.overleg.voorstelroute import Routestap, Staptaak, Voorstelroute
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, later
from macros.views.blik import Blik, eenmaal
from macros.views.naam import in_zin, naar, naar_partij, overlegzin
from macros.views.onbekend import onbekende_velden
from macros.views.overleg.basis import Bronnen, bronnen
from macros.views.overleg.kalender import documenten, speerpunten
from macros.views.overleg.planner import (
    Begin,
    Kalender,
    Onderweg,
    eerste_ronde,
    kalender,
    op_volgorde,
    plan,
)
from macros.views.overleg.structuur import naar_samen
from macros.views.overleg.voorstelroute import TAAK, TAAK_MEER
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record

HANDELING: Mapping[Handeling, str] = {
    Handeling.BEREIDDE_VOOR: N_("bereidde het voor"),
    Handeling.ADVISEERDE_POSITIEF: N_("adviseerde positief"),
    Handeling.ADVISEERDE_NEGATIEF: N_("adviseerde negatief"),
    Handeling.ADVISEERDE_MET_VRAGEN: N_("adviseerde, met vragen"),
    Handeling.AGENDEERDE: N_("zette het op de agenda"),
    Handeling.BESLOOT: N_("nam het voorstel aan"),
    Handeling.WEES_AF: N_("wees het voorstel af"),
    Handeling.HOORDE: N_("hoorde wat is besloten"),
    Handeling.HIELD_AAN: N_("stelde het uit"),
    Handeling.STUURDE_TERUG: N_("stuurde het terug"),
}
_TAAK = {
    **TAAK,
    Staptaak.VOORBEREIDEN: N_("bereidt het voor"),
    Staptaak.AGENDEREN: N_("zet het op de agenda"),
}
_TAAK_MEER = {
    **TAAK_MEER,
    Staptaak.VOORBEREIDEN: N_("bereiden het voor"),
    Staptaak.AGENDEREN: N_("zetten het op de agenda"),
}
"""The same for more than one body."""
ONDERWEG, AANGENOMEN, AFGEWEZEN, INGETROKKEN = "onderweg", "aangenomen", "afgewezen", "ingetrokken"
STAND = {
    ONDERWEG: N_("onderweg"),
    AANGENOMEN: N_("aangenomen"),
    AFGEWEZEN: N_("afgewezen"),
    INGETROKKEN: N_("ingetrokken"),
}
"""What became of a proposal so far."""
_STAND_OP = {
    AANGENOMEN: N_("aangenomen op {datum}"),
    AFGEWEZEN: N_("afgewezen op {datum}"),
    INGETROKKEN: N_("ingetrokken op {datum}"),
}
_STAND_IN = {
    AANGENOMEN: N_("aangenomen in {datum}"),
    AFGEWEZEN: N_("afgewezen in {datum}"),
    INGETROKKEN: N_("ingetrokken in {datum}"),
}
_ONBEKEND = {
    "ingediend_door": N_("wie het indiende"),
    "ingediend_op": N_("wanneer het is ingediend"),
}
GEDAAN, NU, STRAKS, VERVALT = "gedaan", "nu", "straks", "vervalt"
"""How far a step of the route is."""


@dataclass(frozen=True, slots=True)
class VolgendeStap:
    """A step that a proposal waits for.

    ``gepland`` is the planner's day, ``eerst`` the first one from today on; None is unknown, and
    ``waarom`` then says why. ``te_laat``: the planner's day is past.
    """

    voorstel: Link
    key: str
    overleg: Link
    overleg_id: str
    taak: str
    sinds: datetime.date | None
    gepland: datetime.date | None
    eerst: datetime.date | None
    te_laat: bool
    waarom: str

    @property
    def id(self) -> str:
        """What tells it from the others that its proposal waits for."""
        return self.overleg_id

    @property
    def verwacht(self) -> datetime.date | None:
        """The first day on which it can still be taken."""
        return self.eerst if self.te_laat else self.gepland


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """What has to happen now, in words: by whom, what, and when that can be."""

    overleg: Link
    taak: str
    sinds: str
    wanneer: str


@dataclass(frozen=True, slots=True)
class Routerij:
    """A step of the route, and in words how far it is; ``staat`` is one of the four above."""

    id: str
    overleggen: tuple[Link, ...]
    taak: str
    staat: str
    staat_zin: str
    daarna: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gezet:
    """What a body did. ``duur`` says how long that took, beside what the calendar allowed."""

    datum: str | None
    overleg: Link
    wat: str
    advies: Tekst | None
    vergadering: str | None
    duur: str
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class VoorstelPagina:
    """Everything on the page of one proposal. ``nu`` is what it waits for; ``besluit_kan`` says on
    which day it can be decided when nothing comes between.
    """

    titel: Tekst
    voor_ouders: Tekst
    stand: str
    stand_zin: str
    nu: tuple[Wachtrij, ...]
    daarna: tuple[Routerij, ...]
    besluit_kan: str
    besluit: Link | None
    waarom_ingetrokken: Tekst | None
    ingediend_door: tuple[Link, ...]
    ingediend_op: str | None
    route_titel: Tekst
    route_pad: str | None
    route: tuple[Routerij, ...]
    stappen: tuple[Gezet, ...]
    speerpunten: tuple[Link, ...]
    documenten: tuple[Link, ...]
    niet_bekend: str
    bronnen: Bronnen
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class VoorstelRij:
    """A proposal on a list; ``bij`` says how far it is."""

    id: str
    link: Link
    bij: str


@dataclass(frozen=True, slots=True)
class Ligt:
    """The proposals that lie with one body; ``weg``: that body is no longer there."""

    key: str
    overleg: Link
    weg: bool
    rijen: tuple[VoorstelRij, ...]


@dataclass(frozen=True, slots=True)
class Jaar:
    """The proposals that were decided on or withdrawn in one year; without a name it is unknown."""

    naam: str
    rijen: tuple[VoorstelRij, ...]


@dataclass(frozen=True, slots=True)
class Voorstellenlijst:
    """Every proposal: where those on their way lie, and those that are done, newest first."""

    onderweg: int
    ligt: tuple[Ligt, ...]
    klaar: tuple[Jaar, ...]


# ---------------------------------------------------------------- how far it is


@eenmaal
def loop(blik: Blik, key: str) -> Verloop:
    """How far a proposal got."""
    return verloop(blik.regio, blik.regio.voorstellen[key])


def stand_van(blik: Blik, one: Voorstel) -> str:
    """What became of a proposal so far."""
    if one.ingetrokken:
        return INGETROKKEN
    decided = loop(blik, one.id).beslist
    if decided is None:
        return ONDERWEG
    return AANGENOMEN if decided.handeling is Handeling.BESLOOT else AFGEWEZEN


def klaar_op(blik: Blik, one: Voorstel) -> Datum | None:
    """When it was decided on or withdrawn; None is unknown, or not yet."""
    if one.ingetrokken:
        gone = one.ingetrokken.op
        return gone if isinstance(gone, Datum) else None
    decided = loop(blik, one.id).beslist
    return datum_van(blik.regio, one.stappen[decided.nummer]) if decided else None


def stand_zin(blik: Blik, one: Voorstel) -> str:
    """The same in words, with the day; where it lies, of one that is on its way."""
    stand, day = stand_van(blik, one), klaar_op(blik, one)
    if stand == ONDERWEG:
        bodies = dict.fromkeys(
            str(overlegzin(blik.v, blik.regio.overleggen[key]))
            for wait in loop(blik, one.id).wacht
            for key in wait.overleggen
        )
        return blik.v.ui(N_("ligt bij {overleg}"), overleg=blik.v.opsomming([*bodies]))
    if day is None:
        return blik.v.ui(STAND[stand])
    words = _STAND_OP if day.dag else _STAND_IN
    return blik.v.ui(words[stand], datum=blik.v.datum(day))


@eenmaal
def volgende_stappen(blik: Blik) -> tuple[VolgendeStap, ...]:
    """What each proposal on its way waits for: what can be first comes first, unknown days last."""
    found = [
        step
        for one in actief(blik.regio.voorstellen)
        if stand_van(blik, one) == ONDERWEG
        for step in _volgend(blik, one)
    ]
    return tuple(sorted(found, key=lambda step: (step.verwacht or datetime.date.max, step.key)))


def _vandaag(blik: Blik) -> datetime.date:
    return datetime.date(*blik.vandaag.begin)


def _kalender(blik: Blik) -> Kalender:
    return blik.eens(_kalender, lambda: kalender(blik.regio))


def _begin(way: Verloop, wait: Wacht) -> Begin | None:
    """From when a step that waits can be taken; None when nobody knows since when it waits."""
    return Begin(wait.overleggen, wait.vanaf, bool(way.zetten)) if wait.vanaf else None


def _ronde(blik: Blik, key: str, taak: Staptaak, start: Begin) -> datetime.date | None:
    """The planner's day for a body; one that is no longer there has none."""
    gone = blik.regio.overleggen[key].is_weg
    return None if gone else eerste_ronde(_kalender(blik), key, taak, start)


def _volgend(blik: Blik, one: Voorstel) -> Iterator[VolgendeStap]:
    way, today = loop(blik, one.id), _vandaag(blik)
    for wait in way.wacht:
        start = _begin(way, wait)
        now = Begin(wait.overleggen, max(today, wait.vanaf or today), na_een_stap=False)
        for key in wait.overleggen:
            planned = _ronde(blik, key, wait.stap.taak, start) if start else None
            first = _ronde(blik, key, wait.stap.taak, now)
            late = planned is not None and planned < today
            yield VolgendeStap(
                voorstel=naar(blik, Voorstel, one.id),
                key=one.id,
                overleg=in_zin(blik, key),
                overleg_id=key,
                taak=blik.v.ui(_TAAK[wait.stap.taak]),
                sinds=wait.sinds,
                gepland=planned if start else first,
                eerst=first,
                te_laat=late,
                waarom="" if first else _waarom(blik, key),
            )


def _waarom(blik: Blik, key: str) -> str:
    """Why no day can be named on which a body takes up a proposal."""
    body, today = blik.regio.overleggen[key], _vandaag(blik)
    if body.is_weg:
        return blik.v.ui(
            N_("Dit overleg is er niet meer. Het voorstel moet dus een andere weg gaan.")
        )
    if not any(one.dag >= today for one in _kalender(blik).get(key, ())):
        zin = N_(
            "Wanneer dat kan, is niet te zeggen: er staat geen komende vergadering in de kalender."
        )
    elif isinstance(body.stukken_vooraf, Onbekend):
        zin = N_(
            "Wanneer dat kan, is niet te zeggen: hoeveel dagen vooraf de stukken er moeten zijn, "
            "is onbekend."
        )
    else:
        zin = N_(
            "Wanneer dat kan, is niet te zeggen: voor geen vergadering in de kalender zijn de "
            "stukken nog op tijd."
        )
    return blik.v.ui(zin)


# ---------------------------------------------------------------- the page of one


def voorstel(blik: Blik, key: str) -> VoorstelPagina:
    """The page of the proposal ``key``."""
    one, v = blik.regio.voorstellen[key], blik.v
    route, stand = blik.regio.routes[one.route], stand_van(blik, one)
    waiting = _volgend(blik, one) if stand == ONDERWEG else ()
    rows = tuple(_routerijen(blik, one, route, stand))
    now = {row.id for row in rows if row.staat == NU}
    steps = tuple(_gezet(blik, one))
    return VoorstelPagina(
        titel=v.tekst(one.titel),
        voor_ouders=v.tekst(one.voor_ouders),
        stand=stand,
        stand_zin=_zin(stand_zin(blik, one)),
        nu=tuple(_wachtrij(blik, step) for step in waiting),
        daarna=tuple(
            row
            for row in rows
            if row.staat == STRAKS and any(row.id in r.daarna for r in rows if r.id in now)
        ),
        besluit_kan=_besluit_kan(blik, one, route) if stand == ONDERWEG else "",
        besluit=naar(blik, Besluit, one.besluit) if one.besluit else None,
        waarom_ingetrokken=v.tekst(one.ingetrokken.waarom)
        if one.ingetrokken and one.ingetrokken.waarom
        else None,
        ingediend_door=()
        if isinstance(one.ingediend_door, Onbekend)
        else tuple(naar_partij(blik, partij) for partij in one.ingediend_door),
        ingediend_op=v.datum(one.ingediend_op) if isinstance(one.ingediend_op, Datum) else None,
        route_titel=v.tekst(route.titel),
        route_pad=adres_van(Voorstelroute, route.id) if route.status is Status.ACTIEF else None,
        route=rows,
        stappen=steps,
        speerpunten=speerpunten(blik, one.speerpunten),
        documenten=documenten(blik, one.documenten),
        niet_bekend=onbekende_velden(v, one, _ONBEKEND),
        bronnen=bronnen(dict.fromkeys(_vindplaatsen(blik, one, steps))),
        later=later(blik, one.later_ingevuld),
        wijzigingen=verloop_van_record(blik, pad_van(Voorstel, one.id), one.wijzigingen),
    )


def _zin(woorden: str) -> str:
    """Words as a sentence."""
    return f"{woorden[:1].upper()}{woorden[1:]}."


def _vindplaatsen(
    blik: Blik, one: Voorstel, steps: tuple[Gezet, ...]
) -> Iterator[tuple[Tekst, HerkomstRij]]:
    yield blik.v.naam(blik.v.ui(N_("Het voorstel"))), herkomst(blik, one.herkomst)
    for step in steps:
        what = f"{step.overleg.titel} {step.wat}"
        yield blik.v.naam(_zin(what)[:-1]), step.herkomst
    if one.ingetrokken:
        yield blik.v.naam(blik.v.ui(N_("Het intrekken"))), herkomst(blik, one.ingetrokken.herkomst)


def _wachtrij(blik: Blik, step: VolgendeStap) -> Wachtrij:
    v = blik.v
    since = _zin(v.ui(N_("sinds {datum}"), datum=_dag(v, step.sinds))) if step.sinds else ""
    if step.te_laat and step.gepland:
        told = v.ui(
            N_("Dat kon al op {datum}. Of dat toen is gebeurd, staat niet in onze bronnen."),
            datum=_dag(v, step.gepland),
        )
        next_ = (
            v.ui(N_("Nu kan het op zijn vroegst op {datum}."), datum=_dag(v, step.eerst))
            if step.eerst
            else step.waarom
        )
        when = f"{told} {next_}"
    elif step.gepland:
        zin = N_(
            "Dat kan op zijn vroegst op {datum}: de eerste vergadering waarvoor de stukken op tijd "
            "kunnen zijn."
        )
        when = v.ui(zin, datum=_dag(v, step.gepland))
    else:
        when = step.waarom
    return Wachtrij(step.overleg, step.taak, since, when)


def _dag(v: Vertaler, day: datetime.date) -> str:
    return v.datum(Datum.van(day))


def _besluit_kan(blik: Blik, one: Voorstel, route: Voorstelroute) -> str:
    """When it can be decided, if that is not what it waits for."""
    way, today = loop(blik, one.id), _vandaag(blik)
    if any(wait.stap.taak is Staptaak.BESLUITEN for wait in way.wacht):
        return ""
    starts = {}
    for wait in way.wacht:
        start, keys = _begin(way, wait), wait.overleggen
        anew = Begin(keys, today, na_een_stap=False)
        days = [_ronde(blik, key, wait.stap.taak, start or anew) for key in keys]
        late = any(day is None or day < today for day in days)
        starts[wait.stap.id] = anew if late or start is None else start
    found = plan(route, today, _kalender(blik), Onderweg(way.klaar.keys(), starts)).besluit
    if found is None:
        return ""
    zin = N_("Gaat alles daarna meteen door, dan kan het besluit vallen op {datum}.")
    return blik.v.ui(zin, datum=_dag(blik.v, found))


def _routerijen(blik: Blik, one: Voorstel, route: Voorstelroute, stand: str) -> Iterator[Routerij]:
    way = loop(blik, one.id)
    waits = {wait.stap.id: wait for wait in way.wacht}
    for stap in op_volgorde(route):
        many = len(stap.overleggen) > 1
        state, words = _staat(blik.v, way, waits.get(stap.id), stap, stand)
        yield Routerij(
            id=stap.id,
            overleggen=naar_samen(blik, [blik.regio.overleggen[key] for key in stap.overleggen]),
            taak=blik.v.ui((_TAAK_MEER if many else _TAAK)[stap.taak]),
            staat=state,
            staat_zin=words,
            daarna=stap.daarna,
        )


def _staat(
    v: Vertaler, way: Verloop, wait: Wacht | None, stap: Routestap, stand: str
) -> tuple[str, str]:
    if stap.id in way.klaar:
        day = way.klaar[stap.id]
        words = v.ui(N_("gedaan op {datum}"), datum=_dag(v, day)) if day else v.ui(N_("gedaan"))
        return GEDAAN, words
    if stand == INGETROKKEN:
        return VERVALT, v.ui(N_("gaat niet door"))
    if wait and stand == ONDERWEG:
        return NU, v.ui(N_("nu, opnieuw") if wait.opnieuw else N_("nu"))
    return STRAKS, v.ui(N_("komt nog"))


def _gezet(blik: Blik, one: Voorstel) -> Iterator[Gezet]:
    v, way = blik.v, loop(blik, one.id)
    route = {stap.id: stap for stap in blik.regio.routes[one.route].stappen}
    for zet in way.zetten:
        step = one.stappen[zet.nummer]
        when = datum_van(blik.regio, step)
        words = v.ui(HANDELING[zet.handeling])
        if step.terug_naar:
            target = route[step.terug_naar]
            bodies = [str(overlegzin(v, blik.regio.overleggen[key])) for key in target.overleggen]
            words = v.ui(N_("stuurde het terug naar {overleg}"), overleg=v.opsomming(bodies))
        yield Gezet(
            datum=v.datum(when) if when else None,
            overleg=in_zin(blik, zet.overleg, vooraan=True),
            wat=words,
            advies=v.tekst(step.advies) if step.advies else None,
            vergadering=adres_van(Vergadering, step.vergadering) if step.vergadering else None,
            duur=_duur(blik, way, zet),
            herkomst=herkomst(blik, step.herkomst),
        )


@dataclass(frozen=True, slots=True)
class Duur:
    """How many days a body took, and in how many the calendar allowed it; None is unknown.

    What was done sooner than the planner's day was allowed: the papers came later than they should.
    """

    taak: Staptaak
    overleg: str
    dagen: int
    gepland: int | None


def duur(blik: Blik, way: Verloop, zet: Zet) -> Duur | None:
    """How long a step took, of which both days are known; one that was held over goes on."""
    if zet.handeling is Handeling.HIELD_AAN or zet.dag is None or zet.sinds is None:
        return None
    start = Begin((zet.overleg,), zet.sinds, na_een_stap=zet is not way.zetten[0])
    planned = eerste_ronde(_kalender(blik), zet.overleg, zet.stap.taak, start)
    days = (zet.dag - zet.sinds).days
    allowed = min((planned - zet.sinds).days, days) if planned else None
    return Duur(zet.stap.taak, zet.overleg, days, allowed)


def _duur(blik: Blik, way: Verloop, zet: Zet) -> str:
    found = duur(blik, way, zet)
    if found is None:
        return ""
    if not found.dagen:
        return blik.v.ui(N_("op dezelfde dag"))
    took = blik.v.aantal(found.dagen, "duurde {n} dag", "duurde {n} dagen")
    if found.gepland is None:
        return took
    if found.gepland == found.dagen:
        return blik.v.ui(N_("{duur}: zo snel als de kalender toeliet"), duur=took)
    return blik.v.aantal(
        found.gepland,
        "{duur}; volgens de kalender kon het in {n} dag",
        "{duur}; volgens de kalender kon het in {n} dagen",
        duur=took,
    )


# ---------------------------------------------------------------- lists


@eenmaal
def voorstellenlijst(blik: Blik) -> Voorstellenlijst:
    """Every proposal that counts."""
    every = actief(blik.regio.voorstellen)
    bodies: dict[str, list[VoorstelRij]] = {}
    for step in volgende_stappen(blik):
        bodies.setdefault(step.overleg_id, []).append(_ligt(blik, step))
    order = [key for key in blik.regio.overleggen if key in bodies]
    return Voorstellenlijst(
        onderweg=sum(stand_van(blik, one) == ONDERWEG for one in every),
        ligt=tuple(
            Ligt(
                key,
                naar(blik, Overleg, key),
                blik.regio.overleggen[key].is_weg,
                tuple(bodies[key]),
            )
            for key in order
        ),
        klaar=tuple(_klaar(blik, [one for one in every if stand_van(blik, one) != ONDERWEG])),
    )


def _ligt(blik: Blik, step: VolgendeStap) -> VoorstelRij:
    v = blik.v
    parts = [step.taak]
    if step.sinds:
        parts.append(v.ui(N_("sinds {datum}"), datum=_dag(v, step.sinds)))
    if step.te_laat and step.gepland:
        parts.append(v.ui(N_("kon al op {datum}"), datum=_dag(v, step.gepland)))
    elif step.verwacht:
        parts.append(v.ui(N_("op zijn vroegst {datum}"), datum=_dag(v, step.verwacht)))
    else:
        parts.append(v.ui(N_("wanneer het kan, is niet te zeggen")))
    return VoorstelRij(step.key, step.voorstel, " · ".join(parts))


def _klaar(blik: Blik, done: list[Voorstel]) -> Iterator[Jaar]:
    def dag(one: Voorstel) -> tuple[int, int, int]:
        day = klaar_op(blik, one)
        return day.begin if day else (0, 0, 0)

    for year, group in groupby(sorted(done, key=dag, reverse=True), key=lambda one: dag(one)[0]):
        rows = (
            VoorstelRij(one.id, naar(blik, Voorstel, one.id), stand_zin(blik, one)) for one in group
        )
        yield Jaar(str(year) if year else "", tuple(rows))


def bij_overleg(blik: Blik, key: str) -> tuple[VoorstelRij, ...]:
    """The proposals of a body: what lies there now, then what it did something with."""
    now = [step for step in volgende_stappen(blik) if step.overleg_id == key]
    rows = [VoorstelRij(s.key, s.voorstel, blik.v.ui(N_("ligt nu hier"))) for s in now]
    here = {row.id for row in rows}
    for one in actief(blik.regio.voorstellen):
        if one.id not in here and any(stap.overleg == key for stap in one.stappen):
            rows.append(VoorstelRij(one.id, naar(blik, Voorstel, one.id), stand_zin(blik, one)))
    return tuple(rows)


def van_besluit(blik: Blik, key: str) -> Link | None:
    """The proposal that a decision was made on."""
    found = next((one for one in actief(blik.regio.voorstellen) if one.besluit == key), None)
    return naar(blik, Voorstel, found.id) if found else None
