"""What the pages of the agenda show."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.agenda import Actie, Fase, Planjaar, Speerpunt, Stand
from macros.model.basis import ONBEKEND, Datum, Status, actief
from macros.model.geheel import Regio
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import (
    FASE,
    ONBEKENDE_WAARDE,
    STAND,
    HerkomstRij,
    Keus,
    bron_pad,
    gemeenten_van,
    herkomst,
    later,
    mogelijk,
    mogelijke_datum,
    partijnaam,
    pleknaam,
)
from macros.views.blik import Blik


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What a row can be filtered by: ids or values, ``onbekend`` among them."""

    jaar: tuple[str, ...]
    gemeente: tuple[str, ...]
    trekker: tuple[str, ...]
    stand: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """The options of each filter, only those that occur."""

    jaar: tuple[Keus, ...]
    gemeente: tuple[Keus, ...]
    trekker: tuple[Keus, ...]
    stand: tuple[Keus, ...]


@dataclass(frozen=True, slots=True)
class Cel:
    """One year of one speerpunt. ``wat`` is None when the source has nothing for that year."""

    jaar: int
    wat: Tekst | None
    fasen: tuple[Fase, ...]
    fase_labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoutekaartRij:
    """A speerpunt over the years."""

    nummer: int
    titel: Tekst
    pad: str
    cellen: tuple[Cel, ...]
    kenmerken: Kenmerken


@dataclass(frozen=True, slots=True)
class Routekaart:
    """Speerpunt by year, over the whole life of the agenda."""

    jaren: tuple[int, ...]
    jaren_zonder_bron: tuple[int, ...]
    rijen: tuple[RoutekaartRij, ...]


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """The roadmap to draw; ``fasen`` are the phases that occur, with their labels."""

    kaart: Routekaart
    zin: str
    fasen: tuple[tuple[Fase, str], ...]


@dataclass(frozen=True, slots=True)
class ActieRij:
    """An action with everything that is known and not known about it. None is unknown."""

    nummer: str
    id: str
    wat: Tekst
    resultaat: Tekst | None
    speerpunt: Tekst
    pad: str
    door: tuple[Tekst, ...]
    wanneer: str | None
    sorteer: str
    waar: tuple[Tekst, ...]
    stand: Stand | None
    stand_label: str
    bewijs: tuple[tuple[Tekst, str], ...]
    herkomst: HerkomstRij
    kenmerken: Kenmerken


@dataclass(frozen=True, slots=True)
class SpeerpuntKaart:
    """A speerpunt on a list."""

    nummer: int
    titel: Tekst
    pad: str
    samen: Tekst
    voor_ouders: Tekst
    acties: int
    onbekend: int


@dataclass(frozen=True, slots=True)
class SpeerpuntPagina:
    """Everything on the page of one speerpunt."""

    nummer: int
    titel: Tekst
    samen: Tekst
    voor_ouders: Tekst
    eerste_stap: ActieRij
    conclusie: Tekst
    opdracht: Tekst
    bestuurlijk_trekker: Tekst | None
    ambtelijk_trekker: Tekst | None
    acties: tuple[ActieRij, ...]
    cellen: tuple[Cel, ...]
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[tuple[str, Tekst], ...]
    vorige: tuple[Tekst, str] | None
    volgende: tuple[Tekst, str] | None


@dataclass(frozen=True, slots=True)
class Teller:
    """A number with what it counts: ``getal`` of ``van``."""

    label: str
    getal: str
    van: str


@dataclass(frozen=True, slots=True)
class StandVanZaken:
    """The whole agenda in numbers; ``per_speerpunt`` has the actions whose time is past unknown."""

    speerpunten: int
    acties: int
    tellers: tuple[Teller, ...]
    standen: tuple[tuple[str, str, int], ...]
    per_speerpunt: tuple[tuple[SpeerpuntKaart, int], ...]
    peildatum: str | None
    verstreken: int


def speerpunt_pad(key: str) -> str:
    """The address of the page of a speerpunt."""
    return f"agenda/{key}/"


