"""Fields that rows of more than one area have, and what fills them.

Not here: the tables (``v1``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from macros.model.agenda import Mijlpaal, Principe
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Herkomst, Record, Status, Zekerheid
from macros.model.basis.vorm import Keuze
from macros.model.geheel import adres_van, soort_van
from macros.model.regio import Versie
from macros.opendata.contract import Adres, Code, Pagina, Rij, Veld
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.editie import deeladres
from macros.views.blik import Blik

ISO_8601 = N_("ISO 8601")
CBS = N_("CBS")
DUO = N_("DUO")
BCP_47 = N_("IETF BCP 47")


def keuzen(soort: type[Keuze]) -> Mapping[str, str]:
    """Every value of a choice in the data, with what it means."""
    return {one.value: one.uitleg for one in soort}


Kenmerk = Annotated[Code, Veld(N_("Kenmerk"), N_("Vaste naam van deze rij: die verandert nooit."))]


ZEKERHEDEN = {one.value: one.uitleg for one in Zekerheid if one is not Zekerheid.ONBEKEND}
"""How sure something can be; when nobody knows that, the cell is empty as any other."""


Plaats = Annotated[Pagina | None, Veld(N_("Pagina"), N_("Het adres waar dit op de site staat."))]
Meetellen = Annotated[Code, Veld(N_("Status"), N_("Of dit nog meetelt."), keuzen=keuzen(Status))]
"""Where a record stands and whether it counts: ``plaatsvelden`` fills them, also of what has no
provenance of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetHerkomst(Rij):
    """A row that says where it comes from; these fields follow its own."""

    bron: Annotated[Code, Veld(N_("Bron"), N_("Uit welke bron dit komt."), naar="bronnen")]
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
        Code | Onbekend,
        Veld(N_("Zekerheid"), N_("Hoe zeker het is."), keuzen=ZEKERHEDEN),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordrij(MetHerkomst):
    """A record: a thing with a page or a place on one, that keeps its id."""

    pagina: Plaats
    status: Meetellen


@dataclass(frozen=True, slots=True, kw_only=True)
class Losrij(MetHerkomst):
    """A record that has no place of its own on the site."""

    status: Meetellen


def herkomstvelden(blik: Blik, herkomst: Herkomst) -> dict[str, Any]:
    """The fields of ``MetHerkomst``."""
    return {
        "bron": Code(herkomst.bron),
        "vindplaats": blik.v.tekst(herkomst.vindplaats) if herkomst.vindplaats else None,
        "peildatum": herkomst.peildatum,
        "zekerheid": zekerheid(herkomst),
    }


def zekerheid(herkomst: Herkomst) -> Code | Onbekend:
    """How sure a fact is."""
    known = herkomst.zekerheid is not Zekerheid.ONBEKEND
    return Code(herkomst.zekerheid.value) if known else ONBEKEND


def plaatsvelden(blik: Blik, record: Record) -> dict[str, Any]:
    """Where a record stands, if one of its kind can, and whether it counts."""
    found: dict[str, Any] = {"status": Code(record.status.value)}
    if soort_van(type(record)).adres:
        found["pagina"] = _pagina(blik, record)
    return found


def _pagina(blik: Blik, record: Record) -> Pagina | None:
    """A page that records share shows only those that count, and a named state."""
    kind = type(record)
    soort = soort_van(kind)
    stays = record.status is Status.ACTIEF or soort.eigen_pagina or isinstance(record, Versie)
    if not stays:
        return None
    if isinstance(record, Principe | Mijlpaal) and not blik.regio.van_nu(record):
        return Pagina(f"{deeladres(type(record), record.agenda)}#{record.id}")
    return Pagina(adres_van(kind, record.id))


def recordvelden(blik: Blik, record: Record, herkomst: Herkomst) -> dict[str, Any]:
    """The fields of ``Recordrij``, or of ``Losrij``."""
    return {**plaatsvelden(blik, record), **herkomstvelden(blik, herkomst)}


GEMEENTENAMEN = Veld(
    N_("Namen van de gemeenten"), N_("Hoe die gemeenten heten, in dezelfde volgorde.")
)
VERBANDNAMEN = Veld(
    N_("Namen van de samenwerkingsverbanden"),
    N_("Hoe die samenwerkingsverbanden heten, in dezelfde volgorde."),
)
"""What ids stand for, beside them, for who reads a table without the others."""

Leeg = TypeVar("Leeg", bound=Onbekend | None)
"""What there is in the place of a value: nobody knows it, or it does not apply."""


def tekst(blik: Blik, waarde: str | Leeg) -> Tekst | Leeg:
    """A text of the data in the language of the look."""
    return blik.v.tekst(waarde) if isinstance(waarde, str) else waarde


def teksten(blik: Blik, waarden: tuple[str, ...] | Leeg) -> tuple[Tekst, ...] | Leeg:
    """Texts of the data."""
    return tuple(map(blik.v.tekst, waarden)) if isinstance(waarden, tuple) else waarden


def titels(blik: Blik, waarden: tuple[str, ...] | Leeg) -> tuple[Tekst, ...] | Leeg:
    """Names and words that are not translated."""
    return tuple(map(blik.v.titel, waarden)) if isinstance(waarden, tuple) else waarden


def code(waarde: str | Leeg) -> Code | Leeg:
    """An id or a choice."""
    return Code(str(waarde)) if isinstance(waarde, str) else waarde


def adres(waarde: str | Leeg) -> Adres | Leeg:
    """An address on the web."""
    return Adres(waarde) if isinstance(waarde, str) else waarde


def codes(waarden: tuple[str, ...] | Leeg) -> tuple[Code, ...] | Leeg:
    """Ids or choices."""
    return tuple(Code(str(one)) for one in waarden) if isinstance(waarden, tuple) else waarden


def namen(
    noem: Callable[[Blik, str], Tekst], blik: Blik, ids: tuple[str, ...] | Leeg
) -> tuple[Tekst, ...] | Leeg:
    """What records are called, by their ids."""
    return tuple(noem(blik, one) for one in ids) if isinstance(ids, tuple) else ids
