"""What must be looked at again: onderdelen behind law and rulings, laws read too long ago."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.samenwerking.onderdeel import Onderdeel
from macros.model.samenwerking.recht import Wet
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.samenwerking.basis import artikelen_bij, uitspraken_over


def te_herzien(blik: Blik, one: Onderdeel) -> tuple[str, ...]:
    """Why an onderdeel must be looked at again; empty when there is no reason.

    A law or ruling is compared with the last check or, when nobody knows that, with the source. A
    date without a day counts as its last day for what came later: rather once too often. The same
    date, as precise as it is written, is not later.
    """
    return tuple(dict.fromkeys(_redenen(blik, one)))


def _redenen(blik: Blik, one: Onderdeel) -> Iterator[str]:
    if isinstance(one.gecontroleerd_op, Onbekend):
        since = one.herkomst.peildatum
        zin = N_("Niet bekend is wanneer dit voor het laatst is nagekeken; de bron is van {datum}.")
        yield blik.v.ui(zin, datum=blik.v.datum(since))
    else:
        since = one.gecontroleerd_op
    for uitspraak, _ in uitspraken_over(blik.regio, one.id):
        day = uitspraak.uitgesproken_op
        if _kan_later_zijn(day, since):
            zin = (
                N_("Uitspraak {ecli} ({datum}) is nieuwer.")
                if day.begin > since.einde
                else N_("Uitspraak {ecli} ({datum}) kan nieuwer zijn.")
            )
            yield blik.v.ui(zin, ecli=uitspraak.ecli, datum=blik.v.datum(day))
    for key in dict.fromkeys(blik.regio.artikelen[artikel].wet for artikel in artikelen_bij(one)):
        wet = blik.regio.wetten[key]
        if isinstance(wet.gewijzigd_op, Datum) and _kan_later_zijn(wet.gewijzigd_op, since):
            zin = N_("De {wet} is gewijzigd ({datum}).")
            yield blik.v.ui(zin, wet=wet.naam, datum=blik.v.datum(wet.gewijzigd_op))
    if isinstance(one.geldig_tot, Datum) and one.geldig_tot.einde < blik.vandaag.begin:
        yield blik.v.ui(N_("De afspraak gold tot {datum}."), datum=blik.v.datum(one.geldig_tot))


def oude_tekst(wet: Wet) -> bool:
    """Whether a law was changed after the text that was read."""
    return isinstance(wet.gewijzigd_op, Datum) and _kan_later_zijn(wet.gewijzigd_op, wet.tekst_van)


def _kan_later_zijn(day: Datum, since: Datum) -> bool:
    return day.einde > since.begin and day != since
