"""The structures: which bodies there are, how they hang together, and what changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van, pagina_van
from macros.model.overleg.structuur import (
    Bevoegdheid,
    Overleg,
    SoortOverleg,
    SoortRelatie,
    Structuur,
)
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk
from macros.views.blik import Blik
from macros.views.naam import in_zin, naar, overlegnaam
from macros.views.overleg.basis import (
    AFVAARDIGING,
    BEVOEGDHEID,
    OP_PIJL,
    RELATIE,
    SOORT,
    deelnemers,
    in_structuur,
    is_voorgesteld,
)

LOKAAL = "lokaal"
"""What all local bodies together are called in a drawing and as a place on the page."""


def lokaal_pad(structuur: Structuur) -> str:
    """Where the local bodies stand together."""
    return f"{pagina_van(Overleg)}#{LOKAAL}-{structuur}"


@dataclass(frozen=True, slots=True)
class Vak:
    """A box to draw: a body, or all local bodies together."""

    id: str
    naam: Tekst
    soort: str
    soort_label: str
    pad: str


@dataclass(frozen=True, slots=True)
class Band:
    """How two boxes are tied: the word stands on the arrow."""

    van: str
    naar: str
    woord: str


@dataclass(frozen=True, slots=True)
class Plek:
    """The place of a body among its neighbours: who stand above, beside and below it."""

    titel: str
    boven: tuple[Link, ...]
    naast: tuple[Link, ...]
    onder: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Lokaal:
    """What is said of several local bodies alike, and so once."""

    voor_ouders: Tekst
    taak: Tekst | None
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class OverlegRij:
    """A body on a list. ``banden`` are sentences about it and another body."""

    link: Link
    banden: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class Groep:
    """The bodies of one kind. ``kort``: they are many and have no ties of their own to tell;
    ``gelijk``: what is said of each of several.
    """

    id: str
    kop: str
    kort: bool
    gelijk: tuple[Lokaal, ...]
    rijen: tuple[OverlegRij, ...]


@dataclass(frozen=True, slots=True)
class StructuurRij:
    """One structure, to draw and as a list of bodies by kind. ``vakken`` are those with a tie."""

    id: str
    titel: str
    vakken: tuple[Vak, ...]
    banden: tuple[Band, ...]
    groepen: tuple[Groep, ...]


@dataclass(frozen=True, slots=True)
class Verandering:
    """What the proposal would change about a body: a sentence, and what it replaces."""

    overleg: Link
    zin: str
    oud: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Structuren:
    """The new structure, the old one, what would change, and in short who decides.

    ``voorgesteld``: is there a new one? Without it the old one is how things are.
    """

    voorgesteld: bool
    nieuw: StructuurRij
    oud: StructuurRij
    veranderingen: tuple[Verandering, ...]
    kort: tuple[tuple[Link, str, Tekst], ...]


TITEL = {
    Structuur.NIEUW: N_("Zoals voorgesteld"),
    Structuur.OUD: N_("Voor het voorstel"),
}
GROEP = {
    SoortOverleg.BESTUURLIJK: N_("Bestuurlijk"),
    SoortOverleg.AMBTELIJK: N_("Ambtelijk"),
    SoortOverleg.WERKGROEP: N_("Werkgroepen en tafels"),
    SoortOverleg.LOKAAL: N_("Lokaal"),
}


def structuren(blik: Blik) -> Structuren:
    """Both structures side by side."""
    proposed = is_voorgesteld(blik.regio)
    new = _structuur(blik, Structuur.NIEUW)
    return Structuren(
        voorgesteld=proposed,
        nieuw=new,
        oud=_structuur(blik, Structuur.OUD, [g for groep in new.groepen for g in groep.gelijk]),
        veranderingen=tuple(_veranderingen(blik)) if proposed else (),
        kort=tuple(_kort(blik)),
    )


def _kort(blik: Blik) -> Iterator[tuple[Link, str, Tekst]]:
    """The bodies that decide something, and what they are for, in plain language."""
    newest = Structuur.NIEUW if is_voorgesteld(blik.regio) else Structuur.OUD
    for one in in_structuur(blik.regio, newest):
        may = [mag for mag in (Bevoegdheid.BESLIST, Bevoegdheid.STELT_AGENDA_VAST) if one.mag(mag)]
        if may:
            words = blik.v.opsomming([blik.v.ui(BEVOEGDHEID[mag]) for mag in may])
            yield naar(blik, Overleg, one.id), words, blik.v.tekst(one.voor_ouders)


def _structuur(blik: Blik, structuur: Structuur, gezegd: Collection[Lokaal] = ()) -> StructuurRij:
    """A structure; what is ``gezegd`` of local bodies is not said again."""
    bodies = tuple(in_structuur(blik.regio, structuur))
    titel = TITEL[structuur] if is_voorgesteld(blik.regio) else N_("Zoals het is, volgens de bron")
    ties = banden(blik.v, bodies, structuur)
    tied = {end for band in ties for end in (band.van, band.naar)}
    return StructuurRij(
        id=str(structuur),
        titel=blik.v.ui(titel),
        vakken=tuple(vak for vak in vakken(blik.v, bodies, structuur) if vak.id in tied),
        banden=ties,
        groepen=tuple(
            _groep(blik, structuur, soort, bodies, gezegd)
            for soort in GROEP
            if any(one.soort is soort for one in bodies)
        ),
    )


def _groep(
    blik: Blik,
    structuur: Structuur,
    soort: SoortOverleg,
    bodies: tuple[Overleg, ...],
    gezegd: Collection[Lokaal],
) -> Groep:
    local = [one for one in bodies if one.soort is SoortOverleg.LOKAAL]
    links = {one.id: in_zin(blik, one.id) for one in bodies}
    if len(local) > 1:
        everyone = Link(
            blik.v.naam(blik.v.ui(N_("de lokale overleggen"))), f"#{LOKAAL}-{structuur}"
        )
        links |= {one.id: everyone for one in local}
    rows = tuple(
        _rij(blik.v, one, structuur, bodies, links) for one in bodies if one.soort is soort
    )
    short = soort is SoortOverleg.LOKAAL and not any(row.banden for row in rows)
    alike = [_lokaal(blik, same) for same in _gelijken(bodies) if soort is same[0].soort]
    once = tuple(one for one in alike if one not in gezegd)
    return Groep(f"{soort}-{structuur}", blik.v.ui(GROEP[soort]), short, once, rows)


def _gelijken(bodies: Iterable[Overleg]) -> Iterator[list[Overleg]]:
    """The local bodies of which the same is said, where these are several."""
    by_text: dict[tuple[object, ...], list[Overleg]] = {}
    for one in bodies:
        if one.soort is SoortOverleg.LOKAAL:
            by_text.setdefault((one.voor_ouders, one.taak, one.herkomst), []).append(one)
    yield from (same for same in by_text.values() if len(same) > 1)


def _lokaal(blik: Blik, same: list[Overleg]) -> Lokaal:
    one = same[0]
    parents, task = blik.v.tekst(one.voor_ouders), mogelijk(blik.v, one.taak)
    return Lokaal(parents, task, herkomst(blik, one.herkomst))


def deelt_tekst(regio: Regio, one: Overleg, structuur: Structuur) -> bool:
    """Whether what is said of a body is said of other local ones in just the same words."""
    return any(one in same for same in _gelijken(in_structuur(regio, structuur)))


_RANG = (SoortOverleg.BESTUURLIJK, SoortOverleg.AMBTELIJK)
"""Who sit in a body says how high it stands; below these all are alike."""


def plek(blik: Blik, one: Overleg, near: Iterable[Overleg], structuur: Structuur) -> Plek:
    """Where a body stands: by who sit in it, and above what is a part of it."""
    others = [other for other in near if other.id != one.id]

    def is_deel(part: Overleg, whole: Overleg) -> bool:
        return any(
            r.naar == whole.id and r.soort is SoortRelatie.IS_DEEL_VAN and r.structuur is structuur
            for r in part.relaties
        )

    def hoogte(other: Overleg) -> int:
        if is_deel(one, other) or is_deel(other, one):
            return -1 if is_deel(one, other) else 1
        own, its = (_RANG.index(b.soort) if b.soort in _RANG else len(_RANG) for b in (one, other))
        return (its > own) - (its < own)

    def links(waar: int) -> tuple[Link, ...]:
        return naar_samen(blik, [other for other in others if hoogte(other) == waar], structuur)

    titel = blik.v.ui(TITEL[structuur]) if is_voorgesteld(blik.regio) else ""
    return Plek(titel, links(-1), links(0), links(1))


def naar_samen(
    blik: Blik, bodies: Sequence[Overleg], structuur: Structuur = Structuur.NIEUW
) -> tuple[Link, ...]:
    """Links to bodies; two or more local ones as one, for they do the same."""
    local = [one for one in bodies if one.soort is SoortOverleg.LOKAAL]
    if len(local) < 2:
        return tuple(naar(blik, Overleg, one.id) for one in bodies)
    others = tuple(naar(blik, Overleg, one.id) for one in bodies if one not in local)
    return (*others, Link(lokalen(blik.v, len(local)), lokaal_pad(structuur)))


def _rij(
    v: Vertaler,
    one: Overleg,
    structuur: Structuur,
    bodies: tuple[Overleg, ...],
    links: Mapping[str, Link],
) -> OverlegRij:
    """A body with what it does for others, each once: relations, and whom it sends somebody to."""
    ties = [
        (v.ui(RELATIE[relatie.soort]), links[relatie.naar])
        for relatie in one.relaties
        if relatie.structuur is structuur and relatie.naar in links
    ]
    ties += [
        (v.ui(AFVAARDIGING), links[other.id])
        for other in bodies
        if any(item.overleg == one.id for item in deelnemers(other))
    ]
    link = Link(overlegnaam(v, one), adres_van(Overleg, one.id))
    return OverlegRij(link, tuple(dict.fromkeys(ties)))


def vakken(v: Vertaler, bodies: tuple[Overleg, ...], structuur: Structuur) -> tuple[Vak, ...]:
    """A box for every body; two or more local ones share one."""
    local = [one for one in bodies if one.soort is SoortOverleg.LOKAAL]
    alone = [one for one in bodies if one not in local or len(local) == 1]
    found = []
    for one in alone:
        naam, soort = overlegnaam(v, one), v.ui(SOORT[one.soort])
        found.append(Vak(one.id, naam, str(one.soort), soort, adres_van(Overleg, one.id)))
    if len(local) > 1:
        together = lokalen(v, len(local))
        label = v.ui(SOORT[SoortOverleg.LOKAAL])
        found.append(Vak(LOKAAL, together, LOKAAL, label, lokaal_pad(structuur)))
    return tuple(found)


def lokalen(v: Vertaler, getal: int) -> Tekst:
    """What several local bodies are called together."""
    return v.naam(v.aantal(getal, "{n} lokaal overleg", "{n} lokale overleggen"))


def banden(v: Vertaler, bodies: tuple[Overleg, ...], structuur: Structuur) -> tuple[Band, ...]:
    """Every tie between two of ``bodies``, each once: relations, and who sends whom."""
    local = [one.id for one in bodies if one.soort is SoortOverleg.LOKAAL]
    box = {one.id: LOKAAL if one.id in local and len(local) > 1 else one.id for one in bodies}
    found: dict[Band, None] = {}
    for one in bodies:
        for relatie in one.relaties:
            if relatie.structuur is structuur and relatie.naar in box:
                woord = v.ui(OP_PIJL[relatie.soort])
                found[Band(box[one.id], box[relatie.naar], woord)] = None
        for deelnemer in deelnemers(one):
            if deelnemer.overleg in box:
                woord = v.ui(N_("afvaardiging"))
                found[Band(box[deelnemer.overleg], box[one.id], woord)] = None
    return tuple(found)


def _veranderingen(blik: Blik) -> Iterator[Verandering]:
    replaced = {key for one in actief(blik.regio.overleggen) for key in one.vervangt}
    for one in in_structuur(blik.regio, Structuur.NIEUW):
        link = naar(blik, Overleg, one.id)
        old = tuple(in_zin(blik, key) for key in one.vervangt)
        if len(old) > 1:
            yield Verandering(link, blik.v.ui(N_("zou deze overleggen samenvoegen:")), old)
        elif old:
            yield Verandering(link, blik.v.ui(N_("zou in de plaats komen van")), old)
        elif Structuur.OUD not in one.structuren:
            yield Verandering(link, blik.v.ui(N_("zou nieuw zijn")))
    for one in in_structuur(blik.regio, Structuur.OUD):
        if Structuur.NIEUW not in one.structuren and one.id not in replaced:
            link = naar(blik, Overleg, one.id)
            yield Verandering(link, blik.v.ui(N_("staat niet in het voorstel")))
