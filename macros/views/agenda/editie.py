"""The editions of the agenda: which one a page is of, and what it says of that.

Not here: which edition counts on a day (``model.agenda.geldend``), or what an edition holds: that
is what the other views say of a look at it (``van``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from macros.model.agenda import Agenda, Mijlpaal, Principe, Speerpunt, eerdere
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.tekst import N_
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.naam import editienaam, naar


class Toestand(Enum):
    """How an edition stands to the one that counts."""

    GELDT = "geldt"
    EERDER = "eerder"
    KOMT = "komt"
    VOORBEREID = "voorbereid"

    @property
    def staat_vast(self) -> bool:
        """Whether it is adopted: what is not may still become anything."""
        return self is not Toestand.VOORBEREID


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


def volgende(regio: Regio) -> Agenda | None:
    """The edition that is to replace the one that counts."""
    return next((one for one in andere(regio) if one.vervangt == regio.editie), None)


@dataclass(frozen=True, slots=True)
class Merk:
    """What a page of another edition says of that: ``zin``, and which one counts."""

    zin: str
    nu: Link


Inhoud = Speerpunt | Principe | Mijlpaal
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
    Principe: (
        N_("Deze principes horen bij de agenda van {van} tot en met {tot}."),
        N_("Deze principes horen bij een andere agenda."),
    ),
    Mijlpaal: (
        N_("Zo kwam de agenda van {van} tot en met {tot} tot stand."),
        N_("Zo kwam een andere agenda tot stand."),
    ),
}


def merk(blik: Blik, key: str, wat: type[Agenda | Inhoud]) -> Merk | None:
    """What a page about ``wat`` of an edition says; nothing when that edition counts."""
    how, one, v = toestand(blik.regio, key), blik.regio.agendas[key], blik.v
    if how is Toestand.GELDT:
        return None
    known, unknown = _WAT[wat]
    years = one.jaren
    first = v.ui(known, van=years.van, tot=years.tot_en_met) if years else v.ui(unknown)
    return Merk(f"{first} {_hoe(blik, one, how)}", naar(blik, Agenda, blik.regio.editie))


def _hoe(blik: Blik, one: Agenda, how: Toestand) -> str:
    v, years = blik.v, one.jaren
    if how is Toestand.VOORBEREID:
        return v.ui(N_("Die is in voorbereiding en nog niet vastgesteld."))
    if how is Toestand.KOMT:
        return v.ui(N_("Die begint in {jaar}."), jaar=years.van if years else "")
    if years and years.tot_en_met < blik.vandaag.jaar:
        return v.ui(N_("Die is afgelopen."))
    return v.ui(N_("Die is vervangen."))


_DEEL: dict[type[Inhoud], tuple[str, str]] = {
    Speerpunt: ("acties", N_("Acties ({agenda})")),
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
    regio = blik.regio
    if wat is Speerpunt:
        return any(one.acties for one in regio.actieve_speerpunten)
    return bool(regio.actieve_principes if wat is Principe else regio.actieve_mijlpalen)


def delen(blik: Blik, key: str) -> tuple[Link, ...]:
    """The pages of an edition beside its own."""
    return tuple(
        Link(blik.v.naam(deeltitel(blik, key, wat)), deeladres(wat, key))
        for wat in _DEEL
        if _heeft(van(blik, key), wat)
    )
