"""Everything that nobody knows yet, by kind of record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import Status
from macros.model.samenwerking.onderdeel import Thema
from macros.model.walk import leaves
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.basis import speerpunt_pad
from macros.views.arrangement.basis import DEKKING, HANDVATTEN, LEREN, arrangement_pad
from macros.views.basis import bron_pad
from macros.views.blik import Blik
from macros.views.monitor.basis import BESCHERMING, MONITOR, duiding_pad, indicator_pad
from macros.views.overleg.basis import overleg_pad, overlegnaam
from macros.views.overleg.kalender import besluit_pad, document_pad, vergadering_pad
from macros.views.samenwerking.basis import MATRIX, codetitel, onderdeel_pad, wat_ontbreekt, wet_pad
from macros.views.samenwerking.matrix import themanaam


@dataclass(frozen=True, slots=True)
class Leemte:
    """One thing nobody knows: in which record, what the field means, where to fill it in."""

    waar: Tekst
    pad: str
    wat: str
    bestand: str


def leemten(blik: Blik) -> tuple[tuple[str, tuple[Leemte, ...]], ...]:
    """Every ``onbekend`` in the data, by kind of record: (heading, gaps)."""
    groups: dict[str, list[Leemte]] = {}
    for soort, path, record in blik.regio.records():
        if getattr(record, "status", Status.ACTIEF) is not Status.ACTIEF:
            continue
        for leaf in leaves(record):
            if not leaf.onbekend:
                continue
            where, site_path = _plaats(blik, soort.naam, record, leaf.loc)
            what = wat_ontbreekt(blik, record, leaf)
            gap = Leemte(where, site_path, what, f"data/{path}")
            groups.setdefault(soort.naam, []).append(gap)
        if isinstance(record, Thema):
            groups.setdefault(soort.naam, []).extend(_alleen_code(blik.v, record, path))
    order = list(KOP)
    return tuple((blik.v.ui(KOP[n]), tuple(groups[n])) for n in sorted(groups, key=order.index))


def _alleen_code(v: Vertaler, thema: Thema, path: str) -> Iterator[Leemte]:
    """The onderdelen of a theme of which only the code is known."""
    for code in thema.onbekende_onderdelen:
        what = v.ui(N_("Alles over onderdeel {code}."), code=code)
        yield Leemte(themanaam(v, thema), f"{MATRIX}#{thema.id}", what, f"data/{path}")


# Only the kinds with a field that may be unknown; another kind fails here and is not lost.
KOP = {
    "agenda": N_("Over de agenda als geheel"),
    "speerpunt": N_("Over de speerpunten en hun acties"),
    "samenwerking": N_("Over het model"),
    "thema": N_("Over de thema's van het model"),
    "onderdeel": N_("Over de onderdelen van het model"),
    "wet": N_("Over de wetten"),
    "overleg": N_("Over de overleggen"),
    "vergadering": N_("Over de vergaderingen"),
    "besluit": N_("Over de besluiten"),
    "document": N_("Over de basisdocumenten"),
    "arrangement": N_("Over de arrangementen"),
    "bevinding": N_("Over wat we hebben en missen"),
    "handvat": N_("Over de handvatten"),
    "les": N_("Over de lessen"),
    "leergroep": N_("Over de leergroepen"),
    "indicator": N_("Over de cijfers"),
    "referentiegebied": N_("Over de gebieden om mee te vergelijken"),
    "dpia": N_("Over de DPIA per gemeente"),
    "duiding": N_("Over wat we met de cijfers doen"),
    "partij": N_("Over de partijen"),
    "begrip": N_("Over de begrippen"),
    "regio": N_("Over deze site"),
    "bron": N_("Over de bronnen"),
}


def _plaats(
    blik: Blik, soort: str, record: object, loc: tuple[str | int, ...]
) -> tuple[Tekst, str]:
    """The name of the thing that has the gap, and its address on the site."""
    key = str(getattr(record, "id", ""))
    if soort == "speerpunt":
        one = blik.regio.speerpunten[key]
        if loc[0] == "acties":
            actie = one.acties[int(loc[1])]
            return blik.v.tekst(actie.wat), f"{speerpunt_pad(key)}#actie-{actie.id}"
        return blik.v.tekst(one.titel), speerpunt_pad(key)
    if soort == "samenwerking":
        return blik.v.tekst(blik.regio.samenwerking.naam), MATRIX
    if soort == "thema":
        return themanaam(blik.v, blik.regio.themas[key]), f"{MATRIX}#{key}"
    if soort == "onderdeel":
        return codetitel(blik.v, blik.regio.onderdelen[key]), onderdeel_pad(key)
    if soort == "wet":
        return blik.v.titel(blik.regio.wetten[key].naam), wet_pad(key)
    if soort == "overleg":
        return overlegnaam(blik.v, blik.regio.overleggen[key]), overleg_pad(key)
    if soort == "vergadering":
        return blik.v.tekst(blik.regio.vergaderingen[key].titel), vergadering_pad(key)
    if soort == "besluit":
        return blik.v.tekst(blik.regio.besluiten[key].titel), besluit_pad(key)
    if soort == "document":
        return blik.v.titel(blik.regio.documenten[key].titel), document_pad(key)
    if soort == "arrangement":
        return blik.v.tekst(blik.regio.arrangementen[key].titel), arrangement_pad(key)
    if soort == "indicator":
        return blik.v.tekst(blik.regio.indicatoren[key].titel), indicator_pad(key)
    if soort == "referentiegebied":
        return blik.v.tekst(blik.regio.referentiegebieden[key].naam), MONITOR
    if soort == "dpia":
        gemeente = blik.regio.gemeenten[blik.regio.dpias[key].gemeente]
        return blik.v.naam(gemeente.naam), f"{BESCHERMING}#dpia-{key}"
    if soort == "duiding":
        return blik.v.tekst(blik.regio.duidingen[key].titel), duiding_pad(key)
    if soort == "bevinding":
        return blik.v.tekst(blik.regio.bevindingen[key].titel), f"{DEKKING}#{key}"
    if soort == "handvat":
        return blik.v.tekst(blik.regio.handvatten[key].titel), f"{HANDVATTEN}#{key}"
    if soort == "les":
        return blik.v.tekst(blik.regio.lessen[key].titel), f"{LEREN}#{key}"
    if soort == "leergroep":
        return blik.v.tekst(blik.regio.leergroepen[key].titel), f"{LEREN}#{key}"
    if soort == "begrip":
        return blik.v.titel(blik.regio.begrippen[key].term), f"begrippen/#{key}"
    if soort == "bron":
        return blik.v.titel(blik.regio.bronnen[key].titel), bron_pad(key)
    if soort == "partij":
        return blik.v.tekst(blik.regio.partijen[key].naam), f"regio/#{key}"
    if soort == "agenda":
        return blik.v.tekst(blik.regio.agenda.titel), "agenda/"
    return blik.v.tekst(blik.regio.instellingen.titel), "over/"
