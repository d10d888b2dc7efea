"""The tables of one language: which there may be, and whether each says the same in every file.

The list of tables is written here by hand, apart from what makes them: a table that nobody looked
at does not get out. Not here: what a figure is drawn from (``figuurbestand``).
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from macros.bescherming.historie.tabel import lees, persoonskolommen
from macros.bescherming.lekken import rekenblad, tabelbestand, waarneming
from macros.bescherming.lekken.verborgen import Vak, heeft_cijfer
from macros.lezing.nummer import geschreven
from macros.lezing.persoon import heeft_telefoonnummer, kan_telefoonnummer

MAP = "data/v1"
"""Below the folder of a language: the only place for tables."""

_NAMEN = (
    "gemeenten werkingsgebieden gebieden partijen bronnen begrippen versies veldbronnen leemten",
    "agendas speerpunten acties planning mijlpalen principes",
    ("arrangementen financiering bevindingen handvatten lessen leergroepen leerbijeenkomsten"),
    "hulp",
    (
        "overleggen zetels relaties onderwerpen functies buurnetwerken spelregels vergaderingen"
        " agendapunten afmeldingen besluiten vervolgstappen haalbaarheid documenten voorstellen"
        " voorstelstappen routes routestappen"
    ),
    (
        "samenwerking kolommen oude_woorden themas onderdelen vakken onderdeelstappen spanningen"
        " kaders wetten artikelen uitspraken uitspraakgevolgen wegwijzervragen wegwijzerantwoorden"
        " wegwijzeruitkomsten thuisstappen termijnen"
    ),
    (
        "waarnemingen indicatoren uitsplitsingen reeksen niet_naast referentiegebieden scholen"
        " wijken dpias duidingen constateringen duidingafspraken toelichtingen"
    ),
)
TABELLEN = frozenset(name for names in _NAMEN for name in names.split())
"""Tables to download, beside those of the figures and the municipalities."""

WERKMAPPEN = frozenset({"arrangement-invulblad.xlsx"})
"""Workbooks that are no table. None of their sheets is hidden, that with the drop-down lists
neither."""

ALIASSEN = {"cijfers": "waarnemingen"}
"""What was here before, and which table it is now: file by file the same bytes."""
_ALIASSOORTEN = ("csv", "ods")

FIGUREN, GEMEENTEN, SCHEMAS = (f"{one}/" for one in ("monitor", "gemeente", "schema"))

BESCHRIJVINGEN = frozenset(
    {
        "index.json",
        "datapackage.json",
        "openapi.json",
        "csv-metadata.json",
        "dcat.jsonld",
        "dcat.ttl",
    }
)
"""What is said of the tables: no rows of them."""
_CSVW = ".csv-metadata.json"
_MET_SCHEMA = TABELLEN | {"figuur", "index"}

_TABELSOORTEN = ("csv", "json", "ods", "xlsx")
_FIGUURSOORTEN = (*_TABELSOORTEN, "svg", "plotly.json")

_MET_NUMMERS = "hulp"
"""The table with the numbers of organisations: each alone in its cell, as it is written here."""
_GEEN_GETAL = "x"
"""Between two cells, so that no number goes on from one into the other."""
NUMMER = "hier staat een telefoonnummer: dat hoort alleen in het veld telefoon, bij hulp"
_ANDERS = "hier staat iets anders dan in dezelfde tabel als CSV"
_SCHEIDING = re.compile(r'(?:"(?:[^"]|"")*"|[^";,]*)([;,])')
"""The first cell of a table in text, and what stands behind it."""

_TUSSEN = " · "
"""Between things on one line."""

_NIET_IN_NAAM = {ord(sign): " " for sign in "[]*?:/\\"}
"""What the name of a sheet cannot have."""

_BLADEN = {"ods": rekenblad.lees_ods, "xlsx": rekenblad.lees_xlsx}
_SOORTNAAM = {"ods": "rekenblad (ODS)", "xlsx": "rekenblad (XLSX)", "json": "JSON"}

Rijen = list[list[str]]


def is_beschrijving(naam: str) -> bool:
    """Whether a file below ``MAP`` says what the tables are."""
    if naam.startswith(SCHEMAS):
        return naam.removeprefix(SCHEMAS).removesuffix(".json") in _MET_SCHEMA
    return naam in BESCHRIJVINGEN or (naam.endswith(_CSVW) and naam.removesuffix(_CSVW) in TABELLEN)


def mag_heten(naam: str) -> bool:
    """Whether a file below ``MAP`` is called as one of those that are looked at here, or as none
    of their kind.
    """
    folder, _, file = naam.rpartition("/")
    stem, _, kind = file.partition(".")
    match f"{folder}/":
        case "/":
            known = stem in TABELLEN or (stem in ALIASSEN and kind in _ALIASSOORTEN)
            is_table = kind in _TABELSOORTEN and known
            others = kind in ("ics", "atom") or file in WERKMAPPEN
            return is_table or others or is_beschrijving(naam)
        case one if one == FIGUREN:
            return kind in _FIGUURSOORTEN
        case one if one == GEMEENTEN:
            return kind in _TABELSOORTEN
    return is_beschrijving(naam)


class Tabellen:
    """Reads every table below ``map``; ``gebreken`` are (file, what is wrong with it).

    ``verborgen`` are the hidden figures, by the words of this language. ``figuren`` is what the
    JSON of each figure says, by its id; ``wortel`` where the site says that it is; ``gelezen`` are
    the files that were looked at whole. ``bekend`` are the lines of an editor that may be said of
    a table, each by itself.
    """

    def __init__(self, map_: Path, vakken: Iterable[Vak], bekend: Iterable[str] = ()) -> None:
        self.map = map_
        self._teksten = sorted(_regels([bekend]), key=len, reverse=True)
        self.gebreken: list[tuple[str, str]] = []
        self.figuren: dict[str, dict[str, Any]] = {}
        self.wortel = ""
        self._teken = ","
        self._csv: dict[str, Rijen] = {}
        self._koppen: dict[str, bytes] = {}
        self._uitleg: dict[str, frozenset[rekenblad.Rij]] = {}
        self._bekend: set[str] = set()
        self._namen = {
            f"{folder}/{name}".removeprefix(f"{map_}/")
            for folder, _, names in os.walk(map_)
            for name in names
        }
        for name in sorted(self._namen):
            if name.endswith(".csv"):
                self._lees(name.removesuffix(".csv"))
        self.gelezen: set[str] = set()
        for name in self._namen:
            own, _, kind = name.partition(".")
            if kind not in _TABELSOORTEN or name in WERKMAPPEN or is_beschrijving(name):
                continue
            if own in self._csv:
                self.gelezen.add(name)
            else:
                self._fout(name, ["dezelfde tabel als CSV ontbreekt"])
        every = self._csv.get(waarneming.TABEL, [])
        self.verborgen, problems = waarneming.uit_tabel(every, vakken)
        self._fout(f"{waarneming.TABEL}.csv", problems)
        self._rijen = {tuple(row) for row in every[1:]}
        self._objecten: dict[str, dict[str, Any]] = {}
        self._genoemd: dict[str, list[dict[str, Any]]] = {}
        for naam in sorted(self._csv, key=lambda one: (one != waarneming.TABEL, one)):
            self._tabel(naam)
        named = waarneming.gebreken_genoemd(self._objecten.values(), self._genoemd)
        self._fout(f"{waarneming.TABEL}.csv", named)

    def _fout(self, naam: str, problems: Iterable[str]) -> None:
        self.gebreken += ((naam, what) for what in problems)

    def _inhoud(self, naam: str) -> bytes:
        with open(f"{self.map}/{naam}", "rb") as stream:
            return stream.read()

    def _lees(self, naam: str) -> None:
        raw = self._inhoud(f"{naam}.csv")
        self._koppen[naam] = raw.partition(b"\n")[0]
        text = raw.decode("utf-8-sig", "replace")
        match = _SCHEIDING.match(text)
        separator = match.group(1) if match else ";"
        self._teken = "," if separator == ";" else "."
        self._csv[naam] = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))

    def _tabel(self, naam: str) -> None:
        """One table in every form it has."""
        rows = self._csv[naam]
        if naam in ALIASSEN:
            self._alias(naam)
            return
        if naam.startswith((FIGUREN, GEMEENTEN)):
            self._fout(f"{naam}.csv", waarneming.gebreken_deel(rows, self._rijen))
        else:
            self._personen(naam, rows)
        data = self._json(naam, rows)
        for kind in _BLADEN:
            self._blad(naam, kind, rows, data)

    def _alias(self, naam: str) -> None:
        for kind in _ALIASSOORTEN:
            own, other = f"{naam}.{kind}", f"{ALIASSEN[naam]}.{kind}"
            if not {own, other} <= self._namen or self._inhoud(own) != self._inhoud(other):
                self._fout(own, [f"dit is niet hetzelfde bestand als {other}"])

    def _personen(self, naam: str, rows: Rijen) -> None:
        """Columns and numbers that point to a person."""
        self._fout(
            f"{naam}.csv",
            (
                f"de kolom '{word}' wijst naar één persoon"
                for _, word in persoonskolommen(lees(self._koppen[naam]))
            ),
        )
        own = naam == _MET_NUMMERS
        for column in zip_longest(*rows, fillvalue=""):
            cells = {*column}
            maybe = kan_telefoonnummer(_GEEN_GETAL.join(cells))
            if maybe and any(_nummer(one, own) for one in cells):
                self._fout(f"{naam}.csv", [NUMMER])

    def _json(self, naam: str, rows: Rijen) -> dict[str, Any]:
        """The same table for programs; what it says besides its rows, when it can be read."""
        if f"{naam}.json" not in self._namen:
            self._fout(f"{naam}.csv", [f"dezelfde tabel als {_SOORTNAAM['json']} ontbreekt"])
            return {}
        is_figuur = naam.startswith(FIGUREN)
        try:
            data = tabelbestand.lees(self._inhoud(f"{naam}.json"))
            given = data["cijfers" if is_figuur else "rijen"]
            if naam in waarneming.GENOEMD:
                self._genoemd[naam] = given
            if naam == waarneming.TABEL:
                self._objecten = {one["id"]: one for one in given}
                self.wortel = data["bron_adres"].removesuffix(f"{MAP}/{naam}.json")
            is_deel = naam.startswith((FIGUREN, GEMEENTEN))
            same = (self._zelfde if is_deel else self._gelijk)(given, rows)
            if is_figuur:
                self.figuren[naam.removeprefix(FIGUREN)] = data
            else:
                kind = waarneming.TABEL if naam.startswith(GEMEENTEN) else naam
                self._fout(f"{naam}.json", tabelbestand.gebreken_kop(data, kind, f"{naam}.json"))
        except (ValueError, KeyError, TypeError, AttributeError):
            self._fout(f"{naam}.json", ["dit is geen leesbare tabel"])
            return {}
        if not same:
            self._fout(f"{naam}.json", [_ANDERS])
        if naam == waarneming.TABEL or naam.startswith(GEMEENTEN):
            said = f"{data['titel']} {data['uitleg']}"
            areas = {one["gebied_naam"] for one in given} if naam != waarneming.TABEL else ()
            if heeft_cijfer(said, *areas):
                self._fout(f"{naam}.json", ["bij de titel of de uitleg staat een getal"])
        return dict(data)

    def _gelijk(self, given: list[dict[str, Any]], rows: Rijen) -> bool:
        return tabelbestand.zelfde(given, rows, self._teken)

    def _zelfde(self, given: list[dict[str, Any]], rows: Rijen) -> bool:
        """Whether rows of the table with every figure are those very rows, in the same order."""
        if len(given) != len(rows) - 1:
            return False
        for one, row in zip(given, rows[1:], strict=True):
            plain = dict(one)
            role = plain.pop(waarneming.ROL, None)
            if plain != self._objecten.get(row[0]) or list(one) != rows[0]:
                return False
            if role is not None and role != row[-3]:
                return False
        return True

    def _blad(self, naam: str, soort: str, rows: Rijen, data: dict[str, Any]) -> None:
        """The same table as a spreadsheet, and what its other sheet says."""
        if f"{naam}.{soort}" not in self._namen:
            self._fout(f"{naam}.csv", [f"hetzelfde als {_SOORTNAAM[soort]} ontbreekt"])
            return
        sheet, guide, names, problems = _BLADEN[soort](self._inhoud(f"{naam}.{soort}"), self._teken)
        if not problems and not rekenblad.zelfde(rows, sheet):
            problems = [_ANDERS]
        self._fout(f"{naam}.{soort}", problems)
        if tuple(rows[0]) not in (waarneming.KOLOMMEN, waarneming.FIGUURKOLOMMEN):
            return
        if naam == waarneming.TABEL:
            self._uitleg[soort] = frozenset(guide)
            self._bekend |= _regels(guide)
            wrong = self._noemt(_regels(guide))
        else:
            own = _regels({*guide} - self._uitleg.get(soort, frozenset()))
            own -= self._bekend | self._mag_zeggen(naam, data)
            wrong = any(map(heeft_cijfer, own))
        wrong = wrong or any(_zegt_meer(name, data) for name in names)
        if wrong or (sheet and any(map(heeft_cijfer, sheet[0]))):
            self._fout(f"{naam}.{soort}", ["bij de uitleg van deze tabel staat een getal"])

    def _mag_zeggen(self, naam: str, data: dict[str, Any]) -> set[str]:
        """Lines with digits that the other sheet of some rows may have."""
        said = [data.get("titel", ""), data.get("zin", ""), *data.get("herkomst", ())]
        said += [f"{self.wortel}{MAP}/{naam}.{one}" for one in ("csv", *_SOORTNAAM)]
        return _regels([tuple(map(str, said))])

    def _noemt(self, regels: Iterable[str]) -> bool:
        """Whether a line says a number of an area of which a figure is hidden."""
        names = {one.gebied: one.periode for one in self.verborgen}
        return any(
            name in line and heeft_cijfer(self._zonder_bekend(line), name, period)
            for line in regels
            for name, period in names.items()
        )

    def _zonder_bekend(self, regel: str) -> str:
        """What a line says beside the lines of an editor, which may stand behind each other."""
        rest = f"{_TUSSEN}{regel}{_TUSSEN}"
        for text in self._teksten:
            rest = rest.replace(f"{_TUSSEN}{text}{_TUSSEN}", _TUSSEN)
        return rest


def _regels(rijen: Iterable[Iterable[str]]) -> set[str]:
    """Every line of every cell."""
    return {" ".join(line.split()) for row in rijen for cell in row for line in cell.split("\n")}


def _zegt_meer(naam: str, data: Mapping[str, Any]) -> bool:
    """Whether the name of a sheet, the begin of the title, has a number that the title has not."""
    title = " ".join(str(data.get("titel", "")).translate(_NIET_IN_NAAM).split())
    return heeft_cijfer(naam) and not title.strip("'").startswith(naam.removesuffix("…").strip())


def _nummer(cel: str, eigen: bool) -> bool:
    """Whether a cell holds a number that may not be there."""
    return heeft_telefoonnummer(cel) and not (eigen and geschreven(cel) == cel)
