"""The one sentence of a figure, from its numbers. It names no highest or lowest: no ranking."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from macros.model.monitor.indicator import Indicator, Reeks
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.monitor.basis import waardetekst
from macros.views.monitor.cijfers import KLEINSTE_NOEMER
from macros.views.monitor.figuur import Baan, Lijn, Punt


def per_gemeente(
    v: Vertaler,
    indicator: Indicator,
    kop: str,
    banen: Sequence[Baan],
    samen: Sequence[Lijn],
) -> str:
    """From the lowest to the highest, what is missing, the references; for one period.

    ``kop`` names figure and period; ``samen`` are the values of larger areas.
    """
    punten = [baan.punten[0] for baan in banen]
    numbers = _getallen(punten)
    parts = []
    if len(numbers) > 1 and min(numbers) != max(numbers):
        low, high = (waardetekst(v, indicator, one) for one in (min(numbers), max(numbers)))
        parts.append(v.ui(N_("per gemeente tussen {laag} en {hoog}"), laag=low, hoog=high))
    elif numbers:
        value = waardetekst(v, indicator, numbers[0])
        parts.append(v.ui(N_("per gemeente {waarde}"), waarde=value))
    parts += [
        v.ui(N_("{gebied}: {waarde}"), gebied=lijn.naam, waarde=lijn.punt.tekst)
        for lijn in samen
        if lijn.punt.waarde is not None
    ]
    text = v.ui(N_("{kop}: {delen}."), kop=kop, delen="; ".join(parts)) if parts else f"{kop}."
    return " ".join(part for part in (text, _ontbreekt(v, punten), _voorlopig(v, punten)) if part)


def verandering(
    v: Vertaler, reeks: Reeks, kop: str, banen: Sequence[Baan], marges: Sequence[Decimal]
) -> str:
    """In how many municipalities the last period differs from the first by more than the margin.

    ``marges``: for each lane how far the two figures together may be off by rounding. What can
    still change is not certain, and says so.
    """
    margin = reeks.speling if isinstance(reeks.speling, int) else None
    both = [
        (first, last, slack)
        for baan, slack in zip(banen, marges, strict=True)
        if (first := baan.punten[0].waarde) is not None
        and (last := baan.punten[-1].waarde) is not None
    ]
    if margin is None:
        text = v.ui(N_("{kop}. Hoe groot een verschil moet zijn, is onbekend."), kop=kop)
    elif not both:
        text = v.ui(N_("{kop}. Geen gemeente heeft een cijfer van het begin en het eind."), kop=kop)
    else:
        up = sum(last - first - slack > first * margin / 100 for first, last, slack in both)
        down = sum(first - last - slack > first * margin / 100 for first, last, slack in both)
        values = {"n": v.getal(len(both)), "op": v.getal(up), "neer": v.getal(down)}
        if margin:
            form = N_(
                "{kop}: in {neer} van de {n} gemeenten met cijfers een daling van meer dan "
                "{speling}%, in {op} een stijging. Kleinere verschillen zeggen niets, en grotere "
                "zeggen niet waarom."
            )
        else:
            form = N_("{kop}: in {op} van de {n} gemeenten met cijfers meer, in {neer} minder.")
        text = v.ui(form, kop=kop, speling=margin, **values)
    if any(one.voorlopig for baan in banen for one in (baan.punten[0], baan.punten[-1])):
        unsure = N_("Voorlopige cijfers: de bron kan ze nog bijstellen, dus zeker is dit niet.")
        text = f"{text} {v.ui(unsure)}"
    return text


_GEHEEL = Decimal("0.95")
"""Parts that sum to less are not parts of the whole; rounding takes away less than that."""


def verdeling(
    v: Vertaler, indicator: Indicator, kop: str, banen: Sequence[Baan], totaal: Punt
) -> str:
    """The largest part of a whole that is known; of anything else the parts, one by one."""
    punten = [baan.punten[0] for baan in banen]
    known = [(baan.naam, one) for baan in banen if (one := baan.punten[0].waarde) is not None]
    name, value = max(known, key=lambda pair: pair[1])
    whole = totaal.waarde
    is_split = len(known) == len(banen) and sum(_getallen(punten)) >= _GEHEEL * (whole or 0)
    alone = [one for _, one in known].count(value) == 1
    if whole is not None and whole >= KLEINSTE_NOEMER and is_split and alone:
        text = v.ui(
            N_("{kop}: het grootste deel is '{deel}', met {waarde} van de {totaal} ({procent}%)."),
            kop=kop,
            deel=name,
            waarde=waardetekst(v, indicator, value),
            totaal=waardetekst(v, indicator, whole),
            procent=v.decimaal((100 * value / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP)),
        )
    else:
        parts = [f"{name} {waardetekst(v, indicator, one)}" for name, one in known]
        text = v.ui(N_("{kop}: {delen}."), kop=kop, delen=v.opsomming(parts))
    parts = [text, _ontbreekt_deel(v, punten), _voorlopig(v, punten)]
    return " ".join(part for part in parts if part)


def gebieden(v: Vertaler, kop: str, banen: Sequence[Baan]) -> str:
    """The values of a few areas, each by name: these are no municipalities to rank."""
    parts = [f"{baan.naam} {baan.punten[0].tekst}" for baan in banen]
    text = v.ui(N_("{kop}: {delen}."), kop=kop, delen=v.opsomming(parts))
    return " ".join(part for part in (text, _voorlopig(v, [b.punten[0] for b in banen])) if part)


def _getallen(punten: Sequence[Punt]) -> list[Decimal]:
    return [one.waarde for one in punten if one.waarde is not None]


def _ontbreekt(v: Vertaler, punten: Sequence[Punt]) -> str:
    missing = sum(one.waarde is None for one in punten)
    if not missing:
        return ""
    if missing == len(punten):
        return v.ui(N_("Per gemeente is er geen cijfer."))
    return v.aantal(
        missing,
        N_("Van {n} gemeente is er geen cijfer."),
        N_("Van {n} gemeenten is er geen cijfer."),
    )


def _ontbreekt_deel(v: Vertaler, punten: Sequence[Punt]) -> str:
    missing = sum(one.waarde is None for one in punten)
    return (
        v.aantal(
            missing, N_("Van {n} deel is er geen cijfer."), N_("Van {n} delen is er geen cijfer.")
        )
        if missing
        else ""
    )


def _voorlopig(v: Vertaler, punten: Sequence[Punt]) -> str:
    return v.ui(N_("Voorlopige cijfers.")) if any(one.voorlopig for one in punten) else ""
