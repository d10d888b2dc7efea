"""One table of StatLine to observations, or to everything that is wrong with it at once.

Checked first against the table's own description: columns, units, dimensions, periods, areas. Not
here: the connection (``client``), shapes (``odata``), what changed (``vergelijken``).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from macros.invoer.statline.cijfers import EENHEID, Afgewezen, cijfer
from macros.invoer.statline.client import BestaatNiet, GeenVerbinding, Ophaalfout
from macros.invoer.statline.ingelezen import Ingelezen, Plek, Stand
from macros.invoer.statline.odata import Code, Kolominfo, Rij, Statlinetabel, Tabelinfo
from macros.invoer.statline.perioden import periode, status, status_uit_tekst
from macros.issue import Issue, nearest
from macros.model.basis.record import actief
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Cijferstatus, NietVanToepassing, Periode
from macros.model.monitor.statline import Statline, Tabelkolom
from macros.source.nodes import Document, Loc

_GETALLEN = {"Long", "Integer", "Double", "Float"}
_IN_GEBRUIK = {"", "Regulier"}

_NOEM = 3
"""So many cells are named in one message; the rest is counted."""


def lees_in(
    koppeling: Statline, document: Document, regio: Regio, bron: Statlinetabel
) -> Ingelezen:
    """Fetch and check one table; raises GeenVerbinding when there is no service to ask.

    ``document`` is the file of ``koppeling``, to say where a problem is.
    """
    return _Lezer(koppeling, document, regio, bron).uitkomst()


class _Gebied(NamedTuple):
    id: str
    naam: str
    code: str


class _Periode(NamedTuple):
    sleutel: str
    periode: Periode
    status: Cijferstatus


class _Lezer:
    def __init__(
        self, koppeling: Statline, document: Document, regio: Regio, bron: Statlinetabel
    ) -> None:
        self.koppeling = koppeling
        self.document = document
        self.regio = regio
        self.bron = bron
        self.issues: list[Issue] = []
        self.notities: list[str] = []

    def uitkomst(self) -> Ingelezen:
        """Everything, or as far as it makes sense to look."""
        found = Ingelezen(self.koppeling)
        try:
            found = self.alles()
        except GeenVerbinding:
            raise
        except Ophaalfout as problem:
            self.probleem(("tabel",), "ophaalfout", str(problem), problem.tip)
        return replace(found, issues=tuple(sorted(set(self.issues))), notities=tuple(self.notities))

    def alles(self) -> Ingelezen:
        """The table step by step; issues and remarks gather meanwhile."""
        link = self.koppeling
        try:
            info = self.bron.info()
        except BestaatNiet:
            message = f"De tabel {link.tabel} bestaat niet (meer) bij het CBS."
            tip = "Zoek op opendata.cbs.nl of er een opvolger is, en maak daarvoor een bestand."
            self.probleem(("tabel",), "geen-tabel", message, tip)
            return Ingelezen(link)
        if info.uitgave not in _IN_GEBRUIK:
            self.notities.append(f"Het CBS vult deze tabel niet meer aan ({info.uitgave}).")
        known = {one.naam: one for one in self.bron.kolommen()}
        columns = self.kolommen(known)
        self.dimensies(known)
        areas = self.gebieden()
        found = Ingelezen(link, info, gebieden=frozenset(one.id for one in areas))
        periods = self.perioden() if not self.issues else []
        filters = self.filters() if not self.issues else []
        if self.issues or not periods:
            return found
        rows = list(self.rijen(areas, periods, filters))
        self.aanwezig(areas, rows)
        return replace(found, cijfers=self.cijfers(info, columns, areas, periods, rows))

    def probleem(self, loc: Loc, code: str, message: str, tip: str = "") -> None:
        line, column = self.document.where(loc)
        self.issues.append(Issue(self.document.path, line, column, code, message, tip))

    # ------------------------------------------------------------ what the table says of itself

    def kolommen(self, known: Mapping[str, Kolominfo]) -> list[tuple[Tabelkolom, Kolominfo]]:
        """The columns that the table has as we know them."""
        topics = {name: one for name, one in known.items() if not one.is_dimensie}
        found = []
        seen: set[tuple[str, str]] = set()
        for index, column in enumerate(self.koppeling.kolommen):
            loc: Loc = ("kolommen", index, "kolom")
            one = topics.get(column.kolom)
            if (column.indicator, column.uitsplitsing) in seen:
                message = f"'{column.indicator}', {column.uitsplitsing}, staat hier twee keer."
                self.probleem(loc, "dubbele-kolom", message, "Houd één kolom over.")
            seen.add((column.indicator, column.uitsplitsing))
            if one is None:
                message = f"De tabel {self.koppeling.tabel} heeft geen kolom '{column.kolom}'."
                self.probleem(loc, "geen-kolom", message, _lijkt(column.kolom, topics))
                continue
            indicator = self.regio.indicatoren.get(column.indicator)
            if indicator is None:
                continue  # a rule says so
            plain = EENHEID[indicator.eenheid]
            wanted = column.eenheid or plain
            kind = one.eenheid if one.datatype in _GETALLEN else "tekst"
            if not wanted.startswith(plain):
                message = f"'{wanted}' past niet bij de indicator '{indicator.id}': '{plain}'."
                tip = "Neem een kolom met gewone aantallen of percentages."
                self.probleem(("kolommen", index, "eenheid"), "andere-eenheid", message, tip)
            elif kind != wanted:
                message = (
                    f"De kolom '{column.kolom}' ({one.titel}) is bij het CBS in '{kind}'; de "
                    f"indicator '{indicator.id}' verwacht '{wanted}'."
                )
                tip = "Is het nog hetzelfde cijfer? Zet dan bij 'eenheid' wat het CBS schrijft."
                self.probleem(loc, "andere-eenheid", message, tip)
            else:
                found.append((column, one))
        return found

    def dimensies(self, known: Mapping[str, Kolominfo]) -> None:
        """Every dimension of the table is named in the file, and every one in the file exists."""
        link = self.koppeling
        there = {name: one for name, one in known.items() if one.is_dimensie}
        named: dict[str, Loc] = {link.gebieden: ("gebieden",)}
        if link.perioden:
            named[link.perioden.dimensie] = ("perioden", "dimensie")
        for index, one in enumerate(link.filters):
            named[one.dimensie] = ("filters", index, "dimensie")
        for name, loc in named.items():
            if name not in there:
                message = f"De tabel {link.tabel} heeft geen dimensie '{name}'."
                self.probleem(loc, "geen-dimensie", message, nearest(name, there))
        for name, info in there.items():
            if name not in named:
                message = f"De tabel {link.tabel} is ook gesplitst naar '{name}' ({info.titel})."
                tip = "Zeg bij 'filters' welke waarde je overneemt."
                if info.soort == "TimeDimension":
                    tip = "Zeg bij 'perioden' welke perioden je overneemt."
                self.probleem((), "dimensie-niet-gekozen", message, tip)
        if (link.perioden is None) == (link.periode is None):
            message = "Vul 'perioden' in als de tabel een tijddimensie heeft, en anders 'periode'."
            self.probleem((), "perioden-of-periode", message, "Eén van de twee.")

    def gebieden(self) -> list[_Gebied]:
        """Our municipalities, and the reference areas that stand in this table."""
        found = [_Gebied(one.id, one.naam, one.cbs_code) for one in actief(self.regio.gemeenten)]
        for index, asked in enumerate(self.koppeling.referentiegebieden):
            area = self.regio.referentiegebieden.get(asked.gebied)
            if area is None:
                continue  # a rule says so
            code = asked.code or area.cbs_code
            if isinstance(code, str):
                found.append(_Gebied(area.id, area.naam, code))
                continue
            message = f"Van '{area.id}' is de code van het CBS niet bekend."
            tip = "Vul 'cbs_code' in bij dat gebied, of 'code' hier, zoals NL01 of PV25."
            self.probleem(("referentiegebieden", index, "gebied"), "geen-cbs-code", message, tip)
        return found

    def perioden(self) -> list[_Periode]:
        """The periods that the table has of those we want; no key when there is no dimension."""
        asked = self.koppeling.perioden
        if asked is None:
            assert self.koppeling.periode is not None
            return [_Periode("", self.koppeling.periode, Cijferstatus.ONBEKEND)]
        found = []
        for code in self.bron.codes(asked.dimensie):
            known = periode(code.sleutel)
            if not known or known[1] not in asked.soorten or known[0].jaar < asked.vanaf:
                continue
            state = status(code.status)
            if state is None:
                message = f"De status '{code.status}' van {code.titel} is niet bekend."
                tip = "Bekend zijn Definitief, Voorlopig en NaderVoorlopig."
                self.probleem(("perioden",), "vreemde-status", message, tip)
            else:
                found.append(_Periode(code.sleutel, known[0], state))
        if not found and not self.issues:
            self.notities.append(f"De tabel heeft geen perioden vanaf {asked.vanaf}.")
        return found

    def filters(self) -> list[str]:
        """The chosen values as conditions, with the keys as long as the table makes them."""
        found = []
        for index, asked in enumerate(self.koppeling.filters):
            codes = {code.kaal: code for code in self.bron.codes(asked.dimensie)}
            if asked.waarde in codes:
                found.append(f"{asked.dimensie} eq '{codes[asked.waarde].sleutel}'")
                continue
            message = f"De dimensie '{asked.dimensie}' heeft geen code '{asked.waarde}'."
            tip = nearest(asked.waarde, codes)
            self.probleem(("filters", index, "waarde"), "geen-code", message, tip)
        return found

    # ------------------------------------------------------------ the figures

    def rijen(
        self, areas: Sequence[_Gebied], periods: Sequence[_Periode], filters: Sequence[str]
    ) -> Iterator[Rij]:
        """The rows of our areas and periods.

        Keys of areas have spaces behind them (``NL01  ``), more in one table than in another, so
        areas are asked for by how their key begins.
        """
        link = self.koppeling
        time = link.perioden.dimensie if link.perioden else ""
        conditions = [_of(f"startswith({link.gebieden},'{one.code}')" for one in areas)]
        if time:
            conditions.append(_of(f"{time} eq '{one.sleutel}'" for one in periods))
        columns = dict.fromkeys(
            [
                link.gebieden,
                *([time] if time else []),
                *(one.dimensie for one in link.filters),
                *(one.kolom for one in link.kolommen),
            ]
        )
        return self.bron.rijen(" and ".join([*conditions, *filters]), tuple(columns))

    def aanwezig(self, areas: Sequence[_Gebied], rows: Sequence[Rij]) -> None:
        """A municipality that the table does not know was probably merged or renamed."""
        there = {(row[self.koppeling.gebieden] or "").strip() for row in rows}
        missing = [one for one in areas if one.code not in there]
        if not missing:
            return
        known = self.bekende_gebieden()
        for area in missing:
            message = f"{area.code} ({area.naam}) staat niet in de tabel {self.koppeling.tabel}."
            same = [one for one in known if _naam(one.titel) == _naam(area.naam)]
            near = difflib.get_close_matches(area.naam, [one.titel for one in known], n=1)
            same = same or [one for one in known if one.titel in near]
            tip = "Is de gemeente heringedeeld? Kijk dan welke code nu geldt."
            if same:
                tip = f"De tabel heeft wel {same[0].kaal} ({same[0].titel}). {tip}"
            self.probleem(("gebieden",), "gebied-ontbreekt", message, tip)

    def bekende_gebieden(self) -> tuple[Code, ...]:
        """Only for a better message, so a list that cannot be fetched is no further problem."""
        try:
            return self.bron.codes(self.koppeling.gebieden)
        except Ophaalfout:
            return ()

    def cijfers(
        self,
        info: Tabelinfo,
        columns: Sequence[tuple[Tabelkolom, Kolominfo]],
        areas: Sequence[_Gebied],
        periods: Sequence[_Periode],
        rows: Sequence[Rij],
    ) -> dict[Plek, Stand]:
        """Every figure, by its place. A column that is still empty everywhere is not taken over."""
        cells = self.cellen(rows)
        for moment in periods:
            without = [one.naam for one in areas if (one.code, moment.sleutel) not in cells]
            if without:
                names = ", ".join(without)
                self.notities.append(f"Over {moment.periode} geeft de tabel niets voor {names}.")
        found: dict[Plek, Stand] = {}
        for (column, about), moment in product(columns, periods):
            refused: list[str] = []
            read: dict[Plek, Stand] = {}
            state = moment.status
            if self.koppeling.perioden is None:
                state = status_uit_tekst(info.toelichting, about.toelichting)
            for area in areas:
                row = cells.get((area.code, moment.sleutel))
                if row is None:
                    continue
                where = Plek(column.indicator, area.id, moment.periode, column.uitsplitsing)
                try:
                    value = cijfer(row[column.kolom], about.decimalen)
                except Afgewezen as problem:
                    refused.append(f"{area.naam}, {moment.periode}: {problem}")
                else:
                    read[where] = Stand(value, state)
            self.afgewezen(column, refused)
            empty = [isinstance(one.waarde, NietVanToepassing) for one in read.values()]
            if empty and all(empty) and not refused:
                self.notities.append(
                    f"De kolom '{column.kolom}' is in {moment.periode} nog leeg: niet overgenomen."
                )
            else:
                found |= read
        return found

    def cellen(self, rows: Iterable[Rij]) -> dict[tuple[str, str], Rij]:
        """The rows by area and period; two for one cell means that we misunderstand the table."""
        link = self.koppeling
        found: dict[tuple[str, str], Rij] = {}
        for row in rows:
            if not all((row[one.dimensie] or "").strip() == one.waarde for one in link.filters):
                continue
            when = row[link.perioden.dimensie] if link.perioden else ""
            key = ((row[link.gebieden] or "").strip(), when or "")
            if key in found:
                message = f"De tabel {link.tabel} geeft {key[0]} twee keer voor dezelfde periode."
                tip = "Zeg bij 'filters' welke waarde je overneemt."
                self.probleem((), "dubbele-rij", message, tip)
            found[key] = row
        return found

    def afgewezen(self, column: Tabelkolom, refused: Sequence[str]) -> None:
        if not refused:
            return
        index = self.koppeling.kolommen.index(column)
        named = "; ".join(refused[:_NOEM])
        rest = len(refused) - _NOEM
        more = f" En nog {rest}." if rest > 0 else ""
        message = f"Kolom '{column.kolom}' kan niet worden overgenomen. {named}.{more}"
        tip = "Kijk het na in StatLine. Klopt het daar, haal de kolom dan hier weg."
        self.probleem(("kolommen", index, "kolom"), "cijfer-afgewezen", message, tip)


def _of(conditions: Iterable[str]) -> str:
    return f"({' or '.join(conditions)})"


def _stam(column: str) -> str:
    """A column's name without its number, which changes when columns are added before it."""
    return re.sub(r"_\d+$", "", column)


def _lijkt(column: str, topics: Mapping[str, Kolominfo]) -> str:
    """The column it is probably called now: the same name with another number, else the nearest."""
    same = [name for name in topics if _stam(name) == _stam(column)]
    near = same or difflib.get_close_matches(column, list(topics), n=1, cutoff=0.6)
    if not near:
        return "Kijk in de tabel hoe zij nu heet."
    named = " of ".join(f"'{name}' ({topics[name].titel})" for name in near[:_NOEM])
    return f"Heet zij nu {named}? Kijk of het hetzelfde cijfer is, en pas haar dan hier aan."


def _naam(name: str) -> str:
    """A name without what the CBS puts behind it: ``Utrecht (PV)``."""
    return re.sub(r"\s*\(.*\)$", "", name).casefold()