def agendajaren(regio: Regio) -> tuple[int, ...]:
    """Every year of the agenda's own title."""
    looptijd = regio.agenda.looptijd
    return tuple(range(looptijd.van, looptijd.tot_en_met + 1))


def routekaart(blik: Blik) -> Routekaart:
    """The planning of all speerpunten; a year the source leaves out stays visibly empty."""
    jaren = agendajaren(blik.regio)
    speerpunten = blik.regio.actieve_speerpunten
    planned = {jaar.jaar for one in speerpunten for jaar in one.planning}
    return Routekaart(
        jaren=jaren,
        jaren_zonder_bron=tuple(jaar for jaar in jaren if jaar not in planned),
        rijen=tuple(
            RoutekaartRij(
                nummer=one.nummer,
                titel=blik.v.tekst(one.titel),
                pad=speerpunt_pad(one.id),
                cellen=_cellen(blik.v, one, jaren),
                kenmerken=_speerpunt_kenmerken(blik.regio, one),
            )
            for one in speerpunten
        ),
    )


def tijdlijn(blik: Blik) -> Tijdlijn:
    """The roadmap as it is drawn, with the sentence that is true of it and the phases it uses."""
    kaart = routekaart(blik)
    gepland = [jaar for jaar in kaart.jaren if jaar not in kaart.jaren_zonder_bron]
    used = {fase for rij in kaart.rijen for cel in rij.cellen for fase in cel.fasen}
    zinnen = [
        blik.v.ui(
            N_("De titel van de agenda noemt {van} tot en met {tot}."),
            van=kaart.jaren[0],
            tot=kaart.jaren[-1],
        )
    ]
    if gepland:
        jaren = ", ".join(map(str, gepland))
        zinnen.append(blik.v.ui(N_("De bron geeft een planning voor {jaren}."), jaren=jaren))
    if kaart.jaren_zonder_bron:
        jaren = ", ".join(map(str, kaart.jaren_zonder_bron))
        zin = N_("Over {jaren} zegt de bron niets; dat vullen we niet in.")
        zinnen.append(blik.v.ui(zin, jaren=jaren))
    fasen = tuple((fase, blik.v.ui(FASE[fase])) for fase in Fase if fase in used)
    return Tijdlijn(kaart, " ".join(zinnen), fasen)


def _cellen(v: Vertaler, speerpunt: Speerpunt, jaren: tuple[int, ...]) -> tuple[Cel, ...]:
    by_year = {jaar.jaar: jaar for jaar in speerpunt.planning}
    return tuple(_cel(v, jaar, by_year.get(jaar)) for jaar in jaren)


def _cel(v: Vertaler, jaar: int, plan: Planjaar | None) -> Cel:
    if plan is None:
        return Cel(jaar, None, (), ())
    return Cel(jaar, v.tekst(plan.wat), plan.fasen, tuple(v.ui(FASE[f]) for f in plan.fasen))


def acties(blik: Blik) -> tuple[ActieRij, ...]:
    """Every action of every active speerpunt."""
    return tuple(row for one in blik.regio.actieve_speerpunten for row in _actierijen(blik, one))


def _actierijen(blik: Blik, speerpunt: Speerpunt) -> tuple[ActieRij, ...]:
    return tuple(
        _actierij(blik, speerpunt, actie, f"{speerpunt.nummer}.{index}")
        for index, actie in enumerate(speerpunt.acties, start=1)
    )


