"""Addresses, labels and small pieces that the pages of this area share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Herkomst, Zekerheid, actief
from macros.model.geheel import Regio
from macros.model.overleg.structuur import (
    Afspraak,
    Bevoegdheid,
    Deelnemer,
    Overleg,
    SoortOverleg,
    SoortRelatie,
    Structuur,
    ToestandOverleg,
)
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, partijnaam
from macros.views.blik import Blik
from macros.views.naam import overlegnaam

SOORT = {
    SoortOverleg.BESTUURLIJK: N_("bestuurlijk"),
    SoortOverleg.AMBTELIJK: N_("ambtelijk"),
    SoortOverleg.LOKAAL: N_("lokaal"),
    SoortOverleg.WERKGROEP: N_("werkgroep"),
}
TOESTAND = {
    ToestandOverleg.ACTIEF: N_("bestaat volgens de bron"),
    ToestandOverleg.IN_OPRICHTING: N_("in oprichting volgens de bron"),
    ToestandOverleg.VOORSTEL: N_("voorgesteld"),
    ToestandOverleg.VERVALLEN: N_("vervallen"),
}
AFGELEID = {
    **TOESTAND,
    ToestandOverleg.ACTIEF: N_("bestaat"),
    ToestandOverleg.IN_OPRICHTING: N_("in oprichting"),
}
"""The same where the source does not say so itself."""
AFSPRAAK = {
    Afspraak.VOORSTEL: N_("voorstel"),
    Afspraak.AFGESPROKEN: N_("afgesproken"),
}
BEVOEGDHEID = {
    Bevoegdheid.BESLIST: N_("beslist"),
    Bevoegdheid.STELT_AGENDA_VAST: N_("stelt de agenda van een ander overleg vast"),
    Bevoegdheid.ADVISEERT: N_("adviseert"),
    Bevoegdheid.INFORMEERT: N_("deelt informatie"),
}
RELATIE = {
    SoortRelatie.IS_DEEL_VAN: N_("is een deel van"),
    SoortRelatie.STELT_AGENDA_VAST: N_("stelt de agenda vast van"),
    SoortRelatie.DIENT_IN: N_("brengt voorstellen in bij"),
    SoortRelatie.ADVISEERT: N_("adviseert"),
    SoortRelatie.GEEFT_OPDRACHT: N_("geeft een opdracht aan"),
    SoortRelatie.KOPPELT_TERUG: N_("vertelt wat er is besproken aan"),
}
OP_PIJL = {
    SoortRelatie.IS_DEEL_VAN: N_("deel van"),
    SoortRelatie.STELT_AGENDA_VAST: N_("agenda"),
    SoortRelatie.DIENT_IN: N_("voorstel"),
    SoortRelatie.ADVISEERT: N_("advies"),
    SoortRelatie.GEEFT_OPDRACHT: N_("opdracht"),
    SoortRelatie.KOPPELT_TERUG: N_("terugkoppeling"),
}
"""The same in one word, for an arrow."""
AFVAARDIGING = N_("vaardigt iemand af naar")


def toestand(v: Vertaler, one: Overleg) -> str | None:
    """Whether a body is there, no surer than its source is; None is unknown."""
    if isinstance(one.toestand, Onbekend):
        return None
    own = [item.herkomst for item in one.later_ingevuld if item.veld == "toestand"]
    source = (own or [one.herkomst])[-1]
    words = AFGELEID if source.zekerheid is Zekerheid.AFGELEID else TOESTAND
    return _even_zeker(v, v.ui(words[one.toestand]), source)


def soort(v: Vertaler, one: Overleg) -> str:
    """Who sit in a body, no surer than its source is."""
    return _even_zeker(v, v.ui(SOORT[one.soort]), one.herkomst)


def _even_zeker(v: Vertaler, wat: str, bron: Herkomst) -> str:
    derived = bron.zekerheid is Zekerheid.AFGELEID
    return v.ui(N_("{wat}; dat is opgemaakt uit de bron"), wat=wat) if derived else wat


def is_voorstel(one: Overleg) -> bool:
    """Whether a body is only a proposal."""
    return one.toestand is ToestandOverleg.VOORSTEL


def afspraak(v: Vertaler, value: Afspraak | None) -> str:
    """Whether something was agreed, in a word; empty where that is no question."""
    return v.ui(AFSPRAAK[value]) if value else ""


def in_structuur(regio: Regio, structuur: Structuur) -> Iterator[Overleg]:
    """The bodies of a structure: board level first, local last."""
    order = list(SoortOverleg)
    rows = (one for one in actief(regio.overleggen) if structuur in one.structuren)
    yield from sorted(rows, key=lambda one: (order.index(one.soort), one.naam.casefold()))


def is_voorgesteld(regio: Regio) -> bool:
    """Whether a new structure was proposed; without one there is only the structure as it is."""
    return any(in_structuur(regio, Structuur.NIEUW))


def deelnemers(one: Overleg) -> tuple[Deelnemer, ...]:
    """Who sit in a body; nobody when that is unknown."""
    return () if isinstance(one.deelnemers, Onbekend) else one.deelnemers


def deelnemernaam(blik: Blik, deelnemer: Deelnemer) -> Tekst:
    """A party by its name, or the body that sends somebody."""
    if deelnemer.overleg:
        return overlegnaam(blik.v, blik.regio.overleggen[deelnemer.overleg])
    return partijnaam(blik, deelnemer.partij or "")


Bronnen = tuple[tuple[HerkomstRij, tuple[tuple[Tekst, Tekst | None], ...]], ...]
"""Each source once for each date and certainty, with what comes from it and where in it."""


def bronnen(gevonden: Iterable[tuple[Tekst, HerkomstRij]]) -> Bronnen:
    """Where what stands on a page comes from."""
    by_source: dict[HerkomstRij, list[tuple[Tekst, Tekst | None]]] = {}
    for what, origin in gevonden:
        by_source.setdefault(replace(origin, vindplaats=None), []).append((what, origin.vindplaats))
    return tuple((origin, tuple(what)) for origin, what in by_source.items())
