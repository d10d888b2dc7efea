"""What the views of the agenda share: its years, and the address of a speerpunt."""

from __future__ import annotations

from macros.model.geheel import Regio


def agendajaren(regio: Regio) -> tuple[int, ...]:
    """Every year the agenda is for."""
    looptijd = regio.agenda.looptijd
    return tuple(range(looptijd.van, looptijd.tot_en_met + 1))
