"""A drawing as it stands on a page, in lines as short as a phone asks for.

Not here: its SVG (``templates/tekening.html``), its looks (``tekening.css``).
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.render.tekening.basis import Tekening, TekeningFout
from macros.render.tekening.maat import REGELHOOGTE, Blok, opschrift, vak
from macros.render.tekening.plaatsing import Lijn, plaats
from macros.render.weergave import Pagina
from macros.taal.talen import BRONTAAL

TELEFOON = 329
"""No wider than this, a drawing is whole on a screen of 320 px, with letters of 14 px or more."""

REGELS = (264, 136, 120)
"""The longest line: where one box fits a phone, and, tried in turn, where two stand abreast."""

NIET_HIER = "Hier komt een tekening. Die wordt pas gemaakt als de site wordt gebouwd."

RAND = 4
"""Room around the drawing, for lines and the focus ring."""


def teken(p: Pagina, tekening: Tekening, naam: str, id: str) -> Markup:
    """A ``<figure>`` with this ``id``; ``naam`` is what it is called for who cannot see it.

    Lines get shorter where a phone asks for it; a drawing that is too wide all the same can be
    moved sideways. Links come in the order of reading, from top to bottom. Raises TekeningFout,
    unless the ``Weergave`` is to be told of what there cannot be.
    """
    taal = p.blik.v.taal
    try:
        for budget in REGELS:
            plaat = _plaat(tekening, taal, budget)
            if not plaat.rolt:
                break
    except TekeningFout:
        if p.weergave.gemist is None:
            raise
        p.weergave.gemist.append(NIET_HIER)
        return Markup('<p class="melding" lang="{}">{}</p>').format(BRONTAAL, NIET_HIER)
    return p.toon(
        "tekening.html", plaat=plaat, regelhoogte=REGELHOOGTE, taal=taal, naam=naam, id=id
    )


@dataclass(frozen=True, slots=True)
class _Plaat:
    """``blokken`` from top to bottom and left to right, each with the place of its corner."""

    breed: int
    hoog: int
    lijnen: tuple[Lijn, ...]
    blokken: tuple[tuple[str, Blok], ...]

    @property
    def venster(self) -> str:
        return f"{-RAND} {-RAND} {self.breed} {self.hoog}"

    @property
    def rolt(self) -> bool:
        return self.breed > TELEFOON

    @property
    def heeft_links(self) -> bool:
        return any(blok.pad is not None for _, blok in self.blokken)


def _plaat(tekening: Tekening, taal: str, budget: int) -> _Plaat:
    blokken = [vak(knoop, taal, budget) for knoop in tekening.knopen]
    blokken += [opschrift(pijl, taal, budget) for pijl in tekening.pijlen if str(pijl.tekst)]
    found = plaats(tekening, blokken)
    placed = sorted(zip(found.middens, blokken, strict=True), key=lambda one: one[0][::-1])
    return _Plaat(
        found.breed + 2 * RAND,
        found.hoog + 2 * RAND,
        found.lijnen,
        tuple((blok.hoek(*midden), blok) for midden, blok in placed),
    )
