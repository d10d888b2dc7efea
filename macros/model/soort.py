"""What is true of every record of one kind, said once: at its field of ``Regio`` (``geheel``).

Not here: what stands in one record (the types of the areas), or how a page of it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from enum import Enum

from macros.model.basis.record import Deel
from macros.source.nodes import Value, op


class Nummering(Enum):
    """Whether the field ``nummer`` gives the order of the records: 1, 2, 3 without a gap."""

    GEEN = "geen"
    DOORLOPEND = "doorlopend"
    PER_SOORT = "elke soort (het veld 'soort') apart"
    PER_AGENDA = "elke agenda (het veld 'agenda') apart"

    @property
    def veld(self) -> str:
        """The field that says which records are numbered together; empty when all are."""
        return {Nummering.PER_SOORT: "soort", Nummering.PER_AGENDA: "agenda"}.get(self, "")


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of data file. ``uitleg`` and ``kop`` are Dutch; ``kop`` is translated.

    The field of ``Regio`` adds ``veld`` (its name) and ``type``, and ``naam`` after the type.
    """

    pad: str
    """Below the data folder: a folder of records, or one file."""
    uitleg: str
    """What it is for, for editors."""
    _: KW_ONLY
    naam: str = ""
    """How the data and messages call it; the name of its type when that is the same."""
    een: str = ""
    """How one is written on forms, where that is not as its name with a capital."""
    alle: str = ""
    """The same of all of them, and of its field."""
    titel: str = "titel"
    """The field by which readers know a record."""
    code: bool = False
    """Whether its title on pages begins with a code that no other has."""
    adres: str = ""
    """Where it stands on the site: ``agenda/{id}/`` is a page of its own, which it keeps when it is
    archived; ``bronnen/#{id}`` a place on a page that others share. Empty is nowhere."""
    voorvoegsel: str = ""
    """What ids begin with and addresses leave out: there ``{naam}`` is the id without it."""
    onder: str = ""
    """The page that leads to those of its records, when it is not the folder they are in."""
    deel: str = ""
    """What follows that address for a part of the record that has an id."""
    bijpagina: str = ""
    """A second page about each record that counts."""
    bezet: tuple[str, ...] = ()
    """Ids that cannot be: another page stands at that address. ``index`` goes without saying."""
    lijst: bool = False
    """Whether that shared page holds little else: to improve the page is to change these files."""
    kop: str = ""
    """Above the list of what nobody knows about them; only where a field may be unknown."""
    aan_zet: str = ""
    """Who can tell what is unknown of one of them, as that list says it."""
    kop_laat: int = 0
    """Higher comes later among those lists; otherwise they stand in the order of the table."""
    nummering: Nummering = Nummering.GEEN
    genoemd: bool = False
    """Whether others only name it: an archived one is a name all the same. The rest is linked to,
    so it must be on a page."""
    geschiedenis: bool = False
    """Whether it tells what was: it stays, also about what is archived since."""
    van_anderen: bool = False
    """Whether others write it of themselves: what looks like somebody's name is refused there."""
    tabellen: bool = False
    """Whether the files are tables (CSV), whose columns are the fields of a row."""
    geen_tabel: str = ""
    """Why it is no table of the open data, for who looks for it there; empty when it is one. Dutch,
    and translated."""
    voorheen: str = ""
    """The one file it was, in older folders of data, before it was a folder of records."""
    veld: str = ""
    type: type[Deel] = Deel

    @property
    def is_map(self) -> bool:
        """Whether there is a folder of records, or just one file."""
        return not self.pad.endswith(".yml")

    @property
    def enkelvoud(self) -> str:
        """What one is called, with a capital."""
        return self.een or self.naam.capitalize()

    @property
    def meervoud(self) -> str:
        """What they are called together, with a capital."""
        return self.alle or self.veld.capitalize()

    @property
    def gebied(self) -> str:
        """The area it is part of: its folder, or else the module of its type."""
        folder, below, _ = self.pad.partition("/")
        return folder if below else self.type.__module__.split(".")[2]

    @property
    def uitgang(self) -> str:
        """How the names of its files end."""
        return ".csv" if self.tabellen else ".yml"

    @property
    def patroon(self) -> str:
        """Its files below the data folder, as an editor or a shell names them."""
        return f"{self.pad}/*{self.uitgang}" if self.is_map else self.pad

    @property
    def eigen_pagina(self) -> bool:
        """Whether each record has a page of its own."""
        return self.adres.endswith("}/")

    @property
    def pagina(self) -> str:
        """The page on which its records stand, or that leads to their own pages."""
        return self.onder or self.adres.partition("#")[0].partition("{")[0]

    def naam_in_adres(self, key: str) -> str:
        """What an address of its own makes of an id."""
        return key.removeprefix(self.voorvoegsel)

    def op(self, adres: str, key: str) -> str:
        """One of its addresses, filled in for a record."""
        return adres.format(id=key, naam=self.naam_in_adres(key))

    def bestand(self, key: str = "") -> str:
        """The file of a record, below the data folder."""
        return f"{self.pad}/{key}{self.uitgang}" if self.is_map else self.pad

    def volgend_nummer(self, waarden: Iterable[Value], deel: str = "") -> str:
        """The number after all that these records (as their files say) have; ``deel`` is what the
        records say that have numbers of their own: a ``soort``, or an agenda.
        """
        part = (self.nummering.veld,)
        numbers = (op(one, ("nummer",)) for one in waarden if deel in ("", op(one, part)))
        known = (int(one) for one in numbers if isinstance(one, str) and _GETAL.fullmatch(one))
        return str(max(known, default=0) + 1)

    def genummerd(self, waarde: Value, andere: Iterable[Value]) -> None:
        """Give a new record that has no number the one after those of all others; and before that
        its agenda, when there is only one it can be of.
        """
        if self.nummering is Nummering.GEEN or not isinstance(waarde, dict):
            return
        andere, veld = [*andere], self.nummering.veld
        if self.nummering is Nummering.PER_AGENDA and not waarde.get(veld):
            known = {one for other in andere if isinstance(one := op(other, (veld,)), str)}
            waarde |= {veld: known.pop()} if len(known) == 1 else {}
        deel = waarde.get(veld) if veld else ""
        if not waarde.get("nummer") and isinstance(deel, str) and (deel or not veld):
            waarde["nummer"] = self.volgend_nummer(andere, deel)


_GETAL = re.compile("[0-9]{1,9}")