def _actierij(blik: Blik, speerpunt: Speerpunt, actie: Actie, nummer: str) -> ActieRij:
    return ActieRij(
        nummer=nummer,
        id=actie.id,
        wat=blik.v.tekst(actie.wat),
        resultaat=mogelijk(blik.v, actie.resultaat),
        speerpunt=blik.v.tekst(speerpunt.titel),
        pad=f"{speerpunt_pad(speerpunt.id)}#actie-{actie.id}",
        door=() if actie.door is ONBEKEND else tuple(partijnaam(blik, k) for k in actie.door),
        sorteer=""
        if actie.wanneer is ONBEKEND
        else ", ".join(str(datum) for datum in actie.wanneer),
        wanneer=None
        if actie.wanneer is ONBEKEND
        else ", ".join(blik.v.datum(datum) for datum in actie.wanneer),
        waar=tuple(pleknaam(blik, key) for key in actie.waar),
        stand=None if actie.stand is ONBEKEND else actie.stand,
        stand_label=_stand_label(blik.v, actie),
        bewijs=()
        if actie.bewijs is ONBEKEND
        else tuple(
            (blik.v.titel(blik.regio.bronnen[key].titel), bron_pad(key)) for key in actie.bewijs
        ),
        herkomst=herkomst(blik, actie.herkomst),
        kenmerken=_actie_kenmerken(blik.regio, actie),
    )


def _stand_label(v: Vertaler, actie: Actie) -> str:
    datum = v.datum(actie.stand_peildatum)
    if actie.stand is ONBEKEND:
        return v.ui(N_("stand onbekend sinds {datum}"), datum=datum)
    return v.ui(N_("{stand} (stand van {datum})"), stand=v.ui(STAND[actie.stand]), datum=datum)


def _actie_kenmerken(regio: Regio, actie: Actie) -> Kenmerken:
    unknown = (ONBEKENDE_WAARDE,)
    return Kenmerken(
        jaar=unknown
        if actie.wanneer is ONBEKEND
        else tuple(dict.fromkeys(str(datum.jaar) for datum in actie.wanneer)),
        gemeente=gemeenten_van(regio, actie.waar),
        trekker=unknown if actie.door is ONBEKEND else actie.door,
        stand=unknown if actie.stand is ONBEKEND else (str(actie.stand),),
    )


def _speerpunt_kenmerken(regio: Regio, speerpunt: Speerpunt) -> Kenmerken:
    """A speerpunt matches what any of its actions matches, or its planning."""
    parts = [_actie_kenmerken(regio, actie) for actie in speerpunt.acties]
    trekkers = (speerpunt.bestuurlijk_trekker, speerpunt.ambtelijk_trekker)
    jaren = [str(jaar.jaar) for jaar in speerpunt.planning]
    return Kenmerken(
        jaar=_once(jaren, *(part.jaar for part in parts)),
        gemeente=_once(*(part.gemeente for part in parts)),
        trekker=_once(
            [ONBEKENDE_WAARDE if one is ONBEKEND else str(one) for one in trekkers],
            *(part.trekker for part in parts),
        ),
        stand=_once(*(part.stand for part in parts)),
    )


def _once(*groups: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group))


def filters(blik: Blik) -> Filter:
    """What can be chosen above the roadmap and the actions."""
    parts = [_speerpunt_kenmerken(blik.regio, one) for one in blik.regio.actieve_speerpunten]
    onbekend = Keus(ONBEKENDE_WAARDE, blik.v.naam(blik.v.ui(N_("onbekend"))))

    def keuzen(values: tuple[str, ...], label: dict[str, Tekst]) -> tuple[Keus, ...]:
        known = [Keus(value, label[value]) for value in label if value in values]
        return (*known, onbekend) if ONBEKENDE_WAARDE in values else tuple(known)

    trekkers = _once(*(part.trekker for part in parts))
    return Filter(
        jaar=keuzen(
            _once(*(part.jaar for part in parts)),
            {str(jaar): blik.v.naam(str(jaar)) for jaar in agendajaren(blik.regio)},
        ),
        gemeente=keuzen(
            _once(*(part.gemeente for part in parts)),
            {one.id: blik.v.naam(one.naam) for one in actief(blik.regio.gemeenten)},
        ),
        trekker=keuzen(
            trekkers,
            {key: partijnaam(blik, key) for key in trekkers if key != ONBEKENDE_WAARDE},
        ),
        stand=keuzen(
            _once(*(part.stand for part in parts)),
            {str(stand): blik.v.naam(blik.v.ui(label)) for stand, label in STAND.items()},
        ),
    )


