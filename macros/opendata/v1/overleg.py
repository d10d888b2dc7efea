"""Tables of the area overleg: bodies, meetings, decisions, proposals and their routes.

Not here: how a table becomes files (``vorm``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import Onbekend
from macros.opendata.basis import ISO_8601, Kenmerk, Recordrij, code, codes, recordvelden
from macros.opendata.contract import Code, Veld, tabel
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.overleg import besluit as besluitviews


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit(Recordrij):
    """A decision."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Besluit"), N_("Het besluit in een paar woorden."))]
    datum: Annotated[Datum, Veld(N_("Datum"), N_("De dag van de vergadering."), bron=ISO_8601)]
    vergadering: Annotated[
        Code,
        Veld(N_("Vergadering"), N_("In welke vergadering het viel."), naar="vergaderingen"),
    ]
    tekst: Annotated[Tekst, Veld(N_("Tekst"), N_("Wat er is besloten."))]
    voor_ouders: Annotated[Tekst, Veld(N_("In gewone taal"), N_("Hetzelfde in gewone taal."))]
    eigenaar: Annotated[
        Code | Onbekend,
        Veld(N_("Wie zorgt dat het gebeurt"), N_("De partij die het uitvoert."), naar="partijen"),
    ]
    vervangt: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Vervangt"), N_("Eerdere besluiten die hierdoor niet meer gelden."), naar="besluiten"
        ),
    ]


@tabel(N_("Besluiten"), N_("Wat de overleggen hebben besloten."), soort="besluit")
def besluiten(blik: Blik) -> Iterator[Besluit]:
    """One row a decision."""
    for one in blik.regio.besluiten.values():
        yield Besluit(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            datum=besluitviews.datum(blik.regio, one),
            vergadering=Code(one.vergadering),
            tekst=blik.v.tekst(one.tekst),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            eigenaar=code(one.eigenaar),
            vervangt=codes(one.vervangt),
            **recordvelden(blik, one, one.herkomst),
        )
