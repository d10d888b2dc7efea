"""One table of StatLine to observations, or to everything that is wrong with it at once.

Checked first against the table's own description: columns, units, dimensions, periods, areas. Not
here: the connection (``client``), shapes (``odata``), what changed (``vergelijken``).
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from macros.invoer.statline.cijfers import EENHEID, Afgewezen, cijfer, past, zelfde_eenheid
from macros.invoer.statline.client import BestaatNiet, GeenVerbinding, Ophaalfout
from macros.invoer.statline.ingelezen import Ingelezen, Plek, Stand
from macros.invoer.statline.odata import Code, Kolominfo, Rij, Statlinetabel, Tabelinfo
from macros.invoer.statline.perioden import andere_soort, periode, status, status_uit_tekst
from macros.issue import Issue, nearest
from macros.model.basis.datum import Datum
from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van
from macros.model.monitor.cijfer import Afgeschermd, Cijferstatus, Getal, Periode
from macros.model.monitor.gebied import Gebiedsoort
from macros.model.monitor.statline import Statline, Tabelkolom
from macros.model.regio import Gemeente
from macros.source.nodes import Document, Loc
from macros.taal.vertaler import Vertaler

_GETALLEN = {"Long", "Integer", "Double", "Float"}
_IN_GEBRUIK = {"", "Regulier"}
_BESTAAN = re.compile(r"\b(Opgeheven|Ontstaan) per (\d\d)-(\d\d)-(\d{4})", re.ASCII)
"""How a list of areas says since or until when there is a municipality."""

_NL = Vertaler("nl")
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
    loc: Loc
    gemeente: bool
    soort: Gebiedsoort | None = None
    """Of an area that only some indicators have figures of."""


class _Periode(NamedTuple):
    sleutel: str
    periode: Periode
    status: Cijferstatus


_Cellen = Mapping[tuple[str, str], Rij]
"""The rows, by code of the area and key of the period."""
_LEEG = "De kolom '{kolom}' is in {over} nog leeg: niet overgenomen."
_OVERAL = (
    "De kolom '{kolom}' heeft over {over} voor geen enkel gebied een cijfer: nog niet gevuld, niet "
    "overgenomen."
)
_GEEN_GEMEENTE = (
    "De kolom '{kolom}' heeft over {over} voor geen van onze gemeenten een cijfer, wel voor een "
    "groter gebied."
)


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
            self.probleem(("tabel",), "geen-tabel", message, self.andere_tabel())
            return Ingelezen(link)
        if info.uitgave not in _IN_GEBRUIK or info.frequentie == "Stopgezet":
            why = info.frequentie if info.uitgave in _IN_GEBRUIK else info.uitgave
            self.notities.append(f"Het CBS vult deze tabel niet meer aan ({why}).")
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
        areas = self.aanwezig(areas, rows)
        return replace(found, cijfers=self.cijfers(info, columns, areas, periods, rows))

    def probleem(self, loc: Loc, code: str, message: str, tip: str = "") -> None:
        line, column = self.document.where(loc)
        self.issues.append(Issue(self.document.path, line, column, code, message, tip))

    def andere_tabel(self) -> str:
        """What to do when there is no such table: the same code in other letters, or another."""
        for code in {self.bron.code.lower(), self.bron.code.upper()} - {self.bron.code}:
            try:
                replace(self.bron, code=code).info()
            except Ophaalfout:
                continue
            return f"Schrijf bij 'tabel': {code}. Zo heet zij bij het CBS."
        return (
            "Is er op opendata.cbs.nl een opvolger? Maak daarvoor een nieuw bestand en zet dit op "
            "'status: gearchiveerd'. Is het een tabel van een ander, zoals de politie of het RIVM "
            "(dataderden.cbs.nl)? Die lezen we niet in: zet het bestand op gearchiveerd, en de "
            "cijfers zelf in monitor/waarnemingen."
        )

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
            if not past(wanted, indicator.eenheid):
                message = f"'{wanted}' past niet bij de indicator '{indicator.id}': '{plain}'."
                tip = "Neem een kolom met gewone aantallen of percentages."
                self.probleem(("kolommen", index, "eenheid"), "andere-eenheid", message, tip)
            elif not zelfde_eenheid(kind, wanted):
                message = (
                    f"De kolom '{column.kolom}' ({one.titel}) is bij het CBS in '{kind}'; de "
                    f"indicator '{indicator.id}' verwacht '{wanted}'."
                )
                tip = f"Is het hetzelfde cijfer? Schrijf bij deze kolom: eenheid: '{kind}'"
                if zelfde_eenheid(kind, plain):
                    tip = "Is het hetzelfde cijfer? Haal 'eenheid' bij deze kolom weg."
                elif not past(kind, indicator.eenheid):
                    tip = f"Dat is een ander getal. Neem een kolom in '{plain}', of haal deze weg."
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
        renamed = set()
        for name, loc in named.items():
            if name not in there:
                message = f"De tabel {link.tabel} heeft geen dimensie '{name}'."
                renamed |= set(difflib.get_close_matches(name.lower(), map(str.lower, there), n=1))
                tip = nearest(name, there)
                if loc[0] == "perioden" and not any(
                    one.soort == "TimeDimension" for one in there.values()
                ):
                    tip = "Zij gaat over één periode: haal 'perioden' weg en vul 'periode' in."
                self.probleem(loc, "geen-dimensie", message, tip)
        for name, info in there.items():
            if name not in named and name.lower() not in renamed:
                message = f"De tabel {link.tabel} is ook gesplitst naar '{name}' ({info.titel})."
                tip = "Zeg bij 'filters' welke waarde je overneemt."
                if info.soort == "TimeDimension":
                    tip = "Zeg bij 'perioden' welke perioden je overneemt."
                    if link.periode is not None:
                        tip = f"{tip[:-1]}, en haal 'periode' weg."
                else:
                    tip += self.voorbeeld(name)
                self.probleem((), "dimensie-niet-gekozen", message, tip)
        if (link.perioden is None) == (link.periode is None):
            message = "Vul 'perioden' in als de tabel een tijddimensie heeft, en anders 'periode'."
            self.probleem((), "perioden-of-periode", message, "Eén van de twee.")

    def gebieden(self) -> list[_Gebied]:
        """Our municipalities, the reference areas that stand in this table, and our wijken where an
        indicator may have figures of these.
        """
        found = [
            _Gebied(one.id, one.naam, one.cbs_code, ("gebieden",), gemeente=True)
            for one in actief(self.regio.gemeenten)
        ]
        if any(self.mag(one, Gebiedsoort.WIJK) for one in self.koppeling.kolommen):
            found += [
                _Gebied(one.id, one.naam, one.cbs_code, ("gebieden",), False, Gebiedsoort.WIJK)
                for one in actief(self.regio.wijken)
            ]
        for index, asked in enumerate(self.koppeling.referentiegebieden):
            area = self.regio.referentiegebieden.get(asked.gebied)
            if area is None:
                continue  # a rule says so
            code = asked.code or area.cbs_code
            if isinstance(code, str):
                place: Loc = ("referentiegebieden", index, "gebied")
                found.append(_Gebied(area.id, area.naam, code, place, gemeente=False))
                continue
            message = f"Van '{area.id}' is de code van het CBS niet bekend."
            tip = "Vul 'cbs_code' in bij dat gebied, of 'code' hier, zoals NL01 of PV25."
            self.probleem(("referentiegebieden", index, "gebied"), "geen-cbs-code", message, tip)
        return found

    def mag(self, column: Tabelkolom, soort: Gebiedsoort | None) -> bool:
        """Whether the indicator of a column has figures of a kind of area."""
        indicator = self.regio.indicatoren.get(column.indicator)
        return soort is None or (indicator is not None and soort in indicator.ook_per)

    def perioden(self) -> list[_Periode]:
        """The periods that the table has of those we want; no key when there is no dimension."""
        asked = self.koppeling.perioden
        if asked is None:
            assert self.koppeling.periode is not None
            return [_Periode("", self.koppeling.periode, Cijferstatus.ONBEKEND)]
        found = []
        others: dict[str, str] = {}
        for code in self.bron.codes(asked.dimensie):
            known = periode(code.sleutel)
            if not known or known[1] not in asked.soorten or known[0].jaar < asked.vanaf:
                other = andere_soort(code.sleutel, asked.vanaf)
                if other:
                    others.setdefault(other.partition(" (")[0], other)
                continue
            state = status(code.status)
            if state is None:
                self.notities.append(
                    f"De status '{code.status}' van {code.titel} kennen we niet. Of deze cijfers "
                    "definitief zijn, staat er daarom als onbekend."
                )
            found.append(_Periode(code.kaal, known[0], state or Cijferstatus.ONBEKEND))
        if not found and not self.issues:
            kinds = " en ".join(asked.soorten)
            but = f" van de soort {kinds}; wel {', '.join(others.values())}" if others else ""
            self.notities.append(f"De tabel heeft geen perioden vanaf {asked.vanaf}{but}.")
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

    def voorbeeld(self, dimensie: str) -> str:
        """Some codes of a dimension, the total first; nothing when they cannot be fetched."""
        try:
            codes = self.bron.codes(dimensie)
        except Ophaalfout:
            return ""
        first = sorted(codes, key=lambda one: not one.titel.startswith("Totaal"))[:_NOEM]
        named = ", ".join(f"{one.kaal} ({one.titel})" for one in first)
        return f" Bijvoorbeeld {named}." if named else ""

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

    def aanwezig(self, areas: Sequence[_Gebied], rows: Sequence[Rij]) -> list[_Gebied]:
        """The areas that the table has. A municipality under another code is an error.

        One that it does not have at all may be too new for it: that is told, and stops nothing.
        """
        there = {(row[self.koppeling.gebieden] or "").strip() for row in rows}
        found = [one for one in areas if one.code in there]
        ours = any(one.gemeente for one in found)
        for area in areas:
            if area not in found:
                self.ontbreekt(area, ours=ours)
        return found

    def ontbreekt(self, area: _Gebied, *, ours: bool) -> None:
        """An area that the table has no row of; ``ours``: it has other municipalities of ours."""
        table = self.koppeling.tabel
        message = f"{area.code} ({area.naam}) staat niet in de tabel {table}."
        same = [one for one in self.gebiedscodes if _naam(one.titel) == _naam(area.naam)]
        other = next((one for one in same if one.kaal != area.code), None)
        if area.soort is not None:
            self.notities.append(f"{message} Van deze {area.soort} komt er niets bij.")
        elif not area.gemeente:
            tip = "Zet bij 'code' de code die dit gebied in de tabel heeft, of haal het hier weg."
            if other:
                tip = f"De tabel heeft wel {other.kaal} ({other.titel}). {tip}"
            self.probleem(area.loc, "gebied-ontbreekt", message, tip)
        elif other:
            tip = (
                f"De tabel heeft wel {other.kaal} ({other.titel}). Is de gemeente heringedeeld? "
                f"Zet dan bij 'cbs_code' in {pad_van(Gemeente, area.id)} de code die nu geldt."
            )
            self.probleem(area.loc, "gebied-ontbreekt", message, tip)
        elif not ours:
            tip = "Geen van onze gemeenten staat erin. Kijk of het de goede tabel en dimensie is."
            self.probleem(area.loc, "gebied-ontbreekt", message, tip)
        else:
            self.notities.append(
                f"{message} Van deze gemeente komt er niets bij. Klopt 'cbs_code' in "
                f"{pad_van(Gemeente, area.id)}?{self.bestaan(area)[1]}"
            )

    @cached_property
    def gebiedscodes(self) -> tuple[Code, ...]:
        """Only to say more, so a list that cannot be fetched is no further problem."""
        try:
            return self.bron.codes(self.koppeling.gebieden)
        except Ophaalfout:
            return ()

    def bestaan(self, area: _Gebied) -> tuple[list[tuple[str, int]], str]:
        """Since or until when there is a municipality: (``Opgeheven``, year), and in words."""
        about = next((one.toelichting for one in self.gebiedscodes if one.kaal == area.code), "")
        found = _BESTAAN.findall(about)
        words = "".join(
            f" Volgens het CBS is zij {what.lower()} per {_dag(day, month, year)}."
            for what, day, month, year in found
        )
        return [(what, int(year)) for what, _, _, year in found], words

    def bestaat_niet(
        self, areas: Sequence[_Gebied], periods: Sequence[_Periode], cells: _Cellen
    ) -> set[tuple[str, str]]:
        """Empty places of a municipality that was abolished, or did not exist yet.

        Its name stays in the table. That a figure "cannot occur" would be true, and say nothing.
        """
        names = [one.kolom for one in self.koppeling.kolommen]
        gone = set()
        for area in (one for one in areas if one.gemeente):
            empty = [
                moment
                for moment in periods
                if (row := cells.get((area.code, moment.sleutel))) is not None
                and not any((row[name] or "").strip() for name in names)
            ]
            if not empty:
                continue
            history, words = self.bestaan(area)
            explained = [one for one in empty if _verklaard(one.periode, history)]
            rest = [one for one in empty if one not in explained]
            if explained:
                gone |= {(area.code, one.sleutel) for one in explained}
                self.notities.append(
                    f"{area.naam} ({area.code}) heeft geen cijfers over {_samen(explained)}: niet "
                    f"overgenomen.{words}"
                )
            if rest and len(names) > 1:
                self.notities.append(
                    f"Elke kolom is leeg voor {area.naam} ({area.code}) over {_samen(rest)}. Kijk "
                    "in StatLine waarom."
                )
        return gone

    def cijfers(
        self,
        info: Tabelinfo,
        columns: Sequence[tuple[Tabelkolom, Kolominfo]],
        areas: Sequence[_Gebied],
        periods: Sequence[_Periode],
        rows: Sequence[Rij],
    ) -> dict[Plek, Stand]:
        """Every figure, by its place. A column that is not filled yet is not taken over."""
        cells = self.cellen(rows)
        for moment in periods:
            without = [one.naam for one in areas if (one.code, moment.sleutel) not in cells]
            if without:
                names = ", ".join(without)
                self.notities.append(f"Over {moment.periode} geeft de tabel niets voor {names}.")
        gone = self.bestaat_niet(areas, periods, cells)
        found: dict[Plek, Stand] = {}
        for column, about in columns:
            refused: list[str] = []
            unfilled: dict[str, list[_Periode]] = defaultdict(list)
            for moment in periods:
                read: dict[_Gebied, Stand] = {}
                state = moment.status
                if self.koppeling.perioden is None:
                    state = status_uit_tekst(info.toelichting, about.toelichting)
                for area in (one for one in areas if self.mag(column, one.soort)):
                    row = cells.get((area.code, moment.sleutel))
                    if row is None or (area.code, moment.sleutel) in gone:
                        continue
                    try:
                        value = cijfer(row[column.kolom], about.decimalen, about.leeg)
                    except Afgewezen as problem:
                        refused.append(f"{area.naam}, {moment.periode}: {problem}")
                    else:
                        read[area] = Stand(value, state)
                raw = [cells[one.code, moment.sleutel][column.kolom] for one in read]
                why = self.niet_gevuld(column, moment, read, raw)
                if why:
                    unfilled[why].append(moment)
                if why not in (_LEEG, _OVERAL):
                    found |= {
                        Plek(column.indicator, area.id, moment.periode, column.uitsplitsing): one
                        for area, one in read.items()
                    }
            self.afgewezen(column, refused)
            for why, moments in unfilled.items():
                self.notities.append(why.format(kolom=column.kolom, over=_samen(moments)))
        return found

    def niet_gevuld(
        self,
        column: Tabelkolom,
        moment: _Periode,
        read: Mapping[_Gebied, Stand],
        raw: Sequence[str | None],
    ) -> str:
        """What to say of a column that has no figure in this period; nothing when it has."""
        if not any((one or "").strip() for one in raw):
            return _LEEG if read else ""
        numbers = [one for one, stand in read.items() if isinstance(stand.waarde, Getal)]
        if numbers:
            return "" if any(one.gemeente for one in numbers) else _GEEN_GEMEENTE
        hidden = any(isinstance(one.waarde, Afgeschermd) for one in read.values())
        return "" if hidden and self.had_getal(column, moment) else _OVERAL

    def had_getal(self, column: Tabelkolom, moment: _Periode) -> bool:
        """Whether we show a figure of this column and period: hiding it is then no empty column."""
        file = self.regio.waarnemingen.get(self.koppeling.bron)
        return any(
            isinstance(one.waarde, Getal)
            and (one.indicator, one.uitsplitsing) == (column.indicator, column.uitsplitsing)
            and one.periode == moment.periode
            for one in (file.rijen if file else ())
        )

    def cellen(self, rows: Iterable[Rij]) -> _Cellen:
        """The rows by area and period; two that differ for one cell cannot both be true."""
        link = self.koppeling
        found: dict[tuple[str, str], Rij] = {}
        for row in rows:
            if not all((row[one.dimensie] or "").strip() == one.waarde for one in link.filters):
                continue
            when = row[link.perioden.dimensie] if link.perioden else ""
            key = ((row[link.gebieden] or "").strip(), (when or "").strip())
            if key in found and dict(found[key]) != dict(row):
                message = (
                    f"De tabel {link.tabel} geeft {key[0]} twee keer voor dezelfde periode, met "
                    "verschillende cijfers."
                )
                tip = "Probeer het later nog eens. Blijft het zo? Vraag het CBS welke regel geldt."
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
        if len(self.koppeling.kolommen) == 1:
            tip = "Kijk het na in StatLine. Klopt het daar, zet dit bestand dan op gearchiveerd."
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


def _samen(moments: Sequence[_Periode]) -> str:
    """``2021``, ``2021 en 2022``, ``2021, 2022 en 2023``."""
    *first, last = [str(one.periode) for one in moments]
    return f"{', '.join(first)} en {last}" if first else last


def _verklaard(one: Periode, geschiedenis: Iterable[tuple[str, int]]) -> bool:
    """Whether a municipality did not exist in all of this period."""
    end = one.jaar + one.schooljaar
    return any(
        year <= end if what == "Opgeheven" else year >= one.jaar for what, year in geschiedenis
    )


def _dag(day: str, month: str, year: str) -> str:
    return _NL.datum(Datum.parse(f"{year}-{month}-{day}"))
