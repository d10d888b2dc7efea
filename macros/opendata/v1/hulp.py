"""The table of help: whom to call or ask.

Not here: which help there is for whom (``views.hulp``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.model import hulp as model
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Status
from macros.model.hulp import Hulpsoort, Hulpvrager
from macros.model.regio import Sector
from macros.opendata.basis import (
    BCP_47,
    GEMEENTENAMEN,
    ISO_8601,
    VERBANDNAMEN,
    ZEKERHEDEN,
    Kenmerk,
    Recordrij,
    adres,
    code,
    codes,
    keuzen,
    namen,
    recordvelden,
    tekst,
    teksten,
    zekerheid,
)
from macros.opendata.contract import Adres, Code, Veld, tabel
from macros.opendata.deel import herkomst_van
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import partijnaam, pleknaam
from macros.views.blik import Blik
from macros.views.hulp.hulp import alle_hulp, gemeenten_van_hulp, sectoren_van_hulp


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp(Recordrij):
    """A place of help."""

    id: Kenmerk
    naam: Annotated[Tekst, Veld(N_("Naam"), N_("Hoe de organisatie of het loket heet."))]
    soort: Annotated[
        Code, Veld(N_("Waarvoor"), N_("Waar deze hulp voor is."), keuzen=keuzen(Hulpsoort))
    ]
    voor_wie: Annotated[
        tuple[Code, ...],
        Veld(N_("Voor wie"), N_("Wie er iets kan vragen."), keuzen=keuzen(Hulpvrager)),
    ]
    vragen: Annotated[
        tuple[Tekst, ...],
        Veld(N_("Wat je kunt vragen"), N_("Waarmee je er terechtkunt, in gewone taal.")),
    ]
    wanneer: Annotated[Tekst | None, Veld(N_("Wanneer"), N_("Wanneer je hier belt."))]
    voorwaarde: Annotated[
        Tekst | None,
        Veld(N_("Voorwaarde"), N_("Voor wie deze hulp alleen is. Leeg: voor iedereen.")),
    ]
    let_op: Annotated[
        Tekst | None,
        Veld(N_("Let op"), N_("Wat je vooraf moet weten: een termijn, of wat er niet kan.")),
    ]
    sectoren: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Sectoren"),
            N_("Voor welke soorten onderwijs. Leeg: voor alle."),
            keuzen=keuzen(Sector),
        ),
    ]
    landelijk: Annotated[bool, Veld(N_("Landelijk"), N_("Of deze hulp er voor heel Nederland is."))]
    samenwerkingsverbanden: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Samenwerkingsverbanden"),
            N_("Van welke samenwerkingsverbanden deze hulp is."),
            naar="partijen",
        ),
    ]
    samenwerkingsverbanden_naam: Annotated[
        tuple[Tekst, ...],
        VERBANDNAMEN,
    ]
    gemeenten: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Gemeenten"),
            N_(
                "In welke gemeenten van deze regio je er terechtkunt. Is de "
                "hulp van samenwerkingsverbanden, dan zijn het hun gemeenten; is zij landelijk, "
                "dan zijn het ze allemaal."
            ),
            naar="gemeenten",
        ),
    ]
    gemeenten_naam: Annotated[
        tuple[Tekst, ...] | Onbekend,
        GEMEENTENAMEN,
    ]
    telefoon: Annotated[
        Code | Onbekend | None,
        Veld(
            N_("Telefoon"),
            N_(
                "Nummer van de organisatie, in Nederland. Leeg en niet onbekend: deze hulp telt "
                "niet meer mee."
            ),
        ),
    ]
    telefoon_bron: Annotated[
        Code | None,
        Veld(
            N_("Bron van het nummer"),
            N_("Uit welke bron het nummer komt."),
            naar="bronnen",
        ),
    ]
    telefoon_zekerheid: Annotated[
        Code | Onbekend | None,
        Veld(
            N_("Zekerheid van het nummer"),
            N_("Hoe zeker het nummer is."),
            keuzen=ZEKERHEDEN,
        ),
    ]
    website: Annotated[
        Adres | Onbekend | None,
        Veld(
            N_("Website"),
            N_(
                "De pagina waar je verder komt. Leeg en niet onbekend: deze hulp telt niet meer "
                "mee."
            ),
        ),
    ]
    anders: Annotated[
        Tekst | None,
        Veld(
            N_("Anders te bereiken"),
            N_("Hoe je deze hulp bereikt als er geen nummer en geen pagina is."),
        ),
    ]
    tijden: Annotated[
        Tekst | Onbekend | None, Veld(N_("Tijden"), N_("Wanneer je kunt bellen, in woorden."))
    ]
    kosten: Annotated[Tekst | Onbekend, Veld(N_("Kosten"), N_("Wat het kost, in woorden."))]
    talen: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Talen"), N_("In welke talen je er terechtkunt, zoals nl en en."), bron=BCP_47),
    ]
    gezien_op: Annotated[
        Datum,
        Veld(N_("Gezien"), N_("Wanneer dit voor het laatst is nagekeken."), bron=ISO_8601),
    ]
    controle_op: Annotated[
        Datum,
        Veld(N_("Opnieuw nakijken"), N_("Wanneer dit opnieuw wordt nagekeken."), bron=ISO_8601),
    ]


@tabel(
    N_("Hulp"),
    N_("Wie ouders, jongeren en professionals kunnen bellen of iets kunnen vragen."),
    soort="hulp",
)
def hulp(blik: Blik) -> Iterator[Hulp]:
    """One row a place of help, in the order of the page; what no longer counts comes last, and
    says no more how to reach it.
    """
    shown = [row.id for row in alle_hulp(blik)]
    for key in (*shown, *(key for key in blik.regio.hulp if key not in shown)):
        yield _rij(blik, blik.regio.hulp[key])


def _rij(blik: Blik, one: model.Hulp) -> Hulp:
    counts = one.status is Status.ACTIEF
    known = counts and one.telefoon is not ONBEKEND
    origin = herkomst_van(one, "telefoon")
    towns = gemeenten_van_hulp(blik.regio, one)
    return Hulp(
        id=Code(one.id),
        naam=blik.v.tekst(one.naam),
        soort=Code(one.soort.value),
        voor_wie=codes(one.voor_wie),
        vragen=teksten(blik, one.vragen),
        wanneer=tekst(blik, one.wanneer),
        voorwaarde=tekst(blik, one.voorwaarde),
        let_op=tekst(blik, one.let_op),
        sectoren=codes(sectoren_van_hulp(blik.regio, one)),
        landelijk=one.landelijk is not None,
        samenwerkingsverbanden=codes(one.samenwerkingsverbanden),
        samenwerkingsverbanden_naam=namen(partijnaam, blik, one.samenwerkingsverbanden),
        gemeenten=ONBEKEND if towns is None else codes(towns),
        gemeenten_naam=ONBEKEND if towns is None else namen(pleknaam, blik, towns),
        telefoon=code(one.telefoon) if counts else None,
        telefoon_bron=Code(origin.bron) if known else None,
        telefoon_zekerheid=zekerheid(origin) if known else None,
        website=adres(one.website) if counts else None,
        anders=tekst(blik, one.anders) if counts else None,
        tijden=tekst(blik, one.tijden) if counts else None,
        kosten=tekst(blik, one.kosten),
        talen=codes(one.talen),
        gezien_op=one.gezien_op,
        controle_op=one.controle_op,
        **recordvelden(blik, one, one.herkomst),
    )
