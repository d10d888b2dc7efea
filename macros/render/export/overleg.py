"""The tables of decisions and of proposals.

Not here: how a table becomes a file (``tabel``).
"""

from __future__ import annotations

from macros.model.basis.datum import Datum
from macros.model.basis.record import actief
from macros.model.overleg.voorstel import Voorstel
from macros.render.export.cel import Cel, datum
from macros.render.export.registry import tabel
from macros.render.export.tabel import Tabel, tabel_van
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import herkomst
from macros.views.blik import Blik
from macros.views.overleg import besluit as besluitviews
from macros.views.overleg import voorstel as voorstelviews


@tabel
def besluiten(blik: Blik) -> Tabel:
    """One row a decision; what has to happen because of it in one cell."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Besluit"),
        N_("Datum"),
        N_("Overleg"),
        N_("Tekst"),
        N_("Wie zorgt dat het gebeurt"),
        N_("Wat erop volgt"),
        N_("Vervangen door"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )
    none = v.ui(N_("geen"))
    rijen = (
        (
            row.id,
            row.titel,
            datum(v, besluitviews.datum(blik.regio, blik.regio.besluiten[row.id])),
            row.overleg.titel,
            row.tekst,
            row.eigenaar,
            "; ".join(str(item.wat) for item in row.vervolg or ()),
            "; ".join(str(other.titel) for other in row.vervangen_door) or none,
            row.herkomst.bron,
            datum(v, row.herkomst.op),
            row.herkomst.zekerheid_label,
        )
        for row in besluitviews.besluitenpagina(blik).rijen
    )
    return tabel_van(v, "besluiten", N_("Besluiten"), koppen, rijen)


@tabel
def voorstellen(blik: Blik) -> Tabel:
    """One row a proposal: how far it is, where it lies and when its next step can be."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Voorstel"),
        N_("Soort voorstel"),
        N_("Ingediend door"),
        N_("Ingediend op"),
        N_("Stand"),
        N_("Ligt nu bij"),
        N_("Volgende stap op zijn vroegst"),
        N_("Klaar op"),
        N_("Besluit"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )
    none = v.ui(N_("geen"))

    def rij(one: Voorstel) -> tuple[Tekst | Cel | None, ...]:
        page, origin = voorstelviews.voorstel(blik, one.id), herkomst(blik, one.herkomst)
        waits = [s for s in voorstelviews.volgende_stappen(blik) if s.key == one.id]
        days = [step.verwacht for step in waits if step.verwacht]
        done = voorstelviews.klaar_op(blik, one)
        return (
            one.id,
            page.titel,
            page.route_titel,
            "; ".join(str(party.titel) for party in page.ingediend_door) or None,
            datum(v, one.ingediend_op) if isinstance(one.ingediend_op, Datum) else None,
            v.ui(voorstelviews.STAND[page.stand]),
            "; ".join(str(step.overleg.titel) for step in waits) or none,
            datum(v, Datum.van(min(days))) if days else None if waits else none,
            datum(v, done) if done else none if waits else None,
            page.besluit.titel if page.besluit else none,
            origin.bron,
            datum(v, origin.op),
            origin.zekerheid_label,
        )

    rijen = (rij(one) for one in actief(blik.regio.voorstellen))
    return tabel_van(v, "voorstellen", N_("Voorstellen"), koppen, rijen)