def speerpunten(blik: Blik) -> tuple[SpeerpuntKaart, ...]:
    """All active speerpunten, in short."""
    return tuple(_kaart(blik.v, one) for one in blik.regio.actieve_speerpunten)


def _kaart(v: Vertaler, one: Speerpunt) -> SpeerpuntKaart:
    return SpeerpuntKaart(
        nummer=one.nummer,
        titel=v.tekst(one.titel),
        pad=speerpunt_pad(one.id),
        samen=v.tekst(one.samen),
        voor_ouders=v.tekst(one.voor_ouders),
        acties=len(one.acties),
        onbekend=sum(actie.stand is ONBEKEND for actie in one.acties),
    )


def speerpunt(blik: Blik, key: str) -> SpeerpuntPagina:
    """The page of one speerpunt; archived ones keep their page."""
    one = blik.regio.speerpunten[key]
    rows = _actierijen(blik, one)
    vorige, volgende = _buren(blik, one)
    return SpeerpuntPagina(
        nummer=one.nummer,
        titel=blik.v.tekst(one.titel),
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        eerste_stap=rows[0],
        conclusie=blik.v.tekst(one.conclusie),
        opdracht=blik.v.tekst(one.opdracht),
        bestuurlijk_trekker=_trekker(blik, one.bestuurlijk_trekker),
        ambtelijk_trekker=_trekker(blik, one.ambtelijk_trekker),
        acties=rows,
        cellen=_cellen(blik.v, one, agendajaren(blik.regio)),
        herkomst=herkomst(blik, one.herkomst),
        later=later(blik, one.later_ingevuld),
        wijzigingen=tuple((blik.v.datum(w.datum), blik.v.tekst(w.wat)) for w in one.wijzigingen),
        vorige=vorige,
        volgende=volgende,
    )


def _trekker(blik: Blik, key: object) -> Tekst | None:
    return None if key is ONBEKEND else partijnaam(blik, str(key))


def _buren(blik: Blik, one: Speerpunt) -> tuple[tuple[Tekst, str] | None, tuple[Tekst, str] | None]:
    """The speerpunt before and after by number."""
    active = blik.regio.actieve_speerpunten
    at = bisect_left(active, one.nummer, key=lambda other: other.nummer)
    after = active[at:] if one.status is Status.GEARCHIVEERD else active[at + 1 :]

    def link(found: Speerpunt | None) -> tuple[Tekst, str] | None:
        return (blik.v.tekst(found.titel), speerpunt_pad(found.id)) if found else None

    return (
        link(active[at - 1] if at else None),
        link(after[0] if after else None),
    )


def stand_van_zaken(blik: Blik) -> StandVanZaken:
    """Counts of what is known and what is not; ``vandaag`` decides which planned dates are past."""
    active = blik.regio.actieve_speerpunten
    all_actions = [actie for one in active for actie in one.acties]
    known = [actie for actie in all_actions if actie.stand is not ONBEKEND]
    counts = Counter(str(actie.stand) for actie in known)
    trekkers = [t for one in active for t in (one.bestuurlijk_trekker, one.ambtelijk_trekker)]
    total = len(all_actions)
    dates = [actie.stand_peildatum for actie in all_actions]
    return StandVanZaken(
        speerpunten=len(active),
        acties=total,
        tellers=(
            _teller(blik.v, N_("Acties waarvan de stand bekend is"), len(known), total),
            _teller(
                blik.v,
                N_("Acties waarvan bekend is wie ze doen"),
                sum(actie.door is not ONBEKEND for actie in all_actions),
                total,
            ),
            _teller(
                blik.v,
                N_("Acties met een gepland jaar"),
                sum(actie.wanneer is not ONBEKEND for actie in all_actions),
                total,
            ),
            _teller(
                blik.v,
                N_("Trekkers die bekend zijn"),
                sum(trekker is not ONBEKEND for trekker in trekkers),
                len(trekkers),
            ),
        ),
        standen=_standen(blik.v, counts, total - len(known)),
        per_speerpunt=tuple(
            (_kaart(blik.v, one), sum(_overdue(actie, blik.vandaag) for actie in one.acties))
            for one in active
        ),
        peildatum=mogelijke_datum(blik.v, max(dates, key=lambda d: d.begin, default=ONBEKEND)),
        verstreken=sum(_overdue(actie, blik.vandaag) for actie in all_actions),
    )


