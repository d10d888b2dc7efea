"""The table of arrangements and pilots.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.render.export.cel import Cel, datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel, tabel_van
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.arrangement import pagina as arrangementpagina
from macros.views.arrangement.overzicht import op_titel
from macros.views.blik import Blik


@tabel
def arrangementen(blik: Blik) -> Tabel:
    """One row an arrangement or pilot, with the seven fields of the agenda."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Arrangement"),
        N_("Soort"),
        N_("Is het er?"),
        N_("Vorm"),
        N_("Sectoren"),
        N_("Gemeenten"),
        N_("Locatie"),
        N_("Doelgroep"),
        N_("Doelstelling"),
        N_("Inhoud"),
        N_("Ingezette expertise"),
        N_("Financiering"),
        N_("Opbrengsten"),
        N_("Leeftijd"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )

    def rij(key: str) -> tuple[Tekst | Cel | None, ...]:
        a = arrangementpagina.arrangement(blik, key)
        return (
            key,
            a.titel,
            a.soort,
            a.toestand,
            a.vorm,
            a.sectoren,
            a.gemeenten,
            a.locatie,
            a.doelgroep,
            a.doelstelling,
            a.inhoud,
            "; ".join(map(str, a.expertise or ())),
            "; ".join(map(_betaler, a.betalers or ())),
            a.opbrengsten,
            a.leeftijd,
            a.herkomst.bron,
            datum(v, a.herkomst.op),
            a.herkomst.zekerheid_label,
        )

    rijen = (rij(one.id) for one in op_titel(blik.regio))
    return tabel_van(v, "arrangementen", N_("Arrangementen"), koppen, rijen)


def _betaler(deel: arrangementpagina.BetalerRij) -> str:
    return deel.naam if deel.aandeel is None else f"{deel.naam} {deel.aandeel}%"
