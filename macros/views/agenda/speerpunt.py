"""The speerpunten: as cards on a list, and the page of each.

Not here: the rows of its actions (``actie``) and of its years (``routekaart``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.model.agenda import Fase, Speerpunt
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status
from macros.model.geheel import adres_van, pad_van
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.actie import ActieRij, actierijen
from macros.views.agenda.basis import agendajaren
from macros.views.agenda.editie import Merk, merk, van
from macros.views.agenda.routekaart import Cel, cellen
from macros.views.agenda.verwant import Verwant, verwant
from macros.views.basis import HerkomstRij, herkomst, later, mogelijk, partijnaam
from macros.views.blik import Blik
from macros.views.onbekend import per_datum
from macros.views.regio.nieuw.verloop import Regel, verloop_van_record


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

    @property
    def bekend(self) -> int:
        """Of how many actions the progress is known."""
        return self.acties - self.onbekend


@dataclass(frozen=True, slots=True)
class SpeerpuntPagina:
    """Everything on the page of one speerpunt. ``opmerkingen`` say once where its actions
    are and what nobody knows of it; ``verwant`` leads to what belongs to it elsewhere.
    """

    nummer: int
    titel: Tekst
    samen: Tekst
    voor_ouders: Tekst
    feiten: tuple[tuple[str, Tekst | str, HerkomstRij | None], ...]
    conclusie: Tekst | None
    opdracht: Tekst | None
    acties: tuple[ActieRij, ...]
    opmerkingen: tuple[str, ...]
    cellen: tuple[Cel, ...]
    verwant: tuple[Verwant, ...]
    herkomst: HerkomstRij
    later: Mapping[str, HerkomstRij]
    wijzigingen: tuple[Regel, ...]
    vorige: tuple[Tekst, str] | None
    volgende: tuple[Tekst, str] | None


TREKKERS = {
    "bestuurlijk_trekker": N_("Bestuurlijk trekker"),
    "ambtelijk_trekker": N_("Ambtelijk trekker"),
}
"""Who leads, by the field that says so."""
_TREKT = {
    ("bestuurlijk_trekker",): N_("wie bestuurlijk trekt"),
    ("ambtelijk_trekker",): N_("wie ambtelijk trekt"),
    ("bestuurlijk_trekker", "ambtelijk_trekker"): N_("wie bestuurlijk en ambtelijk trekt"),
}
_TEKST = {
    "opdracht": N_("wat de opdracht is"),
    "conclusie": N_("waarom dit speerpunt is gekozen"),
}
_VAN_ACTIES = {
    "door": (N_("wie de actie doet"), N_("wie de acties doet"), N_("wie het doet")),
    "wanneer": (N_("wanneer"), N_("wanneer"), N_("wanneer")),
    "waar": (N_("waar"), N_("waar"), ""),
    "resultaat": (
        N_("waaraan je ziet dat de actie klaar is"),
        N_("waaraan je ziet dat de acties klaar zijn"),
        N_("waaraan je ziet dat het klaar is"),
    ),
    "stand": (
        N_("hoe ver de actie is (laatste bron: {datum})"),
        N_("hoe ver de acties zijn (laatste bron: {datum})"),
        N_("hoe ver het is"),
    ),
}
"""What nobody knows: of the only action, of all of them, of some (empty: each says so)."""


def speerpunten(blik: Blik) -> tuple[SpeerpuntKaart, ...]:
    """All active speerpunten, in short."""
    return tuple(kaart(blik.v, one) for one in blik.regio.actieve_speerpunten)


def kaart(v: Vertaler, one: Speerpunt) -> SpeerpuntKaart:
    return SpeerpuntKaart(
        nummer=one.nummer,
        titel=v.tekst(one.titel),
        pad=adres_van(Speerpunt, one.id),
        samen=v.tekst(one.samen),
        voor_ouders=v.tekst(one.voor_ouders),
        acties=len(one.acties),
        onbekend=sum(actie.stand is ONBEKEND for actie in one.acties),
    )


def speerpunt(blik: Blik, key: str) -> SpeerpuntPagina:
    """The page of one speerpunt, in its own agenda; archived ones keep their page."""
    one = blik.regio.speerpunten[key]
    blik = van(blik, one.agenda)
    rows = actierijen(blik, one)
    vorige, volgende = _buren(blik, one)
    return SpeerpuntPagina(
        nummer=one.nummer,
        titel=blik.v.tekst(one.titel),
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        feiten=tuple(_feiten(blik, one)),
        conclusie=mogelijk(blik.v, one.conclusie),
        opdracht=mogelijk(blik.v, one.opdracht),
        acties=rows,
        opmerkingen=(*_waar(blik.v, rows), *_niet_bekend(blik.v, one)),
        cellen=tuple(cel for cel in cellen(blik.v, one, agendajaren(blik.regio)) if cel.wat),
        verwant=tuple(verwant(blik, one.id)),
        herkomst=herkomst(blik, one.herkomst),
        later=later(blik, one.later_ingevuld),
        wijzigingen=verloop_van_record(blik, pad_van(Speerpunt, one.id), one.wijzigingen),
        vorige=vorige,
        volgende=volgende,
    )


def merk_van(blik: Blik, key: str) -> Merk | None:
    """What its page says when it is of another agenda than the one that counts."""
    return merk(blik, blik.regio.speerpunten[key].agenda, Speerpunt)


def _feiten(blik: Blik, one: Speerpunt) -> Iterator[tuple[str, Tekst | str, HerkomstRij | None]]:
    """Period and leads as far as they are known, each with its own source if it has one."""
    sources = later(blik, one.later_ingevuld)
    if periode := _periode(one):
        yield blik.v.ui(N_("Periode")), periode, None
    for veld, naam in TREKKERS.items():
        key = getattr(one, veld)
        if key is not ONBEKEND:
            yield blik.v.ui(naam), partijnaam(blik, key), sources.get(veld)


def _periode(one: Speerpunt) -> str:
    """From the first to the last year that something is planned for; empty when there is none."""
    years = {jaar.jaar for jaar in one.planning if Fase.GEEN not in jaar.fasen}
    for actie in one.acties:
        if actie.wanneer is not ONBEKEND:
            years.update(datum.jaar for datum in actie.wanneer)
    if not years:
        return ""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def _waar(v: Vertaler, acties: Sequence[ActieRij]) -> Iterator[str]:
    """For where its actions are, when they do not all name a place."""
    everywhere = sum(rij.overal for rij in acties)
    if everywhere and everywhere < len(acties):
        yield v.ui(N_("Staat er geen plek bij, dan is de actie voor de hele regio."))
    elif everywhere:
        yield v.aantal(
            everywhere, "De actie is voor de hele regio.", "De acties zijn voor de hele regio."
        )


def _niet_bekend(v: Vertaler, one: Speerpunt) -> Iterator[str]:
    """What nobody knows of it, and what of some of its actions alone."""
    leads = tuple(veld for veld in TREKKERS if getattr(one, veld) is ONBEKEND)
    found = [(v.ui(_TREKT[leads]), [one.gezocht(veld) for veld in leads])] if leads else []
    found += [
        (v.ui(naam), [one.gezocht(veld)])
        for veld, naam in _TEKST.items()
        if getattr(one, veld) is ONBEKEND
    ]
    some = []
    for veld, (enkel, meer, deels) in _VAN_ACTIES.items():
        unknown = [actie for actie in one.acties if getattr(actie, veld) is ONBEKEND]
        if unknown and len(unknown) == len(one.acties):
            dates = [actie.gezocht(veld) for actie in unknown]
            last = max((actie.stand_peildatum for actie in unknown), key=lambda one: one.begin)
            found.append((v.aantal(len(unknown), enkel, meer, datum=v.datum(last)), dates))
        elif unknown and deels:
            some.append(v.ui(deels))
    yield from per_datum(v, found)
    if some:
        yield v.ui(N_("Niet bij elke actie bekend: {wat}."), wat=v.opsomming(some))


def _buren(blik: Blik, one: Speerpunt) -> tuple[tuple[Tekst, str] | None, tuple[Tekst, str] | None]:
    """The speerpunt before and after by number."""
    active = blik.regio.actieve_speerpunten
    at = bisect_left(active, one.nummer, key=lambda other: other.nummer)
    after = active[at:] if one.status is Status.GEARCHIVEERD else active[at + 1 :]

    def link(found: Speerpunt | None) -> tuple[Tekst, str] | None:
        return (blik.v.tekst(found.titel), adres_van(Speerpunt, found.id)) if found else None

    return (
        link(active[at - 1] if at else None),
        link(after[0] if after else None),
    )
