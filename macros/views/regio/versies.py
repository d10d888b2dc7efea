"""The states of the data that have a name: what each holds, how to cite it, what changed since the
one before; and which state the site shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.datum import Datum
from macros.model.basis.record import Status, actief
from macros.model.geheel import SOORTEN
from macros.model.regio import Versie
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import mogelijk
from macros.views.blik import Blik
from macros.views.naam import naam_van
from macros.views.regio.nieuw.dagen import per_dag
from macros.wijziging.stand import TAG, op_volgorde


@dataclass(frozen=True, slots=True)
class VersieRij:
    """A named state. ``map`` is where its data lie at its tag; empty when that tag is not here, and
    then nobody can count what it holds. ``inhoud`` has what each kind is called and how many there
    are, ``gewijzigd`` what changed since the state before.
    """

    id: str
    titel: Tekst
    datum: str
    waarom: Tekst | None
    ingetrokken: bool
    tag: str
    map: str
    totaal: int
    inhoud: tuple[tuple[str, int], ...]
    gewijzigd: str
    citaat: str


def versies(blik: Blik) -> tuple[VersieRij, ...]:
    """Every named state, the newest first; one that was withdrawn keeps its place."""
    ordered = op_volgorde(blik.regio.versies.values())
    before = {
        one.id: next((old for old in ordered[at:] if old.status is Status.ACTIEF), None)
        for at, one in enumerate(ordered, 1)
    }
    return tuple(_rij(blik, one, before[one.id]) for one in ordered)


def _rij(blik: Blik, one: Versie, vorige: Versie | None) -> VersieRij:
    kept = blik.stand.benoemd.get(one.id)
    counts = kept.aantallen if kept else {}
    return VersieRij(
        id=one.id,
        titel=naam_van(one, blik),
        datum=blik.v.datum(one.datum),
        waarom=blik.v.tekst(one.waarom) if one.waarom else None,
        ingetrokken=one.status is Status.GEARCHIVEERD,
        tag=f"{TAG}{one.id}",
        map=kept.map if kept else "",
        totaal=kept.totaal if kept else 0,
        inhoud=tuple(
            (blik.v.ui(soort.meervoud), counts[soort.pad])
            for soort in SOORTEN
            if soort.pad in counts
        ),
        gewijzigd=_gewijzigd(blik, one, vorige),
        citaat=_citaat(blik, one),
    )


def _citaat(blik: Blik, one: Versie) -> str:
    """All but the address, which only the page knows."""
    v, settings = blik.v, blik.regio.instellingen
    return v.ui(
        N_("{wie}, {site}: {titel}, versie {versie} van de gegevens, {datum}"),
        wie=mogelijk(v, settings.beheer) or settings.naam,
        site=v.tekst(settings.titel),
        titel=one.titel,
        versie=one.id,
        datum=v.datum(one.datum),
    )


def _gewijzigd(blik: Blik, one: Versie, vorige: Versie | None) -> str:
    """How much of what a reader would want to know changed between two states; empty when nobody
    can tell.
    """
    end, begin = one.datum.dagdatum, vorige.datum.dagdatum if vorige else None
    past = blik.geschiedenis
    if vorige is None or end is None or begin is None:
        return ""
    if end == begin:
        return blik.v.ui(N_("Van dezelfde dag als versie {versie}."), versie=vorige.id)
    if past.begin is None or past.begin > begin:
        return ""
    number = sum(many for day, many in per_dag(blik).items() if begin < day <= end)
    if not number:
        return blik.v.ui(
            N_("Sinds versie {versie} veranderde er niets wat ertoe doet."), versie=vorige.id
        )
    return blik.v.aantal(
        number,
        N_("Sinds versie {versie} is er {n} wijziging die ertoe doet."),
        N_("Sinds versie {versie} zijn er {n} wijzigingen die ertoe doen."),
        versie=vorige.id,
    )


def stand(blik: Blik) -> tuple[str, ...]:
    """Which state of the data this is, in sentences."""
    v, here = blik.v, blik.stand
    known = op_volgorde(actief(blik.regio.versies))
    name = _versie(blik, known[0]) if known else ""
    if here.dag is None:
        said = [v.ui(N_("Van welke dag de gegevens zijn, is niet bekend."))]
        said += [v.ui(N_("Het is {versie}."), versie=name)] if name else []
    elif name:
        day = v.datum(Datum.van(here.dag))
        said = [v.ui(N_("Gegevens van {datum} ({versie})."), datum=day, versie=name)]
    else:
        said = [v.ui(N_("Gegevens van {datum}."), datum=v.datum(Datum.van(here.dag)))]
    if here.los:
        said.append(v.ui(N_("Er zijn wijzigingen bij die nog niet zijn vastgelegd.")))
    return tuple(said)


def _versie(blik: Blik, one: Versie) -> str:
    if one.id in blik.stand.gelijk:
        return blik.v.ui(N_("versie {versie}"), versie=one.id)
    if one.id in blik.stand.benoemd:
        return blik.v.ui(N_("versie {versie} en wat daarna veranderde"), versie=one.id)
    return blik.v.ui(N_("versie {versie} of later"), versie=one.id)
