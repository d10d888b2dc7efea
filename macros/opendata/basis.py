"""Fields that rows of more than one area have, and what fills them.

Not here: the tables (``v1``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.model.basis.record import Herkomst, Record, Status, Zekerheid
from macros.model.basis.vorm import Keuze
from macros.model.geheel import adres_van, soort_van
from macros.opendata.contract import Code, Pagina, Rij, Veld
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik

ISO_8601 = N_("ISO 8601")
CBS = N_("CBS")


def keuzen(soort: type[Keuze]) -> Mapping[str, str]:
    """Every value of a choice in the data, with what it means."""
    return {one.value: one.uitleg for one in soort}


Kenmerk = Annotated[Code, Veld(N_("Kenmerk"), N_("Vaste naam van deze rij: die verandert nooit."))]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetHerkomst(Rij):
    """A row that says where it comes from; these fields follow its own."""

    bron: Annotated[
        Code, Veld(N_("Bron"), N_("Uit welke bron dit komt: een id in bronnen."), naar="bronnen")
    ]
    vindplaats: Annotated[Tekst | None, Veld(N_("Vindplaats"), N_("Waar het in die bron staat."))]
    peildatum: Annotated[
        Datum,
        Veld(
            N_("Peildatum"),
            N_("Tot welke datum het klopt volgens de bron: een jaar, een maand of een dag."),
            bron=ISO_8601,
        ),
    ]
    zekerheid: Annotated[
        Code,
        Veld(
            N_("Zekerheid"),
            N_("Hoe zeker het is."),
            keuzen=keuzen(Zekerheid),
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordrij(MetHerkomst):
    """A record: a thing with a page or a place on one, that keeps its id."""

    pagina: Annotated[Pagina | None, Veld(N_("Pagina"), N_("Het adres waar dit op de site staat."))]
    status: Annotated[
        Code,
        Veld(
            N_("Status"),
            N_("Of dit nog meetelt."),
            keuzen=keuzen(Status),
        ),
    ]


def herkomstvelden(blik: Blik, herkomst: Herkomst) -> dict[str, Any]:
    """The fields of ``MetHerkomst``."""
    return {
        "bron": Code(herkomst.bron),
        "vindplaats": blik.v.tekst(herkomst.vindplaats) if herkomst.vindplaats else None,
        "peildatum": herkomst.peildatum,
        "zekerheid": Code(herkomst.zekerheid.value),
    }


def recordvelden(blik: Blik, record: Record, herkomst: Herkomst) -> dict[str, Any]:
    """The fields of ``Recordrij``."""
    kind = type(record)
    return {
        "pagina": Pagina(adres_van(kind, record.id)) if soort_van(kind).adres else None,
        "status": Code(record.status.value),
        **herkomstvelden(blik, herkomst),
    }


def tekst(blik: Blik, waarde: str | Onbekend) -> Tekst | Onbekend:
    """A text of the data in the language of the look, or unknown."""
    return waarde if isinstance(waarde, Onbekend) else blik.v.tekst(waarde)


def code(waarde: str | Onbekend) -> Code | Onbekend:
    """An id or a choice, or unknown."""
    return waarde if isinstance(waarde, Onbekend) else Code(str(waarde))


def codes(waarden: Iterable[str]) -> tuple[Code, ...]:
    """Ids or choices."""
    return tuple(Code(str(one)) for one in waarden)
