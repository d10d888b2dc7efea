"""What happened to a record in lines of plain text, to be read in a feed or in a mail.

Not here: how the pages show it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import zin_en_rest
from macros.views.blik import Blik
from macros.views.regio.nieuw.betreft import Gebeurd, record
from macros.views.regio.nieuw.maand import maand_van
from macros.views.regio.nieuw.regel import Hoe, Recordrij, Veldrij
from macros.wijziging.geschiedenis import Gebeurtenis

Zin = tuple[Tekst, ...]
"""Pieces of a line, each in its own language, to be set behind each other as they are."""

MEEST = 5
"""So many fields are told; how many more there are is said."""

ACHTER = {
    Hoe.ERBIJ: N_("nieuw"),
    Hoe.WEG: N_("weggehaald"),
    Hoe.VERPLAATST: N_("staat op een andere plek in de rij"),
    Hoe.NIET_GETOOND: N_("gewijzigd"),
}
"""What is said of a field of which not both values are told."""


def kop(blik: Blik, rij: Recordrij) -> Tekst:
    """What happened to which record, in one line; what the editor wrote of it goes before all."""
    said = rij.kop or (blik.v.ui(N_("Nieuwe cijfers")) if rij.cijfers else rij.soort)
    note = f". {rij.toelichting[0]}" if rij.toelichting else ""
    return Tekst(f"{said}: {rij.titel}{note}", rij.titel.taal)


def regels(blik: Blik, een: Gebeurd, rij: Recordrij) -> Iterator[Zin]:
    """What somebody wants to know of it beside that."""
    v = blik.v
    yield from ((note,) for note in rij.toelichting[1:])
    if rij.cijfers:
        yield (v.naam(v.ui(N_("Nieuwe cijfers over {perioden}."), perioden=rij.cijfers)),)
    elif rij.gebeurtenis in (Gebeurtenis.NIEUW, Gebeurtenis.TERUG):
        about = gaat_over(blik, een)
        yield from [(about,)] if about else []
    short = [one for one in rij.velden if one.is_kort]
    yield from (veldzin(blik, one) for one in short[:MEEST])
    if more := len(short[MEEST:]):
        yield (v.naam(v.aantal(more, "En nog {n} veld.", "En nog {n} velden.")),)
    if texts := dict.fromkeys(one.deel for one in rij.velden if not one.is_kort):
        yield (v.naam(v.ui(N_("Tekst aangepast: {velden}."), velden=", ".join(texts))),)


def plek(een: Gebeurd, rij: Recordrij) -> str:
    """Where a record stands, or else what happened to it; a file may have been called anything."""
    return rij.pad or f"{maand_van(een.datum).adres}#{quote(rij.anker)}"


def gaat_over(blik: Blik, een: Gebeurd) -> Tekst | None:
    """What a record is about, in its first plain sentence (and the question that it answers)."""
    found = record(blik.regio, een.nu)
    for name in ("voor_ouders", "samen", "uitleg"):
        if isinstance(text := getattr(found, name, None), str):
            return zin_en_rest(blik.v.tekst(text))[0]
    return None


def veldzin(blik: Blik, veld: Veldrij) -> Zin:
    """A field that says something else, with its values: of one that is short."""

    def los(text: str) -> Tekst:
        return blik.v.naam(text)

    if veld.hoe not in ACHTER:
        was = los(f", {blik.v.ui(N_('was'))} ")
        return (*veld.label, los(": "), *_zonder_punt(veld.nieuw), was, *_zonder_punt(veld.oud))
    said = blik.v.ui(ACHTER[veld.hoe])
    if value := veld.nieuw or veld.oud:
        return (*veld.label, los(": "), *_zonder_punt(value), los(f" ({said})"))
    return (*veld.label, los(f": {said}"))


def _zonder_punt(zin: Zin) -> Zin:
    """More follows on the same line."""
    return (*zin[:-1], *(replace(one, tekst=one.tekst.removesuffix(".")) for one in zin[-1:]))
