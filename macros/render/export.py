"""Files to download. Spreadsheets open them, so no cell can run as a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from macros.render.weergave import Weergave
from macros.taal.vertaler import Tekst
from macros.views.agenda import acties
from macros.views.basis import N_

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def schrijf_acties(pad: Path, weergave: Weergave) -> None:
    """All actions as CSV: UTF-8 with byte order mark and semicolons, as Dutch Excel opens it."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(acties_csv(weergave), encoding="utf-8-sig", newline="")


def acties_csv(weergave: Weergave) -> str:
    """One row an action; ``onbekend`` is written out, never left empty."""
    v = weergave.vertaler
    unknown = v.ui(N_("onbekend"))
    heads = (
        N_("Nummer"),
        N_("Actie"),
        N_("Speerpunt"),
        N_("Klaar als"),
        N_("Wie"),
        N_("Wanneer"),
        N_("Waar"),
        N_("Stand"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid van de opdracht"),
    )
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(v.ui(head) for head in heads)
    for row in acties(weergave.regio, v):
        cells: tuple[Tekst | str | None, ...] = (
            row.nummer,
            row.wat,
            row.speerpunt,
            row.resultaat,
            ", ".join(map(str, row.door)),
            row.wanneer,
            ", ".join(map(str, row.waar)),
            row.stand_label,
            row.herkomst.bron,
            row.herkomst.peildatum,
            row.herkomst.zekerheid_label,
        )
        writer.writerow(cel(str(one)) if one else unknown for one in cells)
    return out.getvalue()


def cel(text: str) -> str:
    """Text that a spreadsheet shows as it is."""
    return f"'{text}" if text.startswith(_FORMULA) else text
