"""Whether the built site gives away what the data hide: pages, charts, downloads, names of files.

It knows which figures are hidden and looks at what a visitor gets; who made it, does not matter.
Not here: whether a hidden figure follows from shown ones (``audit``, on reading the data), or
whether the site works (``controle``).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from macros.bescherming.historie.soort import soort_van_inhoud, soort_van_naam
from macros.bescherming.lekken import figuurbestand, figuurpagina, figuurplaat
from macros.bescherming.lekken.figuurbestand import Figuur
from macros.bescherming.lekken.rekenblad import gebreken_xlsx
from macros.bescherming.lekken.tabellen import (
    FIGUREN,
    MAP,
    NUMMER,
    WERKMAPPEN,
    Tabellen,
    is_beschrijving,
    mag_heten,
)
from macros.bescherming.lekken.verborgen import Vak, Verborgen, kenmerk
from macros.lezing.persoon import heeft_telefoonnummer
from macros.site.controle import Gebrek, bestanden

_TAAL = re.compile(r"([a-z]{2}/)?(.*)", re.DOTALL)

SOORTEN = {
    "": "html css js map svg png jpg webp xml xml.gz webmanifest",
    ".well-known": "txt",
    "assets/letter": "woff2 txt",
    MAP: "csv ods xlsx json jsonld ttl svg ics atom",
    "nieuw": "html atom",
    "zoeken": "html json",
    "beheer": "html css js mjs wasm json zip",
    "figuur": "html",
    "pagefind": "js json pagefind pf_meta pf_index pf_fragment",
}
"""Which kinds of files may be where, below the folder of a language; the deepest folder counts."""

_ROBOTS = "robots.txt"
"""At the root of the site, where programs ask for it."""
_NIEUW = "nieuw.atom"
"""At the root of a language: everything that changes."""

_EIGEN_PAGINA = "figuur/"
"""Where the page of a figure alone is, below the folder of a language."""

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
_PAGEFIND = b"pagefind_dcd"


_TEKSTEN = (".atom", ".ics", ".xml", ".svg", ".jsonld", ".ttl")
_IN_ZINNEN = (".atom", ".ics")
"""Files in which sentences of the data stand, beside pages and tables."""
_URN = re.compile(r"urn:uuid:[0-9a-f-]{36}")
"""The id of an entry of a feed: among its signs may stand what looks like a number to call."""


class Lekken:
    """One site: first its downloads, then each page that ``pagina`` gets, then the other files.

    ``bekend`` are words of the region in which no figure hides (``vakken.eigen_teksten``).
    """

    def __init__(self, site: Path, vakken: Iterable[Vak], bekend: Iterable[str] = ()) -> None:
        self.site = site
        self.bekend = frozenset(bekend)
        self.vakken = frozenset(vakken)
        self.figuren: dict[str, dict[str, Figuur]] = {}
        self.verborgen: dict[str, tuple[Verborgen, ...]] = {}
        self._gebreken: list[Gebrek] = []
        self._volgorde: dict[tuple[str, frozenset[str]], tuple[str, tuple[str, ...]]] = {}
        self._getoond: set[str] = set()
        self._gelezen: set[str] = set()
        self._voet: dict[str, frozenset[str]] = {}
        self._rond: dict[str, frozenset[str]] = {}
        for folder in (site / MAP, *sorted(site.glob(f"*/{MAP}"))):
            self._downloads(folder.relative_to(site).as_posix().removesuffix(MAP))

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
            if not pad.startswith(f"{taal}{_EIGEN_PAGINA}"):
                self._getoond.add(f"{taal}{key}")
            elif key in figuren:
                yield from figuurpagina.gebreken_rondom(figuren[key], tekst, self._rond[taal])
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
                Gebrek(
                    f"{taal}{MAP}/{FIGUREN}{key}.json", "deze figuur staat op geen enkele pagina"
                )
                for key in figuren
                if f"{taal}{key}" not in self._getoond
            )
        return sorted(set(found))

    def _fout(self, pad: str, problems: Iterable[str]) -> None:
        self._gebreken += (Gebrek(pad, what) for what in problems)

    def _downloads(self, taal: str) -> None:
        """Every table and every figure of one language."""
        folder = self.site / taal / MAP
        tables = Tabellen(folder, self.vakken, self.bekend)
        for name, what in tables.gebreken:
            self._fout(f"{taal}{MAP}/{name}", [what])
        self._gelezen.update(f"{taal}{MAP}/{name}" for name in tables.gelezen)
        self.verborgen[taal] = tables.verborgen
        self.figuren[taal] = {}
        pictures = {key: _lees(folder / f"{FIGUREN}{key}.svg") for key in tables.figuren}
        said: dict[str, str] = {}
        for text in pictures.values():
            said.setdefault(*figuurplaat.voet(text))
        self._voet[taal] = frozenset(said.values())
        self._rond[taal] = self._voet[taal] | self.bekend
        for key, data in tables.figuren.items():
            name = f"{taal}{MAP}/{FIGUREN}{key}"
            figuur, problems = figuurbestand.lees_figuur(key, data, tables.verborgen, tables.wortel)
            self._fout(f"{name}.json", problems)
            if figuur is not None:
                self.figuren[taal][key] = figuur
                self._figuur(taal, name, figuur, pictures[key])

    def _figuur(self, taal: str, naam: str, figuur: Figuur, plaat: str) -> None:
        """The picture and the chart of a figure; its tables were looked at."""
        order = self._zelfde_volgorde(f"{taal}namen", figuur.namen, f"figuur {figuur.id}")
        self._fout(f"{naam}.json", order)
        chart = self.site / f"{naam}.plotly.json"
        if chart.exists():
            found = figuurbestand.gebreken_plotly(figuur, chart.read_bytes())
            self._fout(f"{naam}.plotly.json", found)
        if plaat:
            self._fout(f"{naam}.svg", figuurplaat.gebreken(figuur, plaat, self._voet[taal]))

    def _zelfde_volgorde(self, soort: str, rijen: Iterable[str], waar: str) -> Iterator[str]:
        """The same rows stand in the same order everywhere: it says nothing of their values."""
        rows = tuple(rijen)
        first, order = self._volgorde.setdefault((soort, frozenset(rows)), (waar, rows))
        if order != rows:
            yield f"{waar}: de rijen staan in een andere volgorde dan in {first}"

    def _bestand(self, name: str, pages: set[str]) -> Iterator[str]:
        """A file by its name, its first bytes and, if it is none of the above, its text."""
        taal = _taal(name)
        below = name.removeprefix(taal)
        file = name.rpartition("/")[2]
        kind = f".{file.rpartition('.')[2]}"
        if not _mag_hier(name, below):
            what = soort_van_naam(name) or kind
            where = f"zie SOORTEN in {__name__} en TABELLEN in {Tabellen.__module__}"
            yield f"een bestand als dit hoort hier niet ({what}); {where}"
        figuren = self.figuren.get(taal, {})
        if below.startswith(f"{MAP}/{FIGUREN}") and file.partition(".")[0] not in figuren:
            yield "dit bestand hoort bij geen figuur"
        if file in _UITGAVE:
            yield "dit is een bestand van een uitgave; de site hoort het niet te publiceren"
        for word in _WOORD.findall(name):
            if _RUW.fullmatch(word):
                yield f"de naam wijst op ruwe gegevens ('{word}')"
        if kind == ".html" or name in self._gelezen:
            return
        with open(f"{self.site}/{name}", "rb") as stream:
            raw = stream.read()
        content = soort_van_inhoud(raw)
        if content and kind not in _INGEPAKT:
            yield f"dit is {content}, en de naam zegt iets anders"
        if file in WERKMAPPEN:
            yield from gebreken_xlsx(raw)
        elif kind == ".pf_fragment":
            yield from _zoekindex(raw, pages)
        elif kind in _TEKSTEN or (below.startswith(_MAP) and is_beschrijving(below[len(_MAP) :])):
            text = raw.decode("utf-8", "replace")
            yield from self._tekst(text)
            lines = _URN.sub("", text).splitlines()
            if kind in _IN_ZINNEN and any(map(heeft_telefoonnummer, lines)):
                yield NUMMER

    def _tekst(self, text: str) -> Iterator[str]:
        """A feed, a calendar, a drawing: no comments, and nothing about a hidden figure."""
        if "<!--" in text:
            yield "er staat een opmerking in het bestand (<!-- -->)"
        for vak in self.vakken:
            if kenmerk(vak) in text:
                yield f"het verborgen cijfer {kenmerk(vak)} hoort hier niet"


def _lees(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _taal(pad: str) -> str:
    match = _TAAL.fullmatch(pad)
    return (match.group(1) or "") if match else ""


_MAP = f"{MAP}/"


def _mag_hier(name: str, below: str) -> bool:
    if name == _ROBOTS or below == _NIEUW:
        return True
    folder = below.rpartition("/")[0]
    while folder not in SOORTEN:
        folder = folder.rpartition("/")[0]
    if folder == MAP and not mag_heten(below.removeprefix(_MAP)):
        return False
    return below.endswith(_EINDEN[folder])


_EINDEN = {folder: tuple(f".{kind}" for kind in kinds.split()) for folder, kinds in SOORTEN.items()}


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
