"""What every document about the open data is made of, and how it is written.

Not here: the documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.model.regio import Gemeente
from macros.opendata.adres import OPEN_DATA, titel, uitleg, veldadres
from macros.opendata.contract import MAP, Tabel, Veld, alle_tabellen
from macros.opendata.figuur import TABEL, gemeentetabellen
from macros.opendata.gevuld import Gevuld
from macros.taal.talen import BRONTAAL
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.alles import alle_figuren
from macros.views.monitor.figuur import Figuur
from macros.views.regio.gemeente import tabelnaam

Document = dict[str, Any]
DATUMVORM = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
"""A year, a month or a day."""
BELOFTE = N_(
    "Versie 1 groeit alleen: een adres, een tabel of een veld dat er is, blijft en houdt zijn "
    "betekenis. Er kunnen velden bij komen. Elke wijziging staat in index.json."
)


@dataclass(frozen=True)
class Plaats:
    """The tables of a look, on a site that stands at ``wortel`` in this language."""

    blik: Blik
    wortel: str
    tabellen: tuple[Gevuld, ...]

    def __post_init__(self) -> None:
        assert self.wortel.endswith("/"), self.wortel

    def ui(self, nederlands: str, **values: object) -> str:
        """A text of the interface; an empty one stays empty."""
        return self.blik.v.ui(nederlands, **values) if nederlands else ""

    def adres(self, naam: str) -> str:
        """The whole address of a file by its name below the folder of the contract."""
        return f"{self.wortel}{MAP}{naam}"

    def veldadres(self, tabel: str, veld: str = "") -> str:
        """Where a table or a field of it is explained."""
        return veldadres(self.wortel, tabel, veld)

    @property
    def documentatie(self) -> str:
        """The page about the open data."""
        return f"{self.wortel}{OPEN_DATA}"

    @property
    def taal(self) -> str:
        """The language of texts and numbers."""
        return self.blik.v.taal

    @property
    def titel(self) -> str:
        """What all of it together is called."""
        return titel(self.blik)

    @property
    def uitleg(self) -> str:
        """What all of it together is."""
        return uitleg(self.blik)

    @property
    def basis(self) -> str:
        """Where the site stands, whatever the language."""
        folder = "" if self.taal == BRONTAAL else f"{self.taal}/"
        return self.wortel.removesuffix(folder)

    def in_taal(self, taal: str) -> str:
        """Where the site stands in a language."""
        return self.basis if taal == BRONTAAL else f"{self.basis}{taal}/"

    @property
    def andere_talen(self) -> list[str]:
        """The other languages of the site."""
        return [
            str(one) for one in self.blik.regio.instellingen.talen if str(one) != self.blik.v.taal
        ]

    @cached_property
    def sleutels(self) -> Mapping[str, str]:
        """The key of each table that there is."""
        return {one.naam: one.velden[0].naam for one in self.tabellen}

    @cached_property
    def soorten(self) -> Mapping[str, Tabel]:
        """What the contract says of each table."""
        return {one.naam: one for one in alle_tabellen()}

    @cached_property
    def figuren(self) -> tuple[Figuur, ...]:
        """Every figure that has files."""
        return tuple(alle_figuren(self.blik).values()) if TABEL in self.sleutels else ()

    @cached_property
    def gemeenten(self) -> list[tuple[Gemeente, str]]:
        """Each municipality that has a file of its figures, and what that is called."""
        table = next((one for one in self.tabellen if one.naam == TABEL), None)
        there = {one.naam for one in gemeentetabellen(self.blik, table)} if table else set()
        names = ((one, tabelnaam(key)) for key, one in self.blik.regio.gemeenten.items())
        return [(one, name) for one, name in names if name in there]

    def vormen(self, naam: str, vormen: Mapping[str, str]) -> list[Document]:
        """The files of one thing."""
        return [
            {"adres": self.adres(f"{naam}.{end}"), "mediatype": kind}
            for end, kind in vormen.items()
        ]

    def uitleg_van(self, veld: Veld) -> str:
        """What a field means, with its unit, who laid that down, and what its values mean."""
        said = [self.ui(veld.betekenis)]
        if veld.eenheid:
            said.append(self.ui(N_("Eenheid: {eenheid}."), eenheid=self.ui(veld.eenheid)))
        if veld.bron:
            said.append(self.ui(N_("Vastgelegd door: {bron}."), bron=self.ui(veld.bron)))
        if veld.keuzen:
            values = "; ".join(f"{one}: {self.ui(text)}" for one, text in veld.keuzen.items())
            said.append(f"{values}.")
        return " ".join(said)

    def verwijzingen(self, velden: Iterable[Veld]) -> Iterator[tuple[Veld, str]]:
        """The fields that hold one key of a table that there is, and that table."""
        for one in velden:
            if one.naar in self.sleutels and not one.lijst:
                yield one, one.naar


def looptijd(tabel: Gevuld) -> tuple[str, str] | None:
    """The first and the last day that figures are of; None when there are none."""
    names = [one.naam for one in tabel.velden]
    begin, end = names.index("periode_van"), names.index("periode_tot")
    begins = [str(row[begin]) for row in tabel.rijen if row[begin]]
    ends = [str(row[end]) for row in tabel.rijen if row[end]]
    return (min(begins), max(ends)) if begins and ends else None


def als_json(document: Document) -> bytes:
    """A document with each of its parts on a line, so that a difference of two can be read."""
    parts = (f"{_plat(key)}:{_regels(value)}" for key, value in document.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _regels(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_plat, value)) + "\n]"
    if isinstance(value, dict) and len(value) > 1:
        return "{\n" + ",\n".join(f"{_plat(k)}:{_plat(v)}" for k, v in value.items()) + "\n}"
    return _plat(value)


def _plat(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
