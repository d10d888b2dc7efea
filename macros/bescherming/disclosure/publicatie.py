"""What may be published: one row per cell of each table, and the texts that are written of it.

Not here: which cells are hidden (``onderdrukken``) or how they are rounded (``afronden``), and no
file is touched.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from macros.bescherming.disclosure.definitie import Definitie
from macros.bescherming.disclosure.primair import KLEINSTE_NOEMER
from macros.bescherming.disclosure.tellingen import Codes

REGELVERSIE = 1
"""Goes up when the rule or the method changes what is published."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One published cell. ``aantal`` None: hidden, and then so are percentage and amounts.

    ``tabel`` from 1; ``bedragen`` in cents, in the order of the definition; ``noemer`` None: not
    known.
    """

    tabel: int
    codes: Codes
    aantal: int | None
    bedragen: tuple[int, ...]
    noemer: int | None


def percentage(regel: Regel, decimals: int) -> str:
    """The rate with a fixed number of decimals; nothing when it may not be shown."""
    if regel.aantal is None or regel.noemer is None or regel.noemer < KLEINSTE_NOEMER:
        return ""
    rate = Decimal(100 * regel.aantal) / Decimal(regel.noemer)
    return str(rate.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))


def als_csv(definitie: Definitie, regels: Sequence[Regel]) -> str:
    """The publication: semicolons, a header, an empty field for what is hidden."""
    decimals = definitie.noemers.decimalen if definitie.noemers else None
    header = [*(one.id for one in definitie.dimensies), "tabel", "aantal"]
    header += ["percentage"] if decimals is not None else []
    header += definitie.bedragen
    header += ["noemer"] if definitie.noemers else []
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    for one in regels:
        shown = one.aantal is not None
        row: list[object] = [*one.codes, one.tabel, one.aantal if shown else ""]
        row += [percentage(one, decimals)] if decimals is not None else []
        row += [f"{cents // 100}.{cents % 100:02}" if shown else "" for cents in one.bedragen]
        row += [one.noemer] if definitie.noemers else []
        writer.writerow(row)
    return stream.getvalue()


def rapport(definitie: Definitie, regels: Sequence[Regel], drempel: int) -> str:
    """For the person who publishes: numbers per table, never which cell is small."""
    lines = [
        f"# Bescherming van {definitie.naam}",
        "",
        f"Methode: {definitie.methode}. Drempel: {drempel}. Regelversie: {REGELVERSIE}.",
        f"Een echte nul mag getoond worden: {'ja' if definitie.nullen_tonen else 'nee'}.",
        "",
        "| Tabel | Uitgesplitst naar | Cellen | Getoond | Verborgen |",
        "|---|---|---|---|---|",
    ]
    for number, table in enumerate(definitie.tabellen, 1):
        cells = [one for one in regels if one.tabel == number]
        hidden = sum(one.aantal is None for one in cells)
        names = ", ".join(table) or "(alleen het totaal)"
        lines.append(f"| {number} | {names} | {len(cells)} | {len(cells) - hidden} | {hidden} |")
    lines += [
        "",
        "Een verborgen cel hoeft geen klein aantal te zijn: er zijn ook andere cellen verborgen, "
        "zodat niemand een klein aantal kan terugrekenen. Welke cel waarom verborgen is, staat "
        "nergens.",
        "",
    ]
    return "\n".join(lines)


def manifest(definitie: Definitie, published: str, drempel: int) -> str:
    """What the publication is, for whoever checks it later; nothing of the raw counts."""
    fields = {
        "domein": definitie.id,
        "regelversie": REGELVERSIE,
        "drempel": drempel,
        "methode": definitie.methode.value,
        "publicatie_sha256": hashlib.sha256(published.encode()).hexdigest(),
        "uitspraak": "beschermd",
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