def _standen(v: Vertaler, counts: Counter[str], onbekend: int) -> tuple[tuple[str, str, int], ...]:
    """(value, label, number) of each progress that occurs, the unknown ones last."""
    rows = [(str(stand), v.ui(label), counts[str(stand)]) for stand, label in STAND.items()]
    rows.append((ONBEKENDE_WAARDE, v.ui(N_("onbekend")), onbekend))
    return tuple(row for row in rows if row[2])


def _teller(v: Vertaler, label: str, getal: int, van: int) -> Teller:
    return Teller(v.ui(label), v.getal(getal), v.getal(van))


def _overdue(actie: Actie, vandaag: Datum) -> bool:
    """Whether the planned moment is past while nobody knows the progress."""
    return actie.stand is ONBEKEND and verstreken(actie, vandaag)


def verstreken(actie: Actie, vandaag: Datum) -> bool:
    """Whether the last planned moment of an action lies wholly before today."""
    if actie.wanneer is ONBEKEND:
        return False
    return max(datum.einde for datum in actie.wanneer) < vandaag.begin


@dataclass(frozen=True, slots=True)
class MijlpaalRij:
    """A moment on the way to the agenda."""

    id: str
    datum: str
    titel: Tekst
    wat: Tekst
    herkomst: HerkomstRij


def mijlpalen(blik: Blik) -> tuple[MijlpaalRij, ...]:
    """The way to the agenda, in order."""
    rows = sorted(actief(blik.regio.mijlpalen), key=lambda one: one.nummer)
    return tuple(
        MijlpaalRij(
            one.id,
            blik.v.datum(one.datum),
            blik.v.tekst(one.titel),
            blik.v.tekst(one.wat),
            herkomst(blik, one.herkomst),
        )
        for one in rows
    )


@dataclass(frozen=True, slots=True)
class PrincipeRij:
    """A direction the partners chose."""

    id: str
    titel: Tekst
    uitleg: Tekst
    voor_ouders: Tekst
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Koers:
    """The directions the text gives, and whether the adopted principles themselves are known."""

    principes: tuple[PrincipeRij, ...]
    leidende_principes: Tekst | None
    actielijnen: Tekst | None


def koers(blik: Blik) -> Koers:
    """Leading principles as far as the source gives them."""
    rows = sorted(actief(blik.regio.principes), key=lambda one: one.nummer)
    return Koers(
        principes=tuple(
            PrincipeRij(
                one.id,
                blik.v.tekst(one.titel),
                blik.v.tekst(one.uitleg),
                blik.v.tekst(one.voor_ouders),
                herkomst(blik, one.herkomst),
            )
            for one in rows
        ),
        leidende_principes=mogelijk(blik.v, blik.regio.agenda.leidende_principes),
        actielijnen=mogelijk(blik.v, blik.regio.agenda.actielijnen),
    )


@dataclass(frozen=True, slots=True)
class AgendaKop:
    """What the agenda is."""

    titel: Tekst
    motto: Tekst
    samen: Tekst
    voor_ouders: Tekst
    van: int
    tot_en_met: int
    vastgesteld_op: str | None
    vastgesteld_door: Tekst | None
    herkomst: HerkomstRij


def agenda(blik: Blik) -> AgendaKop:
    """The agenda as a whole."""
    one = blik.regio.agenda
    return AgendaKop(
        titel=blik.v.tekst(one.titel),
        motto=blik.v.tekst(one.motto),
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        van=one.looptijd.van,
        tot_en_met=one.looptijd.tot_en_met,
        vastgesteld_op=mogelijke_datum(blik.v, one.vastgesteld_op),
        vastgesteld_door=mogelijk(blik.v, one.vastgesteld_door),
        herkomst=herkomst(blik, one.herkomst),
    )
