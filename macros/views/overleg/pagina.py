"""The page of one body: its task, who sits there, what it may do, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van, bijpagina_van, pad_van
from macros.model.overleg.structuur import Onderwerp, Overleg, Structuur
from macros.model.overleg.vergadering import Besluit, Vergadering
from macros.model.overleg.voorstelroute import Voorstelroute
from macros.model.walk import first_sentence, gelopen
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import (
    HerkomstRij,
    Link,
    herkomst,
    later,
    mogelijk,
    mogelijke_datum,
    zin_en_rest,
)
from macros.views.blik import Blik
from macros.views.naam import in_zin, naar, naar_partij, overlegnaam
from macros.views.onbekend import niet_bekend
from macros.views.overleg.basis import (
    AFVAARDIGING,
    BEVOEGDHEID,
    RELATIE,
    deelnemernaam,
    deelnemers,
    in_structuur,
    is_voorgesteld,
    is_voorstel,
    soort,
    toestand,
)
from macros.views.overleg.besluit import nieuwsbrengers, nieuwste_eerst
from macros.views.overleg.kalender import (
    gaat_door,
    in_kalender,
    kalenderbestand,
    op_datum,
)
from macros.views.overleg.structuur import (
    Band,
    Plek,
    Vak,
    banden,
    deelt_tekst,
    lokaal_pad,
    plek,
    vakken,
)
from macros.views.overleg.voorstel import VoorstelRij, bij_overleg
from macros.views.overleg.voorstelroute import op_nummer
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record


@dataclass(frozen=True, slots=True)
class DeelnemerRij:
    """Who sits in a body. ``pad`` leads to the party, or to the body that sends somebody."""

    naam: Tekst
    functie: Tekst | None
    pad: str


@dataclass(frozen=True, slots=True)
class RelatieRij:
    """A tie. ``van_hier``: this body does it to the others; ``voorstel``: it is proposed.

    Without ``herkomst`` it follows from who sit there.
    """

    zin: str
    anderen: tuple[Link, ...]
    van_hier: bool
    voorstel: bool
    herkomst: HerkomstRij | None = None


@dataclass(frozen=True, slots=True)
class OverlegPagina:
    """Everything on the page of one body. None is unknown, and ``niet_bekend`` says that once.

    ``gelijk`` is where the text stands that other local bodies share; it is not said again here.
    ``plekken`` has its newest structure first. Without meetings there is no ``kalenderbestand``.
    """

    naam: Tekst
    soort: str
    is_voorstel: bool
    toestand: str | None
    structuren: str
    taak: Tekst | None
    voor_ouders: Tekst
    gelijk: str | None
    plekken: tuple[Plek, ...]
    bevoegdheden: str | None
    voorzitter: Tekst | None
    deelnemers: tuple[DeelnemerRij, ...] | None
    vast_agendapunt: Tekst | None
    onderwerpen: tuple[tuple[Tekst, str], ...]
    vervangt: tuple[Link, ...]
    vervangen_door: tuple[Link, ...]
    relaties: tuple[RelatieRij, ...]
    buurnetwerken: tuple[tuple[Tekst, Tekst, HerkomstRij], ...]
    sinds: str | None
    vakken: tuple[Vak, ...]
    banden: tuple[Band, ...]
    stukken_vooraf: str | None
    komend: tuple[Link, ...]
    voorstellen: tuple[VoorstelRij, ...]
    besluiten: tuple[Link, ...]
    routes: tuple[Link, ...]
    nieuws: str | None
    kalenderbestand: str | None
    niet_bekend: str
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[Regel, ...]


STRUCTUREN = {
    frozenset({Structuur.OUD}): N_("alleen in de structuur van voor het voorstel"),
    frozenset({Structuur.NIEUW}): N_("alleen in de voorgestelde structuur"),
    frozenset(Structuur): N_("in beide structuren"),
}


def overleg(blik: Blik, key: str) -> OverlegPagina:
    """The page of the body ``key``; its neighbourhood is drawn in the newest structure it has."""
    one = blik.regio.overleggen[key]
    structuur = Structuur.NIEUW if Structuur.NIEUW in one.structuren else Structuur.OUD
    near = _buren(blik.regio, one, structuur)
    alike = deelt_tekst(blik.regio, one, structuur)
    plain = blik.v.tekst(one.voor_ouders)
    gaps = [leaf for leaf in gelopen(one) if leaf.onbekend]
    unknown = [blik.v.ui(first_sentence(leaf.uitleg)) for leaf in gaps]
    places = (
        plek(blik, one, _buren(blik.regio, one, each), each)
        for each in (Structuur.NIEUW, Structuur.OUD)
        if each in one.structuren
    )
    return OverlegPagina(
        naam=overlegnaam(blik.v, one),
        soort=soort(blik.v, one),
        is_voorstel=is_voorstel(one),
        toestand=toestand(blik.v, one),
        structuren=blik.v.ui(STRUCTUREN[frozenset(one.structuren)])
        if is_voorgesteld(blik.regio)
        else "",
        taak=mogelijk(blik.v, one.taak),
        voor_ouders=zin_en_rest(plain)[0] if alike else plain,
        gelijk=lokaal_pad(structuur) if alike else None,
        plekken=tuple(one for one in places if one.boven or one.naast or one.onder),
        bevoegdheden=None
        if isinstance(one.bevoegdheden, Onbekend)
        else blik.v.opsomming([blik.v.ui(BEVOEGDHEID[item]) for item in one.bevoegdheden]),
        voorzitter=mogelijk(blik.v, one.voorzitter),
        deelnemers=None
        if isinstance(one.deelnemers, Onbekend)
        else tuple(
            DeelnemerRij(
                deelnemernaam(blik, item),
                blik.v.tekst(item.functie) if item.functie else None,
                adres_van(Overleg, item.overleg)
                if item.overleg
                else naar_partij(blik, item.partij or "").pad,
            )
            for item in one.deelnemers
        ),
        vast_agendapunt=blik.v.tekst(one.vast_agendapunt) if one.vast_agendapunt else None,
        onderwerpen=tuple(
            (blik.v.tekst(blik.regio.onderwerpen[item].titel), adres_van(Onderwerp, item))
            for item in one.onderwerpen
        ),
        vervangt=tuple(naar(blik, Overleg, item) for item in one.vervangt),
        vervangen_door=tuple(
            naar(blik, Overleg, other.id)
            for other in actief(blik.regio.overleggen)
            if key in other.vervangt
        ),
        relaties=_relaties(blik, one),
        buurnetwerken=tuple(
            (blik.v.tekst(item.naam), blik.v.tekst(item.uitleg), herkomst(blik, item.herkomst))
            for item in actief(blik.regio.buurnetwerken)
            if one.gemeente == item.gemeente
        ),
        sinds=mogelijke_datum(blik.v, one.sinds),
        vakken=vakken(blik.v, near, structuur),
        banden=tuple(
            band for band in banden(blik.v, near, structuur) if key in (band.van, band.naar)
        ),
        stukken_vooraf=None
        if isinstance(one.stukken_vooraf, Onbekend)
        else blik.v.aantal(one.stukken_vooraf, "{n} dag van tevoren", "{n} dagen van tevoren"),
        komend=tuple(
            Link(blik.v.naam(blik.v.datum(meeting.datum)), adres_van(Vergadering, meeting.id))
            for meeting in op_datum(blik.regio)
            if meeting.overleg == key and gaat_door(meeting, blik.vandaag)
        ),
        voorstellen=bij_overleg(blik, key),
        besluiten=tuple(
            naar(blik, Besluit, found.id)
            for found in nieuwste_eerst(blik.regio)
            if blik.regio.vergaderingen[found.vergadering].overleg == key
        ),
        routes=tuple(
            naar(blik, Voorstelroute, route.id)
            for route in op_nummer(blik.regio)
            if any(key in stap.overleggen for stap in route.stappen)
        ),
        nieuws=bijpagina_van(Overleg, key) if nieuwsbrengers(blik.regio, one) else None,
        kalenderbestand=kalenderbestand(one) if in_kalender(blik.regio, key) else None,
        niet_bekend=niet_bekend(
            blik.v, [_in_zin(wat) for wat in unknown], [one.gezocht(leaf.veld) for leaf in gaps]
        ),
        herkomst=herkomst(blik, one.herkomst),
        later=later(blik, one.later_ingevuld),
        wijzigingen=verloop_van_record(blik, pad_van(Overleg, one.id), one.wijzigingen),
    )


def _in_zin(wat: str) -> str:
    """A sentence as a part of another one."""
    return f"{wat[:1].lower()}{wat[1:].rstrip('.')}"


def _buren(regio: Regio, one: Overleg, structuur: Structuur) -> tuple[Overleg, ...]:
    """A body and those it is tied to in ``structuur``."""
    others = [other for other in in_structuur(regio, structuur) if other.id != one.id]
    ends: set[tuple[str, str | None]] = set()
    for body in (one, *others):
        ends |= {(body.id, r.naar) for r in body.relaties if r.structuur is structuur}
        ends |= {(body.id, item.overleg) for item in deelnemers(body)}
    near = (o for o in others if (one.id, o.id) in ends or (o.id, one.id) in ends)
    return (one, *near)


def _relaties(blik: Blik, one: Overleg) -> tuple[RelatieRij, ...]:
    proposed = is_voorgesteld(blik.regio)
    rows = [
        RelatieRij(
            blik.v.ui(RELATIE[item.soort]),
            (in_zin(blik, item.naar),),
            True,
            proposed and item.structuur is Structuur.NIEUW,
            herkomst(blik, item.herkomst),
        )
        for item in one.relaties
    ]
    rows += [
        RelatieRij(
            blik.v.ui(RELATIE[item.soort]),
            (in_zin(blik, other.id, vooraan=True),),
            False,
            proposed and item.structuur is Structuur.NIEUW,
            herkomst(blik, item.herkomst),
        )
        for other in actief(blik.regio.overleggen)
        for item in other.relaties
        if item.naar == one.id
    ]
    sends = blik.v.ui(AFVAARDIGING)
    rows += [
        RelatieRij(
            sends, (in_zin(blik, item.overleg, vooraan=True),), False, proposed and is_voorstel(one)
        )
        for item in deelnemers(one)
        if item.overleg
    ]
    rows += [
        RelatieRij(sends, (in_zin(blik, other.id),), True, proposed and is_voorstel(other))
        for other in actief(blik.regio.overleggen)
        if any(item.overleg == one.id for item in deelnemers(other))
    ]
    return tuple(_samen(rows))


def _samen(rows: Iterable[RelatieRij]) -> Iterator[RelatieRij]:
    """What a body does to several others, as one source says it, is one row."""
    same: dict[RelatieRij, list[Link]] = {}
    for row in rows:
        alone = row if not row.van_hier else replace(row, anderen=())
        same.setdefault(alone, []).extend(row.anderen)
    yield from (replace(row, anderen=tuple(others)) for row, others in same.items())
