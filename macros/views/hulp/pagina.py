"""Help as it stands on pages: for a child at home, by question, by municipality, to print.

Not here: which help there is for whom (``hulp``).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.hulp import Hulpsoort, Hulpvrager
from macros.model.regio import Gemeente, Sector
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import Keus, Link
from macros.views.blik import Blik
from macros.views.hulp.hulp import HULPSOORT, HULPVRAGER, Hulprij, alle_hulp, hulp_voor
from macros.views.naam import naar

THUIS = (
    Hulpsoort.SCHOOL,
    Hulpsoort.STEUNPUNT,
    Hulpsoort.LEERPLICHT,
    Hulpsoort.LOKAAL_TEAM,
    Hulpsoort.GEMEENTE,
    Hulpsoort.ONDERWIJSCONSULENT,
    Hulpsoort.UITLEG_RECHTEN,
    Hulpsoort.GESCHIL,
    Hulpsoort.KINDEROMBUDSMAN,
)
"""Whom the parents of a child at home call, one after the other."""
METEEN = (Hulpsoort.NOOD, Hulpsoort.VEILIG_THUIS, Hulpsoort.LUISTERLIJN_KIND)
"""What cannot wait for any of these."""
_ELDERS = THUIS[:5]
"""The school, and what each municipality has of its own."""
_OP_DE_KAART = (*METEEN, *THUIS, Hulpsoort.VERTROUWENSPERSOON)
_SECTOREN = (Sector.PO, Sector.VO)


@dataclass(frozen=True, slots=True)
class KindThuis:
    """Whom to call when a child is at home; ``dichtbij`` are the questions of which the answer
    depends on the municipality.
    """

    eerst: tuple[Hulprij, ...]
    dichtbij: tuple[str, ...]
    gemeenten: tuple[Link, ...]
    daarna: tuple[Hulprij, ...]
    meteen: tuple[Hulprij, ...]


def kind_thuis(blik: Blik) -> KindThuis:
    """The order in which the parents of a child at home call."""
    rows = [row for row in alle_hulp(blik) if row.soort in THUIS]
    near = {row.soort for row in rows if not row.landelijk}
    far = [row for row in rows if row.landelijk and row.soort is not Hulpsoort.SCHOOL]
    return KindThuis(
        eerst=tuple(row for row in rows if row.soort is Hulpsoort.SCHOOL),
        dichtbij=tuple(blik.v.ui(HULPSOORT[soort]) for soort in THUIS if soort in near),
        gemeenten=gemeentekeuze(blik),
        daarna=tuple(row for row in far if row.telefoon),
        meteen=_van(blik, METEEN),
    )


def _van(blik: Blik, soorten: Collection[Hulpsoort]) -> tuple[Hulprij, ...]:
    """The national help of these questions, in their order."""
    rows = [row for row in alle_hulp(blik) if row.landelijk]
    return tuple(row for soort in soorten for row in rows if row.soort is soort)


def gemeentekeuze(blik: Blik) -> tuple[Link, ...]:
    """The way to each municipality, by name; nothing when the region has no help."""
    if not actief(blik.regio.hulp):
        return ()
    found = sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    return tuple(naar(blik, Gemeente, one.id) for one in found)


def andere_vragen(blik: Blik) -> tuple[tuple[str, tuple[Hulprij, ...]], ...]:
    """The other questions that a parent or young person can have, each with whom to call."""
    groups: dict[str, list[Hulprij]] = {}
    for row in alle_hulp(blik):
        if row.soort not in (*_ELDERS, *METEEN) and row.voor_wie != (Hulpvrager.PROFESSIONALS,):
            groups.setdefault(row.soort_label, []).append(row)
    return tuple((kop, tuple(rows)) for kop, rows in groups.items())


@dataclass(frozen=True, slots=True)
class Hulplijst:
    """All help by question, each row with what a filter looks at; and the choices of it."""

    groepen: tuple[tuple[str, tuple[tuple[Hulprij, dict[str, str]], ...]], ...]
    gemeente: tuple[Keus, ...]
    sector: tuple[Keus, ...]
    wie: tuple[Keus, ...]


def hulplijst(blik: Blik) -> Hulplijst:
    """Everything, to be narrowed down by municipality, kind of school and who asks."""
    towns = sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    near: dict[str, list[str]] = {}
    for town in towns:
        for row in hulp_voor(blik, gemeente=town.id):
            near.setdefault(row.id, []).append(town.id)
    groups: dict[str, list[tuple[Hulprij, dict[str, str]]]] = {}
    for row in alle_hulp(blik):
        facts = _kenmerken(row, near.get(row.id, []))
        groups.setdefault(row.soort_label, []).append((row, facts))
    used = {sector for row in alle_hulp(blik) for sector in row.sectoren}
    return Hulplijst(
        groepen=tuple((kop, tuple(rows)) for kop, rows in groups.items()),
        gemeente=tuple(Keus(one.id, blik.v.naam(one.naam)) for one in towns),
        sector=tuple(
            Keus(sector, blik.v.naam(blik.v.ui(SECTOR[sector])))
            for sector in Sector
            if sector in used
        ),
        wie=tuple(Keus(who, blik.v.naam(blik.v.ui(HULPVRAGER[who]))) for who in Hulpvrager),
    )


SECTOR = {
    Sector.PO: N_("basisschool"),
    Sector.SBO: N_("speciaal basisonderwijs"),
    Sector.SO: N_("speciaal onderwijs"),
    Sector.VO: N_("middelbare school"),
    Sector.VSO: N_("voortgezet speciaal onderwijs"),
    Sector.MBO: N_("middelbaar beroepsonderwijs"),
}


def _kenmerken(row: Hulprij, gemeenten: Collection[str]) -> dict[str, str]:
    """What is for all has no ids: it fits every choice."""
    found = {"wie": " ".join(row.voor_wie)}
    if not row.landelijk:
        found["gemeente"] = " ".join(gemeenten)
    if row.sectoren:
        found["sector"] = " ".join(row.sectoren)
    return found


@dataclass(frozen=True, slots=True)
class Kaartrij:
    """One municipality on the card: its name and, for each column, whom to call there."""

    id: str
    naam: Tekst
    cellen: tuple[tuple[Hulprij, ...], ...]


@dataclass(frozen=True, slots=True)
class Belkaart:
    """Whom do I call: on one sheet of paper."""

    gemeenten: tuple[Kaartrij, ...]
    alleen_voor: tuple[Hulprij, ...]
    landelijk: tuple[Hulprij, ...]

    @property
    def misschien(self) -> bool:
        """Whether there is help of which nobody knows in which municipalities it works."""
        return any(row.misschien for one in self.gemeenten for rows in one.cellen for row in rows)


def belkaart(blik: Blik) -> Belkaart:
    """A line for each municipality, and whom one can call from everywhere."""
    towns = sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    rows = alle_hulp(blik)
    near = any(not row.landelijk for row in rows)
    return Belkaart(
        gemeenten=tuple(
            Kaartrij(
                one.id,
                blik.v.naam(one.naam),
                (
                    *(
                        _dichtbij(blik, one.id, (Hulpsoort.STEUNPUNT,), sector)
                        for sector in _SECTOREN
                    ),
                    _dichtbij(blik, one.id, (Hulpsoort.LEERPLICHT,)),
                    _dichtbij(blik, one.id, (Hulpsoort.LOKAAL_TEAM, Hulpsoort.GEMEENTE)),
                ),
            )
            for one in towns
            if near
        ),
        alleen_voor=tuple(row for row in rows if row.voorwaarde and not row.landelijk),
        landelijk=tuple(row for row in _van(blik, _OP_DE_KAART) if row.telefoon),
    )


def _dichtbij(
    blik: Blik, gemeente: str, soorten: Collection[Hulpsoort], sector: Sector | None = None
) -> tuple[Hulprij, ...]:
    """What there is nearby without a condition; it says so when that is nothing."""
    found = hulp_voor(blik, gemeente=gemeente, sector=sector, soorten=soorten)
    return tuple(row for row in found if row.soort in soorten and not row.voorwaarde)
