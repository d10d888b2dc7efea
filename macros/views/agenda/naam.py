"""What the region calls its agenda, in the menu, in titles and in headings."""

from __future__ import annotations

from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik


def agendanaam(blik: Blik) -> Tekst:
    """What the agenda is called in a menu and above its page."""
    whole = blik.regio.agenda
    naam = whole.korte_naam if whole else None
    return blik.v.tekst(naam) if naam else blik.v.naam(blik.v.ui(N_("Agenda")))


def met_namen(blik: Blik, tekst: str) -> str:
    """A label of the menu or a title of prose, with ``{agenda}`` as the region calls it."""
    return tekst.replace("{agenda}", str(agendanaam(blik))) if "{agenda}" in tekst else tekst
