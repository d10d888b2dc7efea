"""Whether the built site gives away what the data hide: pages, charts, downloads, names of files.

It knows which figures are hidden and looks at what a visitor gets; who made it, does not matter.
Not here: whether a hidden figure follows from shown ones (``audit``, on reading the data), or
whether the site works (``controle``).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from macros.bescherming.historie.soort import soort_van_inhoud, soort_van_naam
from macros.bescherming.historie.tabel import lees, persoonskolommen
from macros.bescherming.lekken import figuurbestand, figuurpagina
from macros.bescherming.lekken.figuurbestand import Figuur
from macros.bescherming.lekken.rekenblad import gebreken_xlsx, lees_ods
from macros.bescherming.lekken.verborgen import Vak, Verborgen, kenmerk, uit_tabel
from macros.lezing.nummer import geschreven
from macros.lezing.persoon import heeft_telefoonnummer, kan_telefoonnummer
from macros.site.controle import Gebrek, bestanden

DATA = "data/v1"
"""Below the folder of a language: the only place for tables."""

_FIGUREN = f"{DATA}/monitor/"
_ALLE = f"{DATA}/cijfers"
_GEMEENTE = f"{DATA}/gemeente/"
_TAAL = re.compile(r"([a-z]{2}/)?(.*)", re.DOTALL)

_DEZE = "macros/bescherming/lekken/controle.py"
SOORTEN = {
    "": "html css js map svg png jpg webp xml xml.gz webmanifest",
    ".well-known": "txt",
    "assets/letter": "woff2 txt",
    f"{DATA}/monitor": "csv ods json svg",
    f"{DATA}/gemeente": "csv ods",
    DATA: "csv ods xlsx ics atom",
    "nieuw": "html atom",
    "zoeken": "html json",
    "beheer": "html css js mjs wasm json zip",
    "pagefind": "js json pagefind pf_meta pf_index pf_fragment",
}
"""Which kinds of files may be where, below the folder of a language; the deepest folder counts."""

_ROBOTS = "robots.txt"
"""At the root of the site, where programs ask for it."""
_NIEUW = "nieuw.atom"
"""At the root of a language: everything that changes."""

TABELLEN = {
    "acties",
    "onderdelen",
    "besluiten",
    "voorstellen",
    "arrangementen",
    "hulp",
    "cijfers",
}
"""Tables to download, beside those of the figures."""

WERKMAPPEN = {"arrangement-invulblad"}
"""Workbooks to download. None of their sheets is hidden, that with the drop-down lists neither."""

_INGEPAKT = (".ods", ".xlsx", ".zip", ".gz", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment")
"""Files that are packed, as they should be."""

_UITGAVE = {
    "manifest.json",
    "publicatie.csv",
    "publicatie-rapport.md",
    "definitie.yml",
    "bevolking.csv",
}
"""Files of the ledger of protected counts, which the site reads and does not publish."""

_MET_CIJFERS = re.compile(r'class="(?:[^"]* )?(?:cijfers|gegevens|gemeentecijfers|kerncijfers)[ "]')
"""On a page with figures."""

_RUW = re.compile(r"bsn|ruwe?|raw|onbewerkt|microdata|persoons?gegevens|brondata", re.I)
_WOORD = re.compile(r"[^\W_]+")
_SCHEIDING = re.compile(r'(?:"(?:[^"]|"")*"|[^";,]*)([;,])')
"""The first cell of a table in text, and what stands behind it."""

_PAGEFIND = b"pagefind_dcd"


_MET_NUMMERS = "hulp"
"""The table with the numbers of organisations: each alone in its cell, as it is written here."""
_IN_ZINNEN = (".atom", ".ics")
"""Files in which sentences of the data stand, beside pages and tables."""
_URN = re.compile(r"urn:uuid:[0-9a-f-]{36}")
"""The id of an entry of a feed: among its signs may stand what looks like a number to call."""
_GEEN_GETAL = "x"
"""Between two cells, so that no number goes on from one into the other."""
_NUMMER = "hier staat een telefoonnummer: dat hoort alleen in het veld telefoon, bij hulp"


def _nummer(cel: str, eigen: str) -> bool:
    """Whether a cell holds a number that may not be there."""
    return heeft_telefoonnummer(cel) and not (eigen and geschreven(cel) == cel)


class Lekken:
    """One site: first its downloads, then each page that ``pagina`` gets, then the other files."""

    def __init__(self, site: Path, vakken: Iterable[Vak]) -> None:
        self.site = site
        self.vakken = frozenset(vakken)
        self.figuren: dict[str, dict[str, Figuur]] = {}
        self.verborgen: dict[str, tuple[Verborgen, ...]] = {}
        self._gebreken: list[Gebrek] = []
        self._tabellen: dict[str, list[list[str]]] = {}
        self._volgorde: dict[tuple[str, frozenset[str]], tuple[str, tuple[str, ...]]] = {}
        self._getoond: set[str] = set()
        for folder in (site / DATA, *sorted(site.glob(f"*/{DATA}"))):
            self._downloads(folder.relative_to(site).as_posix().removesuffix(DATA))

    def pagina(self, pad: str, tekst: str, boom: LexborHTMLParser) -> Iterator[str]:
        """What is wrong with a page; for ``controle``, which has read and parsed it."""
        if "<!--" in tekst:
            yield "er staat een opmerking in de pagina (<!-- -->)"
        if not _MET_CIJFERS.search(tekst):
            return
        taal = _taal(pad)
        figuren, hidden = self.figuren.get(taal, {}), self.verborgen.get(taal, ())
        yield from figuurpagina.gebreken(pad, boom, figuren, hidden)
        for node in boom.css("table.gegevens[id]"):
            heads = figuurpagina.rijnamen(node)
            if (soort := f"{taal}namen", frozenset(heads)) in self._volgorde:
                yield from self._zelfde_volgorde(soort, heads, f"tabel {node.attributes['id']}")
        for node in boom.css("figure.cijfers[id]"):
            key = node.attributes["id"] or ""
            self._getoond.add(f"{taal}{key}")
            order = figuurpagina.op_omvang(node)
            yield from self._zelfde_volgorde(f"{taal}omvang", order, f"figuur {key}, op omvang")

    def bestanden(self) -> list[Gebrek]:
        """Everything that is wrong outside the pages, also with the search index; sorted."""
        found = list(self._gebreken)
        names = bestanden(self.site)
        pages = {f"/{name}" for name in names}
        for name in names:
            found += (Gebrek(name, what) for what in self._bestand(name, pages))
        for taal, figuren in self.figuren.items():
            found += (
                Gebrek(f"{taal}{_FIGUREN}{key}.json", "deze figuur staat op geen enkele pagina")
                for key in figuren
                if f"{taal}{key}" not in self._getoond
            )
        return sorted(set(found))

    def _fout(self, pad: str, problems: Iterable[str]) -> None:
        self._gebreken += (Gebrek(pad, what) for what in problems)

    def _downloads(self, taal: str) -> None:
        """Every table and every figure of one language; the table with all figures comes first."""
        folder = self.site / taal / DATA
        for file in sorted(folder.rglob("*.csv")):
            self._tabel(taal, file)
        for file in sorted(folder.rglob("*.ods")):
            name = file.relative_to(self.site).as_posix()
            if not file.with_suffix(".csv").exists():
                self._fout(name, ["dezelfde tabel als CSV ontbreekt"])
        rows = self._tabellen.get(f"{taal}{_ALLE}.csv", [])
        self.verborgen[taal], problems = uit_tabel(rows, self.vakken)
        self._fout(f"{taal}{_ALLE}.csv", problems)
        for name, some in self._tabellen.items():
            if name.startswith(f"{taal}{_GEMEENTE}"):
                self._fout(name, _niet_in(some, rows))
        figuren = self.figuren[taal] = {}
        for file in sorted((folder / "monitor").glob("*.json")):
            if not file.name.endswith(".plotly.json"):
                figuur = self._figuur(taal, file)
                if figuur:
                    figuren[figuur.id] = figuur

    def _tabel(self, taal: str, file: Path) -> None:
        """A table as text and as a spreadsheet: the same cells."""
        name = file.relative_to(self.site).as_posix()
        raw = file.read_bytes()
        text = raw.decode("utf-8-sig", "replace")
        match = _SCHEIDING.match(text)
        separator = match.group(1) if match else ";"
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        self._tabellen[name] = rows
        self._fout(
            name,
            (
                f"de kolom '{word}' wijst naar één persoon"
                for _, word in persoonskolommen(lees(raw))
            ),
        )
        own = file.stem if file.stem == _MET_NUMMERS else ""
        cells = [cell for row in rows for cell in row]
        if kan_telefoonnummer(_GEEN_GETAL.join(cells)) and any(_nummer(one, own) for one in cells):
            self._fout(name, [_NUMMER])
        sheet = file.with_suffix(".ods")
        if not sheet.exists():
            self._fout(name, ["hetzelfde als rekenblad (ODS) ontbreekt"])
            return
        others, problems = lees_ods(sheet.read_bytes())
        if not problems and not _zelfde(rows, others):
            problems = ["hier staat iets anders dan in dezelfde tabel als CSV"]
        self._fout(sheet.relative_to(self.site).as_posix(), problems)

    def _figuur(self, taal: str, file: Path) -> Figuur | None:
        name = file.relative_to(self.site).as_posix()
        figuur, problems = figuurbestand.lees_json(
            file.stem, file.read_bytes(), self.verborgen[taal]
        )
        self._fout(name, problems)
        if figuur is None:
            return None
        self._fout(name, self._zelfde_volgorde(f"{taal}namen", figuur.namen, f"figuur {figuur.id}"))
        stem = name.removesuffix(".json")
        table = self._tabellen.get(f"{stem}.csv")
        if table is None:
            self._fout(name, ["dezelfde tabel als CSV ontbreekt"])
        else:
            self._fout(f"{stem}.csv", figuurbestand.gebreken_tabel(figuur, table))
        chart = file.with_suffix(".plotly.json")
        if chart.exists():
            self._fout(
                f"{stem}.plotly.json", figuurbestand.gebreken_plotly(figuur, chart.read_bytes())
            )
        return figuur

    def _zelfde_volgorde(self, soort: str, rijen: Iterable[str], waar: str) -> Iterator[str]:
        """The same rows stand in the same order everywhere: it says nothing of their values."""
        rows = tuple(rijen)
        first, order = self._volgorde.setdefault((soort, frozenset(rows)), (waar, rows))
        if order != rows:
            yield f"{waar}: de rijen staan in een andere volgorde dan in {first}"

    def _bestand(self, name: str, pages: set[str]) -> Iterator[str]:
        """A file by its name, its first bytes and, if it is none of the above, its text."""
        pad = PurePosixPath(name)
        if not _mag_hier(name):
            what = soort_van_naam(name) or pad.suffix
            where = f"zie SOORTEN en TABELLEN in {_DEZE}"
            yield f"een bestand als dit hoort hier niet ({what}); {where}"
        taal = _taal(name)
        figuren = self.figuren.get(taal, {})
        if name.startswith(f"{taal}{_FIGUREN}") and pad.name.partition(".")[0] not in figuren:
            yield "dit bestand hoort bij geen figuur"
        if pad.name in _UITGAVE:
            yield "dit is een bestand van een uitgave; de site hoort het niet te publiceren"
        for word in _WOORD.findall(name):
            if _RUW.fullmatch(word):
                yield f"de naam wijst op ruwe gegevens ('{word}')"
        raw = (self.site / name).read_bytes() if pad.suffix != ".html" else b""
        kind = soort_van_inhoud(raw)
        if kind and pad.suffix not in _INGEPAKT:
            yield f"dit is {kind}, en de naam zegt iets anders"
        if pad.suffix == ".xlsx":
            yield from gebreken_xlsx(raw)
        elif pad.suffix == ".pf_fragment":
            yield from _zoekindex(raw, pages)
        elif pad.suffix in (".atom", ".ics", ".xml", ".svg"):
            text = raw.decode("utf-8", "replace")
            yield from self._tekst(text)
            lines = _URN.sub("", text).splitlines()
            if pad.suffix in _IN_ZINNEN and any(map(heeft_telefoonnummer, lines)):
                yield _NUMMER

    def _tekst(self, text: str) -> Iterator[str]:
        """A feed, a calendar, a drawing: no comments, and nothing about a hidden figure."""
        if "<!--" in text:
            yield "er staat een opmerking in het bestand (<!-- -->)"
        for vak in self.vakken:
            if kenmerk(vak) in text:
                yield f"het verborgen cijfer {kenmerk(vak)} hoort hier niet"


def _niet_in(deel: list[list[str]], alles: list[list[str]]) -> Iterator[str]:
    """What a table of one municipality says of a figure, the table with all of them says too."""
    given = {tuple(row) for row in alles}
    for row in deel:
        if tuple(row[: len(alles[0])] if alles else row) not in given:
            yield f"rij {row[0]}: in de tabel met alle cijfers staat hier iets anders"


def _taal(pad: str) -> str:
    match = _TAAL.fullmatch(pad)
    return (match.group(1) or "") if match else ""


def _mag_hier(name: str) -> bool:
    below = PurePosixPath(name.removeprefix(_taal(name)))
    if name == _ROBOTS or str(below) == _NIEUW:
        return True
    folder = next((str(one) for one in below.parents if str(one) in SOORTEN), "")
    if folder == DATA:
        known = TABELLEN if below.suffix in (".csv", ".ods") else WERKMAPPEN
        if below.suffix in (".csv", ".ods", ".xlsx") and below.stem not in known:
            return False
    return below.name.endswith(tuple(f".{kind}" for kind in SOORTEN[folder].split()))


def _zoekindex(raw: bytes, pages: set[str]) -> Iterator[str]:
    """What the search finds is a page of the site."""
    try:
        text = gzip.decompress(raw)
        url = json.loads(text.removeprefix(_PAGEFIND))["url"]
    except (OSError, ValueError, KeyError):
        yield "dit deel van de zoekindex is niet leesbaar"
        return
    if f"{url}index.html" not in pages and url not in pages:
        yield f"de zoekindex noemt {url}, en dat is geen pagina"


def _zelfde(csv_rijen: list[list[str]], cellen: list[list[str]]) -> bool:
    """Whether both have the same cells; in text a mark may stand before one, to not run it."""
    return list(map(len, csv_rijen)) == list(map(len, cellen)) and all(
        one in (other, f"'{other}")
        for row, others in zip(csv_rijen, cellen, strict=True)
        for one, other in zip(row, others, strict=True)
    )
