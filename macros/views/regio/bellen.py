"""Whom to call in one municipality, or about the schools of one samenwerkingsverband.

Not here: which help there is (``views.hulp``), or the page it stands on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.hulp import Hulpsoort
from macros.model.regio import Sector
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.hulp.hulp import VANGNET, Hulprij, alle_hulp, hulp_voor

SCHOOL = {
    Sector.PO: N_("Basisschool (po)"),
    Sector.VO: N_("Middelbare school (vo)"),
}
DAARNA = (
    Hulpsoort.LEERPLICHT,
    Hulpsoort.LOKAAL_TEAM,
    Hulpsoort.GEMEENTE,
    Hulpsoort.ONDERWIJSCONSULENT,
    Hulpsoort.UITLEG_RECHTEN,
    Hulpsoort.LEERLINGENVERVOER,
    Hulpsoort.JEUGDGEZONDHEID,
    Hulpsoort.LUISTERLIJN_KIND,
    Hulpsoort.VEILIG_THUIS,
    Hulpsoort.NOOD,
)
"""What else a page of a municipality names, after the help for the school."""


@dataclass(frozen=True, slots=True)
class Bellen:
    """Whom to call by kind of school, who is for some schools only, and who else there is: of the
    municipality itself, and for the whole country.
    """

    school: tuple[tuple[str, tuple[Hulprij, ...]], ...]
    alleen: tuple[Hulprij, ...]
    verder: tuple[Hulprij, ...]

    @property
    def dichtbij(self) -> tuple[Hulprij, ...]:
        """Of the others, who works in the municipality."""
        return tuple(row for row in self.verder if not row.landelijk)

    @property
    def landelijk(self) -> tuple[Hulprij, ...]:
        """Of the others, who can be called from everywhere."""
        return tuple(row for row in self.verder if row.landelijk)

    @property
    def alle(self) -> tuple[Hulprij, ...]:
        """All of them."""
        return (*(row for _, rows in self.school for row in rows), *self.alleen, *self.verder)


def in_gemeente(blik: Blik, gemeente: str) -> Bellen | None:
    """Whom to call in a municipality; None where the region has no help at all.

    What stands with one kind of school only, stands among the rest for the others too.
    """
    if not alle_hulp(blik):
        return None
    near = {
        sector: hulp_voor(blik, gemeente=gemeente, sector=sector, soorten=(Hulpsoort.STEUNPUNT,))
        for sector in SCHOOL
    }
    school = tuple(
        (blik.v.ui(label), _bereikbaar(blik, (row for row in near[sector] if not row.voorwaarde)))
        for sector, label in SCHOOL.items()
    )
    alone = {row.id: row for rows in near.values() for row in rows if row.voorwaarde}
    shown = set.intersection(*({row.id for row in rows} for _, rows in school)) | alone.keys()
    return Bellen(
        school,
        tuple(alone.values()),
        tuple(
            row for row in hulp_voor(blik, gemeente=gemeente, soorten=DAARNA) if row.id not in shown
        ),
    )


def bij_verband(blik: Blik, partij: str) -> tuple[Hulprij, ...]:
    """Whom to call about the schools of one samenwerkingsverband."""
    rows = alle_hulp(blik)
    own = (row for row in rows if partij in blik.regio.hulp[row.id].samenwerkingsverbanden)
    return _bereikbaar(blik, own)


def _bereikbaar(blik: Blik, rows: Iterable[Hulprij]) -> tuple[Hulprij, ...]:
    """These, and national help with a number when none of them has one."""
    found = {row.id: row for row in rows}
    if not any(row.telefoon for row in found.values()):
        national = (row for row in hulp_voor(blik, soorten=VANGNET) if row.landelijk)
        found.update((row.id, row) for row in [one for one in national if one.telefoon][:1])
    return tuple(found.values())


def zonder_nummer(blik: Blik, gemeente: str) -> tuple[Hulpsoort, ...]:
    """What a municipality itself is called about, and no number was found for."""
    own = [row for row in hulp_voor(blik, gemeente=gemeente, soorten=DAARNA) if not row.landelijk]
    asked = (Hulpsoort.LEERPLICHT, Hulpsoort.LOKAAL_TEAM) if alle_hulp(blik) else ()
    return tuple(
        soort for soort in asked if not any(row.telefoon for row in own if row.soort is soort)
    )
