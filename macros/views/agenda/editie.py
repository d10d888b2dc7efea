"""The editions of the agenda: which one a page is of, and what it says of that.

Not here: which edition counts on a day (``model.agenda.geldend``), or what an edition holds: that
is what the other views say of a look at it (``van``).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from macros.model.agenda import Actie, Agenda, Mijlpaal, Principe, Speerpunt, eerdere
from macros.model.basis.record import Status, actief
from macros.model.geheel import Regio, adres_van
from macros.tekst import N_
from macros.views.basis import Keus, Link
from macros.views.blik import Blik
from macros.views.naam import editienaam, naam_van, naar


class Toestand(Enum):
    """How an edition stands to the one that counts."""

    GELDT = "geldt"
    EERDER = "eerder"
    KOMT = "komt"
    VOORBEREID = "voorbereid"


def toestand(regio: Regio, key: str) -> Toestand:
    """How an edition stands."""
    current = regio.agenda
    if key == regio.editie or current is None:
        return Toestand.GELDT
    if key in eerdere(regio.agendas, current):
        return Toestand.EERDER
    return Toestand.VOORBEREID if regio.agendas[key].in_voorbereiding else Toestand.KOMT


def van(blik: Blik, key: str) -> Blik:
    """A look at the region as if this edition counted: what the site shows is then of it."""
    if key == blik.regio.editie:
        return blik
    return blik.eens(("editie", key), lambda: replace(blik, regio=replace(blik.regio, editie=key)))


def andere(regio: Regio) -> Iterator[Agenda]:
    """The editions beside the one that counts, the newest first."""
    found = [one for one in actief(regio.agendas) if one.id != regio.editie]
    yield from sorted(found, key=lambda one: (one.jaren.van if one.jaren else 0, one.id))[::-1]


@dataclass(frozen=True, slots=True)
class Merk:
    """What a page of another edition says of that: ``zin``, and which one counts."""

    zin: str
    nu: Link


Inhoud = Actie | Principe | Mijlpaal
"""What an edition has pages of its own about."""

_WAT = {
    Agenda: (
        N_("Dit is de agenda van {van} tot en met {tot}."),
        N_("Dit is een andere agenda."),
    ),
    Speerpunt: (
        N_("Dit speerpunt hoort bij de agenda van {van} tot en met {tot}."),
        N_("Dit speerpunt hoort bij een andere agenda."),
    ),
    Actie: (
        N_("Deze acties horen bij de agenda van {van} tot en met {tot}."),
        N_("Deze acties horen bij een andere agenda."),
    ),
    Principe: (
        N_("Deze principes horen bij de agenda van {van} tot en met {tot}."),
        N_("Deze principes horen bij een andere agenda."),
    ),
    Mijlpaal: (
        N_("Zo kwam de agenda van {van} tot en met {tot} tot stand."),
        N_("Zo kwam een andere agenda tot stand."),
    ),
}


def merk(blik: Blik, key: str, wat: type[Agenda | Speerpunt | Inhoud]) -> Merk | None:
    """What a page about ``wat`` of an edition says; nothing when that edition counts."""
    how, one, v = toestand(blik.regio, key), blik.regio.agendas[key], blik.v
    if how is Toestand.GELDT:
        return None
    known, unknown = _WAT[wat]
    years = one.jaren
    first = v.ui(known, van=years.van, tot=years.tot_en_met) if years else v.ui(unknown)
    return Merk(f"{first} {hoe(blik, key)}", naar(blik, Agenda, blik.regio.editie))


def hoe(blik: Blik, key: str) -> str:
    """How an edition that does not count now stands, in a sentence after its name."""
    how, one = toestand(blik.regio, key), blik.regio.agendas[key]
    v, years = blik.v, one.jaren
    if one.status is Status.GEARCHIVEERD:
        return v.ui(N_("Die telt niet mee."))
    if how is Toestand.VOORBEREID:
        return v.ui(N_("Die is in voorbereiding en nog niet vastgesteld."))
    if how is Toestand.KOMT:
        return v.ui(N_("Die begint in {jaar}."), jaar=years.van if years else "")
    if years and years.tot_en_met < blik.vandaag.jaar:
        return v.ui(N_("Die is afgelopen."))
    return v.ui(N_("Die is vervangen."))


_DEEL: dict[type[Inhoud], tuple[str, str]] = {
    Actie: ("acties", N_("Acties ({agenda})")),
    Principe: ("leidende-principes", N_("Leidende principes ({agenda})")),
    Mijlpaal: ("totstandkoming", N_("Hoe de agenda er kwam ({agenda})")),
}
"""The page of each below that of the agenda, as the agenda that counts has them at the root."""


def deeladres(wat: type[Inhoud], key: str) -> str:
    """Where an edition that does not count now tells of its actions, direction or making."""
    return f"{adres_van(Agenda, key)}{_DEEL[wat][0]}/"


def deeltitel(blik: Blik, key: str, wat: type[Inhoud]) -> str:
    """What that page is called."""
    return blik.v.ui(_DEEL[wat][1], agenda=editienaam(blik.regio.agendas[key], blik))


def met_deel(blik: Blik, wat: type[Inhoud]) -> Iterator[Agenda]:
    """The editions that have that page."""
    for one in blik.regio.agendas.values():
        if one.id != blik.regio.editie and _heeft(van(blik, one.id), wat):
            yield one


def _heeft(blik: Blik, wat: type[Inhoud]) -> bool:
    if wat is Actie:
        return any(one.acties for one in blik.regio.actieve_speerpunten)
    return bool(_records(blik, wat))


def delen(blik: Blik, key: str) -> tuple[Link, ...]:
    """The pages of an edition beside its own."""
    return tuple(
        Link(blik.v.naam(deeltitel(blik, key, wat)), deeladres(wat, key))
        for wat in _DEEL
        if _heeft(van(blik, key), wat)
    )


@dataclass(frozen=True, slots=True)
class Ander:
    """Something of another edition: ``bij`` says of which, or how that stands."""

    id: str
    link: Link
    bij: str


def edities(blik: Blik) -> tuple[Ander, ...]:
    """The editions beside the one that counts, as far as they were adopted."""
    return tuple(
        Ander(one.id, naar(blik, Agenda, one.id), hoe(blik, one.id))
        for one in andere(blik.regio)
        if toestand(blik.regio, one.id) is not Toestand.VOORBEREID
    )


def verhuisd(blik: Blik, wat: type[Principe | Mijlpaal]) -> tuple[Ander, ...]:
    """What stood on this page while an edition from before counted, and where it stands now."""
    regio = blik.regio
    return tuple(
        Ander(
            one.id,
            Link(blik.v.tekst(one.titel), f"{deeladres(wat, edition.id)}#{one.id}"),
            editienaam(edition, blik),
        )
        for edition in andere(regio)
        if toestand(regio, edition.id) is Toestand.EERDER
        for one in _records(van(blik, edition.id), wat)
    )


def _records(blik: Blik, wat: type[Inhoud]) -> tuple[Principe | Mijlpaal, ...]:
    return blik.regio.actieve_principes if wat is Principe else blik.regio.actieve_mijlpalen


def keuzen(blik: Blik, genoemd: Container[str]) -> tuple[Keus, ...]:
    """The speerpunten to choose from where these are named: first those that count."""
    every = [
        one
        for key in (blik.regio.editie, *(other.id for other in andere(blik.regio)))
        for one in van(blik, key).regio.actieve_speerpunten
    ]
    return tuple(Keus(one.id, naam_van(one, blik)) for one in every if one.id in genoemd)
