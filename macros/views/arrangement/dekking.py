"""Where there is what: municipality by form and sector, who pays, and what was found missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from macros.model.arrangement import (
    Arrangement,
    Arrangementvorm,
    Bevinding,
    Geldstroom,
    SoortArrangement,
    ToestandArrangement,
)
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
from macros.model.regio import Sector
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.arrangement.basis import BEVINDING, GELDSTROOM, VORM, arrangement_links
from macros.views.arrangement.overzicht import geldstromen, op_titel
from macros.views.basis import STAND, HerkomstRij, Link, herkomst, mogelijk
from macros.views.blik import Blik
from macros.views.onbekend import niet_bekend


class Dekking(Enum):
    """Whether there is an arrangement for children of a municipality, form and sector."""

    AANWEZIG = "aanwezig"
    ONBEKEND = "onbekend"
    NIET_GEVONDEN = "niet-gevonden"


LABEL = {
    Dekking.AANWEZIG: N_("aanwezig"),
    Dekking.ONBEKEND: N_("onbekend"),
    Dekking.NIET_GEVONDEN: N_("niet gevonden"),
}


_OVERAL = {
    Dekking.AANWEZIG: N_("Een bron zegt voor elke gemeente, vorm en sector dat er iets loopt."),
    Dekking.ONBEKEND: N_(
        "Voor elke gemeente, vorm en sector kan er iets zijn, maar geen bron zegt het zeker."
    ),
    Dekking.NIET_GEVONDEN: N_(
        "Onze bronnen noemen voor geen enkele gemeente iets dat loopt of kan lopen. Dat is niet "
        "hetzelfde als: er is niets."
    ),
}

_NIET_DAAR = (ToestandArrangement.IDEE, ToestandArrangement.GESTOPT)


def dekking(
    arrangementen: tuple[Arrangement, ...], gemeente: str, vorm: Arrangementvorm, sector: Sector
) -> Dekking:
    """What our sources say of one square.

    Present: an arrangement runs that certainly serves it. Unknown: one may serve it, because where
    or for whom it is, or whether it runs, is unknown; of what was planned that is unknown too. Not
    found: neither, which is not the same as not there. An idea or what was stopped is not there; a
    pilot is no arrangement.
    """
    found = Dekking.NIET_GEVONDEN
    for one in arrangementen:
        if one.soort is not SoortArrangement.OZA or one.toestand in _NIET_DAAR:
            continue
        fits = (
            _past(one.gemeenten, gemeente),
            _past(one.vorm if isinstance(one.vorm, Onbekend) else (one.vorm,), vorm),
            _past(one.sectoren, sector),
        )
        if False in fits:
            continue
        if None not in fits and one.toestand is ToestandArrangement.LOPEND:
            return Dekking.AANWEZIG
        found = Dekking.ONBEKEND
    return found


def _past(values: tuple[str, ...] | Onbekend, value: str) -> bool | None:
    """Whether ``value`` is among them; None is unknown."""
    return None if isinstance(values, Onbekend) else value in values


@dataclass(frozen=True, slots=True)
class DekkingCel:
    """One form in one municipality: for each answer the sectors it holds for."""

    vorm: str
    sectoren: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DekkingRij:
    """Municipalities for which the answers are the same."""

    gemeenten: str
    cellen: tuple[DekkingCel, ...]


@dataclass(frozen=True, slots=True)
class Dekkingstabel:
    """Municipality by form. ``totalen``: (word, how many squares); ``gepland``: not there yet.

    ``overal`` is a sentence where every square has the same answer: then there is nothing to show.
    """

    vormen: tuple[str, ...]
    rijen: tuple[DekkingRij, ...]
    totalen: tuple[tuple[str, int], ...]
    vakken: int
    overal: str
    gepland: tuple[Link, ...]


def dekkingstabel(blik: Blik) -> Dekkingstabel:
    """Every municipality, form and sector."""
    known = actief(blik.regio.arrangementen)
    counts: Counter[Dekking] = Counter()
    groups: dict[tuple[DekkingCel, ...], list[str]] = {}
    for gemeente in actief(blik.regio.gemeenten):
        cells = []
        for vorm, label in VORM.items():
            answers = {sector: dekking(known, gemeente.id, vorm, sector) for sector in Sector}
            counts.update(answers.values())
            cells.append(
                DekkingCel(
                    blik.v.ui(label),
                    tuple(
                        (word.value, blik.v.ui(LABEL[word]), ", ".join(sectors))
                        for word in Dekking
                        if (sectors := [one for one in answers if answers[one] is word])
                    ),
                )
            )
        groups.setdefault(tuple(cells), []).append(gemeente.naam)
    planned = (ToestandArrangement.GEPLAND, ToestandArrangement.IDEE)
    ahead = [
        one
        for one in op_titel(blik.regio)
        if one.soort is SoortArrangement.OZA and one.toestand in planned
    ]
    return Dekkingstabel(
        vormen=tuple(blik.v.ui(label) for label in VORM.values()),
        rijen=tuple(DekkingRij(blik.v.opsomming(names), cells) for cells, names in groups.items()),
        totalen=tuple((blik.v.ui(LABEL[word]), counts[word]) for word in Dekking),
        vakken=counts.total(),
        overal=blik.v.ui(_OVERAL[found[0]]) if len(found := list(counts)) == 1 else "",
        gepland=arrangement_links(blik, tuple(one.id for one in ahead)),
    )


@dataclass(frozen=True, slots=True)
class BetalerBalk:
    """How many arrangements a stream of money pays for."""

    soort: str
    naam: str
    aantal: int
    arrangementen: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Betalers:
    """Who pays what: a bar for each stream that pays something, and one for what is unknown.

    ``bekend``: of how many arrangements it is known; of none, the sentence says all there is.
    """

    zin: str
    bekend: int
    balken: tuple[BetalerBalk, ...]
    geen: str


def betalers(blik: Blik) -> Betalers:
    """Counts arrangements, not money: shares are seldom published. Pilots do not count."""
    every = [one for one in op_titel(blik.regio) if one.soort is SoortArrangement.OZA]
    groups: dict[str, tuple[str, list[str]]] = {}
    for stream in Geldstroom:
        keys = [one.id for one in every if _betaalt(one, stream)]
        groups[str(stream)] = (blik.v.ui(GELDSTROOM[stream]), keys)
    unknown = [one.id for one in every if isinstance(one.financiering, Onbekend)]
    without = [naam for naam, keys in groups.values() if not keys]
    groups["onbekend"] = (blik.v.ui(N_("onbekend")), unknown)
    known = len(every) - len(unknown)
    zin = blik.v.ui(
        N_("Arrangementen in onze bronnen waarvan bekend is wie betaalt: {met} van de {alle}."),
        met=blik.v.getal(known),
        alle=blik.v.getal(len(every)),
    )
    if every and not known:
        words = [blik.v.ui(N_("wie de arrangementen betaalt"))]
        zin = niet_bekend(blik.v, words, [one.gezocht("financiering") for one in every])
    return Betalers(
        zin,
        known,
        tuple(
            BetalerBalk(
                soort,
                naam,
                len(keys),
                arrangement_links(blik, tuple(keys)),
            )
            for soort, (naam, keys) in groups.items()
            if keys
        ),
        blik.v.opsomming(without),
    )


def _betaalt(one: Arrangement, stream: Geldstroom) -> bool:
    streams = geldstromen(one)
    return not isinstance(streams, Onbekend) and stream in streams


@dataclass(frozen=True, slots=True)
class BevindingRij:
    """A finding; None is unknown."""

    id: str
    titel: Tekst
    tekst: Tekst
    voorstel: Tekst | None
    stand: str | None
    arrangementen: tuple[Link, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Bevindingen:
    """The three questions of the agenda: (id, question, findings). ``onbekend`` says of all
    proposals what is unknown of each.
    """

    groepen: tuple[tuple[str, str, tuple[BevindingRij, ...]], ...]
    onbekend: str


def bevindingen(blik: Blik) -> Bevindingen:
    """What was found, and what is proposed."""
    rows = sorted(actief(blik.regio.bevindingen), key=lambda one: one.nummer)
    proposed = [one for one in rows if one.voorstel is not ONBEKEND]
    unknown = bool(proposed) and all(one.stand is ONBEKEND for one in proposed)
    groups = (
        (
            str(soort),
            blik.v.ui(kop),
            tuple(_bevinding(blik, one) for one in rows if one.soort is soort),
        )
        for soort, kop in BEVINDING.items()
    )
    return Bevindingen(
        tuple(groups),
        niet_bekend(
            blik.v,
            [blik.v.ui(N_("hoe ver de voorstellen zijn"))] if unknown else [],
            [one.gezocht("stand") for one in proposed],
        ),
    )


def _bevinding(blik: Blik, one: Bevinding) -> BevindingRij:
    return BevindingRij(
        one.id,
        blik.v.tekst(one.titel),
        blik.v.tekst(one.tekst),
        mogelijk(blik.v, one.voorstel),
        None if isinstance(one.stand, Onbekend) else blik.v.ui(STAND[one.stand]),
        arrangement_links(blik, one.arrangementen),
        herkomst(blik, one.herkomst),
    )
