"""What the agenda is, how it was made and which way it goes.

Not here: what it has people do (``speerpunt``, ``actie``).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.agenda import Agenda, Looptijd
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.regio import Bron
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk, mogelijke_datum
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naar


@dataclass(frozen=True, slots=True)
class AgendaKop:
    """What the agenda is. None is unknown, or not there."""

    titel: Tekst
    motto: Tekst | None
    samen: Tekst
    voor_ouders: Tekst
    looptijd: str | None
    vastgesteld: Tekst | None
    vastgesteld_op: str | None
    vastgesteld_door: Tekst | None
    herkomst: HerkomstRij


def agenda(blik: Blik) -> AgendaKop | None:
    """The agenda as a whole."""
    one = blik.regio.agenda
    looptijd = blik.regio.looptijd
    if one is None:
        return None
    return AgendaKop(
        titel=blik.v.tekst(one.titel),
        motto=blik.v.tekst(one.motto) if one.motto else None,
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        looptijd=_looptijd(blik, looptijd) if looptijd else None,
        vastgesteld=blik.v.tekst(one.vastgesteld) if one.vastgesteld else None,
        vastgesteld_op=mogelijke_datum(blik.v, one.vastgesteld_op),
        vastgesteld_door=mogelijk(blik.v, one.vastgesteld_door),
        herkomst=herkomst(blik, one.herkomst),
    )


def _looptijd(blik: Blik, one: Looptijd) -> str:
    years = f"{one.van}–{one.tot_en_met}"
    past = one.tot_en_met < blik.vandaag.jaar
    return blik.v.ui(N_("{looptijd} (voorbij)"), looptijd=years) if past else years


@dataclass(frozen=True, slots=True)
class Voorbij:
    """That the agenda is over, or has not begun, and the source of the one that comes after."""

    zinnen: tuple[str, ...]
    opvolger: Link | None


@eenmaal
def voorbij(blik: Blik) -> Voorbij | None:
    """What holds for every page of an agenda that is not of this year; None where nothing does."""
    one, looptijd, year = blik.regio.agenda, blik.regio.looptijd, blik.vandaag.jaar
    if one is None or looptijd is None:
        return None
    key = one.opvolger
    opvolger = naar(blik, Bron, key) if isinstance(key, str) else None
    if year < looptijd.van:
        return Voorbij((blik.v.ui(N_("De agenda begint in {jaar}."), jaar=looptijd.van),), None)
    if year <= looptijd.tot_en_met:
        zin = N_("De agenda loopt tot en met {jaar}.")
        over = Voorbij((blik.v.ui(zin, jaar=looptijd.tot_en_met),), opvolger)
        return over if opvolger else None
    zin = blik.v.ui(N_("De agenda liep tot en met {jaar}."), jaar=looptijd.tot_en_met)
    return Voorbij((zin,) if opvolger else (zin, _geen_opvolger(blik, one)), opvolger)


def _geen_opvolger(blik: Blik, one: Agenda) -> str:
    looked = one.gezocht("opvolger")
    if looked is None:
        return blik.v.ui(N_("In onze bronnen staat geen opvolger."))
    zin = (
        N_("In onze bronnen staat geen opvolger (gezocht op {datum}).")
        if looked.dag
        else N_("In onze bronnen staat geen opvolger (gezocht in {datum}).")
    )
    return blik.v.ui(zin, datum=blik.v.datum(looked))


@dataclass(frozen=True, slots=True)
class MijlpaalRij:
    """A moment on the way to the agenda."""

    id: str
    datum: str
    titel: Tekst
    wat: Tekst
    herkomst: HerkomstRij


def mijlpalen(blik: Blik) -> tuple[MijlpaalRij, ...]:
    """The way to the agenda, in order."""
    rows = sorted(actief(blik.regio.mijlpalen), key=lambda one: one.nummer)
    return tuple(
        MijlpaalRij(
            one.id,
            blik.v.datum(one.datum),
            blik.v.tekst(one.titel),
            blik.v.tekst(one.wat),
            herkomst(blik, one.herkomst),
        )
        for one in rows
    )


@dataclass(frozen=True, slots=True)
class PrincipeRij:
    """A direction the partners chose."""

    id: str
    titel: Tekst
    uitleg: Tekst
    voor_ouders: Tekst
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Koers:
    """The directions the text gives, and what was adopted: (what that is, None is unknown).

    ``onbekend``: there are adopted principles, and nobody knows them.
    """

    principes: tuple[PrincipeRij, ...]
    onbekend: bool
    vastgesteld: tuple[tuple[str, Tekst | None], ...]


def koers(blik: Blik) -> Koers:
    """Leading principles as far as the source gives them."""
    whole = blik.regio.agenda
    principles, lines = (whole.leidende_principes, whole.actielijnen) if whole else (None, None)
    adopted = ((N_("Leidende principes"), principles), (N_("Actielijnen"), lines))
    rows = sorted(actief(blik.regio.principes), key=lambda one: one.nummer)
    return Koers(
        principes=tuple(
            PrincipeRij(
                one.id,
                blik.v.tekst(one.titel),
                blik.v.tekst(one.uitleg),
                blik.v.tekst(one.voor_ouders),
                herkomst(blik, one.herkomst),
            )
            for one in rows
        ),
        onbekend=principles is ONBEKEND,
        vastgesteld=tuple(
            (blik.v.ui(name), mogelijk(blik.v, text)) for name, text in adopted if text is not None
        ),
    )
