"""What the agenda is, how it was made and which way it goes.

Not here: what it has people do (``speerpunt``, ``actie``).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.agenda import Agenda, opvolger_van
from macros.model.basis.onbekend import ONBEKEND
from macros.model.regio import Bron
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.editie import hoe
from macros.views.basis import HerkomstRij, Link, herkomst, mogelijk, mogelijke_datum
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naar
from macros.views.onbekend import per_datum


@dataclass(frozen=True, slots=True)
class AgendaKop:
    """What the agenda is: ``samen`` is the first paragraph, ``meer`` the others. ``feiten`` are
    those that are known; ``niet_bekend`` names the others once.
    """

    titel: Tekst
    motto: Tekst | None
    samen: Tekst | None
    meer: tuple[Tekst, ...]
    voor_ouders: Tekst | None
    feiten: tuple[tuple[str, Tekst | str], ...]
    niet_bekend: tuple[str, ...]
    herkomst: HerkomstRij


def agenda(blik: Blik) -> AgendaKop | None:
    """The agenda as a whole."""
    one, v = blik.regio.agenda, blik.v
    if one is None:
        return None
    text = mogelijk(v, one.samen)
    samen, *meer = text.alineas() if text is not None else (None,)
    every = (
        ("samen", "", N_("wat de partijen met haar willen"), None),
        ("looptijd", N_("Looptijd"), N_("voor welke jaren zij is"), _looptijd(blik)),
        (
            "vastgesteld",
            N_("Wat er is vastgesteld"),
            "",
            one.vastgesteld and v.tekst(one.vastgesteld),
        ),
        (
            "vastgesteld_op",
            N_("Vastgesteld op"),
            N_("wanneer zij is vastgesteld"),
            mogelijke_datum(v, one.vastgesteld_op) if one.vastgesteld_op else None,
        ),
        (
            "vastgesteld_door",
            N_("Vastgesteld door"),
            N_("wie haar vaststelde"),
            mogelijk(v, one.vastgesteld_door) if one.vastgesteld_door else None,
        ),
    )
    return AgendaKop(
        titel=v.tekst(one.titel),
        motto=v.tekst(one.motto) if one.motto else None,
        samen=samen,
        meer=tuple(filter(None, meer)),
        voor_ouders=mogelijk(v, one.voor_ouders),
        feiten=tuple((v.ui(naam), waarde) for _, naam, _, waarde in every if waarde),
        niet_bekend=per_datum(
            v,
            (
                (v.ui(wat), [one.gezocht(veld)])
                for veld, _, wat, _ in every
                if getattr(one, veld) is ONBEKEND
            ),
        ),
        herkomst=herkomst(blik, one.herkomst),
    )


def _looptijd(blik: Blik) -> str | None:
    one = blik.regio.looptijd
    if one is None:
        return None
    years = str(one)
    past = one.tot_en_met < blik.vandaag.jaar
    return blik.v.ui(N_("{looptijd} (voorbij)"), looptijd=years) if past else years


@dataclass(frozen=True, slots=True)
class Voorbij:
    """That the agenda is over, has not begun or is not adopted, and the one that comes after it, or
    its source; ``daarbij`` says how that one stands.
    """

    zinnen: tuple[str, ...]
    opvolger: Link | None
    daarbij: str = ""


@eenmaal
def voorbij(blik: Blik) -> Voorbij | None:
    """What holds for every page of an agenda that is not of this year; None where nothing does."""
    one, looptijd, year = blik.regio.agenda, blik.regio.looptijd, blik.vandaag.jaar
    if one is None:
        return None
    open_ = (blik.v.ui(N_("De agenda is nog niet vastgesteld.")),) if one.in_voorbereiding else ()
    opvolger, daarbij = _opvolger(blik, one)
    if looptijd is None:
        return Voorbij(open_, opvolger, daarbij) if open_ or opvolger else None
    if year < looptijd.van:
        zin = blik.v.ui(N_("De agenda begint in {jaar}."), jaar=looptijd.van)
        return Voorbij((*open_, zin), None)
    if year <= looptijd.tot_en_met:
        zin = blik.v.ui(N_("De agenda loopt tot en met {jaar}."), jaar=looptijd.tot_en_met)
        found = (*open_, zin) if opvolger else open_
        return Voorbij(found, opvolger, daarbij) if found else None
    zin = blik.v.ui(N_("De agenda liep tot en met {jaar}."), jaar=looptijd.tot_en_met)
    none = () if opvolger else (_geen_opvolger(blik, one),)
    return Voorbij((*open_, zin, *none), opvolger, daarbij)


def _opvolger(blik: Blik, one: Agenda) -> tuple[Link | None, str]:
    """The agenda that is to come after this one, and how it stands; or else its source."""
    if coming := opvolger_van(blik.regio.agendas, one.id):
        return naar(blik, Agenda, coming.id), hoe(blik, coming.id)
    return (naar(blik, Bron, one.opvolger) if isinstance(one.opvolger, str) else None), ""


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
    return tuple(
        MijlpaalRij(
            one.id,
            blik.v.datum(one.datum),
            blik.v.tekst(one.titel),
            blik.v.tekst(one.wat),
            herkomst(blik, one.herkomst),
        )
        for one in blik.regio.actieve_mijlpalen
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
    """The directions the text gives, and what was adopted, each under its name.

    ``onbekend``: there are adopted principles, and nobody knows them. ``niet_bekend`` says so once,
    with what else was adopted and is not known.
    """

    principes: tuple[PrincipeRij, ...]
    onbekend: bool
    vastgesteld: tuple[tuple[str, Tekst], ...]
    niet_bekend: tuple[str, ...]


_VASTGESTELD = (
    ("leidende_principes", N_("Leidende principes"), N_("de vastgestelde leidende principes")),
    ("actielijnen", N_("Actielijnen"), N_("de vastgestelde actielijnen")),
)
"""What can be adopted besides the agenda: field, name, and what it is called in a sentence."""


def koers(blik: Blik) -> Koers:
    """Leading principles as far as the source gives them."""
    whole, v = blik.regio.agenda, blik.v
    adopted = [
        (veld, naam, wat, getattr(whole, veld))
        for veld, naam, wat in _VASTGESTELD
        if getattr(whole, veld, None) is not None
    ]
    return Koers(
        principes=tuple(
            PrincipeRij(
                one.id,
                blik.v.tekst(one.titel),
                blik.v.tekst(one.uitleg),
                blik.v.tekst(one.voor_ouders),
                herkomst(blik, one.herkomst),
            )
            for one in blik.regio.actieve_principes
        ),
        onbekend=any(row[0] == "leidende_principes" and row[3] is ONBEKEND for row in adopted),
        vastgesteld=tuple(
            (v.ui(naam), v.tekst(text)) for _, naam, _, text in adopted if text is not ONBEKEND
        ),
        niet_bekend=per_datum(
            v,
            (
                (v.ui(wat), [whole.gezocht(veld)])
                for veld, _, wat, text in adopted
                if whole and text is ONBEKEND
            ),
        ),
    )
