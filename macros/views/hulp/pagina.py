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
from macros.views.hulp.hulp import (
    HULPVRAGER,
    LOKAAL,
    Hulprij,
    alle_hulp,
    hulp_voor,
)
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
_EERST = THUIS[:6]
"""Of these, who stand first: the school, what each municipality has of its own, the consultant."""
_OP_DE_KAART = (*METEEN, *THUIS, Hulpsoort.VERTROUWENSPERSOON)
_SECTOREN = (Sector.PO, Sector.VO)


@dataclass(frozen=True, slots=True)
class KindThuis:
    """Whom to call when a child is at home; ``dichtbij`` is what depends on the municipality."""

    eerst: tuple[Hulprij, ...]
    dichtbij: str
    gemeenten: tuple[Link, ...]
    daarna: tuple[Hulprij, ...]
    meteen: tuple[Hulprij, ...]

    @property
    def alle(self) -> tuple[Hulprij, ...]:
        """All that are named."""
        return (*self.eerst, *self.daarna, *self.meteen)


def kind_thuis(blik: Blik) -> KindThuis:
    """The order in which the parents of a child at home call."""
    near = {row.soort for row in alle_hulp(blik) if not row.landelijk}
    consultants = _van(blik, (Hulpsoort.ONDERWIJSCONSULENT,))
    return KindThuis(
        eerst=_van(blik, (Hulpsoort.SCHOOL,)),
        dichtbij=plaatselijk(blik, [soort for soort in _EERST if soort in near]),
        gemeenten=gemeentekeuze(blik),
        daarna=tuple(row for row in consultants if row.telefoon),
        meteen=_van(blik, METEEN),
    )


def plaatselijk(blik: Blik, soorten: Collection[Hulpsoort]) -> str:
    """What of this each municipality has of its own, in words; empty when that is nothing."""
    return blik.v.opsomming(
        [blik.v.ui(words) for soort, words in LOKAAL.items() if soort in soorten]
    )


@dataclass(frozen=True, slots=True)
class HulpErbij:
    """Help that belongs to something: ``rijen`` are for everybody, ``dichtbij`` is what the page of
    each of ``gemeenten`` has, and from ``keus`` a reader chooses by place or kind of school.
    """

    rijen: tuple[Hulprij, ...]
    dichtbij: str
    gemeenten: tuple[Link, ...]
    keus: tuple[tuple[str, tuple[Hulprij, ...]], ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.rijen or self.dichtbij or self.keus)


def hulp_bij(
    blik: Blik, soorten: Collection[Hulpsoort], voor_wie: Hulpvrager | None = None
) -> HulpErbij:
    """The help that belongs to something, in the order in which it is named there."""
    towns = gemeentekeuze(blik)
    rows: list[Hulprij] = []
    near: list[Hulpsoort] = []
    choices: list[tuple[str, tuple[Hulprij, ...]]] = []
    for soort in soorten:
        every = hulp_voor(blik, soorten=(soort,), voor_wie=voor_wie)
        found = [row for row in every if row.soort is soort]
        local = tuple(row for row in found if not row.landelijk)
        if len(local) > 1:
            found = [row for row in found if row.landelijk]
            if soort in LOKAAL and towns:
                near.append(soort)
            else:
                choices.append((local[0].soort_label, local))
        rows += found
    there = plaatselijk(blik, near)
    return HulpErbij(tuple(rows), there, towns if there else (), tuple(choices))


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


def andere_vragen(blik: Blik) -> tuple[Link, ...]:
    """The other questions that a parent or young person can have, each to whom to call about it."""
    groups: dict[str, str] = {}
    for row in alle_hulp(blik):
        shown = row.soort in (*_EERST, *METEEN)
        if not shown and row.voor_wie != (Hulpvrager.PROFESSIONALS,):
            groups.setdefault(row.soort_label, row.pad)
    return tuple(Link(blik.v.naam(label), pad) for label, pad in groups.items())


@dataclass(frozen=True, slots=True)
class Hulplijst:
    """All help by question, each row with what a filter looks at; and the choices of it.

    ``meteen`` cannot wait; ``gemeenten`` are the ways to what each municipality has of its own.
    """

    meteen: tuple[Hulprij, ...]
    gemeenten: tuple[Link, ...]
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
        meteen=_van(blik, METEEN),
        gemeenten=gemeentekeuze(blik),
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
